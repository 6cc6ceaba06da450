"""How each source's camp is tied to the event asked about: accused of it, its target, neither, or of unknown camp.

Whoever is accused would deny it anyway, and whoever was hit would accuse: a reader must see it beside every name. It is
read from the claims alone: whom they name as responsible, what they say was hit, and where it happened.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.link.name_words import cut_titles, fold_words
from rashomon.link.relations import SAYS_NOTHING
from rashomon.link.speaker_kinds import name_kind
from rashomon.model.claim import Claim, ClaimPlacement
from rashomon.model.event import Event
from rashomon.model.places import camp_of, states_in
from rashomon.model.source import PartyTie, Source
from rashomon.model.vocabulary import Party, Polarity, Slot, SourceKind

MOST_CLAIMS: Final = 5
"""Claims kept beside a tie: enough to look at; their number stands in its reason."""

_LONGEST_CAMP: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Camps:
    """The camps of the sources at hand, by their folded words, and people's by their surname."""

    by_words: Mapping[tuple[str, ...], str]
    by_surname: Mapping[str, frozenset[str]]

    def named_in(self, phrase: str) -> set[str]:
        """Return the camps that a phrase names: a state's by any word for it, others by their own words."""
        words = fold_words(phrase)
        runs = {words[n:m] for n in range(len(words)) for m in range(n + 1, min(len(words), n + _LONGEST_CAMP) + 1)}
        found = {self.by_words[run] for run in runs if run in self.by_words}
        if not found and words and len(words) <= 2:
            owners = self.by_surname.get(words[-1], frozenset())
            found = set(owners) if len(owners) == 1 else set()
        return found


def tie_parties(
    sources: Sequence[Source], claims: Sequence[Claim], placements: Sequence[ClaimPlacement], events: Sequence[Event]
) -> tuple[Source, ...]:
    """Return the sources with their ties to the focal event, at least one each, strongest first."""
    focal = next((event for event in events if event.focal), None)
    about = {placement.claim_id for placement in placements if focal is not None and placement.event_id == focal.id}
    told = [c for c in claims if c.id in about and c.proposition.slot is Slot.RESPONSIBLE]
    told = [claim for claim in told if claim.modality not in SAYS_NOTHING]
    camps = _list_camps(sources)
    accused = _find_accused(told, camps)
    targets = _find_targets(told, camps, focal)
    return tuple(replace(source, parties=_tie(source.camp, accused, targets)) for source in sources)


def _tie(camp: str, accused: Mapping[str, PartyTie], targets: Mapping[str, PartyTie]) -> tuple[PartyTie, ...]:
    if not camp:
        return (PartyTie(party=Party.UNKNOWN, why="no report says for whom it speaks"),)
    ties = tuple(found[camp] for found in (accused, targets) if camp in found)
    return ties or (PartyTie(party=Party.NONE, why=f"no report names {camp} as who did it or whom it hit"),)


def _list_camps(sources: Sequence[Source]) -> _Camps:
    by_words: dict[tuple[str, ...], str] = {}
    by_surname: dict[str, set[str]] = defaultdict(set)
    for camp in sorted({source.camp for source in sources} - {""}):
        words = tuple(word for word in fold_words(camp) if word != "the")
        by_words.setdefault(words, camp)
        if len(words) > 1 and name_kind(cut_titles(camp)) is SourceKind.PERSON:
            by_surname[words[-1]].add(camp)
    return _Camps(by_words=by_words, by_surname={word: frozenset(camps) for word, camps in by_surname.items()})


def _find_accused(told: Sequence[Claim], camps: _Camps) -> dict[str, PartyTie]:
    naming: dict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        state = camp_of(claim.proposition.value)
        for camp in {state} if state else camps.named_in(claim.proposition.value):
            naming[camp].append(claim)
    found = {}
    for camp, claims in naming.items():
        denied = sum(claim.polarity is Polarity.DENY for claim in claims)
        rest = "" if not denied else ", all to deny it" if denied == len(claims) else f", {denied} of them to deny it"
        why = f"{_count_naming(claims)} {camp} as who did it{rest}"
        found[camp] = PartyTie(party=Party.ACCUSED, why=why, claim_ids=_first_ids(claims))
    return found


def _find_targets(told: Sequence[Claim], camps: _Camps, focal: Event | None) -> dict[str, PartyTie]:
    hit: dict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        for camp in _camps_at(claim.proposition.target, camps):
            hit[camp].append(claim)
    found = {
        camp: PartyTie(
            party=Party.TARGET, why=f"{_count_naming(claims)} {camp} as what was hit", claim_ids=_first_ids(claims)
        )
        for camp, claims in hit.items()
    }
    place = focal.place if focal is not None else ""
    for camp in _camps_at(place, camps):
        where = place if place == camp else f"{place}, {camp}" if camp not in place else place
        known = found.get(camp)
        found[camp] = PartyTie(
            party=Party.TARGET,
            why=f"it happened in or to {where}",
            claim_ids=known.claim_ids if known is not None else (),
        )
    return found


def _camps_at(phrase: str, camps: _Camps) -> set[str]:
    """Return the camps on whose ground a place lies, or whose a thing is ("a Kenyan frigate")."""
    return ({state for _, _, state in states_in(phrase)} | camps.named_in(phrase)) if phrase else set()


def _count_naming(claims: Sequence[Claim]) -> str:
    return "1 claim names" if len(claims) == 1 else f"{len(claims)} claims name"


def _first_ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims[:MOST_CLAIMS])
