//! Runway: how long cash and coins pay a sum that recurs.
//!
//! ```text
//! each step: mined coins arrive; what cash does not pay is brought by the smallest sale; then the price moves to  P * factor
//! ```

use hashinsight_units::{Amount, Error, Fault, Price, Problem, Ratio, Record};

use super::sale::at_price;
use super::scale::{BILLION, SAT, billionths};
use super::{Cash, Costs, Execution, price_micros};

/// Greatest price in millionths of a dollar.
const MOST_PRICE: i64 = 1_000_000_000_000_000_000;
const MOST_COINS: i64 = Amount::MAX.to_sat().cast_signed();

/// Inputs of [`runway`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RunwayRequest {
    /// Cash held, in USD, at least 0.
    #[record(example = "600000")]
    pub cash_usd: Cash,
    /// Coins held, in satoshis.
    #[record(example = 1250000000)]
    pub coins_sat: Amount,
    /// Sum that is paid in each step, in USD, at least 0.
    #[record(example = "200000")]
    pub expense_usd: Cash,
    /// Price of one bitcoin in the first step, in USD.
    #[record(example = 100000)]
    pub price_usd: Price,
    /// Price of each step over that of the step before, above 0, at most 10.
    #[record(example = 0.95)]
    pub price_factor: Ratio,
    /// Costs of a trade.
    pub costs: Costs,
    /// Coins mined before each further step, in satoshis.
    #[record(default = Amount::ZERO)]
    pub mined_sat: Amount,
    /// Number of steps that are looked at.
    #[record(default = 1200, range = 1..=100_000)]
    pub max_steps: u32,
}

/// Result of [`runway`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RunwayReport {
    /// Number of steps that are paid in full.
    pub paid_steps: u32,
    /// Whether a step was not paid; otherwise the runway is longer than what was looked at.
    pub ended: bool,
    /// Coins left after the last step that is paid, with those mined since, in satoshis.
    pub coins_sat: Amount,
    /// Cash left after the last step that is paid, in USD.
    pub cash_usd: Cash,
    /// Price of one bitcoin in the step after the last that is paid, in USD.
    pub price_usd: Cash,
}

/// How many steps cash and coins pay, selling as needed while the price moves by a factor.
///
/// ```
/// use hashinsight_treasury::coverage::{Costs, RunwayRequest, runway};
/// use hashinsight_units::{Fraction, Price, Ratio};
/// let (cash, coins, expense) = ("600000".parse()?, "12.5 BTC".parse()?, "200000".parse()?);
/// let (price, factor, costs) = (Price::new(100_000.0)?, Ratio::new(0.95)?, Costs::new(Fraction::ZERO));
/// let report = runway(&RunwayRequest::new(cash, coins, expense, price, factor, costs))?;
/// assert_eq!((report.paid_steps, report.ended), (7, true));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// What [`Execution::new`] refuses of price and costs; `treasury.price_factor.out_of_range` for 0, above 10, and where a price exceeds 1e12
/// USD; `cash_usd` and `expense_usd` below 0; `mined_sat` where the coins exceed all that exist; `treasury.coins_sat.out_of_range` where they
/// come to be worth more than [`Cash`] holds.
pub fn runway(request: &RunwayRequest) -> Result<RunwayReport, Error> {
    request.check()?;
    let refuse = |field: &str, value: &dyn hashinsight_units::Shown, allowed: &str| -> Result<(), Error> {
        let fault = Fault::new(format!("treasury.{field}"), Problem::OutOfRange).at(field);
        Err(fault.got(value).allowed(allowed).into())
    };
    for (field, sum) in [("cash_usd", request.cash_usd), ("expense_usd", request.expense_usd)] {
        if sum < Cash::ZERO {
            refuse(field, &sum, "at least 0")?;
        }
    }
    let factor = billionths(request.price_factor.get());
    if !(1..=10 * BILLION).contains(&factor) {
        refuse("price_factor", &request.price_factor, "above 0, at most 10")?;
    }
    let (mut coins, mut cash) = (request.coins_sat.to_sat().cast_signed(), request.cash_usd.to_micros());
    let (expense, mined) = (request.expense_usd.to_micros(), request.mined_sat.to_sat().cast_signed());
    // None: the price has fallen below a millionth of a dollar, or to where costs take all of it. Then coins bring nothing.
    let mut execution = Some(at_price(request.price_usd, &request.costs)?);
    let mut price = price_micros(request.price_usd);
    let mut paid = 0;
    while paid < request.max_steps {
        if i128::from(coins) * i128::from(price) / i128::from(SAT) > i128::from(Cash::MAX.to_micros()) {
            refuse("coins_sat", &coins, "coins worth at most 3e12 USD in every step")?;
        }
        let short = expense - cash;
        let trade = if short <= 0 {
            Some((0, 0))
        } else {
            execution.and_then(|execution| execution.gross(short, coins).map(|sale| (sale, execution.proceeds(sale))))
        };
        let Some((sale, proceeds)) = trade else { break };
        coins += mined - sale;
        if coins > MOST_COINS {
            refuse("mined_sat", &request.mined_sat, "at most 21 million BTC together")?;
        }
        cash += proceeds - expense;
        paid += 1;
        let moved = i128::from(price) * i128::from(factor) / i128::from(BILLION);
        price = i64::try_from(moved).unwrap_or(i64::MAX);
        if price > MOST_PRICE {
            refuse("price_factor", &request.price_factor, "prices of at most 1e12 USD in every step")?;
        }
        execution = Execution::at_micros(price, &request.costs).ok();
    }
    Ok(RunwayReport {
        paid_steps: paid,
        ended: paid < request.max_steps,
        coins_sat: Amount::from_signed_sat(coins)?,
        cash_usd: Cash::from_micros(cash)?,
        price_usd: Cash::from_micros(price)?,
    })
}
