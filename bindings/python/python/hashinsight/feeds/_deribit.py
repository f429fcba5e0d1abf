"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any, Literal, Self, TypeAlias

from .._documents import Document, Variant, call, day, filled, instant
from ..market import FundingHistory, MarkPoint, OpenInterest, OptionChain, OptionKind, OptionQuote, OrderBook, Quote, Series

__all__ = [
    "BookSummaries",
    "DeribitAsk",
    "DeribitBookSummary",
    "DeribitCandles",
    "DeribitContractKind",
    "DeribitData",
    "DeribitFundingHistory",
    "DeribitFundingValue",
    "DeribitIndexPrice",
    "DeribitInstruments",
    "DeribitOptionTicker",
    "DeribitOrderBook",
    "DeribitPerpetualTicker",
    "DeribitVolatilityIndex",
    "FundingAndIndex",
    "FundingSum",
    "FutureSummary",
    "Listing",
    "Listings",
    "VolatilityBars",
]


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitOptionTicker(Document):
    """`ticker` of an option.

    Attributes
    ----------
    instrument : str
        Name of the option, like `BTC-26JUN26-100000-C`.
    """

    instrument: str

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitPerpetualTicker(Document):
    """`ticker` of a perpetual contract.

    Attributes
    ----------
    instrument : str
        Name of the contract, like `BTC-PERPETUAL`.
    """

    instrument: str

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
        }


DeribitContractKind: TypeAlias = Literal["option", "future"]
"""Kind of a contract.

Cases
-----
option
    Options.
future
    Futures, the perpetual ones among them.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitBookSummary(Document):
    """`get_book_summary_by_currency`: all options or all futures on a coin.

    Attributes
    ----------
    currency : str
        Coin of the contracts, like `BTC`.
    kind : DeribitContractKind, optional
        Kind of the contracts. Absent: options and futures.
    """

    currency: str
    kind: DeribitContractKind | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "kind": self.kind,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitOrderBook(Document):
    """`get_order_book`: levels of a book. Sizes are coins; those of inverse futures, received in US dollars, are divided
    by their price. Options are quoted in the coin.

    Attributes
    ----------
    instrument : str
        Name of the contract, like `BTC-PERPETUAL`.
    depth : int
        Number of levels of each side. [from 0]
    """

    instrument: str
    depth: int

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "depth": self.depth,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitInstruments(Document):
    """`get_instruments`: contracts that are listed.

    Attributes
    ----------
    currency : str
        Coin of the contracts, like `BTC`.
    kind : DeribitContractKind, optional
        Kind of the contracts. Absent: options and futures.
    """

    currency: str
    kind: DeribitContractKind | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "kind": self.kind,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitFundingValue(Document):
    """`get_funding_rate_value`: funding between two instants.

    Attributes
    ----------
    instrument : str
        Name of the contract, like `BTC-PERPETUAL`.
    start_ms : datetime.datetime
        First instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime
        Last instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    """

    instrument: str
    start_ms: datetime.datetime
    end_ms: datetime.datetime

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["start_ms"] = instant(document["start_ms"])
        document["end_ms"] = instant(document["end_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitFundingHistory(Document):
    """`get_funding_rate_history`: funding hour by hour; the start is exclusive.

    Attributes
    ----------
    instrument : str
        Name of the contract, like `BTC-PERPETUAL`.
    start_ms : datetime.datetime
        Instant after which the rows begin, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime
        Last instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    """

    instrument: str
    start_ms: datetime.datetime
    end_ms: datetime.datetime

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["start_ms"] = instant(document["start_ms"])
        document["end_ms"] = instant(document["end_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitVolatilityIndex(Document):
    """`get_volatility_index_data`: the volatility index.

    Attributes
    ----------
    currency : str
        Coin of the contracts, like `BTC`.
    start_ms : datetime.datetime
        First instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime
        Last instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    interval_ms : int
        Interval of one row, in milliseconds: a second, a minute, an hour, 12 hours, a day. [ms, from 1 to 31622400000]
    """

    currency: str
    start_ms: datetime.datetime
    end_ms: datetime.datetime
    interval_ms: int

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["start_ms"] = instant(document["start_ms"])
        document["end_ms"] = instant(document["end_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
            "interval_ms": self.interval_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitCandles(Document):
    """`get_tradingview_chart_data`: candles.

    Attributes
    ----------
    instrument : str
        Name of the contract, like `BTC-PERPETUAL`.
    start_ms : datetime.datetime
        First instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime
        Last instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    interval_ms : int
        Interval of one candle, in milliseconds: 1, 3, 5, 10, 15, 30 minutes, 1, 2, 3, 6, 12 hours, a day. [ms, from 1 to 31622400000]
    """

    instrument: str
    start_ms: datetime.datetime
    end_ms: datetime.datetime
    interval_ms: int

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["start_ms"] = instant(document["start_ms"])
        document["end_ms"] = instant(document["end_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
            "interval_ms": self.interval_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitIndexPrice(Document):
    """`get_index_price`: the index under everything.

    Attributes
    ----------
    index : str
        Name of the index, like `btc_usd`.
    """

    index: str

    def _wire(self) -> dict[str, Any]:
        return {
            "index": self.index,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitAsk(Variant):
    """Cases
    -----
    option_ticker
        An option.
    perpetual_ticker
        A perpetual contract.
    book_summary
        All options or all futures on a coin.
    order_book
        Levels of a book.
    instruments
        Contracts that are listed.
    funding_value
        Funding between two instants.
    funding_history
        Funding hour by hour.
    volatility_index
        The volatility index.
    candles
        Candles.
    index_price
        The index under everything.
    """

    tag: Literal["option_ticker", "perpetual_ticker", "book_summary", "order_book", "instruments", "funding_value", "funding_history", "volatility_index", "candles", "index_price"]
    content: DeribitOptionTicker | DeribitPerpetualTicker | DeribitBookSummary | DeribitOrderBook | DeribitInstruments | DeribitFundingValue | DeribitFundingHistory | DeribitVolatilityIndex | DeribitCandles | DeribitIndexPrice | None = None

    @classmethod
    def option_ticker(cls, content: DeribitOptionTicker | Mapping[str, Any]) -> Self:
        """An option."""
        return filled(cls, {"tag": "option_ticker", "content": content})

    @classmethod
    def perpetual_ticker(cls, content: DeribitPerpetualTicker | Mapping[str, Any]) -> Self:
        """A perpetual contract."""
        return filled(cls, {"tag": "perpetual_ticker", "content": content})

    @classmethod
    def book_summary(cls, content: DeribitBookSummary | Mapping[str, Any]) -> Self:
        """All options or all futures on a coin."""
        return filled(cls, {"tag": "book_summary", "content": content})

    @classmethod
    def order_book(cls, content: DeribitOrderBook | Mapping[str, Any]) -> Self:
        """Levels of a book."""
        return filled(cls, {"tag": "order_book", "content": content})

    @classmethod
    def instruments(cls, content: DeribitInstruments | Mapping[str, Any]) -> Self:
        """Contracts that are listed."""
        return filled(cls, {"tag": "instruments", "content": content})

    @classmethod
    def funding_value(cls, content: DeribitFundingValue | Mapping[str, Any]) -> Self:
        """Funding between two instants."""
        return filled(cls, {"tag": "funding_value", "content": content})

    @classmethod
    def funding_history(cls, content: DeribitFundingHistory | Mapping[str, Any]) -> Self:
        """Funding hour by hour."""
        return filled(cls, {"tag": "funding_history", "content": content})

    @classmethod
    def volatility_index(cls, content: DeribitVolatilityIndex | Mapping[str, Any]) -> Self:
        """The volatility index."""
        return filled(cls, {"tag": "volatility_index", "content": content})

    @classmethod
    def candles(cls, content: DeribitCandles | Mapping[str, Any]) -> Self:
        """Candles."""
        return filled(cls, {"tag": "candles", "content": content})

    @classmethod
    def index_price(cls, content: DeribitIndexPrice | Mapping[str, Any]) -> Self:
        """The index under everything."""
        return filled(cls, {"tag": "index_price", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "option_ticker":
            return DeribitOptionTicker._read(content)
        if tag == "perpetual_ticker":
            return DeribitPerpetualTicker._read(content)
        if tag == "book_summary":
            return DeribitBookSummary._read(content)
        if tag == "order_book":
            return DeribitOrderBook._read(content)
        if tag == "instruments":
            return DeribitInstruments._read(content)
        if tag == "funding_value":
            return DeribitFundingValue._read(content)
        if tag == "funding_history":
            return DeribitFundingHistory._read(content)
        if tag == "volatility_index":
            return DeribitVolatilityIndex._read(content)
        if tag == "candles":
            return DeribitCandles._read(content)
        if tag == "index_price":
            return DeribitIndexPrice._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class FutureSummary(Document):
    """A future at one instant.

    Attributes
    ----------
    quote : Quote, optional
        Bid, ask and last price. Absent where nobody bids, asks or has traded.
    mark : MarkPoint
        Mark price, and index price where it is said.
    open_interest : OpenInterest
        Open interest: in US dollars for inverse contracts, in coins for linear ones.
    funding_8h : float, optional
        Funding rate of the last 8 hours as a fraction of the notional; perpetual contracts only.
    current_funding : float, optional
        Current funding rate as a fraction of the notional per 8 hours; perpetual contracts only.
    """

    mark: MarkPoint
    open_interest: OpenInterest
    quote: Quote | None = None
    funding_8h: float | None = None
    current_funding: float | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "quote" in document:
            document["quote"] = Quote._read(document["quote"])
        document["mark"] = MarkPoint._read(document["mark"])
        document["open_interest"] = OpenInterest._read(document["open_interest"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "quote": self.quote,
            "mark": self.mark,
            "open_interest": self.open_interest,
            "funding_8h": self.funding_8h,
            "current_funding": self.current_funding,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class BookSummaries(Document):
    """All contracts of a summary.

    Attributes
    ----------
    option_chains : list[OptionChain]
        Options that have not expired, a chain per pair of currencies (inverse and linear options are never in one).
    futures : list[FutureSummary]
        Futures, in the order received.
    """

    option_chains: list[OptionChain]
    futures: list[FutureSummary]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["option_chains"] = [OptionChain._read(item) for item in document["option_chains"]]
        document["futures"] = [FutureSummary._read(item) for item in document["futures"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "option_chains": self.option_chains,
            "futures": self.futures,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Listing(Document):
    """A contract that is listed.

    Attributes
    ----------
    instrument : str
        Name of the contract.
    is_active : bool
        Whether the contract can be traded.
    expiry_ms : datetime.datetime, optional
        Expiry of the contract, in Unix milliseconds. Absent for perpetual contracts. [ms, from 1230940800000 to 253402235999999]
    strike : float, optional
        Strike of an option, in the quote currency.
    option_kind : OptionKind, optional
        Kind of an option: call or put.
    contract_size : float
        Size of the contract: in US dollars for inverse futures, else in coins.
    tick_size : float
        Smallest step of the price, in the currency of the price.
    """

    instrument: str
    is_active: bool
    contract_size: float
    tick_size: float
    expiry_ms: datetime.datetime | None = None
    strike: float | None = None
    option_kind: OptionKind | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "expiry_ms" in document:
            document["expiry_ms"] = instant(document["expiry_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "is_active": self.is_active,
            "expiry_ms": self.expiry_ms,
            "strike": self.strike,
            "option_kind": self.option_kind,
            "contract_size": self.contract_size,
            "tick_size": self.tick_size,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Listings(Document):
    """Contracts that are listed.

    Attributes
    ----------
    listings : list[Listing]
        Contracts in the order received.
    """

    listings: list[Listing]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["listings"] = [Listing._read(item) for item in document["listings"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "listings": self.listings,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class FundingSum(Document):
    """Funding between two instants.

    Attributes
    ----------
    rate : float
        Sum of the funding rates as a fraction of the notional: positive where longs paid.
    """

    rate: float

    def _wire(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class FundingAndIndex(Document):
    """Funding and index hour by hour.

    Attributes
    ----------
    funding : FundingHistory
        Funding payment of each hour.
    index : Series
        Index price at the end of each hour, in the quote currency of the contract.
    """

    funding: FundingHistory
    index: Series

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["funding"] = FundingHistory._read(document["funding"])
        document["index"] = Series._read(document["index"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "funding": self.funding,
            "index": self.index,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class VolatilityBars(Document):
    """The volatility index over time: 30-day implied volatility as a fraction per square root of a year (received as
    percent).

    Attributes
    ----------
    open : Series
        Volatility index at the beginning of each interval, as a fraction per square root of a year.
    high : Series
        Highest volatility index of each interval, as a fraction per square root of a year.
    low : Series
        Lowest volatility index of each interval, as a fraction per square root of a year.
    close : Series
        Volatility index at the end of each interval, as a fraction per square root of a year; the last interval may still run.
    continue_ms : datetime.datetime, optional
        Instant from which older rows are left, in Unix milliseconds: ask again with it as `end_ms`. Absent: none are left. [ms, from 1230940800000 to 253402235999999]
    """

    open: Series
    high: Series
    low: Series
    close: Series
    continue_ms: datetime.datetime | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["open"] = Series._read(document["open"])
        document["high"] = Series._read(document["high"])
        document["low"] = Series._read(document["low"])
        document["close"] = Series._read(document["close"])
        if "continue_ms" in document:
            document["continue_ms"] = instant(document["continue_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "open": self.open,
            "high": self.high,
            "low": self.low,
            "close": self.close,
            "continue_ms": self.continue_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitData(Variant):
    """Cases
    -----
    option_ticker
        An option.
    perpetual_ticker
        A perpetual contract.
    book_summary
        All options or all futures on a coin.
    order_book
        Levels of a book.
    instruments
        Contracts that are listed.
    funding_value
        Funding between two instants.
    funding_history
        Funding hour by hour.
    volatility_index
        The volatility index.
    candles
        Candles.
    index_price
        The index under everything.
    """

    tag: Literal["option_ticker", "perpetual_ticker", "book_summary", "order_book", "instruments", "funding_value", "funding_history", "volatility_index", "candles", "index_price"]
    content: OptionQuote | FutureSummary | BookSummaries | OrderBook | Listings | FundingSum | FundingAndIndex | VolatilityBars | Candlesticks | Quote | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "option_ticker":
            return OptionQuote._read(content)
        if tag == "perpetual_ticker":
            return FutureSummary._read(content)
        if tag == "book_summary":
            return BookSummaries._read(content)
        if tag == "order_book":
            return OrderBook._read(content)
        if tag == "instruments":
            return Listings._read(content)
        if tag == "funding_value":
            return FundingSum._read(content)
        if tag == "funding_history":
            return FundingAndIndex._read(content)
        if tag == "volatility_index":
            return VolatilityBars._read(content)
        if tag == "candles":
            return Candlesticks._read(content)
        if tag == "index_price":
            return Quote._read(content)
        return content


# Below, because the modules of a package name each other's types.
from ._candles import Candlesticks
