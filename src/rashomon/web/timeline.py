"""The timeline: events, reports and sayings on one axis with the answers' probabilities, and the places on a map."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field, field_validator

from rashomon.case import judge_then, trace_judgement
from rashomon.model.errors import CaseError
from rashomon.model.event import Event
from rashomon.model.judgement import HypothesisProbability
from rashomon.present import answer_curve, map_view, time_axis
from rashomon.present import timeline as drawing
from rashomon.present.answer_curve import AnswerThen, CurveLine, CurvePoint, compare_then, draw_lines
from rashomon.present.event_phrases import RELATION_PHRASES
from rashomon.present.events_json import EventSentence, Spoken, gather_spoken
from rashomon.present.index import AnalysisIndex
from rashomon.present.map_view import MapView, view_map
from rashomon.present.time_axis import (
    DAY,
    HOUR,
    Axis,
    Tick,
    choose_moments,
    frame_crowd,
    mark_ticks,
    shift,
    span_reports,
)
from rashomon.present.timeline import Arrival, EventMark, Lane, ReportBar, Saying
from rashomon.present.timeline_shapes import (
    TimelineShape,
    shape_answers,
    shape_arrivals,
    shape_bars,
    shape_curve,
    shape_places,
    shape_sayings,
    shape_timed_event,
)
from rashomon.web.desk import CaseView
from rashomon.web.replies import describe, get_desk, render, reply_json, wants_json

MOST_MOMENTS: Final = 80
PAGE_ROWS: Final = 25
MOST_SENTENCES: Final = 40
SHOWN_SENTENCES: Final = 4
MOST_JUDGEMENTS: Final = 12
MOST_LISTED: Final = 60
YEARS: Final = range(1000, 3001)


class TimelineQuery(BaseModel):
    """Which range is looked at (`from`, `to`), which stretch is drawn (`begin`, `end`), which event, which page.

    A moment is a day ("2023-05-30": from its beginning, or to its end) or a time of ISO 8601, UTC where it names no
    zone.
    """

    since: datetime | None = Field(None, alias="from")
    until: datetime | None = Field(None, alias="to")
    begin: datetime | None = None
    end: datetime | None = None
    event: str = Field("", max_length=100)
    page: int = Field(1, ge=1, le=1_000_000)

    @field_validator("since", "begin", mode="before")
    @classmethod
    def read_first(cls, written: object) -> datetime | None:
        """Read a moment; of a day its beginning."""
        return _read_moment(written, time.min)

    @field_validator("until", "end", mode="before")
    @classmethod
    def read_last(cls, written: object) -> datetime | None:
        """Read a moment; of a day its last second."""
        return _read_moment(written, time(23, 59, 59))

    def write(self, **changed: object) -> str:
        """Return the query string with some wishes changed (None: taken away); the page begins anew unless given."""
        told: dict[str, object] = {
            "from": self.since,
            "to": self.until,
            "begin": self.begin,
            "end": self.end,
            "event": self.event,
        }
        told |= {{"since": "from", "until": "to"}.get(name, name): value for name, value in changed.items()}
        return "?" + urlencode({name: _write(value) for name, value in told.items() if value not in (None, "")})


@dataclass(frozen=True)
class TimelinePage:
    """All that the page shows; what is drawn is worked out when it is asked for."""

    query: TimelineQuery
    axis: Axis
    whole: Axis
    outside: int
    since: datetime
    until: datetime
    latest: datetime
    curve: tuple[CurvePoint, ...]
    answers: tuple[AnswerThen, ...]
    was_judged: bool
    found: tuple[Arrival, ...]
    sayings: tuple[Saying, ...]
    bars: tuple[ReportBar, ...]
    index: AnalysisIndex
    map: MapView

    @property
    def is_past(self) -> bool:
        """Whether the range ends before the last report."""
        return self.until < self.latest

    @property
    def pages(self) -> int:
        """How many pages the evidence of the range has."""
        return max(1, -(-len(self.found) // PAGE_ROWS))

    @property
    def number(self) -> int:
        """The page shown."""
        return min(self.query.page, self.pages)

    @property
    def rows(self) -> tuple[Arrival, ...]:
        """The evidence on this page."""
        return self.found[(self.number - 1) * PAGE_ROWS : self.number * PAGE_ROWS]

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events, the one asked about first."""
        return drawing.list_events(self.index)

    @cached_property
    def event_marks(self) -> tuple[EventMark, ...]:
        """The events on the axis."""
        return drawing.draw_events(self.events, self.axis)

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """The sayings on the axis."""
        return drawing.draw_lanes(self.sayings, self.axis)

    @cached_property
    def lines(self) -> tuple[CurveLine, ...]:
        """The lines of the answers."""
        return draw_lines(self.index, self.curve, self.axis)

    @cached_property
    def ticks(self) -> tuple[Tick, ...]:
        """The ticks of the axis."""
        return mark_ticks(self.axis)

    @cached_property
    def most(self) -> int:
        """How many reports the highest bar stands for, at least one."""
        return max((bar.firsts + bar.others for bar in self.bars), default=0) or 1

    def step(self, *, since: int = 0, until: int = 0) -> str:
        """Return the query with the ends of the range moved by steps; they never pass each other."""
        first = shift(self.since, since * self.axis.step)
        last = shift(self.until, until * self.axis.step)
        return self.query.write(since=min(first, last), until=max(first, last))

    def look_back(self) -> str:
        """Return the query as of a day before the latest report, the day before that being the range."""
        until = shift(self.latest, -DAY)
        return self.query.write(since=shift(until, -DAY), until=until)

    def zoom(self) -> str:
        """Return the query with the range drawn from edge to edge."""
        return self.query.write(begin=self.since, end=self.until)

    def draw_whole(self) -> str:
        """Return the query with all reports drawn."""
        return self.query.write(begin=self.whole.begin, end=self.whole.end)

    def field(self, moment: datetime) -> str:
        """Return a moment as the form's fields hold it: to the minute, or the day."""
        return f"{moment:%Y-%m-%dT%H:%M}" if self.axis.step == HOUR else f"{moment:%Y-%m-%d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class UndatedPage:
    """What can be shown where no report is dated: the events and their places."""

    query: TimelineQuery
    index: AnalysisIndex
    map: MapView
    axis: None = None

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, the one asked about first."""
        return drawing.list_events(self.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDetail:
    """One event with the sentences that speak of it."""

    event: Event
    sentences: tuple[EventSentence, ...]
    claims: int
    reports: int


router = APIRouter()
SHAPES: Final = (TimelineShape,)


@router.get("/timeline", response_class=Response, responses=describe(TimelineShape, "what happened and was said when"))
def show_timeline(request: Request, query: Annotated[TimelineQuery, Query()]) -> Response:
    """Show the timeline, the answers as of the range's end, the evidence that came in it, and the map."""
    view = get_desk(request).view
    detail = _find_event(view, query.event) if query.event else None
    page = _look(view, query)
    if wants_json(request):
        if page is None:
            raise CaseError("R-CASE-003", "no report has a date", advice="Give reports a time of publication.")
        return reply_json(_shape(page))
    judgements = view.judgements[-MOST_JUDGEMENTS:][::-1]
    return render(
        request,
        "timeline.html.j2",
        page or UndatedPage(query=query, index=view.judged, map=view.derive(view_map)),
        detail=detail,
        most_listed=MOST_LISTED,
        judgements=judgements,
        drawing=drawing,
        answer_curve=answer_curve,
        map_view=map_view,
        time_axis=time_axis,
        shown_sentences=SHOWN_SENTENCES,
        event_relations=RELATION_PHRASES,
    )


def _look(view: CaseView, query: TimelineQuery) -> TimelinePage | None:
    """Return what is to be seen; None where no report is dated."""
    index = view.judged
    out = view.derive(drawing.time_reports)
    whole = view.derive(_span)
    if whole is None:
        return None
    crowd = whole if query.begin or query.end else view.derive(_crowd)
    begin, end = sorted((query.begin or crowd.begin, query.end or crowd.end))
    axis = Axis(begin=begin, end=max(end, shift(begin, HOUR)))
    latest = (index.analysis.judgement.as_of or max(out.values())).astimezone(UTC)
    ending = query.until or max(latest, query.since or latest)
    since, until = sorted((query.since or min(*out.values(), ending), ending))
    is_past = until < latest
    then = view.derive(_judge, until) if is_past else index.analysis.judgement.probabilities
    return TimelinePage(
        query=query.model_copy(update={"since": query.since and since, "until": query.until and until}),
        axis=axis,
        whole=whole,
        outside=sum(1 for when in out.values() if not axis.begin <= when <= axis.end),
        since=since,
        until=until,
        latest=latest,
        curve=view.derive(_trace, axis),
        answers=compare_then(index, then),
        was_judged=then is not None,
        found=drawing.list_between(view.derive(_arrive), since=query.since and since, until=query.until and until),
        sayings=view.derive(_say),
        bars=view.derive(_count, axis),
        index=index,
        map=view.derive(view_map),
    )


def _span(index: AnalysisIndex) -> Axis | None:
    focal = drawing.find_focal(index)
    return span_reports(
        drawing.time_reports(index).values(), focal.start if focal else None, index.analysis.judgement.as_of
    )


def _crowd(index: AnalysisIndex) -> Axis:
    axis = _span(index)
    assert axis is not None
    return frame_crowd(axis, drawing.time_reports(index).values())


def _arrive(index: AnalysisIndex) -> tuple[Arrival, ...]:
    return drawing.list_arrivals(index, drawing.time_reports(index))


def _say(index: AnalysisIndex) -> tuple[Saying, ...]:
    return drawing.list_sayings(index, drawing.time_reports(index))


def _count(index: AnalysisIndex, axis: Axis) -> tuple[ReportBar, ...]:
    return drawing.count_reports(index, axis, drawing.time_reports(index))


def _judge(index: AnalysisIndex, moment: datetime) -> tuple[HypothesisProbability, ...] | None:
    """Return the probabilities as of a moment; None where no report was out."""
    out = drawing.time_reports(index)
    if len(out) == len(index.documents) and min(out.values()) > moment:
        return None
    return judge_then(index.analysis, moment)


def _trace(index: AnalysisIndex, axis: Axis) -> tuple[CurvePoint, ...]:
    """Return the curve's points from the first report on; the last one is where the axis ends."""
    times = sorted(drawing.time_reports(index).values())
    moments = [one for one in choose_moments(axis, times, most=MOST_MOMENTS) if times and one >= times[0]]
    traced = trace_judgement(index.analysis, moments)
    return tuple(
        CurvePoint(at=one.at, probabilities={p.hypothesis_id: p.probability for p in one.probabilities})
        for one in traced
    )


def _find_event(view: CaseView, event_id: str) -> EventDetail:
    index = view.judged
    if event_id not in index.events:
        raise CaseError("R-CASE-004", event_id, what="no such event", advice="Look for it on the timeline.")
    spoken = view.derive(_gather)
    return EventDetail(
        event=index.events[event_id],
        sentences=spoken.sentences.get(event_id, ())[:MOST_SENTENCES],
        claims=len(spoken.claims.get(event_id, ())),
        reports=len(spoken.reports.get(event_id, ())),
    )


def _gather(index: AnalysisIndex) -> Spoken:
    return gather_spoken(index.analysis.documents, index.analysis.claims, index.analysis.linkage)


def _shape(page: TimelinePage) -> TimelineShape:
    return TimelineShape(
        begin=page.axis.begin.isoformat(),
        end=page.axis.end.isoformat(),
        since=page.since.isoformat(),
        until=page.until.isoformat(),
        events=[shape_timed_event(one) for one in page.events],
        reports=shape_bars(page.bars),
        sayings=shape_sayings(page.sayings),
        curve=shape_curve(page.curve),
        answers=shape_answers(page.answers),
        total=len(page.found),
        page=page.number,
        pages=page.pages,
        arrivals=shape_arrivals(page.rows, page.index),
        places=shape_places(page.map),
        unplaced_event_ids=[event.id for place in page.map.unplaced for event in place.events],
    )


def _read_moment(written: object, of_day: time) -> datetime | None:
    """Return a moment as typed or stepped to, in UTC. Raises ValueError for what is none."""
    if written is None or written == "":
        return None
    text = str(written).strip()
    if len(text) > 40:
        raise ValueError("not a day or time")
    if len(text) == len("2023-05-30"):
        moment = datetime.combine(date.fromisoformat(text), of_day, UTC)
    else:
        # In a query string a bare plus is a space.
        moment = datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    if moment.year not in YEARS:
        raise ValueError(f"not a year from {YEARS[0]} to {YEARS[-1]}")
    return moment


def _write(value: object) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(value, datetime) else str(value)
