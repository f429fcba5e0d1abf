//! The return-on-investment rule of an older calculator, kept so that its users can see where a figure comes from.

/// Months of 30.5 days hold 2.17 retargets.
const RETARGETS_PER_MONTH: f64 = 2.17;

/// Profit divided by a difficulty that drifts by `step` a retarget: the sum over the months, and the first month in
/// which it reaches the investment.
///
/// The rule divides the profit, not the revenue, so costs shrink with the income and no loss ever shows. It is a
/// reference for migration, not a model.
pub fn drift_roi(investment: f64, monthly_profit: f64, step: f64, months: u32) -> (f64, Option<u32>) {
    let factor = 1.0 + step * RETARGETS_PER_MONTH;
    let (mut cumulative, mut difficulty, mut payback) = (0.0, 1.0, None);
    for month in 1..=months {
        cumulative += monthly_profit / difficulty;
        difficulty *= factor;
        if payback.is_none() && cumulative >= investment {
            payback = Some(month);
        }
    }
    (cumulative, payback)
}
