"""What an analyst may mean by a few words among hypotheses and questions; whether a decision on them can be made."""

from collections.abc import Iterable, Sequence

from rashomon.case.matching import ensure_one, fold_words, holds_words, match_ids
from rashomon.model.analysis import Analysis
from rashomon.model.decision import Decision
from rashomon.model.errors import CaseError, DecisionError
from rashomon.model.provenance import MACHINE
from rashomon.model.question import Hypothesis, Question
from rashomon.model.vocabulary import DecisionKind


def find_hypothesis(analysis: Analysis, wanted: str) -> Hypothesis:
    """Return the hypothesis of an id, the beginning of one, its label, another name, or words of one.

    Raises CaseError R-CASE-004 where none goes by the words, R-CASE-007 where several do.
    """
    known = {hypothesis.id: hypothesis for hypothesis in analysis.hypothesis_set.hypotheses}
    meant = match_ids(wanted, known)
    for names in (_labels, _all_names):
        meant = meant or [h.id for h in known.values() if any(fold_words(n) == fold_words(wanted) for n in names(h))]
    meant = meant or [h.id for h in known.values() if any(holds_words(name, wanted) for name in _all_names(h))]
    ensure_one(wanted, [f"{known[one].label} ({one})" for one in meant], what="hypothesis")
    return known[meant[0]]


def find_question(questions: Iterable[Question], wanted: str) -> Question:
    """Return the question of an id, the beginning of one, or words that it alone has.

    Raises CaseError R-CASE-004 where none goes by the words, R-CASE-007 where several do.
    """
    known = {question.id: question for question in questions}
    meant = match_ids(wanted, known)
    meant = meant or [q.id for q in known.values() if fold_words(q.text).rstrip("?") == fold_words(wanted).rstrip("?")]
    meant = meant or [q.id for q in known.values() if holds_words(q.text.rstrip("?"), wanted.rstrip("?"))]
    ensure_one(wanted, [f"{known[one].text} ({one})" for one in meant], what="question")
    return known[meant[0]]


def list_questions(analysis: Analysis | None, asked: Sequence[Question]) -> tuple[Question, ...]:
    """Return the question the case answers, then those its reports raise, then those it answered before."""
    listed: dict[str, Question] = {}
    if analysis is not None:
        answered = analysis.hypothesis_set.question
        asks = (answered.aspect, answered.unit) if answered.sides else None
        found = analysis.hypothesis_set.questions
        # What the machine words otherwise, but asks the same, is that question.
        others = (one for one in found if (one.aspect, one.unit) != asks or one.made.by != MACHINE)
        listed = {question.id: question for question in (*others, answered)}
        listed = {answered.id: answered} | listed
    for question in asked:
        listed.setdefault(question.id, question)
    return tuple(listed.values())


def settle_choice(decision: Decision, made: Sequence[Decision], listed: Sequence[Question]) -> Question | None:
    """Return the question that becomes the foremost by a decision, None for one that leaves the foremost as it is.

    Taking a choice back makes the question the foremost that was it before; `made` are the decisions before this one.
    """
    known = {question.id: question for question in listed}
    by_id = {one.id: one for one in made}
    chooses = True
    while decision.kind is DecisionKind.WITHDRAW and decision.subject_ids[0] in by_id:
        decision, chooses = by_id[decision.subject_ids[0]], not chooses
    if decision.kind is not DecisionKind.CHOOSE_QUESTION:
        return None
    return known.get(decision.subject_ids[0] if chooses else decision.subject_ids[-1])


def check_hypothesis_decision(decision: Decision, analysis: Analysis | None) -> None:
    """Raise where a decision is about hypotheses the case does not have, or would change nothing.

    CaseError R-CASE-004 (another question than the case answers, no answer of that name), DecisionError R-DECIDE-004.
    """
    question_id, *names = decision.subject_ids
    if analysis is None or analysis.hypothesis_set.question.id != question_id:
        raise CaseError("R-CASE-004", question_id, what="not the question the case answers")
    found = [_find_exactly(analysis, name) for name in names]
    if len({hypothesis.id for hypothesis in found}) < len(found):
        raise DecisionError("R-DECIDE-004", names[-1], what="the two are one answer already")
    if found and decision.kind is DecisionKind.SPLIT_HYPOTHESIS:
        _check_split(decision, found[0])
    new = decision.value if decision.kind in (DecisionKind.ADD_HYPOTHESIS, DecisionKind.RENAME_HYPOTHESIS) else ""
    if new:
        owners = [
            h for h in analysis.hypothesis_set.hypotheses if _has_name(h, new) and h.id not in {f.id for f in found}
        ]
        same = [h for h in found if h.label == new]
        if owners or same:
            what = f"there is an answer of that name: {(owners or same)[0].label}"
            raise DecisionError("R-DECIDE-004", f"'{new}'", what=what)


def check_question_decision(decision: Decision, analysis: Analysis | None, asked: Sequence[Question]) -> None:
    """Raise CaseError R-CASE-004 where the case knows no such question, DecisionError R-DECIDE-004 for no change."""
    listed = {question.id: question for question in list_questions(analysis, asked)}
    if decision.kind is DecisionKind.ADD_QUESTION:
        if any(fold_words(question.text) == fold_words(decision.value) for question in listed.values()):
            raise DecisionError("R-DECIDE-004", f"'{decision.value}'", what="the case has that question")
        return
    subject_id = decision.subject_ids[0]
    if subject_id not in listed:
        raise CaseError(
            "R-CASE-004", subject_id, what="no such question", advice="List them with `rashomon questions`."
        )
    if decision.kind is DecisionKind.CHOOSE_QUESTION and asked and asked[0].id == subject_id:
        raise DecisionError("R-DECIDE-004", subject_id, what="the case answers that question already")
    if decision.kind is DecisionKind.WORD_QUESTION and listed[subject_id].text == decision.value:
        raise DecisionError("R-DECIDE-004", subject_id, what="that is how it is worded")


def _check_split(decision: Decision, hypothesis: Hypothesis) -> None:
    held = {fold_words(name) for name in _all_names(hypothesis)}
    missing = [name for name in decision.names if fold_words(name) not in held]
    if missing:
        what = f"{hypothesis.label} has no name '{missing[0]}'"
        advice = f"Its names: {', '.join(_all_names(hypothesis))}."
        raise DecisionError("R-DECIDE-004", hypothesis.id, what=what, advice=advice)
    if held <= {fold_words(name) for name in decision.names}:
        raise DecisionError("R-DECIDE-004", hypothesis.id, what=f"nothing would be left of {hypothesis.label}")


def _find_exactly(analysis: Analysis, name: str) -> Hypothesis:
    hypotheses = [h for h in analysis.hypothesis_set.hypotheses if not h.residual]
    named = [h for h in hypotheses if fold_words(h.label) == fold_words(name)]
    named = named or [h for h in hypotheses if _has_name(h, name)]
    if len(named) != 1:
        advice = "Name one of: " + ", ".join(h.label for h in hypotheses) + "."
        raise CaseError("R-CASE-004", f"'{name}'", what="no answer goes by that name", advice=advice)
    return named[0]


def _labels(hypothesis: Hypothesis) -> tuple[str, ...]:
    return (hypothesis.label,)


def _all_names(hypothesis: Hypothesis) -> tuple[str, ...]:
    return (hypothesis.label, *hypothesis.aliases)


def _has_name(hypothesis: Hypothesis, name: str) -> bool:
    return any(fold_words(own) == fold_words(name) for own in _all_names(hypothesis))
