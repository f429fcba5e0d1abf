"""Who may do what: the role table of `hashinsight.crm`, asked on every route and every row.

A route says what it needs with `needs` or that it is `public`; one that says nothing is refused, so a forgotten mark is no open door.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeVar

import hashinsight as hi

from webkit.clock import milliseconds

View = TypeVar("View", bound=Callable[..., object])
Deed = Literal["read", "write"]
OWN: dict[Deed, tuple[str, ...]] = {"read": ("read_own", "write_own"), "write": ("write_own", "write_own_read_all")}


@dataclass(frozen=True)
class Actor:
    """Whoever sends a request; a visitor has the role `guest` and no id."""

    role: str
    tenant: str
    user_id: int | None = None
    email: str = ""
    subscription_ends: datetime | None = None

    @property
    def name(self) -> str:
        return f"user-{self.user_id}" if self.user_id else "visitor"


@dataclass(frozen=True)
class Need:
    permission: str | None
    deed: Deed = "read"
    #: Whether a visitor is refused even where the table lets guests read.
    account: bool = False


def needs(permission: str, deed: Deed, *, account: bool = False) -> Callable[[View], View]:
    return _mark(Need(permission, deed, account))


def public(view: View) -> View:
    """A route for everybody, that of a login for instance."""
    return _mark(Need(None))(view)


def need_of(view: Callable[..., object]) -> Need | None:
    return getattr(view, "webkit_need", None)


def _mark(need: Need) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.webkit_need = need  # type: ignore[attr-defined]
        return view

    return mark


def check(
    actor: Actor,
    need: Need,
    now: datetime,
    *,
    of_tenant: str | None = None,
    of_user: int | None = None,
    of_role: str | None = None,
) -> hi.crm.AccessReport:
    """The family's verdict. Without `of_…` it is about what is the actor's own."""
    permission = need.permission or ""
    ends = actor.subscription_ends
    return hi.crm.check_access(
        role=actor.role,
        tenant=actor.tenant,
        user=actor.name,
        permission=permission,
        deed=need.deed,
        of_tenant=of_tenant or actor.tenant,
        of_user=f"user-{of_user}" if of_user else (None if of_tenant else actor.name),
        of_role=of_role or ("user" if permission.startswith("user:") else None),
        subscription_ends_ms=milliseconds(ends) if ends else None,
        at_ms=milliseconds(now) if ends else None,
    )


def only_own(report: hi.crm.AccessReport, deed: Deed) -> bool:
    """Whether a grant reaches no further than what is the actor's own."""
    return report.grant in OWN[deed]
