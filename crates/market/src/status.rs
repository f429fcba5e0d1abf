//! Whether an observation can still be relied on.

use hashinsight_units::{Error, Record, Timestamp};

use crate::refuse::out_of_range;

/// Whether a value counts. One that is absent or too old has weight 0 in any decision; a stand-in is never made up.
///
/// ```
/// use hashinsight_market::Status;
/// use hashinsight_units::Timestamp;
///
/// let seen = Timestamp::from_ms(1_713_571_200_000)?;
/// let now = Timestamp::from_ms(1_713_571_290_000)?;
/// assert_eq!(Status::of(Some(seen), now, 120_000)?, Status::Fresh);
/// assert_eq!(Status::of(Some(seen), now, 60_000)?, Status::Stale { age_ms: 90_000 });
/// assert_eq!(Status::of(None, now, 60_000)?, Status::NoData);
/// assert!(Status::of(Some(now), seen, 60_000).is_err()); // nothing is known before it happens
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Status {
    /// Young enough.
    Fresh,
    /// Older than the caller's limit.
    Stale {
        /// Age of the observation, in milliseconds.
        #[record(example = 90_000)]
        age_ms: i64,
    },
    /// Never seen.
    NoData,
}

impl Status {
    /// The status at `now` of something last observed at `last`, which may be at most `max_age_ms` old.
    ///
    /// # Errors
    /// `market.time_ms.out_of_range` where `last` lies after `now`, `market.max_age_ms.out_of_range` where `max_age_ms` is negative.
    pub fn of(last: Option<Timestamp>, now: Timestamp, max_age_ms: i64) -> Result<Self, Error> {
        if max_age_ms < 0 {
            return Err(out_of_range("max_age_ms", max_age_ms, "at least 0"));
        }
        let Some(last) = last else { return Ok(Self::NoData) };
        let age_ms = now.to_ms() - last.to_ms(); // both within years 1 to 9999: no overflow
        if age_ms < 0 {
            return Err(out_of_range("time_ms", last.to_ms(), format!("at most now, {}", now.to_ms())));
        }
        Ok(if age_ms <= max_age_ms { Self::Fresh } else { Self::Stale { age_ms } })
    }

    /// Whether the observation counts.
    pub const fn is_fresh(self) -> bool {
        matches!(self, Self::Fresh)
    }
}
