"""Copies and origins as a list for the terminal: each origin, and what was made from it, a copy of a copy below it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.text import Text

from rashomon.model.document import Document
from rashomon.model.lineage import CopyLink, Origin
from rashomon.present import phrases
from rashomon.present.descent import Descent, grow_descent
from rashomon.present.layout import join, render_lines, wrap_lines
from rashomon.present.plain import show_inline

INDENT: Final = "  "
LONGEST_ID: Final = 48
"""Cells of an id before it is cut at its front: the end of a path or an address tells more."""


def render_copies(
    documents: Sequence[Document],
    copies: Sequence[CopyLink],
    origins: Sequence[Origin],
    *,
    width: int = 100,
    colour: bool = False,
) -> str:
    """Return the reports as text, origin by origin in the order given, each with its publisher and time."""
    return render_lines(_lines(documents, copies, origins, width), width=width, colour=colour)


def _lines(
    documents: Sequence[Document], copies: Sequence[CopyLink], origins: Sequence[Origin], width: int
) -> Iterator[Text]:
    known = {document.id: document for document in documents}
    links = {copy.document_id: copy for copy in copies}
    counted = f"{phrases.say_count(len(documents), 'report')} from {phrases.say_count(len(origins), 'origin')}"
    yield Text(counted, style="bold")
    for origin in origins:
        members = [known[document_id] for document_id in origin.document_ids if document_id in known]
        for tree in grow_descent(members, links):
            yield from _tree(tree, known, "", width)


def _tree(tree: Descent, known: Mapping[str, Document], stem: str, width: int) -> Iterator[Text]:
    """Yield a report and what was made from it. `stem` is what the branches above draw to the left of it."""
    lead = INDENT + (stem[:-3] + ("├─ " if stem.endswith("│  ") else "└─ ") if stem else "")
    onward = INDENT + stem + ("│  " if tree.made_from_it else "   ")
    document = tree.document
    where = f"{show_inline(document.publisher)}, " if document.publisher else ""
    text = join(
        Text(_shorten(show_inline(document.input_id))),
        Text(f"  {where}{phrases.say_time(document.published_at)}", style="dim"),
    )
    for number, line in enumerate(wrap_lines(text, width - len(onward), indent=2)):
        yield join(Text(onward if number else lead, style="dim"), line)
    if tree.link is not None:
        said = Text(_say_link(tree.link, known), style="dim")
        for line in wrap_lines(said, width - len(onward), indent=2):
            yield join(Text(onward, style="dim"), line)
    for position, below in enumerate(tree.made_from_it, 1):
        last = position == len(tree.made_from_it)
        yield from _tree(below, known, stem + ("   " if last else "│  "), width)


def _say_link(copy: CopyLink, known: Mapping[str, Document]) -> str:
    parent = known.get(copy.copy_of)
    name = show_inline(parent.input_id) if parent else copy.copy_of
    return (
        f"{phrases.COPY_PHRASES[copy.kind]} {_shorten(name)}, {phrases.say_share(copy)}, {phrases.say_sureness(copy)}"
    )


def _shorten(name: str) -> str:
    return name if len(name) <= LONGEST_ID else f"…{name[1 - LONGEST_ID :]}"
