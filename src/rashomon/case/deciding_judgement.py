"""Whether a decision on cells, priors, scenarios or the truth can be made in the case as it stands."""

from rashomon.case.matching import fold_words
from rashomon.model.analysis import Analysis
from rashomon.model.decision import Decision
from rashomon.model.errors import CaseError
from rashomon.model.vocabulary import DecisionKind


def check_judgement_decision(decision: Decision, analysis: Analysis | None) -> None:
    """Raise CaseError R-CASE-004 where the question has no judgement, or no such answer or piece of evidence.

    `analysis` is that of the question the decision is about.
    """
    question_id, *subjects = decision.subject_ids
    if analysis is None or analysis.hypothesis_set.question.id != question_id:
        raise CaseError("R-CASE-004", question_id, what="not a question the case has answered")
    if decision.kind is DecisionKind.KEEP_SCENARIO:
        return
    known = {link.id for link in analysis.hypothesis_set.evidence}
    if decision.kind in (DecisionKind.RATE_CELL, DecisionKind.SET_FORGED) and subjects[0] not in known:
        advice = "Take a number or an id from `rashomon matrix`."
        raise CaseError("R-CASE-004", subjects[0], what="no such piece of evidence", advice=advice)
    if decision.kind is DecisionKind.SET_FORGED:
        return
    label = subjects[-1]
    labels = [hypothesis.label for hypothesis in analysis.hypothesis_set.hypotheses]
    if fold_words(label) not in map(fold_words, labels):
        advice = f"Name one of: {', '.join(labels)}."
        raise CaseError("R-CASE-004", f"'{label}'", what="no answer goes by that name", advice=advice)
