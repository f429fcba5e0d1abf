//! Prices of one hashprice under one limit, from cheap to dear.
//!
//! What the best machines earn is a maximum of lines in the price,
//!
//! ```text
//! most(price) = max over choices of ( hashprice · hashrate - price · energy )
//! ```
//!
//! so it is convex: between two prices it lies below its chord, and a choice that is the best at both is the best between
//! them. And towards cheaper prices it rises by no more than the limit's energy. Prices are searched from both ends
//! inwards, and only where their neighbours do not say already what is best.

use hashinsight_numerics::{max, min};
use hashinsight_units::W_PER_KW;

use super::class::Class;
use super::hours::HourPrice;
use super::knapsack::{Choice, Known, ROUNDING, choose};
use super::limit::Nodes;
use crate::machine::watts;

/// Of so many prices about one is searched, the others lie between what is known.
const SEARCHED: usize = 32;

/// Nodes that are left for prices that are open: what easy ones leave, hard ones may use.
pub(super) struct Budget {
    pub(super) nodes: Nodes,
    pub(super) left: usize,
    pub(super) open: usize,
}

/// Prices of one hashprice under one limit, from cheap to dear.
pub(super) struct Ladder<'a> {
    classes: &'a [Class<'a>],
    cap: i128,
    /// Energy of an interval at the limit.
    cap_kwh: f64,
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

impl<'a> Ladder<'a> {
    /// The best choice of each price, at least one.
    pub(super) fn search(
        classes: &'a [Class<'a>],
        (cap, hashprice): (i128, f64),
        prices: Vec<f64>,
        budget: &mut Budget,
    ) -> Self {
        let powered = classes.iter().flat_map(|class| &class.modes).filter(|mode| mode.meter_w > 0.0);
        let hours = powered.map(|mode| mode.kwh / (mode.meter_w / W_PER_KW)).fold(0.0, max);
        let cap_kwh = watts(cap) / W_PER_KW * hours;
        let (at, most) = (vec![0; prices.len()], vec![f64::INFINITY; prices.len()]);
        let last = prices.len() - 1;
        let mut ladder = Self { classes, cap, cap_kwh, hashprice, prices, found: Vec::new(), at, most };
        ladder.solve(last, None, budget);
        if last > 0 {
            ladder.solve(0, None, budget);
            ladder.between(0, last, budget);
        }
        ladder.learn();
        if budget.nodes.all > 0 {
            ladder.bound();
            ladder.search_again(budget);
        }
        ladder
    }

    /// Once more where something is left to prove: with the choices and bounds of all, and with the nodes that are left.
    fn search_again(&mut self, budget: &mut Budget) {
        let open: Vec<usize> = (0..self.prices.len()).filter(|at| self.gap(*at) > 0.0).collect();
        if open.is_empty() {
            return;
        }
        for (rest, at) in (1..=open.len()).rev().zip(open.into_iter().rev()) {
            if at + 1 < self.prices.len() {
                self.take(at, self.at[at + 1]);
                self.most[at] = min(self.most[at], self.slope(at, at + 1));
            }
            if self.gap(at) > 0.0 {
                let nodes = (budget.left / rest).max(budget.nodes.least);
                let known = Known { running: &self.found[self.at[at]].running, most: self.most[at] };
                let choice = choose(self.classes, self.hour(at), self.cap, nodes, Some(known));
                budget.left = budget.left.saturating_sub(choice.nodes);
                let (own, most) = (self.at[at], self.most[at]);
                self.keep(at, choice);
                self.take(at, own);
                self.most[at] = min(self.most[at], most);
            }
        }
        self.learn();
        self.bound();
    }

    fn hour(&self, at: usize) -> HourPrice {
        HourPrice { hashprice: self.hashprice, usd_per_kwh: self.prices[at] }
    }

    /// Takes a choice that was searched at a price.
    fn keep(&mut self, at: usize, choice: Choice) {
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

    /// Machines that run at a price, for each class and mode.
    pub(super) fn running(&self, price: usize) -> &[Vec<u32>] {
        &self.found[self.at[price]].running
    }

    /// What a choice earns at a price.
    fn margin(&self, choice: usize, price: usize) -> f64 {
        let found = &self.found[choice];
        self.hashprice * found.phs_days - self.prices[price] * found.kwh
    }

    /// How much more the best choice of a price can earn; 0 where its own is the best.
    pub(super) fn gap(&self, price: usize) -> f64 {
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

    /// A bound at a price from that of a dearer one.
    fn slope(&self, at: usize, dearer: usize) -> f64 {
        self.most[dearer] + (self.prices[dearer] - self.prices[at]) * self.cap_kwh
    }

    /// Searches a price, knowing the choices of two around it.
    fn solve(&mut self, at: usize, around: Option<(usize, usize)>, budget: &mut Budget) {
        let known = around.map(|(low, high)| {
            let (of_low, of_high) = (self.at[low], self.at[high]);
            let better = if self.margin(of_low, at) >= self.margin(of_high, at) { of_low } else { of_high };
            let most = min(self.chord(low, at, high), self.slope(at, high));
            Known { running: &self.found[better].running, most }
        });
        let nodes = (budget.left / budget.open.div_ceil(SEARCHED).max(1)).max(budget.nodes.least);
        let choice = choose(self.classes, self.hour(at), self.cap, nodes, known);
        (budget.left, budget.open) = (budget.left.saturating_sub(choice.nodes), budget.open - 1);
        self.keep(at, choice);
    }

    /// What was cut off learns from its neighbours: better choices from both sides.
    fn learn(&mut self) {
        let last = self.prices.len() - 1;
        for at in 1..=last {
            self.take(at, self.at[at - 1]);
        }
        for at in (0..last).rev() {
            self.take(at, self.at[at + 1]);
        }
    }

    /// And bounds that lie below their chords, and rise no faster than the limit lets them.
    fn bound(&mut self) {
        for at in (1..self.prices.len()).rev() {
            self.most[at - 1] = min(self.most[at - 1], self.slope(at - 1, at));
        }
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
