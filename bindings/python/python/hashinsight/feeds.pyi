# Generated from the operation table by `cargo xtask gen`.
from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypeVar, overload

from numpy.typing import ArrayLike

from ._documents import Document, Variant
from ._frames import Columns
from ._handles import Job, Progress, Stream

_Frame = TypeVar("_Frame") # a pandas or polars DataFrame

__all__ = [
    "Access",
    "Alert",
    "AlertColumns",
    "AlertRow",
    "AlertSide",
    "Bar",
    "Bars",
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
    "BitcoinRpcAsk",
    "BitcoinRpcBlockStats",
    "BitcoinRpcData",
    "BitcoinRpcNetworkHashps",
    "BlockReport",
    "BlockRewards",
    "BlockStats",
    "BlockchainInfoAsk",
    "BlockchainInfoChart",
    "BlockchainInfoData",
    "BlockchainInfoQuery",
    "BookSummaries",
    "Candlesticks",
    "ChainInfo",
    "ChainStats",
    "ChartData",
    "ChartName",
    "CoinbaseAdvancedBook",
    "CoinbaseAdvancedCandles",
    "CoinbaseAdvancedProduct",
    "CoinbaseAsk",
    "CoinbaseData",
    "CoinbaseExchangeBook",
    "CoinbaseExchangeCandles",
    "CoinbaseExchangeTicker",
    "CoinbaseSpotPrice",
    "CoingeckoAsk",
    "CoingeckoData",
    "CoingeckoMarketChart",
    "CoingeckoOhlc",
    "CoingeckoSimplePrice",
    "CoinwarzAsk",
    "CoinwarzCoinInformation",
    "CoinwarzData",
    "Daily",
    "DailyColumns",
    "DailyRow",
    "DeribitAsk",
    "DeribitBookSummary",
    "DeribitCandles",
    "DeribitContractKind",
    "DeribitData",
    "DeribitFundingHistory",
    "DeribitFundingValue",
    "DeribitIndexPrice",
    "DeribitInstruments",
    "DeribitOptionTicker",
    "DeribitOrderBook",
    "DeribitPerpetualTicker",
    "DeribitVolatilityIndex",
    "FeeRates",
    "FeedAsk",
    "FeedData",
    "Freshness",
    "FreshnessColumns",
    "FreshnessRow",
    "Funding",
    "FundingAndIndex",
    "FundingHistory",
    "FundingSum",
    "FutureSummary",
    "Gaps",
    "GapsColumns",
    "GapsRow",
    "HttpRequest",
    "KeyAllowance",
    "Levels",
    "Listing",
    "Listings",
    "MarkAndFunding",
    "MarkPoint",
    "MarketHistory",
    "MempoolSpaceAsk",
    "MempoolSpaceData",
    "MempoolSpaceDifficultyAdjustments",
    "MempoolSpaceHashrateHistory",
    "MempoolSpacePeriod",
    "MempoolSpaceRewardStats",
    "Method",
    "MinedCoin",
    "MinedCoins",
    "MiningState",
    "NetworkHashrate",
    "NetworkHashrates",
    "OpenInterest",
    "OpenInterestHistory",
    "OptionChain",
    "OptionKind",
    "OptionQuote",
    "OrderBook",
    "ParseReport",
    "PricesByCurrency",
    "QueryData",
    "Quote",
    "Quotes",
    "ReadingState",
    "ReadingStateFuture",
    "ReadingStateOutlier",
    "ReadingStateStale",
    "ReadingVerdict",
    "ReconcileMethod",
    "ReconcileReport",
    "Reconciled",
    "ReconciledDisputed",
    "ReconciledFresh",
    "ReconciledStale",
    "RequestHeader",
    "RetainReport",
    "RetargetEstimate",
    "Retargets",
    "Schedule",
    "ScheduleColumns",
    "ScheduleRow",
    "Series",
    "SourceReading",
    "SpotPrice",
    "Suspicion",
    "TierTable",
    "Tolerance",
    "VenueTicker",
    "VolatilityBars",
    "parse",
    "reconcile",
    "request",
    "retain",
]


BinanceMarket: TypeAlias = Literal["spot", "usdm", "coinm"]
"""Which of Binance's markets.

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
        Which market.
    instrument : str
        Symbol, like `BTCUSDT`.
    quote_currency : str
        In which currency its price is.
    interval_ms : int
        What one candle covers: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 8, 12 hours, 1, 3, 7 days. [ms, from 1 to 31622400000]
    start_ms : datetime.datetime, optional
        From when on; absent: the last ones. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime, optional
        Up to when. [ms, from 1230940800000 to 253402235999999]
    limit : int, optional
        How many at most, up to 1000 (spot) or 1500. [from 0]
    """

    market: BinanceMarket
    instrument: str
    quote_currency: str
    interval_ms: int
    start_ms: datetime.datetime | None = None
    end_ms: datetime.datetime | None = None
    limit: int | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class BinanceDepth(Document):
    """`GET .../depth`: levels of the book, at spot and USDⓈ-M.

    Attributes
    ----------
    market : BinanceMarket
        Which market: spot or USDⓈ-M.
    instrument : str
        Symbol, like `BTCUSDT`.
    quote_currency : str
        In which currency its price is.
    limit : int
        Levels of each side. [from 0]
    """

    market: BinanceMarket
    instrument: str
    quote_currency: str
    limit: int


@dataclasses.dataclass(frozen=True, repr=False)
class BinanceTicker(Document):
    """`GET .../ticker/24hr`: best prices (spot only) and 24 hours.

    Attributes
    ----------
    market : BinanceMarket
        Which market.
    instrument : str
        Symbol, like `BTCUSDT`.
    quote_currency : str
        In which currency its price is.
    """

    market: BinanceMarket
    instrument: str
    quote_currency: str


@dataclasses.dataclass(frozen=True, repr=False)
class BinancePremiumIndex(Document):
    """`GET .../premiumIndex`: mark price and coming funding.

    Attributes
    ----------
    market : BinanceMarket
        Which market: USDⓈ-M or COIN-M.
    instrument : str
        Symbol, like `BTCUSDT`.
    quote_currency : str
        In which currency its price is.
    funding_interval_ms : int
        How often funding is paid; Binance says it elsewhere (`fundingInfo`): 8 hours for most, 4 or 1 for some. [ms, from 1 to 31622400000]
    """

    market: BinanceMarket
    instrument: str
    quote_currency: str
    funding_interval_ms: int


@dataclasses.dataclass(frozen=True, repr=False)
class BinanceFundingHistory(Document):
    """`GET .../fundingRate`: past funding.

    Attributes
    ----------
    market : BinanceMarket
        Which market: USDⓈ-M or COIN-M.
    instrument : str
        Symbol, like `BTCUSDT`.
    funding_interval_ms : int
        How often funding is paid: 8 hours for most contracts. [ms, from 1 to 31622400000]
    start_ms : datetime.datetime, optional
        From when on; absent: the last ones. [ms, from 1230940800000 to 253402235999999]
    limit : int, optional
        How many at most, up to 1000. [from 0]
    """

    market: BinanceMarket
    instrument: str
    funding_interval_ms: int
    start_ms: datetime.datetime | None = None
    limit: int | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class BinanceOpenInterest(Document):
    """`GET .../openInterest`: open interest now.

    Attributes
    ----------
    market : BinanceMarket
        Which market: USDⓈ-M or COIN-M.
    instrument : str
        Symbol, like `BTCUSDT`.
    contract_usd : float, optional
        Size of a contract at COIN-M, which counts contracts: 100 USD for bitcoin, 10 USD for the others. [USD, from 0.0 to 1000000000000000.0]
    """

    market: BinanceMarket
    instrument: str
    contract_usd: float | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class BinanceOpenInterestHistory(Document):
    """`GET /futures/data/openInterestHist`: open interest over time, at USDⓈ-M; the last 30 days.

    Attributes
    ----------
    instrument : str
        Symbol, like `BTCUSDT`.
    interval_ms : int
        How far apart: 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, a day. [ms, from 1 to 31622400000]
    limit : int, optional
        How many at most, up to 500. [from 0]
    """

    instrument: str
    interval_ms: int
    limit: int | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class BinanceLeverageBrackets(Document):
    """`GET .../leverageBracket`: margin tiers. A signed call: append `timestamp` and `signature` to the query.

    Attributes
    ----------
    market : BinanceMarket
        Which market: USDⓈ-M, or COIN-M (notional in coins).
    instrument : str
        Symbol, like `BTCUSDT`; the pair at COIN-M.
    margin_currency : str
        The currency of notional and margin.
    sign_ms : datetime.datetime
        When the request is signed. [ms, from 1230940800000 to 253402235999999]
    """

    market: BinanceMarket
    instrument: str
    margin_currency: str
    sign_ms: datetime.datetime


@dataclasses.dataclass(frozen=True, repr=False)
class BinanceAsk(Variant):
    """A question to Binance.

    Cases
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

    @classmethod
    def depth(cls, content: BinanceDepth | Mapping[str, Any]) -> Self:
        """Levels of the book."""

    @classmethod
    def ticker(cls, content: BinanceTicker | Mapping[str, Any]) -> Self:
        """Best prices and 24 hours."""

    @classmethod
    def premium_index(cls, content: BinancePremiumIndex | Mapping[str, Any]) -> Self:
        """Mark price and coming funding."""

    @classmethod
    def funding_history(cls, content: BinanceFundingHistory | Mapping[str, Any]) -> Self:
        """Past funding."""

    @classmethod
    def open_interest(cls, content: BinanceOpenInterest | Mapping[str, Any]) -> Self:
        """Open interest now."""

    @classmethod
    def open_interest_history(cls, content: BinanceOpenInterestHistory | Mapping[str, Any]) -> Self:
        """Open interest over time."""

    @classmethod
    def leverage_brackets(cls, content: BinanceLeverageBrackets | Mapping[str, Any]) -> Self:
        """Margin tiers."""


@dataclasses.dataclass(frozen=True, repr=False)
class BitcoinRpcNetworkHashps(Document):
    """`getnetworkhashps`: the hashrate over a number of blocks.

    Attributes
    ----------
    blocks : int, optional
        Over how many blocks; absent: since the last retarget. [from 0]
    height : int, optional
        Up to which height; absent: up to the tip. [blocks, from 0 to 4294967295]
    """

    blocks: int | None = None
    height: int | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class BitcoinRpcBlockStats(Document):
    """`getblockstats`: what one block paid. (A pruned node no longer knows old blocks.)

    Attributes
    ----------
    height : int
        Height of the block. [blocks, from 0 to 4294967295]
    """

    height: int


@dataclasses.dataclass(frozen=True, repr=False)
class BitcoinRpcAsk(Variant):
    """A question to a bitcoin node.

    Cases
    -----
    blockchain_info
        The chain and its tip.
    mining_info
        Difficulty, hashrate, mempool.
    network_hashps
        The hashrate over a number of blocks.
    block_stats
        What one block paid.
    """

    tag: Literal["blockchain_info", "mining_info", "network_hashps", "block_stats"]
    content: BitcoinRpcNetworkHashps | BitcoinRpcBlockStats | None = None

    @classmethod
    def blockchain_info(cls) -> Self:
        """The chain and its tip."""

    @classmethod
    def mining_info(cls) -> Self:
        """Difficulty, hashrate, mempool."""

    @classmethod
    def network_hashps(cls, content: BitcoinRpcNetworkHashps | Mapping[str, Any]) -> Self:
        """The hashrate over a number of blocks."""

    @classmethod
    def block_stats(cls, content: BitcoinRpcBlockStats | Mapping[str, Any]) -> Self:
        """What one block paid."""


ChartName: TypeAlias = Literal["hash_rate", "difficulty", "miners_revenue", "market_price", "transaction_fees"]
"""Which history of `GET api.blockchain.info/charts/{name}`.

Cases
-----
hash_rate
    Estimated hashrate.
difficulty
    Difficulty.
miners_revenue
    What miners earn a day.
market_price
    Price of one bitcoin.
transaction_fees
    Fees of a day.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class BlockchainInfoChart(Document):
    """`GET api.blockchain.info/charts/{name}`: a daily history.

    Attributes
    ----------
    name : ChartName
        Which history.
    days : int
        How many days back. [from 0]
    """

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


@dataclasses.dataclass(frozen=True, repr=False)
class BlockchainInfoAsk(Variant):
    """A question to Blockchain.info.

    Cases
    -----
    stats
        The network's summary.
    chart
        A daily history.
    query
        One number as plain text.
    ticker
        What one bitcoin costs in many currencies.
    """

    tag: Literal["stats", "chart", "query", "ticker"]
    content: BlockchainInfoChart | BlockchainInfoQuery | None = None

    @classmethod
    def stats(cls) -> Self:
        """The network's summary."""

    @classmethod
    def chart(cls, content: BlockchainInfoChart | Mapping[str, Any]) -> Self:
        """A daily history."""

    @classmethod
    def query(cls, content: BlockchainInfoQuery) -> Self:
        """One number as plain text."""

    @classmethod
    def ticker(cls) -> Self:
        """What one bitcoin costs in many currencies."""


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseExchangeCandles(Document):
    """`GET api.exchange.coinbase.com/products/{id}/candles`, at most 300.

    Attributes
    ----------
    instrument : str
        Product, like `BTC-USD`.
    quote_currency : str
        In which currency its price is.
    interval_ms : int
        What one candle covers: 1, 5, 15 minutes, 1, 6 hours, a day. [ms, from 1 to 31622400000]
    start_ms : datetime.datetime, optional
        From when on; absent: the last ones. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime, optional
        Up to when. [ms, from 1230940800000 to 253402235999999]
    """

    instrument: str
    quote_currency: str
    interval_ms: int
    start_ms: datetime.datetime | None = None
    end_ms: datetime.datetime | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseExchangeTicker(Document):
    """`GET api.exchange.coinbase.com/products/{id}/ticker`.

    Attributes
    ----------
    instrument : str
        Product, like `BTC-USD`.
    quote_currency : str
        In which currency its price is.
    """

    instrument: str
    quote_currency: str


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseExchangeBook(Document):
    """`GET api.exchange.coinbase.com/products/{id}/book?level=2`: levels of the book.

    Attributes
    ----------
    instrument : str
        Product, like `BTC-USD`.
    quote_currency : str
        In which currency its price is.
    """

    instrument: str
    quote_currency: str


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseAdvancedCandles(Document):
    """`GET api.coinbase.com/api/v3/brokerage/market/products/{id}/candles`, at most 350.

    Attributes
    ----------
    instrument : str
        Product, like `BTC-USD`.
    quote_currency : str
        In which currency its price is.
    interval_ms : int
        What one candle covers: 1, 5, 15, 30 minutes, 1, 2, 6 hours, a day. [ms, from 1 to 31622400000]
    start_ms : datetime.datetime
        From when on. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime
        Up to when. [ms, from 1230940800000 to 253402235999999]
    """

    instrument: str
    quote_currency: str
    interval_ms: int
    start_ms: datetime.datetime
    end_ms: datetime.datetime


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseAdvancedProduct(Document):
    """`GET api.coinbase.com/api/v3/brokerage/market/products/{id}`: last price and 24 hours.

    Attributes
    ----------
    instrument : str
        Product, like `BTC-USD`.
    quote_currency : str
        In which currency its price is.
    """

    instrument: str
    quote_currency: str


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseAdvancedBook(Document):
    """`GET api.coinbase.com/api/v3/brokerage/market/product_book`: levels of the book.

    Attributes
    ----------
    instrument : str
        Product, like `BTC-USD`.
    quote_currency : str
        In which currency its price is.
    limit : int
        Levels of each side. [from 0]
    """

    instrument: str
    quote_currency: str
    limit: int


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseSpotPrice(Document):
    """`GET api.coinbase.com/v2/prices/{pair}/spot`: the spot price.

    Attributes
    ----------
    instrument : str
        Pair, like `BTC-USD`.
    quote_currency : str
        In which currency its price is.
    """

    instrument: str
    quote_currency: str


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseAsk(Variant):
    """A question to Coinbase.

    Cases
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

    @classmethod
    def exchange_ticker(cls, content: CoinbaseExchangeTicker | Mapping[str, Any]) -> Self:
        """Ticker of the Exchange API."""

    @classmethod
    def exchange_book(cls, content: CoinbaseExchangeBook | Mapping[str, Any]) -> Self:
        """Book of the Exchange API."""

    @classmethod
    def advanced_candles(cls, content: CoinbaseAdvancedCandles | Mapping[str, Any]) -> Self:
        """Candles of Advanced Trade."""

    @classmethod
    def advanced_product(cls, content: CoinbaseAdvancedProduct | Mapping[str, Any]) -> Self:
        """Product of Advanced Trade: last price and 24 hours."""

    @classmethod
    def advanced_book(cls, content: CoinbaseAdvancedBook | Mapping[str, Any]) -> Self:
        """Book of Advanced Trade."""

    @classmethod
    def spot_price(cls, content: CoinbaseSpotPrice | Mapping[str, Any]) -> Self:
        """Spot price of the v2 API."""


@dataclasses.dataclass(frozen=True, repr=False)
class CoingeckoSimplePrice(Document):
    """`GET /api/v3/simple/price`: what a coin costs now.

    Attributes
    ----------
    coin : str
        CoinGecko's id of the coin, like `bitcoin`.
    quote_currency : str
        In which currency.
    """

    coin: str
    quote_currency: str


@dataclasses.dataclass(frozen=True, repr=False)
class CoingeckoMarketChart(Document):
    """`GET /api/v3/coins/{id}/market_chart`: prices, market capitalization and volume over time.

    Attributes
    ----------
    coin : str
        CoinGecko's id of the coin, like `bitcoin`.
    quote_currency : str
        In which currency.
    days : int
        How many days back: 1 answers every five minutes, up to 90 every hour, above every day (and "now" as one point more). [from 0]
    """

    coin: str
    quote_currency: str
    days: int


@dataclasses.dataclass(frozen=True, repr=False)
class CoingeckoOhlc(Document):
    """`GET /api/v3/coins/{id}/ohlc`: candles without volume.

    Attributes
    ----------
    coin : str
        CoinGecko's id of the coin, like `bitcoin`.
    quote_currency : str
        In which currency.
    days : int
        How many days back: 1, 7, 14, 30, 90, 180 or 365. [from 0]
    interval_ms : int, optional
        What one candle covers, where the plan lets one choose (an hour or a day); else 30 minutes for 1 day, 4 hours up to 30 days and 4 days above. [ms, from 1 to 31622400000]
    """

    coin: str
    quote_currency: str
    days: int
    interval_ms: int | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class CoingeckoAsk(Variant):
    """A question to CoinGecko.

    Cases
    -----
    simple_price
        What a coin costs now.
    market_chart
        Prices, market capitalization and volume over time.
    ohlc
        Candles without volume.
    """

    tag: Literal["simple_price", "market_chart", "ohlc"]
    content: CoingeckoSimplePrice | CoingeckoMarketChart | CoingeckoOhlc | None = None

    @classmethod
    def simple_price(cls, content: CoingeckoSimplePrice | Mapping[str, Any]) -> Self:
        """What a coin costs now."""

    @classmethod
    def market_chart(cls, content: CoingeckoMarketChart | Mapping[str, Any]) -> Self:
        """Prices, market capitalization and volume over time."""

    @classmethod
    def ohlc(cls, content: CoingeckoOhlc | Mapping[str, Any]) -> Self:
        """Candles without volume."""


@dataclasses.dataclass(frozen=True, repr=False)
class CoinwarzCoinInformation(Document):
    """`GET /v1/api/coininformation`: one coin.

    Attributes
    ----------
    coin : str
        The coin's tag, like `BTC`.
    """

    coin: str


@dataclasses.dataclass(frozen=True, repr=False)
class CoinwarzAsk(Variant):
    """A question to CoinWarz.

    Cases
    -----
    profitability
        All coins.
    coin_information
        One coin.
    key_info
        What is left of the plan.
    """

    tag: Literal["profitability", "coin_information", "key_info"]
    content: CoinwarzCoinInformation | None = None

    @classmethod
    def profitability(cls) -> Self:
        """All coins."""

    @classmethod
    def coin_information(cls, content: CoinwarzCoinInformation | Mapping[str, Any]) -> Self:
        """One coin."""

    @classmethod
    def key_info(cls) -> Self:
        """What is left of the plan."""


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitOptionTicker(Document):
    """`ticker` of an option.

    Attributes
    ----------
    instrument : str
        Which option, like `BTC-26JUN26-100000-C`.
    """

    instrument: str


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitPerpetualTicker(Document):
    """`ticker` of a perpetual contract.

    Attributes
    ----------
    instrument : str
        Which contract, like `BTC-PERPETUAL`.
    """

    instrument: str


DeribitContractKind: TypeAlias = Literal["option", "future"]
"""What kind of contract.

Cases
-----
option
    Options.
future
    Futures, the perpetual ones among them.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitBookSummary(Document):
    """`get_book_summary_by_currency`: all options or all futures on a coin.

    Attributes
    ----------
    currency : str
        The coin, like `BTC`.
    kind : DeribitContractKind, optional
        Options or futures; absent: both.
    """

    currency: str
    kind: DeribitContractKind | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitOrderBook(Document):
    """`get_order_book`: levels of a book. Sizes are coins; those of inverse futures, received in US dollars, are divided
    by their price. Options are quoted in the coin.

    Attributes
    ----------
    instrument : str
        Which contract.
    depth : int
        Levels of each side. [from 0]
    """

    instrument: str
    depth: int


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitInstruments(Document):
    """`get_instruments`: what is listed.

    Attributes
    ----------
    currency : str
        The coin, like `BTC`.
    kind : DeribitContractKind, optional
        Options or futures; absent: both.
    """

    currency: str
    kind: DeribitContractKind | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitFundingValue(Document):
    """`get_funding_rate_value`: funding between two instants.

    Attributes
    ----------
    instrument : str
        Which contract, like `BTC-PERPETUAL`.
    start_ms : datetime.datetime
        From when on. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime
        Up to when. [ms, from 1230940800000 to 253402235999999]
    """

    instrument: str
    start_ms: datetime.datetime
    end_ms: datetime.datetime


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitFundingHistory(Document):
    """`get_funding_rate_history`: funding hour by hour; the start is exclusive.

    Attributes
    ----------
    instrument : str
        Which contract, like `BTC-PERPETUAL`.
    start_ms : datetime.datetime
        After when. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime
        Up to when. [ms, from 1230940800000 to 253402235999999]
    """

    instrument: str
    start_ms: datetime.datetime
    end_ms: datetime.datetime


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitVolatilityIndex(Document):
    """`get_volatility_index_data`: the volatility index.

    Attributes
    ----------
    currency : str
        The coin, like `BTC`.
    start_ms : datetime.datetime
        From when on. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime
        Up to when. [ms, from 1230940800000 to 253402235999999]
    interval_ms : int
        What one row covers: a second, a minute, an hour, 12 hours, a day. [ms, from 1 to 31622400000]
    """

    currency: str
    start_ms: datetime.datetime
    end_ms: datetime.datetime
    interval_ms: int


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitCandles(Document):
    """`get_tradingview_chart_data`: candles.

    Attributes
    ----------
    instrument : str
        Which contract, like `BTC-PERPETUAL`.
    start_ms : datetime.datetime
        From when on. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime
        Up to when. [ms, from 1230940800000 to 253402235999999]
    interval_ms : int
        What one candle covers: 1, 3, 5, 10, 15, 30 minutes, 1, 2, 3, 6, 12 hours, a day. [ms, from 1 to 31622400000]
    """

    instrument: str
    start_ms: datetime.datetime
    end_ms: datetime.datetime
    interval_ms: int


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitIndexPrice(Document):
    """`get_index_price`: the index under everything.

    Attributes
    ----------
    index : str
        Name of the index, like `btc_usd`.
    """

    index: str


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitAsk(Variant):
    """A question to Deribit.

    Cases
    -----
    option_ticker
        An option.
    perpetual_ticker
        A perpetual contract.
    book_summary
        All options or all futures on a coin.
    order_book
        Levels of a book.
    instruments
        What is listed.
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

    tag: Literal["option_ticker", "perpetual_ticker", "book_summary", "order_book", "instruments", "funding_value", "funding_history", "volatility_index", "candles", "index_price"]
    content: DeribitOptionTicker | DeribitPerpetualTicker | DeribitBookSummary | DeribitOrderBook | DeribitInstruments | DeribitFundingValue | DeribitFundingHistory | DeribitVolatilityIndex | DeribitCandles | DeribitIndexPrice | None = None

    @classmethod
    def option_ticker(cls, content: DeribitOptionTicker | Mapping[str, Any]) -> Self:
        """An option."""

    @classmethod
    def perpetual_ticker(cls, content: DeribitPerpetualTicker | Mapping[str, Any]) -> Self:
        """A perpetual contract."""

    @classmethod
    def book_summary(cls, content: DeribitBookSummary | Mapping[str, Any]) -> Self:
        """All options or all futures on a coin."""

    @classmethod
    def order_book(cls, content: DeribitOrderBook | Mapping[str, Any]) -> Self:
        """Levels of a book."""

    @classmethod
    def instruments(cls, content: DeribitInstruments | Mapping[str, Any]) -> Self:
        """What is listed."""

    @classmethod
    def funding_value(cls, content: DeribitFundingValue | Mapping[str, Any]) -> Self:
        """Funding between two instants."""

    @classmethod
    def funding_history(cls, content: DeribitFundingHistory | Mapping[str, Any]) -> Self:
        """Funding hour by hour."""

    @classmethod
    def volatility_index(cls, content: DeribitVolatilityIndex | Mapping[str, Any]) -> Self:
        """The volatility index."""

    @classmethod
    def candles(cls, content: DeribitCandles | Mapping[str, Any]) -> Self:
        """Candles."""

    @classmethod
    def index_price(cls, content: DeribitIndexPrice | Mapping[str, Any]) -> Self:
        """The index under everything."""


MempoolSpacePeriod: TypeAlias = Literal["three_days", "week", "month", "three_months", "six_months", "year", "two_years", "three_years"]
"""How far back.

Cases
-----
three_days
    Three days.
week
    A week.
month
    A month.
three_months
    Three months.
six_months
    Six months.
year
    A year.
two_years
    Two years.
three_years
    Three years.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class MempoolSpaceHashrateHistory(Document):
    """`GET /api/v1/mining/hashrate/{period}`: hashrate and difficulty over time, and now.

    Attributes
    ----------
    period : MempoolSpacePeriod
        How far back.
    """

    period: MempoolSpacePeriod


@dataclasses.dataclass(frozen=True, repr=False)
class MempoolSpaceDifficultyAdjustments(Document):
    """`GET /api/v1/mining/difficulty-adjustments/{period}`: past retargets.

    Attributes
    ----------
    period : MempoolSpacePeriod
        How far back.
    """

    period: MempoolSpacePeriod


@dataclasses.dataclass(frozen=True, repr=False)
class MempoolSpaceRewardStats(Document):
    """`GET /api/v1/mining/reward-stats/{blocks}`: what the last blocks paid.

    Attributes
    ----------
    blocks : int
        How many blocks; 144 are about a day. [from 0]
    """

    blocks: int


@dataclasses.dataclass(frozen=True, repr=False)
class MempoolSpaceAsk(Variant):
    """A question to mempool.space.

    Cases
    -----
    difficulty_adjustment
        The coming retarget.
    hashrate_history
        Hashrate and difficulty over time.
    difficulty_adjustments
        Past retargets.
    reward_stats
        What the last blocks paid.
    prices
        What one bitcoin costs in several currencies.
    recommended_fees
        Fee rates for different patience.
    """

    tag: Literal["difficulty_adjustment", "hashrate_history", "difficulty_adjustments", "reward_stats", "prices", "recommended_fees"]
    content: MempoolSpaceHashrateHistory | MempoolSpaceDifficultyAdjustments | MempoolSpaceRewardStats | None = None

    @classmethod
    def difficulty_adjustment(cls) -> Self:
        """The coming retarget."""

    @classmethod
    def hashrate_history(cls, content: MempoolSpaceHashrateHistory | Mapping[str, Any]) -> Self:
        """Hashrate and difficulty over time."""

    @classmethod
    def difficulty_adjustments(cls, content: MempoolSpaceDifficultyAdjustments | Mapping[str, Any]) -> Self:
        """Past retargets."""

    @classmethod
    def reward_stats(cls, content: MempoolSpaceRewardStats | Mapping[str, Any]) -> Self:
        """What the last blocks paid."""

    @classmethod
    def prices(cls) -> Self:
        """What one bitcoin costs in several currencies."""

    @classmethod
    def recommended_fees(cls) -> Self:
        """Fee rates for different patience."""


@dataclasses.dataclass(frozen=True, repr=False)
class FeedAsk(Variant):
    """A question to any upstream.

    Cases
    -----
    binance
        Binance.
    bitcoin_rpc
        A bitcoin node.
    blockchain_info
        Blockchain.info.
    coinbase
        Coinbase.
    coingecko
        CoinGecko.
    coinwarz
        CoinWarz.
    deribit
        Deribit.
    mempool_space
        mempool.space.
    """

    tag: Literal["binance", "bitcoin_rpc", "blockchain_info", "coinbase", "coingecko", "coinwarz", "deribit", "mempool_space"]
    content: BinanceAsk | BitcoinRpcAsk | BlockchainInfoAsk | CoinbaseAsk | CoingeckoAsk | CoinwarzAsk | DeribitAsk | MempoolSpaceAsk | None = None

    @classmethod
    def binance(cls, content: BinanceAsk | Mapping[str, Any] | str) -> Self:
        """Binance."""

    @classmethod
    def bitcoin_rpc(cls, content: BitcoinRpcAsk | Mapping[str, Any] | str) -> Self:
        """A bitcoin node."""

    @classmethod
    def blockchain_info(cls, content: BlockchainInfoAsk | Mapping[str, Any] | str) -> Self:
        """Blockchain.info."""

    @classmethod
    def coinbase(cls, content: CoinbaseAsk | Mapping[str, Any] | str) -> Self:
        """Coinbase."""

    @classmethod
    def coingecko(cls, content: CoingeckoAsk | Mapping[str, Any] | str) -> Self:
        """CoinGecko."""

    @classmethod
    def coinwarz(cls, content: CoinwarzAsk | Mapping[str, Any] | str) -> Self:
        """CoinWarz."""

    @classmethod
    def deribit(cls, content: DeribitAsk | Mapping[str, Any] | str) -> Self:
        """Deribit."""

    @classmethod
    def mempool_space(cls, content: MempoolSpaceAsk | Mapping[str, Any] | str) -> Self:
        """mempool.space."""


@dataclasses.dataclass(frozen=True, repr=False)
class Access(Variant):
    """Where a key goes. Each stands for one host, and a request to another host does not take it.

    Cases
    -----
    coinwarz_query
        CoinWarz, in the query: every call needs it, and URLs in logs show it.
    coingecko_demo
        CoinGecko's Demo plan, in a header.
    coingecko_pro
        CoinGecko's Pro plan, in a header and at another host.
    ankr_path
        Ankr's bitcoin node, in the path.
    binance_header
        Binance, in a header; the signature of signed calls is the caller's: see `Request::query_string`.
    """

    tag: Literal["coinwarz_query", "coingecko_demo", "coingecko_pro", "ankr_path", "binance_header"]
    content: str | None = None

    @classmethod
    def coinwarz_query(cls, content: str) -> Self:
        """CoinWarz, in the query: every call needs it, and URLs in logs show it."""

    @classmethod
    def coingecko_demo(cls, content: str) -> Self:
        """CoinGecko's Demo plan, in a header."""

    @classmethod
    def coingecko_pro(cls, content: str) -> Self:
        """CoinGecko's Pro plan, in a header and at another host."""

    @classmethod
    def ankr_path(cls, content: str) -> Self:
        """Ankr's bitcoin node, in the path."""

    @classmethod
    def binance_header(cls, content: str) -> Self:
        """Binance, in a header; the signature of signed calls is the caller's: see `Request::query_string`."""


Method: TypeAlias = Literal["get", "post"]
"""How a request is sent.

Cases
-----
get
    HTTP GET.
post
    HTTP POST with a JSON body.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class RequestHeader(Document):
    """A header of a request.

    Attributes
    ----------
    name : str
        Its name.
    value : str
        Its value.
    """

    name: str
    value: str


@dataclasses.dataclass(frozen=True, repr=False)
class HttpRequest(Document):
    """An HTTP request, ready to be sent.

    Attributes
    ----------
    method : Method
        How it is sent.
    url : str
        The address, key included: for the socket. Of one's own node it is the path alone.
    headers : list[RequestHeader]
        Headers, keys included.
    body : str, optional
        The JSON body of a POST.
    for_log : str
        Method and address with the key masked: for the log.
    """

    method: Method
    url: str
    headers: list[RequestHeader]
    for_log: str
    body: str | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class Bars(Document):
    """Bars of one instrument and interval, oldest first. Intervals never overlap; gaps are allowed and found with
    `first_gap`.

    Attributes
    ----------
    source : str

    instrument : str

    quote_currency : str

    interval_ms : int
         [ms, from 1 to 31622400000]
    open_time_ms : list[int]

    open : list[float]

    high : list[float]

    low : list[float]

    close : list[float]

    volume_base : list[float], optional
    """

    source: str
    instrument: str
    quote_currency: str
    interval_ms: int
    open_time_ms: list[int]
    open: list[float]
    high: list[float]
    low: list[float]
    close: list[float]
    volume_base: list[float] | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class Bar(Document):
    """What an instrument did in one interval: `low <= open, close <= high`, prices in the quote currency.

    A bar says what happened until `close_time_ms`. Before that instant it is still forming, and a study that
    uses it looks ahead: see `is_closed`.

    Attributes
    ----------
    source : str
        Who published it.
    instrument : str
        Of what.
    quote_currency : str
        The currency of the prices.
    interval_ms : int
        What one bar covers. [ms, from 1 to 31622400000]
    open_time_ms : datetime.datetime
        When the interval began, inclusive. (Some sources stamp bars with the close: a parser subtracts the interval.) [ms, from 1230940800000 to 253402235999999]
    open : float
        First price, quote currency per unit of base.
    high : float
        Highest price.
    low : float
        Lowest price.
    close : float
        Last price.
    volume_base : float, optional
        Units of base that changed hands; absent where the source does not count them. 0 means that nothing traded.
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


@dataclasses.dataclass(frozen=True, repr=False)
class Candlesticks(Document):
    """Bars whose interval is over, oldest first, and apart from them the one that is still forming: a study that takes it
    looks ahead.

    Attributes
    ----------
    closed : Bars
        Bars that were over when the payload was received.
    forming : Bar, optional
        The last bar, where it was not.
    """

    closed: Bars
    forming: Bar | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class Levels(Document):
    """One side of a book, best price first, as columns.

    Attributes
    ----------
    price : list[float]
        Prices, quote currency per unit of base, each once.
    size_base : list[float]
        Units of base offered at that price: above 0.
    """

    price: list[float]
    size_base: list[float]


@dataclasses.dataclass(frozen=True, repr=False)
class OrderBook(Document):
    """The levels of a book at one instant: bids fall, asks rise, sizes are above 0, and the best bid is at most the best ask.

    A side may be empty.

    Attributes
    ----------
    source : str

    instrument : str

    quote_currency : str

    time_ms : datetime.datetime
         [ms, from 1230940800000 to 253402235999999]
    bids : Levels

    asks : Levels
    """

    source: str
    instrument: str
    quote_currency: str
    time_ms: datetime.datetime
    bids: Levels
    asks: Levels


@dataclasses.dataclass(frozen=True, repr=False)
class Quote(Document):
    """Best bid, best ask and last price, as far as the source says them: at least one of the three, and `bid <= ask`.

    Attributes
    ----------
    source : str
        Who published it.
    instrument : str
        Of what.
    quote_currency : str
        The currency of the prices.
    time_ms : datetime.datetime
        When it held. [ms, from 1230940800000 to 253402235999999]
    bid : float, optional
        What the best buyer pays.
    ask : float, optional
        What the best seller asks.
    last_price : float, optional
        Price of the last trade, or of the index where the source is one.
    """

    source: str
    instrument: str
    quote_currency: str
    time_ms: datetime.datetime
    bid: float | None = None
    ask: float | None = None
    last_price: float | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class VenueTicker(Document):
    """Best prices of a market and what happened in it in 24 hours.

    Attributes
    ----------
    quote : Quote
        Bid, ask and last price, as far as they are said.
    volume_24h_base : float, optional
        Units of base that changed hands in 24 hours.
    change_24h : float, optional
        Change of the price in 24 hours, a fraction (venues say percent).
    """

    quote: Quote
    volume_24h_base: float | None = None
    change_24h: float | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class MarkPoint(Document):
    """Mark price of a contract at one instant. Venues liquidate at the mark, not at the last trade.

    Attributes
    ----------
    source : str
        Who published it.
    instrument : str
        Of what.
    quote_currency : str
        The currency of the prices.
    time_ms : datetime.datetime
        When it held. [ms, from 1230940800000 to 253402235999999]
    mark : float
        The mark price.
    index : float, optional
        The spot index under it.
    """

    source: str
    instrument: str
    quote_currency: str
    time_ms: datetime.datetime
    mark: float
    index: float | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class Funding(Document):
    """One funding payment: longs pay shorts `rate * notional` where the rate is positive, shorts pay longs where it is negative.

    A payment whose time lies in the future is the venue's forecast.

    Attributes
    ----------
    source : str
        Who published it.
    instrument : str
        Of what.
    interval_ms : int
        How often it is paid: mostly 8 h, some 1 h or 4 h. [ms, from 1 to 31622400000]
    time_ms : datetime.datetime
        When it is paid. [ms, from 1230940800000 to 253402235999999]
    rate_per_interval : float
        Fraction of the notional, -1 to 1.
    """

    source: str
    instrument: str
    interval_ms: int
    time_ms: datetime.datetime
    rate_per_interval: float


@dataclasses.dataclass(frozen=True, repr=False)
class MarkAndFunding(Document):
    """Mark price and coming funding of a contract.

    Attributes
    ----------
    mark : MarkPoint
        Mark and index.
    next_funding : Funding, optional
        The coming payment at the rate of now: a forecast. Delivery contracts have none.
    estimated_settlement : float, optional
        Estimated settlement price, said in the last hour before settlement.
    """

    mark: MarkPoint
    next_funding: Funding | None = None
    estimated_settlement: float | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class FundingHistory(Document):
    """Funding payments of one contract, oldest first.

    Attributes
    ----------
    source : str

    instrument : str

    interval_ms : int
         [ms, from 1 to 31622400000]
    time_ms : list[int]

    rate_per_interval : list[float]
    """

    source: str
    instrument: str
    interval_ms: int
    time_ms: list[int]
    rate_per_interval: list[float]


@dataclasses.dataclass(frozen=True, repr=False)
class OpenInterest(Document):
    """Contracts that are open at one instant, each counted once (not once per side): in coins, in US dollars, or both.

    A source that counts contracts is converted by its parser, which knows the contract's size.

    Attributes
    ----------
    source : str
        Who published it.
    instrument : str
        Of what.
    time_ms : datetime.datetime
        When it held. [ms, from 1230940800000 to 253402235999999]
    open_base : float, optional
        Units of base, coins.
    open_usd : float, optional
        Their notional in US dollars.
    """

    source: str
    instrument: str
    time_ms: datetime.datetime
    open_base: float | None = None
    open_usd: float | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class OpenInterestHistory(Document):
    """Open interest of one instrument, oldest first.

    Attributes
    ----------
    source : str

    instrument : str

    time_ms : list[int]

    open_base : list[float], optional

    open_usd : list[float], optional
    """

    source: str
    instrument: str
    time_ms: list[int]
    open_base: list[float] | None = None
    open_usd: list[float] | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class TierTable(Document):
    """A venue's whole margin table, smallest positions first: it begins at 0, has no gap and no overlap, the rate rises, the leverage
    does not, and the deduction makes the maintenance margin continuous (to 1e-9 of the floor's margin, for tables that were rounded).

    Attributes
    ----------
    source : str

    instrument : str

    margin_currency : str

    time_ms : datetime.datetime
         [ms, from 1230940800000 to 253402235999999]
    notional_floor : list[float]

    notional_cap : list[float]

    maintenance_rate : list[float]

    deduction : list[float]

    max_leverage : list[float]
    """

    source: str
    instrument: str
    margin_currency: str
    time_ms: datetime.datetime
    notional_floor: list[float]
    notional_cap: list[float]
    maintenance_rate: list[float]
    deduction: list[float]
    max_leverage: list[float]


@dataclasses.dataclass(frozen=True, repr=False)
class BinanceData(Variant):
    """An answer of Binance, to the question of the same name.

    Cases
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


@dataclasses.dataclass(frozen=True, repr=False)
class ChainInfo(Document):
    """The chain and its tip, as a node sees it.

    Attributes
    ----------
    chain : str
        `main`, `test`, `testnet4`, `signet` or `regtest`.
    height : int
        Height of the best block. [blocks, from 0 to 4294967295]
    headers : int
        Headers that the node knows: more than blocks while it catches up. [blocks, from 0 to 4294967295]
    difficulty : float
        Difficulty of the best block. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    nbits : int, optional
        Compact target of the best block (from version 29 on). [from 0]
    tip_time_s : int, optional
        Time in the best block's header, Unix seconds (from version 23 on). [from 0]
    median_time_s : int
        Median of the last eleven header times, Unix seconds. [from 0]
    initial_block_download : bool
        Whether the node is still catching up: what it says is old then.
    """

    chain: str
    height: int
    headers: int
    difficulty: float
    median_time_s: int
    initial_block_download: bool
    nbits: int | None = None
    tip_time_s: int | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class MiningState(Document):
    """What a node says to miners.

    Attributes
    ----------
    chain : str
        `main`, `test`, `testnet4`, `signet` or `regtest`.
    height : int
        Height of the best block. [blocks, from 0 to 4294967295]
    difficulty : float
        Difficulty of the best block. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    nbits : int, optional
        Compact target of the best block (from version 29 on). [from 0]
    next_nbits : int, optional
        Compact target of the next block (from version 29 on). [from 0]
    hashrate_ths : float
        Hashrate over the last 120 blocks, TH/s (received as H/s). [TH/s, from 0.0 to 1e+24]
    mempool_transactions : int
        Transactions that wait. [from 0]
    warnings : list[str]
        What the node warns of.
    """

    chain: str
    height: int
    difficulty: float
    hashrate_ths: float
    mempool_transactions: int
    warnings: list[str]
    nbits: int | None = None
    next_nbits: int | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class NetworkHashrate(Document):
    """A hashrate by itself.

    Attributes
    ----------
    hashrate_ths : float
        Hashrate of the network, TH/s (received as H/s). [TH/s, from 0.0 to 1e+24]
    """

    hashrate_ths: float


@dataclasses.dataclass(frozen=True, repr=False)
class BlockStats(Document):
    """What one block paid its miner, and how full it was.

    Attributes
    ----------
    source : str
        Who published it.
    height : int
        Height of the block. [blocks, from 0 to 4294967295]
    time_s : int
        Time in the header, Unix seconds. Header times are not monotonic. [from 0]
    subsidy_sat : int
        New coins. [sat, from 0 to 2100000000000000]
    fees_sat : int
        Sum of the transaction fees. [sat, from 0 to 2100000000000000]
    difficulty : float, optional
        Difficulty of the block. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    transactions : int, optional
        Transactions, the coinbase included: at least 1. [from 0]
    weight : int, optional
        Weight units: at most 4,000,000. [from 0]
    """

    source: str
    height: int
    time_s: int
    subsidy_sat: int
    fees_sat: int
    difficulty: float | None = None
    transactions: int | None = None
    weight: int | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class BlockReport(Document):
    """What one block paid, and what inclusion cost.

    Attributes
    ----------
    block : BlockStats
        The block.
    median_fee_rate_sat_per_vb : float, optional
        Median fee rate by weight, satoshis per virtual byte, where it was asked for.
    """

    block: BlockStats
    median_fee_rate_sat_per_vb: float | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class BitcoinRpcData(Variant):
    """An answer of a bitcoin node, to the question of the same name.

    Cases
    -----
    blockchain_info
        The chain and its tip.
    mining_info
        Difficulty, hashrate, mempool.
    network_hashps
        The hashrate over a number of blocks.
    block_stats
        What one block paid.
    """

    tag: Literal["blockchain_info", "mining_info", "network_hashps", "block_stats"]
    content: ChainInfo | MiningState | NetworkHashrate | BlockReport | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class ChainStats(Document):
    """The network as Blockchain.info sees it: the last 24 hours and the tip.

    Attributes
    ----------
    time_ms : datetime.datetime
        When it held. [ms, from 1230940800000 to 253402235999999]
    price : Quote
        Price of one bitcoin.
    hashrate_ths : float
        Estimated hashrate of the network, TH/s (received as GH/s). [TH/s, from 0.0 to 1e+24]
    height : int
        Height of the tip. [blocks, from 0 to 4294967295]
    difficulty : float, optional
        Difficulty, where it is said. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    blocks_per_day : int
        Blocks of the last 24 hours. [from 0]
    block_interval_s : float
        Mean time between them, seconds.
    minted_sat : int
        New coins of the last 24 hours, fees excluded. [sat, from 0 to 2100000000000000]
    fees_sat : int, optional
        Fees of the last 24 hours; absent where the value is none (negative). [sat, from 0 to 2100000000000000]
    miner_revenue_usd : float, optional
        What miners earned in the last 24 hours; absent where the value is none (zero). [USD, from 0.0 to 1000000000000000.0]
    supply_sat : int
        All coins there are. [sat, from 0 to 2100000000000000]
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
    miner_revenue_usd: float | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class Series(Document):
    """A history of one quantity from one source, oldest first: a hashrate, a difficulty, an index. The unit stands in the name of the field
    that holds it.

    Attributes
    ----------
    source : str

    time_ms : list[int]

    value : list[float]
    """

    source: str
    time_ms: list[int]
    value: list[float]


@dataclasses.dataclass(frozen=True, repr=False)
class ChartData(Variant):
    """A history, named with its unit.

    Cases
    -----
    hashrate_ths
        Hashrate in TH/s.
    difficulty
        Difficulty.
    miner_revenue_usd
        What miners earned that day, USD.
    price_usd
        Price of one bitcoin, USD.
    fees_btc
        Fees of that day, BTC.
    """

    tag: Literal["hashrate_ths", "difficulty", "miner_revenue_usd", "price_usd", "fees_btc"]
    content: Series | None = None


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
class PricesByCurrency(Document):
    """One price per currency.

    Attributes
    ----------
    quotes : list[Quote]
        Sorted by currency. Which of "buy" and "sell" is the bid is not documented (they have been equal for years): only the last price is read.
    """

    quotes: list[Quote]


@dataclasses.dataclass(frozen=True, repr=False)
class BlockchainInfoData(Variant):
    """An answer of Blockchain.info, to the question of the same name.

    Cases
    -----
    stats
        The network's summary.
    chart
        A daily history.
    query
        One number as plain text.
    ticker
        What one bitcoin costs in many currencies.
    """

    tag: Literal["stats", "chart", "query", "ticker"]
    content: ChainStats | ChartData | QueryData | PricesByCurrency | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class CoinbaseData(Variant):
    """An answer of Coinbase, to the question of the same name.

    Cases
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


@dataclasses.dataclass(frozen=True, repr=False)
class SpotPrice(Document):
    """What a coin costs, and its market.

    Attributes
    ----------
    price : Quote
        The price.
    market_cap : float, optional
        Market capitalization in the quote currency.
    volume_24h : float, optional
        What was traded in 24 hours, in the quote currency.
    change_24h : float, optional
        Change of the price in 24 hours, a fraction (received as percent).
    """

    price: Quote
    market_cap: float | None = None
    volume_24h: float | None = None
    change_24h: float | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class Quotes(Document):
    """Quotes of one instrument, oldest first.

    Attributes
    ----------
    source : str

    instrument : str

    quote_currency : str

    time_ms : list[int]

    bid : list[float], optional

    ask : list[float], optional

    last_price : list[float], optional
    """

    source: str
    instrument: str
    quote_currency: str
    time_ms: list[int]
    bid: list[float] | None = None
    ask: list[float] | None = None
    last_price: list[float] | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class MarketHistory(Document):
    """A coin's market over time.

    Attributes
    ----------
    prices : Quotes
        Prices.
    market_cap : Series
        Market capitalization in the quote currency.
    volume_24h : Series
        What was traded in the 24 hours before, in the quote currency.
    """

    prices: Quotes
    market_cap: Series
    volume_24h: Series


@dataclasses.dataclass(frozen=True, repr=False)
class CoingeckoData(Variant):
    """An answer of CoinGecko, to the question of the same name.

    Cases
    -----
    simple_price
        What a coin costs now.
    market_chart
        Prices, market capitalization and volume over time.
    ohlc
        Candles without volume.
    """

    tag: Literal["simple_price", "market_chart", "ohlc"]
    content: SpotPrice | MarketHistory | Candlesticks | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class MinedCoin(Document):
    """A coin, as a miner sees it.

    Attributes
    ----------
    coin : str
        Its tag, like `BTC`.
    algorithm : str
        Its proof of work.
    height : int
        Height of the tip. [blocks, from 0 to 4294967295]
    difficulty : float
        Difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    block_reward_coins : float
        Coins per block.
    block_time_s : float, optional
        Goal of the time between blocks, seconds.
    price : Quote, optional
        Its price; absent where the exchange is offline.
    healthy : bool
        Whether its chain and its exchange are online and CoinWarz calls it healthy.
    """

    coin: str
    algorithm: str
    height: int
    difficulty: float
    block_reward_coins: float
    healthy: bool
    block_time_s: float | None = None
    price: Quote | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class MinedCoins(Document):
    """Several coins.

    Attributes
    ----------
    coins : list[MinedCoin]
        In the order received: by profitability.
    """

    coins: list[MinedCoin]


@dataclasses.dataclass(frozen=True, repr=False)
class KeyAllowance(Document):
    """What a key may still do.

    Attributes
    ----------
    plan : str
        Name of the plan.
    approved : bool
        Whether CoinWarz accepts the key.
    calls : int
        Calls of the plan. [from 0]
    calls_left : int
        Calls that are left. [from 0]
    calls_per_day : int, optional
        Calls of a day, where the plan has such a limit. [from 0]
    calls_left_today : int, optional
        Calls that are left today. [from 0]
    """

    plan: str
    approved: bool
    calls: int
    calls_left: int
    calls_per_day: int | None = None
    calls_left_today: int | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class CoinwarzData(Variant):
    """An answer of CoinWarz, to the question of the same name.

    Cases
    -----
    profitability
        All coins.
    coin_information
        One coin.
    key_info
        What is left of the plan.
    """

    tag: Literal["profitability", "coin_information", "key_info"]
    content: MinedCoins | MinedCoin | KeyAllowance | None = None


OptionKind: TypeAlias = Literal["call", "put"]
"""The right to buy, or the right to sell.

Cases
-----
call
    The right to buy.
put
    The right to sell.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class OptionQuote(Document):
    """A European option at one instant.

    Strike and underlying are in the quote currency; premiums are in the premium currency, which is the coin itself for inverse
    options. Those cost `premium * index` in the quote currency; `premium * underlying`, the underlying being a forward, is their
    undiscounted price. Volatilities are fractions per square root of a year; sources that say percent are divided by 100.

    Attributes
    ----------
    source : str
        Who published it.
    quote_currency : str
        The currency of strike and underlying.
    premium_currency : str
        The currency of bid, ask and mark.
    instrument : str
        Of what.
    time_ms : datetime.datetime
        When it held. [ms, from 1230940800000 to 253402235999999]
    expiry_ms : datetime.datetime
        When the option expires: after `time_ms`. [ms, from 1230940800000 to 253402235999999]
    strike : float
        At what price it can be exercised.
    kind : OptionKind
        Call or put.
    underlying : float
        Forward price of the underlying for this expiry.
    bid : float, optional
        What the best buyer pays. An empty side is absent: sources that write 0 mean nobody.
    ask : float, optional
        What the best seller asks.
    mark : float, optional
        The venue's own value.
    bid_iv : float, optional
        Implied volatility of the bid.
    ask_iv : float, optional
        Implied volatility of the ask.
    mark_iv : float, optional
        Implied volatility of the mark.
    open_interest_base : float, optional
        Open contracts in units of base.
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


@dataclasses.dataclass(frozen=True, repr=False)
class FutureSummary(Document):
    """A future at one instant.

    Attributes
    ----------
    quote : Quote, optional
        Bid, ask and last price; absent where there is none of them.
    mark : MarkPoint
        Mark, and index where it is said.
    open_interest : OpenInterest
        Open interest: US dollars for inverse contracts, coins for linear ones.
    funding_8h : float, optional
        Funding of the last 8 hours, a fraction; perpetual contracts only.
    current_funding : float, optional
        Funding of now, a fraction per 8 hours; perpetual contracts only.
    """

    mark: MarkPoint
    open_interest: OpenInterest
    quote: Quote | None = None
    funding_8h: float | None = None
    current_funding: float | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class OptionChain(Document):
    """Options with the same currencies from one source, sorted by expiry, then strike, call before put; no two alike.

    A chain is a list of rows and not columns, because nearly every field of an option can be absent by itself.

    Attributes
    ----------
    quotes : list[OptionQuote]
    """

    quotes: list[OptionQuote]


@dataclasses.dataclass(frozen=True, repr=False)
class BookSummaries(Document):
    """All contracts of a summary.

    Attributes
    ----------
    option_chains : list[OptionChain]
        Options that have not expired, a chain per pair of currencies (inverse and linear options are never in one).
    futures : list[FutureSummary]
        Futures, in the order received.
    """

    option_chains: list[OptionChain]
    futures: list[FutureSummary]


@dataclasses.dataclass(frozen=True, repr=False)
class Listing(Document):
    """One contract.

    Attributes
    ----------
    instrument : str
        Its name.
    is_active : bool
        Whether it can be traded.
    expiry_ms : datetime.datetime, optional
        When it expires; perpetual contracts never do. [ms, from 1230940800000 to 253402235999999]
    strike : float, optional
        Strike, of options.
    option_kind : OptionKind, optional
        Call or put, of options.
    contract_size : float
        Size of a contract: US dollars for inverse futures, coins else.
    tick_size : float
        Step of the price.
    """

    instrument: str
    is_active: bool
    contract_size: float
    tick_size: float
    expiry_ms: datetime.datetime | None = None
    strike: float | None = None
    option_kind: OptionKind | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class Listings(Document):
    """Everything that is listed.

    Attributes
    ----------
    listings : list[Listing]
        In the order received.
    """

    listings: list[Listing]


@dataclasses.dataclass(frozen=True, repr=False)
class FundingSum(Document):
    """What a holder paid between two instants.

    Attributes
    ----------
    rate : float
        Sum of the rates, a fraction of the notional: positive where longs paid.
    """

    rate: float


@dataclasses.dataclass(frozen=True, repr=False)
class FundingAndIndex(Document):
    """Funding and index hour by hour.

    Attributes
    ----------
    funding : FundingHistory
        What was paid in each hour.
    index : Series
        The index at the end of each hour, in the contract's quote currency.
    """

    funding: FundingHistory
    index: Series


@dataclasses.dataclass(frozen=True, repr=False)
class VolatilityBars(Document):
    """The volatility index over time: 30-day implied volatility as a fraction per square root of a year (received as
    percent).

    Attributes
    ----------
    open : Series
        At the beginning of each interval.
    high : Series
        Highest.
    low : Series
        Lowest.
    close : Series
        At the end; the last interval may still run.
    continue_ms : datetime.datetime, optional
        Where older rows are left: ask again with this as `end_ms`. [ms, from 1230940800000 to 253402235999999]
    """

    open: Series
    high: Series
    low: Series
    close: Series
    continue_ms: datetime.datetime | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class DeribitData(Variant):
    """An answer of Deribit, to the question of the same name.

    Cases
    -----
    option_ticker
        An option.
    perpetual_ticker
        A perpetual contract.
    book_summary
        All options or all futures on a coin.
    order_book
        Levels of a book.
    instruments
        What is listed.
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

    tag: Literal["option_ticker", "perpetual_ticker", "book_summary", "order_book", "instruments", "funding_value", "funding_history", "volatility_index", "candles", "index_price"]
    content: OptionQuote | FutureSummary | BookSummaries | OrderBook | Listings | FundingSum | FundingAndIndex | VolatilityBars | Candlesticks | Quote | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class RetargetEstimate(Document):
    """The retarget that comes, as mempool.space estimates it, and the last one.

    Attributes
    ----------
    progress : float
        Part of the period that is over, 0 to 1 (received as percent).
    expected_change : float
        Expected change of difficulty, a fraction from -0.75 to 3 (received as percent).
    expected_time_ms : datetime.datetime
        When it is expected. [ms, from 1230940800000 to 253402235999999]
    remaining_blocks : int
        Blocks until then. [from 0]
    retarget_height : int
        Height of the first block of the next period. [blocks, from 0 to 4294967295]
    previous_change : float
        The last change, a fraction.
    previous_time_ms : datetime.datetime, optional
        When the last change took effect, where it is said. [ms, from 1230940800000 to 253402235999999]
    block_interval_s : float
        Mean time between blocks in this period, seconds.
    """

    progress: float
    expected_change: float
    expected_time_ms: datetime.datetime
    remaining_blocks: int
    retarget_height: int
    previous_change: float
    block_interval_s: float
    previous_time_ms: datetime.datetime | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class NetworkHashrates(Document):
    """Hashrate and difficulty over time, and now.

    Attributes
    ----------
    hashrate_ths : Series
        Daily mean hashrate, TH/s (received as H/s).
    difficulty : Series
        Difficulty from each retarget on.
    current_hashrate_ths : float
        Hashrate now, TH/s. [TH/s, from 0.0 to 1e+24]
    current_difficulty : float
        Difficulty now. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    """

    hashrate_ths: Series
    difficulty: Series
    current_hashrate_ths: float
    current_difficulty: float


@dataclasses.dataclass(frozen=True, repr=False)
class Retargets(Document):
    """Past retargets, oldest first.

    Attributes
    ----------
    difficulty : Series
        Difficulty from that instant on.
    """

    difficulty: Series


@dataclasses.dataclass(frozen=True, repr=False)
class BlockRewards(Document):
    """What a run of blocks paid in all.

    Attributes
    ----------
    first_height : int
        Height of the first block. [blocks, from 0 to 4294967295]
    last_height : int
        Height of the last block. [blocks, from 0 to 4294967295]
    reward_sat : int
        Subsidies and fees. [sat, from 0 to 2100000000000000]
    fees_sat : int
        Fees. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : int
        Mean fees of one block, rounded down. [sat, from 0 to 2100000000000000]
    """

    first_height: int
    last_height: int
    reward_sat: int
    fees_sat: int
    fees_per_block_sat: int


@dataclasses.dataclass(frozen=True, repr=False)
class FeeRates(Document):
    """Fee rates, satoshis per virtual byte.

    Attributes
    ----------
    fastest_sat_per_vb : float
        For the next block.
    half_hour_sat_per_vb : float
        For about half an hour.
    hour_sat_per_vb : float
        For about an hour.
    economy_sat_per_vb : float
        For some day.
    minimum_sat_per_vb : float
        What nodes relay at all.
    """

    fastest_sat_per_vb: float
    half_hour_sat_per_vb: float
    hour_sat_per_vb: float
    economy_sat_per_vb: float
    minimum_sat_per_vb: float


@dataclasses.dataclass(frozen=True, repr=False)
class MempoolSpaceData(Variant):
    """An answer of mempool.space, to the question of the same name.

    Cases
    -----
    difficulty_adjustment
        The coming retarget.
    hashrate_history
        Hashrate and difficulty over time.
    difficulty_adjustments
        Past retargets.
    reward_stats
        What the last blocks paid.
    prices
        What one bitcoin costs in several currencies.
    recommended_fees
        Fee rates for different patience.
    """

    tag: Literal["difficulty_adjustment", "hashrate_history", "difficulty_adjustments", "reward_stats", "prices", "recommended_fees"]
    content: RetargetEstimate | NetworkHashrates | Retargets | BlockRewards | PricesByCurrency | FeeRates | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class FeedData(Variant):
    """An answer of any upstream, to the question of the same name.

    Cases
    -----
    binance
        Binance.
    bitcoin_rpc
        A bitcoin node.
    blockchain_info
        Blockchain.info.
    coinbase
        Coinbase.
    coingecko
        CoinGecko.
    coinwarz
        CoinWarz.
    deribit
        Deribit.
    mempool_space
        mempool.space.
    """

    tag: Literal["binance", "bitcoin_rpc", "blockchain_info", "coinbase", "coingecko", "coinwarz", "deribit", "mempool_space"]
    content: BinanceData | BitcoinRpcData | BlockchainInfoData | CoinbaseData | CoingeckoData | CoinwarzData | DeribitData | MempoolSpaceData | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class Suspicion(Document):
    """One oddity of a payload: implausible, contradictory, or left out.

    Attributes
    ----------
    path : str
        Where it stands in the payload.
    value : str
        The value as received.
    expected : str
        What would have been believed.
    """

    path: str
    value: str
    expected: str


@dataclasses.dataclass(frozen=True, repr=False)
class ParseReport(Document):
    """What an answer says.

    Attributes
    ----------
    data : FeedData
        The data.
    suspicious : list[Suspicion]
        What is odd about it: implausible, contradictory or left out.
    """

    data: FeedData
    suspicious: list[Suspicion]


@dataclasses.dataclass(frozen=True, repr=False)
class Tolerance(Variant):
    """How far a reading may lie from the median of the fresh ones.

    Cases
    -----
    relative
        As a fraction of the median: for prices, hashrates, difficulties.
    absolute
        In the unit of the readings, as a number of 0 to 1e12: for rates and changes, which may be 0.
    """

    tag: Literal["relative", "absolute"]
    content: float | None = None

    @classmethod
    def relative(cls, content: float) -> Self:
        """As a fraction of the median: for prices, hashrates, difficulties."""

    @classmethod
    def absolute(cls, content: float) -> Self:
        """In the unit of the readings, as a number of 0 to 1e12: for rates and changes, which may be 0."""


ReconcileMethod: TypeAlias = Literal["median", "priority"]
"""How the value is chosen among the readings that agree.

Cases
-----
median
    Their median.
priority
    The first in the order given.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class SourceReading(Document):
    """What one source says.

    Attributes
    ----------
    source : str
        Who says it.
    time_ms : datetime.datetime
        When it held. [ms, from 1230940800000 to 253402235999999]
    value : float
        The value, finite.
    """

    source: str
    time_ms: datetime.datetime
    value: float


@dataclasses.dataclass(frozen=True, repr=False)
class ReconciledFresh(Document):
    """Attributes
    ----------
    value : float
        The value.
    """

    value: float


@dataclasses.dataclass(frozen=True, repr=False)
class ReconciledStale(Document):
    """Attributes
    ----------
    value : float
        The value.
    age_ms : int
        Its age, milliseconds.
    """

    value: float
    age_ms: int


@dataclasses.dataclass(frozen=True, repr=False)
class ReconciledDisputed(Document):
    """Attributes
    ----------
    low : float
        Least fresh reading.
    high : float
        Greatest fresh reading.
    """

    low: float
    high: float


@dataclasses.dataclass(frozen=True, repr=False)
class Reconciled(Variant):
    """The answer.

    Cases
    -----
    fresh
        A value on which most fresh sources agree.
    stale
        Nothing is fresh: the last good value.
    disputed
        Sources contradict each other.
    no_data
        Nothing is fresh, and nothing ever was.
    """

    tag: Literal["fresh", "stale", "disputed", "no_data"]
    content: ReconciledFresh | ReconciledStale | ReconciledDisputed | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class ReadingStateOutlier(Document):
    """Attributes
    ----------
    deviation : float
        How far, in the measure of the tolerance.
    """

    deviation: float


@dataclasses.dataclass(frozen=True, repr=False)
class ReadingStateStale(Document):
    """Attributes
    ----------
    age_ms : int
        Its age, milliseconds.
    """

    age_ms: int


@dataclasses.dataclass(frozen=True, repr=False)
class ReadingStateFuture(Document):
    """Attributes
    ----------
    ahead_ms : int
        How far, milliseconds.
    """

    ahead_ms: int


@dataclasses.dataclass(frozen=True, repr=False)
class ReadingState(Variant):
    """What became of a reading.

    Cases
    -----
    agrees
        It agrees.
    outlier
        It is too far from the median.
    stale
        It is too old.
    future
        Its time lies more than five minutes ahead.
    """

    tag: Literal["agrees", "outlier", "stale", "future"]
    content: ReadingStateOutlier | ReadingStateStale | ReadingStateFuture | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class ReadingVerdict(Document):
    """What became of one reading.

    Attributes
    ----------
    source : str
        Whose reading.
    verdict : ReadingState
        What became of it.
    """

    source: str
    verdict: ReadingState


@dataclasses.dataclass(frozen=True, repr=False)
class ReconcileReport(Document):
    """One number, how sure it is, and what became of each reading.

    Attributes
    ----------
    outcome : Reconciled
        The answer.
    agreeing : int
        How many readings agree. [from 0]
    fresh : int
        How many are fresh. [from 0]
    spread : float, optional
        `(greatest - least) / |median|` of those that agree (0 where there is one); absent where none does or the median is 0.
    verdicts : list[ReadingVerdict]
        What became of each reading, in the order given.
    """

    outcome: Reconciled
    agreeing: int
    fresh: int
    verdicts: list[ReadingVerdict]
    spread: float | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class RetainReport(Document):
    """Which points stay and which go.

    Attributes
    ----------
    keep : list[int]
        Indices of the points that stay.
    thinned : list[int]
        Indices of those that are too many of their day.
    expired : list[int]
        Indices of those that are too old.
    """

    keep: list[int]
    thinned: list[int]
    expired: list[int]


AlertSide: TypeAlias = Literal["above", "below"]
"""Which side is worth an alert.

Cases
-----
above
    At or above the threshold.
below
    At or below it.
"""


def request(
    *,
    ask: FeedAsk | Mapping[str, Any] | str,
    access: Access | Mapping[str, Any] | str | None = None,
) -> HttpRequest:
    """The HTTP request that asks an upstream: method, address, headers, body. Nothing is sent.

    `access` carries the caller's key to the one host it belongs to; `for_log` is the address with the key masked.

    Parameters
    ----------
    ask : FeedAsk | Mapping[str, Any] | str
        The question.
    access : Access | Mapping[str, Any] | str, optional
        The caller's key, where the upstream wants one.

    Returns
    -------
    HttpRequest

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.feeds.request(ask={"coingecko": {"simple_price": {"coin": "bitcoin", "quote_currency": "USD"}}}, access={"coingecko_demo": "CG-example"})
    """


def parse(
    *,
    ask: FeedAsk | Mapping[str, Any] | str,
    body: str,
    received_ms: datetime.datetime | int,
    max_bytes: int | None = None,
) -> ParseReport:
    """What an upstream answered, as market data in the family's units: TH/s, fractions, milliseconds, coins, satoshis.

    `ask` is the question that was asked, `body` the answer as it came, `received_ms` when. What cannot be is refused with its
    path in the payload (`body.result[3].mark_price`), what is hard to believe is listed as `suspicious`, what the upstream
    refuses is `feeds.upstream.none`, `feeds.rate_limit.out_of_range`, `feeds.key.unsupported` or `feeds.method.unsupported`.

    Parameters
    ----------
    ask : FeedAsk | Mapping[str, Any] | str
        The question that was asked.
    body : str
        The answer as it came.
    received_ms : datetime.datetime | int
        When it came. [ms, from 1230940800000 to 253402235999999]
    max_bytes : int, optional
        How many bytes are accepted; absent: 1 MiB. [from 0]

    Returns
    -------
    ParseReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.feeds.parse(ask={"binance": {"candles": {"market": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT", "interval_ms": 3600000}}}, body="[[1780725600000,\\"60910.01\\",\\"60999.90\\",\\"60800.10\\",\\"60850.00\\",\\"812.25\\",1780729199999,\\"49470000.1\\",91000,\\"400.1\\",\\"24000000.5\\",\\"0\\"]]", received_ms=1780730885000)
    """


def reconcile(
    *,
    now_ms: datetime.datetime | int,
    max_age_ms: int,
    tolerance: Tolerance | Mapping[str, Any] | str,
    method: ReconcileMethod,
    readings: Sequence[SourceReading | Mapping[str, Any]],
    last_good: SourceReading | Mapping[str, Any] | None = None,
) -> ReconcileReport:
    """One number out of several sources: the median (or the first) of the fresh readings that agree, by strict majority, and what
    became of each reading. Where nothing is fresh it is the last good value, marked stale; nothing is ever made up.

    Parameters
    ----------
    now_ms : datetime.datetime | int
        Now. [ms, from 1230940800000 to 253402235999999]
    max_age_ms : int
        How old a reading may be, milliseconds: at least 0.
    tolerance : Tolerance | Mapping[str, Any] | str
        How far a reading may lie from the median.
    method : ReconcileMethod
        How the value is chosen.
    readings : Sequence[SourceReading | Mapping[str, Any]]
        One reading per source, the most trusted first; all in the same unit.
    last_good : SourceReading | Mapping[str, Any], optional
        The last value that was fresh.

    Returns
    -------
    ReconcileReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.feeds.reconcile(now_ms=1780730885000, max_age_ms=900000, tolerance={"relative": 0.05}, method="median", readings=[{"source": "coingecko", "time_ms": 1780730870000, "value": 60823.2}, {"source": "coinbase", "time_ms": 1780730884000, "value": 60790}, {"source": "ticker", "time_ms": 1780730885000, "value": 608.2}])
    """


def retain(
    *,
    time_ms: Sequence[datetime.datetime | int],
    now_ms: datetime.datetime | int,
    points_per_day: int,
    utc_offset_min: int,
    max_age_ms: int | None = None,
) -> RetainReport:
    """Which points of a history stay: at most so many of each closed day (the first, the last, and those nearest to even spacing),
    all of the running day, none that is too old. Answers indices.

    Parameters
    ----------
    time_ms : Sequence[datetime.datetime | int]
        Times of the points, oldest first, each once.
    now_ms : datetime.datetime | int
        Now: the day that is running is not thinned. [ms, from 1230940800000 to 253402235999999]
    points_per_day : int
        How many points of a closed day are kept at most: 2 to 1440. [from 0]
    utc_offset_min : int
        Whose days: minutes east of UTC, -1080 to 1080. [from -32768 to 32767]
    max_age_ms : int, optional
        How old a point may be, milliseconds; absent: any age.

    Returns
    -------
    RetainReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.feeds.retain(time_ms=[1780617600000, 1780628400000, 1780639200000, 1780650000000, 1780704000000], now_ms=1780730885000, points_per_day=3, utc_offset_min=0)
    """


@dataclasses.dataclass(frozen=True, repr=False)
class AlertRow(Document):
    """One output of ``Alert``.

    Attributes
    ----------
    state : words
        `quiet`, `fired` (tell it now), `active` (told already) or `cleared`.
    """

    state: str


@dataclasses.dataclass(frozen=True, repr=False)
class AlertColumns(Columns):
    """Outputs of ``Alert``, a row per event.

    Attributes
    ----------
    state : words
        `quiet`, `fired` (tell it now), `active` (told already) or `cleared`.
    """

    state: Any


class Alert(Stream):
    """An alert that fires once when a value reaches a threshold, and not again before it has come back by the hysteresis.

    Parameters
    ----------
    side : AlertSide
        Which side is worth an alert.
    threshold : float
        Where it fires.
    hysteresis : float
        How far the value must come back before it can fire again, in the unit of the threshold: at least 0.

    Returns
    -------
    Alert

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.feeds.Alert(side="below", threshold=60000, hysteresis=500)
    >>> columns = stream.update_many(time_ms=[1780730885000, 1780731785000, 1780732685000], value=[60200, 59900, 60501])
    """

    def __init__(
        self,
        *,
        side: AlertSide,
        threshold: float,
        hysteresis: float,
    ) -> None: ...

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        side: AlertSide,
        threshold: float,
        hysteresis: float,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""

    def update(
        self,
        *,
        time_ms: datetime.datetime | int,
        value: float,
    ) -> AlertRow:
        """Take the next event; a refused event changes nothing."""

    def peek(
        self,
        *,
        time_ms: datetime.datetime | int,
        value: float,
    ) -> AlertRow:
        """What ``update`` would answer, without taking the event."""

    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        value: ArrayLike | None = None,
    ) -> AlertColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""


@dataclasses.dataclass(frozen=True, repr=False)
class GapsRow(Document):
    """One output of ``Gaps``.

    Attributes
    ----------
    missing : float64
        Points missing before this one: 0 where it is on time.
    """

    missing: float


@dataclasses.dataclass(frozen=True, repr=False)
class GapsColumns(Columns):
    """Outputs of ``Gaps``, a row per event.

    Attributes
    ----------
    missing : float64
        Points missing before this one: 0 where it is on time.
    """

    missing: Any


class Gaps(Stream):
    """How many points are missing before each point, for points that should be an interval apart.

    Parameters
    ----------
    interval_ms : int
        How far apart points should be, milliseconds: 1 to 366 days.
    slack_ms : int
        How late a point may be and still count as on time, milliseconds: 0 up to the interval.

    Returns
    -------
    Gaps

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.feeds.Gaps(interval_ms=3600000, slack_ms=60000)
    >>> columns = stream.update_many(time_ms=[1780725600000, 1780729230000, 1780740000000])
    """

    def __init__(
        self,
        *,
        interval_ms: int,
        slack_ms: int,
    ) -> None: ...

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        interval_ms: int,
        slack_ms: int,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""

    def update(
        self,
        *,
        time_ms: datetime.datetime | int,
    ) -> GapsRow:
        """Take the next event; a refused event changes nothing."""

    def peek(
        self,
        *,
        time_ms: datetime.datetime | int,
    ) -> GapsRow:
        """What ``update`` would answer, without taking the event."""

    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
    ) -> GapsColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""


@dataclasses.dataclass(frozen=True, repr=False)
class DailyRow(Document):
    """One output of ``Daily``.

    Attributes
    ----------
    unix_day : float64
        The day, as days since 1970-01-01.
    first : float64
        First value.
    high : float64
        Highest value.
    low : float64
        Lowest value.
    last : float64
        Last value.
    mean : float64
        Mean of the points.
    points : float64
        Number of points.
    empty_days_after : float64
        Days without any point between this day and the one that closed it.
    """

    unix_day: float
    first: float
    high: float
    low: float
    last: float
    mean: float
    points: float
    empty_days_after: float


@dataclasses.dataclass(frozen=True, repr=False)
class DailyColumns(Columns):
    """Outputs of ``Daily``, a row per event.

    Attributes
    ----------
    unix_day : float64
        The day, as days since 1970-01-01.
    first : float64
        First value.
    high : float64
        Highest value.
    low : float64
        Lowest value.
    last : float64
        Last value.
    mean : float64
        Mean of the points.
    points : float64
        Number of points.
    empty_days_after : float64
        Days without any point between this day and the one that closed it.
    """

    unix_day: Any
    first: Any
    high: Any
    low: Any
    last: Any
    mean: Any
    points: Any
    empty_days_after: Any


class Daily(Stream):
    """Days out of points: a row is answered with the first point of a later day, and is NaN while its day is open.

    Parameters
    ----------
    utc_offset_min : int
        Whose days: minutes east of UTC, -1080 to 1080. [from -32768 to 32767]

    Returns
    -------
    Daily

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.feeds.Daily(utc_offset_min=0)
    >>> columns = stream.update_many(time_ms=[1780617600000, 1780650000000, 1780704000000], value=[61402.1, 61010.4, 60990])
    """

    def __init__(
        self,
        *,
        utc_offset_min: int,
    ) -> None: ...

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        utc_offset_min: int,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""

    def update(
        self,
        *,
        time_ms: datetime.datetime | int,
        value: float,
    ) -> DailyRow:
        """Take the next event; a refused event changes nothing."""

    def peek(
        self,
        *,
        time_ms: datetime.datetime | int,
        value: float,
    ) -> DailyRow:
        """What ``update`` would answer, without taking the event."""

    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        value: ArrayLike | None = None,
    ) -> DailyColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""


@dataclasses.dataclass(frozen=True, repr=False)
class FreshnessRow(Document):
    """One output of ``Freshness``.

    Attributes
    ----------
    serve : words
        What may be served: `fresh` or `stale` with its age, or `nothing`.
    age_ms : float64
        How old it is, milliseconds; NaN where nothing may be served.
    action : words
        Whether to ask the upstream: `wait` or `fetch`.
    """

    serve: str
    age_ms: float
    action: str


@dataclasses.dataclass(frozen=True, repr=False)
class FreshnessColumns(Columns):
    """Outputs of ``Freshness``, a row per event.

    Attributes
    ----------
    serve : words
        What may be served: `fresh` or `stale` with its age, or `nothing`.
    age_ms : float64
        How old it is, milliseconds; NaN where nothing may be served.
    action : words
        Whether to ask the upstream: `wait` or `fetch`.
    """

    serve: Any
    age_ms: Any
    action: Any


class Freshness(Stream):
    """Whether a cached answer may be served and whether to ask the upstream: fresh while younger than the TTL (RFC 9111), stale for
    some time while the upstream fails (stale-if-error, RFC 5861), then nothing.

    Parameters
    ----------
    ttl_ms : int
        How long an answer is fresh, milliseconds: above 0. Fifteen minutes are 900,000.
    stale_if_error_ms : int
        How much longer it may be served while the upstream fails, milliseconds: at least 0.

    Returns
    -------
    Freshness

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.feeds.Freshness(ttl_ms=900000, stale_if_error_ms=3600000)
    >>> columns = stream.update_many(time_ms=[1780730885000, 1780730900000, 1780731800000, 1780731802000, 1780735400000], step=[1, 0, 0, 2, 0])
    """

    def __init__(
        self,
        *,
        ttl_ms: int,
        stale_if_error_ms: int,
    ) -> None: ...

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        ttl_ms: int,
        stale_if_error_ms: int,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""

    def update(
        self,
        *,
        time_ms: datetime.datetime | int,
        step: int,
    ) -> FreshnessRow:
        """Take the next event; a refused event changes nothing."""

    def peek(
        self,
        *,
        time_ms: datetime.datetime | int,
        step: int,
    ) -> FreshnessRow:
        """What ``update`` would answer, without taking the event."""

    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        step: ArrayLike | None = None,
    ) -> FreshnessColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""


@dataclasses.dataclass(frozen=True, repr=False)
class ScheduleRow(Document):
    """One output of ``Schedule``.

    Attributes
    ----------
    action : words
        Whether to call now: `wait` or `start`.
    next_ms : int64
        When there will be something to do: tick again then.
    failures : int64
        Failures in a row.
    """

    action: str
    next_ms: int
    failures: int


@dataclasses.dataclass(frozen=True, repr=False)
class ScheduleColumns(Columns):
    """Outputs of ``Schedule``, a row per event.

    Attributes
    ----------
    action : words
        Whether to call now: `wait` or `start`.
    next_ms : int64
        When there will be something to do: tick again then.
    failures : int64
        Failures in a row.
    """

    action: Any
    next_ms: Any
    failures: Any


class Schedule(Stream):
    """When to ask an upstream: on a grid of intervals, put off by a jitter, later after failures, one call at a time.

    Parameters
    ----------
    interval_ms : int
        How often, milliseconds: 1000 to a day. Fifteen minutes are 900,000.
    jitter : float
        How much of the interval (and of a wait after a failure) a call may be put off, so that many collectors do not call at once. [from 0.0 to 1.0]
    backoff_ms : int
        Wait after the first failure, milliseconds: 1 to a day; it doubles with each further one.
    max_backoff_ms : int
        Longest wait after failures, milliseconds: from `backoff_ms` to a day.
    timeout_ms : int
        After which time a call without answer counts as failed, milliseconds: 1 to a day.
    seed : int
        Which of the possible jitters: each collector takes its own.

    Returns
    -------
    Schedule

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.feeds.Schedule(interval_ms=900000, jitter=0.1, backoff_ms=5000, max_backoff_ms=600000, timeout_ms=30000, seed=1)
    >>> columns = stream.update_many(time_ms=[1780730885000, 1780730886000, 1780730946000, 1780730947000], step=[0, 2, 0, 1], retry_after_ms=[0, 60000, 0, 0])
    """

    def __init__(
        self,
        *,
        interval_ms: int,
        jitter: float,
        backoff_ms: int,
        max_backoff_ms: int,
        timeout_ms: int,
        seed: int,
    ) -> None: ...

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        interval_ms: int,
        jitter: float,
        backoff_ms: int,
        max_backoff_ms: int,
        timeout_ms: int,
        seed: int,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""

    def update(
        self,
        *,
        time_ms: datetime.datetime | int,
        step: int,
        retry_after_ms: int,
    ) -> ScheduleRow:
        """Take the next event; a refused event changes nothing."""

    def peek(
        self,
        *,
        time_ms: datetime.datetime | int,
        step: int,
        retry_after_ms: int,
    ) -> ScheduleRow:
        """What ``update`` would answer, without taking the event."""

    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        step: ArrayLike | None = None,
        retry_after_ms: ArrayLike | None = None,
    ) -> ScheduleColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
