//! The header `Retry-After`: seconds, or an instant as HTTP writes it.

use hashinsight_units::{Date, Error, Problem, Timestamp};

use crate::error::parameter;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The wait in milliseconds from `now` on: `120`, or `Sat, 06 Jun 2026 07:30:05 GMT` (RFC 9110, sections 5.6.7 and
/// 10.2.3). An instant that has passed is no wait.
pub(crate) fn read(text: &str, now: Timestamp) -> Result<i64, Error> {
    let text = text.trim();
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let wait = if digits {
        text.parse::<i64>().ok().and_then(|s| s.checked_mul(1000))
    } else {
        instant(text).map(|ms| (ms - now.to_ms()).max(0))
    };
    let longest = Timestamp::MAX.to_ms() - now.to_ms();
    wait.filter(|wait| *wait <= longest).ok_or_else(|| {
        let allowed = "seconds, as 120, or an instant, as Sat, 06 Jun 2026 07:30:05 GMT";
        parameter("retry_after", Problem::Unknown, crate::error::excerpt(text), allowed)
    })
}

fn instant(text: &str) -> Option<i64> {
    let (_, text) = text.split_once(", ")?;
    let mut parts = text.strip_suffix(" GMT")?.split(' ');
    let (day, month, year, clock) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let date = Date::new(year.parse().ok()?, u8::try_from(month).ok()?, day.parse().ok()?).ok()?;
    let mut clock = clock.split(':').map(|part| part.parse::<i64>().ok().filter(|part| (0..=60).contains(part)));
    let (hours, minutes, seconds) = (clock.next()??, clock.next()??, clock.next()??);
    let whole = parts.next().is_none() && clock.next().is_none() && hours < 24 && minutes < 60;
    whole.then(|| (date.unix_day() * 86_400 + hours * 3600 + minutes * 60 + seconds) * 1000)
}

#[cfg(test)]
mod tests {
    use super::read;
    use hashinsight_units::Timestamp;

    #[test]
    fn waits() {
        let now = Timestamp::from_s(1_780_730_885).unwrap(); // 2026-06-06T07:28:05Z
        for (text, ms) in [
            ("0", 0),
            (" 259200 ", 259_200_000),
            ("Sat, 06 Jun 2026 07:30:05 GMT", 120_000),
            ("Sat, 06 Jun 2026 07:00:00 GMT", 0),
        ] {
            assert_eq!(read(text, now).unwrap(), ms, "{text}");
        }
        for bad in
            ["", "-1", "soon", "1.5", "99999999999999999999", "Sat, 06 Jux 2026 07:30:05 GMT", "Sat, 06 Jun 2026"]
        {
            assert_eq!(read(bad, now).unwrap_err().code(), "feeds.retry_after.unknown", "{bad}");
        }
    }
}
