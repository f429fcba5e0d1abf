//! A fall from the running maximum under a price that jumps.
//!
//! A path goes from jump to jump in steps that are short beside the fall. The maximum of a step is drawn from its law between its ends, `(x + y +
//! sqrt((y - x)^2 - 2 v ln U)) / 2`, and the fall is touched with the probability of the bridge, `e^(-2 (x - B) (y - B) / v)`, at a level `B` that lies
//! between the one below the maximum before the step and the one below that after it. Both are counted: the value is their mean, and half of what
//! lies between them is part of the bound of the bias.

use hashinsight_numerics::{exp, ln, ln_1p};
use hashinsight_units::json::Told;
use hashinsight_units::{Error, Fraction};

use super::{MAXIMA, NORMALS, Process};
use crate::cover::PaymentTime;
use crate::quote::model::Paths;
use crate::quote::value::{Setting, Value};
use crate::refuse::refuse;

/// Deviations of a step in a fall, where the steps are not too many.
const FINE: f64 = 8.0;
/// Fewest deviations of a step in a fall.
const COARSE: f64 = 4.0;
const FEWEST_STEPS: f64 = 8.0;
const MOST_STEPS: f64 = 1024.0;

/// Number of steps of a watch for a fall.
///
/// # Errors
/// `insurance.fall.out_of_range` for a fall so small, or a period so long, that the steps are not short beside it.
pub(in crate::quote) fn fall_steps(setting: &Setting, fall: Fraction, paths: &Paths) -> Result<f64, Error> {
    let sigma = paths.volatility.get();
    let (span, depth) = (setting.years.get() - setting.from.get(), -ln_1p(-fall.get()));
    let fine = FINE * sigma / depth;
    let wanted = (span * fine * fine).ceil();
    let steps = if wanted < FEWEST_STEPS { FEWEST_STEPS } else { wanted };
    let steps = if steps > MOST_STEPS { MOST_STEPS } else { steps };
    let least = COARSE * sigma * (span / steps).sqrt();
    if depth < least {
        let allowed = format!("at least {}, for so long a period by simulation", Told(1.0 - exp(-least)));
        return Err(refuse("fall", fall.get(), allowed).at("drawdown").at("cover.peril"));
    }
    Ok(steps)
}

/// A fall from the maximum since the watch began, in so many steps: the maximum begins anew there, so waiting only postpones it.
pub(in crate::quote) fn fallen(
    setting: &Setting,
    fall: Fraction,
    payout: f64,
    paths: &Paths,
    steps: f64,
) -> Result<Value, Error> {
    let process = Process::new(setting, paths)?;
    let from = setting.from.get();
    let (span, depth) = (setting.years.get() - from, -ln_1p(-fall.get()));
    let mut jumps = Vec::new();
    let found = process.estimate(|path| {
        process.draw(path, span, &mut jumps);
        let [own, twin] = [1.0, -1.0].map(|sign| {
            let watch = Watch { setting, process: &process, from, span, steps, depth };
            watch.go(path, sign, &jumps)
        });
        std::array::from_fn(|k| 0.5 * (own[k] + twin[k]))
    });
    let ([value, probability, bias], [value_error, probability_error, _]) = (found.mean, found.error);
    let simulation = Some(process.simulation(probability_error, payout * value_error, payout * bias));
    let pairs = found.first.iter().map(|value| payout * value).collect();
    Ok(Value { simulation, pairs, ..Value::closed(payout * value, vec![(payout, probability)]) })
}

struct Watch<'a> {
    setting: &'a Setting,
    process: &'a Process,
    from: f64,
    span: f64,
    steps: f64,
    depth: f64,
}

/// A path with the level below the maximum before each step, and with that below the maximum after it.
#[derive(Default)]
struct Bounds {
    alive: [f64; 2],
    touched: [f64; 2],
    worth: [f64; 2],
    late: f64,
}

impl Watch<'_> {
    /// Discounted payment of 1, probability, bound of the bias; `sign` mirrors the diffusion.
    fn go(&self, path: u64, sign: f64, jumps: &[(f64, f64)]) -> [f64; 3] {
        let Self { process, span, depth, .. } = *self;
        let mut bounds = Bounds { alive: [1.0; 2], ..Bounds::default() };
        let (mut now, mut x, mut highest, mut number) = (0.0, 0.0, 0.0, 0);
        let mut jumps = jumps.iter().copied().peekable();
        let mut step = 1.0;
        while step <= self.steps && bounds.alive[0] > 0.0 {
            let date = span * (step / self.steps);
            let jump = jumps.next_if(|jump| jump.0 <= date);
            let end = jump.map_or(date, |jump| jump.0);
            let variance = process.sigma * process.sigma * (end - now);
            let start = x;
            x += process.drift * (end - now) + sign * variance.sqrt() * process.random.normal(path, NORMALS + number);
            let before: f64 = highest;
            let ascent = x - start;
            let chance = process.random.uniform(path, MAXIMA + number);
            let top = 0.5 * (start + x + (ascent * ascent - 2.0 * variance * ln(chance)).sqrt());
            highest = if top > highest { top } else { highest };
            number += 1;
            let touch = |level: f64| {
                if start <= level || x <= level {
                    1.0
                } else if variance == 0.0 {
                    0.0
                } else {
                    exp(-2.0 * (start - level) * (x - level) / variance)
                }
            };
            self.pay(&mut bounds, [touch(before - depth), touch(highest - depth)], now, end);
            now = end;
            if let Some((_, size)) = jump {
                x += size;
                let falls = if x <= highest - depth { 1.0 } else { 0.0 };
                self.pay(&mut bounds, [falls; 2], now, now);
                highest = if x > highest { x } else { highest };
            } else {
                step += 1.0;
            }
        }
        let Bounds { touched, worth, late, .. } = bounds;
        [0.5 * (worth[0] + worth[1]), 0.5 * (touched[0] + touched[1]), 0.5 * (worth[1] - worth[0]).abs() + late]
    }

    fn pay(&self, bounds: &mut Bounds, chance: [f64; 2], start: f64, end: f64) {
        let setting = self.setting;
        let [early, late] = if setting.payment == PaymentTime::AtTrigger {
            [start, end].map(|t| setting.discount(self.from + t))
        } else {
            [setting.discount(setting.years.get()); 2]
        };
        for k in [0, 1] {
            let share = bounds.alive[k] * chance[k];
            bounds.touched[k] += share;
            bounds.worth[k] += share * 0.5 * (early + late);
            bounds.late += 0.5 * share * 0.5 * (early - late).abs();
            bounds.alive[k] *= 1.0 - chance[k];
        }
    }
}
