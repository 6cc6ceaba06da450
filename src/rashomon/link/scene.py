"""What the reports tell together about the names in them: full names, abbreviations, bodies, outlets, originals."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.link.citations import OutletNames
from rashomon.link.name_words import cut_ornaments, fold_words
from rashomon.link.names_met import Met, find_titled_people, name_papers
from rashomon.link.source_names import KeySort, SourceKey, read_name
from rashomon.model.document import Document
from rashomon.model.lineage import Origin

_SPELLED_OUT: Final = re.compile(r"(?P<name>[A-Z][^()\n.;:]{5,90}?)\s*\((?:the |or )?(?P<short>[A-Z][A-Za-z.]{1,8})\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the reports tell together: whom their names may mean.

    `people` are full names by surname, and by report and surname; `short_forms` keys by abbreviation, and by report and
    abbreviation; `stated` the generic names that somewhere stand with their state; `extended` the one full name that a
    body's bare name is short for; `original` the report a copy was made from; `spelled` the fullest spelling of
    each key.
    """

    documents: Mapping[str, Document]
    met_in: Mapping[str, Sequence[Met]]
    outlets: OutletNames
    people: Mapping[str, frozenset[tuple[str, ...]]]
    short_forms: Mapping[str, frozenset[SourceKey]]
    stated: frozenset[frozenset[str]]
    extended: Mapping[frozenset[str], frozenset[SourceKey]]
    original: Mapping[str, str]
    spelled: Mapping[SourceKey, str]


def read_scene(documents: Sequence[Document], met: Sequence[Met], origins: Sequence[Origin]) -> Scene:
    """Return what the reports tell together. `origins` tell which reports are copies of which."""
    met_in: dict[str, list[Met]] = defaultdict(list)
    people: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    stated: set[frozenset[str]] = set()
    for one in met:
        met_in[one.document_id].append(one)
        reading = read_name(one.name)
        if reading.is_person and one.key.sort is KeySort.NAME:
            people[reading.bare[-1]].add(reading.bare)
            people[f"{one.document_id} {reading.bare[-1]}"].add(reading.bare)
        if one.key.sort is KeySort.BODY:
            stated.add(frozenset(one.key.words[1:]))
    by_id = {document.id: document for document in documents}
    persons = frozenset(find_titled_people(one.name for one in met))
    return Scene(
        documents=by_id,
        met_in=met_in,
        outlets=name_papers(documents, persons),
        people={key: frozenset(names) for key, names in people.items()},
        short_forms=_find_short_forms(by_id, met),
        stated=frozenset(stated),
        extended=_find_extended(met),
        original={copy: origin.document_ids[0] for origin in origins for copy in origin.document_ids[1:]},
        spelled=_spell_keys(met),
    )


def _find_short_forms(documents: Mapping[str, Document], met: Sequence[Met]) -> dict[str, frozenset[SourceKey]]:
    """Return the full names that abbreviations stand for: by initials anywhere, as spelled out in a report there."""
    found: dict[str, set[SourceKey]] = defaultdict(set)
    by_words: dict[tuple[str, ...], SourceKey] = {}
    for one in met:
        reading = read_name(one.name)
        if reading.sort is not KeySort.DESCRIBED or one.key.sort is KeySort.OUTLET:
            by_words[reading.words] = one.key
            if len(reading.initials) >= 3:
                found[reading.initials].add(one.key)
    for document in documents.values():
        for match in _SPELLED_OUT.finditer(document.text):
            words = fold_words(match["name"])
            spelled = next((words[n:] for n in range(len(words)) if words[n:] in by_words and n < len(words)), None)
            if spelled is not None:
                found[f"{document.id} {fold_short(match['short'])}"].add(by_words[spelled])
    return {short: frozenset(keys) for short, keys in found.items()}


def _find_extended(met: Sequence[Met]) -> dict[frozenset[str], frozenset[SourceKey]]:
    """Return for the bare name of a body the full ones: "Interior Ministry" for "Interior Ministry of Velmara"."""
    found: dict[frozenset[str], set[SourceKey]] = defaultdict(set)
    for one in met:
        if one.key.sort not in (KeySort.NAME, KeySort.OUTLET):
            continue
        base, of, place = cut_ornaments(one.name).partition(" of ")
        generic = read_name(base).generic if of and place[:1].isupper() else frozenset()
        if len(generic) > 1:
            found[generic].add(one.key)
    return {words: frozenset(keys) for words, keys in found.items()}


def fold_short(short: str) -> str:
    """Return an abbreviation without its dots."""
    return short.replace(".", "").strip()


def _spell_keys(met: Sequence[Met]) -> dict[SourceKey, str]:
    spelled: dict[SourceKey, str] = {}
    for one in met:
        spelled[one.key] = max(one.name, spelled.get(one.key, ""), key=lambda name: (len(name), name))
    return spelled
