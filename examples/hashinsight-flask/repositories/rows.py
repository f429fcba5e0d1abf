"""Rows of one tenant, as one user may see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models import Owned

Row = TypeVar("Row", bound=Owned)
PAGE = 50


@dataclass(frozen=True)
class Scope:
    """A tenant, and within it one owner or everybody."""

    tenant: str
    owner_id: int | None = None

    def of(self, table: type[Row]) -> Select[Any]:
        query = select(table).where(table.tenant == self.tenant)
        return query if self.owner_id is None else query.where(table.owner_id == self.owner_id)


def page(database: Session, scope: Scope, table: type[Row], *, after: int | None = None, **equal: Any) -> list[Row]:
    """The newest rows below an id, a page of them; pages follow each other by id, so nothing shifts between two of them."""
    query = scope.of(table).filter_by(**equal).order_by(table.id.desc()).limit(PAGE)
    return list(database.scalars(query if after is None else query.where(table.id < after)))


def one(database: Session, scope: Scope, table: type[Row], row_id: int) -> Row | None:
    """The row, locked for a change; nothing where it is another's, as if it did not exist."""
    return database.scalar(scope.of(table).where(table.id == row_id).with_for_update())
