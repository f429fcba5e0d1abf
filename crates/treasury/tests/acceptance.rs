//! The acceptance cases of the treasury by their numbers, and the test that holds each; 31 to 35 are of the customers' room. One that is renamed is
//! missed here. What needs days that may not be copied is part of `cargo xtask proof shared`.

use std::path::Path;

/// Number, file, test.
const CASES: [(u32, &str, &str); 46] = [
    (1, "crates/treasury/tests/coverage.rs", "case_01_days_of_cash_by_each_convention"),
    (2, "crates/treasury/tests/coverage.rs", "case_02_value_gain_and_weight"),
    (3, "crates/treasury/tests/execution.rs", "case_03_the_next_level_of_a_ladder"),
    (4, "crates/treasury/tests/coverage.rs", "case_04_a_top_up_sells_the_ceiling"),
    (5, "crates/treasury/tests/policy_rules.rs", "case_05_levels_of_the_initial_and_of_the_remaining_coins"),
    (6, "crates/treasury/tests/policy_rules.rs", "cases_06_and_07_carry_by_the_year"),
    (7, "crates/treasury/tests/policy_rules.rs", "cases_06_and_07_carry_by_the_year"),
    (8, "crates/treasury/tests/coverage.rs", "case_08_ratios_and_cures_of_a_loan"),
    (9, "crates/treasury/tests/coverage.rs", "case_09_probabilities_of_touching_the_levels"),
    (10, "crates/treasury/tests/policy_rules.rs", "cases_10_and_11_options_against_the_coins"),
    (11, "crates/treasury/tests/policy_rules.rs", "cases_10_and_11_options_against_the_coins"),
    (12, "crates/treasury/tests/policy_rules.rs", "case_12_cppi_holds_its_multiple_and_its_floor"),
    (13, "crates/treasury/tests/floor.rs", "case_13_the_smallest_viable_sale"),
    (14, "crates/treasury/tests/floor.rs", "case_14_the_worst_path_ends_with_nothing_and_never_below"),
    (15, "crates/treasury/tests/floor_adversary.rs", "case_15_adversarial_prices_never_break_a_promise"),
    (15, "crates/treasury/tests/floor_exhaustive.rs", "case_15_every_promise_is_kept_and_none_is_wrongly_withheld"),
    (16, "crates/treasury/tests/execution.rs", "case_16_the_set_of_almgren_and_chriss"),
    (17, "crates/treasury/tests/execution.rs", "case_17_equal_slices_to_the_satoshi"),
    (18, "crates/treasury/tests/coverage.rs", "case_18_a_runway_of_seven_months"),
    (19, "crates/treasury/tests/ledger/lots.rs", "lots_against_rp2"),
    (20, "crates/treasury/tests/ledger/lots.rs", "average_against_exact_fractions"),
    (21, "crates/treasury/tests/ledger/lots.rs", "lots_against_rp2"),
    (22, "crates/treasury/tests/ledger/lots.rs", "lots_against_rp2"),
    (23, "crates/treasury/tests/ledger/kingdom.rs", "worked_examples_of_hmrc"),
    (24, "crates/treasury/tests/ledger/sums.rs", "realised_and_unrealised_explain_the_equity"),
    (25, "crates/treasury/tests/ledger/laws.rs", "selling_everything_gains_the_same"),
    (26, "crates/treasury/tests/metrics.rs", "measures_of_one_series"),
    (27, "crates/treasury/tests/metrics.rs", "cases_of_empyrical"),
    (28, "crates/treasury/tests/metrics.rs", "measures_of_one_series"),
    (28, "crates/treasury/tests/metrics_sample.rs", "overfitting_of_the_matrix_of_formulas"),
    (29, "crates/treasury/tests/metrics_sample.rs", "purged_folds_do_not_see_the_test"),
    (30, "xtask/src/proof/shared/treasury.rs", "measures"),
    (36, "crates/numerics/tests/determinism.rs", "philox_is_random123"),
    (37, "crates/treasury/tests/backtest_sweep.rs", "any_cut_of_the_configurations_gives_the_same_bytes"),
    (38, "crates/treasury/tests/backtest.rs", "a_prefix_of_the_bars_is_a_prefix_of_the_run"),
    (39, "xtask/src/proof/shared/treasury.rs", "held"),
    (40, "crates/treasury/tests/floor.rs", "case_40_the_rule_has_the_wealth_of_the_tree_programme"),
    (40, "crates/treasury/tests/optimal.rs", "case_40_by_dynamic_programming"),
    (41, "crates/treasury/tests/ledger/lots.rs", "fixture_against_rp2"),
    (42, "crates/treasury/tests/backtest.rs", "bad_input_is_refused_and_nothing_stands_in_for_it"),
    (42, "crates/treasury/tests/ledger/refusals.rs", "unsorted_time"),
    (42, "crates/treasury/tests/ledger/refusals.rs", "more_than_there_is"),
    (42, "crates/treasury/tests/ledger/refusals.rs", "mixed_currencies"),
    (42, "crates/treasury/tests/ledger/refusals.rs", "numbers_that_are_none"),
    (42, "crates/treasury/tests/policy.rs", "parameters_that_make_no_sense_are_refused_at_their_place"),
    (42, "crates/treasury/tests/policy.rs", "a_refused_observation_changes_nothing"),
];

#[test]
fn every_case_has_its_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let is_missing = |(_, file, test): &&(u32, &str, &str)| {
        let text = std::fs::read_to_string(root.join(file)).unwrap_or_default();
        !text.contains(&format!("fn {test}("))
    };
    let missing: Vec<_> = CASES.iter().filter(is_missing).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let without = |number: &u32| !(31..=35).contains(number) && CASES.iter().all(|(case, ..)| case != number);
    assert_eq!((1..=42).filter(without).collect::<Vec<u32>>(), [0_u32; 0]);
}
