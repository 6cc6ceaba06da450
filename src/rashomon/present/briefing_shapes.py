"""The briefing and the difference between two judgements as JSON shapes."""

from rashomon.present import phrases
from rashomon.present.briefing import Briefing, KeyJudgement
from rashomon.present.difference import Difference
from rashomon.present.index import AnalysisIndex
from rashomon.present.overview import ChangeSinceShape, shape_change
from rashomon.present.shape import Shape


class CitedEvidenceShape(Shape, frozen=True, kw_only=True):
    """A piece of evidence as a briefing cites it: its weight in bits, who says it, the words, where they stand."""

    evidence_id: str
    number: int
    bits: float
    voices: str
    kind: str
    quotes: list[str]
    claim_ids: list[str]


class KeyJudgementShape(Shape, frozen=True, kw_only=True):
    """One answer with its probability (0..1) in words and figures and the heaviest evidence on either side."""

    hypothesis_id: str
    label: str
    probability: float
    low: float
    high: float
    words: str
    speaks_for: list[CitedEvidenceShape]
    speaks_against: list[CitedEvidenceShape]


class CitedSourceShape(Shape, frozen=True, kw_only=True):
    """A source cited, with its kind, camp and grade in words, and the numbers of the evidence it stands behind."""

    source_id: str
    name: str
    kind: str
    camp: str
    grade: str
    numbers: list[int]


class BriefingShape(Shape, frozen=True, kw_only=True):
    """The page to send."""

    question: str
    judgement_id: str
    as_of: str | None
    bottom_line: str
    basis: str
    key_judgements: list[KeyJudgementShape]
    would_change_it: list[str]
    look_for: list[str]
    missing: list[str]
    sources: list[CitedSourceShape]


class DifferenceShape(Shape, frozen=True, kw_only=True):
    """What differs between two judgements of a question."""

    change: ChangeSinceShape
    answers_new: list[str]
    answers_gone: list[str]
    evidence_new: list[CitedEvidenceShape]
    evidence_gone: list[CitedEvidenceShape]
    basis_before: str
    basis_after: str


def shape_briefing(briefing: Briefing, index: AnalysisIndex) -> BriefingShape:
    """Return a briefing as its JSON shape."""
    return BriefingShape(
        question=briefing.question,
        judgement_id=briefing.judgement_id,
        as_of=briefing.as_of.isoformat() if briefing.as_of else None,
        bottom_line=briefing.bottom_line,
        basis=briefing.basis,
        key_judgements=[_shape_judgement(one, index) for one in briefing.judgements],
        would_change_it=[one.what for one in briefing.changers],
        look_for=list(briefing.signs),
        missing=list(briefing.gaps),
        sources=[
            CitedSourceShape(
                source_id=one.source.id,
                name=one.source.name,
                kind=one.kind,
                camp=one.source.camp,
                grade=one.grade,
                numbers=list(one.numbers),
            )
            for one in briefing.sources
        ],
    )


def shape_difference(difference: Difference) -> DifferenceShape:
    """Return a difference as its JSON shape."""
    return DifferenceShape(
        change=shape_change(difference.change, difference.after),
        answers_new=list(difference.answers_new),
        answers_gone=list(difference.answers_gone),
        evidence_new=[_shape_evidence(one, difference.after) for one in difference.evidence_new],
        evidence_gone=[_shape_evidence(one, difference.before) for one in difference.evidence_gone],
        basis_before=phrases.say_basis(difference.before),
        basis_after=phrases.say_basis(difference.after),
    )


def _shape_judgement(judgement: KeyJudgement, index: AnalysisIndex) -> KeyJudgementShape:
    return KeyJudgementShape(
        hypothesis_id=judgement.hypothesis.id,
        label=judgement.hypothesis.label,
        probability=judgement.probability.probability,
        low=judgement.probability.low,
        high=judgement.probability.high,
        words=judgement.words,
        speaks_for=[_shape_evidence(link.id, index) for link in judgement.speaks_for],
        speaks_against=[_shape_evidence(link.id, index) for link in judgement.speaks_against],
    )


def _shape_evidence(evidence_id: str, index: AnalysisIndex) -> CitedEvidenceShape:
    link = index.numbered[index.numbers[evidence_id] - 1]
    claims = [index.claims[one] for one in link.claim_ids if one in index.claims]
    return CitedEvidenceShape(
        evidence_id=link.id,
        number=index.numbers[link.id],
        bits=index.bits(link.id),
        voices=phrases.say_evidence_voices(link, index),
        kind=phrases.say_kind(link),
        quotes=[claim.quote for claim in claims],
        claim_ids=[claim.id for claim in claims],
    )
