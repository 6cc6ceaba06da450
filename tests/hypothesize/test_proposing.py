"""Proposing: the competing hypotheses of a question, something else always last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.hypothesize.proposing import SOMETHING_ELSE, propose_hypotheses
from rashomon.model.vocabulary import Certainty, EventRelation, Polarity


@pytest.fixture(scope="module")
def propose(make_document, make_deed, make_linkage, make_question):
    """The hypotheses of deeds given as (voice, actor, changes), each in a report of its own."""

    def propose(*said):
        documents, claims = [], []
        for number, (voice, actor, *changes) in enumerate(said):
            document = make_document(f"paper {number}", "It was so.")
            claims.append(make_deed(document, "It was so", voice, actor=actor, **dict(*changes)))
            documents.append(document)
        return propose_hypotheses(documents, claims, make_linkage(claims), question=make_question())

    return propose


DENIED = {"polarity": Polarity.DENY}
MENTIONED = {"certainty": Certainty.NONE}


def test_something_else_stands_alone_where_nobody_answers(propose):
    found = propose()
    assert [h.label for h in found.hypotheses] == [SOMETHING_ELSE]
    assert found.bearings == found.evidence == found.facts == found.implications == ()


def test_something_else_comes_last(propose):
    found = propose(("A diver", "Norway"), ("A baker", "smugglers"))
    assert [h.residual for h in found.hypotheses] == [False, False, True]


def test_holders_are_told_apart_by_what_they_do_with_an_answer(propose):
    found = propose(("A diver", "Norway"), ("A baker", "Norway", DENIED), ("A cook", "Norway", MENTIONED))
    norway = found.hypotheses[0]
    assert (norway.advances, norway.denies, norway.mentions) == (("A diver",), ("A baker",), ("A cook",))


def test_holder_who_says_it_twice_is_named_once(propose):
    found = propose(("A diver", "Norway"), ("A diver", "Norway"))
    assert found.hypotheses[0].advances == ("A diver",)


def test_hypothesis_of_a_state_has_its_camp_and_other_names(propose):
    norway = propose(("A diver", "Norway"), ("A baker", "the Norwegian navy")).hypotheses[0]
    assert (norway.label, norway.camp, norway.aliases) == ("Norway", "Norway", ("the Norwegian navy",))


def test_named_group_is_a_camp_of_its_own(propose):
    assert propose(("A diver", "Red Heron")).hypotheses[0].camp == "Red Heron"


def test_group_without_a_name_has_no_camp(propose):
    assert propose(("A diver", "smugglers")).hypotheses[0].camp == ""


def test_same_claims_give_the_same_hypotheses(propose):
    said = (("A diver", "Norway"), ("A baker", "smugglers"))
    assert propose(*said) == propose(*said)


ACTORS = st.sampled_from(
    ["Norway", "Oslo", "smugglers", "Red Heron", "they", "Brisa Ottoline", "Ottoline", "someone", ""]
)
SAYINGS = st.lists(
    st.tuples(
        st.sampled_from(["A diver", "A baker", "Oslo"]),
        ACTORS,
        st.fixed_dictionaries({"polarity": st.sampled_from(Polarity), "certainty": st.sampled_from(Certainty)}),
    ),
    max_size=6,
)


@given(SAYINGS)
def test_exactly_one_hypothesis_is_something_else_and_it_is_last(propose, said):
    residual = [h.residual for h in propose(*said).hypotheses]
    assert residual[-1] and not any(residual[:-1])


@given(SAYINGS)
def test_every_record_leads_to_claims_and_hypotheses_that_are_there(propose, said):
    found = propose(*said)
    known = {h.id for h in found.hypotheses if not h.residual}
    assert {b.hypothesis_id for b in found.bearings} | {e.hypothesis_id for e in found.evidence} <= known
    assert {c for e in found.evidence for c in e.claim_ids} <= {b.claim_id for b in found.bearings if b.weighed}


@given(SAYINGS)
def test_labels_and_ids_of_hypotheses_are_unique(propose, said):
    hypotheses = propose(*said).hypotheses
    assert len({h.id for h in hypotheses}) == len({h.label for h in hypotheses}) == len(hypotheses)


def test_reports_on_an_unrelated_event_give_no_answer(
    make_document, make_deed, make_linkage, make_question, make_event
):
    ours = make_document("gazette", "Norway did it.")
    others = [make_document(f"paper {number}", "Peru did it to a mill.") for number in range(2)]
    claims = [
        make_deed(ours, "Norway did it", "A diver", actor="Norway"),
        *(make_deed(document, "Peru did it to a mill", "A miller", actor="Peru") for document in others),
    ]
    events = [
        make_event("now"),
        make_event(
            "mill", focal=False, relation=EventRelation.OTHER, document_ids=tuple(document.id for document in others)
        ),
    ]
    found = propose_hypotheses(
        [ours, *others], claims, make_linkage(claims, events=events), question=make_question(event_id="evt now")
    )
    assert [hypothesis.label for hypothesis in found.hypotheses] == ["Norway", SOMETHING_ELSE]
