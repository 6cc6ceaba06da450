"""The page to send, in four formats, and what differs between two judgements."""

import itertools
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel

from rashomon.case import Case, compare_analyses
from rashomon.model.errors import CaseError
from rashomon.present.briefing import build_briefing
from rashomon.present.briefing_html import render_briefing_html, render_briefing_markdown
from rashomon.present.briefing_shapes import BriefingShape, DifferenceShape, shape_briefing, shape_difference
from rashomon.present.difference import Difference, view_difference
from rashomon.present.index import AnalysisIndex, index_analysis
from rashomon.web.replies import describe, get_desk, render, reply_json, wants_json

router = APIRouter()
SHAPES: Final = (BriefingShape, DifferenceShape)
MOST_LISTED: Final = 200


class Pair(BaseModel):
    """Two judgements by id: the earlier (empty: the one before the current), the later (empty: the current)."""

    old: str = ""
    new: str = ""


@router.get("/report", response_class=Response, responses=describe(BriefingShape, "the page to send"))
def show_report(request: Request) -> Response:
    """Show the report: bottom line, key judgements, evidence, what would change it, sources."""
    view = get_desk(request).view
    briefing = view.derive(build_briefing)
    if wants_json(request):
        return reply_json(shape_briefing(briefing, view.judged))
    return render(request, "report_page.html.j2", briefing, judgements=view.judgements[::-1][:MOST_LISTED])


@router.get("/report.html", responses={200: {"content": {"text/html": {}}}}, response_class=Response)
def download_html(request: Request) -> Response:
    """Give the report as one HTML file."""
    view = get_desk(request).view
    return _attach(request, render_briefing_html(view.derive(build_briefing), view.judged), "text/html", "html")


@router.get("/report.md", responses={200: {"content": {"text/markdown": {}}}}, response_class=Response)
def download_markdown(request: Request) -> Response:
    """Give the report as Markdown."""
    view = get_desk(request).view
    text = render_briefing_markdown(view.derive(build_briefing), view.judged)
    return _attach(request, text, "text/markdown", "md")


@router.get("/report.json", response_class=Response, responses=describe(BriefingShape, "the report as JSON"))
def download_json(request: Request) -> Response:
    """Give the report as JSON."""
    view = get_desk(request).view
    answer = reply_json(shape_briefing(view.derive(build_briefing), view.judged))
    answer.headers["Content-Disposition"] = _name_file(request, "json")
    return answer


@router.get(
    "/report/difference",
    response_class=Response,
    responses=describe(DifferenceShape, "what differs between two judgements"),
)
def show_difference(request: Request, pair: Annotated[Pair, Query()]) -> Response:
    """Show what differs between two judgements of the question."""
    desk = get_desk(request)
    view = desk.view
    known = [judgement.id for judgement in view.judgements]
    new = pair.new or view.judged.analysis.judgement.id
    old = pair.old or next((before for before, after in itertools.pairwise(known) if after == new), "")
    for wanted in (old, new):
        if wanted not in known:
            what, advice = "no such judgement", "Choose two that are listed on the report."
            raise CaseError("R-CASE-004", wanted or "there is only one", what=what, advice=advice)
    difference = view.derive(_compare, old, new, desk.path)
    if wants_json(request):
        return reply_json(shape_difference(difference))
    return render(request, "difference.html.j2", difference)


def _compare(index: AnalysisIndex, old: str, new: str, path: Path) -> Difference:
    with Case.open(path) as case:
        before = case.past_analysis(old)
        after = index.analysis if new == index.analysis.judgement.id else case.past_analysis(new)
    if before is None or after is None:
        raise CaseError("R-CASE-004", old if before is None else new, what="no such judgement")
    later = index if after is index.analysis else index_analysis(after)
    return view_difference(index_analysis(before), later, compare_analyses(before, after))


def _attach(request: Request, text: str, media_type: str, suffix: str) -> Response:
    headers = {"Content-Disposition": _name_file(request, suffix)}
    return Response(text.encode("utf-8", "backslashreplace"), media_type=media_type, headers=headers)


def _name_file(request: Request, suffix: str) -> str:
    """Return the header that names a download after the case and the day its judgement speaks of."""
    desk = get_desk(request)
    as_of: datetime | None = desk.view.judged.analysis.judgement.as_of
    stem = "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in desk.path.stem)
    day = f"-{as_of:%Y-%m-%d}" if as_of else ""
    return f'attachment; filename="{stem.encode("ascii", "replace").decode().replace("?", "-")}{day}.{suffix}"'
