"""Customers and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Activity, Commission, Customer, Deal, Invoice, Lead, UserAccess
from repositories.rows import PAGE, Scope, one

TABLES: dict[str, type[Lead] | type[Deal] | type[Commission] | type[Invoice]] = {
    "lead": Lead,
    "deal": Deal,
    "commission": Commission,
    "invoice": Invoice,
}
#: States in which a deal may still be won.
OPEN_DEALS = ("prospecting", "qualification", "proposal", "negotiation")


def customers(database: Session, scope: Scope, *, search: str = "", after: int | None = None) -> list[Customer]:
    query = scope.of(Customer).order_by(Customer.id.desc()).limit(PAGE)
    if search:
        query = query.where(func.lower(Customer.name).contains(search.lower(), autoescape=True))
    return list(database.scalars(query if after is None else query.where(Customer.id < after)))


def names(database: Session, tenant: str, ids: Iterable[int]) -> dict[int, str]:
    """Names of customers by their numbers."""
    query = select(Customer.id, Customer.name).where(Customer.tenant == tenant, Customer.id.in_(ids))
    return {row.id: row.name for row in database.execute(query)}


def actors(database: Session, ids: Iterable[int]) -> dict[int, str]:
    """Names of users by their numbers."""
    return {row.id: row.username for row in database.execute(select(UserAccess.id, UserAccess.username).where(UserAccess.id.in_(ids)))}


def add(database: Session, row: Any) -> Any:
    database.add(row)
    database.flush()
    return row


def change_customer(database: Session, scope: Scope, customer_id: int, version: int, values: dict[str, Any]) -> Customer | None:
    """The changed customer, or nothing where somebody else changed it in between."""
    customer = one(database, scope, Customer, customer_id)
    if customer is None or customer.version != version:
        return None
    for name, value in values.items():
        setattr(customer, name, value)
    customer.version = version + 1
    database.flush()
    return customer


def open_deals(database: Session, scope: Scope) -> list[Deal]:
    return list(database.scalars(scope.of(Deal).where(Deal.state.in_(OPEN_DEALS)).order_by(Deal.id)))


def accrual_keys(database: Session, tenant: str) -> list[str]:
    return list(database.scalars(select(Commission.key).where(Commission.tenant == tenant)))


def activities(database: Session, scope: Scope, since: datetime | None = None) -> list[Activity]:
    query = select(Activity).where(Activity.tenant == scope.tenant)
    if scope.owner_id is not None:
        query = query.where(Activity.owner_id == scope.owner_id)
    if since is not None:
        query = query.where(Activity.at >= since)
    return list(database.scalars(query.order_by(Activity.at, Activity.id)))
