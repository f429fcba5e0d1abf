"""A form that a browser sent and that was refused: its page again, with what was typed and with what is wrong at each field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Response, current_app, g, make_response, request
from markupsafe import Markup
from werkzeug.exceptions import HTTPException

from webkit import access

View = TypeVar("View", bound=Callable[..., object])
#: What a form is refused with; a login is, with 401.
STATUSES = (401, 409, 422)


@dataclass(frozen=True)
class Sent:
    """The form as it was sent, and why it was refused."""

    given: dict[str, str]
    word: str
    faults: list[dict[str, Any]]

    def wrong(self, name: str) -> dict[str, Any] | None:
        """What is wrong with a field."""
        return next((fault for fault in self.faults if fault["path"] == name), None)


def stands_on(page: str) -> Callable[[View], View]:
    """Says on which page, by its endpoint, the form stands that a route takes."""

    def mark(view: View) -> View:
        view.webkit_page = page  # type: ignore[attr-defined]
        return view

    return mark


def page_of(view: Callable[..., object] | None) -> str | None:
    return getattr(view, "webkit_page", None)


def described(name: str, hint: object) -> Markup:
    """Attributes that tie a field to its hint and to what is wrong with it."""
    wrong = g.get("sent") and g.sent.wrong(name)
    texts = [Markup("{}-{}").format(mark, name) for mark, is_there in (("e", wrong), ("h", hint)) if is_there]
    by = Markup(' aria-describedby="{}"').format(Markup(" ").join(texts)) if texts else Markup("")
    return (Markup(' aria-invalid="true"') if wrong else Markup("")) + by


def page(status: int, word: str, faults: list[dict[str, Any]]) -> Response | None:
    """The page of the form, where it has one that the actor may see; only a form that passed the gate is shown again."""
    from webkit.faults import Refusal

    views = current_app.view_functions
    endpoint = page_of(views.get(request.endpoint or ""))
    # What a field names and is not there is wrong with the field; an address where nothing is has no form.
    refused = status in STATUSES or (status == 404 and faults)
    if not refused or request.method != "POST" or not g.get("passed") or endpoint is None:
        return None
    kit = current_app.extensions["webkit"]
    need = access.need_of(views[endpoint])
    if need is None or (need.permission and not access.check(g.actor, need, kit.clock()).is_allowed):
        return None
    # What the refused request began is undone before the page reads.
    kit.database().rollback()
    g.passed, g.sent = False, Sent(request.form.to_dict(), word, faults)
    rule = next(current_app.url_map.iter_rules(endpoint))
    try:
        shown = views[endpoint](**{name: (request.view_args or {})[name] for name in rule.arguments})
    except (Refusal, HTTPException):
        return None
    return make_response(shown, status)
