"""Cells and priors of analysts, tied to the evidence and the answers as they stand now; grades of what came through."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rashomon.hypothesize.grading import grade_evidence
from rashomon.hypothesize.weights import follow_weight_decisions
from rashomon.model.analysis import HypothesisSet, Linkage
from rashomon.model.claim import ClaimPlacement
from rashomon.model.decision import make_decision
from rashomon.model.provenance import Made
from rashomon.model.question import EvidenceLink, Hypothesis, Question
from rashomon.model.source import Source
from rashomon.model.vocabulary import (
    Access,
    Certainty,
    DecisionKind,
    Direction,
    EvidenceKind,
    QuestionKind,
    SourceKind,
)

MADE = Made(recipe="test@1")
NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


def link(identity, *claim_ids, about="a", holder="h"):
    return EvidenceLink(
        id=identity, question_id="q", hypothesis_id=about, kind=EvidenceKind.TESTIMONY, direction=Direction.FOR,
        certainty=Certainty.CERTAIN, holder_id=holder, holder="H", origin_id="o", group_id="g", why_group="",
        claim_ids=claim_ids, access=Access.UNKNOWN, relays=0, made=MADE,
    )  # fmt: skip


def answers(*links, named=("Norland", "Sudland")):
    hypotheses = [
        Hypothesis(id=name[0].lower(), question_id="q", label=name, residual=False, made=MADE) for name in named
    ]
    rest = Hypothesis(id="rest", question_id="q", label="something else", residual=True, made=MADE)
    question = Question(id="q", text="Who?", kind=QuestionKind.WHO, event_id=None, made=MADE)
    return HypothesisSet(
        question=question, hypotheses=(*hypotheses, rest), bearings=(), evidence=links, facts=(), implications=()
    )


def decide(kind, *subject_ids, by="Ada", **fields):
    return make_decision(kind, *subject_ids, by=by, at=NOON, **fields)


def prior(label, share):
    return decide(DecisionKind.SET_PRIOR, "q", label, value=str(share))


def rate(item, label, symbol, by="Ada", claims=()):
    return decide(DecisionKind.RATE_CELL, "q", item, label, value=symbol, names=claims, by=by)


def test_each_analyst_has_one_cell_the_last_one():
    decisions = [rate("e1", "Norland", "C"), rate("e1", "norland", "II"), rate("e1", "Norland", "N", by="Bo")]
    followed = follow_weight_decisions(answers(link("e1", "c1", about="n")), decisions)
    assert [(r.by, r.consistency, r.bits) for r in followed.ratings] == [("Ada", "II", -1.5), ("Bo", "N", 0.0)]


def test_evidence_under_another_id_is_found_by_its_claims():
    decisions = [rate("gone", "Norland", "C", claims=("c2",))]
    told = answers(link("e1", "c1", "c2", about="s"), link("e2", "c2", about="n"))
    assert [r.evidence_id for r in follow_weight_decisions(told, decisions).ratings] == ["e2"]
    followed = follow_weight_decisions(answers(link("e3", "c9")), decisions)
    assert followed.ratings == ()
    assert [one.decision_id for one in followed.unmet] == [decisions[0].id]


def test_a_decision_taken_back_or_on_another_question_counts_for_nothing():
    one, other = prior("Norland", 0.3), decide(DecisionKind.SET_PRIOR, "elsewhere", "Norland", value="0.3")
    back = decide(DecisionKind.WITHDRAW, one.id)
    followed = follow_weight_decisions(answers(), [one, other, back])
    assert (followed.priors, followed.unmet) == ((), ())


def test_of_priors_that_cannot_hold_together_the_later_ones_do():
    decisions = [prior("Norland", 0.7), prior("Sudland", 0.5)]
    followed = follow_weight_decisions(answers(), decisions)
    assert [(p.hypothesis_id, p.probability) for p in followed.priors] == [("s", 0.5)]
    assert [one.decision_id for one in followed.unmet] == [decisions[0].id]


def test_priors_of_all_answers_still_hold_when_a_new_answer_comes():
    decisions = [prior("Norland", 0.5), prior("Sudland", 0.3), prior("something else", 0.2)]
    assert len(follow_weight_decisions(answers(), decisions).priors) == 3
    more = follow_weight_decisions(answers(named=("Norland", "Sudland", "Eastland")), decisions)
    assert [p.hypothesis_id for p in more.priors] == ["s", "rest"]


def test_an_answer_that_is_not_there_waits():
    followed = follow_weight_decisions(answers(), [prior("Westland", 0.3)])
    assert "Westland" in followed.unmet[0].why


def linkage(grades, ways):
    return Linkage(
        sources=tuple(
            Source(id=one, name=one, kind=SourceKind.OUTLET, made=MADE, reliability=grade)
            for one, grade in grades.items()
        ),
        copies=(),
        origins=(),
        events=(),
        relations=(),
        placements=tuple(
            ClaimPlacement(claim_id=claim, source_ids=ids, event_id=None, origin_id="o", made=MADE)
            for claim, ids in ways.items()
        ),
    )


@pytest.mark.parametrize(
    ("grades", "taken"),
    [
        ({"paper": "D", "wire": "B", "h": ""}, ["wire", "h"]),
        ({"paper": "", "wire": "B", "h": "E"}, ["paper", "h"]),
        ({"paper": "F", "wire": "A", "h": ""}, ["paper", "h"]),
    ],
)
def test_evidence_comes_through_the_best_graded_of_its_ways(grades, taken):
    ways = {"c1": ("paper", "h"), "c2": ("wire", "h")}
    (graded,) = grade_evidence(answers(link("e1", "c1", "c2")), linkage(grades, ways)).evidence
    assert [voice.source_id for voice in graded.voices] == taken
    assert [voice.grade for voice in graded.voices] == [grades[one] for one in taken]


def test_the_holder_is_among_the_voices_though_no_claim_is_placed():
    (graded,) = grade_evidence(answers(link("e1", "c1")), linkage({"h": "C"}, {})).evidence
    assert [(v.source_id, v.grade) for v in graded.voices] == [("h", "C")]
    assert replace(graded, voices=()) == link("e1", "c1")
