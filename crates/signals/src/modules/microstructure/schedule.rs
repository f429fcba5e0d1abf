//! Schedules of a parent order, in whole satoshis that add up to it.

use hashinsight_numerics::min;
use hashinsight_units::{Amount, Error, Fraction, Order, SAT_PER_BTC};

use crate::refuse::{insufficient, out_of_range, refuse_at};

/// Most slices of a schedule.
pub(super) const MOST_SLICES: usize = 10_000;
/// Weights are compared as multiples of this part of the greatest one, so that the shares are exact.
const PARTS: f64 = 9_007_199_254_740_992.0; // 2^53

/// Divides an amount in proportion to weights by the method of largest remainders (Hamilton): whole satoshis that add up to it; equal
/// remainders go to the earlier slice.
///
/// ```
/// use hashinsight_signals::modules::microstructure::apportion;
/// use hashinsight_units::Amount;
/// let slices = apportion(Amount::from_sat(10)?, &[1.0, 1.0, 1.0])?;
/// assert_eq!(slices.into_iter().map(Amount::to_sat).collect::<Vec<_>>(), [4, 3, 3]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.weights` that are negative or not finite; `insufficient_data` where all are 0.
pub fn apportion(total: Amount, weights: &[f64]) -> Result<Vec<Amount>, Error> {
    if weights.len() > MOST_SLICES {
        return Err(out_of_range("weights", weights.len(), format!("at most {MOST_SLICES} weights")));
    }
    if let Some(index) = weights.iter().position(|weight| !(*weight >= 0.0 && weight.is_finite())) {
        return Err(refuse_at("weights", index, weights[index], "finite weights of at least 0"));
    }
    let greatest = weights.iter().fold(0.0, |top: f64, weight| if *weight > top { *weight } else { top });
    if greatest <= 0.0 {
        return Err(insufficient("weights", weights.len(), "a weight above 0"));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 2^53")]
    let parts: Vec<u128> = weights.iter().map(|weight| (weight / greatest * PARTS) as u128).collect();
    let whole: u128 = parts.iter().sum();
    let products: Vec<u128> = parts.iter().map(|part| part * u128::from(total.to_sat())).collect(); // below 2^105
    let mut shares: Vec<u128> = products.iter().map(|product| product / whole).collect();
    let missing = u128::from(total.to_sat()) - shares.iter().sum::<u128>(); // less than one satoshi per slice
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.order_by_key(|index| std::cmp::Reverse(products[*index] % whole)); // stable: ties go to the earlier slice
    order.iter().zip(0..missing).for_each(|(index, _)| shares[*index] += 1);
    shares
        .into_iter()
        .map(|share| Amount::from_sat(u64::try_from(share).unwrap_or_else(|_| unreachable!("at most the total"))))
        .collect()
}

/// Time-weighted schedule (TWAP): equal slices.
///
/// ```
/// use hashinsight_signals::modules::microstructure::twap;
/// use hashinsight_units::Amount;
/// assert_eq!(twap(Amount::from_sat(7)?, 2)?, [Amount::from_sat(4)?, Amount::from_sat(3)?]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.slices.out_of_range` unless 1 to 10,000.
pub fn twap(total: Amount, slices: u32) -> Result<Vec<Amount>, Error> {
    if slices == 0 || slices as usize > MOST_SLICES {
        return Err(out_of_range("slices", slices, format!("1 to {MOST_SLICES}")));
    }
    apportion(total, &vec![1.0; slices as usize])
}

/// Volume-weighted schedule (VWAP): slices in proportion to the volume that is expected in each interval.
///
/// ```
/// use hashinsight_signals::modules::microstructure::vwap;
/// use hashinsight_units::Amount;
/// assert_eq!(vwap(Amount::from_sat(100)?, &[1.0, 3.0])?, [Amount::from_sat(25)?, Amount::from_sat(75)?]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// As [`apportion`], the volumes being the weights.
pub fn vwap(total: Amount, expected_volumes: &[f64]) -> Result<Vec<Amount>, Error> {
    apportion(total, expected_volumes)
}

/// Slices of a schedule that may not reach its end, see [`participation`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Participation {
    /// Slices, one per interval.
    pub slices: Vec<Amount>,
    /// Coins for which the intervals are too thin, in satoshis: with the slices they add up to the parent order.
    pub unscheduled: Amount,
}

/// Schedule of a rate of participation (POV): in each interval at most `rate` of the volume that is expected there, in units of base, until
/// the order is done.
///
/// ```
/// use hashinsight_signals::modules::microstructure::participation;
/// use hashinsight_units::{Amount, Fraction};
/// let plan = participation(Amount::from_sat(150)?, Fraction::new(0.1)?, &[1e-5, 1e-5])?;
/// assert_eq!(plan.slices, [Amount::from_sat(100)?, Amount::from_sat(50)?]);
/// assert_eq!(plan.unscheduled, Amount::ZERO);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.expected_volumes` that are negative or not finite.
pub fn participation(total: Amount, rate: Fraction, expected_volumes: &[f64]) -> Result<Participation, Error> {
    if expected_volumes.len() > MOST_SLICES {
        return Err(out_of_range("expected_volumes", expected_volumes.len(), format!("at most {MOST_SLICES} volumes")));
    }
    let mut unscheduled = total;
    let slice = |(index, volume): (usize, &f64)| {
        if !(*volume >= 0.0 && volume.is_finite()) {
            return Err(refuse_at("expected_volumes", index, *volume, "finite volumes of at least 0"));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the satoshis left")]
        let sat = min(rate.get() * volume * SAT_PER_BTC, unscheduled.to_sat() as f64).floor() as u64;
        let slice = Amount::from_sat(sat)?;
        let Some(rest) = unscheduled.checked_sub(slice) else { unreachable!("a slice is at most what is left") };
        unscheduled = rest;
        Ok(slice)
    };
    let slices = expected_volumes.iter().enumerate().map(slice).collect::<Result<Vec<_>, Error>>()?;
    Ok(Participation { slices, unscheduled })
}
