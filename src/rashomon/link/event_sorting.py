"""Mentions of events sorted by how they stand to the one asked about: before it, at its time elsewhere, after it.

Mentions are joined by place, and earlier ones also by month; what names no place and no time of its own speaks of the
focal event.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from rashomon.link.event_focus import Focus, key_place, touches
from rashomon.link.event_mentions import EventMention
from rashomon.link.time_spans import shift_span
from rashomon.model.places import state_of
from rashomon.model.vocabulary import EventRelation, Precision

_APART: Final = timedelta(days=2)
_FAR: Final = timedelta(days=30)
_SAME_TIME: Final = timedelta(days=1)
_LONG: Final = timedelta(days=40)
_COARSE: Final = (Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.DECADE)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Key:
    """What joins mentions into one event: how it stands to the focal one, and a name of its own ("": unknown)."""

    relation: EventRelation
    name: str


FOCAL: Final = Key(relation=EventRelation.FOCAL, name="")
_PLACED: Final = EventRelation.OTHER
"""Of mentions with a place of their own that nothing else is known of."""


def sort_mentions(mentions: Sequence[EventMention], focus: Focus) -> Mapping[Key, Sequence[EventMention]]:
    """Return the mentions by event. What is earlier in one report and named by its place in another is joined."""
    groups: dict[Key, list[EventMention]] = {}
    for mention in mentions:
        groups.setdefault(_key_mention(mention, focus), []).append(mention)
    prior = {key.name for key in groups if key.relation is EventRelation.PRIOR}
    joined: dict[Key, list[EventMention]] = {}
    for key, group in groups.items():
        is_prior = key.relation is _PLACED and key.name in prior
        joined.setdefault(Key(relation=EventRelation.PRIOR, name=key.name) if is_prior else key, []).extend(group)
    return joined


def _key_mention(mention: EventMention, focus: Focus) -> Key:
    if mention.dated:
        return _key_dated(mention, focus)
    if _is_before(mention, focus) and not _may_be_focal(mention, focus):
        return Key(relation=EventRelation.PRIOR, name=_name_prior(mention, focus))
    if mention.follow_up:
        relation = EventRelation.EXPECTED if mention.hint is EventRelation.EXPECTED else EventRelation.LATER
        return Key(relation=relation, name=mention.type)
    if mention.hint is EventRelation.EXPECTED:
        return Key(relation=EventRelation.EXPECTED, name=f"{mention.type} {key_place(mention.place)}".strip())
    if not mention.place or touches(mention.place, focus.names):
        return FOCAL
    state = state_of(mention.place)
    known_elsewhere = state is not None and bool(focus.states) and state not in focus.states
    name = state if known_elsewhere and state else key_place(mention.place)
    if _begins_after(mention, focus) or (known_elsewhere and mention.hint is EventRelation.LATER):
        return Key(relation=EventRelation.LATER, name=name)
    if known_elsewhere or (mention.hint is EventRelation.RECIPROCAL and _is_at_time(mention, focus)):
        return Key(relation=EventRelation.RECIPROCAL, name=name)
    return Key(relation=_PLACED, name=name)


def _key_dated(mention: EventMention, focus: Focus) -> Key:
    """Return the event of a time at which something happened that no word for an event names."""
    if mention.hint is EventRelation.EXPECTED:
        return Key(relation=EventRelation.EXPECTED, name=mention.type)
    told = _anchor(mention, focus)
    if _ends_before(told, focus) and not _may_be_focal(told, focus):
        far = mention.shift is None and _ends_before(told, focus, apart=_FAR)
        if not far and mention.shift is None and mention.precision in _COARSE:
            return FOCAL  # "in May the reservoir rose to 17 metres": the month before led up to it
        # What is told of the weeks before led up to the event asked about: its place is no other event's.
        return Key(relation=EventRelation.PRIOR, name=_name_prior(told, focus) if far else _name_month(told))
    if _begins_after(told, focus):
        return Key(relation=EventRelation.LATER, name=_name_month(told))
    return Key(relation=_PLACED, name="")


def _anchor(mention: EventMention, focus: Focus) -> EventMention:
    """Return a mention that is set off from the focal event with its interval."""
    span = shift_span(focus.time, mention.shift) if mention.shift and focus.time else None
    if span is None:
        return mention
    return replace(mention, begin=span.begin, finish=span.finish, precision=span.precision, shift=None)


def _name_prior(mention: EventMention, focus: Focus) -> str:
    month = _name_month(mention)
    if mention.follow_up:
        return f"{mention.type} {month}".strip()
    if mention.place and (touches(mention.place, focus.names) or not month):
        return f"{key_place(mention.place)} {month}".strip()
    return key_place(mention.place) if mention.place else month


def _name_month(mention: EventMention) -> str:
    if mention.begin is None or mention.finish is None:
        return ""
    return f"{mention.begin:%Y}" if mention.finish - mention.begin > _LONG else f"{mention.begin:%Y-%m}"


def _is_before(mention: EventMention, focus: Focus) -> bool:
    """Tell whether a mention is of something earlier: by its own time where both are known, else by the words."""
    begin = focus.time.begin if focus.time else None
    if mention.finish is not None and mention.shift is None and begin is not None:
        return _ends_before(mention, focus)
    return mention.prior


def _may_be_focal(mention: EventMention, focus: Focus) -> bool:
    """Tell whether a mention with a time of its own may be of the focal event: reports look back at it for years."""
    if focus.time is None or focus.time.begin is None or focus.time.finish is None:
        return False
    if mention.begin is None or mention.finish is None or (mention.place and not touches(mention.place, focus.names)):
        return False
    slack = timedelta(0) if mention.precision in _COARSE else _SAME_TIME
    return mention.begin - slack < focus.time.finish and focus.time.begin < mention.finish + slack


def _ends_before(mention: EventMention, focus: Focus, *, apart: timedelta = _APART) -> bool:
    begin = focus.time.begin if focus.time else None
    return mention.finish is not None and begin is not None and begin - mention.finish >= apart


def _begins_after(mention: EventMention, focus: Focus) -> bool:
    finish = focus.time.finish if focus.time else None
    return mention.begin is not None and finish is not None and mention.begin - finish >= _APART


def _is_at_time(mention: EventMention, focus: Focus) -> bool:
    return not _ends_before(mention, focus) and not _begins_after(mention, focus)
