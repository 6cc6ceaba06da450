"""Counts that lean on another of their sentence: *twice as many*, *among them five children*, *a third man died*."""

import re
from typing import Final

from rashomon.extract.numbers import SMALL, Number
from rashomon.extract.parsing import Parsed, Token
from rashomon.extract.tree import children

_TIMES: Final = {"twice": 2.0, "double": 2.0, "thrice": 3.0}
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=2
    )
}
_PART: Final = re.compile(
    r"\b(?:among (?:them|whom)|amongst them|including|included(?: among them)?|of (?:them|whom))[ ,]"
    r"(?:at least |some |about |more than |up to |the |were |are )*$"
)
_AMONG: Final = re.compile(
    r"\b(?:(?:among|of) (?:the|those) (?P<of>\w+)(?: \w+)?,? (?:are|were|is|was|there were)"
    r"|the (?P<who>\w+) included?)(?: at least| some| about)? $"
)
_MORE_BEFORE: Final = frozenset({"another", "further", "additional", "extra"})
_MORE_AFTER: Final = frozenset({"more", "others", "further"})
_OF_THEM: Final = re.compile(
    r"\bof (?:them|whom|which|these|those),? (?:\w+ )?$|\bof (?:the |some )?[\d,]+ [\w ]{3,40}, $"
)
_PREDICATE_WORDS: Final = 4
_BEFORE_CHARS: Final = 60


def read_multiple(parsed: Parsed, at: int, last: int, low: float | None, high: float | None) -> Number | None:
    """Return the number of *twice as many*, whose base counts `low` to `high`; None where none is told so."""
    word, end = _lower(parsed, at), at + 1
    factor = _TIMES.get(word, 0.0)
    if not factor and _lower(parsed, at + 1) == "times":
        factor, end = float(SMALL.get(word, 0)), at + 2
    if factor < 2 or end + 1 >= last or [_lower(parsed, end), _lower(parsed, end + 1)] != ["as", "many"]:
        return None
    sides = (None if side is None else side * factor for side in (low, high))
    low, high = sides
    return Number(first=at, at=at, last=end + 2, low=low, high=high, figure=False)


def rank_of(parsed: Parsed, noun: Token) -> float:
    """Return what number a noun is said to be (*a third man* 3), 1 where it has none."""
    ranks = (_ORDINALS.get(child.text.lower(), 0) for child in children(parsed, noun, "amod", "nummod", "compound"))
    return float(max(ranks, default=0) or 1)


def is_sole(parsed: Parsed, noun: Token) -> Token | None:
    """Return the word that says a noun is the only one (*the lone survivor*), None for none."""
    return next((c for c in children(parsed, noun, "amod") if c.text.lower() in {"only", "lone", "sole"}), None)


def is_part(parsed: Parsed, number: Number) -> bool:
    """Whether a count is said to be part of the one before it: *27 people, among them five children*."""
    return _PART.search(_before(parsed, number)) is not None or (
        _lower(parsed, number.last) == "of" and _lower(parsed, number.last + 1) in {"them", "whom"}
    )


def whole_of_part(parsed: Parsed, number: Number) -> str:
    """Return the word for the whole a count is part of: *dead* in *among the dead were five children*; "" for none."""
    match = _AMONG.search(_before(parsed, number))
    return match["of"] or match["who"] if match is not None else ""


def predicate_of_part(parsed: Parsed, number: Number) -> str:
    """Return what is said of part of what was counted: *empty* in *three of which were empty*; "" for nothing."""
    end = number.last
    behind = _lower(parsed, end) == "of" and _lower(parsed, end + 1) in {"which", "them", "whom", "these", "those"}
    end += 2 * behind
    before = _before(parsed, number)
    if not behind and not _OF_THEM.search(before):
        return ""
    if _lower(parsed, end) not in {"were", "are", "was", "is"}:
        return ""
    words: list[str] = []
    for token in parsed.tokens[end + 1 : end + 1 + _PREDICATE_WORDS]:
        if token.pos in {"PUNCT", "CCONJ", "SCONJ", "AUX"} or (words and token.pos in {"ADP", "VERB"}):
            break
        words.append(token.text.lower())
    return " ".join(words)


def is_increment(parsed: Parsed, number: Number, end: int) -> bool:
    """Whether a number adds to one told elsewhere: *four more people died*."""
    after = {_lower(parsed, n) for n in range(number.last, min(end, number.last + 2))} | {_lower(parsed, number.last)}
    return bool(after & _MORE_AFTER)


def is_another(parsed: Parsed, number: Number) -> bool:
    """Whether a number adds to one before it, of the same fate or another: *another four*, *a further nine*."""
    before = {_lower(parsed, n) for n in range(number.first - 1, number.at)}
    return bool(before & _MORE_BEFORE)


def _before(parsed: Parsed, number: Number) -> str:
    start = parsed.tokens[number.at].start
    return re.sub(r"\s+", " ", parsed.text[max(0, start - _BEFORE_CHARS) : start].lower())


def _lower(parsed: Parsed, at: int) -> str:
    return parsed.tokens[at].text.lower() if 0 <= at < len(parsed.tokens) else ""
