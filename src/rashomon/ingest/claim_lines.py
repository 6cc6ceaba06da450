"""Tables of claims (source, object, value) and of known truths (object, value): CSV, a row a line."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from rashomon.ingest.rejection import reject
from rashomon.model.errors import InputError
from rashomon.model.reliability import KnownTruth, SourceClaim

CLAIM_COLUMNS: Final = ("source", "object", "value")
TRUTH_COLUMNS: Final = ("object", "value")
LONGEST_LINE: Final = 100_000
"""Bytes of a line, its end included, before it is refused."""
_MARK: Final = b"\xef\xbb\xbf"


def read_claims(path: str, *, stdin: BinaryIO) -> Iterator[SourceClaim | InputError]:
    """Yield the claim of each line of a CSV file whose first line names its columns, for a broken one its error.

    `-` is standard input. Other columns are passed over, blank lines skipped but counted. Raises InputError where
    nothing of the file can be read: R-INGEST-001, -002, -014 (the file), -016 (a column is not there).
    """
    for row in _read_table(path, CLAIM_COLUMNS, stdin):
        yield row if isinstance(row, InputError) else SourceClaim(*row)


def read_truths(path: str, *, stdin: BinaryIO) -> Iterator[KnownTruth | InputError]:
    """Yield the known truth of each line, as `read_claims` does claims; another truth of one object is R-INGEST-017."""
    known: dict[str, str] = {}
    for number, row in enumerate(_read_table(path, TRUTH_COLUMNS, stdin), start=2):
        if isinstance(row, InputError):
            yield row
        elif known.setdefault(row[0], row[1]) == row[1]:
            yield KnownTruth(*row)
        else:
            yield reject("R-INGEST-017", f"{path}: '{row[0]}' (row {number})")


def _read_table(path: str, columns: Sequence[str], stdin: BinaryIO) -> Iterator[tuple[str, ...] | InputError]:
    if path == "-":
        yield from _read_rows(stdin, "standard input", columns)
        return
    try:
        with Path(path).open("rb") as stream:
            yield from _read_rows(stream, path, columns)
    except FileNotFoundError as error:
        raise reject("R-INGEST-001", path, what="no such file") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise reject("R-INGEST-014", path, what=f"could not be opened ({reason})") from error


def _read_rows(stream: BinaryIO, where: str, columns: Sequence[str]) -> Iterator[tuple[str, ...] | InputError]:
    lines = enumerate(_lines(stream), start=1)
    places: tuple[int, ...] = ()
    for number, line in lines:
        if line is None:
            yield reject("R-INGEST-005", f"{where}:{number}", what="the line is too long", advice="Shorten it.")
            continue
        if not line.strip():
            continue
        row = _split_line(line)
        if not places:
            places = _find_columns(row, where, columns)
        elif isinstance(row, str):
            yield reject("R-INGEST-015", f"{where}:{number}", what=f"not a line of the table ({row})")
        elif len(row) <= max(places) or not all(row[place].strip() for place in places):
            yield reject("R-INGEST-015", f"{where}:{number}", what="not a line of the table (a value is missing)")
        else:
            yield tuple(row[place].strip() for place in places)
    if not places:
        raise reject("R-INGEST-002", where)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield each line's bytes; None for one that is too long, which is passed over unread."""
    first = True
    while line := stream.readline(LONGEST_LINE):
        if first:
            line, first = line.removeprefix(_MARK), False
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE)
        yield None


def _split_line(line: bytes) -> list[str] | str:
    """Return the fields of a line, or why it has none."""
    try:
        # A row ends with its line: one open quotation mark must not swallow the rest of the file.
        return next(csv.reader([line.decode("utf-8").rstrip("\r\n")], strict=True))
    except UnicodeDecodeError:
        return "not UTF-8"
    except csv.Error as error:
        return str(error)


def _find_columns(row: Iterable[str] | str, where: str, columns: Sequence[str]) -> tuple[int, ...]:
    names = [] if isinstance(row, str) else [name.strip().lower() for name in row]
    missing = [column for column in columns if column not in names]
    if missing:
        raise reject("R-INGEST-016", where, what=f"the table lacks a column ({', '.join(missing)})")
    return tuple(names.index(column) for column in columns)
