"""Words and fingerprints of a text: what copies are found by.

Winnowing after Schleimer, Wilkerson and Aiken (2003): of every four neighbouring runs of six words the one with the
least hash is kept, so two texts that share nine words in a row always share a mark. Where every third word was
exchanged hardly a run of six is left: of the runs of three words, two of them of content, a third is marked too,
whatever stands beside them (Manber 1994). Hashes are the same everywhere.
"""

import hashlib
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from rashomon.link.stop_words import STOP_WORDS

GRAM_WORDS: Final = 6
FINE_GRAM_WORDS: Final = 3
WINDOW_GRAMS: Final = 4
_MULTIPLIER: Final = 0x9E3779B97F4A7C15
_POWERS: Final = tuple(np.uint64(_MULTIPLIER**power % (1 << 64)) for power in range(GRAM_WORDS))
_HALF: Final = np.uint64(32)
_ONE: Final = np.uint64(1)
_SCRAMBLER: Final = np.uint64(0xD6E8FEB86659FD93)
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED: Final = re.compile(r"“[^”“\n]{1,2000}”|\"[^\"\n]{1,2000}\"|«[^»«\n]{1,2000}»")
_OPENING_MARKS: Final = '“"«'
_CONTENT_LETTERS: Final = 4
_FINE_CONTENT_WORDS: Final = 2
_ONE_IN: Final = np.uint64(3)
_CACHED_WORDS: Final = 1 << 18

Hashes = npt.NDArray[np.uint64]
Marks = npt.NDArray[np.uint32]
Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fingerprint:
    """A text without its letters: a hash for each word; the marks, each once, ascending; the word each begins at first.

    All three are uint32. The lowest bit of a word's hash says whether it is a word of content, that of a mark whether
    it is of three words rather than six.
    """

    words: Marks
    marks: Marks
    places: Marks

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WordMap:
    """Where the words of a text stand, in code points; `quoted_by` counts the quotations from 1, 0 for outside."""

    starts: Positions
    ends: Positions
    quoted_by: Positions

    @property
    def quoted(self) -> Flags:
        """Whether each word stands in quotation marks."""
        return self.quoted_by > 0

    def list_quotations(self) -> list[tuple[int, int]]:
        """Return the first word of each quotation and the one after its last, in reading order."""
        padded = np.concatenate(([0], self.quoted_by, [0]))
        edges = np.flatnonzero(padded[1:] != padded[:-1]).tolist()
        return [(first, last) for first, last in pairwise(edges) if self.quoted_by[first]]


def fold_words(text: str) -> list[str]:
    """Return the words of a text: letters and digits, case and the form of apostrophes folded away."""
    # A capital I with a dot becomes two characters in lower case, and its word two words.
    return _WORD.findall(text.replace("’", "'").replace("İ", "i").lower())


def mark_quoted(text: str, count: int) -> Flags:
    """Mark which of the `count` words of a text stand in quotation marks."""
    quoted = np.zeros(count, dtype=np.bool_)
    if not any(mark in text for mark in _OPENING_MARKS):
        return quoted
    before = end = 0
    # No word reaches over a quotation mark: those on either side of one are counted apart.
    for match in _QUOTED.finditer(text):
        first = before + len(_WORD.findall(text, end, match.start()))
        end = match.end()
        before = first + len(_WORD.findall(text, match.start(), end))
        quoted[first:before] = True
    return quoted


def map_words(text: str) -> WordMap:
    """Return where the words that `fold_words` returns stand."""
    spans = np.array([match.span() for match in _WORD.finditer(text)], dtype=np.int64).reshape(-1, 2)
    return WordMap(starts=spans[:, 0], ends=spans[:, 1], quoted_by=_number_quotations(text, spans[:, 0]))


def take_fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a text; a text of fewer than six words has no marks."""
    folded = fold_words(text)
    words = np.fromiter(map(_HASHES.__getitem__, folded), dtype=np.uint32, count=len(folded))
    sums = _sum_grams(words, FINE_GRAM_WORDS)
    fine = _scramble(sums)
    grams = _scramble(_sum_pairs(sums))
    places, fine_places = winnow(grams), _sample(words, fine)
    marks = np.concatenate(((grams[places] >> _HALF) & ~_ONE, (fine[fine_places] >> _HALF) | _ONE))
    entries = np.sort(marks << _HALF | np.concatenate((places, fine_places)).astype(np.uint64))
    known = (entries >> _HALF).astype(np.uint32)
    first = _mark_first(known)
    return Fingerprint(words=words, marks=known[first], places=entries[first].astype(np.uint32))


def is_fine(marks: Marks) -> Flags:
    """Tell which marks are of three words."""
    return (marks & 1).astype(np.bool_)


def hash_grams(words: Marks, size: int) -> Hashes:
    """Return one hash for each run of `size` words, by the position of its first word; empty for shorter texts."""
    return _scramble(_sum_grams(words, size))


def winnow(grams: Hashes, window: int = WINDOW_GRAMS) -> Positions:
    """Return the positions, ascending, of the least hash of each window (the rightmost of equals)."""
    if len(grams) <= window:
        return np.array([int(np.argmin(grams))] if len(grams) else [], dtype=np.int64)
    count = len(grams) - window + 1
    least = grams[:count]
    for offset in range(1, window):
        least = np.minimum(least, grams[offset : offset + count])
    kept = np.zeros(len(grams), dtype=np.bool_)
    open_windows = np.ones(count, dtype=np.bool_)
    for offset in range(window - 1, -1, -1):
        found = (grams[offset : offset + count] == least) & open_windows
        kept[offset : offset + count] |= found
        open_windows &= ~found
    return np.flatnonzero(kept)


def _sample(words: Marks, fine: Hashes) -> Positions:
    """Return the places of the runs of three words that are marked: a third of those with two words of content."""
    content = (words & 1).astype(np.int64)
    told = np.convolve(content, np.ones(FINE_GRAM_WORDS, dtype=np.int64), mode="valid") if len(fine) else content[:0]
    return np.flatnonzero((told >= _FINE_CONTENT_WORDS) & (fine % _ONE_IN == 0)).astype(np.int64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FineGrams:
    """The runs of three words of a text of `count` words: their hashes, ascending, and the word each begins at."""

    count: int
    hashes: Hashes
    places: Positions


def take_fine_grams(words: Marks) -> FineGrams:
    """Return the runs of three words of a text."""
    grams = hash_grams(words, FINE_GRAM_WORDS)
    places = np.argsort(grams)
    return FineGrams(count=len(words), hashes=grams[places], places=places)


def cover_words(text: FineGrams, other: FineGrams) -> Flags:
    """Mark the words of a text that lie in a run of three words that another text has too."""
    covered = np.zeros(text.count, dtype=np.bool_)
    if not len(text.hashes) or not len(other.hashes):
        return covered
    nearest = other.hashes.searchsorted(text.hashes)
    nearest[nearest == len(other.hashes)] = 0
    hit = text.places[other.hashes[nearest] == text.hashes]
    for offset in range(FINE_GRAM_WORDS):
        covered[hit + offset] = True
    return covered


def select_content(words: Marks) -> Marks:
    """Return the hashes of the words of content among these, each once, ascending."""
    ordered = np.sort(words[(words & 1).astype(np.bool_)])
    return ordered[_mark_first(ordered)]


def find_part(types: Marks, known: Marks) -> float:
    """Return the part (0..1) of some words that are among others; both each once, ascending."""
    if not len(known) or not len(types):
        return 0.0
    places = known.searchsorted(types)
    places[places == len(known)] = 0
    return float(np.count_nonzero(known[places] == types)) / len(types)


def _sum_grams(words: Marks, size: int) -> Hashes:
    """Return the polynomial of each run of `size` words, that of its last word first."""
    count = len(words) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    wide = words.astype(np.uint64)
    sums = wide[size - 1 :].copy()
    for power in range(1, size):
        offset = size - 1 - power
        sums += wide[offset : offset + count] * _POWERS[power]
    return sums


def _sum_pairs(sums: Hashes) -> Hashes:
    """Return the polynomial of each run of six words, made from those of the two runs of three in it."""
    return sums[:-FINE_GRAM_WORDS] * _POWERS[FINE_GRAM_WORDS] + sums[FINE_GRAM_WORDS:]


def _scramble(sums: Hashes) -> Hashes:
    """Spread what a polynomial keeps of its last word in the low bits, by xor-shifts and a multiplication."""
    grams = sums ^ (sums >> _HALF)
    grams *= _SCRAMBLER
    grams ^= grams >> _HALF
    return grams


def _mark_first(ordered: Marks) -> Flags:
    """Mark the first of each run of equals."""
    first = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first


class _WordHashes(dict[str, int]):
    """The hashes of words met before: most words of a text are. Forgotten all at once when there are too many."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _CACHED_WORDS:
            self.clear()
        digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4).digest()
        content = len(word) >= _CONTENT_LETTERS and word not in STOP_WORDS
        self[word] = hashed = (int.from_bytes(digest, "big") & ~1) | content
        return hashed


_HASHES: Final = _WordHashes()


def _number_quotations(text: str, starts: Positions) -> Positions:
    quoted_by = np.zeros(len(starts), dtype=np.int64)
    for number, match in enumerate(_QUOTED.finditer(text), start=1):
        first, last = np.searchsorted(starts, (match.start(), match.end()))
        quoted_by[first:last] = number
    return quoted_by
