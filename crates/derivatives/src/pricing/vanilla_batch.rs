//! European options by the column.

use multiversion::multiversion;

use super::vanilla::Vanilla;
use crate::batch::{BadRows, Column, RowState, table};
use crate::{AssetPrice, Error, Rate, Volatility, Years};

/// What all rows of [`vanilla_batch`] share.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct VanillaBatchParams {
    /// Riskless rate per year, continuously compounded.
    pub rate_per_year: Rate,
    /// What holding the asset yields per year, continuously compounded.
    pub yield_per_year: Rate,
    /// Treatment of rows that cannot be used.
    pub on_bad_row: BadRows,
}

/// One row of [`vanilla_batch`].
#[derive(Clone, Copy, Debug)]
pub struct VanillaColumns<'a> {
    /// 1 for a call, -1 for a put.
    pub kind: &'a [f64],
    /// Price of the asset now, in quote currency.
    pub spot: &'a [f64],
    /// Exercise price, in quote currency.
    pub strike: &'a [f64],
    /// Time to expiry in years of 365 days.
    pub years: &'a [f64],
    /// Volatility per square root of a year.
    pub volatility: &'a [f64],
}

/// Result of one row of [`vanilla_batch`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct VanillaTable {
    /// Price in quote currency.
    pub price: Vec<f64>,
    /// By the spot; NaN without deviation, with status `undefined`.
    pub delta: Vec<f64>,
    /// Twice by the spot; NaN as delta.
    pub gamma: Vec<f64>,
    /// By the volatility; NaN as delta.
    pub vega: Vec<f64>,
    /// By calendar time, per year; NaN as delta.
    pub theta: Vec<f64>,
    /// State of the row.
    pub status: Vec<RowState>,
}

/// [`vanilla`](super::vanilla()) for every row, to the same bits.
///
/// ```
/// use hashinsight_derivatives::BadRows;
/// use hashinsight_derivatives::pricing::{VanillaBatchParams, VanillaColumns, vanilla_batch};
/// use hashinsight_derivatives::Rate;
/// let params = VanillaBatchParams {
///     rate_per_year: Rate::new(0.08)?,
///     yield_per_year: Rate::new(0.0)?,
///     on_bad_row: BadRows::Refuse,
/// };
/// let columns = VanillaColumns {
///     kind: &[1.0, -1.0],
///     spot: &[60.0, 60.0],
///     strike: &[65.0, 65.0],
///     years: &[0.25, 0.25],
///     volatility: &[0.3, 0.3],
/// };
/// let table = vanilla_batch(&columns, &params)?;
/// assert_eq!(format!("{:.4} {:.4}", table.price[0], table.price[1]), "2.1334 5.8463");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// A refused value of row 17 stands at `spot[17]`. `derivatives.<column>.length` where columns differ in length.
pub fn vanilla_batch(
    columns: &VanillaColumns<'_>,
    params: &VanillaBatchParams,
) -> Result<VanillaTable, Error> {
    let inputs = [
        Column::of_signs("kind", columns.kind),
        Column::of::<AssetPrice>("spot", columns.spot),
        Column::of::<AssetPrice>("strike", columns.strike),
        Column::of::<Years>("years", columns.years),
        Column::of::<Volatility>("volatility", columns.volatility),
    ];
    let kernel = |inputs: [&[f64]; 5], [price, delta, gamma, vega, theta]: [&mut [f64]; 5], states: &mut [RowState]| {
        options(params, inputs, price, delta, gamma, vega, theta);
        for (state, delta) in states.iter_mut().zip(delta) {
            if delta.is_nan() {
                *state = RowState::Undefined;
            }
        }
    };
    let ([price, delta, gamma, vega, theta], status) = table(&inputs, params.on_bad_row, kernel)?;
    Ok(VanillaTable { price, delta, gamma, vega, theta, status })
}

/// `[kind, spot, strike, years, volatility]`, in lanes; greeks that do not exist are NaN.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn options(
    params: &VanillaBatchParams,
    inputs: [&[f64]; 5],
    price: &mut [f64],
    delta: &mut [f64],
    gamma: &mut [f64],
    vega: &mut [f64],
    theta: &mut [f64],
) {
    let rows = price.len();
    let [sign, spot, strike, years, volatility] = inputs.map(|column| &column[..rows]);
    let (delta, gamma, vega, theta) = (&mut delta[..rows], &mut gamma[..rows], &mut vega[..rows], &mut theta[..rows]);
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
