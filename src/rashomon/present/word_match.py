"""Two texts word by word: which stretches are the same, which differ. Bounded work, whatever the texts are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
REACH: Final = 30
"""How many words beyond a difference, on either side, the texts may take to meet again."""
MEETING_WORDS: Final = 2
NEAR: Final = 6
LONG_WORD: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a text at `start` to `end`; `folded` is what it is compared by: case and kind of apostrophe aside."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Words `left` to `left_end` of one text beside words `right` to `right_end` of another: the same or not."""

    same: bool
    left: int
    left_end: int
    right: int
    right_end: int


def list_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Return the words of text[start:end] with their offsets in the text."""
    found = WORD.finditer(text, start, len(text) if end is None else end)
    return tuple(
        Word(folded=match.group().casefold().replace("’", "'"), start=match.start(), end=match.end()) for match in found
    )


def match_words(left: Sequence[str], right: Sequence[str]) -> tuple[Step, ...]:
    """Return the steps that lead through both sequences, the same and the differing ones in turn.

    After a difference the texts meet where the fewest words are passed over until two words in a row are equal (close
    by, one long word will do), at most REACH words further on each side; where they do not meet, all that is left
    differs. The time needed grows with the length.
    """
    steps: list[Step] = []
    i = j = 0
    while i < len(left) and j < len(right):
        length = _count_equal(left, i, right, j)
        if length:
            steps.append(Step(same=True, left=i, left_end=i + length, right=j, right_end=j + length))
            i, j = i + length, j + length
            continue
        met = _meet(left, i, right, j)
        if met is None:
            break
        steps.append(Step(same=False, left=i, left_end=met[0], right=j, right_end=met[1]))
        i, j = met
    if i < len(left) or j < len(right):
        steps.append(Step(same=False, left=i, left_end=len(left), right=j, right_end=len(right)))
    return tuple(steps)


def _count_equal(left: Sequence[str], i: int, right: Sequence[str], j: int) -> int:
    most = min(len(left) - i, len(right) - j)
    return next((n for n in range(most) if left[i + n] != right[j + n]), most)


def _meet(left: Sequence[str], i: int, right: Sequence[str], j: int) -> tuple[int, int] | None:
    for passed in range(1, 2 * REACH + 1):
        for here in range(max(0, passed - REACH), min(passed, REACH) + 1):
            a, b = i + here, j + passed - here
            mine = left[a : a + MEETING_WORDS]
            if not mine or b >= len(right):
                continue
            one_will_do = passed <= NEAR and len(mine[0]) >= LONG_WORD
            if mine == right[b : b + MEETING_WORDS] or (one_will_do and mine[0] == right[b]):
                return a, b
    return None
