"""Axes, marks and lines of the timeline, and the part of the world its map shows."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from rashomon.model.vocabulary import EventRelation, EvidenceKind
from rashomon.present.answer_curve import APART, HEIGHT, CurvePoint, draw_lines
from rashomon.present.index import index_analysis
from rashomon.present.map_view import HEIGHT as MAP_HEIGHT
from rashomon.present.map_view import WIDTH as MAP_WIDTH
from rashomon.present.map_view import view_map
from rashomon.present.time_axis import (
    LEFT,
    MOST_BARS,
    MOST_TICKS,
    RIGHT,
    Axis,
    choose_moments,
    cut_bars,
    frame_crowd,
    mark_ticks,
    span_reports,
)
from rashomon.present.timeline import (
    Saying,
    count_reports,
    draw_events,
    draw_lanes,
    list_arrivals,
    list_between,
    list_sayings,
    time_reports,
)

START = datetime(2031, 4, 2, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def index(analysis):
    return index_analysis(analysis)


@pytest.mark.parametrize("span", [HOUR, 9 * HOUR, timedelta(days=3), timedelta(days=80), timedelta(days=9000)])
def test_ticks_and_bars_are_few_and_stand_in_order(span):
    axis = Axis(begin=START, end=START + span)
    ticks = mark_ticks(axis)
    assert 1 <= len(ticks) <= MOST_TICKS + 1
    assert [one.x for one in ticks] == sorted({one.x for one in ticks})
    assert all(LEFT <= one.x <= RIGHT for one in ticks)
    starts = cut_bars(axis)
    assert starts[0] <= axis.begin and starts[-1] <= axis.end < starts[-1] + axis.bar
    assert len(starts) <= MOST_BARS + 2


def test_the_axis_holds_reports_and_an_event_near_them_but_none_long_before():
    times = [START + number * HOUR for number in range(10)]
    near = span_reports(times, START - 2 * HOUR, times[-1])
    assert near.begin <= START - 2 * HOUR and times[-1] <= near.end
    far = span_reports(times, START - timedelta(days=400), times[-1])
    assert START - timedelta(days=2) < far.begin < START
    assert span_reports([], None, None) is None
    # A report dated after the judgement has a wrong date.
    assert span_reports([*times, START + timedelta(days=900)], None, times[-1]).end < START + timedelta(days=2)


def test_a_stray_report_does_not_squeeze_the_crowd():
    crowd = [START + number * HOUR for number in range(20)]
    stray = START - timedelta(days=30)
    whole = span_reports([stray, *crowd], None, crowd[-1])
    framed = frame_crowd(whole, [stray, *crowd])
    assert framed.begin > stray and framed.begin <= crowd[2] and framed.end >= crowd[-1]
    late = crowd[-1] + timedelta(days=30)
    assert frame_crowd(span_reports([*crowd, late], None, late), [*crowd, late]).end >= late
    even = span_reports(crowd, None, crowd[-1])
    assert frame_crowd(even, crowd) == even


def test_moments_are_those_of_the_reports_or_evenly_many():
    axis = Axis(begin=START, end=START + 100 * HOUR)
    few = [START + 3 * HOUR, START + 40 * HOUR, START + 900 * HOUR]
    assert choose_moments(axis, few, most=80) == (axis.begin, few[0], few[1], axis.end)
    many = choose_moments(axis, [START + number * HOUR / 60 for number in range(5000)], most=80)
    assert len(many) < 80 and many[-1] == axis.end and many == tuple(sorted(many))


def test_every_report_is_in_one_bar(index):
    out = time_reports(index)
    axis = span_reports(out.values(), None, None)
    bars = count_reports(index, axis, out)
    assert sum(bar.firsts + bar.others for bar in bars) == len(out)
    assert sum(bar.others for bar in bars) == len([one for one in index.copy_of if one in out])


def test_events_never_overlap_and_go_on_beyond_the_edge(index):
    axis = Axis(begin=START, end=START + 100 * HOUR)
    event = index.analysis.linkage.events[0]
    events = [
        replace(event, id=str(number), start=START + number * HOUR, end=START + (number + 6) * HOUR)
        for number in range(-3, 20)
    ]
    events.append(replace(event, id="never", start=None, end=None))
    marks = draw_events(events, axis)
    assert {mark.event.id for mark in marks}.isdisjoint({"never"})
    for row in {mark.row for mark in marks}:
        inside = sorted((m for m in marks if m.row == row), key=lambda mark: mark.x)
        assert all(one.x + one.width <= other.x for one, other in pairwise(inside))
    first = next(mark for mark in marks if mark.event.id == "-3")
    assert first.x == LEFT and first.leaves[0]


def test_sayings_too_near_each_other_are_one_mark(index):
    axis = Axis(begin=START, end=START + 1000 * HOUR)
    sayings = [
        Saying(lane="denials", at=START + hours * HOUR, who=f"Voice {hours}", claim_id=str(hours), document_id="d")
        for hours in (1, 2, 3, 500)
    ]
    (lane,) = draw_lanes(sayings, axis)
    assert [len(mark.sayings) for mark in lane.marks] == [3, 1]
    assert lane.marks[0].label == "Voice 1 and 2 more"


def test_a_denial_is_told_apart(index):
    denial = next((one for one in index.numbered if one.kind is EvidenceKind.DENIAL), None)
    changed = denial or replace(index.numbered[0], kind=EvidenceKind.DENIAL)
    evidence = tuple(changed if one.id == changed.id else one for one in index.analysis.hypothesis_set.evidence)
    analysis = replace(index.analysis, hypothesis_set=replace(index.analysis.hypothesis_set, evidence=evidence))
    told = index_analysis(analysis)
    (saying,) = list_sayings(told, time_reports(told))
    assert saying.lane == "denials" and saying.who == changed.holder
    assert saying.claim_id in changed.claim_ids


def test_evidence_comes_when_its_first_report_does(index):
    out = time_reports(index)
    arrivals = list_arrivals(index, out)
    assert {one.link.id for one in arrivals} == {link.id for link in index.numbered}
    weights = [abs(index.bits(one.link.id)) for one in arrivals]
    assert weights == sorted(weights, reverse=True)
    dated = [one for one in arrivals if one.at is not None]
    first = min(one.at for one in dated)
    early = list_between(arrivals, since=None, until=first)
    assert {one.at for one in early} <= {first, None}
    assert list_between(arrivals, since=None, until=None) == arrivals


def test_lines_break_where_an_answer_is_unknown_and_names_stay_apart(index):
    axis = Axis(begin=START, end=START + 10 * HOUR)
    ids = [one.id for one in index.hypotheses_by_rank]
    even = {one: 1 / len(ids) for one in ids}
    points = [
        CurvePoint(at=START, probabilities={ids[0]: 0.4, ids[-1]: 0.6}),
        CurvePoint(at=START + 5 * HOUR, probabilities=even),
    ]
    lines = draw_lines(index, points, axis)
    assert [line.hypothesis.id for line in lines] == ids
    assert len({line.dashes for line in lines}) == len(lines)
    heights = sorted(line.label_y for line in lines)
    assert all(other - one >= APART - 1e-9 for one, other in pairwise(heights))
    assert heights[0] >= 0 and heights[-1] <= HEIGHT
    late = next(line for line in lines if line.hypothesis.id == ids[1])
    assert late.path.startswith(f"M{axis.place(points[1].at):g} ")


def test_the_map_holds_every_place_and_names_what_it_does_not_know(index):
    event = index.analysis.linkage.events[0]
    places = ("Moscow", "Kyiv", "Canberra", "the harbour", "")
    events = tuple(
        replace(event, id=f"e{number}", place=place, relation=EventRelation.OTHER, focal=False, prior=False)
        for number, place in enumerate(places)
    )
    linkage = replace(index.analysis.linkage, events=events)
    view = view_map(index_analysis(replace(index.analysis, linkage=linkage)))
    assert {one.location.name for one in view.places} == {"Moscow", "Kyiv", "Canberra"}
    assert all(0 < one.x < MAP_WIDTH and 0 < one.y < MAP_HEIGHT for one in view.places)
    assert [one.name for one in view.unplaced] == ["the harbour"]
    moscow, kyiv, canberra = (
        next(one for one in view.places if one.location.name == name) for name in ("Moscow", "Kyiv", "Canberra")
    )
    assert kyiv.x < moscow.x < canberra.x and moscow.y < kyiv.y < canberra.y
