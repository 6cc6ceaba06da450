"""Cells analysts set, counts as ACH tools make them, what is hidden from a blind rater, orders."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.judgement import SET_BY_ANALYST, Contribution, Discount, HypothesisBits
from rashomon.model.question import CellRating, GradedVoice
from rashomon.model.vocabulary import AbsenceKind, Consistency
from rashomon.model.wording import CELL_BITS
from rashomon.present.ach_counts import count_inconsistency
from rashomon.present.index import index_analysis
from rashomon.present.matrix import MatrixRequest, build_matrix
from rashomon.present.matrix_json import shape_matrix
from rashomon.present.matrix_text import render_matrix
from rashomon.present.page import render_page
from rashomon.present.why import render_reasons

IDS = ("hyp_varda", "hyp_union", "hyp_smugglers", "hyp_else")


def rate(item: str, answer: str, symbol: str, by: str = "Ada") -> CellRating:
    return CellRating(
        evidence_id=item, hypothesis_id=answer, consistency=Consistency(symbol), bits=CELL_BITS[symbol], by=by
    )


@pytest.fixture
def rated(analysis: Analysis) -> Callable[..., Analysis]:
    """Return a function that sets cells, the machine's own weights staying beside them."""

    def make(*ratings: CellRating) -> Analysis:
        def settle(contribution: Contribution) -> Contribution:
            own = {r.hypothesis_id: r.bits for r in ratings if r.evidence_id == contribution.evidence_id}
            if not own:
                return contribution
            bits = [replace(b, bits=own.get(b.hypothesis_id, b.bits)) for b in contribution.log_likelihoods]
            return replace(contribution, log_likelihoods=tuple(bits), machine=contribution.log_likelihoods)

        judgement = analysis.judgement
        return replace(
            analysis,
            hypothesis_set=replace(analysis.hypothesis_set, ratings=ratings),
            judgement=replace(judgement, contributions=tuple(map(settle, judgement.contributions))),
        )

    return make


def test_an_analysts_symbol_stands_before_the_machines(rated: Callable[..., Analysis]) -> None:
    page = render_matrix(rated(rate("evd_varda", "hyp_varda", "II")))
    varda = next(line for line in page.splitlines() if "the Varda Line" in line)
    assert varda.split()[3:] == ["II/C", "C", "N", "N"]
    assert "II/C an analyst sets II where the machine says C" in page


def test_raters_who_differ_are_told_of_and_their_mean_holds(rated: Callable[..., Analysis]) -> None:
    told = rated(rate("evd_varda", "hyp_varda", "CC"), rate("evd_varda", "hyp_varda", "I", by="Bo"))
    page = render_matrix(told)
    assert "[1] and the Varda Line: Ada CC, Bo I" in page
    assert "the mean, C, holds; the machine says C" in page
    cell = build_matrix(index_analysis(told)).cells[0][0]
    assert (cell.consistency, cell.disagreement) == (Consistency.CONSISTENT, 2.0)


def test_counts_are_those_of_the_tools(rated: Callable[..., Analysis]) -> None:
    told = rated(rate("evd_motive", "hyp_union", "II"))
    links = [
        replace(link, voices=(GradedVoice(source_id="s", grade=grade),))
        for link, grade in zip(told.hypothesis_set.evidence, ("", "F", "D", "A"), strict=True)
    ]
    told = replace(told, hypothesis_set=replace(told.hypothesis_set, evidence=tuple(links)))
    counts = {c.hypothesis.id: c for c in count_inconsistency(build_matrix(index_analysis(told)))}
    # Investigators (graded A): I. The inspector's motive (graded D): II.
    assert counts["hyp_union"].cells == 2
    assert counts["hyp_union"].weighted == pytest.approx(2**0.5 + 2 / 2**0.5)
    assert counts["hyp_varda"].cells == 0


def test_flat_evidence_is_hidden_and_counted(analysis: Analysis) -> None:
    matrix = build_matrix(index_analysis(analysis), MatrixRequest(hide_flat=True))
    assert [link.id for link in matrix.columns] == ["evd_varda", "evd_motive"]
    assert matrix.hidden == 2
    assert "2 pieces of evidence that tell nothing apart" in render_matrix(
        analysis, request=MatrixRequest(hide_flat=True)
    )


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("origin", "evd_varda"),
        ("number", "evd_varda"),
        ("diagnosticity", "evd_varda"),
        ("bits", "evd_varda"),
        ("time", "evd_varda"),
        ("holder", "evd_denial"),
    ],
)
def test_orders_hold_everything(analysis: Analysis, order: str, first: str) -> None:
    matrix = build_matrix(index_analysis(analysis), MatrixRequest(order=order))
    assert {link.id for link in matrix.columns} == {link.id for link in analysis.hypothesis_set.evidence}
    assert matrix.columns[0].id == first


def test_diagnosticity_runs_down(analysis: Analysis) -> None:
    spreads = build_matrix(index_analysis(analysis), MatrixRequest(order="diagnosticity")).spreads
    assert list(spreads) == sorted(spreads, reverse=True)


def test_a_blind_rater_sees_nothing_but_own_cells(rated: Callable[..., Analysis]) -> None:
    told = rated(rate("evd_motive", "hyp_varda", "II"), rate("evd_varda", "hyp_varda", "CC", by="Bo"))
    page = render_matrix(told, request=MatrixRequest(blind_for="Ada"))
    assert "%" not in page
    assert "[1]" not in page
    assert "0 of 4 items done" in page
    cells = [line.split()[1:5] for line in page.splitlines() if line.startswith("  evd_")]
    assert sorted(cells) == [["·", "II", "·", "·"], *[["·"] * 4] * 3]
    shape = shape_matrix(told, MatrixRequest(blind_for="Ada"))
    assert {cell.bits for row in shape.rows for cell in row.cells} == {None}
    assert [rating.by for row in shape.rows for cell in row.cells for rating in cell.ratings] == ["Ada"]
    assert {row.inconsistent for row in shape.rows} == {None}


def test_an_item_rated_whole_shows_what_the_machine_says(rated: Callable[..., Analysis]) -> None:
    told = rated(*[rate("evd_motive", one, "N") for one in IDS])
    page = render_matrix(told, request=MatrixRequest(blind_for="Ada"))
    assert "1 of 4 items done" in page
    assert "N/C" in page
    shape = shape_matrix(told, MatrixRequest(blind_for="Ada"))
    assert sum(column.spread is not None for column in shape.columns) == 1


def test_the_blind_sheet_is_in_no_order_of_weight(analysis: Analysis) -> None:
    def items(told: Analysis) -> list[str]:
        page = render_matrix(told, request=MatrixRequest(blind_for="Ada"))
        return [line.split()[0] for line in page.splitlines() if line.startswith("  evd_")]

    turned = tuple(
        replace(
            c,
            bits=-c.bits,
            log_likelihoods=tuple(
                HypothesisBits(hypothesis_id=b.hypothesis_id, bits=-b.bits) for b in c.log_likelihoods
            ),
        )
        for c in analysis.judgement.contributions
    )
    assert items(analysis) == items(replace(analysis, judgement=replace(analysis.judgement, contributions=turned)))


def test_hostile_raters_are_harmless(rated: Callable[..., Analysis]) -> None:
    told = rated(rate("evd_varda", "hyp_varda", "CC"), rate("evd_varda", "hyp_varda", "I", by="B\x1b[31m\u202eo"))
    assert not {"\x1b", "\u202e"} & set(render_matrix(told))


def test_why_names_who_set_the_cell_and_by_how_much_it_moved(rated: Callable[..., Analysis]) -> None:
    told = rated(rate("evd_varda", "hyp_varda", "CC"))
    (first, *rest) = [c for c in told.judgement.contributions if c.evidence_id == "evd_varda"]
    moved = replace(first, discounts=(Discount(why=SET_BY_ANALYST, bits=-0.9),))
    others = tuple(c for c in told.judgement.contributions if c.evidence_id != "evd_varda")
    told = replace(told, judgement=replace(told.judgement, contributions=(moved, *rest, *others)))
    why = render_reasons(told, "1")
    assert "Ada sets CC with the Varda Line" in why
    assert "+0.9 bits: set by an analyst" in why
    assert "+0.9 bits: set by an analyst" in render_page(told)


def test_what_an_analyst_weighs_is_not_called_unweighed(rated: Callable[..., Analysis]) -> None:
    def silence(told: Analysis) -> Analysis:
        links = tuple(
            replace(link, weighed=False, absence=AbsenceKind.NOT_FOUND) if link.id == "evd_motive" else link
            for link in told.hypothesis_set.evidence
        )
        return replace(told, hypothesis_set=replace(told.hypothesis_set, evidence=links))

    assert "shown, not weighed" in render_page(silence(rated()))
    assert "shown, not weighed" not in render_page(silence(rated(rate("evd_motive", "hyp_varda", "C"))))
