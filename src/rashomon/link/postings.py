"""Who holds which fingerprint: an inverted index that grows report by report.

New reports go into a small table; full tables become sorted runs, and runs of like size are merged (a log-structured
merge tree, O'Neil et al. 1996), so a look-up asks a handful of runs and an addition costs little on the mean. Of a mark
that many hold only the earliest holders are kept: what everybody has says nothing about who had it from whom.
"""

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from rashomon.link.fingerprints import Marks, Positions

MOST_HOLDERS: Final = 16
_TABLE_MARKS: Final = 1 << 16
_MERGE_FACTOR: Final = 3
_SHIFT: Final = np.uint64(32)
_HIGHEST: Final = np.uint64(0xFFFFFFFF)
_BEYOND: Final = np.uint64(1 << 32)
_Keys = npt.NDArray[np.uint64]


class Precedence(Protocol):
    """The order in which documents appeared."""

    def sort_rows(self, rows: Positions, documents: Positions) -> Positions:
        """Return the permutation that sorts entries by row, and within a row by the order of appearance."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Holders:
    """Entries found: the number of the mark asked for, a document that holds it, and the word it begins at there."""

    rows: Positions
    documents: Positions
    places: Positions


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Run:
    """Sorted entries: the mark in the upper half of a key, the document in the lower."""

    keys: _Keys
    places: Marks


class Postings:
    """Marks with the documents that hold them and where. Documents are numbers below 2**32."""

    def __init__(self, precedence: Precedence) -> None:
        self._precedence = precedence
        self._runs: list[_Run] = []
        self._table: dict[int, list[tuple[int, int]]] = {}
        self._in_table = 0

    def add(self, marks: Marks, places: Marks, document: int) -> None:
        """Add the marks of one document, each mark once."""
        for mark, place in zip(marks.tolist(), places.tolist(), strict=True):
            self._table.setdefault(mark, []).append((document, place))
        self._in_table += len(marks)
        if self._in_table >= _TABLE_MARKS:
            self._flush()

    def add_many(self, marks: Marks, places: Marks, documents: Positions) -> None:
        """Add entries of many documents at once."""
        if len(marks):
            keys = (marks.astype(np.uint64) << _SHIFT) | documents.astype(np.uint64)
            self._push(keys, places)

    def find(self, marks: Marks) -> Holders:
        """Return all entries kept of each mark, in no order."""
        rows, documents, places = [], [], []
        # Neighbours in a run are found one after the other: most of a look-up is waiting for memory.
        order = np.argsort(marks)
        lowest = marks[order].astype(np.uint64) << _SHIFT
        for run in self._runs:
            low = run.keys.searchsorted(lowest)
            low[low == len(run.keys)] = 0
            asked = ((run.keys[low] ^ lowest) < _BEYOND).nonzero()[0]
            low = low[asked]
            counts = run.keys.searchsorted(lowest[asked] | _HIGHEST, side="right") - low
            at = np.arange(counts.sum()) + np.repeat(low - (np.cumsum(counts) - counts), counts)
            rows.append(np.repeat(order[asked], counts))
            documents.append((run.keys[at] & _HIGHEST).astype(np.int64))
            places.append(run.places[at].astype(np.int64))
        found = [
            (row, document, place)
            for row, mark in enumerate(marks.tolist() if self._table else ())
            for document, place in self._table.get(mark, ())
        ]
        table = np.array(found, dtype=np.int64).reshape(-1, 3)
        return Holders(
            rows=np.concatenate([*rows, table[:, 0]]),
            documents=np.concatenate([*documents, table[:, 1]]),
            places=np.concatenate([*places, table[:, 2]]),
        )

    def _flush(self) -> None:
        entries = [(mark, *entry) for mark, held in self._table.items() for entry in held]
        self._table.clear()
        self._in_table = 0
        columns = np.array(entries, dtype=np.uint64).reshape(-1, 3)
        self._push((columns[:, 0] << _SHIFT) | columns[:, 1], columns[:, 2].astype(np.uint32))

    def _push(self, keys: _Keys, places: Marks) -> None:
        self._runs.append(self._settle(keys, places))
        while len(self._runs) > 1 and len(self._runs[-2].keys) <= _MERGE_FACTOR * len(self._runs[-1].keys):
            last, before = self._runs.pop(), self._runs.pop()
            merged = self._settle(
                np.concatenate((before.keys, last.keys)), np.concatenate((before.places, last.places))
            )
            self._runs.append(merged)

    def _settle(self, keys: _Keys, places: Marks) -> _Run:
        """Sort entries and drop those of marks too common beyond the earliest holders."""
        order = np.argsort(keys, kind="stable")
        keys, places = keys[order], places[order]
        marks = (keys >> _SHIFT).astype(np.uint32)
        starts = np.flatnonzero(np.concatenate(([True], marks[1:] != marks[:-1])))
        counts = np.diff(np.append(starts, len(marks)))
        common = np.repeat(counts > MOST_HOLDERS, counts)
        if not common.any():
            return _Run(keys=keys, places=places)
        at = np.flatnonzero(common)
        rows = np.repeat(np.arange(len(starts)), counts)[at]
        ranked = at[self._precedence.sort_rows(rows, (keys[at] & _HIGHEST).astype(np.int64))]
        firsts = np.flatnonzero(np.concatenate(([True], rows[1:] != rows[:-1])))
        rank = np.arange(len(rows)) - np.repeat(firsts, np.diff(np.append(firsts, len(rows))))
        kept = ~common
        kept[ranked[rank < MOST_HOLDERS]] = True
        return _Run(keys=keys[kept], places=places[kept])
