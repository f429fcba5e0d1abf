//! Derivatives without simulation.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{DrawdownRequest, TouchValue, drawdown_touch};
use hashinsight_units::{Error, Fraction, Rate, Volatility, Years};

use super::{Sensitivities, SensitivityMethod, Slopes};
use crate::cover::{Cover, FrozenTerms, PaymentTime, Peril, TriggerLevel, estimate};
use crate::quote::coin::in_the_coin;
use crate::quote::gap::{Overshoot, leaps_within};
use crate::quote::value::{Setting, Value, default_value, value};
use crate::quote::{HazardModel, KouModel, PriceModel};

/// Step of the rate.
const STEP: f64 = 1e-3;

/// Derivatives of a value that is not simulated; `None` where it has a corner or they are not resolved.
///
/// # Errors
/// A rate or drift at the end of its range.
pub(in crate::quote) fn exact(
    cover: &Cover,
    frozen: &FrozenTerms,
    setting: &Setting,
    model: &PriceModel,
    found: &Value,
) -> Result<Option<Sensitivities>, Error> {
    if !setting.in_coin {
        return of_cash(cover, frozen, setting, model, found);
    }
    let sigma = match model {
        PriceModel::Gbm(gbm) => gbm.volatility.get(),
        PriceModel::Kou(kou) => kou.volatility.get(),
        PriceModel::Merton(merton) => merton.volatility.get(),
        PriceModel::Hazard(_) | PriceModel::Coins(_) => return Ok(None),
    };
    let (cash, turned) = in_the_coin(setting, model)?;
    let worth = value(cover, frozen, &cash, &turned)?;
    Ok(of_cash(cover, frozen, &cash, &turned, &worth)?.map(|found| Sensitivities {
        by_volatility: found.by_volatility + 2.0 * sigma * found.by_drift,
        by_drift: found.by_drift - found.by_rate,
        ..found
    }))
}

/// The same of a payout that is counted in the quote currency, or in the coin as unit of account.
fn of_cash(
    cover: &Cover,
    frozen: &FrozenTerms,
    setting: &Setting,
    model: &PriceModel,
    found: &Value,
) -> Result<Option<Sensitivities>, Error> {
    let payout = estimate(frozen.payout);
    let transformed =
        |found: Option<Slopes>| found.map(|slopes| Sensitivities::of(SensitivityMethod::Transform, slopes));
    let closed = |slopes: Slopes| Sensitivities::of(SensitivityMethod::Closed, slopes);
    Ok(match (&cover.peril, model, frozen.levels.as_slice()) {
        (Peril::ExchangeDefault(_), PriceModel::Hazard(hazard), _) => {
            Some(closed(of_default(setting, hazard, payout, found.pure)?))
        }
        (Peril::Drawdown(drawdown), PriceModel::Gbm(gbm), _) => {
            transformed(of_drawdown(setting, drawdown.fall, gbm.volatility, payout)?)
        }
        // No price triggers the cover, from wherever.
        (_, _, []) => Some(closed([0.0; 6])),
        (Peril::Gap(_), PriceModel::Kou(kou), [level]) => match Overshoot::of(cover, frozen) {
            None => Some(closed([0.0; 6])),
            Some(overshoot) => transformed(of_gap(setting, level, kou, overshoot.mean_beyond(level, kou))?),
        },
        (_, PriceModel::Kou(kou), [level]) => transformed(of_level(setting, level, kou)?),
        _ => found.greeks.map(closed),
    })
}

/// Derivatives of a value per unit, watched from now on.
fn by_horizon(found: &TouchValue, units: f64) -> Slopes {
    let TouchValue { by_spot, by_spot_twice, by_volatility, by_years, by_rate, by_drift, .. } = *found;
    [by_spot, by_spot_twice, by_volatility, -by_years, by_rate, by_drift].map(|slope| units * slope)
}

fn of_level(setting: &Setting, level: &TriggerLevel, model: &KouModel) -> Result<Option<Slopes>, Error> {
    let found = setting.kou_touch(level, model, setting.years)?;
    Ok(found.map(|found| by_horizon(&due(setting, &found.passage), estimate(level.payout))))
}

/// Leaps within the watch, either end of which comes nearer as time passes.
fn of_gap(setting: &Setting, level: &TriggerLevel, model: &KouModel, mean: f64) -> Result<Option<Slopes>, Error> {
    Ok(leaps_within(setting, level, model)?.map(|found| by_horizon(&due(setting, &found), mean)))
}

/// A value by the terms: at the trigger, or a probability that is paid for at the end.
fn due(setting: &Setting, found: &TouchValue) -> TouchValue {
    match setting.payment {
        PaymentTime::AtTrigger => *found,
        PaymentTime::AtExpiry => found.paid_at_horizon(setting.rate, setting.years.get()),
    }
}

/// A fall from the maximum since the watch began: as time passes a watch that is to come moves nearer and stays as long.
fn of_drawdown(
    setting: &Setting,
    fall: Fraction,
    volatility: Volatility,
    payout: f64,
) -> Result<Option<Slopes>, Error> {
    let (from, until, rate) = (setting.from.get(), setting.years.get(), setting.rate);
    let request = DrawdownRequest::new(fall, Years::new(until - from)?, setting.drift, volatility, Measure::RealWorld);
    let found = match setting.payment {
        PaymentTime::AtTrigger => drawdown_touch(&request, rate)?,
        PaymentTime::AtExpiry => {
            drawdown_touch(&request, Rate::constant(0.0))?.map(|found| found.paid_at_horizon(rate, until - from))
        }
    };
    let waited = payout * setting.discount(from);
    Ok(found.map(|found| {
        let [by_spot, by_spot_twice, by_volatility, passing, by_rate, by_drift] = by_horizon(&found, waited);
        let value = waited * found.value;
        let by_time = if from > 0.0 { rate.get() * value } else { passing };
        [by_spot, by_spot_twice, by_volatility, by_time, by_rate - from * value, by_drift]
    }))
}

/// A default, on whose hazards no price has a say. They belong to dates, which come nearer: `V_t = (r + h) V - h L` while the cover watches.
fn of_default(setting: &Setting, hazard: &HazardModel, payout: f64, pure: f64) -> Result<Slopes, Error> {
    let (years, rate) = (setting.years.get(), setting.rate.get());
    let first = hazard.segment_ends_years.iter().position(|end| end.get() > 0.0);
    let first = first.unwrap_or(hazard.segment_ends_years.len());
    let now = hazard.hazards_per_year.get(first).map_or(0.0, |hazard| hazard.get());
    let due = match setting.payment {
        _ if setting.from.get() > 0.0 => 0.0,
        PaymentTime::AtTrigger => payout,
        PaymentTime::AtExpiry => payout * setting.discount(years),
    };
    let by_rate = match setting.payment {
        PaymentTime::AtExpiry => -years * pure,
        PaymentTime::AtTrigger => {
            let at = |steps: f64| -> Result<f64, Error> {
                let moved = Setting { rate: Rate::new(rate + steps * STEP)?, ..*setting };
                Ok(default_value(&moved, hazard, payout)?.pure)
            };
            (8.0 * (at(1.0)? - at(-1.0)?) - (at(2.0)? - at(-2.0)?)) / (12.0 * STEP)
        }
    };
    Ok([0.0, 0.0, 0.0, (rate + now) * pure - now * due, by_rate, 0.0])
}
