"""Calibration on the screen and as HTML."""

import re
import unicodedata
from collections.abc import Callable

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.calibration import Bin, Calibration, Forecast, PostMortem, Resolution, ResolvedCase, TruthWeight
from rashomon.present.calibration_html import render_calibration_html
from rashomon.present.calibration_text import draw_rate, render_calibration, render_post_mortem, say_sample

BIN = Bin(low=0.4, high=0.5, count=4, mean=0.47, came_true=3, rate_low=0.3, rate_high=0.95)
FIGURES = Calibration(
    cases=4, forecasts=4, brier=0.45, even=0.75, surprise=1.1, brier_each=0.11, reliability=0.08, resolution=0.0,
    uncertainty=0.19, within=-0.16, sharpness=0.47, bins=(BIN,),
)  # fmt: skip


@pytest.fixture
def make_post_mortem() -> Callable[..., PostMortem]:
    def make(analysis: Analysis, *, label: str = "the dockers' union", hindsight: bool = False) -> PostMortem:
        labels = {h.id: h.label for h in analysis.hypothesis_set.hypotheses}
        resolution = Resolution(
            question_id="qst_1", label=label, on="2031-05-01", source="a court", by="Ada", decision_id="decision_1"
        )
        forecasts = tuple(
            Forecast(label=labels[p.hypothesis_id], probability=p.probability, came_true=p.hypothesis_id == "hyp_union")
            for p in analysis.judgement.probabilities
        )
        resolved = ResolvedCase(
            case="fire",
            question=analysis.hypothesis_set.question.text,
            as_of=analysis.judgement.as_of,
            resolution=resolution,
            forecasts=forecasts,
            hindsight=hindsight,
        )
        weights = (TruthWeight(evidence_id="evd_varda", bits=-0.7), TruthWeight(evidence_id="evd_union", bits=0.3))
        return PostMortem(resolved=resolved, analysis=analysis, weights=weights)

    return make


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        (0, "0 resolved cases: nothing can be said about calibration yet."),
        (1, "1 resolved case: nothing can be said about calibration yet."),
        (9, "9 resolved cases: nothing can be said about calibration yet."),
        (10, "10 resolved cases: only gross miscalibration would show."),
        (30, "30 resolved cases."),
    ],
)
def test_what_a_sample_allows_one_to_say(cases: int, said: str) -> None:
    assert say_sample(cases) == said


def test_a_post_mortem_ranks_what_misled(analysis: Analysis, make_post_mortem: Callable[..., PostMortem]) -> None:
    page = render_post_mortem(make_post_mortem(analysis))
    assert "The answer is the dockers' union, known on 2031-05-01 (a court)." in page
    assert "It was given 22 %, place 2 of 4, as of 2 Apr 2031, 09:00 UTC." in page
    assert page.index("Misled") < page.index("-0.7") < page.index("Pointed to it") < page.index("+0.3")


def test_an_answer_nobody_had_counts_as_something_else(
    analysis: Analysis, make_post_mortem: Callable[..., PostMortem]
) -> None:
    page = render_post_mortem(make_post_mortem(analysis, label="the night watchman"))
    assert "It counts as the dockers' union: it was not among the answers then." in page


def test_a_bin_is_drawn_where_its_figures_are() -> None:
    drawn = draw_rate(BIN, 20).plain
    assert drawn.index("●") == 15
    assert drawn.index("┊") == 9
    assert (drawn.index("├"), drawn.index("┤")) == (6, 19)


@pytest.mark.parametrize("width", [80, 100])
def test_the_page_fits(analysis: Analysis, make_post_mortem: Callable[..., PostMortem], width: int) -> None:
    told = [make_post_mortem(analysis), make_post_mortem(analysis, hindsight=True)]
    page = render_calibration(told, FIGURES, width=width)
    assert max(map(len, page.splitlines())) <= width
    assert "in hindsight, not counted" in page
    assert "Misled" not in page


def test_hostile_names_are_harmless(hostile_analysis: Analysis, make_post_mortem: Callable[..., PostMortem]) -> None:
    told = [make_post_mortem(hostile_analysis)]
    page = render_calibration(told, FIGURES)
    assert not {char for char in page if unicodedata.category(char) in ("Cc", "Cf") and char != "\n"}
    html = render_calibration_html(told, FIGURES)
    assert "<script>" not in html
    assert "\u202e" not in html


def test_the_diagram_keeps_to_its_frame(analysis: Analysis, make_post_mortem: Callable[..., PostMortem]) -> None:
    html = render_calibration_html([make_post_mortem(analysis)], FIGURES)
    assert [float(n) for n in re.findall(r'c[xy]="([\d.]+)"', html)] == [188.0, 100.0]
    assert "default-src 'none'" in html


def test_nothing_resolved_is_a_page_too() -> None:
    assert "0 resolved cases" in render_calibration([], None)
    assert "0 resolved cases" in render_calibration_html([], None)
