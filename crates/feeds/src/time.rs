//! Spans, and the order of events.

use hashinsight_units::{Error, Timestamp};

use crate::error::out_of_range;

pub(crate) const DAY_MS: i64 = 86_400_000;
/// Ten thousand years of 365 days: no instant of the family is further from another.
pub(crate) const LONGEST_MS: i64 = 10_000 * 365 * DAY_MS;

/// Events may share an instant.
pub(crate) fn not_before(last: Option<Timestamp>, time: Timestamp) -> Result<(), Error> {
    match last {
        Some(last) if time < last => {
            let allowed = format!("not before the event before it, {}", last.to_ms());
            Err(out_of_range("time_ms", time.to_ms(), allowed))
        }
        _ => Ok(()),
    }
}

/// Each event has an instant of its own.
pub(crate) fn after(what: &str, last: Option<Timestamp>, time: Timestamp) -> Result<(), Error> {
    match last {
        Some(last) if time <= last => {
            let allowed = format!("after the {what} before it, {}", last.to_ms());
            Err(out_of_range("time_ms", time.to_ms(), allowed))
        }
        _ => Ok(()),
    }
}
