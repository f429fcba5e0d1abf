//! Pairs of paths, [`LANES`] of them side by side.

use hashinsight_numerics::{LANES, Philox, exp};
use multiversion::multiversion;

use super::draws::{Lanes, NORMALS};
use super::steps::{Jumps, Steps};

/// Steps whose normals are drawn at once: they stay in the nearest cache.
const ROWS: usize = 32;

/// Setting of the simulation, shared by all paths, in the logarithm and toward the level.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    jumps: Jumps,
    motion: Motion,
    /// Distance of the level at the start; 0 where it is touched already.
    distance: f64,
    /// Dates in order, the horizon the last: no path steps over one of them.
    dates: Vec<f64>,
    /// Steps of a path without jumps.
    date_steps: Vec<Step>,
}

/// Brownian motion between the jumps, drifts toward the level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Motion {
    pub(super) volatility: f64,
    pub(super) drift: f64,
    /// Drift of the control, which does not jump.
    pub(super) control_drift: f64,
}

/// Motion over a span of time.
#[derive(Clone, Copy, Debug)]
struct Step {
    drift: f64,
    control_drift: f64,
    deviation: f64,
    /// 2 over the variance.
    sharpness: f64,
}

impl Motion {
    #[expect(clippy::inline_always, reason = "compiled for the width of its caller")]
    #[inline(always)]
    fn over(self, span: f64) -> Step {
        let variance = self.volatility * self.volatility * span;
        Step {
            drift: self.drift * span,
            control_drift: self.control_drift * span,
            deviation: variance.sqrt(),
            sharpness: 2.0 / variance,
        }
    }
}

/// Prices on their way: how far they are from the level, and the chance that they have not touched.
#[derive(Clone, Copy)]
struct Walkers {
    left: Lanes,
    alive: Lanes,
}

impl Walkers {
    /// Moves, then jumps; the bridge says what may have happened on the way.
    #[expect(clippy::inline_always, reason = "compiled for the width of its caller")]
    #[inline(always)]
    fn step(&mut self, drift: &Lanes, sign: f64, shock: &Lanes, sharpness: &Lanes, leap: &Lanes) {
        for lane in 0..LANES {
            let before = self.left[lane];
            let after = before - (drift[lane] + sign * shock[lane]);
            // In this order no product is 0 times infinity.
            let exponent = before * sharpness[lane] * after;
            // Held where the factor is 1 to the last bit: a result below the normal doubles would be slow.
            let missed = 1.0 - exp(-if exponent < 64.0 { exponent } else { 64.0 });
            self.alive[lane] *= if before > 0.0 && after > 0.0 { missed } else { 0.0 };
            self.left[lane] = after - leap[lane];
        }
    }
}

/// Results of [`LANES`] pairs, averaged over the two of each; memory that the next ones reuse.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs {
    /// Chance to have touched the level by each date.
    pub(super) touched: Vec<Lanes>,
    /// Chance of the control at the end.
    pub(super) control: Lanes,
    /// Chances not to have touched at the end, of the paths and of their controls: with digits where a touch is almost certain.
    pub(super) survives: [Lanes; 2],
    steps: Steps,
}

impl Pairs {
    /// Number of jumps.
    pub(super) fn jumps(&self) -> Lanes {
        self.steps.jumps.map(f64::from)
    }
}

impl Setting {
    pub(super) fn new(jumps: Jumps, motion: Motion, distance: f64, dates: Vec<f64>) -> Self {
        let starts = [0.0].iter().chain(&dates);
        let date_steps = dates.iter().zip(starts).map(|(end, start)| motion.over(end - start)).collect();
        Self { jumps, motion, distance, dates, date_steps }
    }

    /// Computes the pairs `first..first + LANES` of the simulation.
    pub(super) fn pairs(&self, random: Philox, first: u64, pairs: &mut Pairs) {
        let Pairs { touched, control, survives, steps } = pairs;
        steps.draw(&self.jumps, &self.dates, random, first);
        let rows = self.dates.len() + steps.most;
        touched.resize(rows, [0.0; LANES]);
        let mut walkers = [Walkers { left: [self.distance; LANES], alive: [1.0; LANES] }; 4];
        let mut normals = [[0.0; LANES]; ROWS];
        for (at, touched) in touched.chunks_mut(ROWS).enumerate() {
            let (row, normals) = (at * ROWS, &mut normals[..touched.len()]);
            random.fill_normal_rows(first, NORMALS + row as u64, normals);
            walk(self, steps, row, normals, &mut walkers, touched);
        }
        if steps.most > 0 {
            // From by each step to by each date: no date is at a row before its own.
            for (date, rows) in steps.date_rows.iter().enumerate() {
                touched[date] = std::array::from_fn(|lane| touched[rows[lane]][lane]);
            }
            touched.truncate(self.dates.len());
        }
        // Without jumps the control is the path itself.
        let [up, down, control_up, control_down] = &walkers;
        let controls = if self.jumps.expected > 0.0 { [control_up, control_down] } else { [up, down] };
        *control = mean_touched(controls[0], controls[1]);
        *survives = [[up, down], controls].map(|[path, twin]| mean_alive(path, twin));
    }
}

fn mean_alive(path: &Walkers, twin: &Walkers) -> Lanes {
    std::array::from_fn(|lane| 0.5 * (path.alive[lane] + twin.alive[lane]))
}

#[expect(clippy::inline_always, reason = "compiled for the width of its caller")]
#[inline(always)]
fn mean_touched(path: &Walkers, twin: &Walkers) -> Lanes {
    std::array::from_fn(|lane| 1.0 - 0.5 * (path.alive[lane] + twin.alive[lane]))
}

/// Some steps from a row on, of the paths, their mirrored twins, and the controls of both.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn walk(
    setting: &Setting,
    steps: &Steps,
    first: usize,
    normals: &[Lanes],
    walkers: &mut [Walkers; 4],
    touched: &mut [Lanes],
) {
    let [mut path, mut twin, mut control, mut control_twin] = *walkers;
    let jumping = steps.most > 0;
    for (row, (normals, touched)) in (first..).zip(normals.iter().zip(touched)) {
        let [mut drift, mut control_drift, mut shock, mut sharpness, mut leap] = [[0.0; LANES]; 5];
        if jumping {
            let spans = &steps.spans[row];
            for lane in 0..LANES {
                let step = setting.motion.over(spans[lane]);
                drift[lane] = step.drift;
                control_drift[lane] = step.control_drift;
                shock[lane] = step.deviation * normals[lane];
                sharpness[lane] = step.sharpness;
            }
            leap = steps.leaps[row];
        } else {
            let step = setting.date_steps[row];
            drift = [step.drift; LANES];
            control_drift = [step.control_drift; LANES];
            for lane in 0..LANES {
                shock[lane] = step.deviation * normals[lane];
            }
            sharpness = [step.sharpness; LANES];
        }
        path.step(&drift, 1.0, &shock, &sharpness, &leap);
        twin.step(&drift, -1.0, &shock, &sharpness, &leap);
        if setting.jumps.expected > 0.0 {
            let no_leap = [0.0; LANES];
            control.step(&control_drift, 1.0, &shock, &sharpness, &no_leap);
            control_twin.step(&control_drift, -1.0, &shock, &sharpness, &no_leap);
        }
        *touched = mean_touched(&path, &twin);
    }
    *walkers = [path, twin, control, control_twin];
}
