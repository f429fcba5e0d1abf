//! Hashes of result bits: equal on every target, or determinism is broken. Accuracy is not their matter.

use hashinsight_units::Fraction;

use crate::{
    Complex, GaussLegendre, Philox, beta_i, beta_i_inverse, chi_squared_quantile, cos_pi, erf, erfc, erfcx, exp,
    exp_m1, exp_normal_cdf, exp_slice, f_quantile, fft, find_root, gamma_p, gamma_p_inverse, gamma_q, gamma_q_inverse,
    invert_laplace, least_squares, ln, ln_1p, ln_gamma, ln_slice, normal_cdf, normal_pdf, normal_quantile_slice, pow,
    proportion_interval, sin_pi, sum, variance,
};

const COUNT: usize = 4096;
const SLOW_COUNT: usize = 256;

/// The hashes that every target must have.
const EXPECTED: [(&str, u64); 35] = [
    ("uniform", 0x88e5_3b72_6b34_e8d5),
    ("normal", 0x7d05_1ff1_74ef_7ec1),
    ("exp", 0xb398_ddf1_4fa4_c06c),
    ("exp_m1", 0xc938_10f9_1ef0_14fe),
    ("ln", 0x0c8a_6e6f_75da_d4a7),
    ("ln_1p", 0x5a29_c82b_cfee_7e16),
    ("pow", 0x8b85_716a_5c52_a27c),
    ("erf", 0x975d_288e_e3ae_b8e2),
    ("erfc", 0x8da1_dbe7_78dc_4e93),
    ("erfcx", 0x431a_b76b_e1eb_013a),
    ("normal_cdf", 0xefb6_1828_bfdf_eefd),
    ("normal_pdf", 0x4273_8608_5db4_87ec),
    ("exp_slice", 0xdfc4_2f25_1d45_4e85),
    ("ln_slice", 0xc61b_f7c0_eacc_0980),
    ("normal_quantile_slice", 0x7a95_11bf_d3ec_1220),
    ("ln_gamma", 0xc1e9_495b_7721_1f64),
    ("gamma_p", 0x99a6_e61b_fe5a_115a),
    ("gamma_q", 0xafae_8bef_436f_d4e0),
    ("gamma_p_inverse", 0x01df_9dc1_ada2_4c57),
    ("gamma_q_inverse", 0x6435_a7b6_6d62_9690),
    ("beta_i", 0xe715_14e4_442c_06a5),
    ("beta_i_inverse", 0x1f3f_ca28_5f7c_adb6),
    ("chi_squared_quantile", 0x9e18_7839_b7d4_18a2),
    ("f_quantile", 0x89b0_c18c_9f7e_05a2),
    ("find_root", 0xa81d_f047_8d0d_2ff2),
    ("sum", 0x6fcd_b732_779b_602c),
    ("variance", 0x1727_4743_9d3c_0566),
    ("sin_pi", 0x8467_cb67_536b_e96b),
    ("cos_pi", 0xbd20_90ad_763e_d3ab),
    ("exp_normal_cdf", 0x0417_00b3_9362_1101),
    ("legendre", 0x4af9_7d48_4ea6_d569),
    ("laplace", 0x5045_5e9f_0ca0_54db),
    ("fft", 0x6b77_af1e_8dea_12e9),
    ("least_squares", 0xb6e1_67c1_6bc8_8ad2),
    ("proportion_interval", 0x3a5a_648e_920f_85d8),
];

/// FNV-1a over the little-endian bytes of the doubles.
fn fnv(values: &[f64]) -> u64 {
    values
        .iter()
        .flat_map(|x| x.to_bits().to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// One function and the hash of its results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoldenRow {
    /// Name of the function.
    pub name: &'static str,
    /// FNV-1a over the little-endian bytes of its results on this machine.
    pub hash: u64,
    /// What it is on every machine.
    pub expected: u64,
}

impl GoldenRow {
    /// A row, for the golden functions of the crates above.
    #[must_use]
    pub const fn new(name: &'static str, hash: u64, expected: u64) -> Self {
        Self { name, hash, expected }
    }
}

/// Runs every function of this crate and answers a row each. `hash == expected` in all of them, or this build does not
/// give the bits that the others give.
///
/// ```
/// assert!(hashinsight_numerics::golden::rows().iter().all(|row| row.hash == row.expected));
/// ```
#[must_use]
pub fn rows() -> Vec<GoldenRow> {
    let row = |((name, hash), expected): ((&'static str, u64), (&str, u64))| {
        debug_assert_eq!(name, expected.0);
        GoldenRow { name, hash, expected: expected.1 }
    };
    hashes().into_iter().zip(EXPECTED).map(row).collect()
}

/// The hash of every function over a fixed set of pseudo-random arguments.
fn hashes() -> Vec<(&'static str, u64)> {
    let random = Philox::new(0x6861_7368);
    let uniform = |stream: u64| {
        let mut out = vec![0.0; COUNT];
        random.fill_uniform(stream, 1, &mut out);
        out
    };
    let (u, v) = (uniform(0), uniform(1));
    let over = |f: &dyn Fn(f64, f64) -> f64| fnv(&u.iter().zip(&v).map(|(u, v)| f(*u, *v)).collect::<Vec<_>>());
    let slow = |f: &dyn Fn(f64, f64) -> f64| {
        fnv(&u.iter().zip(&v).take(SLOW_COUNT).map(|(u, v)| f(*u, *v)).collect::<Vec<_>>())
    };
    let lanes = |f: &dyn Fn(&mut [f64])| {
        let mut out = u.clone();
        f(&mut out);
        fnv(&out)
    };
    // A magnitude spread over many binades, for shapes.
    let shape = |u: f64| exp(16.0 * u - 2.0);
    let none = f64::NAN;
    let w = uniform(2);
    vec![
        ("uniform", fnv(&u)),
        ("normal", lanes(&|out| random.fill_normal(7, 3, out))),
        ("exp", over(&|u, _| exp(1500.0 * u - 750.0))),
        ("exp_m1", over(&|u, _| exp_m1(20.0 * u - 10.0))),
        ("ln", over(&|u, v| ln(exp(1400.0 * u - 700.0) * v))),
        ("ln_1p", over(&|u, v| ln_1p(4.0 * u * v - 0.9))),
        ("pow", over(&|u, v| pow(10.0 * u, 300.0 * v - 150.0))),
        ("erf", over(&|u, _| erf(6.0 * u - 3.0))),
        ("erfc", over(&|u, _| erfc(32.0 * u - 4.0))),
        ("erfcx", over(&|u, _| erfcx(60.0 * u - 20.0))),
        ("normal_cdf", over(&|u, _| normal_cdf(46.0 * u - 40.0))),
        ("normal_pdf", over(&|u, _| normal_pdf(80.0 * u - 40.0))),
        ("exp_slice", lanes(&|out| exp_slice(&u, out).unwrap_or_else(|_| out.fill(none)))),
        ("ln_slice", lanes(&|out| ln_slice(&u, out).unwrap_or_else(|_| out.fill(none)))),
        ("normal_quantile_slice", lanes(&|out| normal_quantile_slice(&u, out).unwrap_or_else(|_| out.fill(none)))),
        ("ln_gamma", over(&|u, _| ln_gamma(shape(u)).unwrap_or(none))),
        ("gamma_p", slow(&|u, v| gamma_p(shape(u), shape(u) * (0.5 + v)).unwrap_or(none))),
        ("gamma_q", slow(&|u, v| gamma_q(shape(u), shape(u) * (0.5 + v)).unwrap_or(none))),
        ("gamma_p_inverse", slow(&|u, v| gamma_p_inverse(shape(u), v).unwrap_or(none))),
        ("gamma_q_inverse", slow(&|u, v| gamma_q_inverse(shape(u), v).unwrap_or(none))),
        ("beta_i", slow(&|u, v| beta_i(shape(0.5 * u), shape(0.5 * v), u).unwrap_or(none))),
        ("beta_i_inverse", slow(&|u, v| beta_i_inverse(shape(0.5 * u), shape(0.5 * v), v).unwrap_or(none))),
        ("chi_squared_quantile", slow(&|u, v| chi_squared_quantile(u, 4032.0 * v).unwrap_or(none))),
        ("f_quantile", slow(&|u, v| f_quantile(u, 4032.0 * v, 100.0 * u).unwrap_or(none))),
        ("find_root", slow(&|u, v| find_root(|x| exp(x) - 1.0 - 10.0 * u, -v, 3.0, 0.0).unwrap_or(none))),
        ("sum", fnv(&[sum(&u), sum(&[u.as_slice(), v.as_slice(), &u[..777]].concat())])),
        ("variance", fnv(&[variance(&u, 1).unwrap_or(none)])),
        ("sin_pi", over(&|u, _| sin_pi(20.0 * u - 10.0))),
        ("cos_pi", over(&|u, _| cos_pi(20.0 * u - 10.0))),
        ("exp_normal_cdf", over(&|u, v| exp_normal_cdf(1400.0 * u - 700.0, 80.0 * v - 70.0))),
        ("legendre", fnv(&GaussLegendre::new(64).map_or(vec![none], |rule| [rule.nodes(), rule.weights()].concat()))),
        ("laplace", slow(&|u, v| invert_laplace(|s| (-(s * u).sqrt()).exp() / s, 5.0 * v))),
        ("fft", fnv(&spectrum(&u, &v).unwrap_or(vec![none]))),
        ("least_squares", fnv(&least_squares(&[&u, &v], &w).map_or(vec![none], |fit| fit.coefficients))),
        ("proportion_interval", fnv(&interval().unwrap_or([none; 2]))),
    ]
}

fn spectrum(u: &[f64], v: &[f64]) -> Option<Vec<f64>> {
    let mut values: Vec<Complex> = u.iter().zip(v).map(|(u, v)| Complex::new(*u, *v)).collect();
    fft(&mut values).ok()?;
    Some(values.iter().flat_map(|z| [z.re, z.im]).collect())
}

fn interval() -> Option<[f64; 2]> {
    let confidence = Fraction::new(0.95).ok()?;
    proportion_interval(17, 4096, confidence).ok().map(|(low, high)| [low, high])
}
