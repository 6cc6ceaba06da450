"""Whether a cue passes on what nobody vouches for: a rumour noted, a theory cited, a report not endorsed."""

from __future__ import annotations

import re
from typing import Final

from rashomon.extract import attitudes
from rashomon.extract.candidate import Candidate
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child, head_of, is_negated, subject_of, subtree

_PASSED_ON: Final = attitudes.TALES | attitudes.THEORIES | attitudes.REPORTS
_GIVING: Final = frozenset("take attach carry give express offer lend put make have pass hold reach draw".split())
_OPENING: Final = 3
_TOLD: Final = 24
"""Words of a content among which a tale is named as its object, or as what it is about."""
_DISCLAIMER: Final = re.compile(
    r"\b(?:with no|without) (?:further |any )?comment\b"
    r"|\b(?:express|take|offer|attach|hold|form|have|make)\w* no (?:view|opinion|position|stand|side|weight|credence)"
    r"|\b(?:not|without|nor|neither) (?:to )?(?:endors|adopt|vouch|subscrib|taking (?:it up|sides)|taking a)"
    r"|\bwould not comment on\b|\bwithout prejudice to\b|\bfor what (?:it is|it's) worth\b"
)
_ADVERBIAL: Final = frozenset("advcl prep acl dep conj relcl parataxis appos".split())


def is_mention(parsed: Parsed, candidate: Candidate) -> bool:
    """*Noted the rumour that*, *forwarded a notion*: a verb of passing on with a tale or a report as object."""
    verb = _passing_on(parsed, candidate)
    if verb is None:
        return _tells_anybody(parsed, candidate)
    nouns = [parsed.tokens[i] for i in sorted(candidate.cue) if i > verb.index]
    nouns += [t for i in candidate.content if (t := parsed.tokens[i]).head == verb.index or t.head in candidate.cue]
    told = [t for t in nouns if t.pos == "NOUN" and t.lemma in _PASSED_ON]
    opening = (parsed.tokens[i] for i in sorted(candidate.content)[:_OPENING])
    tale = any(t.pos == "NOUN" and t.lemma in attitudes.TALES for t in opening)
    return tale or any(_is_object(parsed, noun, verb) for noun in told)


def _tells_anybody(parsed: Parsed, candidate: Candidate) -> bool:
    """*Some will tell you that*: nobody has said it."""
    anchor = parsed.tokens[candidate.anchor]
    will = any(c.text.lower() in {"will", "'ll"} for c in children(parsed, anchor, "aux"))
    you = any(c.text.lower() == "you" for c in children(parsed, anchor, "dobj", "dative"))
    return anchor.lemma == "tell" and will and you


def _passing_on(parsed: Parsed, candidate: Candidate) -> Token | None:
    """The verb of passing on in a cue, or above the noun that is the cue (*forwarded gossip that*)."""
    for index in sorted(candidate.cue):
        word = parsed.tokens[index]
        if word.pos in {"VERB", "AUX"} and word.lemma in attitudes.MENTION_VERBS:
            return word
    anchor = parsed.tokens[candidate.anchor]
    head = head_of(parsed, anchor)
    above = head is not None and anchor.pos == "NOUN" and anchor.dep in {"dobj", "pobj"}
    return head if above and head is not None and head.lemma in attitudes.MENTION_VERBS else None


def _is_object(parsed: Parsed, noun: Token, verb: Token) -> bool:
    head = head_of(parsed, noun)
    if head is None or noun.dep in {"nsubj", "compound"}:
        return False
    return head.index == verb.index or (head.dep in {"prep", "conj", "dobj"} and head.head == verb.index)


def is_disowned(parsed: Parsed, candidate: Candidate) -> bool:
    """ "A theory, noted by X albeit not endorsed", "repeats it without vouching for it": passed on, not vouched for."""
    anchor = parsed.tokens[candidate.anchor]
    if anchor.pos == "NOUN":
        return is_noun_disowned(parsed, anchor, candidate.content)
    if anchor.pos not in {"VERB", "AUX"}:
        return False
    besides = [c for c in children(parsed, anchor, *_ADVERBIAL) if c.index not in candidate.content]
    return any(_disclaims(parsed, child, anchor) for child in besides) or _is_disclaimed(parsed, candidate)


def _is_disclaimed(parsed: Parsed, candidate: Candidate) -> bool:
    """*There is a view, on which I express no opinion, that*: the sentence says so of a tale, a theory or a report."""
    anchor = parsed.tokens[candidate.anchor]
    opening = [parsed.tokens[i] for i in sorted(candidate.content)[:_TOLD]]
    nouns = [t for t in opening if t.pos == "NOUN" and t.lemma in _PASSED_ON | {"view"}]
    if not nouns and anchor.lemma not in attitudes.MENTION_VERBS:
        return False
    sentence = parsed.sentence_of(anchor)
    return bool(_DISCLAIMER.search(parsed.words(sentence.first, sentence.last).lower()))


def is_noun_disowned(parsed: Parsed, noun: Token, content: frozenset[int] = frozenset()) -> bool:
    """*A theory not shared by the police*, *a scenario which carries no endorsement*."""
    below = subtree(parsed, noun)
    head = head_of(parsed, noun)
    if head is not None and subject_of(parsed, head) is noun:
        below = below.union(*(subtree(parsed, c) for c in children(parsed, head, "advcl", "dep")))
    elif head is not None and noun.dep == "dobj":
        below = below.union(*(subtree(parsed, c) for c in children(parsed, head, "advcl", "prep", "dep")))
    return any(_declines_support(parsed, parsed.tokens[i]) for i in below - content)


def _disclaims(parsed: Parsed, child: Token, verb: Token) -> bool:
    """Whether an adjunct or a joined verb of the same subject declines to back what the verb passes on."""
    own = first_child(parsed, child, "nsubj", "nsubjpass")
    if own is not None and own.tag not in {"PRP", "WDT", "WP"} and child.dep in {"conj", "advcl", "parataxis"}:
        return False
    if child.dep == "prep" and child.text.lower() == "as":
        named = first_child(parsed, child, "pobj")
        return named is not None and named.lemma in attitudes.TALES and verb.lemma in attitudes.MENTION_VERBS
    if child.dep == "conj":
        return _declines_support(parsed, child) or any(_declines_support(parsed, c) for c in children(parsed, child))
    return any(_declines_support(parsed, parsed.tokens[i]) for i in subtree(parsed, child))


def _declines_support(parsed: Parsed, word: Token) -> bool:
    if word.text.lower() == "without":
        below = children(parsed, word)
        below += [g for c in below if c.lemma in {"give", "express", "offer", "take"} for g in children(parsed, c)]
        return any(c.lemma in attitudes.SUPPORT_VERBS | attitudes.SUPPORT_NOUNS for c in below)
    if word.lemma in attitudes.SUPPORT_VERBS and word.pos == "VERB":
        return is_negated(parsed, word)
    backing = word.pos == "NOUN" and word.lemma in attitudes.SUPPORT_NOUNS and word.dep == "dobj"
    head = head_of(parsed, word)
    if not backing or head is None or head.lemma not in _GIVING:
        return False
    return any(c.text.lower() in {"no", "little"} for c in children(parsed, word, "det", "amod")) or is_negated(
        parsed, head
    )
