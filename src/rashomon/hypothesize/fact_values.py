"""What each claim says of a quantity: its bounds in one unit, whose value it is, as of when, and what replaced it."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from math import isfinite
from typing import Final

from rashomon.hypothesize.reading import Reading
from rashomon.model.claim import Claim
from rashomon.model.event import FactValue
from rashomon.model.quantities import FATES, Unit, convert, find_unit
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Slot

_INSTANCE: Final = re.compile(
    r"(?:an? (?!dozen|score|hundred|thousand|million|billion|couple|pair|trio|quartet)|one of\b)", re.IGNORECASE
)
_ONE: Final = re.compile(r"one\b(?!-)", re.IGNORECASE)
_UNREAL: Final = frozenset({Modality.QUESTION, Modality.CONDITIONAL})


def is_told(claim: Claim) -> bool:
    """Tell whether a claim gives a quantity that its holder commits to. *No one was hurt* denies, and gives a zero."""
    said = claim.proposition
    if said.slot is not Slot.COUNT or claim.certainty is Certainty.NONE or claim.modality in _UNREAL:
        return False
    named = [side for side in (said.low, said.high) if side is not None]
    if not named or not all(map(isfinite, named)):
        return False
    return claim.polarity is Polarity.ASSERT or said.low == said.high == 0


def choose_unit(claims: Sequence[Claim]) -> Unit | None:
    """Return the unit most claims give a quantity in, the first by name on a tie; None for plain counts."""
    names = Counter(claim.proposition.measure for claim in claims if claim.proposition.measure)
    most = max(names.values(), default=0)
    return find_unit(min(name for name, count in names.items() if count == most)) if names else None


def read_values(
    reading: Reading, claims: Sequence[Claim], unit: Unit | None, *, open_above: Collection[str] = ()
) -> tuple[FactValue, ...]:
    """Return the value of each claim in a unit, those superseded marked, parallel to the claims.

    Claims whose ids are in `open_above` bound the quantity from below alone, as do those that tell of somebody.
    """
    values = [_read_value(reading, claim, unit) for claim in claims]
    values = [replace(value, high=None) if value.claim_id in open_above else value for value in values]
    holders = [_holder_key(reading, claim) for claim in claims]
    # Somebody met alone is kept apart from the tallies of the same holder.
    keys = [f"{holder}/one" if is_instance(claim) else holder for holder, claim in zip(holders, claims, strict=True)]
    return _mark_superseded(values, keys)


def is_instance(claim: Claim) -> bool:
    """Tell whether a claim tells of somebody rather than of how many: *a policeman was hurt* bounds from below.

    *One killed* is a tally, *one man said* is none.
    """
    said = claim.proposition
    one = said.unit not in FATES and _ONE.match(said.value) is not None and said.low == said.high == 1
    return not said.measure and (one or _INSTANCE.match(said.value) is not None)


def _read_value(reading: Reading, claim: Claim, unit: Unit | None) -> FactValue:
    said, placement = claim.proposition, reading.placements.get(claim.id)
    source = reading.holder_of(claim)
    low, high = _convert(said.low, said.measure, unit), _convert(said.high, said.measure, unit)
    if low is not None and high is not None and low > high:
        low, high = high, low  # an extractor of somebody else's may have them the wrong way round
    return FactValue(
        claim_id=claim.id,
        low=low,
        high=None if is_instance(claim) else high,
        holder=source.name if source is not None else claim.holder.name,
        as_of=reading.told_at.get(claim.id),
        origin_id=placement.origin_id if placement is not None else claim.document_id,
    )


def _convert(value: float | None, measure: str, unit: Unit | None) -> float | None:
    given = find_unit(measure) if measure else None
    if value is None or given is None or unit is None:
        return value
    # Four figures are more than most reports give; the rest is what a conversion makes of a rounded number.
    return float(f"{convert(value, given, unit):.4g}")


def _holder_key(reading: Reading, claim: Claim) -> str:
    source = reading.holder_of(claim)
    return source.id if source is not None else claim.holder.name.casefold()


def _mark_superseded(values: Sequence[FactValue], holders: Sequence[str]) -> tuple[FactValue, ...]:
    """Mark each value whose holder later gave another; who tells later of somebody replaces no tally by that."""
    newest: dict[str, FactValue] = {}
    for value, holder in zip(values, holders, strict=True):
        known = newest.get(holder)
        if value.as_of is not None and (known is None or _recency_key(value) > _recency_key(known)):
            newest[holder] = value
    return tuple(_supersede(value, newest.get(holder)) for value, holder in zip(values, holders, strict=True))


def _recency_key(value: FactValue) -> tuple[float, float, str]:
    """Later first; of what is told at once the larger number, which is rather the whole than a part."""
    when = value.as_of.timestamp() if value.as_of is not None else float("-inf")
    return when, max(value.low or 0.0, value.high or 0.0), value.claim_id


def _supersede(value: FactValue, newest: FactValue | None) -> FactValue:
    if value.as_of is None or newest is None or newest.as_of is None or value.as_of >= newest.as_of:
        return value
    same = (value.low, value.high) == (newest.low, newest.high)
    return value if same else replace(value, superseded_by=newest.claim_id)
