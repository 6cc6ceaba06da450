"""Wrong input never stops the rest: one clean line for each wrong item, status 1, and everything else is read."""

import io
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from rashomon.cli.main import cli
from rashomon.model.errors import CODES

QUESTION = "Who set the harbour fire in Almar?"
GOOD = (
    "Harbour police in Almar said on Wednesday that the Varda Line set the harbour fire.\n\n"
    "Piet Lomm, a spokesman, said the Varda Line had nothing to do with it and would welcome an inquiry.\n"
)
OTHER = "Ansa Velk, the transport minister, accused the Dockers' Union of setting the harbour fire in Almar."
ERROR_LINE = re.compile(r"(R-[A-Z]+-\d{3}): \S.*\. [A-Z`].*\.$")
FIFTY_MEGABYTES = 50_000_000


@dataclass(frozen=True)
class Wrong:
    """An input with something wrong: its name, its bytes (None: nothing is written), what must be said of it."""

    name: str
    data: bytes | None
    code: str
    place: str
    read: tuple[str, ...] = ()

    @property
    def is_address(self) -> bool:
        return self.name.startswith("http")


def as_line(**fields: object) -> bytes:
    return msgspec.json.encode(fields) + b"\n"


WRONG = (
    Wrong("empty.txt", b"", "R-INGEST-002", "empty.txt"),
    Wrong("blank.txt", b" \n\t\n", "R-INGEST-004", "blank.txt"),
    Wrong("binary.txt", bytes(range(256)) * 40, "R-INGEST-003", "binary.txt"),
    Wrong("picture.html", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "R-INGEST-003", "picture.html"),
    Wrong(
        "broken.jsonl",
        as_line(id="before", text=OTHER) + b'{"id": "torn", "text": "The fire\n' + as_line(id="after", text=OTHER[:-1]),
        "R-INGEST-006",
        "broken.jsonl:2",
        read=("before", "after"),
    ),
    Wrong(
        "textless.jsonl",
        as_line(title="Fire") + as_line(id="with", text=OTHER),
        "R-INGEST-007",
        "textless.jsonl:1",
        read=("with",),
    ),
    Wrong(
        "image.html",
        b'<!doctype html><html><head><title>Fire</title></head><body><img src="fire.jpg"></body></html>',
        "R-INGEST-004",
        "image.html",
    ),
    Wrong(
        "date.jsonl",
        as_line(id="dated", published_at="the day after", text=OTHER),
        "R-INGEST-008",
        "date.jsonl:1",
        read=("dated",),
    ),
    Wrong(
        "matter.txt",
        f"---\npublisher: Quay Post\npublished_at: 31/31/2031\n---\n{OTHER}\n".encode(),
        "R-INGEST-008",
        "matter.txt",
        read=("matter.txt",),
    ),
    Wrong(
        "mixed.txt",
        f"“{OTHER}” ".encode() + "The café’s naïve owner watched.".encode("cp1252"),
        "R-INGEST-009",
        "mixed.txt",
        read=("mixed.txt",),
    ),
    Wrong("koi8.txt", ("пожар в гавани, сказала полиция " * 9).encode("koi8-r"), "R-INGEST-009", "koi8.txt"),
    Wrong(
        "twice.jsonl",
        as_line(id="same", text=OTHER) + as_line(id="same", text=OTHER),
        "R-INGEST-010",
        "twice.jsonl:2",
        read=("same",),
    ),
    Wrong("http://127.0.0.1:9/private", None, "R-INGEST-011", "http://127.0.0.1:9/private"),
    Wrong("http://[::1]/private", None, "R-INGEST-011", "http://[::1]/private"),
    Wrong("missing.txt", None, "R-INGEST-001", "missing.txt"),
    Wrong("report.docx", b"PK\x03\x04 no text", "R-INGEST-013", "report.docx"),
    Wrong("line\nend.docx", b"PK\x03\x04", "R-INGEST-013", "end.docx"),
)


def name_of(wrong: Wrong) -> str:
    return wrong.name.replace("\n", "-")


def put(wrong: Wrong, folder: Path) -> str:
    """Write a wrong input into a folder and return it as the user would give it."""
    if wrong.is_address:
        return wrong.name
    if wrong.data is not None:
        (folder / wrong.name).write_bytes(wrong.data)
    return str(folder / wrong.name)


def put_sparse(path: Path) -> str:
    """Make a file of 50 MB that takes no room on the disk."""
    with path.open("wb") as stream:
        stream.truncate(FIFTY_MEGABYTES)
    return str(path)


def run(*words: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, list(words), input=None if given is None else io.BytesIO(given))


def printed_ids(stdout: str) -> list[str]:
    return [msgspec.json.decode(line)["document"] for line in stdout.splitlines()]


def check_error_line(line: str, code: str, place: str) -> None:
    """A code that is in the table, what happened, where, and what to do: on one line."""
    found = ERROR_LINE.match(line)
    assert found, line
    assert found.group(1) == code
    assert code in CODES
    assert place in line


@pytest.fixture
def good(tmp_path: Path) -> str:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, "utf-8")
    return str(path)


@pytest.mark.parametrize("wrong", WRONG, ids=name_of)
def test_wrong_input_is_one_line_and_the_rest_is_read(wrong: Wrong, good: str, tmp_path: Path) -> None:
    result = run("copies", put(wrong, tmp_path), good, "--json")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    check_error_line(line, wrong.code, wrong.place)
    assert printed_ids(result.stdout) == [*wrong.read, "good.txt"]


@pytest.mark.parametrize("wrong", [wrong for wrong in WRONG if not wrong.read], ids=name_of)
def test_wrong_input_alone_is_status_2(wrong: Wrong, tmp_path: Path) -> None:
    given = put(wrong, tmp_path)
    for command in ("copies", "extract", "analyze"):
        result = run(command, given)
        assert result.exit_code == 2, command
        check_error_line(result.stderr.splitlines()[0], wrong.code, wrong.place)
        assert "Traceback" not in result.output
        assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("name", ["huge.txt", "huge.md", "huge.html", "huge.jsonl"])
def test_fifty_megabytes_are_refused_unread(name: str, good: str, tmp_path: Path) -> None:
    began = time.monotonic()
    result = run("copies", put_sparse(tmp_path / name), good, "--json")
    assert time.monotonic() - began < 3
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    check_error_line(line, "R-INGEST-005", name)
    assert "--max-bytes" in line
    assert printed_ids(result.stdout) == ["good.txt"]


def test_fifty_megabytes_on_standard_input_are_refused(good: str) -> None:
    result = run("copies", "-", good, "--json", given=b"word " * (FIFTY_MEGABYTES // 5))
    assert result.exit_code == 1
    check_error_line(result.stderr.rstrip("\n"), "R-INGEST-005", "standard input")
    assert printed_ids(result.stdout) == ["good.txt"]


def test_nothing_on_standard_input_is_status_2() -> None:
    result = run("analyze", "-", given=b"")
    assert result.exit_code == 2
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == ["R-INGEST-002", "R-CASE-003"]


def test_folder_without_reports_is_status_2(tmp_path: Path) -> None:
    result = run("analyze", str(tmp_path))
    assert result.exit_code == 2
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == ["R-INGEST-001", "R-CASE-003"]


def test_all_that_is_wrong_at_once_is_told_and_the_rest_analysed(good: str, tmp_path: Path) -> None:
    given = [put(wrong, tmp_path) for wrong in WRONG]
    command = [sys.executable, "-m", "rashomon", "analyze", *given, put_sparse(tmp_path / "huge.txt"), good]
    # In the plainest locale there is: what is printed must not depend on it.
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    done = subprocess.run(
        [*command, "--question", QUESTION, "--json"], capture_output=True, check=False, timeout=60, env=plain
    )
    assert done.returncode == 1
    lines = done.stderr.decode("utf-8").splitlines()
    expected = [(wrong.code, wrong.place) for wrong in WRONG] + [("R-INGEST-005", "huge.txt")]
    assert len(lines) == len(expected)
    for line, (code, place) in zip(lines, expected, strict=True):
        check_error_line(line, code, place)
    analysis = msgspec.json.decode(done.stdout)
    assert [document["input_id"] for document in analysis["documents"]] == [
        *(read for wrong in WRONG for read in wrong.read),
        "good.txt",
    ]
    assert [claim for claim in analysis["claims"] if "Varda Line" in claim["quote"]]
    assert sum(h["probability"] for h in analysis["hypotheses"]) == pytest.approx(1, abs=1e-6)


HOSTILE: dict[str, Callable[[], str]] = {
    "one word a hundred thousand letters long": lambda: "a" * 100_000,
    "nothing but quotation marks": lambda: "“”‘’\"'" * 2_000,
    "nothing but brackets": lambda: "(" * 5_000 + ")" * 5_000,
    "characters that take no room, and half pairs": lambda: (
        "\u200b\u202e\ufeff" + GOOD + "\u2066\U0001f468\u200d\U0001f469"
    ),
    "a line end of every kind": lambda: GOOD.replace("\n", "\r\n\x0b\x0c\u2028\u2029\x85"),
    "combining marks without a letter": lambda: "\u0301" * 3_000 + GOOD,
    "commas without end": lambda: "police said, " * 800 + "the Varda Line set the harbour fire.",
    "numbers no float can hold": lambda: f"At least {'9' * 400} boats burned, police said. Between 8 and 1e999 burned.",
    "a terminal's own commands": lambda: "\x1b[2J\x1b]0;owned\x07Police said " + GOOD,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_is_analysed_or_refused_in_one_line(kind: str, tmp_path: Path) -> None:
    text = HOSTILE[kind]()
    path = tmp_path / "hostile.txt"
    path.write_bytes(text.encode("utf-8"))
    result = run("analyze", str(path), "--question", QUESTION, "--json")
    assert "Traceback" not in result.stderr
    assert result.exit_code in (0, 1, 2), result.exception
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    if result.exit_code == 2:
        assert all(ERROR_LINE.match(line) for line in result.stderr.splitlines())
        return
    stored = text.removeprefix("\ufeff")
    for claim in msgspec.json.decode(result.stdout)["claims"]:
        assert stored[claim["start"] : claim["end"]] == claim["quote"]
    assert "\x1b" not in result.stdout
