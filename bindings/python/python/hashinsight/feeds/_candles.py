"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from typing import Any, Self

from .._documents import Document, filled
from ..market import Bar, Bars

__all__ = [
    "Candlesticks",
]


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["closed"] = Bars._read(document["closed"])
        if "forming" in document:
            document["forming"] = Bar._read(document["forming"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "closed": self.closed,
            "forming": self.forming,
        }
