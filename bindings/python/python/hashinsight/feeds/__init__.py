"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``.

alert
-----
Alert
    An alert that fires once when a value reaches a threshold, and not again before it has come back by the hysteresis.

daily
-----
Daily
    Days out of points: a row is answered with the first point of a later day, and is NaN while its day is open.

document
--------
request
    The HTTP request that asks an upstream: method, address, headers, body. Nothing is sent.
parse
    What an upstream answered, as market data in the family's units: TH/s, fractions, milliseconds, coins, satoshis.

freshness
---------
Freshness
    Whether a cached answer may be served and whether to ask the upstream: fresh while younger than the TTL (RFC 9111), stale for some time while the upstream fails (stale-if-error, RFC 5861), then nothing.

gaps
----
Gaps
    Number of points missing before each point, for points that should be an interval apart.

reconcile
---------
reconcile
    One number out of several sources: the median (or the first) of the fresh readings that agree, by strict majority, and what became of each reading. Where nothing is fresh it is the last good value, marked stale; nothing is ever made up.

retention
---------
retain
    Points of a history that stay: at most so many of each closed day (the first, the last, and those nearest to even spacing), all of the running day, none that is too old. Answers indices.

schedule
--------
Schedule
    When to ask an upstream: on a grid of intervals, put off by a jitter, later after failures, one call at a time.
"""

from __future__ import annotations

from ._access import (
    Access,
    AccessDict,
    AccessLike,
)
from ._alert import (
    Alert,
    AlertColumns,
    AlertPhase,
    AlertRow,
    AlertSide,
)
from ._binance import (
    BinanceAsk,
    BinanceAskDict,
    BinanceAskLike,
    BinanceCandles,
    BinanceCandlesDict,
    BinanceData,
    BinanceDepth,
    BinanceDepthDict,
    BinanceFundingHistory,
    BinanceFundingHistoryDict,
    BinanceLeverageBrackets,
    BinanceLeverageBracketsDict,
    BinanceMarket,
    BinanceOpenInterest,
    BinanceOpenInterestDict,
    BinanceOpenInterestHistory,
    BinanceOpenInterestHistoryDict,
    BinancePremiumIndex,
    BinancePremiumIndexDict,
    BinanceTicker,
    BinanceTickerDict,
    MarkAndFunding,
)
from ._bitcoin_rpc import (
    BitcoinRpcAsk,
    BitcoinRpcAskDict,
    BitcoinRpcAskLike,
    BitcoinRpcBlockStats,
    BitcoinRpcBlockStatsDict,
    BitcoinRpcData,
    BitcoinRpcNetworkHashps,
    BitcoinRpcNetworkHashpsDict,
    BlockReport,
    ChainInfo,
    MiningState,
    NetworkHashrate,
)
from ._blockchain_info import (
    BlockchainInfoAsk,
    BlockchainInfoAskDict,
    BlockchainInfoAskLike,
    BlockchainInfoChart,
    BlockchainInfoChartDict,
    BlockchainInfoData,
    BlockchainInfoQuery,
    ChainStats,
    ChartData,
    ChartName,
    PricesByCurrency,
    QueryData,
)
from ._candles import (
    Candlesticks,
)
from ._coinbase import (
    CoinbaseAdvancedBook,
    CoinbaseAdvancedBookDict,
    CoinbaseAdvancedCandles,
    CoinbaseAdvancedCandlesDict,
    CoinbaseAdvancedProduct,
    CoinbaseAdvancedProductDict,
    CoinbaseAsk,
    CoinbaseAskDict,
    CoinbaseAskLike,
    CoinbaseData,
    CoinbaseExchangeBook,
    CoinbaseExchangeBookDict,
    CoinbaseExchangeCandles,
    CoinbaseExchangeCandlesDict,
    CoinbaseExchangeTicker,
    CoinbaseExchangeTickerDict,
    CoinbaseSpotPrice,
    CoinbaseSpotPriceDict,
)
from ._coingecko import (
    CoingeckoAsk,
    CoingeckoAskDict,
    CoingeckoAskLike,
    CoingeckoData,
    CoingeckoMarketChart,
    CoingeckoMarketChartDict,
    CoingeckoOhlc,
    CoingeckoOhlcDict,
    CoingeckoSimplePrice,
    CoingeckoSimplePriceDict,
    MarketHistory,
    SpotPrice,
)
from ._coinwarz import (
    CoinwarzAsk,
    CoinwarzAskDict,
    CoinwarzAskLike,
    CoinwarzCoinInformation,
    CoinwarzCoinInformationDict,
    CoinwarzData,
    KeyAllowance,
    MinedCoin,
    MinedCoins,
)
from ._daily import (
    Daily,
    DailyColumns,
    DailyRow,
    DayPhase,
)
from ._deribit import (
    BookSummaries,
    DeribitAsk,
    DeribitAskDict,
    DeribitAskLike,
    DeribitBookSummary,
    DeribitBookSummaryDict,
    DeribitCandles,
    DeribitCandlesDict,
    DeribitContractKind,
    DeribitData,
    DeribitFundingHistory,
    DeribitFundingHistoryDict,
    DeribitFundingValue,
    DeribitFundingValueDict,
    DeribitIndexPrice,
    DeribitIndexPriceDict,
    DeribitInstruments,
    DeribitInstrumentsDict,
    DeribitOptionTicker,
    DeribitOptionTickerDict,
    DeribitOrderBook,
    DeribitOrderBookDict,
    DeribitPerpetualTicker,
    DeribitPerpetualTickerDict,
    DeribitVolatilityIndex,
    DeribitVolatilityIndexDict,
    FundingAndIndex,
    FundingSum,
    FutureSummary,
    Listing,
    Listings,
    VolatilityBars,
)
from ._document import (
    FeedAsk,
    FeedAskDict,
    FeedAskLike,
    FeedData,
    HttpRequest,
    ParseReport,
    RequestHeader,
    parse,
    request,
)
from ._freshness import (
    CacheAction,
    CacheStep,
    Freshness,
    FreshnessColumns,
    FreshnessRow,
    Serve,
)
from ._gaps import (
    Gaps,
    GapsColumns,
    GapsRow,
)
from ._mempool_space import (
    BlockRewards,
    FeeRates,
    MempoolSpaceAsk,
    MempoolSpaceAskDict,
    MempoolSpaceAskLike,
    MempoolSpaceData,
    MempoolSpaceDifficultyAdjustments,
    MempoolSpaceDifficultyAdjustmentsDict,
    MempoolSpaceHashrateHistory,
    MempoolSpaceHashrateHistoryDict,
    MempoolSpacePeriod,
    MempoolSpaceRewardStats,
    MempoolSpaceRewardStatsDict,
    NetworkHashrates,
    RetargetEstimate,
    Retargets,
)
from ._payload import (
    Suspicion,
)
from ._reconcile import (
    ReadingState,
    ReadingStateFuture,
    ReadingStateOutlier,
    ReadingStateStale,
    ReadingVerdict,
    ReconcileMethod,
    ReconcileReport,
    Reconciled,
    ReconciledDisputed,
    ReconciledFresh,
    ReconciledStale,
    SourceReading,
    SourceReadingDict,
    Tolerance,
    ToleranceDict,
    ToleranceLike,
    reconcile,
)
from ._request import (
    Method,
)
from ._retention import (
    RetainReport,
    retain,
)
from ._schedule import (
    Schedule,
    ScheduleAction,
    ScheduleColumns,
    ScheduleRow,
    ScheduleStep,
)
from ._venue import (
    VenueTicker,
)

__all__ = [
    "Access",
    "AccessDict",
    "AccessLike",
    "Alert",
    "AlertColumns",
    "AlertPhase",
    "AlertRow",
    "AlertSide",
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
    "BitcoinRpcAsk",
    "BitcoinRpcAskDict",
    "BitcoinRpcAskLike",
    "BitcoinRpcBlockStats",
    "BitcoinRpcBlockStatsDict",
    "BitcoinRpcData",
    "BitcoinRpcNetworkHashps",
    "BitcoinRpcNetworkHashpsDict",
    "BlockReport",
    "BlockRewards",
    "BlockchainInfoAsk",
    "BlockchainInfoAskDict",
    "BlockchainInfoAskLike",
    "BlockchainInfoChart",
    "BlockchainInfoChartDict",
    "BlockchainInfoData",
    "BlockchainInfoQuery",
    "BookSummaries",
    "CacheAction",
    "CacheStep",
    "Candlesticks",
    "ChainInfo",
    "ChainStats",
    "ChartData",
    "ChartName",
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
    "CoinwarzAsk",
    "CoinwarzAskDict",
    "CoinwarzAskLike",
    "CoinwarzCoinInformation",
    "CoinwarzCoinInformationDict",
    "CoinwarzData",
    "Daily",
    "DailyColumns",
    "DailyRow",
    "DayPhase",
    "DeribitAsk",
    "DeribitAskDict",
    "DeribitAskLike",
    "DeribitBookSummary",
    "DeribitBookSummaryDict",
    "DeribitCandles",
    "DeribitCandlesDict",
    "DeribitContractKind",
    "DeribitData",
    "DeribitFundingHistory",
    "DeribitFundingHistoryDict",
    "DeribitFundingValue",
    "DeribitFundingValueDict",
    "DeribitIndexPrice",
    "DeribitIndexPriceDict",
    "DeribitInstruments",
    "DeribitInstrumentsDict",
    "DeribitOptionTicker",
    "DeribitOptionTickerDict",
    "DeribitOrderBook",
    "DeribitOrderBookDict",
    "DeribitPerpetualTicker",
    "DeribitPerpetualTickerDict",
    "DeribitVolatilityIndex",
    "DeribitVolatilityIndexDict",
    "FeeRates",
    "FeedAsk",
    "FeedAskDict",
    "FeedAskLike",
    "FeedData",
    "Freshness",
    "FreshnessColumns",
    "FreshnessRow",
    "FundingAndIndex",
    "FundingSum",
    "FutureSummary",
    "Gaps",
    "GapsColumns",
    "GapsRow",
    "HttpRequest",
    "KeyAllowance",
    "Listing",
    "Listings",
    "MarkAndFunding",
    "MarketHistory",
    "MempoolSpaceAsk",
    "MempoolSpaceAskDict",
    "MempoolSpaceAskLike",
    "MempoolSpaceData",
    "MempoolSpaceDifficultyAdjustments",
    "MempoolSpaceDifficultyAdjustmentsDict",
    "MempoolSpaceHashrateHistory",
    "MempoolSpaceHashrateHistoryDict",
    "MempoolSpacePeriod",
    "MempoolSpaceRewardStats",
    "MempoolSpaceRewardStatsDict",
    "Method",
    "MinedCoin",
    "MinedCoins",
    "MiningState",
    "NetworkHashrate",
    "NetworkHashrates",
    "ParseReport",
    "PricesByCurrency",
    "QueryData",
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
    "ScheduleAction",
    "ScheduleColumns",
    "ScheduleRow",
    "ScheduleStep",
    "Serve",
    "SourceReading",
    "SourceReadingDict",
    "SpotPrice",
    "Suspicion",
    "Tolerance",
    "ToleranceDict",
    "ToleranceLike",
    "VenueTicker",
    "VolatilityBars",
    "parse",
    "reconcile",
    "request",
    "retain",
]


def __dir__() -> list[str]:
    return __all__
