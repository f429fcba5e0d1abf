//! Splits that lose nothing.

use hashinsight_units::{Error, Order, Problem};

use crate::refuse::refuse;

/// Splits whole units by weights, so that the parts add up exactly: each gets the floor of its part, and the units that are left go to the
/// largest remainders, the first of equal ones first (Hamilton's method).
///
/// ```
/// use hashinsight_crm::commission::split_minor;
/// assert_eq!(split_minor(123_457, &[1, 1, 1])?, [41_153, 41_152, 41_152]);
/// assert_eq!(split_minor(123_457, &[60, 40])?, [74_074, 49_383]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.amount.out_of_range` below 0, `crm.weights.out_of_range` without a weight above 0.
pub fn split_minor(amount: i64, weights: &[u32]) -> Result<Vec<i64>, Error> {
    if amount < 0 {
        return Err(refuse("amount", Problem::OutOfRange, amount, "0 or more"));
    }
    let total: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if total == 0 {
        return Err(refuse("weights", Problem::OutOfRange, 0, "at least one weight above 0"));
    }
    let exact = |weight: &u32| i128::from(amount) * i128::from(*weight);
    let part =
        |weight: &u32| i64::try_from(exact(weight) / total).unwrap_or_else(|_| unreachable!("at most the amount"));
    let mut parts: Vec<i64> = weights.iter().map(part).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.order_by_key(|index| std::cmp::Reverse(exact(&weights[*index]) % total));
    let left = amount - parts.iter().sum::<i64>();
    for index in order.into_iter().take(usize::try_from(left).unwrap_or_else(|_| unreachable!("fewer than the parts")))
    {
        parts[index] += 1;
    }
    Ok(parts)
}
