//! The scoring that came before: why it was not ported.

use hashinsight_numerics::Philox;
use hashinsight_testkit::{
    ORIGINAL_SELLS_FROM, cases, original_extreme, original_modules, original_sell_score, within_relative,
};

use crate::reference::row_of;

/// Acceptance case 49: no opinions that its rules can give are enough for SELL. Two confidences that the description of its rules leaves open were
/// chosen so that the bounds are those of the vector: the vector is no independent check of them.
#[test]
fn case_49_the_original_never_sells() {
    let modules = original_modules();
    // Whether a mean of 0.4 can be reached is a sum over the modules, each at its own best: it cannot.
    let (_, sum) = original_extreme(&modules, ORIGINAL_SELLS_FROM / 50.0 - 1.0, 1.0);
    assert!(sum < -0.001, "{sum}");
    // The bounds themselves: from each opinion's mean to the best opinions of that level, until nothing changes.
    let bound = |side: f64| {
        let mut score = 50.0;
        for _ in 0..30 {
            score = original_sell_score(&modules, &original_extreme(&modules, score / 50.0 - 1.0, side).0);
        }
        score
    };
    let expected = row_of("signal_ref.json", "J_original_bounds");
    within_relative(bound(1.0), expected["sell_score_max"].as_f64().unwrap(), 1e-12, "greatest sell score");
    within_relative(bound(-1.0), expected["sell_score_min"].as_f64().unwrap(), 1e-12, "least sell score");
    // And whoever draws finds none beyond them.
    let random = Philox::new(49);
    let draws = cases::<u64>(1_000_000);
    for draw in 0..draws {
        let opinions: Vec<_> = (0..)
            .zip(&modules)
            .map(|(stream, module)| {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 100")]
                let place = (random.uniform(stream, draw) * module.opinions.len() as f64) as usize;
                module.opinions[place]
            })
            .collect();
        let score = original_sell_score(&modules, &opinions);
        assert!((43.780_594..68.281_472).contains(&score), "{score} of {opinions:?}");
    }
}
