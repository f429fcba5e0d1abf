//! Maintenance margin by size.

use hashinsight_market::TierTable;
use hashinsight_units::json::Told;
use hashinsight_units::{Collateral, Error, Fraction, Record};

use crate::refuse::{insufficient, length, refuse};

/// Maintenance margin as a function of the notional: `notional * rate - deduction`, with rate and deduction of the tier where the notional
/// lies.
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
    /// A venue's table, of the position's own contract, currency and venue. It holds the position's notional at entry; where the price takes
    /// that beyond the last row, the last row goes on and the answer says so.
    Tiers(TierTable),
    /// Tiers each of whose rates applies to the part of the notional inside it, as with deductions that make the margin continuous.
    Marginal(RateTiers),
    /// Tiers whose rate applies to the whole notional, without deduction: the margin jumps where a tier begins (Kraken, OKX, Phemex).
    Whole(RateTiers),
    /// A rate that grows with the position: `rate + growth * size`, the size in coin (Deribit). That of a linear contract does not move with
    /// the price, that of an inverse one does.
    Growing {
        /// Maintenance rate of the smallest position, as a fraction of the notional; below 1.
        #[record(example = 0.01)]
        rate: Fraction,
        /// Growth of the rate per unit of the position's size in coin, 0 to 1: 0.00005 for 0.005 % per bitcoin.
        #[record(example = 0.00005)]
        growth_per_unit: Fraction,
    },
}

/// Maintenance rates by size, as far as a margin needs them.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RateTiers {
    /// Least notionals of the tiers, in margin currency: from 0, rising. A notional on a border belongs to the smaller tier.
    pub notional_floor: Vec<Collateral>,
    /// Maintenance rates of the tiers, as fractions of the notional: rising, below 1.
    pub maintenance_rate: Vec<Fraction>,
}

impl RateTiers {
    fn check(&self) -> Result<(), Error> {
        let (floors, rates) = (&self.notional_floor, &self.maintenance_rate);
        if floors.is_empty() {
            return Err(insufficient("notional_floor", 0, "one tier"));
        }
        if rates.len() != floors.len() {
            return Err(length("maintenance_rate", rates.len(), floors.len()));
        }
        if floors[0].get() != 0.0 {
            return Err(refuse("notional_floor", floors[0].get(), "0 for the first tier").in_row(0));
        }
        for row in 1..floors.len() {
            if floors[row].get() <= floors[row - 1].get() {
                let allowed = format!("above {}, where the tier before it begins", Told(floors[row - 1].get()));
                return Err(refuse("notional_floor", floors[row].get(), allowed).in_row(row));
            }
            if rates[row].get() <= rates[row - 1].get() {
                let allowed = format!("above the tier before it: {}", Told(rates[row - 1].get()));
                return Err(refuse("maintenance_rate", rates[row].get(), allowed).in_row(row));
            }
        }
        let last = rates[rates.len() - 1].get();
        if last < 1.0 { Ok(()) } else { Err(refuse("maintenance_rate", last, "below 1").in_row(rates.len() - 1)) }
    }

    fn floor(&self, index: usize) -> f64 {
        self.notional_floor.get(index).map_or(f64::INFINITY, |floor| floor.get())
    }

    /// Deduction of a tier that makes the margin continuous.
    fn deduction(&self, index: usize) -> f64 {
        (1..=index).fold(0.0, |deduction, tier| {
            let step = self.maintenance_rate[tier].get() - self.maintenance_rate[tier - 1].get();
            deduction + self.floor(tier) * step
        })
    }
}

/// One stretch of a schedule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tier {
    pub(crate) index: usize,
    pub(crate) floor: f64,
    pub(crate) cap: f64,
    pub(crate) rate: f64,
    pub(crate) deduction: f64,
    /// Growth of the rate per coin; 0 where it does not move with the price.
    pub(crate) growth: f64,
}

impl Tier {
    /// No rate, whatever the size.
    const WHOLE: Self = Self { index: 0, floor: 0.0, cap: f64::INFINITY, rate: 0.0, deduction: 0.0, growth: 0.0 };

    /// The tier of a position of so many coins whatever the price: a growing rate has grown.
    pub(crate) fn of_coins(self, quantity: f64) -> Self {
        Self { rate: self.rate + self.growth * quantity, growth: 0.0, ..self }
    }

    /// Maintenance margin of a notional in this tier.
    pub(crate) fn margin(&self, notional: f64) -> f64 {
        notional * self.rate - self.deduction + self.growth * notional * notional
    }
}

impl MaintenanceSchedule {
    pub(crate) fn check(&self) -> Result<(), Error> {
        match self {
            Self::Flat { rate, .. } | Self::Growing { rate, .. } if rate.get() >= 1.0 => {
                Err(refuse("maintenance_rate", rate.get(), "below 1"))
            }
            Self::Tiers(table) if table.is_empty() => Err(insufficient("tiers", 0, "one tier")),
            Self::Marginal(tiers) | Self::Whole(tiers) => tiers.check(),
            Self::Flat { .. } | Self::Growing { .. } | Self::Tiers(_) => Ok(()),
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Flat { .. } | Self::Growing { .. } => 1,
            Self::Tiers(table) => table.len(),
            Self::Marginal(tiers) | Self::Whole(tiers) => tiers.notional_floor.len(),
        }
    }

    /// Whether the margin is continuous in the notional and grows in proportion within a tier, so that it is met once.
    pub(crate) fn is_plain(&self) -> bool {
        !matches!(self, Self::Whole(_) | Self::Growing { .. })
    }

    /// Whether a deduction is the caller's word, which holds in one tier only.
    pub(crate) fn is_of_one_tier(&self) -> bool {
        matches!(self, Self::Flat { .. })
    }

    /// Tier `index`, which must be below [`len`](Self::len). The last one has no end.
    pub(crate) fn tier(&self, index: usize) -> Tier {
        match self {
            Self::Flat { rate, deduction } => Tier { rate: rate.get(), deduction: deduction.get(), ..Tier::WHOLE },
            Self::Growing { rate, growth_per_unit } => {
                Tier { rate: rate.get(), growth: growth_per_unit.get(), ..Tier::WHOLE }
            }
            Self::Tiers(table) => Tier {
                index,
                floor: table.notional_floor()[index],
                cap: if index + 1 == table.len() { f64::INFINITY } else { table.notional_cap()[index] },
                rate: table.maintenance_rate()[index],
                deduction: table.deduction()[index],
                growth: 0.0,
            },
            Self::Marginal(tiers) | Self::Whole(tiers) => Tier {
                index,
                floor: tiers.floor(index),
                cap: tiers.floor(index + 1),
                rate: tiers.maintenance_rate[index].get(),
                deduction: if matches!(self, Self::Whole(_)) { 0.0 } else { tiers.deduction(index) },
                growth: 0.0,
            },
        }
    }

    /// The tier of a notional; on a border the smaller one.
    pub(crate) fn tier_of(&self, notional: f64) -> Tier {
        let index = match self {
            Self::Flat { .. } | Self::Growing { .. } => 0,
            Self::Marginal(tiers) | Self::Whole(tiers) => {
                tiers.notional_floor[1..].partition_point(|floor| floor.get() < notional)
            }
            Self::Tiers(table) => table.notional_cap().partition_point(|cap| *cap < notional).min(table.len() - 1),
        };
        self.tier(index)
    }
}
