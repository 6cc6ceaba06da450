"""Fetches one page from the network, with bounds on time, size, redirects and on where it may lead.

Every hop is resolved once, checked, and connected to by the very address that was checked, so that a name cannot answer
differently the second time. Proxies, cookies and credentials are not used.
"""

import io
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from rashomon.ingest.addresses import resolve_host
from rashomon.ingest.rejection import reject
from rashomon.model.document import RawInput
from rashomon.model.ids import digest_bytes

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

USER_AGENT: Final = "rashomon (reads single pages on request)"

_HEADERS: Final = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_CHUNK: Final = 1 << 16
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_URL_SAFE: Final = "/%:@!$&'()*+,;=~?[]"


class Resolver(Protocol):
    """Gives the numeric addresses of a host that may be connected to, or raises InputError (R-INGEST-011, -012)."""

    def __call__(self, host: str, port: int, *, url: str, allow_private: bool) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpFetcher:
    """Implements ports.PageFetcher. `max_bytes` bounds the page as sent and as unpacked; `timeout_s` bounds one fetch.

    The time limit covers all hops; looking up a name has the system's own limit. `allow_private` also fetches from
    loopback and private networks. `resolve` looks up and checks the host of every hop, as `resolve_host` does.
    """

    max_bytes: int = 5_000_000
    timeout_s: float = 20.0
    max_redirects: int = 5
    allow_private: bool = False
    resolve: Resolver = resolve_host

    def fetch(self, url: str) -> RawInput:
        """Return the page's bytes, unpacked; the media type is the header's.

        Raises InputError R-INGEST-005 (too large), -011 (private network), -012 (everything else).
        """
        deadline = time.monotonic() + self.timeout_s
        target = url
        for _ in range(self.max_redirects + 1):
            hop = _Hop(url=target, parts=_split_address(target), deadline=deadline, fetcher=self)
            answer = _ask(hop, max_bytes=self.max_bytes)
            if isinstance(answer, RawInput):
                return answer
            target = _follow(target, answer)
        raise reject("R-INGEST-012", url, what=f"more than {self.max_redirects} redirects")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hop:
    url: str
    parts: SplitResult
    deadline: float
    fetcher: HttpFetcher

    @property
    def remaining(self) -> float:
        """Seconds left; raises TimeoutError where there are none."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("time limit reached")
        return left


def _follow(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise reject("R-INGEST-012", url, what=f"moved to what is not a web address ({error})") from error


def _split_address(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise reject("R-INGEST-012", url, what=f"not a web address ({error})") from error
    if parts.scheme not in ("http", "https") or not host or port == 0:
        raise reject("R-INGEST-012", url, what="not an http(s) address")
    return parts


def _ask(hop: _Hop, *, max_bytes: int) -> RawInput | str:
    """Return the page, or the address it was moved to."""
    try:
        with _opened(hop) as connection:
            connection.request("GET", _request_target(hop.parts), headers=_HEADERS)
            return _read_answer(connection.getresponse(), hop, max_bytes)
    except TimeoutError as error:
        raise reject("R-INGEST-012", hop.url, what="the page did not come within the time limit") from error
    except (OSError, HTTPException, zlib.error, ValueError) as error:
        reason = str(error) or type(error).__name__
        raise reject("R-INGEST-012", hop.url, what=f"the page could not be fetched ({reason[:200]})") from error


def _read_answer(response: HTTPResponse, hop: _Hop, max_bytes: int) -> RawInput | str:
    if response.status in _REDIRECTS and (location := response.getheader("Location")):
        return location
    if response.status not in (200, 203):
        raise reject("R-INGEST-012", hop.url, what=f"the page could not be fetched (HTTP status {response.status})")
    data = _read_body(response, hop, max_bytes)
    return RawInput(sha256=digest_bytes(data), media_type=response.getheader("Content-Type") or "", data=data)


def _request_target(parts: SplitResult) -> str:
    path = quote(parts.path, safe=_URL_SAFE) or "/"
    return f"{path}?{quote(parts.query, safe=_URL_SAFE)}" if parts.query else path


def _read_body(response: HTTPResponse, hop: _Hop, max_bytes: int) -> bytes:
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip", "deflate"):
        raise reject("R-INGEST-012", hop.url, what=f"packed in a way that was not asked for ({coding[:40]})")
    announced = response.getheader("Content-Length") or "0"
    too_large = reject("R-INGEST-005", hop.url, what=f"too large (limit {max_bytes:,} bytes)")
    if announced.isdecimal() and int(announced[:20]) > max_bytes:
        raise too_large
    unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32) if coding != "identity" else None
    body = bytearray()
    packed = 0
    while chunk := response.read(_CHUNK):
        packed += len(chunk)
        # One byte above the limit is unpacked, no more: a few kilobytes can hold gigabytes.
        body += unpack.decompress(chunk, max_bytes + 1 - len(body)) if unpack else chunk
        if max(packed, len(body)) > max_bytes:
            raise too_large
    if response.length or (unpack and packed and not unpack.eof):
        # http.client ends a page that breaks off without a word when it is read in pieces.
        raise IncompleteRead(bytes(body), response.length)
    return bytes(body)


@contextmanager
def _opened(hop: _Hop) -> Iterator["_PinnedConnection"]:
    connection = _PinnedConnection(hop)
    try:
        yield connection
    finally:
        connection.release()


class _PinnedConnection(HTTPConnection):
    """A connection to the address that was checked, with the host's name only in the request and the certificate."""

    def __init__(self, hop: _Hop) -> None:
        self._hop = hop
        self._secure = hop.parts.scheme == "https"
        self._bare: socket.socket | None = None
        host = hop.parts.hostname or ""
        ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
        super().__init__(ascii_host, hop.parts.port or (443 if self._secure else 80))
        self.default_port = 443 if self._secure else 80

    def connect(self) -> None:
        addresses = self._resolve()
        self._bare = _connect_first(addresses, self.port, self._hop)
        if self._secure:
            self._bare = ssl.create_default_context().wrap_socket(self._bare, server_hostname=self.host)
        self.sock = _TimedSocket(self._bare, self._hop)

    def _resolve(self) -> tuple[str, ...]:
        fetcher = self._hop.fetcher
        return fetcher.resolve(self.host, self.port, url=self._hop.url, allow_private=fetcher.allow_private)

    def release(self) -> None:
        """Close the socket itself."""
        super().close()
        if self._bare is not None:
            self._bare.close()


def _connect_first(addresses: tuple[str, ...], port: int, hop: _Hop) -> socket.socket:
    last: OSError = OSError("no address")
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=hop.remaining)
        except OSError as error:
            last = error
    raise last


class _TimedSocket:
    """What http.client needs of a socket, with the time left set before each read: a drip of bytes must end."""

    def __init__(self, bare: socket.socket, hop: _Hop) -> None:
        self._bare = bare
        self._hop = hop

    def sendall(self, data: bytes) -> None:
        self._bare.settimeout(self._hop.remaining)
        self._bare.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self._bare, self._hop))

    def close(self) -> None:
        """Does nothing: http.client closes as soon as the headers are read, and the body is still to come."""


class _TimedReader(io.RawIOBase):
    def __init__(self, bare: socket.socket, hop: _Hop) -> None:
        self._bare = bare
        self._hop = hop

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        self._bare.settimeout(self._hop.remaining)
        return self._bare.recv_into(buffer)
