"""`rashomon forged`: what evidence rests on says nothing once it is called forged, and is heard again when undone."""

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
        "text": "The Varda Line set the harbour fire in Almar, chief inspector Olda Brenn said on Wednesday. A video "
        "shows guards of the Varda Line with fuel cans at the sheds, she said.\n\nThe video was staged, said Piet "
        "Lomm, a spokesman for the Varda Line. The company denied that it set the fire.",
    },
    {
        "id": "beacon",
        "publisher": "The Beacon",
        "published_at": "2031-04-02T08:00:00Z",
        "text": "Harbour master Jon Tarrik accused the Dockers' Union of setting the harbour fire in Almar.",
    },
)


@pytest.fixture
def case(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(report) + "\n" for report in REPORTS), "utf-8")
    assert run("init", "fire.rashomon", "Who set the harbour fire in Almar?").exit_code == 0
    assert run("add", "fire.rashomon", str(path)).exit_code == 0
    return str(tmp_path / "fire.rashomon")


def evidence(run: Run, case: str) -> list[dict]:
    return json.loads(run("export", case, "--to", "json").stdout)["evidence"]


def test_a_doubt_is_read_shown_settled_and_undone(run: Run, case: str) -> None:
    before = evidence(run, case)
    doubted = next(one for one in before if one["doubts"] and one["bits"] > 0)
    assert [(doubt["holder"], doubt["forged"]) for doubt in doubted["doubts"]] == [("Piet Lomm", True)]
    assert any(one["why"] == "said to be forged by Piet Lomm" for one in doubted["discounts"])
    number = str(doubted["number"])
    assert "said to be forged by Piet Lomm" in run("why", number).stdout
    assert "on whether it is forged: “" in run("why", number).stdout
    tried = json.loads(run("whatif", "--forged", number, "--json").stdout)
    assert any(abs(move["points"]) > 0.1 for move in tried["moves"])
    result = run("forged", number, "yes", "--by", "Ada", "--why", "old footage", "--json")
    decided = json.loads(result.stdout)
    after = next(one for one in evidence(run, case) if one["id"] == doubted["id"])
    assert after["bits"] == pytest.approx(0)
    assert any(one["why"] == "forged, says Ada: old footage" for one in after["discounts"])
    assert run("undo", decided["decisions"][0]["id"]).exit_code == 0
    again = next(one for one in evidence(run, case) if one["id"] == doubted["id"])
    assert again["bits"] == pytest.approx(doubted["bits"])


def test_words_that_are_no_answer_are_refused(run: Run, case: str) -> None:
    assert "none of yes, no, unknown" in run("forged", "1", "maybe").stderr
    assert run("forged", "99", "yes").stderr.startswith("R-CASE-004")
