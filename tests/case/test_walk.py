from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rashomon.case import analyze_reports
from rashomon.case.walk import find_latest, keep_known, supersede
from rashomon.model.document import Document
from rashomon.model.provenance import Made

NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)
HOURS = st.lists(st.one_of(st.none(), st.integers(-48, 48)), max_size=6)


def documents_at(hours):
    return tuple(
        Document(
            id=f"doc_{number}",
            input_id=str(number),
            text="x",
            raw_sha256="",
            made=Made(recipe="hand@1"),
            published_at=None if hour is None else NOON + timedelta(hours=hour),
        )
        for number, hour in enumerate(hours)
    )


@given(HOURS)
def test_what_is_known_at_a_time_was_published_by_then_or_is_undated(hours):
    known = keep_known(documents_at(hours), as_of=NOON)
    assert [document.input_id for document in known] == [
        str(number) for number, hour in enumerate(hours) if hour is None or hour <= 0
    ]


@given(HOURS)
def test_at_the_latest_time_all_is_known(hours):
    documents = documents_at(hours)
    assert keep_known(documents, as_of=find_latest(documents, now=NOON + timedelta(days=60))) == documents


def test_a_date_in_the_future_is_not_the_latest_unless_all_are():
    assert find_latest(documents_at([0, 9000]), now=NOON) == documents_at([0])[0].published_at
    assert find_latest(documents_at([8000, 9000]), now=NOON) == documents_at([9000])[0].published_at


def test_an_analysis_succeeds_itself_as_itself(write_reports, lines, make_extractor):
    analysis, _ = analyze_reports([write_reports(*lines)], question="Who sank the ferry?", extractor=make_extractor())
    current = supersede(None, analysis)
    assert current == analysis
    assert supersede(current, analysis) is current


def test_a_judgement_never_supersedes_itself(write_reports, lines, make_extractor):
    analysis, _ = analyze_reports([write_reports(*lines)], question="Who sank the ferry?", extractor=make_extractor())
    richer = replace(analysis, documents=analysis.documents[:-1])
    assert supersede(analysis, richer).judgement == analysis.judgement
    moved = replace(analysis, judgement=replace(analysis.judgement, id="jdg_other"))
    assert supersede(analysis, moved).judgement.supersedes == analysis.judgement.id
