"""Adding reports: pasted, as files, or from an address that is fetched only because it was asked for."""

import io
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Annotated, Final

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import Response
from pydantic import BaseModel, Field

from rashomon.case import Intake
from rashomon.model.document import Document
from rashomon.model.errors import InputError
from rashomon.model.ids import derive_id
from rashomon.present.plain import safe_link, show_inline
from rashomon.present.shape import Shape
from rashomon.web.replies import ErrorShape, describe, get_desk, go_back, render, wants_json

STDIN: Final = "-"
NAME_CHARS: Final = 120


class AddedReportsShape(Shape, frozen=True, kw_only=True):
    """What came of adding: the ids of the reports kept now, and why others were rejected. What was held is neither."""

    document_ids: list[str]
    rejected: list[ErrorShape]


class PastedReport(BaseModel):
    """A report typed or pasted; only the text is required."""

    text: str = Field(min_length=1)
    title: str = ""
    publisher: str = ""
    published_at: str = ""
    url: str = ""


router = APIRouter()
SHAPES: Final = (AddedReportsShape,)
ADDED: Final = describe(AddedReportsShape, "what came of adding")


@router.get("/add", response_class=Response, responses=describe(AddedReportsShape, "the forms that add reports"))
def show_forms(request: Request) -> Response:
    """Show the forms that add reports."""
    shape = AddedReportsShape(document_ids=[], rejected=[])
    return go_back(request, shape, "/") if wants_json(request) else render(request, "add.html.j2", shape)


@router.post("/reports/pasted", response_class=Response, responses=ADDED)
def add_pasted(request: Request, pasted: Annotated[PastedReport, Form()]) -> Response:
    """Add a text. The same text under the same publisher and title is one report, however often it is pasted."""
    known = {name: value for name, value in pasted.model_dump().items() if value.strip()}
    line = {"id": derive_id("pasted", *known.values()), **known}
    return _add(request, [STDIN], Intake(stdin=io.BytesIO(json.dumps(line).encode())))


@router.post("/reports/files", response_class=Response, responses=ADDED)
def add_files(request: Request, file: Annotated[list[UploadFile], File()]) -> Response:
    """Add files: .txt, .md, .html or .jsonl."""
    with tempfile.TemporaryDirectory() as folder:
        return _add(request, _save_files(Path(folder), file), Intake())


@router.post("/reports/address", response_class=Response, responses=ADDED)
def add_address(request: Request, url: Annotated[str, Form(min_length=1)]) -> Response:
    """Fetch the page at an http(s) address, never one of a private network, and add it."""
    # What is no address would be taken for a file of this machine.
    if not safe_link(url.strip()):
        error = InputError("R-INGEST-001", url, what="not an http(s) address", advice="Give an address, or a file.")
        return _tell(request, [error])
    return _add(request, [url.strip()], Intake())


def _add(request: Request, inputs: Sequence[str], intake: Intake) -> Response:
    return _tell(request, get_desk(request).add(inputs, intake))


def _tell(request: Request, taken: Sequence[Document | InputError]) -> Response:
    shape = AddedReportsShape(
        document_ids=[one.id for one in taken if isinstance(one, Document)],
        rejected=[_shape_error(one) for one in taken if isinstance(one, InputError)],
    )
    if wants_json(request) or not shape.rejected:
        return go_back(request, shape, "/")
    return render(request, "add.html.j2", shape, status=422)


def _save_files(folder: Path, files: Sequence[UploadFile]) -> list[str]:
    """Write uploads under their own names, each in a folder of its own so that two of one name are two files."""
    saved = []
    for number, upload in enumerate(files):
        name = PurePosixPath(PureWindowsPath(upload.filename or "").name or "unnamed").name[-NAME_CHARS:]
        path = folder / str(number) / name.lstrip(".")
        path.parent.mkdir()
        with path.open("wb") as target:
            shutil.copyfileobj(upload.file, target)
        saved.append(str(path))
    return saved


def _shape_error(error: InputError) -> ErrorShape:
    # The folder uploads pass through means nothing to whoever sent them.
    where = Path(error.where).name if error.where.startswith(tempfile.gettempdir()) else error.where
    return ErrorShape(code=error.code, what=error.what, where=show_inline(where), advice=error.advice)
