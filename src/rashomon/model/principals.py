"""For whom somebody speaks, as far as a name alone tells: *Denti's lawyer*, *a spokesman for the Varda Line*."""

import re
from typing import Final

_SPEAKS_FOR: Final = (
    "lawyer attorney counsel solicitor barrister advocate defender spokesman spokeswoman spokesperson embassy "
    "ambassador consul consulate representative agent publicist family widow widower wife husband mother father "
    "brother sister son daughter parents leader chief commander head chairman chairwoman director president envoy "
    "official officer staff office secretary general"
)
_HEADS: Final = "|".join(f"{word}s?" for word in _SPEAKS_FOR.split())
_OWNED: Final = re.compile(rf"^(?:the )?(.+?)['’]s? (?:[a-z]+ ){{0,3}}(?:{_HEADS})$", re.IGNORECASE)
_FOR: Final = re.compile(
    r"^(?:an? |the )?(?:[a-z]+ ){0,2}(?:lawyer|attorney|counsel|solicitor|spokesman|spokeswoman|spokesperson"
    r"|representative|agent|leader|commander|chief|head|chairman|chairwoman|director|official)s? (?:for|of) (?:the )?"
    r"([^,]+).*$",
    re.IGNORECASE,
)


def principal_of(name: str) -> str:
    """Return the name of whoever a name speaks for, "" where it speaks for itself."""
    found = _OWNED.match(name) or _FOR.match(name)
    return found[1] if found is not None else ""
