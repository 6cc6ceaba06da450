"""What is asked about: names of its place, the states they stand for, its type and its time."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rashomon.link.chronology import publication_key
from rashomon.link.event_mentions import EventMention, find_event_mentions, is_event_noun
from rashomon.link.sentences import split_sentences
from rashomon.link.time_patterns import MONTHS, WEEKDAYS
from rashomon.link.time_spans import Span
from rashomon.link.times import find_times
from rashomon.model.document import Document
from rashomon.model.places import state_of, states_in
from rashomon.model.vocabulary import Precision

_LEAD_CHARS: Final = 1000
_NEWS: Final = timedelta(days=8)
_MOST_DAYS: Final = timedelta(days=2)
_NAME_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*|\d+")
_ASKING_LIST: Final = """
who what why when where how which whose did was were is are do does has have had whether will could would should can the
a an in on at of by and or if according to from for
"""
_NO_NAMES: Final = frozenset((*_ASKING_LIST.split(), *MONTHS, *WEEKDAYS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What the question is about: words of its names, folded, the states they stand for, its type and time."""

    names: frozenset[str]
    states: frozenset[str]
    place: str
    type: str
    time: Span | None


def read_focus(question: str, documents: Sequence[Document], mentions: Mapping[str, Sequence[EventMention]]) -> Focus:
    """Return what a question is about; where it names nothing, what most mentions are of."""
    words = list(_NAME_WORD.finditer(question))
    named = [word for word in words[1:] if word[0][0].isupper() and word[0].casefold() not in _NO_NAMES]
    names = frozenset(fold_word(word[0]) for word in named)
    place = question[named[0].start() : named[-1].end()] if named else ""
    kinds = [word[0].casefold() for word in words if is_event_noun(word[0])]
    told = [mention for found in mentions.values() for mention in found if not mention.prior]
    current = [mention for mention in told if not mention.follow_up and not mention.dated]
    if not names:
        place = most_common([mention.place for mention in current if mention.place])
        names = frozenset(map(fold_word, place.split()))
    about = [mention for mention in current if touches(mention.place, names)] or current
    kind = find_type(kinds[-1]) if kinds else most_common([mention.type for mention in about])
    states = frozenset(state for _, _, state in states_in(place))
    # A mention that names no place is of the event asked about, like one that names its place.
    own = [mention for mention in current if not mention.place or touches(mention.place, names)]
    time = date_event(own, documents) or date_event(told, documents) or date_event(own, documents, looking_back=True)
    return Focus(names=names, states=states, place=place, type=kind or "event", time=time or _date_first(documents))


def find_type(word: str) -> str:
    """Return the kind of event that a word names ("explosions" and "exploded": "explosion"), or the word."""
    found = find_event_mentions(word, split_sentences(word), document_id="", published_at=None)
    return found[0].type if found else word


def date_event(
    about: Sequence[EventMention], documents: Sequence[Document], *, looking_back: bool = False
) -> Span | None:
    """Return the time of an event: the day most reports agree on, as exactly as most that name it do; None for none.

    A report of news tells of the days before it; what is told from further off counts only when `looking_back`.
    """
    published = {document.id: document.published_at for document in documents}
    told: dict[date, list[tuple[str, Span]]] = defaultdict(list)
    placed: Counter[date] = Counter()
    for mention in about:
        span = _span_of(mention)
        if span is None or span.begin is None:
            continue
        when = published.get(mention.document_id)
        if looking_back or when is None or timedelta(0) <= when.date() - span.begin.date() <= _NEWS:
            told[span.begin.date()].append((mention.document_id, span))
            placed[span.begin.date()] += bool(mention.place)
    if not told:
        return None
    days = [when.date() for when in published.values() if when is not None]

    def weigh(day: date) -> tuple[int, int, int, int]:
        # A report that had appeared before a day speaks against it.
        reports = len({one for one, _ in told[day]}) - sum(other < day for other in days)
        return reports, placed[day], len(told[day]), -day.toordinal()

    day = max(told, key=weigh)
    if weigh(day)[0] <= 0:
        return None
    counted = Counter(span for _, span in told[day])
    order = tuple(Precision)
    return max(counted, key=lambda span: (counted[span], -order.index(span.precision)))


def _date_first(documents: Sequence[Document]) -> Span | None:
    """Return the first day named in the earliest report."""
    dated = [document for document in documents if document.published_at is not None]
    if not dated:
        return None
    first = min(dated, key=publication_key)
    for time in find_times(first.text[:_LEAD_CHARS], published_at=first.published_at):
        if time.begin and time.finish and time.precision and time.finish - time.begin <= _MOST_DAYS:
            return Span(begin=time.begin, finish=time.finish, precision=time.precision)
    return None


def _span_of(mention: EventMention) -> Span | None:
    if mention.begin is None or mention.finish is None or mention.precision is None:
        return None
    if mention.finish - mention.begin > _MOST_DAYS:
        return None
    return Span(begin=mention.begin, finish=mention.finish, precision=mention.precision)


def touches(place: str, names: frozenset[str]) -> bool:
    """Tell whether a place is the one that names stand for, or lies in the state they stand for."""
    if not place:
        return False
    words = {fold_word(word) for word in _NAME_WORD.findall(place)}
    state = state_of(place)
    return bool(words & names) or (
        state is not None
        and any(state_of(name.title()) == state for name in names)
        and not _is_other_seat(place, names)
    )


def _is_other_seat(place: str, names: frozenset[str]) -> bool:
    """A seat of power stands in the capital but is a place of its own: what hit it did not hit the whole city."""
    return fold_word(place) not in names and not any(
        state_of(name.title()) == state_of(place) and is_country(place) for name in names
    )


def is_country(place: str) -> bool:
    """Tell whether a place is a whole state."""
    return state_of(place) == place


def key_place(place: str) -> str:
    """Return the folded words of a place, the same however it is written."""
    return " ".join(fold_word(word) for word in _NAME_WORD.findall(place) if word.casefold() != "the")


def fold_word(word: str) -> str:
    """Return a word folded and without a possessive ending."""
    return re.sub(r"['’]s?$", "", word.casefold())


def most_common(words: Sequence[str]) -> str:
    """Return the word that stands most often, of equals the first; \"\" where there is none."""
    counts = Counter(words)
    return max(counts, key=lambda word: (counts[word], -words.index(word))) if counts else ""
