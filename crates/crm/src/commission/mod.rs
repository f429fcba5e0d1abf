//! Commissions: who earns what, to the smallest unit of the currency, and why.
//!
//! A plan is a list of clauses. What earns (flat, percentage, tiers, accelerator) is added up, each part rounded once; then floor and cap;
//! then an advance is recovered; and what is left is split by weights. Every step is a line, and the lines add up to the payment. A month
//! in which the base is negative earns nothing; with a high-water mark it is made up first by the months after it.

mod accrue;
mod clause;
mod clawback;
mod split;

pub use accrue::{
    AccrualReport, AccrualRequest, CommissionLine, CommissionPlan, CommissionShare, Payee, accrue_commission,
};
pub use clause::{Accelerator, CommissionAmount, CommissionClause, CommissionRate, CommissionTier};
pub use clawback::{ClawbackReport, ClawbackRequest, ClawbackRule, claw_back};
pub use split::split_minor;

use hashinsight_units::{Decimal, Error, Problem};

use crate::refuse::refuse;

/// An amount with no more digits behind the point than the currency has.
pub(crate) fn whole(field: &str, value: Decimal, digits: u32) -> Result<Decimal, Error> {
    if value.normalize().scale() > digits {
        return Err(refuse(field, Problem::OutOfRange, value, format!("at most {digits} digits after the point")));
    }
    Ok(value)
}

/// A decimal amount within bounds that no sum of a plan overflows.
pub(crate) fn amount(field: &str, value: Decimal, low: i64) -> Result<Decimal, Error> {
    let greatest = Decimal::from(1_000_000_000_000_000_i64);
    if value < Decimal::from(low) || value > greatest {
        return Err(refuse(field, Problem::OutOfRange, value, format!("{low} to {greatest}")));
    }
    Ok(value)
}
