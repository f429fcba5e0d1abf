//! The header `Retry-After`: seconds, or an instant as HTTP writes it.

use hashinsight_units::{Date, Timestamp};

/// What a header must be.
pub(crate) const FORMS: &str = "seconds, as 120, or an instant, as Sat, 06 Jun 2026 07:30:05 GMT";

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The wait in milliseconds from `now` on: `120`, or `Sat, 06 Jun 2026 07:30:05 GMT` (RFC 9110, sections 5.6.7 and
/// 10.2.3). An instant that has passed is no wait; what is neither is `None`.
pub(crate) fn read(text: &str, now: Timestamp) -> Option<i64> {
    let text = text.trim();
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let wait = if digits {
        text.parse::<i64>().ok().and_then(|s| s.checked_mul(1000))
    } else {
        instant(text, now).map(|ms| (ms - now.to_ms()).max(0))
    };
    let longest = Timestamp::MAX.to_ms() - now.to_ms();
    wait.filter(|wait| *wait <= longest)
}

/// The three forms that a recipient must accept: `Sat, 06 Jun 2026 07:30:05 GMT`, of RFC 850 `Saturday, 06-Jun-26 07:30:05
/// GMT`, and of C's asctime `Sat Jun  6 07:30:05 2026`.
fn instant(text: &str, now: Timestamp) -> Option<i64> {
    let Some((_, date)) = text.split_once(", ") else {
        let [_, month, day, clock, year] = words(text)?;
        return moment(year.parse().ok()?, month, day, clock);
    };
    if let Some([date, clock, "GMT"]) = words(date) {
        let [day, month, year] = split(date, '-')?;
        return moment(century(year, now)?, month, day, clock);
    }
    let [day, month, year, clock, "GMT"] = words(date)? else { return None };
    moment(year.parse().ok()?, month, day, clock)
}

/// The year of two digits that is less than 50 years ahead (RFC 9110, section 5.6.7).
fn century(text: &str, now: Timestamp) -> Option<i16> {
    let year: i16 = text.parse().ok().filter(|year| text.len() == 2 && *year >= 0)?;
    let this = Date::from_unix_day(now.to_ms().div_euclid(86_400_000)).ok()?.year();
    let year = this - this.rem_euclid(100) + year;
    Some(if year > this + 50 { year - 100 } else { year })
}

fn moment(year: i16, month: &str, day: &str, clock: &str) -> Option<i64> {
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let date = Date::new(year, u8::try_from(month).ok()?, day.parse().ok()?).ok()?;
    let number = |part: &str, most: i64| part.parse::<i64>().ok().filter(|part| (0..=most).contains(part));
    let [hours, minutes, seconds] = split(clock, ':')?;
    let (hours, minutes, seconds) = (number(hours, 23)?, number(minutes, 59)?, number(seconds, 60)?);
    Some((date.unix_day() * 86_400 + hours * 3600 + minutes * 60 + seconds) * 1000)
}

/// The words of a text, if there are so many.
fn words<const N: usize>(text: &str) -> Option<[&str; N]> {
    text.split_ascii_whitespace().collect::<Vec<_>>().try_into().ok()
}

/// The parts of a text, if there are so many.
fn split<const N: usize>(text: &str, at: char) -> Option<[&str; N]> {
    text.split(at).collect::<Vec<_>>().try_into().ok()
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
            ("Saturday, 06-Jun-26 07:30:05 GMT", 120_000),
            ("Sat Jun  6 07:30:05 2026", 120_000),
            ("Sunday, 06-Nov-94 08:49:37 GMT", 0), // 1994, as RFC 9110 has it, and not 2094
            ("Sun Nov  6 08:49:37 1994", 0),
        ] {
            assert_eq!(read(text, now), Some(ms), "{text}");
        }
        for bad in [
            "",
            "-1",
            "soon",
            "1.5",
            "99999999999999999999",
            "Sat, 06 Jux 2026 07:30:05 GMT",
            "Sat, 06 Jun 2026",
            "Sat, 06 Jun 2026 07:30:05 CET",
            "Sat, 06-06-26 07:30:05 GMT",
            "Sat Jun 6 24:00:00 2026",
        ] {
            assert_eq!(read(bad, now), None, "{bad}");
        }
    }
}
