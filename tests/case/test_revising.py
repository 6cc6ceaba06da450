import pytest

from rashomon.case import Case, compare_analyses

QUESTION = "Who sank the ferry?"


@pytest.fixture
def analyses(write_reports, lines, make_extractor):
    """The analysis of the first report, and of all three."""
    with Case.in_memory() as case:
        case.ask(QUESTION)
        list(case.add([write_reports(lines[0])]))
        first = case.analyze(extractor=make_extractor())
        list(case.add([write_reports(*lines[1:], name="more.jsonl")]))
        return first, case.analyze(extractor=make_extractor())


def test_a_revision_names_the_reports_that_came_in(analyses):
    first, second = analyses
    revision = compare_analyses(first, second)
    assert (revision.previous_id, revision.judgement_id) == (first.judgement.id, second.judgement.id)
    assert revision.document_ids == tuple(document.id for document in second.documents[1:])
    assert revision.moves


def test_the_first_analysis_moves_from_the_priors(analyses):
    revision = compare_analyses(None, analyses[0])
    assert revision.previous_id is None
    assert revision.document_ids == (analyses[0].documents[0].id,)
    assert {move.origin_id for move in revision.moves} == {origin.id for origin in analyses[0].linkage.origins}


def test_nothing_new_moves_nothing(analyses):
    revision = compare_analyses(analyses[1], analyses[1])
    assert revision.document_ids == ()
    assert all(entry.bits == pytest.approx(0) for move in revision.moves for entry in move.bits)
