"""Words by which one voice passes on another's: "citing Y", "based on Y", "on the authority of Y"."""

from __future__ import annotations

from typing import Final

from rashomon.extract.animacy import may_speak
from rashomon.extract.lexicon import DOCUMENTS
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, climb, first_child

UTTERANCES: Final = DOCUMENTS | frozenset(
    """
        remark comment interview account speech footage broadcast video recording column editorial essay dispatch
        bulletin address clip tape audio call sermon message briefing podcast post
        story piece op-ed admission confession allegation claim quote word
    """.split()
)
_CITING: Final = frozenset("cite quote reference invoke relay echo".split())
RELYING: Final = {
    "base": {"on", "upon"},
    "rely": {"on", "upon"},
    "draw": {"on", "upon"},
    "lean": {"on", "upon"},
    "build": {"on", "upon"},
    "attribute": {"to"},
}
"""Verbs that cite through a preposition."""
_WARRANTS: Final = frozenset("authority strength word basis reference testimony say-so".split())
"""Nouns on which somebody else's word is passed on."""


def find_cited(parsed: Parsed, token: Token) -> Token | None:
    """Whom a word cites: "citing Y", "based on Y", "attributing it to Y", "on the authority of Y"."""
    if token.pos == "VERB" and token.lemma in _CITING:
        return first_child(parsed, token, "dobj")
    if token.lemma in RELYING and (token.tag in {"VBG", "VBN"} or token.dep == "relcl"):
        preps = (p for p in children(parsed, token, "prep", "dative") if p.text.lower() in RELYING[token.lemma])
        named = next((named for p in preps if (named := first_child(parsed, p, "pobj")) is not None), None)
        return named if named is not None and may_be_cited(named) else None
    if token.pos in {"ADP", "SCONJ"} and token.text.lower() in {"on", "with", "by"}:
        ground = first_child(parsed, token, "pobj")
        if ground is not None and ground.lemma in _WARRANTS:
            preps = (p for p in children(parsed, ground, "prep") if p.text.lower() in {"of", "to", "from"})
            return next((named for p in preps if (named := first_child(parsed, p, "pobj")) is not None), None)
    return None


def may_be_cited(named: Token) -> bool:
    """Whether what stands behind a preposition is a voice or an utterance rather than a subject: "based on two people"
    and "drawing on an account", not "based on polls"."""
    return named.pos != "PRON" and (named.lemma in UTTERANCES or named.pos == "PROPN" or may_speak(named))


def is_cited(parsed: Parsed, noun: Token) -> bool:
    """Whether a noun, or one above it in its phrase, is what another word cites."""
    line = [noun, *climb(parsed, noun)]
    return any(find_cited(parsed, word) in line for word in line)
