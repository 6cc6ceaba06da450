"""What a claim that names no explanation takes up: the one its report has just been speaking of.

A report names the suspect once and then argues: *its range is too short*, *he was asleep at the time*, *I find that
silly*. Such a sentence is tied to the explanation last spoken of, and takes its direction from its own words or from
where its holder stands. It puts no weight on the explanation.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from rashomon.hypothesize.arguments import affirms_doubly, argument_kind, dismisses, judges, leaves_open, speaks_against
from rashomon.hypothesize.rebuffs import rejects_what_was_said
from rashomon.model.claim import Claim
from rashomon.model.vocabulary import Certainty, EvidenceKind, Modality, Polarity, Slot

_TAKES_UP: Final = re.compile(
    r"\b(?:it|that|this|they|he|she|one|so|both|none|them|him|his|her|its|their|nobody|nothing)\b", re.IGNORECASE
)
_NOTHING_HAPPENED: Final = re.compile(
    r"\bnothing (?:(?:had|has|ever|unusual|of the kind|of the sort|at all) )*(?:happened|occurred|took place)\b"
    r"|\bno such (?:attack|incident|thing|event|order|plan|operation)\b|\bnever (?:happened|took place|occurred)\b"
    r"|\bdid not (?:happen|take place|occur)\b",
    re.IGNORECASE,
)
"""Whoever says that nothing happened denies what was just said of it."""
_POINTS_BACK: Final = re.compile(r"\b(?:that|this|it)\W*(?:\w+\W*){0,2}$", re.IGNORECASE)
"""A remark that ends on what it is about speaks of the sentence before it."""
_LONGEST_REMARK: Final = 16
_FEWEST_WORDS: Final = 4
_NEXT: Final = 3
"""Characters between the sentence a remark is about and the remark."""
NEAR: Final = 260
"""Characters within which an argument still speaks of the explanation last named: about two sentences."""
_SELF: Final = re.compile(r"\b(?:he|she|they|we|i|man|woman|himself|herself|themselves)\b", re.IGNORECASE)
_ARGUMENTS: Final = {EvidenceKind.MOTIVE, EvidenceKind.PRECEDENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A claim's tie to a hypothesis before it is a bearing. `open` says that the claim leaves the matter open."""

    hypothesis_id: str
    polarity: Polarity
    weighed: bool
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Where a report's talk has got to: the explanation last spoken of, up to where, and who has taken which side.

    `waiting` are claims that left the matter open before any explanation was named.
    """

    document_id: str = ""
    hypothesis_id: str = ""
    end: int = -1
    sides: Mapping[tuple[str, str], Polarity] = field(default_factory=dict)
    waiting: tuple[Claim, ...] = ()

    def reach(self, claim: Claim) -> "Talk":
        """Return the talk as a claim finds it: a new report begins anew."""
        return self if claim.document_id == self.document_id else Talk(document_id=claim.document_id)

    def put_off(self, claim: Claim) -> "Talk":
        """Return the talk after a claim that was tied to nothing; what it leaves open may be named later."""
        if self.hypothesis_id or claim.proposition.slot is not Slot.STATEMENT or not leaves_open(claim.quote):
            return self
        return replace(self, waiting=(*self.waiting, claim))

    def take_up(self, claim: Claim, tie: Tie) -> "Talk":
        """Return the talk after a claim that was tied to an explanation."""
        sides = dict(self.sides)
        if not tie.open and claim.modality is not Modality.QUESTION:
            sides.setdefault((claim.holder.name, tie.hypothesis_id), tie.polarity)
        return Talk(document_id=claim.document_id, hypothesis_id=tie.hypothesis_id, end=claim.context_end, sides=sides)

    def side_of(self, claim: Claim) -> Polarity | None:
        """Return which side a claim's holder has taken on the explanation spoken of, None where he has not."""
        return self.sides.get((claim.holder.name, self.hypothesis_id))


def turn(_: Claim) -> Polarity:
    """Return the side of a claim whose words reject what they name: against it.

    A claim that denies does so by those very words (*Norway had no motive*) or by its cue: they are counted already.
    """
    return Polarity.DENY


def stand_of(claim: Claim) -> Polarity:
    """Return the side of a claim whose words reject nothing: its own, or for what it negates only twice over."""
    doubly = claim.polarity is Polarity.DENY and claim.modality is not Modality.DENIAL and affirms_doubly(claim.quote)
    return Polarity.ASSERT if doubly else claim.polarity


def leave_open(hypothesis_id: str) -> Tie:
    """Return the tie of a claim that says that the matter is not settled."""
    return Tie(hypothesis_id=hypothesis_id, polarity=Polarity.ASSERT, weighed=False, open=True)


def tie_by_context(claim: Claim, talk: Talk) -> Tie | None:
    """Return what a claim says of the explanation last spoken of in its report, None where it says nothing of it."""
    if not talk.hypothesis_id:
        return None
    if claim.proposition.slot is not Slot.STATEMENT and claim.polarity is Polarity.DENY:
        return _own_denial(claim, talk)
    if _NOTHING_HAPPENED.search(claim.quote):
        return Tie(hypothesis_id=talk.hypothesis_id, polarity=Polarity.DENY, weighed=False)
    words = len(claim.quote.split())
    if words <= _LONGEST_REMARK and claim.context_start <= talk.end + NEAR and rejects_what_was_said(claim):
        return Tie(hypothesis_id=talk.hypothesis_id, polarity=Polarity.DENY, weighed=False)
    if leaves_open(claim.quote):
        return leave_open(talk.hypothesis_id)
    if claim.modality is Modality.QUESTION or claim.context_start > talk.end + NEAR:
        return None
    against = speaks_against(claim.quote)
    next_to = claim.context_start <= talk.end + _NEXT
    kind = argument_kind(claim.quote)
    short = words <= _LONGEST_REMARK and bool(_TAKES_UP.search(claim.quote))
    if not next_to and _POINTS_BACK.search(claim.quote):
        return None
    if next_to and short and judges(claim.quote):
        return Tie(
            hypothesis_id=talk.hypothesis_id, polarity=turn(claim) if against else stand_of(claim), weighed=False
        )
    hedged = claim.certainty in {Certainty.PROBABLE, Certainty.POSSIBLE}
    argues = hedged or kind in _ARGUMENTS or (against and dismisses(claim.quote))
    if words < _FEWEST_WORDS or not argues:
        return None
    # Whoever denies it goes on arguing against it; anybody else goes by his words.
    denies = talk.side_of(claim) is Polarity.DENY
    polarity = Polarity.DENY if denies else turn(claim) if against else stand_of(claim)
    return Tie(hypothesis_id=talk.hypothesis_id, polarity=polarity, weighed=False)


def _own_denial(claim: Claim, talk: Talk) -> Tie | None:
    """*He says that he has done nothing*: whoever denies for himself denies what was just said of him."""
    value = claim.proposition.value
    if value == claim.holder.name or _SELF.search(value):
        return Tie(hypothesis_id=talk.hypothesis_id, polarity=Polarity.DENY, weighed=True)
    return None
