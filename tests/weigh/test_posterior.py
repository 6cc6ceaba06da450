"""The model itself, checked against hand calculation."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.vocabulary import Access, EvidenceKind, Interest
from rashomon.weigh.columns import tabulate_evidence
from rashomon.weigh.parameters import DEFAULTS
from rashomon.weigh.posterior import expect_roles, find_posterior, limit_bits, relay, set_point, spread_prior

POSITIONS = {"a": 0, "b": 1, "c": 2, "rest": 3}


def find_point(*links):
    columns = tabulate_evidence(links, POSITIONS)
    settings = set_point(DEFAULTS, residual=3, size=4)
    return find_posterior(columns, settings, expect_roles(columns, settings))


def test_a_disinterested_statement_doubles_the_odds(make_link):
    found = find_point(make_link("e1")).probabilities[0]
    assert found[0] == pytest.approx(2 / (2 + 1 + 1 + 0.6))


def test_interest_is_a_mixture_over_why_it_is_said(make_link):
    assert 2.0 ** find_point(make_link("e1", stakes={"a": Interest.RIVAL})).if_false[0, 0] == pytest.approx(
        0.85 + 0.15 * 0.5
    )
    assert 2.0 ** find_point(make_link("e1", stakes={})).if_false[0, 0] == pytest.approx(
        0.35 * (0.85 + 0.15 * 0.5) + 0.65 * 0.5
    )


def test_each_relay_brings_a_statement_nearer_to_saying_nothing(make_link):
    heard = [find_point(make_link("e1", relays=relays)).if_false[0, 0] for relays in range(6)]
    assert heard == sorted(heard)
    assert relay(np.array([[0.5]]), np.array([[0.9]]), np.array([2.0]))[0, 0] == pytest.approx(1 - 0.81 * 0.5)


def test_an_interested_inquiry_weighs_less_than_a_free_one(make_link):
    free, driven = (
        find_point(
            make_link("e1", kind=EvidenceKind.FINDING, access=Access.EXAMINED, stakes={"a": interest})
        ).probabilities[0, 0]
        for interest in (Interest.NONE, Interest.RIVAL)
    )
    assert free > 0.7 and driven < 0.4


@given(weight=st.floats(0.05, 20), size=st.integers(2, 40), ceiling=st.floats(0.5, 0.99))
def test_no_hypothesis_goes_above_its_ceiling_or_a_tenth_of_a_bit_from_its_prior(weight, size, ceiling):
    prior = spread_prior(np.array([[weight]]), residual=0, size=size)
    highest = float(prior.max())
    odds = highest / (1 - highest) * 2.0 ** float(limit_bits(prior, ceiling)[0, 0])
    least = highest / (1 - highest) * 2.0**0.1
    assert odds / (1 + odds) <= max(ceiling, least / (1 + least)) + 1e-9


def test_all_evidence_together_leaves_something_else_possible(make_link):
    found = find_point(*[make_link(f"e{n}", kind=EvidenceKind.ADMISSION) for n in range(500)]).probabilities[0]
    assert found[0] == pytest.approx(0.97, abs=0.001)
    assert math.isclose(found.sum(), 1.0)
    assert found[3] > 0.005
