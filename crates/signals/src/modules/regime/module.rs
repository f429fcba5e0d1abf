//! The module: its parameters, what it answers, and its state.

use hashinsight_market::Interval;
use hashinsight_numerics::{clamp, ln_ratio, state::impossible, stream::Stream};
use hashinsight_units::{Error, Fault, Fraction, Problem, Record};
use serde::{Deserialize, Serialize};

use super::two_regimes::TwoRegimes;
use super::{Cusum, CusumAlarm, CusumParams, RunLength, RunLengthParams, SwitchingModel, SwitchingRegime};
use crate::indicators::{Adx, AdxParams, EfficiencyParams, EfficiencyRatio, Indicator, Sma, SmaParams};
use crate::modules::rank::TrailingRank;
use crate::modules::{
    Assessment, AssessmentStatus, Bounded, Cadence, ClosedBar, Module, ModuleName, Reason, ReasonCode, bounded,
};
use crate::refuse::below;

/// Weights of the two reasons.
const TREND_WEIGHT: f64 = 0.6;
const RANGE_WEIGHT: f64 = 0.4;

/// Inputs of [`Regime`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RegimeParams {
    /// Length of each bar's interval, in milliseconds.
    #[record(default = Interval::DAY)]
    pub interval_ms: Interval,
    /// Switching model of the logarithmic returns, of two regimes, the turbulent one last: see `fit_regimes`. Absent, for bars of a day: the one
    /// that was fitted to the daily closes of BTCUSDT on Binance from 2017-08-17 to 2024-04-30.
    pub model: Option<SwitchingModel>,
    /// Length of the short average of the closes, in bars: below `long_length`.
    #[record(range = 1..=100_000, default = 50)]
    pub short_length: u32,
    /// Length of the long average of the closes, in bars.
    #[record(range = 1..=100_000, default = 200)]
    pub long_length: u32,
    /// Distance of the averages at which the trend counts in full, as a fraction of the long one.
    #[record(range = 1e-6..=10.0, default = 0.1)]
    pub trend_scale: f64,
    /// Most bars among which the close and the volatility are ranked.
    #[record(range = 2..=100_000, default = 365)]
    pub rank_length: u32,
    /// Decay of the exponentially weighted variance, per bar: above 0, below 1.
    #[record(default = hashinsight_derivatives::estimation::RISK_METRICS_DECAY)]
    pub variance_decay: Fraction,
    /// Cumulative sums of the returns in units of their volatility.
    #[record(default = CusumParams::new())]
    pub shifts: CusumParams,
    /// Run lengths of the returns in units of their volatility.
    #[record(default = RunLengthParams::new())]
    pub runs: RunLengthParams,
    /// Length of the directional index, in bars.
    #[record(range = 1..=100_000, default = 14)]
    pub adx_length: u32,
    /// Length of the efficiency ratio, in bars.
    #[record(range = 1..=100_000, default = 10)]
    pub efficiency_length: u32,
    /// Bars for which a change of the run halves the confidence.
    #[record(range = 0..=1000, default = 5)]
    pub unsettled_length: u32,
}

/// The switching model of daily returns that stands in the parameters' documentation, by [`super::fit_regimes`] with its defaults: 2448 returns,
/// log likelihood 4838.90.
fn daily_model() -> SwitchingModel {
    let regime =
        |mean, variance, next: [f64; 2]| SwitchingRegime::new(mean, variance, next.map(Fraction::constant).to_vec());
    let calm = regime(0.001365, 0.0002829, [0.7832, 0.2168]);
    let turbulent = regime(0.000665, 0.003288, [0.3203, 0.6797]);
    SwitchingModel::new(vec![calm, turbulent])
}

/// Volatility of the market.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Volatility {
    /// No return yet.
    #[default]
    Unknown,
    /// The first regime is the likelier one.
    Calm,
    /// The second regime is the likelier one.
    Turbulent,
}

/// Output of [`Regime`]. Numbers are NaN before the bar at which they are first known.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = RegimeTable)]
#[non_exhaustive]
pub struct RegimeOutput {
    /// Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    pub score: f64,
    /// Confidence in the score, 0 to 1: distance of the two regimes' probabilities, times the part of the rank's window that is filled, halved
    /// after a change of the run.
    pub confidence: f64,
    /// Status of the assessment.
    pub status: AssessmentStatus,
    /// Contribution of the trend: `-0.6 min(1, max(-1, trend_momentum / trend_scale))`.
    pub trend_contribution: f64,
    /// Contribution of the place in the range: `0.4 (2 range_rank_contrarian - 1) turbulence_probability`.
    pub range_in_high_volatility_contribution: f64,
    /// Contribution that holds the score between -1 and 1.
    pub clamp_contribution: f64,
    /// Short average of the closes over the long one, less 1.
    pub trend_momentum: f64,
    /// Rank of the close among the last closes, 0 to 1.
    pub range_rank_contrarian: f64,
    /// Strength of the trend, whichever way: average directional index, 0 to 100. From 25 on a trend is held to be strong.
    pub adx: f64,
    /// Efficiency ratio: net change over the path, 0 to 1.
    pub efficiency_ratio: f64,
    /// Filtered probability of the turbulent regime: it knows this bar and none after it.
    pub turbulence_probability: f64,
    /// Logarithm of the density of the return under the switching model, given all returns before.
    pub log_density: f64,
    /// Regime of the volatility.
    pub volatility: Volatility,
    /// Exponentially weighted volatility, per square root of a year of 365 days.
    pub volatility_per_year: f64,
    /// Rank of that volatility among those of the last bars, 0 to 1.
    pub volatility_rank: f64,
    /// Lasting shift of the mean return at this bar.
    pub shift: CusumAlarm,
    /// Likeliest length of the present run of returns, in bars.
    pub likeliest_run_bars: u32,
    /// Probability that the run began within the last bars.
    pub recent_change_probability: f64,
    /// Probability of the run lengths that were dropped at this bar.
    pub dropped_probability: f64,
}

/// What bars change.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RegimeState {
    cadence: Cadence,
    close: Option<f64>,
    short: Sma,
    long: Sma,
    closes: TrailingRank,
    direction: Adx,
    efficiency: EfficiencyRatio,
    turbulence: Option<f64>,
    variance: Option<f64>,
    volatilities: TrailingRank,
    shifts: Cusum,
    runs: RunLength,
    likeliest_run: u32,
    /// Bars for which the confidence is still halved.
    unsettled: u32,
}

/// Module A: trend, volatility and their changes.
///
/// ```
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_signals::modules::regime::{Regime, RegimeParams};
/// use hashinsight_signals::modules::{AssessmentStatus, ClosedBar, Module};
/// use hashinsight_units::{AssetPrice, Timestamp};
/// let mut regime = Regime::open(&RegimeParams::new())?;
/// let (mut last, mut price) = (None, 20_000.0);
/// for day in 0..365 {
///     price *= if day % 2 == 0 { 1.01 } else { 0.995 };
///     let time = Timestamp::from_ms(1_700_006_400_000 + day * 86_400_000)?;
///     let close = AssetPrice::new(price)?;
///     last = Some(regime.update(&ClosedBar::new(time, close, close, close, close))?);
/// }
/// let last = last.unwrap();
/// assert_eq!(last.status, AssessmentStatus::Ok);
/// assert!(last.score < -0.4 && last.trend_momentum > 0.1); // up and calm: keep
/// assert_eq!(regime.assess(&last).score, Some(last.score));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Regime {
    params: RegimeParams,
    state: RegimeState,
    model: TwoRegimes,
}

impl Stream for Regime {
    const PATH: &'static str = "signals.regime";
    type Params = RegimeParams;
    type State = RegimeState;
    type Event = ClosedBar;
    type Output = RegimeOutput;

    fn resume(params: &RegimeParams, mut state: RegimeState) -> Result<Self, Error> {
        params.check()?;
        below("short_length", params.short_length, "long_length", params.long_length)?;
        let decay = params.variance_decay.get();
        if decay == 0.0 || decay == 1.0 {
            let fault = Fault::new("signals.variance_decay", Problem::OutOfRange).at("variance_decay").got(decay);
            return Err(fault.allowed("above 0, below 1").into());
        }
        let model = match &params.model {
            Some(model) => TwoRegimes::of(model).map_err(|error| error.at("model"))?,
            None if params.interval_ms == Interval::DAY => TwoRegimes::of(&daily_model())?,
            None => {
                let fault = Fault::new("signals.model", Problem::Missing).at("model");
                return Err(fault.allowed("a model fitted to returns over such an interval").into());
            }
        };
        state.short.prepare(&SmaParams::new(params.short_length))?;
        state.long.prepare(&SmaParams::new(params.long_length))?;
        state.closes.prepare(params.rank_length)?;
        state.direction.prepare(&AdxParams::new(params.adx_length))?;
        state.efficiency.prepare(&EfficiencyParams::new(params.efficiency_length))?;
        state.volatilities.prepare(params.rank_length)?;
        state.runs.prepare(&params.runs).map_err(|error| error.at("runs"))?;
        let positive = |value: Option<f64>| value.is_none_or(|value| value >= 0.0 && value.is_finite());
        let possible = positive(state.close)
            && positive(state.variance)
            && state.turbulence.is_none_or(|one| (0.0..=1.0).contains(&one))
            && state.shifts.is_possible()
            && state.unsettled <= params.unsettled_length;
        if possible { Ok(Self { params: params.clone(), state, model }) } else { Err(impossible("regime")) }
    }

    fn parts(&self) -> (&RegimeParams, &RegimeState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, bar: &ClosedBar) -> Result<RegimeOutput, Error> {
        self.state.cadence = self.state.cadence.bar(bar, self.params.interval_ms)?;
        let close = bar.close.get();
        let mut output = self.of_returns(close);
        let state = &mut self.state;
        let (short, long) = (state.short.next(close), state.long.next(close));
        let closes = state.closes.next(close);
        output.trend_momentum = short / long - 1.0;
        output.range_rank_contrarian = closes.rank;
        output.adx = state.direction.next(bar.candle()).adx;
        output.efficiency_ratio = state.efficiency.next(close);
        if output.trend_momentum.is_nan() || output.turbulence_probability.is_nan() {
            return Ok(output);
        }
        let turbulence = output.turbulence_probability;
        output.trend_contribution =
            -TREND_WEIGHT * clamp(output.trend_momentum / self.params.trend_scale, -1.0, 1.0) + 0.0;
        output.range_in_high_volatility_contribution = RANGE_WEIGHT * (2.0 * closes.rank - 1.0) * turbulence + 0.0;
        let Bounded { score, clamp } =
            bounded([output.trend_contribution, output.range_in_high_volatility_contribution]);
        (output.score, output.clamp_contribution, output.status) = (score, clamp, AssessmentStatus::Ok);
        let settled = if state.unsettled > 0 { 0.5 } else { 1.0 };
        output.confidence = (2.0 * turbulence - 1.0).abs() * closes.filled * settled;
        Ok(output)
    }
}

impl Regime {
    /// The output as far as returns make it.
    fn of_returns(&mut self, close: f64) -> RegimeOutput {
        let Self { params, state, model } = self;
        let mut output = RegimeOutput {
            score: f64::NAN,
            confidence: 0.0,
            status: AssessmentStatus::Warmup,
            trend_contribution: f64::NAN,
            range_in_high_volatility_contribution: f64::NAN,
            clamp_contribution: f64::NAN,
            trend_momentum: f64::NAN,
            range_rank_contrarian: f64::NAN,
            adx: f64::NAN,
            efficiency_ratio: f64::NAN,
            turbulence_probability: f64::NAN,
            log_density: f64::NAN,
            volatility: Volatility::Unknown,
            volatility_per_year: f64::NAN,
            volatility_rank: f64::NAN,
            shift: CusumAlarm::Quiet,
            likeliest_run_bars: 0,
            recent_change_probability: f64::NAN,
            dropped_probability: f64::NAN,
        };
        let Some(before) = state.close.replace(close) else { return output };
        let change = ln_ratio(close, before);
        let filtered = model.step(state.turbulence, change);
        state.turbulence = Some(filtered.filtered);
        (output.turbulence_probability, output.log_density) = (filtered.filtered, filtered.log_density);
        output.volatility = if filtered.filtered > 0.5 { Volatility::Turbulent } else { Volatility::Calm };

        // J.P. Morgan's recursion, begun with the first squared return.
        let decay = params.variance_decay.get();
        let variance_before = state.variance;
        let variance =
            variance_before.map_or(change * change, |variance| decay * variance + (1.0 - decay) * change * change);
        state.variance = Some(variance);
        output.volatility_per_year = (variance * params.interval_ms.per_year()).sqrt();
        output.volatility_rank = state.volatilities.next(variance).rank;

        // In units of the volatility that was known before the return; where nothing had moved, there is no unit.
        let Some(unit) = variance_before.filter(|variance| *variance > 0.0).map(f64::sqrt) else { return output };
        let scaled = clamp(change / unit, -1e50, 1e50);
        output.shift = state.shifts.next(&params.shifts, scaled).alarm;
        let runs = state.runs.next(&params.runs, scaled);
        state.unsettled = if runs.likeliest_run < state.likeliest_run {
            params.unsettled_length
        } else {
            state.unsettled.saturating_sub(1)
        };
        state.likeliest_run = runs.likeliest_run;
        output.likeliest_run_bars = runs.likeliest_run;
        output.recent_change_probability = runs.recent_probability;
        output.dropped_probability = runs.dropped_probability;
        output
    }
}

impl Module for Regime {
    const NAME: ModuleName = ModuleName::Regime;

    fn assess(&self, output: &RegimeOutput) -> Assessment {
        let trend = Reason::new(ReasonCode::Trend, output.trend_momentum, output.trend_contribution);
        let sign = if output.trend_momentum < 0.0 { -1.0 } else { 1.0 };
        let range = Reason::new(
            ReasonCode::RangeInHighVolatility,
            output.range_rank_contrarian,
            output.range_in_high_volatility_contribution,
        );
        let reasons = [trend.threshold(sign * self.params.trend_scale), range];
        Assessment::new(Self::NAME, output.status, output.confidence, output, reasons)
    }
}
