//! Values of a distribution at many places at once: with the bits of the single forms, those of the lognormal distribution in lanes.

use hashinsight_numerics::{ln_slice, normal_cdf_slice};

use super::{LognormalLoss, Severity};

impl Severity {
    /// [`cumulative`](Self::cumulative) at each place; 0 at what is not above 0.
    pub(super) fn cumulatives(&self, places: &[f64]) -> Vec<f64> {
        let of = |place: &f64| if *place > 0.0 { self.cumulative(*place) } else { 0.0 };
        match self {
            Self::Lognormal(LognormalLoss { mu, sigma }) => {
                let mut below = by_logarithm(places, |log| (log - mu) / sigma);
                for (below, _) in below.iter_mut().zip(places).filter(|(_, place)| **place <= 0.0) {
                    *below = 0.0;
                }
                below
            }
            _ => places.iter().map(of).collect(),
        }
    }

    /// [`survival`](Self::survival) at each place, all above 0.
    pub(super) fn survivals(&self, places: &[f64]) -> Vec<f64> {
        match self {
            Self::Lognormal(LognormalLoss { mu, sigma }) => by_logarithm(places, |log| (mu - log) / sigma),
            _ => places.iter().map(|place| self.survival(*place)).collect(),
        }
    }

    /// [`excess`](Self::excess) at each place, all above 0; `None` where there is none.
    pub(super) fn excesses(&self, places: &[f64]) -> Option<Vec<f64>> {
        match self {
            Self::Lognormal(LognormalLoss { mu, sigma }) => {
                let mean = self.moments().0;
                let near = by_logarithm(places, |log| (mu - log) / sigma + sigma);
                let far = by_logarithm(places, |log| (mu - log) / sigma);
                let of = |((place, near), far): ((&f64, f64), f64)| mean * near - place * far;
                Some(places.iter().zip(near).zip(far).map(of).collect())
            }
            _ => places.iter().map(|place| self.excess(*place)).collect(),
        }
    }
}

/// `N(distance(ln x))` at each place.
fn by_logarithm(places: &[f64], distance: impl Fn(f64) -> f64) -> Vec<f64> {
    let (mut values, mut out) = (vec![0.0; places.len()], vec![0.0; places.len()]);
    let lengths = ln_slice(places, &mut values);
    values.iter_mut().for_each(|value| *value = distance(*value));
    let lengths = lengths.and_then(|()| normal_cdf_slice(&values, &mut out));
    lengths.unwrap_or_else(|_| unreachable!("slices of one length"));
    out
}
