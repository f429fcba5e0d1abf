//! Greeks of barriers that are watched on dates.
//!
//! In deviations of a step the undiscounted value is a function of the start, of the drift and of the step alone. By the start it varies
//! through the density of the first date, by the drift through the score `y_n - y_0 - n drift` of the whole move on the paths that survive
//! (the likelihood ratio; Broadie and Glasserman 1996), by the step through the payoff: all are integrals of the same recursion, and no
//! differences are taken. Theta is that of Black's equation, which holds between the dates while they stay where they are.

use hashinsight_numerics::{exp, normal_cdf, normal_pdf};
use hashinsight_units::Record;

use super::discrete::LastStep;
use super::hit_probability::HitGreeks;
use super::survivors::Survivors;
use super::vanilla::Vanilla;
use super::{Greeks, Knock};

/// Derivatives of the price of an option that is watched on dates.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct WatchGreeks {
    /// Delta: change of the price per unit of spot.
    pub delta: f64,
    /// Gamma: change of delta per unit of spot.
    pub gamma: f64,
    /// Vega: change of the price per 1.00 of volatility.
    pub vega: f64,
    /// Theta: change of the price per year of calendar time, while the dates stay where they are.
    pub theta: f64,
    /// Rho: change of the price per 1.00 of the riskless rate.
    pub rho: f64,
    /// Yield rho: change of the price per 1.00 of the yield.
    pub yield_rho: f64,
}

/// A value and its derivatives by start (once and twice), drift, step, and by the rate that discounts it.
#[derive(Clone, Copy, Default)]
struct Varied {
    value: f64,
    start: f64,
    start_twice: f64,
    drift: f64,
    step: f64,
    rate: f64,
}

impl Varied {
    fn scaled(self, by: f64) -> Self {
        let Self { value, start, start_twice, drift, step, rate } = self;
        let [value, start, start_twice, drift, step, rate] =
            [value, start, start_twice, drift, step, rate].map(|x| x * by);
        Self { value, start, start_twice, drift, step, rate }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            value: self.value + other.value,
            start: self.start + other.start,
            start_twice: self.start_twice + other.start_twice,
            drift: self.drift + other.drift,
            step: self.step + other.step,
            rate: self.rate + other.rate,
        }
    }

    /// Discounted over a time.
    fn discounted(self, rate: f64, time: f64) -> Self {
        let now = self.scaled(exp(-rate * time));
        Self { rate: now.rate - time * now.value, ..now }
    }
}

/// A function of the mean of the last step: value, first and second derivative, and derivative by the step.
pub(super) type Last = [f64; 4];

/// Mean over the last step from the survivors of the date before.
fn ends(survivors: &Survivors, dates: u32, last: impl Fn(f64) -> Last) -> Option<Varied> {
    let Survivors { start, drift, .. } = *survivors;
    if dates == 1 {
        let [value, once, twice, step] = last(start);
        return Some(Varied { value, start: once, start_twice: twice, drift: once, step, rate: 0.0 });
    }
    let slopes = survivors.slopes.as_ref()?;
    let (mut sum, moved) = (Varied::default(), start + f64::from(dates - 1) * drift);
    for (z, mass) in survivors.mass() {
        let [value, once, _, step] = last(*z);
        sum.value += mass * value;
        sum.drift += mass * ((z - moved) * value + once);
        sum.step += mass * step;
    }
    for (z, [once, twice]) in &slopes.by_start {
        let [value, ..] = last(*z);
        sum.start += once * value;
        sum.start_twice += twice * value;
    }
    Some(sum)
}

/// `P(not seen)` over the last step.
fn unseen(drift: f64, z: f64) -> Last {
    let mean = z + drift;
    let density = normal_pdf(mean);
    [normal_cdf(mean), density, -mean * density, 0.0]
}

/// Value of 1 paid on the date of the sight.
fn sight(survivors: &Survivors, dates: u32, rate: f64, years: f64) -> Option<Varied> {
    let step = years / f64::from(dates);
    let seen = |alive: Varied| Varied { value: 1.0 - alive.value, ..alive.scaled(-1.0) };
    let mut sum = seen(ends(survivors, dates, |z| unseen(survivors.drift, z))?).discounted(rate, years);
    if dates > 1 {
        let slopes = survivors.slopes.as_ref()?;
        for (date, (alive, [start, start_twice, drift])) in survivors.alive.iter().zip(&slopes.alive).enumerate() {
            let (now, next) = ((date as f64 + 1.0) * step, (date as f64 + 2.0) * step);
            let alive =
                Varied { value: *alive, start: *start, start_twice: *start_twice, drift: *drift, step: 0.0, rate: 0.0 };
            let seen = seen(alive);
            sum = sum.plus(seen.discounted(rate, now)).plus(seen.discounted(rate, next).scaled(-1.0));
        }
    }
    Some(sum)
}

/// What is priced.
pub(super) struct Watched<'a> {
    pub(super) knock: Knock,
    /// +1 for a barrier below, -1 above.
    pub(super) side: f64,
    pub(super) rebate: f64,
    pub(super) dates: u32,
    pub(super) option: &'a Vanilla,
    pub(super) survivors: &'a Survivors,
    pub(super) last: &'a LastStep,
}

impl Watched<'_> {
    /// The greeks; `None` where the drift outweighs chance, or the vanilla option has none.
    pub(super) fn greeks(&self) -> Option<WatchGreeks> {
        let Self { knock, side, rebate, dates, option, survivors, last } = *self;
        let Vanilla { spot, years, rate, carry_yield, volatility, .. } = *option;
        let out = ends(survivors, dates, |z| last.varied(z))?.discounted(rate, years);
        let paid = match knock {
            _ if rebate == 0.0 => Varied::default(),
            Knock::Out => sight(survivors, dates, rate, years)?.scaled(rebate),
            Knock::In => ends(survivors, dates, |z| unseen(survivors.drift, z))?.discounted(rate, years).scaled(rebate),
        };
        let varied = if knock == Knock::Out { out.plus(paid) } else { paid.plus(out.scaled(-1.0)) };
        let root_step = (years / f64::from(dates)).sqrt();
        let step = volatility * root_step;
        let (by_spot, drift_by_rate) = (side / (spot * step), side * root_step / volatility);
        let delta = varied.start * by_spot;
        let gamma = varied.start_twice * by_spot * by_spot - varied.start * by_spot / spot;
        let drift_by_volatility = -drift_by_rate * (rate - carry_yield) / volatility - 0.5 * side * root_step;
        let vega =
            varied.drift * drift_by_volatility + varied.step * root_step - varied.start * survivors.start / volatility;
        let (rho, yield_rho) = (varied.rate + varied.drift * drift_by_rate, -varied.drift * drift_by_rate);
        WatchGreeks::whole(varied.value, [delta, gamma, vega, rho, yield_rho], knock, option)
    }
}

/// Derivatives of the probability of a sight on equally spaced dates, by `[spot, barrier, years, drift, volatility]`; `None` where the drift
/// outweighs chance.
pub(super) fn hit_greeks(
    side: f64,
    [spot, level, years, drift, sigma]: [f64; 5],
    survivors: &Survivors,
    dates: u32,
) -> Option<HitGreeks> {
    let alive = ends(survivors, dates, |z| unseen(survivors.drift, z))?;
    let root_step = (years / f64::from(dates)).sqrt();
    let (step, by_drift) = (sigma * root_step, side * root_step / sigma);
    let by_volatility =
        alive.drift * (-by_drift * drift / sigma - 0.5 * side * root_step) - alive.start * survivors.start / sigma;
    // Start and drift in deviations of a step that grows with the horizon.
    let by_years = 0.5 * (alive.drift * survivors.drift - alive.start * survivors.start) / years;
    let by_log = side * alive.start / step;
    HitGreeks::finite(HitGreeks {
        by_spot: 0.0 - by_log / spot,
        by_spot_twice: (by_log - alive.start_twice / (step * step)) / (spot * spot),
        by_barrier: by_log / level,
        by_volatility: 0.0 - by_volatility,
        by_years: 0.0 - by_years,
    })
}

impl WatchGreeks {
    /// From `[delta, gamma, vega, rho, yield_rho]` of what a sight changes: theta by Black's equation, and the vanilla option of a knock-in.
    pub(super) fn whole(value: f64, by: [f64; 5], knock: Knock, option: &Vanilla) -> Option<Self> {
        let Vanilla { spot, rate, carry_yield, volatility, .. } = *option;
        let [delta, gamma, vega, rho, yield_rho] = by;
        let theta =
            rate * value - (rate - carry_yield) * spot * delta - 0.5 * volatility * volatility * spot * spot * gamma;
        let greeks = Self { delta, gamma, vega, theta, rho, yield_rho };
        let greeks = if knock == Knock::In { greeks.plus(&option.report().greeks?.into()) } else { greeks };
        greeks.is_finite().then_some(greeks)
    }

    fn plus(&self, other: &Self) -> Self {
        Self {
            delta: self.delta + other.delta,
            gamma: self.gamma + other.gamma,
            vega: self.vega + other.vega,
            theta: self.theta + other.theta,
            rho: self.rho + other.rho,
            yield_rho: self.yield_rho + other.yield_rho,
        }
    }

    fn is_finite(&self) -> bool {
        let Self { delta, gamma, vega, theta, rho, yield_rho } = *self;
        [delta, gamma, vega, theta, rho, yield_rho].iter().all(|x| x.is_finite())
    }
}

impl From<Greeks> for WatchGreeks {
    fn from(greeks: Greeks) -> Self {
        let Greeks { delta, gamma, vega, theta, rho, yield_rho, .. } = greeks;
        Self { delta, gamma, vega, theta, rho, yield_rho }
    }
}
