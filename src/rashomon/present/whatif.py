"""Scenarios: what was changed, and each answer before and after, side by side."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.scenario import NO, YES, Change, Scenario, ScenarioOutcome, TriedOutcome
from rashomon.model.vocabulary import ChangeKind
from rashomon.model.wording import word_grade
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import draw_bar, fit_cells, join, render_lines, wrap_lines
from rashomon.present.odds import Move, list_moves, name_leader
from rashomon.present.plain import show_inline
from rashomon.present.weighing_shapes import ChangeShape, ProbabilityMoveShape, ScenarioShape

LABEL_CELLS: Final = 24
BAR_CELLS: Final = 16
FIGURE_CELLS: Final = 46
"""What is no label and no bar: two percentages, the arrow, points and bits."""


def say_change(change: Change, index: AnalysisIndex) -> str:
    """Return a change in words: "without [20] a witness", "The Courier graded D, not usually reliable"."""
    names = [_call(record_id, index) for record_id in change.about]
    match change.kind:
        case ChangeKind.DROP:
            return f"without {', '.join(names)}"
        case ChangeKind.REGRADE:
            return f"{names[0]} graded {change.value}, {word_grade(change.value)}"
        case ChangeKind.DEPENDENT:
            return f"{' and '.join(names)} not independent"
        case ChangeKind.PRIOR:
            return f"{names[0]} {phrases.say_percent(float(change.value))} before any evidence"
        case ChangeKind.FORGED:
            return f"what {names[0]} rests on is {change.value}"
        case ChangeKind.SUPPOSE:
            seen = {YES: "seen", NO: "not seen"}.get(change.value, f"points to {show_inline(change.value)}")
            return f"{names[0]}: {seen}"


def shape_scenario(outcome: ScenarioOutcome | TriedOutcome, index: AnalysisIndex) -> ScenarioShape:
    """Return a scenario and what becomes of the judgement as the JSON shape."""
    scenario, hypotheses = outcome.scenario, index.analysis.hypothesis_set.hypotheses
    return ScenarioShape(
        question_id=index.analysis.hypothesis_set.question.id,
        name=scenario.name,
        by=scenario.by,
        decision_id=scenario.decision_id,
        changes=shape_changes(scenario, index, outcome.idle),
        moves=[
            ProbabilityMoveShape(
                hypothesis_id=move.hypothesis.id,
                label=move.hypothesis.label,
                before=move.before,
                after=move.after,
                low=move.low,
                high=move.high,
                points=move.points,
                bits=move.bits,
            )
            for move in list_moves(hypotheses, outcome.before, outcome.after)
        ],
        leader_before=name_leader(hypotheses, outcome.before),
        leader_after=name_leader(hypotheses, outcome.after),
    )


def shape_kept(scenario: Scenario, index: AnalysisIndex) -> ScenarioShape:
    """Return a scenario that a case keeps as the JSON shape, without what becomes of the judgement."""
    return ScenarioShape(
        question_id=index.analysis.hypothesis_set.question.id,
        name=scenario.name,
        by=scenario.by,
        decision_id=scenario.decision_id,
        changes=shape_changes(scenario, index),
        moves=[],
        leader_before="",
        leader_after="",
    )


def shape_changes(scenario: Scenario, index: AnalysisIndex, idle: Sequence[Change] = ()) -> list[ChangeShape]:
    """Return the changes of a scenario as JSON shapes."""
    return [
        ChangeShape(
            kind=change.kind,
            about=list(change.about),
            value=change.value,
            what=say_change(change, index),
            idle=change in idle,
        )
        for change in scenario.changes
    ]


def render_scenario(outcome: ScenarioOutcome, analysis: Analysis, *, width: int = 100, colour: bool = False) -> str:
    """Return what was changed and each answer before and after, with bars, points and bits."""
    return render_lines(_outcome(outcome, index_analysis(analysis), width), width=width, colour=colour)


def render_scenarios(
    scenarios: Sequence[Scenario],
    analysis: Analysis,
    short: Mapping[str, str],
    *,
    width: int = 100,
    colour: bool = False,
) -> str:
    """Return the scenarios a case keeps, each with its changes; `short` tells how far ids must be written out."""
    return render_lines(_list(scenarios, index_analysis(analysis), short, width), width=width, colour=colour)


def draw_moves(moves: Sequence[Move], width: int, heads: tuple[str, str] = ("now", "then")) -> Iterator[Text]:
    """Yield a table of answers before and after under two heads."""
    labels = {move.hypothesis.id: show_inline(move.hypothesis.label) for move in moves}
    label_cells = min(LABEL_CELLS, max(map(cell_len, labels.values()), default=0))
    bar_cells = max(6, min(BAR_CELLS, (width - label_cells - FIGURE_CELLS) // 2))
    side = 7 + bar_cells
    head = f"  {'':<{label_cells}}  {heads[0]:<{side}}   {heads[1]:<{side}}  {'points':>6}  {'bits':>6}"
    yield Text(head, style="dim")
    for move in moves:
        line = Text(f"  {fit_cells(labels[move.hypothesis.id], label_cells)}  ")
        line += join(Text(f"{phrases.say_percent(move.before):<7}"), draw_bar(move.before, bar_cells))
        line += join(Text(" → ", style="dim"), Text(f"{phrases.say_percent(move.after):<7}", style="bold"))
        line += join(draw_bar(move.after, bar_cells))
        yield line + join(
            Text(f"  {_sign(round(move.points)):>6}"), Text(f"  {phrases.say_bits(move.bits):>6}", _tint(move.bits))
        )


def _outcome(outcome: ScenarioOutcome, index: AnalysisIndex, width: int) -> Iterator[Text]:
    hypotheses = index.analysis.hypothesis_set.hypotheses
    scenario = outcome.scenario
    title = f"What if · {show_inline(scenario.name)}" if scenario.name else "What if"
    yield Text()
    yield Text(title, style="bold")
    for change in scenario.changes:
        note = "   finds nothing to change" if change in outcome.idle else ""
        told = join(Text(say_change(change, index)), Text(note, style="yellow"))
        yield from wrap_lines(told, width, indent=4, first=2)
    yield Text()
    yield from draw_moves(list_moves(hypotheses, outcome.before, outcome.after), width)
    yield Text()
    labels = {one.id: show_inline(one.label) for one in hypotheses}
    before, after = name_leader(hypotheses, outcome.before), name_leader(hypotheses, outcome.after)
    leads = f"{labels[after]} still leads." if before == after else f"{labels[after]} would lead, not {labels[before]}."
    yield from wrap_lines(Text(leads, style="" if before == after else "bold"), width, indent=2, first=2)
    if outcome.before.confidence is not outcome.after.confidence:
        was, now = outcome.before.confidence, outcome.after.confidence
        yield Text(f"  Analytic confidence: {now}, {was} before.")


def _list(scenarios: Sequence[Scenario], index: AnalysisIndex, short: Mapping[str, str], width: int) -> Iterator[Text]:
    yield Text()
    yield Text(phrases.say_count(len(scenarios), "scenario"), style="bold")
    for scenario in scenarios:
        head = join(
            Text(f"  {show_inline(scenario.name)}"),
            Text(f"  {show_inline(scenario.by)}, {short[scenario.decision_id]}", "dim"),
        )
        yield head
        for change in scenario.changes:
            yield from wrap_lines(Text(say_change(change, index)), width, indent=6, first=4)


def _call(record_id: str, index: AnalysisIndex) -> str:
    """Return how a record is called on the screen; its id where nobody knows it."""
    if record_id in index.numbers:
        link = index.numbered[index.numbers[record_id] - 1]
        return f"[{index.numbers[record_id]}] {phrases.say_evidence_voices(link, index)}"
    if record_id in index.origins:
        return f"all of {phrases.say_origin(index.origins[record_id])}"
    if record_id in index.sources:
        return show_inline(index.sources[record_id].name)
    watched = (one for one in index.analysis.judgement.sensitivity.watch_for if one.id == record_id)
    indicator = next(watched, None)
    return phrases.say_indicator(indicator, index.documents) if indicator else show_inline(record_id)


def _sign(points: int) -> str:
    return f"{points:+d}" if points else "0"


def _tint(bits: float) -> str:
    return "green" if bits > 0.005 else "red" if bits < -0.005 else "dim"
