"""Models over closed classes: the same as written out plainly, a bound that never falls, anchors that hold."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.reliability import ReliabilityModel
from rashomon.weigh.channels import PRIOR_ACCURACY, PRIOR_CLAIMS
from rashomon.weigh.claim_table import tabulate_claims
from rashomon.weigh.class_models import SETTLING, fit_classes
from rashomon.weigh.dawid_skene import estimate_classes
from rashomon.weigh.gamma import digamma

LEARNED = [model for model in ReliabilityModel if model is not ReliabilityModel.MAJORITY]


def no_anchors(drawn):
    return np.full(len(drawn.truth), -1)


def shares(drawn):
    votes = np.zeros((len(drawn.truth), drawn.classes))
    for held, value in zip(drawn.object, drawn.value, strict=True):
        votes[held, value] += 1
    return votes / votes.sum(axis=1, keepdims=True)


def normalise(logs):
    raised = np.exp(logs - logs.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def plain_dawid_skene(drawn, rounds):
    truths, size = shares(drawn), drawn.classes
    for _ in range(rounds):
        counts = np.zeros((len(drawn.accuracy), size, size))
        for source, held, value in zip(drawn.source, drawn.object, drawn.value, strict=True):
            counts[source, :, value] += truths[held]
        counts = np.maximum(counts, 1e-10)
        errors = np.log(counts / counts.sum(axis=2, keepdims=True))
        logs = np.tile(np.log(np.maximum(truths.mean(axis=0), 1e-10)), (len(truths), 1))
        for source, held, value in zip(drawn.source, drawn.object, drawn.value, strict=True):
            logs[held] += errors[source, :, value]
        truths = normalise(logs)
    return truths


def plain_majority(drawn):
    truths, size = shares(drawn), drawn.classes
    right = sum(truths[held, value] for held, value in zip(drawn.object, drawn.value, strict=True))
    wrong = len(drawn.object) - right + (1 - PRIOR_ACCURACY) * PRIOR_CLAIMS
    right += PRIOR_ACCURACY * PRIOR_CLAIMS
    step = digamma(right) - digamma(wrong) + np.log(size - 1)
    logs = np.zeros((len(truths), size))
    for held, value in zip(drawn.object, drawn.value, strict=True):
        logs[held, value] += step
    return normalise(logs)


@pytest.mark.parametrize("seed", range(4))
def test_plain_model_is_the_one_written_out(draw, seed):
    drawn = draw(seed, objects=60, sources=8, classes=2 + seed % 3)
    assert estimate_classes(drawn.table, rounds=7) == pytest.approx(plain_dawid_skene(drawn, 7), abs=1e-7)


@pytest.mark.parametrize("seed", range(4))
def test_majority_vote_is_the_one_written_out(draw, seed):
    drawn = draw(seed, objects=60, classes=2 + seed % 3)
    fit = fit_classes(drawn.table, ReliabilityModel.MAJORITY, no_anchors(drawn))
    assert fit.probabilities == pytest.approx(plain_majority(drawn), abs=1e-9)


@pytest.mark.parametrize("model", LEARNED)
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), classes=st.integers(2, 4), each=st.integers(1, 5))
def test_the_bound_never_falls(draw, model, seed, classes, each):
    drawn = draw(seed, objects=40, sources=9, each=each, classes=classes)
    anchors = no_anchors(drawn)
    anchors[:5] = drawn.truth[:5]
    fit = fit_classes(drawn.table, model, anchors, rounds=SETTLING + 30)
    assert len(fit.bounds) >= 1
    assert min(np.diff(fit.bounds), default=0) >= -1e-6


@pytest.mark.parametrize("model", LEARNED)
def test_good_sources_outvote_bad_ones(draw, model):
    drawn = draw(3, objects=400, accuracy=[0.95] * 3 + [0.4] * 9, each=9)
    fit = fit_classes(drawn.table, model, no_anchors(drawn))
    majority = fit_classes(drawn.table, ReliabilityModel.MAJORITY, no_anchors(drawn))
    right = (fit.probabilities.argmax(axis=1) == drawn.truth).mean()
    assert right > (majority.probabilities.argmax(axis=1) == drawn.truth).mean() + 0.05


@pytest.mark.parametrize("model", list(ReliabilityModel))
def test_anchors_hold(draw, model):
    drawn = draw(4)
    anchors = no_anchors(drawn)
    anchors[:20] = (drawn.truth[:20] + 1) % 3
    fit = fit_classes(drawn.table, model, anchors)
    assert (fit.probabilities[np.arange(20), anchors[:20]] == 1).all()
    assert fit.probabilities.sum(axis=1) == pytest.approx(1)


@pytest.mark.parametrize("model", list(ReliabilityModel))
def test_numbers_of_sources_objects_and_classes_are_but_names(draw, model):
    drawn, rng = draw(8), np.random.default_rng(0)
    sources, objects, classes = (rng.permutation(size) for size in drawn.sizes)
    order = rng.permutation(len(drawn.source))
    columns = sources[drawn.source][order], objects[drawn.object][order], classes[drawn.value][order]
    renamed = fit_classes(tabulate_claims(*columns, sizes=drawn.sizes), model, no_anchors(drawn)).probabilities
    fit = fit_classes(drawn.table, model, no_anchors(drawn)).probabilities
    assert renamed[objects][:, classes] == pytest.approx(fit, abs=1e-6)


def test_confusion_learns_who_takes_what_for_what():
    # Every source but two calls class 1 class 0 more often than not: only its own confusions can show that.
    rng = np.random.default_rng(2)
    truth = rng.integers(0, 2, 500)
    source, held = np.tile(np.arange(7), 500), np.repeat(np.arange(500), 7)
    says_one = np.where(source < 2, 0.95, 0.35)
    value = np.where(truth[held] == 1, rng.random(3500) < says_one, rng.random(3500) < 0.05).astype(int)
    table = tabulate_claims(source, held, value, sizes=(7, 500, 2))
    found = [
        (fit_classes(table, model, np.full(500, -1)).probabilities.argmax(axis=1) == truth).mean()
        for model in (ReliabilityModel.MAJORITY, ReliabilityModel.CONFUSION)
    ]
    assert found[1] > found[0] + 0.03
