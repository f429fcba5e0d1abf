"""Operations and types of ``derivatives``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any

from numpy.typing import ArrayLike

from .._documents import Document, call, document, each, listed, operation

__all__ = [
    "ForwardCurveReport",
    "forward_curve",
]


def __dir__() -> list[str]:
    return __all__


@document
class ForwardCurveReport(Document):
    """Result of `forward_curve`: a number of each list for each time that is asked about.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one.
    years : tuple[float, ...]
        Times, as in the request, in years from now.
    forward_prices : tuple[float, ...]
        Forward prices, in quote currency.
    discount_factors : tuple[float, ...]
        Worths today of one unit of quote currency at these times.
    rates_per_year : tuple[float, ...]
        Riskless rates per year from now until these times, continuously compounded; of now, the rate that begins.
    yields_per_year : tuple[float, ...]
        Yields of holding the asset per year from now until these times, continuously compounded: rate less carry; of now, the yield that begins.
    forward_rates_per_year : tuple[float, ...]
        Riskless rates per year that hold from each of these times on.
    forward_carries_per_year : tuple[float, ...]
        Carries per year that hold from each of these times on: growth of the forward price.
    extrapolated : tuple[bool, ...]
        Whether a time lies beyond the last quoted forward or rate, whose rate goes on there.
    """

    measure: Measure
    years: tuple[float, ...]
    forward_prices: tuple[float, ...]
    discount_factors: tuple[float, ...]
    rates_per_year: tuple[float, ...]
    yields_per_year: tuple[float, ...]
    forward_rates_per_year: tuple[float, ...]
    forward_carries_per_year: tuple[float, ...]
    extrapolated: tuple[bool, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["years"] = listed(document["years"])
        document["forward_prices"] = listed(document["forward_prices"])
        document["discount_factors"] = listed(document["discount_factors"])
        document["rates_per_year"] = listed(document["rates_per_year"])
        document["yields_per_year"] = listed(document["yields_per_year"])
        document["forward_rates_per_year"] = listed(document["forward_rates_per_year"])
        document["forward_carries_per_year"] = listed(document["forward_carries_per_year"])
        document["extrapolated"] = listed(document["extrapolated"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "years": self.years,
            "forward_prices": self.forward_prices,
            "discount_factors": self.discount_factors,
            "rates_per_year": self.rates_per_year,
            "yields_per_year": self.yields_per_year,
            "forward_rates_per_year": self.forward_rates_per_year,
            "forward_carries_per_year": self.forward_carries_per_year,
            "extrapolated": self.extrapolated,
        }


@operation("derivatives.forward_curve")
def forward_curve(
    *,
    spot: float,
    forward_times_years: ArrayLike,
    forward_prices: ArrayLike,
    rate_times_years: ArrayLike,
    rates_per_year: ArrayLike,
    at_years: ArrayLike,
) -> ForwardCurveReport:
    """Forward prices, discount factors, rates and yields at any times, from futures and riskless rates of a few expiries: log-linear
    between them (Hagan and West 2006).

    Parameters
    ----------
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    forward_times_years : array_like of float
        Expiries of the quoted forwards, in years from now: rising, above 0.
    forward_prices : array_like of float
        Forward prices for these expiries, of dated futures or of parity, in quote currency.
    rate_times_years : array_like of float
        Times of the quoted riskless rates, in years from now: rising, above 0.
    rates_per_year : array_like of float
        Riskless rates per year from now until these times, continuously compounded.
    at_years : array_like of float
        Times that are asked about, in years from now.

    Returns
    -------
    ForwardCurveReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.forward_curve(spot=60000, forward_times_years=[0.0821917808219178, 0.3287671232876712], forward_prices=[60210, 61080], rate_times_years=[0.25, 1], rates_per_year=[0.041, 0.039], at_years=[0, 0.019178082191780823, 0.0821917808219178, 0.25, 1.5])
    >>> report.measure
    'risk_neutral'
    >>> len(report.years)
    5
    """
    return ForwardCurveReport._read(call("derivatives.forward_curve", {"spot": spot, "forward_times_years": forward_times_years, "forward_prices": forward_prices, "rate_times_years": rate_times_years, "rates_per_year": rates_per_year, "at_years": at_years}))


# Below, because the modules of a package name each other's types.
from ._measure import Measure
