//! Indicators: causal studies of a series or of bars, each with batch, stream and state, and the same bits in all of them.
//!
//! An [`Indicator`] is a state that takes one reading at a time ([`next`](Indicator::next)) or many ([`batch`](Indicator::batch)); a
//! [`Study`] of it is its [`Stream`](hashinsight_numerics::stream::Stream), with state bytes and refusals.
//!
//! | | |
//! |---|---|
//! | [`warmup`](Indicator::warmup) | readings before the first whole output; what is answered until then is NaN |
//! | [`stable_after`](Indicator::stable_after) | readings until the beginning of the series weighs less than `10^-digits`: outputs of two histories agree from there on. A window forgets all that has left it; `None` says that nothing is ever forgotten (a sum from the first bar on, a stop that ratchets) |
//! | drift | none: a window gathers its values anew, and never takes away what it has added |
//! | numbers | 0, or of size 1e-100 to 1e100: others are refused. Numbers that are not finite are refused, skipped or propagated by [`AnyIndicator`] |
//! | lanes | eight series side by side, or one series with eight lengths, each with the bits that it has alone: [`AverageLanes`], [`RsiLanes`], [`AverageSweep`], [`RsiSweep`] |
//!
//! Definitions are TA-Lib's, with these differences: [`Rsi`] of a series without changes is 50 (there 0); fractions are fractions
//! ([`Natr`], [`Roc`], [`PercentileRank`]: a hundredth of TA-Lib's); [`Adx`] of a market without movement falls towards 0 (there it stays);
//! [`Mfi`] where no money flows is 50 (there 0, and so of flows below 1).

#![allow(clippy::inline_always, reason = "what a loop over values is made of")]

mod accumulation;
mod adx;
mod aroon;
mod average;
mod bollinger;
mod candles;
mod cci;
mod chandelier;
mod contract;
mod correlation;
mod dema;
mod deviation;
mod donchian;
mod ema;
mod extremes;
mod family;
mod kama;
mod keltner;
mod lanes;
mod macd;
mod mfi;
mod momentum;
mod obv;
mod order;
mod output;
mod pair;
mod parabolic;
mod pivots;
mod profile;
mod recent;
mod roc;
mod rsi;
mod slope;
mod sma;
mod stochastic;
mod supertrend;
mod sweep;
mod swings;
mod true_range;
mod vwap;
mod wilder;
mod williams_r;
mod window;
mod wma;

use hashinsight_units::{Finite, Record};

pub use accumulation::{AccumulationDistribution, AccumulationParams};
pub use adx::{Adx, AdxParams};
pub use aroon::{Aroon, AroonParams};
pub use average::Seed;
pub use bollinger::{Bollinger, BollingerParams};
pub use candles::{CandlePattern, CandlePatternParams, CandleShape};
pub use cci::{Cci, CciParams};
pub use chandelier::{Chandelier, ChandelierParams};
pub use contract::{
    Candle, CandleColumns, Flow, FlowColumns, Indicator, Input, Ohlc, OhlcColumns, Study, Traded, TradedColumns,
};
pub use correlation::{Correlation, CorrelationParams};
pub use dema::{Dema, LayeredAverageParams, Tema};
pub use deviation::{DeviationParams, StdDev, Variance};
pub use donchian::{Donchian, DonchianParams};
pub use ema::{Ema, EmaParams};
pub use extremes::{ExtremeParams, RollingMax, RollingMin};
pub use family::{
    AnyIndicator, IndicatorColumns, IndicatorKind, IndicatorLanes, IndicatorLanesParams, IndicatorLanesTable,
    IndicatorLanesTablePart, IndicatorLines, IndicatorParams, IndicatorRow, IndicatorStartReport,
    IndicatorStartRequest, IndicatorState, IndicatorTable, IndicatorTablePart, NonFinite, SeriesLanes,
    SeriesLanesColumns, indicator_batch, indicator_lanes, indicator_start,
};
pub use kama::{EfficiencyParams, EfficiencyRatio, Kama, KamaParams};
pub use keltner::{Keltner, KeltnerParams};
pub use lanes::{AverageLanes, Lanes, RsiLanes};
pub use macd::{Macd, MacdParams, MacdStart};
pub use mfi::{Mfi, MfiParams};
pub use momentum::{Momentum, MomentumParams};
pub use obv::{Obv, ObvParams};
pub use order::{OrderParams, PercentileRank, RollingMedian};
pub use output::{
    AroonLines, Bands, Directional, Lines, MacdLines, Output, Profile, Stochastics, Stops, Swings, Trend,
};
pub use pair::{Pair, PairColumns, PairObservation, PairObservationColumns};
pub use parabolic::{ParabolicParams, ParabolicSar};
pub use pivots::{PivotLevels, PivotMethod, Pivots, PivotsParams, pivot_levels};
pub use profile::{ProfileParams, VolumeProfile, volume_bins};
pub use roc::{Roc, RocParams};
pub use rsi::{Rsi, RsiParams};
pub use slope::{LinearRegressionSlope, SlopeParams};
pub use sma::{Sma, SmaParams};
pub use stochastic::{Stochastic, StochasticParams};
pub use supertrend::{Supertrend, SupertrendParams};
pub use sweep::{AverageSweep, RsiSweep};
pub use swings::{FractalSwings, SwingParams};
pub use true_range::{Atr, AtrParams, FirstRange, Natr, TrueRange, TrueRangeParams};
pub use vwap::{AnchoredVwap, AnchoredVwapParams};
pub use wilder::{Wilder, WilderParams};
pub use williams_r::{WilliamsParams, WilliamsR};
pub use wma::{Wma, WmaParams};

/// One observation of a series.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = ObservationColumns)]
#[non_exhaustive]
pub struct Observation {
    /// Value of the series: 0, or a number of size 1e-100 to 1e100.
    #[record(example = 91.5)]
    pub value: Finite,
}
