"""Which body a name stands for: listed ones by their names, a state's institutions by their form.

"FSB", "Turkey's MIT", "Syria's state news agency SANA" and "the Reuters news agency" are listed; "the French interior
ministry", "Iranian state television" and "Supreme Court of Kenya" are read off their words for every state alike.
People of a body ("Kremlin officials", "a ministry spokesman") are not the body.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import Final

from rashomon.model.gazetteer import Alias, Body, fold_name, list_bodies
from rashomon.model.places import BODY_WORDS, DOMAINS, FILLERS, INSTITUTIONS, is_seat, state_of, states_in, words_beside
from rashomon.model.vocabulary import SourceKind

_MOST_CHARS: Final = 160
_MOST_WORDS: Final = 14
_TOKEN: Final = re.compile(r"[^\s'’]+(?:['’](?!s\b)[^\s'’]+)*|['’]s\b")
_PRESS_LIST: Final = "agency broadcaster channel daily network news newspaper outlet paper press radio service site \
station television tv website wire"
# Words that say beside its name what a body is; people of an armed group are the group.
_BESIDE: Final[Mapping[SourceKind, frozenset[str]]] = MappingProxyType(
    {
        kind: frozenset(words.split())
        for kind, words in {
            SourceKind.AGENCY: _PRESS_LIST + " official owned run state",
            SourceKind.OUTLET: _PRESS_LIST + " official owned public run state",
            SourceKind.STATE_BODY: "agency domestic foreign intelligence military secret security service services spy",
            SourceKind.EXPERT_BODY: "agency group monitor nuclear watchdog weapons",
            SourceKind.COURT: "court",
            SourceKind.ARMED_GROUP: "company fighters force forces group guerrillas insurgents jihadist jihadists "
            "mercenaries mercenary militant militants militia movement organisation organization paramilitary rebel "
            "rebels separatist separatists terrorist terrorists",
        }.items()
    }
)
_STATE_PRESS: Final = frozenset("controlled official owned run state".split())
_MEDIA: Final = frozenset("agency broadcaster media newspaper radio television tv".split())
_MEDIA_WORDS: Final = _STATE_PRESS | _MEDIA | frozenset("daily news press".split())
_COURTS: Final = frozenset("court courts tribunal".split())
_COURT_WORD_LIST: Final = """
administrative appeal appeals cassation civil constitutional criminal district high highest prosecution prosecutor
supreme top
"""
_COURT_WORDS: Final = _COURTS | frozenset(_COURT_WORD_LIST.split())
_PEOPLE_LIST: Final = """
adviser advisers advisor advisors agent agents aide aides ambassador ambassadors authorities chief chiefs commander
commanders deputy diplomat diplomats director directors generals hackers head invaders investigator investigators
lawmakers leader leaders leadership mayor member members occupiers officer officers official officials operatives people
pilots premier prosecutors representative rulers secretary senator senators soldier soldiers spies spokesman spokesmen
spokesperson spokeswoman troops undersecretary
"""
_PEOPLE: Final = frozenset(_PEOPLE_LIST.split())
_OFFICE_LIST: Final = "attorney chancellor general minister ministers president prime prosecutor"
# People who have an office: "Office of the President", "the Prime Minister's Office".
_OFFICES: Final = frozenset(_OFFICE_LIST.split())
# Beside a state's name these leave open which body is meant, or whether it is the state's at all.
_VAGUE: Final = frozenset(
    "aligned backed covert linked many occupation occupying several side some sponsored team three two unnamed".split()
)
# Lebanon's Hezbollah, Britain's Reuters; but the council of a state is not that of the United Nations.
_ANYWHERE: Final = (SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.ARMED_GROUP)

_Named = tuple[Alias, Body]


def _index_aliases() -> Mapping[str, Sequence[_Named]]:
    index: dict[str, list[_Named]] = {}
    for body in list_bodies():
        for alias in body.aliases:
            index.setdefault(fold_name(alias.text), []).append((alias, body))
    return MappingProxyType(index)


_ALIASES: Final = _index_aliases()


def find_body(name: str) -> Body | None:
    """Return the body that a whole name stands for, or None; a state's name alone is the state as a body.

    Of a body found by its form `name` is the name as given, without an article.
    """
    return _find(" ".join(name.split())) if len(name) <= _MOST_CHARS else None


@lru_cache(maxsize=1 << 13)
def _find(name: str) -> Body | None:
    if not any(letter.isupper() for letter in name):
        # In lower case only those that write themselves so (dpa).
        bare = name.removeprefix("the ")
        return next((body for alias, body in _ALIASES.get(fold_name(bare), ()) if alias.text == bare), None)
    named = states_in(name)
    listed = _find_listed(name, named)
    if listed is not None:
        return listed
    state = state_of(name)
    if state is not None:
        return Body(name=state, kind=SourceKind.STATE_BODY, state=state)
    return _read_form(name, named)


def _find_listed(name: str, named: Sequence[tuple[int, int, str]]) -> Body | None:
    """Return the body with the longest name inside which all words around only say whose it is and what it is."""
    tokens = [match.span() for match in _TOKEN.finditer(name)]
    if len(tokens) > _MOST_WORDS:
        return None
    for first, last in _windows(len(tokens)):
        begin, end = tokens[first][0], tokens[last - 1][1]
        for alias, body in _ALIASES.get(fold_name(name[begin:end]), ()):
            if alias.exact and alias.text not in name[begin:end].replace(".", ""):
                continue
            around = [(s, e, state) for s, e, state in named if e <= begin or s >= end]
            outside = [
                name[s:e]
                for s, e in chain(tokens[:first], tokens[last:])
                if not any(at <= s and e <= to for at, to, _ in around)
            ]
            if _is_meant(alias, body, outside, {state for _, _, state in around}):
                return body
    return None


def _windows(count: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last (exclusive) of each run among so many words, the longest first."""
    for length in range(count, 0, -1):
        for first in range(count - length + 1):
            yield first, first + length


def _is_meant(alias: Alias, body: Body, outside: Sequence[str], states: set[str]) -> bool:
    """Tell whether an alias means its body, by the words around it and the states they name."""
    beside = _BESIDE[body.kind]
    plain = [word for text in outside for word in re.findall(r"[^\W_]+", text.casefold())]
    # Two bodies joined by "and" are neither of them.
    said = [word for word in plain if word not in FILLERS or word in ("and", "or")]
    if any(word not in beside for word in said):
        return False
    if not states:
        return bool(said) or not alias.shared
    if body.kind in _ANYWHERE and not (alias.shared and body.state):
        return True
    return body.state in states


def _read_form(name: str, named: Sequence[tuple[int, int, str]]) -> Body | None:
    """Return the institution, court or state medium that the words beside a state's name describe."""
    # "The German Foreign Office": a seat's name beside a state's is what it says in words.
    named = [one for one in named if not is_seat(name[one[0] : one[1]])] or named
    words = words_beside(name, named)
    if not named or "one" in words or ("and" in words and len({state for _, _, state in named}) > 1):
        return None
    kind = _kind_of_words([word for word in words if word not in FILLERS], words)
    if kind is None:
        return None
    bare = re.sub(r"^(?:the|an?) ", "", name, flags=re.IGNORECASE)
    owned = kind in (SourceKind.AGENCY, SourceKind.OUTLET)
    return Body(name=bare, kind=kind, state=named[0][2], state_owned=owned)


def _kind_of_words(words: Sequence[str], with_fillers: Sequence[str]) -> SourceKind | None:
    """Return what kind of body words describe that stand beside a state's name, None where they describe none."""
    every = frozenset(words)
    if not every or every & (_PEOPLE | _VAGUE):
        return None
    if every <= _MEDIA_WORDS and every & _MEDIA and every & _STATE_PRESS:
        if "agency" not in every:
            return SourceKind.OUTLET
        return SourceKind.AGENCY if every & {"news", "press"} else SourceKind.STATE_BODY
    if not every <= BODY_WORDS | INSTITUTIONS | DOMAINS | _COURT_WORDS:
        return None
    if every & _COURTS or (every & {"prosecutor", "prosecution"} and every & INSTITUTIONS):
        return SourceKind.COURT
    heads = [word for word, after in zip(with_fillers, (*with_fillers[1:], ""), strict=True) if after in ("of", "for")]
    if every & _OFFICES and words[-1] not in INSTITUTIONS and not INSTITUTIONS & {*heads}:
        return None
    return SourceKind.STATE_BODY if every & INSTITUTIONS else None
