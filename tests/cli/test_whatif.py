"""`rashomon whatif`: changes by name, before and after, scenarios kept and taken back."""

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


def try_out(run: Run, *words: str) -> dict[str, object]:
    result = run("whatif", *words, "--by", "Ada", "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def moves(shape: dict[str, object]) -> dict[str, float]:
    return {move["label"]: move["points"] for move in shape["moves"]}


def test_a_source_left_out_weighs_nothing_and_the_case_stays_as_it_is(run: Run, case: str) -> None:
    before = run("export", case).stdout
    tried = try_out(run, case, "--drop", "Jon Tarrik")
    union = next(label for label in moves(tried) if "Dockers" in label)
    assert moves(tried)[union] < 0 < moves(tried)["Varda Line"]
    assert run("export", case).stdout == before


def test_every_kind_of_change_at_once(run: Run, case: str) -> None:
    tried = try_out(
        run, "--drop", "1", "--regrade", "Beacon=e", "--dependent", "Almar Courier,The Herald",
        "--prior", "Varda Line=20%", "--suppose", "1=yes", "--forged", "2", "--genuine", "3",
    )  # fmt: skip
    kinds = ["drop", "regrade", "dependent", "prior", "forged", "forged", "suppose"]
    assert [change["kind"] for change in tried["changes"]] == kinds
    assert sum(move["after"] for move in tried["moves"]) == pytest.approx(1)
    assert tried["changes"][1]["what"] == "The Beacon graded E, unreliable"


def test_the_page_shows_both_sides_and_who_leads(run: Run, case: str) -> None:
    page = run("whatif", "--prior", "Varda Line=0.01").stdout
    assert "Varda Line 1 % before any evidence" in page
    assert "would lead, not Varda Line." in page
    assert max(map(len, page.splitlines())) <= 100


def test_scenarios_are_kept_listed_tried_again_and_taken_back(run: Run, case: str) -> None:
    first = try_out(run, "--regrade", "The Beacon=D", "--save", "poor paper")
    again = try_out(run, "--scenario", "Poor paper")
    assert moves(first) == moves(again)
    further = try_out(run, "--scenario", "poor paper", "--drop", "1")
    assert [change["kind"] for change in further["changes"]] == ["regrade", "drop"]
    assert "poor paper  Ada" in run("whatif", "--list").stdout
    assert "To take it back: rashomon undo decision_" in run("whatif", "--drop", "1", "--save", "thin").stdout
    assert run("undo", str(again["decision_id"])).exit_code == 0
    result = run("whatif", "--scenario", "poor paper")
    assert result.exit_code == 2
    assert result.stderr.startswith("R-CASE-009")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--drop", "999"), "R-CASE-004"),
        (("--drop", "nobody at all"), "R-CASE-004"),
        (("--regrade", "The Beacon"), "R-WEIGH-006"),
        (("--regrade", "The Beacon=G"), "R-WEIGH-006"),
        (("--dependent", "The Beacon"), "R-WEIGH-006"),
        (("--prior", "Varda Line=1"), "R-WEIGH-004"),
        (("--prior", "Varda Line=half"), "R-WEIGH-004"),
        (("--prior", "Varda Line=0.6", "--prior", "something else=0.7"), "R-WEIGH-004"),
        (("--suppose", "no such sign=yes"), "R-CASE-004"),
        (("--suppose", "1=perhaps"), "R-CASE-004"),
    ],
)
def test_what_cannot_be_tried_is_one_line_and_status_2(run: Run, case: str, words: tuple[str, ...], code: str) -> None:
    result = run("whatif", *words)
    assert result.exit_code == 2
    assert result.stderr.startswith(code), result.stderr


def test_nothing_to_try_is_a_usage_error(run: Run, case: str) -> None:
    assert run("whatif").exit_code == 2


def test_a_grade_kept_in_the_case_weighs_as_the_scenario_said(run: Run, case: str) -> None:
    tried = try_out(run, "--regrade", "The Beacon=D")
    assert run("sources", "grade", "The Beacon", "D", "--why", "past errors").exit_code == 0
    kept = {h["label"]: h["probability"] for h in map(json.loads, run("hypotheses", "--json").stdout.splitlines())}
    assert kept == pytest.approx({move["label"]: move["after"] for move in tried["moves"]})
    assert any("came through a source graded D" in run("why", str(number)).stdout for number in range(1, 5))
