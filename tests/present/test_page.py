"""The terminal page. To renew a snapshot look at the new page first, then write it over the file."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from rashomon.model.analysis import Analysis
from rashomon.model.question import EvidenceLink
from rashomon.model.vocabulary import AbsenceKind, EvidenceKind
from rashomon.present.page import render_page

SNAPSHOTS = Path(__file__).parent / "snapshots"
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_page_reads_as_its_snapshot(analysis: Analysis) -> None:
    assert render_page(analysis, case_file="fire.rashomon") == (SNAPSHOTS / "page.txt").read_text("utf-8")


def test_narrow_page_reads_as_its_snapshot(analysis: Analysis) -> None:
    assert render_page(analysis, width=70) == (SNAPSHOTS / "page_narrow.txt").read_text("utf-8")


@pytest.mark.parametrize("width", [60, 75, 90, 100, 140])
def test_no_line_is_wider_than_the_page(analysis: Analysis, hostile_analysis: Analysis, width: int) -> None:
    for shown in (analysis, hostile_analysis):
        assert max(cell_len(line) for line in render_page(shown, width=width).split("\n")) <= width


def test_colour_changes_nothing_but_colour(analysis: Analysis) -> None:
    coloured = "\n".join(line.rstrip() for line in ANSI.sub("", render_page(analysis, colour=True)).split("\n"))
    assert coloured == render_page(analysis)


def test_page_without_colour_has_no_escape_sequence(hostile_analysis: Analysis) -> None:
    page = render_page(hostile_analysis)
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "[U+202E]" in page


def test_analytic_confidence_is_never_in_one_line_with_a_probability(analysis: Analysis) -> None:
    lines = [line for line in render_page(analysis).split("\n") if "confidence" in line]
    assert lines
    assert not any("%" in line for line in lines)


def test_page_without_evidence_says_so(analysis: Analysis, changed_analysis: Callable[..., Analysis]) -> None:
    bare = replace(analysis.hypothesis_set, evidence=(), facts=(), implications=())
    assert "No evidence speaks for or against any answer." in render_page(changed_analysis(hypothesis_set=bare))


def test_style_of_a_number_does_not_run_on_over_the_line(analysis: Analysis) -> None:
    (line,) = (line for line in render_page(analysis, colour=True).split("\n") if "They stood" in line)
    assert line.startswith("\x1b[2m  [2]  \x1b[0m\x1b[32m+0.3   \x1b[0mmotive")


def test_evidence_without_weight_is_not_on_the_page_unless_something_was_looked_for(analysis: Analysis) -> None:
    hypothesis_set = analysis.hypothesis_set
    light = replace(hypothesis_set.evidence[0], id="evd-light", weighed=False)
    sought = replace(light, id="evd-sought", kind=EvidenceKind.ABSENCE, absence=AbsenceKind.NOT_FOUND)

    def page_with(link: EvidenceLink) -> str:
        return render_page(replace(analysis, hypothesis_set=replace(hypothesis_set, evidence=(link,))))

    assert "No evidence speaks" in page_with(light)
    assert "looked for, not found" in page_with(sought)
