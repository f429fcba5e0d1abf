//! Derivatives of what is simulated: central differences, path by path on the same random numbers.
//!
//! A pair of paths gives the difference of what it pays at either side of a step; the derivative is the mean of these differences, and its
//! standard error theirs (Glasserman 2003, 7.1). The bridge between two places makes what is paid smooth in price, volatility and drift, but for
//! leaps that just reach a level.

use hashinsight_numerics::sum_by;
use hashinsight_units::{AssetPrice, Error, Rate, Volatility, Years};

use super::{Sensitivities, SensitivityMethod};
use crate::cover::{Cover, FrozenTerms, Peril, estimate};
use crate::quote::PriceModel;
use crate::quote::coin::in_the_coin;
use crate::quote::gap::Overshoot;
use crate::quote::model::Paths;
use crate::quote::simulation::{Pays, fall_steps, fallen, walked};
use crate::quote::value::Setting;

/// Steps of price and drift in deviations of the logarithm over the period, and of the price for the second derivative.
const STEP: f64 = 0.05;
const WIDE_STEP: f64 = 0.2;
/// Steps of volatility and time in themselves.
const SHARE: f64 = 0.02;
/// Step of the rate.
const RATE_STEP: f64 = 1e-3;

/// Derivatives by common random numbers; `None` for a model that is not simulated.
///
/// # Errors
/// A step that leads out of a range.
pub(in crate::quote) fn by_common_numbers(
    cover: &Cover,
    frozen: &FrozenTerms,
    setting: &Setting,
    model: &PriceModel,
) -> Result<Option<Sensitivities>, Error> {
    let Some(paths) = paths(model) else { return Ok(None) };
    let (sigma, years, from) = (paths.volatility.get(), setting.years.get(), setting.from.get());
    let deviation = sigma * years.sqrt();
    // A grid that moved with what is varied would be other numbers.
    let steps = match &cover.peril {
        Peril::Drawdown(drawdown) => fall_steps(setting, drawdown.fall, &paths)?,
        _ => 0.0,
    };
    let draw = |setting: &Setting, model: &PriceModel| drawn(cover, frozen, setting, model, steps);
    let spot = |factor: f64| -> Result<Vec<f64>, Error> {
        draw(&Setting { spot: AssetPrice::new(setting.spot.get() * factor)?, ..*setting }, model)
    };
    let volatile = |volatility: f64| draw(setting, &with_volatility(model, Volatility::new(volatility)?));
    let shifted = |shift: f64| -> Result<Vec<f64>, Error> {
        let from = if from > 0.0 { Years::new(from + shift)? } else { setting.from };
        draw(&Setting { from, years: Years::new(years + shift)?, ..*setting }, model)
    };
    let rated = |rate: f64| draw(&Setting { rate: Rate::new(rate)?, ..*setting }, model);
    let drifting = |drift: f64| draw(&Setting { drift: Rate::new(drift)?, ..*setting }, model);
    let (rate, drift) = (setting.rate.get(), setting.drift.get());
    let step = STEP * deviation;
    let by_spot = slope(&spot(1.0 + step)?, &spot(1.0 - step)?, 2.0 * step * setting.spot.get());
    let wide = WIDE_STEP * deviation;
    let by_spot_twice = {
        let (here, above, below) = (spot(1.0)?, spot(1.0 + wide)?, spot(1.0 - wide)?);
        let width = wide * setting.spot.get();
        mean(here.len(), |pair| (above[pair] - 2.0 * here[pair] + below[pair]) / (width * width))
    };
    let step = SHARE * sigma;
    let by_volatility = slope(&volatile(sigma + step)?, &volatile(sigma - step)?, 2.0 * step);
    let most = if from > 0.0 { 0.5 * from } else { years };
    let step = if SHARE * years < most { SHARE * years } else { most };
    // As time passes the dates come nearer.
    let by_time = slope(&shifted(-step)?, &shifted(step)?, 2.0 * step);
    let by_rate = slope(&rated(rate + RATE_STEP)?, &rated(rate - RATE_STEP)?, 2.0 * RATE_STEP);
    let step = STEP * sigma / years.sqrt();
    let by_drift = slope(&drifting(drift + step)?, &drifting(drift - step)?, 2.0 * step);
    let all = [by_spot, by_spot_twice, by_volatility, by_time, by_rate, by_drift];
    let found = Sensitivities::of(SensitivityMethod::CommonNumbers, all.map(|(slope, _)| slope));
    Ok(Some(found.with_errors(all.map(|(_, error)| error))))
}

/// What each pair of paths pays, discounted.
fn drawn(
    cover: &Cover,
    frozen: &FrozenTerms,
    setting: &Setting,
    model: &PriceModel,
    steps: f64,
) -> Result<Vec<f64>, Error> {
    let (setting, model) = if setting.in_coin { in_the_coin(setting, model)? } else { (*setting, model.clone()) };
    let Some(paths) = paths(&model) else { return Ok(Vec::new()) };
    let value = match &cover.peril {
        Peril::Drawdown(drawdown) => fallen(&setting, drawdown.fall, estimate(frozen.payout), &paths, steps)?,
        Peril::Gap(_) => match Overshoot::of(cover, frozen) {
            Some(overshoot) => walked(&setting, &frozen.levels, &Pays::Gap(&overshoot), &paths)?,
            None => return Ok(vec![0.0; paths.pairs as usize]),
        },
        _ => walked(&setting, &frozen.levels, &Pays::Levels, &paths)?,
    };
    Ok(value.pairs)
}

fn paths(model: &PriceModel) -> Option<Paths> {
    match model {
        PriceModel::Kou(kou) => Some(kou.paths()),
        PriceModel::Merton(merton) => Some(merton.paths()),
        PriceModel::Gbm(_) | PriceModel::Coins(_) | PriceModel::Hazard(_) => None,
    }
}

fn with_volatility(model: &PriceModel, volatility: Volatility) -> PriceModel {
    let mut moved = model.clone();
    match &mut moved {
        PriceModel::Kou(kou) => kou.volatility = volatility,
        PriceModel::Merton(merton) => merton.volatility = volatility,
        PriceModel::Gbm(_) | PriceModel::Coins(_) | PriceModel::Hazard(_) => {}
    }
    moved
}

/// Mean and standard error of the slopes of so many pairs.
fn slope(above: &[f64], below: &[f64], width: f64) -> (f64, f64) {
    mean(above.len(), |pair| (above[pair] - below[pair]) / width)
}

fn mean(count: usize, of: impl Fn(usize) -> f64) -> (f64, f64) {
    let n = count as f64;
    let mean = sum_by(count, &of) / n;
    let square = |pair: usize| (of(pair) - mean) * (of(pair) - mean);
    (mean, (sum_by(count, square) / (n - 1.0) / n).sqrt())
}
