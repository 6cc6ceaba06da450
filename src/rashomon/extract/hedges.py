"""Words by which a clause is less than certain: modals, adverbs, adjectives, verbs of seeming."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rashomon.extract import attitudes
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, is_negated
from rashomon.model.vocabulary import Certainty

_ALMOST: Final = frozenset({"almost", "nearly", "virtually", "practically"})
_CONFIDENCE: Final = {"moderate": Certainty.PROBABLE, "medium": Certainty.PROBABLE, "low": Certainty.POSSIBLE}
_OPENING: Final = 3
"""How many words from the beginning of a statement an adverb may stand that hedges all of it."""


def find_hedges(parsed: Parsed, node: Token, *, negated: bool = False) -> Iterator[Certainty]:
    """Yield the hedges in a clause's own words; a modal under a negation denies (*could not have done it*)."""
    for child in children(parsed, node):
        word = child.text.lower()
        if child.dep == "aux":
            yield from _modal(parsed, node, word, negated=negated)
        elif child.dep in {"advmod", "acomp", "attr", "oprd", "npadvmod"}:
            hedge = _adverb(parsed, child) if child.pos == "ADV" else hedge_of_adjective(parsed, child, negated=negated)
            if hedge is not None:
                yield hedge
            if child.pos == "NOUN":
                # "The most likely cause".
                beside = (c.text.lower() for c in children(parsed, child, "amod"))
                yield from (attitudes.HEDGES[w] for w in beside if w in attitudes.ATTRIBUTIVE_HEDGES)
        elif child.dep == "amod" and word in attitudes.ATTRIBUTIVE_HEDGES:
            yield attitudes.HEDGES[word]
        elif word == "with":
            yield from find_confidence(parsed, child)
    for below in children(parsed, node, "xcomp"):
        # "I take him to be likely", "is ready to say it may be so".
        yield from (h for h in (_hedge_below(parsed, c) for c in children(parsed, below, "acomp", "advmod")) if h)
    if node.tag == "MD" and node.text.lower() in attitudes.MODALS:
        yield attitudes.MODALS[node.text.lower()]


def _hedge_below(parsed: Parsed, word: Token) -> Certainty | None:
    hedge = hedge_of_adjective(parsed, word)
    return hedge if hedge in {Certainty.PROBABLE, Certainty.POSSIBLE} else None


def find_confidence(parsed: Parsed, word: Token) -> Iterator[Certainty]:
    """*With low confidence*: the certainty an assessment states of itself, at the preposition, the verb or the noun."""
    if word.lemma == "confidence":
        yield _degree(parsed, word)
    for child in children(parsed, word, "prep", "pobj"):
        if child.text.lower() == "with" or child.lemma == "confidence":
            yield from find_confidence(parsed, child)


def find_opening_hedge(parsed: Parsed, first: int, last: int) -> Certainty | None:
    """*Perhaps it was snow*, *Probably snow*: a hedge among the first words of what is said."""
    opening = (t for t in parsed.tokens[first : min(last, first + _OPENING)] if t.pos in {"ADV", "INTJ"})
    return next((h for token in opening if (h := _adverb(parsed, token)) is not None), None)


def hedge_of_adjective(parsed: Parsed, word: Token, *, negated: bool = False) -> Certainty | None:
    """How far an adjective said of a clause hedges it: *likely*, *not likely*, *unclear*, *not clear*, *too early*."""
    text = word.text.lower()
    if text in attitudes.OPEN_ADJECTIVES and word.pos in {"ADJ", "VERB"}:
        if negated:
            return Certainty.NONE
        return Certainty.PROBABLE if _is_almost(parsed, word) else None
    if text in {"early", "soon", "premature"} and any(c.text.lower() == "too" for c in children(parsed, word)):
        return Certainty.NONE
    found = attitudes.HEDGES.get(text)
    if found is None or not (negated or is_negated(parsed, word)):
        return found
    return {Certainty.UNLIKELY: Certainty.POSSIBLE, Certainty.NONE: None}.get(found, Certainty.UNLIKELY)


def _adverb(parsed: Parsed, word: Token) -> Certainty | None:
    text = word.text.lower()
    if text == "certainly" and _is_almost(parsed, word):
        return Certainty.PROBABLE
    return attitudes.HEDGES.get(text) if text not in attitudes.OPEN_ADJECTIVES else None


def _is_almost(parsed: Parsed, word: Token) -> bool:
    return any(c.text.lower() in _ALMOST for c in children(parsed, word))


def _modal(parsed: Parsed, node: Token, word: str, *, negated: bool) -> Iterator[Certainty]:
    auxiliaries = {c.text.lower() for c in children(parsed, node, "aux", "auxpass")}
    if word == "must":
        # "Must have known" is a guess; "must resign" a demand.
        if "have" in auxiliaries or node.lemma == "be":
            yield Certainty.PROBABLE
    elif word in attitudes.MODALS and not (negated and word == "could"):
        yield attitudes.MODALS[word]
    elif word in {"would", "'d"} and "have" in auxiliaries and _is_able(parsed, node):
        yield Certainty.POSSIBLE


def _is_able(parsed: Parsed, node: Token) -> bool:
    """*Would have been able to*, *would have been capable of*: what could have been done, not what was."""
    return any(c.lemma in {"able", "capable", "position"} for c in children(parsed, node, "acomp", "attr", "prep"))


def _degree(parsed: Parsed, noun: Token) -> Certainty:
    words = {c.text.lower() for c in children(parsed, noun, "amod", "compound")}
    return next((_CONFIDENCE[word] for word in words if word in _CONFIDENCE), Certainty.PROBABLE)
