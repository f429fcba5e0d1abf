//! Reserves: what the completed triangle holds beyond its diagonal.
//!
//! ```text
//! chain ladder:               U_i = C_i F_i,                       F_i = product of the factors behind the latest age
//! Bornhuetter and Ferguson:   U_i = C_i + (1 - 1 / F_i) prior_i                                     (1972)
//! Cape Cod:                   prior_i = exposure_i * sum of C / sum of (exposure / F)              (Bühlmann and Straub 1983)
//! ```

use hashinsight_numerics::{sum, sum_by};
use hashinsight_units::{At, Error, Outcome, Record};

use super::factors::factors;
use super::mack::{Errors, SigmaExtrapolation, errors};
use super::triangle::Triangle;
use crate::refuse::{length, none, refuse, within};

/// Way in which a triangle is completed.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum ReserveMethod {
    /// Chain ladder: every origin grows as the older ones did.
    ChainLadder,
    /// Bornhuetter and Ferguson: what is still to come is a part of these ultimates of each origin, estimated before.
    BornhuetterFerguson(Vec<f64>),
    /// Cape Cod: like Bornhuetter and Ferguson, with ultimates in proportion to these exposures of each origin.
    CapeCod(Vec<f64>),
}

/// Inputs of [`reserve`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ReserveRequest {
    /// Cumulative amounts: a row for each period of origin, oldest first, an amount for each age that it has reached, in units of
    /// currency.
    pub cumulative: Vec<Vec<f64>>,
    /// Way in which the triangle is completed.
    #[record(default = ReserveMethod::ChainLadder)]
    pub method: ReserveMethod,
    /// Factor from the last age to the ultimate.
    #[record(range = 0.01..=100.0, default = 1.0)]
    pub tail_factor: f64,
    /// Way in which the last sigma of Mack's standard errors is found.
    #[record(default = SigmaExtrapolation::Mack)]
    pub sigma: SigmaExtrapolation,
}

/// Reserve of one period of origin.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct OriginReserve {
    /// Latest cumulative amount, in units of currency.
    pub latest: f64,
    /// Factor from the latest age to the ultimate.
    pub to_ultimate: f64,
    /// Ultimate amount, in units of currency.
    pub ultimate: f64,
    /// Reserve: ultimate less latest amount, in units of currency.
    pub reserve: f64,
    /// Standard error of the reserve, in units of currency: Mack's, for chain ladder without a tail.
    pub standard_error: Outcome,
}

/// Result of [`reserve`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ReserveReport {
    /// Development factors from each age to the next.
    pub factors: Vec<f64>,
    /// Origins, oldest first.
    pub origins: Vec<OriginReserve>,
    /// Sum of the reserves, in units of currency.
    pub reserve: f64,
    /// Standard error of the sum of the reserves, in units of currency: origins share their factors.
    pub standard_error: Outcome,
    /// Loss ratio: expected ultimate per exposure, by Cape Cod. Absent for the other methods.
    pub loss_ratio: Option<f64>,
}

/// Reserves of a triangle.
///
/// ```
/// use hashinsight_insurance::reserving::{ReserveRequest, reserve};
/// let cumulative = vec![vec![100.0, 150.0, 165.0], vec![110.0, 161.0], vec![120.0]];
/// let report = reserve(&ReserveRequest::new(cumulative))?;
/// assert_eq!(report.factors, [311.0 / 210.0, 1.1]);
/// assert!((report.reserve - (161.0 * 0.1 + 120.0 * (311.0 / 210.0 * 1.1 - 1.0))).abs() < 1e-12);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Triangle::new`]; `insurance.cumulative.none` for an age from which nothing can grow,
/// `out_of_range` for factors to the ultimate that no claims have; `insurance.tail_factor.out_of_range`;
/// `insurance.bornhuetter_ferguson` or `cape_cod`, `length` and `out_of_range`, unless there is one above 0 for each origin.
pub fn reserve(request: &ReserveRequest) -> Result<ReserveReport, Error> {
    request.check()?;
    let triangle = Triangle::new(request.cumulative.clone())?;
    let found = factors(&triangle)?;
    let behind = found.to_ultimate(request.tail_factor)?;
    let latest: Vec<f64> = triangle.latest().collect();
    let to_ultimate: Vec<f64> = triangle.rows().iter().map(|row| behind[row.len() - 1]).collect();
    let (priors, loss_ratio) = match &request.method {
        ReserveMethod::ChainLadder => (None, None),
        ReserveMethod::BornhuetterFerguson(priors) => {
            check_each("bornhuetter_ferguson", priors, latest.len()).at("method")?;
            (Some(priors.clone()), None)
        }
        ReserveMethod::CapeCod(exposures) => {
            check_each("cape_cod", exposures, latest.len()).at("method")?;
            let used = sum_by(latest.len(), |i| exposures[i] / to_ultimate[i]);
            let ratio = sum(&latest) / used;
            (Some(exposures.iter().map(|exposure| exposure * ratio).collect()), Some(ratio))
        }
    };
    if priors.is_some()
        && let Some(factor) = to_ultimate.iter().find(|factor| **factor == 0.0)
    {
        return Err(none("cumulative", *factor, "factors above 0, of which a part has been paid"));
    }
    let Errors { by_origin, total } = if priors.is_none() && request.tail_factor == 1.0 {
        errors(&triangle, &found, request.sigma)
    } else {
        let none = Outcome::Undefined { reason: "Mack's errors are those of chain ladder without a tail" };
        Errors { by_origin: vec![none; latest.len()], total: none }
    };
    let origin = |i: usize| {
        let reserve = match &priors {
            Some(priors) => priors[i] * (1.0 - 1.0 / to_ultimate[i]),
            None => latest[i] * (to_ultimate[i] - 1.0),
        };
        OriginReserve {
            latest: latest[i],
            to_ultimate: to_ultimate[i],
            ultimate: latest[i] + reserve,
            reserve,
            standard_error: by_origin[i],
        }
    };
    let origins: Vec<OriginReserve> = (0..latest.len()).map(origin).collect();
    let reserve = sum_by(origins.len(), |i| origins[i].reserve);
    Ok(ReserveReport { factors: found.growth, origins, reserve, standard_error: total, loss_ratio })
}

/// One number above 0 for each origin.
fn check_each(field: &str, values: &[f64], count: usize) -> Result<(), Error> {
    if values.len() != count {
        return Err(length(field, values.len(), count));
    }
    for (index, value) in values.iter().enumerate() {
        if *value == 0.0 {
            return Err(refuse(field, *value, "above 0, at most 1e18").in_row(index));
        }
        within(field, *value, 0.0, 1e18).map_err(|error| error.in_row(index))?;
    }
    Ok(())
}
