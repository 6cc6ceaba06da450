"""Times as written."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.dates import parse_time


@given(st.datetimes(timezones=st.timezones()).filter(lambda moment: 1800 <= moment.year <= 2200))
def test_what_is_written_with_a_zone_is_read_back(moment):
    parsed = parse_time(moment.isoformat())
    assert parsed is not None
    assert parsed.isoformat() == moment.isoformat()


def test_a_time_without_zone_is_utc_and_a_date_is_its_midnight():
    assert parse_time("2023-05-30T04:20:00") == datetime(2023, 5, 30, 4, 20, tzinfo=UTC)
    assert parse_time(" 2023-05-30 ") == datetime(2023, 5, 30, tzinfo=UTC)


def test_a_written_zone_is_kept():
    moment = parse_time("2023-05-30T12:20:00-04:00")
    assert moment is not None
    assert moment.utcoffset() == timedelta(hours=-4)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "30 May 2023", "2023-13-01", "2023-02-30T00:00:00Z", "0001-01-01T00:00:00+14:00"]
)
def test_anything_else_is_no_time(text):
    assert parse_time(text) is None


@given(st.text())
def test_no_text_breaks_the_reader(text):
    moment = parse_time(text)
    assert moment is None or moment.tzinfo is not None
