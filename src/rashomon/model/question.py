"""What is asked, which answers compete, and what speaks for and against each."""

from dataclasses import dataclass

from rashomon.model.provenance import Made
from rashomon.model.vocabulary import (
    AbsenceKind,
    Access,
    Certainty,
    Direction,
    EvidenceKind,
    Interest,
    Polarity,
    QuestionKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A contested question about an event. `asked_by` is "machine" or "analyst:NAME"."""

    id: str
    text: str
    kind: QuestionKind
    event_id: str | None
    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One answer. Exactly one hypothesis of a question is the residual *something else*.

    `advances`, `denies` and `mentions` are names of holders, each once, in order of first appearance;
    `claim_ids` are all claims tied to it. `camp` is the camp of the actor it names ("" for a mechanism).
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
    """What a holder's camp has at stake in one hypothesis, with the probability that it is so (0..1)."""

    hypothesis_id: str
    interest: Interest
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLink:
    """One origin's piece of evidence on one hypothesis: all of one holder's claims of one kind and direction in it.

    `group_id` names those who do not speak independently of each other. `relays` counts voices between the holder
    and the reader beyond the publisher. `stakes` holds the holder's interest in each hypothesis (missing: none known).
    `certainty` is the strongest the holder expressed. `why_group` says why the group counts as one. `absence` says of
    an absence whether anybody looked. `weighed` is False for an argument tied to its hypothesis only by where it stands
    in the text, and for things nobody looked for: it is shown, but puts no weight on the hypothesis.
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
