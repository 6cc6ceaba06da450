"""Voices cited inside what somebody says: "X reported, citing Y, that Z", "according to X, which quoted Y, Z".

Each is a nested attribution of the same content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rashomon.extract.animacy import may_speak
from rashomon.extract.candidate import Candidate, Indexes
from rashomon.extract.citing import RELYING, UTTERANCES, find_cited, may_be_cited
from rashomon.extract.lexicon import VERBS, CueClass
from rashomon.extract.media import CITED_BY, quoted_by
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, subtree

_GROUNDS: Final = frozenset(
    """
        concern fear reason need lack risk cost weather rule law problem figure case case-law privilege threat worry
        loss doubt cause health fatigue demand interest rate price poll right duty habit past number fact example
    """.split()
)
_ABSTRACT: Final = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "cy", "age", "ship", "ism", "dom", "ture")
"""Endings of nouns for what nobody is."""
_NEAR: Final = 4
_FAR: Final = 15
"""Tokens between a voice and the word that cites it, and between "quoted" and "as saying"."""


def find_citations(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, those that cite somebody without the words that do so, and one more for each voice cited.

    "X reported, citing Y, that Z", "According to X, which cited Y, Z", "X quoted Y as saying Z".
    """
    candidates = [c for candidate in candidates if (c := _with_quoted(parsed, candidate)).content]
    settled: list[Candidate | None] = list(candidates)
    by_sentence: dict[int, list[int]] = {}
    for number, candidate in enumerate(candidates):
        by_sentence.setdefault(parsed.tokens[candidate.anchor].sentence, []).append(number)
    cited: list[Candidate] = []
    for token in parsed.tokens:
        named = find_cited(parsed, token)
        if named is None or named.index < token.index or _is_ground(named):
            continue
        around = [n for n in by_sentence.get(token.sentence, []) if settled[n] is not None]
        citation = _read_citation(parsed, token, named, [(n, candidates[n]) for n in around])
        if citation is None:
            continue
        host, inner = citation
        outer = settled[host] or candidates[host]
        settled[host] = _without(outer, inner)
        for number in around:
            other = candidates[number]
            if number != host and token.index in other.cue and other.content & inner.content:
                settled[number] = None
        cited.append(inner)
    return [*(c for c in settled if c is not None), *cited]


def _with_quoted(parsed: Parsed, candidate: Candidate) -> Candidate:
    """ "X was quoted by Y as saying": X speaks, though Y stands nearer."""
    quoted = quoted_by(parsed, candidate)
    if quoted is None:
        return candidate
    speaker = frozenset(subtree(parsed, quoted[0])) - candidate.cue - frozenset(subtree(parsed, quoted[1]))
    if candidate.content <= speaker:
        # "X was quoted" by itself says nothing.
        return replace(candidate, content=frozenset())
    if not speaker or speaker & candidate.source:
        return candidate
    return replace(candidate, source=speaker, content=candidate.content - speaker, spans=None)


def _read_citation(
    parsed: Parsed, token: Token, named: Token, around: Sequence[tuple[int, Candidate]]
) -> tuple[int, Candidate] | None:
    """The attribution a citing verb belongs to, by its number, and the one of the voice cited."""
    saying = _as_saying(parsed, token)
    if saying is not None:
        source = frozenset(i for i in range(named.left, saying.index - 1) if parsed.tokens[i].pos != "PUNCT")
        own = [(n, c) for n, c in around if c.cue & {token.index, saying.index} and max(c.content) > saying.index]
        host = max(own, key=lambda pair: len(pair[1].content), default=None)
        outside: int | None = token.index
        phrase, anchor = source | {token.index, saying.index - 1, saying.index}, saying
        cue_class = VERBS.get(saying.lemma, {}).get("that", CueClass.SPEECH)
    else:
        source = _author_of(parsed, named) or _phrase_of(parsed, named)
        host = _host(parsed, token, named, around)
        outside = _outer_anchor(parsed, token, host[1]) if host is not None else None
        phrase = _with_commas(parsed, {token.index, *_phrase_of(parsed, named)})
        anchor = token
        cue_class = CueClass.SPEECH
    content = host[1].content - phrase if host is not None else frozenset[int]()
    if host is None or outside is None or not content or not source:
        return None
    inner = Candidate(
        source=source, cue=frozenset({anchor.index}), content=content, kind="cited",
        anchor=named.index if outside == anchor.index else anchor.index,
        cue_class=cue_class, inside=outside,
    )  # fmt: skip
    return host[0], inner


def _host(
    parsed: Parsed, token: Token, named: Token, around: Sequence[tuple[int, Candidate]]
) -> tuple[int, Candidate] | None:
    """Whose words are said to come from whom: the voice the citing words stand behind, else the cue before or after.

    A participle ("X, citing Y, said", "Citing Y, X said") or a relative clause on the voice ("X, which cited Y,").
    """
    prepositional = token.tag == "IN" or token.lemma in RELYING
    if token.tag not in {"VBG", "IN"} and token.dep != "relcl" and not prepositional:
        return None
    if prepositional:
        if token.dep != "relcl" and not _follows_comma(parsed, token):
            return None
        around = [(n, c) for n, c in around if token.index not in c.content]
    others = [(n, c) for n, c in around if token.index not in c.cue]
    if not others:
        if not may_be_cited(named):
            return None
        end = max(_phrase_of(parsed, named))
        return next(((n, c) for n, c in around if _says_more(parsed, c, end)), None)
    owners = [(n, c) for n, c in others if c.source and 0 < token.index - max(c.source) <= _NEAR]
    before = [(n, c) for n, c in others if c.anchor < token.index]
    if owners or token.dep == "relcl":
        return max(owners, key=lambda pair: max(pair[1].source), default=None)
    if before:
        return max(before, key=lambda pair: pair[1].anchor)
    return min(others, key=lambda pair: pair[1].anchor, default=None)


def _follows_comma(parsed: Parsed, token: Token) -> bool:
    return token.index == parsed.sentence_of(token).first or parsed.tokens[token.index - 1].text in {",", "–", "—"}


def _says_more(parsed: Parsed, candidate: Candidate, end: int) -> bool:
    """Whether a content goes on with a clause behind the name that the same cue cites."""
    return any(i > end and parsed.tokens[i].pos in {"VERB", "AUX"} for i in candidate.content)


def _outer_anchor(parsed: Parsed, token: Token, host: Candidate) -> int:
    """The cue word of the one who cites: its own, or, where only the citing word was taken for one, the verb before if
    there is any."""
    if host.anchor != token.index:
        return host.anchor
    sentence = parsed.sentence_of(token)
    verbs = (t for t in parsed.tokens[sentence.first : token.index] if t.pos == "VERB" and t.lemma in VERBS)
    return max((t.index for t in verbs), default=token.index)


def _as_saying(parsed: Parsed, token: Token) -> Token | None:
    """ "quoted Y as saying", "cited Y as telling": the participle that governs the content."""
    if token.lemma not in CITED_BY:
        return None
    sentence = parsed.sentence_of(token)
    for index in range(token.index + 1, min(token.index + _FAR, sentence.last - 1)):
        if parsed.tokens[index].text.lower() == "as" and parsed.tokens[index + 1].tag == "VBG":
            return parsed.tokens[index + 1]
    return None


def _phrase_of(parsed: Parsed, named: Token) -> Indexes:
    return frozenset(subtree(parsed, named)) - _clauses_below(parsed, named)


def _author_of(parsed: Parsed, named: Token) -> Indexes:
    """Whose words a cited utterance is: "an account given to the paper by a docker", "a letter from the guards"."""
    if named.lemma not in UTTERANCES:
        return frozenset()
    givers = (c for c in children(parsed, named, "acl") if c.tag == "VBN")
    preps = [*children(parsed, named, "prep"), *(p for g in givers for p in children(parsed, g, "agent", "prep"))]
    said_by = (p for p in preps if p.text.lower() in {"by", "from"})
    return next((_phrase_of(parsed, by) for p in said_by for by in children(parsed, p, "pobj")), frozenset())


def _clauses_below(parsed: Parsed, named: Token) -> Indexes:
    """What the parser hangs on a name though it is the content: "citing Y, that Z"."""
    clauses = [c for c in children(parsed, named, "acl", "relcl", "ccomp", "appos") if c.index > named.index]
    return frozenset[int]().union(*(subtree(parsed, clause) for clause in clauses))


def _with_commas(parsed: Parsed, words: set[int]) -> Indexes:
    edges = {min(words) - 1, max(words) + 1}
    return frozenset(words | {i for i in edges if 0 <= i < len(parsed.tokens) and parsed.tokens[i].text == ","})


def _without(outer: Candidate, inner: Candidate) -> Candidate:
    """The outer attribution, under the cue word the inner one names; its exact spans are kept unless the citing words
    lay in its content."""
    spans = outer.spans if not (inner.source | inner.cue) & outer.content else None
    anchor = outer.anchor if inner.inside is None else inner.inside
    return replace(outer, content=inner.content, spans=spans, anchor=anchor)


def _is_ground(named: Token) -> bool:
    """Whether what is cited is a reason rather than a voice: "citing safety concerns", "citing a lack of funds"."""
    if named.pos == "PROPN" or may_speak(named):
        return False
    return named.tag == "VBG" or named.lemma in _GROUNDS or named.lemma.endswith(_ABSTRACT)
