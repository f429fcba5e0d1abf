//! European options on a price that jumps: Merton's jump diffusion.
//!
//! Jumps come as a Poisson process, their logarithms are normal. Given their number the price is lognormal, so that an option is a Poisson
//! mixture of Black prices (Merton 1976)
//!
//! ```text
//! price = sum over n of [ asset_n N(w d1_n) - cash_n N(w d2_n) ] w
//! asset_n = S e^(-qT) Poisson(n; lambda (1 + k) T),  cash_n = K e^(-rT) Poisson(n; lambda T),  k = e^(mean + deviation^2/2) - 1
//! ```
//!
//! Weights are formed from logarithms, hence nothing underflows for many jumps; the sum runs ten standard deviations beyond both means.
//! Relative error below 1e-10.

use hashinsight_market::OptionKind;
use hashinsight_numerics::{exp, exp_m1, ln, ln_gamma, ln_ratio};

use super::vanilla::{sign, undiscounted};
use crate::{AssetPrice, Error, Intensity, LogMove, Measure, Rate, Volatility, Years};

/// Inputs of [`merton`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MertonRequest {
    /// Kind of the option: call or put.
    pub kind: OptionKind,
    /// Price of the asset now, in quote currency.
    pub spot: AssetPrice,
    /// Exercise price, in quote currency.
    pub strike: AssetPrice,
    /// Time to expiry in years of 365 days.
    pub years: Years,
    /// Riskless rate per year, continuously compounded.
    pub rate_per_year: Rate,
    /// What holding the asset yields per year, continuously compounded.
    pub yield_per_year: Rate,
    /// Volatility between jumps, per square root of a year.
    pub volatility: Volatility,
    /// Expected number of jumps per year; at most 1000 until expiry.
    pub jumps_per_year: Intensity,
    /// Mean of a jump's logarithm.
    pub mean_log_jump: LogMove,
    /// Standard deviation of a jump's logarithm.
    pub log_jump_deviation: Volatility,
}

/// Result of [`merton`] and [`kou`](super::kou).
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct JumpOptionReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Price in quote currency.
    pub price: f64,
    /// Standard deviation of the logarithm per square root of a year, jumps included.
    pub total_volatility: f64,
}

/// The value of a European option by Merton (1976).
///
/// ```
/// use hashinsight_derivatives::pricing::{MertonRequest, merton};
/// use hashinsight_derivatives::{AssetPrice, Intensity, LogMove, Rate, Volatility, Years};
/// use hashinsight_market::OptionKind;
/// // Haug 1998, page 9: total volatility 25 %, a quarter of the variance from one jump a year.
/// let deviation = (0.25f64 * 0.25 * 0.25).sqrt();
/// let report = merton(&MertonRequest {
///     kind: OptionKind::Call,
///     spot: AssetPrice::new(100.0)?,
///     strike: AssetPrice::new(80.0)?,
///     years: Years::new(0.5)?,
///     rate_per_year: Rate::new(0.08)?,
///     yield_per_year: Rate::new(0.0)?,
///     volatility: Volatility::new((0.0625 - deviation * deviation).sqrt())?,
///     jumps_per_year: Intensity::new(1.0)?,
///     mean_log_jump: LogMove::new(-0.5 * deviation * deviation)?,
///     log_jump_deviation: Volatility::new(deviation)?,
/// })?;
/// assert_eq!(format!("{:.2}", report.price), "23.63");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.jumps_per_year.out_of_range` for more than 1000 expected jumps until expiry, under either measure.
pub fn merton(request: &MertonRequest) -> Result<JumpOptionReport, Error> {
    let r = request;
    let (years, sigma) = (r.years.get(), r.volatility.get());
    let (mean, deviation) = (r.mean_log_jump.get(), r.log_jump_deviation.get());
    let jumps = r.jumps_per_year.get() * years;
    let growth = mean + 0.5 * deviation * deviation;
    // Expected jumps where the asset is the money: each outcome weighs by its price.
    let shared_jumps = jumps * exp(growth);
    if !(jumps <= 1000.0 && shared_jumps <= 1000.0) {
        let allowed = "at most 1000 expected jumps until expiry, also weighted by their mean size";
        return Err(refuse("jumps_per_year", r.jumps_per_year.get(), allowed));
    }
    let w = sign(r.kind);
    let asset = r.spot.get() * exp(-r.yield_per_year.get() * years);
    let cash = r.strike.get() * exp(-r.rate_per_year.get() * years);
    let compensated = ln_ratio(r.spot.get(), r.strike.get()) + (r.rate_per_year.get() - r.yield_per_year.get()) * years
        - jumps * exp_m1(growth);
    let most = if jumps > shared_jumps { jumps } else { shared_jumps };
    let terms = most + 10.0 * most.sqrt() + 40.0;
    let (mut price, mut n) = (0.0, 0.0);
    while n <= terms {
        let factorial = ln_gamma(n + 1.0)?;
        let weight = |mean: f64| if n == 0.0 { exp(-mean) } else { exp(n * ln(mean) - mean - factorial) };
        let spread = (sigma * sigma * years + n * deviation * deviation).sqrt();
        let x = compensated + n * growth;
        price += undiscounted(w, asset * weight(shared_jumps), cash * weight(jumps), x, spread);
        if jumps == 0.0 {
            break;
        }
        n += 1.0;
    }
    let second_moment = mean * mean + deviation * deviation;
    let total_volatility = (sigma * sigma + r.jumps_per_year.get() * second_moment).sqrt();
    Ok(JumpOptionReport { measure: Measure::RiskNeutral, price, total_volatility })
}
