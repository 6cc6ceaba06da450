"""Clauses as far as words and commas show them: how far a time reaches, and what is told as still to come."""

import re
from typing import Final

from rashomon.link.time_patterns import WEEKDAYS
from rashomon.link.times import TimePhrase
from rashomon.model.vocabulary import Precision

_FAR_UNITS: Final = frozenset(("week", "fortnight", "month", "year", "decade"))
_WITHIN_DAY: Final = frozenset((Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY))
_DAY: Final = re.compile(
    r"[A-Z][a-z]+day\b|\b[A-Z][a-z]{2,}\s\d|\d\s[A-Z]|\b[Yy]esterday\b|\b[Ll]ast (?:night|evening)\b"
)
_END: Final = re.compile(
    r"[;:—–]|[”\"](?=\s|$)|,\s(?:and|but|or|so|yet)\b"
    r"|\b(?:that|which|who|whom|whose|whether|while|because|although|though|but|if|as)\b"
)
_COMMA: Final = re.compile(rf",|{_END.pattern}")
_OPENING: Final = " \"“‘'(["
_COMPARED: Final = re.compile(r"\bthan\s+(?:in\s+)?$")
_FROM_HERE: Final = re.compile(r"[\s”\"]*(?:[.,;:!?]|$)")
_LATER: Final = re.compile(r"(?:earlier|later|afterwards?|beforehand)$")
_ONE_OF_MANY: Final = re.compile(r"(?:day|week|month|year)\s", re.IGNORECASE)
_ON_DAY: Final = rf"on (?:{'|'.join(day.title() for day in WEEKDAYS)})"
_FORESEEN: Final = re.compile(
    r"(?<!\bill )(?<!\bfree )\b(?:will|shall)(?! (?:never|not?|have|say|tell|remain|always)\b)"
    r"|\b(?:is|are) (?:now |soon )?(?:to|about to|set to|going to)"
    r"(?! (?:blame|be (?:trusted|believed|seen|sure|feared))\b) [a-z]"
    r"|\b(?:is|are|was|were) (?:due|scheduled|expected) (?:to|on|in|at|by|before|early|later?|next|for)\b"
    r"|\byet to (?:come|be)\b|\bwould be (?:the )?next\b|\b[Ff]ears? (?:an?|another|further|new|more)\b"
    rf"|\b(?:is|are|opens?|meets?|votes?|begins?|starts?|sits?|resumes?) {_ON_DAY}\b"
)

_ASKS: Final = re.compile(r"(?:\s\w+){1,3}\s(?:whether|that)\b")
_TELLS: Final = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells?|f(?:ound|inds?)|conclu\w+|report\w*|hear[ds]?|stud(?:y|ies)|testi\w+"
    r"|confess\w*|writ\w+|wrote|list\w*|announc\w+|publish\w*|show\w*|reveal\w*|admit\w*|den(?:y|ie[sd])|claim\w*|blam\w+|accus\w+|point\w*"
    r"|rul(?:ed?|ing)|inquir\w+|commission|expert\w*|declar\w+|attribut\w+|identif\w+|suggest\w*|establish\w*)\b",
    re.IGNORECASE,
)


def end_reach(words: str, start: int, end: int) -> int:
    """Return how far a time at start..end of a sentence holds: to the end of the clause it leads, else to a comma."""
    leads = not words[:start].strip(_OPENING)
    stop = (_END if leads else _COMMA).search(words, end)
    return stop.start() if stop else len(words)


def names_day(words: str, time: TimePhrase) -> bool:
    """Tell whether a time names a day or more of its own: "at dawn" and "weeks after" another event do not."""
    said = words[time.start : time.end]
    if _COMPARED.search(words, 0, time.start):
        return False
    if time.shift is not None:
        from_here = _FROM_HERE.match(words, time.end) if said.endswith(("before", "after")) else _LATER.search(said)
        return time.shift.unit in _FAR_UNITS and from_here is not None and _ONE_OF_MANY.match(said) is None
    if time.finish is None:
        return False
    return time.precision not in _WITHIN_DAY or _DAY.search(said) is not None


def find_foreseen(words: str) -> tuple[tuple[int, int], ...]:
    """Return where a sentence tells of what is still to come: "will be raised", "is due in May"."""
    return tuple(match.span() for match in _FORESEEN.finditer(words) if not _ASKS.match(words, match.end()))


def tells(words: str) -> bool:
    """Tell whether words are about somebody who says or finds something: its time is not that of what is said."""
    return _TELLS.search(words) is not None
