"""What an analyst may mean by a few words, and whether a decision can be made in the case as it stands."""

from collections.abc import Iterable, Sequence

from rashomon.case.deciding_answers import check_hypothesis_decision, check_question_decision
from rashomon.case.deciding_claims import check_claim_decision, check_dependence_decision
from rashomon.case.deciding_judgement import check_judgement_decision
from rashomon.case.matching import ensure_one, fold_spaces, fold_words, holds_words, match_ids
from rashomon.model.analysis import Analysis
from rashomon.model.decision import (
    CLAIM_DECISIONS,
    COPY_DECISIONS,
    DEPENDENCE_DECISIONS,
    HYPOTHESIS_DECISIONS,
    JUDGEMENT_DECISIONS,
    QUESTION_DECISIONS,
    ROLE_DECISIONS,
    Decision,
    keep_in_force,
)
from rashomon.model.document import Document
from rashomon.model.errors import CaseError, DecisionError
from rashomon.model.event import Event
from rashomon.model.question import Question
from rashomon.model.source import Source
from rashomon.model.vocabulary import DecisionKind


def find_source(analysis: Analysis, wanted: str) -> Source:
    """Return the source of an id, the beginning of one, one of its names, or words of one, case and article aside.

    The id of a source that was merged into another means that other. Raises CaseError R-CASE-004 where nobody goes by
    the words, R-CASE-007 where several do.
    """
    sources = {source.id: source for source in analysis.linkage.sources}
    by_id = {mention.found_id: mention.source_id for mention in analysis.linkage.mentions} | {
        one: one for one in sources
    }
    meant = {by_id[one] for one in match_ids(wanted, by_id)}
    if not meant:
        named = [source for source in sources.values() if fold_words(source.name) == fold_words(wanted)]
        named = named or [
            s for s in sources.values() if any(fold_words(alias) == fold_words(wanted) for alias in s.aliases)
        ]
        named = named or [s for s in sources.values() if any(holds_words(alias, wanted) for alias in s.aliases)]
        meant = {source.id for source in named}
    ensure_one(wanted, [f"{sources[one].name} ({one})" for one in sorted(meant)], what="source")
    return sources[next(iter(meant))]


def find_event(events: Iterable[Event], wanted: str) -> Event:
    """Return the event of an id, the beginning of one, or words of its label.

    Raises CaseError R-CASE-004 where none goes by the words, R-CASE-007 where several do.
    """
    held = {event.id: event for event in events}
    meant = match_ids(wanted, held) or [
        one.id for one in held.values() if fold_spaces(one.label) == fold_spaces(wanted)
    ]
    meant = meant or [one.id for one in held.values() if holds_words(one.label, wanted)]
    ensure_one(wanted, [f"{held[one].label} ({one})" for one in meant], what="event")
    return held[meant[0]]


def find_document(documents: Iterable[Document], wanted: str) -> Document:
    """Return the report of an id, the beginning of one, the id it was given, or a publisher with a single report.

    Raises CaseError R-CASE-004 where none goes by the words, R-CASE-007 where several do.
    """
    held = {document.id: document for document in documents}
    given = [document.id for document in held.values() if document.input_id == wanted]
    meant = given or match_ids(wanted, held)
    meant = meant or [
        one.id for one in held.values() if one.publisher and fold_words(one.publisher) == fold_words(wanted)
    ]
    ensure_one(wanted, [f"{held[one].input_id} ({one})" for one in meant], what="report")
    return held[meant[0]]


def find_decision(decisions: Sequence[Decision], wanted: str) -> Decision:
    """Return the decision in force of an id or the beginning of one.

    Raises DecisionError R-DECIDE-005 where none goes by it, CaseError R-CASE-007 where several do.
    """
    in_force = {decision.id: decision for decision in keep_in_force(decisions)}
    meant = match_ids(wanted, in_force)
    if not meant:
        raise DecisionError("R-DECIDE-005", f"'{wanted}'")
    ensure_one(wanted, meant, what="decision")
    return in_force[meant[0]]


def check_decision(
    decision: Decision,
    *,
    documents: Sequence[Document],
    analysis: Analysis | None,
    made: Sequence[Decision],
    asked: Sequence[Question] = (),
) -> None:
    """Raise where a decision is about what the case does not hold, or would change nothing.

    `asked` are the case's questions, the foremost first. CaseError R-CASE-004 (unknown report, claim, source, event,
    hypothesis or question), DecisionError R-DECIDE-004 (names to split off that the source has not, or all it has; what
    is so already), -005 (nothing in force to take back).
    """
    if decision.kind is DecisionKind.WITHDRAW:
        open_to_it = {one.id for one in keep_in_force(made)} | {one.id for one in made if one.kind is decision.kind}
        if decision.subject_ids[0] not in open_to_it:
            raise DecisionError("R-DECIDE-005", decision.subject_ids[0])
        return
    if decision.kind in CLAIM_DECISIONS:
        check_claim_decision(decision, analysis)
        return
    if decision.kind in DEPENDENCE_DECISIONS:
        check_dependence_decision(decision, analysis)
        return
    if decision.kind in HYPOTHESIS_DECISIONS:
        check_hypothesis_decision(decision, analysis)
        return
    if decision.kind in JUDGEMENT_DECISIONS:
        check_judgement_decision(decision, analysis)
        return
    if decision.kind in QUESTION_DECISIONS:
        check_question_decision(decision, analysis, asked)
        return
    if decision.kind in COPY_DECISIONS:
        known = {document.id for document in documents}
    else:
        known = {source.id for source in analysis.linkage.sources} if analysis is not None else set()
    # A stake is one in an answer, which goes by its name.
    subject_ids = decision.subject_ids[:1] if decision.kind in ROLE_DECISIONS else decision.subject_ids
    for subject_id in subject_ids:
        if subject_id not in known:
            raise CaseError("R-CASE-004", subject_id)
    if decision.kind is DecisionKind.SPLIT_SOURCE and analysis is not None:
        _check_split(decision, analysis)


def _check_split(decision: Decision, analysis: Analysis) -> None:
    source = next(one for one in analysis.linkage.sources if one.id == decision.subject_ids[0])
    held = {fold_spaces(alias) for alias in source.aliases}
    taken = {fold_spaces(name) for name in decision.names}
    missing = [name for name in decision.names if fold_spaces(name) not in held]
    if missing:
        what = f"{source.name} has no name '{missing[0]}'"
        raise DecisionError("R-DECIDE-004", source.id, what=what, advice=f"Its names: {', '.join(source.aliases)}.")
    joined = {mention.found_id for mention in analysis.linkage.mentions if mention.source_id == source.id}
    if taken >= held and len(joined) < 2:
        raise DecisionError("R-DECIDE-004", source.id, what=f"nothing would be left of {source.name}")
