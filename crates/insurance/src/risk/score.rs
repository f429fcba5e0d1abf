//! A risk score: a polynomial of features, fitted to outcomes.
//!
//! ```text
//! score = sum over terms of c_k * product over features of z_j^e_kj,      z_j = (x_j - center_j) / scale_j
//! ```
//!
//! Coefficients by least squares with orthogonal factors; with a ridge `l` they minimize `|y - score|^2 + l * sum of c_k^2` over all
//! terms but the constant (Hoerl and Kennard 1970). Cross-validation leaves out every `folds`-th row in turn, fits the rest, center and
//! scale included, and answers the root mean square of what was then mispredicted.

use hashinsight_numerics::least_squares;
use hashinsight_numerics::{mean, ridge, sum_by, variance};
use hashinsight_units::{At, Error, Finite, Outcome, Record};

use super::basis::{exponents, monomial};
use crate::refuse::{insufficient, length, none, refuse, within};

/// Greatest size of a feature and of an outcome: the twelfth power of one, and the square of the other, are still numbers.
const MOST: f64 = 1e12;

/// One feature of risks: leverage, distance to liquidation in deviations, volatility.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RiskFeature {
    /// Name of the feature.
    #[record(example = "leverage")]
    pub name: String,
    /// Values of the feature, one for each risk.
    pub values: Vec<Finite>,
}

/// Inputs of [`fit_risk_score`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FitRiskScoreRequest {
    /// Features of the risks, all of one length.
    pub features: Vec<RiskFeature>,
    /// Outcomes of the risks, as the score is to predict them.
    pub outcomes: Vec<Finite>,
    /// Greatest total degree of a term: 1 is a linear score.
    #[record(range = 1..=12, default = 1)]
    pub degree: u32,
    /// Penalty on the squared coefficients: 0 is plain least squares.
    #[record(range = 0.0..=1e15, default = 0.0)]
    pub ridge: f64,
    /// Whether features are centered and scaled to a standard deviation of 1 first.
    #[record(default = true)]
    pub standardize: bool,
    /// Number of folds of the cross-validation, from 2 to the number of risks. Absent: no cross-validation.
    pub folds: Option<u32>,
}

/// A fitted score: everything that predicts, and nothing else. It can be stored as JSON and used in another language.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RiskModel {
    /// Names of the features, in the order of the exponents.
    pub features: Vec<String>,
    /// Centers that are subtracted from the features.
    pub centers: Vec<Finite>,
    /// Scales that the features are divided by, above 0.
    pub scales: Vec<Finite>,
    /// Exponents of the terms: a list for each term, an exponent for each feature.
    pub exponents: Vec<Vec<u32>>,
    /// Coefficients of the terms.
    pub coefficients: Vec<Finite>,
}

/// Result of [`fit_risk_score`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FitRiskScoreReport {
    /// Fitted score.
    pub model: RiskModel,
    /// Standard errors of the coefficients. Absent: with a ridge, or without more risks than terms.
    pub standard_errors: Option<Vec<f64>>,
    /// Standard deviation of the residuals, over risks less terms; `undefined` without more risks than terms.
    pub residual_deviation: Outcome,
    /// Fraction of the variance of the outcomes that the score explains; `undefined` for outcomes that are all alike.
    pub r_squared: Outcome,
    /// Root mean square of the predictions' errors on risks that were left out. Absent: no folds were asked for.
    pub cross_validated_error: Option<f64>,
}

/// Fits a risk score to outcomes.
///
/// ```
/// use hashinsight_insurance::risk::{FitRiskScoreRequest, RiskFeature, RiskScoreRequest, fit_risk_score, risk_score};
/// use hashinsight_units::Finite;
/// let of = |values: &[f64]| values.iter().map(|value| Finite::constant(*value)).collect::<Vec<_>>();
/// let leverage = RiskFeature::new("leverage".into(), of(&[1.0, 2.0, 3.0, 4.0, 5.0]));
/// let request = FitRiskScoreRequest::new(vec![leverage], of(&[1.0, 4.0, 9.0, 16.0, 25.0])).degree(2).folds(5);
/// let report = fit_risk_score(&request)?;
/// assert!(report.cross_validated_error.unwrap() < 1e-12); // a square, found again
/// let ten = RiskFeature::new("leverage".into(), of(&[10.0]));
/// let scores = risk_score(&RiskScoreRequest::new(report.model, vec![ten]))?.scores;
/// assert!((scores[0] - 100.0).abs() < 1e-10);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.features.insufficient_data` for none; `insurance.values.out_of_range` and `outcomes` beyond 1e12; `insurance.values.length` unless each has a value per outcome;
/// `insurance.features.none` for a feature that is the same everywhere where it is to be scaled; `insurance.degree.out_of_range` beyond
/// 512 terms; `insurance.folds.out_of_range`; those of least squares: fewer risks than terms, terms that depend on one another.
pub fn fit_risk_score(request: &FitRiskScoreRequest) -> Result<FitRiskScoreReport, Error> {
    request.check()?;
    let outcomes: Vec<f64> = request.outcomes.iter().map(|value| value.get()).collect();
    if outcomes.is_empty() {
        return Err(insufficient("outcomes", 0, "at least as many risks as terms"));
    }
    for (index, outcome) in outcomes.iter().enumerate() {
        within("outcomes", *outcome, -MOST, MOST).map_err(|error| error.in_row(index))?;
    }
    let rows = rows(&request.features, Some(outcomes.len()))?;
    for (index, feature) in request.features.iter().enumerate() {
        for (row, value) in feature.values.iter().enumerate() {
            within("values", value.get(), -MOST, MOST)
                .map_err(|error| error.in_row(row))
                .index(index)
                .at("features")?;
        }
    }
    let terms = exponents(request.features.len(), request.degree)?;
    let all: Vec<usize> = (0..rows.len()).collect();
    let fitted = fit(request, &terms, &rows, &outcomes, &all)?;
    let cross_validated_error = request.folds.map(|folds| cross_validate(request, &terms, &rows, &outcomes, folds));
    let spare = rows.len().saturating_sub(terms.len());
    let residual_deviation = if spare > 0 {
        Outcome::Value((fitted.residual_squares / spare as f64).sqrt())
    } else {
        Outcome::Undefined { reason: "no more risks than terms" }
    };
    let center = mean(&outcomes)?;
    let total = sum_by(outcomes.len(), |i| (outcomes[i] - center) * (outcomes[i] - center));
    let r_squared = if total > 0.0 {
        Outcome::Value(1.0 - fitted.residual_squares / total)
    } else {
        Outcome::Undefined { reason: "outcomes that are all alike" }
    };
    let finite = |values: &[f64]| values.iter().map(|value| Finite::new(*value)).collect::<Result<Vec<_>, _>>();
    let model = RiskModel {
        features: request.features.iter().map(|feature| feature.name.clone()).collect(),
        centers: finite(&fitted.centers)?,
        scales: finite(&fitted.scales)?,
        exponents: terms,
        coefficients: finite(&fitted.coefficients)?,
    };
    let cross_validated_error = cross_validated_error.transpose()?;
    let standard_errors = fitted.standard_errors;
    Ok(FitRiskScoreReport { model, standard_errors, residual_deviation, r_squared, cross_validated_error })
}

/// Rows of features, each of which has `count` values.
fn rows(features: &[RiskFeature], count: Option<usize>) -> Result<Vec<Vec<f64>>, Error> {
    let Some(first) = features.first() else {
        return Err(insufficient("features", 0, "at least one feature"));
    };
    let count = count.unwrap_or(first.values.len());
    for (index, feature) in features.iter().enumerate() {
        if feature.values.len() != count {
            return Err(length("values", feature.values.len(), count)).index(index).at("features");
        }
    }
    Ok((0..count).map(|row| features.iter().map(|feature| feature.values[row].get()).collect()).collect())
}

/// Coefficients, and what they stand on.
struct Fit {
    centers: Vec<f64>,
    scales: Vec<f64>,
    coefficients: Vec<f64>,
    standard_errors: Option<Vec<f64>>,
    residual_squares: f64,
}

impl Fit {
    fn score(&self, terms: &[Vec<u32>], row: &[f64]) -> f64 {
        let row = standardized(row, &self.centers, &self.scales);
        sum_by(terms.len(), |k| self.coefficients[k] * monomial(&terms[k], &row))
    }
}

fn standardized(row: &[f64], centers: &[f64], scales: &[f64]) -> Vec<f64> {
    row.iter().zip(centers).zip(scales).map(|((value, center), scale)| (value - center) / scale).collect()
}

/// Fits the chosen risks.
fn fit(
    request: &FitRiskScoreRequest,
    terms: &[Vec<u32>],
    rows: &[Vec<f64>],
    outcomes: &[f64],
    chosen: &[usize],
) -> Result<Fit, Error> {
    let width = request.features.len();
    let (mut centers, mut scales) = (vec![0.0; width], vec![1.0; width]);
    if request.standardize {
        for feature in 0..width {
            let values: Vec<f64> = chosen.iter().map(|row| rows[*row][feature]).collect();
            let deviation = if values.len() > 1 { variance(&values, 1)?.sqrt() } else { 0.0 };
            if deviation == 0.0 {
                return Err(none("features", values[0], "a feature that differs between risks").in_row(feature));
            }
            (centers[feature], scales[feature]) = (mean(&values)?, deviation);
        }
    }
    let standard: Vec<Vec<f64>> = chosen.iter().map(|row| standardized(&rows[*row], &centers, &scales)).collect();
    let columns: Vec<Vec<f64>> =
        terms.iter().map(|term| standard.iter().map(|row| monomial(term, row)).collect()).collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let y: Vec<f64> = chosen.iter().map(|row| outcomes[*row]).collect();
    let fitted = if request.ridge == 0.0 {
        least_squares(&columns, &y)?
    } else {
        let penalties: Vec<f64> =
            terms.iter().map(|term| if term.iter().all(|e| *e == 0) { 0.0 } else { request.ridge }).collect();
        ridge(&columns, &y, &penalties)?
    };
    let (coefficients, standard_errors) = (fitted.coefficients, fitted.standard_errors);
    Ok(Fit { centers, scales, coefficients, standard_errors, residual_squares: fitted.residual_squares })
}

/// Root mean square of the errors on every `folds`-th row, fitted without them.
fn cross_validate(
    request: &FitRiskScoreRequest,
    terms: &[Vec<u32>],
    rows: &[Vec<f64>],
    outcomes: &[f64],
    folds: u32,
) -> Result<f64, Error> {
    let folds = folds as usize;
    if !(2..=rows.len()).contains(&folds) {
        return Err(refuse("folds", folds as f64, format!("2 to the number of risks, {}", rows.len())));
    }
    let mut squares = vec![0.0; rows.len()];
    for fold in 0..folds {
        let kept: Vec<usize> = (0..rows.len()).filter(|row| row % folds != fold).collect();
        let fitted = fit(request, terms, rows, outcomes, &kept)?;
        for row in (fold..rows.len()).step_by(folds) {
            let error = outcomes[row] - fitted.score(terms, &rows[row]);
            squares[row] = error * error;
        }
    }
    Ok((sum_by(squares.len(), |row| squares[row]) / squares.len() as f64).sqrt())
}

/// Inputs of [`risk_score`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RiskScoreRequest {
    /// Fitted score.
    pub model: RiskModel,
    /// Features of the risks: those of the model by name, in any order.
    pub features: Vec<RiskFeature>,
}

/// Result of [`risk_score`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RiskScoreReport {
    /// Scores of the risks, in the unit of the outcomes.
    pub scores: Vec<f64>,
}

/// Scores of risks by a fitted model.
///
/// # Errors
/// `insurance.features.missing` for a feature of the model that is not there, `unknown` for one that it does not have;
/// `insurance.model.…` for a model whose lists do not fit one another; `insurance.values.length`.
pub fn risk_score(request: &RiskScoreRequest) -> Result<RiskScoreReport, Error> {
    let model = &request.model;
    check_model(model).at("model")?;
    for (index, feature) in request.features.iter().enumerate() {
        let known = model.features.contains(&feature.name);
        if !known || request.features[..index].iter().any(|other| other.name == feature.name) {
            let fault = hashinsight_units::Fault::new("insurance.features", hashinsight_units::Problem::Unknown);
            let allowed = format!("each of {} once", model.features.join(", "));
            return Err(fault.at("name").got(&feature.name).allowed(allowed)).index(index).at("features");
        }
    }
    let mut ordered = Vec::with_capacity(model.features.len());
    for name in &model.features {
        let Some(feature) = request.features.iter().find(|feature| feature.name == *name) else {
            let fault = hashinsight_units::Fault::new("insurance.features", hashinsight_units::Problem::Missing);
            return Err(fault.at("features").allowed(format!("a feature named {name}")).into());
        };
        ordered.push(feature.clone());
    }
    let values = |values: &[Finite]| values.iter().map(|value| value.get()).collect::<Vec<f64>>();
    let fit = Fit {
        centers: values(&model.centers),
        scales: values(&model.scales),
        coefficients: values(&model.coefficients),
        standard_errors: None,
        residual_squares: 0.0,
    };
    let scores: Vec<f64> = rows(&ordered, None)?.iter().map(|row| fit.score(&model.exponents, row)).collect();
    match scores.iter().position(|score| !score.is_finite()) {
        Some(row) => Err(refuse("scores", scores[row], "features for which the score is a number").in_row(row)),
        None => Ok(RiskScoreReport { scores }),
    }
}

fn check_model(model: &RiskModel) -> Result<(), Error> {
    let width = model.features.len();
    for (field, count) in [("centers", model.centers.len()), ("scales", model.scales.len())] {
        if count != width {
            return Err(length(field, count, width));
        }
    }
    for (index, scale) in model.scales.iter().enumerate() {
        if scale.get() <= 0.0 {
            return Err(refuse("scales", scale.get(), "above 0").in_row(index));
        }
    }
    if model.coefficients.len() != model.exponents.len() {
        return Err(length("coefficients", model.coefficients.len(), model.exponents.len()));
    }
    for (index, term) in model.exponents.iter().enumerate() {
        if term.len() != width {
            return Err(length("exponents", term.len(), width).in_row(index));
        }
        for exponent in term {
            within("exponents", f64::from(*exponent), 0.0, 12.0).map_err(|error| error.in_row(index))?;
        }
    }
    Ok(())
}
