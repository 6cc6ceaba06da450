"""What went wrong of itself: *the rudder had jammed*, *she struck a rock*, *he drove too fast*, *it was overloaded*.

The causes that inquiries find are mostly told so, without a word for causing. What a paper tells in passing and what
somebody offers as the explanation is told apart later; here only the form is known.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, TypeGuard

from rashomon.extract import deeds
from rashomon.extract.animacy import may_act
from rashomon.extract.frame import Frame, cause_of
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.extract.tree import children, first_child

_GIVING_OUT: Final = frozenset(
    """
        break buckle burst corrode crack fail fracture freeze jam leak malfunction melt overheat rust seize shear
        short-circuit snap split stall stick misfire
        """.split()
)
"""Verbs for a thing that stops doing what it is for."""
_WAY: Final = frozenset("give come work shake tear".split())
_LOOSE: Final = frozenset("way loose off undone apart".split())
"""*Gave way*, *came loose*, *worked off*."""
HITTING: Final = frozenset("strike hit ram clip catch touch".split())
"""Verbs by which a craft meets what it runs into."""
_RUNNING: Final = frozenset("run drive sail fly crash collide plough plow bump slam smash".split())
_CRAFT: Final = frozenset(
    """
        ship vessel boat trawler barge freighter tanker ferry submarine tug lorry truck bus car tractor train wagon
        drone helicopter glider balloon
        """.split()
)
OBSTACLES: Final = _CRAFT | frozenset(
    """
        mine rock reef iceberg ice sandbank shoal wreck container buoy pier quay pylon cable wire tree bird goose whale
        log hill mountain ridge boulder cliff breakwater bridge crane mast kerb pole rail
        """.split()
)
"""What a craft may run into, another craft among it."""
_AT_FAULT: Final = frozenset(
    """
        overloaded overcrowded overweight top-heavy unstable unseaworthy unsound worn rotten rusty rusted corroded
        cracked defective faulty drunk drunken intoxicated asleep drowsy distracted exhausted inexperienced untrained
        speeding overheated jammed misaligned unbalanced contaminated spoiled rancid mouldy moldy
        """.split()
)
"""What is said of a thing, or of whoever had charge of it, that did not do what it should."""
_IN_CHARGE: Final = frozenset(
    """
        driver pilot captain skipper helmsman crew mate navigator controller signalman dispatcher engineer operator
        surgeon nurse pharmacist he she they
        """.split()
)
"""Whose state of body may have caused it."""
_DISABLING: Final = frozenset(
    "lock block bolt padlock disable disconnect switch remove loosen weaken bypass obstruct neglect unplug".split()
)
"""What is done to a thing that ought to keep people safe."""
_MOVING: Final = frozenset("go travel drive sail fly move run ride steam come enter".split())
_TOO: Final = frozenset("fast low close near steep high late hard heavy weak thin narrow old hot cold".split())
_TAKING_IN: Final = frozenset("swallow drink eat inhale inject ingest take".split())
_UNINTENDED: Final = frozenset("accidentally inadvertently mistakenly unintentionally".split())
_SOUND: Final = frozenset("safe sound harmless intact flawless faultless blameless airworthy seaworthy".split())
_STARTING: Final = frozenset("begin start originate".split())
APPLIANCES: Final = frozenset(
    """
        refrigerator fridge freezer heater stove oven boiler dryer dishwasher television charger battery socket lamp
        cable motor wiring fuse switchboard transformer generator compressor candle cigarette chimney engine turbine
        tank pipe valve pump reactor vat kettle grill fryer furnace lantern laptop scooter
        """.split()
)
"""Things in which a fire or a blast can begin."""


def _is_thing(noun: Token | None) -> TypeGuard[Token]:
    """Tell whether a word is a common noun for what cannot act."""
    return noun is not None and noun.pos == "NOUN" and not may_act(noun)


def _gave_out(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """*The rudder had jammed*; *the couplings came loose*."""
    if verb.pos != "VERB" or first_child(parsed, verb, "dobj", "auxpass", "nsubjpass") is not None:
        return
    loose = {parsed.tokens[c].text.lower() for c in verb.children if c > verb.index}
    if verb.lemma not in _GIVING_OUT and not (verb.lemma in _WAY and loose & _LOOSE):
        return
    subject = first_child(parsed, verb, "nsubj")
    if _is_thing(subject) and subject.lemma not in deeds.EVENTS:
        yield cause_of(parsed, verb, subject)


def _gave_way(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """*The bolts gave way*."""
    way = first_child(parsed, verb, "dobj")
    subject = first_child(parsed, verb, "nsubj")
    gives_way = verb.lemma == "give" and way is not None and way.text.lower() == "way"
    if gives_way and _is_thing(subject):
        yield cause_of(parsed, verb, subject)


def _ran_into(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """*She had struck a mine*; *the ferry ran onto a reef*; *collided with a barge*."""
    if verb.pos != "VERB":
        return
    hit = first_child(parsed, verb, "dobj") if verb.lemma in HITTING else None
    if verb.lemma in _RUNNING:
        ways = (
            c for c in children(parsed, verb, "prep") if c.text.lower() in {"into", "onto", "on", "with", "against"}
        )
        hit = next((named for way in ways for named in children(parsed, way, "pobj")), None)
    if hit is not None and hit.lemma in OBSTACLES:
        # With another craft it is the collision that did it.
        yield cause_of(parsed, verb, verb if hit.lemma in _CRAFT else hit)


def _was_at_fault(parsed: Parsed, word: Token) -> Iterator[Frame]:
    """*The ship was overloaded*; *the driver was asleep*."""
    verb = parsed.tokens[word.head]
    said = word.dep in {"acomp", "attr"} and verb.lemma in {"be", "seem", "become", "appear"}
    passive = word.tag == "VBN" and first_child(parsed, word, "nsubjpass") is not None
    subject = first_child(parsed, word if passive else verb, "nsubj", "nsubjpass")
    people = subject is not None and (may_act(subject) or subject.text.lower() == "who")
    people = people and subject is not None and subject.lemma not in _IN_CHARGE
    above = parsed.tokens[verb.head] if verb.head != NO_HEAD else verb
    if above.lemma == "know":
        return  # "the firm knew the boiler was faulty" blames the firm
    if word.text.lower() in _AT_FAULT and (said or passive) and not people:
        yield cause_of(parsed, word, word)


def _was_disabled(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """*Two exit gates had been locked*; *the alarm was switched off*."""
    subject = first_child(parsed, verb, "nsubjpass")
    disabled = verb.tag == "VBN" and verb.lemma in _DISABLING
    if disabled and _is_thing(subject) and subject.lemma not in deeds.EVENTS:
        yield cause_of(parsed, verb, subject)


def _went_too_fast(parsed: Parsed, word: Token) -> Iterator[Frame]:
    """*The train was travelling too fast*."""
    too = any(parsed.tokens[c].text.lower() == "too" for c in word.children)
    if word.text.lower() in _TOO and too and parsed.tokens[word.head].lemma in _MOVING | {"be"}:
        yield cause_of(parsed, parsed.tokens[word.head], word)


def _began_in(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """*The blaze began in the refrigerator of flat 16*."""
    subject = first_child(parsed, verb, "nsubj", "nsubjpass")
    if verb.lemma not in _STARTING or subject is None or subject.lemma not in deeds.EVENTS | {"it", "this"}:
        return
    for way in children(parsed, verb, "prep"):
        for where in children(parsed, way, "pobj"):
            if way.text.lower() in {"in", "with", "at", "from", "inside"} and where.lemma in APPLIANCES:
                yield cause_of(parsed, verb, where)


def _by_mistake(parsed: Parsed, word: Token) -> Iterator[Frame]:
    """*Had mixed the two by mistake*; *was accidentally released*."""
    by = parsed.tokens[word.head]
    noun = (
        word.dep == "pobj" and word.lemma in {"mistake", "accident", "error"} and by.text.lower() in {"by", "through"}
    )
    if (noun and not children(parsed, by, "neg")) or (word.pos == "ADV" and word.text.lower() in _UNINTENDED):
        yield cause_of(parsed, word, word)


def _was_sound(parsed: Parsed, word: Token) -> Iterator[Frame]:
    """*The vaccine was safe*: whoever says so of a thing says that it was not the cause."""
    verb = parsed.tokens[word.head]
    subject = first_child(parsed, verb, "nsubj")
    if word.dep != "acomp" or word.text.lower() not in _SOUND or verb.lemma != "be" or subject is None:
        return
    if subject.pos == "NOUN" and not may_act(subject):
        yield replace(cause_of(parsed, verb, subject), negated=True)


def _died_of(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """*Died of asphyxia*; *fell ill from the water*."""
    if verb.lemma not in {"die", "fall", "suffer", "perish"}:
        return
    for way in children(parsed, verb, "prep"):
        named = first_child(parsed, way, "pobj")
        fits = way.text.lower() == "from" or (way.text.lower() == "of" and verb.lemma in {"die", "perish"})
        if fits and named is not None and named.pos == "NOUN" and not may_act(named):
            yield cause_of(parsed, verb, named)


def _took_in(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """*He had swallowed a bag of drugs*."""
    taken = first_child(parsed, verb, "dobj") if verb.lemma in _TAKING_IN else None
    if taken is None:
        return
    inner = (n for of in children(parsed, taken, "prep") if of.text == "of" for n in children(parsed, of, "pobj"))
    for noun in (taken, *inner):
        if noun.lemma in deeds.SUBSTANCES | {"poison", "pill", "tablet", "overdose"}:
            yield cause_of(parsed, verb, noun)


def _out_of_order(parsed: Parsed, word: Token) -> Iterator[Frame]:
    """*The radar was out of order*."""
    verb = parsed.tokens[word.head]
    after = [t.text.lower() for t in parsed.tokens[word.index + 1 : word.index + 3]]
    subject = first_child(parsed, verb, "nsubj", "nsubjpass")
    broken = word.text.lower() == "out" and after[:1] == ["of"] and after[1:] in (["order"], ["service"], ["control"])
    if broken and subject is not None and verb.lemma in {"be", "go"} and not may_act(subject):
        yield cause_of(parsed, verb, subject)


RULES: Final[tuple[Callable[[Parsed, Token], Iterator[Frame]], ...]] = (
    _gave_out, _gave_way, _ran_into, _was_at_fault, _was_disabled, _out_of_order, _went_too_fast, _began_in,
    _by_mistake, _was_sound, _died_of, _took_in,
)  # fmt: skip
"""What went wrong of itself."""
