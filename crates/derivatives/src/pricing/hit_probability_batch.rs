//! Touch probabilities by the column.

use hashinsight_units::columns::{OnBadRow, RowStatus, rows};
use hashinsight_units::{AssetPrice, Error, Rate, Record, Volatility, Years};
use multiversion::multiversion;

use super::BarrierSide;
use super::passage::Passage;

/// Parameters of [`hit_probability_batch`], shared by all rows.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HitProbabilityBatchParams {
    /// Side of the price on which the barriers lie. A spot at its barrier or beyond has touched it.
    #[record(example = "down")]
    pub side: BarrierSide,
    /// Drift of the price per year: `E[S_T] = S e^(drift T)`.
    #[record(example = 0)]
    pub drift_per_year: Rate,
    /// Treatment of rows that cannot be used.
    #[record(default = OnBadRow::Refuse)]
    pub on_bad_row: OnBadRow,
}

/// One row of [`hit_probability_batch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = HitProbabilityColumns)]
#[non_exhaustive]
pub struct HitProbabilityRow {
    /// Price of the asset now, in quote currency.
    pub spot: AssetPrice,
    /// Price level of the barrier, in quote currency.
    pub barrier: AssetPrice,
    /// Horizon, in years of 365 days.
    pub years: Years,
    /// Volatility per square root of a year.
    pub volatility: Volatility,
}

/// Result of one row of [`hit_probability_batch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = HitProbabilityTable)]
#[non_exhaustive]
pub struct HitProbabilityLine {
    /// Probability of a touch within the horizon.
    pub probability: f64,
    /// State of the row: `ok` or `refused`.
    pub status: RowStatus,
}

/// [`hit_probability`](super::hit_probability()) for every row, to the same bits.
///
/// ```
/// use hashinsight_derivatives::pricing::{
///     BarrierSide, HitProbabilityBatchParams, HitProbabilityColumns, hit_probability_batch,
/// };
/// use hashinsight_units::Rate;
/// let columns = HitProbabilityColumns {
///     spot: &[60_000.0, 60_000.0],
///     barrier: &[54_216.87, 61_000.0],
///     years: &[7.0 / 365.0, 1.0],
///     volatility: &[0.65, 0.65],
/// };
/// let table = hit_probability_batch(&columns, &HitProbabilityBatchParams::new(BarrierSide::Down, Rate::new(0.0)?))?;
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
    let (side, drift) = (params.side, params.drift_per_year.get());
    let kernel = |part: HitProbabilityColumns<'_>, out: HitProbabilityTablePart<'_>| {
        probabilities(side, drift, &part, out.probability);
    };
    Ok(rows::<_, HitProbabilityTable>(*columns, params.on_bad_row, kernel)?)
}

/// In lanes.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn probabilities(side: BarrierSide, drift: f64, part: &HitProbabilityColumns<'_>, out: &mut [f64]) {
    let [spot, barrier, years, volatility] =
        [part.spot, part.barrier, part.years, part.volatility].map(|column| &column[..out.len()]);
    for (row, out) in out.iter_mut().enumerate() {
        let numbers = [spot[row], barrier[row], years[row] + 0.0, drift, volatility[row] + 0.0];
        *out = Passage::new(side, numbers).probability();
    }
}
