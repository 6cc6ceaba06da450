"""What a number counts: the noun it stands with, and the name of that: a fate, or the noun in the plural."""

import re
from itertools import islice
from typing import Final

from rashomon.extract.animacy import may_act
from rashomon.extract.fates import (
    NOUNS,
    fate_after,
    fate_beside,
    fate_named,
    fate_of,
    fate_of_toll,
    fate_told_after,
    governor_of,
)
from rashomon.extract.numbers import Number
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.extract.tree import climb

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
        theory explanation question thing way reason option possibility side hypothesis point part kind sort
        matter respect end hand mind version scenario answer conclusion half third quarter sense step one
        """.split()
)
_PEOPLE: Final = frozenset(
    """
        person people man woman child civilian soldier resident passenger worker student boy girl citizen victim
        adult officer policeman firefighter guard crew member other pensioner teenager patient male female
        troop serviceman marine sailor ranger youth baby infant family shopper diner colleague soul individual life
        """.split()
)
_NOT_PEOPLE: Final = frozenset("server computer power container drawer paper letter order".split())
_PLURALS: Final = {"child": "children", "foot": "feet", "aircraft": "aircraft", "policeman": "policemen"}
_STATES_OF_THINGS: Final = {
    "missing": "missing", "recover": "recovered", "destroy": "destroyed", "damage": "damaged",
}  # fmt: skip
_DEED_REACH: Final = 4
_GATHERING: Final = frozenset("march gather protest demonstrate attend flee rally assemble emigrate".split())
"""What only people do: whoever is counted and does it is people."""
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
_NOUN_REACH: Final = 7


def find_counted(parsed: Parsed, number: Number, last: int) -> tuple[Token | None, int]:
    """Return the noun a number counts and where its phrase ends."""
    at, end = number.at, number.last
    for candidate in (parsed.tokens[at], parsed.tokens[end - 1]):
        if candidate.dep in {"nummod", "quantmod", "compound", "det", "amod"} and candidate.head != NO_HEAD:
            head = parsed.tokens[candidate.head]
            while head.dep in {"nummod", "quantmod", "compound"} and head.head != NO_HEAD and head.pos == "NUM":
                head = parsed.tokens[head.head]
            if head.index == end and head.tag == "NN" and fate_beside(parsed, end):
                return None, end  # "12 dead and 40 hurt"
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


def may_be_counted(parsed: Parsed, number: Number, noun: Token) -> bool:
    """Tell whether a number counts its noun: not *the 1941 talk* nor *Boeing 747*, nor *the one man who knew*."""
    word = parsed.tokens[number.at].text.lower()
    before = parsed.tokens[number.at - 1].text.lower() if number.at else ""
    after = parsed.tokens[number.last].text.lower() if number.last < len(parsed.tokens) else ""
    if word == "one" and after == "of" and (noun.lemma in NOUNS or not fate_of(parsed, noun, noun.index + 1)):
        return False
    if word == "one" and before in {"no", "this", "that", "any", "which", "every", "each", "the", "only", "not"}:
        return False
    if parsed.text[parsed.tokens[number.last - 1].end :][:1] in {"-", "–"}:
        return False
    if word == "one" and noun.tag in {"NNS", "NNPS"} and after != "of":
        return False  # "as one supposes"
    # A number above one beside a singular noun counts nothing.
    return number.value in {0, 1} or noun.tag != "NN" or noun.lemma in _PLURALS or is_group(noun) or number.high is None


def is_group(noun: Token) -> bool:
    """Tell whether a noun in the singular stands for several (*crew*)."""
    return noun.lemma in {"crew", "staff", "police", "personnel", "people", "aircraft", "cattle", "troop", "dead"}


def is_year(parsed: Parsed, number: Number) -> bool:
    """Tell whether a number is a year by its digits and the word before it."""
    token = parsed.tokens[number.at]
    before = parsed.tokens[number.at - 1].text.lower() if number.at else ""
    digits = token.text.isdigit() and len(token.text) == 4 and int(token.text) in _YEARS
    return digits and number.last == number.at + 1 and before in _BEFORE_YEAR


def is_date(parsed: Parsed, number: Number) -> bool:
    """Tell whether a month stands beside a number."""
    beside = {
        parsed.tokens[n].text.lower().rstrip(".") for n in (number.at - 1, number.last) if 0 <= n < len(parsed.tokens)
    }
    return bool(beside & _MONTHS) and number.value <= 2100


def is_clock(parsed: Parsed, number: Number) -> bool:
    """Tell whether what follows a number makes it a time of day."""
    return _AFTER_CLOCK.match(parsed.text, parsed.tokens[number.last - 1].end) is not None


def name_alone(parsed: Parsed, number: Number) -> str:
    """Return what a number without a noun counts: by a toll before it or by what befell them; "" for nothing told."""
    fate, noun = fate_of_toll(parsed, number.first)
    fate = fate or fate_told_after(parsed, number.last)
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
        or (token.text.lower() in {"one", "zero"} and not fate_beside(parsed, number.last))
        or token.pos not in {"NUM", "NOUN", "ADJ", "PROPN"}
    ):
        return ""
    fate = fate_after(parsed, number.last) or fate_of(parsed, token, number.last)
    if fate or is_year(parsed, number):
        return fate
    verb = parsed.tokens[token.head] if token.head != NO_HEAD else None
    if verb is not None and token.dep == "nsubj" and verb.lemma in _GATHERING:
        return "people"
    if verb is not None and token.dep == "nsubjpass" and verb.lemma in _STATES_OF_THINGS:
        return _STATES_OF_THINGS[verb.lemma]
    return ""


def name_counted(parsed: Parsed, noun: Token, end: int) -> str | None:
    """Return what is counted: a fate, or the noun in the plural, with what became of it; None for times."""
    lower = noun.text.lower()
    if lower in {"times", "occasions"}:
        return _name_deed(parsed, noun, end)
    if noun.lemma in _TIMES or lower in _TIMES:
        return None
    if fate_named(lower) or noun.lemma in NOUNS or is_person(noun):
        fate = fate_of(parsed, noun, end)
        if fate:
            return fate
    if noun.lemma in {"man", "woman", "person", "people", "soul"}:
        return "people"
    if noun.pos == "NUM" or noun.lemma in _ABSTRACT or not noun.text.isalpha():
        return None
    name = plural_of(noun)
    state = _state_of(parsed, noun)
    return f"{name} {state}" if state else name


def _name_deed(parsed: Parsed, noun: Token, end: int) -> str | None:
    """*Shot six times*, *rang on three occasions*: the deed counted; None for *three times as large*."""
    after = parsed.tokens[end].text.lower() if end < len(parsed.tokens) else ""
    if after in {"as", "more", "the", "a", "over"} or parsed.tokens[min(end, len(parsed.tokens) - 1)].tag == "JJR":
        return None
    verb = next((token for token in islice(climb(parsed, noun), _DEED_REACH) if token.pos == "VERB"), None)
    return f"times {verb.text.lower()}" if verb is not None else None


def plural_of(noun: Token) -> str:
    """Return a noun in the plural, in lower case."""
    if noun.tag in {"NNS", "NNPS"}:
        return noun.text.lower()
    return _PLURALS.get(noun.lemma, noun.lemma if noun.lemma[-1:] in "sxz" else f"{noun.lemma}s")


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


def is_person(noun: Token) -> bool:
    """Tell whether a noun names people, by their trade or otherwise; numbers without a noun may."""
    if noun.lemma in _PEOPLE or noun.pos == "NUM":
        return True
    return noun.pos == "NOUN" and noun.lemma not in _NOT_PEOPLE and may_act(noun)
