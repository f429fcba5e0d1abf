//! Bars and numbers that the tests of modules share.

use hashinsight_numerics::Philox;
use hashinsight_signals::modules::ClosedBar;
use hashinsight_testkit::vectors;
use hashinsight_units::{AssetPrice, Timestamp};
use serde_json::Value;

/// Milliseconds of a day.
pub(crate) const DAY: i64 = 86_400_000;
/// When the first bar of every series here closes.
pub(crate) const FIRST: i64 = 1_600_041_600_000;

/// Numbers of a vector file; `null` is NaN.
pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap_or(f64::NAN)).collect()
}

/// A case of a vector file.
pub(crate) fn case(file: &str, name: &str) -> Value {
    vectors(file)[name].clone()
}

pub(crate) fn bar(time_ms: i64, [open, high, low, close]: [f64; 4], volume: Option<f64>) -> ClosedBar {
    let price = |price| AssetPrice::new(price).unwrap();
    let bar = ClosedBar::new(Timestamp::from_ms(time_ms).unwrap(), price(open), price(high), price(low), price(close));
    match volume {
        Some(volume) => bar.volume_base(volume),
        None => bar,
    }
}

/// Daily bars of prices and volumes.
pub(crate) fn daily(rows: impl IntoIterator<Item = ([f64; 4], Option<f64>)>) -> Vec<ClosedBar> {
    rows.into_iter().zip(0..).map(|((prices, volume), day)| bar(FIRST + day * DAY, prices, volume)).collect()
}

/// The 252 daily bars of TA-Lib's regression tests.
pub(crate) fn ta_bars() -> Vec<ClosedBar> {
    let data = vectors("ta_ref.json");
    let [open, high, low, close, volume] = ["open", "high", "low", "close", "volume"].map(|name| numbers(&data[name]));
    daily((0..close.len()).map(|row| ([open[row], high[row], low[row], close[row]], Some(volume[row]))))
}

/// Invented bars of a walk whose volatility comes and goes; each close is the next open.
pub(crate) fn walk(seed: u64, days: usize) -> Vec<ClosedBar> {
    let mut draws = vec![0.0; 4 * days];
    Philox::new(seed).fill_normal(0, 0, &mut draws);
    let mut open = 20_000.0;
    let rows = draws.chunks(4).zip(0..).map(|(z, day)| {
        let size = if day / 60 % 3 == 1 { 0.05 } else { 0.015 };
        let close = open * hashinsight_numerics::exp(size * z[0]);
        let (top, bottom) = if close > open { (close, open) } else { (open, close) };
        let prices = [open, top * (1.0 + 0.3 * size * z[1].abs()), bottom / (1.0 + 0.3 * size * z[2].abs()), close];
        open = close;
        (prices, Some(1e4 * hashinsight_numerics::exp(0.4 * z[3])))
    });
    daily(rows)
}

/// The same bars with every price times `factor`.
pub(crate) fn scaled(bars: &[ClosedBar], factor: f64) -> Vec<ClosedBar> {
    let price = |price: AssetPrice| AssetPrice::new(price.get() * factor).unwrap();
    bars.iter()
        .map(|bar| {
            let [open, high, low, close] = [bar.open, bar.high, bar.low, bar.close].map(price);
            let scaled = ClosedBar::new(bar.time_ms, open, high, low, close);
            bar.volume_base.map_or(scaled, |volume| scaled.volume_base(volume))
        })
        .collect()
}

/// Bars that no module may take after any of [`walk`] or [`ta_bars`].
pub(crate) fn refused() -> Vec<ClosedBar> {
    let whole = [10.0, 12.0, 9.0, 11.0];
    vec![
        bar(FIRST + 40_000 * DAY + 1, [10.0, 9.0, 9.0, 9.0], None),
        bar(FIRST + 40_000 * DAY, [10.0, 12.0, 10.5, 11.0], None),
        bar(FIRST - DAY, whole, Some(-1.0)),
    ]
}

/// Bars that no module may take once it has taken one: out of order, or after a gap.
pub(crate) fn refused_later() -> Vec<ClosedBar> {
    let whole = [10.0, 12.0, 9.0, 11.0];
    let times = [FIRST - DAY, FIRST + 40_000 * DAY, FIRST + DAY / 2];
    times.map(|time| bar(time, whole, Some(1.0))).into_iter().chain(refused()).collect()
}
