"""Indirect speech: every verb, noun and adjective of the lexicon that takes its content in the parse.

Covers "X said that", zero-that, post-posed and inverted cues, passives without a source, infinitives, objects
("accused Y of", "called it Z"), nominal cues ("X's claim that") and adjectives ("X is confident that").
Direct quotations are added to these candidates by `direct`.
"""

from __future__ import annotations

from rashomon.extract.attitudes import TALES
from rashomon.extract.candidate import Candidate
from rashomon.extract.complements import (
    Complement,
    find_adjective_complement,
    find_noun_complement,
    find_verb_complements,
)
from rashomon.extract.lexicon import ADJECTIVES, NOUNS, RESPONSIBILITY_NOUNS, VERBS, Constructions, CueClass
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.setoff import find_inverted_speaker, find_setoff_content
from rashomon.extract.speakers import find_noun_source, find_predicate_source, find_verb_source
from rashomon.extract.tree import children, first_child, head_of, is_negated, subject_of, subtree, verb_group

# A parsed content shorter than this share of what the commas show is a scrap of a broken parse.
_SCRAP = 0.5
# "to say the least": a figure of speech, nobody says it.
_FIGURE = ["the", "least"]


_OPENING = frozenset({"leave", "keep", "raise", "float", "broach"})


def find_speech(parsed: Parsed) -> list[Candidate]:
    """Candidates of all lexicon words in the document, in text order of their cue word."""
    found: list[Candidate] = []
    for token in parsed.tokens:
        candidate = None
        if token.pos in ("VERB", "AUX"):
            candidate = _from_verb(parsed, token)
        elif token.pos == "NOUN":
            candidate = _from_noun(parsed, token)
        elif token.pos == "ADJ":
            candidate = _from_adjective(parsed, token)
        if candidate is not None and candidate.content:
            found.append(candidate)
    return found


def _from_verb(parsed: Parsed, verb: Token) -> Candidate | None:
    if verb.lemma == "say" and [t.text.lower() for t in parsed.tokens[verb.index + 1 : verb.index + 3]] == _FIGURE:
        return None
    constructions = _constructions_of(parsed, verb)
    claim = _responsibility(parsed, verb) or _hearsay(parsed, verb) or _possibility(parsed, verb)
    if claim is not None or constructions is None:
        return claim
    chosen = _choose(parsed, verb, constructions)
    if chosen is None:
        return None
    complement, cue_class = chosen
    source = _source_for(parsed, verb, complement)
    cue = frozenset(verb_group(parsed, verb) | complement.marker)
    return Candidate(
        source=source - cue,
        cue=cue,
        content=complement.content - cue - (source if complement.kind == "that" else frozenset()),
        anchor=verb.index,
        kind=complement.kind,
        cue_class=cue_class,
        negated=is_negated(parsed, verb),
    )


def _constructions_of(parsed: Parsed, verb: Token) -> Constructions | None:
    """The entry of the verb with its particle ("rule-out") before that of the bare verb."""
    particle = first_child(parsed, verb, "prt")
    if particle is not None and (entry := VERBS.get(f"{verb.lemma}-{particle.text.lower()}")) is not None:
        return entry
    return VERBS.get(verb.lemma)


def _choose(parsed: Parsed, verb: Token, constructions: Constructions) -> tuple[Complement, CueClass] | None:
    """The foremost complement in which the verb attributes, or what the commas show where the parse has but a scrap."""
    complements = find_verb_complements(parsed, verb)
    chosen = next(((c, constructions[c.kind]) for c in complements if c.kind in constructions), None)
    if chosen is None and complements and complements[0].kind.startswith("be") and find_verb_source(parsed, verb):
        # "was contradicted by the crew" is "the crew contradicted it".
        active = constructions.get("np" + complements[0].kind.removeprefix("be"))
        chosen = (complements[0], active) if active is not None else None
    if "that" not in constructions or (chosen is not None and max(chosen[0].content) > verb.index):
        return chosen
    content = find_setoff_content(parsed, verb)
    if content is None or (chosen is not None and len(chosen[0].content) > _SCRAP * len(content)):
        return chosen
    return Complement(kind="that", content=content), constructions["that"]


def _source_for(parsed: Parsed, verb: Token, complement: Complement) -> frozenset[int]:
    postposed = complement.kind == "that" and min(complement.content) < verb.index
    if postposed and subject_of(parsed, verb) is None:
        inverted = find_inverted_speaker(parsed, verb)
        if inverted:
            return inverted
    return find_verb_source(parsed, verb)


def _responsibility(parsed: Parsed, verb: Token) -> Candidate | None:
    """ "claimed responsibility for the blast": the content is the blast, the cue the whole phrase."""
    if verb.lemma not in ("claim", "take", "accept", "assume", "deny", "disclaim", "reject"):
        return None
    item = first_child(parsed, verb, "dobj")
    if item is None or item.lemma not in RESPONSIBILITY_NOUNS:
        return None
    preps = [p for p in [*children(parsed, item, "prep"), *children(parsed, verb, "prep")] if p.text.lower() == "for"]
    if not preps:
        return None
    denied = verb.lemma in ("deny", "disclaim", "reject")
    cue = frozenset(verb_group(parsed, verb) | {i for i in subtree(parsed, item) if i <= item.index} | {preps[0].index})
    content = frozenset(subtree(parsed, preps[0])) - {preps[0].index}
    source = find_verb_source(parsed, verb)
    return Candidate(
        source=source, cue=cue, content=content, anchor=verb.index, kind="responsibility",
        cue_class=CueClass.DENIAL if denied else CueClass.ADMISSION, negated=is_negated(parsed, verb),
    )  # fmt: skip


def _possibility(parsed: Parsed, verb: Token) -> Candidate | None:
    """ "Left open the possibility that": what is not ruled out."""
    if verb.lemma not in _OPENING:
        return None
    opened = first_child(parsed, verb, "xcomp", "oprd")
    item = first_child(parsed, verb, "dobj") or (first_child(parsed, opened, "dobj") if opened is not None else None)
    if item is None or item.lemma not in {"possibility", "prospect"} or is_negated(parsed, verb):
        return None
    clause = first_child(parsed, item, "acl") or first_child(parsed, verb, "ccomp")
    if clause is None or clause.index < item.index:
        return None
    content = frozenset(subtree(parsed, clause))
    cue = frozenset(verb_group(parsed, verb) | set(range(verb.index, item.index + 1))) - content
    return Candidate(
        source=find_verb_source(parsed, verb) - cue, cue=cue, content=content, anchor=verb.index, kind="that",
        cue_class=CueClass.DENIAL, negated=True,
    )  # fmt: skip


def _hearsay(parsed: Parsed, verb: Token) -> Candidate | None:
    """ "Word has it that": nobody is named."""
    subject, item = first_child(parsed, verb, "nsubj"), first_child(parsed, verb, "dobj")
    clause = first_child(parsed, verb, "ccomp", "advcl", "acl")
    if verb.lemma != "have" or subject is None or clause is None or clause.index < verb.index:
        return None
    if subject.lemma.lower() not in TALES | {"word"} or (item is not None and item.text.lower() != "it"):
        return None
    cue = frozenset({subject.index, verb.index, *([item.index] if item is not None else [])})
    content = frozenset(subtree(parsed, clause)) - cue
    return Candidate(
        source=frozenset(), cue=cue, content=content, anchor=verb.index, kind="that",
        cue_class=CueClass.DISTANCING if subject.lemma.lower() == "word" else CueClass.MENTION,
    )  # fmt: skip


def _from_noun(parsed: Parsed, noun: Token) -> Candidate | None:
    constructions = NOUNS.get(noun.lemma)
    complement = find_noun_complement(parsed, noun) if constructions else None
    if constructions is None or complement is None or complement.kind not in constructions:
        return None
    source = find_noun_source(parsed, noun)
    # "of" and "by" may both stand there: "a denial by the ministry of any link".
    content = complement.content - source
    cue = _noun_cue(parsed, noun, complement, source) - source
    return Candidate(
        source=source, cue=cue, content=content - cue, anchor=noun.index, kind=complement.kind,
        cue_class=constructions[complement.kind], negated=_noun_negated(parsed, noun),
    )  # fmt: skip


def _noun_cue(parsed: Parsed, noun: Token, complement: Complement, source: frozenset[int]) -> frozenset[int]:
    cue = {noun.index} | set(complement.marker)
    cue |= {c.index for c in children(parsed, noun, "det", "amod") if c.index < noun.index}
    head = head_of(parsed, noun)
    governed = head is not None and noun.dep in ("dobj", "attr") and head.pos in ("VERB", "AUX")
    # "made the claim" is one cue; in "dismissed the claim by Lund" the verb is somebody else's.
    if (
        head is not None
        and governed
        and head.index < noun.index
        and source in (frozenset(), find_verb_source(parsed, head))
    ):
        cue |= verb_group(parsed, head)
    return frozenset(cue)


def _noun_negated(parsed: Parsed, noun: Token) -> bool:
    head = head_of(parsed, noun)
    return is_negated(parsed, noun) or (head is not None and noun.dep in ("dobj", "attr") and is_negated(parsed, head))


def _from_adjective(parsed: Parsed, word: Token) -> Candidate | None:
    constructions = ADJECTIVES.get(word.lemma)
    source = find_predicate_source(parsed, word) if constructions else frozenset()
    if constructions is None or not source:
        return None
    complement = find_adjective_complement(parsed, word)
    if complement is None or complement.kind not in constructions:
        return None
    head = head_of(parsed, word)
    group = verb_group(parsed, head) if head is not None and head.pos in ("VERB", "AUX") else set()
    cue = frozenset(group | {word.index} | complement.marker)
    negated = is_negated(parsed, word) or (head is not None and is_negated(parsed, head))
    return Candidate(
        source=source - cue, cue=cue, content=complement.content - cue, anchor=word.index, kind=complement.kind,
        cue_class=constructions[complement.kind], negated=negated,
    )  # fmt: skip
