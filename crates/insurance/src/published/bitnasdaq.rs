//! The contract insurance pool of BitNasdaq, by its rules of 2026 (version 1.1).

use hashinsight_units::{Decimal, Error, Record};

use super::amount;

/// Inputs of [`bitnasdaq_payout`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BitnasdaqRequest {
    /// Premium of a day's cover, as decimal text.
    #[record(example = "10")]
    pub premium: Decimal,
    /// Cumulative loss of the position, realised and floating at the mark price, as decimal text.
    #[record(example = "100")]
    pub loss: Decimal,
}

/// Result of [`bitnasdaq_payout`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BitnasdaqReport {
    /// Loss from which the cover pays: ten premiums.
    pub trigger: Decimal,
    /// Payout: half of the trigger, or 0 before it.
    pub payout: Decimal,
    /// Probability of a claim at which premiums pay for claims.
    pub break_even_probability: f64,
}

/// The payout of a day's cover of BitNasdaq: five premiums, once the loss has reached ten.
///
/// ```
/// use hashinsight_insurance::published::{BitnasdaqRequest, bitnasdaq_payout};
/// let report = bitnasdaq_payout(&BitnasdaqRequest::new("10".parse().unwrap(), "99.99".parse().unwrap()))?;
/// assert_eq!((report.trigger.to_string(), report.payout.to_string()), ("100".into(), "0".into()));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.premium.out_of_range`, `insurance.loss.out_of_range`.
pub fn bitnasdaq_payout(request: &BitnasdaqRequest) -> Result<BitnasdaqReport, Error> {
    let (premium, loss) = (amount("premium", request.premium, false)?, amount("loss", request.loss, true)?);
    let trigger = premium * Decimal::TEN;
    let payout = if loss >= trigger { premium * Decimal::from(5) } else { Decimal::ZERO };
    Ok(BitnasdaqReport { trigger, payout, break_even_probability: 1.0 / 5.0 })
}
