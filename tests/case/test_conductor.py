from datetime import UTC, datetime
from io import BytesIO

import pytest

from rashomon.case import Case, Intake
from rashomon.model.document import Document
from rashomon.model.errors import CaseError, InputError
from rashomon.model.vocabulary import Slot

QUESTION = "Who sank the ferry?"


@pytest.fixture(params=["file", "memory"])
def case(request, tmp_path):
    if request.param == "memory":
        made = Case.in_memory()
        made.ask(QUESTION)
    else:
        made = Case.create(tmp_path / "ferry.rashomon", QUESTION)
    with made:
        yield made


def test_each_report_is_told_as_it_is_kept(case, write_reports, lines):
    events = case.add([write_reports(*lines)])
    assert case.documents() == ()
    first = next(events)
    assert case.documents() == (first,)
    assert [document.input_id for document in events] == ["r2", "r3"]
    assert "".join(passage.text for passage in case.passages(first.id)) == first.text
    assert case.raw(first.raw_sha256).data


def test_a_rejected_report_does_not_stop_the_rest(case, write_reports, lines):
    events = list(case.add([write_reports(lines[0], {"id": "empty"}, lines[1]), "/nowhere/at/all.txt"]))
    assert [type(event) for event in events] == [Document, InputError, Document, InputError]
    assert [document.input_id for document in case.documents()] == ["r1", "r2"]


def test_adding_again_says_and_changes_nothing(case, write_reports, lines):
    given = [write_reports(*lines)]
    list(case.add(given))
    before = case.documents()
    assert list(case.add(given)) == []
    assert case.documents() == before


def test_another_text_under_a_held_id_is_a_version_and_only_the_latest_is_heard(
    case, write_reports, lines, make_extractor
):
    list(case.add([write_reports(*lines)]))
    first = case.documents()[0]
    changed = lines[0] | {"text": "Westland sank the ferry.", "published_at": "2031-05-01T10:00:00Z"}
    given = [write_reports(changed, name="changed.jsonl")]
    (second,) = case.add(given)
    assert second.input_id == first.input_id
    assert list(case.add(given)) == []
    analysis = case.analyze(extractor=make_extractor())
    heard = {claim.document_id for claim in analysis.claims}
    assert second.id in heard
    assert first.id not in heard
    (origin,) = [one for one in analysis.linkage.origins if second.id in one.document_ids]
    assert first.id in origin.document_ids
    (link,) = [one for one in analysis.linkage.copies if one.document_id == second.id]
    assert link.copy_of == first.id


def test_two_texts_from_standard_input_are_two_reports(case):
    for text in (b"Sudland sank the ferry.", b"Nordland sank the ferry.", b"Sudland sank the ferry."):
        list(case.add(["-"], intake=Intake(stdin=BytesIO(text))))
    assert [document.input_id for document in case.documents()] == ["-", "-2"]


def test_an_analysis_answers_the_question_and_is_kept(case, write_reports, lines, make_extractor):
    list(case.add([write_reports(*lines)]))
    assert case.analysis() is None
    assert case.claims() == ()
    analysis = case.analyze(extractor=make_extractor())
    assert analysis.hypothesis_set.question.text == QUESTION
    assert [document.input_id for document in analysis.documents] == ["r1", "r2", "r3"]
    assert analysis.judgement.as_of == datetime(2031, 3, 2, 8, tzinfo=UTC)
    assert case.analysis() == analysis
    assert case.claims() == analysis.claims
    assert case.judgements() == (analysis.judgement,)


def test_analyzing_again_reads_nothing_again_and_changes_nothing(case, write_reports, lines, make_extractor):
    list(case.add([write_reports(*lines)]))
    extractor = make_extractor()
    first = case.analyze(extractor=extractor)
    assert case.analyze(extractor=extractor) == first
    assert extractor.read == ["r1", "r2", "r3"]
    assert len(case.judgements()) == 1


def test_a_new_report_alone_is_read_and_the_judgement_superseded(case, write_reports, lines, make_extractor):
    extractor = make_extractor()
    list(case.add([write_reports(lines[0])]))
    first = case.analyze(extractor=extractor)
    list(case.add([write_reports(*lines[1:], name="more.jsonl")]))
    second = case.analyze(extractor=extractor)
    assert extractor.read == ["r1", "r2", "r3"]
    assert second.judgement.supersedes == first.judgement.id
    assert case.judgements() == (first.judgement, second.judgement)


def test_another_recipe_reads_all_anew(case, write_reports, lines, make_extractor):
    list(case.add([write_reports(*lines)]))
    case.analyze(extractor=make_extractor())
    newer = make_extractor(recipe="first_word@2")
    case.analyze(extractor=newer)
    assert newer.read == ["r1", "r2", "r3"]


def test_an_interrupted_reading_goes_on_where_it_stopped(case, write_reports, lines, make_extractor):
    list(case.add([write_reports(*lines)]))
    with pytest.raises(RuntimeError):
        case.analyze(extractor=make_extractor(fails_at="r3"))
    second = make_extractor()
    case.analyze(extractor=second)
    assert second.read == ["r3"]


def test_a_look_back_knows_only_what_was_published_and_is_not_kept(case, write_reports, lines, make_extractor):
    list(case.add([write_reports(*lines)]))
    as_of = datetime(2031, 3, 1, 8, tzinfo=UTC)
    analysis = case.analyze(as_of=as_of, extractor=make_extractor())
    assert [document.input_id for document in analysis.documents] == ["r1", "r3"]
    assert analysis.judgement.as_of == as_of
    assert case.analysis() is None


def test_a_time_without_zone_is_refused(case, write_reports, lines, make_extractor):
    list(case.add([write_reports(*lines)]))
    with pytest.raises(CaseError, match="R-CASE-006"):
        case.analyze(as_of=datetime(2031, 3, 1), extractor=make_extractor())  # noqa: DTZ001


def test_no_report_in_view_is_an_error(case, write_reports, lines, make_extractor):
    with pytest.raises(CaseError, match="R-CASE-003"):
        case.analyze(extractor=make_extractor())
    list(case.add([write_reports(*lines[:2])]))
    with pytest.raises(CaseError, match=r"R-CASE-003.*2031-01-01"):
        case.analyze(as_of=datetime(2031, 1, 1, tzinfo=UTC), extractor=make_extractor())


def test_another_question_becomes_the_foremost(case, write_reports, lines, make_extractor):
    list(case.add([write_reports(*lines)]))
    first = case.analyze(extractor=make_extractor())
    other = case.analyze(question="What caused the sinking?", extractor=make_extractor())
    assert case.question.text == "What caused the sinking?"
    assert case.analysis() == other
    assert [question.text for question in case.questions()] == ["What caused the sinking?", QUESTION]
    assert case.analyze(question=QUESTION, extractor=make_extractor()) == first


def test_without_a_question_the_contested_one_is_found_and_stays(write_reports, lines, make_extractor):
    with Case.in_memory() as case:
        list(case.add([write_reports(*lines)]))
        first = case.analyze(extractor=make_extractor())
        assert case.question == first.hypothesis_set.question
        assert case.analyze(extractor=make_extractor()) == first
        assert len(case.judgements()) == 1


def test_nothing_asked_and_nothing_contested_is_an_error(write_reports, make_extractor):
    with Case.in_memory() as case:
        list(case.add([write_reports({"id": "r1", "text": "The weather was fine."})]))
        with pytest.raises(CaseError, match="R-CASE-005"):
            case.analyze(extractor=make_extractor(slot=Slot.STATEMENT))


def test_progress_is_told_stage_by_stage(case, write_reports, lines, make_extractor):
    list(case.add([write_reports(*lines)]))
    told = []
    case.analyze(extractor=make_extractor(), on_progress=lambda *step: told.append(step))
    assert [step for step in told if step[0] == "extract"] == [("extract", done, 3) for done in range(4)]
    assert [stage for stage, done, total in told if done == total] == ["extract", "link", "hypothesize", "weigh"]


def test_search_finds_passages_of_the_reports(case, write_reports, lines):
    list(case.add([write_reports(*lines)]))
    assert [passage.text for passage in case.search("particular")] == [lines[2]["text"]]


def test_everything_is_there_when_the_file_is_opened_again(tmp_path, write_reports, lines, make_extractor):
    path = tmp_path / "ferry.rashomon"
    with Case.create(path, QUESTION) as case:
        list(case.add([write_reports(*lines)]))
        case.add_feed("https://a.example/feed")
        analysis = case.analyze(extractor=make_extractor())
    with Case.open(path) as case:
        assert case.analysis() == analysis
        assert case.question.text == QUESTION
        assert case.feeds() == ("https://a.example/feed",)
        assert case.analyze(extractor=make_extractor()) == analysis


def test_a_case_is_made_once_and_opened_only_where_it_is(tmp_path):
    path = tmp_path / "ferry.rashomon"
    with pytest.raises(CaseError, match="R-CASE-001"):
        Case.open(path)
    Case.create(path, QUESTION).close()
    with pytest.raises(CaseError, match="R-CASE-002"):
        Case.create(path, QUESTION)
