"""The words of names: folded, without titles, articles and ornaments, and the word a name is about."""

import re
from typing import Final

from rashomon.link.speaker_kinds import name_kind
from rashomon.model.vocabulary import SourceKind

WORD: Final = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*")
_TITLE_LIST: Final = """
the a an mr mrs ms miss dr sir dame lady lord prof professor president minister prime foreign defence defense interior
secretary general gen colonel col captain capt lieutenant lt sergeant sgt admiral commander mayor governor gov senator
sen rep ambassador chancellor spokesman spokeswoman spokesperson commissioner superintendent inspector detective judge
justice king queen prince princess pope director chief adviser advisor deputy leader premier king's state press vice
"""
TITLES: Final = frozenset(_TITLE_LIST.split())
_SMALL_LIST: Final = "of the a an for to in at on and or by from de s van von der den bin ibn al el la le di du"
SMALL_WORDS: Final = frozenset(_SMALL_LIST.split())
_LEADING: Final = re.compile(r"^(?:[A-Z]{3,}[^-–—a-z]{0,40}\s[-–—]\s|(?:[Ff]rom|[Bb]y|[Aa]ccording to|[Cc]iting)\s+)")
_BRACKETS: Final = re.compile(r"\s*\([^)]*\)\s*$")
_HEAD_END: Final = re.compile(r"\b(?:of|for|in|at|to|on|from|near|de|du)\b|[,(]", re.IGNORECASE)


def fold_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, possessive endings dropped."""
    return tuple(word.casefold().replace("’", "'") for word in WORD.findall(name))


def strip_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return folded words without the titles before a name; the last word always stays."""
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return words


def cut_titles(name: str) -> str:
    """Return a name without the titles before it, its spelling kept."""
    words = name.split()
    while len(words) > 1 and words[0].strip(".").casefold() in TITLES:
        words = words[1:]
    return " ".join(words)


def cut_ornaments(name: str) -> str:
    """Drop what is no part of a name: a dateline or preposition before it, brackets after it, a role before a comma."""
    bare = _BRACKETS.sub("", _LEADING.sub("", name)) or name
    role, comma, person = bare.rpartition(", ")
    return person if comma and name_kind(cut_titles(person)) is SourceKind.PERSON and role else bare


def drop_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return folded words without "the" at their head."""
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def find_head(name: str) -> str:
    """Return the word a phrase is about: the last one before "of", "in" and the like."""
    found = _HEAD_END.search(name, 1)
    words = fold_words(name[: found.start()] if found else name) or fold_words(name)
    return words[-1] if words else ""
