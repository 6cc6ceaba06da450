"""The names met in each report: who publishes it, who speaks in it, where, and what each name means by itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.link.chronology import publication_key
from rashomon.link.citations import OutletNames, fold_publisher, name_outlets
from rashomon.link.name_words import fold_words, strip_titles
from rashomon.link.source_names import KeySort, SourceKey, key_name, read_name
from rashomon.model.claim import Claim
from rashomon.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A name as met in one report: where its first mention starts (-1: not in the text), which claims it is a voice of.

    `key` is what the name means by itself.
    """

    document_id: str
    name: str
    is_publisher: bool
    start: int
    claim_ids: tuple[str, ...]
    key: SourceKey


def gather_names(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Met, ...]:
    """Return every name met in each report, its publisher first, in the order of their appearance in time."""
    ordered = sorted(documents, key=lambda document: (*publication_key(document), document.id))
    starts: dict[tuple[str, str], int] = {}
    claim_ids: dict[tuple[str, str], dict[str, None]] = {(d.id, publisher_name(d)): {} for d in ordered}
    place = {document.id: number for number, document in enumerate(ordered)}
    known = sorted((c for c in claims if c.document_id in place), key=lambda c: (place[c.document_id], c.order, c.id))
    for claim in known:
        for voice in claim.chain:
            met_as = (claim.document_id, voice.name)
            claim_ids.setdefault(met_as, {})[claim.id] = None
            if voice.start >= 0:
                starts[met_as] = min(voice.start, starts.get(met_as, voice.start))
    persons = frozenset(find_titled_people(name for _, name in claim_ids))
    outlets = name_papers(ordered, persons)
    by_id = {document.id: document for document in ordered}
    return tuple(
        Met(
            document_id=document_id,
            name=name,
            is_publisher=name == publisher_name(by_id[document_id]),
            start=starts.get((document_id, name), -1),
            claim_ids=tuple(ids),
            key=_own_key(name, by_id[document_id], outlets, persons),
        )
        for (document_id, name), ids in sorted(claim_ids.items(), key=lambda item: place[item[0][0]])
    )


def publisher_name(document: Document) -> str:
    """Return the name a report's publisher goes by: the publisher's, else the report's own id."""
    return document.publisher or document.input_id or document.id


def _own_key(name: str, document: Document, outlets: OutletNames, persons: frozenset[tuple[str, ...]]) -> SourceKey:
    """Return what a name means by itself, publishers known."""
    reading = read_name(name)
    outlet = outlets.names.get(reading.words) or outlets.names.get(reading.bare)
    if name == publisher_name(document):
        key = _publisher_key(name, persons)
        return key if key.sort is not KeySort.DESCRIBED else SourceKey(sort=KeySort.OUTLET, words=fold_publisher(name))
    if outlet is not None:
        return _publisher_key(outlet, persons)
    return key_name(name, document.id)


def _publisher_key(publisher: str, persons: frozenset[tuple[str, ...]]) -> SourceKey:
    """An official publisher is the body it is, a person who publishes that person; any other publisher is an outlet."""
    core = fold_publisher(publisher) or fold_words(publisher) or (publisher,)
    if strip_titles(core) in persons:
        return SourceKey(sort=KeySort.NAME, words=strip_titles(core))
    for part in (publisher.partition(",")[0], publisher):
        reading = read_name(part)
        if reading.sort in (KeySort.STATE, KeySort.BODY):
            return SourceKey(sort=reading.sort, words=reading.key_words)
    return SourceKey(sort=KeySort.OUTLET, words=core)


def name_papers(documents: Sequence[Document], persons: frozenset[tuple[str, ...]]) -> OutletNames:
    """Return the ways in which the publishers that are no persons may be named."""
    publishers = (document.publisher for document in documents if document.publisher)
    return name_outlets(one for one in publishers if strip_titles(fold_publisher(one)) not in persons)


def find_titled_people(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield the full names somebody is given together with a title: they are people, even where they publish."""
    for name in names:
        reading = read_name(name)
        if reading.is_person and len(reading.words) > len(reading.bare):
            yield reading.bare
