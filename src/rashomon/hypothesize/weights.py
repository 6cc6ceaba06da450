"""What analysts decide on weights: cells, priors, what is forged, tied to evidence and answers as they stand now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rashomon.model.analysis import HypothesisSet
from rashomon.model.decision import BY_ANALYST, Decision, keep_in_force
from rashomon.model.question import CellRating, EvidenceLink, Hypothesis, SetPrior, UnmetDecision
from rashomon.model.vocabulary import Consistency, DecisionKind, Forgery
from rashomon.model.wording import CELL_BITS, ROUNDING


@dataclass(slots=True, kw_only=True)
class _Followed:
    """What was settled so far; a later decision on the same replaces an earlier one."""

    priors: dict[str, SetPrior] = field(default_factory=dict)
    ratings: dict[tuple[str, str, str], CellRating] = field(default_factory=dict)
    forged: dict[str, Decision] = field(default_factory=dict)
    unmet: list[UnmetDecision] = field(default_factory=list)


def follow_weight_decisions(hypothesis_set: HypothesisSet, decisions: Sequence[Decision]) -> HypothesisSet:
    """Return the set with the priors and cells in force, and with the things that analysts call forged or genuine.

    Each analyst has one cell an item and answer: the last one. Of several words on one thing the last one holds.

    A decision whose answer or evidence is not there now is told of as unmet, and waits.
    """
    followed = _Followed()
    for decision in keep_in_force(decisions):
        if decision.subject_ids[:1] != (hypothesis_set.question.id,):
            continue
        if decision.kind in (DecisionKind.SET_PRIOR, DecisionKind.RATE_CELL):
            _follow(hypothesis_set, decision, followed)
        if decision.kind is DecisionKind.SET_FORGED:
            _follow_forged(hypothesis_set, decision, followed)
    priors = _keep_consistent(followed, len(hypothesis_set.hypotheses))
    return replace(
        hypothesis_set,
        evidence=tuple(_set_forged(link, followed) for link in hypothesis_set.evidence),
        priors=tuple(priors.values()),
        ratings=tuple(followed.ratings.values()),
        unmet=(*hypothesis_set.unmet, *followed.unmet),
    )


def find_evidence(evidence: Iterable[EvidenceLink], decision: Decision, hypothesis_ids: Sequence[str]) -> str:
    """Return the id of the evidence a cell was set on, by its id or by the claims it was made of; "" where none is."""
    listed = list(evidence)
    if decision.subject_ids[1] in {link.id for link in listed}:
        return decision.subject_ids[1]
    anchors = set(decision.names)
    alike = [link for link in listed if anchors & set(link.claim_ids)]
    # What a report says of two answers is two pieces: the one on the answer that was rated is meant, if there is one.
    alike.sort(key=lambda link: link.hypothesis_id not in hypothesis_ids)
    return alike[0].id if alike else ""


def _follow(hypothesis_set: HypothesisSet, decision: Decision, followed: _Followed) -> None:
    label = decision.subject_ids[-1]
    answer = _find_answer(hypothesis_set.hypotheses, label)
    if answer is None:
        followed.unmet.append(UnmetDecision(decision_id=decision.id, why=f"no answer is called {label}"))
        return
    if decision.kind is DecisionKind.SET_PRIOR:
        prior = SetPrior(hypothesis_id=answer.id, probability=float(decision.value), decision_id=decision.id)
        followed.priors.pop(answer.id, None)
        followed.priors[answer.id] = prior
        return
    evidence_id = find_evidence(hypothesis_set.evidence, decision, [answer.id])
    if not evidence_id:
        followed.unmet.append(UnmetDecision(decision_id=decision.id, why="that piece of evidence is not there"))
        return
    by = decision.made.by.removeprefix(BY_ANALYST)
    symbol = Consistency(decision.value)
    followed.ratings[evidence_id, answer.id, by] = CellRating(
        evidence_id=evidence_id,
        hypothesis_id=answer.id,
        consistency=symbol,
        bits=CELL_BITS[symbol],
        by=by,
        decision_id=decision.id,
    )


def _follow_forged(hypothesis_set: HypothesisSet, decision: Decision, followed: _Followed) -> None:
    evidence_id = find_evidence(hypothesis_set.evidence, decision, ())
    if not evidence_id:
        followed.unmet.append(UnmetDecision(decision_id=decision.id, why="that piece of evidence is not there"))
        return
    item = next(link.item for link in hypothesis_set.evidence if link.id == evidence_id)
    followed.forged[item or evidence_id] = decision


def _set_forged(link: EvidenceLink, followed: _Followed) -> EvidenceLink:
    """Return a link with what an analyst says of the thing it rests on."""
    decision = followed.forged.get(link.item or link.id)
    if decision is None or decision.value == Forgery.UNKNOWN:
        return link
    reason = f": {decision.why}" if decision.why.strip() else ""
    why = f"{decision.value}, says {decision.made.by.removeprefix(BY_ANALYST)}{reason}"
    return replace(link, forged=float(decision.value == Forgery.FORGED), why_forged=why)


def _keep_consistent(followed: _Followed, answers: int) -> dict[str, SetPrior]:
    """Return the priors that fit together, the latest first: answers come and go, and a case must stay judgeable."""
    priors = dict(followed.priors)
    while priors and not _fits(priors, answers):
        oldest = priors.pop(next(iter(priors)))
        why = "with the later priors it leaves no room for the other answers"
        followed.unmet.append(UnmetDecision(decision_id=oldest.decision_id, why=why))
    return priors


def _fits(priors: dict[str, SetPrior], answers: int) -> bool:
    total = sum(prior.probability for prior in priors.values())
    return abs(total - 1.0) <= ROUNDING if len(priors) == answers else total < 1.0


def _find_answer(hypotheses: Sequence[Hypothesis], label: str) -> Hypothesis | None:
    wanted = _fold(label)
    named = [h for h in hypotheses if _fold(h.label) == wanted]
    return next(iter(named or [h for h in hypotheses if wanted in map(_fold, h.aliases)]), None)


def _fold(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
