"""The priors an analyst sets: how likely answers are before any evidence, where the default is even."""

from collections.abc import Sequence

import numpy as np

from rashomon.model.errors import WeighError
from rashomon.model.question import Hypothesis, SetPrior
from rashomon.model.wording import ROUNDING
from rashomon.weigh.columns import Floats


def shift_priors(default: Floats, hypotheses: Sequence[Hypothesis], priors: Sequence[SetPrior]) -> Floats:
    """Return what to add to the log2 of the default priors (both m long) so that those set hold.

    Answers without one share what is left in the proportions of the default. The limits of the weighing stay those of
    the default: what talk can do does not depend on what an analyst expected. A later prior on an answer wins.

    Raises WeighError R-WEIGH-004 where they contradict each other: one outside 0..1, or no room left for the others.
    """
    places = {hypothesis.id: place for place, hypothesis in enumerate(hypotheses)}
    given = {places[one.hypothesis_id]: one.probability for one in priors if one.hypothesis_id in places}
    if not given:
        return np.zeros_like(default)
    told = ", ".join(f"{hypotheses[place].label} {share:g}" for place, share in sorted(given.items()))
    if not all(0.0 < share < 1.0 for share in given.values()):
        raise WeighError("R-WEIGH-004", told, what="a prior must lie above 0 and below 1")
    total, rest = sum(given.values()), [place for place in range(len(default)) if place not in given]
    if rest and total >= 1.0:
        left = ", ".join(hypotheses[place].label for place in rest)
        raise WeighError("R-WEIGH-004", f"{told}; nothing is left for {left}", what=f"priors add up to {total:g}")
    if not rest and abs(total - 1.0) > ROUNDING:
        raise WeighError("R-WEIGH-004", told, what=f"the priors of all answers add up to {total:g}, not to 1")
    wanted = default * ((1.0 - total) / default[rest].sum()) if rest else np.zeros_like(default)
    for place, share in given.items():
        wanted[place] = share if rest else share / total
    return np.asarray(np.log2(wanted) - np.log2(default))
