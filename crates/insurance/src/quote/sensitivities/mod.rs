//! Derivatives of the pure premium.
//!
//! | cover and model | method |
//! |---|---|
//! | levels under geometric Brownian motion, after a wait and two of them too | closed: the formula's own derivatives |
//! | default of an exchange | closed |
//! | drawdown under geometric Brownian motion | transform: its derivatives, inverted |
//! | one level and gap under Kou's jumps | transform |
//! | what is simulated | common numbers: central differences on the same random numbers, with their standard errors |
//!
//! One of them is a difference without chance: of a default that is paid at the trigger by the rate, of the fourth order with a step of 0.001, whose
//! error is below 1e-10 of the premium.
//!
//! By simulation the steps are 0.05 deviations of the logarithm over the watch for price and drift, 0.2 for the second derivative, a fiftieth
//! of the volatility and of the time (at most half of the wait). What a step leaves out is of the order of its square: below 0.5 % of a first
//! derivative and 2 % of the second. They cost twelve simulations more, and are made where the request asks for them
//! (`simulated_sensitivities`).
//!
//! In the coin they are those of the value in the coin: with the coin as numeraire (rate `r - mu`, drift `mu + sigma^2` and what the jumps add)
//!
//! ```text
//! by volatility   V_sigma + 2 sigma V_drift        by rate   V_rate        by drift   V_drift - V_rate
//! ```

mod common_numbers;
mod exact;

pub(super) use common_numbers::by_common_numbers;
pub(super) use exact::exact;

use hashinsight_derivatives::pricing::PriceGreeks;
use hashinsight_units::Record;

use super::PriceModel;
use super::value::{Setting, Value};
use crate::cover::{Cover, FrozenTerms, Peril};

/// Method by which derivatives are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum SensitivityMethod {
    /// The derivatives of a closed formula.
    Closed,
    /// The derivatives of a transform, inverted.
    Transform,
    /// Central differences of simulations on the same random numbers.
    CommonNumbers,
}

/// Standard errors of simulated derivatives, each in the unit of its derivative.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SensitivityErrors {
    /// Standard error of the derivative by the price.
    #[record(example = 0.004)]
    pub by_spot: f64,
    /// Standard error of the second derivative by the price.
    #[record(example = 0.000004)]
    pub by_spot_twice: f64,
    /// Standard error of the derivative by volatility.
    #[record(example = 20.0)]
    pub by_volatility: f64,
    /// Standard error of the derivative by time.
    #[record(example = 300.0)]
    pub by_time: f64,
    /// Standard error of the derivative by the riskless rate.
    #[record(example = 0.1)]
    pub by_rate: f64,
    /// Standard error of the derivative by the drift.
    #[record(example = 3.0)]
    pub by_drift: f64,
}

/// Derivatives of the pure premium, in the currency of the cover.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Sensitivities {
    /// Change of the pure premium per unit of the price.
    #[record(example = -0.12)]
    pub by_spot: f64,
    /// Second derivative of the pure premium by the price.
    #[record(example = 0.00003)]
    pub by_spot_twice: f64,
    /// Change of the pure premium per 1.00 of volatility, at a fixed drift.
    #[record(example = 1155.0)]
    pub by_volatility: f64,
    /// Change of the pure premium per year that passes; beginning and end of the watch stay where they are.
    #[record(example = -19500.0)]
    pub by_time: f64,
    /// Change of the pure premium per 1.00 of the riskless rate, at a fixed drift.
    #[record(example = -5.0)]
    pub by_rate: f64,
    /// Change of the pure premium per 1.00 of the drift.
    #[record(example = -90.0)]
    pub by_drift: f64,
    /// Method by which the derivatives were found.
    #[record(example = "closed")]
    pub method: SensitivityMethod,
    /// Standard errors of the derivatives. Absent: they are not simulated.
    pub errors: Option<SensitivityErrors>,
}

/// Reason why there are no derivatives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum SensitivityAbsence {
    /// The premium is simulated, and the request does not ask for derivatives by simulation.
    NotAsked,
    /// Prices of several coins decide, and no derivative is by one of them alone.
    SeveralCoins,
    /// The premium has a corner: the price stands at a level, nothing is left of the time, or nothing to chance.
    Corner,
    /// The transform does not resolve them, or a step leads out of the range of its field.
    Unresolved,
}

/// Derivatives: by price once and twice, volatility, time, rate and drift.
pub(super) type Slopes = [f64; 6];

/// Derivatives that a value has in closed form.
pub(super) fn slopes(greeks: &PriceGreeks) -> Slopes {
    // The drift is rate less yield: at a fixed drift both move together.
    let by_rate = greeks.rho + greeks.yield_rho;
    [greeks.delta, greeks.gamma, greeks.vega, greeks.theta, by_rate, -greeks.yield_rho]
}

impl Sensitivities {
    fn of(method: SensitivityMethod, slopes: Slopes) -> Self {
        let [by_spot, by_spot_twice, by_volatility, by_time, by_rate, by_drift] = slopes.map(|slope| slope + 0.0);
        Self { by_spot, by_spot_twice, by_volatility, by_time, by_rate, by_drift, method, errors: None }
    }

    fn with_errors(self, errors: Slopes) -> Self {
        let [by_spot, by_spot_twice, by_volatility, by_time, by_rate, by_drift] = errors;
        let errors = SensitivityErrors { by_spot, by_spot_twice, by_volatility, by_time, by_rate, by_drift };
        Self { errors: Some(errors), ..self }
    }
}

/// Derivatives of a value that was found, or why there are none.
pub(super) fn sensitivities(
    cover: &Cover,
    frozen: &FrozenTerms,
    setting: &Setting,
    model: &PriceModel,
    value: &Value,
    by_simulation: bool,
) -> Result<Sensitivities, SensitivityAbsence> {
    if let PriceModel::Coins(_) = model {
        return Err(SensitivityAbsence::SeveralCoins);
    }
    let stands_at_one = frozen.levels.iter().any(|level| level.price == setting.spot.get());
    let of_price = !matches!(cover.peril, Peril::ExchangeDefault(_));
    if of_price && ((stands_at_one && !matches!(cover.peril, Peril::Drawdown(_))) || setting.years.get() == 0.0) {
        return Err(SensitivityAbsence::Corner);
    }
    // An error is a step out of a range: the value itself has been found.
    let found = if value.simulation.is_none() {
        exact(cover, frozen, setting, model, value)
    } else if by_simulation {
        by_common_numbers(cover, frozen, setting, model)
    } else {
        return Err(SensitivityAbsence::NotAsked);
    };
    let is_finite = |found: &Sensitivities| {
        let Sensitivities { by_spot, by_spot_twice, by_volatility, by_time, by_rate, by_drift, .. } = found;
        [by_spot, by_spot_twice, by_volatility, by_time, by_rate, by_drift].iter().all(|slope| slope.is_finite())
    };
    match found {
        Ok(Some(found)) if is_finite(&found) => Ok(found),
        // Without a transform that fails only a corner is left.
        Ok(None) if matches!(model, PriceModel::Gbm(_)) => Err(SensitivityAbsence::Corner),
        _ => Err(SensitivityAbsence::Unresolved),
    }
}
