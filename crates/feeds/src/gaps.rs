//! What is missing in a history.

use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Error, Record, Timestamp};

use crate::error::out_of_range;
use crate::time::{DAY_MS, after};

const MAX_INTERVAL_MS: i64 = 366 * DAY_MS;

/// Inputs of [`Gaps`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct GapsParams {
    /// Distance between points, in milliseconds: 1 to 366 days.
    #[record(range = 1..=MAX_INTERVAL_MS, example = 3_600_000)]
    pub interval_ms: i64,
    /// Delay up to which a point counts as on time, in milliseconds: 0 up to the interval.
    #[record(range = 0..=MAX_INTERVAL_MS, example = 60_000)]
    pub slack_ms: i64,
}

/// The time of a point, as [`Gaps`] and [`Retention`](crate::Retention) are fed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(columns = PointSeenColumns)]
#[non_exhaustive]
pub struct PointSeen {
    /// Instant of the point, in Unix milliseconds: after the point before.
    pub time_ms: Timestamp,
}

/// Answer of [`Gaps`] to one point.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = GapsTable)]
#[non_exhaustive]
pub struct GapsAnswer {
    /// Number of points missing before this one: 0 where it is on time.
    pub missing: f64,
}

/// Finds where points are missing: two neighbors that are further apart than interval and slack.
///
/// ```text
/// missing = round(distance / interval) - 1, at least 1
/// ```
///
/// ```
/// use hashinsight_feeds::{Gaps, GapsParams, PointSeen};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::{Error, Timestamp};
/// let mut gaps = Gaps::open(&GapsParams::new(3_600_000, 60_000))?;
/// let mut at = |s: i64| -> Result<f64, Error> {
///     Ok(gaps.update(&PointSeen::new(Timestamp::from_s(1_780_704_000 + s)?))?.missing)
/// };
/// assert_eq!((at(0)?, at(3630)?, at(4 * 3600)?), (0.0, 0.0, 2.0));
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Gaps {
    params: GapsParams,
    state: GapsState,
}

/// Instant of the last point that a [`Gaps`] has seen.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct GapsState(Option<Timestamp>);

impl Stream for Gaps {
    const PATH: &'static str = "feeds.gaps";
    type Params = GapsParams;
    type State = GapsState;
    type Event = PointSeen;
    type Output = GapsAnswer;

    fn resume(params: &GapsParams, state: GapsState) -> Result<Self, Error> {
        params.check()?;
        if params.slack_ms > params.interval_ms {
            let allowed = format!("0 to the interval, {}", params.interval_ms);
            return Err(out_of_range("slack_ms", params.slack_ms, allowed));
        }
        Ok(Self { params: *params, state })
    }

    fn parts(&self) -> (&GapsParams, &GapsState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, event: &PointSeen) -> Result<GapsAnswer, Error> {
        after("point", self.state.0, event.time_ms)?;
        let GapsParams { interval_ms, slack_ms } = self.params;
        let missing = match self.state.0.replace(event.time_ms).map(|last| event.time_ms.to_ms() - last.to_ms()) {
            Some(distance) if distance > interval_ms + slack_ms => {
                ((distance + interval_ms / 2) / interval_ms - 1).max(1)
            }
            _ => 0,
        };
        Ok(GapsAnswer { missing: missing as f64 })
    }
}
