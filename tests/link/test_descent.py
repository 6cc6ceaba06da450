from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.copies import find_copies
from rashomon.link.descent import Descent, confirm_link, cut_link
from rashomon.link.origins import group_origins
from rashomon.model.decision import make_decision
from rashomon.model.vocabulary import CopyKind, DecisionKind

STORY = (
    "A grain barge broke its moorings in the lock at Ouderkerk before dawn and blocked the canal for eleven hours, the "
    "canal office said. The skipper, Anne Hollander, told Delta Wire that two of the ropes had been sawn through and "
    "that she had seen a rowing boat without lights. Nobody was hurt, but the cargo, six hundred tonnes of barley, is "
    "wet. Police have taken the ropes away, and a diver will look at the gates when the water is clear."
)
AT = datetime(2031, 6, 1, tzinfo=UTC)


def link(source, kind=CopyKind.NEAR):
    return Descent(source=source, kind=kind, share=0.5, confidence=0.9, why="")


def decide(kind, report, source, value="", why="seen by hand"):
    return make_decision(kind, report, source, at=AT, by="ann", value=value, why=why)


def links_of(documents, *decisions):
    return {one.document_id: one for one in find_copies(documents, decisions=decisions)}


def test_a_credited_wire_is_the_source_of_a_copy_whose_clock_ran_ahead(make_document):
    copy = make_document("copy", f"{STORY} (Delta Wire)", at=(1, 8), publisher="Polder Post", credits=("Delta Wire",))
    wire = make_document("wire", STORY, at=(1, 9), publisher="Delta Wire")
    links = links_of([copy, wire])
    assert set(links) == {"copy"}
    assert links["copy"].copy_of == "wire"
    days_later = make_document("wire", STORY, at=(4, 9), publisher="Delta Wire")
    assert links_of([copy, days_later])["wire"].copy_of == "copy"


def test_versions_of_one_article_are_one_origin_however_much_was_changed(make_document):
    first = make_document("v1", STORY, at=(1, 8), publisher="Delta Wire")
    second = make_document("v2", "The lock is open again.", at=(1, 20), publisher="Delta Wire")
    pair = [make_version(one, "ouderkerk") for one in (first, second)]
    links = links_of(pair)
    assert links["v2"].copy_of == "v1"
    assert "version" in links["v2"].why
    assert len(group_origins(pair, list(links.values()))) == 1


def make_version(document, input_id):
    return type(document)(**{name: getattr(document, name) for name in document.__slots__} | {"input_id": input_id})


def test_an_analyst_s_cut_and_confirmation_win_and_the_last_word_counts(make_document):
    wire = make_document("wire", STORY, at=(1, 8), publisher="Delta Wire")
    copy = make_document("copy", STORY[:300], at=(1, 12), publisher="Polder Post")
    other = make_document("other", "A dyke warden was fined for sleeping.", at=(2, 8), publisher="Polder Post")
    reports = [wire, copy, other]
    cut = decide(DecisionKind.CUT_COPY, "copy", "wire")
    assert links_of(reports, cut) == {}
    confirmed = decide(DecisionKind.CONFIRM_COPY, "other", "wire", CopyKind.REWRITE)
    found = links_of(reports, cut, confirmed)["other"]
    assert (found.copy_of, found.kind, found.confidence, found.made.by) == ("wire", "rewrite", 1.0, "analyst:ann")
    again = decide(DecisionKind.CONFIRM_COPY, "copy", "wire")
    restored = links_of(reports, cut, again)["copy"]
    assert (restored.kind, restored.made.by) == (CopyKind.NEAR, "analyst:ann")
    unknown = decide(DecisionKind.CUT_COPY, "copy", "gone")
    assert links_of(reports, unknown)["copy"].made.by == "machine"


def test_cutting_two_copies_of_one_wire_apart_leaves_one_of_them_with_it(make_document):
    wire = make_document("wire", STORY, at=(1, 8))
    copies = [make_document(name, STORY[:400] + name, at=(1, hour)) for name, hour in (("early", 9), ("late", 10))]
    links = links_of([wire, *copies], decide(DecisionKind.CUT_COPY, "late", "early"))
    assert {one: found.copy_of for one, found in links.items()} == {"early": "wire"}


def test_confirming_against_the_machine_turns_the_tree(make_document):
    descents = {"b": link("a"), "c": link("b")}
    turned = confirm_link(descents, "a", link("c"))
    assert turned["a"].source == "c"
    assert "c" in turned or "b" in turned
    assert not has_circle(turned)


@given(
    links=st.dictionaries(st.sampled_from("bcdefg"), st.sampled_from("abcdef")),
    pair=st.lists(st.sampled_from("abcdefg"), min_size=2, max_size=2, unique=True),
)
def test_no_decision_makes_a_circle_and_a_cut_parts(links, pair):
    descents = {one: link(source) for one, source in links.items() if source < one}
    assert not has_circle(confirm_link(descents, pair[0], link(pair[1])))
    settled = cut_link(descents, *pair)
    assert top(settled, pair[0]) != top(settled, pair[1])


def has_circle(descents):
    try:
        for one in descents:
            top(descents, one)
    except RecursionError:
        return True
    return False


def top(descents, one, depth=0):
    if depth > 50:
        raise RecursionError
    return top(descents, descents[one].source, depth + 1) if one in descents else one


@pytest.mark.parametrize("dates", [(None, None), ((1, 8), None), (None, (1, 8))])
def test_lineage_without_dates_does_not_depend_on_the_order_given(make_document, dates):
    whole = make_document("whole", STORY, at=dates[0])
    cut = make_document("cut", STORY[:300], at=dates[1])
    assert links_of([whole, cut]) == links_of([cut, whole])
    assert len(links_of([whole, cut])) == 1


def test_a_date_in_the_future_makes_nobody_an_original(make_document):
    future = make_document("future", STORY, at=datetime(2099, 1, 1, tzinfo=UTC))
    today = make_document("today", STORY[:300], at=(1, 8))
    undated = make_document("undated", STORY[:350])
    links = links_of([future, today, undated])
    assert "today" not in links
    assert len(group_origins([future, today, undated], list(links.values()))) == 1
