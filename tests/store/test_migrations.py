import sqlite3

import pytest
from sqlalchemy import create_engine, inspect

from rashomon.model.errors import StoreError
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
