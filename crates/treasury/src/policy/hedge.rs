//! Hedges of hashprice and power with forwards, in whole contracts.
//!
//! ```text
//! contracts = nearest whole number to  h * quantity / size
//! h         = Cov(spot, forward) / Var(forward)             the ratio of least variance, its effectiveness the squared correlation
//! result    = quantity * settlement + contracts * size * (forward - settlement)     sold forward; bought forward: all signs turned
//! ```
//!
//! Johnson 1960, "The theory of hedging and speculation in commodity futures"; Ederington 1979, "The hedging performance of the new futures
//! markets". A forward on hashprice settles in USD per petahash per second and day, one on power in USD per megawatt-hour.

use hashinsight_units::{At, Error, Outcome, Ratio, Record};

use crate::metrics::{Moments, refuse};

/// What is hedged.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum HedgedQuantity {
    /// Hashrate that will earn the hashprice: forwards are sold.
    Hashprice {
        /// Petahash per second times days that will be mined.
        ph_days: f64,
        /// Petahash per second times days of one contract.
        contract_ph_days: f64,
    },
    /// Power that will be bought: forwards are bought.
    Power {
        /// Megawatt-hours that will be used.
        mwh: f64,
        /// Megawatt-hours of one contract.
        contract_mwh: f64,
    },
}

/// How much of the quantity is hedged.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum HedgeRatio {
    /// This part of the quantity; 1 for all of it.
    #[record(example = 0.5)]
    Part(Ratio),
    /// The part that leaves the least variance, by moves of the past.
    LeastVariance {
        /// Moves of the price that is earned or paid, in USD per unit.
        spot_moves: Vec<f64>,
        /// Moves of the forward in the same periods, in USD per unit.
        forward_moves: Vec<f64>,
    },
}

/// Inputs of [`forward_hedge`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ForwardHedgeRequest {
    /// Quantity that is hedged, and the size of a contract.
    pub quantity: HedgedQuantity,
    /// Forward price of one unit, in USD; above 0 for hashprice.
    #[record(example = 46.5)]
    pub forward_usd: f64,
    /// How much of the quantity is hedged.
    pub ratio: HedgeRatio,
    /// Settlement prices of one unit, in USD, at which the result is told. Absent: none.
    #[record(default = Vec::new())]
    pub settlements_usd: Vec<f64>,
}

/// Result of [`forward_hedge`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForwardHedgeReport {
    /// Part of the quantity that is to be hedged.
    pub ratio: f64,
    /// Part of the variance that the hedge removes. Absent: the ratio was given.
    pub effectiveness: Option<Outcome>,
    /// Contracts before rounding.
    pub exact_contracts: f64,
    /// Whole contracts: sold for hashprice, bought for power.
    pub contracts: u32,
    /// Quantity that the contracts cover, in units.
    pub hedged: f64,
    /// Quantity less what the contracts cover, in units; below 0 where they cover more.
    pub unhedged: f64,
    /// Result at each settlement price, in the order of the request.
    pub results: Vec<HedgeResult>,
}

/// What quantity and contracts come to at a settlement price. Costs are negative.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HedgeResult {
    /// Settlement price of one unit, in USD.
    pub settlement_usd: f64,
    /// What the quantity earns or costs at that price, in USD.
    pub spot_usd: f64,
    /// What the contracts pay, in USD.
    pub contracts_usd: f64,
    /// Both together, in USD.
    pub total_usd: f64,
    /// Price of one unit that both come to, in USD.
    pub effective_usd: f64,
}

/// Whole contracts that hedge hashprice or power, and what is earned or paid at each settlement price.
///
/// ```
/// use hashinsight_treasury::policy::{ForwardHedgeRequest, HedgeRatio, HedgedQuantity, forward_hedge};
/// use hashinsight_units::Ratio;
/// // 120 PH/s for 30 days, in contracts of 1 PH/s for 30 days; two thirds are sold forward.
/// let quantity = HedgedQuantity::Hashprice { ph_days: 3600.0, contract_ph_days: 30.0 };
/// let request = ForwardHedgeRequest::new(quantity, 46.5, HedgeRatio::Part(Ratio::new(0.67)?)).settlements_usd(vec![40.0]);
/// let report = forward_hedge(&request)?;
/// assert_eq!((report.contracts, report.hedged), (80, 2400.0)); // of 80.4
/// assert_eq!(report.results[0].total_usd, 3600.0 * 40.0 + 2400.0 * 6.5);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// At `quantity`: numbers that are not finite, or not above 0; more than 2^32 - 1 contracts, at `ratio`; `treasury.forward_usd` and `settlements_usd` unless finite; at
/// `ratio`: fewer than 3 moves, lists of unequal length, forwards that do not move, and a least variance that asks for the other side.
pub fn forward_hedge(request: &ForwardHedgeRequest) -> Result<ForwardHedgeReport, Error> {
    let (quantity, size, side) = request.quantity.check().at("quantity")?;
    let forward = finite("forward_usd", request.forward_usd)?;
    if side > 0.0 && forward <= 0.0 {
        return Err(refuse::number("forward_usd", forward, "above 0"));
    }
    let (ratio, effectiveness) = request.ratio.of().at("ratio")?;
    let exact_contracts = ratio * quantity / size;
    let whole = exact_contracts.round_ties_even();
    if whole > f64::from(u32::MAX) {
        return Err(refuse::number("ratio", ratio, "at most 4294967295 contracts"));
    }
    let hedged = whole * size;
    let result = |(row, settlement): (usize, &f64)| {
        let settlement = finite("settlements_usd", *settlement).map_err(|error| error.in_row(row))?;
        let (spot_usd, contracts_usd) = (side * quantity * settlement, side * hedged * (forward - settlement));
        let total_usd = spot_usd + contracts_usd;
        Ok(HedgeResult {
            settlement_usd: settlement,
            spot_usd,
            contracts_usd,
            total_usd,
            effective_usd: side * total_usd / quantity,
        })
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of at most 32 bits")]
    let contracts = whole as u32;
    Ok(ForwardHedgeReport {
        ratio,
        effectiveness,
        exact_contracts,
        contracts,
        hedged,
        unhedged: quantity - hedged,
        results: request.settlements_usd.iter().enumerate().map(result).collect::<Result<_, Error>>()?,
    })
}

fn finite(field: &str, value: f64) -> Result<f64, Error> {
    if value.abs() <= 1e15 { Ok(value) } else { Err(refuse::number(field, value, "-1e15 to 1e15")) }
}

impl HedgedQuantity {
    /// Quantity, size of a contract, and the sign of what is earned.
    fn check(&self) -> Result<(f64, f64, f64), Error> {
        let (fields, quantity, size, side, case) = match *self {
            Self::Hashprice { ph_days, contract_ph_days } => {
                (["ph_days", "contract_ph_days"], ph_days, contract_ph_days, 1.0, "hashprice")
            }
            Self::Power { mwh, contract_mwh } => (["mwh", "contract_mwh"], mwh, contract_mwh, -1.0, "power"),
        };
        for (field, value) in fields.into_iter().zip([quantity, size]) {
            if !(value > 0.0 && value <= 1e15) {
                return Err(refuse::number(field, value, "above 0, at most 1e15")).at(case);
            }
        }
        Ok((quantity, size, side))
    }
}

impl HedgeRatio {
    fn of(&self) -> Result<(f64, Option<Outcome>), Error> {
        let (spot, forward) = match self {
            Self::Part(part) => return Ok((part.get(), None)),
            Self::LeastVariance { spot_moves, forward_moves } => (spot_moves, forward_moves),
        };
        least_variance(spot, forward).at("least_variance").map(|(ratio, part)| (ratio, Some(part)))
    }
}

/// Ratio of least variance, and the squared correlation.
fn least_variance(spot: &[f64], forward: &[f64]) -> Result<(f64, Outcome), Error> {
    if spot.len() < 3 {
        return Err(refuse::insufficient("spot_moves", spot.len(), "3 moves or more"));
    }
    if forward.len() != spot.len() {
        return Err(refuse::length("forward_moves", forward.len(), format!("{}, as many as spot_moves", spot.len())));
    }
    for (field, moves) in [("spot_moves", spot), ("forward_moves", forward)] {
        for (row, value) in moves.iter().enumerate() {
            finite(field, *value).map_err(|error| error.in_row(row))?;
        }
    }
    let mean = |moves: &[f64]| Moments::of(moves).mean().value().unwrap_or(0.0);
    let (spot_mean, forward_mean) = (mean(spot), mean(forward));
    let [covariance, spot_squares, forward_squares] = hashinsight_numerics::sums_of_pairs(spot, forward, |s, f| {
        let (s, f) = (s - spot_mean, f - forward_mean);
        [s * f, s * s, f * f]
    });
    if forward_squares <= 0.0 {
        return Err(refuse::unsupported("forward_moves", "moves that are equal", "moves that vary"));
    }
    let ratio = covariance / forward_squares;
    if ratio < 0.0 {
        return Err(refuse::number("spot_moves", ratio, "moves with those of the forward: a ratio of 0 or more"));
    }
    let part = if spot_squares > 0.0 {
        Outcome::of(covariance * covariance / (spot_squares * forward_squares))
    } else {
        Outcome::Undefined { reason: "the price that is hedged does not move" }
    };
    Ok((ratio, part))
}
