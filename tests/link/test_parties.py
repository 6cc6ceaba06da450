"""Who is party to the event asked about."""

from datetime import UTC, datetime

import pytest

from rashomon.link.linking import link_reports
from rashomon.model.decision import make_decision
from rashomon.model.vocabulary import DecisionKind, Modality, Party, Polarity

QUESTION = "Who carried out the missile attack on Nairobi?"
TEXT = (
    "Missiles struck Nairobi on Sunday. Ethiopia launched them, Kenya said. Ethiopia did not launch them,"
    " the Ethiopian government said. "
    "The Varda Line launched them, said Luis Bray. Did Egypt launch them? Nobody from Peru saw it."
)


@pytest.fixture
def tied(make_document, make_claim):
    document = make_document("a", TEXT, publisher="Evening Compass", at=(18, 9))

    def tie(*told, decisions=()):
        claims = []
        for quote, voice, value, *fields in told:
            claims.append(make_claim(document, quote, voice, value=value, **(fields[0] if fields else {})))
        linkage = link_reports([document], claims, question=QUESTION, decisions=decisions)
        return {source.name: source for source in linkage.sources}, claims

    return tie


def parties(source):
    return [tie.party for tie in source.parties]


def test_a_camp_named_as_who_did_it_is_accused_and_the_place_that_was_hit_a_target(tied):
    sources, claims = tied(
        ("Ethiopia launched them", "Kenya", "Ethiopia"),
        ("Ethiopia did not launch them", "the Ethiopian government", "Ethiopia", {"polarity": Polarity.DENY}),
        ("The Varda Line launched them", "Luis Bray", "The Varda Line"),
        ("Nobody from Peru saw it", "Peru", ""),
    )
    assert parties(sources["Kenya"]) == [Party.TARGET]
    assert sources["Kenya"].parties[0].why == "it happened in or to Nairobi, Kenya"
    (accused,) = sources["the Ethiopian government"].parties
    assert accused.party is Party.ACCUSED
    assert accused.why == "2 claims name Ethiopia as who did it, 1 of them to deny it"
    assert accused.claim_ids == (claims[0].id, claims[1].id)
    assert parties(sources["Peru"]) == [Party.NONE]
    assert parties(sources["Evening Compass"]) == [Party.UNKNOWN]


def test_a_camp_may_be_accused_of_hitting_itself(tied):
    sources, _ = tied(("Ethiopia launched them", "Nairobi", "Kenyan troops"))
    assert parties(sources["Nairobi"]) == [Party.ACCUSED, Party.TARGET]


def test_a_body_that_is_no_state_is_accused_by_its_own_name(tied):
    sources, _ = tied(
        ("The Varda Line launched them", "Luis Bray", "the Varda Line"),
        ("Nobody from Peru saw it", "a spokesman for the Varda Line", ""),
    )
    assert parties(sources["a spokesman for the Varda Line"]) == [Party.ACCUSED]
    assert parties(sources["Luis Bray"]) == [Party.NONE]


def test_a_person_is_accused_by_surname_where_one_bears_it(tied):
    sources, _ = tied(("The Varda Line launched them", "Luis Bray", ""), ("Ethiopia launched them", "Ada Moor", "Bray"))
    assert parties(sources["Luis Bray"]) == [Party.ACCUSED]


def test_a_question_accuses_nobody(tied):
    sources, _ = tied(
        ("Did Egypt launch them", "Cairo", "Egypt", {"modality": Modality.QUESTION}),
        ("Ethiopia launched them", "Kenya", "Ethiopia"),
    )
    assert parties(sources["Cairo"]) == [Party.NONE]


def test_where_an_analyst_sets_the_camp_the_party_follows(tied):
    told = [("Ethiopia launched them", "Luis Bray", "Ethiopia")]
    source = tied(*told)[0]["Luis Bray"]
    assert parties(source) == [Party.NONE]
    at = datetime(2031, 5, 20, tzinfo=UTC)
    decision = make_decision(DecisionKind.SET_CAMP, source.id, by="Ada", at=at, value="Ethiopia")
    assert parties(tied(*told, decisions=[decision])[0]["Luis Bray"]) == [Party.ACCUSED]
