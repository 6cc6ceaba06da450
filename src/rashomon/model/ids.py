"""Ids derived from content, so that the same input gives the same id on every machine and a re-run is idempotent."""

import hashlib
from typing import Final

ID_HEX_DIGITS: Final = 16


def derive_id(prefix: str, *parts: object) -> str:
    """Return `prefix_` and 16 hex digits of SHA-256 over the parts.

    Each part is written as its length and its text, so ("ab", "c") and ("a", "bc") differ; `None` differs from "".
    """
    digest = hashlib.sha256()
    for part in parts:
        encoded = b"\x00" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update(b"n" if part is None else b"s")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return f"{prefix}_{digest.hexdigest()[:ID_HEX_DIGITS]}"


def digest_bytes(data: bytes) -> str:
    """Return the SHA-256 of raw bytes as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()
