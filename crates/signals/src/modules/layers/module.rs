//! The module: its parameters, what it answers, and its state.

use hashinsight_market::Interval;
use hashinsight_numerics::{clamp, max, state::impossible, stream::Stream};
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::ladder::layer_price;
use crate::indicators::{Atr, AtrParams, Chandelier, ChandelierParams, Indicator, Sma, SmaParams};
use crate::modules::rank::TrailingRank;
use crate::modules::{
    Assessment, AssessmentStatus, Bounded, Cadence, ClosedBar, Module, ModuleName, Reason, ReasonCode, bounded,
};

/// Average true ranges from the mean at which the stretch counts in full.
const FULL_STRETCH: f64 = 3.0;
/// Confidence once the rank's window is full.
const FULL_CONFIDENCE: f64 = 0.8;

/// Inputs of [`Layers`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LayersParams {
    /// Length of each bar's interval, in milliseconds.
    #[record(default = Interval::DAY)]
    pub interval_ms: Interval,
    /// Length of the average true range, in bars.
    #[record(range = 1..=100_000, default = 14)]
    pub range_length: u32,
    /// Length of the average of the closes, in bars.
    #[record(range = 1..=100_000, default = 50)]
    pub mean_length: u32,
    /// Most bars among which the true range, as a fraction of the close, is ranked.
    #[record(range = 2..=100_000, default = 365)]
    pub rank_length: u32,
    /// How much wider the layers are from the calmest to the most turbulent market, in average true ranges.
    #[record(range = 0.0..=1.9, default = 1.0)]
    pub adaptation: f64,
    /// Number of layers.
    #[record(range = 1..=100, default = 5)]
    pub layers: u32,
    /// Exponent by which the distances of the layers grow: 1 for equal steps.
    #[record(range = 0.1..=5.0, default = 1.2)]
    pub exponent: f64,
    /// Length of the stop's window and true range, in bars.
    #[record(range = 1..=100_000, default = 22)]
    pub stop_length: u32,
    /// Distance of the stop from the highest high, in average true ranges.
    #[record(range = 0.0..=100.0, default = 3.0)]
    pub stop_ranges: f64,
}

/// Output of [`Layers`]. Numbers are NaN before the bar at which they are first known.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = LayersTable)]
#[non_exhaustive]
pub struct LayersOutput {
    /// Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    pub score: f64,
    /// Confidence in the score, 0 to 1: 0.8 times the part of the rank's window that is filled.
    pub confidence: f64,
    /// Status of the assessment.
    pub status: AssessmentStatus,
    /// Contribution of the distance from the mean: `0.5 stretch_contrarian / 3`.
    pub stretch_from_mean_contribution: f64,
    /// Contribution of the true range's rank: `0.5 (2 range_rank - 1)`, with the sign of the stretch.
    pub range_rank_contribution: f64,
    /// Contribution that holds the score between -1 and 1.
    pub clamp_contribution: f64,
    /// Distance of the close from its mean, in average true ranges.
    pub stretch_contrarian: f64,
    /// Average true range, in quote currency.
    pub average_range: f64,
    /// Rank of the average true range, as a fraction of the close, among those of the last bars, 0 to 1.
    pub range_rank: f64,
    /// Distance of the first layer from the close, in quote currency: the average true range times `1 + adaptation (range_rank - 0.5)`.
    pub layer_unit: f64,
    /// Price of the nearest layer, in quote currency.
    pub first_layer_price: f64,
    /// Price of the furthest layer, in quote currency.
    pub last_layer_price: f64,
    /// Stop of what is kept, in quote currency: it only rises until a close falls below it. NaN while there is none.
    pub stop_price: f64,
    /// Whether this bar closed below the stop.
    pub stop_hit: bool,
}

/// What bars change.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LayersState {
    cadence: Cadence,
    range: Atr,
    mean: Sma,
    ranges: TrailingRank,
    exit: Chandelier,
    stop: Option<f64>,
}

/// Module D: a ladder in units of the true range.
///
/// ```
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_signals::modules::ClosedBar;
/// use hashinsight_signals::modules::layers::{Layers, LayersParams};
/// use hashinsight_units::{AssetPrice, Timestamp};
/// let mut layers = Layers::open(&LayersParams::new().mean_length(20))?;
/// let mut last = None;
/// for day in 0..60 {
///     let price = |price: f64| AssetPrice::new(price + 100.0 * day as f64);
///     let time = Timestamp::from_ms(1_700_006_400_000 + day * 86_400_000)?;
///     last = Some(layers.update(&ClosedBar::new(time, price(40_000.0)?, price(40_400.0)?, price(39_800.0)?, price(40_200.0)?))?);
/// }
/// let last = last.unwrap();
/// assert_eq!(last.average_range, 600.0);
/// assert!(last.first_layer_price < last.last_layer_price && last.stop_price == 46_300.0 - 3.0 * 600.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Layers {
    params: LayersParams,
    state: LayersState,
}

impl Stream for Layers {
    const PATH: &'static str = "signals.layers";
    type Params = LayersParams;
    type State = LayersState;
    type Event = ClosedBar;
    type Output = LayersOutput;

    fn resume(params: &LayersParams, mut state: LayersState) -> Result<Self, Error> {
        params.check()?;
        state.range.prepare(&AtrParams::new(params.range_length))?;
        state.mean.prepare(&SmaParams::new(params.mean_length))?;
        state.ranges.prepare(params.rank_length)?;
        state.exit.prepare(&ChandelierParams::new().length(params.stop_length).ranges(params.stop_ranges))?;
        if state.stop.is_none_or(f64::is_finite) {
            Ok(Self { params: params.clone(), state })
        } else {
            Err(impossible("stop"))
        }
    }

    fn parts(&self) -> (&LayersParams, &LayersState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, bar: &ClosedBar) -> Result<LayersOutput, Error> {
        self.state.cadence = self.state.cadence.bar(bar, self.params.interval_ms)?;
        let Self { params, state } = self;
        let candle = bar.candle();
        let close = candle.close;
        let (range, mean) = (state.range.next(candle), state.mean.next(close));
        let exit = state.exit.next(candle).long;
        let stop_hit = state.follow_stop(close, exit);
        let mut output = LayersOutput {
            score: f64::NAN,
            confidence: 0.0,
            status: AssessmentStatus::Warmup,
            stretch_from_mean_contribution: f64::NAN,
            range_rank_contribution: f64::NAN,
            clamp_contribution: f64::NAN,
            stretch_contrarian: f64::NAN,
            average_range: range,
            range_rank: f64::NAN,
            layer_unit: f64::NAN,
            first_layer_price: f64::NAN,
            last_layer_price: f64::NAN,
            stop_price: state.stop.unwrap_or(f64::NAN),
            stop_hit,
        };
        if range.is_nan() {
            return Ok(output);
        }
        let rank = state.ranges.next(range / close);
        output.range_rank = rank.rank;
        output.layer_unit = range * (1.0 + params.adaptation * (rank.rank - 0.5));
        let layer = |layer| layer_price(close, output.layer_unit, layer, params.exponent);
        (output.first_layer_price, output.last_layer_price) = (layer(1), layer(params.layers));
        if mean.is_nan() {
            return Ok(output);
        }
        // A market without any range has no unit: it stands at its mean, or nowhere near it.
        let distance = close - mean;
        output.stretch_contrarian = if distance == 0.0 { 0.0 } else { clamp(distance / range, -1e6, 1e6) };
        let sign = if output.stretch_contrarian > 0.0 {
            1.0
        } else if output.stretch_contrarian < 0.0 {
            -1.0
        } else {
            0.0
        };
        output.stretch_from_mean_contribution = 0.5 * output.stretch_contrarian / FULL_STRETCH;
        output.range_rank_contribution = 0.5 * (2.0 * rank.rank - 1.0) * sign + 0.0;
        let Bounded { score, clamp } = bounded([output.stretch_from_mean_contribution, output.range_rank_contribution]);
        (output.score, output.clamp_contribution, output.status) = (score, clamp, AssessmentStatus::Ok);
        output.confidence = FULL_CONFIDENCE * rank.filled;
        Ok(output)
    }
}

impl LayersState {
    /// Holds the close against the stop that was known before, then raises the stop, or begins one below the close.
    fn follow_stop(&mut self, close: f64, exit: f64) -> bool {
        match self.stop {
            Some(stop) if close < stop => {
                self.stop = None;
                true
            }
            Some(stop) => {
                self.stop = Some(max(stop, exit));
                false
            }
            None => {
                self.stop = (exit < close).then_some(exit);
                false
            }
        }
    }
}

impl Module for Layers {
    const NAME: ModuleName = ModuleName::Layers;

    fn assess(&self, output: &LayersOutput) -> Assessment {
        let sign = if output.stretch_contrarian < 0.0 { -1.0 } else { 1.0 };
        let reasons = [
            Reason::new(ReasonCode::StretchFromMean, output.stretch_contrarian, output.stretch_from_mean_contribution)
                .threshold(sign * FULL_STRETCH),
            Reason::new(ReasonCode::RangeRank, output.range_rank, output.range_rank_contribution),
        ];
        Assessment::new(Self::NAME, output.status, output.confidence, output, reasons)
    }
}
