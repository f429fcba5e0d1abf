//! Civil dates in a time zone: the day on which a purchase or a sale counts.

use hashinsight_units::{Date, Error, Fault, Problem, Record, Timestamp, UtcOffset};

/// A time zone as a list of the offsets that its clocks have had, which the caller takes from a time zone database.
///
/// ```
/// use hashinsight_treasury::ledger::{ClockChange, Zone};
/// use hashinsight_units::{Timestamp, UtcOffset};
/// let summer = ClockChange::new(Timestamp::from_s(1_711_846_800)?, UtcOffset::from_minutes(60)?); // 2024-03-31T01:00:00Z
/// let london = Zone::new("Europe/London".to_owned(), UtcOffset::UTC).changes(vec![summer]);
/// let evening = Timestamp::from_s(1_719_788_400)?; // 2024-06-30T23:00:00Z
/// assert_eq!(london.date(evening).to_string(), "2024-07-01");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Zone {
    /// Name of the time zone, as in the IANA database.
    #[record(example = "Europe/London")]
    pub name: String,
    /// Offset before the first change, in minutes east of UTC: a name is no offset.
    #[record(example = 0)]
    pub utc_offset_min: UtcOffset,
    /// Changes of the offset, oldest first. Empty: the offset never changes.
    #[record(default = Vec::new())]
    pub changes: Vec<ClockChange>,
}

/// A change of a zone's offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct ClockChange {
    /// Instant of the change, in Unix milliseconds UTC.
    #[record(example = 1_711_846_800_000)]
    pub time_ms: Timestamp,
    /// Offset from then on, in minutes east of UTC.
    #[record(example = 60)]
    pub utc_offset_min: UtcOffset,
}

impl Zone {
    /// UTC itself.
    pub fn utc() -> Self {
        Self::new("UTC".to_owned(), UtcOffset::UTC)
    }

    /// The civil day of an instant.
    pub fn date(&self, time: Timestamp) -> Date {
        let before = self.changes.partition_point(|change| change.time_ms <= time);
        let offset = before.checked_sub(1).map_or(self.utc_offset_min, |last| self.changes[last].utc_offset_min);
        time.date(offset)
    }

    pub(super) fn check(&self) -> Result<(), Error> {
        match self.changes.windows(2).position(|pair| pair[0].time_ms >= pair[1].time_ms) {
            None => Ok(()),
            Some(before) => {
                let fault =
                    Fault::new("treasury.time_ms", Problem::OutOfRange).got(self.changes[before + 1].time_ms.to_ms());
                let fault =
                    fault.allowed(format!("above {}, the change before it", self.changes[before].time_ms.to_ms()));
                Err(fault.at(format!("changes[{}].time_ms", before + 1)).into())
            }
        }
    }
}
