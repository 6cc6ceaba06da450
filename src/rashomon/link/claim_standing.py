"""Where analysts say a claim stands: which event it speaks of, whose it is, and with which other it is one.

Claims said to be the same make one circle, whatever the order in which that was said: all of them come from the origin
of the circle's first claim, and count once with it. Claims said not to be the same lose what joined them.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.link.claim_review import Reviewed, Settled, review_by
from rashomon.model.claim import ClaimPlacement, ClaimRelation, ClaimReview
from rashomon.model.decision import Decision
from rashomon.model.event import Event
from rashomon.model.ids import derive_id
from rashomon.model.lineage import Origin
from rashomon.model.provenance import Made
from rashomon.model.question import UnmetDecision
from rashomon.model.source import Source
from rashomon.model.vocabulary import DecisionKind, RelationKind, ReviewKind

RECIPE: Final = "link.claim_standing@1"
_JOINING: Final = (RelationKind.REPEATS, RelationKind.DRIFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Placements after the decisions on them, with what these made of each claim."""

    placements: tuple[ClaimPlacement, ...]
    reviews: tuple[ClaimReview, ...] = ()
    unmet: tuple[UnmetDecision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Relations and placements after the decisions on which claims are one."""

    relations: tuple[ClaimRelation, ...]
    placements: tuple[ClaimPlacement, ...]
    reviews: tuple[ClaimReview, ...] = ()


def follow_placing(
    placements: Sequence[ClaimPlacement], reviewed: Reviewed, *, events: Sequence[Event], sources: Sequence[Source]
) -> Placed:
    """Return the placements with the events and holders analysts gave claims; the last word on each counts.

    An event is found by its id, else by its label. A claim placed at no known event says so in `made.by`.
    """
    if not reviewed.settled:
        return Placed(placements=tuple(placements))
    known = {source.id for source in sources}
    last: dict[str, tuple[Decision, str | None]] = {}
    unmet = []
    for one in reviewed.settled:
        if one.decision.kind is not DecisionKind.PLACE_CLAIM:
            continue
        found = _find_event(one.decision, events)
        if found is None and one.decision.value:
            called = next(iter(one.decision.names), one.decision.value)
            unmet.append(UnmetDecision(decision_id=one.decision.id, why=f"no event is called '{called}' now"))
        else:
            last[one.claim_ids[0]] = (one.decision, found)
    reviews = [
        replace(review_by(last[one.claim_id][0], one.claim_id, ReviewKind.PLACED), machine_event_id=one.event_id)
        for one in placements
        if one.claim_id in last
    ]
    return Placed(
        placements=tuple(_place(_name(one, reviewed.named_sources, known), last) for one in placements),
        reviews=tuple(reviews),
        unmet=tuple(unmet),
    )


def _name(placement: ClaimPlacement, named: Mapping[str, str], known: Container[str]) -> ClaimPlacement:
    source_id = named.get(placement.claim_id, "")
    if source_id not in known:
        return placement
    return replace(placement, source_ids=(*placement.source_ids[:-1], source_id))


def _place(placement: ClaimPlacement, last: Mapping[str, tuple[Decision, str | None]]) -> ClaimPlacement:
    if placement.claim_id not in last:
        return placement
    decision, event_id = last[placement.claim_id]
    made = Made(recipe=RECIPE, inputs=(placement.claim_id, decision.id), by=decision.made.by)
    return replace(placement, event_id=event_id, made=made)


def _find_event(decision: Decision, events: Sequence[Event]) -> str | None:
    if decision.value in {event.id for event in events}:
        return decision.value
    called = [event.id for event in events if event.label in decision.names]
    return called[0] if len(called) == 1 else None


def follow_sameness(
    relations: Sequence[ClaimRelation],
    placements: Sequence[ClaimPlacement],
    reviewed: Reviewed,
    *,
    origins: Sequence[Origin],
) -> Related:
    """Return relations and placements with the claims joined and parted as analysts say.

    Drift is followed before this: `placements` are those after it.
    """
    said = _settle_pairs(reviewed)
    if not said:
        return Related(relations=tuple(relations), placements=tuple(placements))
    order = {claim.id: number for number, claim in enumerate(reviewed.claims)}
    document_of = {claim.id: claim.document_id for claim in reviewed.claims}
    home = {document_id: origin.id for origin in origins for document_id in origin.document_ids}
    joins = [one for one in said if one.decision.kind is DecisionKind.MERGE_CLAIMS]
    parts = [one for one in said if one.decision.kind is DecisionKind.SPLIT_CLAIMS]
    first = _find_first(joins, order)
    origin_of = {placement.claim_id: placement.origin_id for placement in placements}
    parted: set[str] = set()
    kept = list(relations)
    for one in parts:
        kept, away = _part(kept, one.claim_ids, order)
        if origin_of.get(one.claim_ids[0]) == origin_of.get(one.claim_ids[1]):
            parted |= away or set(one.claim_ids)
    own = {claim_id: home[document_of[claim_id]] for claim_id in parted if document_of[claim_id] in home}
    origin_of |= own
    circle = {claim_id: origin_of[root] for claim_id, root in first.items() if root in origin_of}
    made = [_repeat(claim_id, root, joins) for claim_id, root in first.items() if claim_id != root]
    known = {relation.id for relation in made}
    settled = {claim_id: origin for claim_id, origin in (own | circle).items() if claim_id in order}
    return Related(
        relations=(*(one for one in kept if one.id not in known), *sorted(made, key=lambda one: one.id)),
        placements=tuple(replace(p, origin_id=settled[p.claim_id]) if p.claim_id in settled else p for p in placements),
        reviews=tuple(_list_reviews(said)),
    )


def _settle_pairs(reviewed: Reviewed) -> list[Settled]:
    """Return the last word on each pair of claims; a claim that was rejected is the same as none."""
    last: dict[frozenset[str], Settled] = {}
    for one in reviewed.settled:
        joins = one.decision.kind in (DecisionKind.MERGE_CLAIMS, DecisionKind.SPLIT_CLAIMS)
        if joins and not reviewed.rejected.intersection(one.claim_ids):
            last[frozenset(one.claim_ids)] = one
    return list(last.values())


def _find_first(joins: Sequence[Settled], order: Mapping[str, int]) -> dict[str, str]:
    """Return for each joined claim the first of its circle."""
    first: dict[str, str] = {}
    for one in joins:
        ends = [first.setdefault(claim_id, claim_id) for claim_id in one.claim_ids]
        root = min(ends, key=lambda claim_id: order[claim_id])
        first.update({claim_id: root for claim_id, known in first.items() if known in ends})
    return first


def _part(
    relations: Sequence[ClaimRelation], pair: Sequence[str], order: Mapping[str, int]
) -> tuple[list[ClaimRelation], set[str]]:
    """Return the relations without those that join two claims, directly or over a third, and the claims let go.

    Where both repeat a third one, the later of the two no longer does.
    """
    ends = set(pair)
    upstream: dict[str, set[str]] = {claim_id: set() for claim_id in ends}
    for relation in relations:
        if relation.kind in _JOINING and relation.from_id in ends:
            upstream[relation.from_id].add(relation.to_id)
    shared = upstream[pair[0]] & upstream[pair[1]]
    later = max(ends, key=lambda claim_id: order[claim_id])

    def joins(relation: ClaimRelation) -> bool:
        if relation.kind not in _JOINING or relation.from_id not in ends:
            return False
        return relation.to_id in ends or (relation.from_id == later and relation.to_id in shared)

    gone = {relation.from_id for relation in relations if joins(relation)}
    return [relation for relation in relations if not joins(relation)], gone


def _repeat(claim_id: str, root: str, joins: Sequence[Settled]) -> ClaimRelation:
    told = [one.decision for one in joins if claim_id in one.claim_ids]
    decision = min(told, key=lambda one: (one.at, one.id))
    return ClaimRelation(
        id=derive_id("relation", RelationKind.REPEATS, claim_id, root),
        kind=RelationKind.REPEATS,
        from_id=claim_id,
        to_id=root,
        why="the same, as an analyst says" + (f": {decision.why}" if decision.why else ""),
        made=Made(recipe=RECIPE, inputs=(claim_id, root), by=decision.made.by),
    )


def _list_reviews(said: Sequence[Settled]) -> list[ClaimReview]:
    kinds = {DecisionKind.MERGE_CLAIMS: ReviewKind.MERGED, DecisionKind.SPLIT_CLAIMS: ReviewKind.SPLIT}
    return [
        review_by(one.decision, claim_id, kinds[one.decision.kind], other_id=other)
        for one in said
        for claim_id, other in (one.claim_ids, one.claim_ids[::-1])
    ]
