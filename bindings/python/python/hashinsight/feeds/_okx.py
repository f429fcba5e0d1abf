"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, document, each, instant, rows
from .._show import Rows
from ..market import Funding, FundingHistory, OpenInterest, OrderBook

__all__ = [
    "OkxAsk",
    "OkxAskDict",
    "OkxAskLike",
    "OkxBook",
    "OkxBookDict",
    "OkxCandles",
    "OkxCandlesDict",
    "OkxData",
    "OkxFundingHistory",
    "OkxFundingHistoryDict",
    "OkxFundingRate",
    "OkxFundingRateDict",
    "OkxMarginMode",
    "OkxOpenInterest",
    "OkxOpenInterestDict",
    "OkxPositionTiers",
    "OkxPositionTiersDict",
    "OkxTicker",
    "OkxTickerDict",
    "PositionTier",
    "WholePositionTiers",
]


def __dir__() -> list[str]:
    return __all__


@document
class OkxCandles(Document):
    """`GET /api/v5/market/candles`: candles, newest first; the last 1440.

    Attributes
    ----------
    instrument : str
        Name of the pair or contract, like `BTC-USDT` or `BTC-USDT-SWAP`.
    interval_ms : int
        Interval of one candle, in milliseconds: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, 1, 2, 3, 7 days (which begin at 00:00 UTC), a month (2629746000). [ms, from 1 to 31622400000]
    start_ms : datetime.datetime, optional
        First instant of the rows, in Unix milliseconds. Absent: the last rows. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime, optional
        Last instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    limit : int, optional
        Greatest number of rows, 1 to 300. [from 0]
    """

    instrument: str
    interval_ms: int
    start_ms: datetime.datetime | None = None
    end_ms: datetime.datetime | None = None
    limit: int | None = None
    _route = "feeds.request:ask.okx.candles"

    def __init__(
        self,
        instrument: str,
        interval_ms: int,
        start_ms: datetime.datetime | int | str | None = None,
        end_ms: datetime.datetime | int | str | None = None,
        limit: int | None = None,
    ) -> None:
        self._fill({"instrument": instrument, "interval_ms": interval_ms, "start_ms": start_ms, "end_ms": end_ms, "limit": limit})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("start_ms") is not None:
            document["start_ms"] = instant(document["start_ms"])
        if document.get("end_ms") is not None:
            document["end_ms"] = instant(document["end_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "interval_ms": self.interval_ms,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
            "limit": self.limit,
        }


class OkxCandlesDict(TypedDict):
    """``OkxCandles`` as a mapping."""

    instrument: str
    interval_ms: int
    start_ms: NotRequired[datetime.datetime | int | str | None]
    end_ms: NotRequired[datetime.datetime | int | str | None]
    limit: NotRequired[int | None]


@document
class OkxBook(Document):
    """`GET /api/v5/market/books`: levels of the book. Sizes are coins; those of contracts are multiplied by their size.

    Attributes
    ----------
    instrument : str
        Name of the pair or contract, like `BTC-USDT` or `BTC-USDT-SWAP`.
    depth : int
        Number of levels of each side, 1 to 400. [from 0]
    contract_size : float, optional
        Size of a contract (`ctVal`): in coins for linear ones (0.01 for BTC-USDT-SWAP), in US dollars for inverse ones (100 for BTC-USD-SWAP). Needed for contracts, whose books count them. [from 1e-12 to 1000000000.0]
    """

    instrument: str
    depth: int
    contract_size: float | None = None
    _route = "feeds.request:ask.okx.book"

    def __init__(
        self,
        instrument: str,
        depth: int,
        contract_size: float | None = None,
    ) -> None:
        self._fill({"instrument": instrument, "depth": depth, "contract_size": contract_size})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "depth": self.depth,
            "contract_size": self.contract_size,
        }


class OkxBookDict(TypedDict):
    """``OkxBook`` as a mapping."""

    instrument: str
    depth: int
    contract_size: NotRequired[float | None]


@document
class OkxTicker(Document):
    """`GET /api/v5/market/ticker`: best prices and 24 hours.

    Attributes
    ----------
    instrument : str
        Name of the pair or contract, like `BTC-USDT` or `BTC-USDT-SWAP`.
    """

    instrument: str
    _route = "feeds.request:ask.okx.ticker"

    def __init__(
        self,
        instrument: str,
    ) -> None:
        self._fill({"instrument": instrument})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
        }


class OkxTickerDict(TypedDict):
    """``OkxTicker`` as a mapping."""

    instrument: str


@document
class OkxFundingRate(Document):
    """`GET /api/v5/public/funding-rate`: the coming payment at the current rate, a forecast.

    Attributes
    ----------
    instrument : str
        Name of the contract, like `BTC-USDT-SWAP`.
    """

    instrument: str
    _route = "feeds.request:ask.okx.funding_rate"

    def __init__(
        self,
        instrument: str,
    ) -> None:
        self._fill({"instrument": instrument})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
        }


class OkxFundingRateDict(TypedDict):
    """``OkxFundingRate`` as a mapping."""

    instrument: str


@document
class OkxFundingHistory(Document):
    """`GET /api/v5/public/funding-rate-history`: past funding, newest first; the last three months.

    Attributes
    ----------
    instrument : str
        Name of the contract, like `BTC-USDT-SWAP`.
    funding_interval_ms : int
        Interval from one funding payment to the next, in milliseconds: 8 hours for most contracts. `FundingRate` says it. [ms, from 1 to 31622400000]
    start_ms : datetime.datetime, optional
        First instant of the rows, in Unix milliseconds. Absent: the last rows. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime, optional
        Last instant of the rows, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    limit : int, optional
        Greatest number of rows, 1 to 400. [from 0]
    """

    instrument: str
    funding_interval_ms: int
    start_ms: datetime.datetime | None = None
    end_ms: datetime.datetime | None = None
    limit: int | None = None
    _route = "feeds.request:ask.okx.funding_history"

    def __init__(
        self,
        instrument: str,
        funding_interval_ms: int,
        start_ms: datetime.datetime | int | str | None = None,
        end_ms: datetime.datetime | int | str | None = None,
        limit: int | None = None,
    ) -> None:
        self._fill({"instrument": instrument, "funding_interval_ms": funding_interval_ms, "start_ms": start_ms, "end_ms": end_ms, "limit": limit})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("start_ms") is not None:
            document["start_ms"] = instant(document["start_ms"])
        if document.get("end_ms") is not None:
            document["end_ms"] = instant(document["end_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "funding_interval_ms": self.funding_interval_ms,
            "start_ms": self.start_ms,
            "end_ms": self.end_ms,
            "limit": self.limit,
        }


class OkxFundingHistoryDict(TypedDict):
    """``OkxFundingHistory`` as a mapping."""

    instrument: str
    funding_interval_ms: int
    start_ms: NotRequired[datetime.datetime | int | str | None]
    end_ms: NotRequired[datetime.datetime | int | str | None]
    limit: NotRequired[int | None]


@document
class OkxOpenInterest(Document):
    """`GET /api/v5/public/open-interest`: open interest now, in coins and, where it is said, in US dollars.

    Attributes
    ----------
    instrument : str
        Name of the contract, like `BTC-USDT-SWAP`.
    """

    instrument: str
    _route = "feeds.request:ask.okx.open_interest"

    def __init__(
        self,
        instrument: str,
    ) -> None:
        self._fill({"instrument": instrument})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
        }


class OkxOpenInterestDict(TypedDict):
    """``OkxOpenInterest`` as a mapping."""

    instrument: str


OkxMarginMode: TypeAlias = Literal["cross", "isolated"]
"""Margin that stands behind a position.

Cases
-----
cross
    All margin of the account.
isolated
    Margin of the position alone.
"""


@document
class OkxPositionTiers(Document):
    """`GET /api/v5/public/position-tiers`: margin tiers, by the number of contracts.

    Attributes
    ----------
    instrument : str
        Name of the contract, like `BTC-USDT-SWAP`.
    margin_mode : OkxMarginMode
        Margin that stands behind the position: the account's or its own.
    """

    instrument: str
    margin_mode: OkxMarginMode
    _route = "feeds.request:ask.okx.position_tiers"

    def __init__(
        self,
        instrument: str,
        margin_mode: OkxMarginMode,
    ) -> None:
        self._fill({"instrument": instrument, "margin_mode": margin_mode})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "margin_mode": self.margin_mode,
        }


class OkxPositionTiersDict(TypedDict):
    """``OkxPositionTiers`` as a mapping."""

    instrument: str
    margin_mode: OkxMarginMode


@document
class OkxAsk(Variant):
    """Cases
    -----
    candles
        Candles.
    book
        Levels of the book.
    ticker
        Best prices and 24 hours.
    funding_rate
        Coming funding.
    funding_history
        Past funding.
    open_interest
        Open interest now.
    position_tiers
        Margin tiers.
    """

    tag: Literal["candles", "book", "ticker", "funding_rate", "funding_history", "open_interest", "position_tiers"]
    content: OkxCandles | OkxBook | OkxTicker | OkxFundingRate | OkxFundingHistory | OkxOpenInterest | OkxPositionTiers | None = None
    _route = "feeds.request:ask.okx"

    @classmethod
    def candles(cls, content: OkxCandles | OkxCandlesDict) -> Self:
        """Candles."""
        return cls._made("candles", content)

    @classmethod
    def book(cls, content: OkxBook | OkxBookDict) -> Self:
        """Levels of the book."""
        return cls._made("book", content)

    @classmethod
    def ticker(cls, content: OkxTicker | OkxTickerDict) -> Self:
        """Best prices and 24 hours."""
        return cls._made("ticker", content)

    @classmethod
    def funding_rate(cls, content: OkxFundingRate | OkxFundingRateDict) -> Self:
        """Coming funding."""
        return cls._made("funding_rate", content)

    @classmethod
    def funding_history(cls, content: OkxFundingHistory | OkxFundingHistoryDict) -> Self:
        """Past funding."""
        return cls._made("funding_history", content)

    @classmethod
    def open_interest(cls, content: OkxOpenInterest | OkxOpenInterestDict) -> Self:
        """Open interest now."""
        return cls._made("open_interest", content)

    @classmethod
    def position_tiers(cls, content: OkxPositionTiers | OkxPositionTiersDict) -> Self:
        """Margin tiers."""
        return cls._made("position_tiers", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "candles":
            return OkxCandles._read(content)
        if tag == "book":
            return OkxBook._read(content)
        if tag == "ticker":
            return OkxTicker._read(content)
        if tag == "funding_rate":
            return OkxFundingRate._read(content)
        if tag == "funding_history":
            return OkxFundingHistory._read(content)
        if tag == "open_interest":
            return OkxOpenInterest._read(content)
        if tag == "position_tiers":
            return OkxPositionTiers._read(content)
        return content


class OkxAskDict(TypedDict, total=False):
    """``OkxAsk`` as a mapping: one of the keys, with its content."""

    candles: OkxCandles | OkxCandlesDict
    book: OkxBook | OkxBookDict
    ticker: OkxTicker | OkxTickerDict
    funding_rate: OkxFundingRate | OkxFundingRateDict
    funding_history: OkxFundingHistory | OkxFundingHistoryDict
    open_interest: OkxOpenInterest | OkxOpenInterestDict
    position_tiers: OkxPositionTiers | OkxPositionTiersDict


OkxAskLike: TypeAlias = "OkxAsk | OkxAskDict"
"""What is taken for a ``OkxAsk``."""


@document
class PositionTier(Document):
    """A margin tier whose rate holds for the whole position: the margin jumps where a tier begins.

    Attributes
    ----------
    min_contracts : float
        Least number of contracts of the tier.
    max_contracts : float
        Greatest number of contracts of the tier.
    maintenance_rate : float
        Maintenance margin rate as a fraction of the notional of the whole position.
    initial_rate : float
        Initial margin rate as a fraction of the notional of the whole position.
    max_leverage : float
        Greatest leverage of the tier.
    """

    min_contracts: float
    max_contracts: float
    maintenance_rate: float
    initial_rate: float
    max_leverage: float

    def _wire(self) -> dict[str, Any]:
        return {
            "min_contracts": self.min_contracts,
            "max_contracts": self.max_contracts,
            "maintenance_rate": self.maintenance_rate,
            "initial_rate": self.initial_rate,
            "max_leverage": self.max_leverage,
        }


@document
class WholePositionTiers(Document):
    """Margin tiers of one contract, smallest positions first.

    Attributes
    ----------
    instrument : str
        Contract whose tiers they are; all contracts of its family share them.
    tiers : Rows[PositionTier]
        Tiers, smallest positions first.
    """

    instrument: str
    tiers: Rows[PositionTier]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["tiers"] = rows(PositionTier._read, document["tiers"])

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "tiers": self.tiers,
        }


@document
class OkxData(Variant):
    """Cases
    -----
    candles
        Candles.
    book
        Levels of the book.
    ticker
        Best prices and 24 hours.
    funding_rate
        Coming funding.
    funding_history
        Past funding.
    open_interest
        Open interest now.
    position_tiers
        Margin tiers.
    """

    tag: Literal["candles", "book", "ticker", "funding_rate", "funding_history", "open_interest", "position_tiers"]
    content: Candlesticks | OrderBook | VenueTicker | Funding | FundingHistory | OpenInterest | WholePositionTiers | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "candles":
            return Candlesticks._read(content)
        if tag == "book":
            return OrderBook._read(content)
        if tag == "ticker":
            return VenueTicker._read(content)
        if tag == "funding_rate":
            return Funding._read(content)
        if tag == "funding_history":
            return FundingHistory._read(content)
        if tag == "open_interest":
            return OpenInterest._read(content)
        if tag == "position_tiers":
            return WholePositionTiers._read(content)
        return content


# Below, because the modules of a package name each other's types.
from ._candles import Candlesticks
from ._venue import VenueTicker
