"""Brings a case file to the newest version, one step at a time, all in one transaction.

A step is written once and never changed after release: files out there were made by it. A new version appends a step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from rashomon.model.errors import StoreError

VERSION_1: Final = (
    "CREATE TABLE raw_inputs (sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, data BLOB NOT NULL) WITHOUT ROWID",
    """CREATE TABLE documents (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, input_id TEXT NOT NULL,
        raw_sha256 TEXT NOT NULL REFERENCES raw_inputs (sha256), made_recipe TEXT NOT NULL, body BLOB NOT NULL)""",
    "CREATE INDEX documents_input_id ON documents (input_id)",
    """CREATE TABLE passages (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        document_id TEXT NOT NULL REFERENCES documents (id), body BLOB NOT NULL)""",
    "CREATE INDEX passages_document_id ON passages (document_id)",
    # Contentless: the text stands in `passages.body` already, the rowid is `passages.seq`.
    """CREATE VIRTUAL TABLE passages_fts USING fts5 (
        text, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '3')""",
    """CREATE TABLE extractions (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL REFERENCES documents (id),
        made_recipe TEXT NOT NULL, body BLOB NOT NULL)""",
    "CREATE INDEX extractions_current ON extractions (document_id, made_recipe, seq)",
    "CREATE TABLE questions (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, body BLOB NOT NULL)",
    "CREATE TABLE records (digest BLOB PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID",
    """CREATE TABLE analyses (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, question_id TEXT NOT NULL, judgement_id TEXT NOT NULL, supersedes TEXT,
        made_recipe TEXT NOT NULL, judgement BLOB NOT NULL, contents BLOB NOT NULL)""",
    "CREATE INDEX analyses_question_id ON analyses (question_id, seq)",
    "CREATE TABLE feeds (seq INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE)",
)

VERSION_2: Final = (
    """CREATE TABLE decisions (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, body BLOB NOT NULL)""",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """The statements that lead from version - 1 to version."""

    version: int
    statements: tuple[str, ...]


MIGRATIONS: Final = (
    Migration(version=1, statements=VERSION_1),
    Migration(version=2, statements=VERSION_2),
)


def read_version(connection: Connection) -> int:
    """Return the version a case file was brought to; 0 where nothing was made yet."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection, *, where: str, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Apply the steps a case file lacks, within the caller's transaction.

    Raises StoreError R-STORE-002 where the file (`where`) is newer than the last step.
    """
    version = read_version(connection)
    newest = migrations[-1].version
    if version > newest:
        raise StoreError("R-STORE-002", where, what=f"made by a newer version (file {version}, this program {newest})")
    for migration in migrations[version:]:
        for statement in migration.statements:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version = {migration.version:d}")
