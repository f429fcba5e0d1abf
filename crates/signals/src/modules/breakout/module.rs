//! The module: its parameters, what it answers, and its state.

use hashinsight_market::Interval;
use hashinsight_numerics::{clamp, state::impossible, stream::Stream};
use hashinsight_units::{AssetPrice, Error, Fraction, Record};
use serde::{Deserialize, Serialize};

use super::divergence::{Divergence, DivergenceParams};
use crate::indicators::{
    Bands, Bollinger, BollingerParams, DeviationParams, Donchian, DonchianParams, Indicator, Keltner, KeltnerParams,
    Sma, SmaParams, StdDev,
};
use crate::modules::{
    Assessment, AssessmentStatus, Bounded, Cadence, ClosedBar, Module, ModuleName, Reason, ReasonCode, bounded,
};

/// Weights of the reasons, and what brings their sum to 1 and beyond.
const WEIGHTS: [f64; 4] = [0.35, 0.25, 0.25, 0.15];
const GAIN: f64 = 1.6;
/// What a break by one channel of three is worth, and by all: 0.4 + 0.6.
const CONFIDENCE: [f64; 2] = [0.4, 0.6];
/// A volume beyond these is a climax: times its mean, and standard deviations above it.
const CLIMAX: [f64; 2] = [2.0, 2.5];

/// Inputs of [`Breakout`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BreakoutParams {
    /// Length of each bar's interval, in milliseconds.
    #[record(default = Interval::DAY)]
    pub interval_ms: Interval,
    /// Length of the Donchian channel whose break counts, in bars before the current one.
    #[record(range = 1..=100_000, default = 20)]
    pub channel_length: u32,
    /// Length of the Bollinger bands, in bars.
    #[record(range = 2..=100_000, default = 20)]
    pub bollinger_length: u32,
    /// Distance of the Bollinger bands from their mean, in standard deviations.
    #[record(range = 0.1..=100.0, default = 2.0)]
    pub bollinger_deviations: f64,
    /// Length of the Keltner channel's average and true range, in bars.
    #[record(range = 1..=100_000, default = 20)]
    pub keltner_length: u32,
    /// Distance of the Keltner channel's lines, in average true ranges.
    #[record(range = 0.1..=100.0, default = 1.5)]
    pub keltner_ranges: f64,
    /// Length of the average of the volume, in bars.
    #[record(range = 2..=100_000, default = 20)]
    pub volume_length: u32,
    /// Part of that average below which a break is dry.
    #[record(default = Fraction::constant(0.8))]
    pub dry_volume: Fraction,
    /// Part of a bar's range from which on its wick against the break counts.
    #[record(default = Fraction::constant(0.5))]
    pub long_wick: Fraction,
    /// When momentum diverges.
    #[record(default = DivergenceParams::new())]
    pub divergence: DivergenceParams,
    /// Bars for which a break counts, and a divergence after it was confirmed.
    #[record(range = 1..=1000, default = 5)]
    pub active_bars: u32,
}

/// Direction of the last break that still counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Break {
    /// No break counts.
    #[default]
    Inside,
    /// Above the channel.
    Up,
    /// Below the channel.
    Down,
}

/// Output of [`Breakout`]. Numbers are NaN before the bar at which they are first known.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = BreakoutTable)]
#[non_exhaustive]
pub struct BreakoutOutput {
    /// Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    pub score: f64,
    /// Confidence in the score, 0 to 1: 0.4, and 0.2 for each of the three channels that the break has left; 0.65 of that without volumes.
    pub confidence: f64,
    /// Status of the assessment.
    pub status: AssessmentStatus,
    /// Contribution of little volume at the break. NaN where the bars have no volume.
    pub dry_volume_contribution: f64,
    /// Contribution of a long wick against the break.
    pub rejection_wick_contribution: f64,
    /// Contribution of momentum that does not confirm.
    pub divergence_contribution: f64,
    /// Contribution of a close beyond the Bollinger band.
    pub stretch_contribution: f64,
    /// Contribution that holds the score between -1 and 1.
    pub clamp_contribution: f64,
    /// Break that counts.
    pub direction: Break,
    /// Bars since that break; 0 where none counts.
    pub break_age_bars: u32,
    /// Channels that the break has left: Donchian, Bollinger, Keltner.
    pub channels_left: u32,
    /// Close within the Bollinger bands: 0 at the lower, 1 at the upper one. Beyond them, where it counts as a reason, it is read as contrarian.
    pub percent_b_contrarian: f64,
    /// Distance of the Bollinger bands over their mean.
    pub bandwidth: f64,
    /// Whether the Bollinger bands lie within the Keltner channel.
    pub squeeze: bool,
    /// Volume over its average.
    pub relative_volume: f64,
    /// Volume over its average at the break that counts.
    pub break_volume: f64,
    /// Whether the volume is a climax: more than twice its average, and 2.5 standard deviations above it.
    pub volume_climax: bool,
    /// Longest wick against the break since then, as a part of its bar's range.
    pub wick_share: f64,
    /// Relative strength index, 0 to 100; a level says nothing here, a divergence does.
    pub rsi: f64,
    /// Points by which the index fell short at the divergence that counts; 0 where none does.
    pub divergence_points: f64,
}

/// A break and what was seen since.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Since {
    direction: Break,
    age: u32,
    left: [bool; 3],
    /// Volume over its average at the break.
    volume: Option<f64>,
    wick: f64,
}

/// What bars change.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct BreakoutState {
    cadence: Cadence,
    channel: Donchian,
    bollinger: Bollinger,
    keltner: Keltner,
    volumes: Sma,
    spread: StdDev,
    divergence: Divergence,
    since: Since,
    /// Points and age of the last divergence at highs and at lows.
    diverged: [Option<(f64, u32)>; 2],
}

/// Module B: whether a break out of the range is exhausted.
///
/// ```
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_signals::modules::ClosedBar;
/// use hashinsight_signals::modules::breakout::{Break, Breakout, BreakoutParams};
/// use hashinsight_units::{AssetPrice, Timestamp};
/// let mut breakout = Breakout::open(&BreakoutParams::new())?;
/// let mut bar = |day: i64, high: f64, close: f64, volume: f64| {
///     let price = |price| AssetPrice::new(price);
///     let time = Timestamp::from_ms(1_700_006_400_000 + day * 86_400_000)?;
///     breakout.update(&ClosedBar::new(time, price(100.0)?, price(high)?, price(99.0)?, price(close)?).volume_base(volume))
/// };
/// for day in 0..30 {
///     bar(day, 101.0, 100.0 + 0.1 * (day % 3) as f64, 500.0)?;
/// }
/// let seen = bar(30, 110.0, 102.0, 200.0)?; // above all before, on little volume, and far from its high
/// assert_eq!(seen.direction, Break::Up);
/// assert!(seen.score > 0.9);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Breakout {
    params: BreakoutParams,
    state: BreakoutState,
}

impl Stream for Breakout {
    const PATH: &'static str = "signals.breakout";
    type Params = BreakoutParams;
    type State = BreakoutState;
    type Event = ClosedBar;
    type Output = BreakoutOutput;

    fn resume(params: &BreakoutParams, mut state: BreakoutState) -> Result<Self, Error> {
        params.check()?;
        state.channel.prepare(&DonchianParams::new(params.channel_length).lag(1))?;
        state
            .bollinger
            .prepare(&BollingerParams::new(params.bollinger_length).deviations(params.bollinger_deviations))?;
        let keltner = KeltnerParams::new().length(params.keltner_length).range_length(params.keltner_length);
        state.keltner.prepare(&keltner.ranges(params.keltner_ranges))?;
        state.volumes.prepare(&SmaParams::new(params.volume_length))?;
        state.spread.prepare(&DeviationParams::new(params.volume_length))?;
        state.divergence.prepare(&params.divergence).map_err(|error| error.at("divergence"))?;
        let Since { age, volume, wick, .. } = state.since;
        let numbers =
            [wick, volume.unwrap_or(0.0)].into_iter().chain(state.diverged.iter().flatten().map(|(points, _)| *points));
        let possible =
            age < params.active_bars && numbers.into_iter().all(|number| number >= 0.0 && number.is_finite());
        if possible { Ok(Self { params: params.clone(), state }) } else { Err(impossible("break")) }
    }

    fn parts(&self) -> (&BreakoutParams, &BreakoutState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, bar: &ClosedBar) -> Result<BreakoutOutput, Error> {
        self.state.cadence = self.state.cadence.bar(bar, self.params.interval_ms)?;
        let Self { params, state } = self;
        let candle = bar.candle();
        let channels = [state.channel.next(candle), state.bollinger.next(candle.close), state.keltner.next(candle)];
        let relative = bar.volume_base.map_or((f64::NAN, f64::NAN), |volume| {
            let (mean, spread) = (state.volumes.next(volume), state.spread.next(volume));
            // Nothing has traded, or always the same: no multiple, no deviation.
            let over = |of: f64, by: f64| if by > 0.0 { of / by } else { f64::NAN };
            (over(volume, mean), over(volume - mean, spread))
        });
        let diverged = state.divergence.next(&params.divergence, candle);
        state.follow(params, bar, &channels, relative.0);
        state.remember(params, [diverged.bearish, diverged.bullish]);
        Ok(state.answer(params, bar, &channels, relative, diverged.rsi))
    }
}

impl BreakoutState {
    /// Begins a break at this bar, or goes on with the one that counts.
    fn follow(&mut self, params: &BreakoutParams, bar: &ClosedBar, channels: &[Bands; 3], relative_volume: f64) {
        let close = bar.close.get();
        let fresh = if close > channels[0].upper {
            Break::Up
        } else if close < channels[0].lower {
            Break::Down
        } else {
            Break::Inside
        };
        if fresh != Break::Inside {
            // A further close outside begins the break again, at its new extreme.
            let volume = (!relative_volume.is_nan()).then_some(relative_volume);
            self.since = Since { direction: fresh, age: 0, left: [false; 3], volume, wick: 0.0 };
        } else if self.since.age + 1 >= params.active_bars {
            self.since = Since::default();
        } else if self.since.direction != Break::Inside {
            self.since.age += 1;
        }
        let Since { direction, left, wick, .. } = &mut self.since;
        let [high, low, open] = [bar.high, bar.low, bar.open].map(AssetPrice::get);
        let (top, bottom) = if open > close { (open, close) } else { (close, open) };
        let against = match direction {
            Break::Inside => return,
            Break::Up => high - top,
            Break::Down => bottom - low,
        };
        for (left, channel) in left.iter_mut().zip(channels) {
            *left |= if *direction == Break::Up { close > channel.upper } else { close < channel.lower };
        }
        let share = if high > low { against / (high - low) } else { 0.0 };
        *wick = if share > *wick { share } else { *wick };
    }

    /// Keeps the last divergence of each side as long as it counts.
    fn remember(&mut self, params: &BreakoutParams, fresh: [Option<f64>; 2]) {
        for (kept, fresh) in self.diverged.iter_mut().zip(fresh) {
            *kept = match (fresh, *kept) {
                (Some(points), _) => Some((points, 0)),
                (None, Some((points, age))) if age + 1 < params.active_bars => Some((points, age + 1)),
                _ => None,
            };
        }
    }

    fn answer(
        &self,
        params: &BreakoutParams,
        bar: &ClosedBar,
        [channel, bollinger, keltner]: &[Bands; 3],
        (relative_volume, deviations): (f64, f64),
        rsi: f64,
    ) -> BreakoutOutput {
        let Since { direction, age, left, volume, wick } = self.since;
        let sign = match direction {
            Break::Inside => 0.0,
            Break::Up => 1.0,
            Break::Down => -1.0,
        };
        let half = 0.5 * (bollinger.upper - bollinger.lower);
        // In half widths of the bands from their middle: 1 at a band. A price that never moved has no bands.
        let place = if half > 0.0 { (bar.close.get() - bollinger.middle) / half } else { 0.0 * half };
        let side = usize::from(direction == Break::Down);
        let divergence_points = if sign == 0.0 { 0.0 } else { self.diverged[side].map_or(0.0, |(points, _)| points) };
        let mut output = BreakoutOutput {
            score: f64::NAN,
            confidence: 0.0,
            status: AssessmentStatus::Warmup,
            dry_volume_contribution: f64::NAN,
            rejection_wick_contribution: f64::NAN,
            divergence_contribution: f64::NAN,
            stretch_contribution: f64::NAN,
            clamp_contribution: f64::NAN,
            direction,
            break_age_bars: age,
            channels_left: left.iter().map(|left| u32::from(*left)).sum(),
            percent_b_contrarian: 0.5 * (place + 1.0),
            bandwidth: (bollinger.upper - bollinger.lower) / bollinger.middle,
            squeeze: bollinger.upper < keltner.upper && bollinger.lower > keltner.lower,
            relative_volume,
            break_volume: volume.unwrap_or(f64::NAN),
            volume_climax: relative_volume > CLIMAX[0] && deviations > CLIMAX[1],
            wick_share: wick,
            rsi,
            divergence_points,
        };
        if [channel.upper, bollinger.upper, keltner.upper, rsi].iter().any(|line| line.is_nan()) {
            return output;
        }
        let dry = match (bar.volume_base, volume) {
            (None, _) => f64::NAN,
            (Some(_), Some(volume)) if volume < params.dry_volume.get() => 1.0,
            _ => 0.0,
        };
        let wick = if wick >= params.long_wick.get() && wick > 0.0 { 1.0 } else { 0.0 };
        let diverged = if divergence_points > 0.0 { 1.0 } else { 0.0 };
        let stretch = clamp(sign * place - 1.0, 0.0, 1.0);
        let contribution = |reason: usize, extent: f64| sign * GAIN * WEIGHTS[reason] * extent + 0.0;
        let contributions =
            [contribution(0, dry), contribution(1, wick), contribution(2, diverged), contribution(3, stretch)];
        [
            output.dry_volume_contribution,
            output.rejection_wick_contribution,
            output.divergence_contribution,
            output.stretch_contribution,
        ] = contributions;
        let Bounded { score, clamp } = bounded(contributions);
        (output.score, output.clamp_contribution, output.status) = (score, clamp, AssessmentStatus::Ok);
        let known = if dry.is_nan() { 1.0 - WEIGHTS[0] } else { 1.0 };
        output.confidence = (CONFIDENCE[0] + CONFIDENCE[1] * f64::from(output.channels_left) / 3.0) * known;
        output
    }
}

impl Module for Breakout {
    const NAME: ModuleName = ModuleName::Breakout;

    fn assess(&self, output: &BreakoutOutput) -> Assessment {
        let BreakoutParams { dry_volume, long_wick, divergence, .. } = &self.params;
        // Without a break no volume was that of one: the bar's own stands for it.
        let volume = if output.break_volume.is_nan() { output.relative_volume } else { output.break_volume };
        let volume = if volume.is_nan() { 0.0 } else { volume };
        let reasons = [
            Reason::new(ReasonCode::DryVolume, volume, output.dry_volume_contribution).threshold(dry_volume.get()),
            Reason::new(ReasonCode::RejectionWick, output.wick_share, output.rejection_wick_contribution)
                .threshold(long_wick.get()),
            Reason::new(ReasonCode::Divergence, output.divergence_points, output.divergence_contribution)
                .threshold(divergence.least_difference),
            Reason::new(ReasonCode::Stretch, output.percent_b_contrarian, output.stretch_contribution)
                .threshold(if output.direction == Break::Down { 0.0 } else { 1.0 }),
        ];
        Assessment::new(Self::NAME, output.status, output.confidence, output, reasons)
    }
}
