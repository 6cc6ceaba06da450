"""Publication times as written in the input: ISO 8601, a zone assumed only where none is written."""

from datetime import UTC, datetime


def parse_time(text: str) -> datetime | None:
    """Return an aware datetime, or None where the text is not ISO 8601.

    A time without a zone is taken as UTC, a date without a time as its midnight. A written zone is kept: which day
    "Tuesday" is depends on where the report appeared.
    """
    try:
        written = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    aware = written if written.tzinfo else written.replace(tzinfo=UTC)
    return aware if _has_utc_form(aware) else None


def _has_utc_form(moment: datetime) -> bool:
    """False for the year 1 or 9999 where the zone leads out of what a datetime can hold."""
    try:
        moment.astimezone(UTC)
    except OverflowError:
        return False
    return True
