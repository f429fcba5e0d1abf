//! What the past said about the scores of each module: maps from scores to probabilities, with where they come from.

use hashinsight_units::json::Told;
use hashinsight_units::{At, Error, Fraction, Record, Timestamp};

use super::isotonic::IsotonicMap;
use super::label::Label;
use super::platt::{PlattLine, logistic};
use super::reliability::{both_occur, reliability};
use crate::count::count;
use crate::modules::ModuleName;
use crate::refuse::{insufficient, length, refuse};

/// Modules with a direction, in the order in which they are pooled. Microstructure and sizing have none.
pub const DIRECTED: [ModuleName; 7] = [
    ModuleName::Regime,
    ModuleName::Breakout,
    ModuleName::Confluence,
    ModuleName::Layers,
    ModuleName::MinerCycle,
    ModuleName::Pattern,
    ModuleName::DerivativesPressure,
];

/// Map from a module's score to the probability of the label.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum CalibrationMap {
    /// Nothing was fitted: an assumption, `1 / (1 + e^(-2 s))`.
    Assumed,
    /// Logistic line.
    Platt(PlattLine),
    /// Rising steps.
    Isotonic(IsotonicMap),
}

impl CalibrationMap {
    /// Probability of the label at a score.
    pub fn probability(&self, score: f64) -> f64 {
        match self {
            Self::Assumed => logistic(2.0 * score),
            Self::Platt(line) => line.probability(score),
            Self::Isotonic(map) => map.probability(score),
        }
    }
}

/// How maps are fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum CalibrationMethod {
    /// Logistic line (Platt): two numbers, for few labels.
    Platt,
    /// Rising steps (isotonic regression): for many labels.
    Isotonic,
}

/// Map of one module, with what it was fitted to.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ModuleCalibration {
    /// Module whose scores are mapped.
    pub module: ModuleName,
    /// Map from its scores to probabilities.
    pub map: CalibrationMap,
    /// Weight of the module before it has been judged, relative to the others.
    #[record(default = 1.0, range = 0.0..=1e6, example = 1)]
    pub weight: f64,
    /// Number of labels that the map was fitted to.
    #[record(default = 0, example = 300)]
    pub labels: u32,
    /// Effective number of those labels: overlapping ones count once per horizon.
    #[record(default = 0.0, range = 0.0..=1e9, example = 42.8)]
    pub effective_labels: f64,
    /// Brier score of the map on the labels that it was fitted to, which flatters. Absent: nothing was fitted.
    pub fitted_brier: Option<f64>,
}

/// What a pool needs to know of the past.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Calibration {
    /// Label that the maps predict.
    pub label: Label,
    /// Instant of the last observation that was used, be it for the last label, in Unix milliseconds.
    #[record(example = 1_767_225_600_000)]
    pub fitted_until_ms: Timestamp,
    /// Part of the labels that came true.
    #[record(example = 0.47)]
    pub base_rate: Fraction,
    /// Mean net fall where the label came true, a fraction.
    #[record(range = 1e-12..=1.0, example = 0.04)]
    pub mean_fall: f64,
    /// Mean net rise where it did not, a fraction.
    #[record(range = 1e-12..=1e6, example = 0.05)]
    pub mean_rise: f64,
    /// Maps of the modules; one that is not there was never there to be fitted, and is not pooled.
    pub modules: Vec<ModuleCalibration>,
}

impl Calibration {
    /// Refuses what cannot be pooled.
    pub(super) fn check_all(&self) -> Result<(), Error> {
        self.check()?;
        self.label.check().at("label")?;
        for (index, of) in self.modules.iter().enumerate() {
            of.check().index(index).at("modules")?;
            if let CalibrationMap::Platt(line) = &of.map {
                line.check().at("map.platt").index(index).at("modules")?;
            }
            if !DIRECTED.contains(&of.module) {
                return Err(refuse_module("a module with a direction", index));
            }
            if self.modules[..index].iter().any(|other| other.module == of.module) {
                return Err(refuse_module("each module once", index));
            }
        }
        if self.modules.iter().all(|of| of.weight == 0.0) {
            return Err(insufficient("modules", self.modules.len(), "a module with a weight above 0"));
        }
        Ok(())
    }

    pub(super) fn of(&self, module: ModuleName) -> Option<&ModuleCalibration> {
        self.modules.iter().find(|of| of.module == module)
    }
}

fn refuse_module(allowed: &str, index: usize) -> Error {
    let fault = hashinsight_units::Fault::new("signals.module", hashinsight_units::Problem::Unsupported);
    Error::from(fault.at("module").allowed(allowed)).at(hashinsight_units::FieldPath::new("modules").index(index))
}

/// Refuses scores and labels that no map can be fitted to.
pub(super) fn check_pairs(scores: &[f64], labels: &[bool]) -> Result<(), Error> {
    if labels.len() != scores.len() {
        return Err(length("labels", labels.len(), scores.len()));
    }
    if let Some(index) = scores.iter().position(|score| !score.is_finite()) {
        return Err(refuse("scores", scores[index], "finite scores").in_row(index));
    }
    both_occur(labels)
}

/// One observation of the past: a price, and the scores of the directed modules that had one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoredBar {
    /// Instant of the bar's close.
    pub time: Timestamp,
    /// Closing price.
    pub close: hashinsight_units::AssetPrice,
    /// Scores in the order of [`DIRECTED`].
    pub scores: [Option<f64>; DIRECTED.len()],
}

/// Parameters of [`fit`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CalibrationParams {
    /// Label that is predicted.
    pub label: Label,
    /// Number of bars at the end of the history that are not used for scores, at least the horizon. Absent: the horizon, so that every label
    /// is known.
    pub embargo_bars: Option<u32>,
    /// Way of fitting.
    #[record(default = CalibrationMethod::Platt)]
    pub method: CalibrationMethod,
    /// Effective labels below which a module is not fitted.
    #[record(default = 20.0, range = 2.0..=1e6, example = 20)]
    pub least_effective_labels: f64,
}

/// Fits a map to every module that has enough scores, on bars that are at least the embargo old: no label is used that was not known at the
/// end of the history.
///
/// ```
/// use hashinsight_signals::modules::ensemble::{CalibrationParams, DIRECTED, Label, ScoredBar, fit};
/// use hashinsight_units::{AssetPrice, Timestamp};
/// // A price that goes up and down, and a first module that always knows.
/// let bar = |i: i64| -> Result<ScoredBar, hashinsight_units::Error> {
///     let mut scores = [None; DIRECTED.len()];
///     scores[0] = Some(if i % 2 == 0 { -0.5 } else { 0.5 });
///     let close = AssetPrice::new(if i % 2 == 0 { 100.0 } else { 110.0 })?;
///     Ok(ScoredBar { time: Timestamp::from_ms(1_713_571_200_000 + i * 86_400_000)?, close, scores })
/// };
/// let bars = (0..100).map(bar).collect::<Result<Vec<_>, _>>()?;
/// let calibration = fit(&bars, &CalibrationParams::new(Label::new(1)))?;
/// let map = &calibration.modules[0];
/// assert_eq!((calibration.modules.len(), map.labels), (1, 99)); // the last bar's label is not known
/// assert!(map.map.probability(0.5) > 0.9);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.embargo_bars.out_of_range` below the horizon; `signals.history.insufficient_data` for too few labels, labels of one kind only, or no
/// module with enough of them.
pub fn fit(history: &[ScoredBar], params: &CalibrationParams) -> Result<Calibration, Error> {
    params.check()?;
    params.label.check().at("label")?;
    let horizon = params.label.horizon_bars;
    let embargo = params.embargo_bars.unwrap_or(horizon);
    if embargo < horizon {
        return Err(crate::refuse::out_of_range("embargo_bars", embargo, format!("at least the horizon, {horizon}")));
    }
    let used = history.len().saturating_sub(embargo as usize);
    let net: Vec<f64> =
        (0..used).map(|t| params.label.net_return(history[t].close, history[t + horizon as usize].close)).collect();
    let labels: Vec<bool> = net.iter().map(|net| *net < 0.0).collect();
    if both_occur(&labels).is_err() {
        return Err(insufficient("history", used, "bars whose labels are known, of both kinds"));
    }
    let mean = |wanted: bool| {
        let of = net.iter().zip(&labels).filter(|(_, label)| **label == wanted);
        let (sum, count) = of.fold((0.0, 0.0), |(sum, count), (net, _)| (sum + net.abs(), count + 1.0));
        hashinsight_numerics::max(sum / count, 1e-12)
    };
    let fitted = (0..DIRECTED.len()).map(|k| fit_module(k, &history[..used], &labels, params));
    let modules: Vec<ModuleCalibration> = fitted.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().collect();
    if modules.is_empty() {
        let needed = format!("a module with {} effective labels of both kinds", Told(params.least_effective_labels));
        return Err(insufficient("history", used, needed));
    }
    let hits = labels.iter().filter(|label| **label).count();
    Ok(Calibration {
        label: params.label,
        fitted_until_ms: history[used - 1 + horizon as usize].time,
        base_rate: Fraction::new(hits as f64 / used as f64)?,
        mean_fall: mean(true),
        mean_rise: mean(false),
        modules,
    })
}

fn fit_module(
    module: usize,
    history: &[ScoredBar],
    labels: &[bool],
    params: &CalibrationParams,
) -> Result<Option<ModuleCalibration>, Error> {
    let known = history.iter().zip(labels).filter_map(|(bar, label)| Some((bar.scores[module]?, *label)));
    let (scores, labels): (Vec<f64>, Vec<bool>) = known.unzip();
    let effective = params.label.effective(labels.len());
    if effective < params.least_effective_labels || both_occur(&labels).is_err() {
        return Ok(None);
    }
    let map = match params.method {
        CalibrationMethod::Platt => CalibrationMap::Platt(PlattLine::fit(&scores, &labels)?),
        CalibrationMethod::Isotonic => CalibrationMap::Isotonic(IsotonicMap::fit(&scores, &labels, effective)?),
    };
    let said: Vec<f64> = scores.iter().map(|score| map.probability(*score)).collect();
    let brier = reliability(&said, &labels, 10, params.label.horizon_bars, None)?.brier;
    Ok(Some(ModuleCalibration {
        module: DIRECTED[module],
        map,
        weight: 1.0,
        labels: count(labels.len()),
        effective_labels: effective,
        fitted_brier: Some(brier),
    }))
}
