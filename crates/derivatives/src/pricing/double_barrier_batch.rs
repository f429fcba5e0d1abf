//! Options with a barrier on either side, by the column.

use hashinsight_market::OptionKind;
use hashinsight_numerics::max;
use hashinsight_units::columns::{Columns, OnBadRow, RowStatus, rows};
use hashinsight_units::{AssetPrice, Collateral, Error, Rate, Record, Volatility, Years};

use super::corridor::Corridor;
use super::double_barrier::{Between, DoubleBarrierRequest, Place, double_barrier};
use super::jet::Market;
use super::option::sign;
use super::vanilla::Vanilla;
use super::{Knock, Lognormal};

/// Parameters of [`double_barrier_batch`], shared by all rows.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DoubleBarrierBatchParams {
    /// Kind of the options: calls or puts.
    #[record(example = "call")]
    pub kind: OptionKind,
    /// Effect of a touch of either barrier: knock-in or knock-out.
    #[record(example = "out")]
    pub knock: Knock,
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

/// One row of [`double_barrier_batch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = DoubleBarrierColumns)]
#[non_exhaustive]
pub struct DoubleBarrierRow {
    /// Price of the asset now, in quote currency.
    pub spot: AssetPrice,
    /// Exercise price, in quote currency.
    pub strike: AssetPrice,
    /// Price level of the lower barrier, in quote currency.
    pub lower: AssetPrice,
    /// Price level of the upper barrier, in quote currency; above the lower one, by at least a 4000th of the
    /// logarithm's deviation over the horizon.
    pub upper: AssetPrice,
    /// Time to expiry, in years of 365 days.
    pub years: Years,
    /// Volatility per square root of a year.
    pub volatility: Volatility,
}

/// Result of one row of [`double_barrier_batch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = DoubleBarrierTable)]
#[non_exhaustive]
pub struct DoubleBarrierLine {
    /// Value in quote currency, rebate included.
    pub price: f64,
    /// State of the row: `ok` or `refused`.
    pub status: RowStatus,
}

/// The price of [`double_barrier`] for every row, to the same bits.
///
/// ```
/// use hashinsight_derivatives::pricing::{
///     DoubleBarrierBatchParams, DoubleBarrierColumns, Knock, double_barrier_batch,
/// };
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{Collateral, Rate};
/// let none = Collateral::new(0.0)?;
/// let params =
///     DoubleBarrierBatchParams::new(OptionKind::Call, Knock::Out, none, Rate::new(0.1)?, Rate::new(0.0)?);
/// let columns = DoubleBarrierColumns {
///     spot: &[100.0],
///     strike: &[100.0],
///     lower: &[80.0],
///     upper: &[120.0],
///     years: &[0.25],
///     volatility: &[0.15],
/// };
/// assert_eq!(format!("{:.4}", double_barrier_batch(&columns, &params)?.price[0]), "3.7516"); // Haug 2007, page 156
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// As [`double_barrier`]; a refused value of row 17 stands at `upper[17]`. `derivatives.<column>.length` where columns differ in length.
pub fn double_barrier_batch(
    columns: &DoubleBarrierColumns<'_>,
    params: &DoubleBarrierBatchParams,
) -> Result<DoubleBarrierTable, Error> {
    let (mut done, mut fault) = (0, None);
    let kernel = |part: DoubleBarrierColumns<'_>, out: DoubleBarrierTablePart<'_>| {
        for row in 0..out.status.len() {
            if !part.row_holds(row) {
                continue;
            }
            match price(params, &part, row) {
                Ok(price) => out.price[row] = price,
                Err(error) => {
                    out.price[row] = f64::NAN;
                    out.status[row] = RowStatus::Refused;
                    fault.get_or_insert(error.in_row(done + row));
                }
            }
        }
        done += out.status.len();
    };
    let table = rows::<_, DoubleBarrierTable>(*columns, params.on_bad_row, kernel)?;
    match (params.on_bad_row, fault) {
        (OnBadRow::Refuse, Some(error)) => Err(error),
        _ => Ok(table),
    }
}

fn price(params: &DoubleBarrierBatchParams, part: &DoubleBarrierColumns<'_>, row: usize) -> Result<f64, Error> {
    let DoubleBarrierBatchParams { kind, knock, rebate, rate_per_year, yield_per_year, .. } = *params;
    let [spot, strike, lower, upper] = [part.spot, part.strike, part.lower, part.upper].map(|column| column[row]);
    let [years, volatility] = [part.years[row] + 0.0, part.volatility[row] + 0.0];
    let (rate, carry_yield) = (rate_per_year.get(), yield_per_year.get());
    let place = Place::of(spot, [lower, upper], [years, rate - carry_yield, volatility])?;
    if !place.is_random() {
        let price = Lognormal::new(Years::new(years)?, rate_per_year, yield_per_year, Volatility::new(volatility)?);
        let [spot, strike, lower, upper] = [spot, strike, lower, upper].map(AssetPrice::new);
        let request = DoubleBarrierRequest::new(kind, knock, spot?, strike?, lower?, upper?, price).rebate(rebate);
        return double_barrier(&request).map(|report| report.price);
    }
    let market = Market { spot, volatility, rate, carry_yield, years };
    let corridor = Corridor::new(&market, lower, upper);
    let Between { out, paid } =
        Between::new(&market, &corridor, knock, sign(kind), [strike, lower, upper], rebate.get());
    let option = match knock {
        Knock::Out => out,
        Knock::In => Vanilla { sign: sign(kind), spot, strike, years, rate, carry_yield, volatility }.price() - out,
    };
    Ok(max(option, 0.0) + paid)
}
