//! Module D: the score from its formula, the stop bar by bar, and ladders that add up.

use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_signals::modules::layers::{
    LadderSizing, Layers, LayersOutput, LayersParams, SellLadderRequest, sell_ladder,
};
use hashinsight_signals::modules::{AssessmentStatus, ClosedBar};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{Amount, AssetPrice, Fraction};
use proptest::prelude::*;

use super::check_module;
use super::support::{case, daily, numbers, refused, refused_later, scaled, ta_bars, walk};

fn small() -> LayersParams {
    LayersParams::new().mean_length(20).rank_length(60)
}

#[test]
fn the_module_keeps_its_contract() {
    let bars = walk(21, 200);
    let outputs = check_module::<Layers>(&small(), &bars, &refused());
    assert_eq!(outputs.iter().position(|output| output.status == AssessmentStatus::Ok), Some(19));
    let mut begun = Layers::open(&small()).unwrap();
    begun.update(&bars[0]).unwrap();
    let state = begun.save();
    for bad in refused_later() {
        assert!(begun.update(&bad).is_err());
        assert_eq!(begun.save(), state);
    }
}

#[test]
fn the_score_is_what_the_formula_says() {
    let bars = ta_bars();
    let ranges = numbers(&vectors("ta_ref.json")["indicators"]["ATR_14"]["outputs"]["atr"]["values"]);
    let outputs = batch::<Layers>(&small(), &bars).unwrap();
    let close = |at: usize| bars[at].close.get();
    for (now, output) in outputs.iter().enumerate().skip(19) {
        within_relative(output.average_range, ranges[now], 1e-12, "average true range");
        let mean = (now - 19..=now).map(close).sum::<f64>() / 20.0;
        let stretch = (close(now) - mean) / ranges[now];
        let of_close = |at: usize| ranges[at] / close(at);
        let window: Vec<f64> = (14.max(now.saturating_sub(59))..=now).map(of_close).collect();
        let rank = (window.iter().filter(|one| **one < of_close(now)).count() as f64 + 0.5) / window.len() as f64;
        let score = 0.5 * stretch / 3.0 + 0.5 * (2.0 * rank - 1.0) * stretch.signum();
        assert!((output.score - score.clamp(-1.0, 1.0)).abs() < 1e-9, "bar {now}: {} and {score}", output.score);
        within_relative(output.confidence, 0.8 * window.len() as f64 / 60.0, 1e-12, "confidence");
        within_relative(output.layer_unit, ranges[now] * (0.5 + rank), 1e-9, "layer unit");
        within_relative(output.first_layer_price, close(now) + output.layer_unit, 1e-12, "first layer");
        within_relative(output.last_layer_price, close(now) + output.layer_unit * 5_f64.powf(1.2), 1e-12, "last layer");
    }
    assert!(outputs.iter().any(|output| output.clamp_contribution != 0.0), "the clamp is needed somewhere");
}

#[test]
fn the_stop_only_rises_until_it_is_hit() {
    let case = case("signal_ref.json", "D_chandelier_22_3");
    let bars = ta_bars();
    let outputs = batch::<Layers>(&LayersParams::new(), &bars).unwrap();
    assert!(outputs[21].stop_price.is_nan());
    let first = outputs.iter().position(|output| !output.stop_price.is_nan()).unwrap();
    assert!(first >= case["first_valid"].as_u64().unwrap() as usize);
    let (mut before, mut hits) = (f64::NAN, 0);
    for (bar, output) in bars.iter().zip(&outputs) {
        assert_eq!(output.stop_hit, bar.close.get() < before);
        if output.stop_hit {
            assert!(output.stop_price.is_nan());
            hits += 1;
        } else if !before.is_nan() {
            assert!(output.stop_price >= before);
        }
        before = output.stop_price;
    }
    assert!(hits >= 3, "{hits}");
}

#[test]
fn a_market_that_stands_still_is_at_its_mean() {
    let outputs = batch::<Layers>(&small(), &daily((0..40).map(|_| ([91.5; 4], None)))).unwrap();
    assert_eq!((outputs[39].score, outputs[39].layer_unit), (0.0, 0.0));
}

#[test]
fn case_54_other_units_give_the_same_bits() {
    let bars = walk(22, 200);
    let scores = |bars: &[ClosedBar]| -> Vec<[u64; 4]> {
        let of = |output: &LayersOutput| {
            [output.score, output.confidence, output.stretch_contrarian, output.range_rank].map(f64::to_bits)
        };
        batch::<Layers>(&small(), bars).unwrap().iter().map(of).collect()
    };
    for factor in [0.5, 65_536.0] {
        assert_eq!(scores(&scaled(&bars, factor)), scores(&bars));
    }
}

proptest! {
    #[test]
    fn a_ladder_adds_up_and_keeps_its_cap(
        inventory in 0..=2_100_000_000_000_000_u64, cap in 0.0..=1.0_f64, layers in 1..=100_u32, equal in any::<bool>(),
    ) {
        let sizing = if equal { LadderSizing::Equal } else { LadderSizing::Rising };
        let (anchor, unit) = (AssetPrice::constant(6e4), AssetPrice::constant(2e3));
        let cap = Fraction::new(cap).unwrap();
        let request = SellLadderRequest::new(anchor, unit, Amount::constant(inventory)).layers(layers).sizing(sizing).cap(cap);
        let ladder = sell_ladder(&request).unwrap();
        let sizes: Vec<u64> = ladder.layers.iter().map(|layer| layer.size_sat.to_sat()).collect();
        let total: u64 = sizes.iter().sum();
        prop_assert_eq!(total, ladder.total_sat.to_sat());
        prop_assert_eq!(total + ladder.kept_sat.to_sat(), inventory);
        // The cap as a fraction of integers: its digits over a power of two.
        let (mut over, mut digits) = (1_u128, cap.get());
        while digits.fract() != 0.0 && over < 1 << 62 {
            (over, digits) = (2 * over, 2.0 * digits);
        }
        prop_assume!(digits.fract() == 0.0);
        prop_assert_eq!(u128::from(total), u128::from(inventory) * digits as u128 / over);
        // Hamilton's method: none is further than one satoshi from its share, and a larger weight never has less.
        let whole: u128 = if equal { u128::from(layers) } else { u128::from(layers) * u128::from(layers + 1) / 2 };
        for (size, number) in sizes.iter().zip(1_u128..) {
            let exact = u128::from(total) * if equal { 1 } else { number };
            prop_assert!((exact / whole..=exact / whole + 1).contains(&u128::from(*size)));
        }
        prop_assert!(equal || sizes.is_sorted());
        prop_assert!(ladder.layers.is_sorted_by(|a, b| a.price < b.price));
    }
}

#[test]
fn ladders_that_cannot_be() {
    let request = SellLadderRequest::new(AssetPrice::constant(6e4), AssetPrice::constant(2e3), Amount::constant(1));
    assert_eq!(sell_ladder(&request.clone().layers(0)).unwrap_err().code(), "signals.layers.out_of_range");
    assert_eq!(sell_ladder(&request.clone().exponent(9.0)).unwrap_err().code(), "signals.exponent.out_of_range");
    let tiny = sell_ladder(&request.cap(Fraction::constant(1e-310))).unwrap();
    assert_eq!((tiny.total_sat.to_sat(), tiny.kept_sat.to_sat()), (0, 1));
}
