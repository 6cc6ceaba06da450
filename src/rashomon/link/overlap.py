"""How much of one text stands in another, and whether that makes it a copy.

What counts is containment (how much of the later text stands in the earlier one), not likeness: a cut copy of a long
wire story is a copy. Words inside quotation marks and boilerplate do not make a copy by themselves: two independent
reports quote the same statement, and every page of a site ends alike.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.link.fingerprints import Flags, Marks, find_part, fold_words, select_content

NEAR_SHARE: Final = 0.45
# A text with a third of its words exchanged keeps about this share in runs of three, spread over its whole length;
# a report with matter of its own around one borrowed block keeps as much, but in one place.
EDITED_SHARE: Final = 0.26
EDITED_SPREAD: Final = 0.75
# Reports of one event share a quarter of their words of content and hardly a run; a copy under a long lead shares more.
TOLD_SHARE: Final = 0.15
TOLD_CONTENT: Final = 0.4
# An earlier text taken over whole, with paragraphs added, is still that text.
SWALLOWING_SHARE: Final = 0.2
SWALLOWED_SHARE: Final = 0.9
FEWEST_WORDS: Final = 12
SHORT_WORDS: Final = 25
SHORT_SHARE: Final = 0.8
_SEGMENTS: Final = 8
_SEGMENT_WORDS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counting:
    """Which words of a text count: `plain` are no boilerplate, `own` of these those outside quotation marks.

    Where too few would be left all words count.
    """

    plain: Flags
    own: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """How much of one text stands in another, by runs of three words.

    `share` is the part (0..1) of all its words, `unquoted` of those outside quotation marks, `spread` of its equal
    segments that hold any; `words` counts. `content` is the part of its words of content that the other has anywhere.
    """

    share: float
    unquoted: float
    spread: float
    words: int
    content: float


NOTHING: Final = Overlap(share=0.0, unquoted=0.0, spread=0.0, words=0, content=0.0)
WHOLE: Final = Overlap(share=1.0, unquoted=1.0, spread=1.0, words=0, content=1.0)


def choose_words(boilerplate: Flags, quoted: Flags) -> Counting:
    """Return which words of a text count, given those that are boilerplate and those in quotation marks."""
    plain = ~boilerplate
    if np.count_nonzero(plain) < FEWEST_WORDS:
        plain = np.ones_like(boilerplate)
    own = plain & ~quoted
    if np.count_nonzero(own) < max(FEWEST_WORDS, 0.2 * np.count_nonzero(plain)):
        own = plain
    return Counting(plain=plain, own=own)


def measure_overlap(words: Marks, covered: Flags, counting: Counting, known: Marks) -> Overlap:
    """Return how much of a text stands in another one.

    `words` are the text's, `covered` marks those in runs that the other has, `known` are the other's words of content.
    """
    told = covered[counting.plain]
    if not len(told):
        return NOTHING
    segments = min(_SEGMENTS, max(1, len(told) // _SEGMENT_WORDS))
    edges = np.arange(segments) * len(told) // segments
    shared = int(np.count_nonzero(told))
    return Overlap(
        share=shared / len(told),
        unquoted=float(np.count_nonzero(covered & counting.own) / np.count_nonzero(counting.own)),
        spread=float(np.count_nonzero(np.logical_or.reduceat(told, edges)) / segments),
        words=shared,
        content=find_part(select_content(words[counting.own]), known),
    )


def is_copy(overlap: Overlap, swallowed: Callable[[], float]) -> bool:
    """Tell whether a text was made from another one, by what it shares with it.

    `swallowed` tells what part of the other text stands in this one; it is asked only where that decides.
    """
    share = min(overlap.share, overlap.unquoted)
    if overlap.words < FEWEST_WORDS:
        return False
    if share >= TOLD_SHARE and overlap.content >= TOLD_CONTENT:
        return True
    if share >= NEAR_SHARE or (share >= EDITED_SHARE and overlap.spread >= EDITED_SPREAD):
        return True
    return share >= SWALLOWING_SHARE and swallowed() >= SWALLOWED_SHARE


def is_short_copy(text: str, other: str, overlap: Overlap) -> bool:
    """Tell whether a text of fewer than 25 words was made from another one: nearly all of it, figures included."""
    figures = {word for word in fold_words(text) if word[0].isdigit()}
    return min(overlap.share, overlap.unquoted) >= SHORT_SHARE and figures <= set(fold_words(other))
