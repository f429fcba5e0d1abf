"""Sessions on the server. The cookie is a secret; the table has its hash. A login gives a new secret, a logout ends the row."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import Response, g, request
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from webkit.clock import older
from webkit.settings import Settings
from webkit.tables import UserAccess, WebSession
from webkit.tokens import digest, secret

#: How often a session says that it is still used: not on every request, so that reading does not write.
TOUCH = timedelta(minutes=1)
#: How much of a session's hash names it on the page of its user.
NUMBER = 16


def cookie(settings: Settings) -> str:
    """The secret of this browser; a new browser gets one, for its forms."""
    if "session_secret" not in g:
        given = request.cookies.get(settings.cookie, "")
        g.session_secret = given if len(given) == 43 else secret()
        g.session_is_new = g.session_secret != given
    return g.session_secret


def current(database: Session, settings: Settings, now: datetime) -> tuple[UserAccess, WebSession] | None:
    """The user of this request, where the session is neither idle nor old and the user may log in."""
    row = database.get(WebSession, digest(cookie(settings)))
    if row is None:
        return None
    user = database.get(UserAccess, row.user_id)
    idle = older(row.seen_at, now, timedelta(minutes=settings.idle_minutes))
    old = older(row.started_at, now, timedelta(hours=settings.absolute_hours))
    if idle or old or user is None or user.disabled_at:
        database.delete(row)
        database.commit()
        return None
    if older(row.seen_at, now, TOUCH):
        row.seen_at = now
        database.commit()
    return user, row


def begin(database: Session, settings: Settings, user: UserAccess, now: datetime, *, complete: bool) -> None:
    """Logs in under a new secret: one that somebody else has put into this browser is worth nothing."""
    end(database, settings)
    g.session_secret, g.session_is_new = secret(), True
    row = WebSession(id=digest(g.session_secret), user_id=user.id, started_at=now, seen_at=now, complete=complete)
    row.agent = request.headers.get("User-Agent", "")[:200]
    database.add(row)
    database.flush()


def end(database: Session, settings: Settings) -> None:
    database.execute(delete(WebSession).where(WebSession.id == digest(cookie(settings))))
    g.session_secret, g.session_is_new = secret(), True


def end_all(database: Session, user_id: int, except_secret: str | None = None) -> None:
    query = delete(WebSession).where(WebSession.user_id == user_id)
    if except_secret:
        query = query.where(WebSession.id != digest(except_secret))
    database.execute(query)


def end_one(database: Session, user_id: int, number: str) -> bool:
    """Ends a session of a user by the beginning of its hash; answers whether there was one."""
    ended = delete(WebSession).where(WebSession.user_id == user_id, func.substr(WebSession.id, 1, NUMBER) == number)
    return database.execute(ended.execution_options(synchronize_session=False)).rowcount > 0


def of_user(database: Session, user_id: int) -> list[WebSession]:
    query = select(WebSession).where(WebSession.user_id == user_id).order_by(WebSession.started_at)
    return list(database.scalars(query))


def write(response: Response, settings: Settings) -> None:
    if g.get("session_is_new"):
        response.set_cookie(settings.cookie, g.session_secret, path="/", httponly=True, samesite="Lax", secure=settings.production)
