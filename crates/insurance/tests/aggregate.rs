//! Sums of losses against tabulated recursions, transforms and a closed form.

use hashinsight_insurance::actuarial::{
    AggregateMethod, AggregateReport, AggregateRequest, BinomialCount, DiscreteLoss, Discretization, DiscretizeRequest,
    ExponentialLoss, Frequency, LognormalLoss, NegativeBinomialCount, PoissonCount, Severity, aggregate_loss,
    discretize,
};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{Fraction, Outcome};
use serde_json::Value;

const LEVELS: [f64; 4] = [0.9, 0.95, 0.99, 0.995];

fn discrete(probabilities: &Value) -> Severity {
    let probabilities: Vec<f64> = probabilities.as_array().unwrap().iter().filter_map(Value::as_f64).collect();
    Severity::Discrete(DiscreteLoss::new((0..probabilities.len()).map(|x| x as f64).collect(), probabilities))
}

fn request(frequency: Frequency, severity: Severity, points: u32) -> AggregateRequest {
    let levels = LEVELS.iter().map(|level| Fraction::new(*level).unwrap()).collect();
    AggregateRequest::new(frequency, severity, 1.0, points)
        .levels(levels)
        .retentions(vec![20.0])
        .with_probabilities(true)
}

fn agrees(name: &str, report: &AggregateReport, row: &Value) {
    let expected = |key: &str| row[key].as_f64().unwrap_or_else(|| panic!("{name}: {key}"));
    let probabilities = report.probabilities.as_ref().unwrap();
    within_relative(probabilities.iter().sum(), 1.0, 1e-12, name);
    within_relative(report.mean, expected("mean"), 1e-12, name);
    within_relative(report.variance, expected("var"), 1e-8, name);
    within_relative(report.stop_loss[0].mean_excess, expected("stop_loss_20"), 1e-11, name);
    for (level, suffix) in report.levels.iter().zip(["90", "95", "99", "995"]) {
        within_relative(level.value_at_risk.value().unwrap(), expected(&format!("VaR{suffix}")), 0.0, name);
        if let Some(tail) = row[format!("TVaR{suffix}")].as_f64() {
            // The table of 1000 losses is a transform's: 1e-16 of noise on each of 32,768 points.
            let digits = if name == "fft_poisson1000" { 1e-9 } else { 1e-10 };
            within_relative(level.tail_value_at_risk.value().unwrap(), tail, digits, name);
        }
    }
    for key in ["g0_10", "g0_5"] {
        for (ours, expected) in probabilities.iter().zip(row[key].as_array().into_iter().flatten()) {
            within_relative(*ours, expected.as_f64().unwrap(), 1e-12, name);
        }
    }
    for point in row["g_at"].as_array().into_iter().flatten() {
        let at = usize::try_from(point["x"].as_u64().unwrap()).unwrap();
        within_relative(probabilities[at], point["g"].as_f64().unwrap(), 1e-12, name);
    }
}

#[test]
fn recursions_and_transforms_of_the_table() {
    let file = vectors("actuarial_vectors.json");
    let poisson = |row: &Value| Frequency::Poisson(PoissonCount::new(row["lambda_"].as_f64().unwrap()));
    let row = &file["panjer_poisson10"];
    let cases = [
        ("panjer_poisson10", poisson(row), 1024),
        ("panjer_negbin", Frequency::NegativeBinomial(NegativeBinomialCount::new(2.5, 4.0)), 2048),
        ("panjer_binomial", Frequency::Binomial(BinomialCount::new(20, 0.3)), 512),
        ("fft_poisson1000", poisson(&file["fft_poisson1000"]), 32_768),
    ];
    for (name, frequency, points) in cases {
        let row = &file[name];
        let request = request(frequency, discrete(&row["fx"]), points);
        agrees(name, &aggregate_loss(&request).unwrap(), row);
        // The transform leaves an error of 1e-16 on each probability: its first ones may be smaller, so only sums are held to digits.
        let mut without_points = row.clone();
        for key in ["g0_10", "g0_5", "g_at"] {
            without_points.as_object_mut().unwrap().remove(key);
        }
        agrees(name, &aggregate_loss(&request.method(AggregateMethod::Fft(0.0))).unwrap(), &without_points);
    }
}

/// The recursion's first value is e^-1000 and underflows; nothing else does.
#[test]
fn many_losses_do_not_underflow() {
    let losses = discrete(&vectors("actuarial_vectors.json")["fft_poisson1000"]["fx"]);
    let many = request(Frequency::Poisson(PoissonCount::new(100_000.0)), losses, 400_000).with_probabilities(false);
    let report = aggregate_loss(&many).unwrap();
    within_relative(report.mean, 370_000.0, 1e-9, "mean");
    within_relative(report.variance, 1_905_000.0, 1e-7, "variance");
}

/// Aliasing on a short lattice, and what tilting leaves of it: the table's own numbers for 256 points.
#[test]
fn tilting_damps_what_comes_back() {
    let file = vectors("actuarial_vectors.json");
    let row = &file["fft_tilting"];
    let points = u32::try_from(row["grid"].as_u64().unwrap()).unwrap();
    let losses = discrete(&file["panjer_poisson10"]["fx"]);
    // A frequency whose sum reaches beyond the lattice.
    let frequency = Frequency::Poisson(PoissonCount::new(45.0));
    let base = request(frequency, losses, points);
    let exact = aggregate_loss(&base).unwrap().probabilities.unwrap();
    let worst = |tilt: f64| {
        let found = aggregate_loss(&base.clone().method(AggregateMethod::Fft(tilt))).unwrap().probabilities.unwrap();
        found.iter().zip(&exact).map(|(a, b)| (a - b).abs()).fold(0.0, |a: f64, b| if a > b { a } else { b })
    };
    let tilted = worst(row["theta"].as_f64().unwrap());
    assert!(worst(0.0) > 1e-7 && tilted <= 1e-9, "{} {tilted}", worst(0.0));
}

/// `F(x) = e^-3 (1 + ...)`: the table's compound Poisson with exponential losses, between the lower and the upper lattice.
#[test]
fn closed_form_lies_between_the_bounds() {
    let file = vectors("actuarial_vectors.json");
    let row = &file["compound_poisson_exponential"];
    let frequency = Frequency::Poisson(PoissonCount::new(row["lambda_"].as_f64().unwrap()));
    let severity = Severity::Exponential(ExponentialLoss::new(row["theta"].as_f64().unwrap()));
    let step = 1.0 / 256.0;
    let cumulative = |method, x: f64| {
        let request = AggregateRequest::new(frequency, severity.clone(), step, 16 * 256).discretization(method);
        let report = aggregate_loss(&request.with_probabilities(true)).unwrap();
        let last = (x / step).round() as usize;
        report.probabilities.unwrap()[..=last].iter().sum::<f64>()
    };
    for point in row["cdf"].as_array().unwrap() {
        let (x, expected) = (point["x"].as_f64().unwrap(), point["F"].as_f64().unwrap());
        if x >= 16.0 {
            continue;
        }
        let (low, high) = (cumulative(Discretization::Upper, x), cumulative(Discretization::Lower, x));
        assert!(low <= expected + 1e-14 && expected <= high + 1e-14, "{x}: {low} {expected} {high}");
        assert!(high - low < 0.01, "{x}");
        // The split one is of second order.
        if x > 0.0 {
            // A lattice has half of its mass at x on either side.
            let (before, after) =
                (cumulative(Discretization::MeanPreserving, x - step), cumulative(Discretization::MeanPreserving, x));
            let middle = f64::midpoint(before, after);
            assert!((middle - expected).abs() < 2e-6, "{x}: {middle} {expected}");
        }
    }
}

/// By the law of total probability: a sum with a zero of its own is nothing with probability q, the plain sum given a loss otherwise.
#[test]
fn a_zero_of_its_own() {
    let losses = discrete(&vectors("actuarial_vectors.json")["panjer_poisson10"]["fx"]);
    let base = request(Frequency::Poisson(PoissonCount::new(2.0)), losses, 256);
    let plain = aggregate_loss(&base).unwrap().probabilities.unwrap();
    let modified = aggregate_loss(&base.clone().zero_probability(Fraction::new(0.4).unwrap())).unwrap();
    let share = 0.6 / (1.0 - (-2.0_f64).exp());
    within_relative(modified.probabilities.as_ref().unwrap()[7], plain[7] * share, 1e-14, "7");
    // The loss of 0 does not occur in the table's sizes.
    within_relative(modified.probabilities.as_ref().unwrap()[0], 0.4, 1e-14, "0");
    within_relative(modified.exact_mean.value().unwrap(), 2.0 * 3.7 * share, 1e-14, "mean");
    let never = aggregate_loss(&base.frequency_of(0.0).zero_probability(Fraction::new(0.4).unwrap())).unwrap_err();
    assert_eq!(never.code(), "insurance.zero_probability.none");
}

trait OfFrequency {
    fn frequency_of(self, mean: f64) -> Self;
}

impl OfFrequency for AggregateRequest {
    fn frequency_of(mut self, mean: f64) -> Self {
        self.frequency = Frequency::Poisson(PoissonCount::new(mean));
        self
    }
}

#[test]
fn lattices_keep_what_they_say() {
    let lognormal = Severity::Lognormal(LognormalLoss::new(0.0, 0.5));
    let of = |method| discretize(&DiscretizeRequest::new(lognormal.clone(), 0.05, 2000).method(method)).unwrap();
    let mean = |probabilities: &[f64]| probabilities.iter().enumerate().map(|(j, p)| j as f64 * 0.05 * p).sum::<f64>();
    let exact = (0.125_f64).exp();
    within_relative(mean(&of(Discretization::MeanPreserving).probabilities), exact, 1e-12, "mean preserving");
    within_relative(mean(&of(Discretization::Rounding).probabilities), exact, 1e-6, "rounding");
    let (low, high) = (of(Discretization::Lower), of(Discretization::Upper));
    assert!(mean(&low.probabilities) < exact && exact < mean(&high.probabilities));
    within_relative(mean(&high.probabilities) - mean(&low.probabilities), 0.05, 1e-9, "one step apart");
}

#[test]
fn beyond_the_lattice_there_is_no_level() {
    let short = request(
        Frequency::Poisson(PoissonCount::new(10.0)),
        discrete(&vectors("actuarial_vectors.json")["panjer_poisson10"]["fx"]),
        64,
    );
    let report = aggregate_loss(&short).unwrap();
    assert!(matches!(report.levels[3].value_at_risk, Outcome::Undefined { .. }));
    assert!(report.beyond.value().unwrap() > 0.005);
}

/// Tilting back multiplies rounding: what that would make of a thousand losses is refused, with a tilt that is not.
#[test]
fn tilts_keep_rounding_small() {
    let file = vectors("actuarial_vectors.json");
    let row = &file["fft_poisson1000"];
    let request = request(Frequency::Poisson(PoissonCount::new(1000.0)), discrete(&row["fx"]), 32_768);
    let by = |tilt: f64| aggregate_loss(&request.clone().method(AggregateMethod::Fft(tilt)));
    for tilt in [1e-4, 3e-4, 20.0 / 32_768.0] {
        let found = by(tilt).unwrap();
        within_relative(found.mean, 3_700.0, 1e-9, "mean");
        within_relative(found.variance, 19_050.0, 1e-6, "variance");
        assert_eq!(found.levels[3].value_at_risk, Outcome::Value(4_062.0), "{tilt}");
        within_relative(
            found.levels[3].tail_value_at_risk.value().unwrap(),
            row["TVaR995"].as_f64().unwrap(),
            1e-7,
            "tail",
        );
    }
    for tilt in [1e-3, 0.01, 700.0 / 32_768.0] {
        let error = by(tilt).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), ("insurance.method.out_of_range", "method"));
        assert!(error.to_string().contains("about 20 over the points, 6.103515625e-4"), "{error}");
    }
}
