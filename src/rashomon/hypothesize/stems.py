"""Rough base forms of words, for meeting the same word in two reports."""

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_][^\W_]*(?:[-’'][^\W_]+)*|\d+(?:st|nd|rd|th)")
_FEWEST: Final = 4


def stem_of(word: str) -> str:
    """Return a word in lower case without possessive and plural."""
    word = re.sub(r"['’]s?$", "", word.lower())
    if word.endswith("ies") and len(word) > _FEWEST:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def split_words(text: str) -> list[str]:
    """Return the words of a text as written, joined words also apart; numbers only as ordinals."""
    words = _WORD.findall(text)
    return words + [part for word in words if "-" in word for part in word.split("-") if part]
