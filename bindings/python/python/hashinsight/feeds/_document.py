"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from typing import Any, Literal, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, call, document, instant, listed, operation, rows
from .._held import held_value
from .._show import Rows
from ..market import Bar, Bars, BlockStats, Funding, FundingHistory, MarkPoint, OpenInterest, OpenInterestHistory, OptionChain, OptionQuote, OrderBook, Quote, Quotes, Series, TierTable

__all__ = [
    "FeedAsk",
    "FeedAskDict",
    "FeedAskLike",
    "FeedData",
    "HttpRequest",
    "ParseReport",
    "RefusalReport",
    "RefusalSaid",
    "RequestHeader",
    "parse",
    "refusal",
    "request",
]


def __dir__() -> list[str]:
    return __all__


@document
class FeedAsk(Variant):
    """A question to any upstream.

    Cases
    -----
    alternative_me
        alternative.me.
    binance
        Binance.
    bybit
        Bybit.
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
    okx
        OKX.
    """

    tag: Literal["alternative_me", "binance", "bybit", "bitcoin_rpc", "blockchain_info", "coinbase", "coingecko", "coinwarz", "deribit", "mempool_space", "okx"]
    content: AlternativeMeAsk | BinanceAsk | BybitAsk | BitcoinRpcAsk | BlockchainInfoAsk | CoinbaseAsk | CoingeckoAsk | CoinwarzAsk | DeribitAsk | MempoolSpaceAsk | OkxAsk | None = None
    _route = "feeds.request:ask"

    @property
    def payload(self) -> AlternativeMeFearAndGreed | BinanceCandles | BinanceDepth | BinanceTicker | BinancePremiumIndex | BinanceFundingHistory | BinanceOpenInterest | BinanceOpenInterestHistory | BinanceLeverageBrackets | BybitCandles | BybitBook | BybitTicker | BybitFundingHistory | BybitOpenInterestHistory | BybitRiskLimits | None | BitcoinRpcNetworkHashps | BitcoinRpcBlockStats | BlockchainInfoChart | BlockchainInfoQuery | CoinbaseExchangeCandles | CoinbaseExchangeTicker | CoinbaseExchangeBook | CoinbaseAdvancedCandles | CoinbaseAdvancedProduct | CoinbaseAdvancedBook | CoinbaseSpotPrice | CoingeckoSimplePrice | CoingeckoMarketChart | CoingeckoOhlc | CoinwarzCoinInformation | DeribitOptionTicker | DeribitPerpetualTicker | DeribitPairTicker | DeribitBookSummary | DeribitOrderBook | DeribitInstruments | DeribitFundingValue | DeribitFundingHistory | DeribitVolatilityIndex | DeribitCandles | DeribitIndexPrice | MempoolSpaceHashrateHistory | MempoolSpaceDifficultyAdjustments | MempoolSpaceRewardStats | OkxCandles | OkxBook | OkxTicker | OkxFundingRate | OkxFundingHistory | OkxOpenInterest | OkxPositionTiers:
        """What stands in the innermost case."""
        payload: AlternativeMeFearAndGreed | BinanceCandles | BinanceDepth | BinanceTicker | BinancePremiumIndex | BinanceFundingHistory | BinanceOpenInterest | BinanceOpenInterestHistory | BinanceLeverageBrackets | BybitCandles | BybitBook | BybitTicker | BybitFundingHistory | BybitOpenInterestHistory | BybitRiskLimits | None | BitcoinRpcNetworkHashps | BitcoinRpcBlockStats | BlockchainInfoChart | BlockchainInfoQuery | CoinbaseExchangeCandles | CoinbaseExchangeTicker | CoinbaseExchangeBook | CoinbaseAdvancedCandles | CoinbaseAdvancedProduct | CoinbaseAdvancedBook | CoinbaseSpotPrice | CoingeckoSimplePrice | CoingeckoMarketChart | CoingeckoOhlc | CoinwarzCoinInformation | DeribitOptionTicker | DeribitPerpetualTicker | DeribitPairTicker | DeribitBookSummary | DeribitOrderBook | DeribitInstruments | DeribitFundingValue | DeribitFundingHistory | DeribitVolatilityIndex | DeribitCandles | DeribitIndexPrice | MempoolSpaceHashrateHistory | MempoolSpaceDifficultyAdjustments | MempoolSpaceRewardStats | OkxCandles | OkxBook | OkxTicker | OkxFundingRate | OkxFundingHistory | OkxOpenInterest | OkxPositionTiers = self._payload()
        return payload

    @classmethod
    def alternative_me(cls, content: AlternativeMeAskLike) -> Self:
        """alternative.me."""
        return cls._made("alternative_me", content)

    @classmethod
    def binance(cls, content: BinanceAskLike) -> Self:
        """Binance."""
        return cls._made("binance", content)

    @classmethod
    def bybit(cls, content: BybitAskLike) -> Self:
        """Bybit."""
        return cls._made("bybit", content)

    @classmethod
    def bitcoin_rpc(cls, content: BitcoinRpcAskLike) -> Self:
        """A bitcoin node."""
        return cls._made("bitcoin_rpc", content)

    @classmethod
    def blockchain_info(cls, content: BlockchainInfoAskLike) -> Self:
        """Blockchain.info."""
        return cls._made("blockchain_info", content)

    @classmethod
    def coinbase(cls, content: CoinbaseAskLike) -> Self:
        """Coinbase."""
        return cls._made("coinbase", content)

    @classmethod
    def coingecko(cls, content: CoingeckoAskLike) -> Self:
        """CoinGecko."""
        return cls._made("coingecko", content)

    @classmethod
    def coinwarz(cls, content: CoinwarzAskLike) -> Self:
        """CoinWarz."""
        return cls._made("coinwarz", content)

    @classmethod
    def deribit(cls, content: DeribitAskLike) -> Self:
        """Deribit."""
        return cls._made("deribit", content)

    @classmethod
    def mempool_space(cls, content: MempoolSpaceAskLike) -> Self:
        """mempool.space."""
        return cls._made("mempool_space", content)

    @classmethod
    def okx(cls, content: OkxAskLike) -> Self:
        """OKX."""
        return cls._made("okx", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "alternative_me":
            return AlternativeMeAsk._read(content)
        if tag == "binance":
            return BinanceAsk._read(content)
        if tag == "bybit":
            return BybitAsk._read(content)
        if tag == "bitcoin_rpc":
            return BitcoinRpcAsk._read(content)
        if tag == "blockchain_info":
            return BlockchainInfoAsk._read(content)
        if tag == "coinbase":
            return CoinbaseAsk._read(content)
        if tag == "coingecko":
            return CoingeckoAsk._read(content)
        if tag == "coinwarz":
            return CoinwarzAsk._read(content)
        if tag == "deribit":
            return DeribitAsk._read(content)
        if tag == "mempool_space":
            return MempoolSpaceAsk._read(content)
        if tag == "okx":
            return OkxAsk._read(content)
        return content


class FeedAskDict(TypedDict, total=False):
    """``FeedAsk`` as a mapping: one of the keys, with its content."""

    alternative_me: AlternativeMeAskLike
    binance: BinanceAskLike
    bybit: BybitAskLike
    bitcoin_rpc: BitcoinRpcAskLike
    blockchain_info: BlockchainInfoAskLike
    coinbase: CoinbaseAskLike
    coingecko: CoingeckoAskLike
    coinwarz: CoinwarzAskLike
    deribit: DeribitAskLike
    mempool_space: MempoolSpaceAskLike
    okx: OkxAskLike


FeedAskLike: TypeAlias = "FeedAsk | FeedAskDict"
"""What is taken for a ``FeedAsk``."""


@document
class RequestHeader(Document):
    """A header of a request.

    Attributes
    ----------
    name : str
        Name of the header.
    value : str
        Value of the header.
    """

    name: str
    value: str

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "value": self.value,
        }


@document
class HttpRequest(Document):
    """Result of `build_request`: an HTTP request, ready to be sent.

    Attributes
    ----------
    method : Method
        HTTP method.
    url : str
        Address, key included: for the socket. Of one's own node it is the path alone.
    headers : Rows[RequestHeader]
        HTTP headers, keys included.
    body : str, optional
        JSON body of a POST.
    for_log : str
        Method and address with the key masked: for the log.
    """

    method: Method
    url: str
    headers: Rows[RequestHeader]
    for_log: str
    body: str | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["headers"] = rows(RequestHeader._read, document["headers"])

    def _wire(self) -> dict[str, Any]:
        return {
            "method": self.method,
            "url": self.url,
            "headers": self.headers,
            "body": self.body,
            "for_log": self.for_log,
        }


@document
class FeedData(Variant):
    """An answer of any upstream, to the question of the same name.

    Cases
    -----
    alternative_me
        alternative.me.
    binance
        Binance.
    bybit
        Bybit.
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
    okx
        OKX.
    """

    tag: Literal["alternative_me", "binance", "bybit", "bitcoin_rpc", "blockchain_info", "coinbase", "coingecko", "coinwarz", "deribit", "mempool_space", "okx"]
    content: AlternativeMeData | BinanceData | BybitData | BitcoinRpcData | BlockchainInfoData | CoinbaseData | CoingeckoData | CoinwarzData | DeribitData | MempoolSpaceData | OkxData | None = None

    @property
    def payload(self) -> FearAndGreedDays | Candlesticks | OrderBook | VenueTicker | MarkAndFunding | FundingHistory | OpenInterest | OpenInterestHistory | TierTable | MarketState | ChainInfo | MiningState | NetworkHashrate | BlockReport | ChainStats | Series | float | int | PricesByCurrency | Quote | SpotPrice | MarketHistory | MinedCoins | MinedCoin | KeyAllowance | OptionQuote | FutureSummary | BookSummaries | Listings | FundingSum | FundingAndIndex | VolatilityBars | RetargetEstimate | NetworkHashrates | Retargets | BlockRewards | FeeRates | Funding | WholePositionTiers:
        """What stands in the innermost case."""
        payload: FearAndGreedDays | Candlesticks | OrderBook | VenueTicker | MarkAndFunding | FundingHistory | OpenInterest | OpenInterestHistory | TierTable | MarketState | ChainInfo | MiningState | NetworkHashrate | BlockReport | ChainStats | Series | float | int | PricesByCurrency | Quote | SpotPrice | MarketHistory | MinedCoins | MinedCoin | KeyAllowance | OptionQuote | FutureSummary | BookSummaries | Listings | FundingSum | FundingAndIndex | VolatilityBars | RetargetEstimate | NetworkHashrates | Retargets | BlockRewards | FeeRates | Funding | WholePositionTiers = self._payload()
        return payload

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "alternative_me":
            return AlternativeMeData._read(content)
        if tag == "binance":
            return BinanceData._read(content)
        if tag == "bybit":
            return BybitData._read(content)
        if tag == "bitcoin_rpc":
            return BitcoinRpcData._read(content)
        if tag == "blockchain_info":
            return BlockchainInfoData._read(content)
        if tag == "coinbase":
            return CoinbaseData._read(content)
        if tag == "coingecko":
            return CoingeckoData._read(content)
        if tag == "coinwarz":
            return CoinwarzData._read(content)
        if tag == "deribit":
            return DeribitData._read(content)
        if tag == "mempool_space":
            return MempoolSpaceData._read(content)
        if tag == "okx":
            return OkxData._read(content)
        return content


@document
class ParseReport(Document):
    """Result of `parse`.

    Attributes
    ----------
    data : FeedData
        Market data of the answer.
    suspicious : Rows[Suspicion]
        Oddities of the answer: implausible, contradictory or left out.
    """

    data: FeedData
    suspicious: Rows[Suspicion]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["data"] = FeedData._read(document["data"])
        document["suspicious"] = rows(Suspicion._read, document["suspicious"])

    def _wire(self) -> dict[str, Any]:
        return {
            "data": self.data,
            "suspicious": self.suspicious,
        }

    _held = {
        "bars": ("binance.candles/closed", "bybit.candles/closed", "coinbase.exchange_candles/closed", "coinbase.advanced_candles/closed", "coingecko.ohlc/closed", "deribit.candles/closed", "okx.candles/closed",),
        "bar": ("binance.candles/forming", "bybit.candles/forming", "coinbase.exchange_candles/forming", "coinbase.advanced_candles/forming", "coingecko.ohlc/forming", "deribit.candles/forming", "okx.candles/forming",),
        "quote": ("binance.ticker/quote", "bybit.ticker/ticker.quote", "blockchain_info.stats/price", "blockchain_info.ticker/quotes[]", "coinbase.exchange_ticker/quote", "coinbase.advanced_product/quote", "coinbase.spot_price", "coingecko.simple_price/price", "coinwarz.profitability/coins[].price", "coinwarz.coin_information/price", "deribit.perpetual_ticker/quote", "deribit.pair_ticker", "deribit.book_summary/futures[].quote", "deribit.book_summary/pairs[]", "deribit.index_price", "mempool_space.prices/quotes[]", "okx.ticker/quote",),
        "quotes": ("coingecko.market_chart/prices",),
        "order_book": ("binance.depth", "bybit.book", "coinbase.exchange_book", "coinbase.advanced_book", "deribit.order_book", "okx.book",),
        "mark_point": ("binance.premium_index/mark", "bybit.ticker/mark", "deribit.perpetual_ticker/mark", "deribit.book_summary/futures[].mark",),
        "funding": ("binance.premium_index/next_funding", "bybit.ticker/next_funding", "okx.funding_rate",),
        "funding_history": ("binance.funding_history", "bybit.funding_history", "deribit.funding_history/funding", "okx.funding_history",),
        "open_interest": ("binance.open_interest", "bybit.ticker/open_interest", "deribit.perpetual_ticker/open_interest", "deribit.book_summary/futures[].open_interest", "okx.open_interest",),
        "open_interest_history": ("binance.open_interest_history", "bybit.open_interest_history",),
        "option_quote": ("deribit.option_ticker",),
        "option_chain": ("deribit.book_summary/option_chains[]",),
        "tier_table": ("binance.leverage_brackets", "bybit.risk_limits",),
        "block_stats": ("bitcoin_rpc.block_stats/block",),
        "series": ("alternative_me.fear_and_greed/index", "blockchain_info.chart.hashrate_ths", "blockchain_info.chart.difficulty", "blockchain_info.chart.miner_revenue_usd", "blockchain_info.chart.price_usd", "blockchain_info.chart.fees_btc", "coingecko.market_chart/market_cap", "coingecko.market_chart/volume_24h", "deribit.funding_history/index", "deribit.volatility_index/open", "deribit.volatility_index/high", "deribit.volatility_index/low", "deribit.volatility_index/close", "mempool_space.hashrate_history/hashrate_ths", "mempool_space.hashrate_history/difficulty", "mempool_space.difficulty_adjustments/difficulty",),
        "difficulty": ("bitcoin_rpc.blockchain_info/difficulty", "bitcoin_rpc.mining_info/difficulty", "blockchain_info.stats/difficulty", "blockchain_info.query.difficulty", "coinwarz.profitability/coins[].difficulty", "coinwarz.coin_information/difficulty", "mempool_space.hashrate_history/current_difficulty",),
        "hashrate": ("bitcoin_rpc.mining_info/hashrate_ths", "bitcoin_rpc.network_hashps/hashrate_ths", "blockchain_info.stats/hashrate_ths", "blockchain_info.query.hashrate_ths", "mempool_space.hashrate_history/current_hashrate_ths",),
        "height": ("bitcoin_rpc.blockchain_info/height", "bitcoin_rpc.mining_info/height", "blockchain_info.stats/height", "blockchain_info.query.height", "coinwarz.profitability/coins[].height", "coinwarz.coin_information/height",),
        "fees_per_block": ("blockchain_info.stats/fees_per_block_sat", "mempool_space.reward_stats/fees_per_block_sat",),
    }

    def bars(self, name: str | None = None) -> Bars:
        """The one bars of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        bars: Bars = held_value(self.data, self._held, "bars", name)
        return bars

    def bar(self, name: str | None = None) -> Bar:
        """The one bar of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        bar: Bar = held_value(self.data, self._held, "bar", name)
        return bar

    def quote(self, name: str | None = None) -> Quote:
        """The one quote of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        quote: Quote = held_value(self.data, self._held, "quote", name)
        return quote

    def quotes(self, name: str | None = None) -> Quotes:
        """The one quotes of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        quotes: Quotes = held_value(self.data, self._held, "quotes", name)
        return quotes

    def order_book(self, name: str | None = None) -> OrderBook:
        """The one order book of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        order_book: OrderBook = held_value(self.data, self._held, "order_book", name)
        return order_book

    def mark_point(self, name: str | None = None) -> MarkPoint:
        """The one mark point of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        mark_point: MarkPoint = held_value(self.data, self._held, "mark_point", name)
        return mark_point

    def funding(self, name: str | None = None) -> Funding:
        """The one funding of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        funding: Funding = held_value(self.data, self._held, "funding", name)
        return funding

    def funding_history(self, name: str | None = None) -> FundingHistory:
        """The one funding history of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        funding_history: FundingHistory = held_value(self.data, self._held, "funding_history", name)
        return funding_history

    def open_interest(self, name: str | None = None) -> OpenInterest:
        """The one open interest of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        open_interest: OpenInterest = held_value(self.data, self._held, "open_interest", name)
        return open_interest

    def open_interest_history(self, name: str | None = None) -> OpenInterestHistory:
        """The one open interest history of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        open_interest_history: OpenInterestHistory = held_value(self.data, self._held, "open_interest_history", name)
        return open_interest_history

    def option_quote(self, name: str | None = None) -> OptionQuote:
        """The one option quote of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        option_quote: OptionQuote = held_value(self.data, self._held, "option_quote", name)
        return option_quote

    def option_chain(self, name: str | None = None) -> OptionChain:
        """The one option chain of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        option_chain: OptionChain = held_value(self.data, self._held, "option_chain", name)
        return option_chain

    def tier_table(self, name: str | None = None) -> TierTable:
        """The one tier table of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        tier_table: TierTable = held_value(self.data, self._held, "tier_table", name)
        return tier_table

    def block_stats(self, name: str | None = None) -> BlockStats:
        """The one block stats of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        block_stats: BlockStats = held_value(self.data, self._held, "block_stats", name)
        return block_stats

    def series(self, name: str | None = None) -> Series:
        """The one series of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        series: Series = held_value(self.data, self._held, "series", name)
        return series

    def difficulty(self, name: str | None = None) -> float:
        """The one difficulty of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        difficulty: float = held_value(self.data, self._held, "difficulty", name)
        return difficulty

    def hashrate(self, name: str | None = None) -> float:
        """The one hashrate of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        hashrate: float = held_value(self.data, self._held, "hashrate", name)
        return hashrate

    def height(self, name: str | None = None) -> int:
        """The one height of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        height: int = held_value(self.data, self._held, "height", name)
        return height

    def fees_per_block(self, name: str | None = None) -> float:
        """The one fees per block of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."""
        fees_per_block: float = held_value(self.data, self._held, "fees_per_block", name)
        return fees_per_block


@document
class RefusalSaid(Document):
    """A refusal of an upstream, in its own words and as one of a closed list of kinds.

    Attributes
    ----------
    kind : RefusalKind
        Kind of the refusal: what it asks of the caller.
    code : str
        Error code of the upstream; empty where it gave none.
    message : str
        Error message of the upstream; what looks like a key in it is masked.
    retry_after_ms : int, optional
        Wait that the upstream asks for, in milliseconds: never to be shortened. It is what a `Schedule` takes.
    """

    kind: RefusalKind
    code: str
    message: str
    retry_after_ms: int | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "code": self.code,
            "message": self.message,
            "retry_after_ms": self.retry_after_ms,
        }


@document
class RefusalReport(Document):
    """Result of `refusal`: what an answer without data asks of the caller.

    Attributes
    ----------
    refusal : RefusalSaid, optional
        Refusal of the answer. Absent where it does not look like one.
    suspicious : Rows[Suspicion]
        Status and header that could not be read, as received. They do not cost what the answer says.
    """

    suspicious: Rows[Suspicion]
    refusal: RefusalSaid | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("refusal") is not None:
            document["refusal"] = RefusalSaid._read(document["refusal"])
        document["suspicious"] = rows(Suspicion._read, document["suspicious"])

    def _wire(self) -> dict[str, Any]:
        return {
            "refusal": self.refusal,
            "suspicious": self.suspicious,
        }


@operation("feeds.request")
def request(
    *,
    ask: FeedAskLike,
    access: AccessLike | None = None,
) -> HttpRequest:
    """The HTTP request that asks an upstream: method, address, headers, body. Nothing is sent.

    `access` carries the caller's key to the one host it belongs to; `for_log` is the address with the key masked.

    Parameters
    ----------
    ask : FeedAsk, or its word or mapping
        Question to an upstream.
    access : Access, or its word or mapping, optional
        Key of the caller at that upstream. Absent: the upstream is asked without one.

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
    >>> report.method
    'get'
    >>> len(report.headers)
    1
    """
    return HttpRequest._read(call("feeds.request", {"ask": ask, "access": access}))


@operation("feeds.parse")
def parse(
    *,
    ask: FeedAskLike,
    body: str | bytes | bytearray | memoryview,
    received_ms: datetime.datetime | int | str,
    max_bytes: int | None = None,
    status: int | None = None,
    retry_after: str | None = None,
) -> ParseReport:
    """What an upstream answered, as market data in the family's units: TH/s, fractions, milliseconds, coins, satoshis.

    `ask` is the question that was asked, `body` the answer as it came, `received_ms` when. What cannot be is refused with its
    path in the payload (`body.result[3].mark_price`), what is hard to believe is listed as `suspicious`, what the upstream
    refuses is `feeds.rate_limit.out_of_range`, `feeds.later.none`, `feeds.method.unsupported` (not served here), `feeds.key.unsupported`,
    `feeds.instrument.unknown`, `feeds.request.unsupported` or `feeds.upstream.none`. With another `status` (of HTTP) than that of
    success there is no data, whatever the body says.

    Parameters
    ----------
    ask : FeedAsk, or its word or mapping
        Question that was asked.
    body : str
        Answer of the upstream, as it came.
    received_ms : datetime.datetime | int | str
        Instant at which the answer came, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    max_bytes : int, optional
        Greatest length of the answer, in bytes. Absent: 1 MiB. [from 0]
    status : int, optional
        HTTP status that came with the answer: with another than that of success there is no data, whatever it says. Absent: the answer alone decides. [from 0 to 65535]
    retry_after : str, optional
        Header `Retry-After` that came with the answer, as it came: seconds, or an instant as HTTP writes it.

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
    >>> len(report.suspicious)
    0
    """
    return ParseReport._read(call("feeds.parse", {"ask": ask, "body": body, "received_ms": received_ms, "max_bytes": max_bytes, "status": status, "retry_after": retry_after}))


@operation("feeds.refusal")
def refusal(
    *,
    body: str | bytes | bytearray | memoryview,
    received_ms: datetime.datetime | int | str,
    status: int | None = None,
    retry_after: str | None = None,
) -> RefusalReport:
    """What an answer without data asks of the caller, whoever was asked: a kind out of a closed list (`rate_limited`, `later`,
    `not_from_here`, `key`, `unknown_instrument`, `bad_request`, `other`), the upstream's words, and the wait it asks for.
    A `status` or `retry_after` that cannot be read is listed as `suspicious` and costs nothing else.

    Parameters
    ----------
    body : str
        Answer of the upstream, as it came: JSON, plain text or HTML.
    received_ms : datetime.datetime | int | str
        Instant at which the answer came, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    status : int, optional
        HTTP status that came with the answer. One outside 100 to 599 is a fault of the server, and told. [from 0 to 65535]
    retry_after : str, optional
        Header `Retry-After` that came with the answer, as it came: seconds, or an instant as HTTP writes it.

    Returns
    -------
    RefusalReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.feeds.refusal(body="{\\"code\\":-1003,\\"msg\\":\\"Way too much request weight used; IP banned until 1780990085000.\\"}", received_ms=1780730885000, status=418, retry_after="259200")
    >>> report.refusal.kind
    'rate_limited'
    >>> report.refusal.code
    '-1003'
    """
    return RefusalReport._read(call("feeds.refusal", {"body": body, "received_ms": received_ms, "status": status, "retry_after": retry_after}))


# Below, because the modules of a package name each other's types.
from ._access import Access, AccessLike
from ._alternative_me import AlternativeMeAsk, AlternativeMeAskLike, AlternativeMeData, AlternativeMeFearAndGreed, FearAndGreedDays
from ._binance import BinanceAsk, BinanceAskLike, BinanceCandles, BinanceData, BinanceDepth, BinanceFundingHistory, BinanceLeverageBrackets, BinanceOpenInterest, BinanceOpenInterestHistory, BinancePremiumIndex, BinanceTicker, MarkAndFunding
from ._bitcoin_rpc import BitcoinRpcAsk, BitcoinRpcAskLike, BitcoinRpcBlockStats, BitcoinRpcData, BitcoinRpcNetworkHashps, BlockReport, ChainInfo, MiningState, NetworkHashrate
from ._blockchain_info import BlockchainInfoAsk, BlockchainInfoAskLike, BlockchainInfoChart, BlockchainInfoData, BlockchainInfoQuery, ChainStats, PricesByCurrency
from ._bybit import BybitAsk, BybitAskLike, BybitBook, BybitCandles, BybitData, BybitFundingHistory, BybitOpenInterestHistory, BybitRiskLimits, BybitTicker, MarketState
from ._candles import Candlesticks
from ._coinbase import CoinbaseAdvancedBook, CoinbaseAdvancedCandles, CoinbaseAdvancedProduct, CoinbaseAsk, CoinbaseAskLike, CoinbaseData, CoinbaseExchangeBook, CoinbaseExchangeCandles, CoinbaseExchangeTicker, CoinbaseSpotPrice
from ._coingecko import CoingeckoAsk, CoingeckoAskLike, CoingeckoData, CoingeckoMarketChart, CoingeckoOhlc, CoingeckoSimplePrice, MarketHistory, SpotPrice
from ._coinwarz import CoinwarzAsk, CoinwarzAskLike, CoinwarzCoinInformation, CoinwarzData, KeyAllowance, MinedCoin, MinedCoins
from ._deribit import BookSummaries, DeribitAsk, DeribitAskLike, DeribitBookSummary, DeribitCandles, DeribitData, DeribitFundingHistory, DeribitFundingValue, DeribitIndexPrice, DeribitInstruments, DeribitOptionTicker, DeribitOrderBook, DeribitPairTicker, DeribitPerpetualTicker, DeribitVolatilityIndex, FundingAndIndex, FundingSum, FutureSummary, Listings, VolatilityBars
from ._error import RefusalKind
from ._mempool_space import BlockRewards, FeeRates, MempoolSpaceAsk, MempoolSpaceAskLike, MempoolSpaceData, MempoolSpaceDifficultyAdjustments, MempoolSpaceHashrateHistory, MempoolSpaceRewardStats, NetworkHashrates, RetargetEstimate, Retargets
from ._okx import OkxAsk, OkxAskLike, OkxBook, OkxCandles, OkxData, OkxFundingHistory, OkxFundingRate, OkxOpenInterest, OkxPositionTiers, OkxTicker, WholePositionTiers
from ._payload import Suspicion
from ._request import Method
from ._venue import VenueTicker
