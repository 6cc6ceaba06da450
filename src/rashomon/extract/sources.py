"""Who a source is, within one document: "he", "the ministry" and bare surnames to the fullest name given before.

Only the name is resolved; the spans stay where the words stand. Whether two documents mean the same speaker is decided
by a later stage.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.candidate import Candidate, Indexes
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children, first_child, head_of, subtree

_TITLES = frozenset("mr. mrs. ms. mr mrs ms dr. dr sir".split())
_ONE = frozenset({"he", "she", "him", "her", "his"})
_GROUP = frozenset({"they", "them", "their", "it", "its"})
_SPEAKER = frozenset({"i", "we", "me", "us", "my", "our"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_NAME_DEPS = frozenset({"compound", "flat", "nmod"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
# A pronoun seldom reaches further back than this many sentences.
_REACH_SENTENCES = 6
_REACH_SPEAKERS = 40
_OUTER_SPANS = frozenset({"appos", "relcl", "acl", "punct", "advcl", "cc", "preconj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A name in the text, at its head token; `role` is the common noun it was introduced with ("spokeswoman")."""

    index: int
    text: str
    role: str
    subject: bool


class _Names:
    """The names of a document, looked up by last word, by role or word, and by place."""

    def __init__(self, names: Iterable[_Name]) -> None:
        self._first_full: dict[str, _Name] = {}
        self._bearers: dict[str, list[_Name]] = {}
        self._subjects: list[_Name] = []
        for name in names:
            words = name.text.lower().split()
            for size in range(1, len(words)):
                self._first_full.setdefault(" ".join(words[-size:]), name)
            for word in {name.role, *words} - {""}:
                self._bearers.setdefault(word, []).append(name)
            if name.subject:
                self._subjects.append(name)

    def fullest(self, name: str, before: int) -> str:
        """The first longer name that ends in this one ("White" to "Anna Richardson White"), if it came before."""
        known = self._first_full.get(name.lower())
        return known.text if known is not None and known.index < before else name

    def subject_before(self, index: int) -> _Name | None:
        """The last name before a token that was the subject of its clause."""
        at = bisect_left(self._subjects, index, key=lambda name: name.index)
        return self._subjects[at - 1] if at else None

    def bearer_before(self, word: str, index: int) -> _Name | None:
        """The last name before a token that holds a word or was introduced with it."""
        known = self._bearers.get(word, [])
        at = bisect_left(known, index, key=lambda name: name.index)
        return known[at - 1] if at else None


def resolve_sources(parsed: Parsed, candidates: Sequence[Candidate], parents: Sequence[int | None]) -> list[str]:
    """The name of each candidate's source; "" where it has none, its own words where nothing better is known."""
    names = _Names(_find_names(parsed))
    resolved: list[str] = [""] * len(candidates)
    # Outer attributions first: "I" within a quotation is whoever is quoted.
    for position in sorted(range(len(candidates)), key=lambda p: _depth(parents, p)):
        source = candidates[position].source
        if source:
            parent = parents[position]
            speaker = resolved[parent] if parent is not None else ""
            resolved[position] = _resolve(parsed, source, names, _Around(candidates, resolved, position, speaker))
    return resolved


@dataclass(frozen=True, slots=True)
class _Around:
    candidates: Sequence[Candidate]
    resolved: Sequence[str]
    position: int
    speaker: str


def _depth(parents: Sequence[int | None], position: int) -> int:
    depth, at = 0, parents[position]
    while at is not None and depth <= len(parents):
        depth, at = depth + 1, parents[at]
    return depth


def _resolve(parsed: Parsed, source: Indexes, names: _Names, around: _Around) -> str:
    head = _head(parsed, source)
    word = head.text.lower()
    if word in _SPEAKER:
        return around.speaker or _words(parsed, source)
    if word in _RELATIVE and head.pos in ("PRON", "DET", "SCONJ"):
        return _antecedent_of_relative(parsed, head, names) or _words(parsed, source)
    if word in _ONE or word in _GROUP:
        return _antecedent_of_pronoun(parsed, head, names, around) or _words(parsed, source)
    if head.pos == "PROPN":
        return names.fullest(_name_at(parsed, head), head.index)
    named = _apposed_name(parsed, head, source)
    if named is not None:
        return names.fullest(_name_at(parsed, named), head.index)
    first = parsed.tokens[min(source)].text.lower()
    if first in _DEFINITE:
        return _earlier_bearer(parsed, head, names) or _words(parsed, source)
    return _words(parsed, source)


def _head(parsed: Parsed, source: Indexes) -> Token:
    heads = [parsed.tokens[i] for i in sorted(source) if parsed.tokens[i].head not in source]
    return max(heads, key=lambda t: (t.pos != "PUNCT", t.right - t.left, -t.index))


def _find_names(parsed: Parsed) -> Iterator[_Name]:
    for token in parsed.tokens:
        if token.pos != "PROPN" or token.dep in _NAME_DEPS:
            continue
        head = head_of(parsed, token)
        role = next((c.lemma for c in children(parsed, token, "compound") if c.pos == "NOUN"), "")
        if head is not None and token.dep == "appos" and head.pos == "NOUN":
            role = head.lemma
        for child in children(parsed, token, "appos"):
            role = role or child.lemma
        yield _Name(
            index=token.index, text=_name_at(parsed, token), role=role, subject=token.dep in ("nsubj", "nsubjpass")
        )


def _name_at(parsed: Parsed, head: Token) -> str:
    """The run of name words around a head: "Anna Richardson White", "the Ministry of Defence" without its article."""
    first = head.index
    while first > 0 and _is_name_word(parsed, first - 1, head):
        first -= 1
    while first < head.index and parsed.tokens[first].text.lower() in _TITLES:
        first += 1
    last = head
    for prep in children(parsed, head, "prep"):
        item = first_child(parsed, prep, "pobj")
        follows = prep.text.lower() in ("of", "for") and prep.index == head.index + 1
        if follows and item is not None and item.pos == "PROPN":
            last = item
    return " ".join(parsed.quote(parsed.tokens[first].start, last.end).split())


def _is_name_word(parsed: Parsed, index: int, head: Token) -> bool:
    token = parsed.tokens[index]
    if token.sentence != head.sentence:
        return False
    adjective = token.dep in ("amod", "nmod") and token.text[:1].isupper() and token.head == head.index
    return (token.pos == "PROPN" and token.dep in _NAME_DEPS) or adjective


def _apposed_name(parsed: Parsed, head: Token, source: Indexes) -> Token | None:
    for child in children(parsed, head, "appos"):
        if child.pos == "PROPN" and child.index in source:
            return child
    return None


def _antecedent_of_relative(parsed: Parsed, pronoun: Token, names: _Names) -> str:
    at = head_of(parsed, pronoun)
    while at is not None and at.dep != "relcl":
        at = head_of(parsed, at)
    noun = head_of(parsed, at) if at is not None else None
    if noun is None:
        return ""
    if noun.pos == "PROPN":
        return names.fullest(_name_at(parsed, noun), noun.index)
    inner = subtree(parsed, at) if at is not None else set()
    return _words(parsed, frozenset(subtree(parsed, noun) - inner))


def _antecedent_of_pronoun(parsed: Parsed, pronoun: Token, names: _Names, around: _Around) -> str:
    """The nearest subject name just before the pronoun, else the last speaker if one spoke nearby."""
    last = _last_speaker(parsed, pronoun, around)
    subject = names.subject_before(pronoun.index)
    distance = pronoun.sentence - parsed.tokens[subject.index].sentence if subject is not None else _REACH_SENTENCES
    if subject is not None and (distance <= 1 or (distance <= 2 and not last)):
        return names.fullest(subject.text, pronoun.index)
    return last


def _last_speaker(parsed: Parsed, pronoun: Token, around: _Around) -> str:
    own = around.candidates[around.position]
    unnamed = ""
    for position in range(around.position - 1, max(-1, around.position - 1 - _REACH_SPEAKERS), -1):
        candidate, name = around.candidates[position], around.resolved[position]
        if pronoun.sentence - parsed.tokens[candidate.anchor].sentence > _REACH_SENTENCES:
            break
        if not name or own.anchor in candidate.content or max(candidate.source) >= pronoun.index:
            continue
        if name[:1].isupper():
            return name
        unnamed = unnamed or name
    return unnamed


def _earlier_bearer(parsed: Parsed, head: Token, names: _Names) -> str:
    """ "the ministry" to "Foreign Ministry"; "the spokeswoman" to the name that was given with that role."""
    name = names.bearer_before(head.lemma, head.index)
    return name.text if name is not None else ""


def _words(parsed: Parsed, source: Indexes) -> str:
    """The source's own words without clauses that describe it and without a leading article."""
    head = _head(parsed, source)
    outer: set[int] = set()
    for child in children(parsed, head, *_OUTER_SPANS):
        if child.dep not in ("cc",) and child.index > head.index:
            outer |= subtree(parsed, child)
    kept = sorted(source - outer) or sorted(source)
    while len(kept) > 1 and parsed.tokens[kept[0]].text.lower() in ("the", "a", "an", ",", "by"):
        kept.pop(0)
    while len(kept) > 1 and (parsed.tokens[kept[-1]].pos == "PUNCT" or parsed.tokens[kept[-1]].text in _POSSESSIVES):
        kept.pop()
    return " ".join(parsed.quote(parsed.tokens[kept[0]].start, parsed.tokens[kept[-1]].end).split())
