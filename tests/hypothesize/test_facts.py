"""Facts: quantities as ranges over all who named them."""

import pytest

from rashomon.hypothesize.facts import gather_facts
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Slot


@pytest.fixture
def gather(make_document, make_claim, make_reading):
    """Facts of counts given as (low, high), or (low, high, changes), each by a report of its own."""

    def gather(*bounds, **linkage):
        documents, claims = [], []
        for number, (low, high, *changes) in enumerate(bounds):
            document = make_document(f"paper {number}", "Boats were seen.")
            given = {"slot": Slot.COUNT, "value": f"{low}-{high}", "unit": "boats", "low": low, "high": high}
            claims.append(make_claim(document, "Boats were seen", **(given | dict(*changes))))
            documents.append(document)
        if "about" in linkage:
            linkage["about"] = {claims[number].id: event for number, event in linkage["about"].items()}
        return gather_facts(make_reading(documents, claims, **linkage))

    return gather


def test_range_spans_all_who_named_a_number(gather):
    (fact,) = gather((3, 3), (5, 5), (4, 4))
    assert (fact.slot, fact.low, fact.high) == ("boats", 3, 5)


def test_best_value_is_the_one_most_origins_give(gather):
    (fact,) = gather((3, 3), (5, 5), (3, 3))
    assert fact.best == 3


def test_copies_of_one_origin_give_their_value_once(gather):
    origins = {"wire": ("paper 0", "paper 1", "paper 2"), "b": ("paper 3",), "c": ("paper 4",)}
    (fact,) = gather((3, 3), (3, 3), (3, 3), (5, 5), (5, 5), origins=origins)
    assert fact.best == 5


def test_latest_value_is_best_on_a_tie(gather):
    (fact,) = gather((3, 3), (5, 5))
    assert fact.best == 5


def test_at_least_leaves_the_upper_side_open(gather):
    (fact,) = gather((8, None))
    assert (fact.low, fact.best, fact.high) == (8, 8, None)


def test_at_most_leaves_the_lower_side_open(gather):
    (fact,) = gather((None, 8))
    assert (fact.low, fact.best, fact.high) == (None, 8, 8)


def test_larger_count_bounds_what_at_least_left_open(gather):
    (fact,) = gather((8, None), (12, 12))
    assert (fact.low, fact.high) == (8, 12)


def test_smaller_count_does_not_bound_what_at_least_left_open(gather):
    (fact,) = gather((8, None), (5, 5))
    assert (fact.low, fact.high) == (5, None)


def test_smaller_count_bounds_what_at_most_left_open(gather):
    (fact,) = gather((None, 8), (5, 5))
    assert (fact.low, fact.high) == (5, 8)


def test_range_given_by_one_voice_is_kept(gather):
    (fact,) = gather((300, 500))
    assert (fact.low, fact.high) == (300, 500)


@pytest.mark.parametrize(
    "changes",
    [
        {"polarity": Polarity.DENY},
        {"certainty": Certainty.NONE},
        {"modality": Modality.QUESTION},
        {"modality": Modality.CONDITIONAL},
    ],
)
def test_count_nobody_commits_to_makes_no_fact(gather, changes):
    assert gather((3, 3, changes)) == ()


def test_events_are_kept_apart(gather):
    facts = gather((3, 3), (40, 40), about={0: "evt raid", 1: "evt storm"})
    assert {(fact.event_id, fact.low, fact.high) for fact in facts} == {("evt raid", 3, 3), ("evt storm", 40, 40)}


def test_things_counted_are_kept_apart_the_most_named_first(gather):
    facts = gather((1, 1, {"unit": "killed"}), (3, 3), (4, 4))
    assert [fact.slot for fact in facts] == ["boats", "killed"]


def test_fact_rests_on_its_claims(gather):
    (fact,) = gather((3, 3), (5, 5))
    assert len(fact.claim_ids) == 2 and fact.made.inputs == fact.claim_ids
