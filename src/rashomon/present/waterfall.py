"""How the weights add up: from the prior odds of a hypothesis against its strongest rival to the posterior odds.

Against one rival the steps are exactly additive (the constant common to all hypotheses cancels), which they are not
against "all the others together".
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from rashomon.model.judgement import HypothesisProbability
from rashomon.model.question import Hypothesis
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex
from rashomon.present.layout import fit_cells
from rashomon.present.plain import show_inline

STEP_WORTH_SHOWING: Final = 0.05
SAMPLING: Final = "averaging over uncertain settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what moves the odds, by how many bits, and where they stood before. `number` is None for a sum."""

    what: str
    bits: float
    before: float
    number: int | None = None
    evidence_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waterfall:
    """Log2 odds of `hypothesis` against `rival`: `prior` + the steps = `posterior`, in bits."""

    hypothesis: Hypothesis
    rival: Hypothesis
    prior: float
    steps: tuple[Step, ...]
    posterior: float

    @property
    def extent(self) -> tuple[float, float]:
        """The smallest and largest odds on the way, even odds (0) included."""
        stops = [0.0, self.prior, self.posterior, *(step.before + step.bits for step in self.steps)]
        return min(stops), max(stops)


def build_waterfall(index: AnalysisIndex, hypothesis_id: str) -> Waterfall | None:
    """Return the waterfall of a hypothesis against the most probable other one; None where there is no other."""
    others = [h for h in index.hypotheses_by_rank if h.id != hypothesis_id]
    if not others:
        return None
    rival = max(others, key=lambda other: index.probabilities[other.id].probability)
    own, against = index.probabilities[hypothesis_id], index.probabilities[rival.id]
    prior, posterior = _log_odds(own.prior, against.prior), _log_odds(own.probability, against.probability)
    return Waterfall(
        hypothesis=index.hypotheses[hypothesis_id],
        rival=rival,
        prior=prior,
        steps=tuple(_steps(index, own, against, prior, posterior)),
        posterior=posterior,
    )


def draw_waterfall(waterfall: Waterfall, *, width: int) -> Iterator[Text]:
    """Yield the waterfall as lines of text bars around an axis at even odds."""
    title = f"{show_inline(waterfall.hypothesis.label)} against {show_inline(waterfall.rival.label)}, bits (log2 odds)"
    yield Text(title, style="bold")
    label_cells = min(40, width // 2)
    bar_cells = max(10, width - label_cells - 14)
    low, high = waterfall.extent
    scale = (bar_cells - 1) / (high - low) if high > low else 0.0

    def line(label: str, bits: float, start: float, end: float, style: str) -> Text:
        axis, first, last = (round((at - low) * scale) for at in (0.0, min(start, end), max(start, end)))
        cells = ["█" if first <= cell < last or cell == first else " " for cell in range(bar_cells)]
        if cells[axis] == " ":
            cells[axis] = "│"
        head = Text(f"  {fit_cells(label, label_cells)} {phrases.say_bits(bits):>6}  ")
        return head + Text("".join(cells).rstrip(), style=style)

    yield line("prior", waterfall.prior, 0.0, waterfall.prior, "dim")
    for step in waterfall.steps:
        label = f"[{step.number}] {step.what}" if step.number else step.what
        yield line(label, step.bits, step.before, step.before + step.bits, "green" if step.bits > 0 else "red")
    yield line("now", waterfall.posterior, 0.0, waterfall.posterior, "cyan")


def _steps(
    index: AnalysisIndex, own: HypothesisProbability, against: HypothesisProbability, prior: float, posterior: float
) -> Iterator[Step]:
    moves = []
    for link in index.numbered:
        contribution = index.contributions.get(link.id)
        likelihoods = {b.hypothesis_id: b.bits for b in contribution.log_likelihoods} if contribution else {}
        bits = likelihoods.get(own.hypothesis_id, 0.0) - likelihoods.get(against.hypothesis_id, 0.0)
        moves.append((link, bits))
    running = prior
    for link, bits in sorted(moves, key=lambda move: -abs(move[1])):
        if abs(bits) < STEP_WORTH_SHOWING:
            continue
        what = phrases.say_evidence_voices(link, index)
        yield Step(what=what, bits=bits, before=running, number=index.numbers[link.id], evidence_id=link.id)
        running += bits
    small = [bits for _, bits in moves if abs(bits) < STEP_WORTH_SHOWING]
    if abs(sum(small)) >= 0.005:
        yield Step(what=phrases.say_count(len(small), "smaller one"), bits=sum(small), before=running)
        running += sum(small)
    # The printed probability is a mean over samples, the steps are those of the central settings.
    if abs(posterior - running) >= 0.005:
        yield Step(what=SAMPLING, bits=posterior - running, before=running)


def _log_odds(probability: float, other: float) -> float:
    # Below 2^-60 the difference is of no use to a reader, and zero has no logarithm.
    floor = 2.0**-60
    return math.log2(max(probability, floor) / max(other, floor))
