"""The records of one analysis by id, and the orders every view shares: hypotheses by probability, evidence by number.

Views read the index only; nothing here is shown by itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.model.analysis import Analysis
from rashomon.model.claim import Claim, ClaimPlacement, ClaimRelation, ClaimReview
from rashomon.model.document import Document, keep_current, number_versions
from rashomon.model.event import Event
from rashomon.model.judgement import Contribution, HypothesisProbability
from rashomon.model.lineage import CopyLink, Origin
from rashomon.model.question import CellRating, ClaimBearing, EvidenceLink, Hypothesis
from rashomon.model.source import Source
from rashomon.model.vocabulary import Certainty, Direction, RelationKind, ReviewKind

CERTAINTY_ORDER = tuple(Certainty)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisIndex:
    """An analysis and its records by id.

    `hypotheses_by_rank` has the most probable first and the residual last; `numbered` holds the evidence so that the
    number printed as [1] is position 0. `relations_of` and `bearings_of` are keyed by claim id (a relation under both
    of its claims), `claims_in`, `versions`, `origin_of` and `copy_of` by document id; `current` are the documents that
    no later version of the same article supersedes. `said_again` names under a claim that others
    repeat all claims of that circle, itself included. `reviews_of` holds by claim id what analysts made of a claim,
    `number_of` which claim of its report it is, from 1.
    """

    analysis: Analysis
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    claims_in: Mapping[str, tuple[Claim, ...]]
    versions: Mapping[str, int]
    current: frozenset[str]
    placements: Mapping[str, ClaimPlacement]
    sources: Mapping[str, Source]
    events: Mapping[str, Event]
    origins: Mapping[str, Origin]
    origin_of: Mapping[str, Origin]
    copy_of: Mapping[str, CopyLink]
    hypotheses: Mapping[str, Hypothesis]
    probabilities: Mapping[str, HypothesisProbability]
    contributions: Mapping[str, Contribution]
    relations_of: Mapping[str, tuple[ClaimRelation, ...]]
    said_again: Mapping[str, tuple[str, ...]]
    bearings_of: Mapping[str, tuple[ClaimBearing, ...]]
    reviews_of: Mapping[str, tuple[ClaimReview, ...]]
    number_of: Mapping[str, int]
    hypotheses_by_rank: tuple[Hypothesis, ...]
    numbered: tuple[EvidenceLink, ...]
    numbers: Mapping[str, int]

    def bits(self, evidence_id: str) -> float:
        """Return the weight of an evidence link on its own hypothesis, in bits; 0 where it took no part."""
        contribution = self.contributions.get(evidence_id)
        return contribution.bits if contribution else 0.0

    def ratings(self, evidence_id: str) -> tuple[CellRating, ...]:
        """Return the cells that analysts set of a piece of evidence."""
        return tuple(one for one in self.analysis.hypothesis_set.ratings if one.evidence_id == evidence_id)

    def is_shown_only(self, link: EvidenceLink) -> bool:
        """Tell whether evidence is shown and puts no weight: neither the machine nor an analyst weighs it."""
        return not link.weighed and not self.ratings(link.id)

    def key_claim(self, link: EvidenceLink) -> Claim | None:
        """Return the claim that stands for an evidence link: nearest to the holder, then most certain, then earliest.

        A claim that drifted from another comes last: it says what its relay made of it.
        """
        claims = [self.claims[claim_id] for claim_id in link.claim_ids if claim_id in self.claims]

        def distance(claim: Claim) -> tuple[bool, int, int]:
            drifted = self.drift_from(claim.id) is not None
            return drifted, len(claim.chain), CERTAINTY_ORDER.index(claim.certainty)

        return min(claims, key=distance, default=None)

    def drifts(self, claim_id: str) -> tuple[ClaimRelation, ...]:
        """Return where a claim drifted from another, or another from it."""
        return tuple(r for r in self.relations_of.get(claim_id, ()) if r.kind is RelationKind.DRIFT)

    def drift_from(self, claim_id: str) -> str | None:
        """Return the id of the upstream claim this claim drifted from."""
        return next((relation.to_id for relation in self.drifts(claim_id) if relation.from_id == claim_id), None)

    def drift_changes(self, claim_id: str) -> list[str]:
        """Return what was changed on the way from the upstream claim; empty where nothing was."""
        drift = next((relation for relation in self.drifts(claim_id) if relation.from_id == claim_id), None)
        return [str(change) for change in drift.changes] if drift else []

    def has_review(self, claim_id: str, kind: ReviewKind) -> bool:
        """Tell whether an analyst's decision in force made that of a claim."""
        return any(review.kind is kind for review in self.reviews_of.get(claim_id, ()))

    def event_of(self, claim: Claim) -> Event | None:
        """Return the event a claim speaks of; None where it speaks of none that is known."""
        placement = self.placements.get(claim.id)
        return self.events.get(placement.event_id) if placement and placement.event_id else None

    def evidence_on(self, hypothesis_id: str, direction: Direction | None = None) -> tuple[EvidenceLink, ...]:
        """Return the numbered evidence links on a hypothesis, in the order of their numbers."""
        links = (link for link in self.numbered if link.hypothesis_id == hypothesis_id)
        return tuple(link for link in links if direction is None or link.direction is direction)


def index_analysis(analysis: Analysis) -> AnalysisIndex:
    """Return the analysis with its records by id. Probabilities must exist for every hypothesis."""
    linkage, hypothesis_set, judgement = analysis.linkage, analysis.hypothesis_set, analysis.judgement
    probabilities = {p.hypothesis_id: p for p in judgement.probabilities}
    contributions = {c.evidence_id: c for c in judgement.contributions}
    by_rank = rank_hypotheses(hypothesis_set.hypotheses, probabilities)
    numbered = number_evidence(hypothesis_set.evidence, by_rank, contributions)
    claims_in = _group_claims(analysis)
    return AnalysisIndex(
        analysis=analysis,
        documents={document.id: document for document in analysis.documents},
        claims={claim.id: claim for claim in analysis.claims},
        claims_in=claims_in,
        versions=number_versions(analysis.documents),
        current=frozenset(document.id for document in keep_current(analysis.documents)),
        placements={placement.claim_id: placement for placement in linkage.placements},
        sources={source.id: source for source in linkage.sources},
        events={event.id: event for event in linkage.events},
        origins={origin.id: origin for origin in linkage.origins},
        origin_of={document_id: origin for origin in linkage.origins for document_id in origin.document_ids},
        copy_of={copy.document_id: copy for copy in linkage.copies},
        hypotheses={hypothesis.id: hypothesis for hypothesis in hypothesis_set.hypotheses},
        probabilities=probabilities,
        contributions=contributions,
        relations_of=_group_relations(linkage.relations),
        said_again=_join_repeats(linkage.relations),
        bearings_of=_group_bearings(hypothesis_set.bearings),
        reviews_of=_group_reviews(linkage.reviews),
        number_of={claim.id: n for group in claims_in.values() for n, claim in enumerate(group, 1)},
        hypotheses_by_rank=by_rank,
        numbered=numbered,
        numbers={link.id: number for number, link in enumerate(numbered, 1)},
    )


def rank_hypotheses(
    hypotheses: Iterable[Hypothesis], probabilities: Mapping[str, HypothesisProbability]
) -> tuple[Hypothesis, ...]:
    """Return the hypotheses, most probable first, the residual last; equals by label."""
    return tuple(sorted(hypotheses, key=lambda h: (h.residual, -probabilities[h.id].probability, h.label)))


def number_evidence(
    evidence: Iterable[EvidenceLink], by_rank: tuple[Hypothesis, ...], contributions: Mapping[str, Contribution]
) -> tuple[EvidenceLink, ...]:
    """Return the evidence as numbered: by rank of its hypothesis, for before against, strongest first, then by id.

    What is shown and not weighed comes after all that is weighed.
    """
    rank = {hypothesis.id: position for position, hypothesis in enumerate(by_rank)}
    strength = {evidence_id: abs(contribution.bits) for evidence_id, contribution in contributions.items()}

    def order(link: EvidenceLink) -> tuple[bool, int, bool, float, str]:
        against = link.direction is Direction.AGAINST
        return not link.weighed, rank.get(link.hypothesis_id, len(rank)), against, -strength.get(link.id, 0.0), link.id

    return tuple(sorted(evidence, key=order))


def _group_claims(analysis: Analysis) -> dict[str, tuple[Claim, ...]]:
    groups: dict[str, list[Claim]] = {document.id: [] for document in analysis.documents}
    for claim in analysis.claims:
        groups.setdefault(claim.document_id, []).append(claim)
    return {document_id: tuple(group) for document_id, group in groups.items()}


def _group_relations(relations: Iterable[ClaimRelation]) -> dict[str, tuple[ClaimRelation, ...]]:
    groups: dict[str, list[ClaimRelation]] = {}
    for relation in relations:
        for claim_id in dict.fromkeys((relation.from_id, relation.to_id)):
            groups.setdefault(claim_id, []).append(relation)
    return {claim_id: tuple(group) for claim_id, group in groups.items()}


def _join_repeats(relations: Iterable[ClaimRelation]) -> dict[str, tuple[str, ...]]:
    """Return for each repeated or repeating claim the ids of its circle: each is joined to some of it, never to all."""
    circle_of: dict[str, list[str]] = {}
    for relation in relations:
        if relation.kind is not RelationKind.REPEATS:
            continue
        one = circle_of.setdefault(relation.from_id, [relation.from_id])
        other = circle_of.setdefault(relation.to_id, [relation.to_id])
        if one is not other:
            small, large = sorted((one, other), key=len)
            large.extend(small)
            circle_of.update((claim_id, large) for claim_id in small)
    frozen = {id(circle): tuple(circle) for circle in circle_of.values()}
    return {claim_id: frozen[id(circle)] for claim_id, circle in circle_of.items()}


def _group_bearings(bearings: Iterable[ClaimBearing]) -> dict[str, tuple[ClaimBearing, ...]]:
    groups: dict[str, list[ClaimBearing]] = {}
    for bearing in bearings:
        groups.setdefault(bearing.claim_id, []).append(bearing)
    return {claim_id: tuple(group) for claim_id, group in groups.items()}


def _group_reviews(reviews: Iterable[ClaimReview]) -> dict[str, tuple[ClaimReview, ...]]:
    groups: dict[str, list[ClaimReview]] = {}
    for review in reviews:
        groups.setdefault(review.claim_id, []).append(review)
    return {claim_id: tuple(group) for claim_id, group in groups.items()}
