"""`rashomon resolve` and `calibration`: the truth kept, looked back from, taken back; cases held together."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def case(case_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A copy of the case, alone in the current folder."""
    monkeypatch.chdir(tmp_path)
    return str(shutil.copy(case_file, tmp_path / "fire.rashomon"))


def resolve(run: Run, *words: str) -> dict[str, object]:
    result = run("resolve", *words, "--by", "Ada", "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_the_truth_is_kept_apart_and_says_what_misled(run: Run, case: str) -> None:
    before = run("export", case).stdout
    found = resolve(run, "Dockers' Union", "--on", "2031-05-01", "--source", "court ruling")
    assert (found["truth"], found["on"], found["source"], found["by"]) == (
        "Dockers' Union", "2031-05-01", "court ruling", "Ada",
    )  # fmt: skip
    assert sum(one["probability"] for one in found["forecasts"]) == pytest.approx(1)
    assert [one["label"] for one in found["forecasts"] if one["came_true"]] == ["Dockers' Union"]
    assert {one["holder"] for one in found["misled"]} >= {"Ansa Velk"}
    assert all(one["bits"] < 0 for one in found["misled"])
    assert run("export", case).stdout == before
    page = run("calibration").stdout
    assert "1 resolved case: nothing can be said about calibration yet." in page
    assert "Misled" in page
    assert run("undo", str(found["decision_id"])).exit_code == 0
    assert "0 resolved cases" in run("calibration").stdout


def test_reports_from_after_the_truth_was_known_are_left_out(
    run: Run, case: str, write_lines: Callable[..., str]
) -> None:
    clean = resolve(run, "Dockers' Union")
    text = "Judges found that the Dockers' Union set the harbour fire in Almar."
    late = {"id": "late", "publisher": "The Mail", "published_at": "2031-05-01T06:00:00Z", "text": text}
    assert run("add", case, write_lines(Path("late.jsonl"), late)).exit_code == 0
    told = resolve(run, "Dockers' Union")
    looked_back = resolve(run, "Dockers' Union", "--on", "2031-05-01")
    assert told["forecasts"] != clean["forecasts"]
    assert looked_back["forecasts"] == clean["forecasts"]
    assert looked_back["hindsight"] is False


def test_cases_of_a_folder_are_held_together(run: Run, case: str, tmp_path: Path) -> None:
    resolve(run, case, "Varda Line")
    shutil.copy(case, tmp_path / "again.rashomon")
    (tmp_path / "broken.rashomon").write_text("no case", "utf-8")
    result = run("calibration", str(tmp_path), "--json", "--html", "page.html")
    assert result.exit_code == 1
    assert result.stderr.startswith("R-STORE-001")
    shape = json.loads(result.stdout)
    assert (shape["resolved"], [one["case"] for one in shape["cases"]]) == (2, ["again", "fire"])
    assert shape["message"] == "2 resolved cases: nothing can be said about calibration yet."
    figures = shape["figures"]
    parts = figures["reliability"] - figures["resolution"] + figures["uncertainty"] + figures["within"]
    assert parts == pytest.approx(figures["brier_each"])
    html = Path("page.html").read_text("utf-8")
    assert html.count("<circle") == len(figures["bins"])


def test_another_question_is_resolved_by_its_words(run: Run, case: str) -> None:
    assert run("questions", "choose", "boats").exit_code in (0, 2)
    result = run("resolve", "Varda Line", "--question", "who set")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("nobody at all",), "R-CASE-004"),
        (("Varda Line", "--on", "yesterday"), "R-CASE-006"),
        (("Varda Line", "--question", "no such thing"), "R-CASE-004"),
        (("Varda Line", "--on", "1999-01-01"), "R-CASE-003"),
    ],
)
def test_what_cannot_be_resolved_is_one_line_and_status_2(
    run: Run, case: str, words: tuple[str, ...], code: str
) -> None:
    result = run("resolve", *words)
    assert result.exit_code == 2
    assert result.stderr.startswith(code), result.stderr


def test_a_folder_without_cases(run: Run, tmp_path: Path) -> None:
    result = run("calibration", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr.startswith("R-CASE-001")
