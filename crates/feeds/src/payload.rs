//! What came from an upstream, and what a parser makes of it.

use hashinsight_units::{Error, FieldPath, Problem, Record, Timestamp};

use crate::error::{in_body, out_of_range, refuse};
use crate::retry_after;
use crate::time::DAY_MS;

/// How far a clock may run ahead of ours before it is worth a word.
const SKEW_MS: i64 = 300_000;
/// How old an answer about now may be: markets that hardly trade say the time of their last trade.
const LIVE_MS: i64 = 20 * 3_600_000;

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
    pub(crate) status: Option<u16>,
    pub(crate) retry_after: Option<&'a str>,
}

impl<'a> Payload<'a> {
    /// 1 MiB, above what any endpoint of this crate answers to its usual question.
    pub const DEFAULT_MAX_BYTES: usize = 1 << 20;

    /// Bytes as they came, headers stripped and content decoded, with the default limit. A byte order mark before them is passed over
    /// (RFC 8259, section 8.1).
    pub const fn new(body: &'a [u8], received_ms: Timestamp) -> Self {
        let body = match body {
            [0xEF, 0xBB, 0xBF, body @ ..] => body,
            _ => body,
        };
        Self { body, received_ms, max_bytes: Self::DEFAULT_MAX_BYTES, status: None, retry_after: None }
    }

    /// The same with another limit.
    #[must_use]
    pub const fn with_max_bytes(self, max_bytes: usize) -> Self {
        Self { max_bytes, ..self }
    }

    /// The same with the HTTP status that came with it: with another than that of success there is no data, whatever the body
    /// says, and one outside 100 to 599 is a fault of the server (RFC 9110, section 15).
    ///
    /// ```
    /// use hashinsight_feeds::{Endpoint, FeedError, Payload, RefusalKind, mempool_space};
    /// use hashinsight_units::Timestamp;
    /// let payload = Payload::new(b"<html></html>", Timestamp::from_s(1_780_730_885)?).with_status(429);
    /// let payload = payload.with_retry_after("120");
    /// let error = mempool_space::Prices.parse(&payload).unwrap_err();
    /// let FeedError::Refused { kind, retry_after_ms, .. } = error else { panic!("{error}") };
    /// assert_eq!((kind, retry_after_ms), (RefusalKind::RateLimited, Some(120_000)));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    #[must_use]
    pub const fn with_status(self, status: u16) -> Self {
        Self { status: Some(status), ..self }
    }

    /// The same with the header `Retry-After` that came with it: seconds, or an instant as HTTP writes it (RFC 9110). One that is
    /// neither is told beside what the answer says.
    #[must_use]
    pub const fn with_retry_after(self, text: &'a str) -> Self {
        Self { retry_after: Some(text), ..self }
    }

    /// The wait that the header asks for.
    pub(crate) fn retry_after_ms(&self) -> Option<i64> {
        self.retry_after.and_then(|text| retry_after::read(text, self.received_ms))
    }

    /// What of status and header cannot be read.
    pub(crate) fn unread(&self) -> Vec<Suspicion> {
        let status = self.status.filter(|status| !(100..600).contains(status));
        let status = status.map(|status| ("status", status.to_string(), "an HTTP status, 100 to 599"));
        let wait = self.retry_after.filter(|_| self.retry_after_ms().is_none());
        let wait = wait.map(|text| ("retry_after", crate::error::excerpt(text), retry_after::FORMS));
        let told = |(path, value, expected): (&str, String, &str)| Suspicion {
            path: path.to_owned(),
            value,
            expected: expected.to_owned(),
        };
        status.into_iter().chain(wait).map(told).collect()
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
    kinds: Vec<KindOfDoubt>,
}

/// Oddities of one kind: in rows of one list, with the same expectation.
#[derive(Debug)]
struct KindOfDoubt {
    /// Path without the numbers of rows.
    path: String,
    /// First word of what was expected.
    expected: String,
    count: usize,
}

impl Doubts {
    /// As many of one kind are listed; all are counted.
    const MOST: usize = 64;

    pub(crate) const fn new(payload: &Payload<'_>) -> Self {
        Self { received_ms: payload.received_ms.to_ms(), list: Vec::new(), kinds: Vec::new() }
    }

    /// When the answer came, in Unix milliseconds.
    pub(crate) const fn received_ms(&self) -> i64 {
        self.received_ms
    }

    pub(crate) fn note(
        &mut self,
        path: impl Into<FieldPath>,
        value: impl std::fmt::Display,
        expected: impl Into<String>,
    ) {
        self.note_in(&path.into(), &value, expected.into());
    }

    /// [`note`](Self::note), compiled once.
    fn note_in(&mut self, path: &FieldPath, value: &dyn std::fmt::Display, expected: String) {
        if self.counted(path.as_str(), &expected) <= Self::MOST {
            let value = crate::error::excerpt(&value.to_string());
            self.list.push(Suspicion { path: path.to_string(), value, expected });
        }
    }

    /// How many there are of the kind, with this one.
    fn counted(&mut self, path: &str, expected: &str) -> usize {
        let path: String = path.chars().filter(|c| !c.is_ascii_digit()).collect();
        let word = expected.split(' ').next().unwrap_or_default();
        if let Some(kind) = self.kinds.iter_mut().find(|kind| kind.path == path && kind.expected == word) {
            kind.count += 1;
            return kind.count;
        }
        self.kinds.push(KindOfDoubt { path, expected: word.to_owned(), count: 1 });
        1
    }

    /// Notes what a row refuses, which does not cost the others.
    pub(crate) fn left_out(&mut self, error: &Error) {
        let path = error.path().as_str();
        let path = path.strip_prefix("body").unwrap_or(path);
        let path = path.strip_prefix('.').unwrap_or(path);
        self.note(path, error.value(), format!("{}; left out", error.allowed()));
    }

    /// Notes a value outside the range in which it has been for years.
    pub(crate) fn range(&mut self, path: &str, value: f64, low: f64, high: f64, unit: &str) {
        if !(low..=high).contains(&value) {
            self.note(path, value, format!("{low:e} to {high:e}{unit}"));
        }
    }

    /// [`done`](Self::done) with what is still to be read.
    pub(crate) fn finish<T>(mut self, read: impl FnOnce(&mut Self) -> Result<T, Error>) -> Result<Parsed<T>, Error> {
        let data = read(&mut self)?;
        Ok(self.done(data))
    }

    pub(crate) fn done<T>(mut self, data: T) -> Parsed<T> {
        for KindOfDoubt { path, count, .. } in self.kinds.iter().filter(|kind| kind.count > Self::MOST) {
            let expected = format!("at most {} oddities of one kind: of so many the first are listed", Self::MOST);
            let path = path.split("[]").next().unwrap_or_default().to_owned();
            self.list.push(Suspicion { path, value: count.to_string(), expected });
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
        match Timestamp::from_ms(ms) {
            Ok(time) if ms.saturating_sub(self.received_ms) <= SKEW_MS => Ok(time),
            _ => self.ahead(ms, path()),
        }
    }

    #[cold]
    fn ahead(&mut self, ms: i64, path: FieldPath) -> Result<Timestamp, Error> {
        let ahead = ms.saturating_sub(self.received_ms);
        if ahead > DAY_MS {
            let allowed = format!("at most a day after it was received, {}", self.received_ms);
            return Err(refuse(Problem::OutOfRange, path, ms, allowed));
        }
        if ahead > SKEW_MS {
            self.note(path.clone(), ms, format!("not after it was received, {}", self.received_ms));
        }
        Timestamp::from_ms(ms).map_err(in_body(path))
    }

    /// The instant of an answer about now: one that is 20 hours old is a suspicion too.
    pub(crate) fn live(&mut self, path: impl Into<FieldPath>, ms: i64) -> Result<Timestamp, Error> {
        let path = path.into();
        let time = self.past(path.clone(), ms)?;
        if self.received_ms - ms > LIVE_MS {
            self.note(path, ms, format!("within 20 hours before it was received, {}", self.received_ms));
        }
        Ok(time)
    }

    /// [`live`](Self::live), given in seconds.
    pub(crate) fn live_s(&mut self, path: impl Into<FieldPath>, s: i64) -> Result<Timestamp, Error> {
        let path = path.into();
        match Timestamp::from_s(s) {
            Err(error) if s < Timestamp::MIN.to_s() => Err(in_body(path)(error)),
            _ => self.live(path, s.saturating_mul(1000)),
        }
    }

    /// Notes an instant outside the window that was asked for, by more than `slack` on either side.
    pub(crate) fn within(&mut self, path: impl FnOnce() -> FieldPath, ms: i64, window: &Window) {
        let Window { start, end, slack_ms } = *window;
        let early = start.is_some_and(|start| ms < start.to_ms() - slack_ms);
        if early || end.is_some_and(|end| ms > end.to_ms() + slack_ms) {
            self.outside(path(), ms, window);
        }
    }

    #[cold]
    fn outside(&mut self, path: FieldPath, ms: i64, window: &Window) {
        let shown = |end: Option<Timestamp>| end.map_or_else(String::new, |end| end.to_ms().to_string());
        let (start, end) = (shown(window.start), shown(window.end));
        self.note(path, ms, format!("within what was asked for, {start} to {end}"));
    }

    /// [`past`](Self::past), given in seconds. Those before the first block are refused as seconds, others of another unit as
    /// the instants that they would be.
    pub(crate) fn past_s(&mut self, path: impl Into<FieldPath>, s: i64) -> Result<Timestamp, Error> {
        match Timestamp::from_s(s) {
            Err(error) if s < Timestamp::MIN.to_s() => Err(in_body(path)(error)),
            _ => self.past(path, s.saturating_mul(1000)),
        }
    }
}

/// What a question asks for, and how far a row may lie outside: an interval, as rows are stamped at either end.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Window {
    pub(crate) start: Option<Timestamp>,
    pub(crate) end: Option<Timestamp>,
    pub(crate) slack_ms: i64,
}

impl Window {
    /// The last days before an answer came; a point more on either side is usual.
    pub(crate) fn days(payload: &Payload<'_>, days: u32) -> Self {
        let start = payload.received_ms.to_ms() - i64::from(days) * DAY_MS;
        Self { start: Timestamp::from_ms(start).ok(), end: None, slack_ms: 2 * DAY_MS }
    }

    /// Refuses a window that ends before it begins.
    pub(crate) fn check(start_ms: Option<Timestamp>, end_ms: Option<Timestamp>) -> Result<(), Error> {
        match (start_ms, end_ms) {
            (Some(start), Some(end)) if end < start => {
                Err(out_of_range("end_ms", end.to_ms(), format!("at least start_ms, {}", start.to_ms())))
            }
            _ => Ok(()),
        }
    }
}

/// Instants that some endpoints say in seconds and others in milliseconds: what exceeds 10^11 s would lie after the
/// year 5138.
pub(crate) const fn ms_by_magnitude(number: i64) -> i64 {
    if number.unsigned_abs() > 100_000_000_000 { number } else { number * 1000 }
}
