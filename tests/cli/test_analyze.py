import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Write = Callable[..., str]
QUESTION = "Who set the harbour fire in Almar?"


def test_analysis_is_printed_as_one_json_object(run: Run, reports_file: str) -> None:
    result = run("analyze", reports_file, "--question", QUESTION, "--json")
    assert result.exit_code == 0
    printed = json.loads(result.stdout)
    assert printed["schema"] == "rashomon/analysis@1"
    assert [document["input_id"] for document in printed["documents"]] == ["courier", "beacon", "herald"]
    assert sum(h["probability"] for h in printed["hypotheses"]) == pytest.approx(1, abs=1e-6)


def test_page_and_report_are_written(run: Run, reports_file: str, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    result = run("analyze", reports_file, "--question", QUESTION, "--html", str(report))
    assert result.exit_code == 0
    assert QUESTION in result.stdout
    assert "\x1b" not in result.stdout
    assert report.read_text("utf-8").startswith("<!doctype html>")


def test_rejected_line_is_one_line_of_error_and_status_1(run: Run, write_lines: Write, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "reports.jsonl", {"text": "The Varda Line set the fire, police said."}, "{broken")
    result = run("analyze", path, "--question", QUESTION, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["documents"]
    assert result.stderr.startswith("R-INGEST-006: broken JSON")
    assert "reports.jsonl:2" in result.stderr
    assert result.stderr.count("\n") == 1


def test_nothing_readable_is_status_2_with_every_reason(run: Run, tmp_path: Path) -> None:
    result = run("analyze", str(tmp_path / "missing.txt"))
    assert result.exit_code == 2
    assert not result.stdout
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["R-INGEST-001", "R-CASE-003"]


def test_standard_input_is_read(run: Run) -> None:
    text = "The Varda Line set the harbour fire, police said. The Varda Line denied it."
    result = run("analyze", "-", "--question", QUESTION, "--json", given=text)
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["documents"]) == 1


def test_as_of_leaves_out_what_came_later(run: Run, reports_file: str) -> None:
    result = run("analyze", reports_file, "--question", QUESTION, "--as-of", "2031-04-02T08:00:00Z", "--json")
    assert [document["input_id"] for document in json.loads(result.stdout)["documents"]] == ["courier", "beacon"]


def test_bad_time_is_refused(run: Run, reports_file: str) -> None:
    result = run("analyze", reports_file, "--as-of", "yesterday")
    assert result.exit_code == 2
    assert result.stderr.startswith("R-CASE-006: not a time: 'yesterday'.")


def test_unknown_extractor_is_refused(run: Run, reports_file: str) -> None:
    result = run("analyze", reports_file, "--extractor", "oracle")
    assert result.exit_code == 2
    assert result.stderr.startswith("R-PLUGIN-001")


def test_without_input_it_is_a_usage_error(run: Run) -> None:
    assert run("analyze").exit_code == 2


def test_case_keeps_what_was_analysed(run: Run, reports_file: str, tmp_path: Path) -> None:
    case_file = str(tmp_path / "kept.rashomon")
    first = run("analyze", reports_file, "--question", QUESTION, "--case", case_file, "--json")
    assert first.exit_code == 0
    again = run("export", case_file)
    assert json.loads(again.stdout)["judgement"] == json.loads(first.stdout)["judgement"]


def test_unwritable_report_is_a_clean_error(run: Run, reports_file: str, tmp_path: Path) -> None:
    result = run("analyze", reports_file, "--question", QUESTION, "--html", str(tmp_path / "no" / "x.html"))
    assert result.exit_code == 2
    assert result.stderr.startswith("R-STORE-005: could not be written: ")
