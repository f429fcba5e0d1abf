//! European options by the column.

use hashinsight_market::OptionKind;
use hashinsight_units::columns::{OnBadRow, RowStatus, rows};
use hashinsight_units::{AssetPrice, Error, Rate, Record, Volatility, Years};
use multiversion::multiversion;

use super::option::{sign, signs};
use super::vanilla::Vanilla;

/// Parameters of [`vanilla_batch`], shared by all rows.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct VanillaBatchParams {
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

/// One row of [`vanilla_batch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = VanillaColumns)]
#[non_exhaustive]
pub struct VanillaRow {
    /// Kind of the option: call or put.
    pub kind: OptionKind,
    /// Price of the asset now, in quote currency.
    pub spot: AssetPrice,
    /// Exercise price, in quote currency.
    pub strike: AssetPrice,
    /// Time to expiry, in years of 365 days.
    pub years: Years,
    /// Volatility per square root of a year.
    pub volatility: Volatility,
}

/// Result of one row of [`vanilla_batch`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = VanillaTable)]
#[non_exhaustive]
pub struct VanillaLine {
    /// Price in quote currency.
    pub price: f64,
    /// Delta: change of the price per unit of spot; NaN with status `undefined` where the price has a corner.
    pub delta: f64,
    /// Gamma: change of delta per unit of spot; NaN as delta.
    pub gamma: f64,
    /// Vega: change of the price per 1.00 of volatility; NaN as delta.
    pub vega: f64,
    /// Theta: change of the price per year of calendar time; NaN as delta.
    pub theta: f64,
    /// State of the row: `ok`, `undefined` or `refused`.
    pub status: RowStatus,
}

/// [`vanilla`](super::vanilla()) for every row, to the same bits.
///
/// ```
/// use hashinsight_derivatives::pricing::{VanillaBatchParams, VanillaColumns, vanilla_batch};
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::Rate;
/// let columns = VanillaColumns {
///     kind: &[OptionKind::Call, OptionKind::Put],
///     spot: &[60.0, 60.0],
///     strike: &[65.0, 65.0],
///     years: &[0.25, 0.25],
///     volatility: &[0.3, 0.3],
/// };
/// let table = vanilla_batch(&columns, &VanillaBatchParams::new(Rate::new(0.08)?, Rate::new(0.0)?))?;
/// assert_eq!(format!("{:.4} {:.4}", table.price[0], table.price[1]), "2.1334 5.8463");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// A refused value of row 17 stands at `spot[17]`. `derivatives.<column>.length` where columns differ in length.
pub fn vanilla_batch(columns: &VanillaColumns<'_>, params: &VanillaBatchParams) -> Result<VanillaTable, Error> {
    let kernel = |part: VanillaColumns<'_>, mut out: VanillaTablePart<'_>| {
        options(params, &part, &mut out);
        // Without deviation, which is rare enough to go one by one.
        for row in (0..out.price.len()).filter(|row| out.delta[*row].is_nan()).collect::<Vec<usize>>() {
            match of_row(params, &part, row).report().greeks {
                None => out.status[row] = RowStatus::Undefined,
                Some(greeks) => {
                    (out.delta[row], out.gamma[row], out.vega[row]) = (greeks.delta, greeks.gamma, greeks.vega);
                    out.theta[row] = greeks.theta;
                }
            }
        }
    };
    Ok(rows::<_, VanillaTable>(*columns, params.on_bad_row, kernel)?)
}

fn of_row(params: &VanillaBatchParams, part: &VanillaColumns<'_>, row: usize) -> Vanilla {
    Vanilla {
        sign: sign(part.kind[row]),
        spot: part.spot[row],
        strike: part.strike[row],
        years: part.years[row] + 0.0,
        rate: params.rate_per_year.get(),
        carry_yield: params.yield_per_year.get(),
        volatility: part.volatility[row] + 0.0,
    }
}

/// In lanes; greeks without deviation are NaN.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn options(params: &VanillaBatchParams, part: &VanillaColumns<'_>, out: &mut VanillaTablePart<'_>) {
    let rows = out.price.len();
    let signs = signs(part.kind);
    let sign = &signs[..rows];
    let [spot, strike, years, volatility] =
        [part.spot, part.strike, part.years, part.volatility].map(|column| &column[..rows]);
    let (price, delta, gamma) = (&mut out.price[..rows], &mut out.delta[..rows], &mut out.gamma[..rows]);
    let (vega, theta) = (&mut out.vega[..rows], &mut out.theta[..rows]);
    let (rate, carry_yield) = (params.rate_per_year.get(), params.yield_per_year.get());
    for row in 0..rows {
        let (years, volatility) = (years[row] + 0.0, volatility[row] + 0.0);
        let option =
            Vanilla { sign: sign[row], spot: spot[row], strike: strike[row], years, rate, carry_yield, volatility };
        let (value, _, greeks) = option.evaluate();
        let smooth = greeks.is_finite();
        price[row] = value;
        delta[row] = if smooth { greeks.delta } else { f64::NAN };
        gamma[row] = if smooth { greeks.gamma } else { f64::NAN };
        vega[row] = if smooth { greeks.vega } else { f64::NAN };
        theta[row] = if smooth { greeks.theta } else { f64::NAN };
    }
}
