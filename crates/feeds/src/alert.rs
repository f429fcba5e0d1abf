//! One alert per crossing.

use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Error, Problem, Record, Timestamp};

use crate::error::parameter;
use crate::time::after;

/// Side of the threshold that is worth an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum AlertSide {
    /// At or above the threshold.
    Above,
    /// At or below the threshold.
    Below,
}

/// Inputs of [`Alert`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AlertParams {
    /// Side of the threshold that is worth an alert.
    #[record(example = "below")]
    pub side: AlertSide,
    /// Threshold at which the alert fires, in the unit of the values.
    #[record(example = 60_000)]
    pub threshold: f64,
    /// Distance by which a value must come back before the alert can fire again, in the unit of the values: at least 0.
    #[record(example = 500)]
    pub hysteresis: f64,
}

/// A value at an instant, as [`Alert`] and [`Daily`](crate::Daily) are fed.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = ValueSeenColumns)]
#[non_exhaustive]
pub struct ValueSeen {
    /// Instant of the value, in Unix milliseconds: after the event before.
    pub time_ms: Timestamp,
    /// Value at that instant, any finite number.
    pub value: f64,
}

impl ValueSeen {
    pub(crate) fn check(&self, last: Option<Timestamp>) -> Result<(), Error> {
        if !self.value.is_finite() {
            return Err(parameter("value", Problem::NotFinite, self.value, "any finite number"));
        }
        after("event", last, self.time_ms)
    }
}

/// Meaning of a value for an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum AlertPhase {
    /// Nothing to tell, and ready to fire.
    Quiet,
    /// The threshold has just been crossed: tell it.
    Fired,
    /// The crossing has been told, and the value has not come back yet.
    Active,
    /// The value has just come back beyond the hysteresis: all clear, ready again.
    Cleared,
}

/// Answer of [`Alert`] to one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer, table = AlertTable)]
#[non_exhaustive]
pub struct AlertAnswer {
    /// Meaning of the value: `quiet`, `fired` (tell it now), `active` (told already) or `cleared`.
    pub state: AlertPhase,
}

/// Fires once when a value reaches the threshold, and not again before it has come back by the hysteresis.
///
/// A value that is beyond the threshold from the first event on fires at once.
///
/// ```
/// use hashinsight_feeds::{Alert, AlertParams, AlertPhase, AlertSide, ValueSeen};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::{Error, Timestamp};
/// let mut alert = Alert::open(&AlertParams::new(AlertSide::Below, 60_000.0, 500.0))?;
/// let mut see = |s: i64, value| -> Result<AlertPhase, Error> {
///     Ok(alert.update(&ValueSeen::new(Timestamp::from_s(1_780_730_000 + s)?, value))?.state)
/// };
/// assert_eq!(see(1, 60_200.0)?, AlertPhase::Quiet);
/// assert_eq!(see(2, 59_900.0)?, AlertPhase::Fired);
/// assert_eq!(see(3, 60_100.0)?, AlertPhase::Active); // back, but not by the hysteresis
/// assert_eq!(see(4, 59_000.0)?, AlertPhase::Active); // no second alert
/// assert_eq!(see(5, 60_501.0)?, AlertPhase::Cleared);
/// assert_eq!(see(6, 59_999.0)?, AlertPhase::Fired);
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Alert {
    params: AlertParams,
    state: AlertState,
}

/// Instant of the last value that an [`Alert`] has seen, and whether it has fired.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct AlertState {
    last: Option<Timestamp>,
    active: bool,
}

impl Stream for Alert {
    const PATH: &'static str = "feeds.alert";
    type Params = AlertParams;
    type State = AlertState;
    type Event = ValueSeen;
    type Output = AlertAnswer;

    fn resume(params: &AlertParams, state: AlertState) -> Result<Self, Error> {
        let AlertParams { threshold, hysteresis, .. } = *params;
        if !threshold.is_finite() {
            return Err(parameter("threshold", Problem::NotFinite, threshold, "any finite number"));
        }
        if !(hysteresis.is_finite() && hysteresis >= 0.0) {
            let problem = if hysteresis.is_finite() { Problem::OutOfRange } else { Problem::NotFinite };
            return Err(parameter("hysteresis", problem, hysteresis, "at least 0"));
        }
        Ok(Self { params: *params, state })
    }

    fn parts(&self) -> (&AlertParams, &AlertState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, event: &ValueSeen) -> Result<AlertAnswer, Error> {
        event.check(self.state.last)?;
        let AlertParams { side, threshold, hysteresis } = self.params;
        let (crossed, back) = match side {
            AlertSide::Above => (event.value >= threshold, event.value < threshold - hysteresis),
            AlertSide::Below => (event.value <= threshold, event.value > threshold + hysteresis),
        };
        let state = match (self.state.active, crossed, back) {
            (false, true, _) => AlertPhase::Fired,
            (false, false, _) => AlertPhase::Quiet,
            (true, _, true) => AlertPhase::Cleared,
            (true, _, false) => AlertPhase::Active,
        };
        let active = matches!(state, AlertPhase::Fired | AlertPhase::Active);
        self.state = AlertState { last: Some(event.time_ms), active };
        Ok(AlertAnswer { state })
    }
}
