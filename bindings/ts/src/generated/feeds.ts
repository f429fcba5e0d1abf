// Generated from the operation table by `cargo xtask gen`.

import { type Columns, Stream, type Words, document } from "../core.js";
import { heldValue } from "../held.js";
import type { market } from "./market.js";

/** Types of the domain. */
export declare namespace feeds {
  /** `GET /fng/`: the fear and greed index, day by day. */
  export interface AlternativeMeFearAndGreed {
    /** Number of days. [from 0] */
    readonly days: number;
  }

  /** - `fear_and_greed`: The fear and greed index. */
  export type AlternativeMeAsk =
    | { readonly fear_and_greed: AlternativeMeFearAndGreed };

  /**
   * A market of Binance.
   * - `spot`: Spot.
   * - `usdm`: Linear futures, margin in USDT or USDC.
   * - `coinm`: Inverse futures, margin in the coin.
   */
  export type BinanceMarket =
    | "spot"
    | "usdm"
    | "coinm";

  /** `GET .../klines`: candles. */
  export interface BinanceCandles {
    /** Market of the instrument. */
    readonly market: BinanceMarket;
    /** Symbol of the instrument, like `BTCUSDT`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
    /** Interval of one candle, in milliseconds: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 8, 12 hours, 1, 3, 7 days, a month (2629746000). [ms, from 1 to 31622400000] */
    readonly interval_ms: number;
    /** First instant of the rows, in Unix milliseconds. Absent: the last rows. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms?: number | Date | string | undefined;
    /** Last instant of the rows, in Unix milliseconds: at COIN-M at most 200 days after the first. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms?: number | Date | string | undefined;
    /** Greatest number of rows, 1 to 1000 (spot) or 1500. [from 0] */
    readonly limit?: number | undefined;
  }

  /** `GET .../depth`: levels of the book. */
  export interface BinanceDepth {
    /** Market of the book. */
    readonly market: BinanceMarket;
    /** Symbol of the instrument, like `BTCUSDT`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
    /** Number of levels of each side: 1 to 5000 at spot; 5, 10, 20, 50, 100, 500 or 1000 at futures. [from 0] */
    readonly limit: number;
    /** Size of a contract in US dollars, needed at COIN-M, which counts contracts: 100 for bitcoin, 10 for the others. [USD, from 0.0 to 1000000000000000.0] */
    readonly contract_usd?: number | undefined;
  }

  /** `GET .../ticker/24hr`: best prices (spot only) and 24 hours. */
  export interface BinanceTicker {
    /** Market of the instrument. */
    readonly market: BinanceMarket;
    /** Symbol of the instrument, like `BTCUSDT`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
  }

  /** `GET .../premiumIndex`: mark price and coming funding. */
  export interface BinancePremiumIndex {
    /** Market of the contract: USDⓈ-M or COIN-M. */
    readonly market: BinanceMarket;
    /** Symbol of the instrument, like `BTCUSDT`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
    /**
     * Interval from one funding payment to the next, in milliseconds. Binance says it elsewhere (`fundingInfo`): 8 hours for most, 4 or 1
     * for some. [ms, from 1 to 31622400000]
     */
    readonly funding_interval_ms: number;
  }

  /** `GET .../fundingRate`: past funding. */
  export interface BinanceFundingHistory {
    /** Market of the contract: USDⓈ-M or COIN-M. */
    readonly market: BinanceMarket;
    /** Symbol of the instrument, like `BTCUSDT`. */
    readonly instrument: string;
    /** Interval from one funding payment to the next, in milliseconds: 8 hours for most contracts. [ms, from 1 to 31622400000] */
    readonly funding_interval_ms: number;
    /** First instant of the rows, in Unix milliseconds. Absent: the last rows. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms?: number | Date | string | undefined;
    /** Greatest number of rows, 1 to 1000. [from 0] */
    readonly limit?: number | undefined;
  }

  /** `GET .../openInterest`: open interest now. */
  export interface BinanceOpenInterest {
    /** Market of the contract: USDⓈ-M or COIN-M. */
    readonly market: BinanceMarket;
    /** Symbol of the instrument, like `BTCUSDT`. */
    readonly instrument: string;
    /** Size of a contract in US dollars, needed at COIN-M, which counts contracts: 100 for bitcoin, 10 for the others. [USD, from 0.0 to 1000000000000000.0] */
    readonly contract_usd?: number | undefined;
  }

  /** `GET /futures/data/openInterestHist`: open interest over time; the last 30 days. */
  export interface BinanceOpenInterestHistory {
    /** Symbol of the instrument, like `BTCUSDT`. */
    readonly instrument: string;
    /** Distance between rows, in milliseconds: 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, a day. [ms, from 1 to 31622400000] */
    readonly interval_ms: number;
    /** Greatest number of rows, 1 to 500. [from 0] */
    readonly limit?: number | undefined;
    /** Market of the contract: USDⓈ-M or COIN-M, where the instrument is that of a perpetual contract, like `BTCUSD_PERP`. Absent: USDⓈ-M. */
    readonly market?: BinanceMarket | undefined;
    /** Size of a contract in US dollars, needed at COIN-M, which counts contracts: 100 for bitcoin, 10 for the others. [USD, from 0.0 to 1000000000000000.0] */
    readonly contract_usd?: number | undefined;
  }

  /** `GET .../leverageBracket`: margin tiers. A signed call: append `timestamp` and `signature` to the query. */
  export interface BinanceLeverageBrackets {
    /** Market of the contract: USDⓈ-M, or COIN-M (notional in coins). */
    readonly market: BinanceMarket;
    /** Symbol of the contract, like `BTCUSDT`; the pair at COIN-M. */
    readonly instrument: string;
    /** Currency of notional and margin. */
    readonly margin_currency: string;
    /** Instant at which the request is signed, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly sign_ms: number | Date | string;
  }

  /**
   * - `candles`: Candles.
   * - `depth`: Levels of the book.
   * - `ticker`: Best prices and 24 hours.
   * - `premium_index`: Mark price and coming funding.
   * - `funding_history`: Past funding.
   * - `open_interest`: Open interest now.
   * - `open_interest_history`: Open interest over time.
   * - `leverage_brackets`: Margin tiers.
   */
  export type BinanceAsk =
    | { readonly candles: BinanceCandles }
    | { readonly depth: BinanceDepth }
    | { readonly ticker: BinanceTicker }
    | { readonly premium_index: BinancePremiumIndex }
    | { readonly funding_history: BinanceFundingHistory }
    | { readonly open_interest: BinanceOpenInterest }
    | { readonly open_interest_history: BinanceOpenInterestHistory }
    | { readonly leverage_brackets: BinanceLeverageBrackets };

  /**
   * A market of Bybit.
   * - `spot`: Spot.
   * - `linear`: Contracts settled in USDT or USDC.
   * - `inverse`: Contracts settled in the coin.
   */
  export type BybitCategory =
    | "spot"
    | "linear"
    | "inverse";

  /** `GET /v5/market/kline`: candles, newest first. */
  export interface BybitCandles {
    /** Market of the instrument. */
    readonly category: BybitCategory;
    /** Symbol of the instrument, like `BTCUSDT`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
    /** Interval of one candle, in milliseconds: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, 1 or 7 days, a month (2629746000). [ms, from 1 to 31622400000] */
    readonly interval_ms: number;
    /** First instant of the rows, in Unix milliseconds. Absent: the last rows. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms?: number | Date | string | undefined;
    /** Last instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms?: number | Date | string | undefined;
    /** Greatest number of rows, 1 to 1000. [from 0] */
    readonly limit?: number | undefined;
  }

  /**
   * `GET /v5/market/orderbook`: levels of the book. Sizes are coins; those of inverse contracts, received in US dollars, are
   * divided by their price.
   */
  export interface BybitBook {
    /** Market of the instrument. */
    readonly category: BybitCategory;
    /** Symbol of the instrument, like `BTCUSDT`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
    /** Number of levels of each side: 1 to 200 (spot) or 500. [from 0] */
    readonly limit: number;
  }

  /** `GET /v5/market/tickers`: best prices and 24 hours; of contracts mark, coming funding and open interest too. */
  export interface BybitTicker {
    /** Market of the instrument. */
    readonly category: BybitCategory;
    /** Symbol of the instrument, like `BTCUSDT`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
  }

  /** `GET /v5/market/funding/history`: past funding, newest first. */
  export interface BybitFundingHistory {
    /** Market of the contract: linear or inverse. */
    readonly category: BybitCategory;
    /** Symbol of the contract, like `BTCUSDT`. */
    readonly instrument: string;
    /** Interval from one funding payment to the next, in milliseconds: 8 hours for most contracts; the ticker says it. [ms, from 1 to 31622400000] */
    readonly funding_interval_ms: number;
    /** First instant of the rows, in Unix milliseconds: with `end_ms` alone. Absent: the last rows. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms?: number | Date | string | undefined;
    /** Last instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms?: number | Date | string | undefined;
    /** Greatest number of rows, 1 to 200. [from 0] */
    readonly limit?: number | undefined;
  }

  /**
   * `GET /v5/market/open-interest`: open interest over time, newest first: in coins for linear contracts, in US dollars for
   * inverse ones.
   */
  export interface BybitOpenInterestHistory {
    /** Market of the contract: linear or inverse. */
    readonly category: BybitCategory;
    /** Symbol of the contract, like `BTCUSDT`. */
    readonly instrument: string;
    /** Distance between rows, in milliseconds: 5, 15, 30 minutes, 1, 4 hours, a day. [ms, from 1 to 31622400000] */
    readonly interval_ms: number;
    /** First instant of the rows, in Unix milliseconds. Absent: the last rows. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms?: number | Date | string | undefined;
    /** Last instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms?: number | Date | string | undefined;
    /** Greatest number of rows, 1 to 200. [from 0] */
    readonly limit?: number | undefined;
  }

  /** `GET /v5/market/risk-limit`: margin tiers. */
  export interface BybitRiskLimits {
    /** Market of the contract: linear or inverse. */
    readonly category: BybitCategory;
    /** Symbol of the contract, like `BTCUSDT`. */
    readonly instrument: string;
    /** Currency of notional and margin; the coin itself for inverse contracts. */
    readonly margin_currency: string;
  }

  /**
   * - `candles`: Candles.
   * - `book`: Levels of the book.
   * - `ticker`: Best prices and 24 hours; of contracts mark, coming funding and open interest too.
   * - `funding_history`: Past funding.
   * - `open_interest_history`: Open interest over time.
   * - `risk_limits`: Margin tiers.
   */
  export type BybitAsk =
    | { readonly candles: BybitCandles }
    | { readonly book: BybitBook }
    | { readonly ticker: BybitTicker }
    | { readonly funding_history: BybitFundingHistory }
    | { readonly open_interest_history: BybitOpenInterestHistory }
    | { readonly risk_limits: BybitRiskLimits };

  /** `getnetworkhashps`: the hashrate over a number of blocks. */
  export interface BitcoinRpcNetworkHashps {
    /** Number of blocks over which the hashrate is estimated. Absent: since the last retarget. [from 0] */
    readonly blocks?: number | undefined;
    /** Height of the last block that is looked at. Absent: the height of the tip. [blocks, from 0 to 4294967295] */
    readonly height?: number | undefined;
  }

  /** `getblockstats`: reward of one block. (A pruned node no longer knows old blocks.) */
  export interface BitcoinRpcBlockStats {
    /** Height of the block. [blocks, from 0 to 4294967295] */
    readonly height: number;
  }

  /**
   * - `blockchain_info`: The chain and its tip.
   * - `mining_info`: Difficulty, hashrate, mempool.
   * - `network_hashps`: The hashrate over a number of blocks.
   * - `block_stats`: Reward of one block.
   */
  export type BitcoinRpcAsk =
    | "blockchain_info"
    | "mining_info"
    | { readonly network_hashps: BitcoinRpcNetworkHashps }
    | { readonly block_stats: BitcoinRpcBlockStats };

  /**
   * Quantity of a history of `GET api.blockchain.info/charts/{name}`.
   * - `hash_rate`: Estimated hashrate.
   * - `difficulty`: Difficulty.
   * - `miners_revenue`: Revenue of all miners per day.
   * - `market_price`: Price of one bitcoin.
   * - `transaction_fees`: Transaction fees per day.
   */
  export type ChartName =
    | "hash_rate"
    | "difficulty"
    | "miners_revenue"
    | "market_price"
    | "transaction_fees";

  /** `GET api.blockchain.info/charts/{name}`: a daily history. */
  export interface BlockchainInfoChart {
    /** Quantity of the history. */
    readonly name: ChartName;
    /** Length of the history, in days. [from 0] */
    readonly days: number;
  }

  /**
   * `GET blockchain.info/q/{name}`: one number as plain text.
   * - `hashrate`: Estimated hashrate.
   * - `difficulty`: Difficulty.
   * - `block_count`: Height of the tip.
   */
  export type BlockchainInfoQuery =
    | "hashrate"
    | "difficulty"
    | "block_count";

  /**
   * - `stats`: Summary of the network.
   * - `chart`: A daily history.
   * - `query`: One number as plain text.
   * - `ticker`: Price of one bitcoin in many currencies.
   */
  export type BlockchainInfoAsk =
    | "stats"
    | { readonly chart: BlockchainInfoChart }
    | { readonly query: BlockchainInfoQuery }
    | "ticker";

  /** `GET api.exchange.coinbase.com/products/{id}/candles`, at most 300. */
  export interface CoinbaseExchangeCandles {
    /** Name of the product, like `BTC-USD`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
    /** Interval of one candle, in milliseconds: 1, 5, 15 minutes, 1, 6 hours, a day. [ms, from 1 to 31622400000] */
    readonly interval_ms: number;
    /** First instant of the rows, in Unix milliseconds. Absent: the last rows. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms?: number | Date | string | undefined;
    /** Last instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms?: number | Date | string | undefined;
  }

  /** `GET api.exchange.coinbase.com/products/{id}/ticker`. */
  export interface CoinbaseExchangeTicker {
    /** Name of the product, like `BTC-USD`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
  }

  /** `GET api.exchange.coinbase.com/products/{id}/book?level=2`: levels of the book. */
  export interface CoinbaseExchangeBook {
    /** Name of the product, like `BTC-USD`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
  }

  /** `GET api.coinbase.com/api/v3/brokerage/market/products/{id}/candles`, at most 350. */
  export interface CoinbaseAdvancedCandles {
    /** Name of the product, like `BTC-USD`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
    /** Interval of one candle, in milliseconds: 1, 5, 15, 30 minutes, 1, 2, 6 hours, a day. [ms, from 1 to 31622400000] */
    readonly interval_ms: number;
    /** First instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Last instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms: number | Date | string;
  }

  /** `GET api.coinbase.com/api/v3/brokerage/market/products/{id}`: last price and 24 hours. */
  export interface CoinbaseAdvancedProduct {
    /** Name of the product, like `BTC-USD`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
  }

  /** `GET api.coinbase.com/api/v3/brokerage/market/product_book`: levels of the book. */
  export interface CoinbaseAdvancedBook {
    /** Name of the product, like `BTC-USD`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
    /** Number of levels of each side: at least 1. [from 0] */
    readonly limit: number;
  }

  /** `GET api.coinbase.com/v2/prices/{pair}/spot`: the spot price. */
  export interface CoinbaseSpotPrice {
    /** Name of the pair, like `BTC-USD`. */
    readonly instrument: string;
    /** Currency of the price. */
    readonly quote_currency: string;
  }

  /**
   * - `exchange_candles`: Candles of the Exchange API.
   * - `exchange_ticker`: Ticker of the Exchange API.
   * - `exchange_book`: Book of the Exchange API.
   * - `advanced_candles`: Candles of Advanced Trade.
   * - `advanced_product`: Product of Advanced Trade: last price and 24 hours.
   * - `advanced_book`: Book of Advanced Trade.
   * - `spot_price`: Spot price of the v2 API.
   */
  export type CoinbaseAsk =
    | { readonly exchange_candles: CoinbaseExchangeCandles }
    | { readonly exchange_ticker: CoinbaseExchangeTicker }
    | { readonly exchange_book: CoinbaseExchangeBook }
    | { readonly advanced_candles: CoinbaseAdvancedCandles }
    | { readonly advanced_product: CoinbaseAdvancedProduct }
    | { readonly advanced_book: CoinbaseAdvancedBook }
    | { readonly spot_price: CoinbaseSpotPrice };

  /** `GET /api/v3/simple/price`: price of a coin now. */
  export interface CoingeckoSimplePrice {
    /** Identifier of the coin at CoinGecko, like `bitcoin`. */
    readonly coin: string;
    /** Currency of the prices. */
    readonly quote_currency: string;
  }

  /** `GET /api/v3/coins/{id}/market_chart`: prices, market capitalization and volume over time. */
  export interface CoingeckoMarketChart {
    /** Identifier of the coin at CoinGecko, like `bitcoin`. */
    readonly coin: string;
    /** Currency of the prices. */
    readonly quote_currency: string;
    /**
     * Length of the history, in days: 1 answers every five minutes, up to 90 every hour, above every day (and the current value as one
     * point more). More than 365 need a key of the Pro plan. [from 0]
     */
    readonly days: number;
  }

  /** `GET /api/v3/coins/{id}/ohlc`: candles without volume. */
  export interface CoingeckoOhlc {
    /** Identifier of the coin at CoinGecko, like `bitcoin`. */
    readonly coin: string;
    /** Currency of the prices. */
    readonly quote_currency: string;
    /** Length of the history, in days: 1, 7, 14, 30, 90, 180 or 365. [from 0] */
    readonly days: number;
    /**
     * Interval of one candle, in milliseconds, where the plan lets one choose: an hour or a day. Absent: 30 minutes for 1 day, 4 hours up
     * to 30 days and 4 days above. [ms, from 1 to 31622400000]
     */
    readonly interval_ms?: number | undefined;
  }

  /**
   * - `simple_price`: Price of a coin now.
   * - `market_chart`: Prices, market capitalization and volume over time.
   * - `ohlc`: Candles without volume.
   */
  export type CoingeckoAsk =
    | { readonly simple_price: CoingeckoSimplePrice }
    | { readonly market_chart: CoingeckoMarketChart }
    | { readonly ohlc: CoingeckoOhlc };

  /** `GET /v1/api/coininformation`: one coin. */
  export interface CoinwarzCoinInformation {
    /** Tag of the coin, like `BTC`. */
    readonly coin: string;
  }

  /**
   * - `profitability`: All coins.
   * - `coin_information`: One coin.
   * - `key_info`: Allowance of the key.
   */
  export type CoinwarzAsk =
    | "profitability"
    | { readonly coin_information: CoinwarzCoinInformation }
    | "key_info";

  /** `ticker` of an option. */
  export interface DeribitOptionTicker {
    /** Name of the option, like `BTC-26JUN26-100000-C`. */
    readonly instrument: string;
  }

  /** `ticker` of a future, perpetual or with an expiry (which pays no funding). */
  export interface DeribitPerpetualTicker {
    /** Name of the contract, like `BTC-PERPETUAL` or `BTC-26JUN26`. */
    readonly instrument: string;
  }

  /** `ticker` of a pair of coins that is traded itself. */
  export interface DeribitPairTicker {
    /** Name of the pair, like `BTC_USDC`. */
    readonly instrument: string;
  }

  /**
   * Kind of a contract.
   * - `option`: Options.
   * - `future`: Futures, the perpetual ones among them.
   */
  export type DeribitContractKind =
    | "option"
    | "future";

  /** `get_book_summary_by_currency`: all options or all futures on a coin. */
  export interface DeribitBookSummary {
    /** Coin of the contracts, like `BTC`. */
    readonly currency: string;
    /**
     * Kind of the contracts. Absent: options, futures and pairs; combinations, and what else the answer holds, are noted and
     * left out.
     */
    readonly kind?: DeribitContractKind | undefined;
  }

  /**
   * `get_order_book`: levels of a book, of an option, a future or a pair. Sizes are coins; those of inverse futures, received
   * in US dollars, are divided by their price. Options are quoted in the coin.
   */
  export interface DeribitOrderBook {
    /** Name of the contract, like `BTC-PERPETUAL`. */
    readonly instrument: string;
    /** Number of levels of each side: 1, 5, 10, 20, 50, 100, 1000 or 10000. [from 0] */
    readonly depth: number;
  }

  /** `get_instruments`: contracts that are listed. */
  export interface DeribitInstruments {
    /** Coin of the contracts, like `BTC`. */
    readonly currency: string;
    /** Kind of the contracts. Absent: options and futures; combinations and pairs are noted and left out. */
    readonly kind?: DeribitContractKind | undefined;
  }

  /** `get_funding_rate_value`: funding between two instants. */
  export interface DeribitFundingValue {
    /** Name of the contract, like `BTC-PERPETUAL`. */
    readonly instrument: string;
    /** First instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Last instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms: number | Date | string;
  }

  /** `get_funding_rate_history`: funding hour by hour; the start is exclusive. */
  export interface DeribitFundingHistory {
    /** Name of the contract, like `BTC-PERPETUAL`. */
    readonly instrument: string;
    /** Instant after which the rows begin, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Last instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms: number | Date | string;
  }

  /** `get_volatility_index_data`: the volatility index. */
  export interface DeribitVolatilityIndex {
    /** Coin of the contracts, like `BTC`. */
    readonly currency: string;
    /** First instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Last instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms: number | Date | string;
    /** Interval of one row, in milliseconds: a second, a minute, an hour, 12 hours, a day. [ms, from 1 to 31622400000] */
    readonly interval_ms: number;
  }

  /** `get_tradingview_chart_data`: candles. */
  export interface DeribitCandles {
    /** Name of the contract, like `BTC-PERPETUAL`. */
    readonly instrument: string;
    /** First instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Last instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms: number | Date | string;
    /** Interval of one candle, in milliseconds: 1, 3, 5, 10, 15, 30 minutes, 1, 2, 3, 6, 12 hours, a day. [ms, from 1 to 31622400000] */
    readonly interval_ms: number;
  }

  /** `get_index_price`: the index under everything. */
  export interface DeribitIndexPrice {
    /** Name of the index, like `btc_usd`. */
    readonly index: string;
  }

  /**
   * - `option_ticker`: An option.
   * - `perpetual_ticker`: A perpetual contract.
   * - `pair_ticker`: A pair of coins.
   * - `book_summary`: All options or all futures on a coin.
   * - `order_book`: Levels of a book.
   * - `instruments`: Contracts that are listed.
   * - `funding_value`: Funding between two instants.
   * - `funding_history`: Funding hour by hour.
   * - `volatility_index`: The volatility index.
   * - `candles`: Candles.
   * - `index_price`: The index under everything.
   */
  export type DeribitAsk =
    | { readonly option_ticker: DeribitOptionTicker }
    | { readonly perpetual_ticker: DeribitPerpetualTicker }
    | { readonly pair_ticker: DeribitPairTicker }
    | { readonly book_summary: DeribitBookSummary }
    | { readonly order_book: DeribitOrderBook }
    | { readonly instruments: DeribitInstruments }
    | { readonly funding_value: DeribitFundingValue }
    | { readonly funding_history: DeribitFundingHistory }
    | { readonly volatility_index: DeribitVolatilityIndex }
    | { readonly candles: DeribitCandles }
    | { readonly index_price: DeribitIndexPrice };

  /**
   * Length of a history.
   * - `three_days`: Three days.
   * - `week`: A week.
   * - `month`: A month.
   * - `three_months`: Three months.
   * - `six_months`: Six months.
   * - `year`: A year.
   * - `two_years`: Two years.
   * - `three_years`: Three years.
   */
  export type MempoolSpacePeriod =
    | "three_days"
    | "week"
    | "month"
    | "three_months"
    | "six_months"
    | "year"
    | "two_years"
    | "three_years";

  /** `GET /api/v1/mining/hashrate/{period}`: hashrate and difficulty over time, and now. */
  export interface MempoolSpaceHashrateHistory {
    /** Length of the history. */
    readonly period: MempoolSpacePeriod;
  }

  /** `GET /api/v1/mining/difficulty-adjustments/{period}`: past retargets. */
  export interface MempoolSpaceDifficultyAdjustments {
    /** Length of the history. */
    readonly period: MempoolSpacePeriod;
  }

  /** `GET /api/v1/mining/reward-stats/{blocks}`: rewards of the last blocks. */
  export interface MempoolSpaceRewardStats {
    /** Number of blocks; 144 are about a day. [from 0] */
    readonly blocks: number;
  }

  /**
   * - `difficulty_adjustment`: The coming retarget.
   * - `hashrate_history`: Hashrate and difficulty over time.
   * - `difficulty_adjustments`: Past retargets.
   * - `reward_stats`: Rewards of the last blocks.
   * - `prices`: Price of one bitcoin in several currencies.
   * - `recommended_fees`: Fee rates for different patience.
   */
  export type MempoolSpaceAsk =
    | "difficulty_adjustment"
    | { readonly hashrate_history: MempoolSpaceHashrateHistory }
    | { readonly difficulty_adjustments: MempoolSpaceDifficultyAdjustments }
    | { readonly reward_stats: MempoolSpaceRewardStats }
    | "prices"
    | "recommended_fees";

  /** `GET /api/v5/market/candles`: candles, newest first; the last 1440. */
  export interface OkxCandles {
    /** Name of the pair or contract, like `BTC-USDT` or `BTC-USDT-SWAP`. */
    readonly instrument: string;
    /**
     * Interval of one candle, in milliseconds: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, 1, 2, 3, 7 days (which begin at 00:00 UTC), a month
     * (2629746000). [ms, from 1 to 31622400000]
     */
    readonly interval_ms: number;
    /** First instant of the rows, in Unix milliseconds. Absent: the last rows. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms?: number | Date | string | undefined;
    /** Last instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms?: number | Date | string | undefined;
    /** Greatest number of rows, 1 to 300. [from 0] */
    readonly limit?: number | undefined;
  }

  /** `GET /api/v5/market/books`: levels of the book. Sizes are coins; those of contracts are multiplied by their size. */
  export interface OkxBook {
    /** Name of the pair or contract, like `BTC-USDT` or `BTC-USDT-SWAP`. */
    readonly instrument: string;
    /** Number of levels of each side, 1 to 400. [from 0] */
    readonly depth: number;
    /**
     * Size of a contract (`ctVal`): in coins for linear ones (0.01 for BTC-USDT-SWAP), in US dollars for inverse ones (100 for
     * BTC-USD-SWAP). Needed for contracts, whose books count them. [from 1e-12 to 1000000000.0]
     */
    readonly contract_size?: number | undefined;
  }

  /** `GET /api/v5/market/ticker`: best prices and 24 hours. */
  export interface OkxTicker {
    /** Name of the pair or contract, like `BTC-USDT` or `BTC-USDT-SWAP`. */
    readonly instrument: string;
  }

  /** `GET /api/v5/public/funding-rate`: the coming payment at the current rate, a forecast. */
  export interface OkxFundingRate {
    /** Name of the contract, like `BTC-USDT-SWAP`. */
    readonly instrument: string;
  }

  /** `GET /api/v5/public/funding-rate-history`: past funding, newest first; the last three months. */
  export interface OkxFundingHistory {
    /** Name of the contract, like `BTC-USDT-SWAP`. */
    readonly instrument: string;
    /** Interval from one funding payment to the next, in milliseconds: 8 hours for most contracts. `FundingRate` says it. [ms, from 1 to 31622400000] */
    readonly funding_interval_ms: number;
    /** First instant of the rows, in Unix milliseconds. Absent: the last rows. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms?: number | Date | string | undefined;
    /** Last instant of the rows, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms?: number | Date | string | undefined;
    /** Greatest number of rows, 1 to 400. [from 0] */
    readonly limit?: number | undefined;
  }

  /** `GET /api/v5/public/open-interest`: open interest now, in coins and, where it is said, in US dollars. */
  export interface OkxOpenInterest {
    /** Name of the contract, like `BTC-USDT-SWAP`. */
    readonly instrument: string;
  }

  /**
   * Margin that stands behind a position.
   * - `cross`: All margin of the account.
   * - `isolated`: Margin of the position alone.
   */
  export type OkxMarginMode =
    | "cross"
    | "isolated";

  /** `GET /api/v5/public/position-tiers`: margin tiers, by the number of contracts. */
  export interface OkxPositionTiers {
    /** Name of the contract, like `BTC-USDT-SWAP`. */
    readonly instrument: string;
    /** Margin that stands behind the position: the account's or its own. */
    readonly margin_mode: OkxMarginMode;
  }

  /**
   * - `candles`: Candles.
   * - `book`: Levels of the book.
   * - `ticker`: Best prices and 24 hours.
   * - `funding_rate`: Coming funding.
   * - `funding_history`: Past funding.
   * - `open_interest`: Open interest now.
   * - `position_tiers`: Margin tiers.
   */
  export type OkxAsk =
    | { readonly candles: OkxCandles }
    | { readonly book: OkxBook }
    | { readonly ticker: OkxTicker }
    | { readonly funding_rate: OkxFundingRate }
    | { readonly funding_history: OkxFundingHistory }
    | { readonly open_interest: OkxOpenInterest }
    | { readonly position_tiers: OkxPositionTiers };

  /**
   * A question to any upstream.
   * - `alternative_me`: alternative.me.
   * - `binance`: Binance.
   * - `bybit`: Bybit.
   * - `bitcoin_rpc`: A bitcoin node.
   * - `blockchain_info`: Blockchain.info.
   * - `coinbase`: Coinbase.
   * - `coingecko`: CoinGecko.
   * - `coinwarz`: CoinWarz.
   * - `deribit`: Deribit.
   * - `mempool_space`: mempool.space.
   * - `okx`: OKX.
   */
  export type FeedAsk =
    | { readonly alternative_me: AlternativeMeAsk }
    | { readonly binance: BinanceAsk }
    | { readonly bybit: BybitAsk }
    | { readonly bitcoin_rpc: BitcoinRpcAsk }
    | { readonly blockchain_info: BlockchainInfoAsk }
    | { readonly coinbase: CoinbaseAsk }
    | { readonly coingecko: CoingeckoAsk }
    | { readonly coinwarz: CoinwarzAsk }
    | { readonly deribit: DeribitAsk }
    | { readonly mempool_space: MempoolSpaceAsk }
    | { readonly okx: OkxAsk };

  /**
   * Where a key goes. Each stands for one host, and a request to another host does not take it.
   * - `coinwarz_query`: Key of CoinWarz, sent in the query: every call needs it, and URLs in logs show it.
   * - `coingecko_demo`: Key of CoinGecko's Demo plan, sent in a header.
   * - `coingecko_pro`: Key of CoinGecko's Pro plan, sent in a header and to another host.
   * - `ankr_path`: Key of Ankr's bitcoin node, sent in the path.
   * - `binance_header`: Key of Binance, sent in a header; the signature of signed calls is the caller's: see `Request::query_string`.
   */
  export type Access =
    | { readonly coinwarz_query: string }
    | { readonly coingecko_demo: string }
    | { readonly coingecko_pro: string }
    | { readonly ankr_path: string }
    | { readonly binance_header: string };

  /**
   * HTTP method of a request.
   * - `get`: HTTP GET.
   * - `post`: HTTP POST with a JSON body.
   */
  export type Method =
    | "get"
    | "post";

  /** A header of a request. */
  export interface RequestHeader {
    /** Name of the header. */
    readonly name: string;
    /** Value of the header. */
    readonly value: string;
  }

  /** Result of `build_request`: an HTTP request, ready to be sent. */
  export interface HttpRequest {
    /** HTTP method. */
    readonly method: Method;
    /** Address, key included: for the socket. Of one's own node it is the path alone. */
    readonly url: string;
    /** HTTP headers, keys included. */
    readonly headers: readonly (RequestHeader)[];
    /** JSON body of a POST. */
    readonly body?: string;
    /** Method and address with the key masked: for the log. */
    readonly for_log: string;
  }

  /** The fear and greed index over time. */
  export interface FearAndGreedDays {
    /** Fear and greed index of each day, 0 (extreme fear) to 100 (extreme greed). */
    readonly index: market.Series;
  }

  /** - `fear_and_greed`: The fear and greed index. */
  export type AlternativeMeData =
    | { readonly fear_and_greed: FearAndGreedDays };

  /**
   * Bars whose interval is over, oldest first, and apart from them the one that is still forming: a study that takes it
   * looks ahead.
   */
  export interface Candlesticks {
    /** Bars that were over when the payload was received. */
    readonly closed: market.Bars;
    /** Last bar, where its interval was not over when the payload was received. */
    readonly forming?: market.Bar;
  }

  /** Best prices of a market and what happened in it in 24 hours. */
  export interface VenueTicker {
    /** Bid, ask and last price, as far as they are said. */
    readonly quote: market.Quote;
    /** Trading volume of 24 hours, in coins of the base. */
    readonly volume_24h_base?: number;
    /** Change of the price in 24 hours, as a fraction (received as percent). */
    readonly change_24h?: number;
  }

  /** Mark price and coming funding of a contract. */
  export interface MarkAndFunding {
    /** Mark price and index price. */
    readonly mark: market.MarkPoint;
    /** Coming funding payment at the current rate: a forecast. Absent for delivery contracts. */
    readonly next_funding?: market.Funding;
    /** Estimated settlement price in the quote currency, said in the last hour before settlement. */
    readonly estimated_settlement?: number;
  }

  /**
   * - `candles`: Candles.
   * - `depth`: Levels of the book.
   * - `ticker`: Best prices and 24 hours.
   * - `premium_index`: Mark price and coming funding.
   * - `funding_history`: Past funding.
   * - `open_interest`: Open interest now.
   * - `open_interest_history`: Open interest over time.
   * - `leverage_brackets`: Margin tiers.
   */
  export type BinanceData =
    | { readonly candles: Candlesticks }
    | { readonly depth: market.OrderBook }
    | { readonly ticker: VenueTicker }
    | { readonly premium_index: MarkAndFunding }
    | { readonly funding_history: market.FundingHistory }
    | { readonly open_interest: market.OpenInterest }
    | { readonly open_interest_history: market.OpenInterestHistory }
    | { readonly leverage_brackets: market.TierTable };

  /** A market at one instant. */
  export interface MarketState {
    /** Best prices and 24 hours. */
    readonly ticker: VenueTicker;
    /** Mark price and index price; contracts only. */
    readonly mark?: market.MarkPoint;
    /** Coming funding payment at the current rate: a forecast; perpetual contracts only. */
    readonly next_funding?: market.Funding;
    /** Open interest: in coins for linear contracts, in US dollars for inverse ones. */
    readonly open_interest?: market.OpenInterest;
  }

  /**
   * - `candles`: Candles.
   * - `book`: Levels of the book.
   * - `ticker`: Best prices and 24 hours; of contracts mark, coming funding and open interest too.
   * - `funding_history`: Past funding.
   * - `open_interest_history`: Open interest over time.
   * - `risk_limits`: Margin tiers.
   */
  export type BybitData =
    | { readonly candles: Candlesticks }
    | { readonly book: market.OrderBook }
    | { readonly ticker: MarketState }
    | { readonly funding_history: market.FundingHistory }
    | { readonly open_interest_history: market.OpenInterestHistory }
    | { readonly risk_limits: market.TierTable };

  /** The chain and its tip, as a node sees it. */
  export interface ChainInfo {
    /** Name of the network: `main`, `test`, `testnet4`, `signet` or `regtest`. */
    readonly chain: string;
    /** Height of the best block. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Height of the best header that the node knows: above that of the best block while it catches up. [blocks, from 0 to 4294967295] */
    readonly headers: number;
    /** Difficulty of the best block. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: number;
    /** Compact target (nBits) of the best block, said from version 29 on. [from 0] */
    readonly nbits?: number;
    /** Header time of the best block, in Unix seconds; said from version 23 on. [from 0] */
    readonly tip_time_s?: number;
    /** Median of the last eleven header times, in Unix seconds. [from 0] */
    readonly median_time_s: number;
    /** Whether the node is still catching up; its answers are old then. */
    readonly initial_block_download: boolean;
  }

  /** Mining state, as a node sees it. */
  export interface MiningState {
    /** Name of the network: `main`, `test`, `testnet4`, `signet` or `regtest`. */
    readonly chain: string;
    /** Height of the best block. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Difficulty of the best block. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: number;
    /** Compact target (nBits) of the best block, said from version 29 on. [from 0] */
    readonly nbits?: number;
    /** Compact target (nBits) of the next block, said from version 29 on. [from 0] */
    readonly next_nbits?: number;
    /** Hashrate of the network over the last 120 blocks, in TH/s (received as H/s). [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
    /** Number of transactions in the mempool. [from 0] */
    readonly mempool_transactions: number;
    /** Warnings of the node, as text. */
    readonly warnings: readonly (string)[];
  }

  /** A hashrate by itself. */
  export interface NetworkHashrate {
    /** Hashrate of the network, in TH/s (received as H/s). [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
  }

  /** Reward of one block, and the fee rate of inclusion. */
  export interface BlockReport {
    /** Subsidy, fees and size of the block. */
    readonly block: market.BlockStats;
    /** Median fee rate by weight, in satoshis per virtual byte, where it was asked for. */
    readonly median_fee_rate_sat_per_vb?: number;
  }

  /**
   * - `blockchain_info`: The chain and its tip.
   * - `mining_info`: Difficulty, hashrate, mempool.
   * - `network_hashps`: The hashrate over a number of blocks.
   * - `block_stats`: Reward of one block.
   */
  export type BitcoinRpcData =
    | { readonly blockchain_info: ChainInfo }
    | { readonly mining_info: MiningState }
    | { readonly network_hashps: NetworkHashrate }
    | { readonly block_stats: BlockReport };

  /** The network as Blockchain.info sees it: the last 24 hours and the tip. */
  export interface ChainStats {
    /** Instant of the summary, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Price of one bitcoin. */
    readonly price: market.Quote;
    /** Estimated hashrate of the network, in TH/s (received as GH/s). [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths: number;
    /** Height of the tip. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Difficulty of the network, where it is said. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty?: number;
    /** Number of blocks of the last 24 hours. [from 0] */
    readonly blocks_per_day: number;
    /** Mean time between the blocks of the last 24 hours, in seconds. */
    readonly block_interval_s: number;
    /** New coins of the last 24 hours without fees, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly minted_sat: number;
    /** Transaction fees of the last 24 hours, in satoshis; absent where a negative value was received. [sat, from 0 to 2100000000000000] */
    readonly fees_sat?: number;
    /** Mean fees of one block of the last 24 hours, in satoshis; absent without fees or blocks. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat?: number;
    /** Revenue of all miners in the last 24 hours, in US dollars; absent where 0 was received. [USD, from 0.0 to 1000000000000000.0] */
    readonly miner_revenue_usd?: number;
    /** Coins in existence, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly supply_sat: number;
    /** Height of the block that closes the difficulty period. [blocks, from 0 to 4294967295] */
    readonly next_retarget_height: number;
  }

  /**
   * A history, named with its unit.
   * - `hashrate_ths`: Hashrate in TH/s.
   * - `difficulty`: Difficulty.
   * - `miner_revenue_usd`: Revenue of all miners of the day, in USD.
   * - `price_usd`: Price of one bitcoin, in USD.
   * - `fees_btc`: Transaction fees of the day, in BTC.
   */
  export type ChartData =
    | { readonly hashrate_ths: market.Series }
    | { readonly difficulty: market.Series }
    | { readonly miner_revenue_usd: market.Series }
    | { readonly price_usd: market.Series }
    | { readonly fees_btc: market.Series };

  /**
   * The number, named with its unit.
   * - `hashrate_ths`: Hashrate in TH/s (received as GH/s).
   * - `difficulty`: Difficulty.
   * - `height`: Height of the tip.
   */
  export type QueryData =
    | { readonly hashrate_ths: number }
    | { readonly difficulty: number }
    | { readonly height: number };

  /** One price per currency. */
  export interface PricesByCurrency {
    /**
     * Last price of one bitcoin in each currency, sorted by currency. Which of "buy" and "sell" is the bid is not documented (they have
     * been equal for years): only the last price is read.
     */
    readonly quotes: readonly (market.Quote)[];
  }

  /**
   * - `stats`: Summary of the network.
   * - `chart`: A daily history.
   * - `query`: One number as plain text.
   * - `ticker`: Price of one bitcoin in many currencies.
   */
  export type BlockchainInfoData =
    | { readonly stats: ChainStats }
    | { readonly chart: ChartData }
    | { readonly query: QueryData }
    | { readonly ticker: PricesByCurrency };

  /**
   * - `exchange_candles`: Candles of the Exchange API.
   * - `exchange_ticker`: Ticker of the Exchange API.
   * - `exchange_book`: Book of the Exchange API.
   * - `advanced_candles`: Candles of Advanced Trade.
   * - `advanced_product`: Product of Advanced Trade: last price and 24 hours.
   * - `advanced_book`: Book of Advanced Trade.
   * - `spot_price`: Spot price of the v2 API.
   */
  export type CoinbaseData =
    | { readonly exchange_candles: Candlesticks }
    | { readonly exchange_ticker: VenueTicker }
    | { readonly exchange_book: market.OrderBook }
    | { readonly advanced_candles: Candlesticks }
    | { readonly advanced_product: VenueTicker }
    | { readonly advanced_book: market.OrderBook }
    | { readonly spot_price: market.Quote };

  /** Price of a coin, and its market. */
  export interface SpotPrice {
    /** Last price of the coin. */
    readonly price: market.Quote;
    /** Market capitalization in the quote currency. */
    readonly market_cap?: number;
    /** Trading volume of 24 hours in the quote currency. */
    readonly volume_24h?: number;
    /** Change of the price in 24 hours, as a fraction (received as percent). */
    readonly change_24h?: number;
  }

  /** Market of a coin over time. */
  export interface MarketHistory {
    /** Prices of the coin. */
    readonly prices: market.Quotes;
    /** Market capitalization in the quote currency. */
    readonly market_cap: market.Series;
    /** Trading volume of the 24 hours before, in the quote currency. */
    readonly volume_24h: market.Series;
  }

  /**
   * - `simple_price`: Price of a coin now.
   * - `market_chart`: Prices, market capitalization and volume over time.
   * - `ohlc`: Candles without volume.
   */
  export type CoingeckoData =
    | { readonly simple_price: SpotPrice }
    | { readonly market_chart: MarketHistory }
    | { readonly ohlc: Candlesticks };

  /** A coin, as a miner sees it. */
  export interface MinedCoin {
    /** Tag of the coin, like `BTC`. */
    readonly coin: string;
    /** Proof-of-work algorithm of the coin. */
    readonly algorithm: string;
    /** Height of the tip. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Difficulty of the network. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty: number;
    /** Block reward, in coins. */
    readonly block_reward_coins: number;
    /** Target time between blocks, in seconds. */
    readonly block_time_s?: number;
    /** Price of the coin; absent where the exchange is offline. */
    readonly price?: market.Quote;
    /** Whether the chain and the exchange of the coin are online and CoinWarz calls it healthy. */
    readonly healthy: boolean;
  }

  /** Coins that CoinWarz lists. */
  export interface MinedCoins {
    /** Coins in the order received: by profitability. */
    readonly coins: readonly (MinedCoin)[];
  }

  /** Allowance of a key. */
  export interface KeyAllowance {
    /** Name of the plan at CoinWarz. */
    readonly plan: string;
    /** Whether CoinWarz accepts the key. */
    readonly approved: boolean;
    /** Number of calls of the plan. [from 0] */
    readonly calls: number;
    /** Number of calls that are left. [from 0] */
    readonly calls_left: number;
    /** Number of calls of a day, where the plan has such a limit. [from 0] */
    readonly calls_per_day?: number;
    /** Number of calls that are left today. [from 0] */
    readonly calls_left_today?: number;
  }

  /**
   * - `profitability`: All coins.
   * - `coin_information`: One coin.
   * - `key_info`: Allowance of the key.
   */
  export type CoinwarzData =
    | { readonly profitability: MinedCoins }
    | { readonly coin_information: MinedCoin }
    | { readonly key_info: KeyAllowance };

  /** A future at one instant. */
  export interface FutureSummary {
    /** Bid, ask and last price. Absent where nobody bids, asks or has traded. */
    readonly quote?: market.Quote;
    /** Mark price, and index price where it is said. */
    readonly mark: market.MarkPoint;
    /** Open interest: in US dollars for inverse contracts, in coins for linear ones. */
    readonly open_interest: market.OpenInterest;
    /** Funding rate of the last 8 hours as a fraction of the notional; perpetual contracts only. */
    readonly funding_8h?: number;
    /** Current funding rate as a fraction of the notional per 8 hours; perpetual contracts only. */
    readonly current_funding?: number;
  }

  /** All contracts of a summary. */
  export interface BookSummaries {
    /** Options that have not expired, a chain per pair of currencies (inverse and linear options are never in one). */
    readonly option_chains: readonly (market.OptionChain)[];
    /** Futures, in the order received. */
    readonly futures: readonly (FutureSummary)[];
    /** Pairs of coins that are traded themselves, in the order received. */
    readonly pairs: readonly (market.Quote)[];
  }

  /** A contract that is listed. */
  export interface Listing {
    /** Name of the contract. */
    readonly instrument: string;
    /** Whether the contract can be traded. */
    readonly is_active: boolean;
    /** Expiry of the contract, in Unix milliseconds. Absent for perpetual contracts. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly expiry_ms?: number;
    /** Strike of an option, in the quote currency. */
    readonly strike?: number;
    /** Kind of an option: call or put. */
    readonly option_kind?: market.OptionKind;
    /** Size of the contract: in US dollars for inverse futures, else in coins. */
    readonly contract_size: number;
    /** Smallest step of the price, in the currency of the price. */
    readonly tick_size: number;
  }

  /** Contracts that are listed. */
  export interface Listings {
    /** Contracts in the order received. */
    readonly listings: readonly (Listing)[];
  }

  /** Funding between two instants. */
  export interface FundingSum {
    /** Sum of the funding rates as a fraction of the notional: positive where longs paid. */
    readonly rate: number;
  }

  /** Funding and index hour by hour. */
  export interface FundingAndIndex {
    /** Funding payment of each hour. */
    readonly funding: market.FundingHistory;
    /** Index price at the end of each hour, in the quote currency of the contract. */
    readonly index: market.Series;
  }

  /**
   * The volatility index over time: 30-day implied volatility as a fraction per square root of a year (received as
   * percent).
   */
  export interface VolatilityBars {
    /** Volatility index at the beginning of each interval, as a fraction per square root of a year. */
    readonly open: market.Series;
    /** Highest volatility index of each interval, as a fraction per square root of a year. */
    readonly high: market.Series;
    /** Lowest volatility index of each interval, as a fraction per square root of a year. */
    readonly low: market.Series;
    /** Volatility index at the end of each interval, as a fraction per square root of a year; the last interval may still run. */
    readonly close: market.Series;
    /** Instant from which older rows are left, in Unix milliseconds: ask again with it as `end_ms`. Absent: none are left. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly continue_ms?: number;
  }

  /**
   * - `option_ticker`: An option.
   * - `perpetual_ticker`: A perpetual contract.
   * - `pair_ticker`: A pair of coins.
   * - `book_summary`: All options or all futures on a coin.
   * - `order_book`: Levels of a book.
   * - `instruments`: Contracts that are listed.
   * - `funding_value`: Funding between two instants.
   * - `funding_history`: Funding hour by hour.
   * - `volatility_index`: The volatility index.
   * - `candles`: Candles.
   * - `index_price`: The index under everything.
   */
  export type DeribitData =
    | { readonly option_ticker: market.OptionQuote }
    | { readonly perpetual_ticker: FutureSummary }
    | { readonly pair_ticker: market.Quote }
    | { readonly book_summary: BookSummaries }
    | { readonly order_book: market.OrderBook }
    | { readonly instruments: Listings }
    | { readonly funding_value: FundingSum }
    | { readonly funding_history: FundingAndIndex }
    | { readonly volatility_index: VolatilityBars }
    | { readonly candles: Candlesticks }
    | { readonly index_price: market.Quote };

  /** The retarget that comes, as mempool.space estimates it, and the last one. */
  export interface RetargetEstimate {
    /** Fraction of the difficulty period that is over, 0 to 1 (received as percent). */
    readonly progress: number;
    /** Expected change of difficulty as a fraction, -0.75 to 3 (received as percent). */
    readonly expected_change: number;
    /** Expected instant of the retarget, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly expected_time_ms: number;
    /** Number of blocks until the retarget. [from 0] */
    readonly remaining_blocks: number;
    /** Height of the first block of the next period. [blocks, from 0 to 4294967295] */
    readonly retarget_height: number;
    /** Last change of difficulty as a fraction, -0.75 to 3 (received as percent). */
    readonly previous_change: number;
    /** Instant of the last retarget, in Unix milliseconds, where it is said. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly previous_time_ms?: number;
    /** Mean time between blocks in this period, in seconds. */
    readonly block_interval_s: number;
  }

  /** Hashrate and difficulty over time, and now. */
  export interface NetworkHashrates {
    /** Daily mean hashrate of the network, in TH/s (received as H/s). */
    readonly hashrate_ths: market.Series;
    /** Difficulty from each retarget on. */
    readonly difficulty: market.Series;
    /** Current hashrate of the network, in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly current_hashrate_ths: number;
    /** Current difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly current_difficulty: number;
  }

  /** Past retargets, oldest first. */
  export interface Retargets {
    /** Difficulty from the instant of each retarget on. */
    readonly difficulty: market.Series;
  }

  /** Rewards of a run of blocks. */
  export interface BlockRewards {
    /** Height of the first block. [blocks, from 0 to 4294967295] */
    readonly first_height: number;
    /** Height of the last block. [blocks, from 0 to 4294967295] */
    readonly last_height: number;
    /** Subsidies and fees of all blocks, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly reward_sat: number;
    /** Fees of all blocks, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly fees_sat: number;
    /** Mean fees of one block, in satoshis. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_per_block_sat: number;
  }

  /** Fee rates, satoshis per virtual byte. */
  export interface FeeRates {
    /** Fee rate for the next block, in satoshis per virtual byte. */
    readonly fastest_sat_per_vb: number;
    /** Fee rate for inclusion in about half an hour, in satoshis per virtual byte. */
    readonly half_hour_sat_per_vb: number;
    /** Fee rate for inclusion in about an hour, in satoshis per virtual byte. */
    readonly hour_sat_per_vb: number;
    /** Fee rate for inclusion without hurry, in satoshis per virtual byte. */
    readonly economy_sat_per_vb: number;
    /** Least fee rate that nodes relay, in satoshis per virtual byte. */
    readonly minimum_sat_per_vb: number;
  }

  /**
   * - `difficulty_adjustment`: The coming retarget.
   * - `hashrate_history`: Hashrate and difficulty over time.
   * - `difficulty_adjustments`: Past retargets.
   * - `reward_stats`: Rewards of the last blocks.
   * - `prices`: Price of one bitcoin in several currencies.
   * - `recommended_fees`: Fee rates for different patience.
   */
  export type MempoolSpaceData =
    | { readonly difficulty_adjustment: RetargetEstimate }
    | { readonly hashrate_history: NetworkHashrates }
    | { readonly difficulty_adjustments: Retargets }
    | { readonly reward_stats: BlockRewards }
    | { readonly prices: PricesByCurrency }
    | { readonly recommended_fees: FeeRates };

  /** A margin tier whose rate holds for the whole position: the margin jumps where a tier begins. */
  export interface PositionTier {
    /** Least number of contracts of the tier. */
    readonly min_contracts: number;
    /** Greatest number of contracts of the tier. */
    readonly max_contracts: number;
    /** Maintenance margin rate as a fraction of the notional of the whole position. */
    readonly maintenance_rate: number;
    /** Initial margin rate as a fraction of the notional of the whole position. */
    readonly initial_rate: number;
    /** Greatest leverage of the tier. */
    readonly max_leverage: number;
  }

  /** Margin tiers of one contract, smallest positions first. */
  export interface WholePositionTiers {
    /** Contract whose tiers they are; all contracts of its family share them. */
    readonly instrument: string;
    /** Tiers, smallest positions first. */
    readonly tiers: readonly (PositionTier)[];
  }

  /**
   * - `candles`: Candles.
   * - `book`: Levels of the book.
   * - `ticker`: Best prices and 24 hours.
   * - `funding_rate`: Coming funding.
   * - `funding_history`: Past funding.
   * - `open_interest`: Open interest now.
   * - `position_tiers`: Margin tiers.
   */
  export type OkxData =
    | { readonly candles: Candlesticks }
    | { readonly book: market.OrderBook }
    | { readonly ticker: VenueTicker }
    | { readonly funding_rate: market.Funding }
    | { readonly funding_history: market.FundingHistory }
    | { readonly open_interest: market.OpenInterest }
    | { readonly position_tiers: WholePositionTiers };

  /**
   * An answer of any upstream, to the question of the same name.
   * - `alternative_me`: alternative.me.
   * - `binance`: Binance.
   * - `bybit`: Bybit.
   * - `bitcoin_rpc`: A bitcoin node.
   * - `blockchain_info`: Blockchain.info.
   * - `coinbase`: Coinbase.
   * - `coingecko`: CoinGecko.
   * - `coinwarz`: CoinWarz.
   * - `deribit`: Deribit.
   * - `mempool_space`: mempool.space.
   * - `okx`: OKX.
   */
  export type FeedData =
    | { readonly alternative_me: AlternativeMeData }
    | { readonly binance: BinanceData }
    | { readonly bybit: BybitData }
    | { readonly bitcoin_rpc: BitcoinRpcData }
    | { readonly blockchain_info: BlockchainInfoData }
    | { readonly coinbase: CoinbaseData }
    | { readonly coingecko: CoingeckoData }
    | { readonly coinwarz: CoinwarzData }
    | { readonly deribit: DeribitData }
    | { readonly mempool_space: MempoolSpaceData }
    | { readonly okx: OkxData };

  /** One oddity of a payload: implausible, contradictory, or left out. */
  export interface Suspicion {
    /** Path of the value in the payload. */
    readonly path: string;
    /** Value as received. */
    readonly value: string;
    /** Description of the values that would have been believed. */
    readonly expected: string;
  }

  /** Result of `parse`. */
  export interface ParseReport {
    /** Market data of the answer. */
    readonly data: FeedData;
    /** Oddities of the answer: implausible, contradictory or left out. */
    readonly suspicious: readonly (Suspicion)[];
  }

  /**
   * What an upstream's refusal asks of the caller.
   * - `rate_limited`: Too many calls: wait, and longer each time (see `Schedule`).
   * - `later`: The upstream cannot answer now: it starts, is overloaded or under maintenance. Ask again later.
   * - `not_from_here`: Not served here: the method at this node, or the country of the caller. Ask another upstream.
   * - `key`: The key is missing, wrong or not allowed to do this.
   * - `unknown_instrument`: The instrument or coin does not exist there.
   * - `bad_request`: The question is wrong: asked again it will be refused again.
   * - `other`: Anything else.
   */
  export type RefusalKind =
    | "rate_limited"
    | "later"
    | "not_from_here"
    | "key"
    | "unknown_instrument"
    | "bad_request"
    | "other";

  /** A refusal of an upstream, in its own words and as one of a closed list of kinds. */
  export interface RefusalSaid {
    /** Kind of the refusal: what it asks of the caller. */
    readonly kind: RefusalKind;
    /** Error code of the upstream; empty where it gave none. */
    readonly code: string;
    /** Error message of the upstream; what looks like a key in it is masked. */
    readonly message: string;
    /** Wait that the upstream asks for, in milliseconds: never to be shortened. It is what a `Schedule` takes. */
    readonly retry_after_ms?: number;
  }

  /** Result of `refusal`: what an answer without data asks of the caller. */
  export interface RefusalReport {
    /** Refusal of the answer. Absent where it does not look like one. */
    readonly refusal?: RefusalSaid;
    /** Status and header that could not be read, as received. They do not cost what the answer says. */
    readonly suspicious: readonly (Suspicion)[];
  }

  /**
   * Format of a statement.
   * - `kraken_ledger`: Ledger of Kraken: History, Export, Ledgers.
   */
  export type StatementFormat =
    | "kraken_ledger";

  /** Result of `read_statement`: lines of the ledger, and what is odd about them. */
  export interface StatementReport {
    /** Lines in the order of the file. */
    readonly rows: readonly (market.LedgerRow)[];
    /** Oddities of the file: left out, of a kind that nobody knows, or at odds with the balance. */
    readonly suspicious: readonly (Suspicion)[];
  }

  /**
   * Format of a file of settlement prices.
   * - `ercot_settlement_point`: Settlement point prices of ERCOT: real time by quarters of an hour (NP6-905-CD), or day ahead by hours (NP4-190-CD).
   */
  export type SettlementFormat =
    | "ercot_settlement_point";

  /** Result of `read_settlement`: a price for every interval of a span, without gaps. */
  export interface SettlementReport {
    /** Settlement point of the prices. */
    readonly point: string;
    /** Prices in USD/kWh, one per interval of 15 or 60 minutes (received in USD/MWh), as a tariff takes them. */
    readonly prices: market.PowerPrices;
    /** Oddities of the file. */
    readonly suspicious: readonly (Suspicion)[];
  }

  /**
   * Greatest distance of a reading from the median of the fresh ones.
   * - `relative`: Distance as a fraction of the median: for prices, hashrates, difficulties.
   * - `absolute`: Distance in the unit of the readings, 0 to 1e12: for rates and changes, which may be 0.
   */
  export type Tolerance =
    | { readonly relative: number }
    | { readonly absolute: number };

  /**
   * Rule by which the value is chosen among the readings that agree.
   * - `median`: Median of the readings that agree.
   * - `priority`: First of the readings that agree, in the order given.
   */
  export type ReconcileMethod =
    | "median"
    | "priority";

  /** Value of one source at an instant. */
  export interface SourceReading {
    /** Publisher of the value. */
    readonly source: string;
    /** Instant of the value, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Value in the unit of all readings: -1e300 to 1e300. */
    readonly value: number;
  }

  /** A value on which most fresh sources agree. */
  export interface ReconciledFresh {
    /** Value in the unit of the readings. */
    readonly value: number;
  }

  /** Nothing is fresh: the last good value. */
  export interface ReconciledStale {
    /** Last good value, in the unit of the readings. */
    readonly value: number;
    /** Age of the value, in milliseconds. */
    readonly age_ms: number;
  }

  /** Sources contradict each other. */
  export interface ReconciledDisputed {
    /** Least of the fresh readings. */
    readonly low: number;
    /** Greatest of the fresh readings. */
    readonly high: number;
  }

  /**
   * A value, or the reason why there is none.
   * - `fresh`: A value on which most fresh sources agree.
   * - `stale`: Nothing is fresh: the last good value.
   * - `disputed`: Sources contradict each other.
   * - `no_data`: Nothing is fresh, and nothing ever was.
   */
  export type Reconciled =
    | { readonly fresh: ReconciledFresh }
    | { readonly stale: ReconciledStale }
    | { readonly disputed: ReconciledDisputed }
    | "no_data";

  /** Too far from the median. */
  export interface ReadingStateOutlier {
    /** Distance from the median, in the measure of the tolerance. */
    readonly deviation: number;
  }

  /** Too old. */
  export interface ReadingStateStale {
    /** Age of the reading, in milliseconds. */
    readonly age_ms: number;
  }

  /** More than five minutes ahead of the current time. */
  export interface ReadingStateFuture {
    /** Distance from the current time, in milliseconds. */
    readonly ahead_ms: number;
  }

  /**
   * Whether a reading agrees, or why it does not count.
   * - `agrees`: Within the tolerance of the median.
   * - `outlier`: Too far from the median.
   * - `stale`: Too old.
   * - `future`: More than five minutes ahead of the current time.
   */
  export type ReadingState =
    | "agrees"
    | { readonly outlier: ReadingStateOutlier }
    | { readonly stale: ReadingStateStale }
    | { readonly future: ReadingStateFuture };

  /** Verdict on one reading. */
  export interface ReadingVerdict {
    /** Publisher of the reading. */
    readonly source: string;
    /** Whether the reading agrees, or why it does not count. */
    readonly verdict: ReadingState;
  }

  /** Result of `reconcile`: one number, how sure it is, and what became of each reading. */
  export interface ReconcileReport {
    /** Value, or the reason why there is none. */
    readonly outcome: Reconciled;
    /** Number of readings that agree. [from 0] */
    readonly agreeing: number;
    /** Number of readings that are fresh. [from 0] */
    readonly fresh: number;
    /** Spread of the readings that agree, `(greatest - least) / |median|`: 0 where there is one. Absent where none does or the median is 0. */
    readonly spread?: number;
    /** Verdict on each reading, in the order given. */
    readonly verdicts: readonly (ReadingVerdict)[];
  }

  /** Result of `retain`: the points that stay and those that go. */
  export interface RetainReport {
    /** Indices of the points that stay. */
    readonly keep: readonly (number)[];
    /** Indices of the points that are too many of their day. */
    readonly thinned: readonly (number)[];
    /** Indices of the points that are too old. */
    readonly expired: readonly (number)[];
  }

  /**
   * Side of the threshold that is worth an alert.
   * - `above`: At or above the threshold.
   * - `below`: At or below the threshold.
   */
  export type AlertSide =
    | "above"
    | "below";

  /**
   * Meaning of a value for an alert.
   * - `quiet`: Nothing to tell, and ready to fire.
   * - `fired`: The threshold has just been crossed: tell it.
   * - `active`: The crossing has been told, and the value has not come back yet.
   * - `cleared`: The value has just come back beyond the hysteresis: all clear, ready again.
   */
  export type AlertPhase =
    | "quiet"
    | "fired"
    | "active"
    | "cleared";

  /**
   * Whether a day is over.
   * - `open`: The day of the event has no values yet: the numbers are NaN.
   * - `closed`: The day before the event is over: the numbers are its values.
   */
  export type DayPhase =
    | "open"
    | "closed";

  /**
   * Step of a cached answer.
   * - `asked`: Somebody asks for the answer.
   * - `stored`: A new answer has come.
   * - `failed`: The upstream has failed.
   */
  export type CacheStep =
    | "asked"
    | "stored"
    | "failed";

  /**
   * State in which an answer may be served.
   * - `fresh`: The answer as it is.
   * - `stale`: The answer, said to be old: the upstream fails.
   * - `nothing`: Nothing: wait for the upstream.
   */
  export type Serve =
    | "fresh"
    | "stale"
    | "nothing";

  /**
   * Whether to ask the upstream.
   * - `wait`: Not yet.
   * - `fetch`: The upstream is to be asked now.
   */
  export type CacheAction =
    | "wait"
    | "fetch";

  /**
   * Step of a collector.
   * - `tick`: Time passes.
   * - `succeeded`: The call that was started has been answered.
   * - `failed`: The call that was started has failed.
   */
  export type ScheduleStep =
    | "tick"
    | "succeeded"
    | "failed";

  /**
   * Action of a collector.
   * - `wait`: No call.
   * - `start`: Call the upstream.
   */
  export type ScheduleAction =
    | "wait"
    | "start";

  /** Inputs of `build_request`: a question, and the key to ask it with. */
  export interface FeedRequest {
    /** Question to an upstream. */
    readonly ask: FeedAsk;
    /** Key of the caller at that upstream. Absent: the upstream is asked without one. */
    readonly access?: Access | undefined;
  }

  /** Inputs of `parse`. */
  export interface ParseRequest {
    /** Question that was asked. */
    readonly ask: FeedAsk;
    /** Answer of the upstream, as it came. */
    readonly body: string;
    /** Instant at which the answer came, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly received_ms: number | Date | string;
    /** Greatest length of the answer, in bytes. Absent: 1 MiB. [from 0] */
    readonly max_bytes?: number | undefined;
    /**
     * HTTP status that came with the answer: with another than that of success there is no data, whatever it says. Absent: the answer alone
     * decides. [from 0 to 65535]
     */
    readonly status?: number | undefined;
    /** Header `Retry-After` that came with the answer, as it came: seconds, or an instant as HTTP writes it. */
    readonly retry_after?: string | undefined;
  }

  /** Inputs of `refusal`. */
  export interface RefusalRequest {
    /** Answer of the upstream, as it came: JSON, plain text or HTML. */
    readonly body: string;
    /** Instant at which the answer came, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly received_ms: number | Date | string;
    /** HTTP status that came with the answer. One outside 100 to 599 is a fault of the server, and told. [from 0 to 65535] */
    readonly status?: number | undefined;
    /** Header `Retry-After` that came with the answer, as it came: seconds, or an instant as HTTP writes it. */
    readonly retry_after?: string | undefined;
  }

  /** Inputs of `read_statement`. */
  export interface StatementRequest {
    /** Format of the file. */
    readonly format: StatementFormat;
    /** Text of the file, heading included. */
    readonly text: string;
  }

  /** Inputs of `read_settlement`. */
  export interface SettlementRequest {
    /** Format of the file. */
    readonly format: SettlementFormat;
    /** Text of the file, heading included. */
    readonly text: string;
    /** Name of the settlement point, like `HB_WEST`. */
    readonly point: string;
    /** Type of the settlement point, like `LZ`, where its name stands there with several. */
    readonly point_type?: string | undefined;
  }

  /** Inputs of `reconcile`. */
  export interface ReconcileRequest {
    /** Current time, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly now_ms: number | Date | string;
    /** Greatest age of a fresh reading, in milliseconds: at least 0. [from 0 to 315360000000000] */
    readonly max_age_ms: number;
    /** Greatest distance of a reading from the median. */
    readonly tolerance: Tolerance;
    /** Rule by which the value is chosen among the readings that agree. */
    readonly method: ReconcileMethod;
    /** Readings, one per source, the most trusted first; all in the same unit. */
    readonly readings: readonly (SourceReading)[];
    /** Last value that was fresh. Absent: there was none yet. */
    readonly last_good?: SourceReading | undefined;
  }

  /** Inputs of `retain`. */
  export interface RetainRequest {
    /** Instants of the points, in Unix milliseconds: oldest first, each once. */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | Date | string)[];
    /** Current time, in Unix milliseconds: the day that is running is not thinned. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly now_ms: number | Date | string;
    /** Greatest number of points of a closed day that are kept: 2 to 1440. [from 2 to 1440] */
    readonly points_per_day: number;
    /** Offset of the clock whose days are meant, in minutes east of UTC: -1080 to 1080. [min, from -1080 to 1080] */
    readonly utc_offset_min: number;
    /** Greatest age of a point that is kept, in milliseconds. Absent: any age. [from 0 to 315360000000000] */
    readonly max_age_ms?: number | undefined;
  }

  /** Inputs of `Alert`. */
  export interface AlertParams {
    /** Side of the threshold that is worth an alert. */
    readonly side: AlertSide;
    /** Threshold at which the alert fires, in the unit of the values. */
    readonly threshold: number;
    /** Distance by which a value must come back before the alert can fire again, in the unit of the values: at least 0. */
    readonly hysteresis: number;
  }

  /** Columns that `feeds.alert` takes. */
  export interface AlertInput extends Columns {
    /** Instant of the value, in Unix milliseconds: after the event before. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Value at that instant, any finite number. */
    readonly value: Float64Array | readonly number[] | number;
  }

  /** Columns that `feeds.alert` answers. */
  export interface AlertColumns extends Columns {
    /** Meaning of the value: `quiet`, `fired` (tell it now), `active` (told already) or `cleared`. */
    readonly state: Words<AlertPhase>;
  }

  /** One event of `feeds.alert`. */
  export interface AlertEvent extends Columns {
    /** Instant of the value, in Unix milliseconds: after the event before. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** Value at that instant, any finite number. */
    readonly value: number;
  }

  /** One output of `feeds.alert`. */
  export interface AlertRow extends Columns {
    /** Meaning of the value: `quiet`, `fired` (tell it now), `active` (told already) or `cleared`. */
    readonly state: AlertPhase;
  }

  /** Inputs of `Gaps`. */
  export interface GapsParams {
    /** Distance between points, in milliseconds: 1 to 366 days. [from 1 to 31622400000] */
    readonly interval_ms: number;
    /** Delay up to which a point counts as on time, in milliseconds: 0 up to the interval. [from 0 to 31622400000] */
    readonly slack_ms: number;
  }

  /** Columns that `feeds.gaps` takes. */
  export interface GapsInput extends Columns {
    /** Instant of the point, in Unix milliseconds: after the point before. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
  }

  /** Columns that `feeds.gaps` answers. */
  export interface GapsColumns extends Columns {
    /** Number of points missing before this one: 0 where it is on time. */
    readonly missing: Float64Array;
  }

  /** One event of `feeds.gaps`. */
  export interface GapsEvent extends Columns {
    /** Instant of the point, in Unix milliseconds: after the point before. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
  }

  /** One output of `feeds.gaps`. */
  export interface GapsRow extends Columns {
    /** Number of points missing before this one: 0 where it is on time. */
    readonly missing: number;
  }

  /** Inputs of `Daily`. */
  export interface DailyParams {
    /** Offset of the clock whose days are meant, in minutes east of UTC: -1080 to 1080. [min, from -1080 to 1080] */
    readonly utc_offset_min: number;
  }

  /** Columns that `feeds.daily` takes. */
  export interface DailyInput extends Columns {
    /** Instant of the value, in Unix milliseconds: after the event before. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Value at that instant, any finite number. */
    readonly value: Float64Array | readonly number[] | number;
  }

  /** Columns that `feeds.daily` answers. */
  export interface DailyColumns extends Columns {
    /** Whether a day is over and told: `open` or `closed`. */
    readonly state: Words<DayPhase>;
    /** Day number, in days since 1970-01-01. */
    readonly unix_day: Float64Array;
    /** First value of the day. */
    readonly first: Float64Array;
    /** Highest value of the day. */
    readonly high: Float64Array;
    /** Lowest value of the day. */
    readonly low: Float64Array;
    /** Last value of the day. */
    readonly last: Float64Array;
    /** Arithmetic mean of the points, not weighted by time. */
    readonly mean: Float64Array;
    /** Number of points of the day. */
    readonly points: Float64Array;
    /** Number of days without any point between this day and the one that closed it: they have no value, and none is made up. */
    readonly empty_days_after: Float64Array;
  }

  /** One event of `feeds.daily`. */
  export interface DailyEvent extends Columns {
    /** Instant of the value, in Unix milliseconds: after the event before. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** Value at that instant, any finite number. */
    readonly value: number;
  }

  /** One output of `feeds.daily`. */
  export interface DailyRow extends Columns {
    /** Whether a day is over and told: `open` or `closed`. */
    readonly state: DayPhase;
    /** Day number, in days since 1970-01-01. */
    readonly unix_day: number;
    /** First value of the day. */
    readonly first: number;
    /** Highest value of the day. */
    readonly high: number;
    /** Lowest value of the day. */
    readonly low: number;
    /** Last value of the day. */
    readonly last: number;
    /** Arithmetic mean of the points, not weighted by time. */
    readonly mean: number;
    /** Number of points of the day. */
    readonly points: number;
    /** Number of days without any point between this day and the one that closed it: they have no value, and none is made up. */
    readonly empty_days_after: number;
  }

  /** Inputs of `Freshness`. */
  export interface FreshnessParams {
    /** Time to live of an answer, in milliseconds: above 0. Fifteen minutes are 900,000. [from 1 to 315360000000000] */
    readonly ttl_ms: number;
    /** Further time for which an answer may be served while the upstream fails, in milliseconds: at least 0. [from 0 to 315360000000000] */
    readonly stale_if_error_ms: number;
  }

  /** Columns that `feeds.freshness` takes. */
  export interface FreshnessInput extends Columns {
    /** Instant of the step, in Unix milliseconds: not before the event before. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Step: `asked` (somebody asks), `stored` (a new answer has come) or `failed` (the upstream has failed). */
    readonly step: readonly CacheStep[] | Words<CacheStep> | CacheStep;
  }

  /** Columns that `feeds.freshness` answers. */
  export interface FreshnessColumns extends Columns {
    /** State in which the answer may be served: `fresh`, `stale`, or `nothing`. */
    readonly serve: Words<Serve>;
    /** Age of the answer, in milliseconds; NaN where nothing may be served. */
    readonly age_ms: Float64Array;
    /** Whether to ask the upstream: `wait` or `fetch`. */
    readonly action: Words<CacheAction>;
  }

  /** One event of `feeds.freshness`. */
  export interface FreshnessEvent extends Columns {
    /** Instant of the step, in Unix milliseconds: not before the event before. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** Step: `asked` (somebody asks), `stored` (a new answer has come) or `failed` (the upstream has failed). */
    readonly step: CacheStep;
  }

  /** One output of `feeds.freshness`. */
  export interface FreshnessRow extends Columns {
    /** State in which the answer may be served: `fresh`, `stale`, or `nothing`. */
    readonly serve: Serve;
    /** Age of the answer, in milliseconds; NaN where nothing may be served. */
    readonly age_ms: number;
    /** Whether to ask the upstream: `wait` or `fetch`. */
    readonly action: CacheAction;
  }

  /** Inputs of `Schedule`. */
  export interface ScheduleParams {
    /** Interval between calls, in milliseconds: 1000 to a day. Fifteen minutes are 900,000. [from 1000 to 86400000] */
    readonly interval_ms: number;
    /** Greatest delay of a call as a fraction of the interval or of the wait after a failure, so that many collectors do not call at once. [from 0.0 to 1.0] */
    readonly jitter: number;
    /** Wait after the first failure, in milliseconds: 1 to a day. It doubles with each further one. [from 1 to 86400000] */
    readonly backoff_ms: number;
    /** Longest wait after failures, in milliseconds: from `backoff_ms` to a day. [from 1 to 86400000] */
    readonly max_backoff_ms: number;
    /** Time after which a call without answer counts as failed, in milliseconds: 1 to a day. [from 1 to 86400000] */
    readonly timeout_ms: number;
    /** Seed of the delays: each collector takes its own. (answered as decimal text) */
    readonly seed: bigint | number | string;
  }

  /** Columns that `feeds.schedule` takes. */
  export interface ScheduleInput extends Columns {
    /** Instant of the step, in Unix milliseconds: not before the event before. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Step: `tick` (time passes), `succeeded` (the call that was started has been answered) or `failed`. */
    readonly step: readonly ScheduleStep[] | Words<ScheduleStep> | ScheduleStep;
    /**
     * Wait that an upstream asks for after a failure (`Retry-After`), in milliseconds: at least 0, and 0 for other steps. It is never
     * shortened: a ban may last days.
     */
    readonly retry_after_ms: BigInt64Array | Float64Array | readonly (number | bigint)[] | number | bigint;
  }

  /** Columns that `feeds.schedule` answers. */
  export interface ScheduleColumns extends Columns {
    /** Action now: `wait` or `start`. */
    readonly action: Words<ScheduleAction>;
    /** Instant at which to tick again, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly next_ms: BigInt64Array;
    /** Number of failures in a row. [from 0] */
    readonly failures: BigInt64Array;
  }

  /** One event of `feeds.schedule`. */
  export interface ScheduleEvent extends Columns {
    /** Instant of the step, in Unix milliseconds: not before the event before. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** Step: `tick` (time passes), `succeeded` (the call that was started has been answered) or `failed`. */
    readonly step: ScheduleStep;
    /**
     * Wait that an upstream asks for after a failure (`Retry-After`), in milliseconds: at least 0, and 0 for other steps. It is never
     * shortened: a ban may last days.
     */
    readonly retry_after_ms: number | bigint;
  }

  /** One output of `feeds.schedule`. */
  export interface ScheduleRow extends Columns {
    /** Action now: `wait` or `start`. */
    readonly action: ScheduleAction;
    /** Instant at which to tick again, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly next_ms: bigint;
    /** Number of failures in a row. [from 0] */
    readonly failures: bigint;
  }

  /** The operations of `feeds`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /**
     * The HTTP request that asks an upstream: method, address, headers, body. Nothing is sent.
     *
     * `access` carries the caller's key to the one host it belongs to; `for_log` is the address with the key masked.
     *
     * @example
     * ```ts
     * const answer = feeds.request({
     *  ask: { coingecko: { simple_price: { coin: "bitcoin", quote_currency: "USD" } } },
     *  access: { coingecko_demo: "CG-example" },
     * });
     * ```
     */
    request(request: FeedRequest): HttpRequest;
    /**
     * What an upstream answered, as market data in the family's units: TH/s, fractions, milliseconds, coins, satoshis.
     *
     * `ask` is the question that was asked, `body` the answer as it came, `received_ms` when. What cannot be is refused with its
     * path in the payload (`body.result[3].mark_price`), what is hard to believe is listed as `suspicious`, what the upstream
     * refuses is `feeds.rate_limit.out_of_range`, `feeds.later.none`, `feeds.method.unsupported` (not served here), `feeds.key.unsupported`,
     * `feeds.instrument.unknown`, `feeds.request.unsupported` or `feeds.upstream.none`. With another `status` (of HTTP) than that of
     * success there is no data, whatever the body says.
     *
     * @example
     * ```ts
     * const answer = feeds.parse({
     *  ask: { binance: { candles: { market: "spot", instrument: "BTCUSDT", quote_currency: "USDT", interval_ms: 3600000 } } },
     *  body: "[[1780725600000,\"60910.01\",\"60999.90\",\"60800.10\",\"60850.00\",\"812.25\",1780729199999,\"49470000.1\",91000,\"400.1\",\"24000000.5\",\"0\"]]",
     *  received_ms: 1780730885000,
     * });
     * ```
     */
    parse(request: ParseRequest): ParseReport;
    /**
     * What an answer without data asks of the caller, whoever was asked: a kind out of a closed list (`rate_limited`, `later`,
     * `not_from_here`, `key`, `unknown_instrument`, `bad_request`, `other`), the upstream's words, and the wait it asks for.
     * A `status` or `retry_after` that cannot be read is listed as `suspicious` and costs nothing else.
     *
     * @example
     * ```ts
     * const answer = feeds.refusal({
     *  body: "{\"code\":-1003,\"msg\":\"Way too much request weight used; IP banned until 1780990085000.\"}",
     *  received_ms: 1780730885000,
     *  status: 418,
     *  retry_after: "259200",
     * });
     * ```
     */
    refusal(request: RefusalRequest): RefusalReport;
    /**
     * Lines of an account statement as an exchange lets its users download it (Kraken's ledger), for a treasury's ledger: deposits, trades,
     * withdrawals, rewards, fees. A line that cannot be is left out and told, one of an unknown kind kept and told.
     *
     * @example
     * ```ts
     * const answer = feeds.readStatement({
     *  format: "kraken_ledger",
     *  text: "\"txid\",\"refid\",\"time\",\"type\",\"subtype\",\"aclass\",\"asset\",\"amount\",\"fee\",\"balance\"\n\"L1\",\"T1\",\"2026-06-01 10:00:00\",\"trade\",\"\",\"currency\",\"ZUSD\",-30000.0000,48.0000,1952.0000\n\"L2\",\"T1\",\"2026-06-01 10:00:00\",\"trade\",\"\",\"currency\",\"XXBT\",0.5000000000,0.0000000000,0.5000000000\n",
     * });
     * ```
     */
    readStatement(request: StatementRequest): StatementReport;
    /**
     * Prices of a settlement point out of a file of the grid (ERCOT, real time or day ahead), as the series that a tariff takes. The hour that
     * the clock repeats in November is told by its flag, a gap is refused.
     *
     * @example
     * ```ts
     * const answer = feeds.readSettlement({
     *  format: "ercot_settlement_point",
     *  text: "DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag\n11/01/2026,2,4,HB_WEST,HU,30,N\n11/01/2026,2,1,HB_WEST,HU,21.5,Y\n",
     *  point: "HB_WEST",
     * });
     * ```
     */
    readSettlement(request: SettlementRequest): SettlementReport;
    /**
     * One number out of several sources: the median (or the first) of the fresh readings that agree, by strict majority, and what
     * became of each reading. Where nothing is fresh it is the last good value, marked stale; nothing is ever made up.
     *
     * @example
     * ```ts
     * const answer = feeds.reconcile({
     *  now_ms: 1780730885000,
     *  max_age_ms: 900000,
     *  tolerance: { relative: 0.05 },
     *  method: "median",
     *  readings: [{ source: "coingecko", time_ms: 1780730870000, value: 60823.2 }, { source: "coinbase", time_ms: 1780730884000, value: 60790 }, { source: "ticker", time_ms: 1780730885000, value: 608.2 }],
     * });
     * ```
     */
    reconcile(request: ReconcileRequest): ReconcileReport;
    /**
     * Points of a history that stay: at most so many of each closed day (the first, the last, and those nearest to even spacing),
     * all of the running day, none that is too old. Answers indices.
     *
     * @example
     * ```ts
     * const answer = feeds.retain({
     *  time_ms: [1780617600000, 1780628400000, 1780639200000, 1780650000000, 1780704000000],
     *  now_ms: 1780730885000,
     *  points_per_day: 3,
     *  utc_offset_min: 0,
     * });
     * ```
     */
    retain(request: RetainRequest): RetainReport;
    /**
     * An alert that fires once when a value reaches a threshold, and not again before it has come back by the hysteresis.
     *
     * @example
     * ```ts
     * const stream = feeds.alert({ side: "below", threshold: 60000, hysteresis: 500 });
     * const columns = stream.updateMany({ time_ms: [1780730885000, 1780731785000, 1780732685000], value: [60200, 59900, 60501] });
     * stream.free();
     * ```
     */
    alert(params: AlertParams, state?: Uint8Array): Stream<AlertEvent, AlertRow, AlertInput, AlertColumns>;
    /**
     * Number of points missing before each point, for points that should be an interval apart.
     *
     * @example
     * ```ts
     * const stream = feeds.gaps({ interval_ms: 3600000, slack_ms: 60000 });
     * const columns = stream.updateMany({ time_ms: [1780725600000, 1780729230000, 1780740000000] });
     * stream.free();
     * ```
     */
    gaps(params: GapsParams, state?: Uint8Array): Stream<GapsEvent, GapsRow, GapsInput, GapsColumns>;
    /**
     * Days out of points: a row is answered with the first point of a later day, and is NaN while its day is open.
     *
     * @example
     * ```ts
     * const stream = feeds.daily({ utc_offset_min: 0 });
     * const columns = stream.updateMany({ time_ms: [1780617600000, 1780650000000, 1780704000000], value: [61402.1, 61010.4, 60990] });
     * stream.free();
     * ```
     */
    daily(params: DailyParams, state?: Uint8Array): Stream<DailyEvent, DailyRow, DailyInput, DailyColumns>;
    /**
     * Whether a cached answer may be served and whether to ask the upstream: fresh while younger than the TTL (RFC 9111), stale for
     * some time while the upstream fails (stale-if-error, RFC 5861), then nothing.
     *
     * @example
     * ```ts
     * const stream = feeds.freshness({ ttl_ms: 900000, stale_if_error_ms: 3600000 });
     * const columns = stream.updateMany({
     *  time_ms: [1780730885000, 1780730900000, 1780731800000, 1780731802000, 1780735400000],
     *  step: ["stored", "asked", "asked", "failed", "asked"],
     * });
     * stream.free();
     * ```
     */
    freshness(params: FreshnessParams, state?: Uint8Array): Stream<FreshnessEvent, FreshnessRow, FreshnessInput, FreshnessColumns>;
    /**
     * When to ask an upstream: on a grid of intervals, put off by a jitter, later after failures, one call at a time.
     *
     * @example
     * ```ts
     * const stream = feeds.schedule({ interval_ms: 900000, jitter: 0.1, backoff_ms: 5000, max_backoff_ms: 600000, timeout_ms: 30000, seed: "1" });
     * const columns = stream.updateMany({
     *  time_ms: [1780730885000, 1780730886000, 1780730946000, 1780730947000],
     *  step: ["tick", "failed", "tick", "succeeded"],
     *  retry_after_ms: [0, 60000, 0, 0],
     * });
     * stream.free();
     * ```
     */
    schedule(params: ScheduleParams, state?: Uint8Array): Stream<ScheduleEvent, ScheduleRow, ScheduleInput, ScheduleColumns>;
    /** The one bars of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    bars(report: ParseReport, name?: string): market.Bars;
    /** The one bar of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    bar(report: ParseReport, name?: string): market.Bar;
    /** The one quote of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    quote(report: ParseReport, name?: string): market.Quote;
    /** The one quotes of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    quotes(report: ParseReport, name?: string): market.Quotes;
    /** The one order book of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    orderBook(report: ParseReport, name?: string): market.OrderBook;
    /** The one mark point of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    markPoint(report: ParseReport, name?: string): market.MarkPoint;
    /** The one funding of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    funding(report: ParseReport, name?: string): market.Funding;
    /** The one funding history of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    fundingHistory(report: ParseReport, name?: string): market.FundingHistory;
    /** The one open interest of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    openInterest(report: ParseReport, name?: string): market.OpenInterest;
    /** The one open interest history of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    openInterestHistory(report: ParseReport, name?: string): market.OpenInterestHistory;
    /** The one option quote of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    optionQuote(report: ParseReport, name?: string): market.OptionQuote;
    /** The one option chain of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    optionChain(report: ParseReport, name?: string): market.OptionChain;
    /** The one tier table of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    tierTable(report: ParseReport, name?: string): market.TierTable;
    /** The one block stats of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    blockStats(report: ParseReport, name?: string): market.BlockStats;
    /** The one series of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    series(report: ParseReport, name?: string): market.Series;
    /** The one difficulty of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    difficulty(report: ParseReport, name?: string): number;
    /** The one hashrate of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    hashrate(report: ParseReport, name?: string): number;
    /** The one height of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    height(report: ParseReport, name?: string): number;
    /** The one fees per block of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin. */
    feesPerBlock(report: ParseReport, name?: string): number;
  }
}

/** Where an answer holds what, by kind. */
const held: Readonly<Record<string, readonly string[]>> = {
  bars: ["binance.candles/closed", "bybit.candles/closed", "coinbase.exchange_candles/closed", "coinbase.advanced_candles/closed", "coingecko.ohlc/closed", "deribit.candles/closed", "okx.candles/closed"],
  bar: ["binance.candles/forming", "bybit.candles/forming", "coinbase.exchange_candles/forming", "coinbase.advanced_candles/forming", "coingecko.ohlc/forming", "deribit.candles/forming", "okx.candles/forming"],
  quote: ["binance.ticker/quote", "bybit.ticker/ticker.quote", "blockchain_info.stats/price", "blockchain_info.ticker/quotes[]", "coinbase.exchange_ticker/quote", "coinbase.advanced_product/quote", "coinbase.spot_price", "coingecko.simple_price/price", "coinwarz.profitability/coins[].price", "coinwarz.coin_information/price", "deribit.perpetual_ticker/quote", "deribit.pair_ticker", "deribit.book_summary/futures[].quote", "deribit.book_summary/pairs[]", "deribit.index_price", "mempool_space.prices/quotes[]", "okx.ticker/quote"],
  quotes: ["coingecko.market_chart/prices"],
  order_book: ["binance.depth", "bybit.book", "coinbase.exchange_book", "coinbase.advanced_book", "deribit.order_book", "okx.book"],
  mark_point: ["binance.premium_index/mark", "bybit.ticker/mark", "deribit.perpetual_ticker/mark", "deribit.book_summary/futures[].mark"],
  funding: ["binance.premium_index/next_funding", "bybit.ticker/next_funding", "okx.funding_rate"],
  funding_history: ["binance.funding_history", "bybit.funding_history", "deribit.funding_history/funding", "okx.funding_history"],
  open_interest: ["binance.open_interest", "bybit.ticker/open_interest", "deribit.perpetual_ticker/open_interest", "deribit.book_summary/futures[].open_interest", "okx.open_interest"],
  open_interest_history: ["binance.open_interest_history", "bybit.open_interest_history"],
  option_quote: ["deribit.option_ticker"],
  option_chain: ["deribit.book_summary/option_chains[]"],
  tier_table: ["binance.leverage_brackets", "bybit.risk_limits"],
  block_stats: ["bitcoin_rpc.block_stats/block"],
  series: ["alternative_me.fear_and_greed/index", "blockchain_info.chart.hashrate_ths", "blockchain_info.chart.difficulty", "blockchain_info.chart.miner_revenue_usd", "blockchain_info.chart.price_usd", "blockchain_info.chart.fees_btc", "coingecko.market_chart/market_cap", "coingecko.market_chart/volume_24h", "deribit.funding_history/index", "deribit.volatility_index/open", "deribit.volatility_index/high", "deribit.volatility_index/low", "deribit.volatility_index/close", "mempool_space.hashrate_history/hashrate_ths", "mempool_space.hashrate_history/difficulty", "mempool_space.difficulty_adjustments/difficulty"],
  difficulty: ["bitcoin_rpc.blockchain_info/difficulty", "bitcoin_rpc.mining_info/difficulty", "blockchain_info.stats/difficulty", "blockchain_info.query.difficulty", "coinwarz.profitability/coins[].difficulty", "coinwarz.coin_information/difficulty", "mempool_space.hashrate_history/current_difficulty"],
  hashrate: ["bitcoin_rpc.mining_info/hashrate_ths", "bitcoin_rpc.network_hashps/hashrate_ths", "blockchain_info.stats/hashrate_ths", "blockchain_info.query.hashrate_ths", "mempool_space.hashrate_history/current_hashrate_ths"],
  height: ["bitcoin_rpc.blockchain_info/height", "bitcoin_rpc.mining_info/height", "blockchain_info.stats/height", "blockchain_info.query.height", "coinwarz.profitability/coins[].height", "coinwarz.coin_information/height"],
  fees_per_block: ["blockchain_info.stats/fees_per_block_sat", "mempool_space.reward_stats/fees_per_block_sat"],
};

/** Operations of the domain. */
export const feeds: feeds.Operations = {
  request: (request) => document("feeds.request", request),
  parse: (request) => document("feeds.parse", request),
  refusal: (request) => document("feeds.refusal", request),
  readStatement: (request) => document("feeds.read_statement", request),
  readSettlement: (request) => document("feeds.read_settlement", request),
  reconcile: (request) => document("feeds.reconcile", request),
  retain: (request) => document("feeds.retain", request),
  alert: (params, state) => new Stream("feeds.alert", [["time_ms", "i64"], ["value", "f64"]], ["state"], params, state),
  gaps: (params, state) => new Stream("feeds.gaps", [["time_ms", "i64"]], ["missing"], params, state),
  daily: (params, state) => new Stream("feeds.daily", [["time_ms", "i64"], ["value", "f64"]], ["state", "unix_day", "first", "high", "low", "last", "mean", "points", "empty_days_after"], params, state),
  freshness: (params, state) => new Stream("feeds.freshness", [["time_ms", "i64"], ["step", ["asked", "stored", "failed"]]], ["serve", "age_ms", "action"], params, state),
  schedule: (params, state) => new Stream("feeds.schedule", [["time_ms", "i64"], ["step", ["tick", "succeeded", "failed"]], ["retry_after_ms", "i64"]], ["action", "next_ms", "failures"], params, state),
  bars: (report, name) => heldValue(report.data, held, "bars", name),
  bar: (report, name) => heldValue(report.data, held, "bar", name),
  quote: (report, name) => heldValue(report.data, held, "quote", name),
  quotes: (report, name) => heldValue(report.data, held, "quotes", name),
  orderBook: (report, name) => heldValue(report.data, held, "order_book", name),
  markPoint: (report, name) => heldValue(report.data, held, "mark_point", name),
  funding: (report, name) => heldValue(report.data, held, "funding", name),
  fundingHistory: (report, name) => heldValue(report.data, held, "funding_history", name),
  openInterest: (report, name) => heldValue(report.data, held, "open_interest", name),
  openInterestHistory: (report, name) => heldValue(report.data, held, "open_interest_history", name),
  optionQuote: (report, name) => heldValue(report.data, held, "option_quote", name),
  optionChain: (report, name) => heldValue(report.data, held, "option_chain", name),
  tierTable: (report, name) => heldValue(report.data, held, "tier_table", name),
  blockStats: (report, name) => heldValue(report.data, held, "block_stats", name),
  series: (report, name) => heldValue(report.data, held, "series", name),
  difficulty: (report, name) => heldValue(report.data, held, "difficulty", name),
  hashrate: (report, name) => heldValue(report.data, held, "hashrate", name),
  height: (report, name) => heldValue(report.data, held, "height", name),
  feesPerBlock: (report, name) => heldValue(report.data, held, "fees_per_block", name),
};
