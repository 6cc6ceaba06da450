"""Which quantities come first, and which are meant by a word: what befell people, then what most claims name."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from rashomon.model.event import Fact
from rashomon.model.quantities import FATES, UNNAMED
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex

_GRAVE: Final = tuple(
    """
    killed missing injured ill casualties bodies hostages kidnapped trapped people_on_board survivors rescued
    people_at_risk evacuated homeless
    """.split()
)
"""What befell people, the gravest first, and worth a line even where one report alone tells it."""


def rank_facts(index: AnalysisIndex) -> tuple[Fact, ...]:
    """Return the facts: those that count people by what befell them first, then by how many claims name them."""
    facts = index.analysis.hypothesis_set.facts
    return tuple(sorted(facts, key=lambda fact: (fact.slot not in FATES, -len(fact.claim_ids), fact.slot, fact.id)))


def is_focal(fact: Fact, index: AnalysisIndex) -> bool:
    """Tell whether a fact is of the event asked about, or of none in particular."""
    event = index.events.get(fact.event_id or "")
    return event is None or event.focal


def choose_notable(index: AnalysisIndex) -> tuple[Fact, ...]:
    """Return the facts of the event asked about that belong on a page, the gravest and most contested first.

    Those are what befell people, and what several origins number; not what one report mentions by the way, nor people
    of whom nothing is told.
    """
    focal = [fact for fact in rank_facts(index) if is_focal(fact, index)]
    return tuple(sorted(filter(_is_notable, focal), key=_rank_notable))


def _is_notable(fact: Fact) -> bool:
    if fact.slot in _GRAVE:
        return True
    if fact.slot.replace(" ", "_") in UNNAMED:
        # Two lengths of about one size may be of two things; two that are equal hardly are.
        told = {(value.low, value.high, value.origin_id) for value in fact.values}
        return max(Counter((low, high) for low, high, _ in told).values(), default=0) > 1
    tallied = not fact.values or any(value.high is not None or value.low != 1 for value in fact.values)
    return _count_origins(fact) > 1 and tallied


def _rank_notable(fact: Fact) -> tuple[bool, bool, int, int, str, str]:
    grave = fact.slot in _GRAVE
    return (
        not grave,
        not grave and not _is_contested(fact),
        _GRAVE.index(fact.slot) if grave else 0,
        -_count_origins(fact),
        fact.slot,
        fact.id,
    )


def _count_origins(fact: Fact) -> int:
    """How many origins number it; in cases kept by earlier versions facts have no values, and claims stand for them."""
    return len({value.origin_id for value in fact.values} or set(fact.claim_ids))


def _is_contested(fact: Fact) -> bool:
    """Tell whether two origins give two numbers of which neither has been replaced."""
    current = [value for value in fact.values if value.superseded_by is None]
    return len({(v.low, v.high) for v in current}) > 1 and len({v.origin_id for v in current}) > 1


def group_facts(index: AnalysisIndex) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    """Return the facts by event, the event asked about first (its id may be "" where none is known)."""
    groups: dict[str, list[Fact]] = {}
    for fact in rank_facts(index):
        groups.setdefault(fact.event_id or "", []).append(fact)
    focal = {event.id for event in index.analysis.linkage.events if event.focal}
    ordered = sorted(groups, key=lambda event_id: (event_id not in focal, event_id != "", -len(groups[event_id])))
    return tuple((event_id, tuple(groups[event_id])) for event_id in ordered)


def find_facts(index: AnalysisIndex, wanted: str) -> Sequence[Fact]:
    """Return the facts of an id, the beginning of one, a slot, or else of slots that hold a word; none where nothing
    is meant."""
    facts, folded = rank_facts(index), " ".join(wanted.casefold().replace("_", " ").split())
    if not folded:
        return ()
    tests = (
        lambda fact: fact.id == wanted or (len(wanted) > 4 and fact.id.startswith(wanted)),
        lambda fact: phrases.say_slot(fact).casefold() == folded,
        lambda fact: folded in phrases.say_slot(fact).casefold(),
    )
    return next((found for test in tests if (found := [fact for fact in facts if test(fact)])), [])
