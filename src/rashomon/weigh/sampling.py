"""Samples what is uncertain (weights, priors, roles) and returns the interval this leaves for each probability.

Draws form a Latin hypercube (McKay et al. 1979): each uncertain thing runs evenly through its range, in an order hashed
from its name. They are the same on every machine, and new evidence leaves the draws of the old alone.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from rashomon.weigh.columns import EvidenceColumns, Floats
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.posterior import Roles, Settings, find_posterior, limit_bits, set_point, spread_prior

INTERVAL: Final = (0.05, 0.95)
"""Quantiles that bound an interval."""

CELLS_MOST: Final = 2_000_000
"""Rows times columns held at once; large questions get fewer samples rather than more memory."""

SAMPLES_LEAST: Final = 200
_GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)


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
    roles = _draw_roles(columns, settings, size=size, seed=parameters.seed)
    probabilities = find_posterior(columns, settings, roles).probabilities
    low, high = np.quantile(probabilities, INTERVAL, axis=0)
    return np.asarray(low), np.asarray(high)


def name_draws(names: Sequence[str], seed: int) -> list[str]:
    """Return the names that draws go by under a seed; under 0 they are the names themselves."""
    return [f"{name} seed {seed}" for name in names] if seed else list(names)


def draw_uniform(names: Sequence[str], size: int) -> Floats:
    """Return numbers in (0, 1), `size` rows and a column for each name; a column depends on nothing but its name."""
    seeds = [hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:8] for name in names]
    steps = np.arange(1, size + 1, dtype=np.uint64) * _GOLDEN
    columns = [np.argsort(_mix(steps + np.uint64(int.from_bytes(seed, "big")))) for seed in seeds]
    return (np.array(columns, dtype=np.float64).reshape(len(names), size).T + 0.5) / size


def _mix(state: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Scramble 64-bit words (the finisher of SplitMix64, Steele et al. 2014): the same on every machine and version."""
    state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(state ^ (state >> np.uint64(31)))


def _draw_settings(parameters: Parameters, hypothesis_ids: Sequence[str], *, residual: int, size: int) -> Settings:
    point = set_point(parameters, residual=residual, size=len(hypothesis_ids))
    names = ["interest", "hidden_interest", "dependence", "fidelity", "residual_weight"]
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
        weights=point.weights * np.exp2(doublings[:, 5:]),
        interest=_shift_odds(point.interest, doublings[:, [0]]),
        hidden_interest=_shift_odds(point.hidden_interest, doublings[:, [1]]),
        dependence=_shift_odds(point.dependence, doublings[:, [2]]),
        fidelity=_shift_odds(point.fidelity, doublings[:, [3]]),
        log_prior=np.log2(prior) + tilt,
        talk_limit=limit_bits(prior, parameters.testimony_ceiling),
        limit=limit_bits(prior, parameters.ceiling),
        group_limit=parameters.group_limit,
        origin_limit=parameters.origin_limit,
    )


def _shift_odds(probability: Floats, doublings: Floats) -> Floats:
    odds = probability / (1.0 - probability) * np.exp2(doublings)
    return np.asarray(odds / (1.0 + odds))


def _draw_roles(columns: EvidenceColumns, settings: Settings, *, size: int, seed: int) -> Roles:
    """Draw who is interested; those of one group have one camp and so one draw."""
    groups = [columns.links[start].group_id for start in columns.starts]
    draws = draw_uniform(name_draws([f"role {group}" for group in groups], seed), size)[:, columns.group]
    driven = draws < columns.served + columns.unknown * settings.hidden_interest
    against = (draws > 1.0 - columns.against) & ~driven
    guilty = draws[:, columns.guilty_link] < columns.guilty_share
    return Roles(driven=driven.astype(np.float64), against=against.astype(np.float64), guilty=guilty.astype(np.float64))
