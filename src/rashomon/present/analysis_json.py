"""An analysis as the `rashomon/analysis@1` object of the contract."""

import math
from collections.abc import Iterator
from datetime import datetime

from rashomon.model.analysis import Analysis
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.event import Event, Fact
from rashomon.model.judgement import Judgement, Sensitivity
from rashomon.model.question import (
    ClaimBearing,
    EvidenceLink,
    Hypothesis,
    HypothesisRelation,
    Implication,
    Question,
)
from rashomon.model.source import Source
from rashomon.model.vocabulary import Consistency, ReviewKind
from rashomon.model.wording import word_consistency, word_probability
from rashomon.present import shapes
from rashomon.present.decided_json import (
    shape_decided_dependences,
    shape_dependences,
    shape_machine_claim,
    shape_review,
)
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.present.phrases import say_unanswered
from rashomon.present.sensitivity_shapes import (
    FlipShape,
    IndicatorShape,
    LeftOutShape,
    RoleEffectShape,
    SensitivityShape,
)


def shape_analysis(analysis: Analysis) -> shapes.AnalysisShape:
    """Return the whole analysis as its JSON shape; `shapes.encode_shape` makes text of it."""
    index = index_analysis(analysis)
    linkage, hypothesis_set = analysis.linkage, analysis.hypothesis_set
    return shapes.AnalysisShape(
        schema=shapes.ANALYSIS_SCHEMA,
        question=shape_question(hypothesis_set.question, answered=not say_unanswered(hypothesis_set)),
        judgement=_shape_judgement(analysis.judgement),
        events=[shape_event(event) for event in linkage.events],
        documents=[_shape_document(document, index) for document in analysis.documents],
        claims=shape_claims(index),
        hypotheses=[shape_hypothesis(hypothesis, index) for hypothesis in index.hypotheses_by_rank],
        relations=[shape_relation(relation) for relation in hypothesis_set.relations],
        questions=[shape_question(question) for question in hypothesis_set.questions],
        evidence=[shape_evidence(link, index) for link in index.numbered],
        origins=[
            shapes.OriginShape(id=origin.id, document_ids=list(origin.document_ids), holder=origin.holder)
            for origin in linkage.origins
        ],
        independent_origins=len({origin.id for origin in linkage.origins}),
        dependences=shape_dependences(linkage),
        decided_dependences=shape_decided_dependences(linkage),
        sources=[_shape_source(source) for source in linkage.sources],
        facts=[shape_fact(fact) for fact in hypothesis_set.facts],
        implications=[_shape_implication(implication) for implication in hypothesis_set.implications],
        sensitivity=_shape_sensitivity(analysis.judgement.sensitivity),
    )


def shape_claims(index: AnalysisIndex) -> list[shapes.ClaimShape]:
    """Return every claim, once for each hypothesis it bears on.

    A claim with several bearings keeps its id on the first; on the others the bearing's id stands in its place, so that
    ids stay unique. Polarity and certainty are those of the bearing: accusing one of two is denying the other.
    """
    return [shape for claim in index.analysis.claims for shape in _shape_claim(claim, index)]


def shape_hypothesis(hypothesis: Hypothesis, index: AnalysisIndex) -> shapes.HypothesisShape:
    """Return one hypothesis with its probability in figures and words."""
    probability = index.probabilities[hypothesis.id]
    return shapes.HypothesisShape(
        id=hypothesis.id,
        label=hypothesis.label,
        aliases=list(hypothesis.aliases),
        probability=probability.probability,
        low=probability.low,
        high=probability.high,
        words=word_probability(probability.probability),
        prior=probability.prior,
        residual=hypothesis.residual,
        held=hypothesis.is_held,
        proposed_by=hypothesis.made.by,
        machine_label=hypothesis.machine_label,
        decision_ids=list(hypothesis.decision_ids),
        holders=shapes.HoldersShape(
            advances=list(hypothesis.advances),
            denies=list(hypothesis.denies),
            mentions=list(hypothesis.mentions),
            withdrew=list(hypothesis.withdrew),
        ),
        withdrawals=[
            shapes.WithdrawalShape(
                holder=withdrawal.holder,
                taken_back=withdrawal.taken_back,
                at=_iso(withdrawal.at),
                earlier_ids=list(withdrawal.earlier_ids),
                claim_ids=list(withdrawal.claim_ids),
                why=withdrawal.why,
            )
            for withdrawal in hypothesis.withdrawals
        ],
    )


def shape_question(question: Question, *, answered: bool | None = None) -> shapes.QuestionShape:
    """Return one question with the sides the reports take on it; `answered` where the sides do not say."""
    return shapes.QuestionShape(
        id=question.id,
        text=question.text,
        kind=question.kind,
        event_id=question.event_id,
        aspect=question.aspect,
        unit=question.unit,
        asked_by=question.made.by,
        contested=question.is_contested,
        answered=bool(question.sides) if answered is None else answered,
        disagreement=question.disagreement,
        sides=[
            shapes.SideShape(
                value=side.value, holders=list(side.holders), origins=side.origins, claim_ids=list(side.claim_ids)
            )
            for side in question.sides
        ],
    )


def shape_relation(relation: HypothesisRelation) -> shapes.HypothesisRelationShape:
    """Return how one hypothesis stands to another, and who says so."""
    return shapes.HypothesisRelationShape(
        id=relation.id,
        kind=relation.kind,
        from_id=relation.from_id,
        to_id=relation.to_id,
        why=relation.why,
        by=relation.made.by,
        claim_ids=list(relation.claim_ids),
    )


def shape_evidence(link: EvidenceLink, index: AnalysisIndex) -> shapes.EvidenceShape:
    """Return one evidence link with its weight; it is not applicable (NA) where it took no part in the judgement."""
    contribution = index.contributions.get(link.id)
    consistency = word_consistency(contribution.bits) if contribution and link.weighed else Consistency.NOT_APPLICABLE
    discounts = contribution.discounts if contribution else ()
    return shapes.EvidenceShape(
        id=link.id,
        number=index.numbers[link.id],
        hypothesis_id=link.hypothesis_id,
        kind=link.kind,
        direction=link.direction,
        holder=link.holder,
        bits=index.bits(link.id),
        consistency=consistency,
        claim_ids=list(link.claim_ids),
        origin_id=link.origin_id,
        group_id=link.group_id,
        machine_group_id=link.machine_group_id or None,
        discounts=[shapes.DiscountShape(why=discount.why, bits=discount.bits) for discount in discounts],
        absence=link.absence,
        weighed=link.weighed,
        doubts=[shapes.DoubtShape(claim_id=d.claim_id, holder=d.holder, forged=d.forged) for d in link.doubts],
        access=link.access,
        examined=link.examined,
        why_access=link.why_access,
        days=link.days,
        stakes=[
            shapes.StakeShape(
                hypothesis_id=stake.hypothesis_id,
                interest=stake.interest,
                probability=stake.probability,
                why=stake.why,
            )
            for stake in link.stakes
        ],
    )


def _shape_claim(claim: Claim, index: AnalysisIndex) -> Iterator[shapes.ClaimShape]:
    placement = index.placements.get(claim.id)
    source_ids = placement.source_ids if placement else (None,) * len(claim.chain)
    bearings: tuple[ClaimBearing | None, ...] = index.bearings_of.get(claim.id, (None,))
    for position, bearing in enumerate(bearings):
        yield shapes.ClaimShape(
            id=bearing.id if bearing and position else claim.id,
            document_id=claim.document_id,
            start=claim.start,
            end=claim.end,
            quote=claim.quote,
            event_id=placement.event_id if placement else None,
            proposition=_shape_proposition(claim),
            chain=[
                shapes.VoiceShape(name=voice.name, source_id=source_id, cue=voice.cue, start=voice.start, end=voice.end)
                for voice, source_id in zip(claim.chain, source_ids, strict=True)
            ],
            polarity=bearing.polarity if bearing else claim.polarity,
            certainty=bearing.certainty if bearing else claim.certainty,
            stance=claim.stance,
            modality=claim.modality,
            factuality=claim.factuality,
            hypothesis_id=bearing.hypothesis_id if bearing else None,
            origin_id=placement.origin_id if placement else _origin_id(claim.document_id, index),
            drift_from=index.drift_from(claim.id),
            drift=index.drift_changes(claim.id),
            number=index.number_of[claim.id],
            checked=index.has_review(claim.id, ReviewKind.ACCEPTED) or index.has_review(claim.id, ReviewKind.FIXED),
            rejected=index.has_review(claim.id, ReviewKind.REJECTED),
            reviews=list(map(shape_review, index.reviews_of.get(claim.id, ()))),
            machine=shape_machine_claim(claim, index),
        )


def _shape_proposition(claim: Claim) -> shapes.PropositionShape:
    said = claim.proposition
    return shapes.PropositionShape(
        slot=said.slot,
        value=said.value,
        predicate=said.predicate,
        target=said.target,
        unit=said.unit,
        measure=said.measure,
        low=_finite(said.low),
        high=_finite(said.high),
    )


def _shape_judgement(judgement: Judgement) -> shapes.JudgementShape:
    return shapes.JudgementShape(
        id=judgement.id,
        as_of=_iso(judgement.as_of),
        analytic_confidence=judgement.confidence,
        basis=judgement.basis,
        supersedes=judgement.supersedes,
    )


def shape_event(event: Event) -> shapes.EventShape:
    """Return one event with its time, and how it stands to the one asked about."""
    return shapes.EventShape(
        id=event.id,
        label=event.label,
        type=event.type,
        start=_iso(event.start),
        end=_iso(event.end),
        place=event.place,
        focal=event.focal,
        prior=event.prior,
        relation=event.relation,
        precision=event.precision,
        participants=list(event.participants),
        document_ids=list(event.document_ids),
    )


def _shape_document(document: Document, index: AnalysisIndex) -> shapes.DocumentShape:
    copy = index.copy_of.get(document.id)
    return shapes.DocumentShape(
        id=document.id,
        input_id=document.input_id,
        publisher=document.publisher,
        published_at=_iso(document.published_at),
        title=document.title,
        url=document.url,
        origin_id=_origin_id(document.id, index),
        copy_of=copy.copy_of if copy else None,
        copy_kind=copy.kind if copy else None,
        share=copy.share if copy else 0.0,
        copy_confidence=copy.confidence if copy else None,
        version=index.versions[document.id],
        current=document.id in index.current,
    )


def _shape_source(source: Source) -> shapes.SourceShape:
    return shapes.SourceShape(
        id=source.id,
        name=source.name,
        kind=source.kind,
        aliases=list(source.aliases),
        camp=source.camp,
        reliability=source.reliability,
        reliability_basis=source.reliability_basis,
        party=[tie.party for tie in source.parties],
        machine_kind=source.machine.kind if source.machine else None,
        machine_camp=source.machine.camp if source.machine else None,
    )


def shape_fact(fact: Fact) -> shapes.FactShape:
    """Return one quantity with the value of each claim."""
    return shapes.FactShape(
        id=fact.id,
        slot=fact.slot,
        event_id=fact.event_id,
        low=_finite(fact.low),
        best=_finite(fact.best),
        high=_finite(fact.high),
        unit=fact.unit,
        claim_ids=list(fact.claim_ids),
        values=[
            shapes.FactValueShape(
                claim_id=value.claim_id,
                low=_finite(value.low),
                high=_finite(value.high),
                holder=value.holder,
                as_of=value.as_of.isoformat() if value.as_of is not None else None,
                origin_id=value.origin_id,
                superseded_by=value.superseded_by,
            )
            for value in fact.values
        ],
    )


def _shape_implication(implication: Implication) -> shapes.ImplicationShape:
    return shapes.ImplicationShape(
        if_hypothesis_id=implication.hypothesis_id,
        then=implication.then,
        certainty=implication.certainty,
        document_id=implication.document_id,
        start=implication.start,
        end=implication.end,
    )


def _shape_sensitivity(sensitivity: Sensitivity) -> SensitivityShape:
    return SensitivityShape(
        flips=[FlipShape(what=flip.what, bits_needed=flip.bits_needed) for flip in sensitivity.flips],
        leave_one_out=[
            LeftOutShape(
                origin_id=left.origin_id, probabilities={p.hypothesis_id: p.probability for p in left.probabilities}
            )
            for left in sensitivity.leave_one_out
        ],
        watch_for=[
            IndicatorShape(
                indicator=indicator.what,
                hypothesis_id=indicator.hypothesis_id,
                expected_bits=indicator.expected_bits,
                named=indicator.named,
                document_id=indicator.document_id,
                start=indicator.start if indicator.named else None,
                end=indicator.end if indicator.named else None,
            )
            for indicator in sensitivity.watch_for
        ],
        roles=[
            RoleEffectShape(
                holder_id=one.holder_id,
                holder=one.holder,
                role=one.role,
                probability=one.probability,
                hypothesis_id=one.hypothesis_id,
                shift=one.shift,
            )
            for one in sensitivity.roles
        ],
    )


def _origin_id(document_id: str, index: AnalysisIndex) -> str:
    # A document that no origin names still stands for itself.
    origin = index.origin_of.get(document_id)
    return origin.id if origin else document_id


def _finite(amount: float | None) -> float | None:
    # A report may write a number no float can hold; JSON has no word for it.
    return amount if amount is not None and math.isfinite(amount) else None


def _iso(time: datetime | None) -> str | None:
    return time.isoformat() if time else None
