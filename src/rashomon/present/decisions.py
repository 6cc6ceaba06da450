"""Decisions of analysts in words, and what one of them did to the judgement."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from rashomon.model.analysis import Analysis
from rashomon.model.decision import (
    BY_ANALYST,
    CLAIM_DECISIONS,
    COPY_DECISIONS,
    DEPENDENCE_DECISIONS,
    HYPOTHESIS_DECISIONS,
    JUDGEMENT_DECISIONS,
    QUESTION_DECISIONS,
    Decision,
    keep_in_force,
)
from rashomon.model.vocabulary import (
    Access,
    CopyKind,
    DecisionKind,
    DependenceKind,
    Forgery,
    HypothesisRelationKind,
    Interest,
)
from rashomon.model.wording import word_grade
from rashomon.present import phrases
from rashomon.present.analysis_json import shape_question
from rashomon.present.index import index_analysis
from rashomon.present.layout import join, render_lines, wrap_lines
from rashomon.present.plain import show_inline
from rashomon.present.source_shapes import DecidedShape, MovedShape, UnmetShape
from rashomon.present.sources_json import gather_sayings, shape_decision, shape_listed

ID_DIGITS: Final = 4
"""Digits of an id shown at least; more where that many are shared."""

MOST_NEW: Final = 5
_GROUPS: Final = (
    (CLAIM_DECISIONS, "claims"),
    (COPY_DECISIONS, "lineage"),
    (HYPOTHESIS_DECISIONS, "hypotheses"),
    (QUESTION_DECISIONS, "questions"),
    (JUDGEMENT_DECISIONS, ""),
)
"""The commands that take decisions of a kind back, where it is not `sources`."""
SMALLEST_MOVE: Final = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How sources and reports are called on the screen, and how far an id must be written out."""

    called: Mapping[str, str]
    short: Mapping[str, str]

    def call(self, record_id: str) -> str:
        """Return the name of a source or report; its id where nobody knows it."""
        return self.called.get(record_id, record_id)

    def shorten(self, record_id: str) -> str:
        """Return as much of an id as tells it from the others."""
        return self.short.get(record_id, record_id)


def name_records(analysis: Analysis, decisions: Sequence[Decision]) -> Names:
    """Return the names of all sources, those merged into others included, and of all reports."""
    called = {document.id: show_inline(document.input_id) for document in analysis.documents}
    for mention in analysis.linkage.mentions:
        known = called.get(mention.found_id, "")
        called[mention.found_id] = max(known, show_inline(mention.name), key=lambda name: (len(name), name))
    called |= {source.id: show_inline(source.name) for source in analysis.linkage.sources}
    index = index_analysis(analysis)
    called |= {link.id: phrases.say_evidence_voices(link, index) for link in index.numbered}
    called |= {claim.id: phrases.say_quote(claim.quote) for claim in analysis.claims}
    called |= {event.id: show_inline(event.label) for event in analysis.linkage.events}
    called |= {one.id: f"the origin of {show_inline(one.holder)}" for one in analysis.linkage.origins}
    questions = (*analysis.hypothesis_set.questions, analysis.hypothesis_set.question)
    called |= {question.id: f"“{show_inline(question.text)}”" for question in questions}
    ids = [*called, *(decision.id for decision in decisions)]
    return Names(called=called, short=shorten_ids(ids))


def shorten_ids(ids: Sequence[str]) -> dict[str, str]:
    """Return for each id the shortest beginning that none of the others has, at least four digits of it."""
    ordered = sorted(set(ids))
    short = {}
    for place, record_id in enumerate(ordered):
        beside = ordered[max(0, place - 1) : place] + ordered[place + 1 : place + 2]
        shared = max((_shared(record_id, other) for other in beside), default=0)
        short[record_id] = record_id[: max(record_id.find("_") + 1 + ID_DIGITS, shared + 1)]
    return short


def say_decision(decision: Decision, names: Names) -> str:
    """Return what was decided as a sentence without its reason: "Quay Post is the same as Tide Times"."""
    subjects = decision.subject_ids or ("",)
    first, other = names.call(subjects[0]), names.call(subjects[-1])
    value = show_inline(decision.value)
    if decision.kind in CLAIM_DECISIONS | DEPENDENCE_DECISIONS:
        return _say_of_claims(decision, names)
    match decision.kind:
        case DecisionKind.CONFIRM_COPY:
            kind = f" ({phrases.COPY_PHRASES[CopyKind(value)].removesuffix(' of')})" if value else ""
            return f"{first} was made from {other}{kind}"
        case DecisionKind.CUT_COPY:
            return f"{first} was not made from {other}"
        case DecisionKind.MERGE_SOURCES:
            return f"{first} is the same as {other}"
        case DecisionKind.SPLIT_SOURCE:
            return f"{', '.join(map(show_inline, decision.names))}: not {first}"
        case DecisionKind.GRADE_SOURCE:
            return f"{first} is {value}, {word_grade(value)}"
        case DecisionKind.SET_KIND:
            return f"{first} is of kind {value.replace('_', ' ')}"
        case DecisionKind.SET_CAMP:
            return f"{first} speaks for {value}" if value else f"for whom {first} speaks is not known"
        case DecisionKind.SET_ACCESS | DecisionKind.SET_STAKE:
            return _say_of_role(decision, first)
        case DecisionKind.SET_FORGED:
            state = "is left to the reports" if value == Forgery.UNKNOWN else value
            return f"what {names.call(decision.subject_ids[1])} rests on: {state}"
        case DecisionKind.WITHDRAW:
            return f"{decision.subject_ids[0]} is taken back"
        case _:
            return _say_of_answers(decision, names)


def _say_of_role(decision: Decision, name: str) -> str:
    value = show_inline(decision.value)
    if decision.kind is DecisionKind.SET_ACCESS:
        return f"{name} {phrases.ACCESS_PHRASES[Access(value)]}"
    return f"{name} {phrases.STAKE_PHRASES[Interest(value)]} {show_inline(decision.subject_ids[1])}"


def _say_of_dependence(decision: Decision, names: Names) -> str:
    one, other = map(names.call, decision.subject_ids)
    if decision.kind is DecisionKind.CUT_DEPENDENCE:
        return f"{one} and {other} speak independently"
    how = "" if decision.value == DependenceKind.DECIDED else f" ({decision.value.replace('_', ' ')})"
    return f"{one} and {other} do not speak independently{how}"


def _say_of_claims(decision: Decision, names: Names) -> str:
    """Return what was decided of claims; each is called by its words, also where it is no longer read."""
    if decision.kind in DEPENDENCE_DECISIONS:
        return _say_of_dependence(decision, names)
    quotes = {one: phrases.say_quote(a.quote) for one, a in zip(decision.subject_ids, decision.anchors, strict=False)}
    first, other = (names.called.get(one) or quotes.get(one, one) for one in (*decision.subject_ids, "")[:2])
    match decision.kind:
        case DecisionKind.ACCEPT_CLAIM:
            return f"{first} was read right"
        case DecisionKind.REJECT_CLAIM:
            return f"{first} is no claim"
        case DecisionKind.FIX_CLAIM:
            parts = (one.partition("=") for one in decision.names)
            return f"{first}: " + ", ".join(
                f"{part} {show_inline(value)}" for part, _, value in parts if part != "source"
            )
        case DecisionKind.PLACE_CLAIM:
            label = next(iter(decision.names), names.call(decision.value))
            return f"{first} speaks of {show_inline(label) if decision.value else 'no known event'}"
        case DecisionKind.MERGE_CLAIMS:
            return f"{first} says the same as {other}"
        case _:
            return f"{first} does not say the same as {other}"


def _say_of_answers(decision: Decision, names: Names) -> str:
    """Return what was decided of hypotheses and questions; the question comes first among the subjects."""
    answers = list(map(show_inline, decision.subject_ids[1:]))
    value = show_inline(decision.value)
    match decision.kind:
        case DecisionKind.ADD_HYPOTHESIS:
            aliases = f", also called {', '.join(map(show_inline, decision.names))}" if decision.names else ""
            return f"{value} is an answer{aliases}"
        case DecisionKind.MERGE_HYPOTHESES:
            return f"{answers[0]} and {answers[1]} are one answer, called {answers[1]}"
        case DecisionKind.SPLIT_HYPOTHESIS:
            return f"{', '.join(map(show_inline, decision.names))}: not {answers[0]}"
        case DecisionKind.RENAME_HYPOTHESIS:
            return f"{answers[0]} is called {value}"
        case DecisionKind.RELATE_HYPOTHESES:
            return f"{answers[0]} {phrases.RELATION_WORDS[HypothesisRelationKind(value)]} {answers[1]}"
        case DecisionKind.RATE_CELL:
            return f"{names.call(decision.subject_ids[1])}: {value} with {answers[-1]}"
        case DecisionKind.SET_PRIOR:
            return f"{answers[0]} is {phrases.say_percent(float(value))} likely before any evidence"
        case DecisionKind.KEEP_SCENARIO:
            return f"a scenario: {value}"
        case DecisionKind.RESOLVE:
            return f"{answers[0]} is the answer{f', known on {value}' if value else ''}"
        case DecisionKind.ADD_QUESTION:
            return f"a question: {value}"
        case DecisionKind.WORD_QUESTION:
            return f"{names.call(decision.subject_ids[0])} is worded: {value}"
        case _:
            return f"the case answers: {value}"


def list_decisions(
    decisions: Sequence[Decision], names: Names, width: int, *, kinds: Container[DecisionKind]
) -> Iterator[Text]:
    """Yield a title and the decisions of some kinds in force, the latest first: what, then who, when and why.

    Yields nothing where there is none.
    """
    listed = [decision for decision in reversed(keep_in_force(decisions)) if decision.kind in kinds]
    if listed:
        yield Text()
        yield Text("Decisions", style="bold")
    for decision in listed:
        said = join(Text(f"{names.shorten(decision.id)}  ", style="dim"), Text(say_decision(decision, names)))
        yield from wrap_lines(said, width, indent=6, first=2)
        yield from wrap_lines(Text(say_maker(decision), style="dim"), width, indent=6, first=6)


def list_unmet(unmet: Sequence[UnmetShape], *, said_of: Mapping[str, str], width: int) -> Iterator[Text]:
    """Yield a line for each decision that finds nothing to hold on to now; `said_of` says what each decided."""
    for one in unmet:
        what = said_of.get(one.decision_id, one.decision_id)
        line = Text(f"Not followed now: {show_inline(what)}: {show_inline(one.why)}. It is kept.", style="yellow")
        yield from wrap_lines(line, width, indent=4, first=2)


def say_maker(decision: Decision) -> str:
    """Return who decided when, and why: "Ada, 1 May 2031, 12:00 UTC: one editor"."""
    by = show_inline(decision.made.by.removeprefix(BY_ANALYST))
    reason = f": {show_inline(decision.why)}" if decision.why.strip() else ""
    return f"{by}, {phrases.say_time(decision.at)}{reason}"


def shape_decided(
    made: Sequence[Decision], decisions: Sequence[Decision], before: Analysis, after: Analysis
) -> DecidedShape:
    """Return decisions just made and what they did to the judgement as the JSON shape, of all `decisions`."""
    sayings, known = gather_sayings(after), {source.id for source in before.linkage.sources}
    return DecidedShape(
        decisions=[shape_decision(decision, decisions) for decision in made],
        # Answers to another question did not move: they are others.
        moved=_list_moves(before, after) if before.judgement.question_id == after.judgement.question_id else [],
        origins_before=len(before.linkage.origins),
        origins_after=len(after.linkage.origins),
        sources_before=len(before.linkage.sources),
        sources_after=len(after.linkage.sources),
        new_sources=[shape_listed(one, sayings) for one in after.linkage.sources if one.id not in known],
        question=shape_question(after.hypothesis_set.question),
        unmet=[UnmetShape(decision_id=one.decision_id, why=one.why) for one in after.hypothesis_set.unmet],
    )


def render_decided(decided: DecidedShape, said: Sequence[str], *, width: int = 100, colour: bool = False) -> str:
    """Return what was decided (`said`, a sentence each), how the judgement moved, and how to take it back."""
    return render_lines(_decided(decided, said, width), width=width, colour=colour)


def _decided(decided: DecidedShape, said: Sequence[str], width: int) -> Iterator[Text]:
    for sentence in said:
        ended = sentence if sentence.endswith("?") else f"{sentence}."
        yield from wrap_lines(Text(ended, style="bold"), width, indent=2)
    for what, before, after in (
        ("source", decided.sources_before, decided.sources_after),
        ("origin", decided.origins_before, decided.origins_after),
    ):
        if before != after:
            yield Text(f"  {phrases.say_count(after, what)}, {before} before")
    for source in decided.new_sources[:MOST_NEW]:
        yield from wrap_lines(Text(f"Now a source: {show_inline(source.name)}  {source.id}"), width, indent=4, first=2)
    for move in decided.moved:
        yield from wrap_lines(Text(f"{show_inline(move.label)}: {_say_move(move)}"), width, indent=4, first=2)
    if {decision.kind for decision in decided.decisions} & QUESTION_DECISIONS:
        answered = Text(f"The case answers: {show_inline(decided.question.text)}")
        yield from wrap_lines(answered, width, indent=4, first=2)
    elif not decided.moved:
        yield Text("  The judgement stays as it was.")
    yield from list_unmet(decided.unmet, said_of={}, width=width)
    for decision in decided.decisions:
        if decision.kind != DecisionKind.WITHDRAW:
            kind = DecisionKind(decision.kind)
            group = next((group for kinds, group in _GROUPS if kind in kinds), "sources")
            yield Text(f"  To take it back: rashomon {f'{group} undo'.strip()} {decision.id}", style="dim")


def _say_move(move: MovedShape) -> str:
    if move.before is None or move.after is None:
        return f"new, {phrases.say_percent(move.after)}" if move.after is not None else "no longer among the answers"
    return f"{phrases.say_percent(move.before)} → {phrases.say_percent(move.after)}"


def _list_moves(before: Analysis, after: Analysis) -> list[MovedShape]:
    was, now = _probabilities(before), _probabilities(after)
    labels = {one.id: one.label for one in (*before.hypothesis_set.hypotheses, *after.hypothesis_set.hypotheses)}
    moves = [MovedShape(label=labels[one], before=was.get(one), after=now.get(one)) for one in {**now, **was}]
    return [
        move
        for move in moves
        if move.before is None or move.after is None or abs(move.after - move.before) >= SMALLEST_MOVE
    ]


def _probabilities(analysis: Analysis) -> dict[str, float]:
    """The probabilities by hypothesis id, the most probable first; an answer called otherwise has not moved."""
    ordered = sorted(analysis.judgement.probabilities, key=lambda one: -one.probability)
    return {one.hypothesis_id: one.probability for one in ordered}


def _shared(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
