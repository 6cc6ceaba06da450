"""Whom each name means in each report, and why: names are joined where the reports themselves say so, else left apart.

Within a report: surnames and titles, "the ministry" of the one ministry named, abbreviations it spells out, "this
newspaper", a ministry right after its state spoke. Across reports: outlets by their short names, states by any word for
them, people named in full, one report's abbreviation for another's full name. The order of the reports does not matter.
A name is joined only where one answer fits: two Quadras, two ministries or two abbreviations alike are left apart.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.link.name_words import cut_ornaments, fold_words
from rashomon.link.names_met import Met
from rashomon.link.scene import Scene, fold_short, read_scene
from rashomon.link.source_names import KeySort, NameReading, SourceKey, read_name
from rashomon.link.speaker_kinds import name_kind
from rashomon.link.unsaid_states import find_unsaid_state
from rashomon.model.document import Document
from rashomon.model.lineage import Origin
from rashomon.model.vocabulary import SourceKind

_OWN_WORDS: Final = re.compile(
    r"(?:this|our) (?:newspaper|paper|magazine|agency|channel|station|site|reporter|correspondent|bulletin|journal)s?",
    re.IGNORECASE,
)
_SERVICE_WORDS: Final = frozenset(("agency", "wire", "service"))
_PAPER_WORDS: Final = frozenset("paper newspaper daily weekly journal magazine tabloid broadsheet outlet".split())
_DEFINITE: Final = re.compile(r"(?:the|that|this)\s", re.IGNORECASE)
_ABBREVIATION: Final = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]{1,5}|[A-Z]{2,7}")
_OFFICIAL_KINDS: Final = frozenset(
    (SourceKind.STATE_BODY, SourceKind.COURT, SourceKind.EXPERT_BODY, SourceKind.OFFICIAL, SourceKind.ARMED_GROUP)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Whom a name means in its report, and how one can tell."""

    key: SourceKey
    why: str


_Rule = Callable[[Met, NameReading, Scene], Resolved | None]


def resolve_names(
    documents: Sequence[Document], met: Sequence[Met], *, origins: Sequence[Origin] = ()
) -> tuple[Resolved, ...]:
    """Return whom each name means, parallel to `met`. `origins` tell which reports are copies of which."""
    scene = read_scene(documents, met, origins)
    first = [_resolve(one, scene) for one in met]
    here = {(one.document_id, one.key): resolved.key for one, resolved in zip(met, first, strict=True)}
    anywhere: dict[SourceKey, set[SourceKey]] = defaultdict(set)
    for one, resolved in zip(met, first, strict=True):
        anywhere[one.key].add(resolved.key)
    return tuple(
        replace(resolved, key=_follow(resolved.key, one.document_id, here, anywhere))
        for one, resolved in zip(met, first, strict=True)
    )


def _follow(
    key: SourceKey,
    document_id: str,
    here: Mapping[tuple[str, SourceKey], SourceKey],
    anywhere: Mapping[SourceKey, set[SourceKey]],
) -> SourceKey:
    """Go on where the name that another one stands for was itself joined to a third."""
    passed = {key}
    while True:
        targets = anywhere.get(key, set())
        onward = here.get((document_id, key)) or (next(iter(targets)) if len(targets) == 1 else key)
        if onward in passed:
            return key
        passed.add(onward)
        key = onward


def _resolve(met: Met, scene: Scene) -> Resolved:
    reading = read_name(met.name)
    for rule in _RULES:
        resolved = rule(met, reading, scene)
        if resolved is not None:
            return resolved
    return Resolved(key=met.key, why=_OWN_REASONS[met.key.sort])


def _find_publisher(met: Met, reading: NameReading, scene: Scene) -> Resolved | None:
    if met.is_publisher:
        return Resolved(key=met.key, why="publishes this report")
    if _OWN_WORDS.fullmatch(met.name.strip()):
        own = scene.met_in[met.document_id][0]
        return Resolved(key=own.key, why=f"the report speaks of its publisher, {own.name}")
    outlet = scene.outlets.names.get(reading.words) or scene.outlets.names.get(reading.bare)
    return Resolved(key=met.key, why=f"a name of {outlet}, which publishes reports here") if outlet else None


def _find_short(met: Met, reading: NameReading, scene: Scene) -> Resolved | None:
    short = fold_short(cut_ornaments(met.name).removeprefix("the "))
    if not _ABBREVIATION.fullmatch(short):
        return None
    there = scene.short_forms.get(f"{met.document_id} {short}", frozenset())
    keys = there or scene.short_forms.get(short, frozenset())
    others = keys - {met.key}
    if len(keys) != 1 or not others:
        return None
    spelled = "this report spells it out" if there else "its initials"
    return Resolved(key=next(iter(others)), why=f"short for {scene.spelled[next(iter(others))]}: {spelled}")


def _find_state(met: Met, reading: NameReading, scene: Scene) -> Resolved | None:
    if met.key.sort is KeySort.STATE:
        return Resolved(key=met.key, why=f"a word for the state: {met.key.words[0]}")
    return Resolved(key=met.key, why=f"a body of {met.key.words[0]}") if met.key.sort is KeySort.BODY else None


def _find_person(met: Met, reading: NameReading, scene: Scene) -> Resolved | None:
    bare = reading.bare
    if reading.generic or not bare or (len(bare) > 1 and reading.words == bare and reading.is_person):
        return None
    here = scene.people.get(f"{met.document_id} {bare[-1]}", frozenset())
    owners = here or scene.people.get(bare[-1], frozenset())
    if len(owners) != 1 or (len(bare) > 1 and bare not in owners):
        return None
    owner = next(iter(owners))
    if reading.words == owner:
        return None
    key = SourceKey(sort=KeySort.NAME, words=owner)
    where = "named in full in this report" if here else "the only one of that surname named in full"
    return Resolved(key=key, why=f"{scene.spelled[key]}, {where}")


def _find_body(met: Met, reading: NameReading, scene: Scene) -> Resolved | None:
    """ "The ministry" is the one ministry its report names, or that of the state which its place in the text tells."""
    if not reading.generic:
        return None
    named = {one.key: one for one in scene.met_in[met.document_id] if _names_fully(one, met, reading)}
    own = scene.met_in[met.document_id][0]
    if own.key in named and name_kind(own.name) in _OFFICIAL_KINDS:
        return Resolved(key=own.key, why=f"the publisher, {own.name}, speaks of itself")
    if len(named) == 1:
        key, one = next(iter(named.items()))
        return Resolved(key=key, why=f"the only {reading.head} this report names: {one.name}")
    told = find_unsaid_state(met, scene) if not named else None
    if told is not None:
        state, why = told
        key = SourceKey(sort=KeySort.BODY, words=(state, *sorted(reading.generic)))
        if reading.generic <= {"government", "authority"}:
            key = SourceKey(sort=KeySort.STATE, words=(state,))
        return Resolved(key=key, why=f"taken for a body of {state}: {why}")
    full = scene.extended.get(reading.generic, frozenset())
    if len(full) == 1 and met.key.sort is KeySort.NAME:
        return Resolved(key=next(iter(full)), why=f"short for {scene.spelled[next(iter(full))]}, the only one here")
    if met.key.sort is KeySort.NAME and reading.generic in scene.stated:
        # Somewhere its like stands with a state: which one is meant here, nobody says.
        words = (met.document_id, *reading.words)
        return Resolved(
            key=SourceKey(sort=KeySort.DESCRIBED, words=words), why="a body of a state this report leaves open"
        )
    return None


def _names_fully(one: Met, met: Met, reading: NameReading) -> bool:
    """Tell whether a name is a fuller one of the body that another tells only the kind of."""
    other = read_name(one.name)
    if one.key.sort is KeySort.DESCRIBED or other.is_person or (other.generic and not one.is_publisher):
        return False
    if other.head != reading.head and not one.is_publisher:
        return False
    words = frozenset(one.key.words[1:]) if one.key.sort is KeySort.BODY else frozenset(fold_words(one.name))
    return reading.generic < words or (reading.generic == words and one.key.sort is KeySort.BODY)


def _find_outlet_before(met: Met, reading: NameReading, scene: Scene) -> Resolved | None:
    """ "The agency" is the one agency that its report names, "the paper" the one paper."""
    word = reading.bare[-1] if reading.bare else ""
    if len(reading.bare) > 2 or word not in _SERVICE_WORDS | _PAPER_WORDS or met.key.sort is not KeySort.DESCRIBED:
        return None
    if met.start < 0 or not _DEFINITE.match(scene.documents[met.document_id].text, met.start):
        return None
    wanted = (SourceKind.AGENCY,) if word in _SERVICE_WORDS else (SourceKind.OUTLET,)
    named = {
        one.key: one.name
        for one in scene.met_in[met.document_id]
        if not one.is_publisher and one.key.sort is not KeySort.DESCRIBED and name_kind(one.name) in wanted
    }
    if len(named) != 1:
        return None
    key, name = next(iter(named.items()))
    return Resolved(key=key, why=f"the only {word} this report names: {name}")


def _find_in_original(met: Met, reading: NameReading, scene: Scene) -> Resolved | None:
    """A description in a copy means whom it means in the report it was copied from."""
    first = scene.original.get(met.document_id)
    if first is None or met.key.sort is not KeySort.DESCRIBED:
        return None
    key = SourceKey(sort=KeySort.DESCRIBED, words=(first, *met.key.words[1:]))
    if all(one.key != key for one in scene.met_in.get(first, ())):
        return None
    return Resolved(key=key, why=f"as in {scene.documents[first].input_id}, which this report was made from")


_RULES: Final[tuple[_Rule, ...]] = (
    _find_publisher,
    _find_short,
    _find_state,
    _find_person,
    _find_body,
    _find_outlet_before,
    _find_in_original,
)
_OWN_REASONS: Final = {
    KeySort.OUTLET: "its name",
    KeySort.STATE: "a word for the state",
    KeySort.BODY: "a body of the state",
    KeySort.NAME: "its name",
    KeySort.DESCRIBED: "a description; somebody else in every report",
}
