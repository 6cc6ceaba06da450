"""Who took back what it had said: in words, or by saying the opposite later."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rashomon.hypothesize.proposing import propose_hypotheses
from rashomon.model.vocabulary import Polarity, SourceKind

DAY = datetime(2031, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def propose(make_document, make_claim, make_deed, make_linkage, make_question, make_source):
    """The hypotheses of reports a day apart, each a sentence said by a voice (voice, sentence, changes)."""

    def propose(*said, kind=SourceKind.OFFICIAL):
        documents, claims = [], []
        for number, (voice, sentence, changes) in enumerate(said):
            document = make_document(f"paper {number}", sentence)
            make = make_deed if "actor" in changes else make_claim
            voices = (voice,) if voice else ()
            claims.append(make(document, sentence.rstrip("."), *voices, **changes))
            documents.append(replace(document, published_at=DAY + timedelta(days=number)))
        sources = [make_source(voice, kind=kind) for voice in {voice for voice, _, _ in said if voice}]
        linkage = make_linkage(claims, sources=sources)
        return propose_hypotheses(documents, claims, linkage, question=make_question()).hypotheses[0]

    return propose


ACCUSES = ("Mira Tolk", "Norway destroyed the bridge.", {"actor": "Norway"})
DENIES = ("Mira Tolk", "Norway did not destroy the bridge.", {"actor": "Norway", "polarity": Polarity.DENY})


def test_opposite_in_a_later_report_takes_it_back(propose):
    norway = propose(ACCUSES, DENIES)
    assert norway.withdrew == ("Mira Tolk",)
    assert norway.advances == ()
    assert norway.denies == ("Mira Tolk",)
    (withdrawal,) = norway.withdrawals
    assert withdrawal.at == DAY + timedelta(days=1)
    assert len(withdrawal.earlier_ids) == len(withdrawal.claim_ids) == 1


def test_denial_taken_back_is_no_accusation_withdrawn(propose):
    norway = propose(DENIES, ACCUSES)
    assert norway.withdrew == ()
    assert [one.taken_back for one in norway.withdrawals] == [Polarity.DENY]
    assert (norway.advances, norway.denies) == (("Mira Tolk",), ())


def test_unnamed_officials_may_be_others_the_next_time(propose):
    assert propose(ACCUSES, DENIES, kind=SourceKind.UNNAMED_OFFICIALS).withdrawals == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Mira Tolk withdrew the accusation against Norway.",
        "Tolk no longer believes that Norway did it.",
        "On Friday Mira Tolk retracted her statement.",
        "Mira Tolk took back what she had said of Norway.",
    ],
)
def test_words_of_taking_back_are_read(propose, sentence):
    norway = propose(ACCUSES, ("", sentence, {}))
    assert norway.withdrew == ("Mira Tolk",)
    assert norway.advances == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Mira Tolk refused to withdraw the accusation against Norway.",
        "Spain asked Mira Tolk to withdraw the accusation.",
        "Mira Tolk withdrew from the bridge.",
        "Mira Tolk has not withdrawn the accusation.",
    ],
)
def test_words_of_not_taking_back_are_not(propose, sentence):
    assert propose(ACCUSES, ("", sentence, {})).withdrawals == ()


def test_nobody_takes_back_what_was_said_only_afterwards(propose):
    assert propose(("", "Mira Tolk withdrew the accusation against Norway.", {}), ACCUSES).withdrawals == ()
