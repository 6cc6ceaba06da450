"""Boilerplate: runs of words that many unrelated documents carry (footers, disclaimers, calls to subscribe)."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from rashomon.link.fingerprints import GRAM_WORDS, Flags, Words, hash_grams, winnow

MANY_DOCUMENTS: Final = 4
# Where those who share a run share most of their text, the run is a wire story, not a footer.
UNRELATED_SHARE: Final = 0.6


def find_boilerplate(texts: Sequence[Words]) -> list[Flags]:
    """Return for each text which of its words are boilerplate.

    A run counts where at least four texts hold it and, on the mean, less than 60 % of their fingerprints are shared so
    widely.
    """
    grams = [hash_grams(words.hashes, GRAM_WORDS) for words in texts]
    marks = [np.unique(gram[winnow(gram)]) for gram in grams]
    unique, inverse, counts = np.unique(
        np.concatenate([*marks, np.zeros(0, dtype=np.uint64)]), return_inverse=True, return_counts=True
    )
    wide = counts[inverse] >= MANY_DOCUMENTS
    owners = np.repeat(np.arange(len(texts)), [len(mark) for mark in marks])
    sizes = np.maximum(1, np.bincount(owners, minlength=len(texts)))
    wide_share = np.bincount(owners, weights=wide, minlength=len(texts)) / sizes
    mean_share = np.bincount(inverse, weights=wide_share[owners], minlength=len(unique)) / np.maximum(1, counts)
    common = unique[(counts >= MANY_DOCUMENTS) & (mean_share < UNRELATED_SHARE)]
    return [_mark_words(words, gram, common) for words, gram in zip(texts, grams, strict=True)]


def _mark_words(
    words: Words,
    grams: "np.ndarray[tuple[int], np.dtype[np.uint64]]",
    common: "np.ndarray[tuple[int], np.dtype[np.uint64]]",
) -> Flags:
    marked = np.zeros(len(words), dtype=np.bool_)
    for place in np.flatnonzero(np.isin(grams, common)) if len(common) else ():
        marked[place : place + GRAM_WORDS] = True
    return marked
