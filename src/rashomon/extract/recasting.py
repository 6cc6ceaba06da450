"""Roles that the tagger mixes up: whoever is blamed or told taken for the speaker, *it* for what is said.

Headlines and asides leave out the words by which it tells them; the parse and a few patterns do.
"""

from __future__ import annotations

from rashomon.extract.attitudes import DISPROVED, FALSE
from rashomon.extract.candidate import Indexes
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, is_passive

DASHES = frozenset({"–", "—", "-", "--"})
_PLEA = frozenset({"not", "guilty", "to"})
_BLAMING = frozenset({"blame", "accuse"})


def recast_roles(
    parsed: Parsed, anchor: Token, source: Indexes, cue: Indexes, content: Indexes
) -> tuple[Indexes, Indexes, Indexes]:
    """Return source, cue and content as token indexes, changed where the parse shows that the tagger mixed them up.

    `content` is not empty; the one returned may be.
    """
    objects = children(parsed, anchor, "dobj", "dative")
    if anchor.lemma in _BLAMING and not objects and children(parsed, anchor, "prep"):
        # "Rebels blamed for market bombing": blaming needs an object, so theirs is none of it.
        return frozenset(), cue, content | source
    if anchor.lemma == "tell" and source and not objects and max(content) < min(source) < anchor.index:
        # "Driver was asleep, court told".
        return frozenset(), cue | source, content
    if anchor.lemma == "plead":
        plea = {i: word for i in sorted(content)[:4] if (word := parsed.tokens[i].text.lower()) in _PLEA}
        if "guilty" in plea.values():
            return source, cue | plea.keys(), content - plea.keys()
    opening = [parsed.tokens[i] for i in sorted(content)[:2]]
    if len(content) > len(opening) and opening[0].text.lower() == "it" and opening[1].lemma in FALSE | DISPROVED:
        # "Called it false that": the judgement belongs to the cue.
        told = {t.index for t in opening}
        return source, cue | told, content - told
    before = parsed.tokens[min(cue) - 1] if min(cue) else None
    dashed = before is not None and before.text in DASHES and before.sentence == anchor.sentence
    if not source and cue == {anchor.index} and anchor.pos in ("NOUN", "PROPN") and dashed and before is not None:
        # "Ice downed Flight 30 – report".
        return cue, frozenset({before.index}), content
    if len(source) == 1 and is_passive(parsed, anchor) and parsed.tokens[min(source)].text.lower() == "it":
        # "The ferry, it is claimed, was sunk by its crew".
        return frozenset(), cue | source, content
    words = [parsed.tokens[i].text.lower() for i in sorted(content)]
    if words == ["it"] and _is_set_off(parsed, cue | content):
        # "The worm, it is rumoured, was written by a courier".
        sentence = parsed.sentence_of(anchor)
        around = set(range(sentence.first, sentence.last)) - cue - content
        told = {i for i in around if parsed.tokens[i].pos != "PUNCT" and parsed.tokens[i].text.lower() != "so"}
        return (frozenset(), cue | content, frozenset(told)) if told else (source, cue, content)
    return source, cue, content


def _is_set_off(parsed: Parsed, words: Indexes) -> bool:
    """Whether words stand between two commas, an opening *so* aside."""
    first, last = min(words), max(words) + 1
    before = [t.text.lower() for t in parsed.tokens[max(0, first - 2) : first]]
    after = parsed.tokens[last].text if last < len(parsed.tokens) else ""
    return after == "," and (before[-1:] == [","] or before == [",", "so"])
