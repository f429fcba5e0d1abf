"""Operations and types of ``derivatives``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Literal, TypeAlias


__all__ = [
    "Measure",
]


def __dir__() -> list[str]:
    return __all__


Measure: TypeAlias = Literal["risk_neutral", "real_world"]
"""Measure of a probability or a price: of one of two worlds, and every result says of which.

Cases
-----
risk_neutral
    Q: the asset earns the riskless rate less its yield. Prices; probabilities that prices imply.
real_world
    P: the asset earns what the caller believes. Frequencies, reserves, capital.
"""
