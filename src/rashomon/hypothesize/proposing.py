"""The stage as one function: claims and their linkage in, a question's hypotheses with all that is tied to them out."""

from collections.abc import Sequence
from typing import Final

from rashomon.hypothesize.circumstances import Circumstances, count_days, list_telling
from rashomon.hypothesize.dependence_decisions import follow_dependences
from rashomon.hypothesize.drafts import Draft, draft_answers
from rashomon.hypothesize.edits import follow_decisions
from rashomon.hypothesize.evidence import link_evidence
from rashomon.hypothesize.facts import gather_facts
from rashomon.hypothesize.holders import Standing, list_holders
from rashomon.hypothesize.implications import find_implications
from rashomon.hypothesize.named_indicators import find_named_indicators
from rashomon.hypothesize.reading import Reading, read_claims
from rashomon.hypothesize.relating import relate_hypotheses
from rashomon.hypothesize.role_decisions import follow_role_decisions
from rashomon.hypothesize.scope import scope_arguments
from rashomon.hypothesize.theories import follow_theories, move_theories
from rashomon.hypothesize.withdrawing import find_withdrawals
from rashomon.model.analysis import HypothesisSet, Linkage
from rashomon.model.claim import Claim
from rashomon.model.decision import Decision
from rashomon.model.document import Document
from rashomon.model.ids import derive_id
from rashomon.model.provenance import MACHINE, Made
from rashomon.model.question import ClaimBearing, Hypothesis, Question, Withdrawal
from rashomon.model.vocabulary import CopyKind, EventRelation, Polarity

RECIPE: Final = "hypothesize@2"
SOMETHING_ELSE: Final = "something else"


def propose_hypotheses(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    linkage: Linkage,
    *,
    question: Question,
    decisions: Sequence[Decision] = (),
) -> HypothesisSet:
    """Return the hypotheses of a question, *something else* last, with all that is tied to them.

    The analysts' decisions on the question's hypotheses win over what the machine proposes. Where nobody gives an
    answer the residual stands alone.
    """
    everything = read_claims(documents, claims, linkage, question)
    strange = _find_strange(linkage, question)
    documents = [document for document in documents if document.id not in strange]
    elsewhere = _find_placed_elsewhere(linkage, question)
    told = [claim for claim in claims if claim.document_id not in strange and claim.id not in elsewhere]
    reading = read_claims(documents, told, linkage, question) if strange or elsewhere else everything
    proposal = draft_answers(reading, _list_originals(documents, linkage))
    edited = follow_decisions(reading, proposal.drafts, proposal.bearings, decisions)
    bearings = edited.bearings
    withdrawals = find_withdrawals(reading, documents, edited.drafts, bearings)
    discussions = move_theories(follow_theories(reading, proposal.candidates, proposal.bearings), edited.home)
    named = tuple(_hypothesis(reading, draft, bearings, withdrawals.get(draft.id, ())) for draft in edited.drafts)
    hypotheses = (*named, _something_else(question))
    known = Circumstances(days=count_days(documents, list_telling(reading, bearings)), withdrawals=withdrawals)
    scoped = scope_arguments(reading, discussions, bearings)
    links = link_evidence(reading, hypotheses, bearings, scoped, known=known)
    return HypothesisSet(
        question=question,
        hypotheses=hypotheses,
        bearings=bearings,
        evidence=follow_dependences(follow_role_decisions(links, hypotheses, decisions), linkage.decided),
        facts=gather_facts(everything),
        implications=find_implications(reading, discussions),
        indicators=find_named_indicators(reading, discussions),
        relations=relate_hypotheses(reading, edited.drafts, edited.related),
        unmet=edited.unmet,
    )


def _find_strange(linkage: Linkage, question: Question) -> frozenset[str]:
    """Return the reports on unrelated events: whatever they claim answers other questions.

    A report that is alone with its event may be on the one asked about in words of its own: it is heard.
    """
    others = (event for event in linkage.events if event.id != question.event_id)
    unrelated = (event for event in others if event.relation is EventRelation.OTHER)
    return frozenset(one for event in unrelated if len(event.document_ids) > 1 for one in event.document_ids)


def _find_placed_elsewhere(linkage: Linkage, question: Question) -> frozenset[str]:
    """Return the claims that analysts say are about neither the event asked about nor an earlier one: no answers."""
    told = {event.id for event in linkage.events if event.prior or event.id == question.event_id}
    decided = (placement for placement in linkage.placements if placement.made.by != MACHINE)
    return frozenset(placement.claim_id for placement in decided if placement.event_id not in told)


def _list_originals(documents: Sequence[Document], linkage: Linkage) -> list[Document]:
    copies = {link.document_id for link in linkage.copies if link.kind is not CopyKind.RELAY}
    return [document for document in documents if document.id not in copies]


def _hypothesis(
    reading: Reading, draft: Draft, bearings: Sequence[ClaimBearing], withdrawals: tuple[Withdrawal, ...]
) -> Hypothesis:
    own = [bearing for bearing in bearings if bearing.hypothesis_id == draft.id]
    # Whoever took it back no longer says so: in words of his own, or by saying the opposite.
    gone = {polarity: {w.holder for w in withdrawals if w.taken_back is polarity} for polarity in Polarity}
    advances = list_holders(reading, own, Standing.ADVANCES)
    denies = list_holders(reading, own, Standing.DENIES)
    return Hypothesis(
        id=draft.id,
        question_id=reading.question.id,
        label=draft.label,
        residual=False,
        made=Made(recipe=RECIPE, inputs=draft.claim_ids, by=draft.by),
        aliases=tuple(dict.fromkeys(name for name in draft.names if name != draft.label)),
        camp=draft.camp,
        advances=tuple(name for name in advances if name not in gone[Polarity.ASSERT]),
        denies=tuple(name for name in denies if name not in gone[Polarity.DENY]),
        mentions=list_holders(reading, own, Standing.MENTIONS),
        claim_ids=tuple(bearing.claim_id for bearing in own),
        withdrawals=withdrawals,
        decision_ids=draft.decision_ids,
        machine_label=draft.machine_label,
    )


def _something_else(question: Question) -> Hypothesis:
    return Hypothesis(
        id=derive_id("hyp", question.id, SOMETHING_ELSE), question_id=question.id, label=SOMETHING_ELSE, residual=True,
        made=Made(recipe=RECIPE, inputs=(question.id,)),
    )  # fmt: skip
