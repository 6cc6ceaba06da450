"""The page to send: what it says, the files it is saved as, and what differs between two of them."""

import json

import httpx
import pytest

from rashomon.case import Case
from rashomon.present.briefing import build_briefing, say_bottom_line

LATER = {
    "publisher": "Quay Post",
    "published_at": "2023-05-31T08:00:00Z",
    "title": "<script>alert(1)</script> | *wreckage*",
    "text": "Investigators who examined the wreckage said that Ukraine carried out the drone attack on Moscow.",
}


@pytest.fixture
def judged_twice(example_copy, tmp_path, run_workbench):
    (tmp_path / "later.jsonl").write_text(json.dumps(LATER), "utf-8")
    with Case.open(example_copy) as case:
        list(case.add([str(tmp_path / "later.jsonl")]))
        case.analyze()
    with run_workbench(example_copy) as running:
        yield running


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_complaint(workbench, browser, open_visit, scheme):
    with open_visit(browser, workbench.url, color_scheme=scheme) as visit:
        page = visit.go("/report")
        visit.check()
        assert page.locator("h2").all_inner_texts()[:2] == ["Key judgements", "Evidence"]


@pytest.mark.parametrize(("key", "suffix"), [("h", "html"), ("m", "md"), ("J", "json")])
def test_it_is_saved_by_a_key(visit, key, suffix):
    page = visit.go("/report")
    with page.expect_download() as download:
        visit.press(key)
    assert download.value.suggested_filename == f"moscow-2023-05-30.{suffix}"


def test_the_html_file_stands_alone_and_obeys_no_outside_word(judged_twice, browser):
    text = httpx.get(f"{judged_twice.url}/report.html").text
    assert "<script" not in text and "src=" not in text and "default-src 'none'" in text
    markdown = httpx.get(f"{judged_twice.url}/report.md").text
    assert "&lt;script>" in markdown or "<script>" not in markdown


def test_what_differs_between_two_judgements(judged_twice, browser, open_visit):
    with open_visit(browser, judged_twice.url) as visit:
        page = visit.go("/report")
        page.get_by_role("button", name="Show the difference").click()
        page.get_by_text("1 report came in").wait_for()
        assert "New evidence" in page.inner_text("main")
        visit.check()
    told = httpx.get(f"{judged_twice.url}/report/difference?format=json").json()
    assert len(told["change"]["document_ids"]) == 1
    assert any("Ukraine" in one["quotes"][0] for one in told["evidence_new"])


@pytest.mark.parametrize("query", ["?old=nothing", "?new=nothing", ""])
def test_there_must_be_two_judgements(workbench, query):
    assert httpx.get(f"{workbench.url}/report/difference{query}").status_code == 404


def test_answers_close_to_each_other_are_not_told_apart(workbench):
    briefing = workbench.desk.view.derive(build_briefing)
    first, second, *_ = briefing.judgements
    assert first.probability.probability - second.probability.probability < 0.1
    assert briefing.bottom_line == "The reports do not tell Russia and Ukraine apart."
    assert "most probable" in say_bottom_line([first])
    assert "confidence" not in briefing.bottom_line


def test_every_source_cited_stands_behind_evidence_shown(workbench):
    told = httpx.get(f"{workbench.url}/report.json").json()
    shown = {e["number"] for one in told["key_judgements"] for e in one["speaks_for"] + one["speaks_against"]}
    assert told["sources"]
    assert {number for source in told["sources"] for number in source["numbers"]} == shown
