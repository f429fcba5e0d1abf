"""Tables of accounts, sessions, stored keys and the audit trail."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webkit.database import Base, Instant


class UserAccess(Base):
    """A user, as the document names the table."""

    __tablename__ = "user_access"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: Folded, so that no address is there twice in other letters.
    email: Mapped[str] = mapped_column(String(256), unique=True)
    username: Mapped[str] = mapped_column(String(50), unique=True)
    password_hash: Mapped[str] = mapped_column(String(512))
    role: Mapped[str] = mapped_column(String(20))
    subscription_plan: Mapped[str] = mapped_column(String(20), default="free")
    expires_at: Mapped[datetime | None] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    tenant: Mapped[str] = mapped_column(String(50), index=True)
    language: Mapped[str] = mapped_column(String(2), default="en")
    verified_at: Mapped[datetime | None] = mapped_column(Instant)
    disabled_at: Mapped[datetime | None] = mapped_column(Instant)
    #: Seed of the second factor, encrypted; set while it is being set up, in force from `factor_since` on.
    factor_seed: Mapped[bytes | None] = mapped_column(LargeBinary)
    factor_since: Mapped[datetime | None] = mapped_column(Instant)
    #: Last step of the second factor that was used: none is taken twice.
    factor_step: Mapped[int | None] = mapped_column(BigInteger)


class RecoveryCode(Base):
    __tablename__ = "recovery_codes"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_access.id", ondelete="CASCADE"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[datetime | None] = mapped_column(Instant)


class WebSession(Base):
    """A session that somebody is logged in with; the cookie holds a secret of which only the hash is here."""

    __tablename__ = "web_sessions"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_access.id", ondelete="CASCADE"), index=True)
    started_at: Mapped[datetime] = mapped_column(Instant)
    seen_at: Mapped[datetime] = mapped_column(Instant)
    #: Whether the second factor, where there is one, has been given.
    complete: Mapped[bool] = mapped_column(default=False)
    #: What the browser calls itself, so that its owner knows it again.
    agent: Mapped[str] = mapped_column(String(200), default="")


class UsedToken(Base):
    """Links that were sent by mail work once."""

    __tablename__ = "used_tokens"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    used_at: Mapped[datetime] = mapped_column(Instant)


class Job(Base):
    """Work that a worker does later: see `webkit.jobs`."""

    __tablename__ = "jobs"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    #: Who asked and may read the answer; absent, nobody may.
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("user_access.id", ondelete="CASCADE"), index=True)
    asked: Mapped[str] = mapped_column(Text)
    answer: Mapped[str | None] = mapped_column(Text)
    #: `waiting`, `running`, `done` or `failed`, and since when.
    state: Mapped[str] = mapped_column(String(10), index=True)
    since: Mapped[datetime] = mapped_column(Instant)
    tries: Mapped[int] = mapped_column(default=0)


class ApiCredential(Base):
    """A key of an outside service, encrypted."""

    __tablename__ = "api_credentials"

    id: Mapped[int] = mapped_column(primary_key=True)
    service: Mapped[str] = mapped_column(String(50), unique=True)
    key_id: Mapped[str] = mapped_column(String(50))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    changed_at: Mapped[datetime] = mapped_column(Instant)


class AuditEntry(Base):
    """One event of the audit trail, chained by the hash of the one before."""

    __tablename__ = "audit_log"

    id: Mapped[int] = mapped_column(primary_key=True)
    event: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(String(64), unique=True)


class AuditTip(Base):
    """One row, changed by every event: whoever appends waits for it."""

    __tablename__ = "audit_tip"

    id: Mapped[int] = mapped_column(primary_key=True)
    hash: Mapped[str | None] = mapped_column(String(64))
