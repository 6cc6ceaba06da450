"""Events as JSON: one object an event, or one event with the sentences that speak of it."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from rashomon.model.analysis import Linkage
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.model.event import Event
from rashomon.model.vocabulary import Slot
from rashomon.present.analysis_json import shape_event
from rashomon.present.event_phrases import say_when
from rashomon.present.event_shapes import EventDetailShape, EventSentenceShape, ListedEventShape, QuantityShape

_SENTENCE_END: Final = re.compile(r"(?<!\b[A-Z])[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n")
_MOST_CHARS: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSentence:
    """A sentence of a report, `text[start:end]`, that speaks of an event."""

    document: Document
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The sentence."""
        return self.document.text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What is said of each event, by its id: sentences in the order of the reports, claims, and reports that speak."""

    sentences: Mapping[str, tuple[EventSentence, ...]]
    claims: Mapping[str, tuple[Claim, ...]]
    reports: Mapping[str, frozenset[str]]


def gather_spoken(documents: Sequence[Document], claims: Sequence[Claim], linkage: Linkage) -> Spoken:
    """Return what reports say of the events."""
    by_id = {document.id: document for document in documents}
    sentences: dict[str, dict[tuple[str, int], EventSentence]] = {}
    reports: dict[str, set[str]] = {event.id: set(event.document_ids) for event in linkage.events}
    for link in linkage.event_links:
        reports.setdefault(link.event_id, set()).add(link.document_id)
        document = by_id.get(link.document_id)
        for start in link.starts if document else ():
            sentence = _cut_sentence(by_id[link.document_id], start)
            sentences.setdefault(link.event_id, {})[link.document_id, sentence.start] = sentence
    event_of = {placement.claim_id: placement.event_id for placement in linkage.placements}
    placed: dict[str, list[Claim]] = {}
    for claim in claims:
        if (event_id := event_of.get(claim.id)) is not None:
            placed.setdefault(event_id, []).append(claim)
    return Spoken(
        sentences={event_id: tuple(found.values()) for event_id, found in sentences.items()},
        claims={event_id: tuple(found) for event_id, found in placed.items()},
        reports={event_id: frozenset(found) for event_id, found in reports.items()},
    )


def shape_events(events: Sequence[Event], spoken: Spoken) -> Iterator[ListedEventShape]:
    """Yield the events, the one asked about first."""
    for event in events:
        yield shape_listed_event(event, spoken)


def shape_listed_event(event: Event, spoken: Spoken) -> ListedEventShape:
    """Return one event as the list shows it."""
    shape = shape_event(event)
    return ListedEventShape(
        **{name: getattr(shape, name) for name in msgspec.structs.asdict(shape)},
        when=say_when(event),
        terms=list(event.terms),
        reports=len(spoken.reports.get(event.id, ())),
        claims=len(spoken.claims.get(event.id, ())),
        quantities=list_quantities(spoken.claims.get(event.id, ())),
    )


def shape_event_detail(event: Event, spoken: Spoken) -> EventDetailShape:
    """Return one event with its sentences and claims."""
    return EventDetailShape(
        event=shape_listed_event(event, spoken),
        sentences=[
            EventSentenceShape(
                document=one.document.input_id,
                document_id=one.document.id,
                start=one.start,
                end=one.end,
                quote=one.quote,
            )
            for one in spoken.sentences.get(event.id, ())
        ],
        claim_ids=[claim.id for claim in spoken.claims.get(event.id, ())],
    )


def list_quantities(claims: Sequence[Claim]) -> list[QuantityShape]:
    """Return what the claims count, each unit once, from the lowest to the highest figure."""
    by_unit: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.proposition.slot is Slot.COUNT and claim.proposition.unit:
            by_unit.setdefault(claim.proposition.unit, []).append(claim)
    return [
        QuantityShape(
            unit=unit,
            low=min(_finite(claim.proposition.low for claim in group), default=None),
            high=max(_finite(claim.proposition.high for claim in group), default=None),
            claim_ids=[claim.id for claim in group],
        )
        for unit, group in by_unit.items()
    ]


def _finite(figures: Iterator[float | None]) -> list[float]:
    return [figure for figure in figures if figure is not None and math.isfinite(figure)]


def _cut_sentence(document: Document, place: int) -> EventSentence:
    """Return the sentence around a place, at most some hundred characters to either side."""
    first = max(0, place - _MOST_CHARS)
    start = max((end.end() for end in _SENTENCE_END.finditer(document.text, first, place)), default=first)
    found = _SENTENCE_END.search(document.text, place, place + _MOST_CHARS)
    end = found.end() if found else min(len(document.text), place + _MOST_CHARS)
    words = document.text[start:end]
    return EventSentence(
        document=document,
        start=start + len(words) - len(words.lstrip()),
        end=start + len(words.rstrip()),
    )
