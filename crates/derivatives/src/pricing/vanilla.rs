//! European calls and puts: Black-Scholes-Merton and Black-76.
//!
//! ```text
//! price = w [ S e^(-qT) N(w d1) - K e^(-rT) N(w d2) ],   w = 1 call, -1 put
//! d1 = (ln(S/K) + (r - q) T) / (sigma sqrt T) + sigma sqrt(T) / 2,   d2 = d1 - sigma sqrt T
//! ```
//!
//! (Black and Scholes 1973, Merton 1973; on a forward `S = F`, `q = r`: Black 1976.) Far out of the money prices keep a relative
//! accuracy of 3e-14 times the square of `d1`. Greeks are derivatives per unit of their variable: vega per 1.00 of volatility, rho per 1.00
//! of rate, theta and charm per year of calendar time (they are negative where value decays).

use hashinsight_market::OptionKind;
use hashinsight_numerics::{exp, exp_m1, ln_ratio, normal_cdf, normal_pdf};
use hashinsight_units::{AssetPrice, Rate, Record, Volatility, Years};

use super::option::{EuropeanOption, sign};
use super::{Lognormal, normalized};
use crate::Measure;

/// Inputs of [`black76`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Black76Request {
    /// Kind of the option: call or put.
    #[record(example = "put")]
    pub kind: OptionKind,
    /// Forward price of the asset for the expiry, in quote currency.
    #[record(example = 60500)]
    pub forward: AssetPrice,
    /// Exercise price, in quote currency.
    #[record(example = 55000)]
    pub strike: AssetPrice,
    /// Time to expiry, in years of 365 days.
    #[record(example = 0.25)]
    pub years: Years,
    /// Riskless rate per year, continuously compounded.
    #[record(example = 0.04)]
    pub rate_per_year: Rate,
    /// Volatility per square root of a year.
    #[record(example = 0.7)]
    pub volatility: Volatility,
}

/// Derivatives of an option's price.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Greeks {
    /// Delta: change of the price per unit of spot (Black-76: of the forward).
    pub delta: f64,
    /// Gamma: change of delta per unit of spot (Black-76: of the forward).
    pub gamma: f64,
    /// Vega: change of the price per 1.00 of volatility.
    pub vega: f64,
    /// Theta: change of the price per year of calendar time; negative where value decays.
    pub theta: f64,
    /// Rho: change of the price per 1.00 of the riskless rate (Black-76: at a fixed forward).
    pub rho: f64,
    /// Yield rho: change of the price per 1.00 of the yield (Black-76 has no yield: 0).
    pub yield_rho: f64,
    /// Vanna: change of delta per 1.00 of volatility.
    pub vanna: f64,
    /// Volga: change of vega per 1.00 of volatility.
    pub volga: f64,
    /// Speed: change of gamma per unit of spot.
    pub speed: f64,
    /// Charm: change of delta per year of calendar time.
    pub charm: f64,
    /// Dual delta: change of the price per unit of strike.
    pub dual_delta: f64,
}

/// Result of [`vanilla`] and [`black76`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct VanillaReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Price in quote currency.
    pub price: f64,
    /// Probability of exercise, `N(w d2)`.
    pub exercise_probability: f64,
    /// Derivatives of the price; absent only at its corner, where `sigma sqrt(T)` is 0 and the forward is the strike.
    pub greeks: Option<Greeks>,
}

/// Price and greeks by Black, Scholes and Merton.
///
/// ```
/// use hashinsight_derivatives::pricing::{EuropeanOption, Lognormal, vanilla};
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{AssetPrice, Rate, Volatility, Years};
/// let price = Lognormal::new(Years::new(0.25)?, Rate::new(0.08)?, Rate::new(0.0)?, Volatility::new(0.30)?);
/// let option = EuropeanOption::new(OptionKind::Call, AssetPrice::new(60.0)?, AssetPrice::new(65.0)?, price);
/// assert_eq!(format!("{:.4}", vanilla(&option).price), "2.1334"); // Haug 1998
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn vanilla(option: &EuropeanOption) -> VanillaReport {
    Vanilla::from(option).report()
}

/// Price and greeks on a forward, by Black (1976).
///
/// ```
/// use hashinsight_derivatives::pricing::{Black76Request, black76};
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{AssetPrice, Rate, Volatility, Years};
/// let report = black76(&Black76Request::new(
///     OptionKind::Put,
///     AssetPrice::new(19.0)?,
///     AssetPrice::new(19.0)?,
///     Years::new(0.75)?,
///     Rate::new(0.10)?,
///     Volatility::new(0.28)?,
/// ));
/// assert_eq!(format!("{:.4}", report.price), "1.7011"); // Haug 1998
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn black76(request: &Black76Request) -> VanillaReport {
    let Black76Request { kind, forward, strike, years, rate_per_year, volatility } = *request;
    // A forward is an asset that yields the riskless rate.
    let price = Lognormal { years, rate_per_year, yield_per_year: rate_per_year, volatility };
    let contract = Vanilla::from(&EuropeanOption { kind, spot: forward, strike, price });
    let mut report = contract.report();
    if let Some(greeks) = &mut report.greeks {
        (greeks.rho, greeks.yield_rho) = (0.0 - contract.years * report.price, 0.0);
    }
    report
}

/// Numbers of a European option, known to be in range.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vanilla {
    pub(crate) sign: f64,
    pub(crate) spot: f64,
    pub(crate) strike: f64,
    pub(crate) years: f64,
    pub(crate) rate: f64,
    pub(crate) carry_yield: f64,
    pub(crate) volatility: f64,
}

impl From<&EuropeanOption> for Vanilla {
    fn from(option: &EuropeanOption) -> Self {
        Self::new(sign(option.kind), option.spot.get(), option.strike.get(), &option.price)
    }
}

impl Vanilla {
    pub(crate) const fn new(sign: f64, spot: f64, strike: f64, price: &Lognormal) -> Self {
        Self {
            sign,
            spot,
            strike,
            years: price.years.get(),
            rate: price.rate_per_year.get(),
            carry_yield: price.yield_per_year.get(),
            volatility: price.volatility.get(),
        }
    }

    #[inline(always)]
    fn deviation(&self) -> f64 {
        self.volatility * self.years.sqrt()
    }

    /// `ln(F/K)`.
    #[inline(always)]
    fn log_moneyness(&self) -> f64 {
        ln_ratio(self.spot, self.strike) + (self.rate - self.carry_yield) * self.years
    }

    /// Spot and strike, each discounted.
    #[inline(always)]
    fn discounted(&self) -> (f64, f64) {
        (self.spot * exp(-self.carry_yield * self.years), self.strike * exp(-self.rate * self.years))
    }

    #[inline(always)]
    pub(crate) fn price(&self) -> f64 {
        let (asset, cash) = self.discounted();
        undiscounted(self.sign, asset, cash, self.log_moneyness(), self.deviation())
    }

    pub(crate) fn report(&self) -> VanillaReport {
        let (price, exercise_probability, greeks) = self.evaluate();
        VanillaReport {
            measure: Measure::RiskNeutral,
            price,
            exercise_probability,
            greeks: if greeks.is_finite() { Some(greeks) } else { self.certain_greeks() },
        }
    }

    /// Greeks where `sigma sqrt(T)` is 0: those of the exchange at the forward, or of nothing. `None` at the corner.
    fn certain_greeks(&self) -> Option<Greeks> {
        let Self { sign: w, spot, strike, years, rate: r, carry_yield: q, .. } = *self;
        let x = self.log_moneyness();
        if x == 0.0 {
            return None;
        }
        let (asset, cash) = if w * x > 0.0 { self.discounted() } else { (0.0, 0.0) };
        let decay = asset / spot;
        Some(Greeks {
            delta: w * decay + 0.0,
            gamma: 0.0,
            vega: 0.0,
            theta: w * (q * asset - r * cash) + 0.0,
            rho: w * cash * years + 0.0,
            yield_rho: 0.0 - w * asset * years,
            vanna: 0.0,
            volga: 0.0,
            speed: 0.0,
            charm: w * q * decay + 0.0,
            dual_delta: 0.0 - w * cash / strike,
        })
    }

    /// Price, probability of exercise and greeks, without a branch. The greeks exist only if all are finite: at zero deviation the price
    /// has a corner, and a deviation near the smallest double counts as zero.
    #[inline(always)]
    pub(crate) fn evaluate(&self) -> (f64, f64, Greeks) {
        let (w, r, q) = (self.sign, self.rate, self.carry_yield);
        let (asset, cash) = self.discounted();
        let (x, deviation) = (self.log_moneyness(), self.deviation());
        let price = undiscounted(w, asset, cash, x, deviation);
        let d1 = x / deviation + 0.5 * deviation;
        let d2 = d1 - deviation;
        let (held, exercised, density) = (normal_cdf(w * d1), normal_cdf(w * d2), normal_pdf(d1));
        let (years, root_years) = (self.years, self.years.sqrt());
        let (decay, discount) = (asset / self.spot, cash / self.strike);
        let gamma = decay * density / (self.spot * deviation);
        let vega = asset * density * root_years;
        let drift = 2.0 * (r - q) * years - d2 * deviation;
        let greeks = Greeks {
            delta: w * decay * held,
            gamma,
            vega,
            theta: w * (q * asset * held - r * cash * exercised) - 0.5 * vega * self.volatility / years,
            rho: w * cash * years * exercised,
            yield_rho: 0.0 - w * asset * years * held,
            vanna: 0.0 - decay * density * d2 / self.volatility,
            volga: vega * d1 * d2 / self.volatility,
            speed: 0.0 - gamma / self.spot * (d1 / deviation + 1.0),
            charm: w * q * decay * held - 0.5 * decay * density * drift / (years * deviation),
            dual_delta: 0.0 - w * discount * exercised,
        };
        let certain = if w * x > 0.0 { 1.0 } else { 0.0 };
        (price, if deviation == 0.0 { certain } else { exercised }, greeks)
    }
}

impl Greeks {
    #[inline(always)]
    pub(crate) fn is_finite(&self) -> bool {
        let Self { delta, gamma, vega, theta, rho, yield_rho, vanna, volga, speed, charm, dual_delta } = *self;
        [delta, gamma, vega, theta, rho, yield_rho, vanna, volga, speed, charm, dual_delta]
            .iter()
            .fold(true, |all, x| all & x.is_finite())
    }
}

/// Price of an exchange option: `asset` is received and `cash` paid, `x` is the logarithm of their quotient.
#[inline(always)]
pub(crate) fn undiscounted(sign: f64, asset: f64, cash: f64, x: f64, deviation: f64) -> f64 {
    let out = (asset.sqrt() * cash.sqrt()) * normalized::black(-x.abs(), deviation);
    // asset - cash, with the digits that x has and their difference has lost.
    let near = cash * exp_m1(x);
    let intrinsic = if x.abs() < 0.5 { near } else { asset - cash };
    if sign * x > 0.0 { sign * intrinsic + out } else { out }
}
