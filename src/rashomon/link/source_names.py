"""What the name of a source says by itself, before any report is looked at: its words, its sort, what it is a key to.

A state is meant by its own name, its capital, its people and its officials; a body of a state by the state and the
words for the body, however they are put ("Russian Defense Ministry", "Ministry of Defence of the Russian Federation").
A description ("the minister", "a dam engineer") means somebody in its own report only.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from rashomon.link.body_names import name_state, read_body, read_generic
from rashomon.link.name_words import (
    SMALL_WORDS,
    TITLES,
    WORD,
    cut_ornaments,
    cut_titles,
    drop_article,
    find_head,
    fold_words,
    strip_titles,
)
from rashomon.link.speaker_kinds import name_kind
from rashomon.model.ids import derive_id
from rashomon.model.places import camp_of, state_of, states_in
from rashomon.model.vocabulary import SourceKind

_DESCRIBED: Final = re.compile(
    r"(?:the|an?|one|two|three|several|some|other|many|another|his|her|its|their|unnamed)\b", re.IGNORECASE
)
_SERVICE_TAIL: Final = frozenset(("news", "agency", "wire", "newswire", "service"))


class KeySort(StrEnum):
    """What kind of thing a key stands for."""

    OUTLET = "outlet"
    STATE = "state"
    BODY = "body"
    NAME = "name"
    DESCRIBED = "described"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceKey:
    """What two mentions must share to mean the same source. Words of a description begin with its document's id."""

    sort: KeySort
    words: tuple[str, ...]

    @property
    def source_id(self) -> str:
        """The id of the source with this key."""
        return _derive_source_id(self.sort, self.words)


@lru_cache(maxsize=1 << 15)
def _derive_source_id(sort: KeySort, words: tuple[str, ...]) -> str:
    return derive_id("source", sort, *words)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameReading:
    """A name as it reads by itself.

    `words` are folded, without article; `bare` also without titles. `head` is the word the name is about. `generic` are
    the words of a body whose state the name does not tell ("the foreign ministry"). `initials` are those of a name of
    several words that may have a short form.
    """

    sort: KeySort
    key_words: tuple[str, ...]
    words: tuple[str, ...]
    bare: tuple[str, ...]
    generic: frozenset[str]
    head: str
    is_person: bool
    initials: str


@lru_cache(maxsize=1 << 15)
def read_name(name: str) -> NameReading:
    """Return what a name says by itself."""
    cut = cut_ornaments(name)
    words = drop_article(fold_words(cut))
    person = _cut_state_before_title(cut)
    bare = strip_titles(drop_article(fold_words(person)))
    state, body = name_state(cut), read_body(name)
    generic = frozenset[str]() if state or body else read_generic(cut)
    proper = bool(generic) and len(generic) > 1 and cut[:1].isupper()
    key_words: tuple[str, ...]
    if state is not None:
        sort, key_words = KeySort.STATE, (state,)
    elif body is not None:
        sort, key_words = KeySort.BODY, body
    elif not proper and (generic or is_description(cut)):
        sort, key_words = KeySort.DESCRIBED, _singular(words if generic else bare)
    elif person != cut:
        sort, key_words = KeySort.NAME, bare
    else:
        sort, key_words = KeySort.NAME, _cut_service_tail(_cut_owner(cut), bare)
    named = sort is KeySort.NAME and not generic
    is_person = named and len(bare) >= 2 and name_kind(cut_titles(person)) is SourceKind.PERSON
    return NameReading(
        sort=sort,
        key_words=key_words or (name,),
        words=words,
        bare=bare,
        generic=generic,
        head=find_head(cut),
        is_person=is_person,
        initials="" if is_person else _read_initials(cut),
    )


def key_name(name: str, document_id: str) -> SourceKey:
    """Return the key of a name met in a document, by the name alone."""
    reading = read_name(name)
    described = reading.sort is KeySort.DESCRIBED
    return SourceKey(sort=reading.sort, words=(document_id, *reading.key_words) if described else reading.key_words)


def is_description(name: str) -> bool:
    """Tell a description from a name: "the minister", "Police" and "Hospital staff" at the head of a sentence."""
    if name[:1].islower() or _DESCRIBED.match(name) or all(word in TITLES for word in fold_words(name)):
        return True
    later = name.split()[1:]
    if not later:
        common = name_kind(name.casefold()) not in (SourceKind.UNKNOWN, SourceKind.AGENCY, SourceKind.OUTLET)
        return common and camp_of(name) is None
    plain = [word for word in later if word[:1].islower() and word not in SMALL_WORDS and word not in _SERVICE_TAIL]
    return bool(plain) and not any(word[:1].isupper() or word[:1].isdigit() for word in later)


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.removesuffix("'s") for word in words if word not in ("'s", "s"))


def _cut_state_before_title(name: str) -> str:
    """ "Kenyan President Ada Oduya" is Ada Oduya; "Jordan Ellis" stays whole."""
    for start, end, _ in states_in(name)[:1]:
        rest = name[end:].lstrip("'’s ")
        if start == 0 and rest.split() and rest.split()[0].casefold() in TITLES and len(rest.split()) > 1:
            return rest
    return name


def _cut_owner(name: str) -> str:
    """ "Kenya's TASS agency" is known as the TASS agency: what is a name without its state needs no state."""
    owner = re.match(r"(?:[Tt]he )?([A-Z][\w. ]*?)['’]s\s+(?=[A-Z])", name)
    return name[owner.end() :] if owner and state_of(owner[1]) is not None else name


def _cut_service_tail(name: str, bare: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name; "Interfax news agency" is Interfax."""
    words = strip_titles(drop_article(fold_words(name))) if fold_words(name)[-1:] == bare[-1:] else bare
    short = words
    while len(short) > 1 and short[-1] in _SERVICE_TAIL:
        short = short[:-1]
    agency = len(short) == 1 and short != words and name_kind(name) is SourceKind.AGENCY
    return short if agency else words


def _read_initials(name: str) -> str:
    head = name.partition(",")[0]
    words = [word for word in WORD.findall(head) if word.casefold() not in SMALL_WORDS]
    return "".join(word[0] for word in words) if len(words) > 1 and all(word[0].isupper() for word in words) else ""
