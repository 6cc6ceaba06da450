"""How many and how much: numbers with their hedges and what they count or measure, as intervals.

"At least eight drones" is 8 or more drones; "up to ten people" at most 10; "leaving one person dead" one killed; "no
one was hurt" none injured; "a man and a woman are ill" two; "a depth of 80 metres" a depth.
Years, dates, clock times, ages, ordinals, percentages and the numbers in names are not counts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from rashomon.extract.animacy import may_act
from rashomon.extract.fates import NOUNS, fate_of, fate_of_toll, governor_of
from rashomon.extract.measures import read_measure, read_single
from rashomon.extract.numbers import Number, read_number
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.extract.tree import climb
from rashomon.model.quantities import FATES

_TIMES: Final = frozenset(
    """
        year month week day night morning evening afternoon century decade season term o'clock a.m. p.m. am pm noon
        january february march april may june july august september october november december percent % cent per
        time fold monday tuesday wednesday thursday friday saturday sunday weekend semester generation occasion
        while moment instant hour minute second gmt utc
        """.split()
)
_ABSTRACT: Final = frozenset(
    """
        theory explanation question thing way reason option possibility side hypothesis point part kind sort case
        matter respect end hand mind version scenario answer conclusion half third quarter sense step one
        """.split()
)
_PEOPLE: Final = frozenset(
    """
        person people man woman child civilian soldier resident passenger worker student boy girl citizen victim
        adult officer policeman firefighter guard crew member other pensioner teenager patient male female
        troop serviceman marine sailor ranger youth baby infant family shopper diner colleague
        """.split()
)
_NOT_PEOPLE: Final = frozenset("server computer power container drawer paper letter order".split())
_PLURALS: Final = {"child": "children", "foot": "feet", "aircraft": "aircraft", "policeman": "policemen"}
_STATES_OF_THINGS: Final = {
    "missing": "missing", "recover": "recovered", "destroy": "destroyed", "damage": "damaged",
}  # fmt: skip
_YEARS: Final = range(1000, 2101)
_BEFORE_YEAR: Final = frozenset(
    """
        in since the of from by until till during before after early late mid and to between spring summer autumn winter
        fall around circa
        january february march april may june july august september october november december
        """.split()
)
_MONTHS: Final = frozenset(
    """
        january february march april may june july august september october november december jan feb mar apr jun jul
        aug sep sept oct nov dec
        """.split()
)
_AFTER_CLOCK: Final = re.compile(
    r"\s?(?:a\.m|p\.m|am\b|pm\b|o[’']clock|hours local|local time|gmt\b|utc\b|in the (?:morning|afternoon|evening)"
    r"|at night|(?:minutes )?(?:past|to) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)",
    re.IGNORECASE,
)
_NOBODY: Final = frozenset({"nobody", "none"})
_MOST_PEOPLE: Final = 1e10
"""More people than that cannot have met a fate."""
_NOUN_REACH: Final = 7
_DEFINITE: Final = frozenset("the these those its his her their our my your".split())
_CLIMBED: Final = 12
"""How far up a parse a relative clause is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A quantity at tokens first..last (exclusive): `unit` is what is counted or measured, `measure` the unit of
    measure ("" for a plain count), `low` and `high` its bounds (None: open).

    A quantity taken for granted is `presupposed`, whatever is asked or denied beside it: *did the four men know?*
    """

    first: int
    last: int
    unit: str
    low: float | None
    high: float | None
    measure: str = ""
    presupposed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A count with the noun it counts, by which counts of one fate are added up."""

    count: Count
    noun: Token | None


def find_counts(parsed: Parsed, first: int, last: int) -> Iterator[Count]:
    """Yield the counts whose number stands among tokens first..last (exclusive)."""
    found: list[_Found] = []
    at = first
    while at < last:
        one, at = _read_at(parsed, at, first, last)
        if one is not None:
            found.append(one)
    for count in _add_up(parsed, found):
        yield replace(count, presupposed=_is_presupposed(parsed, count))


def _read_at(parsed: Parsed, at: int, first: int, last: int) -> tuple[_Found | None, int]:
    """The count that begins at a token, and where to read on."""
    given = read_number(parsed, at, last)
    number = given or read_single(parsed, at, last)
    if number is None:
        return _read_unnumbered(parsed, at, last), at + 1
    number = replace(number, first=max(first, number.first))
    measured = None if _is_clock(parsed, number) else read_measure(parsed, number, last)
    if measured is not None:
        count = Count(
            first=measured.first,
            last=measured.last,
            unit=measured.slot,
            low=measured.low,
            high=measured.high,
            measure=measured.unit.name,
        )
        return _Found(count=count, noun=None), measured.last
    if given is None:
        return None, at + 1
    counted = _read_counted(parsed, number, last)
    # "Three of the four lines": the whole is no second count.
    return counted, max(number.last, counted.count.last if counted is not None else 0)


def _read_counted(parsed: Parsed, number: Number, last: int) -> _Found | None:
    if number.currency or _is_clock(parsed, number) or _is_date(parsed, number):
        return None
    noun, end = _counted_noun(parsed, number, last)
    if noun is None:
        unit = _unit_alone(parsed, number)
        end = number.last
    elif _is_year(parsed, number) or not _may_be_counted(parsed, number, noun):
        return None
    else:
        unit = _unit_of(parsed, noun, end) or ""
    if not unit or (unit in FATES and number.value > _MOST_PEOPLE):
        return None
    count = Count(first=number.first, last=max(number.last, end), unit=unit, low=number.low, high=number.high)
    return _Found(count=count, noun=noun)


def _read_unnumbered(parsed: Parsed, at: int, last: int) -> _Found | None:
    """People counted without a number: *a police officer was wounded*, *no one was hurt*, *no casualties*."""
    token = parsed.tokens[at]
    word = token.text.lower()
    if word in _NOBODY or (word == "no" and at + 1 < last and parsed.tokens[at + 1].text.lower() == "one"):
        end = at + 1 + (word == "no")
        subject = parsed.tokens[end - 1]
        fate = fate_of(parsed, subject, end) if word != "none" else ""
        count = Count(first=at, last=end, unit=fate, low=0.0, high=0.0)
        return _Found(count=count, noun=None) if fate else None
    if word not in {"a", "an", "no"} or token.dep != "det" or token.head == NO_HEAD:
        return None
    if word == "no" and parsed.tokens[at + 1 :][:1] and parsed.tokens[at + 1].text.lower() in {"fewer", "less", "more"}:
        return None
    noun = parsed.tokens[token.head]
    if noun.pos != "NOUN" or not at < noun.index < min(last, at + _NOUN_REACH):
        return None
    fate = NOUNS.get(noun.text.lower().removesuffix("s")) or NOUNS.get(noun.lemma) or ""
    if word == "no" and not fate and not _is_person(noun):
        return None
    if word != "no" and (fate or not _is_person(noun) or noun.tag != "NN"):
        return None
    fate = fate or fate_of(parsed, noun, noun.index + 1)
    if not fate or (word != "no" and _is_group(noun)):
        return None
    value = 0.0 if word == "no" else 1.0
    return _Found(count=Count(first=at, last=noun.index + 1, unit=fate, low=value, high=value), noun=noun)


def _is_presupposed(parsed: Parsed, count: Count) -> bool:
    """*The four generals*, *its nine men*; *a festival at which 168 athletes took part*."""
    if count.low == count.high == 0:
        return False
    first = parsed.tokens[count.first]
    before = parsed.tokens[count.first - 1] if count.first else None
    if first.text.lower() in _DEFINITE or (before is not None and before.text.lower() in _DEFINITE):
        return True
    above = islice(climb(parsed, first), _CLIMBED)
    return any(token.dep == "relcl" and token.index < count.last + _CLIMBED for token in above)


def _add_up(parsed: Parsed, found: Sequence[_Found]) -> Iterator[Count]:
    """Join counts of one fate that *and* joins: *a man and a woman are ill*, *two officers and 264 men were lost*."""
    waiting: _Found | None = None
    for one in found:
        if waiting is not None and _is_joined(parsed, waiting, one):
            lows, highs = (waiting.count.low, one.count.low), (waiting.count.high, one.count.high)
            joined = replace(
                waiting.count,
                last=one.count.last,
                low=None if None in lows else sum(side for side in lows if side is not None),
                high=None if None in highs else sum(side for side in highs if side is not None),
            )
            waiting = _Found(count=joined, noun=one.noun)
            continue
        if waiting is not None:
            yield waiting.count
        waiting = one
    if waiting is not None:
        yield waiting.count


def _is_joined(parsed: Parsed, one: _Found, other: _Found) -> bool:
    if one.noun is None or other.noun is None or one.count.unit != other.count.unit:
        return False
    between = {t.text.lower() for t in parsed.tokens[one.count.last : other.count.first]}
    return one.count.unit in FATES and other.noun.dep == "conj" and "and" in between and len(between) <= 4


def _counted_noun(parsed: Parsed, number: Number, last: int) -> tuple[Token | None, int]:
    """The noun a number counts and where its phrase ends."""
    at, end = number.at, number.last
    for candidate in (parsed.tokens[at], parsed.tokens[end - 1]):
        if candidate.dep in {"nummod", "quantmod", "compound", "det", "amod"} and candidate.head != NO_HEAD:
            head = parsed.tokens[candidate.head]
            while head.dep in {"nummod", "quantmod", "compound"} and head.head != NO_HEAD and head.pos == "NUM":
                head = parsed.tokens[head.head]
            if head.pos in {"NOUN", "PROPN"} and at < head.index <= at + _NOUN_REACH and head.index >= end:
                return head, head.index + 1
    after = parsed.tokens[end] if end < len(parsed.tokens) else None
    if after is None:
        return None, end
    if after.text.lower() == "of":
        noun = next((t for t in parsed.tokens[end + 1 : end + _NOUN_REACH] if t.pos == "NOUN"), None)
        return noun, noun.index + 1 if noun is not None else end
    return _noun_after(parsed, end, last)


def _noun_after(parsed: Parsed, end: int, last: int) -> tuple[Token | None, int]:
    """The last noun of the words right after a number that can stand before a noun."""
    noun: Token | None = None
    for token in parsed.tokens[end : min(last, end + _NOUN_REACH)]:
        if token.pos in {"NOUN", "PROPN"} and token.text[0].isalpha():
            noun = token
        elif noun is not None or not (token.pos == "ADJ" or token.tag in {"VBN", "VBG", "HYPH"} or token.text == "-"):
            break
    return (noun, noun.index + 1) if noun is not None and noun.tag in {"NNS", "NNPS", "NN"} else (None, end)


def _may_be_counted(parsed: Parsed, number: Number, noun: Token) -> bool:
    """Whether a number counts its noun: not *the 1941 talk* nor *Boeing 747*, nor *the one man who knew*."""
    word = parsed.tokens[number.at].text.lower()
    before = parsed.tokens[number.at - 1].text.lower() if number.at else ""
    after = parsed.tokens[number.last].text.lower() if number.last < len(parsed.tokens) else ""
    if word == "one" and after == "of" and (noun.lemma in NOUNS or not fate_of(parsed, noun, noun.index + 1)):
        return False
    if word == "one" and before in {"no", "this", "that", "any", "which", "every", "each", "the", "only", "not"}:
        return False
    if parsed.text[parsed.tokens[number.last - 1].end :][:1] in {"-", "–"}:
        return False
    # A number above one beside a singular noun counts nothing.
    return (
        number.value in {0, 1} or noun.tag != "NN" or noun.lemma in _PLURALS or _is_group(noun) or number.high is None
    )


def _is_group(noun: Token) -> bool:
    return noun.lemma in {"crew", "staff", "police", "personnel", "people", "aircraft", "cattle", "troop", "dead"}


def _is_year(parsed: Parsed, number: Number) -> bool:
    token = parsed.tokens[number.at]
    before = parsed.tokens[number.at - 1].text.lower() if number.at else ""
    digits = token.text.isdigit() and len(token.text) == 4 and int(token.text) in _YEARS
    return digits and number.last == number.at + 1 and before in _BEFORE_YEAR


def _is_date(parsed: Parsed, number: Number) -> bool:
    beside = {
        parsed.tokens[n].text.lower().rstrip(".") for n in (number.at - 1, number.last) if 0 <= n < len(parsed.tokens)
    }
    return bool(beside & _MONTHS) and number.value <= 2100


def _is_clock(parsed: Parsed, number: Number) -> bool:
    return _AFTER_CLOCK.match(parsed.text, parsed.tokens[number.last - 1].end) is not None


def _unit_alone(parsed: Parsed, number: Number) -> str:
    """What a number without a noun counts: by a toll before it or by what befell them; "" for nothing told."""
    fate, noun = fate_of_toll(parsed, number.first)
    if fate or noun:
        return fate or noun
    token = parsed.tokens[number.last - 1]
    before = parsed.tokens[number.first - 1] if number.first else None
    named = before is not None and before.pos in {"NOUN", "PROPN"} and before.end + 1 == token.start
    after = parsed.tokens[number.last].text if number.last < len(parsed.tokens) else ""
    # "Ann Roe, 26, was arrested".
    aged = number.figure and before is not None and before.text == "," and after == "," and number.value < 120
    if (
        named
        or aged
        or "." in token.text
        or token.text.lower() in {"one", "zero"}
        or token.pos not in {"NUM", "NOUN", "ADJ", "PROPN"}
    ):
        return ""
    fate = fate_of(parsed, token, number.last)
    if fate or _is_year(parsed, number):
        return fate
    verb = parsed.tokens[token.head] if token.head != NO_HEAD else None
    if verb is not None and token.dep == "nsubjpass" and verb.lemma in _STATES_OF_THINGS:
        return _STATES_OF_THINGS[verb.lemma]
    return ""


def _unit_of(parsed: Parsed, noun: Token, end: int) -> str | None:
    """Name what is counted: a fate, or the noun in the plural, with what became of it; None for times."""
    lower = noun.text.lower()
    if noun.lemma in _TIMES or lower in _TIMES:
        return None
    if noun.lemma in NOUNS or lower in NOUNS or _is_person(noun):
        fate = fate_of(parsed, noun, end)
        if fate:
            return fate
    if noun.lemma in {"man", "woman", "person", "people"}:
        return "people"
    if noun.pos == "NUM" or noun.lemma in _ABSTRACT or not noun.text.isalpha():
        return None
    if noun.tag in {"NNS", "NNPS"}:
        name = lower
    else:
        name = _PLURALS.get(noun.lemma, noun.lemma if noun.lemma[-1:] in "sxz" else f"{noun.lemma}s")
    state = _state_of(parsed, noun)
    return f"{name} {state}" if state else name


def _state_of(parsed: Parsed, noun: Token) -> str:
    """What became of counted things: *nine boxes are missing*, *recovered two boxes*, *damaging 40 houses*."""
    top = noun
    while top.head != NO_HEAD and (
        parsed.tokens[top.head].text.lower() == "of" or top.text.lower() == "of" or top.pos == "NUM"
    ):
        top = parsed.tokens[top.head]
        if top.pos in {"VERB", "AUX"}:
            break
    below = top if top.pos in {"VERB", "AUX"} else None
    verb = below or governor_of(parsed, top)
    if verb is None:
        return ""
    if verb.lemma in _STATES_OF_THINGS and (below is not None or top.dep in {"dobj", "nsubjpass"}):
        return _STATES_OF_THINGS[verb.lemma]
    if verb.lemma in {"be", "remain", "go"} and top.dep in {"nsubj", "nsubjpass"}:
        near = (parsed.tokens[c].text.lower() for c in verb.children if c > noun.index)
        return next((word for word in near if word in _STATES_OF_THINGS), "")
    return "missing" if verb.text.lower() == "missing" and top.dep == "nsubj" else ""


def _is_person(noun: Token) -> bool:
    if noun.lemma in _PEOPLE or noun.pos == "NUM":
        return True
    return noun.pos == "NOUN" and noun.lemma not in _NOT_PEOPLE and may_act(noun)
