// Generated from the operation table by `cargo xtask gen`.

import { type Columns, Job, type JobOptions, type Words, document, runColumns, runJob } from "../core.js";
import type { market } from "./market.js";
import type { units } from "./units.js";

/** Types of the domain. */
export declare namespace derivatives {
  /**
   * Convention of a venue for liquidation. Conventions change: each says where and when it was read.
   * - `binance_usdm`: Maintenance at the mark, with deduction; the closing fee does not count. Binance FAQ "How to calculate liquidation price of USDⓈ-M futures contracts", read 2024.
   * - `binance_coinm`: Maintenance at the mark, in coin, with deduction; the closing fee does not count. Binance COIN-M liquidation calculator and FAQ, read 2024.
   * - `bybit_classic`: Maintenance at the entry value, the closing fee at the bankruptcy price. Bybit help centre before unified accounts (inverse and isolated linear contracts), examples of 2019 to 2023.
   * - `bybit_unified`: Maintenance at the mark, with deduction, closing fee at the mark. Bybit help centre, unified trading account, read 2026.
   * - `okx`: Margin ratio (margin and profit over maintenance and closing fee, both at the mark) falls to 100 %. OKX help centre, formula only, read 2026; the same form at Gate.
   * - `btse`: Maintenance at the entry value; liquidation before bankruptcy, and the difference is the fund's. BTSE support, read 2026.
   * - `kraken`: Maintenance at the mark, by tiers without deduction; the closing fee does not count. Collateral of several currencies with haircuts behind linear contracts, the coin behind inverse ones; one position per contract. Kraken support, "Equity protection process" (its example: 1,000 contracts from 8,000 on 0.01 bitcoin are liquidated at 7,481 and bankrupt at 7,407) and "Margining & liquidations: multi-collateral", whose netting across maturities is not computed here; stored copies, read 2026.
   * - `deribit`: Maintenance at the mark, by a rate that grows with the position in coin; the closing fee does not count. The account is the margin: no position has one of its own, and each contract has one position. Deribit support, notice of 11 January 2022 (1 % and 0.005 % per bitcoin) and "Linear perpetual" (25 bitcoin at 100,000 need 28,125 USDC); standard margin; stored copies, read 2026.
   */
  export type Venue =
    | "binance_usdm"
    | "binance_coinm"
    | "bybit_classic"
    | "bybit_unified"
    | "okx"
    | "btse"
    | "kraken"
    | "deribit";

  /**
   * Kind of a contract: the currency in which it is margined and settled.
   * - `linear`: In the quote currency (USDT-margined): quantity in units of base.
   * - `inverse`: In the coin itself (coin-margined): quantity in contracts of one unit of quote currency.
   */
  export type ContractKind =
    | "linear"
    | "inverse";

  /**
   * Side of a position: which way it profits.
   * - `long`: From rising prices.
   * - `short`: From falling prices.
   */
  export type Side =
    | "long"
    | "short";

  /** Only what was set aside for it. */
  export interface MarginModeIsolated {
    /** Margin of the position before funding, in margin currency. [from 0.0 to 1e+18] */
    readonly margin: number;
  }

  /** The whole account. Equity, margin ratio, leverage, margin call and bankruptcy are then the account's. */
  export interface MarginModeCross {
    /** Balance of the wallet, without unrealized profit, in margin currency. [from -1000000000000000.0 to 1000000000000000.0] */
    readonly wallet_balance: number;
    /** Maintenance margin of the account's other positions, in margin currency; a closing fee that the venue counts included. [from 0.0 to 1e+18] */
    readonly other_maintenance: number;
    /** Unrealized profit of the account's other positions, in margin currency, at prices that do not move. [from -1000000000000000.0 to 1000000000000000.0] */
    readonly other_unrealized: number;
  }

  /**
   * Margin that backs a position, in margin currency: its own, or the account that it shares with others.
   * - `isolated`: Only what was set aside for it.
   * - `cross`: The whole account. Equity, margin ratio, leverage, margin call and bankruptcy are then the account's.
   */
  export type MarginMode =
    | { readonly isolated: MarginModeIsolated }
    | { readonly cross: MarginModeCross };

  /** One rate whatever the size. */
  export interface MaintenanceScheduleFlat {
    /** Maintenance rate, as a fraction of the notional; below 1. [from 0.0 to 1.0] */
    readonly rate: number;
    /** Deduction from the maintenance margin, in margin currency. [from 0.0 to 1e+18] */
    readonly deduction: number;
  }

  /** Maintenance rates by size, as far as a margin needs them. */
  export interface RateTiers {
    /** Least notionals of the tiers, in margin currency: from 0, rising. A notional on a border belongs to the smaller tier. */
    readonly notional_floor: readonly (number)[];
    /** Maintenance rates of the tiers, as fractions of the notional: rising, below 1. */
    readonly maintenance_rate: readonly (number)[];
  }

  /**
   * A rate that grows with the position: `rate + growth * size`, the size in coin (Deribit). That of a linear contract does not move with
   * the price, that of an inverse one does.
   */
  export interface MaintenanceScheduleGrowing {
    /** Maintenance rate of the smallest position, as a fraction of the notional; below 1. [from 0.0 to 1.0] */
    readonly rate: number;
    /** Growth of the rate per unit of the position's size in coin, 0 to 1: 0.00005 for 0.005 % per bitcoin. [from 0.0 to 1.0] */
    readonly growth_per_unit: number;
  }

  /**
   * Maintenance margin as a function of the notional: `notional * rate - deduction`, with rate and deduction of the tier where the notional
   * lies.
   * - `flat`: One rate whatever the size.
   * - `tiers`: A venue's table, of the position's own contract, currency and venue. It holds the position's notional at entry; where the price takes that beyond the last row, the last row goes on and the answer says so.
   * - `marginal`: Tiers each of whose rates applies to the part of the notional inside it, as with deductions that make the margin continuous.
   * - `whole`: Tiers whose rate applies to the whole notional, without deduction: the margin jumps where a tier begins (Kraken, OKX, Phemex).
   * - `growing`: A rate that grows with the position: `rate + growth * size`, the size in coin (Deribit). That of a linear contract does not move with the price, that of an inverse one does.
   */
  export type MaintenanceSchedule =
    | { readonly flat: MaintenanceScheduleFlat }
    | { readonly tiers: market.TierTable }
    | { readonly marginal: RateTiers }
    | { readonly whole: RateTiers }
    | { readonly growing: MaintenanceScheduleGrowing };

  /** Tier whose rate decides. */
  export interface TierUsed {
    /** Place of the tier in the table, from 0. [from 0] */
    readonly index: number;
    /** Maintenance rate of the tier, as a fraction of the notional. */
    readonly maintenance_rate: number;
    /** Deduction of the tier, in margin currency. */
    readonly deduction: number;
    /** Whether the notional lies beyond the last tier of the table, which goes on there. */
    readonly beyond_last_tier: boolean;
  }

  /**
   * Position at the mark price, in margin currency. On cross margin, equity and what is measured against it are the account's: they are
   * the same whichever of its positions is asked about.
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
    /** Margin ratio: requirement over equity, liquidation at 1. Absent where equity is not positive. (OKX quotes the inverse.) */
    readonly margin_ratio?: number;
    /** Leverage: notional of the position over equity. Absent where equity is not positive. */
    readonly leverage?: number;
    /** Whether equity does not exceed the requirement, so that the position would be liquidated now. */
    readonly liquidated: boolean;
    /** Distance of the liquidation price, `|liquidation / mark - 1|`; absent without a liquidation price. */
    readonly distance?: number;
    /**
     * Distance of the liquidation price in standard deviations of the logarithm over the horizon; absent without liquidation price,
     * volatility and horizon.
     */
    readonly distance_sigmas?: number;
  }

  /** Result of `liquidation`. */
  export interface LiquidationReport {
    /** Liquidation price, in quote currency; `every` where no price saves the position. */
    readonly liquidation_price: units.Outcome;
    /** Tier that holds at the liquidation price; absent where the position is never liquidated. */
    readonly tier?: TierUsed;
    /**
     * Bankruptcy price, in quote currency: equity pays the closing fee of the position and nothing else. On cross margin that is the
     * account's equity.
     */
    readonly bankruptcy_price: units.Outcome;
    /** Margin-call price, in quote currency: the margin ratio reaches `call_ratio`. Absent without one. */
    readonly margin_call_price?: units.Outcome;
    /** Position at the mark price; absent without one. */
    readonly at_mark?: AtMark;
  }

  /** Contract that positions of an account are in. */
  export interface AccountContract {
    /** Contract, in the words of the venue; each only once. */
    readonly instrument: string;
    /** Coin whose price the contract follows. */
    readonly coin: string;
    /** Kind of the contract: linear or inverse. */
    readonly contract: ContractKind;
    /** Mark price of the contract now, in quote currency. [from 1e-18 to 1e+18] */
    readonly mark_price: number;
    /**
     * Maintenance margin by size; notionals in the currency that the contract settles in. A table is that of this contract, in that
     * currency, of the account's venue.
     */
    readonly maintenance: MaintenanceSchedule;
    /** Fee for closing, as a fraction of the notional; it counts where the venue's rules count it. [from 0.0 to 1.0; 0.0 where absent] */
    readonly close_fee_rate?: number | undefined;
  }

  /** Position of an account. */
  export interface AccountPosition {
    /** Contract of the position: one of the account's. */
    readonly instrument: string;
    /** Side of the position: long or short. A long and a short of one contract are hedge mode. */
    readonly side: Side;
    /** Size of the position: units of base (linear) or contracts of one quote unit (inverse). [from 1e-18 to 1e+18] */
    readonly quantity: number;
    /** Average entry price, in quote currency. [from 1e-18 to 1e+18] */
    readonly entry_price: number;
  }

  /** Collateral of an account in one currency. */
  export interface AccountCollateral {
    /** Currency of the collateral; each only once. */
    readonly currency: string;
    /** Balance without unrealized profit, in the collateral's own currency; negative where it is owed. [from -1000000000000000.0 to 1000000000000000.0] */
    readonly amount: number;
    /** Price of one unit of the collateral in the account's currency. Absent: the collateral is in the account's currency. [from 1e-18 to 1e+18] */
    readonly price?: number | undefined;
    /** Fraction of a positive balance's value that does not count. [from 0.0 to 1.0; 0.0 where absent] */
    readonly haircut?: number | undefined;
  }

  /** Position of an account at its mark price, in the account's currency. */
  export interface PositionAtMark {
    /** Contract of the position. */
    readonly instrument: string;
    /** Side of the position. */
    readonly side: Side;
    /** Notional of the position, in the account's currency. */
    readonly notional: number;
    /** Unrealized profit of the position, in the account's currency. */
    readonly unrealized: number;
    /** Maintenance margin and closing fee of the position as the venue counts them, in the account's currency. */
    readonly requirement: number;
    /** Maintenance rate of the position's tier, as a fraction of the notional. */
    readonly maintenance_rate: number;
    /** Leverage of the position: its notional over the account's equity. Absent where equity is not positive. */
    readonly leverage?: number;
    /** Whether the notional lies beyond the last tier of the contract's table, which goes on there. */
    readonly beyond_last_tier: boolean;
  }

  /** Prices at which an account's state changes: the nearest below and above the price now. */
  export interface AccountLevels {
    /** Contract or coin whose price moves. */
    readonly of: string;
    /** Price from which the movement starts, in quote currency: the mark, of a coin that of its first contract or else of its collateral. */
    readonly price: number;
    /** Nearest lower price at which the account is liquidated, or no longer if it would be now. */
    readonly liquidation_below: units.Outcome;
    /** Nearest higher price at which the account is liquidated, or no longer if it would be now. */
    readonly liquidation_above: units.Outcome;
    /** Nearest lower price at which equity is 0. */
    readonly bankruptcy_below: units.Outcome;
    /** Nearest higher price at which equity is 0. */
    readonly bankruptcy_above: units.Outcome;
    /** Nearest lower price at which the margin ratio passes `call_ratio`. Absent without one. */
    readonly margin_call_below?: units.Outcome;
    /** Nearest higher price at which the margin ratio passes `call_ratio`. Absent without one. */
    readonly margin_call_above?: units.Outcome;
  }

  /** Figure of a request that is possible and yet hard to believe, or that was not used. */
  export interface SuspiciousFigure {
    /** Place of the figure in the request. */
    readonly path: string;
    /** Value of the figure, as received. */
    readonly value: string;
    /** Values that would have been believed. */
    readonly expected: string;
  }

  /** Result of `margin_account`. */
  export interface MarginAccountReport {
    /** Collateral after haircuts, in the account's currency. */
    readonly collateral: number;
    /** Unrealized profit of all positions, in the account's currency. */
    readonly unrealized: number;
    /** Equity: collateral after haircuts and unrealized profit, in the account's currency. */
    readonly equity: number;
    /** Requirement: maintenance margin of all positions and closing fees as the venue counts them, in the account's currency. */
    readonly requirement: number;
    /** Margin ratio: requirement over equity, liquidation at 1. Absent where equity is not positive. */
    readonly margin_ratio?: number;
    /** Leverage: notional of all positions over equity. Absent where equity is not positive. */
    readonly leverage?: number;
    /** Whether equity does not exceed the requirement, so that the account would be liquidated now. */
    readonly liquidated: boolean;
    /** Whether the margin ratio is at `call_ratio` or beyond. Absent without one. */
    readonly called?: boolean;
    /** Positions at their mark prices, in the order of the request. */
    readonly positions: readonly (PositionAtMark)[];
    /** Prices of each contract at which the state changes while all other prices stay where they are. */
    readonly by_contract: readonly (AccountLevels)[];
    /** Prices of each coin at which the state changes while all its contracts and collateral move in proportion. */
    readonly by_coin: readonly (AccountLevels)[];
    /** Prices of one coin that contradict each other, with their places; empty as a rule. */
    readonly suspicious: readonly (SuspiciousFigure)[];
  }

  /**
   * Measure of a probability or a price: of one of two worlds, and every result says of which.
   * - `risk_neutral`: Q: the asset earns the riskless rate less its yield. Prices; probabilities that prices imply.
   * - `real_world`: P: the asset earns what the caller believes. Frequencies, reserves, capital.
   */
  export type Measure =
    | "risk_neutral"
    | "real_world";

  /** Derivatives of an option's price. */
  export interface Greeks {
    /** Delta: change of the price per unit of spot (Black-76: of the forward). */
    readonly delta: number;
    /** Gamma: change of delta per unit of spot (Black-76: of the forward). */
    readonly gamma: number;
    /** Vega: change of the price per 1.00 of volatility. */
    readonly vega: number;
    /** Theta: change of the price per year of calendar time; negative where value decays. */
    readonly theta: number;
    /** Rho: change of the price per 1.00 of the riskless rate (Black-76: at a fixed forward). */
    readonly rho: number;
    /** Yield rho: change of the price per 1.00 of the yield (Black-76 has no yield: 0). */
    readonly yield_rho: number;
    /** Vanna: change of delta per 1.00 of volatility. */
    readonly vanna: number;
    /** Volga: change of vega per 1.00 of volatility. */
    readonly volga: number;
    /** Speed: change of gamma per unit of spot. */
    readonly speed: number;
    /** Charm: change of delta per year of calendar time. */
    readonly charm: number;
    /** Dual delta: change of the price per unit of strike. */
    readonly dual_delta: number;
  }

  /** Result of `vanilla` and `black76`. */
  export interface VanillaReport {
    /** Measure of the numbers: always the risk-neutral one. */
    readonly measure: Measure;
    /** Price in quote currency. */
    readonly price: number;
    /** Probability of exercise, `N(w d2)`. */
    readonly exercise_probability: number;
    /** Derivatives of the price; absent only at its corner, where `sigma sqrt(T)` is 0 and the forward is the strike. */
    readonly greeks?: Greeks;
  }

  /** Result of `implied_volatility`. */
  export interface ImpliedVolatilityReport {
    /** Volatility per square root of a year. */
    readonly implied_volatility: number;
    /** Intrinsic value: that of exercise at the forward, discounted, in quote currency. */
    readonly intrinsic: number;
    /** Time value: price less intrinsic value, in quote currency. */
    readonly time_value: number;
    /**
     * Resolution of the volatility: half an ulp of the price over vega, which the rounding of the price alone leaves open. Absent where
     * vega is below every float.
     */
    readonly resolution?: number;
  }

  /**
   * Side of the price now on which a barrier lies.
   * - `down`: Below: touched from above.
   * - `up`: Above: touched from below.
   */
  export type BarrierSide =
    | "down"
    | "up";

  /** Derivatives of a touch probability. */
  export interface HitGreeks {
    /** Change of the probability per unit of spot. */
    readonly by_spot: number;
    /** Second derivative of the probability by the spot. */
    readonly by_spot_twice: number;
    /** Change of the probability per unit of the barrier. */
    readonly by_barrier: number;
    /** Change of the probability per 1.00 of volatility, at a fixed drift of the price. */
    readonly by_volatility: number;
    /**
     * Change of the probability per year of horizon: under continuous watch the density of the touch time. Dates that are equally spaced
     * move with the horizon, others stay.
     */
    readonly by_years: number;
  }

  /** Result of `hit_probability`. */
  export interface HitProbabilityReport {
    /** Measure of the numbers, as in the request. */
    readonly measure: Measure;
    /** Probability of a touch within the horizon. */
    readonly probability: number;
    /** Probability of no touch within the horizon, in full relative precision. */
    readonly survival_probability: number;
    /** Distance to the barrier in standard deviations of the logarithm; absent where there is no deviation. */
    readonly distance_sigmas?: number;
    /** Derivatives of the probability; absent where it is 0 or 1 for certain. */
    readonly greeks?: HitGreeks;
  }

  /** One day of every week. */
  export interface WatchDaysWeekly {
    /** Day of the week, 1 (Monday) to 7 (Sunday). [from 1 to 7] */
    readonly weekday: number;
  }

  /** One day of every month. */
  export interface WatchDaysMonthly {
    /** Day of the month, 1 to 31; of a shorter month its last. [from 1 to 31] */
    readonly day: number;
  }

  /**
   * Days of a watch by the calendar.
   * - `daily`: Every day.
   * - `weekly`: One day of every week.
   * - `monthly`: One day of every month.
   */
  export type WatchDays =
    | "daily"
    | { readonly weekly: WatchDaysWeekly }
    | { readonly monthly: WatchDaysMonthly };

  /** Watch at an hour of a clock, on days of the calendar: from now until the end of the horizon, both included. */
  export interface WatchCalendar {
    /** Instant from which horizon and dates are counted, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly now_ms: number | Date | string;
    /** Days on which the price is looked at. */
    readonly days: WatchDays;
    /** Hour of the clock at which it is looked at, 0 to 23. [from 0 to 23] */
    readonly hour: number;
    /** Distance of the clock from UTC, in minutes, the same all year. [min, from -1080 to 1080; 0 where absent] */
    readonly utc_offset_min?: number | undefined;
  }

  /** Result of `discrete_hit_probability`. */
  export interface DiscreteHitReport {
    /** Measure of the numbers, as in the request. */
    readonly measure: Measure;
    /** Probability of being seen at the level or beyond. */
    readonly probability: number;
    /** Probability of not being seen there, with its own digits where sight is almost certain. */
    readonly survival_probability: number;
    /** Probability of a touch of the moved barrier of Broadie, Glasserman and Kou; absent for dates that are not equally spaced. */
    readonly corrected?: number;
    /** Probability of a touch under continuous watch. */
    readonly continuous: number;
    /** Whether the barrier is within one step's deviation, where the correction is crude; absent without one. */
    readonly near_barrier?: boolean;
    /** Derivatives of the probability; absent where it is certain, and where a drift of thousands of deviations outweighs chance. */
    readonly greeks?: HitGreeks;
  }

  /**
   * Moment of a payment on a touch, or on none.
   * - `at_hit`: At the moment of the touch.
   * - `at_expiry`: At expiry, if the level was touched.
   * - `no_touch`: At expiry, if it was not.
   */
  export type TouchPayment =
    | "at_hit"
    | "at_expiry"
    | "no_touch";

  /**
   * Payout of a touch.
   * - `cash`: So much quote currency.
   * - `asset`: One unit of the asset.
   */
  export type Payout =
    | { readonly cash: number }
    | "asset";

  /** Derivatives of a price by its inputs. */
  export interface PriceGreeks {
    /** Delta: change of the price per unit of spot. */
    readonly delta: number;
    /** Gamma: change of delta per unit of spot. */
    readonly gamma: number;
    /** Vega: change of the price per 1.00 of volatility (between jumps, where the model has them). */
    readonly vega: number;
    /** Theta: change of the price per year of calendar time; negative where value decays. */
    readonly theta: number;
    /** Rho: change of the price per 1.00 of the riskless rate. */
    readonly rho: number;
    /** Yield rho: change of the price per 1.00 of the yield. */
    readonly yield_rho: number;
    /** Vanna: change of delta per 1.00 of volatility. */
    readonly vanna: number;
    /** Volga: change of vega per 1.00 of volatility. */
    readonly volga: number;
    /** Charm: change of delta per year of calendar time. */
    readonly charm: number;
  }

  /** Result of `touch`. */
  export interface TouchReport {
    /** Measure of the numbers: always the risk-neutral one. */
    readonly measure: Measure;
    /** Value in quote currency. */
    readonly price: number;
    /** Probability of a touch by expiry. */
    readonly probability: number;
    /** Probability of no touch by expiry, in full relative precision. */
    readonly survival_probability: number;
    /** Derivatives of the value; absent where it has a corner or the moment of the touch is certain. */
    readonly greeks?: PriceGreeks;
  }

  /**
   * Payout of a digital whose price ends beyond the strike.
   * - `cash`: So much quote currency.
   * - `asset`: One unit of the asset.
   * - `gap`: Asset less the payment strike, in quote currency: for a call; the reverse for a put. It may be negative.
   */
  export type DigitalPayout =
    | { readonly cash: number }
    | "asset"
    | { readonly gap: number };

  /** Result of `digital`. */
  export interface DigitalReport {
    /** Measure of the numbers: always the risk-neutral one. */
    readonly measure: Measure;
    /** Value in quote currency; that of a gap may be negative. */
    readonly price: number;
    /** Probability of the payment. */
    readonly probability: number;
    /** Derivatives of the value; absent where it jumps. */
    readonly greeks?: PriceGreeks;
  }

  /**
   * Effect of a touch on a barrier option.
   * - `in`: Knock-in: the touch begins the option.
   * - `out`: Knock-out: the touch ends the option.
   */
  export type Knock =
    | "in"
    | "out";

  /** Result of `digital_barrier`. */
  export interface DigitalBarrierReport {
    /** Measure of the numbers: always the risk-neutral one. */
    readonly measure: Measure;
    /** Value in quote currency; that of a gap may be negative. */
    readonly price: number;
    /** Probability of the payment. */
    readonly probability: number;
    /** Probability of a touch by expiry. */
    readonly touch_probability: number;
    /** Probability of no touch by expiry, in full relative precision. */
    readonly survival_probability: number;
    /** Derivatives of the value; absent where it jumps. */
    readonly greeks?: PriceGreeks;
  }

  /** Result of `double_barrier`. */
  export interface DoubleBarrierReport {
    /** Measure of the numbers: always the risk-neutral one. */
    readonly measure: Measure;
    /** Value in quote currency, rebate included. */
    readonly price: number;
    /** Part of the value that is the rebate, in quote currency. */
    readonly rebate_value: number;
    /** Price of the same option without barriers, in quote currency. */
    readonly vanilla_price: number;
    /** Probability of a touch of either barrier by expiry, in full relative precision. */
    readonly touch_probability: number;
    /** Probability of a touch of neither by expiry, in full relative precision. */
    readonly survival_probability: number;
    /** Derivatives of the value, rebate included; absent where it has a corner or its rebate's moment is certain. */
    readonly greeks?: PriceGreeks;
  }

  /**
   * Level on whose touch a payment hangs.
   * - `either`: Either of the two.
   * - `lower_first`: The lower one, before the upper one.
   * - `upper_first`: The upper one, before the lower one.
   */
  export type TouchedLevel =
    | "either"
    | "lower_first"
    | "upper_first";

  /** Result of `double_touch`. */
  export interface DoubleTouchReport {
    /** Measure of the numbers: always the risk-neutral one. */
    readonly measure: Measure;
    /** Value in quote currency. */
    readonly price: number;
    /** Probability that neither level is touched by expiry. */
    readonly survival_probability: number;
    /** Probability that the lower level is touched by expiry, and before the upper one. */
    readonly lower_first_probability: number;
    /** Probability that the upper level is touched by expiry, and before the lower one. */
    readonly upper_first_probability: number;
    /** Derivatives of the value; absent where it has a corner or the moment of the touch is certain. */
    readonly greeks?: PriceGreeks;
  }

  /** Result of `barrier`. */
  export interface BarrierReport {
    /** Measure of the numbers: always the risk-neutral one. */
    readonly measure: Measure;
    /** Value in quote currency, rebate included. */
    readonly price: number;
    /** Part of the value that is the rebate, in quote currency. */
    readonly rebate_value: number;
    /** Price of the same option without barrier, in quote currency. */
    readonly vanilla_price: number;
    /** Probability of a touch by expiry. */
    readonly touch_probability: number;
    /** Probability of no touch by expiry, in full relative precision. */
    readonly survival_probability: number;
    /** Derivatives of the value, rebate included; absent where it has a corner or its rebate's moment is certain. */
    readonly greeks?: PriceGreeks;
  }

  /** European option. */
  export interface SmileProductVanilla {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
  }

  /** Option with a barrier, without rebate. */
  export interface SmileProductBarrier {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Effect of a touch: knock-in or knock-out. */
    readonly knock: Knock;
    /** Side of the price on which the barrier lies. */
    readonly side: BarrierSide;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Price level of the barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly barrier: number;
  }

  /** Option with a barrier on either side, without rebate. */
  export interface SmileProductDoubleBarrier {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Effect of a touch of either barrier: knock-in or knock-out. */
    readonly knock: Knock;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Price level of the lower barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly lower: number;
    /** Price level of the upper barrier, in quote currency; above the lower one. [from 1e-18 to 1e+18] */
    readonly upper: number;
  }

  /** Payment on a touch of a level, or on none. */
  export interface SmileProductTouch {
    /** Price level, in quote currency. [from 1e-18 to 1e+18] */
    readonly barrier: number;
    /** Side of the price on which the level lies. */
    readonly side: BarrierSide;
    /** Moment of the payment; without a touch it is due at expiry. */
    readonly payment: TouchPayment;
    /** Payout in quote currency. [from 0.0 to 1e+18] */
    readonly cash: number;
  }

  /** Payment on a touch of one of two levels, or on none. */
  export interface SmileProductDoubleTouch {
    /** Price of the lower level, in quote currency. [from 1e-18 to 1e+18] */
    readonly lower: number;
    /** Price of the upper level, in quote currency; above the lower one. [from 1e-18 to 1e+18] */
    readonly upper: number;
    /** Moment of the payment; without a touch it is due at expiry. */
    readonly payment: TouchPayment;
    /** Payout in quote currency. [from 0.0 to 1e+18] */
    readonly cash: number;
  }

  /**
   * Product that a smile prices, watched always.
   * - `vanilla`: European option.
   * - `barrier`: Option with a barrier, without rebate.
   * - `double_barrier`: Option with a barrier on either side, without rebate.
   * - `touch`: Payment on a touch of a level, or on none.
   * - `double_touch`: Payment on a touch of one of two levels, or on none.
   */
  export type SmileProduct =
    | { readonly vanilla: SmileProductVanilla }
    | { readonly barrier: SmileProductBarrier }
    | { readonly double_barrier: SmileProductDoubleBarrier }
    | { readonly touch: SmileProductTouch }
    | { readonly double_touch: SmileProductDoubleTouch };

  /** Result of `vanna_volga`. */
  export interface VannaVolgaReport {
    /** Measure of the numbers: always the risk-neutral one. */
    readonly measure: Measure;
    /** Value in quote currency under the smile: the three terms that follow, added. */
    readonly price: number;
    /** Value in quote currency at the straddle's volatility alone. */
    readonly flat_price: number;
    /** Correction for the smile, in quote currency. */
    readonly smile_correction: number;
    /** What brings the value back between its bounds, in quote currency; 0 within them. */
    readonly clamp: number;
    /** Share of the hedge's cost that counts: the probability of no touch at the straddle's volatility. */
    readonly survival_probability: number;
    /** Price of the same option without barrier under the smile, in quote currency; absent for a touch. */
    readonly vanilla_price?: number;
    /** Exercise price of the put with a forward delta of -0.25, in quote currency. */
    readonly put_25_strike: number;
    /** Exercise price of the straddle whose forward delta is 0, in quote currency. */
    readonly atm_strike: number;
    /** Exercise price of the call with a forward delta of 0.25, in quote currency. */
    readonly call_25_strike: number;
  }

  /** Derivatives of the price of an option that is watched on dates. */
  export interface WatchGreeks {
    /** Delta: change of the price per unit of spot. */
    readonly delta: number;
    /** Gamma: change of delta per unit of spot. */
    readonly gamma: number;
    /** Vega: change of the price per 1.00 of volatility. */
    readonly vega: number;
    /** Theta: change of the price per year of calendar time, while the dates stay where they are. */
    readonly theta: number;
    /** Rho: change of the price per 1.00 of the riskless rate. */
    readonly rho: number;
    /** Yield rho: change of the price per 1.00 of the yield. */
    readonly yield_rho: number;
  }

  /** Result of `discrete_barrier`. */
  export interface DiscreteBarrierReport {
    /** Measure of the numbers: always the risk-neutral one. */
    readonly measure: Measure;
    /** Value in quote currency, rebate included. */
    readonly price: number;
    /** Part of the value that is the rebate, in quote currency. */
    readonly rebate_value: number;
    /** Value in quote currency with the moved barrier of Broadie, Glasserman and Kou; absent for dates that are not equally spaced. */
    readonly corrected?: number;
    /** Value in quote currency under continuous watch. */
    readonly continuous: number;
    /** Whether the barrier is within one step's deviation, where the correction is crude; absent without one. */
    readonly near_barrier?: boolean;
    /** Derivatives of the value, rebate included; absent where it has a corner. */
    readonly greeks?: WatchGreeks;
  }

  /** Result of `merton` and `kou`. */
  export interface JumpOptionReport {
    /** Measure of the numbers: always the risk-neutral one. */
    readonly measure: Measure;
    /** Price in quote currency. */
    readonly price: number;
    /** Standard deviation of the logarithm per square root of a year, jumps included. */
    readonly total_volatility: number;
    /** Derivatives of the price; absent where it has a corner. */
    readonly greeks?: PriceGreeks;
  }

  /** Jumps with exponential tails in the logarithm. */
  export interface KouJumps {
    /** Expected number of jumps per year. [1/year, from 0.0 to 10000.0] */
    readonly jumps_per_year: number;
    /** Fraction of the jumps that go up. [from 0.0 to 1.0] */
    readonly up_probability: number;
    /** Rate of the jumps up per unit of the logarithm, the inverse of their mean; above 1, or the mean price would be infinite. [from 0.001 to 1000000.0] */
    readonly up_rate: number;
    /** Rate of the jumps down per unit of the logarithm, the inverse of their mean. [from 0.001 to 1000000.0] */
    readonly down_rate: number;
  }

  /** Result of `kou_passage`. */
  export interface KouPassageReport {
    /** Measure of the numbers, as in the request. */
    readonly measure: Measure;
    /** Probability that the price reaches the level within the horizon. */
    readonly probability: number;
    /** Probability that the price does not reach the level within the horizon, with its own digits where a passage is almost certain. */
    readonly survival_probability: number;
    /** Probability that the price reaches the level by a leap over it. */
    readonly leap_probability: number;
    /** Probability that the price lands more than `overshoot` beyond the level. */
    readonly beyond_probability: number;
    /** Mean of the logarithm by which a leap overshoots: the inverse of its rate. */
    readonly mean_log_overshoot: number;
    /** Derivatives of the probability; absent where it is certain or they are not resolved. */
    readonly greeks?: HitGreeks;
  }

  /** Result of `drawdown`. */
  export interface DrawdownReport {
    /** Measure of the numbers, as in the request. */
    readonly measure: Measure;
    /** Probability of the fall within the horizon. */
    readonly probability: number;
    /** Probability of no such fall within the horizon, with its own digits where a fall is almost certain. */
    readonly survival_probability: number;
    /** Expected time until the fall, in years; absent where it exceeds what an `f64` holds. */
    readonly expected_years?: number;
    /** Expected greatest fall of the logarithm from its maximum within the horizon, to 1e-5 of it. */
    readonly expected_maximum_log_drawdown: number;
  }

  /** Result of `default_leg`. */
  export interface DefaultLegReport {
    /** Measure of the numbers, as in the request. */
    readonly measure: Measure;
    /** Present value of the loss, in the currency of the notional. */
    readonly value: number;
    /** Probability of a default within the horizon. */
    readonly default_probability: number;
  }

  /** Figures of one expiry of a chain; absent where the chain does not determine them. */
  export interface ExpirySummary {
    /** Instant of the expiry, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly expiry_ms: number;
    /** Time to expiry from the first quote, in years of 365 days. */
    readonly years: number;
    /** Number of options of the expiry. [from 0] */
    readonly options: number;
    /** Forward price that was used, in quote currency: the implied one, else the venue's. */
    readonly forward: number;
    /** Forward price by put-call parity, in quote currency; absent where no strike has premiums of both call and put. */
    readonly implied_forward?: number;
    /** Implied volatility at the forward, per square root of a year. */
    readonly at_the_money?: number;
    /** Implied volatility of the call of 25 delta, per square root of a year. */
    readonly call_25_delta?: number;
    /** Implied volatility of the put of 25 delta, per square root of a year. */
    readonly put_25_delta?: number;
    /** Risk reversal: call less put volatility at 25 delta. */
    readonly risk_reversal_25?: number;
    /** Butterfly: mean of call and put volatility at 25 delta, less the volatility at the money. */
    readonly butterfly_25?: number;
    /** Max pain: strike at which the options together would pay out least, in quote currency. */
    readonly max_pain?: number;
    /** Gamma exposure: gamma of calls less that of puts, in quote currency per 1 % move. */
    readonly gamma_exposure?: number;
    /** Strikes of the smile, in quote currency, ascending. */
    readonly smile_strikes: readonly (number)[];
    /** Implied volatilities at the strikes of the smile, per square root of a year. */
    readonly smile_volatilities: readonly (number)[];
    /** Forward deltas of the calls at the strikes of the smile. */
    readonly smile_deltas: readonly (number)[];
  }

  /** Result of `option_chain`. */
  export interface OptionChainReport {
    /** Measure of the numbers: always the risk-neutral one, as they come from prices. */
    readonly measure: Measure;
    /** Expiries of the chain, soonest first: the term structure. */
    readonly expiries: readonly (ExpirySummary)[];
    /** Figures that are hard to believe or were not used, with their places; empty as a rule. */
    readonly suspicious: readonly (SuspiciousFigure)[];
  }

  /** Result of `forward_curve`: a number of each list for each time that is asked about. */
  export interface ForwardCurveReport {
    /** Measure of the numbers: always the risk-neutral one. */
    readonly measure: Measure;
    /** Times, as in the request, in years from now. */
    readonly years: readonly (number)[];
    /** Forward prices, in quote currency. */
    readonly forward_prices: readonly (number)[];
    /** Worths today of one unit of quote currency at these times. */
    readonly discount_factors: readonly (number)[];
    /** Riskless rates per year from now until these times, continuously compounded; of now, the rate that begins. */
    readonly rates_per_year: readonly (number)[];
    /** Yields of holding the asset per year from now until these times, continuously compounded: rate less carry; of now, the yield that begins. */
    readonly yields_per_year: readonly (number)[];
    /** Riskless rates per year that hold from each of these times on. */
    readonly forward_rates_per_year: readonly (number)[];
    /** Carries per year that hold from each of these times on: growth of the forward price. */
    readonly forward_carries_per_year: readonly (number)[];
    /** Whether a time lies beyond the last quoted forward or rate, whose rate goes on there. */
    readonly extrapolated: readonly (boolean)[];
  }

  /** Result of `svi_smile`. */
  export interface SviReport {
    /** Measure of the numbers: always the risk-neutral one, as they come from prices. */
    readonly measure: Measure;
    /** Level `a` of the total variance. */
    readonly level: number;
    /** Angle `b` between the wings, in total variance per unit of log-moneyness. */
    readonly angle: number;
    /** Tilt `rho`: -1 to 1. */
    readonly tilt: number;
    /** Log-moneyness `m` of the center. */
    readonly center: number;
    /** Width `s` of the bend, in log-moneyness. */
    readonly width: number;
    /** Fitted volatilities at the strikes, per square root of a year. */
    readonly volatilities: readonly (number)[];
    /** Root of the mean squared error of the fitted volatilities. */
    readonly root_mean_squared_error: number;
    /** Least density in units of the lognormal one, `g`, between a unit of log-moneyness below the first strike and one above the last. */
    readonly least_density: number;
    /** Strike of the least density, in quote currency. */
    readonly least_density_strike: number;
    /** Whether the density is nowhere negative there: no butterfly costs less than nothing. */
    readonly butterflies_hold: boolean;
  }

  /** Result of `realized_volatility`: volatilities per square root of a year of 365 days. */
  export interface RealizedVolatilityReport {
    /** Measure of the numbers: always that of the real world, as they are frequencies. */
    readonly measure: Measure;
    /** Number of bars. [from 0] */
    readonly bars: number;
    /** Close-to-close volatility, per square root of a year. */
    readonly close_to_close: number;
    /** Large-sample standard error of `close_to_close` for normal returns: over the root of twice the number of returns. */
    readonly close_to_close_error: number;
    /** Exponentially weighted volatility of the closes, per square root of a year: recent ones weigh more. */
    readonly ewma: number;
    /** Parkinson's volatility from high and low, per square root of a year. */
    readonly parkinson: number;
    /** Garman and Klass' volatility from open, high, low and close, per square root of a year. */
    readonly garman_klass: number;
    /** Rogers and Satchell's volatility, right whatever the drift, per square root of a year. */
    readonly rogers_satchell: number;
    /** Yang and Zhang's volatility, opening jumps included, per square root of a year. */
    readonly yang_zhang: number;
    /** Realized variance of the closes over the whole series: the sum of the squared returns. */
    readonly realized_variance: number;
    /** Bipower variation of the closes over the whole series, which jumps do not move: `pi/2 sum of |r_i| |r_(i-1)|`. */
    readonly bipower_variation: number;
    /** Bipower volatility, per square root of a year: of `bipower_variation` over the pairs of neighbouring returns. */
    readonly bipower: number;
    /** Truncated volatility, per square root of a year: of the returns within three bipower deviations. */
    readonly truncated: number;
    /** Number of returns beyond three bipower deviations. [from 0] */
    readonly truncated_returns: number;
    /** Part of the realized variance that jumps made: `1 - bipower_variation / realized_variance`, at least 0. Absent where nothing moved. */
    readonly jump_share?: number;
    /**
     * Jump test: standard normal where there are no jumps, large where there are. Absent for fewer than three returns, and where nothing
     * moved.
     */
    readonly jump_statistic?: number;
    /** Probability of at least such a statistic without jumps. Absent with the statistic. */
    readonly jump_p_value?: number;
  }

  /** An estimate with its standard error. */
  export interface Estimated {
    /** Estimate, in the unit of the field that holds it. */
    readonly value: number;
    /** Standard error of the estimate; absent where the likelihood is flat or the estimate at the edge of its range. */
    readonly standard_error?: number;
  }

  /** Result of `fit_jumps`. */
  export interface FitJumpsReport {
    /** Measure of the numbers: always that of the real world, as they are frequencies. */
    readonly measure: Measure;
    /** Number of returns. [from 0] */
    readonly observations: number;
    /** Drift of the logarithm between jumps, per year. */
    readonly log_drift_per_year: Estimated;
    /** Volatility between jumps, per square root of a year. */
    readonly volatility: Estimated;
    /** Expected number of jumps per year. */
    readonly jumps_per_year: Estimated;
    /** Mean of the logarithm of a jump. */
    readonly mean_log_jump: Estimated;
    /** Standard deviation of the logarithm of a jump. */
    readonly log_jump_deviation: Estimated;
    /** Logarithm of the likelihood at the estimate. */
    readonly log_likelihood: number;
    /**
     * Logarithm of the likelihood without jumps. Twice the difference is large where jumps are real: 7.8 is the 95 % point of chi-squared with the three
     * parameters of the jumps (a guide only: without jumps they are not identified).
     */
    readonly log_likelihood_without_jumps: number;
  }

  /** Jumps that are normal in the logarithm. */
  export interface MertonJumps {
    /** Expected number of jumps per year. [1/year, from 0.0 to 10000.0] */
    readonly jumps_per_year: number;
    /** Mean of the logarithm of a jump. [from -10.0 to 10.0] */
    readonly mean_log_jump: number;
    /** Standard deviation of the logarithm of a jump. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly log_jump_deviation: number;
  }

  /**
   * Jumps of a simulated price.
   * - `none`: Without jumps: geometric Brownian motion.
   * - `merton`: Normal in the logarithm (Merton 1976).
   * - `kou`: Exponential in the logarithm, up and down (Kou 2002).
   */
  export type JumpModel =
    | "none"
    | { readonly merton: MertonJumps }
    | { readonly kou: KouJumps };

  /** Result of `SimulatePassage`. */
  export interface SimulatePassageReport {
    /** Measure of the numbers, as in the request. */
    readonly measure: Measure;
    /** Number of antithetic pairs of paths. [from 0] */
    readonly pairs: number;
    /** Probability of a touch, adjusted by the control variate. */
    readonly probability: number;
    /** Probability of no touch, counted by the paths that survive and adjusted by the control variate. */
    readonly survival_probability: number;
    /** Standard error of the probability and of its complement, over pair means. */
    readonly standard_error: number;
    /** Probability of a touch without the control variate. */
    readonly plain_probability: number;
    /** Standard error of the plain probability, over pair means. */
    readonly plain_standard_error: number;
    /** Touch probability of the control, in closed form. */
    readonly control_probability: number;
    /** Simulated touch probability of the control: within a few of its errors of the closed form, or the simulation is wrong. */
    readonly control_simulated: number;
    /** Standard error of the simulated control. */
    readonly control_standard_error: number;
    /** Weight of the control in the adjustment, estimated from the same pairs. */
    readonly control_weight: number;
    /** Mean number of jumps per path. */
    readonly mean_jumps: number;
    /** Probability of a touch by each of the dates, without the control variate; empty without `dates`. */
    readonly plain_probability_by_date: readonly (number)[];
    /** Standard errors of the probabilities by date, over pair means. */
    readonly plain_standard_error_by_date: readonly (number)[];
  }

  /** Inputs of `margin_account`. */
  export interface MarginAccountRequest {
    /** Venue whose rules apply. */
    readonly venue: Venue;
    /** Currency in which the account is counted: that of its linear contracts, or the coin of its inverse ones. */
    readonly currency: string;
    /** Contracts that the account holds positions in. */
    readonly contracts: readonly (AccountContract)[];
    /** Positions of the account; no two on the same side of one contract. */
    readonly positions: readonly (AccountPosition)[];
    /** Collateral of the account, currency by currency. */
    readonly collateral: readonly (AccountCollateral)[];
    /** Margin ratio at which the owner is warned: above 0, at most 1. Absent: no margin call. [from 0.0 to 1.0] */
    readonly call_ratio?: number | undefined;
  }

  /** Inputs of `liquidation`. */
  export interface LiquidationRequest {
    /** Venue whose rules apply. */
    readonly venue: Venue;
    /** Kind of the contract: linear or inverse. */
    readonly contract: ContractKind;
    /** Side of the position: long or short. */
    readonly side: Side;
    /** Size of the position: units of base (linear) or contracts of one quote unit (inverse). [from 1e-18 to 1e+18] */
    readonly quantity: number;
    /** Average entry price, in quote currency. [from 1e-18 to 1e+18] */
    readonly entry_price: number;
    /** Margin behind the position. */
    readonly margin_mode: MarginMode;
    /** Maintenance margin by size. */
    readonly maintenance: MaintenanceSchedule;
    /**
     * Fee for closing, as a fraction of the notional; with the greatest maintenance rate below 1. It counts where the venue's rules count
     * it, and in the bankruptcy price. [from 0.0 to 1.0; 0.0 where absent]
     */
    readonly close_fee_rate?: number | undefined;
    /** Funding paid so far, net, in margin currency: it has eroded the margin. Negative where it was received. [from -1000000000000000.0 to 1000000000000000.0; 0.0 where absent] */
    readonly funding_paid?: number | undefined;
    /** Mark price now, in quote currency, for the margin ratio and the distances. Absent: the position at the mark is not reported. [from 1e-18 to 1e+18] */
    readonly mark_price?: number | undefined;
    /** Margin ratio at which the owner is warned: above 0, at most 1. Absent: no margin call. [from 0.0 to 1.0] */
    readonly call_ratio?: number | undefined;
    /** Volatility per square root of a year, for the distance in standard deviations: with `years` and `mark_price`, or not at all. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility?: number | undefined;
    /** Horizon in years of 365 days, for the distance in standard deviations: with `volatility` and `mark_price`, or not at all. [years, 0, or from 1e-12 to 30.0] */
    readonly years?: number | undefined;
  }

  /** Parameters of `liquidation_batch`, shared by all rows. */
  export interface LiquidationBatchParams {
    /** Venue whose rules apply. */
    readonly venue: Venue;
    /** Kind of the contracts: linear or inverse. */
    readonly contract: ContractKind;
    /** Maintenance margin by size. */
    readonly maintenance: MaintenanceSchedule;
    /** Fee for closing, as a fraction of the notional; with the greatest maintenance rate below 1. [from 0.0 to 1.0; 0.0 where absent] */
    readonly close_fee_rate?: number | undefined;
    /** Treatment of rows that cannot be used. ["refuse" where absent] */
    readonly on_bad_row?: units.OnBadRow | undefined;
  }

  /** Columns that `derivatives.liquidation_batch` takes. */
  export interface LiquidationBatchInput extends Columns {
    /** Side of the position: long or short. */
    readonly side: readonly Side[] | Words<Side> | Side;
    /** Size of the position: units of base (linear) or contracts of one quote unit (inverse). [from 1e-18 to 1e+18] */
    readonly quantity: Float64Array | readonly number[] | number;
    /** Average entry price, in quote currency. [from 1e-18 to 1e+18] */
    readonly entry_price: Float64Array | readonly number[] | number;
    /** Margin of the position less the funding paid so far, in margin currency. [from 0.0 to 1e+18] */
    readonly margin: Float64Array | readonly number[] | number;
  }

  /** Columns that `derivatives.liquidation_batch` answers. */
  export interface LiquidationBatchColumns extends Columns {
    /** Liquidation price, in quote currency; NaN with status `never` or `every`. */
    readonly liquidation_price: Float64Array;
    /** Bankruptcy price, in quote currency: equity pays the closing fee and nothing else. NaN where it never does. */
    readonly bankruptcy_price: Float64Array;
    /** State of the row: `ok`, `never`, `every` or `refused`. */
    readonly status: Words<units.RowStatus>;
  }

  /** European option on a lognormal price. */
  export interface EuropeanOption {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
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

  /** Parameters of `vanilla_batch`, shared by all rows. */
  export interface VanillaBatchParams {
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Treatment of rows that cannot be used. ["refuse" where absent] */
    readonly on_bad_row?: units.OnBadRow | undefined;
  }

  /** Columns that `derivatives.vanilla_batch` takes. */
  export interface VanillaBatchInput extends Columns {
    /** Kind of the option: call or put. */
    readonly kind: readonly market.OptionKind[] | Words<market.OptionKind> | market.OptionKind;
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: Float64Array | readonly number[] | number;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: Float64Array | readonly number[] | number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: Float64Array | readonly number[] | number;
    /** Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: Float64Array | readonly number[] | number;
  }

  /** Columns that `derivatives.vanilla_batch` answers. */
  export interface VanillaBatchColumns extends Columns {
    /** Price in quote currency. */
    readonly price: Float64Array;
    /** Delta: change of the price per unit of spot; NaN with status `undefined` where the price has a corner. */
    readonly delta: Float64Array;
    /** Gamma: change of delta per unit of spot; NaN as delta. */
    readonly gamma: Float64Array;
    /** Vega: change of the price per 1.00 of volatility; NaN as delta. */
    readonly vega: Float64Array;
    /** Theta: change of the price per year of calendar time; NaN as delta. */
    readonly theta: Float64Array;
    /** State of the row: `ok`, `undefined` or `refused`. */
    readonly status: Words<units.RowStatus>;
  }

  /** Inputs of `black76`. */
  export interface Black76Request {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Forward price of the asset for the expiry, in quote currency. [from 1e-18 to 1e+18] */
    readonly forward: number;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
  }

  /** Inputs of `implied_volatility`. */
  export interface ImpliedVolatilityRequest {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Price of the option, in quote currency. [from 0.0 to 1e+18] */
    readonly price: number;
    /** Forward price of the asset for the expiry, in quote currency. [from 1e-18 to 1e+18] */
    readonly forward: number;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded: the price is taken as paid today. 0 for an undiscounted price. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
  }

  /** Parameters of `implied_volatility_batch`, shared by all rows. */
  export interface ImpliedVolatilityBatchParams {
    /** Riskless rate per year, continuously compounded; 0 for undiscounted prices. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /**
     * Treatment of rows that cannot be used. A price that implies no volatility is such a row under `refuse`, and `undefined` under
     * `report`. ["refuse" where absent]
     */
    readonly on_bad_row?: units.OnBadRow | undefined;
  }

  /** Columns that `derivatives.implied_volatility_batch` takes. */
  export interface ImpliedVolatilityBatchInput extends Columns {
    /** Kind of the option: call or put. */
    readonly kind: readonly market.OptionKind[] | Words<market.OptionKind> | market.OptionKind;
    /** Price of the option, in quote currency. [from 0.0 to 1e+18] */
    readonly price: Float64Array | readonly number[] | number;
    /** Forward price of the asset for the expiry, in quote currency. [from 1e-18 to 1e+18] */
    readonly forward: Float64Array | readonly number[] | number;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: Float64Array | readonly number[] | number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: Float64Array | readonly number[] | number;
  }

  /** Columns that `derivatives.implied_volatility_batch` answers. */
  export interface ImpliedVolatilityBatchColumns extends Columns {
    /** Volatility per square root of a year; NaN where the status is not `ok`. */
    readonly implied_volatility: Float64Array;
    /** State of the row: `ok`, `undefined` (no volatility gives this price) or `refused`. */
    readonly status: Words<units.RowStatus>;
  }

  /** Inputs of `hit_probability`. */
  export interface HitProbabilityRequest {
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Price level of the barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly barrier: number;
    /**
     * Side of the price on which the barrier lies. Under continuous watch a spot at the barrier or beyond has touched it; watched on
     * dates, it is seen there only if it still is on the first of them.
     */
    readonly side: BarrierSide;
    /** Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. Riskless rate less yield under Q, the caller's belief under P. [1/year, from -10.0 to 10.0] */
    readonly drift_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Measure that the drift is of. */
    readonly measure: Measure;
  }

  /** Parameters of `hit_probability_batch`, shared by all rows. */
  export interface HitProbabilityBatchParams {
    /** Side of the price on which the barriers lie. A spot at its barrier or beyond has touched it. */
    readonly side: BarrierSide;
    /** Drift of the price per year: `E[S_T] = S e^(drift T)`. [1/year, from -10.0 to 10.0] */
    readonly drift_per_year: number;
    /** Treatment of rows that cannot be used. ["refuse" where absent] */
    readonly on_bad_row?: units.OnBadRow | undefined;
  }

  /** Columns that `derivatives.hit_probability_batch` takes. */
  export interface HitProbabilityBatchInput extends Columns {
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: Float64Array | readonly number[] | number;
    /** Price level of the barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly barrier: Float64Array | readonly number[] | number;
    /** Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: Float64Array | readonly number[] | number;
    /** Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: Float64Array | readonly number[] | number;
  }

  /** Columns that `derivatives.hit_probability_batch` answers. */
  export interface HitProbabilityBatchColumns extends Columns {
    /** Probability of a touch within the horizon. */
    readonly probability: Float64Array;
    /** State of the row: `ok` or `refused`. */
    readonly status: Words<units.RowStatus>;
  }

  /** Inputs of `discrete_hit_probability`. */
  export interface DiscreteHitRequest {
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Price level of the barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly barrier: number;
    /**
     * Side of the price on which the barrier lies. Under continuous watch a spot at the barrier or beyond has touched it; watched on
     * dates, it is seen there only if it still is on the first of them.
     */
    readonly side: BarrierSide;
    /** Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. Riskless rate less yield under Q, the caller's belief under P. [1/year, from -10.0 to 10.0] */
    readonly drift_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /**
     * Number of dates on which the price is looked at, equally spaced, the last at the end of the horizon and none today: 1 to 100000. Absent:
     * `times_years` or `calendar` says when. [from 0]
     */
    readonly dates?: number | undefined;
    /** Measure that the drift is of. */
    readonly measure: Measure;
    /** Times of the dates in years from now, rising, at most 2000; 0 is a look today. Absent: `dates` or `calendar` says when. */
    readonly times_years?: Float64Array | readonly (number)[] | undefined;
    /** Dates by a rule of the calendar, at most 2000. Absent: `dates` or `times_years` says when. */
    readonly calendar?: WatchCalendar | undefined;
  }

  /** Inputs of `touch`. */
  export interface TouchRequest {
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Price level of the barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly barrier: number;
    /** Side of the price on which the barrier lies. A spot at the barrier or beyond has touched it. */
    readonly side: BarrierSide;
    /** Moment of the payment. */
    readonly payment: TouchPayment;
    /** Payout in quote currency or in the asset. */
    readonly payout: Payout;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Beginning of the watch, in years from now: a price that is beyond the barrier then has touched it. Absent: now. [years, 0, or from 1e-12 to 30.0] */
    readonly watch_from_years?: number | undefined;
    /** End of the watch, in years from now. Absent: at expiry. [years, 0, or from 1e-12 to 30.0] */
    readonly watch_until_years?: number | undefined;
  }

  /** Inputs of `digital`. */
  export interface DigitalRequest {
    /** Kind of the digital: a call pays above the strike, a put below. */
    readonly kind: market.OptionKind;
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Price that decides at expiry, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Payout where the price ends beyond the strike. */
    readonly payout: DigitalPayout;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
  }

  /** Inputs of `digital_barrier`. */
  export interface DigitalBarrierRequest {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Effect of a touch: knock-in or knock-out. */
    readonly knock: Knock;
    /** Side of the price on which the barrier lies. */
    readonly side: BarrierSide;
    /** Price of the asset now, in quote currency. At the barrier or beyond it has touched it. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Price that decides at expiry, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Price level of the barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly barrier: number;
    /** Payout where the price ends beyond the strike. */
    readonly payout: DigitalPayout;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
  }

  /** Inputs of `double_barrier`. */
  export interface DoubleBarrierRequest {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Effect of a touch of either barrier: knock-in or knock-out. */
    readonly knock: Knock;
    /** Price of the asset now, in quote currency. At a barrier or beyond it has touched it. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Price level of the lower barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly lower: number;
    /**
     * Price level of the upper barrier, in quote currency; above the lower one, by at least a 4000th of the
     * logarithm's deviation over the horizon. [from 1e-18 to 1e+18]
     */
    readonly upper: number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Rebate in quote currency: paid at the touch that ends a knock-out, or at expiry for a knock-in that never began. [from 0.0 to 1e+18; 0.0 where absent] */
    readonly rebate?: number | undefined;
  }

  /** Parameters of `double_barrier_batch`, shared by all rows. */
  export interface DoubleBarrierBatchParams {
    /** Kind of the options: calls or puts. */
    readonly kind: market.OptionKind;
    /** Effect of a touch of either barrier: knock-in or knock-out. */
    readonly knock: Knock;
    /** Rebate in quote currency: paid at the touch that ends a knock-out, or at expiry for a knock-in that never began. [from 0.0 to 1e+18] */
    readonly rebate: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Treatment of rows that cannot be used. ["refuse" where absent] */
    readonly on_bad_row?: units.OnBadRow | undefined;
  }

  /** Columns that `derivatives.double_barrier_batch` takes. */
  export interface DoubleBarrierBatchInput extends Columns {
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: Float64Array | readonly number[] | number;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: Float64Array | readonly number[] | number;
    /** Price level of the lower barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly lower: Float64Array | readonly number[] | number;
    /**
     * Price level of the upper barrier, in quote currency; above the lower one, by at least a 4000th of the
     * logarithm's deviation over the horizon. [from 1e-18 to 1e+18]
     */
    readonly upper: Float64Array | readonly number[] | number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: Float64Array | readonly number[] | number;
    /** Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: Float64Array | readonly number[] | number;
  }

  /** Columns that `derivatives.double_barrier_batch` answers. */
  export interface DoubleBarrierBatchColumns extends Columns {
    /** Value in quote currency, rebate included. */
    readonly price: Float64Array;
    /** State of the row: `ok` or `refused`. */
    readonly status: Words<units.RowStatus>;
  }

  /** Inputs of `double_touch`. */
  export interface DoubleTouchRequest {
    /** Price of the asset now, in quote currency. At a level or beyond it has touched it. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Price of the lower level, in quote currency. [from 1e-18 to 1e+18] */
    readonly lower: number;
    /**
     * Price of the upper level, in quote currency; above the lower one, by at least a 4000th of the
     * logarithm's deviation over the horizon. [from 1e-18 to 1e+18]
     */
    readonly upper: number;
    /** Moment of the payment; without a touch it is due at expiry. */
    readonly payment: TouchPayment;
    /** Payout in quote currency. [from 0.0 to 1e+18] */
    readonly cash: number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Level on whose touch the payment hangs; without a touch it is that of either which loses it. ["either" where absent] */
    readonly level?: TouchedLevel | undefined;
  }

  /** Inputs of `barrier`. */
  export interface BarrierRequest {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Effect of a touch: knock-in or knock-out. */
    readonly knock: Knock;
    /** Side of the price on which the barrier lies. */
    readonly side: BarrierSide;
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Price level of the barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly barrier: number;
    /** Rebate in quote currency: paid at the touch that ends a knock-out, or at expiry for a knock-in that never began. [from 0.0 to 1e+18] */
    readonly rebate: number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Beginning of the watch, in years from now: a price that is beyond the barrier then has touched it. Absent: now. [years, 0, or from 1e-12 to 30.0] */
    readonly watch_from_years?: number | undefined;
    /** End of the watch, in years from now. Absent: at expiry. [years, 0, or from 1e-12 to 30.0] */
    readonly watch_until_years?: number | undefined;
  }

  /** Parameters of `barrier_batch`, shared by all rows. */
  export interface BarrierBatchParams {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Effect of a touch: knock-in or knock-out. */
    readonly knock: Knock;
    /** Side of the price on which the barrier lies. */
    readonly side: BarrierSide;
    /** Rebate in quote currency: paid at the touch that ends a knock-out, or at expiry for a knock-in that never began. [from 0.0 to 1e+18] */
    readonly rebate: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Treatment of rows that cannot be used. ["refuse" where absent] */
    readonly on_bad_row?: units.OnBadRow | undefined;
  }

  /** Columns that `derivatives.barrier_batch` takes. */
  export interface BarrierBatchInput extends Columns {
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: Float64Array | readonly number[] | number;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: Float64Array | readonly number[] | number;
    /** Price level of the barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly barrier: Float64Array | readonly number[] | number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: Float64Array | readonly number[] | number;
    /** Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: Float64Array | readonly number[] | number;
  }

  /** Columns that `derivatives.barrier_batch` answers. */
  export interface BarrierBatchColumns extends Columns {
    /** Value in quote currency, rebate included. */
    readonly price: Float64Array;
    /** Probability of a touch by expiry. */
    readonly touch_probability: Float64Array;
    /** State of the row: `ok` or `refused`. */
    readonly status: Words<units.RowStatus>;
  }

  /** Inputs of `vanna_volga`. */
  export interface VannaVolgaRequest {
    /** Product that is priced. */
    readonly product: SmileProduct;
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Time to expiry, in years of 365 days; above 0. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility of the put with a forward delta of -0.25, per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly put_25_volatility: number;
    /** Volatility of the straddle whose forward delta is 0, per square root of a year; above 0. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly atm_volatility: number;
    /** Volatility of the call with a forward delta of 0.25, per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly call_25_volatility: number;
    /** Volatility that the market asks at the strike of an option, per square root of a year. Absent: what the three volatilities imply. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly strike_volatility?: number | undefined;
  }

  /** Inputs of `discrete_barrier`. */
  export interface DiscreteBarrierRequest {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Effect of a touch: knock-in or knock-out. */
    readonly knock: Knock;
    /** Side of the price on which the barrier lies. */
    readonly side: BarrierSide;
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Price level of the barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly barrier: number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /**
     * Number of dates on which the price is looked at, equally spaced, the last at expiry and none today: 1 to 100000. Absent:
     * `times_years` or `calendar` says when. [from 0]
     */
    readonly dates?: number | undefined;
    /** Rebate in quote currency: paid on the date that ends a knock-out, or at expiry for a knock-in that never began. [from 0.0 to 1e+18; 0.0 where absent] */
    readonly rebate?: number | undefined;
    /** Times of the dates in years from now, rising, at most 2000; 0 is a look today. Absent: `dates` or `calendar` says when. */
    readonly times_years?: Float64Array | readonly (number)[] | undefined;
    /** Dates by a rule of the calendar, at most 2000. Absent: `dates` or `times_years` says when. */
    readonly calendar?: WatchCalendar | undefined;
  }

  /** Inputs of `merton`. */
  export interface MertonRequest {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Expected number of jumps per year. [1/year, from 0.0 to 10000.0] */
    readonly jumps_per_year: number;
    /** Mean of the logarithm of a jump. [from -10.0 to 10.0] */
    readonly mean_log_jump: number;
    /** Standard deviation of the logarithm of a jump. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly log_jump_deviation: number;
  }

  /** Inputs of `kou`. */
  export interface KouRequest {
    /** Kind of the option: call or put. */
    readonly kind: market.OptionKind;
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Exercise price, in quote currency. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Jumps of the price. */
    readonly jumps: KouJumps;
  }

  /** Inputs of `kou_passage`. */
  export interface KouPassageRequest {
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Price level of the barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly barrier: number;
    /**
     * Side of the price on which the barrier lies. Under continuous watch a spot at the barrier or beyond has touched it; watched on
     * dates, it is seen there only if it still is on the first of them.
     */
    readonly side: BarrierSide;
    /** Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. Riskless rate less yield under Q, the caller's belief under P. [1/year, from -10.0 to 10.0] */
    readonly drift_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Jumps of the price. */
    readonly jumps: KouJumps;
    /** Distance beyond the barrier in the logarithm, for `beyond_probability`: 0 to 10. [from -10.0 to 10.0] */
    readonly overshoot: number;
    /** Measure that drift and jumps are of. */
    readonly measure: Measure;
  }

  /** Inputs of `drawdown`. */
  export interface DrawdownRequest {
    /** Fall from the running maximum, as a fraction of it: above 0, below 1. [from 0.0 to 1.0] */
    readonly drawdown: number;
    /** Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Drift of the price per year: `E[S_T] = S e^(drift T)`. [1/year, from -10.0 to 10.0] */
    readonly drift_per_year: number;
    /** Volatility per square root of a year; above 0. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Measure that the drift is of. */
    readonly measure: Measure;
  }

  /** Inputs of `default_leg`. */
  export interface DefaultLegRequest {
    /** Amount that stands with the exchange, in its currency. [from 0.0 to 1e+18] */
    readonly notional: number;
    /** Fraction of the notional that is lost in a default. [from 0.0 to 1.0] */
    readonly loss_given_default: number;
    /** Span in which the amount stands with the exchange, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Hazard rates: defaults per year in each segment of time; the last one goes on. */
    readonly hazards_per_year: Float64Array | readonly (number)[];
    /** Ends of all segments but the last, in years from now: rising, one fewer than the hazards. */
    readonly segment_ends_years: Float64Array | readonly (number)[];
    /** Measure that the hazards are of. */
    readonly measure: Measure;
  }

  /** Inputs of `option_chain`. */
  export interface OptionChainRequest {
    /** Options of the chain, sorted by expiry, strike, call before put. */
    readonly chain: market.OptionChain;
    /**
     * Riskless rate per year, continuously compounded, for put-call parity of premiums in the quote currency; parity of premiums in coin
     * has none. [1/year, from -10.0 to 10.0]
     */
    readonly rate_per_year: number;
  }

  /** Inputs of `forward_curve`. */
  export interface ForwardCurveRequest {
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Expiries of the quoted forwards, in years from now: rising, above 0. */
    readonly forward_times_years: Float64Array | readonly (number)[];
    /** Forward prices for these expiries, of dated futures or of parity, in quote currency. */
    readonly forward_prices: Float64Array | readonly (number)[];
    /** Times of the quoted riskless rates, in years from now: rising, above 0. */
    readonly rate_times_years: Float64Array | readonly (number)[];
    /** Riskless rates per year from now until these times, continuously compounded. */
    readonly rates_per_year: Float64Array | readonly (number)[];
    /** Times that are asked about, in years from now. */
    readonly at_years: Float64Array | readonly (number)[];
  }

  /** Inputs of `svi_smile`. */
  export interface SviRequest {
    /** Forward price of the asset for the expiry, in quote currency. [from 1e-18 to 1e+18] */
    readonly forward: number;
    /** Time to expiry, in years of 365 days; above 0. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Strikes of the smile, in quote currency, rising; at least 5. */
    readonly strikes: Float64Array | readonly (number)[];
    /** Implied volatilities at the strikes, per square root of a year; above 0. */
    readonly volatilities: Float64Array | readonly (number)[];
  }

  /** Inputs of `realized_volatility`. */
  export interface RealizedVolatilityRequest {
    /** First price of each bar in quote currency, oldest first, without gaps; three or more. */
    readonly open: Float64Array | readonly (number)[];
    /** Highest price of each bar, in quote currency. */
    readonly high: Float64Array | readonly (number)[];
    /** Lowest price of each bar, in quote currency. */
    readonly low: Float64Array | readonly (number)[];
    /** Last price of each bar, in quote currency. */
    readonly close: Float64Array | readonly (number)[];
    /** Length of a bar, in years of 365 days; above 0. [years, 0, or from 1e-12 to 30.0] */
    readonly bar_years: number;
    /** Decay of the exponentially weighted estimate per bar: above 0, below 1. [from 0.0 to 1.0; 0.94 where absent] */
    readonly ewma_decay?: number | undefined;
  }

  /** Inputs of `fit_jumps`. */
  export interface FitJumpsRequest {
    /** Returns of the logarithm over equal steps; 30 or more, and hundreds for jumps that are rare. */
    readonly log_returns: Float64Array | readonly (number)[];
    /** Length of a step, in years of 365 days; above 0. [years, 0, or from 1e-12 to 30.0] */
    readonly step_years: number;
  }

  /** Inputs of `SimulatePassage`. */
  export interface SimulatePassageRequest {
    /** Price of the asset now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Price level of the barrier, in quote currency. [from 1e-18 to 1e+18] */
    readonly barrier: number;
    /**
     * Side of the price on which the barrier lies. Under continuous watch a spot at the barrier or beyond has touched it; watched on
     * dates, it is seen there only if it still is on the first of them.
     */
    readonly side: BarrierSide;
    /** Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. Riskless rate less yield under Q, the caller's belief under P. [1/year, from -10.0 to 10.0] */
    readonly drift_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Jumps of the price; at most 500 expected until the horizon. */
    readonly jumps: JumpModel;
    /** Measure that drift and jumps are of. */
    readonly measure: Measure;
    /** Number of antithetic pairs of paths, 2 or more. [from 2 to 4294967295] */
    readonly pairs: number;
    /**
     * Number of equally spaced dates, the last at the horizon, by each of which the probability is reported: 1 to 2000, and at most 2^32 of
     * all pairs together. Paths stop at them too: the probability of the horizon keeps its mean, and its error becomes somewhat greater.
     * Absent: no probabilities by date. [from 0]
     */
    readonly dates?: number | undefined;
    /** Seed of the random numbers, 64 bits. (answered as decimal text) */
    readonly seed: bigint | number | string;
  }

  /** The operations of `derivatives`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /**
     * Where a leveraged position is liquidated, bankrupt and warned, and how it stands at the mark.
     *
     * The maintenance rate is that of the tier at the liquidation price, by the rules of a named venue. `never` where no price
     * liquidates the position.
     *
     * @example
     * ```ts
     * const answer = derivatives.liquidation({
     *  venue: "binance_usdm",
     *  contract: "linear",
     *  side: "long",
     *  quantity: 0.5,
     *  entry_price: 60000,
     *  margin_mode: { isolated: { margin: 3000 } },
     *  maintenance: { flat: { rate: 0.004, deduction: 0 } },
     *  close_fee_rate: 0.0005,
     *  funding_paid: 12.5,
     *  mark_price: 59000,
     *  call_ratio: 0.8,
     *  volatility: 0.65,
     *  years: 0.019178082191780823,
     * });
     * ```
     */
    liquidation(request: LiquidationRequest): LiquidationReport;
    /**
     * Liquidation and bankruptcy prices of many isolated positions at once, each as `derivatives.liquidation` computes it, bit for bit.
     *
     * @example
     * ```ts
     * const columns = derivatives.liquidationBatch({ side: ["long", "short", "long"], quantity: [1, 1, 1], entry_price: [10, 8, 10], margin: [2, 1.6, 10.5] }, {
     *  venue: "okx",
     *  contract: "linear",
     *  maintenance: { flat: { rate: 0.01, deduction: 0 } },
     *  close_fee_rate: 0.0006,
     * });
     * ```
     */
    liquidationBatch(columns: LiquidationBatchInput, params: LiquidationBatchParams): LiquidationBatchColumns;
    /**
     * The state of an account with many positions and several collaterals: its one equity, margin ratio and leverage, and the prices of
     * each contract and of each coin at which it is warned, liquidated or bankrupt.
     *
     * A contract is moved with all others fixed; a coin moves all its contracts and its collateral in proportion. Long and short of one
     * contract are hedge mode. What the named venue does not have is refused.
     *
     * @example
     * ```ts
     * const answer = derivatives.marginAccount({
     *  venue: "binance_usdm",
     *  currency: "USDT",
     *  contracts: [{ instrument: "BTCUSDT", coin: "BTC", contract: "linear", mark_price: 60000, maintenance: { flat: { rate: 0.004, deduction: 0 } } }, { instrument: "ETHUSDT", coin: "ETH", contract: "linear", mark_price: 3000, maintenance: { marginal: { notional_floor: [0, 50000, 600000], maintenance_rate: [0.005, 0.0065, 0.01] } }, close_fee_rate: 0.0005 }],
     *  positions: [{ instrument: "BTCUSDT", side: "long", quantity: 1, entry_price: 60000 }, { instrument: "BTCUSDT", side: "short", quantity: 0.4, entry_price: 62000 }, { instrument: "ETHUSDT", side: "long", quantity: 20, entry_price: 3100 }],
     *  collateral: [{ currency: "USDT", amount: 5000 }, { currency: "BTC", amount: 0.1, price: 60000, haircut: 0.05 }],
     *  call_ratio: 0.8,
     * });
     * ```
     */
    marginAccount(request: MarginAccountRequest): MarginAccountReport;
    /**
     * Price and greeks of a European option by Black, Scholes and Merton (1973), under the risk-neutral measure.
     *
     * @example
     * ```ts
     * const answer = derivatives.vanilla({
     *  kind: "call",
     *  spot: 60000,
     *  strike: 65000,
     *  years: 0.25,
     *  rate_per_year: 0.04,
     *  yield_per_year: 0,
     *  volatility: 0.65,
     * });
     * ```
     */
    vanilla(request: EuropeanOption): VanillaReport;
    /**
     * Price and greeks of many European options at once, each as `derivatives.vanilla` computes it, bit for bit.
     *
     * @example
     * ```ts
     * const columns = derivatives.vanillaBatch({
     *  kind: ["call", "put", "call"],
     *  spot: [60000, 60000, 60000],
     *  strike: [65000, 50000, 60000],
     *  years: [0.25, 0.25, 0],
     *  volatility: [0.65, 0.7, 0.65],
     * }, { rate_per_year: 0.04, yield_per_year: 0 });
     * ```
     */
    vanillaBatch(columns: VanillaBatchInput, params: VanillaBatchParams): VanillaBatchColumns;
    /**
     * Price and greeks of a European option on a forward (Black 1976), under the risk-neutral measure.
     *
     * @example
     * ```ts
     * const answer = derivatives.black76({ kind: "put", forward: 60500, strike: 55000, years: 0.25, rate_per_year: 0.04, volatility: 0.7 });
     * ```
     */
    black76(request: Black76Request): VanillaReport;
    /**
     * The volatility at which Black's formula gives a price, to full precision; refusals below the intrinsic and above the greatest
     * value.
     *
     * @example
     * ```ts
     * const answer = derivatives.impliedVolatility({ kind: "call", price: 7.965567455405797, forward: 100, strike: 100, years: 1, rate_per_year: 0 });
     * ```
     */
    impliedVolatility(request: ImpliedVolatilityRequest): ImpliedVolatilityReport;
    /**
     * Implied volatilities of many options at once, each as `derivatives.implied_volatility` computes it, bit for bit.
     *
     * @example
     * ```ts
     * const columns = derivatives.impliedVolatilityBatch({
     *  kind: ["call", "call", "put"],
     *  price: [7.965567455405797, 0.19247532329705216, 1.2067609475492609],
     *  forward: [100, 100, 100],
     *  strike: [100, 150, 20],
     *  years: [1, 1, 0.5],
     * }, { rate_per_year: 0 });
     * ```
     */
    impliedVolatilityBatch(columns: ImpliedVolatilityBatchInput, params: ImpliedVolatilityBatchParams): ImpliedVolatilityBatchColumns;
    /**
     * The probability that a price touches a level within a horizon under continuous watch, with derivatives.
     *
     * `N((h - m T) / (sigma sqrt T)) + e^(2 m h / sigma^2) N((h + m T) / (sigma sqrt T))`: the probability of liquidation.
     *
     * @example
     * ```ts
     * const answer = derivatives.hitProbability({
     *  spot: 60000,
     *  barrier: 54216.87,
     *  side: "down",
     *  years: 0.019178082191780823,
     *  drift_per_year: 0,
     *  volatility: 0.65,
     *  measure: "real_world",
     * });
     * ```
     */
    hitProbability(request: HitProbabilityRequest): HitProbabilityReport;
    /**
     * Touch probabilities of many levels at once, each as `derivatives.hit_probability` computes it, bit for bit.
     *
     * @example
     * ```ts
     * const columns = derivatives.hitProbabilityBatch({
     *  spot: [60000, 60000],
     *  barrier: [54216.87, 57228.92],
     *  years: [0.019178082191780823, 0.019178082191780823],
     *  volatility: [0.65, 0.65],
     * }, { side: "down", drift_per_year: 0 });
     * ```
     */
    hitProbabilityBatch(columns: HitProbabilityBatchInput, params: HitProbabilityBatchParams): HitProbabilityBatchColumns;
    /**
     * The probability of being seen at a level on one of up to 100,000 dates: exact, by the Broadie-Glasserman-Kou correction and under
     * continuous watch side by side.
     *
     * @example
     * ```ts
     * const answer = derivatives.discreteHitProbability({
     *  spot: 100,
     *  barrier: 90,
     *  side: "down",
     *  years: 0.019178082191780823,
     *  drift_per_year: 0,
     *  volatility: 0.65,
     *  dates: 7,
     *  measure: "real_world",
     * });
     * ```
     */
    discreteHitProbability(request: DiscreteHitRequest): DiscreteHitReport;
    /**
     * The value and greeks of a payment on a touch (at the hit or at expiry) or on none, in cash or in the asset, for any rate; the watch
     * may begin later or end earlier.
     *
     * @example
     * ```ts
     * const answer = derivatives.touch({
     *  spot: 105,
     *  barrier: 100,
     *  side: "down",
     *  payment: "at_hit",
     *  payout: { cash: 15 },
     *  years: 0.5,
     *  rate_per_year: 0.1,
     *  yield_per_year: 0,
     *  volatility: 0.2,
     * });
     * ```
     */
    touch(request: TouchRequest): TouchReport;
    /**
     * The value and greeks of a European digital: cash, asset or gap where the price ends beyond the strike.
     *
     * @example
     * ```ts
     * const answer = derivatives.digital({
     *  kind: "put",
     *  spot: 100,
     *  strike: 80,
     *  payout: { cash: 10 },
     *  years: 0.75,
     *  rate_per_year: 0.06,
     *  yield_per_year: 0.06,
     *  volatility: 0.35,
     * });
     * ```
     */
    digital(request: DigitalRequest): DigitalReport;
    /**
     * The value and greeks of a digital with a barrier: cash, asset or gap where the price ends beyond the strike, and touched a barrier
     * or did not (Reiner and Rubinstein 1991).
     *
     * @example
     * ```ts
     * const answer = derivatives.digitalBarrier({
     *  kind: "call",
     *  knock: "in",
     *  side: "down",
     *  spot: 105,
     *  strike: 102,
     *  barrier: 100,
     *  payout: { cash: 15 },
     *  years: 0.5,
     *  rate_per_year: 0.1,
     *  yield_per_year: 0,
     *  volatility: 0.2,
     * });
     * ```
     */
    digitalBarrier(request: DigitalBarrierRequest): DigitalBarrierReport;
    /**
     * The value and greeks of an option with a barrier on either side, with rebate (Kunitomo and Ikeda 1992).
     *
     * @example
     * ```ts
     * const answer = derivatives.doubleBarrier({
     *  kind: "call",
     *  knock: "out",
     *  spot: 100,
     *  strike: 100,
     *  lower: 80,
     *  upper: 120,
     *  years: 0.25,
     *  rate_per_year: 0.1,
     *  yield_per_year: 0,
     *  volatility: 0.15,
     *  rebate: 1,
     * });
     * ```
     */
    doubleBarrier(request: DoubleBarrierRequest): DoubleBarrierReport;
    /**
     * Prices of options of one kind with a barrier on either side at once, each as `derivatives.double_barrier` computes it, bit for bit.
     *
     * @example
     * ```ts
     * const columns = derivatives.doubleBarrierBatch({
     *  spot: [100, 100],
     *  strike: [110, 90],
     *  lower: [80, 85],
     *  upper: [120, 115],
     *  years: [0.5, 0.25],
     *  volatility: [0.3, 0.25],
     * }, { kind: "put", knock: "in", rebate: 3, rate_per_year: 0.08, yield_per_year: 0.04 });
     * ```
     */
    doubleBarrierBatch(columns: DoubleBarrierBatchInput, params: DoubleBarrierBatchParams): DoubleBarrierBatchColumns;
    /**
     * The value and greeks of a payment on a touch of one of two levels, of one before the other, or of neither (Hui 1996).
     *
     * @example
     * ```ts
     * const answer = derivatives.doubleTouch({
     *  spot: 100,
     *  lower: 80,
     *  upper: 125,
     *  payment: "no_touch",
     *  cash: 1000,
     *  years: 0.0821917808219178,
     *  rate_per_year: 0.02,
     *  yield_per_year: 0,
     *  volatility: 0.2,
     * });
     * ```
     */
    doubleTouch(request: DoubleTouchRequest): DoubleTouchReport;
    /**
     * The value and greeks of a barrier option under continuous watch, all of the time or part of it: eight types, with rebate (Reiner and
     * Rubinstein 1991).
     *
     * @example
     * ```ts
     * const answer = derivatives.barrier({
     *  kind: "call",
     *  knock: "out",
     *  side: "down",
     *  spot: 100,
     *  strike: 90,
     *  barrier: 95,
     *  rebate: 3,
     *  years: 0.5,
     *  rate_per_year: 0.08,
     *  yield_per_year: 0.04,
     *  volatility: 0.25,
     * });
     * ```
     */
    barrier(request: BarrierRequest): BarrierReport;
    /**
     * Barrier options of one type at once, each as `derivatives.barrier` computes it, bit for bit.
     *
     * @example
     * ```ts
     * const columns = derivatives.barrierBatch({ spot: [100, 100], strike: [110, 90], barrier: [105, 105], years: [0.5, 0.5], volatility: [0.3, 0.25] }, { kind: "put", knock: "in", side: "up", rebate: 3, rate_per_year: 0.08, yield_per_year: 0.04 });
     * ```
     */
    barrierBatch(columns: BarrierBatchInput, params: BarrierBatchParams): BarrierBatchColumns;
    /**
     * The value of an option, a barrier or a touch under a smile of three volatilities: the straddle's, and those of the put and the call of
     * a quarter's delta (Castagna and Mercurio 2007).
     *
     * What the smile asks beyond the straddle's volatility for options of the same vega, vanna and volga, times the probability of no touch.
     *
     * @example
     * ```ts
     * const answer = derivatives.vannaVolga({
     *  product: { touch: { barrier: 54000, side: "down", payment: "at_expiry", cash: 1000 } },
     *  spot: 60000,
     *  years: 0.0821917808219178,
     *  rate_per_year: 0.04,
     *  yield_per_year: 0,
     *  put_25_volatility: 0.63,
     *  atm_volatility: 0.58,
     *  call_25_volatility: 0.57,
     * });
     * ```
     */
    vannaVolga(request: VannaVolgaRequest): VannaVolgaReport;
    /**
     * The value and greeks of a barrier option with rebate that is watched on up to 100,000 dates: exact, by the
     * Broadie-Glasserman-Kou correction and under continuous watch side by side.
     *
     * @example
     * ```ts
     * const answer = derivatives.discreteBarrier({
     *  kind: "call",
     *  knock: "out",
     *  side: "down",
     *  spot: 100,
     *  strike: 100,
     *  barrier: 99,
     *  years: 0.2,
     *  rate_per_year: 0.1,
     *  yield_per_year: 0,
     *  volatility: 0.3,
     *  dates: 50,
     * });
     * ```
     */
    discreteBarrier(request: DiscreteBarrierRequest): DiscreteBarrierReport;
    /**
     * The value and greeks of a European option on a price with normal jumps in the logarithm (Merton 1976).
     *
     * @example
     * ```ts
     * const answer = derivatives.merton({
     *  kind: "call",
     *  spot: 100,
     *  strike: 80,
     *  years: 0.5,
     *  rate_per_year: 0.08,
     *  yield_per_year: 0,
     *  volatility: 0.2165063509461097,
     *  jumps_per_year: 1,
     *  mean_log_jump: -0.0078125,
     *  log_jump_deviation: 0.125,
     * });
     * ```
     */
    merton(request: MertonRequest): JumpOptionReport;
    /**
     * The value and greeks of a European option on a price with exponential jumps in the logarithm (Kou 2002), down to seconds before
     * expiry.
     *
     * @example
     * ```ts
     * const answer = derivatives.kou({
     *  kind: "call",
     *  spot: 100,
     *  strike: 98,
     *  years: 0.5,
     *  rate_per_year: 0.05,
     *  yield_per_year: 0,
     *  volatility: 0.16,
     *  jumps: { jumps_per_year: 1, up_probability: 0.4, up_rate: 10, down_rate: 5 },
     * });
     * ```
     */
    kou(request: KouRequest): JumpOptionReport;
    /**
     * The probability that a price with exponential jumps reaches a level within a horizon, by a leap or not, and how far it lands
     * beyond (Kou and Wang 2003).
     *
     * @example
     * ```ts
     * const answer = derivatives.kouPassage({
     *  spot: 50000,
     *  barrier: 45500,
     *  side: "down",
     *  years: 0.019178082191780823,
     *  drift_per_year: 0,
     *  volatility: 0.55,
     *  jumps: { jumps_per_year: 20, up_probability: 0.45, up_rate: 30, down_rate: 25 },
     *  overshoot: 0.02,
     *  measure: "risk_neutral",
     * });
     * ```
     */
    kouPassage(request: KouPassageRequest): KouPassageReport;
    /**
     * The probability of a drawdown within a horizon, the expected time until one, and the expected maximum drawdown.
     *
     * @example
     * ```ts
     * const answer = derivatives.drawdown({ drawdown: 0.2, years: 0.0821917808219178, drift_per_year: 0.2, volatility: 0.65, measure: "real_world" });
     * ```
     */
    drawdown(request: DrawdownRequest): DrawdownReport;
    /**
     * The present value of losing what stands with an exchange that may default, with a hazard rate that is constant in segments.
     *
     * @example
     * ```ts
     * const answer = derivatives.defaultLeg({
     *  notional: 100000,
     *  loss_given_default: 0.6,
     *  years: 1,
     *  rate_per_year: 0.04,
     *  hazards_per_year: [0.02, 0.05],
     *  segment_ends_years: [0.5],
     *  measure: "risk_neutral",
     * });
     * ```
     */
    defaultLeg(request: DefaultLegRequest): DefaultLegReport;
    /**
     * Figures of a chain of options: implied forward, smile by delta, 25-delta risk reversal and butterfly, at-the-money term structure,
     * max pain and gamma exposure.
     *
     * Premiums in coin times the underlying are undiscounted, so that their parity has no rate; premiums in the quote currency are
     * discounted. Premiums that no option can have are refused with their row; figures that are hard to believe or were not used, marks
     * of 0 among them, are listed in `suspicious`.
     *
     * @example
     * ```ts
     * const answer = derivatives.optionChain({
     *  chain: { quotes: [{ source: "deribit", quote_currency: "USD", premium_currency: "BTC", instrument: "BTC-26JUN26-90000-C", time_ms: 1765541474086, expiry_ms: 1782460800000, strike: 90000, kind: "call", underlying: 95000, mark: 0.1693, mark_iv: 0.5, open_interest_base: 120 }, { source: "deribit", quote_currency: "USD", premium_currency: "BTC", instrument: "BTC-26JUN26-90000-P", time_ms: 1765541474086, expiry_ms: 1782460800000, strike: 90000, kind: "put", underlying: 95000, mark: 0.1167, mark_iv: 0.5, open_interest_base: 80 }, { source: "deribit", quote_currency: "USD", premium_currency: "BTC", instrument: "BTC-26JUN26-120000-C", time_ms: 1765541474086, expiry_ms: 1782460800000, strike: 120000, kind: "call", underlying: 95000, mark: 0.0594, mark_iv: 0.48, open_interest_base: 200 }] },
     *  rate_per_year: 0.04,
     * });
     * ```
     */
    optionChain(request: OptionChainRequest): OptionChainReport;
    /**
     * Forward prices, discount factors, rates and yields at any times, from futures and riskless rates of a few expiries: log-linear
     * between them (Hagan and West 2006).
     *
     * @example
     * ```ts
     * const answer = derivatives.forwardCurve({
     *  spot: 60000,
     *  forward_times_years: [0.0821917808219178, 0.3287671232876712],
     *  forward_prices: [60210, 61080],
     *  rate_times_years: [0.25, 1],
     *  rates_per_year: [0.041, 0.039],
     *  at_years: [0, 0.019178082191780823, 0.0821917808219178, 0.25, 1.5],
     * });
     * ```
     */
    forwardCurve(request: ForwardCurveRequest): ForwardCurveReport;
    /**
     * The raw SVI smile through the volatilities of an expiry, and whether its density holds (Gatheral and Jacquier 2014).
     *
     * @example
     * ```ts
     * const answer = derivatives.sviSmile({
     *  forward: 100,
     *  years: 0.5,
     *  strikes: [70, 80, 90, 100, 110, 120, 140],
     *  volatilities: [0.78, 0.71, 0.65, 0.61, 0.6, 0.61, 0.65],
     * });
     * ```
     */
    sviSmile(request: SviRequest): SviReport;
    /**
     * Six estimates of the volatility of a series of bars: close to close, exponentially weighted, Parkinson, Garman-Klass,
     * Rogers-Satchell, Yang-Zhang; and what jumps leave: bipower and truncated variance with a test for jumps.
     *
     * @example
     * ```ts
     * const answer = derivatives.realizedVolatility({
     *  open: [63850, 64940, 64941, 66819],
     *  high: [65420, 65695, 67233, 67200],
     *  low: [63090, 64237, 64500, 65765],
     *  close: [64940, 64941, 66819, 66414],
     *  bar_years: 0.0027397260273972603,
     *  ewma_decay: 0.94,
     * });
     * ```
     */
    realizedVolatility(request: RealizedVolatilityRequest): RealizedVolatilityReport;
    /**
     * Diffusion and normal jumps that make observed returns most likely, with standard errors: Merton's model by maximum likelihood.
     *
     * @example
     * ```ts
     * const answer = derivatives.fitJumps({
     *  log_returns: [-0.0051, 0.0102, -0.0045, -0.0063, -0.0186, -0.0043, 0.0222, -0.0804, 0.005, 0.0079, 0.0037, -0.0333, 0.0171, 0.0101, 0.01, -0.0338, -0.0349, -0.0178, -0.0094, -0.1153, 0.0104, -0.0128, 0.0062, 0.0079, -0.0132, 0.0344, -0.073, -0.0124, -0.0148, -0.0069],
     *  step_years: 0.0027397260273972603,
     * });
     * ```
     */
    fitJumps(request: FitJumpsRequest): FitJumpsReport;
    /**
     * First passage by simulation, with or without jumps: exact steps at the jumps only, Brownian bridge between them, antithetic pairs
     * and a closed-form control variate.
     *
     * @example
     * ```ts
     * const answer = await derivatives.simulatePassage({
     *  spot: 50000,
     *  barrier: 45500,
     *  side: "down",
     *  years: 0.019178082191780823,
     *  drift_per_year: 0,
     *  volatility: 0.55,
     *  jumps: { kou: { jumps_per_year: 20, up_probability: 0.45, up_rate: 30, down_rate: 25 } },
     *  measure: "risk_neutral",
     *  pairs: 4096,
     *  dates: 7,
     *  seed: "20260531",
     * });
     * ```
     */
    simulatePassage(params: SimulatePassageRequest, options?: JobOptions): Promise<SimulatePassageReport>;
    /** `simulatePassage` in blocks: step, save, resume, split over workers, merge. */
    simulatePassageJob(params: SimulatePassageRequest, work?: { blocks?: readonly [number, number]; state?: Uint8Array }): Job<SimulatePassageReport>;
  }
}

/** Operations of the domain. */
export const derivatives: derivatives.Operations = {
  liquidation: (request) => document("derivatives.liquidation", request),
  liquidationBatch: (columns, params) => runColumns("derivatives.liquidation_batch", [["side", ["long", "short"]], ["quantity", "f64"], ["entry_price", "f64"], ["margin", "f64"]], ["liquidation_price", "bankruptcy_price", "status"], columns, params),
  marginAccount: (request) => document("derivatives.margin_account", request),
  vanilla: (request) => document("derivatives.vanilla", request),
  vanillaBatch: (columns, params) => runColumns("derivatives.vanilla_batch", [["kind", ["call", "put"]], ["spot", "f64"], ["strike", "f64"], ["years", "f64"], ["volatility", "f64"]], ["price", "delta", "gamma", "vega", "theta", "status"], columns, params),
  black76: (request) => document("derivatives.black76", request),
  impliedVolatility: (request) => document("derivatives.implied_volatility", request),
  impliedVolatilityBatch: (columns, params) => runColumns("derivatives.implied_volatility_batch", [["kind", ["call", "put"]], ["price", "f64"], ["forward", "f64"], ["strike", "f64"], ["years", "f64"]], ["implied_volatility", "status"], columns, params),
  hitProbability: (request) => document("derivatives.hit_probability", request),
  hitProbabilityBatch: (columns, params) => runColumns("derivatives.hit_probability_batch", [["spot", "f64"], ["barrier", "f64"], ["years", "f64"], ["volatility", "f64"]], ["probability", "status"], columns, params),
  discreteHitProbability: (request) => document("derivatives.discrete_hit_probability", request),
  touch: (request) => document("derivatives.touch", request),
  digital: (request) => document("derivatives.digital", request),
  digitalBarrier: (request) => document("derivatives.digital_barrier", request),
  doubleBarrier: (request) => document("derivatives.double_barrier", request),
  doubleBarrierBatch: (columns, params) => runColumns("derivatives.double_barrier_batch", [["spot", "f64"], ["strike", "f64"], ["lower", "f64"], ["upper", "f64"], ["years", "f64"], ["volatility", "f64"]], ["price", "status"], columns, params),
  doubleTouch: (request) => document("derivatives.double_touch", request),
  barrier: (request) => document("derivatives.barrier", request),
  barrierBatch: (columns, params) => runColumns("derivatives.barrier_batch", [["spot", "f64"], ["strike", "f64"], ["barrier", "f64"], ["years", "f64"], ["volatility", "f64"]], ["price", "touch_probability", "status"], columns, params),
  vannaVolga: (request) => document("derivatives.vanna_volga", request),
  discreteBarrier: (request) => document("derivatives.discrete_barrier", request),
  merton: (request) => document("derivatives.merton", request),
  kou: (request) => document("derivatives.kou", request),
  kouPassage: (request) => document("derivatives.kou_passage", request),
  drawdown: (request) => document("derivatives.drawdown", request),
  defaultLeg: (request) => document("derivatives.default_leg", request),
  optionChain: (request) => document("derivatives.option_chain", request),
  forwardCurve: (request) => document("derivatives.forward_curve", request),
  sviSmile: (request) => document("derivatives.svi_smile", request),
  realizedVolatility: (request) => document("derivatives.realized_volatility", request),
  fitJumps: (request) => document("derivatives.fit_jumps", request),
  simulatePassage: async (params, options) => runJob(new Job("derivatives.simulate_passage", params), options),
  simulatePassageJob: (params, work) => new Job("derivatives.simulate_passage", params, work),
};
