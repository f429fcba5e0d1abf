"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Literal, TypeAlias


__all__ = [
    "Method",
]


def __dir__() -> list[str]:
    return __all__


Method: TypeAlias = Literal["get", "post"]
"""HTTP method of a request.

Cases
-----
get
    HTTP GET.
post
    HTTP POST with a JSON body.
"""
