"""How many and how much: numbers with their hedges and what they count or measure, as intervals.

"At least eight drones" is 8 or more drones; "up to ten people" at most 10; "leaving one person dead" one killed; "no
one was hurt" none injured; "a man and a woman are ill" two; "a depth of 80 metres" a depth.
Years, dates, clock times, ages, shares (*one in three*) and the numbers in names are not counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from rashomon.extract.counted import (
    find_counted,
    is_clock,
    is_date,
    is_group,
    is_person,
    is_year,
    may_be_counted,
    name_alone,
    name_counted,
    plural_of,
)
from rashomon.extract.ellipsis import (
    is_another,
    is_increment,
    is_part,
    is_sole,
    predicate_of_part,
    rank_of,
    read_multiple,
    whole_of_part,
)
from rashomon.extract.fates import NOUNS, fate_after, fate_named, fate_of, fate_of_toll, governor_of, top_of
from rashomon.extract.measures import Measured, read_alike, read_measure, read_single
from rashomon.extract.numbers import Number, end_of_share, read_number
from rashomon.extract.parsing import NO_HEAD, Parsed, Token
from rashomon.extract.tree import climb, is_negated
from rashomon.model.quantities import FATES

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
        one, at = _read_at(parsed, at, first, last, found)
        if one is not None:
            found.append(one)
    for count in _add_up(parsed, found):
        yield replace(count, presupposed=_is_presupposed(parsed, count))


def _read_at(parsed: Parsed, at: int, first: int, last: int, found: Sequence[_Found]) -> tuple[_Found | None, int]:
    """The count that begins at a token, and where to read on; `found` are those before it."""
    share = end_of_share(parsed, at, last)
    if share > at:
        return None, share
    none = _read_none_of(parsed, at, last)
    if none is not None:
        return none, none.count.last
    given = _read_multiple(parsed, at, last, found) or read_number(parsed, at, last)
    number = given or read_single(parsed, at, last)
    if number is None:
        return _read_unnumbered(parsed, at, last), at + 1
    number = replace(number, first=max(first, number.first))
    measured = None if is_clock(parsed, number) else _read_measure(parsed, number, last, found)
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
    if counted is None and found and _is_same_sentence(parsed, found[-1].count, number):
        counted = _read_rest(parsed, number, found)
    if counted is not None:
        counted = _lean(parsed, counted, number, found)
    # "Three of the four lines": the whole is no second count.
    return counted, max(number.last, counted.count.last if counted is not None else 0)


def _read_multiple(parsed: Parsed, at: int, last: int, found: Sequence[_Found]) -> Number | None:
    base = next((one.count for one in reversed(found) if one.count.unit in FATES), None)
    return read_multiple(parsed, at, last, base.low, base.high) if base is not None else None


def _read_measure(parsed: Parsed, number: Number, last: int, found: Sequence[_Found]) -> Measured | None:
    before = found[-1].count if found else None
    measured = read_measure(parsed, number, last)
    if measured is not None or before is None or not _is_same_sentence(parsed, before, number):
        return measured
    return read_alike(parsed, number, before.measure, last)


def _read_rest(parsed: Parsed, number: Number, found: Sequence[_Found]) -> _Found | None:
    """*Of 83 found, 46 were under fourteen*; *14 houses, three of which were empty*: named by what was counted."""
    told = predicate_of_part(parsed, number)
    base = next((one for one in reversed(found) if one.noun is not None), None)
    if not told or base is None or base.noun is None or number.currency or is_clock(parsed, number):
        return None
    if number.low is not None and base.count.high is not None and number.low > base.count.high:
        return None
    unit = f"{plural_of(base.noun)} {told}"
    count = Count(first=number.first, last=number.last, unit=unit, low=number.low, high=number.high)
    return _Found(count=count, noun=None)


def _lean(parsed: Parsed, one: _Found, number: Number, found: Sequence[_Found]) -> _Found:
    """Name a part after its whole, and leave open what an increment adds to."""
    count = one.count
    before = [other.count for other in found if _is_same_sentence(parsed, other.count, number)]
    fates = [other.unit for other in before if other.unit in FATES]
    if one.noun is not None and is_person(one.noun) and count.unit not in FATES and found:
        beside = found[-1]
        if beside.noun is not None and beside.noun.index == one.noun.head and beside.count.unit in FATES:
            return replace(one, count=replace(count, unit=beside.count.unit))  # "lost were two officers and 264 men"
    whole = fate_named(whole_of_part(parsed, number))
    unsexed = one.noun is not None and count.unit == "people" and one.noun.lemma not in {"man", "woman"}
    if one.noun is not None and not unsexed and not whole and is_part(parsed, number) and fates:
        whole = fates[-1]
    if (
        whole
        and one.noun is not None
        and one.noun.lemma not in NOUNS
        and count.unit in {whole, "people", plural_of(one.noun)}
    ):
        return replace(one, count=replace(count, unit=f"{plural_of(one.noun)} {whole}"))
    # "Killing twelve and trapping another nine" adds to nobody trapped; "another nine died" to dead told elsewhere.
    adds = is_another(parsed, number) and not set(fates) - {count.unit}
    if count.unit in FATES and (adds or is_increment(parsed, number, count.last)):
        return replace(one, count=replace(count, high=None))
    return one


def _is_same_sentence(parsed: Parsed, count: Count, number: Number) -> bool:
    return parsed.tokens[count.first].sentence == parsed.tokens[number.at].sentence


def _read_counted(parsed: Parsed, number: Number, last: int) -> _Found | None:
    if number.currency or is_clock(parsed, number) or is_date(parsed, number):
        return None
    noun, end = find_counted(parsed, number, last)
    if noun is None:
        unit = name_alone(parsed, number)
        end = number.last
    elif is_year(parsed, number) or not may_be_counted(parsed, number, noun):
        return None
    else:
        unit = name_counted(parsed, noun, end) or ""
        if unit not in FATES and is_person(noun):
            unit = fate_of_toll(parsed, number.first)[0] or unit
    if not unit or (unit in FATES and number.value > _MOST_PEOPLE):
        return None
    count = Count(first=number.first, last=max(number.last, end), unit=unit, low=number.low, high=number.high)
    return _Found(count=count, noun=noun)


def _read_none_of(parsed: Parsed, at: int, last: int) -> _Found | None:
    """*None of the three survived*, *not one of them was hurt*, *neither of the guards died*: nobody met that fate."""
    words = [t.text.lower() for t in parsed.tokens[at : min(last, at + 3)]]
    length = 1 if words[:1] in (["none"], ["neither"]) else 2 if words[:2] == ["not", "one"] else 0
    if not length or at + length + 1 >= last or parsed.tokens[at + length].text.lower() != "of":
        return None
    subject = parsed.tokens[at + length - 1]
    end = min(last, max(subject.right, at + length + 2))
    inner = next((t for t in parsed.tokens[at + length + 1 : end] if t.dep == "pobj"), None)
    end = inner.index + 1 if inner is not None else end
    fate = fate_of(parsed, subject, end) or fate_after(parsed, end)
    return _Found(count=Count(first=at, last=end, unit=fate, low=0.0, high=0.0), noun=None) if fate else None


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
    if word not in {"a", "an", "no", "the"} or token.dep != "det" or token.head == NO_HEAD:
        return None
    if word == "no" and parsed.tokens[at + 1 :][:1] and parsed.tokens[at + 1].text.lower() in {"fewer", "less", "more"}:
        return None
    noun = parsed.tokens[token.head]
    if noun.pos != "NOUN" or not at < noun.index < min(last, at + _NOUN_REACH):
        return None
    fate = fate_named(noun.text.lower()) or NOUNS.get(noun.lemma) or ""
    sole = is_sole(parsed, noun)
    if sole is not None and fate == "survivors" and noun.tag == "NN":
        return _Found(count=Count(first=sole.index, last=noun.index + 1, unit=fate, low=1.0, high=1.0), noun=noun)
    if word == "the":
        return None
    if word == "no" and not fate and not is_person(noun):
        return None
    if word != "no" and (fate or not is_person(noun) or noun.tag != "NN"):
        return None
    fate = fate or fate_of(parsed, noun, noun.index + 1)
    if not fate or (word != "no" and is_group(noun)):
        return None
    value = 0.0 if word == "no" else rank_of(parsed, noun)
    return _Found(count=Count(first=at, last=noun.index + 1, unit=fate, low=value, high=value), noun=noun)


def _is_presupposed(parsed: Parsed, count: Count) -> bool:
    """*The four generals*, *its nine men*; *a festival at which 168 athletes took part*."""
    if count.low == count.high == 0:
        return False
    first = parsed.tokens[count.first]
    top = top_of(parsed, parsed.tokens[count.last - 1])
    verb = governor_of(parsed, top) if top.dep in {"nsubj", "nsubjpass"} else None
    if verb is not None and count.unit not in FATES and is_negated(parsed, verb):
        return True  # "Two men did not return" denies no two men
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
