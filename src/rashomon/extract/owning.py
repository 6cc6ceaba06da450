"""Who owns up, and who denies, without a word for what was done: *claimed the bombing*, *denies it*."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from rashomon.extract import deeds
from rashomon.extract.animacy import may_act
from rashomon.extract.clauses import conjuncts_of, named_after, understood_subject_of
from rashomon.extract.frame import Frame, frame_of
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child

CLAIM: Final = "claim"
DENY: Final = "deny"
BEHALF: Final = "responsibility"
"""The predicate of a frame for whom somebody else owns up."""
OWN: Final = frozenset({CLAIM, DENY})
"""Predicates of frames whose actor is whoever speaks."""
_DENYING: Final = frozenset("deny reject dismiss disclaim refute rebut disown".split())
_DENIED: Final = frozenset("it this that everything both all them".split())
_HE: Final = frozenset("he she they".split())
_NOBODY: Final = frozenset("no nobody none neither".split())


def _owned_up(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """X claimed the attack; the attack was claimed by X; X owned up to it; X has confessed."""
    if verb.pos != "VERB":
        return
    subject = understood_subject_of(parsed, verb)
    thing = first_child(parsed, verb, "dobj", "nsubjpass")
    deed = thing is not None and thing.lemma in deeds.DEED_NOUNS | {"responsibility", "deed"}
    claims = verb.lemma == "claim" and deed
    owns = verb.lemma == "own" and first_child(parsed, verb, "prt") is not None
    if not (claims or owns or verb.lemma == "confess"):
        return
    actors = conjuncts_of(parsed, subject) if subject is not None and subject is not thing else ()
    if subject is thing:
        actors = (
            a for by in children(parsed, verb, "agent", "prep") if by.text == "by" for a in named_after(parsed, by)
        )
    behalf = _on_behalf(parsed, verb, thing)
    for actor in (behalf,) if behalf is not None else actors:
        nobody = any(c.text.lower() in _NOBODY for c in children(parsed, actor, "det"))
        told = actor.pos != "PRON" or (verb.lemma == "confess" and actor.text.lower() in _HE)
        if may_act(actor) and told and not nobody:
            own = CLAIM if behalf is None else BEHALF
            yield replace(frame_of(parsed, verb, actor, thing), predicate=own)


def _on_behalf(parsed: Parsed, verb: Token, thing: Token | None) -> Token | None:
    """*Claimed responsibility on behalf of the Front*, *in the name of the Front*: for whom it is claimed."""
    below = (*children(parsed, verb, "prep"), *(children(parsed, thing, "prep") if thing is not None else ()))
    for prep in below:
        for noun in children(parsed, prep, "pobj"):
            if noun.lemma in {"behalf", "name"}:
                named = (n for of in children(parsed, noun, "prep") for n in children(parsed, of, "pobj"))
                return next(named, None)
    return None


def _denied_it(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """*X denies it*: whoever rejects what was just said rejects it for himself."""
    thing = first_child(parsed, verb, "dobj")
    if verb.pos != "VERB" or verb.lemma not in _DENYING or thing is None or thing.text.lower() not in _DENIED:
        return
    subject = understood_subject_of(parsed, verb)
    for actor in conjuncts_of(parsed, subject) if subject is not None else ():
        if may_act(actor) and actor.pos != "PRON":
            yield replace(frame_of(parsed, verb, actor), predicate=DENY, negated=True)


CUES: Final[tuple[Callable[[Parsed, Token], Iterator[Frame]], ...]] = (_owned_up, _denied_it)
"""What the cue of a voice says that voice did, or did not."""
RULES: Final = CUES
