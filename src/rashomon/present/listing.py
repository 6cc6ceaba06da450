"""A plain list for the terminal: every claim with its voices."""

from collections.abc import Iterator

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.claim import Claim
from rashomon.model.vocabulary import Certainty, Polarity
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import fit_cells, join, render_lines, wrap_lines
from rashomon.present.plain import show_inline

ID_CELLS = 21


def render_claims(analysis: Analysis, *, width: int = 100, colour: bool = False) -> str:
    """Return the claims report by report: id, who says it how, of which hypothesis, and the words."""
    index = index_analysis(analysis)
    return render_lines(_claims(index, width), width=width, colour=colour)


def _claims(index: AnalysisIndex, width: int) -> Iterator[Text]:
    for document in index.analysis.documents:
        claims = index.claims_in[document.id]
        copy = index.copy_of.get(document.id)
        yield Text()
        yield Text(phrases.say_document(document), style="bold")
        descent = f" · {phrases.say_copy(copy, index)}" if copy else ""
        yield Text(f"  {phrases.say_time(document.published_at)} · {document.id}{descent}", style="dim")
        if not claims:
            yield Text("  no claims found", style="dim")
        for claim in claims:
            yield from _claim(claim, index, width)


def _claim(claim: Claim, index: AnalysisIndex, width: int) -> Iterator[Text]:
    voices = phrases.say_voices(claim, index.documents.get(claim.document_id))
    line = Text(f"  {fit_cells(claim.id, ID_CELLS)} ", style="dim")
    indent = line.cell_len
    attitude = phrases.say_attitude(claim.polarity, claim.certainty)
    yield join(line, Text(f"{voices} {attitude}"))
    yield from wrap_lines(Text(phrases.say_quote(claim.quote), style="italic"), width, indent=indent, first=indent)
    for bearing in index.bearings_of.get(claim.id, ()):
        hypothesis = index.hypotheses.get(bearing.hypothesis_id)
        label = show_inline(hypothesis.label) if hypothesis else bearing.hypothesis_id
        side = "against" if bearing.polarity is Polarity.DENY else "for"
        side = "mentions" if side == "for" and bearing.certainty is Certainty.NONE else side
        yield Text(" " * indent) + Text(f"{side} {label}", style="red" if side == "against" else "green")
    drift = index.drift_from(claim.id)
    if drift:
        yield Text(" " * indent + f"drifted from {drift}", style="dim")
