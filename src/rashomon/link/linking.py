"""The stage `link` as a whole: documents and claims in, one Linkage out."""

from collections.abc import Sequence

from rashomon.link.copies import find_copies
from rashomon.link.drift import find_drift
from rashomon.link.events import link_events, map_events
from rashomon.link.independence import find_dependences
from rashomon.link.origins import group_origins
from rashomon.link.parties import tie_parties
from rashomon.link.placements import follow_drift, place_claims
from rashomon.link.relations import relate_claims
from rashomon.link.sources import register_sources
from rashomon.model.analysis import Linkage
from rashomon.model.claim import Claim
from rashomon.model.decision import Decision
from rashomon.model.document import Document
from rashomon.model.vocabulary import EventRelation


def link_reports(
    documents: Sequence[Document], claims: Sequence[Claim], *, question: str, decisions: Sequence[Decision] = ()
) -> Linkage:
    """Return who copied whom, who speaks, of which events, and how the claims stand to each other.

    `question` is the question's text ("" where none is asked yet); the event it asks about is the focal one. Every
    claim of a document given gets a placement. The order of the documents matters only where their times are equal.
    `decisions` are those of analysts, in the order they were made; they win over what the machine finds.
    """
    copies = find_copies(documents, decisions=decisions)
    origins = group_origins(documents, copies)
    register = register_sources(documents, claims, origins=origins, decisions=decisions)
    events = map_events(documents, question=question)
    placements = place_claims(documents, claims, origins=origins, events=events, register=register)
    expected = frozenset(event.id for event in events.events if event.relation is EventRelation.EXPECTED)
    relations = (
        *relate_claims(claims, placements, sources=register.sources),
        *find_drift(documents, claims, placements, copies, focal_id=events.focal.id, expected_ids=expected),
    )
    placements = follow_drift(placements, relations)
    return Linkage(
        sources=tie_parties(register.sources, claims, placements, events.events),
        copies=copies,
        origins=origins,
        events=events.events,
        placements=placements,
        relations=relations,
        mentions=register.mentions,
        event_links=link_events(events),
        dependences=find_dependences(
            documents, claims, placements, sources=register.sources, copies=copies, origins=origins
        ),
    )
