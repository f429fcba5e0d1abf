//! Barriers that are looked at only so often.
//!
//! A barrier watched at `m` equally spaced times (the first after one step, the last at expiry) is touched less often than one watched
//! always, and a price that is beyond it today has not been seen there: today is no date. Broadie, Glasserman and
//! Kou (1997) move it away from the price by `beta sigma sqrt(T/m)`, `beta = -zeta(1/2) / sqrt(2 pi) = 0.5826`: enough while the barrier is
//! more than about one step away. The exact recursion carries the density of the survivors from date to date: composite Gauss-Legendre
//! nodes, ten on every two standard deviations of a step, and the last step in closed form. Its error is below 1e-10 of the spot.

use hashinsight_market::OptionKind;
use hashinsight_numerics::{GaussLegendre, Error, clamp, exp, ln_ratio, max, min, normal_cdf, normal_pdf};

use super::barrier::{BarrierRequest, Knock, barrier};
use super::first_passage::Passage;
use super::vanilla::sign;
use super::barrier_terms::BarrierSide;
use crate::{AssetPrice, Collateral, Error, Measure, Rate, Volatility, Years};

/// `-zeta(1/2) / sqrt(2 pi)`.
const BETA: f64 = 0.582_597_157_939_010_7;
/// Beyond so many standard deviations of a step, or of the horizon, nothing is left to count.
const REACH: f64 = 9.0;
const MAX_DATES: u32 = 2000;
const NODES: usize = 10;
/// A range of more deviations is not kept on one grid.
const WIDEST: f64 = 4000.0;
const PANEL: f64 = 2.0;

/// Inputs of [`discrete_hit_probability`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DiscreteHitRequest {
    /// Price of the asset now, in quote currency.
    pub spot: AssetPrice,
    /// Price level of the barrier, in quote currency.
    pub barrier: AssetPrice,
    /// From which side the level is watched. A spot at it or beyond is seen there only if it still is on the first date.
    pub side: BarrierSide,
    /// Horizon in years of 365 days.
    pub years: Years,
    /// Drift of the price per year.
    pub drift_per_year: Rate,
    /// Volatility per square root of a year.
    pub volatility: Volatility,
    /// Number of dates on which the price is looked at, equally spaced, the last at the end of the horizon and none today: 1 to 2000.
    pub dates: u32,
    /// Which world the drift is of.
    pub measure: Measure,
}

/// Result of [`discrete_hit_probability`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DiscreteHitReport {
    /// Measure of the numbers, as in the request.
    pub measure: Measure,
    /// Probability of being seen at the level or beyond, by the exact recursion.
    pub probability: f64,
    /// The same with the moved barrier of Broadie, Glasserman and Kou.
    pub corrected: f64,
    /// Under continuous watch.
    pub continuous: f64,
    /// Whether the barrier is within one step's deviation, where the correction is crude.
    pub near_barrier: bool,
}

/// The probability that the price is at a level or beyond on one of `dates` days.
///
/// ```
/// use hashinsight_derivatives::pricing::{BarrierSide, DiscreteHitRequest, discrete_hit_probability};
/// use hashinsight_derivatives::{AssetPrice, Measure, Rate, Volatility, Years};
/// let report = discrete_hit_probability(&DiscreteHitRequest {
///     spot: AssetPrice::new(100.0)?,
///     barrier: AssetPrice::new(90.0)?,
///     side: BarrierSide::Down,
///     years: Years::new(7.0 / 365.0)?,
///     drift_per_year: Rate::new(0.0)?,
///     volatility: Volatility::new(0.65)?,
///     dates: 7,
///     measure: Measure::RealWorld,
/// })?;
/// assert_eq!(format!("{:.4} {:.4}", report.probability, report.continuous), "0.1830 0.2547");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.dates.out_of_range` unless there are 1 to 2000.
pub fn discrete_hit_probability(request: &DiscreteHitRequest) -> Result<DiscreteHitReport, Error> {
    let DiscreteHitRequest { spot, barrier, side, years, drift_per_year, volatility, dates, measure } = *request;
    check_dates(dates)?;
    let [spot, level, years, drift, sigma] =
        [spot.get(), barrier.get(), years.get(), drift_per_year.get(), volatility.get()];
    let passage = Passage::new(side, [spot, level, years, drift, sigma]);
    let continuous = passage.probability();
    let moved = corrected_level(side, level, years, sigma, dates);
    let corrected = Passage::new(side, [spot, moved, years, drift, sigma]).probability();
    let (probability, near_barrier) = match Watch::new(side, [spot, level, years, drift, sigma], dates)? {
        // Survivors of the last date, in closed form from the one before.
        Watch::Random(survivors) => {
            let seen = 1.0 - survivors.expectation(|z| normal_cdf(z + survivors.drift));
            (clamp(seen, 0.0, 1.0), survivors.start < 1.0)
        }
        Watch::Certain { seen } => (if seen { 1.0 } else { 0.0 }, false),
    };
    Ok(DiscreteHitReport { measure, probability, corrected, continuous, near_barrier })
}

/// Inputs of [`discrete_barrier`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DiscreteBarrierRequest {
    /// Kind of the option: call or put.
    pub kind: OptionKind,
    /// In or out.
    pub knock: Knock,
    /// Where the barrier lies.
    pub side: BarrierSide,
    /// Price of the asset now, in quote currency.
    pub spot: AssetPrice,
    /// Exercise price, in quote currency.
    pub strike: AssetPrice,
    /// Price level of the barrier, in quote currency.
    pub barrier: AssetPrice,
    /// Time to expiry in years of 365 days.
    pub years: Years,
    /// Riskless rate per year, continuously compounded.
    pub rate_per_year: Rate,
    /// What holding the asset yields per year, continuously compounded.
    pub yield_per_year: Rate,
    /// Volatility per square root of a year.
    pub volatility: Volatility,
    /// Number of dates on which the price is looked at, equally spaced, the last at expiry and none today: 1 to 2000.
    pub dates: u32,
}

/// Result of [`discrete_barrier`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DiscreteBarrierReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Value in quote currency, by the exact recursion.
    pub price: f64,
    /// The same with the moved barrier of Broadie, Glasserman and Kou.
    pub corrected: f64,
    /// Under continuous watch.
    pub continuous: f64,
    /// Whether the barrier is within one step's deviation, where the correction is crude.
    pub near_barrier: bool,
}

/// The value of a barrier option without rebate whose barrier is watched on `dates` days.
///
/// ```
/// use hashinsight_derivatives::pricing::{BarrierSide, DiscreteBarrierRequest, Knock, discrete_barrier};
/// use hashinsight_derivatives::{AssetPrice, Rate, Volatility, Years};
/// use hashinsight_market::OptionKind;
/// let report = discrete_barrier(&DiscreteBarrierRequest {
///     kind: OptionKind::Call,
///     knock: Knock::Out,
///     side: BarrierSide::Down,
///     spot: AssetPrice::new(100.0)?,
///     strike: AssetPrice::new(100.0)?,
///     barrier: AssetPrice::new(99.0)?,
///     years: Years::new(0.2)?,
///     rate_per_year: Rate::new(0.1)?,
///     yield_per_year: Rate::new(0.0)?,
///     volatility: Volatility::new(0.3)?,
///     dates: 50,
/// })?;
/// assert_eq!(format!("{:.3} {:.3} {:.3}", report.continuous, report.corrected, report.price), "1.171 2.271 2.336");
/// assert!(report.near_barrier);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.dates.out_of_range` unless there are 1 to 2000.
pub fn discrete_barrier(request: &DiscreteBarrierRequest) -> Result<DiscreteBarrierReport, Error> {
    let r = request;
    check_dates(r.dates)?;
    let [spot, level, years, sigma] = [r.spot.get(), r.barrier.get(), r.years.get(), r.volatility.get()];
    let (rate, carry_yield) = (r.rate_per_year.get(), r.yield_per_year.get());
    let at = |barrier_level: f64| {
        barrier(&BarrierRequest {
            kind: r.kind,
            knock: r.knock,
            side: r.side,
            spot: r.spot,
            strike: r.strike,
            barrier: AssetPrice::check("barrier", barrier_level)?,
            rebate: Collateral::MIN,
            years: r.years,
            rate_per_year: r.rate_per_year,
            yield_per_year: r.yield_per_year,
            volatility: r.volatility,
        })
    };
    let continuous = at(level)?;
    let moved = corrected_level(r.side, level, years, sigma, r.dates);
    let moved = clamp(moved, AssetPrice::MIN.get(), AssetPrice::MAX.get());
    let (out, near_barrier) = match Watch::new(r.side, [spot, level, years, rate - carry_yield, sigma], r.dates)? {
        Watch::Random(survivors) => {
            let step = LastStep::new(r, &survivors);
            let value = exp(-rate * years) * survivors.expectation(|z| step.value(z));
            (max(value, 0.0), survivors.start < 1.0)
        }
        Watch::Certain { seen } => (if seen { 0.0 } else { continuous.vanilla_price }, false),
    };
    let price = match r.knock {
        Knock::Out => out,
        Knock::In => max(continuous.vanilla_price - out, 0.0),
    };
    Ok(DiscreteBarrierReport {
        measure: Measure::RiskNeutral,
        price,
        corrected: at(moved)?.price,
        continuous: continuous.price,
        near_barrier,
    })
}

fn check_dates(dates: u32) -> Result<(), Error> {
    if (1..=MAX_DATES).contains(&dates) {
        return Ok(());
    }
    Err(refuse("dates", f64::from(dates), "1 to 2000"))
}

fn corrected_level(side: BarrierSide, level: f64, years: f64, sigma: f64, dates: u32) -> f64 {
    level * exp(-side.sign() * BETA * sigma * (years / f64::from(dates)).sqrt())
}

/// What the dates decide.
enum Watch {
    Random(Survivors),
    /// There is no volatility, no time or no chance to come so far: whether the price is seen at the level or beyond.
    Certain {
        seen: bool,
    },
}

impl Watch {
    /// `[spot, barrier, years, drift, volatility]`.
    fn new(
        side: BarrierSide,
        [spot, level, years, drift, sigma]: [f64; 5],
        dates: u32,
    ) -> Result<Self, Error> {
        let (count, deviation) = (f64::from(dates), sigma * years.sqrt());
        // How far the price is on the right side of the barrier in the logarithm, and how far it moves away from it.
        let distance = 0.0 - side.sign() * ln_ratio(level, spot);
        let travel = side.sign() * ((drift - 0.5 * sigma * sigma) * years);
        if deviation == 0.0 {
            // It moves one way: farthest to the wrong side on the first or on the last date.
            return Ok(Self::Certain { seen: distance + min(travel / count, travel) <= 0.0 });
        }
        let step = deviation / count.sqrt();
        let (start, drift) = (distance / step, travel / count / step);
        if start + min(drift * count, 0.0) > REACH * count.sqrt() {
            return Ok(Self::Certain { seen: false }); // so far away, a grid around the start would only round
        }
        Ok(Self::Random(Survivors::new(start, drift, dates)?))
    }
}

/// The density of the paths that were on the right side of the barrier on every date but the last, in standard deviations of one step from
/// the barrier.
struct Survivors {
    /// Distance of the price now: not above 0 where it is at the barrier or beyond.
    start: f64,
    /// Move away from the barrier per step.
    drift: f64,
    /// Places and their weights; for a single date the start alone.
    mass: Vec<(f64, f64)>,
}

impl Survivors {
    fn new(start: f64, drift: f64, dates: u32) -> Result<Self, Error> {
        let count = f64::from(dates);
        if dates == 1 {
            return Ok(Self { start, drift, mass: vec![(start, 1.0)] });
        }
        // Where the density lives on any date: around the start and its drift, as wide as the whole horizon.
        let travel = drift * count;
        let low = max(0.0, start + min(travel, 0.0) - REACH * count.sqrt());
        let high = max(low + PANEL, start + max(travel, 0.0) + REACH * count.sqrt());
        if high - low > WIDEST {
            return Ok(Self { start, drift, mass: carried(start, drift, dates - 1)? });
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
        for _ in 2..dates {
            let next = bands.iter().map(|(first, band)| {
                band.iter().zip(&density[*first..]).fold(0.0, |sum, (kernel, density)| sum + kernel * density)
            });
            density = next.collect();
        }
        let mass = places.iter().zip(&weights).zip(&density).map(|((y, w), f)| (*y, w * f)).collect();
        Ok(Self { start, drift, mass })
    }

    /// The mean of `value(z)` over the survivors.
    fn expectation(&self, value: impl Fn(f64) -> f64) -> f64 {
        self.mass.iter().fold(0.0, |sum, (z, mass)| sum + mass * value(*z))
    }
}

/// The survivors of date `last` where the drift outweighs chance, so that one grid for all dates would be too wide: from one date on which
/// the barrier is within reach to the next, each with a grid of its own, and over the others in one step.
fn carried(start: f64, drift: f64, last: u32) -> Result<Vec<(f64, f64)>, Error> {
    let window = |date: f64| {
        let (center, reach) = (start + drift * date, REACH * date.sqrt());
        (center - reach, center + reach)
    };
    let (mut mass, mut now) = (vec![(start, 1.0)], 0.0);
    for date in (1..=last).filter(|date| *date == last || window(f64::from(*date)).0 <= 0.0).map(f64::from) {
        let (low, high) = window(date);
        if high <= 0.0 {
            return Ok(Vec::new());
        }
        let (travel, spread) = (drift * (date - now), (date - now).sqrt());
        let (places, weights) = nodes(max(low, 0.0), high)?;
        let arrived = |y: f64| {
            let first = mass.partition_point(|(x, _)| *x < y - travel - REACH * spread);
            let last = mass.partition_point(|(x, _)| *x < y - travel + REACH * spread);
            mass[first..last].iter().fold(0.0, |sum, (x, m)| sum + m * normal_pdf((y - travel - x) / spread) / spread)
        };
        mass = places.iter().zip(&weights).map(|(y, weight)| (*y, weight * arrived(*y))).collect();
        now = date;
    }
    Ok(mass)
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

/// The payoff at expiry, seen from the date before, in closed form.
struct LastStep {
    w: f64,
    side: f64,
    level: f64,
    strike: f64,
    /// Standard deviation of the logarithm in one step.
    step: f64,
    drift: f64,
}

impl LastStep {
    fn new(request: &DiscreteBarrierRequest, survivors: &Survivors) -> Self {
        let step = request.volatility.get() * (request.years.get() / f64::from(request.dates)).sqrt();
        Self {
            w: sign(request.kind),
            side: request.side.sign(),
            level: request.barrier.get(),
            strike: request.strike.get(),
            step,
            drift: survivors.drift,
        }
    }

    /// Undiscounted: `E[w (S - K)^+; survival]` from `z` deviations away.
    fn value(&self, z: f64) -> f64 {
        // In deviations from the barrier: the strike, and where exercise and survival overlap. Survival is above 0.
        let strike_at = self.side * ln_ratio(self.strike, self.level) / self.step;
        let exercised_above = self.w == self.side;
        let (low, high) =
            if exercised_above { (max(strike_at, 0.0), f64::INFINITY) } else { (0.0, max(strike_at, 0.0)) };
        let mean = z + self.drift;
        // Under the measure of the asset the mean moves by the covariance with the logarithm.
        let between = |mean: f64| normal_cdf(mean - low) - normal_cdf(mean - high);
        let tilt = self.side * self.step;
        let forward = self.level * exp(tilt * mean + 0.5 * tilt * tilt);
        self.w * (forward * between(mean + tilt) - self.strike * between(mean))
    }
}
