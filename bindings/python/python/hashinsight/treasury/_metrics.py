"""Operations and types of ``treasury``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any, ClassVar, Literal, Self, TypeAlias

from numpy.typing import ArrayLike

from .._documents import Document, Variant, call, filled, instant
from .._frames import Columns
from .._handles import Stream
from ..units import Outcome, OutcomeUndefined, RowStatus

__all__ = [
    "BenchmarkMeasures",
    "DrawdownTable",
    "DrawdownTableRow",
    "MonthlyReturn",
    "MonthlyReturns",
    "OverfittingReport",
    "ParetoTail",
    "ParetoTailOutcome",
    "PerformanceReport",
    "PerformanceReportOutcome",
    "QuantileConvention",
    "RollingPerformance",
    "RollingPerformanceColumns",
    "RollingPerformanceRow",
    "SharpeSignificance",
    "SharpeSignificanceOutcome",
    "TailMeasures",
    "drawdown_table",
    "monthly_returns",
    "overfitting",
    "performance",
    "sharpe_significance",
]


QuantileConvention: TypeAlias = Literal["linear", "inverse_cdf", "weibull", "median_unbiased", "normal_unbiased"]
"""How a quantile is read between two observations (Hyndman and Fan 1996).

Cases
-----
linear
    Type 7, linear between order statistics: NumPy, pandas, R.
inverse_cdf
    Type 1: the least observation that at least that part does not exceed; always one that was observed.
weibull
    Type 6 (Weibull): Excel's PERCENTILE.EXC.
median_unbiased
    Type 8: approximately median-unbiased.
normal_unbiased
    Type 9: approximately unbiased for normal observations.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class ParetoTail(Document):
    """Result of `pareto_tail`: losses beyond a threshold, and what they say about the worst.

    Attributes
    ----------
    threshold : float
        Loss beyond which the tail was fitted, as a positive fraction.
    scale : float
        Scale of the distribution of the losses beyond the threshold, as a positive fraction.
    shape : float
        Shape of the distribution, above 0: a fat tail.
    value_at_risk_loss : float
        Value at risk as a loss, a positive fraction.
    expected_shortfall_loss : Outcome
        Expected shortfall as a loss, a positive fraction. Unbounded where the shape is 1 or more.
    """

    threshold: float
    scale: float
    shape: float
    value_at_risk_loss: float
    expected_shortfall_loss: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["expected_shortfall_loss"] = Outcome._read(document["expected_shortfall_loss"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "threshold": self.threshold,
            "scale": self.scale,
            "shape": self.shape,
            "value_at_risk_loss": self.value_at_risk_loss,
            "expected_shortfall_loss": self.expected_shortfall_loss,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ParetoTailOutcome(Variant):
    """A value, or the reason why there is none.

    Cases
    -----
    value
        The value.
    never
        It does not happen: no value is good enough.
    unbounded
        There is no limit: the number exceeds every bound.
    every
        Every value is good enough.
    undefined
        The question has no answer.
    """

    tag: Literal["value", "never", "unbounded", "every", "undefined"]
    content: ParetoTail | OutcomeUndefined | None = None

    @property
    def value(self) -> ParetoTail | None:
        """The value, where there is one."""
        value: ParetoTail | None = self._value()
        return value

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "value":
            return ParetoTail._read(content)
        if tag == "undefined":
            return OutcomeUndefined._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class TailMeasures(Document):
    """The worst returns, each convention by its name. Quantiles and shortfalls are returns, negative for a loss.

    Attributes
    ----------
    tail : float
        Part of the returns that is the tail. [from 0.0 to 1.0]
    quantiles : QuantileConvention
        How quantiles are read between two returns.
    value_at_risk_return : float
        Quantile of the returns at the tail, as a return: negative for a loss.
    value_at_risk_loss : float
        Value at risk as a loss: the negative of the quantile, positive for a loss.
    floor_index_shortfall_return : float
        Mean of the `floor((n - 1) tail) + 1` least returns, as a return.
    at_or_below_shortfall_return : float
        Mean of the returns at or below the quantile, as a return.
    weighted_shortfall_return : float
        Mean of the least part of the returns, that on the border weighted, as a return.
    gaussian_value_at_risk_return : Outcome
        Quantile that a normal distribution of the same mean and standard deviation has, as a return.
    gaussian_shortfall_return : Outcome
        Mean below the quantile of that normal distribution, as a return.
    pareto : ParetoTailOutcome
        Generalized Pareto distribution fitted to the losses.
    tail_ratio : Outcome
        High quantile over low quantile, both as magnitudes.
    """

    tail: float
    quantiles: QuantileConvention
    value_at_risk_return: float
    value_at_risk_loss: float
    floor_index_shortfall_return: float
    at_or_below_shortfall_return: float
    weighted_shortfall_return: float
    gaussian_value_at_risk_return: Outcome
    gaussian_shortfall_return: Outcome
    pareto: ParetoTailOutcome
    tail_ratio: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["gaussian_value_at_risk_return"] = Outcome._read(document["gaussian_value_at_risk_return"])
        document["gaussian_shortfall_return"] = Outcome._read(document["gaussian_shortfall_return"])
        document["pareto"] = ParetoTailOutcome._read(document["pareto"])
        document["tail_ratio"] = Outcome._read(document["tail_ratio"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "tail": self.tail,
            "quantiles": self.quantiles,
            "value_at_risk_return": self.value_at_risk_return,
            "value_at_risk_loss": self.value_at_risk_loss,
            "floor_index_shortfall_return": self.floor_index_shortfall_return,
            "at_or_below_shortfall_return": self.at_or_below_shortfall_return,
            "weighted_shortfall_return": self.weighted_shortfall_return,
            "gaussian_value_at_risk_return": self.gaussian_value_at_risk_return,
            "gaussian_shortfall_return": self.gaussian_shortfall_return,
            "pareto": self.pareto,
            "tail_ratio": self.tail_ratio,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class BenchmarkMeasures(Document):
    """A series beside its benchmark.

    Attributes
    ----------
    alpha : Outcome
        Jensen's alpha per year, as a fraction.
    beta : Outcome
        Beta: covariance over the variance of the benchmark.
    information_ratio : Outcome
        Mean over standard deviation of what the series returns beyond the benchmark, per period.
    capture : Outcome
        Annual return over that of the benchmark.
    up_capture : Outcome
        Capture over the periods in which the benchmark rose.
    down_capture : Outcome
        Capture over the periods in which the benchmark fell.
    """

    alpha: Outcome
    beta: Outcome
    information_ratio: Outcome
    capture: Outcome
    up_capture: Outcome
    down_capture: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["alpha"] = Outcome._read(document["alpha"])
        document["beta"] = Outcome._read(document["beta"])
        document["information_ratio"] = Outcome._read(document["information_ratio"])
        document["capture"] = Outcome._read(document["capture"])
        document["up_capture"] = Outcome._read(document["up_capture"])
        document["down_capture"] = Outcome._read(document["down_capture"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "alpha": self.alpha,
            "beta": self.beta,
            "information_ratio": self.information_ratio,
            "capture": self.capture,
            "up_capture": self.up_capture,
            "down_capture": self.down_capture,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PerformanceReport(Document):
    """Result of `performance`.

    Attributes
    ----------
    observations : int
        Number of returns. [from 0]
    periods_per_year : float
        Number of periods per year that annual figures are told by.
    total_return : Outcome
        Return over all periods, as a fraction.
    annual_return : Outcome
        Compound annual growth rate, as a fraction.
    annual_volatility : Outcome
        Standard deviation per year, as a fraction (divisor: returns - 1).
    sharpe : Outcome
        Sharpe ratio per year.
    sortino : Outcome
        Sortino ratio per year.
    downside_deviation : Outcome
        Downside deviation per year, as a fraction: root of the mean squared shortfall over all returns.
    omega : Outcome
        Omega ratio at the least acceptable return.
    max_drawdown : float
        Least drawdown, 0 or a negative fraction of the peak.
    calmar : Outcome
        Calmar ratio: annual return over the greatest drawdown.
    ulcer_index : Outcome
        Ulcer index: root of the mean squared drawdown (divisor: returns).
    pain_index : Outcome
        Pain index: mean depth of the drawdowns, a positive fraction.
    stability : Outcome
        Stability: part of the variance of the logarithm of wealth that a straight line explains.
    skewness : Outcome
        Skewness of the population.
    kurtosis : Outcome
        Kurtosis of the population: 3 for the normal distribution.
    win_rate : Outcome
        Part of the returns other than 0 that are positive.
    payoff_ratio : Outcome
        Mean gain over mean loss.
    profit_factor : Outcome
        Sum of gains over sum of losses.
    kelly : Outcome
        Fraction of wealth that Kelly's rule would stake.
    probabilistic_sharpe : Outcome
        Probability that the true Sharpe ratio exceeds 0.
    minimum_track_record : Outcome
        Least number of returns after which the Sharpe ratio exceeds 0 with 95 % confidence.
    tail : TailMeasures
        Worst returns.
    benchmark : BenchmarkMeasures, optional
        Comparison with the benchmark. Absent: there is no benchmark.
    """

    observations: int
    periods_per_year: float
    total_return: Outcome
    annual_return: Outcome
    annual_volatility: Outcome
    sharpe: Outcome
    sortino: Outcome
    downside_deviation: Outcome
    omega: Outcome
    max_drawdown: float
    calmar: Outcome
    ulcer_index: Outcome
    pain_index: Outcome
    stability: Outcome
    skewness: Outcome
    kurtosis: Outcome
    win_rate: Outcome
    payoff_ratio: Outcome
    profit_factor: Outcome
    kelly: Outcome
    probabilistic_sharpe: Outcome
    minimum_track_record: Outcome
    tail: TailMeasures
    benchmark: BenchmarkMeasures | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["total_return"] = Outcome._read(document["total_return"])
        document["annual_return"] = Outcome._read(document["annual_return"])
        document["annual_volatility"] = Outcome._read(document["annual_volatility"])
        document["sharpe"] = Outcome._read(document["sharpe"])
        document["sortino"] = Outcome._read(document["sortino"])
        document["downside_deviation"] = Outcome._read(document["downside_deviation"])
        document["omega"] = Outcome._read(document["omega"])
        document["calmar"] = Outcome._read(document["calmar"])
        document["ulcer_index"] = Outcome._read(document["ulcer_index"])
        document["pain_index"] = Outcome._read(document["pain_index"])
        document["stability"] = Outcome._read(document["stability"])
        document["skewness"] = Outcome._read(document["skewness"])
        document["kurtosis"] = Outcome._read(document["kurtosis"])
        document["win_rate"] = Outcome._read(document["win_rate"])
        document["payoff_ratio"] = Outcome._read(document["payoff_ratio"])
        document["profit_factor"] = Outcome._read(document["profit_factor"])
        document["kelly"] = Outcome._read(document["kelly"])
        document["probabilistic_sharpe"] = Outcome._read(document["probabilistic_sharpe"])
        document["minimum_track_record"] = Outcome._read(document["minimum_track_record"])
        document["tail"] = TailMeasures._read(document["tail"])
        if "benchmark" in document:
            document["benchmark"] = BenchmarkMeasures._read(document["benchmark"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "observations": self.observations,
            "periods_per_year": self.periods_per_year,
            "total_return": self.total_return,
            "annual_return": self.annual_return,
            "annual_volatility": self.annual_volatility,
            "sharpe": self.sharpe,
            "sortino": self.sortino,
            "downside_deviation": self.downside_deviation,
            "omega": self.omega,
            "max_drawdown": self.max_drawdown,
            "calmar": self.calmar,
            "ulcer_index": self.ulcer_index,
            "pain_index": self.pain_index,
            "stability": self.stability,
            "skewness": self.skewness,
            "kurtosis": self.kurtosis,
            "win_rate": self.win_rate,
            "payoff_ratio": self.payoff_ratio,
            "profit_factor": self.profit_factor,
            "kelly": self.kelly,
            "probabilistic_sharpe": self.probabilistic_sharpe,
            "minimum_track_record": self.minimum_track_record,
            "tail": self.tail,
            "benchmark": self.benchmark,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DrawdownTableRow(Document):
    """One drawdown of a table, deepest first.

    Attributes
    ----------
    depth : float
        Depth at the lowest point as a negative fraction of the peak: -0.2 for 20 %.
    peak_ms : datetime.datetime
        Time of the peak before the drawdown, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    trough_ms : datetime.datetime
        Time of the lowest point, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    days_down : float
        Days from the peak to the lowest point.
    days_under_water : float
        Days from the peak until it is reached again, or until the series ends.
    recovery : RowStatus
        State of the recovery: `ok` where the peak was reached again, `never` where the series ends under water.
    """

    depth: float
    peak_ms: datetime.datetime
    trough_ms: datetime.datetime
    days_down: float
    days_under_water: float
    recovery: RowStatus

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["peak_ms"] = instant(document["peak_ms"])
        document["trough_ms"] = instant(document["trough_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "depth": self.depth,
            "peak_ms": self.peak_ms,
            "trough_ms": self.trough_ms,
            "days_down": self.days_down,
            "days_under_water": self.days_under_water,
            "recovery": self.recovery,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DrawdownTable(Document):
    """Result of `drawdown_table`.

    Attributes
    ----------
    drawdowns : list[DrawdownTableRow]
        Drawdowns, deepest first.
    """

    drawdowns: list[DrawdownTableRow]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["drawdowns"] = [DrawdownTableRow._read(item) for item in document["drawdowns"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "drawdowns": self.drawdowns,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MonthlyReturn(Document):
    """One month of a table, oldest first.

    Attributes
    ----------
    year : int
        Civil year.
    month : int
        Month of the year, 1 to 12. [from 0]
    month_return : float
        Compound return of the periods that end within the month, as a fraction.
    year_to_date : float
        Compound return from the first period of the series to the end of the month, within the civil year.
    periods : int
        Number of periods that end within the month. [from 0]
    """

    year: int
    month: int
    month_return: float
    year_to_date: float
    periods: int

    def _wire(self) -> dict[str, Any]:
        return {
            "year": self.year,
            "month": self.month,
            "month_return": self.month_return,
            "year_to_date": self.year_to_date,
            "periods": self.periods,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MonthlyReturns(Document):
    """Result of `monthly_returns`.

    Attributes
    ----------
    months : list[MonthlyReturn]
        Months, oldest first.
    """

    months: list[MonthlyReturn]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["months"] = [MonthlyReturn._read(item) for item in document["months"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "months": self.months,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class SharpeSignificance(Document):
    """Result of `sharpe_significance`.

    Attributes
    ----------
    probabilistic_sharpe : Outcome
        Probability that the true ratio exceeds the benchmark.
    effective_trials : Outcome
        Number of independent trials that those tried amount to.
    expected_maximum_sharpe : Outcome
        Sharpe ratio per year that the best of as many trials is expected to show by luck alone.
    deflated_sharpe : Outcome
        Probability that the true ratio exceeds what luck alone is expected to show.
    minimum_track_record : Outcome
        Least number of returns after which the ratio exceeds the benchmark with the confidence.
    confidence : float
        Confidence of the least track record. [from 0.0 to 1.0]
    """

    probabilistic_sharpe: Outcome
    effective_trials: Outcome
    expected_maximum_sharpe: Outcome
    deflated_sharpe: Outcome
    minimum_track_record: Outcome
    confidence: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["probabilistic_sharpe"] = Outcome._read(document["probabilistic_sharpe"])
        document["effective_trials"] = Outcome._read(document["effective_trials"])
        document["expected_maximum_sharpe"] = Outcome._read(document["expected_maximum_sharpe"])
        document["deflated_sharpe"] = Outcome._read(document["deflated_sharpe"])
        document["minimum_track_record"] = Outcome._read(document["minimum_track_record"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "probabilistic_sharpe": self.probabilistic_sharpe,
            "effective_trials": self.effective_trials,
            "expected_maximum_sharpe": self.expected_maximum_sharpe,
            "deflated_sharpe": self.deflated_sharpe,
            "minimum_track_record": self.minimum_track_record,
            "confidence": self.confidence,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class OverfittingReport(Document):
    """Result of `overfitting`.

    Attributes
    ----------
    splits : int
        Number of splits of the parts in two halves. [from 0]
    probability_of_overfitting : Outcome
        Part of the splits in which the strategy that was best in one half is at or below the median in the other.
    """

    splits: int
    probability_of_overfitting: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["probability_of_overfitting"] = Outcome._read(document["probability_of_overfitting"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "splits": self.splits,
            "probability_of_overfitting": self.probability_of_overfitting,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PerformanceReportOutcome(Variant):
    """A value, or the reason why there is none.

    Cases
    -----
    value
        The value.
    never
        It does not happen: no value is good enough.
    unbounded
        There is no limit: the number exceeds every bound.
    every
        Every value is good enough.
    undefined
        The question has no answer.
    """

    tag: Literal["value", "never", "unbounded", "every", "undefined"]
    content: PerformanceReport | OutcomeUndefined | None = None

    @property
    def value(self) -> PerformanceReport | None:
        """The value, where there is one."""
        value: PerformanceReport | None = self._value()
        return value

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "value":
            return PerformanceReport._read(content)
        if tag == "undefined":
            return OutcomeUndefined._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class SharpeSignificanceOutcome(Variant):
    """A value, or the reason why there is none.

    Cases
    -----
    value
        The value.
    never
        It does not happen: no value is good enough.
    unbounded
        There is no limit: the number exceeds every bound.
    every
        Every value is good enough.
    undefined
        The question has no answer.
    """

    tag: Literal["value", "never", "unbounded", "every", "undefined"]
    content: SharpeSignificance | OutcomeUndefined | None = None

    @property
    def value(self) -> SharpeSignificance | None:
        """The value, where there is one."""
        value: SharpeSignificance | None = self._value()
        return value

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "value":
            return SharpeSignificance._read(content)
        if tag == "undefined":
            return OutcomeUndefined._read(content)
        return content


def performance(
    *,
    returns: ArrayLike,
    periods_per_year: float | None = None,
    risk_free_per_year: float | None = None,
    minimum_per_year: float | None = None,
    tail: float | None = None,
    quantiles: QuantileConvention | None = None,
    benchmark: ArrayLike | None = None,
) -> PerformanceReport:
    """Measures of performance and risk of a series of returns: growth, volatility, Sharpe, Sortino, Calmar and omega ratio, drawdown, value at
    risk and expected shortfall by each convention's name, the fitted tail; and beside a benchmark.

    Parameters
    ----------
    returns : array_like of float
        Simple returns of equal periods as fractions, oldest first: 0.01 for 1 %. One or more.
    periods_per_year : float, optional
        Number of periods per year: 365 for days of a market that never closes, 252 for exchange days. [from 0.01 to 1000000000.0; 365.0 where absent]
    risk_free_per_year : float, optional
        Rate free of risk per year, compounding, as a fraction above -1. [0.0 where absent]
    minimum_per_year : float, optional
        Least acceptable return per year, compounding, as a fraction above -1: downside and omega are about it. [0.0 where absent]
    tail : float, optional
        Part of the returns that is the tail, above 0 and below 1: 0.05 for the worst of twenty. [from 0.0 to 1.0; 0.05 where absent]
    quantiles : QuantileConvention, optional
        How quantiles are read between two returns. ["linear" where absent]
    benchmark : array_like of float, optional
        Returns of a benchmark in the same periods. Absent: no comparison.

    Returns
    -------
    PerformanceReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.performance(returns=[0.011925, 0.064696, 0.016062, 0.001878, -0.013232, -0.013504, -0.017958, 0.030739, -0.036053, 0.000428, 0.010818, 0.023681, -0.021656, 0.075174, -0.014666, 0.027424, -0.001626, -0.009579, 0.078055, -0.018181, -0.013985, -0.017306, 0.008533, 0.01081, -0.0113, 0.013546, -0.014949, -0.010907, 0.010347, -0.01188, 0.003361, -0.000015, 0.015406, 0.025113, 0.008081, -0.004346, -0.020382, -0.000663, 0.004877], periods_per_year=365, risk_free_per_year=0.03, minimum_per_year=0.0, tail=0.05, quantiles="linear", benchmark=[0.007547, 0.045287, 0.012043, 0.000915, -0.008862, -0.010253, -0.012571, 0.022317, -0.025637, 0.0007, 0.006773, 0.016577, -0.014359, 0.052222, -0.009866, 0.018397, -0.001138, -0.005905, 0.054239, -0.012327, -0.010589, -0.012114, 0.006773, 0.007167, -0.00751, 0.008682, -0.010464, -0.006835, 0.006843, -0.007916, 0.001553, -0.00001, 0.011584, 0.017179, 0.006057, -0.003842, -0.014267, 0.000336, 0.003014])
    """
    return PerformanceReport._read(call("treasury.performance", {"returns": returns, "periods_per_year": periods_per_year, "risk_free_per_year": risk_free_per_year, "minimum_per_year": minimum_per_year, "tail": tail, "quantiles": quantiles, "benchmark": benchmark}))


def drawdown_table(
    *,
    start_ms: datetime.datetime | int,
    time_ms: Sequence[datetime.datetime | int] | ArrayLike,
    returns: ArrayLike,
    most: int | None = None,
) -> DrawdownTable:
    """Drawdowns of a series of returns, deepest first: peak, trough, recovery.

    Parameters
    ----------
    start_ms : datetime.datetime | int
        Start of the first period, in Unix milliseconds: where the first peak stands. [ms, from 1230940800000 to 253402235999999]
    time_ms : Sequence[datetime.datetime | int] | ArrayLike
        Ends of the periods, in Unix milliseconds, each after the one before.
    returns : array_like of float
        Returns of the periods, as fractions above -1: 0.01 for 1 %.
    most : int, optional
        Greatest number of drawdowns that are told, the deepest first, 1 to 1,000,000. [from 1 to 1000000; 10 where absent]

    Returns
    -------
    DrawdownTable

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.drawdown_table(start_ms=1714608000000, time_ms=[1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000, 1716681600000, 1716768000000, 1716854400000, 1716940800000, 1717027200000, 1717113600000, 1717200000000, 1717286400000, 1717372800000, 1717459200000, 1717545600000, 1717632000000, 1717718400000, 1717804800000, 1717891200000, 1717977600000], returns=[0.011925, 0.064696, 0.016062, 0.001878, -0.013232, -0.013504, -0.017958, 0.030739, -0.036053, 0.000428, 0.010818, 0.023681, -0.021656, 0.075174, -0.014666, 0.027424, -0.001626, -0.009579, 0.078055, -0.018181, -0.013985, -0.017306, 0.008533, 0.01081, -0.0113, 0.013546, -0.014949, -0.010907, 0.010347, -0.01188, 0.003361, -0.000015, 0.015406, 0.025113, 0.008081, -0.004346, -0.020382, -0.000663, 0.004877], most=5)
    """
    return DrawdownTable._read(call("treasury.drawdown_table", {"start_ms": start_ms, "time_ms": time_ms, "returns": returns, "most": most}))


def monthly_returns(
    *,
    time_ms: Sequence[datetime.datetime | int] | ArrayLike,
    returns: ArrayLike,
    utc_offset_min: int | None = None,
) -> MonthlyReturns:
    """Compound returns by civil month, and from the start of the year.

    Parameters
    ----------
    time_ms : Sequence[datetime.datetime | int] | ArrayLike
        Ends of the periods, in Unix milliseconds, each after the one before.
    returns : array_like of float
        Returns of the periods, as fractions: 0.01 for 1 %.
    utc_offset_min : int, optional
        Offset of the clock whose months are meant, in minutes from UTC. [min, from -1080 to 1080; 0 where absent]

    Returns
    -------
    MonthlyReturns

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.monthly_returns(time_ms=[1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000, 1716681600000, 1716768000000, 1716854400000, 1716940800000, 1717027200000, 1717113600000, 1717200000000, 1717286400000, 1717372800000, 1717459200000, 1717545600000, 1717632000000, 1717718400000, 1717804800000, 1717891200000, 1717977600000], returns=[0.011925, 0.064696, 0.016062, 0.001878, -0.013232, -0.013504, -0.017958, 0.030739, -0.036053, 0.000428, 0.010818, 0.023681, -0.021656, 0.075174, -0.014666, 0.027424, -0.001626, -0.009579, 0.078055, -0.018181, -0.013985, -0.017306, 0.008533, 0.01081, -0.0113, 0.013546, -0.014949, -0.010907, 0.010347, -0.01188, 0.003361, -0.000015, 0.015406, 0.025113, 0.008081, -0.004346, -0.020382, -0.000663, 0.004877], utc_offset_min=0)
    """
    return MonthlyReturns._read(call("treasury.monthly_returns", {"time_ms": time_ms, "returns": returns, "utc_offset_min": utc_offset_min}))


@dataclasses.dataclass(frozen=True, repr=False)
class RollingPerformanceRow(Document):
    """One output of ``RollingPerformance``.

    Attributes
    ----------
    window_return : float64
        Compound return over the window, as a fraction; NaN before the window is full.
    annual_volatility : float64
        Standard deviation of the returns per year, as a fraction; NaN before the window is full.
    sharpe : float64
        Sharpe ratio per year; NaN before the window is full, and where the status says why.
    sortino : float64
        Sortino ratio per year; NaN before the window is full, and where the status says why.
    max_drawdown : float64
        Least drawdown within the window, 0 or negative; NaN before the window is full.
    sharpe_status : words (ok, never, unbounded, every, undefined, refused)
        State of the Sharpe ratio: `undefined` where the returns of the window do not vary.
    sortino_status : words (ok, never, unbounded, every, undefined, refused)
        State of the Sortino ratio: `undefined` where no return of the window is negative.
    """

    window_return: float
    annual_volatility: float
    sharpe: float
    sortino: float
    max_drawdown: float
    sharpe_status: RowStatus
    sortino_status: RowStatus


@dataclasses.dataclass(frozen=True, repr=False)
class RollingPerformanceColumns(Columns):
    """Outputs of ``RollingPerformance``, a row per event.

    Attributes
    ----------
    window_return : float64
        Compound return over the window, as a fraction; NaN before the window is full.
    annual_volatility : float64
        Standard deviation of the returns per year, as a fraction; NaN before the window is full.
    sharpe : float64
        Sharpe ratio per year; NaN before the window is full, and where the status says why.
    sortino : float64
        Sortino ratio per year; NaN before the window is full, and where the status says why.
    max_drawdown : float64
        Least drawdown within the window, 0 or negative; NaN before the window is full.
    sharpe_status : words (ok, never, unbounded, every, undefined, refused)
        State of the Sharpe ratio: `undefined` where the returns of the window do not vary.
    sortino_status : words (ok, never, unbounded, every, undefined, refused)
        State of the Sortino ratio: `undefined` where no return of the window is negative.
    """

    window_return: Any
    annual_volatility: Any
    sharpe: Any
    sortino: Any
    max_drawdown: Any
    sharpe_status: Any
    sortino_status: Any


class RollingPerformance(Stream):
    """Return, volatility, Sharpe and Sortino ratio and drawdown over the last periods, period by period.

    Parameters
    ----------
    window : int
        Number of periods in the window, 2 to 10,000. [from 2 to 10000]
    periods_per_year : float, optional
        Number of periods per year, which ratios and volatility are told by: 365 for days of a market that never closes. [from 0.01 to 1000000000.0; 365.0 where absent]
    risk_free_per_period : float, optional
        Return per period that is free of risk, as a fraction. [0.0 where absent]

    Returns
    -------
    RollingPerformance

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.treasury.RollingPerformance(window=10, periods_per_year=365, risk_free_per_period=0.0)
    >>> columns = stream.update_many(time_ms=[1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000, 1716681600000, 1716768000000, 1716854400000, 1716940800000, 1717027200000, 1717113600000, 1717200000000, 1717286400000, 1717372800000, 1717459200000, 1717545600000, 1717632000000, 1717718400000, 1717804800000, 1717891200000, 1717977600000], period_return=[0.011925, 0.064696, 0.016062, 0.001878, -0.013232, -0.013504, -0.017958, 0.030739, -0.036053, 0.000428, 0.010818, 0.023681, -0.021656, 0.075174, -0.014666, 0.027424, -0.001626, -0.009579, 0.078055, -0.018181, -0.013985, -0.017306, 0.008533, 0.01081, -0.0113, 0.013546, -0.014949, -0.010907, 0.010347, -0.01188, 0.003361, -0.000015, 0.015406, 0.025113, 0.008081, -0.004346, -0.020382, -0.000663, 0.004877])
    """

    _path: ClassVar[str] = "treasury.rolling_performance"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "i64"), ("period_return", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("window_return", "annual_volatility", "sharpe", "sortino", "max_drawdown", "sharpe_status", "sortino_status",)
    _row: ClassVar[type[Any]] = RollingPerformanceRow
    _columns: ClassVar[type[Any]] = RollingPerformanceColumns

    def __init__(
        self,
        *,
        window: int,
        periods_per_year: float | None = None,
        risk_free_per_period: float | None = None,
    ) -> None:
        super().__init__({"window": window, "periods_per_year": periods_per_year, "risk_free_per_period": risk_free_per_period})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        window: int,
        periods_per_year: float | None = None,
        risk_free_per_period: float | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"window": window, "periods_per_year": periods_per_year, "risk_free_per_period": risk_free_per_period}, state)

    def update(
        self,
        *,
        time_ms: datetime.datetime | int,
        period_return: float,
    ) -> RollingPerformanceRow:
        """Take the next event; a refused event changes nothing."""
        result: RollingPerformanceRow = self._update({"time_ms": time_ms, "period_return": period_return})
        return result

    def peek(
        self,
        *,
        time_ms: datetime.datetime | int,
        period_return: float,
    ) -> RollingPerformanceRow:
        """What ``update`` would answer, without taking the event."""
        result: RollingPerformanceRow = self._peek({"time_ms": time_ms, "period_return": period_return})
        return result

    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        period_return: ArrayLike | None = None,
    ) -> RollingPerformanceColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: RollingPerformanceColumns = self._update_many(frame, {"time_ms": time_ms, "period_return": period_return})
        return result


def sharpe_significance(
    *,
    sharpe: float,
    returns: int,
    periods_per_year: float | None = None,
    skewness: float | None = None,
    kurtosis: float | None = None,
    benchmark_sharpe: float | None = None,
    trials: int | None = None,
    trials_variance: float | None = None,
    mean_correlation: float | None = None,
    confidence: float | None = None,
) -> SharpeSignificance:
    """Whether a Sharpe ratio is luck: probabilistic and deflated ratio, and the least track record (Bailey and López de Prado 2012, 2014).

    Parameters
    ----------
    sharpe : float
        Sharpe ratio per year.
    returns : int
        Number of returns that the ratio was estimated from, 2 to 1e9. [from 2 to 1000000000]
    periods_per_year : float, optional
        Number of periods per year. [from 0.01 to 1000000000.0; 365.0 where absent]
    skewness : float, optional
        Skewness of the returns. [0.0 where absent]
    kurtosis : float, optional
        Kurtosis of the returns: 3 for the normal distribution. [from 1.0 to 1000000000.0; 3.0 where absent]
    benchmark_sharpe : float, optional
        Sharpe ratio per year that the true ratio should exceed. [0.0 where absent]
    trials : int, optional
        Number of strategies that were tried, of which this one was chosen. Absent: the ratio is not deflated. [from 0]
    trials_variance : float, optional
        Variance of the Sharpe ratios per year of the strategies that were tried. Absent: the ratio is not deflated.
    mean_correlation : float, optional
        Mean correlation of the returns of the strategies that were tried. [from -1.0 to 1.0; 0.0 where absent]
    confidence : float, optional
        Confidence of the least track record, 0.5 or more. [from 0.0 to 1.0; 0.95 where absent]

    Returns
    -------
    SharpeSignificance

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.sharpe_significance(sharpe=2.5, returns=1250, periods_per_year=250, skewness=-3.0, kurtosis=10.0, benchmark_sharpe=0.0, trials=46, trials_variance=0.5, mean_correlation=0.0, confidence=0.95)
    """
    return SharpeSignificance._read(call("treasury.sharpe_significance", {"sharpe": sharpe, "returns": returns, "periods_per_year": periods_per_year, "skewness": skewness, "kurtosis": kurtosis, "benchmark_sharpe": benchmark_sharpe, "trials": trials, "trials_variance": trials_variance, "mean_correlation": mean_correlation, "confidence": confidence}))


def overfitting(
    *,
    returns: Sequence[ArrayLike],
    parts: int | None = None,
) -> OverfittingReport:
    """Probability that the best of several strategies is no better than the median afterwards, by combinatorially symmetric
    cross-validation.

    Parameters
    ----------
    returns : Sequence[ArrayLike]
        Returns of each strategy that was tried, in the same periods; 2 strategies or more.
    parts : int, optional
        Number of parts that time is cut into, an even number from 2 to 16. [from 2 to 16; 8 where absent]

    Returns
    -------
    OverfittingReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.overfitting(returns=[[0.011925, 0.064696, 0.016062, 0.001878, -0.013232, -0.013504, -0.017958, 0.030739, -0.036053, 0.000428, 0.010818, 0.023681, -0.021656, 0.075174, -0.014666, 0.027424, -0.001626, -0.009579, 0.078055, -0.018181, -0.013985, -0.017306, 0.008533, 0.01081], [0.007547, 0.045287, 0.012043, 0.000915, -0.008862, -0.010253, -0.012571, 0.022317, -0.025637, 0.0007, 0.006773, 0.016577, -0.014359, 0.052222, -0.009866, 0.018397, -0.001138, -0.005905, 0.054239, -0.012327, -0.010589, -0.012114, 0.006773, 0.007167], [-0.011925, -0.064696, -0.016062, -0.001878, 0.013232, 0.013504, 0.017958, -0.030739, 0.036053, -0.000428, -0.010818, -0.023681, 0.021656, -0.075174, 0.014666, -0.027424, 0.001626, 0.009579, -0.078055, 0.018181, 0.013985, 0.017306, -0.008533, -0.01081]], parts=4)
    """
    return OverfittingReport._read(call("treasury.overfitting", {"returns": returns, "parts": parts}))
