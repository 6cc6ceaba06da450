"""The reader: a text with its claims marked by voice, corrected from the keyboard, long ones in parts."""

import httpx
import pytest
from playwright.sync_api import expect

from rashomon.model.document import Document
from rashomon.model.provenance import Made
from rashomon.present.reader import PART_CHARS, SLACK_CHARS, cut_parts, find_part, read_part


def find_report(workbench, publisher):
    return next(one for one in workbench.desk.view.documents if one.publisher == publisher)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_complaint(workbench, browser, open_visit, scheme):
    copied = next(iter(workbench.desk.view.judged.copy_of))
    with open_visit(browser, workbench.url, color_scheme=scheme) as visit:
        visit.go("/reader")
        visit.check()
        visit.go(f"/reader/{copied}")
        visit.press("j")
        visit.check()


def test_a_report_is_opened_and_a_claim_rejected_by_keys_alone(visit, workbench):
    page = visit.go("/reader")
    visit.press("j", "Enter")
    page.wait_for_selector(".text")
    visit.press("j", "j")
    claim_id = page.locator("[data-item][aria-current=true]").get_attribute("id")
    assert page.locator("mark.at").count() > 0
    visit.press("x")
    expect(page.locator(f"#{claim_id}.rejected")).to_be_visible(timeout=20_000)
    assert workbench.desk.view.decisions[-1].kind == "reject_claim"
    assert page.locator("mark.struck").count() > 0
    visit.press("u")
    expect(page.locator(f"#{claim_id}.rejected")).to_have_count(0, timeout=20_000)
    assert page.locator("[data-item][aria-current=true]").get_attribute("id") == claim_id


def test_a_claim_is_moved_to_another_event_by_keys_alone(visit, workbench):
    index = workbench.desk.view.judged
    claim = next(one for one in index.analysis.claims if index.event_of(one) is not None)
    others = [one for one in index.events.values() if one.id != index.event_of(claim).id]
    page = visit.go(f"/reader/{claim.document_id}#{claim.id}")
    visit.press("p")
    expect(page.locator("#place")).to_be_visible()
    page.keyboard.type(page.locator(f"#place option[value={others[0].id}]").inner_text()[:12])
    page.keyboard.press("Tab")
    page.keyboard.type("it says so two lines above")
    page.keyboard.press("Enter")
    expect(page.get_by_text("two lines above")).to_be_visible(timeout=20_000)
    made = workbench.desk.view.decisions[-1]
    assert made.kind == "place_claim" and made.value in {one.id for one in others}


def test_a_claim_is_fixed_and_the_machine_stays_visible(visit, workbench):
    index = workbench.desk.view.judged
    claim = next(one for one in index.analysis.claims if one.polarity == "assert" and one.attribution_id)
    page = visit.go(f"/reader/{claim.document_id}#{claim.id}")
    visit.press("e")
    assert page.locator("#fix [name=holder]").input_value() == claim.holder.name
    page.locator("#fix [name=polarity]").select_option("deny")
    page.locator("#fix").get_by_role("button", name="Keep").click()
    expect(page.locator(f"#{claim.id} .corrections")).to_contain_text("the machine reads: says", timeout=20_000)
    assert page.locator("mark.corrected").count() > 0
    assert workbench.desk.view.decisions[-1].names == ("polarity=deny",)


def test_an_address_finds_its_claim_in_whatever_part_it_stands(visit, workbench, monkeypatch):
    monkeypatch.setattr("rashomon.present.reader.PART_CHARS", 300)
    monkeypatch.setattr("rashomon.present.reader.SLACK_CHARS", 50)
    report = find_report(workbench, "Northshore Gazette")
    claim = max(workbench.desk.view.judged.claims_in[report.id], key=lambda one: one.start)
    page = visit.go(f"/reader/{report.id}#{claim.id}")
    expect(page.locator(f"#{claim.id}[aria-current=true]")).to_be_visible()
    assert "part=" in page.url and page.url.endswith(f"#{claim.id}")
    visit.press("[")
    expect(page.locator(f"#{claim.id}")).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/reader/doc_unknown", 404),
        ("/reader?page=0", 422),
        ("/reader?which=best", 422),
        ("/reader?which=copies&format=json", 200),
        ("/reader?which=silent&q=courier", 200),
        ("/reader?publisher=" + "x" * 301, 422),
        ("/reader/doc_unknown?claim=clm_x", 404),
    ],
)
def test_whatever_is_asked_is_answered(workbench, path, status):
    assert httpx.get(workbench.url + path).status_code == status


def test_a_correction_that_is_none_is_refused(workbench):
    claim = workbench.desk.view.analysis.claims[0]
    data = {"polarity": claim.polarity, "holder": claim.holder.name}
    answer = httpx.post(f"{workbench.url}/claims/{claim.id}/fix?format=json", data=data)
    assert answer.status_code == 422 and answer.json()["code"] == "R-DECIDE-001"
    assert httpx.post(f"{workbench.url}/claims/{claim.id}/place?format=json", data={"event": "x"}).status_code == 404


def test_reports_are_found_by_words_of_their_text_and_by_publisher(workbench):
    report = find_report(workbench, "Northshore Gazette")
    told = httpx.get(f"{workbench.url}/reader?q=PANTSIR%20jamming&publisher=northshore&format=json").json()
    assert [one["id"] for one in told["reports"]] == [report.id] and told["total"] == 1
    told = httpx.get(f"{workbench.url}/reader?which=originals&format=json").json()
    copies = workbench.desk.view.judged.copy_of.values()
    assert {one["id"] for one in told["reports"] if one["copies"]} <= {copy.copy_of for copy in copies}
    assert sum(one["copies"] for one in told["reports"]) > 0


def test_as_json_the_offsets_hold(workbench):
    document = find_report(workbench, "Northshore Gazette")
    told = httpx.get(f"{workbench.url}/reader/{document.id}?format=json").json()
    assert told["text"] == document.text
    assert {one["voice"] for one in told["claims"]} >= {"author", "quoted"}
    assert told["copy_of"]


def make_document(text):
    return Document(id="doc_x", input_id="x", text=text, raw_sha256="", made=Made(recipe="test@1", inputs=()))


@pytest.mark.parametrize("text", ["", "word " * 30_000, "x" * 100_000, ("line\n\n" * 20_000)])
def test_parts_join_to_the_whole_text(text):
    bounds = cut_parts(text)
    assert "".join(text[start:end] for start, end in bounds) == text
    assert all(end - start <= PART_CHARS + SLACK_CHARS for start, end in bounds)
    document = make_document(text)
    parts = [read_part(None, document, number) for number in range(1, len(bounds) + 1)]
    assert "".join(piece.text for part in parts for piece in part.pieces) == text
    assert [find_part(document, start) for start, _ in bounds] == list(range(1, len(bounds) + 1))


def test_two_thousand_reports_are_listed_and_read(large_workbench):
    document = large_workbench.desk.view.documents[-1]
    for path in ("/reader?page=7", f"/reader/{document.id}"):
        answer = httpx.get(large_workbench.url + path, timeout=60)
        assert answer.status_code == 200
        assert len(answer.content) < 200_000
