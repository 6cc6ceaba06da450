"""Quantities under one name that are not one: *25 miles to Kost* and *ten yards to the wall* are both distances."""

from collections.abc import Sequence
from typing import Final

from rashomon.model.claim import Claim
from rashomon.model.quantities import FATES, UNNAMED, find_unit

_GAP_UNNAMED: Final = 3.0
_GAP_NAMED: Final = 10.0
_GAP_OF_ONE_VOICE: Final = 2.0
"""How many times larger a number is, at the least, that counts something else."""
_CROWD: Final = 1_000
"""From here on plain counts are estimates, and those of one thing may differ by any factor."""


def split_quantities(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Return the claims of one slot parted into quantities, each in reading order, those most spoken of first.

    What befell people is one quantity whatever is said of it. Other numbers are parted at a gap that one voice of one
    report stands on both sides of (nobody contradicts himself so), and at wide gaps, the sooner where the slot names
    nothing: no two reports differ about three officers and forty as they do about 10,000 marchers and 100,000.
    """
    slot = claims[0].proposition.unit
    if slot in FATES:
        return (tuple(claims),)
    by_size = sorted(claims, key=lambda claim: (_size(claim), claim.id))
    parts: list[list[Claim]] = [by_size[:1]]
    for number, claim in enumerate(by_size[1:], start=1):
        if _is_parted(by_size[:number], by_size[number:]):
            parts.append([])
        parts[-1].append(claim)
    place = {claim.id: number for number, claim in enumerate(claims)}
    ordered = [tuple(sorted(part, key=lambda claim: place[claim.id])) for part in parts]
    return tuple(sorted(ordered, key=lambda part: (-len(part), _size(part[0]))))


def _is_parted(smaller: Sequence[Claim], larger: Sequence[Claim]) -> bool:
    """Whether a gap between numbers sorted by size is one between two quantities."""
    below, said = _size(smaller[-1]), smaller[-1].proposition
    ratio = _size(larger[0]) / below if below > 0 else 1.0
    wide = _GAP_UNNAMED if said.unit.replace(" ", "_") in UNNAMED else _GAP_NAMED
    if ratio >= wide and (said.measure or below < _CROWD):
        return True
    return ratio >= _GAP_OF_ONE_VOICE and bool(_voices(smaller) & _voices(larger))


def _voices(claims: Sequence[Claim]) -> set[tuple[str, str]]:
    return {_voice(claim) for claim in claims}


def _voice(claim: Claim) -> tuple[str, str]:
    return claim.document_id, claim.holder.name.casefold()


def _size(claim: Claim) -> float:
    """The number a claim names, in the base unit of its measure."""
    said, unit = claim.proposition, find_unit(claim.proposition.measure) if claim.proposition.measure else None
    named = [side for side in (said.low, said.high) if side is not None]
    return sum(named) / len(named) * (unit.factor if unit is not None else 1.0)
