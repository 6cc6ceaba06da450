"""Probabilities as log2 odds, and how far one moved: in bits and in percentage points."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from rashomon.model.judgement import HypothesisProbability
from rashomon.model.question import Hypothesis
from rashomon.present.index import rank_hypotheses

SMALLEST: Final = 2.0**-60
"""Below it the difference is of no use to a reader, and zero has no logarithm."""


class Judged(Protocol):
    """A judgement, or the answers of one alone."""

    @property
    def probabilities(self) -> tuple[HypothesisProbability, ...]:
        """The answers' probabilities, in the order of the hypotheses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One hypothesis before and after; `points` are percentage points, `bits` the move of its log2 odds."""

    hypothesis: Hypothesis
    before: float
    after: float
    low: float
    high: float
    points: float
    bits: float


def take_odds(probability: float) -> float:
    """Return the log2 odds of a probability in 0..1, finite at its ends."""
    return math.log2(max(probability, SMALLEST) / max(1.0 - probability, SMALLEST))


def list_moves(hypotheses: Sequence[Hypothesis], before: Judged, after: Judged) -> tuple[Move, ...]:
    """Return how each hypothesis moved from one judgement to another, in the order of the first."""
    was = {one.hypothesis_id: one for one in before.probabilities}
    now = {one.hypothesis_id: one for one in after.probabilities}
    return tuple(
        Move(
            hypothesis=hypothesis,
            before=was[hypothesis.id].probability,
            after=now[hypothesis.id].probability,
            low=now[hypothesis.id].low,
            high=now[hypothesis.id].high,
            points=100.0 * (now[hypothesis.id].probability - was[hypothesis.id].probability),
            bits=take_odds(now[hypothesis.id].probability) - take_odds(was[hypothesis.id].probability),
        )
        for hypothesis in rank_hypotheses(hypotheses, was)
    )


def name_leader(hypotheses: Sequence[Hypothesis], judgement: Judged) -> str:
    """Return the id of the most probable answer, *something else* aside where there is another."""
    named = {one.id for one in hypotheses if not one.residual} or {one.id for one in hypotheses}
    return max(
        (one for one in judgement.probabilities if one.hypothesis_id in named), key=lambda one: one.probability
    ).hypothesis_id
