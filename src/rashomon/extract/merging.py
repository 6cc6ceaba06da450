"""The tagger's attributions as candidates, with those inside others' words that only the rules find.

The tagger knows the spans and who they belong to, but no meaning, and of what is said inside another's words only the
surest. What kind of act a cue is comes from the rule candidate on the same cue, else from the lexicon.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rashomon.extract.animacy import may_speak
from rashomon.extract.candidate import Candidate, Indexes, Spans
from rashomon.extract.cues import read_cue
from rashomon.extract.lexicon import (
    ADJECTIVES,
    HEARSAY_ADVERBS,
    NOUNS,
    RELAYABLE,
    VERBS,
    CueClass,
)
from rashomon.extract.nesting import OWN_VOICE, is_worth_relaying
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.recasting import DASHES, recast_roles
from rashomon.extract.speakers import find_predicate_source
from rashomon.extract.tagger import Tagged
from rashomon.extract.tree import head_of, is_negated
from rashomon.extract.units import tokens_in

_BY_POS: Mapping[str, Mapping[str, Mapping[str, CueClass]]] = {
    "VERB": VERBS,
    "AUX": VERBS,
    "NOUN": NOUNS,
    "PROPN": NOUNS,
    "ADJ": ADJECTIVES,
}

# "Blamed the pilots for the crash" states something without a verb in its content.
_SAYING_THINGS = frozenset({CueClass.ACCUSATION, CueClass.DENIAL, CueClass.ADMISSION})
_WEIGHTY = _SAYING_THINGS | {CueClass.CONFIRMATION, CueClass.FINDING}
_WORDS_OF_SPEECH = frozenset({*HEARSAY_ADVERBS, "according", "per", ":"})
# What the layout shows better than the words: labels, signatures, set-off blocks, credits.
_LAYOUTS = frozenset({"label", "block", "credit"})


def merge_tagged(
    parsed: Parsed, tagged: Sequence[Tagged], ruled: Sequence[Candidate], quoted: Indexes
) -> list[Candidate]:
    """Return the attributions of a document in reading order of their cue.

    `ruled` are the candidates of the rules, settled or not; `quoted` the tokens inside quotation marks. Of the rules'
    own finds those are added that stand inside another's words, that the layout shows, or whose cue is more than a verb
    of speech: of those the tagger misses some, while plain speech that it misses is seldom any.
    """
    by_anchor: dict[int, Candidate] = {}
    for candidate in ruled:
        by_anchor.setdefault(candidate.anchor, candidate)
    found = to_candidates(parsed, [t for t in tagged if not t.nested], by_anchor)
    found = [c for each in found for c in _with_owner(parsed, each, by_anchor)]
    nested = to_candidates(parsed, [t for t in tagged if t.nested], by_anchor)
    nested = [_sharpen(c, by_anchor.get(c.anchor)) for c in nested]
    found += [c for c in _place_nested(nested, found) if _is_nested_voice(c, parsed)]
    cues = {index for c in found for index in c.cue}
    inside = {index for c in found for index in c.content}
    for candidate in by_anchor.values():
        if candidate.cue & cues or not candidate.content:
            found += _put_under(candidate, found, parsed)
            continue
        told, relayed = _is_mostly_in(candidate.content, inside), _is_relayed(candidate, parsed, quoted)
        plain = candidate.cue_class is CueClass.SPEECH and parsed.tokens[candidate.anchor].pos != "NOUN"
        meant = not plain and is_worth_relaying(candidate, parsed, quoted)
        meant = meant or candidate.kind in _LAYOUTS or (plain and _is_set_between(candidate, parsed))
        if (candidate.anchor in inside and relayed) or (not told and meant):
            found.append(candidate)
        elif told and candidate.source and relayed:
            found += _put_inside(candidate, found)
    return sorted(found, key=lambda c: (c.anchor, min(c.content)))


def _is_set_between(candidate: Candidate, parsed: Parsed) -> bool:
    """ "The lock, recalls Sister Agnes, had been forced": speaker and verb set off behind a part of what is said."""
    first, last = min(candidate.cue | candidate.source), max(candidate.cue | candidate.source) + 1
    if not candidate.source or candidate.kind != "that" or min(candidate.content) > first or not first:
        return False
    after = parsed.tokens[last].text if last < len(parsed.tokens) else "."
    before = parsed.tokens[first - 1].text
    set_off = before in DASHES | set(',”"’?') and after in DASHES | set(",.:")
    return set_off and _is_voice(candidate, parsed)


def _is_relayed(candidate: Candidate, parsed: Parsed, quoted: Indexes) -> bool:
    """Whether a voice inside another's words is one that passes something on.

    A pronoun there mostly means the speaker, and what others think is mostly the speaker's guess when he is quoted:
    neither counts unless more than speech or belief is said of them.
    """
    if not candidate.source and read_cue(parsed, candidate).hypothetical:
        # "If our gunners are shown to have hit it": nobody has shown it.
        return False
    if candidate.cue_class not in _WEIGHTY:
        words = _source_words(candidate, parsed)
        if words and all(t.tag in ("PRP", "PRP$", "WP", "WDT") for t in words):
            return False
        if candidate.cue_class is CueClass.BELIEF and candidate.anchor in quoted:
            return False
    return _is_voice(candidate, parsed) and is_worth_relaying(candidate, parsed, quoted)


def _is_voice(candidate: Candidate, parsed: Parsed) -> bool:
    """Whether what was found inside another's words is a statement somebody makes there.

    What is only thought of ("to show that"), an object alone ("his views on"), a word that is no cue elsewhere and a
    source that cannot speak ("the onus") are taken for the outer speaker's own colouring.
    """
    anchor = parsed.tokens[candidate.anchor]
    known = anchor.lemma in _BY_POS.get(anchor.pos, {}) or anchor.text.lower() in _WORDS_OF_SPEECH
    before = parsed.tokens[max(0, min(candidate.cue) - 1)]
    supposed = "TO" in {before.tag, *(parsed.tokens[i].tag for i in candidate.cue)}
    return known and not supposed and _says_something(candidate, parsed)


def _source_words(candidate: Candidate, parsed: Parsed) -> list[Token]:
    return [parsed.tokens[i] for i in candidate.source if parsed.tokens[i].pos not in ("PUNCT", "PART")]


def _says_something(candidate: Candidate, parsed: Parsed) -> bool:
    """Whether a source that can speak states something: with a verb, or by a cue that needs none."""
    says = candidate.cue_class in _SAYING_THINGS or any(
        parsed.tokens[i].pos in ("VERB", "AUX") for i in candidate.content
    )
    return says and _may_speak(parsed, candidate.source)


def _may_speak(parsed: Parsed, source: Indexes) -> bool:
    if not source:
        return True
    tokens = [parsed.tokens[i] for i in sorted(source)]
    heads = [t for t in tokens if t.head not in source and t.pos != "PUNCT"] or tokens
    return any(may_speak(t) or t.pos == "NUM" for t in heads)


def _place_nested(inner: Sequence[Candidate], outer: Sequence[Candidate]) -> list[Candidate]:
    """What the tagger found inside others' words, each where its place cannot be seen with the cue it stands behind.

    "X reported, citing Y, that Z": the cited voice has the same content, and its cue lies outside it.
    """
    cues = frozenset[int]().union(*(c.cue for c in outer))
    within = frozenset[int]().union(*(c.content for c in outer))
    placed = []
    for candidate in inner:
        if candidate.cue & cues:
            continue
        if candidate.anchor in within:
            placed.append(candidate)
            continue
        around = max(outer, key=lambda c: (len(c.content & candidate.content), c.anchor), default=None)
        if around is not None and _is_mostly_in(candidate.content, around.content):
            placed.append(replace(candidate, kind="cited", inside=around.anchor))
    return placed


def _sharpen(candidate: Candidate, ruled: Candidate | None) -> Candidate:
    """A nested attribution with the rules' spans where they read the same cue: the tagger knows those of outer ones."""
    if ruled is None or not ruled.content & candidate.content or not ruled.source:
        return candidate
    return ruled


def _is_nested_voice(candidate: Candidate, parsed: Parsed) -> bool:
    """Whether what the tagger found inside another's words is a statement somebody else makes there."""
    if any(t.text.lower() in OWN_VOICE or t.tag in ("WP", "WDT") for t in _source_words(candidate, parsed)):
        return False
    return candidate.cue_class in RELAYABLE and _says_something(candidate, parsed)


def _is_anothers(parsed: Parsed, candidate: Candidate, source: Indexes) -> bool:
    """Whether a noun among the words of a cue is what somebody else than the cue's source says."""
    named = any(parsed.tokens[i].pos in ("NOUN", "PROPN") for i in candidate.source)
    return parsed.tokens[candidate.anchor].pos == "NOUN" and named and not candidate.source & source


def _with_owner(parsed: Parsed, candidate: Candidate, by_anchor: Mapping[int, Candidate]) -> list[Candidate]:
    """ "State radio relayed the navy's denial that": where the tagger gives the denial to the radio."""
    ruled, noun = by_anchor.get(candidate.anchor), parsed.tokens[candidate.anchor]
    verb = by_anchor.get(noun.head)
    if ruled is None or verb is None or not _is_anothers(parsed, ruled, candidate.source):
        return [candidate]
    if verb.cue_class is not CueClass.SPEECH or not verb.source & candidate.source:
        return [candidate]
    outer = replace(candidate, anchor=verb.anchor, cue=verb.cue, kind=verb.kind, cue_class=verb.cue_class, spans=None)
    return [outer, replace(ruled, inside=verb.anchor)]


def _put_under(candidate: Candidate, found: Sequence[Candidate], parsed: Parsed) -> list[Candidate]:
    """ "State radio relayed the navy's denial that": the navy speaks inside what the radio relays."""
    around = [
        c
        for c in found
        if candidate.anchor in c.cue and c.anchor != candidate.anchor and c.cue_class is CueClass.SPEECH and c.source
    ]
    if not around or not candidate.content or not _is_anothers(parsed, candidate, around[0].source):
        return []
    return [replace(candidate, inside=around[0].anchor)]


def _put_inside(candidate: Candidate, found: Sequence[Candidate]) -> list[Candidate]:
    """ "It was us, Petrov reasoned, according to two guests": the first voice stands inside what the second relays."""
    around = [
        c for c in found if c.kind == "according" and _is_mostly_in(candidate.content, c.content) and not c.follows
    ]
    return [replace(candidate, inside=around[0].anchor)] if around else []


def _is_mostly_in(content: Indexes, inside: Collection[int]) -> bool:
    """Whether more than half of a content stands inside what others say."""
    return 2 * sum(index in inside for index in content) > len(content)


def to_candidates(parsed: Parsed, tagged: Sequence[Tagged], by_anchor: Mapping[int, Candidate]) -> list[Candidate]:
    """Return tagged attributions in tokens, with what the rules or the lexicon know of their cues."""
    return [c for each in tagged if (c := _to_candidate(parsed, each, by_anchor)) is not None]


def _to_candidate(parsed: Parsed, tagged: Tagged, by_anchor: Mapping[int, Candidate]) -> Candidate | None:
    source, cue, content = (frozenset(tokens_in(parsed, s)) for s in (tagged.source, tagged.cue, tagged.content))
    cue, content = cue - source, content - source - cue
    if not cue or not content:
        return None
    ruled = [by_anchor[i] for i in sorted(cue) if i in by_anchor]
    # "Acknowledged under questioning": what stands behind a preposition tells how it came about, not what it is.
    ruled = [c for c in ruled if not _is_circumstance(parsed, parsed.tokens[c.anchor], cue)]
    # "Relayed the navy's denial": the denial is the navy's.
    ruled = [c for c in ruled if not _is_anothers(parsed, c, source)] or ruled
    # Of several cue words ("made the claim") the one whose content is nearest to the tagged one.
    known = max(ruled, key=lambda c: len(c.content & content), default=None)
    anchor = parsed.tokens[known.anchor] if known is not None else _anchor_of(parsed, cue)
    spans: Spans | None = Spans(source=tagged.source, cue=tagged.cue, content=tagged.content)
    recast = recast_roles(parsed, anchor, source, cue, content)
    if recast != (source, cue, content):
        (source, cue, content), spans = recast, None
    if not source and known is not None and known.source and not known.source & cue:
        # "Blasts not ours, insists Tripoli": the parse shows a speaker that the tagger left out.
        source, content, spans = known.source, content - known.source, None
    if not source and anchor.pos == "ADJ":
        # "The verdict is silent as to whether": a document says, or leaves unsaid, too.
        subject = find_predicate_source(parsed, anchor) - cue - content
        if any(parsed.tokens[i].pos in ("NOUN", "PROPN") for i in subject):
            source, spans = subject, None
    contrast = _contrast(parsed, content, known.content - cue - source) if known is not None else frozenset()
    if contrast:
        content, spans = content | contrast, None
    if not content:
        return None
    return Candidate(
        source=source,
        cue=cue,
        content=content,
        anchor=anchor.index,
        kind=known.kind if known is not None else _kind_of(anchor),
        cue_class=known.cue_class if known is not None else _class_of(anchor),
        negated=known.negated if known is not None else _is_negated(parsed, anchor, cue),
        spans=spans,
    )


def _is_circumstance(parsed: Parsed, anchor: Token, cue: Indexes) -> bool:
    """Whether a cue word stands behind a preposition of another word of its cue."""
    preposition = head_of(parsed, anchor) if anchor.dep in {"pobj", "pcomp"} else None
    above = head_of(parsed, preposition) if preposition is not None else None
    return above is not None and above.index in cue


def _is_negated(parsed: Parsed, anchor: Token, cue: Indexes) -> bool:
    """Whether a cue is negated, by its word or the verb it hangs on; "pleaded not guilty" denies by itself."""
    head = head_of(parsed, anchor)
    return is_negated(parsed, anchor) or (head is not None and head.index in cue and is_negated(parsed, head))


def _contrast(parsed: Parsed, content: Indexes, ruled: Indexes) -> Indexes:
    """ "They insist it was not us, it was the others": the second half, set against a negated first by a comma."""
    extra = sorted(ruled - content)
    if not content or not extra or extra[0] <= max(content) or not any(parsed.tokens[i].dep == "neg" for i in content):
        return frozenset()
    words = [i for i in extra if parsed.tokens[i].pos != "PUNCT"]
    follows = bool(words) and words[0] - max(content) <= 2 and parsed.tokens[words[0]].pos == "PRON"
    return frozenset(extra) if follows else frozenset()


def _anchor_of(parsed: Parsed, cue: Indexes) -> Token:
    """The word of a cue that tells what kind of act it is: one the lexicon knows, else the one the others hang on."""
    tokens = [parsed.tokens[i] for i in sorted(cue)]
    known = [t for t in tokens if t.lemma in _BY_POS.get(t.pos, {}) or t.text.lower() in HEARSAY_ADVERBS]
    words = known or [t for t in tokens if t.pos != "PUNCT"] or tokens
    return next((t for t in words if head_of(parsed, t) is None or t.head not in cue), words[0])


def _kind_of(anchor: Token) -> str:
    if anchor.text.lower() in HEARSAY_ADVERBS:
        return "adverb"
    if anchor.text.lower() in ("according", "per"):
        return "according"
    return "label" if anchor.text == ":" else "that"


def _class_of(anchor: Token) -> CueClass:
    hearsay = HEARSAY_ADVERBS.get(anchor.text.lower())
    if hearsay is not None:
        return hearsay
    constructions = _BY_POS.get(anchor.pos, {}).get(anchor.lemma, {})
    return constructions.get("that") or next(iter(constructions.values()), CueClass.SPEECH)
