"""The stage `link` as a whole: documents and claims in, one Linkage out."""

from collections.abc import Sequence

from rashomon.link.claim_review import Reviewed, review_claims
from rashomon.link.claim_standing import follow_placing, follow_sameness
from rashomon.link.copies import find_copies
from rashomon.link.dependence_decisions import follow_dependences
from rashomon.link.drift import find_drift
from rashomon.link.events import link_events, map_events
from rashomon.link.independence import find_dependences
from rashomon.link.origins import group_origins
from rashomon.link.parties import tie_parties
from rashomon.link.placements import follow_drift, place_claims
from rashomon.link.relations import relate_claims
from rashomon.link.sources import register_sources
from rashomon.model.analysis import Linkage
from rashomon.model.claim import Claim, ClaimPlacement, ClaimReview
from rashomon.model.decision import Decision
from rashomon.model.document import Document
from rashomon.model.vocabulary import EventRelation


def link_reports(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    *,
    question: str,
    decisions: Sequence[Decision] = (),
    reviewed: Reviewed | None = None,
) -> Linkage:
    """Return who copied whom, who speaks, of which events, and how the claims stand to each other.

    `question` is the question's text ("" where none is asked yet); the event it asks about is the focal one. Every
    claim of a document given gets a placement. The order of the documents matters only where their times are equal.
    `decisions` are those of analysts, in the order they were made; they win over what the machine finds. `reviewed` are
    the claims after the decisions on them, as `review_claims` gives them for `claims`; where it is missing they are
    reviewed here. A rejected claim has a placement and nothing else: it is shown, and ties nothing to anything.
    """
    reviewed = reviewed or review_claims(documents, claims, decisions)
    claims, heard = reviewed.claims, reviewed.heard()
    copies = find_copies(documents, decisions=decisions)
    origins = group_origins(documents, copies)
    register = register_sources(documents, claims, origins=origins, decisions=decisions)
    events = map_events(documents, question=question)
    placements = place_claims(documents, claims, origins=origins, events=events, register=register)
    placed = follow_placing(placements, reviewed, events=events.events, sources=register.sources)
    expected = frozenset(event.id for event in events.events if event.relation is EventRelation.EXPECTED)
    relations = (
        *relate_claims(heard, placed.placements, sources=register.sources),
        *find_drift(documents, heard, placed.placements, copies, focal_id=events.focal.id, expected_ids=expected),
    )
    related = follow_sameness(relations, follow_drift(placed.placements, relations), reviewed, origins=origins)
    dependences = find_dependences(
        documents, heard, related.placements, sources=register.sources, copies=copies, origins=origins
    )
    tied = follow_dependences(
        dependences, decisions, _keep_heard(related.placements, reviewed), origins=origins, mentions=register.mentions
    )
    return Linkage(
        sources=tie_parties(register.sources, heard, related.placements, events.events),
        copies=copies,
        origins=origins,
        events=events.events,
        placements=related.placements,
        relations=related.relations,
        mentions=register.mentions,
        event_links=link_events(events),
        dependences=tied.dependences,
        reviews=_order((*reviewed.reviews, *placed.reviews, *related.reviews), claims),
        decided=tied.decided,
        unmet=tuple(sorted((*reviewed.unmet, *placed.unmet, *tied.unmet), key=lambda one: one.decision_id)),
    )


def _keep_heard(placements: Sequence[ClaimPlacement], reviewed: Reviewed) -> list[ClaimPlacement]:
    return [placement for placement in placements if placement.claim_id not in reviewed.rejected]


def _order(reviews: Sequence[ClaimReview], claims: Sequence[Claim]) -> tuple[ClaimReview, ...]:
    """Return reviews in the order of the claims, whatever the order in which they were decided."""
    if not reviews:
        return ()
    place = {claim.id: number for number, claim in enumerate(claims)}
    return tuple(sorted(reviews, key=lambda one: (place[one.claim_id], one.kind, one.other_id, one.decision_id)))
