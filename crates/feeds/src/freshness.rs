//! How long an answer may be served.

use hashinsight_numerics::state::impossible;
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Error, Record, Timestamp};

use crate::time::{LONGEST_MS, not_before};

/// Inputs of [`Freshness`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct FreshnessParams {
    /// Time to live of an answer, in milliseconds: above 0. Fifteen minutes are 900,000.
    #[record(range = 1..=LONGEST_MS, example = 900_000)]
    pub ttl_ms: i64,
    /// Further time for which an answer may be served while the upstream fails, in milliseconds: at least 0.
    #[record(range = 0..=LONGEST_MS, example = 3_600_000)]
    pub stale_if_error_ms: i64,
}

/// Step of a cached answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum CacheStep {
    /// Somebody asks for the answer.
    Asked,
    /// A new answer has come.
    Stored,
    /// The upstream has failed.
    Failed,
}

/// A step of a cached answer and its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(columns = CacheEventColumns)]
#[non_exhaustive]
pub struct CacheEvent {
    /// Instant of the step, in Unix milliseconds: not before the event before.
    pub time_ms: Timestamp,
    /// Step: `asked` (somebody asks), `stored` (a new answer has come) or `failed` (the upstream has failed).
    pub step: CacheStep,
}

/// State in which an answer may be served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Serve {
    /// The answer as it is.
    Fresh,
    /// The answer, said to be old: the upstream fails.
    Stale,
    /// Nothing: wait for the upstream.
    Nothing,
}

/// Whether to ask the upstream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum CacheAction {
    /// Not yet.
    Wait,
    /// The upstream is to be asked now.
    Fetch,
}

/// Answer of [`Freshness`] to one event.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = CacheTable)]
#[non_exhaustive]
pub struct CacheAnswer {
    /// State in which the answer may be served: `fresh`, `stale`, or `nothing`.
    pub serve: Serve,
    /// Age of the answer, in milliseconds; NaN where nothing may be served.
    pub age_ms: f64,
    /// Whether to ask the upstream: `wait` or `fetch`.
    pub action: CacheAction,
}

/// The life of one cached answer: fresh while it is younger than the TTL (RFC 9111, section 4.2), served as stale for
/// some time while the upstream fails (`stale-if-error`, RFC 5861, section 4), then nothing.
///
/// ```
/// use hashinsight_feeds::{CacheAction, CacheEvent, CacheStep, Freshness, FreshnessParams, Serve};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::Timestamp;
/// let mut cache = Freshness::open(&FreshnessParams::new(900_000, 3_600_000))?;
/// let mut at = |s: i64, step| cache.update(&CacheEvent::new(Timestamp::from_s(1_780_730_000 + s)?, step));
/// assert_eq!(at(0, CacheStep::Stored)?.serve, Serve::Fresh);
/// assert_eq!(at(899, CacheStep::Asked)?.action, CacheAction::Wait); // 14:59
/// assert_eq!(at(901, CacheStep::Asked)?.action, CacheAction::Fetch); // 15:01
/// let answer = at(902, CacheStep::Failed)?;
/// assert_eq!((answer.serve, answer.age_ms), (Serve::Stale, 902_000.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Freshness {
    params: FreshnessParams,
    state: FreshnessState,
}

/// Instants of a [`Freshness`], and whether the upstream fails.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct FreshnessState {
    last: Option<Timestamp>,
    stored: Option<Timestamp>,
    failing: bool,
}

impl Stream for Freshness {
    const PATH: &'static str = "feeds.freshness";
    type Params = FreshnessParams;
    type State = FreshnessState;
    type Event = CacheEvent;
    type Output = CacheAnswer;

    fn resume(params: &FreshnessParams, state: FreshnessState) -> Result<Self, Error> {
        params.check()?;
        if state.stored > state.last {
            return Err(impossible("stored"));
        }
        Ok(Self { params: *params, state })
    }

    fn parts(&self) -> (&FreshnessParams, &FreshnessState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, event: &CacheEvent) -> Result<CacheAnswer, Error> {
        let state = &mut self.state;
        not_before(state.last, event.time_ms)?;
        state.last = Some(event.time_ms);
        match event.step {
            CacheStep::Asked => {}
            CacheStep::Stored => (state.stored, state.failing) = (Some(event.time_ms), false),
            CacheStep::Failed => state.failing = true,
        }
        let FreshnessParams { ttl_ms, stale_if_error_ms } = self.params;
        let (serve, age) = match state.stored.map(|stored| event.time_ms.to_ms() - stored.to_ms()) {
            Some(age) if age < ttl_ms => (Serve::Fresh, age as f64),
            Some(age) if state.failing && age - ttl_ms < stale_if_error_ms => (Serve::Stale, age as f64),
            _ => (Serve::Nothing, f64::NAN),
        };
        let action = if serve == Serve::Fresh { CacheAction::Wait } else { CacheAction::Fetch };
        Ok(CacheAnswer { serve, age_ms: age, action })
    }
}
