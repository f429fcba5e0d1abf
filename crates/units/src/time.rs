//! Heights, instants and spans.

use std::str::FromStr;

use crate::json::{Element, Node};
use crate::quantity::{integer_serde, quantity};
use crate::record::Reader;
use crate::{Date, Error, UtcOffset};

/// Height of a block: the genesis block has 0.
///
/// ```
/// use hashinsight_units::Height;
/// assert_eq!(Height::new(840_000).to_string(), "840000");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Height(u32);

impl Height {
    const CODE: &'static str = "height";
    const ALLOWED: &'static str = "a whole number from 0 to 4294967295";

    /// Every `u32` is a height.
    pub const fn new(height: u32) -> Self {
        Self(height)
    }

    /// The number of blocks below this one.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl std::fmt::Display for Height {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(&self.0, f)
    }
}

/// An instant: milliseconds since 1970-01-01T00:00:00 UTC, from 2009-01-03, the day of the genesis block, to the year 9999. (Block header
/// times are seconds and say so.)
///
/// Nothing in this family is older, and seconds that were taken for milliseconds lie in January 1970: they are refused with the question
/// whether seconds are meant. The last instant lies 18 hours, the widest [`UtcOffset`], inside the year 9999: so every instant has a [`Date`]
/// on every clock.
///
/// ```
/// use hashinsight_units::{Timestamp, UtcOffset};
/// let genesis = Timestamp::from_s(1_231_006_505)?;
/// assert_eq!(genesis.to_string(), "2009-01-03T18:15:05Z");
/// assert_eq!(genesis.date(UtcOffset::UTC).to_string(), "2009-01-03");
/// let seconds = Timestamp::from_ms(1_780_730_885).unwrap_err();
/// assert!(seconds.allowed().ends_with("; seconds?"));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    const CODE: &'static str = "timestamp";
    const ALLOWED: &'static str =
        "milliseconds since 1970 UTC, from 2009-01-03 to the year 9999 (1230940800000 to 253402235999999)";
    const TOO_EARLY: &'static str =
        "milliseconds since 1970 UTC, from 2009-01-03 to the year 9999 (1230940800000 to 253402235999999); seconds?";
    const ISO: &'static str = "ISO text with its offset, as 2026-06-06T07:28:05Z, in whole milliseconds";
    const ALLOWED_S: &'static str =
        "seconds since 1970 UTC, from 2009-01-03 to the year 9999 (1230940800 to 253402235999)";
    /// 2009-01-03T00:00:00 UTC.
    pub const MIN: Self = Self(1_230_940_800_000);
    /// 9999-12-31T05:59:59.999 UTC.
    pub const MAX: Self = Self(253_402_235_999_999);

    /// From Unix milliseconds.
    ///
    /// # Errors
    /// `out_of_range` before 2009-01-03 (seconds?) and after the year 9999.
    pub fn from_ms(ms: i64) -> Result<Self, Error> {
        if ms < Self::MIN.0 {
            return Err(Error::out_of_range(Self::CODE, ms, Self::TOO_EARLY));
        }
        if ms > Self::MAX.0 {
            return Err(Error::out_of_range(Self::CODE, ms, Self::ALLOWED));
        }
        Ok(Self(ms))
    }

    /// From Unix seconds, the unit of block headers.
    ///
    /// # Errors
    /// `out_of_range` before 2009-01-03 and after the year 9999.
    pub fn from_s(s: i64) -> Result<Self, Error> {
        let refused = || Error::out_of_range(Self::CODE, s, Self::ALLOWED_S);
        s.checked_mul(1000).and_then(|ms| Self::from_ms(ms).ok()).ok_or_else(refused)
    }

    /// Unix milliseconds.
    pub const fn to_ms(self) -> i64 {
        self.0
    }

    /// Unix seconds, rounded down.
    pub const fn to_s(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// The civil day of this instant on a clock with that offset from UTC.
    pub fn date(self, offset: UtcOffset) -> Date {
        Date::civil((self.0 + offset.to_ms()).div_euclid(86_400_000))
    }
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let in_day = self.0.rem_euclid(86_400_000);
        let (s, ms) = (in_day / 1000, in_day % 1000);
        write!(f, "{}T{:02}:{:02}:{:02}", self.date(UtcOffset::UTC), s / 3600, s / 60 % 60, s % 60)?;
        if ms != 0 {
            write!(f, ".{ms:03}")?;
        }
        f.write_str("Z")
    }
}

integer_serde!(Height, u32, |height| Ok(Self::new(height)));
integer_serde!(Timestamp, i64, Self::from_ms, read_instant);

/// Milliseconds, or ISO text with its offset.
fn read_instant(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Timestamp> {
    if let Element::Text(text) = node.element() {
        return match iso_ms(&text) {
            Some(ms) => reader.checked(Timestamp::from_ms(ms)),
            None => reader.wrong_type(node, read_form()),
        };
    }
    let wide = reader.integer(node, read_form)?;
    let narrow = i64::try_from(wide).map_err(|_| Error::out_of_range(Timestamp::CODE, wide, Timestamp::ALLOWED));
    reader.checked(narrow.and_then(Timestamp::from_ms))
}

fn read_form() -> String {
    format!("{}, or {}", Timestamp::ALLOWED, Timestamp::ISO)
}

/// ISO 8601 with an offset: `2026-06-06T07:28:05Z`, `2026-06-06T09:28:05.250+02:00`. Without an offset a time says no instant.
///
/// ```
/// use hashinsight_units::Timestamp;
/// let berlin: Timestamp = "2026-06-06T09:28:05+02:00".parse()?;
/// assert_eq!(berlin.to_string(), "2026-06-06T07:28:05Z");
/// assert!("2026-06-06T09:28:05".parse::<Timestamp>().is_err());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
impl FromStr for Timestamp {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let ms = iso_ms(text).ok_or_else(|| Error::unknown(Self::CODE, text, Self::ISO))?;
        Self::from_ms(ms)
    }
}

fn iso_ms(text: &str) -> Option<i64> {
    let (date, time) = text.split_at_checked(10)?;
    let time = time.strip_prefix(['T', 't', ' '])?;
    let at = time.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = time.split_at(at);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    // Digits beyond milliseconds would be lost.
    let thousandths = fraction.get(..3.min(fraction.len()))?;
    if fraction.is_empty() || fraction.bytes().skip(3).any(|digit| digit != b'0') {
        return None;
    }
    let ms = digits(thousandths)? * [100, 10, 1][thousandths.len() - 1];
    let (hours, minutes, seconds) = match clock.split(':').collect::<Vec<_>>()[..] {
        [hours, minutes] => (two(hours, 23)?, two(minutes, 59)?, 0),
        [hours, minutes, seconds] => (two(hours, 23)?, two(minutes, 59)?, two(seconds, 59)?),
        _ => return None,
    };
    let offset = match zone.split_at(1) {
        ("Z" | "z", "") => 0,
        (sign @ ("+" | "-"), zone) => {
            let (hours, minutes) = zone.split_once(':').or_else(|| zone.split_at_checked(2))?;
            let minutes = two(hours, 18)? * 60 + if minutes.is_empty() { 0 } else { two(minutes, 59)? };
            if sign == "-" { -minutes } else { minutes }
        }
        _ => return None,
    };
    let day = date.parse::<Date>().ok()?.unix_day();
    Some(day * 86_400_000 + ((hours * 60 + minutes - offset) * 60 + seconds) * 1000 + ms)
}

fn two(text: &str, most: i64) -> Option<i64> {
    digits(text).filter(|value| text.len() == 2 && *value <= most)
}

fn digits(text: &str) -> Option<i64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

quantity! {
    /// A span in days of 86,400 s: above 0, at most 1e6 (2,700 years).
    Days, "days", stored in "d", 0.0..=1e6, above 0.0,
    allowed "above 0, at most 1e6 days", written "a number and s, h or d",
    symbols ["d": 1.0 / 1.0, "h": 1.0 / 24.0, "s": 1.0 / 86_400.0]
}

quantity! {
    /// A span in seconds: above 0, at most 1e11 (3,000 years).
    Seconds, "seconds", stored in "s", 0.0..=1e11, above 0.0,
    allowed "above 0, at most 1e11 s", written "a number and s, min, h or d",
    symbols ["s": 1.0 / 1.0, "min": 60.0 / 1.0, "h": 3_600.0 / 1.0, "d": 86_400.0 / 1.0]
}

impl From<Days> for Seconds {
    fn from(days: Days) -> Self {
        Self(days.get() * 86_400.0) // at most 8.64e10: in range
    }
}
