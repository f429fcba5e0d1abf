//! Density of the paths that survive a watch on dates.

use hashinsight_numerics::{GaussLegendre, max, min, normal_pdf};
use hashinsight_units::Error;

/// Beyond so many standard deviations of a step, or of the horizon, nothing is left to count.
pub(super) const REACH: f64 = 9.0;
const NODES: usize = 10;
/// A range of more deviations is not kept on one grid.
const WIDEST: f64 = 4000.0;
const PANEL: f64 = 2.0;

/// Places and their weights.
type Mass = Vec<(f64, f64)>;

/// Density of the paths that were on the right side of the barrier on every date but the last, in standard deviations of one step from
/// the barrier.
pub(super) struct Survivors {
    /// Distance of the price now: not above 0 where it is at the barrier or beyond.
    pub(super) start: f64,
    /// Move away from the barrier per step.
    pub(super) drift: f64,
    /// Places and their weights; for a single date the start alone.
    mass: Mass,
    /// Probabilities of having survived each date but the last.
    pub(super) alive: Vec<f64>,
    /// How all that varies with start and drift; absent where the drift outweighs chance.
    pub(super) slopes: Option<Slopes>,
}

/// Derivatives of the survivors' density.
pub(super) struct Slopes {
    /// Places on the date before the last, and weights by the start, once and twice.
    pub(super) by_start: Vec<(f64, [f64; 2])>,
    /// Probabilities of having survived each date but the last: by the start, once and twice, and by the drift.
    pub(super) alive: Vec<[f64; 3]>,
}

impl Survivors {
    pub(super) fn new(start: f64, drift: f64, dates: u32) -> Result<Self, Error> {
        let count = f64::from(dates);
        if dates == 1 {
            return Ok(Self { start, drift, mass: vec![(start, 1.0)], alive: Vec::new(), slopes: None });
        }
        // Where the density lives on any date: around the start and its drift, as wide as the whole horizon.
        let travel = drift * count;
        let low = max(0.0, start + min(travel, 0.0) - REACH * count.sqrt());
        let high = max(low + PANEL, start + max(travel, 0.0) + REACH * count.sqrt());
        if high - low > WIDEST {
            let (mass, alive) = carried(start, drift, dates - 1)?;
            return Ok(Self { start, drift, mass, alive, slopes: None });
        }
        let (places, weights) = nodes(low, high)?;
        let mut density: Vec<f64> = places.iter().map(|y| normal_pdf(y - start - drift)).collect();
        // The kernel is a band: nothing moves farther than REACH in a step.
        let bands: Vec<(usize, Vec<f64>)> = places
            .iter()
            .map(|y| {
                let first = places.partition_point(|z| *z < y - drift - REACH);
                let last = places.partition_point(|z| *z < y - drift + REACH);
                (first, (first..last).map(|j| normal_pdf(y - places[j] - drift) * weights[j]).collect())
            })
            .collect();
        let count_of = |density: &[f64]| weights.iter().zip(density).fold(0.0, |sum, (w, f)| sum + w * f);
        let mut alive = vec![count_of(&density)];
        // The first date's density varies with the start; those after it inherit that. The drift's derivative is the score of the whole
        // move, `y - start - k drift`, on the same paths.
        let [mut once, mut twice]: [Vec<f64>; 2] = [1, 2].map(|order| {
            let moved = |y: &f64| y - start - drift;
            let score = |z: f64| if order == 1 { z } else { z * z - 1.0 };
            places.iter().zip(&density).map(|(y, f)| score(moved(y)) * f).collect()
        });
        let scored = |density: &[f64], date: f64| {
            let terms = places.iter().zip(&weights).zip(density);
            terms.fold(0.0, |sum, ((y, w), f)| sum + w * f * (y - start - date * drift))
        };
        let mut sensitive = vec![[count_of(&once), count_of(&twice), scored(&density, 1.0)]];
        let step = |density: &[f64]| -> Vec<f64> {
            let next = bands.iter().map(|(first, band)| {
                band.iter().zip(&density[*first..]).fold(0.0, |sum, (kernel, density)| sum + kernel * density)
            });
            next.collect()
        };
        for date in 2..dates {
            density = step(&density);
            alive.push(count_of(&density));
            (once, twice) = (step(&once), step(&twice));
            sensitive.push([count_of(&once), count_of(&twice), scored(&density, f64::from(date))]);
        }
        let mass = places.iter().zip(&weights).zip(&density).map(|((y, w), f)| (*y, w * f)).collect();
        let pairs = weights.iter().zip(once.iter().zip(&twice)).map(|(w, (a, b))| [w * a, w * b]);
        let by_start = places.iter().copied().zip(pairs).collect();
        Ok(Self { start, drift, mass, alive, slopes: Some(Slopes { by_start, alive: sensitive }) })
    }

    /// Places on the date before the last, and their weights.
    pub(super) fn mass(&self) -> &[(f64, f64)] {
        &self.mass
    }

    /// Mean of `value(z)` over the survivors.
    pub(super) fn expectation(&self, value: impl Fn(f64) -> f64) -> f64 {
        self.mass.iter().fold(0.0, |sum, (z, mass)| sum + mass * value(*z))
    }
}

/// The survivors of date `last` where the drift outweighs chance, so that one grid for all dates would be too wide: from one date on which
/// the barrier is within reach to the next, each with a grid of its own, and over the others in one step.
fn carried(start: f64, drift: f64, last: u32) -> Result<(Mass, Vec<f64>), Error> {
    let window = |date: f64| {
        let (center, reach) = (start + drift * date, REACH * date.sqrt());
        (center - reach, center + reach)
    };
    let (mut mass, mut now) = (vec![(start, 1.0)], 0.0);
    let mut alive = Vec::new();
    for date in 1..=last {
        let (low, high) = window(f64::from(date));
        if date != last && low > 0.0 {
            alive.push(alive.last().copied().unwrap_or(1.0)); // out of reach
            continue;
        }
        let date = f64::from(date);
        if high <= 0.0 {
            alive.resize(last as usize, 0.0);
            return Ok((Vec::new(), alive));
        }
        let (travel, spread) = (drift * (date - now), (date - now).sqrt());
        let (places, weights) = nodes(max(low, 0.0), high)?;
        let arrived = |y: f64| {
            let first = mass.partition_point(|(x, _)| *x < y - travel - REACH * spread);
            let last = mass.partition_point(|(x, _)| *x < y - travel + REACH * spread);
            mass[first..last].iter().fold(0.0, |sum, (x, m)| sum + m * normal_pdf((y - travel - x) / spread) / spread)
        };
        mass = places.iter().zip(&weights).map(|(y, weight)| (*y, weight * arrived(*y))).collect();
        alive.push(mass.iter().fold(0.0, |sum, (_, weight)| sum + weight));
        now = date;
    }
    Ok((mass, alive))
}

fn nodes(low: f64, high: f64) -> Result<(Vec<f64>, Vec<f64>), Error> {
    let rule = GaussLegendre::new(NODES)?;
    let panels = ((high - low) / PANEL).ceil();
    let half = 0.5 * (high - low) / panels;
    let (mut places, mut weights) = (Vec::new(), Vec::new());
    let mut panel = 0.0;
    while panel < panels {
        let center = low + (2.0 * panel + 1.0) * half;
        places.extend(rule.nodes().iter().map(|x| center + half * x));
        weights.extend(rule.weights().iter().map(|w| half * w));
        panel += 1.0;
    }
    Ok((places, weights))
}
