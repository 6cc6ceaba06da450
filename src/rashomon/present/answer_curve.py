"""The probability of each answer over time as lines that are told apart by their dashes and their names beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from rashomon.model.judgement import HypothesisProbability
from rashomon.model.question import Hypothesis
from rashomon.present.index import AnalysisIndex
from rashomon.present.phrases import cut_words
from rashomon.present.plain import show_inline
from rashomon.present.time_axis import RIGHT, Axis

HEIGHT: Final = 170.0
APART: Final = 14.0
"""How far names beside the lines must be from each other."""
MOST_LINES: Final = 7
NAME_LETTERS: Final = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """The probabilities (0..1) of the answers known at a moment, by hypothesis id."""

    at: datetime
    probabilities: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveLine:
    """One answer's line: its path (0 at the top of the panel), its dashes, its name and where that stands."""

    hypothesis: Hypothesis
    path: str
    dashes: str
    label: str
    label_y: float
    end_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerThen:
    """An answer as it was at a moment (None: nobody had named it) beside what it is now; `points` is the move since."""

    hypothesis: Hypothesis
    then: HypothesisProbability | None
    now: HypothesisProbability

    @property
    def points(self) -> float | None:
        """How many percentage points it moved since; None where there was nothing to move."""
        return None if self.then is None else 100.0 * (self.now.probability - self.then.probability)


_DASHES: Final = ("", "7 3", "2 3", "11 3 2 3", "5 2 2 2 2 2", "1 5", "14 4")


def choose_top(points: Iterable[CurvePoint]) -> float:
    """Return the probability at the top of the panel: a half, three quarters or one, whichever holds the lines."""
    most = max((p for one in points for p in one.probabilities.values()), default=1.0)
    return next(top for top in (0.5, 0.75, 1.0) if most <= top or top == 1.0)


def draw_lines(index: AnalysisIndex, points: Sequence[CurvePoint], axis: Axis) -> tuple[CurveLine, ...]:
    """Return the lines of the most probable answers, *something else* among them, their names kept apart."""
    top = choose_top(points)
    ranked = index.hypotheses_by_rank
    chosen = ranked if len(ranked) <= MOST_LINES else (*ranked[: MOST_LINES - 1], ranked[-1])
    drawn = []
    for hypothesis in chosen:
        known = [
            (axis.place(one.at), None if (p := one.probabilities.get(hypothesis.id)) is None else _height(p, top))
            for one in points
        ]
        if any(y is not None for _, y in known):
            drawn.append((hypothesis, known))
    ends = [next(y for _, y in reversed(known) if y is not None) for _, known in drawn]
    labels = _keep_apart(ends)
    return tuple(
        CurveLine(
            hypothesis=hypothesis,
            path=_trace(known),
            dashes=_DASHES[number],
            label=cut_words(show_inline(hypothesis.label), NAME_LETTERS),
            label_y=labels[number],
            end_y=ends[number],
        )
        for number, (hypothesis, known) in enumerate(drawn)
    )


def compare_then(index: AnalysisIndex, then: Sequence[HypothesisProbability] | None) -> tuple[AnswerThen, ...]:
    """Return every answer then and now, in the order of now."""
    before = {one.hypothesis_id: one for one in then or ()}
    return tuple(
        AnswerThen(hypothesis=one, then=before.get(one.id), now=index.probabilities[one.id])
        for one in index.hypotheses_by_rank
    )


def _trace(known: Sequence[tuple[float, float | None]]) -> str:
    """Return the path of a line that keeps its height until the next moment; it breaks where there is nothing."""
    parts: list[str] = []
    going = False
    for x, y in known:
        if y is None:
            parts += [f"H{x:g}"] if going else []
            going = False
        else:
            parts.append(f"H{x:g}V{y:g}" if going else f"M{x:g} {y:g}")
            going = True
    if going:
        parts.append(f"H{RIGHT:g}")
    return "".join(parts)


def _height(probability: float, top: float) -> float:
    return round(HEIGHT * (1.0 - min(1.0, probability / top)), 1)


def _keep_apart(ends: Sequence[float]) -> list[float]:
    """Return heights near the ends of the lines that are at least APART from each other and within the panel."""
    order = sorted(range(len(ends)), key=lambda number: ends[number])
    placed = [0.0] * len(ends)
    last = -APART
    for number in order:
        last = placed[number] = max(ends[number], last + APART)
    low = HEIGHT + APART
    for number in reversed(order):
        low = placed[number] = min(placed[number], low - APART)
    return placed
