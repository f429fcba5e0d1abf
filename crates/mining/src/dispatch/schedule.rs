//! Schedules: which machines run, class by class without a limit, interval by interval with one.

use std::collections::BTreeMap;

use hashinsight_units::Record;

use super::class::{Class, InitialState};
use super::hours::{HourPrice, Hours};
use super::knapsack::{Choice, Known, choose};
use super::minimum_times::{Bounds, Scheduler};
use super::steering::{Signal, Steering};

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

/// Reason of what a class does in an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum DispatchReason {
    /// Running: revenue covers power.
    Profitable,
    /// At rest: revenue does not cover power.
    Unprofitable,
    /// Running at a loss: to stop and start again would cost more, or its minimum time holds it.
    HeldOn,
    /// At rest although the hour would pay: a start would not pay, or its minimum time holds it.
    HeldOff,
    /// Stopped, some or all of it, by the site's power limit, although the hour would pay.
    Limited,
    /// At rest although the hour would pay: it does not cover what its load adds to the month's demand charges and blocks.
    DemandCharge,
}

/// What one class does: the machines that run, mode by mode and interval by interval, and why.
#[derive(Clone)]
pub(super) struct Schedule {
    pub(super) running: Vec<Vec<u32>>,
    pub(super) reason: Vec<DispatchReason>,
}

impl Schedule {
    pub(super) fn empty(class: &Class<'_>, hours: usize) -> Self {
        Self { running: vec![vec![0; hours]; class.modes.len()], reason: Vec::with_capacity(hours) }
    }

    /// Machines that run in an interval.
    pub(super) fn running_at(&self, interval: usize) -> u32 {
        self.running.iter().map(|column| column[interval]).sum()
    }

    /// Number of starts, times the number of machines.
    pub(super) fn starts(&self, class: &Class<'_>) -> u64 {
        let was_on = matches!(class.initial, InitialState::OnHours(_));
        let mut before = if was_on { class.request.count } else { 0 };
        let mut starts = 0;
        for interval in 0..self.reason.len() {
            let running = self.running_at(interval);
            starts += u64::from(running.saturating_sub(before));
            before = running;
        }
        starts
    }

    /// All machines of a class together: in which mode and whether.
    fn together(class: &Class<'_>, modes: &[usize], runs: &[bool]) -> Self {
        let mut schedule = Self::empty(class, runs.len());
        let count = class.request.count;
        if let [only] = schedule.running.as_mut_slice() {
            only.iter_mut().zip(runs).for_each(|(running, on)| *running = if *on { count } else { 0 });
        } else {
            for (hour, (mode, on)) in modes.iter().zip(runs).enumerate() {
                schedule.running[*mode][hour] = if *on { count } else { 0 };
            }
        }
        schedule
    }
}

/// Memory that the schedules of all classes share.
#[derive(Default)]
pub(super) struct Scratch {
    modes: Vec<usize>,
    margins: Vec<f64>,
    runs: Vec<bool>,
    scheduler: Scheduler,
}

/// The best schedule of one class by itself.
pub(super) fn scheduled(class: &Class<'_>, hours: &Hours, scratch: &mut Scratch) -> Schedule {
    let Scratch { modes, margins, runs, scheduler } = scratch;
    modes.clear();
    margins.clear();
    for hour in hours.iter() {
        let (mode, margin) = class.best_mode(hour);
        modes.push(mode);
        margins.push(margin);
    }
    runs.clear();
    runs.resize(margins.len(), false);
    scheduler.run(margins, &Bounds::of(class), runs);
    let mut schedule = Schedule::together(class, modes, runs);
    schedule.reason.extend(runs.iter().zip(margins).map(|(on, margin)| reason(*on, *margin, *margin)));
    schedule
}

/// The best schedule of one class by itself where a demand charge lies on the hours.
pub(super) fn steered(class: &Class<'_>, hours: &Hours, steering: &Steering, scratch: &mut Scratch) -> Schedule {
    let Scratch { modes, margins, runs, scheduler } = scratch;
    modes.clear();
    margins.clear();
    runs.clear();
    for signal in &steering.signals {
        let (mode, margin) = class.best_mode(signal.price);
        modes.push(mode);
        margins.push(signal.weight * margin);
        // Not by the weighted margin: hours of one signal must be decided alike, or some pay for a peak of others.
        runs.push(margin > 0.0);
    }
    if class.is_coupled() {
        scheduler.run(margins, &Bounds::of(class), runs);
    }
    let mut schedule = Schedule::together(class, modes, runs);
    let plain = hours.iter().map(|hour| class.best_mode(hour).1);
    schedule
        .reason
        .extend(runs.iter().zip(margins).zip(plain).map(|((on, steered), plain)| reason(*on, *steered, plain)));
    schedule
}

/// Always on in the normal mode, or always at rest, from the hour on in which the class may.
pub(super) fn always(class: &Class<'_>, hours: &Hours, on: bool) -> Schedule {
    let (held, was_on) = Bounds::of(class).held();
    let runs: Vec<bool> = (0..hours.price.len()).map(|hour| if hour < held { was_on } else { on }).collect();
    let best: Vec<(usize, f64)> = hours.iter().map(|hour| class.best_mode(hour)).collect();
    let modes: Vec<usize> = best.iter().map(|(mode, _)| if on { 0 } else { *mode }).collect();
    let mut schedule = Schedule::together(class, &modes, &runs);
    schedule.reason.extend(runs.iter().zip(&best).map(|(runs, (_, margin))| reason(*runs, 0.0, *margin)));
    schedule
}

/// Why a class does what it does, by what the hour decides and what it earns before a demand charge.
fn reason(on: bool, margin: f64, plain: f64) -> DispatchReason {
    match on {
        true if plain >= 0.0 => DispatchReason::Profitable,
        true => DispatchReason::HeldOn,
        false if margin > 0.0 => DispatchReason::HeldOff,
        false if plain > 0.0 => DispatchReason::DemandCharge,
        false => DispatchReason::Unprofitable,
    }
}

/// Machines by mode where no limit holds: all in the best mode, if that earns.
fn wanted(class: &Class<'_>, price: HourPrice) -> Vec<u32> {
    let (best, margin) = class.best_mode(price);
    let runs = |mode: usize| if mode == best && margin > 0.0 { class.request.count } else { 0 };
    (0..class.modes.len()).map(runs).collect()
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
        Some(steering) => steering.signals.clone(),
        None => hours.iter().map(|price| Signal { price, weight: 1.0 }).collect(),
    };
    let key = |price: HourPrice, cap: i128| (cap, price.hashprice.to_bits(), price.usd_per_kwh.to_bits());
    let prices: BTreeMap<_, HourPrice> =
        signals.iter().zip(caps).map(|(signal, cap)| (key(signal.price, *cap), signal.price)).collect();
    let (mut nodes_left, mut hours_left) = (nodes.all, prices.len());
    let mut limited: BTreeMap<(i128, u64, u64), Choice> = BTreeMap::new();
    // Under one cap from dear to cheap, so that each proves something of the next.
    let mut before: Option<(i128, HourPrice, Choice)> = None;
    for (key, price) in prices.into_iter().rev() {
        let cap = key.0;
        let known = before.as_ref().filter(|(own, ..)| *own == cap).map(|(_, own, choice)| {
            let most = choice.most_at(*own, price, cap);
            Known { running: &choice.running, most }
        });
        // What easy intervals leave, hard ones may use.
        let choice = choose(classes, price, cap, (nodes_left / hours_left).max(nodes.least), known);
        (nodes_left, hours_left) = (nodes_left.saturating_sub(choice.nodes), hours_left - 1);
        before = Some((cap, price, choice.clone()));
        limited.insert(key, choice);
    }
    let mut schedules: Vec<Schedule> = classes.iter().map(|class| Schedule::empty(class, signals.len())).collect();
    let mut gap = 0.0;
    for (hour, ((signal, cap), plain)) in signals.iter().zip(caps).zip(hours.iter()).enumerate() {
        let choice = &limited[&key(signal.price, *cap)]; // every signal's price has one
        gap += signal.weight * choice.gap;
        for ((class, schedule), got) in classes.iter().zip(&mut schedules).zip(&choice.running) {
            schedule.reason.push(if *got == wanted(class, signal.price) {
                reason(got.iter().any(|count| *count > 0), 0.0, class.best_mode(plain).1)
            } else {
                DispatchReason::Limited
            });
            for (column, count) in schedule.running.iter_mut().zip(got) {
                column[hour] = *count;
            }
        }
    }
    (schedules, gap)
}

/// The first plan's decisions in some intervals, the second's in all others.
pub(super) fn mixed(first: &[Schedule], second: &[Schedule], of_first: &[bool]) -> Vec<Schedule> {
    let one = |(first, second): (&Schedule, &Schedule)| {
        let pick = |a: &Vec<u32>, b: &Vec<u32>| {
            of_first.iter().zip(a.iter().zip(b)).map(|(of_first, (a, b))| if *of_first { *a } else { *b }).collect()
        };
        let reasons = of_first.iter().zip(first.reason.iter().zip(&second.reason));
        Schedule {
            running: first.running.iter().zip(&second.running).map(|(a, b)| pick(a, b)).collect(),
            reason: reasons.map(|(of_first, (a, b))| if *of_first { *a } else { *b }).collect(),
        }
    };
    first.iter().zip(second).map(one).collect()
}
