"""Who is said to have done it without saying so: pointing, fitting, theories, origins, victims, names for the doers.

*The trail leads to X*, *it fits X*, *X's hallmarks*, *the X theory*, *no sign of X*, *the shell came from X*, *fell to
X's guns*, *responsibility lies with X*, *called the attackers X*, *X: possible, but …*.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from rashomon.extract import attitudes, deeds
from rashomon.extract.animacy import may_act
from rashomon.extract.clauses import IMPERSONAL, conjuncts_of, named_after, owners_of, phrase_of, understood_subject_of
from rashomon.extract.frame import Frame, cause_of, doers_of, frame_of, words_of
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.extract.tree import children, first_child
from rashomon.model.places import state_of, states_in

POINTING: Final = "point"
"""The predicate of a frame that points at somebody without saying what he did."""
THEORY: Final = "theory"
"""The predicate of a frame that names an explanation to speak of it, not to hold it."""
_TO_WHOM: Final = frozenset("to at on upon toward towards".split())
_COMPATIBLE: Final = {
    "speak": {"for"}, "argue": {"for"}, "fit": {"with", "into"}, "sit": {"with"}, "square": {"with"},
    "smack": {"of"}, "smell": {"of"}, "reek": {"of"}, "scream": {"of"}, "accord": {"with"}, "agree": {"with"},
    "lie": {"with"}, "rest": {"with", "on", "upon"}, "fall": {"on", "upon", "to"}, "settle": {"on"}, "centre": {"on"},
    "center": {"on"}, "focus": {"on"}, "look": {"at", "into"}, "lean": {"to", "towards", "toward"},
    "incline": {"to", "towards", "toward"}, "bet": {"on"}, "guess": {"at"},
}  # fmt: skip
"""Verbs and the preposition before whoever the evidence fits, or the blame lies with."""
_FITTED: Final = frozenset("fit match suit resemble suggest indicate".split())
_WEIGHED_DOWN: Final = frozenset("lie rest fall settle centre center focus".split())
_TRACED: Final = frozenset("come originate stem emanate fly fire launch send arrive".split())
_PLACES_OF: Final = frozenset(
    "position line side territory trench base land ground area soil direction hill battery".split()
)
_CALLING: Final = frozenset(
    "call describe brand label name dub term deem consider treat regard see hold portray depict class".split()
)
_CAUSES: Final = deeds.CAUSE_NOUNS | deeds.SUBSTANCES
_MOTION: Final = frozenset("go turn lead".split())
_VICTIMS: Final = frozenset("victim prey".split())


def _fit(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """It fits X; sits well with X; speaks for X; responsibility lies with X; suspicion fell on X."""
    if verb.pos != "VERB":
        return
    if verb.lemma in _WEIGHED_DOWN:
        subject = first_child(parsed, verb, "nsubj", "nsubjpass")
        if subject is None or subject.lemma.lower() not in deeds.BURDENS:
            return
    if verb.lemma in _FITTED:
        yield from _meant_by(parsed, verb, first_child(parsed, verb, "dobj"))
    for child in verb.children:
        below = parsed.tokens[child]
        if below.dep == "prep" and below.text.lower() in _COMPATIBLE.get(verb.lemma, ()):
            yield from _meant_by(parsed, verb, first_child(parsed, below, "pobj"))


def _consistent(parsed: Parsed, adjective: Token) -> Iterator[Frame]:
    """Consistent with X; compatible with a failure; typical of X."""
    if adjective.lemma not in {"consistent", "compatible", "typical", "characteristic", "reminiscent", "sure"}:
        return
    for child in adjective.children:
        below = parsed.tokens[child]
        if below.text.lower() in {"with", "of"}:
            yield from _meant_by(parsed, adjective, first_child(parsed, below, "pobj"))


def _meant_by(parsed: Parsed, anchor: Token, noun: Token | None) -> Iterator[Frame]:
    """Whom a noun means: itself; of whom it is a mark, a profile or an act; the cause it names."""
    if noun is None:
        return
    if noun.lemma in deeds.MARKS | deeds.NATURES:
        for child in noun.children:
            below = parsed.tokens[child]
            named = first_child(parsed, below, "pobj") if below.text.lower() in {"of", "by"} else None
            # "The profile of the lone bomber" names nobody.
            if named is not None and named.lemma not in deeds.CULPRITS:
                yield from _meant_by(parsed, anchor, named)
    elif noun.lemma in _CAUSES or (noun.lemma in deeds.PURPOSES and not any(authors_of(parsed, noun))):
        yield replace(cause_of(parsed, anchor, noun), predicate=POINTING)
    elif noun.pos in {"NOUN", "PROPN"}:
        actors = list(authors_of(parsed, noun)) if noun.lemma in deeds.DEED_NOUNS else []
        if noun.lemma in deeds.SPEAKING_DEEDS:
            actors = actors or [noun]
        elif not actors:
            actors = [each for each in conjuncts_of(parsed, noun) if may_act(each)]
        yield from (replace(frame_of(parsed, anchor, actor), predicate=POINTING) for actor in actors)


def authors_of(parsed: Parsed, noun: Token) -> Iterator[Token]:
    """Yield whose a deed is, plain nouns before it included: *rebel shells*, *militia fire*, *Ukraine's attack*."""
    yield from owners_of(parsed, noun)
    for child in noun.children:
        below = parsed.tokens[child]
        plain = below.dep in {"compound", "amod"} and below.pos in {"NOUN", "ADJ"} and child < noun.index
        if plain and below.lemma in deeds.PARTIES:
            yield below


def _pointed(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """The trail leads to X; points at X; pinned it on X; bore the hallmarks of X; suspicion fell on X."""
    if verb.pos != "VERB":
        return
    mark = first_child(parsed, verb, "dobj")
    if mark is not None and mark.lemma in deeds.MARKS and verb.lemma in {"bear", "have", "show", "carry"}:
        yield from (frame_of(parsed, verb, actor) for actor in _of(parsed, mark))
    if verb.lemma not in deeds.POINT_VERBS or (verb.lemma in _MOTION and not _is_trail(parsed, verb)):
        return
    for child in verb.children:
        below = parsed.tokens[child]
        if below.dep == "prep" and child > verb.index and below.text.lower() in _TO_WHOM:
            named = first_child(parsed, below, "pobj")
            if named is not None and named.lemma in deeds.EVENTS and verb.lemma in _MOTION:
                continue  # "led to the flood": what came of it
            # "Linked to a coder" says little of a person nobody names.
            loose = verb.lemma in {"go", "link", "tie", "belong"}
            if named is not None and (not loose or named.pos == "PROPN" or states_in(words_of(parsed, named))):
                yield from doers_of(parsed, verb, named)


def _is_trail(parsed: Parsed, verb: Token) -> bool:
    """*The trail went to X*, not *the guests went to X*."""
    subject = understood_subject_of(parsed, verb)
    return subject is None or not may_act(subject) or subject.lemma in deeds.BURDENS


def _of(parsed: Parsed, noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if parsed.tokens[child].text.lower() in {"of", "by"}:
            yield from named_after(parsed, parsed.tokens[child])


def _laid_at(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """Put it down to X; laid it at the door of X; fell victim to X; died at the hands of X; fell to X's guns."""
    if verb.pos != "VERB":
        return
    thing = first_child(parsed, verb, "dobj")
    fell = verb.lemma == "fall" and (thing is None or thing.lemma in _VICTIMS)
    put = verb.lemma in {"put", "set"} and thing is not None and _has_down(parsed, verb)
    for child in verb.children:
        below = parsed.tokens[child]
        named = first_child(parsed, below, "pobj") if below.dep == "prep" else None
        if named is None:
            continue
        if below.text.lower() == "to" and (fell or put):
            yield from _blow_of(parsed, verb, named)
        elif below.text.lower() == "at" and named.lemma == "door" and verb.lemma in {"lay", "put", "lie"}:
            yield from (frame_of(parsed, verb, actor) for actor in [*owners_of(parsed, named), *_of(parsed, named)])


def _blow_of(parsed: Parsed, verb: Token, named: Token) -> Iterator[Frame]:
    authors = list(authors_of(parsed, named)) if named.lemma in deeds.DEED_NOUNS else []
    if authors:
        yield from (replace(frame_of(parsed, verb, author), predicate=POINTING) for author in authors)
    else:
        yield from (replace(frame, predicate=POINTING) for frame in doers_of(parsed, verb, named))


def _has_down(parsed: Parsed, verb: Token) -> bool:
    return any(parsed.tokens[c].text.lower() == "down" for c in verb.children)


def _came_from(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """The shell came from X; it was fired from X's positions; the order came from X."""
    if verb.lemma not in _TRACED or verb.pos != "VERB":
        return
    subject = first_child(parsed, verb, "nsubjpass") if verb.lemma in {"fire", "launch", "send"} else None
    subject = subject or first_child(parsed, verb, "nsubj")
    if subject is None or not (subject.text.lower() in IMPERSONAL or subject.lemma in deeds.TRACEABLE):
        return
    for child in verb.children:
        below = parsed.tokens[child]
        named = first_child(parsed, below, "pobj") if below.text.lower() == "from" else None
        if named is None:
            continue
        if named.lemma in _PLACES_OF:
            places = [*authors_of(parsed, named), *_of(parsed, named), *_held_by(parsed, named)]
        else:
            places = [named] if named.pos == "PROPN" or may_act(named) else []
        yield from (replace(frame_of(parsed, verb, place), predicate=POINTING) for place in places)


def _held_by(parsed: Parsed, place: Token) -> Iterator[Token]:
    """*Territory held by X*; *X positions*."""
    for child in place.children:
        below = parsed.tokens[child]
        if below.dep == "acl" and below.lemma in {"hold", "control", "occupy"}:
            by = next((parsed.tokens[c] for c in below.children if parsed.tokens[c].text.lower() == "by"), None)
            yield from named_after(parsed, by) if by is not None else ()
        elif below.dep in {"compound", "nmod", "amod"} and (below.pos == "PROPN" or state_of(below.text)):
            yield below


def _sign_of(parsed: Parsed, noun: Token) -> Iterator[Frame]:
    """No sign of X; a trace of X; talk of X; the theory of X: an explanation named only to be weighed."""
    if noun.pos not in {"NOUN", "VERB"} or noun.lemma not in deeds.SIGNS:
        return
    if noun.pos == "VERB" and noun.lemma not in {"talk", "speak"}:
        return
    for child in noun.children:
        below = parsed.tokens[child]
        if below.text.lower() in {"of", "to"} and (named := first_child(parsed, below, "pobj")) is not None:
            for each in named_after(parsed, below):
                yield replace(frame_of(parsed, noun, each), predicate=THEORY)
            for each in conjuncts_of(parsed, named):
                if not may_act(each) and each.lemma in _CAUSES:
                    yield replace(cause_of(parsed, noun, each), predicate=THEORY)


def _theory_of(parsed: Parsed, noun: Token) -> Iterator[Frame]:
    """The insider theory; the Danish version; the gas story; the accident hypothesis."""
    if noun.pos not in {"NOUN", "PROPN"} or noun.lemma not in deeds.THEORIES | deeds.STORIES:
        return
    failed = is_failing(parsed, noun)
    for child in noun.children:
        below = parsed.tokens[child]
        if child >= noun.index or below.dep not in {"compound", "amod", "nmod"}:
            continue
        named = below.dep == "compound" and below.pos == "NOUN" and noun.lemma in deeds.THEORIES
        if below.lemma.lower() in _CAUSES or (named and not may_act(below)):
            yield replace(cause_of(parsed, noun, below), predicate=THEORY, negated=failed)
        elif below.lemma.lower() in deeds.PARTIES or (state_of(below.text) and noun.lemma not in deeds.STORIES):
            yield replace(frame_of(parsed, noun, below), predicate=THEORY, negated=failed)


def is_failing(parsed: Parsed, theory: Token) -> bool:
    """*The theory collapsed*; *is thin*; *does not hold* is negated by its own *not*."""
    if theory.head == NO_HEAD or theory.dep not in {"nsubj", "nsubjpass"}:
        return False
    verb = parsed.tokens[theory.head]
    below = (parsed.tokens[c] for c in verb.children if parsed.tokens[c].dep in {"acomp", "attr"})
    return bool({verb.lemma, *(t.lemma for t in below)} & (deeds.THEORY_FAILS | attitudes.DISPROVED))


def _headed(parsed: Parsed, noun: Token) -> Iterator[Frame]:
    """*An insider: the police found none.* A theory set before a colon, as in a list of explanations."""
    sentence = parsed.sentence_of(noun)
    first, last = phrase_of(parsed, noun.index)
    speaker = noun.pos == "PROPN" and not states_in(words_of(parsed, noun))
    if noun.pos not in {"NOUN", "PROPN"} or speaker or first - sentence.first > 1 or not may_act(noun):
        return
    after = next((t for t in parsed.tokens[last : min(last + 5, sentence.last)] if t.text == ":"), None)
    if after is not None and not any(_is_verbal(t) for t in parsed.tokens[last : after.index]):
        yield replace(frame_of(parsed, noun, noun), predicate="be")


def _is_verbal(token: Token) -> bool:
    return token.pos in {"VERB", "AUX"} and token.dep != "amod"


def _theorised(parsed: Parsed, noun: Token) -> Iterator[Frame]:
    """*A third theory: a band of partisans.* Whoever is named after a theory and a colon."""
    if noun.pos not in {"NOUN", "PROPN"} or not noun.left or parsed.tokens[noun.left - 1].text != ":":
        return
    sentence = parsed.sentence_of(noun)
    theory = any(t.lemma in deeds.THEORIES for t in parsed.tokens[sentence.first : noun.left])
    if theory and may_act(noun):
        yield replace(frame_of(parsed, noun, noun), predicate="be")


def named_as(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """Called the attackers X; described the fire as an accident; those who did it are called X."""
    if verb.pos != "VERB" or verb.lemma not in _CALLING:
        return
    called = first_child(parsed, verb, "dobj", "nsubjpass")
    name = _name_under(parsed, verb)
    if called is None and name is not None:
        called = first_child(parsed, name, "nsubj")
    if called is None or not _is_the_deed(parsed, called):
        return
    # "Called those who did it X": a parser takes X for part of the clause about them.
    about = first_child(parsed, called, "relcl", "acl")
    if name is None and about is not None:
        name = _name_under(parsed, about) or next(reversed(children(parsed, about, "dobj")), None)
    if name is not None and name.pos == "VERB":
        name = first_child(parsed, name, "dobj")
    yield from _meant_by(parsed, verb, name)


def _name_under(parsed: Parsed, verb: Token) -> Token | None:
    as_ = next((parsed.tokens[c] for c in verb.children if parsed.tokens[c].text.lower() == "as"), None)
    named = first_child(parsed, as_, "pobj") if as_ is not None else None
    return named or first_child(parsed, verb, "oprd", "ccomp")


def _is_the_deed(parsed: Parsed, noun: Token) -> bool:
    lower = noun.text.lower()
    return (
        noun.lemma in deeds.CULPRITS | deeds.DEED_NOUNS | deeds.HAPPENINGS
        or lower in {"it", "this", "that"}
        or (lower in {"those", "whoever", "who"} and _has_relative(parsed, noun))
    )


def _has_relative(parsed: Parsed, noun: Token) -> bool:
    """*Those who did it*, however it is parsed."""
    after = parsed.tokens[noun.index + 1].text.lower() if noun.index + 1 < len(parsed.tokens) else ""
    return after in {"who", "behind", "responsible"} or any(
        parsed.tokens[c].dep in {"relcl", "acl"} for c in noun.children
    )


def lays_at_door(parsed: Parsed, verb: Token) -> bool:
    """Tell whether something is laid at somebody's door."""
    ats = (c for c in children(parsed, verb, "prep") if c.text.lower() == "at")
    return any(named.lemma == "door" for at in ats for named in children(parsed, at, "pobj"))


POINTERS: Final[tuple[Callable[[Parsed, Token], Iterator[Frame]], ...]] = (_pointed, _fit, _laid_at, named_as)
"""Those that hold of a cue, whose object is what the voice says."""
RULES: Final[tuple[Callable[[Parsed, Token], Iterator[Frame]], ...]] = (
    _pointed, _fit, _consistent, _laid_at, _came_from, _sign_of, _theory_of, _headed, _theorised, named_as,
)  # fmt: skip
