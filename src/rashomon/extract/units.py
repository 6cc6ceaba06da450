"""Who says which words: each sentence cut into runs that one voice says, one statement each.

The innermost attribution owns a token, else the author; the words of a source and its cue belong to nobody's
proposition. A run of several statements (*the first is closed; the second has its own lock, and we hold the key*) is
cut between them, so that what is denied in one is not denied in the other.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.extract.parsing import Parsed, Stretch, Token
from rashomon.model.attribution import Attribution, Span

_DEEPEST: Final = 16
_FEWEST_WORDS: Final = 3
"""A statement cut off from its neighbour has at least so many words."""
_SUBJECTS: Final = frozenset("nsubj nsubjpass expl csubj".split())
_FINITE: Final = frozenset("VBD VBP VBZ MD".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A statement within one sentence that one voice makes. `attribution` is None where the author speaks."""

    first: int
    last: int
    attribution: Attribution | None


def split_units(parsed: Parsed, attributions: Sequence[Attribution]) -> Iterator[Unit]:
    """Yield who says which tokens, sentence by sentence: the innermost attribution owns a token, else the author.

    The words of a source and its cue belong to nobody's proposition.
    """
    owners: list[int | None] = [None] * len(parsed.tokens)
    aside = [False] * len(parsed.tokens)
    by_id = {attribution.id: attribution for attribution in attributions}
    depth = {attribution.id: _depth(attribution, by_id) for attribution in attributions}
    for number, attribution in sorted(enumerate(attributions), key=lambda pair: depth[pair[1].id]):
        around = _words_around(parsed, attribution, by_id)
        for index in tokens_in(parsed, attribution.content):
            if index not in around:
                owners[index], aside[index] = number, False
        for index in tokens_in(parsed, attribution.source + attribution.cue):
            aside[index] = True
    for sentence in parsed.sentences:
        yield from _units_of(parsed, sentence, owners, aside, attributions)


def _words_around(parsed: Parsed, attribution: Attribution, by_id: Mapping[str, Attribution]) -> frozenset[int]:
    """The source and cue of whoever is around a voice: *they believe it was a bomb, an aide said*."""
    found: set[int] = set()
    for _ in range(_DEEPEST):
        if attribution.parent_id is None:
            break
        attribution = by_id[attribution.parent_id]
        found.update(tokens_in(parsed, attribution.source + attribution.cue))
    return frozenset(found)


def tokens_in(parsed: Parsed, spans: Sequence[Span]) -> Iterator[int]:
    """Yield the indexes of the tokens that begin inside some spans."""
    for span in spans:
        first = bisect_left(parsed.tokens, span.start, key=lambda token: token.start)
        yield from range(first, bisect_left(parsed.tokens, span.end, key=lambda token: token.start))


def trim_punctuation(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """Narrow a range of tokens to those between its first and last word; empty where there is none."""
    while first < last and not any(ch.isalnum() for ch in parsed.tokens[first].text):
        first += 1
    while last > first and not any(ch.isalnum() for ch in parsed.tokens[last - 1].text):
        last -= 1
    return first, last


def _units_of(
    parsed: Parsed, sentence: Stretch, owners: list[int | None], aside: list[bool], attributions: Sequence[Attribution]
) -> Iterator[Unit]:  # fmt: skip
    """Runs of one owner; a run broken only by a source and cue in its middle ("X, he said, did it") is one unit."""
    runs: list[tuple[int, int, int | None]] = []
    for index in range(sentence.first, sentence.last):
        if aside[index]:
            continue
        owner = owners[index]
        if owner is None and not any(ch.isalnum() for ch in parsed.tokens[index].text):
            # A comma nobody owns parts nothing: it goes with the author's words before it, else with nobody's.
            if runs and runs[-1][1:] == (index, None):
                runs[-1] = (runs[-1][0], index + 1, None)
            continue
        if runs and runs[-1][2] == owner and (index == runs[-1][1] or owner is not None):
            runs[-1] = (runs[-1][0], index + 1, owner)
        else:
            runs.append((index, index + 1, owner))
    for start, stop, owner in runs:
        for begin, end in _statements_of(parsed, start, stop):
            first, last = trim_punctuation(parsed, begin, end)
            if first < last:
                yield Unit(first=first, last=last, attribution=None if owner is None else attributions[owner])


def _statements_of(parsed: Parsed, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a run at its semicolons and before every joined clause that has a subject and a finite verb of its own."""
    begin = first
    for index in range(first + 1, last):
        end = _end_before(parsed, index)
        if end > begin and _words_in(parsed, begin, end) and _words_in(parsed, index, last):
            yield begin, end
            begin = index
    yield begin, last


def _end_before(parsed: Parsed, index: int) -> int:
    """Where the statement before this token ends, if a new one begins at it; else 0."""
    if parsed.tokens[index - 1].text == ";":
        return index - 1
    before = parsed.tokens[index - 1]
    if before.dep != "cc" or before.text.lower() not in {"and", "but", "yet", "or"}:
        return 0
    if parsed.tokens[index].text.lower() == "that" and parsed.tokens[index].dep == "mark":
        return index - 1
    verb = parsed.tokens[before.head]
    joined = (parsed.tokens[c] for c in verb.children if c > before.index and parsed.tokens[c].dep == "conj")
    starts = any(token.left == index and _is_clause(parsed, token) for token in joined)
    return index - 1 if starts and _is_clause(parsed, verb) else 0


def _is_clause(parsed: Parsed, verb: Token) -> bool:
    """Tell whether a verb has a subject of its own and a finite form, itself or by an auxiliary."""
    below = [parsed.tokens[c] for c in verb.children]
    finite = verb.tag in _FINITE or any(t.tag in _FINITE for t in below if t.dep in {"aux", "auxpass"})
    return finite and any(t.dep in _SUBJECTS for t in below)


def _words_in(parsed: Parsed, first: int, last: int) -> bool:
    return sum(token.text[0].isalnum() for token in parsed.tokens[first:last]) >= _FEWEST_WORDS


def _depth(attribution: Attribution, by_id: Mapping[str, Attribution]) -> int:
    depth = 0
    while attribution.parent_id is not None and depth < _DEEPEST:
        attribution = by_id[attribution.parent_id]
        depth += 1
    return depth
