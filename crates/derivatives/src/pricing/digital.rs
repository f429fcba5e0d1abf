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

use super::vanilla::sign;
use crate::{AssetPrice, Collateral, Error, Measure, Rate, Volatility, Years};

/// What a digital pays where the price ends beyond its strike.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
pub enum DigitalPayout {
    /// So much quote currency.
    Cash(Collateral),
    /// One unit of the asset.
    Asset,
    /// The asset less this payment strike for a call, the reverse for a put: it may be negative.
    Gap(AssetPrice),
}

/// Inputs of [`digital`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DigitalRequest {
    /// A call pays above the strike, a put below.
    pub kind: OptionKind,
    /// Price of the asset now, in quote currency.
    pub spot: AssetPrice,
    /// The price that decides.
    pub strike: AssetPrice,
    /// What it pays.
    pub payout: DigitalPayout,
    /// Time to expiry in years of 365 days.
    pub years: Years,
    /// Riskless rate per year, continuously compounded.
    pub rate_per_year: Rate,
    /// What holding the asset yields per year, continuously compounded.
    pub yield_per_year: Rate,
    /// Volatility per square root of a year.
    pub volatility: Volatility,
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
    /// Probability of payment.
    pub probability: f64,
}

/// The value of a payment that depends on where the price ends.
///
/// ```
/// use hashinsight_derivatives::pricing::{DigitalPayout, DigitalRequest, digital};
/// use hashinsight_derivatives::{AssetPrice, Collateral, Rate, Volatility, Years};
/// use hashinsight_market::OptionKind;
/// let report = digital(&DigitalRequest {
///     kind: OptionKind::Put,
///     spot: AssetPrice::new(100.0)?,
///     strike: AssetPrice::new(80.0)?,
///     payout: DigitalPayout::Cash(Collateral::new(10.0)?),
///     years: Years::new(0.75)?,
///     rate_per_year: Rate::new(0.06)?,
///     yield_per_year: Rate::new(0.06)?,
///     volatility: Volatility::new(0.35)?,
/// })?;
/// assert_eq!(format!("{:.4}", report.price), "2.6710"); // Haug 1998
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// None: the quantities have been checked. The result type is that of every operation.
pub fn digital(request: &DigitalRequest) -> Result<DigitalReport, Error> {
    let DigitalRequest { kind, spot, strike, payout, years, rate_per_year, yield_per_year, volatility } = *request;
    let (w, years) = (sign(kind), years.get());
    let (rate, carry_yield) = (rate_per_year.get(), yield_per_year.get());
    let x = ln_ratio(spot.get(), strike.get()) + (rate - carry_yield) * years;
    let deviation = volatility.get() * years.sqrt();
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
    Ok(DigitalReport { measure: Measure::RiskNeutral, price: price + 0.0, probability })
}
