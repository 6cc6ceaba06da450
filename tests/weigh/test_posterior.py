"""The model itself, checked against hand calculation."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.vocabulary import Access, EvidenceKind, Interest
from rashomon.weigh.columns import tabulate_evidence
from rashomon.weigh.parameters import DEFAULTS
from rashomon.weigh.posterior import attenuate, expect_roles, find_posterior, limit_bits, set_point, spread_prior

READ_BY_PEOPLE = replace(DEFAULTS, reading=1.0)
POSITIONS = {"a": 0, "b": 1, "c": 2, "rest": 3}


def find_point(*links):
    columns = tabulate_evidence(links, POSITIONS)
    settings = set_point(READ_BY_PEOPLE, residual=3, size=4)
    return find_posterior(columns, settings, expect_roles(columns, settings))


def test_a_disinterested_statement_doubles_the_odds(make_link):
    found = find_point(make_link("e1")).probabilities[0]
    assert found[0] == pytest.approx(2 / (2 + 1 + 1 + 0.6))


def test_interest_is_a_mixture_over_why_it_is_said(make_link):
    assert 2.0 ** find_point(make_link("e1", stakes={"a": Interest.RIVAL})).if_false[0, 0] == pytest.approx(
        0.85 + 0.15 * 0.5
    )
    assert 2.0 ** find_point(make_link("e1", stakes={})).if_false[0, 0] == pytest.approx(
        0.1 * (0.85 + 0.15 * 0.5) + 0.9 * 0.5
    )


def test_each_relay_brings_a_statement_nearer_to_saying_nothing(make_link):
    heard = [find_point(make_link("e1", relays=relays)).if_false[0, 0] for relays in range(6)]
    assert heard == sorted(heard)
    assert 2.0 ** heard[2] == pytest.approx(1 - 0.81 * 0.5)


def test_what_says_nothing_is_as_likely_either_way():
    assert attenuate(np.array([0.1, 0.5]), np.array([0.0, 1.0])).tolist() == [1.0, 0.5]


def test_what_is_told_early_weighs_less_and_in_the_end_all(make_link):
    told = [2.0 ** find_point(make_link("e1", days=days)).if_false[0, 0] for days in (0.0, 2.0, 1e9)]
    assert told == pytest.approx([1 - 0.2 * 0.5, 1 - 0.6 * 0.5, 0.5])
    assert 2.0 ** find_point(make_link("e1", days=None)).if_false[0, 0] == pytest.approx(0.5)


def test_who_owns_up_on_the_first_day_knows_as_much_as_ever(make_link):
    early, late = (
        find_point(make_link("e1", kind=EvidenceKind.ADMISSION, days=days)).if_false[0, 0] for days in (0.0, 99.0)
    )
    assert early == late


def test_who_may_have_examined_it_stands_between_the_two(make_link):
    ratios = [2.0 ** find_point(make_link("e1", examined=p)).if_false[0, 0] for p in (0.0, 0.5, 1.0)]
    assert ratios == pytest.approx([0.5, (0.5 + 0.125) / 2, 0.125])


def test_a_misread_claim_says_nothing(make_link):
    columns = tabulate_evidence([make_link("e1")], POSITIONS)
    settings = set_point(replace(DEFAULTS, reading=0.6), residual=3, size=4)
    found = find_posterior(columns, settings, expect_roles(columns, settings))
    assert 2.0 ** found.if_false[0, 0] == pytest.approx(1 - 0.6 * 0.5)


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
