//! First passage of geometric Brownian motion: the probability that a price touches a level within a horizon.
//!
//! ```text
//! P(tau <= T) = N((h - m T) / (sigma sqrt T)) + e^(2 m h / sigma^2) N((h + m T) / (sigma sqrt T))      barrier below, h = ln(H/S) < 0
//! m = mu - sigma^2 / 2;   above: the same with h and m of the other sign
//! ```
//!
//! (The reflection principle; Karatzas and Shreve 1991, 2.8.) This is the probability that a leveraged position is liquidated when its level
//! is [`liquidation_price`](crate::margin::LiquidationReport::liquidation_price). It is evaluated in a form that neither overflows for small
//! volatilities nor loses the digits of small probabilities: relative error below 1e-13 times the square of the distance in deviations.
//! Counting only where the price ends misses about half of the touches.

use hashinsight_numerics::normal_pdf;
use hashinsight_units::Record;

use super::barrier_terms::Walk;
use super::passage::{FirstPassage, Passage};
use crate::Measure;

/// Inputs of [`hit_probability`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HitProbabilityRequest {
    /// Price on its way to the barrier.
    #[record(flatten)]
    pub passage: FirstPassage,
    /// Measure that the drift is of.
    #[record(example = "real_world")]
    pub measure: Measure,
}

/// Derivatives of a touch probability.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HitGreeks {
    /// Change of the probability per unit of spot.
    pub by_spot: f64,
    /// Second derivative of the probability by the spot.
    pub by_spot_twice: f64,
    /// Change of the probability per unit of the barrier.
    pub by_barrier: f64,
    /// Change of the probability per 1.00 of volatility, at a fixed drift of the price.
    pub by_volatility: f64,
    /// Change of the probability per year of horizon: under continuous watch the density of the touch time. Dates that are equally spaced
    /// move with the horizon, others stay.
    pub by_years: f64,
}

/// Result of [`hit_probability`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HitProbabilityReport {
    /// Measure of the numbers, as in the request.
    pub measure: Measure,
    /// Probability of a touch within the horizon.
    pub probability: f64,
    /// Probability of no touch within the horizon, in full relative precision.
    pub survival_probability: f64,
    /// Distance to the barrier in standard deviations of the logarithm; absent where there is no deviation.
    pub distance_sigmas: Option<f64>,
    /// Derivatives of the probability; absent where it is 0 or 1 for certain.
    pub greeks: Option<HitGreeks>,
}

/// The probability that the price touches a level within a horizon, continuously watched.
///
/// ```
/// use hashinsight_derivatives::Measure;
/// use hashinsight_derivatives::pricing::{BarrierSide, FirstPassage, HitProbabilityRequest, hit_probability};
/// use hashinsight_units::{AssetPrice, Rate, Volatility, Years};
/// // Liquidation of a long at 10 times leverage within a week.
/// let passage = FirstPassage::new(
///     AssetPrice::new(60_000.0)?,
///     AssetPrice::new(54_216.87)?,
///     BarrierSide::Down,
///     Years::new(7.0 / 365.0)?,
///     Rate::new(0.0)?,
///     Volatility::new(0.65)?,
/// );
/// let report = hit_probability(&HitProbabilityRequest::new(passage, Measure::RealWorld));
/// assert_eq!(format!("{:.4}", report.probability), "0.2736");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn hit_probability(request: &HitProbabilityRequest) -> HitProbabilityReport {
    let passage = Passage::from(&request.passage);
    let walk = passage.walk();
    HitProbabilityReport {
        measure: request.measure,
        probability: passage.probability(),
        survival_probability: passage.survival(),
        distance_sigmas: walk.map(|walk| walk.h.abs() / walk.deviation).filter(|distance| distance.is_finite()),
        greeks: walk.and_then(|walk| greeks(&passage, &walk)),
    }
}

/// Derivatives of the touch probability; `None` where one of them is not finite.
fn greeks(passage: &Passage, walk: &Walk) -> Option<HitGreeks> {
    let w = walk.side();
    let Walk { h, mean, deviation } = *walk;
    let (distance, toward, sigma) = (h.abs(), -w * mean, passage.volatility);
    let z = (toward - distance) / deviation;
    let (density, reflected) = (normal_pdf(z), walk.reflected(w, h));
    // By the distance, once and twice; by the drift of the logarithm toward the barrier.
    let pull = 2.0 * toward / (deviation * deviation);
    let by_distance = pull * reflected - 2.0 * density / deviation;
    let by_distance_twice =
        pull * (pull * reflected - density / deviation) - 2.0 * z * density / (deviation * deviation);
    let by_drift = 2.0 * distance * reflected / (sigma * sigma);
    let own = 2.0 * distance * density / (sigma * deviation) - 2.0 * pull * distance * reflected / sigma;
    let greeks = HitGreeks {
        by_spot: w * by_distance / passage.spot,
        by_spot_twice: (by_distance_twice - w * by_distance) / (passage.spot * passage.spot),
        by_barrier: 0.0 - w * by_distance / passage.barrier,
        by_volatility: own + w * sigma * by_drift,
        by_years: distance * density / (deviation * passage.years),
    };
    HitGreeks::finite(greeks)
}

impl HitGreeks {
    /// `None` where one of them is not finite.
    pub(super) fn finite(greeks: Self) -> Option<Self> {
        let Self { by_spot, by_spot_twice, by_barrier, by_volatility, by_years } = greeks;
        let finite = [by_spot, by_spot_twice, by_barrier, by_volatility, by_years].iter().all(|x| x.is_finite());
        finite.then_some(greeks)
    }
}
