"""As of when a claim holds."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

MORNING = datetime(2020, 5, 4, 9, 0, tzinfo=UTC)
EVENING = datetime(2020, 5, 4, 18, 0, tzinfo=UTC)


@pytest.fixture
def told_at(make_document, make_claim, make_reading):
    """When the claims of two reports hold, one of the morning and one of the evening."""

    def told_at(words="Boats were seen", **linkage):
        documents = [
            replace(make_document("early", "Boats were seen."), published_at=MORNING),
            replace(make_document("late", f"{words}."), published_at=EVENING),
        ]
        claims = [make_claim(documents[0], "Boats were seen"), make_claim(documents[1], words)]
        reading = make_reading(documents, claims, **linkage)
        return [reading.told_at[claim.id] for claim in claims]

    return told_at


def test_claim_holds_as_of_publication(told_at):
    assert told_at() == [MORNING, EVENING]


@pytest.mark.parametrize(
    ("words", "hour"), [("Eight boats were seen as of noon", 12), ("Eight boats were seen by 3 p.m. on Monday", 15)]
)
def test_time_of_day_the_words_name_counts(told_at, words, hour):
    assert told_at(words)[1] == EVENING.replace(hour=hour)


def test_time_of_day_after_publication_is_of_the_day_before(told_at):
    assert told_at("Eight boats were seen as of 11 p.m. local time")[1] == datetime(2020, 5, 3, 23, 0, tzinfo=UTC)


def test_number_of_boats_is_no_time_of_day(told_at):
    assert told_at("The fleet grew by 12 boats")[1] == EVENING


def test_undated_report_holds_at_no_time(make_document, make_claim, make_reading):
    document = make_document("a", "Boats were seen.")
    assert make_reading([document], [make_claim(document, "Boats were seen")]).told_at == {}
