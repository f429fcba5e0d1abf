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
refusal
    What an answer without data asks of the caller, whoever was asked: a kind out of a closed list (`rate_limited`, `later`, `not_from_here`, `key`, `unknown_instrument`, `bad_request`, `other`), the upstream's words, and the wait it asks for. A `status` or `retry_after` that cannot be read is listed as `suspicious` and costs nothing else.

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

settlement
----------
read_settlement
    Prices of a settlement point out of a file of the grid (ERCOT, real time or day ahead), as the series that a tariff takes. The hour that the clock repeats in November is told by its flag, a gap is refused.

statement
---------
read_statement
    Lines of an account statement as an exchange lets its users download it (Kraken's ledger), for a treasury's ledger: deposits, trades, withdrawals, rewards, fees. A line that cannot be is left out and told, one of an unknown kind kept and told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._keywords import unknown
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
from ._alternative_me import (
    AlternativeMeAsk,
    AlternativeMeAskDict,
    AlternativeMeAskLike,
    AlternativeMeData,
    AlternativeMeFearAndGreed,
    AlternativeMeFearAndGreedDict,
    FearAndGreedDays,
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
from ._bybit import (
    BybitAsk,
    BybitAskDict,
    BybitAskLike,
    BybitBook,
    BybitBookDict,
    BybitCandles,
    BybitCandlesDict,
    BybitCategory,
    BybitData,
    BybitFundingHistory,
    BybitFundingHistoryDict,
    BybitOpenInterestHistory,
    BybitOpenInterestHistoryDict,
    BybitRiskLimits,
    BybitRiskLimitsDict,
    BybitTicker,
    BybitTickerDict,
    MarketState,
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
    DeribitPairTicker,
    DeribitPairTickerDict,
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
    RefusalReport,
    RefusalSaid,
    RequestHeader,
    parse,
    refusal,
    request,
)
from ._error import (
    RefusalKind,
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
from ._okx import (
    OkxAsk,
    OkxAskDict,
    OkxAskLike,
    OkxBook,
    OkxBookDict,
    OkxCandles,
    OkxCandlesDict,
    OkxData,
    OkxFundingHistory,
    OkxFundingHistoryDict,
    OkxFundingRate,
    OkxFundingRateDict,
    OkxMarginMode,
    OkxOpenInterest,
    OkxOpenInterestDict,
    OkxPositionTiers,
    OkxPositionTiersDict,
    OkxTicker,
    OkxTickerDict,
    PositionTier,
    WholePositionTiers,
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
from ._settlement import (
    SettlementFormat,
    SettlementReport,
    read_settlement,
)
from ._statement import (
    StatementFormat,
    StatementReport,
    read_statement,
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
    "AlternativeMeAsk",
    "AlternativeMeAskDict",
    "AlternativeMeAskLike",
    "AlternativeMeData",
    "AlternativeMeFearAndGreed",
    "AlternativeMeFearAndGreedDict",
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
    "BybitAsk",
    "BybitAskDict",
    "BybitAskLike",
    "BybitBook",
    "BybitBookDict",
    "BybitCandles",
    "BybitCandlesDict",
    "BybitCategory",
    "BybitData",
    "BybitFundingHistory",
    "BybitFundingHistoryDict",
    "BybitOpenInterestHistory",
    "BybitOpenInterestHistoryDict",
    "BybitRiskLimits",
    "BybitRiskLimitsDict",
    "BybitTicker",
    "BybitTickerDict",
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
    "DeribitPairTicker",
    "DeribitPairTickerDict",
    "DeribitPerpetualTicker",
    "DeribitPerpetualTickerDict",
    "DeribitVolatilityIndex",
    "DeribitVolatilityIndexDict",
    "FearAndGreedDays",
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
    "MarketState",
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
    "ParseReport",
    "PositionTier",
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
    "RefusalKind",
    "RefusalReport",
    "RefusalSaid",
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
    "SettlementFormat",
    "SettlementReport",
    "SourceReading",
    "SourceReadingDict",
    "SpotPrice",
    "StatementFormat",
    "StatementReport",
    "Suspicion",
    "Tolerance",
    "ToleranceDict",
    "ToleranceLike",
    "VenueTicker",
    "VolatilityBars",
    "WholePositionTiers",
    "parse",
    "read_settlement",
    "read_statement",
    "reconcile",
    "refusal",
    "request",
    "retain",
]


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = unknown(__name__, __all__)
