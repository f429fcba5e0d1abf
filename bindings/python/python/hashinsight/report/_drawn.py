"""Operations and types of ``report``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, Variant, call, document, each, instant, listed, operation, rows
from .._show import Rows
from ..signals import Action

__all__ = [
    "BacktestDrawn",
    "BacktestDrawnDict",
    "ChainDrawn",
    "ChainDrawnDict",
    "DecisionDrawn",
    "DecisionDrawnDict",
    "DispatchDrawn",
    "DispatchDrawnDict",
    "EquityDrawn",
    "EquityDrawnDict",
    "ExpiryDrawn",
    "ExpiryDrawnDict",
    "ForecastDrawn",
    "ForecastDrawnDict",
    "ForecastTableDrawn",
    "ForecastTableDrawnDict",
    "HeatMapDrawn",
    "HeatMapDrawnDict",
    "LossDrawn",
    "LossDrawnDict",
    "PassageDrawn",
    "PassageDrawnDict",
    "Plotted",
    "PlottedDict",
    "PlottedLike",
    "PremiumDrawn",
    "PremiumDrawnDict",
    "QuoteDrawn",
    "QuoteDrawnDict",
    "SignalsDrawn",
    "SignalsDrawnDict",
    "SimulationDrawn",
    "SimulationDrawnDict",
    "TreasurySimulationDrawn",
    "TreasurySimulationDrawnDict",
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
    option_chain
        Answer of `derivatives.option_chain`: smiles of all expiries.
    passage
        Answer of `derivatives.simulate_passage`: probability of a touch by date.
    signals
        Answer of `signals.evaluate`: sell score of each bar.
    backtest
        Answer of `treasury.backtest`: coins and cash at each close.
    treasury_simulation
        Answer of `treasury.treasury_simulation`: equity by quantile.
    quote
        Answer of `insurance.quote`: from the pure to the gross premium.
    book_loss
        Answer of `insurance.book_loss`: probability that a loss is exceeded.
    """

    tag: Literal["forecast", "heat_map", "dispatch", "forecast_simulation", "option_chain", "passage", "signals", "backtest", "treasury_simulation", "quote", "book_loss"]
    content: ForecastDrawn | HeatMapDrawn | DispatchDrawn | SimulationDrawn | ChainDrawn | PassageDrawn | SignalsDrawn | BacktestDrawn | TreasurySimulationDrawn | QuoteDrawn | LossDrawn | None = None
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
    def backtest(cls, content: BacktestDrawn | BacktestDrawnDict) -> Self:
        """Answer of `treasury.backtest`: coins and cash at each close."""
        return cls._made("backtest", content)

    @classmethod
    def treasury_simulation(cls, content: TreasurySimulationDrawn | TreasurySimulationDrawnDict) -> Self:
        """Answer of `treasury.treasury_simulation`: equity by quantile."""
        return cls._made("treasury_simulation", content)

    @classmethod
    def quote(cls, content: QuoteDrawn | QuoteDrawnDict) -> Self:
        """Answer of `insurance.quote`: from the pure to the gross premium."""
        return cls._made("quote", content)

    @classmethod
    def book_loss(cls, content: LossDrawn | LossDrawnDict) -> Self:
        """Answer of `insurance.book_loss`: probability that a loss is exceeded."""
        return cls._made("book_loss", content)

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
        if tag == "option_chain":
            return ChainDrawn._read(content)
        if tag == "passage":
            return PassageDrawn._read(content)
        if tag == "signals":
            return SignalsDrawn._read(content)
        if tag == "backtest":
            return BacktestDrawn._read(content)
        if tag == "treasury_simulation":
            return TreasurySimulationDrawn._read(content)
        if tag == "quote":
            return QuoteDrawn._read(content)
        if tag == "book_loss":
            return LossDrawn._read(content)
        return content


class PlottedDict(TypedDict, total=False):
    """``Plotted`` as a mapping: one of the keys, with its content."""

    forecast: ForecastDrawn | ForecastDrawnDict
    heat_map: HeatMapDrawn | HeatMapDrawnDict
    dispatch: DispatchDrawn | DispatchDrawnDict
    forecast_simulation: SimulationDrawn | SimulationDrawnDict
    option_chain: ChainDrawn | ChainDrawnDict
    passage: PassageDrawn | PassageDrawnDict
    signals: SignalsDrawn | SignalsDrawnDict
    backtest: BacktestDrawn | BacktestDrawnDict
    treasury_simulation: TreasurySimulationDrawn | TreasurySimulationDrawnDict
    quote: QuoteDrawn | QuoteDrawnDict
    book_loss: LossDrawn | LossDrawnDict


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
