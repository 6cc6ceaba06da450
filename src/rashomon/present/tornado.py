"""The tornado chart of a judgement: everything it hangs on as bars on one scale, the widest first."""

from dataclasses import dataclass
from typing import Final

from rashomon.model.question import Hypothesis
from rashomon.model.study import SensitivityStudy
from rashomon.present.index import AnalysisIndex
from rashomon.present.study_view import Row, view_study

MOST_BARS: Final = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: what is moved (`kind` says which sort), and where the leader's probability goes."""

    kind: str
    row: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Tornado:
    """The bars about the leader's probability `now`; `scale` are the ends of all, `more` counts those not shown."""

    leader: Hypothesis
    now: float
    scale: tuple[float, float]
    bars: tuple[Bar, ...]
    more: int


def draw_tornado(study: SensitivityStudy, index: AnalysisIndex) -> Tornado:
    """Return a study as the bars of one chart."""
    view = view_study(study, index)
    bars = [Bar(kind="without the origin", row=row) for row in view.origins]
    bars += [Bar(kind="without the holder", row=row) for row in view.holders]
    bars += [Bar(kind=_name_swing(row), row=row) for row in view.swings]
    bars.sort(key=lambda bar: (-bar.row.width, bar.kind, bar.row.what))
    return Tornado(
        leader=view.leader,
        now=view.now,
        scale=view.scale,
        bars=tuple(bars[:MOST_BARS]),
        more=max(0, len(bars) - MOST_BARS) + sum(view.small),
    )


def _name_swing(row: Row) -> str:
    if row.hypothesis_id:
        return "prior"
    return "not known" if row.evidence_id else "setting"
