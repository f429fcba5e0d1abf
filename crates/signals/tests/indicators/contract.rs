//! What holds for every indicator: batch, stream, state, warm-up, scale.

use hashinsight_numerics::Philox;
use hashinsight_signals::indicators::*;
use hashinsight_testkit::{cases, check_stream};

use super::{Sample, Series, bits, each_indicator};

/// Batch, single steps, chunks of any length and prefixes: the same bits.
pub(crate) fn batch_is_stream<I: Indicator<Input: Sample>>(params: &I::Params, series: &Series, seed: u64) {
    let columns = <I::Input as Sample>::columns(series);
    let whole = I::batch(params, columns).unwrap();
    let mut stream = I::new(params).unwrap();
    for (row, expected) in whole.iter().enumerate() {
        let one = stream.next(I::Input::at(columns, row));
        assert_eq!(bits(&one), bits(expected), "{} {params:?} row {row}", I::PATH);
    }
    let (random, mut chunked, mut start) = (Philox::new(seed), I::new(params).unwrap(), 0);
    for draw in 0.. {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 70")]
        let length = (random.uniform(0, draw) * 70.0) as usize;
        let end = series.rows().min(start + length);
        let part = series.part(start..end);
        let mut out = vec![I::Output::NAN; end - start];
        chunked.fill(<I::Input as Sample>::columns(&part), &mut out);
        assert!(out.iter().zip(&whole[start..end]).all(|(a, b)| bits(a) == bits(b)), "{} {params:?} {start}", I::PATH);
        let prefix = series.part(0..end);
        let prefix = I::batch(params, <I::Input as Sample>::columns(&prefix)).unwrap();
        assert!(prefix.iter().zip(&whole).all(|(a, b)| bits(a) == bits(b)), "{} {params:?} prefix {end}", I::PATH);
        start = end;
        if start == series.rows() {
            break;
        }
    }
    let state = |state: &I| serde_json::to_string(state).unwrap();
    assert_eq!(state(&chunked), state(&stream), "{} {params:?}: the state that is left", I::PATH);
}

#[test]
fn batches_have_the_bits_of_streams() {
    let rows: u32 = cases(20_000);
    each_indicator!(batch_is_stream, &Series::random(rows as usize, 7), 11);
}

pub(crate) fn contract<I: Indicator<Input: Sample>>(params: &I::Params) {
    let series = Series::random(40, 3);
    let events: Vec<_> = (0..series.rows()).map(|row| <I::Input as Sample>::event(&series, row)).collect();
    check_stream::<Study<I>>(params, &events, &<I::Input as Sample>::refused());
}

#[test]
fn streams_keep_their_contract() {
    each_indicator!(contract);
}

fn is_whole(output: impl Output) -> bool {
    let Lines { value, signal, upper, lower } = output.lines();
    [value, signal, upper, lower].iter().any(|line| !line.is_nan()) && !bits(&output).contains("NaN")
}

pub(crate) fn warm<I: Indicator<Input: Sample>>(params: &I::Params) {
    let series = Series::random(200, 5);
    let out = I::batch(params, <I::Input as Sample>::columns(&series)).unwrap();
    let first = out.iter().position(|output| is_whole(*output)).unwrap();
    if I::PATH == "signals.fractal_swings" {
        assert!(first as u64 >= I::warmup(params)); // data decides when the first turns are confirmed
        return;
    }
    assert_eq!(first as u64, I::warmup(params), "{} {params:?}", I::PATH);
    let after = &out[first..];
    let spared = |at: usize| I::PATH == "signals.volume_profile" && series.volume[..=at].contains(&0.0);
    let whole = |(at, output): (usize, &I::Output)| is_whole(*output) || spared(at + first);
    assert!(after.iter().enumerate().all(whole), "{} {params:?}: NaN after warm-up", I::PATH);
}

#[test]
fn warm_up_is_as_long_as_it_says() {
    each_indicator!(warm);
}

/// Two histories with the same end agree once both are stable.
pub(crate) fn stable<I: Indicator<Input: Sample>>(params: &I::Params) {
    let Some(after) = I::stable_after(params, 8) else { return };
    let after = usize::try_from(after).unwrap();
    let (long, rows) = (Series::random(3000, 9), 3000);
    if after >= rows {
        return;
    }
    let late = rows - after;
    let whole = I::batch(params, <I::Input as Sample>::columns(&long)).unwrap();
    let part = long.part(late..rows);
    let short = I::batch(params, <I::Input as Sample>::columns(&part)).unwrap();
    let (a, b) = (whole[rows - 1].lines(), short[after - 1].lines());
    for (a, b) in [(a.value, b.value), (a.signal, b.signal), (a.upper, b.upper), (a.lower, b.lower)] {
        let near = (a - b).abs() <= 1e-6 * (1.0 + a.abs()) || (a.is_nan() && b.is_nan());
        assert!(near, "{} {params:?}: {a} and {b} after {after}", I::PATH);
    }
}

#[test]
fn the_beginning_is_forgotten_as_promised() {
    each_indicator!(stable);
}

/// Prices times a power of two: the outputs have the bits of the power's, and indices stay as they are.
pub(crate) fn scales<I: Indicator<Input: Sample>>(params: &I::Params, series: &Series, exponent: i32) {
    let out = I::batch(params, <I::Input as Sample>::columns(series)).unwrap();
    let factor = hashinsight_numerics::pow(2.0, f64::from(exponent));
    let scaled = series.scaled(factor);
    let scaled = I::batch(params, <I::Input as Sample>::columns(&scaled)).unwrap();
    let power = match I::PATH {
        "signals.variance" => factor * factor,
        "signals.rsi"
        | "signals.natr"
        | "signals.roc"
        | "signals.percentile_rank"
        | "signals.stochastic"
        | "signals.adx"
        | "signals.obv"
        | "signals.correlation"
        | "signals.cci"
        | "signals.williams_r"
        | "signals.aroon"
        | "signals.mfi"
        | "signals.accumulation_distribution"
        | "signals.candle_pattern"
        | "signals.efficiency_ratio" => 1.0,
        _ => factor,
    };
    // What counts or shares is no price.
    let signal = if I::PATH == "signals.macd" { power } else { 1.0 };
    for (row, (one, other)) in out.iter().zip(&scaled).enumerate() {
        let (one, other) = (one.lines(), other.lines());
        let pairs = [
            (one.value * power, other.value),
            (one.upper * power, other.upper),
            (one.lower * power, other.lower),
            (one.signal * signal, other.signal),
        ];
        for (expected, got) in pairs {
            assert_eq!(expected.to_bits(), got.to_bits(), "{} {params:?} row {row}: {expected} {got}", I::PATH);
        }
    }
}

#[test]
fn scale_by_powers_of_two_changes_no_bit() {
    for exponent in [-20, 7, 30] {
        each_indicator!(scales, &Series::random(200, 13), exponent);
    }
}

#[test]
fn lengths_that_are_none() {
    for length in [0, 1_000_001] {
        let error = Ema::batch(&EmaParams::new(length), &[]).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), ("signals.length.out_of_range", "length"));
    }
    let text = r#"{"length": 0}"#;
    let error = hashinsight_units::record::read::<EmaParams>("signals", text).unwrap_err();
    assert_eq!(error.to_string(), "signals.length.out_of_range at length: got 0; allowed: 1 to 1000000");
    let error = StdDev::new(&DeviationParams::new(1).ddof(1)).unwrap_err();
    assert_eq!(error.to_string(), "signals.length.out_of_range at length: got 1; allowed: above ddof");
}

#[test]
fn columns_are_refused_at_their_row() {
    let said = |result: Result<Vec<f64>, hashinsight_units::Error>| result.unwrap_err().to_string();
    let params = SmaParams::new(2);
    let allowed = "allowed: 0, or a number of size 1e-100 to 1e100";
    let nan = said(Sma::batch(&params, &[1.0, f64::NAN]));
    assert_eq!(nan, format!("signals.value.not_finite at value[1]: got NaN; {allowed}"));
    let huge = said(Sma::batch(&params, &[1.0, 2.0, -1e101]));
    assert!(huge.starts_with("signals.value.out_of_range at value[2]: got -1"), "{huge}");
    let bars = |high: &'static [f64], low: &'static [f64], close: &'static [f64]| CandleColumns { high, low, close };
    let range = TrueRangeParams::new();
    let crossed = said(TrueRange::batch(&range, bars(&[2.0, 2.0], &[1.0, 2.5], &[1.5, 2.0])));
    assert_eq!(crossed, "signals.high.out_of_range at high[1]: got 2; allowed: at least low 2.5 and close 2");
    let beyond = said(TrueRange::batch(&range, bars(&[2.0, 2.0], &[1.0, 1.5], &[1.5, 1.0])));
    assert_eq!(beyond, "signals.low.out_of_range at low[1]: got 1.5; allowed: at most close 1");
    let short = said(TrueRange::batch(&range, bars(&[2.0, 2.0], &[1.0], &[1.5, 1.0])));
    assert_eq!(short, "signals.low.length at low: got 1; allowed: 2 rows, as the first column has");
    let flow = Traded { high: 2.0, low: 1.0, close: 1.5, volume: -3.0 };
    let columns = TradedColumns { high: &[flow.high], low: &[flow.low], close: &[flow.close], volume: &[flow.volume] };
    let negative = said(AnchoredVwap::batch(&AnchoredVwapParams::new(), columns));
    assert_eq!(negative, "signals.volume.out_of_range at volume[0]: got -3; allowed: 0 or more");
}
