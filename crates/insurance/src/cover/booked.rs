//! From estimates to booked decimals, and back.

use hashinsight_units::json::positional;
use hashinsight_units::{Currency, Decimal, Error, Fault, Money, Problem, Rounding};

/// Greatest amount that is booked, either way.
const MOST: f64 = 1e15;

/// Least amount that is booked, either way: a smaller one is 0.
pub(crate) const LEAST: f64 = 1e-18;

/// An estimate as a decimal: the shortest decimal that names the `f64`, rounded once to the digits of the currency by the rule of the terms.
///
/// # Errors
/// `insurance.<field>.out_of_range` beyond 1e15 either way.
pub(crate) fn booked(field: &str, value: f64, digits: u32, rounding: Rounding) -> Result<Decimal, Error> {
    let refused = || {
        let fault = Fault::new(format_args!("insurance.{field}"), Problem::OutOfRange).at(field);
        Error::from(fault.got(value).allowed("-1e15 to 1e15"))
    };
    if !(-MOST..=MOST).contains(&value) {
        return Err(refused());
    }
    // A decimal holds 28 places; what is smaller than this is nothing.
    let value = if value.abs() < LEAST { 0.0 } else { value };
    let decimal: Decimal = positional(value).parse().map_err(|_| refused())?;
    Ok(round(decimal, digits, rounding))
}

/// A decimal with so many digits after the point, zeros included.
pub(crate) fn round(value: Decimal, digits: u32, rounding: Rounding) -> Decimal {
    let mut rounded = Money::new(value, Currency::USD).round(digits, rounding).amount();
    rounded.rescale(digits);
    rounded
}

/// The `f64` nearest to a decimal.
pub(crate) fn estimate(value: Decimal) -> f64 {
    hashinsight_units::json::float(&value.to_string()).unwrap_or_else(|| unreachable!("a decimal is a number"))
}
