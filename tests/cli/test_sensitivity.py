"""`rashomon sensitivity`: the page, the JSON, and the report."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_the_page_names_the_leader_and_the_json_agrees(run: Run, case_file: str) -> None:
    page = run("sensitivity", case_file)
    assert page.exit_code == 0, page.output
    shape = json.loads(run("sensitivity", case_file, "--json").stdout)
    hypotheses = [json.loads(line) for line in run("hypotheses", case_file, "--json").stdout.splitlines()]
    leader = max((h for h in hypotheses if not h["residual"]), key=lambda h: h["probability"])
    assert shape["leader"] == leader["id"]
    assert shape["probability"] == pytest.approx(leader["probability"])
    assert f"What {leader['label']} (" in page.stdout
    assert {one["kind"] for one in shape["omissions"]} == {"origin", "holder"}
    assert [sign["place"] for sign in shape["watch_for"]] == list(range(1, len(shape["watch_for"]) + 1))


def test_all_cuts_nothing(run: Run, case_file: str) -> None:
    cut, whole = run("sensitivity", case_file).stdout, run("sensitivity", case_file, "--all").stdout
    assert len(whole.splitlines()) >= len(cut.splitlines())
    assert "--all" not in whole


def test_a_sign_is_supposed_by_its_place(run: Run, case_file: str) -> None:
    shape = json.loads(run("sensitivity", case_file, "--json").stdout)
    tried = json.loads(run("whatif", case_file, "--suppose", "2=no", "--json").stdout)
    assert tried["changes"][0]["about"] == [shape["watch_for"][1]["id"]]


def test_the_report_shows_it(run: Run, case_file: str, tmp_path: Path) -> None:
    assert run("export", case_file, "--to", "html", "-o", str(tmp_path / "fire.html")).exit_code == 0
    assert "If what is not known were otherwise" in (tmp_path / "fire.html").read_text("utf-8")
