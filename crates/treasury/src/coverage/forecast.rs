//! Cash forecast by week, thirteen of them by custom, with the covenants that it meets or breaks.
//!
//! ```text
//! closing = opening + receipts + drawn - operating - financing + sale proceeds       exactly, each week
//! a sale at the end of a week is the smallest that lifts the cash to the floor, or all coins
//! ```

use hashinsight_units::{Amount, At, Error, MS_PER_DAY, Outcome, Price, Ratio, Record, Timestamp};

use super::sale::at_price;
use super::{Cash, Costs};
use crate::metrics::refuse;

/// Inputs of [`cash_forecast`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CashForecastRequest {
    /// Instant at which the first week begins, in Unix milliseconds UTC.
    #[record(example = 1_780_272_000_000)]
    pub start_ms: Timestamp,
    /// Cash at the start, in USD, 0 or more.
    #[record(example = "600000")]
    pub cash_usd: Cash,
    /// Coins at the start, in satoshis.
    #[record(example = 1_250_000_000)]
    pub coins_sat: Amount,
    /// Debt at the start, in USD, 0 or more.
    #[record(default = Cash::ZERO)]
    pub debt_usd: Cash,
    /// Costs of a sale.
    pub costs: Costs,
    /// Price of one bitcoin that is assumed at the end of each week, in USD: as many weeks as prices, 13 by custom.
    pub price_usd: Vec<Price>,
    /// Coins mined in each week, in satoshis. Absent: none are mined.
    pub mined_sat: Option<Vec<Amount>>,
    /// Sums that come and go, in any order; those before the start and after the last week are refused.
    #[record(default = Vec::new())]
    pub lines: Vec<ForecastLine>,
    /// Cash to which coins are sold at the end of each week that ends with less, in USD. Absent: no coins are sold.
    pub cash_floor_usd: Option<Cash>,
    /// Covenants that the end of each week is held against.
    #[record(default = Vec::new())]
    pub covenants: Vec<Covenant>,
}

/// A sum that comes or goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct ForecastLine {
    /// Kind of the sum, which says whether it comes or goes.
    #[record(example = "power")]
    pub kind: CashKind,
    /// Instant at which it comes or goes, in Unix milliseconds UTC; one on the border of two weeks belongs to the earlier.
    #[record(example = 1_780_876_800_000)]
    pub due_ms: Timestamp,
    /// Sum in USD, 0 or more.
    #[record(example = "45000")]
    pub amount_usd: Cash,
}

/// Kind of a sum of the forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum CashKind {
    /// Receipts of customers, hosting or hedges: cash comes.
    Receipt,
    /// Power: an operating payment.
    Power,
    /// Pay: an operating payment.
    Payroll,
    /// Any other operating payment.
    Operating,
    /// Taxes: an operating payment.
    Tax,
    /// Machines and construction: an operating payment.
    Investment,
    /// Interest: a financing payment.
    Interest,
    /// Repayment of debt: a financing payment.
    Repayment,
    /// Debt drawn: cash comes, and the debt grows.
    Drawn,
}

/// A promise to a lender about the end of each week.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Covenant {
    /// Cash is at least this sum, in USD.
    #[record(example = "250000")]
    MinimumCash(Cash),
    /// Cash and coins at the price are at least this sum, in USD.
    #[record(example = "500000")]
    MinimumLiquidity(Cash),
    /// Debt is at most this part of the coins at the price.
    #[record(example = 0.6)]
    MaximumLoanToValue(Ratio),
    /// Cash is at least the operating payments of the weeks that follow, of so many of them.
    #[record(example = 6)]
    MinimumWeeksOfCash(u32),
}

/// Result of [`cash_forecast`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CashForecastReport {
    /// Weeks, in order.
    pub weeks: Vec<ForecastWeek>,
    /// Covenants, in the order of the request.
    pub covenants: Vec<CovenantOutlook>,
    /// End of the first week with cash below 0, in Unix milliseconds UTC. `never` where there is none.
    pub first_shortfall_ms: Outcome<Timestamp>,
    /// Least cash at the end of a week, in USD.
    pub least_cash_usd: Cash,
}

/// One week of the forecast.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForecastWeek {
    /// End of the week, in Unix milliseconds UTC.
    pub end_ms: Timestamp,
    /// Cash at its beginning, in USD.
    pub opening_usd: Cash,
    /// Receipts, in USD.
    pub receipts_usd: Cash,
    /// Debt drawn, in USD.
    pub drawn_usd: Cash,
    /// Operating payments, taxes and investment, in USD.
    pub operating_usd: Cash,
    /// Interest and repayment, in USD.
    pub financing_usd: Cash,
    /// Coins sold at its end, in satoshis.
    pub sold_sat: Amount,
    /// Cash that the sale brings after costs, in USD.
    pub proceeds_usd: Cash,
    /// Cash at its end, in USD.
    pub closing_usd: Cash,
    /// Coins at its end, in satoshis.
    pub coins_sat: Amount,
    /// Debt at its end, in USD.
    pub debt_usd: Cash,
}

/// How a covenant fares.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CovenantOutlook {
    /// Covenant.
    pub covenant: Covenant,
    /// What the end of each week has to spare in USD of cash or of collateral; below 0 where the covenant is broken.
    pub headroom_usd: Vec<f64>,
    /// End of the first week that breaks it, in Unix milliseconds UTC. `never` where each keeps it.
    pub first_breach_ms: Outcome<Timestamp>,
}

/// Sums of a week, in millionths of a dollar.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    receipts: i128,
    drawn: i128,
    operating: i128,
    interest: i128,
    repaid: i128,
}

/// Cash and coins week by week, sales that keep a floor of cash, and what each covenant has to spare.
///
/// ```
/// use hashinsight_treasury::coverage::{CashForecastRequest, CashKind, Costs, Covenant, ForecastLine, cash_forecast};
/// use hashinsight_units::{Fraction, Price, Timestamp};
/// let start = Timestamp::from_s(1_780_272_000)?;
/// let bill = ForecastLine::new(CashKind::Power, Timestamp::from_s(1_780_272_000 + 3 * 86_400)?, "150000".parse()?);
/// let request = CashForecastRequest::new(start, "100000".parse()?, "5 BTC".parse()?, Costs::new(Fraction::ZERO), vec![Price::new(50_000.0)?; 13])
///     .lines(vec![bill])
///     .cash_floor_usd("20000".parse()?)
///     .covenants(vec![Covenant::MinimumLiquidity("250000".parse()?)]);
/// let report = cash_forecast(&request)?;
/// assert_eq!((report.weeks[0].sold_sat.to_sat(), report.weeks[0].closing_usd.to_string()), (140_000_000, "20000".to_owned()));
/// assert_eq!(report.covenants[0].headroom_usd[12], 20_000.0 + 3.6 * 50_000.0 - 250_000.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.price_usd.length` for no price and for more than 520; `treasury.mined_sat.length` unless there is one for each week; `cash_usd`, `debt_usd`,
/// `amount_usd` below 0; `treasury.due_ms.out_of_range` outside the weeks; a repayment of more than is owed; what
/// [`Execution`](super::Execution) refuses of price and costs; sums beyond what [`Cash`] holds.
pub fn cash_forecast(request: &CashForecastRequest) -> Result<CashForecastReport, Error> {
    let count = request.price_usd.len();
    if count == 0 || count > 520 {
        return Err(refuse::length("price_usd", count, "1 to 520 weeks"));
    }
    for (field, sum) in [("cash_usd", request.cash_usd), ("debt_usd", request.debt_usd)] {
        if sum < Cash::ZERO {
            return Err(refuse::out_of_range(field, sum, "0 or more"));
        }
    }
    if let Some(mined) = request.mined_sat.as_ref().filter(|mined| mined.len() != count) {
        return Err(refuse::length("mined_sat", mined.len(), format!("{count}, one for each week")));
    }
    let end = |week: i64| Timestamp::from_ms(request.start_ms.to_ms() + week * 7 * MS_PER_DAY);
    let ends = (1..).take(count).map(end);
    let ends: Vec<Timestamp> = ends.collect::<Result<_, _>>().at("start_ms")?;
    let sums = by_week(request, &ends)?;
    let weeks = walk(request, &ends, &sums)?;
    let covenants = request.covenants.iter().map(|covenant| outlook(*covenant, request, &weeks, &sums)).collect();
    let short = weeks.iter().find(|week| week.closing_usd < Cash::ZERO);
    Ok(CashForecastReport {
        covenants,
        first_shortfall_ms: short.map_or(Outcome::Never, |week| Outcome::Value(week.end_ms)),
        least_cash_usd: weeks.iter().map(|week| week.closing_usd).min().unwrap_or(Cash::ZERO),
        weeks,
    })
}

fn by_week(request: &CashForecastRequest, ends: &[Timestamp]) -> Result<Vec<Sums>, Error> {
    let mut sums = vec![Sums::default(); ends.len()];
    for (index, line) in request.lines.iter().enumerate() {
        let week = ends.partition_point(|end| *end < line.due_ms);
        if line.due_ms < request.start_ms || week == ends.len() {
            let allowed = format!("{} to {}", request.start_ms.to_ms(), ends[ends.len() - 1].to_ms());
            return Err(refuse::out_of_range("due_ms", line.due_ms.to_ms(), allowed)).index(index).at("lines");
        }
        if line.amount_usd < Cash::ZERO {
            return Err(refuse::out_of_range("amount_usd", line.amount_usd, "0 or more")).index(index).at("lines");
        }
        let Sums { receipts, drawn, operating, interest, repaid } = &mut sums[week];
        let sum = match line.kind {
            CashKind::Receipt => receipts,
            CashKind::Drawn => drawn,
            CashKind::Interest => interest,
            CashKind::Repayment => repaid,
            CashKind::Power | CashKind::Payroll | CashKind::Operating | CashKind::Tax | CashKind::Investment => {
                operating
            }
        };
        *sum += i128::from(line.amount_usd.to_micros());
    }
    Ok(sums)
}

fn walk(request: &CashForecastRequest, ends: &[Timestamp], sums: &[Sums]) -> Result<Vec<ForecastWeek>, Error> {
    let (mut cash, mut coins) = (request.cash_usd, request.coins_sat.to_sat().cast_signed());
    let mut debt = i128::from(request.debt_usd.to_micros());
    let mut weeks = Vec::with_capacity(ends.len());
    for (week, (end, sums)) in ends.iter().zip(sums).enumerate() {
        let opening = cash;
        coins += request.mined_sat.as_ref().map_or(0, |mined| mined[week].to_sat().cast_signed());
        Amount::from_signed_sat(coins).index(week).at("mined_sat")?;
        debt += sums.drawn;
        if sums.repaid > debt {
            let owed = Cash::from_wide(debt)?;
            return Err(refuse::out_of_range(
                "lines",
                Cash::from_wide(sums.repaid)?,
                format!("repayments of at most {owed}, what is owed"),
            ));
        }
        debt -= sums.repaid;
        let financing = sums.interest + sums.repaid;
        let before = i128::from(opening.to_micros()) + sums.receipts + sums.drawn - sums.operating - financing;
        let in_week = |error: Error| if error.path().as_str() == "price_usd" { error.in_row(week) } else { error };
        let execution = at_price(request.price_usd[week], &request.costs).map_err(in_week)?;
        let missing = request.cash_floor_usd.map_or(0, |floor| i128::from(floor.to_micros()) - before);
        let sold = match i64::try_from(missing) {
            _ if missing <= 0 => 0,
            // All coins, if no sale is enough; none, if a fixed fee takes all that they bring.
            Ok(missing) => execution.gross(missing, coins).unwrap_or(coins),
            Err(_) => coins,
        };
        let sold = if execution.proceeds(sold) > 0 { sold } else { 0 };
        let proceeds = execution.proceeds(sold);
        coins -= sold;
        cash = Cash::from_wide(before + i128::from(proceeds)).at("lines")?;
        weeks.push(ForecastWeek {
            end_ms: *end,
            opening_usd: opening,
            receipts_usd: Cash::from_wide(sums.receipts).at("lines")?,
            drawn_usd: Cash::from_wide(sums.drawn).at("lines")?,
            operating_usd: Cash::from_wide(sums.operating).at("lines")?,
            financing_usd: Cash::from_wide(financing).at("lines")?,
            sold_sat: Amount::from_signed_sat(sold)?,
            proceeds_usd: Cash::from_micros(proceeds)?,
            closing_usd: cash,
            coins_sat: Amount::from_signed_sat(coins)?,
            debt_usd: Cash::from_wide(debt).at("lines")?,
        });
    }
    Ok(weeks)
}

fn outlook(
    covenant: Covenant,
    request: &CashForecastRequest,
    weeks: &[ForecastWeek],
    sums: &[Sums],
) -> CovenantOutlook {
    let headroom = |(at, week): (usize, &ForecastWeek)| {
        let (cash, debt) = (week.closing_usd.to_usd_f64(), week.debt_usd.to_usd_f64());
        let coins = week.coins_sat.to_sat() as f64 / 1e8 * request.price_usd[at].get();
        match covenant {
            Covenant::MinimumCash(least) => cash - least.to_usd_f64(),
            Covenant::MinimumLiquidity(least) => cash + coins - least.to_usd_f64(),
            Covenant::MaximumLoanToValue(most) => most.get() * coins - debt,
            Covenant::MinimumWeeksOfCash(ahead) => {
                let ahead = sums[at + 1..].iter().take(ahead as usize);
                cash - ahead.map(|sums| sums.operating).sum::<i128>() as f64 / 1e6
            }
        }
    };
    let headroom_usd: Vec<f64> = weeks.iter().enumerate().map(headroom).collect();
    let breach = headroom_usd.iter().position(|headroom| *headroom < 0.0);
    CovenantOutlook {
        covenant,
        first_breach_ms: breach.map_or(Outcome::Never, |at| Outcome::Value(weeks[at].end_ms)),
        headroom_usd,
    }
}
