"""The clause a statement is about: beneath words that only say how sure, how true or how open it is.

*It is unlikely that the crew slept* is about the crew; *we do not know who fired* about who fired. What the words above
do to that clause is read by `manner`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rashomon.extract import attitudes
from rashomon.extract.clauses import negatives_of
from rashomon.extract.lexicon import VERBS, CueClass
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.suppositions import is_asked
from rashomon.extract.tree import children, first_child

_DEEPEST: Final = 4
_PERSONS: Final = frozenset({"he", "she", "they"})
_COLOURING: Final = frozenset(
    {CueClass.BELIEF, CueClass.DOUBT, CueClass.DENIAL, CueClass.HEDGE, CueClass.QUESTION, CueClass.WITHHOLDING}
)
_GIST_NOUNS: Final = attitudes.TALES | attitudes.THEORIES | attitudes.EVIDENCE | attitudes.MISGIVINGS | frozenset(
    "finding likelihood probability chance belief suspicion fear view opinion feeling guess hunch bet impression"
    .split()
)  # fmt: skip


def find_gist(parsed: Parsed, main: Token, first: int, last: int) -> Token:
    """The clause that a statement of tokens first to last (exclusive) is about; its main word where that is itself."""
    node = main
    for _ in range(_DEEPEST):
        below = next((c for c in _contents_of(parsed, node) if first <= c.index < last), None)
        if below is None:
            return node
        node = below
    return node


def _contents_of(parsed: Parsed, node: Token) -> Iterator[Token]:
    if node.pos in {"NOUN", "PROPN"}:
        if node.lemma in _GIST_NOUNS:
            yield from (c for c in children(parsed, node, "acl", "relcl", "ccomp") if _is_clause_of(parsed, c, node))
        return
    asked = [c for c in _clauses_of(parsed, node) if is_asked(parsed, c)]
    yield from asked
    if node.lemma == "be":
        yield from _of_copula(parsed, node)
    elif _colours(parsed, node) or _is_told(parsed, node):
        yield from (c for c in children(parsed, node, "ccomp", "xcomp") if c.index > node.index)
    for noun in children(parsed, node, "dobj", "attr"):
        mentioned = node.lemma in attitudes.MENTION_VERBS and noun.lemma in attitudes.REPORTS
        if noun.lemma in _GIST_NOUNS or mentioned:
            yield from (c for c in children(parsed, noun, "acl", "relcl") if _is_clause_of(parsed, c, noun))
        if mentioned:
            yield from (
                n for p in children(parsed, noun, "prep") for n in children(parsed, p, "pobj") if p.text == "of"
            )


def _of_copula(parsed: Parsed, verb: Token) -> Iterator[Token]:
    """*It is unlikely that S*, *my guess is that S*, *X is likely to have done it*."""
    predicate = first_child(parsed, verb, "acomp", "attr", "oprd")
    if predicate is not None and predicate.pos == "ADJ":
        known = attitudes.HEDGES.keys() | attitudes.TRUE | attitudes.FALSE | attitudes.OPEN_ADJECTIVES | {"about"}
        if predicate.text.lower() in known:
            yield from children(parsed, predicate, "ccomp", "xcomp")
            yield from (c for c in children(parsed, verb, "ccomp", "xcomp", "advcl") if _has_that(parsed, c))
        return
    judged = attitudes.SURPRISES | attitudes.TRUE | attitudes.FALSE
    if predicate is not None and predicate.text.lower() in judged:
        # "It is no secret that", "it is a lie that".
        yield from children(parsed, predicate, "ccomp", "acl")
        yield from (c for c in children(parsed, verb, "ccomp", "advcl") if _has_that(parsed, c))
    subject = first_child(parsed, verb, "nsubj")
    if predicate is None and subject is not None and subject.lemma in _GIST_NOUNS:
        yield from (c for c in children(parsed, verb, "ccomp") if c.index > verb.index)


def _clauses_of(parsed: Parsed, node: Token) -> Iterator[Token]:
    """The clauses below a verb, those after a preposition included (*speculate on who did it*)."""
    for child in children(parsed, node):
        if child.dep == "prep" and (matter := first_child(parsed, child, "pobj")) is not None:
            # "On the question of who did it, he would say nothing."
            yield from (c for of in children(parsed, matter, "prep") for c in children(parsed, of, "pcomp"))
        if child.index < node.index:
            continue
        if child.dep in {"ccomp", "xcomp"}:
            yield child
        elif child.dep in {"prep", "acomp"}:
            yield from children(parsed, child, "pcomp", "ccomp", "xcomp")
            for deeper in children(parsed, child, "prep"):
                yield from children(parsed, deeper, "pcomp", "ccomp")


def _colours(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb only says how sure its clause is, as knowledge does where nobody has it."""
    constructions = VERBS.get(verb.lemma, {})
    cue_class = constructions.get("that") or constructions.get("be+to")
    if verb.lemma in attitudes.SEEMING or cue_class in _COLOURING:
        return True
    if verb.lemma in {"accept", "agree", "concede", "admit", "acknowledge"}:
        return True
    if verb.lemma in attitudes.IMPLYING and any(
        c.text.lower() in attitudes.SUPPOSED for c in children(parsed, verb, "aux")
    ):
        return True
    subject = first_child(parsed, verb, "nsubj")
    if cue_class is CueClass.SPEECH and subject is not None and subject.text.lower() in _PERSONS:
        # "He told me he never fired": who he is, another sentence says.
        return True
    # "I never said that we did it" is about the deed.
    return cue_class in {CueClass.KNOWLEDGE, CueClass.SPEECH} and bool(negatives_of(parsed, verb))


def _is_told(parsed: Parsed, verb: Token) -> bool:
    """*One theory holds that*, *the tale goes that*."""
    subject = first_child(parsed, verb, "nsubj")
    return subject is not None and subject.pos == "NOUN" and subject.lemma in attitudes.TALES | attitudes.THEORIES


def _has_that(parsed: Parsed, clause: Token) -> bool:
    mark = first_child(parsed, clause, "mark")
    return mark is not None and mark.text.lower() in {"that", "whether", "if"} and clause.index > clause.head


def _is_clause_of(parsed: Parsed, clause: Token, noun: Token) -> bool:
    if clause.index < noun.index:
        return False
    opening = parsed.tokens[clause.left].text.lower()
    return clause.dep != "relcl" or opening in {"that", "in", "under"}
