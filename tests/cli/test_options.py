from datetime import UTC, datetime, timedelta, timezone

import pytest

from rashomon.cli.options import read_time
from rashomon.model.errors import CaseError


def test_time_with_a_zone_is_read_as_written() -> None:
    read = read_time("2031-04-02T08:00:00+02:00")
    assert read == datetime(2031, 4, 2, 8, tzinfo=timezone(timedelta(hours=2)))


def test_time_without_a_zone_is_utc() -> None:
    assert read_time("2031-04-02T08:00") == datetime(2031, 4, 2, 8, tzinfo=UTC)


def test_date_means_the_end_of_that_day() -> None:
    assert read_time("2031-04-02") == datetime(2031, 4, 2, 23, 59, 59, 999999, tzinfo=UTC)


def test_no_time_stays_none() -> None:
    assert read_time(None) is None


@pytest.mark.parametrize("written", ["", "noon", "2031-13-01", "02.04.2031"])
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(CaseError, match="R-CASE-006"):
        read_time(written)
