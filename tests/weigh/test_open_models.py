"""One-coin sources over values of each object's own."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.reliability import ReliabilityModel
from rashomon.weigh.channels import PRIOR_ACCURACY, PRIOR_CLAIMS
from rashomon.weigh.claim_table import tabulate_claims
from rashomon.weigh.class_models import SETTLING
from rashomon.weigh.gamma import digamma
from rashomon.weigh.open_models import NOBODY, fit_open, sharpen_cells


def widen(drawn):
    """Give every object values of its own: value v of object o becomes o * classes + v."""
    value = drawn.object * drawn.classes + drawn.value
    sources, objects, classes = drawn.sizes
    return tabulate_claims(drawn.source, drawn.object, value, sizes=(sources, objects, objects * classes))


def no_anchors(drawn):
    return np.full(len(drawn.truth), -1)


def test_majority_vote_is_the_one_written_out(draw):
    drawn = draw(1, objects=30, each=5, classes=4)
    fit = fit_open(widen(drawn), ReliabilityModel.MAJORITY, no_anchors(drawn))
    votes = [np.bincount(drawn.value[drawn.object == o], minlength=4) for o in range(30)]
    right = sum((v[v > 0] ** 2).sum() / v.sum() for v in votes)
    wrong = len(drawn.object) - right + (1 - PRIOR_ACCURACY) * PRIOR_CLAIMS
    step = digamma(right + PRIOR_ACCURACY * PRIOR_CLAIMS) - digamma(wrong)
    for number, counted in enumerate(votes):
        claimed = counted[counted > 0]
        raised = np.exp(claimed * (step + np.log(len(claimed))))
        own = fit.probabilities[fit.cells.object == number]
        assert own == pytest.approx(raised / (1 + raised.sum()), abs=1e-9)
        assert fit.other[number] == pytest.approx(1 / (1 + raised.sum()), abs=1e-9)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), classes=st.integers(2, 6), each=st.integers(1, 5))
def test_the_bound_never_falls_and_probabilities_sum_to_one(draw, seed, classes, each):
    drawn = draw(seed, objects=40, sources=9, each=each, classes=classes)
    table, anchors = widen(drawn), no_anchors(drawn)
    anchors[:3] = NOBODY
    anchors[3:6] = table.value[[np.flatnonzero(table.object == o)[0] for o in (3, 4, 5)]]
    fit = fit_open(table, ReliabilityModel.ONE_COIN, anchors, rounds=SETTLING + 30)
    assert min(np.diff(fit.bounds), default=0) >= -1e-6
    total = fit.other + np.bincount(fit.cells.object, weights=fit.probabilities, minlength=40)
    assert total == pytest.approx(1)
    assert fit.other[:3] == pytest.approx(1)
    assert fit.other[3:6] == pytest.approx(0)


def test_good_sources_outvote_bad_ones_that_agree_on_nothing(draw):
    drawn = draw(3, objects=300, accuracy=[0.9] * 3 + [0.2] * 9, each=10, classes=5)
    fit = fit_open(widen(drawn), ReliabilityModel.ONE_COIN, no_anchors(drawn))
    best = [fit.cells.keys[np.flatnonzero(fit.cells.object == o)[np.argmax(fit.probabilities[fit.cells.object == o])]]
            for o in range(300)]  # fmt: skip
    assert (np.array(best) % (300 * 5) % 5 == drawn.truth).mean() > 0.9


def test_an_object_without_a_claim_is_open():
    table = tabulate_claims(np.array([0]), np.array([1]), np.array([0]), sizes=(1, 3, 1))
    fit = fit_open(table, ReliabilityModel.ONE_COIN, np.full(3, -1))
    assert fit.other[[0, 2]] == pytest.approx(1)
    assert 0.5 < fit.probabilities[0] < 0.95


@given(power=st.floats(0.1, 1))
def test_a_power_keeps_order_and_sum(draw, power):
    drawn = draw(6, objects=20)
    fit = fit_open(widen(drawn), ReliabilityModel.ONE_COIN, no_anchors(drawn))
    found, other = sharpen_cells(fit.cells, fit.probabilities, fit.other, power)
    assert other + np.bincount(fit.cells.object, weights=found, minlength=20) == pytest.approx(1)
    own = fit.cells.object == 0
    assert (np.argsort(found[own]) == np.argsort(fit.probabilities[own])).all()
