//! The search for a plan under the whole bill: plans that answer the bill's lines, what each comes to, and the least
//! bound.

use hashinsight_numerics::{max, min};
use hashinsight_units::{Error, Order, W_PER_KW};

use super::accounts::Worth;
use super::blocks::blocks;
use super::class::Class;
use super::dual::Dual;
use super::hours::Hours;
use super::limit::{Nodes, limited};
use super::schedule::{Schedule, Scratch, always, mixed, scheduled, steered};
use super::steering::{Signal, Steering};
use crate::error;
use crate::machine::{nanowatts, within};
use crate::tariff::Terms;

/// Cells that all rounds may visit, and how many rounds there are.
const MAX_VISITS: usize = 8_000_000;
const ROUNDS: std::ops::RangeInclusive<usize> = 6..=200;
/// Under a limit each interval is searched, which takes so many visits as long.
const ROUNDS_WITH_LIMIT: std::ops::RangeInclusive<usize> = 2..=12;
const VISITS_WITH_LIMIT: usize = 2;
/// Intervals that are tried between two plans.
const MIXES: usize = 32;

/// What is searched.
pub(super) struct Search<'a> {
    pub(super) classes: &'a [Class<'a>],
    /// At the tariff's prices.
    pub(super) hours: &'a Hours,
    /// At what an interval costs by itself, coincident peaks included.
    pub(super) cost: &'a Hours,
    pub(super) terms: &'a Terms,
    /// In nanowatts.
    pub(super) cap: Option<i128>,
    pub(super) site_kw: f64,
    pub(super) coupled: bool,
}

/// The best plan known, and the most that any can leave.
struct Best {
    plan: Option<(Vec<Schedule>, f64)>,
    most: f64,
}

impl Best {
    fn offer(&mut self, schedules: &[Schedule], net: f64) {
        if self.plan.as_ref().is_none_or(|(_, best)| net > *best) {
            self.plan = Some((schedules.to_vec(), net));
        }
    }
}

impl Search<'_> {
    /// The plan and its gap.
    pub(super) fn run(&self) -> Result<(Vec<Schedule>, f64), Error> {
        let bound_and_limited = self.coupled && self.cap.is_some();
        let linear = self.terms.is_linear();
        if linear && !bound_and_limited {
            return Ok(self.relaxed(None, self.cap, Nodes::MOST));
        }
        let mut best = Best { plan: None, most: f64::INFINITY };
        let has_choice = Dual::has_choice(self.terms);
        let mut greatest = None;
        let mut dual = if has_choice || self.cap.is_none() {
            let plain = self.relaxed(None, self.cap.filter(|_| !self.coupled), Nodes::MOST).0;
            let worth = self.worth(&plain);
            if !bound_and_limited {
                best.offer(&plain, worth.net_usd);
            }
            let dual = Dual::meeting(self.terms, &worth.load_w, &worth.bill);
            greatest = Some((worth.bill.energy_kwh, plain));
            dual
        } else {
            // Every load meets the same lines.
            let load_w = vec![0.0; self.cost.price.len()];
            Dual::meeting(self.terms, &load_w, &self.terms.bill(&load_w))
        };
        let rounds = if has_choice { self.rounds() } else { 1 };
        let mut least = None;
        for round in 0..rounds {
            let steering = Steering::of(self.cost, self.terms, &dual);
            let nodes = if round == 0 { Nodes::MOST } else { Nodes::SOME };
            let (schedules, search_gap) = self.relaxed(Some(&steering), self.cap.filter(|_| !self.coupled), nodes);
            let worth = self.worth(&schedules);
            let slack = dual.slack(self.terms, &steering, self.site_kw, &worth.load_w, &worth.bill) + search_gap;
            best.most = min(best.most, worth.net_usd + slack);
            if bound_and_limited {
                self.bound_by_limit(&steering, &dual, nodes, &mut best);
                self.place_blocks(&steering.signals, self.cap, &mut best)?;
            } else if slack <= 0.0 {
                return Ok((schedules, 0.0)); // every line is met: proven
            } else {
                best.offer(&schedules, worth.net_usd);
            }
            let answer = Dual::meeting(self.terms, &worth.load_w, &worth.bill);
            let kwh = worth.bill.energy_kwh;
            if least.as_ref().is_none_or(|(energy, _)| kwh < *energy) {
                least = Some((kwh, schedules.clone()));
            }
            if greatest.as_ref().is_none_or(|(energy, _)| kwh > *energy) {
                greatest = Some((kwh, schedules));
            }
            dual.toward(&answer, 1.0 / (round as f64 + 2.0));
        }
        self.others(&mut best)?;
        if let (false, Some((_, least)), Some((_, greatest))) = (self.coupled, &least, &greatest) {
            self.mixes(least, greatest, &mut best);
        }
        #[expect(
            clippy::expect_used,
            reason = "resting is offered at least, or machines that may not stop are refused"
        )]
        let (schedules, net) = best.plan.expect("a plan");
        Ok((schedules, max(best.most - net, 0.0)))
    }

    fn worth(&self, schedules: &[Schedule]) -> Worth {
        Worth::of(self.terms, self.classes, self.hours, schedules)
    }

    fn rounds(&self) -> usize {
        let modes: usize = self.classes.iter().map(|class| class.modes.len()).sum();
        let visits = modes.max(1) * self.hours.price.len();
        let (visits, rounds) = match self.cap {
            None => (visits, ROUNDS),
            Some(_) => (visits * VISITS_WITH_LIMIT, ROUNDS_WITH_LIMIT),
        };
        (MAX_VISITS / visits).clamp(*rounds.start(), *rounds.end())
    }

    /// The best plan at steered prices; with a limit, without minimum times and start costs.
    fn relaxed(&self, steering: Option<&Steering>, cap: Option<i128>, nodes: Nodes) -> (Vec<Schedule>, f64) {
        if let Some(cap) = cap {
            return limited(self.classes, self.cost, &vec![cap; self.cost.price.len()], steering, nodes);
        }
        let mut scratch = Scratch::default();
        let one = |class: &Class<'_>| match steering {
            None => scheduled(class, self.cost, &mut scratch),
            Some(steering) => steered(class, self.cost, steering, &mut scratch),
        };
        (self.classes.iter().map(one).collect(), 0.0)
    }

    /// What the limit alone allows, minimum times and start costs left out.
    fn bound_by_limit(&self, steering: &Steering, dual: &Dual, nodes: Nodes, best: &mut Best) {
        let (schedules, gap) = self.relaxed(Some(steering), self.cap, nodes);
        let worth = self.worth(&schedules);
        let slack = dual.slack(self.terms, steering, self.site_kw, &worth.load_w, &worth.bill);
        best.most = min(best.most, worth.net_usd + worth.start_cost_usd + slack + gap);
    }

    fn place_blocks(&self, signals: &[Signal], cap: Option<i128>, best: &mut Best) -> Result<(), Error> {
        let caps = vec![cap.unwrap_or(i128::MAX); signals.len()];
        let schedules = blocks(self.classes, self.cost, signals, &caps).ok_or_else(held_beyond_limit)?;
        best.offer(&schedules, self.worth(&schedules).net_usd);
        Ok(())
    }

    /// Plans that no line steers: at plain prices, at rest, always on, and within the demand that is paid anyway.
    fn others(&self, best: &mut Best) -> Result<(), Error> {
        let plain: Vec<Signal> = self.cost.iter().map(|price| Signal { price, weight: 1.0 }).collect();
        if self.coupled && self.cap.is_some() {
            self.place_blocks(&plain, self.cap, best)?;
        }
        let always_nw: i128 = self.classes.iter().map(Class::normal_nanowatts).sum();
        for on in [false, true] {
            let held = |class: &Class<'_>| always(class, self.cost, on);
            let schedules: Vec<Schedule> = self.classes.iter().map(held).collect();
            let worth = self.worth(&schedules);
            let fits = self
                .cap
                .is_none_or(|cap| (on && always_nw <= cap) || worth.load_w.iter().all(|load| nanowatts(*load) <= cap));
            if fits {
                best.offer(&schedules, worth.net_usd);
            }
        }
        // Where the blocks grow with the demand, the last kWh may be in any of them.
        for price in self.terms.hours_use.prices() {
            let steering = Steering::plus(self.cost, price, self.terms.demand.len());
            if self.coupled && self.cap.is_some() {
                self.place_blocks(&steering.signals, self.cap, best)?;
            } else {
                let schedules = self.relaxed(Some(&steering), self.cap, Nodes::NONE).0;
                best.offer(&schedules, self.worth(&schedules).net_usd);
            }
        }
        for (charge, kw) in self.terms.known_demands_kw() {
            let known = within(nanowatts(kw * W_PER_KW));
            let no_limit = self.cap.unwrap_or(i128::MAX);
            let cap = |interval: usize| {
                if self.terms.demand[charge].counts(interval) { known.min(no_limit) } else { no_limit }
            };
            let caps: Vec<i128> = (0..plain.len()).map(cap).collect();
            let schedules = if self.coupled {
                blocks(self.classes, self.cost, &plain, &caps)
            } else {
                Some(limited(self.classes, self.cost, &caps, None, Nodes::NONE).0)
            };
            if let Some(schedules) = schedules {
                best.offer(&schedules, self.worth(&schedules).net_usd);
            }
        }
        Ok(())
    }

    /// Plans between two, the intervals that earn most for their energy from the one that uses more.
    fn mixes(&self, least: &[Schedule], greatest: &[Schedule], best: &mut Best) {
        let intervals = self.cost.price.len();
        let [mut usd, mut kwh, mut revenue] = [(); 3].map(|()| vec![0.0; intervals]);
        for ((class, more), less) in self.classes.iter().zip(greatest).zip(least) {
            for ((mode, more), less) in class.modes.iter().zip(&more.running).zip(&less.running) {
                for (interval, hour) in self.cost.iter().enumerate() {
                    let added = f64::from(more[interval]) - f64::from(less[interval]);
                    usd[interval] += added * mode.margin(hour.hashprice, hour.usd_per_kwh);
                    kwh[interval] += added * mode.kwh;
                    revenue[interval] += added * mode.revenue(hour.hashprice);
                }
            }
        }
        let mut order: Vec<usize> = (0..intervals).filter(|interval| kwh[*interval] > 0.0).collect();
        order.order_by(|a, b| (usd[*b] / kwh[*b]).total_cmp(&(usd[*a] / kwh[*a])));
        let (least_worth, greatest_worth) = (self.worth(least), self.worth(greatest));
        let (mut load_w, mut earned) = (least_worth.load_w, least_worth.net_usd + least_worth.bill.total_usd);
        let (mut seen, mut most) = (0, (0, f64::NEG_INFINITY));
        let step = order.len().div_ceil(MIXES).max(1);
        for upto in (step..=order.len()).step_by(step) {
            for interval in &order[seen..upto] {
                load_w[*interval] = greatest_worth.load_w[*interval];
                earned += revenue[*interval];
            }
            seen = upto;
            let left = earned - self.terms.bill(&load_w).total_usd;
            if left > most.1 {
                most = (upto, left);
            }
        }
        let mut taken = vec![false; intervals];
        order[..most.0].iter().for_each(|interval| taken[*interval] = true);
        let schedules = mixed(greatest, least, &taken);
        best.offer(&schedules, self.worth(&schedules).net_usd);
    }
}

fn held_beyond_limit() -> Error {
    let allowed = "at least what machines draw that their minimum times hold";
    error::out_of_range("power_limit", "power_limit_w", "", allowed)
}
