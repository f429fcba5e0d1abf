//! The volatility that a price implies.
//!
//! In normalized coordinates (Jaeckel 2015) the out-of-the-money price `b` has its inflection at `s_c = sqrt(2 |x|)`. Below it the iteration
//! runs on `(-ln b)^(-1/2)`, which is nearly a straight line through the origin, above it on the logarithm of what `b` lacks of its greatest
//! value; both start from a point that is exact at `s_c` and at the far end. Householder steps of the third order converge in two or three,
//! a bracket guards them. Out of the money the answer is good to 1e-13; in the money to the rounding of the price, `ulp(price) / vega`,
//! because only the time value knows the volatility.

use hashinsight_market::OptionKind;
use hashinsight_numerics::{exp, ln, ln_1p, normal_cdf, normal_quantile};

use super::normalized::{black, black_and_vega, shortfall};
use super::vanilla::sign;
use crate::batch::{BadRows, Column, RowState, table};
use crate::ratio::log_ratio;
use crate::{AssetPrice, Collateral, DerivativesError, Rate, Years};

/// What [`implied_volatility`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpliedVolatilityRequest {
    /// Call or put.
    pub kind: OptionKind,
    /// What the option costs, in quote currency.
    pub price: Collateral,
    /// Forward price of the asset for the expiry.
    pub forward: AssetPrice,
    /// Exercise price.
    pub strike: AssetPrice,
    /// Time to expiry in years of 365 days.
    pub years: Years,
    /// Riskless rate per year, continuously compounded: the price is taken as paid today. 0 for an undiscounted price.
    pub rate_per_year: Rate,
}

/// What [`implied_volatility`] answers.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ImpliedVolatilityReport {
    /// Volatility per square root of a year.
    pub implied_volatility: f64,
    /// Value of exercise at the forward, discounted.
    pub intrinsic: f64,
    /// What the price exceeds that by.
    pub time_value: f64,
    /// Half an ulp of the price over vega: what the rounding of the price alone leaves open.
    pub resolution: f64,
}

/// The volatility at which Black's formula gives a price.
///
/// ```
/// use hashinsight_derivatives::pricing::{ImpliedVolatilityRequest, implied_volatility};
/// use hashinsight_derivatives::{AssetPrice, Collateral, Rate, Years};
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::Faulty;
/// let mut request = ImpliedVolatilityRequest {
///     kind: OptionKind::Call,
///     price: Collateral::new(7.965567455405797)?,
///     forward: AssetPrice::new(100.0)?,
///     strike: AssetPrice::new(100.0)?,
///     years: Years::new(1.0)?,
///     rate_per_year: Rate::new(0.0)?,
/// };
/// assert!((implied_volatility(&request)?.implied_volatility - 0.2).abs() < 1e-15);
/// request.price = Collateral::new(100.0)?;
/// assert_eq!(implied_volatility(&request).unwrap_err().fault().code(), "derivatives.price.out_of_range");
/// # Ok::<(), hashinsight_derivatives::DerivativesError>(())
/// ```
///
/// # Errors
/// `derivatives.price.out_of_range` below the intrinsic value, and from the greatest value on (the discounted forward of a call, the
/// discounted strike of a put); `derivatives.implied_volatility.none` where no time or no time value is left.
pub fn implied_volatility(request: &ImpliedVolatilityRequest) -> Result<ImpliedVolatilityReport, DerivativesError> {
    let ImpliedVolatilityRequest { kind, price, forward, strike, years, rate_per_year } = *request;
    let discount = exp(-rate_per_year.get() * years.get());
    let quote = Quote {
        sign: sign(kind),
        price: price.get(),
        asset: forward.get() * discount,
        cash: strike.get() * discount,
        x: log_ratio(forward.get(), strike.get()),
    };
    let (deviation, intrinsic, time_value) = quote.deviation(years.get())?;
    let root_years = years.get().sqrt();
    let slope = (quote.asset.sqrt() * quote.cash.sqrt()) * black_and_vega(-quote.x.abs(), deviation).1 * root_years;
    let half_ulp = 0.5 * (price.get().next_up() - price.get());
    let resolution = half_ulp / slope;
    Ok(ImpliedVolatilityReport {
        implied_volatility: deviation / root_years,
        intrinsic,
        time_value,
        resolution: if resolution.is_finite() { resolution } else { f64::MAX },
    })
}

/// What all rows of [`implied_volatility_batch`] share.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpliedVolatilityBatchParams {
    /// Riskless rate per year, continuously compounded; 0 for undiscounted prices.
    pub rate_per_year: Rate,
    /// What to do with a row that cannot be used. A price that implies no volatility is such a row under `refuse`, and `undefined` under
    /// `report`. Absent: refuse the batch.
    #[serde(default)]
    pub on_bad_row: BadRows,
}

/// The columns of [`implied_volatility_batch`], all of one length.
#[derive(Clone, Copy, Debug)]
pub struct ImpliedVolatilityColumns<'a> {
    /// 1 for a call, -1 for a put.
    pub kind: &'a [f64],
    /// What the option costs, in quote currency.
    pub price: &'a [f64],
    /// Forward price of the asset for the expiry.
    pub forward: &'a [f64],
    /// Exercise price.
    pub strike: &'a [f64],
    /// Time to expiry in years of 365 days.
    pub years: &'a [f64],
}

/// The answer of [`implied_volatility_batch`], as columns.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct ImpliedVolatilityTable {
    /// Volatility per square root of a year; NaN where the status is not ok.
    pub implied_volatility: Vec<f64>,
    /// What became of the row.
    pub status: Vec<RowState>,
}

/// [`implied_volatility`] for every row, to the same bits.
///
/// ```
/// use hashinsight_derivatives::{BadRows, RowState};
/// use hashinsight_derivatives::pricing::{
///     ImpliedVolatilityBatchParams, ImpliedVolatilityColumns, implied_volatility_batch,
/// };
/// use hashinsight_derivatives::Rate;
/// let params = ImpliedVolatilityBatchParams { rate_per_year: Rate::new(0.0)?, on_bad_row: BadRows::Report };
/// let columns = ImpliedVolatilityColumns {
///     kind: &[1.0, -1.0],
///     price: &[7.965567455405797, 120.0],
///     forward: &[100.0, 100.0],
///     strike: &[100.0, 100.0],
///     years: &[1.0, 1.0],
/// };
/// let table = implied_volatility_batch(&columns, &params)?;
/// assert!((table.implied_volatility[0] - 0.2).abs() < 1e-15);
/// assert_eq!(table.status, [RowState::Ok, RowState::Undefined]); // a put is worth less than its strike
/// # Ok::<(), hashinsight_derivatives::DerivativesError>(())
/// ```
///
/// # Errors
/// As [`implied_volatility`]; a refused value of row 17 stands at `price[17]`. `derivatives.<column>.length` where columns differ in length.
pub fn implied_volatility_batch(
    columns: &ImpliedVolatilityColumns<'_>,
    params: &ImpliedVolatilityBatchParams,
) -> Result<ImpliedVolatilityTable, DerivativesError> {
    let inputs = [
        Column::of_signs("kind", columns.kind),
        Column::of::<Collateral>("price", columns.price),
        Column::of::<AssetPrice>("forward", columns.forward),
        Column::of::<AssetPrice>("strike", columns.strike),
        Column::of::<Years>("years", columns.years),
    ];
    let rate = params.rate_per_year.get();
    let (mut done, mut fault) = (0, None);
    let kernel = |inputs: [&[f64]; 5], [out]: [&mut [f64]; 1], states: &mut [RowState]| {
        for (row, (out, state)) in out.iter_mut().zip(states).enumerate() {
            let [sign, price, forward, strike, years] = inputs.map(|column| column[row]);
            let discount = exp(-rate * years);
            let (asset, cash) = (forward * discount, strike * discount);
            let quote = Quote { sign, price: price + 0.0, asset, cash, x: log_ratio(forward, strike) };
            match quote.deviation(years) {
                Ok((deviation, ..)) => *out = deviation / years.sqrt(),
                Err(error) => {
                    (*out, *state) = (f64::NAN, RowState::Undefined);
                    fault.get_or_insert(error.in_row(done + row));
                }
            }
        }
        done += inputs[0].len();
    };
    let ([implied_volatility], status) = table(&inputs, params.on_bad_row, kernel)?;
    if let (BadRows::Refuse, Some(error)) = (params.on_bad_row, fault) {
        return Err(error);
    }
    Ok(ImpliedVolatilityTable { implied_volatility, status })
}

/// A price and what it is the price of.
#[derive(Clone, Copy, Debug)]
struct Quote {
    sign: f64,
    price: f64,
    asset: f64,
    cash: f64,
    x: f64,
}

impl Quote {
    /// `(sigma sqrt T, intrinsic value, time value)`.
    fn deviation(&self, years: f64) -> Result<(f64, f64, f64), DerivativesError> {
        let Self { sign, price, asset, cash, x } = *self;
        let signed = sign * (asset - cash);
        let intrinsic = if signed > 0.0 { signed } else { 0.0 };
        let greatest = if sign > 0.0 { asset } else { cash };
        if price < intrinsic {
            return Err(DerivativesError::refuse("price", price, format!("above the intrinsic value, {intrinsic}")));
        }
        if price >= greatest {
            return Err(DerivativesError::refuse("price", price, format!("below the greatest value, {greatest}")));
        }
        let time_value = price - intrinsic;
        if years == 0.0 {
            return Err(DerivativesError::none("implied_volatility", "years", "no time is left"));
        }
        let beta = time_value / (asset.sqrt() * cash.sqrt());
        if beta < 1e-300 {
            return Err(DerivativesError::none("implied_volatility", "price", "the price holds no time value"));
        }
        // Of an option in the money the room above shrinks as much as the room below: both belong to the mirrored option.
        let room = (greatest - price) / (asset.sqrt() * cash.sqrt());
        Ok((invert(-x.abs(), beta, room), intrinsic, time_value))
    }
}

/// The `s` with `b(x, s) = beta`, where `room = e^(x/2) - beta > 0`.
fn invert(x: f64, beta: f64, room: f64) -> f64 {
    let center = (2.0 * -x).sqrt();
    let at_center = if center > 0.0 { black(x, center) } else { 0.0 };
    let low_side = beta < at_center;
    let (mut low, mut high) = if low_side { (0.0, center) } else { (center, f64::INFINITY) };
    let target = -ln(beta);
    let mut s = if low_side {
        center * (-ln(at_center) / target).sqrt()
    } else {
        // Mirrors the tail: the room is about proportional to N(-s/2).
        let share = room / shortfall(x, if center > 0.0 { center } else { f64::MIN_POSITIVE });
        let tail = share * normal_cdf(-0.5 * center);
        -2.0 * normal_quantile(tail).unwrap_or(0.0)
    };
    for _ in 0..40 {
        if !(s > low && s < high) {
            s = if high == f64::INFINITY { 2.0 * low + 1.0 } else { 0.5 * (low + high) };
        }
        let (b, slope) = black_and_vega(x, s);
        if b < beta {
            low = s;
        } else {
            high = s;
        }
        // b'' / b' and its derivative.
        let curve = x * x / (s * s * s) - 0.25 * s;
        let curve_slope = -3.0 * x * x / (s * s * s * s) - 0.25;
        if low_side && b == 0.0 {
            s = f64::NAN; // underflow: back to the bracket
            continue;
        }
        let (error, first, second, third) = if low_side {
            let (level, u) = (-ln(b), slope / b);
            let u_slope = u * (curve - u);
            let second = 1.5 * u / level + (curve - u);
            let second_slope = 1.5 * (u_slope + u * u / level) / level + curve_slope - u_slope;
            // ((-ln b)^(-1/2) - target^(-1/2)) / (half its derivative's scale)
            let error = level * (1.0 - (level / target).sqrt()) * 2.0;
            (error, u, second, second * second + second_slope)
        } else {
            // What the option lacks and its logarithm, from whichever has more digits: the price itself or what it lacks.
            let gap = beta - b;
            let (rest, error) = if room > 0.1 * beta {
                (room + gap, -ln_1p(gap / room))
            } else {
                let rest = shortfall(x, s);
                (rest, ln(room / rest))
            };
            let w = slope / rest;
            let second = curve + w;
            (error, w, second, second * second + curve_slope + w * (curve + w))
        };
        let newton = -error / first;
        let step = newton * (1.0 + 0.5 * second * newton) / (1.0 + newton * (second + third * newton / 6.0));
        let next = s + if step.is_finite() { step } else { newton };
        if !next.is_finite() {
            s = f64::NAN; // back to the bracket
            continue;
        }
        if (next - s).abs() <= 1e-4 * s {
            // The next error is the fourth power of this one.
            return if next > 0.0 { next } else { s };
        }
        s = next;
    }
    if s.is_nan() { 0.5 * (low + high) } else { s }
}
