//! What came from an upstream, and what a parser makes of it.

use hashinsight_units::{Error, FieldPath, Problem, Record, Timestamp};

use crate::error::{in_body, refuse};
use crate::time::DAY_MS;

/// How far a clock may run ahead of ours before it is worth a word.
const SKEW_MS: i64 = 300_000;

/// The bytes of one answer, and when they came.
///
/// The time stamps what has no time of its own, decides which candle is still forming, and refuses data from the
/// future.
///
/// ```
/// use hashinsight_feeds::{Endpoint, Payload, blockchain_info};
/// use hashinsight_units::Timestamp;
/// let payload = Payload::new(b"932513615580.6332", Timestamp::from_s(1_780_730_885)?);
/// assert!(blockchain_info::Query::Hashrate.parse(&payload).is_ok());
/// let tight = payload.with_max_bytes(10);
/// let error = blockchain_info::Query::Hashrate.parse(&tight).unwrap_err();
/// assert_eq!((error.fault().code(), error.fault().value()), ("feeds.body.length", "17"));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Payload<'a> {
    pub(crate) body: &'a [u8],
    pub(crate) received_ms: Timestamp,
    pub(crate) max_bytes: usize,
}

impl<'a> Payload<'a> {
    /// 1 MiB, above what any endpoint of this crate answers to its usual question.
    pub const DEFAULT_MAX_BYTES: usize = 1 << 20;

    /// Bytes as they came, headers stripped and content decoded, with the default limit.
    pub const fn new(body: &'a [u8], received_ms: Timestamp) -> Self {
        Self { body, received_ms, max_bytes: Self::DEFAULT_MAX_BYTES }
    }

    /// The same with another limit.
    #[must_use]
    pub const fn with_max_bytes(self, max_bytes: usize) -> Self {
        Self { max_bytes, ..self }
    }
}

/// Market data out of a payload, and what is odd about it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parsed<T> {
    /// The data. Everything in it is possible.
    pub data: T,
    /// What is possible and yet hard to believe, or was left out; empty as a rule.
    pub suspicious: Vec<Suspicion>,
}

/// One oddity of a payload: implausible, contradictory, or left out.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Suspicion {
    /// Path of the value in the payload.
    pub path: String,
    /// Value as received.
    pub value: String,
    /// Description of the values that would have been believed.
    pub expected: String,
}

/// What a parser notes down on its way.
#[derive(Debug)]
pub(crate) struct Doubts {
    received_ms: i64,
    list: Vec<Suspicion>,
    /// How many more there are than are listed.
    more: usize,
}

impl Doubts {
    /// As many are listed; the rest is counted.
    const MOST: usize = 16;

    pub(crate) const fn new(payload: &Payload<'_>) -> Self {
        Self { received_ms: payload.received_ms.to_ms(), list: Vec::new(), more: 0 }
    }

    pub(crate) fn note(
        &mut self,
        path: impl Into<FieldPath>,
        value: impl std::fmt::Display,
        expected: impl Into<String>,
    ) {
        if self.list.len() < Self::MOST {
            let value = crate::error::excerpt(&value.to_string());
            self.list.push(Suspicion { path: path.into().to_string(), value, expected: expected.into() });
        } else {
            self.more += 1;
        }
    }

    /// Notes a value outside the range in which it has been for years.
    pub(crate) fn range(&mut self, path: &str, value: f64, low: f64, high: f64, unit: &str) {
        if !(low..=high).contains(&value) {
            self.note(path, value, format!("{low:e} to {high:e}{unit}"));
        }
    }

    pub(crate) fn done<T>(mut self, data: T) -> Parsed<T> {
        if self.more > 0 {
            let expected = format!("at most {} oddities; as many more are not listed", Self::MOST);
            self.list.push(Suspicion { path: String::new(), value: self.more.to_string(), expected });
        }
        Parsed { data, suspicious: self.list }
    }

    /// An instant of the past: more than a day ahead of the clock is an error, more than five minutes a suspicion.
    pub(crate) fn past(&mut self, path: impl Into<FieldPath>, ms: i64) -> Result<Timestamp, Error> {
        self.past_at(ms, || path.into())
    }

    /// [`past`](Self::past), with a path that is made only where it is needed: a payload can have a thousand rows.
    #[inline]
    pub(crate) fn past_at(&mut self, ms: i64, path: impl FnOnce() -> FieldPath) -> Result<Timestamp, Error> {
        let ahead = ms.saturating_sub(self.received_ms);
        if ahead > DAY_MS {
            let allowed = format!("at most a day after it was received, {}", self.received_ms);
            return Err(refuse(Problem::OutOfRange, path(), ms, allowed));
        }
        if ahead > SKEW_MS {
            let path = path();
            self.note(path.clone(), ms, format!("not after it was received, {}", self.received_ms));
            return Timestamp::from_ms(ms).map_err(in_body(path));
        }
        Timestamp::from_ms(ms).map_err(|error| in_body(path())(error))
    }

    /// [`past`](Self::past), given in seconds.
    pub(crate) fn past_s(&mut self, path: impl Into<FieldPath>, s: i64) -> Result<Timestamp, Error> {
        match Timestamp::from_s(s) {
            Err(error) if s < Timestamp::MIN.to_s() => Err(in_body(path)(error)),
            _ => self.past(path, s.saturating_mul(1000)),
        }
    }
}

/// Instants that some endpoints say in seconds and others in milliseconds: what exceeds 10^11 s would lie after the
/// year 5138.
pub(crate) const fn ms_by_magnitude(number: i64) -> i64 {
    if number.unsigned_abs() > 100_000_000_000 { number } else { number * 1000 }
}
