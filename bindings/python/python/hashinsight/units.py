"""Operations and types of ``units``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from decimal import Decimal
from typing import Any, Literal, Self, TypeAlias

from ._documents import Document, Variant, filled, instant

__all__ = [
    "AmountOutcome",
    "Money",
    "OnBadRow",
    "Outcome",
    "OutcomeUndefined",
    "Rounding",
    "RowStatus",
    "TimestampOutcome",
    "Verdict",
    "uint32Outcome",
]


@dataclasses.dataclass(frozen=True, repr=False)
class Money(Document):
    """An exact amount of one currency.

    Attributes
    ----------
    amount : Decimal
        The number, as decimal text.
    currency : str
        Currency of the amount, as USD.
    """

    amount: Decimal
    currency: str

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["amount"] = Decimal(document["amount"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "amount": self.amount,
            "currency": self.currency,
        }


Rounding: TypeAlias = Literal["half_even", "half_away_from_zero", "toward_zero", "away_from_zero", "floor", "ceiling"]
"""What happens to the digits that a booking does not keep. There is no default: the contract or the tax law names it.

Cases
-----
half_even
    To nearest, a tie to the even digit ("banker's").
half_away_from_zero
    To nearest, a tie away from zero (commercial).
toward_zero
    Toward zero.
away_from_zero
    Away from zero.
floor
    Toward minus infinity.
ceiling
    Toward plus infinity.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class OutcomeUndefined(Document):
    """Reason why a question has no answer.

    Attributes
    ----------
    reason : str
        Reason why there is no answer.
    """

    reason: str

    def _wire(self) -> dict[str, Any]:
        return {
            "reason": self.reason,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Outcome(Variant):
    """A value, or the reason why there is none.

    Cases
    -----
    value
        The value.
    never
        It does not happen: no value is good enough.
    unbounded
        There is no limit: the number exceeds every bound.
    every
        Every value is good enough.
    undefined
        The question has no answer.
    """

    tag: Literal["value", "never", "unbounded", "every", "undefined"]
    content: float | OutcomeUndefined | None = None

    @property
    def value(self) -> float | None:
        """The value, where there is one."""
        value: float | None = self._value()
        return value

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "undefined":
            return OutcomeUndefined._read(content)
        return content


OnBadRow: TypeAlias = Literal["refuse", "report"]
"""What a batch does with a row that cannot be used.

Cases
-----
refuse
    The whole batch is refused with the first fault, by column, then by row.
report
    The row is marked `refused` in the status column and its results are NaN; the other rows are computed. It is about numbers: a word that is unknown or absent refuses the batch.
"""


RowStatus: TypeAlias = Literal["ok", "never", "unbounded", "every", "undefined", "refused"]
"""State of a row of a table.

Cases
-----
ok
    Computed.
never
    There is no such value: it does not happen. The result is NaN.
unbounded
    Every bound is exceeded: there is no greatest value. The result is NaN.
every
    Every value is a solution. The result is NaN.
undefined
    The question has no answer for these values. The result is NaN.
refused
    A value is outside its range. The results are NaN.
"""


Verdict: TypeAlias = Literal["yes", "no", "cannot_say"]
"""The answer to a question whose evidence may be absent. Absent evidence is no "no".

Cases
-----
yes
    The statement holds.
no
    The statement does not hold.
cannot_say
    What was told decides neither.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class AmountOutcome(Variant):
    """A value, or the reason why there is none.

    Cases
    -----
    value
        The value.
    never
        It does not happen: no value is good enough.
    unbounded
        There is no limit: the number exceeds every bound.
    every
        Every value is good enough.
    undefined
        The question has no answer.
    """

    tag: Literal["value", "never", "unbounded", "every", "undefined"]
    content: int | OutcomeUndefined | None = None

    @property
    def value(self) -> int | None:
        """The value, where there is one."""
        value: int | None = self._value()
        return value

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "undefined":
            return OutcomeUndefined._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class TimestampOutcome(Variant):
    """A value, or the reason why there is none.

    Cases
    -----
    value
        The value.
    never
        It does not happen: no value is good enough.
    unbounded
        There is no limit: the number exceeds every bound.
    every
        Every value is good enough.
    undefined
        The question has no answer.
    """

    tag: Literal["value", "never", "unbounded", "every", "undefined"]
    content: datetime.datetime | OutcomeUndefined | None = None

    @property
    def value(self) -> datetime.datetime | None:
        """The value, where there is one."""
        value: datetime.datetime | None = self._value()
        return value

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "value":
            return instant(content)
        if tag == "undefined":
            return OutcomeUndefined._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class uint32Outcome(Variant):
    """A value, or the reason why there is none.

    Cases
    -----
    value
        The value.
    never
        It does not happen: no value is good enough.
    unbounded
        There is no limit: the number exceeds every bound.
    every
        Every value is good enough.
    undefined
        The question has no answer.
    """

    tag: Literal["value", "never", "unbounded", "every", "undefined"]
    content: int | OutcomeUndefined | None = None

    @property
    def value(self) -> int | None:
        """The value, where there is one."""
        value: int | None = self._value()
        return value

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "undefined":
            return OutcomeUndefined._read(content)
        return content
