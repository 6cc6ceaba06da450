"""Times spoken of in reports, resolved against the time of publication into intervals.

News time looks back: "Tuesday" is the latest Tuesday not after publication, "in December" the latest December. Where a
phrase cannot be resolved without guessing, there is no interval.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

_MONTH_LIST: Final = "january february march april may june july august september october november december"
MONTHS: Final = {name: number for number, name in enumerate(_MONTH_LIST.split(), start=1)}
_SHORT: Final = {name[:3]: number for name, number in MONTHS.items()}
_DAY_LIST: Final = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS: Final = {name: number for number, name in enumerate(_DAY_LIST.split())}
_MONTH: Final = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_EXPLICIT: Final = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>\d{{4}}))?\b"
    rf"|\b{_MONTH.replace('month', 'month2')}\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year2>\d{{4}}))?"
    rf"|\b(?:in|since|of|last|during|from)\s+(?:early\s+|late\s+|mid-)?{_MONTH.replace('month', 'month3')}"
    r"(?:,?\s+(?P<year3>\d{4}))?\b"
    rf"|\b{_MONTH.replace('month', 'month4')}\s+(?P<year4>\d{{4}})\b"
    r"|\b(?:in|of|since)\s+(?P<year5>(?:19|20)\d\d)\b"
)
_RELATIVE: Final = re.compile(
    r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"|\b(?P<today>[Tt]oday|[Tt]his (?:morning|afternoon|evening)|[Tt]onight)\b"
    r"|\b(?P<yesterday>[Yy]esterday|[Ll]ast (?:night|evening)|[Oo]vernight)\b"
    r"|\b(?P<last>[Ll]ast|[Pp]revious) (?P<unit>week|month|year)\b"
    r"|\b(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some)?\s*"
    r"(?P<units>days?|weeks?|months?|years?)\s+(?:ago|earlier|before|after|prior)\b"
)
_COUNTS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_UNIT_DAYS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePhrase:
    """A time named at start..end of a text. `begin` and `finish` bound it (aware; None where it cannot be resolved)."""

    start: int
    end: int
    begin: datetime | None
    finish: datetime | None


def find_times(text: str, *, published_at: datetime | None) -> tuple[TimePhrase, ...]:
    """Return the times named in a text, in order. Without a time of publication only full dates resolve."""
    found = [_resolve_explicit(match, published_at) for match in _EXPLICIT.finditer(text)]
    found += [_resolve_relative(match, published_at) for match in _RELATIVE.finditer(text)]
    return tuple(sorted(found, key=lambda phrase: (phrase.start, phrase.end)))


def _resolve_explicit(match: re.Match[str], published_at: datetime | None) -> TimePhrase:
    month_name = match["month"] or match["month2"] or match["month3"] or match["month4"]
    written_year = match["year"] or match["year2"] or match["year3"] or match["year4"] or match["year5"]
    written_day = match["day"] or match["day2"]
    month = _SHORT[month_name[:3].casefold()] if month_name else None
    year = int(written_year) if written_year else None
    if year is None and published_at is not None and month is not None:
        # "3 May" in a report of 1 May may be two days off in either direction; beyond that it was last year.
        later = (month, int(written_day or 1)) > _month_and_day(published_at + timedelta(days=2))
        year = published_at.year - (1 if later else 0)
    if year is None:
        return TimePhrase(start=match.start(), end=match.end(), begin=None, finish=None)
    return _bound(match, year, month, int(written_day) if written_day else None, published_at)


def _month_and_day(moment: datetime) -> tuple[int, int]:
    return (moment.month, moment.day)


def _bound(
    match: re.Match[str], year: int, month: int | None, day: int | None, published_at: datetime | None
) -> TimePhrase:
    zone = published_at.tzinfo if published_at is not None else None
    unknown = TimePhrase(start=match.start(), end=match.end(), begin=None, finish=None)
    if zone is None:
        return unknown
    try:
        begin = datetime(year, month or 1, day or 1, tzinfo=zone)
        if day:
            finish = begin + timedelta(days=1)
        elif month:
            finish = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=zone)
        else:
            finish = datetime(year + 1, 1, 1, tzinfo=zone)
    except (ValueError, OverflowError):
        return unknown
    return TimePhrase(start=match.start(), end=match.end(), begin=begin, finish=finish)


def _resolve_relative(match: re.Match[str], published_at: datetime | None) -> TimePhrase:
    unknown = TimePhrase(start=match.start(), end=match.end(), begin=None, finish=None)
    if published_at is None:
        return unknown
    midnight = published_at.replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        begin, finish = _look_back(match, midnight)
    except OverflowError:
        return unknown
    return TimePhrase(start=match.start(), end=match.end(), begin=begin, finish=finish)


def _look_back(match: re.Match[str], midnight: datetime) -> tuple[datetime | None, datetime | None]:
    day = timedelta(days=1)
    if match["weekday"]:
        begin = midnight - day * ((midnight.weekday() - WEEKDAYS[match["weekday"].casefold()]) % 7)
        return begin, begin + day
    if match["today"]:
        return midnight, midnight + day
    if match["yesterday"]:
        # "last night" and "overnight" reach into the day of publication.
        return midnight - day, midnight if match["yesterday"].casefold() == "yesterday" else midnight + day
    if match["last"]:
        unit = day * _UNIT_DAYS[match["unit"]]
        return midnight - 2 * unit, midnight
    count = match["count"]
    unit = day * _UNIT_DAYS[match["units"].rstrip("s")]
    if not count or count in ("several", "some"):
        return None, midnight - unit
    number = int(count) if count.isdigit() else _COUNTS[count]
    return midnight - unit * number - unit / 2, midnight - unit * number + unit / 2
