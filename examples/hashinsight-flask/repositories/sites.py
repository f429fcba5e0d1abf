"""The site of each user, and positions of bitcoin."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Site, TreasuryPosition


def document(database: Session, tenant: str, owner_id: int | None) -> dict[str, Any] | None:
    if owner_id is None:
        return None
    row = database.scalar(select(Site).where(Site.tenant == tenant, Site.owner_id == owner_id))
    return row and dict(row.document)


def save(database: Session, tenant: str, owner_id: int, content: dict[str, Any], now: datetime) -> None:
    row = database.scalar(select(Site).where(Site.tenant == tenant, Site.owner_id == owner_id))
    if row is None:
        row = Site(tenant=tenant, owner_id=owner_id)
        database.add(row)
    row.document, row.changed_at = content, now
    database.flush()


def positions(database: Session, tenant: str, user_id: int) -> list[TreasuryPosition]:
    query = select(TreasuryPosition).where(TreasuryPosition.tenant == tenant, TreasuryPosition.user_id == user_id)
    return list(database.scalars(query.order_by(TreasuryPosition.acquisition_date, TreasuryPosition.id)))
