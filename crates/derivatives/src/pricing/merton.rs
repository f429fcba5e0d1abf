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

use hashinsight_numerics::{exp, exp_m1, ln, ln_gamma, ln_ratio};
use hashinsight_units::{Error, Intensity, LogMove, Record, Volatility};

use super::barrier_jet::black;
use super::jet::{Jet, Market, Number};
use super::option::sign;
use super::vanilla::undiscounted;
use super::{EuropeanOption, PriceGreeks};
use crate::Measure;
use crate::refuse::refuse;

/// Jumps that are normal in the logarithm.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MertonJumps {
    /// Expected number of jumps per year.
    #[record(example = 12)]
    pub jumps_per_year: Intensity,
    /// Mean of the logarithm of a jump.
    #[record(example = -0.03)]
    pub mean_log_jump: LogMove,
    /// Standard deviation of the logarithm of a jump.
    #[record(example = 0.05)]
    pub log_jump_deviation: Volatility,
}

impl MertonJumps {
    /// Logarithm of the mean growth of the price by one jump.
    pub(crate) fn log_growth(&self) -> f64 {
        let deviation = self.log_jump_deviation.get();
        self.mean_log_jump.get() + 0.5 * deviation * deviation
    }
}

/// Inputs of [`merton`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MertonRequest {
    /// Option that is priced.
    #[record(flatten)]
    pub option: EuropeanOption,
    /// Jumps of the price; at most 1000 expected until expiry.
    #[record(flatten)]
    pub jumps: MertonJumps,
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
    /// Derivatives of the price; absent where it has a corner.
    pub greeks: Option<PriceGreeks>,
}

/// The value of a European option by Merton (1976).
///
/// ```
/// use hashinsight_derivatives::pricing::{EuropeanOption, Lognormal, MertonJumps, MertonRequest, merton};
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{AssetPrice, Intensity, LogMove, Rate, Volatility, Years};
/// // Haug 1998, page 9: total volatility 25 %, a quarter of the variance from one jump a year.
/// let deviation = (0.25f64 * 0.25 * 0.25).sqrt();
/// let between_jumps = Volatility::new((0.0625 - deviation * deviation).sqrt())?;
/// let price = Lognormal::new(Years::new(0.5)?, Rate::new(0.08)?, Rate::new(0.0)?, between_jumps);
/// let option = EuropeanOption::new(OptionKind::Call, AssetPrice::new(100.0)?, AssetPrice::new(80.0)?, price);
/// let mean = LogMove::new(-0.5 * deviation * deviation)?;
/// let jumps = MertonJumps::new(Intensity::new(1.0)?, mean, Volatility::new(deviation)?);
/// let report = merton(&MertonRequest::new(option, jumps))?;
/// assert_eq!(format!("{:.2}", report.price), "23.63");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.jumps_per_year.out_of_range` for more than 1000 expected jumps until expiry, under either measure.
pub fn merton(request: &MertonRequest) -> Result<JumpOptionReport, Error> {
    let MertonRequest { option, jumps: MertonJumps { jumps_per_year, mean_log_jump, log_jump_deviation } } = *request;
    let (years, sigma) = (option.price.years.get(), option.price.volatility.get());
    let (rate, carry_yield) = (option.price.rate_per_year.get(), option.price.yield_per_year.get());
    let (mean, deviation) = (mean_log_jump.get(), log_jump_deviation.get());
    let jumps = jumps_per_year.get() * years;
    let growth = request.jumps.log_growth();
    // Expected jumps where the asset is the money: each outcome weighs by its price.
    let shared_jumps = jumps * exp(growth);
    if !(jumps <= 1000.0 && shared_jumps <= 1000.0) {
        let allowed = "at most 1000 expected jumps until expiry, also weighted by their mean size";
        return Err(refuse("jumps_per_year", jumps_per_year.get(), allowed));
    }
    let w = sign(option.kind);
    let asset = option.spot.get() * exp(-carry_yield * years);
    let cash = option.strike.get() * exp(-rate * years);
    let compensated =
        ln_ratio(option.spot.get(), option.strike.get()) + (rate - carry_yield) * years - jumps * exp_m1(growth);
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
    let total_volatility = (sigma * sigma + jumps_per_year.get() * second_moment).sqrt();
    let greeks = greeks(request, terms)?;
    Ok(JumpOptionReport { measure: Measure::RiskNeutral, price, total_volatility, greeks })
}

/// The same sum over numbers that carry their derivatives.
fn greeks(request: &MertonRequest, terms: f64) -> Result<Option<PriceGreeks>, Error> {
    let MertonRequest { option, jumps: MertonJumps { jumps_per_year, log_jump_deviation, .. } } = request;
    let (growth, jump_variance) = (request.jumps.log_growth(), log_jump_deviation.get() * log_jump_deviation.get());
    let market = Market::new(option.spot.get(), &option.price);
    let (jumps, shared_jumps) =
        (market.years * jumps_per_year.get(), market.years * (jumps_per_year.get() * exp(growth)));
    let (asset, cash) = (market.asset(), market.discount() * option.strike.get());
    let compensated = market.spot.ln_over(option.strike.get()) + (market.rate - market.carry_yield) * market.years
        - jumps * exp_m1(growth);
    let variance = market.volatility * market.volatility * market.years;
    // At expiry the first jump has a weight that begins to grow, and no other has.
    let terms = match (jumps_per_year.get() > 0.0, jumps.value > 0.0) {
        (true, true) => terms,
        (true, false) => 1.0,
        (false, _) => 0.0,
    };
    let (mut price, mut n) = (Jet::constant(0.0), 0.0);
    while n <= terms {
        let factorial = ln_gamma(n + 1.0)?;
        let weight = |mean: Jet| {
            if n == 0.0 {
                (-mean).exp()
            } else if n == 1.0 {
                mean * (-mean).exp()
            } else {
                (mean.ln_over(1.0) * n - mean - Jet::constant(factorial)).exp()
            }
        };
        let spread = variance + Jet::constant(n * jump_variance);
        let spread = if spread.value > 0.0 { spread.sqrt() } else { Jet::constant(0.0) };
        let x = compensated + Jet::constant(n * growth);
        let part = [asset * weight(shared_jumps), cash * weight(jumps), x, spread];
        let Some(value) = black(sign(option.kind), part) else { return Ok(None) };
        price = price + value;
        n += 1.0;
    }
    Ok(price.greeks())
}
