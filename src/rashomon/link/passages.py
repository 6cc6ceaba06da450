"""Passages seen earlier elsewhere: exact runs of words joined to the first document that had them.

Documents are walked in time order; each fingerprint remembers who had it first. What a passage means (copy, quotation,
boilerplate) is left to `copies`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.link.fingerprints import GRAM_WORDS, Words, hash_grams, read_words, winnow
from rashomon.model.document import Document
from rashomon.model.lineage import SharedPassage

# One hit is noise: more than half of unrelated documents have one. Three to one source make evidence.
HITS_FOR_EVIDENCE: Final = 3
LONG_RUN_WORDS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """`length` words from word `at` on that stand word for word in an earlier document from word `source_at` on."""

    at: int
    source: int
    source_at: int
    length: int


def sort_by_time(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return the documents as they appeared: by time of publication, undated ones last, ties as given."""
    return tuple(sorted(documents, key=publication_key))


def publication_key(document: Document) -> tuple[bool, float]:
    """Return what documents are sorted by in time; equal keys mean that nothing is known about their order."""
    when = document.published_at
    return (when is None, when.timestamp() if when is not None else 0.0)


def find_shared_passages(documents: Sequence[Document]) -> dict[str, tuple[SharedPassage, ...]]:
    """Return for each document id the passages some earlier document had first, in reading order.

    A passage is an exact run of at least six words, case and punctuation aside.
    """
    ordered = sort_by_time(documents)
    return match_passages(ordered, {document.id: read_words(document.text) for document in ordered})


def match_passages(
    ordered: Sequence[Document], words_by_id: Mapping[str, Words]
) -> dict[str, tuple[SharedPassage, ...]]:
    """Do the work of `find_shared_passages` for documents in time order whose words were read already."""
    first_seen: dict[int, tuple[int, int]] = {}
    found: dict[str, tuple[SharedPassage, ...]] = {}
    for number, document in enumerate(ordered):
        words = words_by_id[document.id]
        grams = hash_grams(words.hashes, GRAM_WORDS)
        marks = [(int(place), int(grams[place])) for place in winnow(grams)]
        hits = [(place, first_seen[mark]) for place, mark in marks if mark in first_seen]
        runs = _extend_hits(hits, words, ordered, words_by_id)
        found[document.id] = tuple(
            _locate(run, words, ordered, words_by_id) for run in _keep_evidence(runs, hits, len(words))
        )
        for place, mark in marks:
            first_seen.setdefault(mark, (number, place))
    return found


def _extend_hits(
    hits: Sequence[tuple[int, tuple[int, int]]],
    words: Words,
    ordered: Sequence[Document],
    words_by_id: Mapping[str, Words],
) -> list[_Run]:
    """Grow each hit along its diagonal as far as the words agree; a hit inside the last run adds nothing."""
    runs: list[_Run] = []
    reached = 0
    for place, (source, source_place) in hits:
        if place + GRAM_WORDS <= reached:
            continue
        other = words_by_id[ordered[source].id].folded
        mine = words.folded
        left = 0
        while (
            place - left > reached
            and source_place - left > 0
            and mine[place - left - 1] == other[source_place - left - 1]
        ):
            left += 1
        right = 0
        while (
            place + right < len(mine)
            and source_place + right < len(other)
            and mine[place + right] == other[source_place + right]
        ):
            right += 1
        if left + right >= GRAM_WORDS:
            runs.append(_Run(at=place - left, source=source, source_at=source_place - left, length=left + right))
            reached = place + right
    return runs


def _keep_evidence(runs: Sequence[_Run], hits: Sequence[tuple[int, tuple[int, int]]], words: int) -> list[_Run]:
    counts = Counter(source for _, (source, _) in hits)
    return [
        run
        for run in runs
        if counts[run.source] >= HITS_FOR_EVIDENCE or run.length >= LONG_RUN_WORDS or 2 * run.length >= words
    ]


def _locate(run: _Run, words: Words, ordered: Sequence[Document], words_by_id: Mapping[str, Words]) -> SharedPassage:
    source = ordered[run.source]
    return SharedPassage(
        start=words.starts[run.at],
        end=words.ends[run.at + run.length - 1],
        first_seen=source.id,
        at=words_by_id[source.id].starts[run.source_at],
    )
