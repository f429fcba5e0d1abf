"""Operations and types of ``treasury``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import ColumnTable, Document, FrameLike, Variant, call, document, each, instant, listed, operation, records, rows
from .._handles import Job, Progress
from .._outcome import outcome
from .._plots import WithPlot
from .._show import Rows
from ..market import Bars, BarsDict
from ..units import Outcome, RowStatus, TimestampOutcome, uint32Outcome

__all__ = [
    "BacktestReport",
    "BacktestSweepJob",
    "Candidates",
    "CandidatesDict",
    "CandidatesLike",
    "EquityTable",
    "HeldLot",
    "LedgerAnswer",
    "MinedCoins",
    "MinedCoinsDict",
    "MovingAverageCrossings",
    "MovingAverageCrossingsDict",
    "SweepReport",
    "TradeTable",
    "TrialTable",
    "backtest",
    "backtest_sweep",
]


def __dir__() -> list[str]:
    return __all__


@document
class MinedCoins(Document):
    """Coins that were mined.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of receipt, in Unix milliseconds UTC, within the bars. [ms, from 1230940800000 to 253402235999999]
    amount_sat : int
        Coins received, in satoshis. [sat, from 0 to 2100000000000000]
    """

    time_ms: datetime.datetime
    amount_sat: int
    _route = "treasury.backtest:mined.[]"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str,
        amount_sat: int,
    ) -> None:
        self._fill({"time_ms": time_ms, "amount_sat": amount_sat})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "amount_sat": self.amount_sat,
        }


class MinedCoinsDict(TypedDict):
    """``MinedCoins`` as a mapping."""

    time_ms: datetime.datetime | int | str
    amount_sat: int


@document
class EquityTable(ColumnTable):
    """The treasury after each close, in order of time.

    Attributes
    ----------
    time_ms : tuple[int, ...]
        Closes of the bars, in Unix milliseconds UTC.
    price_usd : tuple[float, ...]
        Closing prices of one bitcoin, in USD.
    coins_sat : tuple[int, ...]
        Coins held, in satoshis.
    cash_micro_usd : tuple[int, ...]
        Cash held, in millionths of a dollar; below 0 where payments exceeded it.
    equity_usd : tuple[float, ...]
        Coins at the price, and cash, in USD.
    equity_btc : tuple[float, ...]
        Cash at the price, and coins, in bitcoin.
    mined_sat : tuple[int, ...]
        Coins mined into each close, in satoshis.
    paid_micro_usd : tuple[int, ...]
        Payments made at each close, in millionths of a dollar.
    short_sat : tuple[int, ...]
        Coins held short in futures from each close to the next, in satoshis.
    futures_micro_usd : tuple[int, ...]
        Cash that futures brought at each close after their costs, in millionths of a dollar; below 0 where they cost.
    """

    time_ms: tuple[int, ...]
    price_usd: tuple[float, ...]
    coins_sat: tuple[int, ...]
    cash_micro_usd: tuple[int, ...]
    equity_usd: tuple[float, ...]
    equity_btc: tuple[float, ...]
    mined_sat: tuple[int, ...]
    paid_micro_usd: tuple[int, ...]
    short_sat: tuple[int, ...]
    futures_micro_usd: tuple[int, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = listed(document["time_ms"])
        document["price_usd"] = listed(document["price_usd"])
        document["coins_sat"] = listed(document["coins_sat"])
        document["cash_micro_usd"] = listed(document["cash_micro_usd"])
        document["equity_usd"] = listed(document["equity_usd"])
        document["equity_btc"] = listed(document["equity_btc"])
        document["mined_sat"] = listed(document["mined_sat"])
        document["paid_micro_usd"] = listed(document["paid_micro_usd"])
        document["short_sat"] = listed(document["short_sat"])
        document["futures_micro_usd"] = listed(document["futures_micro_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "price_usd": self.price_usd,
            "coins_sat": self.coins_sat,
            "cash_micro_usd": self.cash_micro_usd,
            "equity_usd": self.equity_usd,
            "equity_btc": self.equity_btc,
            "mined_sat": self.mined_sat,
            "paid_micro_usd": self.paid_micro_usd,
            "short_sat": self.short_sat,
            "futures_micro_usd": self.futures_micro_usd,
        }


@document
class TradeTable(ColumnTable):
    """Trades, in order of time.

    Attributes
    ----------
    time_ms : tuple[int, ...]
        Closes at which they were made, in Unix milliseconds UTC.
    sold_sat : tuple[int, ...]
        Coins sold, in satoshis; below 0: bought.
    price_usd : tuple[float, ...]
        Prices of one bitcoin before costs, in USD.
    cash_micro_usd : tuple[int, ...]
        Cash that each brought after costs, in millionths of a dollar; below 0 for a purchase.
    cost_micro_usd : tuple[int, ...]
        Costs of each against its value at the price, in millionths of a dollar.
    """

    time_ms: tuple[int, ...]
    sold_sat: tuple[int, ...]
    price_usd: tuple[float, ...]
    cash_micro_usd: tuple[int, ...]
    cost_micro_usd: tuple[int, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = listed(document["time_ms"])
        document["sold_sat"] = listed(document["sold_sat"])
        document["price_usd"] = listed(document["price_usd"])
        document["cash_micro_usd"] = listed(document["cash_micro_usd"])
        document["cost_micro_usd"] = listed(document["cost_micro_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "sold_sat": self.sold_sat,
            "price_usd": self.price_usd,
            "cash_micro_usd": self.cash_micro_usd,
            "cost_micro_usd": self.cost_micro_usd,
        }


@document
class HeldLot(Document):
    """Coins of one lot that are held at the end of a run.

    Attributes
    ----------
    acquired_ms : datetime.datetime, optional
        Instant of acquisition, in Unix milliseconds UTC. Absent: an average. [ms, from 1230940800000 to 253402235999999]
    amount_sat : int
        Coins of the lot that are held, in satoshis. [sat, from 0 to 2100000000000000]
    cost_usd : Decimal
        Cost of the coins held, in USD.
    """

    amount_sat: int
    cost_usd: Decimal
    acquired_ms: datetime.datetime | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("acquired_ms") is not None:
            document["acquired_ms"] = instant(document["acquired_ms"])
        document["cost_usd"] = Decimal(document["cost_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "acquired_ms": self.acquired_ms,
            "amount_sat": self.amount_sat,
            "cost_usd": self.cost_usd,
        }


@document
class LedgerAnswer(Document):
    """What the exact ledger says of a run.

    Attributes
    ----------
    events : int
        Number of events that the run amounts to. [from 0]
    coins_sat : int
        Coins at the end, in satoshis. [sat, from 0 to 2100000000000000]
    cash_usd : Decimal
        Cash at the end, in USD.
    cost_usd : Decimal
        Cost of the coins at the end, in USD.
    realised_usd : Decimal
        Gain of all disposals, in USD.
    unrealised_usd : Decimal
        Value of the coins at the last close less their cost, in USD.
    income_usd : Decimal
        Value of the mined coins at receipt, and cash that futures brought where they did, in USD.
    expenses_usd : Decimal
        Payments made, and cash that futures cost where they did, in USD.
    lots : Rows[HeldLot]
        Lots that are held, in the order in which they leave.
    disposals : Rows[Disposal]
        Disposals, a line for each lot that they took.
    """

    events: int
    coins_sat: int
    cash_usd: Decimal
    cost_usd: Decimal
    realised_usd: Decimal
    unrealised_usd: Decimal
    income_usd: Decimal
    expenses_usd: Decimal
    lots: Rows[HeldLot]
    disposals: Rows[Disposal]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["cash_usd"] = Decimal(document["cash_usd"])
        document["cost_usd"] = Decimal(document["cost_usd"])
        document["realised_usd"] = Decimal(document["realised_usd"])
        document["unrealised_usd"] = Decimal(document["unrealised_usd"])
        document["income_usd"] = Decimal(document["income_usd"])
        document["expenses_usd"] = Decimal(document["expenses_usd"])
        document["lots"] = rows(HeldLot._read, document["lots"])
        document["disposals"] = rows(Disposal._read, document["disposals"])

    def _wire(self) -> dict[str, Any]:
        return {
            "events": self.events,
            "coins_sat": self.coins_sat,
            "cash_usd": self.cash_usd,
            "cost_usd": self.cost_usd,
            "realised_usd": self.realised_usd,
            "unrealised_usd": self.unrealised_usd,
            "income_usd": self.income_usd,
            "expenses_usd": self.expenses_usd,
            "lots": self.lots,
            "disposals": self.disposals,
        }


@document
class BacktestReport(WithPlot, Document):
    """Result of `backtest`.

    Attributes
    ----------
    bars : int
        Number of bars. [from 0]
    coins_sat : int
        Coins at the end, in satoshis. [sat, from 0 to 2100000000000000]
    cash_usd : Decimal
        Cash at the end, in USD.
    mined_sat : int
        Coins mined, in satoshis. [sat, from 0 to 2100000000000000]
    paid_usd : Decimal
        Payments made, in USD.
    unpaid_usd : Decimal
        Payments after the last bar, in USD.
    traded_usd : Decimal
        Cash after costs of all sales less that of all purchases, in USD.
    costs_usd : Decimal
        Costs of all trades, in USD.
    futures_usd : Decimal
        Cash that futures brought after their costs, in USD; below 0 where they cost.
    trades : int
        Number of trades. [from 0]
    shortfall_usd : Decimal
        Greatest overdraft of cash, in USD: 0 where every payment was met.
    first_shortfall_ms : TimestampOutcome
        First close at which a payment was not met, in Unix milliseconds UTC. `never` where each was.
    performance_usd : PerformanceReportOutcome
        Performance in USD: mined coins and payments are flows, not returns. Undefined where nothing is left, or a payment was not met: an overdraft that nobody lent would count as leverage.
    performance_btc : PerformanceReportOutcome
        Performance in bitcoin: of the same treasury, counted in coins at the closing price.
    equity : EquityTable
        Treasury at each close.
    trade_table : TradeTable
        Trades, in order of time.
    drawdowns : Rows[DrawdownTableRow]
        The ten deepest drawdowns of the flow-adjusted wealth in USD.
    ledger : LedgerAnswer
        Lots, disposals and gains, by the exact ledger.
    """

    bars: int
    coins_sat: int
    cash_usd: Decimal
    mined_sat: int
    paid_usd: Decimal
    unpaid_usd: Decimal
    traded_usd: Decimal
    costs_usd: Decimal
    futures_usd: Decimal
    trades: int
    shortfall_usd: Decimal
    first_shortfall_ms: TimestampOutcome
    performance_usd: PerformanceReportOutcome
    performance_btc: PerformanceReportOutcome
    equity: EquityTable
    trade_table: TradeTable
    drawdowns: Rows[DrawdownTableRow]
    ledger: LedgerAnswer
    _plotted = "backtest"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["cash_usd"] = Decimal(document["cash_usd"])
        document["paid_usd"] = Decimal(document["paid_usd"])
        document["unpaid_usd"] = Decimal(document["unpaid_usd"])
        document["traded_usd"] = Decimal(document["traded_usd"])
        document["costs_usd"] = Decimal(document["costs_usd"])
        document["futures_usd"] = Decimal(document["futures_usd"])
        document["shortfall_usd"] = Decimal(document["shortfall_usd"])
        document["first_shortfall_ms"] = outcome(document["first_shortfall_ms"], instant)
        document["performance_usd"] = outcome(document["performance_usd"], PerformanceReport._read)
        document["performance_btc"] = outcome(document["performance_btc"], PerformanceReport._read)
        document["equity"] = EquityTable._read(document["equity"])
        document["trade_table"] = TradeTable._read(document["trade_table"])
        document["drawdowns"] = rows(DrawdownTableRow._read, document["drawdowns"])
        document["ledger"] = LedgerAnswer._read(document["ledger"])

    def _wire(self) -> dict[str, Any]:
        return {
            "bars": self.bars,
            "coins_sat": self.coins_sat,
            "cash_usd": self.cash_usd,
            "mined_sat": self.mined_sat,
            "paid_usd": self.paid_usd,
            "unpaid_usd": self.unpaid_usd,
            "traded_usd": self.traded_usd,
            "costs_usd": self.costs_usd,
            "futures_usd": self.futures_usd,
            "trades": self.trades,
            "shortfall_usd": self.shortfall_usd,
            "first_shortfall_ms": self.first_shortfall_ms,
            "performance_usd": self.performance_usd,
            "performance_btc": self.performance_btc,
            "equity": self.equity,
            "trade_table": self.trade_table,
            "drawdowns": self.drawdowns,
            "ledger": self.ledger,
        }


@document
class MovingAverageCrossings(Document):
    """Every pair of moving averages of the closing price whose windows lie between two lengths, the short one of each pair first: (2, 3),
    (2, 4), ..., (3, 4), ... Where the short average crosses above the long one, all cash buys coins; where it crosses below, all coins are
    sold. Both averages are means of so many closes.

    Attributes
    ----------
    shortest : int
        Length of the shortest window, in bars. [from 1 to 100000]
    longest : int
        Length of the longest window, in bars, above the shortest. [from 2 to 100000]
    """

    shortest: int
    longest: int
    _route = "treasury.backtest_sweep:candidates.crossings"

    def __init__(
        self,
        shortest: int,
        longest: int,
    ) -> None:
        self._fill({"shortest": shortest, "longest": longest})

    def _wire(self) -> dict[str, Any]:
        return {
            "shortest": self.shortest,
            "longest": self.longest,
        }


class MovingAverageCrossingsDict(TypedDict):
    """``MovingAverageCrossings`` as a mapping."""

    shortest: int
    longest: int


@document
class Candidates(Variant):
    """What a sweep tries, each a trial.

    Cases
    -----
    policies
        Policies, in this order.
    crossings
        Crossings of two moving averages.
    orders
        Orders that somebody else has made: of each trial a number for each bar, satoshis to sell at its close, below 0 to buy. A trial whose coins or cash do not suffice for an order is refused, and filled no further.
    """

    tag: Literal["policies", "crossings", "orders"]
    content: tuple[Policy, ...] | MovingAverageCrossings | tuple[tuple[int, ...], ...] | None = None
    _route = "treasury.backtest_sweep:candidates"

    @classmethod
    def policies(cls, content: Sequence[PolicyLike]) -> Self:
        """Policies, in this order."""
        return cls._made("policies", content)

    @classmethod
    def crossings(cls, content: MovingAverageCrossings | MovingAverageCrossingsDict) -> Self:
        """Crossings of two moving averages."""
        return cls._made("crossings", content)

    @classmethod
    def orders(cls, content: Sequence[ArrayLike]) -> Self:
        """Orders that somebody else has made: of each trial a number for each bar, satoshis to sell at its close, below 0 to buy. A trial whose coins or cash do not suffice for an order is refused, and filled no further."""
        return cls._made("orders", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "policies":
            return each(Policy._read, content)
        if tag == "crossings":
            return MovingAverageCrossings._read(content)
        if tag == "orders":
            return each(lambda items: listed(items), content)
        return content


class CandidatesDict(TypedDict, total=False):
    """``Candidates`` as a mapping: one of the keys, with its content."""

    policies: Sequence[PolicyLike]
    crossings: MovingAverageCrossings | MovingAverageCrossingsDict
    orders: Sequence[ArrayLike]


CandidatesLike: TypeAlias = "Candidates | CandidatesDict"
"""What is taken for a ``Candidates``."""


@document
class TrialTable(ColumnTable):
    """One row for each trial, in the order of the candidates. Measures are of the flow-adjusted returns in USD.

    Attributes
    ----------
    status : tuple[RowStatus, ...]
        Whether each trial ran to the last bar: `undefined` where nothing was left at a close or a payment was not met, `refused` where an order could not be filled.
    total_return : tuple[Outcome, ...]
        Returns over all bars, as fractions.
    sharpe : tuple[Outcome, ...]
        Sharpe ratios per year.
    max_drawdown : tuple[Outcome, ...]
        Least drawdowns, 0 or negative fractions.
    coins_sat : tuple[int, ...]
        Coins at the end, in satoshis.
    cash_micro_usd : tuple[int, ...]
        Cash at the end, in millionths of a dollar.
    trades : tuple[int, ...]
        Numbers of trades.
    shortfall_micro_usd : tuple[int, ...]
        Greatest overdrafts of cash, in millionths of a dollar: 0 where every payment was met.
    """

    status: tuple[RowStatus, ...]
    total_return: tuple[Outcome, ...]
    sharpe: tuple[Outcome, ...]
    max_drawdown: tuple[Outcome, ...]
    coins_sat: tuple[int, ...]
    cash_micro_usd: tuple[int, ...]
    trades: tuple[int, ...]
    shortfall_micro_usd: tuple[int, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["status"] = listed(document["status"])
        document["total_return"] = each(outcome, document["total_return"])
        document["sharpe"] = each(outcome, document["sharpe"])
        document["max_drawdown"] = each(outcome, document["max_drawdown"])
        document["coins_sat"] = listed(document["coins_sat"])
        document["cash_micro_usd"] = listed(document["cash_micro_usd"])
        document["trades"] = listed(document["trades"])
        document["shortfall_micro_usd"] = listed(document["shortfall_micro_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "status": self.status,
            "total_return": self.total_return,
            "sharpe": self.sharpe,
            "max_drawdown": self.max_drawdown,
            "coins_sat": self.coins_sat,
            "cash_micro_usd": self.cash_micro_usd,
            "trades": self.trades,
            "shortfall_micro_usd": self.shortfall_micro_usd,
        }


@document
class SweepReport(Document):
    """Result of `BacktestSweep`.

    Attributes
    ----------
    trials : int
        Number of trials. [from 0]
    returns : int
        Number of returns of each. [from 0]
    table : TrialTable
        Trials.
    best : uint32Outcome
        Place of the trial with the greatest Sharpe ratio, counted from 0; the first of equal ones.
    mean_correlation : Outcome
        Mean correlation between the returns of the trials that have a Sharpe ratio.
    sharpe_variance : Outcome
        Variance of their Sharpe ratios per year.
    significance : SharpeSignificanceOutcome
        Whether the best ratio is luck; undefined with the reason where no trial has one.
    probability_of_overfitting : Outcome, optional
        Part of the splits of time in which the best of one half is at or below the median in the other. Absent: it was not asked for.
    """

    trials: int
    returns: int
    table: TrialTable
    best: uint32Outcome
    mean_correlation: Outcome
    sharpe_variance: Outcome
    significance: SharpeSignificanceOutcome
    probability_of_overfitting: Outcome | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["table"] = TrialTable._read(document["table"])
        document["best"] = outcome(document["best"])
        document["mean_correlation"] = outcome(document["mean_correlation"])
        document["sharpe_variance"] = outcome(document["sharpe_variance"])
        document["significance"] = outcome(document["significance"], SharpeSignificance._read)
        if document.get("probability_of_overfitting") is not None:
            document["probability_of_overfitting"] = outcome(document["probability_of_overfitting"])

    def _wire(self) -> dict[str, Any]:
        return {
            "trials": self.trials,
            "returns": self.returns,
            "table": self.table,
            "best": self.best,
            "mean_correlation": self.mean_correlation,
            "sharpe_variance": self.sharpe_variance,
            "significance": self.significance,
            "probability_of_overfitting": self.probability_of_overfitting,
        }


@operation("treasury.backtest")
def backtest(
    *,
    bars: Bars | BarsDict,
    coins_sat: int,
    cash_usd: Decimal | str,
    costs: Costs | CostsDict,
    cost_usd: Decimal | str | None = None,
    mined: Sequence[MinedCoins | MinedCoinsDict] | FrameLike | None = None,
    expenses: Sequence[Payment | PaymentDict] | FrameLike | None = None,
    signals: Sequence[Signals | SignalsDict] | FrameLike | None = None,
    policy: PolicyLike,
    method: Method | None = None,
) -> BacktestReport:
    """How a policy would have gone over bars that are past: equity, trades, lots, drawdowns, and performance in USD and in bitcoin without the
    coins mined and the payments made. Nothing looks ahead, and a gap in the bars is an error.

    Parameters
    ----------
    bars : Bars, or a mapping of its fields
        Bars in USD without a gap, 3 or more, all of them closed.
    coins_sat : int
        Coins held at the start, in satoshis. [sat, from 0 to 2100000000000000]
    cash_usd : Decimal | str
        Cash held at the start, in USD, 0 or more.
    costs : Costs, or a mapping of its fields
        Costs of a trade.
    cost_usd : Decimal | str, optional
        Cost of the coins held at the start, in USD, all together. Absent: rules that compare with it do nothing, and lots start at the first close.
    mined : Sequence[MinedCoins | MinedCoinsDict], or a DataFrame of their fields, optional
        Coins mined while the backtest runs, in order of time: each arrives at the close of the bar that holds its instant. [[] where absent]
    expenses : Sequence[Payment | PaymentDict], or a DataFrame of their fields, optional
        Payments in order of time, each made at the close of the bar that holds its instant; the policy sees those to come. Those after the last bar stay unpaid. [[] where absent]
    signals : Sequence[Signals | SignalsDict], or a DataFrame of their fields, optional
        Signals at the close of each bar, one for each. Absent: no signal is known. A policy that hedges needs the basis of every close at which it does.
    policy : Policy, or its word or mapping
        Policy that decides at each close.
    method : Method, optional
        Method by which the ledger says which coins a sale takes. Cash and coins are the same under each. ["fifo" where absent]

    Returns
    -------
    BacktestReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.backtest(bars={"source": "binance", "instrument": "BTCUSDT", "quote_currency": "USD", "interval_ms": 86400000, "open_time_ms": [1714521600000, 1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000, 1716681600000, 1716768000000, 1716854400000, 1716940800000, 1717027200000, 1717113600000, 1717200000000, 1717286400000, 1717372800000, 1717459200000, 1717545600000, 1717632000000, 1717718400000, 1717804800000, 1717891200000], "open": [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508, 69436, 68398, 67652, 68352, 67540, 67767, 67766, 68810, 70538, 71108, 70799, 69356, 69310], "high": [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250, 69610, 69562, 70688, 69592, 68936, 69500, 69044, 67900, 68460, 70288, 71063, 71758, 71700, 71997, 69582, 69857], "low": [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600, 68500, 68128, 68250, 67278, 67125, 67128, 66670, 67428, 67257, 67612, 68567, 70384, 70118, 68420, 69168, 69130], "close": [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508, 69436, 68398, 67652, 68352, 67540, 67767, 67766, 68810, 70538, 71108, 70799, 69356, 69310, 69648], "volume_base": [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096, 12130, 11872, 23137, 32623, 23160, 28478, 26690, 8838, 15426, 29633, 29620, 28703, 21842, 35598, 9774, 9891]}, coins_sat=1250000000, cash_usd="150000", costs={"fee": 0.001, "slippage": 0.0005, "slippage_per_btc": 0.00001, "fixed_usd": "1"}, cost_usd="500000", mined=[{"time_ms": 1714564800000, "amount_sat": 4000000}, {"time_ms": 1714910400000, "amount_sat": 4040000}, {"time_ms": 1715256000000, "amount_sat": 4010000}, {"time_ms": 1715601600000, "amount_sat": 4050000}, {"time_ms": 1715947200000, "amount_sat": 4020000}, {"time_ms": 1716292800000, "amount_sat": 4060000}, {"time_ms": 1716638400000, "amount_sat": 4030000}, {"time_ms": 1716984000000, "amount_sat": 4000000}, {"time_ms": 1717329600000, "amount_sat": 4040000}, {"time_ms": 1717675200000, "amount_sat": 4010000}], expenses=[{"due_ms": 1715428800000, "amount_usd": "60000"}, {"due_ms": 1716292800000, "amount_usd": "60000"}, {"due_ms": 1717156800000, "amount_usd": "60000"}, {"due_ms": 1717934400000, "amount_usd": "60000"}], policy={"dca": {"side": "sell", "sum_usd": "60000", "every_days": 10}}, method="hifo")
    >>> report.bars
    40
    >>> report.coins_sat
    913872730
    """
    return BacktestReport._read(call("treasury.backtest", {"bars": bars, "coins_sat": coins_sat, "cash_usd": cash_usd, "costs": costs, "cost_usd": cost_usd, "mined": records(mined), "expenses": records(expenses), "signals": records(signals), "policy": policy, "method": method}))


class BacktestSweepJob(Job):
    """``backtest_sweep`` in blocks: save, resume, split over machines with ``blocks=(start, end)``, merge."""

    _path: ClassVar[str] = "treasury.backtest_sweep"
    _report: ClassVar[type[Any]] = SweepReport

    @operation("treasury.backtest_sweep")
    def __init__(
        self,
        *,
        bars: Bars | BarsDict,
        coins_sat: int,
        cash_usd: Decimal | str,
        costs: Costs | CostsDict,
        cost_usd: Decimal | str | None = None,
        mined: Sequence[MinedCoins | MinedCoinsDict] | FrameLike | None = None,
        expenses: Sequence[Payment | PaymentDict] | FrameLike | None = None,
        signals: Sequence[Signals | SignalsDict] | FrameLike | None = None,
        candidates: CandidatesLike,
        parts: int | None = None,
        confidence: float | None = None,
        blocks: tuple[int, int] | None = None,
    ) -> None:
        super().__init__({"bars": bars, "coins_sat": coins_sat, "cash_usd": cash_usd, "costs": costs, "cost_usd": cost_usd, "mined": records(mined), "expenses": records(expenses), "signals": records(signals), "candidates": candidates, "parts": parts, "confidence": confidence}, blocks)

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        bars: Bars | BarsDict,
        coins_sat: int,
        cash_usd: Decimal | str,
        costs: Costs | CostsDict,
        cost_usd: Decimal | str | None = None,
        mined: Sequence[MinedCoins | MinedCoinsDict] | FrameLike | None = None,
        expenses: Sequence[Payment | PaymentDict] | FrameLike | None = None,
        signals: Sequence[Signals | SignalsDict] | FrameLike | None = None,
        candidates: CandidatesLike,
        parts: int | None = None,
        confidence: float | None = None,
    ) -> Self:
        """The job that ``save`` wrote, opened with the same parameters."""
        return cls._again({"bars": bars, "coins_sat": coins_sat, "cash_usd": cash_usd, "costs": costs, "cost_usd": cost_usd, "mined": records(mined), "expenses": records(expenses), "signals": records(signals), "candidates": candidates, "parts": parts, "confidence": confidence}, state)

    def report(self) -> SweepReport:
        """The result, once every block of the whole job is done."""
        result: SweepReport = self._result()
        return result


@operation("treasury.backtest_sweep")
def backtest_sweep(
    *,
    bars: Bars | BarsDict,
    coins_sat: int,
    cash_usd: Decimal | str,
    costs: Costs | CostsDict,
    cost_usd: Decimal | str | None = None,
    mined: Sequence[MinedCoins | MinedCoinsDict] | FrameLike | None = None,
    expenses: Sequence[Payment | PaymentDict] | FrameLike | None = None,
    signals: Sequence[Signals | SignalsDict] | FrameLike | None = None,
    candidates: CandidatesLike,
    parts: int | None = None,
    confidence: float | None = None,
    progress: Progress = False,
) -> SweepReport:
    """Many policies, or crossings of moving averages, over the same bars, and whether the best of them is luck.

    Parameters
    ----------
    bars : Bars, or a mapping of its fields
        Bars in USD without a gap, 3 or more, all of them closed.
    coins_sat : int
        Coins held at the start, in satoshis. [sat, from 0 to 2100000000000000]
    cash_usd : Decimal | str
        Cash held at the start, in USD, 0 or more.
    costs : Costs, or a mapping of its fields
        Costs of a trade.
    cost_usd : Decimal | str, optional
        Cost of the coins held at the start, in USD, all together. Absent: rules that compare with it do nothing, and lots start at the first close.
    mined : Sequence[MinedCoins | MinedCoinsDict], or a DataFrame of their fields, optional
        Coins mined while the backtest runs, in order of time: each arrives at the close of the bar that holds its instant. [[] where absent]
    expenses : Sequence[Payment | PaymentDict], or a DataFrame of their fields, optional
        Payments in order of time, each made at the close of the bar that holds its instant; the policy sees those to come. Those after the last bar stay unpaid. [[] where absent]
    signals : Sequence[Signals | SignalsDict], or a DataFrame of their fields, optional
        Signals at the close of each bar, one for each. Absent: no signal is known. A policy that hedges needs the basis of every close at which it does.
    candidates : Candidates, or its word or mapping
        Configurations that are tried.
    parts : int, optional
        Number of parts of time for the probability of overfitting, an even number from 2 to 16. Absent: it is not asked for. [from 0]
    confidence : float, optional
        Confidence of the least track record, 0.5 to below 1. [from 0.0 to 1.0; 0.95 where absent]
    progress : bool or callable, optional
        True shows a bar (tqdm where installed); a callable gets (blocks done, blocks in all).

    Returns
    -------
    SweepReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.backtest_sweep(bars={"source": "binance", "instrument": "BTCUSDT", "quote_currency": "USD", "interval_ms": 86400000, "open_time_ms": [1714521600000, 1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000, 1716681600000, 1716768000000, 1716854400000, 1716940800000, 1717027200000, 1717113600000, 1717200000000, 1717286400000, 1717372800000, 1717459200000, 1717545600000, 1717632000000, 1717718400000, 1717804800000, 1717891200000], "open": [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508, 69436, 68398, 67652, 68352, 67540, 67767, 67766, 68810, 70538, 71108, 70799, 69356, 69310], "high": [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250, 69610, 69562, 70688, 69592, 68936, 69500, 69044, 67900, 68460, 70288, 71063, 71758, 71700, 71997, 69582, 69857], "low": [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600, 68500, 68128, 68250, 67278, 67125, 67128, 66670, 67428, 67257, 67612, 68567, 70384, 70118, 68420, 69168, 69130], "close": [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508, 69436, 68398, 67652, 68352, 67540, 67767, 67766, 68810, 70538, 71108, 70799, 69356, 69310, 69648], "volume_base": [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096, 12130, 11872, 23137, 32623, 23160, 28478, 26690, 8838, 15426, 29633, 29620, 28703, 21842, 35598, 9774, 9891]}, coins_sat=0, cash_usd="100000", costs={"fee": 0.001, "slippage": 0.0005}, candidates={"crossings": {"shortest": 2, "longest": 6}}, parts=4, confidence=0.95)
    >>> report.trials
    10
    >>> report.returns
    39
    """
    return BacktestSweepJob(bars=bars, coins_sat=coins_sat, cash_usd=cash_usd, costs=costs, cost_usd=cost_usd, mined=mined, expenses=expenses, signals=signals, candidates=candidates, parts=parts, confidence=confidence).run(progress).report()


# Below, because the modules of a package name each other's types.
from ._coverage import Costs, CostsDict, Payment, PaymentDict
from ._ledger import Disposal, Method
from ._metrics import DrawdownTableRow, PerformanceReport, PerformanceReportOutcome, SharpeSignificance, SharpeSignificanceOutcome
from ._policy import Policy, PolicyLike, Signals, SignalsDict
