"""How sources err, as a table of expected log-likelihoods: the variational M-steps of the models over closed classes.

Sources: Dawid & Skene 1979 (confusion matrices); Kim & Ghahramani 2012 (Bayesian classifier combination); Liu, Peng &
Ihler 2012 (one-coin models, and priors that keep sources with few claims near the others).
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from rashomon.model.reliability import ReliabilityModel
from rashomon.weigh.claim_table import Floats
from rashomon.weigh.gamma import digamma, diverge, expect_logs

PRIOR_ACCURACY: Final = 0.7
PRIOR_CLAIMS: Final = 4.0
"""Before any claim a source is taken to be right seven times in ten, as if seen on four claims."""
LEAST_SPREAD: Final = 2.0
MOST_SPREAD: Final = 100.0
"""Bounds of the claims that the mean of all sources weighs against a source's own."""
SHARED_SHARE: Final = 0.1
"""What is shared by all sources has a prior that weighs as much as this part of the objects. Without it the classes may
slide into others where objects have few claims: held-out claims were then foretold worse than by majority vote."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prior:
    """What sources are taken to be like before their own claims: set from all of them in the first rounds, then held.

    `accuracy` and `spread` are mean and weight (in claims) of a source's accuracy, `confusion` (truth x value) the
    Dirichlet of a row of its confusion matrix.
    """

    accuracy: float
    spread: float
    confusion: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Channel:
    """E[log P(value | truth, source)] as `logs` (truth x source x value), E[log P(truth)] as `classes`.

    `divergence` is how far the parameters' posteriors lie from their priors, in nats.
    """

    logs: Floats
    classes: Floats
    divergence: float


def begin_prior(classes: int) -> Prior:
    """Return the prior before any claim was looked at, over that many classes (at least two)."""
    return Prior(
        accuracy=PRIOR_ACCURACY,
        spread=PRIOR_CLAIMS,
        confusion=PRIOR_CLAIMS * _coin_matrix(PRIOR_ACCURACY, classes),
    )


def settle_prior(model: ReliabilityModel, prior: Prior, counts: Floats, mass: Floats) -> Prior:
    """Return the prior fitted to what all sources have in common (empirical Bayes), bounded.

    `counts` (truth x source x value) are expected claims, `mass` (truth) expected objects.
    """
    right, wrong = _split(counts)
    if model is ReliabilityModel.CONFUSION:
        accuracy = _share_right(right, wrong)
        shared = counts.sum(axis=1) + (1.0 + SHARED_SHARE * mass.sum()) * _coin_matrix(accuracy, len(counts))
        shared /= shared.sum(axis=1, keepdims=True)
        spread = _fit_spread(prior.spread, shared[:, None, :], counts)
        return Prior(accuracy=accuracy, spread=spread, confusion=spread * shared)
    return prior if model is ReliabilityModel.MAJORITY else settle_coin(prior, right, wrong)


def settle_coin(prior: Prior, right: Floats, wrong: Floats) -> Prior:
    """Return the prior whose accuracy is fitted to right and wrong claims of each source (sources)."""
    accuracy = _share_right(right, wrong)
    mean = np.array([accuracy, 1 - accuracy])
    return replace(prior, accuracy=accuracy, spread=_fit_spread(prior.spread, mean, np.stack([right, wrong], axis=-1)))


def toss_coins(model: ReliabilityModel, prior: Prior, right: Floats, wrong: Floats) -> tuple[Floats, float]:
    """Return E[log] of being right and wrong (sources x 2; one row for majority vote), and the divergence in nats."""
    if model is ReliabilityModel.MAJORITY:
        right, wrong = right.sum(keepdims=True), wrong.sum(keepdims=True)
    own = np.array([prior.accuracy, 1 - prior.accuracy]) * prior.spread
    posterior = np.stack([right, wrong], axis=-1) + own
    return expect_logs(posterior), diverge(posterior, own)


def open_channel(model: ReliabilityModel, prior: Prior, counts: Floats, mass: Floats) -> Channel:
    """Return the channel that expected counts make most likely, under the prior (arguments as of `settle_prior`)."""
    learned = model in (ReliabilityModel.SHARED_ERRORS, ReliabilityModel.CONFUSION)
    classes, divergence = _weigh_classes(mass, learned=learned)
    if model is ReliabilityModel.CONFUSION:
        posterior = counts + prior.confusion[:, None, :]
        divergence += diverge(posterior, prior.confusion[:, None, :])
        return Channel(logs=expect_logs(posterior), classes=classes, divergence=divergence)
    expected, coin_divergence = toss_coins(model, prior, *_split(counts))
    errors, error_divergence = _weigh_errors(model, counts, mass)
    logs = np.broadcast_to(expected[None, :, None, 1] + errors[:, None, :], counts.shape).copy()
    truth = np.arange(len(counts))
    logs[truth, :, truth] = expected[:, 0]
    return Channel(logs=logs, classes=classes, divergence=divergence + coin_divergence + error_divergence)


def _coin_matrix(accuracy: float, classes: int) -> Floats:
    matrix = np.full((classes, classes), (1 - accuracy) / (classes - 1))
    np.fill_diagonal(matrix, accuracy)
    return matrix


def _share_right(right: Floats, wrong: Floats) -> float:
    total = right.sum() + wrong.sum() + PRIOR_CLAIMS
    return float((right.sum() + PRIOR_ACCURACY * PRIOR_CLAIMS) / total)


def _split(counts: Floats) -> tuple[Floats, Floats]:
    """Return how many claims of each source are right, and how many wrong."""
    right = np.einsum("ksk->s", counts)
    return right, np.maximum(counts.sum(axis=(0, 2)) - right, 0.0)


def _fit_spread(spread: float, mean: Floats, counts: Floats) -> float:
    """Return the weight of Dirichlet(spread * mean) that makes counts (last axis) more likely (Minka 2000)."""
    prior = spread * mean
    gained = (digamma(counts + prior) - digamma(np.broadcast_to(prior, mean.shape))) * mean
    spent = digamma(counts.sum(axis=-1) + spread) - digamma(np.array(spread))
    if spent.sum() <= 0:
        return spread
    return float(np.clip(spread * gained.sum() / spent.sum(), LEAST_SPREAD, MOST_SPREAD))


def _weigh_classes(mass: Floats, *, learned: bool) -> tuple[Floats, float]:
    if not learned:
        return np.full(len(mass), -np.log(len(mass))), 0.0
    prior = np.full(len(mass), 1.0 + SHARED_SHARE * mass.sum())
    return expect_logs(mass + prior), diverge(mass + prior, prior)


def _weigh_errors(model: ReliabilityModel, counts: Floats, mass: Floats) -> tuple[Floats, float]:
    """Return E[log P(value | truth, wrong)] (truth x value; the diagonal means nothing) and its divergence."""
    size = len(counts)
    if model is not ReliabilityModel.SHARED_ERRORS:
        return np.full((size, size), -np.log(size - 1)), 0.0
    wrong = ~np.eye(size, dtype=bool)
    prior = np.full((size, size - 1), (1.0 + SHARED_SHARE * mass.sum()) / (size - 1))
    posterior = counts.sum(axis=1)[wrong].reshape(size, size - 1) + prior
    errors = np.zeros((size, size))
    errors[wrong] = expect_logs(posterior).ravel()
    return errors, diverge(posterior, prior)
