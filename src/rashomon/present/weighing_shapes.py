"""The JSON shapes of what an analyst does with a judgement: scenarios, sensitivity, cells, calibration."""

from rashomon.present.sensitivity_shapes import FlipShape
from rashomon.present.shape import Shape


class ChangeShape(Shape, frozen=True, kw_only=True):
    """One change a scenario makes; `what` says it in words."""

    kind: str
    about: list[str]
    value: str
    what: str
    idle: bool


class ProbabilityMoveShape(Shape, frozen=True, kw_only=True):
    """One answer before and after; `points` are percentage points, `bits` the move of its log2 odds."""

    hypothesis_id: str
    label: str
    before: float
    after: float
    low: float
    high: float
    points: float
    bits: float


class OmissionShape(Shape, frozen=True, kw_only=True):
    """The probabilities by hypothesis id had one origin or holder said nothing, and who would lead."""

    kind: str
    record_id: str
    name: str
    probabilities: dict[str, float]
    leader: str


class SwingShape(Shape, frozen=True, kw_only=True):
    """Something not known at the two ends of its range: what they are, and the leader's probability there.

    `overtaken` says whether another answer would lead at one of them.
    """

    kind: str
    what: str
    if_one: str
    if_other: str
    one: float
    other: float
    overtaken: bool
    setting: str | None
    evidence_id: str | None


class StepShape(Shape, frozen=True, kw_only=True):
    """One step from the prior odds of the leader against its rival to the odds now, in bits."""

    what: str
    bits: float
    before: float
    evidence_id: str | None


class WaterfallShape(Shape, frozen=True, kw_only=True):
    """How the weights add up for the leader against its strongest rival, in bits."""

    hypothesis_id: str
    rival_id: str
    prior: float
    steps: list[StepShape]
    posterior: float


class SignShape(Shape, frozen=True, kw_only=True):
    """Something to look for; `place` is the number it goes by on the page."""

    place: int
    id: str
    indicator: str
    hypothesis_id: str | None
    expected_bits: float


class StudyShape(Shape, frozen=True, kw_only=True):
    """What a judgement hangs on, the weightiest first in each list."""

    question_id: str
    judgement_id: str
    leader: str
    probability: float
    waterfall: WaterfallShape | None
    omissions: list[OmissionShape]
    swings: list[SwingShape]
    flips: list[FlipShape]
    watch_for: list[SignShape]


class SettingShape(Shape, frozen=True, kw_only=True):
    """One setting of the weighing."""

    name: str
    value: float
    default: float


class PriorShape(Shape, frozen=True, kw_only=True):
    """A prior an analyst keeps."""

    hypothesis_id: str
    probability: float
    decision_id: str


class WeighedAnswerShape(Shape, frozen=True, kw_only=True):
    """One answer as weighed with these settings, and as the case keeps it."""

    hypothesis_id: str
    label: str
    probability: float
    low: float
    high: float
    words: str
    prior: float
    kept: float


class BaseRateShape(Shape, frozen=True, kw_only=True):
    """The row of a table of base rates that an answer fell into ("" for none), and the prior this gives it."""

    hypothesis_id: str
    row: str
    prior: float


class BaseRatesShape(Shape, frozen=True, kw_only=True):
    """Published base rates used as priors, with their source; `cases` is 0 where it is not told."""

    table: str
    title: str
    source: str
    url: str
    year: int
    cases: int
    answers: list[BaseRateShape]


class WeighedShape(Shape, frozen=True, kw_only=True):
    """A judgement alone, with the settings it was weighed with and the priors that are kept."""

    question_id: str
    judgement_id: str
    as_of: str | None
    analytic_confidence: str
    basis: str
    hypotheses: list[WeighedAnswerShape]
    settings: list[SettingShape]
    priors: list[PriorShape]
    base_rates: BaseRatesShape | None


class ForecastShape(Shape, frozen=True, kw_only=True):
    """The probability of one answer, and whether it came true."""

    label: str
    probability: float
    came_true: bool


class TruthWeightShape(Shape, frozen=True, kw_only=True):
    """The bits a piece of evidence put on the true answer: below 0 it misled."""

    evidence_id: str
    holder: str
    quote: str
    bits: float


class ResolvedShape(Shape, frozen=True, kw_only=True):
    """A resolved question: what was said before the truth was known, and how far off that was."""

    case: str
    question: str
    as_of: str | None
    truth: str
    on: str
    source: str
    by: str
    decision_id: str
    hindsight: bool
    forecasts: list[ForecastShape]
    brier: float
    surprise: float
    misled: list[TruthWeightShape]


class BinShape(Shape, frozen=True, kw_only=True):
    """Forecasts from `low` to `high`: how many, their mean, how many came true, and the 95 % interval of that rate."""

    low: float
    high: float
    count: int
    mean: float
    came_true: int
    rate: float
    rate_low: float
    rate_high: float


class CalibrationFiguresShape(Shape, frozen=True, kw_only=True):
    """How forecasts turned out over several cases."""

    brier: float
    even: float
    surprise: float
    brier_each: float
    reliability: float
    resolution: float
    uncertainty: float
    within: float
    sharpness: float
    forecasts: int
    bins: list[BinShape]


class CalibrationShape(Shape, frozen=True, kw_only=True):
    """All resolved questions, what can be said of them together, and the figures, null where there is nothing."""

    resolved: int
    message: str
    cases: list[ResolvedShape]
    figures: CalibrationFiguresShape | None


class ScenarioShape(Shape, frozen=True, kw_only=True):
    """What becomes of the judgement under some changes, and who would lead."""

    question_id: str
    name: str
    by: str
    decision_id: str
    changes: list[ChangeShape]
    moves: list[ProbabilityMoveShape]
    leader_before: str
    leader_after: str
