"""What is said to have caused it: *caused by a leak*, *due to ice*, *set off by a spark*, *sabotage is ruled out*.

A cause is anything that cannot act, where a form of words offers it as the explanation; a plain noun beside a plain
verb offers nothing.
"""

from collections.abc import Callable, Iterator
from typing import Final

from rashomon.extract import deeds
from rashomon.extract.animacy import may_act
from rashomon.extract.clauses import IMPERSONAL
from rashomon.extract.frame import Frame, cause_of
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.extract.tree import children, first_child

_HEDGES: Final = frozenset("maybe perhaps probably possibly likely apparently surely certainly simply just".split())
_DOWN: Final = frozenset({"down", "about"})
_BROUGHT: Final = frozenset("cause trigger spark provoke prompt ignite set bring start".split())
_OWING: Final = {
    ("due", "to"),
    ("because", "of"),
    ("owing", "to"),
    ("thanks", "to"),
    ("down", "to"),
    ("attributable", "to"),
}
_RESULTING: Final = frozenset("result resulted resulting stemmed stems stem arose arises came".split())
_AFTER_BROKEN: Final = frozenset("caused broken suffered died failed".split())
_EXPLAINED: Final = deeds.CAUSE_NOUNS | deeds.PURPOSES


def sets_off(parsed: Parsed, verb: Token) -> bool:
    """Tell whether a verb says that something started or ended something else: *set off*, *brought down*, *sparked*."""
    if verb.lemma not in deeds.SETTING_OFF:
        return False
    particles = {
        parsed.tokens[c].text.lower() for c in verb.children if parsed.tokens[c].dep in {"prt", "advmod", "prep"}
    }
    if verb.lemma == "set":
        return "off" in particles
    return verb.lemma != "bring" or bool(particles & _DOWN)


def _caused(parsed: Parsed, token: Token) -> Iterator[Frame]:
    """Caused by a leak; due to ice; an accident; a failure of the gates is possible; collapsed by itself."""
    if token.head == NO_HEAD and token.lemma not in _EXPLAINED:
        return
    verb = parsed.tokens[token.head] if token.head != NO_HEAD else token
    named = token.text[0].isupper() and token.index != parsed.sentence_of(token).first
    if token.lemma in _EXPLAINED | deeds.SUBSTANCES and token.dep == "ROOT" and _is_guessed(parsed, token):
        yield cause_of(parsed, token, token)
    if token.lemma in _EXPLAINED and token.pos == "NOUN" and not named and not _is_failing_to(parsed, token):
        if _is_effect(parsed, token, verb):
            return
        weighed = deeds.CAUSE_VERBS if token.dep != "dobj" else deeds.WEIGHING_VERBS
        if token.lemma in deeds.PURPOSES:
            weighed = deeds.WEIGHING_VERBS - {"be", "suspect", "blame"}
        offered = _is_qualified(parsed, token) or (verb is not token and verb.lemma in weighed)
        if _after_cause(parsed, verb) if token.dep == "pobj" else offered:
            yield cause_of(parsed, token, token)
    elif token.dep == "pobj" and token.pos == "NOUN" and _gives_cause(parsed, token, verb):
        yield cause_of(parsed, token, token)
    elif token.text.lower() in {"itself", "themselves", "own"} and verb.text.lower() in {"by", "of", "on"}:
        failed = parsed.tokens[verb.head] if verb.head != NO_HEAD else verb
        if failed.lemma in deeds.FAIL_VERBS:
            yield cause_of(parsed, failed, token)


def _is_effect(parsed: Parsed, noun: Token, verb: Token) -> bool:
    """*The outage was sparked by X*, *X led to the collapse*: what was brought about is no cause."""
    if noun.dep == "nsubjpass" and verb.lemma in _BROUGHT:
        return any(t.text.lower() == "by" for t in children(parsed, verb, "agent", "prep"))
    return False


def _gives_cause(parsed: Parsed, noun: Token, preposition: Token) -> bool:
    """*The fire started because of a faulty cable*: any thing is the cause of what happened."""
    if may_act(noun) or not _after_cause(parsed, preposition):
        return False
    node = preposition
    for _ in range(4):
        subject = first_child(parsed, node, "nsubj", "nsubjpass")
        if subject is not None:
            return subject.lemma in deeds.EVENTS or subject.text.lower() in IMPERSONAL
        if node.head == NO_HEAD:
            return False
        node = parsed.tokens[node.head]
    return False


def _led_to(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """*Metal fatigue led to the crash*; *resulted in a blast*: the subject is the cause of what happened."""
    if verb.pos != "VERB" or verb.lemma not in {"lead", "result", "end"}:
        return
    subject = first_child(parsed, verb, "nsubj")
    ways = (c for c in children(parsed, verb, "prep") if c.text.lower() in {"to", "in"})
    effect = next((e for way in ways for e in children(parsed, way, "pobj")), None)
    if subject is None or effect is None or effect.lemma not in deeds.EVENTS or may_act(subject):
        return
    if subject.pos == "NOUN":
        yield cause_of(parsed, verb, subject)


def _is_guessed(parsed: Parsed, noun: Token) -> bool:
    """*Maybe gas then.*"""
    return any(parsed.tokens[c].text.lower() in _HEDGES for c in noun.children)


def _after_cause(parsed: Parsed, preposition: Token) -> bool:
    if preposition.text.lower() == "because":
        return any(t.text.lower() == "of" for t in children(parsed, preposition))
    before = parsed.tokens[preposition.index - 1].text.lower() if preposition.index else ""
    pair = (before, preposition.text.lower())
    if pair in _OWING or (pair[1] in {"from", "of"} and before in _RESULTING):
        return True
    return pair[1] in {"from", "by"} and before in _AFTER_BROKEN


def _is_qualified(parsed: Parsed, noun: Token) -> bool:
    return any(parsed.tokens[c].lemma in deeds.CAUSE_ADJECTIVES for c in noun.children)


def _is_failing_to(parsed: Parsed, noun: Token) -> bool:
    """*The failure to plan* is a reproach, not a cause."""
    after = noun.index + 1
    return noun.lemma == "failure" and after < len(parsed.tokens) and parsed.tokens[after].text.lower() == "to"


RULES: Final[tuple[Callable[[Parsed, Token], Iterator[Frame]], ...]] = (_caused, _led_to)
"""What is said to have caused it."""
