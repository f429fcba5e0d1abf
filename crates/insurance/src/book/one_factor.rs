//! A portfolio of many equal risks that share one factor.
//!
//! ```text
//! p(Z) = N((N^-1(p) - sqrt(rho) Z) / sqrt(1 - rho)),      quantile_q = N((N^-1(p) + sqrt(rho) N^-1(q)) / sqrt(1 - rho))
//! ```
//!
//! (Vasicek 1987, 2002, "The distribution of loan portfolio value"; the formula of the Basel accord.)

use hashinsight_numerics::{normal_cdf, normal_quantile};
use hashinsight_units::{Error, Fraction, Record};

use crate::refuse::refuse;

/// Inputs of [`one_factor_loss`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct OneFactorRequest {
    /// Probability that a risk is triggered; above 0, below 1.
    #[record(example = 0.01)]
    pub probability: Fraction,
    /// Correlation of the latent variables of two risks, from 0 on, below 1.
    #[record(example = 0.1)]
    pub correlation: Fraction,
    /// Level of the quantile; above 0, below 1.
    #[record(example = 0.999)]
    pub level: Fraction,
}

/// Result of [`one_factor_loss`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct OneFactorReport {
    /// Quantile of the part of the portfolio that is triggered.
    pub loss_quantile: f64,
    /// Quantile less the expected part: what capital must bear.
    pub unexpected_loss: f64,
}

/// The quantile of the part of an infinitely fine portfolio that is triggered, with one common factor.
///
/// ```
/// use hashinsight_insurance::book::{OneFactorRequest, one_factor_loss};
/// use hashinsight_units::Fraction;
/// let [p, rho, q] = [0.01, 0.1, 0.999].map(Fraction::constant);
/// assert!((one_factor_loss(&OneFactorRequest::new(p, rho, q))?.loss_quantile - 0.0775).abs() < 1e-4);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.probability.out_of_range`, `insurance.level.out_of_range` for 0 or 1, `insurance.correlation.out_of_range` for 1.
pub fn one_factor_loss(request: &OneFactorRequest) -> Result<OneFactorReport, Error> {
    let OneFactorRequest { probability, correlation, level } = *request;
    for (field, value) in [("probability", probability), ("level", level)] {
        if value == Fraction::ZERO || value == Fraction::ONE {
            return Err(refuse(field, value.get(), "above 0, below 1"));
        }
    }
    if correlation == Fraction::ONE {
        return Err(refuse("correlation", 1.0, "0 or more, below 1"));
    }
    let (p, rho) = (probability.get(), correlation.get());
    let quantile = (normal_quantile(p)? + rho.sqrt() * normal_quantile(level.get())?) / (1.0 - rho).sqrt();
    let loss_quantile = normal_cdf(quantile);
    Ok(OneFactorReport { loss_quantile, unexpected_loss: loss_quantile - p })
}
