"""Phrases for media, which carry what others say: *an Arab satellite channel*, *the Northern News Agency*."""

import re
from typing import Final

from rashomon.hypothesize.stems import split_words, stem_of

_MEDIA: Final = frozenset(
    """
        newspaper paper magazine weekly daily monthly gazette tribune herald courier channel station broadcaster
        television tv radio network website weblog blog portal wire press media podcast journal bulletin programme
        program show studio platform
        """.split()
)
_NEWS_AGENCY: Final = re.compile(r"\b(?:news|press|telegraph|wire) (?:agency|service|bureau|office)\b", re.IGNORECASE)


def names_medium(phrase: str) -> bool:
    """Tell whether a phrase names a newspaper, a channel, a news agency or the like, by its last word."""
    words = split_words(phrase)
    return _NEWS_AGENCY.search(phrase) is not None or (bool(words) and stem_of(words[-1]) in _MEDIA)
