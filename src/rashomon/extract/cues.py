"""What kind of act a cue is, read from all its words: idioms, negation, and speech nobody has uttered yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rashomon.extract import attitudes
from rashomon.extract.candidate import Candidate
from rashomon.extract.lexicon import CUE_PHRASES, VERBS, CueClass
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.suppositions import is_supposed
from rashomon.extract.tree import children, climb, head_of, is_negated, is_passive, subject_of

_PATTERNS: Final = tuple((tuple(w.split("/") for w in phrase.split()), kind) for phrase, kind in CUE_PHRASES)
_NOBODY: Final = frozenset("nobody none neither nothing".split())
_NOTHING: Final = frozenset({"nothing", "anything", "little"})
_HYPOTHETICAL: Final = frozenset({"would", "could", "can", "might", "may", "should", "'d"})
_TAKING_UP: Final = frozenset({CueClass.DENIAL, CueClass.DOUBT, CueClass.CONFIRMATION})
_HARD: Final = frozenset(
    "premature hard difficult unable reluctant unwilling easy tempting possible speculative".split()
)
_SAYING: Final = frozenset("say argue claim maintain".split())
_CALLING: Final = frozenset("call brand label describe dub term denounce".split())
_PREDICATES: Final = frozenset("oprd attr pobj acomp ccomp xcomp amod appos dobj".split())
_PENDING: Final = frozenset("until till once".split())
_NEGATIVE_IDIOMS: Final = frozenset({CueClass.WITHHOLDING, CueClass.RETRACTION})
_UNWILLING: Final = frozenset("unable unwilling reluctant refuse decline hesitate".split())
_REST: Final = 2
"""Words behind a cue in which an idiom may end (*pleaded | not guilty*)."""
_CLAIMING: Final = 4
"""How many verbs above a cue are looked at for a condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue's kind of act; `idiom` where its words together say so; `hypothetical` where nobody has done it yet."""

    cue_class: CueClass
    negated: bool
    idiom: bool = False
    hypothetical: bool = False


def read_cue(parsed: Parsed, candidate: Candidate) -> Cue:
    """Read the kind of act of an attribution from its cue, its source and the clause it stands in."""
    anchor = parsed.tokens[candidate.anchor]
    words = [parsed.tokens[i] for i in sorted(candidate.cue)]
    after = parsed.tokens[words[-1].index + 1 : words[-1].index + 1 + _REST] if words else ()
    idiom = _idiom_of([*words, *after], len(words))
    negated = _is_negated(parsed, candidate, anchor)
    if idiom is None:
        idiom, negated = _of_governing_verb(words, anchor, negated=negated)
    if idiom is None:
        idiom = (
            (_of_saying(parsed, candidate, anchor) or _of_infinitive(parsed, anchor))
            or _of_pair(parsed, anchor)
            or _of_predicate(parsed, candidate, anchor)
        )
    if idiom is not None:
        # The negative of "not guilty" or "would not comment" is part of the idiom.
        unsayable = idiom is CueClass.DENIAL and anchor.lemma in _SAYING
        spent = unsayable or idiom in _NEGATIVE_IDIOMS or any(t.text.lower() == "guilty" for t in [*words, *after])
        return Cue(cue_class=idiom, negated=negated and not spent, idiom=True)
    hypothetical = not negated and _is_hypothetical(parsed, anchor)
    return Cue(cue_class=candidate.cue_class, negated=negated, hypothetical=hypothetical)


def _of_governing_verb(words: Sequence[Token], anchor: Token, *, negated: bool) -> tuple[CueClass | None, bool]:
    """*Dismissed allegations that*: of a verb and its object in one cue the verb says how they are meant."""
    if anchor.pos != "NOUN":
        return None, negated
    for word in words:
        kind = VERBS.get(word.lemma, {}).get("np") if word.pos == "VERB" and word.index < anchor.index else None
        if kind in _TAKING_UP:
            return kind, negated
    return None, negated


def _of_infinitive(parsed: Parsed, anchor: Token) -> CueClass | None:
    """*It would be wrong to say that*, *it is too early to say whether*: what nobody says, and why."""
    head = head_of(parsed, anchor)
    if anchor.pos != "VERB" or head is None or anchor.dep not in {"xcomp", "ccomp", "advcl", "acl"}:
        return None
    if not any(c.text.lower() == "to" for c in children(parsed, anchor, "aux")):
        return None
    predicate = head if head.pos == "ADJ" else next(iter(children(parsed, head, "acomp", "attr")), None)
    if predicate is None or (head.pos != "ADJ" and head.lemma != "be"):
        return None
    if predicate.text.lower() in attitudes.FALSE:
        return CueClass.DENIAL
    if predicate.text.lower() in {"hard", "difficult"} and anchor.lemma in {"believe", "accept", "credit"}:
        return CueClass.DOUBT
    too = any(c.text.lower() == "too" for c in children(parsed, predicate))
    return CueClass.WITHHOLDING if too or predicate.text.lower() in _HARD else None


def _of_predicate(parsed: Parsed, candidate: Candidate, anchor: Token) -> CueClass | None:
    """*Reports that he fled are untrue*: whoever says so denies what nobody is named for."""
    head = head_of(parsed, anchor)
    if anchor.pos != "NOUN" or candidate.source or anchor.dep != "nsubj" or head is None or head.lemma != "be":
        return None
    words = {c.text.lower() for c in children(parsed, head, "acomp", "attr")}
    if words & (attitudes.FALSE | attitudes.DISPROVED):
        return CueClass.DENIAL
    return CueClass.CONFIRMATION if words & attitudes.TRUE else None


def _of_saying(parsed: Parsed, candidate: Candidate, anchor: Token) -> CueClass | None:
    """*It cannot be said that*, *called the report a lie*: denials by what may be said of a claim."""
    modals = {c.text.lower() for c in children(parsed, anchor, "aux")} & {"can", "could", "ca"}
    if anchor.lemma in _SAYING and modals and is_passive(parsed, anchor) and is_negated(parsed, anchor):
        return CueClass.DENIAL
    if anchor.lemma not in _CALLING:
        return None
    if any(parsed.tokens[i].lemma in attitudes.FALSE | attitudes.DISPROVED for i in candidate.cue):
        return CueClass.DENIAL
    said = [parsed.tokens[i] for i in candidate.content]
    told = any(t.pos == "NOUN" and t.lemma in attitudes.REPORTS for t in said)
    called = any(t.lemma in attitudes.DISPROVED and t.dep in _PREDICATES for t in said)
    return CueClass.DENIAL if told and called else None


def _of_pair(parsed: Parsed, anchor: Token) -> CueClass | None:
    """*Would neither confirm nor deny*, though the cue be only one of the two."""
    joined = [*children(parsed, anchor, "conj"), *([parsed.tokens[anchor.head]] if anchor.dep == "conj" else [])]
    pair = {anchor.lemma, *(word.lemma for word in joined)}
    return CueClass.WITHHOLDING if pair >= {"confirm", "deny"} else None


def _idiom_of(words: Sequence[Token], own: int) -> CueClass | None:
    """The act an idiom stands for; it begins among the first `own` words and may end just behind them."""
    for pattern, kind in _PATTERNS:
        at = 0
        for number, word in enumerate(words):
            if number >= own and not at:
                break
            if at < len(pattern) and (word.lemma in pattern[at] or word.text.lower() in pattern[at]):
                at += 1
        if at == len(pattern):
            return kind
    return None


def _is_negated(parsed: Parsed, candidate: Candidate, anchor: Token) -> bool:
    if candidate.negated:
        return True
    first = parsed.tokens[min(candidate.source)] if candidate.source else None
    words = {parsed.tokens[i].text.lower() for i in candidate.source}
    if words & _NOBODY or (first is not None and first.text.lower() in {"no", "not"}):
        return True
    if _is_not_meant(parsed, anchor) or _finds_none(parsed, candidate, anchor) or _is_past(parsed, candidate, anchor):
        return True
    if anchor.dep in {"acl", "relcl"} and parsed.tokens[anchor.head].text.lower() in _NOTHING:
        # "Saw nothing to suggest a blast", "nor anything to show that".
        return True
    if anchor.dep == "conj" and any(
        c.text.lower() == "nor" for c in children(parsed, parsed.tokens[anchor.head], "cc")
    ):
        return True
    subject = subject_of(parsed, anchor)
    if subject is None or subject.index in candidate.content:
        return False
    return subject.text.lower() in _NOBODY or any(c.text.lower() == "no" for c in children(parsed, subject, "det"))


def _finds_none(parsed: Parsed, candidate: Candidate, anchor: Token) -> bool:
    """*Found no sign that*, *met with no sign that*, *sees no reason to think that*: the evidence is negated."""
    if anchor.pos != "VERB":
        return False
    governed = (t for prep in children(parsed, anchor, "prep") for t in children(parsed, prep, "pobj"))
    objects = (*children(parsed, anchor, "dobj"), *governed)
    named = (t for t in objects if t.index in candidate.cue and t.lemma in attitudes.EVIDENCE)
    return any(c.text.lower() in {"no", "any"} for noun in named for c in children(parsed, noun, "det"))


def _is_past(parsed: Parsed, candidate: Candidate, anchor: Token) -> bool:
    """*No longer believes*, *are no longer sure that*."""
    first = min((anchor.index, *candidate.cue))
    words = [t.text.lower() for t in parsed.tokens[max(first - 2, 0) : anchor.index]]
    return ("no", "longer") in pairwise(words)


def _is_not_meant(parsed: Parsed, anchor: Token) -> bool:
    """*Does not wish to exclude*, *is not in a position to deny*: the negative stands above an infinitive."""
    node = anchor
    for head in list(climb(parsed, anchor))[:_CLAIMING]:
        infinitive = any(c.text.lower() == "to" for c in children(parsed, node, "aux"))
        if node is anchor and not infinitive:
            return False
        if node.dep not in {"xcomp", "acl", "acomp", "attr", "pobj", "prep"}:
            return False
        if is_negated(parsed, head) or head.lemma in _UNWILLING:
            return True
        node = head
    return False


def _is_hypothetical(parsed: Parsed, anchor: Token) -> bool:
    """ "If they can prove that ...", "it could show that ...", "once anyone shows that ...": not said or found yet."""
    if anchor.pos != "VERB":
        return False
    modals = {c.text.lower() for c in children(parsed, anchor, "aux")}
    if anchor.lemma != "say" and modals & _HYPOTHETICAL:
        return True
    first = min((c.left for c in children(parsed, anchor, "nsubj", "nsubjpass")), default=anchor.index)
    marks = {c.text.lower() for c in children(parsed, anchor, "mark", "advmod") if c.index == first - 1}
    subject = subject_of(parsed, anchor)
    if subject is not None and subject.text.lower().startswith("any") and not is_passive(parsed, anchor):
        return True
    return bool(marks & _PENDING) or is_supposed(parsed, anchor) or _is_under_condition(parsed, anchor)


def _is_under_condition(parsed: Parsed, anchor: Token) -> bool:
    """ "If it turns out that X admitted": the condition stands above the cue."""
    node = anchor
    for head in list(climb(parsed, anchor))[:_CLAIMING]:
        if node.dep not in {"ccomp", "xcomp", "conj", "acl"}:
            return False
        if head.pos in {"VERB", "AUX"} and head_of(parsed, head) is not None and is_supposed(parsed, head):
            return True
        node = head
    return False
