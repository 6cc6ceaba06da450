"""Direct speech: gives every quotation to its speaker.

A quotation goes to the cue that already covers part of it, else to a cue beside it ("...," said X; X said: "..."),
else to the speaker of the quotation before it (split, run-on and following quotations). Quotations nobody introduces
stay out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from rashomon.extract.candidate import Candidate, Indexes
from rashomon.extract.lexicon import NOUNS, QUOTING_EXTRA, RELAYABLE, VERBS, CueClass
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.quotes import MARKS, Quotation
from rashomon.extract.setoff import find_inverted_speaker
from rashomon.extract.speakers import find_noun_source, find_verb_source
from rashomon.extract.tree import first_child, is_negated, verb_group

# A cue further than this from the quotation mark does not introduce it (tokens).
_REACH = 22
_STOPS = frozenset({".", "!", "?", ";"})
_QUOTED_SHARE = 0.5
_LONG_QUOTATION = 6
_QUOTING_KINDS = frozenset({"that", "x", "np", "label", "according", "ing"})
_SPEAKING = RELAYABLE | {
    CueClass.QUESTION,
    CueClass.MENTION,
    CueClass.APPROVAL,
    CueClass.DISAPPROVAL,
    CueClass.DIRECTIVE,
}
_COVERING_KINDS = frozenset({"that", "label", "according", "x"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speech:
    """A candidate and the quotation it was last given."""

    position: int
    quotation: Quotation


def attach_quotations(
    parsed: Parsed,
    candidates: list[Candidate],
    quotations: tuple[Quotation, ...],
    introductions: Mapping[int, Candidate] = MappingProxyType({}),
) -> list[Candidate]:
    """Return the candidates with whole quotations as content, plus those that only a quotation reveals.

    `introductions` are the cues that end the paragraph before ("X said:"), by the number of the paragraph they open.
    """
    scene = _Scene(parsed, candidates, quotations, introductions)
    previous: _Speech | None = None
    for quotation in quotations:
        position = scene.find_cue(quotation)
        if position is None:
            position = scene.find_speaker_before(quotation)
        if position is not None:
            scene.give(position, quotation)
            previous = _Speech(position=position, quotation=quotation)
        else:
            previous = scene.continue_speech(previous, quotation) or scene.follow_paragraph(quotation)
    return scene.finish()


class _Scene:
    """The candidates of a document while its quotations are handed out; quotations are joined to them at the end."""

    def __init__(
        self,
        parsed: Parsed,
        candidates: list[Candidate],
        quotations: tuple[Quotation, ...],
        introductions: Mapping[int, Candidate],
    ) -> None:
        self._parsed = parsed
        self._found = list(candidates)
        self._introductions = introductions
        self._inside = frozenset().union(*(q.tokens for q in quotations)) if quotations else frozenset()
        self._given: dict[int, list[Quotation]] = {}
        self._by_anchor = {c.anchor: n for n, c in enumerate(candidates) if c.kind in _QUOTING_KINDS}
        self._by_sentence: dict[int, list[int]] = {}
        self._speaking: dict[int, list[int]] = {}
        for position, candidate in enumerate(candidates):
            if candidate.source and candidate.anchor not in self._inside and candidate.cue_class in _SPEAKING:
                self._speaking.setdefault(parsed.tokens[candidate.anchor].sentence, []).append(position)
            if candidate.kind in _COVERING_KINDS and candidate.anchor not in self._inside:
                for sentence in {parsed.tokens[i].sentence for i in candidate.content}:
                    self._by_sentence.setdefault(sentence, []).append(position)

    def find_cue(self, quotation: Quotation) -> int | None:
        """The position of the candidate introducing a quotation, made anew if only the quotation shows it."""
        position = self._covering(quotation)
        if position is not None:
            return position
        cue = _verb_beside(self._parsed, quotation, self._inside) or _noun_beside(self._parsed, quotation, self._inside)
        if cue is not None:
            return self._position_of(_quoting(self._parsed, cue))
        paragraph = self._parsed.paragraphs[quotation.paragraph]
        introduction = self._introductions.get(quotation.paragraph)
        if introduction is not None and quotation.first == paragraph.first:
            return self._position_of(replace(introduction, kind="that"))
        return None

    def find_speaker_before(self, quotation: Quotation) -> int | None:
        """Who spoke in the sentence before (Lund said nobody was warned. "They lied to us."), outermost voice first."""
        parsed = self._parsed
        if not _stands_alone(parsed, quotation):
            return None
        before = parsed.tokens[quotation.first - 1] if quotation.first else None
        if before is None or before.paragraph != quotation.paragraph:
            return None
        positions = self._speaking.get(before.sentence, [])
        return max(positions, key=lambda p: len(self._found[p].content), default=None)

    def give(self, position: int, quotation: Quotation) -> None:
        """Hand a quotation to a candidate."""
        self._given.setdefault(position, []).append(quotation)

    def continue_speech(self, previous: _Speech | None, quotation: Quotation) -> _Speech | None:
        """Give a quotation without a cue to the speaker before it, where nothing speaks against it."""
        if previous is None:
            return None
        earlier = previous.quotation
        if not _stands_alone(self._parsed, quotation):
            return previous if earlier.paragraph == quotation.paragraph else None
        if earlier.paragraph == quotation.paragraph or earlier.runs_on:
            self.give(previous.position, quotation)
            return _Speech(position=previous.position, quotation=quotation)
        if earlier.paragraph == quotation.paragraph - 1 and _fills_paragraph(self._parsed, quotation):
            return self._repeat(previous.position, quotation)
        return None

    def follow_paragraph(self, quotation: Quotation) -> _Speech | None:
        """A paragraph that is one quotation belongs to who spoke at the end of the paragraph before."""
        paragraphs = self._parsed.paragraphs
        if quotation.paragraph == 0 or not _fills_paragraph(self._parsed, quotation):
            return None
        last = self._parsed.tokens[paragraphs[quotation.paragraph - 1].last - 1]
        positions = self._speaking.get(last.sentence, [])
        if not positions:
            return None
        return self._repeat(max(positions, key=lambda p: len(self._found[p].content)), quotation)

    def _repeat(self, position: int, quotation: Quotation) -> _Speech:
        """A later quotation of the same speaker: an attribution of its own with the source and cue of the first."""
        self._found.append(replace(self._found[position], content=frozenset(), follows=True))
        self.give(len(self._found) - 1, quotation)
        return _Speech(position=len(self._found) - 1, quotation=quotation)

    def finish(self) -> list[Candidate]:
        """The candidates with what they were given; those that got and had nothing are left out."""
        finished = []
        for position, candidate in enumerate(self._found):
            given = self._given.get(position, [])
            spoken = _quote(self._parsed, candidate, given) if given else candidate
            if spoken.content:
                finished.append(spoken)
        return finished

    def _covering(self, quotation: Quotation) -> int | None:
        """The candidate that already takes a good part of the quotation as its content; the outermost wins."""
        sentences = range(
            self._parsed.tokens[quotation.first].sentence, self._parsed.tokens[quotation.last - 1].sentence + 1
        )
        best: int | None = None
        for position in dict.fromkeys(p for s in sentences for p in self._by_sentence.get(s, ())):
            content = self._found[position].content
            shared = len(content & quotation.tokens)
            if len(self._found[position].source & quotation.tokens) >= shared:
                # A nickname in quotation marks within the speaker's own name.
                continue
            whole = shared >= _QUOTED_SHARE * len(quotation.tokens)
            mostly_quoted = shared >= _QUOTED_SHARE * len(content) and shared >= 3
            if (whole or mostly_quoted) and (best is None or len(content) > len(self._found[best].content)):
                best = position
        return best

    def _position_of(self, candidate: Candidate) -> int:
        position = self._by_anchor.get(candidate.anchor)
        if position is None:
            self._found.append(candidate)
            position = self._by_anchor[candidate.anchor] = len(self._found) - 1
        return position


def _quote(parsed: Parsed, candidate: Candidate, given: list[Quotation]) -> Candidate:
    quoted = frozenset[int]().union(*(q.tokens for q in given))
    source = candidate.source
    if source & quoted:
        # '"The bridge," Lund said, "was mined"': the parse may take the quoted subject for the speaker.
        source = _speaker_outside(parsed, candidate.anchor, quoted)
    return replace(candidate, source=source, content=(candidate.content | quoted) - candidate.cue - source)


def _speaker_outside(parsed: Parsed, anchor: int, quoted: Indexes) -> Indexes:
    """The words between the quotation and the cue, or behind the cue up to the next stop, where they name somebody."""
    for step in (-1, 1):
        found: list[Token] = []
        for index in range(anchor + step, anchor + step * _REACH, step):
            if not 0 <= index < len(parsed.tokens) or index in quoted:
                break
            token = parsed.tokens[index]
            if token.pos == "PUNCT" and (found or step > 0):
                break
            if token.pos not in ("PUNCT", "ADV", "AUX"):
                found.append(token)
        if any(t.pos in ("PROPN", "NOUN", "PRON") for t in found):
            return frozenset(t.index for t in found)
    return frozenset()


def _verb_beside(parsed: Parsed, quotation: Quotation, inside: Indexes) -> Token | None:
    after = _scan(parsed, range(quotation.last, quotation.last + _REACH), inside, quotation.paragraph)
    if after is not None and _ends_open(parsed, quotation):
        return after
    before = _scan(parsed, range(quotation.first - 1, quotation.first - 1 - _REACH, -1), inside, quotation.paragraph)
    if before is not None and _introduces(parsed, before, quotation):
        return before
    near = after is not None and after.index - quotation.last <= 4
    return after if near and len(quotation.tokens) >= _LONG_QUOTATION else None


def _scan(parsed: Parsed, indexes: range, inside: Indexes, paragraph: int) -> Token | None:
    for index in indexes:
        if not 0 <= index < len(parsed.tokens) or parsed.tokens[index].paragraph != paragraph:
            return None
        token = parsed.tokens[index]
        if index in inside or token.text in _STOPS:
            return None
        if token.pos == "VERB" and _may_quote(token.lemma):
            return token
    return None


def _may_quote(lemma: str) -> bool:
    return lemma in QUOTING_EXTRA or VERBS.get(lemma, {}).get("that") not in (None, CueClass.INTENTION)


def _ends_open(parsed: Parsed, quotation: Quotation) -> bool:
    """Whether the quotation ends in a comma, question or the like, so that a cue must follow."""
    if quotation.last - 2 <= quotation.first:
        return False
    last = parsed.tokens[quotation.last - 2].text
    following = parsed.tokens[quotation.last].text if quotation.last < len(parsed.tokens) else ""
    return last in (",", "?", "!", "-", "–", "—", "...", "…") or following == ","


def _introduces(parsed: Parsed, verb: Token, quotation: Quotation) -> bool:
    """ "X said, "..." and "X said: "...", or a long quotation right behind the cue."""
    if quotation.first == 0:
        return False
    before = parsed.tokens[quotation.first - 1]
    beside = before.text in (",", ":", "—", "–", "-") or before.index == verb.index
    return beside or len(quotation.tokens) >= _LONG_QUOTATION


def _noun_beside(parsed: Parsed, quotation: Quotation, inside: Indexes) -> Token | None:
    """ "...," was one of X's nicer statements: a noun of speech with an owner as predicate of the quotation."""
    if quotation.last >= len(parsed.tokens) or len(quotation.tokens) < _LONG_QUOTATION:
        return None
    following = [i for i in range(quotation.last, min(quotation.last + 2, len(parsed.tokens))) if i not in inside]
    if not any(parsed.tokens[i].lemma == "be" for i in following):
        return None
    for index in range(quotation.last, min(quotation.last + _REACH, len(parsed.tokens))):
        token = parsed.tokens[index]
        if token.paragraph != quotation.paragraph or index in inside or token.text in _STOPS:
            return None
        if token.lemma in NOUNS and first_child(parsed, token, "poss") is not None:
            return token
    return None


def _quoting(parsed: Parsed, word: Token) -> Candidate:
    if word.pos == "NOUN":
        return Candidate(
            source=find_noun_source(parsed, word), cue=frozenset({word.index}), content=frozenset(), anchor=word.index,
            kind="that", cue_class=next(iter(NOUNS[word.lemma].values())),
        )  # fmt: skip
    source = find_verb_source(parsed, word)
    if not source:
        # An inverted subject after a lone quotation is often taken for an object: "..." said the minister.
        source = find_inverted_speaker(parsed, word)
    cue = frozenset(verb_group(parsed, word))
    cue_class = VERBS.get(word.lemma, {}).get("that", CueClass.SPEECH)
    return Candidate(
        source=source - cue, cue=cue, content=frozenset(), anchor=word.index, kind="that", cue_class=cue_class,
        negated=is_negated(parsed, word),
    )  # fmt: skip


def _stands_alone(parsed: Parsed, quotation: Quotation) -> bool:
    """Whether the quotation is a sentence of its own, not words quoted inside the author's sentence."""
    paragraph = parsed.paragraphs[quotation.paragraph]
    starts = quotation.first == paragraph.first or parsed.tokens[quotation.first - 1].text in _STOPS | {":"} | MARKS
    last = parsed.tokens[quotation.last - 2].text if quotation.last - 2 > quotation.first else ""
    return starts and (last in _STOPS or last in ("…", "...", "-", "—") or quotation.last == paragraph.last)


def _fills_paragraph(parsed: Parsed, quotation: Quotation) -> bool:
    paragraph = parsed.paragraphs[quotation.paragraph]
    return quotation.first == paragraph.first and quotation.last >= paragraph.last - 1
