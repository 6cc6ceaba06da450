"""Which side of an event a question asks for, and how a question about that side is put in plain words."""

import re
from typing import Final

from rashomon.model.event import Event
from rashomon.model.vocabulary import QuestionAspect, QuestionKind

_ORDERING: Final = re.compile(
    r"\b[Ww]ho\b[^?]{0,40}?\b(?:ordered|orders|gave the orders?|commanded|commissioned|authori[sz]ed|instigated"
    r"|masterminded|hired|sanctioned)\b|\b(?:[Oo]n|[Aa]t|[Bb]y|[Uu]nder) whose (?:orders?|behest|command)\b"
)
_DOING: Final = re.compile(r"\bcarr(?:y|ied) out\b|\bbehind\b|\bwho did\b|\bor\b.{0,20}\bordered\b", re.IGNORECASE)
_WITH_WHAT: Final = re.compile(
    r"^\W*(?:with what\b|by what means\b|what (?:was used|(?:kind|sort|type) of|weapon)|which weapon)", re.IGNORECASE
)
_FROM_WHERE: Final = re.compile(r"\bfrom where\b|\bwhere\b[^?]{0,80}\b(?:from|launched|fired)\b", re.IGNORECASE)
_MEANT: Final = re.compile(
    r"\b(?:deliberate(?:ly)?|on purpose|intentional(?:ly)?|an accident|accidental(?:ly)?|by mistake|by accident)\b",
    re.IGNORECASE,
)
_AT_ALL: Final = re.compile(
    r"\b(?:happen|take place|occur|at all)\b|^\W*(?:was|were) there (?:an?|any|really|ever)\b", re.IGNORECASE
)

_KINDS: Final = {
    QuestionAspect.CARRIED_OUT: QuestionKind.WHO,
    QuestionAspect.ORDERED: QuestionKind.WHO,
    QuestionAspect.OWNER: QuestionKind.WHO,
    QuestionAspect.CAUSED: QuestionKind.CAUSE,
    QuestionAspect.DELIBERATE: QuestionKind.WHETHER,
    QuestionAspect.HAPPENED: QuestionKind.WHETHER,
    QuestionAspect.MEANS: QuestionKind.WHAT,
    QuestionAspect.ORIGIN_PLACE: QuestionKind.WHAT,
    QuestionAspect.COUNT: QuestionKind.COUNT,
}
_CARRIED: Final = frozenset(
    """
    attack assault raid bombing killing assassination poisoning shooting massacre robbery burglary hijacking kidnapping
    sabotage hack strike murder airstrike shelling ambush theft break-in arson stabbing abduction execution
    """.split()
)
"""Kinds of events that somebody carries out; behind any other there may be somebody or nobody."""
_TOGETHER: Final = frozenset("attack assault raid".split())
"""Kinds of events that are on a place rather than in it."""
_CALLED: Final = {"bomb": "bombing", "shell": "shelling", "missile": "missile strike", "murder": "killing"}
"""What happened, where the event is known by the thing that did it."""
_DONE_TO_PEOPLE: Final = frozenset("killed injured wounded arrested hurt missing dead displaced evacuated".split())


def read_aspect(text: str, kind: QuestionKind) -> QuestionAspect:
    """Return the side of an event that a question in an analyst's words asks for."""
    if kind is QuestionKind.COUNT:
        return QuestionAspect.COUNT
    for aspect, words in (
        (QuestionAspect.MEANS, _WITH_WHAT),
        (QuestionAspect.ORDERED, _ORDERING),
        (QuestionAspect.ORIGIN_PLACE, _FROM_WHERE),
    ):
        if words.search(text) and not (aspect is QuestionAspect.ORDERED and _DOING.search(text)):
            return aspect
    if kind is QuestionKind.WHO:
        whose = re.match(r"\W*whose\b", text, re.IGNORECASE)
        return QuestionAspect.OWNER if whose else QuestionAspect.CARRIED_OUT
    if kind is QuestionKind.WHETHER:
        if _MEANT.search(text):
            return QuestionAspect.DELIBERATE
        return QuestionAspect.HAPPENED if _AT_ALL.search(text) else QuestionAspect.OPEN
    if kind is QuestionKind.CAUSE:
        return QuestionAspect.CAUSED
    asks_what_did = re.match(r"\W*what (?!happened\b)(?:\w+(?:ed|oke|ank|ought|ade|ilt|ew)\b)", text, re.IGNORECASE)
    return QuestionAspect.CAUSED if asks_what_did else QuestionAspect.OPEN


def kind_of(aspect: QuestionAspect) -> QuestionKind:
    """Return what kind of answer a side of an event has."""
    return _KINDS.get(aspect, QuestionKind.WHAT)


def word_question(aspect: QuestionAspect, event: Event | None, *, where: str = "", unit: str = "") -> str:
    """Return a question in plain words: "Who ordered the attack on Almar?".

    `where` is the place to name beside the event, `unit` what is counted or, of a question for an owner, what is owned.
    """
    what = _call(event, where)
    if not what:
        return _word_without_event(aspect, unit)
    carried = event is not None and event.type in _CARRIED
    match aspect:
        case QuestionAspect.CARRIED_OUT:
            return f"Who carried out {what}?" if carried else f"Who was behind {what}?"
        case QuestionAspect.ORDERED:
            return f"Who ordered {what}?"
        case QuestionAspect.CAUSED:
            return f"What caused {what}?"
        case QuestionAspect.DELIBERATE:
            return f"Was {what} deliberate?"
        case QuestionAspect.HAPPENED:
            return f"Did {what} happen at all?"
        case QuestionAspect.MEANS:
            return f"What was used in {what}?"
        case QuestionAspect.OWNER:
            return f"Whose {unit or 'weapon'} was used in {what}?"
        case QuestionAspect.ORIGIN_PLACE:
            return f"From where did {what} come?"
        case QuestionAspect.COUNT:
            return f"How many {_counted(unit)} in {what}?"
        case QuestionAspect.OPEN:
            return f"What is behind {what}?"


def _call(event: Event | None, where: str) -> str:
    if event is None or not event.type:
        return ""
    if event.type in _TOGETHER and event.label.startswith(f"{event.type} on "):
        return f"the {event.label}"
    what = _CALLED.get(event.type, event.type)
    return f"the {what} in {where}" if where else f"the {what}"


def _counted(unit: str) -> str:
    return f"people were {unit}" if unit in _DONE_TO_PEOPLE else f"{unit or 'people'} were there"


def _word_without_event(aspect: QuestionAspect, unit: str) -> str:
    match aspect:
        case QuestionAspect.CARRIED_OUT | QuestionAspect.CAUSED | QuestionAspect.OPEN:
            return "What happened, and through whom?"
        case QuestionAspect.ORDERED:
            return "Who gave the order?"
        case QuestionAspect.DELIBERATE:
            return "Was it deliberate?"
        case QuestionAspect.HAPPENED:
            return "Did it happen at all?"
        case QuestionAspect.MEANS:
            return "What was it done with?"
        case QuestionAspect.OWNER:
            return f"Whose was the {unit or 'weapon'}?"
        case QuestionAspect.ORIGIN_PLACE:
            return "From where did it come?"
        case QuestionAspect.COUNT:
            return f"How many {_counted(unit)}?"
