//! Sums that do not depend on how the work was cut.

use hashinsight_units::Error;

use crate::error;

const LANES: usize = 8;
const BLOCK: usize = 4096;

/// A sum in the making, with the bits of [`sum`] however the sequence is cut.
///
/// ```
/// use hashinsight_numerics::{Sum, sum};
/// let values: Vec<f64> = (0..10_000).map(|i| 1.0 / f64::from(i + 1)).collect();
/// let mut total = Sum::new();
/// for chunk in values.chunks(77) {
///     total.extend(chunk);
/// }
/// assert_eq!(total.total(), sum(&values)); // the same bits
/// ```
#[derive(Clone, Debug)]
pub struct Sum {
    lanes: [f64; LANES],
    filled: usize,
    blocks: u64,
    /// One finished subtree per set bit of `blocks`, the largest first.
    trees: Vec<f64>,
}

impl Default for Sum {
    fn default() -> Self {
        Self::new()
    }
}

impl Sum {
    /// The empty sum, 0.
    ///
    /// ```
    /// assert_eq!(hashinsight_numerics::Sum::new().total(), 0.0);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { lanes: [0.0; LANES], filled: 0, blocks: 0, trees: Vec::new() }
    }

    /// Appends one number.
    ///
    /// ```
    /// let mut sum = hashinsight_numerics::Sum::new();
    /// sum.push(1.5);
    /// assert_eq!(sum.total(), 1.5);
    /// ```
    #[inline]
    pub fn push(&mut self, x: f64) {
        self.lanes[self.filled % LANES] += x;
        self.filled += 1;
        if self.filled == BLOCK {
            self.close_block();
        }
    }

    /// Appends a slice.
    ///
    /// ```
    /// let mut sum = hashinsight_numerics::Sum::new();
    /// sum.extend(&[1.0, 2.0]);
    /// assert_eq!(sum.total(), 3.0);
    /// ```
    pub fn extend(&mut self, values: &[f64]) {
        self.extend_by(values.len(), |i| values[i]);
    }

    /// Appends `term(0), ..., term(count - 1)`: a sum of what is computed, without a buffer.
    ///
    /// ```
    /// let mut squares = hashinsight_numerics::Sum::new();
    /// squares.extend_by(4, |i| (i * i) as f64);
    /// assert_eq!(squares.total(), 14.0);
    /// ```
    #[inline]
    pub fn extend_by(&mut self, count: usize, term: impl Fn(usize) -> f64) {
        let mut i = 0;
        while i < count {
            if !self.filled.is_multiple_of(LANES) || count - i < LANES {
                self.push(term(i));
                i += 1;
                continue;
            }
            // Whole rows up to the end of the block, with the lanes in registers.
            let rows = ((BLOCK - self.filled) / LANES).min((count - i) / LANES);
            let mut lanes = self.lanes;
            for row in 0..rows {
                for (lane, sum) in lanes.iter_mut().enumerate() {
                    *sum += term(i + row * LANES + lane);
                }
            }
            self.lanes = lanes;
            self.filled += rows * LANES;
            i += rows * LANES;
            if self.filled == BLOCK {
                self.close_block();
            }
        }
    }

    /// The sum so far.
    ///
    /// ```
    /// let mut sum = hashinsight_numerics::Sum::new();
    /// sum.extend(&[0.5; 3]);
    /// assert_eq!(sum.total(), 1.5);
    /// ```
    #[must_use]
    pub fn total(&self) -> f64 {
        let open = (self.filled > 0).then(|| join(self.lanes));
        let total = self.trees.iter().copied().chain(open).rev().reduce(|right, left| left + right).unwrap_or(0.0);
        if total.is_nan() { f64::NAN } else { total }
    }

    /// Takes the lanes of a block into a sum that has only whole blocks.
    fn take_block(&mut self, lanes: [f64; LANES], count: usize) {
        (self.lanes, self.filled) = (lanes, count);
        if count == BLOCK {
            self.close_block();
        }
    }

    fn close_block(&mut self) {
        let mut tree = join(self.lanes);
        for _ in 0..self.blocks.trailing_ones() {
            if let Some(left) = self.trees.pop() {
                tree += left;
            }
        }
        self.trees.push(tree);
        self.blocks += 1;
        self.lanes = [0.0; LANES];
        self.filled = 0;
    }
}

fn join(lane: [f64; LANES]) -> f64 {
    ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]))
}

/// The sum of a slice, in one fixed order; 0 if empty. NaN and infinities propagate.
///
/// Floating-point addition is not associative, so the order is the contract: a sequence is cut into blocks of 4096;
/// inside a block element `i` is added to lane `i mod 8`, and the lanes are joined as `((0+4)+(2+6)) + ((1+5)+(3+7))`;
/// the blocks are joined in order by a binary tree that adds equal-sized neighbors first and, at the end, what remains
/// from the right. [`Sum`] gives these bits for any chunking of the sequence. Error below `(515 + log2(n / 4096))
/// 2^-53` of the sum of magnitudes: it grows with `log n`, left to right with `n`.
///
/// ```
/// assert_eq!(hashinsight_numerics::sum(&[1.0, 2.0, 3.5]), 6.5);
/// ```
#[must_use]
pub fn sum(values: &[f64]) -> f64 {
    sum_by(values.len(), |i| values[i])
}

/// The sum of `term(0), ..., term(count - 1)` in the same order as [`sum`].
///
/// ```
/// assert_eq!(hashinsight_numerics::sum_by(4, |i| i as f64), 6.0);
/// ```
#[must_use]
#[inline]
pub fn sum_by(count: usize, term: impl Fn(usize) -> f64) -> f64 {
    let mut sum = Sum::new();
    sum.extend_by(count, term);
    sum.total()
}

/// Several sums over one slice in one pass: element `j` of the answer has the bits of [`sum`] over `term(x)[j]`.
///
/// ```
/// use hashinsight_numerics::{sum_by, sums};
/// let x = [0.1, 0.2, 0.4];
/// let [plain, squares] = sums(&x, |x| [x, x * x]);
/// assert_eq!((plain, squares), (sum_by(3, |i| x[i]), sum_by(3, |i| x[i] * x[i])));
/// ```
#[must_use]
#[inline(always)]
#[expect(clippy::inline_always, reason = "the lanes of a caller reach what is inlined into it, and no further")]
pub fn sums<const N: usize>(values: &[f64], term: impl Fn(f64) -> [f64; N]) -> [f64; N] {
    sums_of_pairs(values, values, |x, _| term(x))
}

/// Several sums over the pairs of two slices in one pass, up to the end of the shorter: see [`sums`].
///
/// ```
/// use hashinsight_numerics::{dot, sums_of_pairs};
/// let (a, b) = ([1.0, 2.0], [3.0, 4.0]);
/// assert_eq!(sums_of_pairs(&a, &b, |a, b| [a * b, a + b]), [dot(&a, &b)?, 10.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[must_use]
#[inline(always)]
#[expect(clippy::inline_always, reason = "the lanes of a caller reach what is inlined into it, and no further")]
pub fn sums_of_pairs<const N: usize>(a: &[f64], b: &[f64], term: impl Fn(f64, f64) -> [f64; N]) -> [f64; N] {
    let count = if a.len() < b.len() { a.len() } else { b.len() };
    let mut totals = [const { Sum::new() }; N];
    for (a, b) in a[..count].chunks(BLOCK).zip(b[..count].chunks(BLOCK)) {
        let mut lanes = [[0.0; LANES]; N];
        let ((rows, a_rest), (partners, b_rest)) = (a.as_chunks::<LANES>(), b.as_chunks::<LANES>());
        for (row, partner) in rows.iter().zip(partners) {
            for lane in 0..LANES {
                let terms = term(row[lane], partner[lane]);
                for (lanes, term) in lanes.iter_mut().zip(terms) {
                    lanes[lane] += term;
                }
            }
        }
        for (lane, (a, b)) in a_rest.iter().zip(b_rest).enumerate() {
            for (lanes, term) in lanes.iter_mut().zip(term(*a, *b)) {
                lanes[lane] += term;
            }
        }
        for (total, lanes) in totals.iter_mut().zip(lanes) {
            total.take_block(lanes, a.len());
        }
    }
    totals.map(|total| total.total())
}

/// The inner product of two slices.
///
/// ```
/// assert_eq!(hashinsight_numerics::dot(&[1.0, 2.0], &[3.0, 4.0])?, 11.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `length` where the slices differ in length.
pub fn dot(a: &[f64], b: &[f64]) -> Result<f64, Error> {
    if a.len() != b.len() {
        return Err(error::length("b", b.len(), a.len()));
    }
    Ok(sum_by(a.len(), |i| a[i] * b[i]))
}

/// The arithmetic mean.
///
/// ```
/// assert_eq!(hashinsight_numerics::mean(&[1.0, 2.0, 6.0])?, 3.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` for an empty slice, `not_finite` for NaN or an infinity.
pub fn mean(values: &[f64]) -> Result<f64, Error> {
    at_least(values, 1)?;
    Ok(finite_mean(values))
}

/// The variance with divisor `n - ddof`: `ddof = 1` for the unbiased estimate from a sample, 0 for a whole population.
///
/// Two passes, with the correction of Chan, Golub and Leveque (1983): the squared deviations from the rounded mean,
/// less what that rounding added. Relative error below `(530 + log2(n / 4096)) 2^-53`.
///
/// ```
/// use hashinsight_numerics::variance;
/// assert_eq!(variance(&[1.0, 2.0, 3.0, 4.0], 1)?, 5.0 / 3.0);
/// assert_eq!(variance(&[1.0, 2.0, 3.0, 4.0], 0)?, 1.25);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` unless there are more than `ddof` values, `not_finite` for NaN or
/// an infinity, and where the squares overflow.
pub fn variance(values: &[f64], ddof: usize) -> Result<f64, Error> {
    at_least(values, ddof.saturating_add(1))?;
    let n = values.len() as f64;
    let mean = finite_mean(values);
    let squares = sum_by(values.len(), |i| (values[i] - mean) * (values[i] - mean));
    if !squares.is_finite() {
        return Err(error::refuse("variance", squares, "observations whose squares add up to less than 1.8e308"));
    }
    let drift = sum_by(values.len(), |i| values[i] - mean);
    let corrected = squares - drift * drift / n;
    Ok(if corrected > 0.0 { corrected } else { 0.0 } / (values.len() - ddof) as f64)
}

/// The mean of finite values, which is finite even where their sum is not.
fn finite_mean(values: &[f64]) -> f64 {
    let (n, total) = (values.len() as f64, sum(values));
    if total.is_finite() { total / n } else { sum_by(values.len(), |i| values[i] / n) }
}

fn at_least(values: &[f64], needed: usize) -> Result<(), Error> {
    if values.len() < needed {
        return Err(error::insufficient_data("values", values.len(), needed));
    }
    match values.iter().position(|x| !x.is_finite()) {
        None => Ok(()),
        Some(i) => Err(error::refuse_at("values", i, values[i], "finite numbers")),
    }
}
