//! One pass over returns.

use hashinsight_numerics::{ln_slice, sums, sums_of_pairs};
use multiversion::multiversion;

use super::Returns;
use super::moments::{BLOCK, Moments};

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
    pub(super) sum: f64,
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
    /// `times` are 0, 1, 2, ..., at least as many as logarithms.
    fn of_block(first: f64, times: &[f64], logs: &[f64]) -> Self {
        let count = logs.len() as f64;
        let middle = 0.5 * (count - 1.0);
        let (mean_log, log_squares, products) = trend_sums(logs, times, middle);
        let time_squares = count * (count * count - 1.0) / 12.0;
        Self { count, mean_time: first + middle, mean_log, time_squares, log_squares, products }
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

/// Wealth on its way, block by block.
pub(super) struct Way {
    pub(super) wealth: f64,
    peak: f64,
    wealths: [f64; BLOCK],
    drawdowns: [f64; BLOCK],
    logs: [f64; BLOCK],
    times: [f64; BLOCK],
}

impl Way {
    pub(super) fn new() -> Self {
        let empty = [0.0; BLOCK];
        let times = std::array::from_fn(|i| i as f64);
        Self { wealth: 1.0, peak: 1.0, wealths: empty, drawdowns: empty, logs: empty, times }
    }

    /// Wealth after each return of a block, and how far it is below its peak.
    pub(super) fn walk(&mut self, block: &[f64]) -> &[f64] {
        let Self { wealths, drawdowns, .. } = self;
        // In registers: through memory each step would wait for the one before.
        let (mut wealth, mut peak) = (self.wealth, self.peak);
        for ((r, slot), high) in block.iter().zip(wealths.iter_mut()).zip(drawdowns.iter_mut()) {
            wealth *= 1.0 + r;
            peak = if wealth > peak { wealth } else { peak };
            (*slot, *high) = (wealth, peak);
        }
        (self.wealth, self.peak) = (wealth, peak);
        let drawdowns = &mut drawdowns[..block.len()];
        fall(drawdowns, wealths);
        drawdowns
    }
}

/// Peaks become drawdowns.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn fall(peaks: &mut [f64], wealths: &[f64]) {
    for (peak, wealth) in peaks.iter_mut().zip(wealths) {
        *peak = wealth / *peak - 1.0;
    }
}

/// Mean of the logarithms, their squared distances from it, and the products of these with the distances in time.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn trend_sums(logs: &[f64], times: &[f64], middle: f64) -> (f64, f64, f64) {
    let [sum] = sums(logs, |log| [log]);
    let mean = sum / logs.len() as f64;
    let [squares, products] =
        sums_of_pairs(logs, times, |log, time| [(log - mean) * (log - mean), (log - mean) * (time - middle)]);
    (mean, squares, products)
}

/// Sum of returns; shortfall squared, excess and shortfall; number and sum of gains, number and sum of losses.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn side_sums(block: &[f64], minimum: f64) -> (f64, [f64; 3], [f64; 4]) {
    let part = |x: f64| if x > 0.0 { x } else { 0.0 };
    let one = |is: bool| if is { 1.0 } else { 0.0 };
    let [sum, wins, won, losses, lost, squares] = sums(block, |r| {
        let under = part(minimum - r);
        [r, one(r > 0.0), part(r), one(r < 0.0), part(-r), under * under]
    });
    let beyond = if minimum == 0.0 {
        [squares, won, lost] // the same terms
    } else {
        let [excesses, shortfalls] = sums(block, |r| [part(r - minimum), part(minimum - r)]);
        [squares, excesses, shortfalls]
    };
    (sum, beyond, [wins, won, losses, lost])
}

/// Sum and sum of squares of drawdowns.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn depth_sums(drawdowns: &[f64]) -> [f64; 2] {
    sums(drawdowns, |depth| [depth, depth * depth])
}

/// Wealth of 1 after all returns, and the least drawdown on the way: what [`ReturnStatistics`] says of both, without the rest.
pub(crate) fn wealth_and_drawdown(returns: &[f64]) -> (f64, f64) {
    let mut way = Way::new();
    let deeper = |deepest: f64, block: &[f64]| {
        let in_block = least(way.walk(block));
        if in_block < deepest { in_block } else { deepest }
    };
    let deepest = returns.chunks(BLOCK).fold(0.0, deeper);
    (way.wealth, deepest)
}

/// The least number of a list and of 0.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn least(values: &[f64]) -> f64 {
    let lesser = |a: f64, b: f64| if b < a { b } else { a };
    let (whole, rest) = values.as_chunks::<8>();
    let mut lanes = [0.0; 8];
    for values in whole {
        for (least, value) in lanes.iter_mut().zip(values) {
            *least = lesser(*least, *value);
        }
    }
    rest.iter().chain(&lanes).fold(0.0, |least, value| lesser(least, *value))
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
        let mut way = Way::new();
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
        let (sum, [shortfall_squares, excesses, shortfalls], [wins, won, losses, lost]) =
            side_sums(block, self.minimum);
        self.sum += sum;
        self.shortfall_squares += shortfall_squares;
        self.excesses += excesses;
        self.shortfalls += shortfalls;
        self.wins = Side { count: self.wins.count + wins, sum: self.wins.sum + won };
        self.losses = Side { count: self.losses.count + losses, sum: self.losses.sum + lost };
    }

    fn add_way(&mut self, first: usize, count: usize, way: &mut Way) {
        let drawdowns = &way.drawdowns[..count];
        let [sum, squares] = depth_sums(drawdowns);
        let block_least = least(drawdowns);
        let before = self.drawdown;
        self.drawdown = DrawdownSums {
            least: if block_least < before.least { block_least } else { before.least },
            sum: before.sum + sum,
            squares: before.squares + squares,
        };
        let (wealths, logs) = (&way.wealths[..count], &mut way.logs[..count]);
        ln_slice(wealths, logs).unwrap_or_else(|error| unreachable!("slices of one length: {error}"));
        self.trend = self.trend.merge(&Trend::of_block(first as f64, &way.times, logs));
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
