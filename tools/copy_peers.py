"""Near-duplicate search as two libraries offer it, given its best chance: MinHash-LSH of datasketch and of rensa.

Both are used the same way: word shingles, a MinHash of each report, candidates from bands of it, and every candidate
pair checked exactly by the shingles the two share, so that the hashing only nominates. Settings were tuned by
`benchmark_copies.py tune` on a feed of another seed than the one measured.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Protocol

from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH

SEED: Final = 42
WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BATCH: Final = 2000

Pair = tuple[int, int]
Shingles = frozenset[str]


class Check(StrEnum):
    """What of two shingle sets is held against a threshold: what they share by the union or by the smaller one."""

    JACCARD = "jaccard"
    CONTAINMENT = "containment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`bands` of `rows` hashes each out of `hashes`, over shingles of `shingle` words.

    A pair is claimed where `check` over shingles of `check_shingle` words is at least `least` (0..1). Paragraphs that
    stand word for word in `repeated` reports or more are left out before (0: none are), which takes footers away.
    """

    shingle: int
    hashes: int
    bands: int
    rows: int
    check: Check
    check_shingle: int
    least: float
    repeated: int = 0


class Peer(Protocol):
    """What a library does: one sketch a report, and the pairs its index nominates."""

    name: str
    exact_hashes: bool

    def sketch(self, shingles: Iterable[Sequence[str]], hashes: int) -> list[Any]:
        """Return one sketch a report."""

    def nominate(self, sketches: Sequence[Any], settings: Settings) -> Iterator[Pair]:
        """Yield candidate pairs (earlier, later), by position."""


def split_words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return WORD.findall(text.casefold())


def drop_repeated(texts: Sequence[str], repeated: int) -> list[str]:
    """Return the texts without paragraphs that so many of them hold; a text of nothing else stays as it is."""
    if not repeated:
        return list(texts)
    rows = [text.split("\n\n") for text in texts]
    counts = Counter(paragraph for row in rows for paragraph in dict.fromkeys(row))
    kept = ("\n\n".join(one for one in row if counts[one] < repeated) for row in rows)
    return [short or text for short, text in zip(kept, texts, strict=True)]


def make_shingles(words: Sequence[str], size: int) -> list[str]:
    """Return the runs of so many words, each once; a shorter text is one shingle."""
    if size == 1 or len(words) <= size:
        return list(dict.fromkeys(words if size == 1 else [" ".join(words)]))
    return list(dict.fromkeys(map(" ".join, zip(*(words[at:] for at in range(size)), strict=False))))


def compare_shingles(one: Shingles, other: Shingles, check: Check) -> float:
    """Return the exact likeness of two sets, 0 to 1."""
    shared = len(one & other)
    whole = len(one) + len(other) - shared if check is Check.JACCARD else min(len(one), len(other))
    return shared / whole if whole else 0.0


class Datasketch:
    """`datasketch.MinHashLSH` over `MinHash.generator`; `fast` hashes shingles with CRC-32 instead of SHA-1."""

    exact_hashes = False

    def __init__(self, *, fast: bool = True) -> None:
        self.name = "datasketch" if fast else "datasketch, SHA-1"
        self._options = {"hashfunc": zlib.crc32} if fast else {}

    def sketch(self, shingles: Iterable[Sequence[str]], hashes: int) -> list[Any]:
        encoded = ([one.encode() for one in row] for row in shingles)
        return list(MinHash.generator(encoded, num_perm=hashes, seed=SEED, **self._options))

    def nominate(self, sketches: Sequence[Any], settings: Settings) -> Iterator[Pair]:
        index = MinHashLSH(num_perm=settings.hashes, params=(settings.bands, settings.rows))
        for number, sketch in enumerate(sketches):
            for earlier in index.query(sketch):
                yield earlier, number
            index.insert(number, sketch, check_duplication=False)


class Rensa:
    """`rensa.RMinHashLSH` over sketches made and asked in bulk; its bands must use up all hashes."""

    name = "rensa"
    exact_hashes = True

    def sketch(self, shingles: Iterable[Sequence[str]], hashes: int) -> list[Any]:
        return list(RMinHash.from_token_sets(shingles, hashes, SEED))

    def nominate(self, sketches: Sequence[Any], settings: Settings) -> Iterator[Pair]:
        index = RMinHashLSH(0.5, settings.hashes, settings.bands)
        for start in range(0, len(sketches), _BATCH):
            batch = sketches[start : start + _BATCH]
            index.insert_many(batch, start)
            for number, found in enumerate(index.query_all(batch), start=start):
                for earlier in found:
                    if earlier < number:
                        yield earlier, number


def pick_bands(hashes: int, threshold: float, weights: tuple[float, float]) -> tuple[int, int]:
    """Return the (bands, rows) datasketch picks for a threshold and weights of false positives and negatives."""
    index = MinHashLSH(threshold=threshold, num_perm=hashes, weights=weights)
    return index.b, index.r


def weigh_candidates(texts: Sequence[str], peer: Peer, settings: Settings) -> list[tuple[float, Pair]]:
    """Return every pair a peer nominates, from raw text on, with its exact likeness."""
    words = [split_words(text) for text in drop_repeated(texts, settings.repeated)]
    sketches = peer.sketch((make_shingles(one, settings.shingle) for one in words), settings.hashes)
    checked: dict[int, Shingles] = {}

    def shingles_of(number: int) -> Shingles:
        if number not in checked:
            checked[number] = frozenset(make_shingles(words[number], settings.check_shingle))
        return checked[number]

    return [
        (compare_shingles(shingles_of(earlier), shingles_of(later), settings.check), (earlier, later))
        for earlier, later in peer.nominate(sketches, settings)
    ]


def link_texts(texts: Sequence[str], peer: Peer, settings: Settings) -> list[Pair]:
    """Return the pairs a peer claims, from raw text on."""
    return [pair for value, pair in weigh_candidates(texts, peer, settings) if value >= settings.least]


# Both libraries come out alike where nothing is left out.
_TUNED: Final = Settings(shingle=2, hashes=128, bands=64, rows=2, check=Check.JACCARD, check_shingle=1, least=0.317)
_TUNED_WITHOUT_FOOTERS: Final = Settings(
    shingle=2, hashes=256, bands=76, rows=2, check=Check.JACCARD, check_shingle=2, least=0.179, repeated=25
)
_RENSA_WITHOUT_FOOTERS: Final = Settings(
    shingle=2, hashes=128, bands=64, rows=2, check=Check.JACCARD, check_shingle=2, least=0.182, repeated=25
)
_LEAN: Final = Settings(shingle=2, hashes=64, bands=32, rows=2, check=Check.JACCARD, check_shingle=1, least=0.370)
_USUAL: Final = Settings(shingle=3, hashes=128, bands=25, rows=5, check=Check.JACCARD, check_shingle=3, least=0.5)


def list_tuned() -> list[tuple[str, Peer, Settings]]:
    """Return each peer, by name, with the settings that `tune` found best; `least` is that of the tuning feed."""
    return [
        ("datasketch", Datasketch(), _TUNED),
        ("ds + footers out", Datasketch(), _TUNED_WITHOUT_FOOTERS),
        ("rensa", Rensa(), _TUNED),
        ("rensa + footers out", Rensa(), _RENSA_WITHOUT_FOOTERS),
    ]


def list_usual() -> list[tuple[str, Peer, Settings]]:
    """Return what is timed besides: datasketch with the hashing it comes with, and with settings often seen."""
    return [
        ("datasketch, its SHA-1", Datasketch(fast=False), _TUNED),
        ("datasketch, lean", Datasketch(), _LEAN),
        ("datasketch, 3 words, 0.5", Datasketch(), _USUAL),
    ]
