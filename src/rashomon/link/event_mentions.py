"""Mentions of events in texts: a word for something that happened, with the place and time said beside it.

No parse is used: a word list, prepositions before names, and the turns of phrase by which news sets one event before
another ("comes weeks after a pair of explosions over ...", "four weeks before Tuesday's raid, two drones ...").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from rashomon.link.event_clauses import end_reach, find_foreseen, names_day
from rashomon.link.event_words import FOLLOW_UPS, is_foreseen, is_retaliation, is_simultaneous
from rashomon.link.sentences import Sentence
from rashomon.link.time_patterns import COUNTS, MONTHS, VAGUE_COUNTS, WEEKDAYS
from rashomon.link.time_spans import Shift, Span, shift_span
from rashomon.link.times import TimePhrase, find_times
from rashomon.model.vocabulary import EventRelation, Precision

UNNAMED: Final = "event"
"""The type of what no word for an event names."""

_NOUN_LIST: Final = """
attack assault strike raid bombing bombardment blast explosion detonation shelling barrage shooting killing murder
assassination poisoning crash collision derailment sinking collapse breach destruction demolition fire blaze arson leak
spill outage blackout hack hacking intrusion cyberattack sabotage coup invasion incursion offensive massacre kidnapping
abduction disappearance theft robbery heist riot clash stampede flood earthquake accident disaster incident bomb
airstrike ambush hijacking siege mutiny outbreak wreck plot
"""
NOUNS: Final = frozenset(_NOUN_LIST.split())
_VERBS: Final = {
    "attacked": "attack", "struck": "strike", "bombed": "bombing", "shelled": "shelling", "exploded": "explosion",
    "burst": "explosion", "blew": "explosion", "blown": "explosion", "detonated": "explosion", "crashed": "crash",
    "sank": "sinking", "sunk": "sinking", "collapsed": "collapse", "breached": "breach", "destroyed": "destruction",
    "poisoned": "poisoning", "hacked": "hack", "targeted": "attack", "raided": "raid", "bombarded": "bombardment",
    "planted": "bombing", "murdered": "murder", "assassinated": "assassination", "derailed": "derailment",
    "ambushed": "ambush", "hijacked": "hijacking", "burned": "fire", "sabotaged": "sabotage", "invaded": "invasion",
    "shot": "shooting", "robbed": "robbery", "capsized": "sinking", "stole": "theft", "stolen": "theft",
    "burnt": "fire", "massacred": "massacre",
    "hit": "strike", "crash": "crash", "explode": "explosion", "collapse": "collapse", "sink": "sinking",
}  # fmt: skip
_EVENT: Final = re.compile(
    r"\b(?:"
    + "|".join(
        sorted(
            {*NOUNS, *(f"{noun}s" for noun in NOUNS), "crashes", "breaches", *_VERBS, *FOLLOW_UPS},
            key=len,
            reverse=True,
        )
    )
    + r")\b",
    re.IGNORECASE,
)
_NAME: Final = r"[A-Z][\w.'’-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w.'’-]*){0,4}"
_PLACE_AFTER: Final = re.compile(
    r"^(?:\s+up)?(?:\s+(?!by\b|and\b|but\b|that\b|which\b|who\b|while\b|after\b|before\b|ahead\b|as\b)[\w-]+){0,6}?"
    r"\s+(?:on|over|above|at|in|near|of|against|inside|outside|targeted|hit|struck|rocked|shook)\s+"
    r"(?:(?:the|central|downtown|eastern|western|northern|southern|city|capital|its|of|sky|skies|over|above)\s+)*"
    rf"(?:[\w-]+\s+capital,\s+)?(?P<place>{_NAME})"
)
_PLACE_NAMED: Final = re.compile(rf"\b(?:at|in|near|on|against)\s(?P<place>{_NAME})")
_PLACE_OBJECT: Final = re.compile(
    rf"^\s+(?:the\s+)?(?:{_NAME}\s+[a-z][\w-]*\s+(?:in|at|near|outside)\s+)?(?P<place>{_NAME})"
)
_PLACE_BEFORE: Final = re.compile(
    rf"(?P<place>{_NAME})(?:['’]s)?\s+(?:(?:was|were|has|have|had|is|been|being|again|also|itself)\s+|[\w-]+\s+){{0,2}}$"
)
_TRANSITIVE_LIST: Final = """
attacked struck hit bombed shelled destroyed targeted raided bombarded poisoned hacked invaded sabotaged ambushed
murdered
assassinated planted
"""
_TRANSITIVE: Final = frozenset(_TRANSITIVE_LIST.split())
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+\s+)?$")
_TOWN: Final = re.compile(r"\s+(?:capital|city|town|territory|soil|border|coast|forces|troops)\b")
_SEGMENT_END: Final = re.compile(r"[;:—–]|,\s|\bsince\b")
_SET_BACK: Final = re.compile(
    r"\b(?:(?:just|only|barely)\s+)?"
    r"(?:(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|several|some"
    r"|many)\s+)?(?P<unit>day|week|month|year)s?\s+(?P<way>after|before|prior to|ahead of)\b"
)
_EARLIER: Final = re.compile(
    r"(?<![Hh]ours )(?<![Mm]inutes )\b(?:earlier|previous|last (?:month|year|week|spring|summer|autumn|fall|winter)'?s?"
    r"|(?:days?|weeks?|months?|years?) (?:ago|earlier|before\b(?!\s+\w)))\b"
)
_WEEKDAY: Final = re.compile("day\\b", re.IGNORECASE)
_MOST_IN_SENTENCE: Final = 12
_NEAR_CHARS: Final = 45
_NO_PLACE_LIST: Final = """
president the a in mr he she it they we i you this that these those no if and but
"""
_NOT_PLACES: Final = frozenset((*_NO_PLACE_LIST.split(), *WEEKDAYS, *MONTHS))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One word for an event at start..end of a document. `prior`: the text sets it well before its own time.

    `place` is a name as written, or "". `begin` and `finish` bound the time said, where it resolves, with its
    `precision`; `shift` is how far the text sets it off from the event asked about. `hint` is how the words around it
    set it beside that event; `follow_up` tells of what follows upon events (an arrest, a trial) rather than of one,
    `dated` has no word for an event, only a time at which something happened, which holds up to `reach`.
    """

    document_id: str
    start: int
    end: int
    type: str
    place: str
    prior: bool
    begin: datetime | None = None
    finish: datetime | None = None
    precision: Precision | None = None
    shift: Shift | None = None
    hint: EventRelation | None = None
    follow_up: bool = False
    dated: bool = False
    reach: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A stretch of a sentence that is set before the rest of it, by so much."""

    start: int
    end: int
    shift: Shift
    from_news: bool = False


def find_event_mentions(
    text: str, sentences: Sequence[Sentence], *, document_id: str, published_at: datetime | None
) -> tuple[EventMention, ...]:
    """Return the mentions of events in a document, in reading order."""
    found = []
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        times = find_times(words, published_at=published_at)
        back = _find_set_back(words)
        for match in islice(_EVENT.finditer(words), _MOST_IN_SENTENCE):
            place = _find_place(words, match)
            if match[0].casefold() == "hit" and not place:
                continue  # said of too much else
            near, early = _read_time(words, match, times, published_at)
            set_back = next((one for one in back if one.start <= match.start() < one.end), None)
            told = near or (_count_back(set_back, published_at) if set_back else None)
            found.append(
                EventMention(
                    document_id=document_id,
                    start=sentence.start + match.start(),
                    end=sentence.start + match.end(),
                    type=_name_type(match[0]),
                    place=place,
                    prior=early or set_back is not None,
                    begin=told.begin if told else None,
                    finish=told.finish if told else None,
                    precision=told.precision if told else None,
                    shift=set_back.shift if set_back else None,
                    hint=_read_hint(words, match),
                    follow_up=match[0].casefold() in FOLLOW_UPS,
                )
            )
        found += _find_ahead(words, sentence.start, document_id)
        found += _find_dated(words, times, sentence.start, document_id)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def _find_dated(words: str, times: Sequence[TimePhrase], offset: int, document_id: str) -> list[EventMention]:
    """Return the times of a sentence; where it has no word for an event, with the place named beside each."""
    found = []
    for time in times:
        if not names_day(words, time):
            continue
        # Beside a word for an event a place is that event's.
        place = None if time.shift or _EVENT.search(words) else _find_named(words, time)
        found.append(
            EventMention(
                document_id=document_id,
                start=offset + time.start,
                end=offset + time.end,
                type=UNNAMED,
                place=_trim(place["place"]) if place and not _is_no_place(place["place"]) else "",
                prior=False,
                begin=time.begin,
                finish=time.finish,
                precision=time.precision,
                shift=time.shift,
                dated=True,
                reach=offset + end_reach(words, time.start, time.end),
            )
        )
    return found


def _find_ahead(words: str, offset: int, document_id: str) -> list[EventMention]:
    """Return the verbs of a sentence that tell of what is still to come."""
    return [
        EventMention(
            document_id=document_id,
            start=offset + start,
            end=offset + end,
            type=UNNAMED,
            place="",
            prior=False,
            hint=EventRelation.EXPECTED,
            dated=True,
            reach=offset + end,
        )
        for start, end in find_foreseen(words)
    ]


def _find_named(words: str, time: TimePhrase) -> re.Match[str] | None:
    return _PLACE_NAMED.search(words, time.end) or _PLACE_NAMED.search(words, 0, time.start)


def is_event_noun(word: str) -> bool:
    """Tell whether a word names a kind of event."""
    return _EVENT.fullmatch(word) is not None and word.casefold() not in FOLLOW_UPS


def _name_type(word: str) -> str:
    folded = word.casefold()
    if folded in FOLLOW_UPS:
        return FOLLOW_UPS[folded]
    if folded in _VERBS:
        return _VERBS[folded]
    if folded in NOUNS:
        return folded
    return folded.removesuffix("es") if folded.removesuffix("es") in NOUNS else folded.removesuffix("s")


def _read_hint(words: str, match: re.Match[str]) -> EventRelation | None:
    left, right = _find_segment(words, match.start(), match.end())
    if is_foreseen(words, left, match.start()):
        return EventRelation.EXPECTED
    if is_retaliation(words[left:right]):
        return EventRelation.LATER
    return EventRelation.RECIPROCAL if is_simultaneous(words[left:right]) else None


def _read_shift(match: re.Match[str]) -> Shift:
    count = (match["count"] or "").casefold()
    if count in VAGUE_COUNTS:
        low, high = VAGUE_COUNTS[count]
    else:
        low = high = float(count) if count.isdigit() else float(COUNTS[count])
    return Shift(unit=match["unit"], low=-high, high=-low)


def _find_set_back(words: str) -> list[_Stretch]:
    """Return the stretches of a sentence that a phrase like "weeks after" sets before the rest of it."""
    stretches = []
    for match in _SET_BACK.finditer(words):
        comma = re.compile(r",\s").search(words, match.end())
        if match["way"] == "after":
            # "weeks after X, Y": only X is earlier. "Y, weeks after X, a strike on Z": what follows explains X.
            leads = not words[: match.start()].strip(' "“')
            end = comma.start() if leads and comma else len(words)
            stretches.append(_Stretch(start=match.end(), end=end, shift=_read_shift(match), from_news=True))
        elif comma and not words[: match.start()].strip(' "“'):
            stretches.append(_Stretch(start=comma.end(), end=len(words), shift=_read_shift(match)))
        else:
            stretches.append(_Stretch(start=0, end=match.start(), shift=_read_shift(match)))
    return stretches


def _count_back(stretch: _Stretch, published_at: datetime | None) -> Span | None:
    """Return when that happened after which the news is told: "a year after the blast" in a report of today."""
    if not stretch.from_news or published_at is None:
        return None
    return shift_span(Span(begin=published_at, finish=published_at, precision=Precision.DAY), stretch.shift)


def _read_time(
    words: str, match: re.Match[str], times: Sequence[TimePhrase], published_at: datetime | None
) -> tuple[TimePhrase | None, bool]:
    """Return the time said close to a mention, and whether it lies well before publication."""
    left, right = _find_segment(words, match.start(), match.end())
    near = [
        time
        for time in times
        if time.shift is None
        and left <= time.start
        and time.end <= right
        and _gap(time.start, time.end, match) <= _NEAR_CHARS
    ]
    near.sort(key=lambda time: _gap(time.start, time.end, match))
    earlier = any(
        left <= cue.start() and cue.end() <= right and _gap(cue.start(), cue.end(), match) <= _NEAR_CHARS
        for cue in _EARLIER.finditer(words)
    )
    if not near:
        return None, earlier
    finish = near[0].finish
    weekday = _WEEKDAY.search(words, near[0].start, near[0].end) is not None
    early = (
        not weekday and finish is not None and published_at is not None and published_at - finish > timedelta(days=7)
    )
    return near[0], (earlier and not weekday) or early


def _gap(start: int, end: int, match: re.Match[str]) -> int:
    return max(0, start - match.end(), match.start() - end)


def _find_segment(words: str, start: int, end: int) -> tuple[int, int]:
    left = max((cut.end() for cut in _SEGMENT_END.finditer(words, 0, start)), default=0)
    right = _SEGMENT_END.search(words, end)
    return left, right.start() if right else len(words)


def _find_place(words: str, match: re.Match[str]) -> str:
    """Return the name that stands where a place or target stands: after a preposition, as object, before the word."""
    after = words[match.end() : match.end() + 120]
    segment = re.split(r"[;:.]\s|,\s(?!the\s|[A-Z])", after)[0]
    takes_object = match[0].casefold() in _VERBS
    patterns = (_PLACE_OBJECT, _PLACE_AFTER) if takes_object else (_PLACE_AFTER,)
    for pattern in patterns:
        found = pattern.match(segment)
        # "the Kenyan capital" names no town, and "Kenyan" is none.
        if found and not _is_no_place(found["place"]) and not _TOWN.match(segment, found.end()):
            return _trim(found["place"])
    if match[0].casefold() in FOLLOW_UPS:
        return ""  # the name before "arrested" is whoever did it
    lead = words[max(0, match.start() - 80) : match.start()]
    if match[0].casefold() in _TRANSITIVE and not _PASSIVE.search(lead):
        return ""  # the name before an active verb is whoever did it
    before = _PLACE_BEFORE.search(lead)
    return _trim(before["place"]) if before and not _is_no_place(before["place"]) else ""


def _is_no_place(name: str) -> bool:
    first = re.split(r"[\s'’]", name, maxsplit=1)[0]
    return first.rstrip(".,").casefold() in _NOT_PLACES


def _trim(name: str) -> str:
    return re.sub(r"['’]s\b.*$|[.,]+$", "", name).strip()
