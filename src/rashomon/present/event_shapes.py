"""The JSON shapes of `rashomon events`."""

from rashomon.present.shape import Shape
from rashomon.present.shapes import EventShape


class QuantityShape(Shape, frozen=True, kw_only=True):
    """What is counted at an event, between the lowest and the highest figure anybody names (null: unbounded)."""

    unit: str
    low: float | None
    high: float | None
    claim_ids: list[str]


class ListedEventShape(EventShape, frozen=True, kw_only=True):
    """One event as `events list` has it. `when` is its time in words; `reports` counts those that speak of it."""

    when: str
    terms: list[str]
    reports: int
    claims: int
    quantities: list[QuantityShape]


class EventSentenceShape(Shape, frozen=True, kw_only=True):
    """A sentence that speaks of an event: `text[start:end]` of a report, whose input id `document` is."""

    document: str
    document_id: str
    start: int
    end: int
    quote: str


class EventDetailShape(Shape, frozen=True, kw_only=True):
    """One event with the sentences that speak of it and the claims placed in it."""

    event: ListedEventShape
    sentences: list[EventSentenceShape]
    claim_ids: list[str]
