"""Operations and types of ``derivatives``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any

from .._documents import Document, document

__all__ = [
    "SuspiciousFigure",
]


def __dir__() -> list[str]:
    return __all__


@document
class SuspiciousFigure(Document):
    """Figure of a request that is possible and yet hard to believe, or that was not used.

    Attributes
    ----------
    path : str
        Place of the figure in the request.
    value : str
        Value of the figure, as received.
    expected : str
        Values that would have been believed.
    """

    path: str
    value: str
    expected: str

    def _wire(self) -> dict[str, Any]:
        return {
            "path": self.path,
            "value": self.value,
            "expected": self.expected,
        }
