//! Checks of honesty find what they are for, and nothing in what is honest.

use hashinsight_signals::honesty::{check_prefix, check_start, check_stream};
use hashinsight_signals::indicators::{Ema, EmaParams, Indicator};
use hashinsight_units::Error;
use proptest::prelude::*;

fn ema(values: &[f64]) -> Result<Vec<f64>, Error> {
    Ema::batch(&EmaParams::new(5), values)
}

/// A mean over two days to each side, as a plotting library draws it.
#[expect(clippy::unnecessary_wraps, reason = "a signal may refuse")]
fn centred(values: &[f64]) -> Result<Vec<f64>, Error> {
    let mean = |i: usize| {
        let window = &values[i.saturating_sub(2)..(i + 3).min(values.len())];
        window.iter().sum::<f64>() / window.len() as f64
    };
    Ok((0..values.len()).map(mean).collect())
}

fn data() -> Vec<f64> {
    (0..200).map(|i| 100.0 + f64::from((i * 37) % 101)).collect()
}

#[test]
fn an_exponential_average_is_honest() {
    let report = check_prefix(ema, &data(), &[]).unwrap();
    assert!(report.is_honest && report.runs >= 50, "{report:?}");
    let update = |state: &mut Ema, value: &f64| Ok(state.next(*value));
    let report = check_stream(ema, || Ema::new(&EmaParams::new(5)), update, &data()).unwrap();
    assert!(report.is_honest);
}

#[test]
fn a_centred_mean_is_found_where_it_peeks() {
    let report = check_prefix(centred, &data(), &[50, 100]).unwrap();
    let found: Vec<_> = report.differences.iter().map(|difference| (difference.cut, difference.index)).collect();
    assert_eq!(found, [(50, 48), (100, 98)]); // the last two of each prefix knew what came
}

#[test]
fn a_stream_that_is_not_its_batch_is_found() {
    let batch = |values: &[f64]| Ok(values.iter().map(|value| value * 2.0).collect::<Vec<f64>>());
    let update = |seen: &mut u32, value: &f64| {
        *seen += 1;
        Ok(if *seen == 7 { *value } else { value * 2.0 })
    };
    let report = check_stream(batch, || Ok(0), update, &data()).unwrap();
    assert_eq!((report.is_honest, report.differences[0].index), (false, 6));
}

#[test]
fn the_start_of_an_average_fades_as_its_weights() {
    let tolerance = 1e-9;
    let effects = check_start(ema, &data(), &[10, 60], tolerance).unwrap();
    for effect in effects {
        assert_eq!(effect.warmup, Some(4));
        // The rest of the seed is (2/3)^k: between 1e-9 / 2 and 1e-9 * 2 of a hundred.
        let stable = effect.stable_after.unwrap();
        assert!((30..70).contains(&stable), "{stable}");
        assert!(effect.last_difference < tolerance);
    }
    let total = |values: &[f64]| {
        Ok(values
            .iter()
            .scan(0.0, |sum, x| {
                *sum += x;
                Some(*sum)
            })
            .collect::<Vec<f64>>())
    };
    let effects = check_start(total, &data(), &[100], 1e-9).unwrap();
    assert_eq!(effects[0].stable_after, None); // a sum never forgets
}

#[test]
fn signals_that_do_not_answer_every_event() {
    let short = |values: &[f64]| Ok(values.iter().skip(1).copied().collect::<Vec<f64>>());
    assert_eq!(check_prefix(short, &data(), &[]).unwrap_err().code(), "signals.outputs.length");
    let nothing = check_start(centred, &data(), &[200], 1e-9).unwrap_err();
    assert_eq!(nothing.code(), "signals.offsets.insufficient_data");
    // One that refuses short data does not say on a prefix what it says of the whole.
    let picky = |values: &[f64]| {
        if values.len() < 100 {
            Err(Error::from(hashinsight_units::Fault::new("mine.values", hashinsight_units::Problem::InsufficientData)))
        } else {
            Ok(values.to_vec())
        }
    };
    assert!(!check_prefix(picky, &data(), &[50]).unwrap().is_honest);
}

proptest! {
    #[test]
    fn running_sums_never_look_ahead(values in prop::collection::vec(-1e6..1e6_f64, 2..60), nans in prop::collection::vec(any::<bool>(), 60)) {
        let signal = |values: &[f64]| Ok(values.iter().zip(&nans).scan(0.0, |sum, (x, nan)| { *sum += x; Some(if *nan { f64::NAN } else { *sum }) }).collect::<Vec<f64>>());
        prop_assert!(check_prefix(signal, &values, &[]).unwrap().is_honest);
    }
}

#[test]
fn nothing_compared_is_no_verdict() {
    let same = |x: &[f64]| Ok(x.to_vec());
    let codes = [
        check_prefix(same, &[1.0], &[]).unwrap_err(),
        check_prefix(same, &[1.0, 2.0], &[2]).unwrap_err(),
        check_prefix(same, &[1.0, 2.0], &[1, 0]).unwrap_err(),
        check_stream(same, || Ok(()), |(): &mut (), x: &f64| Ok(*x), &[]).unwrap_err(),
    ];
    let codes: Vec<_> = codes.iter().map(|error| (error.code(), error.path().as_str())).collect();
    let [events, cuts] = ["signals.events.insufficient_data", "signals.cuts.out_of_range"];
    assert_eq!(codes, [(events, "events"), (cuts, "cuts[0]"), (cuts, "cuts[1]"), (events, "events")]);
}
