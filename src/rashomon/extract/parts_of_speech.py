"""Parts of speech from the tags of spaCy's pipeline, by the pipeline's own table, without its matcher.

The attribute ruler of the small English pipeline takes a third of the time of a parse: a general matcher over patterns
that ask for a tag, a word or a dependency of one token, rarely of two. Here they are looked up by their first token.
The result is the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

_MOST_LEMMAS: Final = 200_000
"""A stream of made-up words must not fill the memory."""
_ASKED: Final = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a pattern asks of one token; an empty set asks nothing. `not_tags`, `not_deps` are what it must not have."""

    tags: frozenset[int]
    words: frozenset[int]
    deps: frozenset[int]
    not_tags: frozenset[int]
    not_deps: frozenset[int]
    shape: re.Pattern[str] | None
    space: bool | None

    def fits(self, token: Token) -> bool:
        return (
            (not self.tags or token.tag in self.tags)
            and (not self.words or token.lower in self.words)
            and (not self.deps or token.dep in self.deps)
            and token.tag not in self.not_tags
            and token.dep not in self.not_deps
            and (self.space is None or token.is_space is self.space)
            and (self.shape is None or self.shape.search(token.lower_) is not None)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A pattern and what it sets at its token `index`; of rules that fit the one with the highest order is the last."""

    order: int
    asked: tuple[_Asked, ...]
    index: int
    part: str
    lemma: str
    morph: str


class PartsOfSpeech:
    """Sets `pos`, `lemma` and `morph` of every token as the attribute ruler with its patterns would.

    `patterns` are those of `AttributeRuler.patterns`. One that begins with a spelling rather than a word ("nothin'",
    "y'all") cannot be looked up and is left out. Raises ValueError where one asks for something else than tag,
    lower-case word, dependency or white space.
    """

    def __init__(self, vocab: Vocab, patterns: Sequence[Mapping[str, Any]]) -> None:
        self._by_tag: dict[int, list[_Rule]] = {}
        self._by_word: dict[int, list[_Rule]] = {}
        self._by_dep: dict[int, list[_Rule]] = {}
        self._spaces: list[_Rule] = []
        for order, entry in enumerate(patterns):
            for pattern in entry["patterns"]:
                rule = _read_rule(vocab, order, pattern, entry)
                if rule.part or rule.lemma or rule.morph:
                    self._keep(rule)

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, lemma and morphology of a tagged and parsed text, in place, and return it."""
        found: list[tuple[int, int, _Rule]] = []
        for token in doc:
            for rules in (
                self._by_tag.get(token.tag, ()),
                self._by_word.get(token.lower, ()),
                self._by_dep.get(token.dep, ()),
                self._spaces if token.is_space else (),
            ):
                found += [(rule.order, token.i, rule) for rule in rules if _fits(rule, doc, token.i)]
        # A later pattern overrules an earlier one wherever in the text both fit.
        for _, at, rule in sorted(found, key=lambda match: match[:2]):
            _apply(rule, doc[at + rule.index])
        return doc

    def _keep(self, rule: _Rule) -> None:
        first = rule.asked[0]
        for table, keys in ((self._by_word, first.words), (self._by_tag, first.tags), (self._by_dep, first.deps)):
            if keys:
                for key in keys:
                    table.setdefault(key, []).append(rule)
                return
        if first.space:
            self._spaces.append(rule)


class Lemmas:
    """Sets `lemma` as spaCy's rule lemmatizer does, asking it once for each word.

    The lemmatizer looks at a word, its part of speech and its morphology alone, so what it said of one token it says of
    every other with the same three.
    """

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, int, str], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token that has none, in place, and return the text."""
        for token in doc:
            if token.lemma:
                continue
            key = (token.orth, token.pos, str(token.morph))
            known = self._known.get(key)
            if known is None:
                token.lemma_ = self._lemmatizer.lemmatize(token)[0]
                if len(self._known) < _MOST_LEMMAS:
                    self._known[key] = token.lemma
            else:
                token.lemma = known
        return doc


def _fits(rule: _Rule, doc: Doc, at: int) -> bool:
    if at + len(rule.asked) > len(doc):
        return False
    return all(asked.fits(doc[at + number]) for number, asked in enumerate(rule.asked))


def _apply(rule: _Rule, token: Token) -> None:
    if rule.part:
        token.pos_ = rule.part
    if rule.lemma:
        token.lemma_ = rule.lemma
    if rule.morph:
        token.set_morph(rule.morph)  # type: ignore[attr-defined]  # missing in spaCy's stub


def _read_rule(vocab: Vocab, order: int, pattern: Sequence[Mapping[str, Any]], entry: Mapping[str, Any]) -> _Rule:
    for asked in pattern:
        if not set(asked) <= _ASKED:
            raise ValueError(f"pattern {order} of the attribute ruler asks for something else: {asked}")
    attributes = entry["attrs"]
    return _Rule(
        order=order,
        asked=tuple(_read_asked(vocab, asked) for asked in pattern),
        index=int(entry["index"]),
        part=str(attributes.get("POS", "")),
        lemma=str(attributes.get("LEMMA", "")),
        morph=str(attributes.get("MORPH", "")),
    )


def _read_asked(vocab: Vocab, asked: Mapping[str, Any]) -> _Asked:
    lower = asked.get("LOWER")
    shape = lower.get("REGEX") if isinstance(lower, Mapping) else None
    return _Asked(
        tags=_hashes(vocab, asked.get("TAG")),
        not_tags=_hashes(vocab, asked.get("TAG"), among="NOT_IN"),
        not_deps=_hashes(vocab, asked.get("DEP"), among="NOT_IN"),
        words=_hashes(vocab, None if shape else lower),
        deps=_hashes(vocab, asked.get("DEP")),
        shape=re.compile(shape) if shape else None,
        space=asked.get("IS_SPACE"),
    )


def _hashes(vocab: Vocab, value: str | Mapping[str, Sequence[str]] | None, *, among: str = "IN") -> frozenset[int]:
    if isinstance(value, str):
        words: Sequence[str] = [value] if among == "IN" else []
    else:
        words = value.get(among, []) if value is not None else []
    return frozenset(vocab.strings.add(word) for word in words)
