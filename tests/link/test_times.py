"""News time against the time of publication: what a phrase bounds, how exactly, and what stays open."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.times import anchor_time, find_times
from rashomon.model.vocabulary import Precision

WEDNESDAY = datetime(2031, 5, 14, 16, 30, tzinfo=UTC)
SUNDAY = datetime(2023, 1, 1, 9, 0, tzinfo=timezone(timedelta(hours=9)))  # still Saturday in London
SATURDAY = datetime(1981, 2, 28, 23, 50, tzinfo=timezone(timedelta(hours=-5)))
A_DATE = datetime(2018, 3, 6, tzinfo=UTC)  # a Tuesday without a time of day


def moment(written, zone):
    return datetime.fromisoformat(written).replace(tzinfo=zone) if written else None


AGAINST_WEDNESDAY = """
struck early Tuesday | 2031-05-13 00:00 | 2031-05-13 09:00 | part_of_day
early on Wednesday | 2031-05-14 00:00 | 2031-05-14 09:00 | part_of_day
early Tuesday morning | 2031-05-13 00:00 | 2031-05-13 09:00 | part_of_day
on Tuesday night | 2031-05-13 18:00 | 2031-05-14 06:00 | part_of_day
on Wednesday night | 2031-05-07 18:00 | 2031-05-08 06:00 | part_of_day
late on Monday | 2031-05-12 18:00 | 2031-05-13 00:00 | part_of_day
on Monday afternoon | 2031-05-12 12:00 | 2031-05-12 18:00 | part_of_day
at dawn on Sunday | 2031-05-11 04:00 | 2031-05-11 08:00 | part_of_day
before dawn on Sunday | 2031-05-11 00:00 | 2031-05-11 06:00 | part_of_day
in the small hours of Saturday | 2031-05-10 00:00 | 2031-05-10 06:00 | part_of_day
the night of Tuesday to Wednesday | 2031-05-13 18:00 | 2031-05-14 06:00 | part_of_day
on Tuesday into Wednesday | 2031-05-13 18:00 | 2031-05-14 06:00 | part_of_day
this morning | 2031-05-14 05:00 | 2031-05-14 12:00 | part_of_day
tonight | 2031-05-14 18:00 | 2031-05-15 06:00 | part_of_day
last night | 2031-05-13 18:00 | 2031-05-14 06:00 | part_of_day
last evening | 2031-05-13 17:00 | 2031-05-14 00:00 | part_of_day
overnight | 2031-05-13 20:00 | 2031-05-14 08:00 | part_of_day
yesterday evening | 2031-05-13 17:00 | 2031-05-14 00:00 | part_of_day
the evening of the ninth | 2031-05-09 17:00 | 2031-05-10 00:00 | part_of_day
the night of 14 to 15 October | 2030-10-14 18:00 | 2030-10-15 06:00 | part_of_day
late on 14 March | 2031-03-14 18:00 | 2031-03-15 00:00 | part_of_day
on Thursday | 2031-05-08 00:00 | 2031-05-09 00:00 | day
on Wednesday | 2031-05-14 00:00 | 2031-05-15 00:00 | day
last Wednesday | 2031-05-07 00:00 | 2031-05-08 00:00 | day
last Monday | 2031-05-12 00:00 | 2031-05-13 00:00 | day
next Tuesday | 2031-05-20 00:00 | 2031-05-21 00:00 | day
they will vote on Friday | 2031-05-16 00:00 | 2031-05-17 00:00 | day
on Friday the court will decide | 2031-05-16 00:00 | 2031-05-17 00:00 | day
a trial due on Monday | 2031-05-19 00:00 | 2031-05-20 00:00 | day
it would have burnt on Friday | 2031-05-09 00:00 | 2031-05-10 00:00 | day
yesterday | 2031-05-13 00:00 | 2031-05-14 00:00 | day
today | 2031-05-14 00:00 | 2031-05-15 00:00 | day
tomorrow | 2031-05-15 00:00 | 2031-05-16 00:00 | day
the day before yesterday | 2031-05-12 00:00 | 2031-05-13 00:00 | day
on 3 May | 2031-05-03 00:00 | 2031-05-04 00:00 | day
on 14 March | 2031-03-14 00:00 | 2031-03-15 00:00 | day
March 14 | 2031-03-14 00:00 | 2031-03-15 00:00 | day
on the 14th of March 1999 | 1999-03-14 00:00 | 1999-03-15 00:00 | day
on May 3, 2029, | 2029-05-03 00:00 | 2029-05-04 00:00 | day
Sept. 11, 2001 | 2001-09-11 00:00 | 2001-09-12 00:00 | day
on 20 June | 2030-06-20 00:00 | 2030-06-21 00:00 | day
they will meet on 20 June | 2031-06-20 00:00 | 2031-06-21 00:00 | day
2023-06-06 | 2023-06-06 00:00 | 2023-06-07 00:00 | day
New Year's Day 1974 | 1974-01-01 00:00 | 1974-01-02 00:00 | day
on Christmas Eve | 2030-12-24 00:00 | 2030-12-25 00:00 | day
between 10 and 12 May | 2031-05-10 00:00 | 2031-05-13 00:00 | day
from 3 to 7 April 2019 | 2019-04-03 00:00 | 2019-04-08 00:00 | day
May 3-5, 2019 | 2019-05-03 00:00 | 2019-05-06 00:00 | day
two days ago | 2031-05-12 00:00 | 2031-05-13 00:00 | day
at 3.15 a.m. | 2031-05-14 03:15 | 2031-05-14 03:16 | minute
at 11 p.m. | 2031-05-13 23:00 | 2031-05-14 00:00 | hour
at 3:15 a.m. on Tuesday | 2031-05-13 03:15 | 2031-05-13 03:16 | minute
on Tuesday at 7:41 p.m. | 2031-05-13 19:41 | 2031-05-13 19:42 | minute
at 10.17 on 21 September 2001 | 2001-09-21 10:17 | 2001-09-21 10:18 | minute
at 0430 local time on Monday | 2031-05-12 04:30 | 2031-05-12 04:31 | minute
at 03:15 on 6 May | 2031-05-06 03:15 | 2031-05-06 03:16 | minute
at three o'clock in the afternoon | 2031-05-14 15:00 | 2031-05-14 16:00 | hour
shortly after midnight | 2031-05-14 00:00 | 2031-05-14 01:00 | hour
shortly after midnight on Tuesday | 2031-05-13 00:00 | 2031-05-13 01:00 | hour
just before midnight on Sunday | 2031-05-11 23:00 | 2031-05-12 00:00 | hour
at noon on Monday | 2031-05-12 12:00 | 2031-05-12 13:00 | hour
two hours ago | 2031-05-14 14:30 | 2031-05-14 14:30 | hour
a week ago | 2031-05-06 00:00 | 2031-05-09 00:00 | week
last week | 2031-05-05 00:00 | 2031-05-12 00:00 | week
earlier this week | 2031-05-12 00:00 | 2031-05-14 16:30 | week
next week | 2031-05-19 00:00 | 2031-05-26 00:00 | week
mid-March | 2031-03-10 00:00 | 2031-03-21 00:00 | week
at the end of May 2030 | 2030-05-20 00:00 | 2030-06-01 00:00 | week
early last month | 2031-04-01 00:00 | 2031-04-11 00:00 | week
last month | 2031-04-01 00:00 | 2031-05-01 00:00 | month
in December | 2030-12-01 00:00 | 2031-01-01 00:00 | month
in June 2017 | 2017-06-01 00:00 | 2017-07-01 00:00 | month
December 2028 | 2028-12-01 00:00 | 2029-01-01 00:00 | month
from March to June 2015 | 2015-03-01 00:00 | 2015-07-01 00:00 | month
two months ago | 2031-02-26 00:00 | 2031-03-30 00:00 | month
in late 2022 | 2022-09-01 00:00 | 2023-01-01 00:00 | season
in early 2022 | 2022-01-01 00:00 | 2022-05-01 00:00 | season
late last year | 2030-09-01 00:00 | 2031-01-01 00:00 | season
in the spring of 1981 | 1981-03-01 00:00 | 1981-06-01 00:00 | season
last summer | 2030-06-01 00:00 | 2030-09-01 00:00 | season
in the winter of 1981 | 1980-12-01 00:00 | 1981-03-01 00:00 | season
in 1999 | 1999-01-01 00:00 | 2000-01-01 00:00 | year
last year | 2030-01-01 00:00 | 2031-01-01 00:00 | year
the 1994 bombing | 1994-01-01 00:00 | 1995-01-01 00:00 | year
between 1998 and 2001 | 1998-01-01 00:00 | 2002-01-01 00:00 | year
the early 1980s | 1980-01-01 00:00 | 1984-01-01 00:00 | year
ten years ago | 2020-11-11 00:00 | 2021-11-13 00:00 | year
in the 1970s | 1970-01-01 00:00 | 1980-01-01 00:00 | decade
"""
AGAINST_SUNDAY = """
on Saturday | 2022-12-31 00:00 | 2023-01-01 00:00 | day
on Sunday | 2023-01-01 00:00 | 2023-01-02 00:00 | day
on 30 December | 2022-12-30 00:00 | 2022-12-31 00:00 | day
overnight | 2022-12-31 20:00 | 2023-01-01 08:00 | part_of_day
earlier this week | 2022-12-26 00:00 | 2023-01-01 09:00 | week
last month | 2022-12-01 00:00 | 2023-01-01 00:00 | month
on the 25th | 2022-12-25 00:00 | 2022-12-26 00:00 | day
"""
AGAINST_SATURDAY = """
late on Saturday | 1981-02-28 18:00 | 1981-03-01 00:00 | part_of_day
tomorrow | 1981-03-01 00:00 | 1981-03-02 00:00 | day
next month | 1981-03-01 00:00 | 1981-04-01 00:00 | month
this weekend | 1981-02-28 00:00 | 1981-03-02 00:00 | week
last autumn | 1980-09-01 00:00 | 1980-12-01 00:00 | season
"""
AGAINST_A_DATE = """
on Tuesday night | 2018-03-06 18:00 | 2018-03-07 06:00 | part_of_day
on Sunday afternoon | 2018-03-04 12:00 | 2018-03-04 18:00 | part_of_day
at 4.15 p.m. on Sunday | 2018-03-04 16:15 | 2018-03-04 16:16 | minute
"""


def rows(table, published_at):
    for line in table.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        yield pytest.param(*cells, published_at, id=f"{cells[0]} ({published_at:%a})")


@pytest.mark.parametrize(
    ("text", "begin", "finish", "precision", "published_at"),
    [
        *rows(AGAINST_WEDNESDAY, WEDNESDAY),
        *rows(AGAINST_SUNDAY, SUNDAY),
        *rows(AGAINST_SATURDAY, SATURDAY),
        *rows(AGAINST_A_DATE, A_DATE),
    ],
)
def test_news_times_resolve_against_publication(text, begin, finish, precision, published_at):
    (time,) = find_times(text, published_at=published_at)
    zone = published_at.tzinfo
    assert (time.begin, time.finish, time.precision) == (moment(begin, zone), moment(finish, zone), precision)


@pytest.mark.parametrize(
    ("text", "begin", "finish", "precision"),
    [
        ("two days after", "2031-05-12 02:00", "2031-05-12 03:00", "day"),
        ("the night before", "2031-05-09 18:00", "2031-05-10 06:00", "part_of_day"),
        ("hours later", "2031-05-10 03:00", "2031-05-10 13:00", "hour"),
        ("that same night", "2031-05-10 18:00", "2031-05-11 06:00", "part_of_day"),
        ("the following day", "2031-05-11 02:00", "2031-05-11 03:00", "day"),
        ("on the eve of", "2031-05-09 02:00", "2031-05-09 03:00", "day"),
        ("weeks before", "2031-03-01 02:00", "2031-05-03 03:00", "week"),
        ("five weeks later", "2031-06-13 02:00", "2031-06-15 03:00", "week"),
        ("a month earlier", "2031-03-25 00:00", "2031-04-24 00:00", "month"),
    ],
)
def test_what_is_set_off_from_an_event_resolves_once_its_time_is_known(text, begin, finish, precision):
    (time,) = find_times(text, published_at=WEDNESDAY)
    assert (time.begin, time.finish, time.shift is not None) == (None, None, True)
    event = datetime(2031, 5, 10, 2, tzinfo=UTC)
    anchored = anchor_time(time, event, event + timedelta(hours=1), Precision.HOUR)
    assert (anchored.begin, anchored.finish, anchored.precision) == (moment(begin, UTC), moment(finish, UTC), precision)


def test_a_time_of_the_clock_belongs_to_the_day_named_before_it():
    text = "It left port on 3 April. At 9.20 p.m. the first call came."
    assert [time.begin for time in find_times(text, published_at=WEDNESDAY)] == [
        datetime(2031, 4, 3, tzinfo=UTC),
        datetime(2031, 4, 3, 21, 20, tzinfo=UTC),
    ]


@pytest.mark.parametrize("text", ["May I say", "they fall back", "about 2000 people", "he may march", "a late Monet"])
def test_words_that_only_look_like_times_are_none(text):
    assert find_times(text, published_at=WEDNESDAY) == ()


def test_without_publication_and_for_impossible_dates_nothing_is_guessed():
    for text, published_at in (("early Tuesday", None), ("on 3 May", None), ("on 31 February 2031", WEDNESDAY)):
        assert [(time.begin, time.finish) for time in find_times(text, published_at=published_at)] == [(None, None)]


def test_a_full_date_needs_no_publication():
    (time,) = find_times("on 6 June 2023", published_at=None)
    assert (time.begin, time.precision) == (datetime(2023, 6, 6, tzinfo=UTC), Precision.DAY)


PHRASES = st.sampled_from(
    ["999 years ago", "last year", "in 1999", "May 30", "Monday", "9 days before", "on",
     "late", "night", "at 3.15 a.m.", "overnight", "next month", "the 0th", "in the 2090s", "9999 years ago",
     "31 April", "the night of 30 to 31 June",
     "between Friday and Monday", "will", "last winter", "of 2000", "\xa0"]
)  # fmt: skip


@given(
    text=st.lists(PHRASES).map(" ".join),
    published_at=st.none() | st.datetimes(timezones=st.just(UTC)),
)
def test_any_time_of_publication_is_survived_and_intervals_run_forward(text, published_at):
    for time in find_times(text, published_at=published_at):
        assert time.begin is None or time.finish is None or time.begin <= time.finish
        assert (time.precision is None) == (time.finish is None)


@given(st.text())
def test_any_text_is_survived(text):
    for time in find_times(text, published_at=WEDNESDAY):
        assert 0 <= time.start < time.end <= len(text)
