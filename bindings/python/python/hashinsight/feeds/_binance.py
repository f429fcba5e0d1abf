"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, call, day, document, each, instant, rows
from ..market import Funding, FundingHistory, MarkPoint, OpenInterest, OpenInterestHistory, OrderBook, TierTable

__all__ = [
    "BinanceAsk",
    "BinanceAskDict",
    "BinanceAskLike",
    "BinanceCandles",
    "BinanceCandlesDict",
    "BinanceData",
    "BinanceDepth",
    "BinanceDepthDict",
    "BinanceFundingHistory",
    "BinanceFundingHistoryDict",
    "BinanceLeverageBrackets",
    "BinanceLeverageBracketsDict",
    "BinanceMarket",
    "BinanceOpenInterest",
    "BinanceOpenInterestDict",
    "BinanceOpenInterestHistory",
    "BinanceOpenInterestHistoryDict",
    "BinancePremiumIndex",
    "BinancePremiumIndexDict",
    "BinanceTicker",
    "BinanceTickerDict",
    "MarkAndFunding",
]


def __dir__() -> list[str]:
    return __all__


BinanceMarket: TypeAlias = Literal["spot", "usdm", "coinm"]
"""A market of Binance.

Cases
-----
spot
    Spot.
usdm
    Linear futures, margin in USDT or USDC.
coinm
    Inverse futures, margin in the coin.
"""


@document
class BinanceCandles(Document):
    """`GET .../klines`: candles.

    Attributes
    ----------
    market : BinanceMarket
        Market of the instrument.
    instrument : str
        Symbol of the instrument, like `BTCUSDT`.
    quote_currency : str
        Currency of the price.
    interval_ms : int
        Interval of one candle, in milliseconds: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 8, 12 hours, 1, 3, 7 days, a month (2629746000). [ms, from 1 to 31622400000]
    start_ms : datetime.datetime, optional
        First instant of the rows, in Unix milliseconds. Absent: the last rows. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime, optional
        Last instant of the rows, in Unix milliseconds: at COIN-M at most 200 days after the first. [ms, from 1230940800000 to 253402235999999]
    limit : int, optional
        Greatest number of rows, 1 to 1000 (spot) or 1500. [from 0]
    """

    market: BinanceMarket
    instrument: str
    quote_currency: str
    interval_ms: int
    start_ms: datetime.datetime | None = None
    end_ms: datetime.datetime | None = None
    limit: int | None = None
    _route = "feeds.request:ask.binance.candles"

    def __init__(
        self,
        market: BinanceMarket,
        instrument: str,
        quote_currency: str,
        interval_ms: int,
        start_ms: datetime.datetime | int | str | None = None,
        end_ms: datetime.datetime | int | str | None = None,
        limit: int | None = None,
    ) -> None:
        self._fill({"market": market, "instrument": instrument, "quote_currency": quote_currency, "interval_ms": interval_ms, "start_ms": start_ms, "end_ms": end_ms, "limit": limit})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("start_ms") is not None:
            document["start_ms"] = instant(document["start_ms"])
        if document.get("end_ms") is not None:
            document["end_ms"] = instant(document["end_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "interval_ms": self.interval_ms,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
            "limit": self.limit,
        }


class BinanceCandlesDict(TypedDict):
    """``BinanceCandles`` as a mapping."""

    market: BinanceMarket
    instrument: str
    quote_currency: str
    interval_ms: int
    start_ms: NotRequired[datetime.datetime | int | str | None]
    end_ms: NotRequired[datetime.datetime | int | str | None]
    limit: NotRequired[int | None]


@document
class BinanceDepth(Document):
    """`GET .../depth`: levels of the book.

    Attributes
    ----------
    market : BinanceMarket
        Market of the book.
    instrument : str
        Symbol of the instrument, like `BTCUSDT`.
    quote_currency : str
        Currency of the price.
    limit : int
        Number of levels of each side: 1 to 5000 at spot; 5, 10, 20, 50, 100, 500 or 1000 at futures. [from 0]
    contract_usd : float, optional
        Size of a contract in US dollars, needed at COIN-M, which counts contracts: 100 for bitcoin, 10 for the others. [USD, from 0.0 to 1000000000000000.0]
    """

    market: BinanceMarket
    instrument: str
    quote_currency: str
    limit: int
    contract_usd: float | None = None
    _route = "feeds.request:ask.binance.depth"

    def __init__(
        self,
        market: BinanceMarket,
        instrument: str,
        quote_currency: str,
        limit: int,
        contract_usd: float | None = None,
    ) -> None:
        self._fill({"market": market, "instrument": instrument, "quote_currency": quote_currency, "limit": limit, "contract_usd": contract_usd})

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "limit": self.limit,
            "contract_usd": self.contract_usd,
        }


class BinanceDepthDict(TypedDict):
    """``BinanceDepth`` as a mapping."""

    market: BinanceMarket
    instrument: str
    quote_currency: str
    limit: int
    contract_usd: NotRequired[float | None]


@document
class BinanceTicker(Document):
    """`GET .../ticker/24hr`: best prices (spot only) and 24 hours.

    Attributes
    ----------
    market : BinanceMarket
        Market of the instrument.
    instrument : str
        Symbol of the instrument, like `BTCUSDT`.
    quote_currency : str
        Currency of the price.
    """

    market: BinanceMarket
    instrument: str
    quote_currency: str
    _route = "feeds.request:ask.binance.ticker"

    def __init__(
        self,
        market: BinanceMarket,
        instrument: str,
        quote_currency: str,
    ) -> None:
        self._fill({"market": market, "instrument": instrument, "quote_currency": quote_currency})

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
        }


class BinanceTickerDict(TypedDict):
    """``BinanceTicker`` as a mapping."""

    market: BinanceMarket
    instrument: str
    quote_currency: str


@document
class BinancePremiumIndex(Document):
    """`GET .../premiumIndex`: mark price and coming funding.

    Attributes
    ----------
    market : BinanceMarket
        Market of the contract: USDⓈ-M or COIN-M.
    instrument : str
        Symbol of the instrument, like `BTCUSDT`.
    quote_currency : str
        Currency of the price.
    funding_interval_ms : int
        Interval from one funding payment to the next, in milliseconds. Binance says it elsewhere (`fundingInfo`): 8 hours for most, 4 or 1 for some. [ms, from 1 to 31622400000]
    """

    market: BinanceMarket
    instrument: str
    quote_currency: str
    funding_interval_ms: int
    _route = "feeds.request:ask.binance.premium_index"

    def __init__(
        self,
        market: BinanceMarket,
        instrument: str,
        quote_currency: str,
        funding_interval_ms: int,
    ) -> None:
        self._fill({"market": market, "instrument": instrument, "quote_currency": quote_currency, "funding_interval_ms": funding_interval_ms})

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "funding_interval_ms": self.funding_interval_ms,
        }


class BinancePremiumIndexDict(TypedDict):
    """``BinancePremiumIndex`` as a mapping."""

    market: BinanceMarket
    instrument: str
    quote_currency: str
    funding_interval_ms: int


@document
class BinanceFundingHistory(Document):
    """`GET .../fundingRate`: past funding.

    Attributes
    ----------
    market : BinanceMarket
        Market of the contract: USDⓈ-M or COIN-M.
    instrument : str
        Symbol of the instrument, like `BTCUSDT`.
    funding_interval_ms : int
        Interval from one funding payment to the next, in milliseconds: 8 hours for most contracts. [ms, from 1 to 31622400000]
    start_ms : datetime.datetime, optional
        First instant of the rows, in Unix milliseconds. Absent: the last rows. [ms, from 1230940800000 to 253402235999999]
    limit : int, optional
        Greatest number of rows, 1 to 1000. [from 0]
    """

    market: BinanceMarket
    instrument: str
    funding_interval_ms: int
    start_ms: datetime.datetime | None = None
    limit: int | None = None
    _route = "feeds.request:ask.binance.funding_history"

    def __init__(
        self,
        market: BinanceMarket,
        instrument: str,
        funding_interval_ms: int,
        start_ms: datetime.datetime | int | str | None = None,
        limit: int | None = None,
    ) -> None:
        self._fill({"market": market, "instrument": instrument, "funding_interval_ms": funding_interval_ms, "start_ms": start_ms, "limit": limit})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("start_ms") is not None:
            document["start_ms"] = instant(document["start_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "funding_interval_ms": self.funding_interval_ms,
            "start_ms": self.start_ms,
            "limit": self.limit,
        }


class BinanceFundingHistoryDict(TypedDict):
    """``BinanceFundingHistory`` as a mapping."""

    market: BinanceMarket
    instrument: str
    funding_interval_ms: int
    start_ms: NotRequired[datetime.datetime | int | str | None]
    limit: NotRequired[int | None]


@document
class BinanceOpenInterest(Document):
    """`GET .../openInterest`: open interest now.

    Attributes
    ----------
    market : BinanceMarket
        Market of the contract: USDⓈ-M or COIN-M.
    instrument : str
        Symbol of the instrument, like `BTCUSDT`.
    contract_usd : float, optional
        Size of a contract in US dollars, needed at COIN-M, which counts contracts: 100 for bitcoin, 10 for the others. [USD, from 0.0 to 1000000000000000.0]
    """

    market: BinanceMarket
    instrument: str
    contract_usd: float | None = None
    _route = "feeds.request:ask.binance.open_interest"

    def __init__(
        self,
        market: BinanceMarket,
        instrument: str,
        contract_usd: float | None = None,
    ) -> None:
        self._fill({"market": market, "instrument": instrument, "contract_usd": contract_usd})

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "contract_usd": self.contract_usd,
        }


class BinanceOpenInterestDict(TypedDict):
    """``BinanceOpenInterest`` as a mapping."""

    market: BinanceMarket
    instrument: str
    contract_usd: NotRequired[float | None]


@document
class BinanceOpenInterestHistory(Document):
    """`GET /futures/data/openInterestHist`: open interest over time; the last 30 days.

    Attributes
    ----------
    instrument : str
        Symbol of the instrument, like `BTCUSDT`.
    interval_ms : int
        Distance between rows, in milliseconds: 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, a day. [ms, from 1 to 31622400000]
    limit : int, optional
        Greatest number of rows, 1 to 500. [from 0]
    market : BinanceMarket, optional
        Market of the contract: USDⓈ-M or COIN-M, where the instrument is that of a perpetual contract, like `BTCUSD_PERP`. Absent: USDⓈ-M.
    contract_usd : float, optional
        Size of a contract in US dollars, needed at COIN-M, which counts contracts: 100 for bitcoin, 10 for the others. [USD, from 0.0 to 1000000000000000.0]
    """

    instrument: str
    interval_ms: int
    limit: int | None = None
    market: BinanceMarket | None = None
    contract_usd: float | None = None
    _route = "feeds.request:ask.binance.open_interest_history"

    def __init__(
        self,
        instrument: str,
        interval_ms: int,
        limit: int | None = None,
        market: BinanceMarket | None = None,
        contract_usd: float | None = None,
    ) -> None:
        self._fill({"instrument": instrument, "interval_ms": interval_ms, "limit": limit, "market": market, "contract_usd": contract_usd})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "interval_ms": self.interval_ms,
            "limit": self.limit,
            "market": self.market,
            "contract_usd": self.contract_usd,
        }


class BinanceOpenInterestHistoryDict(TypedDict):
    """``BinanceOpenInterestHistory`` as a mapping."""

    instrument: str
    interval_ms: int
    limit: NotRequired[int | None]
    market: NotRequired[BinanceMarket | None]
    contract_usd: NotRequired[float | None]


@document
class BinanceLeverageBrackets(Document):
    """`GET .../leverageBracket`: margin tiers. A signed call: append `timestamp` and `signature` to the query.

    Attributes
    ----------
    market : BinanceMarket
        Market of the contract: USDⓈ-M, or COIN-M (notional in coins).
    instrument : str
        Symbol of the contract, like `BTCUSDT`; the pair at COIN-M.
    margin_currency : str
        Currency of notional and margin.
    sign_ms : datetime.datetime
        Instant at which the request is signed, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    """

    market: BinanceMarket
    instrument: str
    margin_currency: str
    sign_ms: datetime.datetime
    _route = "feeds.request:ask.binance.leverage_brackets"

    def __init__(
        self,
        market: BinanceMarket,
        instrument: str,
        margin_currency: str,
        sign_ms: datetime.datetime | int | str,
    ) -> None:
        self._fill({"market": market, "instrument": instrument, "margin_currency": margin_currency, "sign_ms": sign_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["sign_ms"] = instant(document["sign_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "margin_currency": self.margin_currency,
            "sign_ms": self.sign_ms,
        }


class BinanceLeverageBracketsDict(TypedDict):
    """``BinanceLeverageBrackets`` as a mapping."""

    market: BinanceMarket
    instrument: str
    margin_currency: str
    sign_ms: datetime.datetime | int | str


@document
class BinanceAsk(Variant):
    """Cases
    -----
    candles
        Candles.
    depth
        Levels of the book.
    ticker
        Best prices and 24 hours.
    premium_index
        Mark price and coming funding.
    funding_history
        Past funding.
    open_interest
        Open interest now.
    open_interest_history
        Open interest over time.
    leverage_brackets
        Margin tiers.
    """

    tag: Literal["candles", "depth", "ticker", "premium_index", "funding_history", "open_interest", "open_interest_history", "leverage_brackets"]
    content: BinanceCandles | BinanceDepth | BinanceTicker | BinancePremiumIndex | BinanceFundingHistory | BinanceOpenInterest | BinanceOpenInterestHistory | BinanceLeverageBrackets | None = None
    _route = "feeds.request:ask.binance"

    @classmethod
    def candles(cls, content: BinanceCandles | BinanceCandlesDict) -> Self:
        """Candles."""
        return cls._made("candles", content)

    @classmethod
    def depth(cls, content: BinanceDepth | BinanceDepthDict) -> Self:
        """Levels of the book."""
        return cls._made("depth", content)

    @classmethod
    def ticker(cls, content: BinanceTicker | BinanceTickerDict) -> Self:
        """Best prices and 24 hours."""
        return cls._made("ticker", content)

    @classmethod
    def premium_index(cls, content: BinancePremiumIndex | BinancePremiumIndexDict) -> Self:
        """Mark price and coming funding."""
        return cls._made("premium_index", content)

    @classmethod
    def funding_history(cls, content: BinanceFundingHistory | BinanceFundingHistoryDict) -> Self:
        """Past funding."""
        return cls._made("funding_history", content)

    @classmethod
    def open_interest(cls, content: BinanceOpenInterest | BinanceOpenInterestDict) -> Self:
        """Open interest now."""
        return cls._made("open_interest", content)

    @classmethod
    def open_interest_history(cls, content: BinanceOpenInterestHistory | BinanceOpenInterestHistoryDict) -> Self:
        """Open interest over time."""
        return cls._made("open_interest_history", content)

    @classmethod
    def leverage_brackets(cls, content: BinanceLeverageBrackets | BinanceLeverageBracketsDict) -> Self:
        """Margin tiers."""
        return cls._made("leverage_brackets", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "candles":
            return BinanceCandles._read(content)
        if tag == "depth":
            return BinanceDepth._read(content)
        if tag == "ticker":
            return BinanceTicker._read(content)
        if tag == "premium_index":
            return BinancePremiumIndex._read(content)
        if tag == "funding_history":
            return BinanceFundingHistory._read(content)
        if tag == "open_interest":
            return BinanceOpenInterest._read(content)
        if tag == "open_interest_history":
            return BinanceOpenInterestHistory._read(content)
        if tag == "leverage_brackets":
            return BinanceLeverageBrackets._read(content)
        return content


class BinanceAskDict(TypedDict, total=False):
    """``BinanceAsk`` as a mapping: one of the keys, with its content."""

    candles: BinanceCandles | BinanceCandlesDict
    depth: BinanceDepth | BinanceDepthDict
    ticker: BinanceTicker | BinanceTickerDict
    premium_index: BinancePremiumIndex | BinancePremiumIndexDict
    funding_history: BinanceFundingHistory | BinanceFundingHistoryDict
    open_interest: BinanceOpenInterest | BinanceOpenInterestDict
    open_interest_history: BinanceOpenInterestHistory | BinanceOpenInterestHistoryDict
    leverage_brackets: BinanceLeverageBrackets | BinanceLeverageBracketsDict


BinanceAskLike: TypeAlias = "BinanceAsk | BinanceAskDict"
"""What is taken for a ``BinanceAsk``."""


@document
class MarkAndFunding(Document):
    """Mark price and coming funding of a contract.

    Attributes
    ----------
    mark : MarkPoint
        Mark price and index price.
    next_funding : Funding, optional
        Coming funding payment at the current rate: a forecast. Absent for delivery contracts.
    estimated_settlement : float, optional
        Estimated settlement price in the quote currency, said in the last hour before settlement.
    """

    mark: MarkPoint
    next_funding: Funding | None = None
    estimated_settlement: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["mark"] = MarkPoint._read(document["mark"])
        if document.get("next_funding") is not None:
            document["next_funding"] = Funding._read(document["next_funding"])

    def _wire(self) -> dict[str, Any]:
        return {
            "mark": self.mark,
            "next_funding": self.next_funding,
            "estimated_settlement": self.estimated_settlement,
        }


@document
class BinanceData(Variant):
    """Cases
    -----
    candles
        Candles.
    depth
        Levels of the book.
    ticker
        Best prices and 24 hours.
    premium_index
        Mark price and coming funding.
    funding_history
        Past funding.
    open_interest
        Open interest now.
    open_interest_history
        Open interest over time.
    leverage_brackets
        Margin tiers.
    """

    tag: Literal["candles", "depth", "ticker", "premium_index", "funding_history", "open_interest", "open_interest_history", "leverage_brackets"]
    content: Candlesticks | OrderBook | VenueTicker | MarkAndFunding | FundingHistory | OpenInterest | OpenInterestHistory | TierTable | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "candles":
            return Candlesticks._read(content)
        if tag == "depth":
            return OrderBook._read(content)
        if tag == "ticker":
            return VenueTicker._read(content)
        if tag == "premium_index":
            return MarkAndFunding._read(content)
        if tag == "funding_history":
            return FundingHistory._read(content)
        if tag == "open_interest":
            return OpenInterest._read(content)
        if tag == "open_interest_history":
            return OpenInterestHistory._read(content)
        if tag == "leverage_brackets":
            return TierTable._read(content)
        return content


# Below, because the modules of a package name each other's types.
from ._candles import Candlesticks
from ._venue import VenueTicker
