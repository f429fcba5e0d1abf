//! Spans in hours.

use hashinsight_units::{Error, Timestamp};

use super::HOUR_MS;
use crate::error;

/// Twenty years of 365.25 days.
const MAX_HOURS: u32 = 175_320;

/// A span that can be planned and billed: 1 hour to 20 years.
pub(crate) fn check_hours(hours: usize) -> Result<u32, Error> {
    let fits = u32::try_from(hours).ok().filter(|hours| (1..=MAX_HOURS).contains(hours));
    fits.ok_or_else(|| error::out_of_range("hours", "", hours, "1 to 175320 hours (20 years)"))
}

/// The beginning of an hour of the span.
pub(super) fn hour_at(start: Timestamp, hour: u32) -> Result<Timestamp, Error> {
    Timestamp::from_ms(start.to_ms() + i64::from(hour) * HOUR_MS).map_err(|error| error.at("start_ms"))
}
