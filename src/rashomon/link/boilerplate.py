"""Boilerplate: words that unrelated texts carry (footers, disclaimers, calls to subscribe, a statement all quote).

What a run of words is, is told by what else its holders share: copies of one story share the story, or tell in their
own lead what the shared part tells; pages of one site share their footer and nothing more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rashomon.link.fingerprints import FineGrams, Flags, Marks, cover_words, find_part, select_content

MANY_HOLDERS: Final = 4
"""From so many unrelated holders on a run of words is boilerplate."""

# The part of one text, in runs of three words, from which two texts of different outlets are copies and not reports
# that share a run of words.
_MOSTLY_SHARED: Final = 0.5
# Of the words of content outside what two texts share: the part that the other text has all the same. Reports of one
# event reach a quarter, copies of which each has exchanged a third of its words two fifths.
_SAME_STORY: Final = 0.35
_SAME_MATTER: Final = 0.15
# The part of those words that the shared words have too: a lead tells what the story tells, a page not what its footer
# tells.
_TOLD_BY_SHARED: Final = 0.12
# The part of the words outside the longest shared block that are shared too, in runs of three.
_SCATTERED: Final = 0.12
_FEWEST_TYPES: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Holder:
    """Who holds a run of words: the text's words, its runs of three, its words of content, and its outlet."""

    words: Marks
    grams: FineGrams
    content: Marks
    outlet: str


def is_held_by_many(holders: Sequence[int], are_related: Callable[[int, int], bool]) -> bool:
    """Tell whether among the holders of a run of words, given in order of appearance, four are unrelated.

    Each is compared with those found unrelated before it: copies are related to their original, which comes first.
    """
    unrelated: list[int] = []
    for holder in holders:
        if not any(are_related(other, holder) for other in unrelated):
            unrelated.append(holder)
            if len(unrelated) >= MANY_HOLDERS:
                return True
    return False


def are_related(one: Holder, other: Holder) -> bool:
    """Tell whether two texts share more than a block of words that has nothing to do with the rest of them.

    Outlets differ in their footers, and a wire story is spread over outlets: within one outlet a long block that both
    texts hold must have something to do with the rest of them.
    """
    if one.grams.count > other.grams.count:
        one, other = other, one
    covered = cover_words(one.grams, other.grams)
    if one.outlet != other.outlet and _mean(covered) >= _MOSTLY_SHARED:
        return True
    covered_back = cover_words(other.grams, one.grams)
    if max(_mean(covered), _mean(covered_back)) < _MOSTLY_SHARED:
        return _tell_same(one, other, covered) and _tell_same(other, one, covered_back)
    if one.outlet != other.outlet:
        return True
    return _goes_beyond(one, other, covered) or _goes_beyond(other, one, covered_back)


def _tell_same(holder: Holder, other: Holder, covered: Flags) -> bool:
    rest = select_content(holder.words[~covered])
    return len(rest) < _FEWEST_TYPES or find_part(rest, other.content) >= _SAME_STORY


def _goes_beyond(holder: Holder, other: Holder, covered: Flags) -> bool:
    rest = select_content(holder.words[~covered])
    if len(rest) < _FEWEST_TYPES:
        return True
    if find_part(rest, other.content) < _SAME_MATTER:
        return False
    block = _find_longest(covered)
    outside = np.ones(len(covered), dtype=np.bool_)
    outside[block] = False
    if outside.any() and _mean(covered[outside]) >= _SCATTERED:
        return True
    return find_part(rest, select_content(holder.words[covered])) >= _TOLD_BY_SHARED


def _mean(flags: Flags) -> float:
    return np.count_nonzero(flags) / max(1, len(flags))


def _find_longest(covered: Flags) -> slice:
    """Return the longest run of covered words, gaps of up to three words allowed."""
    at = np.flatnonzero(covered)
    if not len(at):
        return slice(0, 0)
    breaks = np.flatnonzero(np.diff(at) > 4)
    starts, ends = at[np.concatenate(([0], breaks + 1))], at[np.concatenate((breaks, [len(at) - 1]))] + 1
    longest = int(np.argmax(ends - starts))
    return slice(int(starts[longest]), int(ends[longest]))
