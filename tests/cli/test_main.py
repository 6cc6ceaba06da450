import importlib
import os
import subprocess
import sys
import time
from collections.abc import Callable

import click
import pytest
from click.testing import CliRunner, Result

from rashomon.cli.main import COMMANDS, LazyGroup
from rashomon.model.errors import CaseError

Run = Callable[..., Result]


def start(*words: str, **settings: str) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, **settings}
    return subprocess.run([sys.executable, "-m", "rashomon", *words], env=environment, capture_output=True, check=False)


class FailingGroup(LazyGroup):
    """A group whose only command raises what it is given."""

    def __init__(self, error: BaseException) -> None:
        super().__init__("failing")
        self.error = error

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        def fail() -> None:
            raise self.error

        return click.Command(cmd_name, callback=fail)


@pytest.mark.parametrize("name", COMMANDS)
def test_table_of_commands_agrees_with_the_command(name: str) -> None:
    module, help_line = COMMANDS[name]
    command = importlib.import_module(module).command
    assert command.name == name
    assert (command.help or "").split("\n")[0] == help_line


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert result.output.startswith("Usage: ")


def test_help_lists_every_command_quickly() -> None:
    began = time.monotonic()
    done = start("--help")
    assert time.monotonic() - began < 1
    assert all(f"  {name} " in done.stdout.decode() for name in COMMANDS)


def test_help_imports_no_stage() -> None:
    code = "import sys, rashomon.cli.main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not {"spacy", "numpy", "sqlalchemy", "rich", "rashomon.case"} & set(done.stdout.split())


def test_unknown_command_is_a_usage_error(run: Run) -> None:
    assert run("frobnicate").exit_code == 2


def test_our_errors_are_one_line_without_control_characters() -> None:
    result = CliRunner().invoke(FailingGroup(CaseError("R-CASE-001", "a\nb\x1b[2J")), ["x"])
    assert result.exit_code == 2
    assert result.stderr == (
        "R-CASE-001: no such case file: a b[U+001B][2J. Make one with `rashomon init CASE QUESTION`.\n"
    )


def test_interrupt_ends_with_130_and_a_line() -> None:
    result = CliRunner().invoke(FailingGroup(KeyboardInterrupt()), ["x"])
    assert result.exit_code == 130
    assert "Interrupted." in result.stderr
    assert "Traceback" not in result.stderr


def test_output_is_utf8_in_any_locale(case_file: str) -> None:
    settings = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = start("hypotheses", case_file, **settings)
    assert done.returncode == 0, done.stderr
    assert " % " in done.stdout.decode("utf-8")
    assert "←" in start("why", case_file, "1", **settings).stdout.decode("utf-8")


def test_closed_pipe_is_no_traceback(case_file: str) -> None:
    words = [sys.executable, "-m", "rashomon", "export", case_file, "--to", "html"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
