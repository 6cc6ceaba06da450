"""Trying changes: the answers follow at once, by keys alone, and the address holds it all."""

import json
import re
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from playwright.sync_api import expect

from rashomon.case import Case

PARTIAL = {"HX-Request": "true"}
HOSTILE = {
    "publisher": "<b>Quay</b>\u202e Post",
    "published_at": "2023-05-31T08:00:00Z",
    "text": 'The "<i>harbour</i> & co" said that Ukraine carried out the drone attack on Moscow.',
}


def ask(workbench, path, **parts):
    answer = httpx.get(f"{workbench.url}{path}", params={"format": "json", **parts})
    answer.raise_for_status()
    return answer.json()


def find_source(workbench, name):
    sources = workbench.desk.view.analysis.linkage.sources
    return next(one.id for one in sources if one.name == name)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_complaint(workbench, browser, open_visit, scheme):
    courier = find_source(workbench, "Dnipro Courier")
    with open_visit(browser, workbench.url, color_scheme=scheme) as visit:
        page = visit.go(f"/whatif?without={courier}&join={courier}&find=ledger")
        page.locator(".tornado").wait_for()
        visit.check()


def test_a_source_is_tried_away_by_keys_alone(visit, workbench):
    page = visit.go("/whatif")
    assert "Nothing yet" in page.inner_text("#outcome")
    visit.press("/")
    page.keyboard.type("dnipro")
    expect(page.locator("#parts")).not_to_contain_text("Baltic Press Service")
    visit.press("Escape", "2", "x")
    expect(page.locator("#outcome")).to_contain_text("without Dnipro Courier")
    courier = find_source(workbench, "Dnipro Courier")
    tried = ask(workbench, "/whatif/outcome", without=courier)
    leader = next(one for one in tried["moves"] if one["hypothesis_id"] == tried["leader_after"])
    expect(page.locator("#said")).to_contain_text(leader["label"])
    assert ("without", courier) in parse_qsl(urlsplit(page.url).query)
    visit.press("s")
    page.keyboard.type("without the Courier")
    visit.press("Enter")
    expect(page.locator("main")).to_contain_text("Kept scenarios")
    with Case.open(workbench.path) as case:
        (kept,) = case.scenarios()
        whole = case.try_scenario(kept)
    assert (kept.name, kept.by) == ("without the Courier", "ada")
    assert {one["hypothesis_id"]: (one["after"], one["low"], one["high"]) for one in tried["moves"]} == {
        one.hypothesis_id: (one.probability, one.low, one.high) for one in whole.after.probabilities
    }
    visit.press("z")
    expect(page.locator("#outcome")).to_contain_text("Nothing yet")
    visit.press("u")
    expect(page.locator("main")).not_to_contain_text("Kept scenarios")


def test_a_slider_moves_the_answers_and_the_others_follow(visit):
    page = visit.go("/whatif")
    rows = page.locator("#priors li")
    before = rows.nth(1).locator("output").inner_text()
    rows.first.locator("input[type=range]").focus()
    visit.press(*["ArrowRight"] * 20)
    expect(page.locator("#outcome")).to_contain_text("before any evidence")
    expect(rows.nth(1).locator("output")).not_to_have_text(before)
    assert dict(parse_qsl(urlsplit(page.url).query))["prior"].endswith(
        ":" + rows.first.locator("input[type=range]").input_value()
    )
    shared = page.url
    moved = page.inner_text("#outcome table")
    page.goto(shared)
    assert page.inner_text("#outcome table") == moved
    visit.check()


def test_a_bar_leads_to_its_control(visit):
    page = visit.go("/whatif")
    page.locator(".tornado [data-try]").first.click()
    expect(page.locator("#outcome")).to_contain_text("without")
    assert "without=" in page.url


def test_without_scripts_a_form_says_the_same(workbench):
    page = httpx.get(f"{workbench.url}/whatif").text
    ids = [part.split(":")[0] for part in page.split('name="of" value="')[1:]]
    courier = find_source(workbench, "Dnipro Courier")
    sliders = [("of", f"{one}:20") for one in ids] + [("percent", "20")] * (len(ids) - 1) + [("percent", "10")]
    filled = httpx.get(
        f"{workbench.url}/whatif", params=[*sliders, ("grade", ""), ("grade", f"{courier}:E"), ("find", "")]
    )
    assert filled.status_code == 303
    assert parse_qsl(urlsplit(filled.headers["location"]).query) == [
        ("grade", f"{courier}:E"),
        ("prior", f"{ids[-1]}:10"),
    ]
    told = httpx.get(workbench.url + filled.headers["location"]).text
    assert "graded E, unreliable" in told and f'value="{courier}:E" selected' in told
    assert httpx.get(f"{workbench.url}/whatif/outcome", params={"without": courier}).status_code == 303


def test_a_thing_is_tried_as_forged_and_what_weighs_nothing_says_so(workbench):
    index = workbench.desk.view.index
    page = httpx.get(f"{workbench.url}/whatif?find=trace").text
    things = re.findall(r'value="(evd_\w+):forged"', page)
    weighed = [one for one in index.numbered if not index.is_shown_only(one)]
    assert things and page.count("shown, not weighed") == sum(
        f'id="part-{one.id}"' in page for one in index.numbered if one not in weighed
    )
    heavy = max(weighed, key=lambda link: abs(index.bits(link.id)))
    moves = ask(workbench, "/whatif/outcome", item=f"{heavy.id}:forged")["moves"]
    assert max(abs(one["points"]) for one in moves) > 1
    carried = httpx.get(f"{workbench.url}/whatif?item={things[0]}:genuine").text
    assert f'value="{things[0]}:genuine" selected' in carried


def test_two_groups_are_put_together_one_after_the_other(workbench):
    ids = [one.id for one in workbench.desk.view.analysis.linkage.sources[:4]]
    asked = [("join", ids[0]), ("join", ids[1]), ("apart", "1")]
    closed = httpx.get(f"{workbench.url}/whatif", params=asked).headers["location"]
    both = httpx.get(f"{workbench.url}{closed}&join={ids[2]}&join={ids[3]}&format=json").json()
    assert [one["about"] for one in both["tried"]["changes"]] == [ids[:2], ids[2:]]


def test_kept_scenarios_are_compared(workbench, browser, open_visit):
    view = workbench.desk.view
    question_id = view.question.id
    for name, source in (("one  way", "Dnipro Courier"), ("other", "The Hudson Ledger")):
        change = json.dumps(["drop", [find_source(workbench, source)], ""])
        sent = {"kind": "keep_scenario", "subject": question_id, "value": name, "name": change}
        assert (
            httpx.post(f"{workbench.url}/decisions", data=sent, headers={"Accept": "application/json"}).status_code
            == 200
        )
    with open_visit(browser, workbench.url) as visit:
        page = visit.go("/whatif")
        page.get_by_role("button", name="Compare").click()
        assert "without Dnipro Courier" in page.inner_text("main") and "Points apart" in page.inner_text("main")
        visit.check()
    told = ask(workbench, "/whatif/compare", one="one  way", other="other")
    assert told["one"]["moves"] != told["other"]["moves"]
    assert [one["name"] for one in ask(workbench, "/whatif")["kept"]] == ["one  way", "other"]
    assert httpx.get(f"{workbench.url}/whatif/compare?one=other&other=gone").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "grade=x:G", "grade=x", "prior=x:nan", "prior=x:0", "prior=x", "together=x", "item=x:perhaps", "suppose=x",
        "of=x:1", "percent=1e9", "percent=7&of=a:1&of=b:1", "&".join(["without=x"] * 101), "find=" + "x" * 500,
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(workbench, query):
    for path in ("/whatif", "/whatif/outcome", "/whatif/parts"):
        assert httpx.get(f"{workbench.url}{path}?{query}").status_code == 422


def test_what_nobody_knows_finds_nothing_to_change_and_what_cannot_be_weighed_says_why(workbench):
    gone = httpx.get(f"{workbench.url}/whatif?without=%00%ff%0a&item=gone:forged&suppose=gone:yes")
    assert gone.status_code == 200 and gone.text.count("finds nothing to change") == 3
    assert gone.text.count('type="hidden" name="without"') == 1
    ids = [one.id for one in workbench.desk.view.index.hypotheses_by_rank]
    many = "&".join(f"prior={one}:60" for one in ids[:2])
    outcome = httpx.get(f"{workbench.url}/whatif/outcome?{many}", headers=PARTIAL)
    assert outcome.status_code == 200 and "add up to 1.2" in outcome.text
    assert httpx.get(f"{workbench.url}/whatif/outcome?{many}&format=json").status_code == 422
    assert "no such answer" in httpx.get(f"{workbench.url}/whatif?prior=Atlantis:30").text.lower()


def test_hostile_words_are_shown_as_words(example_copy, tmp_path, run_workbench, browser, open_visit):
    (tmp_path / "hostile.jsonl").write_text(json.dumps(HOSTILE), "utf-8")
    with Case.open(example_copy) as case:
        list(case.add([str(tmp_path / "hostile.jsonl")]))
        case.analyze()
    with run_workbench(example_copy) as running, open_visit(browser, running.url) as visit:
        page = visit.go("/whatif?find=<b>quay")
        assert "<b>Quay</b>[U+202E] Post" in page.inner_text("#parts")
        page.locator(".tornado").wait_for()
        visit.check()


def test_what_several_ask_for_is_worked_out_once_and_a_failure_is_not_kept(workbench):
    view, calls = workbench.desk.view, []

    def study(index):
        calls.append(index)
        time.sleep(0.1)
        return object()

    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: view.derive(study), range(4)))
    assert len(calls) == 1 and len(set(map(id, made))) == 1

    def fail_once(index):
        calls.append(index)
        if len(calls) == 2:
            raise ValueError("not yet")
        return "made"

    with pytest.raises(ValueError, match="not yet"):
        view.derive(fail_once)
    assert view.derive(fail_once) == "made"


def test_a_large_case_answers_at_once(large_workbench):
    with httpx.Client(base_url=large_workbench.url, timeout=60) as client:
        page = client.get("/whatif")
        source_id = page.text.split('name="without" value="')[1].split('"')[0]
        assert len(page.content) + len(client.get("/whatif/tornado", headers=PARTIAL).content) < 200_000
        times = []
        for percent in range(10, 30):
            begun = time.perf_counter()
            answer = client.get(f"/whatif/outcome?without={source_id}&find={percent}", headers=PARTIAL)
            times.append(time.perf_counter() - begun)
            assert "without" in answer.text
    assert statistics.median(times) < 0.1
