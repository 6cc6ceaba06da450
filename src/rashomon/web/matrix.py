"""The matrix: how each piece of evidence fits each answer, rated cell by cell."""

from typing import Annotated, Any, Final, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from rashomon.model.decision import MOST_NAMES, NAME_CHARS
from rashomon.model.errors import CaseError
from rashomon.model.vocabulary import Consistency, Grade
from rashomon.present.matrix import LEGEND, ORDERS, Matrix
from rashomon.present.matrix_json import shape_built
from rashomon.present.matrix_page import (
    SHOWN,
    UNGRADED,
    CellDetail,
    MatrixWish,
    build_whole,
    count_whole,
    is_judged,
    select_matrix,
    settle_ratings,
    view_cell,
    view_matrix_page,
)
from rashomon.present.shapes import MatrixShape, ReasonShape
from rashomon.web.desk import CaseView
from rashomon.web.replies import describe, get_desk, render, reply_json, wants_json

router = APIRouter()
SHAPES: Final = (MatrixShape, ReasonShape)
SYMBOLS: Final = tuple(one for one in Consistency if one is not Consistency.NOT_APPLICABLE)
ID_CHARS: Final = 200
MOST_FLIPPED: Final = 500


class MatrixQuery(BaseModel):
    """All that the screen shows, as its address says it."""

    classic: bool = False
    sort: Literal["origin", "number", "diagnosticity", "bits", "time", "holder"] = "origin"
    hide_flat: bool = False
    find: str = Field("", max_length=200)
    grade: Literal["", "A", "B", "C", "D", "E", "F", "none"] = ""
    show: Literal["all", "unrated", "rated", "differ"] = "all"
    collapsed: bool = False
    flip: list[Annotated[str, Field(max_length=ID_CHARS)]] = Field([], max_length=MOST_FLIPPED)
    page: int | None = Field(None, ge=1, le=1_000_000)
    item: str = Field("", max_length=ID_CHARS)
    answer: str = Field("", max_length=ID_CHARS)
    blind: bool = False
    by: str = Field("", max_length=NAME_CHARS)

    def write(self, **changes: Any) -> str:
        """Return the address of the screen with some of it changed; what is as ever is left out."""
        usual = MatrixQuery.model_construct()
        wanted = {name: changes.get(name, getattr(self, name)) for name in MatrixQuery.model_fields}
        told = [(name, value) for name, value in wanted.items() if value != getattr(usual, name)]
        said = urlencode([(name, 1 if value is True else value) for name, value in told], doseq=True, errors="replace")
        return f"/matrix?{said}" if said else "/matrix"

    def flip_origin(self, origin_id: str) -> str:
        """Return the address with one origin opened or collapsed."""
        flipped = [one for one in self.flip if one != origin_id]
        return self.write(flip=flipped if len(flipped) < len(self.flip) else [*flipped, origin_id], item="", answer="")


Asked = Annotated[MatrixQuery, Query()]


@router.get("/matrix", response_class=Response, responses=describe(MatrixShape, "the matrix"))
def show_matrix(request: Request, asked: Asked) -> Response:
    """Show the matrix; as JSON, all the evidence that passes the filters, on one page."""
    view = get_desk(request).view
    wish = _read_wish(request, asked)
    whole = _see_whole(view)
    if wants_json(request):
        chosen = select_matrix(whole, view.judged, wish)
        return reply_json(shape_built(chosen, view.judged, wish.rater if wish.blind else None))
    page = view_matrix_page(whole, view.derive(count_whole), view.judged, wish)
    columns = [column for group in page.groups for column in group.columns if column.link]
    first = columns[0].link.id if columns and columns[0].link else ""
    place = (asked.item or first, asked.answer or page.hypotheses[0].id)
    return render(
        request,
        "matrix.html.j2",
        page,
        cell=_find_cell(view, place, wish),
        missing=bool(asked.item) and _find_cell(view, place, wish) is None,
        wish=wish,
        state=asked,
        behind=not is_judged(view.judged, settle_ratings(view.judged, view.decisions)),
        orders=("time", "holder") if wish.blind else ORDERS,
        grades=(*Grade, UNGRADED),
        shown=tuple(one for one in SHOWN if not (wish.blind and one == "differ")),
        legend=LEGEND,
        symbols=SYMBOLS,
        most_names=MOST_NAMES,
    )


@router.get("/matrix/cell", response_class=Response, responses=describe(ReasonShape, "one cell, and why"))
def show_cell(request: Request, asked: Asked) -> Response:
    """Show one cell as a part of a page; as JSON, why its piece of evidence weighs what it does."""
    view = get_desk(request).view
    wish = _read_wish(request, asked)
    cell = _find_cell(view, (asked.item, asked.answer), wish)
    if cell is None:
        what, advice = "no such cell", "Take a piece of evidence and an answer from the matrix."
        raise CaseError("R-CASE-004", f"{asked.item} with {asked.answer}", what=what, advice=advice)
    if wants_json(request):
        hidden = ReasonShape(kind="evidence", id=asked.item, text="hidden until rated against every answer")
        return reply_json(cell.reason or hidden)
    return render(
        request,
        "matrix_cell.html.j2",
        None,
        cell=cell,
        wish=wish,
        state=asked,
        symbols=SYMBOLS,
        most_names=MOST_NAMES,
    )


def _see_whole(view: CaseView) -> Matrix:
    """Return the matrix with what was decided since it was judged: a large case is judged after the answer is sent."""
    ratings = settle_ratings(view.judged, view.decisions)
    return view.derive(build_whole, None if is_judged(view.judged, ratings) else ratings)


def _find_cell(view: CaseView, place: tuple[str, str], wish: MatrixWish) -> CellDetail | None:
    return view_cell(_see_whole(view), view.judged, *place, wish)


def _read_wish(request: Request, asked: MatrixQuery) -> MatrixWish:
    return MatrixWish(
        rater=" ".join(asked.by.split()) or " ".join(request.app.state.analyst.split()),
        order=asked.sort,
        hide_flat=asked.hide_flat,
        find=asked.find,
        grade=asked.grade,
        show=asked.show,
        collapsed=asked.collapsed,
        flipped=frozenset(asked.flip),
        page=asked.page,
        item=asked.item,
        blind=asked.blind,
    )
