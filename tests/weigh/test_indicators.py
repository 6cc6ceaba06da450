"""What to look for next."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.vocabulary import Direction, EvidenceKind, Interest
from rashomon.weigh.indicators import expect_information
from rashomon.weigh.parameters import Parameters
from rashomon.weigh.weighing import weigh_evidence

QUICK = Parameters(samples=0, reading=1.0)


@given(shares=st.lists(st.floats(0.01, 1), min_size=2, max_size=6), data=st.data())
def test_information_is_never_negative_and_at_most_one_bit(shares, data):
    probabilities = np.array(shares) / sum(shares)
    likelihoods = np.array(data.draw(st.lists(st.floats(0, 1), min_size=len(shares), max_size=len(shares))))
    assert -1e-9 <= expect_information(probabilities, likelihoods) <= 1 + 1e-9


def test_what_tells_two_even_answers_apart_for_sure_tells_one_bit():
    assert expect_information(np.array([0.5, 0.5]), np.array([1.0, 0.0])) == pytest.approx(1.0)
    assert expect_information(np.array([0.5, 0.5]), np.array([0.3, 0.3])) == pytest.approx(0.0)


def test_indicators_are_few_sorted_and_of_more_than_one_kind(make_set, make_link):
    links = [
        make_link("e1", stakes={}),
        make_link("e2", kind=EvidenceKind.DENIAL, direction=Direction.AGAINST, stakes={"a": Interest.ACCUSED}),
    ]
    found = weigh_evidence(make_set(links), parameters=QUICK, as_of=None).sensitivity.watch_for
    assert 0 < len(found) <= 5
    assert [i.expected_bits for i in found] == sorted((i.expected_bits for i in found), reverse=True)
    assert found[0].what == "a finding for A by a body that examined the evidence"
    assert any("Speaker e1" in indicator.what for indicator in found)
    assert len({indicator.id for indicator in found}) == len(found)


def test_nothing_named_leaves_nothing_to_look_for(make_set):
    assert weigh_evidence(make_set(named=()), parameters=QUICK, as_of=None).sensitivity.watch_for == ()
