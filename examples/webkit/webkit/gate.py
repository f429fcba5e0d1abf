"""What every request passes: its number, its language, who sends it, forged forms, and the role table."""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

import structlog
from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import MethodNotAllowed, NotFound

from webkit import access, sessions
from webkit.access import Actor, Need
from webkit.faults import Refusal

UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
#: The last number of a row that a database counts to.
LAST_ROW = 2_147_483_647
#: Roles that must have a second factor where the settings say so.
STAFF = ("owner", "admin")
#: Where one who lacks it may still go.
FACTOR_PAGES = ("auth.account_page", "auth.begin_factor", "auth.confirm_factor", "auth.logout", "auth.ask_logout", "static")


def install(app: Flask) -> None:
    app.before_request(_number)
    app.before_request(_language)
    app.before_request(_actor)
    app.before_request(_csrf)
    app.before_request(_readable)
    app.before_request(_permission)
    app.after_request(_finish)


def _number() -> None:
    g.request_id = secrets.token_hex(8)
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def _language() -> None:
    chosen = request.cookies.get("language")
    if chosen not in ("en", "zh"):
        chosen = request.accept_languages.best_match(["en", "zh"]) or "en"
    g.language = chosen


def _actor() -> None:
    kit = current_app.extensions["webkit"]
    g.user = g.web_session = None
    g.actor = Actor("guest", kit.tenant)
    if request.endpoint == "static" or kit.settings.cookie not in request.cookies:
        return
    found = sessions.current(kit.database(), kit.settings, kit.clock())
    if found:
        g.user, g.web_session = found
    if g.user is not None and g.web_session.complete:
        g.actor = Actor(g.user.role, g.user.tenant, g.user.id, g.user.email, g.user.expires_at)


def csrf_token() -> str:
    kit = current_app.extensions["webkit"]
    return kit.tokens.csrf(sessions.cookie(kit.settings))


def _csrf() -> None:
    if request.method not in UNSAFE or request.routing_exception:
        return
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.host:
        raise Refusal(400, "web.csrf")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise Refusal(400, "web.csrf")
    given = request.headers.get("X-CSRF-Token") or request.form.get("csrf_token", "")
    if not secrets.compare_digest(given.encode(), csrf_token().encode()):
        raise Refusal(400, "web.csrf")


def _readable() -> None:
    """A body that says that it is JSON is read once, here: nesting without end and numbers of thousands of digits end here, too."""
    if request.method in UNSAFE and request.is_json and request.content_length:
        try:
            request.get_json()
        except (ValueError, RecursionError):
            raise Refusal(400, "web.bad_request") from None


def _permission() -> None:
    if request.routing_exception:
        if isinstance(request.routing_exception, NotFound | MethodNotAllowed):
            raise request.routing_exception
        return
    if request.endpoint == "static":
        return
    need = access.need_of(current_app.view_functions[request.endpoint or ""])
    if need is None:
        raise Refusal(403, "web.forbidden")
    kit = current_app.extensions["webkit"]
    actor: Actor = g.actor
    lacks_factor = actor.role in STAFF and g.user and g.user.factor_since is None
    if kit.settings.second_factor_required and lacks_factor and request.endpoint not in FACTOR_PAGES:
        raise Refusal(403, "web.second_factor_needed")
    if need.account and actor.user_id is None:
        raise Refusal(401, "web.unauthenticated")
    if need.permission is not None:
        demand(need)
    # No column counts so far: there is no such row, and the database is not asked for it.
    if any(isinstance(number, int) and number > LAST_ROW for number in (request.view_args or {}).values()):
        raise Refusal(404, "web.not_found")
    g.passed = True


def demand(need: Need, *, of_tenant: str | None = None, of_user: int | None = None, of_role: str | None = None) -> bool:
    """Refuses what the role table does not grant; answers whether the grant ends at what is the actor's own."""
    kit = current_app.extensions["webkit"]
    actor: Actor = g.actor
    verdict = access.check(actor, need, kit.clock(), of_tenant=of_tenant, of_user=of_user, of_role=of_role)
    if not verdict.is_allowed:
        if actor.user_id is None:
            raise Refusal(401, "web.unauthenticated")
        raise Refusal(403, "web.forbidden", permission=need.permission, denial=verdict.denial)
    return access.only_own(verdict, need.deed)


def _finish(response: Response) -> Response:
    kit = current_app.extensions["webkit"]
    if response.status_code < 400:
        kit.database().commit()
    else:
        kit.database().rollback()
    sessions.write(response, kit.settings)
    if response.status_code not in (429, 503):
        # The limiter says it on every answer; on one that was given it would ask to come back later.
        response.headers.pop("Retry-After", None)
    if request.endpoint != "static":
        role = g.get("actor", Actor("none", "")).role
        route = request.url_rule.rule if request.url_rule else None
        structlog.get_logger().info("request", method=request.method, route=route, status=response.status_code, role=role)
    return response
