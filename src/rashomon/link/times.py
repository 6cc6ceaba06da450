"""Times spoken of in reports, resolved against the time of publication into intervals with a precision.

News time looks back: "Tuesday" is the latest Tuesday not after publication, "in December" the latest December, unless
the sentence looks ahead ("will vote on Friday"). What is set off from another event ("two days after", "the night
before") has a shift instead of an interval until that event's time is known. Where a phrase cannot be resolved without
guessing, there is no interval.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from rashomon.link import time_patterns as written
from rashomon.link.time_patterns import MONTHS, WEEKDAYS
from rashomon.link.time_readings import DAY_WAYS, SHIFTS, WAYS, View, refine_day
from rashomon.link.time_spans import DAY, Shift, Span, shift_span
from rashomon.model.vocabulary import Precision

__all__ = ["MONTHS", "WEEKDAYS", "TimePhrase", "anchor_time", "find_times"]

_DAYS: Final = frozenset(("date", "weekday", "near_day", "holiday", "ordinal", "iso"))
_OF_ONE_DAY: Final = frozenset(("day", "edge", "part", "clock"))
_LOOK_CHARS: Final = 60
_LOOK_ON_CHARS: Final = 30
_STOP: Final = re.compile(r"[.;:—–]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePhrase:
    """A time named at start..end of a text. `begin` and `finish` bound it (aware; None where it cannot be resolved).

    `precision` says how exactly it is known, `shift` how far it lies from an event the text sets it off from.
    """

    start: int
    end: int
    begin: datetime | None
    finish: datetime | None
    precision: Precision | None = None
    shift: Shift | None = None


def find_times(text: str, *, published_at: datetime | None) -> tuple[TimePhrase, ...]:
    """Return the times named in a text, in order. Without a time of publication only full dates resolve (in UTC)."""
    zone = (published_at.tzinfo if published_at else None) or UTC
    view = View(now=published_at, zone=zone)
    found: list[TimePhrase] = []
    day: datetime | None = None
    for group in _join_matches(text):
        looking = replace(view, ahead=_looks_ahead(text, group[0].start(), group[-1].end()))
        phrase, own_day = _resolve_group(group, looking, day)
        day = own_day or day
        if phrase is not None:
            found.append(phrase)
    return tuple(found)


def anchor_time(phrase: TimePhrase, begin: datetime, finish: datetime, precision: Precision) -> TimePhrase:
    """Return a phrase that is set off from an event with its interval, from the time of that event."""
    if phrase.shift is None:
        return phrase
    span = shift_span(Span(begin=begin, finish=finish, precision=precision), phrase.shift)
    if span is None:
        return phrase
    return replace(phrase, begin=span.begin, finish=span.finish, precision=span.precision)


def _join_matches(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the matches of the text, those that make up one time together: a day, a part of it, a time of the clock."""
    group: list[re.Match[str]] = []
    for match in written.TIME.finditer(text):
        if not _stands_alone(match):
            continue
        if group and _fits(group, match) and written.GLUE.fullmatch(text, group[-1].end(), match.start()):
            group.append(match)
            continue
        if group:
            yield group
        group = [match]
    if group:
        yield group


def _stands_alone(match: re.Match[str]) -> bool:
    """Tell whether a match is a time at all: "May" and "fall" are words of their own without a word beside them."""
    if match["month"]:
        return bool(match["o_lead"] or match["o_third"] or match["o_year"])
    if match["season"]:
        return bool(match["s_year"]) or bool(match["s_lead"] and match["s_lead"].strip().casefold() != "the")
    return True


def _fits(group: Sequence[re.Match[str]], match: re.Match[str]) -> bool:
    kinds = {_kind(one) for one in group}
    return _kind(match) in _OF_ONE_DAY - kinds and kinds <= _OF_ONE_DAY


def _kind(match: re.Match[str]) -> str:
    way = match.lastgroup or ""
    return "day" if way in _DAYS else way


def _looks_ahead(text: str, start: int, end: int) -> bool:
    """Tell whether the words before a time, or those after one that opens its clause, look ahead."""
    before = _STOP.split(text[max(0, start - _LOOK_CHARS) : start])[-1]
    if written.AHEAD.search(before):
        return True
    after = _STOP.split(text[end : end + _LOOK_ON_CHARS])[0]
    return len(before.strip()) <= len("and on") and written.AHEAD.search(after) is not None


def _resolve_group(
    group: Sequence[re.Match[str]], view: View, day: datetime | None
) -> tuple[TimePhrase | None, datetime | None]:
    """Return the time a group of matches names, and the day it is on where it names one."""
    start, end = group[0].start(), group[-1].end()
    by_kind = {_kind(match): match for match in group}
    unknown = TimePhrase(start=start, end=end, begin=None, finish=None)
    try:
        if by_kind.keys() <= _OF_ONE_DAY:
            span, own_day = _resolve_day(by_kind, view, day)
        else:
            way = str(group[0].lastgroup)
            shift = SHIFTS[way](group[0]) if way in SHIFTS else None
            if shift is not None:
                return replace(unknown, shift=shift), None
            span, own_day = WAYS[way](group[0], view), None
    except (ValueError, OverflowError):
        return unknown, None
    if span is None:
        return unknown, own_day
    return replace(unknown, begin=span.begin, finish=span.finish, precision=span.precision), own_day


def _resolve_day(
    by_kind: Mapping[str, re.Match[str]], view: View, day: datetime | None
) -> tuple[Span | None, datetime | None]:
    """Return what a day, a part of one and a time of the clock come to together, and the day."""
    named = by_kind.get("day")
    span = DAY_WAYS[str(named.lastgroup)](named, view) if named else None
    if named is not None and span is None:
        return None, None
    if span is not None and span.precision is not Precision.DAY:
        return span, span.begin.replace(hour=0, minute=0) if span.begin else None
    own_day = span.begin if span is not None else None
    refined = refine_day(by_kind, own_day or day or view.midnight)
    if refined is None or refined.begin is None or refined.finish is None:
        return span, own_day
    latest = view.latest
    if latest is not None and refined.begin > latest and not view.ahead:
        # "Tuesday night" in a report of a Tuesday morning is that of a week ago, a bare "at 9 p.m." that of yesterday.
        back = 7 * DAY if named is not None and named.lastgroup == "weekday" else DAY if own_day is None else 0 * DAY
        refined = replace(refined, begin=refined.begin - back, finish=refined.finish - back)
    return refined, own_day
