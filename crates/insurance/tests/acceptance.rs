//! The acceptance cases of covers and the mathematics under them by their numbers, and the test that holds each. One that is renamed is missed here.
//! Case 50 is speed, which the benches hold.

use std::path::Path;

use hashinsight_testkit::vectors;
use hashinsight_units::{Decimal, Money, Rounding};

use super::covers::decimal;

/// Number, file below `crates`, test.
const CASES: [(&str, &str, &str); 62] = [
    ("1", "derivatives/tests/options.rs", "published_rows"),
    ("2", "derivatives/tests/options.rs", "greek_rows"),
    ("3", "derivatives/tests/options.rs", "published_rows"),
    ("4", "derivatives/tests/options.rs", "implied_volatility_rows"),
    ("5", "derivatives/tests/options.rs", "implied_volatility_rows"),
    ("6", "derivatives/tests/options.rs", "normal_rows"),
    ("7", "derivatives/tests/options.rs", "normal_rows"),
    ("8", "derivatives/tests/barriers.rs", "barrier_rows"),
    ("9", "derivatives/tests/barriers.rs", "in_and_out_make_the_vanilla"),
    ("10", "derivatives/tests/barriers.rs", "barrier_rows"),
    ("11", "derivatives/tests/laws.rs", "beyond_the_level"),
    ("12", "derivatives/tests/barriers.rs", "digital_and_touch_rows"),
    ("13", "derivatives/tests/barriers.rs", "digital_and_touch_rows"),
    ("14", "derivatives/tests/options.rs", "first_passage_rows"),
    ("15", "derivatives/tests/discrete.rs", "discrete_rows"),
    ("16", "derivatives/tests/discrete.rs", "discrete_rows"),
    ("17", "derivatives/tests/jumps.rs", "merton_rows"),
    ("18", "derivatives/tests/jumps.rs", "kou_passage_rows"),
    ("19", "insurance/tests/quote_models.rs", "a_level_under_three_models"),
    ("19", "derivatives/tests/simulate.rs", "agrees_with_the_transform"),
    ("20", "insurance/tests/quotes.rs", "drawdowns_of_the_table"),
    ("20", "insurance/tests/quote_jumps.rs", "falls_by_closed_forms"),
    ("21", "insurance/tests/quotes.rs", "defaults_of_the_table"),
    ("22", "derivatives/tests/margin.rs", "linear_rows"),
    ("23", "derivatives/tests/margin.rs", "inverse_rows"),
    ("24", "derivatives/tests/margin.rs", "inverse_rows"),
    ("25", "derivatives/tests/margin.rs", "tiered_rows"),
    ("25", "insurance/tests/covers.rs", "levels_by_tier"),
    ("26", "insurance/tests/covers.rs", "never_liquidated"),
    ("27", "derivatives/tests/margin.rs", "bad_rows"),
    ("28", "insurance/tests/quotes.rs", "six_covers_of_the_table"),
    ("29", "insurance/tests/covers.rs", "terms_that_contradict_each_other"),
    ("29", "insurance/tests/covers.rs", "accounts_that_cannot_be"),
    ("29", "insurance/tests/decisions.rs", "requests_that_cannot_be"),
    ("30", "insurance/tests/decisions.rs", "every_reason_to_decline"),
    ("31", "insurance/tests/acceptance.rs", "case_31_itemised_claim_of_the_demo"),
    ("32", "insurance/tests/quotes.rs", "end_points_are_not_paths"),
    ("33", "insurance/tests/premiums.rs", "discrete_loss_of_the_table"),
    ("33", "insurance/tests/premiums.rs", "continuous_losses_of_the_table"),
    ("34", "insurance/tests/aggregate.rs", "recursions_and_transforms_of_the_table"),
    ("35", "insurance/tests/aggregate.rs", "many_losses_do_not_underflow"),
    ("36", "insurance/tests/aggregate.rs", "tilting_damps_what_comes_back"),
    ("37", "insurance/tests/reserves.rs", "chain_ladder_and_mack_of_every_triangle"),
    ("38", "insurance/tests/reserves.rs", "triangles_that_have_no_answer"),
    ("39", "insurance/tests/credibility.rs", "buhlmann_and_straub_of_hachemeister"),
    ("39", "insurance/tests/credibility.rs", "groups_that_do_not_differ"),
    ("40", "insurance/tests/ruin.rs", "a_heavy_tail_has_no_coefficient"),
    ("41", "insurance/tests/book.rs", "long_only_book_of_the_table"),
    ("42", "insurance/tests/book.rs", "long_and_short_of_the_table"),
    ("43", "insurance/tests/book.rs", "common_shock_of_the_table"),
    ("44", "insurance/tests/book.rs", "euler_allocation_of_the_table"),
    ("45", "numerics/tests/determinism.rs", "philox_is_random123"),
    ("46", "derivatives/tests/simulate.rs", "without_jumps_the_closed_form"),
    ("47", "insurance/tests/claim_evidence.rs", "every_order_of_six_prices_and_four_events"),
    ("47", "insurance/tests/claim_evidence.rs", "refused_evidence"),
    ("48", "insurance/tests/claims.rs", "liquidations_of_the_table"),
    ("48", "insurance/tests/claim_bars.rs", "one_level_needs_no_order"),
    ("49", "insurance/tests/claims.rs", "altered_positions_and_excluded_causes"),
    ("51", "insurance/tests/published.rs", "coinbene_rows"),
    ("52", "insurance/tests/published.rs", "coinbene_rows"),
    ("53", "insurance/tests/quotes.rs", "end_points_are_not_paths"),
    ("54", "derivatives/tests/jumps.rs", "kou_passage_rows"),
];

#[test]
fn every_case_has_its_test() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let missing = |(_, file, test): &&(&str, &str, &str)| {
        let text = std::fs::read_to_string(crates.join(file)).unwrap_or_default();
        !text.contains(&format!("fn {test}("))
    };
    let missing: Vec<_> = CASES.iter().filter(missing).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let without = |number: &u32| *number != 50 && CASES.iter().all(|(known, ..)| *known != number.to_string());
    assert_eq!((1..=54).filter(without).collect::<Vec<_>>(), Vec::<u32>::new());
}

/// Four items, a subsidy of 20 % and a discount of 10 % of their sum, each rounded half up to cents: 1,131.76 to the cent.
#[test]
fn case_31_itemised_claim_of_the_demo() {
    let row = &vectors("margin_kou_cover_vectors.json")["bti_demo_claim"];
    let usdt = |amount: Decimal| Money::new(amount, "USDT".parse().unwrap());
    let number = |value: &serde_json::Value| decimal(&value.to_string());
    let of = |key: &str| number(&row[key]);
    let items =
        ["coverage", "loss", "volatility", "basic"].map(of).into_iter().fold(Decimal::ZERO, |sum, item| sum + item);
    let share = |of: Decimal| usdt(items * of).round(2, Rounding::HalfAwayFromZero).amount();
    assert_eq!(items, of("base"));
    assert_eq!([share(of("sub")), share(of("beta"))], [of("platform"), of("beta_amt")]);
    assert_eq!(items + share(of("sub")) + share(of("beta")), of("total"));
    assert_eq!(number(&row["total"]), decimal("1131.76"));
}
