// Generated from the operation table by `cargo xtask gen`.

import { type Columns, Stream, type Words, document, runColumns } from "../core.js";
import type { market } from "./market.js";
import type { units } from "./units.js";

/** Types of the domain. */
export declare namespace signals {
  /**
   * Advice of the ensemble.
   * - `hold`: Keep.
   * - `trim`: Sell a little.
   * - `sell`: Sell.
   */
  export type Action =
    | "hold"
    | "trim"
    | "sell";

  /** Exponentially weighted variance, no drift: `v <- d v + (1 - d) r^2`, horizon `h v` (J.P. Morgan 1996, `RiskMetrics`). */
  export interface ForecastModelEwma {
    /** Weight of the past, per bar. [from 0.0 to 1.0] */
    readonly decay: number;
  }

  /** Autoregression `r_t = c + sum of a_i r_(t-i) + e_t`, by least squares; the variance of the sum over the horizon by its moving-average weights. */
  export interface ForecastModelAutoregression {
    /** Number of lags. [from 1 to 50] */
    readonly order: number;
  }

  /**
   * A baseline. Each is a normal distribution of the logarithmic return over the horizon; none claims to know more than the past.
   * - `ewma`: Exponentially weighted variance, no drift: `v <- d v + (1 - d) r^2`, horizon `h v` (J.P. Morgan 1996, `RiskMetrics`).
   * - `autoregression`: Autoregression `r_t = c + sum of a_i r_(t-i) + e_t`, by least squares; the variance of the sum over the horizon by its moving-average weights.
   * - `geometric_brownian`: Geometric Brownian motion: mean and variance of past returns, with the uncertainty of the mean: `h m`, `h v (1 + h / n)`.
   */
  export type ForecastModel =
    | { readonly ewma: ForecastModelEwma }
    | { readonly autoregression: ForecastModelAutoregression }
    | "geometric_brownian";

  /** Inputs of `Sma`. */
  export interface SmaParams {
    /** Length of the average, in observations. [from 1 to 1000000] */
    readonly length: number;
  }

  /**
   * Seed of an exponential average.
   * - `mean`: With the mean of the first `length` values: TA-Lib's default.
   * - `first`: With the first value: Metastock's way. The first output stands where it stands with the other seed.
   */
  export type Seed =
    | "mean"
    | "first";

  /** Inputs of `Ema`. */
  export interface EmaParams {
    /** Length of the average, in observations. [from 1 to 1000000] */
    readonly length: number;
    /** Seed of the average. ["mean" where absent] */
    readonly seed?: Seed | undefined;
  }

  /** Inputs of `Wilder`. */
  export interface WilderParams {
    /** Length of the average, in observations. [from 1 to 1000000] */
    readonly length: number;
    /** Seed of the average. ["mean" where absent] */
    readonly seed?: Seed | undefined;
  }

  /** Inputs of `Kama`. */
  export interface KamaParams {
    /** Length of the efficiency ratio, in changes from one observation to the next. [from 1 to 1000000] */
    readonly length: number;
    /** Length of the average where the series moves straight, in observations: at most `slow`. [from 1 to 1000000; 2 where absent] */
    readonly fast?: number | undefined;
    /** Length of the average where the series goes nowhere, in observations. [from 1 to 1000000; 30 where absent] */
    readonly slow?: number | undefined;
  }

  /** Inputs of `EfficiencyRatio`. */
  export interface EfficiencyParams {
    /** Length of the window, in changes from one observation to the next. [from 1 to 1000000] */
    readonly length: number;
  }

  /** Inputs of `Rsi`. */
  export interface RsiParams {
    /** Length of the averages, in changes from one observation to the next. [from 1 to 1000000; 14 where absent] */
    readonly length?: number | undefined;
    /** Seed of the averages. ["mean" where absent] */
    readonly seed?: Seed | undefined;
  }

  /**
   * Place at which the two averages begin.
   * - `together`: Together: the fast one is seeded with the last values of the slow one's seed, as in TA-Lib.
   * - `each`: Each as soon as it can.
   */
  export type MacdStart =
    | "together"
    | "each";

  /** Inputs of `Macd`. */
  export interface MacdParams {
    /** Length of the fast average, in observations. [from 1 to 1000000; 12 where absent] */
    readonly fast?: number | undefined;
    /** Length of the slow average, in observations. [from 1 to 1000000; 26 where absent] */
    readonly slow?: number | undefined;
    /** Length of the average of the difference, in observations. [from 1 to 1000000; 9 where absent] */
    readonly signal?: number | undefined;
    /** Place at which the two averages begin. ["together" where absent] */
    readonly start?: MacdStart | undefined;
  }

  /** Inputs of `Roc`. */
  export interface RocParams {
    /** Distance of the two values, in observations. [from 1 to 1000000] */
    readonly length: number;
  }

  /** Inputs of `LinearRegressionSlope`. */
  export interface SlopeParams {
    /** Length of the window, in observations. [from 2 to 10000] */
    readonly length: number;
  }

  /** Inputs of `Variance` and `StdDev`. */
  export interface DeviationParams {
    /** Length of the window, in observations. [from 1 to 1000000] */
    readonly length: number;
    /** Number that is taken from the number of observations before it divides: 0 for a population (as TA-Lib), 1 for a sample. [from 0 to 1; 0 where absent] */
    readonly ddof?: number | undefined;
  }

  /** Inputs of `Bollinger`. */
  export interface BollingerParams {
    /** Length of the window, in observations. [from 1 to 1000000] */
    readonly length: number;
    /** Distance of the bands from the mean, in standard deviations. [from 0.0 to 100.0; 2.0 where absent] */
    readonly deviations?: number | undefined;
  }

  /** Inputs of `RollingMin` and `RollingMax`. */
  export interface ExtremeParams {
    /** Length of the window, in observations. [from 1 to 1000000] */
    readonly length: number;
  }

  /** Inputs of `RollingMedian` and `PercentileRank`. */
  export interface OrderParams {
    /** Length of the window, in observations. [from 1 to 100000] */
    readonly length: number;
  }

  /**
   * True range of the first bar, before which no close stands.
   * - `absent`: It has none: TA-Lib's way.
   * - `high_low`: Its high less its low.
   */
  export type FirstRange =
    | "absent"
    | "high_low";

  /** Inputs of `TrueRange`. */
  export interface TrueRangeParams {
    /** True range of the first bar. ["absent" where absent] */
    readonly first?: FirstRange | undefined;
  }

  /** Inputs of `Atr`. */
  export interface AtrParams {
    /** Length of the average, in bars. [from 1 to 1000000] */
    readonly length: number;
    /** Seed of the average. ["mean" where absent] */
    readonly seed?: Seed | undefined;
    /** True range of the first bar. ["absent" where absent] */
    readonly first?: FirstRange | undefined;
  }

  /** Inputs of `Adx`. */
  export interface AdxParams {
    /** Length of the averages, in bars. [from 1 to 1000000] */
    readonly length: number;
  }

  /** Inputs of `Stochastic`. */
  export interface StochasticParams {
    /** Length of the window of highs and lows, in bars. [from 1 to 1000000; 5 where absent] */
    readonly fast_k?: number | undefined;
    /** Length of the average that is %K, in bars. [from 1 to 1000000; 3 where absent] */
    readonly slow_k?: number | undefined;
    /** Length of the average of %K that is %D, in bars. [from 1 to 1000000; 3 where absent] */
    readonly slow_d?: number | undefined;
  }

  /** Inputs of `Keltner`. */
  export interface KeltnerParams {
    /** Length of the exponential average of `(high + low + close) / 3`, in bars. [from 1 to 1000000; 20 where absent] */
    readonly length?: number | undefined;
    /** Length of the average true range, in bars. [from 1 to 1000000; 10 where absent] */
    readonly range_length?: number | undefined;
    /** Distance of the channel's lines from its middle, in average true ranges. [from 0.0 to 100.0; 2.0 where absent] */
    readonly ranges?: number | undefined;
  }

  /** Inputs of `Donchian`. */
  export interface DonchianParams {
    /** Length of the window, in bars. [from 1 to 1000000] */
    readonly length: number;
    /** Bars by which the channel lags: 0 where it includes the current bar (as TA-Lib), 1 where a break of it is asked for. [from 0 to 1; 0 where absent] */
    readonly lag?: number | undefined;
  }

  /** Inputs of `Chandelier`. */
  export interface ChandelierParams {
    /** Length of the window and of the average true range, in bars. [from 1 to 1000000; 22 where absent] */
    readonly length?: number | undefined;
    /** Distance of the stops from the extremes, in average true ranges. [from 0.0 to 100.0; 3.0 where absent] */
    readonly ranges?: number | undefined;
  }

  /** Inputs of `Supertrend`. */
  export interface SupertrendParams {
    /** Length of the average true range, in bars. [from 1 to 1000000; 10 where absent] */
    readonly length?: number | undefined;
    /** Distance of the bands from the middle of a bar, in average true ranges. [from 0.0 to 100.0; 3.0 where absent] */
    readonly ranges?: number | undefined;
  }

  /**
   * How pivot levels are computed.
   * - `classic`: Of the floor traders.
   * - `fibonacci`: By fractions of the range: 0.382, 0.618 and 1.
   * - `camarilla`: By fractions of the range around the close: 1.1 / 12, 1.1 / 6 and 1.1 / 4.
   * - `woodie`: Classic levels around a pivot in which the close counts twice.
   */
  export type PivotMethod =
    | "classic"
    | "fibonacci"
    | "camarilla"
    | "woodie";

  /** Inputs of `Pivots`. */
  export interface PivotsParams {
    /** How the levels are computed. ["classic" where absent] */
    readonly method?: PivotMethod | undefined;
    /** Number of the resistance and the support that are answered, counted from the pivot. [from 1 to 3; 1 where absent] */
    readonly level?: number | undefined;
  }

  /** Inputs of `FractalSwings`. */
  export interface SwingParams {
    /** Bars before a turning point that it exceeds. [from 1 to 100; 2 where absent] */
    readonly left?: number | undefined;
    /** Bars after a turning point that it exceeds, and by which it is known later. [from 1 to 100; 2 where absent] */
    readonly right?: number | undefined;
  }

  /** Inputs of `VolumeProfile`. */
  export interface ProfileParams {
    /** Length of the window, in bars. [from 1 to 10000] */
    readonly length: number;
    /** Number of equal steps of price between the least low and the greatest high. [from 1 to 1000; 24 where absent] */
    readonly bins?: number | undefined;
    /** Fraction of the volume that the value area holds at least. [from 0.0 to 1.0; 0.7 where absent] */
    readonly area?: number | undefined;
  }

  /** Inputs of `AnchoredVwap`: none, since the first bar that it takes is the anchor. */
  export interface AnchoredVwapParams {
  }

  /** Inputs of `Obv`: none, since the first bar that it takes begins the sum. */
  export interface ObvParams {
  }

  /** Inputs of `Wma`. */
  export interface WmaParams {
    /** Length of the window, in observations. [from 1 to 1000000] */
    readonly length: number;
  }

  /** Inputs of `Dema` and `Tema`. */
  export interface LayeredAverageParams {
    /** Length of each average, in observations. [from 1 to 1000000] */
    readonly length: number;
  }

  /** Inputs of `Momentum`. */
  export interface MomentumParams {
    /** Distance of the two values, in observations. [from 1 to 1000000] */
    readonly length: number;
  }

  /** Inputs of `Correlation`. */
  export interface CorrelationParams {
    /** Length of the window, in pairs. [from 2 to 10000] */
    readonly length: number;
  }

  /** Inputs of `Cci`. */
  export interface CciParams {
    /** Length of the window, in bars. [from 1 to 10000] */
    readonly length: number;
  }

  /** Inputs of `WilliamsR`. */
  export interface WilliamsParams {
    /** Length of the window of highs and lows, in bars. [from 1 to 1000000] */
    readonly length: number;
  }

  /** Inputs of `Aroon`. */
  export interface AroonParams {
    /** Length of the window, in changes from one bar to the next. [from 1 to 1000000] */
    readonly length: number;
  }

  /** Inputs of `ParabolicSar`. */
  export interface ParabolicParams {
    /** Part of the way to the extreme at the start of a trend, and by how much it grows with each new extreme. [from 0.0 to 1.0; 0.02 where absent] */
    readonly step?: number | undefined;
    /** Greatest part of the way: at least `step`. [from 0.0 to 1.0; 0.2 where absent] */
    readonly most?: number | undefined;
  }

  /** Inputs of `Mfi`. */
  export interface MfiParams {
    /** Length of the window, in changes from one bar to the next. [from 1 to 1000000] */
    readonly length: number;
  }

  /** Inputs of `AccumulationDistribution`: none, since the first bar that it takes begins the sum. */
  export interface AccumulationParams {
  }

  /**
   * Patterns of candles, as TA-Lib has them.
   * - `two_crows`: Two crows: behind a long white candle a black one above it, and one that closes back in its body. -100.
   * - `three_black_crows`: Three black crows: three black candles with hardly a lower shadow, each opening in the body before it. -100.
   * - `three_inside`: Three inside: a small body within a long one, and a close beyond the long one's opening. 100 up, -100 down.
   * - `three_line_strike`: Three-line strike: three candles of one side, and one that closes beyond the first's opening. 100 after white ones, -100 after black.
   * - `three_outside`: Three outside: a body that engulfs the one before it, and a close further on. 100 up, -100 down.
   * - `three_stars_in_the_south`: Three stars in the south: three black candles, each smaller and within the one before it. 100.
   * - `three_white_soldiers`: Three white soldiers: three white candles with hardly an upper shadow, each opening in the body before it. 100.
   * - `abandoned_baby`: Abandoned baby: a doji with gaps on both sides, shadows and all. 100 at a bottom, -100 at a top.
   * - `advance_block`: Advance block: three white candles that weaken. -100.
   * - `belt_hold`: Belt hold: a long candle that opens at its extreme. 100 white, -100 black.
   * - `breakaway`: Breakaway: a gap in the direction of a long candle, a run, and a close back in the gap. 100 up, -100 down.
   * - `closing_marubozu`: Closing marubozu: a long candle that closes at its extreme. 100 white, -100 black.
   * - `concealing_baby_swallow`: Concealing baby swallow: four black candles, the last of which swallows the third. 100.
   * - `counterattack`: Counterattack: two long candles of opposite sides that close at one price. 100 white, -100 black.
   * - `dark_cloud_cover`: Dark cloud cover: a black candle that opens above a long white one and closes deep in its body. -100.
   * - `doji`: Doji: a body of at most a tenth of the usual range. 100.
   * - `doji_star`: Doji star: a doji behind a long candle, with a gap in its direction. 100 at a bottom, -100 at a top.
   * - `dragonfly_doji`: Dragonfly doji: a doji with a lower shadow alone. 100.
   * - `engulfing`: Engulfing: a body around the opposite one before it. 100 up, -100 down; 80 where an end is shared.
   * - `evening_doji_star`: Evening doji star: a doji above a long white candle, and a black one that closes deep in that. -100.
   * - `evening_star`: Evening star: a small body above a long white candle, and a black one that closes deep in that. -100.
   * - `gap_side_by_side_white`: Side-by-side white lines behind a gap: two alike. 100 up, -100 down.
   * - `gravestone_doji`: Gravestone doji: a doji with an upper shadow alone. 100.
   * - `hammer`: Hammer: a small body with a lower shadow alone, at the low before it. 100.
   * - `hanging_man`: Hanging man: a small body with a lower shadow alone, at the high before it. -100.
   * - `harami`: Harami: a small body within a long one. 100 within a black one, -100 within a white one; 80 where an end is shared.
   * - `harami_cross`: Harami cross: a doji within a long body. 100 within a black one, -100 within a white one; 80 where an end is shared.
   * - `high_wave`: High wave: a small body with two very long shadows. 100 white, -100 black.
   * - `hikkake`: Hikkake: a candle within another, and one that leaves it to one side. 100 for downward, -100 for upward; 200 where a close confirms it.
   * - `modified_hikkake`: Modified hikkake: the same with two candles within each other, the first closing near its extreme. 100, -100; 200 where confirmed.
   * - `homing_pigeon`: Homing pigeon: a small black body within a long black one. 100.
   * - `identical_three_crows`: Identical three crows: three black candles that each open where the one before closed. -100.
   * - `in_neck`: In-neck: a white candle from below a long black one that closes just in its body. -100.
   * - `inverted_hammer`: Inverted hammer: a small body with an upper shadow alone, below the body before it. 100.
   * - `kicking`: Kicking: two opposite marubozu with a gap between them. 100 up, -100 down.
   * - `kicking_by_length`: Kicking by length: the same, with the side of the longer of the two.
   * - `ladder_bottom`: Ladder bottom: three falling black candles, one with an upper shadow, and a white one above it. 100.
   * - `long_legged_doji`: Long-legged doji: a doji with a shadow longer than its body. 100.
   * - `long_line`: Long line: a long body with short shadows. 100 white, -100 black.
   * - `marubozu`: Marubozu: a long body with hardly a shadow. 100 white, -100 black.
   * - `matching_low`: Matching low: two black candles that close at one price. 100.
   * - `mat_hold`: Mat hold: a long white candle, three small ones that hold in its upper part, and a white one above them all. 100.
   * - `morning_doji_star`: Morning doji star: a doji below a long black candle, and a white one that closes deep in that. 100.
   * - `morning_star`: Morning star: a small body below a long black candle, and a white one that closes deep in that. 100.
   * - `on_neck`: On-neck: a white candle from below a long black one that closes at its low. -100.
   * - `piercing`: Piercing line: a long white candle from below a long black one that closes above the middle of its body. 100.
   * - `rickshaw_man`: Rickshaw man: a doji in the middle of two shadows. 100.
   * - `rising_falling_three_methods`: Rising or falling three methods: a long candle, three small ones against it within its range, and one that goes on. 100 up, -100 down.
   * - `separating_lines`: Separating lines: two opposite candles that open at one price, the second a belt hold. 100 white, -100 black.
   * - `shooting_star`: Shooting star: a small body with an upper shadow alone, above the body before it. -100.
   * - `short_line`: Short line: a short body with short shadows. 100 white, -100 black.
   * - `spinning_top`: Spinning top: a short body with two shadows longer than it. 100 white, -100 black.
   * - `stalled_pattern`: Stalled pattern: two long white candles and a small one at the second's close. -100.
   * - `stick_sandwich`: Stick sandwich: a white candle between two black ones that close at one price. 100.
   * - `takuri`: Takuri: a doji with hardly an upper and a very long lower shadow. 100.
   * - `tasuki_gap`: Tasuki gap: a gap in a trend, and an opposite candle of like size that closes in it. 100 up, -100 down.
   * - `thrusting`: Thrusting: a white candle from below a long black one that closes in its lower half. -100.
   * - `tristar`: Tristar: three doji, the middle one beyond the others. 100 at a bottom, -100 at a top.
   * - `unique_three_river`: Unique three river: a long black candle, a black one within it with a new low, and a small white one. 100.
   * - `upside_gap_two_crows`: Upside gap two crows: behind a long white candle two black ones above it, the second around the first. -100.
   * - `side_gap_three_methods`: Side gap three methods: a gap between two candles of one side, and an opposite one that fills it. 100 up, -100 down.
   */
  export type CandleShape =
    | "two_crows"
    | "three_black_crows"
    | "three_inside"
    | "three_line_strike"
    | "three_outside"
    | "three_stars_in_the_south"
    | "three_white_soldiers"
    | "abandoned_baby"
    | "advance_block"
    | "belt_hold"
    | "breakaway"
    | "closing_marubozu"
    | "concealing_baby_swallow"
    | "counterattack"
    | "dark_cloud_cover"
    | "doji"
    | "doji_star"
    | "dragonfly_doji"
    | "engulfing"
    | "evening_doji_star"
    | "evening_star"
    | "gap_side_by_side_white"
    | "gravestone_doji"
    | "hammer"
    | "hanging_man"
    | "harami"
    | "harami_cross"
    | "high_wave"
    | "hikkake"
    | "modified_hikkake"
    | "homing_pigeon"
    | "identical_three_crows"
    | "in_neck"
    | "inverted_hammer"
    | "kicking"
    | "kicking_by_length"
    | "ladder_bottom"
    | "long_legged_doji"
    | "long_line"
    | "marubozu"
    | "matching_low"
    | "mat_hold"
    | "morning_doji_star"
    | "morning_star"
    | "on_neck"
    | "piercing"
    | "rickshaw_man"
    | "rising_falling_three_methods"
    | "separating_lines"
    | "shooting_star"
    | "short_line"
    | "spinning_top"
    | "stalled_pattern"
    | "stick_sandwich"
    | "takuri"
    | "tasuki_gap"
    | "thrusting"
    | "tristar"
    | "unique_three_river"
    | "upside_gap_two_crows"
    | "side_gap_three_methods";

  /** Inputs of `CandlePattern`. */
  export interface CandlePatternParams {
    /** Pattern that is looked for. */
    readonly pattern: CandleShape;
    /**
     * Part of a body that a later candle has to run into, for patterns that ask for it. Absent: 0.5 for a dark cloud cover and a mat hold, 0.3
     * for stars and an abandoned baby. [from 0.0 to 1.0]
     */
    readonly penetration?: number | undefined;
  }

  /**
   * Indicators that there are, each with its parameters and its lines.
   * - `sma`: Simple moving average of the close. Line: `value`.
   * - `ema`: Exponential moving average of the close. Line: `value`.
   * - `wilder`: Wilder's average of the close, also called running or smoothed average. Line: `value`.
   * - `kama`: Kaufman's adaptive moving average of the close. Line: `value`.
   * - `efficiency_ratio`: Kaufman's efficiency ratio of the close, 0 to 1. Line: `value`.
   * - `rsi`: Relative strength index of the close, 0 to 100; 50 where nothing moves. Line: `value`.
   * - `macd`: Moving average convergence/divergence of the close. Lines: `value` (fast less slow), `signal`; the histogram is their difference.
   * - `roc`: Rate of change of the close, a fraction. Line: `value`.
   * - `linear_regression_slope`: Slope of the regression line of the close, per row. Line: `value`.
   * - `variance`: Variance of the close. Line: `value`.
   * - `std_dev`: Standard deviation of the close. Line: `value`.
   * - `bollinger`: Bollinger bands of the close. Lines: `value` (the middle), `upper`, `lower`.
   * - `rolling_min`: Least of the last closes. Line: `value`.
   * - `rolling_max`: Greatest of the last closes. Line: `value`.
   * - `rolling_median`: Median of the last closes. Line: `value`.
   * - `percentile_rank`: Fraction of the closes before that are less than the current one. Line: `value`.
   * - `true_range`: True range. Reads high, low and close. Line: `value`.
   * - `atr`: Average true range. Reads high, low and close. Line: `value`.
   * - `natr`: Average true range as a fraction of the close. Reads high, low and close. Line: `value`.
   * - `adx`: Directional movement, 0 to 100. Reads high, low and close. Lines: `value` (ADX), `upper` (+DI), `lower` (-DI).
   * - `stochastic`: Slow stochastic oscillator, 0 to 100. Reads high, low and close. Lines: `value` (%K), `signal` (%D).
   * - `keltner`: Keltner channels around an exponential average of the typical price `(high + low + close) / 3`, both averages seeded at one bar. Reads high, low and close. Lines: `value` (the middle), `upper`, `lower`.
   * - `donchian`: Donchian channel. Reads high, low and close. Lines: `value` (the middle), `upper`, `lower`.
   * - `chandelier`: Chandelier exits. Reads high, low and close. Lines: `upper` (stop of a short position), `lower` (of a long one).
   * - `supertrend`: Supertrend. Reads high, low and close. Lines: `value` (the stop), `signal` (1 up, -1 down), `upper`, `lower`.
   * - `pivots`: Pivot levels that each bar gives to the bar after it. Reads high, low and close. Lines: `value` (pivot), `upper` (resistance), `lower` (support).
   * - `fractal_swings`: Last confirmed swing high and low. Reads high, low and close. Lines: `upper` (the high), `lower` (the low), `signal` (swings confirmed by this row).
   * - `volume_profile`: Volume profile. Reads high, low, close and volume. Lines: `value` (point of control), `upper` and `lower` (ends of the value area), `signal` (its share of the volume).
   * - `anchored_vwap`: Volume-weighted average price from the first row on. Reads high, low, close and volume. Line: `value`.
   * - `obv`: On-balance volume. Reads close and volume. Line: `value`.
   * - `wma`: Weighted moving average of the close, the newest weighing most. Line: `value`.
   * - `dema`: Double exponential average of the close. Line: `value`.
   * - `tema`: Triple exponential average of the close. Line: `value`.
   * - `momentum`: Momentum of the close, in its unit. Line: `value`.
   * - `correlation`: Correlation of the close with a second series, -1 to 1. Reads close and other. Line: `value`.
   * - `cci`: Commodity channel index of the typical price. Reads high, low and close. Line: `value`.
   * - `williams_r`: Williams' %R, -100 to 0. Reads high, low and close. Line: `value`.
   * - `aroon`: Aroon, 0 to 100. Reads high, low and close. Lines: `value` (up less down), `upper` (up), `lower` (down).
   * - `parabolic_sar`: Parabolic stop and reverse. Reads high, low and close. Line: `value`.
   * - `mfi`: Money flow index, 0 to 100; 50 where nothing flows. Reads high, low, close and volume. Line: `value`.
   * - `accumulation_distribution`: Accumulation/distribution line. Reads high, low, close and volume. Line: `value`.
   * - `candle_pattern`: Pattern of candles: 100 upward, -100 downward, 0 where there is none. Reads open, high, low and close. Line: `value`.
   */
  export type IndicatorKind =
    | { readonly sma: SmaParams }
    | { readonly ema: EmaParams }
    | { readonly wilder: WilderParams }
    | { readonly kama: KamaParams }
    | { readonly efficiency_ratio: EfficiencyParams }
    | { readonly rsi: RsiParams }
    | { readonly macd: MacdParams }
    | { readonly roc: RocParams }
    | { readonly linear_regression_slope: SlopeParams }
    | { readonly variance: DeviationParams }
    | { readonly std_dev: DeviationParams }
    | { readonly bollinger: BollingerParams }
    | { readonly rolling_min: ExtremeParams }
    | { readonly rolling_max: ExtremeParams }
    | { readonly rolling_median: OrderParams }
    | { readonly percentile_rank: OrderParams }
    | { readonly true_range: TrueRangeParams }
    | { readonly atr: AtrParams }
    | { readonly natr: AtrParams }
    | { readonly adx: AdxParams }
    | { readonly stochastic: StochasticParams }
    | { readonly keltner: KeltnerParams }
    | { readonly donchian: DonchianParams }
    | { readonly chandelier: ChandelierParams }
    | { readonly supertrend: SupertrendParams }
    | { readonly pivots: PivotsParams }
    | { readonly fractal_swings: SwingParams }
    | { readonly volume_profile: ProfileParams }
    | { readonly anchored_vwap: AnchoredVwapParams }
    | { readonly obv: ObvParams }
    | { readonly wma: WmaParams }
    | { readonly dema: LayeredAverageParams }
    | { readonly tema: LayeredAverageParams }
    | { readonly momentum: MomentumParams }
    | { readonly correlation: CorrelationParams }
    | { readonly cci: CciParams }
    | { readonly williams_r: WilliamsParams }
    | { readonly aroon: AroonParams }
    | { readonly parabolic_sar: ParabolicParams }
    | { readonly mfi: MfiParams }
    | { readonly accumulation_distribution: AccumulationParams }
    | { readonly candle_pattern: CandlePatternParams };

  /**
   * Treatment of a number that is not finite. Numbers that contradict each other (a high below the low) are refused in any case.
   * - `refuse`: It is refused, with its place.
   * - `skip`: Its row is answered by NaN and otherwise left out: what follows is as if the row were not there.
   * - `propagate`: Its row is answered by NaN, and so is all that depends on it: a window is filled anew, and what never forgets its beginning or only fades it stays NaN until `reset`.
   */
  export type NonFinite =
    | "refuse"
    | "skip"
    | "propagate";

  /** Result of `indicator_start`. */
  export interface IndicatorStartReport {
    /** Number of rows whose outputs are NaN: the first whole output is that of the row behind them. [from 0] */
    readonly warmup_rows: number;
    /**
     * Number of rows after which what came before the first of them weighs less than the digits say. Absent: the beginning is never
     * forgotten. [from 0]
     */
    readonly stable_after_rows?: number;
  }

  /** One regime of a `SwitchingModel`. */
  export interface SwitchingRegime {
    /** Mean of the series in the regime, in the unit of the series. [from -1e+100 to 1e+100] */
    readonly mean: number;
    /** Variance of the series in the regime, in the square of its unit. [from 1e-100 to 1e+100] */
    readonly variance: number;
    /** Probabilities of the regimes at the next step, in the order of the regimes: they add up to 1. */
    readonly next: readonly (number)[];
  }

  /** A series whose mean and variance hang on an unseen regime. */
  export interface SwitchingModel {
    /** Regimes, 2 to 8. */
    readonly regimes: readonly (SwitchingRegime)[];
    /** Coefficients of the distances of earlier values from their means, newest first. Absent: values hang on their own regime alone. */
    readonly autoregression?: readonly (number)[] | undefined;
    /** Probabilities of the regimes at the first step, which add up to 1. Absent: those that the chain has in the long run. */
    readonly start?: readonly (number)[] | undefined;
  }

  /** Inputs of a cumulative sum: reference, drift and limit. */
  export interface CusumParams {
    /** Mean of the series while nothing changes, in the unit of the series. [from -1e+100 to 1e+100; 0.0 where absent] */
    readonly mean?: number | undefined;
    /** Distance from the mean that does not count, in the unit of the series: half of the shift to be found. [from 0.0 to 1e+100; 0.5 where absent] */
    readonly slack?: number | undefined;
    /** Sum beyond which there is an alarm, in the unit of the series. [from 0.0 to 1e+100; 5.0 where absent] */
    readonly threshold?: number | undefined;
    /** Whether both sums begin again after an alarm. [true where absent] */
    readonly restart?: boolean | undefined;
  }

  /** Prior and limits of a `RunLength`. */
  export interface RunLengthParams {
    /** Mean length of a run, in values. [from 2.0 to 1000000000.0; 250.0 where absent] */
    readonly mean_run?: number | undefined;
    /** Mean of the values of a run before any is seen, in the unit of the series. [from -1e+50 to 1e+50; 0.0 where absent] */
    readonly prior_mean?: number | undefined;
    /** Number of values that the prior mean is worth. [from 1e-9 to 1000000000.0; 1.0 where absent] */
    readonly prior_kappa?: number | undefined;
    /** Shape of the prior of the precision: half of the number of values that it is worth. [from 0.001 to 1000000.0; 1.0 where absent] */
    readonly prior_alpha?: number | undefined;
    /** Rate of the prior of the precision, in the square of the unit of the series. [from 1e-50 to 1e+50; 1.0 where absent] */
    readonly prior_beta?: number | undefined;
    /** Run lengths that count as recent, in values: up to this one. [from 0 to 1000; 5 where absent] */
    readonly recent?: number | undefined;
    /** Probability below which a run is dropped. [from 0.0 to 0.001; 1e-10 where absent] */
    readonly least_probability?: number | undefined;
    /** Most runs that are kept. [from 10 to 100000; 500 where absent] */
    readonly most_runs?: number | undefined;
  }

  /**
   * Whether an assessment can be used.
   * - `ok`: There is a score.
   * - `warmup`: Too few events so far.
   * - `no_data`: What the module cannot do without never came.
   * - `stale`: What the module cannot do without is too old.
   */
  export type AssessmentStatus =
    | "ok"
    | "warmup"
    | "no_data"
    | "stale";

  /**
   * Volatility of the market.
   * - `unknown`: No return yet.
   * - `calm`: The first regime is the likelier one.
   * - `turbulent`: The second regime is the likelier one.
   */
  export type Volatility =
    | "unknown"
    | "calm"
    | "turbulent";

  /**
   * Direction of an alarm.
   * - `quiet`: No alarm.
   * - `up`: The mean has risen.
   * - `down`: The mean has fallen.
   */
  export type CusumAlarm =
    | "quiet"
    | "up"
    | "down";

  /** When two turning points diverge. */
  export interface DivergenceParams {
    /** Length of the relative strength index, in bars. [from 1 to 10000; 14 where absent] */
    readonly rsi_length?: number | undefined;
    /** Bars on either side of a turning point that it exceeds. [from 1 to 100; 3 where absent] */
    readonly pivot_bars?: number | undefined;
    /** Least distance of the two turning points, in bars. [from 1 to 10000; 5 where absent] */
    readonly least_bars?: number | undefined;
    /** Greatest distance of the two turning points, in bars. [from 1 to 10000; 60 where absent] */
    readonly most_bars?: number | undefined;
    /** Least difference of the index at the two turning points, 0 to 100. [from 0.0 to 100.0; 3.0 where absent] */
    readonly least_difference?: number | undefined;
  }

  /**
   * Direction of the last break that still counts.
   * - `inside`: No break counts.
   * - `up`: Above the channel.
   * - `down`: Below the channel.
   */
  export type Break =
    | "inside"
    | "up"
    | "down";

  /**
   * Basis of the income of miners.
   * - `expected_subsidy`: What the rules of the network let a day expect: 144 subsidies, and a hashprice of the subsidy alone at the day's difficulty.
   * - `counted_reward`: What the day has paid: its new coins, and its new coins and fees over its hashrate.
   */
  export type IncomeBasis =
    | "expected_subsidy"
    | "counted_reward";

  /** Spans and hysteresis of `HashRibbons`. */
  export interface HashRibbonParams {
    /** Length of the short average of the hashrate, in days on which it was observed: below `long_length`. [from 1 to 10000; 30 where absent] */
    readonly short_length?: number | undefined;
    /** Length of the long average of the hashrate, in days on which it was observed. [from 1 to 10000; 60 where absent] */
    readonly long_length?: number | undefined;
    /** Distance by which the averages have to cross, as a fraction of the long one. 0 takes every crossing, and whipsaws. [from 0.0 to 1.0; 0.005 where absent] */
    readonly band?: number | undefined;
    /** Length of the short average of the price, in days: below `price_long_length`. [from 1 to 10000; 10 where absent] */
    readonly price_short_length?: number | undefined;
    /** Length of the long average of the price, in days. [from 1 to 10000; 20 where absent] */
    readonly price_long_length?: number | undefined;
  }

  /** A machine at the edge of the network, and what its power costs. */
  export interface EdgeMachine {
    /** Energy per unit of hashing work of the machine, in J/TH. [J/TH, above 0.0 to 1000000000000000.0] */
    readonly efficiency_j_per_th: number;
    /** Price of its electrical energy, in USD/kWh: above 0. [USD/kWh, from -1000.0 to 1000.0] */
    readonly power_price_usd_per_kwh: number;
  }

  /**
   * State of the hash ribbons (Edwards 2019).
   * - `unknown`: The averages are not known yet.
   * - `expansion`: Hashrate grows, or has recovered and the price has confirmed it.
   * - `capitulation`: The short average is below the long one: miners switch off.
   * - `recovery`: The short average has crossed back, and the price has not confirmed it yet.
   */
  export type HashRibbon =
    | "unknown"
    | "expansion"
    | "capitulation"
    | "recovery";

  /** How much turning points of one pattern may differ. */
  export interface ShapeParams {
    /** Greatest distance of tops, or of bottoms, from their mean, as a fraction of it. [from 0.0 to 1.0; 0.015 where absent] */
    readonly tolerance?: number | undefined;
    /** The same for a rectangle. [from 0.0 to 1.0; 0.0075 where absent] */
    readonly rectangle_tolerance?: number | undefined;
    /** Least distance of two tops, or of two bottoms, in bars. [from 1 to 10000; 22 where absent] */
    readonly least_separation?: number | undefined;
  }

  /**
   * Chart pattern.
   * - `nothing`: No pattern.
   * - `double_top`: Two tops of one height: broken downward.
   * - `double_bottom`: Two bottoms of one height: broken upward.
   * - `head_and_shoulders`: A top between two lower ones: broken downward.
   * - `inverse_head_and_shoulders`: A bottom between two higher ones: broken upward.
   * - `triangle`: Tops that fall and bottoms that rise: broken either way.
   * - `rectangle`: Level tops above level bottoms: broken either way.
   */
  export type ChartPattern =
    | "nothing"
    | "double_top"
    | "double_bottom"
    | "head_and_shoulders"
    | "inverse_head_and_shoulders"
    | "triangle"
    | "rectangle";

  /**
   * Direction in which a pattern was broken.
   * - `neither`: No pattern is followed.
   * - `up`: Upward.
   * - `down`: Downward.
   */
  export type PatternDirection =
    | "neither"
    | "up"
    | "down";

  /**
   * Fate of a pattern on a bar.
   * - `quiet`: Nothing.
   * - `broken`: A pattern was broken: it is followed from this bar on.
   * - `reached`: The bar reached the target.
   * - `invalidated`: The bar closed beyond the invalidation.
   * - `expired`: The pattern has been followed long enough.
   */
  export type PatternFate =
    | "quiet"
    | "broken"
    | "reached"
    | "invalidated"
    | "expired";

  /** Result of `fit_regimes`. */
  export interface FitRegimesReport {
    /** Fitted model, its regimes sorted by variance. */
    readonly model: SwitchingModel;
    /** Probabilities of the regimes at the first value, as fitted. They are not part of the model, which goes on elsewhere. */
    readonly start: readonly (number)[];
    /** Logarithm of the likelihood of the series under the model and that start. */
    readonly log_likelihood: number;
    /** Rounds that the likeliest start took. [from 0] */
    readonly rounds: number;
    /** Whether the likeliest start came to its end within the rounds allowed. */
    readonly converged: boolean;
    /** Number of starts that were run. [from 0] */
    readonly starts: number;
  }

  /**
   * How a budget is spread over the layers.
   * - `rising`: In proportion to the layer's number: most is sold at the highest price.
   * - `equal`: The same in each layer.
   */
  export type LadderSizing =
    | "rising"
    | "equal";

  /** One layer of a ladder. */
  export interface SellLayer {
    /** Price of the layer's order, in quote currency. */
    readonly price: number;
    /** Size of the layer's order, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly size_sat: number;
  }

  /** Result of `sell_ladder`. */
  export interface SellLadderReport {
    /** Layers, from the nearest. */
    readonly layers: readonly (SellLayer)[];
    /** Sum of the layers' sizes, in satoshis: the budget. [sat, from 0 to 2100000000000000] */
    readonly total_sat: number;
    /** Inventory that is left once every layer is sold, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly kept_sat: number;
  }

  /**
   * Side of an order.
   * - `sell`: An order that sells: it meets the bids.
   * - `buy`: An order that buys: it meets the asks.
   */
  export type OrderSide =
    | "sell"
    | "buy";

  /** What an order meets in a book. */
  export interface BookWalk {
    /** Size that the book takes, in units of base. */
    readonly filled_base: number;
    /** Size that is left when the book is empty, in units of base. */
    readonly unfilled_base: number;
    /** Number of levels that are touched. [from 0] */
    readonly levels: number;
    /** Mean price of what is filled, in quote currency per unit of base. */
    readonly mean_price: units.Outcome;
    /** Price of the last level that is touched, in quote currency per unit of base. */
    readonly worst_price: units.Outcome;
    /** Slippage: how much worse the mean price is than the mid, as a fraction of the mid. */
    readonly slippage: units.Outcome;
  }

  /** Result of `read_book`. */
  export interface BookReport {
    /** Middle of best bid and best ask, in quote currency per unit of base. Absent: a side is empty. */
    readonly mid?: number;
    /** Quoted spread as a fraction of the mid. Absent: a side is empty. */
    readonly spread?: number;
    /** Imbalance of the sizes, from -1 (all asked) to 1 (all bid). Absent: a side is empty. */
    readonly imbalance?: number;
    /** Microprice, the mid weighted by the size of the other side, in quote currency per unit of base. Absent: a side is empty. */
    readonly microprice?: number;
    /** Walk of the order through the book. Absent: no size was asked about. */
    readonly walk?: BookWalk;
  }

  /** Result of `trade_costs`. */
  export interface TradeCostsReport {
    /** Effective spread by Roll's formula, in quote currency; undefined where successive changes are positively correlated. */
    readonly roll_spread: units.Outcome;
    /** Kyle's lambda with an intercept, in quote currency per unit of base and unit of base. Absent: volumes are not known. */
    readonly kyle_lambda?: number;
    /** Standard error of Kyle's lambda. Absent: volumes are not known, or too few. */
    readonly kyle_standard_error?: number;
    /** Kyle's lambda of the line through the origin, in the same unit. Absent: volumes are not known. */
    readonly kyle_lambda_through_origin?: number;
  }

  /** Cost of trading, by a linear model of impact. Prices are in quote currency per unit of base. */
  export interface LinearImpact {
    /** Standard deviation of the price per square root of a day, in quote currency per unit of base. [from 0.0 to 1e+18] */
    readonly volatility: number;
    /** Half spread, the cost of crossing (epsilon), in quote currency per unit of base. [from 0.0 to 1e+18] */
    readonly half_spread: number;
    /** Permanent impact (gamma): price change per unit of base sold, in quote currency per square unit of base. [from 0.0 to 1e+18] */
    readonly permanent: number;
    /** Temporary impact (eta): price concession per unit of base and day of speed, in quote currency times days per square unit of base. [from 0.0 to 1e+18] */
    readonly temporary: number;
  }

  /** Result of `almgren_chriss`. */
  export interface AlmgrenChrissReport {
    /** Urgency (kappa) per day. */
    readonly kappa_per_day: number;
    /** Half life of the position, `1 / kappa`, in days; unbounded without aversion to risk. */
    readonly half_life_days: units.Outcome;
    /** Size left at the start and after each interval, in units of base. */
    readonly holdings_base: readonly (number)[];
    /** Size sold in each interval, in units of base. */
    readonly trades_base: readonly (number)[];
    /** Expected cost, in quote currency. */
    readonly expected_cost: number;
    /** Variance of the cost, in square units of the quote currency. */
    readonly variance: number;
    /** Expected cost of equal slices, in quote currency. */
    readonly twap_expected_cost: number;
    /** Variance of the cost of equal slices, in square units of the quote currency. */
    readonly twap_variance: number;
  }

  /** Equal slices (TWAP). */
  export interface ScheduleTwap {
    /** Number of slices. [from 1 to 10000] */
    readonly slices: number;
  }

  /** Slices in proportion to expected volumes (VWAP). */
  export interface ScheduleVwap {
    /** Expected volumes of the intervals, in any unit. */
    readonly expected_volumes: Float64Array | readonly (number)[];
  }

  /** At most a part of the expected volume (POV). */
  export interface ScheduleParticipation {
    /** Part of each interval's volume. [from 0.0 to 1.0] */
    readonly rate: number;
    /** Expected volumes of the intervals, in bitcoin. */
    readonly expected_volumes_base: Float64Array | readonly (number)[];
  }

  /** Least expected cost plus aversion to risk times variance (Almgren and Chriss 2000). */
  export interface ScheduleAlmgrenChriss {
    /** Number of slices. [from 1 to 10000] */
    readonly slices: number;
    /** Aversion to risk (lambda), in 1 / US dollar. [from 0.0 to 1e+18] */
    readonly risk_aversion_per_usd: number;
  }

  /**
   * How a parent order is cut into slices of equal time.
   * - `twap`: Equal slices (TWAP).
   * - `vwap`: Slices in proportion to expected volumes (VWAP).
   * - `participation`: At most a part of the expected volume (POV).
   * - `almgren_chriss`: Least expected cost plus aversion to risk times variance (Almgren and Chriss 2000).
   */
  export type Schedule =
    | { readonly twap: ScheduleTwap }
    | { readonly vwap: ScheduleVwap }
    | { readonly participation: ScheduleParticipation }
    | { readonly almgren_chriss: ScheduleAlmgrenChriss };

  /** Result of `execution_plan`: a plan, never a direction. */
  export interface ExecutionPlan {
    /** Slices in whole satoshis, one per interval; with `unscheduled_sat` they add up to the parent order. */
    readonly slices_sat: readonly (number)[];
    /** Starts of the intervals, in days from the start of the sale. */
    readonly start_days: readonly (number)[];
    /** Coins that the schedule leaves unsold, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly unscheduled_sat: number;
    /** Expected cost of crossing half the spread, in US dollars. */
    readonly spread_cost_usd: number;
    /** Expected cost of permanent impact, in US dollars. */
    readonly permanent_cost_usd: number;
    /** Expected cost of temporary impact, in US dollars. */
    readonly temporary_cost_usd: number;
    /** Expected cost, the sum of the three, in US dollars: linear impact with the rules of thumb of Almgren and Chriss. */
    readonly expected_cost_usd: number;
    /** Standard deviation of the cost, in US dollars: the price moves while the sale lasts. */
    readonly cost_deviation_usd: number;
    /** Expected cost as a fraction of the value that is sold. */
    readonly expected_cost: units.Outcome;
    /** Cost by the square-root law, in US dollars: a second estimate, of the order as a whole and whatever its schedule. */
    readonly square_root_cost_usd: number;
    /** Readiness of the market for the sale: 1 less the expected cost over the forbidding one, at least 0. */
    readonly readiness: number;
    /** Urgency (kappa) per day of the schedule of Almgren and Chriss. Absent: another schedule. */
    readonly kappa_per_day?: number;
  }

  /** Thompson sampling of beta posteriors. */
  export interface PolicyThompson {
    /** Factor by which older rewards count less with each new one. [from 0.0 to 1.0] */
    readonly keep: number;
  }

  /** Exponential weights against an adversary. */
  export interface PolicyExp3 {
    /** Part of the plays that explores. [from 0.0 to 1.0] */
    readonly gamma: number;
  }

  /** Upper confidence bound of a linear model of the score. */
  export interface PolicyLinUcb {
    /** Width of the bound, in standard deviations. [from 0.0 to 100.0] */
    readonly alpha: number;
    /** Ridge of the regression. [from 1e-9 to 1000000000.0] */
    readonly ridge: number;
  }

  /**
   * Rule by which a bandit explores and exploits.
   * - `thompson`: Thompson sampling of beta posteriors.
   * - `ucb1`: Upper confidence bound of the mean reward.
   * - `exp3`: Exponential weights against an adversary.
   * - `lin_ucb`: Upper confidence bound of a linear model of the score.
   */
  export type Policy =
    | { readonly thompson: PolicyThompson }
    | "ucb1"
    | { readonly exp3: PolicyExp3 }
    | { readonly lin_ucb: PolicyLinUcb };

  /**
   * Label that is predicted: whether holding loses against selling now.
   *
   * `net = close[t + h] / close[t] - 1 + cost`, the return of holding, less the return `-cost` of a sale; the label is 1 where `net < 0`. It is known
   * at `t + h` and not before.
   */
  export interface Label {
    /** Horizon of the label, in bars. [from 1 to 1000] */
    readonly horizon_bars: number;
    /** Cost of a sale as a fraction of what is sold: holding saves it. [from 0.0 to 1.0; 0.002 where absent] */
    readonly cost?: number | undefined;
  }

  /**
   * Name of a signal module.
   * - `regime`: A: in which regime trend and volatility are.
   * - `breakout`: B: whether a break out of the range is exhausted.
   * - `confluence`: C: support and resistance where several methods agree.
   * - `layers`: D: a ladder of sell prices and a stop in units of the true range.
   * - `miner_cycle`: E: where miners stand in their cycle of income and hashrate.
   * - `pattern`: F: chart patterns with their targets.
   * - `derivatives_pressure`: G: pressure from futures, perpetuals and options.
   * - `microstructure`: H: what an order would cost in the book. A plan, never a direction.
   * - `bandit_sizing`: I: which fraction of the position to move. A size, never a direction.
   * - `ensemble`: J: all modules pooled into one probability.
   */
  export type ModuleName =
    | "regime"
    | "breakout"
    | "confluence"
    | "layers"
    | "miner_cycle"
    | "pattern"
    | "derivatives_pressure"
    | "microstructure"
    | "bandit_sizing"
    | "ensemble";

  /** Probability `1 / (1 + e^(a s + b))` of a score `s`. */
  export interface PlattLine {
    /** Slope; negative where a higher score makes the label more probable. [from -1000000.0 to 1000000.0] */
    readonly slope: number;
    /** Offset. [from -1000000.0 to 1000000.0] */
    readonly offset: number;
  }

  /** A map that rises with the score, linear between its knots and constant beyond them. */
  export interface IsotonicMap {
    /** Scores of the knots, rising. */
    readonly scores: readonly (number)[];
    /** Probabilities at the knots, never falling. */
    readonly probabilities: readonly (number)[];
    /** Least probability that is answered, and the distance of the greatest one from 1: of none in `n` nothing is certain. [from 0.0 to 1.0] */
    readonly least: number;
  }

  /**
   * Map from a module's score to the probability of the label.
   * - `assumed`: Nothing was fitted: an assumption, `1 / (1 + e^(-2 s))`.
   * - `platt`: Logistic line.
   * - `isotonic`: Rising steps.
   */
  export type CalibrationMap =
    | "assumed"
    | { readonly platt: PlattLine }
    | { readonly isotonic: IsotonicMap };

  /** Map of one module, with what it was fitted to. */
  export interface ModuleCalibration {
    /** Module whose scores are mapped. */
    readonly module: ModuleName;
    /** Map from its scores to probabilities. */
    readonly map: CalibrationMap;
    /** Weight of the module before it has been judged, relative to the others. [from 0.0 to 1000000.0; 1.0 where absent] */
    readonly weight?: number | undefined;
    /** Number of labels that the map was fitted to. [from 0; 0 where absent] */
    readonly labels?: number | undefined;
    /** Effective number of those labels: overlapping ones count once per horizon. [from 0.0 to 1000000000.0; 0.0 where absent] */
    readonly effective_labels?: number | undefined;
    /** Brier score of the map on the labels that it was fitted to, which flatters. Absent: nothing was fitted. */
    readonly fitted_brier?: number | undefined;
  }

  /** What a pool needs to know of the past. */
  export interface Calibration {
    /** Label that the maps predict. */
    readonly label: Label;
    /** Instant of the last observation that was used, be it for the last label, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly fitted_until_ms: number;
    /** Part of the labels that came true. [from 0.0 to 1.0] */
    readonly base_rate: number;
    /** Mean net fall where the label came true, a fraction. [from 1e-12 to 1.0] */
    readonly mean_fall: number;
    /** Mean net rise where it did not, a fraction. [from 1e-12 to 1000000.0] */
    readonly mean_rise: number;
    /** Maps of the modules; one that is not there was never there to be fitted, and is not pooled. */
    readonly modules: readonly (ModuleCalibration)[];
  }

  /** Probabilities at which a stance is taken and left, and how often and how much is sold. */
  export interface Thresholds {
    /** Probability from which on the stance is to sell. [from 0.0 to 1.0; 0.7 where absent] */
    readonly sell_at?: number | undefined;
    /** Probability from which on the stance is to trim. [from 0.0 to 1.0; 0.6 where absent] */
    readonly trim_at?: number | undefined;
    /** Probability below which the stance is to hold again: hysteresis, so that noise around one threshold does not trade. [from 0.0 to 1.0; 0.55 where absent] */
    readonly leave_at?: number | undefined;
    /** Least number of bars from one sale to the next. [from 1 to 1000; 5 where absent] */
    readonly cool_down_bars?: number | undefined;
    /** Part of Kelly's fraction that is sold. [from 0.0 to 1.0; 0.5 where absent] */
    readonly kelly_part?: number | undefined;
    /** Greatest fraction of a holding in one sale. [from 0.0 to 1.0; 0.25 where absent] */
    readonly sell_cap?: number | undefined;
    /** Greatest fraction of a holding in one trim. [from 0.0 to 1.0; 0.1 where absent] */
    readonly trim_cap?: number | undefined;
  }

  /** One bin of probabilities. */
  export interface ReliabilityBin {
    /** Number of probabilities in the bin. [from 0] */
    readonly count: number;
    /** Mean of the probabilities in the bin. */
    readonly mean_probability: number;
    /** Part of their labels that came true. */
    readonly frequency: number;
    /** Lower end of the 95 % interval of the frequency (Clopper and Pearson), for the effective number of labels. */
    readonly frequency_low: number;
    /** Upper end of the 95 % interval of the frequency (Clopper and Pearson), for the effective number of labels. */
    readonly frequency_high: number;
  }

  /** Quality of probabilities. `brier = reliability - resolution + uncertainty + within`. */
  export interface ReliabilityReport {
    /** Number of probabilities with their labels. [from 0] */
    readonly count: number;
    /** Effective number of independent labels: overlapping ones count once per horizon. */
    readonly effective_count: number;
    /** Part of the labels that came true. */
    readonly base_rate: number;
    /** Brier score, the mean of `(p - y)^2`: less is better. */
    readonly brier: number;
    /** Brier score of always saying the base rate that was known before: what has to be beaten. Absent: it was not given. */
    readonly brier_of_reference?: number;
    /** Skill, 1 less the Brier score over that of the reference. Absent: there is none, or it is 0. */
    readonly brier_skill?: number;
    /** Reliability: mean squared distance of frequency and probability by bins, 0 if calibrated. */
    readonly reliability: number;
    /** Resolution: mean squared distance of the bins' frequencies from the base rate, more is better. */
    readonly resolution: number;
    /** Uncertainty of the labels, `b (1 - b)` of the base rate. */
    readonly uncertainty: number;
    /** What the bins hide: spread within them (Stephenson, Coelho and Jolliffe 2008), 0 where each holds one probability. */
    readonly within: number;
    /** Logarithmic loss, the mean of `-ln` of the probability of what happened. Absent: something happened that was called impossible. */
    readonly log_loss?: number;
    /** Expected calibration error: mean distance of frequency and probability by bins. */
    readonly calibration_error: number;
    /** Bins of equal width that hold any, from 0 to 1. */
    readonly bins: readonly (ReliabilityBin)[];
  }

  /** Days of the bitcoin network as columns, oldest first, each known at the close of a daily bar. */
  export interface NetworkDays {
    /** Instants at which the days were over, those of the bars' closes, day after day, in Unix milliseconds. */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | Date | string)[];
    /** New coins per block at the ends of the days, in satoshis. */
    readonly subsidy_sat: BigInt64Array | Float64Array | readonly (number | bigint)[];
    /** Difficulties of the days. NaN, or absent: not observed. */
    readonly difficulty?: Float64Array | readonly (number)[] | undefined;
    /** Mean hashrates of the network, in TH/s, as observed from its blocks. NaN, or absent: not observed. */
    readonly hashrate_ths?: Float64Array | readonly (number)[] | undefined;
    /** New coins of the days as counted, in satoshis. NaN, or absent: not counted. */
    readonly issuance_sat?: Float64Array | readonly (number)[] | undefined;
    /** Transaction fees of the days as counted, in satoshis. NaN, or absent: not counted. */
    readonly fees_sat?: Float64Array | readonly (number)[] | undefined;
  }

  /** Prices of one dated future as columns, oldest first. */
  export interface FuturePrices {
    /** Instant of the future's expiry, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly expiry_ms: number | Date | string;
    /** Instants of the prices, in Unix milliseconds. */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | Date | string)[];
    /** Prices of the future, in quote currency per unit of base. */
    readonly price: Float64Array | readonly (number)[];
  }

  /** Observations of derivatives over time; what is absent is not known. */
  export interface DerivativesHistory {
    /** Funding payments of a perpetual. Absent: not known. */
    readonly funding?: market.FundingHistory | undefined;
    /** Open interest in units of base. Absent: not known. */
    readonly open_interest?: market.OpenInterestHistory | undefined;
    /** Prices of dated futures; the basis is that of the one with most days left. Absent: not known. */
    readonly futures?: readonly (FuturePrices)[] | undefined;
    /** Chains of options, each at the instant of its latest quote, oldest first. Absent: not known. */
    readonly chains?: readonly (market.OptionChain)[] | undefined;
    /** Riskless rate per year, continuously compounded, for the parity of premiums in the quote currency. [1/year, from -10.0 to 10.0; 0.0 where absent] */
    readonly rate_per_year?: number | undefined;
    /** Greatest age at which an observation still counts, in milliseconds. [from 0 to 3153600000000; 172800000 where absent] */
    readonly max_age_ms?: number | undefined;
  }

  /** Inputs of `Regime`. */
  export interface RegimeParams {
    /** Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent] */
    readonly interval_ms?: number | undefined;
    /**
     * Switching model of the logarithmic returns, of two regimes, the turbulent one last: see `fit_regimes`. Absent, for bars of a day: the one
     * that was fitted to the daily closes of BTCUSDT on Binance from 2017-08-17 to 2024-04-30.
     */
    readonly model?: SwitchingModel | undefined;
    /** Length of the short average of the closes, in bars: below `long_length`. [from 1 to 100000; 50 where absent] */
    readonly short_length?: number | undefined;
    /** Length of the long average of the closes, in bars. [from 1 to 100000; 200 where absent] */
    readonly long_length?: number | undefined;
    /** Distance of the averages at which the trend counts in full, as a fraction of the long one. [from 1e-6 to 10.0; 0.1 where absent] */
    readonly trend_scale?: number | undefined;
    /** Most bars among which the close and the volatility are ranked. [from 2 to 100000; 365 where absent] */
    readonly rank_length?: number | undefined;
    /** Decay of the exponentially weighted variance, per bar: above 0, below 1. [from 0.0 to 1.0; 0.94 where absent] */
    readonly variance_decay?: number | undefined;
    /** Cumulative sums of the returns in units of their volatility. [{"mean":0.0,"slack":0.5,"threshold":5.0,"restart":true} where absent] */
    readonly shifts?: CusumParams | undefined;
    /** Run lengths of the returns in units of their volatility. [{"mean_run":250.0,"prior_mean":0.0,"prior_kappa":1.0,"prior_alpha":1.0,"prior_beta":1.0,"recent":5,"least_probability":1e-10,"most_runs":500} where absent] */
    readonly runs?: RunLengthParams | undefined;
    /** Length of the directional index, in bars. [from 1 to 100000; 14 where absent] */
    readonly adx_length?: number | undefined;
    /** Length of the efficiency ratio, in bars. [from 1 to 100000; 10 where absent] */
    readonly efficiency_length?: number | undefined;
    /** Bars for which a change of the run halves the confidence. [from 0 to 1000; 5 where absent] */
    readonly unsettled_length?: number | undefined;
  }

  /** Inputs of `Breakout`. */
  export interface BreakoutParams {
    /** Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent] */
    readonly interval_ms?: number | undefined;
    /** Length of the Donchian channel whose break counts, in bars before the current one. [from 1 to 100000; 20 where absent] */
    readonly channel_length?: number | undefined;
    /** Length of the Bollinger bands, in bars. [from 2 to 100000; 20 where absent] */
    readonly bollinger_length?: number | undefined;
    /** Distance of the Bollinger bands from their mean, in standard deviations. [from 0.1 to 100.0; 2.0 where absent] */
    readonly bollinger_deviations?: number | undefined;
    /** Length of the Keltner channel's average and true range, in bars. [from 1 to 100000; 20 where absent] */
    readonly keltner_length?: number | undefined;
    /** Distance of the Keltner channel's lines, in average true ranges. [from 0.1 to 100.0; 1.5 where absent] */
    readonly keltner_ranges?: number | undefined;
    /** Length of the average of the volume, in bars. [from 2 to 100000; 20 where absent] */
    readonly volume_length?: number | undefined;
    /** Part of that average below which a break is dry. [from 0.0 to 1.0; 0.8 where absent] */
    readonly dry_volume?: number | undefined;
    /** Part of a bar's range from which on its wick against the break counts. [from 0.0 to 1.0; 0.5 where absent] */
    readonly long_wick?: number | undefined;
    /** When momentum diverges. [{"rsi_length":14,"pivot_bars":3,"least_bars":5,"most_bars":60,"least_difference":3.0} where absent] */
    readonly divergence?: DivergenceParams | undefined;
    /** Bars for which a break counts, and a divergence after it was confirmed. [from 1 to 1000; 5 where absent] */
    readonly active_bars?: number | undefined;
  }

  /** Inputs of `Confluence`. */
  export interface ConfluenceParams {
    /** Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent] */
    readonly interval_ms?: number | undefined;
    /** Length of the average true range, in bars. [from 1 to 100000; 14 where absent] */
    readonly range_length?: number | undefined;
    /** Bars on either side of a turning point that it exceeds. [from 1 to 100; 5 where absent] */
    readonly pivot_bars?: number | undefined;
    /** Most turning points that are kept. [from 2 to 200; 16 where absent] */
    readonly most_swings?: number | undefined;
    /** Bars of a period, from whose range the pivot levels of the next one follow: a week of days. [from 1 to 10000; 7 where absent] */
    readonly period_bars?: number | undefined;
    /** Bars of the volume profile, which is taken at the end of each period. [from 1 to 10000; 90 where absent] */
    readonly profile_length?: number | undefined;
    /** Steps of price of the volume profile. [from 1 to 1000; 24 where absent] */
    readonly profile_bins?: number | undefined;
    /** Bars of a year, whose highest high and lowest low are levels. [from 1 to 100000; 365 where absent] */
    readonly extreme_length?: number | undefined;
    /** Distance between round numbers, in quote currency. Absent: round numbers are no levels. [from 1e-18 to 1e+18] */
    readonly round_step?: number | undefined;
    /** Bars in which what a level is worth falls to `1 / e`. [from 1.0 to 100000.0; 90.0 where absent] */
    readonly decay_bars?: number | undefined;
    /** Least width of a cluster, as a fraction of the price. [from 0.0 to 1.0; 0.003 where absent] */
    readonly least_tolerance?: number | undefined;
    /** Width of a cluster, as a fraction of the average true range. [from 0.0 to 1.0; 0.25 where absent] */
    readonly range_tolerance?: number | undefined;
    /** Distinct sources from which on a cluster counts. [from 1 to 7; 2 where absent] */
    readonly least_sources?: number | undefined;
  }

  /** Inputs of `Layers`. */
  export interface LayersParams {
    /** Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent] */
    readonly interval_ms?: number | undefined;
    /** Length of the average true range, in bars. [from 1 to 100000; 14 where absent] */
    readonly range_length?: number | undefined;
    /** Length of the average of the closes, in bars. [from 1 to 100000; 50 where absent] */
    readonly mean_length?: number | undefined;
    /** Most bars among which the true range, as a fraction of the close, is ranked. [from 2 to 100000; 365 where absent] */
    readonly rank_length?: number | undefined;
    /** How much wider the layers are from the calmest to the most turbulent market, in average true ranges. [from 0.0 to 1.9; 1.0 where absent] */
    readonly adaptation?: number | undefined;
    /** Number of layers. [from 1 to 100; 5 where absent] */
    readonly layers?: number | undefined;
    /** Exponent by which the distances of the layers grow: 1 for equal steps. [from 0.1 to 5.0; 1.2 where absent] */
    readonly exponent?: number | undefined;
    /** Length of the stop's window and true range, in bars. [from 1 to 100000; 22 where absent] */
    readonly stop_length?: number | undefined;
    /** Distance of the stop from the highest high, in average true ranges. [from 0.0 to 100.0; 3.0 where absent] */
    readonly stop_ranges?: number | undefined;
  }

  /** Inputs of `MinerCycle`. */
  export interface MinerCycleParams {
    /** Basis of the income of miners. ["expected_subsidy" where absent] */
    readonly basis?: IncomeBasis | undefined;
    /** Length of the average in the Puell multiple, in days. [from 1 to 10000; 365 where absent] */
    readonly puell_length?: number | undefined;
    /** Most days among which the Puell multiple and the difficulty's compression are ranked: four years. [from 2 to 100000; 1461 where absent] */
    readonly cycle_length?: number | undefined;
    /** Most days among which the hashprice is ranked. [from 2 to 100000; 365 where absent] */
    readonly hashprice_length?: number | undefined;
    /** Spans and hysteresis of the hash ribbons. [{"short_length":30,"long_length":60,"band":0.005,"price_short_length":10,"price_long_length":20} where absent] */
    readonly ribbons?: HashRibbonParams | undefined;
    /** Machine whose power cost is held against the hashprice. Absent: none is. */
    readonly machine?: EdgeMachine | undefined;
  }

  /** Inputs of `Pattern`. */
  export interface PatternParams {
    /** Length of each bar's interval, in milliseconds. [ms, from 1 to 31622400000; 86400000 where absent] */
    readonly interval_ms?: number | undefined;
    /** Bars on either side of a turning point that it exceeds. [from 1 to 100; 3 where absent] */
    readonly pivot_bars?: number | undefined;
    /** How much turning points of one pattern may differ. [{"tolerance":0.015,"rectangle_tolerance":0.0075,"least_separation":22} where absent] */
    readonly shape?: ShapeParams | undefined;
    /** Bars for which a pattern waits to be broken. [from 1 to 10000; 60 where absent] */
    readonly most_wait_bars?: number | undefined;
    /** Bars for which a broken pattern is followed. [from 1 to 10000; 30 where absent] */
    readonly most_age_bars?: number | undefined;
    /** Bars in which what a break says falls to `1 / e`. [from 0.1 to 1000.0; 5.0 where absent] */
    readonly decay_bars?: number | undefined;
    /**
     * Confidence while a broken pattern is followed: the share of them that reached their target, where a calibration has found one; 0.3 is
     * assumed. [from 0.0 to 1.0; 0.3 where absent]
     */
    readonly hit_rate?: number | undefined;
  }

  /** Inputs of `DerivativesPressure`. */
  export interface DerivativesPressureParams {
    /** Number of snapshots with which funding and risk reversal are compared. [from 2 to 10000; 90 where absent] */
    readonly length?: number | undefined;
    /** Basis per year that counts for nothing: the usual price of leverage. [from -1.0 to 10.0; 0.1 where absent] */
    readonly usual_basis?: number | undefined;
    /** Basis per year beyond the usual one that counts in full. [from 1e-6 to 10.0; 0.2 where absent] */
    readonly full_basis?: number | undefined;
    /** Change of open interest as a fraction, from one snapshot to the next, below which price and open interest say nothing together. [from 0.0 to 10.0; 0.01 where absent] */
    readonly least_change?: number | undefined;
  }

  /** Inputs of `Microstructure`. */
  export interface MicrostructureParams {
    /** Number of changes of the book over which the flow is added up. [from 1 to 10000; 1 where absent] */
    readonly length?: number | undefined;
  }

  /** Inputs of `BanditSizing`. */
  export interface BanditSizingParams {
    /** Rule by which the bandit explores and exploits. [{"thompson":{"keep":0.99}} where absent] */
    readonly policy?: Policy | undefined;
    /** Fractions of the holding that may be sold: the arms. [[0.0,0.05,0.1,0.15,0.2,0.25] where absent] */
    readonly fractions?: Float64Array | readonly (number)[] | undefined;
    /** Number of observations after which a sale is judged. [from 1 to 1000; 7 where absent] */
    readonly horizon?: number | undefined;
    /** Cost of a sale as a fraction of what is sold. [from 0.0 to 1.0; 0.002 where absent] */
    readonly cost?: number | undefined;
    /** Growth of the whole, in logarithms, that counts as reward 1; its negative counts as 0, and what is beyond is cut off. [from 1e-6 to 10.0; 0.1 where absent] */
    readonly full_reward?: number | undefined;
    /** Part of the Kelly fraction that is staked at most. [from 0.0 to 1.0; 0.5 where absent] */
    readonly kelly_part?: number | undefined;
    /** Greatest fraction that is ever sold at once. [from 0.0 to 1.0; 0.25 where absent] */
    readonly cap?: number | undefined;
    /** Seed of the random numbers. (answered as decimal text) */
    readonly seed?: bigint | number | string | undefined;
  }

  /** Parameters of the modules A to I; the ensemble has its own. Those that are absent are the module's defaults; the interval is that of the bars. */
  export interface ModuleParams {
    /** Parameters of module A, the regime. Absent: its defaults. */
    readonly regime?: RegimeParams | undefined;
    /** Parameters of module B, the breakout. Absent: its defaults. */
    readonly breakout?: BreakoutParams | undefined;
    /** Parameters of module C, the confluence of levels. Absent: its defaults. */
    readonly confluence?: ConfluenceParams | undefined;
    /** Parameters of module D, the layers of prices to sell at. Absent: its defaults. */
    readonly layers?: LayersParams | undefined;
    /** Parameters of module E, the cycle of the miners. Absent: its defaults. */
    readonly miner_cycle?: MinerCycleParams | undefined;
    /** Parameters of module F, the patterns. Absent: its defaults. */
    readonly pattern?: PatternParams | undefined;
    /** Parameters of module G, the pressure from derivatives. Absent: its defaults. */
    readonly derivatives_pressure?: DerivativesPressureParams | undefined;
    /** Parameters of module H, microstructure. Absent: its defaults. */
    readonly microstructure?: MicrostructureParams | undefined;
    /** Parameters of module I, sizing by a bandit. Absent: its defaults. */
    readonly bandit_sizing?: BanditSizingParams | undefined;
    /** Greatest age at which what is not of the bar itself (a day of the network, a book) still counts, in milliseconds. [from 0 to 3153600000000; 172800000 where absent] */
    readonly max_age_ms?: number | undefined;
  }

  /**
   * Reason that contributes to a score.
   * - `trend`: Short average of the price above or below the long one.
   * - `range_in_high_volatility`: Place in the range of the past year while volatility is high.
   * - `dry_volume`: Break of the range on little volume.
   * - `rejection_wick`: Long wick against the break.
   * - `divergence`: Momentum that does not confirm the new extreme.
   * - `stretch`: Price beyond its bands.
   * - `resistance`: Resistance close above the price.
   * - `support`: Support close below the price.
   * - `stretch_from_mean`: Distance of the price from its average in units of the true range.
   * - `range_rank`: Rank of the true range, with the sign of that distance.
   * - `puell_rank`: Rank of the miners' income against its average of a year.
   * - `hashprice_rank`: Rank of what a petahash earns.
   * - `hash_ribbon`: Hashrate falls, or recovers.
   * - `difficulty_ribbon`: Difficulty's averages lie close together.
   * - `break_even_stress`: Machines do not earn their power.
   * - `double_top`: Two tops of one height, broken downward.
   * - `double_bottom`: Two bottoms of one height, broken upward.
   * - `head_and_shoulders`: A top between two lower tops, broken downward.
   * - `inverse_head_and_shoulders`: A bottom between two higher bottoms, broken upward.
   * - `triangle`: Converging tops and bottoms, broken.
   * - `rectangle`: Level tops above level bottoms, broken.
   * - `no_pattern`: No chart pattern is active.
   * - `funding`: Funding of perpetuals, in standard deviations from its own past.
   * - `basis`: Futures above or below spot, per year.
   * - `risk_reversal`: Calls dearer or cheaper than puts at 25 delta.
   * - `open_interest_quadrant`: Price and open interest together.
   * - `base_rate`: How often the label of the ensemble came true in its history.
   * - `regime`: Opinion of the regime module.
   * - `breakout`: Opinion of the breakout module.
   * - `confluence`: Opinion of the confluence module.
   * - `layers`: Opinion of the layers module.
   * - `miner_cycle`: Opinion of the miner cycle module.
   * - `pattern`: Opinion of the pattern module.
   * - `derivatives_pressure`: Opinion of the derivatives module.
   * - `clamp`: What holds the sum between -1 and 1.
   */
  export type ReasonCode =
    | "trend"
    | "range_in_high_volatility"
    | "dry_volume"
    | "rejection_wick"
    | "divergence"
    | "stretch"
    | "resistance"
    | "support"
    | "stretch_from_mean"
    | "range_rank"
    | "puell_rank"
    | "hashprice_rank"
    | "hash_ribbon"
    | "difficulty_ribbon"
    | "break_even_stress"
    | "double_top"
    | "double_bottom"
    | "head_and_shoulders"
    | "inverse_head_and_shoulders"
    | "triangle"
    | "rectangle"
    | "no_pattern"
    | "funding"
    | "basis"
    | "risk_reversal"
    | "open_interest_quadrant"
    | "base_rate"
    | "regime"
    | "breakout"
    | "confluence"
    | "layers"
    | "miner_cycle"
    | "pattern"
    | "derivatives_pressure"
    | "clamp";

  /** One reason for a score. */
  export interface Reason {
    /** Code of the reason. */
    readonly code: ReasonCode;
    /** Value that is judged, in the unit of its feature. */
    readonly value: number;
    /** Value from which on the reason counts in full, or counts at all. Absent: the value counts as it is. */
    readonly threshold?: number;
    /** Contribution to the score, plus for selling. */
    readonly contribution: number;
  }

  /**
   * How a feature is read.
   * - `descriptive`: It describes, and advises nothing by itself.
   * - `momentum`: A high value advises to keep: what rises goes on rising.
   * - `contrarian`: A high value advises to sell: what is high falls back.
   */
  export type FeatureReading =
    | "descriptive"
    | "momentum"
    | "contrarian";

  /**
   * Value of a feature.
   * - `number`: A number, in the unit that the name ends in.
   * - `word`: A state.
   * - `flag`: Yes or no.
   */
  export type FeatureValue =
    | { readonly number: number }
    | { readonly word: string }
    | { readonly flag: boolean };

  /** One thing that a module saw. */
  export interface Feature {
    /** Name of the feature, that of its column. */
    readonly name: string;
    /** Reading of the feature: momentum, contrarian, or neither. */
    readonly reading: FeatureReading;
    /** Value of the feature. */
    readonly value: FeatureValue;
  }

  /** Assessment of one module at the close of one bar: a row of a tidy table. */
  export interface EvaluatedRow {
    /** Instant of the bar's close, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Module that assesses. */
    readonly module: ModuleName;
    /** Advice: 1 to sell now, -1 to keep. Absent unless the status is `ok`. */
    readonly score?: number;
    /** Confidence in the score, 0 to 1: 0 unless the status is `ok`. */
    readonly confidence: number;
    /** Status of the assessment. */
    readonly status: AssessmentStatus;
    /** Reasons of the score, whose contributions add up to it in this order; the last is the clamp. Empty unless the status is `ok`. */
    readonly reasons: readonly (Reason)[];
    /** Features that are known. */
    readonly features: readonly (Feature)[];
  }

  /**
   * Whether probabilities stand on the past.
   * - `calibrated`: Maps were fitted to the past.
   * - `in_sample`: Maps were fitted to this bar, or to later ones: the decision knew what it could not know.
   * - `uncalibrated`: Maps are assumptions: nothing is sold but trimmed at most.
   */
  export type CalibrationState =
    | "calibrated"
    | "in_sample"
    | "uncalibrated";

  /** Decision at the close of one bar. */
  export interface Decision {
    /** Instant of the bar's close, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Action that is advised. */
    readonly action: Action;
    /** Stance that hysteresis keeps: the action but for cool-down and size. */
    readonly stance: Action;
    /** Sell score, 100 times the probability: 0 to 100. Absent: no module says anything. */
    readonly sell_score?: number;
    /** Probability of the label. Absent: no module says anything. */
    readonly probability?: number;
    /** Fraction of the holding to sell. */
    readonly size_fraction: number;
    /** Plan of the sale. Absent: nothing is sold, or the holding, a fresh book or the volume is not known. */
    readonly plan?: ExecutionPlan;
    /** Coverage: weight of the modules that are pooled, 0 to 1. */
    readonly coverage: number;
    /** Confidence in the probability, 0 to 1. */
    readonly confidence: number;
    /** Number of bars until a next sale may follow the last one. [from 0] */
    readonly wait_bars: number;
    /** Whether maps were fitted to the past, to this bar or later ones (`in_sample`), or not at all. */
    readonly calibration: CalibrationState;
    /** Thresholds of the decision. */
    readonly thresholds: Thresholds;
  }

  /** Result of `evaluate`. */
  export interface EvaluateReport {
    /** Label that the ensemble predicts. */
    readonly label: Label;
    /** Rows of the modules A to J, bar by bar. */
    readonly rows: readonly (EvaluatedRow)[];
    /** Decisions, bar by bar. */
    readonly decisions: readonly (Decision)[];
  }

  /**
   * How maps are fitted.
   * - `platt`: Logistic line (Platt): two numbers, for few labels.
   * - `isotonic`: Rising steps (isotonic regression): for many labels.
   */
  export type CalibrationMethod =
    | "platt"
    | "isotonic";

  /** Rules of a walk-forward, fixed before it runs and printed with what it found. */
  export interface Protocol {
    /** Label that the ensemble predicts: horizon and cost. */
    readonly label: Label;
    /** Number of bars before the first calibration; the bars after them are the test. [from 2 to 1000000] */
    readonly first_fit_bars: number;
    /** Number of bars from one calibration to the next. [from 1 to 1000000] */
    readonly refit_every_bars: number;
    /** Way of fitting. ["platt" where absent] */
    readonly method?: CalibrationMethod | undefined;
    /** Effective labels below which a module is not fitted. [from 2.0 to 1000000.0; 20.0 where absent] */
    readonly least_effective_labels?: number | undefined;
    /** Thresholds, cool-down and sizes of the decision. [{"sell_at":0.7,"trim_at":0.6,"leave_at":0.55,"cool_down_bars":5,"kelly_part":0.5,"sell_cap":0.25,"trim_cap":0.1} where absent] */
    readonly thresholds?: Thresholds | undefined;
    /** Number of bars in a block of the bootstrap. Absent: twice the horizon, so that labels that overlap stay together. [from 0] */
    readonly block_bars?: number | undefined;
    /** Number of resamples of the bootstrap. [from 100 to 100000; 2000 where absent] */
    readonly resamples?: number | undefined;
    /** Seed of the bootstrap. (answered as decimal text) */
    readonly seed?: bigint | string | undefined;
    /** Number of past returns that each forecast baseline is fitted to. [from 10 to 100000; 250 where absent] */
    readonly forecast_window?: number | undefined;
  }

  /** Interval of a statistic by resampling blocks of days. */
  export interface BootstrapInterval {
    /** Lower end, the quantile of 2.5 %. */
    readonly low: number;
    /** Upper end, the quantile of 97.5 %. */
    readonly high: number;
    /** Number of resamples in which the statistic exists. [from 0] */
    readonly resamples: number;
  }

  /** Gain of following the advice over always holding. */
  export interface AgainstHolding {
    /** Number of bars at which a sale was advised. [from 0] */
    readonly sells: number;
    /** Number of bars at which a trim was advised. [from 0] */
    readonly trims: number;
    /** Number of bars at which holding was advised. [from 0] */
    readonly holds: number;
    /**
     * Sum over all sales of size times the net fall over the horizon, as a fraction of the holding: what was avoided, less what was missed, less
     * cost. Above 0: better than always holding.
     */
    readonly gain: number;
    /** Interval of that sum by the block bootstrap. Absent: nothing was advised. */
    readonly gain_interval?: BootstrapInterval;
    /** Hit rate: part of the sales and trims whose label came true. Absent: nothing was advised. */
    readonly hit_rate?: number;
    /** Interval of the hit rate by the block bootstrap. Absent: nothing was advised. */
    readonly hit_rate_interval?: BootstrapInterval;
    /** Part of all labels of the test that came true: the hit rate of always selling. */
    readonly base_rate: number;
    /** Whether the advice was better than always holding: yes or no where the interval of the gain has one sign. */
    readonly beats_always_hold: units.Verdict;
  }

  /** How one module fared on the bars of the test. */
  export interface ModuleTest {
    /** Module that was tested. */
    readonly module: ModuleName;
    /** Number of bars of the test at which it had a score. [from 0] */
    readonly ok_bars: number;
    /** Number of bars of the test at which it warmed up. [from 0] */
    readonly warmup_bars: number;
    /** Number of bars of the test at which it had no data. [from 0] */
    readonly no_data_bars: number;
    /** Number of bars of the test at which its data were too old. [from 0] */
    readonly stale_bars: number;
    /** Brier score of its calibrated probabilities on the test. Absent: it has no direction, no score or no map. */
    readonly brier?: number;
    /** Brier score of the base rate on the same bars: what has to be beaten. Absent: as for `brier`. */
    readonly brier_of_base_rate?: number;
    /** Weight by its past at the end of the test. Absent: it has no direction. */
    readonly last_weight?: number;
  }

  /** A band that is to hold the price with a probability. */
  export interface PriceBand {
    /** Probability that the price ends in the band, 0 to 1. */
    readonly level: number;
    /** Lower end of the band, in quote currency. */
    readonly low: number;
    /** Upper end of the band, in quote currency. */
    readonly high: number;
  }

  /** Forecast of one model from the last bar. */
  export interface ModelForecast {
    /** Mean of the logarithmic return over the horizon. */
    readonly mean: number;
    /** Standard deviation of the logarithmic return over the horizon. */
    readonly deviation: number;
    /** Median price at the horizon, in quote currency. */
    readonly median_price: number;
    /** Bands of the price, one per level. */
    readonly bands: readonly (PriceBand)[];
  }

  /** Coverage of the bands of one level. */
  export interface Coverage {
    /** Probability that the price was to end in the band. */
    readonly level: number;
    /** Part of the days on which it did. */
    readonly measured: number;
    /** Standard error of that part for the effective number of forecasts, if the level were true. */
    readonly standard_error: number;
  }

  /** Quality of one model over past days, each forecast made from what was known then. */
  export interface ForecastQuality {
    /** Number of forecasts with their outcomes. [from 0] */
    readonly count: number;
    /** Effective number of independent forecasts: overlapping ones count once per horizon. */
    readonly effective_count: number;
    /** Measured coverage of each level. */
    readonly coverage: readonly (Coverage)[];
    /** Mean continuous ranked probability score, in logarithmic returns: less is better. */
    readonly crps: number;
    /** Part of the forecasts in each tenth of the probability integral transform, from low to high: a tenth each if the forecasts are right. */
    readonly pit_tenths: readonly (number)[];
    /** Mean of the probability integral transform: 1/2 if the forecasts are right. */
    readonly pit_mean: number;
  }

  /** Result of `forecast` for one model. */
  export interface ForecastOfModel {
    /** Model that forecasts. */
    readonly model: ForecastModel;
    /** Forecast from the last bar. */
    readonly forecast: ModelForecast;
    /** Quality of its past forecasts. Absent: the closes are too few for any. */
    readonly quality?: ForecastQuality;
  }

  /** Result of a walk-forward. */
  export interface WalkForwardReport {
    /** Rules that were fixed before the run. */
    readonly protocol: Protocol;
    /** Number of bars of the history. [from 0] */
    readonly bars: number;
    /** Number of bars of the test whose label is known. [from 0] */
    readonly test_bars: number;
    /** Effective number of independent labels of the test: overlapping ones count once per horizon. */
    readonly effective_labels: number;
    /** Close of the first bar of the test, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly first_test_ms: number;
    /** Close of the last bar of the test whose label is known, in Unix milliseconds. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly last_test_ms: number;
    /** Number of calibrations. [from 0] */
    readonly fits: number;
    /** Number of refits that were left out, because too few labels were known or were of one kind. [from 0] */
    readonly refused_fits: number;
    /** Mean coverage of the pool on the bars of the test, 0 to 1. */
    readonly mean_coverage: number;
    /** Quality of the pooled probabilities on the bars of the test. Absent: there were none. */
    readonly calibration?: ReliabilityReport;
    /** Brier score of always saying the base rate that the calibration of that time knew: what has to be beaten. Absent: as for `calibration`. */
    readonly brier_of_base_rate?: number;
    /** Skill, 1 less the Brier score over that of the base rate: above 0 the ensemble knew something. Absent: as for `calibration`. */
    readonly brier_skill?: number;
    /** Interval of the skill by the block bootstrap. Absent: as for `calibration`. */
    readonly brier_skill_interval?: BootstrapInterval;
    /** Comparison with always holding. */
    readonly against_holding: AgainstHolding;
    /** Modules A to I. */
    readonly modules: readonly (ModuleTest)[];
    /** Forecast baselines over the same horizon. Absent: fewer closes than their window. */
    readonly forecasts?: readonly (ForecastOfModel)[];
  }

  /** Result of `forecast`. */
  export interface ForecastReport {
    /** Models in the order of the request. */
    readonly models: readonly (ForecastOfModel)[];
  }

  /** Inputs of `indicator`. */
  export interface IndicatorParams {
    /** Indicator, with its parameters. */
    readonly indicator: IndicatorKind;
    /** Treatment of a number that is not finite. ["refuse" where absent] */
    readonly non_finite?: NonFinite | undefined;
  }

  /** Columns that `signals.indicator_batch` takes. */
  export interface IndicatorBatchInput extends Columns {
    /** Last price of the interval, or value of any other series. */
    readonly close?: Float64Array | readonly number[] | number | undefined;
    /** Highest price of the interval, for indicators of bars. */
    readonly high?: Float64Array | readonly number[] | number | undefined;
    /** Lowest price of the interval, for indicators of bars. */
    readonly low?: Float64Array | readonly number[] | number | undefined;
    /** Volume traded in the interval, for indicators of volume. */
    readonly volume?: Float64Array | readonly number[] | number | undefined;
    /** First price of the interval, for patterns of candles. */
    readonly open?: Float64Array | readonly number[] | number | undefined;
    /** Value of a second series, for indicators of two. */
    readonly other?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `signals.indicator_batch` answers. */
  export interface IndicatorBatchColumns extends Columns {
    /** Main line: the average, index, range or level itself; of bands and levels, the middle one. */
    readonly value: Float64Array;
    /** Second line: signal of MACD, %D, direction of a trend (1 up, -1 down), swings confirmed, share of the value area. */
    readonly signal: Float64Array;
    /** Upper band, resistance, last swing high, stop of a short position, or +DI. */
    readonly upper: Float64Array;
    /** Lower band, support, last swing low, stop of a long position, or -DI. */
    readonly lower: Float64Array;
  }

  /** Inputs of `indicator_lanes`. */
  export interface IndicatorLanesParams {
    /** Indicators of one series, with their parameters: one for all series, one for each, or up to eight for the only series. */
    readonly indicators: readonly (IndicatorKind)[];
  }

  /** Columns that `signals.indicator_lanes` takes. */
  export interface IndicatorLanesInput extends Columns {
    /** Value of the first series: 0, or a number of size 1e-100 to 1e100. */
    readonly series_0: Float64Array | readonly number[] | number;
    /** Value of the second series. */
    readonly series_1?: Float64Array | readonly number[] | number | undefined;
    /** Value of the third series. */
    readonly series_2?: Float64Array | readonly number[] | number | undefined;
    /** Value of the fourth series. */
    readonly series_3?: Float64Array | readonly number[] | number | undefined;
    /** Value of the fifth series. */
    readonly series_4?: Float64Array | readonly number[] | number | undefined;
    /** Value of the sixth series. */
    readonly series_5?: Float64Array | readonly number[] | number | undefined;
    /** Value of the seventh series. */
    readonly series_6?: Float64Array | readonly number[] | number | undefined;
    /** Value of the eighth series. */
    readonly series_7?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `signals.indicator_lanes` answers. */
  export interface IndicatorLanesColumns extends Columns {
    /** Main line of the first lane: the first indicator of the first series. */
    readonly lane_0: Float64Array;
    /** Main line of the second lane. */
    readonly lane_1: Float64Array;
    /** Main line of the third lane. */
    readonly lane_2: Float64Array;
    /** Main line of the fourth lane. */
    readonly lane_3: Float64Array;
    /** Main line of the fifth lane. */
    readonly lane_4: Float64Array;
    /** Main line of the sixth lane. */
    readonly lane_5: Float64Array;
    /** Main line of the seventh lane. */
    readonly lane_6: Float64Array;
    /** Main line of the eighth lane. */
    readonly lane_7: Float64Array;
  }

  /** Inputs of `indicator`. */
  export interface IndicatorParams {
    /** Indicator, with its parameters. */
    readonly indicator: IndicatorKind;
    /** Treatment of a number that is not finite. ["refuse" where absent] */
    readonly non_finite?: NonFinite | undefined;
  }

  /** Columns that `signals.indicator` takes. */
  export interface IndicatorInput extends Columns {
    /** Last price of the interval, or value of any other series. */
    readonly close?: Float64Array | readonly number[] | number | undefined;
    /** Highest price of the interval, for indicators of bars. */
    readonly high?: Float64Array | readonly number[] | number | undefined;
    /** Lowest price of the interval, for indicators of bars. */
    readonly low?: Float64Array | readonly number[] | number | undefined;
    /** Volume traded in the interval, for indicators of volume. */
    readonly volume?: Float64Array | readonly number[] | number | undefined;
    /** First price of the interval, for patterns of candles. */
    readonly open?: Float64Array | readonly number[] | number | undefined;
    /** Value of a second series, for indicators of two. */
    readonly other?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `signals.indicator` answers. */
  export interface IndicatorColumns extends Columns {
    /** Main line: the average, index, range or level itself; of bands and levels, the middle one. */
    readonly value: Float64Array;
    /** Second line: signal of MACD, %D, direction of a trend (1 up, -1 down), swings confirmed, share of the value area. */
    readonly signal: Float64Array;
    /** Upper band, resistance, last swing high, stop of a short position, or +DI. */
    readonly upper: Float64Array;
    /** Lower band, support, last swing low, stop of a long position, or -DI. */
    readonly lower: Float64Array;
  }

  /** One event of `signals.indicator`. */
  export interface IndicatorEvent extends Columns {
    /** Last price of the interval, or value of any other series. */
    readonly close?: number | undefined;
    /** Highest price of the interval, for indicators of bars. */
    readonly high?: number | undefined;
    /** Lowest price of the interval, for indicators of bars. */
    readonly low?: number | undefined;
    /** Volume traded in the interval, for indicators of volume. */
    readonly volume?: number | undefined;
    /** First price of the interval, for patterns of candles. */
    readonly open?: number | undefined;
    /** Value of a second series, for indicators of two. */
    readonly other?: number | undefined;
  }

  /** One output of `signals.indicator`. */
  export interface IndicatorRow extends Columns {
    /** Main line: the average, index, range or level itself; of bands and levels, the middle one. */
    readonly value: number;
    /** Second line: signal of MACD, %D, direction of a trend (1 up, -1 down), swings confirmed, share of the value area. */
    readonly signal: number;
    /** Upper band, resistance, last swing high, stop of a short position, or +DI. */
    readonly upper: number;
    /** Lower band, support, last swing low, stop of a long position, or -DI. */
    readonly lower: number;
  }

  /** Inputs of `indicator_start`. */
  export interface IndicatorStartRequest {
    /** Indicator, with its parameters. */
    readonly indicator: IndicatorKind;
    /** Decimal digits that must not depend on the beginning of the series. [from 0 to 15; 12 where absent] */
    readonly digits?: number | undefined;
  }

  /** Columns that `signals.regime` takes. */
  export interface RegimeInput extends Columns {
    /** Instant at which the bar closed, the first at which it is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** First price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly open: Float64Array | readonly number[] | number;
    /** Highest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly high: Float64Array | readonly number[] | number;
    /** Lowest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly low: Float64Array | readonly number[] | number;
    /** Last price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly close: Float64Array | readonly number[] | number;
    /** Volume traded in the interval, in units of base, 0 to 1e24. Absent, NaN in a column: the source does not count it. */
    readonly volume_base?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `signals.regime` answers. */
  export interface RegimeColumns extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: Float64Array;
    /**
     * Confidence in the score, 0 to 1: distance of the two regimes' probabilities, times the part of the rank's window that is filled, halved
     * after a change of the run.
     */
    readonly confidence: Float64Array;
    /** Status of the assessment. */
    readonly status: Words<AssessmentStatus>;
    /** Contribution of the trend: `-0.6 min(1, max(-1, trend_momentum / trend_scale))`. */
    readonly trend_contribution: Float64Array;
    /** Contribution of the place in the range: `0.4 (2 range_rank_contrarian - 1) turbulence_probability`. */
    readonly range_in_high_volatility_contribution: Float64Array;
    /** Contribution that holds the score between -1 and 1. */
    readonly clamp_contribution: Float64Array;
    /** Short average of the closes over the long one, less 1. */
    readonly trend_momentum: Float64Array;
    /** Rank of the close among the last closes, 0 to 1. */
    readonly range_rank_contrarian: Float64Array;
    /** Strength of the trend, whichever way: average directional index, 0 to 100. From 25 on a trend is held to be strong. */
    readonly adx: Float64Array;
    /** Efficiency ratio: net change over the path, 0 to 1. */
    readonly efficiency_ratio: Float64Array;
    /** Filtered probability of the turbulent regime: it knows this bar and none after it. */
    readonly turbulence_probability: Float64Array;
    /** Logarithm of the density of the return under the switching model, given all returns before. */
    readonly log_density: Float64Array;
    /** Regime of the volatility. */
    readonly volatility: Words<Volatility>;
    /** Exponentially weighted volatility, per square root of a year of 365 days. */
    readonly volatility_per_year: Float64Array;
    /** Rank of that volatility among those of the last bars, 0 to 1. */
    readonly volatility_rank: Float64Array;
    /** Lasting shift of the mean return at this bar. */
    readonly shift: Words<CusumAlarm>;
    /** Likeliest length of the present run of returns, in bars. [from 0] */
    readonly likeliest_run_bars: BigInt64Array;
    /** Probability that the run began within the last bars. */
    readonly recent_change_probability: Float64Array;
    /** Probability of the run lengths that were dropped at this bar. */
    readonly dropped_probability: Float64Array;
  }

  /** One event of `signals.regime`. */
  export interface RegimeEvent extends Columns {
    /** Instant at which the bar closed, the first at which it is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** First price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly open: number;
    /** Highest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly high: number;
    /** Lowest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly low: number;
    /** Last price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly close: number;
    /** Volume traded in the interval, in units of base, 0 to 1e24. Absent, NaN in a column: the source does not count it. */
    readonly volume_base?: number | undefined;
  }

  /** One output of `signals.regime`. */
  export interface RegimeRow extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: number;
    /**
     * Confidence in the score, 0 to 1: distance of the two regimes' probabilities, times the part of the rank's window that is filled, halved
     * after a change of the run.
     */
    readonly confidence: number;
    /** Status of the assessment. */
    readonly status: AssessmentStatus;
    /** Contribution of the trend: `-0.6 min(1, max(-1, trend_momentum / trend_scale))`. */
    readonly trend_contribution: number;
    /** Contribution of the place in the range: `0.4 (2 range_rank_contrarian - 1) turbulence_probability`. */
    readonly range_in_high_volatility_contribution: number;
    /** Contribution that holds the score between -1 and 1. */
    readonly clamp_contribution: number;
    /** Short average of the closes over the long one, less 1. */
    readonly trend_momentum: number;
    /** Rank of the close among the last closes, 0 to 1. */
    readonly range_rank_contrarian: number;
    /** Strength of the trend, whichever way: average directional index, 0 to 100. From 25 on a trend is held to be strong. */
    readonly adx: number;
    /** Efficiency ratio: net change over the path, 0 to 1. */
    readonly efficiency_ratio: number;
    /** Filtered probability of the turbulent regime: it knows this bar and none after it. */
    readonly turbulence_probability: number;
    /** Logarithm of the density of the return under the switching model, given all returns before. */
    readonly log_density: number;
    /** Regime of the volatility. */
    readonly volatility: Volatility;
    /** Exponentially weighted volatility, per square root of a year of 365 days. */
    readonly volatility_per_year: number;
    /** Rank of that volatility among those of the last bars, 0 to 1. */
    readonly volatility_rank: number;
    /** Lasting shift of the mean return at this bar. */
    readonly shift: CusumAlarm;
    /** Likeliest length of the present run of returns, in bars. [from 0] */
    readonly likeliest_run_bars: bigint;
    /** Probability that the run began within the last bars. */
    readonly recent_change_probability: number;
    /** Probability of the run lengths that were dropped at this bar. */
    readonly dropped_probability: number;
  }

  /** Inputs of `RegimeFilter`. */
  export interface RegimeFilterParams {
    /** Switching model of the series, of two regimes and without autoregression: see `fit_regimes`. */
    readonly model: SwitchingModel;
  }

  /** Columns that `signals.regime_filter` takes. */
  export interface RegimeFilterInput extends Columns {
    /** Value of the series: 0, or a number of size 1e-100 to 1e100. */
    readonly value: Float64Array | readonly number[] | number;
  }

  /** Columns that `signals.regime_filter` answers. */
  export interface RegimeFilterColumns extends Columns {
    /** Filtered probability of the second regime: it knows this value and none after it. */
    readonly second_probability: Float64Array;
    /** Logarithm of the density of this value, given all before. */
    readonly log_density: Float64Array;
  }

  /** One event of `signals.regime_filter`. */
  export interface RegimeFilterEvent extends Columns {
    /** Value of the series: 0, or a number of size 1e-100 to 1e100. */
    readonly value: number;
  }

  /** One output of `signals.regime_filter`. */
  export interface RegimeFilterRow extends Columns {
    /** Filtered probability of the second regime: it knows this value and none after it. */
    readonly second_probability: number;
    /** Logarithm of the density of this value, given all before. */
    readonly log_density: number;
  }

  /** Columns that `signals.breakout` takes. */
  export interface BreakoutInput extends Columns {
    /** Instant at which the bar closed, the first at which it is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** First price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly open: Float64Array | readonly number[] | number;
    /** Highest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly high: Float64Array | readonly number[] | number;
    /** Lowest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly low: Float64Array | readonly number[] | number;
    /** Last price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly close: Float64Array | readonly number[] | number;
    /** Volume traded in the interval, in units of base, 0 to 1e24. Absent, NaN in a column: the source does not count it. */
    readonly volume_base?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `signals.breakout` answers. */
  export interface BreakoutColumns extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: Float64Array;
    /** Confidence in the score, 0 to 1: 0.4, and 0.2 for each of the three channels that the break has left; 0.65 of that without volumes. */
    readonly confidence: Float64Array;
    /** Status of the assessment. */
    readonly status: Words<AssessmentStatus>;
    /** Contribution of little volume at the break. NaN where the bars have no volume. */
    readonly dry_volume_contribution: Float64Array;
    /** Contribution of a long wick against the break. */
    readonly rejection_wick_contribution: Float64Array;
    /** Contribution of momentum that does not confirm. */
    readonly divergence_contribution: Float64Array;
    /** Contribution of a close beyond the Bollinger band. */
    readonly stretch_contribution: Float64Array;
    /** Contribution that holds the score between -1 and 1. */
    readonly clamp_contribution: Float64Array;
    /** Break that counts. */
    readonly direction: Words<Break>;
    /** Bars since that break; 0 where none counts. [from 0] */
    readonly break_age_bars: BigInt64Array;
    /** Channels that the break has left: Donchian, Bollinger, Keltner. [from 0] */
    readonly channels_left: BigInt64Array;
    /** Close within the Bollinger bands: 0 at the lower, 1 at the upper one. Beyond them, where it counts as a reason, it is read as contrarian. */
    readonly percent_b_contrarian: Float64Array;
    /** Distance of the Bollinger bands over their mean. */
    readonly bandwidth: Float64Array;
    /** Whether the Bollinger bands lie within the Keltner channel. */
    readonly squeeze: Uint8Array;
    /** Volume over its average. */
    readonly relative_volume: Float64Array;
    /** Volume over its average at the break that counts. */
    readonly break_volume: Float64Array;
    /** Whether the volume is a climax: more than twice its average, and 2.5 standard deviations above it. */
    readonly volume_climax: Uint8Array;
    /** Longest wick against the break since then, as a part of its bar's range. */
    readonly wick_share: Float64Array;
    /** Relative strength index, 0 to 100; a level says nothing here, a divergence does. */
    readonly rsi: Float64Array;
    /** Points by which the index fell short at the divergence that counts; 0 where none does. */
    readonly divergence_points: Float64Array;
  }

  /** One event of `signals.breakout`. */
  export interface BreakoutEvent extends Columns {
    /** Instant at which the bar closed, the first at which it is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** First price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly open: number;
    /** Highest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly high: number;
    /** Lowest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly low: number;
    /** Last price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly close: number;
    /** Volume traded in the interval, in units of base, 0 to 1e24. Absent, NaN in a column: the source does not count it. */
    readonly volume_base?: number | undefined;
  }

  /** One output of `signals.breakout`. */
  export interface BreakoutRow extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: number;
    /** Confidence in the score, 0 to 1: 0.4, and 0.2 for each of the three channels that the break has left; 0.65 of that without volumes. */
    readonly confidence: number;
    /** Status of the assessment. */
    readonly status: AssessmentStatus;
    /** Contribution of little volume at the break. NaN where the bars have no volume. */
    readonly dry_volume_contribution: number;
    /** Contribution of a long wick against the break. */
    readonly rejection_wick_contribution: number;
    /** Contribution of momentum that does not confirm. */
    readonly divergence_contribution: number;
    /** Contribution of a close beyond the Bollinger band. */
    readonly stretch_contribution: number;
    /** Contribution that holds the score between -1 and 1. */
    readonly clamp_contribution: number;
    /** Break that counts. */
    readonly direction: Break;
    /** Bars since that break; 0 where none counts. [from 0] */
    readonly break_age_bars: bigint;
    /** Channels that the break has left: Donchian, Bollinger, Keltner. [from 0] */
    readonly channels_left: bigint;
    /** Close within the Bollinger bands: 0 at the lower, 1 at the upper one. Beyond them, where it counts as a reason, it is read as contrarian. */
    readonly percent_b_contrarian: number;
    /** Distance of the Bollinger bands over their mean. */
    readonly bandwidth: number;
    /** Whether the Bollinger bands lie within the Keltner channel. */
    readonly squeeze: boolean;
    /** Volume over its average. */
    readonly relative_volume: number;
    /** Volume over its average at the break that counts. */
    readonly break_volume: number;
    /** Whether the volume is a climax: more than twice its average, and 2.5 standard deviations above it. */
    readonly volume_climax: boolean;
    /** Longest wick against the break since then, as a part of its bar's range. */
    readonly wick_share: number;
    /** Relative strength index, 0 to 100; a level says nothing here, a divergence does. */
    readonly rsi: number;
    /** Points by which the index fell short at the divergence that counts; 0 where none does. */
    readonly divergence_points: number;
  }

  /** Columns that `signals.confluence` takes. */
  export interface ConfluenceInput extends Columns {
    /** Instant at which the bar closed, the first at which it is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** First price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly open: Float64Array | readonly number[] | number;
    /** Highest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly high: Float64Array | readonly number[] | number;
    /** Lowest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly low: Float64Array | readonly number[] | number;
    /** Last price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly close: Float64Array | readonly number[] | number;
    /** Volume traded in the interval, in units of base, 0 to 1e24. Absent, NaN in a column: the source does not count it. */
    readonly volume_base?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `signals.confluence` answers. */
  export interface ConfluenceColumns extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: Float64Array;
    /** Confidence in the score, 0 to 1: a quarter for each distinct source of the stronger side. */
    readonly confidence: Float64Array;
    /** Status of the assessment. */
    readonly status: Words<AssessmentStatus>;
    /** Contribution of the resistance: `strength e^(-distance) / 2`; 0 where there is none. */
    readonly resistance_contribution: Float64Array;
    /** Contribution of the support: `-strength e^(-distance) / 2`; 0 where there is none. */
    readonly support_contribution: Float64Array;
    /** Contribution that holds the score between -1 and 1. */
    readonly clamp_contribution: Float64Array;
    /** Price of the resistance that counts most, in quote currency. */
    readonly resistance_price: Float64Array;
    /** Distance of the resistance from the close, in average true ranges. */
    readonly resistance_distance_ranges: Float64Array;
    /** Strength of the resistance. */
    readonly resistance_strength: Float64Array;
    /** Distinct sources of the resistance. [from 0] */
    readonly resistance_sources: BigInt64Array;
    /** Turning points at the resistance. [from 0] */
    readonly resistance_touches: BigInt64Array;
    /** Age of the resistance's youngest level, in bars. [from 0] */
    readonly resistance_age_bars: BigInt64Array;
    /** Price of the support that counts most, in quote currency. */
    readonly support_price: Float64Array;
    /** Distance of the support from the close, in average true ranges. */
    readonly support_distance_ranges: Float64Array;
    /** Strength of the support. */
    readonly support_strength: Float64Array;
    /** Distinct sources of the support. [from 0] */
    readonly support_sources: BigInt64Array;
    /** Turning points at the support. [from 0] */
    readonly support_touches: BigInt64Array;
    /** Age of the support's youngest level, in bars. [from 0] */
    readonly support_age_bars: BigInt64Array;
    /** Levels within reach of the close. [from 0] */
    readonly levels: BigInt64Array;
    /** Width of a cluster at this bar, as a fraction of the price. */
    readonly tolerance: Float64Array;
  }

  /** One event of `signals.confluence`. */
  export interface ConfluenceEvent extends Columns {
    /** Instant at which the bar closed, the first at which it is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** First price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly open: number;
    /** Highest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly high: number;
    /** Lowest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly low: number;
    /** Last price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly close: number;
    /** Volume traded in the interval, in units of base, 0 to 1e24. Absent, NaN in a column: the source does not count it. */
    readonly volume_base?: number | undefined;
  }

  /** One output of `signals.confluence`. */
  export interface ConfluenceRow extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: number;
    /** Confidence in the score, 0 to 1: a quarter for each distinct source of the stronger side. */
    readonly confidence: number;
    /** Status of the assessment. */
    readonly status: AssessmentStatus;
    /** Contribution of the resistance: `strength e^(-distance) / 2`; 0 where there is none. */
    readonly resistance_contribution: number;
    /** Contribution of the support: `-strength e^(-distance) / 2`; 0 where there is none. */
    readonly support_contribution: number;
    /** Contribution that holds the score between -1 and 1. */
    readonly clamp_contribution: number;
    /** Price of the resistance that counts most, in quote currency. */
    readonly resistance_price: number;
    /** Distance of the resistance from the close, in average true ranges. */
    readonly resistance_distance_ranges: number;
    /** Strength of the resistance. */
    readonly resistance_strength: number;
    /** Distinct sources of the resistance. [from 0] */
    readonly resistance_sources: bigint;
    /** Turning points at the resistance. [from 0] */
    readonly resistance_touches: bigint;
    /** Age of the resistance's youngest level, in bars. [from 0] */
    readonly resistance_age_bars: bigint;
    /** Price of the support that counts most, in quote currency. */
    readonly support_price: number;
    /** Distance of the support from the close, in average true ranges. */
    readonly support_distance_ranges: number;
    /** Strength of the support. */
    readonly support_strength: number;
    /** Distinct sources of the support. [from 0] */
    readonly support_sources: bigint;
    /** Turning points at the support. [from 0] */
    readonly support_touches: bigint;
    /** Age of the support's youngest level, in bars. [from 0] */
    readonly support_age_bars: bigint;
    /** Levels within reach of the close. [from 0] */
    readonly levels: bigint;
    /** Width of a cluster at this bar, as a fraction of the price. */
    readonly tolerance: number;
  }

  /** Columns that `signals.layers` takes. */
  export interface LayersInput extends Columns {
    /** Instant at which the bar closed, the first at which it is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** First price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly open: Float64Array | readonly number[] | number;
    /** Highest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly high: Float64Array | readonly number[] | number;
    /** Lowest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly low: Float64Array | readonly number[] | number;
    /** Last price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly close: Float64Array | readonly number[] | number;
    /** Volume traded in the interval, in units of base, 0 to 1e24. Absent, NaN in a column: the source does not count it. */
    readonly volume_base?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `signals.layers` answers. */
  export interface LayersColumns extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: Float64Array;
    /** Confidence in the score, 0 to 1: 0.8 times the part of the rank's window that is filled. */
    readonly confidence: Float64Array;
    /** Status of the assessment. */
    readonly status: Words<AssessmentStatus>;
    /** Contribution of the distance from the mean: `0.5 stretch_contrarian / 3`. */
    readonly stretch_from_mean_contribution: Float64Array;
    /** Contribution of the true range's rank: `0.5 (2 range_rank - 1)`, with the sign of the stretch. */
    readonly range_rank_contribution: Float64Array;
    /** Contribution that holds the score between -1 and 1. */
    readonly clamp_contribution: Float64Array;
    /** Distance of the close from its mean, in average true ranges. */
    readonly stretch_contrarian: Float64Array;
    /** Average true range, in quote currency. */
    readonly average_range: Float64Array;
    /** Rank of the average true range, as a fraction of the close, among those of the last bars, 0 to 1. */
    readonly range_rank: Float64Array;
    /** Distance of the first layer from the close, in quote currency: the average true range times `1 + adaptation (range_rank - 0.5)`. */
    readonly layer_unit: Float64Array;
    /** Price of the nearest layer, in quote currency. */
    readonly first_layer_price: Float64Array;
    /** Price of the furthest layer, in quote currency. */
    readonly last_layer_price: Float64Array;
    /** Stop of what is kept, in quote currency: it only rises until a close falls below it. NaN while there is none. */
    readonly stop_price: Float64Array;
    /** Whether this bar closed below the stop. */
    readonly stop_hit: Uint8Array;
  }

  /** One event of `signals.layers`. */
  export interface LayersEvent extends Columns {
    /** Instant at which the bar closed, the first at which it is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** First price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly open: number;
    /** Highest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly high: number;
    /** Lowest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly low: number;
    /** Last price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly close: number;
    /** Volume traded in the interval, in units of base, 0 to 1e24. Absent, NaN in a column: the source does not count it. */
    readonly volume_base?: number | undefined;
  }

  /** One output of `signals.layers`. */
  export interface LayersRow extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: number;
    /** Confidence in the score, 0 to 1: 0.8 times the part of the rank's window that is filled. */
    readonly confidence: number;
    /** Status of the assessment. */
    readonly status: AssessmentStatus;
    /** Contribution of the distance from the mean: `0.5 stretch_contrarian / 3`. */
    readonly stretch_from_mean_contribution: number;
    /** Contribution of the true range's rank: `0.5 (2 range_rank - 1)`, with the sign of the stretch. */
    readonly range_rank_contribution: number;
    /** Contribution that holds the score between -1 and 1. */
    readonly clamp_contribution: number;
    /** Distance of the close from its mean, in average true ranges. */
    readonly stretch_contrarian: number;
    /** Average true range, in quote currency. */
    readonly average_range: number;
    /** Rank of the average true range, as a fraction of the close, among those of the last bars, 0 to 1. */
    readonly range_rank: number;
    /** Distance of the first layer from the close, in quote currency: the average true range times `1 + adaptation (range_rank - 0.5)`. */
    readonly layer_unit: number;
    /** Price of the nearest layer, in quote currency. */
    readonly first_layer_price: number;
    /** Price of the furthest layer, in quote currency. */
    readonly last_layer_price: number;
    /** Stop of what is kept, in quote currency: it only rises until a close falls below it. NaN while there is none. */
    readonly stop_price: number;
    /** Whether this bar closed below the stop. */
    readonly stop_hit: boolean;
  }

  /** Columns that `signals.miner_cycle` takes. */
  export interface MinerCycleInput extends Columns {
    /** Instant at which the day was over, the first at which it is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Price of one bitcoin at the end of the day, in US dollars: above 0. [USD, from 0.0 to 1000000000000.0] */
    readonly btc_price_usd: Float64Array | readonly number[] | number;
    /** New coins per block at the end of the day, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: BigInt64Array | Float64Array | readonly (number | bigint)[] | number | bigint;
    /** New coins of the day as counted, in satoshis; a part of one is rounded. Absent, NaN in a column: not counted. [sat, from 0.0 to 2100000000000000.0] */
    readonly issuance_sat?: Float64Array | readonly number[] | number | undefined;
    /** Transaction fees of the day as counted, in satoshis; a part of one is rounded. Absent, NaN in a column: not counted. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_sat?: Float64Array | readonly number[] | number | undefined;
    /** Difficulty of the day. Absent, NaN in a column: not observed. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty?: Float64Array | readonly number[] | number | undefined;
    /** Mean hashrate of the network on the day, in TH/s, as observed from its blocks. Absent, NaN in a column: not observed. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `signals.miner_cycle` answers. */
  export interface MinerCycleColumns extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: Float64Array;
    /** Confidence in the score, 0 to 1: mean over all reasons of how full their windows are, 0 for one that is not known. */
    readonly confidence: Float64Array;
    /** Status of the assessment. */
    readonly status: Words<AssessmentStatus>;
    /** Contribution of the Puell multiple: `2 rank - 1` over the number of reasons that are known. */
    readonly puell_rank_contribution: Float64Array;
    /** Contribution of the hashprice: `2 rank - 1` over the number of reasons that are known. */
    readonly hashprice_rank_contribution: Float64Array;
    /** Contribution of the hash ribbons: -1 in a capitulation, -0.5 in a recovery, over the number of reasons that are known. */
    readonly hash_ribbon_contribution: Float64Array;
    /** Contribution of the difficulty ribbon: `2 rank - 1` of its compression over the number of reasons that are known. */
    readonly difficulty_ribbon_contribution: Float64Array;
    /** Contribution of the machine: `1 - 2 power_cost_share`, at least -1, over the number of reasons that are known. */
    readonly break_even_stress_contribution: Float64Array;
    /** Contribution that holds the score between -1 and 1. */
    readonly clamp_contribution: Float64Array;
    /** Basis of the income of miners. */
    readonly basis: Words<IncomeBasis>;
    /** Puell multiple: new coins of the day in US dollars over their average of a year. */
    readonly puell: Float64Array;
    /** Rank of the Puell multiple among those of the cycle, 0 to 1. */
    readonly puell_rank_contrarian: Float64Array;
    /** State of the Puell multiple. */
    readonly puell_status: Words<AssessmentStatus>;
    /** Hashprice, in US dollars per PH/s per day. */
    readonly hashprice_usd_per_phs_day: Float64Array;
    /** Rank of the hashprice among those of the last year, 0 to 1. */
    readonly hashprice_rank_contrarian: Float64Array;
    /** State of the hashprice. */
    readonly hashprice_status: Words<AssessmentStatus>;
    /** State of the hash ribbons. */
    readonly hash_ribbon: Words<HashRibbon>;
    /** Short average of the hashrate over the long one, less 1. */
    readonly hash_ribbon_spread: Float64Array;
    /** Whether the price confirmed a recovery on this day. */
    readonly hash_ribbon_buy: Uint8Array;
    /** State of the hash ribbons. */
    readonly hash_ribbon_status: Words<AssessmentStatus>;
    /** Standard deviation of eight averages of the difficulty over their mean. */
    readonly difficulty_compression: Float64Array;
    /** Rank of that compression among those of the cycle, 0 to 1. */
    readonly difficulty_compression_rank_contrarian: Float64Array;
    /** State of the difficulty ribbon. */
    readonly difficulty_ribbon_status: Words<AssessmentStatus>;
    /** Price of power at which the machine earns nothing, in USD/kWh. */
    readonly break_even_usd_per_kwh: Float64Array;
    /** Cost of the machine's power as a part of what it earns. */
    readonly power_cost_share: Float64Array;
    /** State of the machine's break-even. */
    readonly break_even_status: Words<AssessmentStatus>;
  }

  /** One event of `signals.miner_cycle`. */
  export interface MinerCycleEvent extends Columns {
    /** Instant at which the day was over, the first at which it is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** Price of one bitcoin at the end of the day, in US dollars: above 0. [USD, from 0.0 to 1000000000000.0] */
    readonly btc_price_usd: number;
    /** New coins per block at the end of the day, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly subsidy_sat: number | bigint;
    /** New coins of the day as counted, in satoshis; a part of one is rounded. Absent, NaN in a column: not counted. [sat, from 0.0 to 2100000000000000.0] */
    readonly issuance_sat?: number | undefined;
    /** Transaction fees of the day as counted, in satoshis; a part of one is rounded. Absent, NaN in a column: not counted. [sat, from 0.0 to 2100000000000000.0] */
    readonly fees_sat?: number | undefined;
    /** Difficulty of the day. Absent, NaN in a column: not observed. [from 2.3283064365386963e-10 to 2.695994666715064e+67] */
    readonly difficulty?: number | undefined;
    /** Mean hashrate of the network on the day, in TH/s, as observed from its blocks. Absent, NaN in a column: not observed. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths?: number | undefined;
  }

  /** One output of `signals.miner_cycle`. */
  export interface MinerCycleRow extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: number;
    /** Confidence in the score, 0 to 1: mean over all reasons of how full their windows are, 0 for one that is not known. */
    readonly confidence: number;
    /** Status of the assessment. */
    readonly status: AssessmentStatus;
    /** Contribution of the Puell multiple: `2 rank - 1` over the number of reasons that are known. */
    readonly puell_rank_contribution: number;
    /** Contribution of the hashprice: `2 rank - 1` over the number of reasons that are known. */
    readonly hashprice_rank_contribution: number;
    /** Contribution of the hash ribbons: -1 in a capitulation, -0.5 in a recovery, over the number of reasons that are known. */
    readonly hash_ribbon_contribution: number;
    /** Contribution of the difficulty ribbon: `2 rank - 1` of its compression over the number of reasons that are known. */
    readonly difficulty_ribbon_contribution: number;
    /** Contribution of the machine: `1 - 2 power_cost_share`, at least -1, over the number of reasons that are known. */
    readonly break_even_stress_contribution: number;
    /** Contribution that holds the score between -1 and 1. */
    readonly clamp_contribution: number;
    /** Basis of the income of miners. */
    readonly basis: IncomeBasis;
    /** Puell multiple: new coins of the day in US dollars over their average of a year. */
    readonly puell: number;
    /** Rank of the Puell multiple among those of the cycle, 0 to 1. */
    readonly puell_rank_contrarian: number;
    /** State of the Puell multiple. */
    readonly puell_status: AssessmentStatus;
    /** Hashprice, in US dollars per PH/s per day. */
    readonly hashprice_usd_per_phs_day: number;
    /** Rank of the hashprice among those of the last year, 0 to 1. */
    readonly hashprice_rank_contrarian: number;
    /** State of the hashprice. */
    readonly hashprice_status: AssessmentStatus;
    /** State of the hash ribbons. */
    readonly hash_ribbon: HashRibbon;
    /** Short average of the hashrate over the long one, less 1. */
    readonly hash_ribbon_spread: number;
    /** Whether the price confirmed a recovery on this day. */
    readonly hash_ribbon_buy: boolean;
    /** State of the hash ribbons. */
    readonly hash_ribbon_status: AssessmentStatus;
    /** Standard deviation of eight averages of the difficulty over their mean. */
    readonly difficulty_compression: number;
    /** Rank of that compression among those of the cycle, 0 to 1. */
    readonly difficulty_compression_rank_contrarian: number;
    /** State of the difficulty ribbon. */
    readonly difficulty_ribbon_status: AssessmentStatus;
    /** Price of power at which the machine earns nothing, in USD/kWh. */
    readonly break_even_usd_per_kwh: number;
    /** Cost of the machine's power as a part of what it earns. */
    readonly power_cost_share: number;
    /** State of the machine's break-even. */
    readonly break_even_status: AssessmentStatus;
  }

  /** Columns that `signals.pattern` takes. */
  export interface PatternInput extends Columns {
    /** Instant at which the bar closed, the first at which it is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** First price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly open: Float64Array | readonly number[] | number;
    /** Highest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly high: Float64Array | readonly number[] | number;
    /** Lowest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly low: Float64Array | readonly number[] | number;
    /** Last price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly close: Float64Array | readonly number[] | number;
    /** Volume traded in the interval, in units of base, 0 to 1e24. Absent, NaN in a column: the source does not count it. */
    readonly volume_base?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `signals.pattern` answers. */
  export interface PatternColumns extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: Float64Array;
    /** Confidence in the score, 0 to 1: `hit_rate` while a broken pattern is followed, else 0. */
    readonly confidence: Float64Array;
    /** Status of the assessment. */
    readonly status: Words<AssessmentStatus>;
    /** Contribution of the pattern that is followed: `e^(-age / decay)`, plus after a break downward, minus after one upward. */
    readonly pattern_contribution: Float64Array;
    /** Contribution that holds the score between -1 and 1. */
    readonly clamp_contribution: Float64Array;
    /** Pattern that waits to be broken. */
    readonly forming: Words<ChartPattern>;
    /** Price above which a close breaks that pattern upward or ends it, in quote currency. NaN where none waits. */
    readonly forming_upper_price: Float64Array;
    /** Price below which a close breaks that pattern downward or ends it, in quote currency. NaN where none waits. */
    readonly forming_lower_price: Float64Array;
    /** Pattern that was broken and is followed. */
    readonly pattern: Words<ChartPattern>;
    /** Direction in which it was broken. Read as momentum: the price goes on that way. */
    readonly direction: Words<PatternDirection>;
    /** Neckline at the bar that broke it, in quote currency. NaN where no pattern is followed. */
    readonly neckline_price: Float64Array;
    /** Price that the pattern aims at, in quote currency: its height beyond the neckline. NaN where no pattern is followed. */
    readonly target_price: Float64Array;
    /** Price beyond which a close ends the pattern, in quote currency. NaN where no pattern is followed. */
    readonly invalidation_price: Float64Array;
    /** Bars since the break; 0 where no pattern is followed. [from 0] */
    readonly age_bars: BigInt64Array;
    /** Fate of the followed pattern on the bar. */
    readonly event: Words<PatternFate>;
  }

  /** One event of `signals.pattern`. */
  export interface PatternEvent extends Columns {
    /** Instant at which the bar closed, the first at which it is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** First price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly open: number;
    /** Highest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly high: number;
    /** Lowest price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly low: number;
    /** Last price of the interval, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly close: number;
    /** Volume traded in the interval, in units of base, 0 to 1e24. Absent, NaN in a column: the source does not count it. */
    readonly volume_base?: number | undefined;
  }

  /** One output of `signals.pattern`. */
  export interface PatternRow extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: number;
    /** Confidence in the score, 0 to 1: `hit_rate` while a broken pattern is followed, else 0. */
    readonly confidence: number;
    /** Status of the assessment. */
    readonly status: AssessmentStatus;
    /** Contribution of the pattern that is followed: `e^(-age / decay)`, plus after a break downward, minus after one upward. */
    readonly pattern_contribution: number;
    /** Contribution that holds the score between -1 and 1. */
    readonly clamp_contribution: number;
    /** Pattern that waits to be broken. */
    readonly forming: ChartPattern;
    /** Price above which a close breaks that pattern upward or ends it, in quote currency. NaN where none waits. */
    readonly forming_upper_price: number;
    /** Price below which a close breaks that pattern downward or ends it, in quote currency. NaN where none waits. */
    readonly forming_lower_price: number;
    /** Pattern that was broken and is followed. */
    readonly pattern: ChartPattern;
    /** Direction in which it was broken. Read as momentum: the price goes on that way. */
    readonly direction: PatternDirection;
    /** Neckline at the bar that broke it, in quote currency. NaN where no pattern is followed. */
    readonly neckline_price: number;
    /** Price that the pattern aims at, in quote currency: its height beyond the neckline. NaN where no pattern is followed. */
    readonly target_price: number;
    /** Price beyond which a close ends the pattern, in quote currency. NaN where no pattern is followed. */
    readonly invalidation_price: number;
    /** Bars since the break; 0 where no pattern is followed. [from 0] */
    readonly age_bars: bigint;
    /** Fate of the followed pattern on the bar. */
    readonly event: PatternFate;
  }

  /** Inputs of `fit_regimes`. */
  export interface FitRegimesRequest {
    /** Values of the series, oldest first: logarithmic returns, say. Ten or more. */
    readonly series: Float64Array | readonly (number)[];
    /** Number of regimes, 2 to 8. [from 2 to 8; 2 where absent] */
    readonly regimes?: number | undefined;
    /** Most rounds of each start. [from 1 to 100000; 1000 where absent] */
    readonly rounds?: number | undefined;
    /** Gain of the logarithm of the likelihood in one round below which a start is at its end. [from 0.0 to 1.0; 1e-9 where absent] */
    readonly tolerance?: number | undefined;
    /** Least variance of a regime, as a fraction of the variance of the whole series. [from 0.0 to 1.0; 0.001 where absent] */
    readonly variance_floor?: number | undefined;
    /** Transitions of each kind that are counted before any is seen. 0 gives the greatest likelihood. [from 0.0 to 1000000.0; 1.0 where absent] */
    readonly prior_transitions?: number | undefined;
  }

  /** Inputs of `sell_ladder`. */
  export interface SellLadderRequest {
    /** Price above which the layers stand, in quote currency. [from 1e-18 to 1e+18] */
    readonly anchor_price: number;
    /** Distance of the first layer from the anchor, in quote currency: `layer_unit` of the module. [from 1e-18 to 1e+18] */
    readonly layer_unit: number;
    /** Number of layers. [from 1 to 100; 5 where absent] */
    readonly layers?: number | undefined;
    /** Exponent by which the distances grow: 1 for equal steps. [from 0.1 to 5.0; 1.2 where absent] */
    readonly exponent?: number | undefined;
    /** How the budget is spread over the layers. ["rising" where absent] */
    readonly sizing?: LadderSizing | undefined;
    /** Inventory, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly inventory_sat: number;
    /** Part of the inventory that the ladder may sell in all. [from 0.0 to 1.0; 0.25 where absent] */
    readonly cap?: number | undefined;
  }

  /** Columns that `signals.derivatives_pressure` takes. */
  export interface DerivativesPressureInput extends Columns {
    /** Instant of the snapshot, in Unix milliseconds: after the one before it. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Spot price, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly spot: Float64Array | readonly number[] | number;
    /** Funding of the perpetual per year, without compounding, as a fraction. */
    readonly funding_per_year?: Float64Array | readonly number[] | number | undefined;
    /** Basis of a dated future per year, without compounding, as a fraction. */
    readonly basis_per_year?: Float64Array | readonly number[] | number | undefined;
    /** Open interest in units of base. [from 1e-18 to 1e+18] */
    readonly open_interest_base?: Float64Array | readonly number[] | number | undefined;
    /** Risk reversal of 25 delta, call less put volatility. */
    readonly risk_reversal_25?: Float64Array | readonly number[] | number | undefined;
    /** Volatility at the money of the far expiry less that of the near one. */
    readonly term_slope?: Float64Array | readonly number[] | number | undefined;
    /** Open interest of puts over that of calls. */
    readonly put_call?: Float64Array | readonly number[] | number | undefined;
    /** Gamma exposure, in quote currency per 1 % move. */
    readonly gamma_exposure?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `signals.derivatives_pressure` answers. */
  export interface DerivativesPressureColumns extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: Float64Array;
    /** Confidence in the score: the part of the four reasons that is known; 0 unless the status is `ok`. */
    readonly confidence: Float64Array;
    /** Status of the assessment: stale where something came before and nothing at this snapshot. */
    readonly status: Words<AssessmentStatus>;
    /** Contribution of funding; NaN where it is not known. */
    readonly funding_contribution: Float64Array;
    /** Contribution of the basis; NaN where it is not known. */
    readonly basis_contribution: Float64Array;
    /** Contribution of the risk reversal; NaN where it is not known. */
    readonly risk_reversal_contribution: Float64Array;
    /** Contribution of price and open interest together; NaN where they are not known. */
    readonly open_interest_contribution: Float64Array;
    /** Contribution of the clamp; NaN unless the status is `ok`. */
    readonly clamp_contribution: Float64Array;
    /** Funding in standard deviations from the mean of its past: longs crowd where it is high. NaN where it is not known. */
    readonly funding_z_contrarian: Float64Array;
    /** Basis per year, without compounding: leverage is dear where it is high. NaN where it is not known. */
    readonly basis_per_year_contrarian: Float64Array;
    /** Risk reversal in standard deviations from the mean of its past: calls are sought where it is high. NaN where it is not known. */
    readonly risk_reversal_z_momentum: Float64Array;
    /**
     * 1 where price and open interest move the same way, which confirms the move of the price if it rises and its exhaustion if it falls; -1 where
     * they part, 0 where open interest hardly changes. NaN where they are not known.
     */
    readonly open_interest_quadrant_momentum: Float64Array;
    /** Funding per year, without compounding. NaN where it is not known. */
    readonly funding_per_year: Float64Array;
    /** Volatility at the money of the far expiry less that of the near one. NaN where it is not known. */
    readonly term_slope: Float64Array;
    /** Open interest of puts over that of calls. NaN where it is not known. */
    readonly put_call: Float64Array;
    /** Gamma exposure, in quote currency per 1 % move. NaN where it is not known. */
    readonly gamma_exposure: Float64Array;
  }

  /** One event of `signals.derivatives_pressure`. */
  export interface DerivativesPressureEvent extends Columns {
    /** Instant of the snapshot, in Unix milliseconds: after the one before it. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** Spot price, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Funding of the perpetual per year, without compounding, as a fraction. */
    readonly funding_per_year?: number | undefined;
    /** Basis of a dated future per year, without compounding, as a fraction. */
    readonly basis_per_year?: number | undefined;
    /** Open interest in units of base. [from 1e-18 to 1e+18] */
    readonly open_interest_base?: number | undefined;
    /** Risk reversal of 25 delta, call less put volatility. */
    readonly risk_reversal_25?: number | undefined;
    /** Volatility at the money of the far expiry less that of the near one. */
    readonly term_slope?: number | undefined;
    /** Open interest of puts over that of calls. */
    readonly put_call?: number | undefined;
    /** Gamma exposure, in quote currency per 1 % move. */
    readonly gamma_exposure?: number | undefined;
  }

  /** One output of `signals.derivatives_pressure`. */
  export interface DerivativesPressureRow extends Columns {
    /** Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: number;
    /** Confidence in the score: the part of the four reasons that is known; 0 unless the status is `ok`. */
    readonly confidence: number;
    /** Status of the assessment: stale where something came before and nothing at this snapshot. */
    readonly status: AssessmentStatus;
    /** Contribution of funding; NaN where it is not known. */
    readonly funding_contribution: number;
    /** Contribution of the basis; NaN where it is not known. */
    readonly basis_contribution: number;
    /** Contribution of the risk reversal; NaN where it is not known. */
    readonly risk_reversal_contribution: number;
    /** Contribution of price and open interest together; NaN where they are not known. */
    readonly open_interest_contribution: number;
    /** Contribution of the clamp; NaN unless the status is `ok`. */
    readonly clamp_contribution: number;
    /** Funding in standard deviations from the mean of its past: longs crowd where it is high. NaN where it is not known. */
    readonly funding_z_contrarian: number;
    /** Basis per year, without compounding: leverage is dear where it is high. NaN where it is not known. */
    readonly basis_per_year_contrarian: number;
    /** Risk reversal in standard deviations from the mean of its past: calls are sought where it is high. NaN where it is not known. */
    readonly risk_reversal_z_momentum: number;
    /**
     * 1 where price and open interest move the same way, which confirms the move of the price if it rises and its exhaustion if it falls; -1 where
     * they part, 0 where open interest hardly changes. NaN where they are not known.
     */
    readonly open_interest_quadrant_momentum: number;
    /** Funding per year, without compounding. NaN where it is not known. */
    readonly funding_per_year: number;
    /** Volatility at the money of the far expiry less that of the near one. NaN where it is not known. */
    readonly term_slope: number;
    /** Open interest of puts over that of calls. NaN where it is not known. */
    readonly put_call: number;
    /** Gamma exposure, in quote currency per 1 % move. NaN where it is not known. */
    readonly gamma_exposure: number;
  }

  /** Columns that `signals.microstructure` takes. */
  export interface MicrostructureInput extends Columns {
    /** Instant of the book, in Unix milliseconds: after the one before it. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Highest price that a buyer pays, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly bid: Float64Array | readonly number[] | number;
    /** Size at the best bid, in units of base. [from 1e-18 to 1e+18] */
    readonly bid_size_base: Float64Array | readonly number[] | number;
    /** Lowest price that a seller asks, in quote currency per unit of base: at least the bid. [from 1e-18 to 1e+18] */
    readonly ask: Float64Array | readonly number[] | number;
    /** Size at the best ask, in units of base. [from 1e-18 to 1e+18] */
    readonly ask_size_base: Float64Array | readonly number[] | number;
  }

  /** Columns that `signals.microstructure` answers. */
  export interface MicrostructureColumns extends Columns {
    /** Score of the module: always 0, a plan has no direction. */
    readonly score: Float64Array;
    /** Confidence in what the book says: 1, as it is there. */
    readonly confidence: Float64Array;
    /** Status of the assessment. */
    readonly status: Words<AssessmentStatus>;
    /** Contribution of the clamp: always 0. */
    readonly clamp_contribution: Float64Array;
    /** Quoted spread as a fraction of the mid. */
    readonly spread: Float64Array;
    /** Imbalance of the two sizes, from -1 (all asked) to 1 (all bid). */
    readonly imbalance: Float64Array;
    /** Microprice, the mid weighted by the size of the other side, in quote currency per unit of base. */
    readonly microprice: Float64Array;
    /** Order flow of the last `length` changes of the book, in units of base: buying is positive; NaN before so many. */
    readonly flow_base: Float64Array;
  }

  /** One event of `signals.microstructure`. */
  export interface MicrostructureEvent extends Columns {
    /** Instant of the book, in Unix milliseconds: after the one before it. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** Highest price that a buyer pays, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly bid: number;
    /** Size at the best bid, in units of base. [from 1e-18 to 1e+18] */
    readonly bid_size_base: number;
    /** Lowest price that a seller asks, in quote currency per unit of base: at least the bid. [from 1e-18 to 1e+18] */
    readonly ask: number;
    /** Size at the best ask, in units of base. [from 1e-18 to 1e+18] */
    readonly ask_size_base: number;
  }

  /** One output of `signals.microstructure`. */
  export interface MicrostructureRow extends Columns {
    /** Score of the module: always 0, a plan has no direction. */
    readonly score: number;
    /** Confidence in what the book says: 1, as it is there. */
    readonly confidence: number;
    /** Status of the assessment. */
    readonly status: AssessmentStatus;
    /** Contribution of the clamp: always 0. */
    readonly clamp_contribution: number;
    /** Quoted spread as a fraction of the mid. */
    readonly spread: number;
    /** Imbalance of the two sizes, from -1 (all asked) to 1 (all bid). */
    readonly imbalance: number;
    /** Microprice, the mid weighted by the size of the other side, in quote currency per unit of base. */
    readonly microprice: number;
    /** Order flow of the last `length` changes of the book, in units of base: buying is positive; NaN before so many. */
    readonly flow_base: number;
  }

  /** Inputs of `Vpin`. */
  export interface VpinParams {
    /** Volume of a bucket, in units of base: above 0. A fiftieth of a usual day's is customary. [from 1e-8 to 1000000000000000.0] */
    readonly bucket_base: number;
    /** Number of buckets. [from 1 to 10000; 50 where absent] */
    readonly buckets?: number | undefined;
    /** Number of price changes whose standard deviation splits volumes of which no side is known. [from 2 to 100000; 50 where absent] */
    readonly deviation_length?: number | undefined;
  }

  /** Columns that `signals.vpin` takes. */
  export interface VpinInput extends Columns {
    /** Instant up to which it traded, in Unix milliseconds: after the one before it. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Last price, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly price: Float64Array | readonly number[] | number;
    /** Volume that traded, in units of base. [from 1e-18 to 1e+18] */
    readonly volume_base: Float64Array | readonly number[] | number;
    /** Volume that buyers started, in units of base, at most all of it. Absent: split by the change of the price. [from 1e-18 to 1e+18] */
    readonly bought_base?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `signals.vpin` answers. */
  export interface VpinColumns extends Columns {
    /** VPIN, the mean of `|bought - sold| / volume` of the last buckets, 0 to 1; NaN before so many are full. */
    readonly vpin: Float64Array;
    /** Fraction of this event's volume that buyers started; NaN while the deviation of the changes is not known. */
    readonly bought_fraction: Float64Array;
    /** Number of buckets that this event filled. */
    readonly filled_buckets: Float64Array;
  }

  /** One event of `signals.vpin`. */
  export interface VpinEvent extends Columns {
    /** Instant up to which it traded, in Unix milliseconds: after the one before it. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** Last price, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly price: number;
    /** Volume that traded, in units of base. [from 1e-18 to 1e+18] */
    readonly volume_base: number;
    /** Volume that buyers started, in units of base, at most all of it. Absent: split by the change of the price. [from 1e-18 to 1e+18] */
    readonly bought_base?: number | undefined;
  }

  /** One output of `signals.vpin`. */
  export interface VpinRow extends Columns {
    /** VPIN, the mean of `|bought - sold| / volume` of the last buckets, 0 to 1; NaN before so many are full. */
    readonly vpin: number;
    /** Fraction of this event's volume that buyers started; NaN while the deviation of the changes is not known. */
    readonly bought_fraction: number;
    /** Number of buckets that this event filled. */
    readonly filled_buckets: number;
  }

  /** Inputs of `read_book`. */
  export interface BookRequest {
    /** Order book at one instant. */
    readonly book: market.OrderBook;
    /** Number of levels of each side whose sizes count for the imbalance. [from 1 to 10000; 1 where absent] */
    readonly imbalance_levels?: number | undefined;
    /** Side of the order that is walked through the book. ["sell" where absent] */
    readonly side?: OrderSide | undefined;
    /** Size of the order that is walked through the book, in units of base. Absent: none is walked. [from 1e-18 to 1e+18] */
    readonly size_base?: number | undefined;
  }

  /** Inputs of `trade_costs`. */
  export interface TradeCostsRequest {
    /** Trade prices, oldest first, in quote currency per unit of base. */
    readonly prices: Float64Array | readonly (number)[];
    /** Signed volumes from each price to the next, in units of base, buys positive: one fewer than prices. Absent: not known. */
    readonly signed_volumes_base?: Float64Array | readonly (number)[] | undefined;
  }

  /** Inputs of `almgren_chriss`. */
  export interface AlmgrenChrissRequest {
    /** Size that is to be sold, in units of base. [from 1e-18 to 1e+18] */
    readonly size_base: number;
    /** Time until all is sold, in days. [d, above 0.0 to 1000000.0] */
    readonly horizon_days: number;
    /** Number of equal intervals. [from 1 to 10000] */
    readonly intervals: number;
    /** Model of what trading costs. */
    readonly impact: LinearImpact;
    /** Aversion to risk (lambda): expected cost that is paid for a unit less of variance, in 1 / quote currency. 0: none, equal slices. [from 0.0 to 1e+18] */
    readonly risk_aversion: number;
  }

  /** Inputs of `execution_plan`. */
  export interface ExecutionPlanRequest {
    /** Amount that is to be sold, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly parent_sat: number;
    /** Price of a bitcoin before the sale, in US dollars. [USD, from 0.0 to 1000000000000.0] */
    readonly price_usd: number;
    /** Quoted spread as a fraction of the price. [from 0.0 to 1.0] */
    readonly spread: number;
    /** Standard deviation of a day's return, a fraction. [from 0.0 to 1000000000000.0] */
    readonly volatility_per_day: number;
    /** Volume that trades in a day, in bitcoin. [from 1e-18 to 1e+18] */
    readonly daily_volume_base: number;
    /** Time until the sale is done, in days. [d, above 0.0 to 1000000.0] */
    readonly horizon_days: number;
    /** Schedule of the slices. */
    readonly schedule: Schedule;
    /** Coefficient `Y` of the square-root law, near 1. [from 0.0 to 1000000000000.0; 1.0 where absent] */
    readonly impact_coefficient?: number | undefined;
    /** Expected cost, as a fraction of the value, at which readiness is 0. [from 0.0 to 1.0; 0.005 where absent] */
    readonly forbidding_cost?: number | undefined;
  }

  /** Columns that `signals.bandit_sizing` takes. */
  export interface BanditSizingInput extends Columns {
    /** Instant of the price, in Unix milliseconds: after the one before it. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Price of the asset, in quote currency. [from 1e-18 to 1e+18] */
    readonly price: Float64Array | readonly number[] | number;
    /** Score that the linear model may learn from, positive for advice to sell; other policies do not look at it. */
    readonly score: Float64Array | readonly number[] | number;
  }

  /** Columns that `signals.bandit_sizing` answers. */
  export interface BanditSizingColumns extends Columns {
    /** Score of the module: 0, a size has no direction; NaN during warm-up. */
    readonly score: Float64Array;
    /** Confidence in the arm, 1 less the deviation of its posterior over its mean, at least 0; 0 during warm-up. */
    readonly confidence: Float64Array;
    /** Status of the assessment: warm-up before a fall and a rise have matured. */
    readonly status: Words<AssessmentStatus>;
    /** Contribution of the clamp: 0; NaN during warm-up. */
    readonly clamp_contribution: Float64Array;
    /** Fraction of the holding that the bandit plays. */
    readonly arm_fraction: Float64Array;
    /** Greatest fraction by Kelly: the part of it that is staked, at least 0 and at most the cap; NaN before a fall and a rise have matured. */
    readonly kelly_cap: Float64Array;
    /** Fraction of the holding to sell, the lesser of the two; NaN before a fall and a rise have matured. */
    readonly size_fraction: Float64Array;
    /** Number of sales that have been judged. [from 0] */
    readonly matured: BigInt64Array;
  }

  /** One event of `signals.bandit_sizing`. */
  export interface BanditSizingEvent extends Columns {
    /** Instant of the price, in Unix milliseconds: after the one before it. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** Price of the asset, in quote currency. [from 1e-18 to 1e+18] */
    readonly price: number;
    /** Score that the linear model may learn from, positive for advice to sell; other policies do not look at it. */
    readonly score: number;
  }

  /** One output of `signals.bandit_sizing`. */
  export interface BanditSizingRow extends Columns {
    /** Score of the module: 0, a size has no direction; NaN during warm-up. */
    readonly score: number;
    /** Confidence in the arm, 1 less the deviation of its posterior over its mean, at least 0; 0 during warm-up. */
    readonly confidence: number;
    /** Status of the assessment: warm-up before a fall and a rise have matured. */
    readonly status: AssessmentStatus;
    /** Contribution of the clamp: 0; NaN during warm-up. */
    readonly clamp_contribution: number;
    /** Fraction of the holding that the bandit plays. */
    readonly arm_fraction: number;
    /** Greatest fraction by Kelly: the part of it that is staked, at least 0 and at most the cap; NaN before a fall and a rise have matured. */
    readonly kelly_cap: number;
    /** Fraction of the holding to sell, the lesser of the two; NaN before a fall and a rise have matured. */
    readonly size_fraction: number;
    /** Number of sales that have been judged. [from 0] */
    readonly matured: bigint;
  }

  /** Inputs of `Ensemble`. */
  export interface EnsembleParams {
    /** Label that is predicted. */
    readonly label: Label;
    /** Maps from scores to probabilities, fitted to the same label. Absent: assumed maps are pooled, and nothing is sold but trimmed at most. */
    readonly calibration?: Calibration | undefined;
    /** Thresholds, cool-down and sizes. [{"sell_at":0.7,"trim_at":0.6,"leave_at":0.55,"cool_down_bars":5,"kelly_part":0.5,"sell_cap":0.25,"trim_cap":0.1} where absent] */
    readonly thresholds?: Thresholds | undefined;
    /** Rate at which weights learn from squared errors. [from 0.0 to 100.0; 0.5 where absent] */
    readonly learning_rate?: number | undefined;
    /** Part of the weights that is shared anew at each judgement. [from 0.0 to 1.0; 0.01 where absent] */
    readonly share?: number | undefined;
  }

  /** Columns that `signals.ensemble` takes. */
  export interface EnsembleInput extends Columns {
    /** Instant of the bar's close, in Unix milliseconds: after the one before it. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: BigInt64Array | Float64Array | readonly (number | bigint | Date)[] | number | bigint | Date;
    /** Closing price, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly close: Float64Array | readonly number[] | number;
    /** Score of the regime module, -1 to 1. Absent: it says nothing. */
    readonly regime_score?: Float64Array | readonly number[] | number | undefined;
    /** Confidence of the regime module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly regime_confidence?: Float64Array | readonly number[] | number | undefined;
    /** Score of the breakout module, -1 to 1. Absent: it says nothing. */
    readonly breakout_score?: Float64Array | readonly number[] | number | undefined;
    /** Confidence of the breakout module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly breakout_confidence?: Float64Array | readonly number[] | number | undefined;
    /** Score of the confluence module, -1 to 1. Absent: it says nothing. */
    readonly confluence_score?: Float64Array | readonly number[] | number | undefined;
    /** Confidence of the confluence module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly confluence_confidence?: Float64Array | readonly number[] | number | undefined;
    /** Score of the layers module, -1 to 1. Absent: it says nothing. */
    readonly layers_score?: Float64Array | readonly number[] | number | undefined;
    /** Confidence of the layers module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly layers_confidence?: Float64Array | readonly number[] | number | undefined;
    /** Score of the miner cycle module, -1 to 1. Absent: it says nothing. */
    readonly miner_cycle_score?: Float64Array | readonly number[] | number | undefined;
    /** Confidence of the miner cycle module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly miner_cycle_confidence?: Float64Array | readonly number[] | number | undefined;
    /** Score of the pattern module, -1 to 1. Absent: it says nothing. */
    readonly pattern_score?: Float64Array | readonly number[] | number | undefined;
    /** Confidence of the pattern module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly pattern_confidence?: Float64Array | readonly number[] | number | undefined;
    /** Score of the derivatives module, -1 to 1. Absent: it says nothing. */
    readonly derivatives_pressure_score?: Float64Array | readonly number[] | number | undefined;
    /** Confidence of the derivatives module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly derivatives_pressure_confidence?: Float64Array | readonly number[] | number | undefined;
    /** Readiness of the market for a sale, which scales its size, 0 to 1. Absent: no book was seen, and the size is not scaled. [from 0.0 to 1.0] */
    readonly readiness?: Float64Array | readonly number[] | number | undefined;
    /** Fraction of the holding that the bandit would sell, which limits the size, 0 to 1. Absent: it says nothing, and sets no limit. [from 0.0 to 1.0] */
    readonly bandit_fraction?: Float64Array | readonly number[] | number | undefined;
  }

  /** Columns that `signals.ensemble` answers. */
  export interface EnsembleColumns extends Columns {
    /** Advice, `2 p - 1` of the probability: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: Float64Array;
    /** Confidence in the score: coverage times 1 less the deviation of the pooled scores; 0 unless the status is `ok`. */
    readonly confidence: Float64Array;
    /** Status of the assessment: no data where no module says anything. */
    readonly status: Words<AssessmentStatus>;
    /** Probability of the label. NaN unless the status is `ok`. */
    readonly probability: Float64Array;
    /** Sell score, 100 times the probability: 0 to 100. NaN unless the status is `ok`. */
    readonly sell_score: Float64Array;
    /** Action that is advised at this bar. */
    readonly action: Words<Action>;
    /** Stance, which hysteresis keeps: the action but for cool-down and size. */
    readonly stance: Words<Action>;
    /** Fraction of the holding to sell at this bar, 0 for holding. */
    readonly size_fraction: Float64Array;
    /** Number of bars until a next sale may follow the last one. [from 0] */
    readonly wait_bars: BigInt64Array;
    /** Coverage: weight of the modules that are pooled, 0 to 1. */
    readonly coverage: Float64Array;
    /** Whether maps were fitted to the past; without them nothing is sold but trimmed at most. */
    readonly is_calibrated: Uint8Array;
    /** Base rate that opinions are compared with. NaN unless the status is `ok`. */
    readonly base_rate: Float64Array;
    /** Contribution of the base rate. NaN unless the status is `ok`. */
    readonly base_rate_contribution: Float64Array;
    /** Contribution of the regime module; NaN where it says nothing. */
    readonly regime_contribution: Float64Array;
    /** Contribution of the breakout module; NaN where it says nothing. */
    readonly breakout_contribution: Float64Array;
    /** Contribution of the confluence module; NaN where it says nothing. */
    readonly confluence_contribution: Float64Array;
    /** Contribution of the layers module; NaN where it says nothing. */
    readonly layers_contribution: Float64Array;
    /** Contribution of the miner cycle module; NaN where it says nothing. */
    readonly miner_cycle_contribution: Float64Array;
    /** Contribution of the pattern module; NaN where it says nothing. */
    readonly pattern_contribution: Float64Array;
    /** Contribution of the derivatives module; NaN where it says nothing. */
    readonly derivatives_pressure_contribution: Float64Array;
    /** Contribution of the clamp. NaN unless the status is `ok`. */
    readonly clamp_contribution: Float64Array;
    /** Probability that the regime module stands for; NaN where it says nothing. */
    readonly regime_probability: Float64Array;
    /** Probability that the breakout module stands for; NaN where it says nothing. */
    readonly breakout_probability: Float64Array;
    /** Probability that the confluence module stands for; NaN where it says nothing. */
    readonly confluence_probability: Float64Array;
    /** Probability that the layers module stands for; NaN where it says nothing. */
    readonly layers_probability: Float64Array;
    /** Probability that the miner cycle module stands for; NaN where it says nothing. */
    readonly miner_cycle_probability: Float64Array;
    /** Probability that the pattern module stands for; NaN where it says nothing. */
    readonly pattern_probability: Float64Array;
    /** Probability that the derivatives module stands for; NaN where it says nothing. */
    readonly derivatives_pressure_probability: Float64Array;
    /** Weight of the regime module by its past, all add up to 1. */
    readonly regime_weight: Float64Array;
    /** Weight of the breakout module by its past, all add up to 1. */
    readonly breakout_weight: Float64Array;
    /** Weight of the confluence module by its past, all add up to 1. */
    readonly confluence_weight: Float64Array;
    /** Weight of the layers module by its past, all add up to 1. */
    readonly layers_weight: Float64Array;
    /** Weight of the miner cycle module by its past, all add up to 1. */
    readonly miner_cycle_weight: Float64Array;
    /** Weight of the pattern module by its past, all add up to 1. */
    readonly pattern_weight: Float64Array;
    /** Weight of the derivatives module by its past, all add up to 1. */
    readonly derivatives_pressure_weight: Float64Array;
  }

  /** One event of `signals.ensemble`. */
  export interface EnsembleEvent extends Columns {
    /** Instant of the bar's close, in Unix milliseconds: after the one before it. [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | bigint | Date;
    /** Closing price, in quote currency per unit of base. [from 1e-18 to 1e+18] */
    readonly close: number;
    /** Score of the regime module, -1 to 1. Absent: it says nothing. */
    readonly regime_score?: number | undefined;
    /** Confidence of the regime module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly regime_confidence?: number | undefined;
    /** Score of the breakout module, -1 to 1. Absent: it says nothing. */
    readonly breakout_score?: number | undefined;
    /** Confidence of the breakout module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly breakout_confidence?: number | undefined;
    /** Score of the confluence module, -1 to 1. Absent: it says nothing. */
    readonly confluence_score?: number | undefined;
    /** Confidence of the confluence module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly confluence_confidence?: number | undefined;
    /** Score of the layers module, -1 to 1. Absent: it says nothing. */
    readonly layers_score?: number | undefined;
    /** Confidence of the layers module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly layers_confidence?: number | undefined;
    /** Score of the miner cycle module, -1 to 1. Absent: it says nothing. */
    readonly miner_cycle_score?: number | undefined;
    /** Confidence of the miner cycle module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly miner_cycle_confidence?: number | undefined;
    /** Score of the pattern module, -1 to 1. Absent: it says nothing. */
    readonly pattern_score?: number | undefined;
    /** Confidence of the pattern module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly pattern_confidence?: number | undefined;
    /** Score of the derivatives module, -1 to 1. Absent: it says nothing. */
    readonly derivatives_pressure_score?: number | undefined;
    /** Confidence of the derivatives module, 0 to 1. Absent: it says nothing. [from 0.0 to 1.0] */
    readonly derivatives_pressure_confidence?: number | undefined;
    /** Readiness of the market for a sale, which scales its size, 0 to 1. Absent: no book was seen, and the size is not scaled. [from 0.0 to 1.0] */
    readonly readiness?: number | undefined;
    /** Fraction of the holding that the bandit would sell, which limits the size, 0 to 1. Absent: it says nothing, and sets no limit. [from 0.0 to 1.0] */
    readonly bandit_fraction?: number | undefined;
  }

  /** One output of `signals.ensemble`. */
  export interface EnsembleRow extends Columns {
    /** Advice, `2 p - 1` of the probability: 1 to sell now, -1 to keep. NaN unless the status is `ok`. */
    readonly score: number;
    /** Confidence in the score: coverage times 1 less the deviation of the pooled scores; 0 unless the status is `ok`. */
    readonly confidence: number;
    /** Status of the assessment: no data where no module says anything. */
    readonly status: AssessmentStatus;
    /** Probability of the label. NaN unless the status is `ok`. */
    readonly probability: number;
    /** Sell score, 100 times the probability: 0 to 100. NaN unless the status is `ok`. */
    readonly sell_score: number;
    /** Action that is advised at this bar. */
    readonly action: Action;
    /** Stance, which hysteresis keeps: the action but for cool-down and size. */
    readonly stance: Action;
    /** Fraction of the holding to sell at this bar, 0 for holding. */
    readonly size_fraction: number;
    /** Number of bars until a next sale may follow the last one. [from 0] */
    readonly wait_bars: bigint;
    /** Coverage: weight of the modules that are pooled, 0 to 1. */
    readonly coverage: number;
    /** Whether maps were fitted to the past; without them nothing is sold but trimmed at most. */
    readonly is_calibrated: boolean;
    /** Base rate that opinions are compared with. NaN unless the status is `ok`. */
    readonly base_rate: number;
    /** Contribution of the base rate. NaN unless the status is `ok`. */
    readonly base_rate_contribution: number;
    /** Contribution of the regime module; NaN where it says nothing. */
    readonly regime_contribution: number;
    /** Contribution of the breakout module; NaN where it says nothing. */
    readonly breakout_contribution: number;
    /** Contribution of the confluence module; NaN where it says nothing. */
    readonly confluence_contribution: number;
    /** Contribution of the layers module; NaN where it says nothing. */
    readonly layers_contribution: number;
    /** Contribution of the miner cycle module; NaN where it says nothing. */
    readonly miner_cycle_contribution: number;
    /** Contribution of the pattern module; NaN where it says nothing. */
    readonly pattern_contribution: number;
    /** Contribution of the derivatives module; NaN where it says nothing. */
    readonly derivatives_pressure_contribution: number;
    /** Contribution of the clamp. NaN unless the status is `ok`. */
    readonly clamp_contribution: number;
    /** Probability that the regime module stands for; NaN where it says nothing. */
    readonly regime_probability: number;
    /** Probability that the breakout module stands for; NaN where it says nothing. */
    readonly breakout_probability: number;
    /** Probability that the confluence module stands for; NaN where it says nothing. */
    readonly confluence_probability: number;
    /** Probability that the layers module stands for; NaN where it says nothing. */
    readonly layers_probability: number;
    /** Probability that the miner cycle module stands for; NaN where it says nothing. */
    readonly miner_cycle_probability: number;
    /** Probability that the pattern module stands for; NaN where it says nothing. */
    readonly pattern_probability: number;
    /** Probability that the derivatives module stands for; NaN where it says nothing. */
    readonly derivatives_pressure_probability: number;
    /** Weight of the regime module by its past, all add up to 1. */
    readonly regime_weight: number;
    /** Weight of the breakout module by its past, all add up to 1. */
    readonly breakout_weight: number;
    /** Weight of the confluence module by its past, all add up to 1. */
    readonly confluence_weight: number;
    /** Weight of the layers module by its past, all add up to 1. */
    readonly layers_weight: number;
    /** Weight of the miner cycle module by its past, all add up to 1. */
    readonly miner_cycle_weight: number;
    /** Weight of the pattern module by its past, all add up to 1. */
    readonly pattern_weight: number;
    /** Weight of the derivatives module by its past, all add up to 1. */
    readonly derivatives_pressure_weight: number;
  }

  /** Inputs of `check_reliability`. */
  export interface ReliabilityRequest {
    /** Probabilities that were said. */
    readonly probabilities: Float64Array | readonly (number)[];
    /** Labels: whether what was said came true. */
    readonly labels: readonly (boolean)[];
    /** Number of bins of equal width. [from 1 to 1000; 10 where absent] */
    readonly bins?: number | undefined;
    /** Number of labels in a row that share their bars, the horizon in bars: they count as one. [from 1 to 1000; 1 where absent] */
    readonly overlap?: number | undefined;
    /** Base rate that was known before, as a reference. Absent: no skill is answered. [from 0.0 to 1.0] */
    readonly reference?: number | undefined;
  }

  /** Inputs of `evaluate`. */
  export interface EvaluateRequest {
    /** Bars of one interval, oldest first, closed, without gaps. */
    readonly bars: market.Bars;
    /** Days of the bitcoin network, for daily bars in US dollars or a coin that stands for them. Absent: not known. */
    readonly network?: NetworkDays | undefined;
    /** Funding, open interest, futures and options. Absent: not known. */
    readonly derivatives?: DerivativesHistory | undefined;
    /** Order books, oldest first. Absent: not known. */
    readonly book?: readonly (market.OrderBook)[] | undefined;
    /** Label that the ensemble predicts. [{"horizon_bars":7,"cost":0.002} where absent] */
    readonly label?: Label | undefined;
    /** Maps from scores to probabilities, as `calibrate` answers them for the same label. Absent: assumed maps, and nothing is sold but trimmed. */
    readonly calibration?: Calibration | undefined;
    /** Thresholds, cool-down and sizes of the decision. [{"sell_at":0.7,"trim_at":0.6,"leave_at":0.55,"cool_down_bars":5,"kelly_part":0.5,"sell_cap":0.25,"trim_cap":0.1} where absent] */
    readonly thresholds?: Thresholds | undefined;
    /** Parameters of the modules. Absent: their defaults. */
    readonly modules?: ModuleParams | undefined;
    /** Number of bars at the end whose rows are answered. Absent: all. [from 0] */
    readonly last_bars?: number | undefined;
    /** Bitcoin that is held, in satoshis. Absent: decisions carry no plan, and sizes are not scaled by the readiness of the market. [sat, from 0 to 2100000000000000] */
    readonly holding_sat?: number | undefined;
    /** Number of slices of a plan, which takes a day. [from 1 to 10000; 24 where absent] */
    readonly plan_slices?: number | undefined;
  }

  /** Inputs of `calibrate`. */
  export interface CalibrateRequest {
    /** Bars of one interval, oldest first, closed, without gaps. */
    readonly bars: market.Bars;
    /** Days of the bitcoin network, for daily bars in US dollars or a coin that stands for them. Absent: not known. */
    readonly network?: NetworkDays | undefined;
    /** Funding, open interest, futures and options. Absent: not known. */
    readonly derivatives?: DerivativesHistory | undefined;
    /** Order books, oldest first. Absent: not known. */
    readonly book?: readonly (market.OrderBook)[] | undefined;
    /** Label that is predicted. [{"horizon_bars":7,"cost":0.002} where absent] */
    readonly label?: Label | undefined;
    /** Number of bars at the end of the history whose scores are not used, at least the horizon. Absent: the horizon. [from 0] */
    readonly embargo_bars?: number | undefined;
    /** Way of fitting. ["platt" where absent] */
    readonly method?: CalibrationMethod | undefined;
    /** Effective labels below which a module is not fitted. [from 2.0 to 1000000.0; 20.0 where absent] */
    readonly least_effective_labels?: number | undefined;
    /** Parameters of the modules. Absent: their defaults. */
    readonly modules?: ModuleParams | undefined;
  }

  /** Inputs of `walk_forward`). */
  export interface WalkForwardRequest {
    /** Bars of one interval, oldest first, closed, without gaps. */
    readonly bars: market.Bars;
    /** Days of the bitcoin network, for daily bars in US dollars or a coin that stands for them. Absent: not known. */
    readonly network?: NetworkDays | undefined;
    /** Funding, open interest, futures and options. Absent: not known. */
    readonly derivatives?: DerivativesHistory | undefined;
    /** Order books, oldest first. Absent: not known. */
    readonly book?: readonly (market.OrderBook)[] | undefined;
    /** Rules that are fixed before the run. */
    readonly protocol: Protocol;
    /** Parameters of the modules. Absent: their defaults. */
    readonly modules?: ModuleParams | undefined;
  }

  /** Inputs of `forecast`. */
  export interface ForecastRequest {
    /** Closing prices, oldest first, one interval after another. */
    readonly closes: Float64Array | readonly (number)[];
    /** Horizon of the forecast, in bars. [from 1 to 1000] */
    readonly horizon_bars: number;
    /** Number of past returns that each forecast is fitted to. [from 10 to 100000; 250 where absent] */
    readonly window?: number | undefined;
    /** Models that forecast. [[{"ewma":{"decay":0.94}},{"autoregression":{"order":2}},"geometric_brownian"] where absent] */
    readonly models?: readonly (ForecastModel)[] | undefined;
    /** Levels of the bands: the probability that the price ends inside. [[0.5,0.8,0.95] where absent] */
    readonly levels?: Float64Array | readonly (number)[] | undefined;
  }

  /** The operations of `signals`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /**
     * An indicator over columns, with the bits of `indicator`. Its kind is said by a tag with its parameters: `{"rsi": {"length": 14}}`. It asks for
     * the columns that it reads, and answers the lines that it has; the others are NaN, and so is what warms up. Definitions are TA-Lib's; an
     * RSI of a series that does not move is 50, and fractions are fractions.
     *
     * @example
     * ```ts
     * const columns = signals.indicatorBatch({
     *  close: [64940, 64941, 66837, 66407],
     *  high: [65420, 65695, 67232, 67183],
     *  low: [63090, 64237, 64500, 65765],
     *  volume: [9812.5, 8455, 15302.25, 12091],
     * }, { indicator: { volume_profile: { length: 2 } } });
     * ```
     */
    indicatorBatch(columns: IndicatorBatchInput, params: IndicatorParams): IndicatorBatchColumns;
    /**
     * Up to eight lanes at once: one indicator of several series, an indicator for each of them, or several indicators (lengths, kinds) of one
     * series. Each lane is the main line, `value`, that `indicator_batch` gives, bit for bit; a lane that was not asked for is NaN.
     *
     * @example
     * ```ts
     * const columns = signals.indicatorLanes({ series_0: [64940, 64941, 66837, 66407] }, { indicators: [{ ema: { length: 2 } }, { ema: { length: 3 } }] });
     * ```
     */
    indicatorLanes(columns: IndicatorLanesInput, params: IndicatorLanesParams): IndicatorLanesColumns;
    /**
     * An indicator, row by row. Its kind is said by a tag with its parameters: `{"rsi": {"length": 14}}`. It asks for the columns that it
     * reads, and answers the lines that it has; the others are NaN, and so is what warms up. Nothing drifts, and nothing looks ahead.
     *
     * @example
     * ```ts
     * const stream = signals.indicator({ indicator: { volume_profile: { length: 3, bins: 4, area: 0.7 } } });
     * const columns = stream.updateMany({
     *  close: [64940, 64941, 66837, 66407],
     *  high: [65420, 65695, 67232, 67183],
     *  low: [63090, 64237, 64500, 65765],
     *  volume: [9812.5, 8455, 15302.25, 12091],
     * });
     * stream.free();
     * ```
     */
    indicator(params: IndicatorParams, state?: Uint8Array): Stream<IndicatorEvent, IndicatorRow, IndicatorInput, IndicatorColumns>;
    /**
     * Rows until an indicator speaks (its warm-up), and until its outputs no longer depend on where the series began (`stable_after`).
     *
     * @example
     * ```ts
     * const answer = signals.indicatorStart({ indicator: { rsi: { length: 14 } }, digits: 6 });
     * ```
     */
    indicatorStart(request: IndicatorStartRequest): IndicatorStartReport;
    /**
     * Module A, regime: trend and place in the range under the filtered probability of a turbulent market, with volatility, shifts of the
     * mean and changes of the run, bar by bar.
     *
     * A score of 1 advises to sell now, -1 to keep; the contributions add up to it.
     *
     * @example
     * ```ts
     * const stream = signals.regime({ short_length: 4, long_length: 12, rank_length: 20, adx_length: 5, efficiency_length: 5 });
     * const columns = stream.updateMany({
     *  time_ms: [1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000],
     *  open: [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970],
     *  high: [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250],
     *  low: [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600],
     *  close: [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550],
     *  volume_base: [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096],
     * });
     * stream.free();
     * ```
     */
    regime(params?: RegimeParams, state?: Uint8Array): Stream<RegimeEvent, RegimeRow, RegimeInput, RegimeColumns>;
    /**
     * Filtered probability of the second regime of a switching model, value by value: it knows each value and none after it.
     *
     * @example
     * ```ts
     * const stream = signals.regimeFilter({
     *  model: { regimes: [{ mean: 0.0014, variance: 0.00028, next: [0.78, 0.22] }, { mean: 0.0007, variance: 0.0033, next: [0.32, 0.68] }] },
     * });
     * const columns = stream.updateMany({ value: [0.0118, 0.0627, 0.016, 0.0019, -0.0133] });
     * stream.free();
     * ```
     */
    regimeFilter(params: RegimeFilterParams, state?: Uint8Array): Stream<RegimeFilterEvent, RegimeFilterRow, RegimeFilterInput, RegimeFilterColumns>;
    /**
     * Module B, exhaustion of a break: little volume, a long wick, momentum that diverges and a stretched close speak against a break out
     * of the range, bar by bar.
     *
     * @example
     * ```ts
     * const stream = signals.breakout({
     *  channel_length: 5,
     *  bollinger_length: 8,
     *  keltner_length: 8,
     *  volume_length: 6,
     *  divergence: { rsi_length: 6, pivot_bars: 1 },
     * });
     * const columns = stream.updateMany({
     *  time_ms: [1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000],
     *  open: [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970],
     *  high: [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250],
     *  low: [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600],
     *  close: [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550],
     *  volume_base: [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096],
     * });
     * stream.free();
     * ```
     */
    breakout(params?: BreakoutParams, state?: Uint8Array): Stream<BreakoutEvent, BreakoutRow, BreakoutInput, BreakoutColumns>;
    /**
     * Module C, support and resistance: levels of turning points, pivots, volume, Fibonacci, anchored average and year in clusters, bar by bar.
     *
     * @example
     * ```ts
     * const stream = signals.confluence({ range_length: 5, pivot_bars: 1, profile_length: 7, extreme_length: 15, round_step: 5000 });
     * const columns = stream.updateMany({
     *  time_ms: [1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000],
     *  open: [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970],
     *  high: [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250],
     *  low: [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600],
     *  close: [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550],
     *  volume_base: [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096],
     * });
     * stream.free();
     * ```
     */
    confluence(params?: ConfluenceParams, state?: Uint8Array): Stream<ConfluenceEvent, ConfluenceRow, ConfluenceInput, ConfluenceColumns>;
    /**
     * Module D, layers: distance from the mean in units of the true range, the unit of a ladder of sell prices, and a stop that only
     * rises, bar by bar.
     *
     * @example
     * ```ts
     * const stream = signals.layers({ range_length: 5, mean_length: 10, rank_length: 20, stop_length: 5 });
     * const columns = stream.updateMany({
     *  time_ms: [1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000],
     *  open: [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970],
     *  high: [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250],
     *  low: [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600],
     *  close: [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550],
     *  volume_base: [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096],
     * });
     * stream.free();
     * ```
     */
    layers(params?: LayersParams, state?: Uint8Array): Stream<LayersEvent, LayersRow, LayersInput, LayersColumns>;
    /**
     * Module E, miners' cycle: ranks of the Puell multiple, the hashprice and the difficulty's compression, hash ribbons and break-even,
     * day by day.
     *
     * What was not observed says so, and the confidence falls.
     *
     * @example
     * ```ts
     * const stream = signals.minerCycle({
     *  puell_length: 4,
     *  cycle_length: 10,
     *  hashprice_length: 10,
     *  machine: { efficiency_j_per_th: 30, power_price_usd_per_kwh: 0.06 },
     * });
     * const columns = stream.updateMany({
     *  time_ms: [1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000],
     *  btc_price_usd: [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484],
     *  subsidy_sat: [312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000],
     *  difficulty: [88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 83148355189239.77, 83148355189239.77, 83148355189239.77, 83148355189239.77],
     * });
     * stream.free();
     * ```
     */
    minerCycle(params?: MinerCycleParams, state?: Uint8Array): Stream<MinerCycleEvent, MinerCycleRow, MinerCycleInput, MinerCycleColumns>;
    /**
     * Module F, chart patterns: head and shoulders, double tops and bottoms, triangles and rectangles of confirmed turning points, with
     * neckline, target and invalidation, bar by bar.
     *
     * @example
     * ```ts
     * const stream = signals.pattern({ pivot_bars: 1, shape: { tolerance: 0.02, least_separation: 3 } });
     * const columns = stream.updateMany({
     *  time_ms: [1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000],
     *  open: [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970],
     *  high: [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250],
     *  low: [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600],
     *  close: [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550],
     *  volume_base: [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096],
     * });
     * stream.free();
     * ```
     */
    pattern(params?: PatternParams, state?: Uint8Array): Stream<PatternEvent, PatternRow, PatternInput, PatternColumns>;
    /**
     * Markov-switching model of a series, fitted by the method of Baum and Welch with floors; its regimes are sorted by variance.
     *
     * @example
     * ```ts
     * const answer = signals.fitRegimes({
     *  series: [0.011854, 0.062689, 0.015934, 0.001876, -0.01332, -0.013596, -0.018121, 0.030276, -0.036719, 0.000428, 0.01076, 0.023405, -0.021893, 0.072483, -0.014775, 0.027055, -0.001628, -0.009625, 0.075158, -0.018349, -0.014083, -0.017457, 0.008497, 0.010752, -0.011365, 0.013455, -0.015062, -0.010967, 0.010294, -0.011951],
     *  regimes: 2,
     * });
     * ```
     */
    fitRegimes(request: FitRegimesRequest): FitRegimesReport;
    /**
     * Ladder of sell orders above a price: sizes in whole satoshis that add up to the budget and never exceed the cap of the inventory.
     *
     * @example
     * ```ts
     * const answer = signals.sellLadder({ anchor_price: 64940, layer_unit: 2150, layers: 4, inventory_sat: 1000000000, cap: 0.2 });
     * ```
     */
    sellLadder(request: SellLadderRequest): SellLadderReport;
    /**
     * Module G, pressure from derivatives: funding, basis, risk reversal and open interest as one score, snapshot by snapshot.
     *
     * The score is the mean of the reasons that are known, the confidence the known part; term slope, put-call ratio and gamma exposure
     * describe and do not vote.
     *
     * @example
     * ```ts
     * const stream = signals.derivativesPressure({ length: 3 });
     * const columns = stream.updateMany({
     *  time_ms: [1713571200000, 1713657600000, 1713744000000, 1713830400000, 1713916800000],
     *  spot: [63850, 64200, 65100, 64800, 66000],
     *  funding_per_year: [0.1095, 0.12, 0.09, 0.13, 0.45],
     *  basis_per_year: [0.09, 0.11, 0.12, 0.15, 0.24],
     *  open_interest_base: [410000, 412000, 425000, 423500, 450000],
     *  risk_reversal_25: [-0.02, -0.01, 0.0, 0.01, 0.03],
     *  term_slope: [0.02, 0.02, 0.01, 0.01, -0.01],
     *  put_call: [0.62, 0.6, 0.58, 0.57, 0.5],
     *  gamma_exposure: [1200000.0, 1100000.0, 1400000.0, 1300000.0, 1900000.0],
     * });
     * stream.free();
     * ```
     */
    derivativesPressure(params?: DerivativesPressureParams, state?: Uint8Array): Stream<DerivativesPressureEvent, DerivativesPressureRow, DerivativesPressureInput, DerivativesPressureColumns>;
    /**
     * Module H, microstructure: spread, imbalance, microprice and order flow (Cont, Kukanov and Stoikov 2014), book by book.
     *
     * @example
     * ```ts
     * const stream = signals.microstructure({ length: 2 });
     * const columns = stream.updateMany({
     *  time_ms: [1713571200000, 1713571201000, 1713571202000, 1713571203000],
     *  bid: [99.9, 99.9, 100.0, 99.9],
     *  bid_size_base: [5, 7, 4, 7],
     *  ask: [100.1, 100.1, 100.1, 100.0],
     *  ask_size_base: [3, 2, 6, 1],
     * });
     * stream.free();
     * ```
     */
    microstructure(params?: MicrostructureParams, state?: Uint8Array): Stream<MicrostructureEvent, MicrostructureRow, MicrostructureInput, MicrostructureColumns>;
    /**
     * VPIN, the lopsidedness of the last buckets of volume (Easley, López de Prado and O'Hara 2012), event by event. Volume without a known side is
     * split by the change of its price.
     *
     * @example
     * ```ts
     * const stream = signals.vpin({ bucket_base: 400, buckets: 3, deviation_length: 2 });
     * const columns = stream.updateMany({
     *  time_ms: [1714521600000, 1714525200000, 1714528800000, 1714532400000, 1714536000000, 1714539600000],
     *  price: [60672, 60510, 60780, 61020, 60890, 60940],
     *  volume_base: [310, 420, 510, 380, 290, 340],
     *  bought_base: [150, 180, 330, 210, 120, 190],
     * });
     * stream.free();
     * ```
     */
    vpin(params: VpinParams, state?: Uint8Array): Stream<VpinEvent, VpinRow, VpinInput, VpinColumns>;
    /**
     * Spread, imbalance and microprice of an order book, and what an order that is walked through it pays.
     *
     * @example
     * ```ts
     * const answer = signals.orderBook({
     *  book: { source: "kraken", instrument: "XBT/USD", quote_currency: "USD", time_ms: 1713571200000, bids: { price: [99.9, 99.8, 99.7], size_base: [5, 8, 4] }, asks: { price: [100.1, 100.2, 100.3], size_base: [3, 9, 6] } },
     *  imbalance_levels: 1,
     *  side: "sell",
     *  size_base: 10,
     * });
     * ```
     */
    orderBook(request: BookRequest): BookReport;
    /**
     * Effective spread (Roll 1984) and price impact (Kyle 1985) out of trade prices and signed volumes.
     *
     * @example
     * ```ts
     * const answer = signals.tradeCosts({ prices: [100, 101, 100, 101, 100, 101, 100], signed_volumes_base: [10, -8, 9, -12, 11, -9] });
     * ```
     */
    tradeCosts(request: TradeCostsRequest): TradeCostsReport;
    /**
     * Optimal execution of Almgren and Chriss (2000): the schedule of least expected cost plus aversion to risk times variance.
     *
     * @example
     * ```ts
     * const answer = signals.almgrenChriss({
     *  size_base: 1000000,
     *  horizon_days: 5,
     *  intervals: 5,
     *  impact: { volatility: 0.95, half_spread: 0.0625, permanent: 2.5e-7, temporary: 2.5e-6 },
     *  risk_aversion: 1e-6,
     * });
     * ```
     */
    almgrenChriss(request: AlmgrenChrissRequest): AlmgrenChrissReport;
    /**
     * A plan of a sale: slices in whole satoshis by time, volume, participation or Almgren and Chriss, with expected cost in its terms and
     * the deviation of the cost. A plan, never a direction.
     *
     * @example
     * ```ts
     * const answer = signals.executionPlan({
     *  parent_sat: 2500000000,
     *  price_usd: 73674,
     *  spread: 0.0002,
     *  volatility_per_day: 0.025,
     *  daily_volume_base: 20000,
     *  horizon_days: 1,
     *  schedule: { almgren_chriss: { slices: 6, risk_aversion_per_usd: 0.00001 } },
     * });
     * ```
     */
    executionPlan(request: ExecutionPlanRequest): ExecutionPlan;
    /**
     * Module I, sizing by a bandit over position fractions with rewards that come late, held below a part of Kelly's fraction.
     *
     * Draws are functions of seed and number of the play alone: a replay is the same in every language.
     *
     * @example
     * ```ts
     * const stream = signals.banditSizing({ horizon: 2, seed: "7", fractions: [0.0, 0.1, 0.25] });
     * const columns = stream.updateMany({
     *  time_ms: [1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000],
     *  price: [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484],
     *  score: [0.1, -0.2, 0.3, 0.0, 0.2, 0.4, -0.1, 0.1, 0.0, -0.3, 0.2, 0.1],
     * });
     * stream.free();
     * ```
     */
    banditSizing(params?: BanditSizingParams, state?: Uint8Array): Stream<BanditSizingEvent, BanditSizingRow, BanditSizingInput, BanditSizingColumns>;
    /**
     * Module J, ensemble: opinions of the modules pooled in log-odds into the probability of the label, with weights by Hedge, thresholds with
     * hysteresis, cool-down and size.
     *
     * Without calibration the maps are assumptions, and nothing is sold but trimmed at most.
     *
     * @example
     * ```ts
     * const stream = signals.ensemble({
     *  label: { horizon_bars: 2, cost: 0.002 },
     *  calibration: { label: { horizon_bars: 2, cost: 0.002 }, fitted_until_ms: 1714521600000, base_rate: 0.45, mean_fall: 0.03, mean_rise: 0.035, modules: [{ module: "regime", map: { platt: { slope: -2.0, offset: 0.1 } } }, { module: "layers", map: { isotonic: { scores: [-0.5, 0.0, 0.5], probabilities: [0.3, 0.45, 0.8], least: 0.05 } }, weight: 0.5 }] },
     * });
     * const columns = stream.updateMany({
     *  time_ms: [1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000],
     *  close: [58365, 59061, 62882, 63892, 64012, 63165],
     *  regime_score: [0.2, 0.5, 0.9, 0.9, 0.1, -0.2],
     *  regime_confidence: [0.8, 0.8, 0.8, 0.8, 0.8, 0.8],
     *  breakout_score: [0.0, 0.1, 0.2, 0.2, 0.1, 0.0],
     *  breakout_confidence: [0.3, 0.3, 0.3, 0.3, 0.3, 0.3],
     *  confluence_score: [0.0, 0.1, 0.2, 0.2, 0.1, 0.0],
     *  confluence_confidence: [0.3, 0.3, 0.3, 0.3, 0.3, 0.3],
     *  layers_score: [0.1, 0.4, 0.8, 0.7, 0.2, -0.1],
     *  layers_confidence: [0.8, 0.8, 0.8, 0.8, 0.8, 0.8],
     *  miner_cycle_score: [0.0, 0.1, 0.2, 0.2, 0.1, 0.0],
     *  miner_cycle_confidence: [0.3, 0.3, 0.3, 0.3, 0.3, 0.3],
     *  pattern_score: [0.0, 0.1, 0.2, 0.2, 0.1, 0.0],
     *  pattern_confidence: [0.3, 0.3, 0.3, 0.3, 0.3, 0.3],
     *  derivatives_pressure_score: [0.0, 0.1, 0.2, 0.2, 0.1, 0.0],
     *  derivatives_pressure_confidence: [0.3, 0.3, 0.3, 0.3, 0.3, 0.3],
     *  readiness: [0.9, 0.9, 0.9, 0.9, 0.9, 0.9],
     *  bandit_fraction: [0.2, 0.2, 0.2, 0.2, 0.2, 0.2],
     * });
     * stream.free();
     * ```
     */
    ensemble(params: EnsembleParams, state?: Uint8Array): Stream<EnsembleEvent, EnsembleRow, EnsembleInput, EnsembleColumns>;
    /**
     * Quality of probabilities: Brier score with its parts, logarithmic loss, calibration error, and reliability by bins with intervals for the
     * effective number of labels.
     *
     * @example
     * ```ts
     * const answer = signals.reliability({
     *  probabilities: [0.1, 0.1, 0.3, 0.3, 0.6, 0.6, 0.9, 0.9],
     *  labels: [false, false, false, true, true, false, true, true],
     *  reference: 0.5,
     * });
     * ```
     */
    reliability(request: ReliabilityRequest): ReliabilityReport;
    /**
     * All ten modules over a history of bars, with network, derivatives and books where they are known: a tidy table of their assessments, and
     * the decision of each bar.
     *
     * What is absent is not known: the modules that need it say `no_data`, and the coverage falls.
     *
     * @example
     * ```ts
     * const answer = signals.evaluate({
     *  bars: { source: "largest_spot", instrument: "BTCUSD", quote_currency: "USD", interval_ms: 86400000, open_time_ms: [1714521600000, 1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000], open: [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940], high: [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118], low: [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143], close: [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577], volume_base: [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089] },
     *  network: { time_ms: [1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000], subsidy_sat: [312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000], difficulty: [88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 83148355189239.77, 83148355189239.77, 83148355189239.77, 83148355189239.77, 83148355189239.77, 83148355189239.77] },
     *  book: [{ source: "kraken", instrument: "XBT/USD", quote_currency: "USD", time_ms: 1715730800000, bids: { price: [61570, 61560], size_base: [2, 5] }, asks: { price: [61580, 61590], size_base: [1, 4] } }],
     *  holding_sat: 10000000000,
     *  last_bars: 1,
     *  modules: { regime: { short_length: 3, long_length: 6, rank_length: 8 } },
     * });
     * ```
     */
    evaluate(request: EvaluateRequest): EvaluateReport;
    /**
     * Maps from the modules' scores to the probability of a label, fitted to a history: the `calibration` that `evaluate` takes.
     *
     * Scores younger than the embargo are not used, so that every label was known at the end of the history.
     *
     * @example
     * ```ts
     * const answer = signals.calibrate({
     *  bars: { source: "largest_spot", instrument: "BTCUSD", quote_currency: "USD", interval_ms: 86400000, open_time_ms: [1714521600000, 1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000, 1716681600000, 1716768000000, 1716854400000, 1716940800000, 1717027200000], open: [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508, 69436, 68398, 67652], high: [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250, 69610, 69562, 70688, 69592, 68936, 69500], low: [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600, 68500, 68128, 68250, 67278, 67125, 67128], close: [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508, 69436, 68398, 67652, 68352], volume_base: [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096, 12130, 11872, 23137, 32623, 23160, 28478] },
     *  label: { horizon_bars: 1 },
     *  least_effective_labels: 5,
     *  modules: { regime: { short_length: 3, long_length: 6, rank_length: 8 } },
     * });
     * ```
     */
    calibrate(request: CalibrateRequest): Calibration;
    /**
     * Walk-forward of the ensemble: what it would have said, calibrated on the past of each bar alone, its calibration, hit rate and gain
     * against always holding with block-bootstrap intervals, whatever they show.
     *
     * @example
     * ```ts
     * const answer = signals.walkForward({
     *  bars: { source: "largest_spot", instrument: "BTCUSD", quote_currency: "USD", interval_ms: 86400000, open_time_ms: [1714521600000, 1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000, 1716681600000, 1716768000000, 1716854400000, 1716940800000, 1717027200000], open: [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508, 69436, 68398, 67652], high: [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250, 69610, 69562, 70688, 69592, 68936, 69500], low: [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600, 68500, 68128, 68250, 67278, 67125, 67128], close: [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508, 69436, 68398, 67652, 68352], volume_base: [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096, 12130, 11872, 23137, 32623, 23160, 28478] },
     *  protocol: { label: { horizon_bars: 2 }, first_fit_bars: 18, refit_every_bars: 5, least_effective_labels: 3, resamples: 100, forecast_window: 20 },
     *  modules: { regime: { short_length: 3, long_length: 6, rank_length: 8 } },
     * });
     * ```
     */
    walkForward(request: WalkForwardRequest): WalkForwardReport;
    /**
     * Three forecast baselines (exponentially weighted variance, autoregression, geometric Brownian motion) with bands of the price, and how good
     * their past forecasts were: coverage, probability integral transform, continuous ranked probability score.
     *
     * @example
     * ```ts
     * const answer = signals.forecast({
     *  closes: [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508],
     *  horizon_bars: 2,
     *  window: 20,
     * });
     * ```
     */
    forecast(request: ForecastRequest): ForecastReport;
  }
}

/** Operations of the domain. */
export const signals: signals.Operations = {
  indicatorBatch: (columns, params) => runColumns("signals.indicator_batch", [["close", "f64"], ["high", "f64"], ["low", "f64"], ["volume", "f64"], ["open", "f64"], ["other", "f64"]], ["value", "signal", "upper", "lower"], columns, params),
  indicatorLanes: (columns, params) => runColumns("signals.indicator_lanes", [["series_0", "f64"], ["series_1", "f64"], ["series_2", "f64"], ["series_3", "f64"], ["series_4", "f64"], ["series_5", "f64"], ["series_6", "f64"], ["series_7", "f64"]], ["lane_0", "lane_1", "lane_2", "lane_3", "lane_4", "lane_5", "lane_6", "lane_7"], columns, params),
  indicator: (params, state) => new Stream("signals.indicator", [["close", "f64"], ["high", "f64"], ["low", "f64"], ["volume", "f64"], ["open", "f64"], ["other", "f64"]], ["value", "signal", "upper", "lower"], params, state),
  indicatorStart: (request) => document("signals.indicator_start", request),
  regime: (params, state) => new Stream("signals.regime", [["time_ms", "i64"], ["open", "f64"], ["high", "f64"], ["low", "f64"], ["close", "f64"], ["volume_base", "f64"]], ["score", "confidence", "status", "trend_contribution", "range_in_high_volatility_contribution", "clamp_contribution", "trend_momentum", "range_rank_contrarian", "adx", "efficiency_ratio", "turbulence_probability", "log_density", "volatility", "volatility_per_year", "volatility_rank", "shift", "likeliest_run_bars", "recent_change_probability", "dropped_probability"], params, state),
  regimeFilter: (params, state) => new Stream("signals.regime_filter", [["value", "f64"]], ["second_probability", "log_density"], params, state),
  breakout: (params, state) => new Stream("signals.breakout", [["time_ms", "i64"], ["open", "f64"], ["high", "f64"], ["low", "f64"], ["close", "f64"], ["volume_base", "f64"]], ["score", "confidence", "status", "dry_volume_contribution", "rejection_wick_contribution", "divergence_contribution", "stretch_contribution", "clamp_contribution", "direction", "break_age_bars", "channels_left", "percent_b_contrarian", "bandwidth", "squeeze", "relative_volume", "break_volume", "volume_climax", "wick_share", "rsi", "divergence_points"], params, state),
  confluence: (params, state) => new Stream("signals.confluence", [["time_ms", "i64"], ["open", "f64"], ["high", "f64"], ["low", "f64"], ["close", "f64"], ["volume_base", "f64"]], ["score", "confidence", "status", "resistance_contribution", "support_contribution", "clamp_contribution", "resistance_price", "resistance_distance_ranges", "resistance_strength", "resistance_sources", "resistance_touches", "resistance_age_bars", "support_price", "support_distance_ranges", "support_strength", "support_sources", "support_touches", "support_age_bars", "levels", "tolerance"], params, state),
  layers: (params, state) => new Stream("signals.layers", [["time_ms", "i64"], ["open", "f64"], ["high", "f64"], ["low", "f64"], ["close", "f64"], ["volume_base", "f64"]], ["score", "confidence", "status", "stretch_from_mean_contribution", "range_rank_contribution", "clamp_contribution", "stretch_contrarian", "average_range", "range_rank", "layer_unit", "first_layer_price", "last_layer_price", "stop_price", "stop_hit"], params, state),
  minerCycle: (params, state) => new Stream("signals.miner_cycle", [["time_ms", "i64"], ["btc_price_usd", "f64"], ["subsidy_sat", "i64"], ["issuance_sat", "f64"], ["fees_sat", "f64"], ["difficulty", "f64"], ["hashrate_ths", "f64"]], ["score", "confidence", "status", "puell_rank_contribution", "hashprice_rank_contribution", "hash_ribbon_contribution", "difficulty_ribbon_contribution", "break_even_stress_contribution", "clamp_contribution", "basis", "puell", "puell_rank_contrarian", "puell_status", "hashprice_usd_per_phs_day", "hashprice_rank_contrarian", "hashprice_status", "hash_ribbon", "hash_ribbon_spread", "hash_ribbon_buy", "hash_ribbon_status", "difficulty_compression", "difficulty_compression_rank_contrarian", "difficulty_ribbon_status", "break_even_usd_per_kwh", "power_cost_share", "break_even_status"], params, state),
  pattern: (params, state) => new Stream("signals.pattern", [["time_ms", "i64"], ["open", "f64"], ["high", "f64"], ["low", "f64"], ["close", "f64"], ["volume_base", "f64"]], ["score", "confidence", "status", "pattern_contribution", "clamp_contribution", "forming", "forming_upper_price", "forming_lower_price", "pattern", "direction", "neckline_price", "target_price", "invalidation_price", "age_bars", "event"], params, state),
  fitRegimes: (request) => document("signals.fit_regimes", request),
  sellLadder: (request) => document("signals.sell_ladder", request),
  derivativesPressure: (params, state) => new Stream("signals.derivatives_pressure", [["time_ms", "i64"], ["spot", "f64"], ["funding_per_year", "f64"], ["basis_per_year", "f64"], ["open_interest_base", "f64"], ["risk_reversal_25", "f64"], ["term_slope", "f64"], ["put_call", "f64"], ["gamma_exposure", "f64"]], ["score", "confidence", "status", "funding_contribution", "basis_contribution", "risk_reversal_contribution", "open_interest_contribution", "clamp_contribution", "funding_z_contrarian", "basis_per_year_contrarian", "risk_reversal_z_momentum", "open_interest_quadrant_momentum", "funding_per_year", "term_slope", "put_call", "gamma_exposure"], params, state),
  microstructure: (params, state) => new Stream("signals.microstructure", [["time_ms", "i64"], ["bid", "f64"], ["bid_size_base", "f64"], ["ask", "f64"], ["ask_size_base", "f64"]], ["score", "confidence", "status", "clamp_contribution", "spread", "imbalance", "microprice", "flow_base"], params, state),
  vpin: (params, state) => new Stream("signals.vpin", [["time_ms", "i64"], ["price", "f64"], ["volume_base", "f64"], ["bought_base", "f64"]], ["vpin", "bought_fraction", "filled_buckets"], params, state),
  orderBook: (request) => document("signals.order_book", request),
  tradeCosts: (request) => document("signals.trade_costs", request),
  almgrenChriss: (request) => document("signals.almgren_chriss", request),
  executionPlan: (request) => document("signals.execution_plan", request),
  banditSizing: (params, state) => new Stream("signals.bandit_sizing", [["time_ms", "i64"], ["price", "f64"], ["score", "f64"]], ["score", "confidence", "status", "clamp_contribution", "arm_fraction", "kelly_cap", "size_fraction", "matured"], params, state),
  ensemble: (params, state) => new Stream("signals.ensemble", [["time_ms", "i64"], ["close", "f64"], ["regime_score", "f64"], ["regime_confidence", "f64"], ["breakout_score", "f64"], ["breakout_confidence", "f64"], ["confluence_score", "f64"], ["confluence_confidence", "f64"], ["layers_score", "f64"], ["layers_confidence", "f64"], ["miner_cycle_score", "f64"], ["miner_cycle_confidence", "f64"], ["pattern_score", "f64"], ["pattern_confidence", "f64"], ["derivatives_pressure_score", "f64"], ["derivatives_pressure_confidence", "f64"], ["readiness", "f64"], ["bandit_fraction", "f64"]], ["score", "confidence", "status", "probability", "sell_score", "action", "stance", "size_fraction", "wait_bars", "coverage", "is_calibrated", "base_rate", "base_rate_contribution", "regime_contribution", "breakout_contribution", "confluence_contribution", "layers_contribution", "miner_cycle_contribution", "pattern_contribution", "derivatives_pressure_contribution", "clamp_contribution", "regime_probability", "breakout_probability", "confluence_probability", "layers_probability", "miner_cycle_probability", "pattern_probability", "derivatives_pressure_probability", "regime_weight", "breakout_weight", "confluence_weight", "layers_weight", "miner_cycle_weight", "pattern_weight", "derivatives_pressure_weight"], params, state),
  reliability: (request) => document("signals.reliability", request),
  evaluate: (request) => document("signals.evaluate", request),
  calibrate: (request) => document("signals.calibrate", request),
  walkForward: (request) => document("signals.walk_forward", request),
  forecast: (request) => document("signals.forecast", request),
};
