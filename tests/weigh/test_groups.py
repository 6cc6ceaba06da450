"""Dependent voices count as little more than one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.vocabulary import Access
from rashomon.weigh.columns import tabulate_evidence
from rashomon.weigh.groups import count_once, share_origins, temper_groups

POSITIONS = {"a": 0, "b": 1, "c": 2, "rest": 3}


@pytest.fixture(scope="session")
def temper(make_link):
    """Return the exponents of one group's strengths."""

    def build(strengths, *, dependence=0.8, limit=1000.0):
        links = [make_link(f"e{n:03}", group_id="g") for n in range(len(strengths))]
        columns = tabulate_evidence(links, POSITIONS)
        return temper_groups(columns, np.array([strengths]), np.array([[dependence]]), limit=limit)[0]

    return build


@given(count=st.integers(1, 50), dependence=st.floats(0.01, 0.99))
def test_equal_voices_are_tempered_by_their_effective_number(temper, count, dependence):
    expected = (1 + (count - 1) * (1 - dependence)) / count
    assert temper([0.7] * count, dependence=dependence) == pytest.approx([expected] * count)


@given(strengths=st.lists(st.floats(0, 5), min_size=1, max_size=8), added=st.floats(0, 5))
def test_another_voice_never_lowers_what_a_group_weighs(temper, strengths, added):
    before = float(temper(strengths) @ np.array(strengths))
    after = float(temper([*strengths, added]) @ np.array([*strengths, added]))
    assert after >= before - 1e-9


def test_a_group_weighs_no_more_than_its_limit(temper):
    strengths = [3.0] * 30
    assert float(temper(strengths, limit=4.0) @ np.array(strengths)) == pytest.approx(4.0)


def test_an_origin_weighs_no_more_than_its_limit_however_many_speak_in_it(make_link):
    links = [make_link(f"e{n:03}", group_id=f"g{n}", origin_id="one" if n < 20 else "other") for n in range(21)]
    columns = tabulate_evidence(links, POSITIONS)
    left = share_origins(columns, np.full((1, 21), 0.5), limit=3.5)[0]
    of_one = np.array([link.origin_id == "one" for link in columns.links])
    assert float(left[of_one].sum() * 0.5) == pytest.approx(3.5)
    assert left[~of_one] == pytest.approx([1.0])


def test_of_copies_the_nearest_one_stays(make_link):
    far = make_link("e1", origin_id="o", holder_id="s", relays=2)
    near = replace(far, id="e2", relays=1)
    nearest = replace(far, id="e3", relays=1, access=Access.EXAMINED)
    other = replace(far, id="e4", holder_id="t")
    assert count_once([far, near, nearest, other]) == (nearest, other)
