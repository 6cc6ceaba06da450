"""How far the judging is: asked again and again by every open page, so that it sees what others change."""

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from rashomon.present.shape import Shape
from rashomon.web.replies import describe, get_desk, render, reply_json, wants_json


class StatusShape(Shape, frozen=True, kw_only=True):
    """What the workbench is at; `stage` is "" where it rests, `unread` the reports not judged yet."""

    revision: str
    judgement_id: str | None
    reports: int
    unread: int
    stage: str
    done: int
    total: int
    failure: str


router = APIRouter()
SHAPES: Final = (StatusShape,)


@router.get("/status", response_class=Response, responses=describe(StatusShape, "what the workbench is at"))
def show_status(request: Request, seen: str = "", wait: bool = False) -> Response:
    """Tell how far the judging is.

    `seen` is the revision a page shows: where there is a newer one, it says so; a page that was sent before the
    judgement it asked for was there (`wait`) shows itself anew then.
    """
    desk = get_desk(request)
    view, work = desk.view, desk.work
    shape = StatusShape(
        revision=view.revision,
        judgement_id=view.analysis.judgement.id if view.analysis else None,
        reports=len(view.documents),
        unread=len(view.unread),
        stage=work.stage,
        done=work.done,
        total=work.total,
        failure=work.failure,
    )
    return reply_json(shape) if wants_json(request) else render(request, "status.html.j2", shape, seen=seen, wait=wait)
