"""What analysts decided about claims, and about who speaks together, as JSON shapes."""

from rashomon.model.analysis import Linkage
from rashomon.model.claim import Claim, ClaimReview
from rashomon.model.provenance import MACHINE
from rashomon.model.vocabulary import ReviewKind
from rashomon.present import shapes
from rashomon.present.index import AnalysisIndex


def shape_review(review: ClaimReview) -> shapes.ReviewShape:
    """Return what one decision made of a claim."""
    return shapes.ReviewShape(
        kind=review.kind,
        decision_id=review.decision_id,
        by=review.by,
        at=review.at.isoformat(),
        why=review.why,
        other_id=review.other_id or None,
    )


def shape_machine_claim(claim: Claim, index: AnalysisIndex) -> shapes.MachineClaimShape | None:
    """Return what the machine reads of a claim that an analyst corrected or placed; None for any other."""
    reviews = index.reviews_of.get(claim.id, ())
    read = next((review.machine for review in reviews if review.machine is not None), None)
    placed = next((review for review in reviews if review.kind is ReviewKind.PLACED), None)
    if read is None and placed is None:
        return None
    read = read or claim
    placement = index.placements.get(claim.id)
    here = placement.event_id if placement else None
    return shapes.MachineClaimShape(
        holder=read.holder.name,
        polarity=read.polarity,
        certainty=read.certainty,
        stance=read.stance,
        start=read.start,
        end=read.end,
        quote=read.quote,
        event_id=placed.machine_event_id if placed else here,
    )


def shape_dependences(linkage: Linkage) -> list[shapes.DependenceShape]:
    """Return which origins do not speak independently, as the machine and the analysts say."""
    return [
        shapes.DependenceShape(
            origin_id=tie.origin_id,
            other_id=tie.other_id,
            kind=tie.kind,
            why=tie.why,
            claim_ids=list(tie.claim_ids),
            strength=tie.strength,
            decided_by=None if tie.made.by == MACHINE else tie.made.by,
        )
        for tie in linkage.dependences
    ]


def shape_decided_dependences(linkage: Linkage) -> list[shapes.DecidedDependenceShape]:
    """Return what analysts say of who speaks together."""
    return [
        shapes.DecidedDependenceShape(
            one_id=one.one_id,
            other_id=one.other_id,
            strength=one.strength,
            kind=one.kind,
            decision_id=one.decision_id,
            by=one.by,
            why=one.why,
        )
        for one in linkage.decided
    ]
