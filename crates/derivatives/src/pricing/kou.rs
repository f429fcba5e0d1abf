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
//! Gauss-Legendre; absolute error below 1e-13 of `sqrt(F K)`. Where `sigma sqrt(T)` is below 0.001 the transform no longer decays: no jump and
//! one jump are then priced in closed form, and the transform is that of two and more. Where little is left beyond exercise, the
//! line of the integral is moved so that it has full relative precision: relative error below 1e-8 down to the least
//! float, in the price out of the money and in every derivative.

use hashinsight_numerics::{Complex, GaussLegendre, exp, ln_ratio, max};
use hashinsight_units::{Error, Fraction, Intensity, Record, TailRate};

use super::EuropeanOption;
use super::jet::Jet;
use super::kou_jet::Series;
use super::merton::JumpOptionReport;
use super::option::sign;
use super::vanilla::undiscounted;
use crate::Measure;
use crate::refuse::{refuse, unsupported};

/// Jumps with exponential tails in the logarithm.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct KouJumps {
    /// Expected number of jumps per year.
    #[record(example = 20)]
    pub jumps_per_year: Intensity,
    /// Fraction of the jumps that go up.
    #[record(example = 0.45)]
    pub up_probability: Fraction,
    /// Rate of the jumps up per unit of the logarithm, the inverse of their mean; above 1, or the mean price would be infinite.
    #[record(example = 30)]
    pub up_rate: TailRate,
    /// Rate of the jumps down per unit of the logarithm, the inverse of their mean.
    #[record(example = 25)]
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
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct KouRequest {
    /// Option that is priced.
    #[record(flatten)]
    pub option: EuropeanOption,
    /// Jumps of the price.
    pub jumps: KouJumps,
}

/// The value of a European option by Kou (2002).
///
/// ```
/// use hashinsight_derivatives::pricing::{EuropeanOption, KouJumps, KouRequest, Lognormal, kou};
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{AssetPrice, Fraction, Intensity, Rate, TailRate, Volatility, Years};
/// let price = Lognormal::new(Years::new(0.5)?, Rate::new(0.05)?, Rate::new(0.0)?, Volatility::new(0.16)?);
/// let option = EuropeanOption::new(OptionKind::Call, AssetPrice::new(100.0)?, AssetPrice::new(98.0)?, price);
/// let jumps =
///     KouJumps::new(Intensity::new(1.0)?, Fraction::new(0.4)?, TailRate::new(10.0)?, TailRate::new(5.0)?);
/// let report = kou(&KouRequest::new(option, jumps))?;
/// assert_eq!(format!("{:.5}", report.price), "9.14732"); // Kou 2002, section 5.1
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.up_rate.out_of_range` for a rate of 1 or less; `derivatives.volatility.unsupported` for many jumps almost without diffusion,
/// whose transform does not decay, and `derivatives.strike.unsupported` for one so far away that it oscillates too often.
pub fn kou(request: &KouRequest) -> Result<JumpOptionReport, Error> {
    let KouRequest { option, jumps: kou_jumps } = request;
    kou_jumps.check()?;
    let (years, sigma, intensity) =
        (option.price.years.get(), option.price.volatility.get(), kou_jumps.jumps_per_year.get());
    let (rate, carry_yield) = (option.price.rate_per_year.get(), option.price.yield_per_year.get());
    let jumps = intensity * years;
    let deviation = sigma * years.sqrt();
    let total_volatility = (sigma * sigma + intensity * kou_jumps.second_moment()).sqrt();
    let asset = option.spot.get() * exp(-carry_yield * years);
    let cash = option.strike.get() * exp(-rate * years);
    let x = ln_ratio(option.spot.get(), option.strike.get()) + (rate - carry_yield) * years;
    let w = sign(option.kind);
    let series = Series::new(option, kou_jumps);
    let jet = series.price();
    let report = |price, jet: Option<Jet>| {
        let greeks = jet.and_then(|jet| jet.greeks());
        Ok(JumpOptionReport { measure: Measure::RiskNeutral, price, total_volatility, greeks })
    };
    if jumps == 0.0 || years == 0.0 {
        return report(undiscounted(w, asset, cash, x, deviation), jet);
    }
    // Out of the money, or what an option in the money is worth beyond its exercise: where that is little, it has digits of its own.
    if let Some(jet) = jet {
        let exercise = series.exercise(w);
        if jet.value - exercise.value < SMALL * (asset.sqrt() * cash.sqrt())
            && let Some(tail) = series.tail(if series.is_in_the_money(w) { -w } else { w })
        {
            let whole = exercise + tail;
            return report(whole.value, Some(whole));
        }
    }
    if deviation < 1e-3 {
        let Some(jet) = jet else {
            let allowed = "a volatility that is more of a diffusion beside so many jumps";
            return Err(unsupported("volatility", sigma, allowed));
        };
        return report(max(jet.value, 0.0), Some(jet));
    }
    let total = total_volatility * years.sqrt();
    let correction = difference(kou_jumps, jumps, deviation, total, x)?;
    // Calls and puts differ by the forward, which both models share: the correction is the same.
    report(max(undiscounted(w, asset, cash, x, total) - (asset.sqrt() * cash.sqrt()) * correction, 0.0), jet)
}

/// Below this part of `sqrt(F K)` a value beyond exercise is computed on its own, so that it has digits.
const SMALL: f64 = 1e-4;

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
