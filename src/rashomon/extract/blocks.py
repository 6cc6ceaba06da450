"""Block quotations without quotation marks: "According to X:" and then whole paragraphs in X's words.

Finds the introducing cue at the end of a paragraph and how far the other voice goes on: to the end of the layout's
block where the layout is known, else until the author names X again, introduces someone else or falls into the author's
manner.
A wider gap than usual after the colon means that an embedded post or picture was lost: then there is nothing to quote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from rashomon.extract.candidate import Candidate, Indexes
from rashomon.extract.lexicon import NOUNS, QUOTING_EXTRA, SPEAKER_NOUNS, VERBS, CueClass
from rashomon.extract.parsing import Parsed, Stretch, Token
from rashomon.extract.quotes import MARKS
from rashomon.extract.speakers import find_noun_source, find_verb_source
from rashomon.extract.tree import children, first_child, subtree, verb_group
from rashomon.model.attribution import Span

# Without any sign of where the other voice ends, more than this many paragraphs are not believed to be its.
_LONGEST_UNMARKED_BLOCK = 8
_COMMENTARY = re.compile(
    r"(?:if so|so\b|well\b|now\b|ok\b|okay\b|of course|in other words|that said|to be (?:fair|sure)|this is\b|"
    r"this means|that(?:'s|’s| is| means)|here(?:'s|’s| is| are)\b|let(?:'s|’s)|what (?:this|that)|read (?:more|the)|"
    r"but here|meanwhile\b)",
    re.IGNORECASE,
)
_OWN_VOICE = frozenset({"i", "i'm", "my", "me"})
_FOLLOWS_COLON = frozenset({":", "：", ":-", ":—"})


def find_introductions(parsed: Parsed, layout: Sequence[Span] = ()) -> dict[int, Candidate]:
    """The cue (still without content) that introduces a paragraph, by that paragraph's number."""
    found: dict[int, Candidate] = {}
    usual = _usual_gap(parsed)
    for number, paragraph in enumerate(parsed.paragraphs[:-1]):
        following = parsed.paragraphs[number + 1]
        announced = parsed.tokens[paragraph.last - 1].text in _FOLLOWS_COLON
        if not announced and not _in_layout(following, layout):
            continue
        if announced and _gap(parsed, paragraph, following) > usual and not _in_layout(following, layout):
            continue
        introduction = _introduction(parsed, paragraph)
        if introduction is None and _in_layout(following, layout):
            introduction = _by_name(parsed, _last_sentence(parsed, paragraph))
        if introduction is not None:
            found[number + 1] = introduction
    return found


def find_blocks(parsed: Parsed, introductions: dict[int, Candidate], layout: Sequence[Span] = ()) -> list[Candidate]:
    """One candidate for each introduced block whose first paragraph opens without a quotation mark."""
    found = []
    after = 0
    for number, introduction in sorted(introductions.items()):
        first = parsed.paragraphs[number]
        if number < after or parsed.tokens[first.first].text in MARKS:
            continue
        after = _end_of_block(parsed, number, introduction, layout)
        if after > number:
            content = frozenset(range(first.first, parsed.paragraphs[after - 1].last))
            found.append(_with_content(introduction, content))
    return found


def _with_content(introduction: Candidate, content: Indexes) -> Candidate:
    return Candidate(
        source=introduction.source, cue=introduction.cue, content=content, anchor=introduction.anchor, kind="block",
        cue_class=introduction.cue_class, negated=introduction.negated,
    )  # fmt: skip


def _gap(parsed: Parsed, before: Stretch, after: Stretch) -> int:
    return parsed.text.count("\n", before.end, after.start)


def _usual_gap(parsed: Parsed) -> int:
    return median_low([_gap(parsed, a, b) for a, b in pairwise(parsed.paragraphs)] or [0])


def _in_layout(paragraph: Stretch, layout: Sequence[Span]) -> bool:
    return any(span.start <= paragraph.start and paragraph.end <= span.end for span in layout)


def _introduction(parsed: Parsed, paragraph: Stretch) -> Candidate | None:
    words = _last_sentence(parsed, paragraph)
    return _by_phrase(parsed, words) or _by_verb(parsed, words) or _by_noun(parsed, words)


def _last_sentence(parsed: Parsed, paragraph: Stretch) -> list[Token]:
    sentence = parsed.sentence_of(parsed.tokens[paragraph.last - 1])
    if sentence.last - sentence.first == 1 and sentence.first > paragraph.first:
        # The parser sometimes makes a sentence of the colon alone.
        sentence = parsed.sentence_of(parsed.tokens[paragraph.last - 2])
    return list(parsed.tokens[max(sentence.first, paragraph.first) : paragraph.last])


def _by_phrase(parsed: Parsed, words: list[Token]) -> Candidate | None:
    for token, following in pairwise(words):
        if token.text.lower() == "according" and following.text.lower() == "to":
            source = frozenset().union(*(subtree(parsed, t) for t in children(parsed, following, "pobj")))
            source = source or frozenset(t.index for t in words if t.index > following.index and t.pos != "PUNCT")
            return _opening(source, frozenset({token.index, following.index}), token, CueClass.SPEECH)
    return None


def _by_verb(parsed: Parsed, words: list[Token]) -> Candidate | None:
    for token in reversed(words):
        cue_class = VERBS.get(token.lemma, {}).get("that")
        if token.pos != "VERB" or (cue_class is None and token.lemma not in QUOTING_EXTRA):
            continue
        clause = first_child(parsed, token, "ccomp")
        # "X insists it was Y, citing this:" has said its content already; what follows the colon is something else.
        if clause is not None and clause.index > token.index and clause.right - clause.left > 3:
            return None
        source = find_verb_source(parsed, token)
        if source:
            return _opening(source, frozenset(verb_group(parsed, token)), token, cue_class or CueClass.SPEECH)
    return None


def _by_noun(parsed: Parsed, words: list[Token]) -> Candidate | None:
    for token in reversed(words):
        cue_class = NOUNS.get(token.lemma, {}).get("that")
        source = find_noun_source(parsed, token) if cue_class is not None and token.pos == "NOUN" else frozenset()
        if source and cue_class is not None:
            return _opening(source, frozenset({token.index}), token, cue_class)
    return None


def _by_name(parsed: Parsed, words: list[Token]) -> Candidate | None:
    name = words[:-1]
    if not 0 < len(name) <= 6 or any(t.pos in ("VERB", "AUX", "PRON") for t in name):
        return None
    if name[-1].pos != "PROPN" and name[-1].lemma not in SPEAKER_NOUNS:
        return None
    return _opening(frozenset(t.index for t in name), frozenset({words[-1].index}), words[-1], CueClass.SPEECH)


def _opening(source: Indexes, cue: Indexes, anchor: Token, cue_class: CueClass) -> Candidate:
    return Candidate(
        source=source - cue, cue=cue, content=frozenset(), anchor=anchor.index, kind="block", cue_class=cue_class
    )


def _end_of_block(parsed: Parsed, start: int, introduction: Candidate, layout: Sequence[Span]) -> int:
    paragraphs = parsed.paragraphs
    if _in_layout(paragraphs[start], layout):
        after = start
        while after < len(paragraphs) and _in_layout(paragraphs[after], layout):
            after += 1
        return after
    first = parsed.tokens[paragraphs[start].first : paragraphs[start].last]
    if first[-1].text in _FOLLOWS_COLON or _is_labelled(first):
        return start
    names = _names(parsed, introduction.source)
    stop = min(len(paragraphs), start + 1 + _LONGEST_UNMARKED_BLOCK)
    for number in range(start + 1, stop):
        if _author_resumes(parsed, paragraphs[number], names):
            return number
    # No sign of the author at all: a short rest of the document is the quotation, of a long one only its first part.
    return len(paragraphs) if len(paragraphs) - start <= 2 else start + 1


def _names(parsed: Parsed, source: Indexes) -> frozenset[str]:
    words = (parsed.tokens[i] for i in source)
    return frozenset(t.text.lower() for t in words if t.pos in ("PROPN", "NOUN") and len(t.text) > 2)


def _is_labelled(tokens: Sequence[Token]) -> bool:
    """ "KATE: ...": a line of a transcript."""
    colon = next((n for n, t in enumerate(tokens[:6]) if t.text == ":"), 0)
    return colon > 0 and all(t.pos in ("PROPN", "NOUN", "PUNCT") for t in tokens[:colon])


def _author_resumes(parsed: Parsed, paragraph: Stretch, names: frozenset[str]) -> bool:
    tokens = parsed.tokens[paragraph.first : paragraph.last]
    speakers = {t.text.lower() for t in tokens if t.dep in ("nsubj", "nsubjpass", "poss", "pobj", "compound")}
    if names & speakers or tokens[-1].text in _FOLLOWS_COLON or _is_labelled(tokens):
        return True
    if _COMMENTARY.match(parsed.quote(paragraph.start, paragraph.end)):
        return True
    return any(t.text.lower() in _OWN_VOICE for t in tokens) and not any(t.text in MARKS for t in tokens)
