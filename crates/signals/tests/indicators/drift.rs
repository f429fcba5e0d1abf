//! No drift: what has left a window is in none of its numbers.

use hashinsight_signals::indicators::*;
use hashinsight_testkit::{naive_deviation, naive_mean, within_relative};

use super::Series;

/// Bars at a price of 1e8, so many, and then some at 1: what a change of units or a bad tick does to a running sum.
fn drop(many: usize, few: usize) -> Series {
    let (mut high, low) = (Series::random(many, 21).scaled(1e6), Series::random(few, 22).scaled(0.01));
    for (to, from) in [
        (&mut high.open, low.open),
        (&mut high.high, low.high),
        (&mut high.low, low.low),
        (&mut high.close, low.close),
        (&mut high.volume, low.volume),
    ] {
        to.extend(from);
    }
    high
}

/// Relative 1e-12 against sums made anew, from the first window that lies wholly behind the drop.
#[test]
fn windows_forget_what_has_left_them() {
    let (many, few) = (200_000, 300);
    let bars = drop(many, few);
    let closes = &bars.close;
    for length in [1, 2, 5, 20, 89] {
        let n = length as usize;
        let means = Sma::batch(&SmaParams::new(length), closes).unwrap();
        let spreads = StdDev::batch(&DeviationParams::new(length), closes).unwrap();
        let bands = Bollinger::batch(&BollingerParams::new(length), closes).unwrap();
        let weighted = Wma::batch(&WmaParams::new(length), closes).unwrap();
        for bar in many + n - 1..many + few {
            let window = &closes[bar + 1 - n..=bar];
            let (mean, deviation) = (naive_mean(window), naive_deviation(window));
            let weights = f64::from(length * (length + 1) / 2);
            let newest_most = (1..).zip(window).fold(0.0, |sum, (w, x)| sum + f64::from(w) * x) / weights;
            within_relative(weighted[bar], newest_most, 1e-12, &format!("weighted {length} bar {bar}"));
            within_relative(means[bar], mean, 1e-12, &format!("mean {length} bar {bar}"));
            within_relative(bands[bar].middle, mean, 1e-12, &format!("middle {length} bar {bar}"));
            within_relative(bands[bar].upper, mean + 2.0 * deviation, 1e-12, &format!("upper {length} bar {bar}"));
            within_relative(spreads[bar], deviation, 1e-12, &format!("deviation {length} bar {bar}"));
        }
    }
}

fn closes(series: &Series) -> &[f64] {
    &series.close
}
fn traded(bars: &Series) -> TradedColumns<'_> {
    TradedColumns { high: &bars.high, low: &bars.low, close: &bars.close, volume: &bars.volume }
}
fn pairs(bars: &Series) -> PairColumns<'_> {
    PairColumns { first: &bars.high, second: &bars.low }
}
fn candles(bars: &Series) -> CandleColumns<'_> {
    CandleColumns { high: &bars.high, low: &bars.low, close: &bars.close }
}

/// The same for indicators on top of windows: those of a series that begins behind the drop, once both are full.
#[test]
fn what_stands_on_windows_forgets_too() {
    let (many, few) = (200_000, 300);
    let bars = drop(many, few);
    let after = bars.part(many..many + few);
    macro_rules! same {
        ($indicator:ty, $params:expr, $columns:expr) => {{
            let (params, columns) = ($params, $columns);
            let whole = <$indicator>::batch(&params, columns(&bars)).unwrap();
            let fresh = <$indicator>::batch(&params, columns(&after)).unwrap();
            let stable = <$indicator>::stable_after(&params, 15).and_then(|rows| usize::try_from(rows).ok()).unwrap();
            assert!(stable < few);
            for bar in stable..few {
                let (a, b) = (whole[many + bar].lines(), fresh[bar].lines());
                for (a, b) in [(a.value, b.value), (a.signal, b.signal), (a.upper, b.upper), (a.lower, b.lower)] {
                    let near = (a - b).abs() <= 1e-12 * b.abs() || (a.is_nan() && b.is_nan());
                    assert!(near, "{} bar {bar}: {a:e} and {b:e}", <$indicator>::PATH);
                }
            }
        }};
    }
    same!(EfficiencyRatio, EfficiencyParams::new(10), closes);
    same!(LinearRegressionSlope, SlopeParams::new(14), closes);
    same!(RollingMedian, OrderParams::new(21), closes);
    same!(PercentileRank, OrderParams::new(21), closes);
    same!(Stochastic, StochasticParams::new(), candles);
    same!(Donchian, DonchianParams::new(20), candles);
    same!(Roc, RocParams::new(10), closes);
    same!(Momentum, MomentumParams::new(10), closes);
    same!(Cci, CciParams::new(20), candles);
    same!(WilliamsR, WilliamsParams::new(14), candles);
    same!(Aroon, AroonParams::new(14), candles);
    same!(Mfi, MfiParams::new(14), traded);
    same!(Correlation, CorrelationParams::new(30), pairs);
}

/// Averages of all values before carry what they weigh, and nothing else.
#[test]
fn averages_forget_at_their_rate() {
    let (many, few) = (200_000, 600);
    let bars = drop(many, few);
    let after = bars.part(many..many + few);
    let params = EmaParams::new(12);
    let (whole, fresh) = (Ema::batch(&params, &bars.close).unwrap(), Ema::batch(&params, &after.close).unwrap());
    // 1e8 weighs less than 1e-12 once it has lost 20 digits.
    let stable = Ema::stable_after(&params, 21).and_then(|rows| usize::try_from(rows).ok()).unwrap();
    for bar in stable..few {
        within_relative(whole[many + bar], fresh[bar], 1e-12, &format!("bar {bar}"));
    }
}
