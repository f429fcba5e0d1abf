//! European options under Kou's double-exponential jumps.
//!
//! The logarithm jumps up with probability `p` by an exponential amount of rate `eta_up`, else down by one of rate `eta_down` (Kou 2002). The
//! price is Lewis' (2001) integral of the characteristic function,
//!
//! ```text
//! call = e^(-rT) [ F - sqrt(F K) / pi * integral over u > 0 of Re( e^(i u x) phi(u - i/2) ) / (u^2 + 1/4) ],   x = ln(F/K)
//! ```
//!
//! taken as the difference to the Black price of the same variance, whose integral is known: what is integrated is small. Composite
//! Gauss-Legendre; absolute error below 1e-13 of `sqrt(F K)`.

use hashinsight_market::OptionKind;
use hashinsight_numerics::{Complex, GaussLegendre, exp, ln_ratio, max};
use hashinsight_units::Fraction;

use super::merton::JumpOptionReport;
use super::vanilla::{sign, undiscounted};
use crate::{AssetPrice, Error, Intensity, Measure, Rate, TailRate, Volatility, Years};

/// Jumps with exponential tails in the logarithm.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct KouJumps {
    /// Expected number of jumps per year.
    pub jumps_per_year: Intensity,
    /// Part of them that goes up.
    pub up_probability: Fraction,
    /// Rate of the jumps up; above 1, or the mean price would be infinite. Their mean is its inverse.
    pub up_rate: TailRate,
    /// Rate of the jumps down. Their mean is its inverse.
    pub down_rate: TailRate,
}

impl KouJumps {
    /// # Errors
    /// `derivatives.up_rate.out_of_range` unless jumps up have a mean.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.up_rate.get() > 1.0 {
            return Ok(());
        }
        Err(refuse("up_rate", self.up_rate.get(), "above 1, at most 1e6"))
    }

    /// `E[e^Y] - 1` for one jump.
    pub(crate) fn mean_growth(&self) -> f64 {
        let (p, up, down) = (self.up_probability.get(), self.up_rate.get(), self.down_rate.get());
        p / (up - 1.0) - (1.0 - p) / (down + 1.0)
    }

    /// `E[Y^2]` for one jump.
    pub(crate) fn second_moment(&self) -> f64 {
        let (p, up, down) = (self.up_probability.get(), self.up_rate.get(), self.down_rate.get());
        2.0 * (p / (up * up) + (1.0 - p) / (down * down))
    }
}

/// Inputs of [`kou`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct KouRequest {
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
    /// The jumps.
    pub jumps: KouJumps,
}

/// The value of a European option by Kou (2002).
///
/// ```
/// use hashinsight_derivatives::pricing::{KouJumps, KouRequest, kou};
/// use hashinsight_derivatives::{AssetPrice, Intensity, Rate, TailRate, Volatility, Years};
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::Fraction;
/// let report = kou(&KouRequest {
///     kind: OptionKind::Call,
///     spot: AssetPrice::new(100.0)?,
///     strike: AssetPrice::new(98.0)?,
///     years: Years::new(0.5)?,
///     rate_per_year: Rate::new(0.05)?,
///     yield_per_year: Rate::new(0.0)?,
///     volatility: Volatility::new(0.16)?,
///     jumps: KouJumps {
///         jumps_per_year: Intensity::new(1.0)?,
///         up_probability: Fraction::new(0.4)?,
///         up_rate: TailRate::new(10.0)?,
///         down_rate: TailRate::new(5.0)?,
///     },
/// })?;
/// assert_eq!(format!("{:.5}", report.price), "9.14732"); // Kou 2002, section 5.1
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.up_rate.out_of_range` for a rate of 1 or less; `derivatives.volatility.unsupported` where `sigma sqrt(T)` is below 0.001: the
/// transform no longer decays, and jumps alone are no diffusion.
pub fn kou(request: &KouRequest) -> Result<JumpOptionReport, Error> {
    let r = request;
    r.jumps.check()?;
    let (years, sigma, intensity) = (r.years.get(), r.volatility.get(), r.jumps.jumps_per_year.get());
    let jumps = intensity * years;
    let deviation = sigma * years.sqrt();
    let total_volatility = (sigma * sigma + intensity * r.jumps.second_moment()).sqrt();
    let asset = r.spot.get() * exp(-r.yield_per_year.get() * years);
    let cash = r.strike.get() * exp(-r.rate_per_year.get() * years);
    let x = ln_ratio(r.spot.get(), r.strike.get()) + (r.rate_per_year.get() - r.yield_per_year.get()) * years;
    let w = sign(r.kind);
    let report = |price| Ok(JumpOptionReport { measure: Measure::RiskNeutral, price, total_volatility });
    if jumps == 0.0 || years == 0.0 {
        return report(undiscounted(w, asset, cash, x, deviation));
    }
    if deviation < 1e-3 {
        let allowed = "a volatility with sigma sqrt(T) of at least 0.001";
        return Err(unsupported("volatility", sigma, allowed));
    }
    let total = total_volatility * years.sqrt();
    let correction = difference(&r.jumps, jumps, deviation, total, x)?;
    // Calls and puts differ by the forward, which both models share: the correction is the same.
    report(max(undiscounted(w, asset, cash, x, total) - (asset.sqrt() * cash.sqrt()) * correction, 0.0))
}

/// `1/pi` times the integral of `Re(e^(iux) (phi - phi_black)(u - i/2)) / (u^2 + 1/4)`.
fn difference(jumps: &KouJumps, count: f64, deviation: f64, total: f64, x: f64) -> Result<f64, Error> {
    const REACH: f64 = 9.0;
    const MOST_PANELS: f64 = 100_000.0;
    let (p, up, down) = (jumps.up_probability.get(), jumps.up_rate.get(), jumps.down_rate.get());
    let (variance, total_variance) = (deviation * deviation, total * total);
    let compensator = -count * jumps.mean_growth();
    let end = REACH / deviation;
    // Panels short against the scale of the denominator, the oscillation and the tails.
    let width = 1.0 / (1.0 + 0.2 * x.abs() + 0.05 * compensator.abs());
    let panels = (end / width).ceil();
    if panels > MOST_PANELS {
        return Err(unsupported("strike", x, "a logarithm of forward over strike nearer to 0"));
    }
    let rule = GaussLegendre::new(16)?;
    let integrand = |u: f64| {
        // s = 1/2 + i u is the argument of the moment generating function.
        let s = Complex::new(0.5, u);
        let diffusion = (s * s - s) * (0.5 * variance);
        let one = Complex::from(1.0);
        let jump = Complex::from(p * up) / (Complex::from(up) - s)
            + Complex::from((1.0 - p) * down) / (Complex::from(down) + s)
            - one;
        let kou = diffusion + s * compensator + jump * count;
        let black = (s * s - s) * (0.5 * total_variance);
        let turn = Complex::new(0.0, u * x);
        ((kou + turn).exp() - (black + turn).exp()).re / (u * u + 0.25)
    };
    let (mut total_sum, mut panel) = (0.0, 0.0);
    while panel < panels {
        total_sum += rule.integrate(integrand, panel * width, (panel + 1.0) * width);
        panel += 1.0;
    }
    Ok(total_sum * std::f64::consts::FRAC_1_PI)
}
