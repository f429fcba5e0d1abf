//! Parabolic stop and reverse (Wilder 1978): a stop that moves a part of its way to the extreme of the trend at each bar, the part growing with each
//! new extreme, and that changes sides when the price passes it.

use hashinsight_numerics::{max, min, state::impossible};
use hashinsight_units::json::Told;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::{Candle, Indicator};
use crate::refuse::refuse;

/// Inputs of [`ParabolicSar`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ParabolicParams {
    /// Part of the way to the extreme at the start of a trend, and by how much it grows with each new extreme.
    #[record(default = 0.02, range = 0.0..=1.0)]
    pub step: f64,
    /// Greatest part of the way: at least `step`.
    #[record(default = 0.2, range = 0.0..=1.0)]
    pub most: f64,
}

/// A trend, its stop for the next bar, its extreme, and the part of the way.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Course {
    is_up: bool,
    stop: f64,
    extreme: f64,
    part: f64,
}

/// Parabolic stop, in the unit of the prices: below them while the trend is up, above them while it is down. It begins at the second bar, as in
/// TA-Lib: downward if the lows fell by more than the highs rose.
///
/// ```
/// use hashinsight_signals::indicators::{Candle, Indicator, ParabolicParams, ParabolicSar};
/// let mut stop = ParabolicSar::new(&ParabolicParams::new())?;
/// stop.next(Candle { high: 92.0, low: 90.0, close: 91.0 });
/// assert_eq!(stop.next(Candle { high: 95.0, low: 91.0, close: 94.0 }), 90.0);
/// assert_eq!(stop.next(Candle { high: 96.0, low: 93.0, close: 95.0 }), 90.0 + 0.02 * (95.0 - 90.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ParabolicSar {
    before: Option<Candle>,
    course: Option<Course>,
    #[serde(skip)]
    step: f64,
    #[serde(skip)]
    most: f64,
}

impl Course {
    /// The course at the second bar.
    fn begun(before: Candle, bar: Candle, step: f64) -> Self {
        let (rise, fall) = (bar.high - before.high, before.low - bar.low);
        let is_up = fall <= 0.0 || rise >= fall;
        let (stop, extreme) = if is_up { (before.low, bar.high) } else { (before.high, bar.low) };
        Self { is_up, stop, extreme, part: step }
    }

    /// The same, where up is down: what is true of one side is true of the other.
    fn turned(self) -> Self {
        Self { is_up: !self.is_up, stop: -self.stop, extreme: -self.extreme, part: self.part }
    }

    /// The stop of a bar, and the course after it.
    fn next(mut self, before: Candle, bar: Candle, step: f64, most: f64) -> (f64, Self) {
        if !self.is_up {
            let turned = |candle: Candle| Candle { high: -candle.low, low: -candle.high, close: -candle.close };
            let (stop, course) = self.turned().next(turned(before), turned(bar), step, most);
            return (0.0 - stop, course.turned());
        }
        if bar.low <= self.stop {
            let stop = max(max(self.extreme, before.high), bar.high);
            let next = stop + step * (bar.low - stop);
            let next = max(max(next, before.high), bar.high);
            return (stop, Self { is_up: false, stop: next, extreme: bar.low, part: step });
        }
        let stop = self.stop;
        if bar.high > self.extreme {
            (self.extreme, self.part) = (bar.high, min(self.part + step, most));
        }
        let next = stop + self.part * (self.extreme - stop);
        self.stop = min(min(next, before.low), bar.low);
        (stop, self)
    }
}

impl Indicator for ParabolicSar {
    const PATH: &'static str = "signals.parabolic_sar";
    type Params = ParabolicParams;
    type Input = Candle;
    type Output = f64;

    fn prepare(&mut self, params: &ParabolicParams) -> Result<(), Error> {
        params.check()?;
        if params.most < params.step {
            return Err(refuse("most", params.most, format!("at least step {}", Told(params.step))));
        }
        (self.step, self.most) = (params.step, params.most);
        let finite = |bar: Candle| bar.high.is_finite() && bar.low.is_finite() && bar.close.is_finite();
        let sound = |course: Course| {
            course.stop.is_finite() && course.extreme.is_finite() && (0.0..=self.most).contains(&course.part)
        };
        let possible = self.before.is_none_or(finite) && self.course.is_none_or(sound);
        let complete = self.course.is_none() || self.before.is_some();
        if possible && complete { Ok(()) } else { Err(impossible("course")) }
    }

    fn next(&mut self, candle: Candle) -> f64 {
        let Some(before) = self.before.replace(candle) else { return f64::NAN };
        let (step, most) = (self.step, self.most);
        let (stop, course) = match self.course {
            Some(course) => course.next(before, candle, step, most),
            // At the bar where it begins, no bar before it holds the stop.
            None => Course::begun(before, candle, step).next(candle, candle, step, most),
        };
        self.course = Some(course);
        stop + 0.0
    }

    fn warmup(_: &ParabolicParams) -> u64 {
        1
    }

    fn stable_after(_: &ParabolicParams, _: u32) -> Option<u64> {
        None
    }
}
