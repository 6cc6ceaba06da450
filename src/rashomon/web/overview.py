"""The first screen: the answers, what moved them since the last visit, and what would change them."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from rashomon.case import Case, compare_analyses, list_questions, list_resolutions
from rashomon.model.errors import CaseError
from rashomon.present.analysis_json import shape_analysis
from rashomon.present.index import AnalysisIndex
from rashomon.present.overview import (
    ChangeSince,
    ChangeSinceShape,
    list_changers,
    list_gaps,
    list_strongest,
    shape_change,
    view_change,
)
from rashomon.present.shapes import AnalysisShape
from rashomon.web.desk import CaseView, Desk
from rashomon.web.replies import describe, get_desk, render, reply_json, wants_json

router = APIRouter()
SHAPES: Final = (AnalysisShape, ChangeSinceShape)

VISIT: Final = "rashomon_visit"
"""The judgement a visit began with; it is forgotten with the browser's session."""
LAST: Final = "rashomon_last"
"""The judgement last looked at."""
YEAR: Final = 365 * 24 * 3600


@router.get("/", response_class=Response, responses=describe(AnalysisShape, "the judgement and all it rests on"))
def show_overview(request: Request) -> Response:
    """Show the answers and what moved them; as JSON, the whole analysis."""
    desk = get_desk(request)
    view = desk.view
    if wants_json(request):
        return reply_json(shape_analysis(view.judged.analysis))
    judgement_id = view.judged.analysis.judgement.id
    since = request.cookies.get(VISIT) or request.cookies.get(LAST) or judgement_id
    answer = render(
        request,
        "overview.html.j2",
        _find_change(desk, view, since),
        changers=view.derive(list_changers),
        gaps=view.derive(list_gaps),
        strongest=view.derive(list_strongest),
        questions=list_questions(view.analysis, [view.question] if view.question else [])[1:],
        resolution=next((one for one in list_resolutions(view.decisions) if one.question_id == _asked(view)), None),
    )
    answer.set_cookie(VISIT, since, httponly=True, samesite="strict")
    answer.set_cookie(LAST, judgement_id, max_age=YEAR, httponly=True, samesite="strict")
    return answer


@router.get(
    "/changes/{since}",
    response_class=Response,
    responses=describe(ChangeSinceShape, "how the judgement moved since another"),
)
def show_change(request: Request, since: str) -> Response:
    """Show how the judgement moved since an earlier one, and which origins moved it."""
    desk = get_desk(request)
    view = desk.view
    change = _find_change(desk, view, since)
    if change is None:
        raise CaseError("R-CASE-004", since, what="no such judgement", advice="List them on the timeline.")
    if wants_json(request):
        return reply_json(shape_change(change, view.judged))
    return render(request, "change.html.j2", change)


def _asked(view: CaseView) -> str:
    return view.question.id if view.question else ""


def _find_change(desk: Desk, view: CaseView, since: str) -> ChangeSince | None:
    """Return the change since a judgement of the question; None where it has none of that id."""
    known = {judgement.id for judgement in view.judgements}
    return view.derive(_compare, since, desk.path) if since in known else None


def _compare(index: AnalysisIndex, since: str, path: Path) -> ChangeSince | None:
    with Case.open(path) as case:
        before = case.past_analysis(since)
    return view_change(compare_analyses(before, index.analysis), before.judgement, index) if before else None
