//! One month's commission of one deal.

use hashinsight_units::{At, Currency, Decimal, Error, Money, Problem, Record, Rounding};

use super::clause::CommissionClause;
use super::split::split_minor;
use super::{amount, whole};
use crate::refuse::refuse;

/// Plan by which a commission is earned.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CommissionPlan {
    /// Currency of base and commission.
    #[record(example = "USD")]
    pub currency: Currency,
    /// Clauses: those that earn are added up, then floor and cap hold.
    pub clauses: Vec<CommissionClause>,
    /// Digits after the point of the currency.
    #[record(range = 0..=8, default = 2)]
    pub digits: u32,
    /// Rounding to these digits, of each part that earns.
    #[record(default = Rounding::HalfEven)]
    pub rounding: Rounding,
    /// Whether a negative month is made up by the months after it before they earn.
    #[record(default = true)]
    pub high_water_mark: bool,
}

/// Someone who gets a share of a commission.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Payee {
    /// Name of the payee.
    #[record(example = "broker-3")]
    pub name: String,
    /// Weight of the payee's share.
    #[record(range = 1..=1_000_000, example = 60)]
    pub weight: u32,
}

/// Inputs of [`accrue_commission`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AccrualRequest {
    /// Plan by which the commission is earned.
    pub plan: CommissionPlan,
    /// Identifier of the deal.
    #[record(example = "deal-17")]
    pub deal: String,
    /// Month, as year and month: `2026-05`.
    #[record(example = "2026-05")]
    pub month: String,
    /// Base of the month, like the customer's profit, in the currency of the plan; negative for a loss.
    #[record(example = "12345.67")]
    pub base: Decimal,
    /// Losses of earlier months that are not yet made up, in the currency of the plan. Absent: there are none.
    pub carried_loss: Option<Decimal>,
    /// Advance that is not yet recovered, in the currency of the plan. Absent: there is none.
    pub draw: Option<Decimal>,
    /// Those who share the commission, by weight. Absent: it is not split.
    #[record(default = Vec::new())]
    pub payees: Vec<Payee>,
    /// Keys of all accruals so far: each deal and month accrues once.
    #[record(default = Vec::new())]
    pub accrued: Vec<String>,
}

/// Line of a commission.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CommissionLine {
    /// Clause that the line comes from, or `draw`.
    pub code: String,
    /// Amount of the line, in the currency of the plan.
    pub amount: Decimal,
}

/// Share of a payee.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CommissionShare {
    /// Name of the payee.
    pub payee: String,
    /// Amount of the share, in the currency of the plan.
    pub amount: Decimal,
}

/// Result of [`accrue_commission`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct AccrualReport {
    /// Key of the accrual: an application stores it with the accrual, and hands all of them in again.
    pub key: String,
    /// Base that earned, after losses were made up, in the currency of the plan.
    pub counted_base: Decimal,
    /// Lines of the commission; they add up to the payment.
    pub lines: Vec<CommissionLine>,
    /// Payment, in the currency of the plan.
    pub payment: Decimal,
    /// Shares of the payees; they add up to the payment.
    pub shares: Vec<CommissionShare>,
    /// Losses that are still to be made up, in the currency of the plan.
    pub carried_loss: Decimal,
    /// Advance that is still to be recovered, in the currency of the plan.
    pub draw: Decimal,
}

pub(super) fn round(value: Decimal, digits: u32, rounding: Rounding) -> Decimal {
    Money::new(value, Currency::USD).round(digits, rounding).amount()
}

/// The commission of a deal for a month.
///
/// ```
/// use hashinsight_crm::commission::{AccrualRequest, CommissionClause, CommissionPlan, CommissionRate, Payee, accrue_commission};
/// use hashinsight_units::Currency;
/// let tenth = CommissionClause::Percentage(CommissionRate::new("0.10".parse().unwrap()));
/// let plan = CommissionPlan::new(Currency::USD, vec![tenth]);
/// let request = AccrualRequest::new(plan, "deal-17".into(), "2026-05".into(), "12345.67".parse().unwrap())
///     .payees(vec![Payee::new("broker".into(), 60), Payee::new("site".into(), 40)]);
/// let report = accrue_commission(&request)?;
/// assert_eq!(report.payment.to_string(), "1234.57");
/// let shares: Vec<_> = report.shares.iter().map(|share| share.amount.to_string()).collect();
/// assert_eq!(shares, ["740.74", "493.83"]);
/// let twice = accrue_commission(&request.accrued(vec![report.key])).unwrap_err();
/// assert_eq!(twice.code(), "crm.month.several");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.month.several` for a deal and month that accrued before, `crm.month.unknown` unless it is a month, `crm.accrued.unknown` for what is
/// no key; `crm.carried_loss.unsupported` without a high-water mark; `crm.base.out_of_range` and
/// `carried_loss`, `draw`; what a clause cannot be, with its place; `crm.payees.several` for a name twice; `crm.clauses.insufficient_data`
/// for a plan that earns nothing; `crm.cap.out_of_range` for a cap below the floor.
pub fn accrue_commission(request: &AccrualRequest) -> Result<AccrualReport, Error> {
    let AccrualRequest { plan, deal, month, base, carried_loss, draw, payees, accrued } = request;
    check_plan(plan).at("plan")?;
    let key = key(deal, month)?;
    for (index, key) in accrued.iter().enumerate() {
        let known = key.split_once('/').is_some_and(|(month, deal)| is_month(month) && !deal.is_empty());
        if !known {
            return Err(
                refuse("accrued", Problem::Unknown, key, "a key of an accrual, like 2026-05/deal-17").in_row(index)
            );
        }
    }
    if accrued.contains(&key) {
        return Err(refuse("month", Problem::Several, month, format!("a month in which {deal} has not accrued")));
    }
    amount("base", *base, -1_000_000_000_000_000)?;
    let carried_loss = amount("carried_loss", carried_loss.unwrap_or_default(), 0)?;
    let draw = whole("draw", amount("draw", draw.unwrap_or_default(), 0)?, plan.digits)?;
    if !plan.high_water_mark && carried_loss > Decimal::ZERO {
        let allowed = "0 in a plan without a high-water mark";
        return Err(refuse("carried_loss", Problem::Unsupported, carried_loss, allowed));
    }
    let net = if plan.high_water_mark { base - carried_loss } else { *base };
    let counted_base = net.max(Decimal::ZERO);
    let carried_after = if plan.high_water_mark { (-net).max(Decimal::ZERO) } else { Decimal::ZERO };
    let mut lines = Vec::new();
    let mut payment = Decimal::ZERO;
    let mut add = |lines: &mut Vec<CommissionLine>, code: &str, value: Decimal| {
        payment += value;
        lines.push(CommissionLine { code: code.to_owned(), amount: value });
        payment
    };
    let mut total = Decimal::ZERO;
    for clause in &plan.clauses {
        if let Some(earned) = clause.earned(counted_base) {
            total = add(&mut lines, clause.code(), round(earned, plan.digits, plan.rounding));
        }
    }
    for clause in &plan.clauses {
        let bound = match clause {
            CommissionClause::Floor(least) if total < least.amount => least.amount,
            CommissionClause::Cap(most) if total > most.amount => most.amount,
            _ => continue,
        };
        total = add(&mut lines, clause.code(), bound - total);
    }
    let recovered = total.min(draw);
    if recovered > Decimal::ZERO {
        total = add(&mut lines, "draw", -recovered);
    }
    let shares = shares(total, plan.digits, payees)?;
    Ok(AccrualReport {
        key,
        counted_base,
        lines,
        payment: total,
        shares,
        carried_loss: carried_after,
        draw: draw - recovered,
    })
}

fn check_plan(plan: &CommissionPlan) -> Result<(), Error> {
    plan.check()?;
    let (mut floor, mut cap) = (None, None);
    for (index, clause) in plan.clauses.iter().enumerate() {
        clause.check().index(index).at("clauses")?;
        let bound = match clause {
            CommissionClause::Floor(value) => Some(("floor", value.amount, &mut floor)),
            CommissionClause::Cap(value) => Some(("cap", value.amount, &mut cap)),
            _ => None,
        };
        let Some((field, value, slot)) = bound else { continue };
        if slot.is_some() {
            return Err(refuse(field, Problem::Several, value, "one in a plan")).index(index).at("clauses");
        }
        *slot = Some(whole(field, value, plan.digits).index(index).at("clauses")?);
    }
    if let (Some(floor), Some(cap)) = (floor, cap)
        && cap < floor
    {
        return Err(refuse("cap", Problem::OutOfRange, cap, format!("at least the floor, {floor}")).at("clauses"));
    }
    if !plan.clauses.iter().any(|clause| clause.earned(Decimal::ZERO).is_some()) {
        return Err(refuse("clauses", Problem::InsufficientData, plan.clauses.len(), "at least one clause that earns"));
    }
    Ok(())
}

/// One name for a deal and month, whatever the deal is called.
fn key(deal: &str, month: &str) -> Result<String, Error> {
    if deal.is_empty() {
        return Err(refuse("deal", Problem::Missing, "\"\"", "an identifier"));
    }
    if is_month(month) {
        Ok(format!("{month}/{deal}"))
    } else {
        Err(refuse("month", Problem::Unknown, month, "a month like 2026-05"))
    }
}

/// A month since 2000, as year and month.
fn is_month(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('-').is_some_and(|(year, month)| {
        year.len() == 4
            && month.len() == 2
            && digits(year)
            && digits(month)
            && year >= "2000"
            && month.parse().is_ok_and(|month: u32| (1..=12).contains(&month))
    })
}

fn shares(total: Decimal, digits: u32, payees: &[Payee]) -> Result<Vec<CommissionShare>, Error> {
    if payees.is_empty() {
        return Ok(Vec::new());
    }
    for (index, payee) in payees.iter().enumerate() {
        payee.check().index(index).at("payees")?;
        if payees[..index].iter().any(|other| other.name == payee.name) {
            return Err(refuse("payees", Problem::Several, &payee.name, "each payee once").in_row(index));
        }
    }
    let mut minor = total;
    minor.rescale(digits);
    let too_large = || refuse("payment", Problem::OutOfRange, total, "an amount below 9.2e18 minor units");
    let minor = i64::try_from(minor.mantissa()).map_err(|_| too_large())?;
    let weights: Vec<u32> = payees.iter().map(|payee| payee.weight).collect();
    let parts = split_minor(minor, &weights)?;
    let share = |(payee, part): (&Payee, i64)| CommissionShare {
        payee: payee.name.clone(),
        amount: Decimal::new(part, digits),
    };
    Ok(payees.iter().zip(parts).map(share).collect())
}
