"""What goes wrong, in the envelope or as a page: refusals of the family, of forms, of HTTP, and what nobody expected."""

from __future__ import annotations

from typing import Any

import hashinsight as hi
import structlog
from flask import Flask, Response, current_app, g, make_response, render_template
from sqlalchemy.exc import IntegrityError
from werkzeug.exceptions import HTTPException

from webkit import again
from webkit.envelope import envelope, wants_page

CODES = {
    400: "web.bad_request",
    401: "web.unauthenticated",
    403: "web.forbidden",
    404: "web.not_found",
    405: "web.method",
    409: "web.conflict",
    412: "web.conflict",
    413: "web.too_large",
    415: "web.media_type",
    422: "web.invalid",
    429: "web.too_many",
}


class Refusal(Exception):
    """A request that is refused, with the word that says why."""

    def __init__(self, status: int, code: str, **data: Any) -> None:
        super().__init__(code)
        self.status, self.code, self.data = status, code, data


def fault_data(error: hi.HashInsightError) -> dict[str, Any]:
    """A refusal of the family, with all that is wrong: a form marks each field by its path."""
    faults = [
        {"code": fault.code, "path": fault.path, "value": shown(fault.value), "allowed": fault.allowed} for fault in (error, *error.others)
    ]
    return {**faults[0], "faults": faults}


def shown(value: Any) -> str | None:
    return None if value is None else str(value)[:200]


def refuse(status: int, code: str, data: dict[str, Any]) -> Response:
    body = worded({"code": code, "request_id": g.get("request_id"), **data})
    if not wants_page():
        return envelope(body, code if code in current_app.extensions["webkit"].words else CODES.get(status, "web.failed"), status)
    known = CODES.get(status, "web.failed")
    if shown := again.page(status, code if code in current_app.extensions["webkit"].words else known, told(body)):
        return shown
    return make_response(render_template("error.html", status=status, code=code, data=body, known=known, faults=told(body)), status)


def told(body: dict[str, Any]) -> list[dict[str, Any]]:
    """All that is wrong; a refusal with one path is one fault."""
    if body.get("faults") or not body.get("path"):
        return list(body.get("faults") or ())
    return [{name: body.get(name) for name in ("code", "path", "value", "allowed")}]


def worded(data: dict[str, Any]) -> dict[str, Any]:
    """What is allowed, in the language of the request."""
    told = dict(data)
    if told.get("allowed"):
        told["allowed"] = current_app.extensions["webkit"].worded(told["allowed"])
    if told.get("faults"):
        told["faults"] = [worded(fault) for fault in told["faults"]]
    return told


def install(app: Flask) -> None:
    @app.errorhandler(Refusal)
    def _refusal(error: Refusal) -> Response:
        return refuse(error.status, error.code, error.data)

    @app.errorhandler(hi.HashInsightError)
    def _family(error: hi.HashInsightError) -> Response:
        return refuse(422, error.code, fault_data(error))

    @app.errorhandler(IntegrityError)
    def _integrity(error: IntegrityError) -> Response:
        return refuse(409, "web.conflict", {})

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> Response:
        if error.response is not None or error.code is None or error.code < 400:
            return error.get_response()  # type: ignore[return-value]
        answer = refuse(error.code, CODES.get(error.code, "web.failed"), {})
        for name in ("Allow", "Retry-After"):
            if value := dict(error.get_headers()).get(name):
                answer.headers[name] = value
        return answer

    @app.errorhandler(Exception)
    def _unexpected(error: Exception) -> Response:
        structlog.get_logger().error("unexpected", exc_info=error)
        return refuse(500, "web.failed", {})
