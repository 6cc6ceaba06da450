"""The register of sources: every voice and publisher, joined under all the names it is met by.

`resolution` finds whom each name means, `settling` lays the decisions of analysts over it, `source_traits` tells what
each source is. Joining keeps every name, where it stood and why it was joined.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.link.name_words import cut_ornaments
from rashomon.link.names_met import Met, gather_names
from rashomon.link.resolution import Resolved, resolve_names
from rashomon.link.settling import TRAITS, Group, Settled, settle_names
from rashomon.link.source_traits import Portrait, draw_portrait
from rashomon.model.claim import Claim
from rashomon.model.decision import BY_ANALYST, Decision
from rashomon.model.document import Document
from rashomon.model.lineage import Origin
from rashomon.model.provenance import Made
from rashomon.model.source import MachineReading, Source, SourceMention
from rashomon.model.vocabulary import DecisionKind, SourceKind

__all__ = ["SourceRegister", "cut_ornaments", "register_sources"]

RECIPE: Final = "link.sources@2"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRegister:
    """All sources, each mention of them, and who each name means in each report; look up with `find`."""

    sources: tuple[Source, ...]
    mentions: tuple[SourceMention, ...]
    by_name: Mapping[tuple[str, str], str]

    def find(self, document_id: str, name: str) -> str:
        """Return the id of the source that a name means in a document. KeyError: the name was not registered."""
        return self.by_name[document_id, name]


def register_sources(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    *,
    origins: Sequence[Origin] = (),
    decisions: Sequence[Decision] = (),
) -> SourceRegister:
    """Return the register for the voices of all claims and the publishers of all documents.

    `origins` tell which reports are copies: a description in a copy means whom it means in the original. `decisions`
    count in the order given, also on sources that a later report joined to others. The order of the documents changes
    nothing.
    """
    names = gather_names(documents, claims)
    meant = resolve_names(documents, names, origins=origins)
    settled = settle_names(names, meant, decisions)
    desk = _Desk(names=names, meant=meant, settled=settled, documents={one.id: one for one in documents})
    sources = {source_id: _make_source(source_id, desk) for source_id in settled.groups}
    place_of = {
        place: source_id for source_id, groups in settled.groups.items() for group in groups for place in group.places
    }
    return SourceRegister(
        sources=tuple(sources[source_id] for source_id in dict.fromkeys(place_of[n] for n in range(len(names)))),
        mentions=tuple(_make_mention(place, sources[place_of[place]], desk) for place in range(len(names))),
        by_name={(one.document_id, one.name): place_of[place] for place, one in enumerate(names)},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What sources are made from: the names, whom each means, and what was decided."""

    names: Sequence[Met]
    meant: Sequence[Resolved]
    settled: Settled
    documents: Mapping[str, Document]


def _make_source(source_id: str, desk: _Desk) -> Source:
    portraits = _draw(desk.settled.groups[source_id], desk)
    whole = portraits[0]
    traits = desk.settled.traits[source_id]
    decided = desk.settled.shaped_by[source_id]
    source = Source(
        id=source_id,
        name=whole.name,
        kind=next((one.kind for one in portraits if one.kind is not SourceKind.UNKNOWN), SourceKind.UNKNOWN),
        made=Made(recipe=RECIPE, inputs=(*whole.document_ids, *decided)),
        aliases=whole.aliases,
        camp=next((one.camp for one in portraits if one.camp), ""),
        decision_ids=decided,
    )
    return _apply(source, traits)


def _draw(groups: Sequence[Group], desk: _Desk) -> list[Portrait]:
    """Return the portrait of all names together, seen from the first group, then that of each group merged into it."""
    portraits = []
    everybody = [place for group in groups for place in group.places]
    for number, group in enumerate(groups):
        first = group.places[0]
        # A group that a split took out is no longer what the machine took it for: its name speaks for itself.
        found = desk.meant[first].key
        key = found if found.source_id == group.id else desk.names[first].key
        own = [desk.names[place] for place in group.places]
        more = [] if number else [desk.names[place] for place in everybody[len(own) :]]
        portraits.append(draw_portrait(key, own, desk.documents, more=more))
    return portraits


def _apply(source: Source, traits: Mapping[DecisionKind, Decision]) -> Source:
    """Return the source as the analysts see it; what the machine read of it stays beside that."""
    grade, kind, camp = (traits.get(one) for one in TRAITS)
    decided = source
    if kind is not None:
        decided = replace(decided, kind=SourceKind(kind.value))
    if camp is not None:
        decided = replace(decided, camp=camp.value)
    if kind is not None or camp is not None:
        decided = replace(decided, machine=MachineReading(kind=source.kind, camp=source.camp))
    if grade is not None:
        decided = replace(decided, reliability=grade.value, reliability_basis=grade.why)
    return decided


def _make_mention(place: int, source: Source, desk: _Desk) -> SourceMention:
    one, meant = desk.names[place], desk.meant[place]
    moved = desk.settled.moved_by.get(place)
    return SourceMention(
        document_id=one.document_id,
        name=one.name,
        source_id=source.id,
        found_id=meant.key.source_id,
        start=one.start,
        claim_ids=one.claim_ids,
        why=meant.why if moved is None else f"{_say_decision(moved, source)}; by the machine: {meant.why}",
        made=Made(recipe=RECIPE, inputs=(one.document_id, *((moved.id,) if moved else ()))),
    )


def _say_decision(decision: Decision, source: Source) -> str:
    done = f"the same as {source.name}" if decision.kind is DecisionKind.MERGE_SOURCES else "split off"
    reason = f" ({decision.why})" if decision.why else ""
    return f"{done}, says {decision.made.by.removeprefix(BY_ANALYST)}{reason}"
