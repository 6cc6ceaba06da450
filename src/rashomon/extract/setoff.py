"""Cues set off by commas: "S, X said." and "S1, said X, S2", read off the surface where the parse is no help.

The parser often tears such sentences apart (the cue becomes the root of half a clause, the inverted speaker an object).
The commas tell more: what the cue and its speaker do not cover is the content.
"""

from __future__ import annotations

from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.quotes import MARKS
from rashomon.extract.speakers import find_verb_source
from rashomon.extract.tree import children, subject_of, subtree, verb_group

Indexes = frozenset[int]
_ADJUNCTS = ("prep", "npadvmod", "advmod", "dative")
_ENDS = frozenset({".", "!", "?", ";", "…"})
_LONGEST_CUE = 30


def find_setoff_content(parsed: Parsed, verb: Token) -> Indexes | None:
    """The rest of the sentence if verb and speaker stand between commas, or after the last one; else None."""
    speaker = find_setoff_speaker(parsed, verb)
    if not speaker:
        return None
    sentence = parsed.sentence_of(verb)
    phrase = verb_group(parsed, verb) | speaker
    for adjunct in children(parsed, verb, *_ADJUNCTS):
        if adjunct.index > verb.index and min(subtree(parsed, adjunct)) == max(phrase) + 1:
            phrase |= subtree(parsed, adjunct)
    low, high = min(phrase), max(phrase)
    if high - low > _LONGEST_CUE or low <= sentence.first + 1 or parsed.tokens[low - 1].text != ",":
        return None
    if any(parsed.tokens[i].text in MARKS for i in range(sentence.first, sentence.last)):
        return None
    following = parsed.tokens[high + 1].text if high + 1 < sentence.last else "."
    if following in _ENDS:
        return frozenset(range(sentence.first, low - 1))
    if following == "," or parsed.tokens[high].text == ",":
        return frozenset(range(sentence.first, low - 1)) | frozenset(range(high + 1, sentence.last))
    return None


def find_setoff_speaker(parsed: Parsed, verb: Token) -> Indexes:
    """The speaker beside the verb: its own subject, or the noun phrase right behind an inverted cue."""
    subject = subject_of(parsed, verb)
    if subject is not None:
        near = find_verb_source(parsed, verb)
        return near if near and abs(max(near) - verb.index) <= _LONGEST_CUE else frozenset()
    return find_inverted_speaker(parsed, verb)


def find_inverted_speaker(parsed: Parsed, verb: Token) -> Indexes:
    """ "..., said a person close to the family": the phrase that starts right behind the verb."""
    for child in children(parsed, verb, "dobj", "attr", "dep", "oprd", "npadvmod", "ccomp", "nsubj", "appos"):
        phrase = subtree(parsed, child)
        if min(phrase) == verb.index + 1 and child.pos in ("PROPN", "NOUN", "PRON"):
            return frozenset(phrase)
    return frozenset()
