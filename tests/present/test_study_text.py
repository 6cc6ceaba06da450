"""What a judgement hangs on, on the screen and in the report."""

import re
import unicodedata

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.judgement import PointProbability
from rashomon.model.study import Omission, SensitivityStudy, Swing
from rashomon.model.vocabulary import PartKind, SwingKind
from rashomon.present.index import index_analysis
from rashomon.present.report_html import render_html
from rashomon.present.study_text import draw_range, render_study, shape_study
from rashomon.present.study_view import Row, view_study


def points(varda: float, union: float) -> tuple[PointProbability, ...]:
    rest = (1 - varda - union) / 2
    shares = {"hyp_union": union, "hyp_varda": varda, "hyp_smugglers": rest, "hyp_else": rest}
    return tuple(PointProbability(hypothesis_id=h, probability=p) for h, p in shares.items())


NOW = points(0.47, 0.22)


@pytest.fixture
def study() -> SensitivityStudy:
    def swing(what: str, one: float, other: float, evidence_id: str = "") -> Swing:
        kind = SwingKind.ACCESS if evidence_id else SwingKind.SETTING
        ends = {"one": points(one, 0.22), "other": points(other, 0.45)}
        return Swing(kind=kind, what=what, if_one="no", if_other="yes", evidence_id=evidence_id, setting=what, **ends)

    return SensitivityStudy(
        judgement_id="jdg_1",
        probabilities=NOW,
        omissions=(
            Omission(kind=PartKind.ORIGIN, record_id="org_beacon", name="", probabilities=points(0.6, 0.1)),
            Omission(kind=PartKind.ORIGIN, record_id="org_courier", name="", probabilities=points(0.2, 0.4)),
            Omission(kind=PartKind.HOLDER, record_id="src_x", name="Investigators", probabilities=points(0.469, 0.22)),
        ),
        swings=(swing("fidelity", 0.47, 0.5), swing("it was seen", 0.6, 0.4, "evd_varda")),
    )


def test_rows_are_ordered_by_how_far_they_move_the_leader(study: SensitivityStudy, analysis: Analysis) -> None:
    view = view_study(study, index_analysis(analysis))
    assert view.leader.id == "hyp_varda"
    assert [row.what.split(" · ")[0] for row in view.origins] == ["Almar Courier", "The Beacon"]
    assert [row.overtaken_by for row in view.origins] == ["the dockers' union", ""]
    assert [(row.low, row.high, row.low_words) for row in view.swings] == [(0.4, 0.6, "yes"), (0.47, 0.5, "no")]
    assert (view.holders, view.small) == ((), (0, 1, 0))
    assert view.scale == (0.2, 0.6)


def test_a_bar_begins_and_ends_where_the_row_does(study: SensitivityStudy, analysis: Analysis) -> None:
    view = view_study(study, index_analysis(analysis))
    drawn = draw_range(Row(what="", low=0.2, high=0.47), view, 41).plain
    assert drawn == "█" * 27 + "│" + "·" * 13
    assert draw_range(Row(what="", low=0.47, high=0.6), view, 41).plain == "·" * 27 + "│" + "█" * 13


@pytest.mark.parametrize("width", [60, 100, 140])
def test_the_page_fits_and_has_every_part(study: SensitivityStudy, analysis: Analysis, width: int) -> None:
    page = render_study(study, analysis, width=width)
    assert max(map(len, page.splitlines())) <= width
    for part in (
        "hangs on",
        "bits (log2 odds)",
        "Without one origin",
        "hardly moves it",
        "traces of petrol",
        "1.1 bits",
    ):
        assert part in page, part


def test_the_shape_holds_what_the_page_shows(study: SensitivityStudy, analysis: Analysis) -> None:
    shape = shape_study(study, analysis)
    assert [one.leader for one in shape.omissions] == ["hyp_union", "hyp_varda", "hyp_varda"]
    assert [(one.one, one.other, one.overtaken) for one in shape.swings] == [(0.6, 0.4, True), (0.47, 0.5, False)]
    assert shape.waterfall.prior + sum(step.bits for step in shape.waterfall.steps) == pytest.approx(
        shape.waterfall.posterior
    )


def test_the_report_draws_the_same_rows(study: SensitivityStudy, analysis: Analysis) -> None:
    html = render_html(analysis, study=study)
    section = html[html.index('<section id="change">') : html.index("</section>", html.index('<section id="change">'))]
    assert section.count("<svg") == 4
    assert 'href="#evd_varda"' in section
    widths = [float(found) for found in re.findall(r'width="([\d.]+)"', section)]
    assert all(0 <= width <= 1000 for width in widths)


def test_hostile_names_are_harmless(study: SensitivityStudy, hostile_analysis: Analysis) -> None:
    page = render_study(study, hostile_analysis)
    assert not {char for char in page if unicodedata.category(char) in ("Cc", "Cf") and char != "\n"}
    assert "<script>" not in render_html(hostile_analysis, study=study)
