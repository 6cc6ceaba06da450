"""The register of sources: every voice and publisher, joined under all the names it is met by.

A surname is the person of that surname named in full in the same document, or the only one anywhere; a capital, the
government and "officials" of a state are the state; a description ("the minister", "a dam engineer") means somebody in
its own document only, so it is never joined across documents. Joining keeps every name as an alias.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.link.citations import OutletNames, name_outlets
from rashomon.link.speaker_kinds import name_kind
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.ids import derive_id
from rashomon.model.places import camp_of, is_seat, state_of, states_in
from rashomon.model.provenance import Made
from rashomon.model.source import Source
from rashomon.model.vocabulary import SourceKind

RECIPE: Final = "link.sources@1"
_WORD: Final = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*")
_TITLE_LIST: Final = """
the a an mr mrs ms miss dr sir lady lord prof professor president minister prime foreign defence defense interior
secretary general gen colonel col captain capt lieutenant lt sergeant sgt admiral commander mayor governor gov senator
sen rep ambassador chancellor spokesman spokeswoman spokesperson commissioner superintendent inspector detective judge
justice king queen prince princess pope director chief adviser advisor deputy leader premier king's state press vice
"""
_TITLES: Final = frozenset(_TITLE_LIST.split())
_STATE_WORDS: Final = frozenset(
    ("government", "officials", "authorities", "side", "state", "regime", "leadership", "the", "s")
)
_LEADING: Final = re.compile(r"^(?:[A-Z]{3,}[^-–—a-z]{0,40}\s[-–—]\s|(?:[Ff]rom|[Bb]y|[Aa]ccording to|[Cc]iting)\s+)")
_DESCRIBED: Final = re.compile(
    r"(?i:the|an?|one|two|three|several|some|other|many|another|his|her|its|their|unnamed)\b|[^\W\d_A-Z]"
)
_APPOSITION_CHARS: Final = 90

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRegister:
    """All sources, and who each name means in each document; look up with `find`."""

    sources: tuple[Source, ...]
    by_name: Mapping[tuple[str, str], str]

    def find(self, document_id: str, name: str) -> str:
        """Return the id of the source that a name means in a document. KeyError: the name was not registered."""
        return self.by_name[document_id, name]


@dataclass(slots=True, kw_only=True)
class _Entry:
    """A source while names are still being added to it."""

    names: list[str]
    documents: list[str]
    described: list[str]


def register_sources(documents: Sequence[Document], claims: Sequence[Claim]) -> SourceRegister:
    """Return the register for the voices of all claims and the publishers of all documents."""
    by_id = {document.id: document for document in documents}
    outlets = name_outlets(document.publisher for document in documents if document.publisher)
    met = [(document.id, _publisher_name(document)) for document in documents]
    met += [(claim.document_id, voice.name) for claim in claims for voice in claim.chain if claim.document_id in by_id]
    met = list(dict.fromkeys(met))
    people = _list_people(met)
    entries: dict[Key, _Entry] = {}
    keys: dict[tuple[str, str], Key] = {}
    for document_id, name in met:
        key = _key_name(name, by_id[document_id], outlets, people)
        entry = entries.setdefault(key, _Entry(names=[], documents=[], described=[]))
        if name not in entry.names:
            entry.names.append(name)
        if document_id not in entry.documents:
            entry.documents.append(document_id)
            entry.described.append(_describe(name, by_id[document_id].text))
        keys[document_id, name] = key
    sources = {key: _make_source(key, entry, by_id) for key, entry in entries.items()}
    return SourceRegister(
        sources=tuple(sources.values()), by_name={met_as: sources[key].id for met_as, key in keys.items()}
    )


def _publisher_name(document: Document) -> str:
    return document.publisher or document.input_id or document.id


def _fold(name: str) -> tuple[str, ...]:
    return tuple(word.casefold().replace("’", "'") for word in _WORD.findall(name))


def _list_people(met: Sequence[tuple[str, str]]) -> dict[str, set[tuple[str, ...]]]:
    """Return full names by their last word, and by document id and last word, so that surnames find their owner."""
    people: dict[str, set[tuple[str, ...]]] = {}
    for document_id, name in met:
        bare = _strip_titles(_fold(name))
        if len(bare) >= 2 and name_kind(_cut_titles(name)) is SourceKind.PERSON:
            people.setdefault(bare[-1], set()).add(bare)
            people.setdefault(f"{document_id} {bare[-1]}", set()).add(bare)
    return people


def _strip_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return words


def _cut_titles(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].strip(".").casefold() in _TITLES:
        words = words[1:]
    return " ".join(words)


def _key_name(name: str, document: Document, outlets: OutletNames, people: Mapping[str, set[tuple[str, ...]]]) -> Key:
    """Return what two names must share to mean the same source."""
    is_publisher = name == _publisher_name(document)
    name = cut_ornaments(name)
    words = _fold(name)
    if words and words[0] == "the" and len(words) > 1:
        words = words[1:]
    bare = _strip_titles(words)
    outlet = outlets.names.get(words) or outlets.names.get(bare)
    if outlet is not None:
        return ("outlet", outlet)
    if is_publisher and name_kind(name) is not SourceKind.PERSON:
        return ("publisher", *words)
    state = _name_state(name)
    if state is not None:
        return ("state", state)
    if len(bare) == 1 or words != bare:
        owners = people.get(f"{document.id} {bare[-1]}") or people.get(bare[-1]) or set()
        if len(owners) == 1 and (len(bare) == 1 or bare in owners):
            return ("name", *next(iter(owners)))
    if _is_description(name):
        return ("described", document.id, *_singular(bare))
    return ("name", *bare)


def _is_description(name: str) -> bool:
    """Tell a description from a name: "the minister", "Police" at the head of a sentence, "Prime Minister"."""
    if _DESCRIBED.match(name) or all(word in _TITLES for word in _fold(name)):
        return True
    common = name_kind(name.casefold()) not in (SourceKind.UNKNOWN, SourceKind.AGENCY, SourceKind.OUTLET)
    return common and " " not in name.strip() and camp_of(name) is None


def cut_ornaments(name: str) -> str:
    """Drop what is no part of a name: a dateline or preposition before it, brackets after it, a role before a comma."""
    bare = re.sub(r"\s*\([^)]*\)\s*$", "", _LEADING.sub("", name)) or name
    role, comma, person = bare.rpartition(", ")
    return person if comma and name_kind(_cut_titles(person)) is SourceKind.PERSON and role else bare


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.removesuffix("'s") for word in words if word not in ("'s", "s"))


def _name_state(name: str) -> str | None:
    """Return the state where a name means its government as such: the state, its capital, its people, its officials."""
    if is_seat(name):
        return None
    whole = state_of(name)
    if whole is not None:
        return whole
    named = states_in(name)
    if len(named) != 1:
        return None
    start, end, state = named[0]
    rest = _fold(name[:start] + " " + name[end:])
    return state if rest and not is_seat(name[start:end]) and all(word in _STATE_WORDS for word in rest) else None


def _describe(name: str, text: str) -> str:
    """Return the words that say beside a name what its bearer is ("an adviser to the president", "Mayor"), or ""."""
    role, comma, person = name.rpartition(", ")
    if comma:
        return role
    place = text.find(person)
    if place < 0:
        return ""
    before = text[max(0, place - 60) : place]
    after = text[place + len(person) : place + len(person) + _APPOSITION_CHARS]
    title = re.search(r"((?:[\w.'’-]+\s+){1,4}(?:[\w'’-]+,\s+)?)$", before)
    if not person[:1].isupper():
        # "Russia's defence ministry" was cut to "defence ministry": the state stands right before it.
        return " ".join((*before.split()[-1:], person))
    apposition = re.match(r"\s*,\s*((?:an?|the|one of|head|chief|[A-Z]\w+['’]s)\s+[^,.;\n]+)", after)
    return apposition[1] if apposition else (title[1].strip(" ,\n") if title else "")


def _make_source(key: Key, entry: _Entry, by_id: Mapping[str, Document]) -> Source:
    name = key[1] if key[0] in ("outlet", "state") else max(entry.names, key=lambda one: (_rank_name(one), len(one)))
    kind = _decide_kind(key, entry, name)
    return Source(
        id=derive_id("source", *key),
        name=name if key[0] != "state" else entry.names[0],
        kind=kind,
        made=Made(recipe=RECIPE, inputs=tuple(entry.documents)),
        aliases=tuple(entry.names),
        camp=_decide_camp(key, entry, kind, by_id),
    )


def _rank_name(name: str) -> bool:
    return name_kind(_cut_titles(name)) is SourceKind.PERSON


def _decide_kind(key: Key, entry: _Entry, name: str) -> SourceKind:
    if key[0] == "state":
        unnamed = all("official" in one.casefold() or "authorit" in one.casefold() for one in entry.names)
        return SourceKind.UNNAMED_OFFICIALS if unnamed else SourceKind.STATE_BODY
    if key[0] in ("outlet", "publisher"):
        # Two capitalised words may be a person or a paper; what a publisher is must be said.
        kind = name_kind(name)
        kind = _decide_person(entry, name) if kind is SourceKind.PERSON else kind
        return SourceKind.UNKNOWN if kind is SourceKind.PERSON else kind
    kind = name_kind(cut_ornaments(name))
    return _decide_person(entry, name) if kind is SourceKind.PERSON and key[0] == "name" else kind


def _decide_person(entry: _Entry, name: str) -> SourceKind:
    """Return what is said of a person beside the name; somebody in a ministry is an official, not the ministry."""
    told = [name_kind(words) for words in (*entry.described, *entry.names, name) if words]
    for found in (SourceKind.OFFICIAL, SourceKind.EXPERT, SourceKind.ACCOUNT, SourceKind.WITNESS, SourceKind.COURT):
        if found in told:
            return found
    return SourceKind.OFFICIAL if SourceKind.STATE_BODY in told else SourceKind.PERSON


def _decide_camp(key: Key, entry: _Entry, kind: SourceKind, by_id: Mapping[str, Document]) -> str:
    """Return the state a source speaks for, by its name, its description, or the official body that publishes it."""
    if key[0] == "state":
        return key[1]
    for name in entry.names:
        camp = camp_of(name)
        if camp is not None:
            return camp
    official = (SourceKind.OFFICIAL, SourceKind.STATE_BODY, SourceKind.UNNAMED_OFFICIALS, SourceKind.COURT)
    for words in entry.described:
        camp = _camp_in_description(words) if key[0] != "described" else (camp_of(words) if kind in official else None)
        if camp is not None:
            return camp
    if key[0] == "described" or kind is SourceKind.OFFICIAL:
        for document_id in entry.documents:
            camp = camp_of(by_id[document_id].publisher)
            if camp is not None and kind in official:
                return camp
    if kind in (SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.UNKNOWN) or key[0] == "described":
        return ""
    # A body or person named by name speaks for itself; "Specialists" and "Police sources" may speak for anybody.
    own = cut_ornaments(entry.names[0])
    crowd = kind in (SourceKind.EXPERT, SourceKind.WITNESS, SourceKind.UNNAMED_OFFICIALS)
    return "" if crowd and name_kind(_cut_titles(own)) is not SourceKind.PERSON else own


def _camp_in_description(words: str) -> str | None:
    """A description names a camp only where its words are those of a body: "a Moscow painter" speaks for nobody."""
    named = states_in(words)
    if not named or name_kind(words) not in (SourceKind.OFFICIAL, SourceKind.STATE_BODY, SourceKind.UNNAMED_OFFICIALS):
        return None
    return named[0][2]
