//! Rows of TA-Lib 0.8.1 over its own 252 bars, and of an independent script.

use hashinsight_signals::indicators::*;
use hashinsight_testkit::{vectors, within_relative};
use serde_json::Value;

use super::{Sample, Series};

fn column(of: &Value) -> Vec<f64> {
    of.as_array().unwrap().iter().map(|value| value.as_f64().unwrap_or(f64::NAN)).collect()
}

fn series(reference: &Value) -> Series {
    let [open, high, low, close, volume] =
        ["open", "high", "low", "close", "volume"].map(|name| column(&reference[name]));
    Series { open, high, low, close, volume }
}

/// A line of an output: its name in the reference, and where it stands here.
type Line<O> = (&'static str, fn(O) -> f64);

/// Every value of a row of TA-Lib, times `factor`, and NaN where it has none; 1e-12 of the value or, where a value passes zero, of `size`.
fn row<I: Indicator<Input: Sample>>(
    name: &str,
    params: &I::Params,
    (factor, size): (f64, f64),
    lines: &[Line<I::Output>],
) {
    let bars = series(&vectors("ta_ref.json"));
    row_of::<I>(name, params, <I::Input as Sample>::columns(&bars), (factor, size), lines);
}

fn row_of<I: Indicator>(
    name: &str,
    params: &I::Params,
    columns: <I::Input as Input>::Columns<'_>,
    (factor, size): (f64, f64),
    lines: &[Line<I::Output>],
) {
    let reference = vectors("ta_ref.json");
    let out = I::batch(params, columns).unwrap();
    for (output, line) in lines {
        let expected = column(&reference["indicators"][name]["outputs"][output]["values"]);
        assert_eq!(expected.len(), out.len());
        for (bar, (expected, got)) in expected.iter().zip(&out).enumerate() {
            let (got, expected) = (line(*got), expected * factor);
            if expected.is_nan() {
                assert!(got.is_nan(), "{name} {output} bar {bar}: {got} before the first");
            } else {
                let near = (got - expected).abs() <= 1e-12 * if size > 0.0 { size } else { expected.abs() };
                assert!(near, "{name} {output} bar {bar}: got {got:e}, expected {expected:e}");
            }
        }
    }
}

const PLAIN: (f64, f64) = (1.0, 0.0);
const PERCENT: (f64, f64) = (0.01, 0.0);

#[test]
fn averages_of_ta_lib() {
    for length in [20, 50, 200] {
        row::<Sma>(&format!("SMA_{length}"), &SmaParams::new(length), PLAIN, &[("sma", |x| x)]);
    }
    for length in [12, 26] {
        row::<Ema>(&format!("EMA_{length}"), &EmaParams::new(length), PLAIN, &[("ema", |x| x)]);
    }
    row::<Wilder>("RMA_14", &WilderParams::new(14), PLAIN, &[("rma", |x| x)]);
    row::<Wma>("WMA_14", &WmaParams::new(14), PLAIN, &[("wma", |x| x)]);
    row::<Dema>("DEMA_14", &LayeredAverageParams::new(14), PLAIN, &[("dema", |x| x)]);
    row::<Tema>("TEMA_14", &LayeredAverageParams::new(14), PLAIN, &[("tema", |x| x)]);
}

#[test]
fn ranges_of_ta_lib() {
    row::<TrueRange>("TRANGE", &TrueRangeParams::new(), PLAIN, &[("tr", |x| x)]);
    row::<Atr>("ATR_14", &AtrParams::new(14), PLAIN, &[("atr", |x| x)]);
    row::<Natr>("NATR_14", &AtrParams::new(14), PERCENT, &[("natr", |x| x)]);
}

#[test]
fn momentum_of_ta_lib() {
    row::<Rsi>("RSI_14", &RsiParams::new(), PLAIN, &[("rsi", |x| x)]);
    // Differences of nearly equal numbers: 1e-12 of 1.
    row::<Roc>("ROC_10", &RocParams::new(10), (0.01, 1.0), &[("roc", |x| x)]);
    row::<Momentum>("MOM_10", &MomentumParams::new(10), (1.0, 1.0), &[("mom", |x| x)]);
    row::<Cci>("CCI_20", &CciParams::new(20), (1.0, 100.0), &[("cci", |x| x)]);
    row::<WilliamsR>("WILLR_14", &WilliamsParams::new(14), (1.0, 100.0), &[("willr", |x| x)]);
    row::<Mfi>("MFI_14", &MfiParams::new(14), PLAIN, &[("mfi", |x| x)]);
    row::<LinearRegressionSlope>("LINEARREG_SLOPE_14", &SlopeParams::new(14), (1.0, 1.0), &[("slope", |x| x)]);
}

#[test]
fn trends_of_ta_lib() {
    // MACD passes zero: 1e-12 of 1.
    let macd: [Line<MacdLines>; 3] = [("macd", |x| x.macd), ("signal", |x| x.signal), ("hist", MacdLines::histogram)];
    row::<Macd>("MACD_12_26_9", &MacdParams::new(), (1.0, 1.0), &macd);
    row::<Adx>("ADX_14", &AdxParams::new(14), PLAIN, &[("adx", |x| x.adx)]);
    row::<Adx>("PLUS_DI_14", &AdxParams::new(14), PLAIN, &[("pdi", |x| x.plus_di)]);
    row::<Adx>("MINUS_DI_14", &AdxParams::new(14), PLAIN, &[("mdi", |x| x.minus_di)]);
    let supertrend: [Line<Trend>; 1] = [("supertrend", |x| x.stop)];
    row::<Supertrend>("SUPERTREND_", &SupertrendParams::new(), PLAIN, &supertrend);
    row::<EfficiencyRatio>("ER_10", &EfficiencyParams::new(10), (1.0, 1.0), &[("er", |x| x)]);
    row::<Kama>("KAMA_10", &KamaParams::new(10), PLAIN, &[("kama", |x| x)]);
    row::<Stochastic>("STOCH_5_3_3", &StochasticParams::new(), PLAIN, &[("k", |x| x.k), ("d", |x| x.d)]);
    row::<Obv>("OBV", &ObvParams::new(), PLAIN, &[("obv", |x| x)]);
    row::<AccumulationDistribution>("AD", &AccumulationParams::new(), PLAIN, &[("ad", |x| x)]);
    row::<Aroon>("AROON_14", &AroonParams::new(14), PLAIN, &[("down", |x| x.down), ("up", |x| x.up)]);
    row::<ParabolicSar>("SAR", &ParabolicParams::new(), PLAIN, &[("sar", |x| x)]);
    let bars = series(&vectors("ta_ref.json"));
    let columns = PairColumns { first: &bars.high, second: &bars.low };
    row_of::<Correlation>("CORREL_30_HL", &CorrelationParams::new(30), columns, (1.0, 1.0), &[("correl", |x| x)]);

    // Directions: 0 in warm-up there.
    let reference = vectors("ta_ref.json");
    let expected = column(&reference["indicators"]["SUPERTREND_"]["outputs"]["trend"]["values"]);
    let got = Supertrend::batch(&SupertrendParams::new(), Candle::columns(&series(&reference))).unwrap();
    for (bar, (expected, got)) in expected.iter().zip(got).enumerate() {
        assert_eq!(*expected, if got.direction.is_nan() { 0.0 } else { got.direction }, "bar {bar}");
    }
}

#[test]
fn spreads_of_ta_lib() {
    row::<StdDev>("STDDEV_20", &DeviationParams::new(20), PLAIN, &[("sd", |x| x)]);
    row::<Variance>("VAR_20", &DeviationParams::new(20), (1.0, 10.0), &[("var", |x| x)]);
    let bands: [Line<Bands>; 3] = [("upper", |x| x.upper), ("middle", |x| x.middle), ("lower", |x| x.lower)];
    row::<Bollinger>("BBANDS_20_2", &BollingerParams::new(20), PLAIN, &bands);
    row::<Keltner>("KC_", &KeltnerParams::new(), PLAIN, &bands);
    row::<Donchian>("DONCHIAN_20", &DonchianParams::new(20), PLAIN, &bands);
    row::<Donchian>("MAX_HIGH_20", &DonchianParams::new(20), PLAIN, &[("max", |x| x.upper)]);
    row::<Donchian>("MIN_LOW_20", &DonchianParams::new(20), PLAIN, &[("min", |x| x.lower)]);
}

#[test]
fn order_of_ta_lib() {
    row::<RollingMax>("MAX_20", &ExtremeParams::new(20), PLAIN, &[("max", |x| x)]);
    row::<RollingMin>("MIN_20", &ExtremeParams::new(20), PLAIN, &[("min", |x| x)]);
    row::<PercentileRank>("PERCENTRANK_20", &OrderParams::new(20), PERCENT, &[("pr", |x| x)]);
}

#[test]
fn levels_of_an_independent_script() {
    let (reference, expected) = (vectors("ta_ref.json"), vectors("signal_ref.json"));
    let bars = series(&reference);
    let last = bars.rows() - 1;
    let candle = Candle { high: bars.high[last], low: bars.low[last], close: bars.close[last] };
    let pivots = &expected["C_pivots_lastbar"];
    for (method, name) in [
        (PivotMethod::Classic, "classic"),
        (PivotMethod::Fibonacci, "fibonacci"),
        (PivotMethod::Camarilla, "camarilla"),
        (PivotMethod::Woodie, "woodie"),
    ] {
        let levels = pivot_levels(method, candle);
        for (key, value) in pivots[name].as_object().unwrap() {
            let place = key[1..].parse().unwrap_or(1) - 1_usize;
            let got = match &key[..1] {
                "P" => levels.pivot,
                _ if place == 3 => continue, // a fourth level, which only Camarilla has
                "R" => levels.resistance[place],
                _ => levels.support[place],
            };
            within_relative(got, value.as_f64().unwrap(), 1e-12, &format!("{name} {key}"));
        }
    }

    let swings = FractalSwings::batch(&SwingParams::new(), Candle::columns(&bars)).unwrap();
    let fractals = &expected["C_fractals_5bar_strict"];
    for (side, name) in [(0, "high_pivot_bars"), (1, "low_pivot_bars")] {
        let turns: Vec<usize> = fractals[name]
            .as_array()
            .unwrap()
            .iter()
            .map(|bar| usize::try_from(bar.as_u64().unwrap()).unwrap())
            .collect();
        assert_eq!(turns.len() as u64, fractals["count"][side].as_u64().unwrap());
        // Between a confirmation and the next, the level stands: known two bars after the turn.
        for (bar, seen) in swings.iter().enumerate() {
            let price = |turn: &usize| if side == 0 { bars.high[*turn] } else { bars.low[*turn] };
            let known = turns.iter().rev().find(|turn| **turn + 2 <= bar).map(price);
            let got = if side == 0 { seen.high } else { seen.low };
            assert_eq!(got.to_bits(), known.unwrap_or(f64::NAN).to_bits(), "{name} bar {bar}");
        }
        let confirmed: f64 = swings.iter().map(|seen| seen.confirmed).sum();
        assert_eq!(confirmed, 61.0);
    }

    let length = u32::try_from(bars.rows()).unwrap();
    let profile = VolumeProfile::batch(&ProfileParams::new(length), Traded::columns(&bars)).unwrap()[last];
    let volume = &expected["C_volume_profile"];
    let number = |name: &str| volume[name].as_f64().unwrap();
    for (got, name) in [
        (profile.control, "poc_mid"),
        (profile.lower, "val"),
        (profile.upper, "vah"),
        (profile.share, "va_volume_share"),
    ] {
        within_relative(got, number(name), 1e-12, name);
    }
    let rows: Vec<Traded> = (0..bars.rows()).map(|row| Traded::at(Traded::columns(&bars), row)).collect();
    let (lowest, width, bins) = volume_bins(&rows, 24).unwrap();
    within_relative(lowest, number("lo"), 1e-12, "lo");
    within_relative(width, number("width"), 1e-12, "width");
    within_relative(bins.iter().sum(), number("total_volume"), 1e-12, "total volume");

    let exits = Chandelier::batch(&ChandelierParams::new(), Candle::columns(&bars)).unwrap();
    let chandelier = &expected["D_chandelier_22_3"];
    for (at, place) in [(22, 0), (last, 1)] {
        for (got, name) in [(exits[at].long, "long_first_last"), (exits[at].short, "short_first_last")] {
            within_relative(got, chandelier[name][place].as_f64().unwrap(), 1e-12, name);
        }
    }
    assert!(exits[21].long.is_nan());
}

/// TA-Lib 0.8's own answers, over a hundred: NATR of these bars with length 2 is `nan, nan, 0, 400`.
#[test]
fn a_close_of_nothing_measures_nothing() {
    use hashinsight_signals::indicators::{AtrParams, CandleColumns, Indicator, Natr};
    let bars = CandleColumns { high: &[1.0; 4], low: &[-1.0; 4], close: &[0.0, 0.0, 0.0, 0.5] };
    let ranges = Natr::batch(&AtrParams::new(2), bars).unwrap();
    assert!(ranges[..2].iter().all(|range| range.is_nan()));
    assert_eq!(ranges[2..], [0.0, 4.0]);
}
