"""What the file does beyond the common promises: it outlives its process and is shared with others."""

import resource
import sqlite3
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.errors import StoreError
from rashomon.store import MemoryStore, SqliteStore

WORDS = st.lists(st.sampled_from(["ferry", "ferries", "storm", "an", "and", "Änd", "3rd", "d'or", "x"]), max_size=8)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "case.rashomon"


def test_everything_is_there_when_the_file_is_opened_again(path, make_report, make_analysis, make_extraction, question):
    store = SqliteStore.create(path)
    report = make_report("a.txt", "The ferry sank.", "It was a storm.")
    store.add_document(*report)
    store.put_extraction(make_extraction(report[0]), recipe="rules@1")
    store.put_question(question)
    store.put_analysis(make_analysis(report[0]))
    store.close()
    store = SqliteStore.open(path)
    assert store.documents() == (report[0],)
    assert store.extractions(recipe="rules@1") == (make_extraction(report[0]),)
    assert store.questions() == (question,)
    assert store.analysis("qst_1") == make_analysis(report[0])
    assert store.search("storm") == (report[2][1],)
    store.close()


def test_a_reader_reads_while_a_writer_writes(path, make_report):
    reader = SqliteStore.create(path)
    with sqlite3.connect(path, isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO feeds (url) VALUES ('https://a.example')")
        assert reader.feeds() == ()
        writer.execute("COMMIT")
    assert reader.feeds() == ("https://a.example",)
    reader.close()


def test_a_writer_that_waits_too_long_is_told_the_file_is_busy(path):
    store = SqliteStore.open(_made(path), busy_seconds=0.01)
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="R-STORE-003"):
            store.add_feed("https://a.example")
        other.execute("ROLLBACK")
    store.add_feed("https://a.example")
    assert store.feeds() == ("https://a.example",)
    store.close()


def test_a_full_disk_keeps_what_was_acknowledged(path, make_report):
    store = SqliteStore.create(path)
    first = make_report("a.txt", "The ferry sank.")
    store.add_document(*first)
    with _largest_file(200_000), pytest.raises(StoreError, match="R-STORE-005"):
        store.add_document(*make_report("b.txt", "It was a storm. " * 50_000))
    assert store.documents() == (first[0],)
    assert store.search("storm") == ()
    store.close()
    store = SqliteStore.open(path)
    assert store.documents() == (first[0],)
    store.close()


def test_a_failed_write_keeps_nothing_of_it(path, make_report):
    store = SqliteStore.create(path)
    document, raw, passages = make_report("a.txt", "The ferry sank.", "It was a storm.")
    with pytest.raises(Exception, match="UNIQUE"):
        store.add_document(document, raw, (*passages, passages[0]))
    assert store.documents() == ()
    assert store.search("ferry") == ()
    assert store.add_document(document, raw, passages)
    store.close()


def test_what_stays_the_same_is_kept_once(path, make_report, make_analysis):
    store = SqliteStore.create(path)
    reports = [make_report(f"{number}.txt", f"The ferry {number} sank.") for number in range(30)]
    for report in reports:
        store.add_document(*report)
    previous = None
    for number in range(1, 31):
        documents = [document for document, _, _ in reports[:number]]
        store.put_analysis(make_analysis(*documents, judgement_id=f"jdg_{number}", supersedes=previous))
        previous = f"jdg_{number}"
    store.close()
    with sqlite3.connect(path) as connection:
        # A claim, an origin and a placement for each report; the question and the hypothesis.
        assert connection.execute("SELECT count(*) FROM records").fetchone() == (3 * 30 + 2,)


# `make_report` is a pure function: nothing of it needs resetting between examples.
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(WORDS.map(" ".join), max_size=5), query=WORDS.map(" ".join))
def test_the_file_and_its_twin_find_the_same_passages(texts, query, tmp_path_factory, make_report):
    twins = (SqliteStore.create(tmp_path_factory.mktemp("search") / "case.rashomon"), MemoryStore())
    for store in twins:
        for number, text in enumerate(texts):
            store.add_document(*make_report(f"{number}.txt", text))
    assert set(twins[0].search(query)) == set(twins[1].search(query))
    twins[0].close()


@contextmanager
def _largest_file(size):
    """Let no file grow beyond a size in bytes, as on a disk that is nearly full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _made(path):
    SqliteStore.create(path).close()
    return path
