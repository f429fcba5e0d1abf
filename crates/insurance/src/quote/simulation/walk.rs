//! Levels that are watched along paths: one or two, from now on or later, and leaps beyond one.

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_numerics::ln_ratio;
use hashinsight_units::Error;

use super::exits::exits;
use super::{NORMALS, Process};
use crate::cover::{PaymentTime, TriggerLevel, estimate};
use crate::quote::gap::Overshoot;
use crate::quote::model::Paths;
use crate::quote::value::{Setting, Value};

/// Equal steps of the watch, beside the jumps: they bound how far the moment of a payment may be off.
const STEPS: u32 = 8;

/// What is paid on a path.
pub(in crate::quote) enum Pays<'a> {
    /// The payout of a level that is touched within the watch; what stands beyond one when the watch begins has touched it.
    Levels,
    /// What a leap within the watch costs beyond the margin. A position that is liquidated before the watch is gone.
    Gap(&'a Overshoot),
}

struct Walk<'a> {
    setting: &'a Setting,
    process: &'a Process,
    /// Distance of the lower and of the upper level in the logarithm; infinite where there is none.
    levels: [f64; 2],
    /// Payouts of the lower and of the upper level.
    amounts: [f64; 2],
    pays: &'a Pays<'a>,
    /// Ends of the equal steps: the beginning of the watch first.
    dates: Vec<f64>,
}

/// What a path gives: discounted payment, bound of its bias, probabilities of the lower and of the upper level, and of either.
type Sums = [f64; 5];

/// One or two levels under a price that jumps.
pub(in crate::quote) fn walked(
    setting: &Setting,
    levels: &[TriggerLevel],
    pays: &Pays<'_>,
    paths: &Paths,
) -> Result<Value, Error> {
    let process = Process::new(setting, paths)?;
    let mut walk = Walk {
        setting,
        process: &process,
        levels: [f64::NEG_INFINITY, f64::INFINITY],
        amounts: [0.0; 2],
        pays,
        dates: Vec::with_capacity(STEPS as usize + 1),
    };
    for level in levels {
        let side = usize::from(level.side == BarrierSide::Up);
        walk.levels[side] = ln_ratio(level.price, setting.spot.get());
        walk.amounts[side] = estimate(level.payout);
    }
    let (from, until) = (setting.from.get(), setting.years.get());
    walk.dates.extend((0..=STEPS).map(|k| from + (until - from) * (f64::from(k) / f64::from(STEPS))));
    let (mut jumps, mut leaps) = (Vec::new(), Vec::new());
    let found = process.estimate(|path| {
        process.draw(path, until, &mut jumps);
        let [own, twin] = [1.0, -1.0].map(|sign| walk.go(path, sign, &jumps, &mut leaps));
        std::array::from_fn(|k| 0.5 * (own[k] + twin[k]))
    });
    let ([pure, bias, lower, upper, _], [pure_error, .., either_error]) = (found.mean, found.error);
    let payouts = match pays {
        Pays::Levels => match levels {
            [level] => vec![(estimate(level.payout), lower + upper)],
            _ if walk.amounts[0] == walk.amounts[1] => vec![(walk.amounts[0], lower + upper)],
            _ => vec![(walk.amounts[0], lower), (walk.amounts[1], upper)],
        },
        Pays::Gap(_) => {
            let share = 0.5 / f64::from(paths.pairs);
            leaps.into_iter().map(|(amount, chance)| (amount, share * chance)).collect()
        }
    };
    let simulation = Some(process.simulation(either_error, pure_error, bias));
    Ok(Value { pure, payouts, greeks: None, simulation, pairs: found.first })
}

impl Walk<'_> {
    /// Side by which a place is beyond a level.
    fn beyond(&self, x: f64) -> Option<usize> {
        if x <= self.levels[0] {
            Some(0)
        } else if x >= self.levels[1] {
            Some(1)
        } else {
            None
        }
    }

    /// One path; `sign` mirrors the diffusion.
    fn go(&self, path: u64, sign: f64, jumps: &[(f64, f64)], leaps: &mut Vec<(f64, f64)>) -> Sums {
        let Self { setting, process, .. } = *self;
        let (mut now, mut x, mut alive, mut normal) = (0.0, 0.0, 1.0, NORMALS);
        let mut sums = [0.0; 5];
        if matches!(self.pays, Pays::Gap(_)) && self.beyond(x).is_some() {
            return sums;
        }
        let at_end = setting.discount(setting.years.get());
        let mut pay = |chance: f64, amount: f64, side: usize, start: f64, end: f64| {
            sums[2 + side] += chance;
            sums[4] += chance;
            if setting.payment == PaymentTime::AtTrigger {
                let [early, late] = [start, end].map(|t| setting.discount(t));
                sums[0] += chance * amount * 0.5 * (early + late);
                sums[1] += chance * amount * 0.5 * (early - late).abs();
            } else {
                sums[0] += chance * amount * at_end;
            }
        };
        let mut jumps = jumps.iter().copied().peekable();
        for (place, date) in self.dates.iter().enumerate() {
            // Before the watch a gap can be lost, and nothing else.
            let (watched, stands) = (place > 0, place > 0 || matches!(self.pays, Pays::Gap(_)));
            loop {
                let jump = jumps.next_if(|jump| jump.0 <= *date);
                let end = jump.map_or(*date, |jump| jump.0);
                let span = end - now;
                let variance = process.sigma * process.sigma * span;
                let start = x;
                x += process.drift * span + sign * variance.sqrt() * process.random.normal(path, normal);
                normal += 1;
                if stands && span > 0.0 {
                    let out = exits(self.levels, start, x, variance);
                    if watched && matches!(self.pays, Pays::Levels) {
                        for side in [0, 1] {
                            if out[side] > 0.0 {
                                pay(alive * out[side], self.amounts[side], side, now, end);
                            }
                        }
                    }
                    let stays = 1.0 - out[0] - out[1];
                    alive *= if stays > 0.0 { stays } else { 0.0 };
                }
                now = end;
                let Some((_, size)) = jump else { break };
                x += size;
                if let (true, Some(side)) = (stands, self.beyond(x)) {
                    match self.pays {
                        Pays::Levels => pay(alive, self.amounts[side], side, now, now),
                        Pays::Gap(overshoot) if watched => {
                            let amount = overshoot.paid((x - self.levels[side]).abs());
                            if amount > 0.0 && alive > 0.0 {
                                pay(alive, amount, side, now, now);
                                leaps.push((amount, alive));
                            }
                        }
                        Pays::Gap(_) => {}
                    }
                    alive = 0.0;
                }
                if alive == 0.0 {
                    return sums;
                }
            }
            if let (0, Pays::Levels, Some(side)) = (place, self.pays, self.beyond(x)) {
                pay(alive, self.amounts[side], side, now, now);
                alive = 0.0;
            }
            if alive == 0.0 {
                return sums;
            }
        }
        sums
    }
}
