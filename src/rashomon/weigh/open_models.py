"""Variational inference where every object has values of its own: one-coin sources over the values that are claimed.

The truth of an object is one of its claimed values or a value nobody claims, all equally likely beforehand. A wrong
claim is taken to be any of the object's other values (Liu, Peng & Ihler 2012).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.model.reliability import ReliabilityModel
from rashomon.weigh.channels import begin_prior, settle_coin, toss_coins
from rashomon.weigh.claim_table import ClaimTable, Floats, Ints
from rashomon.weigh.class_models import ROUNDS, SETTLING, TOLERANCE, UNKNOWN, rounds_of
from rashomon.weigh.incidence import Incidence, relate

NOBODY: Final = -2
"""An anchor whose truth is a value nobody claims."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cells:
    """The values claimed of objects: `keys` (object * values + value, rising), with `object` and `votes` of each.

    `claimed` are the objects with a claim, `starts` where the cells of each begin, `distinct` (objects) how many values
    are claimed of an object. `makers` tells which sources claim which cell.
    """

    keys: Ints
    object: Ints
    votes: Floats
    claimed: Ints
    starts: Ints
    distinct: Floats
    makers: Incidence


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OpenFit:
    """What a model makes of the claims: the probability of each cell, and of a value nobody claims (`other`, objects).

    An object nobody claims anything of has `other` 1. `bounds` is as of `ClassFit`.
    """

    model: ReliabilityModel
    cells: Cells
    probabilities: Floats
    other: Floats
    bounds: tuple[float, ...]
    rounds: int
    converged: bool


def gather_cells(table: ClaimTable) -> Cells:
    """Return the claimed values of each object."""
    claimed_keys = table.object.astype(np.int64) * table.values + table.value
    order = np.argsort(claimed_keys, kind="stable")
    sorted_keys = claimed_keys[order]
    begins = np.concatenate(([True], sorted_keys[1:] != sorted_keys[:-1])) if len(table) else np.zeros(0, dtype=bool)
    keys = sorted_keys[begins]
    cell_of = np.cumsum(begins) - 1
    owner = keys // table.values
    first = np.concatenate(([True], owner[1:] != owner[:-1])) if keys.size else np.zeros(0, dtype=bool)
    makers = relate(cell_of, table.source[order].astype(np.intp), groups=len(keys), keys=table.sources)
    return Cells(
        keys=keys,
        object=owner,
        votes=makers.sum_by_group(np.ones(table.sources)),
        claimed=owner[first],
        starts=np.flatnonzero(first),
        distinct=np.bincount(owner, minlength=table.objects).astype(np.float64),
        makers=makers,
    )


def fit_open(table: ClaimTable, model: ReliabilityModel, anchors: Ints, *, rounds: int = ROUNDS) -> OpenFit:
    """Return what majority vote or the one-coin model makes of claims with open values.

    `anchors` (objects) is the value an object is known to have, -1 where it is not known, -2 for one nobody claims.
    """
    cells = gather_cells(table)
    found, other = _normalise(cells, np.log(cells.votes), np.full(table.objects, -np.inf), anchors, table.values)[:2]
    prior, bounds, moved, done = begin_prior(2), list[float](), 1.0, 0
    last = rounds_of(model, rounds)
    while done < last and (moved > TOLERANCE or done <= SETTLING):
        right = cells.makers.sum_by_key(found)
        wrong = np.maximum(cells.makers.times - right, 0.0)
        if done < SETTLING and model is not ReliabilityModel.MAJORITY:
            prior = settle_coin(prior, right, wrong)
        expected, divergence = toss_coins(model, prior, right, wrong)
        before = found
        found, other, evidence = _read(cells, np.broadcast_to(expected, (table.sources, 2)), anchors, table.values)
        if done >= SETTLING:
            bounds.append(evidence - divergence)
        moved = float(np.abs(found - before).max()) if found.size else 0.0
        done += 1
    return OpenFit(
        model=model,
        cells=cells,
        probabilities=found,
        other=other,
        bounds=tuple(bounds),
        rounds=done,
        converged=moved <= TOLERANCE or model is ReliabilityModel.MAJORITY,
    )


def sharpen_cells(cells: Cells, found: Floats, other: Floats, power: float) -> tuple[Floats, Floats]:
    """Return probabilities of cells and of other values raised to a power, summing to 1 for each object again."""
    raised, rest = found**power, other**power
    total = rest + np.bincount(cells.object, weights=raised, minlength=len(other))
    return raised / total[cells.object], rest / total


def _read(cells: Cells, expected: Floats, anchors: Ints, values: int) -> tuple[Floats, Floats, float]:
    """Return cells' probabilities, other values', and the log evidence of all claims."""
    wrong_values = np.log(np.maximum(cells.distinct, 1.0))
    weights = cells.makers.sum_by_group(np.ascontiguousarray(expected[:, 0] - expected[:, 1]))
    weights += cells.votes * wrong_values[cells.object]
    found, other, sums = _normalise(cells, weights, np.zeros(len(anchors)), anchors, values)
    common = float(expected[:, 1] @ cells.makers.times) - float(cells.votes @ wrong_values[cells.object])
    return found, other, common + float(sums.sum()) - float(np.log1p(cells.distinct).sum())


def _normalise(
    cells: Cells, weights: Floats, rest: Floats, anchors: Ints, values: int
) -> tuple[Floats, Floats, Floats]:
    """Return probabilities of cells and of other values (log weight `rest`) and log sums (objects), anchors set."""
    peak = rest.copy()
    if weights.size:
        peak[cells.claimed] = np.maximum(rest[cells.claimed], np.maximum.reduceat(weights, cells.starts))
    peak[np.isneginf(peak)] = 0.0
    raised = np.exp(weights - peak[cells.object])
    left = np.exp(rest - peak)
    total = left + np.bincount(cells.object, weights=raised, minlength=len(rest))
    empty = total == 0
    total[empty] = left[empty] = 1.0
    found, other, sums = raised / total[cells.object], left / total, np.log(total) + peak
    known = anchors != UNKNOWN
    keys = np.flatnonzero(known) * values + anchors[known]
    place = np.searchsorted(cells.keys, keys)
    inside = place < len(cells.keys)
    inside[inside] = cells.keys[place[inside]] == keys[inside]
    inside &= anchors[known] != NOBODY
    found[known[cells.object]] = 0.0
    found[place[inside]] = 1.0
    other[known] = 1.0
    other[np.flatnonzero(known)[inside]] = 0.0
    sums[known] = rest[known]
    sums[np.flatnonzero(known)[inside]] = weights[place[inside]]
    return found, other, sums
