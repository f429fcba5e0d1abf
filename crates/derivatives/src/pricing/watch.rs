//! Watch of a level on dates.

use hashinsight_numerics::{exp, ln_ratio, min, normal_cdf};
use hashinsight_units::Error;

use super::barrier_terms::BarrierSide;
use super::dates::Dates;
use super::jet::Market;
use super::many_looks::{ManyLooks, ONE_BY_ONE};
use super::survivors::{REACH, Survivors};
use super::uneven::Uneven;
use crate::refuse::unsupported;

/// Most dates that the recursion can go through one by one.
const MOST_ONE_BY_ONE: u32 = 2000;

/// Watch of a level on dates, as far as chance decides.
pub(super) enum Watch<'a> {
    /// Chance decides.
    Random(Survivors),
    /// Chance decides, on more dates than are gone through.
    Often {
        looks: Box<ManyLooks>,
        /// Distance of the price now in deviations of a step.
        start: f64,
    },
    /// On dates that are not equally spaced.
    Uneven(Uneven<'a>),
    /// Nothing is left to chance: there is no volatility, no time or no way so far. The date on which the price is seen at the level or
    /// beyond, and whether it is at the level itself on a date that decides.
    Certain { seen: Option<f64>, corner: bool },
}

impl<'a> Watch<'a> {
    /// A level and its dates.
    pub(super) fn of(side: BarrierSide, market: &Market, level: f64, dates: &'a Dates<'_>) -> Result<Self, Error> {
        match dates {
            Dates::Even(count) => Self::new(side, market, level, *count),
            Dates::At(times) if times.len() > MOST_ONE_BY_ONE as usize => {
                Err(unsupported("times_years", format_args!("{} times", times.len()), "at most 2000 times"))
            }
            Dates::At(times) => Ok(Self::Uneven(Uneven::new(side, numbers(market, level), times)?)),
        }
    }

    fn new(side: BarrierSide, market: &Market, level: f64, dates: u32) -> Result<Self, Error> {
        let [spot, level, years, drift, sigma] = numbers(market, level);
        let (count, deviation) = (f64::from(dates), sigma * years.sqrt());
        // How far the price is on the right side of the barrier in the logarithm, and how far it moves away from it.
        let distance = 0.0 - side.sign() * ln_ratio(level, spot);
        let travel = side.sign() * ((drift - 0.5 * sigma * sigma) * years);
        if deviation == 0.0 {
            // It moves one way: farthest to the wrong side on the first or on the last date.
            let (first, last) = (distance + travel / count, distance + travel);
            let reached = distance / (-travel / count);
            let (seen, corner) = if first <= 0.0 {
                (Some(1.0), first == 0.0)
            } else if last <= 0.0 {
                (Some(min(reached.ceil(), count)), last == 0.0 || reached == reached.ceil())
            } else {
                (None, false)
            };
            return Ok(Self::Certain { seen, corner });
        }
        let step = deviation / count.sqrt();
        let (start, pull) = (distance / step, travel / count / step);
        if start + min(pull * count, 0.0) > REACH * count.sqrt() {
            return Ok(Self::Certain { seen: None, corner: false }); // so far away, a grid around the start would only round
        }
        if dates > ONE_BY_ONE
            && let Some(looks) = ManyLooks::new(side, market, level, dates)?
        {
            return Ok(Self::Often { looks: Box::new(looks), start });
        }
        if dates > MOST_ONE_BY_ONE {
            let allowed = "at most 2000 where the drift or the deviation between two dates exceeds 0.5";
            return Err(unsupported("dates", dates, allowed));
        }
        Ok(Self::Random(Survivors::new(start, pull, dates)?))
    }

    /// Probability of not being seen on any date.
    pub(super) fn survival(&self) -> f64 {
        match self {
            Self::Random(survivors) => survivors.expectation(|z| normal_cdf(z + survivors.drift)),
            Self::Often { looks, .. } => looks.survival().value,
            Self::Uneven(watched) => watched.survival(),
            Self::Certain { seen, .. } => {
                if seen.is_some() {
                    0.0
                } else {
                    1.0
                }
            }
        }
    }

    /// Value of 1 paid on the date on which the price is seen; dates that are equally spaced are a `step` apart.
    pub(super) fn discounted_sight(&self, rate: f64, years: f64, step: f64) -> Result<f64, Error> {
        Ok(match self {
            Self::Certain { seen, .. } => seen.map_or(0.0, |date| exp(-rate * step * date)),
            Self::Uneven(watched) => watched.discounted_sight(rate),
            Self::Random(survivors) => {
                // By parts: from the date k on, 1 - P_k are seen, and wait for it less long.
                let mut value = exp(-rate * years) * (1.0 - self.survival());
                for (date, alive) in survivors.alive.iter().enumerate() {
                    let now = exp(-rate * step * (date as f64 + 1.0));
                    value += now * (1.0 - exp(-rate * step)) * (1.0 - alive);
                }
                value
            }
            Self::Often { looks, .. } => looks.discounted_sight()?.value,
        })
    }
}

/// `[spot, barrier, years, drift, volatility]`.
fn numbers(market: &Market, level: f64) -> [f64; 5] {
    let Market { spot, volatility, rate, carry_yield, years } = market;
    [spot.value, level, years.value, rate.value - carry_yield.value, volatility.value]
}
