"""`rashomon claims`: listed, accepted, rejected, corrected, placed, joined, parted, and all of it taken back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def case(run: Run, reports_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    assert run("init", "fire.rashomon", "Who set the harbour fire in Almar?").exit_code == 0
    assert run("add", "fire.rashomon", reports_file).exit_code == 0
    return "fire.rashomon"


def claims(run: Run) -> list[dict[str, object]]:
    result = run("claims", "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def named(run: Run, claim_id: str) -> dict[str, object]:
    return next(one for one in claims(run) if one["id"] == claim_id)


def first_on_an_answer(run: Run) -> dict[str, object]:
    return next(one for one in claims(run) if one["hypothesis_id"] and one["polarity"] == "assert")


def test_the_plain_form_lists_with_numbers(run: Run, case: str) -> None:
    page = run("claims", case).stdout
    assert page == run("claims", "list", case).stdout == run("claims").stdout
    assert "  1. " in page
    assert {one["rejected"] for one in claims(run)} == {False}


def test_a_rejected_claim_is_shown_with_who_and_why_and_counts_nowhere(run: Run, case: str) -> None:
    claim = first_on_an_answer(run)
    done = run("claims", "reject", str(claim["id"]), "--why", "irony", "--by", "Ada")
    assert done.exit_code == 0, done.output
    assert "is no claim." in " ".join(done.stdout.split())
    now = named(run, str(claim["id"]))
    assert (now["rejected"], now["hypothesis_id"]) == (True, None)
    (review,) = now["reviews"]
    assert (review["kind"], review["by"], review["why"]) == ("rejected", "Ada", "irony")
    said = {one["id"]: one["says"] for one in map(json.loads, run("sources", "list", "--json").stdout.splitlines())}
    holder = claim["chain"][-1]["source_id"]
    others = [c for c in claims(run) if c["chain"][-1]["source_id"] == holder and not c["rejected"]]
    assert said[holder] == len({(c["document_id"], c["number"]) for c in others})
    page = run("claims").stdout
    assert "rejected by Ada: irony" in page
    assert "Decisions" in page
    undone = run("undo", review["decision_id"], "--by", "Bo")
    assert undone.exit_code == 0, undone.output
    assert named(run, str(claim["id"])) == claim


def test_several_are_accepted_at_once_or_none(run: Run, case: str) -> None:
    ids = [str(one["id"]) for one in claims(run)[:2]]
    wrong = run("claims", "accept", ids[0], "clm_nothing")
    assert wrong.exit_code == 2
    assert "R-CASE-004" in wrong.output
    assert "rashomon claims" in wrong.output
    assert not any(one["checked"] for one in claims(run))
    done = json.loads(run("claims", "accept", *ids, "--json").stdout)
    assert {one["kind"] for one in done["decisions"]} == {"accept_claim"}
    assert [one["checked"] for one in claims(run)[:2]] == [True, True]


def test_a_correction_keeps_what_the_machine_read(run: Run, case: str) -> None:
    claim = first_on_an_answer(run)
    assert run("claims", "fix", str(claim["id"])).exit_code == 2
    holder = "Ansa Velk"
    done = run("claims", "fix", case, str(claim["id"]), "--holder", holder, "--polarity", "deny", "--by", "Ada")
    assert done.exit_code == 0, done.output
    now = named(run, str(claim["id"]))
    assert "Velk" in now["chain"][-1]["name"]
    assert now["machine"]["polarity"] == "assert"
    assert now["machine"]["quote"] == claim["quote"]
    assert "corrected by Ada (machine: " in run("claims").stdout


def test_a_claim_is_placed_at_no_known_event(run: Run, case: str) -> None:
    claim = first_on_an_answer(run)
    assert run("claims", "place", str(claim["id"])).exit_code == 2
    done = run("claims", "place", str(claim["id"]), "--nowhere", "--by", "Ada")
    assert done.exit_code == 0, done.output
    now = named(run, str(claim["id"]))
    assert (now["event_id"], now["hypothesis_id"]) == (None, None)
    assert now["machine"]["event_id"] == claim["event_id"]
    assert "placed at no known event by Ada" in run("claims").stdout


def test_claims_are_joined_and_parted(run: Run, case: str) -> None:
    one = next(c for c in claims(run) if c["number"] == 1)
    other = next(c for c in claims(run) if c["document_id"] != one["document_id"] and c["number"] == 1)
    ids = [str(other["id"]), str(one["id"])]
    assert run("claims", "merge", *ids).exit_code == 0
    assert named(run, ids[0])["origin_id"] == one["origin_id"]
    again = run("claims", "merge", *ids)
    assert again.exit_code == 2
    assert "R-DECIDE-004" in again.output
    assert run("claims", "split", *ids).exit_code == 0
    assert named(run, ids[0])["origin_id"] == other["origin_id"]


def test_sources_are_said_to_depend_on_each_other_and_not_to(run: Run, case: str) -> None:
    done = run("sources", "dependent", "Jon Tarrik", "Ansa Velk", "--strength", "0.5", "--by", "Ada", "--why", "kin")
    assert done.exit_code == 0, done.output
    assert "do not speak independently (0.5)." in done.stdout
    shown = json.loads(run("export", case, "--to", "json").stdout)
    (decided,) = shown["decided_dependences"]
    assert (decided["strength"], decided["by"], decided["why"]) == (0.5, "Ada", "kin")
    assert [one["decided_by"] for one in shown["dependences"] if one["decided_by"]] == ["analyst:Ada"]
    assert run("sources", "dependent", "Jon Tarrik", "Ansa Velk", "--strength", "2").exit_code == 2
    both = run("sources", "dependent", "Jon Tarrik", "Ansa Velk", "--strength", "1", "--as", "same_camp")
    assert both.exit_code == 2
    assert run("sources", "independent", "Jon Tarrik", "Ansa Velk").exit_code == 0
    assert "speak independently" in run("sources", "list").stdout
    assert run("sources", "independent", "Jon Tarrik", "Ansa Velk").exit_code == 2
