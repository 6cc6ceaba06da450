"""The What-if screen: changes tried at once, what the judgement hangs on, scenarios kept and compared."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field, StringConstraints

from rashomon.case import find_scenario, list_scenarios, study_judgement, try_changes, weigh_held
from rashomon.model.errors import WeighError
from rashomon.model.scenario import Scenario, TriedOutcome, WeighedAnswers
from rashomon.model.study import SensitivityStudy
from rashomon.model.wording import GRADES
from rashomon.present.consequences import grow_branches
from rashomon.present.index import AnalysisIndex
from rashomon.present.shape import Shape
from rashomon.present.study_text import shape_study
from rashomon.present.tornado import draw_tornado
from rashomon.present.tried import (
    ADDRESS,
    Asked,
    Tried,
    TriedView,
    read_tried,
    take_up,
    view_refused,
    view_tried,
    write_address,
)
from rashomon.present.tried_controls import list_controls, rank_parts
from rashomon.present.weighing_shapes import ScenarioShape, StudyShape
from rashomon.present.whatif import shape_kept, shape_scenario
from rashomon.web.desk import CaseView
from rashomon.web.replies import PARTIAL, describe, get_desk, render, reply_json, wants_json

MOST_ENTRIES: Final = 100
MOST_LETTERS: Final = 400

Entry = Annotated[str, StringConstraints(max_length=MOST_LETTERS)]
Entries = Annotated[list[Entry], Field(max_length=MOST_ENTRIES)]
Percent = Annotated[int, Field(ge=0, le=100)]


class WhatIfShape(Shape, frozen=True, kw_only=True):
    """What is tried, with its address, and the scenarios that are kept, without moves."""

    address: str
    tried: ScenarioShape
    kept: list[ScenarioShape]


class ComparisonShape(Shape, frozen=True, kw_only=True):
    """Two scenarios side by side."""

    one: ScenarioShape
    other: ScenarioShape


class TriedQuery(BaseModel):
    """What to try, as the address holds it; see the guide for what each part means.

    `of` and `percent` are a form's sliders, in pairs: an answer with the percentage its slider stood at, and the one it
    stands at now. `apart` closes the group that is being put together, so that another can be begun.
    """

    prior: Entries = []
    grade: Entries = []
    item: Entries = []
    without: Entries = []
    together: Entries = []
    join: Entries = []
    suppose: Entries = []
    find: Entry = ""
    of: Entries = []
    percent: Annotated[list[Percent], Field(max_length=MOST_ENTRIES)] = []
    apart: bool = False

    @property
    def is_filled_in(self) -> bool:
        """Whether a form sent it, with all that is unchanged in it."""
        lists = (self.prior, self.grade, self.item, self.without, self.together, self.join, self.suppose)
        return self.apart or bool(self.of) or any("" in one for one in lists)


class PairQuery(BaseModel):
    """Two scenarios that are kept, by name."""

    one: Entry
    other: Entry


router = APIRouter()
SHAPES: Final = (WhatIfShape, ComparisonShape, ScenarioShape, StudyShape)


@router.get(ADDRESS, response_class=Response, responses=describe(WhatIfShape, "what is tried, and what is kept"))
def show_whatif(request: Request, query: Annotated[TriedQuery, Query()]) -> Response:
    """Show the answers under what is tried, beside what can be tried; the answers alone are at /whatif/outcome."""
    view = get_desk(request).view
    index, tried = view.judged, _read(query, view.judged)
    if query.is_filled_in and not wants_json(request):
        return RedirectResponse(write_address(tried, index), 303)
    kept = _list_kept(view)
    if wants_json(request):
        shapes = [shape_kept(scenario, index) for scenario in kept]
        outcome = shape_scenario(_weigh(view, tried.scenario), index)
        return reply_json(WhatIfShape(address=write_address(tried, index), tried=outcome, kept=shapes))
    return render(
        request,
        "whatif.html.j2",
        _view(view, tried),
        whole=True,
        grade_words=GRADES,
        controls=list_controls(tried, view.derive(_weigh_now), view.derive(rank_parts), index),
        kept=[(scenario, write_address(take_up(scenario.changes), index)) for scenario in kept],
        branches=view.derive(grow_branches),
    )


@router.get(f"{ADDRESS}/outcome", response_class=Response, responses=describe(ScenarioShape, "the answers under it"))
def show_outcome(request: Request, query: Annotated[TriedQuery, Query()]) -> Response:
    """Show what comes of what is tried: asked for at every move of a slider."""
    view = get_desk(request).view
    tried = _read(query, view.judged)
    if wants_json(request):
        return reply_json(shape_scenario(_weigh(view, tried.scenario), view.judged))
    address = write_address(tried, view.judged)
    if PARTIAL not in request.headers:
        return RedirectResponse(address, 303)
    answer = render(request, "whatif_outcome.html.j2", _view(view, tried), whole=False)
    answer.headers["HX-Replace-Url"] = address
    return answer


@router.get(f"{ADDRESS}/parts", response_class=Response)
def show_parts(request: Request, query: Annotated[TriedQuery, Query()]) -> Response:
    """Show the sources, origins and evidence that can be changed: those found, and those changed already."""
    view = get_desk(request).view
    tried = _read(query, view.judged)
    if PARTIAL not in request.headers:
        return RedirectResponse(write_address(tried, view.judged), 303)
    controls = list_controls(tried, view.derive(_weigh_now), view.derive(rank_parts), view.judged)
    answer = render(request, "whatif_parts.html.j2", None, controls=controls, grade_words=GRADES)
    answer.headers["HX-Replace-Url"] = write_address(tried, view.judged)
    return answer


@router.get(f"{ADDRESS}/tornado", response_class=Response, responses=describe(StudyShape, "what it hangs on"))
def show_tornado(request: Request) -> Response:
    """Show what the judgement hangs on; worked out once a judgement, which takes a while."""
    view = get_desk(request).view
    if wants_json(request):
        return reply_json(shape_study(view.derive(_study), view.judged.analysis))
    template = "whatif_tornado.html.j2" if PARTIAL in request.headers else "whatif_tornado_page.html.j2"
    return render(request, template, draw_tornado(view.derive(_study), view.judged))


@router.get(f"{ADDRESS}/compare", response_class=Response, responses=describe(ComparisonShape, "two side by side"))
def show_comparison(request: Request, query: Annotated[PairQuery, Query()]) -> Response:
    """Show two scenarios that are kept side by side."""
    view = get_desk(request).view
    kept = _list_kept(view)
    scenarios = [find_scenario(kept, name) for name in (query.one, query.other)]
    if wants_json(request):
        one, other = (shape_scenario(_weigh(view, scenario), view.judged) for scenario in scenarios)
        return reply_json(ComparisonShape(one=one, other=other))
    views = [_view(view, take_up(scenario.changes)) for scenario in scenarios]
    return render(request, "whatif_compare.html.j2", list(zip(scenarios, views, strict=True)))


def _read(query: TriedQuery, index: AnalysisIndex) -> Tried:
    """Return what is tried; sliders that stand where they stood are no change. Raises WeighError R-WEIGH-006."""
    if len(query.of) != len(query.percent):
        raise WeighError("R-WEIGH-006", "the sliders", what="an answer without a percentage, or the other way round")
    moved = []
    for of, percent in zip(query.of, query.percent, strict=True):
        answer, _, held = of.rpartition(":")
        if held != str(percent):
            moved.append(f"{answer}:{percent}")
    closed = query.apart and len(set(filter(None, query.join))) > 1
    asked = Asked(
        prior=(*query.prior, *moved),
        grade=query.grade,
        item=query.item,
        without=query.without,
        together=(*query.together, ",".join(query.join)) if closed else query.together,
        join=() if closed else query.join,
        suppose=query.suppose,
        find=query.find,
    )
    return read_tried(asked, index)


def _view(view: CaseView, tried: Tried) -> TriedView:
    try:
        return view_tried(tried, _weigh(view, tried.scenario), view.judged)
    except WeighError as error:
        return view_refused(tried, f"{error.what}: {error.where}. {error.advice}", view.judged)


def _weigh(view: CaseView, scenario: Scenario) -> TriedOutcome:
    return try_changes(view.judged.analysis, scenario, view.derive(_weigh_now))


def _weigh_now(index: AnalysisIndex) -> WeighedAnswers:
    return weigh_held(index.analysis)


def _study(index: AnalysisIndex) -> SensitivityStudy:
    return study_judgement(index.analysis)


def _list_kept(view: CaseView) -> tuple[Scenario, ...]:
    question = view.judged.analysis.hypothesis_set.question
    return list_scenarios(view.decisions, question.id)
