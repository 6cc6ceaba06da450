"""Quotations seen earlier elsewhere: the same words in quotation marks, however short.

A quotation stays the same where everything around it is reworded or translated, so two reports with one are tied even
where no longer passage is.
"""

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
    """Return passages and quotations in reading order; a quotation inside a passage adds nothing."""
    kept = [
        quotation
        for quotation in quotations
        if not any(passage.start < quotation.end and quotation.start < passage.end for passage in passages)
    ]
    return tuple(sorted((*passages, *kept), key=lambda passage: passage.start))


def _find_quotations(fingerprint: Fingerprint, placed: WordMap) -> Iterator[tuple[int, int]]:
    first = None
    for place, quoted in enumerate([*placed.quoted_by.tolist(), 0]):
        if first is not None and quoted != placed.quoted_by[first]:
            words = fingerprint.words[first:place]
            if FEWEST_WORDS <= len(words) <= MOST_WORDS and (words & 1).sum() >= FEWEST_CONTENT_WORDS:
                yield first, place
            first = None
        if first is None and quoted:
            first = place
