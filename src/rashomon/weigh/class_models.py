"""Variational inference of truths and of how sources err, where every object has one of the same few classes.

The truth of each object and the parameters of the sources are taken as independent given the claims; each is updated in
turn. The bound on the evidence never falls from the round on in which the prior is held (Kim & Ghahramani 2012).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.model.reliability import ReliabilityModel
from rashomon.weigh.channels import Channel, begin_prior, open_channel, settle_prior
from rashomon.weigh.claim_table import ClaimTable, Floats, Ints, count_votes
from rashomon.weigh.incidence import Incidence, relate

ROUNDS: Final = 60
SETTLING: Final = 10
"""Rounds in which the prior follows the sources."""
TOLERANCE: Final = 1e-3
"""Rounds end where no probability moves more."""
UNKNOWN: Final = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClassFit:
    """What a model makes of the claims: `probabilities` (objects x classes), rows summing to 1.

    `bounds` is the evidence bound in nats after each round from the one on in which the prior was held.
    """

    model: ReliabilityModel
    probabilities: Floats
    bounds: tuple[float, ...]
    rounds: int
    converged: bool


def fit_classes(table: ClaimTable, model: ReliabilityModel, anchors: Ints, *, rounds: int = ROUNDS) -> ClassFit:
    """Return what a model makes of claims about at least two classes.

    `anchors` (objects) is the class an object is known to have, -1 where it is not known.
    """
    incidence = relate_values(table)
    shape = (table.values, table.sources, table.values)
    truths = anchor(share_votes(table), anchors)
    prior, bounds, moved = begin_prior(table.values), list[float](), 1.0
    done, last = 0, rounds_of(model, rounds)
    while done < last and (moved > TOLERANCE or done <= SETTLING):
        counts, mass = count_claims(incidence, truths).reshape(shape), truths.sum(axis=1)
        if done < SETTLING:
            prior = settle_prior(model, prior, counts, mass)
        channel = open_channel(model, prior, counts, mass)
        found, evidence = read_truths(incidence, channel, anchors)
        if done >= SETTLING:
            bounds.append(evidence - channel.divergence)
        moved = float(np.abs(found - truths).max()) if found.size else 0.0
        truths, done = found, done + 1
    return ClassFit(
        model=model,
        probabilities=np.ascontiguousarray(truths.T),
        bounds=tuple(bounds),
        rounds=done,
        converged=moved <= TOLERANCE or model is ReliabilityModel.MAJORITY,
    )


def rounds_of(model: ReliabilityModel, rounds: int) -> int:
    """Return after how many rounds a model ends at the latest.

    Majority vote takes one: how often claims are right follows from the shares of votes. Going on, where most objects
    are split, it would find that claims are mostly wrong, and the least claimed values would lead.
    """
    return min(1, rounds) if model is ReliabilityModel.MAJORITY else rounds


def relate_values(table: ClaimTable) -> Incidence:
    """Return which pairs of source and value (as source * values + value) are claimed of which object."""
    keys = table.source.astype(np.intp) * table.values + table.value
    return relate(table.object.astype(np.intp), keys, groups=table.objects, keys=table.sources * table.values)


def share_votes(table: ClaimTable) -> Floats:
    """Return the share of each value among an object's claims (classes x objects); even where nobody claims any."""
    votes = np.ascontiguousarray(count_votes(table).T)
    total = votes.sum(axis=0)
    return np.where(total > 0, votes / np.maximum(total, 1), 1 / table.values)


def count_claims(incidence: Incidence, truths: Floats) -> Floats:
    """Return expected claims for each truth (classes x keys).

    The last class is what the others leave: a quarter of the work saved with four classes, half of it with two.
    """
    counts = np.empty((len(truths), incidence.keys))
    counts[-1] = incidence.times
    for row, probabilities in zip(counts[:-1], truths, strict=False):
        row[:] = incidence.sum_by_key(probabilities)
        counts[-1] -= row
    np.maximum(counts, 0.0, out=counts)
    return counts


def read_truths(incidence: Incidence, channel: Channel, anchors: Ints) -> tuple[Floats, float]:
    """Return the probability of each class (classes x objects), and the log evidence of all claims."""
    logs = channel.logs.reshape(len(channel.logs), -1)
    found = np.empty((len(logs), incidence.groups))
    found[-1] = channel.classes[-1]
    # Only how classes differ from the last one is summed for each; what they have in common counts once, in the end.
    for row, own, prior in zip(found[:-1], logs, channel.classes, strict=False):
        row[:] = incidence.sum_by_group(own - logs[-1]) + prior
    common = float(logs[-1] @ incidence.times)
    known = np.flatnonzero(anchors != UNKNOWN)
    fixed = float(found[anchors[known], known].sum())
    evidence = normalise_classes(found)
    evidence[known] = 0.0
    return anchor(found, anchors), common + fixed + float(evidence.sum())


def normalise_classes(logs: Floats) -> Floats:
    """Turn log weights (classes x objects) into probabilities, in place, and return the logs of their sums."""
    peak = logs.max(axis=0)
    logs -= peak
    np.exp(logs, out=logs)
    total = logs.sum(axis=0)
    logs /= total
    sums: Floats = np.log(total) + peak
    return sums


def anchor(truths: Floats, anchors: Ints) -> Floats:
    """Set the objects whose class is known (in place), and return the probabilities (classes x objects)."""
    known = np.flatnonzero(anchors != UNKNOWN)
    truths[:, known] = 0.0
    truths[anchors[known], known] = 1.0
    return truths
