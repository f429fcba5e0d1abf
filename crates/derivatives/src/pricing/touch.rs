//! One-touch and no-touch: a payment if a level is reached, or if it is not.
//!
//! ```text
//! at the hit      E[e^(-r tau); tau <= T]                         (Rubinstein and Reiner 1991)
//! at expiry       e^(-rT) P(tau <= T)        no touch: e^(-rT) P(tau > T)
//! ```
//!
//! An asset paid at the hit is worth the barrier then; an asset paid at expiry is the same touch under the measure that takes the asset as
//! money, times `S e^(-qT)`. With a negative rate the payment at the hit needs `m^2 + 2 r sigma^2 >= 0`.

use hashinsight_numerics::exp;
use hashinsight_units::{AssetPrice, Collateral, Error, Record};

use super::Lognormal;
use super::barrier_terms::BarrierSide;
use super::passage::Passage;
use crate::Measure;
use crate::refuse::complex_transform;

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
/// `derivatives.rate_per_year.unsupported` for a payment at the hit where `m^2 + 2 r sigma^2` is negative.
pub fn touch(request: &TouchRequest) -> Result<TouchReport, Error> {
    let TouchRequest { spot, barrier, side, payment, payout, price } = *request;
    let (rate, carry_yield, years) = (price.rate_per_year.get(), price.yield_per_year.get(), price.years.get());
    let numbers = [spot.get(), barrier.get(), years, rate - carry_yield, price.volatility.get()];
    let passage = Passage::new(side, numbers);
    let probability = passage.probability();
    let price = match (payment, payout) {
        (TouchPayment::AtHit, Payout::Cash(cash)) => cash.get() * at_hit(&passage, rate)?,
        (TouchPayment::AtHit, Payout::Asset) if side.is_touched(spot.get(), barrier.get()) => spot.get(),
        (TouchPayment::AtHit, Payout::Asset) => barrier.get() * at_hit(&passage, rate)?,
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
    Ok(TouchReport { measure: Measure::RiskNeutral, price, probability })
}

/// Value of 1 paid at the touch.
fn at_hit(passage: &Passage, rate: f64) -> Result<f64, Error> {
    let Some(walk) = passage.walk() else {
        return Ok(passage.certain_arrival().map_or(0.0, |time| exp(-rate * time)));
    };
    let value = walk.discounted_touch(rate * passage.years);
    if value.is_nan() { Err(complex_transform(rate)) } else { Ok(value) }
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
