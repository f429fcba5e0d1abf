"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, day, document, each, instant, rows
from ..market import OrderBook, Quote

__all__ = [
    "CoinbaseAdvancedBook",
    "CoinbaseAdvancedBookDict",
    "CoinbaseAdvancedCandles",
    "CoinbaseAdvancedCandlesDict",
    "CoinbaseAdvancedProduct",
    "CoinbaseAdvancedProductDict",
    "CoinbaseAsk",
    "CoinbaseAskDict",
    "CoinbaseAskLike",
    "CoinbaseData",
    "CoinbaseExchangeBook",
    "CoinbaseExchangeBookDict",
    "CoinbaseExchangeCandles",
    "CoinbaseExchangeCandlesDict",
    "CoinbaseExchangeTicker",
    "CoinbaseExchangeTickerDict",
    "CoinbaseSpotPrice",
    "CoinbaseSpotPriceDict",
]


def __dir__() -> list[str]:
    return __all__


@document
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
    _route = "feeds.request:ask.coinbase.exchange_candles"

    def __init__(
        self,
        instrument: str,
        quote_currency: str,
        interval_ms: int,
        start_ms: datetime.datetime | int | str | None = None,
        end_ms: datetime.datetime | int | str | None = None,
    ) -> None:
        self._fill({"instrument": instrument, "quote_currency": quote_currency, "interval_ms": interval_ms, "start_ms": start_ms, "end_ms": end_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("start_ms") is not None:
            document["start_ms"] = instant(document["start_ms"])
        if document.get("end_ms") is not None:
            document["end_ms"] = instant(document["end_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "interval_ms": self.interval_ms,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
        }


class CoinbaseExchangeCandlesDict(TypedDict):
    """``CoinbaseExchangeCandles`` as a mapping."""

    instrument: str
    quote_currency: str
    interval_ms: int
    start_ms: NotRequired[datetime.datetime | int | str | None]
    end_ms: NotRequired[datetime.datetime | int | str | None]


@document
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
    _route = "feeds.request:ask.coinbase.exchange_ticker"

    def __init__(
        self,
        instrument: str,
        quote_currency: str,
    ) -> None:
        self._fill({"instrument": instrument, "quote_currency": quote_currency})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
        }


class CoinbaseExchangeTickerDict(TypedDict):
    """``CoinbaseExchangeTicker`` as a mapping."""

    instrument: str
    quote_currency: str


@document
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
    _route = "feeds.request:ask.coinbase.exchange_book"

    def __init__(
        self,
        instrument: str,
        quote_currency: str,
    ) -> None:
        self._fill({"instrument": instrument, "quote_currency": quote_currency})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
        }


class CoinbaseExchangeBookDict(TypedDict):
    """``CoinbaseExchangeBook`` as a mapping."""

    instrument: str
    quote_currency: str


@document
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
    _route = "feeds.request:ask.coinbase.advanced_candles"

    def __init__(
        self,
        instrument: str,
        quote_currency: str,
        interval_ms: int,
        start_ms: datetime.datetime | int | str,
        end_ms: datetime.datetime | int | str,
    ) -> None:
        self._fill({"instrument": instrument, "quote_currency": quote_currency, "interval_ms": interval_ms, "start_ms": start_ms, "end_ms": end_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["start_ms"] = instant(document["start_ms"])
        document["end_ms"] = instant(document["end_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "interval_ms": self.interval_ms,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
        }


class CoinbaseAdvancedCandlesDict(TypedDict):
    """``CoinbaseAdvancedCandles`` as a mapping."""

    instrument: str
    quote_currency: str
    interval_ms: int
    start_ms: datetime.datetime | int | str
    end_ms: datetime.datetime | int | str


@document
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
    _route = "feeds.request:ask.coinbase.advanced_product"

    def __init__(
        self,
        instrument: str,
        quote_currency: str,
    ) -> None:
        self._fill({"instrument": instrument, "quote_currency": quote_currency})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
        }


class CoinbaseAdvancedProductDict(TypedDict):
    """``CoinbaseAdvancedProduct`` as a mapping."""

    instrument: str
    quote_currency: str


@document
class CoinbaseAdvancedBook(Document):
    """`GET api.coinbase.com/api/v3/brokerage/market/product_book`: levels of the book.

    Attributes
    ----------
    instrument : str
        Name of the product, like `BTC-USD`.
    quote_currency : str
        Currency of the price.
    limit : int
        Number of levels of each side: at least 1. [from 0]
    """

    instrument: str
    quote_currency: str
    limit: int
    _route = "feeds.request:ask.coinbase.advanced_book"

    def __init__(
        self,
        instrument: str,
        quote_currency: str,
        limit: int,
    ) -> None:
        self._fill({"instrument": instrument, "quote_currency": quote_currency, "limit": limit})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "limit": self.limit,
        }


class CoinbaseAdvancedBookDict(TypedDict):
    """``CoinbaseAdvancedBook`` as a mapping."""

    instrument: str
    quote_currency: str
    limit: int


@document
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
    _route = "feeds.request:ask.coinbase.spot_price"

    def __init__(
        self,
        instrument: str,
        quote_currency: str,
    ) -> None:
        self._fill({"instrument": instrument, "quote_currency": quote_currency})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
        }


class CoinbaseSpotPriceDict(TypedDict):
    """``CoinbaseSpotPrice`` as a mapping."""

    instrument: str
    quote_currency: str


@document
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
    _route = "feeds.request:ask.coinbase"

    @classmethod
    def exchange_candles(cls, content: CoinbaseExchangeCandles | CoinbaseExchangeCandlesDict) -> Self:
        """Candles of the Exchange API."""
        return cls._made("exchange_candles", content)

    @classmethod
    def exchange_ticker(cls, content: CoinbaseExchangeTicker | CoinbaseExchangeTickerDict) -> Self:
        """Ticker of the Exchange API."""
        return cls._made("exchange_ticker", content)

    @classmethod
    def exchange_book(cls, content: CoinbaseExchangeBook | CoinbaseExchangeBookDict) -> Self:
        """Book of the Exchange API."""
        return cls._made("exchange_book", content)

    @classmethod
    def advanced_candles(cls, content: CoinbaseAdvancedCandles | CoinbaseAdvancedCandlesDict) -> Self:
        """Candles of Advanced Trade."""
        return cls._made("advanced_candles", content)

    @classmethod
    def advanced_product(cls, content: CoinbaseAdvancedProduct | CoinbaseAdvancedProductDict) -> Self:
        """Product of Advanced Trade: last price and 24 hours."""
        return cls._made("advanced_product", content)

    @classmethod
    def advanced_book(cls, content: CoinbaseAdvancedBook | CoinbaseAdvancedBookDict) -> Self:
        """Book of Advanced Trade."""
        return cls._made("advanced_book", content)

    @classmethod
    def spot_price(cls, content: CoinbaseSpotPrice | CoinbaseSpotPriceDict) -> Self:
        """Spot price of the v2 API."""
        return cls._made("spot_price", content)

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


class CoinbaseAskDict(TypedDict, total=False):
    """``CoinbaseAsk`` as a mapping: one of the keys, with its content."""

    exchange_candles: CoinbaseExchangeCandles | CoinbaseExchangeCandlesDict
    exchange_ticker: CoinbaseExchangeTicker | CoinbaseExchangeTickerDict
    exchange_book: CoinbaseExchangeBook | CoinbaseExchangeBookDict
    advanced_candles: CoinbaseAdvancedCandles | CoinbaseAdvancedCandlesDict
    advanced_product: CoinbaseAdvancedProduct | CoinbaseAdvancedProductDict
    advanced_book: CoinbaseAdvancedBook | CoinbaseAdvancedBookDict
    spot_price: CoinbaseSpotPrice | CoinbaseSpotPriceDict


CoinbaseAskLike: TypeAlias = "CoinbaseAsk | CoinbaseAskDict"
"""What is taken for a ``CoinbaseAsk``."""


@document
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
