"""`rashomon rate` and `matrix`: an analyst's cell wins, lasts, is seen beside the machine's, and is taken back."""

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


def matrix(run: Run, *words: str) -> dict[str, object]:
    return json.loads(run("matrix", *words, "--json").stdout)


def find_cell(shape: dict[str, object], item: str, label: str) -> dict[str, object]:
    at = [column["evidence_id"] for column in shape["columns"]].index(item)
    return next(row["cells"][at] for row in shape["rows"] if row["label"] == label)


def probabilities(run: Run) -> dict[str, float]:
    return {h["label"]: h["probability"] for h in map(json.loads, run("hypotheses", "--json").stdout.splitlines())}


def test_a_cell_wins_lasts_and_is_taken_back(run: Run, case: str, write_lines: Callable[..., str]) -> None:
    before, first = probabilities(run), matrix(run)
    item = first["columns"][0]["evidence_id"]
    machine = find_cell(first, item, "Varda Line")["machine_consistency"]
    decided = json.loads(run("rate", "1", "varda line", "ii", "--by", "Ada", "--why", "hearsay", "--json").stdout)
    cell = find_cell(matrix(run), item, "Varda Line")
    assert (cell["consistency"], cell["machine_consistency"]) == ("II", machine)
    assert cell["ratings"] == [{"by": "Ada", "consistency": "II"}]
    after = probabilities(run)
    assert after["Varda Line"] < before["Varda Line"]
    more = {"id": "mail", "publisher": "The Mail", "published_at": "2031-04-03T09:00:00Z", "text": "Boats were lost."}
    assert run("add", case, write_lines(Path("more.jsonl"), more)).exit_code == 0
    assert find_cell(matrix(run), item, "Varda Line")["consistency"] == "II"
    assert "Ada" in run("matrix").stdout
    assert run("undo", decided["decisions"][0]["id"]).exit_code == 0
    assert probabilities(run) == pytest.approx(before)


def test_two_raters_differ(run: Run, case: str) -> None:
    item = matrix(run)["columns"][0]["evidence_id"]
    for name, symbol in (("Ada", "CC"), ("Bo", "I")):
        assert run("rate", item, "Varda Line", symbol, "--by", name).exit_code == 0
    shape = matrix(run)
    assert max(column["disagreement"] for column in shape["columns"]) == 2.0
    assert "Where analysts differ" in run("matrix").stdout


def test_rating_blind_shows_neither_probabilities_nor_others(run: Run, case: str) -> None:
    item = matrix(run)["columns"][0]["evidence_id"]
    result = run("rate", item, "Varda Line", "C", "--by", "Ada", "--blind")
    assert result.exit_code == 0
    assert "%" not in result.stdout
    assert "0 of" in result.stdout
    for label in probabilities(run):
        result = run("rate", item, label, "N", "--by", "Ada", "--blind")
    assert "1 of" in result.stdout
    assert "N/" in result.stdout


def test_both_names_of_the_classic_orientation(run: Run, case: str) -> None:
    assert run("matrix", "--classic").stdout == run("matrix", "--evidence-in-rows").stdout != run("matrix").stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("999", "Varda Line", "C"), "R-CASE-004"),
        (("1", "nobody at all", "C"), "R-CASE-004"),
        (("1", "Varda Line", "CCC"), "R-DECIDE-002"),
        (("1", "Varda Line", "NA"), "R-DECIDE-002"),
    ],
)
def test_what_cannot_be_rated_is_one_line_and_status_2(run: Run, case: str, words: tuple[str, ...], code: str) -> None:
    result = run("rate", *words)
    assert result.exit_code == 2
    assert result.stderr.startswith(code), result.stderr
