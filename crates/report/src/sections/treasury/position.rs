//! Where the treasury stands: coins, payments to come, and the smallest sale that keeps every one of them coverable.

use hashinsight_treasury::coverage::{Cash, Costs, CoverageReport, CoverageRequest, Expenses, Payment, coverage};
use hashinsight_treasury::floor::FloorTerms;
use hashinsight_treasury::policy::{FloorRule, Observation, Plan, Policy, WhenInfeasible};
use hashinsight_units::{At, Days, Error, Fault, MS_PER_DAY, Order, Problem, Timestamp};

use crate::known::Known;
use crate::request::SiteTreasury;

/// Days between two regular payments, and between two steps of the worst case.
pub(super) const MONTH_DAYS: i64 = 30;

/// Where the treasury stands.
pub(crate) struct Position {
    pub(crate) observation: Observation,
    pub(crate) coverage: CoverageReport,
    pub(crate) plan: Plan,
    /// What is paid every 30 days: costs of the machines and the other expenses.
    pub(crate) monthly: Cash,
}

/// A sum in whole cents, rounded up: what is planned is there. What a float adds beyond a hundred-millionth of a dollar is not counted.
fn booked(usd: f64) -> Result<Cash, Error> {
    let cents = ((usd * 1e8).round() / 1e6).ceil();
    if !(0.0..=3e14).contains(&cents) {
        let fault = Fault::new("report.expenses", Problem::OutOfRange).at("expenses").got(usd);
        return Err(fault.allowed("costs of 0 to 3e12 USD in 30 days").into());
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole, 0 to 3e14")]
    let cents = cents as i64;
    Cash::from_micros(cents * 10_000)
}

/// What is paid every 30 days: power, host and upkeep of the fleet while it runs as on the last day, and the other expenses.
pub(super) fn monthly(known: &Known<'_>, site: &SiteTreasury) -> Result<Cash, Error> {
    let day = known.machines()?.site.as_ref();
    let costs = day.map_or(0.0, |day| day.power_cost_usd + day.hosting_usd + day.maintenance_usd);
    let costs = booked(if costs > 0.0 { costs * MONTH_DAYS as f64 } else { 0.0 })?;
    let expenses = site.expenses.get().get();
    if expenses < Cash::ZERO {
        let fault = Fault::new("report.expenses", Problem::OutOfRange).at("expenses").got(site.expenses.get());
        return Err(fault.allowed("0 or more").into());
    }
    Cash::from_micros(costs.to_micros() + expenses.to_micros())
}

pub(super) fn costs(site: &SiteTreasury) -> Costs {
    Costs::new(site.fee.get()).slippage(site.slippage.get())
}

/// What is promised of the coming months: nothing is mined, and the price keeps its worst part each time.
pub(super) fn terms(site: &SiteTreasury) -> FloorTerms {
    let terms = FloorTerms::new(Days::constant(MONTH_DAYS as f64), vec![site.worst_price.get()]);
    match site.reserve {
        Some(reserve) => terms.reserve_usd(reserve.get().get()),
        None => terms,
    }
}

pub(super) fn floor(site: &SiteTreasury) -> Policy {
    Policy::Floor(FloorRule::new(terms(site), WhenInfeasible::SellMost))
}

/// Regular payments and those that are due once, in order of time.
fn payments(known: &Known<'_>, site: &SiteTreasury, monthly: Cash) -> Result<Vec<Payment>, Error> {
    let now = known.midnight()?.to_ms();
    let due = |days: i64| Timestamp::from_ms(now + days * MS_PER_DAY);
    let end = due(i64::from(site.months) * MONTH_DAYS)?;
    let mut payments = Vec::new();
    for month in 1..=i64::from(site.months) {
        payments.push(Payment::new(due(month * MONTH_DAYS)?, monthly));
    }
    for (index, payment) in site.payment.iter().enumerate() {
        let due_ms = Timestamp::from_ms(payment.due.unix_day() * MS_PER_DAY)?;
        if due_ms.to_ms() < now || due_ms > end {
            let fault = Fault::new("report.due", Problem::OutOfRange).at("due").got(payment.due);
            let last = end.date(hashinsight_units::UtcOffset::UTC);
            let allowed =
                format!("after {}, the last day, and at most {last}, the end of the months", known.day().date);
            return Err(Error::from(fault.allowed(allowed))).index(index).at("payment");
        }
        payments.push(Payment::new(due_ms, payment.amount.get().get()));
    }
    payments.order_by_key(|payment| payment.due_ms);
    Ok(payments)
}

impl Position {
    /// Absent: the document has no treasury.
    pub(crate) fn of(known: &Known<'_>) -> Result<Option<Self>, Error> {
        let Some(site) = &known.site.treasury else { return Ok(None) };
        let made = || {
            let monthly = monthly(known, site)?;
            let (price, cash) = (known.day().close_usd, site.cash.get().get());
            let mut observation = Observation::new(known.midnight()?, price, site.coins.get(), cash, costs(site));
            observation.cost_usd = site.cost.map(|cost| cost.get().get());
            observation.liabilities = payments(known, site, monthly)?;
            let coverage = coverage(&CoverageRequest::new(observation.clone(), Expenses::Dated))?;
            let policy = floor(site);
            let plan = policy.decide(&mut policy.open(), &observation)?;
            Ok::<_, Error>(Self { observation, coverage, plan, monthly })
        };
        made().at("treasury").map(Some)
    }
}
