"""Where in a report each hypothesis is named: the sentences, their paragraphs, and how long ago it was."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rashomon.hypothesize.candidates import Candidate
from rashomon.hypothesize.vocabulary import Vocabulary, words_of
from rashomon.model.places import states_in

FAR: Final = 20
"""Sentences; whatever was named longer ago, or never, counts as this far."""
_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?]+[\"'”’)]*(?=\s|$)|\n|$)")

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Namer:
    """Tells which hypotheses (candidates by id, h of them) a stretch of text names."""

    candidates: Mapping[str, Candidate]
    vocabulary: Vocabulary

    def named_in(self, text: str) -> Flags:
        """Return for each hypothesis whether the text names it: (h,)."""
        words = words_of(text)
        states = Counter(state for _, _, state in states_in(text))
        return np.array(
            [self._names(words, states, hypothesis_id) for hypothesis_id in self.candidates], dtype=np.bool_
        )

    def _names(self, words: frozenset[str], states: Mapping[str, int], hypothesis_id: str) -> bool:
        actor = self.candidates[hypothesis_id].actor
        if actor is not None and actor.camp and states.get(actor.camp):
            return True
        if actor is not None and not actor.camp and not actor.proper and len(actor.words) > 1:
            return actor.words <= words
        return bool(words & self.vocabulary.names[hypothesis_id])


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """A report's n sentences. `ends` are code points, ascending: (n,). `named`: whether a sentence names each of the h
    hypotheses, `beside`: whether its paragraph does, both (n, h). `since`: sentences since it was last named, 0 in the
    sentence itself, at most FAR: (n, h)."""

    ends: NDArray[np.int64]
    named: Flags
    beside: Flags
    since: Floats

    def sentence_at(self, place: int) -> int:
        """Return the number of the sentence a code point lies in."""
        return min(int(np.searchsorted(self.ends, place, side="right")), len(self.ends) - 1)

    def shares(self) -> Floats:
        """Return how the namings are shared out among the hypotheses, all 0 where there are none: (h,)."""
        counts: Floats = self.named.sum(0).astype(np.float64)
        shared: Floats = counts / max(1.0, float(counts.sum()))
        return shared

    def around(self, sentence: int, offset: int) -> Flags:
        """Return what a sentence some way before or behind another names; nothing outside the report: (h,)."""
        at = sentence + offset
        return self.named[at] if 0 <= at < len(self.named) else np.zeros(self.named.shape[1], np.bool_)


def find_whereabouts(text: str, namer: Namer) -> Whereabouts:
    """Return where a report names each hypothesis. Time is linear in its length."""
    spans = [match.span() for match in _SENTENCE.finditer(text)] or [(0, len(text))]
    named = np.array([namer.named_in(text[start:end]) for start, end in spans])
    paragraphs = _number_paragraphs(text, (end for _, end in spans))
    begins = np.flatnonzero(np.diff(paragraphs, prepend=-1))
    beside = np.logical_or.reduceat(named, begins, axis=0)[paragraphs]
    since = np.full(named.shape, float(FAR))
    for at, row in enumerate(named):
        before = since[at - 1] + 1 if at else np.full(named.shape[1], float(FAR))
        since[at] = np.where(row, 0, np.minimum(before, FAR))
    ends = np.array([end for _, end in spans], dtype=np.int64)
    return Whereabouts(ends=ends, named=named, beside=beside, since=since)


def _number_paragraphs(text: str, ends: Iterable[int]) -> list[int]:
    """The number of the paragraph each sentence ends in."""
    numbers, number = [], 0
    for end in ends:
        numbers.append(number)
        number += "\n" in text[max(0, end - 1) : end + 1]
    return numbers
