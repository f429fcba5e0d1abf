//! Barrier options by the column.

use hashinsight_units::columns::{Columns, OnBadRow, RowStatus, rows};
use hashinsight_units::{AssetPrice, Collateral, Error, Rate, Record, Volatility, Years};
use multiversion::multiversion;

use super::barrier::{Barrier, BarrierType};
use super::option::sign;
use super::vanilla::Vanilla;

/// Parameters of [`barrier_batch`], shared by all rows.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BarrierBatchParams {
    /// Type of the options.
    #[record(flatten)]
    pub option: BarrierType,
    /// Rebate in quote currency: paid at the touch that ends a knock-out, or at expiry for a knock-in that never began.
    #[record(example = 0)]
    pub rebate: Collateral,
    /// Riskless rate per year, continuously compounded.
    #[record(example = 0.04)]
    pub rate_per_year: Rate,
    /// Yield of holding the asset per year, continuously compounded.
    #[record(example = 0)]
    pub yield_per_year: Rate,
    /// Treatment of rows that cannot be used.
    #[record(default = OnBadRow::Refuse)]
    pub on_bad_row: OnBadRow,
}

/// One row of [`barrier_batch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = BarrierColumns)]
#[non_exhaustive]
pub struct BarrierRow {
    /// Price of the asset now, in quote currency.
    pub spot: AssetPrice,
    /// Exercise price, in quote currency.
    pub strike: AssetPrice,
    /// Price level of the barrier, in quote currency.
    pub barrier: AssetPrice,
    /// Time to expiry, in years of 365 days.
    pub years: Years,
    /// Volatility per square root of a year.
    pub volatility: Volatility,
}

/// Result of one row of [`barrier_batch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = BarrierTable)]
#[non_exhaustive]
pub struct BarrierLine {
    /// Value in quote currency, rebate included.
    pub price: f64,
    /// Probability of a touch by expiry.
    pub touch_probability: f64,
    /// State of the row: `ok` or `refused`.
    pub status: RowStatus,
}

/// [`barrier`](super::barrier()) for every row, to the same bits.
///
/// ```
/// use hashinsight_derivatives::pricing::{
///     BarrierBatchParams, BarrierColumns, BarrierSide, BarrierType, Knock, barrier_batch,
/// };
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{Collateral, Rate};
/// let option = BarrierType::new(OptionKind::Call, Knock::Out, BarrierSide::Down);
/// let params = BarrierBatchParams::new(option, Collateral::new(3.0)?, Rate::new(0.08)?, Rate::new(0.04)?);
/// let columns = BarrierColumns {
///     spot: &[100.0],
///     strike: &[90.0],
///     barrier: &[95.0],
///     years: &[0.5],
///     volatility: &[0.25],
/// };
/// assert_eq!(format!("{:.4}", barrier_batch(&columns, &params)?.price[0]), "9.0246");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// As [`barrier`](super::barrier()); a refused value of row 17 stands at `spot[17]`. `derivatives.<column>.length` where columns differ in
/// length.
pub fn barrier_batch(columns: &BarrierColumns<'_>, params: &BarrierBatchParams) -> Result<BarrierTable, Error> {
    let kernel = |part: BarrierColumns<'_>, out: BarrierTablePart<'_>| {
        values(params, &part, out.price, out.touch_probability);
        // What chance does not decide is rare enough to go one by one.
        for row in 0..out.price.len() {
            if !out.price[row].is_nan() {
                continue;
            }
            if part.row_holds(row) {
                out.price[row] = of_row(params, &part, row).report().price;
            }
        }
    };
    Ok(rows::<_, BarrierTable>(*columns, params.on_bad_row, kernel)?)
}

#[inline(always)]
fn of_row(params: &BarrierBatchParams, part: &BarrierColumns<'_>, row: usize) -> Barrier {
    let option = Vanilla {
        sign: sign(params.option.kind),
        spot: part.spot[row],
        strike: part.strike[row],
        years: part.years[row] + 0.0,
        rate: params.rate_per_year.get(),
        carry_yield: params.yield_per_year.get(),
        volatility: part.volatility[row] + 0.0,
    };
    let (knock, side) = (params.option.knock, params.option.side);
    Barrier { knock, side, level: part.barrier[row], rebate: params.rebate.get(), option }
}

/// In lanes.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn values(params: &BarrierBatchParams, part: &BarrierColumns<'_>, price: &mut [f64], touch_probability: &mut [f64]) {
    let [spot, strike, barrier, years, volatility] =
        [part.spot, part.strike, part.barrier, part.years, part.volatility].map(|column| &column[..price.len()]);
    let part = BarrierColumns { spot, strike, barrier, years, volatility };
    for (row, (price, touch)) in price.iter_mut().zip(touch_probability).enumerate() {
        (*price, *touch) = of_row(params, &part, row).by_chance();
    }
}
