"""How reliable sources proved across many objects: what was learned, and how it is known."""

from dataclasses import dataclass
from enum import StrEnum


class ReliabilityModel(StrEnum):
    """What is assumed of how sources err."""

    MAJORITY = "majority"  # all are right equally often: the most claimed value leads
    ONE_COIN = "one_coin"  # each has one probability of being right, wrong values are equally likely
    SHARED_ERRORS = "shared_errors"  # as before, but which wrong value takes the place of which is learned from all
    CONFUSION = "confusion"  # each takes each value for each other one with a probability of its own


class KnownBy(StrEnum):
    """What a source's reliability rests on."""

    TRUTHS = "truths"  # only on objects whose truth was given
    AGREEMENT = "agreement"  # only on what other sources say of the same objects
    BOTH = "both"
    NOTHING = "nothing"  # it claims nothing: the prior


class ValueKind(StrEnum):
    """Whether all objects have one of the same few values, or each has values of its own."""

    CLASSES = "classes"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class SourceClaim:
    """A source says that an object has a value."""

    source: str
    object: str
    value: str


@dataclass(frozen=True, slots=True)
class KnownTruth:
    """An object whose true value is known."""

    object: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReliability:
    """How often a source is right: `accuracy` in 0..1 with its 90 % interval, from `claims` claims.

    `known_claims` of these are about objects whose truth was given. A source with few claims lies near the mean of all
    with a wide interval.
    """

    source: str
    accuracy: float
    low: float
    high: float
    claims: int
    known_claims: int
    known_by: KnownBy


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueProbability:
    """A value and the probability (0..1) that it is the true one."""

    value: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectAnswer:
    """What is probably true of one object.

    `values` are those claimed of it and any other of at least one in a hundred, most probable first; the rest has what
    is missing to 1. `votes` of its `claims` are for the first one; `tied` where the second is as probable. `known`
    tells that the truth was given.
    """

    object: str
    values: tuple[ValueProbability, ...]
    claims: int
    votes: int
    tied: bool = False
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTrial:
    """How a model did on what was hidden from it, beside majority vote.

    `gain` is the mean log2 likelihood per hidden item beyond majority vote's, in bits; `certainty` that gain in
    standard errors. `used` tells whether the answers rest on it.
    """

    model: ReliabilityModel
    gain: float
    certainty: float
    used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliabilityChoice:
    """Which models the answers rest on, and why.

    `hidden` items were held out: `judged_by` tells whether these were claims or given truths. `sharpness` (0..1] is the
    power the probabilities are raised to: below 1 where they proved too sure. `why` is a sentence.
    """

    trials: tuple[ModelTrial, ...]
    judged_by: str
    hidden: int
    sharpness: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedReliability:
    """What was learned from claims: an answer for each object, a reliability for each source, both in order of name."""

    kind: ValueKind
    answers: tuple[ObjectAnswer, ...]
    sources: tuple[SourceReliability, ...]
    choice: ReliabilityChoice
