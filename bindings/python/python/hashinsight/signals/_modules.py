"""Operations and types of ``signals``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any, ClassVar, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, Variant, call, day, document, each, instant, listed, operation, rows, wide
from .._frames import Columns
from .._handles import Stream
from .._outcome import outcome
from .._plots import WithPlot
from .._show import Rows
from ..market import FundingHistory, FundingHistoryDict, OpenInterestHistory, OpenInterestHistoryDict, OptionChain, OptionChainDict, OrderBook, OrderBookDict
from ..units import Outcome

__all__ = [
    "Action",
    "AlmgrenChrissReport",
    "AssessmentStatus",
    "BanditSizing",
    "BanditSizingColumns",
    "BanditSizingParams",
    "BanditSizingParamsDict",
    "BanditSizingRow",
    "BookReport",
    "BookWalk",
    "Break",
    "Breakout",
    "BreakoutColumns",
    "BreakoutParams",
    "BreakoutParamsDict",
    "BreakoutRow",
    "Calibration",
    "CalibrationDict",
    "CalibrationMap",
    "CalibrationMapDict",
    "CalibrationMapLike",
    "CalibrationMethod",
    "ChartPattern",
    "Confluence",
    "ConfluenceColumns",
    "ConfluenceParams",
    "ConfluenceParamsDict",
    "ConfluenceRow",
    "CusumAlarm",
    "CusumParams",
    "CusumParamsDict",
    "DerivativesHistory",
    "DerivativesHistoryDict",
    "DerivativesPressure",
    "DerivativesPressureColumns",
    "DerivativesPressureParams",
    "DerivativesPressureParamsDict",
    "DerivativesPressureRow",
    "DivergenceParams",
    "DivergenceParamsDict",
    "EdgeMachine",
    "EdgeMachineDict",
    "Ensemble",
    "EnsembleColumns",
    "EnsembleRow",
    "ExecutionPlan",
    "Feature",
    "FeatureReading",
    "FeatureValue",
    "FitRegimesReport",
    "FuturePrices",
    "FuturePricesDict",
    "HashRibbon",
    "HashRibbonParams",
    "HashRibbonParamsDict",
    "IncomeBasis",
    "IsotonicMap",
    "IsotonicMapDict",
    "Label",
    "LabelDict",
    "LadderSizing",
    "Layers",
    "LayersColumns",
    "LayersParams",
    "LayersParamsDict",
    "LayersRow",
    "LinearImpact",
    "LinearImpactDict",
    "Microstructure",
    "MicrostructureColumns",
    "MicrostructureParams",
    "MicrostructureParamsDict",
    "MicrostructureRow",
    "MinerCycle",
    "MinerCycleColumns",
    "MinerCycleParams",
    "MinerCycleParamsDict",
    "MinerCycleRow",
    "ModuleCalibration",
    "ModuleCalibrationDict",
    "ModuleName",
    "OrderSide",
    "Pattern",
    "PatternColumns",
    "PatternDirection",
    "PatternFate",
    "PatternParams",
    "PatternParamsDict",
    "PatternRow",
    "PlattLine",
    "PlattLineDict",
    "Policy",
    "PolicyDict",
    "PolicyExp3",
    "PolicyExp3Dict",
    "PolicyLike",
    "PolicyLinUcb",
    "PolicyLinUcbDict",
    "PolicyThompson",
    "PolicyThompsonDict",
    "Reason",
    "ReasonCode",
    "Regime",
    "RegimeColumns",
    "RegimeFilter",
    "RegimeFilterColumns",
    "RegimeFilterRow",
    "RegimeParams",
    "RegimeParamsDict",
    "RegimeRow",
    "ReliabilityBin",
    "ReliabilityReport",
    "RunLengthParams",
    "RunLengthParamsDict",
    "Schedule",
    "ScheduleAlmgrenChriss",
    "ScheduleAlmgrenChrissDict",
    "ScheduleDict",
    "ScheduleLike",
    "ScheduleParticipation",
    "ScheduleParticipationDict",
    "ScheduleTwap",
    "ScheduleTwapDict",
    "ScheduleVwap",
    "ScheduleVwapDict",
    "SellLadderReport",
    "SellLayer",
    "ShapeParams",
    "ShapeParamsDict",
    "SwitchingModel",
    "SwitchingModelDict",
    "SwitchingRegime",
    "SwitchingRegimeDict",
    "Thresholds",
    "ThresholdsDict",
    "TradeCostsReport",
    "Volatility",
    "Vpin",
    "VpinColumns",
    "VpinRow",
    "almgren_chriss",
    "execution_plan",
    "fit_regimes",
    "order_book",
    "reliability",
    "sell_ladder",
    "trade_costs",
]


def __dir__() -> list[str]:
    return __all__


Action: TypeAlias = Literal["hold", "trim", "sell"]
"""Advice of the ensemble.

Cases
-----
hold
    Keep.
trim
    Sell a little.
sell
    Sell.
"""


@document
class SwitchingRegime(Document):
    """One regime of a `SwitchingModel`.

    Attributes
    ----------
    mean : float
        Mean of the series in the regime, in the unit of the series. [from -1e+100 to 1e+100]
    variance : float
        Variance of the series in the regime, in the square of its unit. [from 1e-100 to 1e+100]
    next : tuple[float, ...]
        Probabilities of the regimes at the next step, in the order of the regimes: they add up to 1.
    """

    mean: float
    variance: float
    next: tuple[float, ...]
    _route = "signals.regime:model.regimes.[]"

    def __init__(
        self,
        mean: float,
        variance: float,
        next: ArrayLike,
    ) -> None:
        self._fill({"mean": mean, "variance": variance, "next": next})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["next"] = listed(document["next"])

    def _wire(self) -> dict[str, Any]:
        return {
            "mean": self.mean,
            "variance": self.variance,
            "next": self.next,
        }


class SwitchingRegimeDict(TypedDict):
    """``SwitchingRegime`` as a mapping."""

    mean: float
    variance: float
    next: ArrayLike


@document
class SwitchingModel(Document):
    """A series whose mean and variance hang on an unseen regime.

    Attributes
    ----------
    regimes : Rows[SwitchingRegime]
        Regimes, 2 to 8.
    autoregression : tuple[float, ...], optional
        Coefficients of the distances of earlier values from their means, newest first. Absent: values hang on their own regime alone.
    start : tuple[float, ...], optional
        Probabilities of the regimes at the first step, which add up to 1. Absent: those that the chain has in the long run.
    """

    regimes: Rows[SwitchingRegime]
    autoregression: tuple[float, ...] | None = None
    start: tuple[float, ...] | None = None
    _route = "signals.regime:model"

    def __init__(
        self,
        regimes: Sequence[SwitchingRegime | SwitchingRegimeDict] | FrameLike,
        autoregression: ArrayLike | None = None,
        start: ArrayLike | None = None,
    ) -> None:
        self._fill({"regimes": regimes, "autoregression": autoregression, "start": start})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["regimes"] = rows(SwitchingRegime._read, document["regimes"])
        if document.get("autoregression") is not None:
            document["autoregression"] = listed(document["autoregression"])
        if document.get("start") is not None:
            document["start"] = listed(document["start"])

    def _wire(self) -> dict[str, Any]:
        return {
            "regimes": self.regimes,
            "autoregression": self.autoregression,
            "start": self.start,
        }


class SwitchingModelDict(TypedDict):
    """``SwitchingModel`` as a mapping."""

    regimes: Sequence[SwitchingRegime | SwitchingRegimeDict]
    autoregression: NotRequired[ArrayLike | None]
    start: NotRequired[ArrayLike | None]


@document
class CusumParams(Document):
    """Inputs of a cumulative sum: reference, drift and limit.

    Attributes
    ----------
    mean : float, optional
        Mean of the series while nothing changes, in the unit of the series. [from -1e+100 to 1e+100; 0.0 where absent]
    slack : float, optional
        Distance from the mean that does not count, in the unit of the series: half of the shift to be found. [from 0.0 to 1e+100; 0.5 where absent]
    threshold : float, optional
        Sum beyond which there is an alarm, in the unit of the series. [from 0.0 to 1e+100; 5.0 where absent]
    restart : bool, optional
        Whether both sums begin again after an alarm. [true where absent]
    """

    mean: float | None = None
    slack: float | None = None
    threshold: float | None = None
    restart: bool | None = None
    _route = "signals.regime:shifts"

    def __init__(
        self,
        mean: float | None = None,
        slack: float | None = None,
        threshold: float | None = None,
        restart: bool | None = None,
    ) -> None:
        self._fill({"mean": mean, "slack": slack, "threshold": threshold, "restart": restart})

    def _wire(self) -> dict[str, Any]:
        return {
            "mean": self.mean,
            "slack": self.slack,
            "threshold": self.threshold,
            "restart": self.restart,
        }


class CusumParamsDict(TypedDict):
    """``CusumParams`` as a mapping."""

    mean: NotRequired[float | None]
    slack: NotRequired[float | None]
    threshold: NotRequired[float | None]
    restart: NotRequired[bool | None]


@document
class RunLengthParams(Document):
    """Prior and limits of a `RunLength`.

    Attributes
    ----------
    mean_run : float, optional
        Mean length of a run, in values. [from 2.0 to 1000000000.0; 250.0 where absent]
    prior_mean : float, optional
        Mean of the values of a run before any is seen, in the unit of the series. [from -1e+50 to 1e+50; 0.0 where absent]
    prior_kappa : float, optional
        Number of values that the prior mean is worth. [from 1e-9 to 1000000000.0; 1.0 where absent]
    prior_alpha : float, optional
        Shape of the prior of the precision: half of the number of values that it is worth. [from 0.001 to 1000000.0; 1.0 where absent]
    prior_beta : float, optional
        Rate of the prior of the precision, in the square of the unit of the series. [from 1e-50 to 1e+50; 1.0 where absent]
    recent : int, optional
        Run lengths that count as recent, in values: up to this one. [from 0 to 1000; 5 where absent]
    least_probability : float, optional
        Probability below which a run is dropped. [from 0.0 to 0.001; 1e-10 where absent]
    most_runs : int, optional
        Most runs that are kept. [from 10 to 100000; 500 where absent]
    """

    mean_run: float | None = None
    prior_mean: float | None = None
    prior_kappa: float | None = None
    prior_alpha: float | None = None
    prior_beta: float | None = None
    recent: int | None = None
    least_probability: float | None = None
    most_runs: int | None = None
    _route = "signals.regime:runs"

    def __init__(
        self,
        mean_run: float | None = None,
        prior_mean: float | None = None,
        prior_kappa: float | None = None,
        prior_alpha: float | None = None,
        prior_beta: float | None = None,
        recent: int | None = None,
        least_probability: float | None = None,
        most_runs: int | None = None,
    ) -> None:
        self._fill({"mean_run": mean_run, "prior_mean": prior_mean, "prior_kappa": prior_kappa, "prior_alpha": prior_alpha, "prior_beta": prior_beta, "recent": recent, "least_probability": least_probability, "most_runs": most_runs})

    def _wire(self) -> dict[str, Any]:
        return {
            "mean_run": self.mean_run,
            "prior_mean": self.prior_mean,
            "prior_kappa": self.prior_kappa,
            "prior_alpha": self.prior_alpha,
            "prior_beta": self.prior_beta,
            "recent": self.recent,
            "least_probability": self.least_probability,
            "most_runs": self.most_runs,
        }


class RunLengthParamsDict(TypedDict):
    """``RunLengthParams`` as a mapping."""

    mean_run: NotRequired[float | None]
    prior_mean: NotRequired[float | None]
    prior_kappa: NotRequired[float | None]
    prior_alpha: NotRequired[float | None]
    prior_beta: NotRequired[float | None]
    recent: NotRequired[int | None]
    least_probability: NotRequired[float | None]
    most_runs: NotRequired[int | None]


AssessmentStatus: TypeAlias = Literal["ok", "warmup", "no_data", "stale"]
"""Whether an assessment can be used.

Cases
-----
ok
    There is a score.
warmup
    Too few events so far.
no_data
    What the module cannot do without never came.
stale
    What the module cannot do without is too old.
"""


Volatility: TypeAlias = Literal["unknown", "calm", "turbulent"]
"""Volatility of the market.

Cases
-----
unknown
    No return yet.
calm
    The first regime is the likelier one.
turbulent
    The second regime is the likelier one.
"""


CusumAlarm: TypeAlias = Literal["quiet", "up", "down"]
"""Direction of an alarm.

Cases
-----
quiet
    No alarm.
up
    The mean has risen.
down
    The mean has fallen.
"""


@document
class DivergenceParams(Document):
    """When two turning points diverge.

    Attributes
    ----------
    rsi_length : int, optional
        Length of the relative strength index, in bars. [from 1 to 10000; 14 where absent]
    pivot_bars : int, optional
        Bars on either side of a turning point that it exceeds. [from 1 to 100; 3 where absent]
    least_bars : int, optional
        Least distance of the two turning points, in bars. [from 1 to 10000; 5 where absent]
    most_bars : int, optional
        Greatest distance of the two turning points, in bars. [from 1 to 10000; 60 where absent]
    least_difference : float, optional
        Least difference of the index at the two turning points, 0 to 100. [from 0.0 to 100.0; 3.0 where absent]
    """

    rsi_length: int | None = None
    pivot_bars: int | None = None
    least_bars: int | None = None
    most_bars: int | None = None
    least_difference: float | None = None
    _route = "signals.breakout:divergence"

    def __init__(
        self,
        rsi_length: int | None = None,
        pivot_bars: int | None = None,
        least_bars: int | None = None,
        most_bars: int | None = None,
        least_difference: float | None = None,
    ) -> None:
        self._fill({"rsi_length": rsi_length, "pivot_bars": pivot_bars, "least_bars": least_bars, "most_bars": most_bars, "least_difference": least_difference})

    def _wire(self) -> dict[str, Any]:
        return {
            "rsi_length": self.rsi_length,
            "pivot_bars": self.pivot_bars,
            "least_bars": self.least_bars,
            "most_bars": self.most_bars,
            "least_difference": self.least_difference,
        }


class DivergenceParamsDict(TypedDict):
    """``DivergenceParams`` as a mapping."""

    rsi_length: NotRequired[int | None]
    pivot_bars: NotRequired[int | None]
    least_bars: NotRequired[int | None]
    most_bars: NotRequired[int | None]
    least_difference: NotRequired[float | None]


Break: TypeAlias = Literal["inside", "up", "down"]
"""Direction of the last break that still counts.

Cases
-----
inside
    No break counts.
up
    Above the channel.
down
    Below the channel.
"""


IncomeBasis: TypeAlias = Literal["expected_subsidy", "counted_reward"]
"""Basis of the income of miners.

Cases
-----
expected_subsidy
    What the rules of the network let a day expect: 144 subsidies, and a hashprice of the subsidy alone at the day's difficulty.
counted_reward
    What the day has paid: its new coins, and its new coins and fees over its hashrate.
"""


@document
class HashRibbonParams(Document):
    """Spans and hysteresis of `HashRibbons`.

    Attributes
    ----------
    short_length : int, optional
        Length of the short average of the hashrate, in days on which it was observed: below `long_length`. [from 1 to 10000; 30 where absent]
    long_length : int, optional
        Length of the long average of the hashrate, in days on which it was observed. [from 1 to 10000; 60 where absent]
    band : float, optional
        Distance by which the averages have to cross, as a fraction of the long one. 0 takes every crossing, and whipsaws. [from 0.0 to 1.0; 0.005 where absent]
    price_short_length : int, optional
        Length of the short average of the price, in days: below `price_long_length`. [from 1 to 10000; 10 where absent]
    price_long_length : int, optional
        Length of the long average of the price, in days. [from 1 to 10000; 20 where absent]
    """

    short_length: int | None = None
    long_length: int | None = None
    band: float | None = None
    price_short_length: int | None = None
    price_long_length: int | None = None
    _route = "signals.miner_cycle:ribbons"

    def __init__(
        self,
        short_length: int | None = None,
        long_length: int | None = None,
        band: float | None = None,
        price_short_length: int | None = None,
        price_long_length: int | None = None,
    ) -> None:
        self._fill({"short_length": short_length, "long_length": long_length, "band": band, "price_short_length": price_short_length, "price_long_length": price_long_length})

    def _wire(self) -> dict[str, Any]:
        return {
            "short_length": self.short_length,
            "long_length": self.long_length,
            "band": self.band,
            "price_short_length": self.price_short_length,
            "price_long_length": self.price_long_length,
        }


class HashRibbonParamsDict(TypedDict):
    """``HashRibbonParams`` as a mapping."""

    short_length: NotRequired[int | None]
    long_length: NotRequired[int | None]
    band: NotRequired[float | None]
    price_short_length: NotRequired[int | None]
    price_long_length: NotRequired[int | None]


@document
class EdgeMachine(Document):
    """A machine at the edge of the network, and what its power costs.

    Attributes
    ----------
    efficiency_j_per_th : float
        Energy per unit of hashing work of the machine, in J/TH. [J/TH, above 0.0 to 1000000000000000.0]
    power_price_usd_per_kwh : float
        Price of its electrical energy, in USD/kWh: above 0. [USD/kWh, from -1000.0 to 1000.0]
    """

    efficiency_j_per_th: float
    power_price_usd_per_kwh: float
    _route = "signals.miner_cycle:machine"

    def __init__(
        self,
        efficiency_j_per_th: float,
        power_price_usd_per_kwh: float,
    ) -> None:
        self._fill({"efficiency_j_per_th": efficiency_j_per_th, "power_price_usd_per_kwh": power_price_usd_per_kwh})

    def _wire(self) -> dict[str, Any]:
        return {
            "efficiency_j_per_th": self.efficiency_j_per_th,
            "power_price_usd_per_kwh": self.power_price_usd_per_kwh,
        }


class EdgeMachineDict(TypedDict):
    """``EdgeMachine`` as a mapping."""

    efficiency_j_per_th: float
    power_price_usd_per_kwh: float


HashRibbon: TypeAlias = Literal["unknown", "expansion", "capitulation", "recovery"]
"""State of the hash ribbons (Edwards 2019).

Cases
-----
unknown
    The averages are not known yet.
expansion
    Hashrate grows, or has recovered and the price has confirmed it.
capitulation
    The short average is below the long one: miners switch off.
recovery
    The short average has crossed back, and the price has not confirmed it yet.
"""


@document
class ShapeParams(Document):
    """How much turning points of one pattern may differ.

    Attributes
    ----------
    tolerance : float, optional
        Greatest distance of tops, or of bottoms, from their mean, as a fraction of it. [from 0.0 to 1.0; 0.015 where absent]
    rectangle_tolerance : float, optional
        The same for a rectangle. [from 0.0 to 1.0; 0.0075 where absent]
    least_separation : int, optional
        Least distance of two tops, or of two bottoms, in bars. [from 1 to 10000; 22 where absent]
    """

    tolerance: float | None = None
    rectangle_tolerance: float | None = None
    least_separation: int | None = None
    _route = "signals.pattern:shape"

    def __init__(
        self,
        tolerance: float | None = None,
        rectangle_tolerance: float | None = None,
        least_separation: int | None = None,
    ) -> None:
        self._fill({"tolerance": tolerance, "rectangle_tolerance": rectangle_tolerance, "least_separation": least_separation})

    def _wire(self) -> dict[str, Any]:
        return {
            "tolerance": self.tolerance,
            "rectangle_tolerance": self.rectangle_tolerance,
            "least_separation": self.least_separation,
        }


class ShapeParamsDict(TypedDict):
    """``ShapeParams`` as a mapping."""

    tolerance: NotRequired[float | None]
    rectangle_tolerance: NotRequired[float | None]
    least_separation: NotRequired[int | None]


ChartPattern: TypeAlias = Literal["nothing", "double_top", "double_bottom", "head_and_shoulders", "inverse_head_and_shoulders", "triangle", "rectangle"]
"""Chart pattern.

Cases
-----
nothing
    No pattern.
double_top
    Two tops of one height: broken downward.
double_bottom
    Two bottoms of one height: broken upward.
head_and_shoulders
    A top between two lower ones: broken downward.
inverse_head_and_shoulders
    A bottom between two higher ones: broken upward.
triangle
    Tops that fall and bottoms that rise: broken either way.
rectangle
    Level tops above level bottoms: broken either way.
"""


PatternDirection: TypeAlias = Literal["neither", "up", "down"]
"""Direction in which a pattern was broken.

Cases
-----
neither
    No pattern is followed.
up
    Upward.
down
    Downward.
"""


PatternFate: TypeAlias = Literal["quiet", "broken", "reached", "invalidated", "expired"]
"""Fate of a pattern on a bar.

Cases
-----
quiet
    Nothing.
broken
    A pattern was broken: it is followed from this bar on.
reached
    The bar reached the target.
invalidated
    The bar closed beyond the invalidation.
expired
    The pattern has been followed long enough.
"""


@document
class FitRegimesReport(Document):
    """Result of `fit_regimes`.

    Attributes
    ----------
    model : SwitchingModel
        Fitted model, its regimes sorted by variance.
    start : tuple[float, ...]
        Probabilities of the regimes at the first value, as fitted. They are not part of the model, which goes on elsewhere.
    log_likelihood : float
        Logarithm of the likelihood of the series under the model and that start.
    rounds : int
        Rounds that the likeliest start took. [from 0]
    converged : bool
        Whether the likeliest start came to its end within the rounds allowed.
    starts : int
        Number of starts that were run. [from 0]
    """

    model: SwitchingModel
    start: tuple[float, ...]
    log_likelihood: float
    rounds: int
    converged: bool
    starts: int

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["model"] = SwitchingModel._read(document["model"])
        document["start"] = listed(document["start"])

    def _wire(self) -> dict[str, Any]:
        return {
            "model": self.model,
            "start": self.start,
            "log_likelihood": self.log_likelihood,
            "rounds": self.rounds,
            "converged": self.converged,
            "starts": self.starts,
        }


LadderSizing: TypeAlias = Literal["rising", "equal"]
"""How a budget is spread over the layers.

Cases
-----
rising
    In proportion to the layer's number: most is sold at the highest price.
equal
    The same in each layer.
"""


@document
class SellLayer(Document):
    """One layer of a ladder.

    Attributes
    ----------
    price : float
        Price of the layer's order, in quote currency.
    size_sat : int
        Size of the layer's order, in satoshis. [sat, from 0 to 2100000000000000]
    """

    price: float
    size_sat: int

    def _wire(self) -> dict[str, Any]:
        return {
            "price": self.price,
            "size_sat": self.size_sat,
        }


@document
class SellLadderReport(Document):
    """Result of `sell_ladder`.

    Attributes
    ----------
    layers : Rows[SellLayer]
        Layers, from the nearest.
    total_sat : int
        Sum of the layers' sizes, in satoshis: the budget. [sat, from 0 to 2100000000000000]
    kept_sat : int
        Inventory that is left once every layer is sold, in satoshis. [sat, from 0 to 2100000000000000]
    """

    layers: Rows[SellLayer]
    total_sat: int
    kept_sat: int

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["layers"] = rows(SellLayer._read, document["layers"])

    def _wire(self) -> dict[str, Any]:
        return {
            "layers": self.layers,
            "total_sat": self.total_sat,
            "kept_sat": self.kept_sat,
        }


OrderSide: TypeAlias = Literal["sell", "buy"]
"""Side of an order.

Cases
-----
sell
    An order that sells: it meets the bids.
buy
    An order that buys: it meets the asks.
"""


@document
class BookWalk(Document):
    """What an order meets in a book.

    Attributes
    ----------
    filled_base : float
        Size that the book takes, in units of base.
    unfilled_base : float
        Size that is left when the book is empty, in units of base.
    levels : int
        Number of levels that are touched. [from 0]
    mean_price : Outcome
        Mean price of what is filled, in quote currency per unit of base.
    worst_price : Outcome
        Price of the last level that is touched, in quote currency per unit of base.
    slippage : Outcome
        Slippage: how much worse the mean price is than the mid, as a fraction of the mid.
    """

    filled_base: float
    unfilled_base: float
    levels: int
    mean_price: Outcome
    worst_price: Outcome
    slippage: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["mean_price"] = outcome(document["mean_price"])
        document["worst_price"] = outcome(document["worst_price"])
        document["slippage"] = outcome(document["slippage"])

    def _wire(self) -> dict[str, Any]:
        return {
            "filled_base": self.filled_base,
            "unfilled_base": self.unfilled_base,
            "levels": self.levels,
            "mean_price": self.mean_price,
            "worst_price": self.worst_price,
            "slippage": self.slippage,
        }


@document
class BookReport(Document):
    """Result of `read_book`.

    Attributes
    ----------
    mid : float, optional
        Middle of best bid and best ask, in quote currency per unit of base. Absent: a side is empty.
    spread : float, optional
        Quoted spread as a fraction of the mid. Absent: a side is empty.
    imbalance : float, optional
        Imbalance of the sizes, from -1 (all asked) to 1 (all bid). Absent: a side is empty.
    microprice : float, optional
        Microprice, the mid weighted by the size of the other side, in quote currency per unit of base. Absent: a side is empty.
    walk : BookWalk, optional
        Walk of the order through the book. Absent: no size was asked about.
    """

    mid: float | None = None
    spread: float | None = None
    imbalance: float | None = None
    microprice: float | None = None
    walk: BookWalk | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("walk") is not None:
            document["walk"] = BookWalk._read(document["walk"])

    def _wire(self) -> dict[str, Any]:
        return {
            "mid": self.mid,
            "spread": self.spread,
            "imbalance": self.imbalance,
            "microprice": self.microprice,
            "walk": self.walk,
        }


@document
class TradeCostsReport(Document):
    """Result of `trade_costs`.

    Attributes
    ----------
    roll_spread : Outcome
        Effective spread by Roll's formula, in quote currency; undefined where successive changes are positively correlated.
    kyle_lambda : float, optional
        Kyle's lambda with an intercept, in quote currency per unit of base and unit of base. Absent: volumes are not known.
    kyle_standard_error : float, optional
        Standard error of Kyle's lambda. Absent: volumes are not known, or too few.
    kyle_lambda_through_origin : float, optional
        Kyle's lambda of the line through the origin, in the same unit. Absent: volumes are not known.
    """

    roll_spread: Outcome
    kyle_lambda: float | None = None
    kyle_standard_error: float | None = None
    kyle_lambda_through_origin: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["roll_spread"] = outcome(document["roll_spread"])

    def _wire(self) -> dict[str, Any]:
        return {
            "roll_spread": self.roll_spread,
            "kyle_lambda": self.kyle_lambda,
            "kyle_standard_error": self.kyle_standard_error,
            "kyle_lambda_through_origin": self.kyle_lambda_through_origin,
        }


@document
class LinearImpact(Document):
    """Cost of trading, by a linear model of impact. Prices are in quote currency per unit of base.

    Attributes
    ----------
    volatility : float
        Standard deviation of the price per square root of a day, in quote currency per unit of base. [from 0.0 to 1e+18]
    half_spread : float
        Half spread, the cost of crossing (epsilon), in quote currency per unit of base. [from 0.0 to 1e+18]
    permanent : float
        Permanent impact (gamma): price change per unit of base sold, in quote currency per square unit of base. [from 0.0 to 1e+18]
    temporary : float
        Temporary impact (eta): price concession per unit of base and day of speed, in quote currency times days per square unit of base. [from 0.0 to 1e+18]
    """

    volatility: float
    half_spread: float
    permanent: float
    temporary: float
    _route = "signals.almgren_chriss:impact"

    def __init__(
        self,
        volatility: float,
        half_spread: float,
        permanent: float,
        temporary: float,
    ) -> None:
        self._fill({"volatility": volatility, "half_spread": half_spread, "permanent": permanent, "temporary": temporary})

    def _wire(self) -> dict[str, Any]:
        return {
            "volatility": self.volatility,
            "half_spread": self.half_spread,
            "permanent": self.permanent,
            "temporary": self.temporary,
        }


class LinearImpactDict(TypedDict):
    """``LinearImpact`` as a mapping."""

    volatility: float
    half_spread: float
    permanent: float
    temporary: float


@document
class AlmgrenChrissReport(Document):
    """Result of `almgren_chriss`.

    Attributes
    ----------
    kappa_per_day : float
        Urgency (kappa) per day.
    half_life_days : Outcome
        Half life of the position, `1 / kappa`, in days; unbounded without aversion to risk.
    holdings_base : tuple[float, ...]
        Size left at the start and after each interval, in units of base.
    trades_base : tuple[float, ...]
        Size sold in each interval, in units of base.
    expected_cost : float
        Expected cost, in quote currency.
    variance : float
        Variance of the cost, in square units of the quote currency.
    twap_expected_cost : float
        Expected cost of equal slices, in quote currency.
    twap_variance : float
        Variance of the cost of equal slices, in square units of the quote currency.
    """

    kappa_per_day: float
    half_life_days: Outcome
    holdings_base: tuple[float, ...]
    trades_base: tuple[float, ...]
    expected_cost: float
    variance: float
    twap_expected_cost: float
    twap_variance: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["half_life_days"] = outcome(document["half_life_days"])
        document["holdings_base"] = listed(document["holdings_base"])
        document["trades_base"] = listed(document["trades_base"])

    def _wire(self) -> dict[str, Any]:
        return {
            "kappa_per_day": self.kappa_per_day,
            "half_life_days": self.half_life_days,
            "holdings_base": self.holdings_base,
            "trades_base": self.trades_base,
            "expected_cost": self.expected_cost,
            "variance": self.variance,
            "twap_expected_cost": self.twap_expected_cost,
            "twap_variance": self.twap_variance,
        }


@document
class ScheduleTwap(Document):
    """Equal slices (TWAP).

    Attributes
    ----------
    slices : int
        Number of slices. [from 1 to 10000]
    """

    slices: int
    _route = "signals.execution_plan:schedule.twap"

    def __init__(
        self,
        slices: int,
    ) -> None:
        self._fill({"slices": slices})

    def _wire(self) -> dict[str, Any]:
        return {
            "slices": self.slices,
        }


class ScheduleTwapDict(TypedDict):
    """``ScheduleTwap`` as a mapping."""

    slices: int


@document
class ScheduleVwap(Document):
    """Slices in proportion to expected volumes (VWAP).

    Attributes
    ----------
    expected_volumes : tuple[float, ...]
        Expected volumes of the intervals, in any unit.
    """

    expected_volumes: tuple[float, ...]
    _route = "signals.execution_plan:schedule.vwap"

    def __init__(
        self,
        expected_volumes: ArrayLike,
    ) -> None:
        self._fill({"expected_volumes": expected_volumes})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["expected_volumes"] = listed(document["expected_volumes"])

    def _wire(self) -> dict[str, Any]:
        return {
            "expected_volumes": self.expected_volumes,
        }


class ScheduleVwapDict(TypedDict):
    """``ScheduleVwap`` as a mapping."""

    expected_volumes: ArrayLike


@document
class ScheduleParticipation(Document):
    """At most a part of the expected volume (POV).

    Attributes
    ----------
    rate : float
        Part of each interval's volume. [from 0.0 to 1.0]
    expected_volumes_base : tuple[float, ...]
        Expected volumes of the intervals, in bitcoin.
    """

    rate: float
    expected_volumes_base: tuple[float, ...]
    _route = "signals.execution_plan:schedule.participation"

    def __init__(
        self,
        rate: float,
        expected_volumes_base: ArrayLike,
    ) -> None:
        self._fill({"rate": rate, "expected_volumes_base": expected_volumes_base})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["expected_volumes_base"] = listed(document["expected_volumes_base"])

    def _wire(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
            "expected_volumes_base": self.expected_volumes_base,
        }


class ScheduleParticipationDict(TypedDict):
    """``ScheduleParticipation`` as a mapping."""

    rate: float
    expected_volumes_base: ArrayLike


@document
class ScheduleAlmgrenChriss(Document):
    """Least expected cost plus aversion to risk times variance (Almgren and Chriss 2000).

    Attributes
    ----------
    slices : int
        Number of slices. [from 1 to 10000]
    risk_aversion_per_usd : float
        Aversion to risk (lambda), in 1 / US dollar. [from 0.0 to 1e+18]
    """

    slices: int
    risk_aversion_per_usd: float
    _route = "signals.execution_plan:schedule.almgren_chriss"

    def __init__(
        self,
        slices: int,
        risk_aversion_per_usd: float,
    ) -> None:
        self._fill({"slices": slices, "risk_aversion_per_usd": risk_aversion_per_usd})

    def _wire(self) -> dict[str, Any]:
        return {
            "slices": self.slices,
            "risk_aversion_per_usd": self.risk_aversion_per_usd,
        }


class ScheduleAlmgrenChrissDict(TypedDict):
    """``ScheduleAlmgrenChriss`` as a mapping."""

    slices: int
    risk_aversion_per_usd: float


@document
class Schedule(Variant):
    """How a parent order is cut into slices of equal time.

    Cases
    -----
    twap
        Equal slices (TWAP).
    vwap
        Slices in proportion to expected volumes (VWAP).
    participation
        At most a part of the expected volume (POV).
    almgren_chriss
        Least expected cost plus aversion to risk times variance (Almgren and Chriss 2000).
    """

    tag: Literal["twap", "vwap", "participation", "almgren_chriss"]
    content: ScheduleTwap | ScheduleVwap | ScheduleParticipation | ScheduleAlmgrenChriss | None = None
    _route = "signals.execution_plan:schedule"

    @classmethod
    def twap(cls, content: ScheduleTwap | ScheduleTwapDict) -> Self:
        """Equal slices (TWAP)."""
        return cls._made("twap", content)

    @classmethod
    def vwap(cls, content: ScheduleVwap | ScheduleVwapDict) -> Self:
        """Slices in proportion to expected volumes (VWAP)."""
        return cls._made("vwap", content)

    @classmethod
    def participation(cls, content: ScheduleParticipation | ScheduleParticipationDict) -> Self:
        """At most a part of the expected volume (POV)."""
        return cls._made("participation", content)

    @classmethod
    def almgren_chriss(cls, content: ScheduleAlmgrenChriss | ScheduleAlmgrenChrissDict) -> Self:
        """Least expected cost plus aversion to risk times variance (Almgren and Chriss 2000)."""
        return cls._made("almgren_chriss", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "twap":
            return ScheduleTwap._read(content)
        if tag == "vwap":
            return ScheduleVwap._read(content)
        if tag == "participation":
            return ScheduleParticipation._read(content)
        if tag == "almgren_chriss":
            return ScheduleAlmgrenChriss._read(content)
        return content


class ScheduleDict(TypedDict, total=False):
    """``Schedule`` as a mapping: one of the keys, with its content."""

    twap: ScheduleTwap | ScheduleTwapDict
    vwap: ScheduleVwap | ScheduleVwapDict
    participation: ScheduleParticipation | ScheduleParticipationDict
    almgren_chriss: ScheduleAlmgrenChriss | ScheduleAlmgrenChrissDict


ScheduleLike: TypeAlias = "Schedule | ScheduleDict"
"""What is taken for a ``Schedule``."""


@document
class ExecutionPlan(Document):
    """Result of `execution_plan`: a plan, never a direction.

    Attributes
    ----------
    slices_sat : tuple[int, ...]
        Slices in whole satoshis, one per interval; with `unscheduled_sat` they add up to the parent order.
    start_days : tuple[float, ...]
        Starts of the intervals, in days from the start of the sale.
    unscheduled_sat : int
        Coins that the schedule leaves unsold, in satoshis. [sat, from 0 to 2100000000000000]
    spread_cost_usd : float
        Expected cost of crossing half the spread, in US dollars.
    permanent_cost_usd : float
        Expected cost of permanent impact, in US dollars.
    temporary_cost_usd : float
        Expected cost of temporary impact, in US dollars.
    expected_cost_usd : float
        Expected cost, the sum of the three, in US dollars: linear impact with the rules of thumb of Almgren and Chriss.
    cost_deviation_usd : float
        Standard deviation of the cost, in US dollars: the price moves while the sale lasts.
    expected_cost : Outcome
        Expected cost as a fraction of the value that is sold.
    square_root_cost_usd : float
        Cost by the square-root law, in US dollars: a second estimate, of the order as a whole and whatever its schedule.
    readiness : float
        Readiness of the market for the sale: 1 less the expected cost over the forbidding one, at least 0.
    kappa_per_day : float, optional
        Urgency (kappa) per day of the schedule of Almgren and Chriss. Absent: another schedule.
    """

    slices_sat: tuple[int, ...]
    start_days: tuple[float, ...]
    unscheduled_sat: int
    spread_cost_usd: float
    permanent_cost_usd: float
    temporary_cost_usd: float
    expected_cost_usd: float
    cost_deviation_usd: float
    expected_cost: Outcome
    square_root_cost_usd: float
    readiness: float
    kappa_per_day: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["slices_sat"] = listed(document["slices_sat"])
        document["start_days"] = listed(document["start_days"])
        document["expected_cost"] = outcome(document["expected_cost"])

    def _wire(self) -> dict[str, Any]:
        return {
            "slices_sat": self.slices_sat,
            "start_days": self.start_days,
            "unscheduled_sat": self.unscheduled_sat,
            "spread_cost_usd": self.spread_cost_usd,
            "permanent_cost_usd": self.permanent_cost_usd,
            "temporary_cost_usd": self.temporary_cost_usd,
            "expected_cost_usd": self.expected_cost_usd,
            "cost_deviation_usd": self.cost_deviation_usd,
            "expected_cost": self.expected_cost,
            "square_root_cost_usd": self.square_root_cost_usd,
            "readiness": self.readiness,
            "kappa_per_day": self.kappa_per_day,
        }


@document
class PolicyThompson(Document):
    """Thompson sampling of beta posteriors.

    Attributes
    ----------
    keep : float
        Factor by which older rewards count less with each new one. [from 0.0 to 1.0]
    """

    keep: float
    _route = "signals.bandit_sizing:policy.thompson"

    def __init__(
        self,
        keep: float,
    ) -> None:
        self._fill({"keep": keep})

    def _wire(self) -> dict[str, Any]:
        return {
            "keep": self.keep,
        }


class PolicyThompsonDict(TypedDict):
    """``PolicyThompson`` as a mapping."""

    keep: float


@document
class PolicyExp3(Document):
    """Exponential weights against an adversary.

    Attributes
    ----------
    gamma : float
        Part of the plays that explores. [from 0.0 to 1.0]
    """

    gamma: float
    _route = "signals.bandit_sizing:policy.exp3"

    def __init__(
        self,
        gamma: float,
    ) -> None:
        self._fill({"gamma": gamma})

    def _wire(self) -> dict[str, Any]:
        return {
            "gamma": self.gamma,
        }


class PolicyExp3Dict(TypedDict):
    """``PolicyExp3`` as a mapping."""

    gamma: float


@document
class PolicyLinUcb(Document):
    """Upper confidence bound of a linear model of the score.

    Attributes
    ----------
    alpha : float
        Width of the bound, in standard deviations. [from 0.0 to 100.0]
    ridge : float
        Ridge of the regression. [from 1e-9 to 1000000000.0]
    """

    alpha: float
    ridge: float
    _route = "signals.bandit_sizing:policy.lin_ucb"

    def __init__(
        self,
        alpha: float,
        ridge: float,
    ) -> None:
        self._fill({"alpha": alpha, "ridge": ridge})

    def _wire(self) -> dict[str, Any]:
        return {
            "alpha": self.alpha,
            "ridge": self.ridge,
        }


class PolicyLinUcbDict(TypedDict):
    """``PolicyLinUcb`` as a mapping."""

    alpha: float
    ridge: float


@document
class Policy(Variant):
    """Rule by which a bandit explores and exploits.

    Cases
    -----
    thompson
        Thompson sampling of beta posteriors.
    ucb1
        Upper confidence bound of the mean reward.
    exp3
        Exponential weights against an adversary.
    lin_ucb
        Upper confidence bound of a linear model of the score.
    """

    tag: Literal["thompson", "ucb1", "exp3", "lin_ucb"]
    content: PolicyThompson | PolicyExp3 | PolicyLinUcb | None = None
    _route = "signals.bandit_sizing:policy"

    @classmethod
    def thompson(cls, content: PolicyThompson | PolicyThompsonDict) -> Self:
        """Thompson sampling of beta posteriors."""
        return cls._made("thompson", content)

    @classmethod
    def ucb1(cls) -> Self:
        """Upper confidence bound of the mean reward."""
        return cls._made("ucb1")

    @classmethod
    def exp3(cls, content: PolicyExp3 | PolicyExp3Dict) -> Self:
        """Exponential weights against an adversary."""
        return cls._made("exp3", content)

    @classmethod
    def lin_ucb(cls, content: PolicyLinUcb | PolicyLinUcbDict) -> Self:
        """Upper confidence bound of a linear model of the score."""
        return cls._made("lin_ucb", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "thompson":
            return PolicyThompson._read(content)
        if tag == "exp3":
            return PolicyExp3._read(content)
        if tag == "lin_ucb":
            return PolicyLinUcb._read(content)
        return content


class PolicyDict(TypedDict, total=False):
    """``Policy`` as a mapping: one of the keys, with its content."""

    thompson: PolicyThompson | PolicyThompsonDict
    exp3: PolicyExp3 | PolicyExp3Dict
    lin_ucb: PolicyLinUcb | PolicyLinUcbDict


PolicyLike: TypeAlias = "Policy | PolicyDict | Literal['ucb1']"
"""What is taken for a ``Policy``."""


@document
class Label(Document):
    """Label that is predicted: whether holding loses against selling now.

    `net = close[t + h] / close[t] - 1 + cost`, the return of holding, less the return `-cost` of a sale; the label is 1 where `net < 0`. It is known
    at `t + h` and not before.

    Attributes
    ----------
    horizon_bars : int
        Horizon of the label, in bars. [from 1 to 1000]
    cost : float, optional
        Cost of a sale as a fraction of what is sold: holding saves it. [from 0.0 to 1.0; 0.002 where absent]
    """

    horizon_bars: int
    cost: float | None = None
    _route = "signals.ensemble:label"

    def __init__(
        self,
        horizon_bars: int,
        cost: float | None = None,
    ) -> None:
        self._fill({"horizon_bars": horizon_bars, "cost": cost})

    def _wire(self) -> dict[str, Any]:
        return {
            "horizon_bars": self.horizon_bars,
            "cost": self.cost,
        }


class LabelDict(TypedDict):
    """``Label`` as a mapping."""

    horizon_bars: int
    cost: NotRequired[float | None]


ModuleName: TypeAlias = Literal["regime", "breakout", "confluence", "layers", "miner_cycle", "pattern", "derivatives_pressure", "microstructure", "bandit_sizing", "ensemble"]
"""Name of a signal module.

Cases
-----
regime
    A: in which regime trend and volatility are.
breakout
    B: whether a break out of the range is exhausted.
confluence
    C: support and resistance where several methods agree.
layers
    D: a ladder of sell prices and a stop in units of the true range.
miner_cycle
    E: where miners stand in their cycle of income and hashrate.
pattern
    F: chart patterns with their targets.
derivatives_pressure
    G: pressure from futures, perpetuals and options.
microstructure
    H: what an order would cost in the book. A plan, never a direction.
bandit_sizing
    I: which fraction of the position to move. A size, never a direction.
ensemble
    J: all modules pooled into one probability.
"""


@document
class PlattLine(Document):
    """Probability `1 / (1 + e^(a s + b))` of a score `s`.

    Attributes
    ----------
    slope : float
        Slope; negative where a higher score makes the label more probable. [from -1000000.0 to 1000000.0]
    offset : float
        Offset. [from -1000000.0 to 1000000.0]
    """

    slope: float
    offset: float
    _route = "signals.ensemble:calibration.modules.[].map.platt"

    def __init__(
        self,
        slope: float,
        offset: float,
    ) -> None:
        self._fill({"slope": slope, "offset": offset})

    def _wire(self) -> dict[str, Any]:
        return {
            "slope": self.slope,
            "offset": self.offset,
        }


class PlattLineDict(TypedDict):
    """``PlattLine`` as a mapping."""

    slope: float
    offset: float


@document
class IsotonicMap(Document):
    """A map that rises with the score, linear between its knots and constant beyond them.

    Attributes
    ----------
    scores : tuple[float, ...]
        Scores of the knots, rising.
    probabilities : tuple[float, ...]
        Probabilities at the knots, never falling.
    least : float
        Least probability that is answered, and the distance of the greatest one from 1: of none in `n` nothing is certain. [from 0.0 to 1.0]
    """

    scores: tuple[float, ...]
    probabilities: tuple[float, ...]
    least: float
    _route = "signals.ensemble:calibration.modules.[].map.isotonic"

    def __init__(
        self,
        scores: ArrayLike,
        probabilities: ArrayLike,
        least: float,
    ) -> None:
        self._fill({"scores": scores, "probabilities": probabilities, "least": least})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["scores"] = listed(document["scores"])
        document["probabilities"] = listed(document["probabilities"])

    def _wire(self) -> dict[str, Any]:
        return {
            "scores": self.scores,
            "probabilities": self.probabilities,
            "least": self.least,
        }


class IsotonicMapDict(TypedDict):
    """``IsotonicMap`` as a mapping."""

    scores: ArrayLike
    probabilities: ArrayLike
    least: float


@document
class CalibrationMap(Variant):
    """Map from a module's score to the probability of the label.

    Cases
    -----
    assumed
        Nothing was fitted: an assumption, `1 / (1 + e^(-2 s))`.
    platt
        Logistic line.
    isotonic
        Rising steps.
    """

    tag: Literal["assumed", "platt", "isotonic"]
    content: PlattLine | IsotonicMap | None = None
    _route = "signals.ensemble:calibration.modules.[].map"

    @classmethod
    def assumed(cls) -> Self:
        """Nothing was fitted: an assumption, `1 / (1 + e^(-2 s))`."""
        return cls._made("assumed")

    @classmethod
    def platt(cls, content: PlattLine | PlattLineDict) -> Self:
        """Logistic line."""
        return cls._made("platt", content)

    @classmethod
    def isotonic(cls, content: IsotonicMap | IsotonicMapDict) -> Self:
        """Rising steps."""
        return cls._made("isotonic", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "platt":
            return PlattLine._read(content)
        if tag == "isotonic":
            return IsotonicMap._read(content)
        return content


class CalibrationMapDict(TypedDict, total=False):
    """``CalibrationMap`` as a mapping: one of the keys, with its content."""

    platt: PlattLine | PlattLineDict
    isotonic: IsotonicMap | IsotonicMapDict


CalibrationMapLike: TypeAlias = "CalibrationMap | CalibrationMapDict | Literal['assumed']"
"""What is taken for a ``CalibrationMap``."""


@document
class ModuleCalibration(Document):
    """Map of one module, with what it was fitted to.

    Attributes
    ----------
    module : ModuleName
        Module whose scores are mapped.
    map : CalibrationMap
        Map from its scores to probabilities.
    weight : float, optional
        Weight of the module before it has been judged, relative to the others. [from 0.0 to 1000000.0; 1.0 where absent]
    labels : int, optional
        Number of labels that the map was fitted to. [from 0; 0 where absent]
    effective_labels : float, optional
        Effective number of those labels: overlapping ones count once per horizon. [from 0.0 to 1000000000.0; 0.0 where absent]
    fitted_brier : float, optional
        Brier score of the map on the labels that it was fitted to, which flatters. Absent: nothing was fitted.
    """

    module: ModuleName
    map: CalibrationMap
    weight: float | None = None
    labels: int | None = None
    effective_labels: float | None = None
    fitted_brier: float | None = None
    _route = "signals.ensemble:calibration.modules.[]"

    def __init__(
        self,
        module: ModuleName,
        map: CalibrationMapLike,
        weight: float | None = None,
        labels: int | None = None,
        effective_labels: float | None = None,
        fitted_brier: float | None = None,
    ) -> None:
        self._fill({"module": module, "map": map, "weight": weight, "labels": labels, "effective_labels": effective_labels, "fitted_brier": fitted_brier})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["map"] = CalibrationMap._read(document["map"])

    def _wire(self) -> dict[str, Any]:
        return {
            "module": self.module,
            "map": self.map,
            "weight": self.weight,
            "labels": self.labels,
            "effective_labels": self.effective_labels,
            "fitted_brier": self.fitted_brier,
        }


class ModuleCalibrationDict(TypedDict):
    """``ModuleCalibration`` as a mapping."""

    module: ModuleName
    map: CalibrationMapLike
    weight: NotRequired[float | None]
    labels: NotRequired[int | None]
    effective_labels: NotRequired[float | None]
    fitted_brier: NotRequired[float | None]


@document
class Calibration(Document):
    """What a pool needs to know of the past.

    Attributes
    ----------
    label : Label
        Label that the maps predict.
    fitted_until_ms : datetime.datetime
        Instant of the last observation that was used, be it for the last label, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    base_rate : float
        Part of the labels that came true. [from 0.0 to 1.0]
    mean_fall : float
        Mean net fall where the label came true, a fraction. [from 1e-12 to 1.0]
    mean_rise : float
        Mean net rise where it did not, a fraction. [from 1e-12 to 1000000.0]
    modules : Rows[ModuleCalibration]
        Maps of the modules; one that is not there was never there to be fitted, and is not pooled.
    """

    label: Label
    fitted_until_ms: datetime.datetime
    base_rate: float
    mean_fall: float
    mean_rise: float
    modules: Rows[ModuleCalibration]
    _route = "signals.ensemble:calibration"

    def __init__(
        self,
        label: Label | LabelDict,
        fitted_until_ms: datetime.datetime | int | str,
        base_rate: float,
        mean_fall: float,
        mean_rise: float,
        modules: Sequence[ModuleCalibration | ModuleCalibrationDict] | FrameLike,
    ) -> None:
        self._fill({"label": label, "fitted_until_ms": fitted_until_ms, "base_rate": base_rate, "mean_fall": mean_fall, "mean_rise": mean_rise, "modules": modules})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["label"] = Label._read(document["label"])
        document["fitted_until_ms"] = instant(document["fitted_until_ms"])
        document["modules"] = rows(ModuleCalibration._read, document["modules"])

    def _wire(self) -> dict[str, Any]:
        return {
            "label": self.label,
            "fitted_until_ms": self.fitted_until_ms,
            "base_rate": self.base_rate,
            "mean_fall": self.mean_fall,
            "mean_rise": self.mean_rise,
            "modules": self.modules,
        }


class CalibrationDict(TypedDict):
    """``Calibration`` as a mapping."""

    label: Label | LabelDict
    fitted_until_ms: datetime.datetime | int | str
    base_rate: float
    mean_fall: float
    mean_rise: float
    modules: Sequence[ModuleCalibration | ModuleCalibrationDict]


@document
class Thresholds(Document):
    """Probabilities at which a stance is taken and left, and how often and how much is sold.

    Attributes
    ----------
    sell_at : float, optional
        Probability from which on the stance is to sell. [from 0.0 to 1.0; 0.7 where absent]
    trim_at : float, optional
        Probability from which on the stance is to trim. [from 0.0 to 1.0; 0.6 where absent]
    leave_at : float, optional
        Probability below which the stance is to hold again: hysteresis, so that noise around one threshold does not trade. [from 0.0 to 1.0; 0.55 where absent]
    cool_down_bars : int, optional
        Least number of bars from one sale to the next. [from 1 to 1000; 5 where absent]
    kelly_part : float, optional
        Part of Kelly's fraction that is sold. [from 0.0 to 1.0; 0.5 where absent]
    sell_cap : float, optional
        Greatest fraction of a holding in one sale. [from 0.0 to 1.0; 0.25 where absent]
    trim_cap : float, optional
        Greatest fraction of a holding in one trim. [from 0.0 to 1.0; 0.1 where absent]
    """

    sell_at: float | None = None
    trim_at: float | None = None
    leave_at: float | None = None
    cool_down_bars: int | None = None
    kelly_part: float | None = None
    sell_cap: float | None = None
    trim_cap: float | None = None
    _route = "signals.ensemble:thresholds"

    def __init__(
        self,
        sell_at: float | None = None,
        trim_at: float | None = None,
        leave_at: float | None = None,
        cool_down_bars: int | None = None,
        kelly_part: float | None = None,
        sell_cap: float | None = None,
        trim_cap: float | None = None,
    ) -> None:
        self._fill({"sell_at": sell_at, "trim_at": trim_at, "leave_at": leave_at, "cool_down_bars": cool_down_bars, "kelly_part": kelly_part, "sell_cap": sell_cap, "trim_cap": trim_cap})

    def _wire(self) -> dict[str, Any]:
        return {
            "sell_at": self.sell_at,
            "trim_at": self.trim_at,
            "leave_at": self.leave_at,
            "cool_down_bars": self.cool_down_bars,
            "kelly_part": self.kelly_part,
            "sell_cap": self.sell_cap,
            "trim_cap": self.trim_cap,
        }


class ThresholdsDict(TypedDict):
    """``Thresholds`` as a mapping."""

    sell_at: NotRequired[float | None]
    trim_at: NotRequired[float | None]
    leave_at: NotRequired[float | None]
    cool_down_bars: NotRequired[int | None]
    kelly_part: NotRequired[float | None]
    sell_cap: NotRequired[float | None]
    trim_cap: NotRequired[float | None]


@document
class ReliabilityBin(Document):
    """One bin of probabilities.

    Attributes
    ----------
    count : int
        Number of probabilities in the bin. [from 0]
    mean_probability : float
        Mean of the probabilities in the bin.
    frequency : float
        Part of their labels that came true.
    frequency_low : float
        Lower end of the 95 % interval of the frequency (Clopper and Pearson), for the effective number of labels.
    frequency_high : float
        Upper end of the 95 % interval of the frequency (Clopper and Pearson), for the effective number of labels.
    """

    count: int
    mean_probability: float
    frequency: float
    frequency_low: float
    frequency_high: float

    def _wire(self) -> dict[str, Any]:
        return {
            "count": self.count,
            "mean_probability": self.mean_probability,
            "frequency": self.frequency,
            "frequency_low": self.frequency_low,
            "frequency_high": self.frequency_high,
        }


@document
class ReliabilityReport(WithPlot, Document):
    """Quality of probabilities. `brier = reliability - resolution + uncertainty + within`.

    Attributes
    ----------
    count : int
        Number of probabilities with their labels. [from 0]
    effective_count : float
        Effective number of independent labels: overlapping ones count once per horizon.
    base_rate : float
        Part of the labels that came true.
    brier : float
        Brier score, the mean of `(p - y)^2`: less is better.
    brier_of_reference : float, optional
        Brier score of always saying the base rate that was known before: what has to be beaten. Absent: it was not given.
    brier_skill : float, optional
        Skill, 1 less the Brier score over that of the reference. Absent: there is none, or it is 0.
    reliability : float
        Reliability: mean squared distance of frequency and probability by bins, 0 if calibrated.
    resolution : float
        Resolution: mean squared distance of the bins' frequencies from the base rate, more is better.
    uncertainty : float
        Uncertainty of the labels, `b (1 - b)` of the base rate.
    within : float
        What the bins hide: spread within them (Stephenson, Coelho and Jolliffe 2008), 0 where each holds one probability.
    log_loss : float, optional
        Logarithmic loss, the mean of `-ln` of the probability of what happened. Absent: something happened that was called impossible.
    calibration_error : float
        Expected calibration error: mean distance of frequency and probability by bins.
    bins : Rows[ReliabilityBin]
        Bins of equal width that hold any, from 0 to 1.
    """

    count: int
    effective_count: float
    base_rate: float
    brier: float
    reliability: float
    resolution: float
    uncertainty: float
    within: float
    calibration_error: float
    bins: Rows[ReliabilityBin]
    brier_of_reference: float | None = None
    brier_skill: float | None = None
    log_loss: float | None = None
    _plotted = "reliability"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["bins"] = rows(ReliabilityBin._read, document["bins"])

    def _wire(self) -> dict[str, Any]:
        return {
            "count": self.count,
            "effective_count": self.effective_count,
            "base_rate": self.base_rate,
            "brier": self.brier,
            "brier_of_reference": self.brier_of_reference,
            "brier_skill": self.brier_skill,
            "reliability": self.reliability,
            "resolution": self.resolution,
            "uncertainty": self.uncertainty,
            "within": self.within,
            "log_loss": self.log_loss,
            "calibration_error": self.calibration_error,
            "bins": self.bins,
        }


@document
class FuturePrices(Document):
    """Prices of one dated future as columns, oldest first.

    Attributes
    ----------
    expiry_ms : datetime.datetime
        Instant of the future's expiry, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    time_ms : tuple[datetime.datetime, ...]
        Instants of the prices, in Unix milliseconds.
    price : tuple[float, ...]
        Prices of the future, in quote currency per unit of base.
    """

    expiry_ms: datetime.datetime
    time_ms: tuple[datetime.datetime, ...]
    price: tuple[float, ...]
    _route = "signals.evaluate:derivatives.futures.[]"

    def __init__(
        self,
        expiry_ms: datetime.datetime | int | str,
        time_ms: Sequence[datetime.datetime | int | str] | ArrayLike,
        price: ArrayLike,
    ) -> None:
        self._fill({"expiry_ms": expiry_ms, "time_ms": time_ms, "price": price})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["expiry_ms"] = instant(document["expiry_ms"])
        document["time_ms"] = each(instant, document["time_ms"])
        document["price"] = listed(document["price"])

    def _wire(self) -> dict[str, Any]:
        return {
            "expiry_ms": self.expiry_ms,
            "time_ms": self.time_ms,
            "price": self.price,
        }


class FuturePricesDict(TypedDict):
    """``FuturePrices`` as a mapping."""

    expiry_ms: datetime.datetime | int | str
    time_ms: Sequence[datetime.datetime | int | str] | ArrayLike
    price: ArrayLike


@document
class DerivativesHistory(Document):
    """Observations of derivatives over time; what is absent is not known.

    Attributes
    ----------
    funding : FundingHistory, optional
        Funding payments of a perpetual. Absent: not known.
    open_interest : OpenInterestHistory, optional
        Open interest in units of base. Absent: not known.
    futures : Rows[FuturePrices], optional
        Prices of dated futures; the basis is that of the one with most days left. Absent: not known.
    chains : Rows[OptionChain], optional
        Chains of options, each at the instant of its latest quote, oldest first. Absent: not known.
    rate_per_year : float, optional
        Riskless rate per year, continuously compounded, for the parity of premiums in the quote currency. [1/year, from -10.0 to 10.0; 0.0 where absent]
    max_age_ms : int, optional
        Greatest age at which an observation still counts, in milliseconds. [from 0 to 3153600000000; 172800000 where absent]
    """

    funding: FundingHistory | None = None
    open_interest: OpenInterestHistory | None = None
    futures: Rows[FuturePrices] | None = None
    chains: Rows[OptionChain] | None = None
    rate_per_year: float | None = None
    max_age_ms: int | None = None
    _route = "signals.evaluate:derivatives"

    def __init__(
        self,
        funding: FundingHistory | FundingHistoryDict | None = None,
        open_interest: OpenInterestHistory | OpenInterestHistoryDict | None = None,
        futures: Sequence[FuturePrices | FuturePricesDict] | FrameLike | None = None,
        chains: Sequence[OptionChain | OptionChainDict] | FrameLike | None = None,
        rate_per_year: float | None = None,
        max_age_ms: int | None = None,
    ) -> None:
        self._fill({"funding": funding, "open_interest": open_interest, "futures": futures, "chains": chains, "rate_per_year": rate_per_year, "max_age_ms": max_age_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("funding") is not None:
            document["funding"] = FundingHistory._read(document["funding"])
        if document.get("open_interest") is not None:
            document["open_interest"] = OpenInterestHistory._read(document["open_interest"])
        if document.get("futures") is not None:
            document["futures"] = rows(FuturePrices._read, document["futures"])
        if document.get("chains") is not None:
            document["chains"] = rows(OptionChain._read, document["chains"])

    def _wire(self) -> dict[str, Any]:
        return {
            "funding": self.funding,
            "open_interest": self.open_interest,
            "futures": self.futures,
            "chains": self.chains,
            "rate_per_year": self.rate_per_year,
            "max_age_ms": self.max_age_ms,
        }


class DerivativesHistoryDict(TypedDict):
    """``DerivativesHistory`` as a mapping."""

    funding: NotRequired[FundingHistory | FundingHistoryDict | None]
    open_interest: NotRequired[OpenInterestHistory | OpenInterestHistoryDict | None]
    futures: NotRequired[Sequence[FuturePrices | FuturePricesDict] | None]
    chains: NotRequired[Sequence[OptionChain | OptionChainDict] | None]
    rate_per_year: NotRequired[float | None]
    max_age_ms: NotRequired[int | None]


@document
class RegimeParams(Document):
    """Inputs of `Regime`.

    Attributes
    ----------
    interval_ms : int, optional
        Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent]
    model : SwitchingModel, optional
        Switching model of the logarithmic returns, of two regimes, the turbulent one last: see `fit_regimes`. Absent, for bars of a day: the one that was fitted to the daily closes of BTCUSDT on Binance from 2017-08-17 to 2024-04-30.
    short_length : int, optional
        Length of the short average of the closes, in bars: below `long_length`. [from 1 to 100000; 50 where absent]
    long_length : int, optional
        Length of the long average of the closes, in bars. [from 1 to 100000; 200 where absent]
    trend_scale : float, optional
        Distance of the averages at which the trend counts in full, as a fraction of the long one. [from 1e-6 to 10.0; 0.1 where absent]
    rank_length : int, optional
        Most bars among which the close and the volatility are ranked. [from 2 to 100000; 365 where absent]
    variance_decay : float, optional
        Decay of the exponentially weighted variance, per bar: above 0, below 1. [from 0.0 to 1.0; 0.94 where absent]
    shifts : CusumParams, optional
        Cumulative sums of the returns in units of their volatility. [{"mean":0.0,"slack":0.5,"threshold":5.0,"restart":true} where absent]
    runs : RunLengthParams, optional
        Run lengths of the returns in units of their volatility. [{"mean_run":250.0,"prior_mean":0.0,"prior_kappa":1.0,"prior_alpha":1.0,"prior_beta":1.0,"recent":5,"least_probability":1e-10,"most_runs":500} where absent]
    adx_length : int, optional
        Length of the directional index, in bars. [from 1 to 100000; 14 where absent]
    efficiency_length : int, optional
        Length of the efficiency ratio, in bars. [from 1 to 100000; 10 where absent]
    unsettled_length : int, optional
        Bars for which a change of the run halves the confidence. [from 0 to 1000; 5 where absent]
    """

    interval_ms: int | None = None
    model: SwitchingModel | None = None
    short_length: int | None = None
    long_length: int | None = None
    trend_scale: float | None = None
    rank_length: int | None = None
    variance_decay: float | None = None
    shifts: CusumParams | None = None
    runs: RunLengthParams | None = None
    adx_length: int | None = None
    efficiency_length: int | None = None
    unsettled_length: int | None = None
    _route = "signals.evaluate:modules.regime"

    def __init__(
        self,
        interval_ms: int | None = None,
        model: SwitchingModel | SwitchingModelDict | None = None,
        short_length: int | None = None,
        long_length: int | None = None,
        trend_scale: float | None = None,
        rank_length: int | None = None,
        variance_decay: float | None = None,
        shifts: CusumParams | CusumParamsDict | None = None,
        runs: RunLengthParams | RunLengthParamsDict | None = None,
        adx_length: int | None = None,
        efficiency_length: int | None = None,
        unsettled_length: int | None = None,
    ) -> None:
        self._fill({"interval_ms": interval_ms, "model": model, "short_length": short_length, "long_length": long_length, "trend_scale": trend_scale, "rank_length": rank_length, "variance_decay": variance_decay, "shifts": shifts, "runs": runs, "adx_length": adx_length, "efficiency_length": efficiency_length, "unsettled_length": unsettled_length})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("model") is not None:
            document["model"] = SwitchingModel._read(document["model"])
        if document.get("shifts") is not None:
            document["shifts"] = CusumParams._read(document["shifts"])
        if document.get("runs") is not None:
            document["runs"] = RunLengthParams._read(document["runs"])

    def _wire(self) -> dict[str, Any]:
        return {
            "interval_ms": self.interval_ms,
            "model": self.model,
            "short_length": self.short_length,
            "long_length": self.long_length,
            "trend_scale": self.trend_scale,
            "rank_length": self.rank_length,
            "variance_decay": self.variance_decay,
            "shifts": self.shifts,
            "runs": self.runs,
            "adx_length": self.adx_length,
            "efficiency_length": self.efficiency_length,
            "unsettled_length": self.unsettled_length,
        }


class RegimeParamsDict(TypedDict):
    """``RegimeParams`` as a mapping."""

    interval_ms: NotRequired[int | None]
    model: NotRequired[SwitchingModel | SwitchingModelDict | None]
    short_length: NotRequired[int | None]
    long_length: NotRequired[int | None]
    trend_scale: NotRequired[float | None]
    rank_length: NotRequired[int | None]
    variance_decay: NotRequired[float | None]
    shifts: NotRequired[CusumParams | CusumParamsDict | None]
    runs: NotRequired[RunLengthParams | RunLengthParamsDict | None]
    adx_length: NotRequired[int | None]
    efficiency_length: NotRequired[int | None]
    unsettled_length: NotRequired[int | None]


@document
class BreakoutParams(Document):
    """Inputs of `Breakout`.

    Attributes
    ----------
    interval_ms : int, optional
        Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent]
    channel_length : int, optional
        Length of the Donchian channel whose break counts, in bars before the current one. [from 1 to 100000; 20 where absent]
    bollinger_length : int, optional
        Length of the Bollinger bands, in bars. [from 2 to 100000; 20 where absent]
    bollinger_deviations : float, optional
        Distance of the Bollinger bands from their mean, in standard deviations. [from 0.1 to 100.0; 2.0 where absent]
    keltner_length : int, optional
        Length of the Keltner channel's average and true range, in bars. [from 1 to 100000; 20 where absent]
    keltner_ranges : float, optional
        Distance of the Keltner channel's lines, in average true ranges. [from 0.1 to 100.0; 1.5 where absent]
    volume_length : int, optional
        Length of the average of the volume, in bars. [from 2 to 100000; 20 where absent]
    dry_volume : float, optional
        Part of that average below which a break is dry. [from 0.0 to 1.0; 0.8 where absent]
    long_wick : float, optional
        Part of a bar's range from which on its wick against the break counts. [from 0.0 to 1.0; 0.5 where absent]
    divergence : DivergenceParams, optional
        When momentum diverges. [{"rsi_length":14,"pivot_bars":3,"least_bars":5,"most_bars":60,"least_difference":3.0} where absent]
    active_bars : int, optional
        Bars for which a break counts, and a divergence after it was confirmed. [from 1 to 1000; 5 where absent]
    """

    interval_ms: int | None = None
    channel_length: int | None = None
    bollinger_length: int | None = None
    bollinger_deviations: float | None = None
    keltner_length: int | None = None
    keltner_ranges: float | None = None
    volume_length: int | None = None
    dry_volume: float | None = None
    long_wick: float | None = None
    divergence: DivergenceParams | None = None
    active_bars: int | None = None
    _route = "signals.evaluate:modules.breakout"

    def __init__(
        self,
        interval_ms: int | None = None,
        channel_length: int | None = None,
        bollinger_length: int | None = None,
        bollinger_deviations: float | None = None,
        keltner_length: int | None = None,
        keltner_ranges: float | None = None,
        volume_length: int | None = None,
        dry_volume: float | None = None,
        long_wick: float | None = None,
        divergence: DivergenceParams | DivergenceParamsDict | None = None,
        active_bars: int | None = None,
    ) -> None:
        self._fill({"interval_ms": interval_ms, "channel_length": channel_length, "bollinger_length": bollinger_length, "bollinger_deviations": bollinger_deviations, "keltner_length": keltner_length, "keltner_ranges": keltner_ranges, "volume_length": volume_length, "dry_volume": dry_volume, "long_wick": long_wick, "divergence": divergence, "active_bars": active_bars})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("divergence") is not None:
            document["divergence"] = DivergenceParams._read(document["divergence"])

    def _wire(self) -> dict[str, Any]:
        return {
            "interval_ms": self.interval_ms,
            "channel_length": self.channel_length,
            "bollinger_length": self.bollinger_length,
            "bollinger_deviations": self.bollinger_deviations,
            "keltner_length": self.keltner_length,
            "keltner_ranges": self.keltner_ranges,
            "volume_length": self.volume_length,
            "dry_volume": self.dry_volume,
            "long_wick": self.long_wick,
            "divergence": self.divergence,
            "active_bars": self.active_bars,
        }


class BreakoutParamsDict(TypedDict):
    """``BreakoutParams`` as a mapping."""

    interval_ms: NotRequired[int | None]
    channel_length: NotRequired[int | None]
    bollinger_length: NotRequired[int | None]
    bollinger_deviations: NotRequired[float | None]
    keltner_length: NotRequired[int | None]
    keltner_ranges: NotRequired[float | None]
    volume_length: NotRequired[int | None]
    dry_volume: NotRequired[float | None]
    long_wick: NotRequired[float | None]
    divergence: NotRequired[DivergenceParams | DivergenceParamsDict | None]
    active_bars: NotRequired[int | None]


@document
class ConfluenceParams(Document):
    """Inputs of `Confluence`.

    Attributes
    ----------
    interval_ms : int, optional
        Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent]
    range_length : int, optional
        Length of the average true range, in bars. [from 1 to 100000; 14 where absent]
    pivot_bars : int, optional
        Bars on either side of a turning point that it exceeds. [from 1 to 100; 5 where absent]
    most_swings : int, optional
        Most turning points that are kept. [from 2 to 200; 16 where absent]
    period_bars : int, optional
        Bars of a period, from whose range the pivot levels of the next one follow: a week of days. [from 1 to 10000; 7 where absent]
    profile_length : int, optional
        Bars of the volume profile, which is taken at the end of each period. [from 1 to 10000; 90 where absent]
    profile_bins : int, optional
        Steps of price of the volume profile. [from 1 to 1000; 24 where absent]
    extreme_length : int, optional
        Bars of a year, whose highest high and lowest low are levels. [from 1 to 100000; 365 where absent]
    round_step : float, optional
        Distance between round numbers, in quote currency. Absent: round numbers are no levels. [from 1e-18 to 1e+18]
    decay_bars : float, optional
        Bars in which what a level is worth falls to `1 / e`. [from 1.0 to 100000.0; 90.0 where absent]
    least_tolerance : float, optional
        Least width of a cluster, as a fraction of the price. [from 0.0 to 1.0; 0.003 where absent]
    range_tolerance : float, optional
        Width of a cluster, as a fraction of the average true range. [from 0.0 to 1.0; 0.25 where absent]
    least_sources : int, optional
        Distinct sources from which on a cluster counts. [from 1 to 7; 2 where absent]
    """

    interval_ms: int | None = None
    range_length: int | None = None
    pivot_bars: int | None = None
    most_swings: int | None = None
    period_bars: int | None = None
    profile_length: int | None = None
    profile_bins: int | None = None
    extreme_length: int | None = None
    round_step: float | None = None
    decay_bars: float | None = None
    least_tolerance: float | None = None
    range_tolerance: float | None = None
    least_sources: int | None = None
    _route = "signals.evaluate:modules.confluence"

    def __init__(
        self,
        interval_ms: int | None = None,
        range_length: int | None = None,
        pivot_bars: int | None = None,
        most_swings: int | None = None,
        period_bars: int | None = None,
        profile_length: int | None = None,
        profile_bins: int | None = None,
        extreme_length: int | None = None,
        round_step: float | None = None,
        decay_bars: float | None = None,
        least_tolerance: float | None = None,
        range_tolerance: float | None = None,
        least_sources: int | None = None,
    ) -> None:
        self._fill({"interval_ms": interval_ms, "range_length": range_length, "pivot_bars": pivot_bars, "most_swings": most_swings, "period_bars": period_bars, "profile_length": profile_length, "profile_bins": profile_bins, "extreme_length": extreme_length, "round_step": round_step, "decay_bars": decay_bars, "least_tolerance": least_tolerance, "range_tolerance": range_tolerance, "least_sources": least_sources})

    def _wire(self) -> dict[str, Any]:
        return {
            "interval_ms": self.interval_ms,
            "range_length": self.range_length,
            "pivot_bars": self.pivot_bars,
            "most_swings": self.most_swings,
            "period_bars": self.period_bars,
            "profile_length": self.profile_length,
            "profile_bins": self.profile_bins,
            "extreme_length": self.extreme_length,
            "round_step": self.round_step,
            "decay_bars": self.decay_bars,
            "least_tolerance": self.least_tolerance,
            "range_tolerance": self.range_tolerance,
            "least_sources": self.least_sources,
        }


class ConfluenceParamsDict(TypedDict):
    """``ConfluenceParams`` as a mapping."""

    interval_ms: NotRequired[int | None]
    range_length: NotRequired[int | None]
    pivot_bars: NotRequired[int | None]
    most_swings: NotRequired[int | None]
    period_bars: NotRequired[int | None]
    profile_length: NotRequired[int | None]
    profile_bins: NotRequired[int | None]
    extreme_length: NotRequired[int | None]
    round_step: NotRequired[float | None]
    decay_bars: NotRequired[float | None]
    least_tolerance: NotRequired[float | None]
    range_tolerance: NotRequired[float | None]
    least_sources: NotRequired[int | None]


@document
class LayersParams(Document):
    """Inputs of `Layers`.

    Attributes
    ----------
    interval_ms : int, optional
        Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent]
    range_length : int, optional
        Length of the average true range, in bars. [from 1 to 100000; 14 where absent]
    mean_length : int, optional
        Length of the average of the closes, in bars. [from 1 to 100000; 50 where absent]
    rank_length : int, optional
        Most bars among which the true range, as a fraction of the close, is ranked. [from 2 to 100000; 365 where absent]
    adaptation : float, optional
        How much wider the layers are from the calmest to the most turbulent market, in average true ranges. [from 0.0 to 1.9; 1.0 where absent]
    layers : int, optional
        Number of layers. [from 1 to 100; 5 where absent]
    exponent : float, optional
        Exponent by which the distances of the layers grow: 1 for equal steps. [from 0.1 to 5.0; 1.2 where absent]
    stop_length : int, optional
        Length of the stop's window and true range, in bars. [from 1 to 100000; 22 where absent]
    stop_ranges : float, optional
        Distance of the stop from the highest high, in average true ranges. [from 0.0 to 100.0; 3.0 where absent]
    """

    interval_ms: int | None = None
    range_length: int | None = None
    mean_length: int | None = None
    rank_length: int | None = None
    adaptation: float | None = None
    layers: int | None = None
    exponent: float | None = None
    stop_length: int | None = None
    stop_ranges: float | None = None
    _route = "signals.evaluate:modules.layers"

    def __init__(
        self,
        interval_ms: int | None = None,
        range_length: int | None = None,
        mean_length: int | None = None,
        rank_length: int | None = None,
        adaptation: float | None = None,
        layers: int | None = None,
        exponent: float | None = None,
        stop_length: int | None = None,
        stop_ranges: float | None = None,
    ) -> None:
        self._fill({"interval_ms": interval_ms, "range_length": range_length, "mean_length": mean_length, "rank_length": rank_length, "adaptation": adaptation, "layers": layers, "exponent": exponent, "stop_length": stop_length, "stop_ranges": stop_ranges})

    def _wire(self) -> dict[str, Any]:
        return {
            "interval_ms": self.interval_ms,
            "range_length": self.range_length,
            "mean_length": self.mean_length,
            "rank_length": self.rank_length,
            "adaptation": self.adaptation,
            "layers": self.layers,
            "exponent": self.exponent,
            "stop_length": self.stop_length,
            "stop_ranges": self.stop_ranges,
        }


class LayersParamsDict(TypedDict):
    """``LayersParams`` as a mapping."""

    interval_ms: NotRequired[int | None]
    range_length: NotRequired[int | None]
    mean_length: NotRequired[int | None]
    rank_length: NotRequired[int | None]
    adaptation: NotRequired[float | None]
    layers: NotRequired[int | None]
    exponent: NotRequired[float | None]
    stop_length: NotRequired[int | None]
    stop_ranges: NotRequired[float | None]


@document
class MinerCycleParams(Document):
    """Inputs of `MinerCycle`.

    Attributes
    ----------
    basis : IncomeBasis, optional
        Basis of the income of miners. ["expected_subsidy" where absent]
    puell_length : int, optional
        Length of the average in the Puell multiple, in days. [from 1 to 10000; 365 where absent]
    cycle_length : int, optional
        Most days among which the Puell multiple and the difficulty's compression are ranked: four years. [from 2 to 100000; 1461 where absent]
    hashprice_length : int, optional
        Most days among which the hashprice is ranked. [from 2 to 100000; 365 where absent]
    ribbons : HashRibbonParams, optional
        Spans and hysteresis of the hash ribbons. [{"short_length":30,"long_length":60,"band":0.005,"price_short_length":10,"price_long_length":20} where absent]
    machine : EdgeMachine, optional
        Machine whose power cost is held against the hashprice. Absent: none is.
    """

    basis: IncomeBasis | None = None
    puell_length: int | None = None
    cycle_length: int | None = None
    hashprice_length: int | None = None
    ribbons: HashRibbonParams | None = None
    machine: EdgeMachine | None = None
    _route = "signals.evaluate:modules.miner_cycle"

    def __init__(
        self,
        basis: IncomeBasis | None = None,
        puell_length: int | None = None,
        cycle_length: int | None = None,
        hashprice_length: int | None = None,
        ribbons: HashRibbonParams | HashRibbonParamsDict | None = None,
        machine: EdgeMachine | EdgeMachineDict | None = None,
    ) -> None:
        self._fill({"basis": basis, "puell_length": puell_length, "cycle_length": cycle_length, "hashprice_length": hashprice_length, "ribbons": ribbons, "machine": machine})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("ribbons") is not None:
            document["ribbons"] = HashRibbonParams._read(document["ribbons"])
        if document.get("machine") is not None:
            document["machine"] = EdgeMachine._read(document["machine"])

    def _wire(self) -> dict[str, Any]:
        return {
            "basis": self.basis,
            "puell_length": self.puell_length,
            "cycle_length": self.cycle_length,
            "hashprice_length": self.hashprice_length,
            "ribbons": self.ribbons,
            "machine": self.machine,
        }


class MinerCycleParamsDict(TypedDict):
    """``MinerCycleParams`` as a mapping."""

    basis: NotRequired[IncomeBasis | None]
    puell_length: NotRequired[int | None]
    cycle_length: NotRequired[int | None]
    hashprice_length: NotRequired[int | None]
    ribbons: NotRequired[HashRibbonParams | HashRibbonParamsDict | None]
    machine: NotRequired[EdgeMachine | EdgeMachineDict | None]


@document
class PatternParams(Document):
    """Inputs of `Pattern`.

    Attributes
    ----------
    interval_ms : int, optional
        Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent]
    pivot_bars : int, optional
        Bars on either side of a turning point that it exceeds. [from 1 to 100; 3 where absent]
    shape : ShapeParams, optional
        How much turning points of one pattern may differ. [{"tolerance":0.015,"rectangle_tolerance":0.0075,"least_separation":22} where absent]
    most_wait_bars : int, optional
        Bars for which a pattern waits to be broken. [from 1 to 10000; 60 where absent]
    most_age_bars : int, optional
        Bars for which a broken pattern is followed. [from 1 to 10000; 30 where absent]
    decay_bars : float, optional
        Bars in which what a break says falls to `1 / e`. [from 0.1 to 1000.0; 5.0 where absent]
    hit_rate : float, optional
        Confidence while a broken pattern is followed: the share of them that reached their target, where a calibration has found one; 0.3 is assumed. [from 0.0 to 1.0; 0.3 where absent]
    """

    interval_ms: int | None = None
    pivot_bars: int | None = None
    shape: ShapeParams | None = None
    most_wait_bars: int | None = None
    most_age_bars: int | None = None
    decay_bars: float | None = None
    hit_rate: float | None = None
    _route = "signals.evaluate:modules.pattern"

    def __init__(
        self,
        interval_ms: int | None = None,
        pivot_bars: int | None = None,
        shape: ShapeParams | ShapeParamsDict | None = None,
        most_wait_bars: int | None = None,
        most_age_bars: int | None = None,
        decay_bars: float | None = None,
        hit_rate: float | None = None,
    ) -> None:
        self._fill({"interval_ms": interval_ms, "pivot_bars": pivot_bars, "shape": shape, "most_wait_bars": most_wait_bars, "most_age_bars": most_age_bars, "decay_bars": decay_bars, "hit_rate": hit_rate})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("shape") is not None:
            document["shape"] = ShapeParams._read(document["shape"])

    def _wire(self) -> dict[str, Any]:
        return {
            "interval_ms": self.interval_ms,
            "pivot_bars": self.pivot_bars,
            "shape": self.shape,
            "most_wait_bars": self.most_wait_bars,
            "most_age_bars": self.most_age_bars,
            "decay_bars": self.decay_bars,
            "hit_rate": self.hit_rate,
        }


class PatternParamsDict(TypedDict):
    """``PatternParams`` as a mapping."""

    interval_ms: NotRequired[int | None]
    pivot_bars: NotRequired[int | None]
    shape: NotRequired[ShapeParams | ShapeParamsDict | None]
    most_wait_bars: NotRequired[int | None]
    most_age_bars: NotRequired[int | None]
    decay_bars: NotRequired[float | None]
    hit_rate: NotRequired[float | None]


@document
class DerivativesPressureParams(Document):
    """Inputs of `DerivativesPressure`.

    Attributes
    ----------
    length : int, optional
        Number of snapshots with which funding and risk reversal are compared. [from 2 to 10000; 90 where absent]
    usual_basis : float, optional
        Basis per year that counts for nothing: the usual price of leverage. [from -1.0 to 10.0; 0.1 where absent]
    full_basis : float, optional
        Basis per year beyond the usual one that counts in full. [from 1e-6 to 10.0; 0.2 where absent]
    least_change : float, optional
        Change of open interest as a fraction, from one snapshot to the next, below which price and open interest say nothing together. [from 0.0 to 10.0; 0.01 where absent]
    """

    length: int | None = None
    usual_basis: float | None = None
    full_basis: float | None = None
    least_change: float | None = None
    _route = "signals.evaluate:modules.derivatives_pressure"

    def __init__(
        self,
        length: int | None = None,
        usual_basis: float | None = None,
        full_basis: float | None = None,
        least_change: float | None = None,
    ) -> None:
        self._fill({"length": length, "usual_basis": usual_basis, "full_basis": full_basis, "least_change": least_change})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "usual_basis": self.usual_basis,
            "full_basis": self.full_basis,
            "least_change": self.least_change,
        }


class DerivativesPressureParamsDict(TypedDict):
    """``DerivativesPressureParams`` as a mapping."""

    length: NotRequired[int | None]
    usual_basis: NotRequired[float | None]
    full_basis: NotRequired[float | None]
    least_change: NotRequired[float | None]


@document
class MicrostructureParams(Document):
    """Inputs of `Microstructure`.

    Attributes
    ----------
    length : int, optional
        Number of changes of the book over which the flow is added up. [from 1 to 10000; 1 where absent]
    """

    length: int | None = None
    _route = "signals.evaluate:modules.microstructure"

    def __init__(
        self,
        length: int | None = None,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class MicrostructureParamsDict(TypedDict):
    """``MicrostructureParams`` as a mapping."""

    length: NotRequired[int | None]


@document
class BanditSizingParams(Document):
    """Inputs of `BanditSizing`.

    Attributes
    ----------
    policy : Policy, optional
        Rule by which the bandit explores and exploits. [{"thompson":{"keep":0.99}} where absent]
    fractions : tuple[float, ...], optional
        Fractions of the holding that may be sold: the arms. [[0.0,0.05,0.1,0.15,0.2,0.25] where absent]
    horizon : int, optional
        Number of observations after which a sale is judged. [from 1 to 1000; 7 where absent]
    cost : float, optional
        Cost of a sale as a fraction of what is sold. [from 0.0 to 1.0; 0.002 where absent]
    full_reward : float, optional
        Growth of the whole, in logarithms, that counts as reward 1; its negative counts as 0, and what is beyond is cut off. [from 1e-6 to 10.0; 0.1 where absent]
    kelly_part : float, optional
        Part of the Kelly fraction that is staked at most. [from 0.0 to 1.0; 0.5 where absent]
    cap : float, optional
        Greatest fraction that is ever sold at once. [from 0.0 to 1.0; 0.25 where absent]
    seed : int, optional
        Seed of the random numbers.
    """

    policy: Policy | None = None
    fractions: tuple[float, ...] | None = None
    horizon: int | None = None
    cost: float | None = None
    full_reward: float | None = None
    kelly_part: float | None = None
    cap: float | None = None
    seed: int | None = None
    _route = "signals.evaluate:modules.bandit_sizing"

    def __init__(
        self,
        policy: PolicyLike | None = None,
        fractions: ArrayLike | None = None,
        horizon: int | None = None,
        cost: float | None = None,
        full_reward: float | None = None,
        kelly_part: float | None = None,
        cap: float | None = None,
        seed: int | None = None,
    ) -> None:
        self._fill({"policy": policy, "fractions": fractions, "horizon": horizon, "cost": cost, "full_reward": full_reward, "kelly_part": kelly_part, "cap": cap, "seed": seed})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("policy") is not None:
            document["policy"] = Policy._read(document["policy"])
        if document.get("fractions") is not None:
            document["fractions"] = listed(document["fractions"])
        if document.get("seed") is not None:
            document["seed"] = int(document["seed"])

    def _wire(self) -> dict[str, Any]:
        return {
            "policy": self.policy,
            "fractions": self.fractions,
            "horizon": self.horizon,
            "cost": self.cost,
            "full_reward": self.full_reward,
            "kelly_part": self.kelly_part,
            "cap": self.cap,
            "seed": wide(self.seed),
        }


class BanditSizingParamsDict(TypedDict):
    """``BanditSizingParams`` as a mapping."""

    policy: NotRequired[PolicyLike | None]
    fractions: NotRequired[ArrayLike | None]
    horizon: NotRequired[int | None]
    cost: NotRequired[float | None]
    full_reward: NotRequired[float | None]
    kelly_part: NotRequired[float | None]
    cap: NotRequired[float | None]
    seed: NotRequired[int | None]


ReasonCode: TypeAlias = Literal["trend", "range_in_high_volatility", "dry_volume", "rejection_wick", "divergence", "stretch", "resistance", "support", "stretch_from_mean", "range_rank", "puell_rank", "hashprice_rank", "hash_ribbon", "difficulty_ribbon", "break_even_stress", "double_top", "double_bottom", "head_and_shoulders", "inverse_head_and_shoulders", "triangle", "rectangle", "no_pattern", "funding", "basis", "risk_reversal", "open_interest_quadrant", "base_rate", "regime", "breakout", "confluence", "layers", "miner_cycle", "pattern", "derivatives_pressure", "clamp"]
"""Reason that contributes to a score.

Cases
-----
trend
    Short average of the price above or below the long one.
range_in_high_volatility
    Place in the range of the past year while volatility is high.
dry_volume
    Break of the range on little volume.
rejection_wick
    Long wick against the break.
divergence
    Momentum that does not confirm the new extreme.
stretch
    Price beyond its bands.
resistance
    Resistance close above the price.
support
    Support close below the price.
stretch_from_mean
    Distance of the price from its average in units of the true range.
range_rank
    Rank of the true range, with the sign of that distance.
puell_rank
    Rank of the miners' income against its average of a year.
hashprice_rank
    Rank of what a petahash earns.
hash_ribbon
    Hashrate falls, or recovers.
difficulty_ribbon
    Difficulty's averages lie close together.
break_even_stress
    Machines do not earn their power.
double_top
    Two tops of one height, broken downward.
double_bottom
    Two bottoms of one height, broken upward.
head_and_shoulders
    A top between two lower tops, broken downward.
inverse_head_and_shoulders
    A bottom between two higher bottoms, broken upward.
triangle
    Converging tops and bottoms, broken.
rectangle
    Level tops above level bottoms, broken.
no_pattern
    No chart pattern is active.
funding
    Funding of perpetuals, in standard deviations from its own past.
basis
    Futures above or below spot, per year.
risk_reversal
    Calls dearer or cheaper than puts at 25 delta.
open_interest_quadrant
    Price and open interest together.
base_rate
    How often the label of the ensemble came true in its history.
regime
    Opinion of the regime module.
breakout
    Opinion of the breakout module.
confluence
    Opinion of the confluence module.
layers
    Opinion of the layers module.
miner_cycle
    Opinion of the miner cycle module.
pattern
    Opinion of the pattern module.
derivatives_pressure
    Opinion of the derivatives module.
clamp
    What holds the sum between -1 and 1.
"""


@document
class Reason(Document):
    """One reason for a score.

    Attributes
    ----------
    code : ReasonCode
        Code of the reason.
    value : float
        Value that is judged, in the unit of its feature.
    threshold : float, optional
        Value from which on the reason counts in full, or counts at all. Absent: the value counts as it is.
    contribution : float
        Contribution to the score, plus for selling.
    """

    code: ReasonCode
    value: float
    contribution: float
    threshold: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "value": self.value,
            "threshold": self.threshold,
            "contribution": self.contribution,
        }


FeatureReading: TypeAlias = Literal["descriptive", "momentum", "contrarian"]
"""How a feature is read.

Cases
-----
descriptive
    It describes, and advises nothing by itself.
momentum
    A high value advises to keep: what rises goes on rising.
contrarian
    A high value advises to sell: what is high falls back.
"""


@document
class FeatureValue(Variant):
    """Value of a feature.

    Cases
    -----
    number
        A number, in the unit that the name ends in.
    word
        A state.
    flag
        Yes or no.
    """

    tag: Literal["number", "word", "flag"]
    content: float | str | bool | None = None


@document
class Feature(Document):
    """One thing that a module saw.

    Attributes
    ----------
    name : str
        Name of the feature, that of its column.
    reading : FeatureReading
        Reading of the feature: momentum, contrarian, or neither.
    value : FeatureValue
        Value of the feature.
    """

    name: str
    reading: FeatureReading
    value: FeatureValue

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["value"] = FeatureValue._read(document["value"])

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "reading": self.reading,
            "value": self.value,
        }


CalibrationMethod: TypeAlias = Literal["platt", "isotonic"]
"""How maps are fitted.

Cases
-----
platt
    Logistic line (Platt): two numbers, for few labels.
isotonic
    Rising steps (isotonic regression): for many labels.
"""


@document
class RegimeRow(Document):
    """One output of ``Regime``.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score, 0 to 1: distance of the two regimes' probabilities, times the part of the rank's window that is filled, halved after a change of the run.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    trend_contribution : float64
        Contribution of the trend: `-0.6 min(1, max(-1, trend_momentum / trend_scale))`.
    range_in_high_volatility_contribution : float64
        Contribution of the place in the range: `0.4 (2 range_rank_contrarian - 1) turbulence_probability`.
    clamp_contribution : float64
        Contribution that holds the score between -1 and 1.
    trend_momentum : float64
        Short average of the closes over the long one, less 1.
    range_rank_contrarian : float64
        Rank of the close among the last closes, 0 to 1.
    adx : float64
        Strength of the trend, whichever way: average directional index, 0 to 100. From 25 on a trend is held to be strong.
    efficiency_ratio : float64
        Efficiency ratio: net change over the path, 0 to 1.
    turbulence_probability : float64
        Filtered probability of the turbulent regime: it knows this bar and none after it.
    log_density : float64
        Logarithm of the density of the return under the switching model, given all returns before.
    volatility : words (unknown, calm, turbulent)
        Regime of the volatility.
    volatility_per_year : float64
        Exponentially weighted volatility, per square root of a year of 365 days.
    volatility_rank : float64
        Rank of that volatility among those of the last bars, 0 to 1.
    shift : words (quiet, up, down)
        Lasting shift of the mean return at this bar.
    likeliest_run_bars : int64
        Likeliest length of the present run of returns, in bars.
    recent_change_probability : float64
        Probability that the run began within the last bars.
    dropped_probability : float64
        Probability of the run lengths that were dropped at this bar.
    """

    score: float
    confidence: float
    status: AssessmentStatus
    trend_contribution: float
    range_in_high_volatility_contribution: float
    clamp_contribution: float
    trend_momentum: float
    range_rank_contrarian: float
    adx: float
    efficiency_ratio: float
    turbulence_probability: float
    log_density: float
    volatility: Volatility
    volatility_per_year: float
    volatility_rank: float
    shift: CusumAlarm
    likeliest_run_bars: int
    recent_change_probability: float
    dropped_probability: float


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class RegimeColumns(Columns):
    """Outputs of ``Regime``, a row per event.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score, 0 to 1: distance of the two regimes' probabilities, times the part of the rank's window that is filled, halved after a change of the run.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    trend_contribution : float64
        Contribution of the trend: `-0.6 min(1, max(-1, trend_momentum / trend_scale))`.
    range_in_high_volatility_contribution : float64
        Contribution of the place in the range: `0.4 (2 range_rank_contrarian - 1) turbulence_probability`.
    clamp_contribution : float64
        Contribution that holds the score between -1 and 1.
    trend_momentum : float64
        Short average of the closes over the long one, less 1.
    range_rank_contrarian : float64
        Rank of the close among the last closes, 0 to 1.
    adx : float64
        Strength of the trend, whichever way: average directional index, 0 to 100. From 25 on a trend is held to be strong.
    efficiency_ratio : float64
        Efficiency ratio: net change over the path, 0 to 1.
    turbulence_probability : float64
        Filtered probability of the turbulent regime: it knows this bar and none after it.
    log_density : float64
        Logarithm of the density of the return under the switching model, given all returns before.
    volatility : words (unknown, calm, turbulent)
        Regime of the volatility.
    volatility_per_year : float64
        Exponentially weighted volatility, per square root of a year of 365 days.
    volatility_rank : float64
        Rank of that volatility among those of the last bars, 0 to 1.
    shift : words (quiet, up, down)
        Lasting shift of the mean return at this bar.
    likeliest_run_bars : int64
        Likeliest length of the present run of returns, in bars.
    recent_change_probability : float64
        Probability that the run began within the last bars.
    dropped_probability : float64
        Probability of the run lengths that were dropped at this bar.
    """

    score: Any
    confidence: Any
    status: Any
    trend_contribution: Any
    range_in_high_volatility_contribution: Any
    clamp_contribution: Any
    trend_momentum: Any
    range_rank_contrarian: Any
    adx: Any
    efficiency_ratio: Any
    turbulence_probability: Any
    log_density: Any
    volatility: Any
    volatility_per_year: Any
    volatility_rank: Any
    shift: Any
    likeliest_run_bars: Any
    recent_change_probability: Any
    dropped_probability: Any


class Regime(Stream):
    """Module A, regime: trend and place in the range under the filtered probability of a turbulent market, with volatility, shifts of the
    mean and changes of the run, bar by bar.

    A score of 1 advises to sell now, -1 to keep; the contributions add up to it.

    Parameters
    ----------
    interval_ms : int, optional
        Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent]
    model : SwitchingModel, or a mapping of its fields, optional
        Switching model of the logarithmic returns, of two regimes, the turbulent one last: see `fit_regimes`. Absent, for bars of a day: the one that was fitted to the daily closes of BTCUSDT on Binance from 2017-08-17 to 2024-04-30.
    short_length : int, optional
        Length of the short average of the closes, in bars: below `long_length`. [from 1 to 100000; 50 where absent]
    long_length : int, optional
        Length of the long average of the closes, in bars. [from 1 to 100000; 200 where absent]
    trend_scale : float, optional
        Distance of the averages at which the trend counts in full, as a fraction of the long one. [from 1e-6 to 10.0; 0.1 where absent]
    rank_length : int, optional
        Most bars among which the close and the volatility are ranked. [from 2 to 100000; 365 where absent]
    variance_decay : float, optional
        Decay of the exponentially weighted variance, per bar: above 0, below 1. [from 0.0 to 1.0; 0.94 where absent]
    shifts : CusumParams, or a mapping of its fields, optional
        Cumulative sums of the returns in units of their volatility. [{"mean":0.0,"slack":0.5,"threshold":5.0,"restart":true} where absent]
    runs : RunLengthParams, or a mapping of its fields, optional
        Run lengths of the returns in units of their volatility. [{"mean_run":250.0,"prior_mean":0.0,"prior_kappa":1.0,"prior_alpha":1.0,"prior_beta":1.0,"recent":5,"least_probability":1e-10,"most_runs":500} where absent]
    adx_length : int, optional
        Length of the directional index, in bars. [from 1 to 100000; 14 where absent]
    efficiency_length : int, optional
        Length of the efficiency ratio, in bars. [from 1 to 100000; 10 where absent]
    unsettled_length : int, optional
        Bars for which a change of the run halves the confidence. [from 0 to 1000; 5 where absent]

    Returns
    -------
    Regime

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.Regime(short_length=4, long_length=12, rank_length=20, adx_length=5, efficiency_length=5)
    >>> columns = stream.update_many(time_ms=[1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000], open=[60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970], high=[60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250], low=[56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600], close=[58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550], volume_base=[81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096])
    >>> columns.score[:3].tolist()
    [nan, nan, nan]
    >>> columns.confidence[:3].tolist()
    [0.0, 0.0, 0.0]
    """

    _path: ClassVar[str] = "signals.regime"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("open", "f64"), ("high", "f64"), ("low", "f64"), ("close", "f64"), ("volume_base", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("score", "confidence", "status", "trend_contribution", "range_in_high_volatility_contribution", "clamp_contribution", "trend_momentum", "range_rank_contrarian", "adx", "efficiency_ratio", "turbulence_probability", "log_density", "volatility", "volatility_per_year", "volatility_rank", "shift", "likeliest_run_bars", "recent_change_probability", "dropped_probability",)
    _row: ClassVar[type[Any]] = RegimeRow
    _columns: ClassVar[type[Any]] = RegimeColumns

    @operation("signals.regime")
    def __init__(
        self,
        *,
        interval_ms: int | None = None,
        model: SwitchingModel | SwitchingModelDict | None = None,
        short_length: int | None = None,
        long_length: int | None = None,
        trend_scale: float | None = None,
        rank_length: int | None = None,
        variance_decay: float | None = None,
        shifts: CusumParams | CusumParamsDict | None = None,
        runs: RunLengthParams | RunLengthParamsDict | None = None,
        adx_length: int | None = None,
        efficiency_length: int | None = None,
        unsettled_length: int | None = None,
    ) -> None:
        super().__init__({"interval_ms": interval_ms, "model": model, "short_length": short_length, "long_length": long_length, "trend_scale": trend_scale, "rank_length": rank_length, "variance_decay": variance_decay, "shifts": shifts, "runs": runs, "adx_length": adx_length, "efficiency_length": efficiency_length, "unsettled_length": unsettled_length})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        interval_ms: int | None = None,
        model: SwitchingModel | SwitchingModelDict | None = None,
        short_length: int | None = None,
        long_length: int | None = None,
        trend_scale: float | None = None,
        rank_length: int | None = None,
        variance_decay: float | None = None,
        shifts: CusumParams | CusumParamsDict | None = None,
        runs: RunLengthParams | RunLengthParamsDict | None = None,
        adx_length: int | None = None,
        efficiency_length: int | None = None,
        unsettled_length: int | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"interval_ms": interval_ms, "model": model, "short_length": short_length, "long_length": long_length, "trend_scale": trend_scale, "rank_length": rank_length, "variance_decay": variance_decay, "shifts": shifts, "runs": runs, "adx_length": adx_length, "efficiency_length": efficiency_length, "unsettled_length": unsettled_length}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        open: float,
        high: float,
        low: float,
        close: float,
        volume_base: float | None = None,
    ) -> RegimeRow:
        """Take the next event; a refused event changes nothing."""
        result: RegimeRow = self._update({"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        open: float,
        high: float,
        low: float,
        close: float,
        volume_base: float | None = None,
    ) -> RegimeRow:
        """What ``update`` would answer, without taking the event."""
        result: RegimeRow = self._peek({"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        open: ArrayLike | None = None,
        high: ArrayLike | None = None,
        low: ArrayLike | None = None,
        close: ArrayLike | None = None,
        volume_base: ArrayLike | None = None,
    ) -> RegimeColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: RegimeColumns = self._update_many(frame, {"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result


@document
class RegimeFilterRow(Document):
    """One output of ``RegimeFilter``.

    Attributes
    ----------
    second_probability : float64
        Filtered probability of the second regime: it knows this value and none after it.
    log_density : float64
        Logarithm of the density of this value, given all before.
    """

    second_probability: float
    log_density: float


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class RegimeFilterColumns(Columns):
    """Outputs of ``RegimeFilter``, a row per event.

    Attributes
    ----------
    second_probability : float64
        Filtered probability of the second regime: it knows this value and none after it.
    log_density : float64
        Logarithm of the density of this value, given all before.
    """

    second_probability: Any
    log_density: Any


class RegimeFilter(Stream):
    """Filtered probability of the second regime of a switching model, value by value: it knows each value and none after it.

    Parameters
    ----------
    model : SwitchingModel, or a mapping of its fields
        Switching model of the series, of two regimes and without autoregression: see `fit_regimes`.

    Returns
    -------
    RegimeFilter

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.RegimeFilter(model={"regimes": [{"mean": 0.0014, "variance": 0.00028, "next": [0.78, 0.22]}, {"mean": 0.0007, "variance": 0.0033, "next": [0.32, 0.68]}]})
    >>> columns = stream.update_many(value=[0.0118, 0.0627, 0.016, 0.0019, -0.0133])
    >>> columns.second_probability[:3].tolist()
    [0.19252861183570097, 0.9834949669434125, 0.45780696733463766]
    >>> columns.log_density[:3].tolist()
    [2.668878600412381, 0.1963676689538736, 2.2869268940339182]
    """

    _path: ClassVar[str] = "signals.regime_filter"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("value", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("second_probability", "log_density",)
    _row: ClassVar[type[Any]] = RegimeFilterRow
    _columns: ClassVar[type[Any]] = RegimeFilterColumns

    @operation("signals.regime_filter")
    def __init__(
        self,
        *,
        model: SwitchingModel | SwitchingModelDict,
    ) -> None:
        super().__init__({"model": model})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        model: SwitchingModel | SwitchingModelDict,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"model": model}, state)

    @operation()
    def update(
        self,
        *,
        value: float,
    ) -> RegimeFilterRow:
        """Take the next event; a refused event changes nothing."""
        result: RegimeFilterRow = self._update({"value": value})
        return result

    @operation()
    def peek(
        self,
        *,
        value: float,
    ) -> RegimeFilterRow:
        """What ``update`` would answer, without taking the event."""
        result: RegimeFilterRow = self._peek({"value": value})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        value: ArrayLike | None = None,
    ) -> RegimeFilterColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: RegimeFilterColumns = self._update_many(frame, {"value": value})
        return result


@document
class BreakoutRow(Document):
    """One output of ``Breakout``.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score, 0 to 1: 0.4, and 0.2 for each of the three channels that the break has left; 0.65 of that without volumes.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    dry_volume_contribution : float64
        Contribution of little volume at the break. NaN where the bars have no volume.
    rejection_wick_contribution : float64
        Contribution of a long wick against the break.
    divergence_contribution : float64
        Contribution of momentum that does not confirm.
    stretch_contribution : float64
        Contribution of a close beyond the Bollinger band.
    clamp_contribution : float64
        Contribution that holds the score between -1 and 1.
    direction : words (inside, up, down)
        Break that counts.
    break_age_bars : int64
        Bars since that break; 0 where none counts.
    channels_left : int64
        Channels that the break has left: Donchian, Bollinger, Keltner.
    percent_b_contrarian : float64
        Close within the Bollinger bands: 0 at the lower, 1 at the upper one. Beyond them, where it counts as a reason, it is read as contrarian.
    bandwidth : float64
        Distance of the Bollinger bands over their mean.
    squeeze : bool
        Whether the Bollinger bands lie within the Keltner channel.
    relative_volume : float64
        Volume over its average.
    break_volume : float64
        Volume over its average at the break that counts.
    volume_climax : bool
        Whether the volume is a climax: more than twice its average, and 2.5 standard deviations above it.
    wick_share : float64
        Longest wick against the break since then, as a part of its bar's range.
    rsi : float64
        Relative strength index, 0 to 100; a level says nothing here, a divergence does.
    divergence_points : float64
        Points by which the index fell short at the divergence that counts; 0 where none does.
    """

    score: float
    confidence: float
    status: AssessmentStatus
    dry_volume_contribution: float
    rejection_wick_contribution: float
    divergence_contribution: float
    stretch_contribution: float
    clamp_contribution: float
    direction: Break
    break_age_bars: int
    channels_left: int
    percent_b_contrarian: float
    bandwidth: float
    squeeze: bool
    relative_volume: float
    break_volume: float
    volume_climax: bool
    wick_share: float
    rsi: float
    divergence_points: float


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class BreakoutColumns(Columns):
    """Outputs of ``Breakout``, a row per event.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score, 0 to 1: 0.4, and 0.2 for each of the three channels that the break has left; 0.65 of that without volumes.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    dry_volume_contribution : float64
        Contribution of little volume at the break. NaN where the bars have no volume.
    rejection_wick_contribution : float64
        Contribution of a long wick against the break.
    divergence_contribution : float64
        Contribution of momentum that does not confirm.
    stretch_contribution : float64
        Contribution of a close beyond the Bollinger band.
    clamp_contribution : float64
        Contribution that holds the score between -1 and 1.
    direction : words (inside, up, down)
        Break that counts.
    break_age_bars : int64
        Bars since that break; 0 where none counts.
    channels_left : int64
        Channels that the break has left: Donchian, Bollinger, Keltner.
    percent_b_contrarian : float64
        Close within the Bollinger bands: 0 at the lower, 1 at the upper one. Beyond them, where it counts as a reason, it is read as contrarian.
    bandwidth : float64
        Distance of the Bollinger bands over their mean.
    squeeze : bool
        Whether the Bollinger bands lie within the Keltner channel.
    relative_volume : float64
        Volume over its average.
    break_volume : float64
        Volume over its average at the break that counts.
    volume_climax : bool
        Whether the volume is a climax: more than twice its average, and 2.5 standard deviations above it.
    wick_share : float64
        Longest wick against the break since then, as a part of its bar's range.
    rsi : float64
        Relative strength index, 0 to 100; a level says nothing here, a divergence does.
    divergence_points : float64
        Points by which the index fell short at the divergence that counts; 0 where none does.
    """

    score: Any
    confidence: Any
    status: Any
    dry_volume_contribution: Any
    rejection_wick_contribution: Any
    divergence_contribution: Any
    stretch_contribution: Any
    clamp_contribution: Any
    direction: Any
    break_age_bars: Any
    channels_left: Any
    percent_b_contrarian: Any
    bandwidth: Any
    squeeze: Any
    relative_volume: Any
    break_volume: Any
    volume_climax: Any
    wick_share: Any
    rsi: Any
    divergence_points: Any


class Breakout(Stream):
    """Module B, exhaustion of a break: little volume, a long wick, momentum that diverges and a stretched close speak against a break out
    of the range, bar by bar.

    Parameters
    ----------
    interval_ms : int, optional
        Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent]
    channel_length : int, optional
        Length of the Donchian channel whose break counts, in bars before the current one. [from 1 to 100000; 20 where absent]
    bollinger_length : int, optional
        Length of the Bollinger bands, in bars. [from 2 to 100000; 20 where absent]
    bollinger_deviations : float, optional
        Distance of the Bollinger bands from their mean, in standard deviations. [from 0.1 to 100.0; 2.0 where absent]
    keltner_length : int, optional
        Length of the Keltner channel's average and true range, in bars. [from 1 to 100000; 20 where absent]
    keltner_ranges : float, optional
        Distance of the Keltner channel's lines, in average true ranges. [from 0.1 to 100.0; 1.5 where absent]
    volume_length : int, optional
        Length of the average of the volume, in bars. [from 2 to 100000; 20 where absent]
    dry_volume : float, optional
        Part of that average below which a break is dry. [from 0.0 to 1.0; 0.8 where absent]
    long_wick : float, optional
        Part of a bar's range from which on its wick against the break counts. [from 0.0 to 1.0; 0.5 where absent]
    divergence : DivergenceParams, or a mapping of its fields, optional
        When momentum diverges. [{"rsi_length":14,"pivot_bars":3,"least_bars":5,"most_bars":60,"least_difference":3.0} where absent]
    active_bars : int, optional
        Bars for which a break counts, and a divergence after it was confirmed. [from 1 to 1000; 5 where absent]

    Returns
    -------
    Breakout

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.Breakout(channel_length=5, bollinger_length=8, keltner_length=8, volume_length=6, divergence={"rsi_length": 6, "pivot_bars": 1})
    >>> columns = stream.update_many(time_ms=[1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000], open=[60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970], high=[60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250], low=[56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600], close=[58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550], volume_base=[81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096])
    >>> columns.score[:3].tolist()
    [nan, nan, nan]
    >>> columns.confidence[:3].tolist()
    [0.0, 0.0, 0.0]
    """

    _path: ClassVar[str] = "signals.breakout"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("open", "f64"), ("high", "f64"), ("low", "f64"), ("close", "f64"), ("volume_base", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("score", "confidence", "status", "dry_volume_contribution", "rejection_wick_contribution", "divergence_contribution", "stretch_contribution", "clamp_contribution", "direction", "break_age_bars", "channels_left", "percent_b_contrarian", "bandwidth", "squeeze", "relative_volume", "break_volume", "volume_climax", "wick_share", "rsi", "divergence_points",)
    _row: ClassVar[type[Any]] = BreakoutRow
    _columns: ClassVar[type[Any]] = BreakoutColumns

    @operation("signals.breakout")
    def __init__(
        self,
        *,
        interval_ms: int | None = None,
        channel_length: int | None = None,
        bollinger_length: int | None = None,
        bollinger_deviations: float | None = None,
        keltner_length: int | None = None,
        keltner_ranges: float | None = None,
        volume_length: int | None = None,
        dry_volume: float | None = None,
        long_wick: float | None = None,
        divergence: DivergenceParams | DivergenceParamsDict | None = None,
        active_bars: int | None = None,
    ) -> None:
        super().__init__({"interval_ms": interval_ms, "channel_length": channel_length, "bollinger_length": bollinger_length, "bollinger_deviations": bollinger_deviations, "keltner_length": keltner_length, "keltner_ranges": keltner_ranges, "volume_length": volume_length, "dry_volume": dry_volume, "long_wick": long_wick, "divergence": divergence, "active_bars": active_bars})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        interval_ms: int | None = None,
        channel_length: int | None = None,
        bollinger_length: int | None = None,
        bollinger_deviations: float | None = None,
        keltner_length: int | None = None,
        keltner_ranges: float | None = None,
        volume_length: int | None = None,
        dry_volume: float | None = None,
        long_wick: float | None = None,
        divergence: DivergenceParams | DivergenceParamsDict | None = None,
        active_bars: int | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"interval_ms": interval_ms, "channel_length": channel_length, "bollinger_length": bollinger_length, "bollinger_deviations": bollinger_deviations, "keltner_length": keltner_length, "keltner_ranges": keltner_ranges, "volume_length": volume_length, "dry_volume": dry_volume, "long_wick": long_wick, "divergence": divergence, "active_bars": active_bars}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        open: float,
        high: float,
        low: float,
        close: float,
        volume_base: float | None = None,
    ) -> BreakoutRow:
        """Take the next event; a refused event changes nothing."""
        result: BreakoutRow = self._update({"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        open: float,
        high: float,
        low: float,
        close: float,
        volume_base: float | None = None,
    ) -> BreakoutRow:
        """What ``update`` would answer, without taking the event."""
        result: BreakoutRow = self._peek({"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        open: ArrayLike | None = None,
        high: ArrayLike | None = None,
        low: ArrayLike | None = None,
        close: ArrayLike | None = None,
        volume_base: ArrayLike | None = None,
    ) -> BreakoutColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: BreakoutColumns = self._update_many(frame, {"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result


@document
class ConfluenceRow(Document):
    """One output of ``Confluence``.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score, 0 to 1: a quarter for each distinct source of the stronger side.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    resistance_contribution : float64
        Contribution of the resistance: `strength e^(-distance) / 2`; 0 where there is none.
    support_contribution : float64
        Contribution of the support: `-strength e^(-distance) / 2`; 0 where there is none.
    clamp_contribution : float64
        Contribution that holds the score between -1 and 1.
    resistance_price : float64
        Price of the resistance that counts most, in quote currency.
    resistance_distance_ranges : float64
        Distance of the resistance from the close, in average true ranges.
    resistance_strength : float64
        Strength of the resistance.
    resistance_sources : int64
        Distinct sources of the resistance.
    resistance_touches : int64
        Turning points at the resistance.
    resistance_age_bars : int64
        Age of the resistance's youngest level, in bars.
    support_price : float64
        Price of the support that counts most, in quote currency.
    support_distance_ranges : float64
        Distance of the support from the close, in average true ranges.
    support_strength : float64
        Strength of the support.
    support_sources : int64
        Distinct sources of the support.
    support_touches : int64
        Turning points at the support.
    support_age_bars : int64
        Age of the support's youngest level, in bars.
    levels : int64
        Levels within reach of the close.
    tolerance : float64
        Width of a cluster at this bar, as a fraction of the price.
    """

    score: float
    confidence: float
    status: AssessmentStatus
    resistance_contribution: float
    support_contribution: float
    clamp_contribution: float
    resistance_price: float
    resistance_distance_ranges: float
    resistance_strength: float
    resistance_sources: int
    resistance_touches: int
    resistance_age_bars: int
    support_price: float
    support_distance_ranges: float
    support_strength: float
    support_sources: int
    support_touches: int
    support_age_bars: int
    levels: int
    tolerance: float


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class ConfluenceColumns(Columns):
    """Outputs of ``Confluence``, a row per event.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score, 0 to 1: a quarter for each distinct source of the stronger side.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    resistance_contribution : float64
        Contribution of the resistance: `strength e^(-distance) / 2`; 0 where there is none.
    support_contribution : float64
        Contribution of the support: `-strength e^(-distance) / 2`; 0 where there is none.
    clamp_contribution : float64
        Contribution that holds the score between -1 and 1.
    resistance_price : float64
        Price of the resistance that counts most, in quote currency.
    resistance_distance_ranges : float64
        Distance of the resistance from the close, in average true ranges.
    resistance_strength : float64
        Strength of the resistance.
    resistance_sources : int64
        Distinct sources of the resistance.
    resistance_touches : int64
        Turning points at the resistance.
    resistance_age_bars : int64
        Age of the resistance's youngest level, in bars.
    support_price : float64
        Price of the support that counts most, in quote currency.
    support_distance_ranges : float64
        Distance of the support from the close, in average true ranges.
    support_strength : float64
        Strength of the support.
    support_sources : int64
        Distinct sources of the support.
    support_touches : int64
        Turning points at the support.
    support_age_bars : int64
        Age of the support's youngest level, in bars.
    levels : int64
        Levels within reach of the close.
    tolerance : float64
        Width of a cluster at this bar, as a fraction of the price.
    """

    score: Any
    confidence: Any
    status: Any
    resistance_contribution: Any
    support_contribution: Any
    clamp_contribution: Any
    resistance_price: Any
    resistance_distance_ranges: Any
    resistance_strength: Any
    resistance_sources: Any
    resistance_touches: Any
    resistance_age_bars: Any
    support_price: Any
    support_distance_ranges: Any
    support_strength: Any
    support_sources: Any
    support_touches: Any
    support_age_bars: Any
    levels: Any
    tolerance: Any


class Confluence(Stream):
    """Module C, support and resistance: levels of turning points, pivots, volume, Fibonacci, anchored average and year in clusters, bar by bar.

    Parameters
    ----------
    interval_ms : int, optional
        Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent]
    range_length : int, optional
        Length of the average true range, in bars. [from 1 to 100000; 14 where absent]
    pivot_bars : int, optional
        Bars on either side of a turning point that it exceeds. [from 1 to 100; 5 where absent]
    most_swings : int, optional
        Most turning points that are kept. [from 2 to 200; 16 where absent]
    period_bars : int, optional
        Bars of a period, from whose range the pivot levels of the next one follow: a week of days. [from 1 to 10000; 7 where absent]
    profile_length : int, optional
        Bars of the volume profile, which is taken at the end of each period. [from 1 to 10000; 90 where absent]
    profile_bins : int, optional
        Steps of price of the volume profile. [from 1 to 1000; 24 where absent]
    extreme_length : int, optional
        Bars of a year, whose highest high and lowest low are levels. [from 1 to 100000; 365 where absent]
    round_step : float, optional
        Distance between round numbers, in quote currency. Absent: round numbers are no levels. [from 1e-18 to 1e+18]
    decay_bars : float, optional
        Bars in which what a level is worth falls to `1 / e`. [from 1.0 to 100000.0; 90.0 where absent]
    least_tolerance : float, optional
        Least width of a cluster, as a fraction of the price. [from 0.0 to 1.0; 0.003 where absent]
    range_tolerance : float, optional
        Width of a cluster, as a fraction of the average true range. [from 0.0 to 1.0; 0.25 where absent]
    least_sources : int, optional
        Distinct sources from which on a cluster counts. [from 1 to 7; 2 where absent]

    Returns
    -------
    Confluence

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.Confluence(range_length=5, pivot_bars=1, profile_length=7, extreme_length=15, round_step=5000)
    >>> columns = stream.update_many(time_ms=[1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000], open=[60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970], high=[60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250], low=[56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600], close=[58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550], volume_base=[81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096])
    >>> columns.score[:3].tolist()
    [nan, nan, nan]
    >>> columns.confidence[:3].tolist()
    [0.0, 0.0, 0.0]
    """

    _path: ClassVar[str] = "signals.confluence"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("open", "f64"), ("high", "f64"), ("low", "f64"), ("close", "f64"), ("volume_base", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("score", "confidence", "status", "resistance_contribution", "support_contribution", "clamp_contribution", "resistance_price", "resistance_distance_ranges", "resistance_strength", "resistance_sources", "resistance_touches", "resistance_age_bars", "support_price", "support_distance_ranges", "support_strength", "support_sources", "support_touches", "support_age_bars", "levels", "tolerance",)
    _row: ClassVar[type[Any]] = ConfluenceRow
    _columns: ClassVar[type[Any]] = ConfluenceColumns

    @operation("signals.confluence")
    def __init__(
        self,
        *,
        interval_ms: int | None = None,
        range_length: int | None = None,
        pivot_bars: int | None = None,
        most_swings: int | None = None,
        period_bars: int | None = None,
        profile_length: int | None = None,
        profile_bins: int | None = None,
        extreme_length: int | None = None,
        round_step: float | None = None,
        decay_bars: float | None = None,
        least_tolerance: float | None = None,
        range_tolerance: float | None = None,
        least_sources: int | None = None,
    ) -> None:
        super().__init__({"interval_ms": interval_ms, "range_length": range_length, "pivot_bars": pivot_bars, "most_swings": most_swings, "period_bars": period_bars, "profile_length": profile_length, "profile_bins": profile_bins, "extreme_length": extreme_length, "round_step": round_step, "decay_bars": decay_bars, "least_tolerance": least_tolerance, "range_tolerance": range_tolerance, "least_sources": least_sources})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        interval_ms: int | None = None,
        range_length: int | None = None,
        pivot_bars: int | None = None,
        most_swings: int | None = None,
        period_bars: int | None = None,
        profile_length: int | None = None,
        profile_bins: int | None = None,
        extreme_length: int | None = None,
        round_step: float | None = None,
        decay_bars: float | None = None,
        least_tolerance: float | None = None,
        range_tolerance: float | None = None,
        least_sources: int | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"interval_ms": interval_ms, "range_length": range_length, "pivot_bars": pivot_bars, "most_swings": most_swings, "period_bars": period_bars, "profile_length": profile_length, "profile_bins": profile_bins, "extreme_length": extreme_length, "round_step": round_step, "decay_bars": decay_bars, "least_tolerance": least_tolerance, "range_tolerance": range_tolerance, "least_sources": least_sources}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        open: float,
        high: float,
        low: float,
        close: float,
        volume_base: float | None = None,
    ) -> ConfluenceRow:
        """Take the next event; a refused event changes nothing."""
        result: ConfluenceRow = self._update({"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        open: float,
        high: float,
        low: float,
        close: float,
        volume_base: float | None = None,
    ) -> ConfluenceRow:
        """What ``update`` would answer, without taking the event."""
        result: ConfluenceRow = self._peek({"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        open: ArrayLike | None = None,
        high: ArrayLike | None = None,
        low: ArrayLike | None = None,
        close: ArrayLike | None = None,
        volume_base: ArrayLike | None = None,
    ) -> ConfluenceColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: ConfluenceColumns = self._update_many(frame, {"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result


@document
class LayersRow(Document):
    """One output of ``Layers``.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score, 0 to 1: 0.8 times the part of the rank's window that is filled.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    stretch_from_mean_contribution : float64
        Contribution of the distance from the mean: `0.5 stretch_contrarian / 3`.
    range_rank_contribution : float64
        Contribution of the true range's rank: `0.5 (2 range_rank - 1)`, with the sign of the stretch.
    clamp_contribution : float64
        Contribution that holds the score between -1 and 1.
    stretch_contrarian : float64
        Distance of the close from its mean, in average true ranges.
    average_range : float64
        Average true range, in quote currency.
    range_rank : float64
        Rank of the average true range, as a fraction of the close, among those of the last bars, 0 to 1.
    layer_unit : float64
        Distance of the first layer from the close, in quote currency: the average true range times `1 + adaptation (range_rank - 0.5)`.
    first_layer_price : float64
        Price of the nearest layer, in quote currency.
    last_layer_price : float64
        Price of the furthest layer, in quote currency.
    stop_price : float64
        Stop of what is kept, in quote currency: it only rises until a close falls below it. NaN while there is none.
    stop_hit : bool
        Whether this bar closed below the stop.
    """

    score: float
    confidence: float
    status: AssessmentStatus
    stretch_from_mean_contribution: float
    range_rank_contribution: float
    clamp_contribution: float
    stretch_contrarian: float
    average_range: float
    range_rank: float
    layer_unit: float
    first_layer_price: float
    last_layer_price: float
    stop_price: float
    stop_hit: bool


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class LayersColumns(Columns):
    """Outputs of ``Layers``, a row per event.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score, 0 to 1: 0.8 times the part of the rank's window that is filled.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    stretch_from_mean_contribution : float64
        Contribution of the distance from the mean: `0.5 stretch_contrarian / 3`.
    range_rank_contribution : float64
        Contribution of the true range's rank: `0.5 (2 range_rank - 1)`, with the sign of the stretch.
    clamp_contribution : float64
        Contribution that holds the score between -1 and 1.
    stretch_contrarian : float64
        Distance of the close from its mean, in average true ranges.
    average_range : float64
        Average true range, in quote currency.
    range_rank : float64
        Rank of the average true range, as a fraction of the close, among those of the last bars, 0 to 1.
    layer_unit : float64
        Distance of the first layer from the close, in quote currency: the average true range times `1 + adaptation (range_rank - 0.5)`.
    first_layer_price : float64
        Price of the nearest layer, in quote currency.
    last_layer_price : float64
        Price of the furthest layer, in quote currency.
    stop_price : float64
        Stop of what is kept, in quote currency: it only rises until a close falls below it. NaN while there is none.
    stop_hit : bool
        Whether this bar closed below the stop.
    """

    score: Any
    confidence: Any
    status: Any
    stretch_from_mean_contribution: Any
    range_rank_contribution: Any
    clamp_contribution: Any
    stretch_contrarian: Any
    average_range: Any
    range_rank: Any
    layer_unit: Any
    first_layer_price: Any
    last_layer_price: Any
    stop_price: Any
    stop_hit: Any


class Layers(Stream):
    """Module D, layers: distance from the mean in units of the true range, the unit of a ladder of sell prices, and a stop that only
    rises, bar by bar.

    Parameters
    ----------
    interval_ms : int, optional
        Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent]
    range_length : int, optional
        Length of the average true range, in bars. [from 1 to 100000; 14 where absent]
    mean_length : int, optional
        Length of the average of the closes, in bars. [from 1 to 100000; 50 where absent]
    rank_length : int, optional
        Most bars among which the true range, as a fraction of the close, is ranked. [from 2 to 100000; 365 where absent]
    adaptation : float, optional
        How much wider the layers are from the calmest to the most turbulent market, in average true ranges. [from 0.0 to 1.9; 1.0 where absent]
    layers : int, optional
        Number of layers. [from 1 to 100; 5 where absent]
    exponent : float, optional
        Exponent by which the distances of the layers grow: 1 for equal steps. [from 0.1 to 5.0; 1.2 where absent]
    stop_length : int, optional
        Length of the stop's window and true range, in bars. [from 1 to 100000; 22 where absent]
    stop_ranges : float, optional
        Distance of the stop from the highest high, in average true ranges. [from 0.0 to 100.0; 3.0 where absent]

    Returns
    -------
    Layers

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.Layers(range_length=5, mean_length=10, rank_length=20, stop_length=5)
    >>> columns = stream.update_many(time_ms=[1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000], open=[60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970], high=[60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250], low=[56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600], close=[58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550], volume_base=[81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096])
    >>> columns.score[:3].tolist()
    [nan, nan, nan]
    >>> columns.confidence[:3].tolist()
    [0.0, 0.0, 0.0]
    """

    _path: ClassVar[str] = "signals.layers"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("open", "f64"), ("high", "f64"), ("low", "f64"), ("close", "f64"), ("volume_base", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("score", "confidence", "status", "stretch_from_mean_contribution", "range_rank_contribution", "clamp_contribution", "stretch_contrarian", "average_range", "range_rank", "layer_unit", "first_layer_price", "last_layer_price", "stop_price", "stop_hit",)
    _row: ClassVar[type[Any]] = LayersRow
    _columns: ClassVar[type[Any]] = LayersColumns

    @operation("signals.layers")
    def __init__(
        self,
        *,
        interval_ms: int | None = None,
        range_length: int | None = None,
        mean_length: int | None = None,
        rank_length: int | None = None,
        adaptation: float | None = None,
        layers: int | None = None,
        exponent: float | None = None,
        stop_length: int | None = None,
        stop_ranges: float | None = None,
    ) -> None:
        super().__init__({"interval_ms": interval_ms, "range_length": range_length, "mean_length": mean_length, "rank_length": rank_length, "adaptation": adaptation, "layers": layers, "exponent": exponent, "stop_length": stop_length, "stop_ranges": stop_ranges})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        interval_ms: int | None = None,
        range_length: int | None = None,
        mean_length: int | None = None,
        rank_length: int | None = None,
        adaptation: float | None = None,
        layers: int | None = None,
        exponent: float | None = None,
        stop_length: int | None = None,
        stop_ranges: float | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"interval_ms": interval_ms, "range_length": range_length, "mean_length": mean_length, "rank_length": rank_length, "adaptation": adaptation, "layers": layers, "exponent": exponent, "stop_length": stop_length, "stop_ranges": stop_ranges}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        open: float,
        high: float,
        low: float,
        close: float,
        volume_base: float | None = None,
    ) -> LayersRow:
        """Take the next event; a refused event changes nothing."""
        result: LayersRow = self._update({"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        open: float,
        high: float,
        low: float,
        close: float,
        volume_base: float | None = None,
    ) -> LayersRow:
        """What ``update`` would answer, without taking the event."""
        result: LayersRow = self._peek({"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        open: ArrayLike | None = None,
        high: ArrayLike | None = None,
        low: ArrayLike | None = None,
        close: ArrayLike | None = None,
        volume_base: ArrayLike | None = None,
    ) -> LayersColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: LayersColumns = self._update_many(frame, {"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result


@document
class MinerCycleRow(Document):
    """One output of ``MinerCycle``.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score, 0 to 1: mean over all reasons of how full their windows are, 0 for one that is not known.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    puell_rank_contribution : float64
        Contribution of the Puell multiple: `2 rank - 1` over the number of reasons that are known.
    hashprice_rank_contribution : float64
        Contribution of the hashprice: `2 rank - 1` over the number of reasons that are known.
    hash_ribbon_contribution : float64
        Contribution of the hash ribbons: -1 in a capitulation, -0.5 in a recovery, over the number of reasons that are known.
    difficulty_ribbon_contribution : float64
        Contribution of the difficulty ribbon: `2 rank - 1` of its compression over the number of reasons that are known.
    break_even_stress_contribution : float64
        Contribution of the machine: `1 - 2 power_cost_share`, at least -1, over the number of reasons that are known.
    clamp_contribution : float64
        Contribution that holds the score between -1 and 1.
    basis : words (expected_subsidy, counted_reward)
        Basis of the income of miners.
    puell : float64
        Puell multiple: new coins of the day in US dollars over their average of a year.
    puell_rank_contrarian : float64
        Rank of the Puell multiple among those of the cycle, 0 to 1.
    puell_status : words (ok, warmup, no_data, stale)
        State of the Puell multiple.
    hashprice_usd_per_phs_day : float64
        Hashprice, in US dollars per PH/s per day.
    hashprice_rank_contrarian : float64
        Rank of the hashprice among those of the last year, 0 to 1.
    hashprice_status : words (ok, warmup, no_data, stale)
        State of the hashprice.
    hash_ribbon : words (unknown, expansion, capitulation, recovery)
        State of the hash ribbons.
    hash_ribbon_spread : float64
        Short average of the hashrate over the long one, less 1.
    hash_ribbon_buy : bool
        Whether the price confirmed a recovery on this day.
    hash_ribbon_status : words (ok, warmup, no_data, stale)
        State of the hash ribbons.
    difficulty_compression : float64
        Standard deviation of eight averages of the difficulty over their mean.
    difficulty_compression_rank_contrarian : float64
        Rank of that compression among those of the cycle, 0 to 1.
    difficulty_ribbon_status : words (ok, warmup, no_data, stale)
        State of the difficulty ribbon.
    break_even_usd_per_kwh : float64
        Price of power at which the machine earns nothing, in USD/kWh.
    power_cost_share : float64
        Cost of the machine's power as a part of what it earns.
    break_even_status : words (ok, warmup, no_data, stale)
        State of the machine's break-even.
    """

    score: float
    confidence: float
    status: AssessmentStatus
    puell_rank_contribution: float
    hashprice_rank_contribution: float
    hash_ribbon_contribution: float
    difficulty_ribbon_contribution: float
    break_even_stress_contribution: float
    clamp_contribution: float
    basis: IncomeBasis
    puell: float
    puell_rank_contrarian: float
    puell_status: AssessmentStatus
    hashprice_usd_per_phs_day: float
    hashprice_rank_contrarian: float
    hashprice_status: AssessmentStatus
    hash_ribbon: HashRibbon
    hash_ribbon_spread: float
    hash_ribbon_buy: bool
    hash_ribbon_status: AssessmentStatus
    difficulty_compression: float
    difficulty_compression_rank_contrarian: float
    difficulty_ribbon_status: AssessmentStatus
    break_even_usd_per_kwh: float
    power_cost_share: float
    break_even_status: AssessmentStatus


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class MinerCycleColumns(Columns):
    """Outputs of ``MinerCycle``, a row per event.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score, 0 to 1: mean over all reasons of how full their windows are, 0 for one that is not known.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    puell_rank_contribution : float64
        Contribution of the Puell multiple: `2 rank - 1` over the number of reasons that are known.
    hashprice_rank_contribution : float64
        Contribution of the hashprice: `2 rank - 1` over the number of reasons that are known.
    hash_ribbon_contribution : float64
        Contribution of the hash ribbons: -1 in a capitulation, -0.5 in a recovery, over the number of reasons that are known.
    difficulty_ribbon_contribution : float64
        Contribution of the difficulty ribbon: `2 rank - 1` of its compression over the number of reasons that are known.
    break_even_stress_contribution : float64
        Contribution of the machine: `1 - 2 power_cost_share`, at least -1, over the number of reasons that are known.
    clamp_contribution : float64
        Contribution that holds the score between -1 and 1.
    basis : words (expected_subsidy, counted_reward)
        Basis of the income of miners.
    puell : float64
        Puell multiple: new coins of the day in US dollars over their average of a year.
    puell_rank_contrarian : float64
        Rank of the Puell multiple among those of the cycle, 0 to 1.
    puell_status : words (ok, warmup, no_data, stale)
        State of the Puell multiple.
    hashprice_usd_per_phs_day : float64
        Hashprice, in US dollars per PH/s per day.
    hashprice_rank_contrarian : float64
        Rank of the hashprice among those of the last year, 0 to 1.
    hashprice_status : words (ok, warmup, no_data, stale)
        State of the hashprice.
    hash_ribbon : words (unknown, expansion, capitulation, recovery)
        State of the hash ribbons.
    hash_ribbon_spread : float64
        Short average of the hashrate over the long one, less 1.
    hash_ribbon_buy : bool
        Whether the price confirmed a recovery on this day.
    hash_ribbon_status : words (ok, warmup, no_data, stale)
        State of the hash ribbons.
    difficulty_compression : float64
        Standard deviation of eight averages of the difficulty over their mean.
    difficulty_compression_rank_contrarian : float64
        Rank of that compression among those of the cycle, 0 to 1.
    difficulty_ribbon_status : words (ok, warmup, no_data, stale)
        State of the difficulty ribbon.
    break_even_usd_per_kwh : float64
        Price of power at which the machine earns nothing, in USD/kWh.
    power_cost_share : float64
        Cost of the machine's power as a part of what it earns.
    break_even_status : words (ok, warmup, no_data, stale)
        State of the machine's break-even.
    """

    score: Any
    confidence: Any
    status: Any
    puell_rank_contribution: Any
    hashprice_rank_contribution: Any
    hash_ribbon_contribution: Any
    difficulty_ribbon_contribution: Any
    break_even_stress_contribution: Any
    clamp_contribution: Any
    basis: Any
    puell: Any
    puell_rank_contrarian: Any
    puell_status: Any
    hashprice_usd_per_phs_day: Any
    hashprice_rank_contrarian: Any
    hashprice_status: Any
    hash_ribbon: Any
    hash_ribbon_spread: Any
    hash_ribbon_buy: Any
    hash_ribbon_status: Any
    difficulty_compression: Any
    difficulty_compression_rank_contrarian: Any
    difficulty_ribbon_status: Any
    break_even_usd_per_kwh: Any
    power_cost_share: Any
    break_even_status: Any


class MinerCycle(Stream):
    """Module E, miners' cycle: ranks of the Puell multiple, the hashprice and the difficulty's compression, hash ribbons and break-even,
    day by day.

    What was not observed says so, and the confidence falls.

    Parameters
    ----------
    basis : IncomeBasis, optional
        Basis of the income of miners. ["expected_subsidy" where absent]
    puell_length : int, optional
        Length of the average in the Puell multiple, in days. [from 1 to 10000; 365 where absent]
    cycle_length : int, optional
        Most days among which the Puell multiple and the difficulty's compression are ranked: four years. [from 2 to 100000; 1461 where absent]
    hashprice_length : int, optional
        Most days among which the hashprice is ranked. [from 2 to 100000; 365 where absent]
    ribbons : HashRibbonParams, or a mapping of its fields, optional
        Spans and hysteresis of the hash ribbons. [{"short_length":30,"long_length":60,"band":0.005,"price_short_length":10,"price_long_length":20} where absent]
    machine : EdgeMachine, or a mapping of its fields, optional
        Machine whose power cost is held against the hashprice. Absent: none is.

    Returns
    -------
    MinerCycle

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.MinerCycle(puell_length=4, cycle_length=10, hashprice_length=10, machine={"efficiency_j_per_th": 30, "power_price_usd_per_kwh": 0.06})
    >>> columns = stream.update_many(time_ms=[1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000], btc_price_usd=[58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484], subsidy_sat=[312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000], difficulty=[88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 83148355189239.77, 83148355189239.77, 83148355189239.77, 83148355189239.77])
    >>> columns.score[:3].tolist()
    [-0.5, -0.25, -0.12949766948655195]
    >>> columns.confidence[:3].tolist()
    [0.22000000000000003, 0.24, 0.26]
    """

    _path: ClassVar[str] = "signals.miner_cycle"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("btc_price_usd", "f64"), ("subsidy_sat", "i64"), ("issuance_sat", "f64"), ("fees_sat", "f64"), ("difficulty", "f64"), ("hashrate_ths", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("score", "confidence", "status", "puell_rank_contribution", "hashprice_rank_contribution", "hash_ribbon_contribution", "difficulty_ribbon_contribution", "break_even_stress_contribution", "clamp_contribution", "basis", "puell", "puell_rank_contrarian", "puell_status", "hashprice_usd_per_phs_day", "hashprice_rank_contrarian", "hashprice_status", "hash_ribbon", "hash_ribbon_spread", "hash_ribbon_buy", "hash_ribbon_status", "difficulty_compression", "difficulty_compression_rank_contrarian", "difficulty_ribbon_status", "break_even_usd_per_kwh", "power_cost_share", "break_even_status",)
    _row: ClassVar[type[Any]] = MinerCycleRow
    _columns: ClassVar[type[Any]] = MinerCycleColumns

    @operation("signals.miner_cycle")
    def __init__(
        self,
        *,
        basis: IncomeBasis | None = None,
        puell_length: int | None = None,
        cycle_length: int | None = None,
        hashprice_length: int | None = None,
        ribbons: HashRibbonParams | HashRibbonParamsDict | None = None,
        machine: EdgeMachine | EdgeMachineDict | None = None,
    ) -> None:
        super().__init__({"basis": basis, "puell_length": puell_length, "cycle_length": cycle_length, "hashprice_length": hashprice_length, "ribbons": ribbons, "machine": machine})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        basis: IncomeBasis | None = None,
        puell_length: int | None = None,
        cycle_length: int | None = None,
        hashprice_length: int | None = None,
        ribbons: HashRibbonParams | HashRibbonParamsDict | None = None,
        machine: EdgeMachine | EdgeMachineDict | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"basis": basis, "puell_length": puell_length, "cycle_length": cycle_length, "hashprice_length": hashprice_length, "ribbons": ribbons, "machine": machine}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        btc_price_usd: float,
        subsidy_sat: int,
        issuance_sat: float | None = None,
        fees_sat: float | None = None,
        difficulty: float | None = None,
        hashrate_ths: float | None = None,
    ) -> MinerCycleRow:
        """Take the next event; a refused event changes nothing."""
        result: MinerCycleRow = self._update({"time_ms": time_ms, "btc_price_usd": btc_price_usd, "subsidy_sat": subsidy_sat, "issuance_sat": issuance_sat, "fees_sat": fees_sat, "difficulty": difficulty, "hashrate_ths": hashrate_ths})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        btc_price_usd: float,
        subsidy_sat: int,
        issuance_sat: float | None = None,
        fees_sat: float | None = None,
        difficulty: float | None = None,
        hashrate_ths: float | None = None,
    ) -> MinerCycleRow:
        """What ``update`` would answer, without taking the event."""
        result: MinerCycleRow = self._peek({"time_ms": time_ms, "btc_price_usd": btc_price_usd, "subsidy_sat": subsidy_sat, "issuance_sat": issuance_sat, "fees_sat": fees_sat, "difficulty": difficulty, "hashrate_ths": hashrate_ths})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        btc_price_usd: ArrayLike | None = None,
        subsidy_sat: ArrayLike | None = None,
        issuance_sat: ArrayLike | None = None,
        fees_sat: ArrayLike | None = None,
        difficulty: ArrayLike | None = None,
        hashrate_ths: ArrayLike | None = None,
    ) -> MinerCycleColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: MinerCycleColumns = self._update_many(frame, {"time_ms": time_ms, "btc_price_usd": btc_price_usd, "subsidy_sat": subsidy_sat, "issuance_sat": issuance_sat, "fees_sat": fees_sat, "difficulty": difficulty, "hashrate_ths": hashrate_ths})
        return result


@document
class PatternRow(Document):
    """One output of ``Pattern``.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score, 0 to 1: `hit_rate` while a broken pattern is followed, else 0.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    pattern_contribution : float64
        Contribution of the pattern that is followed: `e^(-age / decay)`, plus after a break downward, minus after one upward.
    clamp_contribution : float64
        Contribution that holds the score between -1 and 1.
    forming : words (nothing, double_top, double_bottom, head_and_shoulders, inverse_head_and_shoulders, triangle, rectangle)
        Pattern that waits to be broken.
    forming_upper_price : float64
        Price above which a close breaks that pattern upward or ends it, in quote currency. NaN where none waits.
    forming_lower_price : float64
        Price below which a close breaks that pattern downward or ends it, in quote currency. NaN where none waits.
    pattern : words (nothing, double_top, double_bottom, head_and_shoulders, inverse_head_and_shoulders, triangle, rectangle)
        Pattern that was broken and is followed.
    direction : words (neither, up, down)
        Direction in which it was broken. Read as momentum: the price goes on that way.
    neckline_price : float64
        Neckline at the bar that broke it, in quote currency. NaN where no pattern is followed.
    target_price : float64
        Price that the pattern aims at, in quote currency: its height beyond the neckline. NaN where no pattern is followed.
    invalidation_price : float64
        Price beyond which a close ends the pattern, in quote currency. NaN where no pattern is followed.
    age_bars : int64
        Bars since the break; 0 where no pattern is followed.
    event : words (quiet, broken, reached, invalidated, expired)
        Fate of the followed pattern on the bar.
    """

    score: float
    confidence: float
    status: AssessmentStatus
    pattern_contribution: float
    clamp_contribution: float
    forming: ChartPattern
    forming_upper_price: float
    forming_lower_price: float
    pattern: ChartPattern
    direction: PatternDirection
    neckline_price: float
    target_price: float
    invalidation_price: float
    age_bars: int
    event: PatternFate


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class PatternColumns(Columns):
    """Outputs of ``Pattern``, a row per event.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score, 0 to 1: `hit_rate` while a broken pattern is followed, else 0.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    pattern_contribution : float64
        Contribution of the pattern that is followed: `e^(-age / decay)`, plus after a break downward, minus after one upward.
    clamp_contribution : float64
        Contribution that holds the score between -1 and 1.
    forming : words (nothing, double_top, double_bottom, head_and_shoulders, inverse_head_and_shoulders, triangle, rectangle)
        Pattern that waits to be broken.
    forming_upper_price : float64
        Price above which a close breaks that pattern upward or ends it, in quote currency. NaN where none waits.
    forming_lower_price : float64
        Price below which a close breaks that pattern downward or ends it, in quote currency. NaN where none waits.
    pattern : words (nothing, double_top, double_bottom, head_and_shoulders, inverse_head_and_shoulders, triangle, rectangle)
        Pattern that was broken and is followed.
    direction : words (neither, up, down)
        Direction in which it was broken. Read as momentum: the price goes on that way.
    neckline_price : float64
        Neckline at the bar that broke it, in quote currency. NaN where no pattern is followed.
    target_price : float64
        Price that the pattern aims at, in quote currency: its height beyond the neckline. NaN where no pattern is followed.
    invalidation_price : float64
        Price beyond which a close ends the pattern, in quote currency. NaN where no pattern is followed.
    age_bars : int64
        Bars since the break; 0 where no pattern is followed.
    event : words (quiet, broken, reached, invalidated, expired)
        Fate of the followed pattern on the bar.
    """

    score: Any
    confidence: Any
    status: Any
    pattern_contribution: Any
    clamp_contribution: Any
    forming: Any
    forming_upper_price: Any
    forming_lower_price: Any
    pattern: Any
    direction: Any
    neckline_price: Any
    target_price: Any
    invalidation_price: Any
    age_bars: Any
    event: Any


class Pattern(Stream):
    """Module F, chart patterns: head and shoulders, double tops and bottoms, triangles and rectangles of confirmed turning points, with
    neckline, target and invalidation, bar by bar.

    Parameters
    ----------
    interval_ms : int, optional
        Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent]
    pivot_bars : int, optional
        Bars on either side of a turning point that it exceeds. [from 1 to 100; 3 where absent]
    shape : ShapeParams, or a mapping of its fields, optional
        How much turning points of one pattern may differ. [{"tolerance":0.015,"rectangle_tolerance":0.0075,"least_separation":22} where absent]
    most_wait_bars : int, optional
        Bars for which a pattern waits to be broken. [from 1 to 10000; 60 where absent]
    most_age_bars : int, optional
        Bars for which a broken pattern is followed. [from 1 to 10000; 30 where absent]
    decay_bars : float, optional
        Bars in which what a break says falls to `1 / e`. [from 0.1 to 1000.0; 5.0 where absent]
    hit_rate : float, optional
        Confidence while a broken pattern is followed: the share of them that reached their target, where a calibration has found one; 0.3 is assumed. [from 0.0 to 1.0; 0.3 where absent]

    Returns
    -------
    Pattern

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.Pattern(pivot_bars=1, shape={"tolerance": 0.02, "least_separation": 3})
    >>> columns = stream.update_many(time_ms=[1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000], open=[60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970], high=[60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250], low=[56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600], close=[58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550], volume_base=[81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096])
    >>> columns.score[:3].tolist()
    [nan, nan, nan]
    >>> columns.confidence[:3].tolist()
    [0.0, 0.0, 0.0]
    """

    _path: ClassVar[str] = "signals.pattern"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("open", "f64"), ("high", "f64"), ("low", "f64"), ("close", "f64"), ("volume_base", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("score", "confidence", "status", "pattern_contribution", "clamp_contribution", "forming", "forming_upper_price", "forming_lower_price", "pattern", "direction", "neckline_price", "target_price", "invalidation_price", "age_bars", "event",)
    _row: ClassVar[type[Any]] = PatternRow
    _columns: ClassVar[type[Any]] = PatternColumns

    @operation("signals.pattern")
    def __init__(
        self,
        *,
        interval_ms: int | None = None,
        pivot_bars: int | None = None,
        shape: ShapeParams | ShapeParamsDict | None = None,
        most_wait_bars: int | None = None,
        most_age_bars: int | None = None,
        decay_bars: float | None = None,
        hit_rate: float | None = None,
    ) -> None:
        super().__init__({"interval_ms": interval_ms, "pivot_bars": pivot_bars, "shape": shape, "most_wait_bars": most_wait_bars, "most_age_bars": most_age_bars, "decay_bars": decay_bars, "hit_rate": hit_rate})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        interval_ms: int | None = None,
        pivot_bars: int | None = None,
        shape: ShapeParams | ShapeParamsDict | None = None,
        most_wait_bars: int | None = None,
        most_age_bars: int | None = None,
        decay_bars: float | None = None,
        hit_rate: float | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"interval_ms": interval_ms, "pivot_bars": pivot_bars, "shape": shape, "most_wait_bars": most_wait_bars, "most_age_bars": most_age_bars, "decay_bars": decay_bars, "hit_rate": hit_rate}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        open: float,
        high: float,
        low: float,
        close: float,
        volume_base: float | None = None,
    ) -> PatternRow:
        """Take the next event; a refused event changes nothing."""
        result: PatternRow = self._update({"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        open: float,
        high: float,
        low: float,
        close: float,
        volume_base: float | None = None,
    ) -> PatternRow:
        """What ``update`` would answer, without taking the event."""
        result: PatternRow = self._peek({"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        open: ArrayLike | None = None,
        high: ArrayLike | None = None,
        low: ArrayLike | None = None,
        close: ArrayLike | None = None,
        volume_base: ArrayLike | None = None,
    ) -> PatternColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: PatternColumns = self._update_many(frame, {"time_ms": time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})
        return result


@operation("signals.fit_regimes")
def fit_regimes(
    *,
    series: ArrayLike,
    regimes: int | None = None,
    rounds: int | None = None,
    tolerance: float | None = None,
    variance_floor: float | None = None,
    prior_transitions: float | None = None,
) -> FitRegimesReport:
    """Markov-switching model of a series, fitted by the method of Baum and Welch with floors; its regimes are sorted by variance.

    Parameters
    ----------
    series : array_like of float
        Values of the series, oldest first: logarithmic returns, say. Ten or more.
    regimes : int, optional
        Number of regimes, 2 to 8. [from 2 to 8; 2 where absent]
    rounds : int, optional
        Most rounds of each start. [from 1 to 100000; 1000 where absent]
    tolerance : float, optional
        Gain of the logarithm of the likelihood in one round below which a start is at its end. [from 0.0 to 1.0; 1e-9 where absent]
    variance_floor : float, optional
        Least variance of a regime, as a fraction of the variance of the whole series. [from 0.0 to 1.0; 0.001 where absent]
    prior_transitions : float, optional
        Transitions of each kind that are counted before any is seen. 0 gives the greatest likelihood. [from 0.0 to 1000000.0; 1.0 where absent]

    Returns
    -------
    FitRegimesReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.signals.fit_regimes(series=[0.011854, 0.062689, 0.015934, 0.001876, -0.01332, -0.013596, -0.018121, 0.030276, -0.036719, 0.000428, 0.01076, 0.023405, -0.021893, 0.072483, -0.014775, 0.027055, -0.001628, -0.009625, 0.075158, -0.018349, -0.014083, -0.017457, 0.008497, 0.010752, -0.011365, 0.013455, -0.015062, -0.010967, 0.010294, -0.011951], regimes=2)
    >>> report.log_likelihood
    74.86180268415187
    >>> report.rounds
    102
    """
    return FitRegimesReport._read(call("signals.fit_regimes", {"series": series, "regimes": regimes, "rounds": rounds, "tolerance": tolerance, "variance_floor": variance_floor, "prior_transitions": prior_transitions}))


@operation("signals.sell_ladder")
def sell_ladder(
    *,
    anchor_price: float,
    layer_unit: float,
    layers: int | None = None,
    exponent: float | None = None,
    sizing: LadderSizing | None = None,
    inventory_sat: int,
    cap: float | None = None,
) -> SellLadderReport:
    """Ladder of sell orders above a price: sizes in whole satoshis that add up to the budget and never exceed the cap of the inventory.

    Parameters
    ----------
    anchor_price : float
        Price above which the layers stand, in quote currency. [from 1e-18 to 1e+18]
    layer_unit : float
        Distance of the first layer from the anchor, in quote currency: `layer_unit` of the module. [from 1e-18 to 1e+18]
    layers : int, optional
        Number of layers. [from 1 to 100; 5 where absent]
    exponent : float, optional
        Exponent by which the distances grow: 1 for equal steps. [from 0.1 to 5.0; 1.2 where absent]
    sizing : LadderSizing, optional
        How the budget is spread over the layers. ["rising" where absent]
    inventory_sat : int
        Inventory, in satoshis. [sat, from 0 to 2100000000000000]
    cap : float, optional
        Part of the inventory that the ladder may sell in all. [from 0.0 to 1.0; 0.25 where absent]

    Returns
    -------
    SellLadderReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.signals.sell_ladder(anchor_price=64940, layer_unit=2150, layers=4, inventory_sat=1000000000, cap=0.2)
    >>> report.total_sat
    200000000
    >>> report.kept_sat
    800000000
    """
    return SellLadderReport._read(call("signals.sell_ladder", {"anchor_price": anchor_price, "layer_unit": layer_unit, "layers": layers, "exponent": exponent, "sizing": sizing, "inventory_sat": inventory_sat, "cap": cap}))


@document
class DerivativesPressureRow(Document):
    """One output of ``DerivativesPressure``.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score: the part of the four reasons that is known; 0 unless the status is `ok`.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment: stale where something came before and nothing at this snapshot.
    funding_contribution : float64
        Contribution of funding; NaN where it is not known.
    basis_contribution : float64
        Contribution of the basis; NaN where it is not known.
    risk_reversal_contribution : float64
        Contribution of the risk reversal; NaN where it is not known.
    open_interest_contribution : float64
        Contribution of price and open interest together; NaN where they are not known.
    clamp_contribution : float64
        Contribution of the clamp; NaN unless the status is `ok`.
    funding_z_contrarian : float64
        Funding in standard deviations from the mean of its past: longs crowd where it is high. NaN where it is not known.
    basis_per_year_contrarian : float64
        Basis per year, without compounding: leverage is dear where it is high. NaN where it is not known.
    risk_reversal_z_momentum : float64
        Risk reversal in standard deviations from the mean of its past: calls are sought where it is high. NaN where it is not known.
    open_interest_quadrant_momentum : float64
        1 where price and open interest move the same way, which confirms the move of the price if it rises and its exhaustion if it falls; -1 where they part, 0 where open interest hardly changes. NaN where they are not known.
    funding_per_year : float64
        Funding per year, without compounding. NaN where it is not known.
    term_slope : float64
        Volatility at the money of the far expiry less that of the near one. NaN where it is not known.
    put_call : float64
        Open interest of puts over that of calls. NaN where it is not known.
    gamma_exposure : float64
        Gamma exposure, in quote currency per 1 % move. NaN where it is not known.
    """

    score: float
    confidence: float
    status: AssessmentStatus
    funding_contribution: float
    basis_contribution: float
    risk_reversal_contribution: float
    open_interest_contribution: float
    clamp_contribution: float
    funding_z_contrarian: float
    basis_per_year_contrarian: float
    risk_reversal_z_momentum: float
    open_interest_quadrant_momentum: float
    funding_per_year: float
    term_slope: float
    put_call: float
    gamma_exposure: float


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class DerivativesPressureColumns(Columns):
    """Outputs of ``DerivativesPressure``, a row per event.

    Attributes
    ----------
    score : float64
        Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score: the part of the four reasons that is known; 0 unless the status is `ok`.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment: stale where something came before and nothing at this snapshot.
    funding_contribution : float64
        Contribution of funding; NaN where it is not known.
    basis_contribution : float64
        Contribution of the basis; NaN where it is not known.
    risk_reversal_contribution : float64
        Contribution of the risk reversal; NaN where it is not known.
    open_interest_contribution : float64
        Contribution of price and open interest together; NaN where they are not known.
    clamp_contribution : float64
        Contribution of the clamp; NaN unless the status is `ok`.
    funding_z_contrarian : float64
        Funding in standard deviations from the mean of its past: longs crowd where it is high. NaN where it is not known.
    basis_per_year_contrarian : float64
        Basis per year, without compounding: leverage is dear where it is high. NaN where it is not known.
    risk_reversal_z_momentum : float64
        Risk reversal in standard deviations from the mean of its past: calls are sought where it is high. NaN where it is not known.
    open_interest_quadrant_momentum : float64
        1 where price and open interest move the same way, which confirms the move of the price if it rises and its exhaustion if it falls; -1 where they part, 0 where open interest hardly changes. NaN where they are not known.
    funding_per_year : float64
        Funding per year, without compounding. NaN where it is not known.
    term_slope : float64
        Volatility at the money of the far expiry less that of the near one. NaN where it is not known.
    put_call : float64
        Open interest of puts over that of calls. NaN where it is not known.
    gamma_exposure : float64
        Gamma exposure, in quote currency per 1 % move. NaN where it is not known.
    """

    score: Any
    confidence: Any
    status: Any
    funding_contribution: Any
    basis_contribution: Any
    risk_reversal_contribution: Any
    open_interest_contribution: Any
    clamp_contribution: Any
    funding_z_contrarian: Any
    basis_per_year_contrarian: Any
    risk_reversal_z_momentum: Any
    open_interest_quadrant_momentum: Any
    funding_per_year: Any
    term_slope: Any
    put_call: Any
    gamma_exposure: Any


class DerivativesPressure(Stream):
    """Module G, pressure from derivatives: funding, basis, risk reversal and open interest as one score, snapshot by snapshot.

    The score is the mean of the reasons that are known, the confidence the known part; term slope, put-call ratio and gamma exposure
    describe and do not vote.

    Parameters
    ----------
    length : int, optional
        Number of snapshots with which funding and risk reversal are compared. [from 2 to 10000; 90 where absent]
    usual_basis : float, optional
        Basis per year that counts for nothing: the usual price of leverage. [from -1.0 to 10.0; 0.1 where absent]
    full_basis : float, optional
        Basis per year beyond the usual one that counts in full. [from 1e-6 to 10.0; 0.2 where absent]
    least_change : float, optional
        Change of open interest as a fraction, from one snapshot to the next, below which price and open interest say nothing together. [from 0.0 to 10.0; 0.01 where absent]

    Returns
    -------
    DerivativesPressure

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.DerivativesPressure(length=3)
    >>> columns = stream.update_many(time_ms=[1713571200000, 1713657600000, 1713744000000, 1713830400000, 1713916800000], spot=[63850, 64200, 65100, 64800, 66000], funding_per_year=[0.1095, 0.12, 0.09, 0.13, 0.45], basis_per_year=[0.09, 0.11, 0.12, 0.15, 0.24], open_interest_base=[410000, 412000, 425000, 423500, 450000], risk_reversal_25=[-0.02, -0.01, 0.0, 0.01, 0.03], term_slope=[0.02, 0.02, 0.01, 0.01, -0.01], put_call=[0.62, 0.6, 0.58, 0.57, 0.5], gamma_exposure=[1200000.0, 1100000.0, 1400000.0, 1300000.0, 1900000.0])
    >>> columns.score[:3].tolist()
    [-0.050000000000000044, 0.024999999999999988, -0.2]
    >>> columns.confidence[:3].tolist()
    [0.25, 0.5, 0.5]
    """

    _path: ClassVar[str] = "signals.derivatives_pressure"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("spot", "f64"), ("funding_per_year", "f64"), ("basis_per_year", "f64"), ("open_interest_base", "f64"), ("risk_reversal_25", "f64"), ("term_slope", "f64"), ("put_call", "f64"), ("gamma_exposure", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("score", "confidence", "status", "funding_contribution", "basis_contribution", "risk_reversal_contribution", "open_interest_contribution", "clamp_contribution", "funding_z_contrarian", "basis_per_year_contrarian", "risk_reversal_z_momentum", "open_interest_quadrant_momentum", "funding_per_year", "term_slope", "put_call", "gamma_exposure",)
    _row: ClassVar[type[Any]] = DerivativesPressureRow
    _columns: ClassVar[type[Any]] = DerivativesPressureColumns

    @operation("signals.derivatives_pressure")
    def __init__(
        self,
        *,
        length: int | None = None,
        usual_basis: float | None = None,
        full_basis: float | None = None,
        least_change: float | None = None,
    ) -> None:
        super().__init__({"length": length, "usual_basis": usual_basis, "full_basis": full_basis, "least_change": least_change})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        length: int | None = None,
        usual_basis: float | None = None,
        full_basis: float | None = None,
        least_change: float | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"length": length, "usual_basis": usual_basis, "full_basis": full_basis, "least_change": least_change}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        spot: float,
        funding_per_year: float | None = None,
        basis_per_year: float | None = None,
        open_interest_base: float | None = None,
        risk_reversal_25: float | None = None,
        term_slope: float | None = None,
        put_call: float | None = None,
        gamma_exposure: float | None = None,
    ) -> DerivativesPressureRow:
        """Take the next event; a refused event changes nothing."""
        result: DerivativesPressureRow = self._update({"time_ms": time_ms, "spot": spot, "funding_per_year": funding_per_year, "basis_per_year": basis_per_year, "open_interest_base": open_interest_base, "risk_reversal_25": risk_reversal_25, "term_slope": term_slope, "put_call": put_call, "gamma_exposure": gamma_exposure})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        spot: float,
        funding_per_year: float | None = None,
        basis_per_year: float | None = None,
        open_interest_base: float | None = None,
        risk_reversal_25: float | None = None,
        term_slope: float | None = None,
        put_call: float | None = None,
        gamma_exposure: float | None = None,
    ) -> DerivativesPressureRow:
        """What ``update`` would answer, without taking the event."""
        result: DerivativesPressureRow = self._peek({"time_ms": time_ms, "spot": spot, "funding_per_year": funding_per_year, "basis_per_year": basis_per_year, "open_interest_base": open_interest_base, "risk_reversal_25": risk_reversal_25, "term_slope": term_slope, "put_call": put_call, "gamma_exposure": gamma_exposure})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        spot: ArrayLike | None = None,
        funding_per_year: ArrayLike | None = None,
        basis_per_year: ArrayLike | None = None,
        open_interest_base: ArrayLike | None = None,
        risk_reversal_25: ArrayLike | None = None,
        term_slope: ArrayLike | None = None,
        put_call: ArrayLike | None = None,
        gamma_exposure: ArrayLike | None = None,
    ) -> DerivativesPressureColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: DerivativesPressureColumns = self._update_many(frame, {"time_ms": time_ms, "spot": spot, "funding_per_year": funding_per_year, "basis_per_year": basis_per_year, "open_interest_base": open_interest_base, "risk_reversal_25": risk_reversal_25, "term_slope": term_slope, "put_call": put_call, "gamma_exposure": gamma_exposure})
        return result


@document
class MicrostructureRow(Document):
    """One output of ``Microstructure``.

    Attributes
    ----------
    score : float64
        Score of the module: always 0, a plan has no direction.
    confidence : float64
        Confidence in what the book says: 1, as it is there.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    clamp_contribution : float64
        Contribution of the clamp: always 0.
    spread : float64
        Quoted spread as a fraction of the mid.
    imbalance : float64
        Imbalance of the two sizes, from -1 (all asked) to 1 (all bid).
    microprice : float64
        Microprice, the mid weighted by the size of the other side, in quote currency per unit of base.
    flow_base : float64
        Order flow of the last `length` changes of the book, in units of base: buying is positive; NaN before so many.
    """

    score: float
    confidence: float
    status: AssessmentStatus
    clamp_contribution: float
    spread: float
    imbalance: float
    microprice: float
    flow_base: float


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class MicrostructureColumns(Columns):
    """Outputs of ``Microstructure``, a row per event.

    Attributes
    ----------
    score : float64
        Score of the module: always 0, a plan has no direction.
    confidence : float64
        Confidence in what the book says: 1, as it is there.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment.
    clamp_contribution : float64
        Contribution of the clamp: always 0.
    spread : float64
        Quoted spread as a fraction of the mid.
    imbalance : float64
        Imbalance of the two sizes, from -1 (all asked) to 1 (all bid).
    microprice : float64
        Microprice, the mid weighted by the size of the other side, in quote currency per unit of base.
    flow_base : float64
        Order flow of the last `length` changes of the book, in units of base: buying is positive; NaN before so many.
    """

    score: Any
    confidence: Any
    status: Any
    clamp_contribution: Any
    spread: Any
    imbalance: Any
    microprice: Any
    flow_base: Any


class Microstructure(Stream):
    """Module H, microstructure: spread, imbalance, microprice and order flow (Cont, Kukanov and Stoikov 2014), book by book.

    Parameters
    ----------
    length : int, optional
        Number of changes of the book over which the flow is added up. [from 1 to 10000; 1 where absent]

    Returns
    -------
    Microstructure

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.Microstructure(length=2)
    >>> columns = stream.update_many(time_ms=[1713571200000, 1713571201000, 1713571202000, 1713571203000], bid=[99.9, 99.9, 100.0, 99.9], bid_size_base=[5, 7, 4, 7], ask=[100.1, 100.1, 100.1, 100.0], ask_size_base=[3, 2, 6, 1])
    >>> columns.score[:3].tolist()
    [0.0, 0.0, 0.0]
    >>> columns.confidence[:3].tolist()
    [1.0, 1.0, 1.0]
    """

    _path: ClassVar[str] = "signals.microstructure"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("bid", "f64"), ("bid_size_base", "f64"), ("ask", "f64"), ("ask_size_base", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("score", "confidence", "status", "clamp_contribution", "spread", "imbalance", "microprice", "flow_base",)
    _row: ClassVar[type[Any]] = MicrostructureRow
    _columns: ClassVar[type[Any]] = MicrostructureColumns

    @operation("signals.microstructure")
    def __init__(
        self,
        *,
        length: int | None = None,
    ) -> None:
        super().__init__({"length": length})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        length: int | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"length": length}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        bid: float,
        bid_size_base: float,
        ask: float,
        ask_size_base: float,
    ) -> MicrostructureRow:
        """Take the next event; a refused event changes nothing."""
        result: MicrostructureRow = self._update({"time_ms": time_ms, "bid": bid, "bid_size_base": bid_size_base, "ask": ask, "ask_size_base": ask_size_base})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        bid: float,
        bid_size_base: float,
        ask: float,
        ask_size_base: float,
    ) -> MicrostructureRow:
        """What ``update`` would answer, without taking the event."""
        result: MicrostructureRow = self._peek({"time_ms": time_ms, "bid": bid, "bid_size_base": bid_size_base, "ask": ask, "ask_size_base": ask_size_base})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        bid: ArrayLike | None = None,
        bid_size_base: ArrayLike | None = None,
        ask: ArrayLike | None = None,
        ask_size_base: ArrayLike | None = None,
    ) -> MicrostructureColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: MicrostructureColumns = self._update_many(frame, {"time_ms": time_ms, "bid": bid, "bid_size_base": bid_size_base, "ask": ask, "ask_size_base": ask_size_base})
        return result


@document
class VpinRow(Document):
    """One output of ``Vpin``.

    Attributes
    ----------
    vpin : float64
        VPIN, the mean of `|bought - sold| / volume` of the last buckets, 0 to 1; NaN before so many are full.
    bought_fraction : float64
        Fraction of this event's volume that buyers started; NaN while the deviation of the changes is not known.
    filled_buckets : float64
        Number of buckets that this event filled.
    """

    vpin: float
    bought_fraction: float
    filled_buckets: float


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class VpinColumns(Columns):
    """Outputs of ``Vpin``, a row per event.

    Attributes
    ----------
    vpin : float64
        VPIN, the mean of `|bought - sold| / volume` of the last buckets, 0 to 1; NaN before so many are full.
    bought_fraction : float64
        Fraction of this event's volume that buyers started; NaN while the deviation of the changes is not known.
    filled_buckets : float64
        Number of buckets that this event filled.
    """

    vpin: Any
    bought_fraction: Any
    filled_buckets: Any


class Vpin(Stream):
    """VPIN, the lopsidedness of the last buckets of volume (Easley, López de Prado and O'Hara 2012), event by event. Volume without a known side is
    split by the change of its price.

    Parameters
    ----------
    bucket_base : float
        Volume of a bucket, in units of base: above 0. A fiftieth of a usual day's is customary. [from 1e-8 to 1000000000000000.0]
    buckets : int, optional
        Number of buckets. [from 1 to 10000; 50 where absent]
    deviation_length : int, optional
        Number of price changes whose standard deviation splits volumes of which no side is known. [from 2 to 100000; 50 where absent]

    Returns
    -------
    Vpin

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.Vpin(bucket_base=400, buckets=3, deviation_length=2)
    >>> columns = stream.update_many(time_ms=[1714521600000, 1714525200000, 1714528800000, 1714532400000, 1714536000000, 1714539600000], price=[60672, 60510, 60780, 61020, 60890, 60940], volume_base=[310, 420, 510, 380, 290, 340], bought_base=[150, 180, 330, 210, 120, 190])
    >>> columns.vpin[:3].tolist()
    [nan, nan, 0.13921568627450984]
    >>> columns.bought_fraction[:3].tolist()
    [0.4838709677419355, 0.42857142857142855, 0.6470588235294118]
    """

    _path: ClassVar[str] = "signals.vpin"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("price", "f64"), ("volume_base", "f64"), ("bought_base", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("vpin", "bought_fraction", "filled_buckets",)
    _row: ClassVar[type[Any]] = VpinRow
    _columns: ClassVar[type[Any]] = VpinColumns

    @operation("signals.vpin")
    def __init__(
        self,
        *,
        bucket_base: float,
        buckets: int | None = None,
        deviation_length: int | None = None,
    ) -> None:
        super().__init__({"bucket_base": bucket_base, "buckets": buckets, "deviation_length": deviation_length})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        bucket_base: float,
        buckets: int | None = None,
        deviation_length: int | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"bucket_base": bucket_base, "buckets": buckets, "deviation_length": deviation_length}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        price: float,
        volume_base: float,
        bought_base: float | None = None,
    ) -> VpinRow:
        """Take the next event; a refused event changes nothing."""
        result: VpinRow = self._update({"time_ms": time_ms, "price": price, "volume_base": volume_base, "bought_base": bought_base})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        price: float,
        volume_base: float,
        bought_base: float | None = None,
    ) -> VpinRow:
        """What ``update`` would answer, without taking the event."""
        result: VpinRow = self._peek({"time_ms": time_ms, "price": price, "volume_base": volume_base, "bought_base": bought_base})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        price: ArrayLike | None = None,
        volume_base: ArrayLike | None = None,
        bought_base: ArrayLike | None = None,
    ) -> VpinColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: VpinColumns = self._update_many(frame, {"time_ms": time_ms, "price": price, "volume_base": volume_base, "bought_base": bought_base})
        return result


@operation("signals.order_book")
def order_book(
    *,
    book: OrderBook | OrderBookDict,
    imbalance_levels: int | None = None,
    side: OrderSide | None = None,
    size_base: float | None = None,
) -> BookReport:
    """Spread, imbalance and microprice of an order book, and what an order that is walked through it pays.

    Parameters
    ----------
    book : OrderBook, or a mapping of its fields
        Order book at one instant.
    imbalance_levels : int, optional
        Number of levels of each side whose sizes count for the imbalance. [from 1 to 10000; 1 where absent]
    side : OrderSide, optional
        Side of the order that is walked through the book. ["sell" where absent]
    size_base : float, optional
        Size of the order that is walked through the book, in units of base. Absent: none is walked. [from 1e-18 to 1e+18]

    Returns
    -------
    BookReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.signals.order_book(book={"source": "kraken", "instrument": "XBT/USD", "quote_currency": "USD", "time_ms": 1713571200000, "bids": {"price": [99.9, 99.8, 99.7], "size_base": [5, 8, 4]}, "asks": {"price": [100.1, 100.2, 100.3], "size_base": [3, 9, 6]}}, imbalance_levels=1, side="sell", size_base=10)
    >>> report.mid
    100.0
    >>> report.spread
    0.0019999999999998864
    """
    return BookReport._read(call("signals.order_book", {"book": book, "imbalance_levels": imbalance_levels, "side": side, "size_base": size_base}))


@operation("signals.trade_costs")
def trade_costs(
    *,
    prices: ArrayLike,
    signed_volumes_base: ArrayLike | None = None,
) -> TradeCostsReport:
    """Effective spread (Roll 1984) and price impact (Kyle 1985) out of trade prices and signed volumes.

    Parameters
    ----------
    prices : array_like of float
        Trade prices, oldest first, in quote currency per unit of base.
    signed_volumes_base : array_like of float, optional
        Signed volumes from each price to the next, in units of base, buys positive: one fewer than prices. Absent: not known.

    Returns
    -------
    TradeCostsReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.signals.trade_costs(prices=[100, 101, 100, 101, 100, 101, 100], signed_volumes_base=[10, -8, 9, -12, 11, -9])
    >>> report.roll_spread.value
    1.9595917942265426
    >>> report.kyle_lambda
    0.0998589562764457
    """
    return TradeCostsReport._read(call("signals.trade_costs", {"prices": prices, "signed_volumes_base": signed_volumes_base}))


@operation("signals.almgren_chriss")
def almgren_chriss(
    *,
    size_base: float,
    horizon_days: float,
    intervals: int,
    impact: LinearImpact | LinearImpactDict,
    risk_aversion: float,
) -> AlmgrenChrissReport:
    """Optimal execution of Almgren and Chriss (2000): the schedule of least expected cost plus aversion to risk times variance.

    Parameters
    ----------
    size_base : float
        Size that is to be sold, in units of base. [from 1e-18 to 1e+18]
    horizon_days : float
        Time until all is sold, in days. [d, above 0.0 to 1000000.0]
    intervals : int
        Number of equal intervals. [from 1 to 10000]
    impact : LinearImpact, or a mapping of its fields
        Model of what trading costs.
    risk_aversion : float
        Aversion to risk (lambda): expected cost that is paid for a unit less of variance, in 1 / quote currency. 0: none, equal slices. [from 0.0 to 1e+18]

    Returns
    -------
    AlmgrenChrissReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.signals.almgren_chriss(size_base=1000000, horizon_days=5, intervals=5, impact={"volatility": 0.95, "half_spread": 0.0625, "permanent": 2.5e-7, "temporary": 2.5e-6}, risk_aversion=1e-6)
    >>> report.kappa_per_day
    0.6070761632470627
    >>> report.half_life_days.value
    1.6472397707913768
    """
    return AlmgrenChrissReport._read(call("signals.almgren_chriss", {"size_base": size_base, "horizon_days": horizon_days, "intervals": intervals, "impact": impact, "risk_aversion": risk_aversion}))


@operation("signals.execution_plan")
def execution_plan(
    *,
    parent_sat: int,
    price_usd: float,
    spread: float,
    volatility_per_day: float,
    daily_volume_base: float,
    horizon_days: float,
    schedule: ScheduleLike,
    impact_coefficient: float | None = None,
    forbidding_cost: float | None = None,
) -> ExecutionPlan:
    """A plan of a sale: slices in whole satoshis by time, volume, participation or Almgren and Chriss, with expected cost in its terms and
    the deviation of the cost. A plan, never a direction.

    Parameters
    ----------
    parent_sat : int
        Amount that is to be sold, in satoshis. [sat, from 0 to 2100000000000000]
    price_usd : float
        Price of a bitcoin before the sale, in US dollars. [USD, from 0.0 to 1000000000000.0]
    spread : float
        Quoted spread as a fraction of the price. [from 0.0 to 1.0]
    volatility_per_day : float
        Standard deviation of a day's return, a fraction. [from 0.0 to 1000000000000.0]
    daily_volume_base : float
        Volume that trades in a day, in bitcoin. [from 1e-18 to 1e+18]
    horizon_days : float
        Time until the sale is done, in days. [d, above 0.0 to 1000000.0]
    schedule : Schedule, or its word or mapping
        Schedule of the slices.
    impact_coefficient : float, optional
        Coefficient `Y` of the square-root law, near 1. [from 0.0 to 1000000000000.0; 1.0 where absent]
    forbidding_cost : float, optional
        Expected cost, as a fraction of the value, at which readiness is 0. [from 0.0 to 1.0; 0.005 where absent]

    Returns
    -------
    ExecutionPlan

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.signals.execution_plan(parent_sat=2500000000, price_usd=73674, spread=0.0002, volatility_per_day=0.025, daily_volume_base=20000, horizon_days=1, schedule={"almgren_chriss": {"slices": 6, "risk_aversion_per_usd": 0.00001}})
    >>> report.unscheduled_sat
    0
    >>> report.spread_cost_usd
    184.185
    """
    return ExecutionPlan._read(call("signals.execution_plan", {"parent_sat": parent_sat, "price_usd": price_usd, "spread": spread, "volatility_per_day": volatility_per_day, "daily_volume_base": daily_volume_base, "horizon_days": horizon_days, "schedule": schedule, "impact_coefficient": impact_coefficient, "forbidding_cost": forbidding_cost}))


@document
class BanditSizingRow(Document):
    """One output of ``BanditSizing``.

    Attributes
    ----------
    score : float64
        Score of the module: 0, a size has no direction; NaN during warm-up.
    confidence : float64
        Confidence in the arm, 1 less the deviation of its posterior over its mean, at least 0; 0 during warm-up.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment: warm-up before a fall and a rise have matured.
    clamp_contribution : float64
        Contribution of the clamp: 0; NaN during warm-up.
    arm_fraction : float64
        Fraction of the holding that the bandit plays.
    kelly_cap : float64
        Greatest fraction by Kelly: the part of it that is staked, at least 0 and at most the cap; NaN before a fall and a rise have matured.
    size_fraction : float64
        Fraction of the holding to sell, the lesser of the two; NaN before a fall and a rise have matured.
    matured : int64
        Number of sales that have been judged.
    """

    score: float
    confidence: float
    status: AssessmentStatus
    clamp_contribution: float
    arm_fraction: float
    kelly_cap: float
    size_fraction: float
    matured: int


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class BanditSizingColumns(Columns):
    """Outputs of ``BanditSizing``, a row per event.

    Attributes
    ----------
    score : float64
        Score of the module: 0, a size has no direction; NaN during warm-up.
    confidence : float64
        Confidence in the arm, 1 less the deviation of its posterior over its mean, at least 0; 0 during warm-up.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment: warm-up before a fall and a rise have matured.
    clamp_contribution : float64
        Contribution of the clamp: 0; NaN during warm-up.
    arm_fraction : float64
        Fraction of the holding that the bandit plays.
    kelly_cap : float64
        Greatest fraction by Kelly: the part of it that is staked, at least 0 and at most the cap; NaN before a fall and a rise have matured.
    size_fraction : float64
        Fraction of the holding to sell, the lesser of the two; NaN before a fall and a rise have matured.
    matured : int64
        Number of sales that have been judged.
    """

    score: Any
    confidence: Any
    status: Any
    clamp_contribution: Any
    arm_fraction: Any
    kelly_cap: Any
    size_fraction: Any
    matured: Any


class BanditSizing(Stream):
    """Module I, sizing by a bandit over position fractions with rewards that come late, held below a part of Kelly's fraction.

    Draws are functions of seed and number of the play alone: a replay is the same in every language.

    Parameters
    ----------
    policy : Policy, or its word or mapping, optional
        Rule by which the bandit explores and exploits. [{"thompson":{"keep":0.99}} where absent]
    fractions : array_like of float, optional
        Fractions of the holding that may be sold: the arms. [[0.0,0.05,0.1,0.15,0.2,0.25] where absent]
    horizon : int, optional
        Number of observations after which a sale is judged. [from 1 to 1000; 7 where absent]
    cost : float, optional
        Cost of a sale as a fraction of what is sold. [from 0.0 to 1.0; 0.002 where absent]
    full_reward : float, optional
        Growth of the whole, in logarithms, that counts as reward 1; its negative counts as 0, and what is beyond is cut off. [from 1e-6 to 10.0; 0.1 where absent]
    kelly_part : float, optional
        Part of the Kelly fraction that is staked at most. [from 0.0 to 1.0; 0.5 where absent]
    cap : float, optional
        Greatest fraction that is ever sold at once. [from 0.0 to 1.0; 0.25 where absent]
    seed : int, optional
        Seed of the random numbers.

    Returns
    -------
    BanditSizing

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.BanditSizing(horizon=2, seed=7, fractions=[0.0, 0.1, 0.25])
    >>> columns = stream.update_many(time_ms=[1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000], price=[58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484], score=[0.1, -0.2, 0.3, 0.0, 0.2, 0.4, -0.1, 0.1, 0.0, -0.3, 0.2, 0.1])
    >>> columns.score[:3].tolist()
    [nan, nan, nan]
    >>> columns.confidence[:3].tolist()
    [0.0, 0.0, 0.0]
    """

    _path: ClassVar[str] = "signals.bandit_sizing"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("price", "f64"), ("score", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("score", "confidence", "status", "clamp_contribution", "arm_fraction", "kelly_cap", "size_fraction", "matured",)
    _row: ClassVar[type[Any]] = BanditSizingRow
    _columns: ClassVar[type[Any]] = BanditSizingColumns

    @operation("signals.bandit_sizing")
    def __init__(
        self,
        *,
        policy: PolicyLike | None = None,
        fractions: ArrayLike | None = None,
        horizon: int | None = None,
        cost: float | None = None,
        full_reward: float | None = None,
        kelly_part: float | None = None,
        cap: float | None = None,
        seed: int | None = None,
    ) -> None:
        super().__init__({"policy": policy, "fractions": fractions, "horizon": horizon, "cost": cost, "full_reward": full_reward, "kelly_part": kelly_part, "cap": cap, "seed": wide(seed)})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        policy: PolicyLike | None = None,
        fractions: ArrayLike | None = None,
        horizon: int | None = None,
        cost: float | None = None,
        full_reward: float | None = None,
        kelly_part: float | None = None,
        cap: float | None = None,
        seed: int | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"policy": policy, "fractions": fractions, "horizon": horizon, "cost": cost, "full_reward": full_reward, "kelly_part": kelly_part, "cap": cap, "seed": wide(seed)}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        price: float,
        score: float,
    ) -> BanditSizingRow:
        """Take the next event; a refused event changes nothing."""
        result: BanditSizingRow = self._update({"time_ms": time_ms, "price": price, "score": score})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        price: float,
        score: float,
    ) -> BanditSizingRow:
        """What ``update`` would answer, without taking the event."""
        result: BanditSizingRow = self._peek({"time_ms": time_ms, "price": price, "score": score})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        price: ArrayLike | None = None,
        score: ArrayLike | None = None,
    ) -> BanditSizingColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: BanditSizingColumns = self._update_many(frame, {"time_ms": time_ms, "price": price, "score": score})
        return result


@document
class EnsembleRow(Document):
    """One output of ``Ensemble``.

    Attributes
    ----------
    score : float64
        Advice, `2 p - 1` of the probability: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score: coverage times 1 less the deviation of the pooled scores; 0 unless the status is `ok`.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment: no data where no module says anything.
    probability : float64
        Probability of the label. NaN unless the status is `ok`.
    sell_score : float64
        Sell score, 100 times the probability: 0 to 100. NaN unless the status is `ok`.
    action : words (hold, trim, sell)
        Action that is advised at this bar.
    stance : words (hold, trim, sell)
        Stance, which hysteresis keeps: the action but for cool-down and size.
    size_fraction : float64
        Fraction of the holding to sell at this bar, 0 for holding.
    wait_bars : int64
        Number of bars until a next sale may follow the last one.
    coverage : float64
        Coverage: weight of the modules that are pooled, 0 to 1.
    is_calibrated : bool
        Whether maps were fitted to the past; without them nothing is sold but trimmed at most.
    base_rate : float64
        Base rate that opinions are compared with. NaN unless the status is `ok`.
    base_rate_contribution : float64
        Contribution of the base rate. NaN unless the status is `ok`.
    regime_contribution : float64
        Contribution of the regime module; NaN where it says nothing.
    breakout_contribution : float64
        Contribution of the breakout module; NaN where it says nothing.
    confluence_contribution : float64
        Contribution of the confluence module; NaN where it says nothing.
    layers_contribution : float64
        Contribution of the layers module; NaN where it says nothing.
    miner_cycle_contribution : float64
        Contribution of the miner cycle module; NaN where it says nothing.
    pattern_contribution : float64
        Contribution of the pattern module; NaN where it says nothing.
    derivatives_pressure_contribution : float64
        Contribution of the derivatives module; NaN where it says nothing.
    clamp_contribution : float64
        Contribution of the clamp. NaN unless the status is `ok`.
    regime_probability : float64
        Probability that the regime module stands for; NaN where it says nothing.
    breakout_probability : float64
        Probability that the breakout module stands for; NaN where it says nothing.
    confluence_probability : float64
        Probability that the confluence module stands for; NaN where it says nothing.
    layers_probability : float64
        Probability that the layers module stands for; NaN where it says nothing.
    miner_cycle_probability : float64
        Probability that the miner cycle module stands for; NaN where it says nothing.
    pattern_probability : float64
        Probability that the pattern module stands for; NaN where it says nothing.
    derivatives_pressure_probability : float64
        Probability that the derivatives module stands for; NaN where it says nothing.
    regime_weight : float64
        Weight of the regime module by its past, all add up to 1.
    breakout_weight : float64
        Weight of the breakout module by its past, all add up to 1.
    confluence_weight : float64
        Weight of the confluence module by its past, all add up to 1.
    layers_weight : float64
        Weight of the layers module by its past, all add up to 1.
    miner_cycle_weight : float64
        Weight of the miner cycle module by its past, all add up to 1.
    pattern_weight : float64
        Weight of the pattern module by its past, all add up to 1.
    derivatives_pressure_weight : float64
        Weight of the derivatives module by its past, all add up to 1.
    """

    score: float
    confidence: float
    status: AssessmentStatus
    probability: float
    sell_score: float
    action: Action
    stance: Action
    size_fraction: float
    wait_bars: int
    coverage: float
    is_calibrated: bool
    base_rate: float
    base_rate_contribution: float
    regime_contribution: float
    breakout_contribution: float
    confluence_contribution: float
    layers_contribution: float
    miner_cycle_contribution: float
    pattern_contribution: float
    derivatives_pressure_contribution: float
    clamp_contribution: float
    regime_probability: float
    breakout_probability: float
    confluence_probability: float
    layers_probability: float
    miner_cycle_probability: float
    pattern_probability: float
    derivatives_pressure_probability: float
    regime_weight: float
    breakout_weight: float
    confluence_weight: float
    layers_weight: float
    miner_cycle_weight: float
    pattern_weight: float
    derivatives_pressure_weight: float


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class EnsembleColumns(Columns):
    """Outputs of ``Ensemble``, a row per event.

    Attributes
    ----------
    score : float64
        Advice, `2 p - 1` of the probability: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    confidence : float64
        Confidence in the score: coverage times 1 less the deviation of the pooled scores; 0 unless the status is `ok`.
    status : words (ok, warmup, no_data, stale)
        Status of the assessment: no data where no module says anything.
    probability : float64
        Probability of the label. NaN unless the status is `ok`.
    sell_score : float64
        Sell score, 100 times the probability: 0 to 100. NaN unless the status is `ok`.
    action : words (hold, trim, sell)
        Action that is advised at this bar.
    stance : words (hold, trim, sell)
        Stance, which hysteresis keeps: the action but for cool-down and size.
    size_fraction : float64
        Fraction of the holding to sell at this bar, 0 for holding.
    wait_bars : int64
        Number of bars until a next sale may follow the last one.
    coverage : float64
        Coverage: weight of the modules that are pooled, 0 to 1.
    is_calibrated : bool
        Whether maps were fitted to the past; without them nothing is sold but trimmed at most.
    base_rate : float64
        Base rate that opinions are compared with. NaN unless the status is `ok`.
    base_rate_contribution : float64
        Contribution of the base rate. NaN unless the status is `ok`.
    regime_contribution : float64
        Contribution of the regime module; NaN where it says nothing.
    breakout_contribution : float64
        Contribution of the breakout module; NaN where it says nothing.
    confluence_contribution : float64
        Contribution of the confluence module; NaN where it says nothing.
    layers_contribution : float64
        Contribution of the layers module; NaN where it says nothing.
    miner_cycle_contribution : float64
        Contribution of the miner cycle module; NaN where it says nothing.
    pattern_contribution : float64
        Contribution of the pattern module; NaN where it says nothing.
    derivatives_pressure_contribution : float64
        Contribution of the derivatives module; NaN where it says nothing.
    clamp_contribution : float64
        Contribution of the clamp. NaN unless the status is `ok`.
    regime_probability : float64
        Probability that the regime module stands for; NaN where it says nothing.
    breakout_probability : float64
        Probability that the breakout module stands for; NaN where it says nothing.
    confluence_probability : float64
        Probability that the confluence module stands for; NaN where it says nothing.
    layers_probability : float64
        Probability that the layers module stands for; NaN where it says nothing.
    miner_cycle_probability : float64
        Probability that the miner cycle module stands for; NaN where it says nothing.
    pattern_probability : float64
        Probability that the pattern module stands for; NaN where it says nothing.
    derivatives_pressure_probability : float64
        Probability that the derivatives module stands for; NaN where it says nothing.
    regime_weight : float64
        Weight of the regime module by its past, all add up to 1.
    breakout_weight : float64
        Weight of the breakout module by its past, all add up to 1.
    confluence_weight : float64
        Weight of the confluence module by its past, all add up to 1.
    layers_weight : float64
        Weight of the layers module by its past, all add up to 1.
    miner_cycle_weight : float64
        Weight of the miner cycle module by its past, all add up to 1.
    pattern_weight : float64
        Weight of the pattern module by its past, all add up to 1.
    derivatives_pressure_weight : float64
        Weight of the derivatives module by its past, all add up to 1.
    """

    score: Any
    confidence: Any
    status: Any
    probability: Any
    sell_score: Any
    action: Any
    stance: Any
    size_fraction: Any
    wait_bars: Any
    coverage: Any
    is_calibrated: Any
    base_rate: Any
    base_rate_contribution: Any
    regime_contribution: Any
    breakout_contribution: Any
    confluence_contribution: Any
    layers_contribution: Any
    miner_cycle_contribution: Any
    pattern_contribution: Any
    derivatives_pressure_contribution: Any
    clamp_contribution: Any
    regime_probability: Any
    breakout_probability: Any
    confluence_probability: Any
    layers_probability: Any
    miner_cycle_probability: Any
    pattern_probability: Any
    derivatives_pressure_probability: Any
    regime_weight: Any
    breakout_weight: Any
    confluence_weight: Any
    layers_weight: Any
    miner_cycle_weight: Any
    pattern_weight: Any
    derivatives_pressure_weight: Any


class Ensemble(Stream):
    """Module J, ensemble: opinions of the modules pooled in log-odds into the probability of the label, with weights by Hedge, thresholds with
    hysteresis, cool-down and size.

    Without calibration the maps are assumptions, and nothing is sold but trimmed at most.

    Parameters
    ----------
    label : Label, or a mapping of its fields
        Label that is predicted.
    calibration : Calibration, or a mapping of its fields, optional
        Maps from scores to probabilities, fitted to the same label. Absent: assumed maps are pooled, and nothing is sold but trimmed at most.
    thresholds : Thresholds, or a mapping of its fields, optional
        Thresholds, cool-down and sizes. [{"sell_at":0.7,"trim_at":0.6,"leave_at":0.55,"cool_down_bars":5,"kelly_part":0.5,"sell_cap":0.25,"trim_cap":0.1} where absent]
    learning_rate : float, optional
        Rate at which weights learn from squared errors. [from 0.0 to 100.0; 0.5 where absent]
    share : float, optional
        Part of the weights that is shared anew at each judgement. [from 0.0 to 1.0; 0.01 where absent]

    Returns
    -------
    Ensemble

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.Ensemble(label={"horizon_bars": 2, "cost": 0.002}, calibration={"label": {"horizon_bars": 2, "cost": 0.002}, "fitted_until_ms": 1714521600000, "base_rate": 0.45, "mean_fall": 0.03, "mean_rise": 0.035, "modules": [{"module": "regime", "map": {"platt": {"slope": -2.0, "offset": 0.1}}}, {"module": "layers", "map": {"isotonic": {"scores": [-0.5, 0.0, 0.5], "probabilities": [0.3, 0.45, 0.8], "least": 0.05}}, "weight": 0.5}]})
    >>> columns = stream.update_many(time_ms=[1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000], close=[58365, 59061, 62882, 63892, 64012, 63165], regime_score=[0.2, 0.5, 0.9, 0.9, 0.1, -0.2], regime_confidence=[0.8, 0.8, 0.8, 0.8, 0.8, 0.8], breakout_score=[0.0, 0.1, 0.2, 0.2, 0.1, 0.0], breakout_confidence=[0.3, 0.3, 0.3, 0.3, 0.3, 0.3], confluence_score=[0.0, 0.1, 0.2, 0.2, 0.1, 0.0], confluence_confidence=[0.3, 0.3, 0.3, 0.3, 0.3, 0.3], layers_score=[0.1, 0.4, 0.8, 0.7, 0.2, -0.1], layers_confidence=[0.8, 0.8, 0.8, 0.8, 0.8, 0.8], miner_cycle_score=[0.0, 0.1, 0.2, 0.2, 0.1, 0.0], miner_cycle_confidence=[0.3, 0.3, 0.3, 0.3, 0.3, 0.3], pattern_score=[0.0, 0.1, 0.2, 0.2, 0.1, 0.0], pattern_confidence=[0.3, 0.3, 0.3, 0.3, 0.3, 0.3], derivatives_pressure_score=[0.0, 0.1, 0.2, 0.2, 0.1, 0.0], derivatives_pressure_confidence=[0.3, 0.3, 0.3, 0.3, 0.3, 0.3], readiness=[0.9, 0.9, 0.9, 0.9, 0.9, 0.9], bandit_fraction=[0.2, 0.2, 0.2, 0.2, 0.2, 0.2])
    >>> columns.score[:3].tolist()
    [0.1128576061899258, 0.4347755753302654, 0.662131664942222]
    >>> columns.confidence[:3].tolist()
    [0.9528595479208968, 0.9528595479208969, 0.9458096686336688]
    """

    _path: ClassVar[str] = "signals.ensemble"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("close", "f64"), ("regime_score", "f64"), ("regime_confidence", "f64"), ("breakout_score", "f64"), ("breakout_confidence", "f64"), ("confluence_score", "f64"), ("confluence_confidence", "f64"), ("layers_score", "f64"), ("layers_confidence", "f64"), ("miner_cycle_score", "f64"), ("miner_cycle_confidence", "f64"), ("pattern_score", "f64"), ("pattern_confidence", "f64"), ("derivatives_pressure_score", "f64"), ("derivatives_pressure_confidence", "f64"), ("readiness", "f64"), ("bandit_fraction", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("score", "confidence", "status", "probability", "sell_score", "action", "stance", "size_fraction", "wait_bars", "coverage", "is_calibrated", "base_rate", "base_rate_contribution", "regime_contribution", "breakout_contribution", "confluence_contribution", "layers_contribution", "miner_cycle_contribution", "pattern_contribution", "derivatives_pressure_contribution", "clamp_contribution", "regime_probability", "breakout_probability", "confluence_probability", "layers_probability", "miner_cycle_probability", "pattern_probability", "derivatives_pressure_probability", "regime_weight", "breakout_weight", "confluence_weight", "layers_weight", "miner_cycle_weight", "pattern_weight", "derivatives_pressure_weight",)
    _row: ClassVar[type[Any]] = EnsembleRow
    _columns: ClassVar[type[Any]] = EnsembleColumns

    @operation("signals.ensemble")
    def __init__(
        self,
        *,
        label: Label | LabelDict,
        calibration: Calibration | CalibrationDict | None = None,
        thresholds: Thresholds | ThresholdsDict | None = None,
        learning_rate: float | None = None,
        share: float | None = None,
    ) -> None:
        super().__init__({"label": label, "calibration": calibration, "thresholds": thresholds, "learning_rate": learning_rate, "share": share})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        label: Label | LabelDict,
        calibration: Calibration | CalibrationDict | None = None,
        thresholds: Thresholds | ThresholdsDict | None = None,
        learning_rate: float | None = None,
        share: float | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"label": label, "calibration": calibration, "thresholds": thresholds, "learning_rate": learning_rate, "share": share}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        close: float,
        regime_score: float | None = None,
        regime_confidence: float | None = None,
        breakout_score: float | None = None,
        breakout_confidence: float | None = None,
        confluence_score: float | None = None,
        confluence_confidence: float | None = None,
        layers_score: float | None = None,
        layers_confidence: float | None = None,
        miner_cycle_score: float | None = None,
        miner_cycle_confidence: float | None = None,
        pattern_score: float | None = None,
        pattern_confidence: float | None = None,
        derivatives_pressure_score: float | None = None,
        derivatives_pressure_confidence: float | None = None,
        readiness: float | None = None,
        bandit_fraction: float | None = None,
    ) -> EnsembleRow:
        """Take the next event; a refused event changes nothing."""
        result: EnsembleRow = self._update({"time_ms": time_ms, "close": close, "regime_score": regime_score, "regime_confidence": regime_confidence, "breakout_score": breakout_score, "breakout_confidence": breakout_confidence, "confluence_score": confluence_score, "confluence_confidence": confluence_confidence, "layers_score": layers_score, "layers_confidence": layers_confidence, "miner_cycle_score": miner_cycle_score, "miner_cycle_confidence": miner_cycle_confidence, "pattern_score": pattern_score, "pattern_confidence": pattern_confidence, "derivatives_pressure_score": derivatives_pressure_score, "derivatives_pressure_confidence": derivatives_pressure_confidence, "readiness": readiness, "bandit_fraction": bandit_fraction})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        close: float,
        regime_score: float | None = None,
        regime_confidence: float | None = None,
        breakout_score: float | None = None,
        breakout_confidence: float | None = None,
        confluence_score: float | None = None,
        confluence_confidence: float | None = None,
        layers_score: float | None = None,
        layers_confidence: float | None = None,
        miner_cycle_score: float | None = None,
        miner_cycle_confidence: float | None = None,
        pattern_score: float | None = None,
        pattern_confidence: float | None = None,
        derivatives_pressure_score: float | None = None,
        derivatives_pressure_confidence: float | None = None,
        readiness: float | None = None,
        bandit_fraction: float | None = None,
    ) -> EnsembleRow:
        """What ``update`` would answer, without taking the event."""
        result: EnsembleRow = self._peek({"time_ms": time_ms, "close": close, "regime_score": regime_score, "regime_confidence": regime_confidence, "breakout_score": breakout_score, "breakout_confidence": breakout_confidence, "confluence_score": confluence_score, "confluence_confidence": confluence_confidence, "layers_score": layers_score, "layers_confidence": layers_confidence, "miner_cycle_score": miner_cycle_score, "miner_cycle_confidence": miner_cycle_confidence, "pattern_score": pattern_score, "pattern_confidence": pattern_confidence, "derivatives_pressure_score": derivatives_pressure_score, "derivatives_pressure_confidence": derivatives_pressure_confidence, "readiness": readiness, "bandit_fraction": bandit_fraction})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        close: ArrayLike | None = None,
        regime_score: ArrayLike | None = None,
        regime_confidence: ArrayLike | None = None,
        breakout_score: ArrayLike | None = None,
        breakout_confidence: ArrayLike | None = None,
        confluence_score: ArrayLike | None = None,
        confluence_confidence: ArrayLike | None = None,
        layers_score: ArrayLike | None = None,
        layers_confidence: ArrayLike | None = None,
        miner_cycle_score: ArrayLike | None = None,
        miner_cycle_confidence: ArrayLike | None = None,
        pattern_score: ArrayLike | None = None,
        pattern_confidence: ArrayLike | None = None,
        derivatives_pressure_score: ArrayLike | None = None,
        derivatives_pressure_confidence: ArrayLike | None = None,
        readiness: ArrayLike | None = None,
        bandit_fraction: ArrayLike | None = None,
    ) -> EnsembleColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: EnsembleColumns = self._update_many(frame, {"time_ms": time_ms, "close": close, "regime_score": regime_score, "regime_confidence": regime_confidence, "breakout_score": breakout_score, "breakout_confidence": breakout_confidence, "confluence_score": confluence_score, "confluence_confidence": confluence_confidence, "layers_score": layers_score, "layers_confidence": layers_confidence, "miner_cycle_score": miner_cycle_score, "miner_cycle_confidence": miner_cycle_confidence, "pattern_score": pattern_score, "pattern_confidence": pattern_confidence, "derivatives_pressure_score": derivatives_pressure_score, "derivatives_pressure_confidence": derivatives_pressure_confidence, "readiness": readiness, "bandit_fraction": bandit_fraction})
        return result


@operation("signals.reliability")
def reliability(
    *,
    probabilities: ArrayLike,
    labels: Sequence[bool],
    bins: int | None = None,
    overlap: int | None = None,
    reference: float | None = None,
) -> ReliabilityReport:
    """Quality of probabilities: Brier score with its parts, logarithmic loss, calibration error, and reliability by bins with intervals for the
    effective number of labels.

    Parameters
    ----------
    probabilities : array_like of float
        Probabilities that were said.
    labels : Sequence[bool]
        Labels: whether what was said came true.
    bins : int, optional
        Number of bins of equal width. [from 1 to 1000; 10 where absent]
    overlap : int, optional
        Number of labels in a row that share their bars, the horizon in bars: they count as one. [from 1 to 1000; 1 where absent]
    reference : float, optional
        Base rate that was known before, as a reference. Absent: no skill is answered. [from 0.0 to 1.0]

    Returns
    -------
    ReliabilityReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.signals.reliability(probabilities=[0.1, 0.1, 0.3, 0.3, 0.6, 0.6, 0.9, 0.9], labels=[False, False, False, True, True, False, True, True], reference=0.5)
    >>> report.count
    8
    >>> report.effective_count
    8.0
    """
    return ReliabilityReport._read(call("signals.reliability", {"probabilities": probabilities, "labels": labels, "bins": bins, "overlap": overlap, "reference": reference}))
