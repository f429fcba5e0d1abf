//! One pass over returns.

use hashinsight_numerics::ln_slice;

use super::Returns;
use super::moments::{BLOCK, Moments, lane_sums};

/// What one pass over returns gives: every measure that does not need them in the order of their size.
///
/// A block of 512 returns is read a few times while it lies in the nearest cache; blocks are merged in order. So the answer has the bits of
/// one written order, whatever the machine.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnStatistics {
    pub(super) periods: f64,
    pub(super) moments: Moments,
    pub(super) sum: f64,
    /// The minimum that each return is held to.
    pub(super) minimum: f64,
    /// Sum of `min(0, r - minimum)^2`, of `(r - minimum)+` and of `(minimum - r)+`.
    pub(super) shortfall_squares: f64,
    pub(super) excesses: f64,
    pub(super) shortfalls: f64,
    pub(super) wins: Side,
    pub(super) losses: Side,
    /// Wealth of 1 at the end.
    pub(super) wealth: f64,
    pub(super) drawdown: DrawdownSums,
    pub(super) trend: Trend,
}

/// Returns of one sign.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Side {
    pub(super) count: f64,
    pub(super) sum: f64,
}

/// Drawdowns, which are 0 or negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct DrawdownSums {
    pub(super) least: f64,
    pub(super) moments: Moments,
    pub(super) squares: f64,
}

/// Logarithm of the wealth over time: mean of both and central sums, which merge.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Trend {
    count: f64,
    mean_time: f64,
    mean_log: f64,
    pub(super) time_squares: f64,
    pub(super) log_squares: f64,
    pub(super) products: f64,
}

impl Trend {
    fn of_block(first: f64, logs: &[f64]) -> Self {
        let count = logs.len() as f64;
        let mean_time = first + 0.5 * (count - 1.0);
        let [total] = lane_sums(logs.len(), |i| [logs[i]]);
        let mean_log = total / count;
        let [log_squares, products] = lane_sums(logs.len(), |i| {
            let d = logs[i] - mean_log;
            [d * d, d * (first + i as f64 - mean_time)]
        });
        Self { count, mean_time, mean_log, time_squares: count * (count * count - 1.0) / 12.0, log_squares, products }
    }

    fn merge(&self, other: &Self) -> Self {
        let count = self.count + other.count;
        let part = self.count * other.count / count;
        let (time, log) = (other.mean_time - self.mean_time, other.mean_log - self.mean_log);
        Self {
            count,
            mean_time: self.mean_time + time * other.count / count,
            mean_log: self.mean_log + log * other.count / count,
            time_squares: self.time_squares + other.time_squares + time * time * part,
            log_squares: self.log_squares + other.log_squares + log * log * part,
            products: self.products + other.products + time * log * part,
        }
    }
}

/// Wealth on its way.
struct Way {
    wealth: f64,
    peak: f64,
    wealths: [f64; BLOCK],
    drawdowns: [f64; BLOCK],
    logs: [f64; BLOCK],
}

impl Way {
    /// Wealth after each return of a block, and how far it is below its peak.
    fn walk(&mut self, block: &[f64]) {
        let Self { wealth, peak, wealths, drawdowns, .. } = self;
        for ((r, slot), high) in block.iter().zip(wealths.iter_mut()).zip(drawdowns.iter_mut()) {
            *wealth *= 1.0 + r;
            if *wealth > *peak {
                *peak = *wealth;
            }
            (*slot, *high) = (*wealth, *peak);
        }
        for (high, wealth) in drawdowns[..block.len()].iter_mut().zip(&*wealths) {
            *high = wealth / *high - 1.0;
        }
    }
}

impl ReturnStatistics {
    /// The pass. `minimum` is the acceptable return per period that downside and omega are about; 0 by custom.
    pub fn of(returns: &Returns<'_>, minimum: f64) -> Self {
        let mut all = Self {
            periods: returns.periods() as f64,
            moments: Moments::default(),
            sum: 0.0,
            minimum,
            shortfall_squares: 0.0,
            excesses: 0.0,
            shortfalls: 0.0,
            wins: Side::default(),
            losses: Side::default(),
            wealth: 1.0,
            drawdown: DrawdownSums::default(),
            trend: Trend::default(),
        };
        let empty = [0.0; BLOCK];
        let mut way = Way { wealth: 1.0, peak: 1.0, wealths: empty, drawdowns: empty, logs: empty };
        for (index, block) in returns.values().chunks(BLOCK).enumerate() {
            way.walk(block);
            all.add_sides(block);
            all.add_way(index * BLOCK, block.len(), &mut way);
            all.moments = all.moments.merge(&Moments::of_block(block));
        }
        all.wealth = way.wealth;
        all
    }

    fn add_sides(&mut self, block: &[f64]) {
        let minimum = self.minimum;
        let part = |x: f64| if x > 0.0 { x } else { 0.0 };
        let [sum, shortfall_squares, excesses, shortfalls] = lane_sums(block.len(), |i| {
            let (r, over, under) = (block[i], part(block[i] - minimum), part(minimum - block[i]));
            [r, under * under, over, under]
        });
        let [wins, won, losses, lost] = lane_sums(block.len(), |i| {
            let r = block[i];
            let [is_win, is_loss] = [r > 0.0, r < 0.0].map(|is| if is { 1.0 } else { 0.0 });
            [is_win, part(r), is_loss, part(-r)]
        });
        self.sum += sum;
        self.shortfall_squares += shortfall_squares;
        self.excesses += excesses;
        self.shortfalls += shortfalls;
        self.wins = Side { count: self.wins.count + wins, sum: self.wins.sum + won };
        self.losses = Side { count: self.losses.count + losses, sum: self.losses.sum + lost };
    }

    fn add_way(&mut self, first: usize, count: usize, way: &mut Way) {
        let drawdowns = &way.drawdowns[..count];
        let least = drawdowns.iter().fold(self.drawdown.least, |least, d| if *d < least { *d } else { least });
        let [squares] = lane_sums(count, |i| [drawdowns[i] * drawdowns[i]]);
        self.drawdown = DrawdownSums {
            least,
            moments: self.drawdown.moments.merge(&Moments::of_block(drawdowns)),
            squares: self.drawdown.squares + squares,
        };
        let (wealths, logs) = (&way.wealths[..count], &mut way.logs[..count]);
        ln_slice(wealths, logs).unwrap_or_else(|error| unreachable!("slices of one length: {error}"));
        self.trend = self.trend.merge(&Trend::of_block(first as f64, logs));
    }

    /// Moments of the returns.
    pub const fn moments(&self) -> &Moments {
        &self.moments
    }

    /// Number of observed returns.
    pub const fn observations(&self) -> f64 {
        self.moments.count()
    }
}
