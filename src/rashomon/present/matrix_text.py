"""The ACH matrix for the terminal: either orientation, the counts ACH tools make, and a sheet for rating blind."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.decision import Decision
from rashomon.model.question import EvidenceLink, Hypothesis
from rashomon.model.vocabulary import Consistency, DecisionKind
from rashomon.present import phrases
from rashomon.present.ach_counts import count_inconsistency
from rashomon.present.blind import Blindfold
from rashomon.present.decisions import list_decisions, name_records, shorten_ids
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import fit_cells, join, render_lines, wrap_lines
from rashomon.present.matrix import LEGEND, Cell, Matrix, MatrixRequest, build_matrix, find_time
from rashomon.present.plain import show_inline

COLUMN_CELLS: Final = 6
LABEL_CELLS: Final = 28
CELL_STYLES: Final = {
    Consistency.VERY_CONSISTENT: "bold green",
    Consistency.CONSISTENT: "green",
    Consistency.INCONSISTENT: "red",
    Consistency.VERY_INCONSISTENT: "bold red",
}
RATED_LEGEND: Final = "II/C an analyst sets II where the machine says C"
COUNTS_NOTE: Final = (
    "Counted as ACH tools do (Heuer 1999; PARC ACH 1.1). Counts know nothing of who repeats whom: the bits do."
)
NOT_RATED: Final = "·"


def render_matrix(
    analysis: Analysis,
    decisions: Sequence[Decision] = (),
    *,
    request: MatrixRequest | None = None,
    width: int = 100,
    colour: bool = False,
) -> str:
    """Return the matrix as text. Columns that do not fit go into further blocks below."""
    wanted = request or MatrixRequest()
    index = index_analysis(analysis)
    matrix = build_matrix(index, wanted)
    if not matrix.columns:
        return "No evidence yet.\n" if not matrix.hidden else "No evidence tells the answers apart.\n"
    if wanted.blind_for is not None:
        lines = _blind_sheet(matrix, Blindfold(rater=wanted.blind_for), index, width)
        return render_lines(lines, width=width, colour=colour)
    body = _evidence_rows if wanted.evidence_in_rows else _hypothesis_rows
    lines = _whole(body(matrix, index, width), matrix, index, decisions, width)
    return render_lines(lines, width=width, colour=colour)


def _whole(
    body: Iterator[Text], matrix: Matrix, index: AnalysisIndex, decisions: Sequence[Decision], width: int
) -> Iterator[Text]:
    yield from body
    if matrix.hidden:
        yield Text(f"  {phrases.say_count(matrix.hidden, 'piece')} of evidence that tell nothing apart hidden", "dim")
    yield from _counts(matrix, index, width)
    yield from _differing(matrix, index, width)
    yield Text()
    rated = any(cell.ratings for row in matrix.cells for cell in row)
    yield from wrap_lines(Text(f"{LEGEND}{f' · {RATED_LEGEND}' if rated else ''}", "dim"), width, indent=2, first=2)
    names = name_records(index.analysis, decisions)
    yield from list_decisions(decisions, names, width, kinds={DecisionKind.RATE_CELL})


def _hypothesis_rows(matrix: Matrix, index: AnalysisIndex, width: int) -> Iterator[Text]:
    label_cells = min(LABEL_CELLS, max(len(show_inline(h.label)) for h in matrix.hypotheses))
    per_block = max(1, (width - label_cells - 4) // COLUMN_CELLS)
    for first in range(0, len(matrix.columns), per_block):
        block = range(first, min(first + per_block, len(matrix.columns)))
        yield Text()
        yield Text(" " * (label_cells + 4)) + _origin_header([matrix.columns[i] for i in block], index)
        numbers = "".join(f"[{index.numbers[matrix.columns[i].id]}]".ljust(COLUMN_CELLS) for i in block)
        yield Text(" " * (label_cells + 4) + numbers, style="bold")
        for hypothesis, row in zip(matrix.hypotheses, matrix.cells, strict=True):
            line = Text(f"  {fit_cells(show_inline(hypothesis.label), label_cells)}  ")
            for position in block:
                line += _cell_text(row[position])
            yield line
        spreads = "".join(f"{matrix.spreads[i]:.1f}".ljust(COLUMN_CELLS) for i in block)
        yield Text(f"  {fit_cells('spread, bits', label_cells)}  {spreads}", style="dim")
    yield Text()
    yield from _evidence_list(matrix.columns, index, width)


def _origin_header(links: Sequence[EvidenceLink], index: AnalysisIndex) -> Text:
    header = ""
    for origin_id, group in groupby(links, key=lambda link: link.origin_id):
        columns = sum(1 for _ in group)
        origin = index.origins.get(origin_id)
        name = show_inline(origin.holder) if origin else origin_id
        header += fit_cells(name, columns * COLUMN_CELLS - 1) + " "
    return Text(header, style="dim")


def _evidence_list(links: Sequence[EvidenceLink], index: AnalysisIndex, width: int) -> Iterator[Text]:
    for link in links:
        claim = index.key_claim(link)
        line = join(Text(f"  {f'[{index.numbers[link.id]}]':<6}", style="bold"))
        line += Text(fit_cells(phrases.say_evidence_voices(link, index), int(width * 0.4)) + "  ")
        yield line + Text(phrases.say_quote(claim.quote, width - line.cell_len) if claim else "", style="italic")


def _evidence_rows(matrix: Matrix, index: AnalysisIndex, width: int) -> Iterator[Text]:
    names = name_columns(matrix.hypotheses)
    yield Text()
    yield from _column_names(names, matrix.hypotheses)
    voice_cells = max(20, width - 8 - 10 - COLUMN_CELLS * len(names))
    yield Text()
    header = "".join(name.ljust(COLUMN_CELLS) for name in names)
    yield Text(" " * (8 + voice_cells + 2) + header + "spread", style="bold")
    origin_id = ""
    for position, link in enumerate(matrix.columns):
        if link.origin_id != origin_id:
            origin_id = link.origin_id
            origin = index.origins.get(origin_id)
            yield Text(f"  {show_inline(origin.holder) if origin else origin_id}", style="dim")
        line = join(Text(f"  {f'[{index.numbers[link.id]}]':<6}", style="bold"))
        line += Text(fit_cells(phrases.say_evidence_voices(link, index), voice_cells) + "  ")
        for cell in matrix.column(position):
            line += _cell_text(cell)
        yield line + Text(f"{matrix.spreads[position]:.1f}", style="dim")


def name_columns(hypotheses: Sequence[Hypothesis]) -> list[str]:
    """Return a letter for each hypothesis: A, B, C; from the 27th on H27."""
    return [chr(ord("A") + i) if i < 26 else f"H{i + 1}" for i in range(len(hypotheses))]


def _column_names(names: Sequence[str], hypotheses: Sequence[Hypothesis]) -> Iterator[Text]:
    for name, hypothesis in zip(names, hypotheses, strict=True):
        yield join(Text(f"  {name:<4}", style="bold"), Text(show_inline(hypothesis.label)))


def _counts(matrix: Matrix, index: AnalysisIndex, width: int) -> Iterator[Text]:
    label_cells = min(LABEL_CELLS, max(len(show_inline(h.label)) for h in matrix.hypotheses))
    yield Text()
    yield Text(f"  {'':<{label_cells}}  {'probability':>11}  {'I and II':>8}  {'weighted':>8}", style="dim")
    for count in count_inconsistency(matrix):
        probability = index.probabilities[count.hypothesis.id].probability
        line = Text(f"  {fit_cells(show_inline(count.hypothesis.label), label_cells)}  ")
        line += join(Text(f"{phrases.say_percent(probability):>11}", style="bold"))
        yield line + Text(f"  {count.cells:>8}  {count.weighted:>8.1f}")
    yield from wrap_lines(Text(COUNTS_NOTE, style="dim"), width, indent=2, first=2)


def _differing(matrix: Matrix, index: AnalysisIndex, width: int) -> Iterator[Text]:
    """Yield the cells that analysts rate differently, those farthest apart first."""
    cells = [
        (cell, link, hypothesis)
        for hypothesis, row in zip(matrix.hypotheses, matrix.cells, strict=True)
        for cell, link in zip(row, matrix.columns, strict=True)
        if cell.disagreement > 0
    ]
    if cells:
        yield Text()
        yield Text("Where analysts differ", style="bold")
    for cell, link, hypothesis in sorted(cells, key=lambda one: (-one[0].disagreement, index.numbers[one[1].id])):
        said = phrases.say_ratings(cell.ratings)
        head = f"[{index.numbers[link.id]}] and {show_inline(hypothesis.label)}: "
        tail = f"  the mean, {cell.consistency}, holds; the machine says {cell.machine.consistency}"
        yield from wrap_lines(join(Text(f"{head}{said}"), Text(tail, style="dim")), width, indent=6, first=2)


def _blind_sheet(matrix: Matrix, blindfold: Blindfold, index: AnalysisIndex, width: int) -> Iterator[Text]:
    """Yield one item a line, by time, with the rater's own cells; the rest of an item shows once all are rated."""
    by_label = sorted(matrix.hypotheses, key=lambda hypothesis: (hypothesis.residual, hypothesis.label))
    order = [matrix.hypotheses.index(hypothesis) for hypothesis in by_label]
    hypotheses = [matrix.hypotheses[i] for i in order]
    names = name_columns(hypotheses)
    short = shorten_ids([link.id for link in index.numbered])
    items = sorted(range(len(matrix.columns)), key=lambda at: _blind_place(matrix.columns[at], index))
    done = sum(blindfold.is_lifted(matrix.column(at)) for at in items)
    yield Text()
    yield Text(f"Rating blind: {show_inline(blindfold.rater)}, {done} of {phrases.say_count(len(items), 'item')} done")
    yield from _column_names(names, hypotheses)
    id_cells = max(len(short[link.id]) for link in matrix.columns) + 2
    voice_cells = max(16, (width - id_cells - 2 - COLUMN_CELLS * len(names)) // 2)
    yield Text()
    yield Text(" " * (2 + id_cells) + "".join(name.ljust(COLUMN_CELLS) for name in names), style="bold")
    for at in items:
        link, column = matrix.columns[at], matrix.column(at)
        seen = blindfold.is_lifted(column)
        line = join(Text(f"  {short[link.id]:<{id_cells}}"))
        for i in order:
            line += _blind_cell(column[i], blindfold, seen=seen)
        claim = index.key_claim(link)
        line += join(Text(fit_cells(phrases.say_evidence_voices(link, index), voice_cells), style="dim"), Text(" "))
        quote_cells = max(10, width - line.cell_len)
        yield line + Text(phrases.say_quote(claim.quote, quote_cells) if claim else "", style="italic")
    yield Text()
    told = f"{LEGEND.rpartition(' · ')[0]}. Rate with: rashomon rate ITEM ANSWER SYMBOL --blind"
    yield from wrap_lines(Text(told, style="dim"), width, indent=2, first=2)


def _blind_place(link: EvidenceLink, index: AnalysisIndex) -> tuple[object, ...]:
    """Neither numbers nor weights may order the sheet: they would tell what the machine thinks."""
    return find_time(link, index), link.id


def _blind_cell(cell: Cell, blindfold: Blindfold, *, seen: bool) -> Text:
    own = blindfold.own(cell)
    told = f"{own}/{cell.machine.consistency}" if seen else own or NOT_RATED
    style = CELL_STYLES.get(Consistency(own), "dim") if own else "dim"
    return Text(told.ljust(COLUMN_CELLS), style=style)


def _cell_text(cell: Cell) -> Text:
    told = f"{cell.consistency}/{cell.machine.consistency}" if cell.ratings else str(cell.consistency)
    return Text(told.ljust(COLUMN_CELLS), style=CELL_STYLES.get(cell.consistency, "dim"))
