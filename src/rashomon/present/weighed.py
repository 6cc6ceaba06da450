"""A judgement alone: each answer with prior and interval, the settings it was weighed with, the priors kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.base_rates import BaseRates
from rashomon.model.decision import Decision
from rashomon.model.judgement import HypothesisProbability, Judgement
from rashomon.model.question import Hypothesis
from rashomon.model.study import Setting
from rashomon.model.vocabulary import DecisionKind
from rashomon.model.wording import word_probability
from rashomon.present import phrases
from rashomon.present.decisions import list_decisions, name_records
from rashomon.present.index import rank_hypotheses
from rashomon.present.layout import draw_bar, fit_cells, join, render_lines, wrap_lines
from rashomon.present.plain import show_inline
from rashomon.present.weighing_shapes import (
    BaseRateShape,
    BaseRatesShape,
    PriorShape,
    SettingShape,
    WeighedAnswerShape,
    WeighedShape,
)

LABEL_CELLS: Final = 24
BAR_CELLS: Final = 16
SETTING_CELLS: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is told beside a judgement: the decisions on priors, and the base rates it was weighed with, if any."""

    decisions: Sequence[Decision] = ()
    rates: BaseRates | None = None


NOTHING_BESIDE: Final = Beside()


def shape_weighed(
    judgement: Judgement, analysis: Analysis, settings: Sequence[Setting], *, rates: BaseRates | None = None
) -> WeighedShape:
    """Return a judgement of an analysis, weighed with some settings and priors, as its JSON shape."""
    kept = {one.hypothesis_id: one.probability for one in analysis.judgement.probabilities}
    return WeighedShape(
        question_id=judgement.question_id,
        judgement_id=judgement.id,
        as_of=judgement.as_of.isoformat() if judgement.as_of else None,
        analytic_confidence=judgement.confidence,
        basis=judgement.basis,
        hypotheses=[
            WeighedAnswerShape(
                hypothesis_id=hypothesis.id,
                label=hypothesis.label,
                probability=point.probability,
                low=point.low,
                high=point.high,
                words=word_probability(point.probability),
                prior=point.prior,
                kept=kept[hypothesis.id],
            )
            for hypothesis, point in _rank(judgement, analysis)
        ],
        settings=[SettingShape(name=one.name, value=one.value, default=one.default) for one in settings],
        priors=[
            PriorShape(hypothesis_id=one.hypothesis_id, probability=one.probability, decision_id=one.decision_id)
            for one in analysis.hypothesis_set.priors
        ],
        base_rates=_shape_rates(rates) if rates else None,
    )


def _shape_rates(rates: BaseRates) -> BaseRatesShape:
    table = rates.table
    return BaseRatesShape(
        table=table.id,
        title=table.title,
        source=table.source,
        url=table.url,
        year=table.year,
        cases=table.cases,
        answers=[
            BaseRateShape(hypothesis_id=prior.hypothesis_id, row=row, prior=prior.probability)
            for prior, row in zip(rates.priors, rates.rows, strict=True)
        ],
    )


def render_weighed(
    judgement: Judgement,
    analysis: Analysis,
    settings: Sequence[Setting],
    beside: Beside = NOTHING_BESIDE,
    *,
    width: int = 100,
    colour: bool = False,
) -> str:
    """Return the judgement as text: the answers, what the basis is, the settings, the priors that are kept."""
    lines = _weighed(judgement, analysis, settings, width)
    rates = _say_rates(beside.rates, analysis, width) if beside.rates else ()
    names = name_records(analysis, beside.decisions)
    listed = list_decisions(beside.decisions, names, width, kinds={DecisionKind.SET_PRIOR})
    return render_lines([*lines, *rates, *listed], width=width, colour=colour)


def _say_rates(rates: BaseRates, analysis: Analysis, width: int) -> Iterator[Text]:
    """Yield where the priors come from, and which row each answer fell into."""
    labels = {one.id: show_inline(one.label) for one in analysis.hypothesis_set.hypotheses}
    table = rates.table
    counted = f", {table.cases:,} cases" if table.cases else ""
    yield Text()
    yield Text("Base rates", style="bold")
    yield from wrap_lines(Text(f"{table.title}{counted}. {table.source} ({table.year})."), width, indent=2, first=2)
    for prior, row in zip(rates.priors, rates.rows, strict=True):
        said = f"{labels[prior.hypothesis_id]}: {row or 'in no row: a share of what is left'}"
        yield from wrap_lines(Text(said, style="dim"), width, indent=4, first=2)


def _weighed(judgement: Judgement, analysis: Analysis, settings: Sequence[Setting], width: int) -> Iterator[Text]:
    yield Text()
    yield from wrap_lines(Text(show_inline(analysis.hypothesis_set.question.text), style="bold"), width, indent=0)
    kept = {one.hypothesis_id: one.probability for one in analysis.judgement.probabilities}
    ranked = _rank(judgement, analysis)
    labels = {hypothesis.id: show_inline(hypothesis.label) for hypothesis, _ in ranked}
    label_cells = min(LABEL_CELLS, max(map(cell_len, labels.values()), default=0))
    moved = any(abs(point.probability - kept[h.id]) >= 0.005 for h, point in ranked)
    bar_cells = max(6, min(BAR_CELLS, width - label_cells - 44))
    yield Text(
        f"  {'':<{label_cells + bar_cells + 11}}{'from-to':>7}   {'prior':>6}{'   kept' if moved else ''}", style="dim"
    )
    for hypothesis, point in ranked:
        line = Text(f"  {fit_cells(labels[hypothesis.id], label_cells)}  ") + draw_bar(point.probability, bar_cells)
        line += join(Text(f"{phrases.say_percent(point.probability):>7}", style="bold"))
        line += join(Text(f"{phrases.say_interval(point):>7}   {phrases.say_percent(point.prior):>6}", style="dim"))
        line += join(Text(f" {phrases.say_percent(kept[hypothesis.id]):>6}" if moved else "", style="dim"))
        yield line + Text("" if hypothesis.residual else f"   {word_probability(point.probability)}")
    yield Text()
    basis = f"Analytic confidence: {judgement.confidence}. {show_inline(judgement.basis)}"
    yield from wrap_lines(Text(basis, style="italic"), width, indent=2, first=2)
    yield Text()
    yield Text("Settings", style="bold")
    yield from _settings(settings, width)


def _settings(settings: Sequence[Setting], width: int) -> Iterator[Text]:
    """Yield the settings in columns; one that is not at its default says what that is."""
    across = max(1, (width - 2) // SETTING_CELLS)
    for first in range(0, len(settings), across):
        line = Text("  ")
        for one in settings[first : first + across]:
            changed = one.value != one.default
            told = f"{one.name:<20}{one.value:g}" + (f" (not {one.default:g})" if changed else "")
            line += join(Text(fit_cells(told, SETTING_CELLS), style="bold" if changed else "dim"))
        yield line


def _rank(judgement: Judgement, analysis: Analysis) -> list[tuple[Hypothesis, HypothesisProbability]]:
    points = {one.hypothesis_id: one for one in judgement.probabilities}
    return [(one, points[one.id]) for one in rank_hypotheses(analysis.hypothesis_set.hypotheses, points)]
