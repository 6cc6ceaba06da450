from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.document import Document, keep_current, number_versions
from rashomon.model.provenance import Made

DAYS = st.lists(st.tuples(st.sampled_from("ab"), st.one_of(st.none(), st.integers(1, 28))), max_size=8)


def make(versions):
    return tuple(
        Document(
            id=f"doc_{number}",
            input_id=article,
            text=str(number),
            raw_sha256="",
            made=Made(recipe="test@1"),
            published_at=None if day is None else datetime(2031, 5, day, tzinfo=UTC),
        )
        for number, (article, day) in enumerate(versions)
    )


def test_versions_follow_their_times_and_one_without_follows_the_one_before_it():
    documents = make([("a", 9), ("a", 3), ("a", None), ("b", None)])
    assert number_versions(documents) == {"doc_1": 1, "doc_2": 2, "doc_0": 3, "doc_3": 1}
    assert [document.id for document in keep_current(documents)] == ["doc_0", "doc_3"]
    assert number_versions(make([("a", 9), ("a", None)]))["doc_1"] == 2


@given(DAYS)
def test_every_article_has_one_current_version_and_numbers_without_gaps(versions):
    documents = make(versions)
    numbers = number_versions(documents)
    for article in {document.input_id for document in documents}:
        held = sorted(numbers[document.id] for document in documents if document.input_id == article)
        assert held == list(range(1, len(held) + 1))
    assert sorted(document.input_id for document in keep_current(documents)) == sorted({one for one, _ in versions})
