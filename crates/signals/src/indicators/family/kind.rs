//! The closed choice of indicators, and its dispatch.

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::readings::{Readings, Refusal};
use super::row::{IndicatorColumns, IndicatorTablePart};
use super::stream::fill;
#[allow(clippy::wildcard_imports, reason = "each of them is listed below")]
use crate::indicators::*;

macro_rules! family {
    ($($(#[$doc:meta])* $case:ident($params:ty) = $indicator:ty;)*) => {
        /// Indicators that there are, each with its parameters and its lines.
        #[derive(Clone, Debug, PartialEq, Record)]
        #[non_exhaustive]
        pub enum IndicatorKind {
            $($(#[$doc])* $case($params),)*
        }

        /// State of one of them.
        #[derive(Clone, Debug, Serialize, Deserialize)]
        pub(super) enum Kernel {
            $($case($indicator),)*
        }

        impl IndicatorKind {
            /// Number of rows before the first whole output.
            pub fn warmup(&self) -> u64 {
                match self {
                    $(Self::$case(params) => <$indicator>::warmup(params),)*
                }
            }

            /// Number of rows after which the beginning of the series weighs less than `10^-digits`; `None`: it is never forgotten.
            pub fn stable_after(&self, digits: u32) -> Option<u64> {
                match self {
                    $(Self::$case(params) => <$indicator>::stable_after(params, digits),)*
                }
            }

            /// The case as documents call it.
            pub(super) const fn tag(&self) -> &'static str {
                match self {
                    $(Self::$case(_) => <$indicator>::PATH.split_at("signals.".len()).1,)*
                }
            }

            pub(super) fn open(&self) -> Result<Kernel, Error> {
                match self {
                    $(Self::$case(params) => <$indicator>::new(params).map(Kernel::$case),)*
                }
            }
        }

        impl Kernel {
            pub(super) fn prepare(&mut self, kind: &IndicatorKind) -> Result<(), Error> {
                match (self, kind) {
                    $((Self::$case(state), IndicatorKind::$case(params)) => state.prepare(params),)*
                    _ => Err(impossible("indicator")),
                }
            }

            /// Refuses columns that are absent, and the first row that cannot be read; where `spared`, rows without a finite number are not
            /// refused, but told by their number.
            pub(super) fn check(
                &self, columns: &IndicatorColumns<'_>, spared: Option<&mut Vec<usize>>,
            ) -> Result<(), Refusal> {
                match self {
                    $(Self::$case(_) => <$indicator as Indicator>::Input::check_family(columns, spared),)*
                }
            }

            /// Takes rows that were checked.
            pub(super) fn fill(&mut self, columns: &IndicatorColumns<'_>, out: &mut IndicatorTablePart<'_>) -> Result<(), Error> {
                match self {
                    $(Self::$case(state) => fill(state, columns, out),)*
                }
            }
        }
    };
}

family! {
    /// Simple moving average of the close. Line: `value`.
    Sma(SmaParams) = Sma;
    /// Exponential moving average of the close. Line: `value`.
    Ema(EmaParams) = Ema;
    /// Wilder's average of the close, also called running or smoothed average. Line: `value`.
    Wilder(WilderParams) = Wilder;
    /// Kaufman's adaptive moving average of the close. Line: `value`.
    Kama(KamaParams) = Kama;
    /// Kaufman's efficiency ratio of the close, 0 to 1. Line: `value`.
    EfficiencyRatio(EfficiencyParams) = EfficiencyRatio;
    /// Relative strength index of the close, 0 to 100; 50 where nothing moves. Line: `value`.
    Rsi(RsiParams) = Rsi;
    /// Moving average convergence/divergence of the close. Lines: `value` (fast less slow), `signal`; the histogram is their difference.
    Macd(MacdParams) = Macd;
    /// Rate of change of the close, a fraction. Line: `value`.
    Roc(RocParams) = Roc;
    /// Slope of the regression line of the close, per row. Line: `value`.
    LinearRegressionSlope(SlopeParams) = LinearRegressionSlope;
    /// Variance of the close. Line: `value`.
    Variance(DeviationParams) = Variance;
    /// Standard deviation of the close. Line: `value`.
    StdDev(DeviationParams) = StdDev;
    /// Bollinger bands of the close. Lines: `value` (the middle), `upper`, `lower`.
    Bollinger(BollingerParams) = Bollinger;
    /// Least of the last closes. Line: `value`.
    RollingMin(ExtremeParams) = RollingMin;
    /// Greatest of the last closes. Line: `value`.
    RollingMax(ExtremeParams) = RollingMax;
    /// Median of the last closes. Line: `value`.
    RollingMedian(OrderParams) = RollingMedian;
    /// Fraction of the closes before that are less than the current one. Line: `value`.
    PercentileRank(OrderParams) = PercentileRank;
    /// True range. Reads high, low and close. Line: `value`.
    TrueRange(TrueRangeParams) = TrueRange;
    /// Average true range. Reads high, low and close. Line: `value`.
    Atr(AtrParams) = Atr;
    /// Average true range as a fraction of the close. Reads high, low and close. Line: `value`.
    Natr(AtrParams) = Natr;
    /// Directional movement, 0 to 100. Reads high, low and close. Lines: `value` (ADX), `upper` (+DI), `lower` (-DI).
    Adx(AdxParams) = Adx;
    /// Slow stochastic oscillator, 0 to 100. Reads high, low and close. Lines: `value` (%K), `signal` (%D).
    Stochastic(StochasticParams) = Stochastic;
    /// Keltner channels around an exponential average of the typical price `(high + low + close) / 3`, both averages seeded at one bar. Reads
    /// high, low and close. Lines: `value` (the middle), `upper`, `lower`.
    Keltner(KeltnerParams) = Keltner;
    /// Donchian channel. Reads high, low and close. Lines: `value` (the middle), `upper`, `lower`.
    Donchian(DonchianParams) = Donchian;
    /// Chandelier exits. Reads high, low and close. Lines: `upper` (stop of a short position), `lower` (of a long one).
    Chandelier(ChandelierParams) = Chandelier;
    /// Supertrend. Reads high, low and close. Lines: `value` (the stop), `signal` (1 up, -1 down), `upper`, `lower`.
    Supertrend(SupertrendParams) = Supertrend;
    /// Pivot levels that each bar gives to the bar after it. Reads high, low and close. Lines: `value` (pivot), `upper` (resistance), `lower`
    /// (support).
    Pivots(PivotsParams) = Pivots;
    /// Last confirmed swing high and low. Reads high, low and close. Lines: `upper` (the high), `lower` (the low), `signal` (swings
    /// confirmed by this row).
    FractalSwings(SwingParams) = FractalSwings;
    /// Volume profile. Reads high, low, close and volume. Lines: `value` (point of control), `upper` and `lower` (ends of the value area),
    /// `signal` (its share of the volume).
    VolumeProfile(ProfileParams) = VolumeProfile;
    /// Volume-weighted average price from the first row on. Reads high, low, close and volume. Line: `value`.
    AnchoredVwap(AnchoredVwapParams) = AnchoredVwap;
    /// On-balance volume. Reads close and volume. Line: `value`.
    Obv(ObvParams) = Obv;
    /// Weighted moving average of the close, the newest weighing most. Line: `value`.
    Wma(WmaParams) = Wma;
    /// Double exponential average of the close. Line: `value`.
    Dema(LayeredAverageParams) = Dema;
    /// Triple exponential average of the close. Line: `value`.
    Tema(LayeredAverageParams) = Tema;
    /// Momentum of the close, in its unit. Line: `value`.
    Momentum(MomentumParams) = Momentum;
    /// Correlation of the close with a second series, -1 to 1. Reads close and other. Line: `value`.
    Correlation(CorrelationParams) = Correlation;
    /// Commodity channel index of the typical price. Reads high, low and close. Line: `value`.
    Cci(CciParams) = Cci;
    /// Williams' %R, -100 to 0. Reads high, low and close. Line: `value`.
    WilliamsR(WilliamsParams) = WilliamsR;
    /// Aroon, 0 to 100. Reads high, low and close. Lines: `value` (up less down), `upper` (up), `lower` (down).
    Aroon(AroonParams) = Aroon;
    /// Parabolic stop and reverse. Reads high, low and close. Line: `value`.
    ParabolicSar(ParabolicParams) = ParabolicSar;
    /// Money flow index, 0 to 100; 50 where nothing flows. Reads high, low, close and volume. Line: `value`.
    Mfi(MfiParams) = Mfi;
    /// Accumulation/distribution line. Reads high, low, close and volume. Line: `value`.
    AccumulationDistribution(AccumulationParams) = AccumulationDistribution;
    /// Pattern of candles: 100 upward, -100 downward, 0 where there is none. Reads open, high, low and close. Line: `value`.
    CandlePattern(CandlePatternParams) = CandlePattern;
}
