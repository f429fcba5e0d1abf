"""Operations and types of ``derivatives``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from typing import Any

from numpy.typing import ArrayLike

from .._documents import Document, call, document, instant, listed, operation, rows
from .._plots import WithPlot
from .._show import Rows
from ..market import OptionChain, OptionChainDict

__all__ = [
    "ExpirySummary",
    "OptionChainReport",
    "SviReport",
    "option_chain",
    "svi_smile",
]


def __dir__() -> list[str]:
    return __all__


@document
class ExpirySummary(Document):
    """Figures of one expiry of a chain; absent where the chain does not determine them.

    Attributes
    ----------
    expiry_ms : datetime.datetime
        Instant of the expiry, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    years : float
        Time to expiry from the first quote, in years of 365 days.
    options : int
        Number of options of the expiry. [from 0]
    forward : float
        Forward price that was used, in quote currency: the implied one, else the venue's.
    implied_forward : float, optional
        Forward price by put-call parity, in quote currency; absent where no strike has premiums of both call and put.
    at_the_money : float, optional
        Implied volatility at the forward, per square root of a year.
    call_25_delta : float, optional
        Implied volatility of the call of 25 delta, per square root of a year.
    put_25_delta : float, optional
        Implied volatility of the put of 25 delta, per square root of a year.
    risk_reversal_25 : float, optional
        Risk reversal: call less put volatility at 25 delta.
    butterfly_25 : float, optional
        Butterfly: mean of call and put volatility at 25 delta, less the volatility at the money.
    max_pain : float, optional
        Max pain: strike at which the options together would pay out least, in quote currency.
    gamma_exposure : float, optional
        Gamma exposure: gamma of calls less that of puts, in quote currency per 1 % move.
    smile_strikes : tuple[float, ...]
        Strikes of the smile, in quote currency, ascending.
    smile_volatilities : tuple[float, ...]
        Implied volatilities at the strikes of the smile, per square root of a year.
    smile_deltas : tuple[float, ...]
        Forward deltas of the calls at the strikes of the smile.
    """

    expiry_ms: datetime.datetime
    years: float
    options: int
    forward: float
    smile_strikes: tuple[float, ...]
    smile_volatilities: tuple[float, ...]
    smile_deltas: tuple[float, ...]
    implied_forward: float | None = None
    at_the_money: float | None = None
    call_25_delta: float | None = None
    put_25_delta: float | None = None
    risk_reversal_25: float | None = None
    butterfly_25: float | None = None
    max_pain: float | None = None
    gamma_exposure: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["expiry_ms"] = instant(document["expiry_ms"])
        document["smile_strikes"] = listed(document["smile_strikes"])
        document["smile_volatilities"] = listed(document["smile_volatilities"])
        document["smile_deltas"] = listed(document["smile_deltas"])

    def _wire(self) -> dict[str, Any]:
        return {
            "expiry_ms": self.expiry_ms,
            "years": self.years,
            "options": self.options,
            "forward": self.forward,
            "implied_forward": self.implied_forward,
            "at_the_money": self.at_the_money,
            "call_25_delta": self.call_25_delta,
            "put_25_delta": self.put_25_delta,
            "risk_reversal_25": self.risk_reversal_25,
            "butterfly_25": self.butterfly_25,
            "max_pain": self.max_pain,
            "gamma_exposure": self.gamma_exposure,
            "smile_strikes": self.smile_strikes,
            "smile_volatilities": self.smile_volatilities,
            "smile_deltas": self.smile_deltas,
        }


@document
class OptionChainReport(WithPlot, Document):
    """Result of `option_chain`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one, as they come from prices.
    expiries : Rows[ExpirySummary]
        Expiries of the chain, soonest first: the term structure.
    suspicious : Rows[SuspiciousFigure]
        Figures that are hard to believe or were not used, with their places; empty as a rule.
    """

    measure: Measure
    expiries: Rows[ExpirySummary]
    suspicious: Rows[SuspiciousFigure]
    _plotted = "option_chain"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["expiries"] = rows(ExpirySummary._read, document["expiries"])
        document["suspicious"] = rows(SuspiciousFigure._read, document["suspicious"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "expiries": self.expiries,
            "suspicious": self.suspicious,
        }


@document
class SviReport(Document):
    """Result of `svi_smile`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one, as they come from prices.
    level : float
        Level `a` of the total variance.
    angle : float
        Angle `b` between the wings, in total variance per unit of log-moneyness.
    tilt : float
        Tilt `rho`: -1 to 1.
    center : float
        Log-moneyness `m` of the center.
    width : float
        Width `s` of the bend, in log-moneyness.
    volatilities : tuple[float, ...]
        Fitted volatilities at the strikes, per square root of a year.
    root_mean_squared_error : float
        Root of the mean squared error of the fitted volatilities.
    least_density : float
        Least density in units of the lognormal one, `g`, between a unit of log-moneyness below the first strike and one above the last.
    least_density_strike : float
        Strike of the least density, in quote currency.
    butterflies_hold : bool
        Whether the density is nowhere negative there: no butterfly costs less than nothing.
    """

    measure: Measure
    level: float
    angle: float
    tilt: float
    center: float
    width: float
    volatilities: tuple[float, ...]
    root_mean_squared_error: float
    least_density: float
    least_density_strike: float
    butterflies_hold: bool

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["volatilities"] = listed(document["volatilities"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "level": self.level,
            "angle": self.angle,
            "tilt": self.tilt,
            "center": self.center,
            "width": self.width,
            "volatilities": self.volatilities,
            "root_mean_squared_error": self.root_mean_squared_error,
            "least_density": self.least_density,
            "least_density_strike": self.least_density_strike,
            "butterflies_hold": self.butterflies_hold,
        }


@operation("derivatives.option_chain")
def option_chain(
    *,
    chain: OptionChain | OptionChainDict,
    rate_per_year: float,
) -> OptionChainReport:
    """Figures of a chain of options: implied forward, smile by delta, 25-delta risk reversal and butterfly, at-the-money term structure,
    max pain and gamma exposure.

    Premiums in coin times the underlying are undiscounted, so that their parity has no rate; premiums in the quote currency are
    discounted. Premiums that no option can have are refused with their row; figures that are hard to believe or were not used, marks
    of 0 among them, are listed in `suspicious`.

    Parameters
    ----------
    chain : OptionChain, or a mapping of its fields
        Options of the chain, sorted by expiry, strike, call before put.
    rate_per_year : float
        Riskless rate per year, continuously compounded, for put-call parity of premiums in the quote currency; parity of premiums in coin has none. [1/year, from -10.0 to 10.0]

    Returns
    -------
    OptionChainReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.option_chain(chain={"quotes": [{"source": "deribit", "quote_currency": "USD", "premium_currency": "BTC", "instrument": "BTC-26JUN26-90000-C", "time_ms": 1765541474086, "expiry_ms": 1782460800000, "strike": 90000, "kind": "call", "underlying": 95000, "mark": 0.1693, "mark_iv": 0.5, "open_interest_base": 120}, {"source": "deribit", "quote_currency": "USD", "premium_currency": "BTC", "instrument": "BTC-26JUN26-90000-P", "time_ms": 1765541474086, "expiry_ms": 1782460800000, "strike": 90000, "kind": "put", "underlying": 95000, "mark": 0.1167, "mark_iv": 0.5, "open_interest_base": 80}, {"source": "deribit", "quote_currency": "USD", "premium_currency": "BTC", "instrument": "BTC-26JUN26-120000-C", "time_ms": 1765541474086, "expiry_ms": 1782460800000, "strike": 120000, "kind": "call", "underlying": 95000, "mark": 0.0594, "mark_iv": 0.48, "open_interest_base": 200}]}, rate_per_year=0.04)
    >>> report.measure
    'risk_neutral'
    >>> len(report.expiries)
    1
    """
    return OptionChainReport._read(call("derivatives.option_chain", {"chain": chain, "rate_per_year": rate_per_year}))


@operation("derivatives.svi_smile")
def svi_smile(
    *,
    forward: float,
    years: float,
    strikes: ArrayLike,
    volatilities: ArrayLike,
) -> SviReport:
    """The raw SVI smile through the volatilities of an expiry, and whether its density holds (Gatheral and Jacquier 2014).

    Parameters
    ----------
    forward : float
        Forward price of the asset for the expiry, in quote currency. [from 1e-18 to 1e+18]
    years : float
        Time to expiry, in years of 365 days; above 0. [years, 0, or from 1e-12 to 30.0]
    strikes : array_like of float
        Strikes of the smile, in quote currency, rising; at least 5.
    volatilities : array_like of float
        Implied volatilities at the strikes, per square root of a year; above 0.

    Returns
    -------
    SviReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.svi_smile(forward=100, years=0.5, strikes=[70, 80, 90, 100, 110, 120, 140], volatilities=[0.78, 0.71, 0.65, 0.61, 0.6, 0.61, 0.65])
    >>> report.measure
    'risk_neutral'
    >>> report.level
    0.12418729130148834
    """
    return SviReport._read(call("derivatives.svi_smile", {"forward": forward, "years": years, "strikes": strikes, "volatilities": volatilities}))


# Below, because the modules of a package name each other's types.
from ._measure import Measure
from ._suspicion import SuspiciousFigure
