"""`rashomon hypotheses` and `rashomon questions`: what is listed, what is decided, and what comes of it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def case(case_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A copy of the case, which a test may decide on, alone in the current folder."""
    monkeypatch.chdir(tmp_path)
    return str(shutil.copy(case_file, tmp_path / "fire.rashomon"))


def listed(run: Run, group: str = "hypotheses") -> dict[str, dict[str, object]]:
    result = run(group, "--json")
    assert result.exit_code == 0, result.output
    shapes = map(json.loads, result.stdout.splitlines())
    return {str(shape.get("label") or shape["text"]): shape for shape in shapes}


def decide(run: Run, *words: str) -> dict[str, object]:
    result = run(*words, "--by", "Ada", "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_the_case_may_stand_before_the_command_or_be_left_out(run: Run, case: str) -> None:
    ways = (("list", case), (case, "list"), (case,), (), ("list",))
    pages = {run("hypotheses", *words).stdout for words in ways}
    assert len(pages) == 1
    assert "advanced by" in pages.pop()


def test_an_added_answer_is_there_with_its_prior_until_it_is_taken_back(run: Run, case: str) -> None:
    before = listed(run)
    decided = decide(run, "hypotheses", "add", "Rival insurers", "--alias", "the insurers", "--why", "a hunch")
    added = listed(run)["Rival insurers"]
    assert (added["held"], added["proposed_by"], added["aliases"]) == (False, "analyst:Ada", ["the insurers"])
    assert 0 < added["probability"] < 0.5
    assert "added by Ada, held by nobody here" in run("hypotheses").stdout
    decide(run, "hypotheses", "undo", decided["decisions"][0]["id"])
    assert listed(run) == before


def test_answers_are_merged_renamed_related_and_split_again(run: Run, case: str) -> None:
    before = listed(run)
    one, other, *rest = (label for label, shape in before.items() if not shape["residual"])
    decide(run, "hypotheses", case, "merge", one, other)
    merged = listed(run)
    assert set(merged) == {other, *rest, "something else"}
    assert merged[other]["id"] == before[other]["id"]
    assert one in merged[other]["aliases"]
    decide(run, "hypotheses", "split", other, one)
    assert {label: shape["id"] for label, shape in listed(run).items()} == {
        label: shape["id"] for label, shape in before.items()
    }
    decide(run, "hypotheses", "rename", one, "The accused")
    assert listed(run)["The accused"]["machine_label"] == one
    decide(run, "hypotheses", "relate", "The accused", "overlaps", other, "--why", "in league")
    relations = json.loads(run("export", case).stdout)["relations"]
    decided = [(r["kind"], r["by"], r["why"]) for r in relations if r["by"] != "machine"]
    assert decided == [("overlaps", "analyst:Ada", "in league")]
    assert "in league" in run("hypotheses", "show", "the accused").stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("merge", "nobody at all", "Varda Line"), "R-CASE-004"),
        (("split", "Varda Line", "Blue Stork"), "R-DECIDE-004"),
        (("rename", "Varda Line", "Varda Line"), "R-DECIDE-004"),
        (("relate", "Varda Line", "beside", "Union"), "R-DECIDE-002"),
        (("undo", "decision_0000"), "R-DECIDE-005"),
        (("show", "nobody at all"), "R-CASE-004"),
    ],
)
def test_what_cannot_be_decided_is_one_line_and_status_2(
    run: Run, case: str, words: tuple[str, ...], code: str
) -> None:
    result = run("hypotheses", *words)
    assert result.exit_code == 2
    assert result.stderr.startswith(code)


def test_questions_are_listed_added_worded_chosen_and_put_back(run: Run, case: str) -> None:
    before = listed(run, "questions")
    answered = next(iter(before))
    decide(run, "questions", "add", "How many boats burned?")
    decide(run, "questions", "word", "boats burned", "How many boats were lost to the fire?")
    asked = listed(run, "questions")
    boats = asked["How many boats were lost to the fire?"]
    assert (boats["asked_by"], boats["aspect"], boats["contested"]) == ("analyst:Ada", "count", False)
    chosen = decide(run, "questions", case, "choose", str(boats["id"])[:12])
    assert chosen["question"]["id"] == boats["id"]
    assert next(iter(listed(run, "questions"))) == "How many boats were lost to the fire?"
    assert "at least 8" in listed(run)
    decide(run, "questions", "undo", chosen["decisions"][0]["id"])
    assert next(iter(listed(run, "questions"))) == answered
    assert run("questions", "show", "boats").exit_code == 0


def test_a_question_nobody_answers_says_so(run: Run, reports_file: str) -> None:
    result = run("analyze", reports_file, "--question", "Who stole the Mona Lisa?")
    assert result.exit_code == 1
    assert "No report answers this question" in result.stdout
    assert result.stderr.startswith("R-CASE-008: no report answers the question: 'Who stole the Mona Lisa?'.")
    shape = json.loads(run("analyze", reports_file, "--question", "Who stole the Mona Lisa?", "--json").stdout)
    assert shape["question"]["answered"] is False
    assert [hypothesis["residual"] for hypothesis in shape["hypotheses"]] == [True]
