"""The JSON shapes of `rashomon sources`, `rashomon lineage` and what they decide."""

from rashomon.present.shape import Shape
from rashomon.present.shapes import QuestionShape


class DecisionShape(Shape, frozen=True, kw_only=True):
    """One decision of an analyst; `in_force` is false where it was taken back, or only takes another back."""

    id: str
    kind: str
    subject_ids: list[str]
    value: str
    names: list[str]
    why: str
    at: str
    by: str
    in_force: bool


class PartyShape(Shape, frozen=True, kw_only=True):
    """How a source's camp is tied to the event asked about; `claim_ids` are the first claims that say so."""

    party: str
    why: str
    claim_ids: list[str]


class MentionShape(Shape, frozen=True, kw_only=True):
    """A name in one report (`document` is its input id) and the source the machine finds for it; `start` may be -1."""

    document: str
    name: str
    start: int
    found_id: str
    why: str
    claim_ids: list[str]


class ListedSourceShape(Shape, frozen=True, kw_only=True):
    """One source as `sources list` knows it. `says` counts the claims it holds, `passes_on` those it only relays."""

    id: str
    name: str
    aliases: list[str]
    kind: str
    machine_kind: str | None
    camp: str
    machine_camp: str | None
    party: list[str]
    reliability: str
    reliability_words: str
    reliability_basis: str
    says: int
    passes_on: int
    reports: int
    decision_ids: list[str]


class SourceDetailShape(Shape, frozen=True, kw_only=True):
    """One source with every mention of it, and the decisions in force that shaped it."""

    source: ListedSourceShape
    parties: list[PartyShape]
    mentions: list[MentionShape]
    says_ids: list[str]
    passes_on_ids: list[str]
    decisions: list[DecisionShape]


class LinkShape(Shape, frozen=True, kw_only=True):
    """A report made from another, by input ids; `decision_id` is that of the analyst who confirmed it, or null."""

    document: str
    copy_of: str
    kind: str
    share: float
    confidence: float
    why: str
    origin: str
    decision_id: str | None


class MovedShape(Shape, frozen=True, kw_only=True):
    """The probability of one answer before and after a decision; null where there was no such answer."""

    label: str
    before: float | None
    after: float | None


class UnmetShape(Shape, frozen=True, kw_only=True):
    """A decision in force that finds no answer to hold on to now, and why."""

    decision_id: str
    why: str


class DecidedShape(Shape, frozen=True, kw_only=True):
    """What was decided, and what it did to the judgement; `moved` holds the answers that moved, or came and went."""

    decisions: list[DecisionShape]
    moved: list[MovedShape]
    origins_before: int
    origins_after: int
    sources_before: int
    sources_after: int
    new_sources: list[ListedSourceShape]
    question: QuestionShape
    unmet: list[UnmetShape]
