//! Development factors: how amounts grow from one age to the next.

use hashinsight_numerics::sum_by;
use hashinsight_units::Error;

use super::Triangle;
use crate::refuse::none;

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
    pub(super) fn to_ultimate(&self, tail: f64) -> Vec<f64> {
        let mut to_ultimate = vec![tail];
        for factor in self.growth.iter().rev() {
            to_ultimate.push(factor * to_ultimate[to_ultimate.len() - 1]);
        }
        to_ultimate.reverse();
        to_ultimate
    }
}
