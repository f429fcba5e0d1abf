"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any, ClassVar, Literal, Self, TypeAlias

from numpy.typing import ArrayLike

from .._documents import Document, day, document, operation
from .._frames import Columns
from .._handles import Stream

__all__ = [
    "Daily",
    "DailyColumns",
    "DailyRow",
    "DayPhase",
]


def __dir__() -> list[str]:
    return __all__


DayPhase: TypeAlias = Literal["open", "closed"]
"""Whether a day is over.

Cases
-----
open
    The day of the event has no values yet: the numbers are NaN.
closed
    The day before the event is over: the numbers are its values.
"""


@document
class DailyRow(Document):
    """One output of ``Daily``.

    Attributes
    ----------
    state : words (open, closed)
        Whether a day is over and told: `open` or `closed`.
    unix_day : float64
        Day number, in days since 1970-01-01.
    first : float64
        First value of the day.
    high : float64
        Highest value of the day.
    low : float64
        Lowest value of the day.
    last : float64
        Last value of the day.
    mean : float64
        Arithmetic mean of the points, not weighted by time.
    points : float64
        Number of points of the day.
    empty_days_after : float64
        Number of days without any point between this day and the one that closed it: they have no value, and none is made up.
    """

    state: DayPhase
    unix_day: float
    first: float
    high: float
    low: float
    last: float
    mean: float
    points: float
    empty_days_after: float


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class DailyColumns(Columns):
    """Outputs of ``Daily``, a row per event.

    Attributes
    ----------
    state : words (open, closed)
        Whether a day is over and told: `open` or `closed`.
    unix_day : float64
        Day number, in days since 1970-01-01.
    first : float64
        First value of the day.
    high : float64
        Highest value of the day.
    low : float64
        Lowest value of the day.
    last : float64
        Last value of the day.
    mean : float64
        Arithmetic mean of the points, not weighted by time.
    points : float64
        Number of points of the day.
    empty_days_after : float64
        Number of days without any point between this day and the one that closed it: they have no value, and none is made up.
    """

    state: Any
    unix_day: Any
    first: Any
    high: Any
    low: Any
    last: Any
    mean: Any
    points: Any
    empty_days_after: Any


class Daily(Stream):
    """Days out of points: a row is answered with the first point of a later day, and is NaN while its day is open.

    Parameters
    ----------
    utc_offset_min : int
        Offset of the clock whose days are meant, in minutes east of UTC: -1080 to 1080. [min, from -1080 to 1080]

    Returns
    -------
    Daily

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.feeds.Daily(utc_offset_min=0)
    >>> columns = stream.update_many(time_ms=[1780617600000, 1780650000000, 1780704000000], value=[61402.1, 61010.4, 60990])
    >>> columns.state.tolist()
    ['open', 'open', 'closed']
    >>> columns.unix_day.tolist()
    [nan, nan, 20609.0]
    """

    _path: ClassVar[str] = "feeds.daily"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("value", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("state", "unix_day", "first", "high", "low", "last", "mean", "points", "empty_days_after",)
    _row: ClassVar[type[Any]] = DailyRow
    _columns: ClassVar[type[Any]] = DailyColumns

    @operation("feeds.daily")
    def __init__(
        self,
        *,
        utc_offset_min: int,
    ) -> None:
        super().__init__({"utc_offset_min": utc_offset_min})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        utc_offset_min: int,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"utc_offset_min": utc_offset_min}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        value: float,
    ) -> DailyRow:
        """Take the next event; a refused event changes nothing."""
        result: DailyRow = self._update({"time_ms": time_ms, "value": value})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        value: float,
    ) -> DailyRow:
        """What ``update`` would answer, without taking the event."""
        result: DailyRow = self._peek({"time_ms": time_ms, "value": value})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        value: ArrayLike | None = None,
    ) -> DailyColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: DailyColumns = self._update_many(frame, {"time_ms": time_ms, "value": value})
        return result
