//! Payments on a touch of one of two levels, or of neither.
//!
//! ```text
//! no touch        e^(-rT) P(neither by T)                      at expiry    e^(-rT) P(touched by T)
//! at the hit      E[e^(-r tau); tau <= T], of either level, of the lower one first, or of the upper one first
//! ```
//!
//! (Hui 1996; Haug 1998.) A payment on the lower level first is lost once the upper one is touched, and the other way round.

use hashinsight_numerics::{clamp, exp};
use hashinsight_units::{AssetPrice, Collateral, Error, Record};

use super::double_barrier::{Place, Start};
use super::jet::{Jet, Market, Number};
use super::{Lognormal, PriceGreeks, TouchPayment};
use crate::Measure;

/// Level on whose touch a payment hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum TouchedLevel {
    /// Either of the two.
    Either,
    /// The lower one, before the upper one.
    LowerFirst,
    /// The upper one, before the lower one.
    UpperFirst,
}

/// Inputs of [`double_touch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DoubleTouchRequest {
    /// Price of the asset now, in quote currency. At a level or beyond it has touched it.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Price of the lower level, in quote currency.
    #[record(example = 50000)]
    pub lower: AssetPrice,
    /// Price of the upper level, in quote currency; above the lower one, by at least a 4000th of the
    /// logarithm's deviation over the horizon.
    #[record(example = 75000)]
    pub upper: AssetPrice,
    /// Moment of the payment; without a touch it is due at expiry.
    #[record(example = "no_touch")]
    pub payment: TouchPayment,
    /// Payout in quote currency.
    #[record(example = 1000)]
    pub cash: Collateral,
    /// Price of the asset until expiry.
    #[record(flatten)]
    pub price: Lognormal,
    /// Level on whose touch the payment hangs; without a touch it is that of either which loses it.
    #[record(default = TouchedLevel::Either)]
    pub level: TouchedLevel,
}

/// Result of [`double_touch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DoubleTouchReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Value in quote currency.
    pub price: f64,
    /// Probability that neither level is touched by expiry.
    pub survival_probability: f64,
    /// Probability that the lower level is touched by expiry, and before the upper one.
    pub lower_first_probability: f64,
    /// Probability that the upper level is touched by expiry, and before the lower one.
    pub upper_first_probability: f64,
    /// Derivatives of the value; absent where it has a corner or the moment of the touch is certain.
    pub greeks: Option<PriceGreeks>,
}

/// The value of a payment on a touch of one of two levels, or of neither.
///
/// ```
/// use hashinsight_derivatives::pricing::{DoubleTouchRequest, Lognormal, TouchPayment, double_touch};
/// use hashinsight_units::{AssetPrice, Collateral, Rate, Volatility, Years};
/// // A month between 80 and 125, without drift of the logarithm.
/// let price = Lognormal::new(Years::new(30.0 / 365.0)?, Rate::new(0.02)?, Rate::new(0.0)?, Volatility::new(0.2)?);
/// let [spot, lower, upper] = [100.0, 80.0, 125.0].map(AssetPrice::new);
/// let one = Collateral::new(1.0)?;
/// let request = DoubleTouchRequest::new(spot?, lower?, upper?, TouchPayment::NoTouch, one, price);
/// assert_eq!(format!("{:.10}", double_touch(&request)?.price), "0.9981587590");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.upper.out_of_range` unless the upper level is above the lower one.
pub fn double_touch(request: &DoubleTouchRequest) -> Result<DoubleTouchReport, Error> {
    let DoubleTouchRequest { spot, lower, upper, payment, cash, price, level } = *request;
    let place = Place::new(spot, lower, upper, &price)?;
    let market = Market::new(spot.get(), &price);
    let (no_rate, rate_time) = (Jet::constant(0.0), market.rate * market.years);
    let pick = |below: Jet, above: Jet| match level {
        TouchedLevel::Either => below + above,
        TouchedLevel::LowerFirst => below,
        TouchedLevel::UpperFirst => above,
    };
    let nothing = Jet::constant(0.0);
    let (value, [stays, below, above], smooth) = match place.start(&market) {
        Start::Between(corridor) => {
            let value = match payment {
                TouchPayment::NoTouch => market.discount() * corridor.stays(),
                TouchPayment::AtExpiry => {
                    market.discount() * pick(corridor.leaves_below(no_rate), corridor.leaves_above(no_rate))
                }
                TouchPayment::AtHit => pick(corridor.leaves_below(rate_time), corridor.leaves_above(rate_time)),
            };
            (value, corridor.by_number().stays_and_first(), true)
        }
        Start::Never => {
            let value = if payment == TouchPayment::NoTouch { market.discount() } else { nothing };
            (value, [1.0, 0.0, 0.0], true)
        }
        Start::Touches { after, lower, corner } => {
            let [below, above] = if lower { [1.0, 0.0] } else { [0.0, 1.0] };
            let due = pick(Jet::constant(below), Jet::constant(above));
            let value = match payment {
                TouchPayment::NoTouch => nothing,
                TouchPayment::AtExpiry => market.discount() * due,
                TouchPayment::AtHit => due * exp(-market.rate.value * after),
            };
            let moves = payment == TouchPayment::AtHit && after > 0.0 && due.value > 0.0;
            (value, [0.0, below, above], !corner && !moves)
        }
    };
    let value = value * cash.get();
    let probability = |value: f64| clamp(value, 0.0, 1.0);
    Ok(DoubleTouchReport {
        measure: Measure::RiskNeutral,
        price: if value.value > 0.0 { value.value } else { 0.0 },
        survival_probability: probability(stays),
        lower_first_probability: probability(below),
        upper_first_probability: probability(above),
        greeks: value.greeks().filter(|_| smooth),
    })
}
