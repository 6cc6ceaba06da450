"""The shapes of the JSON output, `rashomon/analysis@1` and its siblings. Fields may be added, never renamed or dropped.

Times are ISO 8601 strings, probabilities 0..1, weights in bits, offsets Unicode code points with the end exclusive.
"""

import json
from typing import Final

import msgspec

from rashomon.present.sensitivity_shapes import SensitivityShape
from rashomon.present.shape import Shape

ANALYSIS_SCHEMA: Final = "rashomon/analysis@1"


class SideShape(Shape, frozen=True, kw_only=True):
    """One answer that reports give to a question, by whom and in how many origins."""

    value: str
    holders: list[str]
    origins: int
    claim_ids: list[str]


class QuestionShape(Shape, frozen=True, kw_only=True):
    """What is asked: and what sides the reports take; `disagreement` in bits."""

    id: str
    text: str
    kind: str
    event_id: str | None
    aspect: str
    unit: str
    asked_by: str
    contested: bool
    answered: bool
    disagreement: float
    sides: list[SideShape]


class JudgementShape(Shape, frozen=True, kw_only=True):
    """When and how solidly the question was answered."""

    id: str
    as_of: str | None
    analytic_confidence: str
    basis: str
    supersedes: str | None


class EventShape(Shape, frozen=True, kw_only=True):
    """One event the reports speak of."""

    id: str
    label: str
    type: str
    start: str | None
    end: str | None
    place: str
    focal: bool
    prior: bool
    relation: str
    precision: str | None
    participants: list[str]
    document_ids: list[str]


class DocumentShape(Shape, frozen=True, kw_only=True):
    """One report; `copy_of` is a document id."""

    id: str
    input_id: str
    publisher: str
    published_at: str | None
    title: str
    url: str
    origin_id: str
    copy_of: str | None
    copy_kind: str | None
    share: float
    copy_confidence: float | None
    version: int
    current: bool


class PropositionShape(Shape, frozen=True, kw_only=True):
    """What is said, apart from who says it."""

    slot: str
    value: str
    predicate: str
    target: str
    unit: str
    measure: str
    low: float | None
    high: float | None


class VoiceShape(Shape, frozen=True, kw_only=True):
    """One link of an attribution chain; offsets are -1 where the voice is not in the text."""

    name: str
    source_id: str | None
    cue: str
    start: int
    end: int


class ReviewShape(Shape, frozen=True, kw_only=True):
    """What an analyst's decision made of a claim; `other_id` is the claim it was joined with or parted from."""

    kind: str
    decision_id: str
    by: str
    at: str
    why: str
    other_id: str | None


class MachineClaimShape(Shape, frozen=True, kw_only=True):
    """What the machine reads of a claim that an analyst corrected or placed."""

    holder: str
    polarity: str
    certainty: str
    stance: str
    start: int
    end: int
    quote: str
    event_id: str | None


class ClaimShape(Shape, frozen=True, kw_only=True):
    """A claim as it bears on one hypothesis, or on none; `number` counts the claims of its document from 1."""

    id: str
    document_id: str
    start: int
    end: int
    quote: str
    event_id: str | None
    proposition: PropositionShape
    chain: list[VoiceShape]
    polarity: str
    certainty: str
    stance: str
    modality: str
    factuality: float
    hypothesis_id: str | None
    origin_id: str
    drift_from: str | None
    drift: list[str]
    number: int
    checked: bool
    rejected: bool
    reviews: list[ReviewShape]
    machine: MachineClaimShape | None


class HoldersShape(Shape, frozen=True, kw_only=True):
    """Who says so, who says not so, who only mentions it, who said so and took it back."""

    advances: list[str]
    denies: list[str]
    mentions: list[str]
    withdrew: list[str]


class WithdrawalShape(Shape, frozen=True, kw_only=True):
    """A holder who took back what it had said (`taken_back`: assert or deny), when, and the claims before and after."""

    holder: str
    taken_back: str
    at: str | None
    earlier_ids: list[str]
    claim_ids: list[str]
    why: str


class HypothesisShape(Shape, frozen=True, kw_only=True):
    """One answer with its probability."""

    id: str
    label: str
    aliases: list[str]
    probability: float
    low: float
    high: float
    words: str
    prior: float
    residual: bool
    held: bool
    proposed_by: str
    machine_label: str
    decision_ids: list[str]
    holders: HoldersShape
    withdrawals: list[WithdrawalShape]


class HypothesisRelationShape(Shape, frozen=True, kw_only=True):
    """How one hypothesis stands to another; of `subsumes`, `from_id` is the wider one."""

    id: str
    kind: str
    from_id: str
    to_id: str
    why: str
    by: str
    claim_ids: list[str]


class DiscountShape(Shape, frozen=True, kw_only=True):
    """Why a weight is smaller than it would be."""

    why: str
    bits: float


class DoubtShape(Shape, frozen=True, kw_only=True):
    """A claim that calls the thing a piece of evidence rests on forged, or genuine (`forged` false)."""

    claim_id: str
    holder: str
    forged: bool


class StakeShape(Shape, frozen=True, kw_only=True):
    """What a holder's camp has at stake in one answer, with the probability (0..1) that it is so."""

    hypothesis_id: str
    interest: str
    probability: float
    why: str


class EvidenceShape(Shape, frozen=True, kw_only=True):
    """One origin's piece of evidence on one hypothesis; `number` is the one the terminal page prints."""

    id: str
    number: int
    hypothesis_id: str
    kind: str
    direction: str
    holder: str
    bits: float
    consistency: str
    claim_ids: list[str]
    origin_id: str
    group_id: str
    machine_group_id: str | None
    discounts: list[DiscountShape]
    absence: str | None
    weighed: bool
    doubts: list[DoubtShape]
    access: str
    examined: float | None
    why_access: str
    days: float | None
    stakes: list[StakeShape]


class OriginShape(Shape, frozen=True, kw_only=True):
    """Documents that count as one voice."""

    id: str
    document_ids: list[str]
    holder: str


class DependenceShape(Shape, frozen=True, kw_only=True):
    """Two origins that do not speak independently, `other_id` the earlier one, and why."""

    origin_id: str
    other_id: str
    kind: str
    why: str
    claim_ids: list[str]
    strength: float | None
    decided_by: str | None


class DecidedDependenceShape(Shape, frozen=True, kw_only=True):
    """How far two sources or origins speak together, as an analyst says; a `strength` of 0 is independently."""

    one_id: str
    other_id: str
    strength: float | None
    kind: str
    decision_id: str
    by: str
    why: str


class SourceShape(Shape, frozen=True, kw_only=True):
    """A holder or a relay, as chains refer to it by `source_id`.

    `machine_kind` and `machine_camp` are what the machine reads where an analyst set the kind or the camp, else null.
    """

    id: str
    name: str
    kind: str
    aliases: list[str]
    camp: str
    reliability: str
    reliability_basis: str
    party: list[str]
    machine_kind: str | None
    machine_camp: str | None


class FactValueShape(Shape, frozen=True, kw_only=True):
    """What one claim says of a quantity, in the fact's unit; `as_of` is ISO 8601 or null."""

    claim_id: str
    low: float | None
    high: float | None
    holder: str
    as_of: str | None
    origin_id: str
    superseded_by: str | None


class FactShape(Shape, frozen=True, kw_only=True):
    """A quantity as a range; `unit` is its unit of measure, empty for a plain count."""

    id: str
    slot: str
    event_id: str | None
    low: float | None
    best: float | None
    high: float | None
    unit: str
    claim_ids: list[str]
    values: list[FactValueShape]


class ImplicationShape(Shape, frozen=True, kw_only=True):
    """What a text says would follow."""

    if_hypothesis_id: str
    then: str
    certainty: str
    document_id: str
    start: int
    end: int


class AnalysisShape(Shape, frozen=True, kw_only=True):
    """The whole `rashomon/analysis@1` object."""

    schema: str
    question: QuestionShape
    judgement: JudgementShape
    events: list[EventShape]
    documents: list[DocumentShape]
    claims: list[ClaimShape]
    hypotheses: list[HypothesisShape]
    relations: list[HypothesisRelationShape]
    questions: list[QuestionShape]
    evidence: list[EvidenceShape]
    origins: list[OriginShape]
    independent_origins: int
    dependences: list[DependenceShape]
    decided_dependences: list[DecidedDependenceShape]
    sources: list[SourceShape]
    facts: list[FactShape]
    implications: list[ImplicationShape]
    sensitivity: SensitivityShape


class AttributionShape(Shape, frozen=True, kw_only=True):
    """One attribution; `parent` is an index into the document's list."""

    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]
    parent: int | None
    polarity: str
    certainty: str
    stance: str


class ExtractionShape(Shape, frozen=True, kw_only=True):
    """The attributions of one report, by its input id."""

    document: str
    attributions: list[AttributionShape]


class AddedShape(Shape, frozen=True, kw_only=True):
    """A report that is safe in the case file."""

    document_id: str
    input_id: str
    publisher: str
    title: str


class MatrixColumnShape(Shape, frozen=True, kw_only=True):
    """One piece of evidence; `spread` in bits says how far it puts the hypotheses apart, `disagreement` the raters."""

    evidence_id: str
    number: int | None
    origin_id: str
    spread: float | None
    disagreement: float | None


class RatingShape(Shape, frozen=True, kw_only=True):
    """An analyst's cell."""

    by: str
    consistency: str


class MatrixCellShape(Shape, frozen=True, kw_only=True):
    """How one piece of evidence weighs on one hypothesis, analysts' cells included, and by the machine alone."""

    bits: float | None
    consistency: str | None
    machine_bits: float | None
    machine_consistency: str | None
    ratings: list[RatingShape]


class MatrixRowShape(Shape, frozen=True, kw_only=True):
    """One hypothesis with a cell for each column, and how ACH tools would count what is inconsistent with it."""

    hypothesis_id: str
    label: str
    cells: list[MatrixCellShape]
    inconsistent: int | None
    weighted_inconsistency: float | None


class MatrixShape(Shape, frozen=True, kw_only=True):
    """The ACH matrix."""

    question_id: str
    columns: list[MatrixColumnShape]
    rows: list[MatrixRowShape]


class ReasonShape(Shape, frozen=True, kw_only=True):
    """One step of the walk from a figure to the sentences: what it is, in words, and what it rests on.

    `document_id`, `start`, `end` are set where the step is a place in a text.
    """

    kind: str
    id: str
    text: str
    document_id: str | None = None
    start: int | None = None
    end: int | None = None
    because: list["ReasonShape"] = msgspec.field(default_factory=list)


def encode_shape(shape: Shape, *, indent: int | None = None) -> str:
    """Return a shape as JSON text, non-ASCII characters as they are.

    Written by `json`, not msgspec: a lone surrogate from hostile input would make msgspec fail, while here whoever
    writes the text can replace it.
    """
    return json.dumps(msgspec.to_builtins(shape), ensure_ascii=False, allow_nan=False, indent=indent)
