"""Which report was made from which: verbatim and edited copies by shared words, reworded ones and relays by `rewrites`.

What counts is containment (how much of the later text stands in the earlier one), not likeness: a cut copy of a long
wire story is a copy. Words inside quotation marks and boilerplate do not make a copy by themselves: two independent
reports quote the same statement, and every page of a site ends alike.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.link.boilerplate import find_boilerplate
from rashomon.link.fingerprints import (
    FINE_GRAM_WORDS,
    Flags,
    Hashes,
    Words,
    cover_words,
    hash_grams,
    read_words,
    winnow,
)
from rashomon.link.passages import match_passages, publication_key, sort_by_time
from rashomon.link.rewrites import find_rewrites
from rashomon.model.document import Document
from rashomon.model.ids import derive_id
from rashomon.model.lineage import CopyLink, SharedPassage
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import CopyKind

RECIPE: Final = "link.copies@2"
VERBATIM_SHARE: Final = 0.995
NEAR_SHARE: Final = 0.45
# A text with a third of its words exchanged keeps about this share in runs of three, spread over its whole length;
# a report with matter of its own around one borrowed block keeps as much, but in one place.
EDITED_SHARE: Final = 0.26
EDITED_SPREAD: Final = 0.75
SWALLOWED_SHARE: Final = 0.9
FEWEST_WORDS: Final = 12
SHORT_WORDS: Final = 25
SHORT_SHARE: Final = 0.8
_POSTINGS: Final = 4
_CANDIDATES: Final = 6
_SEGMENTS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Text:
    """One document made ready for comparison. `counted` marks the words that are not boilerplate."""

    document: Document
    words: Words
    grams: Hashes
    known: Hashes
    marks: tuple[int, ...]
    counted: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """How much of one text stands in another.

    `share` is the part of all its words, `unquoted` of those outside quotation marks, `spread` of its equal segments.
    """

    source: int
    share: float
    unquoted: float
    spread: float
    words: int


def find_copies(documents: Sequence[Document]) -> tuple[CopyLink, ...]:
    """Return for every document made from another one a link to the nearest earlier document it was made from.

    Documents are taken in time order (undated last, then as given). At most one link a document; links never form a
    circle. `share` is containment by runs of three words. The time needed grows about linearly with the text.
    """
    ordered = sort_by_time(documents)
    texts = _read_texts(ordered)
    passages = match_passages(ordered, {text.document.id: text.words for text in texts})
    parents = _find_parents(texts)
    links = [_link_near(texts, number, match, passages) for number, match in parents.items()]
    copied = {ordered[number].id: ordered[match.source].id for number, match in parents.items()}
    rewrites = find_rewrites(ordered, copied, passages)
    links += [
        _make_link(
            rewrite.document_id,
            rewrite.source_id,
            rewrite.kind,
            rewrite.share,
            rewrite.why,
            passages[rewrite.document_id],
        )
        for rewrite in rewrites
    ]
    position = {document.id: number for number, document in enumerate(documents)}
    return tuple(sorted(links, key=lambda link: position[link.document_id]))


def _read_texts(ordered: Sequence[Document]) -> list[_Text]:
    all_words = [read_words(document.text) for document in ordered]
    boilerplate = find_boilerplate(all_words)
    texts = []
    for document, words, common in zip(ordered, all_words, boilerplate, strict=True):
        grams = hash_grams(words.hashes, FINE_GRAM_WORDS)
        marks = tuple(int(grams[place]) for place in winnow(grams) if not common[place])
        known = np.unique(grams)
        texts.append(_Text(document=document, words=words, grams=grams, known=known, marks=marks, counted=~common))
    return texts


def _find_parents(texts: Sequence[_Text]) -> dict[int, _Match]:
    """Walk the texts in time order; return each copy's number with its best match."""
    parents: dict[int, _Match] = {}
    same_words: dict[tuple[str, ...], int] = {}
    holders: dict[int, list[int]] = {}
    for number, text in enumerate(texts):
        twin = same_words.setdefault(text.words.folded, number)
        if twin != number and len(text.words):
            parents[number] = _Match(source=twin, share=1.0, unquoted=1.0, spread=1.0, words=len(text.words))
            continue
        candidates = _nominate(text, holders)
        matches = [_compare(text, texts[source], source) for source in candidates]
        copied = [match for match in matches if _is_copy(text, texts[match.source], match)]
        if copied:
            parents[number] = max(copied, key=lambda match: (round(match.share, 2), -match.source))
        else:
            _turn_round(texts, number, candidates, parents)
        for mark in set(text.marks):
            held = holders.setdefault(mark, [])
            if len(held) < _POSTINGS:
                held.append(number)
    return parents


def _nominate(text: _Text, holders: Mapping[int, Sequence[int]]) -> list[int]:
    """Return the earlier texts sharing most fingerprints; common fingerprints speak only for the first who had them."""
    counts = Counter(source for mark in set(text.marks) for source in holders.get(mark, ()))
    least = min(3, max(1, len(text.marks) // 3))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [source for source, hits in ranked[:_CANDIDATES] if hits >= least]


def _turn_round(texts: Sequence[_Text], number: int, candidates: Sequence[int], parents: dict[int, _Match]) -> None:
    """Where nothing tells which of two came first, the shorter may be a cut of the longer one after it."""
    text = texts[number]
    for source in candidates:
        other = texts[source]
        if source in parents or publication_key(other.document) != publication_key(text.document):
            continue
        match = _compare(other, text, number)
        if _is_copy(other, text, match):
            parents[source] = match


def _compare(text: _Text, other: _Text, source: int) -> _Match:
    covered = cover_words(text.grams, other.known, FINE_GRAM_WORDS, len(text.words))
    counted = text.counted if text.counted.sum() >= FEWEST_WORDS else np.ones_like(text.counted)
    unquoted = counted & ~text.words.quoted
    if unquoted.sum() < max(FEWEST_WORDS, 0.2 * counted.sum()):
        unquoted = counted
    segments = np.array_split(covered[counted], min(_SEGMENTS, max(1, int(counted.sum()) // 8)))
    return _Match(
        source=source,
        share=float(covered[counted].mean()),
        unquoted=float(covered[unquoted].mean()),
        spread=float(np.mean([segment.any() for segment in segments])),
        words=int(covered[counted].sum()),
    )


def _is_copy(text: _Text, other: _Text, match: _Match) -> bool:
    share = min(match.share, match.unquoted)
    if len(text.words) < SHORT_WORDS:
        figures = {word for word in text.words.folded if word[0].isdigit()}
        return share >= SHORT_SHARE and figures <= set(other.words.folded)
    if match.words < FEWEST_WORDS:
        return False
    if share >= NEAR_SHARE or (share >= EDITED_SHARE and match.spread >= EDITED_SPREAD):
        return True
    # An earlier text taken over whole, with paragraphs added, is still that text.
    return share >= EDITED_SHARE + 0.05 and _compare(other, text, 0).share >= SWALLOWED_SHARE


def _link_near(
    texts: Sequence[_Text], number: int, match: _Match, passages: Mapping[str, tuple[SharedPassage, ...]]
) -> CopyLink:
    text, source = texts[number], texts[match.source]
    kind = CopyKind.VERBATIM if match.share >= VERBATIM_SHARE else CopyKind.NEAR
    name = source.document.input_id or source.document.id
    why = f"{match.share:.0%} of its words stand in runs of three or more in {name}"
    return _make_link(text.document.id, source.document.id, kind, match.share, why, passages[text.document.id])


def _make_link(
    document_id: str, source_id: str, kind: CopyKind, share: float, why: str, passages: tuple[SharedPassage, ...]
) -> CopyLink:
    return CopyLink(
        id=derive_id("copy", document_id, source_id, kind),
        document_id=document_id,
        copy_of=source_id,
        kind=kind,
        share=round(share, 4),
        why=why,
        passages=passages,
        made=Made(recipe=RECIPE, inputs=(document_id, source_id)),
    )
