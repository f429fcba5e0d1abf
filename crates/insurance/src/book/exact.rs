//! Losses of covers on one path, exactly.

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_derivatives::simulate::JumpModel;
use hashinsight_units::{At, Error, Problem, Timestamp, Years};

use super::cover::years;
use super::ladder::{Ladder, Rung};
use super::law::{Grid, Law};
use super::tail::{Outcomes, Tail};
use super::{BookCover, BookMarket};
use crate::refuse::tell;

/// Covers of one price and one expiry, with the law of what becomes of them.
#[derive(Clone, Debug)]
pub(crate) struct Exact {
    pub(crate) below: Ladder,
    pub(crate) above: Ladder,
    /// Every rung is touched as soon as its nearest barrier is: no path has a lesser loss than the true one.
    pub(crate) near: Scenario,
    /// Every rung is touched as late as its farthest barrier is: no path has a greater loss. Absent where it is the same.
    pub(crate) far: Option<Scenario>,
}

/// Law of the touched rungs, and the losses that follow.
#[derive(Clone, Debug)]
pub(crate) struct Scenario {
    pub(crate) grid: Grid,
    pub(crate) outcomes: Outcomes,
}

/// The one window of a book, in years: all covers are of the market's instrument and of one expiry, and have begun.
pub(crate) fn window(covers: &[BookCover], market: &BookMarket, time: Timestamp) -> Result<Law, Error> {
    if market.jumps != JumpModel::None {
        return Err(
            tell("jumps", Problem::Unsupported, "jumps", "none: the job book_simulation takes them").at("market")
        );
    }
    let expiry = covers[0].expiry_ms;
    for (row, cover) in covers.iter().enumerate() {
        let fault = |field: &str, got: &dyn hashinsight_units::Shown, allowed: String| {
            Err(tell(field, Problem::Several, got, allowed).in_row(row).at("covers"))
        };
        if cover.instrument != market.instrument {
            let allowed = format!("{}, that of the market; several: the job book_simulation", market.instrument);
            return fault("instrument", &cover.instrument, allowed);
        }
        if cover.expiry_ms != expiry {
            let allowed = format!("one expiry, {}; several: the job book_simulation", expiry.to_ms());
            return fault("expiry_ms", &cover.expiry_ms.to_ms(), allowed);
        }
        if cover.inception_ms > time {
            let allowed = format!("begun by the valuation, {}; later: the job book_simulation", time.to_ms());
            return fault("inception_ms", &cover.inception_ms.to_ms(), allowed);
        }
    }
    Ok(Law { market: *market, years: Years::new(years(time, expiry)).at("expiry_ms")? })
}

impl Exact {
    pub(crate) fn new(covers: &[BookCover], law: &Law, buckets: usize) -> Result<Self, Error> {
        let is = |side: BarrierSide| covers.iter().any(|cover| cover.side == side);
        // A book of one side needs one probability per barrier, one of two a probability per pair.
        let most = if is(BarrierSide::Down) && is(BarrierSide::Up) { buckets } else { usize::MAX };
        let [below, above] = [BarrierSide::Down, BarrierSide::Up].map(|side| Ladder::new(covers, side, most));
        let near = Scenario::new(&below, &above, law, |rung| rung.near)?;
        let merged = below.is_merged() || above.is_merged();
        let far = if merged { Some(Scenario::new(&below, &above, law, |rung| rung.far)?) } else { None };
        Ok(Self { below, above, near, far })
    }

    /// Part of each cover in the tail value at risk, in the order of the covers.
    pub(crate) fn allocation(&self, covers: &[BookCover], tail: &Tail) -> Vec<f64> {
        let columns = self.above.rungs.len() + 1;
        let [mut by_row, mut by_column] = [vec![0.0; self.below.rungs.len() + 1], vec![0.0; columns]];
        for (loss, probability, number) in self.near.outcomes.sorted() {
            let weight = tail.weight(*loss) * probability;
            by_row[number / columns] += weight;
            by_column[number % columns] += weight;
        }
        let mut parts = vec![0.0; covers.len()];
        for (ladder, weights) in [(&self.below, &mut by_row), (&self.above, &mut by_column)] {
            // From "exactly so many rungs" to "at least so many".
            for rung in (1..weights.len()).rev() {
                weights[rung - 1] += weights[rung];
            }
            for (number, rung) in &ladder.rung_of {
                parts[*number] = covers[*number].sum_insured.get() * weights[rung + 1];
            }
        }
        parts
    }
}

impl Scenario {
    fn new(below: &Ladder, above: &Ladder, law: &Law, place: fn(&Rung) -> f64) -> Result<Self, Error> {
        let grid = law.grid(below, above, place)?;
        let (lower, upper) = (below.losses(), above.losses());
        let losses = lower.iter().flat_map(|down| upper.iter().map(move |up| down + up));
        let outcomes = Outcomes::new(losses.zip(grid.probability.iter().copied()));
        Ok(Self { grid, outcomes })
    }
}
