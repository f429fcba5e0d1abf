"""What staff do: users, keys of outside services, the audit trail."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response, g
from sqlalchemy import select
from webkit import accounts, audit, keys, sessions
from webkit.access import Need, needs
from webkit.again import stands_on
from webkit.envelope import answer, done
from webkit.faults import Refusal
from webkit.gate import demand
from webkit.kit import kit

import schemas
from models import UserAccess
from repositories import market

blueprint = APIBlueprint("admin", __name__, url_prefix="/admin")
EVENTS = 200


def user_of(user_id: int, permission: str) -> UserAccess:
    """A user of the actor's tenant, on whom this role may act; only an owner acts on an owner."""
    user = kit().database().get(UserAccess, user_id)
    if user is None or user.tenant != g.actor.tenant:
        raise Refusal(404, "web.not_found")
    demand(Need(permission, "write"), of_tenant=user.tenant, of_user=user.id, of_role=user.role)
    return user


def shown(user: UserAccess) -> dict[str, Any]:
    return {
        "id": user.id,
        "email": user.email,
        "username": user.username,
        "role": user.role,
        "plan": user.subscription_plan,
        "verified": user.verified_at is not None,
        "disabled": user.disabled_at is not None,
        "second_factor": user.factor_since is not None,
    }


@blueprint.get("/users")
@needs("user:edit", "read")
def users() -> Response:
    """Users of the tenant."""
    found = kit().database().scalars(select(UserAccess).where(UserAccess.tenant == g.actor.tenant).order_by(UserAccess.id))
    return answer({"users": [shown(user) for user in found]}, "users.html")


@blueprint.post("/users/<int:user_id>/disable")
@stands_on("admin.users")
@needs("user:disable", "write")
def disable(user_id: int) -> Response:
    """Ends every session of a user, who cannot log in any more."""
    user = user_of(user_id, "user:disable")
    if accounts.last_owner(kit().database(), user):
        raise Refusal(409, "web.last_owner")
    if user.id == g.actor.user_id:
        raise Refusal(409, "web.yourself")
    user.disabled_at = kit().clock()
    sessions.end_all(kit().database(), user.id)
    return changed(user, "user.disabled")


@blueprint.post("/users/<int:user_id>/enable")
@needs("user:disable", "write")
def enable(user_id: int) -> Response:
    """Lets a user log in again."""
    user = user_of(user_id, "user:disable")
    user.disabled_at = None
    return changed(user, "user.enabled")


@blueprint.post("/users/<int:user_id>/role")
@stands_on("admin.users")
@blueprint.input(schemas.RoleChange, location="json_or_form", arg_name="asked")
@needs("user:role_assign", "write")
def assign(user_id: int, asked: dict[str, str]) -> Response:
    """Gives a user another role; the last owner stays one."""
    user = user_of(user_id, "user:role_assign")
    if asked["role"] != "owner" and accounts.last_owner(kit().database(), user):
        raise Refusal(409, "web.last_owner")
    user.role = asked["role"]
    sessions.end_all(kit().database(), user.id, except_secret=sessions.cookie(kit().settings))
    return changed(user, "user.role", role=asked["role"])


def changed(user: UserAccess, did: str, **facts: Any) -> Response:
    audit.append(kit().database(), kit().clock(), g.actor.name, did, user=user.id, **facts)
    return done(shown(user), "web.ok", "/admin/users")


@blueprint.get("/audit")
@needs("audit:read", "read")
def trail() -> Response:
    """The last events of the audit trail, and whether the whole of it is as it was written."""
    report = audit.verify(kit().database())
    kit().metrics.audit_ok.set(report.is_intact)
    data = {"intact": report.is_intact, "head": report.head, "events": audit.latest(kit().database(), EVENTS)}
    return answer(data, "audit.html")


@blueprint.get("/keys")
@needs("system:api_keys", "read")
def key_list() -> Response:
    """Services that a key is stored for, and how often each was called; no key is shown again."""
    usage = [
        {"day": row.day.isoformat(), "source": row.source, "outcome": row.outcome, "calls": row.calls}
        for row in market.usage(kit().database())
    ]
    return answer({"keys": keys.listed(kit().database()), "usage": usage}, "keys.html")


@blueprint.post("/keys")
@stands_on("admin.key_list")
@blueprint.input(schemas.Key, location="json_or_form", arg_name="asked")
@needs("system:api_keys", "write")
def store_key(asked: dict[str, str]) -> Response:
    """Stores a key encrypted, in place of the one before."""
    keys.store(kit().database(), kit().vault, asked["service"], asked["secret"], kit().clock())
    audit.append(kit().database(), kit().clock(), g.actor.name, "key.stored", service=asked["service"])
    return done({"service": asked["service"]}, "web.ok", "/admin/keys", 201)


@blueprint.post("/keys/<service>/remove")
@needs("system:api_keys", "write")
def remove_key(service: str) -> Response:
    """Removes a stored key."""
    if not keys.remove(kit().database(), service):
        raise Refusal(404, "web.not_found")
    audit.append(kit().database(), kit().clock(), g.actor.name, "key.removed", service=service)
    return done(None, "web.ok", "/admin/keys")
