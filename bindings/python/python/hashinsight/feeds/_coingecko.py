"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, day, document
from ..market import Quote, Quotes, Series

__all__ = [
    "CoingeckoAsk",
    "CoingeckoAskDict",
    "CoingeckoAskLike",
    "CoingeckoData",
    "CoingeckoMarketChart",
    "CoingeckoMarketChartDict",
    "CoingeckoOhlc",
    "CoingeckoOhlcDict",
    "CoingeckoSimplePrice",
    "CoingeckoSimplePriceDict",
    "MarketHistory",
    "SpotPrice",
]


def __dir__() -> list[str]:
    return __all__


@document
class CoingeckoSimplePrice(Document):
    """`GET /api/v3/simple/price`: price of a coin now.

    Attributes
    ----------
    coin : str
        Identifier of the coin at CoinGecko, like `bitcoin`.
    quote_currency : str
        Currency of the prices.
    """

    coin: str
    quote_currency: str
    _route = "feeds.request:ask.coingecko.simple_price"

    def __init__(
        self,
        coin: str,
        quote_currency: str,
    ) -> None:
        self._fill({"coin": coin, "quote_currency": quote_currency})

    def _wire(self) -> dict[str, Any]:
        return {
            "coin": self.coin,
            "quote_currency": self.quote_currency,
        }


class CoingeckoSimplePriceDict(TypedDict):
    """``CoingeckoSimplePrice`` as a mapping."""

    coin: str
    quote_currency: str


@document
class CoingeckoMarketChart(Document):
    """`GET /api/v3/coins/{id}/market_chart`: prices, market capitalization and volume over time.

    Attributes
    ----------
    coin : str
        Identifier of the coin at CoinGecko, like `bitcoin`.
    quote_currency : str
        Currency of the prices.
    days : int
        Length of the history, in days: 1 answers every five minutes, up to 90 every hour, above every day (and the current value as one point more). More than 365 need a key of the Pro plan. [from 0]
    """

    coin: str
    quote_currency: str
    days: int
    _route = "feeds.request:ask.coingecko.market_chart"

    def __init__(
        self,
        coin: str,
        quote_currency: str,
        days: int,
    ) -> None:
        self._fill({"coin": coin, "quote_currency": quote_currency, "days": days})

    def _wire(self) -> dict[str, Any]:
        return {
            "coin": self.coin,
            "quote_currency": self.quote_currency,
            "days": self.days,
        }


class CoingeckoMarketChartDict(TypedDict):
    """``CoingeckoMarketChart`` as a mapping."""

    coin: str
    quote_currency: str
    days: int


@document
class CoingeckoOhlc(Document):
    """`GET /api/v3/coins/{id}/ohlc`: candles without volume.

    Attributes
    ----------
    coin : str
        Identifier of the coin at CoinGecko, like `bitcoin`.
    quote_currency : str
        Currency of the prices.
    days : int
        Length of the history, in days: 1, 7, 14, 30, 90, 180 or 365. [from 0]
    interval_ms : int, optional
        Interval of one candle, in milliseconds, where the plan lets one choose: an hour or a day. Absent: 30 minutes for 1 day, 4 hours up to 30 days and 4 days above. [ms, from 1 to 31622400000]
    """

    coin: str
    quote_currency: str
    days: int
    interval_ms: int | None = None
    _route = "feeds.request:ask.coingecko.ohlc"

    def __init__(
        self,
        coin: str,
        quote_currency: str,
        days: int,
        interval_ms: int | None = None,
    ) -> None:
        self._fill({"coin": coin, "quote_currency": quote_currency, "days": days, "interval_ms": interval_ms})

    def _wire(self) -> dict[str, Any]:
        return {
            "coin": self.coin,
            "quote_currency": self.quote_currency,
            "days": self.days,
            "interval_ms": self.interval_ms,
        }


class CoingeckoOhlcDict(TypedDict):
    """``CoingeckoOhlc`` as a mapping."""

    coin: str
    quote_currency: str
    days: int
    interval_ms: NotRequired[int | None]


@document
class CoingeckoAsk(Variant):
    """Cases
    -----
    simple_price
        Price of a coin now.
    market_chart
        Prices, market capitalization and volume over time.
    ohlc
        Candles without volume.
    """

    tag: Literal["simple_price", "market_chart", "ohlc"]
    content: CoingeckoSimplePrice | CoingeckoMarketChart | CoingeckoOhlc | None = None
    _route = "feeds.request:ask.coingecko"

    @classmethod
    def simple_price(cls, content: CoingeckoSimplePrice | CoingeckoSimplePriceDict) -> Self:
        """Price of a coin now."""
        return cls._made("simple_price", content)

    @classmethod
    def market_chart(cls, content: CoingeckoMarketChart | CoingeckoMarketChartDict) -> Self:
        """Prices, market capitalization and volume over time."""
        return cls._made("market_chart", content)

    @classmethod
    def ohlc(cls, content: CoingeckoOhlc | CoingeckoOhlcDict) -> Self:
        """Candles without volume."""
        return cls._made("ohlc", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "simple_price":
            return CoingeckoSimplePrice._read(content)
        if tag == "market_chart":
            return CoingeckoMarketChart._read(content)
        if tag == "ohlc":
            return CoingeckoOhlc._read(content)
        return content


class CoingeckoAskDict(TypedDict, total=False):
    """``CoingeckoAsk`` as a mapping: one of the keys, with its content."""

    simple_price: CoingeckoSimplePrice | CoingeckoSimplePriceDict
    market_chart: CoingeckoMarketChart | CoingeckoMarketChartDict
    ohlc: CoingeckoOhlc | CoingeckoOhlcDict


CoingeckoAskLike: TypeAlias = "CoingeckoAsk | CoingeckoAskDict"
"""What is taken for a ``CoingeckoAsk``."""


@document
class SpotPrice(Document):
    """Price of a coin, and its market.

    Attributes
    ----------
    price : Quote
        Last price of the coin.
    market_cap : float, optional
        Market capitalization in the quote currency.
    volume_24h : float, optional
        Trading volume of 24 hours in the quote currency.
    change_24h : float, optional
        Change of the price in 24 hours, as a fraction (received as percent).
    """

    price: Quote
    market_cap: float | None = None
    volume_24h: float | None = None
    change_24h: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["price"] = Quote._read(document["price"])

    def _wire(self) -> dict[str, Any]:
        return {
            "price": self.price,
            "market_cap": self.market_cap,
            "volume_24h": self.volume_24h,
            "change_24h": self.change_24h,
        }


@document
class MarketHistory(Document):
    """Market of a coin over time.

    Attributes
    ----------
    prices : Quotes
        Prices of the coin.
    market_cap : Series
        Market capitalization in the quote currency.
    volume_24h : Series
        Trading volume of the 24 hours before, in the quote currency.
    """

    prices: Quotes
    market_cap: Series
    volume_24h: Series

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["prices"] = Quotes._read(document["prices"])
        document["market_cap"] = Series._read(document["market_cap"])
        document["volume_24h"] = Series._read(document["volume_24h"])

    def _wire(self) -> dict[str, Any]:
        return {
            "prices": self.prices,
            "market_cap": self.market_cap,
            "volume_24h": self.volume_24h,
        }


@document
class CoingeckoData(Variant):
    """Cases
    -----
    simple_price
        Price of a coin now.
    market_chart
        Prices, market capitalization and volume over time.
    ohlc
        Candles without volume.
    """

    tag: Literal["simple_price", "market_chart", "ohlc"]
    content: SpotPrice | MarketHistory | Candlesticks | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "simple_price":
            return SpotPrice._read(content)
        if tag == "market_chart":
            return MarketHistory._read(content)
        if tag == "ohlc":
            return Candlesticks._read(content)
        return content


# Below, because the modules of a package name each other's types.
from ._candles import Candlesticks
