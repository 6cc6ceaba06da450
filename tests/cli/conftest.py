"""A case file made once through the command line, from three invented reports."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli.main import cli

QUESTION = "Who set the harbour fire in Almar?"
REPORTS = (
    {
        "id": "courier",
        "publisher": "Almar Courier",
        "published_at": "2031-04-02T06:00:00Z",
        "title": "Harbour burns",
        "text": "Investigators said on Wednesday that the Varda Line set the harbour fire in Almar. “They stood to "
        "collect the insurance,” chief inspector Olda Brenn told reporters.\n\nVarda Line spokesman Piet Lomm denied "
        "that the company set the fire. “We have nothing to do with it,” he said.",
    },
    {
        "id": "beacon",
        "publisher": "The Beacon",
        "published_at": "2031-04-02T08:00:00Z",
        "title": "Union accused",
        "text": "Harbour master Jon Tarrik accused the Dockers' Union of setting the harbour fire in Almar. At least "
        "eight boats burned, he said.",
    },
    {
        "id": "herald",
        "publisher": "The Herald",
        "published_at": "2031-04-02T09:00:00Z",
        "title": "Minister doubts",
        "text": "Transport minister Ansa Velk said the Varda Line probably set the harbour fire in Almar.",
    },
)


def run(*words: str, given: str | None = None) -> Result:
    """Run the command line with these words; `given` is its standard input."""
    return CliRunner().invoke(cli, list(words), input=given)


def write_lines(path: Path, *reports: object) -> str:
    """Write reports as JSON lines (a string is written as it is) and return the file's name."""
    lines = (report if isinstance(report, str) else json.dumps(report, ensure_ascii=False) for report in reports)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return str(path)


@pytest.fixture(name="run", scope="session")
def fixture_run() -> Callable[..., Result]:
    return run


@pytest.fixture(name="write_lines", scope="session")
def fixture_write_lines() -> Callable[..., str]:
    return write_lines


@pytest.fixture(scope="session")
def reports_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_lines(tmp_path_factory.mktemp("reports") / "reports.jsonl", *REPORTS)


@pytest.fixture(scope="session")
def case_file(tmp_path_factory: pytest.TempPathFactory, reports_file: str) -> str:
    path = str(tmp_path_factory.mktemp("case") / "fire.rashomon")
    assert run("init", path, QUESTION).exit_code == 0
    added = run("add", path, reports_file)
    assert added.exit_code == 0, added.output
    return path
