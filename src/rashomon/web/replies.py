"""One address, two forms: a page for people, the same as JSON for programs."""

from typing import Any, Final

import msgspec
from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from rashomon.model.errors import RashomonError
from rashomon.present.plain import show_inline
from rashomon.present.shape import Shape
from rashomon.present.shapes import encode_shape
from rashomon.web.desk import Desk
from rashomon.web.environment import ENVIRONMENT

JSON_TYPE: Final = "application/json"
PARTIAL: Final = "HX-Request"
NOT_JUDGED: Final = "R-CASE-003"
STATUSES: Final = {
    "R-CASE-004": 404,
    "R-CASE-009": 404,
    "R-CASE-007": 409,
    "R-DECIDE-004": 409,
    "R-DECIDE-005": 409,
    "R-STORE-003": 503,
    "R-STORE-004": 503,
    "R-STORE-005": 503,
}
"""What an error of ours means in HTTP; all others say that the request cannot be followed (422)."""


class ErrorShape(Shape, frozen=True, kw_only=True):
    """Why a request was not followed: the code, what happened, where, and what to do."""

    code: str
    what: str
    where: str
    advice: str


def wants_json(request: Request) -> bool:
    """Tell whether the answer is wanted as JSON: by `?format=json`, or by an Accept header that prefers it."""
    named = request.query_params.get("format")
    if named is not None:
        return named == "json"
    accepted = request.headers.get("accept", "")
    return JSON_TYPE in accepted and "text/html" not in accepted


def get_desk(request: Request) -> Desk:
    """Return the desk of the running workbench."""
    desk: Desk = request.app.state.desk
    return desk


def render(request: Request, template: str, page: object, *, status: int = 200, **more: object) -> HTMLResponse:
    """Return a page: its template is given `page`, the view, the desk's work and the request's path."""
    desk = get_desk(request)
    view = desk.view
    context: dict[str, Any] = {"page": page, "view": view, "index": view.index, "work": desk.work, "request": request}
    context["judging"] = desk.judging
    text = ENVIRONMENT.get_template(template).render(**context, **more)
    return HTMLResponse(text.encode("utf-8", "backslashreplace"), status)


def reply_json(shape: Shape, *, status: int = 200) -> Response:
    """Return a shape as JSON."""
    return Response(encode_shape(shape).encode("utf-8", "backslashreplace"), status, media_type=JSON_TYPE)


def go_back(request: Request, shape: Shape, path: str) -> Response:
    """Return what a change comes to: JSON for a program; a browser goes on to `path`, which is one of our own."""
    if wants_json(request):
        return reply_json(shape)
    target = path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"
    if PARTIAL in request.headers:
        return Response(status_code=204, headers={"HX-Location": target})
    return RedirectResponse(target, 303)


def reply_error(request: Request, error: RashomonError) -> Response:
    """Return an error of ours as a page or as JSON, with the status it means.

    A page of a case that was never judged is no error: it says how to begin.
    """
    if error.code == NOT_JUDGED and request.method == "GET" and not wants_json(request):
        return render(request, "empty.html.j2", None)
    status = STATUSES.get(error.code, 422)
    shape = ErrorShape(code=error.code, what=error.what, where=show_inline(error.where), advice=error.advice)
    if wants_json(request):
        return reply_json(shape, status=status)
    if PARTIAL in request.headers:
        return render(request, "error_part.html.j2", shape, status=status)
    return render(request, "error.html.j2", shape, status=status)


def describe(shape: type[Shape], what: str) -> dict[int | str, dict[str, Any]]:
    """Return what OpenAPI says of an address that answers with a page or with a shape."""
    schema = {"$ref": f"#/components/schemas/{shape.__name__}"}
    page = {"schema": {"type": "string"}}
    refused = {"content": {JSON_TYPE: {"schema": {"$ref": "#/components/schemas/ErrorShape"}}, "text/html": page}}
    return {
        200: {"description": what, "content": {JSON_TYPE: {"schema": schema}, "text/html": page}},
        **{
            status: {"description": said, **refused}
            for status, said in ((404, "no such record"), (409, "nothing to decide, or unclear what is meant"))
        },
        422: {"description": "the request cannot be followed", **refused},
        503: {"description": "the case file is busy or cannot be written", **refused},
    }


def schemas_of(shapes: tuple[type[Shape], ...]) -> dict[str, Any]:
    """Return the JSON Schemas of shapes and of all they hold, by name, as OpenAPI keeps them."""
    _, components = msgspec.json.schema_components(shapes, ref_template="#/components/schemas/{name}")
    return components


__all__ = ["ErrorShape", "JSONResponse", "describe", "get_desk", "go_back", "render", "reply_error", "reply_json"]
