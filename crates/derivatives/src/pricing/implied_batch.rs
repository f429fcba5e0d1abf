//! Implied volatilities by the column.

use hashinsight_market::OptionKind;
use hashinsight_numerics::exp;
use hashinsight_units::columns::{OnBadRow, RowStatus, rows};
use hashinsight_units::{AssetPrice, Collateral, Error, Rate, Record, Years};
use multiversion::multiversion;

use super::implied::{NormalizedOption, is_taken};
use super::option::{sign, signs};

/// Parameters of [`implied_volatility_batch`], shared by all rows.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ImpliedVolatilityBatchParams {
    /// Riskless rate per year, continuously compounded; 0 for undiscounted prices.
    #[record(example = 0.04)]
    pub rate_per_year: Rate,
    /// Treatment of rows that cannot be used. A price that implies no volatility is such a row under `refuse`, and `undefined` under
    /// `report`.
    #[record(default = OnBadRow::Refuse)]
    pub on_bad_row: OnBadRow,
}

/// One row of [`implied_volatility_batch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = ImpliedVolatilityColumns)]
#[non_exhaustive]
pub struct ImpliedVolatilityRow {
    /// Kind of the option: call or put.
    pub kind: OptionKind,
    /// Price of the option, in quote currency.
    pub price: Collateral,
    /// Forward price of the asset for the expiry, in quote currency.
    pub forward: AssetPrice,
    /// Exercise price, in quote currency.
    pub strike: AssetPrice,
    /// Time to expiry, in years of 365 days.
    pub years: Years,
}

/// Result of one row of [`implied_volatility_batch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = ImpliedVolatilityTable)]
#[non_exhaustive]
pub struct ImpliedVolatilityLine {
    /// Volatility per square root of a year; NaN where the status is not `ok`.
    pub implied_volatility: f64,
    /// State of the row: `ok`, `undefined` (no volatility gives this price) or `refused`.
    pub status: RowStatus,
}

/// [`implied_volatility`](super::implied_volatility) for every row, to the same bits.
///
/// ```
/// use hashinsight_derivatives::pricing::{
///     ImpliedVolatilityBatchParams, ImpliedVolatilityColumns, implied_volatility_batch,
/// };
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::Rate;
/// use hashinsight_units::columns::{OnBadRow, RowStatus};
/// let params = ImpliedVolatilityBatchParams::new(Rate::new(0.0)?).on_bad_row(OnBadRow::Report);
/// let columns = ImpliedVolatilityColumns {
///     kind: &[OptionKind::Call, OptionKind::Put],
///     price: &[7.965567455405797, 120.0],
///     forward: &[100.0, 100.0],
///     strike: &[100.0, 100.0],
///     years: &[1.0, 1.0],
/// };
/// let table = implied_volatility_batch(&columns, &params)?;
/// assert!((table.implied_volatility[0] - 0.2).abs() < 1e-15);
/// assert_eq!(table.status, [RowStatus::Ok, RowStatus::Undefined]); // a put is worth less than its strike
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// As [`implied_volatility`](super::implied_volatility); a refused value of row 17 stands at `price[17]`. `derivatives.<column>.length`
/// where columns differ in length.
pub fn implied_volatility_batch(
    columns: &ImpliedVolatilityColumns<'_>,
    params: &ImpliedVolatilityBatchParams,
) -> Result<ImpliedVolatilityTable, Error> {
    let rate = params.rate_per_year.get();
    let (mut done, mut fault) = (0, None);
    let kernel = |part: ImpliedVolatilityColumns<'_>, out: ImpliedVolatilityTablePart<'_>| {
        let volatilities = out.implied_volatility;
        quick_volatilities(rate, &part, volatilities);
        for (row, (volatility, status)) in volatilities.iter_mut().zip(out.status).enumerate() {
            if is_taken(*volatility) {
                continue;
            }
            let years = part.years[row];
            let discount = exp(-rate * years);
            let option = NormalizedOption::new(sign(part.kind[row]), part.forward[row], part.strike[row], discount);
            match option.volatility(part.price[row], years) {
                Ok(found) => *volatility = found.volatility,
                Err(error) => {
                    *volatility = f64::NAN;
                    *status = RowStatus::Undefined;
                    fault.get_or_insert(error.in_row(done + row));
                }
            }
        }
        done += part.kind.len();
    };
    let table = rows::<_, ImpliedVolatilityTable>(*columns, params.on_bad_row, kernel)?;
    match (params.on_bad_row, fault) {
        (OnBadRow::Refuse, Some(error)) => Err(error),
        _ => Ok(table),
    }
}

/// In lanes; NaN where the first step does not do.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn quick_volatilities(rate: f64, part: &ImpliedVolatilityColumns<'_>, out: &mut [f64]) {
    let signs = signs(part.kind);
    let sign = &signs[..out.len()];
    let [price, forward, strike, years] =
        [part.price, part.forward, part.strike, part.years].map(|column| &column[..out.len()]);
    for (row, out) in out.iter_mut().enumerate() {
        let option = NormalizedOption::new(sign[row], forward[row], strike[row], exp(-rate * years[row]));
        *out = option.quick_deviation(price[row], years[row]) / years[row].sqrt();
    }
}
