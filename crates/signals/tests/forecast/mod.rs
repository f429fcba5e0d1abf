//! Forecast baselines against statsmodels, pandas and properscoring.

use hashinsight_numerics::{Philox, exp, normal_cdf};
use hashinsight_signals::forecast::{ForecastModel, ForecastRequest, NormalForecast, forecast};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{AssetPrice, Fraction};

use crate::reference::{number, numbers};

fn returns() -> Vec<f64> {
    numbers(&vectors("signals_forecast.json")["returns"])
}

#[test]
fn autoregression_of_statsmodels() {
    for case in vectors("signals_forecast.json")["autoregression"].as_array().unwrap() {
        let order = case["order"].as_u64().unwrap() as u32;
        let horizon = case["horizon"].as_u64().unwrap() as u32;
        let forecast = ForecastModel::Autoregression { order }.forecast(&returns(), horizon).unwrap();
        within_relative(
            forecast.mean,
            number(&case["mean"]),
            1e-9,
            &format!("mean of order {order}, horizon {horizon}"),
        );
        within_relative(forecast.deviation, number(&case["deviation"]), 1e-10, "deviation");
    }
}

#[test]
fn weighted_variance_and_brownian_motion_of_pandas() {
    let cases = vectors("signals_forecast.json");
    let case = &cases["ewma"];
    let ewma = ForecastModel::Ewma { decay: Fraction::new(number(&case["decay"])).unwrap() };
    let forecast = ewma.forecast(&returns(), case["horizon"].as_u64().unwrap() as u32).unwrap();
    assert_eq!(forecast.mean, 0.0);
    within_relative(forecast.deviation, number(&case["deviation"]), 1e-12, "deviation");
    let case = &cases["geometric_brownian"];
    let horizon = case["horizon"].as_u64().unwrap() as u32;
    let forecast = ForecastModel::GeometricBrownian.forecast(&returns(), horizon).unwrap();
    within_relative(forecast.mean, number(&case["mean"]), 1e-11, "mean");
    within_relative(forecast.deviation, number(&case["deviation"]), 1e-12, "deviation");
}

#[test]
fn crps_of_properscoring() {
    for case in vectors("signals_forecast.json")["crps"].as_array().unwrap() {
        let forecast = NormalForecast::new(number(&case["mean"]), number(&case["deviation"])).unwrap();
        within_relative(forecast.crps(number(&case["x"])), number(&case["crps"]), 1e-10, "CRPS");
        within_relative(forecast.pit(number(&case["x"])), number(&case["pit"]), 1e-12, "PIT");
    }
}

#[test]
fn crps_is_its_integral() {
    // The definition: the integral of (F(y) - [y >= x])^2.
    let (forecast, x) = (NormalForecast::new(0.2, 0.5).unwrap(), 0.7);
    let step = 1e-4;
    let integral = (-50_000..50_000).fold(0.0, |sum, i| {
        let y = (f64::from(i) + 0.5) * step;
        let miss = normal_cdf((y - 0.2) / 0.5) - if y >= x { 1.0 } else { 0.0 };
        sum + miss * miss * step
    });
    within_relative(forecast.crps(x), integral, 1e-7, "CRPS");
}

fn walk(count: u64, deviation: f64) -> Vec<AssetPrice> {
    let (random, mut price) = (Philox::new(77), 50_000.0);
    let next = |i| {
        price *= exp(deviation * random.normal(0, i));
        AssetPrice::new(price).unwrap()
    };
    (0..count).map(next).collect()
}

#[test]
fn a_random_walk_is_covered_as_said() {
    let report = forecast(&ForecastRequest::new(walk(1500, 0.03), 5).window(200)).unwrap();
    for of in &report.models {
        let quality = of.quality.as_ref().unwrap();
        assert_eq!(quality.count, 1500 - 1 - 200 + 1 - 5);
        for coverage in &quality.coverage {
            let miss = (coverage.measured - coverage.level).abs();
            assert!(miss < 4.0 * coverage.standard_error, "{:?} {coverage:?}", of.model);
        }
        assert!((quality.pit_tenths.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!((quality.pit_mean - 0.5).abs() < 0.08, "{:?} {}", of.model, quality.pit_mean);
        // sigma sqrt(5) / sqrt(pi) is the least expected score.
        within_relative(quality.crps, 0.03 * 5.0_f64.sqrt() * 0.564_19, 0.08, "CRPS");
    }
}

#[test]
fn past_forecasts_do_not_see_their_outcome() {
    // A crash on the last day: only the one forecast that ends there knows of it.
    let mut closes = walk(80, 0.02);
    let request = |closes: &[AssetPrice]| {
        ForecastRequest::new(closes.to_vec(), 1).window(20).levels(vec![Fraction::constant(0.95)])
    };
    let before = forecast(&request(&closes)).unwrap();
    closes[79] = AssetPrice::constant(1000.0);
    let after = forecast(&request(&closes)).unwrap();
    for (before, after) in before.models.iter().zip(&after.models) {
        let measured = |of: &hashinsight_signals::forecast::ForecastOfModel| {
            let quality = of.quality.as_ref().unwrap();
            quality.coverage[0].measured * f64::from(quality.count)
        };
        assert!((measured(before) - measured(after)).abs() < 1.0 + 1e-9);
        assert!(measured(after) < f64::from(after.quality.as_ref().unwrap().count) - 0.5);
    }
}

#[test]
fn forecasts_that_cannot_be() {
    let code = |request: &ForecastRequest| {
        let error = forecast(request).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let few = ForecastRequest::new(walk(20, 0.02), 1).window(20);
    assert_eq!(code(&few), ("signals.closes.insufficient_data".to_owned(), "closes".to_owned()));
    let certain = ForecastRequest::new(walk(40, 0.02), 1).window(20).levels(vec![Fraction::ONE]);
    assert_eq!(code(&certain), ("signals.levels.out_of_range".to_owned(), "levels[0]".to_owned()));
    let lags =
        ForecastRequest::new(walk(40, 0.02), 1).window(20).models(vec![ForecastModel::Autoregression { order: 51 }]);
    assert_eq!(code(&lags).1, "models[0].autoregression.order");
    let still = ForecastRequest::new(vec![AssetPrice::constant(5.0); 40], 1).window(20);
    assert_eq!(code(&still), ("signals.closes.out_of_range".to_owned(), "closes[39]".to_owned()));
    // Nothing to score yet: the forecast stands without quality.
    let fresh = forecast(&ForecastRequest::new(walk(21, 0.02), 3).window(20)).unwrap();
    assert!(fresh.models.iter().all(|of| of.quality.is_none()));
}

#[test]
fn prices_that_stand_still_are_told_where_they_stand() {
    let mut closes = vec![AssetPrice::constant(100.0); 80];
    closes[79] = AssetPrice::constant(101.0);
    let error = forecast(&ForecastRequest::new(closes, 1).window(50)).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.closes.out_of_range", "closes[50]"));
}
