//! How many rungs of either side the price touches: the joint law of its least and greatest value.
//!
//! ```text
//! F(i, j) = P(min > barrier i + 1 below, max < barrier j + 1 above),       P(i, j) = F(i, j) - F(i - 1, j) - F(i, j - 1) + F(i - 1, j - 1)
//! ```

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, FirstPassage, HitProbabilityBatchParams, HitProbabilityColumns, HitProbabilityRequest, Lognormal,
    corridor_survival, hit_probability, hit_probability_batch,
};
use hashinsight_numerics::{ln_ratio, max};
use hashinsight_units::{AssetPrice, Error, Rate, Years};

use super::BookMarket;
use super::ladder::{Ladder, Rung};

/// Deviations per width of a corridor beyond which nothing stays inside: `e^(-450 pi^2)`.
const MOST_WIDTHS: f64 = 30.0;

/// A price until the expiry of a book.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Law {
    pub(crate) market: BookMarket,
    pub(crate) years: Years,
}

/// Probabilities of the numbers of rungs touched below and above: `below + 1` rows of `above + 1`.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    pub(crate) probability: Vec<f64>,
    pub(crate) above: usize,
}

impl Law {
    /// Probability that each of these barriers of one side is touched.
    pub(crate) fn touches(&self, side: BarrierSide, barriers: &[f64]) -> Result<Vec<f64>, Error> {
        let of = |number: f64| vec![number; barriers.len()];
        let BookMarket { spot, drift_per_year, volatility, .. } = self.market;
        let (spot, years, volatility) = (of(spot.get()), of(self.years.get()), of(volatility.get()));
        let columns = HitProbabilityColumns { spot: &spot, barrier: barriers, years: &years, volatility: &volatility };
        Ok(hit_probability_batch(&columns, &HitProbabilityBatchParams::new(side, drift_per_year))?.probability)
    }

    /// Probability that a barrier of one side is not touched, with its own digits.
    fn survival(&self, side: BarrierSide, barrier: f64) -> Result<f64, Error> {
        let BookMarket { spot, drift_per_year, volatility, .. } = self.market;
        let passage = FirstPassage::new(spot, AssetPrice::new(barrier)?, side, self.years, drift_per_year, volatility);
        Ok(hit_probability(&HitProbabilityRequest::new(passage, Measure::RealWorld)).survival_probability)
    }

    /// Probability that neither barrier is touched.
    fn stays(&self, below: Option<f64>, above: Option<f64>) -> Result<f64, Error> {
        let (below, above) = match (below, above) {
            (None, None) => return Ok(1.0),
            (Some(barrier), None) => return self.survival(BarrierSide::Down, barrier),
            (None, Some(barrier)) => return self.survival(BarrierSide::Up, barrier),
            (Some(below), Some(above)) => (below, above),
        };
        let BookMarket { spot, drift_per_year, volatility, .. } = self.market;
        let deviation = volatility.get() * self.years.get().sqrt();
        let is_touched = spot.get() <= below || spot.get() >= above;
        if is_touched || deviation > MOST_WIDTHS * ln_ratio(above, below) {
            return Ok(0.0);
        }
        let price = Lognormal::new(self.years, drift_per_year, Rate::new(0.0)?, volatility);
        corridor_survival(spot, AssetPrice::new(below)?, AssetPrice::new(above)?, &price)
    }

    /// The law of the numbers of rungs that are touched, each rung at the barrier that `place` takes of it.
    pub(crate) fn grid(&self, below: &Ladder, above: &Ladder, place: fn(&Rung) -> f64) -> Result<Grid, Error> {
        let [lower, upper] = [below, above].map(|ladder| ladder.rungs.iter().map(place).collect::<Vec<f64>>());
        if lower.is_empty() || upper.is_empty() {
            let (side, barriers) =
                if upper.is_empty() { (BarrierSide::Down, &lower) } else { (BarrierSide::Up, &upper) };
            return Ok(Grid { probability: self.one_sided(side, barriers)?, above: upper.len() });
        }
        let columns = upper.len() + 1;
        let mut stays = Vec::with_capacity((lower.len() + 1) * columns);
        for i in 0..=lower.len() {
            for j in 0..columns {
                stays.push(self.stays(lower.get(i).copied(), upper.get(j).copied())?);
            }
        }
        let at = |i: usize, j: usize| if i == 0 || j == 0 { 0.0 } else { stays[(i - 1) * columns + j - 1] };
        let mut probability = Vec::with_capacity(stays.len());
        for i in 1..=lower.len() + 1 {
            for j in 1..=columns {
                // What is below the rounding of these four is none.
                probability.push(max((at(i, j) - at(i - 1, j)) - (at(i, j - 1) - at(i - 1, j - 1)), 0.0));
            }
        }
        Ok(Grid { probability, above: upper.len() })
    }

    /// Probabilities that exactly 0, 1, ... of these barriers are touched, the nearest first.
    fn one_sided(&self, side: BarrierSide, barriers: &[f64]) -> Result<Vec<f64>, Error> {
        let Some(nearest) = barriers.first() else { return Ok(vec![1.0]) };
        let touches = self.touches(side, barriers)?;
        let farther = touches.iter().skip(1).copied().chain([0.0]);
        let exactly = touches.iter().zip(farther).map(|(near, far)| max(near - far, 0.0));
        Ok(std::iter::once(self.survival(side, *nearest)?).chain(exactly).collect())
    }
}
