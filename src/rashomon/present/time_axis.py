"""A time axis: which stretch of time is drawn, where a moment lies on it, where ticks and bars stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
YEAR: Final = timedelta(days=365)
LEFT: Final = 112.0
RIGHT: Final = 930.0
WIDTH: Final = 1120.0
"""Where the axis begins and ends in the picture, and how wide that is with the names at its sides, in its own units."""

MOST_TICKS: Final = 9
MOST_BARS: Final = 200
SHORT: Final = timedelta(days=8)
"""Up to here one steps by the hour, beyond by the day."""
_BARS: Final = (HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY, YEAR, 10 * YEAR, 100 * YEAR, 1000 * YEAR)
_TICKS: Final = (HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY)
_MONTHS: Final = (1, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12000)
_WORDS: Final = {
    HOUR: "hour",
    6 * HOUR: "six hours",
    DAY: "day",
    7 * DAY: "week",
    30 * DAY: "30 days",
    YEAR: "365 days",
}
_ORIGIN: Final = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A moment on the axis with its name."""

    x: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The time from `begin` to `end` (aware, UTC, begin < end) laid from LEFT to RIGHT."""

    begin: datetime
    end: datetime

    @property
    def span(self) -> timedelta:
        """How much time is drawn."""
        return self.end - self.begin

    @property
    def step(self) -> timedelta:
        """How far one key moves a moment: an hour, or a day where more than eight days are drawn."""
        return HOUR if self.span <= SHORT else DAY

    @property
    def bar(self) -> timedelta:
        """How much time one bar of the histogram stands for."""
        return next((one for one in _BARS if self.span / one <= MOST_BARS), _BARS[-1])

    @property
    def bar_words(self) -> str:
        """What a bar stands for, in words."""
        return _WORDS.get(self.bar, f"{self.bar // YEAR} years")

    def place(self, moment: datetime) -> float:
        """Return where a moment lies, at most at the ends."""
        share = (moment - self.begin) / self.span
        return round(LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, share)), 1)

    def holds(self, start: datetime | None, end: datetime | None) -> bool:
        """Tell whether any of an interval (None: open) is drawn; one without any bound is not."""
        if start is None and end is None:
            return False
        return (start is None or start <= self.end) and (end is None or end >= self.begin)


def span_reports(times: Iterable[datetime], focal: datetime | None, latest: datetime | None) -> Axis | None:
    """Return the axis of a case: from its first report to the last, the event asked about within where it is near.

    `latest` is when the judgement was made; reports dated after it have a wrong date. None without any dated report.
    """
    ordered = sorted(time.astimezone(UTC) for time in times)
    kept = [time for time in ordered if latest is None or time <= latest] or ordered
    if not kept:
        return None
    begin, end = kept[0], kept[-1]
    long = max(end - begin, DAY)
    if focal is not None and begin - long <= focal < begin:
        begin = focal
    margin = max((end - begin) / 40, HOUR)
    return Axis(begin=begin - margin, end=end + margin)


def frame_crowd(axis: Axis, times: Iterable[datetime]) -> Axis:
    """Return the part of an axis that holds the crowd: without the first tenth of the reports where they stray.

    They stray where the axis without them is less than half as long; else it is the same one. The latest reports are
    never left out: they are what one comes for.
    """
    inside = sorted(time for time in times if axis.begin <= time <= axis.end)
    framed = next(
        (
            one
            for late in inside[1 : len(inside) // 10 + 1]
            if 2 * (one := Axis(begin=late - HOUR, end=axis.end)).span < axis.span
        ),
        axis,
    )
    return framed if framed is axis else span_reports((t for t in inside if t > framed.begin), None, None) or axis


def mark_ticks(axis: Axis) -> tuple[Tick, ...]:
    """Return at most nine ticks at round moments of UTC."""
    for step in _TICKS:
        if axis.span / step <= MOST_TICKS:
            return tuple(
                Tick(x=axis.place(one), label=_name(one, step, first=number == 0))
                for number, one in enumerate(_every(axis, step))
            )
    for months in _MONTHS:
        if axis.span / (months * timedelta(days=30)) <= MOST_TICKS:
            named = _every_month(axis, months)
            return tuple(
                Tick(x=axis.place(one), label=f"{one:%b %Y}" if months < 12 else str(one.year)) for one in named
            )
    return ()


def cut_bars(axis: Axis) -> tuple[datetime, ...]:
    """Return where the bars begin; the last one's end is one bar further."""
    first = _ORIGIN + ((axis.begin - _ORIGIN) // axis.bar) * axis.bar
    return tuple(first + k * axis.bar for k in range((axis.end - first) // axis.bar + 1))


def choose_moments(axis: Axis, times: Sequence[datetime], *, most: int) -> tuple[datetime, ...]:
    """Return the moments a curve is drawn at: when each report came out, or evenly many where those are too many."""
    distinct = sorted({time.astimezone(UTC) for time in times if axis.begin <= time <= axis.end})
    if len(distinct) < most:
        return tuple(sorted({axis.begin, *distinct, axis.end}))
    return tuple(axis.begin + axis.span * k / (most - 1) for k in range(1, most))


def shift(moment: datetime, by: timedelta) -> datetime:
    """Return a moment moved, at most to the ends of the calendar."""
    try:
        return moment + by
    except OverflowError:
        return moment


def _every(axis: Axis, step: timedelta) -> Iterator[datetime]:
    one = _ORIGIN + -((_ORIGIN - axis.begin) // step) * step
    while one <= axis.end:
        yield one
        one += step


def _every_month(axis: Axis, months: int) -> Iterator[datetime]:
    count = -(-(12 * axis.begin.year + axis.begin.month - 1) // months) * months
    while count // 12 <= axis.end.year and (one := _month(count)) <= axis.end:
        if one >= axis.begin:
            yield one
        count += months


def _month(count: int) -> datetime:
    return datetime(count // 12, count % 12 + 1, 1, tzinfo=UTC)


def _name(moment: datetime, step: timedelta, *, first: bool) -> str:
    """Return a tick's name; the first one of hours says the day too."""
    if step >= DAY or moment.hour == 0:
        return f"{moment.day} {moment:%b}"
    return f"{moment.day} {moment:%b, %H:%M}" if first else f"{moment:%H:%M}"
