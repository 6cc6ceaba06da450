"""Quantities as ranges: what the holders say of how many and how much, kept wide where they differ."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from rashomon.hypothesize.fact_best import choose_best, span_values
from rashomon.hypothesize.fact_splitting import split_quantities
from rashomon.hypothesize.fact_values import choose_unit, is_instance, is_told, read_values
from rashomon.hypothesize.reading import Reading
from rashomon.model.claim import Claim
from rashomon.model.event import Fact
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.quantities import find_unit

RECIPE: Final = "hypothesize.facts@3"
_KILLED: Final = "killed"
_BODIES: Final = "bodies"

Key = tuple[str, str, str]
"""Event (or ""), slot and dimension ("" for plain counts): what one fact is about."""


def gather_facts(reading: Reading) -> tuple[Fact, ...]:
    """Return one range for each counted or measured thing of each event, those named by most claims first.

    `low` to `high` spans the values that their holders have not replaced by later ones. A count that only bounds one
    side ("at least eight") leaves the other side open, unless another claim bounds it further out. `best` is what most
    origins bear out, the latest most.
    """
    gathered: dict[Key, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if is_told(claim):
            gathered[_key_of(reading, claim)].append(claim)
    facts = [
        _make(reading, key, part, order)
        for key, claims in _with_bodies(gathered).items()
        for order, part in enumerate(split_quantities(claims))
    ]
    return tuple(
        sorted(
            facts, key=lambda fact: (-len(fact.claim_ids), fact.slot, fact.unit, fact.event_id or "", fact.best or 0)
        )
    )


def _key_of(reading: Reading, claim: Claim) -> Key:
    placement, unit = reading.placements.get(claim.id), find_unit(claim.proposition.measure)
    event_id = (placement.event_id or "") if placement is not None else ""
    return event_id, claim.proposition.unit, unit.dimension if unit is not None else ""


def _with_bodies(gathered: Mapping[Key, list[Claim]]) -> dict[Key, list[Claim]]:
    """Let bodies stand for those killed where nobody says how many were: found bodies bound their number from below."""
    told = {event_id for event_id, slot, _ in gathered if slot == _KILLED}
    return {
        (event_id, _KILLED if slot == _BODIES and event_id not in told else slot, dimension): claims
        for (event_id, slot, dimension), claims in gathered.items()
    }


def _make(reading: Reading, key: Key, claims: Sequence[Claim], order: int) -> Fact:
    """One fact of the claims of a key; `order` is its place among those of one name."""
    event_id, slot, dimension = key
    unit = choose_unit(claims)
    # More may be dead than have been found.
    found = {claim.id for claim in claims if claim.proposition.unit != slot}
    values = read_values(reading, claims, unit, open_above=found)
    instances = {claim.id for claim in claims if is_instance(claim)}
    low, high = span_values(values, instances=instances)
    claim_ids = tuple(claim.id for claim in claims)
    return Fact(
        id=derive_id("fct", event_id, slot, *([dimension] if dimension else []), *([order] if order else [])),
        slot=slot,
        event_id=event_id or None,
        low=low,
        best=choose_best(values, measured=bool(dimension), instances=instances, copied=reading.copied),
        high=high,
        claim_ids=claim_ids,
        made=Made(recipe=RECIPE, inputs=claim_ids),
        unit=unit.name if unit is not None else "",
        values=values,
    )
