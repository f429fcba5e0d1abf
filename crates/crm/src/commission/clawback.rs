//! What is taken back where a customer leaves early.

use hashinsight_units::{Decimal, Error, Record, Rounding};

use super::accrue::round;
use super::{amount, whole};

/// How much is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ClawbackRule {
    /// In proportion to the months that are missing.
    Linear,
    /// Everything, up to the last month.
    Cliff,
}

/// Inputs of [`claw_back`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ClawbackRequest {
    /// Commission that was paid, in its currency.
    #[record(example = "20500")]
    pub paid: Decimal,
    /// Months that the customer stayed.
    #[record(range = 0..=1200, example = 5)]
    pub months_served: u32,
    /// Months from which on nothing is taken back.
    #[record(range = 1..=1200, example = 12)]
    pub term_months: u32,
    /// How much is taken back.
    #[record(example = "linear")]
    pub rule: ClawbackRule,
    /// Digits after the point of the currency.
    #[record(range = 0..=8, default = 2)]
    pub digits: u32,
    /// Rounding to these digits.
    #[record(default = Rounding::HalfEven)]
    pub rounding: Rounding,
}

/// Result of [`claw_back`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ClawbackReport {
    /// Amount that is taken back, in the currency of the commission.
    pub taken_back: Decimal,
    /// Amount that stays paid, in the currency of the commission.
    pub kept: Decimal,
}

/// What is taken back of a commission, and what stays; the two add up to what was paid.
///
/// ```
/// use hashinsight_crm::commission::{ClawbackRequest, ClawbackRule, claw_back};
/// let report = claw_back(&ClawbackRequest::new("20500".parse().unwrap(), 5, 12, ClawbackRule::Linear))?;
/// assert_eq!(report.taken_back.to_string(), "11958.33");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.paid.out_of_range` below 0, and for more digits than the currency has; `crm.months_served.out_of_range`, `term_months`, `digits` beyond their ranges.
pub fn claw_back(request: &ClawbackRequest) -> Result<ClawbackReport, Error> {
    request.check()?;
    let paid = whole("paid", amount("paid", request.paid, 0)?, request.digits)?;
    let missing = request.term_months.saturating_sub(request.months_served);
    let exact = match request.rule {
        ClawbackRule::Linear => paid * Decimal::from(missing) / Decimal::from(request.term_months),
        ClawbackRule::Cliff if missing > 0 => paid,
        ClawbackRule::Cliff => Decimal::ZERO,
    };
    let taken_back = if missing == request.term_months || request.rule == ClawbackRule::Cliff {
        exact // all or nothing needs no rounding
    } else {
        round(exact, request.digits, request.rounding).min(paid)
    };
    Ok(ClawbackReport { taken_back, kept: paid - taken_back })
}
