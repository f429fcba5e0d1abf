"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any

from .._documents import Document, document

__all__ = [
    "Suspicion",
]


def __dir__() -> list[str]:
    return __all__


@document
class Suspicion(Document):
    """One oddity of a payload: implausible, contradictory, or left out.

    Attributes
    ----------
    path : str
        Path of the value in the payload.
    value : str
        Value as received.
    expected : str
        Description of the values that would have been believed.
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
