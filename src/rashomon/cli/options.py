"""Options and arguments several commands share, and how their words are read."""

import sys
from datetime import UTC, datetime, time
from typing import Final

import click

from rashomon.case import Intake, Limits
from rashomon.model.errors import CaseError
from rashomon.plugins import DEFAULT_EXTRACTOR, load_extractor
from rashomon.ports import Extractor

DATE_LENGTH: Final = len("2023-05-30")

INPUT_HELP: Final = "INPUT is a file, a folder, an http(s) URL, or - for standard input."


def make_intake(ctx: click.Context, parameter: click.Parameter, max_bytes: int | None) -> Intake:
    """Return how inputs are read: `-` is standard input; a limit given holds for texts and pages alike."""
    limits = Limits() if max_bytes is None else Limits(max_bytes=max_bytes, max_html_bytes=max_bytes)
    return Intake(limits=limits, stdin=sys.stdin.buffer)


def take_extractor(ctx: click.Context, parameter: click.Parameter, name: str) -> Extractor:
    """Return the extractor of a name. Raises PluginError (R-PLUGIN-001, -002)."""
    return load_extractor(name)


def take_time(ctx: click.Context, parameter: click.Parameter, written: str | None) -> datetime | None:
    """Return the time an option was given."""
    return read_time(written)


def read_time(written: str | None) -> datetime | None:
    """Return a time written as ISO 8601; without a zone it is UTC, a date alone means the end of that day.

    Raises CaseError (R-CASE-006) where it is no time.
    """
    if written is None:
        return None
    try:
        read = datetime.fromisoformat(written)
    except ValueError as error:
        raise CaseError("R-CASE-006", f"'{written}'") from error
    if len(written) <= DATE_LENGTH:
        read = datetime.combine(read.date(), time.max)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
inputs_argument = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
extractor_option = click.option(
    "--extractor", default=DEFAULT_EXTRACTOR, show_default=True, callback=take_extractor, help="Who reads the reports."
)
as_of_option = click.option(
    "--as-of", metavar="TIME", callback=take_time, help="Count only what was published by then (ISO 8601)."
)
intake_option = click.option(
    "--max-bytes",
    "intake",
    type=click.IntRange(min=1),
    callback=make_intake,
    help=f"Refuse larger inputs.  [default: {Limits().max_bytes}; pages {Limits().max_html_bytes}]",
)
