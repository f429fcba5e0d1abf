"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._documents import Document, call, day, document, operation, rows
from .._show import Rows
from ..market import PowerPrices

__all__ = [
    "SettlementFormat",
    "SettlementReport",
    "read_settlement",
]


def __dir__() -> list[str]:
    return __all__


SettlementFormat: TypeAlias = Literal["ercot_settlement_point"]
"""Format of a file of settlement prices.

Cases
-----
ercot_settlement_point
    Settlement point prices of ERCOT: real time by quarters of an hour (NP6-905-CD), or day ahead by hours (NP4-190-CD).
"""


@document
class SettlementReport(Document):
    """Result of `read_settlement`: a price for every interval of a span, without gaps.

    Attributes
    ----------
    point : str
        Settlement point of the prices.
    prices : PowerPrices
        Prices in USD/kWh, one per interval of 15 or 60 minutes (received in USD/MWh), as a tariff takes them.
    suspicious : Rows[Suspicion]
        Oddities of the file.
    """

    point: str
    prices: PowerPrices
    suspicious: Rows[Suspicion]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["prices"] = PowerPrices._read(document["prices"])
        document["suspicious"] = rows(Suspicion._read, document["suspicious"])

    def _wire(self) -> dict[str, Any]:
        return {
            "point": self.point,
            "prices": self.prices,
            "suspicious": self.suspicious,
        }


@operation("feeds.read_settlement")
def read_settlement(
    *,
    format: SettlementFormat,
    text: str,
    point: str,
    point_type: str | None = None,
) -> SettlementReport:
    """Prices of a settlement point out of a file of the grid (ERCOT, real time or day ahead), as the series that a tariff takes. The hour that
    the clock repeats in November is told by its flag, a gap is refused.

    Parameters
    ----------
    format : SettlementFormat
        Format of the file.
    text : str
        Text of the file, heading included.
    point : str
        Name of the settlement point, like `HB_WEST`.
    point_type : str, optional
        Type of the settlement point, like `LZ`, where its name stands there with several.

    Returns
    -------
    SettlementReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.feeds.read_settlement(format="ercot_settlement_point", text="DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag\\n11/01/2026,2,4,HB_WEST,HU,30,N\\n11/01/2026,2,1,HB_WEST,HU,21.5,Y\\n", point="HB_WEST")
    >>> report.point
    'HB_WEST'
    >>> report.prices.interval_minutes
    15
    """
    return SettlementReport._read(call("feeds.read_settlement", {"format": format, "text": text, "point": point, "point_type": point_type}))


# Below, because the modules of a package name each other's types.
from ._payload import Suspicion
