"""Operations and types of ``treasury``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, Variant, call, document, each, instant, operation, rows
from .._frames import Columns
from .._handles import Stream
from .._outcome import Every, Never, Unbounded, Undefined, Value
from .._outcome import outcome
from .._show import Rows
from ..units import Outcome, RowStatus, uint32Outcome

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
    "SelectionReport",
    "SelectionSplit",
    "SharpeSignificance",
    "SharpeSignificanceOutcome",
    "TailMeasures",
    "TimeSplits",
    "TimeSplitsCombinatorial",
    "TimeSplitsCombinatorialDict",
    "TimeSplitsDict",
    "TimeSplitsLike",
    "TimeSplitsPurged",
    "TimeSplitsPurgedDict",
    "TimeSplitsWalkForward",
    "TimeSplitsWalkForwardDict",
    "drawdown_table",
    "monthly_returns",
    "overfitting",
    "performance",
    "selection_out_of_sample",
    "sharpe_significance",
]


def __dir__() -> list[str]:
    return __all__


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


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["expected_shortfall_loss"] = outcome(document["expected_shortfall_loss"])

    def _wire(self) -> dict[str, Any]:
        return {
            "threshold": self.threshold,
            "scale": self.scale,
            "shape": self.shape,
            "value_at_risk_loss": self.value_at_risk_loss,
            "expected_shortfall_loss": self.expected_shortfall_loss,
        }


ParetoTailOutcome: TypeAlias = "Value[ParetoTail] | Never | Unbounded | Every | Undefined"
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


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["gaussian_value_at_risk_return"] = outcome(document["gaussian_value_at_risk_return"])
        document["gaussian_shortfall_return"] = outcome(document["gaussian_shortfall_return"])
        document["pareto"] = outcome(document["pareto"], ParetoTail._read)
        document["tail_ratio"] = outcome(document["tail_ratio"])

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


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["alpha"] = outcome(document["alpha"])
        document["beta"] = outcome(document["beta"])
        document["information_ratio"] = outcome(document["information_ratio"])
        document["capture"] = outcome(document["capture"])
        document["up_capture"] = outcome(document["up_capture"])
        document["down_capture"] = outcome(document["down_capture"])

    def _wire(self) -> dict[str, Any]:
        return {
            "alpha": self.alpha,
            "beta": self.beta,
            "information_ratio": self.information_ratio,
            "capture": self.capture,
            "up_capture": self.up_capture,
            "down_capture": self.down_capture,
        }


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["total_return"] = outcome(document["total_return"])
        document["annual_return"] = outcome(document["annual_return"])
        document["annual_volatility"] = outcome(document["annual_volatility"])
        document["sharpe"] = outcome(document["sharpe"])
        document["sortino"] = outcome(document["sortino"])
        document["downside_deviation"] = outcome(document["downside_deviation"])
        document["omega"] = outcome(document["omega"])
        document["calmar"] = outcome(document["calmar"])
        document["ulcer_index"] = outcome(document["ulcer_index"])
        document["pain_index"] = outcome(document["pain_index"])
        document["stability"] = outcome(document["stability"])
        document["skewness"] = outcome(document["skewness"])
        document["kurtosis"] = outcome(document["kurtosis"])
        document["win_rate"] = outcome(document["win_rate"])
        document["payoff_ratio"] = outcome(document["payoff_ratio"])
        document["profit_factor"] = outcome(document["profit_factor"])
        document["kelly"] = outcome(document["kelly"])
        document["probabilistic_sharpe"] = outcome(document["probabilistic_sharpe"])
        document["minimum_track_record"] = outcome(document["minimum_track_record"])
        document["tail"] = TailMeasures._read(document["tail"])
        if document.get("benchmark") is not None:
            document["benchmark"] = BenchmarkMeasures._read(document["benchmark"])

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


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["peak_ms"] = instant(document["peak_ms"])
        document["trough_ms"] = instant(document["trough_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "depth": self.depth,
            "peak_ms": self.peak_ms,
            "trough_ms": self.trough_ms,
            "days_down": self.days_down,
            "days_under_water": self.days_under_water,
            "recovery": self.recovery,
        }


@document
class DrawdownTable(Document):
    """Result of `drawdown_table`.

    Attributes
    ----------
    drawdowns : Rows[DrawdownTableRow]
        Drawdowns, deepest first.
    """

    drawdowns: Rows[DrawdownTableRow]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["drawdowns"] = rows(DrawdownTableRow._read, document["drawdowns"])

    def _wire(self) -> dict[str, Any]:
        return {
            "drawdowns": self.drawdowns,
        }


@document
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


@document
class MonthlyReturns(Document):
    """Result of `monthly_returns`.

    Attributes
    ----------
    months : Rows[MonthlyReturn]
        Months, oldest first.
    """

    months: Rows[MonthlyReturn]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["months"] = rows(MonthlyReturn._read, document["months"])

    def _wire(self) -> dict[str, Any]:
        return {
            "months": self.months,
        }


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["probabilistic_sharpe"] = outcome(document["probabilistic_sharpe"])
        document["effective_trials"] = outcome(document["effective_trials"])
        document["expected_maximum_sharpe"] = outcome(document["expected_maximum_sharpe"])
        document["deflated_sharpe"] = outcome(document["deflated_sharpe"])
        document["minimum_track_record"] = outcome(document["minimum_track_record"])

    def _wire(self) -> dict[str, Any]:
        return {
            "probabilistic_sharpe": self.probabilistic_sharpe,
            "effective_trials": self.effective_trials,
            "expected_maximum_sharpe": self.expected_maximum_sharpe,
            "deflated_sharpe": self.deflated_sharpe,
            "minimum_track_record": self.minimum_track_record,
            "confidence": self.confidence,
        }


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["probability_of_overfitting"] = outcome(document["probability_of_overfitting"])

    def _wire(self) -> dict[str, Any]:
        return {
            "splits": self.splits,
            "probability_of_overfitting": self.probability_of_overfitting,
        }


@document
class TimeSplitsWalkForward(Document):
    """One stretch after the other, trained with what lies before it.

    Attributes
    ----------
    train : int
        Number of periods to train with. [from 0]
    test : int
        Number of periods to test after them. [from 0]
    anchored : bool
        Whether the training begins at the first period and grows; otherwise it rolls.
    """

    train: int
    test: int
    anchored: bool
    _route = "treasury.selection_out_of_sample:splits.walk_forward"

    def __init__(
        self,
        train: int,
        test: int,
        anchored: bool,
    ) -> None:
        self._fill({"train": train, "test": test, "anchored": anchored})

    def _wire(self) -> dict[str, Any]:
        return {
            "train": self.train,
            "test": self.test,
            "anchored": self.anchored,
        }


class TimeSplitsWalkForwardDict(TypedDict):
    """``TimeSplitsWalkForward`` as a mapping."""

    train: int
    test: int
    anchored: bool


@document
class TimeSplitsPurged(Document):
    """Consecutive folds, each trained with all that neither sees it nor follows it at once.

    Attributes
    ----------
    folds : int
        Number of folds. [from 0]
    horizon : int
        Number of periods that a decision looks ahead. [from 0]
    embargo : int
        Number of further periods left out after a test. [from 0]
    """

    folds: int
    horizon: int
    embargo: int
    _route = "treasury.selection_out_of_sample:splits.purged"

    def __init__(
        self,
        folds: int,
        horizon: int,
        embargo: int,
    ) -> None:
        self._fill({"folds": folds, "horizon": horizon, "embargo": embargo})

    def _wire(self) -> dict[str, Any]:
        return {
            "folds": self.folds,
            "horizon": self.horizon,
            "embargo": self.embargo,
        }


class TimeSplitsPurgedDict(TypedDict):
    """``TimeSplitsPurged`` as a mapping."""

    folds: int
    horizon: int
    embargo: int


@document
class TimeSplitsCombinatorial(Document):
    """Every choice of several of the groups as the test.

    Attributes
    ----------
    groups : int
        Number of groups of consecutive periods. [from 0]
    test_groups : int
        Number of groups that are tested at once. [from 0]
    horizon : int
        Number of periods that a decision looks ahead. [from 0]
    embargo : int
        Number of further periods left out after a test. [from 0]
    """

    groups: int
    test_groups: int
    horizon: int
    embargo: int
    _route = "treasury.selection_out_of_sample:splits.combinatorial"

    def __init__(
        self,
        groups: int,
        test_groups: int,
        horizon: int,
        embargo: int,
    ) -> None:
        self._fill({"groups": groups, "test_groups": test_groups, "horizon": horizon, "embargo": embargo})

    def _wire(self) -> dict[str, Any]:
        return {
            "groups": self.groups,
            "test_groups": self.test_groups,
            "horizon": self.horizon,
            "embargo": self.embargo,
        }


class TimeSplitsCombinatorialDict(TypedDict):
    """``TimeSplitsCombinatorial`` as a mapping."""

    groups: int
    test_groups: int
    horizon: int
    embargo: int


@document
class TimeSplits(Variant):
    """How time is cut into rows to train with and rows to test.

    Cases
    -----
    walk_forward
        One stretch after the other, trained with what lies before it.
    purged
        Consecutive folds, each trained with all that neither sees it nor follows it at once.
    combinatorial
        Every choice of several of the groups as the test.
    """

    tag: Literal["walk_forward", "purged", "combinatorial"]
    content: TimeSplitsWalkForward | TimeSplitsPurged | TimeSplitsCombinatorial | None = None
    _route = "treasury.selection_out_of_sample:splits"

    @classmethod
    def walk_forward(cls, content: TimeSplitsWalkForward | TimeSplitsWalkForwardDict) -> Self:
        """One stretch after the other, trained with what lies before it."""
        return cls._made("walk_forward", content)

    @classmethod
    def purged(cls, content: TimeSplitsPurged | TimeSplitsPurgedDict) -> Self:
        """Consecutive folds, each trained with all that neither sees it nor follows it at once."""
        return cls._made("purged", content)

    @classmethod
    def combinatorial(cls, content: TimeSplitsCombinatorial | TimeSplitsCombinatorialDict) -> Self:
        """Every choice of several of the groups as the test."""
        return cls._made("combinatorial", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "walk_forward":
            return TimeSplitsWalkForward._read(content)
        if tag == "purged":
            return TimeSplitsPurged._read(content)
        if tag == "combinatorial":
            return TimeSplitsCombinatorial._read(content)
        return content


class TimeSplitsDict(TypedDict, total=False):
    """``TimeSplits`` as a mapping: one of the keys, with its content."""

    walk_forward: TimeSplitsWalkForward | TimeSplitsWalkForwardDict
    purged: TimeSplitsPurged | TimeSplitsPurgedDict
    combinatorial: TimeSplitsCombinatorial | TimeSplitsCombinatorialDict


TimeSplitsLike: TypeAlias = "TimeSplits | TimeSplitsDict"
"""What is taken for a ``TimeSplits``."""


@document
class SelectionSplit(Document):
    """One split: who was chosen, and what came of it.

    Attributes
    ----------
    trained : int
        Number of periods that it was trained with. [from 0]
    tested : int
        Number of periods that were tested. [from 0]
    chosen : uint32Outcome
        Place of the strategy with the greatest Sharpe ratio in training, counted from 0; the first of equal ones.
    in_sample : Outcome
        Sharpe ratio per year of the chosen strategy in training.
    out_of_sample : Outcome
        Sharpe ratio per year of the chosen strategy in the test.
    """

    trained: int
    tested: int
    chosen: uint32Outcome
    in_sample: Outcome
    out_of_sample: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["chosen"] = outcome(document["chosen"])
        document["in_sample"] = outcome(document["in_sample"])
        document["out_of_sample"] = outcome(document["out_of_sample"])

    def _wire(self) -> dict[str, Any]:
        return {
            "trained": self.trained,
            "tested": self.tested,
            "chosen": self.chosen,
            "in_sample": self.in_sample,
            "out_of_sample": self.out_of_sample,
        }


@document
class SelectionReport(Document):
    """Result of `selection_out_of_sample`.

    Attributes
    ----------
    splits : Rows[SelectionSplit]
        Splits of time, in order.
    path_sharpe : tuple[Outcome, ...]
        Sharpe ratio per year of each path through time that is made of tests alone: one path, or as many as each group is tested.
    mean_in_sample : Outcome
        Mean Sharpe ratio per year of the chosen strategies in the rows that chose them.
    mean_out_of_sample : Outcome
        Mean Sharpe ratio per year of the chosen strategies in the rows that were tested.
    efficiency : Outcome
        Mean out of sample over that in sample: what is left of the promise. Undefined unless the promise is above 0.
    """

    splits: Rows[SelectionSplit]
    path_sharpe: tuple[Outcome, ...]
    mean_in_sample: Outcome
    mean_out_of_sample: Outcome
    efficiency: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["splits"] = rows(SelectionSplit._read, document["splits"])
        document["path_sharpe"] = each(outcome, document["path_sharpe"])
        document["mean_in_sample"] = outcome(document["mean_in_sample"])
        document["mean_out_of_sample"] = outcome(document["mean_out_of_sample"])
        document["efficiency"] = outcome(document["efficiency"])

    def _wire(self) -> dict[str, Any]:
        return {
            "splits": self.splits,
            "path_sharpe": self.path_sharpe,
            "mean_in_sample": self.mean_in_sample,
            "mean_out_of_sample": self.mean_out_of_sample,
            "efficiency": self.efficiency,
        }


PerformanceReportOutcome: TypeAlias = "Value[PerformanceReport] | Never | Unbounded | Every | Undefined"
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


SharpeSignificanceOutcome: TypeAlias = "Value[SharpeSignificance] | Never | Unbounded | Every | Undefined"
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


@operation("treasury.performance")
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
    >>> report.observations
    39
    >>> report.periods_per_year
    365.0
    """
    return PerformanceReport._read(call("treasury.performance", {"returns": returns, "periods_per_year": periods_per_year, "risk_free_per_year": risk_free_per_year, "minimum_per_year": minimum_per_year, "tail": tail, "quantiles": quantiles, "benchmark": benchmark}))


@operation("treasury.drawdown_table")
def drawdown_table(
    *,
    start_ms: datetime.datetime | int | str,
    time_ms: Sequence[datetime.datetime | int | str] | ArrayLike,
    returns: ArrayLike,
    most: int | None = None,
) -> DrawdownTable:
    """Drawdowns of a series of returns, deepest first: peak, trough, recovery.

    Parameters
    ----------
    start_ms : datetime.datetime | int | str
        Start of the first period, in Unix milliseconds: where the first peak stands. [ms, from 1230940800000 to 253402235999999]
    time_ms : Sequence[datetime.datetime | int | str] | ArrayLike
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
    >>> len(report.drawdowns)
    4
    """
    return DrawdownTable._read(call("treasury.drawdown_table", {"start_ms": start_ms, "time_ms": time_ms, "returns": returns, "most": most}))


@operation("treasury.monthly_returns")
def monthly_returns(
    *,
    time_ms: Sequence[datetime.datetime | int | str] | ArrayLike,
    returns: ArrayLike,
    utc_offset_min: int | None = None,
) -> MonthlyReturns:
    """Compound returns by civil month, and from the start of the year.

    Parameters
    ----------
    time_ms : Sequence[datetime.datetime | int | str] | ArrayLike
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
    >>> len(report.months)
    2
    """
    return MonthlyReturns._read(call("treasury.monthly_returns", {"time_ms": time_ms, "returns": returns, "utc_offset_min": utc_offset_min}))


@document
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


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
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
    >>> columns.window_return[:3].tolist()
    [nan, nan, nan]
    >>> columns.annual_volatility[:3].tolist()
    [nan, nan, nan]
    """

    _path: ClassVar[str] = "treasury.rolling_performance"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("period_return", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("window_return", "annual_volatility", "sharpe", "sortino", "max_drawdown", "sharpe_status", "sortino_status",)
    _row: ClassVar[type[Any]] = RollingPerformanceRow
    _columns: ClassVar[type[Any]] = RollingPerformanceColumns

    @operation("treasury.rolling_performance")
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

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        period_return: float,
    ) -> RollingPerformanceRow:
        """Take the next event; a refused event changes nothing."""
        result: RollingPerformanceRow = self._update({"time_ms": time_ms, "period_return": period_return})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        period_return: float,
    ) -> RollingPerformanceRow:
        """What ``update`` would answer, without taking the event."""
        result: RollingPerformanceRow = self._peek({"time_ms": time_ms, "period_return": period_return})
        return result

    @operation()
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


@operation("treasury.sharpe_significance")
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
    >>> report.probabilistic_sharpe.value
    0.9999968595078976
    >>> report.effective_trials.value
    46.0
    """
    return SharpeSignificance._read(call("treasury.sharpe_significance", {"sharpe": sharpe, "returns": returns, "periods_per_year": periods_per_year, "skewness": skewness, "kurtosis": kurtosis, "benchmark_sharpe": benchmark_sharpe, "trials": trials, "trials_variance": trials_variance, "mean_correlation": mean_correlation, "confidence": confidence}))


@operation("treasury.overfitting")
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
    >>> report.splits
    6
    >>> report.probability_of_overfitting.value
    1.0
    """
    return OverfittingReport._read(call("treasury.overfitting", {"returns": returns, "parts": parts}))


@operation("treasury.selection_out_of_sample")
def selection_out_of_sample(
    *,
    returns: Sequence[ArrayLike],
    splits: TimeSplitsLike,
    periods_per_year: float | None = None,
) -> SelectionReport:
    """The strategy that would have been chosen in training, and how it fared in periods that had no part in the choice: a walk forward, purged
    folds, or every combination of groups.

    Parameters
    ----------
    returns : Sequence[ArrayLike]
        Returns of each strategy that is tried, in the same periods; 1 strategy or more.
    splits : TimeSplits, or its word or mapping
        How time is cut.
    periods_per_year : float, optional
        Number of periods per year. [from 0.01 to 1000000000.0; 365.0 where absent]

    Returns
    -------
    SelectionReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.selection_out_of_sample(returns=[[0.011925, 0.064696, 0.016062, 0.001878, -0.013232, -0.013504, -0.017958, 0.030739, -0.036053, 0.000428, 0.010818, 0.023681, -0.021656, 0.075174, -0.014666, 0.027424, -0.001626, -0.009579, 0.078055, -0.018181, -0.013985, -0.017306, 0.008533, 0.01081], [0.007547, 0.045287, 0.012043, 0.000915, -0.008862, -0.010253, -0.012571, 0.022317, -0.025637, 0.0007, 0.006773, 0.016577, -0.014359, 0.052222, -0.009866, 0.018397, -0.001138, -0.005905, 0.054239, -0.012327, -0.010589, -0.012114, 0.006773, 0.007167], [-0.011925, -0.064696, -0.016062, -0.001878, 0.013232, 0.013504, 0.017958, -0.030739, 0.036053, -0.000428, -0.010818, -0.023681, 0.021656, -0.075174, 0.014666, -0.027424, 0.001626, 0.009579, -0.078055, 0.018181, 0.013985, 0.017306, -0.008533, -0.01081]], splits={"combinatorial": {"groups": 6, "test_groups": 2, "horizon": 1, "embargo": 0}}, periods_per_year=12)
    >>> report.mean_in_sample.value
    1.0472369288129477
    >>> report.mean_out_of_sample.value
    0.7782312777900203
    """
    return SelectionReport._read(call("treasury.selection_out_of_sample", {"returns": returns, "splits": splits, "periods_per_year": periods_per_year}))
