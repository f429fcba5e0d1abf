//! What a future or a perpetual pays for holding the other side, by the year.

use hashinsight_numerics::{exp_m1, ln_1p, ln_ratio};
use hashinsight_units::{AssetPrice, Days, Error, Outcome, Record};

/// Inputs of [`annualised_basis`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BasisRequest {
    /// Price of the dated future, in quote currency.
    #[record(example = 105000)]
    pub future: AssetPrice,
    /// Price of the asset now, in quote currency.
    #[record(example = 100000)]
    pub spot: AssetPrice,
    /// Time to the future's expiry, in days of 86,400 s.
    #[record(example = 90)]
    pub days: Days,
}

/// Result of [`annualised_basis`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BasisReport {
    /// Basis per year of 365 days, not compounded, as a fraction: `(F/S - 1) 365 / days`.
    pub simple_per_year: f64,
    /// Basis per year of 365 days, continuously compounded, as a fraction: `ln(F/S) 365 / days`.
    pub continuous_per_year: f64,
}

/// Basis of a dated future over spot, by the year.
///
/// ```
/// use hashinsight_treasury::policy::{BasisRequest, annualised_basis};
/// use hashinsight_units::{AssetPrice, Days};
/// let report = annualised_basis(&BasisRequest::new(AssetPrice::new(105_000.0)?, AssetPrice::new(100_000.0)?, Days::new(90.0)?));
/// assert_eq!(format!("{:.4} {:.4}", report.simple_per_year, report.continuous_per_year), "0.2028 0.1979");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn annualised_basis(request: &BasisRequest) -> BasisReport {
    let BasisRequest { future, spot, days } = *request;
    let (future, spot, per_year) = (future.get(), spot.get(), 365.0 / days.get());
    BasisReport {
        simple_per_year: (future - spot) / spot * per_year,
        continuous_per_year: ln_ratio(future, spot) * per_year,
    }
}

/// Inputs of [`annualised_funding`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FundingRequest {
    /// Funding of one interval, as a fraction of the position; above 0 longs pay shorts.
    #[record(example = 0.0001, range = -0.5..=0.5)]
    pub rate: f64,
    /// Length of the interval, in hours.
    #[record(default = 8.0, range = 0.01..=8760.0)]
    pub interval_hours: f64,
}

/// Result of [`annualised_funding`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FundingReport {
    /// Funding per year of 365 days, not compounded, as a fraction: `rate * 8760 / hours`.
    pub simple_per_year: f64,
    /// Funding per year of 365 days, compounded each interval, as a fraction: `(1 + rate)^(8760 / hours) - 1`; unbounded beyond what a number
    /// holds.
    pub compounded_per_year: Outcome,
}

/// Funding of a perpetual, by the year.
///
/// ```
/// use hashinsight_treasury::policy::{FundingRequest, annualised_funding};
/// let report = annualised_funding(&FundingRequest::new(0.0001))?;
/// assert_eq!(format!("{:.4}", report.simple_per_year), "0.1095");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.rate.out_of_range` beyond a half either way; `treasury.interval_hours.out_of_range` below 0.01 and above 8760.
pub fn annualised_funding(request: &FundingRequest) -> Result<FundingReport, Error> {
    request.check()?;
    let intervals = 8760.0 / request.interval_hours;
    Ok(FundingReport {
        simple_per_year: request.rate * intervals,
        compounded_per_year: Outcome::of(exp_m1(intervals * ln_1p(request.rate))),
    })
}
