"""Which claim an analyst means, and whether a decision on claims, or on who speaks together, can be made."""

from dataclasses import replace

from rashomon.case.matching import ensure_one, match_ids
from rashomon.link.claim_review import anchor_claim
from rashomon.model.analysis import Analysis
from rashomon.model.claim import Claim
from rashomon.model.correction import ClaimFix, read_fix
from rashomon.model.decision import CLAIM_DECISIONS, Decision
from rashomon.model.document import Document
from rashomon.model.errors import CaseError, DecisionError
from rashomon.model.vocabulary import DecisionKind, RelationKind, ReviewKind


def find_claim(analysis: Analysis, wanted: str) -> Claim:
    """Return the claim of an id, the beginning of one, or a report and a number: `r1:3` is the third of report r1.

    Numbers count a report's claims from 1, as `rashomon claims` lists them. Raises CaseError R-CASE-004 where no claim
    is meant, R-CASE-007 where several are.
    """
    held = {claim.id: claim for claim in analysis.claims}
    meant = match_ids(wanted, held) or _match_number(analysis, wanted)
    ensure_one(wanted, [f"“{held[one].quote}” ({one})" for one in meant], what="claim")
    return held[meant[0]]


def _match_number(analysis: Analysis, wanted: str) -> list[str]:
    report, colon, number = wanted.rpartition(":")
    if not colon or not (number.isascii() and number.isdigit() and len(number) < 10):
        return []
    known = {document.id: document for document in analysis.documents}
    given = [one.id for one in known.values() if one.input_id == report] or match_ids(report, known)
    ensure_one(report, [f"{known[one].input_id} ({one})" for one in given], what="report")
    claims = [claim.id for claim in analysis.claims if claim.document_id == given[0]]
    return claims[int(number) - 1 : int(number)] if int(number) else []


def check_claim_decision(decision: Decision, analysis: Analysis | None) -> None:
    """Raise where a decision is about a claim the case does not have, or would change nothing.

    CaseError R-CASE-004 (no such claim, event or source), DecisionError R-DECIDE-002 (a span outside the text), -004.
    """
    known = {claim.id: claim for claim in analysis.claims} if analysis is not None else {}
    for subject_id in decision.subject_ids:
        if analysis is None or subject_id not in known:
            advice = "List them with `rashomon claims`."
            raise CaseError("R-CASE-004", subject_id, what="no such claim", advice=advice)
    if analysis is None:
        return
    claim = known[decision.subject_ids[0]]
    match decision.kind:
        case DecisionKind.FIX_CLAIM:
            _check_fix(read_fix(decision.names), claim, analysis)
        case DecisionKind.PLACE_CLAIM:
            _check_place(decision, claim, analysis)
        case DecisionKind.MERGE_CLAIMS:
            if _is_joined(analysis, decision):
                raise DecisionError("R-DECIDE-004", claim.id, what="the two are one already, as an analyst says")
        case DecisionKind.SPLIT_CLAIMS:
            _check_split(analysis, decision)


def check_dependence_decision(decision: Decision, analysis: Analysis | None) -> None:
    """Raise CaseError R-CASE-004 where a decision names no source or origin of the case, DecisionError R-DECIDE-004."""
    known: set[str] = set()
    if analysis is not None:
        known = {source.id for source in analysis.linkage.sources}
        known |= {origin.id for origin in analysis.linkage.origins}
    for subject_id in decision.subject_ids:
        if subject_id not in known:
            raise CaseError("R-CASE-004", subject_id, what="no such source or origin")
    if analysis is None:
        return
    pair = set(decision.subject_ids)
    cut = decision.kind is DecisionKind.CUT_DEPENDENCE
    for one in analysis.linkage.decided:
        if {one.one_id, one.other_id} == pair and cut and one.strength == 0.0:
            raise DecisionError("R-DECIDE-004", decision.subject_ids[0], what="the two are independent already")


def anchor_decision(decision: Decision, analysis: Analysis | None) -> Decision:
    """Return a decision on claims with what each is found again by, and the label of the event it places one at."""
    if analysis is None or decision.kind not in CLAIM_DECISIONS or decision.anchors:
        return decision
    known = {claim.id: claim for claim in analysis.claims} | _list_machine_claims(analysis)
    names = decision.names
    if decision.kind is DecisionKind.PLACE_CLAIM and not names:
        names = tuple(event.label for event in analysis.linkage.events if event.id == decision.value)
    anchors = tuple(anchor_claim(known[subject_id]) for subject_id in decision.subject_ids)
    return replace(decision, anchors=anchors, names=names)


def _list_machine_claims(analysis: Analysis) -> dict[str, Claim]:
    """Claims as the machine reads them: by these they are found again when the machine reads the report anew."""
    return {one.claim_id: one.machine for one in analysis.linkage.reviews if one.machine is not None}


def _check_fix(fix: ClaimFix, claim: Claim, analysis: Analysis) -> None:
    document = _find_document(analysis, claim)
    start = claim.start if fix.start is None else fix.start
    end = claim.end if fix.end is None else fix.end
    if not 0 <= start < end <= len(document.text):
        advice = f"Give offsets into the report's text: 0 to {len(document.text)}, the end excluded."
        raise DecisionError("R-DECIDE-002", f"{start}..{end}", what="not a span of the report", advice=advice)
    if fix.source is not None and fix.source not in {source.id for source in analysis.linkage.sources}:
        raise CaseError("R-CASE-004", fix.source, what="no such source", advice="List them with `rashomon sources`.")
    given = (fix.holder, fix.polarity, fix.certainty, fix.stance, fix.start, fix.end)
    held = (claim.holder.name, claim.polarity, claim.certainty, claim.stance, claim.start, claim.end)
    same = all(new is None or new == old for new, old in zip(given, held, strict=True))
    if same and (fix.source is None or fix.source == _find_holder(analysis, claim)):
        raise DecisionError("R-DECIDE-004", claim.id, what="that is how the claim is read")


def _check_place(decision: Decision, claim: Claim, analysis: Analysis) -> None:
    if decision.value and decision.value not in {event.id for event in analysis.linkage.events}:
        advice = "List them with `rashomon events`."
        raise CaseError("R-CASE-004", decision.value, what="no such event", advice=advice)
    here = next((one.event_id for one in analysis.linkage.placements if one.claim_id == claim.id), None)
    if (here or "") == decision.value:
        raise DecisionError("R-DECIDE-004", claim.id, what="that is the event it is placed at")


def _is_joined(analysis: Analysis, decision: Decision) -> bool:
    pair = decision.subject_ids
    merged = {(one.claim_id, one.other_id) for one in analysis.linkage.reviews if one.kind is ReviewKind.MERGED}
    return (pair[0], pair[1]) in merged


def _check_split(analysis: Analysis, decision: Decision) -> None:
    ends = set(decision.subject_ids)
    placed = {one.claim_id: one.origin_id for one in analysis.linkage.placements}
    upstream = {
        claim_id: {
            relation.to_id
            for relation in analysis.linkage.relations
            if relation.from_id == claim_id and relation.kind in (RelationKind.REPEATS, RelationKind.DRIFT)
        }
        | {claim_id}
        for claim_id in ends
    }
    one, other = decision.subject_ids
    joined = bool(upstream[one] & upstream[other]) or placed.get(one) == placed.get(other)
    if not joined:
        raise DecisionError("R-DECIDE-004", one, what="nothing joins the two claims")


def _find_document(analysis: Analysis, claim: Claim) -> Document:
    return next(document for document in analysis.documents if document.id == claim.document_id)


def _find_holder(analysis: Analysis, claim: Claim) -> str:
    placed = (one for one in analysis.linkage.placements if one.claim_id == claim.id)
    return next((one.source_ids[-1] for one in placed if one.source_ids), "")
