//! European digitals: a payment if the price ends beyond the strike.
//!
//! ```text
//! cash or nothing    X e^(-rT) N(w d2)
//! asset or nothing   S e^(-qT) N(w d1)
//! gap                w [ S e^(-qT) N(w d1) - X e^(-rT) N(w d2) ]      d1, d2 at the trigger, X the payment strike
//! ```
//!
//! (Reiner and Rubinstein 1991.) Relative error below 1e-14 times `1 + d2^2`; that of a gap is relative to the sum of its two terms.

use hashinsight_market::OptionKind;
use hashinsight_numerics::{exp, ln_ratio, normal_cdf};
use hashinsight_units::{AssetPrice, Collateral, Record};

use super::barrier_jet::ends_beyond;
use super::jet::Market;
use super::option::sign;
use super::{Lognormal, PriceGreeks};
use crate::Measure;

/// Payout of a digital whose price ends beyond the strike.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum DigitalPayout {
    /// So much quote currency.
    #[record(example = 100.0)]
    Cash(Collateral),
    /// One unit of the asset.
    Asset,
    /// Asset less the payment strike, in quote currency: for a call; the reverse for a put. It may be negative.
    #[record(example = 90000.0)]
    Gap(AssetPrice),
}

/// Inputs of [`digital`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DigitalRequest {
    /// Kind of the digital: a call pays above the strike, a put below.
    #[record(example = "put")]
    pub kind: OptionKind,
    /// Price of the asset now, in quote currency.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Price that decides at expiry, in quote currency.
    #[record(example = 55000)]
    pub strike: AssetPrice,
    /// Payout where the price ends beyond the strike.
    pub payout: DigitalPayout,
    /// Price of the asset until expiry.
    #[record(flatten)]
    pub price: Lognormal,
}

/// Result of [`digital`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DigitalReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Value in quote currency; that of a gap may be negative.
    pub price: f64,
    /// Probability of the payment.
    pub probability: f64,
    /// Derivatives of the value; absent where it jumps.
    pub greeks: Option<PriceGreeks>,
}

/// The value of a payment that depends on where the price ends.
///
/// ```
/// use hashinsight_derivatives::pricing::{DigitalPayout, DigitalRequest, Lognormal, digital};
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{AssetPrice, Collateral, Rate, Volatility, Years};
/// let (spot, strike) = (AssetPrice::new(100.0)?, AssetPrice::new(80.0)?);
/// let payout = DigitalPayout::Cash(Collateral::new(10.0)?);
/// let price = Lognormal::new(Years::new(0.75)?, Rate::new(0.06)?, Rate::new(0.06)?, Volatility::new(0.35)?);
/// let report = digital(&DigitalRequest::new(OptionKind::Put, spot, strike, payout, price));
/// assert_eq!(format!("{:.4}", report.price), "2.6710"); // Haug 1998
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn digital(request: &DigitalRequest) -> DigitalReport {
    let DigitalRequest { kind, spot, strike, payout, price } = *request;
    let (w, years) = (sign(kind), price.years.get());
    let (rate, carry_yield) = (price.rate_per_year.get(), price.yield_per_year.get());
    let x = ln_ratio(spot.get(), strike.get()) + (rate - carry_yield) * years;
    let deviation = price.volatility.get() * years.sqrt();
    // Without deviation the forward decides, and on the strike itself nothing is paid.
    let beyond = |shift: f64| {
        if deviation > 0.0 {
            normal_cdf(w * (x / deviation + shift * deviation))
        } else if w * x > 0.0 {
            1.0
        } else {
            0.0
        }
    };
    let (held, probability) = (beyond(0.5), beyond(-0.5));
    let asset = spot.get() * exp(-carry_yield * years) * held;
    let cash = |amount: f64| amount * exp(-rate * years) * probability;
    let price = match payout {
        DigitalPayout::Cash(amount) => cash(amount.get()),
        DigitalPayout::Asset => asset,
        DigitalPayout::Gap(payment) => w * (asset - cash(payment.get())),
    };
    DigitalReport { measure: Measure::RiskNeutral, price: price + 0.0, probability, greeks: greeks(request) }
}

fn greeks(request: &DigitalRequest) -> Option<PriceGreeks> {
    let DigitalRequest { kind, spot, strike, payout, price } = *request;
    let (w, market) = (sign(kind), Market::new(spot.get(), &price));
    let [held, paid] = ends_beyond(&market, w, strike.get())?;
    let cash = |amount: f64| market.discount() * paid * amount;
    let value = match payout {
        DigitalPayout::Cash(amount) => cash(amount.get()),
        DigitalPayout::Asset => market.asset() * held,
        DigitalPayout::Gap(payment) => (market.asset() * held - cash(payment.get())) * w,
    };
    value.greeks()
}
