//! Best sales as a document: objectives, the rules beside them, and which of all points no other beats.

use hashinsight_units::json::Told;
use hashinsight_units::{Amount, At, Error, Fraction, Price, Ratio, Record};

use super::lattice::{Ending, Lattice};
use crate::coverage::{Cash, Costs, Execution, price_micros};
use crate::floor::proportional;
use crate::metrics::refuse;

/// Inputs of [`optimal_sales`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct OptimalSalesRequest {
    /// Price of one bitcoin now, in USD.
    #[record(example = 100_000)]
    pub price_usd: Price,
    /// Factor of the price in a move up, above that of a move down.
    #[record(example = 1.25)]
    pub up: Ratio,
    /// Factor of the price in a move down, above 0.
    #[record(example = 0.8)]
    pub down: Ratio,
    /// Probability of a move up.
    #[record(example = 0.5)]
    pub up_probability: Fraction,
    /// Coins held, in satoshis.
    #[record(example = 300_000_000)]
    pub coins_sat: Amount,
    /// Cash held, in USD, 0 or more.
    #[record(example = "0")]
    pub cash_usd: Cash,
    /// Costs of a sale: in proportion to it.
    pub costs: Costs,
    /// Payment at each step, in USD, the first now and a move of the price before each further one; 1 to 12 of them, 0 or more each.
    pub payments_usd: Vec<Cash>,
    /// Coins that arrive before each further step, in satoshis.
    #[record(default = Amount::ZERO)]
    pub mined_sat: Amount,
    /// Number of equal parts of all coins that a sale may be made of.
    #[record(default = 4, range = 1..=100)]
    pub sizes: u32,
    /// What is sought, each by itself: one point of the frontier.
    pub objectives: Vec<Objective>,
    /// Part of the outcomes that is the tail, above 0 and below 1.
    #[record(default = Fraction::constant(0.05))]
    pub tail: Fraction,
}

/// What is sought: the greatest mean of `W - penalty [ruined] - weight (target - W)+`.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Objective {
    /// Sum that a ruin counts for, in USD, 0 or more; a very large one seeks the least probability of ruin first.
    #[record(example = 1_000_000)]
    pub ruin_penalty_usd: f64,
    /// Wealth at the end below which each missing dollar counts more, in USD.
    #[record(default = 0.0)]
    pub target_usd: f64,
    /// Number of dollars that a dollar missing to the target counts for in addition, 0 or more.
    #[record(default = 0.0)]
    pub shortfall_weight: f64,
}

/// Result of [`optimal_sales`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct OptimalSalesReport {
    /// Points: the best sales of each objective in their order, then the rules.
    pub points: Vec<FrontierPoint>,
}

/// Whose sales a point stands for.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum FrontierPolicy {
    /// The best sales of the objective at this place, counted from 0.
    Objective(u32),
    /// What each payment lacks is sold.
    AsNeeded,
    /// The smallest sale that meets every payment on the worst path is sold, and all coins where none does.
    Floor,
    /// All coins are sold at once.
    SellAll,
}

/// Wealth at the end under some sales: its mean, its ruin and its tail.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FrontierPoint {
    /// Whose sales they are.
    pub policy: FrontierPolicy,
    /// Sale now, in satoshis.
    pub sale_sat: Amount,
    /// Mean of coins at the last price and cash, in USD.
    pub expected_wealth_usd: f64,
    /// Probability that a payment is not met.
    pub ruin_probability: f64,
    /// Mean of the worst part of the outcomes, in USD: the conditional value at risk as a level.
    pub tail_mean_usd: f64,
    /// Greatest mean of what is sought, in USD. Absent: a rule seeks nothing.
    pub objective_usd: Option<f64>,
    /// Whether no other point has at least the mean, at most the ruin and at least the tail, and one of them better.
    pub on_frontier: bool,
}

impl Objective {
    pub(super) fn of(&self, wealth: f64, is_ruined: bool) -> f64 {
        let missing = self.target_usd - wealth;
        let short = if missing > 0.0 { self.shortfall_weight * missing } else { 0.0 };
        wealth - short - if is_ruined { self.ruin_penalty_usd } else { 0.0 }
    }

    fn check(&self) -> Result<(), Error> {
        let allowed = [("ruin_penalty_usd", self.ruin_penalty_usd), ("shortfall_weight", self.shortfall_weight)];
        for (field, value) in allowed {
            if !(0.0..=1e15).contains(&value) {
                return Err(refuse::number(field, value, "0 to 1e15"));
            }
        }
        if self.target_usd.abs() <= 1e15 {
            Ok(())
        } else {
            Err(refuse::number("target_usd", self.target_usd, "-1e15 to 1e15"))
        }
    }
}

/// The best sales on a lattice of prices for each objective, beside three rules, and the frontier of all of them.
///
/// ```
/// use hashinsight_treasury::coverage::Costs;
/// use hashinsight_treasury::optimal::{Objective, OptimalSalesRequest, optimal_sales};
/// use hashinsight_units::{Fraction, Price, Ratio};
/// let pay = "60000".parse()?;
/// let request = OptimalSalesRequest::new(
///     Price::new(100_000.0)?, Ratio::new(1.25)?, Ratio::new(0.8)?, Fraction::new(0.5)?, "3 BTC".parse()?, "0".parse()?,
///     Costs::new(Fraction::ZERO), vec!["0".parse()?, pay, pay, pay], vec![Objective::new(1e12)],
/// );
/// let report = optimal_sales(&request)?;
/// let safe = &report.points[0];
/// assert_eq!(safe.ruin_probability, 0.0); // the optimum of a linear programme over the same tree:
/// assert!((safe.expected_wealth_usd - 138_529.6875).abs() < 0.01);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.payments_usd` for none, more than 12, and one below 0; `up` and `down` unless `0 < down < up <= 10`; `cash_usd` below 0; costs that are not
/// proportional, and what [`Execution`] refuses; at `objectives`: none, more than 100, and numbers out of range; `treasury.tail.out_of_range`;
/// `treasury.sizes.out_of_range` where more than 2,000,000 states can be reached; `treasury.coins_sat.out_of_range` where they come to be worth
/// more than [`Cash`] holds.
pub fn optimal_sales(request: &OptimalSalesRequest) -> Result<OptimalSalesReport, Error> {
    request.check()?;
    let (lattice, start) = prepare(request)?;
    let tail = request.tail.get();
    if !(tail > 0.0 && tail < 1.0) {
        return Err(refuse::number("tail", tail, "above 0 and below 1"));
    }
    if request.objectives.is_empty() || request.objectives.len() > 100 {
        return Err(refuse::length("objectives", request.objectives.len(), "1 to 100 objectives"));
    }
    let point = |policy, sale: i64, endings: &[Ending], objective_usd| -> Result<FrontierPoint, Error> {
        Ok(FrontierPoint {
            policy,
            sale_sat: Amount::from_signed_sat(sale)?,
            expected_wealth_usd: endings.iter().map(|(wealth, probability, _)| wealth * probability).sum(),
            ruin_probability: endings.iter().filter(|ending| ending.2).fold(0.0, |sum, ending| sum + ending.1),
            tail_mean_usd: tail_mean(endings, tail),
            objective_usd,
            on_frontier: true,
        })
    };
    let mut points = Vec::new();
    for (place, objective) in (0_u32..).zip(&request.objectives) {
        objective.check().index(place as usize).at("objectives")?;
        let (values, value) = lattice.solve(objective, start)?;
        let endings = lattice.endings(start, |step, ups, state| values.sale(step, ups, state));
        points.push(point(FrontierPolicy::Objective(place), values.sale(0, 0, start), &endings, Some(value))?);
    }
    let floor = |step, ups, state| lattice.floor(step, ups, state).unwrap_or(state.0);
    let needed = |step, ups, state| lattice.need(step, ups, state);
    let endings = lattice.endings(start, needed);
    points.push(point(FrontierPolicy::AsNeeded, needed(0, 0, start), &endings, None)?);
    points.push(point(FrontierPolicy::Floor, floor(0, 0, start), &lattice.endings(start, floor), None)?);
    points.push(point(FrontierPolicy::SellAll, start.0, &lattice.endings(start, |_, _, state| state.0), None)?);
    let measures: Vec<[f64; 3]> = points.iter().map(measures).collect();
    for (point, own) in points.iter_mut().zip(&measures) {
        let beats = |other: &[f64; 3]| other.iter().zip(own).all(|(other, own)| other >= own) && other != own;
        point.on_frontier = !measures.iter().any(beats);
    }
    Ok(OptimalSalesReport { points })
}

/// Mean, ruin and tail, the greater the better.
fn measures(point: &FrontierPoint) -> [f64; 3] {
    [point.expected_wealth_usd, -point.ruin_probability, point.tail_mean_usd]
}

/// Mean of the worst part of outcomes in order of their wealth, that on the border counted in part.
fn tail_mean(endings: &[Ending], tail: f64) -> f64 {
    let (mut left, mut sum) = (tail, 0.0);
    for (wealth, probability, _) in endings {
        let part = if *probability < left { *probability } else { left };
        sum += wealth * part;
        left -= part;
        if left <= 0.0 {
            break;
        }
    }
    sum / (tail - left)
}

fn prepare(request: &OptimalSalesRequest) -> Result<(Lattice, (i64, i64)), Error> {
    let (up, down, count) = (request.up.get(), request.down.get(), request.payments_usd.len());
    if !(1..=12).contains(&count) {
        return Err(refuse::length("payments_usd", count, "1 to 12 payments"));
    }
    if let Some(row) = request.payments_usd.iter().position(|payment| *payment < Cash::ZERO) {
        return Err(refuse::out_of_range("payments_usd", request.payments_usd[row], "0 or more").in_row(row));
    }
    if down <= 0.0 {
        return Err(refuse::number("down", down, "above 0, below up"));
    }
    if up <= down || up > 10.0 {
        return Err(refuse::number("up", up, format!("above {}, the move down, at most 10", Told(down))));
    }
    if request.cash_usd < Cash::ZERO {
        return Err(refuse::out_of_range("cash_usd", request.cash_usd, "0 or more"));
    }
    proportional(&request.costs).at("costs")?;
    let mined = request.mined_sat.to_sat().cast_signed();
    let all = request.coins_sat.to_sat().cast_signed() + (1..count).map(|_| mined).sum::<i64>();
    Amount::from_signed_sat(all).at("mined_sat")?;
    let mut executions = Vec::with_capacity(count);
    for step in 0..count {
        let node = |ups: usize| {
            // One written order: first all moves down, then all up.
            let fallen = (ups..step).fold(request.price_usd.get(), |price, _| price * down);
            let price = (0..ups).fold(fallen, |price, _| price * up);
            let price = Price::new(price)?;
            let worth = price.get() * all as f64 / 1e8;
            if worth + request.cash_usd.to_usd_f64() > Cash::MAX.to_usd_f64() {
                return Err(refuse::out_of_range("coins_sat", all, "coins worth at most 3e12 USD at every price"));
            }
            let of_price = |error: &Error| error.path().as_str() == "price_usd";
            Execution::at_micros(price_micros(price), &request.costs)
                .or_else(|error| if of_price(&error) { Err(error) } else { Err(error).at("costs") })
        };
        executions.push((0..=step).map(node).collect::<Result<Vec<_>, _>>()?);
    }
    let payments = request.payments_usd.iter().map(|payment| payment.to_micros()).collect();
    let sizes = i64::from(request.sizes);
    let unit = (all + sizes - 1) / sizes;
    let lattice = Lattice::new(&executions, payments, mined, request.up_probability.get(), unit, sizes);
    Ok((lattice, (request.coins_sat.to_sat().cast_signed(), request.cash_usd.to_micros())))
}
