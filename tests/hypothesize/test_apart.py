"""Bodies that holders keep apart from their state, and those they do not."""

import pytest

from rashomon.hypothesize.apart import kind_of_body
from rashomon.hypothesize.proposing import propose_hypotheses
from rashomon.model.vocabulary import HypothesisRelationKind, Polarity

KEPT_APART = [
    "It was the Norwegian navy, without the king's knowledge.",
    "It was not the government but a rogue unit of the Norwegian navy.",
    "The Norwegian navy did it on its own.",
    "The Norwegian navy acted behind the cabinet's back.",
    "The Norwegian navy, not the Norwegian government, did it.",
    "A renegade Norwegian navy did it.",
]
ONE_ACTOR = [
    "The Norwegian navy did it.",
    "The Norwegian navy did it on the king's orders.",
    "The Norwegian navy could not have acted without the king's knowledge.",
    "The Norwegian navy, not the smugglers, did it.",
    "The Norwegian navy did it in its own waters.",
]


@pytest.fixture
def rivals(make_document, make_deed, make_linkage, make_question):
    """The named hypotheses and their relations, where one holder says a sentence of the navy and one accuses Norway."""

    def rivals(sentence, *, state="Norway", navy="The Norwegian navy"):
        documents = [make_document("gazette", sentence), make_document("herald", f"{state} did it.")]
        claims = [
            make_deed(documents[0], sentence.rstrip("."), "A fisherman", actor=navy),
            make_deed(documents[1], f"{state} did it", "A baker", actor=state),
        ]
        found = propose_hypotheses(documents, claims, make_linkage(claims), question=make_question())
        return [h for h in found.hypotheses if not h.residual], found.relations, found.bearings

    return rivals


@pytest.mark.parametrize("sentence", KEPT_APART)
def test_body_set_apart_is_an_answer_under_its_state(rivals, sentence):
    hypotheses, (relation,), bearings = rivals(sentence)
    whole = next(h for h in hypotheses if h.id == relation.from_id)
    body = next(h for h in hypotheses if h.id == relation.to_id)
    assert relation.kind is HypothesisRelationKind.SUBSUMES and relation.claim_ids
    assert (whole.label, body.label) == ("Norway, not its navy alone", "Norwegian navy")
    assert whole.camp == body.camp == "Norway"
    assert len({bearing.hypothesis_id for bearing in bearings}) == 2


def test_two_bodies_set_apart_are_two_answers_under_their_state(rivals):
    hypotheses, relations, _ = rivals("Either the Norwegian navy or the Norwegian police did it.")
    labels = {h.label for h in hypotheses}
    assert labels == {"Norway, not its navy or police alone", "Norwegian navy", "Norwegian police"}
    wider = [relation for relation in relations if relation.kind is HypothesisRelationKind.SUBSUMES]
    assert len(wider) == 2 and len({relation.from_id for relation in wider}) == 1


@pytest.mark.parametrize("sentence", ONE_ACTOR)
def test_body_that_nobody_sets_apart_is_its_state(rivals, sentence):
    hypotheses, _, _ = rivals(sentence)
    assert [h.label for h in hypotheses if h.camp == "Norway"] == ["Norway"]


def test_body_of_a_land_that_no_table_knows_is_set_apart_too(rivals):
    sentence = "The Harvian army did it, without the president's orders."
    hypotheses, (relation,), _ = rivals(sentence, state="Harvia", navy="The Harvian army")
    assert {h.label for h in hypotheses} == {"Harvia, not its army alone", "Harvian army"}
    assert relation.kind is HypothesisRelationKind.SUBSUMES


def test_holder_who_accuses_the_body_and_clears_those_who_lead_sets_them_apart(
    make_document, make_deed, make_linkage, make_question
):
    document = make_document(
        "gazette", "The Norwegian navy did it.", "The Norwegian government did not.", "Norway did it."
    )
    claims = [
        make_deed(document, "The Norwegian navy did it", "A fisherman", actor="The Norwegian navy"),
        make_deed(
            document, "The Norwegian government did not", "A fisherman", actor="The Norwegian government",
            polarity=Polarity.DENY,
        ),
        make_deed(document, "Norway did it", "A baker", actor="Norway"),
    ]  # fmt: skip
    found = propose_hypotheses([document], claims, make_linkage(claims), question=make_question())
    assert len([h for h in found.hypotheses if h.camp == "Norway"]) == 2


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [("Norwegian marines", "navy"), ("the secret services", "secret service"), ("the GRU", "GRU"), ("the Kremlin", "")],
)
def test_body_has_a_kind_or_a_name(phrase, kind):
    assert kind_of_body(phrase) == kind
