"""Walks over a clause for frames: its subject, its actors, whose a deed is, whether it is negated."""

from collections.abc import Iterator
from typing import Final

from rashomon.extract import deeds
from rashomon.extract.animacy import may_act
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.extract.tree import NEGATIONS, first_child
from rashomon.model.places import state_of

_NEGATIONS: Final = NEGATIONS | {"nothing", "without", "hardly", "scarcely", "cannot", "nowhere"}
_BEFORE_PHRASE: Final = frozenset("det punct cc mark predet preconj advmod neg".split())
_NO_NEGATION: Final = frozenset(
    "only just merely simply solely but except other fewer less more later sooner necessarily".split()
)
"""Words after a negative that leave no negation: *not only*, *nothing but*, *no fewer than*."""
_NEVER: Final = frozenset("point time way circumstance mean means account moment stage case event sense".split())
"""Nouns with which *no* makes an adverb of denial (*at no point*, *in no way*); *for no reason* makes none."""
_ARGUMENT: Final = frozenset({"of", "to", "through", "from", "on", "into", "upon"})
"""Before these *no* negates the verb (*knew of no letter*); *for no reason*, *at no cost* say how it was done."""
_NO_USE: Final = frozenset("avail effect purpose use end consequence account benefit".split())
_SCARCELY: Final = frozenset({"hardly", "scarcely", "barely", "never", "cannot", "not", "n't", "n’t"})
_POSSIBLY: Final = frozenset({"can", "could", "would", "ca", "might", "may"})
_OMITTED: Final = frozenset({"to", "while", "when", "as", "about", "for"})
_PARTS: Final = frozenset("none some any several most all neither each either".split())
FIRST_PERSON: Final = frozenset("i we us me myself ourselves".split())
IMPERSONAL: Final = frozenset("it this that these those".split())
_CLIMBING: Final = frozenset("ccomp xcomp acl pcomp pobj attr dobj prep agent".split())
_DEMONYM_ENDINGS: Final = ("ian", "ish", "ese", "ch", "ean", "aeli", "aqi", "ani", "can", "ss", "tch")
_OBJECT_CONTROL: Final = frozenset("of for from with into".split())
"""*Accused X of doing it*: before these the object does it; *denied it by doing* has the subject do it."""
_DEEPEST: Final = 6
_LONGEST_PHRASE: Final = 12


_COMPANIES: Final = frozenset("group unit team gang cell crew squad outfit firm hacker man agent fighter".split())
_SERVING: Final = frozenset(
    "work act link tie back control run direct serve belong answer hire pay sponsor train arm associate align".split()
)
"""What tells whose men they are: *a group that works for the ministry*."""
_CALLED: Final = frozenset("call name know dub style term".split())


def called_behind(parsed: Parsed, noun: Token) -> Token | None:
    """The name a common noun only introduces: *a mafia boss, Carlo Denti*; *a group calling itself Red Lantern*."""
    before = parsed.tokens[noun.left : noun.index]
    if noun.pos != "NOUN" or any(state_of(token.text) is not None for token in before):
        return None  # "the Russian group known as Fancy Bear" says more than its name
    for child in noun.children:
        below = parsed.tokens[child]
        if child < noun.index:
            continue
        if below.dep == "appos" and below.pos == "PROPN":
            return below
        if below.dep == "acl" and below.lemma in _CALLED:
            named = (t for t in parsed.tokens[below.index : below.right] if t.pos == "PROPN" and t.dep != "compound")
            return next(named, None)
    return None


def phrase_of(parsed: Parsed, head: int) -> tuple[int, int]:
    """Return the token range of a noun phrase: its head with what stands before it, *of* and *known as* phrases
    kept."""
    token = parsed.tokens[head]
    first = token.left
    while first < head and parsed.tokens[first].dep in _BEFORE_PHRASE:
        first += 1
    last = head + 1
    for child in token.children:
        below = parsed.tokens[child]
        keeps = below.dep == "prep" and below.text.lower() == "of" and first_child(parsed, below, "pobj") is not None
        keeps = keeps or _is_seat(parsed, token, below)
        known = below.dep == "acl" and below.lemma in {"know", "call", "name", "dub"}
        known = known or (token.lemma in _COMPANIES and below.dep in {"acl", "relcl"} and below.lemma in _SERVING)
        if child >= last and (keeps or known) and below.right - head <= _LONGEST_PHRASE:
            last = below.right
    return first, last


def _is_seat(parsed: Parsed, body: Token, preposition: Token) -> bool:
    """*The government in X*: of several the one that sits there."""
    named = first_child(parsed, preposition, "pobj") if preposition.text.lower() in {"in", "at"} else None
    return named is not None and named.pos == "PROPN" and body.lemma in deeds.SEATED


def is_clause_negated(parsed: Parsed, index: int, first: int, last: int) -> bool:
    """Tell whether the clause of a token is negated, a negated clause above it included (*I do not believe that*).

    Words outside tokens first..last (exclusive) belong to another voice and do not count.
    """
    negatives: set[int] = set()
    token = parsed.tokens[index]
    for _ in range(_DEEPEST):
        here = negatives_of(parsed, token)
        # "No part … nothing": several negatives of one clause are one denial.
        negatives.update(here[:1] if not negatives & set(here) else ())
        if token.dep not in _CLIMBING or not first <= token.head < last:
            break
        token = parsed.tokens[token.head]
    return len(negatives) % 2 == 1


def negatives_of(parsed: Parsed, token: Token) -> list[int]:
    """Return the indexes of the words that negate the clause of a token, in text order."""
    found = [w.index for w in _words_of_clause(parsed, token) if _is_negative(parsed, w, token)]
    if found and _is_done_with(parsed, token, found):
        return []
    if token.dep in {"relcl", "acl"} and token.head != NO_HEAD and parsed.tokens[token.head].text.lower() == "nothing":
        # "Seen nothing that involves them", "nothing to link them to it".
        found.append(token.head)
    return sorted({*found, *_adverbial_negatives(parsed, token)})


def _is_done_with(parsed: Parsed, token: Token, found: list[int]) -> bool:
    """*Could hardly have been taken without them*: two negatives that say it was done with them."""
    without = any(parsed.tokens[c].text.lower() == "without" and c > token.index for c in token.children)
    may_be = any(parsed.tokens[c].text.lower() in _POSSIBLY for c in token.children)
    return without and may_be and any(parsed.tokens[i].text.lower() in _SCARCELY for i in found)


def _is_negative(parsed: Parsed, word: Token, clause: Token) -> bool:
    after = parsed.tokens[word.index + 1] if word.index + 1 < len(parsed.tokens) else None
    if word.text.lower() not in _NEGATIONS or (after is not None and after.text.lower() in _NO_NEGATION):
        return False
    if word.text.lower() == "no" and after is not None and after.lemma == "doubt":
        return False
    if word.text.lower() == "nothing" and clause.lemma == "do" and word.head == clause.index:
        # "Knew of it and did nothing", "did nothing to stop it": an omission, said of somebody.
        omitted = after is not None and after.text.lower() in _OMITTED and after.tag != "IN"
        return clause.dep != "conj" and not omitted
    if word.index > clause.index and _sets_apart(parsed, word, after):
        return False
    contrasted = clause.pos == "VERB" and word.text.lower() == "not" and after is not None and word.head == clause.index
    # "Pirates and not his crew sank it": what follows is denied, not the clause.
    return not contrasted or word.index > clause.index or _stands_by_verb(parsed, word, clause)


def _sets_apart(parsed: Parsed, word: Token, after: Token | None) -> bool:
    """*It was arson, not an accident*; *they blamed a gang and not a government*: only what follows is denied."""
    if word.text.lower() != "not" or after is None or after.pos in {"VERB", "AUX", "PART", "ADV", "SCONJ", "PUNCT"}:
        return False
    return parsed.tokens[word.index - 1].text.lower() in {",", "and", "–", "—", "-", ";"}


def _stands_by_verb(parsed: Parsed, word: Token, clause: Token) -> bool:
    near = range(max(word.index - 1, 0), min(word.index + 2, len(parsed.tokens)))
    return any(i != word.index and (parsed.tokens[i].pos in {"AUX", "VERB", "PART"} or i == clause.index) for i in near)


def _adverbial_negatives(parsed: Parsed, token: Token) -> Iterator[int]:
    """*At no point*, *in no way*, *by nobody*: phrases that negate the clause they stand in."""
    for child in token.children:
        below = parsed.tokens[child]
        if below.dep not in {"prep", "agent"}:
            continue
        named = first_child(parsed, below, "pobj")
        if named is None:
            continue
        if below.text.lower() == "by" and named.text.lower() in {"nobody", "none", "nothing"}:
            yield named.index
        no = next((c for c in named.children if parsed.tokens[c].text.lower() in {"no", "neither"}), None)
        if no is None:
            continue
        argument = token.pos == "VERB" and below.text.lower() in _ARGUMENT and named.lemma not in _NO_USE
        if argument or named.lemma in _NEVER or (below.text.lower() == "by" and named.lemma == "one"):
            yield no


def understood_subject_of(parsed: Parsed, verb: Token) -> Token | None:
    """Return the subject of a verb, borrowed from the verb it is joined to or controlled by where it has none of its
    own."""
    for _ in range(_DEEPEST):
        found = first_child(parsed, verb, "nsubj", "nsubjpass")
        if found is not None:
            relative = found.text.lower() in {"who", "which", "that"} and verb.dep == "relcl"
            return parsed.tokens[verb.head] if relative and verb.head != NO_HEAD else found
        if verb.head == NO_HEAD or verb.dep not in {"acl", "relcl", "conj", "xcomp", "advcl", "pcomp", "prep"}:
            return _before_interruption(parsed, verb)
        if verb.dep in {"acl", "relcl"}:
            return parsed.tokens[verb.head] if verb.tag == "VBG" else None
        controller = parsed.tokens[verb.head]
        by_object = verb.dep in {"xcomp", "pcomp"} or (verb.dep == "prep" and verb.text.lower() in _OBJECT_CONTROL)
        controlled = first_child(parsed, controller, "dobj") if by_object else None
        if controlled is not None:
            return controlled
        verb = controller
    return None


def _before_interruption(parsed: Parsed, verb: Token) -> Token | None:
    """*The regime, the minister said, committed it*: the noun before words of speech that part subject and verb."""
    speech = first_child(parsed, verb, "parataxis")
    speaker = first_child(parsed, speech, "nsubj") if speech is not None else None
    if speech is None or speaker is None or speech.index > verb.index:
        return None
    before = next((t for t in reversed(parsed.tokens[: speaker.left]) if t.text != ","), None)
    return before if before is not None and before.pos in {"NOUN", "PROPN"} else None


def clause_around(parsed: Parsed, token: Token) -> tuple[int, int]:
    """Return the token range of the smallest clause around a token."""
    at = token
    while at.head != NO_HEAD and not (at.pos in {"VERB", "AUX"} and at.dep not in {"amod", "acl"}):
        at = parsed.tokens[at.head]
    return at.left, at.right


def actors_in(parsed: Parsed, token: Token | None) -> Iterator[Token | None]:
    """Yield the actors a noun phrase names: itself with its conjuncts, whoever owns an instrument, the speaker
    (None)."""
    if token is None:
        return
    if token.text.lower() in FIRST_PERSON:
        yield None
        return
    if token.text.lower() == "one" and not _may_be_one_of(parsed, token):
        return
    for each in conjuncts_of(parsed, _whole_of(parsed, token)):
        if each.lemma in deeds.DEED_NOUNS and each.pos == "NOUN":
            yield from owners_of(parsed, each)
        elif may_act(each) and each.text.lower() not in IMPERSONAL | {"who", "which", "what", "you", "there"}:
            yield each


def _whole_of(parsed: Parsed, token: Token) -> Token:
    """*None of its members*, *some of the guards*: those of whom some are meant."""
    of = next((parsed.tokens[c] for c in token.children if parsed.tokens[c].text.lower() == "of"), None)
    if of is None or token.text.lower() not in _PARTS:
        return token
    return first_child(parsed, of, "pobj") or token


def _may_be_one_of(parsed: Parsed, token: Token) -> bool:
    """*One of several tricks* does nothing."""
    of = next((parsed.tokens[c] for c in token.children if parsed.tokens[c].text.lower() == "of"), None)
    named = first_child(parsed, of, "pobj") if of is not None else None
    return named is None or may_act(named)


def conjuncts_of(parsed: Parsed, token: Token) -> Iterator[Token]:
    """Yield a noun and the nouns joined to it."""
    yield token
    for child in token.children:
        below = parsed.tokens[child]
        if below.dep == "conj" and below.pos in {"NOUN", "PROPN"}:
            yield from conjuncts_of(parsed, below)


def owners_of(parsed: Parsed, noun: Token) -> Iterator[Token]:
    """Yield whose a deed or instrument is: *Ukraine's attack*, *Russian shelling*, *an attack by X*."""
    for child in noun.children:
        below = parsed.tokens[child]
        possessor = below.dep == "poss" and below.pos != "PRON" and may_act(below)
        adjective = below.dep in {"compound", "amod", "nmod"} and child < noun.index and _is_owner_adjective(below)
        if possessor or adjective:
            yield below
        elif below.dep in {"prep", "agent"} and below.text.lower() == "by":
            yield from named_after(parsed, below)


def _is_owner_adjective(token: Token) -> bool:
    """*Russian shelling* says whose it is; *the Moscow attack* says where it was."""
    if state_of(token.text) is not None:
        return token.tag.startswith("JJ") or token.text.lower().endswith(_DEMONYM_ENDINGS)
    return token.pos == "PROPN" and may_act(token) and not token.text.isupper()


def named_after(parsed: Parsed, preposition: Token) -> Iterator[Token]:
    """Yield the actors a preposition governs."""
    named = first_child(parsed, preposition, "pobj")
    if named is not None:
        yield from (each for each in conjuncts_of(parsed, named) if may_act(each))


def _words_of_clause(parsed: Parsed, token: Token) -> Iterator[Token]:
    """The words that can negate a clause: its own adverbs, subject and object, and their determiners."""
    for child in token.children:
        own = parsed.tokens[child]
        if own.dep in {"neg", "det", "advmod", "cc", "preconj", "nsubj", "nsubjpass", "dobj", "attr"}:
            yield own
        if own.dep == "xcomp" and token.lemma == "be":
            # "Was not to blame": the parser gives the negative to what follows.
            yield from (parsed.tokens[c] for c in own.children if c == token.index + 1)
        if own.dep in {"dobj", "attr", "nsubj", "nsubjpass", "prep", "acomp"}:
            below = (parsed.tokens[c] for c in own.children if parsed.tokens[c].dep in {"det", "neg", "preconj"})
            # "Smugglers, not troops" denies nothing of the smugglers.
            yield from (word for word in below if word.index < own.index or own.dep in {"prep", "acomp"})
