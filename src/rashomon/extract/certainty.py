"""How an attribution is meant: polarity, certainty, stance and modality, from its cue and the words around it.

Certainty is the holder's: the cue gives one ("believes": probable), the content's own head may weaken it ("may have",
"most likely"), never strengthen it. A plain negation inside the content is part of what is said and changes nothing
here; it does in `claims`, where a claim is about the positive form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rashomon.extract import attitudes
from rashomon.extract.appraisal import BY_CLASS, BY_LEMMA, Appraisal, weaken
from rashomon.extract.candidate import Candidate
from rashomon.extract.cues import Cue, read_cue
from rashomon.extract.gist import find_gist
from rashomon.extract.hedges import find_confidence, find_opening_hedge
from rashomon.extract.lexicon import CueClass
from rashomon.extract.manner import Scope, read_manner
from rashomon.extract.mentioning import is_disowned, is_mention
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.stance import find_stance
from rashomon.extract.suppositions import is_asked
from rashomon.extract.tree import children
from rashomon.model.vocabulary import Certainty, Modality, Polarity, Stance

_ASKING: Final = frozenset("whether who whom whose which".split())
_ASKING_IF_OPEN: Final = _ASKING | frozenset("what how why where when if".split())
_IMPROBABLE: Final = frozenset("unlikely improbable implausible inconceivable unthinkable impossible".split())
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEAR_WORDS: Final = 3
"""Words behind a cue in which its object complement stands (*thought it unlikely*)."""
_CHECKING: Final = frozenset(
    "verify establish determine ascertain prove demonstrate learn trace confirm identify".split()
)
_SHOWING: Final = frozenset("indicate suggest imply point signal support corroborate meet encounter".split())
"""Verbs by whose negation what would speak for it is missing."""
_OPEN_CLASSES: Final = frozenset({CueClass.QUESTION, CueClass.WITHHOLDING, CueClass.DOUBT})


def appraise(parsed: Parsed, candidate: Candidate) -> Appraisal:
    """Polarity, certainty, stance and modality of one attribution; who is merely cited says it plainly."""
    if candidate.kind == "cited" and candidate.cue_class is CueClass.SPEECH:
        return Appraisal()
    cue = read_cue(parsed, candidate)
    anchor = parsed.tokens[candidate.anchor]
    found = _of_cue(cue, candidate, anchor)
    if cue.hypothetical:
        found = replace(found, certainty=Certainty.NONE, modality=Modality.CONDITIONAL, stance=Stance.REPORTS)
    elif _is_open(parsed, candidate, cue):
        found = Appraisal(certainty=Certainty.NONE, modality=Modality.QUESTION)
    elif found.polarity is Polarity.ASSERT and is_mention(parsed, candidate):
        found = Appraisal(certainty=Certainty.NONE)
    if found.polarity is Polarity.ASSERT and _is_thought_unlikely(parsed, candidate):
        found = replace(found, polarity=Polarity.DENY, certainty=Certainty.UNLIKELY)
    found = weaken(found, _of_source(parsed, candidate))
    for certainty in find_confidence(parsed, anchor):
        found = weaken(found, certainty)
    if _is_one_sentence(parsed, candidate):
        # What follows the first sentence of a long quotation has hedges of its own.
        found = _with_content(parsed, candidate, found)
    stance = find_stance(parsed, candidate)
    if stance is not None:
        found = replace(found, stance=stance)
    if is_disowned(parsed, candidate):
        found = replace(found, stance=Stance.DISTANCES, certainty=Certainty.NONE, polarity=Polarity.ASSERT)
    return found


def _of_cue(cue: Cue, candidate: Candidate, anchor: Token) -> Appraisal:
    """What the cue says before its content is looked at."""
    if candidate.kind == "responsibility":
        return _responsibility(candidate, negated=cue.negated)
    by_class = BY_CLASS[cue.cue_class]
    if anchor.pos == "NOUN" and anchor.lemma in attitudes.TALES and not cue.idiom:
        return BY_CLASS[CueClass.MENTION]
    if cue.cue_class is CueClass.WITHHOLDING and not cue.idiom and anchor.lemma in {"refuse", "decline"}:
        # "Refused to resign" withholds no word.
        return Appraisal(polarity=Polarity.DENY, modality=Modality.OPINION)
    found = by_class if cue.idiom else BY_LEMMA.get(anchor.lemma, BY_LEMMA.get(anchor.text.lower(), by_class))
    if cue.negated:
        passive = candidate.kind.startswith("be")
        asked = cue.cue_class is CueClass.KNOWLEDGE and passive
        return BY_CLASS[CueClass.QUESTION] if asked else _negate(cue.cue_class, found, anchor)
    return found


def _is_thought_unlikely(parsed: Parsed, candidate: Candidate) -> bool:
    """*Thought it unlikely that*, *called it implausible that*: whether the cue or what hangs on it says so."""
    anchor = parsed.tokens[candidate.anchor]
    if anchor.pos != "VERB":
        return False
    last = max(candidate.anchor, *candidate.cue) + _NEAR_WORDS
    if candidate.kind == "np+as":
        last = max(last, *candidate.content)
    words = [t for t in parsed.tokens[candidate.anchor + 1 : last + 1] if t.text.lower() in _IMPROBABLE]
    objects = {parsed.tokens[w.index - 1].text.lower() for w in words}
    return bool(objects & {"it", "as", "highly", "very", "most", "extremely"})


def _of_source(parsed: Parsed, candidate: Candidate) -> Certainty:
    """*According to a rumour*, *one version says*: the source is itself but told or weighed."""
    words = (parsed.tokens[i] for i in sorted(candidate.source))
    head = next((t for t in words if t.pos == "NOUN" and t.head not in candidate.source), None)
    if head is None or head.lemma == "line":
        return Certainty.CERTAIN
    if head.lemma in attitudes.TALES:
        return Certainty.NONE
    return Certainty.POSSIBLE if head.lemma in attitudes.THEORIES else Certainty.CERTAIN


def _responsibility(candidate: Candidate, *, negated: bool) -> Appraisal:
    if negated:
        return Appraisal(certainty=Certainty.NONE, modality=Modality.CLAIM_OF_RESPONSIBILITY)
    if candidate.cue_class is CueClass.DENIAL:
        return BY_CLASS[CueClass.DENIAL]
    return Appraisal(modality=Modality.CLAIM_OF_RESPONSIBILITY)


def _negate(cue_class: CueClass, plain: Appraisal, anchor: Token) -> Appraisal:
    if cue_class is CueClass.FINDING and anchor.lemma in _CHECKING:
        return Appraisal(certainty=Certainty.NONE)
    if anchor.lemma in _SHOWING:
        # "The marks do not indicate a blast": they speak against it.
        return replace(plain, polarity=Polarity.DENY, certainty=Certainty.UNLIKELY, stance=Stance.REPORTS)
    if anchor.lemma == "finding":
        # "Makes no finding that": it leaves it open.
        return Appraisal(certainty=Certainty.NONE)
    if cue_class is CueClass.FINDING and anchor.pos == "NOUN":
        return replace(plain, polarity=Polarity.DENY, stance=Stance.REPORTS)
    if cue_class in (CueClass.BELIEF, CueClass.FINDING):
        return replace(plain, polarity=Polarity.DENY, certainty=Certainty.UNLIKELY, stance=Stance.REPORTS)
    if cue_class is CueClass.DENIAL:
        # What nobody disputes is granted; what is not ruled out may be.
        return Appraisal() if anchor.lemma in {"dispute", "contest"} else Appraisal(certainty=Certainty.POSSIBLE)
    if cue_class is CueClass.APPROVAL and anchor.lemma in {"endorse", "adopt", "share"}:
        return Appraisal(certainty=Certainty.NONE)
    if cue_class is CueClass.DOUBT:
        return Appraisal(modality=Modality.OPINION)
    if cue_class in (CueClass.APPROVAL, CueClass.DISAPPROVAL, CueClass.INTENTION, CueClass.EMOTION):
        return replace(plain, polarity=Polarity.DENY)
    if cue_class is CueClass.KNOWLEDGE:
        return Appraisal()
    return replace(plain, certainty=Certainty.NONE, stance=Stance.REPORTS)


def _is_open(parsed: Parsed, candidate: Candidate, cue: Cue) -> bool:
    """Whether the content is what nobody says: "asked who", "did not say how", "knows whether"."""
    first = next((parsed.tokens[i] for i in sorted(candidate.content) if parsed.tokens[i].pos != "PUNCT"), None)
    if first is None:
        return False
    word = first.text.lower()
    if word == "no" and parsed.tokens[min(first.index + 1, len(parsed.tokens) - 1)].text.lower() == "comment":
        return True
    open_cue = cue.negated or cue.cue_class in _OPEN_CLASSES
    relative = first.dep in {"nsubj", "nsubjpass", "dobj", "pobj"} and _is_relative(parsed, first)
    if word == "whether" or (word in _ASKING and not relative):
        return cue.cue_class is not CueClass.DENIAL or word != "whether"
    return open_cue and word in _ASKING_IF_OPEN and cue.cue_class not in {CueClass.DENIAL, CueClass.DOUBT}


def _is_relative(parsed: Parsed, word: Token) -> bool:
    """The *who* of a clause that says more of a noun before it, rather than of a question."""
    return any(parsed.tokens[i].dep == "relcl" for i in (word.head,) if i >= 0)


def _with_content(parsed: Parsed, candidate: Candidate, found: Appraisal) -> Appraisal:
    head = next(_content_heads(parsed, candidate), None)
    if head is None:
        return found
    scope = Scope(
        first=min(candidate.content), last=max(candidate.content) + 1, barred=candidate.cue | candidate.source
    )
    head = find_gist(parsed, head, scope.first, scope.last)
    if is_asked(parsed, head):
        return replace(found, certainty=Certainty.NONE, polarity=Polarity.ASSERT, modality=Modality.QUESTION)
    manner = read_manner(parsed, head.index, scope)
    opening = find_opening_hedge(parsed, min(candidate.content), max(candidate.content) + 1)
    if manner.certainty is Certainty.UNLIKELY and found.polarity is Polarity.ASSERT:
        found = replace(found, polarity=Polarity.DENY, certainty=Certainty.UNLIKELY)
    elif manner.certainty is not Certainty.UNLIKELY and found.polarity is Polarity.ASSERT:
        found = weaken(found, manner.certainty)
    if opening is not None and opening is not Certainty.UNLIKELY and found.polarity is Polarity.ASSERT:
        found = weaken(found, opening)
    if found.polarity is Polarity.ASSERT and _lists_alternatives(parsed, candidate):
        found = weaken(found, Certainty.POSSIBLE)
    if found.modality is Modality.ASSERTION and manner.modality in {Modality.CONDITIONAL, Modality.QUESTION}:
        found = replace(found, modality=manner.modality)
    if found.modality is Modality.ASSERTION and _ends_in_question(parsed, candidate, head):
        found = replace(found, modality=Modality.QUESTION, certainty=Certainty.NONE)
    return found


def _lists_alternatives(parsed: Parsed, candidate: Candidate) -> bool:
    """*Named three things: a spark, a cigarette, or arson*: of several one may be so."""
    words = [parsed.tokens[i] for i in candidate.content]
    return any(t.text.lower() == "or" for t in words) and not any(t.tag in _FINITE for t in words)


def _is_one_sentence(parsed: Parsed, candidate: Candidate) -> bool:
    words = [i for i in candidate.content if parsed.tokens[i].pos != "PUNCT"] or list(candidate.content)
    return parsed.tokens[min(words)].sentence == parsed.tokens[max(words)].sentence


def _content_heads(parsed: Parsed, candidate: Candidate) -> Iterator[Token]:
    """The word the content hangs on; with long quotations and blocks only the first sentence's, as the headline."""
    for index in sorted(candidate.content):
        token = parsed.tokens[index]
        heads = token.head not in candidate.content and token.pos not in ("PUNCT", "CCONJ", "SCONJ")
        if heads and (token.right - token.left > 1 or len(candidate.content) < 3):
            yield _clause_named(parsed, token)
            return


def _clause_named(parsed: Parsed, token: Token) -> Token:
    """*The rumour that S*: what is passed on is the clause."""
    if token.pos != "NOUN" or token.lemma not in attitudes.TALES | attitudes.THEORIES | attitudes.REPORTS:
        return token
    return next((c for c in children(parsed, token, "acl", "relcl", "ccomp") if c.index > token.index), token)


def _ends_in_question(parsed: Parsed, candidate: Candidate, head: Token) -> bool:
    sentence = parsed.sentence_of(head)
    last = max(candidate.content)
    ends = {parsed.tokens[i].text for i in range(max(sentence.first, last - 1), min(sentence.last, last + 3))}
    return "?" in ends and last < sentence.last + 1
