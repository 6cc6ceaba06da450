"""The layout of a text: headings, paragraphs, list items and block quotes, each an exact slice.

Passages are in reading order, never overlap, begin and end with a character that is not white space, and together hold
every such character outside the front matter. Markers (`#`, `>`, `-`) stay in their passage.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.ingest.frontmatter import read_front_matter
from rashomon.model.document import Document, Passage
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import PassageKind

RECIPE: Final = "ingest.passages@1"

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
_LINE_END: Final = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_QUOTE: Final = re.compile(r"[ \t]{0,3}>")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+\u2022\u2023\u25aa\u25cf\u2013][ \t]+|\(?(?:\d{1,3}|[a-z])[.)][ \t]+)\S")
_MARKED_HEADING: Final = re.compile(r"[ \t]{0,3}#{1,6}(?:[ \t]|$)")
_UNDERLINE: Final = re.compile(r"[ \t]{0,3}(?:=+|-{2,})[ \t]*$")
_SENTENCE_END: Final = re.compile(r"[.!?\u2026:;,][\"'\u201d\u2019\u00bb)\]]*$")
_HEADING_CHARS: Final = 120
_HEADING_WORDS: Final = 16
_PARAGRAPH_CHARS: Final = 200
"""A line longer than this was not wrapped by an editor, so its end is the end of a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text with its kind; offsets in code points, end exclusive, no white space at either edge."""

    start: int
    end: int
    kind: PassageKind


def split_passages(document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document, found from its text alone."""
    return make_passages(document, split_blocks(document.text))


def make_passages(document: Document, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return one passage for each block of a document."""
    made = Made(recipe=RECIPE, inputs=(document.id,))
    return tuple(
        Passage(
            id=derive_id("psg", document.id, block.start, block.end, block.kind),
            document_id=document.id,
            start=block.start,
            end=block.end,
            text=document.text[block.start : block.end],
            kind=block.kind,
            made=made,
        )
        for block in blocks
    )


def split_blocks(text: str) -> tuple[Block, ...]:
    """Return the layout of a text below its front matter."""
    groups = [
        lines for stretch in _stretches(text, read_front_matter(text).end) for lines in _group_lines(text, stretch)
    ]
    headings = [_is_heading(text, lines, first=lines is groups[0]) for lines in groups]
    blocks: list[Block] = []
    for position, lines in enumerate(groups):
        # A heading heads something: of short lines in a row only the title at the top can be one.
        heads = not all(headings[position + 1 : position + 2]) or (position == 0 and len(groups) > 2)
        kind = PassageKind.HEADING if headings[position] and heads else lines[0].kind
        blocks.append(Block(start=lines[0].start, end=lines[-1].end, kind=kind))
    return tuple(blocks)


def _stretches(text: str, begin: int) -> Iterator[list[Block]]:
    """Yield the lines between blank lines, as paragraphs without their outer white space."""
    lines: list[Block] = []
    for match in _LINE.finditer(text, begin):
        line = match.group()
        if not line.strip():
            continue
        between = text[lines[-1].end : match.start()] if lines else ""
        if lines and len(_LINE_END.findall(between)) > 1:
            yield lines
            lines = []
        start = match.start() + len(line) - len(line.lstrip())
        lines.append(Block(start=start, end=start + len(line.strip()), kind=_kind_of_line(line)))
    if lines:
        yield lines


def _kind_of_line(line: str) -> PassageKind:
    if _QUOTE.match(line):
        return PassageKind.BLOCK_QUOTE
    if _MARKED_HEADING.match(line):
        return PassageKind.HEADING
    return PassageKind.LIST_ITEM if _ITEM.match(line) else PassageKind.PARAGRAPH


def _group_lines(text: str, lines: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the lines that make one passage each.

    Line ends are paragraph ends where a line is longer than an editor would wrap, or where each ends a sentence;
    otherwise lines are joined.
    """
    written = [text[line.start : line.end] for line in lines]
    unwrapped = any(len(line) > _PARAGRAPH_CHARS for line in written) or all(map(_SENTENCE_END.search, written[:-1]))
    group: list[Block] = []
    for line in lines:
        if group and _starts_passage(text, group, line, unwrapped=unwrapped):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _starts_passage(text: str, group: Sequence[Block], line: Block, *, unwrapped: bool) -> bool:
    first = group[0].kind
    if first is PassageKind.BLOCK_QUOTE or line.kind is PassageKind.BLOCK_QUOTE:
        # "> one\n>\n> two" is two paragraphs of one quotation.
        return first is not line.kind or not text[group[-1].start : group[-1].end].strip("> \t")
    if first is PassageKind.HEADING or line.kind in (PassageKind.HEADING, PassageKind.LIST_ITEM):
        return True
    if _UNDERLINE.match(text[group[-1].start : group[-1].end]) and len(group) > 1:
        return True
    if _UNDERLINE.match(text[line.start : line.end]):
        return False
    return unwrapped and first is PassageKind.PARAGRAPH


def _is_heading(text: str, lines: Sequence[Block], *, first: bool) -> bool:
    """A line above a rule, or a short line that does not end like a sentence; a title at the very top may end in ?."""
    if lines[0].kind is not PassageKind.PARAGRAPH:
        return False
    line = text[lines[0].start : lines[0].end]
    if len(lines) == 2 and _UNDERLINE.match(text[lines[1].start : lines[1].end]):
        return True
    if len(lines) > 1 or len(line) > _HEADING_CHARS or len(line.split()) > _HEADING_WORDS:
        return False
    if not any(character.isalpha() for character in line) or line[0] in "\"'\u201c\u2018\u00ab([":
        return False
    return (first and line.endswith("?")) or not _SENTENCE_END.search(line)
