//! The ranges that fields share. Each check makes `-0.0` into `0.0`.

use crate::MarketError;

fn number(
    field: &'static str,
    value: &mut f64,
    in_range: impl Fn(f64) -> bool,
    allowed: &'static str,
) -> Result<(), MarketError> {
    if !value.is_finite() {
        let value = value.to_string();
        return Err(MarketError::NotFinite { field, path: field.into(), value, allowed: allowed.into() });
    }
    if !in_range(*value) {
        return Err(MarketError::out_of_range(field, *value, allowed));
    }
    *value += 0.0;
    Ok(())
}

/// A price of something that trades. The ends leave room for sums, products and quotients of prices and sizes.
pub(crate) fn price(field: &'static str, value: &mut f64) -> Result<(), MarketError> {
    number(field, value, |v| (1e-18..=1e18).contains(&v), "1e-18 to 1e18")
}

/// A number of any size and sign.
pub(crate) fn finite(field: &'static str, value: &mut f64) -> Result<(), MarketError> {
    number(field, value, |_| true, "any finite number")
}

/// A number of coins, contracts or currency units that may be nothing.
pub(crate) fn amount(field: &'static str, value: &mut f64) -> Result<(), MarketError> {
    number(field, value, |v| (0.0..=1e24).contains(&v), "0 to 1e24")
}

/// A size that is offered: a level of nothing is no level.
pub(crate) fn size(field: &'static str, value: &mut f64) -> Result<(), MarketError> {
    number(field, value, |v| (1e-24..=1e24).contains(&v), "1e-24 to 1e24")
}

/// A fraction that may be negative.
pub(crate) fn signed_fraction(field: &'static str, value: &mut f64) -> Result<(), MarketError> {
    number(field, value, |v| (-1.0..=1.0).contains(&v), "-1 to 1 (a fraction, not percent)")
}

/// An implied volatility: what pricing takes.
pub(crate) fn volatility(field: &'static str, value: &mut f64) -> Result<(), MarketError> {
    let in_range = |v| v == 0.0 || (1e-9..=20.0).contains(&v);
    number(field, value, in_range, "0, or 1e-9 to 20 (a fraction per square root of a year, not percent)")
}

/// A maintenance margin rate.
pub(crate) fn margin_rate(field: &'static str, value: &mut f64) -> Result<(), MarketError> {
    number(field, value, |v| v > 0.0 && v <= 1.0, "above 0, at most 1 (a fraction, not percent)")
}

/// A leverage.
pub(crate) fn leverage(field: &'static str, value: &mut f64) -> Result<(), MarketError> {
    number(field, value, |v| (1.0..=10_000.0).contains(&v), "1 to 10000")
}

/// A check of a value that may be absent.
pub(crate) fn optional<T>(
    field: &'static str,
    value: &mut Option<T>,
    check: impl Fn(&'static str, &mut T) -> Result<(), MarketError>,
) -> Result<(), MarketError> {
    value.as_mut().map_or(Ok(()), |value| check(field, value))
}

/// A buyer never asks for more than the seller wants, else they would have traded.
pub(crate) fn uncrossed(
    field: &'static str,
    bid: Option<f64>,
    ask_field: &str,
    ask: Option<f64>,
) -> Result<(), MarketError> {
    match (bid, ask) {
        (Some(bid), Some(ask)) if bid > ask => {
            Err(MarketError::out_of_range(field, bid, format!("at most {ask_field} {ask}")))
        }
        _ => Ok(()),
    }
}
