"""Who a report's own heading says is speaking: *Statement by Anna Hart*, *Minister Hart on the ferry*."""

from __future__ import annotations

import re
from typing import Final

from rashomon.extract.kinds import Kind, is_title, kind_of_name

_NAME: Final = r"((?:[A-Z][\w.'’-]{1,30} ){0,3}[A-Z][\w'’-]{1,30})"
_STATEMENT: Final = re.compile(
    r"\b(?:statement|remarks|address|speech|message|declaration|comments?|testimony|briefing|interview)"
    r" (?:by|of|from|with) (?:the )?" + _NAME,
    re.IGNORECASE,
)
_WHOSE: Final = re.compile(
    r"\b"
    + _NAME
    + r"['’]s? (?:\w{1,20} )?(?:statement|remarks|address|speech|message|declaration|testimony|briefing)\b"
)
_TITLED: Final = re.compile(r"\b([A-Za-z][a-z]{2,20}) " + _NAME)


def signatory_of(title: str) -> str:
    """Return the person a heading gives a statement to, "" for none."""
    match = _STATEMENT.search(title) or _WHOSE.search(title)
    name = match[1] if match and match[1][0].isupper() else ""
    words = tuple(name.lower().split())
    person = len(words) > 1 and kind_of_name(words) in (Kind.PERSON, Kind.UNKNOWN)
    return name if person else ""


def titled_in(title: str, role: str) -> str:
    """Return who holds an office by a heading (*Minister Hart* for *minister*); "" where it names nobody so."""
    wanted = role.lower().split()[-1:]
    if not wanted or not is_title(wanted[0]):
        return ""
    for match in _TITLED.finditer(title):
        if [match[1].lower()] == wanted and match[2][0].isupper():
            return match[0]
    return ""
