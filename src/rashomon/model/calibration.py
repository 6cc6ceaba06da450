"""Judgements held against the truth: what was said of questions that are resolved, and how it turned out."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from rashomon.model.analysis import Analysis

SURPRISE_MOST: Final = 60.0
"""Bits of surprise at what was given (next to) no probability."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Which answer turned out to be true. `on` is the day that was known (ISO 8601) or "", `source` who says so."""

    question_id: str
    label: str
    on: str
    source: str
    by: str
    decision_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The probability (0..1) of one answer, and whether it came true."""

    label: str
    probability: float
    came_true: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedCase:
    """What a case said before the truth was known: a forecast for each answer, exactly one of which came true.

    `hindsight` says that reports from after the truth was known are in it: it is shown, and counts for nothing.
    """

    case: str
    question: str
    as_of: datetime | None
    resolution: Resolution
    forecasts: tuple[Forecast, ...]
    hindsight: bool = False

    @property
    def brier(self) -> float:
        """The sum of squared differences over the answers (Brier 1950): 0 is right, 2 is wrong."""
        return sum((one.probability - float(one.came_true)) ** 2 for one in self.forecasts)

    @property
    def surprise(self) -> float:
        """-log2 of the probability of what came true, in bits, held below SURPRISE_MOST."""
        truth = sum(one.probability for one in self.forecasts if one.came_true)
        return min(SURPRISE_MOST, -math.log2(truth)) if truth > 0 else SURPRISE_MOST


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Forecasts between `low` and `high`: how many, their mean, how many came true, and the interval of that rate."""

    low: float
    high: float
    count: int
    mean: float
    came_true: int
    rate_low: float
    rate_high: float

    @property
    def rate(self) -> float:
        """The share that came true, 0..1."""
        return self.came_true / self.count


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How forecasts of several cases turned out.

    `brier` is the mean over cases of the summed squares (0 to 2), `even` what an even split over the answers of each
    would have got, `surprise` the mean of -log2 of the probability of the truth (bits). `brier_each` is the mean over
    all forecasts (0 to 1): `reliability` - `resolution` + `uncertainty` + `within` (what binning hides).
    `sharpness` is the mean probability of the likeliest answer.
    """

    cases: int
    forecasts: int
    brier: float
    even: float
    surprise: float
    brier_each: float
    reliability: float
    resolution: float
    uncertainty: float
    within: float
    sharpness: float
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthWeight:
    """How many bits a piece of evidence put on the true answer against the others: below 0 it misled."""

    evidence_id: str
    bits: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PostMortem:
    """A resolved question: what was said of it, the analysis that said so, and the bits of each piece on the truth."""

    resolved: ResolvedCase
    analysis: Analysis
    weights: tuple[TruthWeight, ...]
