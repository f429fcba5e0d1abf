//! The module: its parameters, what it answers, and its state.

use hashinsight_market::Interval;
use hashinsight_numerics::{clamp, exp, max, min, stream::Stream};
use hashinsight_units::{AssetPrice, Error, Fraction, Record};
use serde::{Deserialize, Serialize};

use super::level::{Cluster, Level, clusters};
use super::sources::Sources;
use crate::indicators::{Atr, AtrParams, Indicator};
use crate::modules::{
    Assessment, AssessmentStatus, Bounded, Cadence, ClosedBar, Module, ModuleName, Reason, ReasonCode, bounded,
};

/// Average true ranges beyond which a level is not looked at: it would count for less than a ten-thousandth.
const FAR: f64 = 10.0;
/// Distinct sources that give full confidence.
const FULL_CONFIDENCE: f64 = 4.0;

/// Inputs of [`Confluence`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ConfluenceParams {
    /// Length of each bar's interval, in milliseconds.
    #[record(default = Interval::DAY)]
    pub interval_ms: Interval,
    /// Length of the average true range, in bars.
    #[record(range = 1..=100_000, default = 14)]
    pub range_length: u32,
    /// Bars on either side of a turning point that it exceeds.
    #[record(range = 1..=100, default = 5)]
    pub pivot_bars: u32,
    /// Most turning points that are kept.
    #[record(range = 2..=200, default = 16)]
    pub most_swings: u32,
    /// Bars of a period, from whose range the pivot levels of the next one follow: a week of days.
    #[record(range = 1..=10_000, default = 7)]
    pub period_bars: u32,
    /// Bars of the volume profile, which is taken at the end of each period.
    #[record(range = 1..=10_000, default = 90)]
    pub profile_length: u32,
    /// Steps of price of the volume profile.
    #[record(range = 1..=1000, default = 24)]
    pub profile_bins: u32,
    /// Bars of a year, whose highest high and lowest low are levels.
    #[record(range = 1..=100_000, default = 365)]
    pub extreme_length: u32,
    /// Distance between round numbers, in quote currency. Absent: round numbers are no levels.
    pub round_step: Option<AssetPrice>,
    /// Bars in which what a level is worth falls to `1 / e`.
    #[record(range = 1.0..=100_000.0, default = 90.0)]
    pub decay_bars: f64,
    /// Least width of a cluster, as a fraction of the price.
    #[record(default = Fraction::constant(0.003))]
    pub least_tolerance: Fraction,
    /// Width of a cluster, as a fraction of the average true range.
    #[record(default = Fraction::constant(0.25))]
    pub range_tolerance: Fraction,
    /// Distinct sources from which on a cluster counts.
    #[record(range = 1..=7, default = 2)]
    pub least_sources: u32,
}

/// Output of [`Confluence`]. Numbers are NaN before the bar at which they are first known, and where there is no such level.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = ConfluenceTable)]
#[non_exhaustive]
pub struct ConfluenceOutput {
    /// Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    pub score: f64,
    /// Confidence in the score, 0 to 1: a quarter for each distinct source of the stronger side.
    pub confidence: f64,
    /// Status of the assessment.
    pub status: AssessmentStatus,
    /// Contribution of the resistance: `strength e^(-distance) / 2`; 0 where there is none.
    pub resistance_contribution: f64,
    /// Contribution of the support: `-strength e^(-distance) / 2`; 0 where there is none.
    pub support_contribution: f64,
    /// Contribution that holds the score between -1 and 1.
    pub clamp_contribution: f64,
    /// Price of the resistance that counts most, in quote currency.
    pub resistance_price: f64,
    /// Distance of the resistance from the close, in average true ranges.
    pub resistance_distance_ranges: f64,
    /// Strength of the resistance.
    pub resistance_strength: f64,
    /// Distinct sources of the resistance.
    pub resistance_sources: u32,
    /// Turning points at the resistance.
    pub resistance_touches: u32,
    /// Age of the resistance's youngest level, in bars.
    pub resistance_age_bars: u32,
    /// Price of the support that counts most, in quote currency.
    pub support_price: f64,
    /// Distance of the support from the close, in average true ranges.
    pub support_distance_ranges: f64,
    /// Strength of the support.
    pub support_strength: f64,
    /// Distinct sources of the support.
    pub support_sources: u32,
    /// Turning points at the support.
    pub support_touches: u32,
    /// Age of the support's youngest level, in bars.
    pub support_age_bars: u32,
    /// Levels within reach of the close.
    pub levels: u32,
    /// Width of a cluster at this bar, as a fraction of the price.
    pub tolerance: f64,
}

/// What bars change.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ConfluenceState {
    cadence: Cadence,
    range: Atr,
    sources: Sources,
}

/// Module C: support and resistance where several methods agree.
///
/// ```
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_signals::modules::ClosedBar;
/// use hashinsight_signals::modules::confluence::{Confluence, ConfluenceParams};
/// use hashinsight_units::{AssetPrice, Timestamp};
/// let mut confluence = Confluence::open(&ConfluenceParams::new().least_sources(1))?;
/// let mut last = None;
/// // Between 100 and 120 again and again, and now close below 120.
/// for day in 0..90_i32 {
///     let place = (day % 20 - 10).abs();
///     let price = |offset: f64| AssetPrice::new(120.0 - 2.0 * f64::from(place) + offset);
///     let time = Timestamp::from_ms(1_700_006_400_000 + i64::from(day) * 86_400_000)?;
///     last = Some(confluence.update(&ClosedBar::new(time, price(0.0)?, price(1.0)?, price(-1.0)?, price(0.0)?))?);
/// }
/// let last = last.unwrap();
/// assert!(last.resistance_touches >= 3 && (last.resistance_price - 121.0).abs() < 1.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Confluence {
    params: ConfluenceParams,
    state: ConfluenceState,
    /// Room for the levels of a bar.
    room: Vec<Level>,
}

/// The cluster that counts most on one side, its distance, and what it counts.
#[derive(Clone, Copy, Debug, Default)]
struct Side {
    cluster: Cluster,
    distance: f64,
    pull: f64,
}

impl Stream for Confluence {
    const PATH: &'static str = "signals.confluence";
    type Params = ConfluenceParams;
    type State = ConfluenceState;
    type Event = ClosedBar;
    type Output = ConfluenceOutput;

    fn resume(params: &ConfluenceParams, mut state: ConfluenceState) -> Result<Self, Error> {
        params.check()?;
        state.range.prepare(&AtrParams::new(params.range_length))?;
        state.sources.prepare(params)?;
        Ok(Self { params: params.clone(), state, room: Vec::new() })
    }

    fn parts(&self) -> (&ConfluenceParams, &ConfluenceState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, bar: &ClosedBar) -> Result<ConfluenceOutput, Error> {
        self.state.cadence = self.state.cadence.bar(bar, self.params.interval_ms)?;
        let Self { params, state, room } = self;
        let range = state.range.next(bar.candle());
        state.sources.next(params, bar);
        let close = bar.close.get();
        let mut output = NOTHING;
        if range.is_nan() || !state.sources.is_complete() {
            return Ok(output);
        }
        room.clear();
        state.sources.levels(params, close, [close - FAR * range, close + FAR * range], room);
        let tolerance = max(params.least_tolerance.get(), params.range_tolerance.get() * range / close);
        let (mut above, mut below) = (Side::default(), Side::default());
        for cluster in clusters(room, tolerance, params.decay_bars) {
            if cluster.sources < params.least_sources {
                continue;
            }
            let is_above = cluster.price > close;
            let gap = if is_above { cluster.price - close } else { close - cluster.price };
            // Without any range only a level at the close itself is within reach.
            let distance = if gap == 0.0 { 0.0 } else { clamp(gap / range, 0.0, 1e6) };
            let pull = cluster.strength * exp(-distance);
            let side = if is_above { &mut above } else { &mut below };
            if pull > side.pull {
                *side = Side { cluster, distance, pull };
            }
        }
        output.take(above, below);
        output.levels = u32::try_from(room.len()).unwrap_or(u32::MAX);
        output.tolerance = tolerance;
        Ok(output)
    }
}

/// The output of a bar at which nothing is known.
const NOTHING: ConfluenceOutput = ConfluenceOutput {
    score: f64::NAN,
    confidence: 0.0,
    status: AssessmentStatus::Warmup,
    resistance_contribution: f64::NAN,
    support_contribution: f64::NAN,
    clamp_contribution: f64::NAN,
    resistance_price: f64::NAN,
    resistance_distance_ranges: f64::NAN,
    resistance_strength: f64::NAN,
    resistance_sources: 0,
    resistance_touches: 0,
    resistance_age_bars: 0,
    support_price: f64::NAN,
    support_distance_ranges: f64::NAN,
    support_strength: f64::NAN,
    support_sources: 0,
    support_touches: 0,
    support_age_bars: 0,
    levels: 0,
    tolerance: f64::NAN,
};

impl ConfluenceOutput {
    fn take(&mut self, above: Side, below: Side) {
        if above.pull > 0.0 {
            let Cluster { price, strength, sources, touches, age } = above.cluster;
            (self.resistance_price, self.resistance_strength) = (price, strength);
            self.resistance_distance_ranges = above.distance;
            (self.resistance_sources, self.resistance_touches, self.resistance_age_bars) = (sources, touches, age);
        }
        if below.pull > 0.0 {
            let Cluster { price, strength, sources, touches, age } = below.cluster;
            (self.support_price, self.support_strength) = (price, strength);
            self.support_distance_ranges = below.distance;
            (self.support_sources, self.support_touches, self.support_age_bars) = (sources, touches, age);
        }
        (self.resistance_contribution, self.support_contribution) = (above.pull / 2.0, 0.0 - below.pull / 2.0);
        let Bounded { score, clamp } = bounded([self.resistance_contribution, self.support_contribution]);
        (self.score, self.clamp_contribution, self.status) = (score, clamp, AssessmentStatus::Ok);
        let sources = self.resistance_sources.max(self.support_sources);
        self.confidence = min(f64::from(sources) / FULL_CONFIDENCE, 1.0);
    }
}

impl Module for Confluence {
    const NAME: ModuleName = ModuleName::Confluence;

    fn assess(&self, output: &ConfluenceOutput) -> Assessment {
        // A side without a level has no strength.
        let strength = |strength: f64| if strength.is_nan() { 0.0 } else { strength };
        let (resistance, support) = (strength(output.resistance_strength), strength(output.support_strength));
        let reasons = [
            Reason::new(ReasonCode::Resistance, resistance, output.resistance_contribution),
            Reason::new(ReasonCode::Support, support, output.support_contribution),
        ];
        Assessment::new(Self::NAME, output.status, output.confidence, output, reasons)
    }
}
