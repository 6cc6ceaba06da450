"""Quotations seen earlier elsewhere: the same words in quotation marks, however short.

A quotation stays the same where everything around it is reworded or translated, so two reports with one are tied even
where no longer passage is.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from rashomon.link.fingerprints import Fingerprint, WordMap
from rashomon.model.document import Document
from rashomon.model.lineage import SharedPassage

FEWEST_WORDS: Final = 4
FEWEST_CONTENT_WORDS: Final = 2
MOST_WORDS: Final = 60


class QuoteRegister:
    """Quotations with the first document that had each; documents must be read in order of appearance."""

    def __init__(self) -> None:
        self._first: dict[bytes, tuple[str, int]] = {}

    def read(self, document: Document, fingerprint: Fingerprint, placed: WordMap) -> tuple[SharedPassage, ...]:
        """Return the quotations of a document that an earlier one had, in reading order, and note the others."""
        found = []
        for first, last in _find_quotations(fingerprint, placed):
            start, end = int(placed.starts[first]), int(placed.ends[last - 1])
            seen_in, at = self._first.setdefault(fingerprint.words[first:last].tobytes(), (document.id, start))
            if seen_in != document.id:
                found.append(SharedPassage(start=start, end=end, first_seen=seen_in, at=at, quotation=True))
        return tuple(found)


def add_quotations(passages: Sequence[SharedPassage], quotations: Sequence[SharedPassage]) -> tuple[SharedPassage, ...]:
    """Return passages and quotations in reading order; a quotation inside a passage adds nothing.

    The passages come in reading order and do not overlap.
    """
    starts = [passage.start for passage in passages]

    def is_inside(quotation: SharedPassage) -> bool:
        before = bisect_left(starts, quotation.end)
        return before > 0 and passages[before - 1].end > quotation.start

    kept = [quotation for quotation in quotations if not is_inside(quotation)]
    return tuple(sorted((*passages, *kept), key=lambda passage: passage.start))


def _find_quotations(fingerprint: Fingerprint, placed: WordMap) -> Iterator[tuple[int, int]]:
    for first, last in placed.list_quotations():
        words = fingerprint.words[first:last]
        if FEWEST_WORDS <= len(words) <= MOST_WORDS and (words & 1).sum() >= FEWEST_CONTENT_WORDS:
            yield first, last
