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
use hashinsight_numerics::{exp, max};

use super::first_passage::Passage;
use super::touch::{at_hit, survival};
use super::vanilla::{Vanilla, sign};
use super::walk::{BarrierSide, Walk};
use crate::batch::{BadRows, Column, RowState, table};
use crate::ratio::log_ratio;
use crate::{AssetPrice, Collateral, DerivativesError, Measure, Rate, Volatility, Years};

/// Whether a touch begins or ends the option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Knock {
    /// Begins it.
    In,
    /// Ends it.
    Out,
}

/// What [`barrier`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BarrierRequest {
    /// Call or put.
    pub kind: OptionKind,
    /// In or out.
    pub knock: Knock,
    /// Where the barrier lies.
    pub side: BarrierSide,
    /// Price now.
    pub spot: AssetPrice,
    /// Exercise price.
    pub strike: AssetPrice,
    /// The level.
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

/// What [`barrier`] answers.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BarrierReport {
    /// Always the risk-neutral one.
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
/// # Ok::<(), hashinsight_derivatives::DerivativesError>(())
/// ```
///
/// # Errors
/// `derivatives.rate_per_year.unsupported` for the rebate of a knock-out where `m^2 + 2 r sigma^2` is negative.
pub fn barrier(request: &BarrierRequest) -> Result<BarrierReport, DerivativesError> {
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
    fn passage(&self) -> Passage {
        let Vanilla { spot, years, rate, carry_yield, volatility, .. } = self.option;
        Passage::new(self.side, [spot, self.level, years, rate - carry_yield, volatility])
    }

    fn report(&self) -> Result<BarrierReport, DerivativesError> {
        let passage = self.passage();
        let vanilla_price = self.option.price();
        let out = match passage.walk() {
            Some(walk) => self.knocked_out(&walk),
            None if passage.certain_arrival().is_some() => 0.0,
            None => vanilla_price,
        };
        // Of the two the smaller is summed from its own terms, so that a worthless option does not carry the other's rounding.
        let option = match self.knock {
            Knock::Out => out,
            Knock::In => match passage.walk() {
                Some(walk) => self.knocked_in(&walk),
                None => vanilla_price - out,
            },
        };
        let rebate_value = match self.knock {
            _ if self.rebate == 0.0 => 0.0,
            Knock::Out => self.rebate * at_hit(&passage, self.option.rate)?,
            Knock::In => self.rebate * exp(-self.option.rate * self.option.years) * survival(&passage, false),
        };
        Ok(BarrierReport {
            measure: Measure::RiskNeutral,
            price: option + rebate_value,
            rebate_value,
            vanilla_price,
            touch_probability: passage.probability(),
        })
    }

    /// The four terms, each `w [S e^(-qT) ... - K e^(-rT) ...]`.
    fn terms(&self, walk: &Walk) -> [f64; 4] {
        let Vanilla { sign: w, spot, strike, years, rate, carry_yield, .. } = self.option;
        let (asset, cash) = (spot * exp(-carry_yield * years), strike * exp(-rate * years));
        let (strike_at, barrier_at) = (log_ratio(strike, spot), walk.h);
        let (shared, side) = (walk.shared(), walk.side());
        let direct = |k: f64| w * (asset * shared.ends(w, k) - cash * walk.ends(w, k));
        let mirrored = |k: f64| w * (asset * shared.reflected(side, k) - cash * walk.reflected(side, k));
        [direct(strike_at), direct(barrier_at), mirrored(strike_at), mirrored(barrier_at)]
    }

    /// Whether the option is in the money where the barrier stands: then it can be worth something only beyond.
    fn pays_at_barrier(&self) -> bool {
        self.option.sign * (self.level - self.option.strike) > 0.0
    }

    /// Whether exercise lies on the side of the barrier where the price is: down and call, up and put.
    fn pays_away(&self) -> bool {
        self.option.sign == self.side.sign()
    }

    fn knocked_in(&self, walk: &Walk) -> f64 {
        let [a, b, c, d] = self.terms(walk);
        let value = match (self.pays_away(), self.pays_at_barrier()) {
            (true, false) => c,
            (true, true) => a - b + d,
            (false, true) => b - c + d,
            (false, false) => a,
        };
        max(value, 0.0)
    }

    fn knocked_out(&self, walk: &Walk) -> f64 {
        let [a, b, c, d] = self.terms(walk);
        let value = match (self.pays_away(), self.pays_at_barrier()) {
            (true, false) => a - c,
            (true, true) => b - d,
            (false, true) => a - b + c - d,
            (false, false) => 0.0,
        };
        max(value, 0.0)
    }
}

/// What all rows of [`barrier_batch`] share; the fields mean what they mean in [`BarrierRequest`].
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BarrierBatchParams {
    /// Call or put.
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
    /// What to do with a row that cannot be used. Absent: refuse the batch.
    #[serde(default)]
    pub on_bad_row: BadRows,
}

/// The columns of [`barrier_batch`], all of one length.
#[derive(Clone, Copy, Debug)]
pub struct BarrierColumns<'a> {
    /// Price now.
    pub spot: &'a [f64],
    /// Exercise price.
    pub strike: &'a [f64],
    /// The level.
    pub barrier: &'a [f64],
    /// Time to expiry in years of 365 days.
    pub years: &'a [f64],
    /// Volatility per square root of a year.
    pub volatility: &'a [f64],
}

/// The answer of [`barrier_batch`], as columns.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct BarrierTable {
    /// Value in quote currency, rebate included.
    pub price: Vec<f64>,
    /// Probability of a touch by expiry.
    pub touch_probability: Vec<f64>,
    /// What became of the row.
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
/// # Ok::<(), hashinsight_derivatives::DerivativesError>(())
/// ```
///
/// # Errors
/// As [`barrier`]; a refused value of row 17 stands at `spot[17]`. `derivatives.<column>.length` where columns differ in length.
pub fn barrier_batch(
    columns: &BarrierColumns<'_>,
    params: &BarrierBatchParams,
) -> Result<BarrierTable, DerivativesError> {
    let asset_price = |field, value| AssetPrice::check(field, value).map(drop);
    let inputs = [
        Column { name: "spot", values: columns.spot, check: asset_price },
        Column { name: "strike", values: columns.strike, check: asset_price },
        Column { name: "barrier", values: columns.barrier, check: asset_price },
        Column { name: "years", values: columns.years, check: |field, value| Years::check(field, value).map(drop) },
        Column {
            name: "volatility",
            values: columns.volatility,
            check: |field, value| Volatility::check(field, value).map(drop),
        },
    ];
    let ([price, touch_probability], status) =
        table(&inputs, params.on_bad_row, |[spot, strike, barrier, years, volatility]| {
            let option = Vanilla {
                sign: sign(params.kind),
                spot,
                strike,
                years: years + 0.0,
                rate: params.rate_per_year.get(),
                carry_yield: params.yield_per_year.get(),
                volatility: volatility + 0.0,
            };
            let row =
                Barrier { knock: params.knock, side: params.side, level: barrier, rebate: params.rebate.get(), option };
            row.report().map(|report| ([report.price, report.touch_probability], RowState::Ok))
        })?;
    Ok(BarrierTable { price, touch_probability, status })
}
