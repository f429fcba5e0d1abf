//! Times as text: ISO 8601 as CoinWarz and Coinbase write it.

use hashinsight_units::{Date, Error, FieldPath, Problem};

use crate::error::refuse;

/// `2026-06-06T07:28:05.1234567Z` as Unix milliseconds; a time without zone is UTC, digits beyond milliseconds are
/// dropped.
pub(crate) fn parse(path: &str, text: &str) -> Result<i64, Error> {
    parse_at(|| path.into(), text)
}

/// [`parse`], with a path that is made only where it is needed: a file can have thousands of rows.
pub(crate) fn parse_at(path: impl FnOnce() -> FieldPath, text: &str) -> Result<i64, Error> {
    let allowed = "a time like 2026-06-06T07:28:05.123Z, in UTC";
    read(text).ok_or_else(|| refuse(Problem::Unknown, path(), text, allowed))
}

fn read(text: &str) -> Option<i64> {
    let text = text.strip_suffix('Z').or_else(|| text.strip_suffix("+00:00")).unwrap_or(text);
    let (date, time) = text.split_at_checked(10)?;
    let day = date.parse::<Date>().ok()?.unix_day();
    let (clock, fraction) = time.strip_prefix(['T', ' '])?.split_at_checked(8)?;
    let digits = |text: &str| {
        if text.bytes().all(|b| b.is_ascii_digit()) { text.parse::<i64>().ok() } else { None }
    };
    let [hours, minutes, seconds] = [clock.get(0..2)?, clock.get(3..5)?, clock.get(6..8)?].map(digits);
    let (hours, minutes, seconds) = (hours?, minutes?, seconds?);
    let shaped = clock.as_bytes()[2] == b':' && clock.as_bytes()[5] == b':';
    if !shaped || hours > 23 || minutes > 59 || seconds > 60 {
        return None;
    }
    let ms = match fraction.strip_prefix('.') {
        None if fraction.is_empty() => 0,
        None => return None,
        Some(fraction) if fraction.is_empty() || digits(fraction.get(..1)?).is_none() => return None,
        Some(fraction) => {
            if !fraction.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            digits(&format!("{fraction:0<3}")[..3])?
        }
    };
    Some((day * 86_400 + hours * 3600 + minutes * 60 + seconds) * 1000 + ms)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn iso_times() {
        // Expected values: GNU date -u -d TEXT +%s
        assert_eq!(read("2026-06-06T07:28:05.0000000"), Some(1_780_730_885_000));
        assert_eq!(read("2026-06-06T07:28:05.12Z"), Some(1_780_730_885_120));
        assert_eq!(read("2024-02-29T23:59:59.999999999Z"), Some(1_709_251_199_999));
        assert_eq!(read("1970-01-01 00:00:00+00:00"), Some(0));
        for bad in [
            "",
            "2026-06-06",
            "2026-06-06T7:28:05Z",
            "2026-06-06T24:00:00Z",
            "2026-06-06T07:28:05.Z",
            "2026-06-06T07:28:05+02:00",
            "2026-06-06T07:28:0é",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
