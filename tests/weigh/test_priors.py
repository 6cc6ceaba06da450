"""Priors an analyst sets: they hold, they leave the rest its proportions, and contradictions are told."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.errors import WeighError
from rashomon.model.question import SetPrior
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.weighing import weigh_evidence

QUICK = Parameters(samples=0)


def give(**shares):
    return tuple(SetPrior(hypothesis_id=one, probability=share) for one, share in shares.items())


def weigh(told, priors, parameters=QUICK):
    judgement = weigh_evidence(replace(told, priors=priors), parameters=parameters, as_of=None)
    return {p.hypothesis_id: p for p in judgement.probabilities}


@given(shares=st.lists(st.floats(1e-6, 0.49), min_size=1, max_size=2))
def test_priors_hold_and_everything_adds_up(make_set, make_link, shares):
    told = make_set([make_link("e1")])
    found = weigh(told, give(**dict(zip("ab", shares, strict=False))))
    for one, share in zip("ab", shares, strict=False):
        assert found[one].prior == pytest.approx(share)
    assert sum(p.prior for p in found.values()) == pytest.approx(1)
    assert sum(p.probability for p in found.values()) == pytest.approx(1)
    assert all(math.isfinite(p.probability) for p in found.values())


def test_the_evidence_weighs_the_same_whatever_the_prior(make_set, make_link):
    told = make_set([make_link("e1"), make_link("e2", "b")])
    before, after = weigh(told, ()), weigh(told, give(a=0.8))
    for one in "abc":
        was = np.log2(before[one].probability / before["rest"].probability)
        now = np.log2(after[one].probability / after["rest"].probability)
        moved = np.log2(after[one].prior / after["rest"].prior) - np.log2(before[one].prior / before["rest"].prior)
        assert now - was == pytest.approx(moved)


def test_the_interval_lies_around_the_new_probability(make_set, make_link):
    found = weigh(make_set([make_link("e1")]), give(c=0.6), Parameters(samples=200))
    assert found["c"].low < found["c"].probability < found["c"].high
    assert found["c"].low > 0.25


def test_priors_of_all_answers_may_be_rounded(make_set):
    found = weigh(make_set(), give(a=0.33, b=0.33, c=0.33, rest=0.005))
    assert sum(p.prior for p in found.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("priors", "said"),
    [
        (give(a=0.0), "above 0 and below 1"),
        (give(a=1.0), "above 0 and below 1"),
        (give(a=float("nan")), "above 0 and below 1"),
        (give(a=0.6, b=0.5), "add up to 1.1: A 0.6, B 0.5; nothing is left for C, something else"),
        (give(a=0.2, b=0.2, c=0.2, rest=0.2), "add up to 0.8, not to 1"),
    ],
)
def test_priors_that_contradict_each_other(make_set, priors, said):
    with pytest.raises(WeighError, match="R-WEIGH-004") as raised:
        weigh(make_set(), priors)
    assert said in str(raised.value)
