"""Stretches of time as news speaks of them: from a minute to a decade, each with how exactly it is known.

Times are aware; days are those of the place of publication. A stretch runs from `begin` up to, not including, `finish`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from types import MappingProxyType
from typing import Final

from rashomon.model.vocabulary import Precision

DAY: Final = timedelta(days=1)
HOUR: Final = timedelta(hours=1)
MINUTE: Final = timedelta(minutes=1)
_NAMED_PARTS: Final = {
    "early": (0, 9), "early morning": (0, 9), "small hours": (0, 6), "dawn": (4, 8), "daybreak": (4, 8),
    "sunrise": (4, 8), "morning": (5, 12), "late morning": (10, 12), "mid morning": (9, 11), "noon": (11, 13),
    "midday": (11, 13), "lunchtime": (11, 14), "afternoon": (12, 18), "early afternoon": (12, 15),
    "late afternoon": (15, 19), "dusk": (17, 21), "sunset": (17, 21), "early evening": (17, 20), "evening": (17, 24),
    "late evening": (20, 24), "late": (18, 24), "night": (18, 30), "late night": (21, 30), "midnight": (23, 25),
}  # fmt: skip
PARTS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(_NAMED_PARTS)
"""Hours of a day, by the words for them; 30 is six in the morning of the day after."""

_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_THIRDS_OF_YEAR: Final = {"early": (1, 5), "mid": (5, 9), "late": (9, 13)}
_THIRDS_OF_MONTH: Final = {"early": (0, 10), "mid": (9, 20), "late": (19, None)}
_THIRDS_OF_DECADE: Final = {"early": (0, 4), "mid": (3, 7), "late": (6, 10)}
_UNITS: Final = {
    "second": Precision.MINUTE, "minute": Precision.MINUTE, "hour": Precision.HOUR, "night": Precision.DAY,
    "day": Precision.DAY, "week": Precision.WEEK, "fortnight": Precision.WEEK, "month": Precision.MONTH,
    "year": Precision.YEAR, "decade": Precision.DECADE,
}  # fmt: skip
LENGTHS: Final[Mapping[str, timedelta]] = MappingProxyType(
    {
        "second": timedelta(seconds=1), "minute": MINUTE, "hour": HOUR, "night": DAY, "day": DAY, "week": 7 * DAY,
        "fortnight": 14 * DAY, "month": timedelta(days=30.44), "year": timedelta(days=365.25),
        "decade": timedelta(days=3652.5),
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of time and how exactly it is known; `begin` is None where only its end is bounded."""

    begin: datetime | None
    finish: datetime | None
    precision: Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A distance from another time, in units: -1 of a night for "the night before"; `low` to `high` of them."""

    unit: str
    low: float
    high: float


def span_day(year: int, month: int, day: int, zone: tzinfo) -> Span:
    """Return a day. Raises ValueError where there is no such day."""
    begin = datetime(year, month, day, tzinfo=zone)
    return Span(begin=begin, finish=begin + DAY, precision=Precision.DAY)


def span_month(year: int, month: int, zone: tzinfo, *, third: str = "") -> Span:
    """Return a month, or its "early", "mid" or "late" third. Raises ValueError outside the calendar."""
    begin = datetime(year, month, 1, tzinfo=zone)
    finish = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=zone)
    if not third:
        return Span(begin=begin, finish=finish, precision=Precision.MONTH)
    first, last = _THIRDS_OF_MONTH[third]
    finish = finish if last is None else begin + last * DAY
    return Span(begin=begin + first * DAY, finish=finish, precision=Precision.WEEK)


def span_season(year: int, season: str, zone: tzinfo) -> Span:
    """Return a season of the northern half of the world; the winter of a year is the one that ends in it."""
    month = _SEASONS[season]
    start = year - (month == 12)
    end_year, end_month = (year, 3) if month == 12 else (year, month + 3)
    return Span(
        begin=datetime(start, month, 1, tzinfo=zone),
        finish=datetime(end_year, end_month, 1, tzinfo=zone),
        precision=Precision.SEASON,
    )


def span_year(year: int, zone: tzinfo, *, third: str = "") -> Span:
    """Return a year, or its "early", "mid" or "late" third. Raises ValueError outside the calendar."""
    first, last = _THIRDS_OF_YEAR[third] if third else (1, 13)
    return Span(
        begin=datetime(year, first, 1, tzinfo=zone),
        finish=datetime(year + last // 13, (last - 1) % 12 + 1, 1, tzinfo=zone),
        precision=Precision.SEASON if third else Precision.YEAR,
    )


def span_decade(year: int, zone: tzinfo, *, third: str = "") -> Span:
    """Return the decade that begins with a year, or a part of it. Raises ValueError outside the calendar."""
    first, last = _THIRDS_OF_DECADE[third] if third else (0, 10)
    return Span(
        begin=datetime(year + first, 1, 1, tzinfo=zone),
        finish=datetime(year + last, 1, 1, tzinfo=zone),
        precision=Precision.YEAR if third else Precision.DECADE,
    )


def take_part(day: datetime, part: str) -> Span:
    """Return the part of the day that begins at `day`."""
    first, last = PARTS[part]
    return Span(begin=day + first * HOUR, finish=day + last * HOUR, precision=Precision.PART_OF_DAY)


def take_clock(day: datetime, hour: int, minute: int | None) -> Span:
    """Return an hour or a minute of the day that begins at `day`."""
    begin = day + hour * HOUR + (minute or 0) * MINUTE
    if minute is None:
        return Span(begin=begin, finish=begin + HOUR, precision=Precision.HOUR)
    return Span(begin=begin, finish=begin + MINUTE, precision=Precision.MINUTE)


def shift_span(anchor: Span, shift: Shift) -> Span | None:
    """Return the time that lies a shift away from another; None where that one is not bounded or out of the calendar.

    "Two days after" is a day, "weeks after" a stretch of weeks: the result is no more exact than the unit, nor than
    the time it starts from.
    """
    begin, finish = anchor.begin, anchor.finish
    if begin is None or finish is None:
        return None
    length = LENGTHS[shift.unit]
    try:
        # "A week ago" may be a day more or less, "two months ago" half a month.
        slack = timedelta(0) if length <= DAY else length / 7 if length <= 14 * DAY else length / 2
        slack = slack if shift.low == shift.high != 0 else timedelta(0)
        moved = begin + shift.low * length - slack, finish + shift.high * length + slack
        if length > 14 * DAY:
            moved = _cut_to_day(moved[0]), _cut_to_day(moved[1])
        if shift.unit == "night":
            day = moved[0].replace(hour=0, minute=0, second=0, microsecond=0)
            return take_part(day, "night")
    except (OverflowError, ValueError):
        return None
    return Span(begin=moved[0], finish=moved[1], precision=coarsest(anchor.precision, _UNITS[shift.unit]))


def _cut_to_day(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def coarsest(one: Precision, other: Precision) -> Precision:
    """Return the less exact of two."""
    order = tuple(Precision)
    return max(one, other, key=order.index)
