"""Operations and types of ``crm``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

from .._documents import Document, call, document, listed, operation, rows
from .._show import Rows

__all__ = [
    "AccessDenial",
    "AccessReport",
    "Deed",
    "Grant",
    "PermissionRow",
    "Role",
    "RoleAlias",
    "RoleTable",
    "check_access",
    "role_table",
]


def __dir__() -> list[str]:
    return __all__


Role: TypeAlias = Literal["owner", "admin", "mining_site", "operator", "finance", "user", "read_only", "guest"]
"""Role of a user.

Cases
-----
owner
    Owner of the platform's tenant: everything in it.
admin
    Administrator: everything but what only the owner may.
mining_site
    Owner of a mining site, with the site's own customers.
operator
    Operator of machines.
finance
    Keeper of the books: invoices, payments, settlement.
user
    Customer.
read_only
    Customer that may look, and nothing else.
guest
    Visitor.
"""


@document
class RoleAlias(Document):
    """Name that another system uses for a role.

    Attributes
    ----------
    alias : str
        Name in the other system.
    role : Role
        Role that the name means.
    """

    alias: str
    role: Role

    def _wire(self) -> dict[str, Any]:
        return {
            "alias": self.alias,
            "role": self.role,
        }


Grant: TypeAlias = Literal["nothing", "read_own", "read", "write_own", "write_own_read_all", "write"]
"""Grant of a permission to a role.

Cases
-----
nothing
    Nothing.
read_own
    Read what is their own.
read
    Read everything of the tenant.
write_own
    Read and write what is their own.
write_own_read_all
    Write what is their own, read everything of the tenant.
write
    Read and write everything of the tenant.
"""


@document
class PermissionRow(Document):
    """Grants of one permission.

    Attributes
    ----------
    permission : str
        Name of the permission.
    grants : tuple[Grant, ...]
        Grants of the permission, in the order of the roles.
    """

    permission: str
    grants: tuple[Grant, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["grants"] = listed(document["grants"])

    def _wire(self) -> dict[str, Any]:
        return {
            "permission": self.permission,
            "grants": self.grants,
        }


@document
class RoleTable(Document):
    """Result of `role_table`.

    Attributes
    ----------
    roles : tuple[Role, ...]
        Roles, in the order of the grants.
    aliases : Rows[RoleAlias]
        Names that other systems use for roles.
    permissions : Rows[PermissionRow]
        Permissions, sorted by name.
    """

    roles: tuple[Role, ...]
    aliases: Rows[RoleAlias]
    permissions: Rows[PermissionRow]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["roles"] = listed(document["roles"])
        document["aliases"] = rows(RoleAlias._read, document["aliases"])
        document["permissions"] = rows(PermissionRow._read, document["permissions"])

    def _wire(self) -> dict[str, Any]:
        return {
            "roles": self.roles,
            "aliases": self.aliases,
            "permissions": self.permissions,
        }


Deed: TypeAlias = Literal["read", "write"]
"""Kind of a deed: to look, or to change.

Cases
-----
read
    Look.
write
    Create, change or delete.
"""


AccessDenial: TypeAlias = Literal["other_tenant", "not_granted", "not_own", "owner_only", "subscription_ended"]
"""Why something is denied.

Cases
-----
other_tenant
    The thing belongs to another tenant.
not_granted
    The role has no such permission.
not_own
    The role may do so with what is its own, and this is another's.
owner_only
    Only an owner acts on an owner.
subscription_ended
    The subscription has ended: it only reads.
"""


@document
class AccessReport(Document):
    """Result of `check_access`.

    Attributes
    ----------
    is_allowed : bool
        Whether it may be done.
    grant : Grant
        Grant of the permission to the role, by the table.
    denial : AccessDenial, optional
        Reason of the denial. Absent: it may be done.
    """

    is_allowed: bool
    grant: Grant
    denial: AccessDenial | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "is_allowed": self.is_allowed,
            "grant": self.grant,
            "denial": self.denial,
        }


@operation("crm.role_table")
def role_table(
    *,
    roles: Sequence[Role] | None = None,
) -> RoleTable:
    """The table of roles and permissions, with the names that other systems use for roles.

    Parameters
    ----------
    roles : Sequence[Role], optional
        Roles whose grants are asked for, in this order. Absent: all.

    Returns
    -------
    RoleTable

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.role_table(roles=["owner", "mining_site", "read_only"])
    >>> len(report.roles)
    3
    >>> len(report.aliases)
    6
    """
    return RoleTable._read(call("crm.role_table", {"roles": roles}))


@operation("crm.check_access")
def check_access(
    *,
    role: Role,
    tenant: str,
    user: str,
    permission: str,
    deed: Deed,
    of_tenant: str,
    of_user: str | None = None,
    of_role: Role | None = None,
    subscription_ends_ms: datetime.datetime | int | str | None = None,
    at_ms: datetime.datetime | int | str | None = None,
) -> AccessReport:
    """Whether a user may do something: denied unless the role table grants it, within one tenant only.

    Parameters
    ----------
    role : Role
        Role of whoever acts.
    tenant : str
        Tenant of whoever acts.
    user : str
        Identifier of whoever acts.
    permission : str
        Permission that is needed, like `crm:invoice`.
    deed : Deed
        Kind of the deed: to look, or to change.
    of_tenant : str
        Tenant that the thing acted on belongs to.
    of_user : str, optional
        Identifier of the user whom the thing belongs to. Absent: it is nobody's own, and a grant of what is one's own does not reach it.
    of_role : Role, optional
        Role of the user that is acted on, or is made. Needed to write with a permission of `user:`, as only an owner acts on an owner.
    subscription_ends_ms : datetime.datetime | int | str, optional
        Time at which the subscription ends, in Unix milliseconds UTC: from then on it only reads. Absent: it does not end. [ms, from 1230940800000 to 253402235999999]
    at_ms : datetime.datetime | int | str, optional
        Time of the deed, in Unix milliseconds UTC. Needed where a subscription ends. [ms, from 1230940800000 to 253402235999999]

    Returns
    -------
    AccessReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.check_access(role="mining_site", tenant="site-7", user="u-31", permission="crm:customer_view", deed="write", of_tenant="site-7", of_user="u-31", subscription_ends_ms=1749081600000, at_ms=1714521600000)
    >>> report.is_allowed
    True
    >>> report.grant
    'write_own'
    """
    return AccessReport._read(call("crm.check_access", {"role": role, "tenant": tenant, "user": user, "permission": permission, "deed": deed, "of_tenant": of_tenant, "of_user": of_user, "of_role": of_role, "subscription_ends_ms": subscription_ends_ms, "at_ms": at_ms}))
