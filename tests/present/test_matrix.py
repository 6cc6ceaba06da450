from pathlib import Path

import pytest

from rashomon.model.analysis import Analysis
from rashomon.present.index import index_analysis
from rashomon.present.matrix import MatrixRequest, build_matrix
from rashomon.present.matrix_json import shape_matrix
from rashomon.present.matrix_text import render_matrix

SNAPSHOT = Path(__file__).parent / "snapshots" / "matrix.txt"


def test_matrix_reads_as_its_snapshot(analysis: Analysis) -> None:
    assert render_matrix(analysis) == SNAPSHOT.read_text("utf-8")


def test_own_cell_is_the_weight_of_the_evidence(analysis: Analysis) -> None:
    index = index_analysis(analysis)
    matrix = build_matrix(index)
    for position, link in enumerate(matrix.columns):
        row = matrix.hypotheses.index(index.hypotheses[link.hypothesis_id])
        assert matrix.cells[row][position].bits == pytest.approx(index.bits(link.id))


def test_evidence_of_one_origin_stands_together(analysis: Analysis) -> None:
    assert build_matrix(index_analysis(analysis)).origin_widths == (("org_courier", 3), ("org_beacon", 1))


def test_classic_orientation_shows_the_same_cells(analysis: Analysis) -> None:
    classic = render_matrix(analysis, request=MatrixRequest(evidence_in_rows=True))
    first = next(line for line in classic.split("\n") if "[1]" in line)
    assert first.split()[-5:] == ["C", "I", "I", "I", "0.6"]


def test_many_columns_are_folded_to_the_width(analysis: Analysis) -> None:
    narrow = render_matrix(analysis, width=36)
    assert narrow.count("the Varda Line") >= 2
    assert max(map(len, narrow.split("\n"))) <= 36


def test_shape_has_a_cell_for_each_column(analysis: Analysis) -> None:
    shape = shape_matrix(analysis)
    assert all(len(row.cells) == len(shape.columns) for row in shape.rows)
