//! Named stresses: what one bad turn of the world does to a treasury.

use hashinsight_numerics::{exp, ln};
use hashinsight_units::{Amount, At, Days, Error, Fraction, Outcome, Ratio, Record, Timestamp};

use super::treasury::{Track, TreasuryProject};
use crate::backtest::account::Stop;
use crate::coverage::Cash;
use crate::metrics::refuse;

/// One turn of the world. What a stress does not name stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Stress {
    /// Nothing turns: what the others are compared with.
    Calm,
    /// The price falls, evenly in its logarithm, and stays where it has fallen.
    PriceFall {
        /// Part of the price that is lost: 0.6 for a fall of 60 %; below 1.
        fraction: Fraction,
        /// Days from the start until it has fallen.
        days: Days,
    },
    /// The subsidy halves: from this period on half as many coins are mined.
    Halving {
        /// Number of the period, counted from 1.
        period: u32,
    },
    /// The difficulty rises at the start, and stays.
    DifficultyRise {
        /// Rise as a part of the difficulty: 0.2 for 20 %.
        rise: Ratio,
    },
    /// Power costs so many times as much.
    PowerCost {
        /// Factor of the cost of power: 2 for twice as much.
        factor: Ratio,
    },
    /// The loan is called: it is repaid at the end of this period.
    LoanRecall {
        /// Number of the period, counted from 1.
        period: u32,
    },
}

/// The stresses that every treasury should know its answer to: calm, a fall of 60 % in 30 days (the worst 30 days of bitcoin since 2016), the
/// halving, difficulty up by 20 %, power at twice its cost, and the loan called in the first period.
///
/// ```
/// assert_eq!(hashinsight_treasury::scenario::named_stresses().len(), 6);
/// ```
pub fn named_stresses() -> Vec<Stress> {
    vec![
        Stress::Calm,
        Stress::PriceFall { fraction: Fraction::constant(0.6), days: Days::constant(30.0) },
        Stress::Halving { period: 1 },
        Stress::DifficultyRise { rise: Ratio::constant(0.2) },
        Stress::PowerCost { factor: Ratio::constant(2.0) },
        Stress::LoanRecall { period: 1 },
    ]
}

/// Inputs of [`stress_treasury`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct StressRequest {
    /// Treasury, its income and payments, and its policy.
    #[record(flatten)]
    pub project: TreasuryProject,
    /// Stresses, each by itself. Absent: the named ones.
    #[record(default = named_stresses())]
    pub stresses: Vec<Stress>,
}

/// Effect of one stress on the treasury.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct StressRow {
    /// Stress.
    pub stress: Stress,
    /// Coins at the end, in satoshis.
    pub coins_sat: Amount,
    /// Cash at the end, in USD.
    pub cash_usd: Cash,
    /// Coins at the last price and cash, less the loan that is still owed, in USD.
    pub equity_usd: f64,
    /// Operating cash flow over all periods, in USD: value of the coins mined less payments.
    pub cash_flow_usd: Cash,
    /// Coins sold, in satoshis, less those bought.
    pub sold_sat: i64,
    /// Least cash at the end of a period, in USD; below 0 where a payment was not met.
    pub least_cash_usd: Cash,
    /// End of the first period whose payments were not met, in Unix milliseconds UTC. `never` where all were.
    pub first_shortfall_ms: Outcome<Timestamp>,
    /// Price at the end of each period, in USD.
    pub price_usd: Vec<f64>,
    /// Cash at the end of each period, in USD.
    pub period_cash_usd: Vec<f64>,
    /// Coins at the end of each period, in satoshis.
    pub period_coins_sat: Vec<i64>,
}

/// Result of [`stress_treasury`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct StressReport {
    /// Stresses, in the order of the request.
    pub rows: Vec<StressRow>,
}

/// What stresses do to a treasury that follows its policy, each by itself.
///
/// ```
/// use hashinsight_treasury::coverage::Costs;
/// use hashinsight_treasury::policy::Policy;
/// use hashinsight_treasury::scenario::{StressRequest, TreasuryProject, stress_treasury};
/// use hashinsight_units::{Fraction, Price, Timestamp};
/// let (start, price) = (Timestamp::from_s(1_780_272_000)?, Price::new(100_000.0)?);
/// let costs = Costs::new(Fraction::new(0.001)?);
/// let project = TreasuryProject::new(start, price, "10 BTC".parse()?, "600000".parse()?, costs, 12, Policy::Hold)
///     .power_usd("40000".parse()?);
/// let report = stress_treasury(&StressRequest::new(project))?;
/// let cash: Vec<String> = report.rows.iter().map(|row| row.cash_usd.to_string()).collect();
/// assert_eq!(cash, ["120000", "120000", "120000", "120000", "-360000", "120000"]); // 12 periods of 40,000, or of 80,000
/// assert!((report.rows[1].equity_usd - (10.0 * 40_000.0 + 120_000.0)).abs() < 0.01);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// What the project refuses; at the stress: a fall of everything, and period 0; `treasury.policy.unsupported` for a policy that hedges with
/// futures.
pub fn stress_treasury(request: &StressRequest) -> Result<StressReport, Error> {
    let row = |(index, stress): (usize, &Stress)| row(&request.project, *stress).index(index).at("stresses");
    Track::new(&request.project, 1.0)?;
    Ok(StressReport { rows: request.stresses.iter().enumerate().map(row).collect::<Result<_, _>>()? })
}

/// Factor of the price at a part of the way of a fall.
fn fallen(fraction: Fraction, part: f64) -> f64 {
    let way = if part < 1.0 { part } else { 1.0 };
    exp(ln(1.0 - fraction.get()) * way)
}

fn row(project: &TreasuryProject, stress: Stress) -> Result<StressRow, Error> {
    let mut project = project.clone();
    let (mut power, mut difficulty) = (1.0, 1.0);
    let periods = project.periods;
    let counted = |period: u32| match period {
        1.. if period <= periods => Ok(Some(period)),
        _ => Err(refuse::out_of_range("period", period, format!("1 to {periods}, a period of the project"))),
    };
    match stress {
        Stress::PriceFall { fraction, .. } if fraction == Fraction::ONE => {
            return Err(refuse::number("fraction", 1.0, "below 1").at("price_fall"));
        }
        Stress::Calm | Stress::PriceFall { .. } => {}
        Stress::Halving { period } => project.halving_period = counted(period).at("halving")?,
        Stress::DifficultyRise { rise } => difficulty = 1.0 + rise.get(),
        Stress::PowerCost { factor } => power = factor.get(),
        Stress::LoanRecall { period } => project.loan_due_period = counted(period).at("loan_recall")?,
    }
    let track = Track::new(&project, power)?;
    let start = project.price_usd.get();
    let price = |period: usize| match stress {
        Stress::PriceFall { fraction, days } => {
            start * fallen(fraction, (period + 1) as f64 * project.period_days.get() / days.get())
        }
        _ => start,
    };
    let mut points = Vec::with_capacity(track.periods());
    let walked = track.walk(&mut track.memories(), |period| [price(period), difficulty], |_, point| points.push(point));
    walked.map_err(|stop| match stop {
        Stop::Hedge => refuse::unsupported("policy", "a hedge", "a policy that holds no futures"),
        Stop::Beyond => {
            refuse::unsupported("policy", "an order beyond coins or cash", "a policy whose orders can be filled")
        }
        Stop::TooLarge => {
            refuse::out_of_range("coins_sat", project.coins_sat.to_sat(), "coins worth at most 8.9e12 USD")
        }
    })?;
    let last = points.last().copied().ok_or_else(|| refuse::out_of_range("periods", 0, "1 or more"))?;
    let least = points.iter().map(|point| point.account.cash).min().unwrap_or(0);
    let short = points.iter().position(|point| point.account.cash < 0);
    let flow = points.iter().map(|point| i128::from(point.flow)).sum();
    Ok(StressRow {
        stress,
        coins_sat: Amount::from_signed_sat(last.account.coins)?,
        cash_usd: Cash::from_micros(last.account.cash)?,
        equity_usd: track.equity(&last) / 1e6,
        cash_flow_usd: Cash::from_wide(flow)?,
        sold_sat: points.iter().map(|point| point.sold).sum(),
        least_cash_usd: Cash::from_micros(least)?,
        first_shortfall_ms: short.map_or(Outcome::Never, |period| Outcome::Value(track.time(period))),
        price_usd: points.iter().map(|point| point.price as f64 / 1e6).collect(),
        period_cash_usd: points.iter().map(|point| point.account.cash as f64 / 1e6).collect(),
        period_coins_sat: points.iter().map(|point| point.account.coins).collect(),
    })
}
