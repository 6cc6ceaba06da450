"""What is hidden from a model and foretold by it: folds, one yardstick for all models, and how sure they may be.

A model of how sources err can foretell claims well by explaining errors and still name the wrong truths. So models are
not held against each other by what each foretells itself: the truths each infers without a hidden claim go through one
common channel (a claim names the truth with one probability, else something else), whose probability is fitted anew for
each model. Whoever names truths that hidden claims agree with more is the better one.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from rashomon.model.reliability import ModelTrial, ReliabilityModel
from rashomon.weigh.claim_table import ClaimTable, Floats, Ints

CLAIMS: Final = "claims"
GOLD: Final = "gold"
FOLDS: Final = 10
FEWEST: Final = 30
"""Hidden items below which nothing can be told."""
SURELY: Final = 2.0
"""Standard errors by which what is used has to be better than majority vote."""
LEAST_GAIN: Final = 0.001
"""Bits a hidden item has to be foretold better: less is what a slip in how habits are known can make."""
MAJORITY_WEIGHT: Final = 0.5
"""Weight of majority vote beside each model that proved better: where both are sure, of different values, it yields."""
TIE_WEIGHT: Final = 0.01
"""Weight of another model beside majority vote where that is used: enough to break ties, too little for more."""
POWERS: Final = tuple(0.85**step for step in range(13))
"""Powers tried on probabilities, from 1 to about a seventh."""
_TURNS: Final = 8
_LEAST: Final = 1e-9
_SHARED: Final = 4.0
"""Claims that what all sources have in common weighs in the channel that sharpness is found with."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gain:
    """How much better than majority vote hidden items were foretold: mean bits an item, and that in standard errors."""

    bits: float
    errors: float


def number_folds(table: ClaimTable) -> Ints:
    """Return in which fold (0..FOLDS-1) each claim is hidden: an object's claims go to different folds in turn."""
    places = np.arange(len(table))
    begins = np.concatenate(([True], table.object[1:] != table.object[:-1])) if len(table) else np.zeros(0, dtype=bool)
    start = np.maximum.accumulate(np.where(begins, places, 0)) if len(table) else places
    folds: Ints = (places - start + table.object) % FOLDS
    return folds


def foretell(truthful: Floats, missed: Floats) -> Floats:
    """Return the log likelihood (nats) of each hidden item through a channel common to all models.

    `truthful` is the probability that the item's value is the truth, `missed` that it is named where the truth is not.
    """
    named = 0.7
    for _ in range(30):
        fits = named * truthful
        named = float(np.mean(fits / np.maximum(fits + (1 - named) * missed, _LEAST)))
    likelihood: Floats = np.log(np.maximum(named * truthful + (1 - named) * missed, _LEAST))
    return likelihood


def find_habits(source: Ints, value: Ints, values: int) -> Floats:
    """Return how often the source of each item names its value on other items, drawn to how often all sources do."""
    shares = (np.bincount(value, minlength=values) + 1.0) / (len(value) + values)
    keys = source * values + value
    same, made = np.bincount(keys)[keys] - 1, np.bincount(source)[source] - 1
    habits: Floats = (same + shares[value]) / (made + 1)
    return habits


def compare(own: Floats, majority: Floats, groups: Ints) -> Gain:
    """Return the gain of log likelihoods over majority vote's; items of one group (an object) are not independent."""
    sums = np.bincount(groups, weights=own - majority)
    spread = float(np.sqrt(np.square(sums - sums.mean()).sum()))
    total = float(sums.sum())
    return Gain(bits=total / len(own) / math.log(2), errors=total / spread if spread > _LEAST else 0.0)


def sharpen(rows: Floats, power: float) -> Floats:
    """Return probabilities (items x classes) raised to a power, rows summing to 1 again."""
    raised = np.maximum(rows, _LEAST) ** power
    sharpened: Floats = raised / raised.sum(axis=1, keepdims=True)
    return sharpened


def find_sharpness(rows: Floats, source: Ints, value: Ints, groups: Ints) -> float:
    """Return the power at which rows foretell hidden claims best, sources erring each in its own way.

    `rows` (claims x classes) are the probabilities without the claim, `groups` its object. Claims on one object err
    together, which no model here knows: the more they do, the surer of themselves models are, and the flatter foretells
    better.
    """
    return _choose_power([_foretell_by_source(sharpen(rows, power), source, value) for power in POWERS], groups)


def find_sharpness_by_truth(truths_of_power: Sequence[Floats], groups: Ints) -> float:
    """Return the power at which given truths are most likely, from their probabilities at each of POWERS."""
    return _choose_power([np.log(np.maximum(truthful, _LEAST)) for truthful in truths_of_power], groups)


def _choose_power(reached: Sequence[Floats], groups: Ints) -> float:
    """Return the highest of POWERS that is not surely worse than the best, from log likelihoods at each."""
    best = reached[int(np.argmax([likelihoods.mean() for likelihoods in reached]))]
    kept = (power for power, own in zip(POWERS, reached, strict=True) if compare(best, own, groups).errors <= SURELY)
    return next(kept, 1.0)


def _foretell_by_source(rows: Floats, source: Ints, value: Ints) -> Floats:
    """Return the log likelihood of each claim, foretold from its source's other ones."""
    classes, sources = rows.shape[1], int(source.max()) + 1
    keys, places = source * classes + value, np.arange(len(rows))
    channel = np.full(rows.shape, 0.3 / (classes - 1))
    channel[places, value] = 0.7
    for _ in range(_TURNS):
        joint = rows * channel
        joint /= np.maximum(joint.sum(axis=1, keepdims=True), _LEAST)
        columns = [np.bincount(keys, weights=joint[:, k], minlength=sources * classes) for k in range(classes)]
        counts = np.stack(columns).reshape(classes, sources, classes)
        shared = counts.sum(axis=1) + 0.1 + np.eye(classes)
        shared *= _SHARED / shared.sum(axis=1, keepdims=True)
        named = np.stack([column[keys] for column in columns], axis=1) - joint + shared[:, value].T
        channel = named / (counts.sum(axis=2)[:, source].T - joint + _SHARED)
    likelihoods: Floats = np.log(np.maximum((rows * channel).sum(axis=1), _LEAST))
    return likelihoods


def sample_objects(table: ClaimTable, anchors: Ints, most: int) -> tuple[ClaimTable, Ints]:
    """Return every n-th object with its claims, numbered anew, so that about `most` claims are left; all if fewer."""
    step = max(1, -(-len(table) // most))
    if step == 1:
        return table, anchors
    kept = table.keep(table.object % step == 0)
    return replace(kept, object=kept.object // step, objects=-(-table.objects // step)), anchors[::step]


def judge(
    models: Sequence[ReliabilityModel], truthful: Sequence[Floats], others: Floats, habit: Floats, groups: Ints
) -> tuple[ModelTrial, ...]:
    """Return how each model did beside majority vote, which is the first one, and which of them are used.

    `others` is how many other values an item might have, `habit` as of `find_habits`. A model is as good as through the
    channel that suits it less: a claim that misses the truth names any other value, or what its source names anyway.
    Used are majority vote, at half weight, and all that foretell what was hidden better. Their probabilities are
    averaged, and the average has to be better by more than `SURELY` standard errors; else majority vote is used alone.
    """
    if len(groups) < FEWEST:
        return tuple(
            ModelTrial(model=model, gain=0.0, certainty=0.0, used=not place) for place, model in enumerate(models)
        )

    def beside_majority(own: Floats) -> Gain:
        gains = (
            compare(foretell(own, (1 - own) / others), foretell(truthful[0], (1 - truthful[0]) / others), groups),
            compare(foretell(own, habit), foretell(truthful[0], habit), groups),
        )
        return min(gains, key=lambda gain: gain.errors)

    gains = [beside_majority(own) for own in truthful]
    used = [not place or gain.bits > LEAST_GAIN for place, gain in enumerate(gains)]
    pooled = beside_majority(np.tensordot(share_weights(used), np.stack(truthful), axes=1))
    if pooled.errors <= SURELY or pooled.bits <= LEAST_GAIN:
        used = [not place for place in range(len(models))]
    return tuple(
        ModelTrial(model=model, gain=gain.bits, certainty=gain.errors, used=kept)
        for model, gain, kept in zip(models, gains, used, strict=True)
    )


def weigh_models(trials: Sequence[ModelTrial]) -> Floats:
    """Return the weight of each model in the average. Majority vote alone has its ties broken by the next best."""
    used = [trial.used for trial in trials]
    if any(used[1:]):
        return share_weights(used)
    weights = np.zeros(len(trials))
    weights[0] = 1 - TIE_WEIGHT
    weights[1 + int(np.argmax([trial.certainty for trial in trials[1:]]))] = TIE_WEIGHT
    return weights


def share_weights(used: Sequence[bool]) -> Floats:
    """Return the weights of the models that are used, majority vote first, summing to 1."""
    weights = np.array(used, dtype=np.float64)
    weights[0] *= MAJORITY_WEIGHT
    shares: Floats = weights / weights.sum()
    return shares


def say_why(trials: Sequence[ModelTrial], judged_by: str, hidden: int) -> str:
    """Return the sentence that says why these models are used."""
    items = "given truths" if judged_by == GOLD else "claims"
    if hidden < FEWEST:
        return f"Majority vote is used: fewer than {FEWEST} {items} can be held out, too few to tell."
    used = [trial for trial in trials if trial.used and trial.model is not ReliabilityModel.MAJORITY]
    if not used:
        return f"Majority vote is used: no model of the sources foretold {hidden} held-out {items} surely better."
    names = ", ".join(str(trial.model).replace("_", " ") for trial in used)
    return f"Averaged with majority vote: {names}. They foretold {hidden} held-out {items} better than it does alone."
