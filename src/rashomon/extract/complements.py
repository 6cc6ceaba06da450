"""What a cue word takes as its content: the complement clauses and phrases around one verb, noun or adjective.

A `Complement` names a construction ("that", "to", "np", "about", ...) and the tokens it covers; whether the word in
that construction attributes anything is decided by `lexicon`. Only complements present in the parse are returned.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.extract.lexicon import NOUNS, VERBS
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, climb, first_child, head_of, is_passive, subject_of, subtree

_OBJECT_PREPOSITIONS = frozenset("of as for with on over to against from about in at".split())
_ADJUNCTS = frozenset({"advcl", "prep", "advmod", "ccomp", "npadvmod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Complement:
    """A construction and its content; `marker` is the preposition that belongs to the cue rather than the content."""

    kind: str
    content: frozenset[int]
    marker: frozenset[int] = frozenset()


def find_verb_complements(parsed: Parsed, verb: Token) -> list[Complement]:
    """The complements of a verb, foremost first: clauses, infinitives, objects, then prepositions."""
    finders = (_interrupted, _clause, _infinitive, _object, _preposition)
    found = (finder(parsed, verb) for finder in finders)
    return [complement for complement in found if complement is not None and complement.content]


def find_noun_complement(parsed: Parsed, noun: Token) -> Complement | None:
    """The clause or phrase that says what a claim, fear or demand is of: "claim that ...", "fears of ..."."""
    for child in children(parsed, noun, "acl", "ccomp", "relcl", "xcomp"):
        if child.index < noun.index:
            continue
        mark = first_child(parsed, child, "mark")
        if mark is not None and mark.text.lower() in ("that", "whether", "if"):
            return Complement(kind="that", content=frozenset(subtree(parsed, child)))
        if _is_infinitive(parsed, child):
            return Complement(kind="to", content=frozenset(subtree(parsed, child)))
    clause = clause_of_object(parsed, noun)
    if clause is not None:
        return Complement(kind="that", content=frozenset(subtree(parsed, clause)))
    head = head_of(parsed, noun)
    if head is not None and head.lemma == "be" and noun.dep == "nsubj":
        clause = first_child(parsed, head, "ccomp")
        if clause is not None and clause.index > head.index:
            return Complement(kind="that", content=frozenset(subtree(parsed, clause)), marker=frozenset({head.index}))
    for prep in children(parsed, noun, "prep"):
        phrase = _prepositional(parsed, prep)
        if phrase and prep.text.lower() not in ("by", "from", "in", "at"):
            return Complement(kind=prep.text.lower(), content=phrase, marker=frozenset({prep.index}))
    return None


def clause_of_object(parsed: Parsed, noun: Token) -> Token | None:
    """ "rejected the claim that ...": the parser may hang the clause on the verb though it says what the claim is."""
    head = head_of(parsed, noun)
    if head is None or noun.dep != "dobj" or "that" not in NOUNS.get(noun.lemma, {}):
        return None
    for clause in children(parsed, head, "ccomp"):
        if clause.index > noun.index and parsed.tokens[clause.left].text.lower() == "that":
            return clause
    return None


def find_adjective_complement(parsed: Parsed, word: Token) -> Complement | None:
    """What a feeling or conviction is about: "confident that ...", "afraid of ...", "eager to ..."."""
    for kind, dep in (("that", "ccomp"), ("to", "xcomp")):
        clause = first_child(parsed, word, dep)
        if clause is not None and clause.index > word.index:
            return Complement(kind=kind, content=frozenset(subtree(parsed, clause)))
    prep = first_child(parsed, word, "prep")
    if prep is None:
        return None
    phrase = frozenset(subtree(parsed, prep)) - {prep.index}
    return Complement(kind=prep.text.lower(), content=phrase, marker=frozenset({prep.index}))


def _is_infinitive(parsed: Parsed, clause: Token) -> bool:
    return any(c.text.lower() == "to" for c in children(parsed, clause, "aux"))


def _interrupted(parsed: Parsed, verb: Token) -> Complement | None:
    """ "The bridge, he said, was mined": the cue hangs in the clause that it introduces."""
    head = head_of(parsed, verb)
    if verb.dep != "parataxis" or head is None or first_child(parsed, verb, "ccomp"):
        return None
    clause = next((t for t in [head, *climb(parsed, head)] if t.pos in ("VERB", "AUX")), head)
    return Complement(kind="that", content=frozenset(subtree(parsed, clause) - subtree(parsed, verb)))


def _clause(parsed: Parsed, verb: Token) -> Complement | None:
    clauses = [c for c in children(parsed, verb, "ccomp") if not _behind_semicolon(parsed, c, verb)]
    if not clauses:
        return None
    clause = clauses[-1]
    content = subtree(parsed, clause)
    gerund = clause.tag == "VBG" and not children(parsed, clause, "aux")
    kind = "np+to" if _is_infinitive(parsed, clause) else "ing" if gerund else "that"
    noun = first_child(parsed, verb, "dobj")
    if noun is not None and clause_of_object(parsed, noun) is clause:
        return Complement(kind="np", content=frozenset(range(noun.left, clause.right)))
    if kind == "that" and clause.index < verb.index:
        content = content | _leading_adjuncts(parsed, verb, clause)
    elif kind == "that":
        content = content | _spliced(parsed, verb)
    return Complement(kind=kind, content=frozenset(content))


def _behind_semicolon(parsed: Parsed, clause: Token, verb: Token) -> bool:
    """ "A accused B of theft; B blamed A": the parser takes the first half for a content of the second."""
    return clause.index < verb.index and any(parsed.tokens[i].text == ";" for i in range(clause.index, verb.index))


def _leading_adjuncts(parsed: Parsed, verb: Token, clause: Token) -> set[int]:
    """In "S, X said" whatever stands before S belongs to S, though the parser often hangs it on the cue."""
    subject = subject_of(parsed, verb)
    first = min(clause.left, clause.index)
    found: set[int] = set()
    for child in children(parsed, verb, *_ADJUNCTS):
        if child.index < first and child is not subject:
            found |= subtree(parsed, child)
    return found


def _spliced(parsed: Parsed, verb: Token) -> set[int]:
    """The second half of "they insist it wasn't X, it was Y", which the parser puts above the cue.

    Only a cue of speech may follow the clause it governs; under any other verb the comma merely joins two contents.
    """
    head = head_of(parsed, verb)
    if verb.dep != "ccomp" or head is None or head.index < verb.right or head.lemma in VERBS:
        return set()
    parts = [c for c in children(parsed, head) if c.index > verb.right and c.dep not in ("advcl", "punct")]
    return {head.index}.union(*(subtree(parsed, part) for part in parts))


def _infinitive(parsed: Parsed, verb: Token) -> Complement | None:
    clause = next((c for c in children(parsed, verb, "xcomp") if c.index > verb.index), None)
    if clause is None:
        return None
    to = _is_infinitive(parsed, clause)
    content = subtree(parsed, clause)
    subject = first_child(parsed, verb, "nsubjpass")
    if subject is not None and is_passive(parsed, verb):
        return Complement(kind="be+to" if to else "be+x", content=frozenset(content | subtree(parsed, subject)))
    item = first_child(parsed, verb, "dobj")
    if item is not None:
        return Complement(kind="np+to" if to else "np+x", content=frozenset(content | subtree(parsed, item)))
    return Complement(kind="to" if to else "ing" if clause.tag == "VBG" else "x", content=frozenset(content))


def _object(parsed: Parsed, verb: Token) -> Complement | None:
    item = first_child(parsed, verb, "dobj") or first_child(parsed, verb, "oprd")
    passive = first_child(parsed, verb, "nsubjpass")
    if item is None or (item.index < verb.index and item.tag not in ("WP", "WDT", "WRB")):
        item = passive
    if item is None:
        return None
    content = subtree(parsed, item)
    prefix = "be" if item is passive else "np"
    for prep in children(parsed, verb, "prep", "oprd"):
        word = prep.text.lower()
        if prep.dep == "oprd" and prep is not item:
            return Complement(kind=prefix + "+as", content=frozenset(content | subtree(parsed, prep)))
        if word in _OBJECT_PREPOSITIONS and prep.index > verb.index:
            return Complement(kind=f"{prefix}+{word}", content=frozenset(content | subtree(parsed, prep)))
    return Complement(kind=prefix, content=frozenset(content))


def _preposition(parsed: Parsed, verb: Token) -> Complement | None:
    for prep in children(parsed, verb, "prep"):
        phrase = _prepositional(parsed, prep)
        if phrase and prep.index > verb.index:
            return Complement(kind=prep.text.lower(), content=phrase, marker=frozenset({prep.index}))
    return None


def _prepositional(parsed: Parsed, prep: Token) -> frozenset[int]:
    parts = children(parsed, prep, "pobj", "pcomp", "prep", "ccomp")
    return frozenset().union(*(subtree(parsed, p) for p in parts)) if parts else frozenset()
