"""The matrix: rated by keys alone, blind, turned, filtered, and as JSON."""

from datetime import UTC, datetime

import httpx
import pytest

from rashomon.case import Case
from rashomon.model.decision import keep_in_force, make_decision
from rashomon.model.vocabulary import DecisionKind

KEYS = {"Accept": "application/json"}


@pytest.fixture
def matrix(workbench):
    """Return the matrix as JSON, under a query."""

    def ask(query: str = "") -> dict:
        return httpx.get(f"{workbench.url}/matrix{query}", headers=KEYS).json()

    return ask


@pytest.mark.parametrize(("scheme", "query"), [("light", ""), ("dark", "?classic=1"), ("light", "?blind=1&sort=time")])
def test_no_complaint(workbench, browser, open_visit, scheme, query):
    with open_visit(browser, workbench.url, color_scheme=scheme) as visit:
        visit.go(f"/matrix{query}")
        visit.check()


def test_a_cell_is_rated_and_taken_back_by_keys_alone(visit, workbench, matrix):
    page = visit.go("/matrix")
    visit.press("l", "l", "ArrowDown")
    at = page.evaluate("document.activeElement.dataset.at")
    visit.press("w")
    page.locator("#cell input[name=why]").wait_for()
    visit.press("Escape")
    page.locator('#board .cell[tabindex="0"]').focus()
    visit.press("5")
    page.get_by_text("Kept: II.").wait_for()
    assert page.evaluate("document.activeElement.dataset.at") == at
    assert page.evaluate("document.activeElement.textContent").startswith("II/")
    item, answer = at.split(" ")
    made = workbench.desk.view.decisions[-1]
    label = workbench.desk.view.index.hypotheses[answer].label
    assert (made.subject_ids[1:], made.value, made.made.by) == ((item, label), "II", "analyst:ada")
    assert made.names
    visit.check()
    visit.press("Backspace")
    page.get_by_text("Taken back.").wait_for()
    assert not keep_in_force(workbench.desk.view.decisions)


def test_letters_spell_a_symbol_and_a_reason_is_kept(visit, workbench):
    page = visit.go("/matrix")
    page.locator('#board .cell[tabindex="0"]').focus()
    visit.press("w")
    page.locator("#cell input[name=why]").type("he was there")
    visit.press("Enter", "c", "c")
    page.get_by_text("Kept: CC.").wait_for()
    made = workbench.desk.view.decisions[-1]
    assert (made.value, made.why) == ("CC", "he was there")


def test_a_blind_rater_sees_an_item_once_it_is_rated_whole(visit, workbench, matrix):
    page = visit.go("/matrix?blind=1&sort=time&by=Bo")
    assert "%" not in page.inner_text("#board")
    assert "bits)" not in page.inner_text("#cell")
    answers = len(matrix()["rows"])
    page.locator('#board .cell[tabindex="0"]').focus()
    for done in range(answers):
        visit.press("3")
        page.get_by_text("Kept: N.").wait_for()
        page.evaluate("document.getElementById('told').textContent = ''")
        assert ("The machine says" in page.inner_text("#cell")) is (done == answers - 1)
        visit.press("ArrowDown")
    assert "1 of" in page.inner_text("#board")
    told = matrix("?blind=1&by=Bo")
    assert sum(column["spread"] is not None for column in told["columns"]) == 1
    assert {row["inconsistent"] for row in told["rows"]} == {None}


def test_orders_filters_and_collapsing_stand_in_the_address(matrix, workbench):
    spreads = [column["spread"] for column in matrix("?sort=diagnosticity&hide_flat=1")["columns"]]
    assert spreads
    assert min(spreads) >= 0.15
    assert len(spreads) < len(matrix()["columns"])
    assert not matrix("?find=no-such-words-anywhere")["columns"]
    page = httpx.get(f"{workbench.url}/matrix?collapsed=1").text
    assert 'aria-expanded="false"' in page
    assert page.count("data-at=") < httpx.get(f"{workbench.url}/matrix").text.count("data-at=")


@pytest.mark.parametrize("query", ["?sort=x", "?page=0", "?show=x", f"?find={'a' * 300}", "?page=9999999999999"])
def test_bad_parameters_are_refused(workbench, query):
    assert httpx.get(f"{workbench.url}/matrix{query}").status_code == 422


def test_what_is_unknown_is_told(workbench):
    assert httpx.get(f"{workbench.url}/matrix/cell?item=x&answer=y").status_code == 404
    assert "not in the matrix any more" in httpx.get(f"{workbench.url}/matrix?item=%3Cscript%3E").text
    assert httpx.get(f"{workbench.url}/matrix?page=1000000").status_code == 200


def test_a_hostile_answer_is_shown_as_text(example_copy, run_workbench):
    with Case.open(example_copy) as case:
        question_id = case.analysis().hypothesis_set.question.id
        hostile = "<img src=x onerror=alert(1)>\u202e"
        kind = DecisionKind.ADD_HYPOTHESIS
        case.decide(make_decision(kind, question_id, by="Ada", at=datetime.now(UTC), value=hostile))
        case.analyze()
    with run_workbench(example_copy) as running:
        text = httpx.get(f"{running.url}/matrix").text
    assert "<img src=x" not in text
    assert "&lt;img src=x" in text
    assert "[U+202E]" in text
