"""What is told of a source: its name, its kind and whom it speaks for, from its names and the words beside them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from rashomon.link.body_names import is_office
from rashomon.link.name_words import TITLES, cut_ornaments, cut_titles
from rashomon.link.names_met import Met
from rashomon.link.source_names import KeySort, SourceKey, read_name
from rashomon.link.speaker_kinds import name_kind
from rashomon.model.document import Document
from rashomon.model.places import camp_of, state_of, states_in
from rashomon.model.vocabulary import SourceKind

_APPOSITION_CHARS: Final = 90
_BEFORE_CHARS: Final = 60
_SPOKESMAN: Final = re.compile(
    r"(?:(?P<before>(?:[A-Z][\w&-]*\s)*[A-Z][\w&-]*)(?:['’]s?)?\s)?spokes(?:man|woman|person)\b"
    r"(?:\s(?:for|of)\s(?:the\s)?(?P<after>(?:[A-Z][\w&-]*\s?)+))?"
)
_OFFICIAL: Final = frozenset(
    (SourceKind.OFFICIAL, SourceKind.STATE_BODY, SourceKind.UNNAMED_OFFICIALS, SourceKind.COURT)
)
_BODIES: Final = frozenset((SourceKind.COURT, SourceKind.EXPERT_BODY, SourceKind.UNNAMED_OFFICIALS))
_OFFICIAL_PUBLISHERS: Final = frozenset(
    "ministry government army navy police embassy command military parliament cabinet presidency republic".split()
)
"""What no newspaper or agency calls itself, unlike "service", "bureau" and "office"."""
_SPEAKS_FOR_NOBODY: Final = frozenset((SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.UNKNOWN))
_CROWD: Final = frozenset((SourceKind.EXPERT, SourceKind.WITNESS, SourceKind.UNNAMED_OFFICIALS))
_TOLD_OF_PEOPLE: Final = (
    SourceKind.OFFICIAL,
    SourceKind.EXPERT,
    SourceKind.ACCOUNT,
    SourceKind.WITNESS,
    SourceKind.COURT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A source as the machine sees it. `key` is the one its names have in common."""

    key: SourceKey
    name: str
    kind: SourceKind
    camp: str
    aliases: tuple[str, ...]
    document_ids: tuple[str, ...]


def draw_portrait(
    key: SourceKey, own: Sequence[Met], documents: Mapping[str, Document], *, more: Sequence[Met] = ()
) -> Portrait:
    """Return what is told of the source that some names mean: at least one of its own, and `more` an analyst added.

    It goes by one of its own names; what stands beside the others counts as well.
    """
    met = (*own, *more)
    names = tuple(dict.fromkeys(one.name for one in met))
    described = [_describe(one.name, documents[one.document_id].text) for one in met]
    name = _choose_name(key, own)
    portrait = Portrait(
        key=key,
        name=name,
        kind=_decide_kind(key, names, described, name),
        camp="",
        aliases=names,
        document_ids=tuple(dict.fromkeys(one.document_id for one in met)),
    )
    camp = _decide_camp(portrait, described, [documents[document_id] for document_id in portrait.document_ids])
    return replace(portrait, camp=camp)


def _choose_name(key: SourceKey, met: Sequence[Met]) -> str:
    """Return the fullest name of a person or body, an outlet's own shortest one, the commonest word for a state."""
    if key.sort is KeySort.OUTLET:
        own = [one.name for one in met if one.is_publisher] or [one.name for one in met]
        return min(own, key=lambda name: (len(name), name))
    if key.sort is KeySort.STATE:
        # The state's own name where it was met, else its capital, else the word used most.
        times = Counter(one.name for one in met)
        return max(times, key=lambda name: (name == key.words[0], _rank_word(name), times[name], name))
    # A name that is part of the report's furniture ("Head of the Council, Ada Oduya") is fuller than its bearer's.
    return max((one.name for one in met), key=lambda name: (_rank_name(name), len(name), name))


def _rank_word(name: str) -> bool:
    return state_of(name) is not None and not name.endswith("s")


@lru_cache(maxsize=1 << 14)
def _rank_name(name: str) -> bool:
    return name_kind(cut_titles(name)) is SourceKind.PERSON


def _describe(name: str, text: str) -> str:
    """Return the words that say beside a name what its bearer is ("an adviser to the president", "Mayor"), or ""."""
    role, comma, person = name.rpartition(", ")
    if comma:
        return role
    place = text.find(person)
    if place < 0:
        return ""
    before = text[max(0, place - _BEFORE_CHARS) : place]
    after = text[place + len(person) : place + len(person) + _APPOSITION_CHARS]
    title = re.search(r"((?:[\w.'’-]+\s+){1,4}(?:[\w'’-]+,\s+)?)$", before)
    if not person[:1].isupper():
        # "Russia's defence ministry" was cut to "defence ministry": the state stands right before it.
        return " ".join((*before.split()[-1:], person))
    apposition = re.match(r"\s*,\s*((?:an?|the|one of|head|chief|[A-Z]\w+['’]s)\s+[^,.;\n]+)", after)
    return apposition[1] if apposition else (title[1].strip(" ,\n") if title else "")


def _decide_kind(key: SourceKey, names: Sequence[str], described: Sequence[str], name: str) -> SourceKind:
    if key.sort is KeySort.STATE:
        unnamed = all("official" in one.casefold() or "authorit" in one.casefold() for one in names)
        return SourceKind.UNNAMED_OFFICIALS if unnamed else SourceKind.STATE_BODY
    if key.sort is KeySort.OUTLET:
        # Two capitalised words may be a person or a paper; what a publisher is must be said.
        told = [name_kind(one) for one in (name, *names)]
        kind = next((kind for kind in told if kind not in (SourceKind.PERSON, SourceKind.UNKNOWN)), told[0])
        kind = _decide_person(described, names) if kind is SourceKind.PERSON else kind
        return SourceKind.UNKNOWN if kind is SourceKind.PERSON else kind
    if key.sort is KeySort.BODY:
        if is_office(cut_ornaments(name)):
            return SourceKind.OFFICIAL
        kind = name_kind(name)
        return kind if kind in _BODIES else SourceKind.STATE_BODY
    kind = name_kind(cut_ornaments(name))
    return _decide_person(described, names) if kind is SourceKind.PERSON and key.sort is KeySort.NAME else kind


def _decide_person(described: Sequence[str], names: Sequence[str]) -> SourceKind:
    """Return what is said of a person beside the name; somebody in a ministry is an official, not the ministry."""
    told = [name_kind(words) for words in (*described, *names) if words]
    for found in _TOLD_OF_PEOPLE:
        if found in told:
            return found
    return SourceKind.OFFICIAL if SourceKind.STATE_BODY in told else SourceKind.PERSON


def _decide_camp(portrait: Portrait, described: Sequence[str], documents: Sequence[Document]) -> str:
    """Return the state a source speaks for, by its name, its description, or the official body that publishes it."""
    key, names, kind = portrait.key, portrait.aliases, portrait.kind
    if key.sort in (KeySort.STATE, KeySort.BODY):
        return key.words[0]
    for name in names:
        camp = camp_of(name) or _camp_before_title(name)
        if camp is not None:
            return camp
    for words in described:
        told = camp_of(words) if kind in _OFFICIAL else None
        camp = told if key.sort is KeySort.DESCRIBED else _camp_in_description(words)
        if camp is not None:
            return camp
    for words in (*described, *names):
        body = _body_spoken_for(words)
        if body:
            return body
    if kind in _OFFICIAL and (key.sort is KeySort.DESCRIBED or kind is SourceKind.OFFICIAL):
        for document in documents:
            camp = camp_of(document.publisher)
            if camp is not None or read_name(document.publisher.partition(",")[0]).head in _OFFICIAL_PUBLISHERS:
                return camp or cut_ornaments(document.publisher)
    if kind in _SPEAKS_FOR_NOBODY or kind is SourceKind.OFFICIAL or key.sort is KeySort.DESCRIBED:
        # For whom an official speaks must be said: that he holds an office says only that it is not for himself.
        return ""
    # A body or person named by name speaks for itself; "Specialists" and "Police sources" may speak for anybody.
    own = cut_ornaments(portrait.name)
    person = name_kind(cut_titles(own)) is SourceKind.PERSON
    return "" if kind in _CROWD and not person else cut_titles(own) if person else own


def _camp_before_title(name: str) -> str | None:
    """ "Kenyan President Ada Oduya" speaks for Kenya."""
    if not read_name(name).is_person or len(read_name(name).bare) == len(read_name(name).words):
        return None
    return next((state for start, _, state in states_in(name) if start == 0), None)


def _body_spoken_for(words: str) -> str:
    """ "Varda Line spokesman", "a spokeswoman for the Varda Line": for whom somebody speaks by office."""
    found = _SPOKESMAN.search(words)
    body = (found["after"] or found["before"] or "").strip() if found else ""
    body = re.sub(r"^(?:An?|The)\s", "", body)
    return "" if not body or body.casefold() in TITLES else camp_of(body) or body


def _camp_in_description(words: str) -> str | None:
    """A description names a camp only where its words are those of a body: "a Moscow painter" speaks for nobody."""
    named = states_in(words)
    if not named or name_kind(words) not in (SourceKind.OFFICIAL, SourceKind.STATE_BODY, SourceKind.UNNAMED_OFFICIALS):
        return None
    return named[0][2]
