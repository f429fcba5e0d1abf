//! Every interval by itself under its limit.
//!
//! Which machines earn most under a limit hangs on the ratio of price to hashprice alone, and what they earn per
//! hashprice,
//!
//! ```text
//! most(ratio) = max over choices of ( hashrate - ratio · energy )
//! ```
//!
//! is a maximum of lines, so it is convex: between two ratios it lies below its chord, and a choice that is the best at
//! both is the best between them. Ratios are therefore searched from both ends inwards, and an interval is searched
//! only where its neighbours do not say already what is best.

use std::collections::BTreeMap;

use hashinsight_numerics::min;

use super::class::Class;
use super::hours::{HourPrice, Hours};
use super::knapsack::{Known, ROUNDING, choose};
use super::schedule::{DispatchReason, Schedule, reason};
use super::steering::{Signal, Steering};
use crate::machine::nanowatts;

/// Ratios of price to hashprice beyond it are not formed.
const MAX_RATIO: f64 = 1e100;

/// Nodes of the search under limits: in all limited intervals that differ, and the least for each.
#[derive(Clone, Copy)]
pub(super) struct Nodes {
    all: usize,
    least: usize,
}

impl Nodes {
    /// For the plan that may be the answer.
    pub(super) const MOST: Self = Self { all: 10_000_000, least: 2_000 };
    /// For one of many bounds.
    pub(super) const SOME: Self = Self { all: 1_000_000, least: 50 };
    /// By merit order alone.
    pub(super) const NONE: Self = Self { all: 0, least: 0 };
}

/// Every interval by itself under its limit in nanowatts, and how far from the best that can be.
pub(super) fn limited(
    classes: &[Class<'_>],
    hours: &Hours,
    caps: &[i128],
    steering: Option<&Steering>,
    nodes: Nodes,
) -> (Vec<Schedule>, f64) {
    let signals: Vec<Signal> = match steering {
        Some(steering) => steering.signals.iter().copied().map(by_ratio).collect(),
        None => hours.iter().map(|price| by_ratio(Signal { price, weight: 1.0 })).collect(),
    };
    let mut load = vec![0; signals.len()];
    let mut schedules: Vec<Schedule> =
        classes.iter().map(|class| unlimited(class, hours, &signals, &mut load)).collect();
    // Intervals whose limit binds, by limit and hashprice, and within these by price.
    let mut bound: BTreeMap<(i128, u64), Vec<(f64, usize)>> = BTreeMap::new();
    for (interval, (signal, cap)) in signals.iter().zip(caps).enumerate() {
        if load[interval] > *cap {
            let key = (*cap, signal.price.hashprice.to_bits());
            bound.entry(key).or_default().push((signal.price.usd_per_kwh, interval));
        }
    }
    let mut open = 0;
    for intervals in bound.values_mut() {
        intervals.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        open += intervals.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()).count();
    }
    let mut budget = Budget { nodes, left: nodes.all, open };
    let mut gap = 0.0;
    for ((cap, hashprice), intervals) in &bound {
        let prices: Vec<f64> = intervals.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()).map(|equal| equal[0].0).collect();
        let (cap, hashprice) = (*cap, f64::from_bits(*hashprice));
        let (found, at, most) = (Vec::new(), Vec::new(), Vec::new());
        let mut ladder = Ladder { classes, cap, hashprice, prices, found, at, most };
        ladder.search(&mut budget);
        for (price, equal) in intervals.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()).enumerate() {
            let (found, open) = (&ladder.found[ladder.at[price]], ladder.gap(price));
            for (_, interval) in equal {
                gap += signals[*interval].weight * open;
                place(&mut schedules, *interval, &found.running);
            }
        }
    }
    (schedules, gap)
}

/// The same at a hashprice of 1, so that intervals of one ratio are one.
fn by_ratio(signal: Signal) -> Signal {
    let HourPrice { hashprice, usd_per_kwh } = signal.price;
    let ratio = usd_per_kwh / hashprice;
    if hashprice > 0.0 && ratio.abs() < MAX_RATIO {
        Signal { price: HourPrice { hashprice: 1.0, usd_per_kwh: ratio }, weight: signal.weight * hashprice }
    } else {
        signal
    }
}

/// All machines in their best mode, if that earns; what they draw is added to the load.
fn unlimited(class: &Class<'_>, hours: &Hours, signals: &[Signal], load: &mut [i128]) -> Schedule {
    let count = class.request.count;
    let power = |mode: usize| nanowatts(class.modes[mode].meter_w) * i128::from(count);
    let powers: Vec<i128> = (0..class.modes.len()).map(power).collect();
    let mut schedule = Schedule::empty(class, signals.len());
    for (interval, (signal, plain)) in signals.iter().zip(hours.iter()).enumerate() {
        let (mode, margin) = class.best_mode(signal.price);
        let runs = margin > 0.0 && count > 0;
        if runs {
            schedule.running[mode][interval] = count;
            load[interval] += powers[mode];
        }
        schedule.reason.push(reason(runs, 0.0, class.best_mode(plain).1));
    }
    schedule
}

/// Puts a choice in the place of what no limit holds.
fn place(schedules: &mut [Schedule], interval: usize, running: &[Vec<u32>]) {
    for (schedule, got) in schedules.iter_mut().zip(running) {
        let mut as_wanted = true;
        for (column, count) in schedule.running.iter_mut().zip(got) {
            as_wanted &= column[interval] == *count;
            column[interval] = *count;
        }
        if !as_wanted {
            schedule.reason[interval] = DispatchReason::Limited;
        }
    }
}

/// Nodes that are left for prices that are open: what easy ones leave, hard ones may use.
struct Budget {
    nodes: Nodes,
    left: usize,
    open: usize,
}

/// Prices of one hashprice under one limit, from cheap to dear.
struct Ladder<'a> {
    classes: &'a [Class<'a>],
    cap: i128,
    hashprice: f64,
    prices: Vec<f64>,
    found: Vec<Found>,
    /// Which of the choices is that of each price.
    at: Vec<usize>,
    /// The most that any choice earns at each price, as far as it is known.
    most: Vec<f64>,
}

/// A choice: a line in the price.
struct Found {
    running: Vec<Vec<u32>>,
    phs_days: f64,
    kwh: f64,
}

impl Ladder<'_> {
    fn search(&mut self, budget: &mut Budget) {
        self.at = vec![0; self.prices.len()];
        self.most = vec![f64::INFINITY; self.prices.len()];
        let last = self.prices.len() - 1;
        self.solve(0, None, budget);
        if last > 0 {
            self.solve(last, None, budget);
            self.between(0, last, budget);
        }
        self.settle();
        if budget.nodes.all > 0 {
            self.bound_by_chords();
        }
    }

    /// What a choice earns at a price.
    fn margin(&self, choice: usize, price: usize) -> f64 {
        let found = &self.found[choice];
        self.hashprice * found.phs_days - self.prices[price] * found.kwh
    }

    /// How much more the best choice of a price can earn; 0 where its own is the best.
    fn gap(&self, price: usize) -> f64 {
        let gap = self.most[price] - self.margin(self.at[price], price);
        if gap > self.most[price] * ROUNDING { gap } else { 0.0 }
    }

    /// Prices between two whose choices are known.
    fn between(&mut self, low: usize, high: usize, budget: &mut Budget) {
        if high - low < 2 {
            return;
        }
        if let Some(choice) = self.best_at_both(low, high, budget.nodes) {
            for at in low + 1..high {
                (self.at[at], self.most[at]) = (choice, self.margin(choice, at));
            }
            budget.open -= high - low - 1;
            return;
        }
        let middle = low.midpoint(high);
        self.solve(middle, Some((low, high)), budget);
        self.between(low, middle, budget);
        self.between(middle, high, budget);
    }

    /// A choice that is the best at both prices.
    fn best_at_both(&self, low: usize, high: usize, nodes: Nodes) -> Option<usize> {
        let both = [self.at[low], self.at[high]];
        // By merit order alone nothing is proven, and nothing is asked.
        if nodes.all == 0 {
            return (self.found[both[0]].running == self.found[both[1]].running).then_some(both[0]);
        }
        let best = |choice: &usize| {
            let at = |price: usize| self.margin(*choice, price) >= self.most[price] * (1.0 - ROUNDING);
            at(low) && at(high)
        };
        both.into_iter().find(best)
    }

    /// A bound at a price from those of two around it.
    fn chord(&self, low: usize, at: usize, high: usize) -> f64 {
        let part = (self.prices[at] - self.prices[low]) / (self.prices[high] - self.prices[low]);
        self.most[low] + part * (self.most[high] - self.most[low])
    }

    /// Searches a price, knowing the choices of two around it.
    fn solve(&mut self, at: usize, around: Option<(usize, usize)>, budget: &mut Budget) {
        let hour = HourPrice { hashprice: self.hashprice, usd_per_kwh: self.prices[at] };
        let known = around.map(|(low, high)| {
            let (of_low, of_high) = (self.at[low], self.at[high]);
            let better = if self.margin(of_low, at) >= self.margin(of_high, at) { of_low } else { of_high };
            Known { running: &self.found[better].running, most: self.chord(low, at, high) }
        });
        let nodes = (budget.left / budget.open.max(1)).max(budget.nodes.least);
        let choice = choose(self.classes, hour, self.cap, nodes, known);
        (budget.left, budget.open) = (budget.left.saturating_sub(choice.nodes), budget.open - 1);
        let (mut phs_days, mut kwh) = (0.0, 0.0);
        for (class, running) in self.classes.iter().zip(&choice.running) {
            for (mode, count) in class.modes.iter().zip(running) {
                phs_days += f64::from(*count) * mode.phs_days;
                kwh += f64::from(*count) * mode.kwh;
            }
        }
        self.at[at] = self.found.len();
        self.found.push(Found { running: choice.running, phs_days, kwh });
        self.most[at] = self.margin(self.at[at], at) + choice.gap;
    }

    /// What was cut off learns from its neighbours: better choices from both sides.
    fn settle(&mut self) {
        let last = self.prices.len() - 1;
        for at in 1..=last {
            self.take(at, self.at[at - 1]);
        }
        for at in (0..last).rev() {
            self.take(at, self.at[at + 1]);
        }
    }

    /// And bounds that lie below their chords.
    fn bound_by_chords(&mut self) {
        let mut hull: Vec<usize> = Vec::new();
        for at in 0..self.prices.len() {
            while let [.., low, middle] = hull[..] {
                if self.most[middle] < self.chord(low, middle, at) {
                    break;
                }
                hull.pop();
            }
            hull.push(at);
        }
        for pair in hull.windows(2) {
            for at in pair[0] + 1..pair[1] {
                self.most[at] = min(self.most[at], self.chord(pair[0], at, pair[1]));
            }
        }
    }

    fn take(&mut self, price: usize, choice: usize) {
        if self.margin(choice, price) > self.margin(self.at[price], price) {
            self.at[price] = choice;
        }
    }
}
