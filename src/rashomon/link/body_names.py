"""States and their bodies by name: what means a state as such, and what a body of one is known by however it is put."""

from typing import Final

from rashomon.link.name_words import SMALL_WORDS, drop_article, find_head, fold_words
from rashomon.model.places import BODY_WORDS, camp_of, is_seat, state_of, states_in

_STATE_WORDS: Final = frozenset("government officials authorities side state regime leadership the in s".split())
_BODY_HEAD_LIST: Final = """
ministry government army navy force forces command service services agency directorate department office parliament
congress senate council commission committee cabinet embassy ambassade consulate mission police guard guards
administration bureau court tribunal military headquarters prosecution intelligence staff presidency authority
delegation academy institute board inspectorate laboratory coastguard party fleet assembly admiralty secretariat
chancellery treasury legislature corps brigade customs defence defense ministries
"""
_BODY_HEADS: Final = frozenset(_BODY_HEAD_LIST.split())
_ONE_HOLDER: Final = frozenset("president premier chancellor king queen pope".split())
"""Offices that one person of a state holds at a time."""
_SAME_WORD: Final = {
    "defense": "defence",
    "presidential": "president",
    "president's": "president",
    "internal": "interior",
    "ambassade": "embassy",
}
_NEEDS_NO_AFFAIRS: Final = frozenset(("foreign", "interior"))
_FORMS_OF_STATE: Final = frozenset(("republic", "kingdom", "federation"))


def read_body(name: str) -> tuple[str, ...] | None:
    """Return the state and the sorted words that a body of a state is known by; None where a name names no such body.

    An office that one person holds ("the Kenyan president") is known in the same way; other roles are not.
    """
    state, named = camp_of(name), states_in(name)
    if state is None or not named or name_state(name) is not None:
        return None
    head = find_head(name)
    seat_head = any(is_seat(name[start:end]) and head in fold_words(name[start:end]) for start, end, _ in named)
    if not (seat_head or head in _BODY_HEADS or head in _ONE_HOLDER or _is_ministers(name, head)):
        return None
    words: list[str] = []
    last = 0
    for start, end, other in named:
        words += fold_words(name[last:start])
        if is_seat(name[start:end]):
            words.append(" ".join(drop_article(fold_words(name[start:end]))))
        elif other != state:
            words.append(f"@{other}")
        last = end
    words += fold_words(name[last:])
    return (state, *sorted(_same_words(words) - _FORMS_OF_STATE))


def read_generic(name: str) -> frozenset[str]:
    """Return the words of a body that only its kind is told of ("foreign ministry", "Police"); none for others."""
    if states_in(name) or state_of(name) is not None or find_head(name) not in _BODY_HEADS:
        return frozenset()
    words = _same_words(list(fold_words(name)))
    return words if all(word in BODY_WORDS or word in _BODY_HEADS for word in words) else frozenset()


def _same_words(words: list[str]) -> frozenset[str]:
    kept = {_SAME_WORD.get(word, word) for word in words if word not in SMALL_WORDS}
    return frozenset(kept - {"affairs"} if kept & _NEEDS_NO_AFFAIRS else kept)


def is_office(name: str) -> bool:
    """Tell whether a name of a state's body is that of an office that one person holds ("the Kenyan president")."""
    head = find_head(name)
    return head in _ONE_HOLDER or _is_ministers(name, head)


def _is_ministers(name: str, head: str) -> bool:
    """ "The Kenyan foreign minister" is one person, "a Kenyan minister" any of several."""
    return (
        head == "minister" and len(set(fold_words(name)) & {"prime", "foreign", "defence", "defense", "interior"}) == 1
    )


def name_state(name: str) -> str | None:
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
    rest = fold_words(name[:start] + " " + name[end:])
    told = [word for word in rest if word not in ("the", "in", "s")]
    return state if told and not is_seat(name[start:end]) and all(word in _STATE_WORDS for word in rest) else None
