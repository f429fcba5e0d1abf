//! One path and its twin.

use hashinsight_numerics::{Philox, exp, exp_m1};

use super::JumpModel;

/// Draws of different kinds are taken from different stretches of a path's stream, so that none shifts another.
const TIMES: u64 = 1 << 32;
const SIZES: u64 = 2 << 32;
const NORMALS: u64 = 3 << 32;

/// What all paths share, in the logarithm and toward the level: the price starts at 0, the level is at `distance > 0`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    pub(super) model: JumpModel,
    /// +1 for a level above, -1 for one below.
    pub(super) toward: f64,
    pub(super) distance: f64,
    pub(super) years: f64,
    pub(super) volatility: f64,
    /// Drift of the logarithm between jumps, toward the level.
    pub(super) drift: f64,
    /// The same of the control, which does not jump.
    pub(super) control_drift: f64,
    /// Expected number of jumps.
    pub(super) jumps: f64,
}

/// The chances to have touched the level of one pair, averaged over the two.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) touched: f64,
    pub(super) control: f64,
    pub(super) jumps: u64,
}

/// Memory that paths reuse.
#[derive(Clone, Debug, Default)]
pub(super) struct Scratch {
    /// When the jumps come, in order, and the horizon.
    times: Vec<f64>,
    normals: Vec<f64>,
}

/// A price on its way, with the chance that it has not touched.
#[derive(Clone, Copy)]
struct Walker {
    place: f64,
    survival: f64,
}

impl Walker {
    const START: Self = Self { place: 0.0, survival: 1.0 };

    /// Moves by Brownian motion with this variance; the bridge says what may have happened on the way.
    fn diffuse(&mut self, distance: f64, step: f64, variance: f64) {
        let (before, after) = (distance - self.place, distance - self.place - step);
        self.place += step;
        if self.survival > 0.0 && variance > 0.0 && after > 0.0 {
            self.survival *= -exp_m1(-2.0 * before * after / variance);
        } else if after <= 0.0 {
            self.survival = 0.0;
        }
    }

    fn jump(&mut self, distance: f64, size: f64) {
        self.place += size;
        if self.place >= distance {
            self.survival = 0.0;
        }
    }
}

impl Setting {
    /// Pair `index` of the simulation.
    pub(super) fn pair(&self, random: Philox, index: u64, scratch: &mut Scratch) -> Pair {
        let count = self.jump_count(random.uniform(index, 0));
        scratch.times.clear();
        scratch.times.extend((0..count).map(|i| random.uniform(index, TIMES + i) * self.years));
        scratch.times.sort_unstable_by(f64::total_cmp);
        scratch.times.push(self.years);
        scratch.normals.resize(scratch.times.len(), 0.0);
        random.fill_normal(index, NORMALS, &mut scratch.normals);

        let (mut touched, mut control) = (0.0, 0.0);
        for sign in [1.0, -1.0] {
            let (mut price, mut plain) = (Walker::START, Walker::START);
            let mut now = 0.0;
            for (i, (time, normal)) in scratch.times.iter().zip(&scratch.normals).enumerate() {
                let span = time - now;
                now = *time;
                let variance = self.volatility * self.volatility * span;
                let shock = sign * variance.sqrt() * normal;
                price.diffuse(self.distance, self.drift * span + shock, variance);
                plain.diffuse(self.distance, self.control_drift * span + shock, variance);
                if (i as u64) < count && price.survival > 0.0 {
                    let size = self.toward * self.model.size(random.uniform(index, SIZES + i as u64));
                    price.jump(self.distance, size);
                }
            }
            touched += 0.5 * (1.0 - price.survival);
            control += 0.5 * (1.0 - plain.survival);
        }
        Pair { touched, control, jumps: count }
    }

    /// The number of jumps, by inversion of the Poisson distribution function.
    fn jump_count(&self, uniform: f64) -> u64 {
        if self.jumps == 0.0 {
            return 0;
        }
        let mut mass = exp(-self.jumps);
        let (mut below, mut count) = (mass, 0_u64);
        while uniform > below && count < 4000 {
            count += 1;
            mass *= self.jumps / count as f64;
            below += mass;
            if mass < 1e-300 {
                break;
            }
        }
        count
    }
}
