"""Operations and types of ``signals``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, ClassVar, Self

from numpy.typing import ArrayLike

from ._documents import Document
from ._frames import Columns
from ._handles import Stream

__all__ = [
    "Ema",
    "EmaColumns",
    "EmaRow",
]


@dataclasses.dataclass(frozen=True, repr=False)
class EmaRow(Document):
    """One output of ``Ema``.

    Attributes
    ----------
    ema : float64
        Exponential moving average, in the unit of the series; NaN before observation number `length`.
    """

    ema: float


@dataclasses.dataclass(frozen=True, repr=False)
class EmaColumns(Columns):
    """Outputs of ``Ema``, a row per event.

    Attributes
    ----------
    ema : float64
        Exponential moving average, in the unit of the series; NaN before observation number `length`.
    """

    ema: Any


class Ema(Stream):
    """Exponential moving average, observation by observation: `e_t = (1 - w) e_(t-1) + w x_t` with `w = 2 / (n + 1)`, begun with the running
    mean of the first `n` observations.

    Parameters
    ----------
    length : int
        Length of the average, in observations. [from 1 to 1000000]

    Returns
    -------
    Ema

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.Ema(length=3)
    >>> columns = stream.update_many(value=[91.5, 94.815, 94.375, 95.095])
    """

    _path: ClassVar[str] = "signals.ema"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("value", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("ema",)
    _row: ClassVar[type[Any]] = EmaRow
    _columns: ClassVar[type[Any]] = EmaColumns

    def __init__(
        self,
        *,
        length: int,
    ) -> None:
        super().__init__({"length": length})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        length: int,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"length": length}, state)

    def update(
        self,
        *,
        value: float,
    ) -> EmaRow:
        """Take the next event; a refused event changes nothing."""
        result: EmaRow = self._update({"value": value})
        return result

    def peek(
        self,
        *,
        value: float,
    ) -> EmaRow:
        """What ``update`` would answer, without taking the event."""
        result: EmaRow = self._peek({"value": value})
        return result

    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        value: ArrayLike | None = None,
    ) -> EmaColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: EmaColumns = self._update_many(frame, {"value": value})
        return result
