"""Operations and types of ``report``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, Variant, call, day, document, each, instant, listed, operation, rows
from .._outcome import Every, Never, Unbounded, Undefined, Value
from .._outcome import outcome
from .._show import Rows
from ..insurance import IndexFactor
from ..signals import Action, ForecastModel, ForecastModelLike
from ..treasury import Stress, StressLike

__all__ = [
    "ActivityDrawn",
    "ActivityDrawnDict",
    "AggregateDrawn",
    "AggregateDrawnDict",
    "BacktestDrawn",
    "BacktestDrawnDict",
    "BookSimulationDrawn",
    "BookSimulationDrawnDict",
    "CashForecastDrawn",
    "CashForecastDrawnDict",
    "ChainDrawn",
    "ChainDrawnDict",
    "ClaimDrawn",
    "ClaimDrawnDict",
    "ContributionDrawn",
    "ContributionDrawnDict",
    "CurtailmentDrawn",
    "CurtailmentDrawnDict",
    "DecisionDrawn",
    "DecisionDrawnDict",
    "DispatchDrawn",
    "DispatchDrawnDict",
    "EquityDrawn",
    "EquityDrawnDict",
    "ExpiryDrawn",
    "ExpiryDrawnDict",
    "FeasibleDrawn",
    "FeasibleDrawnDict",
    "FloorDrawn",
    "FloorDrawnCase",
    "FloorDrawnCaseDict",
    "FloorDrawnCaseLike",
    "FloorDrawnDict",
    "FloorStepDrawn",
    "FloorStepDrawnDict",
    "ForecastDrawn",
    "ForecastDrawnDict",
    "ForecastTableDrawn",
    "ForecastTableDrawnDict",
    "HeatMapDrawn",
    "HeatMapDrawnDict",
    "Held",
    "HeldDict",
    "HeldLike",
    "InfeasibleDrawn",
    "InfeasibleDrawnDict",
    "LossDrawn",
    "LossDrawnDict",
    "LossLevelDrawn",
    "LossLevelDrawnDict",
    "ModelDrawn",
    "ModelDrawnDict",
    "ModelForecastDrawn",
    "ModelForecastDrawnDict",
    "PassageDrawn",
    "PassageDrawnDict",
    "PayoutDrawn",
    "PayoutDrawnDict",
    "Plotted",
    "PlottedDict",
    "PlottedLike",
    "PremiumDrawn",
    "PremiumDrawnDict",
    "PriceBandDrawn",
    "PriceBandDrawnDict",
    "PriceForecastDrawn",
    "PriceForecastDrawnDict",
    "QuoteDrawn",
    "QuoteDrawnDict",
    "ReasonDrawn",
    "ReasonDrawnDict",
    "ReliabilityBinDrawn",
    "ReliabilityBinDrawnDict",
    "ReliabilityDrawn",
    "ReliabilityDrawnDict",
    "RiskIndexDrawn",
    "RiskIndexDrawnDict",
    "SignalsDrawn",
    "SignalsDrawnDict",
    "SimulatedTailDrawn",
    "SimulatedTailDrawnDict",
    "SimulationDrawn",
    "SimulationDrawnDict",
    "SoloIncomeDrawn",
    "SoloIncomeDrawnDict",
    "StressDrawn",
    "StressDrawnDict",
    "StressRowDrawn",
    "StressRowDrawnDict",
    "TreasurySimulationDrawn",
    "TreasurySimulationDrawnDict",
    "WalkForwardDrawn",
    "WalkForwardDrawnDict",
    "WeekDrawn",
    "WeekDrawnDict",
    "plot",
]


def __dir__() -> list[str]:
    return __all__


@document
class ForecastTableDrawn(Document):
    """Steps of a forecast.

    Attributes
    ----------
    start_ms : tuple[datetime.datetime, ...]
        Beginning of the step, in Unix milliseconds.
    net_usd : tuple[float, ...]
        Revenue less power, hosting and maintenance, in USD.
    always_on_net_usd : tuple[float, ...]
        Net income where the machines never switch off, in USD.
    """

    start_ms: tuple[datetime.datetime, ...]
    net_usd: tuple[float, ...]
    always_on_net_usd: tuple[float, ...]
    _route = "report.plot:answer.forecast.table"

    def __init__(
        self,
        start_ms: Sequence[datetime.datetime | int | str] | ArrayLike,
        net_usd: ArrayLike,
        always_on_net_usd: ArrayLike,
    ) -> None:
        self._fill({"start_ms": start_ms, "net_usd": net_usd, "always_on_net_usd": always_on_net_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["start_ms"] = each(instant, document["start_ms"])
        document["net_usd"] = listed(document["net_usd"])
        document["always_on_net_usd"] = listed(document["always_on_net_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "start_ms": self.start_ms,
            "net_usd": self.net_usd,
            "always_on_net_usd": self.always_on_net_usd,
        }


class ForecastTableDrawnDict(TypedDict):
    """``ForecastTableDrawn`` as a mapping."""

    start_ms: Sequence[datetime.datetime | int | str] | ArrayLike
    net_usd: ArrayLike
    always_on_net_usd: ArrayLike


@document
class ForecastDrawn(Document):
    """What is drawn of a forecast.

    Attributes
    ----------
    table : ForecastTableDrawn
        Steps of the forecast.
    """

    table: ForecastTableDrawn
    _route = "report.plot:answer.forecast"

    def __init__(
        self,
        table: ForecastTableDrawn | ForecastTableDrawnDict,
    ) -> None:
        self._fill({"table": table})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["table"] = ForecastTableDrawn._read(document["table"])

    def _wire(self) -> dict[str, Any]:
        return {
            "table": self.table,
        }


class ForecastDrawnDict(TypedDict):
    """``ForecastDrawn`` as a mapping."""

    table: ForecastTableDrawn | ForecastTableDrawnDict


@document
class HeatMapDrawn(Document):
    """What is drawn of a heat map of profit.

    Attributes
    ----------
    btc_prices_usd : tuple[float, ...]
        Prices of one bitcoin, in USD: the first axis.
    difficulty_factors : tuple[float, ...]
        Factors of difficulty: the second axis.
    power_prices_usd_per_kwh : tuple[float, ...]
        Power prices in USD/kWh: the third axis, the fastest of the cells.
    net_usd : tuple[float, ...]
        Profit of each cell, in USD.
    """

    btc_prices_usd: tuple[float, ...]
    difficulty_factors: tuple[float, ...]
    power_prices_usd_per_kwh: tuple[float, ...]
    net_usd: tuple[float, ...]
    _route = "report.plot:answer.heat_map"

    def __init__(
        self,
        btc_prices_usd: ArrayLike,
        difficulty_factors: ArrayLike,
        power_prices_usd_per_kwh: ArrayLike,
        net_usd: ArrayLike,
    ) -> None:
        self._fill({"btc_prices_usd": btc_prices_usd, "difficulty_factors": difficulty_factors, "power_prices_usd_per_kwh": power_prices_usd_per_kwh, "net_usd": net_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["btc_prices_usd"] = listed(document["btc_prices_usd"])
        document["difficulty_factors"] = listed(document["difficulty_factors"])
        document["power_prices_usd_per_kwh"] = listed(document["power_prices_usd_per_kwh"])
        document["net_usd"] = listed(document["net_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "btc_prices_usd": self.btc_prices_usd,
            "difficulty_factors": self.difficulty_factors,
            "power_prices_usd_per_kwh": self.power_prices_usd_per_kwh,
            "net_usd": self.net_usd,
        }


class HeatMapDrawnDict(TypedDict):
    """``HeatMapDrawn`` as a mapping."""

    btc_prices_usd: ArrayLike
    difficulty_factors: ArrayLike
    power_prices_usd_per_kwh: ArrayLike
    net_usd: ArrayLike


@document
class DispatchDrawn(Document):
    """What is drawn of a plan of dispatch.

    Attributes
    ----------
    load_w : tuple[float, ...]
        Load of each settlement interval at the meter, in watts.
    """

    load_w: tuple[float, ...]
    _route = "report.plot:answer.dispatch"

    def __init__(
        self,
        load_w: ArrayLike,
    ) -> None:
        self._fill({"load_w": load_w})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["load_w"] = listed(document["load_w"])

    def _wire(self) -> dict[str, Any]:
        return {
            "load_w": self.load_w,
        }


class DispatchDrawnDict(TypedDict):
    """``DispatchDrawn`` as a mapping."""

    load_w: ArrayLike


@document
class SimulationDrawn(Document):
    """What is drawn of a simulated forecast.

    Attributes
    ----------
    quantiles : tuple[float, ...]
        Levels of the quantiles.
    net_present_value_usd : tuple[float, ...]
        Quantiles of the net present value, in USD.
    """

    quantiles: tuple[float, ...]
    net_present_value_usd: tuple[float, ...]
    _route = "report.plot:answer.forecast_simulation"

    def __init__(
        self,
        quantiles: ArrayLike,
        net_present_value_usd: ArrayLike,
    ) -> None:
        self._fill({"quantiles": quantiles, "net_present_value_usd": net_present_value_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["quantiles"] = listed(document["quantiles"])
        document["net_present_value_usd"] = listed(document["net_present_value_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "quantiles": self.quantiles,
            "net_present_value_usd": self.net_present_value_usd,
        }


class SimulationDrawnDict(TypedDict):
    """``SimulationDrawn`` as a mapping."""

    quantiles: ArrayLike
    net_present_value_usd: ArrayLike


@document
class CurtailmentDrawn(Document):
    """What is drawn of a curtailment analysis.

    Attributes
    ----------
    plan : DispatchDrawn
        Plan of the hours.
    """

    plan: DispatchDrawn
    _route = "report.plot:answer.power_curtailment"

    def __init__(
        self,
        plan: DispatchDrawn | DispatchDrawnDict,
    ) -> None:
        self._fill({"plan": plan})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["plan"] = DispatchDrawn._read(document["plan"])

    def _wire(self) -> dict[str, Any]:
        return {
            "plan": self.plan,
        }


class CurtailmentDrawnDict(TypedDict):
    """``CurtailmentDrawn`` as a mapping."""

    plan: DispatchDrawn | DispatchDrawnDict


@document
class SoloIncomeDrawn(Document):
    """What is drawn of a simulated income of a miner alone.

    Attributes
    ----------
    quantiles : tuple[float, ...]
        Levels of the quantiles.
    income_sat : tuple[float, ...]
        Quantiles of the income, in satoshis.
    """

    quantiles: tuple[float, ...]
    income_sat: tuple[float, ...]
    _route = "report.plot:answer.solo_income"

    def __init__(
        self,
        quantiles: ArrayLike,
        income_sat: ArrayLike,
    ) -> None:
        self._fill({"quantiles": quantiles, "income_sat": income_sat})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["quantiles"] = listed(document["quantiles"])
        document["income_sat"] = listed(document["income_sat"])

    def _wire(self) -> dict[str, Any]:
        return {
            "quantiles": self.quantiles,
            "income_sat": self.income_sat,
        }


class SoloIncomeDrawnDict(TypedDict):
    """``SoloIncomeDrawn`` as a mapping."""

    quantiles: ArrayLike
    income_sat: ArrayLike


@document
class ExpiryDrawn(Document):
    """What is drawn of an expiry.

    Attributes
    ----------
    expiry_ms : datetime.datetime
        Instant of the expiry, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    smile_strikes : tuple[float, ...]
        Strikes of the smile, in quote currency.
    smile_volatilities : tuple[float, ...]
        Implied volatilities at the strikes, per square root of a year.
    """

    expiry_ms: datetime.datetime
    smile_strikes: tuple[float, ...]
    smile_volatilities: tuple[float, ...]
    _route = "report.plot:answer.option_chain.expiries.[]"

    def __init__(
        self,
        expiry_ms: datetime.datetime | int | str,
        smile_strikes: ArrayLike,
        smile_volatilities: ArrayLike,
    ) -> None:
        self._fill({"expiry_ms": expiry_ms, "smile_strikes": smile_strikes, "smile_volatilities": smile_volatilities})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["expiry_ms"] = instant(document["expiry_ms"])
        document["smile_strikes"] = listed(document["smile_strikes"])
        document["smile_volatilities"] = listed(document["smile_volatilities"])

    def _wire(self) -> dict[str, Any]:
        return {
            "expiry_ms": self.expiry_ms,
            "smile_strikes": self.smile_strikes,
            "smile_volatilities": self.smile_volatilities,
        }


class ExpiryDrawnDict(TypedDict):
    """``ExpiryDrawn`` as a mapping."""

    expiry_ms: datetime.datetime | int | str
    smile_strikes: ArrayLike
    smile_volatilities: ArrayLike


@document
class ChainDrawn(Document):
    """What is drawn of a chain of options.

    Attributes
    ----------
    expiries : Rows[ExpiryDrawn]
        Expiries of the chain.
    """

    expiries: Rows[ExpiryDrawn]
    _route = "report.plot:answer.option_chain"

    def __init__(
        self,
        expiries: Sequence[ExpiryDrawn | ExpiryDrawnDict] | FrameLike,
    ) -> None:
        self._fill({"expiries": expiries})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["expiries"] = rows(ExpiryDrawn._read, document["expiries"])

    def _wire(self) -> dict[str, Any]:
        return {
            "expiries": self.expiries,
        }


class ChainDrawnDict(TypedDict):
    """``ChainDrawn`` as a mapping."""

    expiries: Sequence[ExpiryDrawn | ExpiryDrawnDict]


@document
class PassageDrawn(Document):
    """What is drawn of simulated passages.

    Attributes
    ----------
    probability : float
        Probability of a touch, adjusted by the control variate.
    plain_probability : float
        Probability of a touch without the control variate.
    control_probability : float
        Touch probability of the control, in closed form.
    plain_probability_by_date : tuple[float, ...]
        Probability of a touch by each of the dates, without the control variate.
    """

    probability: float
    plain_probability: float
    control_probability: float
    plain_probability_by_date: tuple[float, ...]
    _route = "report.plot:answer.passage"

    def __init__(
        self,
        probability: float,
        plain_probability: float,
        control_probability: float,
        plain_probability_by_date: ArrayLike,
    ) -> None:
        self._fill({"probability": probability, "plain_probability": plain_probability, "control_probability": control_probability, "plain_probability_by_date": plain_probability_by_date})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["plain_probability_by_date"] = listed(document["plain_probability_by_date"])

    def _wire(self) -> dict[str, Any]:
        return {
            "probability": self.probability,
            "plain_probability": self.plain_probability,
            "control_probability": self.control_probability,
            "plain_probability_by_date": self.plain_probability_by_date,
        }


class PassageDrawnDict(TypedDict):
    """``PassageDrawn`` as a mapping."""

    probability: float
    plain_probability: float
    control_probability: float
    plain_probability_by_date: ArrayLike


@document
class DecisionDrawn(Document):
    """What is drawn of a decision.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the bar's close, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    action : Action
        Action that is advised.
    sell_score : float, optional
        Sell score: 0 to 100. Absent: the modules are not warm.
    """

    time_ms: datetime.datetime
    action: Action
    sell_score: float | None = None
    _route = "report.plot:answer.signals.decisions.[]"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str,
        action: Action,
        sell_score: float | None = None,
    ) -> None:
        self._fill({"time_ms": time_ms, "action": action, "sell_score": sell_score})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "action": self.action,
            "sell_score": self.sell_score,
        }


class DecisionDrawnDict(TypedDict):
    """``DecisionDrawn`` as a mapping."""

    time_ms: datetime.datetime | int | str
    action: Action
    sell_score: NotRequired[float | None]


@document
class SignalsDrawn(Document):
    """What is drawn of the signals of a history.

    Attributes
    ----------
    decisions : Rows[DecisionDrawn]
        Decisions, bar by bar.
    """

    decisions: Rows[DecisionDrawn]
    _route = "report.plot:answer.signals"

    def __init__(
        self,
        decisions: Sequence[DecisionDrawn | DecisionDrawnDict] | FrameLike,
    ) -> None:
        self._fill({"decisions": decisions})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["decisions"] = rows(DecisionDrawn._read, document["decisions"])

    def _wire(self) -> dict[str, Any]:
        return {
            "decisions": self.decisions,
        }


class SignalsDrawnDict(TypedDict):
    """``SignalsDrawn`` as a mapping."""

    decisions: Sequence[DecisionDrawn | DecisionDrawnDict]


@document
class PriceBandDrawn(Document):
    """What is drawn of a band.

    Attributes
    ----------
    level : float
        Probability that the price ends in the band, 0 to 1.
    low : float
        Lower end of the band, in quote currency.
    high : float
        Upper end of the band, in quote currency.
    """

    level: float
    low: float
    high: float
    _route = "report.plot:answer.price_forecast.models.[].forecast.bands.[]"

    def __init__(
        self,
        level: float,
        low: float,
        high: float,
    ) -> None:
        self._fill({"level": level, "low": low, "high": high})

    def _wire(self) -> dict[str, Any]:
        return {
            "level": self.level,
            "low": self.low,
            "high": self.high,
        }


class PriceBandDrawnDict(TypedDict):
    """``PriceBandDrawn`` as a mapping."""

    level: float
    low: float
    high: float


@document
class ModelForecastDrawn(Document):
    """What is drawn of the forecast of a model.

    Attributes
    ----------
    median_price : float
        Median price at the horizon, in quote currency.
    bands : Rows[PriceBandDrawn]
        Bands of the price.
    """

    median_price: float
    bands: Rows[PriceBandDrawn]
    _route = "report.plot:answer.price_forecast.models.[].forecast"

    def __init__(
        self,
        median_price: float,
        bands: Sequence[PriceBandDrawn | PriceBandDrawnDict] | FrameLike,
    ) -> None:
        self._fill({"median_price": median_price, "bands": bands})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["bands"] = rows(PriceBandDrawn._read, document["bands"])

    def _wire(self) -> dict[str, Any]:
        return {
            "median_price": self.median_price,
            "bands": self.bands,
        }


class ModelForecastDrawnDict(TypedDict):
    """``ModelForecastDrawn`` as a mapping."""

    median_price: float
    bands: Sequence[PriceBandDrawn | PriceBandDrawnDict]


@document
class ModelDrawn(Document):
    """What is drawn of a model.

    Attributes
    ----------
    model : ForecastModel
        Model that forecasts.
    forecast : ModelForecastDrawn
        Forecast from the last bar.
    """

    model: ForecastModel
    forecast: ModelForecastDrawn
    _route = "report.plot:answer.price_forecast.models.[]"

    def __init__(
        self,
        model: ForecastModelLike,
        forecast: ModelForecastDrawn | ModelForecastDrawnDict,
    ) -> None:
        self._fill({"model": model, "forecast": forecast})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["model"] = ForecastModel._read(document["model"])
        document["forecast"] = ModelForecastDrawn._read(document["forecast"])

    def _wire(self) -> dict[str, Any]:
        return {
            "model": self.model,
            "forecast": self.forecast,
        }


class ModelDrawnDict(TypedDict):
    """``ModelDrawn`` as a mapping."""

    model: ForecastModelLike
    forecast: ModelForecastDrawn | ModelForecastDrawnDict


@document
class PriceForecastDrawn(Document):
    """What is drawn of a forecast of the price.

    Attributes
    ----------
    models : Rows[ModelDrawn]
        Models, all with the same levels.
    """

    models: Rows[ModelDrawn]
    _route = "report.plot:answer.price_forecast"

    def __init__(
        self,
        models: Sequence[ModelDrawn | ModelDrawnDict] | FrameLike,
    ) -> None:
        self._fill({"models": models})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["models"] = rows(ModelDrawn._read, document["models"])

    def _wire(self) -> dict[str, Any]:
        return {
            "models": self.models,
        }


class PriceForecastDrawnDict(TypedDict):
    """``PriceForecastDrawn`` as a mapping."""

    models: Sequence[ModelDrawn | ModelDrawnDict]


@document
class ReliabilityBinDrawn(Document):
    """What is drawn of a bin of probabilities.

    Attributes
    ----------
    mean_probability : float
        Mean of the probabilities in the bin.
    frequency : float
        Part of their labels that came true.
    frequency_low : float
        Lower end of the 95 % interval of the frequency.
    frequency_high : float
        Upper end of the 95 % interval of the frequency.
    """

    mean_probability: float
    frequency: float
    frequency_low: float
    frequency_high: float
    _route = "report.plot:answer.reliability.bins.[]"

    def __init__(
        self,
        mean_probability: float,
        frequency: float,
        frequency_low: float,
        frequency_high: float,
    ) -> None:
        self._fill({"mean_probability": mean_probability, "frequency": frequency, "frequency_low": frequency_low, "frequency_high": frequency_high})

    def _wire(self) -> dict[str, Any]:
        return {
            "mean_probability": self.mean_probability,
            "frequency": self.frequency,
            "frequency_low": self.frequency_low,
            "frequency_high": self.frequency_high,
        }


class ReliabilityBinDrawnDict(TypedDict):
    """``ReliabilityBinDrawn`` as a mapping."""

    mean_probability: float
    frequency: float
    frequency_low: float
    frequency_high: float


@document
class ReliabilityDrawn(Document):
    """What is drawn of the quality of probabilities.

    Attributes
    ----------
    bins : Rows[ReliabilityBinDrawn]
        Bins of equal width that hold any.
    """

    bins: Rows[ReliabilityBinDrawn]
    _route = "report.plot:answer.reliability"

    def __init__(
        self,
        bins: Sequence[ReliabilityBinDrawn | ReliabilityBinDrawnDict] | FrameLike,
    ) -> None:
        self._fill({"bins": bins})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["bins"] = rows(ReliabilityBinDrawn._read, document["bins"])

    def _wire(self) -> dict[str, Any]:
        return {
            "bins": self.bins,
        }


class ReliabilityDrawnDict(TypedDict):
    """``ReliabilityDrawn`` as a mapping."""

    bins: Sequence[ReliabilityBinDrawn | ReliabilityBinDrawnDict]


@document
class WalkForwardDrawn(Document):
    """What is drawn of a walk-forward.

    Attributes
    ----------
    calibration : ReliabilityDrawn, optional
        Quality of the pooled probabilities. Absent: there were none.
    """

    calibration: ReliabilityDrawn | None = None
    _route = "report.plot:answer.walk_forward"

    def __init__(
        self,
        calibration: ReliabilityDrawn | ReliabilityDrawnDict | None = None,
    ) -> None:
        self._fill({"calibration": calibration})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("calibration") is not None:
            document["calibration"] = ReliabilityDrawn._read(document["calibration"])

    def _wire(self) -> dict[str, Any]:
        return {
            "calibration": self.calibration,
        }


class WalkForwardDrawnDict(TypedDict):
    """``WalkForwardDrawn`` as a mapping."""

    calibration: NotRequired[ReliabilityDrawn | ReliabilityDrawnDict | None]


@document
class EquityDrawn(Document):
    """Treasury at each close.

    Attributes
    ----------
    time_ms : tuple[datetime.datetime, ...]
        Closes of the bars, in Unix milliseconds UTC.
    equity_usd : tuple[float, ...]
        Coins at the price, and cash, in USD.
    """

    time_ms: tuple[datetime.datetime, ...]
    equity_usd: tuple[float, ...]
    _route = "report.plot:answer.backtest.equity"

    def __init__(
        self,
        time_ms: Sequence[datetime.datetime | int | str] | ArrayLike,
        equity_usd: ArrayLike,
    ) -> None:
        self._fill({"time_ms": time_ms, "equity_usd": equity_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = each(instant, document["time_ms"])
        document["equity_usd"] = listed(document["equity_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "equity_usd": self.equity_usd,
        }


class EquityDrawnDict(TypedDict):
    """``EquityDrawn`` as a mapping."""

    time_ms: Sequence[datetime.datetime | int | str] | ArrayLike
    equity_usd: ArrayLike


@document
class BacktestDrawn(Document):
    """What is drawn of a backtest.

    Attributes
    ----------
    equity : EquityDrawn
        Treasury at each close.
    """

    equity: EquityDrawn
    _route = "report.plot:answer.backtest"

    def __init__(
        self,
        equity: EquityDrawn | EquityDrawnDict,
    ) -> None:
        self._fill({"equity": equity})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["equity"] = EquityDrawn._read(document["equity"])

    def _wire(self) -> dict[str, Any]:
        return {
            "equity": self.equity,
        }


class BacktestDrawnDict(TypedDict):
    """``BacktestDrawn`` as a mapping."""

    equity: EquityDrawn | EquityDrawnDict


@document
class TreasurySimulationDrawn(Document):
    """What is drawn of a simulated treasury.

    Attributes
    ----------
    quantiles : tuple[float, ...]
        Levels of the quantiles.
    equity_usd : tuple[float, ...]
        Quantiles of the equity at the end, in USD.
    """

    quantiles: tuple[float, ...]
    equity_usd: tuple[float, ...]
    _route = "report.plot:answer.treasury_simulation"

    def __init__(
        self,
        quantiles: ArrayLike,
        equity_usd: ArrayLike,
    ) -> None:
        self._fill({"quantiles": quantiles, "equity_usd": equity_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["quantiles"] = listed(document["quantiles"])
        document["equity_usd"] = listed(document["equity_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "quantiles": self.quantiles,
            "equity_usd": self.equity_usd,
        }


class TreasurySimulationDrawnDict(TypedDict):
    """``TreasurySimulationDrawn`` as a mapping."""

    quantiles: ArrayLike
    equity_usd: ArrayLike


@document
class WeekDrawn(Document):
    """What is drawn of a week.

    Attributes
    ----------
    end_ms : datetime.datetime
        End of the week, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    closing_usd : Decimal
        Cash at its end, in USD.
    """

    end_ms: datetime.datetime
    closing_usd: Decimal
    _route = "report.plot:answer.cash_forecast.weeks.[]"

    def __init__(
        self,
        end_ms: datetime.datetime | int | str,
        closing_usd: Decimal | str,
    ) -> None:
        self._fill({"end_ms": end_ms, "closing_usd": closing_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["end_ms"] = instant(document["end_ms"])
        document["closing_usd"] = Decimal(document["closing_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "end_ms": self.end_ms,
            "closing_usd": self.closing_usd,
        }


class WeekDrawnDict(TypedDict):
    """``WeekDrawn`` as a mapping."""

    end_ms: datetime.datetime | int | str
    closing_usd: Decimal | str


@document
class CashForecastDrawn(Document):
    """What is drawn of a forecast of cash.

    Attributes
    ----------
    weeks : Rows[WeekDrawn]
        Weeks, in order.
    """

    weeks: Rows[WeekDrawn]
    _route = "report.plot:answer.cash_forecast"

    def __init__(
        self,
        weeks: Sequence[WeekDrawn | WeekDrawnDict] | FrameLike,
    ) -> None:
        self._fill({"weeks": weeks})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["weeks"] = rows(WeekDrawn._read, document["weeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "weeks": self.weeks,
        }


class CashForecastDrawnDict(TypedDict):
    """``CashForecastDrawn`` as a mapping."""

    weeks: Sequence[WeekDrawn | WeekDrawnDict]


@document
class FloorStepDrawn(Document):
    """What is drawn of a step of the worst case.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the decision, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    cash_usd : Decimal
        Cash left, in USD.
    """

    time_ms: datetime.datetime
    cash_usd: Decimal
    _route = "report.plot:answer.floor.floor.feasible.certificate.[]"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str,
        cash_usd: Decimal | str,
    ) -> None:
        self._fill({"time_ms": time_ms, "cash_usd": cash_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["cash_usd"] = Decimal(document["cash_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "cash_usd": self.cash_usd,
        }


class FloorStepDrawnDict(TypedDict):
    """``FloorStepDrawn`` as a mapping."""

    time_ms: datetime.datetime | int | str
    cash_usd: Decimal | str


@document
class FeasibleDrawn(Document):
    """What is drawn of a floor that holds.

    Attributes
    ----------
    certificate : Rows[FloorStepDrawn]
        Certificate: the worst case step by step.
    """

    certificate: Rows[FloorStepDrawn]
    _route = "report.plot:answer.floor.floor.feasible"

    def __init__(
        self,
        certificate: Sequence[FloorStepDrawn | FloorStepDrawnDict] | FrameLike,
    ) -> None:
        self._fill({"certificate": certificate})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["certificate"] = rows(FloorStepDrawn._read, document["certificate"])

    def _wire(self) -> dict[str, Any]:
        return {
            "certificate": self.certificate,
        }


class FeasibleDrawnDict(TypedDict):
    """``FeasibleDrawn`` as a mapping."""

    certificate: Sequence[FloorStepDrawn | FloorStepDrawnDict]


@document
class InfeasibleDrawn(Document):
    """What is said of a floor that does not hold.

    Attributes
    ----------
    shortfall_usd : Decimal
        Least cash that would have to be added now, in USD.
    """

    shortfall_usd: Decimal
    _route = "report.plot:answer.floor.floor.infeasible"

    def __init__(
        self,
        shortfall_usd: Decimal | str,
    ) -> None:
        self._fill({"shortfall_usd": shortfall_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["shortfall_usd"] = Decimal(document["shortfall_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "shortfall_usd": self.shortfall_usd,
        }


class InfeasibleDrawnDict(TypedDict):
    """``InfeasibleDrawn`` as a mapping."""

    shortfall_usd: Decimal | str


@document
class FloorDrawnCase(Variant):
    """Floor that is drawn.

    Cases
    -----
    feasible
        Every payment is met in the worst case.
    infeasible
        No plan meets every payment in the worst case.
    """

    tag: Literal["feasible", "infeasible"]
    content: FeasibleDrawn | InfeasibleDrawn | None = None
    _route = "report.plot:answer.floor.floor"

    @classmethod
    def feasible(cls, content: FeasibleDrawn | FeasibleDrawnDict) -> Self:
        """Every payment is met in the worst case."""
        return cls._made("feasible", content)

    @classmethod
    def infeasible(cls, content: InfeasibleDrawn | InfeasibleDrawnDict) -> Self:
        """No plan meets every payment in the worst case."""
        return cls._made("infeasible", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "feasible":
            return FeasibleDrawn._read(content)
        if tag == "infeasible":
            return InfeasibleDrawn._read(content)
        return content


class FloorDrawnCaseDict(TypedDict, total=False):
    """``FloorDrawnCase`` as a mapping: one of the keys, with its content."""

    feasible: FeasibleDrawn | FeasibleDrawnDict
    infeasible: InfeasibleDrawn | InfeasibleDrawnDict


FloorDrawnCaseLike: TypeAlias = "FloorDrawnCase | FloorDrawnCaseDict"
"""What is taken for a ``FloorDrawnCase``."""


@document
class FloorDrawn(Document):
    """What is drawn of a floor.

    Attributes
    ----------
    floor : FloorDrawnCase
        Smallest sale with its certificate, or what is missing.
    """

    floor: FloorDrawnCase
    _route = "report.plot:answer.floor"

    def __init__(
        self,
        floor: FloorDrawnCaseLike,
    ) -> None:
        self._fill({"floor": floor})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["floor"] = FloorDrawnCase._read(document["floor"])

    def _wire(self) -> dict[str, Any]:
        return {
            "floor": self.floor,
        }


class FloorDrawnDict(TypedDict):
    """``FloorDrawn`` as a mapping."""

    floor: FloorDrawnCaseLike


@document
class StressRowDrawn(Document):
    """What is drawn of a stress.

    Attributes
    ----------
    stress : Stress
        Stress.
    equity_usd : float
        Coins at the last price, and cash, in USD.
    """

    stress: Stress
    equity_usd: float
    _route = "report.plot:answer.stress.rows.[]"

    def __init__(
        self,
        stress: StressLike,
        equity_usd: float,
    ) -> None:
        self._fill({"stress": stress, "equity_usd": equity_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["stress"] = Stress._read(document["stress"])

    def _wire(self) -> dict[str, Any]:
        return {
            "stress": self.stress,
            "equity_usd": self.equity_usd,
        }


class StressRowDrawnDict(TypedDict):
    """``StressRowDrawn`` as a mapping."""

    stress: StressLike
    equity_usd: float


@document
class StressDrawn(Document):
    """What is drawn of stresses.

    Attributes
    ----------
    rows : Rows[StressRowDrawn]
        Stresses, in order.
    """

    rows: Rows[StressRowDrawn]
    _route = "report.plot:answer.stress"

    def __init__(
        self,
        rows: Sequence[StressRowDrawn | StressRowDrawnDict] | FrameLike,
    ) -> None:
        self._fill({"rows": rows})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["rows"] = rows(StressRowDrawn._read, document["rows"])

    def _wire(self) -> dict[str, Any]:
        return {
            "rows": self.rows,
        }


class StressDrawnDict(TypedDict):
    """``StressDrawn`` as a mapping."""

    rows: Sequence[StressRowDrawn | StressRowDrawnDict]


@document
class PremiumDrawn(Document):
    """Terms of a premium, in units of its currency.

    Attributes
    ----------
    pure : Decimal
        Pure premium: expected present value of the payout.
    risk_loading : Decimal
        Risk loading of the premium principle.
    fixed_expense : Decimal
        Fixed expense of a cover.
    expense : Decimal
        Expenses in proportion to the premium.
    commission : Decimal
        Commission in proportion to the premium.
    profit : Decimal
        Profit in proportion to the premium.
    listing : Decimal
        Difference to the price of a product that has a fixed one.
    discount : Decimal
        Discount, negative or 0.
    tax : Decimal
        Tax on the premium after the discount.
    """

    pure: Decimal
    risk_loading: Decimal
    fixed_expense: Decimal
    expense: Decimal
    commission: Decimal
    profit: Decimal
    listing: Decimal
    discount: Decimal
    tax: Decimal
    _route = "report.plot:answer.quote.premium"

    def __init__(
        self,
        pure: Decimal | str,
        risk_loading: Decimal | str,
        fixed_expense: Decimal | str,
        expense: Decimal | str,
        commission: Decimal | str,
        profit: Decimal | str,
        listing: Decimal | str,
        discount: Decimal | str,
        tax: Decimal | str,
    ) -> None:
        self._fill({"pure": pure, "risk_loading": risk_loading, "fixed_expense": fixed_expense, "expense": expense, "commission": commission, "profit": profit, "listing": listing, "discount": discount, "tax": tax})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["pure"] = Decimal(document["pure"])
        document["risk_loading"] = Decimal(document["risk_loading"])
        document["fixed_expense"] = Decimal(document["fixed_expense"])
        document["expense"] = Decimal(document["expense"])
        document["commission"] = Decimal(document["commission"])
        document["profit"] = Decimal(document["profit"])
        document["listing"] = Decimal(document["listing"])
        document["discount"] = Decimal(document["discount"])
        document["tax"] = Decimal(document["tax"])

    def _wire(self) -> dict[str, Any]:
        return {
            "pure": self.pure,
            "risk_loading": self.risk_loading,
            "fixed_expense": self.fixed_expense,
            "expense": self.expense,
            "commission": self.commission,
            "profit": self.profit,
            "listing": self.listing,
            "discount": self.discount,
            "tax": self.tax,
        }


class PremiumDrawnDict(TypedDict):
    """``PremiumDrawn`` as a mapping."""

    pure: Decimal | str
    risk_loading: Decimal | str
    fixed_expense: Decimal | str
    expense: Decimal | str
    commission: Decimal | str
    profit: Decimal | str
    listing: Decimal | str
    discount: Decimal | str
    tax: Decimal | str


@document
class QuoteDrawn(Document):
    """What is drawn of a quote.

    Attributes
    ----------
    premium : PremiumDrawn, optional
        Terms of the premium. Absent: the quote has none.
    """

    premium: PremiumDrawn | None = None
    _route = "report.plot:answer.quote"

    def __init__(
        self,
        premium: PremiumDrawn | PremiumDrawnDict | None = None,
    ) -> None:
        self._fill({"premium": premium})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("premium") is not None:
            document["premium"] = PremiumDrawn._read(document["premium"])

    def _wire(self) -> dict[str, Any]:
        return {
            "premium": self.premium,
        }


class QuoteDrawnDict(TypedDict):
    """``QuoteDrawn`` as a mapping."""

    premium: NotRequired[PremiumDrawn | PremiumDrawnDict | None]


@document
class LossDrawn(Document):
    """What is drawn of a distribution of losses.

    Attributes
    ----------
    losses : tuple[float, ...]
        Losses that can occur, ascending, in units of currency.
    exceedance_probabilities : tuple[float, ...]
        Probabilities that each of the losses is exceeded.
    """

    losses: tuple[float, ...]
    exceedance_probabilities: tuple[float, ...]
    _route = "report.plot:answer.book_loss"

    def __init__(
        self,
        losses: ArrayLike,
        exceedance_probabilities: ArrayLike,
    ) -> None:
        self._fill({"losses": losses, "exceedance_probabilities": exceedance_probabilities})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["losses"] = listed(document["losses"])
        document["exceedance_probabilities"] = listed(document["exceedance_probabilities"])

    def _wire(self) -> dict[str, Any]:
        return {
            "losses": self.losses,
            "exceedance_probabilities": self.exceedance_probabilities,
        }


class LossDrawnDict(TypedDict):
    """``LossDrawn`` as a mapping."""

    losses: ArrayLike
    exceedance_probabilities: ArrayLike


@document
class SimulatedTailDrawn(Document):
    """What is drawn of a simulated loss at a level.

    Attributes
    ----------
    level : float
        Probability that the loss stays at or below the value at risk.
    value_at_risk : float
        Value at risk, in units of currency.
    tail_value_at_risk : float
        Tail value at risk, in units of currency.
    """

    level: float
    value_at_risk: float
    tail_value_at_risk: float
    _route = "report.plot:answer.book_simulation.tails.[]"

    def __init__(
        self,
        level: float,
        value_at_risk: float,
        tail_value_at_risk: float,
    ) -> None:
        self._fill({"level": level, "value_at_risk": value_at_risk, "tail_value_at_risk": tail_value_at_risk})

    def _wire(self) -> dict[str, Any]:
        return {
            "level": self.level,
            "value_at_risk": self.value_at_risk,
            "tail_value_at_risk": self.tail_value_at_risk,
        }


class SimulatedTailDrawnDict(TypedDict):
    """``SimulatedTailDrawn`` as a mapping."""

    level: float
    value_at_risk: float
    tail_value_at_risk: float


@document
class BookSimulationDrawn(Document):
    """What is drawn of a simulated book.

    Attributes
    ----------
    tails : Rows[SimulatedTailDrawn]
        Losses at the levels that were asked for.
    """

    tails: Rows[SimulatedTailDrawn]
    _route = "report.plot:answer.book_simulation"

    def __init__(
        self,
        tails: Sequence[SimulatedTailDrawn | SimulatedTailDrawnDict] | FrameLike,
    ) -> None:
        self._fill({"tails": tails})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["tails"] = rows(SimulatedTailDrawn._read, document["tails"])

    def _wire(self) -> dict[str, Any]:
        return {
            "tails": self.tails,
        }


class BookSimulationDrawnDict(TypedDict):
    """``BookSimulationDrawn`` as a mapping."""

    tails: Sequence[SimulatedTailDrawn | SimulatedTailDrawnDict]


@document
class ReasonDrawn(Document):
    """Reason why there is no number.

    Attributes
    ----------
    reason : str
        Reason in words.
    """

    reason: str
    _route = "report.plot:answer.aggregate_loss.levels.[].value_at_risk.undefined"

    def __init__(
        self,
        reason: str,
    ) -> None:
        self._fill({"reason": reason})

    def _wire(self) -> dict[str, Any]:
        return {
            "reason": self.reason,
        }


class ReasonDrawnDict(TypedDict):
    """``ReasonDrawn`` as a mapping."""

    reason: str


Held: TypeAlias = "Value[float] | Never | Unbounded | Every | Undefined"
"""Number that an answer may not have.

Cases
-----
value
    The number.
never
    It does not happen: no value is good enough.
unbounded
    There is no limit: the number exceeds every bound.
every
    Every value is good enough.
undefined
    The question has no answer.
"""


class HeldDict(TypedDict, total=False):
    """``Held`` as a mapping: one of the keys, with its content."""

    value: float
    undefined: ReasonDrawn | ReasonDrawnDict


HeldLike: TypeAlias = "Held | HeldDict | Literal['never', 'unbounded', 'every']"
"""What is taken for a ``Held``."""


@document
class LossLevelDrawn(Document):
    """What is drawn of a loss at a level.

    Attributes
    ----------
    level : float
        Probability that the loss stays at or below the value at risk.
    value_at_risk : Held
        Value at risk, in units of currency.
    tail_value_at_risk : Held
        Tail value at risk, in units of currency.
    """

    level: float
    value_at_risk: Held
    tail_value_at_risk: Held
    _route = "report.plot:answer.aggregate_loss.levels.[]"

    def __init__(
        self,
        level: float,
        value_at_risk: HeldLike,
        tail_value_at_risk: HeldLike,
    ) -> None:
        self._fill({"level": level, "value_at_risk": value_at_risk, "tail_value_at_risk": tail_value_at_risk})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["value_at_risk"] = outcome(document["value_at_risk"])
        document["tail_value_at_risk"] = outcome(document["tail_value_at_risk"])

    def _wire(self) -> dict[str, Any]:
        return {
            "level": self.level,
            "value_at_risk": self.value_at_risk,
            "tail_value_at_risk": self.tail_value_at_risk,
        }


class LossLevelDrawnDict(TypedDict):
    """``LossLevelDrawn`` as a mapping."""

    level: float
    value_at_risk: HeldLike
    tail_value_at_risk: HeldLike


@document
class AggregateDrawn(Document):
    """What is drawn of a sum of losses.

    Attributes
    ----------
    levels : Rows[LossLevelDrawn]
        Losses at the levels that were asked for.
    """

    levels: Rows[LossLevelDrawn]
    _route = "report.plot:answer.aggregate_loss"

    def __init__(
        self,
        levels: Sequence[LossLevelDrawn | LossLevelDrawnDict] | FrameLike,
    ) -> None:
        self._fill({"levels": levels})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["levels"] = rows(LossLevelDrawn._read, document["levels"])

    def _wire(self) -> dict[str, Any]:
        return {
            "levels": self.levels,
        }


class AggregateDrawnDict(TypedDict):
    """``AggregateDrawn`` as a mapping."""

    levels: Sequence[LossLevelDrawn | LossLevelDrawnDict]


@document
class PayoutDrawn(Document):
    """From the loss to the payout, in units of currency.

    Attributes
    ----------
    covered : Decimal
        Part of the loss that is insured, or the sum that was agreed.
    deducted : Decimal
        Part of it that the deductible takes.
    coinsured : Decimal
        Part of the rest that the holder bears as coinsurance.
    beyond_limit : Decimal
        Part of what is left that exceeds the limit.
    rounding : Decimal
        Part of it below the last digit that is paid.
    """

    covered: Decimal
    deducted: Decimal
    coinsured: Decimal
    beyond_limit: Decimal
    rounding: Decimal
    _route = "report.plot:answer.claim.items"

    def __init__(
        self,
        covered: Decimal | str,
        deducted: Decimal | str,
        coinsured: Decimal | str,
        beyond_limit: Decimal | str,
        rounding: Decimal | str,
    ) -> None:
        self._fill({"covered": covered, "deducted": deducted, "coinsured": coinsured, "beyond_limit": beyond_limit, "rounding": rounding})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["covered"] = Decimal(document["covered"])
        document["deducted"] = Decimal(document["deducted"])
        document["coinsured"] = Decimal(document["coinsured"])
        document["beyond_limit"] = Decimal(document["beyond_limit"])
        document["rounding"] = Decimal(document["rounding"])

    def _wire(self) -> dict[str, Any]:
        return {
            "covered": self.covered,
            "deducted": self.deducted,
            "coinsured": self.coinsured,
            "beyond_limit": self.beyond_limit,
            "rounding": self.rounding,
        }


class PayoutDrawnDict(TypedDict):
    """``PayoutDrawn`` as a mapping."""

    covered: Decimal | str
    deducted: Decimal | str
    coinsured: Decimal | str
    beyond_limit: Decimal | str
    rounding: Decimal | str


@document
class ClaimDrawn(Document):
    """What is drawn of a claim.

    Attributes
    ----------
    items : PayoutDrawn, optional
        How the payout comes of the loss. Absent: there is no loss.
    """

    items: PayoutDrawn | None = None
    _route = "report.plot:answer.claim"

    def __init__(
        self,
        items: PayoutDrawn | PayoutDrawnDict | None = None,
    ) -> None:
        self._fill({"items": items})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("items") is not None:
            document["items"] = PayoutDrawn._read(document["items"])

    def _wire(self) -> dict[str, Any]:
        return {
            "items": self.items,
        }


class ClaimDrawnDict(TypedDict):
    """``ClaimDrawn`` as a mapping."""

    items: NotRequired[PayoutDrawn | PayoutDrawnDict | None]


@document
class ContributionDrawn(Document):
    """What a factor adds to the risk index.

    Attributes
    ----------
    factor : IndexFactor
        Factor of the index.
    contribution : float
        Points that the factor adds to the index or takes from it.
    """

    factor: IndexFactor
    contribution: float
    _route = "report.plot:answer.risk_index.contributions.[]"

    def __init__(
        self,
        factor: IndexFactor,
        contribution: float,
    ) -> None:
        self._fill({"factor": factor, "contribution": contribution})

    def _wire(self) -> dict[str, Any]:
        return {
            "factor": self.factor,
            "contribution": self.contribution,
        }


class ContributionDrawnDict(TypedDict):
    """``ContributionDrawn`` as a mapping."""

    factor: IndexFactor
    contribution: float


@document
class RiskIndexDrawn(Document):
    """What is drawn of a risk index.

    Attributes
    ----------
    base : float
        Points of a request of which nothing speaks for or against it.
    contributions : Rows[ContributionDrawn]
        Contributions of the factors.
    index : float, optional
        Risk index from 0 to 100. Absent: no factor that counts has a score.
    """

    base: float
    contributions: Rows[ContributionDrawn]
    index: float | None = None
    _route = "report.plot:answer.risk_index"

    def __init__(
        self,
        base: float,
        contributions: Sequence[ContributionDrawn | ContributionDrawnDict] | FrameLike,
        index: float | None = None,
    ) -> None:
        self._fill({"base": base, "contributions": contributions, "index": index})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["contributions"] = rows(ContributionDrawn._read, document["contributions"])

    def _wire(self) -> dict[str, Any]:
        return {
            "base": self.base,
            "contributions": self.contributions,
            "index": self.index,
        }


class RiskIndexDrawnDict(TypedDict):
    """``RiskIndexDrawn`` as a mapping."""

    base: float
    contributions: Sequence[ContributionDrawn | ContributionDrawnDict]
    index: NotRequired[float | None]


@document
class ActivityDrawn(Document):
    """What is drawn of a report on activities.

    Attributes
    ----------
    begin : tuple[datetime.date, ...]
        First day of each period.
    total : tuple[int, ...]
        Number of activities of each period.
    """

    begin: tuple[datetime.date, ...]
    total: tuple[int, ...]
    _route = "report.plot:answer.activity"

    def __init__(
        self,
        begin: Sequence[datetime.date],
        total: ArrayLike,
    ) -> None:
        self._fill({"begin": begin, "total": total})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["begin"] = each(day, document["begin"])
        document["total"] = listed(document["total"])

    def _wire(self) -> dict[str, Any]:
        return {
            "begin": self.begin,
            "total": self.total,
        }


class ActivityDrawnDict(TypedDict):
    """``ActivityDrawn`` as a mapping."""

    begin: Sequence[datetime.date]
    total: ArrayLike


@document
class Plotted(Variant):
    """Answer that is drawn: as its room has given it, behind what it is.

    Cases
    -----
    forecast
        Answer of `mining.forecast`: profit of each step, with and without the option to switch off.
    heat_map
        Answer of `mining.profit_heat_map`: profit by price and by power price, at the difficulty next to today's.
    dispatch
        Answer of `mining.plan_dispatch`: load of each interval.
    forecast_simulation
        Answer of `mining.forecast_simulation`: net present value by quantile.
    power_curtailment
        Answer of `mining.power_curtailment_analysis`: load of each hour.
    solo_income
        Answer of `mining.solo_income`: income by quantile.
    option_chain
        Answer of `derivatives.option_chain`: smiles of all expiries.
    passage
        Answer of `derivatives.simulate_passage`: probability of a touch by date.
    signals
        Answer of `signals.evaluate`: sell score of each bar.
    price_forecast
        Answer of `signals.forecast`: price at the horizon by probability, a line for each model.
    walk_forward
        Answer of `signals.walk_forward`: how often the label came true, by the probability that was said.
    reliability
        Answer of `signals.reliability`: how often the label came true, by the probability that was said.
    backtest
        Answer of `treasury.backtest`: coins and cash at each close.
    treasury_simulation
        Answer of `treasury.treasury_simulation`: equity by quantile.
    cash_forecast
        Answer of `treasury.cash_forecast`: cash at the end of each week.
    floor
        Answer of `treasury.floor`: cash in the worst case, step by step.
    stress
        Answer of `treasury.stress_treasury`: equity under each stress.
    quote
        Answer of `insurance.quote`: from the pure to the gross premium.
    book_loss
        Answer of `insurance.book_loss`: probability that a loss is exceeded.
    book_simulation
        Answer of `insurance.book_simulation`: loss at each level, and the mean beyond it.
    aggregate_loss
        Answer of `insurance.aggregate_loss`: loss at each level, and the mean beyond it.
    claim
        Answer of `insurance.claim`: from the loss that is covered to the payout.
    risk_index
        Answer of `insurance.risk_index`: from the base to the index, factor by factor.
    activity
        Answer of `crm.activity_report`: number of activities of each period.
    """

    tag: Literal["forecast", "heat_map", "dispatch", "forecast_simulation", "power_curtailment", "solo_income", "option_chain", "passage", "signals", "price_forecast", "walk_forward", "reliability", "backtest", "treasury_simulation", "cash_forecast", "floor", "stress", "quote", "book_loss", "book_simulation", "aggregate_loss", "claim", "risk_index", "activity"]
    content: ForecastDrawn | HeatMapDrawn | DispatchDrawn | SimulationDrawn | CurtailmentDrawn | SoloIncomeDrawn | ChainDrawn | PassageDrawn | SignalsDrawn | PriceForecastDrawn | WalkForwardDrawn | ReliabilityDrawn | BacktestDrawn | TreasurySimulationDrawn | CashForecastDrawn | FloorDrawn | StressDrawn | QuoteDrawn | LossDrawn | BookSimulationDrawn | AggregateDrawn | ClaimDrawn | RiskIndexDrawn | ActivityDrawn | None = None
    _route = "report.plot:answer"

    @classmethod
    def forecast(cls, content: ForecastDrawn | ForecastDrawnDict) -> Self:
        """Answer of `mining.forecast`: profit of each step, with and without the option to switch off."""
        return cls._made("forecast", content)

    @classmethod
    def heat_map(cls, content: HeatMapDrawn | HeatMapDrawnDict) -> Self:
        """Answer of `mining.profit_heat_map`: profit by price and by power price, at the difficulty next to today's."""
        return cls._made("heat_map", content)

    @classmethod
    def dispatch(cls, content: DispatchDrawn | DispatchDrawnDict) -> Self:
        """Answer of `mining.plan_dispatch`: load of each interval."""
        return cls._made("dispatch", content)

    @classmethod
    def forecast_simulation(cls, content: SimulationDrawn | SimulationDrawnDict) -> Self:
        """Answer of `mining.forecast_simulation`: net present value by quantile."""
        return cls._made("forecast_simulation", content)

    @classmethod
    def power_curtailment(cls, content: CurtailmentDrawn | CurtailmentDrawnDict) -> Self:
        """Answer of `mining.power_curtailment_analysis`: load of each hour."""
        return cls._made("power_curtailment", content)

    @classmethod
    def solo_income(cls, content: SoloIncomeDrawn | SoloIncomeDrawnDict) -> Self:
        """Answer of `mining.solo_income`: income by quantile."""
        return cls._made("solo_income", content)

    @classmethod
    def option_chain(cls, content: ChainDrawn | ChainDrawnDict) -> Self:
        """Answer of `derivatives.option_chain`: smiles of all expiries."""
        return cls._made("option_chain", content)

    @classmethod
    def passage(cls, content: PassageDrawn | PassageDrawnDict) -> Self:
        """Answer of `derivatives.simulate_passage`: probability of a touch by date."""
        return cls._made("passage", content)

    @classmethod
    def signals(cls, content: SignalsDrawn | SignalsDrawnDict) -> Self:
        """Answer of `signals.evaluate`: sell score of each bar."""
        return cls._made("signals", content)

    @classmethod
    def price_forecast(cls, content: PriceForecastDrawn | PriceForecastDrawnDict) -> Self:
        """Answer of `signals.forecast`: price at the horizon by probability, a line for each model."""
        return cls._made("price_forecast", content)

    @classmethod
    def walk_forward(cls, content: WalkForwardDrawn | WalkForwardDrawnDict) -> Self:
        """Answer of `signals.walk_forward`: how often the label came true, by the probability that was said."""
        return cls._made("walk_forward", content)

    @classmethod
    def reliability(cls, content: ReliabilityDrawn | ReliabilityDrawnDict) -> Self:
        """Answer of `signals.reliability`: how often the label came true, by the probability that was said."""
        return cls._made("reliability", content)

    @classmethod
    def backtest(cls, content: BacktestDrawn | BacktestDrawnDict) -> Self:
        """Answer of `treasury.backtest`: coins and cash at each close."""
        return cls._made("backtest", content)

    @classmethod
    def treasury_simulation(cls, content: TreasurySimulationDrawn | TreasurySimulationDrawnDict) -> Self:
        """Answer of `treasury.treasury_simulation`: equity by quantile."""
        return cls._made("treasury_simulation", content)

    @classmethod
    def cash_forecast(cls, content: CashForecastDrawn | CashForecastDrawnDict) -> Self:
        """Answer of `treasury.cash_forecast`: cash at the end of each week."""
        return cls._made("cash_forecast", content)

    @classmethod
    def floor(cls, content: FloorDrawn | FloorDrawnDict) -> Self:
        """Answer of `treasury.floor`: cash in the worst case, step by step."""
        return cls._made("floor", content)

    @classmethod
    def stress(cls, content: StressDrawn | StressDrawnDict) -> Self:
        """Answer of `treasury.stress_treasury`: equity under each stress."""
        return cls._made("stress", content)

    @classmethod
    def quote(cls, content: QuoteDrawn | QuoteDrawnDict) -> Self:
        """Answer of `insurance.quote`: from the pure to the gross premium."""
        return cls._made("quote", content)

    @classmethod
    def book_loss(cls, content: LossDrawn | LossDrawnDict) -> Self:
        """Answer of `insurance.book_loss`: probability that a loss is exceeded."""
        return cls._made("book_loss", content)

    @classmethod
    def book_simulation(cls, content: BookSimulationDrawn | BookSimulationDrawnDict) -> Self:
        """Answer of `insurance.book_simulation`: loss at each level, and the mean beyond it."""
        return cls._made("book_simulation", content)

    @classmethod
    def aggregate_loss(cls, content: AggregateDrawn | AggregateDrawnDict) -> Self:
        """Answer of `insurance.aggregate_loss`: loss at each level, and the mean beyond it."""
        return cls._made("aggregate_loss", content)

    @classmethod
    def claim(cls, content: ClaimDrawn | ClaimDrawnDict) -> Self:
        """Answer of `insurance.claim`: from the loss that is covered to the payout."""
        return cls._made("claim", content)

    @classmethod
    def risk_index(cls, content: RiskIndexDrawn | RiskIndexDrawnDict) -> Self:
        """Answer of `insurance.risk_index`: from the base to the index, factor by factor."""
        return cls._made("risk_index", content)

    @classmethod
    def activity(cls, content: ActivityDrawn | ActivityDrawnDict) -> Self:
        """Answer of `crm.activity_report`: number of activities of each period."""
        return cls._made("activity", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "forecast":
            return ForecastDrawn._read(content)
        if tag == "heat_map":
            return HeatMapDrawn._read(content)
        if tag == "dispatch":
            return DispatchDrawn._read(content)
        if tag == "forecast_simulation":
            return SimulationDrawn._read(content)
        if tag == "power_curtailment":
            return CurtailmentDrawn._read(content)
        if tag == "solo_income":
            return SoloIncomeDrawn._read(content)
        if tag == "option_chain":
            return ChainDrawn._read(content)
        if tag == "passage":
            return PassageDrawn._read(content)
        if tag == "signals":
            return SignalsDrawn._read(content)
        if tag == "price_forecast":
            return PriceForecastDrawn._read(content)
        if tag == "walk_forward":
            return WalkForwardDrawn._read(content)
        if tag == "reliability":
            return ReliabilityDrawn._read(content)
        if tag == "backtest":
            return BacktestDrawn._read(content)
        if tag == "treasury_simulation":
            return TreasurySimulationDrawn._read(content)
        if tag == "cash_forecast":
            return CashForecastDrawn._read(content)
        if tag == "floor":
            return FloorDrawn._read(content)
        if tag == "stress":
            return StressDrawn._read(content)
        if tag == "quote":
            return QuoteDrawn._read(content)
        if tag == "book_loss":
            return LossDrawn._read(content)
        if tag == "book_simulation":
            return BookSimulationDrawn._read(content)
        if tag == "aggregate_loss":
            return AggregateDrawn._read(content)
        if tag == "claim":
            return ClaimDrawn._read(content)
        if tag == "risk_index":
            return RiskIndexDrawn._read(content)
        if tag == "activity":
            return ActivityDrawn._read(content)
        return content


class PlottedDict(TypedDict, total=False):
    """``Plotted`` as a mapping: one of the keys, with its content."""

    forecast: ForecastDrawn | ForecastDrawnDict
    heat_map: HeatMapDrawn | HeatMapDrawnDict
    dispatch: DispatchDrawn | DispatchDrawnDict
    forecast_simulation: SimulationDrawn | SimulationDrawnDict
    power_curtailment: CurtailmentDrawn | CurtailmentDrawnDict
    solo_income: SoloIncomeDrawn | SoloIncomeDrawnDict
    option_chain: ChainDrawn | ChainDrawnDict
    passage: PassageDrawn | PassageDrawnDict
    signals: SignalsDrawn | SignalsDrawnDict
    price_forecast: PriceForecastDrawn | PriceForecastDrawnDict
    walk_forward: WalkForwardDrawn | WalkForwardDrawnDict
    reliability: ReliabilityDrawn | ReliabilityDrawnDict
    backtest: BacktestDrawn | BacktestDrawnDict
    treasury_simulation: TreasurySimulationDrawn | TreasurySimulationDrawnDict
    cash_forecast: CashForecastDrawn | CashForecastDrawnDict
    floor: FloorDrawn | FloorDrawnDict
    stress: StressDrawn | StressDrawnDict
    quote: QuoteDrawn | QuoteDrawnDict
    book_loss: LossDrawn | LossDrawnDict
    book_simulation: BookSimulationDrawn | BookSimulationDrawnDict
    aggregate_loss: AggregateDrawn | AggregateDrawnDict
    claim: ClaimDrawn | ClaimDrawnDict
    risk_index: RiskIndexDrawn | RiskIndexDrawnDict
    activity: ActivityDrawn | ActivityDrawnDict


PlottedLike: TypeAlias = "Plotted | PlottedDict"
"""What is taken for a ``Plotted``."""


@operation("report.plot")
def plot(
    *,
    answer: PlottedLike,
) -> Plot:
    """The plot of an answer of another room, as data: of a forecast, heat map, plan, chain, simulation, backtest, quote or loss. Answers
    are given as they came, behind what they are: `{"forecast": ...}`.

    Parameters
    ----------
    answer : Plotted, or its word or mapping
        Answer that is drawn.

    Returns
    -------
    Plot

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.report.plot(answer={"forecast": {"table": {"start_ms": [1780272000000, 1782864000000, 1785542400000], "net_usd": [1250.5, 0, 310.25], "always_on_net_usd": [1250.5, -420.75, 310.25]}}})
    >>> report.unit
    'usd'
    >>> report.source
    'assumed'
    """
    return Plot._read(call("report.plot", {"answer": answer}))


# Below, because the modules of a package name each other's types.
from ._document import Plot
