"""Who may come in: elsewhere than on this machine only with the token; pages may load nothing but their own."""

import contextlib
import http.client

import httpx
import pytest

from rashomon.web.guard import HEADERS, Access
from rashomon.web.server import grant_access, is_loopback

TOKEN = "an-invented-token"


@pytest.fixture
def remote(example_copy, run_workbench):
    with run_workbench(example_copy, Access(hosts=frozenset(), token=TOKEN)) as running:
        yield running


def test_without_the_token_nobody_comes_in(remote):
    for path in ("/", "/claims", "/static/workbench.css", "/openapi.json", "/?token=wrong"):
        assert httpx.get(remote.url + path).status_code == 401
    assert httpx.post(f"{remote.url}/undo").status_code == 401


def test_the_token_leaves_the_address_for_a_cookie(remote):
    with httpx.Client(base_url=remote.url, follow_redirects=False) as client:
        answer = client.get(f"/claims?token={TOKEN}")
        assert answer.status_code == 303 and answer.headers["location"] == "/claims"
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie and "samesite=strict" in cookie.lower()
        assert client.get("/claims").status_code == 200


def test_a_program_sends_it_as_a_bearer(remote):
    headers = {"Authorization": f"Bearer {TOKEN}", "Accept": "application/json"}
    assert httpx.get(f"{remote.url}/status", headers=headers).status_code == 200
    foreign = {**headers, "Origin": "http://evil.example"}
    assert httpx.post(f"{remote.url}/undo", headers=foreign).status_code == 403


def test_every_answer_has_the_policy(workbench):
    for path in ("/", "/nowhere", "/static/workbench.js", "/status?format=json"):
        headers = httpx.get(workbench.url + path).headers
        assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_a_body_without_end_is_refused(workbench):
    def endless():
        for _ in range(20):
            yield b"x" * 1_000_000

    told = http.client.HTTPConnection(workbench.url.removeprefix("http://"))
    told.putrequest("POST", "/reports/pasted")
    told.putheader("Content-Length", "99999999")
    told.endheaders()
    assert told.getresponse().status == 413
    told.close()
    # Where the connection is broken off, that is a refusal too.
    with contextlib.suppress(httpx.HTTPError):
        assert httpx.post(f"{workbench.url}/reports/pasted", content=endless()).status_code in (400, 413, 422)
    assert httpx.get(workbench.url).status_code == 200


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.0.0.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
    ],
)
def test_a_token_is_asked_for_wherever_others_could_come_from(host, own):
    assert is_loopback(host) is own
    assert bool(grant_access(host).token) is not own


@pytest.mark.parametrize(
    "url", ["/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:1/", "http://[::1]/", "javascript:1"]
)
def test_no_file_and_no_private_address_is_fetched(workbench, url):
    answer = httpx.post(f"{workbench.url}/reports/address?format=json", data={"url": url}, timeout=60)
    assert answer.status_code == 200
    assert answer.json()["document_ids"] == [] and answer.json()["rejected"][0]["code"].startswith("R-INGEST")
