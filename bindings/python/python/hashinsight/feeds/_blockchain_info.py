"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from typing import Any, Literal, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, day, document, each, instant, rows
from .._show import Rows
from ..market import Quote, Series

__all__ = [
    "BlockchainInfoAsk",
    "BlockchainInfoAskDict",
    "BlockchainInfoAskLike",
    "BlockchainInfoChart",
    "BlockchainInfoChartDict",
    "BlockchainInfoData",
    "BlockchainInfoQuery",
    "ChainStats",
    "ChartData",
    "ChartName",
    "PricesByCurrency",
    "QueryData",
]


def __dir__() -> list[str]:
    return __all__


ChartName: TypeAlias = Literal["hash_rate", "difficulty", "miners_revenue", "market_price", "transaction_fees"]
"""Quantity of a history of `GET api.blockchain.info/charts/{name}`.

Cases
-----
hash_rate
    Estimated hashrate.
difficulty
    Difficulty.
miners_revenue
    Revenue of all miners per day.
market_price
    Price of one bitcoin.
transaction_fees
    Transaction fees per day.
"""


@document
class BlockchainInfoChart(Document):
    """`GET api.blockchain.info/charts/{name}`: a daily history.

    Attributes
    ----------
    name : ChartName
        Quantity of the history.
    days : int
        Length of the history, in days. [from 0]
    """

    name: ChartName
    days: int
    _route = "feeds.request:ask.blockchain_info.chart"

    def __init__(
        self,
        name: ChartName,
        days: int,
    ) -> None:
        self._fill({"name": name, "days": days})

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "days": self.days,
        }


class BlockchainInfoChartDict(TypedDict):
    """``BlockchainInfoChart`` as a mapping."""

    name: ChartName
    days: int


BlockchainInfoQuery: TypeAlias = Literal["hashrate", "difficulty", "block_count"]
"""`GET blockchain.info/q/{name}`: one number as plain text.

Cases
-----
hashrate
    Estimated hashrate.
difficulty
    Difficulty.
block_count
    Height of the tip.
"""


@document
class BlockchainInfoAsk(Variant):
    """Cases
    -----
    stats
        Summary of the network.
    chart
        A daily history.
    query
        One number as plain text.
    ticker
        Price of one bitcoin in many currencies.
    """

    tag: Literal["stats", "chart", "query", "ticker"]
    content: BlockchainInfoChart | BlockchainInfoQuery | None = None
    _route = "feeds.request:ask.blockchain_info"

    @classmethod
    def stats(cls) -> Self:
        """Summary of the network."""
        return cls._made("stats")

    @classmethod
    def chart(cls, content: BlockchainInfoChart | BlockchainInfoChartDict) -> Self:
        """A daily history."""
        return cls._made("chart", content)

    @classmethod
    def query(cls, content: BlockchainInfoQuery) -> Self:
        """One number as plain text."""
        return cls._made("query", content)

    @classmethod
    def ticker(cls) -> Self:
        """Price of one bitcoin in many currencies."""
        return cls._made("ticker")

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "chart":
            return BlockchainInfoChart._read(content)
        return content


class BlockchainInfoAskDict(TypedDict, total=False):
    """``BlockchainInfoAsk`` as a mapping: one of the keys, with its content."""

    chart: BlockchainInfoChart | BlockchainInfoChartDict
    query: BlockchainInfoQuery


BlockchainInfoAskLike: TypeAlias = "BlockchainInfoAsk | BlockchainInfoAskDict | Literal['stats', 'ticker']"
"""What is taken for a ``BlockchainInfoAsk``."""


@document
class ChainStats(Document):
    """The network as Blockchain.info sees it: the last 24 hours and the tip.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the summary, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    price : Quote
        Price of one bitcoin.
    hashrate_ths : float
        Estimated hashrate of the network, in TH/s (received as GH/s). [TH/s, from 0.0 to 1e+24]
    height : int
        Height of the tip. [blocks, from 0 to 4294967295]
    difficulty : float, optional
        Difficulty of the network, where it is said. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    blocks_per_day : int
        Number of blocks of the last 24 hours. [from 0]
    block_interval_s : float
        Mean time between the blocks of the last 24 hours, in seconds.
    minted_sat : int
        New coins of the last 24 hours without fees, in satoshis. [sat, from 0 to 2100000000000000]
    fees_sat : int, optional
        Transaction fees of the last 24 hours, in satoshis; absent where a negative value was received. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : float, optional
        Mean fees of one block of the last 24 hours, in satoshis; absent without fees or blocks. [sat, from 0.0 to 2100000000000000.0]
    miner_revenue_usd : float, optional
        Revenue of all miners in the last 24 hours, in US dollars; absent where 0 was received. [USD, from 0.0 to 1000000000000000.0]
    supply_sat : int
        Coins in existence, in satoshis. [sat, from 0 to 2100000000000000]
    next_retarget_height : int
        Height of the block that closes the difficulty period. [blocks, from 0 to 4294967295]
    """

    time_ms: datetime.datetime
    price: Quote
    hashrate_ths: float
    height: int
    blocks_per_day: int
    block_interval_s: float
    minted_sat: int
    supply_sat: int
    next_retarget_height: int
    difficulty: float | None = None
    fees_sat: int | None = None
    fees_per_block_sat: float | None = None
    miner_revenue_usd: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["price"] = Quote._read(document["price"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "price": self.price,
            "hashrate_ths": self.hashrate_ths,
            "height": self.height,
            "difficulty": self.difficulty,
            "blocks_per_day": self.blocks_per_day,
            "block_interval_s": self.block_interval_s,
            "minted_sat": self.minted_sat,
            "fees_sat": self.fees_sat,
            "fees_per_block_sat": self.fees_per_block_sat,
            "miner_revenue_usd": self.miner_revenue_usd,
            "supply_sat": self.supply_sat,
            "next_retarget_height": self.next_retarget_height,
        }


@document
class ChartData(Variant):
    """A history, named with its unit.

    Cases
    -----
    hashrate_ths
        Hashrate in TH/s.
    difficulty
        Difficulty.
    miner_revenue_usd
        Revenue of all miners of the day, in USD.
    price_usd
        Price of one bitcoin, in USD.
    fees_btc
        Transaction fees of the day, in BTC.
    """

    tag: Literal["hashrate_ths", "difficulty", "miner_revenue_usd", "price_usd", "fees_btc"]
    content: Series | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "hashrate_ths":
            return Series._read(content)
        if tag == "difficulty":
            return Series._read(content)
        if tag == "miner_revenue_usd":
            return Series._read(content)
        if tag == "price_usd":
            return Series._read(content)
        if tag == "fees_btc":
            return Series._read(content)
        return content


@document
class QueryData(Variant):
    """The number, named with its unit.

    Cases
    -----
    hashrate_ths
        Hashrate in TH/s (received as GH/s).
    difficulty
        Difficulty.
    height
        Height of the tip.
    """

    tag: Literal["hashrate_ths", "difficulty", "height"]
    content: float | int | None = None


@document
class PricesByCurrency(Document):
    """One price per currency.

    Attributes
    ----------
    quotes : Rows[Quote]
        Last price of one bitcoin in each currency, sorted by currency. Which of "buy" and "sell" is the bid is not documented (they have been equal for years): only the last price is read.
    """

    quotes: Rows[Quote]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["quotes"] = rows(Quote._read, document["quotes"])

    def _wire(self) -> dict[str, Any]:
        return {
            "quotes": self.quotes,
        }


@document
class BlockchainInfoData(Variant):
    """Cases
    -----
    stats
        Summary of the network.
    chart
        A daily history.
    query
        One number as plain text.
    ticker
        Price of one bitcoin in many currencies.
    """

    tag: Literal["stats", "chart", "query", "ticker"]
    content: ChainStats | ChartData | QueryData | PricesByCurrency | None = None

    @property
    def payload(self) -> ChainStats | Series | float | int | PricesByCurrency:
        """What stands in the innermost case."""
        payload: ChainStats | Series | float | int | PricesByCurrency = self._payload()
        return payload

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "stats":
            return ChainStats._read(content)
        if tag == "chart":
            return ChartData._read(content)
        if tag == "query":
            return QueryData._read(content)
        if tag == "ticker":
            return PricesByCurrency._read(content)
        return content
