"""Code in the documentation runs as it stands.

A page's blocks run in order in one folder that holds the examples. `console` blocks: every line after `$ ` is a command
of ours and must end with status 0. `python` blocks are executed, one namespace a page. A comment right above a block
says what else holds: `<!-- file: NAME -->` writes the block to a file, `<!-- exit status N -->` expects another status,
`<!-- not run: WHY -->` leaves it out. `<!-- folder with a case file: NAME -->` puts the analysed example there.
"""

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from rashomon.cli.main import cli

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^(?:<!-- (?P<said>[^\n]+) -->\n)?```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
WITH_CASE = re.compile(r"^<!-- folder with a case file: (\S+) -->$", re.MULTILINE)
RUNNABLE = ("console", "python")
REDIRECTION = ("<", ">")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    said: str
    kind: str
    body: str

    @property
    def left_out(self) -> bool:
        return self.said.startswith("not run: ")

    @property
    def status(self) -> int:
        return int(self.said.removeprefix("exit status ")) if self.said.startswith("exit status ") else 0


def find_blocks(page: Path) -> Iterator[Block]:
    for found in BLOCK.finditer(page.read_text("utf-8")):
        yield Block(said=found["said"] or "", kind=found["kind"], body=found["body"])


def is_run(page: Path) -> bool:
    return any(block.kind in RUNNABLE and not block.left_out for block in find_blocks(page))


@pytest.fixture(scope="session")
def analysed_case(tmp_path_factory):
    path = tmp_path_factory.mktemp("analysed") / "moscow.rashomon"
    example = ROOT / "examples" / "moscow"
    question = ["--question", "Who carried out the drone attack on Moscow?"]
    words = ["analyze", str(example / "reports.jsonl"), str(example / "pages"), *question, "--case", str(path)]
    assert CliRunner().invoke(cli, words).exit_code == 0
    return path


@pytest.fixture
def folder(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", [p for p in PAGES if is_run(p)], ids=lambda p: str(p.relative_to(ROOT)))
def test_the_code_on_a_page_runs(page, folder, request):
    for name in WITH_CASE.findall(page.read_text("utf-8")):
        shutil.copyfile(request.getfixturevalue("analysed_case"), folder / name)
    names: dict[str, object] = {}
    for block in find_blocks(page):
        if block.said.startswith("file: "):
            (folder / block.said.removeprefix("file: ")).write_text(block.body, "utf-8")
        elif block.kind == "console" and not block.left_out:
            for line in block.body.splitlines():
                run_line(line, expected=block.status)
        elif block.kind == "python" and not block.left_out:
            exec(compile(block.body, str(page), "exec"), names)


def run_line(line: str, *, expected: int) -> None:
    assert line.startswith("$ rashomon "), f"only our commands can be run: {line}"
    words = shlex.split(line[2:], comments=True)[1:]
    files = {sign: words[words.index(sign) + 1] for sign in REDIRECTION if sign in words}
    end = min((words.index(sign) for sign in files), default=len(words))
    given = Path(files["<"]).read_bytes() if "<" in files else b""
    done = CliRunner().invoke(cli, words[:end], input=given)
    assert done.exit_code == expected, f"{line}\n{done.output}\n{done.exception!r}"
    if ">" in files:
        Path(files[">"]).write_bytes(done.stdout_bytes)


def test_blocks_are_of_known_kinds():
    known = {*RUNNABLE, "text", "json", "jsonl"}
    for page in PAGES:
        assert {block.kind for block in find_blocks(page)} <= known, page


def test_json_blocks_are_json():
    for page in PAGES:
        for block in find_blocks(page):
            if block.kind == "json":
                json.loads(block.body)


def test_every_command_is_shown_in_use():
    shown = {
        tuple(line.split()[2:4])
        for page in PAGES
        for block in find_blocks(page)
        if block.kind == "console"
        for line in block.body.splitlines()
        if line.startswith("$ rashomon ")
    }
    assert set(cli.list_commands(None)) <= {words[0] for words in shown}
    for name in cli.list_commands(None):
        command = cli.get_command(None, name)
        below = command.list_commands(None) if isinstance(command, click.Group) else ()
        assert {(name, part) for part in below} <= shown
