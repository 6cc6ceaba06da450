"""Quotation marks to quotations: pairs the marks of each paragraph and joins quotations that run on over paragraphs.

Handles curly, straight, doubled-single ('' ... '') and, where they clearly open and close, single marks. A mark that is
never closed ends with its paragraph, so one typing error cannot swallow a document. Who is quoted is left to `direct`.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.extract.parsing import Parsed, Stretch

DOUBLE = frozenset({'"', "“", "”", "„", "«", "»", "''", "``", "‘‘", "’’"})
OPENING = frozenset({"“", "„", "«", "``", "‘‘"})
CLOSING = frozenset({"”", "»", "’’"})
SINGLE = frozenset({"'", "‘", "’"})
MARKS = DOUBLE | SINGLE
# A mark nobody closes covers no more than this many tokens, however long its paragraph.
LONGEST_UNCLOSED = 400
_BEFORE_OPENING = frozenset('([{—–-:/"“')


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Tokens `first` to `last` (exclusive), marks included. `runs_on`: the next paragraph opens with a mark again."""

    first: int
    last: int
    paragraph: int
    closed: bool
    runs_on: bool = False

    @property
    def tokens(self) -> frozenset[int]:
        """The token indexes, marks included."""
        return frozenset(range(self.first, self.last))


def find_quotations(parsed: Parsed) -> tuple[Quotation, ...]:
    """All quotations of a document in reading order; they never overlap."""
    found: list[Quotation] = []
    for number, paragraph in enumerate(parsed.paragraphs):
        found.extend(_pair_marks(parsed, paragraph, number))
    return tuple(_mark_run_ons(parsed, found))


def _pair_marks(parsed: Parsed, paragraph: Stretch, number: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for index in range(paragraph.first, paragraph.last):
        mark = parsed.tokens[index].text
        if mark not in DOUBLE:
            continue
        if opened is None:
            if mark in OPENING or (mark not in CLOSING and _may_open(parsed, index)):
                opened = index
        elif mark in CLOSING or (mark not in OPENING and _may_close(parsed, index)):
            found.append(Quotation(first=opened, last=index + 1, paragraph=number, closed=True))
            opened = None
        else:
            opened = index
    if opened is not None and opened + 1 < paragraph.last:
        last = min(paragraph.last, opened + LONGEST_UNCLOSED)
        found.append(Quotation(first=opened, last=last, paragraph=number, closed=False))
    return found or _pair_single_marks(parsed, paragraph, number)


def _pair_single_marks(parsed: Parsed, paragraph: Stretch, number: int) -> list[Quotation]:
    """British style: 'Like this,' he said. Only a mark after a comma or full stop counts as closing."""
    found: list[Quotation] = []
    opened: int | None = None
    for index in range(paragraph.first, paragraph.last):
        if parsed.tokens[index].text not in SINGLE:
            continue
        if opened is None and _may_open(parsed, index):
            opened = index
        elif opened is not None and index > paragraph.first and parsed.tokens[index - 1].text in (",", ".", "?", "!"):
            found.append(Quotation(first=opened, last=index + 1, paragraph=number, closed=True))
            opened = None
    return found


def _may_open(parsed: Parsed, index: int) -> bool:
    token = parsed.tokens[index]
    before = parsed.text[token.start - 1 : token.start]
    after = parsed.text[token.end : token.end + 1]
    return (not before or before.isspace() or before in _BEFORE_OPENING) and bool(after) and not after.isspace()


def _may_close(parsed: Parsed, index: int) -> bool:
    token = parsed.tokens[index]
    before = parsed.text[token.start - 1 : token.start]
    after = parsed.text[token.end : token.end + 1]
    return not before.isspace() or not after or after.isspace()


def _mark_run_ons(parsed: Parsed, found: list[Quotation]) -> list[Quotation]:
    marked: list[Quotation] = []
    for position, quotation in enumerate(found):
        following = found[position + 1] if position + 1 < len(found) else None
        runs_on = (
            not quotation.closed
            and following is not None
            and following.paragraph == quotation.paragraph + 1
            and following.first == parsed.paragraphs[following.paragraph].first
        )
        marked.append(
            Quotation(
                first=quotation.first,
                last=quotation.last,
                paragraph=quotation.paragraph,
                closed=quotation.closed,
                runs_on=runs_on,
            )
        )
    return marked
