"""The settings of the weighing: few, each with a reason and a range.

Fitting many at once made the answers worse; chosen one case left out, in 192 combinations, they came out no better than
as they stand (Brier 0.37 either way).
"""

import math
from dataclasses import dataclass, fields
from typing import Final

from rashomon.model.errors import WeighError

BITS_RANGE: Final = (0.0, 20.0)
"""A weight in bits lies strictly above the first and at most at the second."""

RESIDUAL_RANGE: Final = (0.0, 100.0)
LEARNING_MOST: Final = 36_500.0
UNCERTAINTY_MOST: Final = 5.0
SAMPLES_MOST: Final = 20_000
SEED_MOST: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """How evidence is weighed. Weights are in bits (log2 likelihood ratio) of one undiscounted statement.

    residual_weight: *something else* counts as much as this many named hypotheses a priori. 0.6: with three named ones
        it holds 17 %, with one named 38 %, so that a lone suspect does not begin as nearly certain. Above 0, to 100.
    testimony_bits: a statement by someone with nothing at stake: twice as likely to be made if it is true. One weight
        for all kinds of speaker and all degrees of stated certainty: ladders of either did not pay in trials.
    examined_bits: by someone who examined the evidence: one false finding for eight true ones.
    admission_bits: a statement against the speaker's own interest, the dearest kind.
    responsibility_bits: a claim of responsibility; below an admission because groups claim what others did.
    trace_bits: a physical trace, a document, missing means or opportunity, told by one who did not examine it.
    retraction_bits: taking back what one had said: it costs the speaker his word, though not his skin.
    argument_bits: motive, precedent, pattern, absence, existing means: fits several answers (an ACH cell's single C).
    interest: probability that one with a stake says what serves it whatever is true (0..1, exclusive).
    hidden_interest: probability that one whose stake is not known has one (0..1, exclusive). One in ten: whoever
        denies flatly, or speaks for a camp, has been told apart before.
    dependence: how much those of one group repeat each other; n equal voices count as 1 + (n - 1)(1 - dependence).
        0.65: three of one camp count as less than two; 0.5 to 0.8 did about as well left out one case at a time.
    fidelity: probability that one relay passes a statement on unchanged (0..1, exclusive).
    reading: probability that the program read a claim right: that it was said, by whom, of which answer, and which way
        (above 0, to 1; 1 where people read the claims). 0.6 is the share of its ties that readers of the development
        cases bear out: what is misread says nothing, so every weight is less than its statement's would be.
    forgery: probability that a thing which nobody doubts (a letter, a video, a trace) is forged, staged or planted
        (0..1, 1 exclusive; 0: never, whatever is said). One in fifty: most things are what they are shown as, and what
        is said of one moves it from there. A guess, not fitted: few cases turn on a forgery.
    early: how much of what will come out is known when the first report appears (above 0, to 1; 1: time is nothing).
    learning_days: days after which half of the rest is known: the first accounts of an event are the least reliable,
        and later ones rest on what was found meanwhile. Above 0, to 36,500.
    group_limit: the most one group can weigh, in bits.
    origin_limit: the most one origin can weigh, in bits: a hundred voices in one report stand on one reporter.
    testimony_ceiling: the probability above which statements and cheap arguments alone lift no answer (0..1,
        exclusive).
    ceiling: the probability above which no evidence from open sources lifts an answer (0..1, exclusive).
    uncertainty: how far each of the above may be off, as a power of two: 1 means that weights, odds and priors are
        sampled between half and double (0..5; 0 leaves only the uncertainty about roles).
    samples: settings sampled for the intervals (0..20,000; 0 gives no intervals).
    seed: another one draws other samples, which shows how far the intervals depend on the draw (0..1,000,000).

    Raises WeighError: R-WEIGH-002 for a value that is not finite, R-WEIGH-003 for one out of range.
    """

    residual_weight: float = 0.6
    testimony_bits: float = 1.0
    examined_bits: float = 3.0
    admission_bits: float = 3.5
    responsibility_bits: float = 2.0
    trace_bits: float = 1.5
    argument_bits: float = 0.5
    retraction_bits: float = 2.0
    interest: float = 0.85
    hidden_interest: float = 0.1
    dependence: float = 0.65
    fidelity: float = 0.9
    reading: float = 0.6
    forgery: float = 0.02
    early: float = 0.2
    learning_days: float = 2.0
    group_limit: float = 4.0
    origin_limit: float = 3.5
    testimony_ceiling: float = 0.65
    ceiling: float = 0.97
    uncertainty: float = 1.0
    samples: int = 1000
    seed: int = 0

    def __post_init__(self) -> None:
        for field in fields(self):
            value = float(getattr(self, field.name))
            if not math.isfinite(value):
                raise WeighError("R-WEIGH-002", field.name)
            if not _is_in_range(field.name, value):
                raise WeighError("R-WEIGH-003", f"{field.name} = {value:g}")


def _is_in_range(name: str, value: float) -> bool:
    if name == "samples":
        return 0 <= value <= SAMPLES_MOST
    if name == "seed":
        return 0 <= value <= SEED_MOST
    if name == "uncertainty":
        return 0 <= value <= UNCERTAINTY_MOST
    if name in ("reading", "early"):
        return 0 < value <= 1
    if name == "forgery":
        return 0 <= value < 1
    if name == "learning_days":
        return 0 < value <= LEARNING_MOST
    if name == "residual_weight":
        return RESIDUAL_RANGE[0] < value <= RESIDUAL_RANGE[1]
    if name.endswith(("_bits", "_limit")):
        return BITS_RANGE[0] < value <= BITS_RANGE[1]
    return 0 < value < 1


DEFAULTS: Final = Parameters()
"""Flat over speakers and certainty, as the trials on historical cases taught."""
