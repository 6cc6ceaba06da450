"""The value of a quantity that the reports bear out most, and the range of what they say."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from rashomon.model.event import FactValue

_HALF_LIFE_DAYS: Final = 3.0
_FIRST: Final = 0.25
"""What the first number told weighs. Half of what is missing to 1 is made good in three days, and in every three more:
what is said a year later and ten years later has settled alike."""
_UNDATED: Final = 0.5
_WITHIN_BOUND: Final = 0.5
"""How far a bound ("at least 8") bears out a number it admits but does not name."""
_NEAR: Final = 0.05
"""Measured values this near are one: yards paced out, metres converted. Counts must agree."""
_DAY: Final = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Vote:
    """One value with its share of its origin's weight; `instance` that it tells of somebody, not of how many."""

    value: FactValue
    weight: float
    instance: bool


def span_values(values: Sequence[FactValue], *, instances: Collection[str] = ()) -> tuple[float | None, float | None]:
    """Return the smallest and the largest value not superseded; None where a bound leaves that side open.

    A bound that only tells of somebody (`instances`, ids of claims) opens no side that tallies close.
    """
    current = [value for value in values if value.superseded_by is None]
    tallies = [value for value in current if value.claim_id not in instances]
    current = tallies or current
    lows = [value.low if value.low is not None else value.high for value in current]
    highs = [value.high if value.high is not None else value.low for value in current]
    low = min((end for end in lows if end is not None), default=None)
    high = max((end for end in highs if end is not None), default=None)
    if any(value.low is None and value.high == low for value in current):
        low = None
    if any(value.high is None and value.low == high for value in current):
        high = None
    return low, high


def choose_best(
    values: Sequence[FactValue], *, measured: bool, instances: Collection[str] = (), copied: Collection[str] = ()
) -> float | None:
    """Return the value most origins bear out, later ones more; None where there is none.

    An origin has one vote, shared by the values it gives; what a copy repeats (`copied`, ids of claims) has none. On a
    tie the later value wins, then the larger one.
    """
    current = [value for value in values if value.superseded_by is None]
    current = [value for value in current if value.claim_id not in copied] or current
    if any(value.claim_id not in instances for value in current):
        points = {_point(v, measured=measured) for v in current if v.claim_id not in instances}
    else:
        points = {_point(v, measured=measured) for v in current}
    votes = _cast(current, instances)
    named = {point for point in points if point is not None}
    return max(named, key=lambda point: _rank(point, votes, measured=measured), default=None)


def _rank(point: float, votes: Sequence[_Vote], *, measured: bool) -> tuple[float, float, float]:
    support = sum(vote.weight * _bears_out(vote, point, measured=measured) for vote in votes)
    times = [v.value.as_of for v in votes if v.value.as_of is not None and _point(v.value, measured=measured) == point]
    return round(support, 9), max((when.timestamp() for when in times), default=float("-inf")), point


def _cast(values: Sequence[FactValue], instances: Collection[str]) -> list[_Vote]:
    given: dict[str, set[tuple[float | None, float | None]]] = defaultdict(set)
    earliest = min((value.as_of for value in values if value.as_of is not None), default=None)
    times: dict[tuple[str, float | None, float | None], FactValue] = {}
    for value in values:
        given[value.origin_id].add((value.low, value.high))
        key = (value.origin_id, value.low, value.high)
        # The first time an origin gave a value counts: to repeat it makes it no newer.
        if key not in times or _is_earlier(value.as_of, times[key].as_of):
            times[key] = value
    return [
        _Vote(
            value=value,
            weight=_settled(value.as_of, earliest) / len(given[value.origin_id]),
            instance=value.claim_id in instances,
        )
        for value in times.values()
    ]


def _is_earlier(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and (other is None or one < other)


def _settled(when: datetime | None, earliest: datetime | None) -> float:
    """How far what is said has settled by then, from the first number told on."""
    if when is None or earliest is None:
        return _UNDATED
    days = (when - earliest).total_seconds() / _DAY
    return float(1 - (1 - _FIRST) * 2 ** (-days / _HALF_LIFE_DAYS))


def _point(value: FactValue, *, measured: bool) -> float | None:
    """The one number a value stands for: the middle of a range, the number named by a bound."""
    if value.low is None or value.high is None:
        return value.high if value.low is None else value.low
    middle = (value.low + value.high) / 2
    whole = value.low == int(value.low) and value.high == int(value.high)
    # Half a person is nobody: the middle of a range of counts is a whole number.
    return float(int(middle + 0.5)) if whole and not measured else middle


def _bears_out(vote: _Vote, point: float, *, measured: bool) -> float:
    value = vote.value
    named = _point(value, measured=measured)
    if named is None:
        return 0.0
    near = _NEAR * max(abs(named), abs(point)) if measured else 0.0
    if abs(named - point) <= near:
        return 1.0
    if value.low is not None and value.high is not None:
        return 1.0 if value.low < value.high and value.low <= point <= value.high else 0.0
    admitted = point > value.low if value.low is not None else point < named
    return (1.0 if vote.instance else _WITHIN_BOUND) if admitted else 0.0
