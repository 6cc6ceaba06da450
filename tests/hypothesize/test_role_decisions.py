"""An analyst's word on a speaker's role wins over what the machine reads, and can be taken back."""

from datetime import UTC, datetime

import pytest

from rashomon.hypothesize.role_decisions import follow_role_decisions
from rashomon.model.decision import make_decision
from rashomon.model.errors import DecisionError
from rashomon.model.provenance import Made
from rashomon.model.question import EvidenceLink, Hypothesis, Stake
from rashomon.model.vocabulary import Access, Certainty, DecisionKind, Direction, EvidenceKind, Interest

MADE = Made(recipe="test@1")
SIGNED = {"by": "Ada", "at": datetime(2031, 5, 1, 12, tzinfo=UTC)}
HYPOTHESES = (
    Hypothesis(id="h1", question_id="q", label="The Varda Line", residual=False, made=MADE, aliases=("Varda",)),
    Hypothesis(id="h2", question_id="q", label="something else", residual=True, made=MADE),
)
LINK = EvidenceLink(
    id="e1",
    question_id="q",
    hypothesis_id="h1",
    kind=EvidenceKind.TESTIMONY,
    direction=Direction.FOR,
    certainty=Certainty.CERTAIN,
    holder_id="src",
    holder="Olda Brenn",
    origin_id="o",
    group_id="g",
    why_group="",
    claim_ids=("c",),
    access=Access.BRIEFED,
    relays=0,
    made=MADE,
    stakes=(Stake(hypothesis_id="h1", interest=Interest.RIVAL, probability=0.8),),
    examined=0.3,
)


def follow(*decisions):
    (link,) = follow_role_decisions([LINK], HYPOTHESES, decisions)
    return link


def test_access_as_decided_is_certain_and_says_by_whom():
    link = follow(make_decision(DecisionKind.SET_ACCESS, "src", value="examined", why="signed the report", **SIGNED))
    assert (link.access, link.examined) == (Access.EXAMINED, 1.0)
    assert link.why_access == "says Ada: signed the report"


def test_one_who_only_comments_examined_nothing():
    assert follow(make_decision(DecisionKind.SET_ACCESS, "src", value="comments", **SIGNED)).examined == 0.0


@pytest.mark.parametrize("name", ["Varda", "the varda line"])
def test_a_stake_as_decided_replaces_what_was_read(name):
    link = follow(make_decision(DecisionKind.SET_STAKE, "src", name, value="none", **SIGNED))
    assert [(s.hypothesis_id, s.interest, s.probability) for s in link.stakes] == [("h1", Interest.NONE, 1.0)]


def test_an_unknown_stake_is_none_given():
    assert follow(make_decision(DecisionKind.SET_STAKE, "src", "Varda", value="unknown", **SIGNED)).stakes == ()


def test_the_later_word_wins_and_what_is_taken_back_is_gone():
    first = make_decision(DecisionKind.SET_ACCESS, "src", value="examined", **SIGNED)
    second = make_decision(DecisionKind.SET_ACCESS, "src", value="briefed", **SIGNED)
    assert follow(first, second).access is Access.BRIEFED
    assert follow(first, second).examined == 0.0
    taken_back = make_decision(DecisionKind.WITHDRAW, second.id, **SIGNED)
    assert follow(first, second, taken_back).access is Access.EXAMINED
    assert follow(first, make_decision(DecisionKind.WITHDRAW, first.id, **SIGNED)) == LINK


def test_other_sources_and_answers_nobody_gives_pass_by():
    other = make_decision(DecisionKind.SET_ACCESS, "another", value="examined", **SIGNED)
    strange = make_decision(DecisionKind.SET_STAKE, "src", "the moon", value="none", **SIGNED)
    assert follow(other, strange) == LINK


def test_values_outside_the_lists_and_a_stake_in_nothing_are_refused():
    with pytest.raises(DecisionError, match="R-DECIDE-002"):
        make_decision(DecisionKind.SET_ACCESS, "src", value="peeked", **SIGNED)
    with pytest.raises(DecisionError, match="R-DECIDE-001"):
        make_decision(DecisionKind.SET_STAKE, "src", value="none", **SIGNED)
