"""`rashomon reliability`: tables in, answers and sources out; bad lines are told and passed over."""

import json

import pytest
from click.testing import CliRunner

from rashomon.cli.main import cli
from rashomon.model.errors import CODES

CLAIMS = "source,object,value\n" + "".join(
    f"{source},o{number:02},{'up' if source != 'dissenter' else 'down'}\n"
    for number in range(30)
    for source in ("first", "second", "third", "dissenter")
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words, given=None):
    return CliRunner().invoke(cli, ["reliability", *words], input=given)


def test_answers_and_sources_are_shown(folder):
    (folder / "claims.csv").write_text(CLAIMS, "utf-8")
    result = run("claims.csv")
    assert result.exit_code == 0
    assert "120 claims on 30 objects by 4 sources" in result.stdout
    assert "dissenter" in result.stdout
    assert "and 10 objects more: --all" in result.stdout
    assert "o29" in run("claims.csv", "--all").stdout


def test_json_tells_the_same(folder):
    (folder / "claims.csv").write_text(CLAIMS, "utf-8")
    shape = json.loads(run("claims.csv", "--json").stdout)
    assert shape["schema"] == "rashomon/reliability@1"
    assert {answer["value"] for answer in shape["answers"]} == {"up"}
    by_name = {source["source"]: source for source in shape["sources"]}
    assert by_name["dissenter"]["accuracy"] < 0.4 < by_name["first"]["accuracy"]
    assert by_name["first"]["claims"] == 30


def test_known_truths_win(folder):
    (folder / "claims.csv").write_text(CLAIMS, "utf-8")
    (folder / "gold.csv").write_text("object,value\n" + "".join(f"o{n:02},down\n" for n in range(30)), "utf-8")
    shape = json.loads(run("claims.csv", "--gold", "gold.csv", "--json").stdout)
    assert all(answer["known"] and answer["value"] == "down" for answer in shape["answers"])
    by_name = {source["source"]: source for source in shape["sources"]}
    assert by_name["dissenter"]["accuracy"] > by_name["first"]["accuracy"]
    assert by_name["dissenter"]["known_by"] == "truths"


def test_columns_may_stand_anywhere_and_standard_input_is_read():
    result = run("-", "--json", given="when,value,source,object\nnow,7,a,x\nnow,7,b,x\n")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["answers"][0]["value"] == "7"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"only,two", "R-INGEST-015"),
        (b"a,,1", "R-INGEST-015"),
        (b'"open,x,1', "R-INGEST-015"),
        (b"\xff\xfe,x,1", "R-INGEST-015"),
        (b"a,x," + b"1" * 200_000, "R-INGEST-005"),
    ],
    ids=["too short", "empty", "open quotation mark", "not UTF-8", "too long"],
)
def test_a_bad_line_is_told_and_the_rest_read(folder, line, code):
    (folder / "claims.csv").write_bytes(b"source,object,value\na,x,1\n" + line + b"\nb,x,1\n")
    result = run("claims.csv", "--json")
    assert result.exit_code == 1
    (told,) = result.stderr.splitlines()
    assert told.startswith(f"{code}: ")
    assert "claims.csv:3" in told
    assert [source["source"] for source in json.loads(result.stdout)["sources"]] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "R-INGEST-002"),
        ("source,value\na,1\n", "R-INGEST-016"),
        ("source,object,value\n", "R-CASE-010"),
        ("source,object,value\na,b\n", "R-CASE-010"),
    ],
)
def test_nothing_to_learn_from_is_status_2(folder, text, code):
    (folder / "claims.csv").write_text(text, "utf-8")
    result = run("claims.csv")
    assert result.exit_code == 2
    assert code in CODES
    assert result.stderr.splitlines()[-1].startswith(f"{code}: ")


def test_a_file_that_is_not_there_is_status_2(folder):
    result = run("no.csv")
    assert result.exit_code == 2
    assert result.stderr.startswith("R-INGEST-001: ")
    (folder / "claims.csv").write_text(CLAIMS, "utf-8")
    assert run("claims.csv", "--gold", "no.csv").exit_code == 2


def test_truths_that_differ_are_told(folder):
    (folder / "claims.csv").write_text(CLAIMS, "utf-8")
    (folder / "gold.csv").write_text("object,value\no01,up\no01,down\n", "utf-8")
    result = run("claims.csv", "--gold", "gold.csv")
    assert result.exit_code == 1
    assert result.stderr.startswith("R-INGEST-017: ")


def test_hostile_names_do_not_reach_the_terminal(folder):
    (folder / "claims.csv").write_bytes("source,object,value\n\x1b[2Ja,x\u202e,1\n".encode())
    result = run("claims.csv")
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout
