//! What answers about a product have in common.

use hashinsight_market::{Instrument, Interval};
use hashinsight_units::{Currency, Error, Timestamp};

use crate::error::{out_of_range, unsupported};
use crate::iso;
use crate::payload::{Doubts, Window};
use crate::source::source;
use crate::venue::{Market, quoted};

const SOURCE: &str = "coinbase";

/// Of what an answer is: the name says the currency of the price too.
pub(super) fn venue(instrument: Instrument, quote_currency: Currency) -> Result<Market, Error> {
    let name = instrument.as_str();
    if !name.contains('-') || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return Err(unsupported("instrument", instrument, "the name of a product, like BTC-USD"));
    }
    let mut parts = name.split('-').skip(1);
    if let (Some(quote), None) = (parts.next(), parts.next()) {
        quoted(instrument, quote.eq_ignore_ascii_case(quote_currency.as_str()), quote_currency)?;
    }
    Ok(Market { source: source(SOURCE), instrument, quote_currency })
}

pub(super) fn instant(text: &str, path: &str, doubts: &mut Doubts) -> Result<Timestamp, Error> {
    doubts.live(path, iso::parse(path, text)?)
}

/// Refuses a window that ends before it begins or has more candles than one answer.
pub(super) fn check_count(
    start: Option<Timestamp>,
    end: Option<Timestamp>,
    interval: Interval,
    most: i64,
) -> Result<(), Error> {
    Window::check(start, end)?;
    let (Some(start), Some(end)) = (start, end) else { return Ok(()) };
    let candles = (end.to_ms() - start.to_ms()) / interval.to_ms();
    if candles > most {
        let latest = start.to_ms() + most * interval.to_ms();
        return Err(out_of_range("end_ms", end.to_ms(), format!("at most {most} candles after start_ms, {latest}")));
    }
    Ok(())
}
