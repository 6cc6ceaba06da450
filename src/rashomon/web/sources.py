"""The sources: who relays whom as a picture, the register, and the card of one source with all that is set on it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from rashomon.case import find_source
from rashomon.model.decision import Decision
from rashomon.model.errors import CaseError
from rashomon.model.vocabulary import Access, DecisionKind, DependenceKind, Grade, Interest, Party, SourceKind
from rashomon.model.wording import GRADES
from rashomon.present import phrases
from rashomon.present.decisions import Names, name_records
from rashomon.present.index import AnalysisIndex
from rashomon.present.plain import show_inline
from rashomon.present.relay_graph import draw_relays, list_parties
from rashomon.present.shape import Shape
from rashomon.present.source_card import SourceCard, SourceRow, list_sources, view_source
from rashomon.present.source_shapes import ListedSourceShape, SourceDetailShape
from rashomon.present.sources_json import gather_sayings, shape_listed, shape_source
from rashomon.web.decisions import DecisionForm, DecisionsShape, keep_decision
from rashomon.web.replies import describe, get_desk, render, reply_json, wants_json

PAGE_ROWS: Final = 50

router = APIRouter()


class SourcesShape(Shape, frozen=True, kw_only=True):
    """One page of sources, those of most claims first."""

    total: int
    page: int
    pages: int
    sources: list[ListedSourceShape]


SHAPES: Final = (SourcesShape, SourceDetailShape, DecisionsShape)


class Graded(StrEnum):
    """Whether a source was graded."""

    ANY = "any"
    YES = "yes"
    NO = "no"


class SourcesQuery(BaseModel):
    """Words of a name, a kind, a tie to the event, whether graded, and the page."""

    q: str = Field("", max_length=300)
    kind: SourceKind | None = None
    party: Party | None = None
    graded: Graded = Graded.ANY
    page: int = Field(1, ge=1, le=1_000_000)

    def write(self, page: int) -> str:
        """Return the query string of another page."""
        told = {**self.model_dump(mode="json", exclude_defaults=True), "page": page if page > 1 else None}
        return "?" + urlencode({name: value for name, value in told.items() if value})


class OtherForm(BaseModel):
    """Another source by name or id; how strongly the two depend on each other (empty: as the weighing is set)."""

    other: str = Field(min_length=1, max_length=300)
    strength: str = ""
    why: str = ""
    by: str = ""
    next: str = "/sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """One page of the register."""

    query: SourcesQuery
    rows: tuple[SourceRow, ...]
    total: int
    number: int
    pages: int


@router.get("/sources", response_class=Response, responses=describe(SourcesShape, "one page of sources"))
def show_sources(request: Request, query: Annotated[SourcesQuery, Query()]) -> Response:
    """Show who relays whom, and the register of sources."""
    view = get_desk(request).view
    found = [row for row in view.derive(list_sources) if _is_wanted(row, query)]
    pages = max(1, -(-len(found) // PAGE_ROWS))
    number = min(query.page, pages)
    rows = tuple(found[(number - 1) * PAGE_ROWS : number * PAGE_ROWS])
    if wants_json(request):
        sayings = gather_sayings(view.judged.analysis)
        sources = [shape_listed(row.source, sayings) for row in rows]
        return reply_json(SourcesShape(total=len(found), page=number, pages=pages, sources=sources))
    page = SourcesPage(query=query, rows=rows, total=len(found), number=number, pages=pages)
    graph = view.derive(draw_relays)
    words = {"kinds": tuple(SourceKind), "parties": tuple(Party), "graded": tuple(Graded)}
    return render(request, "sources.html.j2", page, graph=graph, list_parties=list_parties, words=words)


@router.get(
    "/sources/{source_id}", response_class=Response, responses=describe(SourceDetailShape, "a source and its card")
)
def show_source(request: Request, source_id: str) -> Response:
    """Show the card of a source. The id of one that was merged into another shows that other."""
    view = get_desk(request).view
    index = view.judged
    known = source_id if source_id in index.sources else find_source(index.analysis, source_id).id
    if wants_json(request):
        return reply_json(shape_source(index.sources[known], index.analysis, view.decisions))
    card = view.derive(_view, known, view.decisions)
    words = {
        "grades": GRADES,
        "kinds": tuple(SourceKind),
        "accesses": {one: phrases.ACCESS_PHRASES[one] for one in Access},
        "interests": {one: phrases.STAKE_PHRASES[one] for one in Interest},
        "grade_values": tuple(Grade),
    }
    names = view.derive(_name, view.decisions)
    listed = view.derive(list_sources)
    return render(request, "source.html.j2", card, words=words, names=names, listed=listed)


@router.post(
    "/sources/{source_id}/merge", response_class=Response, responses=describe(DecisionsShape, "the decision as kept")
)
def merge_source(request: Request, source_id: str, form: Annotated[OtherForm, Form()]) -> Response:
    """Say that a source is the same as another, whose name and id stay."""
    other = _find_other(request, form.other)
    decision = DecisionForm(
        kind=DecisionKind.MERGE_SOURCES,
        subject=[source_id, other],
        why=form.why,
        by=form.by,
        next=f"/sources/{other}",
    )
    return keep_decision(request, decision)


@router.post(
    "/sources/{source_id}/dependence",
    response_class=Response,
    responses=describe(DecisionsShape, "the decision as kept"),
)
def tie_source(request: Request, source_id: str, form: Annotated[OtherForm, Form()]) -> Response:
    """Say how far a source speaks together with another: a strength of 0 says that they speak independently."""
    strength = form.strength.strip()
    independent = strength in {"0", "0.0"}
    decision = DecisionForm(
        kind=DecisionKind.CUT_DEPENDENCE if independent else DecisionKind.SET_DEPENDENCE,
        subject=[source_id, _find_other(request, form.other)],
        value="" if independent else strength or DependenceKind.DECIDED,
        why=form.why,
        by=form.by,
        next=form.next,
    )
    return keep_decision(request, decision)


def _find_other(request: Request, wanted: str) -> str:
    index = get_desk(request).view.judged
    if not wanted.strip():
        raise CaseError("R-CASE-004", "nobody named", what="no such source", advice="Give its name.")
    return wanted if wanted in index.sources else find_source(index.analysis, wanted).id


def _view(index: AnalysisIndex, source_id: str, decisions: tuple[Decision, ...]) -> SourceCard:
    return view_source(index, source_id, decisions)


def _name(index: AnalysisIndex, decisions: tuple[Decision, ...]) -> Names:
    return name_records(index.analysis, decisions)


def _is_wanted(row: SourceRow, query: SourcesQuery) -> bool:
    source = row.source
    told = show_inline(" ".join((source.name, *source.aliases, source.camp))).casefold()
    return (
        all(word in told for word in query.q.casefold().split())
        and query.kind in (None, source.kind)
        and (query.party is None or any(tie.party is query.party for tie in source.parties))
        and (query.graded is Graded.ANY or (query.graded is Graded.YES) == bool(source.reliability))
    )
