"""Context: what a claim that names no explanation says of the one last spoken of."""

import pytest

from rashomon.hypothesize.context import Talk, Tie, tie_by_context
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Slot

FIRST = "Norway destroyed the bridge."


@pytest.fixture
def take_up(make_document, make_claim, make_deed):
    """What a sentence is taken to say after *Norway destroyed the bridge*: (polarity, open), or None."""

    def take_up(*sentences, voice="A baker", first=Polarity.ASSERT, **changes):
        document = make_document("gazette", FIRST, *sentences)
        opening = make_deed(document, FIRST.rstrip("."), "A diver", actor="Norway")
        tie = Tie(hypothesis_id="norway", polarity=first, weighed=True)
        talk = Talk().reach(opening).take_up(opening, tie)
        claim = make_claim(document, sentences[-1].rstrip("."), voice, **changes)
        found = tie_by_context(claim, talk.reach(claim))
        return found and (str(found.polarity), found.open)

    return take_up


def test_dismissal_speaks_against(take_up):
    assert take_up("The idea of ships that night has been ruled out.") == ("deny", False)


def test_motive_speaks_for(take_up):
    assert take_up("Its shipowners have wanted to avenge the seizure.") == ("assert", False)


@pytest.mark.parametrize(
    "remark", ["Nobody saw a single ship that night.", "Few navies have the equipment for such a dive."]
)
def test_what_neither_dismisses_nor_hedges_takes_up_nothing(remark, take_up):
    assert take_up(remark) is None


def test_judgement_on_what_was_said_takes_its_side(take_up):
    assert take_up("I find that plausible.") == ("assert", False)


def test_plain_telling_takes_up_nothing(take_up):
    assert take_up("The harbour was reopened for traffic at noon.") is None


def test_question_takes_up_nothing(take_up):
    assert take_up("Would they be so foolish.", modality=Modality.QUESTION) is None


def test_what_is_not_settled_is_left_open(take_up):
    assert take_up("It is too early to blame anyone.") == ("assert", True)


def test_that_nothing_happened_denies_it(take_up):
    assert take_up("Nothing had happened.") == ("deny", False)


def test_hedged_statement_takes_it_up(take_up):
    assert take_up("Two ships were perhaps in reach of it.", certainty=Certainty.POSSIBLE) == ("assert", False)


def test_whoever_denies_for_himself_denies_it(take_up):
    denial = {"slot": Slot.RESPONSIBLE, "value": "the captain", "predicate": "do", "polarity": Polarity.DENY}
    assert take_up("He says that he has done nothing.", voice="the captain", **denial) == ("deny", False)


def test_denial_for_somebody_else_takes_up_nothing(take_up):
    denial = {"slot": Slot.RESPONSIBLE, "value": "the cook", "predicate": "do", "polarity": Polarity.DENY}
    assert take_up("The cook has done nothing.", voice="the captain", **denial) is None


def test_whoever_denied_it_goes_on_arguing_against_it(take_up):
    found = take_up("Its shipowners have wanted to avenge the seizure.", voice="A diver", first=Polarity.DENY)
    assert found == ("deny", False)


def test_remark_in_another_report_takes_up_nothing(make_document, make_claim):
    document = make_document("gazette", "I find that plausible.")
    claim = make_claim(document, "I find that plausible", "A baker")
    assert tie_by_context(claim, Talk(document_id="courier", hypothesis_id="norway", end=9).reach(claim)) is None
