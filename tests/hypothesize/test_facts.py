"""Facts: quantities as ranges over all who named them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from rashomon.hypothesize.facts import gather_facts
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Slot

START = datetime(2020, 5, 4, tzinfo=UTC)


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


@pytest.fixture
def gather_told(make_document, make_claim, make_reading):
    """Facts of counts told by voices on days: (day, voice or "", changes)."""

    def gather_told(*told):
        documents, claims = [], []
        for number, (day, voice, changes) in enumerate(told):
            document = make_document(f"paper {number}", "Boats were seen.")
            documents.append(replace(document, published_at=START + timedelta(days=day)))
            given = {"slot": Slot.COUNT, "value": "some", "unit": "boats"} | changes
            claims.append(make_claim(document, "Boats were seen", *([voice] if voice else []), **given))
        return gather_facts(make_reading(documents, claims))

    return gather_told


def test_later_count_of_one_holder_replaces_the_earlier(gather_told):
    (fact,) = gather_told((0, "the mayor", {"low": 8, "high": None}), (1, "the mayor", {"low": 12, "high": 12}))
    assert (fact.low, fact.best, fact.high) == (12, 12, 12)
    assert [v.superseded_by for v in fact.values] == [fact.claim_ids[1], None]


def test_other_holders_are_not_replaced(gather_told):
    (fact,) = gather_told((0, "the mayor", {"low": 8, "high": 8}), (1, "the army", {"low": 12, "high": 12}))
    assert (fact.low, fact.high) == (8, 12)


def test_same_count_again_replaces_nothing(gather_told):
    (fact,) = gather_told((0, "the mayor", {"low": 8, "high": 8}), (1, "the mayor", {"low": 8, "high": 8}))
    assert [v.superseded_by for v in fact.values] == [None, None]


def test_somebody_met_later_replaces_no_tally(gather_told):
    (fact,) = gather_told(
        (0, "the mayor", {"unit": "injured", "low": 8, "high": 8}),
        (1, "the mayor", {"unit": "injured", "value": "a policeman", "low": 1, "high": 1}),
    )
    assert (fact.low, fact.best, fact.high) == (8, 8, 8)


def test_value_keeps_holder_time_and_origin(gather_told):
    (fact,) = gather_told((2, "the mayor", {"low": 8, "high": 8}))
    (value,) = fact.values
    assert (value.holder, value.as_of, value.origin_id) == ("the mayor", START + timedelta(days=2), "org paper 0")
    assert fact.behind(8) == fact.claim_ids


def test_measures_are_told_in_the_unit_most_used(gather_told):
    said = ({"unit": "distance", "measure": "metre", "low": 1500, "high": 1500},) * 2
    (fact,) = gather_told(
        (0, "", said[0]), (0, "", {"unit": "distance", "measure": "kilometre", "low": 2, "high": 2}), (0, "", said[1])
    )
    assert (fact.unit, fact.low, fact.best, fact.high) == ("metre", 1500, 1500, 2000)


def test_lengths_and_times_of_one_name_are_two_facts(gather_told):
    facts = gather_told(
        (0, "", {"unit": "range", "measure": "metre", "low": 5, "high": 5}),
        (0, "", {"unit": "range", "measure": "hour", "low": 5, "high": 5}),
    )
    assert len({fact.id for fact in facts}) == 2


def test_nobody_hurt_is_a_zero_though_a_denial(gather_told):
    (fact,) = gather_told((0, "", {"unit": "injured", "low": 0, "high": 0, "polarity": Polarity.DENY}))
    assert (fact.low, fact.best, fact.high) == (0, 0, 0)


def test_somebody_hurt_bounds_the_number_from_below(gather_told):
    (fact,) = gather_told((0, "", {"unit": "injured", "value": "a policeman", "low": 1, "high": 1}))
    assert (fact.low, fact.high) == (1, None)


def test_bodies_stand_for_the_killed_where_nobody_counts_those(gather_told):
    (fact,) = gather_told((0, "", {"unit": "bodies", "low": 8, "high": 8}))
    assert (fact.slot, fact.low, fact.best, fact.high) == ("killed", 8, 8, None)


def test_bodies_stay_apart_where_the_killed_are_counted(gather_told):
    facts = gather_told(
        (0, "", {"unit": "bodies", "low": 8, "high": 8}), (0, "", {"unit": "killed", "low": 81, "high": 81})
    )
    assert {(fact.slot, fact.best) for fact in facts} == {("bodies", 8), ("killed", 81)}


@pytest.mark.parametrize("bounds", [(None, None), (float("inf"), None), (3, float("nan"))])
def test_number_that_is_none_makes_no_fact(gather, bounds):
    assert gather(bounds) == ()


def test_bounds_the_wrong_way_round_are_turned(gather):
    (fact,) = gather((12, 3))
    assert (fact.low, fact.high) == (3, 12) and 3 <= fact.best <= 12


def test_order_of_reports_never_matters(gather_told):
    told = [
        (0, "the mayor", {"low": 8, "high": None}),
        (2, "the mayor", {"low": 12, "high": 12}),
        (1, "the army", {"low": 9, "high": 9}),
        (1, "", {"low": None, "high": 20}),
    ]
    seen = {(fact.low, fact.best, fact.high) for order in permutations(told) for fact in gather_told(*order)}
    assert seen == {(9, 12, 20)}


def test_lengths_of_nothing_named_are_parted_where_they_differ_widely(gather_told):
    told = [{"unit": "distance", "measure": "metre", "low": low, "high": low} for low in (40_000, 9, 10)]
    facts = gather_told(*((0, "", changes) for changes in told))
    assert [(fact.low, fact.high) for fact in facts] == [(9, 10), (40_000, 40_000)]
    assert len({fact.id for fact in facts}) == 2


def test_one_voice_of_one_report_counts_two_things(make_document, make_claim, make_reading):
    document = make_document("paper", "Boats were seen.")
    said = [
        make_claim(document, "Boats were seen", slot=Slot.COUNT, value=f"{n}", unit="boats", low=n, high=n)
        for n in (2, 500)
    ]
    assert [(f.low, f.high) for f in gather_facts(make_reading([document], said))] == [(2, 2), (500, 500)]


def test_small_numbers_ten_times_apart_count_two_things(gather):
    assert [(fact.low, fact.high) for fact in gather((3, 3), (100, 100))] == [(3, 3), (100, 100)]


def test_small_numbers_less_far_apart_are_a_contest(gather):
    assert [(fact.low, fact.high) for fact in gather((14, 14), (80, 80))] == [(14, 80)]


def test_people_of_whom_nothing_is_told_are_parted_sooner(gather):
    facts = gather((2, 2, {"unit": "people"}), (8, 8, {"unit": "people"}))
    assert [(fact.low, fact.high) for fact in facts] == [(2, 2), (8, 8)]


def test_two_holders_counting_a_crowd_far_apart_are_a_contest(gather):
    (fact,) = gather((10_000, 10_000), (500_000, 500_000))
    assert (fact.low, fact.high) == (10_000, 500_000)


def test_what_befell_people_is_never_parted(make_document, make_claim, make_reading):
    document = make_document("paper", "People died.")
    said = [
        make_claim(document, "People died", slot=Slot.COUNT, value=f"{n}", unit="killed", low=n, high=n)
        for n in (2, 500)
    ]
    assert [(f.low, f.high) for f in gather_facts(make_reading([document], said))] == [(2, 500)]
