//! The acceptance cases of these signals by their numbers, and the test that holds each. One that is renamed is missed here.

use std::path::Path;

/// Number, file below `crates`, test.
const CASES: [(&str, &str, &str); 62] = [
    ("1", "signals/tests/indicators/reference.rs", "averages_of_ta_lib"),
    ("2", "signals/tests/indicators/reference.rs", "averages_of_ta_lib"),
    ("3", "signals/tests/indicators/reference.rs", "momentum_of_ta_lib"),
    ("4", "signals/tests/indicators/reference.rs", "trends_of_ta_lib"),
    ("5", "signals/tests/indicators/reference.rs", "spreads_of_ta_lib"),
    ("6", "signals/tests/indicators/reference.rs", "ranges_of_ta_lib"),
    ("7", "signals/tests/indicators/reference.rs", "trends_of_ta_lib"),
    ("8", "signals/tests/indicators/reference.rs", "spreads_of_ta_lib"),
    ("9", "signals/tests/indicators/reference.rs", "levels_of_an_independent_script"),
    ("10", "signals/tests/indicators/candles.rs", "case_10_candles_of_ta_lib"),
    ("11", "signals/tests/indicators/property.rs", "a_series_that_stands_still"),
    ("12", "signals/tests/modules/regime/switching.rs", "case_12_log_likelihood_of_hamilton_1989"),
    ("13", "signals/tests/modules/regime/switching.rs", "case_13_filtered_and_smoothed_of_hamilton_1989"),
    ("14", "signals/tests/modules/regime/switching.rs", "case_14_switching_mean_and_variance"),
    ("15", "signals/tests/modules/regime/switching.rs", "case_15_small_hidden_markov_model"),
    ("16", "signals/tests/modules/regime/change.rs", "case_16_cusum"),
    ("17", "signals/tests/modules/regime/change.rs", "case_17_evidence_and_expected_run"),
    ("18", "signals/tests/modules/regime/change.rs", "case_18_probability_of_a_change_is_the_hazard"),
    ("19", "signals/tests/modules/regime/module.rs", "case_19_range_volatilities"),
    ("20", "signals/tests/modules/regime/module.rs", "case_20_exponentially_weighted_variance"),
    ("21", "signals/tests/indicators/reference.rs", "levels_of_an_independent_script"),
    ("22", "signals/tests/indicators/reference.rs", "levels_of_an_independent_script"),
    ("22", "signals/tests/modules/pattern.rs", "case_22_turning_points_are_known_two_bars_later"),
    ("23", "signals/tests/indicators/reference.rs", "levels_of_an_independent_script"),
    ("24", "signals/tests/modules/miner_cycle.rs", "case_24_hashprice"),
    ("25", "signals/tests/modules/miner_cycle.rs", "case_25_break_even"),
    ("26", "signals/tests/modules/miner_cycle.rs", "case_26_puell_multiple"),
    ("27", "signals/tests/modules/miner_cycle.rs", "case_27_hash_ribbons"),
    ("28", "signals/tests/derivatives_pressure/mod.rs", "black_76_of_reference"),
    ("29", "signals/tests/derivatives_pressure/mod.rs", "skew_of_a_smile"),
    ("30", "signals/tests/derivatives_pressure/mod.rs", "chain_of_reference"),
    ("31", "signals/tests/derivatives_pressure/mod.rs", "chain_of_reference"),
    ("32", "signals/tests/derivatives_pressure/mod.rs", "basis_and_funding_of_reference"),
    ("33", "signals/tests/microstructure/mod.rs", "almgren_and_chriss_of_the_paper"),
    ("34", "signals/tests/microstructure/mod.rs", "impact_of_reference"),
    ("35", "signals/tests/microstructure/mod.rs", "impact_of_reference"),
    ("36", "signals/tests/microstructure/mod.rs", "impact_of_reference"),
    ("37", "signals/tests/microstructure/mod.rs", "book_of_reference"),
    ("38", "signals/tests/microstructure/mod.rs", "order_flow_of_reference"),
    ("39", "signals/tests/microstructure/mod.rs", "buckets_of_reference_in_one_event_each"),
    ("40", "signals/tests/bandit/mod.rs", "ucb1_of_reference"),
    ("41", "signals/tests/bandit/mod.rs", "exp3_of_reference"),
    ("42", "signals/tests/bandit/mod.rs", "lin_ucb_of_reference"),
    ("43", "signals/tests/bandit/mod.rs", "thompson_of_reference"),
    ("44", "signals/tests/bandit/mod.rs", "kelly_of_reference"),
    ("45", "signals/tests/ensemble/mathematics.rs", "hedge_of_reference"),
    ("46", "signals/tests/ensemble/mathematics.rs", "brier_of_reference"),
    ("47", "signals/tests/ensemble/mathematics.rs", "isotonic_of_reference"),
    ("48", "signals/tests/ensemble/mathematics.rs", "platt_of_reference"),
    ("49", "signals/tests/ensemble/original.rs", "case_49_the_original_never_sells"),
    ("50", "signals/tests/indicators/contract.rs", "batches_have_the_bits_of_streams"),
    ("50", "signals/tests/indicators/property.rs", "every_batch_is_its_stream"),
    ("51", "signals/tests/evaluate.rs", "a_prefix_says_what_it_said_before"),
    ("52", "signals/tests/indicators/drift.rs", "windows_forget_what_has_left_them"),
    ("53", "signals/tests/indicators/family.rs", "a_skipped_row_is_not_there"),
    ("54", "signals/tests/indicators/property.rs", "every_scale_keeps_every_bit"),
    ("54", "signals/tests/modules/layers.rs", "case_54_other_units_give_the_same_bits"),
    ("55", "signals/tests/evaluate.rs", "what_is_missing_says_so_and_changes_no_other_module"),
    ("56", "signals/tests/evaluate.rs", "ten_modules_speak_of_each_bar_in_order"),
    ("56", "signals/tests/modules/assessment.rs", "the_clamp_makes_the_sum_exact"),
    ("57", "hashinsight/examples/golden_bits/signals.rs", "rows"),
    ("58", "signals/tests/ensemble/decisions.rs", "every_action_is_reached"),
];

#[test]
fn every_case_has_its_test() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let missing = |(number, file, test): &&(&str, &str, &str)| {
        let text = std::fs::read_to_string(crates.join(file)).unwrap_or_default();
        assert!(number.parse::<u32>().is_ok(), "{number}");
        !text.contains(&format!("fn {test}("))
    };
    let missing: Vec<_> = CASES.iter().filter(missing).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let has = |number: u32| CASES.iter().any(|(case, ..)| *case == number.to_string());
    let without: Vec<u32> = (1..=58).filter(|number| !has(*number)).collect();
    assert!(without.is_empty(), "{without:?}");
}
