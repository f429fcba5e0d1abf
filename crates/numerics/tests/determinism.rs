//! The same bits: against the literal hashes, between the lanes and the scalar forms, and against the published random
//! numbers.

use hashinsight_numerics::{
    LANES, Philox, erfc, erfc_slice, erfcx, erfcx_slice, exp, exp_slice, golden, ln, ln_slice, normal_cdf,
    normal_cdf_slice, normal_quantile, normal_quantile_slice,
};
use serde_json::Value;

type Scalar = fn(f64) -> f64;
use hashinsight_units::Error;

type Slice = fn(&[f64], &mut [f64]) -> Result<(), Error>;

#[test]
fn golden_hashes() {
    let rows = golden::rows();
    let table: Vec<String> = rows.iter().map(|row| format!("    (\"{}\", 0x{:016x}),", row.name, row.hash)).collect();
    assert!(rows.iter().all(|row| row.hash == row.expected), "\n{}\n", table.join("\n"));
}

#[test]
fn philox_is_random123() {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../testkit/vectors/rng_vectors.json"));
    let file: Value = serde_json::from_str(text).unwrap();
    let words = |row: &Value| -> Vec<u64> {
        row.as_array().unwrap().iter().map(|w| u64::from_str_radix(w.as_str().unwrap(), 16).unwrap()).collect()
    };
    for case in file["philox4x32_10"].as_array().unwrap() {
        let (counter, key, out) = (words(&case["ctr"]), words(&case["key"]), words(&case["out"]));
        let block =
            Philox::new(key[0] | key[1] << 32).block(counter[2] | counter[3] << 32, counter[0] | counter[1] << 32);
        assert_eq!(block.map(u64::from).to_vec(), out);
    }
}

#[test]
fn uniforms_follow_the_frozen_formula() {
    let random = Philox::new(0x0123_4567_89ab_cdef);
    for i in 0..1000 {
        let [w0, w1, w2, w3] = random.block(5, i).map(u64::from);
        let uniform = |draw: u64| ((draw >> 11) as f64 + 0.5) / 9_007_199_254_740_992.0;
        assert_eq!(random.uniform_pair(5, i), [uniform(w0 | w1 << 32), uniform(w2 | w3 << 32)]);
        assert_eq!(random.uniform(5, 2 * i), random.uniform_pair(5, i)[0]);
        assert_eq!(random.uniform(5, 2 * i + 1), random.uniform_pair(5, i)[1]);
    }
}

/// Every length up to a few vectors, and starts at both parities: heads, bodies and tails of the loops.
#[test]
fn fills_equal_single_draws() {
    let random = Philox::new(77);
    for first in [0, 1, 2, 31, u64::from(u32::MAX) - 20, u64::MAX - 40] {
        for len in (0..70).chain([511, 512, 513, 1030]) {
            let (mut uniforms, mut normals) = (vec![0.0; len], vec![0.0; len]);
            random.fill_uniform(3, first, &mut uniforms);
            random.fill_normal(3, first, &mut normals);
            for i in 0..len {
                let at = first.wrapping_add(i as u64);
                assert_eq!(uniforms[i].to_bits(), random.uniform(3, at).to_bits());
                assert_eq!(normals[i].to_bits(), random.normal(3, at).to_bits());
            }
        }
    }
}

/// The same for rows, whose lanes are streams, around the ends of the streams too.
#[test]
fn rows_equal_single_draws() {
    let random = Philox::new(77);
    for (stream, first) in [(0, 0), (5, 1), (u64::from(u32::MAX) - 3, 30), (u64::MAX - 2, 31), (9, u64::MAX - 40)] {
        for len in (0..5).chain([31, 32, 33, 70]) {
            let (mut uniforms, mut normals) = (vec![[0.0; LANES]; len], vec![[0.0; LANES]; len]);
            random.fill_uniform_rows(stream, first, &mut uniforms);
            random.fill_normal_rows(stream, first, &mut normals);
            for (i, lane) in (0..len).flat_map(|i| (0..LANES).map(move |lane| (i, lane))) {
                let (stream, at) = (stream.wrapping_add(lane as u64), first.wrapping_add(i as u64));
                assert_eq!(uniforms[i][lane].to_bits(), random.uniform(stream, at).to_bits());
                assert_eq!(normals[i][lane].to_bits(), random.normal(stream, at).to_bits());
            }
        }
    }
}

/// Arguments of every magnitude, special values between them, lengths that are no multiple of a vector.
#[test]
fn lanes_equal_scalars() {
    let random = Philox::new(5);
    let special = [0.0, -0.0, 1.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 5e-324, 709.8, -745.2, f64::MAX];
    let mut x = Vec::new();
    for i in 0..20_000 {
        let [w0, w1, w2, w3] = random.block(0, i).map(u64::from);
        x.push(f64::from_bits(w0 | w1 << 32)); // any bits
        x.push((random.uniform(1, i) - 0.5) * 1600.0);
        x.push((random.uniform(2, i) - 0.5) * 100.0);
        x.push((random.uniform(3, i) - 0.5) * 4.0);
        x.push(special[((w2 ^ w3) % 11) as usize]);
    }
    let pairs: [(&str, Slice, Scalar); 5] = [
        ("exp", exp_slice, exp),
        ("ln", ln_slice, ln),
        ("erfc", erfc_slice, erfc),
        ("erfcx", erfcx_slice, erfcx),
        ("normal_cdf", normal_cdf_slice, normal_cdf),
    ];
    for len in (0..40).chain([x.len()]) {
        let mut out = vec![0.0; len];
        for (name, slice, scalar) in pairs {
            slice(&x[..len], &mut out).unwrap();
            assert!(out.iter().zip(&x).all(|(y, x)| y.to_bits() == scalar(*x).to_bits()), "{name}");
        }
    }
    let p: Vec<f64> = x.iter().map(|x| exp(-x.abs())).filter(|p| !p.is_nan()).chain([0.0, 1.0, 0.5, 5e-324]).collect();
    let p: Vec<f64> = p.iter().flat_map(|p| [*p, 1.0 - p]).collect();
    let mut out = vec![0.0; p.len()];
    normal_quantile_slice(&p, &mut out).unwrap();
    assert!(out.iter().zip(&p).all(|(y, p)| y.to_bits() == normal_quantile(*p).unwrap().to_bits()));
}

#[test]
fn normals_have_the_moments_of_a_normal() {
    let mut z = vec![0.0; 1 << 20];
    Philox::new(9).fill_normal(0, 0, &mut z);
    let n = z.len() as f64;
    let moment = |k: i32| hashinsight_numerics::sum_by(z.len(), |i| (0..k).fold(1.0, |product, _| product * z[i])) / n;
    // Five standard errors: 1, sqrt 2, sqrt 15, sqrt 96 over sqrt n
    for (k, expected, error) in [(1, 0.0, 1.0), (2, 1.0, 1.415), (3, 0.0, 3.873), (4, 3.0, 9.798)] {
        assert!((moment(k) - expected).abs() < 5.0 * error / n.sqrt(), "moment {k}: {}", moment(k));
    }
}
