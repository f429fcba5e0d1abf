//! The last `n` values in order: their median, and the rank of the newest.

use std::collections::VecDeque;

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::Indicator;

/// Inputs of [`RollingMedian`] and [`PercentileRank`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct OrderParams {
    /// Length of the window, in observations.
    #[record(range = 1..=100_000, example = 100)]
    pub length: u32,
}

/// The last values, by age and by size.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Ordered {
    values: VecDeque<f64>,
    #[serde(skip)]
    sorted: Vec<f64>,
    #[serde(skip)]
    length: usize,
}

impl Ordered {
    fn prepare(&mut self, params: &OrderParams) -> Result<(), Error> {
        params.check()?;
        self.length = params.length as usize;
        self.sorted = self.values.iter().copied().collect();
        self.sorted.sort_unstable_by(f64::total_cmp);
        let possible = self.values.len() <= self.length && self.values.iter().all(|value| value.is_finite());
        if possible { Ok(()) } else { Err(impossible("window")) }
    }

    /// Number of values below this one.
    fn below(&self, value: f64) -> usize {
        self.sorted.partition_point(|other| *other < value)
    }

    fn is_full(&self) -> bool {
        self.values.len() == self.length
    }

    fn push(&mut self, value: f64) {
        if self.is_full()
            && let Some(oldest) = self.values.pop_front()
        {
            let place = self.below(oldest);
            self.sorted.remove(place);
        }
        self.values.push_back(value);
        self.sorted.insert(self.below(value), value);
    }
}

/// Median of the last values, in the unit of the series: of an even number, the mean of the two in the middle.
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, OrderParams, RollingMedian};
/// assert_eq!(RollingMedian::batch(&OrderParams::new(3), &[3.0, 1.0, 2.0, 9.0])?[2..], [2.0, 2.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RollingMedian(Ordered);

impl Indicator for RollingMedian {
    const PATH: &'static str = "signals.rolling_median";
    type Params = OrderParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &OrderParams) -> Result<(), Error> {
        self.0.prepare(params)
    }

    fn next(&mut self, value: f64) -> f64 {
        self.0.push(value);
        if !self.0.is_full() {
            return f64::NAN;
        }
        let (sorted, middle) = (&self.0.sorted, self.0.length / 2);
        if self.0.length % 2 == 1 { sorted[middle] } else { 0.5 * (sorted[middle - 1] + sorted[middle]) }
    }

    fn warmup(params: &OrderParams) -> u64 {
        u64::from(params.length) - 1
    }
}

/// Fraction of the `length` values before that are less than the current one: TA-Lib's PERCENTRANK is a hundred times that.
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, OrderParams, PercentileRank};
/// assert_eq!(PercentileRank::batch(&OrderParams::new(2), &[3.0, 1.0, 2.0, 9.0])?[2..], [0.5, 1.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PercentileRank(Ordered);

impl Indicator for PercentileRank {
    const PATH: &'static str = "signals.percentile_rank";
    type Params = OrderParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &OrderParams) -> Result<(), Error> {
        self.0.prepare(params)
    }

    fn next(&mut self, value: f64) -> f64 {
        let rank = if self.0.is_full() { self.0.below(value) as f64 / self.0.length as f64 } else { f64::NAN };
        self.0.push(value);
        rank
    }

    fn warmup(params: &OrderParams) -> u64 {
        u64::from(params.length)
    }
}
