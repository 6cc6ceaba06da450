"""Draws that are the same everywhere and spread evenly."""

import numpy as np

from rashomon.model.vocabulary import Interest
from rashomon.weigh.columns import tabulate_evidence
from rashomon.weigh.parameters import DEFAULTS, Parameters
from rashomon.weigh.sampling import draw_uniform, sample_interval

POSITIONS = {"a": 0, "b": 1, "rest": 2}


def test_draws_spread_evenly_over_the_unit_interval():
    draws = draw_uniform([f"name {n}" for n in range(200)], 1000)
    assert draws.min() > 0 and draws.max() < 1
    assert np.abs(np.sort(draws, axis=0) - np.linspace(0, 1, 1000)[:, None]).max() < 0.01


def test_draws_of_different_names_are_not_alike():
    draws = draw_uniform([f"name {n}" for n in range(30)], 1000)
    correlations = np.corrcoef(draws.T) - np.eye(30)
    assert np.abs(correlations).max() < 0.2


def test_a_draw_depends_on_nothing_but_its_name():
    alone, among = draw_uniform(["x"], 50), draw_uniform(["w", "x"], 50)
    assert np.array_equal(alone[:, 0], among[:, 1])
    assert draw_uniform([], 5).shape == (5, 0)


def test_a_role_that_is_not_known_widens_the_interval(make_link):
    width = []
    for stakes in ({"a": Interest.NONE}, {}):
        columns = tabulate_evidence([make_link("e1", stakes=stakes)], POSITIONS)
        low, high = sample_interval(columns, Parameters(uncertainty=0.0), list(POSITIONS), residual=2)
        width.append(high[0] - low[0])
    assert width[0] < 1e-9 < 0.05 < width[1]


def test_without_evidence_the_interval_is_that_of_the_prior(make_link):
    low, high = sample_interval(tabulate_evidence([], POSITIONS), DEFAULTS, list(POSITIONS), residual=2)
    assert np.all(low < np.array([0.38, 0.38, 0.23])) and np.all(high > np.array([0.39, 0.39, 0.24]))
