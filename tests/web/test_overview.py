"""The first screen: what moved since the last visit, what would change the answer, another question, the truth."""

import json

import httpx
import pytest
from playwright.sync_api import expect

from rashomon.case import Case
from rashomon.present.overview import list_changers, list_gaps
from rashomon.web.desk import CaseView
from rashomon.web.screens import SCREENS

REPORT = {
    "id": "n1",
    "publisher": "Quay Post",
    "published_at": "2023-05-31T08:00:00Z",
    "text": "Investigators who examined the wreckage said that Ukraine carried out the drone attack on Moscow.",
}


@pytest.fixture
def later_report(tmp_path):
    path = tmp_path / "later.jsonl"
    path.write_text(json.dumps(REPORT), "utf-8")
    return str(path)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_complaint(workbench, browser, open_visit, scheme):
    with open_visit(browser, workbench.url, color_scheme=scheme) as visit:
        visit.go("/")
        visit.check()


def test_what_moved_since_the_last_visit(visit, workbench, later_report):
    page = visit.go("/")
    assert "Nothing changed" in page.inner_text("main")
    with Case.open(workbench.path) as case:
        list(case.add([later_report]))
        case.analyze()
    page.get_by_text("The case changed").wait_for(timeout=15_000)
    visit.press("r")
    page.get_by_text("1 report came in").wait_for()
    assert "bits" in page.inner_text("main")
    page.get_by_text("1 report came in").click()
    assert "Quay Post" in page.inner_text("main")
    visit.check()


def test_another_question_is_answered(visit, workbench):
    page = visit.go("/")
    before = page.inner_text("h1")
    page.get_by_role("button", name="Answer this").first.click()
    expect(page.locator("h1")).not_to_have_text(before, timeout=20_000)
    assert workbench.desk.view.question.text != before


def test_the_answer_that_turned_out_true_is_kept_by_keys_alone(visit, workbench):
    page = visit.go("/")
    visit.press("R")
    page.keyboard.press("Tab")
    page.keyboard.type("2024-01-31")
    page.keyboard.press("Enter")
    page.get_by_text("Resolved:").wait_for()
    assert workbench.desk.view.decisions[-1].value == "2024-01-31"
    visit.press("u")
    expect(page.get_by_text("Resolved:")).to_have_count(0)


def test_as_json_it_is_the_analysis(workbench):
    told = httpx.get(workbench.url, headers={"Accept": "application/json"}).json()
    assert told["schema"] == "rashomon/analysis@1"
    assert httpx.get(f"{workbench.url}/changes/judgement_unknown?format=json").status_code == 404


@pytest.fixture(scope="module")
def empty(run_workbench, tmp_path_factory):
    """A workbench on a case without a report."""
    path = tmp_path_factory.mktemp("empty") / "empty.rashomon"
    Case.create(path, "Who opened the sluice?").close()
    with run_workbench(path) as running:
        yield running


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_an_empty_case_says_on_every_screen_how_to_begin(empty, browser, open_visit, screen):
    with open_visit(browser, empty.url) as visit:
        page = visit.go(screen.path)
        visit.check()
        assert screen.path == "/reader" or "Add a report" in page.inner_text("main")
    asked = httpx.get(f"{empty.url}{screen.path}?format=json")
    assert asked.status_code == (200 if screen.path == "/reader" else 422)


def test_three_things_would_change_it_and_gaps_are_sentences(workbench):
    view: CaseView = workbench.desk.view
    assert len(view.derive(list_changers)) == 3
    assert len({one.kind for one in view.derive(list_changers)}) == 3
    assert "Nobody heard examined the evidence." in view.derive(list_gaps)
    assert all(gap.endswith(".") for gap in view.derive(list_gaps))
