//! An execution plan: how an amount is sold over time, what that is expected to cost, and how far the cost may stray.

use hashinsight_numerics::min;
use hashinsight_units::{Amount, At, Days, Error, Fraction, Outcome, Price, Quantity, Ratio, Record, SAT_PER_BTC};

use super::almgren_chriss::{AlmgrenChrissRequest, LinearImpact, almgren_chriss};
use super::impact::square_root_impact;
use super::schedule::{apportion, participation, twap, vwap};
use crate::refuse::{insufficient, out_of_range, refuse};

/// How a parent order is cut into slices of equal time.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Schedule {
    /// Equal slices (TWAP).
    Twap {
        /// Number of slices.
        #[record(range = 1..=10_000, example = 24)]
        slices: u32,
    },
    /// Slices in proportion to expected volumes (VWAP).
    Vwap {
        /// Expected volumes of the intervals, in any unit.
        expected_volumes: Vec<f64>,
    },
    /// At most a part of the expected volume (POV).
    Participation {
        /// Part of each interval's volume.
        #[record(example = 0.05)]
        rate: Fraction,
        /// Expected volumes of the intervals, in bitcoin.
        expected_volumes_base: Vec<f64>,
    },
    /// Least expected cost plus aversion to risk times variance (Almgren and Chriss 2000).
    AlmgrenChriss {
        /// Number of slices.
        #[record(range = 1..=10_000, example = 24)]
        slices: u32,
        /// Aversion to risk (lambda), in 1 / US dollar.
        #[record(range = 0.0..=1e18, example = 1e-6)]
        risk_aversion_per_usd: f64,
    },
}

/// Inputs of [`execution_plan`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ExecutionPlanRequest {
    /// Amount that is to be sold, in satoshis.
    #[record(example = 2_500_000_000)]
    pub parent_sat: Amount,
    /// Price of a bitcoin before the sale, in US dollars.
    #[record(example = 73_674)]
    pub price_usd: Price,
    /// Quoted spread as a fraction of the price.
    #[record(example = 0.0002)]
    pub spread: Fraction,
    /// Standard deviation of a day's return, a fraction.
    #[record(example = 0.025)]
    pub volatility_per_day: Ratio,
    /// Volume that trades in a day, in bitcoin.
    #[record(example = 20_000)]
    pub daily_volume_base: Quantity,
    /// Time until the sale is done, in days.
    #[record(example = 1)]
    pub horizon_days: Days,
    /// Schedule of the slices.
    pub schedule: Schedule,
    /// Coefficient `Y` of the square-root law, near 1.
    #[record(default = Ratio::constant(1.0))]
    pub impact_coefficient: Ratio,
    /// Expected cost, as a fraction of the value, at which readiness is 0.
    #[record(default = Fraction::constant(0.005))]
    pub forbidding_cost: Fraction,
}

/// Result of [`execution_plan`]: a plan, never a direction.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ExecutionPlan {
    /// Slices in whole satoshis, one per interval; with `unscheduled_sat` they add up to the parent order.
    pub slices_sat: Vec<Amount>,
    /// Starts of the intervals, in days from the start of the sale.
    pub start_days: Vec<f64>,
    /// Coins that the schedule leaves unsold, in satoshis.
    pub unscheduled_sat: Amount,
    /// Expected cost of crossing half the spread, in US dollars.
    pub spread_cost_usd: f64,
    /// Expected cost of permanent impact, in US dollars.
    pub permanent_cost_usd: f64,
    /// Expected cost of temporary impact, in US dollars.
    pub temporary_cost_usd: f64,
    /// Expected cost, the sum of the three, in US dollars: linear impact with the rules of thumb of Almgren and Chriss.
    pub expected_cost_usd: f64,
    /// Standard deviation of the cost, in US dollars: the price moves while the sale lasts.
    pub cost_deviation_usd: f64,
    /// Expected cost as a fraction of the value that is sold.
    pub expected_cost: Outcome,
    /// Cost by the square-root law, in US dollars: a second estimate, of the order as a whole and whatever its schedule.
    pub square_root_cost_usd: f64,
    /// Readiness of the market for the sale: 1 less the expected cost over the forbidding one, at least 0.
    pub readiness: f64,
    /// Urgency (kappa) per day of the schedule of Almgren and Chriss. Absent: another schedule.
    pub kappa_per_day: Option<f64>,
}

/// Plans a sale: slices in whole satoshis, expected cost with its terms, and the deviation of the cost.
///
/// ```
/// use hashinsight_signals::modules::microstructure::{ExecutionPlanRequest, Schedule, execution_plan};
/// use hashinsight_units::{Amount, Days, Fraction, Price, Quantity, Ratio};
/// let request = ExecutionPlanRequest::new(
///     Amount::from_sat(1_000_000_001)?,
///     Price::new(60_000.0)?,
///     Fraction::new(0.0002)?,
///     Ratio::new(0.025)?,
///     Quantity::new(20_000.0)?,
///     Days::new(1.0)?,
///     Schedule::Twap { slices: 4 },
/// );
/// let plan = execution_plan(&request)?;
/// assert_eq!(plan.slices_sat.iter().map(|slice| slice.to_sat()).sum::<u64>(), 1_000_000_001);
/// assert!((plan.spread_cost_usd - 0.5 * 0.0002 * 600_000.0).abs() < 1e-4);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.parent_sat` of 0; what the schedule refuses; `signals.horizon_days.out_of_range` where an interval is so long that the linear model of
/// impact breaks down.
pub fn execution_plan(request: &ExecutionPlanRequest) -> Result<ExecutionPlan, Error> {
    let ExecutionPlanRequest { parent_sat, price_usd, spread, daily_volume_base, horizon_days, .. } = request;
    if *parent_sat == Amount::ZERO {
        return Err(out_of_range("parent_sat", 0, "at least 1 satoshi"));
    }
    request.schedule.check().at("schedule")?;
    let (price, horizon, size) = (price_usd.get(), horizon_days.get(), parent_sat.to_btc_f64());
    let volatility = price * request.volatility_per_day.get();
    let impact = LinearImpact::of_spread(volatility, price * spread.get(), daily_volume_base.get())?;
    let (slices, unscheduled, kappa) = slices(request, impact).at("schedule")?;
    if slices.is_empty() {
        return Err(insufficient("schedule", 0, "at least one interval").at("schedule"));
    }
    let tau = horizon / slices.len() as f64;
    if impact.temporary <= 0.5 * impact.permanent * tau && spread.get() > 0.0 {
        return Err(refuse("horizon_days", horizon, "intervals below 20 days"));
    }
    let trades: Vec<f64> = slices.iter().map(|slice| slice.to_btc_f64()).collect();
    let costs = impact.costs(&trades, tau);
    let sold = size - unscheduled.to_btc_f64();
    let square_root = match Quantity::new(sold) {
        Ok(sold) => {
            square_root_impact(request.impact_coefficient, request.volatility_per_day, sold, *daily_volume_base)
        }
        Err(_) => 0.0, // nothing is sold
    };
    let expected_cost = if sold > 0.0 && price > 0.0 {
        Outcome::of(costs.expected() / (sold * price))
    } else {
        Outcome::Undefined { reason: "nothing is sold" }
    };
    let part = expected_cost.value().map_or(0.0, |cost| min(1.0, cost / request.forbidding_cost.get()));
    Ok(ExecutionPlan {
        start_days: (0..slices.len()).map(|j| tau * j as f64).collect(),
        slices_sat: slices,
        unscheduled_sat: unscheduled,
        spread_cost_usd: costs.spread,
        permanent_cost_usd: costs.permanent,
        temporary_cost_usd: costs.temporary,
        expected_cost_usd: costs.expected(),
        cost_deviation_usd: costs.variance.sqrt(),
        expected_cost,
        square_root_cost_usd: square_root * sold * price,
        readiness: 1.0 - part,
        kappa_per_day: kappa,
    })
}

type Slices = (Vec<Amount>, Amount, Option<f64>);

fn slices(request: &ExecutionPlanRequest, impact: LinearImpact) -> Result<Slices, Error> {
    let parent = request.parent_sat;
    match &request.schedule {
        Schedule::Twap { slices } => Ok((twap(parent, *slices)?, Amount::ZERO, None)),
        Schedule::Vwap { expected_volumes } => Ok((vwap(parent, expected_volumes)?, Amount::ZERO, None)),
        Schedule::Participation { rate, expected_volumes_base } => {
            let plan = participation(parent, *rate, expected_volumes_base)?;
            Ok((plan.slices, plan.unscheduled, None))
        }
        Schedule::AlmgrenChriss { slices, risk_aversion_per_usd } => {
            let size = Quantity::new(parent.to_sat() as f64 / SAT_PER_BTC)?;
            let aversion = *risk_aversion_per_usd;
            let request = AlmgrenChrissRequest::new(size, request.horizon_days, *slices, impact, aversion);
            let report = almgren_chriss(&request)?;
            Ok((apportion(parent, &report.trades_base)?, Amount::ZERO, Some(report.kappa_per_day)))
        }
    }
}
