//! The tail of a distribution of losses: value at risk, tail value at risk, and whose losses they are.
//!
//! ```text
//! VaR_p  = least loss that is exceeded with a probability of at most 1 - p
//! TVaR_p = (E[L; L > VaR] + VaR (1 - p - P(L > VaR))) / (1 - p)                    mean of the worst 1 - p of all outcomes
//! co-TVaR_i = (E[X_i; L > VaR] + b E[X_i; L = VaR]) / (1 - p),    b = (1 - p - P(L > VaR)) / P(L = VaR)
//! ```
//!
//! (Acerbi and Tasche 2002 for the part of the atom; Tasche 1999 for the allocation, Euler's, whose parts add up to the whole.)

use hashinsight_units::{Error, Fraction, Order, Record};

use crate::refuse::refuse;

/// Value at risk and tail value at risk of the losses of a book at one level.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TailRisk {
    /// Probability that the loss stays at or below the value at risk.
    pub level: Fraction,
    /// Value at risk: least loss that is exceeded with a probability of at most `1 - level`, in units of currency.
    pub value_at_risk: f64,
    /// Tail value at risk: mean loss in the worst `1 - level` of all outcomes, in units of currency.
    pub tail_value_at_risk: f64,
}

/// Outcomes of a book by rising loss, each with its probability and a number that tells which it is.
#[derive(Clone, Debug)]
pub(crate) struct Outcomes {
    sorted: Vec<(f64, f64, usize)>,
}

/// A tail: its border, the weight of outcomes at the border and the probability beyond.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tail {
    pub(crate) value_at_risk: f64,
    pub(crate) rest: f64,
    /// Part of the outcomes at the border that belongs to the tail.
    pub(crate) border: f64,
    pub(crate) mean: f64,
}

impl Tail {
    /// Weight of an outcome in the mean of the tail, per unit of its probability.
    pub(crate) fn weight(&self, loss: f64) -> f64 {
        if loss > self.value_at_risk {
            1.0 / self.rest
        } else if loss == self.value_at_risk {
            self.border / self.rest
        } else {
            0.0
        }
    }

    pub(crate) fn at(&self, level: Fraction) -> TailRisk {
        TailRisk { level, value_at_risk: self.value_at_risk, tail_value_at_risk: self.mean }
    }
}

impl Outcomes {
    /// Losses and probabilities of the outcomes 0, 1, ...
    pub(crate) fn new(outcomes: impl Iterator<Item = (f64, f64)>) -> Self {
        let numbered = outcomes.enumerate().filter(|(_, (_, probability))| *probability > 0.0);
        let mut sorted: Vec<_> = numbered.map(|(number, (loss, probability))| (loss, probability, number)).collect();
        sorted.order_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
        Self { sorted }
    }

    /// Loss, probability and number of each outcome, by rising loss.
    pub(crate) fn sorted(&self) -> &[(f64, f64, usize)] {
        &self.sorted
    }

    /// Mean and standard deviation of the loss.
    pub(crate) fn moments(&self) -> [f64; 2] {
        let (mut mean, mut square) = (0.0, 0.0);
        for (loss, probability, _) in &self.sorted {
            mean += loss * probability;
        }
        for (loss, probability, _) in &self.sorted {
            square += (loss - mean) * (loss - mean) * probability;
        }
        [mean, square.sqrt()]
    }

    /// The tail at a level below 1.
    pub(crate) fn tail(&self, level: Fraction) -> Tail {
        let rest = 1.0 - level.get();
        let (mut beyond, mut sum, mut at) = (0.0, 0.0, self.sorted.len());
        while at > 0 {
            // Every outcome of the same loss belongs together.
            let loss = self.sorted[at - 1].0;
            let mut mass = 0.0;
            while at > 0 && self.sorted[at - 1].0 == loss {
                mass += self.sorted[at - 1].1;
                at -= 1;
            }
            if beyond + mass > rest || at == 0 {
                let part = rest - beyond;
                let part = if part > 0.0 { part } else { 0.0 };
                return Tail {
                    value_at_risk: loss,
                    rest,
                    border: if part < mass { part / mass } else { 1.0 },
                    mean: (sum + loss * part) / rest,
                };
            }
            beyond += mass;
            sum += loss * mass;
        }
        Tail { value_at_risk: 0.0, rest, border: 1.0, mean: 0.0 }
    }
}

/// Levels of a tail: 0 or more, below 1.
pub(crate) fn check_levels(field: &str, levels: &[Fraction]) -> Result<(), Error> {
    match levels.iter().position(|level| *level == Fraction::ONE) {
        Some(row) => Err(refuse(field, 1.0, "0 or more, below 1").in_row(row)),
        None => Ok(()),
    }
}

/// One level of a tail: 0 or more, below 1.
pub(crate) fn check_level(field: &str, level: Fraction) -> Result<(), Error> {
    if level == Fraction::ONE { Err(refuse(field, 1.0, "0 or more, below 1")) } else { Ok(()) }
}
