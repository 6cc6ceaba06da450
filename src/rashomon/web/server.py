"""Running the workbench: one process, on the loopback address unless told otherwise."""

import contextlib
import ipaddress
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import uvicorn

from rashomon.model.errors import CaseError
from rashomon.web.app import make_app
from rashomon.web.desk import Desk
from rashomon.web.guard import LOOPBACK, TOKEN_FIELD, Access

HOST: Final = "127.0.0.1"
PORT: Final = 8321
TOKEN_BYTES: Final = 24
ANYWHERE: Final = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 what stands for every address, told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the workbench listens; port 0 is any free one."""

    host: str = HOST
    port: int = PORT


def serve(path: Path, address: Address, *, analyst: str, on_ready: Callable[[str], None]) -> None:
    """Serve a case until interrupted; `on_ready` is told the address to open once requests are taken.

    Raises CaseError R-CASE-011 where nothing can listen there; StoreError and CaseError as `Case.open`.
    """
    with Desk(path) as desk, listen(address) as listener:
        host, port = listener.getsockname()[:2]
        access = grant_access(address.host)
        app = make_app(desk, analyst=analyst, access=access)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
        on_ready(_write_url(host if address.host in ANYWHERE else address.host, port, access))
        # Ctrl-C is how it is ended, so it is no interruption.
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


def grant_access(host: str) -> Access:
    """Return who may come in at a host: this machine's users alone, or whoever has the token made now."""
    if is_loopback(host):
        return Access(hosts=LOOPBACK | {host})
    # By which names others reach the machine is not known; the token keeps strangers out.
    return Access(hosts=frozenset(), token=secrets.token_urlsafe(TOKEN_BYTES))


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address means this machine alone."""
    if host in LOOPBACK:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def listen(address: Address) -> socket.socket:
    """Return a socket that listens at an address. Raises CaseError R-CASE-011 where nothing can."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    # The protocol is named because asyncio sends small answers at once only where it sees that it is TCP.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((address.host, address.port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise CaseError("R-CASE-011", f"{address.host} port {address.port} ({error.strerror})") from error
    return listener


def _write_url(host: str, port: int, access: Access) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/" + (f"?{TOKEN_FIELD}={access.token}" if access.token else "")
