"""What a claim rests on as evidence: the act of saying it, or the argument it makes."""

from collections.abc import Mapping
from typing import Final

from rashomon.hypothesize.arguments import Argument, argument_kind, find_argument
from rashomon.model.claim import Claim
from rashomon.model.vocabulary import EvidenceKind, Modality, Polarity, Slot

_BY_MODALITY: Final[Mapping[Modality, EvidenceKind]] = {
    Modality.ADMISSION: EvidenceKind.ADMISSION,
    Modality.CLAIM_OF_RESPONSIBILITY: EvidenceKind.CLAIM_OF_RESPONSIBILITY,
    Modality.FINDING: EvidenceKind.FINDING,
    Modality.DENIAL: EvidenceKind.DENIAL,
}


def find_ground(claim: Claim, polarity: Polarity) -> Argument:
    """Return what a claim that takes a side on a hypothesis rests on, and of an absence whether anybody looked.

    For an outright answer that is the act of saying it; for a statement the argument, where it plainly makes one.
    """
    if claim.modality in _BY_MODALITY and (claim.modality is not Modality.DENIAL or polarity is Polarity.DENY):
        return Argument(kind=_BY_MODALITY[claim.modality])
    plain = argument_kind(claim.quote) if claim.proposition.slot is Slot.STATEMENT else None
    if plain is None:
        return Argument(kind=EvidenceKind.TESTIMONY)
    return find_argument(claim.quote) or Argument(kind=plain)
