"""Several at once: two tabs, the command line, the judging thread. Nothing is lost, and everyone sees the changes."""

import json
import subprocess
import sys
import threading
import time

import httpx
import pytest

from rashomon.case import Case
from rashomon.model.decision import keep_in_force

TEXTS = [f"Officials of district {number} said that Ukraine had sent {number} drones." for number in range(2, 10)]


def wait_until(holds, seconds=60.0):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.1)


def post_text(url, number):
    answer = httpx.post(
        f"{url}/reports/pasted",
        data={"text": TEXTS[number], "publisher": f"Gazette {number}"},
        headers={"Accept": "application/json"},
        timeout=60,
    )
    assert answer.status_code == 200, answer.text
    return answer.json()["document_ids"]


def test_two_tabs_and_a_command_at_once_lose_nothing(workbench, tmp_path):
    path = tmp_path / "other.jsonl"
    path.write_text("".join(json.dumps({"id": f"cli{n}", "text": TEXTS[n]}) + "\n" for n in (6, 7)), "utf-8")
    command = [sys.executable, "-m", "rashomon", "add", str(workbench.path), str(path), "--json"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    kept: list[str] = []
    tabs = [threading.Thread(target=lambda n=n: kept.extend(post_text(workbench.url, n))) for n in range(4)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()
    _told, complaints = running.communicate(timeout=120)
    assert running.returncode == 0, complaints
    assert len(kept) == 4
    wait_until(lambda: not workbench.desk.view.unread and len(workbench.desk.view.documents) == 17 + 6)
    with Case.open(workbench.path) as case:
        held = {document.id for document in case.analysis().documents}
    assert set(kept) <= held and len(held) == 17 + 6


def test_a_decision_made_on_the_command_line_is_seen(workbench):
    with Case.open(workbench.path) as case:
        source = case.analysis().linkage.sources[0]
    command = [sys.executable, "-m", "rashomon", "sources", "grade", str(workbench.path), source.id, "D", "--why", "x"]
    subprocess.run(command, check=True, capture_output=True)
    wait_until(lambda: len(workbench.desk.view.decisions) == 1)
    told = httpx.get(f"{workbench.url}/decisions", headers={"Accept": "application/json"}).json()
    assert [one["kind"] for one in told["decisions"]] == ["grade_source"]


def test_a_decision_of_two_tabs_is_kept_twice_and_undone_one_by_one(workbench):
    labels = [h.label for h in workbench.desk.view.judged.hypotheses_by_rank if not h.residual]
    question_id = workbench.desk.view.question.id
    for value in ("0.2", "0.3"):
        data = {"kind": "set_prior", "subject": [question_id, labels[0]], "value": value}
        assert httpx.post(f"{workbench.url}/decisions?format=json", data=data, timeout=60).status_code == 200
    assert len(keep_in_force(workbench.desk.view.decisions)) == 2
    httpx.post(f"{workbench.url}/undo?format=json", timeout=60)
    assert [one.value for one in keep_in_force(workbench.desk.view.decisions)] == ["0.2"]


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"kind": "set_prior", "subject": ["q", "nobody"], "value": "0.2"}, 404),
        ({"kind": "set_prior", "subject": ["q", "nobody"], "value": "2"}, 422),
        ({"kind": "no such kind"}, 422),
        ({"kind": "grade_source", "subject": ["x"], "value": "A"}, 422),
    ],
)
def test_a_decision_that_cannot_be_made_is_refused(workbench, data, status):
    answer = httpx.post(f"{workbench.url}/decisions?format=json", data=data)
    assert answer.status_code == status, answer.text
    assert answer.json()["advice"]
    assert not workbench.desk.view.decisions


def test_what_a_page_of_another_site_sends_is_refused(workbench):
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert httpx.post(f"{workbench.url}/undo", headers=headers).status_code == 403
    assert httpx.get(f"{workbench.url}/", headers={"Host": "evil.example"}).status_code == 400


def test_the_analysis_kept_last_knows_what_came_meanwhile(example_copy, tmp_path):
    """A report that another process adds and judges while this one judges is not dropped from the judgement."""
    (tmp_path / "meanwhile.jsonl").write_text(json.dumps({"id": "m", "text": TEXTS[0]}) + "\n", "utf-8")
    added = []

    def meanwhile(stage, done, total):
        if stage == "weigh" and not added:
            added.append(stage)
            with Case.open(example_copy) as other:
                list(other.add([str(tmp_path / "meanwhile.jsonl")]))
                other.analyze()

    (tmp_path / "first.jsonl").write_text(json.dumps({"id": "f", "text": TEXTS[1]}) + "\n", "utf-8")
    with Case.open(example_copy) as case:
        list(case.add([str(tmp_path / "first.jsonl")]))
        analysis = case.analyze(on_progress=meanwhile)
        assert {"m", "f"} <= {document.input_id for document in analysis.documents}
        assert case.analysis() == analysis


def test_a_fault_in_judging_is_told_and_the_next_judgement_is_made(workbench, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(Case, "analyze", fail)
        kept = post_text(workbench.url, 0)
        assert "ZeroDivisionError" in httpx.get(f"{workbench.url}/status?format=json").json()["failure"]
    post_text(workbench.url, 1)
    wait_until(lambda: not workbench.desk.view.unread)
    assert kept[0] in workbench.desk.view.judged.documents
    assert httpx.get(f"{workbench.url}/status?format=json").json()["failure"] == ""


def test_a_decision_that_is_refused_starts_no_judging(workbench):
    before = workbench.desk.view
    data = {"kind": "grade_source", "subject": ["src_unknown"], "value": "A", "why": "x"}
    assert httpx.post(f"{workbench.url}/decisions?format=json", data=data).status_code == 404
    assert workbench.desk.view is before and not workbench.desk.judging
