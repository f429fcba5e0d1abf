//! A watch on dates that are not equally spaced.
//!
//! The recursion of [`discrete_barrier`](super::discrete_barrier) with a step of its own from each date to the next, in the logarithm: ten
//! Gauss-Legendre nodes on every two deviations of the shorter of the two steps around a date. A look today is a date like any other.

use hashinsight_numerics::{GaussLegendre, exp, ln_ratio, max, min, normal_cdf, normal_pdf};
use hashinsight_units::json::Told;
use hashinsight_units::{Error, Years};

use super::barrier_terms::BarrierSide;
use super::discrete::LastStep;
use super::survivors::REACH;
use super::uneven_greeks::Slopes;
use super::vanilla::Vanilla;
use crate::refuse::refuse;

/// Most panels of a date that are worth an answer.
const MOST_PANELS: f64 = 4000.0;

/// Places and their weights, and how the weights vary with the start, once and twice.
type Varied = (Vec<(f64, f64)>, Vec<[f64; 2]>);

/// A price that is watched at given times.
pub(super) struct Uneven<'a> {
    pub(super) times: &'a [Years],
    /// Distance of the price now.
    pub(super) start: f64,
    /// Move away from the barrier per year.
    pub(super) away: f64,
    pub(super) volatility: f64,
    /// Distances from the barrier of what survived all dates but the last, and weights.
    pub(super) mass: Vec<(f64, f64)>,
    /// Derivatives of the weights by the start, once and twice; empty while all stands at one place.
    pub(super) by_start: Vec<[f64; 2]>,
    /// Probabilities of having survived each date.
    pub(super) alive: Vec<f64>,
    /// How they vary; empty without volatility.
    pub(super) slopes: Vec<Slopes>,
}

/// Refuses times that are not rising and within the horizon.
fn check(times: &[Years], horizon: f64) -> Result<(), Error> {
    for (row, time) in times.iter().enumerate() {
        if row > 0 && *time <= times[row - 1] {
            let allowed = format!("above the time before it, {}", Told(times[row - 1].get()));
            return Err(refuse("times_years", time.get(), allowed).in_row(row));
        }
        if time.get() > horizon {
            return Err(
                refuse("times_years", time.get(), format!("at most the horizon, {}", Told(horizon))).in_row(row)
            );
        }
    }
    Ok(())
}

impl<'a> Uneven<'a> {
    /// `[spot, barrier, horizon, drift, volatility]`.
    pub(super) fn new(
        side: BarrierSide,
        [spot, level, horizon, drift, volatility]: [f64; 5],
        times: &'a [Years],
    ) -> Result<Self, Error> {
        check(times, horizon)?;
        let start = 0.0 - side.sign() * ln_ratio(level, spot);
        let away = side.sign() * (drift - 0.5 * volatility * volatility);
        let (mass, none) = (vec![(start, 1.0)], Vec::new());
        let mut watched =
            Self { times, start, away, volatility, mass, by_start: Vec::new(), alive: none, slopes: Vec::new() };
        for date in 0..times.len() {
            let survival = watched.survival_of(date);
            watched.alive.push(survival);
            if volatility > 0.0 {
                watched.slopes.push(watched.survival_slopes(date));
            }
            if date + 1 < times.len() {
                (watched.mass, watched.by_start) = watched.after(date, start)?;
            }
        }
        Ok(watched)
    }

    /// Time, mean move and deviation from the date before to a date.
    pub(super) fn step(&self, date: usize) -> (f64, f64, f64) {
        let span = self.times[date].get() - self.time_before(date);
        (span, self.away * span, self.volatility * span.sqrt())
    }

    /// Time of the date before a date: now before the first.
    pub(super) fn time_before(&self, date: usize) -> f64 {
        if date == 0 { 0.0 } else { self.times[date - 1].get() }
    }

    /// Probability that a mass of the date before survives a date.
    pub(super) fn survival_of(&self, date: usize) -> f64 {
        let (_, moved, s) = self.step(date);
        let stays = |x: f64| {
            if s == 0.0 { if x + moved > 0.0 { 1.0 } else { 0.0 } } else { normal_cdf((x + moved) / s) }
        };
        self.mass.iter().fold(0.0, |sum, (x, m)| sum + m * stays(*x))
    }

    /// The mass that survives a date, seen on it, and how its weights vary with the start.
    fn after(&self, date: usize, start: f64) -> Result<Varied, Error> {
        let (_, moved, s) = self.step(date);
        if s == 0.0 {
            let stays = self.mass.iter().map(|(x, m)| (x + moved, *m));
            return Ok((stays.filter(|(x, _)| *x > 0.0).collect(), Vec::new()));
        }
        let (_, _, next) = self.step(date + 1);
        let (time, spread) = (self.times[date].get(), self.volatility * self.times[date].get().sqrt());
        let low = max(0.0, start + min(self.away * time, 0.0) - REACH * spread);
        let high = start + max(self.away * time, 0.0) + REACH * spread;
        if high <= low {
            return Ok((Vec::new(), Vec::new()));
        }
        let panels = ((high - low) / (2.0 * min(s, next))).ceil();
        if panels > MOST_PANELS {
            let allowed = "times whose gaps are more alike";
            return Err(refuse("times_years", time, allowed).in_row(date));
        }
        let (rule, half) = (GaussLegendre::new(10)?, 0.5 * (high - low) / panels);
        let (mut mass, mut by_start, mut panel) = (Vec::new(), Vec::new(), 0.0);
        while panel < panels {
            for (node, weight) in rule.nodes().iter().zip(rule.weights()) {
                let y = low + (2.0 * panel + 1.0) * half + half * node;
                let from = self.mass.partition_point(|(x, _)| *x < y - moved - REACH * s);
                let to = self.mass.partition_point(|(x, _)| *x < y - moved + REACH * s);
                let (mut arrived, mut varied) = (0.0, [0.0; 2]);
                for (at, (x, m)) in self.mass[from..to].iter().enumerate() {
                    let z = (y - moved - x) / s;
                    let chance = normal_pdf(z);
                    arrived += m * chance;
                    let [once, twice] = match self.by_start.get(from + at) {
                        Some([once, twice]) => [once * chance, twice * chance],
                        None => [m * chance * z / s, m * chance * (z * z - 1.0) / (s * s)],
                    };
                    varied = [varied[0] + once, varied[1] + twice];
                }
                mass.push((y, half * weight * arrived / s));
                by_start.push(varied.map(|by| half * weight * by / s));
            }
            panel += 1.0;
        }
        Ok((mass, by_start))
    }

    pub(super) fn survival(&self) -> f64 {
        self.alive.last().copied().unwrap_or(1.0)
    }

    /// Value of the option that a sight ends.
    pub(super) fn option(&self, side: BarrierSide, option: &Vanilla, level: f64) -> f64 {
        let last = self.times.len() - 1;
        let (_, moved, s) = self.step(last);
        let rest = option.years - self.times[last].get();
        let w = side.sign();
        let at = |x: f64| Vanilla { spot: level * exp(w * x), years: rest, ..*option }.price();
        let waited = exp(-option.rate * self.times[last].get());
        if s == 0.0 {
            let stays = self.mass.iter().filter(|(x, _)| x + moved > 0.0);
            return waited * stays.fold(0.0, |sum, (x, m)| sum + m * at(x + moved));
        }
        if rest == 0.0 {
            let step = LastStep { w: option.sign, side: w, level, strike: option.strike, step: s, drift: moved / s };
            return waited * self.mass.iter().fold(0.0, |sum, (x, m)| sum + m * step.value(x / s));
        }
        // What is left after the last look is an option without barrier: its mean over the last step, in panels.
        let rule = GaussLegendre::new(10).unwrap_or_else(|_| unreachable!("10 nodes"));
        let mean = |x: f64| {
            let low = max(0.0, x + moved - REACH * s);
            let width = x + moved + (REACH + s) * s - low;
            if width <= 0.0 {
                return 0.0;
            }
            (0..12_i32).fold(0.0, |sum, panel| {
                let from = low + width * f64::from(panel) / 12.0;
                sum + rule.integrate(|y| normal_pdf((y - moved - x) / s) / s * at(y), from, from + width / 12.0)
            })
        };
        waited * self.mass.iter().fold(0.0, |sum, (x, m)| sum + m * mean(*x))
    }

    /// Value of 1 paid on the date of the sight.
    pub(super) fn discounted_sight(&self, rate: f64) -> f64 {
        let mut before = 1.0;
        let mut value = 0.0;
        for (time, alive) in self.times.iter().zip(&self.alive) {
            value += exp(-rate * time.get()) * (before - alive);
            before = *alive;
        }
        value
    }
}
