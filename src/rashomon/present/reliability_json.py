"""What was learned about sources as one JSON object."""

from typing import Final

from rashomon.model.reliability import LearnedReliability, ObjectAnswer, ReliabilityChoice, SourceReliability
from rashomon.present.reliability_shapes import (
    AnswerShape,
    ModelTrialShape,
    ReliabilityChoiceShape,
    ReliabilityShape,
    SourceReliabilityShape,
    ValueProbabilityShape,
)

SCHEMA: Final = "rashomon/reliability@1"


def shape_reliability(learned: LearnedReliability) -> ReliabilityShape:
    """Return answers and sources in order of name."""
    return ReliabilityShape(
        schema=SCHEMA,
        kind=learned.kind,
        choice=_shape_choice(learned.choice),
        answers=[_shape_answer(answer) for answer in learned.answers],
        sources=[_shape_source(source) for source in learned.sources],
    )


def _shape_choice(choice: ReliabilityChoice) -> ReliabilityChoiceShape:
    trials = [
        ModelTrialShape(model=trial.model, gain=trial.gain, certainty=trial.certainty, used=trial.used)
        for trial in choice.trials
    ]
    return ReliabilityChoiceShape(
        trials=trials,
        judged_by=choice.judged_by,
        hidden=choice.hidden,
        sharpness=choice.sharpness,
        why=choice.why,
    )


def _shape_answer(answer: ObjectAnswer) -> AnswerShape:
    values = [ValueProbabilityShape(value=one.value, probability=one.probability) for one in answer.values]
    return AnswerShape(
        object=answer.object,
        value=values[0].value,
        probability=values[0].probability,
        claims=answer.claims,
        votes=answer.votes,
        tied=answer.tied,
        known=answer.known,
        values=values,
    )


def _shape_source(source: SourceReliability) -> SourceReliabilityShape:
    return SourceReliabilityShape(
        source=source.source,
        accuracy=source.accuracy,
        low=source.low,
        high=source.high,
        claims=source.claims,
        known_claims=source.known_claims,
        known_by=source.known_by,
    )
