"""Reports to make copies of: invented news of any amount, for measuring what finds copies.

Sentences keep the frame of sentences that this repository ships (its own texts: function words, common words,
punctuation); their content words, names and numbers are drawn anew. Content words follow a Zipf-Mandelbrot law over
real words, the commoner first, and invented ones; a story repeats its own words, names and numbers. Like real reports,
unrelated ones share stock phrases and little else.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from figures import ROOT
from rashomon.link.sentences import split_sentences

KEPT_WORDS: Final = 450
INVENTED_WORDS: Final = 40_000
_LANGUAGE_SEED: Final = 1729
_OFFSET: Final = 30.0
_EXPONENT: Final = 1.0
_BLOCK: Final = 8192
# How much of a report's content words, and of its names and numbers, are its story's.
_OWN_WORDS: Final = 0.35
_OWN_NAMES: Final = 0.85
# Of a frame's own words no more than so many stand in a row: a frame is used again and again.
_LONGEST_RUN: Final = 4
_STOCK_SHARE: Final = 0.012
_TOKEN: Final = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
_ENDINGS: Final = ("ing", "ed", "ly", "s")
_NAME: Final = "NAME"
_NUMBER: Final = "NUMBER"
_ONSETS: Final = "b br c ch d dr f g gr h j k kl l m n p pr r s sh st t tr v w z".split()
_VOWELS: Final = "a e i o u ai ea ia io".split()
_CODAS: Final = ["", "", "", "l", "m", "n", "nd", "r", "rk", "s", "st", "t", "x"]
_STOCK: Final = """
according to people familiar with the matter
speaking on condition of anonymity because they were not authorised to talk to reporters
did not immediately respond to a request for comment
said in a statement released late on the same evening
it was not immediately clear who was behind it
at least a dozen people were taken to hospital
for the first time in more than a decade
in the early hours of the morning
the cause of the fire was still under investigation
could not be independently verified by this newspaper
amid growing concern over the state of the economy
calling for an immediate end to the fighting
as part of an agreement reached earlier this year
a spokesman for the ministry of foreign affairs said
on the sidelines of a meeting of heads of state
no one has claimed responsibility for the attack
which has denied any involvement in the matter
in what officials described as a routine operation
the highest level since records began
a person with knowledge of the talks said
declined to comment when reached by telephone
the two sides have accused each other of breaking the truce
hundreds of thousands of people have been forced from their homes
in line with what analysts had expected
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One shipped sentence with its content taken out: `literals` has one more element than `slots`."""

    literals: tuple[str, ...]
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What one event's reports speak of."""

    words: tuple[str, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]


def read_shipped_texts() -> tuple[str, ...]:
    """Return the texts this repository ships for training, benchmarks and examples; known copies are left out."""
    texts: list[str] = []
    for path in ("training/texts.jsonl", "benchmarks/attribution/out-of-domain.jsonl", "examples/moscow/reports.jsonl"):
        texts += [json.loads(line)["text"] for line in (ROOT / path).read_text("utf-8").splitlines() if line.strip()]
    for case in sorted((ROOT / "benchmarks" / "cases").glob("*.json")):
        texts += [one["text"] for one in json.loads(case.read_text("utf-8"))["reports"] if not one.get("copy_of")]
    return tuple(dict.fromkeys(texts))


def leave_alike_out(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts but those a tenth of whose runs of four words stand in an earlier one: relations of theirs."""
    held: set[tuple[str, ...]] = set()
    kept = []
    for text in texts:
        words = [token[0].casefold() for token in _TOKEN.finditer(text)]
        runs = set(zip(*(words[at:] for at in range(4)), strict=False))
        if len(runs & held) <= 0.1 * len(runs):
            kept.append(text)
        held |= runs
    return tuple(kept)


class Writer:
    """Writes reports; the same seed writes the same ones. `texts` are what sentences take their frames from."""

    def __init__(self, seed: int, texts: Sequence[str]) -> None:
        self.random = random.Random(seed)
        kept = _list_common_words(texts)
        self._frames = tuple(_read_frames(texts, kept))
        language = random.Random(_LANGUAGE_SEED)
        self._words = {end: _Urn(words, self.random) for end, words in _group_by_ending(_list_words(language, kept))}
        self._people = tuple(_invent(language, 2).title() for _ in range(INVENTED_WORDS))
        self._places = tuple(_invent(language, 2).title() for _ in range(INVENTED_WORDS // 4))
        self._stock = tuple(_STOCK.strip().split("\n"))

    def begin_story(self) -> Story:
        """Return what a new event's reports will speak of."""
        pick = self.random.choice
        people = [self.invent_person() for _ in range(4)]
        names = [*people, *(person.split()[1] for person in people), *(pick(self._places) for _ in range(4))]
        return Story(
            words=tuple(self._words[""].draw() for _ in range(40)),
            names=tuple(names),
            numbers=tuple(self._draw_number() for _ in range(8)),
        )

    def write_paragraph(self, story: Story, least: int) -> str:
        """Return sentences of at least so many words in all."""
        sentences, words = [], 0
        while words < least:
            sentence = self.write_sentence(story)
            sentences.append(sentence)
            words += sentence.count(" ") + 1
        return " ".join(sentences)

    def write_sentence(self, story: Story) -> str:
        """Return one sentence of a story."""
        frame = self.random.choice(self._frames)
        parts = [frame.literals[0]]
        for slot, literal in zip(frame.slots, frame.literals[1:], strict=True):
            parts += (self._fill(slot, story), literal)
        sentence = "".join(parts)
        if self.random.random() < _STOCK_SHARE:
            sentence = f"{sentence[:-1]}, {self.random.choice(self._stock)}."
        return sentence[0].upper() + sentence[1:]

    def draw_words(self, count: int) -> list[str]:
        """Return words as often as running text has them, function words included."""
        words: list[str] = []
        while len(words) < count:
            words += self.write_sentence(self.begin_story()).split()
        self.random.shuffle(words)
        return words[:count]

    def invent_name(self) -> str:
        """Return a name nobody is likely to bear."""
        return self.random.choice(self._places)

    def invent_person(self) -> str:
        """Return a first and a last name."""
        return f"{self.random.choice(self._people)} {self.random.choice(self._people)}"

    def _fill(self, slot: str, story: Story) -> str:
        chance = self.random.random()
        if slot == _NAME:
            if chance < _OWN_NAMES:
                return story.names[int(len(story.names) * chance / _OWN_NAMES)]
            return self.random.choice(self._people)
        if slot == _NUMBER:
            if chance < _OWN_NAMES:
                return story.numbers[int(len(story.numbers) * chance / _OWN_NAMES)]
            return self._draw_number()
        if chance < _OWN_WORDS:
            # A power, so that the first words of a story are its commonest.
            return story.words[int(len(story.words) * (chance / _OWN_WORDS) ** 1.5)]
        return self._words[slot].draw()

    def _draw_number(self) -> str:
        return str(int(10 ** self.random.uniform(0.5, 4)))


class _Urn:
    """Words drawn with the frequencies of a Zipf-Mandelbrot law, a block at a time."""

    def __init__(self, words: Sequence[tuple[int, str]], source: random.Random) -> None:
        self._words = [word for _, word in words]
        self._weights = list(accumulate((rank + _OFFSET) ** -_EXPONENT for rank, _ in words))
        self._random = source
        self._drawn: list[str] = []

    def draw(self) -> str:
        if not self._drawn:
            self._drawn = self._random.choices(self._words, cum_weights=self._weights, k=_BLOCK)
        return self._drawn.pop()


def _list_common_words(texts: Sequence[str]) -> frozenset[str]:
    counts = Counter(token[0].casefold() for text in texts for token in _TOKEN.finditer(text))
    return frozenset(word for word, _ in counts.most_common(KEPT_WORDS))


def _read_frames(texts: Sequence[str], kept: frozenset[str]) -> Iterator[Frame]:
    for text in texts:
        for span in split_sentences(text):
            sentence = " ".join(text[span.start : span.end].split())
            # Quotation marks must pair; a frame's may not.
            frame = _read_frame(sentence.translate({ord(mark): None for mark in '“”"«»'}), kept)
            if 6 <= len(sentence.split()) <= 45 and frame.slots and frame.literals[-1] == ".":
                yield frame


def _read_frame(sentence: str, kept: frozenset[str]) -> Frame:
    literals, slots, reached, run = [], [], 0, 0
    for token in _TOKEN.finditer(sentence):
        word = token[0]
        run += 1
        if word.casefold() in kept and run <= _LONGEST_RUN:
            continue
        literals.append(sentence[reached : token.start()])
        slots.append(_name_slot(word, opens=token.start() == 0))
        reached, run = token.end(), 0
    return Frame(literals=(*literals, sentence[reached:]), slots=tuple(slots))


def _name_slot(word: str, *, opens: bool) -> str:
    if word[0].isdigit():
        return _NUMBER
    if word[0].isupper() and not opens:
        return _NAME
    return _find_ending(word)


def _find_ending(word: str) -> str:
    return next((ending for ending in _ENDINGS if word.endswith(ending)), "")


def _list_words(language: random.Random, kept: frozenset[str]) -> Iterator[str]:
    """Yield words, the commonest first: those of the tagger's vocabulary, which is in that order, then invented ones.

    The invented ones lie among the rarer half of the real ones, as names and terms do.
    """
    weights = ROOT / "src" / "rashomon" / "extract" / "weights" / "tokenizer.json"
    vocabulary = json.loads(weights.read_text("utf-8"))["model"]["vocab"]
    real = [word for word in vocabulary if word.isascii() and word.isalpha() and len(word) > 2 and word not in kept]
    known = set(real) | kept
    half = len(real) // 2
    yield from real[:half]
    rest = real[half:]
    while len(rest) < INVENTED_WORDS:
        word = _invent(language, language.choice((2, 3, 3, 4)))
        if word not in known:
            known.add(word)
            rest.append(word)
    language.shuffle(rest)
    yield from rest


def _group_by_ending(words: Iterator[str]) -> list[tuple[str, list[tuple[int, str]]]]:
    groups: dict[str, list[tuple[int, str]]] = {ending: [] for ending in ("", *_ENDINGS)}
    for rank, word in enumerate(words, start=1):
        groups[_find_ending(word)].append((rank, word))
    return list(groups.items())


def _invent(language: random.Random, syllables: int) -> str:
    return "".join(
        language.choice(_ONSETS) + language.choice(_VOWELS) + language.choice(_CODAS) for _ in range(syllables)
    )
