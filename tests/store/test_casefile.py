import sqlite3
import subprocess
import sys

import pytest

from rashomon.model.errors import CaseError, RashomonError, StoreError
from rashomon.store import SqliteStore
from rashomon.store.schema import APPLICATION_ID


@pytest.fixture
def path(tmp_path):
    return tmp_path / "case.rashomon"


@pytest.fixture
def filled(path, make_report):
    store = SqliteStore.create(path)
    for number in range(40):
        store.add_document(*make_report(f"{number}.txt", *(f"Paragraph {number} {n} of the ferry." for n in range(20))))
    store.close()
    return path


def test_a_new_file_is_marked_and_leaves_nothing_beside_it(path):
    SqliteStore.create(path).close()
    assert [entry.name for entry in path.parent.iterdir()] == ["case.rashomon"]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_what_is_there_is_never_overwritten(path):
    path.write_text("my notes")
    with pytest.raises(CaseError, match="R-CASE-002"):
        SqliteStore.create(path)
    assert path.read_text() == "my notes"
    assert len(list(path.parent.iterdir())) == 1


def test_a_missing_file_is_named(path):
    with pytest.raises(CaseError, match=r"R-CASE-001.*case\.rashomon"):
        SqliteStore.open(path)
    assert not path.exists()


def test_a_folder_that_is_missing_is_named(path):
    with pytest.raises(StoreError, match="R-STORE-005"):
        SqliteStore.create(path.parent / "missing" / "case.rashomon")


@pytest.mark.parametrize("data", [b"", b"my notes", b"SQLite format 3\x00", b"\x00" * 4096])
def test_another_kind_of_file_is_no_case_file_and_stays_as_it_is(path, data):
    path.write_bytes(data)
    with pytest.raises(StoreError, match="R-STORE-001"):
        SqliteStore.open(path)
    assert path.read_bytes() == data


def test_a_folder_is_no_case_file(tmp_path):
    with pytest.raises(StoreError, match="R-STORE-001"):
        SqliteStore.open(tmp_path)


def test_another_database_is_no_case_file(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE documents (id)")
    with pytest.raises(StoreError, match="R-STORE-001"):
        SqliteStore.open(path)


def test_a_file_of_a_newer_version_is_refused(path):
    SqliteStore.create(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(StoreError, match="R-STORE-002"):
        SqliteStore.open(path)


def read_all(path):
    store = SqliteStore.open(path)
    try:
        return [store.passages(document.id) for document in store.documents()], store.search("ferry", limit=10_000)
    finally:
        store.close()


@pytest.mark.parametrize("start", [100, 3000, 5000, 20_000, 60_000])
def test_damage_is_called_damage_or_does_not_matter(filled, start):
    whole = read_all(filled)
    data = bytearray(filled.read_bytes())
    data[start : start + 2000] = b"\xa5" * 2000
    filled.write_bytes(data)
    try:
        assert read_all(filled) == whole
    except RashomonError as error:
        assert error.code == "R-STORE-004"


@pytest.mark.parametrize("kept", [200, 4096, 30_000])
def test_a_file_cut_short_is_damaged(filled, kept):
    filled.write_bytes(filled.read_bytes()[:kept])
    with pytest.raises(StoreError, match="R-STORE-004"):
        read_all(filled)


def test_the_file_opens_from_a_path_with_any_characters(tmp_path):
    path = tmp_path / "a b%20?mode=ro#é'\".rashomon"
    SqliteStore.create(path).close()
    SqliteStore.open(path).close()
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_two_at_once_make_one_case(path):
    """Whoever comes second is told so; nobody's work is replaced."""
    program = (
        "import sys, pathlib; from rashomon.store import SqliteStore; SqliteStore.create(pathlib.Path(sys.argv[1]))"
    )
    both = [subprocess.Popen([sys.executable, "-c", program, path], stderr=subprocess.PIPE) for _ in range(2)]
    errors = [process.communicate()[1].decode() for process in both]
    assert sorted(process.returncode for process in both) == [0, 1]
    assert "R-CASE-002" in "".join(errors)
    SqliteStore.open(path).close()
