"""The timeline and its map as JSON shapes."""

from collections.abc import Sequence

from rashomon.model.event import Event
from rashomon.present.answer_curve import AnswerThen, CurvePoint
from rashomon.present.event_phrases import say_when
from rashomon.present.index import AnalysisIndex
from rashomon.present.map_view import MapView
from rashomon.present.shape import Shape
from rashomon.present.timeline import Arrival, ReportBar, Saying


class TimedEventShape(Shape, frozen=True, kw_only=True):
    """An event with its interval, how exactly it is known, and where it was."""

    id: str
    label: str
    relation: str
    start: str | None
    end: str | None
    precision: str | None
    when: str
    place: str


class ReportBarShape(Shape, frozen=True, kw_only=True):
    """How many reports came out from `start` to `end`: firsts of their origin, and others."""

    start: str
    end: str
    firsts: int
    others: int


class SayingShape(Shape, frozen=True, kw_only=True):
    """Something said that the timeline tells apart: a denial, an admission, a withdrawal."""

    lane: str
    at: str
    who: str
    claim_id: str
    document_id: str


class CurvePointShape(Shape, frozen=True, kw_only=True):
    """The probability of each answer known at a moment, by its id."""

    at: str
    probabilities: dict[str, float]


class AnswerThenShape(Shape, frozen=True, kw_only=True):
    """An answer now and at the moment `as_of`; what is null then nobody had named by then."""

    hypothesis_id: str
    label: str
    probability_then: float | None
    low_then: float | None
    high_then: float | None
    probability: float
    low: float
    high: float


class ArrivalShape(Shape, frozen=True, kw_only=True):
    """A piece of evidence that came in the range; `bits` is its weight in the judgement of now."""

    evidence_id: str
    hypothesis_id: str
    at: str | None
    bits: float
    claim_ids: list[str]


class PlacedShape(Shape, frozen=True, kw_only=True):
    """A place of events in degrees, north and east positive; `extent` is state, capital or city."""

    name: str
    extent: str
    state: str
    latitude: float
    longitude: float
    reports: int
    event_ids: list[str]


class TimelineShape(Shape, frozen=True, kw_only=True):
    """A stretch of time: what happened, what was reported and said, and what that made of the answers.

    `since` and `until` are the range chosen; `answers` are as of `until`, beside now. `arrivals` is one page of
    the evidence that came in the range, the heaviest first, `total` how much there is.
    """

    begin: str
    end: str
    since: str
    until: str
    events: list[TimedEventShape]
    reports: list[ReportBarShape]
    sayings: list[SayingShape]
    curve: list[CurvePointShape]
    answers: list[AnswerThenShape]
    total: int
    page: int
    pages: int
    arrivals: list[ArrivalShape]
    places: list[PlacedShape]
    unplaced_event_ids: list[str]


def shape_timed_event(event: Event) -> TimedEventShape:
    """Return an event as its JSON shape."""
    return TimedEventShape(
        id=event.id,
        label=event.label,
        relation=event.relation,
        start=event.start.isoformat() if event.start else None,
        end=event.end.isoformat() if event.end else None,
        precision=event.precision,
        when=say_when(event),
        place=event.place,
    )


def shape_bars(bars: Sequence[ReportBar]) -> list[ReportBarShape]:
    """Return the bars that hold a report."""
    return [
        ReportBarShape(start=one.start.isoformat(), end=one.end.isoformat(), firsts=one.firsts, others=one.others)
        for one in bars
        if one.firsts or one.others
    ]


def shape_sayings(sayings: Sequence[Saying]) -> list[SayingShape]:
    """Return what was said, in order of time."""
    return [
        SayingShape(
            lane=one.lane, at=one.at.isoformat(), who=one.who, claim_id=one.claim_id, document_id=one.document_id
        )
        for one in sayings
    ]


def shape_curve(points: Sequence[CurvePoint]) -> list[CurvePointShape]:
    """Return the moments of the curve."""
    return [CurvePointShape(at=one.at.isoformat(), probabilities=dict(one.probabilities)) for one in points]


def shape_answers(answers: Sequence[AnswerThen]) -> list[AnswerThenShape]:
    """Return the answers then and now."""
    return [
        AnswerThenShape(
            hypothesis_id=one.hypothesis.id,
            label=one.hypothesis.label,
            probability_then=one.then.probability if one.then else None,
            low_then=one.then.low if one.then else None,
            high_then=one.then.high if one.then else None,
            probability=one.now.probability,
            low=one.now.low,
            high=one.now.high,
        )
        for one in answers
    ]


def shape_arrivals(arrivals: Sequence[Arrival], index: AnalysisIndex) -> list[ArrivalShape]:
    """Return evidence with the time it came."""
    return [
        ArrivalShape(
            evidence_id=one.link.id,
            hypothesis_id=one.link.hypothesis_id,
            at=one.at.isoformat() if one.at else None,
            bits=index.bits(one.link.id),
            claim_ids=list(one.link.claim_ids),
        )
        for one in arrivals
    ]


def shape_places(view: MapView) -> list[PlacedShape]:
    """Return the places of the map, those of most reports first."""
    return [
        PlacedShape(
            name=one.location.name,
            extent=one.location.extent,
            state=one.location.state,
            latitude=one.location.latitude,
            longitude=one.location.longitude,
            reports=one.reports,
            event_ids=[event.id for event in one.events],
        )
        for one in view.places
    ]
