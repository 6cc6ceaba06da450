"""Rough base forms of words, for meeting the same word in two reports."""

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_][^\W_]*(?:[-’'][^\W_]+)*|\d+(?:st|nd|rd|th)")
_FEWEST: Final = 4
_SIBILANTS: Final = ("xes", "sses", "shes")
"""Endings of plurals in -es whatever the singular: *foxes*, *masses*, *lashes*."""

STOP_WORDS: Final = frozenset(
    """
    a about after again against all also an and any are as at be because been before being between both but by can
    could did do does doing down during each every few for from further had has have having he her here hers him his
    how i if in into is it its itself just like made make many may me might more most much must my near never no
    nobody nor not nothing now of off on once one only or other others our out over own part people said same say
    says she should since so some still such than that the their them then there these they thing things this those
    three through time to told too took two under until up upon us very was we were what when where which while who
    whom whose why will with without would yesterday yet you your first second last day week month year night
    morning evening monday tuesday wednesday thursday friday saturday sunday man woman news official officials
    report reports statement source sources spokesman minister ministry government state president police newspaper
    paper agency company group side way case fact question reason point cause work known likely able good long found
    find come came going gone went get got give gave given take taken put let think thought believe believed know
    called knew call seen see saw look looked done well even ever rather quite really already later earlier early
    late
    """.split()
)
"""Words too common to tell one report's matter from another's."""


@lru_cache(maxsize=1 << 13)
def stem_of(word: str) -> str:
    """Return a word in lower case without possessive and plural."""
    word = re.sub(r"['’]s?$", "", word.lower())
    if word.endswith("ies") and len(word) > _FEWEST:
        return word[:-3] + "y"
    if word.endswith(_SIBILANTS) and len(word) > _FEWEST:
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def split_words(text: str) -> list[str]:
    """Return the words of a text as written, joined words also apart; numbers only as ordinals."""
    words = _WORD.findall(text)
    return words + [part for word in words if "-" in word for part in word.split("-") if part]
