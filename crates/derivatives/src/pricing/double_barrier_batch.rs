//! Options with a barrier on either side, by the column.

use hashinsight_market::OptionKind;
use hashinsight_numerics::max;
use hashinsight_units::columns::{Columns, OnBadRow, RowStatus, rows};
use hashinsight_units::{AssetPrice, Collateral, Error, Rate, Record, Volatility, Years};
use multiversion::multiversion;

use super::corridor::{Corridor, Images, places};
use super::double_barrier::{DoubleBarrierRequest, Exchange, Place, double_barrier, knock_out, rebate_value};
use super::jet::{Market, tame_between};
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
        options(params, &part, out.price);
        for row in 0..out.status.len() {
            if !part.row_holds(row) || !out.price[row].is_nan() && params.rebate.get() == 0.0 {
                continue;
            }
            // A rebate, and what images do not answer, goes one by one.
            match price(params, &part, row, out.price[row]) {
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

/// Price of a row whose option is worth so much; NaN where that is still open.
fn price(
    params: &DoubleBarrierBatchParams,
    part: &DoubleBarrierColumns<'_>,
    row: usize,
    option: f64,
) -> Result<f64, Error> {
    let DoubleBarrierBatchParams { kind, knock, rebate, rate_per_year, yield_per_year, .. } = *params;
    let [spot, strike, lower, upper] = [part.spot, part.strike, part.lower, part.upper].map(|column| column[row]);
    let [years, volatility] = [part.years[row] + 0.0, part.volatility[row] + 0.0];
    let (rate, carry_yield) = (rate_per_year.get(), yield_per_year.get());
    let market = Market { spot, volatility, rate, carry_yield, years };
    let place = Place::of(spot, [lower, upper], [years, rate - carry_yield, volatility])?;
    if !place.is_random() {
        let price = Lognormal::new(Years::new(years)?, rate_per_year, yield_per_year, Volatility::new(volatility)?);
        let [spot, strike, lower, upper] = [spot, strike, lower, upper].map(AssetPrice::new);
        let request = DoubleBarrierRequest::new(kind, knock, spot?, strike?, lower?, upper?, price).rebate(rebate);
        return double_barrier(&request).map(|report| report.price);
    }
    let corridor = Corridor::new(&market, lower, upper);
    let option = if option.is_nan() {
        let out = knock_out(&market, &corridor, sign(kind), [strike, lower, upper]);
        max(if knock == Knock::In { vanilla(&market, sign(kind), strike) - out } else { out }, 0.0)
    } else {
        option
    };
    Ok(option + rebate_value(&market, &corridor, knock, rebate.get()))
}

#[inline(always)]
fn vanilla(market: &Market<f64>, sign: f64, strike: f64) -> f64 {
    let Market { spot, volatility, rate, carry_yield, years } = *market;
    Vanilla { sign, spot, strike, years, rate, carry_yield, volatility }.price()
}

/// Rows that are summed side by side.
const ROWS: usize = 8;

/// Sums over images of some rows, under one measure.
#[derive(Default)]
struct Sums {
    z: [f64; ROWS],
    width: [f64; ROWS],
    mean: [f64; ROWS],
    inverse: [f64; ROWS],
    pull: [f64; ROWS],
    low: [f64; ROWS],
    high: [f64; ROWS],
    least: [f64; ROWS],
}

impl Sums {
    #[inline(always)]
    fn set(&mut self, lane: usize, corridor: &Corridor<f64>, [low, high]: [f64; 2]) {
        let Images { z, mean, inverse, pull, least, .. } = corridor.images(low, high);
        (self.z[lane], self.width[lane], self.mean[lane]) = (z, corridor.width, mean);
        (self.inverse[lane], self.pull[lane], self.least[lane]) = (inverse, pull, least);
        (self.low[lane], self.high[lane]) = (low, high);
    }

    /// Adds an image of each row, of the start or of its mirror, so many corridors away; `sign` times.
    #[inline(always)]
    fn add(&self, n: f64, mirror: bool, sign: f64, sums: &mut [f64; ROWS]) {
        let [mut exponent, mut from, mut to] = [[0.0; ROWS]; 3];
        let (mut counts, mut counted) = ([false; ROWS], false);
        for lane in 0..ROWS {
            let images = Images {
                z: self.z[lane],
                mean: self.mean[lane],
                inverse: self.inverse[lane],
                pull: self.pull[lane],
                ends: [self.low[lane], self.high[lane]],
                least: self.least[lane],
            };
            let [away, back] = places(images.z, self.width[lane], n);
            let image = images.at(if mirror { back } else { away });
            (exponent[lane], from[lane], to[lane], counts[lane]) = (image.exponent, image.from, image.to, image.counts);
            counted |= image.counts;
        }
        if !counted {
            return;
        }
        for lane in 0..ROWS {
            let value = tame_between(exponent[lane], from[lane], to[lane]);
            sums[lane] += if counts[lane] { sign * value } else { 0.0 };
        }
    }

    #[inline(always)]
    fn total(&self, most: f64) -> [f64; ROWS] {
        let (mut sums, mut n) = ([0.0; ROWS], -most);
        while n <= most {
            self.add(n, false, 1.0, &mut sums);
            self.add(n, true, -1.0, &mut sums);
            n += 1.0;
        }
        sums
    }
}

/// So many rows side by side; behind the last one it stands again.
#[inline(always)]
fn lanes(column: &[f64], first: usize) -> [f64; ROWS] {
    let (rest, mut lanes) = (&column[first..], [column[column.len() - 1]; ROWS]);
    let held = if rest.len() < ROWS { rest.len() } else { ROWS };
    lanes[..held].copy_from_slice(&rest[..held]);
    lanes
}

/// Options without their rebates, in lanes; NaN where images do not answer.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn options(params: &DoubleBarrierBatchParams, part: &DoubleBarrierColumns<'_>, price: &mut [f64]) {
    let (sign, rate, carry_yield) = (sign(params.kind), params.rate_per_year.get(), params.yield_per_year.get());
    for first in (0..price.len()).step_by(ROWS) {
        let (spot, strike) = (lanes(part.spot, first), lanes(part.strike, first));
        let (lower, upper) = (lanes(part.lower, first), lanes(part.upper, first));
        let (years, volatility) = (lanes(part.years, first), lanes(part.volatility, first));
        let market = |lane: usize| Market {
            spot: spot[lane],
            volatility: volatility[lane] + 0.0,
            rate,
            carry_yield,
            years: years[lane] + 0.0,
        };
        let (mut by_asset, mut by_cash) = (Sums::default(), Sums::default());
        let [mut asset, mut cash, mut most] = [[0.0; ROWS]; 3];
        for lane in 0..ROWS {
            let market = market(lane);
            let corridor = Corridor::new(&market, lower[lane], upper[lane]);
            let exchange = Exchange::new(&market, sign, [strike[lane], lower[lane], upper[lane]]);
            let ends = [exchange.low, exchange.high];
            by_asset.set(lane, &corridor.shared(), ends);
            by_cash.set(lane, &corridor, ends);
            (asset[lane], cash[lane]) = (exchange.asset, exchange.cash);
            let inside = lower[lane] < market.spot && market.spot < upper[lane];
            let apart = corridor.z > 0.0 && corridor.z < corridor.width && exchange.low < exchange.high;
            let by_images = inside && apart && corridor.deviation > 0.0 && corridor.has_images();
            most[lane] = if by_images { corridor.most() } else { f64::NAN };
        }
        let mut widest = 0.0;
        for most in most {
            widest = if most > widest { most } else { widest };
        }
        let (received, paid) = (by_asset.total(widest), by_cash.total(widest));
        let mut values = [f64::NAN; ROWS];
        for lane in 0..ROWS {
            let out = (asset[lane] * received[lane] - cash[lane] * paid[lane]) * sign;
            values[lane] = if out.is_nan() | most[lane].is_nan() { f64::NAN } else { out };
        }
        if params.knock == Knock::In {
            for lane in 0..ROWS {
                values[lane] = vanilla(&market(lane), sign, strike[lane]) - values[lane];
            }
        }
        for value in &mut values {
            *value = if value.is_nan() { f64::NAN } else { max(*value, 0.0) };
        }
        let end = if first + ROWS < price.len() { first + ROWS } else { price.len() };
        price[first..end].copy_from_slice(&values[..end - first]);
    }
}
