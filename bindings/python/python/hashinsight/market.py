"""Operations and types of ``market``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from ._documents import Document, FrameLike, call, document, each, instant, listed, rows
from ._show import Rows
from .units import Money, MoneyDict

__all__ = [
    "Bar",
    "Bars",
    "BarsDict",
    "BlockStats",
    "Funding",
    "FundingHistory",
    "FundingHistoryDict",
    "LedgerRow",
    "LedgerRowDict",
    "LedgerRowKind",
    "Levels",
    "LevelsDict",
    "MarkPoint",
    "OpenInterest",
    "OpenInterestHistory",
    "OpenInterestHistoryDict",
    "OptionChain",
    "OptionChainDict",
    "OptionKind",
    "OptionQuote",
    "OptionQuoteDict",
    "OrderBook",
    "OrderBookDict",
    "PowerPrices",
    "PowerPricesDict",
    "Quote",
    "Quotes",
    "Series",
    "TierTable",
    "TierTableDict",
]


def __dir__() -> list[str]:
    return __all__


@document
class TierTable(Document):
    """A venue's whole margin table as columns, smallest positions first: from notional 0, without gap and overlap, with a continuous
    maintenance margin.

    Attributes
    ----------
    source : str
        Exchange or service that published the margin table.
    instrument : str
        Contract the margin table belongs to, in the words of its source.
    margin_currency : str
        Currency of notionals and deductions; the coin itself for inverse contracts.
    time_ms : datetime.datetime
        Instant at which the margin table held, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    notional_floor : tuple[float, ...]
        Least notionals of the tiers, in margin currency.
    notional_cap : tuple[float, ...]
        Greatest notionals of the tiers, in margin currency.
    maintenance_rate : tuple[float, ...]
        Maintenance margin rates of the tiers as fractions of the notional: above 0, at most 1.
    deduction : tuple[float, ...]
        Deductions from the maintenance margin, in margin currency.
    max_leverage : tuple[float, ...]
        Greatest leverages at which positions of each tier's size can be opened: at least 1.
    """

    source: str
    instrument: str
    margin_currency: str
    time_ms: datetime.datetime
    notional_floor: tuple[float, ...]
    notional_cap: tuple[float, ...]
    maintenance_rate: tuple[float, ...]
    deduction: tuple[float, ...]
    max_leverage: tuple[float, ...]
    _route = "derivatives.liquidation:maintenance.tiers"

    def __init__(
        self,
        source: str,
        instrument: str,
        margin_currency: str,
        time_ms: datetime.datetime | int | str,
        notional_floor: ArrayLike,
        notional_cap: ArrayLike,
        maintenance_rate: ArrayLike,
        deduction: ArrayLike,
        max_leverage: ArrayLike,
    ) -> None:
        self._fill({"source": source, "instrument": instrument, "margin_currency": margin_currency, "time_ms": time_ms, "notional_floor": notional_floor, "notional_cap": notional_cap, "maintenance_rate": maintenance_rate, "deduction": deduction, "max_leverage": max_leverage})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["notional_floor"] = listed(document["notional_floor"])
        document["notional_cap"] = listed(document["notional_cap"])
        document["maintenance_rate"] = listed(document["maintenance_rate"])
        document["deduction"] = listed(document["deduction"])
        document["max_leverage"] = listed(document["max_leverage"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "instrument": self.instrument,
            "margin_currency": self.margin_currency,
            "time_ms": self.time_ms,
            "notional_floor": self.notional_floor,
            "notional_cap": self.notional_cap,
            "maintenance_rate": self.maintenance_rate,
            "deduction": self.deduction,
            "max_leverage": self.max_leverage,
        }


class TierTableDict(TypedDict):
    """``TierTable`` as a mapping."""

    source: str
    instrument: str
    margin_currency: str
    time_ms: datetime.datetime | int | str
    notional_floor: ArrayLike
    notional_cap: ArrayLike
    maintenance_rate: ArrayLike
    deduction: ArrayLike
    max_leverage: ArrayLike


OptionKind: TypeAlias = Literal["call", "put"]
"""The right to buy, or the right to sell.

Cases
-----
call
    The right to buy.
put
    The right to sell.
"""


@document
class OptionQuote(Document):
    """Terms, prices and implied volatilities of a European option at one instant. Strike and underlying are in the quote currency, bid, ask
    and mark in the premium currency; volatilities are fractions per square root of a year.

    Attributes
    ----------
    source : str
        Exchange or service that published the quote.
    quote_currency : str
        Currency of strike and underlying.
    premium_currency : str
        Currency of bid, ask and mark; the coin itself for inverse options.
    instrument : str
        Option that is quoted, in the words of its source.
    time_ms : datetime.datetime
        Instant of the quote, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    expiry_ms : datetime.datetime
        Instant of the option's expiry, in Unix milliseconds: after `time_ms`. [ms, from 1230940800000 to 253402235999999]
    strike : float
        Strike, the price at which the option can be exercised, in quote currency per unit of base.
    kind : OptionKind
        Kind of the option: call or put.
    underlying : float
        Forward price of the underlying for the option's expiry, in quote currency per unit of base.
    bid : float, optional
        Premium that the best buyer pays, in premium currency. Absent: nobody buys. Sources that write 0 mean nobody.
    ask : float, optional
        Premium that the best seller asks, in premium currency. Absent: nobody sells.
    mark : float, optional
        Mark, the venue's own value of the option, in premium currency.
    bid_iv : float, optional
        Implied volatility of the bid, per square root of a year (a fraction).
    ask_iv : float, optional
        Implied volatility of the ask, per square root of a year (a fraction).
    mark_iv : float, optional
        Implied volatility of the mark, per square root of a year (a fraction).
    open_interest_base : float, optional
        Open interest in units of base.
    """

    source: str
    quote_currency: str
    premium_currency: str
    instrument: str
    time_ms: datetime.datetime
    expiry_ms: datetime.datetime
    strike: float
    kind: OptionKind
    underlying: float
    bid: float | None = None
    ask: float | None = None
    mark: float | None = None
    bid_iv: float | None = None
    ask_iv: float | None = None
    mark_iv: float | None = None
    open_interest_base: float | None = None
    _route = "derivatives.option_chain:chain.quotes.[]"

    def __init__(
        self,
        source: str,
        quote_currency: str,
        premium_currency: str,
        instrument: str,
        time_ms: datetime.datetime | int | str,
        expiry_ms: datetime.datetime | int | str,
        strike: float,
        kind: OptionKind,
        underlying: float,
        bid: float | None = None,
        ask: float | None = None,
        mark: float | None = None,
        bid_iv: float | None = None,
        ask_iv: float | None = None,
        mark_iv: float | None = None,
        open_interest_base: float | None = None,
    ) -> None:
        self._fill({"source": source, "quote_currency": quote_currency, "premium_currency": premium_currency, "instrument": instrument, "time_ms": time_ms, "expiry_ms": expiry_ms, "strike": strike, "kind": kind, "underlying": underlying, "bid": bid, "ask": ask, "mark": mark, "bid_iv": bid_iv, "ask_iv": ask_iv, "mark_iv": mark_iv, "open_interest_base": open_interest_base})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["expiry_ms"] = instant(document["expiry_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "quote_currency": self.quote_currency,
            "premium_currency": self.premium_currency,
            "instrument": self.instrument,
            "time_ms": self.time_ms,
            "expiry_ms": self.expiry_ms,
            "strike": self.strike,
            "kind": self.kind,
            "underlying": self.underlying,
            "bid": self.bid,
            "ask": self.ask,
            "mark": self.mark,
            "bid_iv": self.bid_iv,
            "ask_iv": self.ask_iv,
            "mark_iv": self.mark_iv,
            "open_interest_base": self.open_interest_base,
        }


class OptionQuoteDict(TypedDict):
    """``OptionQuote`` as a mapping."""

    source: str
    quote_currency: str
    premium_currency: str
    instrument: str
    time_ms: datetime.datetime | int | str
    expiry_ms: datetime.datetime | int | str
    strike: float
    kind: OptionKind
    underlying: float
    bid: NotRequired[float | None]
    ask: NotRequired[float | None]
    mark: NotRequired[float | None]
    bid_iv: NotRequired[float | None]
    ask_iv: NotRequired[float | None]
    mark_iv: NotRequired[float | None]
    open_interest_base: NotRequired[float | None]


@document
class OptionChain(Document):
    """Options with the same currencies from one source, sorted by expiry, then strike, call before put; no two alike.

    A chain is a list of rows and not columns, because nearly every field of an option can be absent by itself.

    Attributes
    ----------
    quotes : Rows[OptionQuote]
        Quotes of the options, sorted by expiry, then strike, call before put.
    """

    quotes: Rows[OptionQuote]
    _route = "derivatives.option_chain:chain"

    def __init__(
        self,
        quotes: Sequence[OptionQuote | OptionQuoteDict] | FrameLike,
    ) -> None:
        self._fill({"quotes": quotes})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["quotes"] = rows(OptionQuote._read, document["quotes"])

    def _wire(self) -> dict[str, Any]:
        return {
            "quotes": self.quotes,
        }


class OptionChainDict(TypedDict):
    """``OptionChain`` as a mapping."""

    quotes: Sequence[OptionQuote | OptionQuoteDict]


@document
class Series(Document):
    """History of one quantity from one source as columns, oldest first, in the unit that the name of the field around it says.

    Attributes
    ----------
    source : str
        Exchange, node or service that published the numbers.
    time_ms : tuple[int, ...]
        Instants at which the numbers held, in Unix milliseconds.
    value : tuple[float, ...]
        Numbers of any sign, in the unit that the name of the field around them says.
    """

    source: str
    time_ms: tuple[int, ...]
    value: tuple[float, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = listed(document["time_ms"])
        document["value"] = listed(document["value"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "time_ms": self.time_ms,
            "value": self.value,
        }


@document
class Bars(Document):
    """Bars of one instrument and interval as columns, oldest first. Intervals never overlap; gaps are allowed.

    Attributes
    ----------
    source : str
        Exchange or service that published the bars.
    instrument : str
        Instrument that traded, in the words of its source.
    quote_currency : str
        Currency of the prices.
    interval_ms : int
        Length of each bar's interval, in milliseconds; 2629746000 is a month of the calendar, from the first to the first (UTC). [ms, from 1 to 31622400000]
    open_time_ms : tuple[int, ...]
        Starts of the intervals, inclusive, in Unix milliseconds.
    open : tuple[float, ...]
        First prices of the intervals, in quote currency per unit of base.
    high : tuple[float, ...]
        Highest prices of the intervals, in quote currency per unit of base.
    low : tuple[float, ...]
        Lowest prices of the intervals, in quote currency per unit of base.
    close : tuple[float, ...]
        Last prices of the intervals, in quote currency per unit of base.
    volume_base : tuple[float, ...], optional
        Volumes traded, in units of base, for all bars or for none. Absent: the source does not count them.
    """

    source: str
    instrument: str
    quote_currency: str
    interval_ms: int
    open_time_ms: tuple[int, ...]
    open: tuple[float, ...]
    high: tuple[float, ...]
    low: tuple[float, ...]
    close: tuple[float, ...]
    volume_base: tuple[float, ...] | None = None
    _route = "insurance.claim_by_bars:bars"

    def __init__(
        self,
        source: str,
        instrument: str,
        quote_currency: str,
        interval_ms: int,
        open_time_ms: ArrayLike,
        open: ArrayLike,
        high: ArrayLike,
        low: ArrayLike,
        close: ArrayLike,
        volume_base: ArrayLike | None = None,
    ) -> None:
        self._fill({"source": source, "instrument": instrument, "quote_currency": quote_currency, "interval_ms": interval_ms, "open_time_ms": open_time_ms, "open": open, "high": high, "low": low, "close": close, "volume_base": volume_base})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["open_time_ms"] = listed(document["open_time_ms"])
        document["open"] = listed(document["open"])
        document["high"] = listed(document["high"])
        document["low"] = listed(document["low"])
        document["close"] = listed(document["close"])
        if document.get("volume_base") is not None:
            document["volume_base"] = listed(document["volume_base"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "interval_ms": self.interval_ms,
            "open_time_ms": self.open_time_ms,
            "open": self.open,
            "high": self.high,
            "low": self.low,
            "close": self.close,
            "volume_base": self.volume_base,
        }


class BarsDict(TypedDict):
    """``Bars`` as a mapping."""

    source: str
    instrument: str
    quote_currency: str
    interval_ms: int
    open_time_ms: ArrayLike
    open: ArrayLike
    high: ArrayLike
    low: ArrayLike
    close: ArrayLike
    volume_base: NotRequired[ArrayLike | None]


@document
class Bar(Document):
    """Open, high, low, close and volume of an instrument in one interval: `low <= open, close <= high`.

    Attributes
    ----------
    source : str
        Exchange or service that published the bar.
    instrument : str
        Instrument that traded, in the words of its source.
    quote_currency : str
        Currency of the prices.
    interval_ms : int
        Length of the bar's interval, in milliseconds; 2629746000 is a month of the calendar, from the first to the first (UTC). [ms, from 1 to 31622400000]
    open_time_ms : datetime.datetime
        Start of the bar's interval, inclusive, in Unix milliseconds. Where a source stamps bars with the close, its parser subtracts the interval. [ms, from 1230940800000 to 253402235999999]
    open : float
        First price of the interval, in quote currency per unit of base.
    high : float
        Highest price of the interval, in quote currency per unit of base.
    low : float
        Lowest price of the interval, in quote currency per unit of base.
    close : float
        Last price of the interval, in quote currency per unit of base.
    volume_base : float, optional
        Volume traded in the interval, in units of base: 0 means that nothing traded. Absent: the source does not count it.
    """

    source: str
    instrument: str
    quote_currency: str
    interval_ms: int
    open_time_ms: datetime.datetime
    open: float
    high: float
    low: float
    close: float
    volume_base: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["open_time_ms"] = instant(document["open_time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "interval_ms": self.interval_ms,
            "open_time_ms": self.open_time_ms,
            "open": self.open,
            "high": self.high,
            "low": self.low,
            "close": self.close,
            "volume_base": self.volume_base,
        }


@document
class Levels(Document):
    """One side of a book as columns, best price first.

    Attributes
    ----------
    price : tuple[float, ...]
        Prices of the levels, in quote currency per unit of base, each once.
    size_base : tuple[float, ...]
        Sizes offered at each price, in units of base: above 0.
    """

    price: tuple[float, ...]
    size_base: tuple[float, ...]
    _route = "signals.order_book:book.bids"

    def __init__(
        self,
        price: ArrayLike,
        size_base: ArrayLike,
    ) -> None:
        self._fill({"price": price, "size_base": size_base})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["price"] = listed(document["price"])
        document["size_base"] = listed(document["size_base"])

    def _wire(self) -> dict[str, Any]:
        return {
            "price": self.price,
            "size_base": self.size_base,
        }


class LevelsDict(TypedDict):
    """``Levels`` as a mapping."""

    price: ArrayLike
    size_base: ArrayLike


@document
class OrderBook(Document):
    """Levels of a book at one instant: bids fall, asks rise, and the best bid is at most the best ask.

    Attributes
    ----------
    source : str
        Exchange or service that published the book.
    instrument : str
        Instrument that is bought and sold, in the words of its source.
    quote_currency : str
        Currency of the prices.
    time_ms : datetime.datetime
        Instant of the book, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    bids : Levels
        Levels at which buyers buy, highest price first.
    asks : Levels
        Levels at which sellers sell, lowest price first.
    """

    source: str
    instrument: str
    quote_currency: str
    time_ms: datetime.datetime
    bids: Levels
    asks: Levels
    _route = "signals.order_book:book"

    def __init__(
        self,
        source: str,
        instrument: str,
        quote_currency: str,
        time_ms: datetime.datetime | int | str,
        bids: Levels | LevelsDict,
        asks: Levels | LevelsDict,
    ) -> None:
        self._fill({"source": source, "instrument": instrument, "quote_currency": quote_currency, "time_ms": time_ms, "bids": bids, "asks": asks})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["bids"] = Levels._read(document["bids"])
        document["asks"] = Levels._read(document["asks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "time_ms": self.time_ms,
            "bids": self.bids,
            "asks": self.asks,
        }


class OrderBookDict(TypedDict):
    """``OrderBook`` as a mapping."""

    source: str
    instrument: str
    quote_currency: str
    time_ms: datetime.datetime | int | str
    bids: Levels | LevelsDict
    asks: Levels | LevelsDict


@document
class Quote(Document):
    """Best bid, best ask and last price of an instrument at one instant: at least one of the three, and `bid <= ask`.

    Attributes
    ----------
    source : str
        Exchange or service that published the quote.
    instrument : str
        Instrument that is quoted, in the words of its source.
    quote_currency : str
        Currency of the prices.
    time_ms : datetime.datetime
        Instant of the quote, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    bid : float, optional
        Price that the best buyer pays, in quote currency per unit of base.
    ask : float, optional
        Price that the best seller asks, in quote currency per unit of base.
    last_price : float, optional
        Price of the last trade, or of the index where the source is one, in quote currency per unit of base.
    """

    source: str
    instrument: str
    quote_currency: str
    time_ms: datetime.datetime
    bid: float | None = None
    ask: float | None = None
    last_price: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "time_ms": self.time_ms,
            "bid": self.bid,
            "ask": self.ask,
            "last_price": self.last_price,
        }


@document
class MarkPoint(Document):
    """Mark price of a contract at one instant: the price at which its venue liquidates.

    Attributes
    ----------
    source : str
        Exchange or service that published the mark price.
    instrument : str
        Contract that is marked, in the words of its source.
    quote_currency : str
        Currency of the prices.
    time_ms : datetime.datetime
        Instant of the mark price, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    mark : float
        Mark price, in quote currency per unit of base.
    index : float, optional
        Price of the spot index that the mark follows, in quote currency per unit of base.
    """

    source: str
    instrument: str
    quote_currency: str
    time_ms: datetime.datetime
    mark: float
    index: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "time_ms": self.time_ms,
            "mark": self.mark,
            "index": self.index,
        }


@document
class Funding(Document):
    """One funding payment of a perpetual contract: longs pay shorts where the rate is positive, shorts pay longs where it is negative.

    Attributes
    ----------
    source : str
        Exchange or service that published the rate.
    instrument : str
        Contract the rate belongs to, in the words of its source.
    interval_ms : int
        Interval from one payment to the next, in milliseconds: mostly 8 h, some 1 h or 4 h. [ms, from 1 to 31622400000]
    time_ms : datetime.datetime
        Instant of the payment, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    rate_per_interval : float
        Rate of one payment as a fraction of the notional: -1 to 1.
    """

    source: str
    instrument: str
    interval_ms: int
    time_ms: datetime.datetime
    rate_per_interval: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "instrument": self.instrument,
            "interval_ms": self.interval_ms,
            "time_ms": self.time_ms,
            "rate_per_interval": self.rate_per_interval,
        }


@document
class FundingHistory(Document):
    """Funding payments of one contract as columns, oldest first.

    Attributes
    ----------
    source : str
        Exchange or service that published the rates.
    instrument : str
        Contract the rates belong to, in the words of its source.
    interval_ms : int
        Interval from one payment to the next, in milliseconds. [ms, from 1 to 31622400000]
    time_ms : tuple[int, ...]
        Instants of the payments, in Unix milliseconds.
    rate_per_interval : tuple[float, ...]
        Rates of each payment as fractions of the notional: -1 to 1.
    """

    source: str
    instrument: str
    interval_ms: int
    time_ms: tuple[int, ...]
    rate_per_interval: tuple[float, ...]
    _route = "signals.evaluate:derivatives.funding"

    def __init__(
        self,
        source: str,
        instrument: str,
        interval_ms: int,
        time_ms: ArrayLike,
        rate_per_interval: ArrayLike,
    ) -> None:
        self._fill({"source": source, "instrument": instrument, "interval_ms": interval_ms, "time_ms": time_ms, "rate_per_interval": rate_per_interval})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = listed(document["time_ms"])
        document["rate_per_interval"] = listed(document["rate_per_interval"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "instrument": self.instrument,
            "interval_ms": self.interval_ms,
            "time_ms": self.time_ms,
            "rate_per_interval": self.rate_per_interval,
        }


class FundingHistoryDict(TypedDict):
    """``FundingHistory`` as a mapping."""

    source: str
    instrument: str
    interval_ms: int
    time_ms: ArrayLike
    rate_per_interval: ArrayLike


@document
class OpenInterest(Document):
    """Open interest at one instant, each contract counted once: in coins, in US dollars, or both.

    Attributes
    ----------
    source : str
        Exchange or service that published the open interest.
    instrument : str
        Contract whose open interest is counted, in the words of its source.
    time_ms : datetime.datetime
        Instant of the count, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    open_base : float, optional
        Open interest in units of base, that is in coins.
    open_usd : float, optional
        Notional of the open interest, in US dollars.
    """

    source: str
    instrument: str
    time_ms: datetime.datetime
    open_base: float | None = None
    open_usd: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "instrument": self.instrument,
            "time_ms": self.time_ms,
            "open_base": self.open_base,
            "open_usd": self.open_usd,
        }


@document
class OpenInterestHistory(Document):
    """Open interest of one instrument as columns, oldest first.

    Attributes
    ----------
    source : str
        Exchange or service that published the open interest.
    instrument : str
        Contract whose open interest is counted, in the words of its source.
    time_ms : tuple[int, ...]
        Instants of the counts, in Unix milliseconds.
    open_base : tuple[float, ...], optional
        Open interest in units of base, that is in coins, for all instants or for none.
    open_usd : tuple[float, ...], optional
        Notionals of the open interest, in US dollars, for all instants or for none.
    """

    source: str
    instrument: str
    time_ms: tuple[int, ...]
    open_base: tuple[float, ...] | None = None
    open_usd: tuple[float, ...] | None = None
    _route = "signals.evaluate:derivatives.open_interest"

    def __init__(
        self,
        source: str,
        instrument: str,
        time_ms: ArrayLike,
        open_base: ArrayLike | None = None,
        open_usd: ArrayLike | None = None,
    ) -> None:
        self._fill({"source": source, "instrument": instrument, "time_ms": time_ms, "open_base": open_base, "open_usd": open_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = listed(document["time_ms"])
        if document.get("open_base") is not None:
            document["open_base"] = listed(document["open_base"])
        if document.get("open_usd") is not None:
            document["open_usd"] = listed(document["open_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "instrument": self.instrument,
            "time_ms": self.time_ms,
            "open_base": self.open_base,
            "open_usd": self.open_usd,
        }


class OpenInterestHistoryDict(TypedDict):
    """``OpenInterestHistory`` as a mapping."""

    source: str
    instrument: str
    time_ms: ArrayLike
    open_base: NotRequired[ArrayLike | None]
    open_usd: NotRequired[ArrayLike | None]


@document
class BlockStats(Document):
    """Payment of one block to its miner, and how full the block was.

    Attributes
    ----------
    source : str
        Node or service that published the block's figures.
    height : int
        Height of the block. [blocks, from 0 to 4294967295]
    time_s : int
        Time in the block's header, in Unix seconds, from 2009-01-03 on. Header times are not monotonic. [from 0]
    subsidy_sat : int
        Subsidy, the new coins of the block, in satoshis. [sat, from 0 to 2100000000000000]
    fees_sat : int
        Sum of the block's transaction fees, in satoshis. [sat, from 0 to 2100000000000000]
    difficulty : float, optional
        Difficulty of the block. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    transactions : int, optional
        Number of the block's transactions, the coinbase included: at least 1. [from 0]
    weight : int, optional
        Weight of the block in weight units: at most 4,000,000. [from 0]
    """

    source: str
    height: int
    time_s: int
    subsidy_sat: int
    fees_sat: int
    difficulty: float | None = None
    transactions: int | None = None
    weight: int | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "height": self.height,
            "time_s": self.time_s,
            "subsidy_sat": self.subsidy_sat,
            "fees_sat": self.fees_sat,
            "difficulty": self.difficulty,
            "transactions": self.transactions,
            "weight": self.weight,
        }


@document
class Quotes(Document):
    """Quotes of one instrument as columns, oldest first.

    Attributes
    ----------
    source : str
        Exchange or service that published the quotes.
    instrument : str
        Instrument that is quoted, in the words of its source.
    quote_currency : str
        Currency of the prices.
    time_ms : tuple[int, ...]
        Instants of the quotes, in Unix milliseconds.
    bid : tuple[float, ...], optional
        Prices that the best buyer pays, in quote currency per unit of base, for all instants or for none.
    ask : tuple[float, ...], optional
        Prices that the best seller asks, in quote currency per unit of base, for all instants or for none.
    last_price : tuple[float, ...], optional
        Prices of the last trade, or of the index where the source is one, in quote currency per unit of base, for all instants or for none.
    """

    source: str
    instrument: str
    quote_currency: str
    time_ms: tuple[int, ...]
    bid: tuple[float, ...] | None = None
    ask: tuple[float, ...] | None = None
    last_price: tuple[float, ...] | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = listed(document["time_ms"])
        if document.get("bid") is not None:
            document["bid"] = listed(document["bid"])
        if document.get("ask") is not None:
            document["ask"] = listed(document["ask"])
        if document.get("last_price") is not None:
            document["last_price"] = listed(document["last_price"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "instrument": self.instrument,
            "quote_currency": self.quote_currency,
            "time_ms": self.time_ms,
            "bid": self.bid,
            "ask": self.ask,
            "last_price": self.last_price,
        }


LedgerRowKind: TypeAlias = Literal["trade", "deposit", "withdrawal", "fee", "reward", "interest", "other"]
"""Kind of a line, as its statement calls it.

Cases
-----
trade
    One leg of a trade: its other legs have the same reference.
deposit
    Coins or cash from outside.
withdrawal
    Coins or cash that left the account.
fee
    A fee by itself.
reward
    A payout of a mining pool, or another reward.
interest
    Interest: received where the amount is positive, paid where it is negative.
other
    Anything else: a move inside the account, an adjustment, a line that the reader does not know.
"""


@document
class LedgerRow(Document):
    """One line of an account statement: an amount of one asset came or went.

    Attributes
    ----------
    source : str
        Exchange, pool or wallet whose statement it is.
    time_ms : datetime.datetime
        Instant of the line, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    kind : LedgerRowKind
        Kind of the line, as the statement calls it.
    asset : str
        Asset that came or went: a coin or a currency, as BTC or USD.
    amount : Decimal
        Amount that came or, negative, went, in the asset, before the fee.
    fee : Decimal, optional
        Fee that went in addition, in the asset, 0 or more. Absent: the statement has none.
    reference : str
        Reference that lines of one trade or transfer share: the number of a trade, or the hash of a transaction.
    value : Money, optional
        Fair value of the amount, where the statement has one.
    """

    source: str
    time_ms: datetime.datetime
    kind: LedgerRowKind
    asset: str
    amount: Decimal
    reference: str
    fee: Decimal | None = None
    value: Money | None = None
    _route = "treasury.statement_events:rows.[]"

    def __init__(
        self,
        source: str,
        time_ms: datetime.datetime | int | str,
        kind: LedgerRowKind,
        asset: str,
        amount: Decimal | str,
        reference: str,
        fee: Decimal | str | None = None,
        value: Money | MoneyDict | None = None,
    ) -> None:
        self._fill({"source": source, "time_ms": time_ms, "kind": kind, "asset": asset, "amount": amount, "fee": fee, "reference": reference, "value": value})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["amount"] = Decimal(document["amount"])
        if document.get("fee") is not None:
            document["fee"] = Decimal(document["fee"])
        if document.get("value") is not None:
            document["value"] = Money._read(document["value"])

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "time_ms": self.time_ms,
            "kind": self.kind,
            "asset": self.asset,
            "amount": self.amount,
            "fee": self.fee,
            "reference": self.reference,
            "value": self.value,
        }


class LedgerRowDict(TypedDict):
    """``LedgerRow`` as a mapping."""

    source: str
    time_ms: datetime.datetime | int | str
    kind: LedgerRowKind
    asset: str
    amount: Decimal | str
    fee: NotRequired[Decimal | str | None]
    reference: str
    value: NotRequired[Money | MoneyDict | None]


@document
class PowerPrices(Document):
    """A price for every 5, 15, 30 or 60 minutes of a span.

    Attributes
    ----------
    start_ms : datetime.datetime
        Beginning of the first interval, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    interval_minutes : int
        Length of the intervals in minutes: 5, 15, 30 or 60. [from 0]
    usd_per_kwh : tuple[float, ...]
        Prices in USD/kWh, one per interval.
    """

    start_ms: datetime.datetime
    interval_minutes: int
    usd_per_kwh: tuple[float, ...]
    _route = "mining.tariff_prices:tariff.energy.series"

    def __init__(
        self,
        start_ms: datetime.datetime | int | str,
        interval_minutes: int,
        usd_per_kwh: ArrayLike,
    ) -> None:
        self._fill({"start_ms": start_ms, "interval_minutes": interval_minutes, "usd_per_kwh": usd_per_kwh})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["start_ms"] = instant(document["start_ms"])
        document["usd_per_kwh"] = listed(document["usd_per_kwh"])

    def _wire(self) -> dict[str, Any]:
        return {
            "start_ms": self.start_ms,
            "interval_minutes": self.interval_minutes,
            "usd_per_kwh": self.usd_per_kwh,
        }


class PowerPricesDict(TypedDict):
    """``PowerPrices`` as a mapping."""

    start_ms: datetime.datetime | int | str
    interval_minutes: int
    usd_per_kwh: ArrayLike
