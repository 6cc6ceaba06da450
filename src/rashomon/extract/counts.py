"""How many: numbers with their hedges and what they count, as intervals.

"At least eight drones" is 8 or more; "up to ten people" at most 10; "dozens" 24 or more; "leaving one person dead" one
killed.
Years, dates, clock times, ages and ordinals are not counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rashomon.extract.animacy import may_act
from rashomon.extract.parsing import NO_HEAD, Parsed, Token

_WORDS: Final = {
    word: value
    for value, word in enumerate(
        """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
            sixteen seventeen eighteen nineteen
            """.split()
    )
} | {
    word: 10 * tens
    for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_VAGUE: Final = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "several": 3}
_AT_LEAST: Final = re.compile(
    r"(?:at least|no fewer than|no less than|not less than|more than|over|above|in excess of|upwards of)$"
)
_AT_MOST: Final = re.compile(
    r"(?:at most|up to|as many as|no more than|fewer than|less than|under|below|nearly|almost)$"
)
_UPPER_ONLY: Final = re.compile(r"no more than$")
_FIGURE: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_TIME_UNITS: Final = frozenset(
    """
        year month week day hour minute second o'clock a.m. p.m. am pm century decade night morning january
        february march april may june july august september october november december percent % cent dollar euro
        pound rouble ruble time metre meter kilometre kilometer mile km foot inch kilogram kg ton tonne degree
        mph knot
        """.split()
)
_ABSTRACT: Final = frozenset(
    "theory explanation question thing way reason option possibility side hypothesis point part kind sort case".split()
)
_KILL: Final = frozenset("kill dead die death fatality perish slay murder dead".split())
_HURT: Final = frozenset("injure wound hurt hospitalize hospitalise injury casualty".split())
_PLURALS: Final = {"child": "children", "foot": "feet", "aircraft": "aircraft", "policeman": "policemen"}
_PEOPLE: Final = frozenset(
    """
        person people man woman child civilian soldier resident passenger worker student boy girl citizen victim
        adult officer policeman firefighter guard crew member other pensioner teenager patient
        """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A counted thing: tokens first..last (exclusive), its unit in the singular or plural as the field names it, its
    bounds."""

    first: int
    last: int
    unit: str
    low: float | None
    high: float | None


def find_counts(parsed: Parsed, first: int, last: int) -> Iterator[Count]:
    """Yield the counts whose number stands among tokens first..last (exclusive)."""
    at = first
    while at < last:
        found = _number_at(parsed, at, last)
        if found is None:
            at += 1
            continue
        value, end = found
        upper, end, scale = _upper_end(parsed, end, last, value)
        value *= scale
        noun = _counted_noun(parsed, at, end)
        # "The 1941 talk": a number above one beside a singular noun counts nothing.
        counts = noun is not None and (value == 1 or noun.tag != "NN")
        unit = _unit_of(parsed, noun) if noun is not None and counts else None
        if unit is not None and noun is not None:
            low, high = _bounds(parsed, at, value, upper)
            yield Count(first=at, last=max(end, noun.index + 1), unit=unit, low=low, high=high)
        at = end


def _number_at(parsed: Parsed, at: int, last: int) -> tuple[float, int] | None:
    token = parsed.tokens[at]
    lower = token.text.lower()
    if lower in _VAGUE:
        return float(_VAGUE[lower]), at + 1
    if lower in _WORDS and _WORDS[lower] >= 20 and at + 2 < last and parsed.tokens[at + 1].text == "-":
        units = _WORDS.get(parsed.tokens[at + 2].text.lower(), 0)
        if 0 < units < 10 and parsed.tokens[at + 1].start == token.end:
            return float(_WORDS[lower] + units), at + 3
    joined = "-" in parsed.text[max(0, token.start - 1) : token.start] + parsed.text[token.end : token.end + 1]
    value = None if joined else _value_of(lower)
    if (
        value is None
        or token.pos not in {"NUM", "DET", "NOUN", "PRON", "ADJ", "PROPN"}
        or (lower == "one" and token.dep != "nummod")
    ):
        return None
    end = at + 1
    while end < last and (scale := _SCALES.get(parsed.tokens[end].text.lower())) is not None:
        value, end = value * scale, end + 1
    if 1800 <= value <= 2100 and token.text.isdigit() and parsed.tokens[at].dep != "nummod":
        return None
    return value, end


def _value_of(word: str) -> float | None:
    if _FIGURE.fullmatch(word):
        return float(word.replace(",", ""))
    if word in _WORDS:
        return float(_WORDS[word])
    tens, _, units = word.partition("-")
    if tens in _WORDS and units in _WORDS and _WORDS[tens] >= 20:
        return float(_WORDS[tens] + _WORDS[units])
    return None


def _upper_end(parsed: Parsed, end: int, last: int, value: float) -> tuple[float | None, int, float]:
    """The second number of "300 to 500", "four or five", "between 1 and 2 million"; its scale is the first's too."""
    if end + 1 < last and parsed.tokens[end].text.lower() in {"to", "or", "and", "-", "–"}:
        joiner = parsed.tokens[end].text.lower()
        second = _value_of(parsed.tokens[end + 1].text.lower())
        between = any(t.text.lower() == "between" for t in parsed.tokens[max(0, end - 3) : end])
        if second is not None and second > value and (joiner != "and" or between):
            stop, factor = end + 2, 1.0
            while stop < last and (scale := _SCALES.get(parsed.tokens[stop].text.lower())) is not None:
                factor, stop = factor * scale, stop + 1
            return second * factor, stop, factor
    return None, end, 1.0


def _counted_noun(parsed: Parsed, at: int, end: int) -> Token | None:
    number = parsed.tokens[at]
    for candidate in (number, parsed.tokens[end - 1]):
        if candidate.dep in {"nummod", "quantmod", "compound", "det", "amod"} and candidate.head != NO_HEAD:
            head = parsed.tokens[candidate.head]
            while head.dep in {"nummod", "quantmod", "compound"} and head.head != NO_HEAD and head.pos == "NUM":
                head = parsed.tokens[head.head]
            if head.pos in {"NOUN", "PROPN"} and at < head.index <= at + 7:
                return head
    after = parsed.tokens[end] if end < len(parsed.tokens) else None
    if after is not None and after.text.lower() == "of":
        return next((t for t in parsed.tokens[end + 1 : end + 5] if t.pos == "NOUN"), None)
    if number.dep in {"nsubjpass", "nsubj", "dobj", "attr"} and number.pos == "NUM" and "." not in number.text:
        return number
    return None


def _unit_of(parsed: Parsed, noun: Token) -> str | None:
    """Name what is counted: *killed*, *injured*, or the noun in the plural; None for times, measures and dates."""
    if noun.lemma in _TIME_UNITS or noun.text.lower() in _TIME_UNITS:
        return None
    person = noun.lemma in _PEOPLE or noun.pos == "NUM" or (noun.pos == "NOUN" and may_act(noun))
    if noun.lemma in _KILL or (person and _is_fate(parsed, noun, _KILL)):
        return "killed"
    if noun.lemma in _HURT or (person and _is_fate(parsed, noun, _HURT)):
        return "injured"
    if noun.lemma in {"man", "woman", "person", "people"}:
        return "people"
    if noun.pos == "NUM" or noun.lemma in _ABSTRACT or not noun.text.isalpha():
        return None
    if noun.tag in {"NNS", "NNPS"}:
        return noun.text.lower()
    return _PLURALS.get(noun.lemma, noun.lemma if noun.lemma[-1:] in "sxz" else f"{noun.lemma}s")


def _is_fate(parsed: Parsed, noun: Token, fates: frozenset[str]) -> bool:
    """Tell whether the people counted are said to have met a fate: *killing one woman*, *left two dead*."""
    top = noun
    # "Hundreds of people were killed", "two men and three women were killed": the fate stands above the first noun.
    while top.head != NO_HEAD and (
        top.dep == "conj" or parsed.tokens[top.head].text.lower() == "of" or top.text == "of"
    ):
        top = parsed.tokens[top.head]
    head = parsed.tokens[top.head] if top.head != NO_HEAD else None
    around = [parsed.tokens[c] for c in noun.children] + ([head] if head is not None else [])
    if head is not None and head.lemma in {"leave", "be", "find", "report", "confirm"}:
        around += [parsed.tokens[c] for c in head.children]
    if head is not None and head.dep in {"ccomp", "oprd"} and top.dep in {"nsubj", "nsubjpass"}:
        around.append(head)
    return any(t.lemma in fates or t.text.lower() in fates for t in around if t is not noun)


def _bounds(parsed: Parsed, at: int, value: float, upper: float | None) -> tuple[float | None, float | None]:
    if upper is not None:
        return value, upper
    start = parsed.tokens[at].start
    before = " ".join(parsed.text[max(0, start - 24) : start].lower().split())
    if parsed.tokens[at].text.lower() in _VAGUE or (_AT_LEAST.search(before) and not _UPPER_ONLY.search(before)):
        return value, None
    if _AT_MOST.search(before):
        return None, value
    return value, value
