//! Clauses of a commission plan.

use hashinsight_units::{At, Decimal, Error, Problem, Record};

use super::amount;
use crate::refuse::refuse;

/// One clause of a plan.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum CommissionClause {
    /// A fixed amount, in the currency of the plan.
    Flat(CommissionAmount),
    /// A fraction of the base.
    Percentage(CommissionRate),
    /// A fraction of each part of the base, by the tier in which the part lies.
    MarginalTiers(Vec<CommissionTier>),
    /// A fraction of the whole base, by the tier in which it ends.
    CliffTiers(Vec<CommissionTier>),
    /// A further fraction of what the base exceeds a quota by.
    Accelerator(Accelerator),
    /// The least that is earned, in the currency of the plan.
    Floor(CommissionAmount),
    /// The most that is earned, in the currency of the plan.
    Cap(CommissionAmount),
}

/// Amount of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CommissionAmount {
    /// Amount, in the currency of the plan.
    #[record(example = "500")]
    pub amount: Decimal,
}

/// Fraction of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CommissionRate {
    /// Fraction of the base that is earned.
    #[record(example = "0.1")]
    pub rate: Decimal,
}

/// Tier of a base.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CommissionTier {
    /// Greatest base of the tier, in the currency of the plan. Absent: the last tier, without end.
    pub up_to: Option<Decimal>,
    /// Fraction that is earned in the tier.
    #[record(example = "0.05")]
    pub rate: Decimal,
}

/// A further fraction above a quota.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Accelerator {
    /// Base above which it is earned, in the currency of the plan.
    #[record(example = "100000")]
    pub above: Decimal,
    /// Fraction that is earned in addition.
    #[record(example = "0.02")]
    pub rate: Decimal,
}

fn rate(field: &str, value: Decimal) -> Result<Decimal, Error> {
    if value < Decimal::ZERO || value > Decimal::ONE {
        return Err(refuse(field, Problem::OutOfRange, value, "0 to 1 (a fraction, not percent)"));
    }
    Ok(value)
}

/// Tiers that rise and end with one without end.
fn check_tiers(field: &str, tiers: &[CommissionTier]) -> Result<(), Error> {
    let mut before = Decimal::ZERO;
    for (index, tier) in tiers.iter().enumerate() {
        rate("rate", tier.rate).index(index).at(field)?;
        match tier.up_to {
            Some(up_to) if up_to <= before => {
                let error = refuse("up_to", Problem::OutOfRange, up_to, format!("above the one before: {before}"));
                return Err(error).index(index).at(field);
            }
            Some(up_to) => before = amount("up_to", up_to, 0).index(index).at(field)?,
            None if index + 1 < tiers.len() => {
                return Err(refuse("up_to", Problem::Missing, "", "an end for every tier but the last"))
                    .index(index)
                    .at(field);
            }
            None => return Ok(()),
        }
    }
    Err(refuse(field, Problem::InsufficientData, tiers.len(), "a last tier without up_to"))
}

impl CommissionClause {
    /// Name of the clause in lines of a report.
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::Flat(_) => "flat",
            Self::Percentage(_) => "percentage",
            Self::MarginalTiers(_) => "marginal_tiers",
            Self::CliffTiers(_) => "cliff_tiers",
            Self::Accelerator(_) => "accelerator",
            Self::Floor(_) => "floor",
            Self::Cap(_) => "cap",
        }
    }

    pub(super) fn check(&self) -> Result<(), Error> {
        match self {
            Self::Flat(value) => amount("amount", value.amount, 0).at("flat").map(drop),
            Self::Floor(value) => amount("amount", value.amount, 0).at("floor").map(drop),
            Self::Cap(value) => amount("amount", value.amount, 0).at("cap").map(drop),
            Self::Percentage(value) => rate("rate", value.rate).at("percentage").map(drop),
            Self::MarginalTiers(tiers) => check_tiers("marginal_tiers", tiers),
            Self::CliffTiers(tiers) => check_tiers("cliff_tiers", tiers),
            Self::Accelerator(Accelerator { above, rate: extra }) => {
                amount("above", *above, 0).and_then(|_| rate("rate", *extra)).at("accelerator").map(drop)
            }
        }
    }

    /// What a checked clause earns on a base from 0 on, before rounding; `None` for floor and cap.
    pub(super) fn earned(&self, base: Decimal) -> Option<Decimal> {
        Some(match self {
            Self::Flat(value) => value.amount,
            Self::Percentage(value) => base * value.rate,
            Self::MarginalTiers(tiers) => {
                let (mut earned, mut below) = (Decimal::ZERO, Decimal::ZERO);
                for tier in tiers {
                    let top = tier.up_to.map_or(base, |up_to| up_to.min(base));
                    earned += (top - below).max(Decimal::ZERO) * tier.rate;
                    below = top;
                }
                earned
            }
            Self::CliffTiers(tiers) => {
                let tier = tiers.iter().find(|tier| tier.up_to.is_none_or(|up_to| base <= up_to));
                tier.map_or(Decimal::ZERO, |tier| base * tier.rate)
            }
            Self::Accelerator(Accelerator { above, rate }) => (base - above).max(Decimal::ZERO) * rate,
            Self::Floor(_) | Self::Cap(_) => return None,
        })
    }
}
