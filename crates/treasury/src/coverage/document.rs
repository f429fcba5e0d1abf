//! What a treasury is worth, and how long it lasts.

use hashinsight_units::{Amount, At, Days, Error, Fault, Outcome, Problem, Record, Timestamp};

use super::days::{MonthConvention, coverage_days, days_to_first_gap};
use super::{Cash, Execution, Schedule};
use crate::policy::{Observation, span_ms};

/// Expenses that cash is held against.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Expenses {
    /// The dated payments of the observation.
    Dated,
    /// The same sum each month.
    Monthly {
        /// Sum of a month, in USD, at least 0.
        #[record(example = "200000")]
        sum_usd: Cash,
        /// Length of the month in which the sum is told.
        #[record(example = "julian")]
        month: MonthConvention,
    },
}

/// Inputs of [`coverage`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoverageRequest {
    /// Treasury, market and dated payments now.
    pub observation: Observation,
    /// Expenses that the cash is held against.
    pub expenses: Expenses,
    /// Span that the cash is to last, in days of 86,400 s. Absent: no sale is asked for.
    pub target_days: Option<Days>,
}

/// Smallest sale for a span.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TopUp {
    /// Cash that is missing for the span, in USD; 0 where none is.
    pub short_usd: Cash,
    /// Smallest sale that brings it, in satoshis. Absent: all coins bring less.
    pub sale_sat: Option<Amount>,
}

/// Result of [`coverage`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CoverageReport {
    /// Value of the coins at the price, in USD.
    pub coins_usd: Cash,
    /// Value of coins and cash, in USD.
    pub total_usd: Cash,
    /// Part of the value that is in coins, as a fraction; undefined where coins and cash are worth nothing.
    pub coins_weight: Outcome,
    /// Gain of the coins that is not realised, in USD. Absent: their cost is not known.
    pub unrealised_usd: Option<Cash>,
    /// Unrealised gain over the cost, as a fraction; undefined where the cost is not known or 0.
    pub unrealised_gain: Outcome,
    /// Days that the cash pays; unbounded without expenses.
    pub coverage_days: Outcome,
    /// Days that cash and coins pay if all coins are sold now, after costs; unbounded without expenses.
    pub coverage_days_with_coins: Outcome,
    /// Instant of the next payment, in Unix milliseconds UTC. Absent: no payment is dated.
    pub next_due_ms: Option<Timestamp>,
    /// Sum of the payments of that instant, in USD. Absent: no payment is dated.
    pub next_due_usd: Option<Cash>,
    /// Smallest sale for the target. Absent: no target.
    pub top_up: Option<TopUp>,
}

/// What a treasury is worth, how long its cash lasts, and the smallest sale that makes it last a span.
///
/// ```
/// use hashinsight_treasury::coverage::{Costs, CoverageRequest, Expenses, coverage};
/// use hashinsight_treasury::policy::Observation;
/// use hashinsight_units::{Fraction, Outcome, Price, Timestamp};
/// let costs = Costs::new(Fraction::new(0.001)?);
/// let (now, coins) = (Timestamp::from_s(1_735_689_600)?, "12.5 BTC".parse()?);
/// let seen = Observation::new(now, Price::new(113_844.0)?, coins, "600000".parse()?, costs).cost_usd("1187500".parse()?);
/// let report = coverage(&CoverageRequest::new(seen, Expenses::Dated))?;
/// assert_eq!((report.coins_usd.to_string(), report.coverage_days), ("1423050".to_owned(), Outcome::Unbounded));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// What [`Observation::prepare`] refuses; `treasury.coins_sat.out_of_range` where coins and cash exceed what [`Cash`] holds;
/// `treasury.sum_usd.out_of_range` for expenses below 0, or for a span whose expenses exceed it.
pub fn coverage(request: &CoverageRequest) -> Result<CoverageReport, Error> {
    let CoverageRequest { observation, expenses, target_days } = request;
    let (execution, schedule) = observation.prepare().at("observation")?;
    let view = observation.view(&execution, &schedule);
    view.check().at("observation")?;
    if let Expenses::Monthly { sum_usd, .. } = expenses
        && *sum_usd < Cash::ZERO
    {
        return Err(refuse_sum(*sum_usd, "at least 0"));
    }
    let (cash, coins) = (observation.cash_usd, execution.value(view.coins));
    let total = view.cash + coins;
    let all = Cash::from_micros(view.cash + execution.proceeds(view.coins).max(0))?;
    let days = |cash: Cash| match *expenses {
        Expenses::Monthly { sum_usd, month } => coverage_days(cash, sum_usd, month),
        Expenses::Dated => days_to_first_gap(observation.time_ms, cash, &view.due),
    };
    let unrealised = observation.cost_usd.map(|cost| coins - cost.to_micros());
    let next = view.due.payments().next();
    Ok(CoverageReport {
        coins_usd: Cash::from_micros(coins)?,
        total_usd: Cash::from_micros(total)?,
        coins_weight: quotient(coins, Some(total), "coins and cash are worth nothing"),
        unrealised_usd: unrealised.map(Cash::from_micros).transpose()?,
        unrealised_gain: match (unrealised, observation.cost_usd) {
            (Some(gain), Some(cost)) => quotient(gain, Some(cost.to_micros()), "the coins cost nothing"),
            _ => quotient(0, None, "the cost of the coins is not known"),
        },
        coverage_days: days(cash),
        coverage_days_with_coins: days(all),
        next_due_ms: next.map(|(due, _)| Timestamp::from_ms(due)).transpose()?,
        next_due_usd: next.map(|(due, _)| Cash::from_micros(view.due.by(due))).transpose()?,
        top_up: target_days.map(|span| top_up(request, span, &execution, &schedule)).transpose()?,
    })
}

fn refuse_sum(sum: Cash, allowed: &str) -> Error {
    let fault = Fault::new("treasury.sum_usd", Problem::OutOfRange).at("expenses.monthly.sum_usd");
    fault.got(sum).allowed(allowed).into()
}

/// A quotient of millionths; undefined over nothing.
fn quotient(part: i64, whole: Option<i64>, reason: &'static str) -> Outcome {
    match whole {
        Some(whole) if whole > 0 => Outcome::Value(part as f64 / whole as f64),
        _ => Outcome::Undefined { reason },
    }
}

/// The smallest sale with which the cash lasts a span.
fn top_up(request: &CoverageRequest, span: Days, execution: &Execution, schedule: &Schedule) -> Result<TopUp, Error> {
    let view = request.observation.view(execution, schedule);
    let need = match request.expenses {
        Expenses::Dated => view.due.by(view.time.to_ms() + span_ms(span)),
        Expenses::Monthly { sum_usd, month } => {
            // Rounded up. A month is a whole number of quarters of an hour.
            let month_ms = i128::from(month.quarters()) * 900_000;
            let wide = (i128::from(sum_usd.to_micros()) * i128::from(span_ms(span)) + month_ms - 1) / month_ms;
            Cash::from_wide(wide).map_err(|_| refuse_sum(sum_usd, "at most 3e12 USD in the span"))?.to_micros()
        }
    };
    let short = (need - view.cash).max(0);
    let sale_sat = execution.gross(short, view.coins).map(Amount::from_signed_sat).transpose()?;
    Ok(TopUp { short_usd: Cash::from_micros(short)?, sale_sat })
}
