"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any, ClassVar, Literal, Self, TypeAlias

from numpy.typing import ArrayLike

from .._documents import Document, call, day, document, each, operation, wide
from .._frames import Columns
from .._handles import Stream

__all__ = [
    "Schedule",
    "ScheduleAction",
    "ScheduleColumns",
    "ScheduleRow",
    "ScheduleStep",
]


def __dir__() -> list[str]:
    return __all__


ScheduleStep: TypeAlias = Literal["tick", "succeeded", "failed"]
"""Step of a collector.

Cases
-----
tick
    Time passes.
succeeded
    The call that was started has been answered.
failed
    The call that was started has failed.
"""


ScheduleAction: TypeAlias = Literal["wait", "start"]
"""Action of a collector.

Cases
-----
wait
    No call.
start
    Call the upstream.
"""


@document
class ScheduleRow(Document):
    """One output of ``Schedule``.

    Attributes
    ----------
    action : words (wait, start)
        Action now: `wait` or `start`.
    next_ms : int64
        Instant at which to tick again, in Unix milliseconds.
    failures : int64
        Number of failures in a row.
    """

    action: ScheduleAction
    next_ms: int
    failures: int


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class ScheduleColumns(Columns):
    """Outputs of ``Schedule``, a row per event.

    Attributes
    ----------
    action : words (wait, start)
        Action now: `wait` or `start`.
    next_ms : int64
        Instant at which to tick again, in Unix milliseconds.
    failures : int64
        Number of failures in a row.
    """

    action: Any
    next_ms: Any
    failures: Any


class Schedule(Stream):
    """When to ask an upstream: on a grid of intervals, put off by a jitter, later after failures, one call at a time.

    Parameters
    ----------
    interval_ms : int
        Interval between calls, in milliseconds: 1000 to a day. Fifteen minutes are 900,000. [from 1000 to 86400000]
    jitter : float
        Greatest delay of a call as a fraction of the interval or of the wait after a failure, so that many collectors do not call at once. [from 0.0 to 1.0]
    backoff_ms : int
        Wait after the first failure, in milliseconds: 1 to a day. It doubles with each further one. [from 1 to 86400000]
    max_backoff_ms : int
        Longest wait after failures, in milliseconds: from `backoff_ms` to a day. [from 1 to 86400000]
    timeout_ms : int
        Time after which a call without answer counts as failed, in milliseconds: 1 to a day. [from 1 to 86400000]
    seed : int
        Seed of the delays: each collector takes its own.

    Returns
    -------
    Schedule

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.feeds.Schedule(interval_ms=900000, jitter=0.1, backoff_ms=5000, max_backoff_ms=600000, timeout_ms=30000, seed=1)
    >>> columns = stream.update_many(time_ms=[1780730885000, 1780730886000, 1780730946000, 1780730947000], step=["tick", "failed", "tick", "succeeded"], retry_after_ms=[0, 60000, 0, 0])
    >>> columns.action[:3].tolist()
    ['start', 'wait', 'start']
    >>> columns.next_ms[:3].tolist()
    [1780730915000, 1780730946000, 1780730976000]
    """

    _path: ClassVar[str] = "feeds.schedule"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("step", ("tick", "succeeded", "failed",)), ("retry_after_ms", "i64"),)
    _outputs: ClassVar[Sequence[str]] = ("action", "next_ms", "failures",)
    _row: ClassVar[type[Any]] = ScheduleRow
    _columns: ClassVar[type[Any]] = ScheduleColumns

    @operation("feeds.schedule")
    def __init__(
        self,
        *,
        interval_ms: int,
        jitter: float,
        backoff_ms: int,
        max_backoff_ms: int,
        timeout_ms: int,
        seed: int,
    ) -> None:
        super().__init__({"interval_ms": interval_ms, "jitter": jitter, "backoff_ms": backoff_ms, "max_backoff_ms": max_backoff_ms, "timeout_ms": timeout_ms, "seed": wide(seed)})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        interval_ms: int,
        jitter: float,
        backoff_ms: int,
        max_backoff_ms: int,
        timeout_ms: int,
        seed: int,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"interval_ms": interval_ms, "jitter": jitter, "backoff_ms": backoff_ms, "max_backoff_ms": max_backoff_ms, "timeout_ms": timeout_ms, "seed": wide(seed)}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        step: ScheduleStep,
        retry_after_ms: int,
    ) -> ScheduleRow:
        """Take the next event; a refused event changes nothing."""
        result: ScheduleRow = self._update({"time_ms": time_ms, "step": step, "retry_after_ms": retry_after_ms})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        step: ScheduleStep,
        retry_after_ms: int,
    ) -> ScheduleRow:
        """What ``update`` would answer, without taking the event."""
        result: ScheduleRow = self._peek({"time_ms": time_ms, "step": step, "retry_after_ms": retry_after_ms})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        step: ArrayLike | None = None,
        retry_after_ms: ArrayLike | None = None,
    ) -> ScheduleColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: ScheduleColumns = self._update_many(frame, {"time_ms": time_ms, "step": step, "retry_after_ms": retry_after_ms})
        return result
