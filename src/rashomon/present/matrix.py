"""The ACH matrix, a view over the weights: hypotheses in rows by default, evidence in columns grouped by origin.

Studies found that the classic orientation (evidence in rows) and counting cells do not reduce bias, hence the default.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.judgement import Contribution
from rashomon.model.question import EvidenceLink, Hypothesis
from rashomon.model.vocabulary import Consistency
from rashomon.model.wording import word_consistency
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import fit_cells, join, render_lines, wrap_lines
from rashomon.present.plain import show_inline
from rashomon.present.shapes import MatrixCellShape, MatrixColumnShape, MatrixRowShape, MatrixShape

COLUMN_CELLS: Final = 6
CELL_STYLES: Final = {
    Consistency.VERY_CONSISTENT: "bold green",
    Consistency.CONSISTENT: "green",
    Consistency.INCONSISTENT: "red",
    Consistency.VERY_INCONSISTENT: "bold red",
}
LEGEND: Final = "CC fits well · C fits · N neutral · I does not fit · II does not fit at all · NA took no part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How one piece of evidence weighs on one hypothesis; `bits` is its log2 likelihood ratio against the others."""

    bits: float
    consistency: Consistency


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Cells by hypothesis (rows, by rank) and evidence (columns, by origin).

    `spreads` runs parallel to `columns`: largest less smallest log-likelihood over the hypotheses, in bits; evidence
    with a spread near 0 tells nothing apart.
    """

    hypotheses: tuple[Hypothesis, ...]
    columns: tuple[EvidenceLink, ...]
    cells: tuple[tuple[Cell, ...], ...]
    spreads: tuple[float, ...]

    @property
    def origin_widths(self) -> tuple[tuple[str, int], ...]:
        """The origins over the columns, each with the number of columns it spans."""
        return tuple((o, sum(1 for _ in links)) for o, links in groupby(self.columns, key=lambda link: link.origin_id))


def build_matrix(index: AnalysisIndex) -> Matrix:
    """Return the matrix of an analysis. Evidence of one origin stands together, origins by their lowest number.

    What is shown and not weighed is left out: it tells no answers apart.
    """
    first_of: dict[str, int] = {}
    for link in index.numbered:
        first_of.setdefault(link.origin_id, index.numbers[link.id])
    weighed = (link for link in index.numbered if link.weighed)
    columns = tuple(sorted(weighed, key=lambda link: (first_of[link.origin_id], index.numbers[link.id])))
    contributions = [index.contributions.get(link.id) for link in columns]
    weights = [_weigh_cells(contribution, index) for contribution in contributions]
    return Matrix(
        hypotheses=index.hypotheses_by_rank,
        columns=columns,
        cells=tuple(tuple(column[h.id] for column in weights) for h in index.hypotheses_by_rank),
        spreads=tuple(measure_spread(contribution) for contribution in contributions),
    )


def measure_spread(contribution: Contribution | None) -> float:
    """Return how far apart a piece of evidence puts the hypotheses, in bits."""
    bits = [likelihood.bits for likelihood in contribution.log_likelihoods] if contribution else []
    return max(bits) - min(bits) if bits else 0.0


def shape_matrix(analysis: Analysis) -> MatrixShape:
    """Return the matrix as its JSON shape."""
    index = index_analysis(analysis)
    matrix = build_matrix(index)
    return MatrixShape(
        question_id=analysis.hypothesis_set.question.id,
        columns=[
            MatrixColumnShape(
                evidence_id=link.id, number=index.numbers[link.id], origin_id=link.origin_id, spread=spread
            )
            for link, spread in zip(matrix.columns, matrix.spreads, strict=True)
        ],
        rows=[
            MatrixRowShape(
                hypothesis_id=hypothesis.id,
                label=hypothesis.label,
                cells=[MatrixCellShape(bits=cell.bits, consistency=cell.consistency) for cell in row],
            )
            for hypothesis, row in zip(matrix.hypotheses, matrix.cells, strict=True)
        ],
    )


def render_matrix(analysis: Analysis, *, evidence_in_rows: bool = False, width: int = 100, colour: bool = False) -> str:
    """Return the matrix as text. Columns that do not fit go into further blocks below."""
    index = index_analysis(analysis)
    matrix = build_matrix(index)
    if not matrix.columns:
        return "No evidence yet.\n"
    lines = _evidence_rows(matrix, index, width) if evidence_in_rows else _hypothesis_rows(matrix, index, width)
    legend = wrap_lines(Text(LEGEND, style="dim"), width, indent=2, first=2)
    return render_lines([*lines, Text(), *legend], width=width, colour=colour)


def _weigh_cells(contribution: Contribution | None, index: AnalysisIndex) -> dict[str, Cell]:
    if contribution is None:
        return {h.id: Cell(bits=0.0, consistency=Consistency.NOT_APPLICABLE) for h in index.hypotheses_by_rank}
    likelihoods = {likelihood.hypothesis_id: likelihood.bits for likelihood in contribution.log_likelihoods}
    cells = {}
    for hypothesis in index.hypotheses_by_rank:
        bits = _ratio_bits(hypothesis.id, likelihoods, index)
        cells[hypothesis.id] = Cell(bits=bits, consistency=word_consistency(bits))
    return cells


def _ratio_bits(hypothesis_id: str, likelihoods: dict[str, float], index: AnalysisIndex) -> float:
    others = {h: bits for h, bits in likelihoods.items() if h != hypothesis_id and h in index.probabilities}
    mass = sum(index.probabilities[h].prior for h in others)
    if hypothesis_id not in likelihoods or mass <= 0:
        return 0.0
    mean = sum(index.probabilities[h].prior * 2.0**bits for h, bits in others.items()) / mass
    return likelihoods[hypothesis_id] - math.log2(mean)


def _hypothesis_rows(matrix: Matrix, index: AnalysisIndex, width: int) -> Iterator[Text]:
    label_cells = min(28, max(len(show_inline(h.label)) for h in matrix.hypotheses))
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
    header, position = "", 0
    while position < len(links):
        origin_id = links[position].origin_id
        columns = sum(1 for link in links if link.origin_id == origin_id)
        origin = index.origins.get(origin_id)
        name = show_inline(origin.holder) if origin else origin_id
        header += fit_cells(name, columns * COLUMN_CELLS - 1) + " "
        position += columns
    return Text(header, style="dim")


def _evidence_list(links: Sequence[EvidenceLink], index: AnalysisIndex, width: int) -> Iterator[Text]:
    for link in links:
        claim = index.key_claim(link)
        line = join(Text(f"  {f'[{index.numbers[link.id]}]':<6}", style="bold"))
        line += Text(fit_cells(phrases.say_evidence_voices(link, index), int(width * 0.4)) + "  ")
        yield line + Text(phrases.say_quote(claim.quote, width - line.cell_len) if claim else "", style="italic")


def _evidence_rows(matrix: Matrix, index: AnalysisIndex, width: int) -> Iterator[Text]:
    names = [chr(ord("A") + i) if i < 26 else f"H{i + 1}" for i in range(len(matrix.hypotheses))]
    yield Text()
    for name, hypothesis in zip(names, matrix.hypotheses, strict=True):
        yield join(Text(f"  {name:<4}", style="bold"), Text(show_inline(hypothesis.label)))
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
        for row in matrix.cells:
            line += _cell_text(row[position])
        yield line + Text(f"{matrix.spreads[position]:.1f}", style="dim")


def _cell_text(cell: Cell) -> Text:
    return Text(cell.consistency.ljust(COLUMN_CELLS), style=CELL_STYLES.get(cell.consistency, "dim"))
