"""Who did it, said outright: *X blew it up*, *the palace forged it*, *a missile struck the depot*."""

from collections.abc import Iterator
from typing import Final

from rashomon.extract import allusions, causes, deeds, failings
from rashomon.extract.animacy import may_act
from rashomon.extract.clauses import actors_in, understood_subject_of
from rashomon.extract.frame import Frame, cause_of, doers_of, frame_of
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child
from rashomon.model.vocabulary import Slot

_AIMED: Final = frozenset("from at on into across over upon first back".split())
_CAPTIVE: Final = frozenset("him her them".split())
_LANDING: Final = frozenset("hit strike sink destroy blow fell explode detonate".split())
"""What instruments do: *a missile struck the depot*."""
_WHERE: Final = frozenset("there in on under inside into beneath behind aboard underneath beside near here".split())


def active(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """X blew it up."""
    target = first_child(parsed, verb, "dobj")
    if not _is_deed(parsed, verb, target):
        return
    bare = target is None and first_child(parsed, verb, "prt") is None
    if bare and (_is_weak(parsed, verb) or not _is_past(parsed, verb)):
        return
    subject = understood_subject_of(parsed, verb)
    if subject is not None and subject.text.lower() == "it" and verb.lemma in deeds.CARRYING:
        yield frame_of(parsed, verb, None, target)  # only whoever speaks carries out an attack as "it"
    elif verb.lemma in deeds.CAUSABLE_VERBS or causes.sets_off(parsed, verb):
        known = subject is None or subject.lemma in deeds.CAUSE_NOUNS | deeds.PURPOSES | deeds.SUBSTANCES
        # "Luggage exploded" says what happened, "a bomb exploded" what did it.
        frames = doers_of(parsed, verb, subject, target)
        yield from (f for f in frames if f.slot is Slot.RESPONSIBLE or known or not bare)
    elif subject is not None and subject.lemma in deeds.INSTRUMENTS and verb.lemma in _LANDING:
        yield cause_of(parsed, verb, subject)
    elif subject is not None and _stands_for_somebody(verb, subject, bare=bare):
        yield frame_of(parsed, verb, subject, target)
    else:
        yield from (frame_of(parsed, verb, actor, target) for actor in actors_in(parsed, subject))


def _is_deed(parsed: Parsed, verb: Token, target: Token | None) -> bool:
    """Tell whether a verb says that somebody did something; *was blown up* and *a bombed house* do not say who."""
    holds = verb.lemma == "hold" and target is not None and target.text.lower() in _CAPTIVE
    if verb.pos != "VERB" or not (verb.lemma in deeds.ACT_VERBS or holds):
        return False
    if first_child(parsed, verb, "auxpass", "nsubjpass") or (verb.dep in {"amod", "acl"} and verb.tag == "VBN"):
        return False
    if target is not None and target.lemma in failings.OBSTACLES and verb.lemma in failings.HITTING:
        return False  # "she had struck a mine"
    if verb.lemma in deeds.CARRYING and (target is None or target.lemma not in deeds.DEED_NOUNS | {"deed", "plan"}):
        return False
    if verb.lemma in {"lay", "put"} and allusions.lays_at_door(parsed, verb):
        return False
    # "Would not put it past them", "put it down to".
    return verb.lemma != "put" or any(parsed.tokens[c].text.lower() in _WHERE for c in verb.children)


def _stands_for_somebody(verb: Token, subject: Token, *, bare: bool) -> bool:
    """Tell whether a thing or a pronoun acts for somebody.

    *The palace forged it*, *a ship of the fleet launched them*: a house or a craft that acts is whoever is in it; and
    whoever denies that *it had struck the convoy* did not.
    """
    if subject.text.lower() == "it":
        return not bare
    if subject.pos != "NOUN" or may_act(subject):
        return False
    return verb.lemma in deeds.PURPOSEFUL or (subject.lemma in deeds.CRAFT | {"patrol"} and not bare)


def _is_past(parsed: Parsed, verb: Token) -> bool:
    """*Fired*, *had fired*."""
    return verb.tag == "VBD" or (verb.tag == "VBN" and any(parsed.tokens[c].lemma == "have" for c in verb.children))


def _is_weak(parsed: Parsed, verb: Token) -> bool:
    """Tell whether a verb without an object is no deed; *fired from the hills* is one."""
    aimed = verb.lemma == "fire" and any(c.text.lower() in _AIMED for c in children(parsed, verb, "prep", "advmod"))
    return verb.lemma in deeds.WEAK_ACT_VERBS and not aimed
