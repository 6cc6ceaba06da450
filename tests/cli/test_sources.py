"""`rashomon sources`: what is listed, what is decided, and what comes of it."""

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


def listed(run: Run, *words: str) -> dict[str, dict[str, object]]:
    """The sources by name, as `sources list --json` has them."""
    result = run("sources", "list", "--json", *words)
    assert result.exit_code == 0, result.output
    sources = map(json.loads, result.stdout.splitlines())
    return {source["name"]: source for source in sources}


def decide(run: Run, *words: str) -> dict[str, object]:
    result = run("sources", *words, "--by", "Ada", "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_sources_are_listed_under_their_kind_with_camp_and_party(run: Run, case: str) -> None:
    page = run("sources", "list", case).stdout
    assert page == run("sources", "list").stdout
    assert page.splitlines()[0].endswith(" sources in 3 reports")
    officials = page.split("\nOfficials\n")[1].split("\nOutlets\n")[0]
    assert any(line.split() == ["Piet", "Lomm", "Varda", "Line", "accused", "2"] for line in officials.splitlines())
    assert all(len(line) <= 100 for line in page.splitlines())


def test_one_source_is_shown_with_its_names_its_claims_and_why(run: Run, case: str) -> None:
    page = run("sources", "show", "piet lomm").stdout
    assert "speaks for  Varda Line" in page
    assert "accused     " in page
    assert "courier: its name" in page
    assert "Says (2 claims)" in page
    assert "“We have nothing to do with it,” he said" in page or "We have nothing to do with it" in page
    shown = json.loads(run("sources", "show", "Lomm", "--json").stdout)
    assert shown["source"]["name"] == "Piet Lomm"
    assert [mention["document"] for mention in shown["mentions"]] == ["courier"]
    assert shown["says_ids"] == shown["mentions"][0]["claim_ids"]


def test_a_merge_is_followed_at_once_and_taken_back_by_the_beginning_of_its_id(run: Run, case: str) -> None:
    before = listed(run)
    decided = decide(run, "merge", "Olda Brenn", "Jon Tarrik", "--why", "the same man under two names")
    assert decided["sources_after"] == decided["sources_before"] - 1
    (decision,) = decided["decisions"]
    assert (decision["by"], decision["why"], decision["in_force"]) == (
        "analyst:Ada",
        "the same man under two names",
        True,
    )
    after = listed(run)
    assert set(after["Jon Tarrik"]["aliases"]) >= {"Jon Tarrik", "Olda Brenn"}
    assert after["Jon Tarrik"]["id"] == before["Jon Tarrik"]["id"]
    assert not any("Brenn" in name for name in after)
    page = run("sources", "list").stdout
    assert "is the same as" in page
    assert ": the same man under two names" in page
    taken_back = decide(run, "undo", decision["id"][:14])
    assert taken_back["sources_after"] == decided["sources_before"]
    assert listed(run) == before


def test_the_id_of_what_was_merged_away_means_the_whole(run: Run, case: str) -> None:
    merged = listed(run)["Ansa Velk"]
    decide(run, "merge", merged["id"], "The Herald")
    assert json.loads(run("sources", "show", merged["id"], "--json").stdout)["source"]["name"] == "The Herald"


def test_a_split_undoes_a_merge_by_its_names(run: Run, case: str) -> None:
    before = listed(run)
    decide(run, "merge", "Ansa Velk", "Jon Tarrik")
    decided = decide(run, "split", case, "Jon Tarrik", "Ansa Velk")
    assert [source["name"] for source in decided["new_sources"]] == ["Ansa Velk"]
    after = listed(run)
    assert after["Ansa Velk"]["id"] == before["Ansa Velk"]["id"]
    assert after["Jon Tarrik"]["aliases"] == before["Jon Tarrik"]["aliases"]


def test_a_grade_is_worded_and_shown_with_its_basis(run: Run, case: str) -> None:
    result = run("sources", "grade", "The Beacon", "b", "--why", "right all of April", "--by", "Ada")
    assert result.exit_code == 0
    assert "The Beacon is B, usually reliable." in result.stdout
    assert "To take it back: rashomon sources undo decision_" in result.stdout
    graded = listed(run)["The Beacon"]
    assert (graded["reliability"], graded["reliability_words"]) == ("B", "usually reliable")
    assert graded["reliability_basis"] == "right all of April"
    assert "B, usually reliable: right all of April" in run("sources", "show", "The Beacon").stdout
    exported = json.loads(run("export", case).stdout)
    assert {source["name"]: source["reliability"] for source in exported["sources"]}["The Beacon"] == "B"


def test_what_is_set_wins_and_the_machines_word_stays_beside_it(run: Run, case: str) -> None:
    decided = decide(run, "set", "Jon Tarrik", "--kind", "expert", "--camp", "Port of Almar")
    assert [decision["kind"] for decision in decided["decisions"]] == ["set_kind", "set_camp"]
    source = listed(run)["Jon Tarrik"]
    assert (source["kind"], source["camp"]) == ("expert", "Port of Almar")
    assert (source["machine_kind"], source["machine_camp"]) != (None, None)
    page = run("sources", "list").stdout
    assert "kind expert (machine: " in page
    assert "speaks for Port of Almar (machine: " in page
    assert "(machine: " in run("sources", "show", "Jon Tarrik").stdout


def test_setting_the_camp_of_the_accused_moves_the_judgement(run: Run, case: str) -> None:
    result = run("sources", "set", "Ansa Velk", "--camp", "Varda Line")
    assert result.exit_code == 0
    assert " % → " in result.stdout
    assert "The judgement stays as it was." not in result.stdout
    (decision_id,) = [word for word in result.stdout.split() if word.startswith("decision_")]
    assert " % → " in run("sources", "undo", decision_id).stdout


def test_role_that_an_analyst_settles_moves_the_judgement_and_is_taken_back(run: Run, case: str) -> None:
    decided = decide(run, "set", "Ansa Velk", "--access", "examined", "--stake", "Varda Line=none")
    assert [decision["kind"] for decision in decided["decisions"]] == ["set_access", "set_stake"]
    access, stake = (run("sources", "undo", decision["id"]) for decision in decided["decisions"])
    assert " % → " in access.stdout
    assert stake.exit_code == 0


def test_stake_in_no_answer_is_told(run: Run, case: str) -> None:
    assert run("sources", "set", "Ansa Velk", "--stake", "Varda Line").exit_code == 2
    assert "R-CASE-004" in run("sources", "set", "Ansa Velk", "--stake", "the Moon=none").stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("set", "Ansa Velk", "--stake", "Varda Line=maybe"), "R-DECIDE-002"),
        (("merge", "Nobody", "The Beacon"), "R-CASE-004"),
        (("show", "source_0000"), "R-CASE-004"),
        (("merge", "The Beacon", "the beacon"), "R-DECIDE-001"),
        (("grade", "The Beacon", "G", "--why", "so"), "R-DECIDE-002"),
        (("grade", "The Beacon", "B"), "R-DECIDE-003"),
        (("split", "The Beacon", "The Herald"), "R-DECIDE-004"),
        (("split", "The Beacon", "The Beacon"), "R-DECIDE-004"),
        (("undo", "decision_0000"), "R-DECIDE-005"),
    ],
)
def test_what_cannot_be_decided_is_one_line_with_its_code(
    run: Run, case: str, words: tuple[str, ...], code: str
) -> None:
    result = run("sources", *words)
    assert result.exit_code == 2
    assert result.stderr.startswith(code)
    assert len(result.stderr.splitlines()) == 1
    assert "Decisions" not in run("sources", "list").stdout


@pytest.mark.parametrize("words", [("merge", "The Beacon"), ("show", "The", "Beacon"), ("set", "The Beacon")])
def test_a_wrong_number_of_words_is_told(run: Run, case: str, words: tuple[str, ...]) -> None:
    result = run("sources", *words)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")


def test_who_decides_is_taken_from_the_environment(run: Run, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_ANALYST", "Bo Lind")
    result = run("sources", "set", "The Beacon", "--kind", "outlet", "--json")
    assert json.loads(result.stdout)["decisions"][0]["by"] == "analyst:Bo Lind"


def test_decisions_stay_in_force_when_reports_come_in(run: Run, case: str, write_lines: Callable[..., str]) -> None:
    decide(run, "merge", "Ansa Velk", "Jon Tarrik")
    more = {
        "id": "tide",
        "publisher": "Tide Weekly",
        "published_at": "2031-04-03T09:00:00Z",
        "text": "Transport minister Ansa Velk said again that the Varda Line set the harbour fire in Almar.",
    }
    assert run("add", case, write_lines(Path("more.jsonl"), more)).exit_code == 0
    assert listed(run)["Jon Tarrik"]["reports"] == 3
