"""What a judgement hangs on, for the terminal and as JSON: waterfall, what is left out, tornado, flips, signs."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.study import SensitivityStudy, Swing
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import fit_cells, join, render_lines, wrap_lines
from rashomon.present.plain import show_inline
from rashomon.present.sensitivity_shapes import FlipShape
from rashomon.present.study_view import Row, StudyView, find_leader, name_part, read_probability, say_small, view_study
from rashomon.present.waterfall import draw_waterfall
from rashomon.present.weighing_shapes import (
    OmissionShape,
    SignShape,
    StepShape,
    StudyShape,
    SwingShape,
    WaterfallShape,
)

ROWS_SHOWN: Final = 8
SWINGS_SHOWN: Final = 14
SIGNS_SHOWN: Final = 8
LABEL_CELLS: Final = 42
END_CELLS: Final = 6
"""Cells of the words for an end of a row."""
FIGURES: Final = 14
"""Cells of the two percentages beside a bar."""
NOTE_CELLS: Final = 14


def shape_study(study: SensitivityStudy, analysis: Analysis) -> StudyShape:
    """Return the whole study as its JSON shape."""
    index = index_analysis(analysis)
    view = view_study(study, index)
    leader = view.leader.id
    omissions = sorted(study.omissions, key=lambda one: -abs(read_probability(one.probabilities, leader) - view.now))

    def width(swing: Swing) -> float:
        return abs(read_probability(swing.one, leader) - read_probability(swing.other, leader))

    return StudyShape(
        question_id=analysis.hypothesis_set.question.id,
        judgement_id=study.judgement_id,
        leader=leader,
        probability=view.now,
        waterfall=_shape_waterfall(view),
        omissions=[
            OmissionShape(
                kind=one.kind,
                record_id=one.record_id,
                name=name_part(one, index),
                probabilities={point.hypothesis_id: point.probability for point in one.probabilities},
                leader=find_leader(one.probabilities, index),
            )
            for one in omissions
        ],
        swings=[
            SwingShape(
                kind=one.kind,
                what=one.what,
                if_one=one.if_one,
                if_other=one.if_other,
                one=read_probability(one.one, leader),
                other=read_probability(one.other, leader),
                overtaken={find_leader(one.one, index), find_leader(one.other, index)} != {leader},
                setting=one.setting or None,
                evidence_id=one.evidence_id or None,
            )
            for one in sorted(study.swings, key=width, reverse=True)
        ],
        flips=[
            FlipShape(what=flip.what, bits_needed=flip.bits_needed) for flip in analysis.judgement.sensitivity.flips
        ],
        watch_for=[
            SignShape(
                place=place,
                id=one.id,
                indicator=one.what,
                hypothesis_id=one.hypothesis_id,
                expected_bits=one.expected_bits,
            )
            for place, one in enumerate(view.indicators, 1)
        ],
    )


def render_study(
    study: SensitivityStudy, analysis: Analysis, *, everything: bool = False, width: int = 100, colour: bool = False
) -> str:
    """Return the study as text; with `everything` no list is cut."""
    index = index_analysis(analysis)
    view = view_study(study, index)
    return render_lines(_study(view, index, width, everything=everything), width=width, colour=colour)


def _study(view: StudyView, index: AnalysisIndex, width: int, *, everything: bool) -> Iterator[Text]:
    label, now = show_inline(view.leader.label), phrases.say_percent(view.now)
    yield Text()
    yield from wrap_lines(Text(show_inline(index.analysis.hypothesis_set.question.text), style="bold"), width, indent=0)
    yield from wrap_lines(Text(f"What {label} ({now}) hangs on. The line in a bar is {now}."), width, indent=2, first=2)
    if view.waterfall and view.waterfall.steps:
        yield Text()
        yield from draw_waterfall(view.waterfall, width=width)
    lists: tuple[tuple[str, Sequence[Row], int, int], ...] = (
        ("Without one origin", view.origins, view.small[0], ROWS_SHOWN),
        ("Without one holder", view.holders, view.small[1], ROWS_SHOWN),
        ("If what is not known were otherwise", view.swings, view.small[2], SWINGS_SHOWN),
    )
    for title, rows, small, most in lists:
        shown = rows if everything else rows[:most]
        hidden = len(rows) - len(shown) + small
        yield Text()
        yield Text(title, style="bold")
        for row in shown:
            yield _row(row, view, width)
        if hidden:
            cut = len(rows) > len(shown)
            yield Text(f"  {f'and {hidden} more: --all' if cut else say_small(hidden)}", style="dim")
    yield from _flips(index, width)
    yield from _signs(view, index, width, everything=everything)


def _row(row: Row, view: StudyView, width: int) -> Text:
    ends = END_CELLS if row.low_words else 0
    label_cells = max(16, min(LABEL_CELLS, width - FIGURES - 2 * END_CELLS - NOTE_CELLS - 12))
    bar_cells = max(8, width - label_cells - FIGURES - NOTE_CELLS - 2 * ends - 3)
    line = Text(f"  {fit_cells(row.what, label_cells)}")
    line += join(Text(f"{row.low_words[:ends]:>{ends}}", style="dim"))
    line += join(Text(f"{phrases.say_percent(row.low):>6} ", style="dim" if row.low == view.now else ""))
    line += draw_range(row, view, bar_cells)
    line += join(Text(f" {phrases.say_percent(row.high):<6}", style="dim" if row.high == view.now else ""))
    line += join(Text(fit_cells(row.high_words, ends), style="dim"))
    note = f" {row.overtaken_by} leads" if row.overtaken_by else ""
    return line + join(Text(fit_cells(note, NOTE_CELLS).rstrip(), style="yellow"))


def draw_range(row: Row, view: StudyView, cells: int) -> Text:
    """Return a bar from the low to the high end on the scale all rows share, with a line where it stands now."""
    least, most = view.scale

    def place(probability: float) -> int:
        return round((probability - least) / (most - least) * (cells - 1))

    start, end, at = place(row.low), place(row.high), place(view.now)
    drawn = Text()
    for cell in range(cells):
        if cell == at:
            drawn += join(Text("│"))
        elif start <= cell <= end:
            drawn += join(Text("█", style="red" if cell < at else "green"))
        else:
            drawn += join(Text("·", style="dim"))
    return drawn


def _flips(index: AnalysisIndex, width: int) -> Iterator[Text]:
    flips = index.analysis.judgement.sensitivity.flips
    if flips:
        yield Text()
        yield Text("The least that puts another answer in the lead", style="bold")
    for flip in flips:
        line = join(Text(f"  {flip.bits_needed:4.1f} bits  "), Text(show_inline(flip.what)))
        yield from wrap_lines(line, width, indent=13)


def _signs(view: StudyView, index: AnalysisIndex, width: int, *, everything: bool) -> Iterator[Text]:
    shown = view.indicators if everything else view.indicators[:SIGNS_SHOWN]
    if shown:
        yield Text()
        yield Text("What to look for, by the bits to expect from it", style="bold")
    for place, indicator in enumerate(shown, 1):
        said = phrases.say_indicator(indicator, index.documents)
        line = join(Text(f"  {place:>2}  {indicator.expected_bits:.2f}  "), Text(said))
        yield from wrap_lines(line, width, indent=12)


def _shape_waterfall(view: StudyView) -> WaterfallShape | None:
    if view.waterfall is None:
        return None
    return WaterfallShape(
        hypothesis_id=view.waterfall.hypothesis.id,
        rival_id=view.waterfall.rival.id,
        prior=view.waterfall.prior,
        steps=[
            StepShape(what=step.what, bits=step.bits, before=step.before, evidence_id=step.evidence_id)
            for step in view.waterfall.steps
        ],
        posterior=view.waterfall.posterior,
    )
