"""The workbench as an ASGI application: the screens behind the guard, errors as pages, the API described."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from rashomon.model.errors import RashomonError
from rashomon.web import claims, decisions, intake, matrix, overview, reader, report, sources, status, timeline, whatif
from rashomon.web.desk import Desk
from rashomon.web.environment import PACKAGE, PRESENT, VERSION
from rashomon.web.guard import Access, Guard
from rashomon.web.replies import ErrorShape, render, reply_error, reply_json, schemas_of, wants_json

PARTS = (overview, reader, claims, sources, report, decisions, intake, status, matrix, whatif, timeline)
"""The modules with addresses: each has a `router` and the `SHAPES` it answers with."""


def make_app(desk: Desk, *, analyst: str, access: Access | None = None) -> FastAPI:
    """Return the workbench for a case. `analyst` is who decides where a form names nobody."""
    app = FastAPI(title="Rashomon workbench", version=VERSION, docs_url=None, redoc_url=None)
    app.state.desk, app.state.analyst = desk, analyst
    app.add_middleware(Guard, access=access or Access())
    for part in PARTS:
        app.include_router(part.router)
    app.mount("/static", StaticFiles(packages=[(PACKAGE, "static"), (PRESENT, "static")]), name="static")
    app.add_exception_handler(RashomonError, _tell_error)
    app.add_exception_handler(RequestValidationError, _tell_invalid)
    app.add_exception_handler(HTTPException, _tell_status)
    app.openapi = lambda: _describe_api(app)  # type: ignore[method-assign]
    return app


def _tell_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RashomonError)
    return reply_error(request, error)


def _tell_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first: dict[str, Any] = next(iter(error.errors()), {})
    where = ".".join(str(part) for part in first.get("loc", ()))
    return _tell(request, 422, what=str(first.get("msg", "not a request")), where=where)


def _tell_status(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _tell(request, error.status_code, what=str(error.detail).lower(), where=request.url.path)


def _tell(request: Request, status: int, *, what: str, where: str) -> Response:
    shape = ErrorShape(code=f"HTTP {status}", what=what, where=where, advice="Go back, or to the overview.")
    if wants_json(request):
        return reply_json(shape, status=status)
    return render(request, "error.html.j2", shape, status=status)


def _describe_api(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        described = get_openapi(title=app.title, version=app.version, routes=app.routes)
        shapes = (ErrorShape, *(shape for part in PARTS for shape in part.SHAPES))
        described.setdefault("components", {}).setdefault("schemas", {}).update(schemas_of(shapes))
        app.openapi_schema = described
    return app.openapi_schema
