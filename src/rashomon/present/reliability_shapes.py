"""The JSON shape of what was learned about sources from tables of claims."""

from rashomon.present.shape import Shape


class ValueProbabilityShape(Shape, frozen=True, kw_only=True):
    """A value and the probability that it is the true one."""

    value: str
    probability: float


class AnswerShape(Shape, frozen=True, kw_only=True):
    """What is probably true of one object."""

    object: str
    value: str
    probability: float
    claims: int
    votes: int
    tied: bool
    known: bool
    values: list[ValueProbabilityShape]


class SourceReliabilityShape(Shape, frozen=True, kw_only=True):
    """How often a source is right."""

    source: str
    accuracy: float
    low: float
    high: float
    claims: int
    known_claims: int
    known_by: str


class ModelTrialShape(Shape, frozen=True, kw_only=True):
    """How a model did on what was hidden from it, beside majority vote."""

    model: str
    gain: float
    certainty: float
    used: bool


class ReliabilityChoiceShape(Shape, frozen=True, kw_only=True):
    """Which models the answers rest on, and why."""

    trials: list[ModelTrialShape]
    judged_by: str
    hidden: int
    sharpness: float
    why: str


class ReliabilityShape(Shape, frozen=True, kw_only=True):
    """Answers and sources, with how they were found."""

    schema: str
    kind: str
    choice: ReliabilityChoiceShape
    answers: list[AnswerShape]
    sources: list[SourceReliabilityShape]
