"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, call, day, document, each, instant, listed, rows
from .._show import Rows
from ..market import FundingHistory, MarkPoint, OpenInterest, OptionChain, OptionKind, OptionQuote, OrderBook, Quote, Series

__all__ = [
    "BookSummaries",
    "DeribitAsk",
    "DeribitAskDict",
    "DeribitAskLike",
    "DeribitBookSummary",
    "DeribitBookSummaryDict",
    "DeribitCandles",
    "DeribitCandlesDict",
    "DeribitContractKind",
    "DeribitData",
    "DeribitFundingHistory",
    "DeribitFundingHistoryDict",
    "DeribitFundingValue",
    "DeribitFundingValueDict",
    "DeribitIndexPrice",
    "DeribitIndexPriceDict",
    "DeribitInstruments",
    "DeribitInstrumentsDict",
    "DeribitOptionTicker",
    "DeribitOptionTickerDict",
    "DeribitOrderBook",
    "DeribitOrderBookDict",
    "DeribitPairTicker",
    "DeribitPairTickerDict",
    "DeribitPerpetualTicker",
    "DeribitPerpetualTickerDict",
    "DeribitVolatilityIndex",
    "DeribitVolatilityIndexDict",
    "FundingAndIndex",
    "FundingSum",
    "FutureSummary",
    "Listing",
    "Listings",
    "VolatilityBars",
]


def __dir__() -> list[str]:
    return __all__


@document
class DeribitOptionTicker(Document):
    """`ticker` of an option.

    Attributes
    ----------
    instrument : str
        Name of the option, like `BTC-26JUN26-100000-C`.
    """

    instrument: str
    _route = "feeds.request:ask.deribit.option_ticker"

    def __init__(
        self,
        instrument: str,
    ) -> None:
        self._fill({"instrument": instrument})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
        }


class DeribitOptionTickerDict(TypedDict):
    """``DeribitOptionTicker`` as a mapping."""

    instrument: str


@document
class DeribitPerpetualTicker(Document):
    """`ticker` of a future, perpetual or with an expiry (which pays no funding).

    Attributes
    ----------
    instrument : str
        Name of the contract, like `BTC-PERPETUAL` or `BTC-26JUN26`.
    """

    instrument: str
    _route = "feeds.request:ask.deribit.perpetual_ticker"

    def __init__(
        self,
        instrument: str,
    ) -> None:
        self._fill({"instrument": instrument})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
        }


class DeribitPerpetualTickerDict(TypedDict):
    """``DeribitPerpetualTicker`` as a mapping."""

    instrument: str


@document
class DeribitPairTicker(Document):
    """`ticker` of a pair of coins that is traded itself.

    Attributes
    ----------
    instrument : str
        Name of the pair, like `BTC_USDC`.
    """

    instrument: str
    _route = "feeds.request:ask.deribit.pair_ticker"

    def __init__(
        self,
        instrument: str,
    ) -> None:
        self._fill({"instrument": instrument})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
        }


class DeribitPairTickerDict(TypedDict):
    """``DeribitPairTicker`` as a mapping."""

    instrument: str


DeribitContractKind: TypeAlias = Literal["option", "future"]
"""Kind of a contract.

Cases
-----
option
    Options.
future
    Futures, the perpetual ones among them.
"""


@document
class DeribitBookSummary(Document):
    """`get_book_summary_by_currency`: all options or all futures on a coin.

    Attributes
    ----------
    currency : str
        Coin of the contracts, like `BTC`.
    kind : DeribitContractKind, optional
        Kind of the contracts. Absent: options, futures and pairs; combinations, and what else the answer holds, are noted and left out.
    """

    currency: str
    kind: DeribitContractKind | None = None
    _route = "feeds.request:ask.deribit.book_summary"

    def __init__(
        self,
        currency: str,
        kind: DeribitContractKind | None = None,
    ) -> None:
        self._fill({"currency": currency, "kind": kind})

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "kind": self.kind,
        }


class DeribitBookSummaryDict(TypedDict):
    """``DeribitBookSummary`` as a mapping."""

    currency: str
    kind: NotRequired[DeribitContractKind | None]


@document
class DeribitOrderBook(Document):
    """`get_order_book`: levels of a book, of an option, a future or a pair. Sizes are coins; those of inverse futures, received
    in US dollars, are divided by their price. Options are quoted in the coin.

    Attributes
    ----------
    instrument : str
        Name of the contract, like `BTC-PERPETUAL`.
    depth : int
        Number of levels of each side: 1, 5, 10, 20, 50, 100, 1000 or 10000. [from 0]
    """

    instrument: str
    depth: int
    _route = "feeds.request:ask.deribit.order_book"

    def __init__(
        self,
        instrument: str,
        depth: int,
    ) -> None:
        self._fill({"instrument": instrument, "depth": depth})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "depth": self.depth,
        }


class DeribitOrderBookDict(TypedDict):
    """``DeribitOrderBook`` as a mapping."""

    instrument: str
    depth: int


@document
class DeribitInstruments(Document):
    """`get_instruments`: contracts that are listed.

    Attributes
    ----------
    currency : str
        Coin of the contracts, like `BTC`.
    kind : DeribitContractKind, optional
        Kind of the contracts. Absent: options and futures; combinations and pairs are noted and left out.
    """

    currency: str
    kind: DeribitContractKind | None = None
    _route = "feeds.request:ask.deribit.instruments"

    def __init__(
        self,
        currency: str,
        kind: DeribitContractKind | None = None,
    ) -> None:
        self._fill({"currency": currency, "kind": kind})

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "kind": self.kind,
        }


class DeribitInstrumentsDict(TypedDict):
    """``DeribitInstruments`` as a mapping."""

    currency: str
    kind: NotRequired[DeribitContractKind | None]


@document
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
    _route = "feeds.request:ask.deribit.funding_value"

    def __init__(
        self,
        instrument: str,
        start_ms: datetime.datetime | int | str,
        end_ms: datetime.datetime | int | str,
    ) -> None:
        self._fill({"instrument": instrument, "start_ms": start_ms, "end_ms": end_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["start_ms"] = instant(document["start_ms"])
        document["end_ms"] = instant(document["end_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
        }


class DeribitFundingValueDict(TypedDict):
    """``DeribitFundingValue`` as a mapping."""

    instrument: str
    start_ms: datetime.datetime | int | str
    end_ms: datetime.datetime | int | str


@document
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
    _route = "feeds.request:ask.deribit.funding_history"

    def __init__(
        self,
        instrument: str,
        start_ms: datetime.datetime | int | str,
        end_ms: datetime.datetime | int | str,
    ) -> None:
        self._fill({"instrument": instrument, "start_ms": start_ms, "end_ms": end_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["start_ms"] = instant(document["start_ms"])
        document["end_ms"] = instant(document["end_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
        }


class DeribitFundingHistoryDict(TypedDict):
    """``DeribitFundingHistory`` as a mapping."""

    instrument: str
    start_ms: datetime.datetime | int | str
    end_ms: datetime.datetime | int | str


@document
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
    _route = "feeds.request:ask.deribit.volatility_index"

    def __init__(
        self,
        currency: str,
        start_ms: datetime.datetime | int | str,
        end_ms: datetime.datetime | int | str,
        interval_ms: int,
    ) -> None:
        self._fill({"currency": currency, "start_ms": start_ms, "end_ms": end_ms, "interval_ms": interval_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["start_ms"] = instant(document["start_ms"])
        document["end_ms"] = instant(document["end_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
            "interval_ms": self.interval_ms,
        }


class DeribitVolatilityIndexDict(TypedDict):
    """``DeribitVolatilityIndex`` as a mapping."""

    currency: str
    start_ms: datetime.datetime | int | str
    end_ms: datetime.datetime | int | str
    interval_ms: int


@document
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
    _route = "feeds.request:ask.deribit.candles"

    def __init__(
        self,
        instrument: str,
        start_ms: datetime.datetime | int | str,
        end_ms: datetime.datetime | int | str,
        interval_ms: int,
    ) -> None:
        self._fill({"instrument": instrument, "start_ms": start_ms, "end_ms": end_ms, "interval_ms": interval_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["start_ms"] = instant(document["start_ms"])
        document["end_ms"] = instant(document["end_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
            "interval_ms": self.interval_ms,
        }


class DeribitCandlesDict(TypedDict):
    """``DeribitCandles`` as a mapping."""

    instrument: str
    start_ms: datetime.datetime | int | str
    end_ms: datetime.datetime | int | str
    interval_ms: int


@document
class DeribitIndexPrice(Document):
    """`get_index_price`: the index under everything.

    Attributes
    ----------
    index : str
        Name of the index, like `btc_usd`.
    """

    index: str
    _route = "feeds.request:ask.deribit.index_price"

    def __init__(
        self,
        index: str,
    ) -> None:
        self._fill({"index": index})

    def _wire(self) -> dict[str, Any]:
        return {
            "index": self.index,
        }


class DeribitIndexPriceDict(TypedDict):
    """``DeribitIndexPrice`` as a mapping."""

    index: str


@document
class DeribitAsk(Variant):
    """Cases
    -----
    option_ticker
        An option.
    perpetual_ticker
        A perpetual contract.
    pair_ticker
        A pair of coins.
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

    tag: Literal["option_ticker", "perpetual_ticker", "pair_ticker", "book_summary", "order_book", "instruments", "funding_value", "funding_history", "volatility_index", "candles", "index_price"]
    content: DeribitOptionTicker | DeribitPerpetualTicker | DeribitPairTicker | DeribitBookSummary | DeribitOrderBook | DeribitInstruments | DeribitFundingValue | DeribitFundingHistory | DeribitVolatilityIndex | DeribitCandles | DeribitIndexPrice | None = None
    _route = "feeds.request:ask.deribit"

    @classmethod
    def option_ticker(cls, content: DeribitOptionTicker | DeribitOptionTickerDict) -> Self:
        """An option."""
        return cls._made("option_ticker", content)

    @classmethod
    def perpetual_ticker(cls, content: DeribitPerpetualTicker | DeribitPerpetualTickerDict) -> Self:
        """A perpetual contract."""
        return cls._made("perpetual_ticker", content)

    @classmethod
    def pair_ticker(cls, content: DeribitPairTicker | DeribitPairTickerDict) -> Self:
        """A pair of coins."""
        return cls._made("pair_ticker", content)

    @classmethod
    def book_summary(cls, content: DeribitBookSummary | DeribitBookSummaryDict) -> Self:
        """All options or all futures on a coin."""
        return cls._made("book_summary", content)

    @classmethod
    def order_book(cls, content: DeribitOrderBook | DeribitOrderBookDict) -> Self:
        """Levels of a book."""
        return cls._made("order_book", content)

    @classmethod
    def instruments(cls, content: DeribitInstruments | DeribitInstrumentsDict) -> Self:
        """Contracts that are listed."""
        return cls._made("instruments", content)

    @classmethod
    def funding_value(cls, content: DeribitFundingValue | DeribitFundingValueDict) -> Self:
        """Funding between two instants."""
        return cls._made("funding_value", content)

    @classmethod
    def funding_history(cls, content: DeribitFundingHistory | DeribitFundingHistoryDict) -> Self:
        """Funding hour by hour."""
        return cls._made("funding_history", content)

    @classmethod
    def volatility_index(cls, content: DeribitVolatilityIndex | DeribitVolatilityIndexDict) -> Self:
        """The volatility index."""
        return cls._made("volatility_index", content)

    @classmethod
    def candles(cls, content: DeribitCandles | DeribitCandlesDict) -> Self:
        """Candles."""
        return cls._made("candles", content)

    @classmethod
    def index_price(cls, content: DeribitIndexPrice | DeribitIndexPriceDict) -> Self:
        """The index under everything."""
        return cls._made("index_price", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "option_ticker":
            return DeribitOptionTicker._read(content)
        if tag == "perpetual_ticker":
            return DeribitPerpetualTicker._read(content)
        if tag == "pair_ticker":
            return DeribitPairTicker._read(content)
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


class DeribitAskDict(TypedDict, total=False):
    """``DeribitAsk`` as a mapping: one of the keys, with its content."""

    option_ticker: DeribitOptionTicker | DeribitOptionTickerDict
    perpetual_ticker: DeribitPerpetualTicker | DeribitPerpetualTickerDict
    pair_ticker: DeribitPairTicker | DeribitPairTickerDict
    book_summary: DeribitBookSummary | DeribitBookSummaryDict
    order_book: DeribitOrderBook | DeribitOrderBookDict
    instruments: DeribitInstruments | DeribitInstrumentsDict
    funding_value: DeribitFundingValue | DeribitFundingValueDict
    funding_history: DeribitFundingHistory | DeribitFundingHistoryDict
    volatility_index: DeribitVolatilityIndex | DeribitVolatilityIndexDict
    candles: DeribitCandles | DeribitCandlesDict
    index_price: DeribitIndexPrice | DeribitIndexPriceDict


DeribitAskLike: TypeAlias = "DeribitAsk | DeribitAskDict"
"""What is taken for a ``DeribitAsk``."""


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("quote") is not None:
            document["quote"] = Quote._read(document["quote"])
        document["mark"] = MarkPoint._read(document["mark"])
        document["open_interest"] = OpenInterest._read(document["open_interest"])

    def _wire(self) -> dict[str, Any]:
        return {
            "quote": self.quote,
            "mark": self.mark,
            "open_interest": self.open_interest,
            "funding_8h": self.funding_8h,
            "current_funding": self.current_funding,
        }


@document
class BookSummaries(Document):
    """All contracts of a summary.

    Attributes
    ----------
    option_chains : Rows[OptionChain]
        Options that have not expired, a chain per pair of currencies (inverse and linear options are never in one).
    futures : Rows[FutureSummary]
        Futures, in the order received.
    pairs : Rows[Quote]
        Pairs of coins that are traded themselves, in the order received.
    """

    option_chains: Rows[OptionChain]
    futures: Rows[FutureSummary]
    pairs: Rows[Quote]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["option_chains"] = rows(OptionChain._read, document["option_chains"])
        document["futures"] = rows(FutureSummary._read, document["futures"])
        document["pairs"] = rows(Quote._read, document["pairs"])

    def _wire(self) -> dict[str, Any]:
        return {
            "option_chains": self.option_chains,
            "futures": self.futures,
            "pairs": self.pairs,
        }


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("expiry_ms") is not None:
            document["expiry_ms"] = instant(document["expiry_ms"])

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


@document
class Listings(Document):
    """Contracts that are listed.

    Attributes
    ----------
    listings : Rows[Listing]
        Contracts in the order received.
    """

    listings: Rows[Listing]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["listings"] = rows(Listing._read, document["listings"])

    def _wire(self) -> dict[str, Any]:
        return {
            "listings": self.listings,
        }


@document
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


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["funding"] = FundingHistory._read(document["funding"])
        document["index"] = Series._read(document["index"])

    def _wire(self) -> dict[str, Any]:
        return {
            "funding": self.funding,
            "index": self.index,
        }


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["open"] = Series._read(document["open"])
        document["high"] = Series._read(document["high"])
        document["low"] = Series._read(document["low"])
        document["close"] = Series._read(document["close"])
        if document.get("continue_ms") is not None:
            document["continue_ms"] = instant(document["continue_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "open": self.open,
            "high": self.high,
            "low": self.low,
            "close": self.close,
            "continue_ms": self.continue_ms,
        }


@document
class DeribitData(Variant):
    """Cases
    -----
    option_ticker
        An option.
    perpetual_ticker
        A perpetual contract.
    pair_ticker
        A pair of coins.
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

    tag: Literal["option_ticker", "perpetual_ticker", "pair_ticker", "book_summary", "order_book", "instruments", "funding_value", "funding_history", "volatility_index", "candles", "index_price"]
    content: OptionQuote | FutureSummary | Quote | BookSummaries | OrderBook | Listings | FundingSum | FundingAndIndex | VolatilityBars | Candlesticks | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "option_ticker":
            return OptionQuote._read(content)
        if tag == "perpetual_ticker":
            return FutureSummary._read(content)
        if tag == "pair_ticker":
            return Quote._read(content)
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
