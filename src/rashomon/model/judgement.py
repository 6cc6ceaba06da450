"""What the evidence makes of the hypotheses: probabilities, the bits behind them, what would change them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from rashomon.model.provenance import Made
from rashomon.model.vocabulary import AnalyticConfidence

SET_BY_ANALYST: Final = "set by an analyst"
"""The reason of a discount, or of what is added, where an analyst set a cell of the matrix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisProbability:
    """Probability of one hypothesis with its interval; all in 0..1, low <= probability <= high."""

    hypothesis_id: str
    probability: float
    low: float
    high: float
    prior: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Discount:
    """A reason why a weight is smaller than it would be, and by how many bits; `adds` where it is larger for it."""

    why: str
    bits: float
    adds: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisBits:
    """A weight in bits on one hypothesis."""

    hypothesis_id: str
    bits: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one evidence link adds to the judgement.

    `log_likelihoods` are log2 P(link | h) for every hypothesis, tempered by its group: with the log2 priors they add up
    to the log2 posteriors but for one constant. `bits` is the weight for the link's own hypothesis: its log-likelihood
    less the prior-weighted mean over the others (log2 likelihood ratio). `machine` are the log-likelihoods without the
    cells that analysts set; empty where they set none.
    """

    evidence_id: str
    bits: float
    log_likelihoods: tuple[HypothesisBits, ...]
    discounts: tuple[Discount, ...] = ()
    machine: tuple[HypothesisBits, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PointProbability:
    """A probability (0..1) of one hypothesis, without an interval."""

    hypothesis_id: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """The probabilities without one origin."""

    origin_id: str
    probabilities: tuple[PointProbability, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """A change that would put another hypothesis in the lead, and the bits it takes."""

    what: str
    bits_needed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """Something to look for, with the information expected from seeing it or not, in bits.

    Where a report names it (`named`), it is quoted from `start`..`end` of `document_id`; else these are None and -1.
    `if_seen` and `if_not` are the bits that seeing it, or not, would put on each hypothesis, but for a constant; empty
    in judgements of earlier versions, and where one must say to which hypothesis it would point.
    """

    id: str
    what: str
    hypothesis_id: str | None
    expected_bits: float
    made: Made
    named: bool = False
    document_id: str | None = None
    start: int = -1
    end: int = -1
    if_seen: tuple[HypothesisBits, ...] = ()
    if_not: tuple[HypothesisBits, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEffect:
    """What the answer would be if a holder's role were known: `role` in words, with its probability now (0..1).

    `shift` is half the summed change of all probabilities (0..1), `hypothesis_id` the hypothesis that would gain most.
    """

    holder_id: str
    holder: str
    role: str
    probability: float
    hypothesis_id: str
    shift: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """How the judgement hangs on its parts; `roles` are those of speakers that would move it most."""

    flips: tuple[Flip, ...] = ()
    leave_one_out: tuple[LeftOut, ...] = ()
    watch_for: tuple[Indicator, ...] = ()
    roles: tuple[RoleEffect, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """An answer at a time. Immutable: a later one supersedes it (`supersedes` is the earlier one's id).

    `as_of` is the latest publication time it knows of; None where nothing is dated.
    """

    id: str
    question_id: str
    as_of: datetime | None
    probabilities: tuple[HypothesisProbability, ...]
    contributions: tuple[Contribution, ...]
    sensitivity: Sensitivity
    confidence: AnalyticConfidence
    basis: str
    made: Made
    supersedes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginMove:
    """What one origin did to the judgement, in bits per hypothesis."""

    origin_id: str
    bits: tuple[HypothesisBits, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """How one judgement moved to the next: bits each new origin put on each hypothesis."""

    id: str
    previous_id: str | None
    judgement_id: str
    document_ids: tuple[str, ...]
    moves: tuple[OriginMove, ...]
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something an analyst asked to be called for."""

    id: str
    judgement_id: str
    what: str
    made: Made
