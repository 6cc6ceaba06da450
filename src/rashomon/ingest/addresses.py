"""Which network addresses may be fetched from: public ones only, however they are written or reached.

A page named in a report is chosen by whoever wrote the report; it must not make this machine ask its own neighbours.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from rashomon.ingest.rejection import reject

_NAT64: Final = IPv6Network("64:ff9b::/96")


def resolve_host(host: str, port: int, *, url: str, allow_private: bool) -> tuple[str, ...]:
    """Return the numeric addresses of a host, to connect to as they are: asking again could give another answer.

    Numeric hosts in any notation the system knows (decimal, hexadecimal, octal) are resolved too. Raises InputError
    R-INGEST-011 where any address is not public, R-INGEST-012 where the name is unknown.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise reject("R-INGEST-012", url, what=f"host not found: {host[:80]}") from error
    addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                raise reject("R-INGEST-011", url, what=f"address refused: private or local network ({address})")
    return addresses


def is_public(address: str) -> bool:
    """True for a numeric address in the public internet, the addresses embedded in it included."""
    parsed = ip_address(address.partition("%")[0])
    if isinstance(parsed, IPv6Address):
        embedded = _embedded(parsed)
        if embedded is not None:
            return _is_public_ip(embedded)
        if parsed.is_site_local:
            return False
    return _is_public_ip(parsed)


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that IPv4-mapped, 6to4, Teredo and NAT64 addresses lead to."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _is_public_ip(address: IPv4Address | IPv6Address) -> bool:
    refused = (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
    return address.is_global and not refused
