"""The working record for who is said to have done it: one reading of a clause, and how rules make it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from rashomon.extract.animacy import may_act
from rashomon.extract.clauses import actors_in, clause_around, phrase_of
from rashomon.extract.parsing import Parsed, Token
from rashomon.model.vocabulary import Slot

_NO_THINGS: Final = frozenset("none some any several most all neither each either nothing something anything".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One reading of a clause. `actor` is the head token of the value, or None where it is the speaker.

    `first`, `last` (exclusive) bound the clause in tokens. `negated` says that the clause says it was not so; `main`
    that it is what the voice says, rather than part of it (*to say that we did it is a slander*).
    """

    slot: Slot
    anchor: int
    actor: int | None
    predicate: str
    target: str
    first: int
    last: int
    negated: bool = False
    main: bool = True


def frame_of(parsed: Parsed, anchor: Token, actor: Token | None, target: Token | None = None) -> Frame:
    first, last = clause_around(parsed, anchor)
    named = "" if target is None else words_of(parsed, target)
    return Frame(
        slot=Slot.RESPONSIBLE, anchor=anchor.index, actor=None if actor is None else actor.index,
        predicate=anchor.lemma, target=named, first=first, last=last,
    )  # fmt: skip


def cause_of(parsed: Parsed, anchor: Token, cause: Token) -> Frame:
    return replace(frame_of(parsed, anchor, cause), slot=Slot.CAUSE)


def doers_of(parsed: Parsed, verb: Token, subject: Token | None, target: Token | None = None) -> Iterator[Frame]:
    """Frames for whoever a noun phrase names; a thing that acts (*the dust killed them*) is a cause."""
    for actor in actors_in(parsed, subject):
        yield frame_of(parsed, verb, actor, target)
    thing = subject is not None and subject.pos in {"NOUN", "PROPN"} and not may_act(subject)
    if subject is not None and thing and subject.text.lower() not in _NO_THINGS:
        yield cause_of(parsed, verb, subject)


def words_of(parsed: Parsed, noun: Token) -> str:
    """Return a noun phrase's words."""
    return parsed.words(*phrase_of(parsed, noun.index))
