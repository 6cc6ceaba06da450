"""`rashomon events`: what is listed of a case and of reports nobody keeps, and one event with its sentences."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

REPORTS = (
    {
        "id": "compass",
        "publisher": "Evening Compass",
        "published_at": "2031-05-18T20:00:00Z",
        "title": "Missiles hit Nairobi",
        "text": "At least six missiles hit Nairobi early Sunday, killing three people. Kenyan officials said Ethiopia "
        "launched the attack on Nairobi. Addis Ababa was attacked with at least 15 rockets early Sunday.\n\n"
        "Sunday's assault on Nairobi comes weeks after a pair of explosions over Mombasa.",
    },
    {
        "id": "post",
        "publisher": "Inland Post",
        "published_at": "2031-05-19T08:00:00Z",
        "title": "Ethiopia denies it",
        "text": "Ethiopia denied that it had launched the attack on Nairobi. Kenya vowed to retaliate.",
    },
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory, write_lines: Callable[..., str]) -> str:
    return write_lines(tmp_path_factory.mktemp("events") / "reports.jsonl", *REPORTS)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, run: Run, reports: str) -> str:
    path = str(tmp_path_factory.mktemp("case") / "raid.rashomon")
    assert run("init", path, "Who launched the missile attack on Nairobi?").exit_code == 0
    assert run("add", path, reports).exit_code == 0
    return path


def test_the_events_of_a_case_stand_under_how_they_are_set_beside_the_one_asked_about(run: Run, kept: str) -> None:
    result = run("events", kept)
    assert result.exit_code == 0, result.output
    page = result.stdout
    assert page == run("events", "list", kept).stdout
    assert page.index("Asked about") < page.index("At the same time, elsewhere") < page.index("Before")
    assert "18 May 2031, 00:00 to 09:00 · Nairobi" in page
    assert "missiles at least 6" in page
    assert all(len(line) <= 100 for line in page.splitlines())


def test_events_as_json_name_relation_time_and_counts(run: Run, kept: str) -> None:
    events = [json.loads(line) for line in run("events", kept, "--json").stdout.splitlines()]
    by_place = {event["place"]: event for event in events}
    assert (events[0]["relation"], events[0]["focal"], events[0]["precision"]) == ("focal", True, "part_of_day")
    assert (events[0]["reports"], len(events[0]["document_ids"])) == (2, 2)
    assert by_place["Addis Ababa"]["relation"] == "reciprocal"
    assert (by_place["Mombasa"]["relation"], by_place["Mombasa"]["prior"]) == ("prior", True)


def test_one_event_is_shown_with_its_sentences(run: Run, kept: str) -> None:
    page = run("events", "show", kept, "Mombasa").stdout
    assert "happened before it" in page
    assert "comes weeks after a pair of explosions over Mombasa" in " ".join(page.split())
    shown = json.loads(run("events", "show", kept, "Mombasa", "--json").stdout)
    (sentence,) = shown["sentences"]
    assert REPORTS[0]["text"][sentence["start"] : sentence["end"]] == sentence["quote"]
    assert sentence["document"] == "compass"


def test_reports_are_listed_without_keeping_anything(run: Run, reports: str, tmp_path: Path) -> None:
    events = [json.loads(line) for line in run("events", reports, "--json").stdout.splitlines()]
    assert events[0]["place"] == "Nairobi"
    assert list(tmp_path.iterdir()) == []


def test_bad_input_is_told_in_a_line(run: Run, reports: str, kept: str, tmp_path: Path) -> None:
    missing = run("events", str(tmp_path / "none.jsonl"))
    assert (missing.exit_code, missing.stdout) == (2, "")
    unknown = run("events", "show", kept, "Atlantis")
    assert unknown.exit_code == 2
    assert "R-CASE-004" in unknown.stderr
    partly = run("events", reports, str(tmp_path / "none.jsonl"))
    assert partly.exit_code == 1
    assert "Nairobi" in partly.stdout


def test_undated_and_unrelated_reports_have_events_too(
    run: Run, write_lines: Callable[..., str], tmp_path: Path
) -> None:
    path = write_lines(
        tmp_path / "mixed.jsonl",
        {"id": "a", "text": "An explosion wrecked the flour mill of Brennick. Foreman Tessa Vole smelled gas."},
        {"id": "b", "text": "Hackers blanked the screens of Radio Ondara, the engineer Pell Amsir said."},
        {"id": "c", "text": ""},
        {"id": "d", "text": "\u202e \x1b[31m choir"},
    )
    result = run("events", path)
    assert result.exit_code in (0, 1), result.output
    assert "\x1b" not in result.stdout
    assert "Other events that reports are on" in result.stdout
