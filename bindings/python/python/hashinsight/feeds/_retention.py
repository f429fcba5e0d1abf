"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from numpy.typing import ArrayLike

from .._documents import Document, call, day, document, each, listed, operation

__all__ = [
    "RetainReport",
    "retain",
]


def __dir__() -> list[str]:
    return __all__


@document
class RetainReport(Document):
    """Result of `retain`: the points that stay and those that go.

    Attributes
    ----------
    keep : tuple[int, ...]
        Indices of the points that stay.
    thinned : tuple[int, ...]
        Indices of the points that are too many of their day.
    expired : tuple[int, ...]
        Indices of the points that are too old.
    """

    keep: tuple[int, ...]
    thinned: tuple[int, ...]
    expired: tuple[int, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["keep"] = listed(document["keep"])
        document["thinned"] = listed(document["thinned"])
        document["expired"] = listed(document["expired"])

    def _wire(self) -> dict[str, Any]:
        return {
            "keep": self.keep,
            "thinned": self.thinned,
            "expired": self.expired,
        }


@operation("feeds.retain")
def retain(
    *,
    time_ms: Sequence[datetime.datetime | int | str] | ArrayLike,
    now_ms: datetime.datetime | int | str,
    points_per_day: int,
    utc_offset_min: int,
    max_age_ms: int | None = None,
) -> RetainReport:
    """Points of a history that stay: at most so many of each closed day (the first, the last, and those nearest to even spacing),
    all of the running day, none that is too old. Answers indices.

    Parameters
    ----------
    time_ms : Sequence[datetime.datetime | int | str] | ArrayLike
        Instants of the points, in Unix milliseconds: oldest first, each once.
    now_ms : datetime.datetime | int | str
        Current time, in Unix milliseconds: the day that is running is not thinned. [ms, from 1230940800000 to 253402235999999]
    points_per_day : int
        Greatest number of points of a closed day that are kept: 2 to 1440. [from 2 to 1440]
    utc_offset_min : int
        Offset of the clock whose days are meant, in minutes east of UTC: -1080 to 1080. [min, from -1080 to 1080]
    max_age_ms : int, optional
        Greatest age of a point that is kept, in milliseconds. Absent: any age. [from 0 to 315360000000000]

    Returns
    -------
    RetainReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.feeds.retain(time_ms=[1780617600000, 1780628400000, 1780639200000, 1780650000000, 1780704000000], now_ms=1780730885000, points_per_day=3, utc_offset_min=0)
    >>> len(report.keep)
    4
    >>> len(report.thinned)
    1
    """
    return RetainReport._read(call("feeds.retain", {"time_ms": time_ms, "now_ms": now_ms, "points_per_day": points_per_day, "utc_offset_min": utc_offset_min, "max_age_ms": max_age_ms}))
