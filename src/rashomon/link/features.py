"""What a text speaks of, apart from its wording: names, numbers and stems of content words, in reading order.

Two tellings of one story share these, and in the same order, even where hardly a phrase is shared.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from rashomon.link.sentences import split_sentences
from rashomon.link.stop_words import STOP_WORDS
from rashomon.link.synonyms import GROUPS
from rashomon.model.places import states_in

_WORD: Final = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:['’][^\W_]+)*")
_NUMBER_LIST: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty
"""
_NUMBERS: Final = {word: str(value) for value, word in enumerate(_NUMBER_LIST.split())}
_TENS: Final = {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
}
_ENDINGS: Final = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "ers", "er", "es", "ly", "s")
_STEM_LETTERS: Final = 6
NAME: Final = "N"
NUMBER: Final = "#"
PLAIN: Final = "w"


@dataclass(frozen=True, slots=True, order=True)
class Feature:
    """One thing spoken of: its kind (a name, a number or a plain word) and its normal form."""

    kind: str
    form: str


def read_features(text: str) -> tuple[Feature, ...]:
    """Return each feature of a text once, in order of first appearance; demonyms and capitals become their state."""
    found: dict[Feature, None] = {}
    states = {start: (end, state) for start, end, state in states_in(text)}
    skip_to, before = 0, ""
    names: set[str] = set()
    for match in _WORD.finditer(text):
        if match.start() < skip_to:
            continue
        if match.start() in states:
            skip_to, state = states[match.start()]
            found[Feature(NAME, state)] = None
            continue
        before = text[max(0, match.start() - 3) : match.start()].rstrip(" \t\"'“‘(")
        feature = _read_word(match[0], opens_sentence=not before or before[-1] in ".!?:\n—")
        if feature is not None:
            found[feature] = None
            if feature.kind == NAME:
                names.add(feature.form)
    # A name at the beginning of a sentence looks like a plain word; it is a name if it is one elsewhere in the text.
    return tuple(dict.fromkeys(Feature(NAME, feature.form) if feature.form in names else feature for feature in found))


def read_outline(text: str) -> tuple[frozenset[Feature], ...]:
    """Return the features of each sentence of a text; synonyms are one feature, so that rewording hides less."""
    sentences = [read_features(text[sentence.start : sentence.end]) for sentence in split_sentences(text)]
    names = {feature.form for sentence in sentences for feature in sentence if feature.kind == NAME}
    return tuple(frozenset(_join_synonyms(feature, names) for feature in sentence) for sentence in sentences)


@lru_cache(maxsize=1 << 16)
def stem_word(word: str) -> str:
    """Return the first letters of a folded word without its ending: enough to join believe, believes and believing."""
    word = re.sub(r"['’]s?$", "", word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:_STEM_LETTERS].rstrip("e")


def _read_word(word: str, *, opens_sentence: bool) -> Feature | None:
    folded = word.casefold()
    if word[0].isdigit():
        return Feature(NUMBER, folded.replace(",", ""))
    if folded in _NUMBERS or folded in _TENS:
        value = _NUMBERS.get(folded) or _TENS[folded]
        # "one" and "two" are said of anything.
        return Feature(NUMBER, value) if value not in ("0", "1", "2") else None
    if folded in STOP_WORDS or len(folded) < 3:
        return None
    return Feature(NAME if word[0].isupper() and not opens_sentence else PLAIN, stem_word(folded))


def _join_synonyms(feature: Feature, names: set[str]) -> Feature:
    """Return what stands for all words of the feature's group; titles ("Minister") are no names of anybody."""
    if feature.kind == PLAIN and feature.form in names:
        return Feature(NAME, feature.form)
    group = _SYNONYMS.get(feature.form) if feature.kind != NUMBER else None
    return Feature(PLAIN, group) if group else feature


def _read_synonyms() -> Mapping[str, str]:
    """Return the stem of every word of the thesaurus with the name of its group; the first group keeps a word."""
    stems: dict[str, str] = {}
    for words in map(str.split, GROUPS.strip().split("\n")):
        for word in words:
            # The mark keeps a group from being taken for a stem of the same letters.
            stems.setdefault(stem_word(word), "=" + words[0])
    return MappingProxyType(stems)


_SYNONYMS: Final = _read_synonyms()
