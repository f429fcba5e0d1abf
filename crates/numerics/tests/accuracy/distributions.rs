//! Gamma, beta and what is made of them.

use hashinsight_numerics as n;

use super::{Case, check_relative};

const GAMMA: &str = vectors!("gamma");
const BETA: &str = vectors!("beta");
const PROPORTION: &str = vectors!("proportion");

#[test]
fn gamma_functions() {
    check_relative(GAMMA, "ln_gamma", |_| 2e-15, |x| n::ln_gamma(x[0]));
    let bound = |case: &Case| if case.expected > 1e-10 { 5e-14 } else { 1e-12 };
    check_relative(GAMMA, "gamma_p", bound, |x| n::gamma_p(x[0], x[1]));
    check_relative(GAMMA, "gamma_q", bound, |x| n::gamma_q(x[0], x[1]));
}

#[test]
fn gamma_inverses() {
    check_relative(GAMMA, "gamma_p_inverse", |_| 1e-12, |x| n::gamma_p_inverse(x[0], x[1]));
    check_relative(GAMMA, "gamma_q_inverse", |_| 1e-12, |x| n::gamma_q_inverse(x[0], x[1]));
    check_relative(GAMMA, "chi_squared_quantile", |_| 1e-12, |x| n::chi_squared_quantile(x[0], x[1]));
}

#[test]
fn beta_functions() {
    check_relative(BETA, "beta_i", |_| 1e-12, |x| n::beta_i(x[0], x[1], x[2]));
    check_relative(BETA, "beta_i_inverse", |_| 1e-12, |x| n::beta_i_inverse(x[0], x[1], x[2]));
    check_relative(BETA, "f_quantile", |_| 1e-12, |x| n::f_quantile(x[0], x[1], x[2]));
}

/// Up to 1e9 trials, and levels so near 1 that `1 - (1 - level) / 2` would have lost the tail.
#[test]
fn proportion_intervals() {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts below 2^53")]
    let ends =
        |x: &[f64]| n::proportion_interval(x[0] as u64, x[1] as u64, hashinsight_units::Fraction::new(x[2]).unwrap());
    check_relative(PROPORTION, "proportion_low", |_| 1e-12, |x| Ok(ends(x)?.0));
    check_relative(PROPORTION, "proportion_high", |_| 1e-12, |x| Ok(ends(x)?.1));
}
