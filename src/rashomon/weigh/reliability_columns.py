"""Learns from columns of integers: the truth of each object and how often each source is right."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.model.errors import WeighError
from rashomon.model.reliability import ReliabilityChoice, ValueKind
from rashomon.weigh.channels import begin_prior, settle_coin
from rashomon.weigh.claim_table import ClaimTable, Floats, Ints, count_votes
from rashomon.weigh.class_choice import choose_classes
from rashomon.weigh.class_models import UNKNOWN
from rashomon.weigh.gamma import digamma, trigamma
from rashomon.weigh.open_choice import choose_open
from rashomon.weigh.open_models import NOBODY

MOST_CLASSES: Final = 32
FEWEST_OBJECTS: Final = 5
"""Values are taken for classes where there are no more of them, each claimed of so many objects on average."""
MOST_CELLS: Final = 200_000_000
MOST_CONFUSIONS: Final = 30_000_000
"""Bounds on objects x classes and sources x classes x classes: what the models of classes hold in memory."""
LEAST_SHOWN: Final = 0.01
NORMAL_90: Final = 1.6448536269514722


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Truths:
    """The values each object may have (`object`, `value`, `probability`, `votes`), an object's values together.

    Within an object they fall in probability, ties rising in value; `starts` is where each object's begin, -1 for one
    without a claim.
    """

    object: Ints
    value: Ints
    probability: Floats
    votes: Ints
    starts: Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LearnedColumns:
    """What was learned of objects (`truths`) and sources: one entry a source in all others.

    `accuracy` in 0..1 with its 90 % interval `low`..`high`; `claims`, of which `known_claims` are on objects with a
    known truth.
    """

    kind: ValueKind
    truths: Truths
    accuracy: Floats
    low: Floats
    high: Floats
    claims: Ints
    known_claims: Ints
    choice: ReliabilityChoice


def learn_columns(table: ClaimTable, anchors: Ints | None = None, *, kind: ValueKind | None = None) -> LearnedColumns:
    """Return the truths and the reliability of sources that claims speak for.

    `anchors` (objects) is the value an object is known to have, -1 where it is not known (all, if left out). Without
    `kind` it is judged from the claims. The same claims give the same answer in whatever order they come.

    Raises WeighError (R-WEIGH-007) for anchors of another length or beyond the values, and where classes are asked for
    that would not fit in memory.
    """
    known = np.full(table.objects, UNKNOWN) if anchors is None else np.asarray(anchors, dtype=np.intp)
    if known.shape != (table.objects,) or (known.size and not UNKNOWN <= known.min() <= known.max() < table.values):
        raise WeighError("R-WEIGH-007", "known truths: one for each object, -1 or a value's number")
    kind = kind or judge_kind(table)
    if kind is ValueKind.CLASSES:
        if not _fits(table):
            raise WeighError(
                "R-WEIGH-007", "too many classes for so many sources or objects", advice="Leave them open."
            )
        truths, right, doubt, choice = _learn_classes(_with_rest(table), known)
    else:
        truths, right, doubt, choice = _learn_open(table, known)
    claims = np.bincount(table.source, minlength=table.sources)
    on_known = np.bincount(table.source[known[table.object] != UNKNOWN], minlength=table.sources)
    accuracy, low, high = estimate_accuracy(right, claims, doubt)
    return LearnedColumns(
        kind=kind,
        truths=truths,
        accuracy=accuracy,
        low=low,
        high=high,
        claims=claims,
        known_claims=on_known,
        choice=choice,
    )


def judge_kind(table: ClaimTable) -> ValueKind:
    """Return classes where few values are each claimed of several objects and the models fit in memory, else open."""
    cells = len(np.unique(table.object.astype(np.int64) * table.values + table.value))
    few = table.values <= MOST_CLASSES and cells >= FEWEST_OBJECTS * table.values
    return ValueKind.CLASSES if few and _fits(table) else ValueKind.OPEN


def estimate_accuracy(right: Floats, claims: Ints, doubt: Floats) -> tuple[Floats, Floats, Floats]:
    """Return how often sources are right, and a 90 % interval, from how many of their claims probably were.

    `doubt` is the variance of how many were, the truths being uncertain. The prior is fitted to all sources. The
    interval takes the logit as normal.
    """
    wrong = np.maximum(claims - right, 0.0)
    prior = begin_prior(2)
    for _ in range(20):
        prior = settle_coin(prior, right, wrong)
    for_it = right + prior.accuracy * prior.spread
    against = wrong + (1 - prior.accuracy) * prior.spread
    middle = digamma(for_it) - digamma(against)
    # From the variance of a count to that of a logit: divided by the square of n p (1 - p).
    unsure = doubt / np.square(for_it * against / (for_it + against))
    reach = NORMAL_90 * np.sqrt(trigamma(for_it) + trigamma(against) + unsure)
    accuracy = for_it / (for_it + against)
    low, high = (1 / (1 + np.exp(-(middle + side))) for side in (-reach, reach))
    return accuracy, np.minimum(low, accuracy), np.maximum(high, accuracy)


def _fits(table: ClaimTable) -> bool:
    values = max(2, table.values)
    return table.objects * values <= MOST_CELLS and table.sources * values**2 <= MOST_CONFUSIONS


def _with_rest(table: ClaimTable) -> ClaimTable:
    """Return the table with at least two classes: where only one is ever claimed, another has to be possible."""
    if table.values >= 2:
        return table
    return ClaimTable(
        source=table.source,
        object=table.object,
        value=table.value,
        sources=table.sources,
        objects=table.objects,
        values=2,
    )


def _learn_classes(table: ClaimTable, anchors: Ints) -> tuple[Truths, Floats, Floats, ReliabilityChoice]:
    rows, choice = choose_classes(table, anchors)
    votes = count_votes(table)
    weights = rows[table.object, table.value]
    right, doubt = (
        np.bincount(table.source, weights=column, minlength=table.sources).astype(np.float64, copy=False)
        for column in (weights, weights * (1 - weights))
    )
    shown = ((votes > 0) | (rows >= LEAST_SHOWN)) & (votes.sum(axis=1, keepdims=True) > 0)
    object_, value = np.nonzero(shown)
    return _order(object_, value, rows[shown], votes[shown].astype(np.intp), table.objects), right, doubt, choice


def _learn_open(table: ClaimTable, anchors: Ints) -> tuple[Truths, Floats, Floats, ReliabilityChoice]:
    claimed = np.unique(table.object.astype(np.int64) * table.values + table.value)
    keys = np.flatnonzero(anchors != UNKNOWN) * table.values + anchors[anchors != UNKNOWN]
    unclaimed = keys[~np.isin(keys, claimed)] // table.values
    inner = anchors.copy()
    inner[unclaimed] = NOBODY
    found, choice = choose_open(table, inner)
    right = found.cells.makers.sum_by_key(found.probabilities)
    doubt = found.cells.makers.sum_by_key(found.probabilities * (1 - found.probabilities))
    cells = found.cells
    object_, value, probability, votes = cells.object, cells.keys % table.values, found.probabilities, cells.votes
    told = unclaimed[cells.distinct[unclaimed] > 0]
    truths = _order(
        np.concatenate((object_, told)),
        np.concatenate((value, anchors[told])),
        np.concatenate((probability, np.ones(len(told)))),
        np.concatenate((votes, np.zeros(len(told)))).astype(np.intp),
        table.objects,
    )
    return truths, right, doubt, choice


def _order(object_: Ints, value: Ints, probability: Floats, votes: Ints, objects: int) -> Truths:
    # Rounded, so that what is tied but for the last bit is ordered by value on every machine.
    order = np.lexsort((value, -np.round(probability, 9), object_))
    sorted_objects = object_[order]
    starts = np.full(objects, -1)
    first = np.flatnonzero(np.concatenate(([True], sorted_objects[1:] != sorted_objects[:-1]))) if order.size else order
    starts[sorted_objects[first]] = first
    return Truths(
        object=sorted_objects, value=value[order], probability=probability[order], votes=votes[order], starts=starts
    )
