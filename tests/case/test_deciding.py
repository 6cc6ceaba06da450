"""Decisions in a case: found by a few words, checked, kept, followed, and taken back."""

from datetime import UTC, datetime

import pytest

from rashomon.case import Case
from rashomon.case.deciding import find_decision, find_document, find_source
from rashomon.model.decision import make_decision
from rashomon.model.errors import CaseError, DecisionError
from rashomon.model.vocabulary import DecisionKind

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


def decide(kind, *subject_ids, **fields):
    return make_decision(kind, *subject_ids, by="Ada", at=NOON, **fields)


def source(case, words):
    return find_source(case.analysis(), words)


def test_a_decision_shows_in_the_next_analysis_and_lasts(case, make_extractor, write_reports):
    quay, tide = source(case, "Quay Post"), source(case, "Tide Times")
    merge = case.decide(decide(DecisionKind.MERGE_SOURCES, quay.id, tide.id, why="one editor"))
    assert source(case, "Quay Post").id == quay.id
    analysis = case.analyze(extractor=make_extractor())
    assert source(case, "Quay Post").id == tide.id
    assert source(case, quay.id).aliases == ("Tide Times", "Quay Post")
    later = {"id": "r4", "publisher": "Quay Post", "published_at": "2031-03-09T08:00:00Z", "text": "Norland sank it."}
    list(case.add([write_reports(later, name="later.jsonl")]))
    case.analyze(extractor=make_extractor())
    assert {m.document_id for m in case.analysis().linkage.mentions if m.source_id == tide.id} == {
        document.id for document in case.documents() if document.publisher in ("Quay Post", "Tide Times")
    }
    assert case.decisions() == (merge,)
    assert analysis.linkage.mentions


def test_taking_a_decision_back_restores_the_analysis(case, make_extractor):
    before = case.analysis()
    merge = decide(DecisionKind.MERGE_SOURCES, source(case, "Quay Post").id, source(case, "Tide Times").id)
    case.decide(merge)
    case.analyze(extractor=make_extractor())
    assert case.analysis().linkage != before.linkage
    case.decide(decide(DecisionKind.WITHDRAW, merge.id))
    case.analyze(extractor=make_extractor())
    assert case.analysis().linkage == before.linkage
    assert case.analysis().hypothesis_set == before.hypothesis_set


def test_decisions_are_there_when_the_file_is_opened_again(tmp_path, write_reports, lines, make_extractor):
    with Case.create(tmp_path / "ferry.rashomon", "Who sank the ferry?") as case:
        list(case.add([write_reports(*lines)]))
        case.analyze(extractor=make_extractor())
        quay = source(case, "Quay Post")
        grade = case.decide(decide(DecisionKind.GRADE_SOURCE, quay.id, value="B", why="right all of April"))
    with Case.open(tmp_path / "ferry.rashomon") as case:
        assert case.decisions() == (grade,)
        case.analyze(extractor=make_extractor())
        assert source(case, "Quay Post").reliability == "B"


def test_what_the_case_does_not_hold_cannot_be_decided_on(case):
    quay = source(case, "Quay Post")
    with pytest.raises(CaseError, match=r"R-CASE-004.*source_x"):
        case.decide(decide(DecisionKind.MERGE_SOURCES, "source_x", quay.id))
    with pytest.raises(CaseError, match=r"R-CASE-004.*doc_x"):
        case.decide(decide(DecisionKind.CUT_COPY, "doc_x", case.documents()[0].id))
    with pytest.raises(DecisionError, match=r"R-DECIDE-005.*decision_x"):
        case.decide(decide(DecisionKind.WITHDRAW, "decision_x"))
    with pytest.raises(DecisionError, match=r"R-DECIDE-004.*no name 'Coast Mail'.*Quay Post"):
        case.decide(decide(DecisionKind.SPLIT_SOURCE, quay.id, names=("Coast Mail",)))
    with pytest.raises(DecisionError, match=r"R-DECIDE-004.*nothing would be left"):
        case.decide(decide(DecisionKind.SPLIT_SOURCE, quay.id, names=("quay  post",)))
    assert case.decisions() == ()


def test_nothing_can_be_decided_on_sources_before_the_first_analysis(write_reports, lines):
    with Case.in_memory() as case:
        list(case.add([write_reports(*lines)]))
        with pytest.raises(CaseError, match="R-CASE-004"):
            case.decide(decide(DecisionKind.SET_CAMP, "source_x", value="Norland"))


def test_a_decision_taken_back_is_not_taken_back_twice(case):
    grade = decide(DecisionKind.GRADE_SOURCE, source(case, "Quay Post").id, value="B", why="right all of April")
    back = decide(DecisionKind.WITHDRAW, grade.id)
    case.decide(grade)
    case.decide(back)
    with pytest.raises(DecisionError, match="R-DECIDE-005"):
        case.decide(decide(DecisionKind.WITHDRAW, grade.id, why="again"))
    case.decide(decide(DecisionKind.WITHDRAW, back.id))
    assert find_decision(case.decisions(), grade.id) == grade


def test_a_source_is_found_by_id_beginning_of_id_and_any_name(case):
    quay = source(case, "Quay Post")
    for words in (quay.id, quay.id[:12], "quay post", "The Quay Post"):
        assert source(case, words) == quay
    with pytest.raises(CaseError, match=r"R-CASE-004.*no such source.*'Coast Mail'"):
        source(case, "Coast Mail")
    with pytest.raises(CaseError, match="R-CASE-004"):
        source(case, "source_")


def test_a_report_is_found_by_the_id_it_was_given_by_its_own_and_by_its_publisher(case):
    first = case.documents()[0]
    for words in ("r1", first.id, first.id[:10], "quay post"):
        assert find_document(case.documents(), words) == first
    with pytest.raises(CaseError, match=r"R-CASE-004.*no such report"):
        find_document(case.documents(), "r9")


def test_words_for_several_are_refused_and_the_several_told(case, write_reports):
    list(case.add([write_reports({"id": "r4", "publisher": "Quay Post", "text": "All is well."}, name="more.jsonl")]))
    with pytest.raises(CaseError, match=r"R-CASE-007.*r1 \(doc_.*r4 \(doc_"):
        find_document(case.documents(), "Quay Post")
