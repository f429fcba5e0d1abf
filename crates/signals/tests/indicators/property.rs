//! Properties over drawn series: naive references, ranges, batch, prefix and scale.

use hashinsight_signals::indicators::*;
use proptest::prelude::*;

use super::contract::{batch_is_stream, scales};
use super::{Sample, Series, bits, each_indicator};

/// A series with steps of a few sizes, so that values are equal now and then.
fn steps() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(-3_i8..=3, 1..120).prop_map(|steps| {
        let level = |level: &mut f64, step: i8| {
            *level += f64::from(step);
            Some(*level)
        };
        steps.into_iter().scan(1000.0, level).collect()
    })
}

/// Bars around such a series: what opens at the close before.
fn bars() -> impl Strategy<Value = Series> {
    (steps(), any::<u64>()).prop_map(|(close, seed)| {
        let mut series = Series::random(close.len(), seed);
        for (row, now) in close.iter().enumerate() {
            let before = if row == 0 { *now } else { close[row - 1] };
            let (top, bottom) = if *now > before { (*now, before) } else { (before, *now) };
            // Every third bar is a point.
            let wick = f64::from(u8::try_from(row % 3).unwrap());
            series.open[row] = before;
            (series.high[row], series.low[row]) = (top + wick, bottom - wick);
        }
        series.close = close;
        series
    })
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(200))]

    #[test]
    fn every_batch_is_its_stream(series in bars(), seed: u64) {
        each_indicator!(batch_is_stream, &series, seed);
    }

    #[test]
    fn every_scale_keeps_every_bit(series in bars(), exponent in -40_i32..40) {
        each_indicator!(scales, &series, exponent);
    }
}

/// Windows of `length`, with the row at which each ends.
fn windows(values: &[f64], length: usize) -> impl Iterator<Item = (usize, &[f64])> {
    values.windows(length).enumerate().map(move |(first, window)| (first + length - 1, window))
}

fn sorted(window: &[f64]) -> Vec<f64> {
    let mut sorted = window.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(3200))]

    #[test]
    fn channels_against_a_search(series in bars(), length in 1_usize..40) {
        let own = u32::try_from(length).unwrap();
        let least = RollingMin::batch(&ExtremeParams::new(own), &series.close).unwrap();
        let greatest = RollingMax::batch(&ExtremeParams::new(own), &series.close).unwrap();
        for (row, window) in windows(&series.close, length) {
            prop_assert_eq!([least[row], greatest[row]], [sorted(window)[0], sorted(window)[length - 1]]);
        }
        let channel = Donchian::batch(&DonchianParams::new(own), Candle::columns(&series)).unwrap();
        for (row, window) in windows(&series.high, length) {
            prop_assert_eq!(channel[row].upper, sorted(window)[length - 1]);
        }
        for (row, window) in windows(&series.low, length) {
            prop_assert_eq!(channel[row].lower, sorted(window)[0]);
        }
        let late = Donchian::batch(&DonchianParams::new(own).lag(1), Candle::columns(&series)).unwrap();
        prop_assert_eq!(bits(&late[1..].to_vec()), bits(&channel[..series.rows() - 1].to_vec()));
    }

    #[test]
    fn order_against_a_sort(values in steps(), length in 1_usize..40) {
        let params = OrderParams::new(u32::try_from(length).unwrap());
        let medians = RollingMedian::batch(&params, &values).unwrap();
        for (row, window) in windows(&values, length) {
            let sorted = sorted(window);
            prop_assert_eq!(medians[row], f64::midpoint(sorted[(length - 1) / 2], sorted[length / 2]));
        }
        let ranks = PercentileRank::batch(&params, &values).unwrap();
        for (row, window) in windows(&values, length).filter(|(row, _)| *row + 1 < values.len()) {
            let less = window.iter().filter(|value| **value < values[row + 1]).count();
            prop_assert_eq!(ranks[row + 1], less as f64 / length as f64);
        }
    }

    #[test]
    fn ages_and_places_against_a_search(series in bars(), length in 1_usize..40) {
        let own = u32::try_from(length).unwrap();
        let lines = Aroon::batch(&AroonParams::new(own), Candle::columns(&series)).unwrap();
        let latest = |window: &[f64], better: fn(f64, f64) -> bool| {
            let best = (0..window.len()).fold(0, |best, at| if better(window[best], window[at]) { best } else { at });
            100.0 * best as f64 / (window.len() - 1) as f64 // the share of the way to the newest
        };
        for (row, window) in windows(&series.high, length + 1) {
            prop_assert_eq!(lines[row].up, latest(window, |a, b| a > b));
        }
        for (row, window) in windows(&series.low, length + 1) {
            prop_assert_eq!(lines[row].down, latest(window, |a, b| a < b));
        }
        let places = WilliamsR::batch(&WilliamsParams::new(own), Candle::columns(&series)).unwrap();
        for (row, window) in windows(&series.high, length) {
            let low = sorted(&series.low[row + 1 - length..=row])[0];
            let high = sorted(window)[length - 1];
            let place = if high > low { (high - series.close[row]) / (high - low) } else { 0.0 };
            prop_assert!((places[row] + 100.0 * place).abs() <= 1e-12 * 100.0);
        }
    }

    #[test]
    fn correlations_stay_in_their_range(series in bars(), length in 2_u32..20) {
        let params = CorrelationParams::new(length);
        let of = |second| Correlation::batch(&params, PairColumns { first: &series.close, second }).unwrap();
        let minus: Vec<f64> = series.close.iter().map(|close| 5.0 - 2.0 * close).collect();
        for (own, turned) in of(&series.close).into_iter().zip(of(&minus)) {
            prop_assert!(own.is_nan() || own == 0.0 || (own - 1.0).abs() < 1e-12, "{own}");
            prop_assert!(own.is_nan() || (own + turned).abs() < 1e-12, "{own} and {turned}");
        }
        prop_assert!(of(&series.volume).iter().all(|value| value.is_nan() || (-1.0..=1.0).contains(value)));
    }

    #[test]
    fn a_parabolic_stop_is_on_one_side(series in bars()) {
        let stops = ParabolicSar::batch(&ParabolicParams::new(), Candle::columns(&series)).unwrap();
        for (row, stop) in stops.iter().enumerate().skip(1) {
            // Never inside the bar, nor inside the one before but where the trend turned or began.
            prop_assert!(*stop <= series.low[row] || *stop >= series.high[row], "row {row}");
        }
    }

    #[test]
    fn indices_stay_in_their_range(series in bars(), length in 1_u32..20) {
        let candles = Candle::columns(&series);
        let within = |value: f64, top: f64| value.is_nan() || (0.0..=top).contains(&value);
        let rsi = Rsi::batch(&RsiParams::new().length(length), &series.close).unwrap();
        prop_assert!(rsi.iter().all(|value| within(*value, 100.0)));
        let flows = Mfi::batch(&MfiParams::new(length), Traded::columns(&series)).unwrap();
        prop_assert!(flows.iter().all(|value| within(*value, 100.0)));
        let ratio = EfficiencyRatio::batch(&EfficiencyParams::new(length), &series.close).unwrap();
        prop_assert!(ratio.iter().all(|value| within(*value, 1.0)));
        let oscillator = Stochastic::batch(&StochasticParams::new().fast_k(length), candles).unwrap();
        prop_assert!(oscillator.iter().all(|at| within(at.k, 100.0 + 1e-12) && within(at.d, 100.0 + 1e-12)));
        for at in Adx::batch(&AdxParams::new(length), candles).unwrap() {
            prop_assert!(within(at.adx, 100.0 + 1e-9) && within(at.plus_di, 100.0 + 1e-9) && within(at.minus_di, 100.0 + 1e-9));
        }
    }

    #[test]
    fn prices_weighted_by_volume(series in bars()) {
        let prices = AnchoredVwap::batch(&AnchoredVwapParams::new(), Traded::columns(&series)).unwrap();
        let (mut value, mut volume) = (0.0, 0.0);
        for (row, price) in prices.iter().enumerate() {
            value += (series.high[row] + series.low[row] + series.close[row]) / 3.0 * series.volume[row];
            volume += series.volume[row];
            if volume > 0.0 {
                prop_assert!((price - value / volume).abs() <= 1e-12 * price);
            }
        }
    }
}

#[test]
fn a_series_that_stands_still() {
    let flat = [64_000.0; 60];
    let bars = CandleColumns { high: &flat, low: &flat, close: &flat };
    let last = |values: Vec<f64>| values[59];
    assert_eq!(last(Rsi::batch(&RsiParams::new(), &flat).unwrap()), 50.0);
    assert_eq!(last(StdDev::batch(&DeviationParams::new(20), &flat).unwrap()), 0.0);
    assert_eq!(last(Sma::batch(&SmaParams::new(20), &flat).unwrap()), 64_000.0);
    assert_eq!(last(Roc::batch(&RocParams::new(10), &flat).unwrap()), 0.0);
    assert_eq!(last(LinearRegressionSlope::batch(&SlopeParams::new(14), &flat).unwrap()), 0.0);
    assert_eq!(last(EfficiencyRatio::batch(&EfficiencyParams::new(10), &flat).unwrap()), 1.0);
    assert_eq!(last(Kama::batch(&KamaParams::new(10), &flat).unwrap()), 64_000.0);
    assert_eq!(last(Atr::batch(&AtrParams::new(14), bars).unwrap()), 0.0);
    let adx = Adx::batch(&AdxParams::new(14), bars).unwrap()[59];
    assert_eq!((adx.adx, adx.plus_di, adx.minus_di), (0.0, 0.0, 0.0));
    let oscillator = Stochastic::batch(&StochasticParams::new(), bars).unwrap()[59];
    assert_eq!((oscillator.k, oscillator.d), (0.0, 0.0));
    assert_eq!(last(Cci::batch(&CciParams::new(20), bars).unwrap()), 0.0);
    assert_eq!(last(WilliamsR::batch(&WilliamsParams::new(14), bars).unwrap()), 0.0);
    assert_eq!(last(Wma::batch(&WmaParams::new(14), &flat).unwrap()), 64_000.0);
    let traded = TradedColumns { high: &flat, low: &flat, close: &flat, volume: &flat };
    assert_eq!(last(Mfi::batch(&MfiParams::new(14), traded).unwrap()), 50.0);
    assert_eq!(last(AccumulationDistribution::batch(&AccumulationParams::new(), traded).unwrap()), 0.0);
    let pair = PairColumns { first: &flat, second: &flat };
    assert_eq!(last(Correlation::batch(&CorrelationParams::new(14), pair).unwrap()), 0.0);
    let bands = Bollinger::batch(&BollingerParams::new(20), &flat).unwrap()[59];
    assert_eq!((bands.upper, bands.lower), (64_000.0, 64_000.0));
}
