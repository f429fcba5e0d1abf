"""Keys of outside services: stored encrypted, never shown again, encrypted anew when the ring of keys changes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webkit.tables import ApiCredential, UserAccess
from webkit.vault import Vault


def place(service: str) -> str:
    return f"api_credentials.sealed|{service}"


def seed_place(user_id: int) -> str:
    return f"user_access.factor_seed|{user_id}"


def store(database: Session, vault: Vault, service: str, secret: str, now: datetime) -> None:
    row = database.scalar(select(ApiCredential).where(ApiCredential.service == service))
    if row is None:
        row = ApiCredential(service=service)
        database.add(row)
    row.key_id, row.sealed = vault.seal(secret, place(service))
    row.changed_at = now
    database.flush()


def read(database: Session, vault: Vault, service: str) -> str | None:
    row = database.scalar(select(ApiCredential).where(ApiCredential.service == service))
    return row and vault.open(row.key_id, row.sealed, place(service))


def remove(database: Session, service: str) -> bool:
    row = database.scalar(select(ApiCredential).where(ApiCredential.service == service))
    if row is not None:
        database.delete(row)
    return row is not None


def listed(database: Session) -> list[dict[str, str]]:
    rows = database.scalars(select(ApiCredential).order_by(ApiCredential.service))
    return [{"service": row.service, "key_id": row.key_id, "changed_at": row.changed_at.isoformat()} for row in rows]


def seal_seed(vault: Vault, user_id: int, seed: str) -> bytes:
    key_id, sealed = vault.seal(seed, seed_place(user_id))
    return key_id.encode() + b"|" + sealed


def open_seed(vault: Vault, user: UserAccess) -> str | None:
    if user.factor_seed is None:
        return None
    key_id, _, sealed = user.factor_seed.partition(b"|")
    return vault.open(key_id.decode(), sealed, seed_place(user.id))


def rotate(database: Session, vault: Vault) -> int:
    """Encrypts everything with the first key of the ring; after that the older ones may go."""
    count = 0
    for row in database.scalars(select(ApiCredential)):
        row.key_id, row.sealed = vault.seal(vault.open(row.key_id, row.sealed, place(row.service)), place(row.service))
        count += 1
    for user in database.scalars(select(UserAccess).where(UserAccess.factor_seed.is_not(None))):
        user.factor_seed = seal_seed(vault, user.id, open_seed(vault, user) or "")
        count += 1
    database.flush()
    return count
