//! Every row of the three files of vectors, and the test that holds it. A section that nobody names, a row that is added, or a test that is
//! renamed is missed here.

use std::path::Path;

use hashinsight_testkit::vectors;
use serde_json::Value;

/// File, section, its rows, the file below `crates`, and the test that passes through all of them.
const SECTIONS: [(&str, &str, usize, &str, &str); 34] = [
    ("margin_kou_cover", "linear", 17, "derivatives/tests/margin.rs", "linear_rows"),
    ("margin_kou_cover", "inverse", 12, "derivatives/tests/margin.rs", "inverse_rows"),
    ("margin_kou_cover", "bybit_mutual_insurance", 4, "insurance/tests/published.rs", "bybit_rows"),
    ("margin_kou_cover", "tiers", 1, "derivatives/tests/margin.rs", "tier_tables_are_the_published_ones"),
    ("margin_kou_cover", "tiered_liq", 5, "insurance/tests/covers.rs", "levels_by_tier"),
    ("margin_kou_cover", "kou_first_passage", 6, "derivatives/tests/jumps.rs", "kou_passage_rows"),
    ("margin_kou_cover", "drawdown", 4, "insurance/tests/quotes.rs", "drawdowns_of_the_table"),
    ("margin_kou_cover", "exchange_default", 3, "insurance/tests/quotes.rs", "defaults_of_the_table"),
    ("margin_kou_cover", "liquidation_cover", 4, "insurance/tests/quotes.rs", "six_covers_of_the_table"),
    ("margin_kou_cover", "bti_demo_claim", 1, "insurance/tests/acceptance.rs", "case_31_itemised_claim_of_the_demo"),
    ("portfolio", "long_only_exact", 5, "insurance/tests/book.rs", "long_only_book_of_the_table"),
    ("portfolio", "two_sided", 1, "insurance/tests/book.rs", "long_and_short_of_the_table"),
    ("portfolio", "hit_prob_greeks", 1, "derivatives/tests/options.rs", "first_passage_greeks"),
    ("portfolio", "bitnasdaq", 1, "insurance/tests/published.rs", "bitnasdaq_row"),
    ("portfolio", "bybit_mutual_bs", 1, "insurance/tests/published.rs", "bybit_rows"),
    ("portfolio", "coinbene", 4, "insurance/tests/published.rs", "coinbene_rows"),
    ("actuarial", "mack_raa", 1, "insurance/tests/reserves.rs", "chain_ladder_and_mack_of_every_triangle"),
    ("actuarial", "mack_genins", 1, "insurance/tests/reserves.rs", "chain_ladder_and_mack_of_every_triangle"),
    ("actuarial", "bf_raa", 1, "insurance/tests/reserves.rs", "bornhuetter_ferguson_of_raa"),
    ("actuarial", "panjer_poisson10", 1, "insurance/tests/aggregate.rs", "recursions_and_transforms_of_the_table"),
    ("actuarial", "panjer_negbin", 1, "insurance/tests/aggregate.rs", "recursions_and_transforms_of_the_table"),
    ("actuarial", "panjer_binomial", 1, "insurance/tests/aggregate.rs", "recursions_and_transforms_of_the_table"),
    ("actuarial", "fft_poisson1000", 1, "insurance/tests/aggregate.rs", "many_losses_do_not_underflow"),
    ("actuarial", "fft_tilting", 1, "insurance/tests/aggregate.rs", "tilting_damps_what_comes_back"),
    (
        "actuarial",
        "compound_poisson_exponential",
        9,
        "insurance/tests/aggregate.rs",
        "closed_form_lies_between_the_bounds",
    ),
    ("actuarial", "ruin_exponential", 15, "insurance/tests/ruin.rs", "exponential_losses_of_the_table"),
    ("actuarial", "ruin_mix_exp", 5, "insurance/tests/ruin.rs", "mixture_of_the_table"),
    ("actuarial", "premium_principles_discrete", 1, "insurance/tests/premiums.rs", "discrete_loss_of_the_table"),
    (
        "actuarial",
        "premium_principles_exponential_mean1",
        1,
        "insurance/tests/premiums.rs",
        "continuous_losses_of_the_table",
    ),
    ("actuarial", "layers_lognormal", 6, "insurance/tests/layers.rs", "lognormal_layers_of_the_table"),
    (
        "actuarial",
        "buhlmann_straub_hachemeister",
        1,
        "insurance/tests/credibility.rs",
        "buhlmann_and_straub_of_hachemeister",
    ),
    ("actuarial", "common_shock", 1, "insurance/tests/book.rs", "common_shock_of_the_table"),
    ("actuarial", "vasicek_999", 12, "insurance/tests/book.rs", "one_factor_of_the_table"),
    ("actuarial", "euler_tvar", 1, "insurance/tests/book.rs", "euler_allocation_of_the_table"),
];

/// Rows of a section: of a list, of the list of its cases, or one.
fn rows(section: &Value) -> usize {
    let list = |value: &Value| value.as_array().map(Vec::len);
    list(section).or_else(|| ["cases", "covers", "cdf"].iter().find_map(|key| list(&section[*key]))).unwrap_or(1)
}

#[test]
fn every_row_has_its_test() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (file, all) in [("margin_kou_cover", 57), ("portfolio", 13), ("actuarial", 60)] {
        let document = vectors(&format!("{file}_vectors.json"));
        // Notes are text.
        let sections = document.as_object().unwrap().iter().filter(|(_, section)| !section.is_string());
        let (mut held, mut total) = (0, 0);
        for (name, section) in sections {
            total += rows(section);
            let known = SECTIONS.iter().find(|known| (known.0, known.1) == (file, name.as_str()));
            let Some((.., count, path, test)) = known else { panic!("no test of {name} in {file}") };
            assert_eq!(rows(section), *count, "{name} of {file}");
            let text = std::fs::read_to_string(crates.join(path)).unwrap();
            assert!(text.contains(&format!("fn {test}(")), "{test} in {path}");
            assert!(text.contains(&format!("\"{name}\"")) || name.starts_with("mack_"), "{name} in {path}");
            held += count;
        }
        println!("{file}_vectors.json: {held} of {total} rows");
        assert_eq!((held, total), (all, all), "{file}");
    }
}
