"""Measured quantities: a number with its unit, and what it measures of what.

"A depth of 80 metres" is a depth, "nine metres long" a length, "two hours late" a delay, "300 tonnes of grain" grain.
Times are told only where they measure something: *six hours ago*, *three weeks after* and ages do not.
"""

import re
from dataclasses import dataclass
from typing import Final

from rashomon.extract.numbers import Number, read_number
from rashomon.extract.parsing import Parsed, Token
from rashomon.model.quantities import MONEY, Unit, find_unit

_AFTER: Final = {
    "long": "length", "wide": "width", "across": "width", "deep": "depth", "high": "height", "tall": "height",
    "thick": "thickness", "away": "distance", "off": "distance", "out": "distance", "from": "distance",
    "north": "distance", "south": "distance", "east": "distance", "west": "distance", "inside": "distance",
    "outside": "distance", "behind": "distance", "beyond": "distance", "offshore": "distance", "inland": "distance",
    "below": "depth", "beneath": "depth", "above": "height", "down": "depth", "late": "delay", "apart": "interval",
    "south-east": "distance", "south-west": "distance", "north-east": "distance", "north-west": "distance",
    "southeast": "distance", "southwest": "distance", "northeast": "distance", "northwest": "distance",
    "distant": "distance", "ahead": "distance",
}  # fmt: skip
_TIME_AFTER: Final = {"before": "time before", "after": "time after", "late": "delay", "apart": "interval"}
_SIZES: Final = frozenset("length width depth height thickness".split())
_ASPECTS: Final = frozenset(
    """
    depth distance height altitude length width range radius diameter level delay interval duration weight speed area
    thickness temperature calibre caliber reward ransom cost price budget damage loss fine debt bribe payment pause gap
    outage
    """.split()
)
_DIMENSION_SLOTS: Final = {
    "length": "distance", "weight": "weight", "time": "duration", "data": "data", "volume": "volume", "area": "area",
    "speed": "speed", "power": "power", "pressure": "pressure", "angle": "degrees", "magnitude": "magnitude",
}  # fmt: skip
_TIME_BACK: Final = frozenset({"ago", "later", "earlier", "old", "hence", "of", "since"})
_TERMS: Final = frozenset("imprisonment prison jail custody detention labour labor notice".split())
_SENTENCING: Final = frozenset("sentenced jailed imprisoned condemned".split())
_BY_HABIT: Final = frozenset("planned due scheduled set".split())
_ABBREVIATIONS: Final = frozenset("m ft cm mm kg lb lbs mb gb tb kb kw mw gw secs mins hrs".split())
_CLOCK: Final = re.compile(
    r"(?:'s|’s)?\s+to\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9])\b"
)
_FIXES: Final = frozenset("magnitude".split())
_MONEY_BY_SIGN: Final = {"$": "$", "us$": "$", "£": "£", "€": "€", "¥": "¥"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A measured quantity at tokens first..last (exclusive): what it measures, in which unit, its bounds."""

    first: int
    last: int
    slot: str
    unit: Unit
    low: float | None
    high: float | None


def read_measure(parsed: Parsed, number: Number, last: int) -> Measured | None:
    """Return the quantity a number is part of, None where no unit stands with it or a time measures nothing."""
    found = _unit_beside(parsed, number, last)
    if found is None:
        return _temperature(number, parsed)
    unit, end = found
    low, high = number.low, number.high
    if unit.dimension == "time":
        more = _time_after(parsed, unit, end, last)
        if more is not None:
            added, smaller, end = more
            low, high = (None if side is None else side * unit.factor / smaller.factor + added for side in (low, high))
            unit = smaller
    elif [_lower(parsed, n) for n in range(end, end + 3)] == ["and", "a", "half"] and end + 3 <= last:
        low, high, end = (None if low is None else low + 0.5), (None if high is None else high + 0.5), end + 3
    elif end < last and _lower(parsed, end) in {"square", "cubic"}:
        return None
    slot = _slot_of(parsed, number, unit, end)
    if slot is None:
        return None
    return Measured(first=number.first, last=end, slot=slot, unit=unit, low=low, high=high)


def _temperature(number: Number, parsed: Parsed) -> Measured | None:
    """*A temperature of 104*: degrees, though nobody says so."""
    degree = find_unit("degree")
    if degree is None or _noun_before(parsed, number.first) != "temperature" or number.currency:
        return None
    return Measured(
        first=number.first, last=number.last, slot="temperature", unit=degree, low=number.low, high=number.high
    )


def read_alike(parsed: Parsed, number: Number, unit: str, last: int) -> Measured | None:
    """Return a length whose unit is that of the measure before it: *80 cm wide and 30 deep*; None for others."""
    given, aspect = find_unit(unit) if unit else None, _AFTER.get(_lower(parsed, number.last), "")
    if given is None or given.dimension != "length" or aspect not in _SIZES or number.last >= last:
        return None
    return Measured(first=number.first, last=number.last + 1, slot=aspect, unit=given, low=number.low, high=number.high)


def read_single(parsed: Parsed, at: int, last: int) -> Number | None:
    """Return "a" as the number of *an hour late*, *a ton of explosives*; None where no unit follows it."""
    if at + 1 >= last or _lower(parsed, at) not in {"a", "an"}:
        return None
    unit = find_unit(_lower(parsed, at + 1))
    if unit is None or unit.dimension not in {"time", "weight", "length"} or _lower(parsed, at + 1) in _ABBREVIATIONS:
        return None
    begins = unit.dimension == "time" or _lower(parsed, at + 2) in {"of", "from", "away", "off", "and"}
    return Number(first=at, at=at, last=at + 1, low=1.0, high=1.0, figure=False) if begins else None


def _unit_beside(parsed: Parsed, number: Number, last: int) -> tuple[Unit, int] | None:
    """The unit of a number and the token after all of it: after it, before it (*magnitude 3.4*, *$5*) or none."""
    end = number.last
    if number.currency:
        sign = find_unit(_MONEY_BY_SIGN[number.currency.lower()])
        return None if sign is None else (sign, end)
    after = [_lower(parsed, n) for n in range(end, end + 3)]
    named = after == ["on", "the", "richter"] or after[:2] == ["-", "magnitude"]
    if named or _lower(parsed, number.first - 1) in _FIXES or _lower(parsed, number.first - 2) in _FIXES:
        magnitude = find_unit("magnitude")
        return None if magnitude is None else (magnitude, end)
    if end < last and _lower(parsed, end) == "-":
        end += 1
    if end >= last:
        return None
    word = _lower(parsed, end)
    if word == "per" and _lower(parsed, end + 1) == "cent" and end + 1 < last:
        word, end = "percent", end + 1
    if word in {"square", "nautical"} and end + 1 < last:
        joined = find_unit(f"{word} {_lower(parsed, end + 1)}")
        return None if joined is None else (joined, end + 2)
    unit = find_unit(word)
    hourly = _lower(parsed, end + 1) in {"per", "an"} and _lower(parsed, end + 2) == "hour" and end + 2 < last
    speed = find_unit(f"{unit.name} per hour") if unit is not None and hourly else None
    if speed is not None:
        return speed, end + 3
    if unit is None or (word in _ABBREVIATIONS and not number.figure) or (word == "m" and not number.figure):
        return None
    if unit.name in {"mark", "second", "degree", "bar"} and word == unit.name and end == number.last:
        # "One second charge", "a second": the singular is as often an ordinal or a plain noun.
        return None
    if unit.name == "pound" and _lower(parsed, end + 1) == "of" and not _is_money_after(parsed, end + 1):
        unit = find_unit("pound weight")
    return None if unit is None else (unit, end + 1)


def _is_money_after(parsed: Parsed, at: int) -> bool:
    return any(_lower(parsed, n) in {"money", "damage", "compensation", "public", "ransom"} for n in range(at, at + 4))


def _time_after(parsed: Parsed, unit: Unit, end: int, last: int) -> tuple[float, Unit, int] | None:
    """*An hour and forty minutes*, *an hour and a half*: how much is added, in which unit, and where it ends."""
    if end + 2 >= last or _lower(parsed, end) != "and":
        return None
    if _lower(parsed, end + 1) == "a" and _lower(parsed, end + 2) == "half":
        return 0.5, unit, end + 3
    more = read_number(parsed, end + 1, last)
    smaller = find_unit(_lower(parsed, more.last)) if more is not None and more.last < last else None
    if more is None or smaller is None or smaller.dimension != "time" or smaller.factor >= unit.factor:
        return None
    return more.value, smaller, more.last + 1


def _slot_of(parsed: Parsed, number: Number, unit: Unit, end: int) -> str | None:
    word, before = _lower(parsed, end), _noun_before(parsed, number.first)
    if unit.dimension == "time":
        return _slot_of_time(parsed, number, unit, end)
    if unit.dimension == "share":
        return before or _share_of(parsed, end)
    if unit.dimension == "length" and word in _AFTER and _AFTER[word] not in _TIME_AFTER.values():
        return _AFTER[word]
    if word == "-" and _lower(parsed, end + 1) in _AFTER:
        return _AFTER[_lower(parsed, end + 1)]
    if before in _ASPECTS:
        return before
    if word == "of" and unit.dimension in {"weight", "volume", "length", "data", "area"}:
        thing = _noun_from(parsed, end + 1)
        if thing is not None and unit.dimension == "length" and thing.lemma == "water":
            return "depth"
        return thing.lemma if thing is not None else _DIMENSION_SLOTS[unit.dimension]
    of_noun = unit.dimension == "power" and _lower(parsed, number.first - 1) == "of" and bool(before)
    small = unit.dimension == "length" and unit.factor < 0.1
    if not of_noun and (_is_joined(parsed, end) or small or unit.dimension == "power"):
        thing = _noun_from(parsed, end)
        if thing is not None:
            return thing.lemma
    if unit.dimension == "length" and _is_risen(parsed, number.first):
        return "level"
    if before:
        return before
    return "money" if unit.dimension in MONEY else _DIMENSION_SLOTS[unit.dimension]


def _share_of(parsed: Parsed, end: int) -> str | None:
    """*54 per cent of voters*; None where nothing is told of what (*rose by 20 per cent*)."""
    thing = _noun_from(parsed, end + 1) if _lower(parsed, end) == "of" else None
    return f"share of {thing.text.lower()}" if thing is not None else None


def _slot_of_time(parsed: Parsed, number: Number, unit: Unit, end: int) -> str | None:
    """What a time measures; None for those that only say when, and for ages."""
    word, short = _lower(parsed, end), unit.factor < 86_400
    before = _noun_before(parsed, number.first)
    lasts = word == "of" and short and _lower(parsed, end + 1) not in {"the", "each", "it"}
    if (word in _TIME_BACK and not lasts) or (word == "-" and _lower(parsed, end + 1) == "old"):
        return None
    if word in {"late", "apart"} or (word == "behind" and _lower(parsed, end + 1) == "schedule"):
        return _TIME_AFTER.get(word, "delay")
    if before in _ASPECTS:
        return before
    if _is_joined(parsed, end):
        thing = _noun_from(parsed, end)
        return thing.lemma if thing is not None and (short or thing.lemma in _ASPECTS) else None
    if not short:
        return _slot_of_long_time(parsed, number, end)
    if _CLOCK.match(parsed.text, parsed.tokens[end - 1].end):
        return None
    if word in _TIME_AFTER:
        # Half a minute after a thing is measured; hours after it are only told.
        return _TIME_AFTER[word] if unit.factor <= 60 or number.value < 1 else None
    return "duration"


def _slot_of_long_time(parsed: Parsed, number: Number, end: int) -> str | None:
    """*For nine years*, *four months' imprisonment*, *jailed for life*: what days and years measure, None mostly."""
    word = _lower(parsed, end)
    if parsed.tokens[end - 1].end < len(parsed.text) and parsed.text[parsed.tokens[end - 1].end] in "'’":
        thing = _noun_from(parsed, end + 1)
        return thing.lemma if thing is not None and thing.lemma in _TERMS else None
    if word == "in" and _lower(parsed, end + 1) in _TERMS:
        return "prison"
    before = [_lower(parsed, n) for n in range(max(0, number.first - 4), number.first)]
    if before[-1:] in (["for"], ["to"]) and set(before) & _SENTENCING:
        return "prison"
    return "duration" if before[-1:] == ["for"] and not set(before) & _BY_HABIT else None


def _is_joined(parsed: Parsed, end: int) -> bool:
    """Whether a unit stands before its noun: *a 12-hour delay*, *a ten-metre hole*."""
    return end >= 2 and parsed.tokens[end - 2].text == "-"


def _noun_from(parsed: Parsed, at: int) -> Token | None:
    """The head of the noun phrase that begins at a token."""
    found: Token | None = None
    for token in parsed.tokens[at : at + 6]:
        if token.pos in {"NOUN", "PROPN"}:
            found = token
        elif found is not None or not (token.text == "-" or token.pos in {"ADJ", "DET", "ADV", "VERB", "PRON"}):
            break
    return found


def _noun_before(parsed: Parsed, at: int) -> str:
    """The lemma of *a depth of*, *a hole of*, *the level rose to*; "" for none."""
    word = _lower(parsed, at - 1)
    if word in {"of", "is", "was"} and at >= 2 and parsed.tokens[at - 2].pos == "NOUN":
        return parsed.tokens[at - 2].lemma
    if word in {"to", "at", "reached", "is", "was", "of"}:
        near = (t.lemma for t in reversed(parsed.tokens[max(0, at - 7) : at]) if t.pos == "NOUN")
        return next((lemma for lemma in near if lemma in _ASPECTS), "")
    return ""


def _is_risen(parsed: Parsed, at: int) -> bool:
    """*Rose to 17.5 metres*, *stood at nine feet*."""
    near = {t.lemma for t in parsed.tokens[max(0, at - 4) : at]}
    return _lower(parsed, at - 1) in {"to", "at", "by"} and bool(
        near & {"rise", "fall", "stand", "climb", "drop", "sink"}
    )


def _lower(parsed: Parsed, at: int) -> str:
    return parsed.tokens[at].text.lower() if 0 <= at < len(parsed.tokens) else ""
