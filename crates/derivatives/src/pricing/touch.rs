//! One-touch and no-touch: a payment if a level is reached, or if it is not.
//!
//! ```text
//! at the hit      E[e^(-r tau); tau <= T]                         (Rubinstein and Reiner 1991)
//! at expiry       e^(-rT) P(tau <= T)        no touch: e^(-rT) P(tau > T)
//! ```
//!
//! An asset paid at the hit is worth the barrier then; an asset paid at expiry is the same touch under the measure that takes the asset as
//! money, times `S e^(-qT)`. Where a negative rate makes `m^2 + 2 r sigma^2` negative, the payment at the hit is the integral of the touch
//! time's density by Gauss-Legendre panels (relative error below 1e-12).

use hashinsight_numerics::{clamp, exp, max};
use hashinsight_units::{AssetPrice, Collateral, Error, Record, Years};

use super::barrier_terms::BarrierSide;
use super::jet::{Jet, Market, Number};
use super::passage::Passage;
use super::walk_jet::WalkJet;
use super::window::{Watched, Window};
use super::window_jet::WindowJet;
use super::{Lognormal, PriceGreeks};
use crate::Measure;

/// Moment of a payment on a touch, or on none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum TouchPayment {
    /// At the moment of the touch.
    AtHit,
    /// At expiry, if the level was touched.
    AtExpiry,
    /// At expiry, if it was not.
    NoTouch,
}

/// Payout of a touch.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Payout {
    /// So much quote currency.
    #[record(example = 100.0)]
    Cash(Collateral),
    /// One unit of the asset.
    Asset,
}

/// Inputs of [`touch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TouchRequest {
    /// Price of the asset now, in quote currency.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Price level of the barrier, in quote currency.
    #[record(example = 54216.87)]
    pub barrier: AssetPrice,
    /// Side of the price on which the barrier lies. A spot at the barrier or beyond has touched it.
    #[record(example = "down")]
    pub side: BarrierSide,
    /// Moment of the payment.
    #[record(example = "at_hit")]
    pub payment: TouchPayment,
    /// Payout in quote currency or in the asset.
    pub payout: Payout,
    /// Price of the asset until expiry.
    #[record(flatten)]
    pub price: Lognormal,
    /// Beginning of the watch, in years from now: a price that is beyond the barrier then has touched it. Absent: now.
    pub watch_from_years: Option<Years>,
    /// End of the watch, in years from now. Absent: at expiry.
    pub watch_until_years: Option<Years>,
}

/// Result of [`touch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TouchReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Value in quote currency.
    pub price: f64,
    /// Probability of a touch by expiry.
    pub probability: f64,
    /// Probability of no touch by expiry, in full relative precision.
    pub survival_probability: f64,
    /// Derivatives of the value; absent where it has a corner or the moment of the touch is certain.
    pub greeks: Option<PriceGreeks>,
}

/// The value of a payment on a touch, or on none.
///
/// ```
/// use hashinsight_derivatives::pricing::{BarrierSide, Lognormal, Payout, TouchPayment, TouchRequest, touch};
/// use hashinsight_units::{AssetPrice, Collateral, Rate, Volatility, Years};
/// let report = touch(&TouchRequest::new(
///     AssetPrice::new(105.0)?,
///     AssetPrice::new(100.0)?,
///     BarrierSide::Down,
///     TouchPayment::AtHit,
///     Payout::Cash(Collateral::new(15.0)?),
///     Lognormal::new(Years::new(0.5)?, Rate::new(0.1)?, Rate::new(0.0)?, Volatility::new(0.2)?),
/// ))?;
/// assert_eq!(format!("{:.4}", report.price), "9.7264"); // Haug 1998
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.watch_from_years.out_of_range` and `watch_until_years` for a watch that ends before it begins or after expiry.
pub fn touch(request: &TouchRequest) -> Result<TouchReport, Error> {
    let TouchRequest { watch_from_years, watch_until_years, price, .. } = request;
    if let Some(window) = Window::new(*watch_from_years, *watch_until_years, price.years)? {
        return Ok(touch_in(request, window));
    }
    let TouchRequest { spot, barrier, side, payment, payout, price, .. } = *request;
    let (rate, carry_yield, years) = (price.rate_per_year.get(), price.yield_per_year.get(), price.years.get());
    let numbers = [spot.get(), barrier.get(), years, rate - carry_yield, price.volatility.get()];
    let passage = Passage::new(side, numbers);
    let greeks = greeks(request, &passage);
    let at_hit = || at_hit(request, &passage);
    let probability = passage.probability();
    let price = match (payment, payout) {
        (TouchPayment::AtHit, Payout::Cash(cash)) => cash.get() * at_hit(),
        (TouchPayment::AtHit, Payout::Asset) if side.is_touched(spot.get(), barrier.get()) => spot.get(),
        (TouchPayment::AtHit, Payout::Asset) => barrier.get() * at_hit(),
        (TouchPayment::AtExpiry | TouchPayment::NoTouch, Payout::Cash(cash)) => {
            let touched = if payment == TouchPayment::AtExpiry { probability } else { survival(&passage, false) };
            cash.get() * exp(-rate * years) * touched
        }
        (TouchPayment::AtExpiry, Payout::Asset) => {
            let touched = passage.walk().map_or(probability, |walk| walk.shared().touches());
            spot.get() * exp(-carry_yield * years) * touched
        }
        (TouchPayment::NoTouch, Payout::Asset) => spot.get() * exp(-carry_yield * years) * survival(&passage, true),
    };
    Ok(TouchReport {
        measure: Measure::RiskNeutral,
        price,
        probability,
        survival_probability: passage.survival(),
        greeks,
    })
}

/// The same with a watch of part of the time.
fn touch_in(request: &TouchRequest, window: Window) -> TouchReport {
    let TouchRequest { spot, barrier, side, payment, payout, price, .. } = *request;
    let (rate, carry_yield, years) = (price.rate_per_year.get(), price.yield_per_year.get(), price.years.get());
    let volatility = price.volatility.get();
    let log_drift = rate - carry_yield - 0.5 * volatility * volatility;
    let watched = Watched { window, side, spot: spot.get(), level: barrier.get(), log_drift, volatility };
    let (touched, survival_probability) = (watched.touched(rate), clamp(watched.survival(), 0.0, 1.0));
    // Paid in the asset at expiry: the same under the measure that takes it as money.
    let shared = Watched { log_drift: log_drift + volatility * volatility, ..watched };
    let (cash, asset) = (exp(-rate * years), spot.get() * exp(-carry_yield * years));
    let price = match (payment, payout) {
        (TouchPayment::AtHit, Payout::Cash(amount)) => amount.get() * touched.discounted,
        (TouchPayment::AtHit, Payout::Asset) => touched.asset,
        (TouchPayment::AtExpiry, Payout::Cash(amount)) => amount.get() * cash * touched.probability,
        (TouchPayment::AtExpiry, Payout::Asset) => asset * shared.touched(rate).probability,
        (TouchPayment::NoTouch, Payout::Cash(amount)) => amount.get() * cash * survival_probability,
        (TouchPayment::NoTouch, Payout::Asset) => asset * shared.survival(),
    };
    TouchReport {
        measure: Measure::RiskNeutral,
        price: max(price, 0.0),
        probability: clamp(touched.probability, 0.0, 1.0),
        survival_probability,
        greeks: greeks_in(request, &watched),
    }
}

/// Greeks with a watch of part of the time.
fn greeks_in(request: &TouchRequest, watched: &Watched) -> Option<PriceGreeks> {
    let TouchRequest { spot, payment, payout, price, .. } = *request;
    let market = Market::new(spot.get(), &price);
    let window = WindowJet::new(watched, &market)?;
    let none = |touched: Jet| Jet::constant(1.0) - touched;
    let price = match (payment, payout) {
        (TouchPayment::AtHit, Payout::Cash(amount)) => window.touched()?.discounted * amount.get(),
        (TouchPayment::AtHit, Payout::Asset) => window.touched()?.asset,
        (TouchPayment::AtExpiry, Payout::Cash(amount)) => market.discount() * window.probability(false)? * amount.get(),
        (TouchPayment::AtExpiry, Payout::Asset) => market.asset() * window.probability(true)?,
        (TouchPayment::NoTouch, Payout::Cash(amount)) => {
            market.discount() * none(window.probability(false)?) * amount.get()
        }
        (TouchPayment::NoTouch, Payout::Asset) => market.asset() * none(window.probability(true)?),
    };
    price.greeks()
}

/// Value of 1 paid at the touch.
fn at_hit(request: &TouchRequest, passage: &Passage) -> f64 {
    let rate = request.price.rate_per_year.get();
    let Some(walk) = passage.walk() else {
        return passage.certain_arrival().map_or(0.0, |time| exp(-rate * time));
    };
    let value = walk.discounted_touch(rate * passage.years);
    if value.is_nan() { units_at_hit(request).value } else { value }
}

fn units_at_hit(request: &TouchRequest) -> Jet {
    let market = Market::new(request.spot.get(), &request.price);
    WalkJet::new(&market, request.side, request.barrier.get()).discounted_touch(market.rate * market.years)
}

fn greeks(request: &TouchRequest, passage: &Passage) -> Option<PriceGreeks> {
    let TouchRequest { spot, barrier, side, payment, payout, price, .. } = *request;
    let (spot, level) = (spot.get(), barrier.get());
    let market = Market::new(spot, &price);
    let at_expiry = match payout {
        Payout::Cash(cash) => market.discount() * cash.get(),
        Payout::Asset => market.asset(),
    };
    let at_touch = match payout {
        Payout::Cash(cash) => cash.get(),
        Payout::Asset => level,
    };
    let touched = side.is_touched(spot, level);
    if spot == level {
        return None; // the corner between both sides
    }
    if !touched && passage.walk().is_some() {
        let walk = WalkJet::new(&market, side, level);
        let measured = if payout == Payout::Asset { walk.shared() } else { walk };
        return match payment {
            TouchPayment::AtHit => units_at_hit(request) * at_touch,
            TouchPayment::AtExpiry => at_expiry * measured.touches(),
            TouchPayment::NoTouch => at_expiry * measured.survives(),
        }
        .greeks();
    }
    let nothing = Jet::constant(0.0);
    match (payment, passage.certain_arrival()) {
        (TouchPayment::AtHit, Some(_)) if touched && payout == Payout::Asset => market.spot.greeks(),
        (TouchPayment::AtHit, Some(_)) if touched => nothing.greeks(),
        (_, Some(time)) if !touched && (time == passage.years || payment == TouchPayment::AtHit) => None,
        (TouchPayment::AtExpiry, Some(_)) | (TouchPayment::NoTouch, None) => at_expiry.greeks(),
        (TouchPayment::AtExpiry | TouchPayment::AtHit, None)
        | (TouchPayment::NoTouch | TouchPayment::AtHit, Some(_)) => nothing.greeks(),
    }
}

/// Probability of no touch, under the measure of cash or of the asset.
fn survival(passage: &Passage, shared: bool) -> f64 {
    match passage.walk() {
        Some(walk) if shared => walk.shared().survives(),
        Some(walk) => walk.survives(),
        None if passage.certain_arrival().is_some() => 0.0,
        None => 1.0,
    }
}

/// Value of 1 unit of quote currency paid at a touch under continuous watch, and the probability of the touch, of numbers that are in range:
/// `[spot, barrier, years, rate, drift, volatility]`. The bits are those of [`touch`]; the value is NaN where a negative rate needs its
/// integral. For loops over columns, which become lanes.
///
/// ```
/// use hashinsight_derivatives::pricing::{BarrierSide, touch_at_hit};
/// let [value, probability] = touch_at_hit(BarrierSide::Down, [60_000.0, 54_216.87, 7.0 / 365.0, 0.04, 0.0, 0.65]);
/// assert_eq!(format!("{value:.5} {probability:.5}"), "0.27344 0.27356");
/// ```
#[inline(always)]
pub fn touch_at_hit(side: BarrierSide, [spot, barrier, years, rate, drift, volatility]: [f64; 6]) -> [f64; 2] {
    let passage = Passage::new(side, [spot, barrier, years, drift, volatility]);
    let (walk, random) = passage.walk_if_random();
    let (time, arrives) = passage.arrival(walk.h);
    let certain = if arrives { exp(-rate * time) } else { 0.0 };
    let value = if random { walk.discounted_touch(rate * years) } else { certain };
    [value, passage.probability()]
}
