"""Who is said to have done it, or what is said to have caused it: the frames of a clause.

A frame is a form of English, not a judgement: *X blew it up*, *was planted by X*, *X was behind it*, *X's attack*,
*blamed on X*, *had no part in it*, *an accident*. Whether the deed is the one asked about is decided when hypotheses
are made.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from rashomon.extract import allusions, attitudes, causes, deeds, doing, failings, owning
from rashomon.extract.animacy import may_act
from rashomon.extract.clauses import (
    IMPERSONAL,
    actors_in,
    conjuncts_of,
    is_clause_negated,
    named_after,
    owners_of,
    understood_subject_of,
)
from rashomon.extract.frame import Frame, cause_of, doers_of, frame_of
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.extract.tree import NEGATIONS, children, first_child
from rashomon.model.places import state_of
from rashomon.model.vocabulary import Slot

__all__ = ["Frame", "find_frames"]

_REJECT: Final = frozenset("deny reject dismiss disclaim refute rebut".split())
_TAKE: Final = frozenset("claim take accept admit acknowledge".split())
_OF_PEOPLE: Final = frozenset("accuse charge convict indict implicate".split())
"""Verbs of which only somebody can be the object, whatever the noun: *accused the office of leaking it*."""
_CLEARING: Final = frozenset("clear exonerate exculpate acquit absolve".split())
_PRONOUN_OBJECTS: Final = frozenset("it this that so nothing anything work deed".split())
_NEAR: Final = 8
"""Tokens before a verb among which *let alone* governs it."""
CONTRAST: Final = "contrast"
"""The predicate of a frame for whom *not* sets apart."""
INSTEAD: Final = "instead"
"""The predicate of a frame for whom *but* puts in another's place."""
_HEDGES: Final = frozenset("maybe perhaps probably possibly likely apparently surely certainly simply just".split())
_MODALS: Final = frozenset("may might could must would should".split())
_HOLDING: Final = frozenset("think believe suspect say guess reckon suppose hold bet opinion view".split())
_OTHER: Final = frozenset("another other previous earlier past last similar former further".split())
"""Words that say a deed is not the one spoken of."""


def find_frames(parsed: Parsed, first: int, last: int, *, cue: Sequence[int] = ()) -> tuple[Frame, ...]:
    """Return the frames of tokens first..last (exclusive), in order, one for each actor and slot.

    `cue` are the tokens by which another voice introduces them: *the mayor blamed* has its suspect in what follows.
    """
    found: dict[tuple[Slot, int | None], Frame] = {}
    for index in cue:
        for frame in _of_cue(parsed, parsed.tokens[index], first, last):
            found.setdefault((frame.slot, frame.actor), frame)
    for token in parsed.tokens[first:last]:
        for rule in _RULES:
            for frame in rule(parsed, token):
                # A verb outside is the cue of what another voice says: *denied any role* speaks of that voice.
                actor = frame.actor if first <= frame.anchor < last else None
                end = frame.last if _is_spliced(parsed, frame) else last
                denied = is_clause_negated(parsed, frame.anchor, first, end) and not _only_contrasts(parsed, frame)
                negated = (frame.negated != denied) or _is_unreal(parsed, frame) or _is_let_alone(parsed, frame, first)
                main = _is_main(parsed, frame.anchor, first, last)
                found.setdefault((frame.slot, actor), replace(frame, actor=actor, negated=negated, main=main))
    return tuple(sorted(found.values(), key=lambda frame: (frame.first, frame.anchor)))


def _of_cue(parsed: Parsed, verb: Token, first: int, last: int) -> Iterator[Frame]:
    """What a cue says of its content: *blamed X*, *pointed the finger at X*, *claimed the attack*."""
    found = False
    for rule in _CUE_RULES:
        for frame in rule(parsed, verb):
            if frame.predicate in owning.OWN:
                yield replace(frame, actor=None)
            elif frame.actor is not None and (first <= frame.actor < last or _is_behind(parsed, verb, frame, last)):
                yield frame
            else:
                continue
            found = True
    if not found and verb.lemma in {"speak", "talk"}:
        # "Spoke of an engine failure."
        named = next((t for t in parsed.tokens[first:last] if t.pos == "NOUN" and t.dep != "compound"), None)
        if named is not None and named.lemma in deeds.CAUSE_NOUNS | deeds.PURPOSES:
            yield cause_of(parsed, verb, named)
    if not found and verb.lemma in _OF_PEOPLE | {"blame", "suspect"} and verb.index < first:
        # Beside a name the parser does not know the verb may not be read as one; its content begins with whom it names.
        named = next((t for t in parsed.tokens[first:last] if t.pos in {"NOUN", "PROPN"} and t.dep != "compound"), None)
        if named is not None and named.left == first:
            yield frame_of(parsed, verb, named) if may_act(named) else cause_of(parsed, verb, named)


def _is_behind(parsed: Parsed, verb: Token, frame: Frame, last: int) -> bool:
    """*The shooting was blamed on the army*: a passive cue stands between what is said and whom it names."""
    passive = first_child(parsed, verb, "nsubjpass") is not None
    return passive and frame.actor is not None and last <= verb.index < frame.actor < verb.right


def _is_spliced(parsed: Parsed, frame: Frame) -> bool:
    """*Our own did it, nobody was warned*: a clause before the one it is parsed under is not denied by it."""
    anchor = parsed.tokens[frame.anchor]
    above = parsed.tokens[anchor.head] if anchor.head != NO_HEAD else anchor
    return anchor.dep == "ccomp" and above.index >= frame.last and above.lemma not in _HOLDING


def _is_unreal(parsed: Parsed, frame: Frame) -> bool:
    """*A mine would have broken the keel*: what a cause would have done is an argument that it was not there."""
    if frame.slot is not Slot.CAUSE or frame.predicate not in deeds.CAUSABLE_VERBS:
        return False
    helping = {parsed.tokens[c].text.lower() for c in parsed.tokens[frame.anchor].children}
    return {"would", "have"} <= helping


def _is_let_alone(parsed: Parsed, frame: Frame, first: int) -> bool:
    """*No spill occurred, let alone one caused by divers*."""
    before = " ".join(t.text.lower() for t in parsed.tokens[max(first, frame.anchor - _NEAR) : frame.anchor])
    return any(f" {phrase} " in f" {before} " for phrase in ("let alone", "much less", "still less"))


def _only_contrasts(parsed: Parsed, frame: Frame) -> bool:
    """*It was X, not Y*: the clause denies its second half alone."""
    words = [t for t in parsed.tokens[frame.first : frame.last] if t.text.lower() in NEGATIONS]
    if len(words) != 1 or frame.predicate == CONTRAST:
        return False
    return _contrast_after(parsed, words[0]) is not None


def _contrast_after(parsed: Parsed, word: Token) -> Token | None:
    """The noun of *…, (and) not the rebels*."""
    if word.text.lower() not in {"not", "never"} or not word.index:
        return None
    if parsed.tokens[word.index - 1].text.lower() not in {",", "and", "but", "-", "–", "—", "("}:
        return None
    after = parsed.tokens[word.index + 1 : word.index + 6]
    if after and after[0].text.lower() in {"by", "with", "from"}:
        # "By intent and not by accident".
        after = after[1:]
    noun = next((t for t in after if t.pos in {"NOUN", "PROPN"} and parsed.tokens[t.index].dep != "compound"), None)
    stops = any(t.pos in {"VERB", "AUX", "ADP", "SCONJ"} for t in after if noun is None or t.index < noun.index)
    return None if stops else noun


def _contrasted(parsed: Parsed, word: Token) -> Iterator[Frame]:
    """*Smugglers did it, not the garrison*; *it was arson and not an accident*."""
    noun = _contrast_after(parsed, word) if word.dep in {"neg", "advmod", "preconj", "cc"} else None
    if noun is None:
        return
    frame = frame_of(parsed, word, noun) if may_act(noun) else cause_of(parsed, word, noun)
    if may_act(noun) or noun.lemma in deeds.CAUSE_NOUNS:
        counted = is_clause_negated(parsed, word.index, 0, len(parsed.tokens))
        yield replace(frame, predicate=CONTRAST, negated=not counted)


def _instead(parsed: Parsed, word: Token) -> Iterator[Frame]:
    """*It was not the rebels but the army*: whom *but* sets against those denied."""
    sentence = parsed.sentence_of(word)
    before = {t.text.lower() for t in parsed.tokens[sentence.first : word.index]}
    if word.text.lower() != "but" or not before & {"not", "n't", "n’t", "neither", "never"}:
        return
    after = parsed.tokens[word.index + 1 : min(word.index + 7, sentence.last)]
    noun = next((t for t in after if t.pos in {"NOUN", "PROPN"} and t.dep not in {"compound", "amod", "nmod"}), None)
    if noun is None or noun.dep in {"nsubj", "nsubjpass"}:
        return
    if any(t.pos in {"VERB", "AUX", "ADP", "SCONJ", "PRON"} for t in after if t.index < noun.index):
        return
    frame = frame_of(parsed, word, noun) if may_act(noun) else cause_of(parsed, word, noun)
    if may_act(noun) or noun.lemma in deeds.CAUSE_NOUNS | deeds.PURPOSES:
        counted = is_clause_negated(parsed, word.index, 0, len(parsed.tokens))
        yield replace(frame, predicate=INSTEAD, negated=counted)


def _is_main(parsed: Parsed, anchor: int, first: int, last: int) -> bool:
    """Tell whether a verb, or what it is joined to, hangs on nothing within tokens first..last (exclusive)."""
    token = parsed.tokens[anchor]
    while token.dep == "conj" and first <= token.head < last:
        token = parsed.tokens[token.head]
    return not first <= token.head < last


def _passive(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """It was blown up by X."""
    known = verb.lemma in deeds.ACT_VERBS | {"do", "cause", "blame"} or causes.sets_off(parsed, verb)
    if verb.pos != "VERB" or verb.tag != "VBN" or not known:
        return
    if verb.dep == "acl" and verb.lemma in deeds.WEAK_ACT_VERBS:
        return  # "a drawing made by the pupils"
    for child in verb.children:
        by = parsed.tokens[child]
        apart = by.index > 0 and parsed.tokens[by.index - 1].text.lower() in {"not", "nor"}
        if by.dep in {"agent", "prep"} and by.text.lower() == "by" and not apart:
            yield from doers_of(parsed, verb, first_child(parsed, by, "pobj"), first_child(parsed, verb, "nsubjpass"))


def _did_it(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """X did it."""
    thing = first_child(parsed, verb, "dobj")
    if verb.lemma == "do" and verb.pos == "VERB" and thing is not None and thing.text.lower() in _PRONOUN_OBJECTS:
        yield from doers_of(parsed, verb, understood_subject_of(parsed, verb))


def _acted_alone(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """X acted alone; X acted on their own; X acted on orders."""
    if verb.lemma != "act" or verb.pos != "VERB":
        return
    how = {parsed.tokens[i].text.lower() for i in range(verb.index + 1, min(verb.right, verb.index + 5))}
    if how & {"alone", "own", "independently", "orders", "instructions"}:
        yield from (frame_of(parsed, verb, actor) for actor in actors_in(parsed, understood_subject_of(parsed, verb)))


def _copular(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """X was responsible; X was behind it; it was X; the culprit was X; the work of X."""
    if verb.lemma not in {"be", "seem", "appear", "look", "become", "remain", "stand", "lie", "lurk"}:
        return
    subject = understood_subject_of(parsed, verb) or _thing_in_clause(parsed, verb)
    if _says_guilty(parsed, verb):
        yield from doers_of(parsed, verb, subject)
        return
    attribute = first_child(parsed, verb, "attr") or _like(parsed, verb)
    if attribute is None or subject is None:
        return
    about_deed = subject.text.lower() in IMPERSONAL or subject.lemma in deeds.CULPRITS | deeds.EVENTS | deeds.ORIGINS
    if attribute.lemma in deeds.CULPRITS:
        owners = [*owners_of(parsed, attribute), *_of(parsed, attribute)]
        for actor in owners or actors_in(parsed, None if about_deed else subject):
            yield frame_of(parsed, verb, actor)
    elif attribute.lemma in deeds.ORIGINS - {"guess"} and subject.text.lower() not in IMPERSONAL:
        yield from doers_of(parsed, verb, subject)
    if about_deed:
        yield from _also_named(parsed, verb, attribute)
    if attribute.lemma in deeds.CULPRITS | deeds.ORIGINS | attitudes.DISPROVED:
        return
    if about_deed and not may_act(attribute) and (attribute.pos == "NOUN" or attribute.lemma in deeds.SUBSTANCES):
        known = (
            attribute.lemma in deeds.CAUSE_NOUNS | deeds.PURPOSES
            or subject.lemma in deeds.ORIGINS
            or verb.lemma == "look"
        )
        if known or (attribute.lemma in deeds.SUBSTANCES and _is_offered(parsed, verb)):
            yield cause_of(parsed, verb, attribute)
    elif about_deed and (
        attribute.pos in {"PROPN", "PRON"} or state_of(attribute.text) or _is_singled_out(parsed, attribute)
    ):
        yield from (frame_of(parsed, verb, actor) for actor in actors_in(parsed, attribute))


def _case_of(parsed: Parsed, noun: Token) -> Iterator[Frame]:
    """*It was a case of mass hysteria*."""
    verb = parsed.tokens[noun.head] if noun.head != NO_HEAD else noun
    subject = first_child(parsed, verb, "nsubj")
    if noun.dep != "attr" or noun.lemma not in deeds.NATURES or subject is None or verb.lemma != "be":
        return
    named = (n for of in children(parsed, noun, "prep") if of.text == "of" for n in children(parsed, of, "pobj"))
    if subject.text.lower() in IMPERSONAL:
        yield from (cause_of(parsed, verb, each) for each in named if each.lemma in deeds.CAUSE_NOUNS | deeds.PURPOSES)


def _also_named(parsed: Parsed, verb: Token, attribute: Token) -> Iterator[Frame]:
    """*It was neither chance nor the navy*: whoever, or whatever, is joined to a cause of another kind."""
    joined = [each for each in conjuncts_of(parsed, attribute) if each is not attribute]
    if may_act(attribute):
        return
    for each in joined:
        if each.pos == "PROPN" or state_of(each.text):
            yield frame_of(parsed, verb, each)
        elif each.lemma in deeds.CAUSE_NOUNS | deeds.PURPOSES:
            yield cause_of(parsed, verb, each)


def _thing_in_clause(parsed: Parsed, verb: Token) -> Token | None:
    """*Spoilt food was the first suspicion*: a participle before a noun may be parsed as a clause about it."""
    clause = first_child(parsed, verb, "csubj")
    return first_child(parsed, clause, "dobj") if clause is not None and clause.tag == "VBN" else None


def _is_offered(parsed: Parsed, verb: Token) -> bool:
    """Tell whether *it was the water* is somebody's answer: hedged, denied, or what he holds."""
    below = {parsed.tokens[c].text.lower() for c in verb.children}
    above = parsed.tokens[verb.head].lemma if verb.head != NO_HEAD else ""
    inner = {t.lemma for t in parsed.tokens[verb.left : verb.right]}
    return bool(below & (_HEDGES | _MODALS | NEGATIONS)) or above in _HOLDING or bool(inner & {"opinion", "view"})


def _is_singled_out(parsed: Parsed, noun: Token) -> bool:
    """*It was the rebels*; *it was a gang that burned it*: one who is meant, not what somebody is."""
    below = [parsed.tokens[c] for c in noun.children]
    deed = any(t.dep == "relcl" and t.lemma in deeds.ACT_VERBS | {"do", "carry"} for t in below)
    definite = any(t.text.lower() in {"the", "his", "their", "our", "its"} for t in below if t.dep in {"det", "poss"})
    return deed or (definite and not any(t.dep == "relcl" for t in below))


def _says_guilty(parsed: Parsed, verb: Token) -> bool:
    below = [parsed.tokens[c] for c in verb.children]
    complement = next(
        (t for t in below if t.dep in {"acomp", "prep", "xcomp", "advmod"} and t.index > verb.index), None
    )
    if complement is not None:
        below += parsed.tokens[complement.left : min(complement.right, complement.left + 6)]
    return any(t.lemma in deeds.BE_GUILTY and t.index > verb.index for t in below)


def _like(parsed: Parsed, verb: Token) -> Token | None:
    """*It looks like dust*."""
    like = next((parsed.tokens[c] for c in verb.children if parsed.tokens[c].text.lower() == "like"), None)
    return first_child(parsed, like, "pobj") if like is not None else None


def _of(parsed: Parsed, noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if parsed.tokens[child].text.lower() in {"of", "by"}:
            yield from named_after(parsed, parsed.tokens[child])


def _involved(parsed: Parsed, noun: Token) -> Iterator[Frame]:
    """Had no part in it; denied any role; Russia's guilt; rejects any accusation."""
    reproach = noun.lemma in deeds.REPROACHES
    if noun.pos != "NOUN" or noun.head == NO_HEAD or not (reproach or noun.lemma in deeds.INVOLVEMENT):
        return
    verb = parsed.tokens[noun.head]
    owners = [] if reproach else [*owners_of(parsed, noun), *(_of(parsed, noun) if noun.lemma != "part" else ())]
    if owners:
        failed = allusions.is_failing(parsed, noun)
        yield from (replace(frame_of(parsed, noun, owner), negated=failed) for owner in owners)
    elif noun.dep == "dobj" and (verb.lemma in _REJECT or (verb.lemma in _TAKE | {"have", "play"} and not reproach)):
        frames = list(doers_of(parsed, verb, understood_subject_of(parsed, verb))) or [frame_of(parsed, verb, None)]
        yield from (replace(frame, negated=verb.lemma in _REJECT) for frame in frames)


def _nothing_to_do(parsed: Parsed, word: Token) -> Iterator[Frame]:
    """X had nothing to do with it; X has done nothing; nobody of X had anything to do with it."""
    if word.text.lower() not in {"nothing", "anything"} or word.head == NO_HEAD:
        return
    verb = parsed.tokens[word.head]
    does = any(parsed.tokens[c].lemma == "do" for c in word.children)
    if verb.lemma == "know" and {c.text.lower() for c in children(parsed, word, "prep")} & {"of", "about"}:
        yield frame_of(parsed, verb, None)
        return
    if (verb.lemma == "have" and does) or (verb.lemma == "do" and word.text.lower() == "nothing"):
        yield from (frame_of(parsed, verb, actor) for actor in actors_in(parsed, understood_subject_of(parsed, verb)))


def _blamed(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """Accused X of it; blamed X for it, blamed it on X; X was charged with it; suspected X."""
    if verb.pos != "VERB" or verb.lemma not in deeds.BLAME_VERBS or _is_aim(parsed, verb):
        return
    on = next((parsed.tokens[c] for c in verb.children if parsed.tokens[c].text.lower() == "on"), None)
    shifted = on is not None and verb.lemma == "blame"
    blamed = (
        first_child(parsed, on, "pobj")
        if shifted and on is not None
        else first_child(parsed, verb, "nsubjpass", "dobj")
    )
    if verb.lemma in _OF_PEOPLE and blamed is not None:
        yield from (frame_of(parsed, verb, each) for each in conjuncts_of(parsed, blamed))
        return
    yield from doers_of(parsed, verb, blamed)


def _cleared(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """*Ruled out the husband*; *the husband has been cleared*."""
    out = verb.lemma == "rule" and any(parsed.tokens[c].text.lower() == "out" for c in verb.children)
    if verb.pos != "VERB" or not (out or verb.lemma in _CLEARING):
        return
    cleared = first_child(parsed, verb, "nsubjpass", "dobj")
    if cleared is not None and cleared.pos != "PRON":
        actors = (frame_of(parsed, verb, actor) for actor in actors_in(parsed, cleared))
        yield from (replace(frame, predicate="suspect", negated=True) for frame in actors)


def _ruled_out(parsed: Parsed, verb: Token) -> Iterator[Frame]:
    """*Ruled out* the husband: the cue itself denies what it names."""
    yield from (replace(frame, negated=False) for frame in _cleared(parsed, verb))


def _is_aim(parsed: Parsed, verb: Token) -> bool:
    """*They shelled themselves to blame the army*: what a deed was for accuses nobody."""
    return verb.dep in {"advcl", "xcomp"} and any(t.text.lower() == "to" for t in children(parsed, verb, "aux"))


def _owned_deed(parsed: Parsed, noun: Token) -> Iterator[Frame]:
    """Ukraine's attack; Russian shelling of a town; sabotage by the Ukrainian side."""
    deed = noun.lemma in (deeds.DEED_NOUNS | deeds.CULPRITS) - deeds.INSTRUMENTS
    if not deed or noun.pos not in {"NOUN", "PROPN"} or noun.dep in {"compound", "poss"}:
        return
    if any(parsed.tokens[c].text.lower() in _OTHER for c in noun.children):
        return
    on = next(
        (parsed.tokens[c] for c in noun.children if parsed.tokens[c].text.lower() in {"of", "on", "against"}), None
    )
    target = first_child(parsed, on, "pobj") if on is not None else None
    held = noun.lemma == "hand" and noun.head != NO_HEAD and parsed.tokens[noun.head].text.lower() in {"in", "into"}
    if held:
        return  # "papers in American hands"
    yield from (frame_of(parsed, noun, owner, target) for owner in owners_of(parsed, noun))
    # "A gas explosion" says what did it; "a car bomb" only what it was.
    before = (parsed.tokens[c] for c in noun.children if parsed.tokens[c].dep == "compound")
    if noun.lemma in {"explosion", "blast", "fire", "poisoning"}:
        yield from (cause_of(parsed, noun, t) for t in before if t.lemma in deeds.CAUSE_NOUNS | deeds.SUBSTANCES)


_CUE_RULES: Final[tuple[Callable[[Parsed, Token], Iterator[Frame]], ...]] = (
    _blamed, _ruled_out, *allusions.POINTERS, *owning.CUES,
)  # fmt: skip
_RULES: Final[tuple[Callable[[Parsed, Token], Iterator[Frame]], ...]] = (
    doing.active, _passive, _did_it, _acted_alone, _copular, _case_of, _nothing_to_do, _involved, _blamed,
    _cleared, _owned_deed, _contrasted, _instead, *causes.RULES, *failings.RULES, *owning.RULES, *allusions.RULES,
)  # fmt: skip
