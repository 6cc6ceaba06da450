"""Which report was made from which, for the terminal: each original with what was made from it, as a tree."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.decision import COPY_DECISIONS, Decision
from rashomon.model.document import Document
from rashomon.model.vocabulary import CopyKind
from rashomon.present import phrases
from rashomon.present.decisions import list_decisions, name_records, say_maker
from rashomon.present.layout import join, render_lines, wrap_lines
from rashomon.present.lineage_json import shape_links
from rashomon.present.plain import show_inline
from rashomon.present.source_shapes import LinkShape


def render_lineage(analysis: Analysis, decisions: Sequence[Decision], *, width: int = 100, colour: bool = False) -> str:
    """Return the links as text: under each report what was made from it, how, how sure that is, and why."""
    return render_lines(_lineage(analysis, decisions, width), width=width, colour=colour)


def _lineage(analysis: Analysis, decisions: Sequence[Decision], width: int) -> Iterator[Text]:
    links = list(shape_links(analysis, decisions))
    below: dict[str, list[LinkShape]] = defaultdict(list)
    for link in links:
        below[link.copy_of].append(link)
    made_by = {decision.id: decision for decision in decisions}
    documents = {document.input_id: document for document in analysis.documents}
    reports, origins = len(documents), len(analysis.linkage.origins)
    counts = f"{phrases.say_count(reports, 'report')}, {phrases.say_count(origins, 'origin')}"
    yield Text(f"{counts}, {phrases.say_count(len(links), 'link')}", style="bold")
    copies = {link.document for link in links}
    for original in below:
        if original not in copies:
            yield Text()
            yield from wrap_lines(_say_report(original, documents), width, indent=4, first=2)
            yield from _branches(below, original, documents, made_by, width)
    alone = reports - len(copies | set(below))
    if alone:
        yield Text()
        yield Text(f"{phrases.say_count(alone, 'report')} neither made from another nor copied", style="dim")
    yield from list_decisions(decisions, name_records(analysis, decisions), width, kinds=COPY_DECISIONS)


def _branches(
    below: Mapping[str, Sequence[LinkShape]],
    original: str,
    documents: Mapping[str, Document],
    made_by: Mapping[str, Decision],
    width: int,
) -> Iterator[Text]:
    """Yield what was made from a report, and what from that, further in. A report has one parent, so it ends."""
    waiting = [(link, 1) for link in reversed(below.get(original, ()))]
    while waiting:
        link, depth = waiting.pop()
        stem = "  " + "   " * (depth - 1)
        yield from wrap_lines(
            join(Text(f"{stem}└─ ", style="dim"), _say_report(link.document, documents)), width, indent=len(stem) + 5
        )
        indent = len(stem) + 3
        yield from wrap_lines(Text(_say_link(link)), width, indent=indent, first=indent)
        decision = made_by.get(link.decision_id or "")
        confirmed = f" · confirmed by {say_maker(decision)}" if decision else ""
        yield from wrap_lines(Text(show_inline(link.why) + confirmed, style="dim"), width, indent=indent, first=indent)
        waiting += [(further, depth + 1) for further in reversed(below.get(link.document, ()))]


def _say_report(input_id: str, documents: Mapping[str, Document]) -> Text:
    document = documents.get(input_id)
    told = phrases.say_document(document) if document else ""
    name = show_inline(input_id)
    return join(Text(name, style="bold"), Text(f"  {told}" if told and told != name else ""))


def _say_link(link: LinkShape) -> str:
    """Return "near copy of m07, 86 % of its words"; how sure the link is only where that is in doubt."""
    said = f"{phrases.COPY_PHRASES[CopyKind(link.kind)]} {show_inline(link.copy_of)}"
    share = f", {link.share:.0%} of its words".replace("%", " %") if link.share else ""
    sure = f", {phrases.say_percent(link.confidence)} sure" if link.confidence < 1 else ""
    return f"{said}{share}{sure}"
