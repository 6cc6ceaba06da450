"""Attributions as a list for the terminal: who, how, and the words."""

from collections.abc import Iterator

from rich.text import Text

from rashomon.model.analysis import Extraction
from rashomon.model.attribution import Attribution
from rashomon.model.document import Document
from rashomon.present import phrases
from rashomon.present.layout import render_lines, wrap_lines
from rashomon.present.plain import show_inline

NESTING = 2


def render_extraction(document: Document, extraction: Extraction, *, width: int = 100, colour: bool = False) -> str:
    """Return a document's attributions as text; nested ones are moved in under what encloses them."""
    return render_lines(_lines(document, extraction, width), width=width, colour=colour)


def _lines(document: Document, extraction: Extraction, width: int) -> Iterator[Text]:
    yield Text(phrases.say_document(document), style="bold")
    parents = {attribution.id: attribution.parent_id for attribution in extraction.attributions}
    if not extraction.attributions:
        yield Text("  nobody is quoted", style="dim")
    for attribution in extraction.attributions:
        yield from _attribution(attribution, document, _depth(attribution.id, parents), width)
    yield Text()


def _attribution(attribution: Attribution, document: Document, depth: int, width: int) -> Iterator[Text]:
    indent = NESTING * (depth + 1)
    attitude = phrases.say_attitude(attribution.polarity, attribution.certainty)
    line = Text(" " * indent + (show_inline(attribution.source_name) or "somebody unnamed"))
    yield line + Text(f"  {show_inline(attribution.cue_text)}  ({attitude}, {attribution.stance})", style="dim")
    words = " … ".join(document.text[span.start : span.end] for span in attribution.content)
    quote = Text(phrases.say_quote(words), style="italic")
    yield from wrap_lines(quote, width, indent=indent + NESTING, first=indent + NESTING)


def _depth(attribution_id: str, parents: dict[str, str | None]) -> int:
    depth, above = 0, parents.get(attribution_id)
    # A cycle would be a fault of the extractor; the list must end all the same.
    while above is not None and depth < len(parents):
        depth, above = depth + 1, parents.get(above)
    return depth
