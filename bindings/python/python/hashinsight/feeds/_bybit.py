"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, day, document, each, instant, rows
from ..market import Funding, FundingHistory, MarkPoint, OpenInterest, OpenInterestHistory, OrderBook, TierTable

__all__ = [
    "BybitAsk",
    "BybitAskDict",
    "BybitAskLike",
    "BybitBook",
    "BybitBookDict",
    "BybitCandles",
    "BybitCandlesDict",
    "BybitCategory",
    "BybitData",
    "BybitFundingHistory",
    "BybitFundingHistoryDict",
    "BybitOpenInterestHistory",
    "BybitOpenInterestHistoryDict",
    "BybitRiskLimits",
    "BybitRiskLimitsDict",
    "BybitTicker",
    "BybitTickerDict",
    "MarketState",
]


def __dir__() -> list[str]:
    return __all__


BybitCategory: TypeAlias = Literal["spot", "linear", "inverse"]
"""A market of Bybit.

Cases
-----
spot
    Spot.
linear
    Contracts settled in USDT or USDC.
inverse
    Contracts settled in the coin.
"""


@document
class BybitCandles(Document):
    """`GET /v5/market/kline`: candles, newest first.

    Attributes
    ----------
    category : BybitCategory
        Market of the instrument.
    instrument : str
        Symbol of the instrument, like `BTCUSDT`.
    quote_currency : str
        Currency of the price.
    interval_ms : int
        Interval of one candle, in milliseconds: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, 1 or 7 days, a month (2629746000). [ms, from 1 to 31622400000]
    start_ms : datetime.datetime, optional
        First instant of the rows, in Unix milliseconds. Absent: the last rows. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime, optional
        Last instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    limit : int, optional
        Greatest number of rows, 1 to 1000. [from 0]
    """

    category: BybitCategory
    instrument: str
    quote_currency: str
    interval_ms: int
    start_ms: datetime.datetime | None = None
    end_ms: datetime.datetime | None = None
    limit: int | None = None
    _route = "feeds.request:ask.bybit.candles"

    def __init__(
        self,
        category: BybitCategory,
        instrument: str,
        quote_currency: str,
        interval_ms: int,
        start_ms: datetime.datetime | int | str | None = None,
        end_ms: datetime.datetime | int | str | None = None,
        limit: int | None = None,
    ) -> None:
        self._fill({"category": category, "instrument": instrument, "quote_currency": quote_currency, "interval_ms": interval_ms, "start_ms": start_ms, "end_ms": end_ms, "limit": limit})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("start_ms") is not None:
            document["start_ms"] = instant(document["start_ms"])
        if document.get("end_ms") is not None:
            document["end_ms"] = instant(document["end_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "category": self.category,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "interval_ms": self.interval_ms,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
            "limit": self.limit,
        }


class BybitCandlesDict(TypedDict):
    """``BybitCandles`` as a mapping."""

    category: BybitCategory
    instrument: str
    quote_currency: str
    interval_ms: int
    start_ms: NotRequired[datetime.datetime | int | str | None]
    end_ms: NotRequired[datetime.datetime | int | str | None]
    limit: NotRequired[int | None]


@document
class BybitBook(Document):
    """`GET /v5/market/orderbook`: levels of the book. Sizes are coins; those of inverse contracts, received in US dollars, are
    divided by their price.

    Attributes
    ----------
    category : BybitCategory
        Market of the instrument.
    instrument : str
        Symbol of the instrument, like `BTCUSDT`.
    quote_currency : str
        Currency of the price.
    limit : int
        Number of levels of each side: 1 to 200 (spot) or 500. [from 0]
    """

    category: BybitCategory
    instrument: str
    quote_currency: str
    limit: int
    _route = "feeds.request:ask.bybit.book"

    def __init__(
        self,
        category: BybitCategory,
        instrument: str,
        quote_currency: str,
        limit: int,
    ) -> None:
        self._fill({"category": category, "instrument": instrument, "quote_currency": quote_currency, "limit": limit})

    def _wire(self) -> dict[str, Any]:
        return {
            "category": self.category,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "limit": self.limit,
        }


class BybitBookDict(TypedDict):
    """``BybitBook`` as a mapping."""

    category: BybitCategory
    instrument: str
    quote_currency: str
    limit: int


@document
class BybitTicker(Document):
    """`GET /v5/market/tickers`: best prices and 24 hours; of contracts mark, coming funding and open interest too.

    Attributes
    ----------
    category : BybitCategory
        Market of the instrument.
    instrument : str
        Symbol of the instrument, like `BTCUSDT`.
    quote_currency : str
        Currency of the price.
    """

    category: BybitCategory
    instrument: str
    quote_currency: str
    _route = "feeds.request:ask.bybit.ticker"

    def __init__(
        self,
        category: BybitCategory,
        instrument: str,
        quote_currency: str,
    ) -> None:
        self._fill({"category": category, "instrument": instrument, "quote_currency": quote_currency})

    def _wire(self) -> dict[str, Any]:
        return {
            "category": self.category,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
        }


class BybitTickerDict(TypedDict):
    """``BybitTicker`` as a mapping."""

    category: BybitCategory
    instrument: str
    quote_currency: str


@document
class BybitFundingHistory(Document):
    """`GET /v5/market/funding/history`: past funding, newest first.

    Attributes
    ----------
    category : BybitCategory
        Market of the contract: linear or inverse.
    instrument : str
        Symbol of the contract, like `BTCUSDT`.
    funding_interval_ms : int
        Interval from one funding payment to the next, in milliseconds: 8 hours for most contracts; the ticker says it. [ms, from 1 to 31622400000]
    start_ms : datetime.datetime, optional
        First instant of the rows, in Unix milliseconds: with `end_ms` alone. Absent: the last rows. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime, optional
        Last instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    limit : int, optional
        Greatest number of rows, 1 to 200. [from 0]
    """

    category: BybitCategory
    instrument: str
    funding_interval_ms: int
    start_ms: datetime.datetime | None = None
    end_ms: datetime.datetime | None = None
    limit: int | None = None
    _route = "feeds.request:ask.bybit.funding_history"

    def __init__(
        self,
        category: BybitCategory,
        instrument: str,
        funding_interval_ms: int,
        start_ms: datetime.datetime | int | str | None = None,
        end_ms: datetime.datetime | int | str | None = None,
        limit: int | None = None,
    ) -> None:
        self._fill({"category": category, "instrument": instrument, "funding_interval_ms": funding_interval_ms, "start_ms": start_ms, "end_ms": end_ms, "limit": limit})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("start_ms") is not None:
            document["start_ms"] = instant(document["start_ms"])
        if document.get("end_ms") is not None:
            document["end_ms"] = instant(document["end_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "category": self.category,
            "instrument": self.instrument,
            "funding_interval_ms": self.funding_interval_ms,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
            "limit": self.limit,
        }


class BybitFundingHistoryDict(TypedDict):
    """``BybitFundingHistory`` as a mapping."""

    category: BybitCategory
    instrument: str
    funding_interval_ms: int
    start_ms: NotRequired[datetime.datetime | int | str | None]
    end_ms: NotRequired[datetime.datetime | int | str | None]
    limit: NotRequired[int | None]


@document
class BybitOpenInterestHistory(Document):
    """`GET /v5/market/open-interest`: open interest over time, newest first: in coins for linear contracts, in US dollars for
    inverse ones.

    Attributes
    ----------
    category : BybitCategory
        Market of the contract: linear or inverse.
    instrument : str
        Symbol of the contract, like `BTCUSDT`.
    interval_ms : int
        Distance between rows, in milliseconds: 5, 15, 30 minutes, 1, 4 hours, a day. [ms, from 1 to 31622400000]
    start_ms : datetime.datetime, optional
        First instant of the rows, in Unix milliseconds. Absent: the last rows. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime, optional
        Last instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    limit : int, optional
        Greatest number of rows, 1 to 200. [from 0]
    """

    category: BybitCategory
    instrument: str
    interval_ms: int
    start_ms: datetime.datetime | None = None
    end_ms: datetime.datetime | None = None
    limit: int | None = None
    _route = "feeds.request:ask.bybit.open_interest_history"

    def __init__(
        self,
        category: BybitCategory,
        instrument: str,
        interval_ms: int,
        start_ms: datetime.datetime | int | str | None = None,
        end_ms: datetime.datetime | int | str | None = None,
        limit: int | None = None,
    ) -> None:
        self._fill({"category": category, "instrument": instrument, "interval_ms": interval_ms, "start_ms": start_ms, "end_ms": end_ms, "limit": limit})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("start_ms") is not None:
            document["start_ms"] = instant(document["start_ms"])
        if document.get("end_ms") is not None:
            document["end_ms"] = instant(document["end_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "category": self.category,
            "instrument": self.instrument,
            "interval_ms": self.interval_ms,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
            "limit": self.limit,
        }


class BybitOpenInterestHistoryDict(TypedDict):
    """``BybitOpenInterestHistory`` as a mapping."""

    category: BybitCategory
    instrument: str
    interval_ms: int
    start_ms: NotRequired[datetime.datetime | int | str | None]
    end_ms: NotRequired[datetime.datetime | int | str | None]
    limit: NotRequired[int | None]


@document
class BybitRiskLimits(Document):
    """`GET /v5/market/risk-limit`: margin tiers.

    Attributes
    ----------
    category : BybitCategory
        Market of the contract: linear or inverse.
    instrument : str
        Symbol of the contract, like `BTCUSDT`.
    margin_currency : str
        Currency of notional and margin; the coin itself for inverse contracts.
    """

    category: BybitCategory
    instrument: str
    margin_currency: str
    _route = "feeds.request:ask.bybit.risk_limits"

    def __init__(
        self,
        category: BybitCategory,
        instrument: str,
        margin_currency: str,
    ) -> None:
        self._fill({"category": category, "instrument": instrument, "margin_currency": margin_currency})

    def _wire(self) -> dict[str, Any]:
        return {
            "category": self.category,
            "instrument": self.instrument,
            "margin_currency": self.margin_currency,
        }


class BybitRiskLimitsDict(TypedDict):
    """``BybitRiskLimits`` as a mapping."""

    category: BybitCategory
    instrument: str
    margin_currency: str


@document
class BybitAsk(Variant):
    """Cases
    -----
    candles
        Candles.
    book
        Levels of the book.
    ticker
        Best prices and 24 hours; of contracts mark, coming funding and open interest too.
    funding_history
        Past funding.
    open_interest_history
        Open interest over time.
    risk_limits
        Margin tiers.
    """

    tag: Literal["candles", "book", "ticker", "funding_history", "open_interest_history", "risk_limits"]
    content: BybitCandles | BybitBook | BybitTicker | BybitFundingHistory | BybitOpenInterestHistory | BybitRiskLimits | None = None
    _route = "feeds.request:ask.bybit"

    @classmethod
    def candles(cls, content: BybitCandles | BybitCandlesDict) -> Self:
        """Candles."""
        return cls._made("candles", content)

    @classmethod
    def book(cls, content: BybitBook | BybitBookDict) -> Self:
        """Levels of the book."""
        return cls._made("book", content)

    @classmethod
    def ticker(cls, content: BybitTicker | BybitTickerDict) -> Self:
        """Best prices and 24 hours; of contracts mark, coming funding and open interest too."""
        return cls._made("ticker", content)

    @classmethod
    def funding_history(cls, content: BybitFundingHistory | BybitFundingHistoryDict) -> Self:
        """Past funding."""
        return cls._made("funding_history", content)

    @classmethod
    def open_interest_history(cls, content: BybitOpenInterestHistory | BybitOpenInterestHistoryDict) -> Self:
        """Open interest over time."""
        return cls._made("open_interest_history", content)

    @classmethod
    def risk_limits(cls, content: BybitRiskLimits | BybitRiskLimitsDict) -> Self:
        """Margin tiers."""
        return cls._made("risk_limits", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "candles":
            return BybitCandles._read(content)
        if tag == "book":
            return BybitBook._read(content)
        if tag == "ticker":
            return BybitTicker._read(content)
        if tag == "funding_history":
            return BybitFundingHistory._read(content)
        if tag == "open_interest_history":
            return BybitOpenInterestHistory._read(content)
        if tag == "risk_limits":
            return BybitRiskLimits._read(content)
        return content


class BybitAskDict(TypedDict, total=False):
    """``BybitAsk`` as a mapping: one of the keys, with its content."""

    candles: BybitCandles | BybitCandlesDict
    book: BybitBook | BybitBookDict
    ticker: BybitTicker | BybitTickerDict
    funding_history: BybitFundingHistory | BybitFundingHistoryDict
    open_interest_history: BybitOpenInterestHistory | BybitOpenInterestHistoryDict
    risk_limits: BybitRiskLimits | BybitRiskLimitsDict


BybitAskLike: TypeAlias = "BybitAsk | BybitAskDict"
"""What is taken for a ``BybitAsk``."""


@document
class MarketState(Document):
    """A market at one instant.

    Attributes
    ----------
    ticker : VenueTicker
        Best prices and 24 hours.
    mark : MarkPoint, optional
        Mark price and index price; contracts only.
    next_funding : Funding, optional
        Coming funding payment at the current rate: a forecast; perpetual contracts only.
    open_interest : OpenInterest, optional
        Open interest: in coins for linear contracts, in US dollars for inverse ones.
    """

    ticker: VenueTicker
    mark: MarkPoint | None = None
    next_funding: Funding | None = None
    open_interest: OpenInterest | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["ticker"] = VenueTicker._read(document["ticker"])
        if document.get("mark") is not None:
            document["mark"] = MarkPoint._read(document["mark"])
        if document.get("next_funding") is not None:
            document["next_funding"] = Funding._read(document["next_funding"])
        if document.get("open_interest") is not None:
            document["open_interest"] = OpenInterest._read(document["open_interest"])

    def _wire(self) -> dict[str, Any]:
        return {
            "ticker": self.ticker,
            "mark": self.mark,
            "next_funding": self.next_funding,
            "open_interest": self.open_interest,
        }


@document
class BybitData(Variant):
    """Cases
    -----
    candles
        Candles.
    book
        Levels of the book.
    ticker
        Best prices and 24 hours; of contracts mark, coming funding and open interest too.
    funding_history
        Past funding.
    open_interest_history
        Open interest over time.
    risk_limits
        Margin tiers.
    """

    tag: Literal["candles", "book", "ticker", "funding_history", "open_interest_history", "risk_limits"]
    content: Candlesticks | OrderBook | MarketState | FundingHistory | OpenInterestHistory | TierTable | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "candles":
            return Candlesticks._read(content)
        if tag == "book":
            return OrderBook._read(content)
        if tag == "ticker":
            return MarketState._read(content)
        if tag == "funding_history":
            return FundingHistory._read(content)
        if tag == "open_interest_history":
            return OpenInterestHistory._read(content)
        if tag == "risk_limits":
            return TierTable._read(content)
        return content


# Below, because the modules of a package name each other's types.
from ._candles import Candlesticks
from ._venue import VenueTicker
