//! The default leg: what the failure of an exchange is expected to cost.
//!
//! With a hazard rate that is constant between dates, a riskless rate `r` and a loss `L` at default,
//!
//! ```text
//! value = L * sum over segments of  h D (1 - e^(-(r + h) dt)) / (r + h),    D = e^(-(r t + accumulated hazard)) at its beginning
//! ```
//!
//! (Lando 2004, chapter 5.) All terms are positive: relative error below 4e-15 while `(r + h) T` is at most 25. A hazard read from
//! prices is of Q, one counted from failures is of P.

use hashinsight_numerics::{exp, exp_m1};
use hashinsight_units::json::Told;
use hashinsight_units::{Collateral, Error, Fraction, Intensity, Rate, Record, Years};

use crate::Measure;
use crate::refuse::{insufficient, length, refuse};

/// Inputs of [`default_leg`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DefaultLegRequest {
    /// Amount that stands with the exchange, in its currency.
    #[record(example = 100000)]
    pub notional: Collateral,
    /// Fraction of the notional that is lost in a default.
    #[record(example = 0.6)]
    pub loss_given_default: Fraction,
    /// Span in which the amount stands with the exchange, in years of 365 days.
    #[record(example = 1)]
    pub years: Years,
    /// Riskless rate per year, continuously compounded.
    #[record(example = 0.04)]
    pub rate_per_year: Rate,
    /// Hazard rates: defaults per year in each segment of time; the last one goes on.
    pub hazards_per_year: Vec<Intensity>,
    /// Ends of all segments but the last, in years from now: rising, one fewer than the hazards.
    pub segment_ends_years: Vec<Years>,
    /// Measure that the hazards are of.
    #[record(example = "risk_neutral")]
    pub measure: Measure,
}

/// Result of [`default_leg`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DefaultLegReport {
    /// Measure of the numbers, as in the request.
    pub measure: Measure,
    /// Present value of the loss, in the currency of the notional.
    pub value: f64,
    /// Probability of a default within the horizon.
    pub default_probability: f64,
}

/// The present value of losing what stands with an exchange that may default.
///
/// ```
/// use hashinsight_derivatives::Measure;
/// use hashinsight_derivatives::pricing::{DefaultLegRequest, default_leg};
/// use hashinsight_units::{Collateral, Fraction, Intensity, Rate, Years};
/// let report = default_leg(&DefaultLegRequest::new(
///     Collateral::new(1.0)?,
///     Fraction::new(0.6)?,
///     Years::new(1.0)?,
///     Rate::new(0.04)?,
///     vec![Intensity::new(0.02)?],
///     vec![],
///     Measure::RiskNeutral,
/// ))?;
/// assert_eq!(format!("{:.7}", report.value), "0.0116471");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.hazards_per_year.insufficient_data` for none; `derivatives.segment_ends_years.length` unless there is one fewer than
/// hazards; `derivatives.segment_ends_years.out_of_range` where they do not rise.
pub fn default_leg(request: &DefaultLegRequest) -> Result<DefaultLegReport, Error> {
    let hazards = &request.hazards_per_year;
    let ends = &request.segment_ends_years;
    if hazards.is_empty() {
        return Err(insufficient("hazards_per_year", 0, "one hazard rate"));
    }
    if ends.len() + 1 != hazards.len() {
        return Err(length("segment_ends_years", ends.len(), hazards.len() - 1));
    }
    if let Some(index) = ends.windows(2).position(|pair| pair[0] >= pair[1]) {
        let allowed = format!("above the one before: {}", Told(ends[index].get()));
        return Err(refuse("segment_ends_years", ends[index + 1].get(), allowed).in_row(index + 1));
    }
    let (horizon, rate) = (request.years.get(), request.rate_per_year.get());
    let (mut value, mut start, mut accumulated) = (0.0, 0.0, 0.0);
    for (index, hazard) in hazards.iter().enumerate() {
        let end = ends.get(index).map_or(horizon, |end| if end.get() < horizon { end.get() } else { horizon });
        let span = end - start;
        if span <= 0.0 {
            continue;
        }
        let hazard = hazard.get();
        let leaving = (rate + hazard) * span;
        // (1 - e^-x) / x, 1 in the limit.
        let share = if leaving == 0.0 { 1.0 } else { -exp_m1(-leaving) / leaving };
        value += hazard * span * share * exp(-rate * start - accumulated);
        accumulated += hazard * span;
        start = end;
    }
    Ok(DefaultLegReport {
        measure: request.measure,
        value: request.notional.get() * request.loss_given_default.get() * value,
        default_probability: -exp_m1(-accumulated) + 0.0,
    })
}
