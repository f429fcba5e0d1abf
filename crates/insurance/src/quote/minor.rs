//! Booked money as whole minor units of its currency, for loops over columns: the same digits as in decimals.

use hashinsight_units::{Decimal, Rounding};

use crate::cover::{LEAST, booked};

/// An estimate in minor units, `unit` of which make one of the currency: the shortest decimal that names the `f64`, rounded by the rule. `None`
/// where it is no amount.
///
/// Whether that decimal is above or below a border `k / unit` is whether the `f64` is: the border's nearest `f64` has the border itself as
/// its shortest decimal as long as it has at most 15 digits.
pub(super) fn minor(value: f64, digits: u32, unit: f64, rounding: Rounding) -> Option<i64> {
    let value = if value.abs() < LEAST { 0.0 } else { value };
    let scaled = value * unit;
    if !(0.0..1e14).contains(&scaled) {
        // Negative, too large for the comparison, or no number: the long way.
        let mut decimal = booked("amount", value, digits, rounding).ok()?;
        decimal.rescale(digits);
        return i64::try_from(decimal.mantissa()).ok();
    }
    let near = (scaled + 0.5).floor();
    let below = if near / unit <= value { near } else { near - 1.0 };
    let exactly = below / unit == value;
    let half = (2.0 * below + 1.0) / (2.0 * unit);
    let up = match rounding {
        _ if exactly => false,
        Rounding::TowardZero | Rounding::Floor => false,
        Rounding::AwayFromZero | Rounding::Ceiling => true,
        Rounding::HalfAwayFromZero => value >= half,
        // An odd number of minor units below: a tie goes up.
        _ => value > half || (value == half && below % 2.0 != 0.0),
    };
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
    Some((if up { below + 1.0 } else { below }) as i64)
}

/// A fraction of whole numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    over: i64,
    under: i64,
}

impl Share {
    /// A decimal of at most 9 places.
    pub(super) fn of(decimal: Decimal) -> Self {
        let decimal = decimal.normalize();
        let over = i64::try_from(decimal.mantissa()).unwrap_or(i64::MAX);
        Self { over, under: 10_i64.pow(decimal.scale()) }
    }

    /// `1 / (1 - share)`.
    pub(super) const fn grossed_up(self) -> Self {
        Self { over: self.under, under: self.under - self.over }
    }

    /// So much of a whole number that is not negative, rounded.
    pub(super) fn take(self, value: i64, rounding: Rounding) -> i64 {
        let Self { over, under } = self;
        let (quotient, rest) = if let Some(product) = value.checked_mul(over) {
            (product / under, product % under)
        } else {
            let product = i128::from(value) * i128::from(over);
            let (quotient, rest) = (product / i128::from(under), product % i128::from(under));
            (i64::try_from(quotient).unwrap_or(i64::MAX), i64::try_from(rest).unwrap_or(i64::MAX))
        };
        // The rest against half, without overflow.
        let (twice, half) = (i128::from(rest) * 2, i128::from(under));
        let up = match rounding {
            _ if rest == 0 => false,
            Rounding::TowardZero | Rounding::Floor => false,
            Rounding::AwayFromZero | Rounding::Ceiling => true,
            Rounding::HalfAwayFromZero => twice >= half,
            _ => twice > half || (twice == half && quotient % 2 != 0),
        };
        quotient + i64::from(up)
    }
}
