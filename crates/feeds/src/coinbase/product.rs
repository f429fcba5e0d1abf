//! What answers about a product have in common.

use hashinsight_market::Instrument;
use hashinsight_units::{Currency, Error, Problem, Timestamp};

use crate::error::refuse;
use crate::iso;
use crate::payload::Doubts;
use crate::read::Maybe;
use crate::source::source;
use crate::venue::Market;

const SOURCE: &str = "coinbase";

pub(super) fn venue(instrument: Instrument, quote_currency: Currency) -> Market {
    Market { source: source(SOURCE), instrument, quote_currency }
}

pub(super) fn instant(text: &str, path: &str, doubts: &mut Doubts) -> Result<Timestamp, Error> {
    doubts.past(path, iso::parse(path, text)?)
}

pub(super) fn not_negative(path: &'static str, number: Maybe) -> Result<Option<f64>, Error> {
    match number.0 {
        Some(value) if value < 0.0 => Err(refuse(Problem::OutOfRange, path, value, "at least 0")),
        other => Ok(other),
    }
}
