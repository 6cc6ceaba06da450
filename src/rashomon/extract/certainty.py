"""How an attribution is meant: polarity, certainty, stance and modality, from its cue class and the words around it.

Certainty is the holder's: the cue gives one ("believes": probable), the content's own head may weaken it ("may have",
"most likely"), never strengthen it. A negation inside the content is part of what is said and changes nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from rashomon.extract.candidate import Candidate
from rashomon.extract.lexicon import CueClass
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child, head_of, is_negated, subject_of, subtree
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """How a source stands to what it says, and whoever relays it to the source."""

    polarity: Polarity = Polarity.ASSERT
    certainty: Certainty = Certainty.CERTAIN
    stance: Stance = Stance.REPORTS
    modality: Modality = Modality.ASSERTION


_PLAIN: Final = Appraisal()
_BY_CLASS: Final = MappingProxyType(
    {
        CueClass.SPEECH: _PLAIN,
        CueClass.ASSERTIVE: _PLAIN,
        CueClass.DISTANCING: Appraisal(stance=Stance.DISTANCES),
        CueClass.BELIEF: Appraisal(certainty=Certainty.PROBABLE, modality=Modality.OPINION),
        CueClass.FINDING: Appraisal(stance=Stance.ENDORSES, modality=Modality.FINDING),
        CueClass.KNOWLEDGE: Appraisal(stance=Stance.ENDORSES),
        CueClass.CONFIRMATION: Appraisal(stance=Stance.ENDORSES),
        CueClass.ADMISSION: Appraisal(stance=Stance.ENDORSES, modality=Modality.ADMISSION),
        CueClass.DENIAL: Appraisal(polarity=Polarity.DENY, modality=Modality.DENIAL),
        CueClass.DOUBT: Appraisal(polarity=Polarity.DENY, certainty=Certainty.UNLIKELY, modality=Modality.OPINION),
        CueClass.ACCUSATION: Appraisal(modality=Modality.ACCUSATION),
        CueClass.HEDGE: Appraisal(certainty=Certainty.POSSIBLE),
        CueClass.QUESTION: Appraisal(certainty=Certainty.NONE, modality=Modality.QUESTION),
        CueClass.WITHHOLDING: Appraisal(certainty=Certainty.NONE, modality=Modality.QUESTION),
        CueClass.DIRECTIVE: Appraisal(certainty=Certainty.NONE, modality=Modality.OPINION),
        CueClass.INTENTION: Appraisal(modality=Modality.OPINION),
        CueClass.EMOTION: Appraisal(modality=Modality.OPINION),
        CueClass.APPROVAL: Appraisal(modality=Modality.OPINION),
        CueClass.DISAPPROVAL: Appraisal(modality=Modality.OPINION),
        CueClass.MENTION: Appraisal(certainty=Certainty.NONE),
    }
)
# Words that say less, or more, than their class.
_BY_LEMMA: Final = MappingProxyType(
    {
        "suspect": Appraisal(certainty=Certainty.PROBABLE, modality=Modality.ACCUSATION),
        "suspicion": Appraisal(certainty=Certainty.PROBABLE, modality=Modality.ACCUSATION),
        "allege": Appraisal(stance=Stance.DISTANCES, modality=Modality.ACCUSATION),
        "allegation": Appraisal(stance=Stance.DISTANCES, modality=Modality.ACCUSATION),
        "allegedly": Appraisal(stance=Stance.DISTANCES, modality=Modality.ACCUSATION),
        "conclusion": Appraisal(modality=Modality.FINDING),
        "indicate": Appraisal(certainty=Certainty.PROBABLE),
        "suggestion": Appraisal(certainty=Certainty.POSSIBLE),
        "theory": Appraisal(certainty=Certainty.POSSIBLE, modality=Modality.OPINION),
        "idea": Appraisal(certainty=Certainty.POSSIBLE, modality=Modality.OPINION),
        "hope": Appraisal(certainty=Certainty.POSSIBLE, modality=Modality.OPINION),
        "fear": Appraisal(certainty=Certainty.POSSIBLE, modality=Modality.OPINION),
        "worry": Appraisal(certainty=Certainty.POSSIBLE, modality=Modality.OPINION),
        "concern": Appraisal(certainty=Certainty.POSSIBLE, modality=Modality.OPINION),
        "guess": Appraisal(certainty=Certainty.POSSIBLE, modality=Modality.OPINION),
        "imagine": Appraisal(certainty=Certainty.POSSIBLE, modality=Modality.OPINION),
        "convince": Appraisal(modality=Modality.OPINION),
        "convinced": Appraisal(modality=Modality.OPINION),
        "certain": Appraisal(modality=Modality.OPINION),
        "sure": Appraisal(modality=Modality.OPINION),
    }
)
_RANK: Final = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNLIKELY, Certainty.NONE)
_MODALS: Final = MappingProxyType(
    {"may": Certainty.POSSIBLE, "might": Certainty.POSSIBLE, "could": Certainty.POSSIBLE, "must": Certainty.PROBABLE}
)
_HEDGES: Final = MappingProxyType(
    dict.fromkeys("likely probably presumably apparently seemingly evidently ostensibly".split(), Certainty.PROBABLE)
    | dict.fromkeys("possibly perhaps maybe conceivably potentially".split(), Certainty.POSSIBLE)
    | dict.fromkeys("probable presumable".split(), Certainty.PROBABLE)
    | dict.fromkeys("possible plausible conceivable thinkable".split(), Certainty.POSSIBLE)
    | dict.fromkeys("unlikely improbable implausible doubtful".split(), Certainty.UNLIKELY)
    | dict.fromkeys("unclear unknown uncertain unsure".split(), Certainty.NONE)
)
_HYPOTHETICAL: Final = frozenset({"would", "could", "can", "might", "may", "should", "'d"})
_CERTAIN_WORDS: Final = frozenset({"certainly", "certain"})
_FALSELY: Final = frozenset("falsely wrongly baselessly misleadingly groundlessly wildly".split())
_RIGHTLY: Final = frozenset("rightly correctly accurately truthfully".split())
_KNOWING: Final = frozenset("know say confirm verify determine establish ascertain specify identify".split())
_SUPPORTING: Final = frozenset("endorse share support back embrace adopt believe accept buy confirm".split())


def appraise(parsed: Parsed, candidate: Candidate) -> Appraisal:
    """Polarity, certainty, stance and modality of one attribution."""
    anchor = parsed.tokens[candidate.anchor]
    found = _BY_LEMMA.get(anchor.lemma, _BY_CLASS[candidate.cue_class])
    if candidate.kind == "responsibility":
        found = _responsibility(candidate, negated=_is_negated(parsed, candidate))
    elif _is_negated(parsed, candidate):
        found = _negate(candidate.cue_class, found)
    if _is_hypothetical(parsed, candidate, anchor):
        found = replace(found, certainty=Certainty.NONE, modality=Modality.CONDITIONAL, stance=Stance.REPORTS)
    return _set_stance(parsed, candidate, _weaken(parsed, candidate, found))


def _is_hypothetical(parsed: Parsed, candidate: Candidate, anchor: Token) -> bool:
    """ "if they can prove that ...", "it could show that ...": nobody has said or found it yet."""
    if anchor.pos != "VERB" or candidate.negated:
        return False
    marks = {c.text.lower() for c in children(parsed, anchor, "mark")}
    modals = {c.text.lower() for c in children(parsed, anchor, "aux")}
    return bool(marks & {"if", "unless"}) or (anchor.lemma != "say" and bool(modals & _HYPOTHETICAL))


def find_hedge(parsed: Parsed, first: int, last: int) -> Certainty | None:
    """The weakest certainty with which the author puts tokens first to last (exclusive); None where nothing hedges."""
    found = [_HEDGES[t.text.lower()] for t in parsed.tokens[first : min(last, first + 3)] if t.text.lower() in _HEDGES]
    verbs = (t for t in parsed.tokens[first:last] if t.pos in ("VERB", "AUX"))
    found.extend(hedge for hedge in (_hedge_of(parsed, verb) for verb in verbs) if hedge is not None)
    return max(found, key=_RANK.index, default=None)


def _responsibility(candidate: Candidate, *, negated: bool) -> Appraisal:
    if negated:
        return Appraisal(certainty=Certainty.NONE, modality=Modality.CLAIM_OF_RESPONSIBILITY)
    if candidate.cue_class is CueClass.DENIAL:
        return _BY_CLASS[CueClass.DENIAL]
    return Appraisal(modality=Modality.CLAIM_OF_RESPONSIBILITY)


def _is_negated(parsed: Parsed, candidate: Candidate) -> bool:
    if candidate.negated:
        return True
    source_words = {parsed.tokens[i].text.lower() for i in candidate.source}
    return bool(source_words & {"nobody", "none", "neither"}) or (
        "no" in source_words and parsed.tokens[min(candidate.source)].text.lower() == "no"
    )


def _negate(cue_class: CueClass, plain: Appraisal) -> Appraisal:
    if cue_class in (CueClass.BELIEF, CueClass.HEDGE, CueClass.FINDING):
        return replace(plain, polarity=Polarity.DENY, certainty=Certainty.UNLIKELY, stance=Stance.REPORTS)
    if cue_class is CueClass.DENIAL:
        return Appraisal(certainty=Certainty.POSSIBLE)
    if cue_class is CueClass.DOUBT:
        return Appraisal(modality=Modality.OPINION)
    if cue_class in (CueClass.APPROVAL, CueClass.DISAPPROVAL, CueClass.INTENTION, CueClass.EMOTION):
        return replace(plain, polarity=Polarity.DENY)
    return replace(plain, certainty=Certainty.NONE, stance=Stance.REPORTS)


def _weaken(parsed: Parsed, candidate: Candidate, found: Appraisal) -> Appraisal:
    for head in _content_heads(parsed, candidate):
        if _asks_whether(parsed, head):
            return replace(found, certainty=Certainty.NONE, polarity=Polarity.ASSERT)
        hedge = _hedge_of(parsed, head)
        if hedge is Certainty.UNLIKELY and found.polarity is Polarity.ASSERT:
            found = replace(found, polarity=Polarity.DENY, certainty=hedge)
        elif hedge is not None and _RANK.index(hedge) > _RANK.index(found.certainty):
            found = replace(found, certainty=hedge)
        if found.modality is Modality.ASSERTION and _is_conditional(parsed, head):
            found = replace(found, modality=Modality.CONDITIONAL)
        if found.modality is Modality.ASSERTION and _is_question(parsed, candidate, head):
            found = replace(found, modality=Modality.QUESTION, certainty=Certainty.NONE)
    return found


def _content_heads(parsed: Parsed, candidate: Candidate) -> Iterator[Token]:
    """The word the content hangs on; with long quotations and blocks only the first sentence's, as the headline."""
    for index in sorted(candidate.content):
        token = parsed.tokens[index]
        heads = token.head not in candidate.content and token.pos not in ("PUNCT", "CCONJ", "SCONJ")
        if heads and (token.right - token.left > 1 or len(candidate.content) < 3):
            yield token
            return


def _asks_whether(parsed: Parsed, head: Token) -> bool:
    mark = first_child(parsed, head, "mark")
    clausal = head.dep in ("ccomp", "acl", "xcomp", "pcomp")
    return clausal and mark is not None and mark.text.lower() in ("whether", "if")


def _hedge_of(parsed: Parsed, head: Token) -> Certainty | None:
    for child in children(parsed, head):
        word = child.text.lower()
        if child.dep == "aux" and word in _MODALS:
            return _MODALS[word]
        if child.dep in ("advmod", "acomp", "attr", "oprd"):
            hedge = _hedging_word(parsed, child)
            if hedge is not None:
                return hedge
    if head.lemma in ("appear", "seem") and first_child(parsed, head, "xcomp", "ccomp"):
        return Certainty.PROBABLE
    if head.lemma in _KNOWING and is_negated(parsed, head):
        return Certainty.NONE
    if head.tag == "MD":
        return _MODALS.get(head.text.lower())
    clause = first_child(parsed, head, "xcomp")
    return _hedge_of(parsed, clause) if clause is not None and head.lemma == "be" else None


def _hedging_word(parsed: Parsed, word: Token) -> Certainty | None:
    text = word.text.lower()
    if text in _CERTAIN_WORDS and any(c.text.lower() in ("almost", "nearly") for c in children(parsed, word)):
        return Certainty.PROBABLE
    if text in ("clear", "certain", "sure", "known") and (is_negated(parsed, word) or _head_negated(parsed, word)):
        return Certainty.NONE
    if text == "early" and any(c.text.lower() == "too" for c in children(parsed, word)):
        return Certainty.NONE
    found = _HEDGES.get(text)
    if found is Certainty.PROBABLE and (is_negated(parsed, word) or _head_negated(parsed, word)):
        return Certainty.UNLIKELY if word.dep == "acomp" else found
    return found


def _head_negated(parsed: Parsed, word: Token) -> bool:
    head = head_of(parsed, word)
    return head is not None and is_negated(parsed, head)


def _is_conditional(parsed: Parsed, head: Token) -> bool:
    would = any(c.text.lower() in ("would", "will", "could", "'d") for c in children(parsed, head, "aux"))
    clauses = children(parsed, head, "advcl")
    return would and any(mark.text.lower() in ("if", "unless") for c in clauses for mark in children(parsed, c, "mark"))


def _is_question(parsed: Parsed, candidate: Candidate, head: Token) -> bool:
    sentence = parsed.sentence_of(head)
    last = max(i for i in candidate.content)
    ends = {parsed.tokens[i].text for i in range(max(sentence.first, last - 1), min(sentence.last, last + 3))}
    return "?" in ends and last < sentence.last + 1


def _set_stance(parsed: Parsed, candidate: Candidate, found: Appraisal) -> Appraisal:
    anchor = parsed.tokens[candidate.anchor]
    adverbs = {c.text.lower() for c in children(parsed, anchor, "advmod", "amod")}
    if adverbs & _FALSELY:
        return replace(found, stance=Stance.DISTANCES)
    if adverbs & _RIGHTLY:
        return replace(found, stance=Stance.ENDORSES)
    if anchor.pos == "NOUN" and _is_disowned(parsed, anchor):
        return replace(found, stance=Stance.DISTANCES, certainty=Certainty.NONE)
    return found


def _is_disowned(parsed: Parsed, noun: Token) -> bool:
    """ "a theory, noted by X albeit not endorsed": the source passes on what it does not vouch for."""
    below = subtree(parsed, noun)
    head = head_of(parsed, noun)
    if head is not None and subject_of(parsed, head) is noun:
        below = below.union(*(subtree(parsed, c) for c in children(parsed, head, "advcl", "dep")))
    return any(_declines_support(parsed, parsed.tokens[i]) for i in below)


def _declines_support(parsed: Parsed, word: Token) -> bool:
    if word.text.lower() == "without":
        return any(c.lemma in _SUPPORTING for c in children(parsed, word))
    return word.lemma in _SUPPORTING and word.pos == "VERB" and is_negated(parsed, word)
