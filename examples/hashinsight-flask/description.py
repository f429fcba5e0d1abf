"""The description of the interface, OpenAPI 3.1: what APIFlask knows of requests, and the envelope that every answer has."""

from __future__ import annotations

from typing import Any

from apiflask import APIFlask
from webkit.envelope import SCHEMA

ERRORS = {
    "400": "The request cannot be read, or its form has expired",
    "401": "Nobody is logged in, or a code is wrong",
    "403": "The role may not do this",
    "404": "There is nothing here",
    "409": "Somebody else changed it, or it exists",
    "413": "Too much at once",
    "415": "This kind of content is not read here",
    "422": "A value cannot be used: which, and what is allowed",
    "429": "Too many requests",
    "500": "Something failed",
}
REFERENCE = {"application/json": {"schema": {"$ref": "#/components/schemas/Envelope"}}}
PAGE = {"text/html": {"schema": {"type": "string"}}}
SECURITY = {
    "session": {"type": "apiKey", "in": "cookie", "name": "session"},
    "csrf": {"type": "apiKey", "in": "header", "name": "X-CSRF-Token", "description": "of every request that is not GET"},
}


def install(app: APIFlask) -> None:
    @app.spec_processor
    def _describe(spec: dict[str, Any]) -> dict[str, Any]:
        components = spec.setdefault("components", {})
        components.setdefault("schemas", {})["Envelope"] = SCHEMA
        components["securitySchemes"] = SECURITY
        for path, methods in spec["paths"].items():
            for method, operation in methods.items():
                operation["responses"] = responses(path, method)
                operation["security"] = [{"session": [], "csrf": []}] if method != "get" else [{"session": []}]
        return spec


def responses(path: str, method: str) -> dict[str, Any]:
    good = {"description": "Done", "content": REFERENCE if path.startswith("/api/") else {**REFERENCE, **PAGE}}
    if path == "/metrics":
        good = {"description": "Metrics", "content": {"text/plain": {"schema": {"type": "string"}}}}
    found: dict[str, Any] = {"200": good}
    if method != "get":
        found["201"] = good
        found["303"] = {"description": "Done; a browser goes on to a page"}
    if path == "/api/analytics/backtest":
        found["202"] = {"description": "A job, whose address is in Location", "content": REFERENCE}
    if path in ("/miners",):
        found["304"] = {"description": "As it was"}
    if path == "/readyz":
        found["503"] = {"description": "The database does not answer", "content": REFERENCE}
    both = {**REFERENCE, **PAGE}
    return {**found, **{code: {"description": text, "content": both} for code, text in ERRORS.items()}}
