//! A price on its way to a level.

use hashinsight_numerics::ln_ratio;
use hashinsight_units::{AssetPrice, Rate, Record, Volatility, Years};

use super::barrier_terms::{BarrierSide, Walk};

/// Price on its way to a level within a horizon: the first-passage problem.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FirstPassage {
    /// Price of the asset now, in quote currency.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Price level of the barrier, in quote currency.
    #[record(example = 54216.87)]
    pub barrier: AssetPrice,
    /// Side of the price on which the barrier lies. Under continuous watch a spot at the barrier or beyond has touched it; watched on
    /// dates, it is seen there only if it still is on the first of them.
    #[record(example = "down")]
    pub side: BarrierSide,
    /// Horizon, in years of 365 days.
    #[record(example = 0.019178082191780823)]
    pub years: Years,
    /// Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. Riskless rate less yield under Q, the caller's belief under P.
    #[record(example = 0)]
    pub drift_per_year: Rate,
    /// Volatility per square root of a year; between jumps, where the model has them.
    #[record(example = 0.65)]
    pub volatility: Volatility,
}

/// Numbers of a [`FirstPassage`], known to be in range.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Passage {
    pub(super) side: BarrierSide,
    pub(super) spot: f64,
    pub(super) barrier: f64,
    pub(super) years: f64,
    /// Drift of the logarithm, per year.
    pub(super) log_drift: f64,
    pub(super) volatility: f64,
}

impl From<&FirstPassage> for Passage {
    fn from(passage: &FirstPassage) -> Self {
        let FirstPassage { spot, barrier, side, years, drift_per_year, volatility } = *passage;
        Self::new(side, [spot.get(), barrier.get(), years.get(), drift_per_year.get(), volatility.get()])
    }
}

impl Passage {
    /// `[spot, barrier, years, drift, volatility]`.
    #[inline(always)]
    pub(crate) fn new(side: BarrierSide, [spot, barrier, years, drift, volatility]: [f64; 5]) -> Self {
        Self { side, spot, barrier, years, log_drift: drift - 0.5 * volatility * volatility, volatility }
    }

    /// Walk of the logarithm, where chance decides.
    #[inline(always)]
    pub(crate) fn walk(&self) -> Option<Walk> {
        let (walk, random) = self.walk_if_random();
        random.then_some(walk)
    }

    /// Walk of the logarithm, and whether chance decides: otherwise the walk means nothing.
    #[inline(always)]
    pub(crate) fn walk_if_random(&self) -> (Walk, bool) {
        let deviation = self.volatility * self.years.sqrt();
        let walk = Walk::new(self.spot, self.barrier, self.log_drift * self.years, deviation);
        (walk, deviation != 0.0 && walk.h != 0.0 && !self.is_touched())
    }

    #[inline(always)]
    fn is_touched(&self) -> bool {
        self.side.is_touched(self.spot, self.barrier)
    }

    /// Time in years at which a price without volatility arrives, if it does within the horizon.
    pub(crate) fn certain_arrival(&self) -> Option<f64> {
        let (time, arrives) = self.arrival(ln_ratio(self.barrier, self.spot));
        arrives.then_some(time)
    }

    /// Time in years at which a price without volatility arrives over a distance, and whether that is within the horizon.
    #[inline(always)]
    pub(crate) fn arrival(&self, distance: f64) -> (f64, bool) {
        let there = distance == 0.0 || self.is_touched();
        let time = if there { 0.0 } else { distance / self.log_drift };
        (time, time >= 0.0 && time <= self.years)
    }

    /// Every case is evaluated and the right one selected, so that loops become lanes.
    #[inline(always)]
    pub(crate) fn probability(&self) -> f64 {
        let (walk, random) = self.walk_if_random();
        let touches = walk.touches();
        let (_, arrives) = self.arrival(walk.h);
        let certain = if arrives { 1.0 } else { 0.0 };
        if random { touches } else { certain }
    }

    /// Probability of no touch, with its own digits where a touch is almost certain.
    pub(crate) fn survival(&self) -> f64 {
        match self.walk() {
            Some(walk) => walk.stays(),
            None if self.certain_arrival().is_some() => 0.0,
            None => 1.0,
        }
    }
}
