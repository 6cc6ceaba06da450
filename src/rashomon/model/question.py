"""What is asked, which answers compete, and what speaks for and against each."""

from dataclasses import dataclass
from datetime import datetime

from rashomon.model.provenance import Made
from rashomon.model.vocabulary import (
    AbsenceKind,
    Access,
    Certainty,
    Consistency,
    Direction,
    EvidenceKind,
    HypothesisRelationKind,
    Interest,
    Polarity,
    QuestionAspect,
    QuestionKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One answer that reports give to a question: what is said, by whom, in how many origins, in which claims."""

    value: str
    holders: tuple[str, ...]
    origins: int
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question about an event. `made.by` is "machine" or "analyst:NAME".

    `aspect` is the side of the event it asks for, `unit` what a question of how many counts ("killed"). `sides` are
    the answers the reports give, those of most origins first; the question is contested where there are two or more.
    `disagreement` is the entropy over the sides by origins, in bits: 0 where all agree, 1 where two sides are even.
    """

    id: str
    text: str
    kind: QuestionKind
    event_id: str | None
    made: Made
    aspect: QuestionAspect = QuestionAspect.OPEN
    unit: str = ""
    sides: tuple[Side, ...] = ()
    disagreement: float = 0.0

    @property
    def is_contested(self) -> bool:
        """Whether holders answer it differently."""
        return len(self.sides) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A holder who took back what it had said of a hypothesis.

    `taken_back` is what it had said (assert: it had advanced it; deny: it had denied it); `earlier_ids` are the claims
    that said so, empty where no report holds them; `claim_ids` are those that take it back, `at` the time of the report
    that tells so first (None: undated), `why` how one can tell.
    """

    holder: str
    taken_back: Polarity
    earlier_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]
    at: datetime | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One answer. Exactly one hypothesis of a question is the residual *something else*.

    `advances`, `denies` and `mentions` are names of holders, each once, in order of first appearance; whoever took back
    what it had advanced stands in `withdrawals` instead. `claim_ids` are all claims tied to it. `camp` is the camp of
    the actor it names ("" for a mechanism). `made.by` is "machine", or the analyst who added it; `decision_ids` are the
    decisions that shaped it, `machine_label` what the machine calls it where an analyst says otherwise, else "".
    """

    id: str
    question_id: str
    label: str
    residual: bool
    made: Made
    aliases: tuple[str, ...] = ()
    camp: str = ""
    advances: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    decision_ids: tuple[str, ...] = ()
    machine_label: str = ""

    @property
    def is_held(self) -> bool:
        """Whether somebody advances it; else it is only denied, named, or implied by what is told."""
        return bool(self.advances)

    @property
    def withdrew(self) -> tuple[str, ...]:
        """The holders who had advanced it and took that back."""
        return tuple(dict.fromkeys(w.holder for w in self.withdrawals if w.taken_back is Polarity.ASSERT))


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisRelation:
    """How the hypothesis `from_id` stands to `to_id`; for SUBSUMES `from_id` is the wider one.

    `claim_ids` are claims whose sentences say so, where any do. `made.by` is "machine" or "analyst:NAME".
    """

    id: str
    kind: HypothesisRelationKind
    from_id: str
    to_id: str
    why: str
    made: Made
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmetDecision:
    """A decision in force that finds nothing to hold on to in the reports as they stand; it waits until it does."""

    decision_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimBearing:
    """A claim read as speaking for (assert) or against (deny) a hypothesis. A claim may bear on several.

    `polarity` and `certainty` are the holder's as to that hypothesis: accusing one of two is denying the other.
    `weighed` is False where the tie is only a guess (from the topic, or from the sentence before): it is shown with the
    hypothesis, but puts no weight on it.
    """

    id: str
    claim_id: str
    hypothesis_id: str
    polarity: Polarity
    certainty: Certainty
    made: Made
    weighed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """What a holder's camp has at stake in one hypothesis, with the probability that it is so (0..1) and the reason."""

    hypothesis_id: str
    interest: Interest
    probability: float
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedVoice:
    """A source that a piece of evidence came through, its holder among them, with its grade ("" where never graded)."""

    source_id: str
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDoubt:
    """A statement that a video, letter, trace or other thing is forged, staged or planted, or (`forged` False) genuine.

    `group` names those who do not speak independently; `stakes`, `examined`, `relays` and `days` are those of its
    holder, as in an EvidenceLink.
    """

    claim_id: str
    forged: bool
    holder_id: str
    holder: str
    group: str
    stakes: tuple[Stake, ...] = ()
    examined: float = 0.0
    relays: int = 0
    days: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPrior:
    """The probability (0..1, exclusive) an analyst gives a hypothesis before any evidence."""

    hypothesis_id: str
    probability: float
    decision_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRating:
    """How well an analyst finds a piece of evidence to fit a hypothesis, as an ACH symbol and in bits."""

    evidence_id: str
    hypothesis_id: str
    consistency: Consistency
    bits: float
    by: str = ""
    decision_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceTie:
    """How far a piece of evidence depends on another of its side, as an analyst says: 0 to 1; None: as is set."""

    evidence_id: str
    strength: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLink:
    """One origin's piece of evidence on one hypothesis: all of one holder's claims of one kind and direction in it.

    `group_id` names those who do not speak independently of each other. `relays` counts voices between the holder
    and the reader beyond the publisher. `stakes` holds the holder's interest in each hypothesis (missing: none known).
    `certainty` is the strongest the holder expressed. `why_group` says why the group counts as one. `absence` says of
    an absence whether anybody looked. `weighed` is False for an argument tied to its hypothesis only by where it stands
    in the text, and for things nobody looked for: it is shown, but puts no weight on the hypothesis; so is what its
    holder took back or replaced (`why_unweighed` says so, else it is ""). `examined` is the probability (0..1) that the
    holder examined the evidence, `why_access` what it rests on; None: as `access` says. `days` is how long after the
    first report it was told (0 or more; None: not known). `voices` are those the evidence came through with their
    grades, on the best graded of its ways; empty in earlier versions' judgements. `item` names the thing it rests on (a
    video, a letter, wreckage; "" for none): evidence on one thing has one name. `doubts` is what is said of whether
    that thing is genuine. `forged` is the probability (0..1) an analyst gives that it is not, `why_forged` who says so;
    None: nobody has set it.
    `ties` are what analysts say of its dependence on others, `machine_group_id` the machine's group where theirs is
    another, else "".
    """

    id: str
    question_id: str
    hypothesis_id: str
    kind: EvidenceKind
    direction: Direction
    certainty: Certainty
    holder_id: str
    holder: str
    origin_id: str
    group_id: str
    why_group: str
    claim_ids: tuple[str, ...]
    access: Access
    relays: int
    made: Made
    stakes: tuple[Stake, ...] = ()
    absence: AbsenceKind | None = None
    weighed: bool = True
    voices: tuple[GradedVoice, ...] = ()
    why_unweighed: str = ""
    examined: float | None = None
    why_access: str = ""
    days: float | None = None
    item: str = ""
    doubts: tuple[ItemDoubt, ...] = ()
    forged: float | None = None
    why_forged: str = ""
    ties: tuple[EvidenceTie, ...] = ()
    machine_group_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication:
    """What a text says would follow if a hypothesis is true; `then` is the quoted consequence at start..end.

    `certainty` is how surely it would follow, as worded: will or would, should, could or might.
    """

    id: str
    hypothesis_id: str
    then: str
    certainty: Certainty
    document_id: str
    start: int
    end: int
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedIndicator:
    """What a text itself says would decide the matter; `what` is quoted from start..end of its document.

    `hypothesis_id` is the hypothesis it would speak for, None where the text does not say.
    """

    id: str
    what: str
    hypothesis_id: str | None
    document_id: str
    start: int
    end: int
    made: Made
