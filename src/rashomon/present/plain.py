"""Untrusted text made harmless to show: control and direction characters become visible, links are checked.

Everything a report says is hostile until shown otherwise: an escape sequence must not drive a terminal, and a
right-to-left override must not turn a sentence round.
"""

import re
from typing import Final

UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
"""C0 and C1 controls but tab and newline, line separators, direction marks and overrides, lone surrogates."""

WEB_LINK: Final = re.compile(r"https?://[^\s<>\"'`\\]+\Z", re.IGNORECASE)


def show_controls(text: str) -> str:
    """Return the text with each unsafe character written as [U+XXXX]; carriage returns are dropped before a newline."""
    return UNSAFE.sub(lambda match: f"[U+{ord(match.group()):04X}]", text.replace("\r\n", "\n"))


def show_inline(text: str) -> str:
    """Return the text on one line: controls made visible, runs of white space one space."""
    return " ".join(show_controls(text).split())


def safe_link(url: str) -> str:
    """Return the URL where it is plain http or https and may be made clickable, else an empty string."""
    return url if WEB_LINK.match(url) and not UNSAFE.search(url) else ""
