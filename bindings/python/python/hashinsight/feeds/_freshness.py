"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any, ClassVar, Literal, Self, TypeAlias

from numpy.typing import ArrayLike

from .._documents import Document, document, operation
from .._frames import Columns
from .._handles import Stream

__all__ = [
    "CacheAction",
    "CacheStep",
    "Freshness",
    "FreshnessColumns",
    "FreshnessRow",
    "Serve",
]


def __dir__() -> list[str]:
    return __all__


CacheStep: TypeAlias = Literal["asked", "stored", "failed"]
"""Step of a cached answer.

Cases
-----
asked
    Somebody asks for the answer.
stored
    A new answer has come.
failed
    The upstream has failed.
"""


Serve: TypeAlias = Literal["fresh", "stale", "nothing"]
"""State in which an answer may be served.

Cases
-----
fresh
    The answer as it is.
stale
    The answer, said to be old: the upstream fails.
nothing
    Nothing: wait for the upstream.
"""


CacheAction: TypeAlias = Literal["wait", "fetch"]
"""Whether to ask the upstream.

Cases
-----
wait
    Not yet.
fetch
    The upstream is to be asked now.
"""


@document
class FreshnessRow(Document):
    """One output of ``Freshness``.

    Attributes
    ----------
    serve : words (fresh, stale, nothing)
        State in which the answer may be served: `fresh`, `stale`, or `nothing`.
    age_ms : float64
        Age of the answer, in milliseconds; NaN where nothing may be served.
    action : words (wait, fetch)
        Whether to ask the upstream: `wait` or `fetch`.
    """

    serve: Serve
    age_ms: float
    action: CacheAction


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class FreshnessColumns(Columns):
    """Outputs of ``Freshness``, a row per event.

    Attributes
    ----------
    serve : words (fresh, stale, nothing)
        State in which the answer may be served: `fresh`, `stale`, or `nothing`.
    age_ms : float64
        Age of the answer, in milliseconds; NaN where nothing may be served.
    action : words (wait, fetch)
        Whether to ask the upstream: `wait` or `fetch`.
    """

    serve: Any
    age_ms: Any
    action: Any


class Freshness(Stream):
    """Whether a cached answer may be served and whether to ask the upstream: fresh while younger than the TTL (RFC 9111), stale for
    some time while the upstream fails (stale-if-error, RFC 5861), then nothing.

    Parameters
    ----------
    ttl_ms : int
        Time to live of an answer, in milliseconds: above 0. Fifteen minutes are 900,000. [from 1 to 315360000000000]
    stale_if_error_ms : int
        Further time for which an answer may be served while the upstream fails, in milliseconds: at least 0. [from 0 to 315360000000000]

    Returns
    -------
    Freshness

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.feeds.Freshness(ttl_ms=900000, stale_if_error_ms=3600000)
    >>> columns = stream.update_many(time_ms=[1780730885000, 1780730900000, 1780731800000, 1780731802000, 1780735400000], step=["stored", "asked", "asked", "failed", "asked"])
    >>> columns.serve[:3].tolist()
    ['fresh', 'fresh', 'nothing']
    >>> columns.age_ms[:3].tolist()
    [0.0, 15000.0, nan]
    """

    _path: ClassVar[str] = "feeds.freshness"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("step", ("asked", "stored", "failed",)),)
    _outputs: ClassVar[Sequence[str]] = ("serve", "age_ms", "action",)
    _row: ClassVar[type[Any]] = FreshnessRow
    _columns: ClassVar[type[Any]] = FreshnessColumns

    @operation("feeds.freshness")
    def __init__(
        self,
        *,
        ttl_ms: int,
        stale_if_error_ms: int,
    ) -> None:
        super().__init__({"ttl_ms": ttl_ms, "stale_if_error_ms": stale_if_error_ms})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        ttl_ms: int,
        stale_if_error_ms: int,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"ttl_ms": ttl_ms, "stale_if_error_ms": stale_if_error_ms}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        step: CacheStep,
    ) -> FreshnessRow:
        """Take the next event; a refused event changes nothing."""
        result: FreshnessRow = self._update({"time_ms": time_ms, "step": step})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        step: CacheStep,
    ) -> FreshnessRow:
        """What ``update`` would answer, without taking the event."""
        result: FreshnessRow = self._peek({"time_ms": time_ms, "step": step})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        step: ArrayLike | None = None,
    ) -> FreshnessColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: FreshnessColumns = self._update_many(frame, {"time_ms": time_ms, "step": step})
        return result
