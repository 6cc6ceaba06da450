"""How events are put in words: how they stand to the one asked about, and when they were, as exactly as is known."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from rashomon.model.event import Event
from rashomon.model.vocabulary import EventRelation, Precision

RELATION_PHRASES: Final[Mapping[EventRelation, str]] = MappingProxyType(
    {
        EventRelation.FOCAL: "the event asked about",
        EventRelation.PRIOR: "happened before it",
        EventRelation.RECIPROCAL: "at the same time, elsewhere",
        EventRelation.LATER: "came afterwards",
        EventRelation.EXPECTED: "foreseen or planned when it was told",
        EventRelation.OTHER: "another event",
    }
)
RELATION_TITLES: Final[Mapping[EventRelation, str]] = MappingProxyType(
    {
        EventRelation.FOCAL: "Asked about",
        EventRelation.RECIPROCAL: "At the same time, elsewhere",
        EventRelation.PRIOR: "Before",
        EventRelation.LATER: "Afterwards",
        EventRelation.EXPECTED: "Foreseen or planned",
        EventRelation.OTHER: "Other events that reports are on",
    }
)
_MOMENT: Final = timedelta(minutes=1)
_DAY: Final = timedelta(days=1)


def say_when(event: Event) -> str:
    """Return when an event happened: "30 May 2023, 00:00 to 09:00", "10 to 12 May 2023", "May 1981", "the 1980s".

    Times are those of the place where the reports appeared; "" where no time is known.
    """
    begin, finish = event.start, event.end
    if finish is None or event.precision is None:
        return _say_day(begin) if begin else ""
    if begin is None:
        return f"before {_say_day(finish)}"
    last = finish - _MOMENT
    if event.precision is Precision.MINUTE:
        return f"{_say_day(begin)}, {begin:%H:%M}"
    if event.precision in (Precision.HOUR, Precision.PART_OF_DAY):
        until = f"{finish:%H:%M}" if finish.date() == begin.date() or finish - begin < _DAY else _say_moment(finish)
        return f"{_say_moment(begin)} to {until}"
    if event.precision in (Precision.DAY, Precision.WEEK):
        return _say_range(_say_day(begin), _say_day(last))
    if event.precision in (Precision.MONTH, Precision.SEASON):
        return _say_range(f"{begin:%b %Y}", f"{last:%b %Y}")
    if event.precision is Precision.DECADE:
        return f"the {begin.year}s"
    return _say_range(str(begin.year), str(last.year))


def _say_day(moment: datetime) -> str:
    return f"{moment.day} {moment:%b %Y}"


def _say_moment(moment: datetime) -> str:
    return f"{_say_day(moment)}, {moment:%H:%M}"


def _say_range(first: str, last: str) -> str:
    """Return two times as a range that says what they have in common once: "10 to 12 May 2023"."""
    if first == last:
        return first
    one, other = first.split(), last.split()
    while len(one) > 1 and len(one) == len(other) and one[-1] == other[-1]:
        one.pop()
        other = other[:-1]
    return f"{' '.join(one)} to {last}"
