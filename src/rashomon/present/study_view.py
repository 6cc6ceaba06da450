"""What a judgement hangs on, as every view shows it: rows with two ends on one scale, the widest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.model.judgement import Indicator, PointProbability
from rashomon.model.question import Hypothesis
from rashomon.model.study import Omission, SensitivityStudy, Swing
from rashomon.model.vocabulary import PartKind
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex
from rashomon.present.odds import name_leader
from rashomon.present.plain import show_inline
from rashomon.present.waterfall import Waterfall, build_waterfall

SMALLEST: Final = 0.005
"""What moves the leader by less than this (0..1) is counted, not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing with the leader's probability at its two ends; `low_words` and `high_words` say what the ends are.

    `overtaken_by` is the label of the answer that would lead at one of them, "" where none would. `record_id` is the
    origin or the holder left out, `hypothesis_id` the answer whose prior is moved; "" elsewhere.
    """

    what: str
    low: float
    high: float
    low_words: str = ""
    high_words: str = ""
    overtaken_by: str = ""
    evidence_id: str = ""
    record_id: str = ""
    hypothesis_id: str = ""

    @property
    def width(self) -> float:
        """How far apart the two ends are, 0..1."""
        return self.high - self.low


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyView:
    """A study as rows. `small` says how many rows of each list move the leader too little to be shown."""

    leader: Hypothesis
    now: float
    waterfall: Waterfall | None
    origins: tuple[Row, ...]
    holders: tuple[Row, ...]
    swings: tuple[Row, ...]
    small: tuple[int, int, int]
    indicators: tuple[Indicator, ...]

    @property
    def scale(self) -> tuple[float, float]:
        """The least and the greatest probability any row reaches, the present one included; a little apart at least."""
        rows = (*self.origins, *self.holders, *self.swings)
        low, high = min([self.now, *(row.low for row in rows)]), max([self.now, *(row.high for row in rows)])
        return (low, high) if high - low > SMALLEST else (max(0.0, low - SMALLEST), min(1.0, high + SMALLEST))


def view_study(study: SensitivityStudy, index: AnalysisIndex) -> StudyView:
    """Return a study as rows about the most probable answer, the widest first."""
    leader = index.hypotheses[name_leader(index.hypotheses_by_rank, index.analysis.judgement)]
    now = read_probability(study.probabilities, leader.id)
    lists = (
        [_view_omission(one, leader, now, index) for one in study.omissions if one.kind is PartKind.ORIGIN],
        [_view_omission(one, leader, now, index) for one in study.omissions if one.kind is PartKind.HOLDER],
        [_view_swing(one, leader, index) for one in study.swings],
    )
    shown = [_order(rows) for rows in lists]
    return StudyView(
        leader=leader,
        now=now,
        waterfall=build_waterfall(index, leader.id),
        origins=shown[0],
        holders=shown[1],
        swings=shown[2],
        small=(len(lists[0]) - len(shown[0]), len(lists[1]) - len(shown[1]), len(lists[2]) - len(shown[2])),
        indicators=order_indicators(index.analysis.judgement.sensitivity.watch_for),
    )


def read_probability(points: Sequence[PointProbability], hypothesis_id: str) -> float:
    """Return the probability of one hypothesis among points; 0 where it is not among them."""
    return next((point.probability for point in points if point.hypothesis_id == hypothesis_id), 0.0)


def find_leader(points: Sequence[PointProbability], index: AnalysisIndex) -> str:
    """Return the id of the most probable answer among points, *something else* aside."""
    named = [point for point in points if not index.hypotheses[point.hypothesis_id].residual] or list(points)
    return max(named, key=lambda point: point.probability).hypothesis_id


def order_indicators(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Return the indicators, the most telling first."""
    return tuple(sorted(indicators, key=lambda one: (-one.expected_bits, one.what)))


def name_part(omission: Omission, index: AnalysisIndex) -> str:
    """Return what is left out in words: an origin by its first report, a holder by its name."""
    origin = index.origins.get(omission.record_id)
    if origin is None:
        return show_inline(omission.name)
    first = index.documents.get(next(iter(origin.document_ids), ""))
    title = f" · {show_inline(first.title)}" if first and first.title else ""
    return f"{show_inline(origin.holder) or origin.id}{title}"


def _view_omission(omission: Omission, leader: Hypothesis, now: float, index: AnalysisIndex) -> Row:
    then = read_probability(omission.probabilities, leader.id)
    return Row(
        what=name_part(omission, index),
        low=min(now, then),
        high=max(now, then),
        overtaken_by=_name_other([omission.probabilities], leader, index),
        record_id=omission.record_id,
    )


def _view_swing(swing: Swing, leader: Hypothesis, index: AnalysisIndex) -> Row:
    one, other = read_probability(swing.one, leader.id), read_probability(swing.other, leader.id)
    words = (swing.if_one, swing.if_other) if one <= other else (swing.if_other, swing.if_one)
    number = f"[{index.numbers[swing.evidence_id]}] " if swing.evidence_id in index.numbers else ""
    return Row(
        what=f"{number}{show_inline(swing.what)}",
        low=min(one, other),
        high=max(one, other),
        low_words=words[0],
        high_words=words[1],
        overtaken_by=_name_other([swing.one, swing.other], leader, index),
        evidence_id=swing.evidence_id,
        hypothesis_id=swing.hypothesis_id,
    )


def _name_other(ends: Iterable[Sequence[PointProbability]], leader: Hypothesis, index: AnalysisIndex) -> str:
    others = [one for one in (find_leader(points, index) for points in ends) if one != leader.id]
    return show_inline(index.hypotheses[others[0]].label) if others else ""


def _order(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted((row for row in rows if row.width >= SMALLEST), key=lambda row: (-row.width, row.what)))


def say_small(number: int) -> str:
    """Return "and 9 others that hardly move it", "" where there is none."""
    return f"and {phrases.say_count(number, 'other')} that hardly move{'s' if number == 1 else ''} it" if number else ""
