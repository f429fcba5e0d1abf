"""The market's history, machines, and what the upstreams said last."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from models import ApiUsage, Block, FeedReading, FeedState, MarketAnalytics, MinerModel

#: Blocks below the newest ones that are kept: those of a day.
KEPT_BLOCKS = 144


def latest(database: Session) -> MarketAnalytics | None:
    return database.scalar(select(MarketAnalytics).order_by(MarketAnalytics.recorded_at.desc()).limit(1))


def standing(database: Session) -> MarketAnalytics | None:
    """The newest point with everything that a calculation stands on, so that price, difficulty and height are of one moment."""
    query = select(MarketAnalytics).order_by(MarketAnalytics.recorded_at.desc()).limit(1)
    for column in (MarketAnalytics.network_difficulty, MarketAnalytics.network_height, MarketAnalytics.fees_per_block):
        query = query.where(column.is_not(None))
    return database.scalar(query)


def history(database: Session, *, since: datetime | None, until: datetime | None, limit: int) -> list[MarketAnalytics]:
    """The newest points of a span, oldest first."""
    query = select(MarketAnalytics).order_by(MarketAnalytics.recorded_at.desc()).limit(limit)
    if since:
        query = query.where(MarketAnalytics.recorded_at >= since)
    if until:
        query = query.where(MarketAnalytics.recorded_at <= until)
    return list(reversed(database.scalars(query).all()))


def days(database: Session) -> list[MarketAnalytics]:
    """Points that are whole days, with high and low: those of the sample."""
    query = select(MarketAnalytics).where(MarketAnalytics.source == "sample").order_by(MarketAnalytics.recorded_at)
    return list(database.scalars(query))


def add_point(database: Session, **values: Any) -> MarketAnalytics:
    """A point of an instant; the one that was there before is replaced."""
    point = database.scalar(select(MarketAnalytics).where(MarketAnalytics.recorded_at == values["recorded_at"]))
    if point is None:
        point = MarketAnalytics()
        database.add(point)
    for name, value in values.items():
        setattr(point, name, value)
    database.flush()
    return point


def collected(database: Session) -> list[tuple[int, datetime]]:
    query = select(MarketAnalytics.id, MarketAnalytics.recorded_at).where(MarketAnalytics.source == "collected")
    return [(row.id, row.recorded_at) for row in database.execute(query.order_by(MarketAnalytics.recorded_at))]


def forget(database: Session, ids: list[int]) -> None:
    database.execute(delete(MarketAnalytics).where(MarketAnalytics.id.in_(ids)))


def readings(database: Session, quantity: str | None = None) -> list[FeedReading]:
    query = select(FeedReading).order_by(FeedReading.quantity, FeedReading.source)
    return list(database.scalars(query if quantity is None else query.where(FeedReading.quantity == quantity)))


def put_reading(database: Session, quantity: str, source: str, time: datetime, value: float) -> None:
    row = database.scalar(select(FeedReading).where(FeedReading.quantity == quantity, FeedReading.source == source))
    if row is None:
        row = FeedReading(quantity=quantity, source=source)
        database.add(row)
    row.time, row.value = time, value
    database.flush()


def put_blocks(database: Session, blocks: list[dict[str, Any]]) -> None:
    """Blocks of the tip in place of those that were there; what lies above the tip has left the chain, and what is far below is not kept."""
    heights = [block["height"] for block in blocks]
    database.execute(delete(Block).where(or_(Block.height >= min(heights), Block.height < min(heights) - KEPT_BLOCKS)))
    for block in blocks:
        time = datetime.fromtimestamp(block["time_s"], UTC)
        database.add(Block(time=time, **{name: value for name, value in block.items() if name != "time_s"}))
    database.flush()


def blocks(database: Session, limit: int) -> list[Block]:
    return list(database.scalars(select(Block).order_by(Block.height.desc()).limit(limit)))


def state(database: Session, name: str) -> bytes | None:
    row = database.get(FeedState, name)
    return row and row.state


def put_state(database: Session, name: str, content: bytes) -> None:
    database.merge(FeedState(name=name, state=content))
    database.flush()


def count_call(database: Session, day: date, source: str, outcome: str) -> None:
    query = select(ApiUsage).where(ApiUsage.day == day, ApiUsage.source == source, ApiUsage.outcome == outcome)
    row = database.scalar(query.with_for_update())
    if row is None:
        row = ApiUsage(day=day, source=source, outcome=outcome, calls=0)
        database.add(row)
    row.calls += 1
    database.flush()


def usage(database: Session) -> list[ApiUsage]:
    return list(database.scalars(select(ApiUsage).order_by(ApiUsage.day.desc(), ApiUsage.source).limit(100)))


def machines(database: Session, *, contains: str = "", sort: str = "model_name") -> list[MinerModel]:
    orders = {
        "model_name": MinerModel.model_name,
        "hashrate": MinerModel.hashrate.desc(),
        "efficiency": MinerModel.efficiency,
        "power": MinerModel.power_consumption,
    }
    query = select(MinerModel).order_by(orders[sort], MinerModel.model_name)
    return list(database.scalars(query.where(MinerModel.model_name.icontains(contains, autoescape=True)) if contains else query))
