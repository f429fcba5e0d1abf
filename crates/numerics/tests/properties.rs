//! What must hold for any argument.

use hashinsight_numerics::{
    Complex, MeanEstimate, Philox, QuantileMethod, Sorted, Sum, beta_i, beta_i_inverse, cos_pi, dot, erf, erfc, erfcx,
    exp, exp_m1, exp_normal_cdf, f_quantile, find_root, gamma_p, gamma_p_inverse, gamma_q, gamma_q_inverse,
    least_squares, ln, ln_1p, ln_gamma, normal_cdf, normal_pdf, normal_quantile, pow, proportion_interval, quantile,
    sin_pi, sum, sum_by, sums, sums_of_pairs,
};
use hashinsight_units::Fraction;
use proptest::prelude::*;

const METHODS: [QuantileMethod; 5] = [
    QuantileMethod::InverseCdf,
    QuantileMethod::Weibull,
    QuantileMethod::Linear,
    QuantileMethod::MedianUnbiased,
    QuantileMethod::NormalUnbiased,
];

/// A positive number of any magnitude between two powers of ten.
fn magnitude(low: f64, high: f64) -> impl Strategy<Value = f64> {
    (low..high).prop_map(|e| pow(10.0, e))
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(100_000))]

    #[test]
    fn nothing_panics_and_nan_is_canonical(a in any::<u64>(), b in any::<u64>(), c in any::<u64>()) {
        let [x, y, z] = [a, b, c].map(f64::from_bits);
        let total = [
            exp(x), exp_m1(x), ln(x), ln_1p(x), pow(x, y), erf(x), erfc(x), erfcx(x), normal_cdf(x), normal_pdf(x),
            sum(&[x, y, z]), sin_pi(x), cos_pi(x), exp_normal_cdf(x, y), Complex::new(x, y).abs(),
        ];
        for v in total {
            prop_assert!(!v.is_nan() || v.to_bits() == f64::NAN.to_bits());
        }
        let checked = [
            normal_quantile(x), ln_gamma(x), gamma_p(x, y), gamma_q(x.abs(), y.abs()), gamma_p_inverse(x.abs(), y),
            beta_i(x, y, z), beta_i_inverse(x, y, z), f_quantile(x, y, z),
        ];
        for v in checked.into_iter().flatten() {
            prop_assert!(!v.is_nan());
        }
    }

    #[test]
    fn circles(x in -1e9..1e9f64) {
        let (s, c) = (sin_pi(x), cos_pi(x));
        prop_assert!((s * s + c * c - 1.0).abs() < 5e-16);
        prop_assert_eq!(sin_pi(-x), -s);
        prop_assert_eq!(cos_pi(-x), c);
        prop_assert_eq!(cos_pi(x + 2.0), cos_pi((x + 2.0) - 2.0));
        let z = Complex::new(x * 1e-9, s);
        let root = z.sqrt();
        prop_assert!((root * root - z).abs() <= 1e-15 * z.abs() && root.re >= 0.0);
        prop_assert!((z / root - root).abs() <= 2e-15 * root.abs());
    }

    #[test]
    fn proportions_enclose(hits in 0u64..500, more in 0u64..500, level in 0.01..0.999f64) {
        let trials = hits + more;
        prop_assume!(trials > 0);
        let (low, high) = proportion_interval(hits, trials, Fraction::new(level).unwrap()).unwrap();
        let (k, n, tail) = (hits as f64, trials as f64, 0.5 * (1.0 - level));
        prop_assert!(low <= k / n && k / n <= high);
        if hits > 0 {
            prop_assert!((beta_i(k, n - k + 1.0, low).unwrap() / tail - 1.0).abs() < 1e-9);
        }
        if more > 0 {
            prop_assert!((beta_i(n - k, k + 1.0, 1.0 - high).unwrap() / tail - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn tails_of_samples(mut values in prop::collection::vec(-1e6..1e6, 1..60), p in 0.0..=1.0, seed in any::<u64>()) {
        let sorted = Sorted::new(&mut values).unwrap();
        let shortfall = sorted.expected_shortfall(Fraction::new(p).unwrap());
        prop_assert!(shortfall >= sorted.quantile(Fraction::new(p).unwrap(), QuantileMethod::InverseCdf) - 1e-6);
        prop_assert!(shortfall <= *sorted.values().last().unwrap());
        // By brute force: every observation a thousand times.
        let many: Vec<f64> = sorted.values().iter().flat_map(|x| [*x; 1000]).collect();
        let mass = many.len() as f64 * (1.0 - p);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        let count = mass.ceil() as usize;
        if count > 0 {
            let naive = many[many.len() - count..].iter().sum::<f64>() / count as f64;
            prop_assert!((naive - shortfall).abs() < 2e6 / mass + 1e-6);
        }
        let exceeding = sorted.values().iter().filter(|x| **x > shortfall).count() as f64;
        prop_assert_eq!(sorted.exceedance(shortfall), exceeding / sorted.values().len() as f64);
        let mut draws = vec![0.0; sorted.values().len()];
        Philox::new(seed).fill_antithetic(1, 5, &mut draws);
        for (i, z) in draws.iter().enumerate() {
            let normal = Philox::new(seed).normal(1, 5 + i as u64 / 2);
            prop_assert_eq!(*z, if i % 2 == 0 { normal } else { -normal });
        }
        if draws.len() >= 4 {
            let pairs = &draws[..draws.len() / 2 * 2];
            prop_assert_eq!(MeanEstimate::antithetic(pairs).unwrap().standard_error, 0.0);
        }
    }

    #[test]
    fn residuals_are_orthogonal(cells in prop::collection::vec(-1e3..1e3, 40)) {
        let columns = [&cells[..10], &cells[10..20], &cells[20..30]];
        let y = &cells[30..];
        let fit = least_squares(&columns, y).unwrap();
        for column in columns {
            let product: f64 = (0..10).map(|i| {
                let model: f64 = (0..3).map(|j| columns[j][i] * fit.coefficients[j]).sum();
                column[i] * (y[i] - model)
            }).sum();
            prop_assert!(product.abs() < 1e-5, "{product}");
        }
    }

    #[test]
    fn exp_and_ln_are_inverse(x in -700.0..700.0f64) {
        prop_assert!((ln(exp(x)) - x).abs() <= 1e-15 * (1.0 + x.abs()));
        prop_assert!((ln_1p(exp_m1(x * 1e-3)) - x * 1e-3).abs() <= 1e-15 * (1.0 + x.abs()));
    }

    #[test]
    fn powers_multiply(x in magnitude(-20.0, 20.0), y in -5.0..5.0, z in -5.0..5.0) {
        let (left, right) = (pow(x, y) * pow(x, z), pow(x, y + z));
        prop_assert!((left / right - 1.0).abs() < 1e-13); // the exponents' own rounding times ln x
        prop_assert!((pow(x, 2.0) / (x * x) - 1.0).abs() <= f64::EPSILON);
    }

    #[test]
    fn error_functions(x in -30.0..30.0f64) {
        prop_assert_eq!(erf(-x).to_bits(), (-erf(x)).to_bits());
        // 1.2 ulps of a number below 1, and of one below 2.
        prop_assert!((erf(x) + erfc(x) - 1.0).abs() <= 4.5e-16);
        prop_assert!((0.0..=2.0).contains(&erfc(x)));
    }

    #[test]
    fn distribution_functions_increase(x in -39.0..9.0, step in magnitude(-10.0, 1.0)) {
        prop_assert!(normal_cdf(x + step) >= normal_cdf(x));
        prop_assert!((0.0..=1.0).contains(&normal_cdf(x)));
        prop_assert!(exp(x + step) >= exp(x));
    }

    #[test]
    fn normal_quantile_inverts(p in magnitude(-300.0, -0.302)) {
        let x = normal_quantile(p).unwrap();
        // d ln cdf / dx is about |x| in the tail
        prop_assert!((normal_cdf(x) / p - 1.0).abs() < 1e-15 * (2.0 + x * x));
        let upper = 1.0 - p;
        if 1.0 - upper == p {
            prop_assert_eq!(normal_quantile(upper).unwrap().to_bits(), (-x).to_bits());
        }
    }

    #[test]
    fn gamma_tails_complement(a in magnitude(-3.0, 6.0), s in 0.0..3.0) {
        let x = a * s;
        let (p, q) = (gamma_p(a, x).unwrap(), gamma_q(a, x).unwrap());
        prop_assert!((p + q - 1.0).abs() <= 2.3e-16);
        prop_assert!(p >= -0.0 && q >= -0.0);
        prop_assert!(gamma_p(a, x * 1.0001).unwrap() >= p * (1.0 - 1e-12));
    }

    #[test]
    fn gamma_inverses(a in magnitude(-2.0, 6.0), p in magnitude(-15.0, -0.31)) {
        let x = gamma_p_inverse(a, p).unwrap();
        prop_assert!(x < 1e-307 || (gamma_p(a, x).unwrap() / p - 1.0).abs() < 1e-12 * (1.0 + a.sqrt()), "{x}");
        let x = gamma_q_inverse(a, p).unwrap();
        prop_assert!((gamma_q(a, x).unwrap() / p - 1.0).abs() < 1e-12 * (1.0 + a.sqrt()), "{x}");
    }

    #[test]
    fn beta_is_symmetric(a in magnitude(-1.0, 4.0), b in magnitude(-1.0, 4.0), k in 1u32..1024) {
        let x = f64::from(k) / 1024.0; // 1 - x is exact
        let (lower, upper) = (beta_i(a, b, x).unwrap(), beta_i(b, a, 1.0 - x).unwrap());
        prop_assert!((lower + upper - 1.0).abs() < 1e-13);
        prop_assert!(beta_i(a, b, x + 1.0 / 4096.0).unwrap() >= lower * (1.0 - 1e-12));
    }

    #[test]
    fn f_inverts(d1 in magnitude(-0.3, 3.6), d2 in magnitude(-0.3, 3.6), p in 0.001..0.999) {
        let f = f_quantile(p, d1, d2).unwrap();
        let reflected = f_quantile(1.0 - p, d2, d1).unwrap();
        prop_assert!((f * reflected - 1.0).abs() < 1e-11, "{f} {reflected}");
        // From the side where 1 - x is the smaller: the other would lose its digits.
        let (odds, total) = (f * d1, f * d1 + d2);
        let got = if odds < d2 {
            beta_i(0.5 * d1, 0.5 * d2, odds / total).unwrap()
        } else {
            1.0 - beta_i(0.5 * d2, 0.5 * d1, d2 / total).unwrap()
        };
        prop_assert!((got - p).abs() < 1e-12, "{got}");
    }

    #[test]
    fn sums_do_not_see_the_chunks(
        seed in any::<u64>(),
        len in 0usize..30_000,
        cuts in prop::collection::vec(1usize..9000, 1..20),
    ) {
        let mut values = vec![0.0; len];
        hashinsight_numerics::Philox::new(seed).fill_normal(0, 0, &mut values);
        let whole = sum(&values);
        let (mut parts, mut single, mut rest, mut turn) = (Sum::new(), Sum::new(), values.as_slice(), 0);
        while !rest.is_empty() {
            let (part, after) = rest.split_at(cuts[turn % cuts.len()].min(rest.len()));
            parts.extend(part);
            rest = after;
            turn += 1;
        }
        for x in &values {
            single.push(*x);
        }
        prop_assert_eq!(parts.total().to_bits(), whole.to_bits());
        prop_assert_eq!(single.total().to_bits(), whole.to_bits());
        prop_assert_eq!(whole.to_bits(), naive_contract(&values).to_bits());
        let partners: Vec<f64> = values.iter().rev().copied().collect();
        let [plain, squares] = sums(&values, |x| [x, x * x]);
        let [products] = sums_of_pairs(&values, &partners, |a, b| [a * b]);
        prop_assert_eq!(plain.to_bits(), whole.to_bits());
        prop_assert_eq!(squares.to_bits(), sum_by(len, |i| values[i] * values[i]).to_bits());
        prop_assert_eq!(products.to_bits(), dot(&values, &partners).unwrap().to_bits());
    }

    #[test]
    fn quantiles_lie_between(mut values in prop::collection::vec(-1e6..1e6, 1..50), p in 0.0..=1.0, step in 0.0..0.5) {
        let at = |values: &mut Vec<f64>, p: f64, method| quantile(values, Fraction::new(p).unwrap(), method).unwrap();
        for method in METHODS {
            let x = at(&mut values, p, method);
            prop_assert!(values[0] <= x && x <= values[values.len() - 1]);
            let further = if p + step > 1.0 { 1.0 } else { p + step };
            prop_assert!(at(&mut values, further, method) >= x - 1e-9);
        }
    }

    #[test]
    fn roots_are_bracketed(
        root in -100.0..100.0f64,
        left in 0.001..50.0,
        right in 0.001..50.0,
        slope in magnitude(-9.0, 9.0),
    ) {
        let f = |x: f64| slope * (exp((x - root) * 0.3) - 1.0) + (x - root);
        let found = find_root(f, root - left, root + right, 0.0).unwrap();
        prop_assert!((found - root).abs() < 1e-13 * (1.0 + root.abs()));
    }
}

/// Smooth, flat, steep, kinked and broken functions: the answer is an exact zero, or a point of the trace that has beside it, no farther than
/// the documented width, another one of the other sign and no less magnitude; or no double lies between the two.
#[test]
fn the_bracket_of_a_root_is_as_narrow_as_documented() {
    let random = Philox::new(13);
    let kinds: [fn(f64) -> f64; 9] = [
        |x| x,
        |x| x * x * x,
        |x| exp(x) - 1.0,
        |x| 1.0 - exp(-30.0 * x),
        |x| x / (1.0 + x.abs()),
        |x| if x < 0.0 { -1e-9 } else { 1e9 * x + 1e-300 },
        |x| if x < 0.0 { -1.0 } else { 3.0 },
        |x| x * exp(-1.0 / (x * x + 1e-30)),
        |x| pow(x.abs(), 0.1).copysign(x),
    ];
    let mut most = 0;
    for i in 0..hashinsight_testkit::cases::<u32>(450_000) as usize {
        let f = kinds[i % 9];
        let draw = |k: u64| random.uniform(k, i as u64);
        let root = if i % 2 == 0 { 20.0 * draw(0) - 10.0 } else { exp(40.0 * draw(0) - 38.0) };
        let low = root - exp(60.0 * draw(1) - 50.0) - root.abs() * draw(3);
        let high = root + exp(60.0 * draw(2) - 50.0);
        let tolerance = if i % 5 == 0 { exp(-30.0 * draw(4)) } else { 0.0 };
        let mut trace = vec![];
        let answer = find_root(
            |x| {
                trace.push((x, f(x - root)));
                f(x - root)
            },
            low,
            high,
            tolerance,
        );
        let x = answer.unwrap();
        let y = f(x - root);
        assert!(trace.contains(&(x, y)));
        most = most.max(trace.len());
        let limit = tolerance + f64::EPSILON * x.abs();
        let close = |other: f64| {
            (other - x).abs() <= limit || (other - x).abs() <= 5e-324 || other == x.next_up() || other == x.next_down()
        };
        let beside = trace.iter().any(|(other, z)| (*z > 0.0) != (y > 0.0) && z.abs() >= y.abs() && close(*other));
        assert!(y == 0.0 || beside, "kind {}, root {root} in {low}..{high}: {x}", i % 9);
    }
    println!("calls {most}");
}

/// The contract of `sum`, written once more as directly as it reads.
fn naive_contract(values: &[f64]) -> f64 {
    let leaves = values.chunks(4096).map(|block| {
        let lane = |k: usize| block.iter().skip(k).step_by(8).fold(0.0, |sum, x| sum + x);
        ((lane(0) + lane(4)) + (lane(2) + lane(6))) + ((lane(1) + lane(5)) + (lane(3) + lane(7)))
    });
    tree(&leaves.collect::<Vec<_>>())
}

fn tree(leaves: &[f64]) -> f64 {
    match leaves {
        [] => 0.0,
        [one] => *one,
        _ => {
            let half = leaves.len().next_power_of_two() / 2;
            tree(&leaves[..half]) + tree(&leaves[half..])
        }
    }
}
