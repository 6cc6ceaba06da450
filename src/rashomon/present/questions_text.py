"""The questions of a case for the terminal: what the reports contest, what analysts added, which one is answered."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.decision import BY_ANALYST, QUESTION_DECISIONS, Decision
from rashomon.model.provenance import MACHINE
from rashomon.model.question import Question, Side
from rashomon.present import phrases
from rashomon.present.decisions import list_decisions, name_records
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.layout import join, render_lines, wrap_lines
from rashomon.present.plain import show_inline


def render_questions(
    analysis: Analysis,
    questions: Sequence[Question],
    decisions: Sequence[Decision],
    *,
    width: int = 100,
    colour: bool = False,
) -> str:
    """Return the questions as text, the one answered first, each with the sides holders take."""
    return render_lines(_questions(analysis, questions, decisions, width), width=width, colour=colour)


def render_question(
    question: Question, analysis: Analysis, decisions: Sequence[Decision], *, width: int = 100, colour: bool = False
) -> str:
    """Return one question with each side's holders and their sentences."""
    return render_lines(_detail(question, analysis, decisions, width), width=width, colour=colour)


def say_question(question: Question) -> str:
    """Return where a question stands: contested with its sides, answered alike by all, or answered by nobody."""
    asked = question.made.by.removeprefix(BY_ANALYST)
    by = f"asked by {show_inline(asked)}" if question.made.by.startswith(BY_ANALYST) else "asked by an analyst"
    if question.is_contested:
        return f"contested: {phrases.say_sides(question)}"
    if question.sides:
        return f"not contested: all who answer say {show_inline(question.sides[0].value)}"
    return by if question.made.by != MACHINE else "no longer contested"


def _questions(
    analysis: Analysis, questions: Sequence[Question], decisions: Sequence[Decision], width: int
) -> Iterator[Text]:
    answered = analysis.hypothesis_set.question.id
    yield Text()
    for question in questions:
        chosen = question.id == answered
        mark = "→ " if chosen else "  "
        yield from wrap_lines(Text(f"{mark}{show_inline(question.text)}", style="bold"), width, indent=4)
        yield from wrap_lines(Text(say_question(question)), width, indent=4, first=4)
        aspect = question.aspect.replace("_", " ")
        yield Text(f"    {question.id} · {question.kind} · {aspect}", style="dim")
    if not any(question.is_contested for question in questions):
        yield Text("  No two holders in these reports answer a question differently.", style="bold")
    yield Text()
    yield Text("  → is the question the case answers; another: rashomon questions choose ID", style="dim")
    yield from list_decisions(decisions, name_records(analysis, decisions), width, kinds=QUESTION_DECISIONS)


def _detail(question: Question, analysis: Analysis, decisions: Sequence[Decision], width: int) -> Iterator[Text]:
    index = index_analysis(analysis)
    yield Text()
    yield from wrap_lines(Text(show_inline(question.text), style="bold"), width, indent=2)
    yield Text(f"  {question.id} · {question.kind} · {question.aspect.replace('_', ' ')}", style="dim")
    yield from wrap_lines(Text(say_question(question)), width, indent=2, first=2)
    if question.is_contested:
        yield Text(f"  disagreement {question.disagreement:.2f} bits over the sides, by origins", style="dim")
    for side in question.sides:
        yield from _side(side, index, width)
    own = [decision for decision in decisions if question.id in decision.subject_ids]
    yield from list_decisions(own, name_records(analysis, decisions), width, kinds=QUESTION_DECISIONS)


def _side(side: Side, index: AnalysisIndex, width: int) -> Iterator[Text]:
    yield Text()
    holders = ", ".join(map(show_inline, side.holders))
    origins = phrases.say_count(side.origins, "origin")
    yield from wrap_lines(
        join(Text(show_inline(side.value), style="bold"), Text(f"  {holders} · {origins}")), width, indent=4, first=2
    )
    for claim_id in side.claim_ids:
        claim = index.claims.get(claim_id)
        if claim is not None:
            voices = phrases.say_voices(claim, index.documents.get(claim.document_id))
            quote = Text(phrases.say_quote(claim.quote), style="italic")
            line = join(Text(f"{voices}  "), quote, Text(f"  {claim.id}", style="dim"))
            yield from wrap_lines(line, width, indent=6, first=4)
