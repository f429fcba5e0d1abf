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

use hashinsight_numerics::{ln_ratio, normal_pdf};
use multiversion::multiversion;

use super::barrier_terms::{BarrierSide, Walk};
use crate::batch::{BadRows, Column, RowState, table};
use crate::{AssetPrice, Error, Measure, Rate, Volatility, Years};

/// Inputs of [`hit_probability`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HitProbabilityRequest {
    /// Price of the asset now, in quote currency.
    pub spot: AssetPrice,
    /// Price level of the barrier, in quote currency.
    pub barrier: AssetPrice,
    /// Where the level lies. A spot at it or beyond has touched it.
    pub side: BarrierSide,
    /// Horizon in years of 365 days.
    pub years: Years,
    /// Drift of the price per year: `E[S_T] = S e^(drift T)`. Riskless rate less yield under Q, the caller's belief under P.
    pub drift_per_year: Rate,
    /// Volatility per square root of a year.
    pub volatility: Volatility,
    /// Which world the drift is of.
    pub measure: Measure,
}

/// Derivatives of a touch probability.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HitGreeks {
    /// By the spot.
    pub by_spot: f64,
    /// Twice by the spot.
    pub by_spot_twice: f64,
    /// By the barrier.
    pub by_barrier: f64,
    /// By the volatility, at a fixed drift of the price.
    pub by_volatility: f64,
    /// By the horizon, per year.
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
    /// Distance to the barrier in standard deviations of the logarithm; absent where there is no deviation.
    pub distance_sigmas: Option<f64>,
    /// Derivatives; absent where the probability is 0 or 1 for certain.
    pub greeks: Option<HitGreeks>,
}

/// The probability that the price touches a level within a horizon, continuously watched.
///
/// ```
/// use hashinsight_derivatives::pricing::{BarrierSide, HitProbabilityRequest, hit_probability};
/// use hashinsight_derivatives::{AssetPrice, Measure, Rate, Volatility, Years};
/// // Liquidation of a long at 10 times leverage within a week.
/// let report = hit_probability(&HitProbabilityRequest {
///     spot: AssetPrice::new(60_000.0)?,
///     barrier: AssetPrice::new(54_216.87)?,
///     side: BarrierSide::Down,
///     years: Years::new(7.0 / 365.0)?,
///     drift_per_year: Rate::new(0.0)?,
///     volatility: Volatility::new(0.65)?,
///     measure: Measure::RealWorld,
/// })?;
/// assert_eq!(format!("{:.4}", report.probability), "0.2736");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// None: the quantities have been checked. The result type is that of every operation.
pub fn hit_probability(request: &HitProbabilityRequest) -> Result<HitProbabilityReport, Error> {
    let HitProbabilityRequest { spot, barrier, side, years, drift_per_year, volatility, measure } = *request;
    let numbers = [spot.get(), barrier.get(), years.get(), drift_per_year.get(), volatility.get()];
    let passage = Passage::new(side, numbers);
    let (probability, walk) = (passage.probability(), passage.walk());
    Ok(HitProbabilityReport {
        measure,
        probability,
        distance_sigmas: walk.map(|walk| walk.h.abs() / walk.deviation).filter(|distance| distance.is_finite()),
        greeks: walk.and_then(|walk| passage.greeks(&walk)),
    })
}

/// What all rows of [`hit_probability_batch`] share.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HitProbabilityBatchParams {
    /// Where the levels lie.
    pub side: BarrierSide,
    /// Drift of the price per year.
    pub drift_per_year: Rate,
    /// Treatment of rows that cannot be used.
    pub on_bad_row: BadRows,
}

/// One row of [`hit_probability_batch`].
#[derive(Clone, Copy, Debug)]
pub struct HitProbabilityColumns<'a> {
    /// Price of the asset now, in quote currency.
    pub spot: &'a [f64],
    /// Price level of the barrier, in quote currency.
    pub barrier: &'a [f64],
    /// Horizon in years of 365 days.
    pub years: &'a [f64],
    /// Volatility per square root of a year.
    pub volatility: &'a [f64],
}

/// Result of one row of [`hit_probability_batch`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HitProbabilityTable {
    /// Probability of a touch within the horizon.
    pub probability: Vec<f64>,
    /// State of the row.
    pub status: Vec<RowState>,
}

/// [`hit_probability`] for every row, to the same bits.
///
/// ```
/// use hashinsight_derivatives::BadRows;
/// use hashinsight_derivatives::pricing::{
///     BarrierSide, HitProbabilityBatchParams, HitProbabilityColumns, hit_probability_batch,
/// };
/// use hashinsight_derivatives::Rate;
/// let params = HitProbabilityBatchParams {
///     side: BarrierSide::Down,
///     drift_per_year: Rate::new(0.0)?,
///     on_bad_row: BadRows::Refuse,
/// };
/// let columns = HitProbabilityColumns {
///     spot: &[60_000.0, 60_000.0],
///     barrier: &[54_216.87, 61_000.0],
///     years: &[7.0 / 365.0, 1.0],
///     volatility: &[0.65, 0.65],
/// };
/// let table = hit_probability_batch(&columns, &params)?;
/// assert_eq!(format!("{:.4}", table.probability[0]), "0.2736");
/// assert_eq!(table.probability[1], 1.0); // already beyond
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// A refused value of row 17 stands at `spot[17]`. `derivatives.<column>.length` where columns differ in length.
pub fn hit_probability_batch(
    columns: &HitProbabilityColumns<'_>,
    params: &HitProbabilityBatchParams,
) -> Result<HitProbabilityTable, Error> {
    let inputs = [
        Column::of::<AssetPrice>("spot", columns.spot),
        Column::of::<AssetPrice>("barrier", columns.barrier),
        Column::of::<Years>("years", columns.years),
        Column::of::<Volatility>("volatility", columns.volatility),
    ];
    let (side, drift) = (params.side, params.drift_per_year.get());
    let ([probability], status) =
        table(&inputs, params.on_bad_row, |inputs, [out], _| probabilities(side, drift, inputs, out))?;
    Ok(HitProbabilityTable { probability, status })
}

/// `[spot, barrier, years, volatility]`, in lanes.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn probabilities(side: BarrierSide, drift: f64, inputs: [&[f64]; 4], out: &mut [f64]) {
    let [spot, barrier, years, volatility] = inputs.map(|column| &column[..out.len()]);
    for (row, out) in out.iter_mut().enumerate() {
        let numbers = [spot[row], barrier[row], years[row] + 0.0, drift, volatility[row] + 0.0];
        *out = Passage::new(side, numbers).probability();
    }
}

/// A price, a level and the time for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Passage {
    side: BarrierSide,
    spot: f64,
    barrier: f64,
    years: f64,
    /// Of the logarithm, per year.
    log_drift: f64,
    volatility: f64,
}

impl Passage {
    /// `[spot, barrier, years, drift, volatility]`.
    #[inline(always)]
    pub(crate) fn new(side: BarrierSide, [spot, barrier, years, drift, volatility]: [f64; 5]) -> Self {
        Self { side, spot, barrier, years, log_drift: drift - 0.5 * volatility * volatility, volatility }
    }

    pub(crate) fn years(&self) -> f64 {
        self.years
    }

    /// The walk, where chance decides.
    #[inline(always)]
    pub(crate) fn walk(&self) -> Option<Walk> {
        let (walk, random) = self.walk_if_random();
        random.then_some(walk)
    }

    /// The walk, and whether chance decides: otherwise it means nothing.
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

    /// When a price without volatility arrives, if it does within the horizon.
    pub(crate) fn certain_arrival(&self) -> Option<f64> {
        let (time, arrives) = self.arrival(ln_ratio(self.barrier, self.spot));
        arrives.then_some(time)
    }

    /// When a price without volatility arrives over a distance, and whether that is within the horizon.
    #[inline(always)]
    fn arrival(&self, distance: f64) -> (f64, bool) {
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

    fn greeks(&self, walk: &Walk) -> Option<HitGreeks> {
        let w = walk.side();
        let Walk { h, mean, deviation } = *walk;
        let (distance, toward, sigma) = (h.abs(), -w * mean, self.volatility);
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
            by_spot: w * by_distance / self.spot,
            by_spot_twice: (by_distance_twice - w * by_distance) / (self.spot * self.spot),
            by_barrier: 0.0 - w * by_distance / self.barrier,
            by_volatility: own + w * sigma * by_drift,
            by_years: distance * density / (deviation * self.years),
        };
        let HitGreeks { by_spot, by_spot_twice, by_barrier, by_volatility, by_years } = greeks;
        let finite = [by_spot, by_spot_twice, by_barrier, by_volatility, by_years].iter().all(|x| x.is_finite());
        finite.then_some(greeks)
    }
}
