//! The root of a matrix of correlations.

use hashinsight_units::{Error, Finite, Problem};

use crate::refuse::{length, refuse, tell};

/// Pivots below this are none: correlations are given to a few digits.
const ROUNDING: f64 = 1e-12;

/// The lower triangle `L` with `L L' = correlations` (Cholesky), row by row. A pivot that is none leaves its column empty, so that prices
/// which move as one have a root too.
pub(crate) fn root(correlation: &[Vec<Finite>], markets: usize) -> Result<Vec<Vec<f64>>, Error> {
    if correlation.len() != markets {
        return Err(length("correlation", correlation.len(), markets));
    }
    // All of them first: a row is compared with the ones below it.
    if let Some(i) = correlation.iter().position(|row| row.len() != markets) {
        return Err(length("correlation", correlation[i].len(), markets).in_row(i));
    }
    for (i, row) in correlation.iter().enumerate() {
        for (j, value) in row.iter().enumerate() {
            let (value, mirrored) = (value.get(), correlation[j][i].get());
            let allowed = if i == j { "1 on the diagonal" } else { "-1 to 1, the same on both sides of the diagonal" };
            if (i == j && value != 1.0) || value != mirrored || value.abs() > 1.0 {
                return Err(refuse("correlation", value, allowed).in_row(i).in_row(j));
            }
        }
    }
    let mut root: Vec<Vec<f64>> = Vec::with_capacity(markets);
    for i in 0..markets {
        let mut row = vec![0.0; i + 1];
        for j in 0..i {
            let known: f64 = (0..j).fold(0.0, |sum, k| sum + row[k] * root[j][k]);
            let rest = correlation[i][j].get() - known;
            if root[j][j] > 0.0 {
                row[j] = rest / root[j][j];
            } else if rest.abs() > ROUNDING.sqrt() {
                return Err(indefinite());
            }
        }
        let pivot = 1.0 - row[..i].iter().fold(0.0, |sum, value| sum + value * value);
        if pivot < -ROUNDING {
            return Err(indefinite());
        }
        row[i] = if pivot > ROUNDING { pivot.sqrt() } else { 0.0 };
        root.push(row);
    }
    Ok(root)
}

fn indefinite() -> Error {
    let allowed = "correlations that prices can have: a positive semidefinite matrix";
    tell("correlation", Problem::OutOfRange, "an indefinite matrix", allowed)
}
