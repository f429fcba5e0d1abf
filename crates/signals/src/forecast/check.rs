//! How good forecasts were on days that they had not seen: coverage, PIT and CRPS.

use hashinsight_numerics::{ln_ratio, mean, sum_by};
use hashinsight_units::{AssetPrice, At, Error, Fraction, Record};

use super::model::ForecastModel;
use super::normal::PriceBand;
use crate::count::count;
use crate::refuse::{insufficient, refuse};

/// Levels whose bands are shown unless others are named.
fn usual_levels() -> Vec<Fraction> {
    [0.5, 0.8, 0.95].map(Fraction::constant).to_vec()
}

/// The three baselines.
fn usual_models() -> Vec<ForecastModel> {
    let ewma = ForecastModel::Ewma { decay: Fraction::constant(0.94) };
    vec![ewma, ForecastModel::Autoregression { order: 2 }, ForecastModel::GeometricBrownian]
}

/// Inputs of [`forecast`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ForecastRequest {
    /// Closing prices, oldest first, one interval after another.
    pub closes: Vec<AssetPrice>,
    /// Horizon of the forecast, in bars.
    #[record(range = 1..=1000, example = 7)]
    pub horizon_bars: u32,
    /// Number of past returns that each forecast is fitted to.
    #[record(default = 250, range = 10..=100_000, example = 250)]
    pub window: u32,
    /// Models that forecast.
    #[record(default = usual_models())]
    pub models: Vec<ForecastModel>,
    /// Levels of the bands: the probability that the price ends inside.
    #[record(default = usual_levels())]
    pub levels: Vec<Fraction>,
}

/// Forecast of one model from the last bar.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ModelForecast {
    /// Mean of the logarithmic return over the horizon.
    pub mean: f64,
    /// Standard deviation of the logarithmic return over the horizon.
    pub deviation: f64,
    /// Median price at the horizon, in quote currency.
    pub median_price: f64,
    /// Bands of the price, one per level.
    pub bands: Vec<PriceBand>,
}

/// Coverage of the bands of one level.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Coverage {
    /// Probability that the price was to end in the band.
    pub level: f64,
    /// Part of the days on which it did.
    pub measured: f64,
    /// Standard error of that part for the effective number of forecasts, if the level were true.
    pub standard_error: f64,
}

/// Quality of one model over past days, each forecast made from what was known then.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForecastQuality {
    /// Number of forecasts with their outcomes.
    pub count: u32,
    /// Effective number of independent forecasts: overlapping ones count once per horizon.
    pub effective_count: f64,
    /// Measured coverage of each level.
    pub coverage: Vec<Coverage>,
    /// Mean continuous ranked probability score, in logarithmic returns: less is better.
    pub crps: f64,
    /// Part of the forecasts in each tenth of the probability integral transform, from low to high: a tenth each if the forecasts are right.
    pub pit_tenths: Vec<f64>,
    /// Mean of the probability integral transform: 1/2 if the forecasts are right.
    pub pit_mean: f64,
}

/// Result of [`forecast`] for one model.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForecastOfModel {
    /// Model that forecasts.
    pub model: ForecastModel,
    /// Forecast from the last bar.
    pub forecast: ModelForecast,
    /// Quality of its past forecasts. Absent: the closes are too few for any.
    pub quality: Option<ForecastQuality>,
}

/// Result of [`forecast`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForecastReport {
    /// Models in the order of the request.
    pub models: Vec<ForecastOfModel>,
}

/// Baselines of the price over a horizon, each beside how good it was: its past forecasts are made from the window before them, and scored
/// when their outcome is known.
///
/// ```
/// use hashinsight_numerics::{Philox, exp};
/// use hashinsight_signals::forecast::{ForecastRequest, forecast};
/// use hashinsight_units::AssetPrice;
/// let mut price = 100.0;
/// let next = |i| { price *= exp(0.02 * Philox::new(1).normal(0, i)); AssetPrice::new(price) };
/// let closes = (0..200).map(next).collect::<Result<Vec<_>, _>>()?;
/// let report = forecast(&ForecastRequest::new(closes, 1).window(50))?;
/// let quality = report.models[2].quality.as_ref().unwrap(); // a random walk, forecast as one
/// assert_eq!(quality.count, 149);
/// assert!((quality.coverage[1].measured - 0.8).abs() < 0.1);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.closes.insufficient_data` for fewer closes than one more than the window, `signals.closes.out_of_range` where a window stands still;
/// `signals.levels` of 0 or 1; what a model refuses, at
/// `models[1]`.
pub fn forecast(request: &ForecastRequest) -> Result<ForecastReport, Error> {
    request.check()?;
    let ForecastRequest { closes, horizon_bars, window, models, levels } = request;
    let (window, horizon) = (*window as usize, *horizon_bars as usize);
    if let Some(index) = levels.iter().position(|level| level.get() <= 0.0 || level.get() >= 1.0) {
        return Err(refuse("levels", levels[index].get(), "above 0 and below 1").in_row(index));
    }
    if closes.len() <= window {
        return Err(insufficient("closes", closes.len(), format!("at least {} closes", window + 1)));
    }
    let returns: Vec<f64> = closes.windows(2).map(|pair| ln_ratio(pair[1].get(), pair[0].get())).collect();
    let last = closes[closes.len() - 1];
    let of_model = |(index, model): (usize, &ForecastModel)| {
        let at = |end: usize| {
            let past = &returns[end - window..end];
            if past.iter().all(|value| *value == 0.0) {
                let allowed = format!("prices that move within the {window} bars before each");
                return Err(refuse("closes", closes[end].get(), allowed).in_row(end));
            }
            model.forecast(past, *horizon_bars).index(index).at("models")
        };
        let now = at(returns.len())?;
        let bands = levels.iter().map(|level| now.band(last, *level)).collect::<Result<Vec<_>, Error>>()?;
        let median_price = last.get() * hashinsight_numerics::exp(now.mean);
        let forecast = ModelForecast { mean: now.mean, deviation: now.deviation, median_price, bands };
        let known: Vec<(super::NormalForecast, f64)> = (window..(returns.len() + 1).saturating_sub(horizon))
            .map(|end| Ok((at(end)?, ln_ratio(closes[end + horizon].get(), closes[end].get()))))
            .collect::<Result<_, Error>>()?;
        let quality = if known.is_empty() { None } else { Some(quality(&known, levels, horizon)?) };
        Ok(ForecastOfModel { model: *model, forecast, quality })
    };
    Ok(ForecastReport { models: models.iter().enumerate().map(of_model).collect::<Result<_, Error>>()? })
}

fn quality(
    known: &[(super::NormalForecast, f64)],
    levels: &[Fraction],
    horizon: usize,
) -> Result<ForecastQuality, Error> {
    let n = known.len() as f64;
    let effective = n / horizon as f64;
    let coverage = |level: &Fraction| {
        let mut inside = 0.0;
        for (forecast, log_return) in known {
            let (low, high) = forecast.ends(*level)?;
            inside += if (low..=high).contains(log_return) { 1.0 } else { 0.0 };
        }
        let level = level.get();
        Ok(Coverage { level, measured: inside / n, standard_error: (level * (1.0 - level) / effective).sqrt() })
    };
    let pits: Vec<f64> = known.iter().map(|(forecast, log_return)| forecast.pit(*log_return)).collect();
    let mut tenths = vec![0.0; 10];
    for pit in &pits {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 10")]
        let place = ((pit * 10.0) as usize).min(9);
        tenths[place] += 1.0 / n;
    }
    Ok(ForecastQuality {
        count: count(known.len()),
        effective_count: effective,
        coverage: levels.iter().map(coverage).collect::<Result<_, Error>>()?,
        crps: sum_by(known.len(), |i| known[i].0.crps(known[i].1)) / n,
        pit_tenths: tenths,
        pit_mean: mean(&pits)?,
    })
}
