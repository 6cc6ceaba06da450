"""The first screen: the answers, what moved them since the last visit, and what would change them."""

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from rashomon.present.analysis_json import shape_analysis
from rashomon.present.shapes import AnalysisShape
from rashomon.web.replies import describe, get_desk, render, reply_json, wants_json

router = APIRouter()
SHAPES: Final = (AnalysisShape,)


@router.get("/", response_class=Response, responses=describe(AnalysisShape, "the judgement and all it rests on"))
def show_overview(request: Request) -> Response:
    """Show the answers with their probabilities; as JSON, the whole analysis."""
    view = get_desk(request).view
    if wants_json(request):
        return reply_json(view.derive(lambda index: shape_analysis(index.analysis)))
    return render(request, "overview.html.j2", None)
