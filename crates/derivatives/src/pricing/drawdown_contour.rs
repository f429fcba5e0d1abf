//! The law of a drawdown along the line on which its transform is smallest.
//!
//! With `u` the depth, `k` the drift and `g` the variable `gamma` of [`drawdown`](super::drawdown()), all in deviations of the horizon, the
//! inverse transform in `g` instead of `alpha` is
//!
//! ```text
//! P(tau <= T) = 1/(2 pi i) integral of e^(g^2/2 - k^2/2 - (g + k) u) 4 g^2 / ((g - k + (g + k) e^(-2 g u)) (g^2 - k^2)) dg
//! ```
//!
//! upwards over a line to the right of all poles. On it `e^(g^2/2)` falls as `e^(-y^2/2)`, whatever the drift. Moved to the left of the pole
//! at `|k|`, whose residue is 1, the same integral is the probability to survive, with its own digits. Of a small depth that is the sum of
//! the residues further left, at the roots `x = g u / i` of `x cos x = k u sin x`.

use hashinsight_numerics::{Complex, GaussLegendre, cos_pi, exp, exp_m1, find_root, max, sin_pi};

/// Probabilities of a fall by `u` deviations within the horizon and of none, under a drift of `k` deviations.
pub(super) fn by_contour(u: f64, k: f64) -> (f64, f64) {
    let saddle = max(u, 1.0);
    if u <= 1.0 {
        let stays = by_eigenvalues(u, k);
        return (1.0 - stays, stays);
    }
    if k < 0.0 && saddle < -k - 1.0 {
        let stays = -integral(u, k, saddle);
        return (1.0 - stays, stays);
    }
    // To the right of the pole, near enough that a strong drift up does not make the integrand larger than its integral.
    let gap = if k > 1.0 { 1.0 / k } else { 1.0 };
    let falls = integral(u, k, max(saddle, k.abs() + gap));
    (falls, 1.0 - falls)
}

/// `E[e^(-r tau); tau <= T]` of a fall by `u` deviations under a drift of `k` deviations, where `r T` is `rate_time`; and its derivatives by the
/// three. The integrand has `e^(-rate_time)` besides, and its pole at `p = sqrt(k^2 + 2 r T)`, whose residue is the value without a horizon.
pub(super) fn discounted(u: f64, k: f64, rate_time: f64) -> [f64; 4] {
    let square = k * k + 2.0 * rate_time;
    let pole = if square > 0.0 { square.sqrt() } else { 0.0 };
    let most = max(pole, k.abs());
    let saddle = max(u, 1.0);
    // Under a strong drift down the integrand is small only to the left of the pole.
    let is_left = k < 0.0 && saddle < pole - 1.0 && saddle < most - 1.0;
    let gap = if k > 1.0 { 1.0 / k } else { 1.0 };
    let center = if is_left { saddle } else { max(saddle, most + gap) };
    let near = (center - most).abs();
    let near = if (center - pole).abs() < near { (center - pole).abs() } else { near };
    let [one, pull] = [1.0, k].map(Complex::from);
    let values = |y: f64| {
        let g = Complex::new(center, y);
        let (below, above) = (g - pull, g + pull);
        let back = (g * (-2.0 * u)).exp();
        let exponent = (g * g - Complex::from(k * k)) * 0.5 - Complex::from(rate_time) - above * u;
        let reflected = below + above * back;
        let poles = g * g - Complex::from(square);
        let value = exponent.exp() * g * g * 4.0 / (reflected * poles);
        let by_depth = above * (g * 2.0 * back / reflected - one);
        let by_pull = (one - back) / reflected + pull * 2.0 / poles - Complex::from(k + u);
        let by_rate_time = Complex::from(2.0) / poles - one;
        [one, by_depth, by_pull, by_rate_time].map(|by| (value * by).re)
    };
    let line = over_line(values, near, u);
    if !is_left {
        return line;
    }
    // The residue 2 p e^(-(p + k) u) / D, D = p - k + (p + k) e^(-2 p u), and its derivatives.
    let (p, back) = (pole, exp(-2.0 * pole * u));
    let under = p - k + (p + k) * back;
    let value = 2.0 * p * exp(-(p + k) * u) / under;
    let by_pole = 1.0 / p - u - (1.0 + back - 2.0 * u * (p + k) * back) / under;
    let by = [1.0, (p + k) * (2.0 * p * back / under - 1.0), (1.0 - back) / under - u + by_pole * k / p, by_pole / p];
    std::array::from_fn(|i| value * by[i] + line[i])
}

/// Probability of no fall by `u <= 1` deviations, to its own digits: the first eigenvalues of a walk between its maximum and the fall.
fn by_eigenvalues(u: f64, k: f64) -> f64 {
    const PI: f64 = std::f64::consts::PI;
    let pull = k * u;
    let weight = |square: f64, slope: f64| {
        -2.0 * square * exp(-pull - 0.5 * (square / (u * u) + k * k)) / ((square + pull * pull) * slope)
    };
    let mut stays = 0.0;
    if pull > 1.0 {
        // A root off the axis: y = k u tanh y.
        let tanh = |y: f64| -exp_m1(-2.0 * y) / (1.0 + exp(-2.0 * y));
        let y = find_root(|y| y - pull * tanh(y), 1e-9 * pull, pull, 0.0).unwrap_or(0.0);
        let (sinh, cosh) = (0.5 * (exp(y) - exp(-y)), 0.5 * (exp(y) + exp(-y)));
        stays += weight(-y * y, (1.0 - pull) * cosh + y * sinh);
    }
    for n in 1..=5 {
        let n = f64::from(n);
        let (low, high) = if pull < 0.0 { (n - 0.5, n) } else { (n - 1.0, n - 0.5) };
        let condition = |turn: f64| PI * turn * cos_pi(turn) - pull * sin_pi(turn);
        let turn = if pull == 0.0 { Ok(n - 0.5) } else { find_root(condition, max(low, 1e-9), high, 0.0) };
        // With a drift up so strong that the first root is off the axis, there is none here.
        let Ok(turn) = turn else { continue };
        let x = PI * turn;
        stays += weight(x * x, (1.0 - pull) * cos_pi(turn) - x * sin_pi(turn));
    }
    stays
}

/// The integral over the line through `center`.
fn integral(u: f64, k: f64, center: f64) -> f64 {
    let pull = Complex::from(k);
    let value = |y: f64| {
        let g = Complex::new(center, y);
        let (below, above) = (g - pull, g + pull);
        let exponent = (g * g - Complex::from(k * k)) * 0.5 - above * u;
        let reflected = below + above * (g * (-2.0 * u)).exp();
        (exponent.exp() * g * g * 4.0 / (reflected * below * above)).re
    };
    // Near the line the nearest pole decides how fine.
    over_line(|y| [value(y)], (center - k.abs()).abs(), u)[0]
}

/// Integrals over a line that is so near to a pole; far from it the Gaussian and the turns of `e^(-2 g u)` decide how fine.
fn over_line<const N: usize>(values: impl Fn(f64) -> [f64; N], near: f64, u: f64) -> [f64; N] {
    let rule = GaussLegendre::new(16).unwrap_or_else(|_| unreachable!("16 nodes"));
    let widest = 1.0 / (1.0 + 0.25 * u);
    let (mut low, mut total) = (0.0, [0.0; N]);
    while low < 9.0 {
        let width = 0.5 * (near + low);
        let high = low + if width < widest { width } else { widest };
        let (half, middle) = (0.5 * (high - low), 0.5 * (low + high));
        let mut panel = [0.0; N];
        for (node, weight) in rule.nodes().iter().zip(rule.weights()) {
            for (sum, value) in panel.iter_mut().zip(values(middle + half * node)) {
                *sum += weight * value;
            }
        }
        for (sum, part) in total.iter_mut().zip(panel) {
            *sum += half * part;
        }
        low = high;
    }
    total.map(|total| total * std::f64::consts::FRAC_1_PI)
}
