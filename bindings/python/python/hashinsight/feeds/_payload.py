"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from typing import Any

from .._documents import Document

__all__ = [
    "Suspicion",
]


@dataclasses.dataclass(frozen=True, repr=False)
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
