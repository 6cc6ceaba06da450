"""From passages to what the tagger reads: word pieces with their places in the text, in windows of bounded length.

A window holds whole passages with a break between them, or a part of one passage too long for a window, cut between
sentences where it can be. Windows never overlap, so every piece is read once and belongs to one window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from rashomon.model.attribution import Span

Ints = NDArray[np.int64]

WINDOW: Final = 192
"""Word pieces in one window at most, the three special ones included."""
CASES: Final = 6
"""Shapes of a word: lower, Title, UPPER, mIxed, digits, neither."""
_CLS: Final = 101
_SEP: Final = 102
_BREAK: Final = 1
"""[unused0] of the vocabulary: the end of a passage inside a window."""
_LONGEST: Final = 20_000
"""Code points given to the tokenizer at once, so that one endless line costs no more than many short ones."""
_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
_WORD: Final = re.compile(r"\w+(?:[’'\-.]\w+)*")
_QUOTE: Final = re.compile(r"[\"“”„«»]|``|''")
_OPENING: Final = frozenset({"“", "„", "«", "``"})
_CLOSING: Final = frozenset({"”", "»"})


class Tokenizer(Protocol):
    """The one method of `tokenizers.Tokenizer` that is used."""

    def encode(self, sequence: str, /, *, add_special_tokens: bool) -> Encoding: ...


class Encoding(Protocol):
    """What it returns: piece ids, and their offsets in code points."""

    @property
    def ids(self) -> list[int]: ...

    @property
    def offsets(self) -> list[tuple[int, int]]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Up to WINDOW word pieces. All arrays have one entry a piece.

    `starts`, `ends`: code points in the text, both -1 for special pieces. `shape`: the case of the word a piece belongs
    to (0 to CASES - 1). `quoted`: 1 inside double quotation marks, the marks included. `passage`: which of the given
    spans a piece lies in.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    shape: Ints
    quoted: Ints
    passage: Ints


@dataclass(slots=True)
class _Pieces:
    """The pieces of one passage, or a part of them."""

    ids: list[int]
    starts: list[int]
    ends: list[int]
    shape: list[int]
    quoted: list[int]
    passage: int

    def part(self, first: int, last: int) -> _Pieces:
        return _Pieces(
            self.ids[first:last],
            self.starts[first:last],
            self.ends[first:last],
            self.shape[first:last],
            self.quoted[first:last],
            self.passage,
        )


def make_windows(text: str, spans: Sequence[Span], tokenizer: Tokenizer, *, size: int = WINDOW) -> list[Window]:
    """Return the windows of a text's passages in reading order; nothing for passages without a word piece."""
    windows: list[Window] = []
    waiting: list[_Pieces] = []
    length = 2
    for pieces in _cut_passages(text, spans, tokenizer, size - 2):
        if waiting and length + len(pieces.ids) + 1 > size:
            windows.append(_join(waiting))
            waiting, length = [], 2
        length += len(pieces.ids) + (1 if waiting else 0)
        waiting.append(pieces)
    return [*windows, _join(waiting)] if waiting else windows


def _cut_passages(text: str, spans: Sequence[Span], tokenizer: Tokenizer, room: int) -> Iterator[_Pieces]:
    for number, span in enumerate(spans):
        pieces = _read_passage(text, span, tokenizer, number)
        first = 0
        while first < len(pieces.ids):
            last = _find_cut(text, pieces, first, room)
            yield pieces.part(first, last)
            first = last


def _find_cut(text: str, pieces: _Pieces, first: int, room: int) -> int:
    """Where a part of a passage ends: at its end, or behind the last sentence, clause or word that fits."""
    last = first + room
    if last >= len(pieces.ids):
        return len(pieces.ids)
    for ends in (".!?…", ";:,"):
        for at in range(last, first + room // 2, -1):
            mark = text[pieces.starts[at - 1] : pieces.ends[at - 1]]
            before = text[pieces.starts[at - 2] : pieces.ends[at - 2]]
            if (mark in ends or (mark in "\"”'’)" and before in ends)) and pieces.starts[at] > pieces.ends[at - 1]:
                return at
    for at in range(last, first + room // 2, -1):
        if pieces.starts[at] > pieces.ends[at - 1]:
            return at
    return last


def _read_passage(text: str, span: Span, tokenizer: Tokenizer, number: int) -> _Pieces:
    pieces = _Pieces([], [], [], [], [], number)
    for start, end in _stretches(text, span):
        # Half of a surrogate pair cannot be encoded.
        plain = _SURROGATES.sub("\ufffd", text[start:end])
        encoding = tokenizer.encode(plain, add_special_tokens=False)
        pieces.ids += encoding.ids
        pieces.starts += [start + s for s, _ in encoding.offsets]
        pieces.ends += [start + e for _, e in encoding.offsets]
    pieces.shape = _shapes(text, span, pieces.starts)
    pieces.quoted = _inside_quotes(text, span, pieces.starts)
    return pieces


def _stretches(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """A span in parts of bounded length, cut at white space where there is any."""
    start = span.start
    while span.end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        yield start, cut
        start = cut
    yield start, span.end


def _shapes(text: str, span: Span, starts: list[int]) -> list[int]:
    """The shape of the word each piece belongs to."""
    found = [5] * len(starts)
    at = 0
    for match in _WORD.finditer(text, span.start, span.end):
        while at < len(starts) and starts[at] < match.start():
            at += 1
        shape = _shape_of(match.group())
        while at < len(starts) and starts[at] < match.end():
            found[at] = shape
            at += 1
    return found


def _shape_of(word: str) -> int:
    if word.islower():
        return 0
    if word.isupper():
        return 1 if len(word) == 1 else 2
    if word[0].isupper():
        return 1
    if word[0].isdigit():
        return 4
    return 3 if word.lower() != word else 5


def _inside_quotes(text: str, span: Span, starts: list[int]) -> list[int]:
    """Whether each piece stands inside double quotation marks; what opens in a passage ends with it."""
    inside: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _QUOTE.finditer(text, span.start, span.end):
        mark = match.group()
        if opened is None and mark not in _CLOSING:
            opened = match.start()
        elif opened is not None and mark not in _OPENING:
            inside.append((opened, match.end()))
            opened = None
    if opened is not None:
        inside.append((opened, span.end))
    found = [0] * len(starts)
    at = 0
    for start, end in inside:
        while at < len(starts) and starts[at] < start:
            at += 1
        while at < len(starts) and starts[at] < end:
            found[at] = 1
            at += 1
    return found


def _join(parts: list[_Pieces]) -> Window:
    """One window: [CLS], the parts with a break between them, [SEP]."""
    rows: list[tuple[int, int, int, int, int, int]] = [(_CLS, -1, -1, 5, 0, parts[0].passage)]
    for number, part in enumerate(parts):
        if number:
            rows.append((_BREAK, -1, -1, 5, 0, part.passage))
        columns = (part.ids, part.starts, part.ends, part.shape, part.quoted)
        rows += [(*row, part.passage) for row in zip(*columns, strict=True)]
    rows.append((_SEP, -1, -1, 5, 0, parts[-1].passage))
    table = np.asarray(rows, dtype=np.int64)
    return Window(
        ids=table[:, 0],
        starts=table[:, 1],
        ends=table[:, 2],
        shape=table[:, 3],
        quoted=table[:, 4],
        passage=table[:, 5],
    )
