"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal, Self, TypeAlias, TypedDict

from .._documents import Document, FrameLike, Variant, call, document, each, instant, operation, records, rows
from .._outcome import outcome
from .._show import Rows

__all__ = [
    "ReadingState",
    "ReadingStateFuture",
    "ReadingStateOutlier",
    "ReadingStateStale",
    "ReadingVerdict",
    "ReconcileMethod",
    "ReconcileReport",
    "Reconciled",
    "ReconciledDisputed",
    "ReconciledFresh",
    "ReconciledStale",
    "SourceReading",
    "SourceReadingDict",
    "Tolerance",
    "ToleranceDict",
    "ToleranceLike",
    "reconcile",
]


def __dir__() -> list[str]:
    return __all__


@document
class Tolerance(Variant):
    """Greatest distance of a reading from the median of the fresh ones.

    Cases
    -----
    relative
        Distance as a fraction of the median: for prices, hashrates, difficulties.
    absolute
        Distance in the unit of the readings, 0 to 1e12: for rates and changes, which may be 0.
    """

    tag: Literal["relative", "absolute"]
    content: float | None = None
    _route = "feeds.reconcile:tolerance"

    @classmethod
    def relative(cls, content: float) -> Self:
        """Distance as a fraction of the median: for prices, hashrates, difficulties."""
        return cls._made("relative", content)

    @classmethod
    def absolute(cls, content: float) -> Self:
        """Distance in the unit of the readings, 0 to 1e12: for rates and changes, which may be 0."""
        return cls._made("absolute", content)


class ToleranceDict(TypedDict, total=False):
    """``Tolerance`` as a mapping: one of the keys, with its content."""

    relative: float
    absolute: float


ToleranceLike: TypeAlias = "Tolerance | ToleranceDict"
"""What is taken for a ``Tolerance``."""


ReconcileMethod: TypeAlias = Literal["median", "priority"]
"""Rule by which the value is chosen among the readings that agree.

Cases
-----
median
    Median of the readings that agree.
priority
    First of the readings that agree, in the order given.
"""


@document
class SourceReading(Document):
    """Value of one source at an instant.

    Attributes
    ----------
    source : str
        Publisher of the value.
    time_ms : datetime.datetime
        Instant of the value, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    value : float
        Value in the unit of all readings: -1e300 to 1e300.
    """

    source: str
    time_ms: datetime.datetime
    value: float
    _route = "feeds.reconcile:last_good"

    def __init__(
        self,
        source: str,
        time_ms: datetime.datetime | int | str,
        value: float,
    ) -> None:
        self._fill({"source": source, "time_ms": time_ms, "value": value})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "time_ms": self.time_ms,
            "value": self.value,
        }


class SourceReadingDict(TypedDict):
    """``SourceReading`` as a mapping."""

    source: str
    time_ms: datetime.datetime | int | str
    value: float


@document
class ReconciledFresh(Document):
    """A value on which most fresh sources agree.

    Attributes
    ----------
    value : float
        Value in the unit of the readings.
    """

    value: float

    def _wire(self) -> dict[str, Any]:
        return {
            "value": self.value,
        }


@document
class ReconciledStale(Document):
    """Nothing is fresh: the last good value.

    Attributes
    ----------
    value : float
        Last good value, in the unit of the readings.
    age_ms : int
        Age of the value, in milliseconds.
    """

    value: float
    age_ms: int

    def _wire(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "age_ms": self.age_ms,
        }


@document
class ReconciledDisputed(Document):
    """Sources contradict each other.

    Attributes
    ----------
    low : float
        Least of the fresh readings.
    high : float
        Greatest of the fresh readings.
    """

    low: float
    high: float

    def _wire(self) -> dict[str, Any]:
        return {
            "low": self.low,
            "high": self.high,
        }


@document
class Reconciled(Variant):
    """A value, or the reason why there is none.

    Cases
    -----
    fresh
        A value on which most fresh sources agree.
    stale
        Nothing is fresh: the last good value.
    disputed
        Sources contradict each other.
    no_data
        Nothing is fresh, and nothing ever was.
    """

    tag: Literal["fresh", "stale", "disputed", "no_data"]
    content: ReconciledFresh | ReconciledStale | ReconciledDisputed | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "fresh":
            return ReconciledFresh._read(content)
        if tag == "stale":
            return ReconciledStale._read(content)
        if tag == "disputed":
            return ReconciledDisputed._read(content)
        return content


@document
class ReadingStateOutlier(Document):
    """Too far from the median.

    Attributes
    ----------
    deviation : float
        Distance from the median, in the measure of the tolerance.
    """

    deviation: float

    def _wire(self) -> dict[str, Any]:
        return {
            "deviation": self.deviation,
        }


@document
class ReadingStateStale(Document):
    """Too old.

    Attributes
    ----------
    age_ms : int
        Age of the reading, in milliseconds.
    """

    age_ms: int

    def _wire(self) -> dict[str, Any]:
        return {
            "age_ms": self.age_ms,
        }


@document
class ReadingStateFuture(Document):
    """More than five minutes ahead of the current time.

    Attributes
    ----------
    ahead_ms : int
        Distance from the current time, in milliseconds.
    """

    ahead_ms: int

    def _wire(self) -> dict[str, Any]:
        return {
            "ahead_ms": self.ahead_ms,
        }


@document
class ReadingState(Variant):
    """Whether a reading agrees, or why it does not count.

    Cases
    -----
    agrees
        Within the tolerance of the median.
    outlier
        Too far from the median.
    stale
        Too old.
    future
        More than five minutes ahead of the current time.
    """

    tag: Literal["agrees", "outlier", "stale", "future"]
    content: ReadingStateOutlier | ReadingStateStale | ReadingStateFuture | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "outlier":
            return ReadingStateOutlier._read(content)
        if tag == "stale":
            return ReadingStateStale._read(content)
        if tag == "future":
            return ReadingStateFuture._read(content)
        return content


@document
class ReadingVerdict(Document):
    """Verdict on one reading.

    Attributes
    ----------
    source : str
        Publisher of the reading.
    verdict : ReadingState
        Whether the reading agrees, or why it does not count.
    """

    source: str
    verdict: ReadingState

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["verdict"] = ReadingState._read(document["verdict"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "verdict": self.verdict,
        }


@document
class ReconcileReport(Document):
    """Result of `reconcile`: one number, how sure it is, and what became of each reading.

    Attributes
    ----------
    outcome : Reconciled
        Value, or the reason why there is none.
    agreeing : int
        Number of readings that agree. [from 0]
    fresh : int
        Number of readings that are fresh. [from 0]
    spread : float, optional
        Spread of the readings that agree, `(greatest - least) / |median|`: 0 where there is one. Absent where none does or the median is 0.
    verdicts : Rows[ReadingVerdict]
        Verdict on each reading, in the order given.
    """

    outcome: Reconciled
    agreeing: int
    fresh: int
    verdicts: Rows[ReadingVerdict]
    spread: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["outcome"] = Reconciled._read(document["outcome"])
        document["verdicts"] = rows(ReadingVerdict._read, document["verdicts"])

    def _wire(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome,
            "agreeing": self.agreeing,
            "fresh": self.fresh,
            "spread": self.spread,
            "verdicts": self.verdicts,
        }


@operation("feeds.reconcile")
def reconcile(
    *,
    now_ms: datetime.datetime | int | str,
    max_age_ms: int,
    tolerance: ToleranceLike,
    method: ReconcileMethod,
    readings: Sequence[SourceReading | SourceReadingDict] | FrameLike,
    last_good: SourceReading | SourceReadingDict | None = None,
) -> ReconcileReport:
    """One number out of several sources: the median (or the first) of the fresh readings that agree, by strict majority, and what
    became of each reading. Where nothing is fresh it is the last good value, marked stale; nothing is ever made up.

    Parameters
    ----------
    now_ms : datetime.datetime | int | str
        Current time, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    max_age_ms : int
        Greatest age of a fresh reading, in milliseconds: at least 0. [from 0 to 315360000000000]
    tolerance : Tolerance, or its word or mapping
        Greatest distance of a reading from the median.
    method : ReconcileMethod
        Rule by which the value is chosen among the readings that agree.
    readings : Sequence[SourceReading | SourceReadingDict], or a DataFrame of their fields
        Readings, one per source, the most trusted first; all in the same unit.
    last_good : SourceReading, or a mapping of its fields, optional
        Last value that was fresh. Absent: there was none yet.

    Returns
    -------
    ReconcileReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.feeds.reconcile(now_ms=1780730885000, max_age_ms=900000, tolerance={"relative": 0.05}, method="median", readings=[{"source": "coingecko", "time_ms": 1780730870000, "value": 60823.2}, {"source": "coinbase", "time_ms": 1780730884000, "value": 60790}, {"source": "ticker", "time_ms": 1780730885000, "value": 608.2}])
    >>> report.agreeing
    2
    >>> report.fresh
    3
    """
    return ReconcileReport._read(call("feeds.reconcile", {"now_ms": now_ms, "max_age_ms": max_age_ms, "tolerance": tolerance, "method": method, "readings": records(readings), "last_good": last_good}))
