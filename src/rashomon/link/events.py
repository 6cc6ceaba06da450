"""Events told apart: the one asked about, others at the same time elsewhere, and earlier ones the reports bring up.

Mentions are joined by place, and earlier ones also by month; what names no place and no time of its own speaks of the
focal event.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from rashomon.link.chronology import publication_key
from rashomon.link.event_mentions import EventMention, find_event_mentions, is_event_noun
from rashomon.link.sentences import Sentence, split_sentences
from rashomon.link.times import find_times
from rashomon.model.document import Document
from rashomon.model.event import Event
from rashomon.model.ids import derive_id
from rashomon.model.places import state_of, states_in
from rashomon.model.provenance import Made

RECIPE: Final = "link.events@1"
MOST_EVENTS: Final = 12
_LEAD_CHARS: Final = 1000
_NAME_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*|\d+")
_ASKING_LIST: Final = """
who what why when where how which whose did was were is are do does has have had whether will could would should can the
a an in on at of by and or if according to from for
"""
_ASKING: Final = frozenset(_ASKING_LIST.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMap:
    """The events, the focal one first, and where each document speaks of which: its mentions, in reading order."""

    events: tuple[Event, ...]
    mentions: Mapping[str, tuple[tuple[EventMention, str], ...]]
    sentences: Mapping[str, tuple[Sentence, ...]]

    @property
    def focal(self) -> Event:
        """The event asked about."""
        return self.events[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Focus:
    """What the question is about: words of its names, folded, the states they stand for, its type and time."""

    names: frozenset[str]
    states: frozenset[str]
    place: str
    type: str
    begin: datetime | None
    finish: datetime | None


def map_events(documents: Sequence[Document], *, question: str) -> EventMap:
    """Return the events that documents speak of, seen from a question ("" for none: then from what most speak of)."""
    sentences = {document.id: split_sentences(document.text) for document in documents}
    mentions = {
        document.id: find_event_mentions(
            document.text, sentences[document.id], document_id=document.id, published_at=document.published_at
        )
        for document in documents
    }
    focus = _read_focus(question, documents, mentions)
    groups: dict[tuple[str, str], list[EventMention]] = {}
    for found in mentions.values():
        for mention in found:
            groups.setdefault(_key_mention(mention, focus), []).append(mention)
    groups = _join_groups(groups)
    focal_group = groups.pop(("focal", ""), [])
    focal = _make_event(focus, focal_group, documents)
    others = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    kept = [(key, group) for key, group in others if key[0] != "none" and key[1]][: MOST_EVENTS - 1]
    events = [focal] + [_make_other(key, group) for key, group in kept]
    ids = {_identify(mention): focal.id for mention in focal_group}
    for event, (_, group) in zip(events[1:], kept, strict=True):
        ids |= {_identify(mention): event.id for mention in group}
    return EventMap(
        events=tuple(events),
        mentions={
            document_id: tuple((mention, ids[_identify(mention)]) for mention in found if _identify(mention) in ids)
            for document_id, found in mentions.items()
        },
        sentences=sentences,
    )


def _identify(mention: EventMention) -> tuple[str, int]:
    return (mention.document_id, mention.start)


def _read_focus(question: str, documents: Sequence[Document], mentions: Mapping[str, Sequence[EventMention]]) -> _Focus:
    words = list(_NAME_WORD.finditer(question))
    named = [word for word in words[1:] if word[0][0].isupper() and word[0].casefold() not in _ASKING]
    names = frozenset(_fold(word[0]) for word in named)
    place = question[named[0].start() : named[-1].end()] if named else ""
    kinds = [word[0].casefold() for word in words if is_event_noun(word[0])]
    current = [mention for found in mentions.values() for mention in found if not mention.prior]
    if not names:
        place = _most_common([mention.place for mention in current if mention.place])
        names = frozenset(map(_fold, place.split()))
    about = [mention for mention in current if _touches(mention.place, names)] or current
    kind = find_type(kinds[-1]) if kinds else _most_common([mention.type for mention in about])
    states = frozenset(state for _, _, state in states_in(place))
    begin, finish = _date_focus(about, documents)
    return _Focus(names=names, states=states, place=place, type=kind or "event", begin=begin, finish=finish)


def find_type(word: str) -> str:
    """Return the kind of event that a word names ("explosions" and "exploded": "explosion"), or the word."""
    found = find_event_mentions(word, split_sentences(word), document_id="", published_at=None)
    return found[0].type if found else word


def _date_focus(
    about: Sequence[EventMention], documents: Sequence[Document]
) -> tuple[datetime | None, datetime | None]:
    """Return the day most mentions agree on, else the first day named in the earliest report."""
    days = Counter(
        (mention.begin, mention.finish)
        for mention in about
        if mention.begin and mention.finish and mention.finish - mention.begin <= timedelta(days=2)
    )
    if days:
        return max(days.items(), key=lambda item: (item[1], -item[0][0].timestamp()))[0]
    dated = [document for document in documents if document.published_at is not None]
    if dated:
        first = min(dated, key=publication_key)
        for time in find_times(first.text[:_LEAD_CHARS], published_at=first.published_at):
            if time.begin and time.finish and time.finish - time.begin <= timedelta(days=2):
                return time.begin, time.finish
    return None, None


def _key_mention(mention: EventMention, focus: _Focus) -> tuple[str, str]:
    """Return the group a mention belongs to: the focal event, one elsewhere, or an earlier one by place or month."""
    month = _name_month(mention)
    if mention.prior or _ends_before(mention, focus):
        if mention.place and (_touches(mention.place, focus.names) or not month):
            return ("prior", f"{_key_place(mention.place)} {month}".strip())
        return ("prior", _key_place(mention.place) if mention.place else month)
    if not mention.place or _touches(mention.place, focus.names):
        return ("focal", "")
    state = state_of(mention.place)
    if state is not None and focus.states and state not in focus.states:
        return ("elsewhere", state)
    return ("none", "")


def _name_month(mention: EventMention) -> str:
    if mention.begin is None or mention.finish is None:
        return ""
    return f"{mention.begin:%Y}" if mention.finish - mention.begin > timedelta(days=40) else f"{mention.begin:%Y-%m}"


def _join_groups(groups: dict[tuple[str, str], list[EventMention]]) -> dict[tuple[str, str], list[EventMention]]:
    """Join what is spoken of as earlier in one report and by its place alone in another."""
    prior_places = {key[1] for key in groups if key[0] == "prior"}
    joined: dict[tuple[str, str], list[EventMention]] = {}
    for key, group in groups.items():
        if key[0] == "none":
            for mention in group:
                place = _key_place(mention.place)
                joined.setdefault(("prior", place) if place in prior_places else key, []).append(mention)
        else:
            joined.setdefault(key, []).extend(group)
    return joined


def _ends_before(mention: EventMention, focus: _Focus) -> bool:
    return mention.finish is not None and focus.begin is not None and focus.begin - mention.finish >= timedelta(days=2)


def _touches(place: str, names: frozenset[str]) -> bool:
    if not place:
        return False
    words = {_fold(word) for word in _NAME_WORD.findall(place)}
    state = state_of(place)
    return bool(words & names) or (
        state is not None
        and any(state_of(name.title()) == state for name in names)
        and not _is_other_seat(place, names)
    )


def _is_other_seat(place: str, names: frozenset[str]) -> bool:
    """A seat of power stands in the capital but is a place of its own: what hit it did not hit the whole city."""
    return _fold(place) not in names and not any(
        state_of(name.title()) == state_of(place) and _is_country(place) for name in names
    )


def _is_country(place: str) -> bool:
    return state_of(place) == place


def _key_place(place: str) -> str:
    return " ".join(_fold(word) for word in _NAME_WORD.findall(place) if word.casefold() != "the")


def _fold(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.casefold())


def _most_common(words: Sequence[str]) -> str:
    counts = Counter(words)
    return max(counts, key=lambda word: (counts[word], -words.index(word))) if counts else ""


def _make_event(focus: _Focus, group: Sequence[EventMention], documents: Sequence[Document]) -> Event:
    terms = tuple(dict.fromkeys(mention.type for mention in group))
    label = (
        f"{focus.type} on {focus.place}"
        if focus.type in ("attack", "assault", "raid")
        else f"{focus.type}, {focus.place}"
    )
    return Event(
        id=derive_id("event", "focal", focus.type, " ".join(sorted(focus.names))),
        label=label.rstrip(", ").removesuffix(" on"),
        type=focus.type,
        place=focus.place,
        focal=True,
        prior=False,
        made=Made(recipe=RECIPE, inputs=tuple(document.id for document in documents)),
        start=focus.begin,
        end=focus.finish,
        terms=terms,
    )


def _make_other(key: tuple[str, str], group: Sequence[EventMention]) -> Event:
    places = [mention.place for mention in group if mention.place]
    # A town says more than its state does.
    place = _most_common([place for place in places if not _is_country(place)] or places)
    kind = _most_common([mention.type for mention in group])
    timed = [mention for mention in group if mention.begin and mention.finish] or [
        mention for mention in group if mention.finish
    ]
    return Event(
        id=derive_id("event", *key),
        label=f"{kind}, {place or key[1]}",
        type=kind,
        place=place,
        focal=False,
        prior=key[0] == "prior",
        made=Made(recipe=RECIPE, inputs=tuple(dict.fromkeys(mention.document_id for mention in group))),
        start=timed[0].begin if timed else None,
        end=timed[0].finish if timed else None,
        terms=tuple(dict.fromkeys(mention.type for mention in group)),
    )
