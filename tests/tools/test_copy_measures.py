from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copy_edits import Kind
from copy_feed import Report, make_document
from copy_measures import Clusters, covers, measure_agreement, measure_passages
from rashomon.model.lineage import SharedPassage


def report(name, kind, lineage, source="", **more):
    document = make_document(name, "x" * 100, "The Quay", datetime(2024, 1, 1, tzinfo=UTC))
    return Report(document=document, kind=kind, lineage=lineage, source=source, **more)


REPORTS = [
    report("a", Kind.ORIGINAL, 1),
    report("b", Kind.CUT, 1, "a"),
    report("c", Kind.CUT, 1, "a"),
    report("d", Kind.VERBATIM, 1, "b"),
    report("e", Kind.ALIKE, 2),
]


def test_a_copy_is_found_by_way_of_another_one():
    found = measure_agreement(REPORTS, [(0, 1), (3, 2), (3, 1)])
    assert found.recall[Kind.CUT] == 1.0
    assert found.recall[Kind.VERBATIM] == 1.0
    assert found.precision == found.link_precision == 1.0
    assert found.pairs == 6


def test_one_false_link_costs_as_many_pairs_as_it_joins():
    found = measure_agreement(REPORTS, [(0, 1), (1, 4)])
    assert found.recall[Kind.CUT] == 0.5
    assert found.precision == pytest.approx(1 / 3)
    assert found.link_precision == 0.5


def test_nothing_claimed_is_nothing_found_and_nothing_wrong():
    found = measure_agreement(REPORTS, [])
    assert found.recall[Kind.CUT] == 0.0
    assert found.precision == 1.0


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30))
def test_pairs_are_counted_as_by_hand(pairs):
    lineages = [number % 3 for number in range(12)]
    clusters = Clusters(lineages)
    for one, other in pairs:
        clusters.join(one, other)
    claimed = [(a, b) for a in range(12) for b in range(a) if clusters.find(a) == clusters.find(b)]
    assert clusters.claimed == len(claimed)
    assert clusters.true == sum(lineages[a] == lineages[b] for a, b in claimed)


def test_half_a_passage_is_enough():
    assert covers([(0, 5), (8, 10)], (0, 14))
    assert not covers([(0, 5)], (0, 14))
    assert not covers([(0, 5), (0, 5), (1, 6)], (0, 14))
    assert covers([(-9, 3), (2, 90)], (0, 14))


def test_passages_are_found_traced_and_right():
    host = report("h", Kind.INSERTED, 3, "a", passage=(10, 50), borrowed=((10, 50),))
    marks = {
        "h": (
            SharedPassage(start=10, end=40, first_seen="b", at=0),
            SharedPassage(start=60, end=90, first_seen="e", at=0),
        )
    }
    assert measure_passages([*REPORTS, host], marks) == (1.0, 1.0, 0.5)
    elsewhere = {"h": (SharedPassage(start=10, end=40, first_seen="e", at=0),)}
    assert measure_passages([*REPORTS, host], elsewhere) == (1.0, 0.0, 1.0)
    assert measure_passages([*REPORTS, host], {}) == (0.0, 0.0, 1.0)


def test_a_passage_whose_donor_alone_has_no_date_is_not_asked_for():
    undated = Report(document=make_document("u", "x" * 100, "The Quay", None), kind=Kind.ORIGINAL, lineage=7)
    host = report("h", Kind.INSERTED, 3, "u", passage=(10, 50))
    assert measure_passages([undated, host], {}) == (1.0, 1.0, 1.0)
    both = Report(
        document=make_document("h", "x" * 100, "W", None), kind=Kind.INSERTED, lineage=3, source="u", passage=(1, 9)
    )
    assert measure_passages([undated, both], {}) == (0.0, 0.0, 1.0)
