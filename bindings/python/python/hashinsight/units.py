"""Operations and types of ``units``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any, Self

from ._documents import Document, filled

__all__ = [
    "Money",
]


@dataclasses.dataclass(frozen=True, repr=False)
class Money(Document):
    """An exact amount of one currency.

    Attributes
    ----------
    amount : Decimal
        The number, as decimal text.
    currency : str
        The currency.
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
