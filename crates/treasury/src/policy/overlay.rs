//! Options against the coins: a covered call, and a collar that costs nothing.
//!
//! ```text
//! covered call   premium = call(S, K);   break-even S - premium;   yield by the year = premium / S * 365 / days
//! collar         call(S, K) = put(S, K_put), for K
//! ```
//!
//! Prices are those of [`vanilla`]: Black and Scholes 1973.

use hashinsight_derivatives::pricing::{EuropeanOption, Lognormal, vanilla};
use hashinsight_market::OptionKind;
use hashinsight_numerics::find_root;
use hashinsight_units::{AssetPrice, Error, Outcome, Record};

/// Inputs of [`covered_call`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoveredCallRequest {
    /// Price of the asset now, in quote currency.
    #[record(example = 100000)]
    pub spot: AssetPrice,
    /// Exercise price of the call that is sold, in quote currency.
    #[record(example = 120000)]
    pub strike: AssetPrice,
    /// Price of the asset until expiry.
    #[record(flatten)]
    pub price: Lognormal,
}

/// Result of [`covered_call`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CoveredCallReport {
    /// Premium for one unit of the asset, in quote currency.
    pub premium: f64,
    /// Price of the asset at expiry above which call and asset together gain, in quote currency.
    pub break_even: f64,
    /// Premium over the price by the year of 365 days, not compounded, as a fraction; unbounded at expiry.
    pub yield_per_year: Outcome,
    /// Greatest gain of call and asset together over the price, as a fraction.
    pub greatest_gain: f64,
    /// Probability that the call is exercised, under the risk-neutral measure.
    pub exercise_probability: f64,
}

/// A call sold against coins that are held.
///
/// ```
/// use hashinsight_derivatives::pricing::Lognormal;
/// use hashinsight_treasury::policy::{CoveredCallRequest, covered_call};
/// use hashinsight_units::{AssetPrice, Rate, Volatility, Years};
/// let price = Lognormal::new(Years::new(30.0 / 365.0)?, Rate::new(0.04)?, Rate::new(0.0)?, Volatility::new(0.6)?);
/// let report = covered_call(&CoveredCallRequest::new(AssetPrice::new(100_000.0)?, AssetPrice::new(120_000.0)?, price));
/// assert_eq!(format!("{:.2} {:.2}", report.premium, report.break_even), "1445.86 98554.14");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn covered_call(request: &CoveredCallRequest) -> CoveredCallReport {
    let CoveredCallRequest { spot, strike, price } = *request;
    let call = vanilla(&EuropeanOption::new(OptionKind::Call, spot, strike, price));
    let (premium, spot) = (call.price, spot.get());
    CoveredCallReport {
        premium,
        break_even: spot - premium,
        yield_per_year: Outcome::of(premium / spot / price.years.get()),
        greatest_gain: (strike.get() - spot + premium) / spot,
        exercise_probability: call.exercise_probability,
    }
}

/// Inputs of [`collar`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CollarRequest {
    /// Price of the asset now, in quote currency.
    #[record(example = 100000)]
    pub spot: AssetPrice,
    /// Exercise price of the put that is bought, in quote currency.
    #[record(example = 85000)]
    pub put_strike: AssetPrice,
    /// Price of the asset until expiry.
    #[record(flatten)]
    pub price: Lognormal,
}

/// Result of [`collar`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CollarReport {
    /// Price of the put for one unit of the asset, in quote currency.
    pub put_price: f64,
    /// Exercise price of the call whose sale pays for the put, in quote currency; unbounded where the put costs nothing, never where it costs
    /// more than any call.
    pub call_strike: Outcome,
}

/// The call whose sale pays for a put: a collar that costs nothing.
///
/// ```
/// use hashinsight_derivatives::pricing::Lognormal;
/// use hashinsight_treasury::policy::{CollarRequest, collar};
/// use hashinsight_units::{AssetPrice, Rate, Volatility, Years};
/// let price = Lognormal::new(Years::new(90.0 / 365.0)?, Rate::new(0.04)?, Rate::new(0.0)?, Volatility::new(0.6)?);
/// let report = collar(&CollarRequest::new(AssetPrice::new(100_000.0)?, AssetPrice::new(85_000.0)?, price))?;
/// assert_eq!(format!("{:.2} {:.2}", report.put_price, report.call_strike.value().unwrap()), "4744.94 124158.74");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// None that a price of the stated ranges leads to.
pub fn collar(request: &CollarRequest) -> Result<CollarReport, Error> {
    let CollarRequest { spot, put_strike, price } = *request;
    let put_price = vanilla(&EuropeanOption::new(OptionKind::Put, spot, put_strike, price)).price;
    // A strike is an AssetPrice: the logarithm of what is searched stays within its range.
    let excess = |strike: f64| {
        let strike = AssetPrice::new(strike).unwrap_or(if strike < 1.0 { AssetPrice::MIN } else { AssetPrice::MAX });
        vanilla(&EuropeanOption::new(OptionKind::Call, spot, strike, price)).price - put_price
    };
    let (mut low, mut high) = (spot.get(), spot.get());
    while excess(low) < 0.0 && low > AssetPrice::MIN.get() {
        low *= 0.5;
    }
    while excess(high) > 0.0 && high < AssetPrice::MAX.get() {
        high *= 2.0;
    }
    let call_strike = if put_price == 0.0 || excess(high) > 0.0 {
        Outcome::Unbounded
    } else if excess(low) < 0.0 {
        Outcome::Never
    } else {
        Outcome::Value(find_root(excess, low, high, 0.0)?)
    };
    Ok(CollarReport { put_price, call_strike })
}
