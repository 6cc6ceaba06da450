"""The gamma function and its derivatives, against known values and each other."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.weigh.gamma import digamma, diverge, expect_logs, log_gamma, trigamma

EULER = 0.5772156649015329


@given(x=st.floats(1e-3, 1e7))
def test_log_gamma_is_that_of_the_library(x):
    assert log_gamma(np.array([x]))[0] == pytest.approx(math.lgamma(x), rel=1e-10, abs=1e-10)


@given(x=st.floats(1e-3, 1e7))
def test_derivatives_step_as_they_must(x):
    one = np.array([x])
    assert digamma(one + 1)[0] == pytest.approx(digamma(one)[0] + 1 / x, rel=1e-9, abs=1e-9)
    assert trigamma(one + 1)[0] == pytest.approx(trigamma(one)[0] - 1 / x**2, rel=1e-7, abs=1e-9)


def test_values_at_one():
    one = np.ones(1)
    assert digamma(one)[0] == pytest.approx(-EULER, abs=1e-12)
    assert trigamma(one)[0] == pytest.approx(math.pi**2 / 6, abs=1e-12)


def test_divergence_is_that_of_a_large_sample():
    rng = np.random.default_rng(5)
    posterior, prior = np.array([4.0, 2.0, 7.0]), np.array([1.0, 1.5, 2.0])
    drawn = np.log(rng.dirichlet(posterior, size=200_000))

    def density(counts):
        constant = math.lgamma(counts.sum()) - sum(math.lgamma(c) for c in counts)
        return constant + drawn @ (counts - 1)

    assert diverge(posterior, prior) == pytest.approx((density(posterior) - density(prior)).mean(), abs=0.02)
    assert expect_logs(posterior) == pytest.approx(drawn.mean(axis=0), abs=0.01)
    assert diverge(prior, prior) == pytest.approx(0, abs=1e-12)
