"""`rashomon lineage`: what was made from what, and what is decided about it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
STORY = (
    "Investigators said on Wednesday that the Varda Line set the harbour fire in Almar. Two tankers lay with full "
    "holds in the outer basin while eight boats burned at the quay, and the brigade needed until noon to reach them."
)
REPORTS = (
    {"id": "wire", "publisher": "Almar Wire", "published_at": "2031-04-02T06:00:00Z", "text": STORY},
    {"id": "copy", "publisher": "Coast Mail", "published_at": "2031-04-02T09:00:00Z", "text": STORY},
    {
        "id": "beacon",
        "publisher": "The Beacon",
        "published_at": "2031-04-02T08:00:00Z",
        "text": "Harbour master Jon Tarrik accused the Dockers' Union of setting the harbour fire in Almar.",
    },
)


@pytest.fixture
def case(run: Run, write_lines: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    reports = write_lines(tmp_path / "reports.jsonl", *REPORTS)
    assert run("init", "fire.rashomon", "Who set the harbour fire in Almar?").exit_code == 0
    assert run("add", "fire.rashomon", reports).exit_code == 0
    return "fire.rashomon"


def links(run: Run) -> list[dict[str, object]]:
    result = run("lineage", "list", "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_links_are_listed_with_kind_share_and_reason(run: Run, case: str) -> None:
    (link,) = links(run)
    assert (link["document"], link["copy_of"], link["kind"], link["share"]) == ("copy", "wire", "verbatim", 1.0)
    assert (link["origin"], link["confidence"], link["decision_id"]) == ("wire", 1.0, None)
    page = run("lineage", "list", case).stdout
    assert page.startswith("3 reports, 2 origins, 1 link\n")
    assert "└─ copy  Coast Mail" in page
    assert link["why"] in page
    assert "1 report neither made from another nor copied" in page


def test_a_decision_on_a_copy_is_kept_worded_listed_and_taken_back(run: Run, case: str) -> None:
    confirmed = run("lineage", "confirm", "beacon", "wire", "--kind", "relay", "--why", "one desk", "--by", "Ada")
    assert confirmed.exit_code == 0, confirmed.output
    assert "beacon was made from wire (passes on)." in confirmed.stdout
    cut = json.loads(run("lineage", "cut", "copy", "--by", "Ada", "--json").stdout)
    (decision,) = cut["decisions"]
    assert decision["kind"] == "cut_copy"
    assert run("sources", "list").stdout.count("Decisions") == 0
    page = run("lineage", "list").stdout
    assert "copy was not made from wire" in page
    assert ": one desk" in page
    assert run("lineage", "undo", decision["id"]).exit_code == 0
    assert "copy was not made from wire" not in run("lineage", "list").stdout


def test_a_report_goes_by_its_publisher_too(run: Run, case: str) -> None:
    cut = json.loads(run("lineage", "cut", case, "Coast Mail", "almar wire", "--json").stdout)
    assert cut["decisions"][0]["kind"] == "cut_copy"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("cut", "beacon"), "R-DECIDE-004"),
        (("cut", "nothing"), "R-CASE-004"),
        (("confirm", "copy", "copy"), "R-DECIDE-001"),
        (("undo", "decision_0000"), "R-DECIDE-005"),
    ],
)
def test_what_cannot_be_decided_is_one_line_with_its_code(
    run: Run, case: str, words: tuple[str, ...], code: str
) -> None:
    result = run("lineage", *words)
    assert result.exit_code == 2
    assert result.stderr.startswith(code)
