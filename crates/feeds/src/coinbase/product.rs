//! What answers about a product have in common.

use hashinsight_market::{Instrument, Interval};
use hashinsight_units::{Currency, Error, Timestamp};

use crate::error::out_of_range;
use crate::iso;
use crate::payload::{Doubts, Window};
use crate::source::source;
use crate::venue::Market;

const SOURCE: &str = "coinbase";

pub(super) fn venue(instrument: Instrument, quote_currency: Currency) -> Market {
    Market { source: source(SOURCE), instrument, quote_currency }
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
