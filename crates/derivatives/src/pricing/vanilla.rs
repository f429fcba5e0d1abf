//! European calls and puts: Black-Scholes-Merton and Black-76.
//!
//! ```text
//! price = w [ S e^(-qT) N(w d1) - K e^(-rT) N(w d2) ],   w = 1 call, -1 put
//! d1 = (ln(S/K) + (r - q) T) / (sigma sqrt T) + sigma sqrt(T) / 2,   d2 = d1 - sigma sqrt T
//! ```
//!
//! (Black and Scholes 1973, Merton 1973; on a forward `S = F`, `q = r`: Black 1976.) Far out of the money prices keep a relative
//! accuracy of 3e-14 times the square of `d1`. Greeks are derivatives per unit of their variable: vega per 1.00 of volatility, rho per 1.00 of rate, theta and charm per year
//! of calendar time (they are negative where value decays).

use hashinsight_market::OptionKind;
use hashinsight_numerics::{exp, exp_m1, ln_ratio, normal_cdf, normal_pdf};

use super::normalized;
use crate::{AssetPrice, Error, Measure, Rate, Volatility, Years};

/// Inputs of [`vanilla`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct VanillaRequest {
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
    /// What holding the asset yields per year, continuously compounded: dividends, or the funding that a long receives.
    pub yield_per_year: Rate,
    /// Volatility per square root of a year.
    pub volatility: Volatility,
}

/// Inputs of [`black76`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Black76Request {
    /// Kind of the option: call or put.
    pub kind: OptionKind,
    /// Forward price of the asset for the expiry, in quote currency.
    pub forward: AssetPrice,
    /// Exercise price, in quote currency.
    pub strike: AssetPrice,
    /// Time to expiry in years of 365 days.
    pub years: Years,
    /// Riskless rate per year, continuously compounded.
    pub rate_per_year: Rate,
    /// Volatility per square root of a year.
    pub volatility: Volatility,
}

/// Derivatives of an option's price.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Greeks {
    /// By the spot (Black-76: the forward).
    pub delta: f64,
    /// Twice by the spot.
    pub gamma: f64,
    /// By the volatility.
    pub vega: f64,
    /// By calendar time, per year.
    pub theta: f64,
    /// By the riskless rate (Black-76: at a fixed forward).
    pub rho: f64,
    /// By the yield (Black-76: 0, there is none).
    pub yield_rho: f64,
    /// By spot and volatility.
    pub vanna: f64,
    /// Twice by the volatility.
    pub volga: f64,
    /// Three times by the spot.
    pub speed: f64,
    /// By spot and calendar time, per year.
    pub charm: f64,
    /// By the strike.
    pub dual_delta: f64,
}

/// What [`vanilla`] and [`black76`] answer.
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
    /// Derivatives; absent where `sigma sqrt(T)` is 0, when the price has a corner instead.
    pub greeks: Option<Greeks>,
}

/// Price and greeks by Black, Scholes and Merton.
///
/// ```
/// use hashinsight_derivatives::pricing::{VanillaRequest, vanilla};
/// use hashinsight_derivatives::{AssetPrice, Rate, Volatility, Years};
/// use hashinsight_market::OptionKind;
/// let report = vanilla(&VanillaRequest {
///     kind: OptionKind::Call,
///     spot: AssetPrice::new(60.0)?,
///     strike: AssetPrice::new(65.0)?,
///     years: Years::new(0.25)?,
///     rate_per_year: Rate::new(0.08)?,
///     yield_per_year: Rate::new(0.0)?,
///     volatility: Volatility::new(0.30)?,
/// })?;
/// assert_eq!(format!("{:.4}", report.price), "2.1334"); // Haug 1998
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// None: the quantities have been checked. The result type is that of every operation.
pub fn vanilla(request: &VanillaRequest) -> Result<VanillaReport, Error> {
    let VanillaRequest { kind, spot, strike, years, rate_per_year, yield_per_year, volatility } = *request;
    let contract = Vanilla {
        sign: sign(kind),
        spot: spot.get(),
        strike: strike.get(),
        years: years.get(),
        rate: rate_per_year.get(),
        carry_yield: yield_per_year.get(),
        volatility: volatility.get(),
    };
    Ok(contract.report())
}

/// Price and greeks on a forward, by Black (1976).
///
/// ```
/// use hashinsight_derivatives::pricing::{Black76Request, black76};
/// use hashinsight_derivatives::{AssetPrice, Rate, Volatility, Years};
/// use hashinsight_market::OptionKind;
/// let report = black76(&Black76Request {
///     kind: OptionKind::Put,
///     forward: AssetPrice::new(19.0)?,
///     strike: AssetPrice::new(19.0)?,
///     years: Years::new(0.75)?,
///     rate_per_year: Rate::new(0.10)?,
///     volatility: Volatility::new(0.28)?,
/// })?;
/// assert_eq!(format!("{:.4}", report.price), "1.7011"); // Haug 1998
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// None, as [`vanilla`].
pub fn black76(request: &Black76Request) -> Result<VanillaReport, Error> {
    let Black76Request { kind, forward, strike, years, rate_per_year, volatility } = *request;
    let contract = Vanilla {
        sign: sign(kind),
        spot: forward.get(),
        strike: strike.get(),
        years: years.get(),
        rate: rate_per_year.get(),
        carry_yield: rate_per_year.get(),
        volatility: volatility.get(),
    };
    let mut report = contract.report();
    if let Some(greeks) = &mut report.greeks {
        (greeks.rho, greeks.yield_rho) = (0.0 - contract.years * report.price, 0.0);
    }
    Ok(report)
}

/// +1 for a call, -1 for a put.
pub(crate) const fn sign(kind: OptionKind) -> f64 {
    match kind {
        OptionKind::Call => 1.0,
        OptionKind::Put => -1.0,
    }
}

/// The numbers of a European option, known to be in range.
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

impl Vanilla {
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
            greeks: Some(greeks).filter(Greeks::is_finite),
        }
    }

    /// Price, probability of exercise and greeks, without a branch. Greeks that are not finite do not exist: without deviation none is, and
    /// near the least double the corner is as good.
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

/// `asset` and `cash` are what is received and paid, `x` the logarithm of their quotient.
#[inline(always)]
pub(crate) fn undiscounted(sign: f64, asset: f64, cash: f64, x: f64, deviation: f64) -> f64 {
    let out = (asset.sqrt() * cash.sqrt()) * normalized::black(-x.abs(), deviation);
    // asset - cash, with the digits that x has and their difference has lost.
    let near = cash * exp_m1(x);
    let intrinsic = if x.abs() < 0.5 { near } else { asset - cash };
    if sign * x > 0.0 { sign * intrinsic + out } else { out }
}
