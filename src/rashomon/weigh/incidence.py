"""A sparse matrix of zeros and ones, stored by diagonals, with its two products: all that the models' loops cost.

Rows of at most `WIDTH` ones are ordered by falling length; the j-th ones of all rows lie in one run (jagged diagonals,
Saad 1989). Both products then read contiguous memory, which numpy does several times faster than sums over segments.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.weigh.claim_table import Floats, Ints

WIDTH: Final = 64
"""Ones of a row. A group with more has several rows, so that one huge group does not make a million short runs."""
ROWS: Final = 1 << 17
"""Rows worked on at a time: their temporary columns stay in the processor's cache."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Incidence:
    """Which of `keys` keys stand in which of `groups` groups. `row_group` (rows) is the group of each row.

    `runs` are the keys of the rows' first ones, second ones and so on, each run no longer than the one before. `times`
    (keys) is how often each key stands in any group.
    """

    groups: int
    keys: int
    row_group: Ints
    runs: tuple[Ints, ...]
    times: Floats

    def sum_by_group(self, of_keys: Floats) -> Floats:
        """Return for each group the sum of the numbers (keys) of its keys."""
        rows = np.zeros(len(self.row_group))
        taken = np.empty(min(len(rows), self._step()))
        for first, run in self._pieces():
            part = np.take(of_keys, run, out=taken[: len(run)], mode="clip")
            rows[first : first + len(run)] += part
        total: Floats = np.bincount(self.row_group, weights=rows, minlength=self.groups).astype(np.float64, copy=False)
        return total

    def sum_by_key(self, of_groups: Floats) -> Floats:
        """Return for each key the sum of the numbers (groups) of the groups it stands in."""
        rows = of_groups.take(self.row_group)
        total = np.zeros(self.keys)
        for first, run in self._pieces():
            total += np.bincount(run, weights=rows[first : first + len(run)], minlength=self.keys)
        return total

    def _step(self) -> int:
        # A sum by key costs a pass over all keys for each piece: pieces are not made shorter than that is worth.
        return max(ROWS, 4 * self.keys)

    def _pieces(self) -> Iterator[tuple[int, Ints]]:
        for first in range(0, len(self.row_group), self._step()):
            for run in self.runs:
                if len(run) <= first:
                    break
                yield first, run[first : first + self._step()]


def relate(group: Ints, key: Ints, *, groups: int, keys: int) -> Incidence:
    """Return the incidence of pairs of a group and a key, given in order of groups; a pair may come repeatedly."""
    size = np.bincount(group, minlength=groups)
    start = np.cumsum(size) - size
    pieces = -(-size // WIDTH)
    owner = np.repeat(np.arange(groups), pieces)
    number = np.arange(len(owner)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    length = np.minimum(size[owner] - number * WIDTH, WIDTH)
    order = np.argsort(-length, kind="stable")
    length, owner = length[order], owner[order]
    begin = start[owner] + number[order] * WIDTH
    longest = int(length[0]) if length.size else 0
    ends = np.searchsorted(-length, -np.arange(longest), side="left")
    runs = tuple(key[begin[:end] + place].astype(np.intp) for place, end in enumerate(ends))
    times = np.bincount(key, minlength=keys).astype(np.float64)
    return Incidence(groups=groups, keys=keys, row_group=owner, runs=runs, times=times)
