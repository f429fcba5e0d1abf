//! Barriers watched on dates against published rows and laws.
#![expect(
    clippy::panic,
    clippy::disallowed_methods,
    reason = "test helpers, and oracles that use the platform's functions on purpose"
)]

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, BarrierType, DiscreteBarrierReport, DiscreteBarrierRequest, DiscreteHitRequest, FirstPassage, Knock,
    Lognormal, discrete_barrier, discrete_hit_probability,
};
use hashinsight_market::OptionKind;
use hashinsight_testkit::vectors;
use proptest::prelude::*;
use serde_json::Value;

use super::{price, rate, sigma, years};

fn number(row: &Value, key: &str) -> f64 {
    row[key].as_f64().unwrap_or_else(|| panic!("{key} in {row}"))
}

fn watched(level: f64, dates: u32, knock: Knock) -> DiscreteBarrierReport {
    discrete_barrier(
        &DiscreteBarrierRequest::new(
            BarrierType::new(OptionKind::Call, knock, BarrierSide::Down),
            price(100.0),
            price(100.0),
            price(level),
            Lognormal::new(years(0.2), rate(0.1), rate(0.0), sigma(0.3)),
        )
        .dates(dates),
    )
    .unwrap()
}

#[test]
fn discrete_rows() {
    let file = vectors("barrier_vectors.json");
    let rows = file["bgk_down_out_call"].as_array().unwrap();
    assert_eq!(rows.len(), 15);
    for row in rows {
        let report = watched(number(row, "H"), 50, Knock::Out);
        assert_eq!(number(row, "m"), 50.0);
        assert!((report.continuous - number(row, "continuous")).abs() < 1e-12, "{row}");
        assert!((report.corrected.unwrap() - number(row, "corrected")).abs() < 1e-12, "{row}");
        let slack = 1e-10 + number(row, "true_numeric_err");
        assert!((report.price - number(row, "true_discrete")).abs() < slack, "{row}: {}", report.price);
    }
    let rows = file["discrete_hit"].as_array().unwrap();
    assert_eq!(rows.len(), 5);
    for row in rows {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
        let report = discrete_hit_probability(
            &DiscreteHitRequest::new(
                FirstPassage::new(
                    price(number(row, "S")),
                    price(number(row, "H")),
                    BarrierSide::Down,
                    years(number(row, "T")),
                    rate(number(row, "mu")),
                    sigma(number(row, "vol")),
                ),
                Measure::RealWorld,
            )
            .dates(number(row, "m") as u32),
        )
        .unwrap();
        assert!((report.continuous - number(row, "continuous")).abs() < 1e-12, "{row}");
        assert!((report.corrected.unwrap() - number(row, "bgk")).abs() < 1e-12, "{row}");
        assert!((report.probability - number(row, "true_discrete")).abs() < 1e-9, "{row}: {}", report.probability);
    }
    let mut keys: Vec<&String> = file.as_object().unwrap().keys().collect();
    keys.sort_unstable();
    assert_eq!(keys, ["babsiri", "bgk_down_out_call", "discrete_hit", "haug", "meta", "rebate_timing"]);
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(3_000))]

    /// One date is a European question; more dates see more; and the sum of in and out is the vanilla option, whatever the side.
    #[test]
    fn discrete_laws(
        level in 0.6..1.6f64, strike in 0.6..1.6f64, t in 0.01..1.0f64, vol in 0.1..1.0f64, drift in -0.3..0.3f64,
        dates in 2u32..60, call in any::<bool>(),
    ) {
        prop_assume!((level - 1.0).abs() > 1e-3);
        let side = if level < 1.0 { BarrierSide::Down } else { BarrierSide::Up };
        let hit = |dates| {
            discrete_hit_probability(&DiscreteHitRequest::new(FirstPassage::new(price(100.0), price(100.0 * level), side, years(t), rate(drift), sigma(vol)), Measure::RealWorld).dates(dates)).unwrap()
        };
        let toward = if side == BarrierSide::Down { 1.0 } else { -1.0 };
        let ends = hashinsight_numerics::normal_cdf(toward * (level.ln() - (drift - 0.5 * vol * vol) * t) / (vol * t.sqrt()));
        prop_assert!((hit(1).probability - ends).abs() < 1e-14);
        let (few, many) = (hit(dates), hit(2 * dates));
        prop_assert!(few.probability <= many.probability + 1e-10 && many.probability <= few.continuous + 1e-10);
        let option = |knock| {
            discrete_barrier(&DiscreteBarrierRequest::new(BarrierType::new(if call { OptionKind::Call } else { OptionKind::Put }, knock, side), price(100.0), price(100.0 * strike), price(100.0 * level), Lognormal::new(years(t), rate(drift), rate(0.0), sigma(vol))).dates(dates)).unwrap()
        };
        let (inside, outside) = (option(Knock::In), option(Knock::Out));
        prop_assert!(outside.price >= outside.continuous - 1e-9, "{:?}", outside);
        prop_assert!(inside.price <= inside.continuous + 1e-9, "{:?}", inside);
    }
}
