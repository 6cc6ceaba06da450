"""The matrix as a page: pages hold whole origins, a collapsed origin weighs what its pieces do, blind means blind."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.decision import make_decision
from rashomon.model.vocabulary import DecisionKind
from rashomon.present.index import index_analysis
from rashomon.present.matrix import sum_bits
from rashomon.present.matrix_page import (
    COLUMNS_A_PAGE,
    MatrixPage,
    MatrixWish,
    build_whole,
    count_whole,
    is_judged,
    settle_ratings,
    view_cell,
    view_matrix_page,
)


def view(analysis: Analysis, **wanted: object) -> MatrixPage:
    index = index_analysis(analysis)
    return view_matrix_page(build_whole(index), count_whole(index), index, MatrixWish(rater="Ada", **wanted))


@pytest.fixture
def wide(analysis: Analysis) -> Analysis:
    """The case with every piece of evidence thirty times over: origins of 90 and of 30 pieces."""
    hypothesis_set, judgement = analysis.hypothesis_set, analysis.judgement
    turns = range(30)
    evidence = [replace(link, id=f"{link.id}_{n:02}") for link in hypothesis_set.evidence for n in turns]
    weights = [replace(one, evidence_id=f"{one.evidence_id}_{n:02}") for one in judgement.contributions for n in turns]
    return replace(
        analysis,
        hypothesis_set=replace(hypothesis_set, evidence=tuple(evidence)),
        judgement=replace(judgement, contributions=tuple(weights)),
    )


def test_pages_hold_everything_once_and_say_what_is_elsewhere(wide: Analysis) -> None:
    first = view(wide)
    seen: list[str] = []
    for number in range(1, first.pages + 1):
        page = view(wide, page=number)
        shown = [column.link.id for group in page.groups for column in group.columns if column.link]
        assert page.before == len(seen)
        seen += shown
        assert len(shown) <= COLUMNS_A_PAGE
        assert page.before + len(shown) + page.after == page.total == 120
    assert len(set(seen)) == 120
    assert view(wide, page=10**6).page == first.pages
    assert seen[-1] in {c.link.id for g in view(wide, item=seen[-1]).groups for c in g.columns if c.link}


def test_a_collapsed_origin_weighs_what_its_pieces_do(analysis: Analysis, wide: Analysis) -> None:
    page = view(wide, collapsed=True)
    assert [(group.collapsed, len(group.columns), group.pieces) for group in page.groups] == [
        (True, 1, 90),
        (True, 1, 30),
    ]
    index = index_analysis(analysis)
    whole = build_whole(index)
    for at, link in enumerate(whole.columns):
        assert sum_bits([link], index) == pytest.approx([cell.bits for cell in whole.column(at)])
    first = whole.columns[0]
    rise = sum_bits([first] * 30, index)[0] / sum_bits([first], index)[0]
    assert rise > 10
    opened = view(wide, collapsed=True, flipped=frozenset({page.groups[1].origin_id}))
    assert not opened.groups[1].collapsed
    # An origin of one piece has nothing to collapse.
    assert not view(analysis, collapsed=True).groups[-1].collapsed


def test_a_blind_page_does_not_depend_on_what_the_machine_thinks(analysis: Analysis) -> None:
    judgement = analysis.judgement
    turned = replace(
        analysis,
        judgement=replace(
            judgement,
            contributions=tuple(
                replace(
                    one,
                    bits=-one.bits,
                    log_likelihoods=tuple(replace(b, bits=-b.bits) for b in one.log_likelihoods),
                )
                for one in judgement.contributions
            ),
            probabilities=tuple(replace(p, probability=1 - p.probability) for p in judgement.probabilities),
        ),
    )
    for wanted in ({}, {"hide_flat": True, "order": "bits"}, {"show": "differ"}, {"collapsed": True}):
        assert view(analysis, blind=True, **wanted) == view(turned, blind=True, **wanted)
    assert view(analysis, blind=True).counts is None
    index = index_analysis(analysis)
    whole = build_whole(index)
    cell = view_cell(whole, index, "evd_varda", "hyp_varda", MatrixWish(rater="Ada", blind=True))
    assert cell is not None
    assert not cell.seen
    assert cell.reason is None
    assert cell.places[0].document.id == "doc_courier"


def test_words_filter_by_voice_and_by_quote(analysis: Analysis) -> None:
    assert view(analysis, find="INSURANCE").shown == 1
    assert view(analysis, find="nobody says this").shown == 0
    assert view(analysis, grade="A").shown == 0
    assert view(analysis, grade="none").shown == view(analysis).total


def test_a_rating_shows_before_it_is_judged_and_goes_when_taken_back(analysis: Analysis) -> None:
    index = index_analysis(analysis)
    question_id = analysis.hypothesis_set.question.id
    at = datetime(2031, 4, 3, tzinfo=UTC)
    label = index.hypotheses["hyp_varda"].label
    kind = DecisionKind.RATE_CELL
    made = make_decision(kind, question_id, "evd_varda", label, by="Ada", at=at, value="II")
    again = make_decision(kind, question_id, "evd_varda", label, by="Ada", at=at, value="I")
    ratings = settle_ratings(index, [made, again])
    assert not is_judged(index, ratings)
    cell = view_cell(build_whole(index, ratings), index, "evd_varda", "hyp_varda", MatrixWish(rater="Ada"))
    assert cell is not None
    assert (cell.own.consistency, cell.cell.consistency, cell.cell.bits) == ("I", "I", -0.5)
    undone = make_decision(DecisionKind.WITHDRAW, again.id, by="Ada", at=at)
    assert [one.consistency for one in settle_ratings(index, [made, again, undone])] == ["II"]
    assert is_judged(index, settle_ratings(index, []))
    assert build_whole(index, ()) == build_whole(index)
