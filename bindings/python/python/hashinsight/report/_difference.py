"""Operations and types of ``report``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations


from .._documents import call, day, operation

__all__ = [
    "difference",
]


def __dir__() -> list[str]:
    return __all__


@operation("report.difference")
def difference(
    *,
    before: SiteRequest | SiteRequestDict,
    after: SiteRequest | SiteRequestDict,
) -> Report:
    """How one site became another: the profit of a day explained by what was changed, term by term, as a report of one section. From b to a
    every term has the other sign, to the bit.

    Parameters
    ----------
    before : SiteRequest, or a mapping of its fields
        Site as it was.
    after : SiteRequest, or a mapping of its fields
        Site as it becomes.

    Returns
    -------
    Report

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.report.difference(before={"name": "Barn", "fees_per_block": "0.02 BTC", "pool_fee": "2 %", "power_price": "0.05 USD/kWh", "machine": [{"model": "Antminer S21 XP", "count": 300, "price": "4500 USD"}, {"model": "S19j Pro, low power", "count": 60, "hashrate": "88 TH/s", "power": "2.3 kW", "price": "400 USD"}]}, after={"name": "Barn, dearer", "fees_per_block": "0.02 BTC", "pool_fee": "2 %", "power_price": "0.06 USD/kWh", "machine": [{"model": "Antminer S21 XP", "count": 310, "price": "4500 USD"}, {"model": "S19j Pro, low power", "count": 60, "hashrate": "88 TH/s", "power": "2.3 kW", "price": "400 USD"}]})
    >>> report.site
    'Barn → Barn, dearer'
    >>> len(report.sections)
    1
    """
    return Report._read(call("report.difference", {"before": before, "after": after}))


# Below, because the modules of a package name each other's types.
from ._document import Report
from ._request import SiteRequest, SiteRequestDict
