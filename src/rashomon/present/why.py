"""`why`: the reasons behind an id as an indented tree, with a waterfall of weights under a hypothesis."""

from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.provenance import Made
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import join, render_lines, wrap_lines
from rashomon.present.reasons import explain
from rashomon.present.shapes import ReasonShape
from rashomon.present.waterfall import build_waterfall, draw_waterfall

STYLES: Final = {
    "sentence": "italic",
    "implication": "italic",
    "place": "italic",
    "hypothesis": "bold",
    "evidence": "",
    "spread": "",
    "copy": "",
    "document": "",
    "drift": "",
    "relation": "",
}
NAMED: Final = frozenset({"hypothesis", "evidence", "sentence", "implication", "origin", "document"})
"""Kinds whose id is printed, so that one can ask on."""


class Derived(Protocol):
    """Any record that says how it was made."""

    @property
    def id(self) -> str: ...

    @property
    def made(self) -> Made: ...


def shape_reasons(analysis: Analysis, wanted: str) -> ReasonShape:
    """Return the reasons behind an id or an evidence number as their JSON shape. Raises CaseError (R-CASE-004)."""
    return explain(index_analysis(analysis), wanted)


def render_reasons(analysis: Analysis, wanted: str, *, width: int = 100, colour: bool = False) -> str:
    """Return the reasons behind an id or an evidence number as text. Raises CaseError (R-CASE-004)."""
    index = index_analysis(analysis)
    reason = explain(index, wanted)
    return render_lines(_lines(reason, index, width), width=width, colour=colour)


def _lines(reason: ReasonShape, index: AnalysisIndex, width: int) -> Iterator[Text]:
    yield Text()
    yield from wrap_lines(Text(reason.text, style="bold"), width, indent=2)
    yield Text(f"  {reason.kind} {reason.id}{_say_made(reason, index)}", style="dim")
    if reason.kind == "hypothesis":
        waterfall = build_waterfall(index, reason.id)
        if waterfall and waterfall.steps:
            yield Text()
            yield from draw_waterfall(waterfall, width=width)
    if reason.because:
        yield Text()
    yield from _branches(reason, "", width)


def _branches(reason: ReasonShape, stem: str, width: int) -> Iterator[Text]:
    for position, child in enumerate(reason.because, 1):
        last = position == len(reason.because)
        fork, onward = ("└─ ", "   ") if last else ("├─ ", "│  ")
        text = join(Text(child.text, style=STYLES.get(child.kind, "dim")))
        if child.kind in NAMED:
            text += Text(f"  {child.id}", style="dim")
        lead = Text(stem + fork, style="dim")
        # Continuation lines carry the stem on, so that the eye keeps the branch.
        below = stem + onward + ("│  " if child.because else "   ")
        for number, line in enumerate(wrap_lines(text, width - len(below), indent=0)):
            yield join(Text(below, style="dim") if number else lead, line)
        yield from _branches(child, stem + onward, width)


def _say_made(reason: ReasonShape, index: AnalysisIndex) -> str:
    derived: tuple[Iterable[Derived], ...] = (
        index.analysis.claims,
        index.analysis.documents,
        index.hypotheses_by_rank,
        index.numbered,
        index.analysis.linkage.origins,
        index.analysis.linkage.events,
        index.analysis.linkage.sources,
        index.analysis.hypothesis_set.facts,
        index.analysis.hypothesis_set.implications,
        (index.analysis.judgement,),
    )
    made = next((record.made for records in derived for record in records if record.id == reason.id), None)
    return f" · made by {made.recipe} ({made.by})" if made else ""
