//! When to ask an upstream.

use hashinsight_numerics::Philox;
use hashinsight_numerics::state::{ParamHash, StateError, StateReader, StateWriter};
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Fraction, Timestamp, wire};
use serde::{Deserialize, Serialize};

use crate::FeedError;
use crate::freshness::optional_time;

const DAY_MS: i64 = 86_400_000;

/// What [`Schedule`] is opened with.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScheduleParams {
    /// How often, milliseconds: 1000 to a day. Fifteen minutes are 900,000.
    pub interval_ms: i64,
    /// How much of the interval (and of a wait after a failure) a call may be put off, so that many collectors do not
    /// call at once.
    pub jitter: Fraction,
    /// Wait after the first failure, milliseconds: 1 to a day; it doubles with each further one.
    pub backoff_ms: i64,
    /// Longest wait after failures, milliseconds: from `backoff_ms` to a day.
    pub max_backoff_ms: i64,
    /// After which time a call without answer counts as failed, milliseconds: 1 to a day.
    pub timeout_ms: i64,
    /// Which of the possible jitters: each collector takes its own.
    #[serde(with = "wire::integer")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "wire::integer::schema_u64"))]
    pub seed: u64,
}

/// What happens to a collector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum ScheduleStep {
    /// Time passes.
    Tick,
    /// The call that was started has been answered.
    Succeeded,
    /// It has failed.
    Failed {
        /// Wait that the upstream asks for (`Retry-After`), milliseconds: at least 0. It is never shortened: a ban may
        /// last days.
        #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
        retry_after_ms: Option<i64>,
    },
}

/// A step and when it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScheduleEvent {
    /// When: not before the event before.
    pub time_ms: Timestamp,
    /// What happens.
    pub step: ScheduleStep,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ScheduleAnswer {
    /// Whether to call now.
    pub start: bool,
    /// When there will be something to do: tick again then.
    pub next_ms: Timestamp,
    /// Failures in a row.
    pub failures: u32,
}

/// Calls on a grid of intervals (those of the Unix epoch), put off by a jitter, one call at a time.
///
/// ```text
/// after success: the next multiple of the interval  + u · jitter · interval
/// after failure n in a row: now + max(retry_after, min(backoff · 2^(n-1), max_backoff) · (1 + u · jitter))
/// ```
///
/// `u` is uniform on 0..1, a pure function of the seed and the number of calls. However long nobody ticked, one call is
/// due, not many. While a call is in flight no other starts; one without answer for `timeout_ms` has failed.
///
/// ```
/// use hashinsight_feeds::{Schedule, ScheduleEvent, ScheduleParams, ScheduleStep};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::{Fraction, Timestamp};
/// let mut schedule = Schedule::open(&ScheduleParams {
///     interval_ms: 900_000,
///     jitter: Fraction::ZERO,
///     backoff_ms: 5_000,
///     max_backoff_ms: 600_000,
///     timeout_ms: 30_000,
///     seed: 1,
/// })?;
/// let mut at = |s: i64, step| schedule.update(&ScheduleEvent { time_ms: Timestamp::from_s(1_780_704_000 + s).unwrap(), step });
/// assert!(at(1000, ScheduleStep::Tick)?.start);
/// assert!(!at(1001, ScheduleStep::Tick)?.start); // one in flight
/// assert_eq!(at(1002, ScheduleStep::Failed { retry_after_ms: None })?.next_ms.to_s(), 1_780_705_007);
/// assert!(at(1007, ScheduleStep::Tick)?.start);
/// assert_eq!(at(1008, ScheduleStep::Succeeded)?.next_ms.to_s(), 1_780_705_800);
/// # Ok::<(), hashinsight_feeds::FeedError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Schedule {
    params: ScheduleParams,
    last: Option<i64>,
    due: Option<i64>,
    in_flight: Option<i64>,
    failures: u32,
    /// Draws so far.
    draws: u64,
}

impl Schedule {
    fn hash(params: &ScheduleParams) -> ParamHash {
        let ScheduleParams { interval_ms, jitter, backoff_ms, max_backoff_ms, timeout_ms, seed } = params;
        let times = [interval_ms, backoff_ms, max_backoff_ms, timeout_ms];
        times.iter().fold(ParamHash::new(), |hash, ms| hash.u64(ms.cast_unsigned())).f64(jitter.get()).u64(*seed)
    }

    /// A part of a span that is put off, below `span · jitter`.
    fn put_off(&mut self, span_ms: i64) -> i64 {
        let uniform = Philox::new(self.params.seed).uniform(0, self.draws);
        self.draws = self.draws.wrapping_add(1);
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and a day")]
        let put_off = (uniform * self.params.jitter.get() * span_ms as f64) as i64;
        put_off
    }

    fn fail(&mut self, at: i64, retry_after: i64) {
        self.failures = self.failures.saturating_add(1);
        let doublings = (self.failures - 1).min(27); // 2^27 ms are more than a day
        let wait = (self.params.backoff_ms << doublings).min(self.params.max_backoff_ms);
        let wait = wait + self.put_off(wait);
        self.in_flight = None;
        self.due = Some(at + wait.max(retry_after));
    }
}

impl Stream for Schedule {
    const PATH: &'static str = "feeds.schedule";
    type Params = ScheduleParams;
    type Event = ScheduleEvent;
    type Output = ScheduleAnswer;
    type Error = FeedError;

    fn open(params: &ScheduleParams) -> Result<Self, FeedError> {
        let ScheduleParams { interval_ms, backoff_ms, max_backoff_ms, timeout_ms, .. } = *params;
        for (field, value, least) in [
            ("interval_ms", interval_ms, 1000),
            ("backoff_ms", backoff_ms, 1),
            ("max_backoff_ms", max_backoff_ms, backoff_ms),
            ("timeout_ms", timeout_ms, 1),
        ] {
            if !(least..=DAY_MS).contains(&value) {
                return Err(FeedError::out_of_range(field, value, format!("{least} to {DAY_MS}")));
            }
        }
        Ok(Self { params: *params, last: None, due: None, in_flight: None, failures: 0, draws: 0 })
    }

    fn update(&mut self, event: &ScheduleEvent) -> Result<ScheduleAnswer, FeedError> {
        let now = event.time_ms.to_ms();
        if let Some(last) = self.last.filter(|last| now < *last) {
            return Err(FeedError::out_of_range("time_ms", now, format!("not before the event before it, {last}")));
        }
        if now > Timestamp::MAX.to_ms() - 3 * DAY_MS {
            return Err(FeedError::out_of_range("time_ms", now, "before the end of the year 9999"));
        }
        let mut start = false;
        match (event.step, self.in_flight) {
            (ScheduleStep::Tick, Some(started)) if now - started >= self.params.timeout_ms => self.fail(now, 0),
            (ScheduleStep::Tick, Some(_)) => {}
            (ScheduleStep::Tick, None) => start = self.due.is_none_or(|due| now >= due),
            (_, None) => {
                return Err(FeedError::unsupported("step", "an answer", "tick: no call is in flight"));
            }
            (ScheduleStep::Succeeded, Some(_)) => {
                self.failures = 0;
                self.in_flight = None;
                let interval = self.params.interval_ms;
                let slot = (now.div_euclid(interval) + 1) * interval;
                self.due = Some(slot + self.put_off(interval));
            }
            (ScheduleStep::Failed { retry_after_ms }, Some(_)) => {
                let retry_after = retry_after_ms.unwrap_or_default();
                let longest = Timestamp::MAX.to_ms() - now;
                if !(0..=longest).contains(&retry_after) {
                    let allowed = format!("0 to {longest}, the end of the year 9999");
                    return Err(FeedError::out_of_range("retry_after_ms", retry_after, allowed));
                }
                self.fail(now, retry_after);
            }
        }
        if start {
            self.in_flight = Some(now);
        }
        self.last = Some(now);
        let next = match self.in_flight {
            Some(started) => started + self.params.timeout_ms,
            None => self.due.unwrap_or(now),
        };
        let next_ms = Timestamp::from_ms(next)
            .unwrap_or_else(|_| unreachable!("every wait was held to end before the last instant when it began"));
        Ok(ScheduleAnswer { start, next_ms, failures: self.failures })
    }

    fn reset(&mut self) {
        (self.last, self.due, self.in_flight, self.failures, self.draws) = (None, None, None, 0, 0);
    }

    fn save(&self) -> Vec<u8> {
        let state =
            StateWriter::new(Self::PATH, Self::hash(&self.params)).u64(u64::from(self.failures)).u64(self.draws);
        let times = [self.last, self.due, self.in_flight];
        let write =
            |state: StateWriter, ms: &Option<i64>| state.u64(u64::from(ms.is_some())).i64(ms.unwrap_or_default());
        times.iter().fold(state, write).finish()
    }

    fn restore(params: &ScheduleParams, bytes: &[u8]) -> Result<Self, FeedError> {
        let mut stream = Self::open(params)?;
        let mut state = StateReader::open(bytes, Self::PATH, Self::hash(params))?;
        stream.failures = u32::try_from(state.u64()?).map_err(|_| StateError::OutOfRange { field: "failures" })?;
        stream.draws = state.u64()?;
        stream.last = optional_time(&mut state)?;
        stream.due = optional_time(&mut state)?;
        stream.in_flight = optional_time(&mut state)?;
        state.end()?;
        if stream.in_flight > stream.last {
            return Err(StateError::OutOfRange { field: "in_flight" }.into());
        }
        Ok(stream)
    }
}
