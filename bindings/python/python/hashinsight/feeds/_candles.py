"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any

from .._documents import Document, document
from ..market import Bar, Bars

__all__ = [
    "Candlesticks",
]


def __dir__() -> list[str]:
    return __all__


@document
class Candlesticks(Document):
    """Bars whose interval is over, oldest first, and apart from them the one that is still forming: a study that takes it
    looks ahead.

    Attributes
    ----------
    closed : Bars
        Bars that were over when the payload was received.
    forming : Bar, optional
        Last bar, where its interval was not over when the payload was received.
    """

    closed: Bars
    forming: Bar | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["closed"] = Bars._read(document["closed"])
        if document.get("forming") is not None:
            document["forming"] = Bar._read(document["forming"])

    def _wire(self) -> dict[str, Any]:
        return {
            "closed": self.closed,
            "forming": self.forming,
        }
