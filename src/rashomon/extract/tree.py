"""Small walks over a parse: subtrees, dependents by label, auxiliaries, negation, the governing verb.

Pure look-ups on `Parsed`; which words introduce speech is the business of `lexicon` and the finders.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.extract.parsing import NO_HEAD, Parsed, Token

AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none"})


def children(parsed: Parsed, token: Token, *deps: str) -> list[Token]:
    """The dependents of a token, in text order; only those with one of the labels when labels are given."""
    tokens = parsed.tokens
    if not deps:
        return [tokens[i] for i in token.children]
    return [t for i in token.children if (t := tokens[i]).dep in deps]


def first_child(parsed: Parsed, token: Token, *deps: str) -> Token | None:
    """The first dependent with one of the labels, if any."""
    tokens = parsed.tokens
    for index in token.children:
        if not deps or tokens[index].dep in deps:
            return tokens[index]
    return None


def head_of(parsed: Parsed, token: Token) -> Token | None:
    """The governor of a token; None for the root of a sentence."""
    return None if token.head == NO_HEAD else parsed.tokens[token.head]


def climb(parsed: Parsed, token: Token) -> Iterator[Token]:
    """The governors of a token, nearest first."""
    head = head_of(parsed, token)
    while head is not None:
        yield head
        head = head_of(parsed, head)


def subtree(parsed: Parsed, token: Token) -> set[int]:
    """Indexes of a token and everything below it. Walks the tree, since a noisy parse need not be projective."""
    found: set[int] = set()
    waiting = [token.index]
    while waiting:
        index = waiting.pop()
        if index not in found:
            found.add(index)
            waiting.extend(parsed.tokens[index].children)
    return found


def subject_of(parsed: Parsed, verb: Token) -> Token | None:
    """The verb's own subject (active, passive or clausal), not an inherited one."""
    return first_child(parsed, verb, *SUBJECTS)


def is_passive(parsed: Parsed, verb: Token) -> bool:
    """Whether the verb is a passive participle with its auxiliary or a passive subject."""
    return any(c.dep in ("auxpass", "nsubjpass") for c in children(parsed, verb))


def is_negated(parsed: Parsed, token: Token) -> bool:
    """Whether "not", "never" and the like stand directly on the token."""
    return any(c.dep == "neg" or c.text.lower() in NEGATIONS for c in children(parsed, token))


def verb_group(parsed: Parsed, verb: Token) -> set[int]:
    """The verb with its auxiliaries, negation, particle and the adverbs between them."""
    group = {verb.index} | {c.index for c in children(parsed, verb, *AUXILIARIES, "prt")}
    low, high = min(group), verb.index
    group |= {c.index for c in children(parsed, verb, "advmod") if low <= c.index < high or c.index == low - 1}
    return {i for i in group if parsed.tokens[i].sentence == verb.sentence}
