"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any, Literal, Self

from .._documents import Document, Variant, day, filled, instant
from ..market import OrderBook, Quote

__all__ = [
    "CoinbaseAdvancedBook",
    "CoinbaseAdvancedCandles",
    "CoinbaseAdvancedProduct",
    "CoinbaseAsk",
    "CoinbaseData",
    "CoinbaseExchangeBook",
    "CoinbaseExchangeCandles",
    "CoinbaseExchangeTicker",
    "CoinbaseSpotPrice",
]


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseExchangeCandles(Document):
    """`GET api.exchange.coinbase.com/products/{id}/candles`, at most 300.

    Attributes
    ----------
    instrument : str
        Name of the product, like `BTC-USD`.
    quote_currency : str
        Currency of the price.
    interval_ms : int
        Interval of one candle, in milliseconds: 1, 5, 15 minutes, 1, 6 hours, a day. [ms, from 1 to 31622400000]
    start_ms : datetime.datetime, optional
        First instant of the rows, in Unix milliseconds. Absent: the last rows. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime, optional
        Last instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    """

    instrument: str
    quote_currency: str
    interval_ms: int
    start_ms: datetime.datetime | None = None
    end_ms: datetime.datetime | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "start_ms" in document:
            document["start_ms"] = instant(document["start_ms"])
        if "end_ms" in document:
            document["end_ms"] = instant(document["end_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "interval_ms": self.interval_ms,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseExchangeTicker(Document):
    """`GET api.exchange.coinbase.com/products/{id}/ticker`.

    Attributes
    ----------
    instrument : str
        Name of the product, like `BTC-USD`.
    quote_currency : str
        Currency of the price.
    """

    instrument: str
    quote_currency: str

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseExchangeBook(Document):
    """`GET api.exchange.coinbase.com/products/{id}/book?level=2`: levels of the book.

    Attributes
    ----------
    instrument : str
        Name of the product, like `BTC-USD`.
    quote_currency : str
        Currency of the price.
    """

    instrument: str
    quote_currency: str

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseAdvancedCandles(Document):
    """`GET api.coinbase.com/api/v3/brokerage/market/products/{id}/candles`, at most 350.

    Attributes
    ----------
    instrument : str
        Name of the product, like `BTC-USD`.
    quote_currency : str
        Currency of the price.
    interval_ms : int
        Interval of one candle, in milliseconds: 1, 5, 15, 30 minutes, 1, 2, 6 hours, a day. [ms, from 1 to 31622400000]
    start_ms : datetime.datetime
        First instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime
        Last instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    """

    instrument: str
    quote_currency: str
    interval_ms: int
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
            "quote_currency": self.quote_currency,
            "interval_ms": self.interval_ms,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseAdvancedProduct(Document):
    """`GET api.coinbase.com/api/v3/brokerage/market/products/{id}`: last price and 24 hours.

    Attributes
    ----------
    instrument : str
        Name of the product, like `BTC-USD`.
    quote_currency : str
        Currency of the price.
    """

    instrument: str
    quote_currency: str

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseAdvancedBook(Document):
    """`GET api.coinbase.com/api/v3/brokerage/market/product_book`: levels of the book.

    Attributes
    ----------
    instrument : str
        Name of the product, like `BTC-USD`.
    quote_currency : str
        Currency of the price.
    limit : int
        Number of levels of each side. [from 0]
    """

    instrument: str
    quote_currency: str
    limit: int

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "limit": self.limit,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseSpotPrice(Document):
    """`GET api.coinbase.com/v2/prices/{pair}/spot`: the spot price.

    Attributes
    ----------
    instrument : str
        Name of the pair, like `BTC-USD`.
    quote_currency : str
        Currency of the price.
    """

    instrument: str
    quote_currency: str

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseAsk(Variant):
    """Cases
    -----
    exchange_candles
        Candles of the Exchange API.
    exchange_ticker
        Ticker of the Exchange API.
    exchange_book
        Book of the Exchange API.
    advanced_candles
        Candles of Advanced Trade.
    advanced_product
        Product of Advanced Trade: last price and 24 hours.
    advanced_book
        Book of Advanced Trade.
    spot_price
        Spot price of the v2 API.
    """

    tag: Literal["exchange_candles", "exchange_ticker", "exchange_book", "advanced_candles", "advanced_product", "advanced_book", "spot_price"]
    content: CoinbaseExchangeCandles | CoinbaseExchangeTicker | CoinbaseExchangeBook | CoinbaseAdvancedCandles | CoinbaseAdvancedProduct | CoinbaseAdvancedBook | CoinbaseSpotPrice | None = None

    @classmethod
    def exchange_candles(cls, content: CoinbaseExchangeCandles | Mapping[str, Any]) -> Self:
        """Candles of the Exchange API."""
        return filled(cls, {"tag": "exchange_candles", "content": content})

    @classmethod
    def exchange_ticker(cls, content: CoinbaseExchangeTicker | Mapping[str, Any]) -> Self:
        """Ticker of the Exchange API."""
        return filled(cls, {"tag": "exchange_ticker", "content": content})

    @classmethod
    def exchange_book(cls, content: CoinbaseExchangeBook | Mapping[str, Any]) -> Self:
        """Book of the Exchange API."""
        return filled(cls, {"tag": "exchange_book", "content": content})

    @classmethod
    def advanced_candles(cls, content: CoinbaseAdvancedCandles | Mapping[str, Any]) -> Self:
        """Candles of Advanced Trade."""
        return filled(cls, {"tag": "advanced_candles", "content": content})

    @classmethod
    def advanced_product(cls, content: CoinbaseAdvancedProduct | Mapping[str, Any]) -> Self:
        """Product of Advanced Trade: last price and 24 hours."""
        return filled(cls, {"tag": "advanced_product", "content": content})

    @classmethod
    def advanced_book(cls, content: CoinbaseAdvancedBook | Mapping[str, Any]) -> Self:
        """Book of Advanced Trade."""
        return filled(cls, {"tag": "advanced_book", "content": content})

    @classmethod
    def spot_price(cls, content: CoinbaseSpotPrice | Mapping[str, Any]) -> Self:
        """Spot price of the v2 API."""
        return filled(cls, {"tag": "spot_price", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "exchange_candles":
            return CoinbaseExchangeCandles._read(content)
        if tag == "exchange_ticker":
            return CoinbaseExchangeTicker._read(content)
        if tag == "exchange_book":
            return CoinbaseExchangeBook._read(content)
        if tag == "advanced_candles":
            return CoinbaseAdvancedCandles._read(content)
        if tag == "advanced_product":
            return CoinbaseAdvancedProduct._read(content)
        if tag == "advanced_book":
            return CoinbaseAdvancedBook._read(content)
        if tag == "spot_price":
            return CoinbaseSpotPrice._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseData(Variant):
    """Cases
    -----
    exchange_candles
        Candles of the Exchange API.
    exchange_ticker
        Ticker of the Exchange API.
    exchange_book
        Book of the Exchange API.
    advanced_candles
        Candles of Advanced Trade.
    advanced_product
        Product of Advanced Trade: last price and 24 hours.
    advanced_book
        Book of Advanced Trade.
    spot_price
        Spot price of the v2 API.
    """

    tag: Literal["exchange_candles", "exchange_ticker", "exchange_book", "advanced_candles", "advanced_product", "advanced_book", "spot_price"]
    content: Candlesticks | VenueTicker | OrderBook | Quote | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "exchange_candles":
            return Candlesticks._read(content)
        if tag == "exchange_ticker":
            return VenueTicker._read(content)
        if tag == "exchange_book":
            return OrderBook._read(content)
        if tag == "advanced_candles":
            return Candlesticks._read(content)
        if tag == "advanced_product":
            return VenueTicker._read(content)
        if tag == "advanced_book":
            return OrderBook._read(content)
        if tag == "spot_price":
            return Quote._read(content)
        return content


# Below, because the modules of a package name each other's types.
from ._candles import Candlesticks
from ._venue import VenueTicker
