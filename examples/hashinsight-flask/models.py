"""Tables. Money is exact: satoshis are whole numbers, other amounts decimals (the document has floats for both)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Double, ForeignKey, Index, Integer, Numeric, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator
from webkit.database import Base, Instant
from webkit.tables import ApiCredential, AuditEntry, AuditTip, Job, RecoveryCode, UsedToken, UserAccess, WebSession

__all__ = ["ApiCredential", "AuditEntry", "AuditTip", "Base", "Job", "RecoveryCode", "UsedToken", "UserAccess", "WebSession"]

FLEXIBLE = JSON().with_variant(JSONB(), "postgresql")
POSITION_STATES = ("held", "sold")


class Exact(TypeDecorator[Decimal]):
    """A decimal with every digit, also in SQLite, which would make it a float."""

    impl = Numeric(24, 8)
    cache_ok = True

    def load_dialect_impl(self, dialect: Any) -> Any:
        return dialect.type_descriptor(String(40) if dialect.name == "sqlite" else Numeric(24, 8))

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> Any:
        return value if value is None or dialect.name != "sqlite" else f"{value:f}"

    def process_result_value(self, value: Any, dialect: Any) -> Decimal | None:
        return None if value is None else Decimal(value)


class MinerModel(Base):
    __tablename__ = "miner_models"

    id: Mapped[int] = mapped_column(primary_key=True)
    model_name: Mapped[str] = mapped_column(String(100), unique=True)
    manufacturer: Mapped[str] = mapped_column(String(50))
    hashrate: Mapped[float] = mapped_column(Double, comment="TH/s")
    power_consumption: Mapped[int] = mapped_column(Integer, comment="W")
    efficiency: Mapped[float] = mapped_column(Double, comment="J/TH")
    price_usd: Mapped[Decimal | None] = mapped_column(Exact, comment="USD")
    cooling: Mapped[str] = mapped_column(String(20), default="air")
    sources: Mapped[str] = mapped_column(Text, default="", comment="where the figures are from")


class MarketAnalytics(Base):
    """A point of the market's history; what is not known is absent."""

    __tablename__ = "market_analytics"
    __table_args__ = (
        CheckConstraint("fear_greed_index BETWEEN 0 AND 100", name="fear_greed"),
        Index("ix_market_analytics_recorded_at", "recorded_at", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    btc_price: Mapped[float] = mapped_column(Double, comment="USD per bitcoin")
    network_hashrate: Mapped[float | None] = mapped_column(Double, comment="TH/s")
    network_difficulty: Mapped[float | None] = mapped_column(Double)
    network_height: Mapped[int | None] = mapped_column(Integer, comment="height of the next block")
    fees_per_block: Mapped[float | None] = mapped_column(Double, comment="satoshi, mean of a block")
    fear_greed_index: Mapped[int | None]
    technical_indicators: Mapped[dict[str, Any]] = mapped_column(FLEXIBLE, default=dict)
    high: Mapped[float | None] = mapped_column(Double, comment="USD per bitcoin, of the day")
    low: Mapped[float | None] = mapped_column(Double, comment="USD per bitcoin, of the day")
    volume_btc: Mapped[float | None] = mapped_column(Double, comment="bitcoin, of the day")
    #: `sample`: the days that the package brings along; `collected`: asked of upstreams.
    source: Mapped[str] = mapped_column(String(20), index=True)


class FeedReading(Base):
    """The last answer of one source to one question."""

    __tablename__ = "feed_readings"

    id: Mapped[int] = mapped_column(primary_key=True)
    quantity: Mapped[str] = mapped_column(String(30))
    source: Mapped[str] = mapped_column(String(30))
    time: Mapped[datetime] = mapped_column(Instant)
    value: Mapped[float] = mapped_column(Double)
    outcome: Mapped[str] = mapped_column(String(40), default="ok")
    __table_args__ = (Index("uq_feed_readings", "quantity", "source", unique=True),)


class FeedState(Base):
    """What streams of the collector remember between runs: the alert for instance."""

    __tablename__ = "feed_states"

    name: Mapped[str] = mapped_column(String(50), primary_key=True)
    state: Mapped[bytes]


class Block(Base):
    """A block near the tip, as a bitcoin node tells it."""

    __tablename__ = "blocks"

    height: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    time: Mapped[datetime] = mapped_column(Instant, comment="of the header")
    subsidy_sat: Mapped[int] = mapped_column(BigInteger)
    fees_sat: Mapped[int] = mapped_column(BigInteger)
    transactions: Mapped[int | None]
    weight: Mapped[int | None]
    median_fee_rate: Mapped[float | None] = mapped_column(Double, comment="satoshi per virtual byte")


class ApiUsage(Base):
    """Calls of outside services by day and outcome."""

    __tablename__ = "api_usage"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    source: Mapped[str] = mapped_column(String(30))
    outcome: Mapped[str] = mapped_column(String(40))
    calls: Mapped[int] = mapped_column(default=0)
    __table_args__ = (Index("uq_api_usage", "day", "source", "outcome", unique=True),)


class Site(Base):
    """A mining site: the document that the family's report reads."""

    __tablename__ = "sites"

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[str] = mapped_column(String(50), index=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("user_access.id", ondelete="CASCADE"), unique=True)
    document: Mapped[dict[str, Any]] = mapped_column(FLEXIBLE)
    changed_at: Mapped[datetime] = mapped_column(Instant)


class TreasuryPosition(Base):
    __tablename__ = "treasury_positions"
    __table_args__ = (
        CheckConstraint("btc_amount > 0", name="amount"),
        CheckConstraint(f"status IN {POSITION_STATES}", name="status"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_access.id", ondelete="CASCADE"), index=True)
    tenant: Mapped[str] = mapped_column(String(50), index=True)
    btc_amount: Mapped[int] = mapped_column(BigInteger, comment="satoshi")
    cost_basis: Mapped[Decimal] = mapped_column(Exact, comment="USD")
    acquisition_date: Mapped[date]
    status: Mapped[str] = mapped_column(String(20), default="held")


class Owned:
    """Rows of one tenant that belong to one user: whoever keeps the customer."""

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[str] = mapped_column(String(50), index=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("user_access.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(Instant)


class Customer(Owned, Base):
    __tablename__ = "customers"

    name: Mapped[str] = mapped_column(String(200), index=True)
    email: Mapped[str] = mapped_column(String(256), default="")
    phone: Mapped[str] = mapped_column(String(50), default="")
    title: Mapped[str] = mapped_column(String(100), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    #: Counted up by each change: whoever changes an older one is told so.
    version: Mapped[int] = mapped_column(default=1)


class Staged(Owned):
    """Rows that move through a lifecycle of `hashinsight.crm`."""

    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    state: Mapped[str] = mapped_column(String(30), index=True)
    since: Mapped[datetime] = mapped_column(Instant)

    def age_days(self, now: datetime) -> int:
        return (now - self.created_at).days


class Lead(Staged, Base):
    __tablename__ = "leads"

    source: Mapped[str] = mapped_column(String(20))
    score: Mapped[float] = mapped_column(Double, default=0.0, comment="points")


class Deal(Staged, Base):
    __tablename__ = "deals"

    title: Mapped[str] = mapped_column(String(200))
    value_minor: Mapped[int] = mapped_column(BigInteger, comment="US cents")
    probability: Mapped[float] = mapped_column(Double, default=0.0)


class Commission(Staged, Base):
    __tablename__ = "commissions"

    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"), index=True)
    #: Key of the family's accrual: a deal earns once a month.
    key: Mapped[str] = mapped_column(String(100), unique=True)
    base: Mapped[Decimal] = mapped_column(Exact, comment="USD")
    rate: Mapped[Decimal] = mapped_column(Exact)
    amount: Mapped[Decimal] = mapped_column(Exact, comment="USD")


class Invoice(Staged, Base):
    __tablename__ = "invoices"

    amount: Mapped[Decimal] = mapped_column(Exact, comment="USD")
    due: Mapped[date]
    text: Mapped[str] = mapped_column(String(500), default="")


class Activity(Base):
    """What was done to customers and what belongs to them; rows are only added."""

    __tablename__ = "activities"

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[str] = mapped_column(String(50), index=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("user_access.id"), index=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey("user_access.id"))
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    kind: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[int]
    action: Mapped[str] = mapped_column(String(40))
    note: Mapped[str] = mapped_column(Text, default="")
