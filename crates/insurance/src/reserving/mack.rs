//! Standard errors of chain-ladder reserves without a distribution (Mack 1993, ASTIN Bulletin 23; 1999, 29).
//!
//! ```text
//! sigma_j^2 = sum of C_ij (C_i,j+1 / C_ij - f_j)^2 / (n_j - 1)
//! mse(R_i)  = U_i^2 * sum over j of sigma_j^2 / f_j^2 (1 / C_ij + 1 / S_j)
//! mse(R)    = sum of mse(R_i) + 2 * sum over i < k of U_i U_k * sum over j of sigma_j^2 / (f_j^2 S_j)
//! ```
//!
//! `C_ij` beyond the diagonal is the completed one, `S_j` the sum that `f_j` was divided by, `U_i` the ultimate. The last age rests on one
//! origin, so that its sigma is extrapolated.

use hashinsight_numerics::{exp, ln, sum_by};
use hashinsight_units::{Outcome, Record};

use super::Triangle;
use super::factors::Factors;

/// How the sigma of the last age is found, which one origin alone cannot show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum SigmaExtrapolation {
    /// Mack's: `sigma_n^2 = min(sigma_(n-1)^4 / sigma_(n-2)^2, sigma_(n-2)^2, sigma_(n-1)^2)`.
    Mack,
    /// On the line of the logarithms of the sigmas over the ages.
    LogLinear,
}

/// Errors of the reserves: of each origin, and of their sum.
#[derive(Debug)]
pub(super) struct Errors {
    pub(super) by_origin: Vec<Outcome>,
    pub(super) total: Outcome,
}

/// Standard errors of chain-ladder reserves.
pub(super) fn errors(triangle: &Triangle, found: &Factors, extrapolation: SigmaExtrapolation) -> Errors {
    let undefined = |reason: &'static str| {
        let none = Outcome::Undefined { reason };
        Errors { by_origin: vec![none; triangle.rows().len()], total: none }
    };
    let variances = match variances(triangle, found, extrapolation) {
        Ok(variances) => variances,
        Err(reason) => return undefined(reason),
    };
    let (rows, ages) = (triangle.rows(), triangle.ages());
    // sigma^2 / f^2
    let relative: Vec<f64> = (0..ages - 1).map(|j| variances[j] / (found.growth[j] * found.growth[j])).collect();
    // sum over j from an age on of sigma^2 / (f^2 S)
    let mut estimation = vec![0.0; ages];
    for j in (0..ages - 1).rev() {
        estimation[j] = estimation[j + 1] + relative[j] / found.earlier[j];
    }
    let (mut by_origin, mut ultimates, mut total) = (Vec::new(), Vec::new(), 0.0);
    for row in rows {
        let mut amount = row[row.len() - 1];
        let mut process = 0.0;
        for (relative, factor) in relative.iter().zip(&found.growth).skip(row.len() - 1) {
            process += relative / amount;
            amount *= factor;
        }
        let estimated = estimation[row.len() - 1];
        let square = amount * amount * (process + estimated);
        // Every older origin shares the factors of the ages behind its own latest one.
        let shared = sum_by(rows.len().min(ultimates.len()), |older: usize| {
            let (ultimate, latest): (f64, usize) = ultimates[older];
            2.0 * ultimate * amount * estimation[latest]
        });
        total += square + shared;
        ultimates.push((amount, row.len() - 1));
        by_origin.push(error_of(square));
    }
    Errors { by_origin, total: error_of(total) }
}

fn error_of(square: f64) -> Outcome {
    if square.is_finite() {
        Outcome::Value(square.sqrt())
    } else {
        Outcome::Undefined { reason: "an amount grows from next to nothing, beyond what a number holds" }
    }
}

/// Variance parameter of each age, the last one extrapolated.
fn variances(
    triangle: &Triangle,
    found: &Factors,
    extrapolation: SigmaExtrapolation,
) -> Result<Vec<f64>, &'static str> {
    let rows = triangle.rows();
    if rows.iter().any(|row| row.contains(&0.0)) || found.growth.contains(&0.0) {
        return Err("an amount of 0 has no ratio to the next age");
    }
    let mut variances = Vec::with_capacity(found.growth.len());
    for (j, factor) in found.growth.iter().enumerate() {
        let count = found.counts[j];
        if count > 1 {
            let square = |i: usize| {
                let deviation = rows[i][j + 1] / rows[i][j] - factor;
                rows[i][j] * deviation * deviation
            };
            variances.push(sum_by(count, square) / (count - 1) as f64);
        } else if j + 1 < found.growth.len() {
            return Err("more than the last age rests on one origin alone");
        } else if j < 2 {
            return Err(
                "the last age rests on one origin, and fewer than two ages before it have a variance to extrapolate",
            );
        } else {
            variances.push(match extrapolation {
                SigmaExtrapolation::Mack => last_by_mack(variances[j - 2], variances[j - 1]),
                SigmaExtrapolation::LogLinear => last_by_line(&variances)?,
            });
        }
    }
    Ok(variances)
}

fn last_by_mack(before: f64, last: f64) -> f64 {
    let least = if before < last { before } else { last };
    let extrapolated = if before > 0.0 { last * last / before } else { 0.0 };
    if extrapolated < least { extrapolated } else { least }
}

/// The least-squares line of `ln sigma` over the ages, one age on.
fn last_by_line(variances: &[f64]) -> Result<f64, &'static str> {
    if variances.contains(&0.0) {
        return Err("a sigma of 0 has no logarithm");
    }
    let count = variances.len();
    let middle = (count - 1) as f64 / 2.0;
    let logs: Vec<f64> = variances.iter().map(|variance| ln(*variance)).collect();
    let mean = sum_by(count, |j| logs[j]) / count as f64;
    let offset = |j: usize| j as f64 - middle;
    let slope = sum_by(count, |j| offset(j) * logs[j]) / sum_by(count, |j| offset(j) * offset(j));
    Ok(exp(mean + slope * offset(count)))
}
