//! One call: all ten modules over a history, as a tidy table with the decision of each bar.

use hashinsight_market::OrderBook;
use hashinsight_numerics::{ln_ratio, mean, variance};
use hashinsight_units::{Amount, Days, Error, Fraction, Price, Quantity, Ratio, Record, Timestamp};

use super::evaluator::{Evaluation, Evaluator, ModuleParams, placed};
use super::history::{MarketHistory, Tick};
use crate::modules::ensemble::{Action, Calibration, EnsembleParams, Label, Thresholds};
use crate::modules::microstructure::{ExecutionPlan, ExecutionPlanRequest, Schedule, execution_plan, quoted_spread};
use crate::modules::{Assessment, AssessmentStatus};

/// Bars whose returns and volumes a plan's volatility and volume are taken from.
const PLAN_BARS: usize = 30;

/// Inputs of [`evaluate`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct EvaluateRequest {
    /// History of the market.
    #[record(flatten)]
    pub history: MarketHistory,
    /// Label that the ensemble predicts.
    #[record(default = Label::new(7))]
    pub label: Label,
    /// Maps from scores to probabilities, as `calibrate` answers them for the same label. Absent: assumed maps, and nothing is sold but trimmed.
    pub calibration: Option<Calibration>,
    /// Thresholds, cool-down and sizes of the decision.
    #[record(default = Thresholds::new())]
    pub thresholds: Thresholds,
    /// Parameters of the modules. Absent: their defaults.
    pub modules: Option<ModuleParams>,
    /// Number of bars at the end whose rows are answered. Absent: all.
    pub last_bars: Option<u32>,
    /// Bitcoin that is held, in satoshis. Absent: decisions carry no plan, and sizes are not scaled by the readiness of the market.
    pub holding_sat: Option<Amount>,
    /// Number of slices of a plan, which takes a day.
    #[record(default = 24, range = 1..=10_000, example = 24)]
    pub plan_slices: u32,
}

/// Assessment of one module at the close of one bar: a row of a tidy table.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct EvaluatedRow {
    /// Instant of the bar's close, in Unix milliseconds.
    pub time_ms: Timestamp,
    /// Assessment of the module.
    #[record(flatten)]
    pub assessment: Assessment,
}

/// Decision at the close of one bar.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Decision {
    /// Instant of the bar's close, in Unix milliseconds.
    pub time_ms: Timestamp,
    /// Action that is advised.
    pub action: Action,
    /// Stance that hysteresis keeps: the action but for cool-down and size.
    pub stance: Action,
    /// Sell score, 100 times the probability: 0 to 100. Absent: no module says anything.
    pub sell_score: Option<f64>,
    /// Probability of the label. Absent: no module says anything.
    pub probability: Option<f64>,
    /// Fraction of the holding to sell.
    pub size_fraction: f64,
    /// Plan of the sale. Absent: nothing is sold, or the holding, a fresh book or the volume is not known.
    pub plan: Option<ExecutionPlan>,
    /// Coverage: weight of the modules that are pooled, 0 to 1.
    pub coverage: f64,
    /// Confidence in the probability, 0 to 1.
    pub confidence: f64,
    /// Number of bars until a next sale may follow the last one.
    pub wait_bars: u32,
    /// Whether maps were fitted to the past, to this bar or later ones (`in_sample`), or not at all.
    pub calibration: CalibrationState,
    /// Thresholds of the decision.
    pub thresholds: Thresholds,
}

/// Whether probabilities stand on the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum CalibrationState {
    /// Maps were fitted to the past.
    Calibrated,
    /// Maps were fitted to this bar, or to later ones: the decision knew what it could not know.
    InSample,
    /// Maps are assumptions: nothing is sold but trimmed at most.
    Uncalibrated,
}

/// Result of [`evaluate`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct EvaluateReport {
    /// Label that the ensemble predicts.
    pub label: Label,
    /// Rows of the modules A to J, bar by bar.
    pub rows: Vec<EvaluatedRow>,
    /// Decisions, bar by bar.
    pub decisions: Vec<Decision>,
}

/// All ten modules over a history, and the decision of each bar, from what was known at its close.
///
/// ```
/// use hashinsight_market::{Bars, BarsColumns, Interval};
/// use hashinsight_signals::evaluate::{EvaluateRequest, MarketHistory, evaluate};
/// use hashinsight_signals::modules::ensemble::Action;
/// use hashinsight_units::Currency;
/// let close: Vec<f64> = (0..300).map(|day| 60_000.0 + 100.0 * f64::from((day * 7) % 60)).collect();
/// let bars = Bars::from_columns(BarsColumns {
///     source: "coinbase".parse()?,
///     instrument: "BTC-USD".parse()?,
///     quote_currency: Currency::USD,
///     interval_ms: Interval::DAY,
///     open_time_ms: (0..300).map(|day| 1_714_521_600_000 + day * 86_400_000).collect(),
///     open: close.clone(),
///     high: close.iter().map(|close| close + 500.0).collect(),
///     low: close.iter().map(|close| close - 500.0).collect(),
///     close,
///     volume_base: Some(vec![9_000.0; 300]),
/// })?;
/// let report = evaluate(&EvaluateRequest::new(MarketHistory::new(bars)).last_bars(2))?;
/// assert_eq!((report.rows.len(), report.decisions.len()), (20, 2));
/// assert_ne!(report.decisions[1].action, Action::Sell); // uncalibrated
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// What a module or the history refuses; a gap or a bar out of order, at `bars`, with its row.
pub fn evaluate(request: &EvaluateRequest) -> Result<EvaluateReport, Error> {
    request.check()?;
    let EvaluateRequest { history, label, calibration, thresholds, .. } = request;
    let modules = request.modules.clone().unwrap_or_default();
    let mut ensemble = EnsembleParams::new(*label).thresholds(*thresholds);
    ensemble.calibration.clone_from(calibration);
    let mut evaluator = Evaluator::open(&modules, &ensemble, history.bars.interval_ms())?;
    let ticks = history.ticks()?;
    let shown = request.last_bars.map_or(ticks.len(), |bars| bars as usize);
    let (mut rows, mut decisions) = (Vec::new(), Vec::new());
    for (index, tick) in ticks.iter().enumerate() {
        let past = &ticks[(index + 1).saturating_sub(PLAN_BARS + 1)..=index];
        let whole = request.holding_sat.map(|holding| part_of(holding, thresholds.sell_cap.get())).transpose()?;
        let readiness = |book: &OrderBook| {
            let plan = whole.map(|whole| plan(request, past, book, whole)).transpose()?.flatten();
            plan.map(|plan| Fraction::new(plan.readiness)).transpose()
        };
        let said = evaluator.update_with(tick, readiness).map_err(|error| placed(error, index))?;
        if index + shown < ticks.len() {
            continue;
        }
        let time_ms = tick.bar.time_ms;
        decisions.push(decision(request, past, &said)?);
        rows.extend(said.assessments.into_iter().map(|assessment| EvaluatedRow { time_ms, assessment }));
    }
    Ok(EvaluateReport { label: *label, rows, decisions })
}

fn decision(request: &EvaluateRequest, past: &[Tick], said: &Evaluation) -> Result<Decision, Error> {
    let o = &said.ensemble;
    let sold = request.holding_sat.map(|holding| part_of(holding, o.size_fraction)).transpose()?;
    let plan = match (&said.book, sold) {
        (Some(book), Some(sold)) if o.action != Action::Hold => plan(request, past, book, sold)?,
        _ => None,
    };
    let is_ok = o.status == AssessmentStatus::Ok;
    Ok(Decision {
        time_ms: past[past.len() - 1].bar.time_ms,
        action: o.action,
        stance: o.stance,
        sell_score: is_ok.then_some(o.sell_score),
        probability: is_ok.then_some(o.probability),
        size_fraction: o.size_fraction,
        plan,
        coverage: o.coverage,
        confidence: o.confidence,
        wait_bars: o.wait_bars,
        calibration: match &request.calibration {
            Some(fitted) if past[past.len() - 1].bar.time_ms <= fitted.fitted_until_ms => CalibrationState::InSample,
            Some(_) => CalibrationState::Calibrated,
            None => CalibrationState::Uncalibrated,
        },
        thresholds: request.thresholds,
    })
}

/// The nearest number of satoshis.
fn part_of(holding: Amount, fraction: f64) -> Result<Amount, Error> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 2.1e15")]
    Amount::from_sat((holding.to_sat() as f64 * fraction).round() as u64)
}

/// Plan of a sale over a day, with the book's spread and the volatility and volume of the last bars; none where those are not known.
fn plan(
    request: &EvaluateRequest,
    past: &[Tick],
    book: &OrderBook,
    sold: Amount,
) -> Result<Option<ExecutionPlan>, Error> {
    let closes: Vec<f64> = past.iter().map(|tick| tick.bar.close.get()).collect();
    let returns: Vec<f64> = closes.windows(2).map(|pair| ln_ratio(pair[1], pair[0])).collect();
    let volumes: Option<Vec<f64>> = past.iter().map(|tick| tick.bar.volume_base).collect();
    let (Some(spread), Some(volumes), Ok(variance)) = (quoted_spread(book), volumes, variance(&returns, 1)) else {
        return Ok(None);
    };
    let per_day = 86_400_000.0 / request.history.bars.interval_ms().to_ms() as f64;
    let volume = Quantity::new(mean(&volumes)? * per_day);
    let (Ok(volume), true) = (volume, sold > Amount::ZERO) else { return Ok(None) };
    let price = Price::new(closes[closes.len() - 1])?;
    let volatility = Ratio::new((variance * per_day).sqrt())?;
    let schedule = Schedule::Twap { slices: request.plan_slices };
    let of = ExecutionPlanRequest::new(
        sold,
        price,
        Fraction::new(spread)?,
        volatility,
        volume,
        Days::constant(1.0),
        schedule,
    );
    execution_plan(&of).map(Some)
}
