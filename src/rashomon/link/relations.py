"""How claims stand to one another: repeated, contradicted, or drifted on their way through a relay.

Each claim is joined to the first of a group, never to all of it, so that the number of relations grows with the claims.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.link.event_mentions import is_event_noun
from rashomon.link.features import stem_word
from rashomon.model.claim import Claim, ClaimPlacement, ClaimRelation
from rashomon.model.ids import derive_id
from rashomon.model.places import camp_of, states_in
from rashomon.model.provenance import Made
from rashomon.model.source import Source
from rashomon.model.vocabulary import Certainty, Modality, Polarity, RelationKind, Slot

RECIPE: Final = "link.relations@1"
_RANK: Final = {
    Certainty.CERTAIN: 3,
    Certainty.PROBABLE: 2,
    Certainty.POSSIBLE: 1,
    Certainty.UNLIKELY: 0,
    Certainty.NONE: 0,
}
_SAYS_NOTHING: Final = frozenset((Modality.QUESTION, Modality.CONDITIONAL))
_MOST_VALUES: Final = 20
_DRIFT_REACH: Final = 40


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
            value=_key_value(claim),
            is_state=camp_of(claim.proposition.value) is not None,
            rank=number,
        )
        for number, claim in enumerate(claims)
        if claim.id in placement_of and claim.chain
    ]
    relations = [*_find_repeats(placed), *_find_contradictions(placed), *_find_drifts(placed)]
    rank = {one.claim.id: one.rank for one in placed}
    unique = {relation.id: relation for relation in relations}
    return tuple(sorted(unique.values(), key=lambda relation: (rank[relation.from_id], relation.kind, relation.to_id)))


def _key_value(claim: Claim) -> str:
    """Return what a value means apart from its wording: the state an actor belongs to, or its stemmed words."""
    value = claim.proposition.value
    camp = camp_of(value)
    if camp is not None:
        return camp
    named = states_in(value)
    if named:
        return named[0][2]
    words = sorted({stem_word(word) for word in value.casefold().split() if word not in ("the", "a", "an", "of")})
    return " ".join(words)


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
    groups: dict[tuple[str, str, str], list[_Placed]] = {}
    for one in placed:
        if one.claim.proposition.slot is Slot.STATEMENT or one.claim.modality in _SAYS_NOTHING or not one.value:
            continue
        key = (one.claim.proposition.slot, str(one.placement.event_id), one.claim.proposition.unit)
        groups.setdefault(key, []).append(one)
    found = []
    for group in groups.values():
        found += (
            _contradict_counts(group) if group[0].claim.proposition.slot is Slot.COUNT else _contradict_actors(group)
        )
    return found


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


def _find_drifts(placed: Sequence[_Placed]) -> list[ClaimRelation]:
    """Find claims that change what the same holder said further up the stream, in this report or the one relayed."""
    upstream: dict[str, list[_Placed]] = {}
    found = []
    for one in placed:
        if one.claim.modality in _SAYS_NOTHING:
            continue
        keys = tuple(dict.fromkeys((one.claim.document_id, one.placement.origin_id)))
        for key in keys:
            drifted = _drift_from(one, upstream.get(key, [])[-_DRIFT_REACH:])
            if drifted is not None:
                found.append(drifted)
                break
        for key in keys:
            upstream.setdefault(key, []).append(one)
    return found


def _drift_from(one: _Placed, earlier: Sequence[_Placed]) -> ClaimRelation | None:
    """A drift needs a relay: somebody passes on what a holder said, and what arrives is not what was said."""
    claim = one.claim
    if len(one.placement.source_ids) < 2 or claim.polarity is Polarity.DENY or claim.proposition.slot is Slot.STATEMENT:
        return None
    for other in reversed(earlier):
        if not _same_voice(one, other) or other.claim.polarity is not claim.polarity:
            continue
        changes = _list_changes(one, other)
        if changes:
            return _relate(RelationKind.DRIFT, one, other, "; ".join(changes))
    return None


def _same_voice(one: _Placed, other: _Placed) -> bool:
    """Tell whether both are sayings of one holder; between reports a holder is known by the camp alone."""
    if one.holder.id == other.holder.id:
        return one.claim.proposition.slot is other.claim.proposition.slot or _states_actor(one, other)
    same_camp = bool(one.holder.camp and one.holder.camp == other.holder.camp)
    return same_camp and one.claim.proposition.slot is other.claim.proposition.slot


def _states_actor(one: _Placed, other: _Placed) -> bool:
    """A statement that was not read as an accusation may still be one: it names the actor's state and a deed."""
    return (
        other.claim.proposition.slot is Slot.STATEMENT
        and one.is_state
        and any(state == one.value for _, _, state in states_in(other.claim.quote))
        and any(is_event_noun(word.strip(".,;")) for word in other.claim.quote.split())
    )


def _list_changes(one: _Placed, other: _Placed) -> list[str]:
    changes = []
    if one.claim.proposition.slot is Slot.COUNT:
        same = one.claim.proposition.unit == other.claim.proposition.unit
        if same and _grew(one.claim, other.claim) and one.claim.document_id != other.claim.document_id:
            changes.append(f"{other.claim.proposition.value} became {one.claim.proposition.value}")
        return changes
    if one.value != other.value and other.claim.proposition.slot is not Slot.STATEMENT:
        return []
    if one.placement.event_id != other.placement.event_id:
        changes.append("said of another event")
    if _RANK[one.claim.certainty] > _RANK[other.claim.certainty] > 0:
        changes.append(f"{other.claim.certainty} became {one.claim.certainty}")
    return changes


def _grew(claim: Claim, earlier: Claim) -> bool:
    low, high = claim.proposition.low, earlier.proposition.high
    return low is not None and high is not None and low > high


def _relate(kind: RelationKind, one: _Placed, other: _Placed, why: str) -> ClaimRelation:
    return ClaimRelation(
        id=derive_id("relation", kind, one.claim.id, other.claim.id),
        kind=kind,
        from_id=one.claim.id,
        to_id=other.claim.id,
        why=why,
        made=Made(recipe=RECIPE, inputs=(one.claim.id, other.claim.id)),
    )
