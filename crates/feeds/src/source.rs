//! The names under which this crate publishes.

use hashinsight_market::{Instrument, MarketError, Source};
use hashinsight_units::Currency;

use crate::FeedError;

/// A name that is written in this crate: only a typing error could be refused, and tests read every one.
pub(crate) fn source(name: &'static str) -> Result<Source, FeedError> {
    name.parse().map_err(|error: MarketError| FeedError::market("")(error))
}

pub(crate) fn instrument(name: &str) -> Result<Instrument, FeedError> {
    name.parse().map_err(|error: MarketError| FeedError::market("")(error))
}

pub(crate) fn currency(path: &str, code: &str) -> Result<Currency, FeedError> {
    code.parse().map_err(FeedError::unit(path))
}
