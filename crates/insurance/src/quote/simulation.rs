//! Merton's model where a watch begins later, has two sides, or pays in the coin: paths from jump to jump, with the bridge between them.
//!
//! Between two places `a` and `b` above the lower of two levels `w` apart, over a variance `v`, a Brownian motion has touched neither with
//!
//! ```text
//! sum over k of  e^(-2 k w (k w + b - a) / v) - e^(-2 (k w + a) (k w + b) / v),      one level: 1 - e^(-2 a b / v)
//! ```
//!
//! so that there is no grid in the watch; payments are discounted by the middle of the step in which the touch falls, and how far that may be
//! off is the bound of the bias. Each path comes with its twin: the same jumps, the mirrored diffusion. A path is a function of (seed, path).

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_numerics::{Philox, exp, exp_m1, ln_ratio, sum_by};
use hashinsight_units::Error;

use super::MertonModel;
use super::request::SimulationError;
use super::value::{Setting, Value};
use crate::cover::{PaymentTime, TriggerLevel, estimate};

/// Equal steps of the watch, beside the jumps: they bound how far the moment of a payment may be off.
const STEPS: u32 = 8;
/// Place of the number of jumps among the random numbers of a path.
const COUNT: u64 = 0;
/// Places of the times of the jumps.
const TIMES: u64 = 1 << 20;
/// Places of the sizes of the jumps.
const SIZES: u64 = 2 << 20;
/// Places of the steps of the diffusion.
const NORMALS: u64 = 3 << 20;
/// Most jumps of a path.
const MOST_JUMPS: u32 = 4000;

/// Price on its way, in logarithms of what it was.
struct Walk<'a> {
    setting: &'a Setting,
    /// Distance of the lower and of the upper level; infinite where there is none.
    levels: [f64; 2],
    sigma: f64,
    /// Drift of the logarithm between jumps.
    drift: f64,
    /// Times and sizes of the jumps, in order.
    jumps: Vec<(f64, f64)>,
    /// Ends of the equal steps: the beginning of the watch first.
    dates: Vec<f64>,
}

/// What a path gives: discounted payment per unit of payout, probability of a touch, bound of the bias.
type Sums = [f64; 3];

/// One or two levels under Merton's model.
pub(super) fn simulated(setting: &Setting, levels: &[TriggerLevel], model: &MertonModel) -> Result<Value, Error> {
    let payout = levels.first().map_or(0.0, |level| estimate(level.payout));
    let spot = setting.spot.get();
    let mut borders = [f64::NEG_INFINITY, f64::INFINITY];
    for level in levels {
        borders[usize::from(level.side == BarrierSide::Up)] = ln_ratio(level.price, spot);
    }
    let (from, until, sigma) = (setting.from.get(), setting.years.get(), model.volatility.get());
    let jumps = model.jumps;
    let deviation = jumps.log_jump_deviation.get();
    let growth = exp_m1(jumps.mean_log_jump.get() + 0.5 * deviation * deviation);
    let intensity = jumps.jumps_per_year.get();
    if sigma == 0.0 {
        return Err(crate::refuse::refuse("volatility", sigma, "above 0, at most 20"));
    }
    if intensity * until > 500.0 {
        return Err(crate::refuse::refuse("jumps_per_year", intensity, "at most 500 expected until the cover expires"));
    }
    let mut walk = Walk {
        setting,
        levels: borders,
        sigma,
        drift: setting.drift.get() - 0.5 * sigma * sigma - intensity * growth,
        jumps: Vec::new(),
        dates: (0..=STEPS).map(|k| from + (until - from) * (f64::from(k) / f64::from(STEPS))).collect(),
    };
    let random = Philox::new(model.seed);
    let pairs: Vec<Sums> = (0..u64::from(model.pairs))
        .map(|path| {
            walk.draw(random, path, intensity * until, [jumps.mean_log_jump.get(), deviation]);
            let [path_sums, twin] = [1.0, -1.0].map(|sign| walk.go(random, path, sign));
            std::array::from_fn(|k| 0.5 * (path_sums[k] + twin[k]))
        })
        .collect();
    let n = f64::from(model.pairs);
    let mean = |k: usize| sum_by(pairs.len(), |pair| pairs[pair][k]) / n;
    let error = |k: usize, mean: f64| {
        let squares = sum_by(pairs.len(), |pair| (pairs[pair][k] - mean) * (pairs[pair][k] - mean));
        (squares / (n - 1.0) / n).sqrt()
    };
    let [value, probability, bias] = [0, 1, 2].map(mean);
    let simulation = SimulationError {
        pairs: model.pairs,
        seed: model.seed,
        probability_standard_error: error(1, probability),
        pure_standard_error: payout * error(0, value),
        pure_bias_bound: payout * bias,
    };
    let payouts = vec![(payout, probability)];
    Ok(Value { pure: payout * value, payouts, greeks: None, simulation: Some(simulation) })
}

impl Walk<'_> {
    /// Jumps of a path.
    fn draw(&mut self, random: Philox, path: u64, expected: f64, [mean, deviation]: [f64; 2]) {
        self.jumps.clear();
        let uniform = random.uniform(path, COUNT);
        let (mut mass, mut below, mut count) = (exp(-expected), exp(-expected), 0_u32);
        while uniform > below && count < MOST_JUMPS && mass > 1e-300 {
            count += 1;
            mass *= expected / f64::from(count);
            below += mass;
        }
        let until = self.setting.years.get();
        for jump in 0..u64::from(count) {
            let time = until * random.uniform(path, TIMES + jump);
            self.jumps.push((time, mean + deviation * random.normal(path, SIZES + jump)));
        }
        self.jumps.sort_by(|a, b| a.0.total_cmp(&b.0));
    }

    /// Whether a place is beyond a level.
    fn is_beyond(&self, x: f64) -> bool {
        x <= self.levels[0] || x >= self.levels[1]
    }

    /// Probability that neither level is touched between two places inside.
    fn stays(&self, start: f64, end: f64, variance: f64) -> f64 {
        let [low, high] = self.levels;
        let one = |a: f64, b: f64| -exp_m1(-2.0 * a * b / variance);
        if high == f64::INFINITY {
            return one(start - low, end - low);
        }
        if low == f64::NEG_INFINITY {
            return one(high - start, high - end);
        }
        let (width, a, b) = (high - low, start - low, end - low);
        let term = |k: f64| {
            let shift = k * width;
            exp(-2.0 * shift * (shift + b - a) / variance) - exp(-2.0 * (shift + a) * (shift + b) / variance)
        };
        let (mut sum, mut k) = (term(0.0), 1.0);
        // Beyond, every term is below e^-40.
        while 2.0 * (k - 1.0) * (k - 1.0) * width * width < 40.0 * variance || k < 3.0 {
            sum += term(k) + term(-k);
            k += 1.0;
        }
        if sum > 0.0 { sum } else { 0.0 }
    }

    /// One path; `sign` mirrors the diffusion.
    fn go(&self, random: Philox, path: u64, sign: f64) -> Sums {
        let setting = self.setting;
        let (mut now, mut x, mut alive, mut normal) = (0.0, 0.0, 1.0, NORMALS);
        let [mut value, mut touched, mut bias] = [0.0; 3];
        let mut pay = |chance: f64, start: f64, end: f64, at: f64| {
            touched += chance;
            if setting.payment == PaymentTime::AtTrigger {
                let [early, late] = [start, end].map(|t| setting.discount(t));
                let worth = chance * if setting.in_coin { exp(at) } else { 1.0 };
                value += worth * 0.5 * (early + late);
                bias += worth * 0.5 * (early - late).abs();
            }
        };
        let mut jumps = self.jumps.iter().copied().peekable();
        for (place, date) in self.dates.iter().enumerate() {
            loop {
                let jump = jumps.next_if(|jump| jump.0 <= *date);
                let end = jump.map_or(*date, |jump| jump.0);
                let span = end - now;
                let variance = self.sigma * self.sigma * span;
                let start = x;
                x += self.drift * span + sign * variance.sqrt() * random.normal(path, normal);
                normal += 1;
                let watched = place > 0;
                if watched && span > 0.0 {
                    let stays = if self.is_beyond(x) { 0.0 } else { self.stays(start, x, variance) };
                    // Where a level is touched on the way, the price is that of the level: the one on whose side it ends.
                    let middle = 0.5 * (start + x);
                    let at =
                        if self.levels[1] - middle < middle - self.levels[0] { self.levels[1] } else { self.levels[0] };
                    pay(alive * (1.0 - stays), now, end, at);
                    alive *= stays;
                }
                now = end;
                if let Some((_, size)) = jump {
                    x += size;
                    if watched && self.is_beyond(x) {
                        pay(alive, now, now, x);
                        alive = 0.0;
                    }
                } else {
                    break;
                }
            }
            // What stands beyond when the watch begins has touched.
            if place == 0 && self.is_beyond(x) {
                pay(alive, now, now, x);
                alive = 0.0;
            }
        }
        if setting.payment == PaymentTime::AtExpiry {
            value = touched * setting.discount(setting.years.get()) * if setting.in_coin { exp(x) } else { 1.0 };
        }
        [value, touched, bias]
    }
}
