"""The sparse products are those of the matrix, whatever its shape."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.weigh import incidence
from rashomon.weigh.incidence import WIDTH, relate


@given(
    pairs=st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4)), max_size=200),
    seed=st.integers(0, 1000),
)
def test_both_products_are_those_of_the_dense_matrix(pairs, seed):
    matrix = np.zeros((7, 5))
    for group, key in pairs:
        matrix[group, key] += 1
    group, key = np.array(sorted(pairs), dtype=np.intp).reshape(-1, 2).T
    related = relate(group, key, groups=7, keys=5)
    rng = np.random.default_rng(seed)
    of_keys, of_groups = rng.normal(size=5), rng.normal(size=7)
    assert related.sum_by_group(of_keys) == pytest.approx(matrix @ of_keys)
    assert related.sum_by_key(of_groups) == pytest.approx(of_groups @ matrix)
    assert related.times == pytest.approx(matrix.sum(axis=0))


def test_a_huge_group_is_cut_into_short_rows():
    group, key = np.repeat([0, 1, 2], [3, 40 * WIDTH + 1, 2]), np.arange(40 * WIDTH + 6) % 11
    related = relate(group, key, groups=4, keys=11)
    assert len(related.runs) == WIDTH
    of_keys = np.linspace(-1, 1, 11)
    assert related.sum_by_group(of_keys) == pytest.approx(np.bincount(group, weights=of_keys[key], minlength=4))


def test_pieces_of_rows_add_up(monkeypatch):
    group, key = np.repeat(np.arange(500), 3), np.arange(1500) % 7
    whole = relate(group, key, groups=500, keys=7).sum_by_key(np.arange(500.0))
    monkeypatch.setattr(incidence, "ROWS", 1)
    assert relate(group, key, groups=500, keys=7).sum_by_key(np.arange(500.0)) == pytest.approx(whole)
