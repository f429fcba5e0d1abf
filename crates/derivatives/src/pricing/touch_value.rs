//! What 1 paid at an event is worth, with its derivatives: a passage under Kou's jumps, and a drawdown.
//!
//! ```text
//! value = E[e^(-r tau); tau <= T],    its transform over the horizon  E(alpha + r) / alpha
//! ```
//!
//! The derivatives come of the transforms themselves; no differences are taken.

use hashinsight_numerics::exp;
use hashinsight_units::{Collateral, Error, Rate};

use super::drawdown::DrawdownRequest;
use super::kou::KouJumps;
use super::kou_passage::checked_model;
use super::passage::FirstPassage;
use super::touch::{Payout, TouchPayment, TouchRequest, touch};
use super::{Lognormal, drawdown};

/// Value of 1 unit of quote currency paid at an event within a horizon, and its derivatives.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TouchValue {
    /// Value of 1, in quote currency.
    pub value: f64,
    /// Change of the value per unit of the spot.
    pub by_spot: f64,
    /// Second derivative of the value by the spot.
    pub by_spot_twice: f64,
    /// Change of the value per 1.00 of volatility, at a fixed drift of the price.
    pub by_volatility: f64,
    /// Change of the value per year of horizon.
    pub by_years: f64,
    /// Change of the value per 1.00 of the rate of discount, at a fixed drift of the price.
    pub by_rate: f64,
    /// Change of the value per 1.00 of the drift of the price.
    pub by_drift: f64,
}

/// Values of 1 paid at a passage under Kou's jumps.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct KouTouch {
    /// Paid at a passage of either kind.
    pub passage: TouchValue,
    /// Paid where the price leaps over the level, and not where it diffuses there.
    pub leap: TouchValue,
}

impl TouchValue {
    /// The same event paid for at the horizon: of a value at a rate of 0, which is a probability.
    ///
    /// ```text
    /// e^(-rT) P,    by the horizon e^(-rT) (P_T - r P),    by the rate -T e^(-rT) P
    /// ```
    #[must_use]
    pub fn paid_at_horizon(&self, rate: Rate, years: f64) -> Self {
        let discount = exp(-rate.get() * years);
        let scaled = self.times(discount);
        Self { by_years: scaled.by_years - rate.get() * scaled.value, by_rate: 0.0 - years * scaled.value, ..scaled }
    }

    /// So many units.
    #[must_use]
    pub fn times(&self, units: f64) -> Self {
        self.each(&Self::default(), |value, _| units * value)
    }

    /// This value less another.
    #[must_use]
    pub fn less(&self, other: &Self) -> Self {
        self.each(other, |value, other| value - other)
    }

    fn each(&self, other: &Self, f: impl Fn(f64, f64) -> f64) -> Self {
        Self {
            value: f(self.value, other.value),
            by_spot: f(self.by_spot, other.by_spot),
            by_spot_twice: f(self.by_spot_twice, other.by_spot_twice),
            by_volatility: f(self.by_volatility, other.by_volatility),
            by_years: f(self.by_years, other.by_years),
            by_rate: f(self.by_rate, other.by_rate),
            by_drift: f(self.by_drift, other.by_drift),
        }
    }
}

/// The value of 1 paid at the passage of a level under Kou's jumps, with its derivatives. `None` at the level and at a horizon of 0, which are
/// corners, and where the transform is not resolved. A doubt that is answered is below 1e-6 of a derivative, or 1e-8 of its unit (deviations of the
/// distance, volatility, horizon); the error is typically 1e-11 of it.
///
/// ```
/// use hashinsight_derivatives::pricing::{BarrierSide, FirstPassage, KouJumps, kou_touch};
/// use hashinsight_units::{AssetPrice, Fraction, Intensity, Rate, TailRate, Volatility, Years};
/// let week = FirstPassage::new(
///     AssetPrice::new(50_000.0)?,
///     AssetPrice::new(45_500.0)?,
///     BarrierSide::Down,
///     Years::new(7.0 / 365.0)?,
///     Rate::new(0.0)?,
///     Volatility::new(0.55)?,
/// );
/// let jumps =
///     KouJumps::new(Intensity::new(20.0)?, Fraction::new(0.45)?, TailRate::new(30.0)?, TailRate::new(25.0)?);
/// let found = kou_touch(&week, &jumps, Rate::new(0.0)?)?.unwrap();
/// assert_eq!(format!("{:.6}", found.passage.value), "0.248194");
/// assert!(found.passage.by_spot < 0.0 && found.leap.value < found.passage.value);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`kou_passage`](super::kou_passage()).
pub fn kou_touch(passage: &FirstPassage, jumps: &KouJumps, rate: Rate) -> Result<Option<KouTouch>, Error> {
    let FirstPassage { spot, barrier, side, years, .. } = *passage;
    let (model, distance) = checked_model(passage, jumps)?;
    if spot == barrier || years.get() == 0.0 {
        return Ok(None);
    }
    if side.is_touched(spot.get(), barrier.get()) {
        return Ok(Some(KouTouch {
            passage: TouchValue { value: 1.0, ..TouchValue::default() },
            leap: TouchValue::default(),
        }));
    }
    if jumps.jumps_per_year.get() == 0.0 {
        return Ok(diffusion(passage, rate)?.map(|passage| KouTouch { passage, leap: TouchValue::default() }));
    }
    let [passage, leap] = model.variations(side, years.get(), distance, rate.get());
    let of = |variation| TouchValue::of_distance(side, spot.get(), variation);
    Ok(passage.zip(leap).map(|(passage, leap)| KouTouch { passage: of(passage), leap: of(leap) }))
}

/// The same without jumps: the greeks of a touch.
fn diffusion(passage: &FirstPassage, rate: Rate) -> Result<Option<TouchValue>, Error> {
    let FirstPassage { spot, barrier, side, years, drift_per_year, volatility } = *passage;
    let price = Lognormal::new(years, rate, Rate::new(rate.get() - drift_per_year.get())?, volatility);
    let one = Payout::Cash(Collateral::new(1.0)?);
    let found = touch(&TouchRequest::new(spot, barrier, side, TouchPayment::AtHit, one, price))?;
    Ok(found.greeks.map(|greeks| TouchValue {
        value: found.price,
        by_spot: greeks.delta,
        by_spot_twice: greeks.gamma,
        by_volatility: greeks.vega,
        by_years: 0.0 - greeks.theta,
        // The drift is rate less yield: at a fixed drift both move together.
        by_rate: greeks.rho + greeks.yield_rho,
        by_drift: 0.0 - greeks.yield_rho,
    }))
}

/// The value of 1 paid at the first drawdown of a depth, with its derivatives; those by the spot are 0, as the maximum begins with it. `None` at a
/// horizon of 0, which is a corner. The transform is integrated along the line of steepest descent: error below 1e-11 of each derivative's unit
/// (volatility, horizon).
///
/// ```
/// use hashinsight_derivatives::Measure;
/// use hashinsight_derivatives::pricing::{DrawdownRequest, drawdown_touch};
/// use hashinsight_units::{Fraction, Rate, Volatility, Years};
/// let (month, drift) = (Years::new(30.0 / 365.0)?, Rate::new(0.5 * 0.65 * 0.65)?);
/// let request = DrawdownRequest::new(Fraction::new(0.2)?, month, drift, Volatility::new(0.65)?, Measure::RealWorld);
/// let found = drawdown_touch(&request, Rate::new(0.0)?)?.unwrap();
/// assert_eq!(format!("{:.4}", found.value), "0.4616");
/// assert!(found.by_volatility > 0.0 && found.by_drift < 0.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`drawdown`](super::drawdown()).
pub fn drawdown_touch(request: &DrawdownRequest, rate: Rate) -> Result<Option<TouchValue>, Error> {
    drawdown::touch_value(request, rate.get())
}
