//! Decisions: every action is reached, hysteresis, cool-down, size, and what is known when.

use hashinsight_numerics::Philox;
use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_signals::modules::AssessmentStatus;
use hashinsight_signals::modules::ModuleName;
use hashinsight_signals::modules::ensemble::{
    Action, Calibration, CalibrationMap, CalibrationParams, DIRECTED, Ensemble, EnsembleOutput, EnsembleParams, Label,
    ModuleCalibration, Opinions, PlattLine, ScoredBar, Thresholds, fit,
};
use hashinsight_units::{AssetPrice, Finite, Fraction, Timestamp};
use proptest::prelude::*;

use crate::modules::check_module;

const NOW: i64 = 1_713_571_200_000;
const DAY_MS: i64 = 86_400_000;

fn time(day: i64) -> Timestamp {
    Timestamp::from_ms(NOW + day * DAY_MS).unwrap()
}

fn opinions(day: i64, close: f64, score: f64) -> Opinions {
    let opinions = Opinions::new(time(day), AssetPrice::new(close).unwrap());
    let opinions = opinions.regime_score(Finite::new(score).unwrap()).regime_confidence(Fraction::ONE);
    opinions.layers_score(Finite::new(score).unwrap()).layers_confidence(Fraction::constant(0.5))
}

fn calibration(label: Label) -> Calibration {
    // e^(2 s): a score of 1 is 88 %, as the assumed map has it; here it is said to be fitted.
    let map = |module| ModuleCalibration::new(module, CalibrationMap::Platt(PlattLine::new(-2.0, 0.0)));
    let modules = vec![map(ModuleName::Regime), map(ModuleName::Layers)];
    Calibration::new(label, time(-1), Fraction::constant(0.5), 0.04, 0.04, modules)
}

fn decide(params: &EnsembleParams, scores: &[f64]) -> Vec<EnsembleOutput> {
    let events: Vec<_> = scores.iter().zip(0..).map(|(score, day)| opinions(day, 60_000.0, *score)).collect();
    batch::<Ensemble>(params, &events).unwrap()
}

fn params() -> EnsembleParams {
    EnsembleParams::new(Label::new(7)).calibration(calibration(Label::new(7)))
}

#[test]
fn every_action_is_reached() {
    // Log-odds 2 s: 0.70 is s = 0.4236, 0.60 is 0.2027, 0.55 is 0.1003.
    let outputs = decide(&params(), &[0.0, 0.25, 0.0, 0.0, 0.0, 0.0, 0.9]);
    let actions: Vec<_> = outputs.iter().map(|output| output.action).collect();
    assert_eq!(
        actions,
        [Action::Hold, Action::Trim, Action::Hold, Action::Hold, Action::Hold, Action::Hold, Action::Sell]
    );
    assert!((outputs[6].sell_score - 100.0 * outputs[6].probability).abs() < 1e-12);
    assert!((outputs[6].probability - 0.858).abs() < 1e-3);
    // Regime and layers agree, so the confidence is the coverage: all weight is theirs.
    assert_eq!(outputs[6].coverage, 1.0);
    assert!((outputs[6].confidence - 1.0).abs() < 1e-15);
    assert_eq!(outputs[6].size_fraction, 0.25); // half of Kelly's 0.716, held by the cap
}

#[test]
fn hysteresis_keeps_a_stance_and_cool_down_spaces_sales() {
    let outputs = decide(&params(), &[0.9, 0.15, 0.15, 0.15, 0.15, 0.15, 0.05, 0.15, 0.9]);
    let stances: Vec<_> = outputs.iter().map(|output| output.stance).collect();
    assert_eq!(stances[..6], [Action::Sell; 6]); // 0.57 is below the entry and above the exit
    assert_eq!(stances[6..8], [Action::Hold; 2]); // left, and not entered again at 0.57
    let actions: Vec<_> = outputs.iter().map(|output| output.action).collect();
    let expected = [Action::Sell, Action::Hold, Action::Hold, Action::Hold, Action::Hold, Action::Sell];
    assert_eq!(actions[..6], expected);
    let waits: Vec<_> = outputs.iter().map(|output| output.wait_bars).collect();
    assert_eq!(waits[..6], [0, 4, 3, 2, 1, 0]);
    assert_eq!(actions[8], Action::Hold); // three bars after the second sale
    assert!(outputs.iter().all(|output| (output.size_fraction > 0.0) == (output.action != Action::Hold)));
}

#[test]
fn sizes_pay_for_their_cost_and_heed_book_and_bandit() {
    let mut poor = calibration(Label::new(7));
    (poor.mean_fall, poor.mean_rise) = (0.01, 0.05); // falls are five times smaller than rises
    let outputs = decide(&EnsembleParams::new(Label::new(7)).calibration(poor), &[0.6]);
    assert_eq!((outputs[0].stance, outputs[0].action, outputs[0].size_fraction), (Action::Sell, Action::Hold, 0.0));

    let heeding =
        |change: fn(Opinions) -> Opinions| batch::<Ensemble>(&params(), &[change(opinions(0, 60e3, 0.9))]).unwrap()[0];
    assert_eq!(heeding(|opinions| opinions.readiness(Fraction::constant(0.5))).size_fraction, 0.125);
    assert_eq!(heeding(|opinions| opinions.bandit_fraction(Fraction::constant(0.05))).size_fraction, 0.05);
    let unready = heeding(|opinions| opinions.readiness(Fraction::ZERO));
    assert_eq!((unready.action, unready.size_fraction), (Action::Hold, 0.0));
}

#[test]
fn what_is_missing_lowers_coverage_and_nothing_else() {
    let whole = decide(&params(), &[0.5])[0];
    let mut one = opinions(0, 60e3, 0.5);
    (one.layers_score, one.layers_confidence) = (None, None);
    let one = batch::<Ensemble>(&params(), &[one]).unwrap()[0];
    assert_eq!(one.probability, whole.probability); // both say the same
    assert_eq!((whole.coverage, one.coverage), (1.0, 0.5));
    assert!(one.layers_contribution.is_nan() && one.confidence < whole.confidence);
    let silent = batch::<Ensemble>(&params(), &[Opinions::new(time(0), AssetPrice::constant(6e4))]).unwrap()[0];
    assert_eq!((silent.status, silent.action, silent.coverage), (AssessmentStatus::NoData, Action::Hold, 0.0));
    // A module that was never fitted is not pooled, however loud.
    let loud = opinions(0, 60e3, 0.0).pattern_score(Finite::constant(1.0)).pattern_confidence(Fraction::ONE);
    assert_eq!(batch::<Ensemble>(&params(), &[loud]).unwrap()[0].probability, 0.5);
}

fn walk(days: i64) -> Vec<Opinions> {
    let (random, mut close) = (Philox::new(4), 60_000.0);
    let day = |day: i64| {
        close *= 1.0 + 0.03 * random.normal(0, day.unsigned_abs());
        let noise = random.uniform(1, day.unsigned_abs());
        let said = opinions(day, close, 2.0 * noise - 1.0);
        if day % 3 == 0 {
            said.pattern_score(Finite::constant(0.4)).pattern_confidence(Fraction::constant(0.3))
        } else {
            said
        }
    };
    (0..days).map(day).collect()
}

#[test]
fn the_ensemble_keeps_the_contract_of_modules() {
    let mut loud = walk(1)[0];
    (loud.time_ms, loud.regime_score) = (time(999), Some(Finite::constant(1.5)));
    let mut half = walk(1)[0];
    (half.time_ms, half.regime_confidence) = (time(999), None);
    for params in [params(), EnsembleParams::new(Label::new(3))] {
        check_module::<Ensemble>(&params, &walk(60), &[loud, half]);
    }
    let stream = Ensemble::open(&params()).unwrap();
    assert_eq!(stream.clone().update(&loud).unwrap_err().code(), "signals.regime_score.out_of_range");
    assert_eq!(stream.clone().update(&half).unwrap_err().code(), "signals.regime_score.out_of_range");
}

#[test]
fn weights_learn_only_from_labels_that_are_known_and_new() {
    let events = walk(40);
    let weights = |params: &EnsembleParams| {
        let outputs = batch::<Ensemble>(params, &events).unwrap();
        outputs.iter().map(|output| output.regime_weight).collect::<Vec<_>>()
    };
    let open = EnsembleParams::new(Label::new(7));
    let learnt = weights(&open);
    assert!(learnt[..7].iter().all(|weight| *weight == learnt[0]) && learnt[7] != learnt[0]);
    let mut late = calibration(Label::new(7));
    late.fitted_until_ms = time(20); // the maps saw bars up to here: they do not judge
    let learnt = weights(&EnsembleParams::new(Label::new(7)).calibration(late));
    assert!(learnt[..28].iter().all(|weight| *weight == learnt[0]) && learnt[28] != learnt[0]);
}

#[test]
fn calibrations_that_do_not_fit() {
    let refused = |params: &EnsembleParams| {
        let error = Ensemble::open(params).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let other = EnsembleParams::new(Label::new(7)).calibration(calibration(Label::new(8)));
    assert_eq!(refused(&other).1, "calibration.label");
    let mut twice = calibration(Label::new(7));
    twice.modules[1].module = ModuleName::Regime;
    let twice = EnsembleParams::new(Label::new(7)).calibration(twice);
    assert_eq!(refused(&twice), ("signals.module.unsupported".to_owned(), "calibration.modules[1].module".to_owned()));
    let crossed = Thresholds::new().leave_at(Fraction::constant(0.65));
    let crossed = EnsembleParams::new(Label::new(7)).thresholds(crossed);
    assert_eq!(refused(&crossed), ("signals.leave_at.out_of_range".to_owned(), "thresholds.leave_at".to_owned()));
}

fn scored(days: i64) -> Vec<ScoredBar> {
    let bar = |opinions: &Opinions| {
        let mut scores = [None; DIRECTED.len()];
        scores[0] = opinions.regime_score.map(Finite::get);
        scores[5] = opinions.pattern_score.map(Finite::get);
        ScoredBar { time: opinions.time_ms, close: opinions.close, scores }
    };
    walk(days).iter().map(bar).collect()
}

#[test]
fn a_fit_uses_no_label_that_was_not_known() {
    let params = CalibrationParams::new(Label::new(7));
    let bars = scored(300);
    let calibration = fit(&bars, &params).unwrap();
    assert_eq!(calibration.fitted_until_ms, time(299));
    assert_eq!(calibration.modules[0].labels, 293);
    assert!(calibration.modules.iter().all(|of| of.module != ModuleName::Pattern), "14 effective labels are too few");
    // The last seven scores have no label yet: they change nothing.
    let mut later = bars.clone();
    later[293..].iter_mut().for_each(|bar| bar.scores[0] = Some(1.0));
    assert_eq!(fit(&later, &params).unwrap(), calibration);
    // With an embargo the closes behind it change nothing either.
    let mut embargoed = params;
    embargoed.embargo_bars = Some(30);
    let before = fit(&bars, &embargoed).unwrap();
    let mut later = bars.clone();
    later[277..].iter_mut().for_each(|bar| bar.close = AssetPrice::constant(1.0));
    assert_eq!(fit(&later, &embargoed).unwrap(), before);
    embargoed.embargo_bars = Some(6);
    assert_eq!(fit(&bars, &embargoed).unwrap_err().code(), "signals.embargo_bars.out_of_range");
    assert_eq!(fit(&bars[..7], &params).unwrap_err().code(), "signals.history.insufficient_data");
}

proptest! {
    #[test]
    fn without_calibration_nothing_is_sold(scores in prop::collection::vec(-1.0..=1.0_f64, 1..40)) {
        let outputs = decide(&EnsembleParams::new(Label::new(3)), &scores);
        prop_assert!(outputs.iter().all(|output| !output.is_calibrated && output.action != Action::Sell && output.stance != Action::Sell));
    }

    #[test]
    fn sales_are_spaced_and_capped(scores in prop::collection::vec(-1.0..=1.0_f64, 1..60)) {
        let outputs = decide(&params(), &scores);
        let sales: Vec<usize> = (0..outputs.len()).filter(|day| outputs[*day].action != Action::Hold).collect();
        prop_assert!(sales.windows(2).all(|pair| pair[1] - pair[0] >= 5));
        prop_assert!(outputs.iter().all(|output| (0.0..=0.25).contains(&output.size_fraction)));
        prop_assert!(outputs.iter().all(|output| (0.0..=100.0).contains(&output.sell_score)));
    }
}
