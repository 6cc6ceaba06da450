"""Numbers in running text: figures, words and scales, with the hedges around them, as intervals.

"At least eight" is 8 or more, "nearly 40" at most 40, "dozens" 24 or more, "four to six" 4 to 6, "two and a half
million" 2,500,000. Which of them count anything is left to `counts`.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from rashomon.extract.parsing import Parsed, Token
from rashomon.model.quantities import find_unit

SMALL: Final = {
    word: value
    for value, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen
        """.split()
    )
}
TENS: Final = {
    word: 10 * tens
    for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES: Final = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000, "m": 1_000_000, "bn": 1_000_000_000, "k": 1_000,
}  # fmt: skip
_LETTER_SCALES: Final = frozenset({"m", "bn", "k"})
"""Scales only after a currency: *$1.5m*; else metres, or nothing known."""
_ARTICLE_SCALES: Final = _SCALES | {"couple": 2, "pair": 2, "trio": 3, "quartet": 4}
_VAGUE: Final = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000, "several": 3,
}  # fmt: skip
_FRACTIONS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10, "hundredth": 100,
    "thousandth": 1_000,
}  # fmt: skip
_FEW: Final = {"several": 3, "few": 2}
"""*Several hundred*, *a few thousand*: how many of the scale at least."""
_OF_VAGUE: Final = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200}
_PLURAL_SCALES: Final = {"thousands": 1_000, "millions": 1_000_000}
_FIGURE: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?")
_LARGEST: Final = 1e15
"""Larger numbers count nothing that a report is about."""
_CURRENCIES: Final = frozenset("$ £ € ¥ us$".split())

_AT_LEAST: Final = re.compile(
    r"\b(?:at least|no fewer than|no less than|not less than|not fewer than|more than|over|above|in excess of"
    r"|upwards? of|a minimum of|exceeding|well over|beyond|not under|north of)(?: (?:some|about|an estimated))? $"
)
_AT_MOST: Final = re.compile(
    r"\b(?:at most|up to|as many as|as much as|no more than|not more than|fewer than|less than|under|below|nearly"
    r"|almost|close to|just short of|a maximum of|at the most)(?: (?:some|about|an estimated))? $"
)
_ABOUT: Final = re.compile(
    r"\b(?:about|around|some|roughly|approximately|an estimated|something like|perhaps|maybe|circa|exactly|just|only"
    r"|all|another|a total of|the)(?: some)? $"
)
_AFTER_LEAST: Final = re.compile(r" ?\+(?!\w)| (?:or more|at least|and counting|and more|plus)\b")
_AFTER_MOST: Final = re.compile(r" (?:or fewer|or less|at most)\b")
_AFTER_ABOUT: Final = re.compile(r" (?:or so|or thereabouts|odd)\b")
_HEDGE_CHARS: Final = 32
_RISES: Final = re.compile(
    r"\b(?:rose|risen|rise[sn]?|rising|grew|grown|grow|climbed|jumped|increased|went up|up|fell|fallen|dropped|down"
    r"|revised|raised|lowered|cut|shrank|moved|corrected)\b[^.;]{0,40}$"
)
_JOINERS: Final = frozenset({"to", "or", "and", "-", "–", "—"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number with its hedges at tokens first..last (exclusive); `at` is the number's own first token.

    `low`, `high` are its bounds (None: open), `figure` that it is written in digits, `currency` the sign before it.
    """

    first: int
    at: int
    last: int
    low: float | None
    high: float | None
    figure: bool
    currency: str = ""

    @property
    def value(self) -> float:
        """The number named, or the upper of two."""
        return self.high if self.high is not None else self.low or 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quantity:
    """A bare number up to token `end`: `value`, of which `scale` was said in words, and whether it names no figure."""

    value: float
    end: int
    scale: float = 1.0
    vague: bool = False


def read_number(parsed: Parsed, at: int, last: int) -> Number | None:
    """Return the number that begins at a token, hedges included, None where none does; reads no further than `last`."""
    token = parsed.tokens[at]
    before = parsed.tokens[at - 1] if at else None
    money = before is not None and before.text.lower() in _CURRENCIES
    found = _quantity(parsed, at, last, money=money)
    if found is None or found.value > _LARGEST or not _stands_free(parsed, token, found.end):
        return None
    own = Number(
        first=at - 1 if money else at,
        at=at,
        last=found.end,
        low=found.value,
        high=None if found.vague else found.value,
        figure=token.text[0].isdigit(),
        currency=before.text if money and before is not None else "",
    )
    ranged = _with_upper(parsed, own, found, last)
    return ranged if ranged is not None else _with_hedges(parsed, own, last)


def end_of_share(parsed: Parsed, at: int, last: int) -> int:
    """Return where a share ends that begins at a token (*one in three*, *four out of five*); `at` where none does.

    A share of things counts none of them.
    """
    part = SMALL.get(_lower(parsed, at), 0)
    chances = _lower(parsed, at + 1) in {"chances", "chance"}
    after = at + 1 + chances
    out = _lower(parsed, after) == "out" and _lower(parsed, after + 1) == "of"
    whole = after + 1 + out
    if not part or whole >= last or (not out and _lower(parsed, after) != "in"):
        return at
    found = _quantity(parsed, whole, last)
    if found is None or found.vague or found.value <= part or parsed.tokens[whole].text.isdigit():
        return at
    next_unit = find_unit(_lower(parsed, found.end))
    if next_unit is not None and next_unit.dimension == "time":
        return at  # "two in ten minutes"
    return found.end if out or chances or part == 1 or found.value == 10 else at


def _quantity(parsed: Parsed, at: int, last: int, *, money: bool = False) -> _Quantity | None:
    word = _lower(parsed, at)
    second = _lower(parsed, at + 1) if at + 1 < last else ""
    if word in {"a", "an"} and second in _ARTICLE_SCALES and second not in _LETTER_SCALES:
        return _scaled(parsed, at + 2, last, float(_ARTICLE_SCALES[second]), money=False)
    if word == "half" and second in {"a", "an"} and at + 2 < last:
        scale = _SCALES.get(_lower(parsed, at + 2), 1)
        return _Quantity(value=0.5 * scale, end=at + 2 + (scale > 1), scale=float(scale))
    part = _fraction(parsed, at, last)
    if part is not None:
        return part
    if word in _OF_VAGUE and second == "of" and at + 2 < last and _lower(parsed, at + 2) in _PLURAL_SCALES:
        return _Quantity(value=_OF_VAGUE[word] * _PLURAL_SCALES[_lower(parsed, at + 2)], end=at + 3, vague=True)
    if word in _FEW and second in _SCALES and second not in _LETTER_SCALES:
        return replace(_scaled(parsed, at + 1, last, float(_FEW[word]), money=False), vague=True)
    if word in _VAGUE:
        return _Quantity(value=float(_VAGUE[word]), end=at + 1, vague=True)
    base = _base(parsed, at, last)
    return None if base is None else _scaled(parsed, base.end, last, base.value, money=money)


def _fraction(parsed: Parsed, at: int, last: int) -> _Quantity | None:
    """*A fifth of a milligram*, *three quarters of an hour*: a part of one unit of measure, up to that unit."""
    parts = 1 if _lower(parsed, at) in {"a", "an"} else SMALL.get(_lower(parsed, at), 0)
    name = at + 1 + (_lower(parsed, at + 1) == "-")
    whole = _FRACTIONS.get(_lower(parsed, name).removesuffix("s"), 0)
    if not 0 < parts < whole or name + 3 >= last or _lower(parsed, name + 1) != "of":
        return None
    if _lower(parsed, name + 2) not in {"a", "an"} or find_unit(_lower(parsed, name + 3)) is None:
        return None
    return _Quantity(value=parts / whole, end=name + 3)


def _base(parsed: Parsed, at: int, last: int) -> _Quantity | None:
    """A figure or a number below a hundred, with *and a half*."""
    word = _lower(parsed, at)
    end = at + 1
    if _FIGURE.fullmatch(word):
        if word[0] == "0" and word[1:2].isdigit():
            return None
        value = float(word.replace(",", ""))
    elif word in SMALL:
        value = float(SMALL[word])
    elif word in TENS:
        value = float(TENS[word])
        hyphen = end < last and parsed.tokens[end].text in {"-", "‑", "–"}
        unit = SMALL.get(_lower(parsed, end + hyphen), 0) if end + hyphen < last else 0
        if 0 < unit < 10:
            value, end = value + unit, end + hyphen + 1
    else:
        joined = word.replace("‑", "-").partition("-")
        if joined[0] not in TENS or not 0 < SMALL.get(joined[2], 0) < 10:
            return None
        value = float(TENS[joined[0]] + SMALL[joined[2]])
    if end + 2 < last and [_lower(parsed, n) for n in range(end, end + 3)] == ["and", "a", "half"]:
        value, end = value + 0.5, end + 3
    return _Quantity(value=value, end=end)


def _scaled(parsed: Parsed, at: int, last: int, value: float, *, money: bool) -> _Quantity:
    """Multiply by the scales that follow and add what is joined to them: *three hundred and twenty-nine thousand*."""
    total, scale = 0.0, 1.0
    while at < last and value < _LARGEST:
        word = _lower(parsed, at)
        factor = _SCALES.get(word) if money or word not in _LETTER_SCALES else None
        if factor is None:
            break
        value, scale, at = value * factor, scale * factor, at + 1
        joined = at < last and _lower(parsed, at) == "and"
        rest = _base(parsed, at + joined, last) if at + joined < last and factor >= 100 else None
        if rest is None or rest.value >= factor or not _is_word(parsed, at + joined):
            continue
        more = _SCALES.get(_lower(parsed, rest.end)) if rest.end < last else None
        if more is not None and rest.value * more < factor:
            # "Two thousand three hundred": the hundreds are added, then whatever follows them.
            total, value, at, scale = total + value, rest.value, rest.end, 1.0
        else:
            value, at, scale = value + rest.value, rest.end, 1.0
    return _Quantity(value=total + value, end=at, scale=scale)


def _is_word(parsed: Parsed, at: int) -> bool:
    return parsed.tokens[at].text[0].isalpha()


def _stands_free(parsed: Parsed, token: Token, end: int) -> bool:
    """Whether a number is no part of a name or a word: not *SS-750*, *3/4*, *747-200* nor *four-storey*."""
    before = parsed.text[max(0, token.start - 1) : token.start]
    return not before or not (before.isalnum() or before in "-–/.:,'’#№_\\")


def _with_upper(parsed: Parsed, own: Number, found: _Quantity, last: int) -> Number | None:
    """The second number of "300 to 500", "four or five", "between 1 and 2 million"; its scale is the first's too."""
    if own.last + 1 >= last or found.vague or _lower(parsed, own.last) not in _JOINERS:
        return None
    at = own.last + 1
    at += bool(own.currency) and _lower(parsed, at) == own.currency.lower()
    second = _quantity(parsed, at, last, money=bool(own.currency))
    between = any(_lower(parsed, n) == "between" for n in range(max(0, own.first - 2), own.first))
    if second is None or second.vague or (_lower(parsed, own.last) == "and" and not between):
        return None
    low = found.value
    if low < second.value and second.scale > 1 and found.scale == 1 and low < second.value / second.scale:
        low *= second.scale
    before = parsed.text[max(0, parsed.tokens[own.first].start - 60) : parsed.tokens[own.first].start].lower()
    first = own.first - between
    if before.rstrip().endswith("from") and _RISES.search(before):
        return replace(own, at=at, first=at, last=second.end, low=second.value, high=second.value)
    if low >= second.value:
        return None
    return replace(own, first=first, last=second.end, low=low, high=second.value)


def _with_hedges(parsed: Parsed, own: Number, last: int) -> Number:
    begin, end = parsed.tokens[own.first].start, parsed.tokens[own.last - 1].end
    before = re.sub(r"\s+", " ", parsed.text[max(0, begin - _HEDGE_CHARS) : begin].lower())
    after = re.sub(r"\s+", " ", parsed.text[end : end + _HEDGE_CHARS].lower())
    least, most = _AT_LEAST.search(before), _AT_MOST.search(before)
    if least and most and least.start() < most.start():
        most = None  # "no fewer than"
    hedge = most or least or _ABOUT.search(before)
    first = own.first - _tokens_of(hedge[0]) if hedge and hedge[0].split()[0] not in {"the", "all"} else own.first
    low, high = own.low, own.high
    if most:
        low, high = (None, own.value) if high is not None else (own.low, None)
    elif least:
        high = None
    tail = _AFTER_LEAST.match(after) or _AFTER_MOST.match(after) or _AFTER_ABOUT.match(after)
    stop = own.last
    if tail is not None:
        stop = min(last, own.last + _tokens_of(tail[0]))
        if _AFTER_LEAST.match(after):
            high = None
        elif _AFTER_MOST.match(after):
            low, high = None, own.value
    return replace(own, first=max(0, first), last=stop, low=low, high=high)


def _tokens_of(words: str) -> int:
    return len(words.split())


def _lower(parsed: Parsed, at: int) -> str:
    word = parsed.tokens[at].text.lower() if 0 <= at < len(parsed.tokens) else ""
    return "m" if word == "m." else word  # "$1.5m." at the end of a sentence
