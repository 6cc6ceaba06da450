"""Scenarios: changes to try on a judgement, and what becomes of it. They are kept apart from all that is held true."""

import json
from dataclasses import dataclass

from rashomon.model.errors import WeighError
from rashomon.model.judgement import HypothesisProbability, Judgement
from rashomon.model.vocabulary import ChangeKind, Forgery, Grade

YES = "yes"
NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change. What `about` and `value` hold depends on the kind:

    drop: the piece of evidence, the source or the origin left out, by id.
    regrade: the source, by id; `value` is its grade A to F.
    dependent: two or more sources or origins, by id, that count as one group.
    prior: the answer, by label; `value` is its probability before any evidence (0..1, exclusive).
    forged: the piece of evidence, by id; `value` is "forged" or "genuine": so is all that rests on the same thing.
    suppose: the indicator, by id; `value` is "yes", "no", or the label of the answer it points to.

    Raises WeighError R-WEIGH-006 for anything else.
    """

    kind: ChangeKind
    about: tuple[str, ...]
    value: str = ""

    def __post_init__(self) -> None:
        few = 2 if self.kind is ChangeKind.DEPENDENT else 1
        if len(set(self.about)) < few or not all(self.about):
            raise WeighError("R-WEIGH-006", f"{self.kind} {', '.join(self.about)}", what="names too few")
        if self.kind is ChangeKind.REGRADE and self.value not in tuple(Grade):
            raise WeighError(
                "R-WEIGH-006", f"'{self.value}'", what="not a grade", advice=f"Give one of {', '.join(Grade)}."
            )
        if self.kind is ChangeKind.FORGED and self.value not in (Forgery.FORGED, Forgery.GENUINE):
            raise WeighError("R-WEIGH-006", f"'{self.value}'", what="neither forged nor genuine")
        if self.kind is ChangeKind.SUPPOSE and not self.value:
            raise WeighError("R-WEIGH-006", self.about[0], what="neither seen nor not seen", advice="Say yes or no.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Changes tried together. `name`, `by` and `decision_id` are empty where it is not kept in a case."""

    changes: tuple[Change, ...]
    name: str = ""
    by: str = ""
    decision_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioOutcome:
    """A judgement with and without a scenario. `idle` are the changes that find nothing to change now."""

    scenario: Scenario
    before: Judgement
    after: Judgement
    idle: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedAnswers:
    """The probabilities of a judgement and their intervals, without what they hang on."""

    probabilities: tuple[HypothesisProbability, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedOutcome:
    """The answers alone with and without a scenario, as in ScenarioOutcome."""

    scenario: Scenario
    before: WeighedAnswers
    after: WeighedAnswers
    idle: tuple[Change, ...] = ()


def write_change(change: Change) -> str:
    """Return a change as one line of text, which `read_change` reads."""
    return json.dumps([change.kind, list(change.about), change.value], ensure_ascii=False)


def read_change(written: str) -> Change:
    """Return the change of a line of text. Raises WeighError R-WEIGH-006 where it is none."""
    try:
        kind, about, value = json.loads(written)
        return Change(kind=ChangeKind(kind), about=tuple(map(str, about)), value=str(value))
    except (ValueError, TypeError) as error:
        raise WeighError("R-WEIGH-006", f"'{written[:80]}'", what="not a change") from error
