// Generated from the operation table by `cargo xtask gen`.

import { type Backend, type Columns, Job, type JobOptions, Stream, type Words, document, runColumns, runJob } from "./core.js";

/** An exact amount of one currency. */
export interface Money {
  /** The number, as decimal text. (decimal text) */
  readonly amount: string;
  /** The currency. */
  readonly currency: string;
}

/**
 * A choice: a word, or a word with content.
 * - `nothing`: Nothing more to say.
 * - `number`: A number.
 */
export type EchoChoice =
  | "nothing"
  | { readonly number: number };

/** One field of each kind that crosses; all optional. */
export interface EchoDocument {
  /** Any finite number. */
  readonly number?: number;
  /** A list of finite numbers. */
  readonly numbers?: readonly (number)[];
  /** A quantity. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths?: number;
  /** Bitcoin that someone has. [sat, from 0 to 2100000000000000] */
  readonly amount_sat?: number;
  /** Bitcoin that flows. [sat, from -2100000000000000 to 2100000000000000] */
  readonly flow_sat?: number;
  /** A block height. [blocks, from 0 to 4294967295] */
  readonly height?: number;
  /** An instant. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms?: number;
  /** A civil day. */
  readonly date?: string;
  /** Booked money. */
  readonly money?: Money;
  /** A 64-bit integer, as text. (answered as decimal text) */
  readonly count_u64?: bigint | string;
  /** A 128-bit integer, as text. (answered as decimal text) */
  readonly count_u128?: bigint | string;
  /** A truth value. */
  readonly flag?: boolean;
  /** Any text. */
  readonly text?: string;
  /** A choice. */
  readonly choice?: EchoChoice;
  /** The same once more, inside. */
  readonly inner?: EchoDocument;
}

/** Columns are echoed without parameters. */
export interface EchoParams {
}

/** Columns that `border.echo_columns` takes. */
export interface EchoColumnsInput extends Columns {
  /** Any floats. */
  readonly number: Float64Array | readonly number[];
  /** Any integers. */
  readonly integer: BigInt64Array | Float64Array | readonly number[];
}

/** Columns that `border.echo_columns` answers. */
export interface EchoColumnsColumns extends Columns {
  /** The floats. */
  readonly number: Float64Array;
  /** The integers. */
  readonly integer: BigInt64Array;
  /** Sign of the integer: negative, zero or positive. */
  readonly sign: Words;
}

/**
 * A venue's convention for liquidation. Conventions change: each says where and when it was read.
 * - `binance_usdm`: Maintenance at the mark, with deduction; the closing fee does not count. Binance FAQ "How to calculate liquidation price of USDⓈ-M futures contracts", read 2024.
 * - `binance_coinm`: The same in coin. Binance COIN-M liquidation calculator and FAQ, read 2024.
 * - `bybit_classic`: Maintenance at the entry value, the closing fee at the bankruptcy price. Bybit help centre before unified accounts (inverse and isolated linear contracts), examples of 2019 to 2023.
 * - `bybit_unified`: Maintenance at the mark, with deduction, closing fee at the mark. Bybit help centre, unified trading account, read 2026.
 * - `okx`: Margin ratio (margin and profit over maintenance and closing fee, both at the mark) falls to 100 %. OKX help centre, formula only, read 2026; the same form at Gate.
 * - `btse`: Maintenance at the entry value; liquidation before bankruptcy, and the difference is the fund's. BTSE support, read 2026.
 */
export type Venue =
  | "binance_usdm"
  | "binance_coinm"
  | "bybit_classic"
  | "bybit_unified"
  | "okx"
  | "btse";

/**
 * In which currency a contract is margined and settled.
 * - `linear`: In the quote currency (USDT-margined): quantity in units of base.
 * - `inverse`: In the coin itself (coin-margined): quantity in contracts of one unit of quote currency.
 */
export type ContractKind =
  | "linear"
  | "inverse";

/**
 * Which way a position profits.
 * - `long`: From rising prices.
 * - `short`: From falling prices.
 */
export type Side =
  | "long"
  | "short";

/**
 */
export interface MarginModeIsolated {
  /** Margin of the position, before funding. [margin currency, from 0.0 to 1e+18] */
  readonly margin: number;
}

/**
 */
export interface MarginModeCross {
  /** Balance of the wallet, without unrealized profit, in margin currency. [margin currency, from -1000000000000000.0 to 1000000000000000.0] */
  readonly wallet_balance: number;
  /** Maintenance margin of the account's other positions, in margin currency; a closing fee that the venue counts included. [margin currency, from 0.0 to 1e+18] */
  readonly other_maintenance: number;
  /** Unrealized profit of the account's other positions, in margin currency, at prices that do not move. [margin currency, from -1000000000000000.0 to 1000000000000000.0] */
  readonly other_unrealized: number;
}

/**
 * What backs a position, in margin currency: its own margin, or the account that it shares with others.
 * - `isolated`: Only what was set aside for it.
 * - `cross`: The whole account. Equity, margin ratio, leverage, margin call and bankruptcy are then the account's.
 */
export type MarginMode =
  | { readonly isolated: MarginModeIsolated }
  | { readonly cross: MarginModeCross };

/**
 */
export interface MaintenanceScheduleFlat {
  /** Fraction of the notional. [from 0.0 to 1.0] */
  readonly rate: number;
  /** What is taken off, in margin currency. [margin currency, from 0.0 to 1e+18] */
  readonly deduction: number;
}

/**
 * A venue's whole margin table, smallest positions first: it begins at 0, has no gap and no overlap, the rate rises, the leverage
 * does not, and the deduction makes the maintenance margin continuous (to 1e-9 of the floor's margin, for tables that were rounded).
 */
export interface TierTable {
  /**
   */
  readonly source: string;
  /**
   */
  readonly instrument: string;
  /**
   */
  readonly margin_currency: string;
  /** (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number;
  /**
   */
  readonly notional_floor: readonly (number)[];
  /**
   */
  readonly notional_cap: readonly (number)[];
  /**
   */
  readonly maintenance_rate: readonly (number)[];
  /**
   */
  readonly deduction: readonly (number)[];
  /**
   */
  readonly max_leverage: readonly (number)[];
}

/**
 * Maintenance margin as a function of the notional: `notional * rate - deduction`.
 * - `flat`: One rate whatever the size.
 * - `tiers`: A venue's table; a notional beyond the last row stays in the last row.
 */
export type MaintenanceSchedule =
  | { readonly flat: MaintenanceScheduleFlat }
  | { readonly tiers: TierTable };

/**
 * A price level, or the fact that there is none.
 * - `at`: It happens at this price: positive and finite.
 * - `never`: It happens at no price above 0.
 */
export type PriceLevel =
  | { readonly at: number }
  | "never";

/** The tier that decides. */
export interface TierUsed {
  /** Its place in the table, from 0. [from 0] */
  readonly index: number;
  /** Its maintenance rate. */
  readonly maintenance_rate: number;
  /** Its deduction, in margin currency. */
  readonly deduction: number;
}

/**
 * A position at the mark price, in margin currency. On cross margin, equity and what is measured against it are the account's: they are
 * the same whichever of its positions is asked for.
 */
export interface AtMark {
  /** Notional of the position, in margin currency. */
  readonly notional: number;
  /** Unrealized profit of the position, in margin currency. */
  readonly unrealized: number;
  /** Margin (on cross margin the wallet) less funding paid, and unrealized profit of all positions on it, in margin currency. */
  readonly equity: number;
  /** Maintenance margin and closing fee as the venue counts them, of all positions on that equity, in margin currency. */
  readonly requirement: number;
  /** Requirement over equity: liquidation at 1. Absent where equity is not positive. (OKX quotes the inverse.) */
  readonly margin_ratio?: number;
  /** Notional of the position over equity. Absent where equity is not positive. */
  readonly leverage?: number;
  /** Whether equity does not exceed the requirement, so that the position would be liquidated now. */
  readonly liquidated: boolean;
  /** `|liquidation / mark - 1|`; absent without a liquidation price. */
  readonly distance?: number;
  /** The distance in standard deviations of the logarithm over the horizon; absent without liquidation price, volatility and horizon. */
  readonly distance_sigmas?: number;
}

/** What `liquidation` answers. */
export interface LiquidationReport {
  /** Where the position is liquidated. */
  readonly liquidation_price: PriceLevel;
  /** The tier that holds there; absent where the position is never liquidated. */
  readonly tier?: TierUsed;
  /** Where equity pays the closing fee of the position and nothing else; on cross margin that is the account's equity. */
  readonly bankruptcy_price: PriceLevel;
  /** Where the margin ratio reaches `call_ratio`; absent without one. */
  readonly margin_call_price?: PriceLevel;
  /** The position at the mark; absent without a mark price. */
  readonly at_mark?: AtMark;
}

/**
 * What a batch does with a row that cannot be used.
 * - `refuse`: The whole batch is refused with the first fault, by column, then by row.
 * - `report`: The row is marked in the status column and its results are NaN; the other rows are computed.
 */
export type BadRows =
  | "refuse"
  | "report";

/**
 * The right to buy, or the right to sell.
 * - `call`: The right to buy.
 * - `put`: The right to sell.
 */
export type OptionKind =
  | "call"
  | "put";

/**
 * A probability or a price is of one of two worlds, and every result says of which.
 * - `risk_neutral`: Q: the asset earns the riskless rate less its yield. Prices; probabilities that prices imply.
 * - `real_world`: P: the asset earns what the caller believes. Frequencies, reserves, capital.
 */
export type Measure =
  | "risk_neutral"
  | "real_world";

/** Derivatives of an option's price. */
export interface Greeks {
  /** By the spot (Black-76: the forward). */
  readonly delta: number;
  /** Twice by the spot. */
  readonly gamma: number;
  /** By the volatility. */
  readonly vega: number;
  /** By calendar time, per year. */
  readonly theta: number;
  /** By the riskless rate (Black-76: at a fixed forward). */
  readonly rho: number;
  /** By the yield (Black-76: 0, there is none). */
  readonly yield_rho: number;
  /** By spot and volatility. */
  readonly vanna: number;
  /** Twice by the volatility. */
  readonly volga: number;
  /** Three times by the spot. */
  readonly speed: number;
  /** By spot and calendar time, per year. */
  readonly charm: number;
  /** By the strike. */
  readonly dual_delta: number;
}

/** What `vanilla` and `black76` answer. */
export interface VanillaReport {
  /** Always the risk-neutral one. */
  readonly measure: Measure;
  /** Price in quote currency. */
  readonly price: number;
  /** Probability of exercise, `N(w d2)`. */
  readonly exercise_probability: number;
  /** Derivatives; absent where `sigma sqrt(T)` is 0, when the price has a corner instead. */
  readonly greeks?: Greeks;
}

/** What `implied_volatility` answers. */
export interface ImpliedVolatilityReport {
  /** Volatility per square root of a year. */
  readonly implied_volatility: number;
  /** Value of exercise at the forward, discounted. */
  readonly intrinsic: number;
  /** What the price exceeds that by. */
  readonly time_value: number;
  /** Half an ulp of the price over vega: what the rounding of the price alone leaves open. Absent where vega is below every float. */
  readonly resolution?: number;
}

/**
 * Where a barrier lies, seen from the price now.
 * - `down`: Below: touched from above.
 * - `up`: Above: touched from below.
 */
export type BarrierSide =
  | "down"
  | "up";

/** Derivatives of a touch probability. */
export interface HitGreeks {
  /** By the spot. */
  readonly by_spot: number;
  /** Twice by the spot. */
  readonly by_spot_twice: number;
  /** By the barrier. */
  readonly by_barrier: number;
  /** By the volatility, at a fixed drift of the price. */
  readonly by_volatility: number;
  /** By the horizon, per year. */
  readonly by_years: number;
}

/** What `hit_probability` answers. */
export interface HitProbabilityReport {
  /** As asked. */
  readonly measure: Measure;
  /** Probability of a touch within the horizon. */
  readonly probability: number;
  /** Distance to the barrier in standard deviations of the logarithm; absent where there is no deviation. */
  readonly distance_sigmas?: number;
  /** Derivatives; absent where the probability is 0 or 1 for certain. */
  readonly greeks?: HitGreeks;
}

/** What `discrete_hit_probability` answers. */
export interface DiscreteHitReport {
  /** As asked. */
  readonly measure: Measure;
  /** Probability of being seen at the level or beyond, by the exact recursion. */
  readonly probability: number;
  /** The same with the moved barrier of Broadie, Glasserman and Kou. */
  readonly corrected: number;
  /** Under continuous watch. */
  readonly continuous: number;
  /** Whether the barrier is within one step's deviation, where the correction is crude. */
  readonly near_barrier: boolean;
}

/**
 * When a touch pays, or what pays without one.
 * - `at_hit`: At the moment of the touch.
 * - `at_expiry`: At expiry, if the level was touched.
 * - `no_touch`: At expiry, if it was not.
 */
export type TouchPayment =
  | "at_hit"
  | "at_expiry"
  | "no_touch";

/**
 * What is paid.
 * - `cash`: So much quote currency.
 * - `asset`: One unit of the asset.
 */
export type Payout =
  | { readonly cash: number }
  | "asset";

/** What `touch` answers. */
export interface TouchReport {
  /** Always the risk-neutral one. */
  readonly measure: Measure;
  /** Value in quote currency. */
  readonly price: number;
  /** Probability of a touch by expiry. */
  readonly probability: number;
}

/**
 * What a digital pays where the price ends beyond its strike.
 * - `cash`: So much quote currency.
 * - `asset`: One unit of the asset.
 * - `gap`: The asset less this payment strike for a call, the reverse for a put: it may be negative.
 */
export type DigitalPayout =
  | { readonly cash: number }
  | "asset"
  | { readonly gap: number };

/** What `digital` answers. */
export interface DigitalReport {
  /** Always the risk-neutral one. */
  readonly measure: Measure;
  /** Value in quote currency; that of a gap may be negative. */
  readonly price: number;
  /** Probability of payment. */
  readonly probability: number;
}

/**
 * Whether a touch begins or ends the option.
 * - `in`: Begins it.
 * - `out`: Ends it.
 */
export type Knock =
  | "in"
  | "out";

/** What `barrier` answers. */
export interface BarrierReport {
  /** Always the risk-neutral one. */
  readonly measure: Measure;
  /** Value in quote currency, rebate included. */
  readonly price: number;
  /** The part of it that is the rebate. */
  readonly rebate_value: number;
  /** The same option without barrier. */
  readonly vanilla_price: number;
  /** Probability of a touch by expiry. */
  readonly touch_probability: number;
}

/** What `discrete_barrier` answers. */
export interface DiscreteBarrierReport {
  /** Always the risk-neutral one. */
  readonly measure: Measure;
  /** Value in quote currency, by the exact recursion. */
  readonly price: number;
  /** The same with the moved barrier of Broadie, Glasserman and Kou. */
  readonly corrected: number;
  /** Under continuous watch. */
  readonly continuous: number;
  /** Whether the barrier is within one step's deviation, where the correction is crude. */
  readonly near_barrier: boolean;
}

/** What `merton` and `kou` answer. */
export interface JumpOptionReport {
  /** Always the risk-neutral one. */
  readonly measure: Measure;
  /** Price in quote currency. */
  readonly price: number;
  /** Standard deviation of the logarithm per square root of a year, jumps included. */
  readonly total_volatility: number;
}

/** Jumps with exponential tails in the logarithm. */
export interface KouJumps {
  /** Expected number of jumps per year. [per year, from 0.0 to 10000.0] */
  readonly jumps_per_year: number;
  /** Part of them that goes up. [from 0.0 to 1.0] */
  readonly up_probability: number;
  /** Rate of the jumps up; above 1, or the mean price would be infinite. Their mean is its inverse. [per unit of log price, from 0.001 to 1000000.0] */
  readonly up_rate: number;
  /** Rate of the jumps down. Their mean is its inverse. [per unit of log price, from 0.001 to 1000000.0] */
  readonly down_rate: number;
}

/** What `kou_passage` answers. */
export interface KouPassageReport {
  /** As asked. */
  readonly measure: Measure;
  /** Probability that the price reaches the level within the horizon. */
  readonly probability: number;
  /** Probability that it does so by a leap over it. */
  readonly leap_probability: number;
  /** Probability that it lands more than `overshoot` beyond. */
  readonly beyond_probability: number;
  /** Mean of the logarithm by which a leap overshoots: the inverse of its rate. */
  readonly mean_log_overshoot: number;
}

/** What `drawdown` answers. */
export interface DrawdownReport {
  /** As asked. */
  readonly measure: Measure;
  /** Probability of such a fall within the horizon. */
  readonly probability: number;
  /** Expected time until such a fall, in years; absent where it exceeds what an `f64` holds. */
  readonly expected_years?: number;
  /**
   * Expected greatest fall of the logarithm from its maximum within the horizon, to 1e-5 of it; absent for some drifts down of 2 to 8
   * deviations over the horizon, where the transform is not resolved at every depth.
   */
  readonly expected_maximum_log_drawdown?: number;
}

/** What `default_leg` answers. */
export interface DefaultLegReport {
  /** As asked. */
  readonly measure: Measure;
  /** Present value of the loss, in the currency of the notional. */
  readonly value: number;
  /** Probability of a default within the horizon. */
  readonly default_probability: number;
}

/**
 * A European option at one instant.
 *
 * Strike and underlying are in the quote currency; premiums are in the premium currency, which is the coin itself for inverse
 * options. Those cost `premium * index` in the quote currency; `premium * underlying`, the underlying being a forward, is their
 * undiscounted price. Volatilities are fractions per square root of a year; sources that say percent are divided by 100.
 */
export interface OptionQuote {
  /** Who published it. */
  readonly source: string;
  /** The currency of strike and underlying. */
  readonly quote_currency: string;
  /** The currency of bid, ask and mark. */
  readonly premium_currency: string;
  /** Of what. */
  readonly instrument: string;
  /** When it held. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number;
  /** When the option expires: after `time_ms`. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly expiry_ms: number;
  /** At what price it can be exercised. */
  readonly strike: number;
  /** Call or put. */
  readonly kind: OptionKind;
  /** Forward price of the underlying for this expiry. */
  readonly underlying: number;
  /** What the best buyer pays. An empty side is absent: sources that write 0 mean nobody. */
  readonly bid?: number;
  /** What the best seller asks. */
  readonly ask?: number;
  /** The venue's own value. */
  readonly mark?: number;
  /** Implied volatility of the bid. */
  readonly bid_iv?: number;
  /** Implied volatility of the ask. */
  readonly ask_iv?: number;
  /** Implied volatility of the mark. */
  readonly mark_iv?: number;
  /** Open contracts in units of base. */
  readonly open_interest_base?: number;
}

/**
 * Options with the same currencies from one source, sorted by expiry, then strike, call before put; no two alike.
 *
 * A chain is a list of rows and not columns, because nearly every field of an option can be absent by itself.
 */
export interface OptionChain {
  /**
   */
  readonly quotes: readonly (OptionQuote)[];
}

/** One expiry of a chain. What the chain does not tell is absent. */
export interface ExpirySummary {
  /** When the options expire. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly expiry_ms: number;
  /** Time until then from the first quote, in years of 365 days. */
  readonly years: number;
  /** Number of options. [from 0] */
  readonly options: number;
  /** The forward that was used: the implied one, else the venue's. */
  readonly forward: number;
  /** Forward price by put-call parity, in quote currency; absent where no strike has premiums of both call and put. */
  readonly implied_forward?: number;
  /** Volatility at the forward. */
  readonly at_the_money?: number;
  /** Volatility of the call of 25 delta. */
  readonly call_25_delta?: number;
  /** Volatility of the put of 25 delta. */
  readonly put_25_delta?: number;
  /** Call less put volatility at 25 delta. */
  readonly risk_reversal_25?: number;
  /** Mean of the two less at the money. */
  readonly butterfly_25?: number;
  /** The strike at which the options together would pay out least. */
  readonly max_pain?: number;
  /** Gamma of calls less that of puts, in quote currency per 1 % move. */
  readonly gamma_exposure?: number;
  /** Strikes of the smile, ascending. */
  readonly smile_strikes: readonly (number)[];
  /** Volatility at each. */
  readonly smile_volatilities: readonly (number)[];
  /** Forward delta of the call at each. */
  readonly smile_deltas: readonly (number)[];
}

/** One figure of a chain that is possible and yet hard to believe, or that was not used. */
export interface ChainSuspicion {
  /** Place of the figure in the request. */
  readonly path: string;
  /** The value as received. */
  readonly value: string;
  /** What would have been believed. */
  readonly expected: string;
}

/** What `option_chain` answers. */
export interface OptionChainReport {
  /** Always the risk-neutral one: these are prices. */
  readonly measure: Measure;
  /** One entry per expiry, soonest first: the term structure. */
  readonly expiries: readonly (ExpirySummary)[];
  /** Figures that are hard to believe or were not used, with their places; empty as a rule. */
  readonly suspicious: readonly (ChainSuspicion)[];
}

/** What `realized_volatility` answers: volatilities per square root of a year of 365 days. */
export interface RealizedVolatilityReport {
  /** Always the real world: these are frequencies. */
  readonly measure: Measure;
  /** Number of bars. [from 0] */
  readonly bars: number;
  /** From closes alone. */
  readonly close_to_close: number;
  /** Large-sample standard error of `close_to_close` for normal returns: over the root of twice the number of returns. */
  readonly close_to_close_error: number;
  /** From closes, the recent ones weighing more. */
  readonly ewma: number;
  /** From high and low. */
  readonly parkinson: number;
  /** From open, high, low and close. */
  readonly garman_klass: number;
  /** The same, whatever the drift. */
  readonly rogers_satchell: number;
  /** The same, opening jumps included. */
  readonly yang_zhang: number;
}

/** An estimate with its standard error. */
export interface Estimated {
  /** The estimate. */
  readonly value: number;
  /** Its standard error; absent where the likelihood is flat or the estimate at the edge of its range. */
  readonly standard_error?: number;
}

/** What `fit_jumps` answers. */
export interface FitJumpsReport {
  /** Always the real world: these are frequencies. */
  readonly measure: Measure;
  /** Number of returns. [from 0] */
  readonly observations: number;
  /** Drift of the logarithm between jumps, per year. */
  readonly log_drift_per_year: Estimated;
  /** Volatility between jumps, per square root of a year. */
  readonly volatility: Estimated;
  /** Expected number of jumps per year. */
  readonly jumps_per_year: Estimated;
  /** Mean of a jump's logarithm. */
  readonly mean_log_jump: Estimated;
  /** Standard deviation of a jump's logarithm. */
  readonly log_jump_deviation: Estimated;
  /** Logarithm of the likelihood at the estimate. */
  readonly log_likelihood: number;
  /**
   * The same without jumps. Twice the difference is large where jumps are real: 7.8 is the 95 % point of chi-squared with the three
   * parameters of the jumps (a guide only: without jumps they are not identified).
   */
  readonly log_likelihood_without_jumps: number;
}

/**
 */
export interface JumpModelMerton {
  /** Expected number of jumps per year. [per year, from 0.0 to 10000.0] */
  readonly jumps_per_year: number;
  /** Mean of a jump's logarithm. [log price, from -10.0 to 10.0] */
  readonly mean_log_jump: number;
  /** Standard deviation of a jump's logarithm. [per square root of a year, from 0.0 to 20.0] */
  readonly log_jump_deviation: number;
}

/**
 * Jumps of a simulated price.
 * - `none`: None: geometric Brownian motion.
 * - `merton`: Normal in the logarithm (Merton 1976).
 * - `kou`: Exponential in the logarithm, up and down (Kou 2002).
 */
export type JumpModel =
  | "none"
  | { readonly merton: JumpModelMerton }
  | { readonly kou: KouJumps };

/** What `SimulatePassage` answers. */
export interface SimulatePassageReport {
  /** As asked. */
  readonly measure: Measure;
  /** Number of pairs. [from 0] */
  readonly pairs: number;
  /** Probability of a touch, adjusted by the control variate. */
  readonly probability: number;
  /** Its standard error, over pair means. */
  readonly standard_error: number;
  /** Probability of a touch without the control variate. */
  readonly plain_probability: number;
  /** Its standard error, over pair means. */
  readonly plain_standard_error: number;
  /** Touch probability of the control, in closed form. */
  readonly control_probability: number;
  /** The same, simulated: within a few of its errors of the closed form, or the simulation is wrong. */
  readonly control_simulated: number;
  /** Standard error of the simulated control. */
  readonly control_standard_error: number;
  /** Weight of the control in the adjustment, estimated from the same pairs. */
  readonly control_weight: number;
  /** Mean number of jumps per path. */
  readonly mean_jumps: number;
  /** Probability of a touch by each of the dates, without the control variate; empty where none were asked for. */
  readonly plain_probability_by_date: readonly (number)[];
  /** Its standard errors, over pair means. */
  readonly plain_standard_error_by_date: readonly (number)[];
}

/** What `liquidation` is asked. */
export interface LiquidationRequest {
  /** Whose rules apply. */
  readonly venue: Venue;
  /** Linear or inverse. */
  readonly contract: ContractKind;
  /** Long or short. */
  readonly side: Side;
  /** Units of base (linear) or contracts of one quote unit (inverse). [base units or contracts, from 1e-18 to 1e+18] */
  readonly quantity: number;
  /** Average entry price. [quote currency, from 1e-18 to 1e+18] */
  readonly entry_price: number;
  /** What stands behind the position. */
  readonly margin_mode: MarginMode;
  /** Maintenance margin by size. */
  readonly maintenance: MaintenanceSchedule;
  /**
   * Fee for closing, as a fraction of the notional; below 1. Absent: none. It counts where the venue's rules count it, and in the
   * bankruptcy price. [from 0.0 to 1.0]
   */
  readonly close_fee_rate?: number;
  /** Funding paid so far, net, in margin currency: it has eroded the margin. Negative where it was received. Absent: none. [margin currency, from -1000000000000000.0 to 1000000000000000.0] */
  readonly funding_paid?: number;
  /** Mark price now, for the margin ratio and the distances. Absent: they are not told. [quote currency, from 1e-18 to 1e+18] */
  readonly mark_price?: number;
  /** Margin ratio at which the owner is warned: above 0, at most 1. Absent: no margin call. [from 0.0 to 1.0] */
  readonly call_ratio?: number;
  /** Volatility for the distance in standard deviations. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility?: number;
  /** Horizon for the distance in standard deviations. [years, from 0.0 to 30.0] */
  readonly years?: number;
}

/** What all rows of `liquidation_batch` share; the fields mean what they mean in `LiquidationRequest`. */
export interface LiquidationBatchParams {
  /** Whose rules apply. */
  readonly venue: Venue;
  /** Linear or inverse. */
  readonly contract: ContractKind;
  /** Maintenance margin by size. */
  readonly maintenance: MaintenanceSchedule;
  /** Fee for closing, as a fraction of the notional. Absent: none. [from 0.0 to 1.0] */
  readonly close_fee_rate?: number;
  /** What to do with a row that cannot be used. Absent: refuse the batch. */
  readonly on_bad_row?: BadRows;
}

/** Columns that `derivatives.liquidation_batch` takes. */
export interface LiquidationBatchInput extends Columns {
  /** 1 for long, -1 for short. */
  readonly side: Float64Array | readonly number[];
  /** Units of base (linear) or contracts of one quote unit (inverse). [base units or contracts, from 1e-18 to 1e+18] */
  readonly quantity: Float64Array | readonly number[];
  /** Average entry price. [quote currency, from 1e-18 to 1e+18] */
  readonly entry_price: Float64Array | readonly number[];
  /** Margin of the position less the funding paid so far, in margin currency. [margin currency, from 0.0 to 1e+18] */
  readonly margin: Float64Array | readonly number[];
}

/** Columns that `derivatives.liquidation_batch` answers. */
export interface LiquidationBatchColumns extends Columns {
  /** Where the position is liquidated; NaN with status `never`. */
  readonly liquidation_price: Float64Array;
  /** Where equity pays the closing fee and nothing else; NaN where it never does. */
  readonly bankruptcy_price: Float64Array;
  /** `ok`, `never` or `refused`. */
  readonly status: Words;
}

/** What `vanilla` is asked. */
export interface VanillaRequest {
  /** Call or put. */
  readonly kind: OptionKind;
  /** Price of the asset now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: number;
  /** Exercise price. [quote currency, from 1e-18 to 1e+18] */
  readonly strike: number;
  /** Time to expiry in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
  /** What holding the asset yields per year, continuously compounded: dividends, or the funding that a long receives. [per year, from -10.0 to 10.0] */
  readonly yield_per_year: number;
  /** Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
}

/** What all rows of `vanilla_batch` share. */
export interface VanillaBatchParams {
  /** Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
  /** What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly yield_per_year: number;
  /** What to do with a row that cannot be used. Absent: refuse the batch. */
  readonly on_bad_row?: BadRows;
}

/** Columns that `derivatives.vanilla_batch` takes. */
export interface VanillaBatchInput extends Columns {
  /** 1 for a call, -1 for a put. */
  readonly kind: Float64Array | readonly number[];
  /** Price of the asset now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: Float64Array | readonly number[];
  /** Exercise price. [quote currency, from 1e-18 to 1e+18] */
  readonly strike: Float64Array | readonly number[];
  /** Time to expiry in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: Float64Array | readonly number[];
  /** Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: Float64Array | readonly number[];
}

/** Columns that `derivatives.vanilla_batch` answers. */
export interface VanillaBatchColumns extends Columns {
  /** Price in quote currency. */
  readonly price: Float64Array;
  /** By the spot; NaN with status `undefined` where the price has a corner. */
  readonly delta: Float64Array;
  /** Twice by the spot; NaN as delta. */
  readonly gamma: Float64Array;
  /** By the volatility; NaN as delta. */
  readonly vega: Float64Array;
  /** By calendar time, per year; NaN as delta. */
  readonly theta: Float64Array;
  /** `ok`, `undefined` or `refused`. */
  readonly status: Words;
}

/** What `black76` is asked. */
export interface Black76Request {
  /** Call or put. */
  readonly kind: OptionKind;
  /** Forward price of the asset for the expiry. [quote currency, from 1e-18 to 1e+18] */
  readonly forward: number;
  /** Exercise price. [quote currency, from 1e-18 to 1e+18] */
  readonly strike: number;
  /** Time to expiry in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
  /** Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
}

/** What `implied_volatility` is asked. */
export interface ImpliedVolatilityRequest {
  /** Call or put. */
  readonly kind: OptionKind;
  /** What the option costs, in quote currency. [margin currency, from 0.0 to 1e+18] */
  readonly price: number;
  /** Forward price of the asset for the expiry. [quote currency, from 1e-18 to 1e+18] */
  readonly forward: number;
  /** Exercise price. [quote currency, from 1e-18 to 1e+18] */
  readonly strike: number;
  /** Time to expiry in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Riskless rate per year, continuously compounded: the price is taken as paid today. 0 for an undiscounted price. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
}

/** What all rows of `implied_volatility_batch` share. */
export interface ImpliedVolatilityBatchParams {
  /** Riskless rate per year, continuously compounded; 0 for undiscounted prices. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
  /**
   * What to do with a row that cannot be used. A price that implies no volatility is such a row under `refuse`, and `undefined` under
   * `report`. Absent: refuse the batch.
   */
  readonly on_bad_row?: BadRows;
}

/** Columns that `derivatives.implied_volatility_batch` takes. */
export interface ImpliedVolatilityBatchInput extends Columns {
  /** 1 for a call, -1 for a put. */
  readonly kind: Float64Array | readonly number[];
  /** What the option costs, in quote currency. [margin currency, from 0.0 to 1e+18] */
  readonly price: Float64Array | readonly number[];
  /** Forward price of the asset for the expiry. [quote currency, from 1e-18 to 1e+18] */
  readonly forward: Float64Array | readonly number[];
  /** Exercise price. [quote currency, from 1e-18 to 1e+18] */
  readonly strike: Float64Array | readonly number[];
  /** Time to expiry in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: Float64Array | readonly number[];
}

/** Columns that `derivatives.implied_volatility_batch` answers. */
export interface ImpliedVolatilityBatchColumns extends Columns {
  /** Volatility per square root of a year; NaN where the status is not `ok`. */
  readonly implied_volatility: Float64Array;
  /** `ok`, `undefined` (no volatility gives this price) or `refused`. */
  readonly status: Words;
}

/** What `hit_probability` is asked. */
export interface HitProbabilityRequest {
  /** Price now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: number;
  /** The level. [quote currency, from 1e-18 to 1e+18] */
  readonly barrier: number;
  /** Where the level lies. A spot at it or beyond has touched it. */
  readonly side: BarrierSide;
  /** Horizon in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Drift of the price per year: `E[S_T] = S e^(drift T)`. Riskless rate less yield under Q, the caller's belief under P. [per year, from -10.0 to 10.0] */
  readonly drift_per_year: number;
  /** Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
  /** Which world the drift is of. */
  readonly measure: Measure;
}

/** What all rows of `hit_probability_batch` share. */
export interface HitProbabilityBatchParams {
  /** Where the levels lie. */
  readonly side: BarrierSide;
  /** Drift of the price per year. [per year, from -10.0 to 10.0] */
  readonly drift_per_year: number;
  /** What to do with a row that cannot be used. Absent: refuse the batch. */
  readonly on_bad_row?: BadRows;
}

/** Columns that `derivatives.hit_probability_batch` takes. */
export interface HitProbabilityBatchInput extends Columns {
  /** Price now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: Float64Array | readonly number[];
  /** The level. [quote currency, from 1e-18 to 1e+18] */
  readonly barrier: Float64Array | readonly number[];
  /** Horizon in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: Float64Array | readonly number[];
  /** Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: Float64Array | readonly number[];
}

/** Columns that `derivatives.hit_probability_batch` answers. */
export interface HitProbabilityBatchColumns extends Columns {
  /** Probability of a touch within the horizon. */
  readonly probability: Float64Array;
  /** `ok` or `refused`. */
  readonly status: Words;
}

/** What `discrete_hit_probability` is asked. */
export interface DiscreteHitRequest {
  /** Price now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: number;
  /** The level. [quote currency, from 1e-18 to 1e+18] */
  readonly barrier: number;
  /** From which side the level is watched. A spot at it or beyond is seen there only if it still is on the first date. */
  readonly side: BarrierSide;
  /** Horizon in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Drift of the price per year. [per year, from -10.0 to 10.0] */
  readonly drift_per_year: number;
  /** Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
  /** Number of dates on which the price is looked at, equally spaced, the last at the end of the horizon and none today: 1 to 2000. [from 0] */
  readonly dates: number;
  /** Which world the drift is of. */
  readonly measure: Measure;
}

/** What `touch` is asked. */
export interface TouchRequest {
  /** Price now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: number;
  /** The level. [quote currency, from 1e-18 to 1e+18] */
  readonly barrier: number;
  /** Where the level lies. A spot at it or beyond has touched it. */
  readonly side: BarrierSide;
  /** When it pays. */
  readonly payment: TouchPayment;
  /** What it pays. */
  readonly payout: Payout;
  /** Time to expiry in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
  /** What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly yield_per_year: number;
  /** Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
}

/** What `digital` is asked. */
export interface DigitalRequest {
  /** A call pays above the strike, a put below. */
  readonly kind: OptionKind;
  /** Price now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: number;
  /** The price that decides. [quote currency, from 1e-18 to 1e+18] */
  readonly strike: number;
  /** What it pays. */
  readonly payout: DigitalPayout;
  /** Time to expiry in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
  /** What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly yield_per_year: number;
  /** Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
}

/** What `barrier` is asked. */
export interface BarrierRequest {
  /** Call or put. */
  readonly kind: OptionKind;
  /** In or out. */
  readonly knock: Knock;
  /** Where the barrier lies. */
  readonly side: BarrierSide;
  /** Price now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: number;
  /** Exercise price. [quote currency, from 1e-18 to 1e+18] */
  readonly strike: number;
  /** The level. [quote currency, from 1e-18 to 1e+18] */
  readonly barrier: number;
  /** Paid at the touch that ends a knock-out, or at expiry for a knock-in that never began. [margin currency, from 0.0 to 1e+18] */
  readonly rebate: number;
  /** Time to expiry in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
  /** What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly yield_per_year: number;
  /** Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
}

/** What all rows of `barrier_batch` share; the fields mean what they mean in `BarrierRequest`. */
export interface BarrierBatchParams {
  /** Call or put. */
  readonly kind: OptionKind;
  /** In or out. */
  readonly knock: Knock;
  /** Where the barriers lie. */
  readonly side: BarrierSide;
  /** Paid at the touch that ends a knock-out, or at expiry for a knock-in that never began. [margin currency, from 0.0 to 1e+18] */
  readonly rebate: number;
  /** Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
  /** What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly yield_per_year: number;
  /** What to do with a row that cannot be used. Absent: refuse the batch. */
  readonly on_bad_row?: BadRows;
}

/** Columns that `derivatives.barrier_batch` takes. */
export interface BarrierBatchInput extends Columns {
  /** Price now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: Float64Array | readonly number[];
  /** Exercise price. [quote currency, from 1e-18 to 1e+18] */
  readonly strike: Float64Array | readonly number[];
  /** The level. [quote currency, from 1e-18 to 1e+18] */
  readonly barrier: Float64Array | readonly number[];
  /** Time to expiry in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: Float64Array | readonly number[];
  /** Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: Float64Array | readonly number[];
}

/** Columns that `derivatives.barrier_batch` answers. */
export interface BarrierBatchColumns extends Columns {
  /** Value in quote currency, rebate included. */
  readonly price: Float64Array;
  /** Probability of a touch by expiry. */
  readonly touch_probability: Float64Array;
  /** `ok` or `refused`. */
  readonly status: Words;
}

/** What `discrete_barrier` is asked. */
export interface DiscreteBarrierRequest {
  /** Call or put. */
  readonly kind: OptionKind;
  /** In or out. */
  readonly knock: Knock;
  /** Where the barrier lies. */
  readonly side: BarrierSide;
  /** Price now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: number;
  /** Exercise price. [quote currency, from 1e-18 to 1e+18] */
  readonly strike: number;
  /** The level. [quote currency, from 1e-18 to 1e+18] */
  readonly barrier: number;
  /** Time to expiry in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
  /** What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly yield_per_year: number;
  /** Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
  /** Number of dates on which the price is looked at, equally spaced, the last at expiry and none today: 1 to 2000. [from 0] */
  readonly dates: number;
}

/** What `merton` is asked. */
export interface MertonRequest {
  /** Call or put. */
  readonly kind: OptionKind;
  /** Price now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: number;
  /** Exercise price. [quote currency, from 1e-18 to 1e+18] */
  readonly strike: number;
  /** Time to expiry in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
  /** What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly yield_per_year: number;
  /** Volatility between jumps, per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
  /** Expected number of jumps per year; at most 1000 until expiry. [per year, from 0.0 to 10000.0] */
  readonly jumps_per_year: number;
  /** Mean of a jump's logarithm. [log price, from -10.0 to 10.0] */
  readonly mean_log_jump: number;
  /** Standard deviation of a jump's logarithm. [per square root of a year, from 0.0 to 20.0] */
  readonly log_jump_deviation: number;
}

/** What `kou` is asked. */
export interface KouRequest {
  /** Call or put. */
  readonly kind: OptionKind;
  /** Price now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: number;
  /** Exercise price. [quote currency, from 1e-18 to 1e+18] */
  readonly strike: number;
  /** Time to expiry in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
  /** What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly yield_per_year: number;
  /** Volatility between jumps, per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
  /** The jumps. */
  readonly jumps: KouJumps;
}

/** What `kou_passage` is asked. */
export interface KouPassageRequest {
  /** Price now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: number;
  /** The level. [quote currency, from 1e-18 to 1e+18] */
  readonly barrier: number;
  /** Where the level lies. A spot at it or beyond has touched it. */
  readonly side: BarrierSide;
  /** Horizon in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. [per year, from -10.0 to 10.0] */
  readonly drift_per_year: number;
  /** Volatility between jumps, per square root of a year. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
  /** The jumps. */
  readonly jumps: KouJumps;
  /** How far beyond the level, in the logarithm, for `beyond_probability`: at least 0. [log price, from -10.0 to 10.0] */
  readonly overshoot: number;
  /** Which world drift and jumps are of. */
  readonly measure: Measure;
}

/** What `drawdown` is asked. */
export interface DrawdownRequest {
  /** The fall from the running maximum, as a fraction of it: above 0, below 1. [from 0.0 to 1.0] */
  readonly drawdown: number;
  /** Horizon in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Drift of the price per year: `E[S_T] = S e^(drift T)`. [per year, from -10.0 to 10.0] */
  readonly drift_per_year: number;
  /** Volatility per square root of a year; above 0. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
  /** Which world the drift is of. */
  readonly measure: Measure;
}

/** What `default_leg` is asked. */
export interface DefaultLegRequest {
  /** What stands with the exchange, in its currency. [margin currency, from 0.0 to 1e+18] */
  readonly notional: number;
  /** Part of it that is lost in a default. [from 0.0 to 1.0] */
  readonly loss_given_default: number;
  /** How long it stands there, in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0] */
  readonly rate_per_year: number;
  /** Defaults per year in each segment of time; the last one goes on. */
  readonly hazards_per_year: readonly (number)[];
  /** Where each segment but the last ends, in years: rising, one fewer than the hazards. */
  readonly segment_ends_years: readonly (number)[];
  /** Which world the hazards are of. */
  readonly measure: Measure;
}

/** What `option_chain` is asked. */
export interface OptionChainRequest {
  /** The options, sorted by expiry, strike, call before put. */
  readonly chain: OptionChain;
  /**
   * Riskless rate per year, continuously compounded, for put-call parity of premiums in the quote currency; parity of premiums in coin
   * has none. [per year, from -10.0 to 10.0]
   */
  readonly rate_per_year: number;
}

/** What `realized_volatility` is asked. */
export interface RealizedVolatilityRequest {
  /** First price of each bar, oldest first, without gaps; three or more. */
  readonly open: readonly (number)[];
  /** Highest price of each bar. */
  readonly high: readonly (number)[];
  /** Lowest price of each bar. */
  readonly low: readonly (number)[];
  /** Last price of each bar. */
  readonly close: readonly (number)[];
  /** Length of a bar in years of 365 days, above 0. [years, from 0.0 to 30.0] */
  readonly bar_years: number;
  /** Decay of the exponentially weighted estimate per bar: above 0, below 1. Absent: 0.94, that of J.P. Morgan (1996) for days. [from 0.0 to 1.0] */
  readonly ewma_decay?: number;
}

/** What `fit_jumps` is asked. */
export interface FitJumpsRequest {
  /** Returns of the logarithm over equal steps; 30 or more, and hundreds for jumps that are rare. */
  readonly log_returns: readonly (number)[];
  /** Length of a step in years of 365 days, above 0. [years, from 0.0 to 30.0] */
  readonly step_years: number;
}

/** What `SimulatePassage` is opened with. */
export interface SimulatePassageRequest {
  /** Price now. [quote currency, from 1e-18 to 1e+18] */
  readonly spot: number;
  /** The level. [quote currency, from 1e-18 to 1e+18] */
  readonly barrier: number;
  /** Where the level lies. */
  readonly side: BarrierSide;
  /** Horizon in years of 365 days. [years, from 0.0 to 30.0] */
  readonly years: number;
  /** Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. [per year, from -10.0 to 10.0] */
  readonly drift_per_year: number;
  /** Volatility between jumps, per square root of a year; above 0. [per square root of a year, from 0.0 to 20.0] */
  readonly volatility: number;
  /** The jumps; at most 500 expected until the horizon. */
  readonly jumps: JumpModel;
  /** Which world drift and jumps are of. */
  readonly measure: Measure;
  /** Number of antithetic pairs of paths, 2 or more. [from 0] */
  readonly pairs: number;
  /**
   * Equally spaced dates, the last at the horizon, for each of which the probability is told: 1 to 2000, and at most 2^32 of all pairs
   * together. Paths stop at them too: the probability of the horizon keeps its mean, and its error becomes somewhat greater. Absent: not
   * told. [from 0]
   */
  readonly dates?: number;
  /** Seed of the random numbers. (answered as decimal text) */
  readonly seed: bigint | string;
}

/**
 * Which of Binance's markets.
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
  /** Which market. */
  readonly market: BinanceMarket;
  /** Symbol, like `BTCUSDT`. */
  readonly instrument: string;
  /** In which currency its price is. */
  readonly quote_currency: string;
  /** What one candle covers: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 8, 12 hours, 1, 3, 7 days. [ms, from 1 to 31622400000] */
  readonly interval_ms: number;
  /** From when on; absent: the last ones. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms?: number;
  /** Up to when. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly end_ms?: number;
  /** How many at most, up to 1000 (spot) or 1500. [from 0] */
  readonly limit?: number;
}

/** `GET .../depth`: levels of the book, at spot and USDⓈ-M. */
export interface BinanceDepth {
  /** Which market: spot or USDⓈ-M. */
  readonly market: BinanceMarket;
  /** Symbol, like `BTCUSDT`. */
  readonly instrument: string;
  /** In which currency its price is. */
  readonly quote_currency: string;
  /** Levels of each side. [from 0] */
  readonly limit: number;
}

/** `GET .../ticker/24hr`: best prices (spot only) and 24 hours. */
export interface BinanceTicker {
  /** Which market. */
  readonly market: BinanceMarket;
  /** Symbol, like `BTCUSDT`. */
  readonly instrument: string;
  /** In which currency its price is. */
  readonly quote_currency: string;
}

/** `GET .../premiumIndex`: mark price and coming funding. */
export interface BinancePremiumIndex {
  /** Which market: USDⓈ-M or COIN-M. */
  readonly market: BinanceMarket;
  /** Symbol, like `BTCUSDT`. */
  readonly instrument: string;
  /** In which currency its price is. */
  readonly quote_currency: string;
  /** How often funding is paid; Binance says it elsewhere (`fundingInfo`): 8 hours for most, 4 or 1 for some. [ms, from 1 to 31622400000] */
  readonly funding_interval_ms: number;
}

/** `GET .../fundingRate`: past funding. */
export interface BinanceFundingHistory {
  /** Which market: USDⓈ-M or COIN-M. */
  readonly market: BinanceMarket;
  /** Symbol, like `BTCUSDT`. */
  readonly instrument: string;
  /** How often funding is paid: 8 hours for most contracts. [ms, from 1 to 31622400000] */
  readonly funding_interval_ms: number;
  /** From when on; absent: the last ones. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms?: number;
  /** How many at most, up to 1000. [from 0] */
  readonly limit?: number;
}

/** `GET .../openInterest`: open interest now. */
export interface BinanceOpenInterest {
  /** Which market: USDⓈ-M or COIN-M. */
  readonly market: BinanceMarket;
  /** Symbol, like `BTCUSDT`. */
  readonly instrument: string;
  /** Size of a contract at COIN-M, which counts contracts: 100 USD for bitcoin, 10 USD for the others. [USD, from 0.0 to 1000000000000000.0] */
  readonly contract_usd?: number;
}

/** `GET /futures/data/openInterestHist`: open interest over time, at USDⓈ-M; the last 30 days. */
export interface BinanceOpenInterestHistory {
  /** Symbol, like `BTCUSDT`. */
  readonly instrument: string;
  /** How far apart: 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, a day. [ms, from 1 to 31622400000] */
  readonly interval_ms: number;
  /** How many at most, up to 500. [from 0] */
  readonly limit?: number;
}

/** `GET .../leverageBracket`: margin tiers. A signed call: append `timestamp` and `signature` to the query. */
export interface BinanceLeverageBrackets {
  /** Which market: USDⓈ-M, or COIN-M (notional in coins). */
  readonly market: BinanceMarket;
  /** Symbol, like `BTCUSDT`; the pair at COIN-M. */
  readonly instrument: string;
  /** The currency of notional and margin. */
  readonly margin_currency: string;
  /** When the request is signed. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly sign_ms: number;
}

/**
 * A question to Binance.
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

/** `getnetworkhashps`: the hashrate over a number of blocks. */
export interface BitcoinRpcNetworkHashps {
  /** Over how many blocks; absent: since the last retarget. [from 0] */
  readonly blocks?: number;
  /** Up to which height; absent: up to the tip. [blocks, from 0 to 4294967295] */
  readonly height?: number;
}

/** `getblockstats`: what one block paid. (A pruned node no longer knows old blocks.) */
export interface BitcoinRpcBlockStats {
  /** Height of the block. [blocks, from 0 to 4294967295] */
  readonly height: number;
}

/**
 * A question to a bitcoin node.
 * - `blockchain_info`: The chain and its tip.
 * - `mining_info`: Difficulty, hashrate, mempool.
 * - `network_hashps`: The hashrate over a number of blocks.
 * - `block_stats`: What one block paid.
 */
export type BitcoinRpcAsk =
  | "blockchain_info"
  | "mining_info"
  | { readonly network_hashps: BitcoinRpcNetworkHashps }
  | { readonly block_stats: BitcoinRpcBlockStats };

/**
 * Which history of `GET api.blockchain.info/charts/{name}`.
 * - `hash_rate`: Estimated hashrate.
 * - `difficulty`: Difficulty.
 * - `miners_revenue`: What miners earn a day.
 * - `market_price`: Price of one bitcoin.
 * - `transaction_fees`: Fees of a day.
 */
export type ChartName =
  | "hash_rate"
  | "difficulty"
  | "miners_revenue"
  | "market_price"
  | "transaction_fees";

/** `GET api.blockchain.info/charts/{name}`: a daily history. */
export interface BlockchainInfoChart {
  /** Which history. */
  readonly name: ChartName;
  /** How many days back. [from 0] */
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
 * A question to Blockchain.info.
 * - `stats`: The network's summary.
 * - `chart`: A daily history.
 * - `query`: One number as plain text.
 * - `ticker`: What one bitcoin costs in many currencies.
 */
export type BlockchainInfoAsk =
  | "stats"
  | { readonly chart: BlockchainInfoChart }
  | { readonly query: BlockchainInfoQuery }
  | "ticker";

/** `GET api.exchange.coinbase.com/products/{id}/candles`, at most 300. */
export interface CoinbaseExchangeCandles {
  /** Product, like `BTC-USD`. */
  readonly instrument: string;
  /** In which currency its price is. */
  readonly quote_currency: string;
  /** What one candle covers: 1, 5, 15 minutes, 1, 6 hours, a day. [ms, from 1 to 31622400000] */
  readonly interval_ms: number;
  /** From when on; absent: the last ones. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms?: number;
  /** Up to when. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly end_ms?: number;
}

/** `GET api.exchange.coinbase.com/products/{id}/ticker`. */
export interface CoinbaseExchangeTicker {
  /** Product, like `BTC-USD`. */
  readonly instrument: string;
  /** In which currency its price is. */
  readonly quote_currency: string;
}

/** `GET api.exchange.coinbase.com/products/{id}/book?level=2`: levels of the book. */
export interface CoinbaseExchangeBook {
  /** Product, like `BTC-USD`. */
  readonly instrument: string;
  /** In which currency its price is. */
  readonly quote_currency: string;
}

/** `GET api.coinbase.com/api/v3/brokerage/market/products/{id}/candles`, at most 350. */
export interface CoinbaseAdvancedCandles {
  /** Product, like `BTC-USD`. */
  readonly instrument: string;
  /** In which currency its price is. */
  readonly quote_currency: string;
  /** What one candle covers: 1, 5, 15, 30 minutes, 1, 2, 6 hours, a day. [ms, from 1 to 31622400000] */
  readonly interval_ms: number;
  /** From when on. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms: number;
  /** Up to when. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly end_ms: number;
}

/** `GET api.coinbase.com/api/v3/brokerage/market/products/{id}`: last price and 24 hours. */
export interface CoinbaseAdvancedProduct {
  /** Product, like `BTC-USD`. */
  readonly instrument: string;
  /** In which currency its price is. */
  readonly quote_currency: string;
}

/** `GET api.coinbase.com/api/v3/brokerage/market/product_book`: levels of the book. */
export interface CoinbaseAdvancedBook {
  /** Product, like `BTC-USD`. */
  readonly instrument: string;
  /** In which currency its price is. */
  readonly quote_currency: string;
  /** Levels of each side. [from 0] */
  readonly limit: number;
}

/** `GET api.coinbase.com/v2/prices/{pair}/spot`: the spot price. */
export interface CoinbaseSpotPrice {
  /** Pair, like `BTC-USD`. */
  readonly instrument: string;
  /** In which currency its price is. */
  readonly quote_currency: string;
}

/**
 * A question to Coinbase.
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

/** `GET /api/v3/simple/price`: what a coin costs now. */
export interface CoingeckoSimplePrice {
  /** CoinGecko's id of the coin, like `bitcoin`. */
  readonly coin: string;
  /** In which currency. */
  readonly quote_currency: string;
}

/** `GET /api/v3/coins/{id}/market_chart`: prices, market capitalization and volume over time. */
export interface CoingeckoMarketChart {
  /** CoinGecko's id of the coin, like `bitcoin`. */
  readonly coin: string;
  /** In which currency. */
  readonly quote_currency: string;
  /**
   * How many days back: 1 answers every five minutes, up to 90 every hour, above every day (and "now" as one point
   * more). [from 0]
   */
  readonly days: number;
}

/** `GET /api/v3/coins/{id}/ohlc`: candles without volume. */
export interface CoingeckoOhlc {
  /** CoinGecko's id of the coin, like `bitcoin`. */
  readonly coin: string;
  /** In which currency. */
  readonly quote_currency: string;
  /** How many days back: 1, 7, 14, 30, 90, 180 or 365. [from 0] */
  readonly days: number;
  /**
   * What one candle covers, where the plan lets one choose (an hour or a day); else 30 minutes for 1 day, 4 hours up
   * to 30 days and 4 days above. [ms, from 1 to 31622400000]
   */
  readonly interval_ms?: number;
}

/**
 * A question to CoinGecko.
 * - `simple_price`: What a coin costs now.
 * - `market_chart`: Prices, market capitalization and volume over time.
 * - `ohlc`: Candles without volume.
 */
export type CoingeckoAsk =
  | { readonly simple_price: CoingeckoSimplePrice }
  | { readonly market_chart: CoingeckoMarketChart }
  | { readonly ohlc: CoingeckoOhlc };

/** `GET /v1/api/coininformation`: one coin. */
export interface CoinwarzCoinInformation {
  /** The coin's tag, like `BTC`. */
  readonly coin: string;
}

/**
 * A question to CoinWarz.
 * - `profitability`: All coins.
 * - `coin_information`: One coin.
 * - `key_info`: What is left of the plan.
 */
export type CoinwarzAsk =
  | "profitability"
  | { readonly coin_information: CoinwarzCoinInformation }
  | "key_info";

/** `ticker` of an option. */
export interface DeribitOptionTicker {
  /** Which option, like `BTC-26JUN26-100000-C`. */
  readonly instrument: string;
}

/** `ticker` of a perpetual contract. */
export interface DeribitPerpetualTicker {
  /** Which contract, like `BTC-PERPETUAL`. */
  readonly instrument: string;
}

/**
 * What kind of contract.
 * - `option`: Options.
 * - `future`: Futures, the perpetual ones among them.
 */
export type DeribitContractKind =
  | "option"
  | "future";

/** `get_book_summary_by_currency`: all options or all futures on a coin. */
export interface DeribitBookSummary {
  /** The coin, like `BTC`. */
  readonly currency: string;
  /** Options or futures; absent: both. */
  readonly kind?: DeribitContractKind;
}

/**
 * `get_order_book`: levels of a book. Sizes are coins; those of inverse futures, received in US dollars, are divided
 * by their price. Options are quoted in the coin.
 */
export interface DeribitOrderBook {
  /** Which contract. */
  readonly instrument: string;
  /** Levels of each side. [from 0] */
  readonly depth: number;
}

/** `get_instruments`: what is listed. */
export interface DeribitInstruments {
  /** The coin, like `BTC`. */
  readonly currency: string;
  /** Options or futures; absent: both. */
  readonly kind?: DeribitContractKind;
}

/** `get_funding_rate_value`: funding between two instants. */
export interface DeribitFundingValue {
  /** Which contract, like `BTC-PERPETUAL`. */
  readonly instrument: string;
  /** From when on. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms: number;
  /** Up to when. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly end_ms: number;
}

/** `get_funding_rate_history`: funding hour by hour; the start is exclusive. */
export interface DeribitFundingHistory {
  /** Which contract, like `BTC-PERPETUAL`. */
  readonly instrument: string;
  /** After when. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms: number;
  /** Up to when. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly end_ms: number;
}

/** `get_volatility_index_data`: the volatility index. */
export interface DeribitVolatilityIndex {
  /** The coin, like `BTC`. */
  readonly currency: string;
  /** From when on. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms: number;
  /** Up to when. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly end_ms: number;
  /** What one row covers: a second, a minute, an hour, 12 hours, a day. [ms, from 1 to 31622400000] */
  readonly interval_ms: number;
}

/** `get_tradingview_chart_data`: candles. */
export interface DeribitCandles {
  /** Which contract, like `BTC-PERPETUAL`. */
  readonly instrument: string;
  /** From when on. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms: number;
  /** Up to when. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly end_ms: number;
  /** What one candle covers: 1, 3, 5, 10, 15, 30 minutes, 1, 2, 3, 6, 12 hours, a day. [ms, from 1 to 31622400000] */
  readonly interval_ms: number;
}

/** `get_index_price`: the index under everything. */
export interface DeribitIndexPrice {
  /** Name of the index, like `btc_usd`. */
  readonly index: string;
}

/**
 * A question to Deribit.
 * - `option_ticker`: An option.
 * - `perpetual_ticker`: A perpetual contract.
 * - `book_summary`: All options or all futures on a coin.
 * - `order_book`: Levels of a book.
 * - `instruments`: What is listed.
 * - `funding_value`: Funding between two instants.
 * - `funding_history`: Funding hour by hour.
 * - `volatility_index`: The volatility index.
 * - `candles`: Candles.
 * - `index_price`: The index under everything.
 */
export type DeribitAsk =
  | { readonly option_ticker: DeribitOptionTicker }
  | { readonly perpetual_ticker: DeribitPerpetualTicker }
  | { readonly book_summary: DeribitBookSummary }
  | { readonly order_book: DeribitOrderBook }
  | { readonly instruments: DeribitInstruments }
  | { readonly funding_value: DeribitFundingValue }
  | { readonly funding_history: DeribitFundingHistory }
  | { readonly volatility_index: DeribitVolatilityIndex }
  | { readonly candles: DeribitCandles }
  | { readonly index_price: DeribitIndexPrice };

/**
 * How far back.
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
  /** How far back. */
  readonly period: MempoolSpacePeriod;
}

/** `GET /api/v1/mining/difficulty-adjustments/{period}`: past retargets. */
export interface MempoolSpaceDifficultyAdjustments {
  /** How far back. */
  readonly period: MempoolSpacePeriod;
}

/** `GET /api/v1/mining/reward-stats/{blocks}`: what the last blocks paid. */
export interface MempoolSpaceRewardStats {
  /** How many blocks; 144 are about a day. [from 0] */
  readonly blocks: number;
}

/**
 * A question to mempool.space.
 * - `difficulty_adjustment`: The coming retarget.
 * - `hashrate_history`: Hashrate and difficulty over time.
 * - `difficulty_adjustments`: Past retargets.
 * - `reward_stats`: What the last blocks paid.
 * - `prices`: What one bitcoin costs in several currencies.
 * - `recommended_fees`: Fee rates for different patience.
 */
export type MempoolSpaceAsk =
  | "difficulty_adjustment"
  | { readonly hashrate_history: MempoolSpaceHashrateHistory }
  | { readonly difficulty_adjustments: MempoolSpaceDifficultyAdjustments }
  | { readonly reward_stats: MempoolSpaceRewardStats }
  | "prices"
  | "recommended_fees";

/**
 * A question to any upstream.
 * - `binance`: Binance.
 * - `bitcoin_rpc`: A bitcoin node.
 * - `blockchain_info`: Blockchain.info.
 * - `coinbase`: Coinbase.
 * - `coingecko`: CoinGecko.
 * - `coinwarz`: CoinWarz.
 * - `deribit`: Deribit.
 * - `mempool_space`: mempool.space.
 */
export type FeedAsk =
  | { readonly binance: BinanceAsk }
  | { readonly bitcoin_rpc: BitcoinRpcAsk }
  | { readonly blockchain_info: BlockchainInfoAsk }
  | { readonly coinbase: CoinbaseAsk }
  | { readonly coingecko: CoingeckoAsk }
  | { readonly coinwarz: CoinwarzAsk }
  | { readonly deribit: DeribitAsk }
  | { readonly mempool_space: MempoolSpaceAsk };

/**
 * Where a key goes. Each stands for one host, and a request to another host does not take it.
 * - `coinwarz_query`: CoinWarz, in the query: every call needs it, and URLs in logs show it.
 * - `coingecko_demo`: CoinGecko's Demo plan, in a header.
 * - `coingecko_pro`: CoinGecko's Pro plan, in a header and at another host.
 * - `ankr_path`: Ankr's bitcoin node, in the path.
 * - `binance_header`: Binance, in a header; the signature of signed calls is the caller's: see `Request::query_string`.
 */
export type Access =
  | { readonly coinwarz_query: string }
  | { readonly coingecko_demo: string }
  | { readonly coingecko_pro: string }
  | { readonly ankr_path: string }
  | { readonly binance_header: string };

/**
 * How a request is sent.
 * - `get`: HTTP GET.
 * - `post`: HTTP POST with a JSON body.
 */
export type Method =
  | "get"
  | "post";

/** A header of a request. */
export interface RequestHeader {
  /** Its name. */
  readonly name: string;
  /** Its value. */
  readonly value: string;
}

/** An HTTP request, ready to be sent. */
export interface HttpRequest {
  /** How it is sent. */
  readonly method: Method;
  /** The address, key included: for the socket. Of one's own node it is the path alone. */
  readonly url: string;
  /** Headers, keys included. */
  readonly headers: readonly (RequestHeader)[];
  /** The JSON body of a POST. */
  readonly body?: string;
  /** Method and address with the key masked: for the log. */
  readonly for_log: string;
}

/**
 * Bars of one instrument and interval, oldest first. Intervals never overlap; gaps are allowed and found with
 * `first_gap`.
 */
export interface Bars {
  /**
   */
  readonly source: string;
  /**
   */
  readonly instrument: string;
  /**
   */
  readonly quote_currency: string;
  /** [ms, from 1 to 31622400000] */
  readonly interval_ms: number;
  /**
   */
  readonly open_time_ms: readonly (number)[];
  /**
   */
  readonly open: readonly (number)[];
  /**
   */
  readonly high: readonly (number)[];
  /**
   */
  readonly low: readonly (number)[];
  /**
   */
  readonly close: readonly (number)[];
  /**
   */
  readonly volume_base?: readonly (number)[];
}

/**
 * What an instrument did in one interval: `low <= open, close <= high`, prices in the quote currency.
 *
 * A bar says what happened until `close_time_ms`. Before that instant it is still forming, and a study that
 * uses it looks ahead: see `is_closed`.
 */
export interface Bar {
  /** Who published it. */
  readonly source: string;
  /** Of what. */
  readonly instrument: string;
  /** The currency of the prices. */
  readonly quote_currency: string;
  /** What one bar covers. [ms, from 1 to 31622400000] */
  readonly interval_ms: number;
  /** When the interval began, inclusive. (Some sources stamp bars with the close: a parser subtracts the interval.) (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly open_time_ms: number;
  /** First price, quote currency per unit of base. */
  readonly open: number;
  /** Highest price. */
  readonly high: number;
  /** Lowest price. */
  readonly low: number;
  /** Last price. */
  readonly close: number;
  /** Units of base that changed hands; absent where the source does not count them. 0 means that nothing traded. */
  readonly volume_base?: number;
}

/**
 * Bars whose interval is over, oldest first, and apart from them the one that is still forming: a study that takes it
 * looks ahead.
 */
export interface Candlesticks {
  /** Bars that were over when the payload was received. */
  readonly closed: Bars;
  /** The last bar, where it was not. */
  readonly forming?: Bar;
}

/** One side of a book, best price first, as columns. */
export interface Levels {
  /** Prices, quote currency per unit of base, each once. */
  readonly price: readonly (number)[];
  /** Units of base offered at that price: above 0. */
  readonly size_base: readonly (number)[];
}

/**
 * The levels of a book at one instant: bids fall, asks rise, sizes are above 0, and the best bid is at most the best ask.
 *
 * A side may be empty.
 */
export interface OrderBook {
  /**
   */
  readonly source: string;
  /**
   */
  readonly instrument: string;
  /**
   */
  readonly quote_currency: string;
  /** (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number;
  /**
   */
  readonly bids: Levels;
  /**
   */
  readonly asks: Levels;
}

/** Best bid, best ask and last price, as far as the source says them: at least one of the three, and `bid <= ask`. */
export interface Quote {
  /** Who published it. */
  readonly source: string;
  /** Of what. */
  readonly instrument: string;
  /** The currency of the prices. */
  readonly quote_currency: string;
  /** When it held. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number;
  /** What the best buyer pays. */
  readonly bid?: number;
  /** What the best seller asks. */
  readonly ask?: number;
  /** Price of the last trade, or of the index where the source is one. */
  readonly last_price?: number;
}

/** Best prices of a market and what happened in it in 24 hours. */
export interface VenueTicker {
  /** Bid, ask and last price, as far as they are said. */
  readonly quote: Quote;
  /** Units of base that changed hands in 24 hours. */
  readonly volume_24h_base?: number;
  /** Change of the price in 24 hours, a fraction (venues say percent). */
  readonly change_24h?: number;
}

/** Mark price of a contract at one instant. Venues liquidate at the mark, not at the last trade. */
export interface MarkPoint {
  /** Who published it. */
  readonly source: string;
  /** Of what. */
  readonly instrument: string;
  /** The currency of the prices. */
  readonly quote_currency: string;
  /** When it held. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number;
  /** The mark price. */
  readonly mark: number;
  /** The spot index under it. */
  readonly index?: number;
}

/**
 * One funding payment: longs pay shorts `rate * notional` where the rate is positive, shorts pay longs where it is negative.
 *
 * A payment whose time lies in the future is the venue's forecast.
 */
export interface Funding {
  /** Who published it. */
  readonly source: string;
  /** Of what. */
  readonly instrument: string;
  /** How often it is paid: mostly 8 h, some 1 h or 4 h. [ms, from 1 to 31622400000] */
  readonly interval_ms: number;
  /** When it is paid. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number;
  /** Fraction of the notional, -1 to 1. */
  readonly rate_per_interval: number;
}

/** Mark price and coming funding of a contract. */
export interface MarkAndFunding {
  /** Mark and index. */
  readonly mark: MarkPoint;
  /** The coming payment at the rate of now: a forecast. Delivery contracts have none. */
  readonly next_funding?: Funding;
  /** Estimated settlement price, said in the last hour before settlement. */
  readonly estimated_settlement?: number;
}

/** Funding payments of one contract, oldest first. */
export interface FundingHistory {
  /**
   */
  readonly source: string;
  /**
   */
  readonly instrument: string;
  /** [ms, from 1 to 31622400000] */
  readonly interval_ms: number;
  /**
   */
  readonly time_ms: readonly (number)[];
  /**
   */
  readonly rate_per_interval: readonly (number)[];
}

/**
 * Contracts that are open at one instant, each counted once (not once per side): in coins, in US dollars, or both.
 *
 * A source that counts contracts is converted by its parser, which knows the contract's size.
 */
export interface OpenInterest {
  /** Who published it. */
  readonly source: string;
  /** Of what. */
  readonly instrument: string;
  /** When it held. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number;
  /** Units of base, coins. */
  readonly open_base?: number;
  /** Their notional in US dollars. */
  readonly open_usd?: number;
}

/** Open interest of one instrument, oldest first. */
export interface OpenInterestHistory {
  /**
   */
  readonly source: string;
  /**
   */
  readonly instrument: string;
  /**
   */
  readonly time_ms: readonly (number)[];
  /**
   */
  readonly open_base?: readonly (number)[];
  /**
   */
  readonly open_usd?: readonly (number)[];
}

/**
 * An answer of Binance, to the question of the same name.
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
  | { readonly depth: OrderBook }
  | { readonly ticker: VenueTicker }
  | { readonly premium_index: MarkAndFunding }
  | { readonly funding_history: FundingHistory }
  | { readonly open_interest: OpenInterest }
  | { readonly open_interest_history: OpenInterestHistory }
  | { readonly leverage_brackets: TierTable };

/** The chain and its tip, as a node sees it. */
export interface ChainInfo {
  /** `main`, `test`, `testnet4`, `signet` or `regtest`. */
  readonly chain: string;
  /** Height of the best block. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Headers that the node knows: more than blocks while it catches up. [blocks, from 0 to 4294967295] */
  readonly headers: number;
  /** Difficulty of the best block. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
  /** Compact target of the best block (from version 29 on). [from 0] */
  readonly nbits?: number;
  /** Time in the best block's header, Unix seconds (from version 23 on). [from 0] */
  readonly tip_time_s?: number;
  /** Median of the last eleven header times, Unix seconds. [from 0] */
  readonly median_time_s: number;
  /** Whether the node is still catching up: what it says is old then. */
  readonly initial_block_download: boolean;
}

/** What a node says to miners. */
export interface MiningState {
  /** `main`, `test`, `testnet4`, `signet` or `regtest`. */
  readonly chain: string;
  /** Height of the best block. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Difficulty of the best block. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
  /** Compact target of the best block (from version 29 on). [from 0] */
  readonly nbits?: number;
  /** Compact target of the next block (from version 29 on). [from 0] */
  readonly next_nbits?: number;
  /** Hashrate over the last 120 blocks, TH/s (received as H/s). [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** Transactions that wait. [from 0] */
  readonly mempool_transactions: number;
  /** What the node warns of. */
  readonly warnings: readonly (string)[];
}

/** A hashrate by itself. */
export interface NetworkHashrate {
  /** Hashrate of the network, TH/s (received as H/s). [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
}

/** What one block paid its miner, and how full it was. */
export interface BlockStats {
  /** Who published it. */
  readonly source: string;
  /** Height of the block. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Time in the header, Unix seconds. Header times are not monotonic. [from 0] */
  readonly time_s: number;
  /** New coins. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Sum of the transaction fees. [sat, from 0 to 2100000000000000] */
  readonly fees_sat: number;
  /** Difficulty of the block. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty?: number;
  /** Transactions, the coinbase included: at least 1. [from 0] */
  readonly transactions?: number;
  /** Weight units: at most 4,000,000. [from 0] */
  readonly weight?: number;
}

/** What one block paid, and what inclusion cost. */
export interface BlockReport {
  /** The block. */
  readonly block: BlockStats;
  /** Median fee rate by weight, satoshis per virtual byte, where it was asked for. */
  readonly median_fee_rate_sat_per_vb?: number;
}

/**
 * An answer of a bitcoin node, to the question of the same name.
 * - `blockchain_info`: The chain and its tip.
 * - `mining_info`: Difficulty, hashrate, mempool.
 * - `network_hashps`: The hashrate over a number of blocks.
 * - `block_stats`: What one block paid.
 */
export type BitcoinRpcData =
  | { readonly blockchain_info: ChainInfo }
  | { readonly mining_info: MiningState }
  | { readonly network_hashps: NetworkHashrate }
  | { readonly block_stats: BlockReport };

/** The network as Blockchain.info sees it: the last 24 hours and the tip. */
export interface ChainStats {
  /** When it held. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number;
  /** Price of one bitcoin. */
  readonly price: Quote;
  /** Estimated hashrate of the network, TH/s (received as GH/s). [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** Height of the tip. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Difficulty, where it is said. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty?: number;
  /** Blocks of the last 24 hours. [from 0] */
  readonly blocks_per_day: number;
  /** Mean time between them, seconds. */
  readonly block_interval_s: number;
  /** New coins of the last 24 hours, fees excluded. [sat, from 0 to 2100000000000000] */
  readonly minted_sat: number;
  /** Fees of the last 24 hours; absent where the value is none (negative). [sat, from 0 to 2100000000000000] */
  readonly fees_sat?: number;
  /** What miners earned in the last 24 hours; absent where the value is none (zero). [USD, from 0.0 to 1000000000000000.0] */
  readonly miner_revenue_usd?: number;
  /** All coins there are. [sat, from 0 to 2100000000000000] */
  readonly supply_sat: number;
  /** Height of the block that closes the difficulty period. [blocks, from 0 to 4294967295] */
  readonly next_retarget_height: number;
}

/**
 * A history of one quantity from one source, oldest first: a hashrate, a difficulty, an index. The unit stands in the name of the field
 * that holds it.
 */
export interface Series {
  /**
   */
  readonly source: string;
  /**
   */
  readonly time_ms: readonly (number)[];
  /**
   */
  readonly value: readonly (number)[];
}

/**
 * A history, named with its unit.
 * - `hashrate_ths`: Hashrate in TH/s.
 * - `difficulty`: Difficulty.
 * - `miner_revenue_usd`: What miners earned that day, USD.
 * - `price_usd`: Price of one bitcoin, USD.
 * - `fees_btc`: Fees of that day, BTC.
 */
export type ChartData =
  | { readonly hashrate_ths: Series }
  | { readonly difficulty: Series }
  | { readonly miner_revenue_usd: Series }
  | { readonly price_usd: Series }
  | { readonly fees_btc: Series };

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
   * Sorted by currency. Which of "buy" and "sell" is the bid is not documented (they have been equal for years):
   * only the last price is read.
   */
  readonly quotes: readonly (Quote)[];
}

/**
 * An answer of Blockchain.info, to the question of the same name.
 * - `stats`: The network's summary.
 * - `chart`: A daily history.
 * - `query`: One number as plain text.
 * - `ticker`: What one bitcoin costs in many currencies.
 */
export type BlockchainInfoData =
  | { readonly stats: ChainStats }
  | { readonly chart: ChartData }
  | { readonly query: QueryData }
  | { readonly ticker: PricesByCurrency };

/**
 * An answer of Coinbase, to the question of the same name.
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
  | { readonly exchange_book: OrderBook }
  | { readonly advanced_candles: Candlesticks }
  | { readonly advanced_product: VenueTicker }
  | { readonly advanced_book: OrderBook }
  | { readonly spot_price: Quote };

/** What a coin costs, and its market. */
export interface SpotPrice {
  /** The price. */
  readonly price: Quote;
  /** Market capitalization in the quote currency. */
  readonly market_cap?: number;
  /** What was traded in 24 hours, in the quote currency. */
  readonly volume_24h?: number;
  /** Change of the price in 24 hours, a fraction (received as percent). */
  readonly change_24h?: number;
}

/** Quotes of one instrument, oldest first. */
export interface Quotes {
  /**
   */
  readonly source: string;
  /**
   */
  readonly instrument: string;
  /**
   */
  readonly quote_currency: string;
  /**
   */
  readonly time_ms: readonly (number)[];
  /**
   */
  readonly bid?: readonly (number)[];
  /**
   */
  readonly ask?: readonly (number)[];
  /**
   */
  readonly last_price?: readonly (number)[];
}

/** A coin's market over time. */
export interface MarketHistory {
  /** Prices. */
  readonly prices: Quotes;
  /** Market capitalization in the quote currency. */
  readonly market_cap: Series;
  /** What was traded in the 24 hours before, in the quote currency. */
  readonly volume_24h: Series;
}

/**
 * An answer of CoinGecko, to the question of the same name.
 * - `simple_price`: What a coin costs now.
 * - `market_chart`: Prices, market capitalization and volume over time.
 * - `ohlc`: Candles without volume.
 */
export type CoingeckoData =
  | { readonly simple_price: SpotPrice }
  | { readonly market_chart: MarketHistory }
  | { readonly ohlc: Candlesticks };

/** A coin, as a miner sees it. */
export interface MinedCoin {
  /** Its tag, like `BTC`. */
  readonly coin: string;
  /** Its proof of work. */
  readonly algorithm: string;
  /** Height of the tip. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
  /** Coins per block. */
  readonly block_reward_coins: number;
  /** Goal of the time between blocks, seconds. */
  readonly block_time_s?: number;
  /** Its price; absent where the exchange is offline. */
  readonly price?: Quote;
  /** Whether its chain and its exchange are online and CoinWarz calls it healthy. */
  readonly healthy: boolean;
}

/** Several coins. */
export interface MinedCoins {
  /** In the order received: by profitability. */
  readonly coins: readonly (MinedCoin)[];
}

/** What a key may still do. */
export interface KeyAllowance {
  /** Name of the plan. */
  readonly plan: string;
  /** Whether CoinWarz accepts the key. */
  readonly approved: boolean;
  /** Calls of the plan. [from 0] */
  readonly calls: number;
  /** Calls that are left. [from 0] */
  readonly calls_left: number;
  /** Calls of a day, where the plan has such a limit. [from 0] */
  readonly calls_per_day?: number;
  /** Calls that are left today. [from 0] */
  readonly calls_left_today?: number;
}

/**
 * An answer of CoinWarz, to the question of the same name.
 * - `profitability`: All coins.
 * - `coin_information`: One coin.
 * - `key_info`: What is left of the plan.
 */
export type CoinwarzData =
  | { readonly profitability: MinedCoins }
  | { readonly coin_information: MinedCoin }
  | { readonly key_info: KeyAllowance };

/** A future at one instant. */
export interface FutureSummary {
  /** Bid, ask and last price; absent where there is none of them. */
  readonly quote?: Quote;
  /** Mark, and index where it is said. */
  readonly mark: MarkPoint;
  /** Open interest: US dollars for inverse contracts, coins for linear ones. */
  readonly open_interest: OpenInterest;
  /** Funding of the last 8 hours, a fraction; perpetual contracts only. */
  readonly funding_8h?: number;
  /** Funding of now, a fraction per 8 hours; perpetual contracts only. */
  readonly current_funding?: number;
}

/** All contracts of a summary. */
export interface BookSummaries {
  /** Options that have not expired, a chain per pair of currencies (inverse and linear options are never in one). */
  readonly option_chains: readonly (OptionChain)[];
  /** Futures, in the order received. */
  readonly futures: readonly (FutureSummary)[];
}

/** One contract. */
export interface Listing {
  /** Its name. */
  readonly instrument: string;
  /** Whether it can be traded. */
  readonly is_active: boolean;
  /** When it expires; perpetual contracts never do. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly expiry_ms?: number;
  /** Strike, of options. */
  readonly strike?: number;
  /** Call or put, of options. */
  readonly option_kind?: OptionKind;
  /** Size of a contract: US dollars for inverse futures, coins else. */
  readonly contract_size: number;
  /** Step of the price. */
  readonly tick_size: number;
}

/** Everything that is listed. */
export interface Listings {
  /** In the order received. */
  readonly listings: readonly (Listing)[];
}

/** What a holder paid between two instants. */
export interface FundingSum {
  /** Sum of the rates, a fraction of the notional: positive where longs paid. */
  readonly rate: number;
}

/** Funding and index hour by hour. */
export interface FundingAndIndex {
  /** What was paid in each hour. */
  readonly funding: FundingHistory;
  /** The index at the end of each hour, in the contract's quote currency. */
  readonly index: Series;
}

/**
 * The volatility index over time: 30-day implied volatility as a fraction per square root of a year (received as
 * percent).
 */
export interface VolatilityBars {
  /** At the beginning of each interval. */
  readonly open: Series;
  /** Highest. */
  readonly high: Series;
  /** Lowest. */
  readonly low: Series;
  /** At the end; the last interval may still run. */
  readonly close: Series;
  /** Where older rows are left: ask again with this as `end_ms`. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly continue_ms?: number;
}

/**
 * An answer of Deribit, to the question of the same name.
 * - `option_ticker`: An option.
 * - `perpetual_ticker`: A perpetual contract.
 * - `book_summary`: All options or all futures on a coin.
 * - `order_book`: Levels of a book.
 * - `instruments`: What is listed.
 * - `funding_value`: Funding between two instants.
 * - `funding_history`: Funding hour by hour.
 * - `volatility_index`: The volatility index.
 * - `candles`: Candles.
 * - `index_price`: The index under everything.
 */
export type DeribitData =
  | { readonly option_ticker: OptionQuote }
  | { readonly perpetual_ticker: FutureSummary }
  | { readonly book_summary: BookSummaries }
  | { readonly order_book: OrderBook }
  | { readonly instruments: Listings }
  | { readonly funding_value: FundingSum }
  | { readonly funding_history: FundingAndIndex }
  | { readonly volatility_index: VolatilityBars }
  | { readonly candles: Candlesticks }
  | { readonly index_price: Quote };

/** The retarget that comes, as mempool.space estimates it, and the last one. */
export interface RetargetEstimate {
  /** Part of the period that is over, 0 to 1 (received as percent). */
  readonly progress: number;
  /** Expected change of difficulty, a fraction from -0.75 to 3 (received as percent). */
  readonly expected_change: number;
  /** When it is expected. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly expected_time_ms: number;
  /** Blocks until then. [from 0] */
  readonly remaining_blocks: number;
  /** Height of the first block of the next period. [blocks, from 0 to 4294967295] */
  readonly retarget_height: number;
  /** The last change, a fraction. */
  readonly previous_change: number;
  /** When the last change took effect, where it is said. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly previous_time_ms?: number;
  /** Mean time between blocks in this period, seconds. */
  readonly block_interval_s: number;
}

/** Hashrate and difficulty over time, and now. */
export interface NetworkHashrates {
  /** Daily mean hashrate, TH/s (received as H/s). */
  readonly hashrate_ths: Series;
  /** Difficulty from each retarget on. */
  readonly difficulty: Series;
  /** Hashrate now, TH/s. [TH/s, from 0.0 to 1e+24] */
  readonly current_hashrate_ths: number;
  /** Difficulty now. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly current_difficulty: number;
}

/** Past retargets, oldest first. */
export interface Retargets {
  /** Difficulty from that instant on. */
  readonly difficulty: Series;
}

/** What a run of blocks paid in all. */
export interface BlockRewards {
  /** Height of the first block. [blocks, from 0 to 4294967295] */
  readonly first_height: number;
  /** Height of the last block. [blocks, from 0 to 4294967295] */
  readonly last_height: number;
  /** Subsidies and fees. [sat, from 0 to 2100000000000000] */
  readonly reward_sat: number;
  /** Fees. [sat, from 0 to 2100000000000000] */
  readonly fees_sat: number;
  /** Mean fees of one block, rounded down. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
}

/** Fee rates, satoshis per virtual byte. */
export interface FeeRates {
  /** For the next block. */
  readonly fastest_sat_per_vb: number;
  /** For about half an hour. */
  readonly half_hour_sat_per_vb: number;
  /** For about an hour. */
  readonly hour_sat_per_vb: number;
  /** For some day. */
  readonly economy_sat_per_vb: number;
  /** What nodes relay at all. */
  readonly minimum_sat_per_vb: number;
}

/**
 * An answer of mempool.space, to the question of the same name.
 * - `difficulty_adjustment`: The coming retarget.
 * - `hashrate_history`: Hashrate and difficulty over time.
 * - `difficulty_adjustments`: Past retargets.
 * - `reward_stats`: What the last blocks paid.
 * - `prices`: What one bitcoin costs in several currencies.
 * - `recommended_fees`: Fee rates for different patience.
 */
export type MempoolSpaceData =
  | { readonly difficulty_adjustment: RetargetEstimate }
  | { readonly hashrate_history: NetworkHashrates }
  | { readonly difficulty_adjustments: Retargets }
  | { readonly reward_stats: BlockRewards }
  | { readonly prices: PricesByCurrency }
  | { readonly recommended_fees: FeeRates };

/**
 * An answer of any upstream, to the question of the same name.
 * - `binance`: Binance.
 * - `bitcoin_rpc`: A bitcoin node.
 * - `blockchain_info`: Blockchain.info.
 * - `coinbase`: Coinbase.
 * - `coingecko`: CoinGecko.
 * - `coinwarz`: CoinWarz.
 * - `deribit`: Deribit.
 * - `mempool_space`: mempool.space.
 */
export type FeedData =
  | { readonly binance: BinanceData }
  | { readonly bitcoin_rpc: BitcoinRpcData }
  | { readonly blockchain_info: BlockchainInfoData }
  | { readonly coinbase: CoinbaseData }
  | { readonly coingecko: CoingeckoData }
  | { readonly coinwarz: CoinwarzData }
  | { readonly deribit: DeribitData }
  | { readonly mempool_space: MempoolSpaceData };

/** One oddity of a payload: implausible, contradictory, or left out. */
export interface Suspicion {
  /** Where it stands in the payload. */
  readonly path: string;
  /** The value as received. */
  readonly value: string;
  /** What would have been believed. */
  readonly expected: string;
}

/** What an answer says. */
export interface ParseReport {
  /** The data. */
  readonly data: FeedData;
  /** What is odd about it: implausible, contradictory or left out. */
  readonly suspicious: readonly (Suspicion)[];
}

/**
 * How far a reading may lie from the median of the fresh ones.
 * - `relative`: As a fraction of the median: for prices, hashrates, difficulties.
 * - `absolute`: In the unit of the readings, as a number of 0 to 1e12: for rates and changes, which may be 0.
 */
export type Tolerance =
  | { readonly relative: number }
  | { readonly absolute: number };

/**
 * How the value is chosen among the readings that agree.
 * - `median`: Their median.
 * - `priority`: The first in the order given.
 */
export type ReconcileMethod =
  | "median"
  | "priority";

/** What one source says. */
export interface SourceReading {
  /** Who says it. */
  readonly source: string;
  /** When it held. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number;
  /** The value, finite. */
  readonly value: number;
}

/**
 */
export interface ReconciledFresh {
  /** The value. */
  readonly value: number;
}

/**
 */
export interface ReconciledStale {
  /** The value. */
  readonly value: number;
  /** Its age, milliseconds. */
  readonly age_ms: number;
}

/**
 */
export interface ReconciledDisputed {
  /** Least fresh reading. */
  readonly low: number;
  /** Greatest fresh reading. */
  readonly high: number;
}

/**
 * The answer.
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

/**
 */
export interface ReadingStateOutlier {
  /** How far, in the measure of the tolerance. */
  readonly deviation: number;
}

/**
 */
export interface ReadingStateStale {
  /** Its age, milliseconds. */
  readonly age_ms: number;
}

/**
 */
export interface ReadingStateFuture {
  /** How far, milliseconds. */
  readonly ahead_ms: number;
}

/**
 * What became of a reading.
 * - `agrees`: It agrees.
 * - `outlier`: It is too far from the median.
 * - `stale`: It is too old.
 * - `future`: Its time lies more than five minutes ahead.
 */
export type ReadingState =
  | "agrees"
  | { readonly outlier: ReadingStateOutlier }
  | { readonly stale: ReadingStateStale }
  | { readonly future: ReadingStateFuture };

/** What became of one reading. */
export interface ReadingVerdict {
  /** Whose reading. */
  readonly source: string;
  /** What became of it. */
  readonly verdict: ReadingState;
}

/** One number, how sure it is, and what became of each reading. */
export interface ReconcileReport {
  /** The answer. */
  readonly outcome: Reconciled;
  /** How many readings agree. [from 0] */
  readonly agreeing: number;
  /** How many are fresh. [from 0] */
  readonly fresh: number;
  /**
   * `(greatest - least) / |median|` of those that agree (0 where there is one); absent where none does or the median
   * is 0.
   */
  readonly spread?: number;
  /** What became of each reading, in the order given. */
  readonly verdicts: readonly (ReadingVerdict)[];
}

/** Which points stay and which go. */
export interface RetainReport {
  /** Indices of the points that stay. */
  readonly keep: readonly (number)[];
  /** Indices of those that are too many of their day. */
  readonly thinned: readonly (number)[];
  /** Indices of those that are too old. */
  readonly expired: readonly (number)[];
}

/**
 * Which side is worth an alert.
 * - `above`: At or above the threshold.
 * - `below`: At or below it.
 */
export type AlertSide =
  | "above"
  | "below";

/** A question, and the key to ask it with. */
export interface FeedRequest {
  /** The question. */
  readonly ask: FeedAsk;
  /** The caller's key, where the upstream wants one. */
  readonly access?: Access;
}

/** What `parse` is asked. */
export interface ParseRequest {
  /** The question that was asked. */
  readonly ask: FeedAsk;
  /** The answer as it came. */
  readonly body: string;
  /** When it came. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly received_ms: number;
  /** How many bytes are accepted; absent: 1 MiB. [from 0] */
  readonly max_bytes?: number;
}

/** What `reconcile` is asked. */
export interface ReconcileRequest {
  /** Now. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly now_ms: number;
  /** How old a reading may be, milliseconds: at least 0. */
  readonly max_age_ms: number;
  /** How far a reading may lie from the median. */
  readonly tolerance: Tolerance;
  /** How the value is chosen. */
  readonly method: ReconcileMethod;
  /** One reading per source, the most trusted first; all in the same unit. */
  readonly readings: readonly (SourceReading)[];
  /** The last value that was fresh. */
  readonly last_good?: SourceReading;
}

/** What `retain` is asked. */
export interface RetainRequest {
  /** Times of the points, oldest first, each once. */
  readonly time_ms: readonly (number)[];
  /** Now: the day that is running is not thinned. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly now_ms: number;
  /** How many points of a closed day are kept at most: 2 to 1440. [from 0] */
  readonly points_per_day: number;
  /** Whose days: minutes east of UTC, -1080 to 1080. [from -32768 to 32767] */
  readonly utc_offset_min: number;
  /** How old a point may be, milliseconds; absent: any age. */
  readonly max_age_ms?: number;
}

/** What `Alert` is opened with. */
export interface AlertParams {
  /** Which side is worth an alert. */
  readonly side: AlertSide;
  /** Where it fires. */
  readonly threshold: number;
  /** How far the value must come back before it can fire again, in the unit of the threshold: at least 0. */
  readonly hysteresis: number;
}

/** Columns that `feeds.alert` takes. */
export interface AlertInput extends Columns {
  /** When, after the event before. [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: BigInt64Array | Float64Array | readonly number[];
  /** The value. */
  readonly value: Float64Array | readonly number[];
}

/** Columns that `feeds.alert` answers. */
export interface AlertColumns extends Columns {
  /** `quiet`, `fired` (tell it now), `active` (told already) or `cleared`. */
  readonly state: Words;
}

/** One event of `feeds.alert`. */
export interface AlertEvent extends Columns {
  /** When, after the event before. [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number | bigint;
  /** The value. */
  readonly value: number;
}

/** One output of `feeds.alert`. */
export interface AlertRow extends Columns {
  /** `quiet`, `fired` (tell it now), `active` (told already) or `cleared`. */
  readonly state: string;
}

/** What `Gaps` is opened with. */
export interface GapsParams {
  /** How far apart points should be, milliseconds: 1 to 366 days. */
  readonly interval_ms: number;
  /** How late a point may be and still count as on time, milliseconds: 0 up to the interval. */
  readonly slack_ms: number;
}

/** Columns that `feeds.gaps` takes. */
export interface GapsInput extends Columns {
  /** When, after the point before. [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: BigInt64Array | Float64Array | readonly number[];
}

/** Columns that `feeds.gaps` answers. */
export interface GapsColumns extends Columns {
  /** Points missing before this one: 0 where it is on time. */
  readonly missing: Float64Array;
}

/** One event of `feeds.gaps`. */
export interface GapsEvent extends Columns {
  /** When, after the point before. [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number | bigint;
}

/** One output of `feeds.gaps`. */
export interface GapsRow extends Columns {
  /** Points missing before this one: 0 where it is on time. */
  readonly missing: number;
}

/** What `Daily` is opened with. */
export interface DailyParams {
  /** Whose days: minutes east of UTC, -1080 to 1080. [from -32768 to 32767] */
  readonly utc_offset_min: number;
}

/** Columns that `feeds.daily` takes. */
export interface DailyInput extends Columns {
  /** When, after the event before. [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: BigInt64Array | Float64Array | readonly number[];
  /** The value. */
  readonly value: Float64Array | readonly number[];
}

/** Columns that `feeds.daily` answers. */
export interface DailyColumns extends Columns {
  /** The day, as days since 1970-01-01. */
  readonly unix_day: Float64Array;
  /** First value. */
  readonly first: Float64Array;
  /** Highest value. */
  readonly high: Float64Array;
  /** Lowest value. */
  readonly low: Float64Array;
  /** Last value. */
  readonly last: Float64Array;
  /** Mean of the points. */
  readonly mean: Float64Array;
  /** Number of points. */
  readonly points: Float64Array;
  /** Days without any point between this day and the one that closed it. */
  readonly empty_days_after: Float64Array;
}

/** One event of `feeds.daily`. */
export interface DailyEvent extends Columns {
  /** When, after the event before. [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number | bigint;
  /** The value. */
  readonly value: number;
}

/** One output of `feeds.daily`. */
export interface DailyRow extends Columns {
  /** The day, as days since 1970-01-01. */
  readonly unix_day: number;
  /** First value. */
  readonly first: number;
  /** Highest value. */
  readonly high: number;
  /** Lowest value. */
  readonly low: number;
  /** Last value. */
  readonly last: number;
  /** Mean of the points. */
  readonly mean: number;
  /** Number of points. */
  readonly points: number;
  /** Days without any point between this day and the one that closed it. */
  readonly empty_days_after: number;
}

/** What `Freshness` is opened with. */
export interface FreshnessParams {
  /** How long an answer is fresh, milliseconds: above 0. Fifteen minutes are 900,000. */
  readonly ttl_ms: number;
  /** How much longer it may be served while the upstream fails, milliseconds: at least 0. */
  readonly stale_if_error_ms: number;
}

/** Columns that `feeds.freshness` takes. */
export interface FreshnessInput extends Columns {
  /** When, not before the event before. [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: BigInt64Array | Float64Array | readonly number[];
  /** What happens: 0 somebody asks, 1 a new answer has come, 2 the upstream has failed. [from 0 to 2] */
  readonly step: BigInt64Array | Float64Array | readonly number[];
}

/** Columns that `feeds.freshness` answers. */
export interface FreshnessColumns extends Columns {
  /** What may be served: `fresh` or `stale` with its age, or `nothing`. */
  readonly serve: Words;
  /** How old it is, milliseconds; NaN where nothing may be served. */
  readonly age_ms: Float64Array;
  /** Whether to ask the upstream: `wait` or `fetch`. */
  readonly action: Words;
}

/** One event of `feeds.freshness`. */
export interface FreshnessEvent extends Columns {
  /** When, not before the event before. [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number | bigint;
  /** What happens: 0 somebody asks, 1 a new answer has come, 2 the upstream has failed. [from 0 to 2] */
  readonly step: number | bigint;
}

/** One output of `feeds.freshness`. */
export interface FreshnessRow extends Columns {
  /** What may be served: `fresh` or `stale` with its age, or `nothing`. */
  readonly serve: string;
  /** How old it is, milliseconds; NaN where nothing may be served. */
  readonly age_ms: number;
  /** Whether to ask the upstream: `wait` or `fetch`. */
  readonly action: string;
}

/** What `Schedule` is opened with. */
export interface ScheduleParams {
  /** How often, milliseconds: 1000 to a day. Fifteen minutes are 900,000. */
  readonly interval_ms: number;
  /**
   * How much of the interval (and of a wait after a failure) a call may be put off, so that many collectors do not
   * call at once. [from 0.0 to 1.0]
   */
  readonly jitter: number;
  /** Wait after the first failure, milliseconds: 1 to a day; it doubles with each further one. */
  readonly backoff_ms: number;
  /** Longest wait after failures, milliseconds: from `backoff_ms` to a day. */
  readonly max_backoff_ms: number;
  /** After which time a call without answer counts as failed, milliseconds: 1 to a day. */
  readonly timeout_ms: number;
  /** Which of the possible jitters: each collector takes its own. (answered as decimal text) */
  readonly seed: bigint | string;
}

/** Columns that `feeds.schedule` takes. */
export interface ScheduleInput extends Columns {
  /** When, not before the event before. [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: BigInt64Array | Float64Array | readonly number[];
  /** What happens: 0 time passes, 1 the call that was started has been answered, 2 it has failed. [from 0 to 2] */
  readonly step: BigInt64Array | Float64Array | readonly number[];
  /** What an upstream that failed asks to wait (`Retry-After`), milliseconds: never shortened, as a ban may last days. 0 where it asks for none, and for other steps. [from 0 to 252171295199999] */
  readonly retry_after_ms: BigInt64Array | Float64Array | readonly number[];
}

/** Columns that `feeds.schedule` answers. */
export interface ScheduleColumns extends Columns {
  /** Whether to call now: `wait` or `start`. */
  readonly action: Words;
  /** When there will be something to do: tick again then. */
  readonly next_ms: BigInt64Array;
  /** Failures in a row. */
  readonly failures: BigInt64Array;
}

/** One event of `feeds.schedule`. */
export interface ScheduleEvent extends Columns {
  /** When, not before the event before. [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number | bigint;
  /** What happens: 0 time passes, 1 the call that was started has been answered, 2 it has failed. [from 0 to 2] */
  readonly step: number | bigint;
  /** What an upstream that failed asks to wait (`Retry-After`), milliseconds: never shortened, as a ban may last days. 0 where it asks for none, and for other steps. [from 0 to 252171295199999] */
  readonly retry_after_ms: number | bigint;
}

/** One output of `feeds.schedule`. */
export interface ScheduleRow extends Columns {
  /** Whether to call now: `wait` or `start`. */
  readonly action: string;
  /** When there will be something to do: tick again then. */
  readonly next_ms: bigint;
  /** Failures in a row. */
  readonly failures: bigint;
}

/** What `decode_nbits` answers. */
export interface DecodeNbitsReport {
  /** The compact target as asked. */
  readonly nbits: string;
  /** The target: a block's hash must not be above it. */
  readonly target: string;
  /** The compact form of the target as consensus writes it; differs from `nbits` where that was not canonical. */
  readonly canonical_nbits: string;
  /** Difficulty by Bitcoin Core's mantissa division, to the last bit. */
  readonly difficulty: number;
  /**
   * Difficulty from the full target, `0xffff · 2^208 / target`; differs from `difficulty` where a small size cuts
   * mantissa digits off.
   */
  readonly target_difficulty: number;
  /** Work of one block in whole hashes, `floor(2^256 / (target + 1))`, as it is added to the chainwork. */
  readonly work: string;
  /** Hashes that a block takes on average, `2^256 / (target + 1)`, to the nearest `f64` but one. */
  readonly expected_hashes: number;
}

/**
 * A bitcoin network.
 * - `mainnet`: The network whose coins are money.
 * - `testnet3`: Test network 3: a block more than 20 minutes after its predecessor may have difficulty 1.
 * - `testnet4`: Test network 4 (BIP94): the 20-minute rule, and a retarget that starts from the period's first block, whose difficulty is real.
 * - `signet`: Signed test network (BIP325), default challenge.
 * - `regtest`: Private test network: no retargeting, halving every 150 blocks.
 */
export type Network =
  | "mainnet"
  | "testnet3"
  | "testnet4"
  | "signet"
  | "regtest";

/** What `retarget` answers. */
export interface RetargetReport {
  /** The compact target of the next period. */
  readonly next_nbits: string;
  /** Its target. */
  readonly next_target: string;
  /** Its difficulty by Bitcoin Core's mantissa division. */
  readonly next_difficulty: number;
  /** The measured span of the period in seconds, possibly negative. */
  readonly actual_timespan_s: number;
  /** The span that the rule used, 302,400 to 4,838,400 seconds. [from 0] */
  readonly clamped_timespan_s: number;
  /** Difficulty of the next period over that of the period that ends: old target / new target. */
  readonly difficulty_ratio: number;
  /** Whether the network retargets at all; where not, `next_nbits` is the old one. */
  readonly retargets: boolean;
}

/** What `permitted_transition` answers. */
export interface PermittedTransitionReport {
  /** Whether the later block may follow. */
  readonly permitted: boolean;
  /** Whether the height begins a period, where the target may change. */
  readonly begins_period: boolean;
}

/**
 * Whether a hash is proof of work, and if not, why.
 * - `valid`: The hash meets the target.
 * - `no_target`: `nBits` states no target: it is zero, negative or beyond 256 bits.
 * - `above_limit`: The target is easier than the network allows.
 * - `hash_above_target`: The hash exceeds the target.
 */
export type ProofOfWork =
  | "valid"
  | "no_target"
  | "above_limit"
  | "hash_above_target";

/** What `check_proof_of_work` answers. */
export interface CheckProofOfWorkReport {
  /** Whether the hash is proof of work. */
  readonly valid: boolean;
  /** The same with the reason. */
  readonly verdict: ProofOfWork;
}

/**
 */
export interface OutcomeUndefined {
  /** Why. */
  readonly reason: string;
}

/**
 * A number, or the reason why there is none.
 *
 * Reports carry no NaN and no infinity: a break-even price that does not exist is `Never`, not
 * infinite.
 * - `value`: The number, always finite.
 * - `never`: It does not happen: no value is good enough.
 * - `unbounded`: There is no limit: every value is good enough, or the number exceeds what an `f64` holds.
 * - `undefined`: The question has no answer.
 */
export type Outcome =
  | { readonly value: number }
  | "never"
  | "unbounded"
  | { readonly undefined: OutcomeUndefined };

/**
 */
export interface NextHalvingAt {
  /** Height of the first block of the next era. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Blocks from the asked height to that block. [from 0] */
  readonly blocks: number;
  /** The same in days of 86,400 s at the asked pace; `never` at a pace of zero. */
  readonly days: Outcome;
}

/**
 * The next halving.
 * - `never`: No subsidy is left to halve.
 * - `at`: It comes.
 */
export type NextHalving =
  | "never"
  | { readonly at: NextHalvingAt };

/** What `subsidy` answers. */
export interface SubsidyReport {
  /** New coins of the block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** All coins issued up to the block, itself and the genesis block included, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly cumulative_issuance_sat: number;
  /** Halvings so far. [from 0] */
  readonly era: number;
  /** The next halving. */
  readonly next_halving: NextHalving;
}

/** What `implied_hashrate` answers. */
export interface ImpliedHashrateReport {
  /** `D · 2^32 / spacing` in TH/s, the customary approximation. */
  readonly hashrate_ths: number;
  /** `2^256 / (target + 1) / spacing` in TH/s, exact but for rounding. */
  readonly exact_hashrate_ths: number;
}

/**
 */
export interface ObservedWorkBlocks {
  /** Number of blocks. [from 0] */
  readonly blocks: number;
  /** Their mean difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
}

/**
 */
export interface ObservedWorkChainwork {
  /** Chainwork at the start. */
  readonly start: string;
  /** Chainwork at the end. */
  readonly end: string;
}

/**
 * What the blocks of a span amount to.
 * - `blocks`: So many blocks of a difficulty; of their mean difficulty where it changed.
 * - `chainwork`: The chainwork before the first block and after the last, as nodes report it.
 */
export type ObservedWork =
  | { readonly blocks: ObservedWorkBlocks }
  | { readonly chainwork: ObservedWorkChainwork };

/** What `observed_hashrate` answers. */
export interface ObservedHashrateReport {
  /** The work in hashes. */
  readonly hashes: number;
  /** The mean hashrate of the span in TH/s. */
  readonly hashrate_ths: number;
}

/** What `hashrate_interval` answers. */
export interface HashrateIntervalReport {
  /** Hashrate in TH/s. */
  readonly hashrate_ths: number;
  /** Lower end of the interval in TH/s. */
  readonly lower_ths: number;
  /** Upper end of the interval in TH/s. */
  readonly upper_ths: number;
  /** Lower end for the expected number of blocks. */
  readonly lower_blocks: number;
  /** Upper end for the expected number of blocks. */
  readonly upper_blocks: number;
}

/** What `hashrate_from_shares` answers. */
export interface HashrateFromSharesReport {
  /** Hashrate in TH/s. */
  readonly hashrate_ths: number;
  /** Its standard error as a part of itself, `1 / sqrt(shares)`; undefined without shares. */
  readonly relative_standard_error: Outcome;
}

/** The end of the previous period, for `Estimator::MempoolWindow`. */
export interface PreviousPeriod {
  /** Header time of the block 503 below the tip, in Unix seconds. [from 0] */
  readonly window_start_s: number;
  /** Change of difficulty at the last retarget, as a fraction: 0.006 for +0.6 %. From -0.75 to 3. */
  readonly change: number;
}

/**
 */
export interface EstimatorMempoolWindow {
  /** The end of the previous period. Absent: no blending. */
  readonly previous?: PreviousPeriod;
}

/**
 */
export interface EstimatorGammaPosterior {
  /** Confidence of the band, above 0 and below 1. [from 0.0 to 1.0] */
  readonly confidence: number;
}

/**
 * How the change is estimated.
 * - `elapsed`: The pace so far goes on: `1_209_600 · n / (2015 · elapsed) - 1`.
 * - `mempool_window`: The figure of mempool.space: `(n + 1) · 600 / elapsed - 1`, and while fewer than 503 intervals are known, blended with the end of the previous period into a window of 504 blocks, where that is given.
 * - `gamma_posterior`: As `elapsed`, with the band of the gamma posterior.
 */
export type Estimator =
  | "elapsed"
  | { readonly mempool_window: EstimatorMempoolWindow }
  | { readonly gamma_posterior: EstimatorGammaPosterior };

/**
 */
export interface BandInterval {
  /** Lower end of the change, as a fraction. */
  readonly lower: number;
  /** Upper end of the change, as a fraction. */
  readonly upper: number;
}

/**
 * How sure the forecast is.
 * - `not_estimated`: The estimator has none.
 * - `interval`: The change lies between these with the confidence that was asked for.
 */
export type Band =
  | "not_estimated"
  | { readonly interval: BandInterval };

/**
 */
export interface OutlookSettled {
  /** Compact target of the next period. */
  readonly next_nbits: string;
}

/**
 * Whether the next target is known.
 * - `estimated`: Blocks of the period are missing: the change is an estimate.
 * - `settled`: The tip is the period's last block: consensus has decided.
 */
export type Outlook =
  | "estimated"
  | { readonly settled: OutlookSettled };

/** What `forecast_retarget` answers. */
export interface ForecastRetargetReport {
  /** Change of difficulty at the next retarget, as a fraction, -0.75 to 3; before compact rounding. */
  readonly change: number;
  /** How sure that is. */
  readonly band: Band;
  /** Whether the next target is known. */
  readonly outlook: Outlook;
  /** Difficulty of this period. */
  readonly difficulty: number;
  /** Difficulty of the next period: estimated, or that of consensus once settled. */
  readonly next_difficulty: number;
  /** Height of the next period's first block. [blocks, from 0 to 4294967295] */
  readonly next_retarget_height: number;
  /** Block intervals of the period seen so far. [from 0] */
  readonly intervals: number;
  /** Blocks until the next period begins, its first one included. [from 0] */
  readonly remaining_blocks: number;
  /** `intervals / 2016`. */
  readonly progress: number;
  /** Blocks that the time since the period began would hold at 600 s each. */
  readonly expected_blocks: number;
  /** Mean interval so far in whole milliseconds, rounded down. */
  readonly mean_interval_ms: number;
  /** Time until the next period begins at that pace, in milliseconds. */
  readonly remaining_ms: number;
  /** When the next period begins at that pace, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly retarget_time_ms: number;
  /**
   * On networks with 20-minute blocks, minus the time since the last block (at most 20 minutes) once that and a mean
   * interval exceed 20 minutes: the next block is due earlier than the pace says. Otherwise 0.
   */
  readonly time_offset_ms: number;
}

/**
 * What is known of the network, exactly one of three.
 *
 * In JSON `{"difficulty": 1.3e14}`, `{"nbits": "0x170240c3"}` or `{"network_hashrate_ths": 9.3e8}`.
 * - `difficulty`: A difficulty `D`: a block takes `D · 2^32` hashes, the customary approximation.
 * - `nbits`: A header's compact target: a block takes exactly `2^256 / (target + 1)` hashes.
 * - `network_hashrate_ths`: The hashrate of the whole network, one's own included, in TH/s: a block takes the hashes of 600 s, the spacing that consensus aims at. While blocks come faster or slower than that, this differs from the difficulty by as much.
 */
export type NetworkBasis =
  | { readonly difficulty: number }
  | { readonly nbits: string }
  | { readonly network_hashrate_ths: number };

/**
 * The name of a `NetworkBasis`, for reports.
 * - `difficulty`: A difficulty was given.
 * - `nbits`: A compact target was given.
 * - `network_hashrate`: A network hashrate was given.
 */
export type BasisName =
  | "difficulty"
  | "nbits"
  | "network_hashrate";

/** The network as a calculation used it. */
export interface NetworkUsed {
  /** Which of the three was given. */
  readonly basis: BasisName;
  /** Difficulty: as given; Bitcoin Core's figure for `nbits`; `hashes_per_block / 2^32` for a network hashrate. */
  readonly difficulty: number;
  /** Hashes that a block takes on average. */
  readonly hashes_per_block: number;
  /** The block spacing, in seconds, that ties the network's hashrate to the hashes per block. */
  readonly spacing_s: number;
  /** The network's hashrate at that spacing, in TH/s. */
  readonly network_hashrate_ths: number;
}

/** What `expected_reward` answers. */
export interface ExpectedRewardReport {
  /** The network as it was used. */
  readonly network: NetworkUsed;
  /** Blocks found on average in the span. */
  readonly expected_blocks: number;
  /** Their reward in BTC, before the pool's fee. */
  readonly gross_btc: number;
  /** What the pool keeps of it, in BTC. */
  readonly pool_fee_btc: number;
  /** What is left, in BTC: `gross_btc - pool_fee_btc`. */
  readonly expected_btc: number;
}

/** What `hashprice` answers. */
export interface HashpriceReport {
  /** The network as it was used. */
  readonly network: NetworkUsed;
  /** Satoshis per PH/s per day. */
  readonly hashprice_sat_per_phs_day: number;
  /** US dollars per PH/s per day. */
  readonly hashprice_usd_per_phs_day: number;
}

/** What `realized_hashprice` answers. */
export interface RealizedHashpriceReport {
  /** Satoshis per PH/s of that day. */
  readonly hashprice_sat_per_phs_day: number;
  /** US dollars per PH/s of that day. */
  readonly hashprice_usd_per_phs_day: number;
  /** The part of the reward that was fees. */
  readonly fee_share: Outcome;
}

/**
 * How long a solo miner tries.
 * - `days`: A span of time, in days of 86,400 s, at constant difficulty.
 * - `blocks`: So many blocks of the network, each found by the miner with the probability of its share of the network's hashrate.
 */
export type SoloHorizon =
  | { readonly days: number }
  | { readonly blocks: number };

/** What `solo_odds` answers. */
export interface SoloOddsReport {
  /** The network as it was used. */
  readonly network: NetworkUsed;
  /** Blocks found on average within the horizon. */
  readonly expected_blocks: number;
  /** Probability of at least one block within the horizon. */
  readonly at_least_one: number;
  /** Mean wait for a block, in days; `never` without hashrate. */
  readonly mean_wait_days: Outcome;
  /** Wait that half of all miners exceed, in days: ln 2 times the mean. */
  readonly median_wait_days: Outcome;
  /** For each of `quantiles` the wait that is not exceeded with that probability, in days; `unbounded` for 1. */
  readonly wait_days: readonly (Outcome)[];
}

/**
 * The values of four inputs, each alone and all else as it is, at which `net_usd` is 0.
 *
 * `never`: no value of the input is good enough, it is always a loss. `unbounded`: no value is bad enough, it is
 * always a profit. `undefined`: it is exactly nothing at every value. Negative values appear only for the power price,
 * which can be negative.
 */
export interface BreakEvens {
  /** The highest power price that still pays, in USD/kWh: `(revenue - hosting - maintenance) / energy`. */
  readonly power_price_usd_per_kwh: Outcome;
  /** The lowest bitcoin price that still pays, in USD: `(power + hosting + maintenance) / expected BTC`. */
  readonly btc_price_usd: Outcome;
  /**
   * The lowest hashprice that still pays, in USD/PH/day, before the pool's fee as markets quote it:
   * `hashprice · (power + hosting + maintenance) / revenue`, taken at the machine's own hours.
   */
  readonly hashprice_usd_per_phs_day: Outcome;
  /** The highest difficulty that still pays: `difficulty · revenue / (power + hosting + maintenance)`. */
  readonly difficulty: Outcome;
}

/** What one bitcoin costs to produce, in USD. `never` where nothing is mined: no money makes one. */
export interface CostOfBitcoin {
  /** Power and hosting over the BTC received after the pool's fee: below this price it is better to switch off. */
  readonly direct_usd: Outcome;
  /** Direct cost and maintenance: below this price cash runs out. */
  readonly cash_usd: Outcome;
  /**
   * Cash cost and straight-line depreciation of the machine: below this price the machine does not earn itself back.
   * `undefined` without a machine price.
   */
  readonly all_in_usd: Outcome;
}

/**
 * What `profit` answers.
 *
 * `gross_revenue_usd - pool_fee_usd = revenue_usd` and `revenue_usd - power_cost_usd - hosting_usd - maintenance_usd =
 * net_usd`, exactly when evaluated from left to right.
 */
export interface ProfitReport {
  /** The network as it was used. */
  readonly network: NetworkUsed;
  /** BTC mined on average, before the pool's fee. */
  readonly gross_btc: number;
  /** BTC received on average, after the pool's fee. */
  readonly expected_btc: number;
  /** USD value of `gross_btc`. */
  readonly gross_revenue_usd: number;
  /** What the pool keeps of it. */
  readonly pool_fee_usd: number;
  /** What is left: revenue after the pool's fee. */
  readonly revenue_usd: number;
  /** Energy times power price; negative where the price is. */
  readonly power_cost_usd: number;
  /** Energy times hosting fee; 0 without a host. */
  readonly hosting_usd: number;
  /** Upkeep over the span; 0 where none was given. */
  readonly maintenance_usd: number;
  /** The profit: revenue less power, hosting and maintenance. */
  readonly net_usd: number;
  /** Energy used, in kWh. */
  readonly energy_kwh: number;
  /** Straight-line depreciation over the span, in USD; not part of `net_usd`. */
  readonly depreciation_usd: Outcome;
  /** Power over hashrate, in J/TH. */
  readonly efficiency_j_per_th: Outcome;
  /** Hashprice at this difficulty and price, in USD/PH/day, before the pool's fee. */
  readonly hashprice_usd_per_phs_day: number;
  /** Where profit turns into loss. */
  readonly break_even: BreakEvens;
  /** What one bitcoin costs to produce. */
  readonly cost_of_bitcoin: CostOfBitcoin;
}

/**
 * What a batch does with a row that a unit refuses.
 * - `refuse`: The whole batch is refused with the first fault, by column, then by row.
 * - `report`: The row is marked in the status column and its results are NaN; the other rows are computed.
 */
export type OnBadRow =
  | "refuse"
  | "report";

/** What `SoloIncome` answers. All figures are of the simulated paths. */
export interface SoloIncomeReport {
  /** Number of paths. [from 0] */
  readonly paths: number;
  /** Mean income in satoshis. */
  readonly mean_sat: number;
  /** Standard deviation of the income in satoshis (divisor: paths - 1). */
  readonly standard_deviation_sat: number;
  /** Standard error of the mean in satoshis: standard deviation over the root of the number of paths. */
  readonly standard_error_sat: number;
  /** Part of the paths that earn nothing. */
  readonly nothing: number;
  /** Mean number of blocks found. */
  readonly mean_blocks: number;
  /**
   * For each of `quantiles` the least income, in whole satoshis, that at least that part of the paths does not
   * exceed.
   */
  readonly income_sat: readonly (number)[];
}

/**
 * How a machine is cooled.
 * - `air`: By fans.
 * - `hydro`: By water.
 * - `immersion`: In a bath of oil.
 */
export type Cooling =
  | "air"
  | "hydro"
  | "immersion";

/** One model of the catalog. */
export interface AsicModel {
  /** Name, with the hashrate in brackets where a name is sold in several ratings. */
  readonly model: string;
  /** Maker. */
  readonly manufacturer: string;
  /** Nominal hashrate in TH/s. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** Nominal power in watts. [W, from 0.0 to 1000000000000000.0] */
  readonly power_w: number;
  /** Power over hashrate, in J/TH. [J/TH, above 0.0 to 1000000000000000.0] */
  readonly efficiency_j_per_th: number;
  /** Month of release, `YYYY-MM`, where a source gives one. */
  readonly release?: string;
  /** How it is cooled. */
  readonly cooling: Cooling;
  /** Letters of the sources, see `data/asics_sources.md`. */
  readonly sources: string;
  /** What the sources do not agree on; empty where they do. */
  readonly note: string;
  /** Whether the sources contradict each other so much that the model is used only when asked for. */
  readonly doubtful: boolean;
}

/** What `machines` answers. */
export interface MachinesReport {
  /** The models, in the order of the catalog: by maker, newest first. */
  readonly machines: readonly (AsicModel)[];
}

/** What a machine hashes and draws. */
export interface MachineSpec {
  /** Hashrate in TH/s. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** Power in watts, at the machine's plug. [W, from 0.0 to 1000000000000000.0] */
  readonly power_w: number;
}

/**
 * A machine: by the name of its model, or by figures of one's own.
 *
 * In JSON `{"model": "Antminer S21"}` or `{"spec": {"hashrate_ths": 200, "power_w": 3500}}`.
 * - `model`: A model of the catalog, see `find_machine`.
 * - `spec`: Hashrate and power as measured or tuned.
 */
export type Machine =
  | { readonly model: string }
  | { readonly spec: MachineSpec };

/** Machines of one kind and age. */
export interface FleetGroup {
  /** How many. [from 0] */
  readonly count: number;
  /** What each of them is. */
  readonly machine: Machine;
  /** How long they have been running, in days. Goes with `decay_per_month`. [d, above 0.0 to 1000000.0] */
  readonly age_days?: number;
  /** The part of its hashrate that a machine loses each month. Goes with `age_days`. [from 0.0 to 1.0] */
  readonly decay_per_month?: number;
}

/** One group of a `FleetReport`. */
export interface FleetGroupReport {
  /** How many. [from 0] */
  readonly count: number;
  /** Hashrate of one machine, after decay, in TH/s. */
  readonly hashrate_ths_each: number;
  /** Power of one machine at its plug, in watts. */
  readonly power_w_each: number;
  /** Hashrate of the group while running, in TH/s. */
  readonly hashrate_ths: number;
  /** Power of the group at the meter while running, in watts. */
  readonly meter_power_w: number;
  /** Power at the meter over hashrate, in J/TH. */
  readonly efficiency_j_per_th: Outcome;
}

/** What `fleet` answers. */
export interface FleetReport {
  /** Number of machines. [from 0] */
  readonly machines: number;
  /** Hashrate while all run, in TH/s. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** Power of the machines at their plugs while all run, in watts. [W, from 0.0 to 1000000000000000.0] */
  readonly machine_power_w: number;
  /** Power at the meter while all run, in watts. [W, from 0.0 to 1000000000000000.0] */
  readonly meter_power_w: number;
  /** Mean hashrate at the given uptime, in TH/s. */
  readonly average_hashrate_ths: number;
  /** Mean power at the meter at the given uptime, in watts. */
  readonly average_meter_power_w: number;
  /** Power at the meter over hashrate, in J/TH. */
  readonly efficiency_j_per_th: Outcome;
  /** The groups, in the order of the request. */
  readonly groups: readonly (FleetGroupReport)[];
}

/** What `site_capacity` answers. */
export interface SiteCapacityReport {
  /** How many machines fit; 0 where the site cannot feed one. [from 0] */
  readonly machines: number;
  /** Their hashrate in TH/s. */
  readonly hashrate_ths: number;
  /** Their power at the meter, in watts. */
  readonly used_power_w: number;
  /** What is left of the site's power, in watts. */
  readonly spare_power_w: number;
}

/**
 * Days of the week.
 * - `weekdays`: Monday to Friday.
 * - `weekends`: Saturday and Sunday.
 */
export type DayKind =
  | "weekdays"
  | "weekends";

/** A window of the day. It begins on the days and in the months named, and may end after midnight. */
export interface TimeOfUseWindow {
  /** First hour of the window, 0 to 23. [from 0 to 255] */
  readonly from_hour: number;
  /**
   * The hour at which it ends, 1 to 24; at or before `from_hour` on the next day: 22 to 6 is the night, 6 to 6 a
   * whole day. [from 0 to 255]
   */
  readonly to_hour: number;
  /** The days on which it begins. Absent: every day. */
  readonly days?: DayKind;
  /** The months, 1 to 12, in which it begins. Absent: all. */
  readonly months?: readonly (number)[];
  /** Price within the window, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0] */
  readonly price_usd_per_kwh: number;
}

/** Windows of the day, and the price outside of them. */
export interface TimeOfUse {
  /** The windows; where several hold, the first decides. */
  readonly windows: readonly (TimeOfUseWindow)[];
  /** Price outside all windows, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0] */
  readonly otherwise_usd_per_kwh: number;
}

/** A price for every hour of a span. */
export interface HourlySeries {
  /** Beginning of the first hour, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms: number;
  /** Prices in USD/kWh, one per hour. */
  readonly usd_per_kwh: readonly (number)[];
}

/**
 * What a kWh costs.
 * - `flat_usd_per_kwh`: The same in every hour, in USD/kWh.
 * - `time_of_use`: By windows of the day.
 * - `daily_usd_per_kwh`: 24 prices in USD/kWh, for the hours 0 to 23 of every day's wall clock.
 * - `hourly`: A price for every hour of a span, such as a market's settlement prices.
 */
export type EnergyRates =
  | { readonly flat_usd_per_kwh: number }
  | { readonly time_of_use: TimeOfUse }
  | { readonly daily_usd_per_kwh: readonly (number)[] }
  | { readonly hourly: HourlySeries };

/**
 * When clocks are an hour ahead.
 * - `united_states`: From the second Sunday of March, 02:00 standard time, to the first Sunday of November, 02:00 daylight time.
 * - `european_union`: From the last Sunday of March to the last Sunday of October, 01:00 UTC.
 */
export type DaylightSaving =
  | "united_states"
  | "european_union";

/** A wall clock. */
export interface Clock {
  /** Standard time in minutes east of UTC: -360 in Texas. [min, from -1080 to 1080] */
  readonly utc_offset_minutes: number;
  /** When clocks are an hour ahead of that. Absent: never. */
  readonly daylight_saving?: DaylightSaving;
}

/** A block of power bought ahead for every hour, used or not. */
export interface ContractBlock {
  /** Its size, in watts. [W, from 0.0 to 1000000000000000.0] */
  readonly power_w: number;
  /** Its price in USD/kWh. [USD/kWh, from -1000.0 to 1000.0] */
  readonly price_usd_per_kwh: number;
}

/** A tariff: rates per kWh, and what comes on top. */
export interface Tariff {
  /** What a kWh costs in each hour. */
  readonly energy: EnergyRates;
  /** The wall clock of windows, daily rates and billing months. Absent: UTC. */
  readonly clock?: Clock;
  /** What each kW of a calendar month's highest hourly load costs, in USD per kW-month. Absent: nothing. [USD, from 0.0 to 1000000000000000.0] */
  readonly demand_charge_usd_per_kw_month?: number;
  /** A block bought ahead, settled at the hour's price. Absent: none. */
  readonly contract?: ContractBlock;
}

/** What `tariff_prices` answers. */
export interface TariffPricesReport {
  /** Beginning of each hour, in Unix milliseconds. */
  readonly time_ms: readonly (number)[];
  /** Price of each hour, in USD/kWh. */
  readonly usd_per_kwh: readonly (number)[];
  /** The hour that the tariff's wall clock shows, 0 to 23. */
  readonly local_hour: readonly (number)[];
}

/** Columns of a `Bill`, one row per calendar month of the tariff's clock. */
export interface BilledMonths {
  /** The month, `YYYY-MM`. */
  readonly month: readonly (string)[];
  /** Energy used, in kWh. */
  readonly energy_kwh: readonly (number)[];
  /** Energy used at the price of its hour, in USD. */
  readonly energy_usd: readonly (number)[];
  /** What the contract block costs more than the price of the hour, in USD. */
  readonly contract_usd: readonly (number)[];
  /** Highest hourly load, in kW. */
  readonly peak_kw: readonly (number)[];
  /** Demand charge, in USD. */
  readonly demand_usd: readonly (number)[];
}

/** A bill. `energy_usd + contract_usd + demand_usd = total_usd`, exactly when evaluated from left to right. */
export interface Bill {
  /** Energy used, in kWh. */
  readonly energy_kwh: number;
  /** Energy used at the price of its hour, in USD. */
  readonly energy_usd: number;
  /**
   * What the contract block costs more than the price of the hour, in USD; negative where it was a bargain, 0
   * without one.
   */
  readonly contract_usd: number;
  /** Demand charges, in USD. */
  readonly demand_usd: number;
  /** What is to be paid, in USD. */
  readonly total_usd: number;
  /** The same by calendar months. */
  readonly months: BilledMonths;
}

/**
 * What machines did before the first hour.
 * - `on_hours`: They have been running for so many hours, 1 or more.
 * - `off_hours`: They have been at rest for so many hours, 1 or more.
 */
export type InitialState =
  | { readonly on_hours: number }
  | { readonly off_hours: number };

/** Equal machines that are switched together. */
export interface DispatchClass {
  /** A name for the report. */
  readonly name: string;
  /** How many machines. [from 0] */
  readonly count: number;
  /** What each of them is: its normal mode. */
  readonly machine: Machine;
  /** Further power modes, such as a low and a high one; at most 16. Absent: none. */
  readonly modes?: readonly (MachineSpec)[];
  /** Hours that a machine runs at least once it was started, 1 to 8784. Absent: 1. [from 0] */
  readonly min_up_hours?: number;
  /** Hours that a machine rests at least once it was stopped, 1 to 8784. Absent: 1. [from 0] */
  readonly min_down_hours?: number;
  /** What a start of one machine costs, in USD. Absent: nothing. [USD, from 0.0 to 1000000000000000.0] */
  readonly start_cost_usd?: number;
  /** What the machines did before the first hour. Absent: they ran, and may be stopped at once. */
  readonly initial?: InitialState;
}

/**
 * What limits the load.
 * - `cap_w`: At most so many watts at the meter.
 * - `shed_w`: At least so many watts less than if all machines ran in their normal mode.
 */
export type PowerLimit =
  | { readonly cap_w: number }
  | { readonly shed_w: number };

/** One class of a `MeritOrderReport`. */
export interface MeritClassReport {
  /** Its name. */
  readonly name: string;
  /** Price of power up to which the normal mode earns, in USD/MWh; unbounded where it draws nothing. */
  readonly break_even_usd_per_mwh: Outcome;
  /** Machines that run, for each mode; the normal one first. */
  readonly running: readonly (number)[];
  /** Machines that are stopped. [from 0] */
  readonly stopped: number;
}

/** A step of the merit order, best first. */
export interface MeritRow {
  /** Place of the class in the request. [from 0] */
  readonly class_index: number;
  /** The mode that the step leads to; 0 is the normal one. [from 0] */
  readonly mode: number;
  /** Watts at the meter that the step adds per machine. */
  readonly added_w: number;
  /** Price of power up to which the step earns, in USD/MWh; unbounded where it adds no power. */
  readonly break_even_usd_per_mwh: Outcome;
  /** Machines that run in that mode or in one that draws more. [from 0] */
  readonly machines: number;
}

/** What `merit_order` answers. */
export interface MeritOrderReport {
  /** The classes, in the order of the request. */
  readonly classes: readonly (MeritClassReport)[];
  /** Steps that earn at this price, best first. */
  readonly order: readonly (MeritRow)[];
  /** Load at the meter, in watts. */
  readonly load_w: number;
  /** Watts less than if all machines ran in their normal mode; negative where better modes draw more. */
  readonly shed_w: number;
  /** Revenue less power, in USD per hour. */
  readonly margin_usd_per_hour: number;
  /** What the limit costs against the best without it, in USD per hour. */
  readonly loss_usd_per_hour: number;
  /**
   * How much better than this the best choice of whole machines can be at most, in USD per hour; 0 where none is
   * better.
   */
  readonly optimality_gap_usd_per_hour: number;
}

/**
 * What hashrate earns.
 * - `constant_usd_per_phs_day`: The same in every hour, in USD/PH/day.
 * - `hourly_usd_per_phs_day`: One for each hour of the span, in USD/PH/day.
 */
export type HashpriceCurve =
  | { readonly constant_usd_per_phs_day: number }
  | { readonly hourly_usd_per_phs_day: readonly (number)[] };

/**
 * Why a class does in an hour what it does.
 * - `profitable`: It runs: revenue covers power.
 * - `unprofitable`: It rests: revenue does not cover power.
 * - `held_on`: It runs at a loss: to stop and start again would cost more, or its minimum time holds it.
 * - `held_off`: It rests although the hour would pay: a start would not pay, or its minimum time holds it.
 * - `limited`: It would pay, but the site's power limit stops some or all of it.
 * - `demand_charge`: It rests although the hour would pay: the month's hours do not cover the demand charge of its load.
 */
export type DispatchReason =
  | "profitable"
  | "unprofitable"
  | "held_on"
  | "held_off"
  | "limited"
  | "demand_charge";

/** One class of a `DispatchReport`. */
export interface DispatchClassReport {
  /** Its name. */
  readonly name: string;
  /**
   * Price of power up to which the normal mode earns in the first hour, in USD/MWh; unbounded where it draws
   * nothing.
   */
  readonly break_even_usd_per_mwh: Outcome;
  /** For each mode, the normal one first, the machines that run in each hour. */
  readonly running: readonly (readonly (number)[])[];
  /** Why, for each hour. */
  readonly reason: readonly (DispatchReason)[];
  /** What the class earns more than if all its machines always ran in their normal mode, in USD; without start costs. */
  readonly saved_usd: number;
  /** Hours in which machines run, times their number. */
  readonly machine_hours: number;
  /** Starts, times the number of machines. [from 0] */
  readonly starts: number;
  /** Revenue of the span, in USD. */
  readonly revenue_usd: number;
  /** Energy at the meter, in kWh. */
  readonly energy_kwh: number;
  /** That energy at the price of its hours, in USD. */
  readonly energy_usd: number;
  /** Cost of the starts, in USD. */
  readonly start_cost_usd: number;
}

/**
 * What `plan_dispatch` answers. `revenue_usd - start_cost_usd - bill.total_usd = net_usd`, exactly when evaluated
 * from left to right.
 */
export interface DispatchReport {
  /** Price of each hour, in USD/kWh. */
  readonly price_usd_per_kwh: readonly (number)[];
  /** Load of each hour at the meter, in watts. */
  readonly load_w: readonly (number)[];
  /**
   * What each hour earns more than if all machines ran in their normal mode, in USD; without start costs and demand
   * charges.
   */
  readonly hourly_saved_usd: readonly (number)[];
  /** The classes, in the order of the request. */
  readonly classes: readonly (DispatchClassReport)[];
  /** Revenue of the span, in USD. */
  readonly revenue_usd: number;
  /** Cost of starts, in USD. */
  readonly start_cost_usd: number;
  /** The tariff's bill for this load. */
  readonly bill: Bill;
  /** What is left, in USD. */
  readonly net_usd: number;
  /** Revenue if all machines always ran in their normal mode, in USD. */
  readonly always_on_revenue_usd: number;
  /** The tariff's bill for that. */
  readonly always_on_bill: Bill;
  /** What would be left, in USD. */
  readonly always_on_net_usd: number;
  /** What the plan is worth: `net_usd - always_on_net_usd`. */
  readonly saved_usd: number;
  /**
   * How much more than this the best plan can leave at most under the whole bill, in USD; 0 where none leaves more.
   * Above 0 only where a limited hour was too hard to search, or minimum times, start costs or initial states meet a
   * demand charge.
   */
  readonly optimality_gap_usd: number;
}

/**
 * Difficulty from step to step.
 * - `growth_per_step`: The same change at every step, as a part: 0.01 for +1 %. -0.75 to 3, the limits of a retarget.
 * - `following`: The difficulty of each step after the first.
 */
export type DifficultyPath =
  | { readonly growth_per_step: number }
  | { readonly following: readonly (number)[] };

/**
 * Bitcoin price from step to step.
 * - `growth_per_step`: The same change at every step, as a part: 0.01 for +1 %. Above -1, at most 10.
 * - `following`: The price of each step after the first, in USD.
 */
export type PricePath =
  | { readonly growth_per_step: number }
  | { readonly following: readonly (number)[] };

/** The paths of `Algorithm::Dynamic`. A step is a retarget period, or a month where months are asked for. */
export interface DynamicPath {
  /** Difficulty after the first step. */
  readonly difficulty: DifficultyPath;
  /** Bitcoin price after the first step. */
  readonly btc_price: PricePath;
  /** Transaction fees per block, in satoshis, of each step after the first. Absent: as at the start. */
  readonly fees_per_block_sat?: readonly (number)[];
  /** The part of its hashrate that a machine loses each month (12 are 365 days). Absent: none. [from 0.0 to 1.0] */
  readonly hashrate_decay_per_month?: number;
}

/**
 * How the world moves on.
 * - `static`: It does not: difficulty, price, fees, subsidy and hashrate stay as at the start.
 * - `dynamic`: Difficulty, price and fees follow a path, the subsidy follows the height, hashrate decays.
 */
export type Algorithm =
  | "static"
  | { readonly dynamic: DynamicPath };

/** What `power_curtailment_analysis` answers. */
export interface PowerCurtailmentReport {
  /**
   * Hashprice of each hour, in USD/PH/day, before the pool's fee; the mean over an hour in which difficulty or
   * subsidy changes.
   */
  readonly hashprice_usd_per_phs_day: readonly (number)[];
  /** The plan and its money. */
  readonly plan: DispatchReport;
}

/**
 */
export interface PayoutSchemePps {
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly fee: number;
}

/**
 */
export interface PayoutSchemeFpps {
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly fee: number;
  /** Blocks of the network over which the pool averages transaction fees, 1 or more; 144 are customary. [from 0] */
  readonly window_blocks: number;
}

/**
 */
export interface PayoutSchemePpsPlus {
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly fee: number;
  /** The window of the fees, in days. [d, above 0.0 to 1000000.0] */
  readonly window_days: number;
}

/**
 */
export interface PayoutSchemePplns {
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly fee: number;
  /** The window, in days. [d, above 0.0 to 1000000.0] */
  readonly window_days: number;
}

/**
 */
export interface PayoutSchemeTides {
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly fee: number;
  /** The window in multiples of the network's difficulty, above 0; OCEAN has 8. [from 0.0 to 1000000000000.0] */
  readonly window_difficulties: number;
}

/**
 * How a pool pays.
 * - `solo`: No pool: each block found pays all of itself.
 * - `pps`: Pay per share: the subsidy's expectation for each share; the pool keeps the transaction fees.
 * - `fpps`: Full pay per share: subsidy and mean transaction fees of recent blocks for each share.
 * - `pps_plus`: The subsidy per share, the transaction fees as PPLNS.
 * - `pplns`: Pay per last N shares, with a window in time.
 * - `tides`: PPLNS with a window in work.
 */
export type PayoutScheme =
  | "solo"
  | { readonly pps: PayoutSchemePps }
  | { readonly fpps: PayoutSchemeFpps }
  | { readonly pps_plus: PayoutSchemePpsPlus }
  | { readonly pplns: PayoutSchemePplns }
  | { readonly tides: PayoutSchemeTides };

/**
 * What `payout` answers. `gross_btc - kept_fees_btc - pool_fee_btc = mean_btc`, exactly when evaluated from left to
 * right.
 */
export interface PayoutReport {
  /** The network as it was used. */
  readonly network: NetworkUsed;
  /** Expectation of subsidy and transaction fees from the miner's own work, in BTC. */
  readonly gross_btc: number;
  /** Transaction fees that the scheme does not pay out, in BTC: those of PPS. */
  readonly kept_fees_btc: number;
  /** The pool's fee, in BTC. */
  readonly pool_fee_btc: number;
  /** Mean of what the miner is paid, in BTC. */
  readonly mean_btc: number;
  /** Variance of what the miner is paid, in BTC². */
  readonly variance_btc2: number;
  /** Its root, in BTC. */
  readonly standard_deviation_btc: number;
  /** Standard deviation over mean; undefined where nothing is paid. */
  readonly coefficient_of_variation: Outcome;
  /** Blocks that the pool finds per day; undefined without a pool hashrate. */
  readonly pool_blocks_per_day: Outcome;
  /** Probability that a share is paid at all; undefined solo, where there are no shares. */
  readonly share_is_paid: Outcome;
}

/** What `share_value` answers. */
export interface ShareValueReport {
  /** The network as it was used. */
  readonly network: NetworkUsed;
  /** Probability that the share is a block. */
  readonly block_probability: number;
  /** What PPS pays for it, in BTC: the subsidy's part. */
  readonly pps_btc: number;
  /** What FPPS pays for it, in BTC: subsidy and fees. */
  readonly fpps_btc: number;
}

/**
 * How the pool's luck is known.
 * - `paid_per_share`: The pool pays per share: its luck is not the miner's.
 * - `blocks_found`: The pool found so many blocks in the span.
 * - `unknown`: Not known: what was received tells how many blocks there were.
 */
export type PoolLuck =
  | "paid_per_share"
  | { readonly blocks_found: number }
  | "unknown";

/**
 * The answer to a question whose evidence may be absent. Absent evidence is no "no".
 * - `yes`: It is so.
 * - `no`: It is not so.
 * - `cannot_say`: What was told decides neither.
 */
export type Verdict =
  | "yes"
  | "no"
  | "cannot_say";

/**
 * What `payout_audit` answers. `owed_btc + luck_btc + fee_btc + stale_btc + unexplained_btc = received_btc` up to
 * rounding.
 */
export interface PayoutAuditReport {
  /** The network as it was used. */
  readonly network: NetworkUsed;
  /** What was received, in BTC. */
  readonly received_btc: number;
  /** What the miner's work is worth on average, in BTC. */
  readonly owed_btc: number;
  /** What the pool's luck adds or takes, in BTC; 0 where it is unknown or not the miner's. */
  readonly luck_btc: number;
  /** What the pool's fee takes, in BTC: 0 or negative. */
  readonly fee_btc: number;
  /** What stale shares take, in BTC: 0 or negative. */
  readonly stale_btc: number;
  /** What is left over, in BTC: negative where something is missing. */
  readonly unexplained_btc: number;
  /** Blocks that the pool finds on average in the span. */
  readonly expected_pool_blocks: number;
  /** Blocks that the payments amount to, after fee and stale shares. */
  readonly paid_blocks: number;
  /** Probability that a pool of that hashrate finds at most `paid_blocks`; undefined where it pays per share. */
  readonly p_value: Outcome;
  /**
   * Whether less was paid than was due: by `unexplained_btc` where the pool pays per share or its blocks are known,
   * by `p_value` where they are not; `cannot_say` where no payment at all would be as likely as the level.
   */
  readonly suspicious: Verdict;
  /**
   * Days after which a pool that withholds 1 % is found out in 19 of 20 audits by the payments alone, at this level;
   * undefined where it pays per share.
   */
  readonly days_to_detect_one_percent: Outcome;
}

/** What `profit` is asked. */
export interface ProfitRequest {
  /** Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** Power drawn while running, at the meter, in watts. [W, from 0.0 to 1000000000000000.0] */
  readonly power_w: number;
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** New coins per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Transaction fees per block, in satoshis, averaged over a window of the caller's choice. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** Price of one bitcoin in USD. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: number;
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly pool_fee: number;
  /** Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0] */
  readonly power_price_usd_per_kwh: number;
  /** The span in days of 86,400 s. [d, above 0.0 to 1000000.0] */
  readonly days: number;
  /** The part of the span in which the machine runs, hashing and drawing power. Absent: all of it. [from 0.0 to 1.0] */
  readonly uptime?: number;
  /** What a host charges on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0] */
  readonly hosting_fee_usd_per_kwh?: number;
  /** Upkeep in USD per day of the span, running or not. Absent: none. [USD, from 0.0 to 1000000000000000.0] */
  readonly maintenance_usd_per_day?: number;
  /** What the machine cost, in USD. Goes with `useful_life_days`, and into the all-in cost of a bitcoin only. [USD, from 0.0 to 1000000000000000.0] */
  readonly machine_price_usd?: number;
  /** Days over which the machine is written off in equal parts. Goes with `machine_price_usd`. [d, above 0.0 to 1000000.0] */
  readonly useful_life_days?: number;
}

/**
 * What `profit_heat_map` answers. Cells stand in one list: the power price varies fastest, then the difficulty, then
 * the bitcoin price, so that cell `(i, j, k)` stands at `(i · factors + j) · power prices + k`.
 */
export interface HeatMapReport {
  /** Lengths of the three axes: bitcoin prices, difficulty factors, power prices. */
  readonly shape: readonly (number)[];
  /** Difficulty of each factor. */
  readonly difficulty: readonly (number)[];
  /** Revenue after the pool's fee, in USD. */
  readonly revenue_usd: readonly (number)[];
  /** Revenue less power, hosting and maintenance, in USD. */
  readonly net_usd: readonly (number)[];
}

/** A purchase of machines, how they are run, and the network and market on the day they start. */
export interface MiningProject {
  /** Hashrate while running, at the start, in TH/s. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** Power drawn while running, at the meter, in watts. [W, from 0.0 to 1000000000000000.0] */
  readonly power_w: number;
  /** What the machines cost, in USD, paid at the start. [USD, from 0.0 to 1000000000000000.0] */
  readonly machine_price_usd: number;
  /** What they are sold for at the end, in USD. Absent: nothing. [USD, from 0.0 to 1000000000000000.0] */
  readonly resale_usd?: number;
  /** The start, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms: number;
  /** Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Difficulty at the start. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
  /** Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: number;
  /** Transaction fees per block at the start, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly pool_fee: number;
  /** Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0] */
  readonly power_price_usd_per_kwh: number;
  /** What a host charges on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0] */
  readonly hosting_fee_usd_per_kwh?: number;
  /** Upkeep in USD per day, running or not. Absent: none. [USD, from 0.0 to 1000000000000000.0] */
  readonly maintenance_usd_per_day?: number;
  /** The part of the time in which machines that are switched on run. Absent: all of it. [from 0.0 to 1.0] */
  readonly uptime?: number;
  /** Carbon dioxide of the energy, in kg/kWh. Absent: not told. [from 0.0 to 1000000000000.0] */
  readonly co2_kg_per_kwh?: number;
}

/**
 */
export interface ForecastStepsRetargets {
  /** How long the project lasts, in days, at most 36,525. [d, above 0.0 to 1000000.0] */
  readonly days: number;
}

/**
 */
export interface ForecastStepsMonths {
  /** How many, 1 to 1200. [from 0] */
  readonly count: number;
  /** Length of each in days, 28 to 31: 30.4375 for a twelfth of 365.25 days. [d, above 0.0 to 1000000.0] */
  readonly days_each: number;
}

/**
 * How the life of a project is cut into steps.
 * - `retargets`: At retargets and halvings, with their real lengths.
 * - `months`: Months of a fixed length, twelve to the year; heights follow at 144 blocks a day.
 */
export type ForecastSteps =
  | { readonly retargets: ForecastStepsRetargets }
  | { readonly months: ForecastStepsMonths };

/**
 */
export interface DepreciationMethodStraightLine {
  /** Number of years, 1 to 100. [from 0] */
  readonly years: number;
  /** What is left at the end, in USD, at most the cost. Absent: nothing. [USD, from 0.0 to 1000000000000000.0] */
  readonly salvage_usd?: number;
}

/**
 * How a machine is written off.
 * - `straight_line`: In equal parts down to a salvage value.
 * - `macrs_5`: Five-year property of United States tax law, half-year convention: six tax years, to nothing.
 */
export type DepreciationMethod =
  | { readonly straight_line: DepreciationMethodStraightLine }
  | "macrs_5";

/**
 * Columns of a forecast, one row per step: money, coins, blocks and days are sums over the stretches of a month between
 * its halvings and retargets.
 */
export interface ForecastTable {
  /** Beginning of the step, in Unix milliseconds. */
  readonly start_ms: readonly (number)[];
  /** Its length in days. */
  readonly days: readonly (number)[];
  /** Height of its first block. */
  readonly height: readonly (number)[];
  /** Blocks of the network in it; whole between retargets, but in the last step. */
  readonly blocks: readonly (number)[];
  /** Difficulty. */
  readonly difficulty: readonly (number)[];
  /** Price of one bitcoin, in USD. */
  readonly btc_price_usd: readonly (number)[];
  /** New coins of its first block, in satoshis. */
  readonly subsidy_sat: readonly (number)[];
  /** Mean hashrate of the machines while running, in TH/s. */
  readonly hashrate_ths: readonly (number)[];
  /** Days of it on which the machines are switched off, because revenue does not cover what running costs. */
  readonly days_off: readonly (number)[];
  /** BTC received after the pool's fee; 0 while switched off. */
  readonly btc: readonly (number)[];
  /** BTC received where the machines never switch off. */
  readonly always_on_btc: readonly (number)[];
  /** Value of `btc` in USD. */
  readonly revenue_usd: readonly (number)[];
  /** Cost of power, in USD; 0 while switched off. */
  readonly power_cost_usd: readonly (number)[];
  /** Cost of hosting, in USD; 0 while switched off. */
  readonly hosting_usd: readonly (number)[];
  /** Upkeep, in USD. */
  readonly maintenance_usd: readonly (number)[];
  /** Revenue less power, hosting and maintenance, in USD. */
  readonly net_usd: readonly (number)[];
  /** The same where the machines never switch off, in USD. */
  readonly always_on_net_usd: readonly (number)[];
  /** Sum of `net_usd` up to and with the step, less what the machines cost, in USD. */
  readonly cumulative_usd: readonly (number)[];
}

/**
 */
export interface InternalRateNoSolution {
  /** Why. */
  readonly reason: string;
}

/**
 * The rate at which flows are worth nothing, or what there is instead.
 * - `rate`: The only one between -99.99 % and 1e6, as a part: 0.1 for 10 %.
 * - `no_solution`: There is none.
 * - `several_solutions`: There are several, in ascending order, and no reason to prefer one.
 */
export type InternalRate =
  | { readonly rate: number }
  | { readonly no_solution: InternalRateNoSolution }
  | { readonly several_solutions: readonly (number)[] };

/** What a series of cash flows is worth. */
export interface Valuation {
  /** Sum of the net income of all steps, in USD; without purchase and resale. */
  readonly net_usd: number;
  /** Net present value at the demanded rate, purchase and resale included, in USD. */
  readonly net_present_value_usd: number;
  /** Rate of return per year at which the net present value is 0. */
  readonly internal_rate_per_year: InternalRate;
  /**
   * Days until net income has paid for the machines, linear between retargets and halvings; `never` within the horizon. Resale does
   * not count.
   */
  readonly payback_days: Outcome;
  /** The same with net income discounted at the demanded rate. */
  readonly discounted_payback_days: Outcome;
  /** The price of all machines at which the net present value is 0; negative where even as a gift they lose money. */
  readonly price_ceiling_usd: number;
  /** The same per TH/s of the hashrate at the start. */
  readonly price_ceiling_usd_per_ths: Outcome;
}

/** A halving within the horizon. */
export interface HalvingAhead {
  /** Height of the first block of the new era. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** When that block is expected, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number;
}

/** What `depreciation` answers, one row per year. */
export interface DepreciationReport {
  /** Year of use, from 1. */
  readonly year: readonly (number)[];
  /** What is written off in the year, in USD. */
  readonly depreciation_usd: readonly (number)[];
  /** What is left in the books at its end, in USD. */
  readonly book_value_usd: readonly (number)[];
}

/** What `forecast` answers. */
export interface ForecastReport {
  /** The steps. */
  readonly table: ForecastTable;
  /** The value with the option to switch off: `net_usd` of the table. */
  readonly with_switch_off: Valuation;
  /** The value without it: `always_on_net_usd` of the table. */
  readonly always_on: Valuation;
  /** What the option is worth, in USD: the difference of both net present values. */
  readonly switch_off_value_usd: number;
  /** Days on which the machines are switched off. */
  readonly days_off: number;
  /** BTC received. */
  readonly btc: number;
  /** Energy used, in kWh. */
  readonly energy_kwh: number;
  /** Carbon dioxide of that energy, in kg; undefined where it was not given. */
  readonly co2_kg: Outcome;
  /** Halvings within the horizon that the forecast heeds: none with the static algorithm. */
  readonly halvings: readonly (HalvingAhead)[];
  /** How the machines are written off, where that was asked. */
  readonly depreciation?: DepreciationReport;
}

/** Normal moves of the logarithms per retarget period. */
export interface CorrelatedModel {
  /** Mean move of the price's logarithm, -1.4 to 1.4. */
  readonly price_drift: number;
  /** Standard deviation of that move, 0 to 1.4. */
  readonly price_volatility: number;
  /** Mean move of the difficulty's logarithm, -1.4 to 1.4. */
  readonly difficulty_drift: number;
  /** Standard deviation of that move, 0 to 1.4; mainnet's of recent years is 0.046. */
  readonly difficulty_volatility: number;
  /**
   * Correlation of the difficulty's move with the price's of the same period, of one period before, and so on: at
   * most 52 figures, whose squares add up to at most 1.
   */
  readonly correlation_by_lag: readonly (number)[];
}

/** Moves of the past, one pair per retarget period. */
export interface BootstrapModel {
  /** Moves of the price's logarithm, -10 to 10. */
  readonly log_price_moves: readonly (number)[];
  /** Moves of the difficulty's logarithm at the end of the same periods, -10 to 10. */
  readonly log_difficulty_moves: readonly (number)[];
  /** Consecutive periods that are drawn together, 1 or more. [from 0] */
  readonly block_periods: number;
}

/**
 * How price and difficulty move.
 * - `correlated`: Normal moves, those of the difficulty correlated with earlier ones of the price.
 * - `bootstrap`: Moves of the past in blocks.
 */
export type PathModel =
  | { readonly correlated: CorrelatedModel }
  | { readonly bootstrap: BootstrapModel };

/** What `ForecastSimulation` answers. All figures are of the simulated paths. */
export interface ForecastSimulationReport {
  /** Number of paths. [from 0] */
  readonly paths: number;
  /** Mean net present value, in USD. */
  readonly mean_usd: number;
  /** Its standard deviation over the paths (divisor: paths - 1). */
  readonly standard_deviation_usd: number;
  /** Standard error of the mean: standard deviation over the root of the number of paths. */
  readonly standard_error_usd: number;
  /** Mean net present value of machines that never switch off, in USD. */
  readonly always_on_mean_usd: number;
  /** What the option to switch off is worth on average, in USD. */
  readonly switch_off_value_usd: number;
  /** Part of the paths on which net income pays for the machines within the horizon. */
  readonly probability_of_payback: number;
  /** Part of the paths with a net present value above 0. */
  readonly probability_of_gain: number;
  /** For each of `quantiles` the net present value, in USD, that so many paths do not exceed (linear between paths). */
  readonly net_present_value_usd: readonly (number)[];
  /**
   * For each of `quantiles` the days within which so many of all paths have paid for the machines; `never` where
   * fewer do.
   */
  readonly payback_days: readonly (Outcome)[];
}

/** One flow of `CashFlows::Dated`. */
export interface DatedCashFlow {
  /** When it is paid, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number;
  /** How much, in USD. */
  readonly usd: number;
}

/**
 * Cash flows in USD: positive where money comes in.
 * - `periodic`: One per period, the first one now. Rates are per period.
 * - `dated`: Each with its date, none before the first. Rates are per year of 365 days.
 */
export type CashFlows =
  | { readonly periodic: readonly (number)[] }
  | { readonly dated: readonly (DatedCashFlow)[] };

/** What `net_present_value` answers. */
export interface NetPresentValueReport {
  /** Value at the time of the first flow, in USD. */
  readonly net_present_value_usd: number;
  /** Sum of the flows, without interest, in USD. */
  readonly sum_usd: number;
}

/** What `internal_rate_of_return` answers. */
export interface InternalRateOfReturnReport {
  /** The rate per period, or per year where flows are dated. */
  readonly rate: InternalRate;
}

/** What `MiningCalculator::calculate_btc_mined` answers. */
export interface BtcMinedReport {
  /** BTC received after the pool's fee, machines running throughout. */
  readonly btc: number;
  /** The same where machines are switched off while revenue does not cover power and hosting. */
  readonly btc_with_switch_off: number;
  /** BTC received per day, machines running throughout. */
  readonly btc_per_day: number;
}

/** What `MiningCalculator::calculate_daily_revenue` answers. Machines run throughout, unless it says otherwise. */
export interface DailyRevenueReport {
  /** Mean revenue per day after the pool's fee, in USD. */
  readonly mean_usd_per_day: number;
  /** The same where machines are switched off while revenue does not cover power and hosting. */
  readonly mean_usd_per_day_with_switch_off: number;
  /** Revenue per day in the first step, in USD. */
  readonly first_usd_per_day: number;
  /** Revenue per day in the last step, in USD. */
  readonly last_usd_per_day: number;
}

/**
 * What `MiningCalculator::calculate_profitability` answers.
 * `revenue_usd - power_cost_usd - hosting_usd - maintenance_usd = net_usd` up to rounding.
 */
export interface ProfitabilityReport {
  /** Revenue after the pool's fee, in USD, machines switched off while it does not cover power and hosting. */
  readonly revenue_usd: number;
  /** Cost of power, in USD. */
  readonly power_cost_usd: number;
  /** Cost of hosting, in USD. */
  readonly hosting_usd: number;
  /** Upkeep, in USD. */
  readonly maintenance_usd: number;
  /** What is left, in USD. */
  readonly net_usd: number;
  /** What would be left if the machines ran throughout, in USD. */
  readonly always_on_net_usd: number;
  /** What is left over revenue; undefined without revenue. */
  readonly margin: Outcome;
  /** Days on which the machines are switched off. */
  readonly days_off: number;
}

/** What `MiningCalculator::calculate_roi` answers. */
export interface RoiReport {
  /** Net income and resale over what the machines cost, less 1; undefined where they cost nothing. */
  readonly return_on_investment: Outcome;
  /** The value with the option to switch off. */
  readonly with_switch_off: Valuation;
  /** The value without it. */
  readonly always_on: Valuation;
  /** What the option is worth, in USD. */
  readonly switch_off_value_usd: number;
  /** Days on which the machines are switched off. */
  readonly days_off: number;
  /** Halvings within the horizon; none with the static algorithm. */
  readonly halvings: readonly (HalvingAhead)[];
}

/** What `decode_nbits` is asked. */
export interface DecodeNbitsRequest {
  /** The compact target of a header. */
  readonly nbits: string;
}

/** What `retarget` is asked. */
export interface RetargetRequest {
  /** The network whose rules hold. */
  readonly network: Network;
  /** The compact target of the period's last block. */
  readonly nbits: string;
  /** The compact target of the period's first block: required on testnet4 (BIP94), refused elsewhere. */
  readonly first_nbits?: string;
  /** Header time of the period's first block, in Unix seconds. [from 0] */
  readonly first_time_s: number;
  /**
   * Header time of the period's last block, in Unix seconds. May lie before the first: header times are not
   * monotonic. [from 0]
   */
  readonly last_time_s: number;
}

/** What `permitted_transition` is asked. */
export interface PermittedTransitionRequest {
  /** The network whose rules hold. */
  readonly network: Network;
  /** Height of the later block. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Compact target of the block before it. */
  readonly old_nbits: string;
  /** Compact target of the block itself. */
  readonly new_nbits: string;
}

/** What `check_proof_of_work` is asked. */
export interface CheckProofOfWorkRequest {
  /** The block's hash in display order. */
  readonly hash: string;
  /** The compact target of its header. */
  readonly nbits: string;
  /** The network whose limit holds. */
  readonly network: Network;
}

/** What `subsidy` is asked. */
export interface SubsidyRequest {
  /** Height of the block. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** The network whose schedule holds. */
  readonly network: Network;
  /** The pace at which the time to the next halving is told. Absent: 144, the pace that consensus aims at. [from 0.0 to 1000000000000.0] */
  readonly blocks_per_day?: number;
}

/** What `implied_hashrate` is asked. */
export interface ImpliedHashrateRequest {
  /** Difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
  /** Mean time between blocks in seconds; 600 is what consensus aims at. [s, above 0.0 to 100000000000.0] */
  readonly spacing_s: number;
}

/** What `observed_hashrate` is asked. */
export interface ObservedHashrateRequest {
  /** The work that was seen. */
  readonly work: ObservedWork;
  /** The span in which it was done, in seconds. [s, above 0.0 to 100000000000.0] */
  readonly elapsed_s: number;
}

/** What `hashrate_interval` is asked. */
export interface HashrateIntervalRequest {
  /** Blocks found. [from 0] */
  readonly blocks: number;
  /** Their difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
  /** The span in which they were found, in seconds. [s, above 0.0 to 100000000000.0] */
  readonly elapsed_s: number;
  /** Confidence of the interval, above 0 and below 1. [from 0.0 to 1.0] */
  readonly confidence: number;
}

/** What `hashrate_from_shares` is asked. */
export interface HashrateFromSharesRequest {
  /** Accepted shares. [from 0] */
  readonly shares: number;
  /** Difficulty of each. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly share_difficulty: number;
  /** The span in which they were found, in seconds. [s, above 0.0 to 100000000000.0] */
  readonly elapsed_s: number;
}

/** What `forecast_retarget` is asked. */
export interface ForecastRetargetRequest {
  /** The network whose rules hold; not regtest, which does not retarget. */
  readonly network: Network;
  /** Height of the tip. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Compact target of the period; on testnet4 that of its first block. */
  readonly nbits: string;
  /** Header time of the period's first block, in Unix seconds. [from 0] */
  readonly period_start_s: number;
  /** Header time of the tip, in Unix seconds. [from 0] */
  readonly last_block_s: number;
  /** The present, in Unix milliseconds. After the period's first block. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly now_ms: number;
  /** How the change is estimated. */
  readonly estimator: Estimator;
}

/** What `expected_reward` is asked. */
export interface ExpectedRewardRequest {
  /** The miner's hashrate in TH/s. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** New coins per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Transaction fees per block, in satoshis, averaged over a window of the caller's choice. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** The part that the pool keeps; 0 for solo mining. Below 1. [from 0.0 to 1.0] */
  readonly pool_fee: number;
  /** The span in days of 86,400 s. [d, above 0.0 to 1000000.0] */
  readonly days: number;
}

/** What `hashprice` is asked. */
export interface HashpriceRequest {
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** New coins per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Transaction fees per block, in satoshis, averaged over a window of the caller's choice. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** Price of one bitcoin in USD. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: number;
}

/** What `realized_hashprice` is asked: one day of the network. */
export interface RealizedHashpriceRequest {
  /** The network's mean hashrate of the day in TH/s, as observed from its blocks. [TH/s, from 0.0 to 1e+24] */
  readonly network_hashrate_ths: number;
  /** New coins of the day, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly daily_issuance_sat: number;
  /** Transaction fees of the day, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly daily_fees_sat: number;
  /** Price of one bitcoin in USD. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: number;
}

/** What `solo_odds` is asked. */
export interface SoloOddsRequest {
  /** The miner's hashrate in TH/s. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** How long the miner tries. */
  readonly horizon: SoloHorizon;
  /** Probabilities for which the waiting time is told: 0.5 for the median. */
  readonly quantiles?: readonly (number)[];
}

/** What all rows of `profit_batch` share; the fields mean what they mean in `ProfitRequest`. */
export interface ProfitBatchParams {
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** New coins per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Transaction fees per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly pool_fee: number;
  /** The span in days of 86,400 s. [d, above 0.0 to 1000000.0] */
  readonly days: number;
  /** The part of the span in which the machines run. Absent: all of it. [from 0.0 to 1.0] */
  readonly uptime?: number;
  /** What a host charges on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0] */
  readonly hosting_fee_usd_per_kwh?: number;
  /** Upkeep of each row in USD per day. Absent: none. [USD, from 0.0 to 1000000000000000.0] */
  readonly maintenance_usd_per_day?: number;
  /** What to do with a row that a unit refuses. Absent: refuse the batch. */
  readonly on_bad_row?: OnBadRow;
}

/** Columns that `mining.profit_batch` takes. */
export interface ProfitBatchInput extends Columns {
  /** Hashrate. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: Float64Array | readonly number[];
  /** Power at the wall. [W, from 0.0 to 1000000000000000.0] */
  readonly power_w: Float64Array | readonly number[];
  /** Price of energy. [USD/kWh, from -1000.0 to 1000.0] */
  readonly power_price_usd_per_kwh: Float64Array | readonly number[];
  /** Price of one bitcoin. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: Float64Array | readonly number[];
}

/** Columns that `mining.profit_batch` answers. */
export interface ProfitBatchColumns extends Columns {
  /** Revenue after the pool's fee, USD. */
  readonly revenue_usd: Float64Array;
  /** Cost of power, USD. */
  readonly power_cost_usd: Float64Array;
  /** What is left after all costs, USD. */
  readonly net_usd: Float64Array;
  /** `ok` or `refused`. */
  readonly status: Words;
}

/** What all rows of `hashprice_batch` share. */
export interface HashpriceBatchParams {
  /** New coins per block, in satoshis. A series across a halving is two batches. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** What to do with a row that a unit refuses. Absent: refuse the batch. */
  readonly on_bad_row?: OnBadRow;
}

/** Columns that `mining.hashprice_batch` takes. */
export interface HashpriceBatchInput extends Columns {
  /** Difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: Float64Array | readonly number[];
  /** Fees per block, averaged over the caller's window. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: BigInt64Array | Float64Array | readonly number[];
  /** Price of one bitcoin. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: Float64Array | readonly number[];
}

/** Columns that `mining.hashprice_batch` answers. */
export interface HashpriceBatchColumns extends Columns {
  /** Hashprice, USD per PH/s per day. */
  readonly hashprice_usd_per_phs_day: Float64Array;
  /** Hashprice, satoshis per PH/s per day. */
  readonly hashprice_sat_per_phs_day: Float64Array;
  /** `ok` or `refused`. */
  readonly status: Words;
}

/** What `RunningHashrate` is opened with. */
export interface RunningHashrateParams {
  /** Blocks whose work is counted, 1 to 100,000; 120 is what Bitcoin Core takes, 2016 a whole period. [from 0] */
  readonly window_blocks: number;
  /** Confidence of the interval, above 0 and below 1. [from 0.0 to 1.0] */
  readonly confidence: number;
}

/** Columns that `mining.running_hashrate` takes. */
export interface RunningHashrateInput extends Columns {
  /** Time of the block. [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: BigInt64Array | Float64Array | readonly number[];
  /** Difficulty of the block. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: Float64Array | readonly number[];
}

/** Columns that `mining.running_hashrate` answers. */
export interface RunningHashrateColumns extends Columns {
  /** Hashrate, TH/s; NaN while warming up. */
  readonly hashrate_ths: Float64Array;
  /** Lower bound, TH/s. */
  readonly lower_ths: Float64Array;
  /** Upper bound, TH/s. */
  readonly upper_ths: Float64Array;
}

/** One event of `mining.running_hashrate`. */
export interface RunningHashrateEvent extends Columns {
  /** Time of the block. [ms, from 1230940800000 to 253402235999999] */
  readonly time_ms: number | bigint;
  /** Difficulty of the block. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
}

/** One output of `mining.running_hashrate`. */
export interface RunningHashrateRow extends Columns {
  /** Hashrate, TH/s; NaN while warming up. */
  readonly hashrate_ths: number;
  /** Lower bound, TH/s. */
  readonly lower_ths: number;
  /** Upper bound, TH/s. */
  readonly upper_ths: number;
}

/** What `SoloIncome` is opened with. */
export interface SoloIncomeRequest {
  /** The miner's hashrate in TH/s; at most the network's, `difficulty · 2^32 / 600 s`. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** Difficulty at the start, 1 or more. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
  /** Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Transaction fees per block, in satoshis, at most 10,000 BTC. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** Horizon in days, at most 36,525. [d, above 0.0 to 1000000.0] */
  readonly days: number;
  /** Mean change of the logarithm of difficulty at a retarget: 0.01 for about +1 %. From -1.4 to 1.4. */
  readonly drift_per_retarget: number;
  /** Standard deviation of that change, 0 to 1.4; mainnet's of recent years is 0.046. */
  readonly volatility_per_retarget: number;
  /** Number of simulated paths, 2 or more. [from 0] */
  readonly paths: number;
  /** Seed of the random numbers. (answered as decimal text) */
  readonly seed: bigint | string;
  /** Probabilities for which the income is told: 0.05 for the income that 5 % of the paths do not exceed. */
  readonly quantiles?: readonly (number)[];
}

/** What `machines` is asked. */
export interface MachinesRequest {
  /** Only models whose name or maker contains this, upper and lower case alike. Absent: all. */
  readonly contains?: string;
  /** Whether models with contradictory sources are listed too. */
  readonly include_doubtful?: boolean;
}

/** What `fleet` is asked. */
export interface FleetRequest {
  /** The machines, group by group. */
  readonly groups: readonly (FleetGroup)[];
  /** Power at the meter over power of the machines (PUE), 1 or more. Absent: 1, nothing but the machines. [from 0.0 to 1000000000000.0] */
  readonly cooling_overhead?: number;
  /** The part of the time that machines run. Absent: all of it. [from 0.0 to 1.0] */
  readonly uptime?: number;
  /** Whether models with contradictory sources may be used. */
  readonly include_doubtful?: boolean;
}

/** What `site_capacity` is asked. */
export interface SiteCapacityRequest {
  /** What the site can draw at its meter, in watts. [W, from 0.0 to 1000000000000000.0] */
  readonly site_power_w: number;
  /** The machine to fill it with; it draws power. */
  readonly machine: Machine;
  /** Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0] */
  readonly cooling_overhead?: number;
  /** Whether a model with contradictory sources may be used. */
  readonly include_doubtful?: boolean;
}

/** What all rows of `fleet_batch` share. */
export interface FleetBatchParams {
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** New coins per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Transaction fees per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** Price of one bitcoin in USD. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: number;
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly pool_fee: number;
  /** The part of the time in which the machines run. Absent: all of it. [from 0.0 to 1.0] */
  readonly uptime?: number;
  /** What a host charges on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0] */
  readonly hosting_fee_usd_per_kwh?: number;
  /** Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0] */
  readonly cooling_overhead?: number;
  /** What to do with a row that cannot be used. Absent: refuse the batch. */
  readonly on_bad_row?: OnBadRow;
}

/** Columns that `mining.fleet_batch` takes. */
export interface FleetBatchInput extends Columns {
  /** Number of machines. [from 0] */
  readonly count: BigInt64Array | Float64Array | readonly number[];
  /** Nominal hashrate of one machine. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: Float64Array | readonly number[];
  /** Power of one machine. [W, from 0.0 to 1000000000000000.0] */
  readonly power_w: Float64Array | readonly number[];
  /** Price of energy. [USD/kWh, from -1000.0 to 1000.0] */
  readonly power_price_usd_per_kwh: Float64Array | readonly number[];
  /** What one machine cost. [USD, from 0.0 to 1000000000000000.0] */
  readonly machine_price_usd: Float64Array | readonly number[];
  /** The part of its hashrate that a machine loses each month. [from 0.0 to 1.0] */
  readonly decay_per_month: Float64Array | readonly number[];
  /** How long it has been running, in days. */
  readonly age_days: Float64Array | readonly number[];
}

/** Columns that `mining.fleet_batch` answers. */
export interface FleetBatchColumns extends Columns {
  /** Hashrate of the row after decay, TH/s. */
  readonly hashrate_ths: Float64Array;
  /** BTC per day, before the pool's fee. */
  readonly gross_btc_per_day: Float64Array;
  /** Revenue after the pool's fee, USD per day. */
  readonly revenue_usd_per_day: Float64Array;
  /** Cost of power, USD per day. */
  readonly power_cost_usd_per_day: Float64Array;
  /** Revenue less power and hosting, USD per day. */
  readonly net_usd_per_day: Float64Array;
  /** What the machines cost over the profit of a day; NaN where that never pays back. */
  readonly payback_days: Float64Array;
  /** `ok`, `never` or `refused`. */
  readonly payback_status: Words;
  /** `ok` or `refused`. */
  readonly status: Words;
}

/** What `tariff_prices` is asked. */
export interface TariffPricesRequest {
  /** The tariff. */
  readonly tariff: Tariff;
  /** Beginning of the first hour, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms: number;
  /** Number of hours, 1 to 175,320. [from 0] */
  readonly hours: number;
}

/** What `bill` is asked. */
export interface BillRequest {
  /** The tariff. */
  readonly tariff: Tariff;
  /** Beginning of the first hour, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms: number;
  /** Mean load of each hour at the meter, in watts. */
  readonly load_w: readonly (number)[];
}

/** What `merit_order` is asked. */
export interface MeritOrderRequest {
  /** The machines; minimum times, start costs and initial states play no part in a single hour. */
  readonly classes: readonly (DispatchClass)[];
  /** Hashprice in USD/PH/day, before the pool's fee. [USD/PH/day, from 0.0 to 1e+18] */
  readonly hashprice_usd_per_phs_day: number;
  /** Price of power in USD/kWh. [USD/kWh, from -1000.0 to 1000.0] */
  readonly power_price_usd_per_kwh: number;
  /** What limits the load. Absent: nothing. */
  readonly limit?: PowerLimit;
  /** The part that the pool keeps; below 1. Absent: nothing, the hashprice is what is paid out. [from 0.0 to 1.0] */
  readonly pool_fee?: number;
  /** Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0] */
  readonly cooling_overhead?: number;
  /** Whether models with contradictory sources may be used. */
  readonly include_doubtful?: boolean;
}

/** What `plan_dispatch` is asked. */
export interface DispatchRequest {
  /** The machines, at most 1000 classes. */
  readonly classes: readonly (DispatchClass)[];
  /** What power costs. */
  readonly tariff: Tariff;
  /** Beginning of the first hour, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms: number;
  /** Number of hours, 1 to 175,320. [from 0] */
  readonly hours: number;
  /** What hashrate earns, before the pool's fee. */
  readonly hashprice: HashpriceCurve;
  /** The part that the pool keeps; below 1. Absent: nothing, the hashprice is what is paid out. [from 0.0 to 1.0] */
  readonly pool_fee?: number;
  /** Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0] */
  readonly cooling_overhead?: number;
  /**
   * The most that the site may draw at the meter, in watts. Absent: no limit. Not together with minimum times, start
   * costs and initial states. [W, from 0.0 to 1000000000000000.0]
   */
  readonly power_limit_w?: number;
  /** Whether models with contradictory sources may be used. */
  readonly include_doubtful?: boolean;
}

/** What `power_curtailment_analysis` is asked. */
export interface PowerCurtailmentRequest {
  /** The machines, at most 1000 classes. */
  readonly classes: readonly (DispatchClass)[];
  /** What power costs. */
  readonly tariff: Tariff;
  /** Beginning of the first hour, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
  readonly start_ms: number;
  /** Number of hours, 1 to 175,320. [from 0] */
  readonly hours: number;
  /** Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295] */
  readonly height: number;
  /** Difficulty at the start. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly difficulty: number;
  /** Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0] */
  readonly btc_price_usd: number;
  /** Transaction fees per block at the start, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly pool_fee: number;
  /** How difficulty, price and fees move on; decay of hashrate plays no part here. */
  readonly algorithm: Algorithm;
  /** Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0] */
  readonly cooling_overhead?: number;
  /**
   * The most that the site may draw at the meter, in watts. Absent: no limit. Not together with minimum times, start
   * costs and initial states. [W, from 0.0 to 1000000000000000.0]
   */
  readonly power_limit_w?: number;
  /** Whether models with contradictory sources may be used. */
  readonly include_doubtful?: boolean;
}

/** What `payout` is asked. */
export interface PayoutRequest {
  /** How the pool pays. */
  readonly scheme: PayoutScheme;
  /** The miner's hashrate in TH/s. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /**
   * The pool's hashrate in TH/s, the miner's included. Needed where blocks of the pool are shared: PPS+, PPLNS,
   * TIDES. [TH/s, from 0.0 to 1e+24]
   */
  readonly pool_hashrate_ths?: number;
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** New coins per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Mean transaction fees per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** Standard deviation of the transaction fees of a block, in satoshis. Absent: 0, all blocks pay the mean. [sat, from 0 to 2100000000000000] */
  readonly fees_standard_deviation_sat?: number;
  /** The span of mining, in days of 86,400 s. [d, above 0.0 to 1000000.0] */
  readonly days: number;
}

/** What `share_value` is asked. */
export interface ShareValueRequest {
  /** Difficulty of the share, at most the network's. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
  readonly share_difficulty: number;
  /** How hard the network is. */
  readonly network_basis: NetworkBasis;
  /** New coins per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Mean transaction fees per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** The part that the pool keeps; below 1. [from 0.0 to 1.0] */
  readonly pool_fee: number;
}

/** What `payout_audit` is asked. */
export interface PayoutAuditRequest {
  /** What the pool paid for the span, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly received_sat: number;
  /** The miner's own mean hashrate over the span in TH/s, above 0, stale shares included. [TH/s, from 0.0 to 1e+24] */
  readonly hashrate_ths: number;
  /** The pool's mean hashrate in TH/s, the miner's included. [TH/s, from 0.0 to 1e+24] */
  readonly pool_hashrate_ths: number;
  /** How hard the network was. */
  readonly network_basis: NetworkBasis;
  /** New coins per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly subsidy_sat: number;
  /** Mean transaction fees per block, in satoshis. [sat, from 0 to 2100000000000000] */
  readonly fees_per_block_sat: number;
  /** The part that the pool says it keeps; below 1. [from 0.0 to 1.0] */
  readonly pool_fee: number;
  /** The part of the miner's shares that came too late; below 1. [from 0.0 to 1.0] */
  readonly stale: number;
  /** The span, in days. [d, above 0.0 to 1000000.0] */
  readonly days: number;
  /** How the pool's luck is known. */
  readonly luck: PoolLuck;
  /**
   * Level of the test, the part of honest pools that may be accused: above 0 and below 1, 0.05 by custom. It counts
   * where luck is unknown. [from 0.0 to 1.0]
   */
  readonly level: number;
  /**
   * The part of what is due by which the figures told may be off, below 1. It counts where luck is known or not the
   * miner's. Absent: 0.005. [from 0.0 to 1.0]
   */
  readonly tolerance?: number;
}

/** What `profit_heat_map` is asked. */
export interface HeatMapRequest {
  /** The machine and all that does not vary; its price, difficulty and tariff are replaced by those of the grid. */
  readonly base: ProfitRequest;
  /** Prices of one bitcoin, in USD. */
  readonly btc_prices_usd: readonly (number)[];
  /** Factors by which the network is harder than in `base`, above 0: 1.1 for 10 % more. */
  readonly difficulty_factors: readonly (number)[];
  /** Power prices in USD/kWh. */
  readonly power_prices_usd_per_kwh: readonly (number)[];
}

/** What `forecast` is asked. */
export interface ForecastRequest {
  /** What is bought, how it is run, and the world at the start. */
  readonly project: MiningProject;
  /** How the world moves on. */
  readonly algorithm: Algorithm;
  /** How long the project lasts, and its steps. */
  readonly steps: ForecastSteps;
  /** The rate of return that is demanded, per year, as a part: 0.1 for 10 %. -0.5 to 100. */
  readonly discount_rate_per_year: number;
  /** How the machines are written off. Absent: not told. */
  readonly depreciation?: DepreciationMethod;
}

/** What `ForecastSimulation` is opened with. */
export interface ForecastSimulationRequest {
  /** What is bought, how it is run, and the world at the start; difficulty is 1 or more. */
  readonly project: MiningProject;
  /** How price and difficulty move. */
  readonly model: PathModel;
  /** Retarget periods until the end, the running one included, 1 to 2608. [from 0] */
  readonly retargets: number;
  /** The part of its hashrate that a machine loses each month (12 are 365 days). Absent: none. [from 0.0 to 1.0] */
  readonly hashrate_decay_per_month?: number;
  /** The rate of return that is demanded, per year, as a part: 0.1 for 10 %. -0.5 to 100. */
  readonly discount_rate_per_year: number;
  /** Number of simulated paths, 2 to 1,000,000. [from 0] */
  readonly paths: number;
  /** Seed of the random numbers. (answered as decimal text) */
  readonly seed: bigint | string;
  /** Probabilities for which net present value and payback are told. */
  readonly quantiles?: readonly (number)[];
}

/** What `net_present_value` is asked. */
export interface NetPresentValueRequest {
  /** The flows. */
  readonly cash_flows: CashFlows;
  /** The rate per period, or per year where flows are dated, as a part: 0.1 for 10 %. -0.99 to 100. */
  readonly discount_rate: number;
}

/** What `internal_rate_of_return` is asked. */
export interface InternalRateOfReturnRequest {
  /** The flows. */
  readonly cash_flows: CashFlows;
}

/** What `depreciation` is asked. */
export interface DepreciationRequest {
  /** What the machine cost, in USD. [USD, from 0.0 to 1000000000000000.0] */
  readonly cost_usd: number;
  /** How it is written off. */
  readonly method: DepreciationMethod;
}

/** What the calculator is asked for a span: bitcoin, daily revenue, profitability. */
export interface CalculatorRequest {
  /** What is bought, how it is run, and the world at the start. */
  readonly project: MiningProject;
  /** How the world moves on. */
  readonly algorithm: Algorithm;
  /** The span in days of 86,400 s, at most 36,525. [d, above 0.0 to 1000000.0] */
  readonly days: number;
}

/** What `calculate_roi` is asked. */
export interface RoiRequest {
  /** What is bought, how it is run, and the world at the start. */
  readonly project: MiningProject;
  /** How the world moves on. */
  readonly algorithm: Algorithm;
  /** How long the project lasts, and its steps. */
  readonly steps: ForecastSteps;
  /** The rate of return that is demanded, per year, as a part: 0.1 for 10 %. -0.5 to 100. */
  readonly discount_rate_per_year: number;
}

/** The operations of `border`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
export interface Border {
  /**
   * Answers the document it was given, one field of each kind that crosses: to prove that a binding loses
   * nothing.
   */
  echo(request?: EchoDocument): EchoDocument;
  /**
   * Answers the columns it was given, and the sign of each number as a word: to prove that a binding loses no
   * bit, NaN included.
   */
  echoColumns(columns: EchoColumnsInput, params?: EchoParams): EchoColumnsColumns;
}

/** The operations of `derivatives`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
export interface Derivatives {
  /**
   * Where a leveraged position is liquidated, bankrupt and warned, and how it stands at the mark.
   *
   * The maintenance rate is that of the tier at the liquidation price, by the rules of a named venue. `never` where no price
   * liquidates the position.
   */
  liquidation(request: LiquidationRequest): LiquidationReport;
  /** Liquidation and bankruptcy prices of many isolated positions at once, each as `derivatives.liquidation` computes it, bit for bit. */
  liquidationBatch(columns: LiquidationBatchInput, params: LiquidationBatchParams): LiquidationBatchColumns;
  /** Price and greeks of a European option by Black, Scholes and Merton (1973), under the risk-neutral measure. */
  vanilla(request: VanillaRequest): VanillaReport;
  /** Price and greeks of many European options at once, each as `derivatives.vanilla` computes it, bit for bit. */
  vanillaBatch(columns: VanillaBatchInput, params: VanillaBatchParams): VanillaBatchColumns;
  /** Price and greeks of a European option on a forward (Black 1976), under the risk-neutral measure. */
  black76(request: Black76Request): VanillaReport;
  /**
   * The volatility at which Black's formula gives a price, to full precision; refusals below the intrinsic and above the greatest
   * value.
   */
  impliedVolatility(request: ImpliedVolatilityRequest): ImpliedVolatilityReport;
  /** Implied volatilities of many options at once, each as `derivatives.implied_volatility` computes it, bit for bit. */
  impliedVolatilityBatch(columns: ImpliedVolatilityBatchInput, params: ImpliedVolatilityBatchParams): ImpliedVolatilityBatchColumns;
  /**
   * The probability that a price touches a level within a horizon under continuous watch, with derivatives.
   *
   * `N((h - m T) / (sigma sqrt T)) + e^(2 m h / sigma^2) N((h + m T) / (sigma sqrt T))`: the probability of liquidation.
   */
  hitProbability(request: HitProbabilityRequest): HitProbabilityReport;
  /** Touch probabilities of many levels at once, each as `derivatives.hit_probability` computes it, bit for bit. */
  hitProbabilityBatch(columns: HitProbabilityBatchInput, params: HitProbabilityBatchParams): HitProbabilityBatchColumns;
  /**
   * The probability of being seen at a level on one of so many dates: exact recursion, the Broadie-Glasserman-Kou correction and
   * continuous watch side by side.
   */
  discreteHitProbability(request: DiscreteHitRequest): DiscreteHitReport;
  /** The value of a payment on a touch (at the hit or at expiry) or on none, in cash or in the asset. */
  touch(request: TouchRequest): TouchReport;
  /** The value of a European digital: cash, asset or gap where the price ends beyond the strike. */
  digital(request: DigitalRequest): DigitalReport;
  /** The value of a barrier option under continuous watch: eight types, with rebate (Reiner and Rubinstein 1991). */
  barrier(request: BarrierRequest): BarrierReport;
  /** Barrier options of one type at once, each as `derivatives.barrier` computes it, bit for bit. */
  barrierBatch(columns: BarrierBatchInput, params: BarrierBatchParams): BarrierBatchColumns;
  /**
   * The value of a barrier option that is watched on so many dates: exact recursion, the Broadie-Glasserman-Kou correction and
   * continuous watch side by side.
   */
  discreteBarrier(request: DiscreteBarrierRequest): DiscreteBarrierReport;
  /** The value of a European option on a price with normal jumps in the logarithm (Merton 1976). */
  merton(request: MertonRequest): JumpOptionReport;
  /** The value of a European option on a price with exponential jumps in the logarithm (Kou 2002). */
  kou(request: KouRequest): JumpOptionReport;
  /**
   * The probability that a price with exponential jumps reaches a level within a horizon, by a leap or not, and how far it lands
   * beyond (Kou and Wang 2003).
   */
  kouPassage(request: KouPassageRequest): KouPassageReport;
  /** The probability of a drawdown within a horizon, the expected time until one, and the expected maximum drawdown. */
  drawdown(request: DrawdownRequest): DrawdownReport;
  /** The present value of losing what stands with an exchange that may default, with a hazard rate that is constant in segments. */
  defaultLeg(request: DefaultLegRequest): DefaultLegReport;
  /**
   * What a chain of options says: implied forward, smile by delta, 25-delta risk reversal and butterfly, at-the-money term structure,
   * max pain and gamma exposure.
   *
   * Premiums in coin times the underlying are undiscounted, so that their parity has no rate; premiums in the quote currency are
   * discounted. Premiums that no option can have are refused with their row; figures that are hard to believe or were not used, marks
   * of 0 among them, are listed in `suspicious`.
   */
  optionChain(request: OptionChainRequest): OptionChainReport;
  /**
   * Six estimates of the volatility of a series of bars: close to close, exponentially weighted, Parkinson, Garman-Klass,
   * Rogers-Satchell, Yang-Zhang.
   */
  realizedVolatility(request: RealizedVolatilityRequest): RealizedVolatilityReport;
  /** Diffusion and normal jumps that make observed returns most likely, with standard errors: Merton's model by maximum likelihood. */
  fitJumps(request: FitJumpsRequest): FitJumpsReport;
  /**
   * First passage by simulation, with or without jumps: exact steps at the jumps only, Brownian bridge between them, antithetic pairs
   * and a closed-form control variate.
   */
  simulatePassage(params: SimulatePassageRequest, options?: JobOptions): Promise<SimulatePassageReport>;
  /** `simulatePassage` in blocks: step, save, resume, split over workers, merge. */
  simulatePassageJob(params: SimulatePassageRequest, work?: { blocks?: readonly [number, number]; state?: Uint8Array }): Job<SimulatePassageReport>;
}

/** The operations of `feeds`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
export interface Feeds {
  /**
   * The HTTP request that asks an upstream: method, address, headers, body. Nothing is sent.
   *
   * `access` carries the caller's key to the one host it belongs to; `for_log` is the address with the key masked.
   */
  request(request: FeedRequest): HttpRequest;
  /**
   * What an upstream answered, as market data in the family's units: TH/s, fractions, milliseconds, coins, satoshis.
   *
   * `ask` is the question that was asked, `body` the answer as it came, `received_ms` when. What cannot be is refused with its
   * path in the payload (`body.result[3].mark_price`), what is hard to believe is listed as `suspicious`, what the upstream
   * refuses is `feeds.upstream.none`, `feeds.rate_limit.out_of_range`, `feeds.key.unsupported` or `feeds.method.unsupported`.
   */
  parse(request: ParseRequest): ParseReport;
  /**
   * One number out of several sources: the median (or the first) of the fresh readings that agree, by strict majority, and what
   * became of each reading. Where nothing is fresh it is the last good value, marked stale; nothing is ever made up.
   */
  reconcile(request: ReconcileRequest): ReconcileReport;
  /**
   * Which points of a history stay: at most so many of each closed day (the first, the last, and those nearest to even spacing),
   * all of the running day, none that is too old. Answers indices.
   */
  retain(request: RetainRequest): RetainReport;
  /** An alert that fires once when a value reaches a threshold, and not again before it has come back by the hysteresis. */
  alert(params: AlertParams, state?: Uint8Array): Stream<AlertEvent, AlertRow, AlertInput, AlertColumns>;
  /** How many points are missing before each point, for points that should be an interval apart. */
  gaps(params: GapsParams, state?: Uint8Array): Stream<GapsEvent, GapsRow, GapsInput, GapsColumns>;
  /** Days out of points: a row is answered with the first point of a later day, and is NaN while its day is open. */
  daily(params: DailyParams, state?: Uint8Array): Stream<DailyEvent, DailyRow, DailyInput, DailyColumns>;
  /**
   * Whether a cached answer may be served and whether to ask the upstream: fresh while younger than the TTL (RFC 9111), stale for
   * some time while the upstream fails (stale-if-error, RFC 5861), then nothing.
   */
  freshness(params: FreshnessParams, state?: Uint8Array): Stream<FreshnessEvent, FreshnessRow, FreshnessInput, FreshnessColumns>;
  /** When to ask an upstream: on a grid of intervals, put off by a jitter, later after failures, one call at a time. */
  schedule(params: ScheduleParams, state?: Uint8Array): Stream<ScheduleEvent, ScheduleRow, ScheduleInput, ScheduleColumns>;
}

/** The operations of `mining`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
export interface Mining {
  /**
   * What a compact target says: the target, its difficulty, the work of a block, and the hashes it takes on
   * average.
   *
   * The difficulty follows Bitcoin Core's division of the mantissa (exact bits); the difficulty of the whole
   * target and `2^256 / (target + 1)` stand beside it under their own names.
   */
  decodeNbits(request: DecodeNbitsRequest): DecodeNbitsReport;
  /**
   * The compact target after a period of 2016 blocks, exactly as consensus computes it.
   *
   * `new = old * clamp(last - first, 302400, 4838400) / 1209600` in 256-bit integers, at most the network's
   * limit, then rounded to compact form. The timespan covers 2015 intervals. On testnet4 (BIP94) the old target
   * is the one of the period's first block.
   */
  retarget(request: RetargetRequest): RetargetReport;
  /**
   * Whether consensus can ever lead from one compact target to the next: unchanged within a period, within a
   * factor 4 at its end.
   */
  permittedTransition(request: PermittedTransitionRequest): PermittedTransitionReport;
  /** Whether a block hash satisfies its compact target on a network, and if not, why. */
  checkProofOfWork(request: CheckProofOfWorkRequest): CheckProofOfWorkReport;
  /**
   * New coins of a block, all coins issued up to and with it (the genesis 50 BTC included), and the next halving
   * by height.
   */
  subsidy(request: SubsidyRequest): SubsidyReport;
  /**
   * The network hashrate that a difficulty implies at a block spacing: `D * 2^32 / spacing`, and the exact form
   * beside it.
   */
  impliedHashrate(request: ImpliedHashrateRequest): ImpliedHashrateReport;
  /**
   * The network hashrate that was observed: work over time, the work given as blocks of a difficulty or as a
   * difference of chainwork.
   */
  observedHashrate(request: ObservedHashrateRequest): ObservedHashrateReport;
  /**
   * The exact confidence interval of the network hashrate given a count of blocks (Garwood 1936: chi-square
   * quantiles of a Poisson count).
   */
  hashrateInterval(request: HashrateIntervalRequest): HashrateIntervalReport;
  /**
   * A machine's hashrate from the shares it found: `shares * share_difficulty * 2^32 / time`, with its relative
   * standard error.
   */
  hashrateFromShares(request: HashrateFromSharesRequest): HashrateFromSharesReport;
  /**
   * What the next retarget will change, and when, by a named estimator; the gamma posterior answers a band as
   * well.
   */
  forecastRetarget(request: ForecastRetargetRequest): ForecastRetargetReport;
  /**
   * Blocks and bitcoin that a hashrate is expected to earn: `H * t / (D * 2^32)` blocks, each worth subsidy and
   * fees.
   */
  expectedReward(request: ExpectedRewardRequest): ExpectedRewardReport;
  /** Hashprice: what one petahash per second is expected to earn per day, in US dollars and in satoshis. */
  hashprice(request: HashpriceRequest): HashpriceReport;
  /** Hashprice as a day paid it: issuance and fees of the day over the network's hashrate. */
  realizedHashprice(request: RealizedHashpriceRequest): RealizedHashpriceReport;
  /**
   * The odds of a solo miner: the probability of at least one block, and how long the wait for it is (mean and
   * quantiles).
   */
  soloOdds(request: SoloOddsRequest): SoloOddsReport;
  /**
   * Profit of a machine, a fleet or a site over a span: revenue, pool fee, power, hosting, maintenance and net,
   * the four break-evens, and the direct, cash and all-in cost of one bitcoin.
   */
  profit(request: ProfitRequest): ProfitReport;
  /**
   * Profit of many machines or cases at once, each row as `mining.profit` computes it, bit for bit.
   *
   * `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN
   * in that row, and the word in `status`).
   */
  profitBatch(columns: ProfitBatchInput, params: ProfitBatchParams): ProfitBatchColumns;
  /** Hashprice of many days at once, each row as `mining.hashprice` computes it, bit for bit. */
  hashpriceBatch(columns: HashpriceBatchInput, params: HashpriceBatchParams): HashpriceBatchColumns;
  /**
   * The network's hashrate as blocks come in: work over time of the last blocks, as `getnetworkhashps` has it,
   * with its exact confidence bounds.
   */
  runningHashrate(params: RunningHashrateParams, state?: Uint8Array): Stream<RunningHashrateEvent, RunningHashrateRow, RunningHashrateInput, RunningHashrateColumns>;
  /**
   * Monte Carlo of a solo miner's income over a span, in whole satoshis: difficulty moves at each retarget, the
   * subsidy follows the height, blocks arrive as a Poisson process.
   */
  soloIncome(params: SoloIncomeRequest, options?: JobOptions): Promise<SoloIncomeReport>;
  /** `soloIncome` in blocks: step, save, resume, split over workers, merge. */
  soloIncomeJob(params: SoloIncomeRequest, work?: { blocks?: readonly [number, number]; state?: Uint8Array }): Job<SoloIncomeReport>;
  /**
   * The catalog of machines: nominal hashrate and power of public lists, with their sources.
   *
   * Models whose sources contradict each other are listed only with `include_doubtful`.
   */
  machines(request?: MachinesRequest): MachinesReport;
  /** What a fleet hashes and draws: machines by model or by figures of one's own, with age, decay and cooling. */
  fleet(request: FleetRequest): FleetReport;
  /** How many machines a site can feed. */
  siteCapacity(request: SiteCapacityRequest): SiteCapacityReport;
  /**
   * What groups of machines earn today, thousands at once, each with its age, decay and price.
   *
   * `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN
   * in that row, and the word in `status`).
   */
  fleetBatch(columns: FleetBatchInput, params: FleetBatchParams): FleetBatchColumns;
  /** The price of each hour of a span: flat, by time of use, 24 daily values, or an hourly series. */
  tariffPrices(request: TariffPricesRequest): TariffPricesReport;
  /**
   * What a load costs under a tariff: energy at the price of its hour, a contract block settled at that price,
   * and demand charges per calendar month.
   */
  bill(request: BillRequest): Bill;
  /**
   * The machines that earn most in one hour under a power limit: whole machines in any of their modes, exactly, or
   * with how much better the best can be.
   */
  meritOrder(request: MeritOrderRequest): MeritOrderReport;
  /**
   * Which machines run in which hour, why, what that saves, and what the tariff bills for it.
   *
   * By threshold where nothing couples the hours, by dynamic programming with minimum times and start costs, in
   * whole machines under a power limit, and against the demand charge of each month. The answer is the best there
   * is, or says how much more the best can leave.
   */
  planDispatch(request: DispatchRequest): DispatchReport;
  /**
   * When to switch off: a dispatch plan at the hashprice that difficulty, price, fees and height give each hour,
   * as they are or as they move on.
   */
  powerCurtailmentAnalysis(request: PowerCurtailmentRequest): PowerCurtailmentReport;
  /**
   * Mean and variance of what a payout scheme pays: solo, PPS, FPPS, PPS+, PPLNS or TIDES.
   *
   * Means differ by fees alone; only PPS has no variance. Source: Rosenfeld, arXiv 1112.4980.
   */
  payout(request: PayoutRequest): PayoutReport;
  /** What a share is worth under PPS and FPPS: the probability that it is a block, times what a block pays. */
  shareValue(request: ShareValueRequest): ShareValueReport;
  /**
   * Whether a pool paid what it owed: the difference as luck, fee, stale shares and what is left unexplained, and
   * the exact probability that an honest pool pays so little.
   */
  payoutAudit(request: PayoutAuditRequest): PayoutAuditReport;
  /** Profit over a grid of bitcoin prices, difficulties and power prices, each cell as `mining.profit` computes it. */
  profitHeatMap(request: HeatMapRequest): HeatMapReport;
  /**
   * What a purchase of machines earns, step by step, with the option to switch off and without it: cash flow,
   * net present value, rate of return, payback, depreciation and carbon dioxide.
   *
   * Static: the world stays as it is. Dynamic: one step per retarget with its real length, the halving by height,
   * paths of difficulty, price and fees, decay of hashrate.
   */
  forecast(request: ForecastRequest): ForecastReport;
  /**
   * Monte Carlo of a purchase of machines: price and difficulty correlated over lags, or drawn from history in
   * blocks; distribution of the net present value, probability of payback, value of the option to switch off.
   */
  forecastSimulation(params: ForecastSimulationRequest, options?: JobOptions): Promise<ForecastSimulationReport>;
  /** `forecastSimulation` in blocks: step, save, resume, split over workers, merge. */
  forecastSimulationJob(params: ForecastSimulationRequest, work?: { blocks?: readonly [number, number]; state?: Uint8Array }): Job<ForecastSimulationReport>;
  /** What cash flows are worth at a rate: `sum of flow / (1 + rate)^t`, in periods or in years of 365 days. */
  netPresentValue(request: NetPresentValueRequest): NetPresentValueReport;
  /** The rates at which cash flows are worth nothing: one, none or several, which are all told. */
  internalRateOfReturn(request: InternalRateOfReturnRequest): InternalRateOfReturnReport;
  /**
   * What a machine loses in the books each year: straight line, or MACRS five-year property with the half-year
   * convention.
   */
  depreciation(request: DepreciationRequest): DepreciationReport;
  /** Bitcoin that a project is expected to earn in a span, as the world stays or as it moves on. */
  calculateBtcMined(request: CalculatorRequest): BtcMinedReport;
  /** What hashing earns per day before costs, as the world stays or as it moves on. */
  calculateDailyRevenue(request: CalculatorRequest): DailyRevenueReport;
  /** What is left of the revenue of a span after power, hosting and maintenance. */
  calculateProfitability(request: CalculatorRequest): ProfitabilityReport;
  /** Whether machines earn back what they cost, when, and at which rate of return. */
  calculateRoi(request: RoiRequest): RoiReport;
}

/** Every operation, by domain. */
export interface Operations {
  readonly border: Border;
  readonly derivatives: Derivatives;
  readonly feeds: Feeds;
  readonly mining: Mining;
}

/** The operations of a backend. */
export function bind(backend: Backend): Operations {
  return {
    border: {
      echo: (request) => document(backend, "border.echo", request),
      echoColumns: (columns, params) => runColumns(backend, "border.echo_columns", [["number", "f64"], ["integer", "i64"]], [["number", "f64"], ["integer", "i64"], ["sign", "words"]], columns, params),
    },
    derivatives: {
      liquidation: (request) => document(backend, "derivatives.liquidation", request),
      liquidationBatch: (columns, params) => runColumns(backend, "derivatives.liquidation_batch", [["side", "f64"], ["quantity", "f64"], ["entry_price", "f64"], ["margin", "f64"]], [["liquidation_price", "f64"], ["bankruptcy_price", "f64"], ["status", "words"]], columns, params),
      vanilla: (request) => document(backend, "derivatives.vanilla", request),
      vanillaBatch: (columns, params) => runColumns(backend, "derivatives.vanilla_batch", [["kind", "f64"], ["spot", "f64"], ["strike", "f64"], ["years", "f64"], ["volatility", "f64"]], [["price", "f64"], ["delta", "f64"], ["gamma", "f64"], ["vega", "f64"], ["theta", "f64"], ["status", "words"]], columns, params),
      black76: (request) => document(backend, "derivatives.black76", request),
      impliedVolatility: (request) => document(backend, "derivatives.implied_volatility", request),
      impliedVolatilityBatch: (columns, params) => runColumns(backend, "derivatives.implied_volatility_batch", [["kind", "f64"], ["price", "f64"], ["forward", "f64"], ["strike", "f64"], ["years", "f64"]], [["implied_volatility", "f64"], ["status", "words"]], columns, params),
      hitProbability: (request) => document(backend, "derivatives.hit_probability", request),
      hitProbabilityBatch: (columns, params) => runColumns(backend, "derivatives.hit_probability_batch", [["spot", "f64"], ["barrier", "f64"], ["years", "f64"], ["volatility", "f64"]], [["probability", "f64"], ["status", "words"]], columns, params),
      discreteHitProbability: (request) => document(backend, "derivatives.discrete_hit_probability", request),
      touch: (request) => document(backend, "derivatives.touch", request),
      digital: (request) => document(backend, "derivatives.digital", request),
      barrier: (request) => document(backend, "derivatives.barrier", request),
      barrierBatch: (columns, params) => runColumns(backend, "derivatives.barrier_batch", [["spot", "f64"], ["strike", "f64"], ["barrier", "f64"], ["years", "f64"], ["volatility", "f64"]], [["price", "f64"], ["touch_probability", "f64"], ["status", "words"]], columns, params),
      discreteBarrier: (request) => document(backend, "derivatives.discrete_barrier", request),
      merton: (request) => document(backend, "derivatives.merton", request),
      kou: (request) => document(backend, "derivatives.kou", request),
      kouPassage: (request) => document(backend, "derivatives.kou_passage", request),
      drawdown: (request) => document(backend, "derivatives.drawdown", request),
      defaultLeg: (request) => document(backend, "derivatives.default_leg", request),
      optionChain: (request) => document(backend, "derivatives.option_chain", request),
      realizedVolatility: (request) => document(backend, "derivatives.realized_volatility", request),
      fitJumps: (request) => document(backend, "derivatives.fit_jumps", request),
      simulatePassage: async (params, options) => runJob(new Job(backend, "derivatives.simulate_passage", params), options),
      simulatePassageJob: (params, work) => new Job(backend, "derivatives.simulate_passage", params, work),
    },
    feeds: {
      request: (request) => document(backend, "feeds.request", request),
      parse: (request) => document(backend, "feeds.parse", request),
      reconcile: (request) => document(backend, "feeds.reconcile", request),
      retain: (request) => document(backend, "feeds.retain", request),
      alert: (params, state) => new Stream(backend, "feeds.alert", [["time_ms", "i64"], ["value", "f64"]], [["state", "words"]], params, state),
      gaps: (params, state) => new Stream(backend, "feeds.gaps", [["time_ms", "i64"]], [["missing", "f64"]], params, state),
      daily: (params, state) => new Stream(backend, "feeds.daily", [["time_ms", "i64"], ["value", "f64"]], [["unix_day", "f64"], ["first", "f64"], ["high", "f64"], ["low", "f64"], ["last", "f64"], ["mean", "f64"], ["points", "f64"], ["empty_days_after", "f64"]], params, state),
      freshness: (params, state) => new Stream(backend, "feeds.freshness", [["time_ms", "i64"], ["step", "i64"]], [["serve", "words"], ["age_ms", "f64"], ["action", "words"]], params, state),
      schedule: (params, state) => new Stream(backend, "feeds.schedule", [["time_ms", "i64"], ["step", "i64"], ["retry_after_ms", "i64"]], [["action", "words"], ["next_ms", "i64"], ["failures", "i64"]], params, state),
    },
    mining: {
      decodeNbits: (request) => document(backend, "mining.decode_nbits", request),
      retarget: (request) => document(backend, "mining.retarget", request),
      permittedTransition: (request) => document(backend, "mining.permitted_transition", request),
      checkProofOfWork: (request) => document(backend, "mining.check_proof_of_work", request),
      subsidy: (request) => document(backend, "mining.subsidy", request),
      impliedHashrate: (request) => document(backend, "mining.implied_hashrate", request),
      observedHashrate: (request) => document(backend, "mining.observed_hashrate", request),
      hashrateInterval: (request) => document(backend, "mining.hashrate_interval", request),
      hashrateFromShares: (request) => document(backend, "mining.hashrate_from_shares", request),
      forecastRetarget: (request) => document(backend, "mining.forecast_retarget", request),
      expectedReward: (request) => document(backend, "mining.expected_reward", request),
      hashprice: (request) => document(backend, "mining.hashprice", request),
      realizedHashprice: (request) => document(backend, "mining.realized_hashprice", request),
      soloOdds: (request) => document(backend, "mining.solo_odds", request),
      profit: (request) => document(backend, "mining.profit", request),
      profitBatch: (columns, params) => runColumns(backend, "mining.profit_batch", [["hashrate_ths", "f64"], ["power_w", "f64"], ["power_price_usd_per_kwh", "f64"], ["btc_price_usd", "f64"]], [["revenue_usd", "f64"], ["power_cost_usd", "f64"], ["net_usd", "f64"], ["status", "words"]], columns, params),
      hashpriceBatch: (columns, params) => runColumns(backend, "mining.hashprice_batch", [["difficulty", "f64"], ["fees_per_block_sat", "i64"], ["btc_price_usd", "f64"]], [["hashprice_usd_per_phs_day", "f64"], ["hashprice_sat_per_phs_day", "f64"], ["status", "words"]], columns, params),
      runningHashrate: (params, state) => new Stream(backend, "mining.running_hashrate", [["time_ms", "i64"], ["difficulty", "f64"]], [["hashrate_ths", "f64"], ["lower_ths", "f64"], ["upper_ths", "f64"]], params, state),
      soloIncome: async (params, options) => runJob(new Job(backend, "mining.solo_income", params), options),
      soloIncomeJob: (params, work) => new Job(backend, "mining.solo_income", params, work),
      machines: (request) => document(backend, "mining.machines", request),
      fleet: (request) => document(backend, "mining.fleet", request),
      siteCapacity: (request) => document(backend, "mining.site_capacity", request),
      fleetBatch: (columns, params) => runColumns(backend, "mining.fleet_batch", [["count", "i64"], ["hashrate_ths", "f64"], ["power_w", "f64"], ["power_price_usd_per_kwh", "f64"], ["machine_price_usd", "f64"], ["decay_per_month", "f64"], ["age_days", "f64"]], [["hashrate_ths", "f64"], ["gross_btc_per_day", "f64"], ["revenue_usd_per_day", "f64"], ["power_cost_usd_per_day", "f64"], ["net_usd_per_day", "f64"], ["payback_days", "f64"], ["payback_status", "words"], ["status", "words"]], columns, params),
      tariffPrices: (request) => document(backend, "mining.tariff_prices", request),
      bill: (request) => document(backend, "mining.bill", request),
      meritOrder: (request) => document(backend, "mining.merit_order", request),
      planDispatch: (request) => document(backend, "mining.plan_dispatch", request),
      powerCurtailmentAnalysis: (request) => document(backend, "mining.power_curtailment_analysis", request),
      payout: (request) => document(backend, "mining.payout", request),
      shareValue: (request) => document(backend, "mining.share_value", request),
      payoutAudit: (request) => document(backend, "mining.payout_audit", request),
      profitHeatMap: (request) => document(backend, "mining.profit_heat_map", request),
      forecast: (request) => document(backend, "mining.forecast", request),
      forecastSimulation: async (params, options) => runJob(new Job(backend, "mining.forecast_simulation", params), options),
      forecastSimulationJob: (params, work) => new Job(backend, "mining.forecast_simulation", params, work),
      netPresentValue: (request) => document(backend, "mining.net_present_value", request),
      internalRateOfReturn: (request) => document(backend, "mining.internal_rate_of_return", request),
      depreciation: (request) => document(backend, "mining.depreciation", request),
      calculateBtcMined: (request) => document(backend, "mining.calculate_btc_mined", request),
      calculateDailyRevenue: (request) => document(backend, "mining.calculate_daily_revenue", request),
      calculateProfitability: (request) => document(backend, "mining.calculate_profitability", request),
      calculateRoi: (request) => document(backend, "mining.calculate_roi", request),
    },
  };
}
