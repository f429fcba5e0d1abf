//! Linear least squares by orthogonal factors.
//!
//! The normal equations square the condition of a problem; Householder's reflections (1958) leave it as it is. Columns
//! are scaled by powers of two first, so that dollars beside fractions cost no digits and no rounding.

use hashinsight_units::Error;

use crate::{error, sum_by};

/// A fitted linear model, see [`least_squares`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LinearFit {
    /// One coefficient per column.
    pub coefficients: Vec<f64>,
    /// Standard errors of the coefficients under independent errors of one variance. `None` without more rows than
    /// columns, and for a ridge fit, whose bias they would hide.
    pub standard_errors: Option<Vec<f64>>,
    /// Sum of squared residuals.
    pub residual_squares: f64,
}

/// The coefficients that minimize `|y - sum of coefficient j times column j|^2`. An intercept is a column of ones.
///
/// With columns and coefficients scaled by the powers of two, the error `e` of the coefficients has
///
/// ```text
/// |e| <= 2^-50 (k + k^2 |r| / (|X| |c|)) |c|      k = |X| |pseudo-inverse of X|,  r = y - X c
/// ```
///
/// in Euclidean (Frobenius) norms: the form is Wedin's (Higham 2002, theorems 20.1 and 20.3), whose constant grows with
/// rows times columns; this one is asserted for up to 9000 rows and 12 columns.
///
/// ```
/// use hashinsight_numerics::least_squares;
/// let fit = least_squares(&[&[1.0; 4], &[0.0, 1.0, 2.0, 3.0]], &[1.0, 3.0, 5.0, 7.0])?;
/// assert!((fit.coefficients[0] - 1.0).abs() < 1e-14 && (fit.coefficients[1] - 2.0).abs() < 1e-14);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` for no column or fewer rows than columns; `length`,
/// `not_finite`; `out_of_range` for a column that is, to rounding, a combination of those
/// before it, and for values so large that their squares overflow.
pub fn least_squares(columns: &[&[f64]], y: &[f64]) -> Result<LinearFit, Error> {
    fit(columns, y, None)
}

/// The coefficients that minimize `|y - X c|^2 + sum of penalty j times c_j^2` (Hoerl and Kennard 1970). A penalty of 0
/// leaves a column, such as the intercept, alone. The error is that of [`least_squares`] with the roots of the penalties
/// as further rows.
///
/// ```
/// use hashinsight_numerics::ridge;
/// let fit = ridge(&[&[1.0, 1.0]], &[2.0, 4.0], &[1.0])?;
/// assert!((fit.coefficients[0] - 6.0 / 3.0).abs() < 1e-15); // x'y / (x'x + penalty)
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`least_squares`], and penalties that are negative, not finite or not one per column. With positive
/// penalties there may be fewer rows than columns.
pub fn ridge(columns: &[&[f64]], y: &[f64], penalties: &[f64]) -> Result<LinearFit, Error> {
    if penalties.len() != columns.len() {
        return Err(error::length("penalties", penalties.len(), columns.len()));
    }
    match penalties.iter().position(|p| !(*p >= 0.0 && p.is_finite())) {
        Some(i) => Err(error::refuse_at("penalties", i, penalties[i], "a finite number of at least 0")),
        None => fit(columns, y, Some(penalties)),
    }
}

fn fit(columns: &[&[f64]], y: &[f64], penalties: Option<&[f64]>) -> Result<LinearFit, Error> {
    let (rows, width) = (y.len(), columns.len());
    check(columns, y, penalties)?;
    let extra = if penalties.is_some() { width } else { 0 };
    // Columns scaled to a greatest magnitude between 1 and 2; the penalty's root rows below them.
    let scales: Vec<f64> = columns.iter().map(|column| power_of_two(column)).collect();
    let mut a: Vec<Vec<f64>> = columns
        .iter()
        .zip(&scales)
        .map(|(column, scale)| column.iter().map(|x| x / scale).chain(vec![0.0; extra]).collect())
        .collect();
    for (j, penalty) in penalties.unwrap_or_default().iter().enumerate() {
        a[j][rows + j] = penalty.sqrt() / scales[j];
    }
    let mut right: Vec<f64> = y.iter().copied().chain(vec![0.0; extra]).collect();
    let mut diagonal = vec![0.0; width];
    for j in 0..width {
        let whole = norm(&a[j]);
        let length = norm(&a[j][j..]);
        if length <= 1e-14 * whole || !length.is_finite() {
            let allowed = "columns that are linearly independent, with squares below 1e308";
            return Err(error::refuse_at("columns", j, length, allowed));
        }
        let alpha = if a[j][j] > 0.0 { -length } else { length };
        diagonal[j] = alpha;
        let mut v = a[j][j..].to_vec();
        v[0] -= alpha;
        let beta = -alpha * v[0]; // half of v'v
        let reflect = |target: &mut [f64]| {
            let factor = sum_by(v.len(), |i| v[i] * target[i]) / beta;
            for (t, v) in target.iter_mut().zip(&v) {
                *t -= factor * v;
            }
        };
        a[j + 1..].iter_mut().for_each(|column| reflect(&mut column[j..]));
        reflect(&mut right[j..]);
    }
    let upper = |i: usize, j: usize| if i == j { diagonal[i] } else { a[j][i] };
    let mut coefficients = vec![0.0; width];
    for i in (0..width).rev() {
        let known = (i + 1..width).fold(0.0, |sum, j| sum + upper(i, j) * coefficients[j]);
        coefficients[i] = (right[i] - known) / diagonal[i];
    }
    for (c, scale) in coefficients.iter_mut().zip(&scales) {
        *c /= scale;
    }
    let residual_squares = sum_by(rows, |i| {
        let model = columns.iter().zip(&coefficients).fold(0.0, |sum, (column, c)| sum + column[i] * c);
        (y[i] - model) * (y[i] - model)
    });
    if !residual_squares.is_finite() || coefficients.iter().any(|c| !c.is_finite()) {
        return Err(error::refuse("y", residual_squares, "values whose squares add up to less than 1.8e308"));
    }
    let standard_errors = (penalties.is_none() && rows > width).then(|| {
        let variance = residual_squares / (rows - width) as f64;
        inverse_row_norms(width, upper)
            .iter()
            .zip(&scales)
            .map(|(norm, scale)| variance.sqrt() * norm / scale)
            .collect()
    });
    Ok(LinearFit { coefficients, standard_errors, residual_squares })
}

/// Norms of the rows of the inverse of an upper triangular matrix: the roots of the diagonal of `(X'X)^-1`.
fn inverse_row_norms(width: usize, upper: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let mut squares = vec![0.0; width];
    for column in 0..width {
        let mut x = vec![0.0; width];
        for i in (0..=column).rev() {
            let unit = if i == column { 1.0 } else { 0.0 };
            let known = (i + 1..=column).fold(0.0, |sum, j| sum + upper(i, j) * x[j]);
            x[i] = (unit - known) / upper(i, i);
            squares[i] += x[i] * x[i];
        }
    }
    squares.iter().map(|square: &f64| square.sqrt()).collect()
}

fn check(columns: &[&[f64]], y: &[f64], penalties: Option<&[f64]>) -> Result<(), Error> {
    let (rows, width) = (y.len(), columns.len());
    if width == 0 {
        return Err(error::insufficient_data("columns", 0, 1));
    }
    let needed = if penalties.is_some() { 1 } else { width };
    if rows < needed {
        return Err(error::insufficient_data("y", rows, needed));
    }
    for (field, values) in columns.iter().map(|column| ("columns", *column)).chain([("y", y)]) {
        if values.len() != rows {
            return Err(error::length(field, values.len(), rows));
        }
        if let Some(i) = values.iter().position(|x| !x.is_finite()) {
            return Err(error::refuse_at(field, i, values[i], "finite numbers"));
        }
    }
    Ok(())
}

/// The power of two at or below the greatest magnitude; 1 for zeros and what is too small for its inverse.
fn power_of_two(values: &[f64]) -> f64 {
    let greatest = values.iter().fold(0.0, |top: f64, x| if x.abs() > top { x.abs() } else { top });
    let power = f64::from_bits(greatest.to_bits() & 0x7ff0_0000_0000_0000);
    if power > 1e-300 { power } else { 1.0 }
}

fn norm(values: &[f64]) -> f64 {
    sum_by(values.len(), |i| values[i] * values[i]).sqrt()
}
