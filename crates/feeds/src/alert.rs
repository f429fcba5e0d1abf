//! One alert per crossing.

use hashinsight_numerics::state::{ParamHash, StateError, StateReader, StateWriter};
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Timestamp, wire};
use serde::{Deserialize, Serialize};

use crate::FeedError;

/// Which side is worth an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AlertSide {
    /// At or above the threshold.
    Above,
    /// At or below it.
    Below,
}

/// What [`Alert`] is opened with.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AlertParams {
    /// Which side is worth an alert.
    pub side: AlertSide,
    /// Where it fires.
    #[serde(deserialize_with = "wire::number::deserialize")]
    pub threshold: f64,
    /// How far the value must come back before it can fire again, in the unit of the threshold: at least 0.
    #[serde(deserialize_with = "wire::number::deserialize")]
    pub hysteresis: f64,
}

/// A value at an instant, as [`Alert`] and [`Daily`](crate::Daily) are fed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ValueSeen {
    /// When: after the event before.
    pub time_ms: Timestamp,
    /// The value, finite.
    #[serde(deserialize_with = "wire::number::deserialize")]
    pub value: f64,
}

impl ValueSeen {
    pub(crate) fn check(&self, last: Option<i64>) -> Result<(), FeedError> {
        if !self.value.is_finite() {
            return Err(FeedError::parameter("value", "not_finite", self.value, "any finite number"));
        }
        match last {
            Some(last) if self.time_ms.to_ms() <= last => {
                let allowed = format!("after the event before it, {last}");
                Err(FeedError::out_of_range("time_ms", self.time_ms.to_ms(), allowed))
            }
            _ => Ok(()),
        }
    }
}

/// What an event means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AlertState {
    /// Nothing to tell, and ready to fire.
    Quiet,
    /// The threshold has just been crossed: tell it.
    Fired,
    /// It has been told, and the value has not come back yet.
    Active,
    /// The value has just come back beyond the hysteresis: all clear, ready again.
    Cleared,
}

/// Fires once when a value reaches the threshold, and not again before it has come back by the hysteresis.
///
/// A value that is beyond the threshold from the first event on fires at once.
///
/// ```
/// use hashinsight_feeds::{Alert, AlertParams, AlertSide, AlertState, ValueSeen};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::Timestamp;
/// let mut alert = Alert::open(&AlertParams { side: AlertSide::Below, threshold: 60_000.0, hysteresis: 500.0 })?;
/// let mut see = |s: i64, value| alert.update(&ValueSeen { time_ms: Timestamp::from_s(1_780_730_000 + s).unwrap(), value });
/// assert_eq!(see(1, 60_200.0)?, AlertState::Quiet);
/// assert_eq!(see(2, 59_900.0)?, AlertState::Fired);
/// assert_eq!(see(3, 60_100.0)?, AlertState::Active); // back, but not by the hysteresis
/// assert_eq!(see(4, 59_000.0)?, AlertState::Active); // no second alert
/// assert_eq!(see(5, 60_501.0)?, AlertState::Cleared);
/// assert_eq!(see(6, 59_999.0)?, AlertState::Fired);
/// # Ok::<(), hashinsight_feeds::FeedError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Alert {
    params: AlertParams,
    active: bool,
    last: Option<i64>,
}

impl Alert {
    fn hash(params: &AlertParams) -> ParamHash {
        ParamHash::new().u64(u64::from(params.side == AlertSide::Above)).f64(params.threshold).f64(params.hysteresis)
    }
}

impl Stream for Alert {
    const PATH: &'static str = "feeds.alert";
    type Params = AlertParams;
    type Event = ValueSeen;
    type Output = AlertState;
    type Error = FeedError;

    fn open(params: &AlertParams) -> Result<Self, FeedError> {
        let problem = |value: f64| if value.is_finite() { "out_of_range" } else { "not_finite" };
        let AlertParams { threshold, hysteresis, .. } = *params;
        if !threshold.is_finite() {
            return Err(FeedError::parameter("threshold", problem(threshold), threshold, "any finite number"));
        }
        if !(hysteresis.is_finite() && hysteresis >= 0.0) {
            return Err(FeedError::parameter("hysteresis", problem(hysteresis), hysteresis, "at least 0"));
        }
        Ok(Self { params: *params, active: false, last: None })
    }

    fn update(&mut self, event: &ValueSeen) -> Result<AlertState, FeedError> {
        event.check(self.last)?;
        let AlertParams { side, threshold, hysteresis } = self.params;
        let (crossed, back) = match side {
            AlertSide::Above => (event.value >= threshold, event.value < threshold - hysteresis),
            AlertSide::Below => (event.value <= threshold, event.value > threshold + hysteresis),
        };
        let state = match (self.active, crossed, back) {
            (false, true, _) => AlertState::Fired,
            (false, false, _) => AlertState::Quiet,
            (true, _, true) => AlertState::Cleared,
            (true, _, false) => AlertState::Active,
        };
        self.active = matches!(state, AlertState::Fired | AlertState::Active);
        self.last = Some(event.time_ms.to_ms());
        Ok(state)
    }

    fn reset(&mut self) {
        (self.active, self.last) = (false, None);
    }

    fn save(&self) -> Vec<u8> {
        let state = StateWriter::new(Self::PATH, Self::hash(&self.params)).u64(u64::from(self.active));
        state.u64(u64::from(self.last.is_some())).i64(self.last.unwrap_or_default()).finish()
    }

    fn restore(params: &AlertParams, bytes: &[u8]) -> Result<Self, FeedError> {
        let mut stream = Self::open(params)?;
        let mut state = StateReader::open(bytes, Self::PATH, Self::hash(params))?;
        let flags = (state.u64()?, state.u64()?);
        let last = state.i64()?;
        if flags.0 > 1 || flags.1 > 1 || (flags.1 == 0 && last != 0) {
            return Err(StateError::OutOfRange { field: "alert" }.into());
        }
        state.end()?;
        (stream.active, stream.last) = (flags.0 == 1, (flags.1 == 1).then_some(last));
        Ok(stream)
    }
}
