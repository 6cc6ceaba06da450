"""Judgements held against the truth: Brier and its parts, surprise, a reliability diagram, and what misled."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from rashomon.model.calibration import Bin, Calibration, Forecast, ResolvedCase, TruthWeight
from rashomon.model.judgement import Judgement
from rashomon.weigh.columns import Floats

BINS: Final = 10
NORMAL: Final = 1.959963984540054
"""The 97.5 % quantile of the normal distribution: intervals are of 95 %."""


def measure_calibration(cases: Sequence[ResolvedCase]) -> Calibration | None:
    """Return how the forecasts of resolved cases turned out; None where none counts. Those in hindsight do not.

    The parts of the Brier number are Murphy's (*Journal of Applied Meteorology* 12, 1973) over ten bins of equal width;
    `within` is what forecasts in one bin differ (Stephenson, Coelho and Jolliffe, *Weather and Forecasting* 23, 2008),
    so that the parts add up exactly.
    """
    counted = [case for case in cases if not case.hindsight and case.forecasts]
    if not counted:
        return None
    forecasts = [forecast for case in counted for forecast in case.forecasts]
    said = np.array([forecast.probability for forecast in forecasts])
    true = np.array([forecast.came_true for forecast in forecasts], dtype=np.float64)
    bins = bin_forecasts(forecasts)
    base = float(true.mean())
    reliability = sum(b.count * (b.mean - b.rate) ** 2 for b in bins) / len(forecasts)
    resolution = sum(b.count * (b.rate - base) ** 2 for b in bins) / len(forecasts)
    each, uncertainty = float(np.mean((said - true) ** 2)), base * (1.0 - base)
    return Calibration(
        cases=len(counted),
        forecasts=len(forecasts),
        brier=float(np.mean([case.brier for case in counted])),
        even=float(np.mean([1.0 - 1.0 / len(case.forecasts) for case in counted])),
        surprise=float(np.mean([case.surprise for case in counted])),
        brier_each=each,
        reliability=reliability,
        resolution=resolution,
        uncertainty=uncertainty,
        within=each - (reliability - resolution + uncertainty),
        sharpness=float(np.mean([max(f.probability for f in case.forecasts) for case in counted])),
        bins=bins,
    )


def bin_forecasts(forecasts: Sequence[Forecast]) -> tuple[Bin, ...]:
    """Return the bins that hold any forecast, the lowest first; a bound belongs to the bin above it."""
    places = [min(BINS - 1, int(forecast.probability * BINS)) for forecast in forecasts]
    found = []
    for place in sorted(set(places)):
        own = [forecast for forecast, at in zip(forecasts, places, strict=True) if at == place]
        came_true = sum(forecast.came_true for forecast in own)
        low, high = bound_rate(came_true, len(own))
        found.append(
            Bin(
                low=place / BINS,
                high=(place + 1) / BINS,
                count=len(own),
                mean=sum(forecast.probability for forecast in own) / len(own),
                came_true=came_true,
                rate_low=low,
                rate_high=high,
            )
        )
    return tuple(found)


def bound_rate(successes: int, trials: int) -> tuple[float, float]:
    """Return the 95 % interval of a binomial rate (Wilson, *JASA* 22, 1927); `trials` is above 0."""
    rate, square = successes / trials, NORMAL**2
    middle = (rate + square / (2 * trials)) / (1 + square / trials)
    half = NORMAL / (1 + square / trials) * math.sqrt(rate * (1 - rate) / trials + square / (4 * trials**2))
    return max(0.0, middle - half), min(1.0, middle + half)


def weigh_truth(judgement: Judgement, truth_id: str) -> tuple[TruthWeight, ...]:
    """Return the bits each piece of evidence put on the true answer against the others, what misled most first.

    The bits are a log2 likelihood ratio against the prior-weighted mean of the others, as in a cell of the matrix.
    Nothing is returned where the answer is alone, or not among those judged.
    """
    priors = {p.hypothesis_id: p.prior for p in judgement.probabilities if p.hypothesis_id != truth_id}
    if not priors or len(priors) == len(judgement.probabilities):
        return ()
    shares = np.array(list(priors.values()))
    weights = []
    for contribution in judgement.contributions:
        bits = {one.hypothesis_id: one.bits for one in contribution.log_likelihoods}
        others: Floats = np.array([bits[h] for h in priors])
        mean = math.log2(float(shares @ np.exp2(others)) / float(shares.sum()))
        weights.append(TruthWeight(evidence_id=contribution.evidence_id, bits=bits[truth_id] - mean))
    return tuple(sorted(weights, key=lambda one: (one.bits, one.evidence_id)))
