//! Barrier options: calls and puts that begin or end at a touch.
//!
//! Reiner and Rubinstein (1991), in the notation of Haug (1998): a price is a sum of
//!
//! ```text
//! A  the vanilla option                         B  the same, exercised beyond the barrier instead of the strike
//! C  A reflected at the barrier                 D  B reflected
//! E  the rebate at expiry if never touched      F  the rebate at the touch
//! ```
//!
//! A knock-out pays its rebate at the touch, a knock-in at expiry if it was never touched. The reflected terms are evaluated without the
//! powers `(H/S)^(2 m / sigma^2)` that overflow for small volatilities. Absolute error below 1e-13 of the greater of spot and strike.
//!
//! A spot at the barrier or beyond has touched it: the knock-out is its rebate, the knock-in the vanilla option.

use hashinsight_market::OptionKind;
use hashinsight_numerics::{exp, ln_ratio, max};
use multiversion::multiversion;

use super::first_passage::Passage;
use super::touch::complex_transform;
use super::vanilla::{Vanilla, sign};
use super::barrier_terms::{BarrierSide, Walk};
use crate::batch::{BadRows, Column, RowState, table};
use crate::{AssetPrice, Collateral, Error, Measure, Rate, Volatility, Years};

/// Whether a touch begins or ends the option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum Knock {
    /// Begins it.
    In,
    /// Ends it.
    Out,
}

/// Inputs of [`barrier`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BarrierRequest {
    /// Kind of the option: call or put.
    pub kind: OptionKind,
    /// In or out.
    pub knock: Knock,
    /// Where the barrier lies.
    pub side: BarrierSide,
    /// Price of the asset now, in quote currency.
    pub spot: AssetPrice,
    /// Exercise price, in quote currency.
    pub strike: AssetPrice,
    /// Price level of the barrier, in quote currency.
    pub barrier: AssetPrice,
    /// Paid at the touch that ends a knock-out, or at expiry for a knock-in that never began.
    pub rebate: Collateral,
    /// Time to expiry in years of 365 days.
    pub years: Years,
    /// Riskless rate per year, continuously compounded.
    pub rate_per_year: Rate,
    /// What holding the asset yields per year, continuously compounded.
    pub yield_per_year: Rate,
    /// Volatility per square root of a year.
    pub volatility: Volatility,
}

/// Result of [`barrier`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BarrierReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Value in quote currency, rebate included.
    pub price: f64,
    /// The part of it that is the rebate.
    pub rebate_value: f64,
    /// The same option without barrier.
    pub vanilla_price: f64,
    /// Probability of a touch by expiry.
    pub touch_probability: f64,
}

/// The value of a barrier option under continuous watch.
///
/// ```
/// use hashinsight_derivatives::pricing::{BarrierRequest, BarrierSide, Knock, barrier};
/// use hashinsight_derivatives::{AssetPrice, Collateral, Rate, Volatility, Years};
/// use hashinsight_market::OptionKind;
/// let report = barrier(&BarrierRequest {
///     kind: OptionKind::Call,
///     knock: Knock::Out,
///     side: BarrierSide::Down,
///     spot: AssetPrice::new(100.0)?,
///     strike: AssetPrice::new(90.0)?,
///     barrier: AssetPrice::new(95.0)?,
///     rebate: Collateral::new(3.0)?,
///     years: Years::new(0.5)?,
///     rate_per_year: Rate::new(0.08)?,
///     yield_per_year: Rate::new(0.04)?,
///     volatility: Volatility::new(0.25)?,
/// })?;
/// assert_eq!(format!("{:.4}", report.price), "9.0246"); // Haug 1998, page 72
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.rate_per_year.unsupported` for the rebate of a knock-out where `m^2 + 2 r sigma^2` is negative.
pub fn barrier(request: &BarrierRequest) -> Result<BarrierReport, Error> {
    Barrier::from(request).report()
}

impl From<&BarrierRequest> for Barrier {
    fn from(request: &BarrierRequest) -> Self {
        Self {
            knock: request.knock,
            side: request.side,
            level: request.barrier.get(),
            rebate: request.rebate.get(),
            option: Vanilla {
                sign: sign(request.kind),
                spot: request.spot.get(),
                strike: request.strike.get(),
                years: request.years.get(),
                rate: request.rate_per_year.get(),
                carry_yield: request.yield_per_year.get(),
                volatility: request.volatility.get(),
            },
        }
    }
}

/// The numbers of a barrier option, known to be in range.
#[derive(Clone, Copy, Debug)]
struct Barrier {
    knock: Knock,
    side: BarrierSide,
    level: f64,
    rebate: f64,
    option: Vanilla,
}

impl Barrier {
    /// `[spot, strike, barrier, years, volatility]`.
    #[inline(always)]
    fn of_row(params: &BarrierBatchParams, [spot, strike, level, years, volatility]: [f64; 5]) -> Self {
        let option = Vanilla {
            sign: sign(params.kind),
            spot,
            strike,
            years: years + 0.0,
            rate: params.rate_per_year.get(),
            carry_yield: params.yield_per_year.get(),
            volatility: volatility + 0.0,
        };
        Self { knock: params.knock, side: params.side, level, rebate: params.rebate.get(), option }
    }

    #[inline(always)]
    fn passage(&self) -> Passage {
        let Vanilla { spot, years, rate, carry_yield, volatility, .. } = self.option;
        Passage::new(self.side, [spot, self.level, years, rate - carry_yield, volatility])
    }

    fn report(&self) -> Result<BarrierReport, Error> {
        let passage = self.passage();
        let vanilla_price = self.option.price();
        let (option, rebate_value) = match passage.walk() {
            Some(walk) => (self.option_value(&walk), self.rebate_value(&walk)),
            None => self.certain_values(&passage, vanilla_price),
        };
        if rebate_value.is_nan() {
            return Err(complex_transform(self.option.rate));
        }
        Ok(BarrierReport {
            measure: Measure::RiskNeutral,
            price: option + rebate_value,
            rebate_value,
            vanilla_price,
            touch_probability: passage.probability(),
        })
    }

    /// Price, rebate included, and touch probability, without a branch that a row decides; the price is NaN where there is no chance or no
    /// answer.
    #[inline(always)]
    fn by_chance(&self) -> (f64, f64) {
        let passage = self.passage();
        let (walk, random) = passage.walk_if_random();
        let price = self.option_value(&walk) + self.rebate_value(&walk);
        (if random { price } else { f64::NAN }, passage.probability())
    }

    /// Of in and out the smaller is summed from its own terms, so that a worthless option does not carry the other's rounding.
    #[inline(always)]
    fn option_value(&self, walk: &Walk) -> f64 {
        let [a, b, c, d] = self.terms(walk);
        let pays_at_barrier = self.option.sign * (self.level - self.option.strike) > 0.0;
        // Exercise lies on the side of the barrier where the price is: down and call, up and put.
        let pays_away = self.option.sign == self.side.sign();
        let (beyond, short) = match (self.knock, pays_away) {
            (Knock::In, true) => (a - b + d, c),
            (Knock::In, false) => (b - c + d, a),
            (Knock::Out, true) => (b - d, a - c),
            (Knock::Out, false) => (a - b + c - d, 0.0),
        };
        max(if pays_at_barrier { beyond } else { short }, 0.0)
    }

    /// NaN as [`Walk::discounted_touch`].
    #[inline(always)]
    fn rebate_value(&self, walk: &Walk) -> f64 {
        let rate_time = self.option.rate * self.option.years;
        match self.knock {
            _ if self.rebate == 0.0 => 0.0,
            Knock::Out => self.rebate * walk.discounted_touch(rate_time),
            Knock::In => self.rebate * exp(-rate_time) * walk.survives(),
        }
    }

    /// Option and rebate where nothing is left to chance.
    fn certain_values(&self, passage: &Passage, vanilla_price: f64) -> (f64, f64) {
        let Vanilla { rate, years, .. } = self.option;
        match (self.knock, passage.certain_arrival()) {
            (Knock::In, Some(_)) | (Knock::Out, None) => (vanilla_price, 0.0),
            (Knock::In, None) => (0.0, self.rebate * exp(-rate * years)),
            (Knock::Out, Some(time)) => (0.0, self.rebate * exp(-rate * time)),
        }
    }

    /// A, B, C and D.
    #[inline(always)]
    fn terms(&self, walk: &Walk) -> [f64; 4] {
        let Vanilla { sign, spot, strike, years, rate, carry_yield, .. } = self.option;
        let exchange = Exchange {
            sign,
            asset: spot * exp(-carry_yield * years),
            cash: strike * exp(-rate * years),
            by_asset: walk.shared(),
            by_cash: *walk,
        };
        let strike_at = ln_ratio(strike, spot);
        [exchange.beyond(strike_at), exchange.beyond(walk.h), exchange.mirrored(strike_at), exchange.mirrored(walk.h)]
    }
}

/// Asset for cash (or cash for asset), each discounted and with the walk of its measure.
struct Exchange {
    sign: f64,
    asset: f64,
    cash: f64,
    by_asset: Walk,
    by_cash: Walk,
}

impl Exchange {
    /// Made where the walk ends beyond `k`.
    #[inline(always)]
    fn beyond(&self, k: f64) -> f64 {
        let Self { sign, asset, cash, by_asset, by_cash } = self;
        sign * (asset * by_asset.ends(*sign, k) - cash * by_cash.ends(*sign, k))
    }

    /// The same of the mirrored walk.
    #[inline(always)]
    fn mirrored(&self, k: f64) -> f64 {
        let Self { sign, asset, cash, by_asset, by_cash } = self;
        let side = by_cash.side();
        sign * (asset * by_asset.reflected(side, k) - cash * by_cash.reflected(side, k))
    }
}

/// What all rows of [`barrier_batch`] share; the fields mean what they mean in [`BarrierRequest`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BarrierBatchParams {
    /// Kind of the option: call or put.
    pub kind: OptionKind,
    /// In or out.
    pub knock: Knock,
    /// Where the barriers lie.
    pub side: BarrierSide,
    /// Paid at the touch that ends a knock-out, or at expiry for a knock-in that never began.
    pub rebate: Collateral,
    /// Riskless rate per year, continuously compounded.
    pub rate_per_year: Rate,
    /// What holding the asset yields per year, continuously compounded.
    pub yield_per_year: Rate,
    /// Treatment of rows that cannot be used.
    pub on_bad_row: BadRows,
}

/// One row of [`barrier_batch`].
#[derive(Clone, Copy, Debug)]
pub struct BarrierColumns<'a> {
    /// Price of the asset now, in quote currency.
    pub spot: &'a [f64],
    /// Exercise price, in quote currency.
    pub strike: &'a [f64],
    /// Price level of the barrier, in quote currency.
    pub barrier: &'a [f64],
    /// Time to expiry in years of 365 days.
    pub years: &'a [f64],
    /// Volatility per square root of a year.
    pub volatility: &'a [f64],
}

/// Result of one row of [`barrier_batch`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BarrierTable {
    /// Value in quote currency, rebate included.
    pub price: Vec<f64>,
    /// Probability of a touch by expiry.
    pub touch_probability: Vec<f64>,
    /// State of the row.
    pub status: Vec<RowState>,
}

/// [`barrier`] for every row, to the same bits.
///
/// ```
/// use hashinsight_derivatives::BadRows;
/// use hashinsight_derivatives::pricing::{BarrierBatchParams, BarrierColumns, BarrierSide, Knock, barrier_batch};
/// use hashinsight_derivatives::{Collateral, Rate};
/// use hashinsight_market::OptionKind;
/// let params = BarrierBatchParams {
///     kind: OptionKind::Call,
///     knock: Knock::Out,
///     side: BarrierSide::Down,
///     rebate: Collateral::new(3.0)?,
///     rate_per_year: Rate::new(0.08)?,
///     yield_per_year: Rate::new(0.04)?,
///     on_bad_row: BadRows::Refuse,
/// };
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
/// As [`barrier`]; a refused value of row 17 stands at `spot[17]`. `derivatives.<column>.length` where columns differ in length.
pub fn barrier_batch(
    columns: &BarrierColumns<'_>,
    params: &BarrierBatchParams,
) -> Result<BarrierTable, Error> {
    let inputs = [
        Column::of::<AssetPrice>("spot", columns.spot),
        Column::of::<AssetPrice>("strike", columns.strike),
        Column::of::<AssetPrice>("barrier", columns.barrier),
        Column::of::<Years>("years", columns.years),
        Column::of::<Volatility>("volatility", columns.volatility),
    ];
    let mut fault = None;
    let mut done = 0;
    let kernel = |inputs: [&[f64]; 5], [price, touch_probability]: [&mut [f64]; 2], states: &mut [RowState]| {
        values(params, inputs, price, touch_probability);
        // What chance does not decide is rare enough to go one by one.
        for row in 0..price.len() {
            if !price[row].is_nan() {
                continue;
            }
            match Barrier::of_row(params, inputs.map(|column| column[row])).report() {
                Ok(report) => price[row] = report.price,
                Err(error) => {
                    (price[row], touch_probability[row], states[row]) = (f64::NAN, f64::NAN, RowState::Refused);
                    fault.get_or_insert(error.in_row(done + row));
                }
            }
        }
        done += price.len();
    };
    let ([price, touch_probability], status) = table(&inputs, params.on_bad_row, kernel)?;
    if let (BadRows::Refuse, Some(error)) = (params.on_bad_row, fault) {
        return Err(error);
    }
    Ok(BarrierTable { price, touch_probability, status })
}

/// `[spot, strike, barrier, years, volatility]`, in lanes.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn values(params: &BarrierBatchParams, inputs: [&[f64]; 5], price: &mut [f64], touch_probability: &mut [f64]) {
    let [spot, strike, barrier, years, volatility] = inputs.map(|column| &column[..price.len()]);
    for (row, (price, touch)) in price.iter_mut().zip(touch_probability).enumerate() {
        let numbers = [spot[row], strike[row], barrier[row], years[row], volatility[row]];
        (*price, *touch) = Barrier::of_row(params, numbers).by_chance();
    }
}
