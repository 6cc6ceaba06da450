"""Who shares a text's fingerprints, in the order in which the holders appeared."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.link.chronology import precedence_key
from rashomon.link.fingerprints import Flags, Marks, Positions
from rashomon.link.postings import MOST_HOLDERS, Postings
from rashomon.model.document import Document

_MANY_ROWS: Final = 8192


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shared:
    """The fingerprints of one text that other texts hold too, with all their holders, the text itself among them.

    `known` are the text's marks, each once, ascending. The other arrays run parallel, an entry for a mark (its number
    among `known`) and a holder, sorted by mark and by the order of appearance: `places` is the word the mark begins at
    there, `rank` counts a mark's holders from 0, `preceding` says how many of them appeared before the text. No more
    than the sixteen earliest are named or counted.
    """

    known: Marks
    numbers: Positions
    holders: Positions
    places: Positions
    rank: Positions
    preceding: Positions

    @property
    def earlier(self) -> Flags:
        """Whether each holder appeared before the text."""
        return self.rank < self.preceding

    def count_holders(self) -> Positions:
        """Return for each of `known` by how many texts it is held, 0 where by this one alone."""
        return np.bincount(self.numbers, minlength=len(self.known))

    def list_holders(self, marks: Positions, *, most: int) -> list[tuple[int, tuple[int, ...]]]:
        """Return some marks, by their numbers, with their earliest holders."""
        kept = self.rank < most
        numbers, holders = self.numbers[kept], self.holders[kept].tolist()
        first, last = np.searchsorted(numbers, marks), np.searchsorted(numbers, marks + 1)
        spans = zip(marks.tolist(), first.tolist(), last.tolist(), strict=True)
        return [(mark, tuple(holders[start:end])) for mark, start, end in spans]


class Chronicle:
    """When each text appeared; texts are numbered as they are appended."""

    def __init__(self) -> None:
        self._keys = np.zeros((3, 1024), dtype=np.float64)
        self._count = 0
        self._places: Positions | None = None

    def append(self, document: Document) -> None:
        """Note when the next text appeared."""
        undated, when, length, name = precedence_key(document)
        if self._count == self._keys.shape[1]:
            self._keys = np.concatenate((self._keys, np.zeros_like(self._keys)), axis=1)
        # Six bytes of a hash fit a float exactly and order ids as well as the ids do.
        tie = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=6).digest(), "big")
        self._keys[:, self._count] = (np.inf if undated else when, length, tie)
        self._count += 1
        self._places = None

    def sort_rows(self, rows: Positions, documents: Positions) -> Positions:
        """Return the permutation that sorts entries by row, and within a row by the order of appearance."""
        # Numbering all documents in order pays for many entries, or where it was done since the last one was appended.
        if self._places is None and len(rows) < max(_MANY_ROWS, self._count):
            when, length, tie = self._keys[:, documents]
            return np.lexsort((tie, length, when, rows))
        if self._places is None:
            when, length, tie = self._keys[:, : self._count]
            self._places = np.empty(self._count, dtype=np.int64)
            self._places[np.lexsort((tie, length, when))] = np.arange(self._count)
        return np.argsort((rows << 32) | self._places[documents], kind="stable")

    def rank_of(self, number: int) -> tuple[float, ...]:
        """Return what a text is ordered by."""
        return tuple(self._keys[:, number].tolist())


def find_sharing(
    texts: Sequence[tuple[int, Marks]],
    postings: Postings,
    chronicle: Chronicle,
    *,
    stand_in: Callable[[int], int] | None = None,
) -> dict[int, Shared]:
    """Return for each text, given as its number and its marks (each once, ascending), who shares them.

    `stand_in` gives for a text that is no longer held the one that stands for it.
    """
    sizes = [len(marks) for _, marks in texts]
    found = postings.find(np.concatenate([marks for _, marks in texts]))
    several = np.bincount(found.rows, minlength=1)[found.rows] > 1
    rows, holders, places = found.rows[several], found.documents[several], found.places[several]
    if stand_in is not None:
        known, which = np.unique(holders, return_inverse=True)
        holders = np.array([stand_in(holder) for holder in known.tolist()], dtype=np.int64)[which]
    order = chronicle.sort_rows(rows, holders)
    rows, holders, places = rows[order], holders[order], places[order]
    first = np.ones(len(rows), dtype=np.bool_)
    first[1:] = (rows[1:] != rows[:-1]) | (holders[1:] != holders[:-1])
    rows, holders, places = rows[first], holders[first], places[first]
    rank = _count_within(rows)
    kept = rank < MOST_HOLDERS
    rows, holders, places, rank = rows[kept], holders[kept], places[kept], rank[kept]
    owner_of = np.repeat(np.array([number for number, _ in texts], dtype=np.int64), sizes)
    own = holders == owner_of[rows]
    own_rank = np.full(len(owner_of), MOST_HOLDERS, dtype=np.int64)
    own_rank[rows[own]] = rank[own]
    shared = {}
    edges = np.cumsum([0, *sizes])
    cuts = np.searchsorted(rows, edges)
    for at, (number, marks) in enumerate(texts):
        part = slice(cuts[at], cuts[at + 1])
        shared[number] = Shared(
            known=marks,
            numbers=rows[part] - edges[at],
            holders=holders[part],
            places=places[part],
            rank=rank[part],
            preceding=own_rank[rows[part]],
        )
    return shared


def _count_within(rows: Positions) -> Positions:
    """Count the entries of each row from 0; the rows are sorted."""
    at = np.arange(len(rows))
    starts = np.ones(len(rows), dtype=np.bool_)
    starts[1:] = rows[1:] != rows[:-1]
    return at - np.maximum.accumulate(np.where(starts, at, 0))
