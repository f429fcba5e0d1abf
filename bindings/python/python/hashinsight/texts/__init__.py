"""Operations and types of ``texts``. Generated from the operation table by ``cargo xtask gen``.



catalogue
    The texts of codes in a language: states, transitions, roles, permissions and reasons, all or those under a prefix.

fault
-----
fault_text
    An error as a sentence for a person, in English or Chinese: what is wrong where, what was received, and what is allowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._keywords import unknown
from ._root import (
    Catalogue,
    CatalogueEntry,
    Language,
    catalogue,
)
from ._fault import (
    FaultText,
    fault_text,
)

__all__ = [
    "Catalogue",
    "CatalogueEntry",
    "FaultText",
    "Language",
    "catalogue",
    "fault_text",
]


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = unknown(__name__, __all__)
