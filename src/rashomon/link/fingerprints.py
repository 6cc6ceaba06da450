"""Words and fingerprints of a text: what copies are found by.

Winnowing after Schleimer, Wilkerson and Aiken (2003): of every four neighbouring word n-grams the one with the least
hash is kept, so two texts that share a run of n+3 words always share a fingerprint. Hashes are the same everywhere.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

GRAM_WORDS: Final = 6
FINE_GRAM_WORDS: Final = 3
WINDOW_GRAMS: Final = 4
_MULTIPLIER: Final = 0x9E3779B97F4A7C15
_SCRAMBLER: Final = np.uint64(0xD6E8FEB86659FD93)
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED: Final = re.compile(r"“[^”“\n]{1,2000}”|\"[^\"\n]{1,2000}\"|«[^»«\n]{1,2000}»")

Hashes = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The words of one text, folded, with their code points and 64-bit hashes; `quoted` marks those in quotes."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    hashes: Hashes
    quoted: Flags

    def __len__(self) -> int:
        return len(self.folded)


def read_words(text: str) -> Words:
    """Return the words of a text: letters and digits, case and the form of apostrophes folded away."""
    folded, starts, ends = [], [], []
    for match in _WORD.finditer(text):
        folded.append(match[0].casefold().replace("’", "'"))
        starts.append(match.start())
        ends.append(match.end())
    known = {word: _hash_word(word) for word in set(folded)}
    hashes = np.fromiter((known[word] for word in folded), dtype=np.uint64, count=len(folded))
    return Words(
        folded=tuple(folded),
        starts=tuple(starts),
        ends=tuple(ends),
        hashes=hashes,
        quoted=_mark_quoted(text, starts),
    )


def hash_grams(hashes: Hashes, size: int) -> Hashes:
    """Return one hash for each run of `size` words, by the position of its first word; empty for shorter texts."""
    count = len(hashes) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    grams = np.zeros(count, dtype=np.uint64)
    factor = 1
    for offset in range(size - 1, -1, -1):
        grams += hashes[offset : offset + count] * np.uint64(factor)
        factor = (factor * _MULTIPLIER) & 0xFFFFFFFFFFFFFFFF
    # The sum alone keeps too much of its last word in the low bits; one xor-shift and multiply spreads it.
    grams ^= grams >> np.uint64(32)
    return grams * _SCRAMBLER


def winnow(grams: Hashes, window: int = WINDOW_GRAMS) -> Positions:
    """Return the positions, ascending, of the least hash of each window (the rightmost of equals)."""
    if len(grams) <= window:
        return np.array([int(np.argmin(grams))] if len(grams) else [], dtype=np.int64)
    windows = np.lib.stride_tricks.sliding_window_view(grams[::-1], window)
    picked = len(grams) - 1 - (np.argmin(windows, axis=1) + np.arange(len(windows)))
    return np.unique(picked).astype(np.int64)


def cover_words(grams: Hashes, known: Hashes, size: int, words: int) -> Flags:
    """Mark the words of a text that lie in a run of `size` words also in the other text (`known`: its sorted grams)."""
    covered = np.zeros(words, dtype=np.bool_)
    if not len(grams) or not len(known):
        return covered
    places = np.searchsorted(known, grams)
    places[places == len(known)] = 0
    hit = np.flatnonzero(known[places] == grams)
    for offset in range(size):
        covered[hit + offset] = True
    return covered


def _hash_word(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _mark_quoted(text: str, starts: Sequence[int]) -> Flags:
    quoted = np.zeros(len(starts), dtype=np.bool_)
    at = np.asarray(starts, dtype=np.int64)
    for match in _QUOTED.finditer(text):
        first, last = np.searchsorted(at, (match.start(), match.end()))
        quoted[first:last] = True
    return quoted
