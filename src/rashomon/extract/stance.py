"""How whoever passes something on stands to it, where other words than the cue's own say so."""

from __future__ import annotations

from typing import Final

from rashomon.extract import attitudes
from rashomon.extract.candidate import Candidate
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child, head_of
from rashomon.model.vocabulary import Stance

_FALSELY: Final = frozenset(
    "falsely wrongly baselessly misleadingly groundlessly wildly erroneously mistakenly".split()
)
_RIGHTLY: Final = frozenset("rightly correctly accurately truthfully".split())
_SO_CALLED: Final = frozenset(
    """
    so-called called supposed purported alleged ostensible self-styled bogus false baseless unfounded groundless
    discredited debunked unsubstantiated unproven dubious spurious far-fetched fake wild
    """.split()
)
_CRUMBLING: Final = frozenset("collapse crumble unravel evaporate backfire".split())
_SWAYING: Final = frozenset("convince persuade impress satisfy fool".split())
_OFFERING: Final = frozenset("offer cite provide give present produce show supply".split())
_GROUNDS: Final = frozenset("evidence proof foundation basis substantiation".split())
_QUOTES: Final = frozenset("\"'“”‘’«»„`") | {"``", "''"}
_SCARE_WORDS: Final = 3


def find_stance(parsed: Parsed, candidate: Candidate) -> Stance | None:
    """The stance shown beside the cue; None where nothing but the cue shows one."""
    anchor = parsed.tokens[candidate.anchor]
    beside = {c.text.lower() for c in children(parsed, anchor, "advmod", "amod", "compound", "npadvmod")}
    if beside & (_FALSELY | _SO_CALLED) or _is_without_evidence(parsed, anchor):
        return Stance.DISTANCES
    if beside & _RIGHTLY:
        return Stance.ENDORSES
    if _is_scare_quoted(parsed, anchor) or (anchor.pos == "NOUN" and _is_disproved(parsed, anchor)):
        return Stance.DISTANCES
    return None


def is_doubted(parsed: Parsed, noun: Token) -> bool:
    """Whether a noun that says what its clause is to be is called in doubt: *the supposed evidence that*."""
    beside = {c.text.lower() for c in children(parsed, noun, "amod", "compound")}
    return bool(beside & _SO_CALLED) or _is_scare_quoted(parsed, noun) or _is_disproved(parsed, noun)


def _is_without_evidence(parsed: Parsed, anchor: Token) -> bool:
    """*Said, without offering evidence, that*; the words may stand at the end, as if they belonged to the content."""
    sentence = parsed.sentence_of(anchor)
    for word in parsed.tokens[sentence.first : sentence.last]:
        if word.text.lower() != "without":
            continue
        below = children(parsed, word)
        head = head_of(parsed, word)
        offered = [grandchild for child in below if child.lemma in _OFFERING for grandchild in children(parsed, child)]
        own = below if head is not None and head.index == anchor.index else []
        if any(t.lemma in _GROUNDS for t in [*own, *offered]):
            return True
    return False


def _is_scare_quoted(parsed: Parsed, anchor: Token) -> bool:
    """*Has ‘discovered’ that*, *his “proof” that*: the cue word alone between quotation marks."""
    before = range(max(anchor.index - _SCARE_WORDS, 0), anchor.index)
    after = range(anchor.index + 1, min(anchor.index + _SCARE_WORDS, len(parsed.tokens)))
    opened = [i for i in before if parsed.tokens[i].text in _QUOTES]
    closed = [i for i in after if parsed.tokens[i].text in _QUOTES]
    return bool(opened and closed) and closed[0] - opened[-1] <= _SCARE_WORDS


def _is_disproved(parsed: Parsed, noun: Token) -> bool:
    """*Turned out to be groundless*, *was false*, *convinced nobody*, said of the claim."""
    head = head_of(parsed, noun)
    if head is None or noun.dep not in {"nsubj", "nsubjpass"}:
        return False
    if head.lemma in _CRUMBLING or any(c.lemma in {"disprove", "debunk"} for c in (head,)):
        return True
    if head.lemma in _SWAYING:
        swayed = first_child(parsed, head, "dobj")
        return swayed is not None and _is_nobody(parsed, swayed)
    words = {t.lemma for t in parsed.tokens[head.index : min(head.right, head.index + 6)]}
    return head.lemma in {"be", "turn", "prove"} and bool(words & attitudes.DISPROVED)


def _is_nobody(parsed: Parsed, word: Token) -> bool:
    no = any(c.text.lower() in {"no", "few"} for c in children(parsed, word, "det", "amod"))
    return word.text.lower() in {"nobody", "none", "few"} or no
