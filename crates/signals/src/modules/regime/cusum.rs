//! Cumulative sums (Page 1954): a small lasting shift of the mean, found by what adds up.
//!
//! ```text
//! up_t   = max(0, up_(t-1)   + x_t - mean - slack)
//! down_t = max(0, down_(t-1) - x_t + mean - slack)
//! ```
//!
//! An alarm is raised where a sum exceeds the threshold; both begin again from 0 at the next value. For standard normal values, a slack
//! of 0.5 and a threshold of 4, there is a false alarm about every 168 values; a threshold of 5 makes it 465 (Montgomery 2009, table 9.3).

use hashinsight_numerics::max;
use hashinsight_units::Record;

/// Inputs of a cumulative sum: reference, drift and limit.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CusumParams {
    /// Mean of the series while nothing changes, in the unit of the series.
    #[record(range = -1e100..=1e100, default = 0.0)]
    pub mean: f64,
    /// Distance from the mean that does not count, in the unit of the series: half of the shift to be found.
    #[record(range = 0.0..=1e100, default = 0.5)]
    pub slack: f64,
    /// Sum beyond which there is an alarm, in the unit of the series.
    #[record(range = 0.0..=1e100, default = 5.0)]
    pub threshold: f64,
    /// Whether both sums begin again after an alarm.
    #[record(default = true)]
    pub restart: bool,
}

/// Direction of an alarm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum CusumAlarm {
    /// No alarm.
    #[default]
    Quiet,
    /// The mean has risen.
    Up,
    /// The mean has fallen.
    Down,
}

/// The two sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Cusum {
    up: f64,
    down: f64,
    alarmed: bool,
}

/// Output of a [`Cusum`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = CusumTable)]
#[non_exhaustive]
pub struct CusumOutput {
    /// Sum of what lies above the mean, in the unit of the series.
    pub up: f64,
    /// Sum of what lies below the mean, in the unit of the series.
    pub down: f64,
    /// Alarm at this value.
    pub alarm: CusumAlarm,
}

impl Cusum {
    /// Takes the next value.
    ///
    /// ```
    /// use hashinsight_signals::modules::regime::{Cusum, CusumAlarm, CusumParams};
    /// let (params, mut sums) = (CusumParams::new().threshold(4.0), Cusum::default());
    /// let alarms = [0.1, -0.2, 2.1, 1.8, 2.4].map(|value| sums.next(&params, value).alarm);
    /// assert_eq!(alarms[3..], [CusumAlarm::Quiet, CusumAlarm::Up]);
    /// ```
    pub fn next(&mut self, params: &CusumParams, value: f64) -> CusumOutput {
        let CusumParams { mean, slack, threshold, restart } = *params;
        if self.alarmed && restart {
            *self = Self::default();
        }
        self.up = max(0.0, self.up + value - mean - slack);
        self.down = max(0.0, self.down - value + mean - slack);
        let alarm = if self.up > threshold {
            CusumAlarm::Up
        } else if self.down > threshold {
            CusumAlarm::Down
        } else {
            CusumAlarm::Quiet
        };
        self.alarmed = alarm != CusumAlarm::Quiet;
        CusumOutput { up: self.up, down: self.down, alarm }
    }

    pub(super) fn is_possible(&self) -> bool {
        self.up >= 0.0 && self.down >= 0.0 && self.up.is_finite() && self.down.is_finite()
    }
}
