"""The sources: the picture and its list agree, a card says and sets what is known, all undone from the keyboard."""

import httpx
import pytest
from playwright.sync_api import expect

from rashomon.present.relay_graph import LAYER_X, draw_relays
from rashomon.present.source_card import list_sources


def find_source(workbench, name):
    return next(one for one in workbench.desk.view.judged.sources.values() if one.name == name)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_complaint(workbench, browser, open_visit, scheme):
    with open_visit(browser, workbench.url, color_scheme=scheme) as visit:
        visit.go("/sources")
        visit.check()
        visit.go(f"/sources/{find_source(workbench, 'The Hudson Ledger').id}")
        visit.check()


def test_two_sources_are_merged_and_parted_again_by_keys_alone(visit, workbench):
    one, other = find_source(workbench, "American officials"), find_source(workbench, "officials")
    page = visit.go(f"/sources/{one.id}")
    visit.press("m")
    page.keyboard.type(other.id)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/sources/{other.id}")
    expect(page.get_by_text("American officials").first).to_be_visible(timeout=20_000)
    assert workbench.desk.view.decisions[-1].kind == "merge_sources"
    visit.go(f"/sources/{other.id}")
    visit.press("u")
    expect(page.get_by_text("taken back")).to_be_visible(timeout=20_000)


def test_a_grade_needs_its_basis_and_stays_in_the_history(visit, workbench):
    source = find_source(workbench, "The Hudson Ledger")
    page = visit.go(f"/sources/{source.id}")
    visit.press("e")
    page.keyboard.type("D")
    page.keyboard.press("Tab")
    page.keyboard.type("two corrections last year")
    page.keyboard.press("Enter")
    expect(page.get_by_text("two corrections last year").first).to_be_visible(timeout=20_000)
    refused = httpx.post(
        f"{workbench.url}/decisions?format=json", data={"kind": "grade_source", "subject": source.id, "value": "D"}
    )
    assert refused.status_code == 422 and refused.json()["code"] == "R-DECIDE-003"


def test_dependence_is_set_and_cut_by_hand(workbench):
    one, other = find_source(workbench, "Dnipro Courier"), find_source(workbench, "Baltic Press Service")
    for strength, kind in (("0.5", "set_dependence"), ("0", "cut_dependence")):
        data = {"other": other.name, "strength": strength}
        answer = httpx.post(f"{workbench.url}/sources/{one.id}/dependence?format=json", data=data, timeout=60)
        assert answer.status_code == 200, answer.text
        assert workbench.desk.view.decisions[-1].kind == kind
    refused = httpx.post(f"{workbench.url}/sources/{one.id}/dependence?format=json", data={"other": "nobody at all"})
    assert refused.status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/sources/src_unknown", 404),
        ("/sources?page=0", 422),
        ("/sources?kind=nonsense", 422),
        ("/sources?q=ledger&kind=outlet&graded=no&format=json", 200),
    ],
)
def test_whatever_is_asked_is_answered(workbench, path, status):
    assert httpx.get(workbench.url + path).status_code == status


def test_the_picture_is_that_of_the_chains(workbench):
    index = workbench.desk.view.judged
    graph = draw_relays(index)
    assert graph == draw_relays(index)
    shown = {node.id: node for node in graph.nodes}
    assert {node.x for node in graph.nodes} <= set(LAYER_X)
    assert all(0 <= node.y <= graph.height for node in graph.nodes)
    for edge in graph.edges:
        assert shown[edge.from_id].layer <= shown[edge.to_id].layer
        assert edge.claims > 0
    assert len({row.source.id for row in list_sources(index)}) == len(index.sources)


def test_two_thousand_reports_have_a_picture(large_workbench):
    httpx.get(f"{large_workbench.url}/sources", timeout=60)
    answer = httpx.get(f"{large_workbench.url}/sources?page=3", timeout=60)
    assert answer.status_code == 200
    assert len(answer.content) < 200_000
