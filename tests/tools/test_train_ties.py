"""How the reader of ties is trained: the regression, and which words may count."""

from types import SimpleNamespace

import numpy as np

from train_ties import choose_cues, fit


def test_regression_finds_the_column_that_tells():
    noise = np.random.default_rng(1).normal(size=(400, 3))
    truth = (noise[:, 1] > 0).astype(float)
    found = fit(noise, truth, 1.0)
    assert abs(found.weights[1]) > 5 * max(abs(found.weights[0]), abs(found.weights[2]))
    assert ((found.probabilities(noise) > 0.5) == (truth > 0)).mean() > 0.95


def test_stronger_penalty_makes_smaller_weights():
    rows = np.random.default_rng(2).normal(size=(200, 2))
    truth = (rows[:, 0] > 0).astype(float)
    assert abs(fit(rows, truth, 0.001).weights[0]) < abs(fit(rows, truth, 1.0).weights[0])


def test_column_that_never_changes_does_no_harm():
    rows = np.hstack([np.ones((50, 1)), np.linspace(-1, 1, 50)[:, None]])
    assert np.isfinite(fit(rows, (rows[:, 1] > 0).astype(float), 1.0).weights).all()


def lesson(*claims):
    return SimpleNamespace(layout=SimpleNamespace(words=tuple(frozenset(words) for words in claims)))


def test_cue_must_be_common_to_several_cases():
    everywhere = [lesson(*[{"because"}] * 6) for _ in range(5)]
    one_case = lesson(*[{"viaduct"}] * 60)
    assert choose_cues([*everywhere, one_case]) == ("because",)
