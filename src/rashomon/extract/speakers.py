"""Whose a cue is: the tokens of the source of a verb, a noun or an adjective, by subject, agent, possessor or control.

Names are resolved later (`sources`); here the words that stand in the sentence are found, or none.
"""

from __future__ import annotations

from rashomon.extract.animacy import may_act
from rashomon.extract.media import is_medium
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child, head_of, is_passive, subject_of, subtree

Indexes = frozenset[int]
NOBODY: Indexes = frozenset()
_CONTROL_BY_SUBJECT = frozenset({"promise", "threaten", "claim", "vow", "use"})
# "Recalled her husband telling her that": the object speaks.
_WITNESSING = frozenset("recall remember hear overhear describe record recount have film quote catch recollect".split())
_MAX_CLIMB = 8


def find_verb_source(parsed: Parsed, verb: Token) -> Indexes:
    """The source of a verb cue: agent of a passive, own subject, or a subject inherited from a governing verb."""
    if is_passive(parsed, verb):
        return _agent(parsed, verb)
    subject = subject_of(parsed, verb)
    if subject is not None:
        return _phrase(parsed, subject, verb)
    return _inherited(parsed, verb)


def find_noun_source(parsed: Parsed, noun: Token) -> Indexes:
    """The source of a noun cue: possessor, "by X", "from X", or the subject of a light verb ("made the claim")."""
    owner = first_child(parsed, noun, "poss")
    if owner is not None:
        return frozenset(i for i in subtree(parsed, owner) if parsed.tokens[i].tag != "POS")
    head = head_of(parsed, noun)
    # "dismissed the claim by Lund that ...": the parser may hang "by" on the verb.
    astray = [p for p in children(parsed, head, "prep", "agent") if p.index == noun.right] if head is not None else []
    for prep in [*children(parsed, noun, "prep", "agent"), *astray]:
        named = first_child(parsed, prep, "pobj")
        told_in = prep.text.lower() in ("in", "on") and named is not None and is_medium(parsed, named)
        if named is not None and (told_in or prep.text.lower() in ("by", "from", "among")):
            return _phrase(parsed, named, prep)
    whose = _whose_claim(parsed, noun)
    if whose:
        return whose
    for clause in children(parsed, noun, "acl", "relcl"):
        # "a theory noted by X", "a claim made by X"
        if clause.tag == "VBN" and (agent := _agent(parsed, clause)):
            return agent
    return _from_governor(parsed, noun)


def _whose_claim(parsed: Parsed, noun: Token) -> Indexes:
    """ "the insistence of the pilot that ...": with a clause for its content, "of" tells whose the noun is."""
    for prep in children(parsed, noun, "prep"):
        person = first_child(parsed, prep, "pobj") if prep.text.lower() == "of" else None
        if person is None or not may_act(person):
            continue
        # The parser may hang the clause on the person.
        clauses = [
            c for t in (noun, person) for c in children(parsed, t, "acl", "ccomp", "relcl") if c.left > prep.index
        ]
        said = next((c for c in clauses if parsed.tokens[c.left].text.lower() == "that"), None)
        if said is not None:
            return frozenset(subtree(parsed, person) - subtree(parsed, said))
    return NOBODY


def find_predicate_source(parsed: Parsed, word: Token) -> Indexes:
    """The source of an adjective cue ("she is confident that"): the subject of its copula, or the noun it describes."""
    head = head_of(parsed, word)
    if head is None:
        return NOBODY
    if word.dep in ("acomp", "oprd", "xcomp", "advcl") and head.pos in ("VERB", "AUX"):
        subject = subject_of(parsed, head)
        return _phrase(parsed, subject, head) if subject is not None else _inherited(parsed, head)
    if word.dep == "amod" and head.index < word.index:
        return frozenset({i for i in subtree(parsed, head) if i < word.left})
    return NOBODY


def _from_governor(parsed: Parsed, noun: Token) -> Indexes:
    """ "made the claim that": whose the verb is, his is the noun."""
    head = head_of(parsed, noun)
    for _ in range(_MAX_CLIMB):
        if head is None or noun.dep not in ("conj", "attr") or head.pos != "NOUN":
            break
        noun, head = head, head_of(parsed, head)
    if head is None:
        return NOBODY
    if noun.dep == "nsubjpass":
        return _agent(parsed, head)
    if noun.dep == "dobj" and head.pos == "VERB":
        return find_verb_source(parsed, head)
    if noun.dep == "pobj" and head.text.lower() == "in":
        verb = head_of(parsed, head)
        return find_verb_source(parsed, verb) if verb is not None and verb.pos in ("VERB", "AUX") else NOBODY
    return NOBODY


def _agent(parsed: Parsed, verb: Token) -> Indexes:
    by = first_child(parsed, verb, "agent")
    named = first_child(parsed, by, "pobj") if by is not None else None
    return frozenset(subtree(parsed, named)) if named is not None else NOBODY


def _phrase(parsed: Parsed, noun: Token, cue: Token) -> Indexes:
    if noun.lemma in ("it", "there") and noun.dep == "expl":
        return NOBODY
    phrase = subtree(parsed, noun)
    return frozenset(phrase - subtree(parsed, cue)) if cue.index in phrase else frozenset(phrase)


def _inherited(parsed: Parsed, verb: Token) -> Indexes:
    at = verb
    for _ in range(_MAX_CLIMB):
        head = head_of(parsed, at)
        if head is None:
            return NOBODY
        if at.dep in ("acl", "relcl") and head.pos not in ("VERB", "AUX"):
            return _described(parsed, head, at)
        witnessed = at.tag == "VBG" and at.dep in ("advcl", "acl", "ccomp") and head.lemma in _WITNESSING
        if witnessed or (at.dep == "xcomp" and head.lemma not in _CONTROL_BY_SUBJECT):
            item = first_child(parsed, head, "dobj")
            if item is not None and item.index < at.index:
                return _phrase(parsed, item, verb)
        if head.pos in ("VERB", "AUX"):
            subject = subject_of(parsed, head)
            if subject is not None and subject.index != at.index:
                return _phrase(parsed, subject, verb)
        at = head
    return NOBODY


def _described(parsed: Parsed, noun: Token, clause: Token) -> Indexes:
    """ "a statement saying that": the noun speaks; "the bid to persuade": its owner does."""
    if clause.tag in ("VBG", "VBN") or clause.dep == "relcl":
        return frozenset(i for i in subtree(parsed, noun) if i < clause.left)
    owner = first_child(parsed, noun, "poss")
    if owner is not None:
        return frozenset(i for i in subtree(parsed, owner) if parsed.tokens[i].tag != "POS")
    head = head_of(parsed, noun)
    if head is not None and head.pos in ("VERB", "AUX"):
        subject = subject_of(parsed, head)
        return _phrase(parsed, subject, clause) if subject is not None else NOBODY
    return NOBODY
