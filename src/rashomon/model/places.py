"""Which state a word or a phrase stands for: names, capitals, demonyms, formal names and names of its bodies.

The tables behind it (model/gazetteer.py) take no side on recognition. Only as a speaker or actor does a capital mean
the state: callers decide that; the functions here only say which state a word may stand for.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from rashomon.model.gazetteer import Alias, Place, PlaceKind, fold_name, list_bodies, list_places

_BODY_LIST: Final = """
ambassade city municipal regional region local public
administration admiralty adviser advisers advisor advisors affairs agencies agency agent agents aide aides air
aircraft aligned ambassador ambassadors armed army attorney authorities authority backed border bureau cabinet
central chancellor chief chiefs coast coastguard command commander commanders commission committee congress consulate
counterintelligence covert defence defense delegation department deputy diplomat diplomats director directorate
directors eastern embassy emergencies emergency executive federal federation force forces foreign general
generals government governmental guard guards hackers head headquarters health home information intelligence
interior invaders investigators itself joint justice law lawmakers leader leaders leadership linked main many
marines mayor mayors member members military militia minister ministers ministry mission nation national navy
northern occupation occupiers occupying office officer officers offices official officials operatives parliament
party people permanent pilots point police presidency president presidential press prime prosecution prosecutor
prosecutors regime representative republic rulers secret secretary security senate senator senators senior
service services several side soldier soldiers some southern southwestern special spies spokesman spokesmen
spokesperson spokeswoman sponsored staff state states team teams themselves three top troops two undersecretary
unit units unnamed war western
"""
# Words that, beside a state's name, leave the phrase meaning that state: its bodies, its forces, its people in charge.
BODY_WORDS: Final = frozenset(_BODY_LIST.split())
_INSTITUTION_LIST: Final = """
administration agencies agency air army assembly authority bureau cabinet carabinieri chancellery coastguard command
committee consulate corps council customs delegation department directorate embassy force forces gendarmerie government
guard guards headquarters inspectorate intelligence junta marines military ministry mission mukhabarat navy office
parliament police presidency regime secretariat senate service services staff
"""
# Nouns for a state's institutions, whatever their business.
INSTITUTIONS: Final = frozenset(_INSTITUTION_LIST.split())
_OFFICE_LIST: Final = "minister ministers secretary chief director deputy commissioner official officials"
_DOMAIN_LIST: Final = """
agriculture aviation commerce communications constitutional counterterrorism culture cyber development digital economic
economy education employment energy environment finance finances fisheries housing industry infrastructure investigative
labor labour natural religious resources royal science social space sport sports technology tourism trade transport
transportation treasury veterans water welfare works
"""
# What ministries are for: a body's word only beside a noun for an institution ("energy ministry", not "energy").
DOMAINS: Final = frozenset(_DOMAIN_LIST.split())
_HEADS: Final = INSTITUTIONS | frozenset(_OFFICE_LIST.split())
_FILLER_LIST: Final = "a an the of for to in at on and or its his her their one own s by from de"
FILLERS: Final = frozenset(_FILLER_LIST.split())
_ARTICLES: Final = frozenset("The A An THE AN the a an".split())
_QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """What a folded name stands for: a state, or "" for what keeps a state's word from meaning it (New Mexico)."""

    state: str
    written: str = ""
    exact: bool = False

    def is_written_in(self, text: str) -> bool:
        """Tell whether capitals stand where the name has them ("Russia today" is not Russia Today)."""
        if self.exact:
            return self.written in text.replace(".", "")
        pairs = zip(reversed(self.written.split()), reversed(text.split()), strict=False)
        return all(shown[0].isupper() for own, shown in pairs if own[0].isupper())


def _read_names() -> dict[str, _Name]:
    """Return every name of the gazetteer, folded; what speaks for a state comes before what only hides its name."""
    names: dict[str, _Name] = {}
    for place in list_places():
        for word in _words_of(place):
            hidden = place.kind is PlaceKind.PLACE
            names.setdefault(fold_name(word), _Name(state="", written=word) if hidden else _Name(state=place.name))
    for body in list_bodies():
        state = "" if body.is_press else body.state
        for alias in body.aliases:
            if not alias.shared:
                names.setdefault(fold_name(alias.text), _name_body(state, alias))
    return names


def _words_of(place: Place) -> Iterator[str]:
    yield from (place.name, *place.capitals, *place.demonyms, *place.other_names)
    yield from (demonym + "s" for demonym in place.demonyms)


def _name_body(state: str, alias: Alias) -> _Name:
    return _Name(state=state, written=alias.text if alias.exact or not state else "", exact=alias.exact)


def _read_seats() -> frozenset[str]:
    bodies = (body for body in list_bodies() if body.state and not body.is_press)
    return frozenset(fold_name(alias.text) for body in bodies for alias in body.aliases if not alias.shared)


def _read_shared() -> frozenset[tuple[str, str]]:
    """Return state and folded name of bodies of states that mean them only beside the state."""
    bodies = (body for body in list_bodies() if body.state and not body.is_press)
    return frozenset((body.state, fold_name(one.text)) for body in bodies for one in body.aliases if one.shared)


def _reach_of(names: Mapping[str, _Name]) -> dict[str, int]:
    """Return by first word how many words the longest name has that begins with it."""
    reach: dict[str, int] = {}
    for name in names:
        words = name.split()
        first = words[0].removesuffix("'s")  # as a text's words come without it
        reach[first] = max(reach.get(first, 0), len(words))
    return reach


NAMES: Final = MappingProxyType(_read_names())
# Names of one body of a state; bodies of one state may disagree.
SEATS: Final = _read_seats()
_SHARED: Final = _read_shared()
_REACH: Final = MappingProxyType(_reach_of(NAMES))
_WORD: Final = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{1,3}\d{1,2}\b|(?!(?<=['’])s\b)[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?")
_GAP: Final = re.compile(r"(?:['’]s)?\s|-|\.\s")


@lru_cache(maxsize=1 << 14)
def state_of(text: str) -> str | None:
    """Return the state a whole phrase is a word for ("Kyiv", "the Ukrainians", "U.S.", "the Kremlin"), else None."""
    return _look_up(text) or None


def _look_up(text: str) -> str | None:
    """Return the state a whole phrase stands for, "" where it only holds a state's word, None where it holds none."""
    folded = fold_name(text)
    name = NAMES.get(folded)
    # The pronoun "us" is not a state, nor is "pole" or "hur" in lower case: at least one capital is asked for.
    if name is None or not any(letter.isupper() for letter in text):
        return None
    if folded == "us" and "US" not in text and "U.S" not in text:
        return None
    return name.state if name.is_written_in(text) else None


def is_seat(text: str) -> bool:
    """Tell whether a phrase names one body or seat of a state (the Pentagon, Downing Street), not the state as such."""
    folded = fold_name(text)
    return folded in SEATS and NAMES[folded].is_written_in(text)


def states_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return start, end and state of each word for a state in a text, in order; lower-case words do not count."""
    words = [match.span() for match in _WORD.finditer(text)]
    found, at = [], 0
    while at < len(words):
        taken = _longest_name(text, words, at) if text[words[at][0]].isupper() else None
        if taken is None:
            at += 1
            continue
        length, state = taken
        if state:
            found.append((words[at][0], words[at + length - 1][1], state))
        at += length
    return tuple(found)


def _longest_name(text: str, words: list[tuple[int, int]], at: int) -> tuple[int, str] | None:
    """Return how many words from `at` on make up the longest name there, and the state, "" for none."""
    most = _reach_from(text, words, at)
    reach = min(most, 1)
    while reach < most and at + reach < len(words):
        if not _GAP.fullmatch(text, words[at + reach - 1][1], words[at + reach][0]):
            break
        reach += 1
    for length in range(reach, 0, -1):
        state = _look_up(text[words[at][0] : words[at + length - 1][1]])
        if state is not None:
            return length, state
    return None


def _reach_from(text: str, words: list[tuple[int, int]], at: int) -> int:
    """Return how many words a name beginning at a word may have; an article at its head is one of them."""
    first = text[slice(*words[at])]
    if first in _ARTICLES and at + 1 < len(words):
        beyond = _reach(text[slice(*words[at + 1])])
        return beyond + 1 if beyond else _reach(first)
    return _reach(first)


@lru_cache(maxsize=1 << 14)
def _reach(word: str) -> int:
    return _REACH.get(fold_name(word), 0)


def camp_of(text: str) -> str | None:
    """Return the state a phrase speaks or acts for: the state itself, or one with only words for its bodies beside it.

    "Ukrainian officials", "Ministry of Defence of the Russian Federation" and "one of Ukraine's special units" have a
    camp; "a Moscow newspaper", "Washington Post" and "a US security firm" have none.
    """
    whole = state_of(text)
    if whole is not None:
        return whole
    named = states_in(text)
    if not named:
        return None
    state = _people_in(text, named)
    words = [word for word in words_beside(text, named) if word not in FILLERS]
    rest = [word for word in words if word not in BODY_WORDS]
    if not rest:
        return state
    if all(word in DOMAINS or word in INSTITUTIONS for word in rest) and any(word in _HEADS for word in words):
        return state
    return state if {(state, " ".join(words)), (state, " ".join(rest))} & _SHARED else None


def _people_in(text: str, named: Sequence[tuple[int, int, str]]) -> str:
    """The state a phrase's people belong to: of *the Bosnian Serb army* the second, elsewhere the first one named."""
    (_, end, first), *rest = named
    if rest and rest[0][2] != first and text[end : rest[0][0]].isspace() and text[: named[0][0]].strip() in {"", "the"}:
        return rest[0][2]
    return first


def words_beside(text: str, named: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return the words of a text, folded, without those that name states as `states_in` found them."""
    rest, last = [], 0
    for start, end, _ in named:
        rest.append(text[last:start])
        last = end
    rest.append(text[last:])
    return re.findall(r"[^\W\d_]+", " ".join(rest).translate(_QUOTES).casefold())
