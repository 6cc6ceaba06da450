"""Facts for the terminal, their order, and which a word means."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rashomon.model.analysis import Analysis
from rashomon.model.event import FactValue
from rashomon.present.fact_order import find_facts, group_facts, rank_facts
from rashomon.present.facts_text import render_fact, render_facts
from rashomon.present.index import index_analysis


def value(
    claim_id: str, low: float | None, high: float | None, holder: str, superseded_by: str | None = None
) -> FactValue:
    return FactValue(
        claim_id=claim_id,
        low=low,
        high=high,
        holder=holder,
        as_of=datetime(2031, 4, 2, 9, tzinfo=UTC),
        origin_id="org_beacon",
        superseded_by=superseded_by,
    )


@pytest.fixture
def told(analysis: Analysis) -> Analysis:
    """The case with values for its boats: one replaced, one twice, and a holder with a hostile name."""
    boats, killed = analysis.hypothesis_set.facts
    values = (
        value("clm_5", 8, None, "The Beacon", "clm_6"),
        value("clm_6", 25, None, "The Beacon"),
        value("clm_6", 25, None, "The Beacon"),
        value("clm_4", None, 30, "Mayor \x1b[31mRed"),
    )
    boats = replace(boats, low=25, best=25, high=30, claim_ids=tuple(v.claim_id for v in values), values=values)
    return replace(analysis, hypothesis_set=replace(analysis.hypothesis_set, facts=(boats, killed)))


def test_list_tells_ranges_holders_times_and_what_was_replaced(told: Analysis) -> None:
    page = render_facts(told, width=100)
    assert "25 to 30, best 25" in page and "4 claims, 1 origin" in page
    assert "at least 8 replaced" in page and "at least 25 (2 times)" in page and "at most 30" in page
    assert "2 Apr 2031, 09:00 UTC" in page
    assert "\x1b" not in page
    assert all(len(line) <= 100 for line in page.splitlines())


def test_narrow_list_fits(told: Analysis) -> None:
    assert all(len(line) <= 60 for line in render_facts(told, width=60).splitlines())


def test_one_fact_names_who_stands_behind_its_ends(told: Analysis) -> None:
    page = render_fact(told.hypothesis_set.facts[:1], told)
    assert "lowest 25: The Beacon" in page and "highest 30: Mayor" in page and "replaced by clm_6" in page


def test_what_befell_people_comes_first(told: Analysis) -> None:
    assert [fact.slot for fact in rank_facts(index_analysis(told))] == ["killed", "boats"]


def test_facts_are_grouped_by_event_the_one_asked_about_first(told: Analysis) -> None:
    boats, killed = told.hypothesis_set.facts
    elsewhere = replace(killed, id="fct_other", event_id="evt_other")
    moved = replace(told, hypothesis_set=replace(told.hypothesis_set, facts=(elsewhere, boats, killed)))
    assert [event_id for event_id, _ in group_facts(index_analysis(moved))] == ["evt_fire", "evt_other"]


@pytest.mark.parametrize(
    ("wanted", "slots"),
    [("boats", ["boats"]), ("BOAT", ["boats"]), ("fct_killed", ["killed"]), ("ships", []), (" ", [])],
)
def test_word_means_a_slot_an_id_or_part_of_one(told: Analysis, wanted: str, slots: list[str]) -> None:
    assert [fact.slot for fact in find_facts(index_analysis(told), wanted)] == slots


def test_case_without_facts_says_so(told: Analysis) -> None:
    bare = replace(told, hypothesis_set=replace(told.hypothesis_set, facts=()))
    assert render_facts(bare).startswith("0 quantities in 4 reports")
