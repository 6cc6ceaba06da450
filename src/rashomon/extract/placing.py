"""Where somebody speaks is no part of who speaks: *on High Street a baker said*, *at Dover the mayor says*."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rashomon.extract.candidate import Candidate, Indexes
from rashomon.extract.parsing import Parsed
from rashomon.extract.spans import to_spans

_LOCATIVE: Final = frozenset(
    "on in at along near outside inside behind beside opposite across around off beyond above below under".split()
)
_ARTICLES: Final = frozenset({"a", "an", "the", "one", "another", "two", "three", "some", "several", "many"})
_OPENERS: Final = frozenset({",", ";", ":", "(", "-", "–", "—", "and", "but"})


def shed_place(parsed: Parsed, candidate: Candidate) -> Candidate:
    """The attribution without the name of a place before its speaker, where a preposition and an article show it."""
    place = _place_before(parsed, candidate.source)
    if not place:
        return candidate
    source = candidate.source - place
    spans = candidate.spans
    return replace(
        candidate,
        source=source,
        spans=None if spans is None else replace(spans, source=to_spans(parsed, source)),
    )


def _place_before(parsed: Parsed, source: Indexes) -> Indexes:
    """The name a source begins with that a locative preposition governs and another noun phrase follows."""
    first = min(source, default=0)
    if first == 0 or parsed.tokens[first - 1].text.lower() not in _LOCATIVE:
        return frozenset()
    opens = first - 1
    if opens > parsed.sentence_of(parsed.tokens[first]).first and parsed.tokens[opens - 1].text not in _OPENERS:
        return frozenset()
    at = first
    while at in source and parsed.tokens[at].pos == "PROPN":
        at += 1
    speaks = at in source and parsed.tokens[at].text.lower() in _ARTICLES
    rest = (parsed.tokens[i] for i in source if i > at)
    return frozenset(range(first, at)) if at > first and speaks and any(t.pos == "NOUN" for t in rest) else frozenset()
