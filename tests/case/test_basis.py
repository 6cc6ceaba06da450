"""A decision on weights is weighed without linking again, and comes to what a walk over everything comes to."""

from datetime import UTC, datetime

import pytest

from rashomon.case import Case, walk
from rashomon.model.decision import make_decision
from rashomon.model.vocabulary import DecisionKind

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def linkings(monkeypatch):
    """How often the reports were linked."""
    counted = []
    link = walk.link_reports

    def count(*given, **how):
        counted.append(len(given[0]))
        return link(*given, **how)

    monkeypatch.setattr(walk, "link_reports", count)
    return counted


def decide(case, kind, *subject_ids, value="", names=(), why=""):
    case.decide(make_decision(kind, *subject_ids, by="Ada", at=NOON, value=value, names=names, why=why))


def rate(case):
    link = case.analysis().hypothesis_set.evidence[0]
    label = next(one.label for one in case.analysis().hypothesis_set.hypotheses if one.id == link.hypothesis_id)
    decide(case, DecisionKind.RATE_CELL, case.question.id, link.id, label, value="II", names=link.claim_ids)


def expect(case):
    label = next(one.label for one in case.analysis().hypothesis_set.hypotheses if not one.residual)
    decide(case, DecisionKind.SET_PRIOR, case.question.id, label, value="0.6")


def forge(case):
    link = case.analysis().hypothesis_set.evidence[0]
    decide(case, DecisionKind.SET_FORGED, case.question.id, link.id, value="forged", names=link.claim_ids)


def grade(case):
    source_id = case.analysis().linkage.sources[0].id
    decide(case, DecisionKind.GRADE_SOURCE, source_id, value="E", why="it made things up before")


def reject(case):
    decide(case, DecisionKind.REJECT_CLAIM, case.analysis().claims[0].id)


def walk_anew(case, make_extractor):
    """Return what a case that remembers nothing makes of the same reports and decisions."""
    fresh = Case(case._store)
    return fresh.analyze(extractor=make_extractor())


@pytest.mark.parametrize(("change", "links"), [(rate, 0), (expect, 0), (forge, 0), (grade, 1), (reject, 1)])
def test_only_what_a_decision_touches_is_made_again(case, make_extractor, linkings, change, links):
    case.analyze(extractor=make_extractor())
    linkings.clear()
    change(case)
    again = case.analyze(extractor=make_extractor())
    assert len(linkings) == links
    assert walk_anew(case, make_extractor) == again


def test_a_weight_taken_back_restores_the_judgement(case, make_extractor, linkings):
    before = case.analyze(extractor=make_extractor())
    expect(case)
    moved = case.analyze(extractor=make_extractor())
    assert moved.judgement.probabilities != before.judgement.probabilities
    linkings.clear()
    decide(case, DecisionKind.WITHDRAW, case.decisions()[-1].id)
    after = case.analyze(extractor=make_extractor())
    assert after.judgement.probabilities == before.judgement.probabilities
    assert linkings == []


def test_a_report_that_comes_in_is_linked(case, make_extractor, linkings, write_reports):
    case.analyze(extractor=make_extractor())
    linkings.clear()
    list(case.add([write_reports({"id": "r9", "publisher": "Late Post", "text": "Sudland sank the ferry."})]))
    case.analyze(extractor=make_extractor())
    assert linkings == [4]
