"""Quantities as ranges: what the holders say of how many, kept wide where they differ."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from rashomon.hypothesize.reading import Reading
from rashomon.model.claim import Claim
from rashomon.model.event import Fact
from rashomon.model.ids import derive_id
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Slot

RECIPE: Final = "hypothesize.facts@1"


def gather_facts(reading: Reading) -> tuple[Fact, ...]:
    """Return one range for each counted thing of each event, those named by most claims first.

    `low` is the smallest value anybody gives, `high` the largest; `best` is the value most origins give, the latest on
    a tie. A count that only bounds one side ("at least eight") leaves the other side open, unless another claim bounds
    it further out.
    """
    gathered: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        counted = (
            claim.proposition.slot is Slot.COUNT
            and claim.polarity is Polarity.ASSERT
            and claim.certainty is not Certainty.NONE
        )
        if counted and claim.modality not in {Modality.QUESTION, Modality.CONDITIONAL}:
            placement = reading.placements.get(claim.id)
            gathered[(placement.event_id or "") if placement else "", claim.proposition.unit].append(claim)
    facts = [_make(reading, event_id, unit, claims) for (event_id, unit), claims in gathered.items()]
    return tuple(sorted(facts, key=lambda fact: (-len(fact.claim_ids), fact.slot)))


def _make(reading: Reading, event_id: str, unit: str, claims: Sequence[Claim]) -> Fact:
    lows = [c.proposition.low if c.proposition.low is not None else c.proposition.high for c in claims]
    highs = [c.proposition.high if c.proposition.high is not None else c.proposition.low for c in claims]
    low = min((value for value in lows if value is not None), default=None)
    high = max((value for value in highs if value is not None), default=None)
    at_least = {c.proposition.low for c in claims if c.proposition.high is None}
    at_most = {c.proposition.high for c in claims if c.proposition.low is None}
    claim_ids = tuple(claim.id for claim in claims)
    return Fact(
        id=derive_id("fct", event_id, unit),
        slot=unit,
        event_id=event_id or None,
        low=None if low in at_most else low,
        best=_best(reading, claims),
        high=None if high in at_least else high,
        claim_ids=claim_ids,
        made=Made(recipe=RECIPE, inputs=claim_ids),
    )


def _best(reading: Reading, claims: Sequence[Claim]) -> float | None:
    origins: dict[float, set[str]] = defaultdict(set)
    for claim in claims:
        value = claim.proposition.low if claim.proposition.low is not None else claim.proposition.high
        placement = reading.placements.get(claim.id)
        if value is not None:
            origins[value].add(placement.origin_id if placement else claim.document_id)
    counts = Counter({value: len(who) for value, who in origins.items()})
    if not counts:
        return None
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most][-1]
