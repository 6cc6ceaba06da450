"""How a judgement hangs on its parts, worked out on demand: what is left out, and what is moved through its range."""

from dataclasses import dataclass

from rashomon.model.judgement import PointProbability
from rashomon.model.vocabulary import PartKind, SwingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting of the weighing: what it is set to, and its default."""

    name: str
    value: float
    default: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """The probabilities had an origin, or a holder, said nothing. `record_id` is its id, `name` what it is called."""

    kind: PartKind
    record_id: str
    name: str
    probabilities: tuple[PointProbability, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """Something that is not known moved to one end of its range and to the other.

    `what` names it; `if_one` and `if_other` say what the two ends are, `one` and `other` are the probabilities there.
    `setting` is the name of the setting, `evidence_id` the piece of evidence whose speaker's role is asked about, and
    `hypothesis_id` the answer whose prior is moved, where it is one of these.
    """

    kind: SwingKind
    what: str
    if_one: str
    if_other: str
    one: tuple[PointProbability, ...]
    other: tuple[PointProbability, ...]
    setting: str = ""
    evidence_id: str = ""
    hypothesis_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitivityStudy:
    """A judgement's parts left out in turn and its unknowns moved, each in no order of weight; views order them.

    `probabilities` are those of the judgement, in the order of its hypotheses, as are all others here.
    """

    judgement_id: str
    probabilities: tuple[PointProbability, ...]
    omissions: tuple[Omission, ...]
    swings: tuple[Swing, ...]
