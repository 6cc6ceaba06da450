"""What the terminal can show, and what goes where: pages to standard output, errors and progress to standard error."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypedDict

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn
from rich.progress import Progress as ProgressBar

from rashomon.case import Progress, keep_quiet
from rashomon.model.errors import RashomonError, StoreError
from rashomon.present.plain import show_inline

DEFAULT_WIDTH: Final = 100
SOME_REJECTED: Final = 1
NOTHING_DONE: Final = 2


class PageSettings(TypedDict):
    """What a page is rendered for."""

    width: int
    colour: bool


def page_width() -> int:
    """Return the terminal's width in cells; 100 where there is none."""
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns


def page_settings() -> PageSettings:
    """Return what a page is rendered for: the terminal's width, and whether it wants colour."""
    return {"width": page_width(), "colour": colour_wanted()}


def colour_wanted() -> bool:
    """Tell whether standard output is a terminal that wants colour (NO_COLOR is honoured)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_page(text: str) -> None:
    """Write a rendered page, which ends in a newline, to standard output."""
    click.echo(text, nl=False, color=colour_wanted())


def print_errors(errors: Iterable[RashomonError]) -> None:
    """Write errors, a line each, to standard error."""
    for error in errors:
        click.echo(show_inline(str(error)), err=True)


def exit_status(rejected: Sequence[RashomonError], *, done: int) -> int:
    """Return 0 where nothing was rejected, 1 where something was, 2 where besides nothing was done."""
    if not rejected:
        return 0
    return SOME_REJECTED if done else NOTHING_DONE


def write_file(path: str, text: str) -> None:
    """Write a text file as UTF-8. Raises StoreError (R-STORE-005) where that fails."""
    try:
        Path(path).write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        reason = error.strerror or "not writable"
        raise StoreError(
            "R-STORE-005", f"{path} ({reason})", advice="Give a file in a folder you may write to."
        ) from error


@contextmanager
def show_progress() -> Iterator[Progress]:
    """Hand out a progress callback: a bar on standard error where that is a terminal, else silence."""
    if not sys.stderr.isatty():
        yield keep_quiet
        return
    columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn())
    with ProgressBar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield tell
