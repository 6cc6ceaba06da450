"""Who may speak to the workbench: hosts, other sites, strangers; and what a page may do.

On the loopback address the machine's own users are let in. Elsewhere a token is asked for, once, and kept in a cookie
that other sites cannot send. A request another site made a browser send is refused everywhere: by Fetch Metadata
(W3C) where the browser tells, else by its Origin (RFC 6454).
"""

import hmac
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "rashomon_token"
TOKEN_FIELD: Final = "token"  # noqa: S105 the name of a field
MOST_BYTES: Final = 8_000_000
"""The largest request body, in bytes."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITE: Final = frozenset({"same-origin", "none"})
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Which host names the workbench answers to (empty: any), and the token strangers need ("": none is asked for)."""

    hosts: frozenset[str] = LOOPBACK
    token: str = ""


class Guard:
    """ASGI middleware that refuses what `Access` does not allow and puts the policy on every answer."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refusal = self._refuse(Request(scope))
        if refusal is not None:
            await refusal(scope, receive, send_guarded)
            return
        await self._app(scope, _Limited(receive), send_guarded)

    def _refuse(self, request: Request) -> Response | None:
        if self._access.hosts and _bare_host(request.headers.get("host", "")) not in self._access.hosts:
            return PlainTextResponse("This workbench does not answer to that host name.", 400)
        if request.method not in SAFE_METHODS and is_foreign(request.headers):
            return PlainTextResponse("Refused: another site sent this request.", 403)
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return PlainTextResponse(f"Too large: at most {MOST_BYTES:,} bytes.", 413)
        return self._ask_token(request) if self._access.token else None

    def _ask_token(self, request: Request) -> Response | None:
        given = request.query_params.get(TOKEN_FIELD, "")
        if given and self._is_token(given) and request.method in SAFE_METHODS:
            # The token leaves the address bar, and with it the browser's history.
            answer = RedirectResponse(request.url.path, 303)
            secure = request.url.scheme == "https"
            answer.set_cookie(COOKIE, given, httponly=True, samesite="strict", secure=secure)
            return answer
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self._is_token(bearer) or self._is_token(request.cookies.get(COOKIE, "")):
            return None
        return PlainTextResponse("Open the address that `rashomon serve` printed: it holds the token.", 401)

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode("utf-8", "replace"), self._access.token.encode())


class _Limited:
    """A request body that breaks off beyond the limit, for requests that do not tell their length."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._taken = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if self._taken > MOST_BYTES else message


def is_foreign(headers: Headers) -> bool:
    """Tell whether another site made the browser send a request; programs that are no browser say nothing of a site."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in OWN_SITE
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host", "")


def _bare_host(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
