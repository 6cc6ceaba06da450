"""The claims screen: filtered by facets and words, one claim in all its wordings, saved as a table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, Field

from rashomon.case import Case
from rashomon.model.errors import CaseError
from rashomon.present.analysis_json import shape_claims
from rashomon.present.claim_list import (
    FACETS,
    ClaimRow,
    FacetChoice,
    Found,
    Order,
    find_claims,
    list_claims,
    say_answers,
    say_side,
    write_csv,
    write_jsonl,
)
from rashomon.present.claim_variants import view_claim
from rashomon.present.index import AnalysisIndex
from rashomon.present.shape import Shape
from rashomon.present.shapes import ClaimShape
from rashomon.web.desk import CaseView, Desk
from rashomon.web.replies import describe, get_desk, render, reply_json, wants_json

PAGE_ROWS: Final = 50
MOST_PASSAGES: Final = 5000
SHOWN_VALUES: Final = 12


class FacetValueShape(Shape, frozen=True, kw_only=True):
    """One value of a facet and how many claims have it under the other filters."""

    value: str
    label: str
    count: int


class FacetShape(Shape, frozen=True, kw_only=True):
    """One way to narrow claims down."""

    name: str
    chosen: str
    values: list[FacetValueShape]


class FoundClaimsShape(Shape, frozen=True, kw_only=True):
    """One page of the claims that a filter leaves, and the facets to narrow them further."""

    total: int
    page: int
    pages: int
    claims: list[ClaimShape]
    facets: list[FacetShape]


class ClaimDetailShape(Shape, frozen=True, kw_only=True):
    """A claim, as it bears on each answer, with those that say the same and those that may."""

    claims: list[ClaimShape]
    variant_ids: list[str]
    alike_ids: list[str]
    evidence_ids: list[str]


class ClaimQuery(BaseModel):
    """What claims are wanted: words of their passage, a value for each facet, a span of days, an order, a page."""

    q: str = Field("", max_length=300)
    holder: str = ""
    camp: str = ""
    event: str = ""
    answer: str = ""
    polarity: str = ""
    certainty: str = ""
    stance: str = ""
    modality: str = ""
    publisher: str = ""
    standing: str = ""
    since: date | None = None
    until: date | None = None
    order: Order = Order.READING
    page: int = Field(1, ge=1, le=1_000_000)

    def choose(self) -> FacetChoice:
        """Return the values chosen."""
        return FacetChoice(**{name: getattr(self, name) for name in FACETS})

    def write(self, **changed: object) -> str:
        """Return the query string of these wishes with some changed; the page begins anew unless it is given."""
        told = {**self.model_dump(mode="json", exclude_defaults=True), "page": None, **changed}
        return "?" + urlencode({name: value for name, value in told.items() if value not in (None, "")})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """One page of what was found, with all that its links need."""

    query: ClaimQuery
    found: Found
    rows: tuple[ClaimRow, ...]
    number: int
    pages: int


router = APIRouter()
SHAPES: Final = (FoundClaimsShape, ClaimDetailShape, ClaimShape)


@router.get("/claims", response_class=Response, responses=describe(FoundClaimsShape, "one page of claims"))
def show_claims(request: Request, query: Annotated[ClaimQuery, Query()]) -> Response:
    """List the claims that pass the filters, fifty a page, with the counts of every facet."""
    desk = get_desk(request)
    view = desk.view
    found = _find(desk, view, query)
    pages = max(1, -(-len(found.rows) // PAGE_ROWS))
    number = min(query.page, pages)
    rows = found.rows[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]
    if wants_json(request):
        return reply_json(_shape(found, rows, number, pages, view))
    page = ClaimPage(query=query, found=found, rows=rows, number=number, pages=pages)
    return render(
        request, "claims.html.j2", page, say_answers=say_answers, orders=tuple(Order), shown_values=SHOWN_VALUES
    )


@router.get("/claims.csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def save_csv(request: Request, query: Annotated[ClaimQuery, Query()]) -> Response:
    """Save the claims that pass the filters as CSV."""
    return _save(request, query, write_csv, "text/csv")


@router.get("/claims.jsonl", response_class=Response, responses={200: {"content": {"application/jsonl": {}}}})
def save_jsonl(request: Request, query: Annotated[ClaimQuery, Query()]) -> Response:
    """Save the claims that pass the filters as JSON, one a line."""
    return _save(request, query, write_jsonl, "application/jsonl")


@router.get(
    "/claims/{claim_id}", response_class=Response, responses=describe(ClaimDetailShape, "a claim in all its wordings")
)
def show_claim(request: Request, claim_id: str) -> Response:
    """Show one claim: its wordings side by side, its reasons, what analysts made of it."""
    view = get_desk(request).view
    if claim_id not in view.judged.claims:
        raise CaseError("R-CASE-004", claim_id, what="no such claim", advice="Look for it among the claims.")
    detail = view.derive(view_claim, claim_id)
    if not wants_json(request):
        return render(request, "claim.html.j2", detail, say_side=say_side)
    shapes = view.derive(_shape_all)
    return reply_json(
        ClaimDetailShape(
            claims=list(shapes[claim_id]),
            variant_ids=[one.id for one in detail.spread.claims],
            alike_ids=[one.id for one in detail.alike],
            evidence_ids=[one.id for one in detail.evidence],
        )
    )


def _find(desk: Desk, view: CaseView, query: ClaimQuery) -> Found:
    among = view.derive(_search, query.q, desk.path) if query.q.strip() else None
    return find_claims(
        view.derive(list_claims),
        query.choose(),
        among=among,
        since=_begin(query.since),
        until=datetime.combine(query.until, time.max, UTC) if query.until else None,
        order=query.order,
    )


def _begin(day: date | None) -> datetime | None:
    return datetime.combine(day, time.min, UTC) if day else None


def _search(index: AnalysisIndex, words: str, path: Path) -> tuple[str, ...]:
    """Return the claims that stand in a passage with all the words."""
    with Case.open(path) as case:
        passages = case.search(words, limit=MOST_PASSAGES)
    return tuple(
        claim.id
        for passage in passages
        for claim in index.claims_in.get(passage.document_id, ())
        if passage.start < claim.end and claim.start < passage.end
    )


def _shape_all(index: AnalysisIndex) -> dict[str, tuple[ClaimShape, ...]]:
    """Return the shapes of every claim by its id; a claim that bears on several answers has several."""
    found: dict[str, list[ClaimShape]] = {}
    owners = {bearing.id: bearing.claim_id for bearings in index.bearings_of.values() for bearing in bearings}
    for shape in shape_claims(index):
        found.setdefault(owners.get(shape.id, shape.id), []).append(shape)
    return {claim_id: tuple(shapes) for claim_id, shapes in found.items()}


def _shape(found: Found, rows: Sequence[ClaimRow], number: int, pages: int, view: CaseView) -> FoundClaimsShape:
    shapes = view.derive(_shape_all)
    return FoundClaimsShape(
        total=len(found.rows),
        page=number,
        pages=pages,
        claims=[shape for row in rows for shape in shapes[row.claim.id]],
        facets=[
            FacetShape(
                name=facet.name,
                chosen=facet.chosen,
                values=[FacetValueShape(value=one.value, label=one.label, count=one.count) for one in facet.values],
            )
            for facet in found.facets
        ],
    )


def _save(
    request: Request,
    query: ClaimQuery,
    write: Callable[[Sequence[ClaimRow], AnalysisIndex], Iterator[str]],
    media_type: str,
) -> Response:
    desk = get_desk(request)
    view = desk.view
    lines = write(_find(desk, view, query).rows, view.judged)
    name = request.url.path.strip("/")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    body = (line.encode("utf-8", "backslashreplace") for line in lines)
    return StreamingResponse(body, media_type=media_type, headers=headers)
