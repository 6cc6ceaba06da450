"""The commands that look into a case, and how they find it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from rashomon.cli.case_file import find_case
from rashomon.model.errors import CaseError

Run = Callable[..., Result]


def test_only_case_file_of_the_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "one.rashomon").touch()
    assert find_case(None, tmp_path) == str(tmp_path / "one.rashomon")


def test_named_case_file_wins(tmp_path: Path) -> None:
    (tmp_path / "one.rashomon").touch()
    assert find_case("other", tmp_path) == "other"


@pytest.mark.parametrize("names", [(), ("a.rashomon", "b.rashomon")])
def test_none_or_several_case_files_are_refused(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        (tmp_path / name).touch()
    with pytest.raises(CaseError, match="R-CASE-001"):
        find_case(None, tmp_path)


@pytest.mark.parametrize("name", ["claims", "hypotheses", "matrix"])
def test_lists_come_as_text_and_as_json_lines(run: Run, case_file: str, name: str) -> None:
    text, lines = run(name, case_file), run(name, case_file, "--json")
    assert text.exit_code == lines.exit_code == 0
    assert "Varda" in text.stdout
    assert all(json.loads(line) for line in lines.stdout.splitlines())


def test_matrix_turns_round(run: Run, case_file: str) -> None:
    assert run("matrix", case_file).stdout != run("matrix", case_file, "--evidence-in-rows").stdout


def test_why_walks_from_a_number_to_a_quote(run: Run, case_file: str) -> None:
    result = run("why", case_file, "1")
    assert result.exit_code == 0
    assert "“" in result.stdout
    assert json.loads(run("why", case_file, "1", "--json").stdout)["kind"] == "evidence"


def test_why_refuses_what_nobody_knows(run: Run, case_file: str) -> None:
    result = run("why", case_file, "nonsense")
    assert result.exit_code == 2
    assert result.stderr.startswith("R-CASE-004")


def test_every_printed_id_can_be_asked_about(run: Run, case_file: str) -> None:
    printed = json.loads(run("export", case_file).stdout)
    for part in ("claims", "hypotheses", "evidence", "documents", "origins", "facts", "events"):
        for item in printed[part][:3]:
            assert run("why", case_file, item["id"]).exit_code == 0


@pytest.mark.parametrize(("to", "begins"), [("json", "{"), ("md", "# Who"), ("html", "<!doctype html>")])
def test_export_writes_each_format_to_output_or_file(
    run: Run, case_file: str, tmp_path: Path, to: str, begins: str
) -> None:
    printed = run("export", case_file, "--to", to)
    assert printed.stdout.startswith(begins)
    run("export", case_file, "--to", to, "-o", str(tmp_path / "out"))
    assert (tmp_path / "out").read_text("utf-8") == printed.stdout
