//! Monomials of features up to a total degree.

use hashinsight_units::{Error, Fault, FieldPath, Problem};

/// Greatest number of terms of a model.
pub(super) const MOST_TERMS: usize = 512;

/// Exponents of every monomial of so many features up to a total degree, by degree and then by the first features' exponents, falling:
/// `1, x, y, x^2, x y, y^2, ...`.
pub(super) fn exponents(features: usize, degree: u32) -> Result<Vec<Vec<u32>>, Error> {
    let mut terms = Vec::new();
    for total in 0..=degree {
        extend(&mut terms, &mut Vec::new(), features, total);
        if terms.len() > MOST_TERMS {
            let fault = Fault::new("insurance.degree", Problem::OutOfRange).at(FieldPath::new("degree")).got(degree);
            return Err(fault
                .allowed(format!("a degree with at most {MOST_TERMS} terms of {features} features"))
                .into());
        }
    }
    Ok(terms)
}

/// Appends every list of exponents that begins so, has `left` more and adds up to `total`.
fn extend(terms: &mut Vec<Vec<u32>>, begun: &mut Vec<u32>, left: usize, total: u32) {
    if terms.len() > MOST_TERMS {
        return;
    }
    if left == 1 {
        begun.push(total);
        terms.push(begun.clone());
        begun.pop();
        return;
    }
    for first in (0..=total).rev() {
        begun.push(first);
        extend(terms, begun, left - 1, total - first);
        begun.pop();
    }
}

/// A monomial at a row of features.
pub(super) fn monomial(exponents: &[u32], row: &[f64]) -> f64 {
    let mut product = 1.0;
    for (exponent, value) in exponents.iter().zip(row) {
        for _ in 0..*exponent {
            product *= value;
        }
    }
    product
}
