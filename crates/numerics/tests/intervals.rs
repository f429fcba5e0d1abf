//! How often intervals cover what they are of.

use hashinsight_numerics::{MeanEstimate, Philox, exp, ln, ln_gamma, proportion_interval};
use hashinsight_testkit::few;
use hashinsight_units::Fraction;

/// Clopper and Pearson's interval, over every count that can be: at least its confidence at every probability, and less
/// than a hundredth too much on average where trials are many.
type Function = fn(f64) -> f64;

#[test]
fn a_proportion_is_covered_at_least_as_often_as_said() {
    for (trials, level) in [(1_u64, 0.95), (5, 0.95), (20, 0.95), (20, 0.5), (100, 0.95), (400, 0.99), (1000, 0.95)] {
        let interval = |hits| proportion_interval(hits, trials, Fraction::new(level).unwrap()).unwrap();
        let intervals: Vec<(f64, f64)> = (0..=trials).map(interval).collect();
        let n = trials as f64;
        let (mut sum, probabilities) = (0.0, 199_u32);
        for at in 1..=probabilities {
            let p = f64::from(at) / f64::from(probabilities + 1);
            let mut covered = 0.0;
            for (hits, (low, high)) in intervals.iter().enumerate() {
                if *low <= p && p <= *high {
                    let k = hits as f64;
                    let ways = ln_gamma(n + 1.0).unwrap() - ln_gamma(k + 1.0).unwrap() - ln_gamma(n - k + 1.0).unwrap();
                    covered += exp(ways + k * ln(p) + (n - k) * ln(1.0 - p));
                }
            }
            assert!(covered >= level - 1e-9, "{trials} trials at {p}: {covered} for {level}");
            sum += covered;
        }
        let mean = sum / f64::from(probabilities);
        assert!(trials < 1000 || mean < level + 0.01, "{trials}: {mean}");
    }
}

/// A mean and 1.96 of its standard errors to either side, of independent and of antithetic observations: the pairs of the
/// second cancel or add up, and are covered all the same.
#[test]
fn a_mean_is_covered_as_often_as_said() {
    let random = Philox::new(41);
    let count: u64 = few(1_000, 20_000);
    let functions: [(Function, f64); 3] = [(|z| z, 0.0), (|z| exp(0.5 * z), exp(0.125)), (|z| z * z, 1.0)];
    for (at, (function, truth)) in functions.into_iter().enumerate() {
        for antithetic in [false, true] {
            let mut covered = 0.0;
            for trial in 0..count {
                let mut draws = [0.0; 800];
                let stream = trial * 6 + 2 * at as u64 + u64::from(antithetic);
                if antithetic {
                    random.fill_antithetic(stream, 0, &mut draws);
                } else {
                    random.fill_normal(stream, 0, &mut draws);
                }
                let values = draws.map(function);
                let estimate =
                    if antithetic { MeanEstimate::antithetic(&values) } else { MeanEstimate::independent(&values) };
                let estimate = estimate.unwrap();
                // Pairs that cancel leave nothing but rounding.
                let reach = 1.959_963_984_540_054 * estimate.standard_error + 1e-12;
                covered += f64::from(u8::from((estimate.mean - truth).abs() <= reach));
            }
            let part = covered / count as f64;
            let deviation = (0.95_f64 * 0.05 / count as f64).sqrt();
            // Skewness costs what the central limit theorem has not reached: less than a hundredth here.
            let cancels = antithetic && at == 0;
            assert!(cancels || (part - 0.95).abs() < 4.0 * deviation + 0.01, "{at} {antithetic}: {part}");
            assert!(!cancels || part == 1.0);
        }
    }
}
