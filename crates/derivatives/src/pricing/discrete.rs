//! Barriers that are looked at only so often.
//!
//! A barrier watched at `m` equally spaced times (the first after one step, the last at expiry) is touched less often than one watched
//! always, and a price that is beyond it today has not been seen there: today is no date. Broadie, Glasserman and
//! Kou (1997) move it away from the price by `beta sigma sqrt(T/m)`, `beta = -zeta(1/2) / sqrt(2 pi) = 0.5826`: enough while the barrier is
//! more than about one step away. Up to 20 dates the recursion carries the density of the survivors from date to date: composite
//! Gauss-Legendre nodes, ten on every two standard deviations of a step, and the last step in closed form. Above that the
//! [eigenfunctions](super::half_line) of the walk answer. The error is below 1e-10 of the spot.

use hashinsight_numerics::{clamp, exp, ln_ratio, max, normal_cdf, normal_pdf};
use hashinsight_units::{AssetPrice, Collateral, Error, Record, Years};

use super::barrier::{Barrier, BarrierType, Knock};
use super::barrier_terms::BarrierSide;
use super::dates::{Dates, WatchCalendar};
use super::discrete_greeks::{WatchGreeks, Watched, hit_greeks};
use super::half_line::PHASE;
use super::hit_probability::HitGreeks;
use super::jet::{Jet, Market, Number};
use super::many_looks::ManyLooks;
use super::option::sign;
use super::passage::{FirstPassage, Passage};
use super::survivors::Survivors;
use super::vanilla::Vanilla;
use super::watch::Watch;
use super::{Lognormal, PriceGreeks};
use crate::Measure;

/// Inputs of [`discrete_hit_probability`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DiscreteHitRequest {
    /// Price on its way to the barrier.
    #[record(flatten)]
    pub passage: FirstPassage,
    /// Number of dates on which the price is looked at, equally spaced, the last at the end of the horizon and none today: 1 to 100000. Absent:
    /// `times_years` or `calendar` says when.
    #[record(example = 7)]
    pub dates: Option<u32>,
    /// Measure that the drift is of.
    #[record(example = "real_world")]
    pub measure: Measure,
    /// Times of the dates in years from now, rising, at most 2000; 0 is a look today. Absent: `dates` or `calendar` says when.
    pub times_years: Option<Vec<Years>>,
    /// Dates by a rule of the calendar, at most 2000. Absent: `dates` or `times_years` says when.
    pub calendar: Option<WatchCalendar>,
}

/// Result of [`discrete_hit_probability`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DiscreteHitReport {
    /// Measure of the numbers, as in the request.
    pub measure: Measure,
    /// Probability of being seen at the level or beyond.
    pub probability: f64,
    /// Probability of not being seen there, with its own digits where sight is almost certain.
    pub survival_probability: f64,
    /// Probability of a touch of the moved barrier of Broadie, Glasserman and Kou; absent for dates that are not equally spaced.
    pub corrected: Option<f64>,
    /// Probability of a touch under continuous watch.
    pub continuous: f64,
    /// Whether the barrier is within one step's deviation, where the correction is crude; absent without one.
    pub near_barrier: Option<bool>,
    /// Derivatives of the probability; absent where it is certain, and where a drift of thousands of deviations outweighs chance.
    pub greeks: Option<HitGreeks>,
}

/// The probability that the price is at a level or beyond on one of `dates` days.
///
/// ```
/// use hashinsight_derivatives::Measure;
/// use hashinsight_derivatives::pricing::{BarrierSide, DiscreteHitRequest, FirstPassage, discrete_hit_probability};
/// use hashinsight_units::{AssetPrice, Rate, Volatility, Years};
/// let passage = FirstPassage::new(
///     AssetPrice::new(100.0)?,
///     AssetPrice::new(90.0)?,
///     BarrierSide::Down,
///     Years::new(7.0 / 365.0)?,
///     Rate::new(0.0)?,
///     Volatility::new(0.65)?,
/// );
/// let report = discrete_hit_probability(&DiscreteHitRequest::new(passage, Measure::RealWorld).dates(7))?;
/// assert_eq!(format!("{:.4} {:.4}", report.probability, report.continuous), "0.1830 0.2547");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.dates.missing` without any, `derivatives.dates.out_of_range` unless there are 1 to 100000; `derivatives.dates.unsupported`
/// for more than 2000 between two of which the drift exceeds 0.5 deviations, or the logarithm's deviation 0.5; `derivatives.times_years.length`
/// and `derivatives.calendar.several` for ways of telling the dates that contradict, `derivatives.calendar.none` without a date in time.
pub fn discrete_hit_probability(request: &DiscreteHitRequest) -> Result<DiscreteHitReport, Error> {
    let DiscreteHitRequest { passage, dates, measure, ref times_years, ref calendar } = *request;
    let dates = Dates::of(dates, times_years.as_deref(), calendar.as_ref(), passage.years)?;
    let FirstPassage { side, spot, barrier, years, drift_per_year, volatility } = passage;
    let [spot, level, years, drift, sigma] =
        [spot.get(), barrier.get(), years.get(), drift_per_year.get(), volatility.get()];
    let continuous = Passage::from(&passage).probability();
    let corrected = dates.even().map(|count| {
        let moved = corrected_level(side, level, years, sigma, count);
        Passage::new(side, [spot, moved, years, drift, sigma]).probability()
    });
    let market = Market::of(spot, [sigma, drift, 0.0, years]);
    let numbers = [spot, level, years, drift, sigma];
    let (survival, near_barrier, greeks) = match Watch::of(side, &market, level, &dates)? {
        Watch::Uneven(watched) => (watched.survival(), None, watched.hit_greeks(side, [spot, level])),
        // Survivors of the last date, in closed form from the one before.
        Watch::Random(survivors) => {
            let survival = survivors.expectation(|z| normal_cdf(z + survivors.drift));
            let greeks = hit_greeks(side.sign(), numbers, &survivors, dates.even().unwrap_or(1));
            (survival, Some(survivors.start < 1.0), greeks)
        }
        Watch::Often { looks, start } => {
            let survival = looks.survival();
            let greeks = survival.greeks().map(|by| HitGreeks {
                by_spot: 0.0 - by.delta,
                by_spot_twice: 0.0 - by.gamma,
                by_barrier: by.delta * spot / level, // it knows their quotient alone
                by_volatility: 0.0 - by.vega,
                by_years: by.theta,
            });
            (survival.value, Some(start < 1.0), greeks)
        }
        Watch::Certain { seen, .. } => (if seen.is_some() { 0.0 } else { 1.0 }, Some(false), None),
    };
    let (probability, survival_probability) = (clamp(1.0 - survival, 0.0, 1.0), clamp(survival, 0.0, 1.0));
    Ok(DiscreteHitReport { measure, probability, survival_probability, corrected, continuous, near_barrier, greeks })
}

/// Inputs of [`discrete_barrier`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DiscreteBarrierRequest {
    /// Type of the option.
    #[record(flatten)]
    pub option: BarrierType,
    /// Price of the asset now, in quote currency.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Exercise price, in quote currency.
    #[record(example = 65000)]
    pub strike: AssetPrice,
    /// Price level of the barrier, in quote currency.
    #[record(example = 54000)]
    pub barrier: AssetPrice,
    /// Price of the asset until expiry.
    #[record(flatten)]
    pub price: Lognormal,
    /// Number of dates on which the price is looked at, equally spaced, the last at expiry and none today: 1 to 100000. Absent:
    /// `times_years` or `calendar` says when.
    #[record(example = 30)]
    pub dates: Option<u32>,
    /// Rebate in quote currency: paid on the date that ends a knock-out, or at expiry for a knock-in that never began.
    #[record(default = Collateral::constant(0.0))]
    pub rebate: Collateral,
    /// Times of the dates in years from now, rising, at most 2000; 0 is a look today. Absent: `dates` or `calendar` says when.
    pub times_years: Option<Vec<Years>>,
    /// Dates by a rule of the calendar, at most 2000. Absent: `dates` or `times_years` says when.
    pub calendar: Option<WatchCalendar>,
}

/// Result of [`discrete_barrier`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DiscreteBarrierReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Value in quote currency, rebate included.
    pub price: f64,
    /// Part of the value that is the rebate, in quote currency.
    pub rebate_value: f64,
    /// Value in quote currency with the moved barrier of Broadie, Glasserman and Kou; absent for dates that are not equally spaced.
    pub corrected: Option<f64>,
    /// Value in quote currency under continuous watch.
    pub continuous: f64,
    /// Whether the barrier is within one step's deviation, where the correction is crude; absent without one.
    pub near_barrier: Option<bool>,
    /// Derivatives of the value, rebate included; absent where it has a corner.
    pub greeks: Option<WatchGreeks>,
}

/// The value of a barrier option whose barrier is watched on `dates` days.
///
/// ```
/// use hashinsight_derivatives::pricing::{
///     BarrierSide, BarrierType, DiscreteBarrierRequest, Knock, Lognormal, discrete_barrier,
/// };
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{AssetPrice, Rate, Volatility, Years};
/// let request = DiscreteBarrierRequest::new(
///     BarrierType::new(OptionKind::Call, Knock::Out, BarrierSide::Down),
///     AssetPrice::new(100.0)?,
///     AssetPrice::new(100.0)?,
///     AssetPrice::new(99.0)?,
///     Lognormal::new(Years::new(0.2)?, Rate::new(0.1)?, Rate::new(0.0)?, Volatility::new(0.3)?),
/// );
/// let report = discrete_barrier(&request.dates(50))?;
/// let corrected = report.corrected.expect("equally spaced dates");
/// assert_eq!(format!("{:.3} {corrected:.3} {:.3}", report.continuous, report.price), "1.171 2.271 2.336");
/// assert_eq!(report.near_barrier, Some(true));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.dates.missing` without any, `derivatives.dates.out_of_range` unless there are 1 to 100000; `derivatives.dates.unsupported`
/// for more than 2000 between two of which the drift exceeds 0.5 deviations, or the logarithm's deviation 0.5; `derivatives.times_years.length`
/// and `derivatives.calendar.several` for ways of telling the dates that contradict, `derivatives.calendar.none` without a date in time.
pub fn discrete_barrier(request: &DiscreteBarrierRequest) -> Result<DiscreteBarrierReport, Error> {
    let DiscreteBarrierRequest { option, spot, strike, barrier, price, rebate, .. } = *request;
    let dates = Dates::of(request.dates, request.times_years.as_deref(), request.calendar.as_ref(), price.years)?;
    let BarrierType { kind, knock, side } = option;
    let vanilla = Vanilla::new(sign(kind), spot.get(), strike.get(), &price);
    let Vanilla { spot, years, rate, volatility, .. } = vanilla;
    let watched_always = |level: f64| Barrier { knock, side, level, rebate: rebate.get(), option: vanilla }.report();
    let continuous = watched_always(barrier.get());
    let corrected = dates.even().map(|count| {
        let moved = corrected_level(side, barrier.get(), years, volatility, count);
        watched_always(clamp(moved, AssetPrice::MIN.get(), AssetPrice::MAX.get())).price
    });
    let market = Market::new(spot, &price);
    let watch = Watch::of(side, &market, barrier.get(), &dates)?;
    let count = dates.even().unwrap_or(1);
    let mut often = None;
    let (out, near_barrier) = match &watch {
        Watch::Random(survivors) => {
            let step = LastStep::new(request, survivors, count);
            let value = exp(-rate * years) * survivors.expectation(|z| step.value(z));
            (max(value, 0.0), Some(survivors.start < 1.0))
        }
        Watch::Often { looks, start } => {
            let parts = Often::new(request, &vanilla, &market, looks)?;
            often = Some(parts);
            (max(parts.out.value, 0.0), Some(*start < 1.0))
        }
        Watch::Uneven(watched) => (max(watched.option(side, &vanilla, barrier.get()), 0.0), None),
        Watch::Certain { seen, .. } => (if seen.is_some() { 0.0 } else { continuous.vanilla_price }, Some(false)),
    };
    let option = match knock {
        Knock::Out => out,
        Knock::In => max(continuous.vanilla_price - out, 0.0),
    };
    let rebate_value = match (knock, often) {
        _ if rebate.get() == 0.0 => 0.0,
        (_, Some(Often { paid, .. })) => max(paid.value, 0.0),
        (Knock::Out, None) => rebate.get() * watch.discounted_sight(rate, years, years / f64::from(count))?,
        (Knock::In, None) => rebate.get() * exp(-rate * years) * watch.survival(),
    };
    Ok(DiscreteBarrierReport {
        measure: Measure::RiskNeutral,
        price: option + rebate_value,
        rebate_value,
        corrected,
        continuous: continuous.price,
        near_barrier,
        greeks: often.map_or_else(|| greeks(request, &vanilla, &watch, count), |parts| parts.greeks(knock, &vanilla)),
    })
}

fn greeks(request: &DiscreteBarrierRequest, option: &Vanilla, watch: &Watch<'_>, dates: u32) -> Option<WatchGreeks> {
    let survivors = match watch {
        Watch::Random(survivors) => survivors,
        Watch::Certain { seen, corner: false } => return certain_greeks(request, option, *seen, dates),
        Watch::Uneven(watched) => {
            let kind = (request.option.knock, request.option.side);
            return watched.greeks(kind, option, [request.barrier.get(), request.rebate.get()]);
        }
        _ => return None,
    };
    let last = LastStep::new(request, survivors, dates);
    let (knock, side) = (request.option.knock, request.option.side.sign());
    Watched { knock, side, rebate: request.rebate.get(), dates, option, survivors, last: &last }.greeks()
}

/// The option as nobody watched it, or a rebate at a moment that is certain.
fn certain_greeks(
    request: &DiscreteBarrierRequest,
    option: &Vanilla,
    seen: Option<f64>,
    dates: u32,
) -> Option<WatchGreeks> {
    let paid = match (request.option.knock, seen) {
        (Knock::Out, None) | (Knock::In, Some(_)) => return option.report().greeks.map(WatchGreeks::from),
        (Knock::Out, Some(date)) => option.years * date / f64::from(dates),
        (Knock::In, None) => option.years,
    };
    let value = request.rebate.get() * exp(-option.rate * paid);
    WatchGreeks::whole(value, [0.0, 0.0, 0.0, -paid * value, 0.0], Knock::Out, option)
}

/// Parts of a value that many dates make, as they vary.
#[derive(Clone, Copy)]
struct Often {
    /// The option that a sight ends.
    out: Jet,
    /// The rebate.
    paid: Jet,
}

impl Often {
    fn new(
        request: &DiscreteBarrierRequest,
        option: &Vanilla,
        market: &Market,
        looks: &ManyLooks,
    ) -> Result<Self, Error> {
        let rebate = request.rebate.get();
        let paid = match request.option.knock {
            _ if rebate == 0.0 => Jet::constant(0.0),
            Knock::Out => looks.discounted_sight()? * rebate,
            Knock::In => market.discount() * looks.survival() * rebate,
        };
        Ok(Self { out: looks.option(option, request.barrier.get()), paid })
    }

    fn greeks(&self, knock: Knock, option: &Vanilla) -> Option<WatchGreeks> {
        let total = if knock == Knock::Out { self.paid + self.out } else { self.paid - self.out };
        let PriceGreeks { delta, gamma, vega, rho, yield_rho, .. } = total.greeks()?;
        WatchGreeks::whole(total.value, [delta, gamma, vega, rho, yield_rho], knock, option)
    }
}

fn corrected_level(side: BarrierSide, level: f64, years: f64, sigma: f64, dates: u32) -> f64 {
    level * exp(-side.sign() * PHASE[0] * sigma * (years / f64::from(dates)).sqrt())
}

/// Payoff at expiry, seen from the date before, in closed form.
pub(super) struct LastStep {
    pub(super) w: f64,
    pub(super) side: f64,
    pub(super) level: f64,
    pub(super) strike: f64,
    /// Standard deviation of the logarithm in one step.
    pub(super) step: f64,
    pub(super) drift: f64,
}

impl LastStep {
    fn new(request: &DiscreteBarrierRequest, survivors: &Survivors, dates: u32) -> Self {
        let step = request.price.volatility.get() * (request.price.years.get() / f64::from(dates)).sqrt();
        Self {
            w: sign(request.option.kind),
            side: request.option.side.sign(),
            level: request.barrier.get(),
            strike: request.strike.get(),
            step,
            drift: survivors.drift,
        }
    }

    /// Undiscounted: `E[w (S - K)^+; survival]` from `z` deviations away.
    pub(super) fn value(&self, z: f64) -> f64 {
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

    /// [`value`](Self::value), its derivatives by the mean once and twice, and by the step.
    pub(super) fn varied(&self, z: f64) -> [f64; 4] {
        let strike_at = self.side * ln_ratio(self.strike, self.level) / self.step;
        let exercised_above = self.w == self.side;
        let (low, high) =
            if exercised_above { (max(strike_at, 0.0), f64::INFINITY) } else { (0.0, max(strike_at, 0.0)) };
        let (mean, tilt) = (z + self.drift, self.side * self.step);
        let forward = self.level * exp(tilt * mean + 0.5 * tilt * tilt);
        let between = |mean: f64| normal_cdf(mean - low) - normal_cdf(mean - high);
        let edge = |mean: f64| normal_pdf(mean - low) - normal_pdf(mean - high);
        let falling = |x: f64| if x.is_finite() { -x * normal_pdf(x) } else { 0.0 };
        let bend = |mean: f64| falling(mean - low) - falling(mean - high);
        let tilted = mean + tilt;
        let (inside, at_edge) = (between(tilted), edge(tilted));
        [
            self.w * (forward * inside - self.strike * between(mean)),
            self.w * (forward * (tilt * inside + at_edge) - self.strike * edge(mean)),
            self.w
                * (forward * (tilt * tilt * inside + 2.0 * tilt * at_edge + bend(tilted)) - self.strike * bend(mean)),
            self.w * self.side * forward * (tilted * inside + at_edge),
        ]
    }
}
