"""What is said, apart from who says it (Proposition), and the saying of it (Claim) with its chain of voices."""

from dataclasses import dataclass
from datetime import datetime

from rashomon.model.provenance import Made
from rashomon.model.vocabulary import (
    Certainty,
    DriftKind,
    MentionRole,
    Modality,
    Polarity,
    RelationKind,
    ReviewKind,
    Slot,
    Stance,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What is said. `value` is the actor, the mechanism or the number in the text's words.

    `predicate` is the lemma of what was done, `target` whom or what it was done to, `unit` what a count counts or
    measures, `measure` the unit of measure it is given in ("" for a plain count). `low` and `high` bound a count
    (None: unbounded on that side).
    """

    slot: Slot
    value: str
    predicate: str = ""
    target: str = ""
    unit: str = ""
    measure: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One link of an attribution chain: a name, the cue that introduces it, and where its mention stands.

    `start` and `end` are the mention's offsets; both are -1 where the voice is not in the text (the publisher).
    """

    name: str
    cue: str = ""
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An actor named inside a claim: a person, body, state, people or group; `label` is the entity type."""

    text: str
    label: str
    start: int
    end: int
    role: MentionRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition said by one chain of voices: outermost relay first, holder last.

    `quote == document.text[start:end]`. `context_start`, `context_end` bound the sentences around it.
    `polarity`, `certainty`, `stance` and `modality` are those of the holder (the last voice).
    `factuality` is polarity and certainty on one scale, -3 (certainly not so) to 3 (certainly so).
    `attribution_id` is None where the author speaks. `order` counts claims of one document in reading order.
    """

    id: str
    document_id: str
    start: int
    end: int
    quote: str
    context_start: int
    context_end: int
    proposition: Proposition
    chain: tuple[Voice, ...]
    polarity: Polarity
    certainty: Certainty
    stance: Stance
    modality: Modality
    mentions: tuple[Mention, ...]
    order: int
    made: Made
    attribution_id: str | None = None
    factuality: float = 0.0

    @property
    def holder(self) -> Voice:
        """The innermost voice: who the claim belongs to."""
        return self.chain[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPlacement:
    """Where a claim stands among the others: who its voices are, which event it speaks of, which origin it comes from.

    `source_ids` runs parallel to the claim's chain. `event_id` is None where the claim speaks of no known event.
    """

    claim_id: str
    source_ids: tuple[str, ...]
    event_id: str | None
    origin_id: str
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRelation:
    """How `from_id` stands to `to_id` (both claims); for DRIFT `from_id` is the relay's, `to_id` upstream.

    `changes` are the kinds of change of a drift; empty for every other kind.
    """

    id: str
    kind: RelationKind
    from_id: str
    to_id: str
    why: str
    made: Made
    changes: tuple[DriftKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnchor:
    """What a claim is found again by where another reading gave it another id: its document, span and content."""

    document_id: str
    start: int
    end: int
    slot: Slot
    value: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReview:
    """What one decision in force made of a claim.

    `by` is the analyst's bare name, `at` an aware time. `other_id` is the claim it was merged with or split from, else
    "". `machine` is the claim as the machine reads it, where it was fixed; `machine_event_id` the event the machine
    places it at, where it was placed.
    """

    claim_id: str
    kind: ReviewKind
    decision_id: str
    by: str
    at: datetime
    why: str = ""
    other_id: str = ""
    machine: Claim | None = None
    machine_event_id: str | None = None
