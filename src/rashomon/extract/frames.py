"""Who is said to have done it, or what is said to have caused it: the frames of a clause.

A frame is a form of English, not a judgement: *X blew it up*, *was planted by X*, *X was behind it*, *X's attack*, *blamed on
X*, *had no part in it*, *an accident*. Whether the deed is the one asked about is decided when hypotheses are made.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from rashomon.extract import deeds
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.model.places import state_of
from rashomon.model.vocabulary import Slot

SELF: Final = "self"
"""Stands for the speaker where a frame names nobody: *denied any role*, *we did it*."""

_NEGATIONS: Final = frozenset("no not n't never neither nor nothing nobody none without hardly cannot".split())
_FIRST_PERSON: Final = frozenset("i we us me my our ours myself ourselves".split())
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
_POSSESSIVE: Final = frozenset({"poss", "compound", "amod", "nmod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One reading of a clause. `actor` is the head token of the value, or None where it is the speaker (`SELF`).

    `first`, `last` (exclusive) bound the clause in tokens. `negated` says that the clause says it was not so.
    """

    slot: Slot
    anchor: int
    actor: int | None
    predicate: str
    target: str
    first: int
    last: int
    negated: bool


def find_frames(parsed: Parsed, first: int, last: int) -> tuple[Frame, ...]:
    """Return the frames anchored at tokens first..last (exclusive), in order, one for each actor and reading."""
    found: dict[tuple[Slot, int | None], Frame] = {}
    for token in parsed.tokens[first:last]:
        for rule in _RULES:
            for frame in rule(parsed, token):
                found.setdefault((frame.slot, frame.actor), frame)
    return tuple(sorted(found.values(), key=lambda frame: (frame.first, frame.anchor)))


def phrase_of(parsed: Parsed, head: int) -> tuple[int, int]:
    """Return the token range of a noun phrase: its head with what stands before it, *of* and *known as* phrases kept."""
    token = parsed.tokens[head]
    first = token.left
    while first < head and parsed.tokens[first].dep in {"det", "punct", "cc", "mark", "predet"}:
        first += 1
    last = head + 1
    for child in token.children:
        below = parsed.tokens[child]
        keeps = below.dep == "prep" and below.text.lower() == "of"
        known = below.dep == "acl" and below.lemma in {"know", "call", "name", "dub"}
        if child >= last and (keeps or known) and below.right - head <= 8:
            last = below.right
    return first, last


def is_negated(parsed: Parsed, index: int) -> bool:
    """Tell whether the clause of a token is negated, a negated clause above it included (*I do not believe that*)."""
    negatives = 0
    token: Token | None = parsed.tokens[index]
    steps = 0
    while token is not None and steps < 6:
        own = [parsed.tokens[child] for child in token.children]
        below = [
            parsed.tokens[c] for o in own if o.dep in {"dobj", "attr", "nsubj", "prep", "acomp"} for c in o.children
        ]
        words = [o for o in own if o.dep in {"neg", "det", "advmod", "cc", "preconj"}] + [
            b for b in below if b.dep in {"det", "neg"}
        ]
        words += [o for o in own if o.dep in _SUBJECTS | {"dobj", "attr"}]
        negatives += any(word.lemma in _NEGATIONS or word.text.lower() in _NEGATIONS for word in words)
        climbs = token.dep in {"ccomp", "xcomp", "relcl", "acl", "pcomp", "pobj", "attr", "dobj", "prep", "agent"}
        token = parsed.tokens[token.head] if climbs and token.head != NO_HEAD and token.dep not in {"relcl"} else None
        steps += 1
    return negatives % 2 == 1


def _child(parsed: Parsed, token: Token, *deps: str) -> Token | None:
    return next((parsed.tokens[c] for c in token.children if parsed.tokens[c].dep in deps), None)


def _subject(parsed: Parsed, verb: Token) -> Token | None:
    """The subject of a verb, borrowed from the verb it is joined to or controlled by where it has none of its own."""
    for _ in range(4):
        found = _child(parsed, verb, "nsubj", "nsubjpass")
        if found is not None:
            if found.text.lower() in {"who", "which", "that"} and verb.dep == "relcl" and verb.head != NO_HEAD:
                return parsed.tokens[verb.head]
            return found
        if verb.dep in {"acl", "relcl"} and verb.head != NO_HEAD and verb.tag == "VBG":
            return parsed.tokens[verb.head]
        if verb.dep not in {"conj", "xcomp", "advcl", "pcomp", "prep"} or verb.head == NO_HEAD:
            return None
        controller = parsed.tokens[verb.head]
        if verb.dep in {"xcomp", "pcomp"} and (controlled := _child(parsed, controller, "dobj")) is not None:
            return controlled
        verb = controller
    return None


def _clause(parsed: Parsed, token: Token) -> tuple[int, int]:
    """The smallest finite clause around a token, in tokens."""
    at = token
    for _ in range(8):
        if (
            at.pos in {"VERB", "AUX"}
            and at.tag in {"VBD", "VBZ", "VBP", "MD", "VBN", "VB", "VBG"}
            and at.dep not in {"amod", "acl"}
        ):
            break
        if at.head == NO_HEAD:
            break
        at = parsed.tokens[at.head]
    return at.left, at.right


def _conjuncts(parsed: Parsed, token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        below = parsed.tokens[child]
        if below.dep == "conj" and below.pos in {"NOUN", "PROPN"}:
            yield from _conjuncts(parsed, below)


def _frame(
    parsed: Parsed, anchor: Token, actor: Token | None, target: Token | None = None, slot: Slot = Slot.RESPONSIBLE
) -> Frame:
    first, last = _clause(parsed, anchor)
    named = "" if target is None else " ".join(t.text for t in parsed.tokens[slice(*phrase_of(parsed, target.index))])
    return Frame(
        slot=slot, anchor=anchor.index, actor=None if actor is None else actor.index, predicate=anchor.lemma, target=named,
        first=first, last=last, negated=is_negated(parsed, anchor.index),
    )  # fmt: skip


def _actors(parsed: Parsed, token: Token | None) -> Iterator[Token | None]:
    """The actors a noun phrase names: itself with its conjuncts, the state before an instrument, or the speaker (None)."""
    if token is None:
        return
    if token.text.lower() in _FIRST_PERSON:
        yield None
        return
    for each in _conjuncts(parsed, token):
        if each.lemma in deeds.DEED_NOUNS and each.pos == "NOUN":
            yield from _owners(parsed, each)
        elif each.pos in {"NOUN", "PROPN"} or each.text.lower() in {"he", "she", "they", "someone", "somebody"}:
            yield each


def _owners(parsed: Parsed, noun: Token) -> Iterator[Token]:
    """Whose a deed or instrument is: *Ukraine's attack*, *Russian shelling*, *an attack by X*, *the work of X*."""
    for child in noun.children:
        below = parsed.tokens[child]
        if (
            below.dep == "poss"
            and below.text.lower()
            not in {
                "its",
                "their",
                "his",
                "her",
                "our",
                "my",
                "your",
                "whose",
            }
        ) or (below.dep in _POSSESSIVE and child < noun.index and (state_of(below.text) or below.pos == "PROPN")):
            yield below
        elif below.dep in {"prep", "agent"} and below.text.lower() == "by":
            agent = _child(parsed, below, "pobj")
            if agent is not None:
                yield from _conjuncts(parsed, agent)


def _active(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    if verb.lemma not in deeds.ACT_VERBS or verb.pos != "VERB" or _child(parsed, verb, "auxpass", "nsubjpass"):
        return
    target = _child(parsed, verb, "dobj")
    if verb.dep in {"amod", "acl"} and verb.tag == "VBN":
        return
    if target is None and not _child(parsed, verb, "prt") and (verb.lemma in deeds.WEAK_ACT_VERBS or verb.tag != "VBD"):
        return
    for actor in _actors(parsed, _subject(parsed, verb)):
        yield _frame(parsed, verb, actor, target)


def _passive(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    if verb.pos != "VERB" or verb.tag != "VBN" or verb.lemma not in deeds.ACT_VERBS | {"do", "cause"}:
        return
    agent = _child(parsed, verb, "agent") or next(
        (
            parsed.tokens[c]
            for c in verb.children
            if parsed.tokens[c].dep == "prep" and parsed.tokens[c].text.lower() == "by"
        ),
        None,
    )
    if agent is not None:
        named = _child(parsed, agent, "pobj")
        if named is not None and named.lemma in deeds.CAUSE_NOUNS:
            yield _frame(parsed, verb, named, slot=Slot.CAUSE)
        else:
            for actor in _actors(parsed, named):
                yield _frame(parsed, verb, actor, _child(parsed, verb, "nsubjpass"))


def _did_it(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    thing = _child(parsed, verb, "dobj")
    if (
        verb.lemma == "do"
        and verb.pos == "VERB"
        and thing is not None
        and thing.text.lower() in {"it", "this", "that", "so", "nothing", "work", "deed"}
    ):
        for actor in _actors(parsed, _subject(parsed, verb)):
            yield _frame(parsed, verb, actor)


def _copular(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """X was responsible; X was behind it; it was X; the culprit was X; the work of X."""
    if verb.lemma not in {"be", "seem", "appear", "look", "become", "remain", "stand", "lie", "lurk"}:
        return
    subject = _subject(parsed, verb)
    guilty = next((parsed.tokens[c] for c in verb.children if parsed.tokens[c].lemma in deeds.BE_GUILTY), None)
    if guilty is None and (complement := _child(parsed, verb, "acomp", "prep", "xcomp", "advmod")) is not None:
        guilty = next(
            (
                parsed.tokens[i]
                for i in range(complement.left, min(complement.right, complement.left + 6))
                if parsed.tokens[i].lemma in deeds.BE_GUILTY
            ),
            None,
        )
    if guilty is not None:
        for actor in _actors(parsed, subject):
            yield _frame(parsed, verb, actor)
        return
    attribute = _child(parsed, verb, "attr")
    if attribute is None or subject is None:
        return
    impersonal = (
        subject.text.lower() in {"it", "this", "that", "these", "those"}
        or subject.lemma in deeds.CULPRITS | deeds.DEED_NOUNS
    )
    if attribute.lemma in deeds.CULPRITS:
        by = list(_owners(parsed, attribute)) + list(_of(parsed, attribute))
        for actor in by or _actors(parsed, None if impersonal else subject):
            yield _frame(parsed, verb, actor)
    elif impersonal and attribute.lemma in deeds.CAUSE_NOUNS:
        yield _frame(parsed, verb, attribute, slot=Slot.CAUSE)
    elif impersonal and (
        attribute.pos == "PROPN" or state_of(attribute.text) or attribute.text.lower() in {"he", "she"}
    ):
        for actor in _conjuncts(parsed, attribute):
            yield _frame(parsed, verb, actor)


def _of(parsed: Parsed, noun: Token) -> Iterator[Token]:
    for child in noun.children:
        below = parsed.tokens[child]
        if (
            below.dep == "prep"
            and below.text.lower() in {"of", "by"}
            and (named := _child(parsed, below, "pobj")) is not None
        ):
            yield from _conjuncts(parsed, named)


def _involved(parsed: Parsed, noun: Token) -> Iterator[Frame]:
    """Had no part in it; denied any role; Russia's guilt; rejects any accusation."""
    if noun.pos != "NOUN" or noun.lemma not in deeds.INVOLVEMENT | deeds.REPROACHES:
        return
    reproach = noun.lemma in deeds.REPROACHES
    verb = parsed.tokens[noun.head] if noun.head != NO_HEAD else None
    if verb is None or (verb.pos not in {"VERB", "AUX"} and noun.dep != "pobj"):
        return
    if not reproach:
        owners = list(_owners(parsed, noun)) + [
            o for o in _of(parsed, noun) if noun.lemma in {"involvement", "guilt", "responsibility"}
        ]
        if owners:
            for owner in owners:
                yield _frame(parsed, noun, owner)
            return
    if noun.dep == "dobj" and verb.lemma in {
        "deny",
        "reject",
        "dismiss",
        "disclaim",
        "refute",
        "claim",
        "take",
        "accept",
        "admit",
        "acknowledge",
        "rebut",
    }:
        frame = _frame(parsed, verb, None)
        negated = verb.lemma in {"deny", "reject", "dismiss", "disclaim", "refute", "rebut"}
        if verb.lemma in {"claim", "take", "accept", "admit", "acknowledge"} and not reproach:
            yield frame
        elif negated:
            yield _flip(frame)
    elif noun.dep == "dobj" and verb.lemma in {"have", "play"}:
        for actor in _actors(parsed, _subject(parsed, verb)):
            yield _frame(parsed, verb, actor)


def _flip(frame: Frame) -> Frame:
    return Frame(
        slot=frame.slot, anchor=frame.anchor, actor=frame.actor, predicate=frame.predicate, target=frame.target,
        first=frame.first, last=frame.last, negated=not frame.negated,
    )  # fmt: skip


def _nothing_to_do_with(parsed: Parsed, word: Token) -> Iterator[Frame]:
    """X had nothing to do with it; X has done nothing."""
    if word.text.lower() != "nothing" or word.head == NO_HEAD:
        return
    verb = parsed.tokens[word.head]
    below = [parsed.tokens[c].lemma for c in word.children]
    if verb.lemma in {"have", "do"} and (verb.lemma == "do" or "do" in below):
        for actor in _actors(parsed, _subject(parsed, verb)):
            yield _frame(parsed, verb, actor)


def _blamed(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """Accused X of it; blamed X for it; X was charged with it; suspected X."""
    if verb.pos != "VERB" or verb.lemma not in deeds.BLAME_VERBS:
        return
    on = next(
        (parsed.tokens[c] for c in verb.children if parsed.tokens[c].text.lower() == "on" and verb.lemma == "blame"),
        None,
    )
    blamed = _child(parsed, on, "pobj") if on is not None else _child(parsed, verb, "nsubjpass", "dobj")
    if blamed is not None and blamed.lemma in deeds.CAUSE_NOUNS:
        yield _frame(parsed, verb, blamed, slot=Slot.CAUSE)
    else:
        for actor in _actors(parsed, blamed):
            yield _frame(parsed, verb, actor)


def _pointed(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """The trail leads to X; points at X; pinned it on X; bore the hallmarks of X."""
    if verb.pos != "VERB":
        return
    if verb.lemma in {"bear", "have", "show", "carry"}:
        mark = _child(parsed, verb, "dobj")
        if mark is not None and mark.lemma in {"hallmark", "signature", "fingerprint", "trace", "mark", "stamp"}:
            for actor in _of(parsed, mark):
                yield _frame(parsed, verb, actor)
    if verb.lemma not in deeds.POINT_VERBS:
        return
    for child in verb.children:
        below = parsed.tokens[child]
        if below.dep == "prep" and below.text.lower() in {"to", "at", "on", "toward", "towards"}:
            named = _child(parsed, below, "pobj")
            if named is not None and named.lemma in deeds.CAUSE_NOUNS:
                yield _frame(parsed, verb, named, slot=Slot.CAUSE)
            elif named is not None and (verb.lemma != "go" or named.pos == "PROPN"):
                for actor in _actors(parsed, named):
                    yield _frame(parsed, verb, actor)


def _owned_deed(parsed: Parsed, noun: Token) -> Iterator[Frame]:
    """Ukraine's attack; Russian shelling; sabotage by the Ukrainian side."""
    if (
        noun.pos not in {"NOUN", "PROPN"}
        or noun.lemma not in deeds.DEED_NOUNS | deeds.CULPRITS
        or noun.dep in {"compound", "poss"}
    ):
        return
    for owner in _owners(parsed, noun):
        yield _frame(parsed, noun, owner)


def _caused(parsed: Parsed, token: Token) -> Iterator[Frame]:
    """Caused by a leak; due to ice; it was an accident; collapsed by itself; a failure of the gates is possible."""
    lower = token.text.lower()
    if token.dep == "pobj" and token.lemma in deeds.CAUSE_NOUNS and token.head != NO_HEAD:
        before = parsed.tokens[token.head].text.lower()
        two = parsed.tokens[token.head - 1].text.lower() if token.head else ""
        if (
            before in {"from", "by"} and two in {"result", "resulted", "caused", "broken", "suffered", "died", "failed"}
        ) or (two, before) in {("due", "to"), ("because", "of")}:
            yield _frame(parsed, token, token, slot=Slot.CAUSE)
    elif token.lemma in deeds.CAUSE_NOUNS and token.dep in {
        "nsubj",
        "nsubjpass",
        "attr",
        "dobj",
        "ROOT",
        "appos",
        "conj",
        "oprd",
    }:
        modal = any(
            parsed.tokens[c].dep == "amod" and parsed.tokens[c].lemma in deeds.CAUSE_ADJECTIVES for c in token.children
        )
        verb = parsed.tokens[token.head] if token.head != NO_HEAD else token
        if modal or verb.lemma in deeds.CAUSE_VERBS | {
            "be",
            "destroy",
            "down",
            "sink",
            "kill",
            "do",
            "suspect",
            "rule",
            "exclude",
            "bring",
        }:
            yield _frame(parsed, token, token, slot=Slot.CAUSE)
    elif (
        lower in {"itself", "themselves", "own"}
        and token.head != NO_HEAD
        and parsed.tokens[token.head].text.lower() in {"by", "of", "on"}
    ):
        verb = parsed.tokens[parsed.tokens[token.head].head]
        if verb.lemma in {"go", "fail", "break", "collapse", "explode", "happen", "fall", "burn", "ignite", "crack"}:
            yield _frame(parsed, verb, token, slot=Slot.CAUSE)


_RULES: Final[tuple[Callable[[Parsed, Token], Iterator[Frame]], ...]] = (
    _active, _passive, _did_it, _copular, _nothing_to_do_with, _involved, _blamed, _pointed, _owned_deed, _caused,
)  # fmt: skip
