// Generated from the operation table by `cargo xtask gen`.

import { type Columns, Job, type JobOptions, Stream, type Words, document, runColumns, runJob } from "../core.js";
import type { market } from "./market.js";
import type { units } from "./units.js";

/** Types of the domain. */
export declare namespace treasury {
  /** The price falls, evenly in its logarithm, and stays where it has fallen. */
  export interface StressPriceFall {
    /** Part of the price that is lost: 0.6 for a fall of 60 %; below 1. [from 0.0 to 1.0] */
    readonly fraction: number;
    /** Days from the start until it has fallen. [d, above 0.0 to 1000000.0] */
    readonly days: number;
  }

  /** The subsidy halves: from this period on half as many coins are mined. */
  export interface StressHalving {
    /** Number of the period, counted from 1. [from 0] */
    readonly period: number;
  }

  /** The difficulty rises at the start, and stays. */
  export interface StressDifficultyRise {
    /** Rise as a part of the difficulty: 0.2 for 20 %. [from 0.0 to 1000000000000.0] */
    readonly rise: number;
  }

  /** Power costs so many times as much. */
  export interface StressPowerCost {
    /** Factor of the cost of power: 2 for twice as much. [from 0.0 to 1000000000000.0] */
    readonly factor: number;
  }

  /** The loan is called: it is repaid at the end of this period. */
  export interface StressLoanRecall {
    /** Number of the period, counted from 1. [from 0] */
    readonly period: number;
  }

  /**
   * One turn of the world. What a stress does not name stays as it is.
   * - `calm`: Nothing turns: what the others are compared with.
   * - `price_fall`: The price falls, evenly in its logarithm, and stays where it has fallen.
   * - `halving`: The subsidy halves: from this period on half as many coins are mined.
   * - `difficulty_rise`: The difficulty rises at the start, and stays.
   * - `power_cost`: Power costs so many times as much.
   * - `loan_recall`: The loan is called: it is repaid at the end of this period.
   */
  export type Stress =
    | "calm"
    | { readonly price_fall: StressPriceFall }
    | { readonly halving: StressHalving }
    | { readonly difficulty_rise: StressDifficultyRise }
    | { readonly power_cost: StressPowerCost }
    | { readonly loan_recall: StressLoanRecall };

  /**
   * Method that says which coins a disposal takes.
   * - `fifo`: First in, first out.
   * - `lifo`: Last in, first out.
   * - `hifo`: Highest cost of a coin first; of equal ones the oldest.
   * - `lofo`: Lowest cost of a coin first; of equal ones the oldest.
   * - `average`: The average cost of the pool, which keeps quantity and total cost.
   * - `specific_identification`: The lots that each disposal names, no later than it happens.
   * - `united_kingdom`: Individuals in the United Kingdom: the same day, then the following 30 days, then the section 104 pool.
   */
  export type Method =
    | "fifo"
    | "lifo"
    | "hifo"
    | "lofo"
    | "average"
    | "specific_identification"
    | "united_kingdom";

  /** A change of a zone's offset from UTC. */
  export interface ClockChange {
    /** Instant of the change, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Offset from then on, in minutes east of UTC. [min, from -1080 to 1080] */
    readonly utc_offset_min: number;
  }

  /** A time zone as a list of the offsets that its clocks have had, which the caller takes from a time zone database. */
  export interface Zone {
    /** Name of the time zone, as in the IANA database. */
    readonly name: string;
    /** Offset before the first change, in minutes east of UTC: a name is no offset. [min, from -1080 to 1080] */
    readonly utc_offset_min: number;
    /** Changes of the offset, oldest first. Empty: the offset never changes. [[] where absent] */
    readonly changes?: readonly (ClockChange)[] | undefined;
  }

  /**
   * Holding period of a long-term gain.
   * - `more_than_one_year`: More than one year, by the calendar, counted from the day after the acquisition (United States, Rev. Rul. 66-7).
   * - `days`: At least so many days.
   * - `never`: The law knows no such gain.
   */
  export type LongTerm =
    | "more_than_one_year"
    | { readonly days: number }
    | "never";

  /**
   * Treatment of fees of purchases and sales.
   * - `in_the_trade`: A fee adds to the cost of a purchase and reduces the proceeds of a sale. A fee in coins leaves with the coins sold, and the proceeds spread over both.
   * - `expense`: A fee is an expense. A fee in coins is disposed of at the price of the sale, or costs its share of the purchase.
   * - `separate_disposal`: As in the trade; but a fee in coins of a sale is a disposal of its own at the price of the sale, and this value reduces the proceeds.
   */
  export type FeePolicy =
    | "in_the_trade"
    | "expense"
    | "separate_disposal";

  /**
   * Treatment of fees in coins of transfers, and of fees in coins by themselves.
   * - `refuse`: An event with such a fee is refused.
   * - `taxable`: They are disposals at their fair value, which is an expense.
   * - `at_cost`: Their cost is an expense; there is no gain.
   */
  export type CoinFee =
    | "refuse"
    | "taxable"
    | "at_cost";

  /**
   * Treatment of a balance that would fall below zero.
   * - `refuse`: The event is refused.
   * - `allow`: The balance falls below zero.
   */
  export type Shortfall =
    | "refuse"
    | "allow";

  /**
   * Treatment of coins that leave a pool and are not in it.
   * - `refuse`: The event is refused.
   * - `zero_cost`: The missing coins count as put in by the owner with the event, at no cost.
   */
  export type MissingCoins =
    | "refuse"
    | "zero_cost";

  /** Rules of a ledger. What is not named here is refused when it happens. */
  export interface LedgerPolicy {
    /** Currency of all money in the ledger. */
    readonly currency: string;
    /** Method that says which coins a disposal takes. */
    readonly method: Method;
    /** Time zone whose civil dates count. [{"name":"UTC","utc_offset_min":0,"changes":[]} where absent] */
    readonly zone?: Zone | undefined;
    /** First civil day on which each wallet is a pool of its own. Absent: all wallets are one pool. */
    readonly per_wallet_from?: string | undefined;
    /** Holding period of a long-term gain. ["more_than_one_year" where absent] */
    readonly long_term?: LongTerm | undefined;
    /** Treatment of fees of purchases and sales. ["in_the_trade" where absent] */
    readonly fees?: FeePolicy | undefined;
    /** Treatment of fees in coins of transfers, and of fees in coins by themselves. ["refuse" where absent] */
    readonly coin_fee?: CoinFee | undefined;
    /** Treatment of an event after which cash would be below zero. ["refuse" where absent] */
    readonly cash_below_zero?: Shortfall | undefined;
    /** Treatment of an event after which a wallet would be below zero although the pool holds the coins. ["refuse" where absent] */
    readonly wallet_below_zero?: Shortfall | undefined;
    /** Treatment of an event by which more coins leave a pool than it holds. ["refuse" where absent] */
    readonly missing_coins?: MissingCoins | undefined;
  }

  /** A purchase of coins. */
  export interface Purchase {
    /** Coins bought before a fee in coins, in satoshis, above 0. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: number;
    /** Price of all coins bought, without fees. */
    readonly value: units.Money;
    /** Fee paid in cash. Absent: nothing. */
    readonly fee?: units.Money | undefined;
    /** Fee kept back from the coins bought, in satoshis, below `amount_sat`. [sat, from 0 to 2100000000000000; 0 where absent] */
    readonly fee_sat?: number | undefined;
    /** Number of the wallet that receives the coins. [from 0; 0 where absent] */
    readonly wallet?: number | undefined;
  }

  /** Coins received as income. */
  export interface Receipt {
    /** Coins received, in satoshis, above 0. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: number;
    /** Fair value of all coins at receipt: income, and their basis for tax. */
    readonly value: units.Money;
    /** Basis of all coins in the books, such as their cost of production. Absent: their fair value. */
    readonly book_value?: units.Money | undefined;
    /** Number of the wallet that receives the coins. [from 0; 0 where absent] */
    readonly wallet?: number | undefined;
  }

  /** Coins of one lot. */
  export interface LotPick {
    /** Number of the lot: that of the event that brought it, counted from 0. [from 0] */
    readonly lot: number;
    /** Coins taken from the lot, in satoshis, above 0. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: number;
  }

  /** A sale of coins. */
  export interface Sale {
    /** Coins sold without a fee in coins, in satoshis, above 0. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: number;
    /** Price of all coins sold, before fees. */
    readonly value: units.Money;
    /** Fee paid in cash. Absent: nothing. */
    readonly fee?: units.Money | undefined;
    /** Fee paid in coins on top of `amount_sat`, in satoshis, at most `amount_sat`. [sat, from 0 to 2100000000000000; 0 where absent] */
    readonly fee_sat?: number | undefined;
    /** Number of the wallet that the coins leave. [from 0; 0 where absent] */
    readonly wallet?: number | undefined;
    /** Lots that are sold, where the method is specific identification: together the coins sold and the fee in coins, taken in this order. [[] where absent] */
    readonly lots?: readonly (LotPick)[] | undefined;
    /** Instant at which the lots were identified, in Unix milliseconds UTC; not after the sale. Absent: with the sale. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly identified_ms?: number | undefined;
  }

  /** A move of coins between wallets of one owner. */
  export interface Transfer {
    /** Coins that arrive, in satoshis, above 0. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: number;
    /** Number of the wallet that the coins leave. [from 0] */
    readonly from_wallet: number;
    /** Number of the wallet that receives the coins. [from 0] */
    readonly to_wallet: number;
    /** Fee paid in coins on top of `amount_sat`, in satoshis. [sat, from 0 to 2100000000000000; 0 where absent] */
    readonly fee_sat?: number | undefined;
    /** Fair value of the fee in coins: needed where the policy taxes it. */
    readonly fee_value?: units.Money | undefined;
    /** Lots that move, where the method is specific identification and the pools are per wallet: together the coins and the fee. [[] where absent] */
    readonly lots?: readonly (LotPick)[] | undefined;
  }

  /** A fee by itself. */
  export interface FeePaid {
    /** Fee paid in cash, or fair value of the fee in coins. */
    readonly value: units.Money;
    /** Fee paid in coins, in satoshis. 0: it was paid in cash. [sat, from 0 to 2100000000000000; 0 where absent] */
    readonly amount_sat?: number | undefined;
    /** Number of the wallet that the coins leave. [from 0; 0 where absent] */
    readonly wallet?: number | undefined;
    /** Lots that pay the fee, where the method is specific identification. [[] where absent] */
    readonly lots?: readonly (LotPick)[] | undefined;
  }

  /** Coins lost or stolen. */
  export interface Loss {
    /** Coins lost, in satoshis, above 0. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: number;
    /** Number of the wallet that the coins left. [from 0; 0 where absent] */
    readonly wallet?: number | undefined;
    /** Lots that were lost, where the method is specific identification. [[] where absent] */
    readonly lots?: readonly (LotPick)[] | undefined;
  }

  /** Cash that came or went. */
  export interface Cash {
    /** Cash, above 0. */
    readonly value: units.Money;
  }

  /** Coins that the owner put in. */
  export interface Contribution {
    /** Coins put in, in satoshis, above 0. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: number;
    /** Cost that the owner carries over: the basis of all coins for tax. The contribution is counted with it. */
    readonly cost: units.Money;
    /** Basis of all coins in the books. Absent: `cost`. */
    readonly book_cost?: units.Money | undefined;
    /** Instant at which the owner acquired the coins, in Unix milliseconds UTC; not after the event. Absent: with the event. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly acquired_ms?: number | undefined;
    /** Number of the wallet that receives the coins. [from 0; 0 where absent] */
    readonly wallet?: number | undefined;
  }

  /** An observed price. */
  export interface Mark {
    /** Price of one bitcoin, at most 3 * 10^9 with at most 12 decimal places. */
    readonly price: units.Money;
  }

  /**
   * Entry of a ledger: the kind of an event with what belongs to it.
   * - `buy`: Coins were bought for cash.
   * - `mine`: Coins were mined, or received as income in another way: their fair value at receipt is income and becomes their tax basis.
   * - `sell`: Coins were sold for cash.
   * - `transfer`: Coins moved from one wallet to another of the same owner.
   * - `fee`: A fee was paid by itself, in cash or in coins.
   * - `lost`: Coins were lost or stolen: their cost is written off; in the United Kingdom they are disposed of for nothing.
   * - `income`: Cash was earned with something other than coins.
   * - `opex`: Cash was spent on running costs.
   * - `borrow`: Cash was borrowed.
   * - `repay`: A debt was paid back, without interest.
   * - `interest`: Interest on a debt was paid in cash.
   * - `deposit`: The owner put in cash.
   * - `withdraw`: The owner took out cash.
   * - `contribute`: The owner put in coins: the inventory at the beginning of a ledger, for one.
   * - `mark`: A price of bitcoin was observed.
   */
  export type Entry =
    | { readonly buy: Purchase }
    | { readonly mine: Receipt }
    | { readonly sell: Sale }
    | { readonly transfer: Transfer }
    | { readonly fee: FeePaid }
    | { readonly lost: Loss }
    | { readonly income: Cash }
    | { readonly opex: Cash }
    | { readonly borrow: Cash }
    | { readonly repay: Cash }
    | { readonly interest: Cash }
    | { readonly deposit: Cash }
    | { readonly withdraw: Cash }
    | { readonly contribute: Contribution }
    | { readonly mark: Mark };

  /** One event of a ledger. */
  export interface Event {
    /** Instant of the event, in Unix milliseconds UTC; not before the event that stands before it. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Entry of the event: its kind with what belongs to it. */
    readonly entry: Entry;
  }

  /** Coins of a wallet. */
  export interface WalletBalance {
    /** Number of the wallet. [from 0] */
    readonly wallet: number;
    /** Coins of the wallet, in satoshis; negative where the policy lets it fall below zero. [sat, from -2100000000000000 to 2100000000000000] */
    readonly amount_sat: number;
  }

  /** Coins of a lot that are still held. */
  export interface LotLine {
    /** Number of the event that brought the coins, counted from 0. Absent: an average, or the section 104 pool. [from 0] */
    readonly lot?: number;
    /** Number of the wallet whose pool holds the coins. Absent: all wallets are one pool. [from 0] */
    readonly wallet?: number;
    /** Civil day of the acquisition. Absent: various. */
    readonly acquired_date?: string;
    /** Coins that are held, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: number;
    /** Cost of the coins for tax, in the currency of the ledger. (decimal text) */
    readonly cost: string;
    /** Cost of the coins in the books, in the currency of the ledger. (decimal text) */
    readonly book_cost: string;
  }

  /**
   * Why coins left.
   * - `sale`: They were sold.
   * - `fee`: They paid a fee.
   * - `lost`: They were lost or stolen: no gain, but an expense at cost. In the United Kingdom a disposal for nothing, whose loss is realised, as a claim of negligible value makes it.
   */
  export type DisposalKind =
    | "sale"
    | "fee"
    | "lost";

  /**
   * By which rule coins were matched with a disposal.
   * - `lot`: A lot, by the order of the method or by name.
   * - `average`: The average of the pool.
   * - `same_day`: United Kingdom: acquired on the same day.
   * - `thirty_days`: United Kingdom: acquired in the 30 days that followed.
   * - `section_104_pool`: United Kingdom: the section 104 pool.
   */
  export type MatchRule =
    | "lot"
    | "average"
    | "same_day"
    | "thirty_days"
    | "section_104_pool";

  /**
   * Term of a gain.
   * - `short_term`: Held no longer than the holding period.
   * - `long_term`: Held longer than the holding period.
   * - `various`: The coins have no one date of acquisition, as they came out of an average, or the rules know no holding period.
   */
  export type Term =
    | "short_term"
    | "long_term"
    | "various";

  /** One line of the disposals: the columns of Form 8949, and what the gain was made of. */
  export interface Disposal {
    /** Number of the event that disposed of the coins, counted from 0. Absent: all disposals of the day count as one. [from 0] */
    readonly event?: number;
    /** Reason why the coins left; in the United Kingdom a sale where those of one day left for several reasons. */
    readonly kind: DisposalKind;
    /** Rule by which the coins were matched with the disposal. */
    readonly rule: MatchRule;
    /** Number of the wallet that the coins left. Absent: all disposals of the day count as one. [from 0] */
    readonly wallet?: number;
    /** Number of the event that brought the coins. Absent: they came out of an average or a day. [from 0] */
    readonly lot?: number;
    /** Coins of this line, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: number;
    /** Civil day of the acquisition. Absent: various. */
    readonly acquired_date?: string;
    /** Civil day of the disposal. */
    readonly disposed_date: string;
    /** Term of the gain. */
    readonly term: Term;
    /** Share of the proceeds, in the currency of the ledger. (decimal text) */
    readonly proceeds: string;
    /** Cost for tax, in the currency of the ledger. (decimal text) */
    readonly cost: string;
    /**
     * Gain for tax, proceeds less cost, in the currency of the ledger; 0 where the coins left at their cost, which is an expense. The gains of all
     * lines add up to what was realised. (decimal text)
     */
    readonly gain: string;
    /** Cost in the books, in the currency of the ledger. (decimal text) */
    readonly book_cost: string;
    /** Gain in the books, proceeds less cost in the books, in the currency of the ledger; 0 where the coins left at their cost. (decimal text) */
    readonly book_gain: string;
    /** Whether no later event can change the line: in the United Kingdom, whether 30 days have passed since the disposal. */
    readonly is_final: boolean;
  }

  /** Sums of a ledger at one basis, in its currency: `cash + cost - debt = contributions + realised + income - expenses`. */
  export interface TotalsLine {
    /** Cost of the coins that are held. (decimal text) */
    readonly cost: string;
    /** Owner's contributions less withdrawals; coins at their cost. (decimal text) */
    readonly contributions: string;
    /** Gains of the disposals that gained. (decimal text) */
    readonly realised_gains: string;
    /** Losses of the disposals that lost, positive. (decimal text) */
    readonly realised_losses: string;
    /** Realised gain of all disposals. (decimal text) */
    readonly realised: string;
    /** Income in coins and cash. (decimal text) */
    readonly income: string;
    /** Expenses: running costs, interest, fees that are expenses, and coins that left at their cost. (decimal text) */
    readonly expenses: string;
  }

  /** Value of the coins at an observed price, in the currency of the ledger. */
  export interface Market {
    /** Price of one bitcoin. (decimal text) */
    readonly price: string;
    /** Instant of the price, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly price_time_ms: number;
    /** Value of all coins, rounded half to even at 12 decimal places. (decimal text) */
    readonly market_value: string;
    /** Value of all coins less their cost for tax. (decimal text) */
    readonly unrealised_tax: string;
    /** Value of all coins less their cost in the books. (decimal text) */
    readonly unrealised_book: string;
    /** Cash and value of all coins, less debt. (decimal text) */
    readonly equity: string;
  }

  /** Result of `ledger`. */
  export interface LedgerReport {
    /** Currency of all money. */
    readonly currency: string;
    /** Coins of all wallets, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly balance_sat: number;
    /** Cash. (decimal text) */
    readonly cash: string;
    /** Debt, without interest. (decimal text) */
    readonly debt: string;
    /** Coins of each wallet that had any. */
    readonly wallets: readonly (WalletBalance)[];
    /** Lots that are held, in the order in which they leave. */
    readonly lots: readonly (LotLine)[];
    /** Disposals, one line per lot or rule that they were matched with. */
    readonly disposals: readonly (Disposal)[];
    /** Sums at the basis for tax. */
    readonly tax: TotalsLine;
    /** Sums at the basis of the books. */
    readonly book: TotalsLine;
    /** Value of the coins at the last observed price. Absent: no price was observed. */
    readonly market?: Market;
  }

  /**
   * Kind of the event of a row.
   * - `buy`: Coins were bought for cash: `amount_sat`, `value_micro`, `fee_micro`, `fee_sat`, `wallet`.
   * - `mine`: Coins were received as income: `amount_sat`, `value_micro`, `wallet`.
   * - `sell`: Coins were sold for cash: `amount_sat`, `value_micro`, `fee_micro`, `fee_sat`, `wallet`.
   * - `transfer`: Coins moved between wallets: `amount_sat`, `fee_sat`, the fair value of that fee as `value_micro`, `wallet`, `to_wallet`.
   * - `fee`: A fee was paid by itself: `value_micro`, and `amount_sat` and `wallet` where it was paid in coins.
   * - `lost`: Coins were lost: `amount_sat`, `wallet`.
   * - `income`: Cash was earned: `value_micro`.
   * - `opex`: Cash was spent on running costs: `value_micro`.
   * - `borrow`: Cash was borrowed: `value_micro`.
   * - `repay`: A debt was paid back: `value_micro`.
   * - `interest`: Interest was paid: `value_micro`.
   * - `deposit`: The owner put in cash: `value_micro`.
   * - `withdraw`: The owner took out cash: `value_micro`.
   * - `contribute`: The owner put in coins: `amount_sat`, their cost as `value_micro`, `wallet`.
   * - `mark`: A price of one bitcoin was observed: `value_micro`.
   */
  export type EventKind =
    | "buy"
    | "mine"
    | "sell"
    | "transfer"
    | "fee"
    | "lost"
    | "income"
    | "opex"
    | "borrow"
    | "repay"
    | "interest"
    | "deposit"
    | "withdraw"
    | "contribute"
    | "mark";

  /** Roll-forward of the coins' fair value over a period, in the currency of the ledger, at the basis of the books. */
  export interface RollForward {
    /** Currency of the money. */
    readonly currency: string;
    /** Fair value of the coins at the beginning. (decimal text) */
    readonly opening_fair_value: string;
    /** Purchases, at cost. (decimal text) */
    readonly purchases: string;
    /** Coins mined or received as income, at their basis in the books. (decimal text) */
    readonly mining_receipts: string;
    /** Coins that the owner put in, at their basis in the books. (decimal text) */
    readonly contributions: string;
    /** Disposals, at their proceeds. (decimal text) */
    readonly dispositions: string;
    /** Coins that left at their cost: lost, or paid as fees. (decimal text) */
    readonly written_off: string;
    /** Net gain of the period, where it is one. (decimal text) */
    readonly gains: string;
    /** Net loss of the period, positive, where it is one. (decimal text) */
    readonly losses: string;
    /** Fair value of the coins at the end. (decimal text) */
    readonly closing_fair_value: string;
    /** Coins at the beginning, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly opening_sat: number;
    /** Coins at the end, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly closing_sat: number;
    /** Cost of the coins at the beginning. (decimal text) */
    readonly opening_cost: string;
    /** Cost of the coins at the end. (decimal text) */
    readonly closing_cost: string;
    /** Gains of the period's disposals that gained: proceeds less cost. (decimal text) */
    readonly realised_gains: string;
    /** Losses of the period's disposals that lost, positive. (decimal text) */
    readonly realised_losses: string;
    /** Instant of the price behind the opening fair value. Absent: there were no coins. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly opening_price_ms?: number;
    /** Instant of the price behind the closing fair value. Absent: there were no coins. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly closing_price_ms?: number;
  }

  /**
   * Which cost of the coins counts.
   * - `tax`: Cost for tax.
   * - `book`: Cost in the books.
   */
  export type Basis =
    | "tax"
    | "book";

  /**
   * Account of the journal.
   * - `cash`: Cash.
   * - `bitcoin_at_cost`: Coins at their cost.
   * - `fair_value_adjustment`: Fair value of the coins at the last observed price, less their cost then.
   * - `debt`: Debt, without interest.
   * - `contributions`: Contributions of the owner less withdrawals.
   * - `income`: Coins received as income, and income in cash.
   * - `realised_gains`: Gains of disposals that gained.
   * - `realised_losses`: Losses of disposals that lost.
   * - `unrealised_gains`: Changes of the fair value of coins that are held.
   * - `expenses`: Running costs, interest, fees that are expenses, and coins that left at their cost.
   */
  export type Account =
    | "cash"
    | "bitcoin_at_cost"
    | "fair_value_adjustment"
    | "debt"
    | "contributions"
    | "income"
    | "realised_gains"
    | "realised_losses"
    | "unrealised_gains"
    | "expenses";

  /** One side of an account. */
  export interface JournalLine {
    /** Account that the line is about. */
    readonly account: Account;
    /** Debit, in the currency of the ledger; 0 for a credit. (decimal text) */
    readonly debit: string;
    /** Credit, in the currency of the ledger; 0 for a debit. (decimal text) */
    readonly credit: string;
  }

  /** Debits and credits of one event, which are equal. */
  export interface JournalEntry {
    /** Number of the event, counted from 0. [from 0] */
    readonly event: number;
    /** Instant of the event, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Lines, debits first. */
    readonly lines: readonly (JournalLine)[];
  }

  /** Balance of an account. */
  export interface AccountBalance {
    /** Account that the balance is about. */
    readonly account: Account;
    /** Debits less credits, in the currency of the ledger. (decimal text) */
    readonly balance: string;
  }

  /** Result of `journal`. */
  export interface JournalReport {
    /** Currency of all money. */
    readonly currency: string;
    /** Entries of the events that changed anything, in order. */
    readonly entries: readonly (JournalEntry)[];
    /** Balance of each account after all entries, debits above 0 and credits below: a trial balance, whose sum is 0. */
    readonly balances: readonly (AccountBalance)[];
  }

  /** A sale with its lots, and what it owes. */
  export interface TaxedSale {
    /** Lots, as the sale names them. */
    readonly lots: readonly (LotPick)[];
    /** Gain that is not long-term, in the currency of the ledger. (decimal text) */
    readonly short_term_gain: string;
    /** Long-term gain, in the currency of the ledger. (decimal text) */
    readonly long_term_gain: string;
    /** Tax at the two rates, in the currency of the ledger; below 0 where losses save tax. */
    readonly tax: number;
  }

  /** Result of `minimum_tax`. */
  export interface MinimumTaxReport {
    /** Lots whose sale owes the least tax, in the order in which they are taken. */
    readonly least: TaxedSale;
    /** The same sale with the oldest lots. */
    readonly fifo: TaxedSale;
    /** The same sale with the newest lots. */
    readonly lifo: TaxedSale;
    /** The same sale with the dearest lots. */
    readonly hifo: TaxedSale;
  }

  /**
   * Why a line led to no event.
   * - `other_asset`: Its asset is neither bitcoin nor the currency of the policy.
   * - `unknown_origin`: Coins came in from outside: mined, bought, put in or one's own, the statement does not say.
   * - `unknown_destination`: Coins left for outside: spent, taken out or one's own, the statement does not say.
   * - `no_value`: Coins were received as income and the statement has no value for them in the currency of the policy.
   * - `incomplete_trade`: A trade whose legs are not coins against cash.
   * - `unknown_kind`: The line says of itself nothing that a ledger knows.
   * - `nothing`: Nothing came and nothing went.
   * - `repeated`: A line before it is equal in every field: the same line from two statements that overlap.
   * - `mismatch`: Coins left and coins arrived under one reference, but not as many, which no fee that is told explains, or they arrived before they left.
   * - `part_of_satoshi`: Its coins or its fee are no whole number of satoshis.
   */
  export type LeftOutReason =
    | "other_asset"
    | "unknown_origin"
    | "unknown_destination"
    | "no_value"
    | "incomplete_trade"
    | "unknown_kind"
    | "nothing"
    | "repeated"
    | "mismatch"
    | "part_of_satoshi";

  /** A line that led to no event. */
  export interface LeftOut {
    /** Number of the line, counted from 0. [from 0] */
    readonly row: number;
    /** Reason why it led to no event. */
    readonly reason: LeftOutReason;
  }

  /** Events of account statements. */
  export interface Statement {
    /** Events in order of time; of one instant, in the order of their first lines. */
    readonly events: readonly (Event)[];
    /** Wallet of each source: its number is the place in this list. */
    readonly wallets: readonly (string)[];
    /** Lines that led to no event, in order. */
    readonly left_out: readonly (LeftOut)[];
  }

  /** Costs of a trade on the spot market. */
  export interface Costs {
    /** Fee as a fraction of what is traded. [from 0.0 to 1.0] */
    readonly fee: number;
    /** Fraction of the price that a trade of any size gives up. [from 0.0 to 1.0; 0.0 where absent] */
    readonly slippage?: number | undefined;
    /** Further fraction of the price given up for each bitcoin of a trade's size. [from 0.0 to 1.0; 0.0 where absent] */
    readonly slippage_per_btc?: number | undefined;
    /** Fee of each trade, in USD. (decimal text) ["0" where absent] */
    readonly fixed_usd?: string | undefined;
  }

  /** A payment that falls due. */
  export interface Payment {
    /** Instant by which it is paid, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly due_ms: number | Date | string;
    /** Sum that is paid, in USD, at least 0. (decimal text) */
    readonly amount_usd: string;
  }

  /** Signals at one instant, as somebody else has made them: each a plain number, absent where it is not known. */
  export interface Signals {
    /** Relative strength index of the price, 0 to 100. [from 0.0 to 100.0] */
    readonly rsi?: number | undefined;
    /** Place of today's hashprice among those of its window, as a fraction. [from 0.0 to 1.0] */
    readonly hashprice_percentile?: number | undefined;
    /** Puell multiple: issuance in USD over its mean of 365 days. [from 0.0 to 1000000000000.0] */
    readonly puell?: number | undefined;
    /** Mean hashrate of 30 days over that of 60 days; below 1 miners capitulate. [from 0.0 to 1000000000000.0] */
    readonly hash_ribbon?: number | undefined;
    /** Annualised basis of a dated future over spot, per year, as a fraction. [from -100.0 to 100.0] */
    readonly basis_per_year?: number | undefined;
    /** Annualised funding that a short perpetual receives, per year, as a fraction; below 0 the short pays. [from -100.0 to 100.0] */
    readonly funding_per_year?: number | undefined;
    /** Volatility of a short window, per square root of a year. [from 0.0 to 1000000000000.0] */
    readonly volatility_fast?: number | undefined;
    /** Volatility of a long window, per square root of a year. [from 0.0 to 1000000000000.0] */
    readonly volatility_slow?: number | undefined;
  }

  /** A treasury and its market at one instant. */
  export interface Observation {
    /** Instant of the observation, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly price_usd: number;
    /** Coins held, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Cash held, in USD; below 0 where an account is overdrawn. (decimal text) */
    readonly cash_usd: string;
    /** Costs of a trade. */
    readonly costs: Costs;
    /** Cost of the coins held, in USD, all together. Absent: a rule that compares with it does nothing. (decimal text) */
    readonly cost_usd?: string | undefined;
    /** Payments that are still to be made, in order of time. [[] where absent] */
    readonly liabilities?: readonly (Payment)[] | undefined;
    /** Signals of the instant. [{} where absent] */
    readonly signals?: Signals | undefined;
  }

  /**
   * Length of the month in which expenses are told.
   * - `days30`: 30 days.
   * - `julian`: The twelfth part of a Julian year: 365.25 / 12 = 30.4375 days.
   */
  export type MonthConvention =
    | "days30"
    | "julian";

  /** The same sum each month. */
  export interface ExpensesMonthly {
    /** Sum of a month, in USD, at least 0. (decimal text) */
    readonly sum_usd: string;
    /** Length of the month in which the sum is told. */
    readonly month: MonthConvention;
  }

  /**
   * Expenses that cash is held against.
   * - `dated`: The dated payments of the observation.
   * - `monthly`: The same sum each month.
   */
  export type Expenses =
    | "dated"
    | { readonly monthly: ExpensesMonthly };

  /** Smallest sale for a span. */
  export interface TopUp {
    /** Cash that is missing for the span, in USD; 0 where none is. (decimal text) */
    readonly short_usd: string;
    /** Smallest sale that brings it, in satoshis. Absent: all coins bring less. [sat, from 0 to 2100000000000000] */
    readonly sale_sat?: number;
  }

  /** Result of `coverage`. */
  export interface CoverageReport {
    /** Value of the coins at the price, in USD. (decimal text) */
    readonly coins_usd: string;
    /** Value of coins and cash, in USD. (decimal text) */
    readonly total_usd: string;
    /** Part of the value that is in coins, as a fraction; undefined where coins and cash are worth nothing. */
    readonly coins_weight: units.Outcome;
    /** Gain of the coins that is not realised, in USD. Absent: their cost is not known. (decimal text) */
    readonly unrealised_usd?: string;
    /** Unrealised gain over the cost, as a fraction; undefined where the cost is not known or 0. */
    readonly unrealised_gain: units.Outcome;
    /** Days that the cash pays; unbounded without expenses. */
    readonly coverage_days: units.Outcome;
    /** Days that cash and coins pay if all coins are sold now, after costs; unbounded without expenses. */
    readonly coverage_days_with_coins: units.Outcome;
    /** Instant of the next payment, in Unix milliseconds UTC. Absent: no payment is dated. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly next_due_ms?: number;
    /** Sum of the payments of that instant, in USD. Absent: no payment is dated. (decimal text) */
    readonly next_due_usd?: string;
    /** Smallest sale for the target. Absent: no target. */
    readonly top_up?: TopUp;
  }

  /** Result of `net_to_gross`. */
  export interface NetToGrossReport {
    /** Smallest sale that brings the sum, in satoshis; never where no sale does. */
    readonly sale_sat: units.AmountOutcome;
    /** Proceeds of the sale after costs, in USD: at least the sum. Absent: there is no such sale. (decimal text) */
    readonly proceeds_usd?: string;
  }

  /** Result of `runway`. */
  export interface RunwayReport {
    /** Number of steps that are paid in full. [from 0] */
    readonly paid_steps: number;
    /** Whether a step was not paid; otherwise the runway is longer than what was looked at. */
    readonly ended: boolean;
    /** Coins left after the last step that is paid, with those mined since, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Cash left after the last step that is paid, in USD. (decimal text) */
    readonly cash_usd: string;
    /** Price of one bitcoin in the step after the last that is paid, in USD. (decimal text) */
    readonly price_usd: string;
  }

  /**
   * Kind of a sum of the forecast.
   * - `receipt`: Receipts of customers, hosting or hedges: cash comes.
   * - `power`: Power: an operating payment.
   * - `payroll`: Pay: an operating payment.
   * - `operating`: Any other operating payment.
   * - `tax`: Taxes: an operating payment.
   * - `investment`: Machines and construction: an operating payment.
   * - `interest`: Interest: a financing payment.
   * - `repayment`: Repayment of debt: a financing payment.
   * - `drawn`: Debt drawn: cash comes, and the debt grows.
   */
  export type CashKind =
    | "receipt"
    | "power"
    | "payroll"
    | "operating"
    | "tax"
    | "investment"
    | "interest"
    | "repayment"
    | "drawn";

  /** A sum that comes or goes. */
  export interface ForecastLine {
    /** Kind of the sum, which says whether it comes or goes. */
    readonly kind: CashKind;
    /** Instant at which it comes or goes, in Unix milliseconds UTC; one on the border of two weeks belongs to the earlier. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly due_ms: number | Date | string;
    /** Sum in USD, 0 or more. (decimal text) */
    readonly amount_usd: string;
  }

  /**
   * A promise to a lender about the end of each week.
   * - `minimum_cash`: Cash is at least this sum, in USD.
   * - `minimum_liquidity`: Cash and coins at the price are at least this sum, in USD.
   * - `maximum_loan_to_value`: Debt is at most this part of the coins at the price.
   * - `minimum_weeks_of_cash`: Cash is at least the operating payments of the weeks that follow, of so many of them.
   */
  export type Covenant =
    | { readonly minimum_cash: string }
    | { readonly minimum_liquidity: string }
    | { readonly maximum_loan_to_value: number }
    | { readonly minimum_weeks_of_cash: number };

  /** One week of the forecast. */
  export interface ForecastWeek {
    /** End of the week, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms: number;
    /** Cash at its beginning, in USD. (decimal text) */
    readonly opening_usd: string;
    /** Receipts, in USD. (decimal text) */
    readonly receipts_usd: string;
    /** Debt drawn, in USD. (decimal text) */
    readonly drawn_usd: string;
    /** Operating payments, taxes and investment, in USD. (decimal text) */
    readonly operating_usd: string;
    /** Interest and repayment, in USD. (decimal text) */
    readonly financing_usd: string;
    /** Coins sold at its end, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly sold_sat: number;
    /** Cash that the sale brings after costs, in USD. (decimal text) */
    readonly proceeds_usd: string;
    /** Cash at its end, in USD. (decimal text) */
    readonly closing_usd: string;
    /** Coins at its end, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Debt at its end, in USD. (decimal text) */
    readonly debt_usd: string;
  }

  /** How a covenant fares. */
  export interface CovenantOutlook {
    /** Covenant. */
    readonly covenant: Covenant;
    /** What the end of each week has to spare in USD of cash or of collateral; below 0 where the covenant is broken. */
    readonly headroom_usd: readonly (number)[];
    /** End of the first week that breaks it, in Unix milliseconds UTC. `never` where each keeps it. */
    readonly first_breach_ms: units.TimestampOutcome;
  }

  /** Result of `cash_forecast`. */
  export interface CashForecastReport {
    /** Weeks, in order. */
    readonly weeks: readonly (ForecastWeek)[];
    /** Covenants, in the order of the request. */
    readonly covenants: readonly (CovenantOutlook)[];
    /** End of the first week with cash below 0, in Unix milliseconds UTC. `never` where there is none. */
    readonly first_shortfall_ms: units.TimestampOutcome;
    /** Least cash at the end of a week, in USD. (decimal text) */
    readonly least_cash_usd: string;
  }

  /** Beliefs about the price while a loan runs. */
  export interface LoanOutlook {
    /** Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Drift of the price per year, continuously compounded. [1/year, from -10.0 to 10.0; 0.0 where absent] */
    readonly drift_per_year?: number | undefined;
    /** Volatility of the price per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
  }

  /** Cure of a loan: coins or cash that restore its target. */
  export interface Cure {
    /** Coins to pledge besides, in satoshis; unbounded beyond all that exist. */
    readonly coins_sat: units.AmountOutcome;
    /** Debt to repay, in USD. (decimal text) */
    readonly cash_usd: string;
  }

  /** Result of `loan`. */
  export interface LoanReport {
    /** Loan to value; unbounded for a debt against nothing. */
    readonly ltv: units.Outcome;
    /** Price of one bitcoin at which a margin call comes, in USD; never without a debt, every price where nothing is pledged. */
    readonly margin_price_usd: units.Outcome;
    /** Price of one bitcoin at which the coins are liquidated, in USD; never without a debt, every price where nothing is pledged. */
    readonly liquidation_price_usd: units.Outcome;
    /** Cure at the price of now; nothing where the loan is within its target. */
    readonly cure: Cure;
    /** Cure at the price of the margin call. Absent: there is no such price. */
    readonly cure_at_margin?: Cure;
    /** Probability that the margin call comes within the horizon. Absent: no outlook. */
    readonly margin_probability?: number;
    /** Probability that the coins are liquidated within the horizon, if nothing is cured. Absent: no outlook. */
    readonly liquidation_probability?: number;
  }

  /**
   * Side of a trade.
   * - `sell`: Coins become cash.
   * - `buy`: Cash becomes coins.
   */
  export type TradeSide =
    | "sell"
    | "buy";

  /**
   * Equal sums at equal times: at the first decision, and then whenever `every_days` have passed since the last trade.
   *
   * A sale brings `sum_usd` after costs, or sells all coins where they bring less; a purchase spends at most `sum_usd`, and at most the cash.
   */
  export interface Dca {
    /** Side of the trades. */
    readonly side: TradeSide;
    /** Sum of each trade in USD, after costs, above 0. (decimal text) */
    readonly sum_usd: string;
    /** Time between trades, in days of 86,400 s. [d, above 0.0 to 1000000.0] */
    readonly every_days: number;
  }

  /** Cash for the payments of the coming days: the smallest sale that brings what is missing. */
  export interface OpexCoverage {
    /** Span whose payments the cash is to meet, in days of 86,400 s. [d, above 0.0 to 1000000.0] */
    readonly coverage_days: number;
    /** Greatest part of the coins sold in a day, as a fraction of those with which the day began. [from 0.0 to 1.0] */
    readonly max_daily: number;
    /** Cash that is kept besides, in USD, at least 0. (decimal text) ["0" where absent] */
    readonly reserve_usd?: string | undefined;
  }

  /** A level of a ladder. */
  export interface Level {
    /** Price at which the level is sold, as a multiple of the reference. [from 0.0 to 1000000000000.0] */
    readonly multiple: number;
    /** Part of the coins that is sold, as a fraction. [from 0.0 to 1.0] */
    readonly share: number;
  }

  /**
   * Coins that shares of a ladder are parts of.
   * - `initial`: Coins held at the first decision.
   * - `remaining`: Coins held when the level is sold.
   */
  export type ShareOf =
    | "initial"
    | "remaining";

  /** Profit taken level by level. Each level is sold once; a price that jumps over several sells them all. */
  export interface Layered {
    /** Levels, in order of their multiples: 1 to 32. */
    readonly levels: readonly (Level)[];
    /** Coins that the shares are parts of. */
    readonly share_of: ShareOf;
    /** Price of one bitcoin from which the levels are counted, in USD. Absent: the average cost of the coins held. [USD, from 0.0 to 1000000000000.0] */
    readonly reference_usd?: number | undefined;
    /** Fall from the highest price since the first sold level that ends the ladder, as a fraction above 0. Absent: no fall does. [from 0.0 to 1.0] */
    readonly trailing_stop?: number | undefined;
    /** Part of the coins held at the first decision that is never sold, as a fraction. [from 0.0 to 1.0; 0.0 where absent] */
    readonly reserve?: number | undefined;
    /** Relative strength index above which levels are sold, 0 to 100. Absent: at any. [from 0.0 to 100.0] */
    readonly rsi_above?: number | undefined;
  }

  /** A share of the coins while hashprice, Puell multiple and hash ribbon are all high, at most once in `every_days`. */
  export interface MiningCycle {
    /** Place of today's hashprice in its window above which coins are sold, as a fraction. [from 0.0 to 1.0] */
    readonly hashprice_percentile_above: number;
    /** Puell multiple above which coins are sold. [from 0.0 to 1000000000000.0] */
    readonly puell_above: number;
    /** Mean hashrate of 30 days over that of 60 days above which coins are sold: 1 keeps from selling in a capitulation. Absent: at any. [from 0.0 to 1000000000000.0] */
    readonly hash_ribbon_above?: number | undefined;
    /** Part of the coins that is sold at once, as a fraction. [from 0.0 to 1.0] */
    readonly share: number;
    /** Least time between sales, in days of 86,400 s. [d, above 0.0 to 1000000.0] */
    readonly every_days: number;
  }

  /** A short future against the coins while it is paid for, with hysteresis. */
  export interface BasisFunding {
    /** Annualised basis from which the coins are hedged, per year. [from -100.0 to 100.0] */
    readonly enter_per_year: number;
    /** Annualised basis down to which they stay hedged, per year, below `enter_per_year`. [from -100.0 to 100.0] */
    readonly exit_per_year: number;
    /** Part of the coins that is hedged, as a fraction. [from 0.0 to 1.0] */
    readonly hedge: number;
    /** Greatest annualised funding that the short may pay, per year. Absent: funding is not asked for. [from 0.0 to 100.0] */
    readonly pays_at_most_per_year?: number | undefined;
  }

  /** A share of the coins each time the volatility of a short window rises far above that of a long one, with hysteresis. */
  export interface VolatilityTrigger {
    /** Quotient of the volatilities from which the trigger is on, above `off_ratio`. [from 0.0 to 1000000000000.0] */
    readonly on_ratio: number;
    /** Quotient of the volatilities down to which it stays on. [from 0.0 to 1000000000000.0] */
    readonly off_ratio: number;
    /** Part of the coins that is sold when it turns on, as a fraction. [from 0.0 to 1.0] */
    readonly share: number;
  }

  /** A multiple of the cushion above a floor in coins, the rest in cash: sells when the price falls, buys when it rises. */
  export interface Cppi {
    /** Multiple of the cushion that is held in coins, above 0, at most 100. [from 0.0 to 1000000000000.0] */
    readonly multiplier: number;
    /** Value that is protected, in USD. Absent: the sum of the payments that are still to be made. (decimal text) */
    readonly floor_usd?: string | undefined;
    /** Part of the highest value so far that is protected as well, as a fraction. Absent: the floor does not rise. [from 0.0 to 1.0] */
    readonly ratchet?: number | undefined;
    /** Distance from the wanted exposure below which nothing is traded, as a fraction of the value. [from 0.0 to 1.0; 0.0 where absent] */
    readonly band?: number | undefined;
  }

  /** Promises about the future on which a floor stands. */
  export interface FloorTerms {
    /** Time from one decision to the next, in days of 86,400 s. [d, above 0.0 to 1000000.0] */
    readonly step_days: number;
    /**
     * Least price of each step as a part of that one step before, as fractions, from the first further step on. The last counts for all that
     * follow.
     */
    readonly worst_factors: Float64Array | readonly (number)[];
    /** Most coins sold at each step, in satoshis, from this one on. The last counts for all that follow. Empty: any number. [[] where absent] */
    readonly max_sales_sat?: BigInt64Array | Float64Array | readonly (number | bigint)[] | undefined;
    /** Coins that are certain to be mined by each further step, in satoshis. Steps beyond the list count with none. [[] where absent] */
    readonly mined_sat?: BigInt64Array | Float64Array | readonly (number | bigint)[] | undefined;
    /** Cash that is kept after the payments of each step, in USD, at least 0. (decimal text) ["0" where absent] */
    readonly reserve_usd?: string | undefined;
  }

  /**
   * Sale of a floor where none meets every payment in the worst case.
   * - `sell_most`: As much is sold as the step allows: no other plan lasts longer in the worst case.
   * - `hold`: Nothing is sold.
   */
  export type WhenInfeasible =
    | "sell_most"
    | "hold";

  /**
   * The smallest sale after which every payment stays coverable in the worst case, once a step.
   *
   * The greatest of this and other policies keeps the guarantee, as long as no purchase is larger; the smallest of several does not, nor does a
   * limit that the terms do not know.
   */
  export interface FloorRule {
    /** Promises about the future. */
    readonly terms: FloorTerms;
    /** Sale where none meets every payment in the worst case. */
    readonly when_infeasible: WhenInfeasible;
  }

  /**
   * What another policy does, selling at most so much a day.
   *
   * A rule that looks at cash asks again for what was cut; one that acts once (a level, a trigger) does not.
   */
  export interface Cap {
    /** Policy that is limited. */
    readonly policy: Policy;
    /** Greatest part of the coins sold in a day, as a fraction of those with which the day began. [from 0.0 to 1.0] */
    readonly max_daily: number;
  }

  /**
   * When to sell how much: a document, and the one object that decides live, in backtest and in simulation.
   * - `hold`: Nothing is ever traded.
   * - `dca`: Equal sums at equal times.
   * - `opex_coverage`: Cash for the payments of the coming days.
   * - `layered`: Profit taken level by level.
   * - `mining_cycle`: A share of the coins at the height of the mining cycle.
   * - `basis_funding`: Coins hedged with a short future while the market pays for it.
   * - `volatility_trigger`: A share of the coins when the market becomes wild.
   * - `cppi`: A multiple of the cushion above a floor in coins.
   * - `floor`: The smallest sale that keeps every payment coverable in the worst case.
   * - `max`: The greatest sale of 1 to 16 policies, all asked about the same treasury.
   * - `min`: The smallest sale of 1 to 16 policies, all asked about the same treasury.
   * - `cap`: What another policy does, at most so much a day.
   * - `then`: 1 to 16 policies one after the other, each with what those before it leave.
   */
  export type Policy =
    | "hold"
    | { readonly dca: Dca }
    | { readonly opex_coverage: OpexCoverage }
    | { readonly layered: Layered }
    | { readonly mining_cycle: MiningCycle }
    | { readonly basis_funding: BasisFunding }
    | { readonly volatility_trigger: VolatilityTrigger }
    | { readonly cppi: Cppi }
    | { readonly floor: FloorRule }
    | { readonly max: readonly (Policy)[] }
    | { readonly min: readonly (Policy)[] }
    | { readonly cap: Cap }
    | { readonly then: readonly (Policy)[] };

  /** Time of the last trade. */
  export interface MemoryLast {
    /** Instant of the last trade, in Unix milliseconds UTC. Absent: there was none. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms?: number | undefined;
  }

  /** Sales of the running day. */
  export interface MemoryDay {
    /** Instant at which the day began: that of its first decision, in Unix milliseconds UTC. Absent: no day began. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly since_ms?: number | undefined;
    /** Coins held when the day began, in satoshis. [from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Coins sold in the day, in satoshis. [from 0 to 2100000000000000] */
    readonly sold_sat: number;
  }

  /** Levels of a ladder. */
  export interface MemoryLadder {
    /** Coins held at the first decision, in satoshis. Absent: nothing was decided. [sat, from 0 to 2100000000000000] */
    readonly coins_sat?: number | undefined;
    /** Number of levels that are sold. [from 0] */
    readonly taken: number;
    /** Highest price of one bitcoin since the first level was sold, in USD. Absent: none is sold. (decimal text) */
    readonly highest_usd?: string | undefined;
    /** Whether the trailing stop has ended the ladder. */
    readonly stopped: boolean;
  }

  /** State of a switch. */
  export interface MemorySwitch {
    /** Whether it is on. */
    readonly on: boolean;
  }

  /** Highest value of the treasury. */
  export interface MemoryHighest {
    /** Highest value of coins and cash, in USD. Absent: nothing was decided. (decimal text) */
    readonly value_usd?: string | undefined;
  }

  /**
   * Memory of one rule.
   * - `nothing`: The rule remembers nothing.
   * - `last`: Time of the last trade.
   * - `day`: Sales of the running day.
   * - `ladder`: Levels of a ladder.
   * - `switch`: State of a switch.
   * - `highest`: Highest value of the treasury.
   */
  export type Memory =
    | "nothing"
    | { readonly last: MemoryLast }
    | { readonly day: MemoryDay }
    | { readonly ladder: MemoryLadder }
    | { readonly switch: MemorySwitch }
    | { readonly highest: MemoryHighest };

  /** Memory of a policy between decisions: the memories of its rules, in the order in which the policy names them. */
  export interface State {
    /** Instant of the last decision, in Unix milliseconds UTC. Absent: there was none. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms?: number | undefined;
    /** Memories of the rules. Empty: nothing was decided yet. [[] where absent] */
    readonly memories?: readonly (Memory)[] | undefined;
  }

  /** Equal sums at equal times. */
  export interface ReasonDca {
    /** Instant from which the next trade is due, in Unix milliseconds UTC. Absent: beyond the year 9999. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly next_ms?: number;
  }

  /** Cash for the payments of the coming days. */
  export interface ReasonOpexCoverage {
    /** Payments of the coming days, in USD. (decimal text) */
    readonly due_usd: string;
    /** Cash that is missing for them and the reserve, in USD; below 0 where there is more. (decimal text) */
    readonly short_usd: string;
    /** Most coins that the day still allows to sell, in satoshis. */
    readonly limit_sat: number;
  }

  /** Profit taken level by level. */
  export interface ReasonLayered {
    /** Price of one bitcoin from which the levels are counted, in USD. Absent: the cost of the coins is not known. */
    readonly reference_usd?: number;
    /** Number of levels that are sold, with those of this decision. [from 0] */
    readonly taken: number;
    /** Price of the next level, in USD. Absent: all are sold, or there is no reference. */
    readonly next_level_usd?: number;
    /** Highest price since the first level was sold, in USD. Absent: none is sold. (decimal text) */
    readonly highest_usd?: string;
    /** Whether the trailing stop has ended the ladder. */
    readonly stopped: boolean;
    /** Whether the filter lets levels be sold. */
    readonly filter: units.Verdict;
  }

  /** A share at the height of the mining cycle. */
  export interface ReasonMiningCycle {
    /** Whether every signal that is asked for says so. */
    readonly verdict: units.Verdict;
    /** Place of today's hashprice in its window, as a fraction. */
    readonly hashprice_percentile?: number;
    /** Puell multiple. */
    readonly puell?: number;
    /** Mean hashrate of 30 days over that of 60 days. */
    readonly hash_ribbon?: number;
    /** Instant from which the next sale may be, in Unix milliseconds UTC. Absent: at any time. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly next_ms?: number;
  }

  /** A short future against the coins while it is paid for. */
  export interface ReasonBasisFunding {
    /** Whether the coins are hedged. */
    readonly hedged: boolean;
    /** Annualised basis, per year. Absent: not known, and nothing changes. */
    readonly basis_per_year?: number;
    /** Annualised funding that a short receives, per year. Absent: not known. */
    readonly funding_per_year?: number;
  }

  /** A share when the market becomes wild. */
  export interface ReasonVolatilityTrigger {
    /** Whether the trigger is on. */
    readonly on: boolean;
    /** Volatility of the short window over that of the long one. Absent: not known, and nothing changes. */
    readonly ratio?: number;
  }

  /** A multiple of the cushion in coins. */
  export interface ReasonCppi {
    /** Value of coins and cash, in USD. (decimal text) */
    readonly value_usd: string;
    /** Value that is protected, in USD. (decimal text) */
    readonly floor_usd: string;
    /** Value of the coins that the rule wants, in USD. (decimal text) */
    readonly exposure_usd: string;
  }

  /** The smallest sale that keeps every payment coverable. */
  export interface ReasonFloor {
    /** Whether every payment is met in the worst case once this is sold; cannot say between two steps. */
    readonly guaranteed: units.Verdict;
    /** Cash that is missing in the worst case, in USD; 0 where nothing is. (decimal text) */
    readonly shortfall_usd: string;
    /** Instant from which the next decision is due, in Unix milliseconds UTC. Absent: beyond the year 9999. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly next_ms?: number;
  }

  /** The greatest sale of several policies. */
  export interface ReasonMax {
    /** Place of the policy whose sale is the greatest. [from 0] */
    readonly chosen: number;
  }

  /** The smallest sale of several policies. */
  export interface ReasonMin {
    /** Place of the policy whose sale is the smallest. [from 0] */
    readonly chosen: number;
  }

  /** A sale, at most so much a day. */
  export interface ReasonCap {
    /** Most coins that the day still allows to sell, in satoshis. */
    readonly limit_sat: number;
  }

  /** Policies one after the other. */
  export interface ReasonThen {
    /** Number of policies that traded. [from 0] */
    readonly traded: number;
  }

  /**
   * Rule that spoke, and the numbers that it read.
   * - `hold`: Hold: nothing is ever traded.
   * - `dca`: Equal sums at equal times.
   * - `opex_coverage`: Cash for the payments of the coming days.
   * - `layered`: Profit taken level by level.
   * - `mining_cycle`: A share at the height of the mining cycle.
   * - `basis_funding`: A short future against the coins while it is paid for.
   * - `volatility_trigger`: A share when the market becomes wild.
   * - `cppi`: A multiple of the cushion in coins.
   * - `floor`: The smallest sale that keeps every payment coverable.
   * - `max`: The greatest sale of several policies.
   * - `min`: The smallest sale of several policies.
   * - `cap`: A sale, at most so much a day.
   * - `then`: Policies one after the other.
   */
  export type Reason =
    | "hold"
    | { readonly dca: ReasonDca }
    | { readonly opex_coverage: ReasonOpexCoverage }
    | { readonly layered: ReasonLayered }
    | { readonly mining_cycle: ReasonMiningCycle }
    | { readonly basis_funding: ReasonBasisFunding }
    | { readonly volatility_trigger: ReasonVolatilityTrigger }
    | { readonly cppi: ReasonCppi }
    | { readonly floor: ReasonFloor }
    | { readonly max: ReasonMax }
    | { readonly min: ReasonMin }
    | { readonly cap: ReasonCap }
    | { readonly then: ReasonThen };

  /** Sale that one rule of a policy asked for. */
  export interface PlanStep {
    /** Coins that the rule asked to sell, in satoshis; below 0 to buy. */
    readonly sell_sat: number;
    /** Rule, and the numbers that it read. */
    readonly reason: Reason;
  }

  /** One step of a certificate: the smallest sale at the least price, step after step. */
  export interface FloorRow {
    /** Instant of the decision, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Least price of one bitcoin, in USD. (decimal text) */
    readonly price_usd: string;
    /** Coins that arrive before the sale, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly mined_sat: number;
    /** Coins sold, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly sale_sat: number;
    /** Proceeds of the sale after costs, in USD. (decimal text) */
    readonly proceeds_usd: string;
    /** Payments until the next step, in USD. (decimal text) */
    readonly payment_usd: string;
    /** Coins left, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Cash left, in USD. (decimal text) */
    readonly cash_usd: string;
  }

  /** Every payment is met in the worst case. */
  export interface FloorFeasible {
    /** Smallest sale now, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly sale_sat: number;
    /** Cash that could be missing now while some sale would still do, in USD. (decimal text) */
    readonly spare_usd: string;
    /** Instant of the step that ends below the reserve if one satoshi less is sold, in Unix milliseconds UTC. Absent: nothing is sold. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly binding_ms?: number;
    /** Cash that is missing then, in USD. Absent: nothing is sold. (decimal text) */
    readonly binding_usd?: string;
    /** Certificate: the worst case step by step, with the smallest sale at each. */
    readonly certificate: readonly (FloorRow)[];
  }

  /** No plan meets every payment in the worst case. */
  export interface FloorInfeasible {
    /** Least cash that would have to be added now, in USD. (decimal text) */
    readonly shortfall_usd: string;
    /** Instant of the first step that ends below the reserve though as much as possible was sold, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly first_breach_ms: number;
    /** Least capital that would do beside the same coins, in USD: the coins at the price, the cash and the shortfall. (decimal text) */
    readonly minimum_capital_usd: string;
  }

  /**
   * Smallest sale that keeps every payment coverable in the worst case, or why there is none.
   * - `feasible`: Every payment is met in the worst case.
   * - `infeasible`: No plan meets every payment in the worst case.
   */
  export type Floor =
    | { readonly feasible: FloorFeasible }
    | { readonly infeasible: FloorInfeasible };

  /** Treasury as a plan leaves it once it is carried out. */
  export interface Left {
    /** Coins left, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Cash left, in USD. (decimal text) */
    readonly cash_usd: string;
    /** Days until the first payment that the cash left does not meet; unbounded where it meets every payment that is known. */
    readonly coverage_days: units.Outcome;
  }

  /** What to trade now, and why. */
  export interface Plan {
    /** Coins to sell, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly sell_sat: number;
    /** Coins to buy, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly buy_sat: number;
    /** Coins to hold short in futures against the coins, in satoshis. Absent: the policy does not hedge. [sat, from 0 to 2100000000000000] */
    readonly hedge_sat?: number;
    /** Cash that the trade brings after costs, in USD; below 0 for a purchase. (decimal text) */
    readonly proceeds_usd: string;
    /** Rule that decided, and the numbers that it read. */
    readonly reason: Reason;
    /** Requests of all rules that were asked, in the order in which the policy names them. */
    readonly steps: readonly (PlanStep)[];
    /** Certificates of the floors that decided now, or what each lacks, in the order in which the policy names them. */
    readonly floors: readonly (Floor)[];
    /** Treasury that the plan leaves. */
    readonly left: Left;
  }

  /** Result of `decide`. */
  export interface DecideReport {
    /** Plan, with its reasons. */
    readonly plan: Plan;
    /** Memory of the policy if the plan is carried out: input of its next decision. */
    readonly state: State;
  }

  /** Result of `robust_floor`. */
  export interface FloorReport {
    /** Number of steps until the last payment, this one included. [from 0] */
    readonly steps: number;
    /** Smallest sale with its certificate, or what is missing. */
    readonly floor: Floor;
  }

  /** Shock that comes at once, in its full size. At least one part is above 0. */
  export interface Shock {
    /** Fall of the price, as a fraction of it. [from 0.0 to 1.0; 0.0 where absent] */
    readonly price_fall?: number | undefined;
    /** Fall of the coins that are certain to be mined, as a fraction of them. [from 0.0 to 1.0; 0.0 where absent] */
    readonly mined_fall?: number | undefined;
    /** Rise of every payment, as a fraction of it, at most 1000. [from 0.0 to 1000000000000.0; 0.0 where absent] */
    readonly payments_rise?: number | undefined;
  }

  /** Result of `reverse_stress`. */
  export interface ReverseStressReport {
    /**
     * Smallest part of the shock that breaks the coverage, in steps of a billionth; never where the full one does not, every part where the
     * coverage is broken without a shock.
     */
    readonly scale: units.Outcome;
    /** Price of one bitcoin after that part of the shock, in USD; after the full one where it breaks nothing. (decimal text) */
    readonly price_usd: string;
    /** Sum of the payments after it, in USD. (decimal text) */
    readonly payments_usd: string;
    /** Shortfall after the shock, or the smallest sale after the full one. */
    readonly floor: Floor;
  }

  /** What is sought: the greatest mean of `W - penalty [ruined] - weight (target - W)+`. */
  export interface Objective {
    /** Sum that a ruin counts for, in USD, 0 or more; a very large one seeks the least probability of ruin first. */
    readonly ruin_penalty_usd: number;
    /** Wealth at the end below which each missing dollar counts more, in USD. [0.0 where absent] */
    readonly target_usd?: number | undefined;
    /** Number of dollars that a dollar missing to the target counts for in addition, 0 or more. [0.0 where absent] */
    readonly shortfall_weight?: number | undefined;
  }

  /**
   * Whose sales a point stands for.
   * - `objective`: The best sales of the objective at this place, counted from 0.
   * - `as_needed`: What each payment lacks is sold.
   * - `floor`: The smallest sale that meets every payment on the worst path is sold, and all coins where none does.
   * - `sell_all`: All coins are sold at once.
   */
  export type FrontierPolicy =
    | { readonly objective: number }
    | "as_needed"
    | "floor"
    | "sell_all";

  /** Wealth at the end under some sales: its mean, its ruin and its tail. */
  export interface FrontierPoint {
    /** Whose sales they are. */
    readonly policy: FrontierPolicy;
    /** Sale now, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly sale_sat: number;
    /** Mean of coins at the last price and cash, in USD. */
    readonly expected_wealth_usd: number;
    /** Probability that a payment is not met. */
    readonly ruin_probability: number;
    /** Mean of the worst part of the outcomes, in USD: the conditional value at risk as a level. */
    readonly tail_mean_usd: number;
    /** Greatest mean of what is sought, in USD. Absent: a rule seeks nothing. */
    readonly objective_usd?: number;
    /** Whether no other point has at least the mean, at most the ruin and at least the tail, and one of them better. */
    readonly on_frontier: boolean;
  }

  /** Result of `optimal_sales`. */
  export interface OptimalSalesReport {
    /** Points: the best sales of each objective in their order, then the rules. */
    readonly points: readonly (FrontierPoint)[];
  }

  /** Result of `annualised_basis`. */
  export interface BasisReport {
    /** Basis per year of 365 days, not compounded, as a fraction: `(F/S - 1) 365 / days`. */
    readonly simple_per_year: number;
    /** Basis per year of 365 days, continuously compounded, as a fraction: `ln(F/S) 365 / days`. */
    readonly continuous_per_year: number;
  }

  /** Result of `annualised_funding`. */
  export interface FundingReport {
    /** Funding per year of 365 days, not compounded, as a fraction: `rate * 8760 / hours`. */
    readonly simple_per_year: number;
    /**
     * Funding per year of 365 days, compounded each interval, as a fraction: `(1 + rate)^(8760 / hours) - 1`; unbounded beyond what a number
     * holds.
     */
    readonly compounded_per_year: units.Outcome;
  }

  /** Result of `covered_call`. */
  export interface CoveredCallReport {
    /** Premium for one unit of the asset, in quote currency. */
    readonly premium: number;
    /** Price of the asset at expiry above which call and asset together gain, in quote currency. */
    readonly break_even: number;
    /** Premium over the price by the year of 365 days, not compounded, as a fraction; unbounded at expiry. */
    readonly yield_per_year: units.Outcome;
    /** Greatest gain of call and asset together over the price, as a fraction. */
    readonly greatest_gain: number;
    /** Probability that the call is exercised, under the risk-neutral measure. */
    readonly exercise_probability: number;
  }

  /** Result of `collar`. */
  export interface CollarReport {
    /** Price of the put for one unit of the asset, in quote currency. */
    readonly put_price: number;
    /**
     * Exercise price of the call whose sale pays for the put, in quote currency; unbounded where the put costs nothing, never where it costs
     * more than any call.
     */
    readonly call_strike: units.Outcome;
  }

  /** Linear impact of trading on the price of one bitcoin, and aversion to the risk of waiting. */
  export interface LinearImpact {
    /** Time between two slices, in days of 86,400 s. [d, above 0.0 to 1000000.0] */
    readonly slice_days: number;
    /** Volatility of the price, in USD per square root of a day; 0 or more. */
    readonly volatility_usd: number;
    /** Temporary impact, in USD for each bitcoin sold per day; above half of the permanent one over a slice. */
    readonly temporary_usd: number;
    /** Permanent impact, in USD for each bitcoin sold; 0 or more. [0.0 where absent] */
    readonly permanent_usd?: number | undefined;
    /** Half the spread and fee, in USD for each bitcoin; 0 or more. [0.0 where absent] */
    readonly fixed_usd?: number | undefined;
    /** Aversion to risk: expected USD that are given for one USD squared of variance less; 0 sells in equal slices. [0.0 where absent] */
    readonly risk_aversion?: number | undefined;
  }

  /** Cost of a schedule before its slices are whole satoshis. */
  export interface ExecutionCost {
    /** Rate at which the coins left decay, per day; 0 for equal slices. */
    readonly decay_per_day: number;
    /** Expected cost against the price at the start, in USD. */
    readonly expected_usd: number;
    /** Standard deviation of the cost, in USD. */
    readonly deviation_usd: number;
  }

  /** Result of `execution_schedule`. */
  export interface ExecutionScheduleReport {
    /**
     * Coins of each slice, in satoshis; together exactly the coins that are sold. What rounding leaves over goes to the largest remainders,
     * the earliest of equal ones.
     */
    readonly slice_sat: readonly (number)[];
    /** Coins left after each slice, in satoshis. */
    readonly left_sat: readonly (number)[];
    /** Expected cost, and its risk. Absent: the impact is not known. */
    readonly cost?: ExecutionCost;
  }

  /** Hashrate that will earn the hashprice: forwards are sold. */
  export interface HedgedQuantityHashprice {
    /** Petahash per second times days that will be mined. */
    readonly ph_days: number;
    /** Petahash per second times days of one contract. */
    readonly contract_ph_days: number;
  }

  /** Power that will be bought: forwards are bought. */
  export interface HedgedQuantityPower {
    /** Megawatt-hours that will be used. */
    readonly mwh: number;
    /** Megawatt-hours of one contract. */
    readonly contract_mwh: number;
  }

  /**
   * What is hedged.
   * - `hashprice`: Hashrate that will earn the hashprice: forwards are sold.
   * - `power`: Power that will be bought: forwards are bought.
   */
  export type HedgedQuantity =
    | { readonly hashprice: HedgedQuantityHashprice }
    | { readonly power: HedgedQuantityPower };

  /** The part that leaves the least variance, by moves of the past. */
  export interface HedgeRatioLeastVariance {
    /** Moves of the price that is earned or paid, in USD per unit. */
    readonly spot_moves: Float64Array | readonly (number)[];
    /** Moves of the forward in the same periods, in USD per unit. */
    readonly forward_moves: Float64Array | readonly (number)[];
  }

  /**
   * How much of the quantity is hedged.
   * - `part`: This part of the quantity; 1 for all of it.
   * - `least_variance`: The part that leaves the least variance, by moves of the past.
   */
  export type HedgeRatio =
    | { readonly part: number }
    | { readonly least_variance: HedgeRatioLeastVariance };

  /** What quantity and contracts come to at a settlement price. Costs are negative. */
  export interface HedgeResult {
    /** Settlement price of one unit, in USD. */
    readonly settlement_usd: number;
    /** What the quantity earns or costs at that price, in USD. */
    readonly spot_usd: number;
    /** What the contracts pay, in USD. */
    readonly contracts_usd: number;
    /** Both together, in USD. */
    readonly total_usd: number;
    /** Price of one unit that both come to, in USD. */
    readonly effective_usd: number;
  }

  /** Result of `forward_hedge`. */
  export interface ForwardHedgeReport {
    /** Part of the quantity that is to be hedged. */
    readonly ratio: number;
    /** Part of the variance that the hedge removes. Absent: the ratio was given. */
    readonly effectiveness?: units.Outcome;
    /** Contracts before rounding. */
    readonly exact_contracts: number;
    /** Whole contracts: sold for hashprice, bought for power. [from 0] */
    readonly contracts: number;
    /** Quantity that the contracts cover, in units. */
    readonly hedged: number;
    /** Quantity less what the contracts cover, in units; below 0 where they cover more. */
    readonly unhedged: number;
    /** Result at each settlement price, in the order of the request. */
    readonly results: readonly (HedgeResult)[];
  }

  /**
   * How a quantile is read between two observations (Hyndman and Fan 1996).
   * - `linear`: Type 7, linear between order statistics: NumPy, pandas, R.
   * - `inverse_cdf`: Type 1: the least observation that at least that part does not exceed; always one that was observed.
   * - `weibull`: Type 6 (Weibull): Excel's PERCENTILE.EXC.
   * - `median_unbiased`: Type 8: approximately median-unbiased.
   * - `normal_unbiased`: Type 9: approximately unbiased for normal observations.
   */
  export type QuantileConvention =
    | "linear"
    | "inverse_cdf"
    | "weibull"
    | "median_unbiased"
    | "normal_unbiased";

  /** Result of `pareto_tail`: losses beyond a threshold, and what they say about the worst. */
  export interface ParetoTail {
    /** Loss beyond which the tail was fitted, as a positive fraction. */
    readonly threshold: number;
    /** Scale of the distribution of the losses beyond the threshold, as a positive fraction. */
    readonly scale: number;
    /** Shape of the distribution, above 0: a fat tail. */
    readonly shape: number;
    /** Value at risk as a loss, a positive fraction. */
    readonly value_at_risk_loss: number;
    /** Expected shortfall as a loss, a positive fraction. Unbounded where the shape is 1 or more. */
    readonly expected_shortfall_loss: units.Outcome;
  }

  /**
   * A value, or the reason why there is none.
   * - `value`: The value.
   * - `never`: It does not happen: no value is good enough.
   * - `unbounded`: There is no limit: the number exceeds every bound.
   * - `every`: Every value is good enough.
   * - `undefined`: The question has no answer.
   */
  export type ParetoTailOutcome =
    | { readonly value: ParetoTail }
    | ("never" & { readonly value?: undefined })
    | ("unbounded" & { readonly value?: undefined })
    | ("every" & { readonly value?: undefined })
    | { readonly undefined: units.OutcomeUndefined; readonly value?: undefined };

  /** The worst returns, each convention by its name. Quantiles and shortfalls are returns, negative for a loss. */
  export interface TailMeasures {
    /** Part of the returns that is the tail. [from 0.0 to 1.0] */
    readonly tail: number;
    /** How quantiles are read between two returns. */
    readonly quantiles: QuantileConvention;
    /** Quantile of the returns at the tail, as a return: negative for a loss. */
    readonly value_at_risk_return: number;
    /** Value at risk as a loss: the negative of the quantile, positive for a loss. */
    readonly value_at_risk_loss: number;
    /** Mean of the `floor((n - 1) tail) + 1` least returns, as a return. */
    readonly floor_index_shortfall_return: number;
    /** Mean of the returns at or below the quantile, as a return. */
    readonly at_or_below_shortfall_return: number;
    /** Mean of the least part of the returns, that on the border weighted, as a return. */
    readonly weighted_shortfall_return: number;
    /** Quantile that a normal distribution of the same mean and standard deviation has, as a return. */
    readonly gaussian_value_at_risk_return: units.Outcome;
    /** Mean below the quantile of that normal distribution, as a return. */
    readonly gaussian_shortfall_return: units.Outcome;
    /** Generalized Pareto distribution fitted to the losses. */
    readonly pareto: ParetoTailOutcome;
    /** High quantile over low quantile, both as magnitudes. */
    readonly tail_ratio: units.Outcome;
  }

  /** A series beside its benchmark. */
  export interface BenchmarkMeasures {
    /** Jensen's alpha per year, as a fraction. */
    readonly alpha: units.Outcome;
    /** Beta: covariance over the variance of the benchmark. */
    readonly beta: units.Outcome;
    /** Mean over standard deviation of what the series returns beyond the benchmark, per period. */
    readonly information_ratio: units.Outcome;
    /** Annual return over that of the benchmark. */
    readonly capture: units.Outcome;
    /** Capture over the periods in which the benchmark rose. */
    readonly up_capture: units.Outcome;
    /** Capture over the periods in which the benchmark fell. */
    readonly down_capture: units.Outcome;
  }

  /** Result of `performance`. */
  export interface PerformanceReport {
    /** Number of returns. [from 0] */
    readonly observations: number;
    /** Number of periods per year that annual figures are told by. */
    readonly periods_per_year: number;
    /** Return over all periods, as a fraction. */
    readonly total_return: units.Outcome;
    /** Compound annual growth rate, as a fraction. */
    readonly annual_return: units.Outcome;
    /** Standard deviation per year, as a fraction (divisor: returns - 1). */
    readonly annual_volatility: units.Outcome;
    /** Sharpe ratio per year. */
    readonly sharpe: units.Outcome;
    /** Sortino ratio per year. */
    readonly sortino: units.Outcome;
    /** Downside deviation per year, as a fraction: root of the mean squared shortfall over all returns. */
    readonly downside_deviation: units.Outcome;
    /** Omega ratio at the least acceptable return. */
    readonly omega: units.Outcome;
    /** Least drawdown, 0 or a negative fraction of the peak. */
    readonly max_drawdown: number;
    /** Calmar ratio: annual return over the greatest drawdown. */
    readonly calmar: units.Outcome;
    /** Ulcer index: root of the mean squared drawdown (divisor: returns). */
    readonly ulcer_index: units.Outcome;
    /** Pain index: mean depth of the drawdowns, a positive fraction. */
    readonly pain_index: units.Outcome;
    /** Stability: part of the variance of the logarithm of wealth that a straight line explains. */
    readonly stability: units.Outcome;
    /** Skewness of the population. */
    readonly skewness: units.Outcome;
    /** Kurtosis of the population: 3 for the normal distribution. */
    readonly kurtosis: units.Outcome;
    /** Part of the returns other than 0 that are positive. */
    readonly win_rate: units.Outcome;
    /** Mean gain over mean loss. */
    readonly payoff_ratio: units.Outcome;
    /** Sum of gains over sum of losses. */
    readonly profit_factor: units.Outcome;
    /** Fraction of wealth that Kelly's rule would stake. */
    readonly kelly: units.Outcome;
    /** Probability that the true Sharpe ratio exceeds 0. */
    readonly probabilistic_sharpe: units.Outcome;
    /** Least number of returns after which the Sharpe ratio exceeds 0 with 95 % confidence. */
    readonly minimum_track_record: units.Outcome;
    /** Worst returns. */
    readonly tail: TailMeasures;
    /** Comparison with the benchmark. Absent: there is no benchmark. */
    readonly benchmark?: BenchmarkMeasures;
  }

  /** One drawdown of a table, deepest first. */
  export interface DrawdownTableRow {
    /** Depth at the lowest point as a negative fraction of the peak: -0.2 for 20 %. */
    readonly depth: number;
    /** Time of the peak before the drawdown, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly peak_ms: number;
    /** Time of the lowest point, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly trough_ms: number;
    /** Days from the peak to the lowest point. */
    readonly days_down: number;
    /** Days from the peak until it is reached again, or until the series ends. */
    readonly days_under_water: number;
    /** State of the recovery: `ok` where the peak was reached again, `never` where the series ends under water. */
    readonly recovery: units.RowStatus;
  }

  /** Result of `drawdown_table`. */
  export interface DrawdownTable {
    /** Drawdowns, deepest first. */
    readonly drawdowns: readonly (DrawdownTableRow)[];
  }

  /** One month of a table, oldest first. */
  export interface MonthlyReturn {
    /** Civil year. */
    readonly year: number;
    /** Month of the year, 1 to 12. [from 0] */
    readonly month: number;
    /** Compound return of the periods that end within the month, as a fraction. */
    readonly month_return: number;
    /** Compound return from the first period of the series to the end of the month, within the civil year. */
    readonly year_to_date: number;
    /** Number of periods that end within the month. [from 0] */
    readonly periods: number;
  }

  /** Result of `monthly_returns`. */
  export interface MonthlyReturns {
    /** Months, oldest first. */
    readonly months: readonly (MonthlyReturn)[];
  }

  /** Result of `sharpe_significance`. */
  export interface SharpeSignificance {
    /** Probability that the true ratio exceeds the benchmark. */
    readonly probabilistic_sharpe: units.Outcome;
    /** Number of independent trials that those tried amount to. */
    readonly effective_trials: units.Outcome;
    /** Sharpe ratio per year that the best of as many trials is expected to show by luck alone. */
    readonly expected_maximum_sharpe: units.Outcome;
    /** Probability that the true ratio exceeds what luck alone is expected to show. */
    readonly deflated_sharpe: units.Outcome;
    /** Least number of returns after which the ratio exceeds the benchmark with the confidence. */
    readonly minimum_track_record: units.Outcome;
    /** Confidence of the least track record. [from 0.0 to 1.0] */
    readonly confidence: number;
  }

  /** Result of `overfitting`. */
  export interface OverfittingReport {
    /** Number of splits of the parts in two halves. [from 0] */
    readonly splits: number;
    /** Part of the splits in which the strategy that was best in one half is at or below the median in the other. */
    readonly probability_of_overfitting: units.Outcome;
  }

  /** One stretch after the other, trained with what lies before it. */
  export interface TimeSplitsWalkForward {
    /** Number of periods to train with. [from 0] */
    readonly train: number;
    /** Number of periods to test after them. [from 0] */
    readonly test: number;
    /** Whether the training begins at the first period and grows; otherwise it rolls. */
    readonly anchored: boolean;
  }

  /** Consecutive folds, each trained with all that neither sees it nor follows it at once. */
  export interface TimeSplitsPurged {
    /** Number of folds. [from 0] */
    readonly folds: number;
    /** Number of periods that a decision looks ahead. [from 0] */
    readonly horizon: number;
    /** Number of further periods left out after a test. [from 0] */
    readonly embargo: number;
  }

  /** Every choice of several of the groups as the test. */
  export interface TimeSplitsCombinatorial {
    /** Number of groups of consecutive periods. [from 0] */
    readonly groups: number;
    /** Number of groups that are tested at once. [from 0] */
    readonly test_groups: number;
    /** Number of periods that a decision looks ahead. [from 0] */
    readonly horizon: number;
    /** Number of further periods left out after a test. [from 0] */
    readonly embargo: number;
  }

  /**
   * How time is cut into rows to train with and rows to test.
   * - `walk_forward`: One stretch after the other, trained with what lies before it.
   * - `purged`: Consecutive folds, each trained with all that neither sees it nor follows it at once.
   * - `combinatorial`: Every choice of several of the groups as the test.
   */
  export type TimeSplits =
    | { readonly walk_forward: TimeSplitsWalkForward }
    | { readonly purged: TimeSplitsPurged }
    | { readonly combinatorial: TimeSplitsCombinatorial };

  /** One split: who was chosen, and what came of it. */
  export interface SelectionSplit {
    /** Number of periods that it was trained with. [from 0] */
    readonly trained: number;
    /** Number of periods that were tested. [from 0] */
    readonly tested: number;
    /** Place of the strategy with the greatest Sharpe ratio in training, counted from 0; the first of equal ones. */
    readonly chosen: units.uint32Outcome;
    /** Sharpe ratio per year of the chosen strategy in training. */
    readonly in_sample: units.Outcome;
    /** Sharpe ratio per year of the chosen strategy in the test. */
    readonly out_of_sample: units.Outcome;
  }

  /** Result of `selection_out_of_sample`. */
  export interface SelectionReport {
    /** Splits of time, in order. */
    readonly splits: readonly (SelectionSplit)[];
    /** Sharpe ratio per year of each path through time that is made of tests alone: one path, or as many as each group is tested. */
    readonly path_sharpe: readonly (units.Outcome)[];
    /** Mean Sharpe ratio per year of the chosen strategies in the rows that chose them. */
    readonly mean_in_sample: units.Outcome;
    /** Mean Sharpe ratio per year of the chosen strategies in the rows that were tested. */
    readonly mean_out_of_sample: units.Outcome;
    /** Mean out of sample over that in sample: what is left of the promise. Undefined unless the promise is above 0. */
    readonly efficiency: units.Outcome;
  }

  /** Coins that were mined. */
  export interface MinedCoins {
    /** Instant of receipt, in Unix milliseconds UTC, within the bars. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Coins received, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: number;
  }

  /**
   * A value, or the reason why there is none.
   * - `value`: The value.
   * - `never`: It does not happen: no value is good enough.
   * - `unbounded`: There is no limit: the number exceeds every bound.
   * - `every`: Every value is good enough.
   * - `undefined`: The question has no answer.
   */
  export type PerformanceReportOutcome =
    | { readonly value: PerformanceReport }
    | ("never" & { readonly value?: undefined })
    | ("unbounded" & { readonly value?: undefined })
    | ("every" & { readonly value?: undefined })
    | { readonly undefined: units.OutcomeUndefined; readonly value?: undefined };

  /** The treasury after each close, in order of time. */
  export interface EquityTable {
    /** Closes of the bars, in Unix milliseconds UTC. */
    readonly time_ms: readonly (number)[];
    /** Closing prices of one bitcoin, in USD. */
    readonly price_usd: readonly (number)[];
    /** Coins held, in satoshis. */
    readonly coins_sat: readonly (number)[];
    /** Cash held, in millionths of a dollar; below 0 where payments exceeded it. */
    readonly cash_micro_usd: readonly (number)[];
    /** Coins at the price, and cash, in USD. */
    readonly equity_usd: readonly (number)[];
    /** Cash at the price, and coins, in bitcoin. */
    readonly equity_btc: readonly (number)[];
    /** Coins mined into each close, in satoshis. */
    readonly mined_sat: readonly (number)[];
    /** Payments made at each close, in millionths of a dollar. */
    readonly paid_micro_usd: readonly (number)[];
    /** Coins held short in futures from each close to the next, in satoshis. */
    readonly short_sat: readonly (number)[];
    /** Cash that futures brought at each close after their costs, in millionths of a dollar; below 0 where they cost. */
    readonly futures_micro_usd: readonly (number)[];
  }

  /** Trades, in order of time. */
  export interface TradeTable {
    /** Closes at which they were made, in Unix milliseconds UTC. */
    readonly time_ms: readonly (number)[];
    /** Coins sold, in satoshis; below 0: bought. */
    readonly sold_sat: readonly (number)[];
    /** Prices of one bitcoin before costs, in USD. */
    readonly price_usd: readonly (number)[];
    /** Cash that each brought after costs, in millionths of a dollar; below 0 for a purchase. */
    readonly cash_micro_usd: readonly (number)[];
    /** Costs of each against its value at the price, in millionths of a dollar. */
    readonly cost_micro_usd: readonly (number)[];
  }

  /** Coins of one lot that are held at the end of a run. */
  export interface HeldLot {
    /** Instant of acquisition, in Unix milliseconds UTC. Absent: an average. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly acquired_ms?: number;
    /** Coins of the lot that are held, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: number;
    /** Cost of the coins held, in USD. (decimal text) */
    readonly cost_usd: string;
  }

  /** What the exact ledger says of a run. */
  export interface LedgerAnswer {
    /** Number of events that the run amounts to. [from 0] */
    readonly events: number;
    /** Coins at the end, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Cash at the end, in USD. (decimal text) */
    readonly cash_usd: string;
    /** Cost of the coins at the end, in USD. (decimal text) */
    readonly cost_usd: string;
    /** Gain of all disposals, in USD. (decimal text) */
    readonly realised_usd: string;
    /** Value of the coins at the last close less their cost, in USD. (decimal text) */
    readonly unrealised_usd: string;
    /** Value of the mined coins at receipt, and cash that futures brought where they did, in USD. (decimal text) */
    readonly income_usd: string;
    /** Payments made, and cash that futures cost where they did, in USD. (decimal text) */
    readonly expenses_usd: string;
    /** Lots that are held, in the order in which they leave. */
    readonly lots: readonly (HeldLot)[];
    /** Disposals, a line for each lot that they took. */
    readonly disposals: readonly (Disposal)[];
  }

  /** Result of `backtest`. */
  export interface BacktestReport {
    /** Number of bars. [from 0] */
    readonly bars: number;
    /** Coins at the end, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Cash at the end, in USD. (decimal text) */
    readonly cash_usd: string;
    /** Coins mined, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly mined_sat: number;
    /** Payments made, in USD. (decimal text) */
    readonly paid_usd: string;
    /** Payments after the last bar, in USD. (decimal text) */
    readonly unpaid_usd: string;
    /** Cash after costs of all sales less that of all purchases, in USD. (decimal text) */
    readonly traded_usd: string;
    /** Costs of all trades, in USD. (decimal text) */
    readonly costs_usd: string;
    /** Cash that futures brought after their costs, in USD; below 0 where they cost. (decimal text) */
    readonly futures_usd: string;
    /** Number of trades. [from 0] */
    readonly trades: number;
    /** Greatest overdraft of cash, in USD: 0 where every payment was met. (decimal text) */
    readonly shortfall_usd: string;
    /** First close at which a payment was not met, in Unix milliseconds UTC. `never` where each was. */
    readonly first_shortfall_ms: units.TimestampOutcome;
    /**
     * Performance in USD: mined coins and payments are flows, not returns. Undefined where nothing is left, or a payment was not met: an overdraft
     * that nobody lent would count as leverage.
     */
    readonly performance_usd: PerformanceReportOutcome;
    /** Performance in bitcoin: of the same treasury, counted in coins at the closing price. */
    readonly performance_btc: PerformanceReportOutcome;
    /** Treasury at each close. */
    readonly equity: EquityTable;
    /** Trades, in order of time. */
    readonly trade_table: TradeTable;
    /** The ten deepest drawdowns of the flow-adjusted wealth in USD. */
    readonly drawdowns: readonly (DrawdownTableRow)[];
    /** Lots, disposals and gains, by the exact ledger. */
    readonly ledger: LedgerAnswer;
  }

  /**
   * Every pair of moving averages of the closing price whose windows lie between two lengths, the short one of each pair first: (2, 3),
   * (2, 4), ..., (3, 4), ... Where the short average crosses above the long one, all cash buys coins; where it crosses below, all coins are
   * sold. Both averages are means of so many closes.
   */
  export interface MovingAverageCrossings {
    /** Length of the shortest window, in bars. [from 1 to 100000] */
    readonly shortest: number;
    /** Length of the longest window, in bars, above the shortest. [from 2 to 100000] */
    readonly longest: number;
  }

  /**
   * What a sweep tries, each a trial.
   * - `policies`: Policies, in this order.
   * - `crossings`: Crossings of two moving averages.
   * - `orders`: Orders that somebody else has made: of each trial a number for each bar, satoshis to sell at its close, below 0 to buy. A trial whose coins or cash do not suffice for an order is refused, and filled no further.
   */
  export type Candidates =
    | { readonly policies: readonly (Policy)[] }
    | { readonly crossings: MovingAverageCrossings }
    | { readonly orders: readonly (BigInt64Array | Float64Array | readonly (number | bigint)[])[] };

  /** One row for each trial, in the order of the candidates. Measures are of the flow-adjusted returns in USD. */
  export interface TrialTable {
    /**
     * Whether each trial ran to the last bar: `undefined` where nothing was left at a close or a payment was not met, `refused` where an order could
     * not be filled.
     */
    readonly status: readonly (units.RowStatus)[];
    /** Returns over all bars, as fractions. */
    readonly total_return: readonly (units.Outcome)[];
    /** Sharpe ratios per year. */
    readonly sharpe: readonly (units.Outcome)[];
    /** Least drawdowns, 0 or negative fractions. */
    readonly max_drawdown: readonly (units.Outcome)[];
    /** Coins at the end, in satoshis. */
    readonly coins_sat: readonly (number)[];
    /** Cash at the end, in millionths of a dollar. */
    readonly cash_micro_usd: readonly (number)[];
    /** Numbers of trades. */
    readonly trades: readonly (number)[];
    /** Greatest overdrafts of cash, in millionths of a dollar: 0 where every payment was met. */
    readonly shortfall_micro_usd: readonly (number)[];
  }

  /**
   * A value, or the reason why there is none.
   * - `value`: The value.
   * - `never`: It does not happen: no value is good enough.
   * - `unbounded`: There is no limit: the number exceeds every bound.
   * - `every`: Every value is good enough.
   * - `undefined`: The question has no answer.
   */
  export type SharpeSignificanceOutcome =
    | { readonly value: SharpeSignificance }
    | ("never" & { readonly value?: undefined })
    | ("unbounded" & { readonly value?: undefined })
    | ("every" & { readonly value?: undefined })
    | { readonly undefined: units.OutcomeUndefined; readonly value?: undefined };

  /** Result of `BacktestSweep`. */
  export interface SweepReport {
    /** Number of trials. [from 0] */
    readonly trials: number;
    /** Number of returns of each. [from 0] */
    readonly returns: number;
    /** Trials. */
    readonly table: TrialTable;
    /** Place of the trial with the greatest Sharpe ratio, counted from 0; the first of equal ones. */
    readonly best: units.uint32Outcome;
    /** Mean correlation between the returns of the trials that have a Sharpe ratio. */
    readonly mean_correlation: units.Outcome;
    /** Variance of their Sharpe ratios per year. */
    readonly sharpe_variance: units.Outcome;
    /** Whether the best ratio is luck; undefined with the reason where no trial has one. */
    readonly significance: SharpeSignificanceOutcome;
    /** Part of the splits of time in which the best of one half is at or below the median in the other. Absent: it was not asked for. */
    readonly probability_of_overfitting?: units.Outcome;
  }

  /** Geometric Brownian motion: the logarithm moves by `(drift - volatility^2 / 2) t + volatility sqrt(t) z`. */
  export interface BrownianModel {
    /** Growth rate of the expected price per year, as a fraction: its mean is multiplied by `e^drift` in a year. [1/year, from -10.0 to 10.0] */
    readonly price_drift_per_year: number;
    /** Volatility of the price, per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly price_volatility: number;
    /** Growth rate of the expected difficulty per year, as a fraction. [1/year, from -10.0 to 10.0; 0.0 where absent] */
    readonly difficulty_drift_per_year?: number | undefined;
    /** Volatility of the difficulty, per square root of a year. Absent: it grows without chance. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly difficulty_volatility?: number | undefined;
    /** Correlation between the moves of price and difficulty in the same period. [from -1.0 to 1.0; 0.0 where absent] */
    readonly correlation?: number | undefined;
  }

  /**
   * Moves of the past, one pair per period of the simulation, drawn in blocks of consecutive periods that begin anywhere and go on at the
   * start where the history ends: the circular block bootstrap (Politis and Romano 1992).
   */
  export interface JointBootstrap {
    /** Moves of the price's logarithm, one per period, -10 to 10. */
    readonly log_price_moves: Float64Array | readonly (number)[];
    /** Moves of the difficulty's logarithm in the same periods, -10 to 10. */
    readonly log_difficulty_moves: Float64Array | readonly (number)[];
    /** Number of consecutive periods that are drawn together, 1 or more. [from 1 to 100000] */
    readonly block_periods: number;
  }

  /**
   * How price and difficulty move.
   * - `brownian`: Geometric Brownian motion of both, correlated.
   * - `bootstrap`: Moves of the past, both from the same periods, in blocks.
   */
  export type MoveModel =
    | { readonly brownian: BrownianModel }
    | { readonly bootstrap: JointBootstrap };

  /** Result of `TreasurySimulation`. All figures are of the simulated paths. */
  export interface TreasurySimulationReport {
    /** Number of simulated paths. [from 0] */
    readonly paths: number;
    /** Part of the paths on which a payment is not met. */
    readonly probability_of_shortfall: number;
    /** Lower end of the exact 95 % interval of that probability. */
    readonly probability_of_shortfall_low: number;
    /** Upper end of the exact 95 % interval of that probability. */
    readonly probability_of_shortfall_high: number;
    /** Mean of coins at the last price and cash, less the loan that is still owed, in USD. */
    readonly mean_equity_usd: number;
    /** Standard error of that mean, in USD. */
    readonly standard_error_usd: number;
    /** Quantile of the equity at the tail, in USD (linear between paths). */
    readonly tail_equity_usd: number;
    /** Mean equity of the worst part of the paths, in USD: the conditional value at risk as a level (Acerbi and Tasche 2002). */
    readonly tail_mean_equity_usd: number;
    /** Levels of `equity_usd`, as asked. */
    readonly quantiles: readonly (number)[];
    /** Quantiles of the equity at the end, in USD, in the order of `quantiles` (linear between paths). */
    readonly equity_usd: readonly (number)[];
    /** Mean of the coins at the end, in satoshis. */
    readonly mean_coins_sat: number;
    /** Mean of the operating cash flow, in USD: value of the coins mined less payments. */
    readonly mean_cash_flow_usd: number;
    /** Quantile of the operating cash flow at the tail, in USD. */
    readonly tail_cash_flow_usd: number;
    /** Cash flow at risk, in USD: mean of the operating cash flow less its quantile at the tail. */
    readonly cash_flow_at_risk_usd: number;
    /** Mean of the least cash of each path, in USD. */
    readonly mean_least_cash_usd: number;
    /** Mean price at the end of each period, in USD. */
    readonly mean_price_usd: readonly (number)[];
    /** Mean cash at the end of each period, in USD. */
    readonly mean_cash_usd: readonly (number)[];
    /** Mean coins at the end of each period, in satoshis. */
    readonly mean_period_coins_sat: readonly (number)[];
    /** Part of the paths on which a payment was not met by the end of each period. */
    readonly shortfall_by_period: readonly (number)[];
  }

  /** Effect of one stress on the treasury. */
  export interface StressRow {
    /** Stress. */
    readonly stress: Stress;
    /** Coins at the end, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Cash at the end, in USD. (decimal text) */
    readonly cash_usd: string;
    /** Coins at the last price and cash, less the loan that is still owed, in USD. */
    readonly equity_usd: number;
    /** Operating cash flow over all periods, in USD: value of the coins mined less payments. (decimal text) */
    readonly cash_flow_usd: string;
    /** Coins sold, in satoshis, less those bought. */
    readonly sold_sat: number;
    /** Least cash at the end of a period, in USD; below 0 where a payment was not met. (decimal text) */
    readonly least_cash_usd: string;
    /** End of the first period whose payments were not met, in Unix milliseconds UTC. `never` where all were. */
    readonly first_shortfall_ms: units.TimestampOutcome;
    /** Price at the end of each period, in USD. */
    readonly price_usd: readonly (number)[];
    /** Cash at the end of each period, in USD. */
    readonly period_cash_usd: readonly (number)[];
    /** Coins at the end of each period, in satoshis. */
    readonly period_coins_sat: readonly (number)[];
  }

  /** Result of `stress_treasury`. */
  export interface StressReport {
    /** Stresses, in the order of the request. */
    readonly rows: readonly (StressRow)[];
  }

  /** Inputs of `ledger`. */
  export interface LedgerRequest {
    /** Rules of the ledger. */
    readonly policy: LedgerPolicy;
    /** Events, oldest first. */
    readonly events: readonly (Event)[];
  }

  /** Parameters of `ledger_history`. */
  export interface HistoryParams {
    /** Rules of the ledger; a method that answers at once, so not that of the United Kingdom, and none that needs names. */
    readonly policy: LedgerPolicy;
  }

  /** Columns that `treasury.ledger_history` takes. */
  export interface LedgerHistoryInput extends Columns {
    /** Instant of the event, in Unix milliseconds UTC; not before the row above. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Kind of the event. */
    readonly kind: readonly EventKind[] | Words<EventKind> | EventKind;
    /** Coins, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: BigInt64Array | Float64Array | readonly (number | bigint)[] | number | bigint;
    /** Money, in millionths of the currency of the policy. */
    readonly value_micro: BigInt64Array | Float64Array | readonly (number | bigint)[] | number | bigint;
    /** Fee in cash, in millionths of the currency of the policy. */
    readonly fee_micro: BigInt64Array | Float64Array | readonly (number | bigint)[] | number | bigint;
    /** Fee in coins, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly fee_sat: BigInt64Array | Float64Array | readonly (number | bigint)[] | number | bigint;
    /** Number of the wallet. [from 0] */
    readonly wallet: BigInt64Array | Float64Array | readonly (number | bigint)[] | number | bigint;
    /** Number of the wallet that receives a transfer. [from 0] */
    readonly to_wallet: BigInt64Array | Float64Array | readonly (number | bigint)[] | number | bigint;
  }

  /** Columns that `treasury.ledger_history` answers. */
  export interface LedgerHistoryColumns extends Columns {
    /** Proceeds of the coins that the event disposed of, in millionths of the currency. */
    readonly proceeds_micro: BigInt64Array;
    /** Cost for tax of the coins that the event disposed of or wrote off, in millionths of the currency. */
    readonly cost_micro: BigInt64Array;
    /** Gain for tax, proceeds less cost, in millionths of the currency. */
    readonly gain_micro: BigInt64Array;
    /** Part of the gain that is long-term, in millionths of the currency. */
    readonly long_term_gain_micro: BigInt64Array;
    /** Coins of all wallets after the event, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly balance_sat: BigInt64Array;
    /** Cash after the event, in millionths of the currency. */
    readonly cash_micro: BigInt64Array;
  }

  /** Inputs of `roll_forward`. */
  export interface RollForwardRequest {
    /** Rules of the ledger. */
    readonly policy: LedgerPolicy;
    /** Events, oldest first; a mark before each end of the period at which there are coins. */
    readonly events: readonly (Event)[];
    /** Beginning of the period, in Unix milliseconds UTC: events from then on belong to it. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly begin_ms: number | Date | string;
    /** End of the period, in Unix milliseconds UTC: events from then on are left out. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly end_ms: number | Date | string;
  }

  /** Inputs of `journal`. */
  export interface JournalRequest {
    /** Rules of the ledger. */
    readonly policy: LedgerPolicy;
    /** Events, oldest first. */
    readonly events: readonly (Event)[];
    /** Cost of the coins that counts. ["book" where absent] */
    readonly basis?: Basis | undefined;
    /** Whether each observed price adjusts the coins to their fair value; otherwise they stay at cost. [false where absent] */
    readonly at_fair_value?: boolean | undefined;
  }

  /** Inputs of `minimum_tax`. */
  export interface MinimumTaxRequest {
    /** Rules of the ledger, whose method is specific identification: no other lets the lots be chosen. */
    readonly policy: LedgerPolicy;
    /** Events before the sale, oldest first. */
    readonly events: readonly (Event)[];
    /** Instant of the sale, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Sale without its lots. */
    readonly sale: Sale;
    /** Tax rate of gains that are not long-term, as a fraction. [from 0.0 to 1.0] */
    readonly short_term_rate: number;
    /** Tax rate of long-term gains, as a fraction. [from 0.0 to 1.0] */
    readonly long_term_rate: number;
  }

  /** Inputs of `statement_events`. */
  export interface StatementRequest {
    /** Rules of the ledger that takes the events: its currency is the cash of the statements. */
    readonly policy: LedgerPolicy;
    /** Lines of account statements, in any order. */
    readonly rows: readonly (market.LedgerRow)[];
  }

  /** Inputs of `coverage`. */
  export interface CoverageRequest {
    /** Treasury, market and dated payments now. */
    readonly observation: Observation;
    /** Expenses that the cash is held against. */
    readonly expenses: Expenses;
    /** Span that the cash is to last, in days of 86,400 s. Absent: no sale is asked for. [d, above 0.0 to 1000000.0] */
    readonly target_days?: number | undefined;
  }

  /** Inputs of `net_to_gross`. */
  export interface NetToGrossRequest {
    /** Sum that the sale is to bring after costs, in USD. (decimal text) */
    readonly net_usd: string;
    /** Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly price_usd: number;
    /** Costs of a trade. */
    readonly costs: Costs;
    /** Most coins that can be sold, in satoshis. Absent: all that exist. [sat, from 0 to 2100000000000000] */
    readonly most_sat?: number | undefined;
  }

  /** Inputs of `runway`. */
  export interface RunwayRequest {
    /** Cash held, in USD, at least 0. (decimal text) */
    readonly cash_usd: string;
    /** Coins held, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Sum that is paid in each step, in USD, at least 0. (decimal text) */
    readonly expense_usd: string;
    /** Price of one bitcoin in the first step, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly price_usd: number;
    /** Price of each step over that of the step before, above 0, at most 10. [from 0.0 to 1000000000000.0] */
    readonly price_factor: number;
    /** Costs of a trade. */
    readonly costs: Costs;
    /** Coins mined before each further step, in satoshis. [sat, from 0 to 2100000000000000; 0 where absent] */
    readonly mined_sat?: number | undefined;
    /** Number of steps that are looked at. [from 1 to 100000; 1200 where absent] */
    readonly max_steps?: number | undefined;
  }

  /** Inputs of `cash_forecast`. */
  export interface CashForecastRequest {
    /** Instant at which the first week begins, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Cash at the start, in USD, 0 or more. (decimal text) */
    readonly cash_usd: string;
    /** Coins at the start, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Debt at the start, in USD, 0 or more. (decimal text) ["0" where absent] */
    readonly debt_usd?: string | undefined;
    /** Costs of a sale. */
    readonly costs: Costs;
    /** Price of one bitcoin that is assumed at the end of each week, in USD: as many weeks as prices, 13 by custom. */
    readonly price_usd: Float64Array | readonly (number)[];
    /** Coins mined in each week, in satoshis. Absent: none are mined. */
    readonly mined_sat?: BigInt64Array | Float64Array | readonly (number | bigint)[] | undefined;
    /** Sums that come and go, in any order; those before the start and after the last week are refused. [[] where absent] */
    readonly lines?: readonly (ForecastLine)[] | undefined;
    /** Cash to which coins are sold at the end of each week that ends with less, in USD. Absent: no coins are sold. (decimal text) */
    readonly cash_floor_usd?: string | undefined;
    /** Covenants that the end of each week is held against. [[] where absent] */
    readonly covenants?: readonly (Covenant)[] | undefined;
  }

  /** Inputs of `loan`. */
  export interface LoanRequest {
    /** Debt with interest so far, in USD, at least 0. (decimal text) */
    readonly debt_usd: string;
    /** Coins pledged, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly collateral_sat: number;
    /** Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly price_usd: number;
    /** Loan to value that a cure restores, above 0. [from 0.0 to 1.0] */
    readonly target_ltv: number;
    /** Loan to value of a margin call, above that of the cure. [from 0.0 to 1.0] */
    readonly margin_ltv: number;
    /** Loan to value of liquidation, above that of a margin call. [from 0.0 to 1.0] */
    readonly liquidation_ltv: number;
    /** Beliefs about the price. Absent: no probabilities are told. */
    readonly outlook?: LoanOutlook | undefined;
  }

  /** Inputs of `decide`. */
  export interface DecideRequest {
    /** Policy that decides. */
    readonly policy: Policy;
    /** Treasury and market now. */
    readonly observation: Observation;
    /** Memory of the policy, as its last answer gave it. Absent: this is its first decision. [{"memories":[]} where absent] */
    readonly state?: State | undefined;
  }

  /** Inputs of `robust_floor`. */
  export interface FloorRequest {
    /** Treasury, market and dated payments now. */
    readonly observation: Observation;
    /** Promises about the future. */
    readonly terms: FloorTerms;
  }

  /** Inputs of `reverse_stress`. */
  export interface ReverseStressRequest {
    /** Treasury, market and dated payments before the shock. */
    readonly observation: Observation;
    /** Promises about the future after the shock. */
    readonly terms: FloorTerms;
    /** Shock in its full size. */
    readonly shock: Shock;
  }

  /** Inputs of `optimal_sales`. */
  export interface OptimalSalesRequest {
    /** Price of one bitcoin now, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly price_usd: number;
    /** Factor of the price in a move up, above that of a move down. [from 0.0 to 1000000000000.0] */
    readonly up: number;
    /** Factor of the price in a move down, above 0. [from 0.0 to 1000000000000.0] */
    readonly down: number;
    /** Probability of a move up. [from 0.0 to 1.0] */
    readonly up_probability: number;
    /** Coins held, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Cash held, in USD, 0 or more. (decimal text) */
    readonly cash_usd: string;
    /** Costs of a sale: in proportion to it. */
    readonly costs: Costs;
    /** Payment at each step, in USD, the first now and a move of the price before each further one; 1 to 12 of them, 0 or more each. */
    readonly payments_usd: readonly (string)[];
    /** Coins that arrive before each further step, in satoshis. [sat, from 0 to 2100000000000000; 0 where absent] */
    readonly mined_sat?: number | undefined;
    /** Number of equal parts of all coins that a sale may be made of. [from 1 to 100; 4 where absent] */
    readonly sizes?: number | undefined;
    /** What is sought, each by itself: one point of the frontier. */
    readonly objectives: readonly (Objective)[];
    /** Part of the outcomes that is the tail, above 0 and below 1. [from 0.0 to 1.0; 0.05 where absent] */
    readonly tail?: number | undefined;
  }

  /** Inputs of `annualised_basis`. */
  export interface BasisRequest {
    /** Price of the dated future, in quote currency. [from 1e-18 to 1e+18] */
    readonly future: number;
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Time to the future's expiry, in days of 86,400 s. [d, above 0.0 to 1000000.0] */
    readonly days: number;
  }

  /** Inputs of `annualised_funding`. */
  export interface FundingRequest {
    /** Funding of one interval, as a fraction of the position; above 0 longs pay shorts. [from -0.5 to 0.5] */
    readonly rate: number;
    /** Length of the interval, in hours. [from 0.01 to 8760.0; 8.0 where absent] */
    readonly interval_hours?: number | undefined;
  }

  /** Inputs of `covered_call`. */
  export interface CoveredCallRequest {
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Exercise price of the call that is sold, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
  }

  /** Inputs of `collar`. */
  export interface CollarRequest {
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Exercise price of the put that is bought, in quote currency. [from 1e-18 to 1e+18] */
    readonly put_strike: number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
  }

  /** Inputs of `execution_schedule`. */
  export interface ExecutionScheduleRequest {
    /** Coins that are sold in all, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly amount_sat: number;
    /** Number of slices, at equal distances in time. [from 1 to 100000] */
    readonly slices: number;
    /** Impact of trading on the price, and the risk of waiting. Absent: equal slices (TWAP), and nothing is said of their cost. */
    readonly impact?: LinearImpact | undefined;
  }

  /** Inputs of `forward_hedge`. */
  export interface ForwardHedgeRequest {
    /** Quantity that is hedged, and the size of a contract. */
    readonly quantity: HedgedQuantity;
    /** Forward price of one unit, in USD; above 0 for hashprice. */
    readonly forward_usd: number;
    /** How much of the quantity is hedged. */
    readonly ratio: HedgeRatio;
    /** Settlement prices of one unit, in USD, at which the result is told. Absent: none. [[] where absent] */
    readonly settlements_usd?: Float64Array | readonly (number)[] | undefined;
  }

  /** Inputs of `performance`. */
  export interface PerformanceRequest {
    /** Simple returns of equal periods as fractions, oldest first: 0.01 for 1 %. One or more. */
    readonly returns: Float64Array | readonly (number)[];
    /** Number of periods per year: 365 for days of a market that never closes, 252 for exchange days. [from 0.01 to 1000000000.0; 365.0 where absent] */
    readonly periods_per_year?: number | undefined;
    /** Rate free of risk per year, compounding, as a fraction above -1. [0.0 where absent] */
    readonly risk_free_per_year?: number | undefined;
    /** Least acceptable return per year, compounding, as a fraction above -1: downside and omega are about it. [0.0 where absent] */
    readonly minimum_per_year?: number | undefined;
    /** Part of the returns that is the tail, above 0 and below 1: 0.05 for the worst of twenty. [from 0.0 to 1.0; 0.05 where absent] */
    readonly tail?: number | undefined;
    /** How quantiles are read between two returns. ["linear" where absent] */
    readonly quantiles?: QuantileConvention | undefined;
    /** Returns of a benchmark in the same periods. Absent: no comparison. */
    readonly benchmark?: Float64Array | readonly (number)[] | undefined;
  }

  /** Inputs of `drawdown_table`. */
  export interface DrawdownTableRequest {
    /** Start of the first period, in Unix milliseconds: where the first peak stands. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Ends of the periods, in Unix milliseconds, each after the one before. */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | Date | string)[];
    /** Returns of the periods, as fractions above -1: 0.01 for 1 %. */
    readonly returns: Float64Array | readonly (number)[];
    /** Greatest number of drawdowns that are told, the deepest first, 1 to 1,000,000. [from 1 to 1000000; 10 where absent] */
    readonly most?: number | undefined;
  }

  /** Inputs of `monthly_returns`. */
  export interface MonthlyReturnsRequest {
    /** Ends of the periods, in Unix milliseconds, each after the one before. */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | Date | string)[];
    /** Returns of the periods, as fractions: 0.01 for 1 %. */
    readonly returns: Float64Array | readonly (number)[];
    /** Offset of the clock whose months are meant, in minutes from UTC. [min, from -1080 to 1080; 0 where absent] */
    readonly utc_offset_min?: number | undefined;
  }

  /** Inputs of `RollingPerformance`. */
  export interface RollingPerformanceParams {
    /** Number of periods in the window, 2 to 10,000. [from 2 to 10000] */
    readonly window: number;
    /** Number of periods per year, which ratios and volatility are told by: 365 for days of a market that never closes. [from 0.01 to 1000000000.0; 365.0 where absent] */
    readonly periods_per_year?: number | undefined;
    /** Return per period that is free of risk, as a fraction. [0.0 where absent] */
    readonly risk_free_per_period?: number | undefined;
  }

  /** Columns that `treasury.rolling_performance` takes. */
  export interface RollingPerformanceInput extends Columns {
    /** End of the period, in Unix milliseconds, after the one before. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Return of the period, as a fraction: 0.01 for 1 %. */
    readonly period_return: Float64Array | readonly number[] | number;
  }

  /** Columns that `treasury.rolling_performance` answers. */
  export interface RollingPerformanceColumns extends Columns {
    /** Compound return over the window, as a fraction; NaN before the window is full. */
    readonly window_return: Float64Array;
    /** Standard deviation of the returns per year, as a fraction; NaN before the window is full. */
    readonly annual_volatility: Float64Array;
    /** Sharpe ratio per year; NaN before the window is full, and where the status says why. */
    readonly sharpe: Float64Array;
    /** Sortino ratio per year; NaN before the window is full, and where the status says why. */
    readonly sortino: Float64Array;
    /** Least drawdown within the window, 0 or negative; NaN before the window is full. */
    readonly max_drawdown: Float64Array;
    /** State of the Sharpe ratio: `undefined` where the returns of the window do not vary. */
    readonly sharpe_status: Words<units.RowStatus>;
    /** State of the Sortino ratio: `undefined` where no return of the window is negative. */
    readonly sortino_status: Words<units.RowStatus>;
  }

  /** One event of `treasury.rolling_performance`. */
  export interface RollingPerformanceEvent extends Columns {
    /** End of the period, in Unix milliseconds, after the one before. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** Return of the period, as a fraction: 0.01 for 1 %. */
    readonly period_return: number;
  }

  /** One output of `treasury.rolling_performance`. */
  export interface RollingPerformanceRow extends Columns {
    /** Compound return over the window, as a fraction; NaN before the window is full. */
    readonly window_return: number;
    /** Standard deviation of the returns per year, as a fraction; NaN before the window is full. */
    readonly annual_volatility: number;
    /** Sharpe ratio per year; NaN before the window is full, and where the status says why. */
    readonly sharpe: number;
    /** Sortino ratio per year; NaN before the window is full, and where the status says why. */
    readonly sortino: number;
    /** Least drawdown within the window, 0 or negative; NaN before the window is full. */
    readonly max_drawdown: number;
    /** State of the Sharpe ratio: `undefined` where the returns of the window do not vary. */
    readonly sharpe_status: units.RowStatus;
    /** State of the Sortino ratio: `undefined` where no return of the window is negative. */
    readonly sortino_status: units.RowStatus;
  }

  /** Inputs of `sharpe_significance`. */
  export interface SharpeSignificanceRequest {
    /** Sharpe ratio per year. */
    readonly sharpe: number;
    /** Number of returns that the ratio was estimated from, 2 to 1e9. [from 2 to 1000000000] */
    readonly returns: number;
    /** Number of periods per year. [from 0.01 to 1000000000.0; 365.0 where absent] */
    readonly periods_per_year?: number | undefined;
    /** Skewness of the returns. [0.0 where absent] */
    readonly skewness?: number | undefined;
    /** Kurtosis of the returns: 3 for the normal distribution. [from 1.0 to 1000000000.0; 3.0 where absent] */
    readonly kurtosis?: number | undefined;
    /** Sharpe ratio per year that the true ratio should exceed. [0.0 where absent] */
    readonly benchmark_sharpe?: number | undefined;
    /** Number of strategies that were tried, of which this one was chosen. Absent: the ratio is not deflated. [from 0] */
    readonly trials?: number | undefined;
    /** Variance of the Sharpe ratios per year of the strategies that were tried. Absent: the ratio is not deflated. */
    readonly trials_variance?: number | undefined;
    /** Mean correlation of the returns of the strategies that were tried. [from -1.0 to 1.0; 0.0 where absent] */
    readonly mean_correlation?: number | undefined;
    /** Confidence of the least track record, 0.5 or more. [from 0.0 to 1.0; 0.95 where absent] */
    readonly confidence?: number | undefined;
  }

  /** Inputs of `overfitting`. */
  export interface OverfittingRequest {
    /** Returns of each strategy that was tried, in the same periods; 2 strategies or more. */
    readonly returns: readonly (Float64Array | readonly (number)[])[];
    /** Number of parts that time is cut into, an even number from 2 to 16. [from 2 to 16; 8 where absent] */
    readonly parts?: number | undefined;
  }

  /** Inputs of `selection_out_of_sample`. */
  export interface SelectionRequest {
    /** Returns of each strategy that is tried, in the same periods; 1 strategy or more. */
    readonly returns: readonly (Float64Array | readonly (number)[])[];
    /** How time is cut. */
    readonly splits: TimeSplits;
    /** Number of periods per year. [from 0.01 to 1000000000.0; 365.0 where absent] */
    readonly periods_per_year?: number | undefined;
  }

  /** Inputs of `backtest`. */
  export interface BacktestRequest {
    /** Bars in USD without a gap, 3 or more, all of them closed. */
    readonly bars: market.Bars;
    /** Coins held at the start, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Cash held at the start, in USD, 0 or more. (decimal text) */
    readonly cash_usd: string;
    /** Costs of a trade. */
    readonly costs: Costs;
    /**
     * Cost of the coins held at the start, in USD, all together. Absent: rules that compare with it do nothing, and lots start at the first
     * close. (decimal text)
     */
    readonly cost_usd?: string | undefined;
    /** Coins mined while the backtest runs, in order of time: each arrives at the close of the bar that holds its instant. [[] where absent] */
    readonly mined?: readonly (MinedCoins)[] | undefined;
    /**
     * Payments in order of time, each made at the close of the bar that holds its instant; the policy sees those to come. Those after the
     * last bar stay unpaid. [[] where absent]
     */
    readonly expenses?: readonly (Payment)[] | undefined;
    /**
     * Signals at the close of each bar, one for each. Absent: no signal is known. A policy that hedges needs the basis of every close at which
     * it does.
     */
    readonly signals?: readonly (Signals)[] | undefined;
    /** Policy that decides at each close. */
    readonly policy: Policy;
    /** Method by which the ledger says which coins a sale takes. Cash and coins are the same under each. ["fifo" where absent] */
    readonly method?: Method | undefined;
  }

  /** Inputs of `BacktestSweep`. */
  export interface SweepRequest {
    /** Bars in USD without a gap, 3 or more, all of them closed. */
    readonly bars: market.Bars;
    /** Coins held at the start, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Cash held at the start, in USD, 0 or more. (decimal text) */
    readonly cash_usd: string;
    /** Costs of a trade. */
    readonly costs: Costs;
    /**
     * Cost of the coins held at the start, in USD, all together. Absent: rules that compare with it do nothing, and lots start at the first
     * close. (decimal text)
     */
    readonly cost_usd?: string | undefined;
    /** Coins mined while the backtest runs, in order of time: each arrives at the close of the bar that holds its instant. [[] where absent] */
    readonly mined?: readonly (MinedCoins)[] | undefined;
    /**
     * Payments in order of time, each made at the close of the bar that holds its instant; the policy sees those to come. Those after the
     * last bar stay unpaid. [[] where absent]
     */
    readonly expenses?: readonly (Payment)[] | undefined;
    /**
     * Signals at the close of each bar, one for each. Absent: no signal is known. A policy that hedges needs the basis of every close at which
     * it does.
     */
    readonly signals?: readonly (Signals)[] | undefined;
    /** Configurations that are tried. */
    readonly candidates: Candidates;
    /** Number of parts of time for the probability of overfitting, an even number from 2 to 16. Absent: it is not asked for. [from 0] */
    readonly parts?: number | undefined;
    /** Confidence of the least track record, 0.5 to below 1. [from 0.0 to 1.0; 0.95 where absent] */
    readonly confidence?: number | undefined;
  }

  /** Inputs of `TreasurySimulation`. */
  export interface TreasurySimulationRequest {
    /** Instant of the start, in Unix milliseconds UTC; the first period ends `period_days` later. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly price_usd: number;
    /** Coins held at the start, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Cash held at the start, in USD, 0 or more. (decimal text) */
    readonly cash_usd: string;
    /** Costs of a trade. */
    readonly costs: Costs;
    /** Number of periods, 1 to 1200. [from 1 to 1200] */
    readonly periods: number;
    /** Length of a period, in days of 86,400 s. [d, above 0.0 to 1000000.0; 30.0 where absent] */
    readonly period_days?: number | undefined;
    /** Coins mined per period at the difficulty and subsidy of the start, in satoshis. [sat, from 0 to 2100000000000000; 0 where absent] */
    readonly mined_sat?: number | undefined;
    /** Cost of power per period, in USD, paid at its end. (decimal text) ["0" where absent] */
    readonly power_usd?: string | undefined;
    /** Other costs per period, in USD, paid at its end. (decimal text) ["0" where absent] */
    readonly other_usd?: string | undefined;
    /** Loan that is to be repaid, in USD. What is not repaid by the last period is still owed then, and the equity is less by it. (decimal text) ["0" where absent] */
    readonly loan_usd?: string | undefined;
    /** Number of the period at whose end the loan is repaid, counted from 1. Absent: after the last. [from 0] */
    readonly loan_due_period?: number | undefined;
    /** Number of the period from which on the subsidy is half, counted from 1. Absent: it stays. [from 0] */
    readonly halving_period?: number | undefined;
    /** Cost of the coins held at the start, in USD, all together. Absent: rules that compare with it do nothing. (decimal text) */
    readonly cost_usd?: string | undefined;
    /** Policy that decides in each period. No signal is known to it. */
    readonly policy: Policy;
    /** How price and difficulty move. */
    readonly model: MoveModel;
    /** Number of simulated paths, 2 to 10,000,000. [from 2 to 10000000] */
    readonly paths: number;
    /** Seed of the random numbers. (answered as decimal text) */
    readonly seed: bigint | number | string;
    /** Part of the paths that is the tail, above 0 and below 1: 0.05 for the worst of twenty. [from 0.0 to 1.0; 0.05 where absent] */
    readonly tail?: number | undefined;
    /** Probabilities for which the equity at the end is reported. Absent: none. [[] where absent] */
    readonly quantiles?: Float64Array | readonly (number)[] | undefined;
  }

  /** Inputs of `stress_treasury`. */
  export interface StressRequest {
    /** Instant of the start, in Unix milliseconds UTC; the first period ends `period_days` later. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly start_ms: number | Date | string;
    /** Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0] */
    readonly price_usd: number;
    /** Coins held at the start, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly coins_sat: number;
    /** Cash held at the start, in USD, 0 or more. (decimal text) */
    readonly cash_usd: string;
    /** Costs of a trade. */
    readonly costs: Costs;
    /** Number of periods, 1 to 1200. [from 1 to 1200] */
    readonly periods: number;
    /** Length of a period, in days of 86,400 s. [d, above 0.0 to 1000000.0; 30.0 where absent] */
    readonly period_days?: number | undefined;
    /** Coins mined per period at the difficulty and subsidy of the start, in satoshis. [sat, from 0 to 2100000000000000; 0 where absent] */
    readonly mined_sat?: number | undefined;
    /** Cost of power per period, in USD, paid at its end. (decimal text) ["0" where absent] */
    readonly power_usd?: string | undefined;
    /** Other costs per period, in USD, paid at its end. (decimal text) ["0" where absent] */
    readonly other_usd?: string | undefined;
    /** Loan that is to be repaid, in USD. What is not repaid by the last period is still owed then, and the equity is less by it. (decimal text) ["0" where absent] */
    readonly loan_usd?: string | undefined;
    /** Number of the period at whose end the loan is repaid, counted from 1. Absent: after the last. [from 0] */
    readonly loan_due_period?: number | undefined;
    /** Number of the period from which on the subsidy is half, counted from 1. Absent: it stays. [from 0] */
    readonly halving_period?: number | undefined;
    /** Cost of the coins held at the start, in USD, all together. Absent: rules that compare with it do nothing. (decimal text) */
    readonly cost_usd?: string | undefined;
    /** Policy that decides in each period. No signal is known to it. */
    readonly policy: Policy;
    /** Stresses, each by itself. Absent: the named ones. [["calm",{"price_fall":{"fraction":0.6,"days":30.0}},{"halving":{"period":1}},{"difficulty_rise":{"rise":0.2}},{"power_cost":{"factor":2.0}},{"loan_recall":{"period":1}}] where absent] */
    readonly stresses?: readonly (Stress)[] | undefined;
  }

  /** The operations of `treasury`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /**
     * Balances, lots, disposals and sums of a ledger: the fold of its events.
     *
     * First or last in, highest or lowest cost, average, specific identification, or the United Kingdom's same day, 30 days and section 104
     * pool; one pool, or one per wallet from a date on. Coins are whole satoshis and money is exact: what leaves a lot and what stays are its
     * cost, and `cash + cost - debt = contributions + realised + income - expenses` at two bases, that for tax and that of the books. The
     * disposals have the columns of Form 8949. What needs a choice that the policy does not make is refused.
     *
     * @example
     * ```ts
     * const answer = treasury.ledger({
     *  policy: { currency: "USD", method: "hifo", zone: { name: "America/New_York", utc_offset_min: -300, changes: [{ time_ms: 1678604400000, utc_offset_min: -240 }, { time_ms: 1699164000000, utc_offset_min: -300 }, { time_ms: 1710054000000, utc_offset_min: -240 }] }, long_term: "more_than_one_year", fees: "in_the_trade", coin_fee: "taxable" },
     *  events: [{ time_ms: 1704067200000, entry: { deposit: { value: { amount: "500000", currency: "USD" } } } }, { time_ms: 1704067200000, entry: { contribute: { amount_sat: 200000000, cost: { amount: "52000", currency: "USD" }, acquired_ms: 1672531200000 } } }, { time_ms: 1704153600000, entry: { buy: { amount_sat: 100000000, value: { amount: "44000", currency: "USD" }, fee: { amount: "66", currency: "USD" } } } }, { time_ms: 1705276800000, entry: { mine: { amount_sat: 5000000, value: { amount: "2150", currency: "USD" }, book_value: { amount: "1600", currency: "USD" } } } }, { time_ms: 1705795200000, entry: { transfer: { amount_sat: 150000000, from_wallet: 0, to_wallet: 1, fee_sat: 20000, fee_value: { amount: "8.4", currency: "USD" } } } }, { time_ms: 1706659200000, entry: { sell: { amount_sat: 120000000, value: { amount: "51600", currency: "USD" }, fee: { amount: "77.4", currency: "USD" }, wallet: 1 } } }, { time_ms: 1706745600000, entry: { opex: { value: { amount: "18000", currency: "USD" } } } }, { time_ms: 1706832000000, entry: { borrow: { value: { amount: "100000", currency: "USD" } } } }, { time_ms: 1709251200000, entry: { interest: { value: { amount: "850", currency: "USD" } } } }, { time_ms: 1709337600000, entry: { repay: { value: { amount: "40000", currency: "USD" } } } }, { time_ms: 1709424000000, entry: { fee: { value: { amount: "25", currency: "USD" } } } }, { time_ms: 1710115200000, entry: { lost: { amount_sat: 1000000 } } }, { time_ms: 1711843200000, entry: { mark: { price: { amount: "70000", currency: "USD" } } } }],
     * });
     * ```
     */
    ledger(request: LedgerRequest): LedgerReport;
    /**
     * What each event of a long history did, by the column: proceeds, cost, gain, and balances after it, as `ledger` has them.
     *
     * Money comes and goes in whole millionths of the currency.
     *
     * @example
     * ```ts
     * const columns = treasury.ledgerHistory({
     *  time_ms: [1704067200000, 1704153600000, 1704240000000, 1704326400000, 1707523200000, 1707609600000, 1738627200000],
     *  kind: ["deposit", "buy", "buy", "transfer", "sell", "mine", "sell"],
     *  amount_sat: [0, 100000000, 33333333, 50000000, 70000000, 1250000, 50000000],
     *  value_micro: [100000000000, 42000000000, 14500000000, 4200000, 31000000000, 600000000, 58000000000],
     *  fee_micro: [0, 42000000, 0, 0, 31000000, 0, 58000000],
     *  fee_sat: [0, 0, 33333, 10000, 0, 0, 1000],
     *  wallet: [0, 0, 0, 0, 0, 1, 1],
     *  to_wallet: [0, 0, 0, 1, 0, 0, 0],
     * }, { policy: { currency: "USD", method: "lifo", coin_fee: "taxable" } });
     * ```
     */
    ledgerHistory(columns: LedgerHistoryInput, params: HistoryParams): LedgerHistoryColumns;
    /**
     * The roll-forward of ASC 350-60: fair value of the coins from one date to another, through purchases, mining receipts, disposals, gains and losses.
     *
     * `closing = opening + additions - dispositions - written_off + gains - losses`, at the basis of the books.
     *
     * @example
     * ```ts
     * const answer = treasury.rollForward(JSON.parse(example("treasury.roll_forward")));
     * ```
     */
    rollForward(request: RollForwardRequest): RollForward;
    /**
     * The events of a ledger as journal entries, each balanced exactly, and the trial balance; at cost, or at fair value with each observed price.
     *
     * @example
     * ```ts
     * const answer = treasury.journal({
     *  policy: { currency: "USD", method: "fifo" },
     *  events: [{ time_ms: 1704067200000, entry: { deposit: { value: { amount: "100000", currency: "USD" } } } }, { time_ms: 1704153600000, entry: { buy: { amount_sat: 100000000, value: { amount: "44000", currency: "USD" } } } }, { time_ms: 1704240000000, entry: { mine: { amount_sat: 5000000, value: { amount: "2150", currency: "USD" } } } }, { time_ms: 1704326400000, entry: { opex: { value: { amount: "1800.5", currency: "USD" } } } }, { time_ms: 1706745600000, entry: { mark: { price: { amount: "43000", currency: "USD" } } } }, { time_ms: 1706832000000, entry: { sell: { amount_sat: 40000000, value: { amount: "17400", currency: "USD" }, fee: { amount: "26.1", currency: "USD" } } } }, { time_ms: 1709251200000, entry: { mark: { price: { amount: "62000", currency: "USD" } } } }],
     *  basis: "book",
     *  at_fair_value: true,
     * });
     * ```
     */
    journal(request: JournalRequest): JournalReport;
    /**
     * The lots of a sale whose tax is least at two rates, beside the oldest, the newest and the dearest ones.
     *
     * The answer is the list of lots that the sale names; the method of the ledger is specific identification.
     *
     * @example
     * ```ts
     * const answer = treasury.minimumTax({
     *  policy: { currency: "USD", method: "specific_identification", cash_below_zero: "allow" },
     *  events: [{ time_ms: 1640995200000, entry: { buy: { amount_sat: 100000000, value: { amount: "47000", currency: "USD" } } } }, { time_ms: 1672531200000, entry: { buy: { amount_sat: 150000000, value: { amount: "25000", currency: "USD" } } } }, { time_ms: 1704067200000, entry: { buy: { amount_sat: 50000000, value: { amount: "21000", currency: "USD" } } } }, { time_ms: 1733011200000, entry: { buy: { amount_sat: 80000000, value: { amount: "78000", currency: "USD" } } } }],
     *  time_ms: 1735776000000,
     *  sale: { amount_sat: 180000000, value: { amount: "171000", currency: "USD" }, fee: { amount: "85.5", currency: "USD" } },
     *  short_term_rate: 0.37,
     *  long_term_rate: 0.2,
     * });
     * ```
     */
    minimumTax(request: MinimumTaxRequest): MinimumTaxReport;
    /**
     * Events for `ledger` out of the lines of account statements, and the lines that led to none, with the reason.
     *
     * Legs of a trade with one reference are a purchase or a sale, coins that leave one source and reach another are a transfer. What a
     * statement cannot know is left out and told, never guessed; a line that repeats another in every field counts once.
     *
     * @example
     * ```ts
     * const answer = treasury.statementEvents({
     *  policy: { currency: "USD", method: "fifo", coin_fee: "taxable" },
     *  rows: [{ source: "kraken_spot", time_ms: 1704067200000, kind: "deposit", asset: "USD", amount: "100000", reference: "D1" }, { source: "kraken_spot", time_ms: 1704153600000, kind: "trade", asset: "USD", amount: "-42000", reference: "T1", fee: "67.2" }, { source: "kraken_spot", time_ms: 1704153600000, kind: "trade", asset: "BTC", amount: "1", reference: "T1", fee: "0" }, { source: "kraken_spot", time_ms: 1704240000000, kind: "trade", asset: "ETH", amount: "-10", reference: "T2" }, { source: "kraken_spot", time_ms: 1704240000000, kind: "trade", asset: "BTC", amount: "0.5", reference: "T2" }, { source: "kraken_spot", time_ms: 1704326400000, kind: "withdrawal", asset: "BTC", amount: "-0.4", reference: "6a1f", fee: "0.0002", value: { amount: "17000", currency: "USD" } }, { source: "cold_wallet", time_ms: 1704326400000, kind: "deposit", asset: "BTC", amount: "0.4", reference: "6a1f" }, { source: "braiins_pool", time_ms: 1704412800000, kind: "reward", asset: "BTC", amount: "0.0123", reference: "P1", value: { amount: "520.5", currency: "USD" } }, { source: "braiins_pool", time_ms: 1704499200000, kind: "reward", asset: "BTC", amount: "0.0119", reference: "P2" }, { source: "kraken_spot", time_ms: 1704585600000, kind: "interest", asset: "USD", amount: "12.5", reference: "I1" }],
     * });
     * ```
     */
    statementEvents(request: StatementRequest): Statement;
    /**
     * What a treasury is worth, how long its cash lasts, and the smallest sale that makes it last a span.
     *
     * @example
     * ```ts
     * const answer = treasury.coverage({
     *  observation: { time_ms: 1735689600000, price_usd: 113844, coins_sat: 1250000000, cash_usd: "600000", cost_usd: "1187500", costs: { fee: 0.001, slippage: 0.0005 }, liabilities: [{ due_ms: 1738281600000, amount_usd: "200000" }, { due_ms: 1740873600000, amount_usd: "210000" }] },
     *  expenses: { monthly: { sum_usd: "200000", month: "julian" } },
     *  target_days: 180,
     * });
     * ```
     */
    coverage(request: CoverageRequest): CoverageReport;
    /**
     * The smallest sale that brings a sum after costs, rounded up to a satoshi.
     *
     * @example
     * ```ts
     * const answer = treasury.netToGross({ net_usd: "50000", price_usd: 100000, costs: { fee: 0.001, slippage: 0.0005 } });
     * ```
     */
    netToGross(request: NetToGrossRequest): NetToGrossReport;
    /**
     * How many steps cash and coins pay, selling as needed while the price moves by a factor.
     *
     * @example
     * ```ts
     * const answer = treasury.runway({
     *  cash_usd: "600000",
     *  coins_sat: 1250000000,
     *  expense_usd: "200000",
     *  price_usd: 100000,
     *  price_factor: 0.95,
     *  costs: { fee: 0.001 },
     * });
     * ```
     */
    runway(request: RunwayRequest): RunwayReport;
    /**
     * Cash week by week, thirteen weeks by custom, with the sales that keep a floor of cash, and the covenants that are kept or broken.
     *
     * @example
     * ```ts
     * const answer = treasury.cashForecast({
     *  start_ms: 1780272000000,
     *  cash_usd: "120000",
     *  coins_sat: 500000000,
     *  debt_usd: "150000",
     *  costs: { fee: 0.001, slippage: 0.0005 },
     *  price_usd: [73674, 72000, 70500, 69000, 71250, 74000, 76500, 75200, 73000, 70000, 68500, 67000, 69500],
     *  mined_sat: [25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000, 25000000],
     *  lines: [{ kind: "power", due_ms: 1780876800000, amount_usd: "45000" }, { kind: "payroll", due_ms: 1780963200000, amount_usd: "30000" }, { kind: "receipt", due_ms: 1781049600000, amount_usd: "12500" }, { kind: "power", due_ms: 1781481600000, amount_usd: "45000" }, { kind: "interest", due_ms: 1782000000000, amount_usd: "9000" }, { kind: "drawn", due_ms: 1782086400000, amount_usd: "250000" }, { kind: "investment", due_ms: 1782172800000, amount_usd: "180000" }, { kind: "tax", due_ms: 1785628800000, amount_usd: "60000" }, { kind: "repayment", due_ms: 1787356800000, amount_usd: "100000" }],
     *  cash_floor_usd: "50000",
     *  covenants: [{ minimum_cash: "40000" }, { minimum_liquidity: "400000" }, { maximum_loan_to_value: 0.6 }, { minimum_weeks_of_cash: 2 }],
     * });
     * ```
     */
    cashForecast(request: CashForecastRequest): CashForecastReport;
    /**
     * Loan to value, margin call and liquidation of a loan against coins, what cures it, and how likely it comes to that.
     *
     * @example
     * ```ts
     * const answer = treasury.loan({
     *  debt_usd: "1000000",
     *  collateral_sat: 2000000000,
     *  price_usd: 100000,
     *  target_ltv: 0.5,
     *  margin_ltv: 0.7,
     *  liquidation_ltv: 0.8,
     *  outlook: { years: 0.4931506849315068, volatility: 0.6 },
     * });
     * ```
     */
    loan(request: LoanRequest): LoanReport;
    /**
     * What a policy trades now, and why: which rule, which numbers, and what it leaves in coins, cash and days.
     *
     * The same object decides live, in a backtest and in a simulation. Its state comes and goes with the documents.
     *
     * @example
     * ```ts
     * const answer = treasury.decide({
     *  policy: { max: [{ floor: { terms: { step_days: 30, worst_factors: [0.85] }, when_infeasible: "sell_most" } }, { layered: { levels: [{ multiple: 1.2, share: 0.15 }, { multiple: 1.5, share: 0.15 }, { multiple: 1.8, share: 0.2 }], share_of: "initial", trailing_stop: 0.08, reserve: 0.3, rsi_above: 70 } }] },
     *  observation: { time_ms: 1735689600000, price_usd: 85000, coins_sat: 1250000000, cash_usd: "0", cost_usd: "625000", costs: { fee: 0.001, slippage: 0.0005 }, liabilities: [{ due_ms: 1735689600000, amount_usd: "200000" }, { due_ms: 1738281600000, amount_usd: "200000" }, { due_ms: 1740873600000, amount_usd: "200000" }, { due_ms: 1743465600000, amount_usd: "200000" }, { due_ms: 1746057600000, amount_usd: "200000" }], signals: { rsi: 72 } },
     * });
     * ```
     */
    decide(request: DecideRequest): DecideReport;
    /**
     * The smallest sale that keeps every payment coverable in the worst case, with a certificate, or what is missing.
     *
     * The worst case is a promise: from one step to the next the price keeps at least a stated part of itself.
     *
     * @example
     * ```ts
     * const answer = treasury.floor({
     *  observation: { time_ms: 1735689600000, price_usd: 85000, coins_sat: 1250000000, cash_usd: "0", costs: { fee: 0.001 }, liabilities: [{ due_ms: 1735689600000, amount_usd: "200000" }, { due_ms: 1738281600000, amount_usd: "200000" }, { due_ms: 1740873600000, amount_usd: "200000" }, { due_ms: 1743465600000, amount_usd: "200000" }, { due_ms: 1746057600000, amount_usd: "200000" }] },
     *  terms: { step_days: 30, worst_factors: [0.85], max_sales_sat: [900000000], mined_sat: [10000000, 10000000, 10000000, 10000000] },
     * });
     * ```
     */
    floor(request: FloorRequest): FloorReport;
    /**
     * The smallest part of a joint shock of price, mined coins and payments after which no sale keeps every payment coverable.
     *
     * @example
     * ```ts
     * const answer = treasury.reverseStress({
     *  observation: { time_ms: 1735689600000, price_usd: 100000, coins_sat: 1250000000, cash_usd: "0", costs: { fee: 0.001 }, liabilities: [{ due_ms: 1735689600000, amount_usd: "200000" }, { due_ms: 1738281600000, amount_usd: "200000" }, { due_ms: 1740873600000, amount_usd: "200000" }, { due_ms: 1743465600000, amount_usd: "200000" }, { due_ms: 1746057600000, amount_usd: "200000" }] },
     *  terms: { step_days: 30, worst_factors: [0.85], max_sales_sat: [900000000], mined_sat: [10000000, 10000000, 10000000, 10000000] },
     *  shock: { price_fall: 0.6, mined_fall: 0.2, payments_rise: 0.25 },
     * });
     * ```
     */
    reverseStress(request: ReverseStressRequest): ReverseStressReport;
    /**
     * The best sales on a lattice of prices for each objective, beside three rules: expected wealth, probability of ruin, tail, and the frontier.
     *
     * Dynamic programming in whole satoshis and millionths: a small tree's every policy is no better.
     *
     * @example
     * ```ts
     * const answer = treasury.optimalSales({
     *  price_usd: 100000,
     *  up: 1.25,
     *  down: 0.8,
     *  up_probability: 0.5,
     *  coins_sat: 300000000,
     *  cash_usd: "20000",
     *  costs: { fee: 0.002 },
     *  payments_usd: ["20000", "50000", "60000", "60000", "60000"],
     *  sizes: 4,
     *  objectives: [{ ruin_penalty_usd: 0 }, { ruin_penalty_usd: 50000, target_usd: 40000, shortfall_weight: 0.5 }, { ruin_penalty_usd: 1000000000000 }],
     *  tail: 0.1,
     * });
     * ```
     */
    optimalSales(request: OptimalSalesRequest): OptimalSalesReport;
    /**
     * Basis of a dated future over spot, by the year.
     *
     * @example
     * ```ts
     * const answer = treasury.basis({ future: 105000, spot: 100000, days: 90 });
     * ```
     */
    basis(request: BasisRequest): BasisReport;
    /**
     * Funding of a perpetual, by the year.
     *
     * @example
     * ```ts
     * const answer = treasury.funding({ rate: 0.0001, interval_hours: 8 });
     * ```
     */
    funding(request: FundingRequest): FundingReport;
    /**
     * A call sold against coins that are held: premium, break-even, yield by the year.
     *
     * @example
     * ```ts
     * const answer = treasury.coveredCall({
     *  spot: 100000,
     *  strike: 120000,
     *  years: 0.0821917808219178,
     *  rate_per_year: 0.04,
     *  yield_per_year: 0,
     *  volatility: 0.6,
     * });
     * ```
     */
    coveredCall(request: CoveredCallRequest): CoveredCallReport;
    /**
     * The call whose sale pays for a put: a collar that costs nothing.
     *
     * @example
     * ```ts
     * const answer = treasury.collar({
     *  spot: 100000,
     *  put_strike: 85000,
     *  years: 0.2465753424657534,
     *  rate_per_year: 0.04,
     *  yield_per_year: 0,
     *  volatility: 0.6,
     * });
     * ```
     */
    collar(request: CollarRequest): CollarReport;
    /**
     * Slices of a sale over time: equal ones (TWAP), or those that weigh impact against risk (Almgren and Chriss 2000).
     *
     * @example
     * ```ts
     * const answer = treasury.executionSchedule({
     *  amount_sat: 100000000000,
     *  slices: 5,
     *  impact: { slice_days: 1, volatility_usd: 2500, temporary_usd: 0.4, permanent_usd: 0.05, fixed_usd: 30, risk_aversion: 2e-8 },
     * });
     * ```
     */
    executionSchedule(request: ExecutionScheduleRequest): ExecutionScheduleReport;
    /**
     * Forwards on hashprice or power in whole contracts, by a given part or by the least variance, and the result at each settlement price.
     *
     * @example
     * ```ts
     * const answer = treasury.forwardHedge({
     *  quantity: { hashprice: { ph_days: 3600, contract_ph_days: 30 } },
     *  forward_usd: 46.5,
     *  ratio: { least_variance: { spot_moves: [1.2, -0.8, 0.4, -2.1, 1.5, 0.3, -0.9, 0.7], forward_moves: [1.4, -1.1, 0.3, -2.4, 1.9, 0.1, -0.7, 0.9] } },
     *  settlements_usd: [38, 46.5, 55],
     * });
     * ```
     */
    forwardHedge(request: ForwardHedgeRequest): ForwardHedgeReport;
    /**
     * Measures of performance and risk of a series of returns: growth, volatility, Sharpe, Sortino, Calmar and omega ratio, drawdown, value at
     * risk and expected shortfall by each convention's name, the fitted tail; and beside a benchmark.
     *
     * @example
     * ```ts
     * const answer = treasury.performance({
     *  returns: [0.011925, 0.064696, 0.016062, 0.001878, -0.013232, -0.013504, -0.017958, 0.030739, -0.036053, 0.000428, 0.010818, 0.023681, -0.021656, 0.075174, -0.014666, 0.027424, -0.001626, -0.009579, 0.078055, -0.018181, -0.013985, -0.017306, 0.008533, 0.01081, -0.0113, 0.013546, -0.014949, -0.010907, 0.010347, -0.01188, 0.003361, -0.000015, 0.015406, 0.025113, 0.008081, -0.004346, -0.020382, -0.000663, 0.004877],
     *  periods_per_year: 365,
     *  risk_free_per_year: 0.03,
     *  minimum_per_year: 0.0,
     *  tail: 0.05,
     *  quantiles: "linear",
     *  benchmark: [0.007547, 0.045287, 0.012043, 0.000915, -0.008862, -0.010253, -0.012571, 0.022317, -0.025637, 0.0007, 0.006773, 0.016577, -0.014359, 0.052222, -0.009866, 0.018397, -0.001138, -0.005905, 0.054239, -0.012327, -0.010589, -0.012114, 0.006773, 0.007167, -0.00751, 0.008682, -0.010464, -0.006835, 0.006843, -0.007916, 0.001553, -0.00001, 0.011584, 0.017179, 0.006057, -0.003842, -0.014267, 0.000336, 0.003014],
     * });
     * ```
     */
    performance(request: PerformanceRequest): PerformanceReport;
    /**
     * Drawdowns of a series of returns, deepest first: peak, trough, recovery.
     *
     * @example
     * ```ts
     * const answer = treasury.drawdownTable({
     *  start_ms: 1714608000000,
     *  time_ms: [1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000, 1716681600000, 1716768000000, 1716854400000, 1716940800000, 1717027200000, 1717113600000, 1717200000000, 1717286400000, 1717372800000, 1717459200000, 1717545600000, 1717632000000, 1717718400000, 1717804800000, 1717891200000, 1717977600000],
     *  returns: [0.011925, 0.064696, 0.016062, 0.001878, -0.013232, -0.013504, -0.017958, 0.030739, -0.036053, 0.000428, 0.010818, 0.023681, -0.021656, 0.075174, -0.014666, 0.027424, -0.001626, -0.009579, 0.078055, -0.018181, -0.013985, -0.017306, 0.008533, 0.01081, -0.0113, 0.013546, -0.014949, -0.010907, 0.010347, -0.01188, 0.003361, -0.000015, 0.015406, 0.025113, 0.008081, -0.004346, -0.020382, -0.000663, 0.004877],
     *  most: 5,
     * });
     * ```
     */
    drawdownTable(request: DrawdownTableRequest): DrawdownTable;
    /**
     * Compound returns by civil month, and from the start of the year.
     *
     * @example
     * ```ts
     * const answer = treasury.monthlyReturns({
     *  time_ms: [1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000, 1716681600000, 1716768000000, 1716854400000, 1716940800000, 1717027200000, 1717113600000, 1717200000000, 1717286400000, 1717372800000, 1717459200000, 1717545600000, 1717632000000, 1717718400000, 1717804800000, 1717891200000, 1717977600000],
     *  returns: [0.011925, 0.064696, 0.016062, 0.001878, -0.013232, -0.013504, -0.017958, 0.030739, -0.036053, 0.000428, 0.010818, 0.023681, -0.021656, 0.075174, -0.014666, 0.027424, -0.001626, -0.009579, 0.078055, -0.018181, -0.013985, -0.017306, 0.008533, 0.01081, -0.0113, 0.013546, -0.014949, -0.010907, 0.010347, -0.01188, 0.003361, -0.000015, 0.015406, 0.025113, 0.008081, -0.004346, -0.020382, -0.000663, 0.004877],
     *  utc_offset_min: 0,
     * });
     * ```
     */
    monthlyReturns(request: MonthlyReturnsRequest): MonthlyReturns;
    /**
     * Return, volatility, Sharpe and Sortino ratio and drawdown over the last periods, period by period.
     *
     * @example
     * ```ts
     * const stream = treasury.rollingPerformance({ window: 10, periods_per_year: 365, risk_free_per_period: 0.0 });
     * const columns = stream.updateMany({
     *  time_ms: [1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000, 1716681600000, 1716768000000, 1716854400000, 1716940800000, 1717027200000, 1717113600000, 1717200000000, 1717286400000, 1717372800000, 1717459200000, 1717545600000, 1717632000000, 1717718400000, 1717804800000, 1717891200000, 1717977600000],
     *  period_return: [0.011925, 0.064696, 0.016062, 0.001878, -0.013232, -0.013504, -0.017958, 0.030739, -0.036053, 0.000428, 0.010818, 0.023681, -0.021656, 0.075174, -0.014666, 0.027424, -0.001626, -0.009579, 0.078055, -0.018181, -0.013985, -0.017306, 0.008533, 0.01081, -0.0113, 0.013546, -0.014949, -0.010907, 0.010347, -0.01188, 0.003361, -0.000015, 0.015406, 0.025113, 0.008081, -0.004346, -0.020382, -0.000663, 0.004877],
     * });
     * stream.free();
     * ```
     */
    rollingPerformance(params: RollingPerformanceParams, state?: Uint8Array): Stream<RollingPerformanceEvent, RollingPerformanceRow, RollingPerformanceInput, RollingPerformanceColumns>;
    /**
     * Whether a Sharpe ratio is luck: probabilistic and deflated ratio, and the least track record (Bailey and López de Prado 2012, 2014).
     *
     * @example
     * ```ts
     * const answer = treasury.sharpeSignificance({
     *  sharpe: 2.5,
     *  returns: 1250,
     *  periods_per_year: 250,
     *  skewness: -3.0,
     *  kurtosis: 10.0,
     *  benchmark_sharpe: 0.0,
     *  trials: 46,
     *  trials_variance: 0.5,
     *  mean_correlation: 0.0,
     *  confidence: 0.95,
     * });
     * ```
     */
    sharpeSignificance(request: SharpeSignificanceRequest): SharpeSignificance;
    /**
     * Probability that the best of several strategies is no better than the median afterwards, by combinatorially symmetric
     * cross-validation.
     *
     * @example
     * ```ts
     * const answer = treasury.overfitting({
     *  returns: [[0.011925, 0.064696, 0.016062, 0.001878, -0.013232, -0.013504, -0.017958, 0.030739, -0.036053, 0.000428, 0.010818, 0.023681, -0.021656, 0.075174, -0.014666, 0.027424, -0.001626, -0.009579, 0.078055, -0.018181, -0.013985, -0.017306, 0.008533, 0.01081], [0.007547, 0.045287, 0.012043, 0.000915, -0.008862, -0.010253, -0.012571, 0.022317, -0.025637, 0.0007, 0.006773, 0.016577, -0.014359, 0.052222, -0.009866, 0.018397, -0.001138, -0.005905, 0.054239, -0.012327, -0.010589, -0.012114, 0.006773, 0.007167], [-0.011925, -0.064696, -0.016062, -0.001878, 0.013232, 0.013504, 0.017958, -0.030739, 0.036053, -0.000428, -0.010818, -0.023681, 0.021656, -0.075174, 0.014666, -0.027424, 0.001626, 0.009579, -0.078055, 0.018181, 0.013985, 0.017306, -0.008533, -0.01081]],
     *  parts: 4,
     * });
     * ```
     */
    overfitting(request: OverfittingRequest): OverfittingReport;
    /**
     * The strategy that would have been chosen in training, and how it fared in periods that had no part in the choice: a walk forward, purged
     * folds, or every combination of groups.
     *
     * @example
     * ```ts
     * const answer = treasury.selectionOutOfSample({
     *  returns: [[0.011925, 0.064696, 0.016062, 0.001878, -0.013232, -0.013504, -0.017958, 0.030739, -0.036053, 0.000428, 0.010818, 0.023681, -0.021656, 0.075174, -0.014666, 0.027424, -0.001626, -0.009579, 0.078055, -0.018181, -0.013985, -0.017306, 0.008533, 0.01081], [0.007547, 0.045287, 0.012043, 0.000915, -0.008862, -0.010253, -0.012571, 0.022317, -0.025637, 0.0007, 0.006773, 0.016577, -0.014359, 0.052222, -0.009866, 0.018397, -0.001138, -0.005905, 0.054239, -0.012327, -0.010589, -0.012114, 0.006773, 0.007167], [-0.011925, -0.064696, -0.016062, -0.001878, 0.013232, 0.013504, 0.017958, -0.030739, 0.036053, -0.000428, -0.010818, -0.023681, 0.021656, -0.075174, 0.014666, -0.027424, 0.001626, 0.009579, -0.078055, 0.018181, 0.013985, 0.017306, -0.008533, -0.01081]],
     *  splits: { combinatorial: { groups: 6, test_groups: 2, horizon: 1, embargo: 0 } },
     *  periods_per_year: 12,
     * });
     * ```
     */
    selectionOutOfSample(request: SelectionRequest): SelectionReport;
    /**
     * How a policy would have gone over bars that are past: equity, trades, lots, drawdowns, and performance in USD and in bitcoin without the
     * coins mined and the payments made. Nothing looks ahead, and a gap in the bars is an error.
     *
     * @example
     * ```ts
     * const answer = treasury.backtest(JSON.parse(example("treasury.backtest")));
     * ```
     */
    backtest(request: BacktestRequest): BacktestReport;
    /**
     * Many policies, or crossings of moving averages, over the same bars, and whether the best of them is luck.
     *
     * @example
     * ```ts
     * const answer = await treasury.backtestSweep(JSON.parse(example("treasury.backtest_sweep")));
     * ```
     */
    backtestSweep(params: SweepRequest, options?: JobOptions): Promise<SweepReport>;
    /** `backtestSweep` in blocks: step, save, resume, split over workers, merge. */
    backtestSweepJob(params: SweepRequest, work?: { blocks?: readonly [number, number]; state?: Uint8Array }): Job<SweepReport>;
    /**
     * A treasury on random paths of price and difficulty, drawn together: shortfalls, equity, cash flow at risk.
     *
     * @example
     * ```ts
     * const answer = await treasury.treasurySimulation({
     *  start_ms: 1780272000000,
     *  price_usd: 73674,
     *  coins_sat: 6000000000,
     *  cash_usd: "600000",
     *  costs: { fee: 0.001, slippage: 0.0005 },
     *  periods: 12,
     *  period_days: 30,
     *  mined_sat: 300000000,
     *  power_usd: "180000",
     *  other_usd: "45000",
     *  loan_usd: "1000000",
     *  loan_due_period: 12,
     *  halving_period: 9,
     *  cost_usd: "3500000",
     *  policy: { dca: { side: "sell", sum_usd: "300000", every_days: 30 } },
     *  model: { bootstrap: { log_price_moves: [0.146, -0.0732, 0.053, -0.1089, 0.1039, 0.0605, 0.315, -0.0164, 0.0846, -0.146, -0.0165, 0.0814, 0.1454, -0.0193, 0.0914, -0.0357, -0.0133, -0.0173, -0.2616, 0.0448, 0.0094, -0.2739, -0.0024, 0.1177, 0.0166], log_difficulty_moves: [-0.0432, -0.0084, -0.0196, 0.0866, -0.012, 0.079, 0.0669, 0.0592, 0.0176, 0.0011, 0.0284, 0.08, -0.0129, 0.0383, -0.0011, 0.0268, 0.093, 0.0303, 0.0372, -0.0271, -0.0117, -0.0143, -0.0763, 0.0134, 0.0074], block_periods: 3 } },
     *  paths: 1024,
     *  seed: "20260531",
     *  tail: 0.05,
     *  quantiles: [0.05, 0.5, 0.95],
     * });
     * ```
     */
    treasurySimulation(params: TreasurySimulationRequest, options?: JobOptions): Promise<TreasurySimulationReport>;
    /** `treasurySimulation` in blocks: step, save, resume, split over workers, merge. */
    treasurySimulationJob(params: TreasurySimulationRequest, work?: { blocks?: readonly [number, number]; state?: Uint8Array }): Job<TreasurySimulationReport>;
    /**
     * What named stresses do to a treasury: a fall of 60 % in 30 days, the halving, difficulty up, power at twice its cost, the loan called.
     *
     * @example
     * ```ts
     * const answer = treasury.stressTreasury({
     *  start_ms: 1780272000000,
     *  price_usd: 73674,
     *  coins_sat: 6000000000,
     *  cash_usd: "600000",
     *  costs: { fee: 0.001, slippage: 0.0005 },
     *  periods: 12,
     *  period_days: 30,
     *  mined_sat: 300000000,
     *  power_usd: "180000",
     *  other_usd: "45000",
     *  loan_usd: "1000000",
     *  loan_due_period: 12,
     *  halving_period: 9,
     *  cost_usd: "3500000",
     *  policy: { dca: { side: "sell", sum_usd: "225000", every_days: 30 } },
     * });
     * ```
     */
    stressTreasury(request: StressRequest): StressReport;
  }
}

/** Operations of the domain. */
export const treasury: treasury.Operations = {
  ledger: (request) => document("treasury.ledger", request),
  ledgerHistory: (columns, params) => runColumns("treasury.ledger_history", [["time_ms", "i64"], ["kind", ["buy", "mine", "sell", "transfer", "fee", "lost", "income", "opex", "borrow", "repay", "interest", "deposit", "withdraw", "contribute", "mark"]], ["amount_sat", "i64"], ["value_micro", "i64"], ["fee_micro", "i64"], ["fee_sat", "i64"], ["wallet", "i64"], ["to_wallet", "i64"]], ["proceeds_micro", "cost_micro", "gain_micro", "long_term_gain_micro", "balance_sat", "cash_micro"], columns, params),
  rollForward: (request) => document("treasury.roll_forward", request),
  journal: (request) => document("treasury.journal", request),
  minimumTax: (request) => document("treasury.minimum_tax", request),
  statementEvents: (request) => document("treasury.statement_events", request),
  coverage: (request) => document("treasury.coverage", request),
  netToGross: (request) => document("treasury.net_to_gross", request),
  runway: (request) => document("treasury.runway", request),
  cashForecast: (request) => document("treasury.cash_forecast", request),
  loan: (request) => document("treasury.loan", request),
  decide: (request) => document("treasury.decide", request),
  floor: (request) => document("treasury.floor", request),
  reverseStress: (request) => document("treasury.reverse_stress", request),
  optimalSales: (request) => document("treasury.optimal_sales", request),
  basis: (request) => document("treasury.basis", request),
  funding: (request) => document("treasury.funding", request),
  coveredCall: (request) => document("treasury.covered_call", request),
  collar: (request) => document("treasury.collar", request),
  executionSchedule: (request) => document("treasury.execution_schedule", request),
  forwardHedge: (request) => document("treasury.forward_hedge", request),
  performance: (request) => document("treasury.performance", request),
  drawdownTable: (request) => document("treasury.drawdown_table", request),
  monthlyReturns: (request) => document("treasury.monthly_returns", request),
  rollingPerformance: (params, state) => new Stream("treasury.rolling_performance", [["time_ms", "i64"], ["period_return", "f64"]], ["window_return", "annual_volatility", "sharpe", "sortino", "max_drawdown", "sharpe_status", "sortino_status"], params, state),
  sharpeSignificance: (request) => document("treasury.sharpe_significance", request),
  overfitting: (request) => document("treasury.overfitting", request),
  selectionOutOfSample: (request) => document("treasury.selection_out_of_sample", request),
  backtest: (request) => document("treasury.backtest", request),
  backtestSweep: async (params, options) => runJob(new Job("treasury.backtest_sweep", params), options),
  backtestSweepJob: (params, work) => new Job("treasury.backtest_sweep", params, work),
  treasurySimulation: async (params, options) => runJob(new Job("treasury.treasury_simulation", params), options),
  treasurySimulationJob: (params, work) => new Job("treasury.treasury_simulation", params, work),
  stressTreasury: (request) => document("treasury.stress_treasury", request),
};
