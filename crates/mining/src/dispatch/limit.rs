//! Every interval by itself under its limit.
//!
//! Which machines earn most under a limit hangs on the ratio of price to hashprice alone. Where no limit binds every class
//! takes its best mode; the ratios of the other intervals are searched together, see `ladder`.

use std::collections::BTreeMap;

use hashinsight_units::Order;

use super::class::Class;
use super::hours::{HourPrice, Hours};
use super::ladder::{Budget, Ladder};
use super::schedule::{DispatchReason, Schedule, reason};
use super::steering::{Signal, Steering};
use crate::machine::nanowatts;

/// Ratios of price to hashprice beyond it are not formed.
const MAX_RATIO: f64 = 1e100;

/// Nodes of the search under limits: in all limited intervals that differ, and the least for each.
#[derive(Clone, Copy)]
pub(super) struct Nodes {
    pub(super) all: usize,
    pub(super) least: usize,
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
        intervals.order_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        open += intervals.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()).count();
    }
    let mut budget = Budget { nodes, left: nodes.all, open };
    let mut gap = 0.0;
    for ((cap, hashprice), intervals) in &bound {
        let prices: Vec<f64> = intervals.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()).map(|equal| equal[0].0).collect();
        let ladder = Ladder::search(classes, (*cap, f64::from_bits(*hashprice)), prices, &mut budget);
        for (price, equal) in intervals.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()).enumerate() {
            for (_, interval) in equal {
                gap += signals[*interval].weight * ladder.gap(price);
                place(&mut schedules, *interval, ladder.running(price));
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
