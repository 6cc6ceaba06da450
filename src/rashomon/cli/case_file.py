"""Which case a command means, and its analysis: the file named, or the only one in the current folder."""

from pathlib import Path
from typing import Final

import click

from rashomon.case import Case
from rashomon.cli.terminal import show_progress
from rashomon.model.analysis import Analysis
from rashomon.model.errors import CaseError

SUFFIX: Final = ".rashomon"
_HEADER: Final = b"SQLite format 3\x00"

case_argument = click.argument("case_file", required=False, default=None, metavar="[CASE]")


def find_case(named: str | None, folder: Path | None = None) -> str:
    """Return the case file named, or the only *.rashomon file in the current folder. Raises CaseError (R-CASE-001)."""
    if named is not None:
        return named
    folder = folder or Path()
    found = sorted(path for path in folder.glob(f"*{SUFFIX}") if path.is_file())
    if len(found) == 1:
        return str(found[0])
    if found:
        names = ", ".join(path.name for path in found)
        raise CaseError("R-CASE-001", names, what="several case files here", advice="Name one of them.")
    raise CaseError("R-CASE-001", f"no *{SUFFIX} file in the current folder")


def is_case(named: str) -> bool:
    """Tell whether a word names a case file: by its ending, or by what the file begins with."""
    if named.endswith(SUFFIX):
        return True
    try:
        with Path(named).open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except (OSError, ValueError):
        return False


def read_analysis(case_file: str) -> Analysis:
    """Return a case's current analysis, made now where the case was never judged."""
    with Case.open(case_file) as case:
        kept = case.analysis()
        if kept is not None:
            return kept
        with show_progress() as progress:
            return case.analyze(on_progress=progress)
