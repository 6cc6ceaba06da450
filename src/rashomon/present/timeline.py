"""The timeline as it is drawn: events, reports, what was said when, and the probability of each answer, on one axis."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from rashomon.model.document import Document, number_versions
from rashomon.model.event import Event
from rashomon.model.question import EvidenceLink
from rashomon.model.vocabulary import EventRelation, EvidenceKind
from rashomon.present.event_phrases import say_when
from rashomon.present.index import AnalysisIndex
from rashomon.present.phrases import cut_words
from rashomon.present.plain import show_inline
from rashomon.present.time_axis import LEFT, RIGHT, Axis, cut_bars

LETTER: Final = 6.2
"""How wide a letter of the picture's small print is, on the safe side."""
NAME_LETTERS: Final = 26
MARK_APART: Final = 16.0
MOST_EVENT_ROWS: Final = 5
LEAST_WIDTH: Final = 5.0
LANES: Final = {
    EvidenceKind.CLAIM_OF_RESPONSIBILITY: "claims of responsibility",
    EvidenceKind.ADMISSION: "admissions",
    EvidenceKind.DENIAL: "denials",
    EvidenceKind.FINDING: "findings",
    EvidenceKind.RETRACTION: "withdrawals",
}
"""What is told apart on the timeline, in the order of the lanes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMark:
    """An event in its row, from `x` on; `label` is "" where no room is left. `leaves` says at which ends it goes on.

    The label begins at `label_x`, or ends there where it `is_before` the event.
    """

    event: Event
    x: float
    width: float
    row: int
    label: str
    label_x: float
    is_before: bool
    leaves: tuple[bool, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBar:
    """The reports of one stretch of time: those that are the first of their origin, and the others."""

    start: datetime
    end: datetime
    firsts: int
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Something said that the timeline tells apart: who, when, in which claim."""

    lane: str
    at: datetime
    who: str
    claim_id: str
    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingMark:
    """One or several sayings too near each other to be drawn apart."""

    x: float
    sayings: tuple[Saying, ...]
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A kind of saying with its marks, in order of time."""

    name: str
    marks: tuple[SayingMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A piece of evidence and when the first report that holds it was out (None: undated)."""

    link: EvidenceLink
    at: datetime | None


def time_reports(index: AnalysisIndex) -> dict[str, datetime]:
    """Return when each dated report was out, in UTC, by its id: a later version when it was modified."""
    versions = number_versions(index.analysis.documents)
    out = {}
    for document in index.analysis.documents:
        edited = document.modified_at if versions[document.id] > 1 else None
        if (when := edited or document.published_at) is not None:
            out[document.id] = when.astimezone(UTC)
    return out


def find_focal(index: AnalysisIndex) -> Event | None:
    """Return the event asked about."""
    return next((one for one in index.analysis.linkage.events if one.relation is EventRelation.FOCAL), None)


def list_events(index: AnalysisIndex) -> tuple[Event, ...]:
    """Return the events, the one asked about first, then those with a time in its order, then the rest."""
    far = datetime.max.replace(tzinfo=UTC)

    def order(event: Event) -> tuple[bool, datetime, str]:
        return event.relation is not EventRelation.FOCAL, event.start or event.end or far, event.label

    return tuple(sorted(index.analysis.linkage.events, key=order))


def draw_events(events: Iterable[Event], axis: Axis) -> tuple[EventMark, ...]:
    """Return the events that fall on the axis, each in the first row with room; those that find none are left out."""
    ends = [0.0] * MOST_EVENT_ROWS
    marks = []
    shown = (one for one in events if axis.holds(one.start, one.end))
    for event in sorted(shown, key=lambda one: (one.relation is not EventRelation.FOCAL, one.start or axis.begin)):
        x, until = axis.place(event.start or axis.begin), axis.place(event.end or event.start or axis.end)
        width = max(until - x, LEAST_WIDTH)
        label = cut_words(show_inline(event.label), NAME_LETTERS)
        after = x + width + 4
        needed = LETTER * len(label) + 8
        is_before = after + needed > RIGHT + 60 and x - needed >= LEFT
        left = x - needed if is_before else x
        row = next((number for number, end in enumerate(ends) if end <= left), None)
        if row is None:
            continue
        ends[row] = x + width + (8 if is_before else needed + 4)
        leaves = (event.start is None or event.start < axis.begin, event.end is not None and event.end > axis.end)
        marks.append(
            EventMark(
                event=event,
                x=x,
                width=width,
                row=row,
                label=label,
                label_x=x - 5 if is_before else after,
                is_before=is_before,
                leaves=leaves,
            )
        )
    return tuple(marks)


def count_reports(index: AnalysisIndex, axis: Axis, out: Mapping[str, datetime]) -> tuple[ReportBar, ...]:
    """Return the reports of each bar of the axis; a report is the first of its origin, or repeats one."""
    starts = cut_bars(axis)
    firsts, others = [0] * len(starts), [0] * len(starts)
    for document_id, when in out.items():
        if axis.begin <= when <= axis.end:
            bar = min((when - starts[0]) // axis.bar, len(starts) - 1)
            counts = firsts if is_first(index, document_id) else others
            counts[bar] += 1
    return tuple(
        ReportBar(start=start, end=start + axis.bar, firsts=first, others=other)
        for start, first, other in zip(starts, firsts, others, strict=True)
    )


def is_first(index: AnalysisIndex, document_id: str) -> bool:
    """Tell whether a report is its origin's own: made from no other report of the case."""
    return document_id not in index.copy_of and document_id in index.current


def list_sayings(index: AnalysisIndex, out: Mapping[str, datetime]) -> tuple[Saying, ...]:
    """Return what was said that has a lane, in order of time; what no dated report holds is left out.

    One holder's denial in one origin is one saying, whichever answers it bears on.
    """
    found: dict[tuple[str, str], Saying] = {}
    for link in index.analysis.hypothesis_set.evidence:
        lane = LANES.get(link.kind)
        saying = _first_saying(lane, link.holder, link.claim_ids, index, out) if lane else None
        if saying is not None:
            found.setdefault((saying.lane, saying.claim_id), saying)
    withdrawals = LANES[EvidenceKind.RETRACTION]
    for hypothesis in index.analysis.hypothesis_set.hypotheses:
        for one in hypothesis.withdrawals:
            saying = _first_saying(withdrawals, one.holder, one.claim_ids, index, out)
            if saying is not None:
                found.setdefault((saying.lane, saying.claim_id), saying)
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.lane, one.claim_id)))


def draw_lanes(sayings: Iterable[Saying], axis: Axis) -> tuple[Lane, ...]:
    """Return the lanes that hold anything on the axis, what lies too near together as one mark."""
    by_lane: dict[str, list[Saying]] = {}
    for saying in sayings:
        if axis.holds(saying.at, saying.at):
            by_lane.setdefault(saying.lane, []).append(saying)
    return tuple(
        Lane(name=name, marks=tuple(_draw_marks(by_lane[name], axis))) for name in LANES.values() if name in by_lane
    )


def list_arrivals(index: AnalysisIndex, out: Mapping[str, datetime]) -> tuple[Arrival, ...]:
    """Return the numbered evidence with the time it arrived, the heaviest first."""
    arrivals = [Arrival(link=link, at=_time_claims(link.claim_ids, index, out)) for link in index.numbered]
    return tuple(sorted(arrivals, key=lambda one: -abs(index.bits(one.link.id))))


def list_between(arrivals: Iterable[Arrival], *, since: datetime | None, until: datetime | None) -> tuple[Arrival, ...]:
    """Return what arrived from one moment to another, both included (None: no bound). The undated is always there."""
    return tuple(
        one
        for one in arrivals
        if one.at is None or ((since is None or since <= one.at) and (until is None or one.at <= until))
    )


def say_mark(sayings: Sequence[Saying]) -> str:
    """Return whom a mark is of: "Kremlin", or "Kremlin and 2 more"."""
    names = tuple(dict.fromkeys(show_inline(one.who) for one in sayings))
    rest = len(names) - 1
    return cut_words(names[0], NAME_LETTERS) + (f" and {rest} more" if rest else "")


def say_saying(sayings: Sequence[Saying]) -> str:
    """Return a mark's kind, names and time, for whoever points at it."""
    first, last = sayings[0], sayings[-1]
    times = f"{first.at:%d %b %Y, %H:%M}" + (f" to {last.at:%d %b %Y, %H:%M}" if last.at != first.at else "")
    return f"{first.lane}: {say_mark(sayings)}, {times} UTC"


def say_event_time(event: Event) -> str:
    """Return when an event was, or that it is not known."""
    return say_when(event) or "at no known time"


def _first_saying(
    lane: str, who: str, claim_ids: Iterable[str], index: AnalysisIndex, out: Mapping[str, datetime]
) -> Saying | None:
    dated = [
        (out[claim.document_id], claim.id, claim.document_id)
        for claim in (index.claims[one] for one in claim_ids if one in index.claims)
        if claim.document_id in out
    ]
    if not dated:
        return None
    at, claim_id, document_id = min(dated)
    return Saying(lane=lane, at=at, who=who, claim_id=claim_id, document_id=document_id)


def _time_claims(claim_ids: Iterable[str], index: AnalysisIndex, out: Mapping[str, datetime]) -> datetime | None:
    documents: Iterator[Document] = (
        index.documents[index.claims[one].document_id] for one in claim_ids if one in index.claims
    )
    times = [out.get(document.id) for document in documents]
    dated = [time for time in times if time is not None]
    return min(dated) if dated and len(dated) == len(times) else None


def _draw_marks(sayings: Sequence[Saying], axis: Axis) -> Iterator[SayingMark]:
    groups: list[list[Saying]] = []
    for saying in sayings:
        if groups and axis.place(saying.at) - axis.place(groups[-1][0].at) < MARK_APART:
            groups[-1].append(saying)
        else:
            groups.append([saying])
    places = [axis.place(group[0].at) for group in groups]
    for number, group in enumerate(groups):
        room = (places[number + 1] if number + 1 < len(groups) else RIGHT + 180.0) - places[number] - 20
        label = say_mark(group)
        yield SayingMark(x=places[number], sayings=tuple(group), label=label if LETTER * len(label) <= room else "")
