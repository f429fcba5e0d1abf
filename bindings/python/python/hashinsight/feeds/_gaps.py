"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any, ClassVar, Self

from numpy.typing import ArrayLike

from .._documents import Document, document, each, operation
from .._frames import Columns
from .._handles import Stream

__all__ = [
    "Gaps",
    "GapsColumns",
    "GapsRow",
]


def __dir__() -> list[str]:
    return __all__


@document
class GapsRow(Document):
    """One output of ``Gaps``.

    Attributes
    ----------
    missing : float64
        Number of points missing before this one: 0 where it is on time.
    """

    missing: float


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class GapsColumns(Columns):
    """Outputs of ``Gaps``, a row per event.

    Attributes
    ----------
    missing : float64
        Number of points missing before this one: 0 where it is on time.
    """

    missing: Any


class Gaps(Stream):
    """Number of points missing before each point, for points that should be an interval apart.

    Parameters
    ----------
    interval_ms : int
        Distance between points, in milliseconds: 1 to 366 days. [from 1 to 31622400000]
    slack_ms : int
        Delay up to which a point counts as on time, in milliseconds: 0 up to the interval. [from 0 to 31622400000]

    Returns
    -------
    Gaps

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.feeds.Gaps(interval_ms=3600000, slack_ms=60000)
    >>> columns = stream.update_many(time_ms=[1780725600000, 1780729230000, 1780740000000])
    >>> columns.missing.tolist()
    [0.0, 0.0, 2.0]
    """

    _path: ClassVar[str] = "feeds.gaps"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"),)
    _outputs: ClassVar[Sequence[str]] = ("missing",)
    _row: ClassVar[type[Any]] = GapsRow
    _columns: ClassVar[type[Any]] = GapsColumns

    @operation("feeds.gaps")
    def __init__(
        self,
        *,
        interval_ms: int,
        slack_ms: int,
    ) -> None:
        super().__init__({"interval_ms": interval_ms, "slack_ms": slack_ms})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        interval_ms: int,
        slack_ms: int,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"interval_ms": interval_ms, "slack_ms": slack_ms}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
    ) -> GapsRow:
        """Take the next event; a refused event changes nothing."""
        result: GapsRow = self._update({"time_ms": time_ms})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
    ) -> GapsRow:
        """What ``update`` would answer, without taking the event."""
        result: GapsRow = self._peek({"time_ms": time_ms})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
    ) -> GapsColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: GapsColumns = self._update_many(frame, {"time_ms": time_ms})
        return result
