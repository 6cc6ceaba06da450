"""Sentences of a text as exact offsets, by punctuation and line ends; good enough to say what stands next to what."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_BREAK: Final = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Prof|No|vs|approx)\.|\b[ap]\.m\.)$"
)
_STOPS: Final = ".!?…:\"”’')]"
_COLUMN: Final = (50, 110)
_LONGEST: Final = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, `text[start:end]`; `paragraph` counts the blocks of the text from 0."""

    start: int
    end: int
    paragraph: int


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; they do not overlap, and white space between them belongs to none."""
    found: list[Sentence] = []
    start, paragraph = 0, 0
    for gap in _BREAK.finditer(text):
        line_end = "\n" in gap[0]
        # A single line end within a column of text is only where the line was wrapped.
        wrapped = gap[0].count("\n") == 1 and _COLUMN[0] <= gap.start() - text.rfind("\n", 0, gap.start()) <= _COLUMN[1]
        if wrapped and text[gap.start() - 1] not in _STOPS:
            continue
        if not line_end and _ABBREVIATION.search(text, max(start, gap.start() - 8), gap.start()):
            continue
        _append(found, text, start, gap.end() - len(gap[0].lstrip("\"”’')]")), paragraph)
        start = gap.end()
        paragraph += line_end and not wrapped
    _append(found, text, start, len(text), paragraph)
    return tuple(found)


def find_sentence(sentences: Sequence[Sentence], place: int) -> int:
    """Return the number of the sentence that holds a code point, or the last one before it; -1 where there is none."""
    return bisect_right(sentences, place, key=lambda sentence: sentence.start) - 1


def _append(found: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    while end - start > _LONGEST:
        # Text without any stop is cut, so that no pattern ever runs over a megabyte.
        found.append(Sentence(start=start, end=start + _LONGEST, paragraph=paragraph))
        start += _LONGEST
    kept = text[start:end].rstrip()
    if kept:
        found.append(Sentence(start=start, end=start + len(kept), paragraph=paragraph))
