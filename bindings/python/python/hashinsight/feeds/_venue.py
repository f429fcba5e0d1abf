"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any

from .._documents import Document, document
from ..market import Quote

__all__ = [
    "VenueTicker",
]


def __dir__() -> list[str]:
    return __all__


@document
class VenueTicker(Document):
    """Best prices of a market and what happened in it in 24 hours.

    Attributes
    ----------
    quote : Quote
        Bid, ask and last price, as far as they are said.
    volume_24h_base : float, optional
        Trading volume of 24 hours, in coins of the base.
    change_24h : float, optional
        Change of the price in 24 hours, as a fraction (received as percent).
    """

    quote: Quote
    volume_24h_base: float | None = None
    change_24h: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["quote"] = Quote._read(document["quote"])

    def _wire(self) -> dict[str, Any]:
        return {
            "quote": self.quote,
            "volume_24h_base": self.volume_24h_base,
            "change_24h": self.change_24h,
        }
