"""Bearings: which claims speak for or against which explanation, and which of them are weighed."""

import pytest

from rashomon.hypothesize.bearings import find_bearings
from rashomon.hypothesize.candidates import gather_candidates, label_of
from rashomon.model.vocabulary import Certainty, MentionRole, Modality, Polarity, Slot

AGENT, TARGET, PLACE, OTHER = MentionRole.AGENT, MentionRole.TARGET, MentionRole.PLACE, MentionRole.OTHER


@pytest.fixture
def bear(make_document, make_claim, make_deed, make_reading):
    """The bearing of a sentence said after two answers (Norway or smugglers did it).

    Given as (label, polarity, weighed, certainty). `voice` says it ("" for the author); `changes` go to its claim.
    """

    def bear(quote, voice="A baker", *, first=(("Norway", "Norway"), ("Smugglers", "smugglers")), **changes):
        opening = make_document("courier", *(f"{name} destroyed the bridge." for name, _ in first))
        document = make_document("gazette", f"{quote}.")
        claims = [
            make_deed(opening, f"{name} destroyed the bridge", f"A diver {number}", actor=actor)
            for number, (name, actor) in enumerate(first)
        ]
        claims.append(make_claim(document, quote, *((voice,) if voice else ()), **changes))
        return _read(make_reading([opening, document], claims), claims[-1])

    return bear


@pytest.fixture
def remark(make_document, make_claim, make_deed, make_reading):
    """The bearing of the last sentence of a report that begins with an answer (Norway did it)."""

    def remark(*sentences, **changes):
        document = make_document("gazette", "Norway destroyed the bridge.", *sentences)
        claims = [make_deed(document, "Norway destroyed the bridge", "A diver", actor="Norway")]
        claims += [make_claim(document, sentence.rstrip("."), "A baker", **changes) for sentence in sentences]
        return _read(make_reading([document], claims), claims[-1])

    return remark


def _read(reading, claim):
    candidates = {label_of(c): c for c in gather_candidates(reading)}
    found = [b for b in find_bearings(reading, candidates) if b.claim_id == claim.id]
    return next(((b.hypothesis_id, str(b.polarity), b.weighed, str(b.certainty)) for b in found), None)


def deed(actor, **changes):
    return {"slot": Slot.RESPONSIBLE, "value": actor, "predicate": "destroy", "target": "the bridge"} | changes


def test_outright_answer_is_weighed(bear):
    assert bear("Norway destroyed it", **deed("Norway")) == ("Norway", "assert", True, "certain")


def test_outright_denial_speaks_against(bear):
    found = bear("Norway did not destroy it", **deed("Norway", polarity=Polarity.DENY))
    assert found == ("Norway", "deny", True, "certain")


def test_answer_dismissed_in_its_own_sentence_speaks_against(bear):
    assert bear("That Norway destroyed it is absurd", **deed("Norway"))[:3] == ("Norway", "deny", True)


def test_named_and_argued_is_weighed(bear):
    found = bear("Norway had a motive", mentions={"Norway": AGENT})
    assert found == ("Norway", "assert", True, "certain")


def test_group_named_and_argued_is_weighed(bear):
    assert bear("The smugglers had the skill for it", mentions={"The smugglers": AGENT})[:3] == (
        "smugglers", "assert", True,
    )  # fmt: skip


def test_state_named_only_is_not_weighed(bear):
    assert bear("Norway is a cold country", mentions={"Norway": AGENT})[:3] == ("Norway", "assert", False)


def test_group_named_only_is_not_weighed(bear):
    assert bear("The smugglers like good coffee", mentions={"The smugglers": AGENT})[:3] == (
        "smugglers", "assert", False,
    )  # fmt: skip


def test_state_named_beside_an_argument_of_another_is_not_weighed(bear):
    found = bear("The owner wanted to annoy Norway", mentions={"Norway": TARGET})
    assert found is None or not found[2]


def test_state_named_as_a_place_bears_on_nothing(bear):
    assert bear("Baskets are woven in Norway", mentions={"Norway": PLACE}) is None


def test_words_of_guilt_beside_a_state_are_weighed(bear):
    assert bear("Suspicion of Norway: it is behind this", mentions={"Norway": OTHER})[2] is True


def test_topic_only_is_not_weighed(make_document, make_claim, make_deed, make_reading):
    opening = make_document("courier", "Norway destroyed the bridge with limpets.", "Smugglers destroyed the bridge.")
    document = make_document("gazette", "Limpets are rare.")
    claims = [
        make_deed(opening, "Norway destroyed the bridge with limpets", "A diver", actor="Norway"),
        make_deed(opening, "Smugglers destroyed the bridge", "A baker", actor="smugglers"),
        make_claim(document, "Limpets are rare", "A jeweller"),
    ]
    found = _read(make_reading([opening, document], claims), claims[-1])
    assert found == ("Norway", "assert", False, "certain")


def test_sentence_on_nobody_bears_on_nothing(bear):
    assert bear("The harbour is calm", mentions={}) is None


def test_denial_flips_a_named_and_argued_claim(bear):
    found = bear("Norway had no motive", mentions={"Norway": AGENT})
    assert found[:3] == ("Norway", "deny", True)


def test_a_rejection_is_counted_once(bear):
    """The clause's own *no* makes it a denial when it is read; the word does not turn it back."""
    found = bear("Norway had no motive", mentions={"Norway": AGENT}, polarity=Polarity.DENY)
    assert found[:2] == ("Norway", "deny")


def test_not_ruled_out_does_not_flip(bear):
    found = bear("The smugglers have not been ruled out as culprits", mentions={"The smugglers": AGENT})
    assert found[:2] == ("smugglers", "assert")


def test_two_negatives_speak_for_what_they_name(bear):
    quote = "It could hardly have been done without Norway as culprit"
    found = bear(quote, mentions={"Norway": AGENT}, polarity=Polarity.DENY)
    assert found[:2] == ("Norway", "assert")


def test_what_cannot_be_said_yet_is_no_denial(bear):
    quote = "We cannot say whether Norway is responsible"
    assert bear(quote, mentions={"Norway": AGENT}) == ("Norway", "assert", False, "none")


def test_question_that_answers_itself_speaks_against(bear):
    found = bear("Why would Norway wreck its own bridge", mentions={"Norway": AGENT}, modality=Modality.QUESTION)
    assert found[:2] == ("Norway", "deny")


def test_accusation_is_not_flipped_by_a_negative_word(bear):
    found = bear("Norway never stops and is behind this", mentions={"Norway": AGENT}, modality=Modality.ACCUSATION)
    assert found[:2] == ("Norway", "assert")


def test_accusing_oneself_is_never_guessed(bear):
    found = bear("Norway had a motive", "The Norwegian government", mentions={"Norway": AGENT})
    assert found[:3] == ("Norway", "assert", False)


def test_clearing_oneself_is_weighed(bear):
    found = bear("Norway had no motive", "The Norwegian government", mentions={"Norway": AGENT})
    assert found[:3] == ("Norway", "deny", True)


def test_admission_of_ones_own_camp_is_weighed(bear):
    found = bear(
        "Norway is responsible", "The Norwegian government", mentions={"Norway": AGENT}, modality=Modality.ADMISSION
    )
    assert found[:3] == ("Norway", "assert", True)


def test_camp_that_seems_to_accuse_itself_outright_was_misread(bear):
    found = bear("Norway destroyed it", "The Norwegian government", **deed("Norway"))
    assert found[:3] == ("Norway", "assert", False)


def test_claim_of_responsibility_of_ones_own_camp_is_weighed(bear):
    owning_up = deed("The Norwegian government", modality=Modality.CLAIM_OF_RESPONSIBILITY)
    assert bear("We destroyed it", "The Norwegian government", **owning_up)[:3] == ("Norway", "assert", True)


def test_bare_number_bears_on_nothing(bear):
    assert bear("Norway lost 3 boats", slot=Slot.COUNT, value="3", mentions={"Norway": AGENT}) is None


def test_approving_remark_speaks_for_the_explanation_before_it(remark):
    assert remark("I quite believe that.")[:3] == ("Norway", "assert", False)


def test_rejecting_remark_speaks_against_the_explanation_before_it(remark):
    assert remark("That is nonsense.")[:3] == ("Norway", "deny", False)


def test_remark_that_leaves_it_open_commits_to_nothing(remark):
    assert remark("It is too early to say.") == ("Norway", "assert", False, "none")


def test_remark_two_sentences_on_takes_up_nothing(remark):
    assert remark("The harbour reopened for traffic.", "I find that silly.") is None


def test_remark_in_another_report_takes_up_nothing(bear):
    assert bear("I find that silly") is None


def test_question_gives_no_certainty(bear):
    found = bear("Was it Norway", **deed("Norway", modality=Modality.QUESTION))
    assert found == ("Norway", "assert", True, "none")


def test_condition_gives_no_certainty(bear):
    found = bear("If Norway destroyed it", **deed("Norway", modality=Modality.CONDITIONAL))
    assert found[3] == "none"


@pytest.mark.parametrize("certainty", [Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNLIKELY])
def test_hedged_denial_says_unlikely(bear, certainty):
    found = bear("It was hardly Norway", **deed("Norway", polarity=Polarity.DENY, certainty=certainty))
    assert found[3] == "unlikely"


def test_unlikely_assertion_stays_possible(bear):
    assert bear("It was Norway", **deed("Norway", certainty=Certainty.UNLIKELY))[3] == "possible"


def test_earlier_deed_of_a_candidate_is_a_weighed_precedent(precedent):
    assert precedent("Norway") == ("Norway", "assert", True)


def test_earlier_deed_of_somebody_else_bears_on_nothing(precedent):
    assert precedent("Kenya") is None


def test_deed_of_an_event_that_is_not_earlier_bears_on_nothing(precedent):
    assert precedent("Norway", prior=False) is None


@pytest.fixture
def precedent(make_document, make_deed, make_event, make_question, make_reading):
    def precedent(actor, *, prior=True):
        document = make_document("gazette", "Norway destroyed the bridge.", "Long ago the mill burned.")
        claims = [
            make_deed(document, "Norway destroyed the bridge", "A diver", actor="Norway"),
            make_deed(document, "Long ago the mill burned", "A diver", actor=actor),
        ]
        events = [make_event("now"), make_event("then", focal=False, prior=prior)]
        about = {claims[0].id: "evt now", claims[1].id: "evt then"}
        reading = make_reading([document], claims, make_question(event_id="evt now"), events=events, about=about)
        found = _read(reading, claims[1])
        return found and found[:3]

    return precedent


def test_what_others_may_say_of_ones_own_side_is_denied(bear):
    found = bear("To say that we destroyed it is a slander", "Norway", **deed("Norway"))
    assert found[:2] == ("Norway", "deny")


def test_theory_that_is_only_named_is_not_weighed(bear):
    found = bear("The Norway theory has friends", **deed("Norway", predicate="theory"))
    assert found[:3] == ("Norway", "assert", False)


def test_bare_name_is_tied_to_nothing(bear):
    assert bear("The smugglers", mentions={"smugglers": OTHER}) is None


def test_state_that_a_paper_only_mentions_is_tied_to_nothing(bear):
    assert bear("Ferries from Norway were late", "", mentions={"Norway": OTHER}) is None


def test_what_was_left_open_before_anybody_was_named_is_tied_later(make_document, make_claim, make_deed, make_reading):
    document = make_document("gazette", "Experts do not know who did it.", "Norway destroyed the bridge.")
    claims = [
        make_claim(document, "Experts do not know who did it", "A diver"),
        make_deed(document, "Norway destroyed the bridge", "A baker", actor="Norway"),
    ]
    assert _read(make_reading([document], claims), claims[0])[1:] == ("assert", False, "none")
