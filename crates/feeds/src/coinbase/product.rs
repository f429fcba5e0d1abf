//! What answers about a product have in common.

use hashinsight_market::Instrument;
use hashinsight_units::{Currency, Timestamp};

use crate::error::{FeedError, PayloadProblem};
use crate::iso;
use crate::payload::Doubts;
use crate::read::Maybe;
use crate::source::source;
use crate::venue::Market;

const SOURCE: &str = "coinbase";

pub(super) fn venue(instrument: Instrument, quote_currency: Currency) -> Result<Market, FeedError> {
    Ok(Market { source: source(SOURCE)?, instrument, quote_currency })
}

pub(super) fn instant(text: &str, path: &str, doubts: &mut Doubts) -> Result<Timestamp, FeedError> {
    doubts.past(path, iso::parse(path, text)?)
}

pub(super) fn not_negative(path: &'static str, number: Maybe) -> Result<Option<f64>, FeedError> {
    match number.0 {
        Some(value) if value < 0.0 => Err(FeedError::payload(PayloadProblem::OutOfRange, path, value, "at least 0")),
        other => Ok(other),
    }
}
