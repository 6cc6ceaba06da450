import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_attributions_come_a_line_a_document(run: Run, reports_file: str) -> None:
    result = run("extract", reports_file, "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["document"] for line in lines] == ["courier", "beacon", "herald"]
    for attribution in lines[0]["attributions"]:
        assert set(attribution) == {"source", "cue", "content", "parent", "polarity", "certainty", "stance"}


def test_attributions_read_as_a_list(run: Run, reports_file: str) -> None:
    assert "Almar Courier · Harbour burns" in run("extract", reports_file).stdout


def test_missing_file_among_others_is_status_1(run: Run, reports_file: str, tmp_path: Path) -> None:
    assert run("extract", reports_file, str(tmp_path / "none.txt")).exit_code == 1
    assert run("extract", str(tmp_path / "none.txt")).exit_code == 2
