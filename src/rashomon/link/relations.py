"""How claims stand to one another by what they fill in: repeated, supported, refined, contradicted; drift has its own.

Each claim is joined to the first of a group, never to all of it, so that the number of relations grows with the claims.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.link.features import stem_word
from rashomon.model.claim import Claim, ClaimPlacement, ClaimRelation
from rashomon.model.ids import derive_id
from rashomon.model.places import camp_of, states_in
from rashomon.model.provenance import Made
from rashomon.model.source import Source
from rashomon.model.vocabulary import Certainty, Modality, Polarity, RelationKind, Slot

RECIPE: Final = "link.relations@2"
SAYS_NOTHING: Final = frozenset((Modality.QUESTION, Modality.CONDITIONAL))
_MOST_VALUES: Final = 20
_ARTICLES: Final = frozenset(("the", "a", "an", "of"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A claim with its placement, the holder's source and what its value means."""

    claim: Claim
    placement: ClaimPlacement
    holder: Source
    value: str
    is_state: bool
    rank: int


def relate_claims(
    claims: Sequence[Claim], placements: Sequence[ClaimPlacement], *, sources: Sequence[Source]
) -> tuple[ClaimRelation, ...]:
    """Return the relations among claims, each once, in the order of the claims they start from."""
    by_id = {source.id: source for source in sources}
    placement_of = {placement.claim_id: placement for placement in placements}
    placed = [
        _Placed(
            claim=claim,
            placement=placement_of[claim.id],
            holder=by_id[placement_of[claim.id].source_ids[-1]],
            value=key_value(claim),
            is_state=camp_of(claim.proposition.value) is not None,
            rank=number,
        )
        for number, claim in enumerate(claims)
        if claim.id in placement_of and claim.chain
    ]
    relations = [*_find_repeats(placed), *_find_contradictions(placed), *_find_agreements(placed)]
    rank = {one.claim.id: one.rank for one in placed}
    unique = {relation.id: relation for relation in relations}
    return tuple(sorted(unique.values(), key=lambda relation: (rank[relation.from_id], relation.kind, relation.to_id)))


def key_value(claim: Claim) -> str:
    """Return what a value means apart from its wording: the state an actor belongs to, or its stemmed words."""
    value = claim.proposition.value
    camp = camp_of(value)
    if camp is not None:
        return camp
    named = states_in(value)
    if named:
        return named[0][2]
    return " ".join(sorted(_stem_value(value)))


def _stem_value(value: str) -> frozenset[str]:
    return frozenset(stem_word(word) for word in value.casefold().split() if word not in _ARTICLES)


def _find_repeats(placed: Sequence[_Placed]) -> list[ClaimRelation]:
    first: dict[tuple[str, ...], _Placed] = {}
    found = []
    for one in placed:
        if one.claim.proposition.slot is Slot.STATEMENT or not one.value:
            continue
        unit = one.claim.proposition.unit
        key = (
            one.holder.id,
            one.claim.proposition.slot,
            one.value,
            unit,
            one.claim.polarity,
            str(one.placement.event_id),
        )
        earlier = first.setdefault(key, one)
        if earlier is not one:
            found.append(
                _relate(RelationKind.REPEATS, one, earlier, f"the same holder ({one.holder.name}) says the same")
            )
    return found


def _find_contradictions(placed: Sequence[_Placed]) -> list[ClaimRelation]:
    found = []
    for group in _group_by_slot(placed):
        found += (
            _contradict_counts(group) if group[0].claim.proposition.slot is Slot.COUNT else _contradict_actors(group)
        )
    return found


def _group_by_slot(placed: Sequence[_Placed]) -> list[list[_Placed]]:
    """Return the claims that say something, by what they fill in of which event, and by what they count."""
    groups: dict[tuple[str, str, str], list[_Placed]] = {}
    for one in placed:
        if one.claim.proposition.slot is not Slot.STATEMENT and one.claim.modality not in SAYS_NOTHING and one.value:
            key = (one.claim.proposition.slot, str(one.placement.event_id), one.claim.proposition.unit)
            groups.setdefault(key, []).append(one)
    return list(groups.values())


def _find_agreements(placed: Sequence[_Placed]) -> list[ClaimRelation]:
    """Find claims of other holders with the same value, and claims that narrow another's value down."""
    found = []
    for group in _group_by_slot(placed):
        held = [one for one in group if one.claim.certainty is not Certainty.NONE]
        is_count = group[0].claim.proposition.slot is Slot.COUNT
        found += _agree_counts(held) if is_count else _agree_actors(held)
    return found


def _agree_actors(group: Sequence[_Placed]) -> list[ClaimRelation]:
    first: dict[tuple[str, Polarity], _Placed] = {}
    found = []
    for one in group:
        other = first.setdefault((one.value, one.claim.polarity), one)
        if other is one:
            continue
        words, others = (_stem_value(each.claim.proposition.value) for each in (one, other))
        if words > others:
            found.append(_refine(one, other))
        elif words < others:
            found.append(_refine(other, one))
        if one.holder.id != other.holder.id:
            found.append(_relate(RelationKind.SUPPORTS, one, other, f"{one.holder.name} says so too"))
    return found


def _agree_counts(group: Sequence[_Placed]) -> list[ClaimRelation]:
    ranges: dict[tuple[float, float], _Placed] = {}
    found = []
    for one in group:
        low, high = _read_range(one.claim)
        same = ranges.setdefault((low, high), one)
        if same is not one and same.holder.id != one.holder.id:
            found.append(_relate(RelationKind.SUPPORTS, one, same, f"{one.holder.name} says so too"))
        wider = (
            other
            for (other_low, other_high), other in list(ranges.items())[:_MOST_VALUES]
            if other_low <= low and high <= other_high and (other_low, other_high) != (low, high)
        )
        found += [_refine(one, other) for other in list(wider)[:1]]
    return found


def _refine(one: _Placed, other: _Placed) -> ClaimRelation:
    why = f"{one.claim.proposition.value} is within {other.claim.proposition.value}"
    return _relate(RelationKind.REFINES, one, other, why)


def _contradict_actors(group: Sequence[_Placed]) -> list[ClaimRelation]:
    first: dict[tuple[str, Polarity], _Placed] = {}
    found = []
    for one in group:
        if one.claim.certainty is Certainty.NONE and one.claim.polarity is Polarity.ASSERT:
            continue
        opposite = Polarity.DENY if one.claim.polarity is Polarity.ASSERT else Polarity.ASSERT
        other = first.get((one.value, opposite))
        if other is not None and other.holder.id != one.holder.id:
            found.append(
                _relate(RelationKind.CONTRADICTS, one, other, f"one says it was {one.value}, one that it was not")
            )
        first.setdefault((one.value, one.claim.polarity), one)
    # Two mechanisms may both be true, and so may an actor and a tool; two states each said to have done it may not.
    rivals = [one for (_, polarity), one in first.items() if polarity is Polarity.ASSERT and one.is_state][
        :_MOST_VALUES
    ]
    found += [
        _relate(RelationKind.CONTRADICTS, one, other, f"{one.value} or {other.value}")
        for number, one in enumerate(rivals)
        for other in rivals[:number]
        if one.holder.id != other.holder.id
    ]
    return found


def _contradict_counts(group: Sequence[_Placed]) -> list[ClaimRelation]:
    """Two counts of one thing contradict where their ranges share no number; each is set against the first such."""
    ranges: dict[tuple[float, float], _Placed] = {}
    found = []
    for one in group:
        low, high = _read_range(one.claim)
        for (other_low, other_high), other in list(ranges.items())[:_MOST_VALUES]:
            if (high < other_low or other_high < low) and other.holder.id != one.holder.id:
                found.append(
                    _relate(
                        RelationKind.CONTRADICTS,
                        one,
                        other,
                        f"{one.claim.proposition.value} or {other.claim.proposition.value}",
                    )
                )
                break
        ranges.setdefault((low, high), one)
    return found


def _read_range(claim: Claim) -> tuple[float, float]:
    proposition = claim.proposition
    low = float("-inf") if proposition.low is None else proposition.low
    return low, float("inf") if proposition.high is None else proposition.high


def _relate(kind: RelationKind, one: _Placed, other: _Placed, why: str) -> ClaimRelation:
    return ClaimRelation(
        id=derive_id("relation", kind, one.claim.id, other.claim.id),
        kind=kind,
        from_id=one.claim.id,
        to_id=other.claim.id,
        why=why,
        made=Made(recipe=RECIPE, inputs=(one.claim.id, other.claim.id)),
    )
