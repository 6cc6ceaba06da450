"""The ACH matrix as JSON."""

from collections.abc import Sequence

from rashomon.model.analysis import Analysis
from rashomon.present.ach_counts import count_inconsistency
from rashomon.present.blind import Blindfold
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.matrix import AS_EVER, Cell, Matrix, MatrixRequest, build_matrix
from rashomon.present.shapes import MatrixCellShape, MatrixColumnShape, MatrixRowShape, MatrixShape, RatingShape


def shape_matrix(analysis: Analysis, request: MatrixRequest = AS_EVER) -> MatrixShape:
    """Return the matrix as its JSON shape; what is hidden from a blind rater is null."""
    index = index_analysis(analysis)
    return shape_built(build_matrix(index, request), index, request.blind_for)


def shape_built(matrix: Matrix, index: AnalysisIndex, blind_for: str | None = None) -> MatrixShape:
    """Return a matrix that is built as its JSON shape; what is hidden from a blind rater is null."""
    blindfold = Blindfold(rater=blind_for) if blind_for is not None else None
    seen = [blindfold is None or blindfold.is_lifted(matrix.column(at)) for at in range(len(matrix.columns))]
    counts = count_inconsistency(matrix)
    return MatrixShape(
        question_id=index.analysis.hypothesis_set.question.id,
        columns=_shape_columns(matrix, index, seen),
        rows=[
            MatrixRowShape(
                hypothesis_id=count.hypothesis.id,
                label=count.hypothesis.label,
                cells=[_shape_cell(cell, seen=see, blindfold=blindfold) for cell, see in zip(row, seen, strict=True)],
                inconsistent=count.cells if all(seen) else None,
                weighted_inconsistency=count.weighted if all(seen) else None,
            )
            for count, row in zip(counts, matrix.cells, strict=True)
        ],
    )


def _shape_columns(matrix: Matrix, index: AnalysisIndex, seen: Sequence[bool]) -> list[MatrixColumnShape]:
    columns = []
    for at, (link, spread) in enumerate(zip(matrix.columns, matrix.spreads, strict=True)):
        apart = max(cell.disagreement for cell in matrix.column(at))
        columns.append(
            MatrixColumnShape(
                evidence_id=link.id,
                number=index.numbers[link.id] if seen[at] else None,
                origin_id=link.origin_id,
                spread=spread if seen[at] else None,
                disagreement=apart if seen[at] else None,
            )
        )
    return columns


def _shape_cell(cell: Cell, *, seen: bool, blindfold: Blindfold | None) -> MatrixCellShape:
    shown = [rating for rating in cell.ratings if seen or (blindfold and rating.by == blindfold.rater)]
    return MatrixCellShape(
        bits=cell.bits if seen else None,
        consistency=cell.consistency if seen else None,
        machine_bits=cell.machine.bits if seen else None,
        machine_consistency=cell.machine.consistency if seen else None,
        ratings=[RatingShape(by=rating.by, consistency=rating.consistency) for rating in shown],
    )
