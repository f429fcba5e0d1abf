"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any, Literal, Self, TypeAlias

from .._documents import Document, Variant, call, day, filled, instant
from ..market import Funding, FundingHistory, MarkPoint, OpenInterest, OpenInterestHistory, OrderBook, TierTable

__all__ = [
    "BinanceAsk",
    "BinanceCandles",
    "BinanceData",
    "BinanceDepth",
    "BinanceFundingHistory",
    "BinanceLeverageBrackets",
    "BinanceMarket",
    "BinanceOpenInterest",
    "BinanceOpenInterestHistory",
    "BinancePremiumIndex",
    "BinanceTicker",
    "MarkAndFunding",
]


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


@dataclasses.dataclass(frozen=True, repr=False)
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
        Interval of one candle, in milliseconds: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 8, 12 hours, 1, 3, 7 days. [ms, from 1 to 31622400000]
    start_ms : datetime.datetime, optional
        First instant of the rows, in Unix milliseconds. Absent: the last rows. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime, optional
        Last instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    limit : int, optional
        Greatest number of rows, up to 1000 (spot) or 1500. [from 0]
    """

    market: BinanceMarket
    instrument: str
    quote_currency: str
    interval_ms: int
    start_ms: datetime.datetime | None = None
    end_ms: datetime.datetime | None = None
    limit: int | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "start_ms" in document:
            document["start_ms"] = instant(document["start_ms"])
        if "end_ms" in document:
            document["end_ms"] = instant(document["end_ms"])
        return filled(cls, document)

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


@dataclasses.dataclass(frozen=True, repr=False)
class BinanceDepth(Document):
    """`GET .../depth`: levels of the book, at spot and USDⓈ-M.

    Attributes
    ----------
    market : BinanceMarket
        Market of the book: spot or USDⓈ-M.
    instrument : str
        Symbol of the instrument, like `BTCUSDT`.
    quote_currency : str
        Currency of the price.
    limit : int
        Number of levels of each side. [from 0]
    """

    market: BinanceMarket
    instrument: str
    quote_currency: str
    limit: int

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "limit": self.limit,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "funding_interval_ms": self.funding_interval_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
        Greatest number of rows, up to 1000. [from 0]
    """

    market: BinanceMarket
    instrument: str
    funding_interval_ms: int
    start_ms: datetime.datetime | None = None
    limit: int | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "start_ms" in document:
            document["start_ms"] = instant(document["start_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "funding_interval_ms": self.funding_interval_ms,
            "start_ms": self.start_ms,
            "limit": self.limit,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "contract_usd": self.contract_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class BinanceOpenInterestHistory(Document):
    """`GET /futures/data/openInterestHist`: open interest over time, at USDⓈ-M; the last 30 days.

    Attributes
    ----------
    instrument : str
        Symbol of the instrument, like `BTCUSDT`.
    interval_ms : int
        Distance between rows, in milliseconds: 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, a day. [ms, from 1 to 31622400000]
    limit : int, optional
        Greatest number of rows, up to 500. [from 0]
    """

    instrument: str
    interval_ms: int
    limit: int | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "interval_ms": self.interval_ms,
            "limit": self.limit,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["sign_ms"] = instant(document["sign_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "market": self.market,
            "instrument": self.instrument,
            "margin_currency": self.margin_currency,
            "sign_ms": self.sign_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def candles(cls, content: BinanceCandles | Mapping[str, Any]) -> Self:
        """Candles."""
        return filled(cls, {"tag": "candles", "content": content})

    @classmethod
    def depth(cls, content: BinanceDepth | Mapping[str, Any]) -> Self:
        """Levels of the book."""
        return filled(cls, {"tag": "depth", "content": content})

    @classmethod
    def ticker(cls, content: BinanceTicker | Mapping[str, Any]) -> Self:
        """Best prices and 24 hours."""
        return filled(cls, {"tag": "ticker", "content": content})

    @classmethod
    def premium_index(cls, content: BinancePremiumIndex | Mapping[str, Any]) -> Self:
        """Mark price and coming funding."""
        return filled(cls, {"tag": "premium_index", "content": content})

    @classmethod
    def funding_history(cls, content: BinanceFundingHistory | Mapping[str, Any]) -> Self:
        """Past funding."""
        return filled(cls, {"tag": "funding_history", "content": content})

    @classmethod
    def open_interest(cls, content: BinanceOpenInterest | Mapping[str, Any]) -> Self:
        """Open interest now."""
        return filled(cls, {"tag": "open_interest", "content": content})

    @classmethod
    def open_interest_history(cls, content: BinanceOpenInterestHistory | Mapping[str, Any]) -> Self:
        """Open interest over time."""
        return filled(cls, {"tag": "open_interest_history", "content": content})

    @classmethod
    def leverage_brackets(cls, content: BinanceLeverageBrackets | Mapping[str, Any]) -> Self:
        """Margin tiers."""
        return filled(cls, {"tag": "leverage_brackets", "content": content})

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


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["mark"] = MarkPoint._read(document["mark"])
        if "next_funding" in document:
            document["next_funding"] = Funding._read(document["next_funding"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "mark": self.mark,
            "next_funding": self.next_funding,
            "estimated_settlement": self.estimated_settlement,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
