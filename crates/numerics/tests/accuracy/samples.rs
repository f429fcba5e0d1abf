//! Statistics of samples.

use hashinsight_numerics as n;
use hashinsight_testkit::{Wide, cases};

use super::ulp;

/// Neighbors of one sign, of both, and so far apart that their difference overflows.
#[test]
fn quantiles_interpolate() {
    let random = n::Philox::new(11);
    let mut worst = [0.0; 2];
    for i in 0..cases(1_000_000) {
        let [u, v] = random.uniform_pair(0, i);
        let scale = if i % 5 == 0 { 0.9 * f64::MAX } else { 1.0 };
        let low = if i % 2 == 0 { -u } else { u * v };
        let high = if i % 3 == 0 { -low * (0.9 + 0.1 * v) } else { v };
        let mut values = [low * scale, high * scale];
        let sorted = n::Sorted::new(&mut values).unwrap();
        let [low, high] = [0, 1].map(|k| sorted.values()[k]);
        // The position between two is p itself.
        let p = random.uniform(1, i);
        let got = sorted.quantile(hashinsight_units::Fraction::new(p).unwrap(), n::QuantileMethod::Linear);
        // Far below the greatest double: neither the difference nor the splitting of the products may overflow.
        let part = if i % 5 == 0 { f64::EPSILON } else { 1.0 };
        let [low, high, got] = [low, high, got].map(|x| x * part);
        let exact = Wide::from(low) + (Wide::from(high) - Wide::from(low)) * p;
        let unit = ulp(n::max(low.abs(), high.abs()));
        let error = (Wide::from(got) - exact).to_f64().abs() / unit;
        let slot = &mut worst[usize::from(low < 0.0 && high > 0.0)];
        *slot = if error > *slot { error } else { *slot };
    }
    println!("quantile: {worst:?}");
    assert!(worst[0] <= 1.5 && worst[1] <= 2.0, "{worst:?}");
}

/// Integers of 40 bits and mixed sign, whose sums and sums of squares are exact in 128 bits.
#[test]
fn sums_and_variances_against_integers() {
    let random = n::Philox::new(5);
    for count in [2_usize, 7, 4096, 10_000, 300_000] {
        #[expect(clippy::cast_possible_truncation, reason = "40 bits are meant")]
        let integers: Vec<i128> =
            (0..count as u64).map(|i| (random.uniform(1, i) * 1e12) as i128 - 300_000_000_000).collect();
        let values: Vec<f64> = integers.iter().map(|x| *x as f64).collect();
        let depth = 1.0 + f64::from(count.div_ceil(4096).next_power_of_two().trailing_zeros());
        let unit = f64::EPSILON / 2.0;
        let (total, magnitude) = (integers.iter().sum::<i128>(), integers.iter().map(|x| x.abs()).sum::<i128>());
        let error = (n::sum(&values) - total as f64).abs();
        assert!(error <= (515.0 + depth) * unit * magnitude as f64, "{count}: {error}");
        // n^2 times the variance is an integer.
        let count = count as i128;
        let exact = (count * integers.iter().map(|x| x * x).sum::<i128>() - total * total) as f64;
        let got = n::variance(&values, 0).unwrap() * (count * count) as f64;
        assert!((got / exact - 1.0).abs() <= (530.0 + depth) * unit, "{count}: {}", got / exact - 1.0);
    }
}

/// Integers again, and tails of whole 128ths of an observation.
#[test]
fn expected_shortfalls_against_integers() {
    let random = n::Philox::new(6);
    for count in [2_usize, 37, 4096, 10_000, 300_000] {
        #[expect(clippy::cast_possible_truncation, reason = "40 bits are meant")]
        let mut integers: Vec<i128> =
            (0..count as u64).map(|i| (random.uniform(1, i) * 1e12) as i128 - 300_000_000_000).collect();
        let mut values: Vec<f64> = integers.iter().map(|x| *x as f64).collect();
        let sorted = n::Sorted::new(&mut values).unwrap();
        integers.sort_unstable_by(|a, b| b.cmp(a));
        for share in [1, 7, 32, 64, 128] {
            // 128 times the mass, and times the sum, of the greatest.
            let mass = count as i128 * share;
            let (mut left, mut total, mut magnitude) = (mass, 0, 0);
            for x in &integers {
                let weight = left.min(128);
                (total, magnitude, left) = (total + weight * x, magnitude + weight * x.abs(), left - weight);
            }
            let p = hashinsight_units::Fraction::new(1.0 - share as f64 / 128.0).unwrap();
            let depth = f64::from(count.div_ceil(4096).next_power_of_two().trailing_zeros());
            let bound = (515.0 + depth) * 0.5 * f64::EPSILON * (magnitude as f64 / mass as f64);
            let error = (sorted.expected_shortfall(p) - total as f64 / mass as f64).abs();
            assert!(error <= bound, "{count} {share}: {error:e} {bound:e}");
        }
    }
}
