//! When to ask an upstream.

use hashinsight_numerics::Philox;
use hashinsight_numerics::state::impossible;
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Error, Fraction, Record, Timestamp};

use crate::error::{out_of_range, unsupported};
use crate::time::{DAY_MS, not_before};

/// Inputs of [`Schedule`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ScheduleParams {
    /// Interval between calls, in milliseconds: 1000 to a day. Fifteen minutes are 900,000.
    #[record(range = 1000..=DAY_MS, example = 900_000)]
    pub interval_ms: i64,
    /// Greatest delay of a call as a fraction of the interval or of the wait after a failure, so that many collectors do not call at once.
    #[record(example = 0.1)]
    pub jitter: Fraction,
    /// Wait after the first failure, in milliseconds: 1 to a day. It doubles with each further one.
    #[record(range = 1..=DAY_MS, example = 5000)]
    pub backoff_ms: i64,
    /// Longest wait after failures, in milliseconds: from `backoff_ms` to a day.
    #[record(range = 1..=DAY_MS, example = 600_000)]
    pub max_backoff_ms: i64,
    /// Time after which a call without answer counts as failed, in milliseconds: 1 to a day.
    #[record(range = 1..=DAY_MS, example = 30_000)]
    pub timeout_ms: i64,
    /// Seed of the delays: each collector takes its own.
    #[record(digits, example = "1")]
    pub seed: u64,
}

/// Step of a collector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ScheduleStep {
    /// Time passes.
    Tick,
    /// The call that was started has been answered.
    Succeeded,
    /// The call that was started has failed.
    Failed,
}

/// A step of a collector and its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(columns = ScheduleEventColumns)]
#[non_exhaustive]
pub struct ScheduleEvent {
    /// Instant of the step, in Unix milliseconds: not before the event before.
    pub time_ms: Timestamp,
    /// Step: `tick` (time passes), `succeeded` (the call that was started has been answered) or `failed`.
    pub step: ScheduleStep,
    /// Wait that an upstream asks for after a failure (`Retry-After`), in milliseconds: at least 0, and 0 for other steps. It is never
    /// shortened: a ban may last days.
    #[record(default = 0)]
    pub retry_after_ms: i64,
}

/// Action of a collector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ScheduleAction {
    /// No call.
    Wait,
    /// Call the upstream.
    Start,
}

/// Answer of [`Schedule`] to one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer, table = ScheduleTable)]
#[non_exhaustive]
pub struct ScheduleAnswer {
    /// Action now: `wait` or `start`.
    pub action: ScheduleAction,
    /// Instant at which to tick again, in Unix milliseconds.
    pub next_ms: Timestamp,
    /// Number of failures in a row.
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
/// use hashinsight_feeds::{Schedule, ScheduleAction, ScheduleEvent, ScheduleParams, ScheduleStep};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::{Fraction, Timestamp};
/// let mut schedule = Schedule::open(&ScheduleParams::new(900_000, Fraction::ZERO, 5_000, 600_000, 30_000, 1))?;
/// let mut at = |s: i64, step| schedule.update(&ScheduleEvent::new(Timestamp::from_s(1_780_704_000 + s)?, step));
/// assert_eq!(at(1000, ScheduleStep::Tick)?.action, ScheduleAction::Start);
/// assert_eq!(at(1001, ScheduleStep::Tick)?.action, ScheduleAction::Wait); // one in flight
/// assert_eq!(at(1002, ScheduleStep::Failed)?.next_ms.to_s(), 1_780_705_007);
/// assert_eq!(at(1007, ScheduleStep::Tick)?.action, ScheduleAction::Start);
/// assert_eq!(at(1008, ScheduleStep::Succeeded)?.next_ms.to_s(), 1_780_705_800);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Schedule {
    params: ScheduleParams,
    state: ScheduleState,
}

/// Instants of a [`Schedule`] and its failures so far.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct ScheduleState {
    last: Option<Timestamp>,
    due: Option<Timestamp>,
    in_flight: Option<Timestamp>,
    failures: u32,
    /// Draws so far.
    draws: u64,
}

impl Schedule {
    /// A part of a span that is put off, below `span · jitter`.
    fn put_off(&mut self, span_ms: i64) -> i64 {
        let uniform = Philox::new(self.params.seed).uniform(0, self.state.draws);
        self.state.draws = self.state.draws.wrapping_add(1);
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and a day")]
        let put_off = (uniform * self.params.jitter.get() * span_ms as f64) as i64;
        put_off
    }

    fn fail(&mut self, at_ms: i64, retry_after_ms: i64) {
        self.state.failures = self.state.failures.saturating_add(1);
        let doublings = (self.state.failures - 1).min(27); // 2^27 ms are more than a day
        let wait = (self.params.backoff_ms << doublings).min(self.params.max_backoff_ms);
        let wait = wait + self.put_off(wait);
        self.state.in_flight = None;
        self.state.due = Some(instant(at_ms + wait.max(retry_after_ms)));
    }
}

#[expect(clippy::expect_used, reason = "every wait was held to end before the last instant when it began")]
fn instant(ms: i64) -> Timestamp {
    Timestamp::from_ms(ms).expect("an instant before the last one")
}

impl Stream for Schedule {
    const PATH: &'static str = "feeds.schedule";
    type Params = ScheduleParams;
    type State = ScheduleState;
    type Event = ScheduleEvent;
    type Output = ScheduleAnswer;

    fn resume(params: &ScheduleParams, state: ScheduleState) -> Result<Self, Error> {
        params.check()?;
        let ScheduleParams { backoff_ms, max_backoff_ms, .. } = *params;
        if max_backoff_ms < backoff_ms {
            return Err(out_of_range("max_backoff_ms", max_backoff_ms, format!("{backoff_ms} to {DAY_MS}")));
        }
        if state.in_flight > state.last {
            return Err(impossible("in_flight"));
        }
        Ok(Self { params: *params, state })
    }

    fn parts(&self) -> (&ScheduleParams, &ScheduleState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, event: &ScheduleEvent) -> Result<ScheduleAnswer, Error> {
        let ScheduleEvent { time_ms, step, retry_after_ms } = *event;
        not_before(self.state.last, time_ms)?;
        let now = time_ms.to_ms();
        if now > Timestamp::MAX.to_ms() - 3 * DAY_MS {
            return Err(out_of_range("time_ms", now, "before the end of the year 9999"));
        }
        let longest = if step == ScheduleStep::Failed { Timestamp::MAX.to_ms() - now } else { 0 };
        if !(0..=longest).contains(&retry_after_ms) {
            let allowed = match step {
                ScheduleStep::Failed => format!("0 to {longest}, the end of the year 9999"),
                _ => "0, where no call has failed".to_owned(),
            };
            return Err(out_of_range("retry_after_ms", retry_after_ms, allowed));
        }
        let timeout_ms = self.params.timeout_ms;
        let mut action = ScheduleAction::Wait;
        match (step, self.state.in_flight) {
            (ScheduleStep::Tick, Some(started)) if now - started.to_ms() >= timeout_ms => self.fail(now, 0),
            (ScheduleStep::Tick, Some(_)) => {}
            (ScheduleStep::Tick, None) => {
                if self.state.due.is_none_or(|due| time_ms >= due) {
                    action = ScheduleAction::Start;
                    self.state.in_flight = Some(time_ms);
                }
            }
            (_, None) => return Err(unsupported("step", "an answer", "tick: no call is in flight")),
            (ScheduleStep::Succeeded, Some(_)) => {
                self.state.failures = 0;
                self.state.in_flight = None;
                let interval = self.params.interval_ms;
                let slot = (now.div_euclid(interval) + 1) * interval;
                self.state.due = Some(instant(slot + self.put_off(interval)));
            }
            (ScheduleStep::Failed, Some(_)) => self.fail(now, retry_after_ms),
        }
        self.state.last = Some(time_ms);
        let next_ms = match self.state.in_flight {
            Some(started) => instant(started.to_ms() + timeout_ms),
            None => self.state.due.unwrap_or(time_ms),
        };
        Ok(ScheduleAnswer { action, next_ms, failures: self.state.failures })
    }
}
