"""The fetcher against a server on this machine; nothing leaves it."""

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rashomon.ingest import HttpFetcher
from rashomon.ingest.addresses import resolve_host
from rashomon.model.errors import InputError

PAGE = b"<html><body><p>The ferry sank.</p></body></html>"
PACKED = {"Content-Encoding": "gzip"}
ANSWERS = {
    "/page": (200, PAGE, {}),
    "/gzip": (200, gzip.compress(PAGE), PACKED),
    "/loop": (301, b"", {"Location": "/loop"}),
    "/big": (200, b"x" * 200_000, {}),
    "/announced": (200, b"", {"Content-Length": "99999999999"}),
    "/bomb": (200, gzip.compress(b"x" * 50_000_000), PACKED),
    "/broken": (200, b"no gzip at all", PACKED),
    "/cut": (200, gzip.compress(PAGE)[:-12], PACKED),
    "/brotli": (200, b"x", {"Content-Encoding": "br"}),
    "/short": (200, PAGE, {"Content-Length": "5000"}),
}


class Handler(BaseHTTPRequestHandler):
    """Answers by path; the slow one waits until the test is over."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):  # the name http.server asks for
        path, _, query = self.path.partition("?")
        if path in ANSWERS:
            status, body, headers = ANSWERS[path]
            self.answer(status, body, **headers)
        elif path == "/to":
            self.answer(302, b"", Location=query)
        elif path == "/echo":
            self.answer(200, f"{self.headers['Host']} {self.path} {self.headers['User-Agent']}".encode())
        elif path in ("/slow", "/drip"):
            self.send_response(200)
            self.end_headers()
            self.drip(0.02 if path == "/drip" else 10)
        else:
            self.answer(404, PAGE)

    def drip(self, seconds):
        while not self.server.over.wait(seconds):
            try:
                self.wfile.write(b"x")
            except OSError:
                return

    def answer(self, status, body, **headers):
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def server():
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    running.over = threading.Event()
    threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.over.set()
    running.shutdown()
    running.server_close()


def fetch(url, **options):
    return HttpFetcher(**{"allow_private": True, "max_bytes": 100_000, "timeout_s": 5, **options}).fetch(url)


def test_a_page_is_fetched_plain_or_packed(server):
    for path in ("/page", "/gzip", "/to?/page", "/to?/to?/page#part"):
        raw = fetch(server + path)
        assert (raw.data, raw.media_type) == (PAGE, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/missing", "R-INGEST-012"), ("/loop", "R-INGEST-012"), ("/broken", "R-INGEST-012"),
        ("/brotli", "R-INGEST-012"), ("/short", "R-INGEST-012"), ("/cut", "R-INGEST-012"),
        ("/to?ftp://127.0.0.1/x", "R-INGEST-012"), ("/to?file:///etc/passwd", "R-INGEST-012"),
        ("/to?http://[bad", "R-INGEST-012"), ("/big", "R-INGEST-005"), ("/announced", "R-INGEST-005"),
        ("/bomb", "R-INGEST-005"),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_one_line_with_its_code(server, path, code):
    with pytest.raises(InputError) as caught:
        fetch(server + path)
    assert caught.value.code == code
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("path", ["/slow", "/drip"])
def test_the_time_limit_holds_for_silence_and_for_a_drip_of_bytes(server, path):
    with pytest.raises(InputError, match=r"R-INGEST-012.*time limit"):
        fetch(server + path, timeout_s=0.2)


def test_private_addresses_are_refused_before_anything_is_asked(server):
    port = server.rpartition(":")[2]
    for host in (
        "127.0.0.1",
        "[::1]",
        "0x7f000001",
        "2130706433",
        "localhost",
        "10.0.0.1",
        "[::ffff:127.0.0.1]",
        "①②⑦.0.0.1",
    ):
        with pytest.raises(InputError, match="R-INGEST-011"):
            fetch(f"http://{host}:{port}/page", allow_private=False)


def test_each_redirect_is_checked_again(server):
    port = server.rpartition(":")[2]

    def resolve(host, port, *, url, allow_private):
        # A public name that answers on this machine: the server under test stands in for the internet.
        return (
            ("127.0.0.1",)
            if host == "public.example"
            else resolve_host(host, port, url=url, allow_private=allow_private)
        )

    public = f"http://public.example:{port}"
    assert fetch(f"{public}/page", allow_private=False, resolve=resolve).data == PAGE
    for target in (
        f"http://127.0.0.1:{port}/page",
        f"http://[::1]:{port}/page",
        f"//0x7f000001:{port}/page",
        "http://10.0.0.1/",
    ):
        with pytest.raises(InputError, match="R-INGEST-011"):
            fetch(f"{public}/to?{target}", allow_private=False, resolve=resolve)


def test_a_name_is_looked_up_once_a_hop_and_the_checked_address_is_used(server):
    asked = []

    def resolve(host, port, *, url, allow_private):
        asked.append(host)
        return ("127.0.0.1",)

    port = server.rpartition(":")[2]
    assert fetch(f"http://no-such.invalid:{port}/echo", resolve=resolve).data.startswith(b"no-such.invalid")
    assert asked == ["no-such.invalid"]


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/", "http://", "http:///x", "http://a.example:99999/", "http://[::1", "file:///etc/passwd",
        "http://" + "a" * 70 + ".example/", "http://a b.example/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(url):
    with pytest.raises(InputError, match="R-INGEST-012"):
        fetch(url)


def test_line_ends_in_an_address_do_not_reach_the_request(server):
    echoed = fetch(server + "/echo?a=é b\r\nX-Evil: 1").data.decode()
    assert "X-Evil:%201" in echoed
    assert "rashomon" in echoed
