"""Sentences of two texts that tell the same in other words, by the names, numbers and long words they share.

A view's aid, not evidence: it says where to look once a rewrite was found, never whether there is one.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rashomon.model.places import states_in

SENTENCE_END: Final = re.compile(r"\n\s*|[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])")
SHORTENED: Final = re.compile(r"\b(?:[A-Z]|Mrs?|Ms|[DS]r|St|Gen|Col|Lt|Sgt|Maj|Capt|Sen|Rep|Gov|Prof|No|vs|[ap]\.m)\Z")
"""What a full stop may follow within a sentence: an initial, "Mr", "Gen", "a.m"."""
INSIDE: Final = re.compile(r"(?<=[\w,;] )[^\W\d_]\w+(?:['’]\w+)*")
"""A word that does not open a sentence."""
TITLES: Final = frozenset("Mr Mrs Ms Dr".split())
TOKEN: Final = re.compile(r"\w+(?:[.,]\d+)*(?:['’]\w+)*")
NUMBER_WORDS: Final = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
COMMON_WORDS: Final = frozenset(
    "about after again along among before being between could during every other others should their there these those "
    "through under until where which while within without would".split()
)
STEM_LETTERS: Final = 6
LONG_WORD: Final = 5
FEWEST_SENTENCES: Final = 24
"""Rarity is measured as in at least so many sentences: in two short texts everything would be common."""
MOST_SENTENCES: Final = 80
MOST_CHARACTERS: Final = 40_000
LONGEST_SENTENCE: Final = 1_000
NAMED_WEIGHT: Final = 2.0
LEAST_WEIGHT: Final = 6.0
"""About two rare names, or one and three rare words: less is shared by chance."""
LEAST_LIKENESS: Final = 0.15
"""Twice what two sentences share against all they speak of, by weight."""

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePair:
    """A sentence start..end of the later text and the one at..at_end of the earlier text that tells the same.

    `marks` and `marks_there` are where what both share stands; `weight` is larger the rarer that is.
    """

    start: int
    end: int
    at: int
    at_end: int
    marks: Spans
    marks_there: Spans
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence and where each of its features stands; a feature is a name, a number or the stem of a long word."""

    start: int
    end: int
    features: Mapping[str, Spans]


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each sentence, white space left out; a sentence without an end is cut."""
    bounds, start = [0], 0
    for match in SENTENCE_END.finditer(text):
        shortened = text[match.start()] == "." and SHORTENED.search(text, max(start, match.start() - 6), match.start())
        if not shortened:
            start = match.end()
            bounds.append(start)
    bounds.append(len(text))
    found = []
    for first, last in pairwise(bounds):
        for at in range(first, last, LONGEST_SENTENCE):
            piece = text[at : min(last, at + LONGEST_SENTENCE)]
            bare = piece.strip()
            if bare:
                begin = at + len(piece) - len(piece.lstrip())
                found.append((begin, begin + len(bare)))
    return tuple(found)


def align_sentences(later: str, earlier: str) -> tuple[SentencePair, ...]:
    """Return the sentences of the later text that have a counterpart in the earlier one, each with its best, in order.

    A pair needs a name or a number in common, LEAST_WEIGHT and LEAST_LIKENESS. A sentence of the earlier text
    may serve twice: a rewrite may spread one sentence over two. Only the first MOST_SENTENCES sentences of each text
    are looked at.
    """
    names = _list_names(later) | _list_names(earlier)
    mine, theirs = _read_sentences(later, names), _read_sentences(earlier, names)
    counts = Counter(feature for sentence in (*mine, *theirs) for feature in sentence.features)
    total = max(FEWEST_SENTENCES, len(mine) + len(theirs))
    weights = {
        feature: (NAMED_WEIGHT if feature[0] in "#@" else 1.0) * (math.log(total / count) + 0.2)
        for feature, count in counts.items()
    }
    pairs = (_find_counterpart(sentence, theirs, weights) for sentence in mine)
    return tuple(pair for pair in pairs if pair is not None)


def _find_counterpart(
    sentence: _Sentence, others: Sequence[_Sentence], weights: Mapping[str, float]
) -> SentencePair | None:
    best: SentencePair | None = None
    nearest = 0.0
    own = math.fsum(weights[feature] for feature in sentence.features)
    for other in others:
        common = [feature for feature in sentence.features if feature in other.features]
        weight = math.fsum(weights[feature] for feature in common)
        if weight < LEAST_WEIGHT or not any(feature[0] in "#@" for feature in common):
            continue
        # The longest sentence shares something with every other: what it has beyond that speaks against it.
        likeness = 2 * weight / (own + math.fsum(weights[feature] for feature in other.features))
        if likeness >= LEAST_LIKENESS and weight * likeness > nearest:
            nearest = weight * likeness
            best = SentencePair(
                start=sentence.start,
                end=sentence.end,
                at=other.start,
                at_end=other.end,
                marks=_gather(sentence, common),
                marks_there=_gather(other, common),
                weight=weight,
            )
    return best


def _gather(sentence: _Sentence, features: Sequence[str]) -> Spans:
    return tuple(sorted({span for feature in features for span in sentence.features[feature]}))


def _list_names(text: str) -> frozenset[str]:
    """Return the folded words that stand with a capital inside a sentence: a capital at its beginning says nothing."""
    words = (match.group() for match in INSIDE.finditer(text[:MOST_CHARACTERS]))
    return frozenset(_fold(word) for word in words if word[0].isupper() and word not in TITLES)


def _read_sentences(text: str, names: frozenset[str]) -> tuple[_Sentence, ...]:
    head = text[:MOST_CHARACTERS]
    return tuple(
        _Sentence(start=start, end=end, features=_read_features(head, start, end, names))
        for start, end in split_sentences(head)[:MOST_SENTENCES]
    )


def _read_features(text: str, start: int, end: int, names: frozenset[str]) -> dict[str, Spans]:
    """Return the features of one sentence: "@" begins a name, "#" a number, "~" a long word."""
    found: dict[str, list[tuple[int, int]]] = {}
    reached = start
    states = {start + at: (start + to, state) for at, to, state in states_in(text[start:end])}
    for match in TOKEN.finditer(text, start, end):
        if match.start() < reached:
            continue
        stop = match.end()
        if match.start() in states:
            stop, state = states[match.start()]
            feature = f"@{state}"
        else:
            feature = _name_feature(_fold(match.group()), names)
        reached = stop
        if feature:
            found.setdefault(feature, []).append((match.start(), stop))
    return {feature: tuple(spans) for feature, spans in found.items()}


def _name_feature(folded: str, names: frozenset[str]) -> str:
    if folded[:1].isdigit() or folded in NUMBER_WORDS:
        return "#" + NUMBER_WORDS.get(folded, folded.replace(",", ""))
    if folded in names:
        return "@" + folded
    return "~" + folded[:STEM_LETTERS] if len(folded) >= LONG_WORD and folded not in COMMON_WORDS else ""


def _fold(word: str) -> str:
    return re.sub(r"['’]s?\Z", "", word.casefold())
