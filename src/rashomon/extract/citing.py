"""Words by which one voice passes on another's: "citing Y", "based on Y", "on the authority of Y"."""

from __future__ import annotations

from typing import Final

from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, climb, first_child

_CITING: Final = frozenset("cite quote reference invoke relay echo".split())
_RELYING: Final = {
    "base": {"on", "upon"},
    "rely": {"on", "upon"},
    "draw": {"on", "upon", "from"},
    "lean": {"on", "upon"},
    "build": {"on", "upon"},
    "refer": {"to"},
    "point": {"to"},
    "attribute": {"to"},
    "credit": {"to"},
    "source": {"to"},
}
"""Verbs that cite through a preposition."""
_WARRANTS: Final = frozenset("authority strength word basis reference testimony say-so".split())
"""Nouns on which somebody else's word is passed on."""


def find_cited(parsed: Parsed, token: Token) -> Token | None:
    """Whom a word cites: "citing Y", "based on Y", "attributing it to Y", "on the authority of Y"."""
    if token.pos == "VERB" and token.lemma in _CITING:
        return first_child(parsed, token, "dobj")
    if (token.tag in {"VBG", "VBN"} and token.lemma in _RELYING) or (token.dep == "relcl" and token.lemma in _RELYING):
        preps = (p for p in children(parsed, token, "prep", "dative") if p.text.lower() in _RELYING[token.lemma])
        return next((named for p in preps if (named := first_child(parsed, p, "pobj")) is not None), None)
    if token.pos in {"ADP", "SCONJ"} and token.text.lower() in {"on", "with", "by"}:
        ground = first_child(parsed, token, "pobj")
        if ground is not None and ground.lemma in _WARRANTS:
            preps = (p for p in children(parsed, ground, "prep") if p.text.lower() in {"of", "to", "from"})
            return next((named for p in preps if (named := first_child(parsed, p, "pobj")) is not None), None)
    return None


def is_cited(parsed: Parsed, noun: Token) -> bool:
    """Whether a noun, or one above it in its phrase, is what another word cites."""
    line = [noun, *climb(parsed, noun)]
    return any(find_cited(parsed, word) in line for word in line)
