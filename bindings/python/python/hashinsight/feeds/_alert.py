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
    "Alert",
    "AlertColumns",
    "AlertPhase",
    "AlertRow",
    "AlertSide",
]


def __dir__() -> list[str]:
    return __all__


AlertSide: TypeAlias = Literal["above", "below"]
"""Side of the threshold that is worth an alert.

Cases
-----
above
    At or above the threshold.
below
    At or below the threshold.
"""


AlertPhase: TypeAlias = Literal["quiet", "fired", "active", "cleared"]
"""Meaning of a value for an alert.

Cases
-----
quiet
    Nothing to tell, and ready to fire.
fired
    The threshold has just been crossed: tell it.
active
    The crossing has been told, and the value has not come back yet.
cleared
    The value has just come back beyond the hysteresis: all clear, ready again.
"""


@document
class AlertRow(Document):
    """One output of ``Alert``.

    Attributes
    ----------
    state : words (quiet, fired, active, cleared)
        Meaning of the value: `quiet`, `fired` (tell it now), `active` (told already) or `cleared`.
    """

    state: AlertPhase


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class AlertColumns(Columns):
    """Outputs of ``Alert``, a row per event.

    Attributes
    ----------
    state : words (quiet, fired, active, cleared)
        Meaning of the value: `quiet`, `fired` (tell it now), `active` (told already) or `cleared`.
    """

    state: Any


class Alert(Stream):
    """An alert that fires once when a value reaches a threshold, and not again before it has come back by the hysteresis.

    Parameters
    ----------
    side : AlertSide
        Side of the threshold that is worth an alert.
    threshold : float
        Threshold at which the alert fires, in the unit of the values.
    hysteresis : float
        Distance by which a value must come back before the alert can fire again, in the unit of the values: at least 0.

    Returns
    -------
    Alert

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.feeds.Alert(side="below", threshold=60000, hysteresis=500)
    >>> columns = stream.update_many(time_ms=[1780730885000, 1780731785000, 1780732685000], value=[60200, 59900, 60501])
    >>> columns.state.tolist()
    ['quiet', 'fired', 'cleared']
    """

    _path: ClassVar[str] = "feeds.alert"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("value", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("state",)
    _row: ClassVar[type[Any]] = AlertRow
    _columns: ClassVar[type[Any]] = AlertColumns

    @operation("feeds.alert")
    def __init__(
        self,
        *,
        side: AlertSide,
        threshold: float,
        hysteresis: float,
    ) -> None:
        super().__init__({"side": side, "threshold": threshold, "hysteresis": hysteresis})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        side: AlertSide,
        threshold: float,
        hysteresis: float,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"side": side, "threshold": threshold, "hysteresis": hysteresis}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        value: float,
    ) -> AlertRow:
        """Take the next event; a refused event changes nothing."""
        result: AlertRow = self._update({"time_ms": time_ms, "value": value})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        value: float,
    ) -> AlertRow:
        """What ``update`` would answer, without taking the event."""
        result: AlertRow = self._peek({"time_ms": time_ms, "value": value})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        value: ArrayLike | None = None,
    ) -> AlertColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: AlertColumns = self._update_many(frame, {"time_ms": time_ms, "value": value})
        return result
