"""Samples what is uncertain (weights, priors, roles) and returns the interval this leaves for each probability.

Draws form a Latin hypercube (McKay et al. 1979): each uncertain thing runs evenly through its range, in an order hashed
from its name. They are the same on every machine, and new evidence leaves the draws of the old alone.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

import numpy as np

from rashomon.weigh.columns import EvidenceColumns, Floats, Ints
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.posterior import Roles, Settings, limit_bits, set_point, spread_prior, weigh_rows

INTERVAL: Final = (0.05, 0.95)
"""Quantiles that bound an interval."""

CELLS_MOST: Final = 2_000_000
"""Rows times columns held at once; large questions get fewer samples rather than more memory."""

CELLS_AT_ONCE: Final = 60_000
PRODUCTS_AT_ONCE: Final = 500_000
"""Products of one multiplication of matrices. Beyond 2 x 2^18 OpenBLAS shares it out to threads, which wait for each
other far longer than it takes wherever something else keeps a processor busy."""

SAMPLES_LEAST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Chances:
    """Draws in (0, 1) for roles: of `sides` a column a group, of `access` one for each holder that may have examined.

    `unsure` are the links of those holders, `holder` the column each of them goes by.
    """

    sides: Floats
    access: Floats
    unsure: Ints
    holder: Ints


def sample_interval(
    columns: EvidenceColumns,
    parameters: Parameters,
    hypothesis_ids: Sequence[str],
    *,
    residual: int,
    shift: Floats | None = None,
) -> tuple[Floats, Floats]:
    """Return the low and the high end (each m long, 0..1) for the hypotheses in their order.

    `residual` is the place of *something else*, `shift` (m long, log2) what an analyst adds to the priors.
    `parameters.samples` must be above 0.
    """
    widest = max(len(columns.links), len(hypothesis_ids), 1)
    size = min(parameters.samples, max(SAMPLES_LEAST, CELLS_MOST // widest))
    settings = _draw_settings(parameters, hypothesis_ids, residual=residual, size=size)
    if shift is not None:
        settings = replace(settings, log_prior=settings.log_prior + shift)
    chances = _draw_chances(columns, size=size, seed=parameters.seed)
    blocks = []
    products = 2 * len(hypothesis_ids) * widest
    for rows in _block_rows(size, min(CELLS_AT_ONCE // widest, PRODUCTS_AT_ONCE // products)):
        drawn = _take_rows(settings, rows)
        blocks.append(weigh_rows(columns, drawn, _settle_roles(columns, drawn, chances, rows)))
    probabilities = np.concatenate(blocks)
    low, high = np.quantile(probabilities, INTERVAL, axis=0)
    return np.asarray(low), np.asarray(high)


def name_draws(names: Sequence[str], seed: int) -> list[str]:
    """Return the names that draws go by under a seed; under 0 they are the names themselves."""
    return [f"{name} seed {seed}" for name in names] if seed else list(names)


def _block_rows(size: int, at_once: int) -> Iterator[slice]:
    """Yield the rows in blocks that fit the processor's cache: three times as fast as all at once."""
    step = max(1, at_once)
    for start in range(0, size, step):
        yield slice(start, start + step)


def _take_rows(settings: Settings, rows: slice) -> Settings:
    """Return some rows of the settings; what has one row is shared by all."""
    held = {field.name: getattr(settings, field.name) for field in fields(settings)}
    cut: dict[str, Any] = {n: v[rows] for n, v in held.items() if isinstance(v, np.ndarray) and len(v) > 1}
    return replace(settings, **cut)


def draw_uniform(names: Sequence[str], size: int) -> Floats:
    """Return numbers in (0, 1), `size` rows and a column for each name; a column depends on nothing but its name.

    A column runs through equal steps of the range in an order of its own, without repeating one: `size` of the next
    power of two of them.
    """
    bits = max(1, (size - 1).bit_length())
    mask, half = np.uint32((1 << bits) - 1), np.uint32(max(1, bits // 2))
    digests = [hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest() for name in names]
    words = np.frombuffer(b"".join(digests), dtype=">u4").astype(np.uint32).reshape(len(names), 8)
    drawn = np.empty((size, len(names)))
    for rows in _block_rows(size, CELLS_AT_ONCE // max(1, len(names))):
        steps = np.repeat(np.arange(size, dtype=np.uint32)[rows, None], len(names), axis=1)
        # Multiplying by an odd number, adding and folding the upper half down: each can be undone, so none repeats.
        for turn in range(0, 8, 2):
            steps *= words[:, turn] | np.uint32(1)
            steps += words[:, turn + 1]
            steps &= mask
            steps ^= steps >> half
        np.add(steps, 0.5, out=drawn[rows])
    drawn *= 1.0 / (1 << bits)
    return drawn


def _draw_settings(parameters: Parameters, hypothesis_ids: Sequence[str], *, residual: int, size: int) -> Settings:
    point = set_point(parameters, residual=residual, size=len(hypothesis_ids))
    names = [
        "interest",
        "hidden_interest",
        "dependence",
        "fidelity",
        "residual_weight",
        "early",
        "learning_days",
        "reading",
        "forgery",
    ]
    weights = [f"weight {number}" for number in range(point.weights.shape[1])]
    draws = draw_uniform(name_draws([*names, *weights], parameters.seed), size)
    # Between half and double where uncertainty is 1.
    doublings = parameters.uncertainty * (2.0 * draws - 1.0)
    residual_weight = parameters.residual_weight * np.exp2(doublings[:, [4]])
    prior = spread_prior(residual_weight, residual=residual, size=len(hypothesis_ids))
    tilts = draw_uniform(name_draws([f"prior {h}" for h in hypothesis_ids], parameters.seed), size)
    tilt = parameters.uncertainty * (2.0 * tilts - 1.0)
    tilt[:, residual] = 0.0  # its own uncertainty is in its weight already
    return Settings(
        weights=point.weights * np.exp2(doublings[:, len(names) :]),
        interest=_shift_odds(point.interest, doublings[:, [0]]),
        hidden_interest=_shift_odds(point.hidden_interest, doublings[:, [1]]),
        dependence=_shift_odds(point.dependence, doublings[:, [2]]),
        fidelity=_shift_odds(point.fidelity, doublings[:, [3]]),
        reading=_shift_odds(point.reading, doublings[:, [7]]),
        forgery=_shift_odds(point.forgery, doublings[:, [8]]),
        early=_shift_odds(point.early, doublings[:, [5]]),
        learning_days=point.learning_days * np.exp2(doublings[:, [6]]),
        log_prior=np.log2(prior) + tilt,
        talk_limit=limit_bits(prior, parameters.testimony_ceiling),
        limit=limit_bits(prior, parameters.ceiling),
        group_limit=parameters.group_limit,
        origin_limit=parameters.origin_limit,
    )


def _shift_odds(probability: Floats, doublings: Floats) -> Floats:
    """Return a probability (above 0, to 1) with its odds shifted by powers of two; what is certain stays so."""
    shifted = probability * np.exp2(doublings)
    return np.asarray(shifted / (shifted + (1.0 - probability)))


def _draw_chances(columns: EvidenceColumns, *, size: int, seed: int) -> _Chances:
    """Draw for each group whose side it is on, and for each holder whether it examined what it speaks of."""
    groups = [columns.links[start].group_id for start in columns.starts]
    unsure = np.flatnonzero((columns.examined > 0) & (columns.examined < 1))
    names = [f"access {columns.links[k].holder_id or columns.links[k].holder}" for k in unsure.tolist()]
    distinct = list(dict.fromkeys(names))
    place = {name: at for at, name in enumerate(distinct)}
    return _Chances(
        sides=draw_uniform(name_draws([f"role {group}" for group in groups], seed), size),
        access=draw_uniform(name_draws(distinct, seed), size),
        unsure=unsure,
        holder=np.array([place[name] for name in names], dtype=np.intp),
    )


def _settle_roles(columns: EvidenceColumns, settings: Settings, chances: _Chances, rows: slice) -> Roles:
    """Return who is interested and who examined anything in some rows; those of one group have one camp."""
    side = chances.sides[rows][:, columns.group]
    driven = side < columns.served + columns.unknown * settings.hidden_interest
    against = (side > 1.0 - columns.against) & ~driven
    examined = np.repeat(columns.examined[None, :], len(side), axis=0)
    examined[:, chances.unsure] = chances.access[rows][:, chances.holder] < columns.examined[chances.unsure]
    return Roles(
        driven=driven.astype(np.float64),
        against=against.astype(np.float64),
        examined=examined,
        guilty=(side[:, columns.guilty_link] < columns.guilty_share).astype(np.float64),
    )
