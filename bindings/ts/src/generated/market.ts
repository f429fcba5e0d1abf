// Generated from the operation table by `cargo xtask gen`.

import type { units } from "./units.js";

/** Types that several domains share. */
export declare namespace market {
  /**
   * A venue's whole margin table as columns, smallest positions first: from notional 0, without gap and overlap, with a continuous
   * maintenance margin.
   */
  export interface TierTable {
    /** Exchange or service that published the margin table. */
    readonly source: string;
    /** Contract the margin table belongs to, in the words of its source. */
    readonly instrument: string;
    /** Currency of notionals and deductions; the coin itself for inverse contracts. */
    readonly margin_currency: string;
    /** Instant at which the margin table held, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Least notionals of the tiers, in margin currency. */
    readonly notional_floor: readonly (number)[];
    /** Greatest notionals of the tiers, in margin currency. */
    readonly notional_cap: readonly (number)[];
    /** Maintenance margin rates of the tiers as fractions of the notional: above 0, at most 1. */
    readonly maintenance_rate: readonly (number)[];
    /** Deductions from the maintenance margin, in margin currency. */
    readonly deduction: readonly (number)[];
    /** Greatest leverages at which positions of each tier's size can be opened: at least 1. */
    readonly max_leverage: readonly (number)[];
  }

  /**
   * The right to buy, or the right to sell.
   * - `call`: The right to buy.
   * - `put`: The right to sell.
   */
  export type OptionKind =
    | "call"
    | "put";

  /**
   * Terms, prices and implied volatilities of a European option at one instant. Strike and underlying are in the quote currency, bid, ask
   * and mark in the premium currency; volatilities are fractions per square root of a year.
   */
  export interface OptionQuote {
    /** Exchange or service that published the quote. */
    readonly source: string;
    /** Currency of strike and underlying. */
    readonly quote_currency: string;
    /** Currency of bid, ask and mark; the coin itself for inverse options. */
    readonly premium_currency: string;
    /** Option that is quoted, in the words of its source. */
    readonly instrument: string;
    /** Instant of the quote, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Instant of the option's expiry, in Unix milliseconds: after `time_ms`. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly expiry_ms: number;
    /** Strike, the price at which the option can be exercised, in quote currency per unit of base. */
    readonly strike: number;
    /** Kind of the option: call or put. */
    readonly kind: OptionKind;
    /** Forward price of the underlying for the option's expiry, in quote currency per unit of base. */
    readonly underlying: number;
    /** Premium that the best buyer pays, in premium currency. Absent: nobody buys. Sources that write 0 mean nobody. */
    readonly bid?: number | undefined;
    /** Premium that the best seller asks, in premium currency. Absent: nobody sells. */
    readonly ask?: number | undefined;
    /** Mark, the venue's own value of the option, in premium currency. */
    readonly mark?: number | undefined;
    /** Implied volatility of the bid, per square root of a year (a fraction). */
    readonly bid_iv?: number | undefined;
    /** Implied volatility of the ask, per square root of a year (a fraction). */
    readonly ask_iv?: number | undefined;
    /** Implied volatility of the mark, per square root of a year (a fraction). */
    readonly mark_iv?: number | undefined;
    /** Open interest in units of base. */
    readonly open_interest_base?: number | undefined;
  }

  /**
   * Options with the same currencies from one source, sorted by expiry, then strike, call before put; no two alike.
   *
   * A chain is a list of rows and not columns, because nearly every field of an option can be absent by itself.
   */
  export interface OptionChain {
    /** Quotes of the options, sorted by expiry, then strike, call before put. */
    readonly quotes: readonly (OptionQuote)[];
  }

  /** History of one quantity from one source as columns, oldest first, in the unit that the name of the field around it says. */
  export interface Series {
    /** Exchange, node or service that published the numbers. */
    readonly source: string;
    /** Instants at which the numbers held, in Unix milliseconds. */
    readonly time_ms: readonly (number)[];
    /** Numbers of any sign, in the unit that the name of the field around them says. */
    readonly value: readonly (number)[];
  }

  /** Bars of one instrument and interval as columns, oldest first. Intervals never overlap; gaps are allowed. */
  export interface Bars {
    /** Exchange or service that published the bars. */
    readonly source: string;
    /** Instrument that traded, in the words of its source. */
    readonly instrument: string;
    /** Currency of the prices. */
    readonly quote_currency: string;
    /** Length of each bar's interval, in milliseconds; 2629746000 is a month of the calendar, from the first to the first (UTC). [ms, from 1 to 31622400000] */
    readonly interval_ms: number;
    /** Starts of the intervals, inclusive, in Unix milliseconds. */
    readonly open_time_ms: readonly (number)[];
    /** First prices of the intervals, in quote currency per unit of base. */
    readonly open: readonly (number)[];
    /** Highest prices of the intervals, in quote currency per unit of base. */
    readonly high: readonly (number)[];
    /** Lowest prices of the intervals, in quote currency per unit of base. */
    readonly low: readonly (number)[];
    /** Last prices of the intervals, in quote currency per unit of base. */
    readonly close: readonly (number)[];
    /** Volumes traded, in units of base, for all bars or for none. Absent: the source does not count them. */
    readonly volume_base?: readonly (number)[] | undefined;
  }

  /** Open, high, low, close and volume of an instrument in one interval: `low <= open, close <= high`. */
  export interface Bar {
    /** Exchange or service that published the bar. */
    readonly source: string;
    /** Instrument that traded, in the words of its source. */
    readonly instrument: string;
    /** Currency of the prices. */
    readonly quote_currency: string;
    /** Length of the bar's interval, in milliseconds; 2629746000 is a month of the calendar, from the first to the first (UTC). [ms, from 1 to 31622400000] */
    readonly interval_ms: number;
    /**
     * Start of the bar's interval, inclusive, in Unix milliseconds. Where a source stamps bars with the close, its parser subtracts the
     * interval. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999]
     */
    readonly open_time_ms: number;
    /** First price of the interval, in quote currency per unit of base. */
    readonly open: number;
    /** Highest price of the interval, in quote currency per unit of base. */
    readonly high: number;
    /** Lowest price of the interval, in quote currency per unit of base. */
    readonly low: number;
    /** Last price of the interval, in quote currency per unit of base. */
    readonly close: number;
    /** Volume traded in the interval, in units of base: 0 means that nothing traded. Absent: the source does not count it. */
    readonly volume_base?: number;
  }

  /** One side of a book as columns, best price first. */
  export interface Levels {
    /** Prices of the levels, in quote currency per unit of base, each once. */
    readonly price: readonly (number)[];
    /** Sizes offered at each price, in units of base: above 0. */
    readonly size_base: readonly (number)[];
  }

  /** Levels of a book at one instant: bids fall, asks rise, and the best bid is at most the best ask. */
  export interface OrderBook {
    /** Exchange or service that published the book. */
    readonly source: string;
    /** Instrument that is bought and sold, in the words of its source. */
    readonly instrument: string;
    /** Currency of the prices. */
    readonly quote_currency: string;
    /** Instant of the book, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Levels at which buyers buy, highest price first. */
    readonly bids: Levels;
    /** Levels at which sellers sell, lowest price first. */
    readonly asks: Levels;
  }

  /** Best bid, best ask and last price of an instrument at one instant: at least one of the three, and `bid <= ask`. */
  export interface Quote {
    /** Exchange or service that published the quote. */
    readonly source: string;
    /** Instrument that is quoted, in the words of its source. */
    readonly instrument: string;
    /** Currency of the prices. */
    readonly quote_currency: string;
    /** Instant of the quote, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Price that the best buyer pays, in quote currency per unit of base. */
    readonly bid?: number;
    /** Price that the best seller asks, in quote currency per unit of base. */
    readonly ask?: number;
    /** Price of the last trade, or of the index where the source is one, in quote currency per unit of base. */
    readonly last_price?: number;
  }

  /** Mark price of a contract at one instant: the price at which its venue liquidates. */
  export interface MarkPoint {
    /** Exchange or service that published the mark price. */
    readonly source: string;
    /** Contract that is marked, in the words of its source. */
    readonly instrument: string;
    /** Currency of the prices. */
    readonly quote_currency: string;
    /** Instant of the mark price, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Mark price, in quote currency per unit of base. */
    readonly mark: number;
    /** Price of the spot index that the mark follows, in quote currency per unit of base. */
    readonly index?: number;
  }

  /** One funding payment of a perpetual contract: longs pay shorts where the rate is positive, shorts pay longs where it is negative. */
  export interface Funding {
    /** Exchange or service that published the rate. */
    readonly source: string;
    /** Contract the rate belongs to, in the words of its source. */
    readonly instrument: string;
    /** Interval from one payment to the next, in milliseconds: mostly 8 h, some 1 h or 4 h. [ms, from 1 to 31622400000] */
    readonly interval_ms: number;
    /** Instant of the payment, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Rate of one payment as a fraction of the notional: -1 to 1. */
    readonly rate_per_interval: number;
  }

  /** Funding payments of one contract as columns, oldest first. */
  export interface FundingHistory {
    /** Exchange or service that published the rates. */
    readonly source: string;
    /** Contract the rates belong to, in the words of its source. */
    readonly instrument: string;
    /** Interval from one payment to the next, in milliseconds. [ms, from 1 to 31622400000] */
    readonly interval_ms: number;
    /** Instants of the payments, in Unix milliseconds. */
    readonly time_ms: readonly (number)[];
    /** Rates of each payment as fractions of the notional: -1 to 1. */
    readonly rate_per_interval: readonly (number)[];
  }

  /** Open interest at one instant, each contract counted once: in coins, in US dollars, or both. */
  export interface OpenInterest {
    /** Exchange or service that published the open interest. */
    readonly source: string;
    /** Contract whose open interest is counted, in the words of its source. */
    readonly instrument: string;
    /** Instant of the count, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Open interest in units of base, that is in coins. */
    readonly open_base?: number;
    /** Notional of the open interest, in US dollars. */
    readonly open_usd?: number;
  }

  /** Open interest of one instrument as columns, oldest first. */
  export interface OpenInterestHistory {
    /** Exchange or service that published the open interest. */
    readonly source: string;
    /** Contract whose open interest is counted, in the words of its source. */
    readonly instrument: string;
    /** Instants of the counts, in Unix milliseconds. */
    readonly time_ms: readonly (number)[];
    /** Open interest in units of base, that is in coins, for all instants or for none. */
    readonly open_base?: readonly (number)[] | undefined;
    /** Notionals of the open interest, in US dollars, for all instants or for none. */
    readonly open_usd?: readonly (number)[] | undefined;
  }

  /** Payment of one block to its miner, and how full the block was. */
  export interface BlockStats {
    /** Node or service that published the block's figures. */
    readonly source: string;
    /** Height of the block. [blocks, from 0 to 4294967295] */
    readonly height: number;
    /** Time in the block's header, in Unix seconds, from 2009-01-03 on. Header times are not monotonic. [from 0] */
    readonly time_s: number;
    /** Subsidy, the new coins of the block, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: number;
    /** Sum of the block's transaction fees, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly fees_sat: number;
    /** Difficulty of the block. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty?: number;
    /** Number of the block's transactions, the coinbase included: at least 1. [from 0] */
    readonly transactions?: number;
    /** Weight of the block in weight units: at most 4,000,000. [from 0] */
    readonly weight?: number;
  }

  /** Quotes of one instrument as columns, oldest first. */
  export interface Quotes {
    /** Exchange or service that published the quotes. */
    readonly source: string;
    /** Instrument that is quoted, in the words of its source. */
    readonly instrument: string;
    /** Currency of the prices. */
    readonly quote_currency: string;
    /** Instants of the quotes, in Unix milliseconds. */
    readonly time_ms: readonly (number)[];
    /** Prices that the best buyer pays, in quote currency per unit of base, for all instants or for none. */
    readonly bid?: readonly (number)[];
    /** Prices that the best seller asks, in quote currency per unit of base, for all instants or for none. */
    readonly ask?: readonly (number)[];
    /**
     * Prices of the last trade, or of the index where the source is one, in quote currency per unit of base, for all instants or for
     * none.
     */
    readonly last_price?: readonly (number)[];
  }

  /**
   * Kind of a line, as its statement calls it.
   * - `trade`: One leg of a trade: its other legs have the same reference.
   * - `deposit`: Coins or cash from outside.
   * - `withdrawal`: Coins or cash that left the account.
   * - `fee`: A fee by itself.
   * - `reward`: A payout of a mining pool, or another reward.
   * - `interest`: Interest: received where the amount is positive, paid where it is negative.
   * - `other`: Anything else: a move inside the account, an adjustment, a line that the reader does not know.
   */
  export type LedgerRowKind =
    | "trade"
    | "deposit"
    | "withdrawal"
    | "fee"
    | "reward"
    | "interest"
    | "other";

  /** One line of an account statement: an amount of one asset came or went. */
  export interface LedgerRow {
    /** Exchange, pool or wallet whose statement it is. */
    readonly source: string;
    /** Instant of the line, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Kind of the line, as the statement calls it. */
    readonly kind: LedgerRowKind;
    /** Asset that came or went: a coin or a currency, as BTC or USD. */
    readonly asset: string;
    /** Amount that came or, negative, went, in the asset, before the fee. (decimal text) */
    readonly amount: string;
    /** Fee that went in addition, in the asset, 0 or more. Absent: the statement has none. (decimal text) */
    readonly fee?: string | undefined;
    /** Reference that lines of one trade or transfer share: the number of a trade, or the hash of a transaction. */
    readonly reference: string;
    /** Fair value of the amount, where the statement has one. */
    readonly value?: units.Money | undefined;
  }

  /** A price for every 5, 15, 30 or 60 minutes of a span. */
  export interface PowerPrices {
    /** Beginning of the first interval, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number;
    /** Length of the intervals in minutes: 5, 15, 30 or 60. [from 0] */
    readonly interval_minutes: number;
    /** Prices in USD/kWh, one per interval. */
    readonly usd_per_kwh: readonly (number)[];
  }
}
