"""What each way of writing a time comes to, seen from where a text looks: the time of publication and its zone."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from types import MappingProxyType
from typing import Final

from rashomon.link import time_patterns as written
from rashomon.link.time_patterns import SHORT_MONTHS, WEEKDAYS
from rashomon.link.time_spans import (
    DAY,
    HOUR,
    LENGTHS,
    PARTS,
    Shift,
    Span,
    coarsest,
    shift_span,
    span_day,
    span_decade,
    span_month,
    span_season,
    span_year,
    take_clock,
    take_part,
)
from rashomon.model.vocabulary import Precision

_PARTIAL: Final = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """From where a text looks: its time of publication, that day's midnight, the zone, and whether it looks ahead."""

    now: datetime | None
    zone: tzinfo
    ahead: bool = False

    @property
    def midnight(self) -> datetime | None:
        return self.now.replace(hour=0, minute=0, second=0, microsecond=0) if self.now else None

    @property
    def latest(self) -> datetime | None:
        """The latest moment that may have passed: a date without a time of day is the whole day."""
        return self.now + DAY if self.now is not None and self.now == self.midnight else self.now


def refine_day(by_kind: Mapping[str, re.Match[str]], day: datetime | None) -> Span | None:
    """Return the part of a day, or the time of the clock on it, that matches name; None where there is no day."""
    clock, part = by_kind.get("clock"), by_kind.get("part")
    if day is None:
        return None
    if clock is not None:
        return _read_clock(clock, day, part["p_name"] if part is not None else "")
    edge = by_kind["edge"]["g_name"].casefold() if "edge" in by_kind else ""
    if part is None:
        return take_part(day, edge) if edge else None
    name = part["p_name"].replace("-", " ")
    name = f"{edge} {name}" if f"{edge} {name}" in PARTS else name
    if part["p_before"]:
        return Span(begin=day, finish=day + 6 * HOUR, precision=Precision.PART_OF_DAY)
    return take_part(day, name)


def _read_clock(match: re.Match[str], day: datetime, part: str) -> Span:
    if match["c_named"]:
        side = (match["c_side"] or "").casefold()
        hour = 12 if match["c_named"] != "midnight" else 24 if side == "before" else 0
        return take_clock(day, hour - (side == "before"), None)
    if match["c_half"]:
        hour = int(match["c_hour"]) % 12 + 12 * (match["c_half"] == "p")
        return take_clock(day, hour, int(match["c_minute"]) if match["c_minute"] else None)
    if match["c_word"]:
        word = match["c_word"].casefold()
        hour = written.COUNTS.get(word) or int(word)
        late = part.endswith(("afternoon", "evening")) or (part == "night" and hour > 6)
        return take_clock(day, hour % 12 + 12 * late, None)
    hour_text = match["c_hour24"] or match["c_dotted"] or match["c_hour4"]
    minute_text = match["c_minute24"] or match["c_minute_dotted"] or match["c_minute4"]
    return take_clock(day, int(hour_text), int(minute_text))


def _read_iso(match: re.Match[str], view: View) -> Span:
    year, month, day = map(int, match["iso_day"].split("-"))
    span = span_day(year, month, day, view.zone)
    if match["iso_hour"] and span.begin:
        return take_clock(span.begin, int(match["iso_hour"]), int(match["iso_minute"]))
    return span


def _read_date(match: re.Match[str], view: View) -> Span | None:
    month = _month_number(match["d_month"] or match["e_month"])
    day = _day_number(match["d_day"] or match["e_day"])
    return _date_near(month, day, match["d_year"] or match["e_year"], view)


def _read_holiday(match: re.Match[str], view: View) -> Span | None:
    month, day = written.HOLIDAYS[match["h_name"].replace("’", "'").casefold()]
    return _date_near(month, day, match["h_year"], view)


def _date_near(month: int, day: int, year: str | None, view: View) -> Span | None:
    number = int(year) if year else _year_near(month, day, view)
    return span_day(number, month, day, view.zone) if number else None


def _year_near(month: int, day: int, view: View) -> int | None:
    """Return the year in which a day without one lies: the last time, or the next where the text looks ahead."""
    if view.now is None:
        return None
    if view.ahead:
        return view.now.year + ((month, day) < (view.now.month, view.now.day))
    # "3 May" in a report of 1 May may be two days off in either direction; beyond that it was last year.
    slack = view.now + timedelta(days=2)
    return view.now.year - ((month, day) > (slack.month, slack.day))


def _read_weekday(match: re.Match[str], view: View) -> Span | None:
    if view.midnight is None:
        return None
    lead = (match["k_lead"] or "").strip().casefold()
    back = (view.midnight.weekday() - WEEKDAYS[match["k_day"].casefold()]) % 7
    if lead in ("next", "coming") or (view.ahead and not lead.endswith(("last", "past"))):
        begin = view.midnight + DAY * ((7 - back) % 7 or 7 * (lead == "next"))
    else:
        begin = view.midnight - DAY * (back or 7 * (lead == "last"))
    return Span(begin=begin, finish=begin + DAY, precision=Precision.DAY)


def _read_near_day(match: re.Match[str], view: View) -> Span | None:
    midnight = view.midnight
    if midnight is None:
        return None
    if match["n_this"]:
        return take_part(midnight, match["n_this"])
    if match["n_tonight"]:
        return take_part(midnight, "night")
    if match["n_last"]:
        last = match["n_last"].casefold()
        if last == "last evening":
            return take_part(midnight - DAY, "evening")
        begin = midnight - (4 if last == "overnight" else 6) * HOUR
        finish = midnight + (8 if last == "overnight" else 6) * HOUR
        return Span(begin=begin, finish=finish, precision=Precision.PART_OF_DAY)
    word = match["n_day"].casefold()
    steps = {"yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    begin = midnight + steps[word] * DAY
    return Span(begin=begin, finish=begin + DAY, precision=Precision.DAY)


def _read_ordinal(match: re.Match[str], view: View) -> Span | None:
    if view.now is None:
        return None
    day = int(match["i_number"]) if match["i_number"] else written.ORDINALS[match["i_word"]]
    year, month = view.now.year, view.now.month
    if day > view.now.day and not view.ahead:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    elif day < view.now.day and view.ahead:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return span_day(year, month, day, view.zone)


def _read_days(match: re.Match[str], view: View) -> Span | None:
    month = _month_number(match["days_month"] or match["md_month"])
    first, last = _day_number(match["days_1"] or match["md_1"]), _day_number(match["days_2"] or match["md_2"])
    begin = _date_near(month, first, match["days_year"] or match["md_year"], view)
    finish = _date_near(month, last, match["days_year"] or match["md_year"], view)
    return _bridge(begin, finish, by_night=bool(match["nights"]))


def _read_weekdays(match: re.Match[str], view: View) -> Span | None:
    if view.midnight is None:
        return None
    first, last = (WEEKDAYS[match[name].casefold()] for name in ("w_1", "w_2"))
    finish = view.midnight - DAY * ((view.midnight.weekday() - last) % 7)
    begin = finish - DAY * ((last - first) % 7)
    one, other = (Span(begin=day, finish=day + DAY, precision=Precision.DAY) for day in (begin, finish))
    return _bridge(one, other, by_night=bool(match["w_nights"]) or " into " in match[0])


def _bridge(one: Span | None, other: Span | None, *, by_night: bool = False) -> Span | None:
    """Return what reaches from one time to another; by night from the evening of one to the morning of the other."""
    if one is None or other is None or one.begin is None or other.begin is None or other.finish is None:
        return None
    if one.begin > other.begin:
        return None
    if by_night:
        return Span(begin=one.begin + 18 * HOUR, finish=other.begin + 6 * HOUR, precision=Precision.PART_OF_DAY)
    return Span(begin=one.begin, finish=other.finish, precision=coarsest(one.precision, other.precision))


def _read_months(match: re.Match[str], view: View) -> Span | None:
    first, last = _month_number(match["m_1"]), _month_number(match["m_2"])
    year = int(match["m_year"]) if match["m_year"] else _year_near(last, 1, view)
    if year is None:
        return None
    return _bridge(span_month(year - (first > last), first, view.zone), span_month(year, last, view.zone))


def _read_month(match: re.Match[str], view: View) -> Span | None:
    month = _month_number(match["o_month"])
    lead = (match["o_lead"] or "").strip().casefold()
    if match["o_year"]:
        year: int | None = int(match["o_year"])
    elif match["o_ago"]:
        year = view.now.year - 1 if view.now else None
    else:
        year = _year_near(month, 1, replace(view, ahead=True) if lead == "next" else view)
    third = _name_third(match["o_third"])
    return span_month(year, month, view.zone, third=third) if year else None


def _read_years(match: re.Match[str], view: View) -> Span | None:
    return _bridge(span_year(int(match["y_1"]), view.zone), span_year(int(match["y_2"]), view.zone))


def _read_decade(match: re.Match[str], view: View) -> Span:
    return span_decade(int(match["x_year"]), view.zone, third=_name_third(match["x_third"]))


def _read_season(match: re.Match[str], view: View) -> Span | None:
    if match["s_year"]:
        return span_season(int(match["s_year"]), match["s_name"], view.zone)
    if view.now is None:
        return None
    lead = (match["s_lead"] or "").strip().casefold()
    years = range(view.now.year - 1, view.now.year + 3)
    spans = [span_season(year, match["s_name"], view.zone) for year in years]
    if lead == "next" or view.ahead:
        return next((span for span in spans if span.begin and span.begin > view.now), None)
    if lead == "last":
        return next((span for span in reversed(spans) if span.finish and span.finish <= view.now), None)
    return next((span for span in reversed(spans) if span.begin and span.begin <= view.now), None)


def _read_year(match: re.Match[str], view: View) -> Span:
    year = match["r_year"] or match["r_year2"] or match["r_year3"]
    return span_year(int(year), view.zone, third=_name_third(match["r_third"]))


def _read_stretch(match: re.Match[str], view: View) -> Span | None:
    """Return this, the last or the next week, month, year or decade, or the part of it that has passed or is to be."""
    if view.midnight is None or view.now is None:
        return None
    which = match["z_which"].casefold().removeprefix("the ")
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}[which]
    span = _calendar_stretch(match["z_unit"], step, view.midnight)
    part = (match["z_part"] or "").casefold()
    if span.begin is None or span.finish is None or not part:
        return span
    if part == "earlier":
        return replace(span, finish=max(span.begin + DAY, min(view.now, span.finish)))
    if part == "later":
        return replace(span, begin=max(span.begin, min(view.now, span.finish - DAY)))
    if match["z_unit"] == "month":
        return span_month(span.begin.year, span.begin.month, view.zone, third=part)
    if match["z_unit"] == "year":
        return span_year(span.begin.year, view.zone, third=part)
    if match["z_unit"] == "decade":
        return span_decade(span.begin.year, view.zone, third=part)
    return span


def _calendar_stretch(unit: str, step: int, midnight: datetime) -> Span:
    zone = midnight.tzinfo or UTC
    if unit in ("week", "weekend"):
        monday = midnight - midnight.weekday() * DAY + 7 * step * DAY
        begin = monday + 5 * DAY if unit == "weekend" else monday
        return Span(begin=begin, finish=monday + 7 * DAY, precision=Precision.WEEK)
    if unit == "month":
        months = midnight.year * 12 + midnight.month - 1 + step
        return span_month(months // 12, months % 12 + 1, zone)
    if unit == "year":
        return span_year(midnight.year + step, zone)
    return span_decade(midnight.year // 10 * 10 + 10 * step, zone)


def _read_ago(match: re.Match[str], view: View) -> Span | None:
    if view.now is None or view.midnight is None:
        return None
    unit = match["a_unit"]
    low, high = _read_count(match["a_count"])
    exact = LENGTHS[unit] < DAY
    now = view.now if exact else view.midnight
    if not match["a_count"]:
        precision = shift_precision(unit)
        return Span(begin=None, finish=now - LENGTHS[unit], precision=precision)
    here = Span(begin=now, finish=now if exact else now + DAY, precision=Precision.MINUTE if exact else Precision.DAY)
    return shift_span(here, Shift(unit=unit, low=-high, high=-low))


def shift_precision(unit: str) -> Precision:
    """Return how exactly a time is known that is told in a unit ("weeks ago")."""
    here = datetime(2000, 1, 1, tzinfo=UTC)
    span = shift_span(Span(begin=here, finish=here, precision=Precision.MINUTE), Shift(unit=unit, low=1, high=1))
    return span.precision if span is not None else Precision.YEAR


def _shift_count(match: re.Match[str]) -> Shift:
    low, high = _read_count(match["f_count"])
    if match["f_way"].startswith(("before", "earlier", "prior", "ahead")):
        low, high = -high, -low
    return Shift(unit=match["f_unit"].casefold(), low=low, high=high)


def _shift_same(match: re.Match[str]) -> Shift:
    if match["v_eve"]:
        return Shift(unit="day", low=-1, high=-1)
    unit = match["q_unit"] or match["v_unit"]
    which = (match["q_which"] or match["v_way"]).casefold()
    step = -1 if which.endswith(("before", "previous")) else 1 if which.endswith(("after", "following", "next")) else 0
    return Shift(unit="day" if unit in ("morning", "afternoon", "evening") else unit, low=step, high=step)


def _read_count(word: str | None) -> tuple[float, float]:
    folded = (word or "").casefold()
    if folded in written.VAGUE_COUNTS:
        return written.VAGUE_COUNTS[folded]
    number = float(folded) if folded.isdigit() else float(written.COUNTS[folded])
    return number, number


def _name_third(words: str | None) -> str:
    if not words:
        return ""
    folded = words.strip(" -").casefold()
    return _PARTIAL[folded.split()[1]] if folded.startswith("the ") else folded


def _month_number(name: str) -> int:
    return SHORT_MONTHS[name[:3].casefold()]


def _day_number(written_day: str) -> int:
    return int(written_day.rstrip("stndrh"))


_Way = Callable[[re.Match[str], View], Span | None]
DAY_WAYS: Final[Mapping[str, _Way]] = MappingProxyType(
    {
        "iso": _read_iso,
        "date": _read_date,
        "holiday": _read_holiday,
        "weekday": _read_weekday,
        "near_day": _read_near_day,
        "ordinal": _read_ordinal,
    }
)
WAYS: Final[Mapping[str, _Way]] = MappingProxyType(
    {
        "days": _read_days,
        "month_days": _read_days,
        "weekdays": _read_weekdays,
        "months": _read_months,
        "month": _read_month,
        "years": _read_years,
        "decade": _read_decade,
        "season": _read_season,
        "year": _read_year,
        "stretch": _read_stretch,
        "ago": _read_ago,
    }
)
SHIFTS: Final[Mapping[str, Callable[[re.Match[str]], Shift]]] = MappingProxyType(
    {"shift": _shift_count, "same": _shift_same}
)
