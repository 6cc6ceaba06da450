"""The plain model of Dawid & Skene (1979) by expectation maximisation: no prior, as other tools have it.

Not used for answers, since sources with few claims make it overconfident; kept to be compared with.
"""

from typing import Final

import numpy as np

from rashomon.weigh.channels import Channel
from rashomon.weigh.claim_table import ClaimTable, Floats
from rashomon.weigh.class_models import UNKNOWN, count_claims, read_truths, relate_values, share_votes

LEAST: Final = 1e-10
"""Counts and shares are no smaller, so that their logarithms exist."""


def estimate_classes(table: ClaimTable, *, rounds: int) -> Floats:
    """Return the probability of each class (objects x classes) after so many rounds from the shares of votes."""
    incidence, truths = relate_values(table), share_votes(table)
    shape = (table.values, table.sources, table.values)
    unknown = np.full(table.objects, UNKNOWN)
    for _ in range(rounds):
        counts = np.maximum(count_claims(incidence, truths).reshape(shape), LEAST)
        counts /= counts.sum(axis=2, keepdims=True)
        shares = np.log(np.maximum(truths.mean(axis=1), LEAST))
        truths, _ = read_truths(incidence, Channel(logs=np.log(counts), classes=shares, divergence=0.0), unknown)
    return np.ascontiguousarray(truths.T)
