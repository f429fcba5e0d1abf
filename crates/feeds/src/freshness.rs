//! How long an answer may be served.

use hashinsight_numerics::state::{ParamHash, StateError, StateReader, StateWriter};
use hashinsight_numerics::stream::Stream;
use hashinsight_units::Timestamp;
use serde::{Deserialize, Serialize};

use crate::FeedError;

/// What [`Freshness`] is opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FreshnessParams {
    /// How long an answer is fresh, milliseconds: above 0. Fifteen minutes are 900,000.
    pub ttl_ms: i64,
    /// How much longer it may be served while the upstream fails, milliseconds: at least 0.
    pub stale_if_error_ms: i64,
}

/// What happens to a cached answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CacheStep {
    /// Somebody wants it.
    Asked,
    /// A new one has come.
    Stored,
    /// The upstream has failed.
    Failed,
}

/// A step and when it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CacheEvent {
    /// When: not before the event before.
    pub time_ms: Timestamp,
    /// What happens.
    pub step: CacheStep,
}

/// What may be served, and whether to ask the upstream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CacheAnswer {
    /// What may be served now.
    pub serve: Serve,
    /// Whether the upstream should be asked.
    pub fetch: bool,
}

/// What may be served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Serve {
    /// The answer as it is.
    Fresh {
        /// Its age, milliseconds.
        age_ms: i64,
    },
    /// The answer, said to be old: the upstream fails.
    Stale {
        /// Its age, milliseconds.
        age_ms: i64,
    },
    /// Nothing: wait for the upstream.
    Nothing,
}

/// The life of one cached answer: fresh while it is younger than the TTL (RFC 9111, section 4.2), served as stale for
/// some time while the upstream fails (`stale-if-error`, RFC 5861, section 4), then nothing.
///
/// ```
/// use hashinsight_feeds::{CacheEvent, CacheStep, Freshness, FreshnessParams, Serve};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::Timestamp;
/// let mut cache = Freshness::open(&FreshnessParams { ttl_ms: 900_000, stale_if_error_ms: 3_600_000 })?;
/// let mut at = |s: i64, step| cache.update(&CacheEvent { time_ms: Timestamp::from_s(1_780_730_000 + s).unwrap(), step });
/// assert_eq!(at(0, CacheStep::Stored)?.serve, Serve::Fresh { age_ms: 0 });
/// assert!(!at(899, CacheStep::Asked)?.fetch); // 14:59
/// assert!(at(901, CacheStep::Asked)?.fetch); // 15:01
/// assert_eq!(at(902, CacheStep::Failed)?.serve, Serve::Stale { age_ms: 902_000 });
/// # Ok::<(), hashinsight_feeds::FeedError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Freshness {
    params: FreshnessParams,
    last: Option<i64>,
    stored: Option<i64>,
    failing: bool,
}

impl Freshness {
    fn hash(params: &FreshnessParams) -> ParamHash {
        ParamHash::new().u64(params.ttl_ms.cast_unsigned()).u64(params.stale_if_error_ms.cast_unsigned())
    }
}

impl Stream for Freshness {
    const PATH: &'static str = "feeds.freshness";
    type Params = FreshnessParams;
    type Event = CacheEvent;
    type Output = CacheAnswer;
    type Error = FeedError;

    fn open(params: &FreshnessParams) -> Result<Self, FeedError> {
        if params.ttl_ms <= 0 {
            return Err(FeedError::out_of_range("ttl_ms", params.ttl_ms, "above 0"));
        }
        if params.stale_if_error_ms < 0 {
            return Err(FeedError::out_of_range("stale_if_error_ms", params.stale_if_error_ms, "at least 0"));
        }
        Ok(Self { params: *params, last: None, stored: None, failing: false })
    }

    fn update(&mut self, event: &CacheEvent) -> Result<CacheAnswer, FeedError> {
        let now = event.time_ms.to_ms();
        if let Some(last) = self.last.filter(|last| now < *last) {
            return Err(FeedError::out_of_range("time_ms", now, format!("not before the event before it, {last}")));
        }
        self.last = Some(now);
        match event.step {
            CacheStep::Asked => {}
            CacheStep::Stored => (self.stored, self.failing) = (Some(now), false),
            CacheStep::Failed => self.failing = true,
        }
        let FreshnessParams { ttl_ms, stale_if_error_ms } = self.params;
        let serve = match self.stored.map(|stored| now - stored) {
            Some(age_ms) if age_ms < ttl_ms => Serve::Fresh { age_ms },
            Some(age_ms) if self.failing && age_ms - ttl_ms < stale_if_error_ms => Serve::Stale { age_ms },
            _ => Serve::Nothing,
        };
        Ok(CacheAnswer { serve, fetch: !matches!(serve, Serve::Fresh { .. }) })
    }

    fn reset(&mut self) {
        (self.last, self.stored, self.failing) = (None, None, false);
    }

    fn save(&self) -> Vec<u8> {
        let state = StateWriter::new(Self::PATH, Self::hash(&self.params)).u64(u64::from(self.failing));
        let state = state.u64(u64::from(self.last.is_some())).i64(self.last.unwrap_or_default());
        state.u64(u64::from(self.stored.is_some())).i64(self.stored.unwrap_or_default()).finish()
    }

    fn restore(params: &FreshnessParams, bytes: &[u8]) -> Result<Self, FeedError> {
        let mut stream = Self::open(params)?;
        let mut state = StateReader::open(bytes, Self::PATH, Self::hash(params))?;
        stream.failing = state.u64()? == 1;
        stream.last = optional_time(&mut state)?;
        stream.stored = optional_time(&mut state)?;
        state.end()?;
        if stream.stored > stream.last {
            return Err(StateError::OutOfRange { field: "stored" }.into());
        }
        Ok(stream)
    }
}

pub(crate) fn optional_time(state: &mut StateReader<'_>) -> Result<Option<i64>, StateError> {
    match (state.u64()?, state.i64()?) {
        (0, 0) => Ok(None),
        (1, ms) if Timestamp::from_ms(ms).is_ok() => Ok(Some(ms)),
        _ => Err(StateError::OutOfRange { field: "time_ms" }),
    }
}
