//! The bill from below: a line in the load that no bill falls short of.
//!
//! Every part of a bill that is not a price of energy is bounded from below by something linear in the load, and the
//! best plan under these lines leaves at least what the best plan leaves under the bill (Lagrangian duality):
//!
//! ```text
//! max(subtotal, minimum)    >= paid · subtotal + (1 - paid) · minimum                    0 <= paid <= 1
//! tiers(use)                >= tier · use - max over uses of (tier · use - tiers)
//! hours of use              >= use · the least that a kWh costs on average, whatever the demand is
//! max of floors             >= sum of weight · floor                                     weights add up to 1
//! max(peak, peak so far)    >= (1 - held) · peak + held · peak so far                    0 <= held <= 1
//! peak                      >= sum over intervals of weight · load                       as `steering` lays it
//! ```
//!
//! Each line is met where its own factor is that of the load itself. Where one choice of factors meets them all at the
//! plan that is best under it, that plan is proven the best. Else factors are averaged over the plans that answer them
//! (Brown's fictitious play, 1951), which leads to the least bound as it goes on; the gap is what is left of it.

use hashinsight_numerics::max;
use hashinsight_units::W_PER_KW;

use super::steering::Steering;
use crate::tariff::{Bill, DemandTerm, Floor, Terms, floor_kw};

/// Factors of the lines.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dual {
    /// Of each month.
    pub(super) paid: Vec<f64>,
    /// Of each month, in USD/kWh.
    pub(super) tier: Vec<f64>,
    /// Of each charge, month and floor.
    floors: Vec<Vec<Vec<f64>>>,
    /// Of each charge, in the first month.
    held: Vec<f64>,
}

/// Floors of each charge and month.
fn floors(terms: &Terms) -> impl Iterator<Item = Vec<Vec<Floor>>> {
    let months = 0..terms.months.len();
    terms.demand.iter().map(move |term| months.clone().map(|at| term.floors(&terms.months, at)).collect())
}

impl Dual {
    /// Whether the lines have factors to choose.
    pub(super) fn has_choice(terms: &Terms) -> bool {
        terms.minimum_usd > 0.0
            || terms.tiers.0.len() > 1
            || terms.demand.iter().any(|term| term.so_far_kw > 0.0)
            || floors(terms).any(|months| months.iter().any(|floors| floors.len() > 1))
    }

    /// The factors that meet a load.
    pub(super) fn meeting(terms: &Terms, load_w: &[f64], bill: &Bill) -> Self {
        let months = 0..terms.months.len();
        let paid = months.clone().map(|at| if bill.months.minimum_usd[at] > 0.0 { 0.0 } else { 1.0 }).collect();
        let tier = months.clone().map(|at| terms.tiers.price(terms.use_before(at) + bill.months.energy_kwh[at]));
        let (mut chosen, mut held) = (Vec::new(), Vec::new());
        for (term, months) in terms.demand.iter().zip(floors(terms)) {
            let peaks = term.peaks_kw(&terms.months, load_w);
            let one = |floors: &Vec<Floor>| {
                let mut best = 0;
                for (at, floor) in floors.iter().enumerate() {
                    if floor_kw(*floor, &peaks) > floor_kw(floors[best], &peaks) {
                        best = at;
                    }
                }
                (0..floors.len()).map(|at| f64::from(u8::from(at == best))).collect()
            };
            chosen.push(months.iter().map(one).collect());
            // The peak is that before the span where nothing of the span exceeds it.
            held.push(if term.so_far_kw > 0.0 && peaks[0] <= term.so_far_kw { 1.0 } else { 0.0 });
        }
        Self { paid, tier: tier.collect(), floors: chosen, held }
    }

    /// Goes a part of the way to other factors.
    pub(super) fn toward(&mut self, other: &Self, part: f64) {
        let go = |own: &mut Vec<f64>, other: &Vec<f64>| {
            own.iter_mut().zip(other).for_each(|(own, other)| *own += part * (other - *own));
        };
        go(&mut self.paid, &other.paid);
        go(&mut self.tier, &other.tier);
        go(&mut self.held, &other.held);
        let both = self.floors.iter_mut().flatten().zip(other.floors.iter().flatten());
        both.for_each(|(own, other)| go(own, other));
    }

    /// What the peak of each charge's months costs under the lines, in USD per kW.
    pub(super) fn peak_rates(&self, terms: &Terms) -> Vec<Vec<f64>> {
        let one = |term: &DemandTerm, weights: &Vec<Vec<f64>>| {
            let mut rates = vec![0.0; terms.months.len()];
            for (at, (weights, paid)) in weights.iter().zip(&self.paid).enumerate() {
                for (floor, weight) in term.floors(&terms.months, at).into_iter().zip(weights) {
                    if let Floor::OfMonth(month, part) = floor {
                        rates[month] += term.rate * paid * weight * part;
                    }
                }
            }
            rates
        };
        terms.demand.iter().zip(&self.floors).map(|(term, weights)| one(term, weights)).collect()
    }

    /// The part of a charge's rate that lies on the load of the span.
    pub(super) fn on_load(&self, charge: usize, month: usize) -> f64 {
        if month == 0 { 1.0 - self.held[charge] } else { 1.0 }
    }

    /// How much the bill of a load exceeds the lines, in USD; 0 where every line is met.
    pub(super) fn slack(&self, terms: &Terms, steering: &Steering, site_kw: f64, load_w: &[f64], bill: &Bill) -> f64 {
        let hours = terms.grid.hours_each();
        let mut slack = 0.0;
        for (at, month) in terms.months.iter().enumerate() {
            let (paid, tier) = (self.paid[at], self.tier[at]);
            if terms.minimum_usd > 0.0 {
                let above = bill.months.subtotal(at) - terms.minimum_usd;
                slack += if above > 0.0 { (1.0 - paid) * above } else { -paid * above };
            }
            if !terms.hours_use.is_empty() {
                let usd = terms.hours_use.usd(&bill.months, &bill.demand, at, terms.use_before(at));
                slack += paid * max(usd - terms.hours_use.least(at) * bill.months.energy_kwh[at], 0.0);
            }
            if !terms.tiers.is_empty() {
                let before = terms.use_before(at);
                let most = month.intervals.len() as f64 * hours * site_kw;
                let cost = |kwh: f64| terms.tiers.cost(before + kwh) - terms.tiers.cost(before) - tier * kwh;
                let corners = terms.tiers.0.iter().map(|(begin, _)| begin - before);
                let uses = corners.filter(|kwh| *kwh > 0.0 && *kwh < most).chain([0.0, most]);
                let least = uses.map(cost).fold(f64::INFINITY, hashinsight_numerics::min);
                slack += paid * max(cost(bill.months.energy_kwh[at]) - least, 0.0);
            }
        }
        let rates = self.peak_rates(terms);
        for (charge, (term, months)) in terms.demand.iter().zip(floors(terms)).enumerate() {
            let peaks = term.peaks_kw(&terms.months, load_w);
            for (at, floors) in months.iter().enumerate() {
                let billed = floors.iter().map(|floor| floor_kw(*floor, &peaks)).fold(0.0, max);
                for (floor, weight) in floors.iter().zip(&self.floors[charge][at]) {
                    slack += self.paid[at] * term.rate * weight * (billed - floor_kw(*floor, &peaks));
                }
            }
            // What was before the span stands in `held`.
            let own = term.peaks_of_span_kw(&terms.months, load_w);
            let held = self.held[charge];
            slack += rates[charge][0] * ((1.0 - held) * (peaks[0] - own[0]) + held * (peaks[0] - term.so_far_kw));
            for (at, month) in terms.months.iter().enumerate() {
                for interval in month.intervals.clone() {
                    let surcharge = steering.surcharges[charge][interval];
                    if surcharge > 0.0 {
                        slack += surcharge * hours * (own[at] - load_w[interval] / W_PER_KW);
                    }
                }
            }
        }
        slack
    }
}
