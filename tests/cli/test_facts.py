"""`rashomon facts`: quantities listed by event, one shown with every value."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
REPORTS = (
    {
        "id": "courier",
        "publisher": "Almar Courier",
        "published_at": "2031-04-02T06:00:00Z",
        "text": "A fire broke out in Almar harbour on Wednesday. At least eight people were killed, mayor Olda Brenn "
        "said. The Dockers' Union set the fire, she said.",
    },
    {
        "id": "beacon",
        "publisher": "The Beacon",
        "published_at": "2031-04-03T08:00:00Z",
        "text": "Twelve people were killed in the fire in Almar harbour, mayor Olda Brenn said on Thursday. A shed "
        "burned for six hours. Police said the Varda Line set the fire.",
    },
)
QUESTION = "Who set the fire in Almar harbour?"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory, write_lines: Callable[..., str]) -> str:
    return write_lines(tmp_path_factory.mktemp("facts") / "reports.jsonl", *REPORTS)


@pytest.fixture(scope="module")
def listed(run: Run, reports: str) -> dict[str, dict[str, object]]:
    """The facts of the reports by slot, as JSON has them."""
    result = run("facts", reports, "--question", QUESTION, "--json")
    assert result.exit_code == 0, result.output
    facts = map(json.loads, result.stdout.splitlines())
    return {fact["slot"]: fact for fact in facts}


def test_later_count_of_one_holder_replaces_the_earlier(listed: dict[str, dict[str, object]]) -> None:
    killed = listed["killed"]
    assert (killed["low"], killed["best"], killed["high"]) == (12, 12, 12)
    first, second = killed["values"]
    assert (first["low"], first["high"], first["superseded_by"]) == (8, None, second["claim_id"])
    assert first["holder"] == second["holder"] == "Olda Brenn"


def test_measured_quantity_has_its_unit(listed: dict[str, dict[str, object]]) -> None:
    assert (listed["duration"]["unit"], listed["duration"]["best"]) == ("hour", 6)


def test_list_of_reports_says_ranges_in_words_and_what_was_replaced(run: Run, reports: str) -> None:
    result = run("facts", "list", reports, "--question", QUESTION)
    assert result.exit_code == 0, result.output
    assert "2 reports" in result.stdout.splitlines()[0]
    assert "at least 8 replaced" in result.stdout and "duration" in result.stdout and "6 hours" in result.stdout
    assert all(len(line) <= 100 for line in result.stdout.splitlines())


def test_one_quantity_is_shown_with_the_claims_behind_its_ends(run: Run, reports: str) -> None:
    page = run("facts", "show", reports, "Killed", "--question", QUESTION).stdout
    assert "best 12: Olda Brenn" in page and "replaced by clm_" in page
    assert "duration" not in page


def test_case_in_the_folder_is_meant_where_none_is_named(
    run: Run, case_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(case_file).parent)
    assert run("facts").stdout == run("facts", "list", case_file).stdout
    assert "boats" in run("facts", "show", "boat").stdout


def test_word_that_means_no_quantity_is_one_clean_line(run: Run, case_file: str) -> None:
    result = run("facts", "show", case_file, "elephants")
    assert result.exit_code == 2
    assert "R-CASE-004" in result.stderr and "elephants" in result.stderr


def test_nothing_readable_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("facts", str(tmp_path / "none.txt")).exit_code == 2
