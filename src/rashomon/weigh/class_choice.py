"""Truths over closed classes, by the models that foretell what was hidden from them better than majority vote."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.model.reliability import ReliabilityChoice, ReliabilityModel
from rashomon.weigh.claim_table import ClaimTable, Floats, Ints
from rashomon.weigh.class_models import UNKNOWN, fit_classes
from rashomon.weigh.hidden import (
    CLAIMS,
    FEWEST,
    FOLDS,
    GOLD,
    POWERS,
    find_habits,
    find_sharpness,
    find_sharpness_by_truth,
    judge,
    number_folds,
    sample_objects,
    say_why,
    sharpen,
    weigh_models,
)

MODELS: Final = (
    ReliabilityModel.MAJORITY,
    ReliabilityModel.ONE_COIN,
    ReliabilityModel.SHARED_ERRORS,
    ReliabilityModel.CONFUSION,
)
MOST_HIDDEN: Final = 200_000
MOST_ROWS: Final = 2_000_000
"""Claims held out at most, and these times classes: a bound on time and memory, not on what can be answered."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Hidden:
    """Hidden items (h) with what each model says of them, not knowing them: `rows` (models x h x classes)."""

    judged_by: str
    source: Ints
    object: Ints
    value: Ints
    rows: Floats


def choose_classes(table: ClaimTable, anchors: Ints) -> tuple[Floats, ReliabilityChoice]:
    """Return the probability of each class of each object (objects x classes), and what it rests on and why.

    Arguments as of `fit_classes`; there are at least two classes.
    """
    hidden = _hide(*sample_objects(table, anchors, min(MOST_HIDDEN, MOST_ROWS // table.values)))
    places = np.arange(len(hidden.value))
    truthful = [rows[places, hidden.value] for rows in hidden.rows]
    others = np.full(len(places), table.values - 1.0)
    trials = judge(MODELS, truthful, others, find_habits(hidden.source, hidden.value, table.values), hidden.object)
    weights = weigh_models(trials)
    sharpness = _find_sharpness(hidden, np.tensordot(weights, hidden.rows, axes=1))
    probabilities = np.zeros((table.objects, table.values))
    for model, weight in zip(MODELS, weights, strict=True):
        if weight:
            probabilities += weight * fit_classes(table, model, anchors).probabilities
    probabilities = sharpen(probabilities, sharpness)
    known = np.flatnonzero(anchors != UNKNOWN)
    probabilities[known] = 0.0
    probabilities[known, anchors[known]] = 1.0
    choice = ReliabilityChoice(
        trials=trials,
        judged_by=hidden.judged_by,
        hidden=len(places),
        sharpness=sharpness,
        why=say_why(trials, hidden.judged_by, len(places)),
    )
    return probabilities, choice


def _hide(table: ClaimTable, anchors: Ints) -> _Hidden:
    """Hold out given truths where there are enough of them, else claims."""
    known = np.flatnonzero(anchors != UNKNOWN)
    if max(len(known), len(table)) < FEWEST:
        return _Hidden(
            judged_by=CLAIMS,
            source=known[:0],
            object=known[:0],
            value=known[:0],
            rows=np.ones((len(MODELS), 0, table.values)),
        )
    if len(known) >= FEWEST:
        rows = np.empty((len(MODELS), len(known), table.values))
        for fold in range(FOLDS):
            out = np.arange(len(known)) % FOLDS == fold
            shown = anchors.copy()
            shown[known[out]] = UNKNOWN
            for place, probabilities in enumerate(_fit_each(table, shown)):
                rows[place, out] = probabilities[known[out]]
        nobody = np.zeros(len(known), dtype=np.intp)
        return _Hidden(judged_by=GOLD, source=nobody, object=known, value=anchors[known], rows=rows)
    folds, rows = number_folds(table), np.empty((len(MODELS), len(table), table.values))
    for fold in range(FOLDS):
        out = folds == fold
        for place, probabilities in enumerate(_fit_each(table.keep(~out), anchors)):
            rows[place, out] = probabilities[table.object[out]]
    source, object_, value = (column.astype(np.intp) for column in (table.source, table.object, table.value))
    # A claim about an object whose truth is given says nothing about who infers truths better.
    told = anchors[object_] == UNKNOWN
    return _Hidden(judged_by=CLAIMS, source=source[told], object=object_[told], value=value[told], rows=rows[:, told])


def _fit_each(table: ClaimTable, anchors: Ints) -> Iterator[Floats]:
    for model in MODELS:
        yield fit_classes(table, model, anchors).probabilities


def _find_sharpness(hidden: _Hidden, rows: Floats) -> float:
    if len(rows) < FEWEST:
        return 1.0
    if hidden.judged_by == GOLD:
        places = np.arange(len(rows))
        return find_sharpness_by_truth([sharpen(rows, power)[places, hidden.value] for power in POWERS], hidden.object)
    return find_sharpness(rows, hidden.source, hidden.value, hidden.object)
