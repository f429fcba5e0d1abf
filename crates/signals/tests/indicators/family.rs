//! All indicators through the one operation: the same bits, the columns that each reads, numbers that are not finite.

use hashinsight_numerics::stream::Stream;
use hashinsight_signals::indicators::*;
use hashinsight_testkit::check_stream;
use hashinsight_units::record::read;

use super::{Sample, Series, bits, each_indicator};

/// The parameters as a document has them: `{"sma": {"length": 14}}`.
fn params<I: Indicator>(params: &I::Params, non_finite: &str) -> IndicatorParams {
    let (tag, own) = (I::PATH.trim_start_matches("signals."), serde_json::to_string(params).unwrap());
    let text = format!(r#"{{"indicator": {{"{tag}": {own}}}, "non_finite": "{non_finite}"}}"#);
    read("signals", &text).unwrap()
}

fn columns(series: &Series) -> IndicatorColumns<'_> {
    let Series { open, high, low, close, volume } = series;
    IndicatorColumns {
        close: Some(close),
        high: Some(high),
        low: Some(low),
        volume: Some(volume),
        open: Some(open),
        other: Some(volume),
    }
}

fn row(series: &Series, row: usize) -> IndicatorRow {
    let at = |values: &[f64]| Some(values[row]);
    let (volume, open) = (at(&series.volume), at(&series.open));
    IndicatorRow { close: series.close[row], high: at(&series.high), low: at(&series.low), volume, open, other: volume }
}

/// Outputs of a table by row.
fn lines(table: &IndicatorTable) -> Vec<Lines> {
    let at = |row: usize| Lines {
        value: table.value[row],
        signal: table.signal[row],
        upper: table.upper[row],
        lower: table.lower[row],
    };
    (0..table.value.len()).map(at).collect()
}

fn without(series: &Series, bad: &[usize]) -> Series {
    let keep = |values: &[f64]| {
        values.iter().enumerate().filter(|(row, _)| !bad.contains(row)).map(|(_, value)| *value).collect()
    };
    Series {
        open: keep(&series.open),
        high: keep(&series.high),
        low: keep(&series.low),
        close: keep(&series.close),
        volume: keep(&series.volume),
    }
}

pub(crate) fn same_bits<I: Indicator<Input: Sample>>(own: &I::Params) {
    let series = Series::random(1100, 17);
    let any = params::<I>(own, "refuse");
    let expected: Vec<Lines> =
        I::batch(own, <I::Input as Sample>::columns(&series)).unwrap().into_iter().map(Output::lines).collect();
    let table = indicator_batch(&columns(&series), &any).unwrap();
    assert_eq!(bits(&lines(&table)), bits(&expected), "{own:?}");
    let mut stream = AnyIndicator::open(&any).unwrap();
    for (at, expected) in expected.iter().enumerate() {
        let IndicatorLines { value, signal, upper, lower, .. } = stream.update(&row(&series, at)).unwrap();
        assert_eq!(bits(&Lines { value, signal, upper, lower }), bits(expected), "{own:?} row {at}");
    }
    assert_eq!((any.indicator.warmup(), any.indicator.stable_after(9)), (I::warmup(own), I::stable_after(own, 9)));
}

#[test]
fn the_family_has_the_bits_of_each() {
    each_indicator!(same_bits);
}

/// The columns that an indicator reads, found by leaving each out.
fn read_columns(any: &IndicatorParams, series: &Series) -> Vec<&'static str> {
    let whole = columns(series);
    let left_out = [
        ("close", IndicatorColumns { close: None, ..whole }),
        ("high", IndicatorColumns { high: None, ..whole }),
        ("low", IndicatorColumns { low: None, ..whole }),
        ("volume", IndicatorColumns { volume: None, ..whole }),
        ("open", IndicatorColumns { open: None, ..whole }),
        ("other", IndicatorColumns { other: None, ..whole }),
    ];
    let needed = left_out.into_iter().filter(|(name, columns)| match indicator_batch(columns, any) {
        Ok(_) => false,
        Err(error) => {
            assert_eq!((error.code(), error.path().as_str()), (&*format!("signals.{name}.missing"), *name));
            true
        }
    });
    needed.map(|(name, _)| name).collect()
}

pub(crate) fn contract<I: Indicator<Input: Sample>>(own: &I::Params) {
    let series = Series::random(24, 19);
    let any = params::<I>(own, "refuse");
    let events: Vec<IndicatorRow> = (0..series.rows()).map(|at| row(&series, at)).collect();
    let good = events[0];
    let mut refused = Vec::new();
    for name in read_columns(&any, &series) {
        for bad in [f64::NAN, f64::INFINITY, 1e101, -1e-101] {
            let mut event = good;
            match name {
                "close" => event.close = bad,
                "high" => event.high = Some(bad),
                "low" => event.low = Some(bad),
                "open" => event.open = Some(bad),
                "other" => event.other = Some(bad),
                _ => event.volume = Some(bad),
            }
            refused.push(event);
        }
        match name {
            "high" => refused.extend([IndicatorRow { high: None, ..good }, IndicatorRow { high: Some(1.0), ..good }]),
            "low" => refused.extend([IndicatorRow { low: None, ..good }, IndicatorRow { low: Some(1e6), ..good }]),
            "open" => refused.extend([
                IndicatorRow { open: None, ..good },
                IndicatorRow { open: Some(1.0), ..good },
                IndicatorRow { open: Some(1e6), ..good },
            ]),
            "other" => refused.push(IndicatorRow { other: None, ..good }),
            "volume" => {
                refused.extend([IndicatorRow { volume: None, ..good }, IndicatorRow { volume: Some(-1.0), ..good }]);
            }
            _ => {}
        }
    }
    assert!(refused.len() >= 4, "{own:?}");
    check_stream::<AnyIndicator>(&any, &events, &refused);
}

#[test]
fn the_family_keeps_the_contract_of_streams() {
    each_indicator!(contract);
}

/// One number that is not finite, or two: skipped, what follows is as if the row were not there.
pub(crate) fn skips<I: Indicator<Input: Sample>>(own: &I::Params) {
    let clean = Series::random(300, 23);
    let any = params::<I>(own, "skip");
    for (bad, number) in [(vec![100], f64::NAN), (vec![0, 100, 101], f64::NEG_INFINITY)] {
        let mut series = clean.clone();
        for at in &bad {
            series.close[*at] = number;
        }
        let mut kept = lines(&indicator_batch(&columns(&series), &any).unwrap());
        for at in bad.iter().rev() {
            assert_eq!(bits(&kept.remove(*at)), bits(&Lines::NAN), "{own:?}");
        }
        let removed = lines(&indicator_batch(&columns(&without(&clean, &bad)), &any).unwrap());
        assert_eq!(bits(&kept), bits(&removed), "{own:?}");
    }
}

#[test]
fn a_skipped_row_is_not_there() {
    each_indicator!(skips);
}

/// Propagated: a window answers again once it is filled anew, and what never forgets stays NaN until `reset`.
pub(crate) fn propagates<I: Indicator<Input: Sample>>(own: &I::Params) {
    let (bad, mut series) = (100, Series::random(300, 29));
    let any = params::<I>(own, "propagate");
    let before = lines(&indicator_batch(&columns(&series.part(0..bad)), &any).unwrap());
    let fresh = lines(&indicator_batch(&columns(&series.part(bad + 1..300)), &any).unwrap());
    series.close[bad] = f64::NAN;
    let out = lines(&indicator_batch(&columns(&series), &any).unwrap());
    assert_eq!(bits(&out[..bad].to_vec()), bits(&before));
    let forgets = I::stable_after(own, 0).is_some() && I::stable_after(own, 0) == I::stable_after(own, 100);
    let expected = if forgets { fresh } else { vec![Lines::NAN; 199] };
    assert_eq!(bits(&out[bad]), bits(&Lines::NAN));
    assert_eq!(bits(&out[bad + 1..].to_vec()), bits(&expected), "{own:?}");
    let mut stream = AnyIndicator::open(&any).unwrap();
    stream.fold(&columns(&series)).unwrap();
    stream.reset();
    let again = lines(&stream.fold(&columns(&series.part(0..bad))).unwrap());
    assert_eq!(bits(&again), bits(&before));
}

#[test]
fn gaps_propagate_as_far_as_the_window() {
    each_indicator!(propagates);
}

#[test]
fn wrong_columns_are_refused_with_their_place() {
    let series = Series::random(5, 31);
    let any: IndicatorParams = read("signals", r#"{"indicator": {"adx": {"length": 2}}}"#).unwrap();
    let whole = columns(&series);
    let said =
        |columns: IndicatorColumns<'_>, any: &IndicatorParams| indicator_batch(&columns, any).unwrap_err().to_string();
    let missing = said(IndicatorColumns { low: None, ..whole }, &any);
    assert_eq!(missing, "signals.low.missing at low; allowed: a column: the indicator reads high, low, close");
    let short = said(IndicatorColumns { low: Some(&series.low[1..]), ..whole }, &any);
    assert_eq!(short, "signals.low.length at low: got 4; allowed: 5 rows, as close has");
    let mut low = series.low.clone();
    low[3] = f64::NAN;
    let nan = said(IndicatorColumns { low: Some(&low), ..whole }, &any);
    let allowed = "allowed: 0, or a number of size 1e-100 to 1e100";
    assert_eq!(nan, format!("signals.low.not_finite at low[3]: got NaN; {allowed}"));
    low[3] = 1e9;
    for policy in [NonFinite::Refuse, NonFinite::Skip, NonFinite::Propagate] {
        let any = any.clone().non_finite(policy);
        let crossed = said(IndicatorColumns { low: Some(&low), ..whole }, &any);
        assert!(crossed.starts_with("signals.high.out_of_range at high[3]: got "), "{crossed}");
    }
    let unknown = read::<IndicatorParams>("signals", r#"{"indicator": {"no_such": {}}}"#).unwrap_err();
    assert!(unknown.code().ends_with(".unknown"), "{unknown}");
}

#[test]
fn a_state_of_another_indicator_is_refused() {
    let sma: IndicatorParams = read("signals", r#"{"indicator": {"sma": {"length": 2}}}"#).unwrap();
    let ema: IndicatorParams = read("signals", r#"{"indicator": {"ema": {"length": 2}}}"#).unwrap();
    let state = AnyIndicator::open(&sma).unwrap();
    assert_eq!(AnyIndicator::restore(&ema, &state.save()).unwrap_err().code(), "state.version.unsupported");
    let error = AnyIndicator::resume(&ema, state.parts().1.clone()).unwrap_err();
    assert_eq!((error.code(), error.value()), ("state.bytes.out_of_range", "indicator"));
}

/// A refused parameter is named by its whole path, whether a document or a program wrote it.
#[test]
fn refused_parameters_have_a_path_inside_their_case() {
    let document = |text: &str| read::<IndicatorParams>("signals", text).unwrap_err();
    let short = document(r#"{"indicator": {"ema": {"length": 0}}}"#);
    assert_eq!((short.code(), short.path().as_str()), ("signals.length.out_of_range", "indicator.ema.length"));
    let program = |kind| AnyIndicator::open(&IndicatorParams::new(kind)).unwrap_err();
    for (kind, path) in [
        (IndicatorKind::Ema(EmaParams::new(0)), "indicator.ema.length"),
        (IndicatorKind::Macd(MacdParams::new().fast(27)), "indicator.macd.fast"),
        (IndicatorKind::Kama(KamaParams::new(10).fast(31)), "indicator.kama.fast"),
        (IndicatorKind::LinearRegressionSlope(SlopeParams::new(1)), "indicator.linear_regression_slope.length"),
    ] {
        let error = program(kind);
        assert!(error.code().ends_with(".out_of_range"), "{error}");
        assert_eq!(error.path().as_str(), path);
    }
    let bare = document(r#"{"indicator": "obv"}"#);
    assert_eq!((bare.path().as_str(), bare.allowed()), ("indicator", r#"{"obv": {}}"#));
}

#[test]
fn nothing_is_no_batch_but_a_prefix() {
    let any = IndicatorParams::new(IndicatorKind::Sma(SmaParams::new(2)));
    let nothing = IndicatorColumns { close: Some(&[]), ..IndicatorColumns::default() };
    let error = indicator_batch(&nothing, &any).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.close.insufficient_data", "close"));
    assert!(AnyIndicator::open(&any).unwrap().fold(&nothing).unwrap().value.is_empty());
    let error = indicator_batch(&IndicatorColumns::default(), &any).unwrap_err();
    assert_eq!(error.code(), "signals.close.missing");
}

#[test]
fn an_indicator_says_when_it_begins() {
    let start = |kind: &str, digits: u32| {
        let text = format!(r#"{{"indicator": {kind}, "digits": {digits}}}"#);
        let start = indicator_start(&read("signals", text.as_str()).unwrap()).unwrap();
        (start.warmup_rows, start.stable_after_rows)
    };
    assert_eq!(start(r#"{"sma": {"length": 20}}"#, 12), (19, Some(20)));
    assert_eq!(start(r#"{"obv": {}}"#, 12), (0, None));
    // What came before weighs (1 - 2/21)^n behind n more readings: below 1e-6 from 139 on.
    let (warmup, stable) = start(r#"{"ema": {"length": 20}}"#, 6);
    assert_eq!(warmup, 19);
    assert!((138..=162).contains(&stable.unwrap()), "{stable:?}");
    let error = read::<IndicatorStartRequest>("signals", r#"{"indicator": {"sma": {"length": 0}}}"#).unwrap_err();
    assert_eq!(error.path().as_str(), "indicator.sma.length");
}
