import hashlib
import sqlite3
from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, inspect

from rashomon.model.decision import make_decision
from rashomon.model.errors import StoreError
from rashomon.model.vocabulary import DecisionKind
from rashomon.store import SqliteStore
from rashomon.store.casefile import make_case_file
from rashomon.store.migrations import MIGRATIONS, Migration, migrate, read_version
from rashomon.store.schema import METADATA

STEPS = (
    Migration(version=1, statements=("CREATE TABLE a (x)",)),
    Migration(version=2, statements=("CREATE TABLE b (x)", "INSERT INTO a VALUES (1)")),
)


@pytest.fixture
def connection():
    with create_engine("sqlite://").connect() as connection:
        yield connection


def test_steps_are_numbered_from_one_without_gaps():
    assert [migration.version for migration in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_all_steps_together_make_the_tables_that_queries_use(connection):
    migrate(connection, where="here")
    inspector = inspect(connection)
    for name, table in METADATA.tables.items():
        assert [column["name"] for column in inspector.get_columns(name)] == [column.name for column in table.columns]
    assert read_version(connection) == MIGRATIONS[-1].version


def test_a_file_of_an_earlier_version_gets_only_the_steps_it_lacks(connection):
    migrate(connection, where="here", migrations=STEPS[:1])
    migrate(connection, where="here", migrations=STEPS)
    assert read_version(connection) == 2
    assert connection.exec_driver_sql("SELECT count(*) FROM a").scalar_one() == 1


def test_migrating_again_does_nothing(connection):
    migrate(connection, where="here", migrations=STEPS)
    migrate(connection, where="here", migrations=STEPS)
    assert connection.exec_driver_sql("SELECT count(*) FROM a").scalar_one() == 1


def test_a_newer_file_is_refused(connection):
    migrate(connection, where="here", migrations=STEPS)
    with pytest.raises(StoreError, match=r"R-STORE-002.*file 2, this program 1.*here"):
        migrate(connection, where="here", migrations=STEPS[:1])


def test_fts5_is_part_of_this_sqlite():
    sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE words USING fts5 (text)")


# What a released step says must never change: case files out there were made by it.
RELEASED = {
    1: "4d523dd0fb456120",
    2: "7a6cfd32e9338dab",
}


@pytest.mark.parametrize("migration", MIGRATIONS, ids=lambda migration: f"step {migration.version}")
def test_a_step_stays_as_it_was_released(migration):
    written = "\n".join(migration.statements).encode()
    assert hashlib.sha256(written).hexdigest()[:16] == RELEASED[migration.version]


def test_a_case_file_of_the_first_version_is_opened_and_takes_decisions(tmp_path, make_report):
    path = tmp_path / "old.rashomon"
    make_case_file(path)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE decisions")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    store = SqliteStore.open(path)
    store.add_document(*make_report("a.txt", "The ferry sank."))
    assert store.decisions() == ()
    decision = make_decision(DecisionKind.SET_CAMP, "source_a", by="Ada", at=datetime(2031, 5, 1, tzinfo=UTC))
    store.put_decision(decision)
    store.close()
    store = SqliteStore.open(path)
    assert store.decisions() == (decision,)
    assert [document.input_id for document in store.documents()] == ["a.txt"]
    store.close()
