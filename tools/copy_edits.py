"""Known ways to make one report from another: what finding copies is measured on.

A text is a sequence of paragraphs; a word is what stands between white space. All chance comes from the generator
handed in, so the same seed gives the same edits.
"""

import random
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

_SENTENCE_END: Final = re.compile(r"(?<=[.!?]) +")

Text = tuple[str, ...]


class Kind(StrEnum):
    """How a report came to be. INSERTED holds a passage of an unrelated one; ALIKE is of an event told before."""

    ORIGINAL = "original"
    ALIKE = "alike"
    VERBATIM = "verbatim"
    CUT = "cut"
    NEW_LEAD = "new_lead"
    EDITS_LIGHT = "edits_light"
    EDITS_HEAVY = "edits_heavy"
    REORDERED = "reordered"
    MIXED = "mixed"
    INSERTED = "inserted"
    PARAPHRASE = "paraphrase"


COPIES: Final = (
    Kind.VERBATIM,
    Kind.CUT,
    Kind.NEW_LEAD,
    Kind.EDITS_LIGHT,
    Kind.EDITS_HEAVY,
    Kind.REORDERED,
    Kind.MIXED,
)
LIGHT: Final = (0.03, 0.12)
HEAVY: Final = (0.25, 0.40)
KEPT: Final = (0.30, 0.70)
LEAD_WORDS: Final = (40, 80)
PASSAGE_WORDS: Final = (10, 80)


def count_words(text: Sequence[str]) -> int:
    """Return the number of words of all paragraphs."""
    return sum(len(paragraph.split()) for paragraph in text)


def cut_text(text: Sequence[str], chance: random.Random) -> Text:
    """Return 30 to 70 % of the words: mostly the beginning, as desks cut, else sentences from all over."""
    share = chance.uniform(*KEPT)
    if chance.random() < 0.7:
        return _take_words(text, round(share * count_words(text)))
    return _take_sentences(text, share, chance)


def edit_words(text: Sequence[str], rate: float, fresh: Sequence[str], chance: random.Random) -> Text:
    """Return the text with that share of its words edited, evenly spread.

    Half of the edits put a word of `fresh` in a word's place, a quarter drop the word, a quarter add one behind it.
    """
    total = count_words(text)
    chosen = set(chance.sample(range(total), round(rate * total)))
    edited, at = [], 0
    for paragraph in text:
        kept: list[str] = []
        for word in paragraph.split():
            action = chance.random() if at in chosen else 1.0
            at += 1
            if action < 0.5:
                kept.append(_pick_other(word, fresh, chance))
            elif action < 0.75:
                kept += (word, chance.choice(fresh))
            elif action == 1.0:
                kept.append(word)
        if kept:
            edited.append(" ".join(kept))
    return tuple(edited)


def shuffle_paragraphs(text: Sequence[str], chance: random.Random) -> Text:
    """Return the paragraphs in another order. Raises ValueError where they have no other one."""
    if len(set(text)) < 2:
        raise ValueError("a text of one paragraph has no other order")
    shuffled = list(text)
    while shuffled == list(text):
        chance.shuffle(shuffled)
    return tuple(shuffled)


def take_passage(text: Sequence[str], chance: random.Random) -> str:
    """Return 10 to 80 words that follow one another within a paragraph (fewer where no paragraph has so many)."""
    longest = max(len(paragraph.split()) for paragraph in text)
    length = min(longest, chance.randint(*PASSAGE_WORDS))
    words = chance.choice([words for paragraph in text if len(words := paragraph.split()) >= length])
    start = chance.randint(0, len(words) - length)
    return " ".join(words[start : start + length])


def insert_passage(text: Sequence[str], passage: str, chance: random.Random) -> Text:
    """Return the text with the passage behind one of its paragraphs' words."""
    at = chance.randrange(len(text))
    return (*text[:at], f"{text[at]} {passage}", *text[at + 1 :])


def _take_words(text: Sequence[str], wanted: int) -> Text:
    """Return so many of the first words."""
    taken: list[str] = []
    for paragraph in text:
        words = paragraph.split()[:wanted]
        wanted -= len(words)
        taken.append(" ".join(words))
        if wanted <= 0:
            break
    return tuple(taken)


def _take_sentences(text: Sequence[str], share: float, chance: random.Random) -> Text:
    """Return that share of the sentences, by their words; the last one chosen may be cut short."""
    sentences = [(at, words.split()) for at, one in enumerate(text) for words in _SENTENCE_END.split(one)]
    left = round(share * count_words(text))
    kept: dict[int, list[str]] = {}
    for number in chance.sample(range(len(sentences)), len(sentences)):
        kept[number] = sentences[number][1][:left]
        left -= len(kept[number])
        if left <= 0:
            break
    paragraphs: dict[int, list[str]] = {}
    for number in sorted(kept):
        paragraphs.setdefault(sentences[number][0], []).extend(kept[number])
    return tuple(" ".join(words) for words in paragraphs.values())


def _pick_other(word: str, fresh: Sequence[str], chance: random.Random) -> str:
    for _ in range(20):
        other = chance.choice(fresh)
        if other.casefold() != word.casefold():
            return other
    raise ValueError("no other word to put in a word's place")
