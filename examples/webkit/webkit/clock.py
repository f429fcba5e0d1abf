"""The current time, handed in so that tests can move it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]


def system() -> datetime:
    """Now, in whole milliseconds: the family takes no finer time."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def milliseconds(time: datetime) -> int:
    """Unix milliseconds, as the family counts time."""
    return int(time.timestamp()) * 1000 + time.microsecond // 1000


def iso(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def older(time: datetime, now: datetime, age: timedelta) -> bool:
    return now - time >= age
