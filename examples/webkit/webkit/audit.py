"""The audit trail: each event holds the hash of the one before, by `hashinsight.crm`."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import hashinsight as hi
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from webkit.clock import iso
from webkit.tables import AuditEntry, AuditTip


def append(database: Session, now: datetime, actor: str, did: str, **facts: Any) -> None:
    """Writes what happened, in the transaction in which it happens."""
    # The tip is changed first: on any database that makes whoever appends at the same time wait.
    if not database.execute(update(AuditTip).values(id=AuditTip.id)).rowcount:
        database.add(AuditTip(id=1))
        database.flush()
    tip = database.scalars(select(AuditTip).execution_options(populate_existing=True)).one()
    event = json.dumps({"at": iso(now), "actor": actor, "did": did, **facts}, ensure_ascii=False)
    link = hi.crm.append_event(event=event, previous=tip.hash)
    database.add(AuditEntry(event=link.canonical, hash=link.hash))
    tip.hash = link.hash
    database.flush()


def verify(database: Session) -> hi.crm.VerifyReport:
    entries = database.scalars(select(AuditEntry).order_by(AuditEntry.id))
    return hi.crm.verify_chain(events=[{"event": entry.event, "hash": entry.hash} for entry in entries])


def latest(database: Session, limit: int) -> list[dict[str, Any]]:
    entries = database.scalars(select(AuditEntry).order_by(AuditEntry.id.desc()).limit(limit))
    return [{"id": entry.id, "hash": entry.hash, **json.loads(entry.event)} for entry in entries]
