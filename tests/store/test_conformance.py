"""What every store promises: the suite is run against the file and against its twin in memory."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rashomon.model.decision import make_decision
from rashomon.model.errors import CaseError, StoreError
from rashomon.model.vocabulary import DecisionKind


def contents_of(store, question_id="qst_1"):
    documents = store.documents()
    return (
        documents,
        [store.passages(document.id) for document in documents],
        store.questions(),
        store.analysis(question_id),
        store.judgements(question_id),
        store.feeds(),
        store.decisions(),
    )


def test_a_new_store_is_empty(store):
    assert contents_of(store) == ((), [], (), None, (), (), ())


def test_a_report_comes_back_as_it_was_added(store, make_report):
    document, raw, passages = make_report("a.txt", "The ferry sank.", "Nobody knows \x00 why: naïve 🛳.")
    assert store.add_document(document, raw, passages)
    assert store.documents() == (document,)
    assert store.passages(document.id) == passages
    assert store.raw(raw.sha256) == raw


def test_adding_a_report_again_changes_nothing(store, make_report):
    report = make_report("a.txt", "The ferry sank.")
    store.add_document(*report)
    before = contents_of(store)
    assert not store.add_document(*report)
    assert contents_of(store) == before
    assert len(store.search("ferry")) == 1


def test_documents_come_in_the_order_they_were_added(store, make_report):
    reports = [make_report(f"{name}.txt", f"Report {name}.") for name in "cabd"]
    for report in reports:
        store.add_document(*report)
    assert [document.input_id for document in store.documents()] == ["c.txt", "a.txt", "b.txt", "d.txt"]


def test_reports_from_the_same_bytes_share_them(store, make_report):
    document, raw, passages = make_report("a.txt", "The ferry sank.")
    other = replace(document, id="doc_other", input_id="b.txt")
    store.add_document(document, raw, passages)
    assert store.add_document(other, raw, ())
    assert store.raw(raw.sha256) == raw


def test_bytes_nobody_gave_are_an_error(store):
    with pytest.raises(CaseError, match="R-CASE-004"):
        store.raw("00" * 32)


def test_passages_of_an_unknown_document_are_none(store):
    assert store.passages("doc_unknown") == ()


def test_extractions_come_by_recipe_in_the_order_of_the_documents(store, make_report, make_extraction):
    first, second = make_report("a.txt", "The ferry sank."), make_report("b.txt", "It was a storm.")
    store.add_document(*first)
    store.add_document(*second)
    by_rules = [make_extraction(report[0]) for report in (first, second)]
    by_others = make_extraction(first[0], length=5)
    store.put_extraction(by_rules[1], recipe="rules@1")
    store.put_extraction(by_others, recipe="others@1")
    store.put_extraction(by_rules[0], recipe="rules@1")
    assert store.extractions(recipe="rules@1") == tuple(by_rules)
    assert store.extractions(recipe="others@1") == (by_others,)
    assert store.extractions(recipe="rules@2") == ()


def test_a_later_extraction_supersedes_the_earlier(store, make_report, make_extraction):
    report = make_report("a.txt", "The ferry sank.")
    store.add_document(*report)
    store.put_extraction(make_extraction(report[0]), recipe="rules@1")
    store.put_extraction(make_extraction(report[0], length=9), recipe="rules@1")
    assert store.extractions(recipe="rules@1") == (make_extraction(report[0], length=9),)


def test_an_extraction_needs_its_document(store, make_report, make_extraction):
    with pytest.raises(CaseError, match="R-CASE-004"):
        store.put_extraction(make_extraction(make_report("a.txt", "The ferry sank.")[0]), recipe="rules@1")


def test_the_question_put_last_is_the_foremost(store, question):
    other = replace(question, id="qst_2", text="Why did the ferry sink?")
    store.put_question(question)
    store.put_question(other)
    assert store.questions() == (other, question)
    store.put_question(question)
    assert store.questions() == (question, other)


def test_a_question_put_again_with_more_known_stands_once(store, question):
    store.put_question(question)
    store.put_question(replace(question, event_id="evt_1"))
    assert store.questions() == (replace(question, event_id="evt_1"),)


def test_an_analysis_comes_back_as_it_was_put(store, make_report, make_analysis):
    reports = [make_report("a.txt", "The ferry sank."), make_report("b.txt", "It was a storm.")]
    for report in reports:
        store.add_document(*report)
    # Not in the order they were added: an analysis keeps its own.
    analysis = make_analysis(reports[1][0], reports[0][0])
    store.put_analysis(analysis)
    assert store.analysis("qst_1") == analysis
    assert store.judgements("qst_1") == (analysis.judgement,)
    assert store.analysis("qst_2") is None


def test_the_revision_changes_with_all_that_is_added_and_with_nothing_else(store, make_report, make_analysis):
    document, raw, passages = make_report("a.txt", "The ferry sank.")
    analysis = make_analysis(document)
    question = analysis.hypothesis_set.question
    other = replace(question, text="Was it sunk at all?")
    writes = (
        lambda: store.add_document(document, raw, passages),
        lambda: store.put_question(question),
        lambda: store.put_question(other),
        lambda: store.put_question(question),
        lambda: store.put_analysis(analysis),
        lambda: store.put_decision(
            make_decision(DecisionKind.ADD_QUESTION, by="ada", at=datetime(2031, 5, 1, tzinfo=UTC), value="Why?")
        ),
    )
    seen = [store.revision()]
    for write in writes:
        write()
        assert store.revision() == store.revision()
        seen.append(store.revision())
    assert len(set(seen)) == len(seen)


def test_putting_an_analysis_again_changes_nothing(store, make_report, make_analysis):
    report = make_report("a.txt", "The ferry sank.")
    store.add_document(*report)
    store.put_analysis(make_analysis(report[0]))
    before = contents_of(store)
    store.put_analysis(make_analysis(report[0]))
    assert contents_of(store) == before


def test_judgements_form_a_chain_and_none_is_lost(store, make_report, make_analysis):
    first, second = make_report("a.txt", "The ferry sank."), make_report("b.txt", "It was a storm.")
    store.add_document(*first)
    old = make_analysis(first[0])
    store.put_analysis(old)
    store.add_document(*second)
    new = make_analysis(first[0], second[0], judgement_id="jdg_2", supersedes="jdg_1")
    store.put_analysis(new)
    assert store.analysis("qst_1") == new
    assert store.judgements("qst_1") == (old.judgement, new.judgement)


def test_the_same_judgement_resting_on_more_stands_once_in_the_chain(store, make_report, make_analysis):
    first, second = make_report("a.txt", "The ferry sank."), make_report("b.txt", "It was a storm.")
    store.add_document(*first)
    store.add_document(*second)
    store.put_analysis(make_analysis(first[0]))
    more = make_analysis(first[0], second[0])
    store.put_analysis(more)
    assert store.analysis("qst_1") == more
    assert store.judgements("qst_1") == (more.judgement,)


def test_a_judgement_that_skips_the_current_one_is_refused(store, make_report, make_analysis):
    report = make_report("a.txt", "The ferry sank.")
    store.add_document(*report)
    current = make_analysis(report[0])
    store.put_analysis(current)
    for supersedes in (None, "jdg_0"):
        with pytest.raises(StoreError, match="R-STORE-003"):
            store.put_analysis(make_analysis(report[0], judgement_id="jdg_2", supersedes=supersedes))
    assert store.analysis("qst_1") == current


def test_an_analysis_needs_its_documents(store, make_report, make_analysis):
    with pytest.raises(CaseError, match="R-CASE-004"):
        store.put_analysis(make_analysis(make_report("a.txt", "The ferry sank.")[0]))
    assert store.analysis("qst_1") is None


def test_search_finds_passages_that_hold_every_word(store, make_report):
    document, raw, passages = make_report("a.txt", "The ferry sank at night.", "A storm sank it.", "No ferry ran.")
    store.add_document(document, raw, passages)
    assert store.search("ferry sank") == (passages[0],)
    assert set(store.search("SANK")) == set(passages[:2])
    assert store.search("submarine") == ()


def test_search_puts_the_passage_with_most_of_the_word_first(store, make_report):
    once = "One ferry was seen by many people who had come down to the quay to look at the storm."
    document, raw, passages = make_report("a.txt", once, "Ferry, ferry, ferry.", "A storm.", "A quay.", "A night.")
    store.add_document(document, raw, passages)
    assert store.search("ferry") == (passages[1], passages[0])
    assert store.search("ferry", limit=1) == (passages[1],)


def test_search_ignores_case_and_accents_and_finds_longer_words(store, make_report):
    document, raw, passages = make_report("a.txt", "Drönes over the café.", "The us of it.", "The USA.")
    store.add_document(document, raw, passages)
    assert store.search("drone cafe") == (passages[0],)
    assert store.search("US") == (passages[1],)


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "'",
        "ferry AND",
        "NOT ferry OR",
        "text:ferry",
        "fer*",
        "NEAR(ferry sank)",
        "^ferry",
        "{a b}:c",
        "-",
        "\x00",
        "",
        "; --",
        "(",
        "+",
    ],
)
def test_search_takes_any_text_for_plain_words(store, make_report, query):
    document, raw, passages = make_report("a.txt", "The ferry sank.", "A text, not a ferry, near or and a b c.")
    store.add_document(document, raw, passages)
    assert set(store.search(query)) <= set(passages)


def test_operators_are_words_like_any_other(store, make_report):
    document, raw, passages = make_report("a.txt", "The ferry sank.", "Neither and nor.")
    store.add_document(document, raw, passages)
    assert store.search("ferry OR and") == ()
    assert store.search("and") == (passages[1],)


def test_feeds_are_remembered_once_in_order(store):
    for url in ("https://b.example/feed", "https://a.example/feed", "https://b.example/feed"):
        store.add_feed(url)
    assert store.feeds() == ("https://b.example/feed", "https://a.example/feed")


def test_decisions_come_back_as_they_were_put_in_their_order(store):
    at = datetime(2031, 5, 1, 12, 30, 15, 250, tzinfo=UTC)
    split = make_decision(DecisionKind.SPLIT_SOURCE, "source_b", by="Ada", at=at, names=("naïve \x00", "🛳"), why="no")
    grade = make_decision(DecisionKind.GRADE_SOURCE, "source_a", by="Ada", at=at, value="C", why="mixed record")
    back = make_decision(DecisionKind.WITHDRAW, split.id, by="Bo", at=at)
    for decision in (split, grade, back):
        store.put_decision(decision)
    assert store.decisions() == (split, grade, back)


def test_putting_a_decision_again_changes_nothing(store):
    at = datetime(2031, 5, 1, tzinfo=UTC)
    first = make_decision(DecisionKind.CUT_COPY, "doc_a", "doc_b", by="Ada", at=at)
    second = make_decision(DecisionKind.CONFIRM_COPY, "doc_a", "doc_b", by="Ada", at=at)
    for decision in (first, second, first):
        store.put_decision(decision)
    assert store.decisions() == (first, second)
