"""The claims: facets and words that narrow them down, one claim in all its wordings, the table to take away."""

import csv
import io
import json

import httpx
import pytest

from rashomon.present.claim_list import FacetChoice, Order, find_claims, list_claims
from rashomon.present.claim_variants import mark_changes
from rashomon.present.side_by_side import Look


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_complaint(workbench, browser, open_visit, scheme):
    with open_visit(browser, workbench.url, color_scheme=scheme) as visit:
        page = visit.go("/claims?polarity=deny")
        visit.check()
        page.locator("[data-item] a").last.click()
        visit.go(f"/claims/{workbench.desk.view.analysis.claims[0].id}")
        visit.check()


def test_a_claim_is_rejected_and_that_undone_by_keys_alone(visit, workbench):
    page = visit.go("/claims")
    visit.press("j", "j")
    claim_id = page.locator("[data-item][aria-current=true]").get_attribute("id")
    visit.press("x")
    page.get_by_text("✗ rejected").wait_for(timeout=20_000)
    assert workbench.desk.view.decisions[-1].subject_ids == (claim_id,)
    visit.press("u")
    page.get_by_text("✗ rejected").wait_for(state="detached", timeout=20_000)


def test_words_are_found_in_the_passage_and_facets_count_what_is_left(workbench):
    listed = workbench.desk.view.derive(list_claims)
    every = find_claims(listed, FacetChoice())
    denials = find_claims(listed, FacetChoice(polarity="deny"))
    told = next(facet for facet in every.facets if facet.name == "polarity")
    assert {one.value: one.count for one in told.values}["deny"] == len(denials.rows)
    assert {row.claim.polarity for row in denials.rows} == {"deny"}
    # A facet that is chosen still counts its other values.
    assert {one.value for facet in denials.facets if facet.name == "polarity" for one in facet.values} == {
        "assert",
        "deny",
    }
    found = httpx.get(f"{workbench.url}/claims", params={"q": "Podolyak", "format": "json"}).json()
    assert 0 < found["total"] < len(every.rows)


def test_orders_differ_and_hold_the_same_claims(workbench):
    listed = workbench.desk.view.derive(list_claims)
    orders = {order: [row.claim.id for row in find_claims(listed, FacetChoice(), order=order).rows] for order in Order}
    assert len({tuple(ids) for ids in orders.values()}) >= 3
    assert len({frozenset(ids) for ids in orders.values()}) == 1
    heaviest = find_claims(listed, FacetChoice(), order=Order.WEIGHT).rows
    assert [abs(row.bits) for row in heaviest] == sorted((abs(row.bits) for row in heaviest), reverse=True)


def test_what_is_saved_is_what_is_found(workbench):
    told = httpx.get(f"{workbench.url}/claims.csv?polarity=deny").text
    rows = list(csv.DictReader(io.StringIO(told)))
    lines = [json.loads(line) for line in httpx.get(f"{workbench.url}/claims.jsonl?polarity=deny").text.splitlines()]
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    assert {row["polarity"] for row in rows} == {"deny"}
    assert not any(value.startswith(("=", "+", "-", "@")) for row in rows for value in row.values())


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/claims/claim_unknown", 404),
        ("/claims?page=0", 422),
        ("/claims?order=beauty", 422),
        ("/claims?since=yesterday", 422),
        ("/claims?page=999", 200),
        ("/claims?holder=nobody+of+that+name", 200),
        ('/claims?q="AND+(+*', 200),
    ],
)
def test_whatever_is_asked_is_answered(workbench, path, status):
    assert httpx.get(workbench.url + path).status_code == status


def test_changed_words_are_marked_and_nothing_is_lost():
    runs = mark_changes("Ukraine most likely sent the drones", "Ukraine sent eight drones, they say")
    assert "".join(run.text for run in runs) == "Ukraine sent eight drones, they say"
    assert [run.text.strip() for run in runs if run.look is Look.CHANGED] == ["eight", "they say"]


def test_two_thousand_reports_are_listed_quickly(large_workbench):
    httpx.get(f"{large_workbench.url}/claims", timeout=60)
    answer = httpx.get(f"{large_workbench.url}/claims?q=bridge&order=spread", timeout=60)
    assert answer.status_code == 200
    assert len(answer.content) < 300_000
