from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.times import find_times

WEDNESDAY = datetime(2031, 5, 14, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "begin", "finish"),
    [
        ("struck early Tuesday", (2031, 5, 13), (2031, 5, 14)),
        ("late on Wednesday", (2031, 5, 14), (2031, 5, 15)),
        ("on Thursday", (2031, 5, 8), (2031, 5, 9)),
        ("yesterday", (2031, 5, 13), (2031, 5, 14)),
        ("overnight", (2031, 5, 13), (2031, 5, 15)),
        ("on 3 May", (2031, 5, 3), (2031, 5, 4)),
        ("on May 3, 2029,", (2029, 5, 3), (2029, 5, 4)),
        ("in December", (2030, 12, 1), (2031, 1, 1)),
        ("in 1999", (1999, 1, 1), (2000, 1, 1)),
        ("December 2028", (2028, 12, 1), (2029, 1, 1)),
    ],
)
def test_news_times_resolve_against_publication(text, begin, finish):
    (time,) = find_times(text, published_at=WEDNESDAY)
    assert (time.begin, time.finish) == (datetime(*begin, tzinfo=UTC), datetime(*finish, tzinfo=UTC))


def test_an_interval_without_a_count_is_bounded_on_one_side_only():
    (time,) = find_times("weeks after the vote", published_at=WEDNESDAY)
    assert time.begin is None
    assert time.finish == datetime(2031, 5, 7, tzinfo=UTC)


def test_days_are_those_of_the_place_of_publication():
    zone = timezone(timedelta(hours=9))
    (time,) = find_times("on Tuesday", published_at=datetime(2031, 5, 14, 2, tzinfo=zone))
    assert time.begin == datetime(2031, 5, 13, tzinfo=zone)


def test_without_publication_and_for_impossible_dates_nothing_is_guessed():
    for text, published_at in (("early Tuesday", None), ("on 3 May", None), ("on 31 February 2031", WEDNESDAY)):
        assert [(time.begin, time.finish) for time in find_times(text, published_at=published_at)] == [(None, None)]


@given(
    text=st.lists(
        st.sampled_from(["999 years ago", "last year", "in 1999", "May 30", "Monday", "9 days before", "on"])
    ).map(" ".join),
    published_at=st.datetimes(timezones=st.just(UTC)),
)
def test_any_time_of_publication_is_survived_and_intervals_run_forward(text, published_at):
    for time in find_times(text, published_at=published_at):
        assert time.begin is None or time.finish is None or time.begin <= time.finish
