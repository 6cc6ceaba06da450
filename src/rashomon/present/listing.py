"""Two plain lists for the terminal: every claim with its voices, and every hypothesis with its holders."""

from collections.abc import Iterator

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.claim import Claim
from rashomon.model.question import Hypothesis
from rashomon.model.vocabulary import Certainty, Polarity
from rashomon.model.wording import word_probability
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import fit_cells, join, render_lines, wrap_lines
from rashomon.present.plain import show_inline

ID_CELLS = 21


def render_claims(analysis: Analysis, *, width: int = 100, colour: bool = False) -> str:
    """Return the claims report by report: id, who says it how, of which hypothesis, and the words."""
    index = index_analysis(analysis)
    return render_lines(_claims(index, width), width=width, colour=colour)


def render_hypotheses(analysis: Analysis, *, width: int = 100, colour: bool = False) -> str:
    """Return the hypotheses, most probable first: id, figures, words, other names, and who stands where."""
    index = index_analysis(analysis)
    return render_lines(_hypotheses(index, width), width=width, colour=colour)


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


def _hypotheses(index: AnalysisIndex, width: int) -> Iterator[Text]:
    yield Text()
    yield Text(show_inline(index.analysis.hypothesis_set.question.text), style="bold")
    for hypothesis in index.hypotheses_by_rank:
        probability = index.probabilities[hypothesis.id]
        words = "" if hypothesis.residual else f"   {word_probability(probability.probability)}"
        figures = f"{phrases.say_percent(probability.probability):>6}   {phrases.say_interval(probability):>6}"
        yield Text()
        yield Text(f"  {figures}{words:<22}   ") + Text(show_inline(hypothesis.label), style="bold")
        yield Text(f"  {hypothesis.id}", style="dim")
        for name, said in _holders(hypothesis):
            yield from wrap_lines(join(Text(f"{name}: ", style="dim"), Text(said)), width, indent=4, first=2)
    yield Text()
    yield from wrap_lines(Text(phrases.say_basis(index), style="italic"), width, indent=2, first=2)


def _holders(hypothesis: Hypothesis) -> Iterator[tuple[str, str]]:
    lists = (
        ("also called", hypothesis.aliases),
        ("advanced by", hypothesis.advances),
        ("denied by", hypothesis.denies),
        ("mentioned by", hypothesis.mentions),
    )
    for name, members in lists:
        if members:
            yield name, ", ".join(map(show_inline, members))
