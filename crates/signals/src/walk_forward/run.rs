//! The run itself.

use hashinsight_units::{Error, Verdict};

use super::bootstrap::{BootstrapInterval, block_bootstrap};
use super::protocol::{Protocol, WalkForwardRequest};
use super::report::{AgainstHolding, ModuleTest, WalkForwardReport};
use crate::count::count;
use crate::evaluate::{Evaluator, placed};
use crate::forecast::{ForecastRequest, forecast};
use crate::modules::ensemble::{
    Action, Calibration, CalibrationParams, DIRECTED, EnsembleOutput, EnsembleParams, ScoredBar, fit, reliability,
};
use crate::modules::{Assessment, AssessmentStatus, ModuleName};

/// Modules that are reported, A to I.
const TESTED: usize = 9;

/// One bar of the test whose label is known.
struct TestBar {
    said: EnsembleOutput,
    statuses: Vec<(ModuleName, AssessmentStatus)>,
    base_rate: Option<f64>,
    net: f64,
}

impl TestBar {
    fn label(&self) -> f64 {
        if self.net < 0.0 { 1.0 } else { 0.0 }
    }

    /// Squared errors of the pool and of the base rate.
    fn errors(&self) -> Option<[f64; 2]> {
        let base_rate = self.base_rate.filter(|_| self.said.status == AssessmentStatus::Ok)?;
        Some([self.said.probability, base_rate].map(|p| (p - self.label()) * (p - self.label())))
    }

    /// What the advice gained against holding, as a fraction of the holding.
    fn gain(&self) -> f64 {
        -self.said.size_fraction * self.net
    }
}

/// Runs a walk-forward. `signals.walk_forward` in other languages; see the page of this module.
///
/// ```
/// use hashinsight_market::{Bars, BarsColumns, Interval};
/// use hashinsight_numerics::{Philox, exp};
/// use hashinsight_signals::evaluate::MarketHistory;
/// use hashinsight_signals::modules::ensemble::Label;
/// use hashinsight_signals::walk_forward::{Protocol, WalkForwardRequest, walk_forward};
/// use hashinsight_units::{Currency, Verdict};
/// let mut price = 60_000.0;
/// let close: Vec<f64> = (0..500).map(|i| { price *= exp(0.02 * Philox::new(3).normal(0, i)); price }).collect();
/// let bars = Bars::from_columns(BarsColumns {
///     source: "coinbase".parse()?,
///     instrument: "BTC-USD".parse()?,
///     quote_currency: Currency::USD,
///     interval_ms: Interval::DAY,
///     open_time_ms: (0..500).map(|day| 1_714_521_600_000 + day * 86_400_000).collect(),
///     open: close.clone(),
///     high: close.iter().map(|close| 1.01 * close).collect(),
///     low: close.iter().map(|close| 0.99 * close).collect(),
///     close,
///     volume_base: None,
/// })?;
/// let report = walk_forward(&WalkForwardRequest::new(MarketHistory::new(bars), Protocol::new(Label::new(5), 365, 30)))?;
/// assert_eq!((report.test_bars, report.fits), (500 - 365 - 5, 5));
/// assert_ne!(report.against_holding.beats_always_hold, Verdict::Yes); // nobody beats a random walk
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.first_fit_bars.out_of_range` where nothing is left to test; what the modules and the history refuse.
pub fn walk_forward(request: &WalkForwardRequest) -> Result<WalkForwardReport, Error> {
    request.check()?;
    let protocol = &request.protocol;
    let (first, horizon) = (protocol.first_fit_bars as usize, protocol.label.horizon_bars as usize);
    let (test, fits, refused_fits) = run(request)?;
    let ticks = request.history.ticks()?;
    let known: Vec<usize> = (0..test.len()).filter(|i| test[*i].errors().is_some()).collect();
    let probabilities: Vec<f64> = known.iter().map(|i| test[*i].said.probability).collect();
    let labels: Vec<bool> = known.iter().map(|i| test[*i].net < 0.0).collect();
    let calibration = match known.len() {
        0 => None,
        _ => Some(reliability(&probabilities, &labels, 10, protocol.label.horizon_bars, None)?),
    };
    let skill = |days: &[usize]| {
        let errors = days.iter().filter_map(|i| test[*i].errors());
        let [pool, base] = errors.fold([0.0; 2], |sum, error| [sum[0] + error[0], sum[1] + error[1]]);
        (base > 0.0).then(|| 1.0 - pool / base)
    };
    let all: Vec<usize> = (0..test.len()).collect();
    let base_errors = known.iter().filter_map(|i| test[*i].errors()).fold(0.0, |sum, error| sum + error[1]);
    let coverage = test.iter().fold(0.0, |sum, bar| sum + bar.said.coverage);
    let closes: Vec<_> = ticks.iter().map(|tick| tick.bar.close).collect();
    let forecasts = if closes.len() > protocol.forecast_window as usize {
        let asked = ForecastRequest::new(closes, protocol.label.horizon_bars).window(protocol.forecast_window);
        Some(forecast(&asked)?.models)
    } else {
        None
    };
    Ok(WalkForwardReport {
        protocol: protocol.clone(),
        bars: count(ticks.len()),
        test_bars: count(test.len()),
        effective_labels: protocol.label.effective(test.len()),
        first_test_ms: ticks[first].bar.time_ms,
        last_test_ms: ticks[ticks.len() - 1 - horizon].bar.time_ms,
        fits,
        refused_fits,
        mean_coverage: coverage / test.len() as f64,
        brier_of_base_rate: calibration.as_ref().map(|_| base_errors / known.len() as f64),
        brier_skill: skill(&all),
        brier_skill_interval: interval(protocol, test.len(), skill)?,
        calibration,
        against_holding: against_holding(protocol, &test)?,
        modules: modules(&test),
        forecasts,
    })
}

/// The test bar by bar, number of calibrations, and of those that were refused.
fn run(request: &WalkForwardRequest) -> Result<(Vec<TestBar>, u32, u32), Error> {
    let WalkForwardRequest { history, protocol, modules } = request;
    let (first, horizon) = (protocol.first_fit_bars as usize, protocol.label.horizon_bars as usize);
    let mut ensemble = EnsembleParams::new(protocol.label);
    ensemble.thresholds = protocol.thresholds;
    let modules = modules.clone().unwrap_or_default();
    let mut evaluator = Evaluator::open(&modules, &ensemble, history.bars.interval_ms())?;
    let params = CalibrationParams::new(protocol.label)
        .method(protocol.method)
        .least_effective_labels(protocol.least_effective_labels);
    let ticks = history.ticks()?;
    let (mut scored, mut test): (Vec<ScoredBar>, Vec<TestBar>) = (Vec::new(), Vec::new());
    let (mut fits, mut refused, mut calibration): (u32, u32, Option<Calibration>) = (0, 0, None);
    for (index, tick) in ticks.iter().enumerate() {
        if index >= first && (index - first).is_multiple_of(protocol.refit_every_bars as usize) {
            // Bars before this one, and of those only such as are an embargo old: see `fit`.
            match fit(&scored, &params) {
                Ok(next) => {
                    evaluator.ensemble_mut().recalibrate(next.clone())?;
                    (fits, calibration) = (fits + 1, Some(next));
                }
                Err(error) if error.problem() == hashinsight_units::Problem::InsufficientData => refused += 1,
                Err(error) => return Err(error),
            }
        }
        let said = evaluator.update(tick).map_err(|error| placed(error, index))?;
        scored.push(scored_bar(tick, &said.assessments));
        if let Some(later) = ticks.get(index + horizon).filter(|_| index >= first) {
            test.push(TestBar {
                said: said.ensemble,
                statuses: said.assessments[..TESTED].iter().map(|of| (of.module, of.status)).collect(),
                base_rate: calibration.as_ref().map(|calibration| calibration.base_rate.get()),
                net: protocol.label.net_return(tick.bar.close, later.bar.close),
            });
        }
    }
    Ok((test, fits, refused))
}

fn scored_bar(tick: &crate::evaluate::Tick, assessments: &[Assessment]) -> ScoredBar {
    let score = |module| assessments.iter().find(|of| of.module == module).and_then(|of| of.score);
    ScoredBar { time: tick.bar.time_ms, close: tick.bar.close, scores: DIRECTED.map(score) }
}

fn interval(
    protocol: &Protocol,
    days: usize,
    statistic: impl Fn(&[usize]) -> Option<f64>,
) -> Result<Option<BootstrapInterval>, Error> {
    let block = (protocol.block() as usize).clamp(1, days);
    block_bootstrap(days, block, protocol.resamples, protocol.seed, statistic)
}

fn against_holding(protocol: &Protocol, test: &[TestBar]) -> Result<AgainstHolding, Error> {
    let days = |action| count(test.iter().filter(|bar| bar.said.action == action).count());
    let (sells, trims, holds) = (days(Action::Sell), days(Action::Trim), days(Action::Hold));
    let hit_rate = |days: &[usize]| {
        let acted: Vec<&TestBar> =
            days.iter().map(|i| &test[*i]).filter(|bar| bar.said.action != Action::Hold).collect();
        (!acted.is_empty()).then(|| acted.iter().fold(0.0, |sum, bar| sum + bar.label()) / acted.len() as f64)
    };
    let gain = |days: &[usize]| days.iter().fold(0.0, |sum, i| sum + test[*i].gain());
    let all: Vec<usize> = (0..test.len()).collect();
    let acted = sells + trims > 0;
    let gain_interval = if acted { interval(protocol, test.len(), |days| Some(gain(days)))? } else { None };
    Ok(AgainstHolding {
        sells,
        trims,
        holds,
        gain: gain(&all),
        gain_interval,
        hit_rate: hit_rate(&all),
        hit_rate_interval: if acted { interval(protocol, test.len(), hit_rate)? } else { None },
        base_rate: test.iter().fold(0.0, |sum, bar| sum + bar.label()) / test.len() as f64,
        beats_always_hold: match gain_interval {
            Some(interval) if interval.low > 0.0 => Verdict::Yes,
            Some(interval) if interval.high < 0.0 => Verdict::No,
            _ => Verdict::CannotSay,
        },
    })
}

fn modules(test: &[TestBar]) -> Vec<ModuleTest> {
    let Some(last) = test.last() else { return Vec::new() };
    let of = |(place, (module, _)): (usize, &(ModuleName, AssessmentStatus))| {
        let days = |status| count(test.iter().filter(|bar| bar.statuses[place].1 == status).count());
        let directed = DIRECTED.iter().position(|name| name == module);
        let errors: Vec<[f64; 2]> = test
            .iter()
            .filter_map(|bar| {
                let (probability, base) = (bar.said.probabilities()[directed?], bar.base_rate?);
                let miss = |p: f64| (p - bar.label()) * (p - bar.label());
                (!probability.is_nan()).then(|| [miss(probability), miss(base)])
            })
            .collect();
        let mean = |side: usize| {
            let sum = errors.iter().fold(0.0, |sum, error| sum + error[side]);
            (!errors.is_empty()).then(|| sum / errors.len() as f64)
        };
        ModuleTest {
            module: *module,
            ok_bars: days(AssessmentStatus::Ok),
            warmup_bars: days(AssessmentStatus::Warmup),
            no_data_bars: days(AssessmentStatus::NoData),
            stale_bars: days(AssessmentStatus::Stale),
            brier: mean(0),
            brier_of_base_rate: mean(1),
            last_weight: directed.map(|k| last.said.weights()[k]),
        }
    };
    last.statuses.iter().enumerate().map(of).collect()
}
