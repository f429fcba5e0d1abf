//! Eigenfunctions of a Gaussian walk that ends below 0.
//!
//! The walk without drift, in standard deviations of a step, has the kernel `n(z - y)` on the half-line. Its spectrum is `e^(-k^2 / 2)`,
//! and the eigenfunction of `k > 0` is
//! `psi_k(y) = sin(k y + delta(k)) + rest_k(y)`, `delta(k) = sum of d_j k^(2j+1)`, `d_j = -zeta(1/2 - j) / (sqrt(2 pi) j! (2j+1) 2^j)`,
//! with a rest that falls like `e^(-2.5 y)`: the series is that of the ladder heights' transform (Chang and Peres 1997; Janssen and van
//! Leeuwaarden 2007) on the imaginary axis, `d_0` the 0.5826 of Broadie, Glasserman and Kou (1997). The rest's powers of `k` solve
//! integral equations of the second kind with one kernel, here by Nystroem's method. After `n` steps only `k` of about `n^(-1/2)` count and
//! both series converge for `k < 2 sqrt(pi)`: six powers leave 1e-12 after 20 steps.

use hashinsight_numerics::{GaussLegendre, normal_cdf, normal_pdf};

/// Powers of the series that are kept: `k`, `k^3`, ... `k^11`.
pub(super) const POWERS: usize = 6;
/// Derivatives of the normal density that a product of phases takes.
pub(super) const ORDERS: usize = 2 * POWERS + 2;
/// The phase's coefficients.
pub(super) const PHASE: [f64; POWERS] = [
    0.582_597_157_939_010_7,
    0.013_822_434_109_418_517,
    2.541_781_139_605_223e-4,
    -1.011_238_984_717_916e-5,
    -5.126_467_562_108_728e-7,
    2.919_975_330_803_185_3e-8,
];
/// Where no rest is left.
pub(super) const FAR: f64 = 14.0;

/// A function of the place with its first two derivatives, for each power of `k`.
pub(super) type Powers = [[f64; 3]; POWERS];

/// Eigenfunctions by powers of `k`, at nodes of a quadrature up to where no rest is left.
pub(super) struct HalfLine {
    /// Places and weights.
    pub(super) nodes: Vec<(f64, f64)>,
    /// Rests at the nodes.
    pub(super) rests: [Vec<f64>; POWERS],
}

/// `e^(factor (i delta(k) - i d_0 k))` as a series in `D`, where `D` stands for `i k`.
pub(super) fn phase(factor: f64) -> [f64; ORDERS] {
    let mut series = [0.0; ORDERS];
    series[0] = 1.0;
    for m in 1..ORDERS {
        let mut sum = 0.0;
        for (j, coefficient) in PHASE.iter().enumerate().skip(1).take_while(|(j, _)| 2 * j < m) {
            let order = 2 * j + 1;
            sum += parity(j) * factor * (order as f64) * coefficient * series[m - order];
        }
        series[m] = sum / m as f64;
    }
    series
}

/// `(-1)^j`.
pub(super) fn parity(j: usize) -> f64 {
    if j.is_multiple_of(2) { 1.0 } else { -1.0 }
}

/// `factor^i / i!` of the powers.
fn exponential(factor: f64) -> [f64; POWERS] {
    let mut terms = [1.0; POWERS];
    for i in 1..POWERS {
        terms[i] = terms[i - 1] * factor / i as f64;
    }
    terms
}

/// Nodes on equal panels of a range, or none.
pub(super) fn panels(rule: &GaussLegendre, low: f64, high: f64) -> Vec<(f64, f64)> {
    let half = 0.5 * (high - low) / 8.0;
    let centers = (0..8).map(|panel| low + half * f64::from(2 * panel + 1));
    centers
        .flat_map(|center| rule.nodes().iter().zip(rule.weights()).map(move |(x, w)| (center + half * x, half * w)))
        .collect()
}

impl HalfLine {
    pub(super) fn new(rule: &GaussLegendre) -> Self {
        let nodes = panels(rule, 0.0, FAR);
        // (1 - K) rest_j = -h_j - sum over i > 0 of (-1/2)^i / i! rest_(j-i).
        let solver = Solver::new(&nodes);
        let sources: Vec<Powers> = nodes.iter().map(|(y, _)| beyond(*y)).collect();
        let halves = exponential(-0.5);
        let mut rests: [Vec<f64>; POWERS] = std::array::from_fn(|_| Vec::new());
        for j in 0..POWERS {
            let source = sources
                .iter()
                .enumerate()
                .map(|(at, source)| (1..=j).fold(-source[j][0], |sum, i| sum - halves[i] * rests[j - i][at]));
            let solved = solver.solve(source.collect());
            rests[j] = solved;
        }
        Self { nodes, rests }
    }

    /// Rests anywhere.
    pub(super) fn rests_at(&self, y: f64) -> Powers {
        let halves = exponential(-0.5);
        let mut rests = beyond(y).map(|derivatives| derivatives.map(|x| -x));
        for (at, (z, weight)) in self.nodes.iter().enumerate() {
            let kernel = around(z - y, *weight);
            for (rest, values) in rests.iter_mut().zip(&self.rests) {
                (0..3).for_each(|order| rest[order] += kernel[order] * values[at]);
            }
        }
        for j in 0..POWERS {
            let (known, rest) = rests.split_at_mut(j);
            for (i, earlier) in known.iter().rev().enumerate() {
                rest[0].iter_mut().zip(earlier).for_each(|(sum, x)| *sum -= halves[i + 1] * x);
            }
        }
        rests
    }

    /// The powers of whole eigenfunctions at the barrier or beyond: `e^(k^2 / 2)` times the mean after a step, which keeps its digits where
    /// it is small.
    pub(super) fn wholes_at(&self, y: f64) -> Powers {
        let (halves, phase) = (exponential(0.5), phase(1.0));
        let mut after = [[0.0; 3]; POWERS];
        for (at, (z, weight)) in self.nodes.iter().enumerate() {
            let kernel = around(z - y, *weight);
            let powers = powers(z + PHASE[0]);
            for (j, (sum, values)) in after.iter_mut().zip(&self.rests).enumerate() {
                let whole = parity(j) * of_powers(&phase, j, |p| powers[p]) + values[at];
                (0..3).for_each(|order| sum[order] += kernel[order] * whole);
            }
        }
        std::array::from_fn(|j| {
            let mut sum = [0.0; 3];
            for i in 0..=j {
                (0..3).for_each(|order| sum[order] += halves[i] * after[j - i][order]);
            }
            sum
        })
    }
}

/// `1 - K` at the nodes in triangles. The rows add up to less than their diagonal, so that elimination exchanges none.
struct Solver(Vec<Vec<f64>>);

impl Solver {
    fn new(nodes: &[(f64, f64)]) -> Self {
        let mut rows: Vec<Vec<f64>> = nodes
            .iter()
            .map(|(y, _)| {
                nodes.iter().map(|(z, weight)| (if y == z { 1.0 } else { 0.0 }) - normal_pdf(z - y) * weight).collect()
            })
            .collect();
        for pivot in 0..rows.len() {
            let (done, rest) = rows.split_at_mut(pivot + 1);
            let row = &done[pivot];
            for other in rest {
                let factor = other[pivot] / row[pivot];
                other.iter_mut().zip(row).skip(pivot).for_each(|(x, p)| *x -= factor * p);
                other[pivot] = factor;
            }
        }
        Self(rows)
    }

    fn solve(&self, mut values: Vec<f64>) -> Vec<f64> {
        let rows = &self.0;
        let known = |row: &[f64], values: &[f64]| row.iter().zip(values).fold(0.0, |sum, (x, value)| sum + x * value);
        for i in 0..rows.len() {
            values[i] -= known(&rows[i][..i], &values);
        }
        for i in (0..rows.len()).rev() {
            values[i] = (values[i] - known(&rows[i][i + 1..], &values[i + 1..])) / rows[i][i];
        }
        values
    }
}

/// The normal density of a step and its first two derivatives by the place that it starts from.
fn around(gap: f64, weight: f64) -> [f64; 3] {
    let density = normal_pdf(gap) * weight;
    [density, gap * density, (gap * gap - 1.0) * density]
}

/// `x^p / p!`.
fn powers(x: f64) -> [f64; 2 * POWERS] {
    let mut terms = [1.0; 2 * POWERS];
    for p in 1..2 * POWERS {
        terms[p] = terms[p - 1] * x / p as f64;
    }
    terms
}

/// Coefficient of `k^(2j+1)` in `sin(k z + delta)` but for its sign, from the powers of `z + d_0`.
fn of_powers(phase: &[f64; ORDERS], j: usize, power: impl Fn(usize) -> f64) -> f64 {
    (0..=2 * j + 1).fold(0.0, |sum, q| sum + phase[q] * power(2 * j + 1 - q))
}

/// Mean of the sine's powers over a step that ends beyond the barrier.
fn beyond(y: f64) -> Powers {
    let phase = phase(1.0);
    let (shifted, density) = (y + PHASE[0], normal_pdf(y));
    // Moments of the end over p!, counted from -d_0.
    let mut moments = [normal_cdf(-y); 2 * POWERS + 2];
    let mut edge = density;
    for p in 0..=2 * POWERS {
        let before = if p == 0 { 0.0 } else { moments[p - 1] };
        moments[p + 1] = (shifted * moments[p] + before - edge) / (p as f64 + 1.0);
        edge *= PHASE[0] / (p as f64 + 1.0);
    }
    let slope = |p: usize| (p as f64 + 1.0) * moments[p + 1] - shifted * moments[p];
    let curve = |p: usize| {
        let [once, twice] = [p as f64 + 1.0, p as f64 + 2.0];
        once * twice * moments[p + 2] - 2.0 * shifted * once * moments[p + 1] + (shifted * shifted - 1.0) * moments[p]
    };
    std::array::from_fn(|j| {
        let of = |power: &dyn Fn(usize) -> f64| parity(j) * of_powers(&phase, j, power);
        [of(&|p| moments[p]), of(&slope), of(&curve)]
    })
}
