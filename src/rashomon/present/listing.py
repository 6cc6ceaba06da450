"""A plain list for the terminal: every claim with its voices."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.claim import Claim, ClaimReview
from rashomon.model.decision import CLAIM_DECISIONS, Decision
from rashomon.model.vocabulary import Certainty, Polarity, ReviewKind
from rashomon.present import phrases
from rashomon.present.decisions import list_decisions, list_unmet, name_records, say_decision
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import fit_cells, join, render_lines, wrap_lines
from rashomon.present.plain import show_inline
from rashomon.present.source_shapes import UnmetShape

ID_CELLS = 21
_REVIEWS: Final = {
    ReviewKind.ACCEPTED: "checked",
    ReviewKind.REJECTED: "rejected",
    ReviewKind.FIXED: "corrected",
    ReviewKind.MERGED: "the same as",
    ReviewKind.SPLIT: "not the same as",
}


def render_claims(
    analysis: Analysis, decisions: Sequence[Decision] = (), *, width: int = 100, colour: bool = False
) -> str:
    """Return the claims report by report: id, who says it how, of which hypothesis, and the words; then decisions.

    What an analyst made of a claim stands beside it; a rejected one is struck through.
    """
    index = index_analysis(analysis)
    return render_lines(_page(index, decisions, width), width=width, colour=colour)


def _page(index: AnalysisIndex, decisions: Sequence[Decision], width: int) -> Iterator[Text]:
    yield from _claims(index, width)
    listed = [decision for decision in decisions if decision.kind in CLAIM_DECISIONS]
    if not listed:
        return
    names = name_records(index.analysis, decisions)
    yield from list_decisions(decisions, names, width, kinds=CLAIM_DECISIONS)
    said = {decision.id: say_decision(decision, names) for decision in listed}
    unmet = [one for one in index.analysis.linkage.unmet if one.decision_id in said]
    shapes = [UnmetShape(decision_id=one.decision_id, why=one.why) for one in unmet]
    yield from list_unmet(shapes, said_of=said, width=width)


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
    yield join(line, Text(f"{index.number_of[claim.id]}. ", style="dim"), Text(f"{voices} {attitude}"))
    rejected = index.has_review(claim.id, ReviewKind.REJECTED)
    style = "italic strike dim" if rejected else "italic"
    yield from wrap_lines(Text(phrases.say_quote(claim.quote), style=style), width, indent=indent, first=indent)
    for review in index.reviews_of.get(claim.id, ()):
        yield from wrap_lines(Text(_say_review(review, index), style="yellow"), width, indent=indent, first=indent)
    for bearing in index.bearings_of.get(claim.id, ()):
        hypothesis = index.hypotheses.get(bearing.hypothesis_id)
        label = show_inline(hypothesis.label) if hypothesis else bearing.hypothesis_id
        side = "against" if bearing.polarity is Polarity.DENY else "for"
        side = "mentions" if side == "for" and bearing.certainty is Certainty.NONE else side
        yield Text(" " * indent) + Text(f"{side} {label}", style="red" if side == "against" else "green")
    drift = index.drift_from(claim.id)
    if drift:
        yield Text(" " * indent + f"drifted from {drift}", style="dim")


def _say_review(review: ClaimReview, index: AnalysisIndex) -> str:
    """ "fixed by Ada: a slip (machine: asserts, certain)"."""
    other = index.claims.get(review.other_id)
    said = _REVIEWS.get(review.kind, "")
    said = f"{said} {phrases.say_quote(other.quote)}" if other else said
    event = index.event_of(index.claims[review.claim_id]) if review.kind is ReviewKind.PLACED else None
    if review.kind is ReviewKind.PLACED:
        said = f"placed at {show_inline(event.label) if event else 'no known event'}"
    reason = f": {show_inline(review.why)}" if review.why.strip() else ""
    return f"{said} by {show_inline(review.by)}{reason}{_say_machine(review, index)}"


def _say_machine(review: ClaimReview, index: AnalysisIndex) -> str:
    if review.machine is not None:
        read = review.machine
        return f" (machine: {show_inline(read.holder.name)} {phrases.say_attitude(read.polarity, read.certainty)})"
    event = index.events.get(review.machine_event_id or "")
    return f" (machine: {show_inline(event.label)})" if event else ""
