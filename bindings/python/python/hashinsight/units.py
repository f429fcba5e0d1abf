"""Operations and types of ``units``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Literal, TypeAlias, TypedDict

from ._documents import Document, document, rows
from ._outcome import Every, Never, Unbounded, Undefined, Value

__all__ = [
    "AmountOutcome",
    "Every",
    "Money",
    "MoneyDict",
    "Never",
    "OnBadRow",
    "Outcome",
    "Rounding",
    "RowStatus",
    "TimestampOutcome",
    "Unbounded",
    "Undefined",
    "Value",
    "Verdict",
    "uint32Outcome",
]


def __dir__() -> list[str]:
    return __all__


@document
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
    _route = "border.echo:money"

    def __init__(
        self,
        amount: Decimal | str,
        currency: str,
    ) -> None:
        self._fill({"amount": amount, "currency": currency})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["amount"] = Decimal(document["amount"])

    def _wire(self) -> dict[str, Any]:
        return {
            "amount": self.amount,
            "currency": self.currency,
        }


class MoneyDict(TypedDict):
    """``Money`` as a mapping."""

    amount: Decimal | str
    currency: str


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


Outcome: TypeAlias = "Value[float] | Never | Unbounded | Every | Undefined"
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


AmountOutcome: TypeAlias = "Value[int] | Never | Unbounded | Every | Undefined"
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


TimestampOutcome: TypeAlias = "Value[datetime.datetime] | Never | Unbounded | Every | Undefined"
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


uint32Outcome: TypeAlias = "Value[int] | Never | Unbounded | Every | Undefined"
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
