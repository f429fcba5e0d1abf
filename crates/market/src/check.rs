//! The ranges that fields share. Each check makes `-0.0` into `0.0`.

use hashinsight_units::json::Told;
use hashinsight_units::{AssetPrice, Error, Problem, Timestamp, Volatility};

use crate::refuse::{out_of_range, refuse};

fn number(field: &str, value: &mut f64, in_range: impl Fn(f64) -> bool, allowed: &str) -> Result<(), Error> {
    if !value.is_finite() {
        return Err(refuse(field, Problem::NotFinite, *value, allowed));
    }
    if !in_range(*value) {
        return Err(out_of_range(field, *value, allowed));
    }
    *value += 0.0;
    Ok(())
}

/// A price of something that trades. The ends leave room for sums, products and quotients of prices and sizes.
pub(crate) fn price(field: &str, value: &mut f64) -> Result<(), Error> {
    number(field, value, |v| (AssetPrice::MIN.get()..=AssetPrice::MAX.get()).contains(&v), "1e-18 to 1e18")
}

/// A number of any size and sign.
pub(crate) fn finite(field: &str, value: &mut f64) -> Result<(), Error> {
    number(field, value, |_| true, "any finite number")
}

/// A number of coins, contracts or currency units that may be nothing.
pub(crate) fn amount(field: &str, value: &mut f64) -> Result<(), Error> {
    number(field, value, |v| (0.0..=1e24).contains(&v), "0 to 1e24")
}

/// A size that is offered: a level of nothing is no level.
pub(crate) fn size(field: &str, value: &mut f64) -> Result<(), Error> {
    number(field, value, |v| (1e-24..=1e24).contains(&v), "1e-24 to 1e24")
}

/// A fraction that may be negative.
pub(crate) fn signed_fraction(field: &str, value: &mut f64) -> Result<(), Error> {
    number(field, value, |v| (-1.0..=1.0).contains(&v), "-1 to 1 (a fraction, not percent)")
}

/// An implied volatility: what pricing takes.
pub(crate) fn volatility(field: &str, value: &mut f64) -> Result<(), Error> {
    let allowed = "0, or 1e-9 to 20 (a fraction per square root of a year, not percent)";
    number(field, value, |v| Volatility::new(v).is_ok(), allowed)
}

/// A time in a block header: no block is older than the chain.
pub(crate) fn header_time(field: &str, time_s: u32) -> Result<(), Error> {
    let first_s = Timestamp::MIN.to_s();
    if i64::from(time_s) < first_s {
        return Err(out_of_range(field, time_s, format!("seconds since 1970 UTC, from 2009-01-03 on ({first_s})")));
    }
    Ok(())
}

/// A maintenance margin rate.
pub(crate) fn margin_rate(field: &str, value: &mut f64) -> Result<(), Error> {
    number(field, value, |v| v > 0.0 && v <= 1.0, "above 0, at most 1 (a fraction, not percent)")
}

/// A leverage.
pub(crate) fn leverage(field: &str, value: &mut f64) -> Result<(), Error> {
    number(field, value, |v| (1.0..=10_000.0).contains(&v), "1 to 10000")
}

/// A check of a value that may be absent.
pub(crate) fn optional<T>(
    field: &str,
    value: &mut Option<T>,
    check: impl Fn(&str, &mut T) -> Result<(), Error>,
) -> Result<(), Error> {
    value.as_mut().map_or(Ok(()), |value| check(field, value))
}

/// A buyer never asks for more than the seller wants, else they would have traded.
pub(crate) fn uncrossed(field: &str, bid: Option<f64>, ask_field: &str, ask: Option<f64>) -> Result<(), Error> {
    match (bid, ask) {
        (Some(bid), Some(ask)) if bid > ask => {
            Err(out_of_range(field, bid, format!("at most {ask_field} {}", Told(ask))))
        }
        _ => Ok(()),
    }
}
