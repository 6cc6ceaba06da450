"""Sums over named entries that one entry more changes along one path: an unchanging binary trie over hashed names.

Its shape, and so the order in which numbers are added, depends on which names it holds and on nothing else. So sums are
the same to the last bit in whatever order entries came, went and came again, and never drift as running totals do.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeAlias, TypeVar

import numpy as np

from rashomon.weigh.columns import Floats

T = TypeVar("T")

NOTHING: Floats = np.zeros(0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leaf(Generic[T]):
    """One entry: its name hashed, its value, the numbers it adds to the sums, and one whose greatest is wanted."""

    digest: int
    value: T
    sums: Floats
    peak: float = 0.0


class Branch(NamedTuple, Generic[T]):
    """Two or more entries, parted by one bit of their names' hashes; one side may be empty.

    A tuple, as a change makes a dozen of them: a dataclass takes three times as long.
    """

    low: "Trie[T]"
    high: "Trie[T]"
    sums: Floats
    peak: float


Trie: TypeAlias = Leaf[T] | Branch[T] | None


def name_leaf(name: str) -> int:
    """Return what an entry is kept under: 256 bits, so that no crafted names meet in one place."""
    return int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest(), "big")


def put_leaf(trie: Trie[T], leaf: Leaf[T], depth: int = 0) -> Trie[T]:
    """Return the trie with one more entry, in place of one of its name."""
    if trie is None:
        return leaf
    if isinstance(trie, Leaf):
        if trie.digest == leaf.digest:
            return leaf
        # The old one goes a step down; the new one then parts from it there or deeper.
        trie = _join(None, trie) if trie.digest >> depth & 1 else _join(trie, None)
    if leaf.digest >> depth & 1:
        return _join(trie.low, put_leaf(trie.high, leaf, depth + 1))
    return _join(put_leaf(trie.low, leaf, depth + 1), trie.high)


def put_leaves(trie: Trie[T], leaves: Sequence[Leaf[T]], depth: int = 0) -> Trie[T]:
    """Return the trie with more entries, all of different names: faster than one by one, and the same."""
    if len(leaves) < 2:
        return put_leaf(trie, leaves[0], depth) if leaves else trie
    if isinstance(trie, Leaf):
        old = trie
        leaves = leaves if any(leaf.digest == old.digest for leaf in leaves) else [*leaves, old]
        trie = None
    sides: tuple[list[Leaf[T]], list[Leaf[T]]] = ([], [])
    for leaf in leaves:
        sides[leaf.digest >> depth & 1].append(leaf)
    low, high = (None, None) if trie is None else (trie.low, trie.high)
    return _join(put_leaves(low, sides[0], depth + 1), put_leaves(high, sides[1], depth + 1))


def drop_leaf(trie: Trie[T], digest: int, depth: int = 0) -> Trie[T]:
    """Return the trie without an entry; an equal one where it has none of that name."""
    if trie is None or isinstance(trie, Leaf):
        return None if trie is not None and trie.digest == digest else trie
    low, high = trie.low, trie.high
    if digest >> depth & 1:
        high = drop_leaf(high, digest, depth + 1)
    else:
        low = drop_leaf(low, digest, depth + 1)
    for one, other in ((low, high), (high, low)):
        if one is None and not isinstance(other, Branch):
            return other
    return _join(low, high)


def find_value(trie: Trie[T], digest: int) -> T | None:
    """Return the value of an entry, None where there is none of that name."""
    at = digest
    while isinstance(trie, Branch):
        trie, at = (trie.high if at & 1 else trie.low), at >> 1
    return trie.value if trie is not None and trie.digest == digest else None


def list_values(trie: Trie[T]) -> Iterator[T]:
    """Yield the values, in the order of their names' hashes."""
    if isinstance(trie, Leaf):
        yield trie.value
    elif trie is not None:
        yield from list_values(trie.low)
        yield from list_values(trie.high)


def _join(low: Trie[T], high: Trie[T]) -> Branch[T]:
    if low is None or high is None:
        only = low or high
        return Branch(low, high, NOTHING, 0.0) if only is None else Branch(low, high, only.sums, only.peak)
    sums = NOTHING if low.sums is NOTHING else low.sums + high.sums
    return Branch(low, high, sums, low.peak if low.peak > high.peak else high.peak)
