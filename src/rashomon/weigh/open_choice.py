"""Truths where every object has values of its own: the one-coin model where it foretells better than majority vote."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.model.reliability import ReliabilityChoice, ReliabilityModel
from rashomon.weigh.claim_table import Bools, ClaimTable, Floats, Ints
from rashomon.weigh.class_models import UNKNOWN
from rashomon.weigh.hidden import (
    CLAIMS,
    FEWEST,
    FOLDS,
    GOLD,
    POWERS,
    TIE_WEIGHT,
    find_sharpness_by_truth,
    judge,
    number_folds,
    sample_objects,
    say_why,
    share_weights,
    weigh_models,
)
from rashomon.weigh.open_models import Cells, OpenFit, fit_open, sharpen_cells

MODELS: Final = (ReliabilityModel.MAJORITY, ReliabilityModel.ONE_COIN)
MOST_HIDDEN: Final = 200_000
ALONE: Final = np.array([1 - TIE_WEIGHT, TIE_WEIGHT])
_EVEN: Final = 0.5
"""What is foretold of an object of which no other claim is left."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OpenTruths:
    """The probability of each claimed value (`cells`), and of a value nobody claims (`other`, objects)."""

    cells: Cells
    probabilities: Floats
    other: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Hidden:
    """Hidden items (h), and how probable each model finds that they are the truth, not knowing them (models x h).

    Where they are known truths, `sharpened` (powers x h) is the same of both models averaged, raised to each power, and
    `alone` of majority vote with its ties broken; else both are empty.
    """

    judged_by: str
    object: Ints
    truthful: Floats
    sharpened: Floats
    alone: Floats


def choose_open(table: ClaimTable, anchors: Ints) -> tuple[OpenTruths, ReliabilityChoice]:
    """Return the probability of each claimed value, and what it rests on and why. Arguments as of `fit_open`."""
    sample, known = sample_objects(table, anchors, MOST_HIDDEN)
    hidden = _hide(sample, known)
    # A value of one object only is nobody's habit: any of the object's values may be named.
    distinct = np.maximum(_count_distinct(sample)[hidden.object], 1.0)
    trials = judge(MODELS, list(hidden.truthful), distinct, 1 / (1 + distinct), hidden.object)
    weights = weigh_models(trials)
    sharpness = _find_sharpness(hidden, hidden.sharpened if trials[1].used else hidden.alone)
    fits = [fit_open(table, model, anchors) for model in MODELS]
    found, other = sharpen_cells(fits[0].cells, *_average(fits, weights), sharpness)
    choice = ReliabilityChoice(
        trials=trials,
        judged_by=hidden.judged_by,
        hidden=len(hidden.object),
        sharpness=sharpness,
        why=say_why(trials, hidden.judged_by, len(hidden.object)),
    )
    return OpenTruths(cells=fits[0].cells, probabilities=found, other=other), choice


def _average(fits: list[OpenFit], weights: Floats) -> tuple[Floats, Floats]:
    found: Floats = np.tensordot(weights, np.stack([fit.probabilities for fit in fits]), axes=1)
    other: Floats = np.tensordot(weights, np.stack([fit.other for fit in fits]), axes=1)
    return found, other


def _count_distinct(table: ClaimTable) -> Floats:
    cells = np.unique(table.object.astype(np.int64) * table.values + table.value)
    return np.bincount(cells // table.values, minlength=table.objects).astype(np.float64)


def _hide(table: ClaimTable, anchors: Ints) -> _Hidden:
    """Hold out given truths that somebody claims where there are enough of them, else claims."""
    known = np.flatnonzero(anchors >= 0)
    by_gold = len(known) >= FEWEST
    if max(len(known), len(table)) < FEWEST:
        table = table.keep(np.zeros(len(table), dtype=bool))
    items = known if by_gold else np.flatnonzero(anchors[table.object] == UNKNOWN)
    folds = np.arange(len(known)) % FOLDS if by_gold else number_folds(table)[items]
    owner = known if by_gold else table.object[items].astype(np.intp)
    value = anchors[known] if by_gold else table.value[items].astype(np.intp)
    foretold = np.empty((len(MODELS), len(items)))
    powers = POWERS if by_gold else ()
    sharpened, alone = np.empty((len(powers), len(items))), np.empty((len(powers), len(items)))
    for fold in range(FOLDS):
        out = folds == fold
        seen, shown = _leave_out(table, anchors, items[out], by_gold=by_gold)
        fits = [fit_open(seen, model, shown) for model in MODELS]
        keys = owner[out] * table.values + value[out]
        for place, fit in enumerate(fits):
            foretold[place, out] = _look_up(fit.cells, fit.probabilities, fit.other, keys, table.values)
        for weights, kept in ((share_weights((True, True)), sharpened), (ALONE, alone)):
            pooled = _average(fits, weights)
            for place, power in enumerate(powers):
                raised = sharpen_cells(fits[0].cells, *pooled, power)
                kept[place, out] = _look_up(fits[0].cells, *raised, keys, table.values)
    return _Hidden(
        judged_by=GOLD if by_gold else CLAIMS,
        object=owner,
        truthful=foretold,
        sharpened=sharpened,
        alone=alone,
    )


def _leave_out(table: ClaimTable, anchors: Ints, items: Ints, *, by_gold: bool) -> tuple[ClaimTable, Ints]:
    if by_gold:
        shown = anchors.copy()
        shown[items] = UNKNOWN
        return table, shown
    kept: Bools = np.ones(len(table), dtype=bool)
    kept[items] = False
    return table.keep(kept), anchors


def _look_up(cells: Cells, found: Floats, other: Floats, keys: Ints, values: int) -> Floats:
    """Return the probability of cells by their keys; a value that is not claimed is one of the others."""
    owner = keys // values
    told: Floats = np.where(cells.distinct[owner] > 0, other[owner], _EVEN)
    if cells.keys.size:
        place = np.minimum(np.searchsorted(cells.keys, keys), len(cells.keys) - 1)
        inside = cells.keys[place] == keys
        told[inside] = found[place[inside]]
    return told


def _find_sharpness(hidden: _Hidden, truths_of_power: Floats) -> float:
    """Return the power to raise probabilities to: 1 but where known truths tell.

    Held-out claims cannot: which wrong values they name depends on the object, and a crude model of that made
    independent claims come out far less sure than they were right.
    """
    return find_sharpness_by_truth(list(truths_of_power), hidden.object) if hidden.judged_by == GOLD else 1.0
