//! Development factors: how amounts grow from one age to the next.

use hashinsight_numerics::sum_by;
use hashinsight_units::Error;

use super::Triangle;
use crate::refuse::{none, refuse};

/// Greatest factor to the ultimate; its inverse is the least. Squares of what comes of it are still numbers.
const GREATEST: f64 = 1e60;

/// Factors of a triangle, and what they were made of.
#[derive(Debug)]
pub(super) struct Factors {
    /// Factor from age `j` to `j + 1`: sum of the later amounts over sum of the earlier ones.
    pub(super) growth: Vec<f64>,
    /// Sum of the amounts at age `j` of the origins that reached age `j + 1`.
    pub(super) earlier: Vec<f64>,
    /// Number of these origins.
    pub(super) counts: Vec<usize>,
}

/// Volume-weighted factors (chain ladder).
pub(super) fn factors(triangle: &Triangle) -> Result<Factors, Error> {
    let rows = triangle.rows();
    let mut found = Factors { growth: Vec::new(), earlier: Vec::new(), counts: Vec::new() };
    for age in 0..triangle.ages() - 1 {
        let count = rows.iter().take_while(|row| row.len() > age + 1).count();
        let earlier = sum_by(count, |i| rows[i][age]);
        if earlier <= 0.0 {
            return Err(none("cumulative", earlier, "an amount above 0 in every age that goes on")
                .in_row(0)
                .in_row(age));
        }
        found.growth.push(sum_by(count, |i| rows[i][age + 1]) / earlier);
        found.earlier.push(earlier);
        found.counts.push(count);
    }
    Ok(found)
}

impl Factors {
    /// Factor from each age to the ultimate, with a tail behind the last age.
    ///
    /// # Errors
    /// A factor outside of [`GREATEST`], unless it is 0.
    pub(super) fn to_ultimate(&self, tail: f64) -> Result<Vec<f64>, Error> {
        let mut to_ultimate = vec![tail];
        for factor in self.growth.iter().rev() {
            to_ultimate.push(factor * to_ultimate[to_ultimate.len() - 1]);
        }
        to_ultimate.reverse();
        match to_ultimate.iter().position(|factor| *factor != 0.0 && !(1.0 / GREATEST..=GREATEST).contains(factor)) {
            Some(age) => {
                let allowed = "amounts that grow to the ultimate by 1e-60 to 1e60";
                Err(refuse("cumulative", self.earlier.get(age).copied().unwrap_or(tail), allowed).in_row(0).in_row(age))
            }
            None => Ok(to_ultimate),
        }
    }
}
