"""Who says that a thing is forged or genuine, and which evidence rests on it."""

from datetime import UTC, datetime

import pytest

from rashomon.hypothesize.evidence import link_evidence
from rashomon.hypothesize.forgeries import find_things
from rashomon.hypothesize.reading import read_claims
from rashomon.hypothesize.weights import follow_weight_decisions
from rashomon.model.analysis import HypothesisSet
from rashomon.model.claim import Voice
from rashomon.model.decision import make_decision
from rashomon.model.provenance import Made
from rashomon.model.question import ClaimBearing, Hypothesis, Question
from rashomon.model.vocabulary import Certainty, DecisionKind, EvidenceKind, Modality, Polarity, QuestionKind

MADE = Made(recipe="test@1")
SHOWN = "A video shows Norland gunners loading the shells."
SIGNED = {"by": "Ada", "at": datetime(2031, 5, 1, 12, tzinfo=UTC)}


def read_pair(make_document, make_claim, make_linkage, said, *, question="Who destroyed the bridge?", **changes):
    """The things of a report that shows a video and quotes a spokesman on it."""
    document = make_document("one", SHOWN, said)
    cue = changes.pop("cue", "said")
    shown = make_claim(document, SHOWN.rstrip("."))
    doubt = make_claim(document, said.rstrip("."), "a spokesman", **changes)
    doubt = type(doubt)(**({name: getattr(doubt, name) for name in doubt.__slots__} | {
        "chain": (doubt.chain[0], Voice(name="a spokesman", cue=cue))
    }))  # fmt: skip
    asked = Question(id="qst", text=question, kind=QuestionKind.WHO, event_id=None, made=MADE)
    claims = [shown, doubt]
    reading = read_claims([document], claims, make_linkage(claims), asked)
    return find_things(reading), shown, doubt, reading


def said_of(things, shown):
    return [doubt.forged for doubt in things.doubts.get(things.resting.get(shown.id, ""), ())]


@pytest.mark.parametrize(
    "said",
    [
        "The video was staged.",
        "The footage is a fake.",
        "It was an old video from another war.",
        "The clip had been doctored by the enemy.",
        "The video was taken from an earlier attack.",
        "The army had fabricated the video.",
        "The clip is not genuine.",
        "It is a forgery from the first frame to the last.",
        "A clumsy forgery, meant to deceive.",
        "Its metadata aside, the video has been tampered with.",
    ],
)
def test_a_thing_called_forged(said, make_document, make_claim, make_linkage):
    things, shown, _, _ = read_pair(make_document, make_claim, make_linkage, said)
    assert said_of(things, shown) == [True]


@pytest.mark.parametrize(
    "said",
    [
        "The video is authentic.",
        "Analysts geolocated the footage to the north bank.",
        "Two laboratories verified the video.",
        "The video was not staged.",
    ],
)
def test_a_thing_called_genuine(said, make_document, make_claim, make_linkage):
    things, shown, _, _ = read_pair(make_document, make_claim, make_linkage, said)
    assert said_of(things, shown) == [False]


@pytest.mark.parametrize(
    "said",
    [
        "The video could not be verified.",
        "We have not verified the video.",
        "It is unclear whether the video was staged.",
        "The rebels staged the attack.",
        "Somebody planted a bomb under the bridge.",
        "The letter was forged.",
        "If the video was staged, the camera would have moved.",
        "The enemy called the story an obscene fabrication.",
        "The video shows a staged withdrawal of tanks along the river road.",
    ],
)
def test_what_says_neither_of_the_thing(said, make_document, make_claim, make_linkage):
    things, shown, _, _ = read_pair(make_document, make_claim, make_linkage, said)
    assert said_of(things, shown) == []


def test_denying_that_it_is_forged_is_calling_it_genuine(make_document, make_claim, make_linkage):
    denied = {"polarity": Polarity.DENY, "modality": Modality.DENIAL}
    things, shown, _, _ = read_pair(
        make_document, make_claim, make_linkage, "The video was staged.", cue="denied", **denied
    )
    assert said_of(things, shown) == [False]
    things, shown, _, _ = read_pair(
        make_document, make_claim, make_linkage, "The video is a forgery.", cue="called", **denied
    )
    assert said_of(things, shown) == [True]


@pytest.mark.parametrize("changes", [{"modality": Modality.QUESTION}, {"certainty": Certainty.NONE}])
def test_a_question_or_a_bare_mention_says_nothing(changes, make_document, make_claim, make_linkage):
    things, shown, _, _ = read_pair(make_document, make_claim, make_linkage, "The video was staged.", **changes)
    assert said_of(things, shown) == []


def test_where_the_question_is_about_the_thing_it_is_no_doubt(make_document, make_claim, make_linkage):
    things, _, _, _ = read_pair(
        make_document, make_claim, make_linkage, "The video was staged.", question="Who made the video?"
    )
    assert things.doubts == {}


@pytest.fixture
def told(make_document, make_claim, make_linkage):
    """A hypothesis set with one piece of evidence on a video that a spokesman calls staged."""
    _things, shown, _doubt, reading = read_pair(make_document, make_claim, make_linkage, "The video was staged.")
    norland = Hypothesis(id="h1", question_id="qst", label="Norland", residual=False, camp="Norland", made=MADE)
    rest = Hypothesis(id="h2", question_id="qst", label="something else", residual=True, made=MADE)
    bearing = ClaimBearing(
        id="b1",
        claim_id=shown.id,
        hypothesis_id="h1",
        polarity=Polarity.ASSERT,
        certainty=Certainty.CERTAIN,
        made=MADE,
    )
    return HypothesisSet(
        question=reading.question,
        hypotheses=(norland, rest),
        bearings=(bearing,),
        evidence=link_evidence(reading, (norland, rest), (bearing,)),
        facts=(),
        implications=(),
    )


def test_the_evidence_carries_the_doubt_with_its_holder(told):
    (link,) = told.evidence
    assert link.kind is EvidenceKind.DOCUMENT or link.kind is EvidenceKind.IMAGE
    assert link.item
    assert [(doubt.holder, doubt.forged) for doubt in link.doubts] == [("a spokesman", True)]


def test_an_analyst_settles_it_and_takes_it_back(told):
    (link,) = told.evidence
    decision = make_decision(
        DecisionKind.SET_FORGED, "qst", link.id, value="forged", names=link.claim_ids, why="old footage", **SIGNED
    )
    (set_,) = follow_weight_decisions(told, [decision]).evidence
    assert (set_.forged, set_.why_forged) == (1.0, "forged, says Ada: old footage")
    later = make_decision(DecisionKind.SET_FORGED, "qst", link.id, value="genuine", **SIGNED)
    assert follow_weight_decisions(told, [decision, later]).evidence[0].forged == 0.0
    unsure = make_decision(DecisionKind.SET_FORGED, "qst", link.id, value="unknown", **SIGNED)
    assert follow_weight_decisions(told, [decision, unsure]).evidence[0].forged is None
    undone = make_decision(DecisionKind.WITHDRAW, decision.id, **SIGNED)
    assert follow_weight_decisions(told, [decision, undone]).evidence == told.evidence


def test_a_word_on_evidence_that_changed_its_id_finds_it_by_its_claims_and_else_waits(told):
    (link,) = told.evidence
    moved = make_decision(DecisionKind.SET_FORGED, "qst", "evd_before", value="forged", names=link.claim_ids, **SIGNED)
    assert follow_weight_decisions(told, [moved]).evidence[0].forged == 1.0
    gone = make_decision(DecisionKind.SET_FORGED, "qst", "evd_before", value="forged", **SIGNED)
    followed = follow_weight_decisions(told, [gone])
    assert followed.evidence == told.evidence
    assert [one.decision_id for one in followed.unmet] == [gone.id]
