from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.document import Document
from rashomon.model.lineage import CopyLink
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import CopyKind
from rashomon.present.descent import DEEPEST, Descent, grow_descent, sort_by_time

MADE = Made(recipe="hand@1")
START = datetime(2031, 4, 3, tzinfo=UTC)


def make(number: int, *, dated: bool = True) -> Document:
    return Document(
        id=f"d{number}",
        input_id=f"d{number}",
        text="",
        raw_sha256="0" * 64,
        made=MADE,
        published_at=START + timedelta(minutes=number) if dated else None,
    )


def link(number: int, parent: int) -> CopyLink:
    return CopyLink(
        id=f"c{number}",
        document_id=f"d{number}",
        copy_of=f"d{parent}",
        kind=CopyKind.NEAR,
        share=1.0,
        why="",
        passages=(),
        made=MADE,
    )


def outline(trees: tuple[Descent, ...]) -> list[object]:
    return [[tree.document.id, *outline(tree.made_from_it)] for tree in trees]


def flatten(trees: tuple[Descent, ...], level: int = 0) -> list[tuple[str, int]]:
    return [place for tree in trees for place in ((tree.document.id, level), *flatten(tree.made_from_it, level + 1))]


def test_a_copy_of_a_copy_stands_below_the_copy_in_time_order() -> None:
    documents = [make(number) for number in (3, 1, 0, 2)]
    links = {f"d{one}": link(one, parent) for one, parent in ((1, 0), (2, 0), (3, 1))}
    assert outline(grow_descent(documents, links)) == [["d0", ["d1", ["d3"]], ["d2"]]]


def test_a_parent_elsewhere_is_none() -> None:
    (tree,) = grow_descent([make(1)], {"d1": link(1, 0)})
    assert tree.link is not None
    assert tree.made_from_it == ()


def test_undated_reports_come_last() -> None:
    assert [document.id for document in sort_by_time([make(1, dated=False), make(2), make(0)])] == ["d0", "d2", "d1"]


@given(st.dictionaries(st.integers(0, 20), st.integers(0, 20)), st.integers(0, 21))
def test_every_report_stands_in_the_trees_once_also_in_circles(parents: dict[int, int], number: int) -> None:
    documents = [make(one) for one in range(number)]
    places = flatten(grow_descent(documents, {f"d{one}": link(one, parent) for one, parent in parents.items()}))
    assert sorted(one for one, _ in places) == sorted(document.id for document in documents)


def test_a_long_chain_is_kept_shallow() -> None:
    documents = [make(number) for number in range(5000)]
    places = flatten(grow_descent(documents, {f"d{one}": link(one, one - 1) for one in range(1, 5000)}))
    assert len(places) == 5000
    assert max(level for _, level in places) == DEEPEST - 1
