"""How a judgement hangs on its parts, as JSON shapes."""

from rashomon.present.shape import Shape


class FlipShape(Shape, frozen=True, kw_only=True):
    """A change that would put another hypothesis in the lead."""

    what: str
    bits_needed: float


class LeftOutShape(Shape, frozen=True, kw_only=True):
    """The probabilities without one origin, by hypothesis id."""

    origin_id: str
    probabilities: dict[str, float]


class IndicatorShape(Shape, frozen=True, kw_only=True):
    """Something to look for."""

    indicator: str
    hypothesis_id: str | None
    expected_bits: float
    named: bool
    document_id: str | None
    start: int | None
    end: int | None


class RoleEffectShape(Shape, frozen=True, kw_only=True):
    """What would move if a holder's role were known: `shift` is half the summed change of all probabilities (0..1)."""

    holder_id: str
    holder: str
    role: str
    probability: float
    hypothesis_id: str
    shift: float


class SensitivityShape(Shape, frozen=True, kw_only=True):
    """How the judgement hangs on its parts."""

    flips: list[FlipShape]
    leave_one_out: list[LeftOutShape]
    watch_for: list[IndicatorShape]
    roles: list[RoleEffectShape]
