"""Operations and types of ``derivatives``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any

from numpy.typing import ArrayLike

from .._documents import Document, call, document, each, operation

__all__ = [
    "Estimated",
    "FitJumpsReport",
    "RealizedVolatilityReport",
    "fit_jumps",
    "realized_volatility",
]


def __dir__() -> list[str]:
    return __all__


@document
class RealizedVolatilityReport(Document):
    """Result of `realized_volatility`: volatilities per square root of a year of 365 days.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always that of the real world, as they are frequencies.
    bars : int
        Number of bars. [from 0]
    close_to_close : float
        Close-to-close volatility, per square root of a year.
    close_to_close_error : float
        Large-sample standard error of `close_to_close` for normal returns: over the root of twice the number of returns.
    ewma : float
        Exponentially weighted volatility of the closes, per square root of a year: recent ones weigh more.
    parkinson : float
        Parkinson's volatility from high and low, per square root of a year.
    garman_klass : float
        Garman and Klass' volatility from open, high, low and close, per square root of a year.
    rogers_satchell : float
        Rogers and Satchell's volatility, right whatever the drift, per square root of a year.
    yang_zhang : float
        Yang and Zhang's volatility, opening jumps included, per square root of a year.
    realized_variance : float
        Realized variance of the closes over the whole series: the sum of the squared returns.
    bipower_variation : float
        Bipower variation of the closes over the whole series, which jumps do not move: `pi/2 sum of |r_i| |r_(i-1)|`.
    bipower : float
        Bipower volatility, per square root of a year: of `bipower_variation` over the pairs of neighbouring returns.
    truncated : float
        Truncated volatility, per square root of a year: of the returns within three bipower deviations.
    truncated_returns : int
        Number of returns beyond three bipower deviations. [from 0]
    jump_share : float, optional
        Part of the realized variance that jumps made: `1 - bipower_variation / realized_variance`, at least 0. Absent where nothing moved.
    jump_statistic : float, optional
        Jump test: standard normal where there are no jumps, large where there are. Absent for fewer than three returns, and where nothing moved.
    jump_p_value : float, optional
        Probability of at least such a statistic without jumps. Absent with the statistic.
    """

    measure: Measure
    bars: int
    close_to_close: float
    close_to_close_error: float
    ewma: float
    parkinson: float
    garman_klass: float
    rogers_satchell: float
    yang_zhang: float
    realized_variance: float
    bipower_variation: float
    bipower: float
    truncated: float
    truncated_returns: int
    jump_share: float | None = None
    jump_statistic: float | None = None
    jump_p_value: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "bars": self.bars,
            "close_to_close": self.close_to_close,
            "close_to_close_error": self.close_to_close_error,
            "ewma": self.ewma,
            "parkinson": self.parkinson,
            "garman_klass": self.garman_klass,
            "rogers_satchell": self.rogers_satchell,
            "yang_zhang": self.yang_zhang,
            "realized_variance": self.realized_variance,
            "bipower_variation": self.bipower_variation,
            "bipower": self.bipower,
            "truncated": self.truncated,
            "truncated_returns": self.truncated_returns,
            "jump_share": self.jump_share,
            "jump_statistic": self.jump_statistic,
            "jump_p_value": self.jump_p_value,
        }


@document
class Estimated(Document):
    """An estimate with its standard error.

    Attributes
    ----------
    value : float
        Estimate, in the unit of the field that holds it.
    standard_error : float, optional
        Standard error of the estimate; absent where the likelihood is flat or the estimate at the edge of its range.
    """

    value: float
    standard_error: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "standard_error": self.standard_error,
        }


@document
class FitJumpsReport(Document):
    """Result of `fit_jumps`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always that of the real world, as they are frequencies.
    observations : int
        Number of returns. [from 0]
    log_drift_per_year : Estimated
        Drift of the logarithm between jumps, per year.
    volatility : Estimated
        Volatility between jumps, per square root of a year.
    jumps_per_year : Estimated
        Expected number of jumps per year.
    mean_log_jump : Estimated
        Mean of the logarithm of a jump.
    log_jump_deviation : Estimated
        Standard deviation of the logarithm of a jump.
    log_likelihood : float
        Logarithm of the likelihood at the estimate.
    log_likelihood_without_jumps : float
        Logarithm of the likelihood without jumps. Twice the difference is large where jumps are real: 7.8 is the 95 % point of chi-squared with the three parameters of the jumps (a guide only: without jumps they are not identified).
    """

    measure: Measure
    observations: int
    log_drift_per_year: Estimated
    volatility: Estimated
    jumps_per_year: Estimated
    mean_log_jump: Estimated
    log_jump_deviation: Estimated
    log_likelihood: float
    log_likelihood_without_jumps: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["log_drift_per_year"] = Estimated._read(document["log_drift_per_year"])
        document["volatility"] = Estimated._read(document["volatility"])
        document["jumps_per_year"] = Estimated._read(document["jumps_per_year"])
        document["mean_log_jump"] = Estimated._read(document["mean_log_jump"])
        document["log_jump_deviation"] = Estimated._read(document["log_jump_deviation"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "observations": self.observations,
            "log_drift_per_year": self.log_drift_per_year,
            "volatility": self.volatility,
            "jumps_per_year": self.jumps_per_year,
            "mean_log_jump": self.mean_log_jump,
            "log_jump_deviation": self.log_jump_deviation,
            "log_likelihood": self.log_likelihood,
            "log_likelihood_without_jumps": self.log_likelihood_without_jumps,
        }


@operation("derivatives.realized_volatility")
def realized_volatility(
    *,
    open: ArrayLike,
    high: ArrayLike,
    low: ArrayLike,
    close: ArrayLike,
    bar_years: float,
    ewma_decay: float | None = None,
) -> RealizedVolatilityReport:
    """Six estimates of the volatility of a series of bars: close to close, exponentially weighted, Parkinson, Garman-Klass,
    Rogers-Satchell, Yang-Zhang; and what jumps leave: bipower and truncated variance with a test for jumps.

    Parameters
    ----------
    open : array_like of float
        First price of each bar in quote currency, oldest first, without gaps; three or more.
    high : array_like of float
        Highest price of each bar, in quote currency.
    low : array_like of float
        Lowest price of each bar, in quote currency.
    close : array_like of float
        Last price of each bar, in quote currency.
    bar_years : float
        Length of a bar, in years of 365 days; above 0. [years, 0, or from 1e-12 to 30.0]
    ewma_decay : float, optional
        Decay of the exponentially weighted estimate per bar: above 0, below 1. [from 0.0 to 1.0; 0.94 where absent]

    Returns
    -------
    RealizedVolatilityReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.realized_volatility(open=[63850, 64940, 64941, 66819], high=[65420, 65695, 67233, 67200], low=[63090, 64237, 64500, 65765], close=[64940, 64941, 66819, 66414], bar_years=0.0027397260273972603, ewma_decay=0.94)
    >>> report.measure
    'real_world'
    >>> report.bars
    4
    """
    return RealizedVolatilityReport._read(call("derivatives.realized_volatility", {"open": open, "high": high, "low": low, "close": close, "bar_years": bar_years, "ewma_decay": ewma_decay}))


@operation("derivatives.fit_jumps")
def fit_jumps(
    *,
    log_returns: ArrayLike,
    step_years: float,
) -> FitJumpsReport:
    """Diffusion and normal jumps that make observed returns most likely, with standard errors: Merton's model by maximum likelihood.

    Parameters
    ----------
    log_returns : array_like of float
        Returns of the logarithm over equal steps; 30 or more, and hundreds for jumps that are rare.
    step_years : float
        Length of a step, in years of 365 days; above 0. [years, 0, or from 1e-12 to 30.0]

    Returns
    -------
    FitJumpsReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.fit_jumps(log_returns=[-0.0051, 0.0102, -0.0045, -0.0063, -0.0186, -0.0043, 0.0222, -0.0804, 0.005, 0.0079, 0.0037, -0.0333, 0.0171, 0.0101, 0.01, -0.0338, -0.0349, -0.0178, -0.0094, -0.1153, 0.0104, -0.0128, 0.0062, 0.0079, -0.0132, 0.0344, -0.073, -0.0124, -0.0148, -0.0069], step_years=0.0027397260273972603)
    >>> report.measure
    'real_world'
    >>> report.observations
    30
    """
    return FitJumpsReport._read(call("derivatives.fit_jumps", {"log_returns": log_returns, "step_years": step_years}))


# Below, because the modules of a package name each other's types.
from ._measure import Measure
