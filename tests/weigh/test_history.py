"""How the judgement stood at earlier moments, as the present reading of what was out by then has it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rashomon.model.vocabulary import Direction
from rashomon.weigh.history import keep_told, trace_probabilities, weigh_then
from rashomon.weigh.parameters import DEFAULTS
from rashomon.weigh.weighing import find_probabilities

START = datetime(2031, 3, 1, tzinfo=UTC)
NAMES = ("e1", "e2", "e3", "e4")
TOLD = {f"claim of {name}": START + timedelta(days=day) for day, name in enumerate(NAMES)}


@pytest.fixture
def story(make_link, make_set):
    """Four pieces of evidence, a day after the other, on answers that are first named by them."""
    about = dict(zip(NAMES, ("a", "b", "a", "c"), strict=True))
    links = [
        make_link(name, about[name], direction=Direction.AGAINST if name == "e3" else Direction.FOR) for name in NAMES
    ]
    whole = make_set(links)
    named = tuple(
        one if one.residual else replace(one, claim_ids=tuple(f"claim of {n}" for n in NAMES if about[n] == one.id))
        for one in whole.hypotheses
    )
    return replace(whole, hypotheses=named)


def test_once_all_is_told_it_is_the_judgement(story):
    (last,) = trace_probabilities(story, [START + timedelta(days=9)], told=TOLD)
    assert last.probabilities == find_probabilities(story, DEFAULTS)
    ranges = weigh_then(story, START + timedelta(days=9), told=TOLD)
    assert [one.probability for one in ranges] == pytest.approx([one.probability for one in last.probabilities])
    assert all(one.low <= one.probability <= one.high for one in ranges)
    assert any(one.low < one.high for one in ranges)


def test_an_answer_is_there_from_when_it_was_named(story):
    moments = [START + timedelta(days=day) for day in range(4)]
    traced = trace_probabilities(story, moments, told=TOLD)
    known = [{one.hypothesis_id for one in point.probabilities} for point in traced]
    assert known == [{"a", "rest"}, {"a", "b", "rest"}, {"a", "b", "rest"}, {"a", "b", "c", "rest"}]
    assert all(sum(one.probability for one in point.probabilities) == pytest.approx(1.0) for point in traced)


def test_each_moment_hears_what_was_told_by_then_and_no_more(story):
    then = START + timedelta(days=1)
    heard = {link.id for link in keep_told(story, then, told=TOLD).evidence}
    assert heard == {"e1", "e2"}
    only = replace(
        story,
        hypotheses=tuple(one for one in story.hypotheses if one.id != "c"),
        evidence=tuple(link for link in story.evidence if link.id in heard),
    )
    (point,) = trace_probabilities(story, [then], told=TOLD)
    assert point.probabilities == find_probabilities(only, DEFAULTS)


def test_moments_stand_for_themselves_in_any_order(story):
    moments = [START + timedelta(hours=7 * number) for number in range(12)]
    forth = trace_probabilities(story, moments, told=TOLD)
    back = trace_probabilities(story, moments[::-1], told=TOLD)
    assert forth == back[::-1]


def test_what_is_undated_always_counts(story):
    told = {**TOLD, "claim of e4": None}
    assert {link.id for link in keep_told(story, START, told=told).evidence} == {"e1", "e4"}


def test_evidence_keeps_the_claims_told_by_then(story, make_link, make_set):
    twice = make_set([make_link("e1", claim_ids=("claim of e1", "claim of e4"))])
    (link,) = keep_told(twice, START, told=TOLD).evidence
    assert link.claim_ids == ("claim of e1",)
