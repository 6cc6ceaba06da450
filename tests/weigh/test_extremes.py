"""Odd evidence and odd settings give a clear error or a bounded answer, never a value that is not a number."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.errors import WeighError
from rashomon.model.question import Stake
from rashomon.model.vocabulary import Certainty, Direction, EvidenceKind, Interest
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.weighing import weigh_evidence

SAMPLED = Parameters(samples=40)
EDGES = (0.0, 1.0, 0.5, 1e-300, 1 - 1e-16)


def probabilities(hypothesis_set, parameters=SAMPLED):
    judgement = weigh_evidence(hypothesis_set, parameters=parameters, as_of=None)
    for one in judgement.probabilities:
        assert 0.0 <= one.low <= one.probability <= one.high <= 1.0
    assert math.fsum(one.probability for one in judgement.probabilities) == pytest.approx(1.0, abs=1e-9)
    assert all(math.isfinite(contribution.bits) for contribution in judgement.contributions)
    return {one.hypothesis_id: one.probability for one in judgement.probabilities}


def test_without_reports_the_answer_is_the_prior(make_set):
    found = probabilities(make_set())
    assert found["a"] == found["b"] == found["c"] > found["rest"] > 0


def test_one_report_moves_its_answer_and_no_other_past_it(make_set, make_link):
    found = probabilities(make_set([make_link("e1", "b")]))
    assert found["b"] > found["a"] == found["c"]


def test_a_holder_on_both_sides_says_nothing(make_set, make_link):
    both = [
        make_link("e1", holder_id="h", origin_id="o", group_id="g for"),
        make_link("e2", holder_id="h", origin_id="o", group_id="g against", direction=Direction.AGAINST),
    ]
    assert probabilities(make_set(both)) == pytest.approx(probabilities(make_set()), abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_probabilities_at_the_edges_stay_bounded(data, make_set, make_link):
    edge = st.sampled_from(EDGES)
    links = [
        replace(
            make_link(
                f"e{n}",
                data.draw(st.sampled_from("abc")),
                kind=data.draw(st.sampled_from(EvidenceKind)),
                direction=data.draw(st.sampled_from(Direction)),
                certainty=data.draw(st.sampled_from(Certainty)),
                group_id=data.draw(st.sampled_from(("g1", "g2"))),
                relays=data.draw(st.sampled_from((0, 1, 10_000))),
                days=data.draw(st.sampled_from((None, 0.0, 1e-300, 1e300))),
                examined=data.draw(edge),
            ),
            stakes=tuple(
                Stake(hypothesis_id=h, interest=data.draw(st.sampled_from(Interest)), probability=data.draw(edge))
                for h in ("a", "a", "b", "c")
            ),
        )
        for n in range(data.draw(st.integers(0, 6)))
    ]
    probabilities(make_set(links))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"examined": math.nan}, "R-WEIGH-002"),
        ({"examined": 1.5}, "R-WEIGH-003"),
        ({"days": math.nan}, "R-WEIGH-002"),
        ({"days": math.inf}, "R-WEIGH-002"),
        ({"days": -1.0}, "R-WEIGH-003"),
        ({"group_id": ""}, "R-WEIGH-001"),
        ({"relays": -1}, "R-WEIGH-003"),
    ],
)
def test_what_makes_no_sense_is_refused(changes, code, make_set, make_link):
    with pytest.raises(WeighError) as refused:
        probabilities(make_set([make_link("e1", **changes)]))
    assert refused.value.code == code


def test_contradictory_stakes_are_scaled_to_a_share_each(make_set, make_link):
    torn = tuple(Stake(hypothesis_id="a", interest=interest, probability=1.0) for interest in Interest)
    found = probabilities(make_set([replace(make_link("e1"), stakes=torn)]))
    assert found["a"] > found["b"]


def test_thousands_of_answers_share_what_there_is(make_set, make_link):
    named = [f"h{n:04}" for n in range(3000)]
    found = probabilities(make_set([make_link(f"e{n}", "h0007") for n in range(20)], named))
    assert max(found, key=found.get) == "h0007"
    assert found["rest"] > 0
