"""Claim drift: what a relay changed of what its source said.

Every saying of a report is set beside the nearest upstream one that is held: the passage quoted in the same report, or
what the same voice said in an earlier one. Where they tell the same but for an event, a hedge, a number, a possibility
or an actor, that is the drift; see `drift_kinds`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rashomon.link.chronology import precedence_key
from rashomon.link.drift_kinds import Focus, compare_sayings
from rashomon.link.features import NAME, stem_word
from rashomon.link.sayings import Saying, affirms, likeness, read_sayings, same_voice
from rashomon.model.claim import Claim, ClaimPlacement, ClaimRelation
from rashomon.model.document import Document
from rashomon.model.ids import derive_id
from rashomon.model.lineage import CopyLink
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import CopyKind, DriftKind, RelationKind, Slot

RECIPE: Final = "link.drift@2"
# Of the weight of what the shorter saying tells.
ALIKE: Final = 0.4
ALIKE_OF_ONE_SLOT: Final = 0.25
# Of what a claim's own words tell, the sentence around it aside.
OWN_PART: Final = 0.3
_FEWEST_COMMON: Final = 2
_REACH: Final = 40


def find_drift(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    placements: Sequence[ClaimPlacement],
    copies: Sequence[CopyLink],
    *,
    focal_id: str,
    expected_ids: frozenset[str] = frozenset(),
) -> tuple[ClaimRelation, ...]:
    """Return the drifts among claims, from the relay's claim to the upstream one, in order of appearance.

    A claim drifts from one other at most. Verbatim copies change nothing: their original's drift is theirs. `focal_id`
    is the event asked about, `expected_ids` are events that were foreseen: what was foreseen and is told as done was
    not moved from another event.
    """
    events = {placement.claim_id: placement.event_id for placement in placements}
    focus = Focus(event_id=focal_id, events={c: event for c, event in events.items() if event not in expected_ids})
    word_copies = {copy.document_id for copy in copies if copy.kind is CopyKind.VERBATIM}
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        held.setdefault(claim.document_id, []).append(claim)
    by_voice: dict[str, list[Saying]] = {}
    # One sentence that changes one upstream claim in one way is one drift, however many claims are read from it.
    found: dict[tuple[object, ...], ClaimRelation] = {}
    for document in sorted(documents, key=precedence_key):
        sayings = read_sayings(document, held.get(document.id, ()))
        if document.id not in word_copies:
            for saying in sayings:
                if len(saying.claim.chain) > 1 and affirms(saying.claim):
                    drift = _compare_nearest(saying, _list_upstream(saying, sayings, by_voice), focus)
                    if drift is not None:
                        found.setdefault((document.id, saying.claim.context_start, drift.to_id, drift.changes), drift)
        for saying in sayings:
            for voice in saying.beside:
                by_voice.setdefault(voice, []).append(saying)
    return tuple(found.values())


def _list_upstream(
    saying: Saying, sayings: Sequence[Saying], by_voice: Mapping[str, Sequence[Saying]]
) -> Iterator[Saying]:
    """Yield the sayings this one may be made from: quoted ones of the same document, earlier ones of a same voice."""
    if not saying.quoted:
        yield from (other for other in sayings if _is_quoted_before(other, saying) and same_voice(saying, other))
    seen: set[int] = set()
    for voice in sorted(saying.voices | saying.beside):
        for other in by_voice.get(voice, ())[-_REACH:]:
            if id(other) not in seen and same_voice(saying, other):
                seen.add(id(other))
                yield other


def _is_quoted_before(other: Saying, saying: Saying) -> bool:
    """Tell whether a document quotes a saying that it restates: in quotes, or as it stood before saying whose it is."""
    passed_on = len(saying.claim.chain) >= max(3, len(other.claim.chain)) and bool(saying.voices & other.voices)
    return other.quoted or (passed_on and other.claim.start < saying.claim.start)


def _compare_nearest(saying: Saying, candidates: Iterator[Saying], focus: Focus) -> ClaimRelation | None:
    """Compare a saying with the candidate that tells most of the same; None where none does or nothing was changed."""
    ranked = [
        (_rank_slots(saying, other), likeness(saying, other), -other.claim.start, other)
        for other in candidates
        if affirms(other.claim) and _tell_enough(saying, other)
    ]
    ranked = [one for one in ranked if one[1] >= (ALIKE_OF_ONE_SLOT if one[0] else ALIKE)]
    if not ranked:
        return None
    nearest = max(ranked, key=lambda one: one[:3])[3]
    changes = compare_sayings(saying, nearest, focus)
    return _relate(saying.claim, nearest.claim, changes) if changes else None


def _tell_enough(saying: Saying, other: Saying) -> bool:
    """Tell whether two sayings have enough in common to be compared at all."""
    common = saying.told & other.told
    # A figure is set beside figures.
    if {saying.claim.proposition.slot, other.claim.proposition.slot} == {Slot.COUNT, Slot.STATEMENT}:
        return False
    if len(saying.own & other.told) < OWN_PART * max(1, len(saying.own)):
        return False
    if len(common) >= _FEWEST_COMMON:
        return True
    # "It was the Ruritanians": an answer may name the actor alone.
    accuses = saying.claim.proposition.slot is Slot.RESPONSIBLE and bool(saying.voices & other.voices)
    return accuses and any(feature.kind == NAME for feature in common)


def _rank_slots(saying: Saying, other: Saying) -> int:
    """Return how alike what two sayings fill in is: 2 for one slot and unit, 1 for one slot."""
    one, two = saying.claim.proposition, other.claim.proposition
    if one.slot is not two.slot or one.slot is Slot.STATEMENT:
        return 0
    return 1 + (stem_word(one.unit.casefold()) == stem_word(two.unit.casefold()))


def _relate(claim: Claim, source: Claim, changes: Mapping[DriftKind, str]) -> ClaimRelation:
    return ClaimRelation(
        id=derive_id("relation", RelationKind.DRIFT, claim.id, source.id),
        kind=RelationKind.DRIFT,
        from_id=claim.id,
        to_id=source.id,
        why="; ".join(changes.values()),
        made=Made(recipe=RECIPE, inputs=(claim.id, source.id)),
        changes=tuple(changes),
    )
