"""Scope: arguments belong to the theory under discussion."""

import pytest

from rashomon.hypothesize.candidates import gather_candidates
from rashomon.hypothesize.scope import scope_arguments
from rashomon.hypothesize.theories import follow_theories
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing
from rashomon.model.vocabulary import AbsenceKind, Certainty, EvidenceKind, Modality, Polarity


@pytest.fixture
def scope(make_document, make_claim, make_deed, make_reading):
    """(hypothesis, polarity, kind) of the arguments in a report's sentences after *the miners* and *the owners* were
    named by others; `bears` is {sentence number: (actor, polarity, weighed)}."""

    def scope(*sentences, bears=None, **changes):
        other = make_document("herald", "The miners did it. The owners did it.")
        known = [
            make_deed(other, "The miners did it", "A diver", actor="the miners"),
            make_deed(other, "The owners did it", "A cook", actor="the owners"),
        ]
        document = make_document("gazette", *sentences)
        claims = [make_claim(document, sentence.rstrip("."), **changes) for sentence in sentences]
        reading = make_reading([other, document], [*known, *claims])
        candidates = {candidate.names[0]: candidate for candidate in gather_candidates(reading)}
        bearings = [
            ClaimBearing(
                id=f"brg {number}", claim_id=claims[number].id, hypothesis_id=actor, polarity=polarity,
                certainty=Certainty.CERTAIN, weighed=weighed, made=Made(recipe="test@1"),
            )
            for number, (actor, polarity, weighed) in (bears or {}).items()
        ]  # fmt: skip
        found = scope_arguments(reading, follow_theories(reading, candidates, bearings), bearings)
        return [
            (one.hypothesis_id, one.polarity, one.argument.kind)
            for one in found
            if one.claim_id in {claim.id for claim in claims}
        ]

    return scope


FOR, AGAINST = Polarity.ASSERT, Polarity.DENY


def test_argument_belongs_to_the_theory_brought_up_before_it(scope):
    found = scope("The first theory is the miners.", "They had a motive and a grudge.")
    assert ("the miners", FOR, EvidenceKind.MOTIVE) in found


def test_each_of_two_theories_has_its_own_arguments(scope):
    found = scope(
        "The first theory is the miners.",
        "They had a motive and a grudge.",
        "Then there is the owners.",
        "Only they had access to the gate with their keys.",
    )
    assert ("the miners", FOR, EvidenceKind.MOTIVE) in found
    assert ("the owners", FOR, EvidenceKind.OPPORTUNITY) in found


def test_argument_before_its_theory_belongs_to_it(scope):
    found = scope(
        "Fragments of a casing lay in the crater.", "It was the miners.", bears={1: ("the miners", FOR, True)}
    )
    assert found == [("the miners", FOR, EvidenceKind.PHYSICAL)]


def test_argument_under_no_theory_is_left_out(scope):
    assert scope("Fragments of a casing lay in the crater.") == []


@pytest.mark.parametrize(
    "argument",
    [
        "Why would they destroy their own bread?",
        "Divers found no trace of a charge.",
        "They could not have carried such heavy weapons.",
    ],
)
def test_doubt_speaks_against_the_theory(scope, argument):
    found = scope("The first theory is the miners.", argument)
    assert [polarity for _, polarity, _ in found if _ is not None] == [AGAINST]


def test_whoever_denies_argues_against(scope):
    found = scope(
        "It was not the miners.", "They were asleep in the barracks at home.", bears={0: ("the miners", AGAINST, True)}
    )
    assert [(hypothesis, polarity) for hypothesis, polarity, _ in found] == [("the miners", AGAINST)]


def test_sentence_that_names_one_theory_and_rejects_another_argues_for_the_one(scope):
    found = scope(
        "They had a motive and a grudge.",
        "It was the owners.",
        bears={0: ("the miners", FOR, False), 1: ("the owners", FOR, True)},
    )
    assert found[0][0] == "the miners"


@pytest.mark.parametrize(
    "sentence", ["Image: a photograph of the bridge and a film.", "That would mean revenge, hatred and a grudge."]
)
def test_captions_and_consequences_are_no_arguments(scope, sentence):
    assert scope("The first theory is the miners.", sentence) == []


def test_what_is_supposed_is_no_argument(scope):
    sentences = ("The first theory is the miners.", "They had a motive and a grudge.")
    assert scope(*sentences, modality=Modality.CONDITIONAL) == []


def test_absence_keeps_its_kind(make_document, make_claim, make_deed, make_reading):
    document = make_document("gazette", "The miners did it. Nobody examined the wreck of the boat.")
    claims = [
        make_deed(document, "The miners did it", "A diver", actor="the miners"),
        make_claim(document, "Nobody examined the wreck of the boat"),
    ]
    reading = make_reading([document], claims)
    candidates = {candidate.names[0]: candidate for candidate in gather_candidates(reading)}
    (found,) = scope_arguments(reading, follow_theories(reading, candidates, ()), ())[-1:]
    assert found.argument.absence is AbsenceKind.NOT_LOOKED
