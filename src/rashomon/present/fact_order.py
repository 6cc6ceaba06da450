"""Which quantities come first, and which are meant by a word: what befell people, then what most claims name."""

from collections.abc import Sequence

from rashomon.model.event import Fact
from rashomon.model.quantities import FATES
from rashomon.present import phrases
from rashomon.present.index import AnalysisIndex


def rank_facts(index: AnalysisIndex) -> tuple[Fact, ...]:
    """Return the facts: those that count people by what befell them first, then by how many claims name them."""
    facts = index.analysis.hypothesis_set.facts
    return tuple(sorted(facts, key=lambda fact: (fact.slot not in FATES, -len(fact.claim_ids), fact.slot, fact.id)))


def is_focal(fact: Fact, index: AnalysisIndex) -> bool:
    """Tell whether a fact is of the event asked about, or of none in particular."""
    event = index.events.get(fact.event_id or "")
    return event is None or event.focal


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
