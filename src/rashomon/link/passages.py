"""Passages seen earlier elsewhere: runs of words joined to the first document that had them.

Fingerprints that two texts share are grown along their diagonal; runs on neighbouring diagonals with few words between
them are one passage, edited. What a passage means (copy, quotation, boilerplate) is left to `copies`.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.link.fingerprints import GRAM_WORDS, Marks

# One hit is noise: more than half of unrelated documents have one. Three to one source make evidence.
HITS_FOR_EVIDENCE: Final = 3
LONG_RUN_WORDS: Final = 10
# Words between two runs of one passage, and by how many words their diagonals may differ.
MOST_BETWEEN: Final = 6
MOST_SHIFT: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A fingerprint at word `place` that document number `source` had first, at its word `source_place`."""

    place: int
    source: int
    source_place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words `at` to `end` (exclusive) that stand in document number `source` as its words `source_at` to `source_end`.

    The first six and the last six words are the same in both; up to six in a row between may differ.
    """

    at: int
    end: int
    source: int
    source_at: int
    source_end: int


def find_runs(words: Marks, hits: Sequence[Hit], words_of: Callable[[int], Marks]) -> tuple[Run, ...]:
    """Return the passages behind the hits of one text, in reading order; they do not overlap.

    `words` are the text's word hashes, `words_of` gives those of a source. Passages of a source with fewer than three
    hits count where they are of ten words or half of the text.
    """
    runs: list[Run] = []
    for hit in hits:
        if runs and hit.place + GRAM_WORDS <= runs[-1].end:
            continue
        run = _grow(words, hit, words_of(hit.source), reached=runs[-1].end if runs else 0)
        if run is not None:
            runs.append(run)
    counts = Counter(hit.source for hit in hits)
    kept = [
        run
        for run in _chain(runs)
        if counts[run.source] >= HITS_FOR_EVIDENCE
        or run.end - run.at >= LONG_RUN_WORDS
        or 2 * (run.end - run.at) >= len(words)
    ]
    return tuple(kept)


def _grow(words: Marks, hit: Hit, others: Marks, *, reached: int) -> Run | None:
    """Grow a hit along its diagonal as far as the words agree; None where not all six of the fingerprint do."""
    place = max(hit.place, reached)
    there = hit.source_place + place - hit.place
    ahead = _count_equal(words[place:], others[there:])
    back = _count_equal(words[reached:place][::-1], others[:there][::-1])
    if ahead + back < GRAM_WORDS:
        return None
    return Run(at=place - back, end=place + ahead, source=hit.source, source_at=there - back, source_end=there + ahead)


def _count_equal(words: Marks, others: Marks) -> int:
    length = min(len(words), len(others))
    differing = np.flatnonzero(words[:length] != others[:length])
    return int(differing[0]) if len(differing) else length


def _chain(runs: Sequence[Run]) -> list[Run]:
    chained: list[Run] = []
    for run in runs:
        last = chained[-1] if chained else None
        if last is not None and _continues(last, run):
            chained[-1] = Run(
                at=last.at, end=run.end, source=run.source, source_at=last.source_at, source_end=run.source_end
            )
        else:
            chained.append(run)
    return chained


def _continues(last: Run, run: Run) -> bool:
    between, between_there = run.at - last.end, run.source_at - last.source_end
    return (
        run.source == last.source
        and 0 <= between <= MOST_BETWEEN
        and 0 <= between_there <= MOST_BETWEEN
        and abs(between - between_there) <= MOST_SHIFT
    )
