"""Forecasts held against the truth: figures that can be reckoned by hand, and laws."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.calibration import Forecast, Resolution, ResolvedCase
from rashomon.weigh.calibration import bin_forecasts, bound_rate, measure_calibration, weigh_truth
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.weighing import weigh_evidence

TRUTH = Resolution(question_id="q", label="A", on="", source="", by="Ada", decision_id="d")


def case(*chances, truth=0, hindsight=False):
    forecasts = tuple(
        Forecast(label=str(place), probability=chance, came_true=place == truth) for place, chance in enumerate(chances)
    )
    return ResolvedCase(case="c", question="q?", as_of=None, resolution=TRUTH, forecasts=forecasts, hindsight=hindsight)


@st.composite
def cases(draw):
    weights = draw(st.lists(st.floats(0.01, 1.0), min_size=2, max_size=5))
    return case(*[w / sum(weights) for w in weights], truth=draw(st.integers(0, len(weights) - 1)))


def test_one_case_by_hand():
    found = measure_calibration([case(0.7, 0.2, 0.1)])
    assert found.brier == pytest.approx(0.09 + 0.04 + 0.01)
    assert found.even == pytest.approx(2 / 3)
    assert found.surprise == pytest.approx(-math.log2(0.7))
    assert found.sharpness == pytest.approx(0.7)
    assert found.brier_each == pytest.approx(0.14 / 3)


@given(told=st.lists(cases(), min_size=1, max_size=12))
def test_the_parts_add_up(told):
    found = measure_calibration(told)
    parts = found.reliability - found.resolution + found.uncertainty + found.within
    assert parts == pytest.approx(found.brier_each)
    assert min(found.reliability, found.resolution, found.uncertainty) >= 0
    assert sum(one.count for one in found.bins) == found.forecasts
    assert 0 <= found.brier <= 2


def test_forecasts_that_come_true_as_often_as_said_are_reliable():
    told = [case(0.75, 0.25, truth=0 if n < 3 else 1) for n in range(4)]
    found = measure_calibration(told)
    assert found.reliability == pytest.approx(0)
    assert found.within == pytest.approx(0)


def test_what_was_said_in_hindsight_counts_for_nothing():
    told = [case(0.7, 0.3), case(0.0, 1.0, hindsight=True)]
    assert measure_calibration(told) == measure_calibration(told[:1])
    assert measure_calibration(told[1:]) is None


def test_the_truth_given_nothing_is_a_bounded_surprise():
    assert case(0.0, 1.0).surprise == 60.0
    assert case(0.0, 1.0).brier == 2.0


def test_certainty_falls_into_the_last_bin():
    (last,) = bin_forecasts([Forecast(label="a", probability=1.0, came_true=True)])
    assert (last.low, last.high, last.rate) == (0.9, 1.0, 1.0)


@pytest.mark.parametrize(("successes", "trials", "low", "high"), [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763)])
def test_intervals_are_wilsons(successes, trials, low, high):
    assert bound_rate(successes, trials) == pytest.approx((low, high), abs=5e-4)


@given(trials=st.integers(1, 400), share=st.floats(0, 1))
def test_an_interval_holds_the_rate(trials, share):
    successes = round(share * trials)
    low, high = bound_rate(successes, trials)
    assert 0 <= low <= successes / trials + 1e-12
    assert successes / trials - 1e-12 <= high <= 1


def test_what_misled_comes_first(make_set, make_link):
    told = make_set([make_link("e1"), make_link("e2", "b"), make_link("e3", "c", relays=3)])
    judgement = weigh_evidence(told, parameters=Parameters(samples=0), as_of=None)
    weights = weigh_truth(judgement, "a")
    assert [one.evidence_id for one in weights] == ["e2", "e3", "e1"]
    assert weights[0].bits < weights[1].bits < 0 < weights[2].bits


def test_a_truth_that_was_not_judged_has_no_weights(make_set, make_link):
    judgement = weigh_evidence(make_set([make_link("e1")]), parameters=Parameters(samples=0), as_of=None)
    assert weigh_truth(judgement, "nobody") == ()
