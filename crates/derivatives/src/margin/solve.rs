//! Where the margin runs out.

use hashinsight_units::columns::RowStatus;
use hashinsight_units::json::Told;
use hashinsight_units::{Error, FieldPath};

use super::contract::ContractKind;
use super::crossing::{Curve, Direction, Path};
use super::position::Position;
use super::schedule::{MaintenanceSchedule, Tier};
use super::venue::{TakenAt, Venue};
use crate::refuse::refuse;

/// A position reduced to what decides: in the unit value `v` the equity behind it is `available + o q (v - entry)`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Exposure {
    pub(crate) available: f64,
    /// Requirement of the other positions on the same equity; it does not move with `v`.
    pub(crate) other_requirement: f64,
    /// +1 where a rising unit value is a profit.
    pub(crate) orientation: f64,
    pub(crate) quantity: f64,
    /// Unit value at entry.
    pub(crate) entry: f64,
    /// Notional at entry: quantity times `entry`, rounded once.
    pub(crate) entry_notional: f64,
    pub(crate) fee: f64,
    /// Whether the quantity is in coin.
    pub(crate) in_coins: bool,
}

impl Exposure {
    /// `available` and `other_requirement` are those of the equity behind the position, less the funding it paid.
    pub(crate) fn new(position: &Position, available: f64, other_requirement: f64, fee: f64) -> Self {
        let Position { contract, side, quantity, entry_price } = *position;
        Self {
            available,
            other_requirement,
            orientation: contract.orientation(side),
            quantity: quantity.get(),
            entry: contract.unit_value(entry_price.get()),
            entry_notional: contract.notional(quantity.get(), entry_price.get()),
            fee,
            in_coins: contract == ContractKind::Linear,
        }
    }

    fn tier_of(&self, schedule: &MaintenanceSchedule, notional: f64) -> Tier {
        let tier = schedule.tier_of(notional);
        if self.in_coins { tier.of_coins(self.quantity) } else { tier }
    }

    /// Notional that picks the tier at a unit value.
    pub(crate) fn decisive_notional(&self, venue: Venue, v: f64) -> f64 {
        if venue.maintenance_at() == TakenAt::Entry { self.entry_notional } else { self.quantity * v }
    }

    pub(crate) fn equity(&self, v: f64) -> f64 {
        self.available + self.orientation * self.quantity * (v - self.entry)
    }

    /// Equity at a unit value of 0. A margin that equals the notional to rounding is paid in full: no rest of the difference may stand for a
    /// price.
    fn base(&self) -> f64 {
        rounded_away(self.available - self.orientation * self.entry_notional, self.entry_notional)
    }

    /// Unit value at which equity pays exactly the closing fee, or nothing where `fee` is 0: linear without fee `E (1 - s/L)`, inverse
    /// `E L / (L + s)` as a price. Not above 0 for a position whose margin covers every price.
    pub(crate) fn bankruptcy(&self, fee: f64) -> f64 {
        self.base() / (self.quantity * (fee - self.orientation))
    }

    /// Maintenance and closing fee of all positions on this equity at a unit value, as the venue counts them.
    pub(crate) fn requirement(&self, schedule: &MaintenanceSchedule, venue: Venue, v: f64) -> f64 {
        let at = |taken: TakenAt| match taken {
            TakenAt::Mark => v,
            TakenAt::Entry => self.entry,
            TakenAt::Bankruptcy => self.bankruptcy(self.fee),
            TakenAt::Nowhere => 0.0,
        };
        let notional = self.quantity * at(venue.maintenance_at());
        let tier = self.tier_of(schedule, notional);
        tier.margin(notional) + self.quantity * at(venue.fee_at()) * self.fee + self.other_requirement
    }

    /// What a position at entry without a liquidation price is: never liquidated, or at every price.
    pub(crate) fn without_level(&self, schedule: &MaintenanceSchedule, venue: Venue) -> RowStatus {
        let fails = self.equity(self.entry) <= self.requirement(schedule, venue, self.entry);
        if fails { RowStatus::Every } else { RowStatus::Never }
    }

    /// Refuses what puts liquidation beyond bankruptcy: a deduction that is more than the maintenance margin which it belongs to, or a
    /// closing fee above the maintenance margin where the venue does not count it.
    pub(crate) fn check_deduction(&self, schedule: &MaintenanceSchedule, venue: Venue, from: f64) -> Result<(), Error> {
        let at_entry = venue.maintenance_at() == TakenAt::Entry;
        let level = self.solve(schedule, venue, 1.0, from).map(|(v, _)| v);
        if schedule.is_of_one_tier() {
            // Of a long that no price liquidates although one bankrupts it, the deduction is all that keeps it.
            let least = level.unwrap_or(0.0);
            let places = if at_entry { [self.entry; 2] } else { [from, if least < from { least } else { from }] };
            let bankrupt = self.bankruptcy(0.0) > 0.0 || self.orientation < 0.0;
            for v in places.into_iter().filter(|v| *v > 0.0 || bankrupt) {
                let notional = self.quantity * v;
                let tier = schedule.tier_of(notional);
                if tier.margin(notional) < 0.0 {
                    let most = notional * tier.rate;
                    let allowed =
                        format!("at most {}, the maintenance margin of a notional of {}", Told(most), Told(notional));
                    return Err(
                        refuse("deduction", tier.deduction, allowed).at(FieldPath::new("maintenance").field("flat"))
                    );
                }
            }
        }
        let bankrupt = self.bankruptcy(self.fee);
        match level {
            Some(v) if bankrupt > 0.0 && self.orientation * (v - bankrupt) < -1e-12 * bankrupt => {
                Err(refuse("close_fee_rate", self.fee, "at most the maintenance rate, which it is paid from"))
            }
            _ => Ok(()),
        }
    }

    /// Unit value at which `share` of the equity equals the requirement, and the tier that holds there. `None` where there is no such
    /// value above 0. Where there are several, the one that a position at the unit value `from` reaches first.
    pub(crate) fn solve(
        &self,
        schedule: &MaintenanceSchedule,
        venue: Venue,
        share: f64,
        from: f64,
    ) -> Option<(f64, Tier)> {
        let Self { orientation, quantity, entry_notional, fee, .. } = *self;
        // Constant terms first: what is taken at entry or at bankruptcy does not move with the mark.
        let other = self.other_requirement;
        let base = rounded_away(share * self.base() - other, entry_notional + other);
        let (fixed_fee, moving_fee) = match venue.fee_at() {
            TakenAt::Mark => (0.0, fee),
            TakenAt::Entry => (entry_notional * fee, 0.0),
            TakenAt::Bankruptcy => (quantity * self.bankruptcy(fee) * fee, 0.0),
            TakenAt::Nowhere => (0.0, 0.0),
        };
        let root = |constant: f64, rate: f64| {
            let v = (base + constant) / (quantity * (rate - share * orientation));
            (v > 0.0 && v.is_finite()).then_some(v)
        };
        if venue.maintenance_at() == TakenAt::Entry {
            let tier = self.tier_of(schedule, entry_notional);
            let fixed = tier.margin(entry_notional) + fixed_fee;
            return root(-fixed, moving_fee).map(|v| (v, tier));
        }
        if !schedule.is_plain() {
            let breaks = (1..schedule.len()).map(|index| schedule.tier(index).floor / quantity).collect();
            let rest = |v: f64| {
                let tier = self.tier_of(schedule, quantity * v);
                let slope = quantity * (share * orientation - tier.rate - moving_fee);
                Curve::new([0.0, base - fixed_fee + tier.deduction, slope, -tier.growth * quantity * quantity])
            };
            let path = Path::new(breaks, rest, from);
            // Against the position if it stands, back toward where it would.
            let toward = if path.stands() == (orientation > 0.0) { Direction::Down } else { Direction::Up };
            return path.change(toward).map(|change| (change.at, self.tier_of(schedule, quantity * change.beyond)));
        }
        // The requirement is continuous in v, and equity less requirement is monotonic: one tier holds its own root. The tier with the
        // root closest inside decides, because rounding can leave a root on a border outside both.
        let outside = |v: f64, tier: &Tier| {
            let notional = quantity * v;
            if notional < tier.floor {
                (tier.floor - notional) / tier.floor
            } else if notional > tier.cap {
                (notional - tier.cap) / tier.cap
            } else {
                0.0
            }
        };
        let mut best: Option<(f64, Tier, f64)> = None;
        for index in 0..schedule.len() {
            let tier = schedule.tier(index);
            let Some(v) = root(tier.deduction - fixed_fee, tier.rate + moving_fee) else { continue };
            let off = outside(v, &tier);
            if best.as_ref().is_none_or(|(.., least)| off < *least) {
                best = Some((v, tier, off));
            }
            if off == 0.0 {
                break;
            }
        }
        best.filter(|(.., off)| *off < 1e-9).map(|(v, tier, _)| (v, tier))
    }
}

/// 0 where a difference of numbers as large as `size` is nothing but their rounding.
pub(super) fn rounded_away(difference: f64, size: f64) -> f64 {
    if difference.abs() <= 4.0 * f64::EPSILON * size { 0.0 } else { difference }
}
