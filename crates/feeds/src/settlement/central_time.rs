//! Central Time of the United States since 2007: daylight time from the second Sunday of March to the first of November,
//! changing at 02:00 (Energy Policy Act of 2005, section 110).

use hashinsight_units::Date;

/// A change of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hour {
    /// Hours to add for UTC.
    Offset(i64),
    /// An hour that the clock repeats: hours to add the first and the second time.
    Repeated(i64, i64),
    /// An hour that the clock skips.
    Skipped,
}

const STANDARD: i64 = 6;
const DAYLIGHT: i64 = 5;

/// The hour that begins at `hour` on this day.
pub(super) fn hour(date: Date, hour: i64) -> Hour {
    let (spring, autumn) = (nth_sunday(date.year(), 3, 2), nth_sunday(date.year(), 11, 1));
    let day = date.unix_day();
    match (Some(day) == spring, Some(day) == autumn) {
        (true, _) if hour == 2 => Hour::Skipped,
        (true, _) => Hour::Offset(if hour < 2 { STANDARD } else { DAYLIGHT }),
        (_, true) if hour == 1 => Hour::Repeated(DAYLIGHT, STANDARD),
        (_, true) => Hour::Offset(if hour < 1 { DAYLIGHT } else { STANDARD }),
        _ if spring.is_some_and(|spring| day > spring) && autumn.is_some_and(|autumn| day < autumn) => {
            Hour::Offset(DAYLIGHT)
        }
        _ => Hour::Offset(STANDARD),
    }
}

fn nth_sunday(year: i16, month: u8, nth: i64) -> Option<i64> {
    let first = Date::new(year, month, 1).ok()?.unix_day();
    let to_sunday = (3 - first).rem_euclid(7); // 1970-01-01, day 0, was a Thursday; day 3 a Sunday
    Some(first + to_sunday + 7 * (nth - 1))
}

#[cfg(test)]
mod tests {
    use super::{Hour, hour};

    #[test]
    fn the_clock_changes() {
        // Expected values: GNU date, TZ=America/Chicago.
        for (date, at, expected) in [
            ("2026-03-08", 1, Hour::Offset(6)),
            ("2026-03-08", 2, Hour::Skipped),
            ("2026-03-08", 3, Hour::Offset(5)),
            ("2026-07-01", 12, Hour::Offset(5)),
            ("2026-11-01", 0, Hour::Offset(5)),
            ("2026-11-01", 1, Hour::Repeated(5, 6)),
            ("2026-11-01", 2, Hour::Offset(6)),
            ("2024-11-03", 1, Hour::Repeated(5, 6)),
            ("2024-03-10", 2, Hour::Skipped),
            ("2026-12-25", 12, Hour::Offset(6)),
        ] {
            assert_eq!(hour(date.parse().unwrap(), at), expected, "{date} {at}");
        }
    }
}
