"""The hypotheses of a case for the terminal: all with their holders, or one with its sentences and decisions."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.decision import HYPOTHESIS_DECISIONS, Decision
from rashomon.model.provenance import MACHINE
from rashomon.model.question import ClaimBearing, Hypothesis
from rashomon.model.vocabulary import Certainty, HypothesisRelationKind, Polarity
from rashomon.model.wording import word_probability
from rashomon.present import phrases
from rashomon.present.decisions import list_decisions, list_unmet, name_records, say_decision
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import join, render_lines, wrap_lines
from rashomon.present.plain import show_inline
from rashomon.present.source_shapes import UnmetShape

MOST_CLAIMS: Final = 20
"""Claims quoted on the page of one hypothesis; `rashomon claims` has them all."""


def render_hypotheses(
    analysis: Analysis, decisions: Sequence[Decision] = (), *, width: int = 100, colour: bool = False
) -> str:
    """Return the hypotheses, most probable first: id, figures, words, other names, holders, and what was decided."""
    index = index_analysis(analysis)
    return render_lines(_hypotheses(index, decisions, width), width=width, colour=colour)


def render_hypothesis(
    hypothesis: Hypothesis,
    analysis: Analysis,
    decisions: Sequence[Decision] = (),
    *,
    width: int = 100,
    colour: bool = False,
) -> str:
    """Return one hypothesis: who holds it, how it stands to the others, its sentences, the decisions that shaped it."""
    index = index_analysis(analysis)
    return render_lines(_detail(hypothesis, index, decisions, width), width=width, colour=colour)


def _hypotheses(index: AnalysisIndex, decisions: Sequence[Decision], width: int) -> Iterator[Text]:
    hypothesis_set = index.analysis.hypothesis_set
    yield Text()
    yield Text(show_inline(hypothesis_set.question.text), style="bold")
    for hypothesis in index.hypotheses_by_rank:
        yield Text()
        yield from _one(hypothesis, index, width)
    yield Text()
    unanswered = phrases.say_unanswered(hypothesis_set)
    if unanswered:
        yield from wrap_lines(Text(unanswered, style="bold"), width, indent=2, first=2)
    for relation in phrases.say_relations(hypothesis_set):
        yield from wrap_lines(join(Text("not exclusive: ", style="dim"), Text(relation)), width, indent=4, first=2)
    yield from wrap_lines(Text(phrases.say_basis(index), style="italic"), width, indent=2, first=2)
    names = name_records(index.analysis, decisions)
    said_of = {decision.id: say_decision(decision, names) for decision in decisions}
    unmet = [UnmetShape(decision_id=one.decision_id, why=one.why) for one in hypothesis_set.unmet]
    yield from list_unmet(unmet, said_of=said_of, width=width)
    yield from list_decisions(decisions, names, width, kinds=HYPOTHESIS_DECISIONS)


def _one(hypothesis: Hypothesis, index: AnalysisIndex, width: int) -> Iterator[Text]:
    probability = index.probabilities[hypothesis.id]
    words = "" if hypothesis.residual else f"   {word_probability(probability.probability)}"
    figures = f"{phrases.say_percent(probability.probability):>6}   {phrases.say_interval(probability):>6}"
    yield Text(f"  {figures}{words:<22}   ") + Text(show_inline(hypothesis.label), style="bold")
    yield Text(f"  {hypothesis.id}", style="dim")
    for name, said in _holders(hypothesis):
        yield from wrap_lines(join(Text(f"{name}: ", style="dim"), Text(said)), width, indent=4, first=2)


def _holders(hypothesis: Hypothesis) -> Iterator[tuple[str, str]]:
    lists = (
        ("also called", hypothesis.aliases),
        ("the machine calls it", (hypothesis.machine_label,) if hypothesis.machine_label else ()),
        ("advanced by", hypothesis.advances),
        ("denied by", hypothesis.denies),
        ("mentioned by", hypothesis.mentions),
    )
    standing = phrases.say_standing(hypothesis)
    if standing:
        yield "standing", standing
    for name, members in lists:
        if members:
            yield name, ", ".join(map(show_inline, members))
    withdrawn = phrases.say_withdrawals([hypothesis])
    if withdrawn:
        yield "withdrawn", withdrawn


def _detail(hypothesis: Hypothesis, index: AnalysisIndex, decisions: Sequence[Decision], width: int) -> Iterator[Text]:
    yield Text()
    yield from _one(hypothesis, index, width)
    labels = {one.id: show_inline(one.label) for one in index.hypotheses.values()}
    for relation in index.analysis.hypothesis_set.relations:
        by_default = relation.kind is HypothesisRelationKind.EXCLUSIVE and relation.made.by == MACHINE
        if hypothesis.id in (relation.from_id, relation.to_id) and not by_default:
            kind = phrases.RELATION_WORDS[relation.kind]
            ends = f"{labels.get(relation.from_id, '')} {kind} {labels.get(relation.to_id, '')}"
            why = f": {show_inline(relation.why)}" if relation.why else ""
            yield from wrap_lines(Text(f"{ends}{why}", style="dim"), width, indent=4, first=2)
    bearings = [one for one in index.analysis.hypothesis_set.bearings if one.hypothesis_id == hypothesis.id]
    if bearings:
        yield Text()
        yield Text(f"Sentences ({phrases.say_count(len(bearings), 'claim')})", style="bold")
    for bearing in sorted(bearings, key=lambda one: not one.weighed)[:MOST_CLAIMS]:
        yield from _bearing(bearing, index, width)
    if len(bearings) > MOST_CLAIMS:
        yield Text(f"  and {len(bearings) - MOST_CLAIMS} more: rashomon claims", style="dim")
    own = [decision for decision in decisions if decision.id in hypothesis.decision_ids]
    yield from list_decisions(own, name_records(index.analysis, decisions), width, kinds=HYPOTHESIS_DECISIONS)


def _bearing(bearing: ClaimBearing, index: AnalysisIndex, width: int) -> Iterator[Text]:
    claim = index.claims.get(bearing.claim_id)
    if claim is None:
        return
    side = "against" if bearing.polarity is Polarity.DENY else "for"
    side = "mentions" if side == "for" and bearing.certainty is Certainty.NONE else side
    side = side if bearing.weighed else "beside"
    voices = phrases.say_voices(claim, index.documents.get(claim.document_id))
    line = join(
        Text(f"{side:<9}", style="red" if side == "against" else "green" if side == "for" else "dim"),
        Text(f"{voices}  "),
        Text(phrases.say_quote(claim.quote), style="italic"),
        Text(f"  {claim.id}", style="dim"),
    )
    yield from wrap_lines(line, width, indent=11, first=2)
