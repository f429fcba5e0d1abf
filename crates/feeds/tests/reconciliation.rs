//! One number out of several sources, against the definition.

use hashinsight_feeds::*;
use hashinsight_units::{Ratio, Timestamp};
use proptest::prelude::*;

fn at(ms: i64) -> Timestamp {
    Timestamp::from_ms(ms).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reconciliation_is_the_definition(raw in prop::collection::vec((0_i64..2_000_000, 1_u32..1000), 0..8),
        tolerance in 0.0_f64..0.5, priority in any::<bool>()) {
        let now = 1_780_000_000_000;
        let readings: Vec<SourceReading> = (0..).zip(&raw)
            .map(|(i, (age, value))| SourceReading::new(format!("s{i}").parse().unwrap(), at(now - age), f64::from(*value)))
            .collect();
        let method = if priority { ReconcileMethod::Priority } else { ReconcileMethod::Median };
        let last_good = SourceReading::new("last".parse().unwrap(), at(now - 5_000_000), 7.0);
        let relative = Tolerance::Relative(Ratio::new(tolerance).unwrap());
        let request = ReconcileRequest::new(at(now), 900_000, relative, method, readings).last_good(last_good);
        let report = reconcile(&request).unwrap();
        let fresh: Vec<f64> = raw.iter().filter(|(age, _)| *age <= 900_000).map(|(_,
            value)| f64::from(*value)).collect();
        let median = |values: &[f64]| {
            let mut sorted = values.to_vec();
            sorted.sort_by(f64::total_cmp);
            let n = sorted.len();
            f64::midpoint(sorted[(n - 1) / 2], sorted[n / 2])
        };
        let expected = if fresh.is_empty() {
            Reconciled::Stale { value: 7.0, age_ms: 5_000_000 }
        } else {
            let center = median(&fresh);
            let near: Vec<f64> = fresh.iter().copied().filter(|value| (value - center).abs() <= tolerance * center).collect();
            prop_assert_eq!(report.agreeing as usize, near.len());
            if 2 * near.len() <= fresh.len() {
                let disputed = matches!(report.outcome, Reconciled::Disputed { .. });
                prop_assert!(disputed);
                return Ok(());
            }
            let value = if priority { near[0] } else { median(&near) };
            match report.outcome {
                Reconciled::Fresh { value: got } => prop_assert_eq!(got, value),
                other => prop_assert!(false, "{:?}", other),
            }
            return Ok(());
        };
        prop_assert_eq!(report.outcome, expected);
    }
}

#[test]
fn reconciliation_explains_each_reading() {
    let now = 1_780_730_885_000;
    let reading = |source: &str, age_ms, value| SourceReading::new(source.parse().unwrap(), at(now - age_ms), value);
    let within = |tolerance, readings: Vec<SourceReading>| {
        ReconcileRequest::new(at(now), 900_000, tolerance, ReconcileMethod::Median, readings)
    };
    let of = |readings: Vec<SourceReading>| within(Tolerance::Relative(Ratio::new(0.25).unwrap()), readings);
    let request = of(vec![
        reading("bitcoin_rpc", 0, 934.5e6),
        reading("mempool_space", 60_000, 932.5e6),
        reading("blockchain_info", 0, 932.5e9), // GH/s taken for TH/s
        reading("coinwarz", 1_000_000, 1e9),
        reading("broken_clock", -400_000, 933e6),
    ]);
    let report = reconcile(&request).unwrap();
    assert_eq!(report.outcome, Reconciled::Fresh { value: 933.5e6 });
    let verdicts: Vec<ReadingState> = report.verdicts.iter().map(|verdict| verdict.verdict).collect();
    assert!(matches!(verdicts[2], ReadingState::Outlier { deviation } if deviation > 900.0), "{verdicts:?}");
    assert_eq!(verdicts[0], ReadingState::Agrees);
    assert_eq!(verdicts[3], ReadingState::Stale { age_ms: 1_000_000 });
    assert_eq!(verdicts[4], ReadingState::Future { ahead_ms: 400_000 });

    let none = of(Vec::new());
    assert_eq!(reconcile(&none).unwrap().outcome, Reconciled::NoData);
    let two = of(vec![reading("a", 0, 1.0), reading("b", 0, 2.0)]);
    assert_eq!(reconcile(&two).unwrap().outcome, Reconciled::Disputed { low: 1.0, high: 2.0 });
    let twice = of(vec![reading("a", 0, 1.0), reading("a", 0, 1.0)]);
    let fault = reconcile(&twice).unwrap_err();
    assert_eq!((fault.code(), fault.path().as_str()), ("feeds.source.several", "readings[1].source"));
    let nan = of(vec![reading("a", 0, f64::NAN)]);
    assert_eq!(reconcile(&nan).unwrap_err().code(), "feeds.value.not_finite");
    let zero = of(vec![reading("a", 0, 0.0), reading("b", 0, 0.0), reading("c", 0, 1e-5)]);
    assert_eq!(reconcile(&zero).unwrap().outcome, Reconciled::Fresh { value: 0.0 });
    let funding = within(
        Tolerance::Absolute(Ratio::new(1e-4).unwrap()),
        vec![reading("a", 0, -1e-5), reading("b", 0, 0.0), reading("c", 0, 2e-5)],
    );
    assert_eq!(reconcile(&funding).unwrap().outcome, Reconciled::Fresh { value: 0.0 });
}
