import pathlib
import time
from datetime import UTC, datetime, timedelta

import pytest

from rashomon.link.linking import link_reports
from rashomon.model.vocabulary import Certainty, DriftKind, EventRelation, Polarity, Precision, RelationKind, Slot

QUESTION = "Who carried out the missile attack on Nairobi?"
ESSAY = (
    "Has Ethiopia finally struck back?\n\nFrom the Evening Compass:\n\n"
    "At least six missiles hit Nairobi early Sunday. Sunday's assault on Nairobi comes weeks after a pair of "
    "explosions over "
    "the State Lodge, a blow at the president's seat. Egyptian officials said the attack was most likely the "
    "work of one of "
    "Ethiopia's special units.\n\n"
    "So the Compass says Egyptian officials think it was the Ethiopians who did it."
)


def placed(linkage, claim):
    return next(placement for placement in linkage.placements if placement.claim_id == claim.id)


def essay_claims(document, make_claim):
    upstream = make_claim(
        document,
        "the attack was most likely the work of one of Ethiopia's special units",
        "Evening Compass",
        "Egyptian officials",
        value="one of Ethiopia's special units",
        certainty=Certainty.PROBABLE,
    )
    restated = make_claim(
        document, "it was the Ethiopians who did it", "the Compass", "Egyptian officials", value="the Ethiopians"
    )
    return upstream, restated


def test_a_belief_about_an_earlier_event_restated_of_this_one_is_drift_and_one_origin(make_document, make_claim):
    compass = make_document("compass", "Officials spoke of the State Lodge.", publisher="Evening Compass", at=(1, 8))
    essay = make_document("essay", ESSAY, publisher="The Weathercock", at=(19, 10))
    upstream, restated = essay_claims(essay, make_claim)
    linkage = link_reports([compass, essay], [upstream, restated], question=QUESTION)
    events = {event.id: event for event in linkage.events}
    assert events[placed(linkage, upstream).event_id].prior
    assert events[placed(linkage, restated).event_id].focal
    (drift,) = [relation for relation in linkage.relations if relation.kind is RelationKind.DRIFT]
    assert (drift.from_id, drift.to_id) == (restated.id, upstream.id)
    assert drift.changes == (DriftKind.EVENT_MOVED, DriftKind.ACTOR_WIDENED, DriftKind.HEDGE_LOST)
    assert "another event" in drift.why
    assert "most likely" in drift.why
    assert placed(linkage, upstream).origin_id == placed(linkage, restated).origin_id


def test_a_claim_relayed_by_name_comes_from_the_origin_of_the_report_relayed(make_document, make_claim):
    first = make_document(
        "first",
        "Egyptian officials say Ethiopian troops launched the missiles.",
        publisher="Evening Compass",
        at=(18, 9),
    )
    later = make_document(
        "later",
        "Much is unclear. Egyptian officials say Ethiopian troops fired them, the Evening Compass reports.",
        publisher="Inland Post",
        at=(18, 12),
    )
    original = make_claim(
        first, "Ethiopian troops launched the missiles", "Egyptian officials", value="Ethiopian troops"
    )
    relayed = make_claim(
        later, "Ethiopian troops fired them", "Evening Compass", "Egyptian officials", value="Ethiopian troops"
    )
    linkage = link_reports([first, later], [original, relayed], question=QUESTION)
    assert len({placement.origin_id for placement in linkage.placements}) == 1
    (repeat,) = linkage.relations
    assert (repeat.kind, repeat.from_id) == (RelationKind.REPEATS, relayed.id)


def test_a_quotation_seen_earlier_comes_from_where_it_was_first(make_document, make_claim):
    quote = '"No unit of ours fired anything at that city last night"'
    first = make_document(
        "first", f"The general was short. {quote}, he told a radio station.", publisher="Radio Awash", at=(18, 9)
    )
    later = make_document(
        "later", f"Roads are closed. {quote}, the general said.", publisher="Inland Post", at=(18, 15)
    )
    claims = [
        make_claim(one, quote[1:-1], "the general", polarity=Polarity.DENY, value="our unit") for one in (first, later)
    ]
    linkage = link_reports([first, later], claims, question=QUESTION)
    assert len({placement.origin_id for placement in linkage.placements}) == 1
    assert len(linkage.origins) == 2


def test_accusation_and_denial_and_disjoint_counts_contradict(make_document, make_claim):
    text = "Kenya said Ethiopia did it. Ethiopia said Ethiopia did not. "
    text += "Six missiles, said one. More than nine missiles, said two."
    document = make_document("a", text, publisher="Inland Post", at=(18, 9))
    claims = [
        make_claim(document, "Ethiopia did it", "Kenya", value="Ethiopia"),
        make_claim(document, "Ethiopia did not", "Ethiopia", value="Ethiopia", polarity=Polarity.DENY),
        make_claim(document, "Six missiles", "one", slot=Slot.COUNT, value="six", unit="missiles", low=6.0, high=6.0),
        make_claim(
            document, "More than nine missiles", "two", slot=Slot.COUNT, value="nine", unit="missiles", low=10.0
        ),
    ]
    linkage = link_reports([document], claims, question=QUESTION)
    pairs = {(one.from_id, one.to_id) for one in linkage.relations if one.kind is RelationKind.CONTRADICTS}
    assert pairs == {(claims[1].id, claims[0].id), (claims[3].id, claims[2].id)}


def test_figures_of_the_raid_on_another_capital_belong_to_that_raid(make_document, make_claim):
    text = (
        "Missiles struck Nairobi on Sunday.\n\n"
        "Hours earlier Kenya had raided Addis Ababa for the third time. Fifteen rockets came down and two people died."
    )
    document = make_document("a", text, publisher="Inland Post", at=(18, 9))
    claim = make_claim(document, "two people", "Ethiopian officials", slot=Slot.COUNT, value="two", unit="killed")
    linkage = link_reports([document], [claim], question=QUESTION)
    events = {event.id: event for event in linkage.events}
    assert events[placed(linkage, claim).event_id].place == "Addis Ababa"


def test_placements_run_parallel_to_chains_and_name_known_records(make_document, make_claim):
    essay = make_document("essay", ESSAY, publisher="The Weathercock", at=(19, 10))
    claims = essay_claims(essay, make_claim)
    linkage = link_reports([essay], claims, question=QUESTION)
    sources, origins = {one.id for one in linkage.sources}, {one.id for one in linkage.origins}
    for claim in claims:
        placement = placed(linkage, claim)
        assert len(placement.source_ids) == len(claim.chain)
        assert set(placement.source_ids) <= sources
        assert placement.origin_id in origins


def test_nothing_to_link_gives_an_empty_linkage_with_a_focal_event():
    linkage = link_reports([], [], question=QUESTION)
    assert (linkage.sources, linkage.copies, linkage.origins, linkage.placements) == ((), (), (), ())
    assert linkage.events[0].focal


def test_thousands_of_short_posts_are_linked_in_seconds(make_document):
    posts = [
        make_document(f"p{n}", f"smoke over tower {n % 997} now {n}", at=(1 + n % 28, n % 24)) for n in range(3000)
    ]
    began = time.perf_counter()
    link_reports(posts, [], question="")
    assert time.perf_counter() - began < 20


SEED = pathlib.Path(__file__).parents[3] / "shared" / "seed"


@pytest.mark.skipif(not SEED.exists(), reason="the seed text is not at hand")
def test_the_seed_text_speaks_of_three_events(make_document):
    text = next(SEED.glob("*.txt")).read_text("utf8")
    title = text.splitlines()[0]
    linkage = link_reports([make_document("seed", text)], [], question=title.split(":")[0])
    events = {(event.relation, event.place) for event in linkage.events}
    asked, struck_back, earlier = EventRelation.FOCAL, EventRelation.RECIPROCAL, EventRelation.PRIOR
    assert {(asked, "Moscow"), (earlier, "Kremlin")} < events
    assert [place for relation, place in events if relation is struck_back] in (["Kiev"], ["Kyiv"])
    assert sum(event.relation in (asked, struck_back, earlier) for event in linkage.events) == 3


@pytest.mark.skipif(not SEED.exists(), reason="the seed text is not at hand")
def test_the_events_of_the_seed_text_lie_on_one_night_and_weeks_before(make_document):
    text = next(SEED.glob("*.txt")).read_text("utf8")
    report = make_document("seed", text, at=datetime(2023, 5, 30, 21, tzinfo=UTC))
    events = link_reports([report], [], question="Who carried out the drone attack on Moscow?").events
    by_relation = {event.relation: event for event in events}
    night = by_relation[EventRelation.FOCAL]
    assert (night.start, night.precision) == (datetime(2023, 5, 30, tzinfo=UTC), Precision.PART_OF_DAY)
    assert by_relation[EventRelation.RECIPROCAL].start == night.start
    assert by_relation[EventRelation.PRIOR].end < night.start - timedelta(days=6)
    assert by_relation[EventRelation.PRIOR].precision is Precision.WEEK
