"""The ACH matrix, a view over the weights: hypotheses in rows by default, evidence in columns grouped by origin.

Studies found that the classic orientation (evidence in rows) and counting cells do not reduce bias, hence the default.
A cell an analyst sets wins; what the machine says of it stays beside it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final

from rashomon.model.judgement import Contribution, HypothesisBits
from rashomon.model.question import CellRating, EvidenceLink, Hypothesis
from rashomon.model.vocabulary import Consistency
from rashomon.model.wording import CELL_BOUNDS, word_consistency
from rashomon.present.descent import NEVER
from rashomon.present.index import AnalysisIndex

LEGEND: Final = "CC fits well · C fits · N neutral · I does not fit · II does not fit at all · NA took no part"
ORDERS: Final = ("origin", "number", "diagnosticity", "bits", "time", "holder")
"""How evidence may be ordered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRequest:
    """How the matrix is wanted: which way round, in which of ORDERS, without what tells nothing, blind for whom."""

    evidence_in_rows: bool = False
    order: str = ORDERS[0]
    hide_flat: bool = False
    blind_for: str | None = None


AS_EVER: Final = MatrixRequest()


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineCell:
    """What the machine says of a cell: its log2 likelihood ratio against the others, and the symbol of that."""

    bits: float
    consistency: Consistency


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How one piece of evidence weighs on one hypothesis; `bits` is its log2 likelihood ratio against the others.

    Where analysts set it, `ratings` are theirs and `consistency` is the symbol of their mean; `machine` is what the
    machine says.
    """

    bits: float
    consistency: Consistency
    machine: MachineCell
    ratings: tuple[CellRating, ...] = ()

    @property
    def disagreement(self) -> float:
        """How far apart the analysts who set it are, in bits; 0 where fewer than two did."""
        bits = [rating.bits for rating in self.ratings]
        return max(bits) - min(bits) if bits else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Cells by hypothesis (rows, by rank) and evidence (columns, by origin).

    `spreads` runs parallel to `columns`: largest less smallest log-likelihood over the hypotheses, in bits; evidence
    with a spread near 0 tells nothing apart. `hidden` is how many such columns were left out.
    """

    hypotheses: tuple[Hypothesis, ...]
    columns: tuple[EvidenceLink, ...]
    cells: tuple[tuple[Cell, ...], ...]
    spreads: tuple[float, ...]
    hidden: int = 0

    @property
    def origin_widths(self) -> tuple[tuple[str, int], ...]:
        """The origins over the columns, each with the number of columns it spans."""
        return tuple((o, sum(1 for _ in links)) for o, links in groupby(self.columns, key=lambda link: link.origin_id))

    def column(self, position: int) -> tuple[Cell, ...]:
        """Return the cells of one piece of evidence, in the order of the hypotheses."""
        return tuple(row[position] for row in self.cells)


def build_matrix(index: AnalysisIndex, request: MatrixRequest = AS_EVER) -> Matrix:
    """Return the matrix of an analysis, ordered and cut as requested.

    By origin, evidence of one origin stands together, origins by their lowest number. What is shown and not weighed is
    left out unless an analyst set a cell of it, and with `hide_flat` what tells no answers apart (a spread below the
    bound of a neutral cell).
    """
    ratings = index.analysis.hypothesis_set.ratings
    rated = {rating.evidence_id for rating in ratings}
    links = [link for link in index.numbered if link.weighed or link.id in rated]
    spreads = {link.id: measure_spread(index.contributions.get(link.id)) for link in links}
    shown = [link for link in links if not request.hide_flat or spreads[link.id] >= CELL_BOUNDS[0]]
    columns = order_evidence(shown, index, spreads, request.order)
    cells = [_weigh_cells(link, index) for link in columns]
    return Matrix(
        hypotheses=index.hypotheses_by_rank,
        columns=columns,
        cells=tuple(tuple(column[h.id] for column in cells) for h in index.hypotheses_by_rank),
        spreads=tuple(spreads[link.id] for link in columns),
        hidden=len(links) - len(shown),
    )


def measure_spread(contribution: Contribution | None) -> float:
    """Return how far apart a piece of evidence puts the hypotheses, in bits: its diagnosticity."""
    bits = [likelihood.bits for likelihood in contribution.log_likelihoods] if contribution else []
    return max(bits) - min(bits) if bits else 0.0


def order_evidence(
    links: Sequence[EvidenceLink], index: AnalysisIndex, spreads: Mapping[str, float], order: str
) -> tuple[EvidenceLink, ...]:
    """Return evidence in one of ORDERS; `spreads` are by evidence id, in bits."""
    number = index.numbers
    if order == "number":
        return tuple(sorted(links, key=lambda link: number[link.id]))
    if order == "holder":
        return tuple(sorted(links, key=lambda link: (link.holder.casefold(), number[link.id])))
    if order == "diagnosticity":
        return tuple(sorted(links, key=lambda link: (-spreads[link.id], number[link.id])))
    if order == "bits":
        return tuple(sorted(links, key=lambda link: (-abs(index.bits(link.id)), number[link.id])))
    if order == "time":
        return tuple(sorted(links, key=lambda link: (find_time(link, index), number[link.id])))
    first_of: dict[str, int] = {}
    for link in index.numbered:
        first_of.setdefault(link.origin_id, number[link.id])
    return tuple(sorted(links, key=lambda link: (first_of[link.origin_id], number[link.id])))


def find_time(link: EvidenceLink, index: AnalysisIndex) -> datetime:
    """Return when the first report with a piece of evidence was published; undated ones come after all others."""
    documents = [index.documents.get(index.claims[one].document_id) for one in link.claim_ids if one in index.claims]
    return min((d.published_at for d in documents if d is not None and d.published_at is not None), default=NEVER)


def _weigh_cells(link: EvidenceLink, index: AnalysisIndex) -> dict[str, Cell]:
    contribution = index.contributions.get(link.id)
    ratings = [rating for rating in index.analysis.hypothesis_set.ratings if rating.evidence_id == link.id]
    if contribution is None:
        absent = MachineCell(bits=0.0, consistency=Consistency.NOT_APPLICABLE)
        return {h.id: Cell(bits=0.0, consistency=absent.consistency, machine=absent) for h in index.hypotheses_by_rank}
    final = _by_hypothesis(contribution.log_likelihoods)
    machine = _by_hypothesis(contribution.machine or contribution.log_likelihoods)
    return {h.id: _make_cell(h, index, (final, machine), ratings) for h in index.hypotheses_by_rank}


def _make_cell(
    hypothesis: Hypothesis,
    index: AnalysisIndex,
    likelihoods: tuple[dict[str, float], dict[str, float]],
    ratings: Sequence[CellRating],
) -> Cell:
    final, machine = (_ratio_bits(hypothesis.id, bits, index) for bits in likelihoods)
    own = tuple(rating for rating in ratings if rating.hypothesis_id == hypothesis.id)
    mean = sum(rating.bits for rating in own) / len(own) if own else final
    return Cell(
        bits=final,
        consistency=word_consistency(mean),
        machine=MachineCell(bits=machine, consistency=word_consistency(machine)),
        ratings=own,
    )


def sum_bits(links: Sequence[EvidenceLink], index: AnalysisIndex) -> tuple[float, ...]:
    """Return what several pieces of evidence weigh together on each hypothesis, in the order of their rank, in bits.

    Each is the log2 likelihood ratio against the others of all the pieces at once: log-likelihoods add up.
    """
    totals: dict[str, float] = {h.id: 0.0 for h in index.hypotheses_by_rank}
    for link in links:
        contribution = index.contributions.get(link.id)
        for one in contribution.log_likelihoods if contribution else ():
            totals[one.hypothesis_id] = totals.get(one.hypothesis_id, 0.0) + one.bits
    return tuple(_ratio_bits(h.id, totals, index) for h in index.hypotheses_by_rank)


def select_columns(matrix: Matrix, positions: Sequence[int], rows: Sequence[int]) -> Matrix:
    """Return a matrix of some of the columns and rows of another, in the order of their positions."""
    return Matrix(
        hypotheses=tuple(matrix.hypotheses[row] for row in rows),
        columns=tuple(matrix.columns[at] for at in positions),
        cells=tuple(tuple(matrix.cells[row][at] for at in positions) for row in rows),
        spreads=tuple(matrix.spreads[at] for at in positions),
        hidden=matrix.hidden + len(matrix.columns) - len(positions),
    )


def _by_hypothesis(bits: Sequence[HypothesisBits]) -> dict[str, float]:
    return {one.hypothesis_id: one.bits for one in bits}


def _ratio_bits(hypothesis_id: str, likelihoods: dict[str, float], index: AnalysisIndex) -> float:
    others = {h: bits for h, bits in likelihoods.items() if h != hypothesis_id and h in index.probabilities}
    mass = sum(index.probabilities[h].prior for h in others)
    if hypothesis_id not in likelihoods or mass <= 0:
        return 0.0
    mean = sum(index.probabilities[h].prior * 2.0**bits for h, bits in others.items()) / mass
    return likelihoods[hypothesis_id] - math.log2(mean)
