"""How often something may be asked. One counter for all processes needs Redis; one process counts in itself."""

from __future__ import annotations

from collections.abc import Mapping

from flask import g, request
from flask_limiter import Limiter

from webkit.accounts import fold
from webkit.settings import Settings


def who() -> str:
    """The user, or the address: of IPv6 the network, as one customer has all of it."""
    if g.get("actor") and g.actor.user_id:
        return f"user-{g.actor.user_id}"
    address = request.remote_addr or "unknown"
    return ":".join(address.split(":")[:4]) if ":" in address else address


def account() -> str:
    """The account that somebody tries to enter, so that many addresses together do not try it more often."""
    given = request.get_json(silent=True) if request.is_json else request.form
    if isinstance(given, Mapping) and given.get("email"):
        return f"account-{fold(str(given['email']))[:256]}"
    # Between password and code the session knows the user.
    return f"account-{g.user.id if g.get('user') else who()}"


def make(settings: Settings) -> Limiter:
    return Limiter(who, default_limits=[settings.default_limit], storage_uri=settings.limiter_storage, headers_enabled=True)
