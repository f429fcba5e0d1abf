"""Every answer in JSON has one form, and a page is the same answer drawn."""

from __future__ import annotations

from typing import Any

from flask import (
    Response,
    current_app,
    g,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
)

from webkit.clock import iso

VERSION = "1.0"
SCHEMA = {
    "type": "object",
    "required": ["success", "data", "message", "timestamp", "version"],
    "additionalProperties": False,
    "properties": {
        "success": {"type": "boolean"},
        "data": {},
        "message": {"type": "string", "minLength": 1},
        "timestamp": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        "version": {"const": VERSION},
    },
}


def wants_page() -> bool:
    """A browser asks for HTML first; programs get JSON, also where they ask for nothing."""
    if request.path.startswith("/api/"):
        return False
    return request.accept_mimetypes.best_match(["application/json", "text/html"]) == "text/html"


def envelope(data: Any, code: str = "web.ok", status: int = 200) -> Response:
    kit = current_app.extensions["webkit"]
    body = {
        "success": status < 400,
        "data": data,
        "message": kit.word(code),
        "timestamp": iso(kit.clock()),
        "version": VERSION,
    }
    response = jsonify(body)
    response.status_code = status
    return response


def answer(data: Any, page: str, **context: Any) -> Response:
    """The data to a program; to a browser the page that shows them, with what only the page needs."""
    if not wants_page():
        return envelope(data)
    return make_response(render_template(page, data=data, **context))


def done(data: Any, code: str, to: str, status: int = 200) -> Response:
    """After a change: the data to a program; a browser goes on to a page that tells the message."""
    if not wants_page():
        return envelope(data, code, status)
    mark = "&" if "?" in to else "?"
    return redirect(f"{to}{mark}done={code}", 303)


def told() -> str | None:
    """The message that the last change left for this page, if it is one that exists."""
    code = request.args.get("done", "")
    return current_app.extensions["webkit"].words.get(code, (None, None))[g.language == "zh"]
