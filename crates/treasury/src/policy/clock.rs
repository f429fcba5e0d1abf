//! Spans between decisions, in whole milliseconds.

use hashinsight_units::{Days, MS_PER_DAY, Timestamp};

/// A span in milliseconds, to the nearest.
#[expect(clippy::cast_possible_truncation, reason = "at most 1e6 days: far inside an i64")]
pub(crate) const fn span_ms(days: Days) -> i64 {
    (days.get() * MS_PER_DAY as f64).round_ties_even() as i64
}

/// Whether so many days have passed since an instant; if there was none, they have.
pub(super) fn has_passed(last: Option<Timestamp>, days: Days, now: Timestamp) -> bool {
    last.is_none_or(|last| now.to_ms() - last.to_ms() >= span_ms(days))
}

/// The instant so many days later, unless that is beyond the year 9999.
pub(super) fn later(time: Timestamp, days: Days) -> Option<Timestamp> {
    Timestamp::from_ms(time.to_ms() + span_ms(days)).ok()
}
