import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
Write = Callable[..., str]
QUESTION = "Who set the harbour fire in Almar?"


def test_each_report_is_acknowledged_on_its_own_line(run: Run, reports_file: str, tmp_path: Path) -> None:
    case_file = str(tmp_path / "a.rashomon")
    run("init", case_file, QUESTION)
    result = run("add", case_file, reports_file, "--json", "--no-analyze")
    assert result.exit_code == 0
    assert [json.loads(line)["input_id"] for line in result.stdout.splitlines()] == ["courier", "beacon", "herald"]


def test_adding_again_changes_nothing_and_says_so(run: Run, reports_file: str, case_file: str) -> None:
    before = run("export", case_file).stdout
    result = run("add", case_file, reports_file)
    assert result.exit_code == 0
    assert "Nothing new" in result.stderr
    assert run("export", case_file).stdout == before


def test_judgement_is_told_after_adding(run: Run, reports_file: str, tmp_path: Path) -> None:
    case_file = str(tmp_path / "b.rashomon")
    run("init", case_file, QUESTION)
    assert run("add", case_file, reports_file).stdout.splitlines()[-1].startswith(QUESTION)


def test_rejected_among_accepted_is_status_1(run: Run, write_lines: Write, tmp_path: Path) -> None:
    case_file = str(tmp_path / "c.rashomon")
    run("init", case_file, QUESTION)
    path = write_lines(
        tmp_path / "r.jsonl", {"text": "The Varda Line set the fire, police said."}, {"title": "no text"}
    )
    result = run("add", case_file, path, "--no-analyze")
    assert result.exit_code == 1
    assert result.stdout.startswith("added ")
    assert result.stderr.startswith("R-INGEST-007")


def test_only_rejected_is_status_2(run: Run, tmp_path: Path) -> None:
    case_file = str(tmp_path / "d.rashomon")
    run("init", case_file, QUESTION)
    assert run("add", case_file, str(tmp_path / "none.txt")).exit_code == 2


def test_adding_to_no_case_is_refused(run: Run, reports_file: str, tmp_path: Path) -> None:
    result = run("add", str(tmp_path / "none.rashomon"), reports_file)
    assert result.exit_code == 2
    assert result.stderr.startswith("R-CASE-001")


def test_making_a_case_twice_is_refused(run: Run, case_file: str) -> None:
    result = run("init", case_file, QUESTION)
    assert result.exit_code == 2
    assert result.stderr.startswith("R-CASE-002")
