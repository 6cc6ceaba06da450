"""What analysts decide: one address for every kind of decision, so that all are kept, listed and undone alike."""

from datetime import UTC, datetime
from typing import Annotated, Final

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response
from pydantic import BaseModel

from rashomon.case import find_decision
from rashomon.model.decision import Decision, keep_in_force, make_decision
from rashomon.model.errors import DecisionError
from rashomon.model.vocabulary import DecisionKind
from rashomon.present.decisions import Names, name_records
from rashomon.present.index import AnalysisIndex
from rashomon.present.shape import Shape
from rashomon.present.source_shapes import DecisionShape
from rashomon.present.sources_json import shape_decision
from rashomon.web.replies import describe, get_desk, go_back, render, reply_json, wants_json


class DecisionsShape(Shape, frozen=True, kw_only=True):
    """Decisions, the latest first, and the judgement that follows them (None: none was made yet)."""

    decisions: list[DecisionShape]
    judgement_id: str | None


class DecisionForm(BaseModel):
    """A decision as a form sends it. `subject` and `name` may be given several times; empty ones are left out.

    What they and `value` mean depends on the kind: see the reference of decisions. `next` is where the browser goes.
    """

    kind: DecisionKind
    subject: list[str] = []
    value: str = ""
    name: list[str] = []
    why: str = ""
    by: str = ""
    next: str = "/"


router = APIRouter()
SHAPES: Final = (DecisionsShape,)
MADE: Final = describe(DecisionsShape, "the decision as kept")


@router.get("/decisions", response_class=Response, responses=describe(DecisionsShape, "all decisions in force"))
def list_decisions(request: Request) -> Response:
    """List the decisions in force, the latest first."""
    view = get_desk(request).view
    listed = tuple(reversed(keep_in_force(view.decisions)))
    if not wants_json(request):
        names = view.derive(_name, view.decisions) if view.index else None
        return render(request, "decisions.html.j2", listed, names=names)
    in_force = [shape_decision(one, view.decisions) for one in listed]
    judgement_id = view.analysis.judgement.id if view.analysis else None
    return reply_json(DecisionsShape(decisions=in_force, judgement_id=judgement_id))


@router.post("/decisions", response_class=Response, responses=MADE)
def decide(request: Request, form: Annotated[DecisionForm, Form()]) -> Response:
    """Keep a decision and judge anew."""
    return keep_decision(request, form)


@router.post("/undo", response_class=Response, responses=MADE)
def undo(
    request: Request,
    decision: Annotated[str, Form(description="an id, or the beginning of one; empty: the latest")] = "",
    why: Annotated[str, Form()] = "",
    by: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",  # noqa: A002 the form's field
) -> Response:
    """Take a decision back; the one before it, if any, is in force again."""
    made = get_desk(request).view.decisions
    if decision:
        meant = find_decision(made, decision)
    else:
        in_force = keep_in_force(made)
        if not in_force:
            raise DecisionError("R-DECIDE-005", "no decision was made yet")
        meant = in_force[-1]
    form = DecisionForm(kind=DecisionKind.WITHDRAW, subject=[meant.id], why=why, by=by, next=next)
    return keep_decision(request, form)


def _name(index: AnalysisIndex, decisions: tuple[Decision, ...]) -> Names:
    return name_records(index.analysis, decisions)


def keep_decision(request: Request, form: DecisionForm) -> Response:
    """Keep a decision made now, judge anew, and go on to where the form says."""
    desk = get_desk(request)
    decision = make_decision(
        form.kind,
        *filter(None, form.subject),
        by=form.by.strip() or request.app.state.analyst,
        at=datetime.now(UTC),
        value=form.value,
        names=filter(None, form.name),
        why=form.why,
    )
    view = desk.decide([decision])
    judgement_id = view.analysis.judgement.id if view.analysis else None
    shape = DecisionsShape(decisions=[shape_decision(decision, view.decisions)], judgement_id=judgement_id)
    return go_back(request, shape, form.next)
