//! Maintenance margin by size.

use hashinsight_market::TierTable;
use hashinsight_units::{Collateral, Error, Fraction, Record};

use crate::refuse::{insufficient, refuse};

/// Maintenance margin as a function of the notional: `notional * rate - deduction`.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum MaintenanceSchedule {
    /// One rate whatever the size.
    Flat {
        /// Maintenance rate, as a fraction of the notional; below 1.
        #[record(example = 0.004)]
        rate: Fraction,
        /// Deduction from the maintenance margin, in margin currency.
        #[record(example = 0)]
        deduction: Collateral,
    },
    /// A venue's table; a notional beyond the last row stays in the last row.
    Tiers(TierTable),
}

/// One stretch of a schedule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tier {
    pub(crate) index: usize,
    pub(crate) floor: f64,
    pub(crate) cap: f64,
    pub(crate) rate: f64,
    pub(crate) deduction: f64,
}

impl MaintenanceSchedule {
    pub(crate) fn check(&self) -> Result<(), Error> {
        match self {
            Self::Flat { rate, .. } if rate.get() >= 1.0 => Err(refuse("maintenance_rate", rate.get(), "below 1")),
            Self::Tiers(table) if table.is_empty() => Err(insufficient("tiers", 0, "one tier")),
            Self::Flat { .. } | Self::Tiers(_) => Ok(()),
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Flat { .. } => 1,
            Self::Tiers(table) => table.len(),
        }
    }

    /// Tier `index`, which must be below [`len`](Self::len). The last one has no end.
    pub(crate) fn tier(&self, index: usize) -> Tier {
        match self {
            Self::Flat { rate, deduction } => {
                Tier { index: 0, floor: 0.0, cap: f64::INFINITY, rate: rate.get(), deduction: deduction.get() }
            }
            Self::Tiers(table) => Tier {
                index,
                floor: table.notional_floor()[index],
                cap: if index + 1 == table.len() { f64::INFINITY } else { table.notional_cap()[index] },
                rate: table.maintenance_rate()[index],
                deduction: table.deduction()[index],
            },
        }
    }

    /// The tier of a notional; on a border the smaller one, which has the same margin.
    pub(crate) fn tier_of(&self, notional: f64) -> Tier {
        let index = match self {
            Self::Flat { .. } => 0,
            Self::Tiers(table) => table.notional_cap().partition_point(|cap| *cap < notional).min(table.len() - 1),
        };
        self.tier(index)
    }
}
