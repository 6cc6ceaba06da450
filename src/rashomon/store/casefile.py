"""The file itself: made whole or not at all, recognised by its header, opened so that acknowledged work is kept."""

import os
import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from rashomon.model.errors import CaseError, RashomonError, StoreError
from rashomon.store.migrations import MIGRATIONS, migrate, read_version
from rashomon.store.schema import APPLICATION_ID

BUSY_SECONDS: Final = 10.0
"""How long a command waits for another one's transaction before it gives up."""

HEADER: Final = b"SQLite format 3\x00"
HEADER_BYTES: Final = 100
APPLICATION_ID_AT: Final = slice(68, 72)

PRAGMAS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    # A case file may come from somebody else: what is written in its schema must not run, and broken pages must show.
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)

BUSY_CODES: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
DAMAGE_CODES: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
WRITE_CODES: Final = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
)


def make_case_file(path: Path) -> None:
    """Make an empty case file.

    It is built under another name and linked into place, so that a killed `init` leaves no half-made case. Raises
    CaseError R-CASE-002 where the path exists, StoreError R-STORE-005 where nothing can be written there.
    """
    if path.exists():
        raise CaseError("R-CASE-002", str(path))
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        draft.unlink(missing_ok=True)
        draft.touch(exist_ok=False)
        _build(draft)
        _publish(draft, path)
    except FileExistsError as error:
        raise CaseError("R-CASE-002", str(path)) from error
    except OSError as error:
        raise StoreError("R-STORE-005", f"{path} ({error.strerror})") from error
    finally:
        _discard(draft)


def open_case_file(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """Return an engine with one connection to a case file of the newest version.

    `busy_seconds` is how long a write waits for that of another command.

    Raises CaseError R-CASE-001 where there is no file; StoreError R-STORE-001 where it is no case file, -002 where it
    is newer than this program, -003 to -005 where it is busy, damaged or may not be written.
    """
    _check_header(path)
    engine = _make_engine(path, busy_seconds)
    try:
        with engine.execution_options(write=False).begin() as connection:
            version = read_version(connection)
        if version != MIGRATIONS[-1].version:
            with engine.execution_options(write=True).begin() as connection:
                migrate(connection, where=str(path))
    except DBAPIError as error:
        engine.dispose()
        raise explain_failure(error, path) from error
    except StoreError:
        engine.dispose()
        raise
    return engine


def explain_failure(error: DBAPIError, path: Path) -> RashomonError | DBAPIError:
    """Return what a database error means for the user; the error itself where it means a mistake in this program."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is None:
        return error
    primary = code & 0xFF  # the higher bits only tell variants of one code apart
    where = f"{path} ({error.orig})"
    if primary in BUSY_CODES:
        return StoreError("R-STORE-003", where)
    if primary in DAMAGE_CODES:
        return StoreError("R-STORE-004", where)
    if primary in WRITE_CODES:
        return StoreError("R-STORE-005", where)
    return error


def _build(draft: Path) -> None:
    engine = _make_engine(draft)
    try:
        with engine.execution_options(write=True).begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID:d}")
            migrate(connection, where=str(draft))
    except DBAPIError as error:
        raise explain_failure(error, draft) from error
    finally:
        engine.dispose()


def _publish(draft: Path, path: Path) -> None:
    """Give the finished file its name; unlike a rename, a link never replaces a file that came meanwhile."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # file systems without hard links
        draft.rename(path)


def _discard(draft: Path) -> None:
    for leftover in (draft, draft.with_name(draft.name + "-wal"), draft.with_name(draft.name + "-shm")):
        leftover.unlink(missing_ok=True)


def _check_header(path: Path) -> None:
    if path.is_dir():
        raise StoreError("R-STORE-001", str(path))
    try:
        with path.open("rb") as file:
            header = file.read(HEADER_BYTES)
    except FileNotFoundError as error:
        raise CaseError("R-CASE-001", str(path)) from error
    except OSError as error:
        raise StoreError("R-STORE-005", f"{path} ({error.strerror})", what="could not be opened") from error
    marked = header[APPLICATION_ID_AT] == APPLICATION_ID.to_bytes(4, "big")
    if not (header.startswith(HEADER) and marked):
        raise StoreError("R-STORE-001", str(path))


def _make_engine(path: Path, busy_seconds: float = BUSY_SECONDS) -> Engine:
    uri = f"file:{quote(str(path.absolute()))}?mode=rw"

    def connect() -> sqlite3.Connection:
        # No isolation level: transactions are begun below, as the driver would begin them too late or not at all.
        connection = sqlite3.connect(uri, uri=True, timeout=busy_seconds, isolation_level=None)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Take the write lock at once when about to write: in the middle of a transaction one cannot wait for it."""
    writes = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
