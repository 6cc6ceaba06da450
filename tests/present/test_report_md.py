from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.analysis import Analysis
from rashomon.present.report_md import escape_markdown, render_markdown

SNAPSHOT = Path(__file__).parent / "snapshots" / "report.md"


def test_report_reads_as_its_snapshot(analysis: Analysis) -> None:
    assert render_markdown(analysis) == SNAPSHOT.read_text("utf-8")


def test_hostile_text_adds_no_markup(hostile_analysis: Analysis) -> None:
    report = render_markdown(hostile_analysis)
    assert "<script" not in report
    assert "javascript:" not in report
    assert "\u202e" not in report


@given(st.text())
def test_escaped_text_stays_on_one_line_without_bare_markup(text: str) -> None:
    escaped = escape_markdown(text)
    assert "\n" not in escaped
    assert "<" not in escaped
    for mark in "`*_[]|~":
        assert escaped.count(mark) == escaped.count("\\" + mark)
