"""Events told apart: the one asked about, those set beside it, and those that other reports in the heap are on."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.link.event_focus import Focus, date_event, is_country, most_common, read_focus
from rashomon.link.event_mentions import EventMention, find_event_mentions
from rashomon.link.event_reports import part_reports
from rashomon.link.event_sorting import FOCAL, Key, sort_mentions
from rashomon.link.sentences import Sentence, find_sentence, split_sentences
from rashomon.link.time_patterns import MONTHS, WEEKDAYS
from rashomon.link.time_spans import Span, shift_span
from rashomon.model.document import Document
from rashomon.model.event import Event, EventLink
from rashomon.model.ids import derive_id
from rashomon.model.places import state_of, states_in
from rashomon.model.provenance import Made
from rashomon.model.vocabulary import EventRelation, Precision

RECIPE: Final = "link.events@3"
MOST_EVENTS: Final = 24
"""Events kept beside the one asked about, besides those that other reports are on."""

_MOST_PARTICIPANTS: Final = 6
_AREA: Final = frozenset(("attack", "assault", "raid"))
_FULL_NAME: Final = re.compile(r"\b[A-Z][a-z’'-]{1,30}(?:\s(?:[A-Z]\.|[A-Z][a-z’'-]{1,30})){1,3}(?<!\.)")
_TIME_WORDS: Final = frozenset((*MONTHS, *WEEKDAYS))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMap:
    """The events, the focal one first, and where each document speaks of which: its mentions, in reading order.

    `main` is the event each document is on.
    """

    events: tuple[Event, ...]
    mentions: Mapping[str, tuple[tuple[EventMention, str], ...]]
    sentences: Mapping[str, tuple[Sentence, ...]]
    main: Mapping[str, str]

    @property
    def focal(self) -> Event:
        """The event asked about."""
        return self.events[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An event with the mentions it was made from."""

    event: Event
    mentions: Sequence[EventMention]


def map_events(documents: Sequence[Document], *, question: str) -> EventMap:
    """Return the events that documents speak of, seen from a question ("" for none: then from what most are on)."""
    sentences = {document.id: split_sentences(document.text) for document in documents}
    mentions = {
        document.id: find_event_mentions(
            document.text, sentences[document.id], document_id=document.id, published_at=document.published_at
        )
        for document in documents
    }
    groups = part_reports(documents, question=question)
    by_id = {document.id: document for document in documents}
    on_focal = [document for document in documents if document.id in groups.focal]
    told = {document.id: mentions[document.id] for document in on_focal}
    found = [
        *_list_focal(read_focus(question, on_focal, told), on_focal, told),
        *(_make_apart([by_id[one] for one in group], mentions) for group in groups.others),
    ]
    ids = {(one.document_id, one.start): each.event.id for each in found for one in each.mentions}
    placed = {
        document_id: tuple((one, ids[document_id, one.start]) for one in spoken if (document_id, one.start) in ids)
        for document_id, spoken in mentions.items()
    }
    focal_id = found[0].event.id
    main = {one: each.event.id for each in found[1:] for one in each.event.document_ids}
    main |= {document.id: _find_main(placed[document.id], [each.event for each in found]) for document in on_focal}
    held = {event_id: tuple(d for d in main if main[d] == event_id) for event_id in {focal_id, *main.values()}}
    events = tuple(
        replace(
            each.event,
            participants=_name_participants(each, by_id, sentences),
            document_ids=held.get(each.event.id, ()),
        )
        for each in found
    )
    return EventMap(events=events, mentions=placed, sentences=sentences, main=main)


def link_events(events: EventMap) -> tuple[EventLink, ...]:
    """Return where each report speaks of which event, in the order of the reports."""
    links = []
    for document_id, spoken in events.mentions.items():
        by_event: dict[str, list[EventMention]] = {}
        for mention, event_id in spoken:
            by_event.setdefault(event_id, []).append(mention)
        links += [
            EventLink(
                event_id=event_id,
                document_id=document_id,
                starts=tuple(one.start for one in group),
                ends=tuple(one.end for one in group),
                made=Made(recipe=RECIPE, inputs=(event_id, document_id)),
            )
            for event_id, group in by_event.items()
        ]
    return tuple(links)


def _list_focal(
    focus: Focus, documents: Sequence[Document], mentions: Mapping[str, Sequence[EventMention]]
) -> Iterator[_Found]:
    """Yield the focal event and those set beside it, the ones most spoken of first."""
    groups = dict(sort_mentions([one for spoken in mentions.values() for one in spoken], focus))
    group = groups.pop(FOCAL, [])
    yield _Found(event=_make_focal(focus, group, documents), mentions=group)
    others = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    kept = [(key, group) for key, group in others if key.relation is not EventRelation.OTHER and key.name]
    for key, group in kept[:MOST_EVENTS]:
        yield _Found(event=_make_beside(key, group, focus), mentions=group)


def _make_focal(focus: Focus, group: Sequence[EventMention], documents: Sequence[Document]) -> Event:
    label = f"{focus.type} on {focus.place}" if focus.type in _AREA else f"{focus.type}, {focus.place}"
    return Event(
        id=derive_id("event", "focal", focus.type, " ".join(sorted(focus.names))),
        label=label.rstrip(", ").removesuffix(" on"),
        type=focus.type,
        place=focus.place,
        focal=True,
        prior=False,
        made=Made(recipe=RECIPE, inputs=tuple(document.id for document in documents)),
        start=focus.time.begin if focus.time else None,
        end=focus.time.finish if focus.time else None,
        precision=focus.time.precision if focus.time else None,
        terms=_name_terms(group),
        relation=EventRelation.FOCAL,
    )


def _make_beside(key: Key, group: Sequence[EventMention], focus: Focus) -> Event:
    places = [mention.place for mention in group if mention.place]
    # A town says more than its state does.
    place = most_common([place for place in places if not is_country(place)] or places)
    kind = most_common([mention.type for mention in group])
    time = _date_beside(group, focus)
    return Event(
        id=derive_id("event", key.relation, key.name),
        label=", ".join(filter(None, (kind, place or (key.name if key.name != kind else "")))),
        type=kind,
        place=place,
        focal=False,
        prior=key.relation is EventRelation.PRIOR,
        made=Made(recipe=RECIPE, inputs=tuple(dict.fromkeys(mention.document_id for mention in group))),
        start=time.begin if time else None,
        end=time.finish if time else None,
        precision=time.precision if time else None,
        terms=_name_terms(group),
        relation=key.relation,
    )


def _make_apart(documents: Sequence[Document], mentions: Mapping[str, Sequence[EventMention]]) -> _Found:
    """Return the event that reports of their own are on; what they say of earlier ones is left out."""
    told = {document.id: [one for one in mentions[document.id] if not one.prior] for document in documents}
    group = [one for spoken in told.values() for one in spoken if not one.follow_up]
    place = most_common([one.place for one in group if one.place])
    kind = most_common([one.type for one in group]) or "event"
    time = date_event(group, documents) or date_event(group, documents, looking_back=True)
    event = Event(
        id=derive_id("event", EventRelation.OTHER, kind, place, documents[0].id),
        label=f"{kind}, {place}".rstrip(", "),
        type=kind,
        place=place,
        focal=False,
        prior=False,
        made=Made(recipe=RECIPE, inputs=tuple(document.id for document in documents)),
        start=time.begin if time else None,
        end=time.finish if time else None,
        precision=time.precision if time else None,
        terms=_name_terms(group),
        relation=EventRelation.OTHER,
        document_ids=tuple(document.id for document in documents),
    )
    return _Found(event=event, mentions=[one for spoken in told.values() for one in spoken])


def _date_beside(group: Sequence[EventMention], focus: Focus) -> Span | None:
    """Return the time of an event beside the focal one: its own as most exactly told, else as far off as is told."""
    order = tuple(Precision)
    own = [
        Span(begin=one.begin, finish=one.finish, precision=one.precision)
        for one in group
        if one.finish is not None and one.precision is not None and one.shift is None
    ]
    if own:
        counted = Counter(own)
        return max(counted, key=lambda span: (span.begin is not None, counted[span], -order.index(span.precision)))
    shifts = [one.shift for one in group if one.shift is not None]
    return shift_span(focus.time, shifts[0]) if shifts and focus.time else None


def _name_terms(group: Iterable[EventMention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.type for mention in group))


def _find_main(spoken: Sequence[tuple[EventMention, str]], events: Sequence[Event]) -> str:
    """Return what a report is on: what it names first, if it names it at least as often as the focal event.

    An earlier event is background, whoever names it first, and one that follows is no event of its own.
    """
    telling = [(one, event) for one, event in spoken if (one.place or one.prior) and not one.dated]
    beside = {event.id for event in events if event.relation in (EventRelation.RECIPROCAL, EventRelation.LATER)}
    focal_id = events[0].id
    if not telling or telling[0][1] not in beside or telling[0][0].follow_up:
        return focal_id
    times = Counter(event for _, event in telling)
    return telling[0][1] if times[telling[0][1]] >= times[focal_id] else focal_id


def _name_participants(
    found: _Found, documents: Mapping[str, Document], sentences: Mapping[str, Sequence[Sentence]]
) -> tuple[str, ...]:
    """Return the states, bodies and persons named in the sentences that speak of an event, most often named first."""
    named: Counter[str] = Counter()
    seen: set[tuple[str, int]] = set()
    place = set(re.findall(r"\w+", found.event.place.casefold()))
    for mention in found.mentions:
        number = find_sentence(sentences[mention.document_id], mention.start)
        if number < 0 or (mention.document_id, number) in seen:
            continue
        seen.add((mention.document_id, number))
        sentence = sentences[mention.document_id][number]
        words = documents[mention.document_id].text[sentence.start : sentence.end]
        named.update({state for _, _, state in states_in(words)})
        # "Has Kenya ..." opens a sentence; a name that ends in a state is that state's or none.
        names = {re.sub(r"['’]s?$", "", name) for name in _FULL_NAME.findall(words)}
        named.update({name for name in names if state_of(name.split()[-1]) is None})
    kept = [
        name for name in named if not (place | _TIME_WORDS).intersection(re.findall(r"\w+", name.casefold()))
    ]  # fmt: skip
    return tuple(sorted(kept, key=lambda name: (-named[name], name))[:_MOST_PARTICIPANTS])
