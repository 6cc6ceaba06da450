"""The reader: a report's text with its claims marked, and the corrections an analyst makes there."""

from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from rashomon.model.correction import ClaimFix, write_fix
from rashomon.model.document import Document
from rashomon.model.errors import CaseError
from rashomon.model.vocabulary import Certainty, DecisionKind, Polarity, Stance
from rashomon.present.index import AnalysisIndex
from rashomon.present.reader import ReportPart, find_part, read_part
from rashomon.present.reader_shapes import ListedReportShape, ReportPartShape, ReportsShape, shape_part
from rashomon.present.report_list import (
    ListedReport,
    Which,
    describe_reports,
    find_reports,
    list_publishers,
    sort_reports,
)
from rashomon.web.decisions import DecisionForm, DecisionsShape, keep_decision
from rashomon.web.replies import describe, get_desk, render, reply_json, wants_json

PAGE_ROWS: Final = 50

router = APIRouter()
SHAPES: Final = (ReportsShape, ReportPartShape, DecisionsShape)


class ReportsQuery(BaseModel):
    """Words of the report, part of the publisher's name, which reports, and the page."""

    q: str = Field("", max_length=300)
    publisher: str = Field("", max_length=300)
    which: Which = Which.ALL
    page: int = Field(1, ge=1, le=1_000_000)

    def write(self, page: int) -> str:
        """Return the query string of another page."""
        which = "" if self.which is Which.ALL else self.which
        told = {"q": self.q, "publisher": self.publisher, "which": which, "page": page if page > 1 else ""}
        return "?" + urlencode({name: value for name, value in told.items() if value})


class FixForm(BaseModel):
    """The parts of a claim that are corrected; empty ones stay as they are."""

    holder: str = Field("", max_length=200)
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    stance: Stance | None = None
    start: int | None = Field(None, ge=0)
    end: int | None = Field(None, ge=1)
    why: str = ""
    by: str = ""
    next: str = "/reader"


class PlaceForm(BaseModel):
    """The event a claim speaks of, by id; empty: none that is known."""

    event: str = ""
    why: str = ""
    by: str = ""
    next: str = "/reader"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsPage:
    """One page of reports; `publishers` are those to choose from."""

    query: ReportsQuery
    reports: tuple[ListedReport, ...]
    publishers: tuple[str, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderPage:
    """A part of a report with its neighbours in the list (None at its ends)."""

    part: ReportPart
    newer: Document | None
    older: Document | None


@router.get("/reader", response_class=Response, responses=describe(ReportsShape, "one page of reports"))
def list_reports(request: Request, query: Annotated[ReportsQuery, Query()]) -> Response:
    """List the reports, the latest first."""
    view = get_desk(request).view
    found = find_reports(sort_reports(view.documents), view.index, query.which, query.publisher, query.q)
    pages = max(1, -(-len(found) // PAGE_ROWS))
    number = min(query.page, pages)
    shown = describe_reports(found[(number - 1) * PAGE_ROWS : number * PAGE_ROWS], view.index)
    if wants_json(request):
        reports = [_shape(one) for one in shown]
        return reply_json(ReportsShape(total=len(found), page=number, pages=pages, reports=reports))
    page = ReportsPage(
        query=query,
        reports=shown,
        publishers=list_publishers(view.documents),
        total=len(found),
        number=number,
        pages=pages,
    )
    return render(request, "reports.html.j2", page, every=tuple(Which))


@router.get(
    "/reader/{document_id}", response_class=Response, responses=describe(ReportPartShape, "a report with its claims")
)
def read_report(
    request: Request, document_id: str, part: Annotated[int, Query(ge=1, le=1_000_000)] = 1, claim: str = ""
) -> Response:
    """Show a report with its claims marked; a long one in parts. `claim` leads to the part with that claim."""
    view = get_desk(request).view
    document = next((one for one in view.documents if one.id == document_id), None)
    if document is None:
        raise CaseError("R-CASE-004", document_id, what="no such report", advice="Look for it among the reports.")
    found = view.index.claims.get(claim) if view.index else None
    if found is not None and found.document_id == document.id and not wants_json(request):
        address = f"/reader/{document.id}?part={find_part(document, found.start)}#{found.id}"
        return RedirectResponse(address, 303)
    shown = view.derive(_read, document, part) if view.index else read_part(None, document, part)
    if wants_json(request):
        return reply_json(shape_part(shown))
    listed = sort_reports(view.documents)
    place = listed.index(document)
    page = ReaderPage(
        part=shown,
        newer=listed[place - 1] if place else None,
        older=listed[place + 1] if place + 1 < len(listed) else None,
    )
    words = {"polarities": tuple(Polarity), "certainties": tuple(Certainty), "stances": tuple(Stance)}
    return render(request, "reader.html.j2", page, words=words)


@router.post(
    "/claims/{claim_id}/fix", response_class=Response, responses=describe(DecisionsShape, "the decision as kept")
)
def fix_claim(request: Request, claim_id: str, form: Annotated[FixForm, Form()]) -> Response:
    """Correct whose claim it is, how it is put, or which words it is."""
    claim = get_desk(request).view.judged.claims.get(claim_id)
    told = {
        name: value for name, value in form.model_dump(exclude={"why", "by", "next"}).items() if value not in ("", None)
    }
    if claim is not None:
        # A form sends every field; what says what the claim says anyway is no correction.
        stands = {"holder": claim.holder.name, "start": claim.start, "end": claim.end}
        stands |= {"polarity": claim.polarity, "certainty": claim.certainty, "stance": claim.stance}
        told = {name: value for name, value in told.items() if stands[name] != value}
    names = write_fix(ClaimFix(**told))
    decision = DecisionForm(kind=DecisionKind.FIX_CLAIM, subject=[claim_id], name=list(names), **_signed(form))
    return keep_decision(request, decision)


@router.post(
    "/claims/{claim_id}/place", response_class=Response, responses=describe(DecisionsShape, "the decision as kept")
)
def place_claim(request: Request, claim_id: str, form: Annotated[PlaceForm, Form()]) -> Response:
    """Say which event a claim speaks of."""
    index = get_desk(request).view.judged
    event = index.events.get(form.event)
    if form.event and event is None:
        raise CaseError("R-CASE-004", form.event, what="no such event", advice="Choose one of those listed.")
    decision = DecisionForm(
        kind=DecisionKind.PLACE_CLAIM,
        subject=[claim_id],
        value=form.event,
        name=[event.label] if event else [],
        **_signed(form),
    )
    return keep_decision(request, decision)


def _signed(form: FixForm | PlaceForm) -> dict[str, str]:
    return {"why": form.why, "by": form.by, "next": form.next}


def _read(index: AnalysisIndex, document: Document, part: int) -> ReportPart:
    return read_part(index, document, part)


def _shape(report: ListedReport) -> ListedReportShape:
    document = report.document
    return ListedReportShape(
        id=document.id,
        input_id=document.input_id,
        publisher=document.publisher,
        title=document.title,
        published_at=document.published_at.isoformat() if document.published_at else None,
        claims=report.claims,
        copy_of=report.copy.copy_of if report.copy else None,
        copies=report.copies,
        judged=report.judged,
    )
