//! What covers of longs and of shorts do for each other: a price that touches the ones seldom touches the others.

use hashinsight_units::{Fraction, Outcome, Record};

use super::exact::Exact;
use super::tail::Outcomes;

/// Hedge between covers below the price and covers above it.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SideHedge {
    /// Probability that some barrier below the price is touched.
    pub down_probability: f64,
    /// Probability that some barrier above the price is touched.
    pub up_probability: f64,
    /// Probability that barriers on both sides are touched.
    pub both_probability: f64,
    /// Probability that no barrier is touched.
    pub neither_probability: f64,
    /// Correlation between the losses of the two sides: negative where they hedge each other.
    pub correlation: Outcome,
    /// Tail value at risk of the covers below the price alone, at the allocation level, in units of currency.
    pub down_tail_value_at_risk: f64,
    /// Tail value at risk of the covers above the price alone, at the allocation level, in units of currency.
    pub up_tail_value_at_risk: f64,
    /// Diversification: tail value at risk of both sides alone less that of the book, in units of currency.
    pub diversification: f64,
}

/// The hedge of a book that has covers on both sides.
pub(crate) fn hedge(book: &Exact, level: Fraction) -> Option<SideHedge> {
    if book.below.rungs.is_empty() || book.above.rungs.is_empty() {
        return None;
    }
    let (grid, columns) = (&book.near.grid, book.near.grid.above + 1);
    let (lower, upper) = (book.below.losses(), book.above.losses());
    let [mut by_row, mut by_column] = [vec![0.0; lower.len()], vec![0.0; upper.len()]];
    for (number, probability) in grid.probability.iter().enumerate() {
        by_row[number / columns] += probability;
        by_column[number % columns] += probability;
    }
    let alone = |losses: &[f64], mass: &[f64]| Outcomes::new(losses.iter().copied().zip(mass.iter().copied()));
    let (down, up) = (alone(&lower, &by_row), alone(&upper, &by_column));
    let ([down_mean, down_deviation], [up_mean, up_deviation]) = (down.moments(), up.moments());
    let mut covariance = 0.0;
    for (number, probability) in grid.probability.iter().enumerate() {
        covariance += (lower[number / columns] - down_mean) * (upper[number % columns] - up_mean) * probability;
    }
    let spread = down_deviation * up_deviation;
    let [down_tail, up_tail, whole] = [&down, &up, &book.near.outcomes].map(|outcomes| outcomes.tail(level).mean);
    let neither = grid.probability[0];
    let (no_down, no_up) = (by_row[0], by_column[0]);
    let both: f64 = (grid.probability.iter().enumerate())
        .filter(|(number, _)| number / columns > 0 && number % columns > 0)
        .fold(0.0, |sum, (_, probability)| sum + probability);
    Some(SideHedge {
        down_probability: 1.0 - no_down,
        up_probability: 1.0 - no_up,
        both_probability: both,
        neither_probability: neither,
        correlation: if spread > 0.0 {
            Outcome::of(covariance / spread)
        } else {
            Outcome::Undefined { reason: "one_side_is_certain" }
        },
        down_tail_value_at_risk: down_tail,
        up_tail_value_at_risk: up_tail,
        diversification: down_tail + up_tail - whole,
    })
}
