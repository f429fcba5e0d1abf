//! Schedules: which machines run, class by class without a limit, hour by hour with one.

use std::collections::BTreeMap;

use hashinsight_units::Record;

use super::class::{Class, InitialState};
use super::demand_charge::{Signal, Steering};
use super::hours::{HourPrice, Hours};
use super::knapsack::{Choice, Known, choose};
use super::minimum_times::{Bounds, Scheduler};

/// Nodes of the search in all limited hours that differ, and the least for each.
const MAX_NODES: usize = 10_000_000;
const MIN_NODES: usize = 2_000;

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
    /// At rest although the hour would pay: the month's hours do not cover the demand charge of its load.
    DemandCharge,
}

/// What one class does: the machines that run, mode by mode and hour by hour, and why.
pub(super) struct Schedule {
    pub(super) running: Vec<Vec<u32>>,
    pub(super) reason: Vec<DispatchReason>,
    pub(super) starts: u64,
}

impl Schedule {
    fn empty(class: &Class<'_>, hours: usize) -> Self {
        Self { running: vec![vec![0; hours]; class.modes.len()], reason: Vec::with_capacity(hours), starts: 0 }
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
        let was_on = matches!(class.initial, InitialState::OnHours(_));
        let starts = runs.windows(2).filter(|pair| !pair[0] && pair[1]).count() as u64 + u64::from(runs[0] && !was_on);
        schedule.starts = starts * u64::from(count);
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

/// What is chosen at one price, under the limit and without.
struct Limited {
    choice: Choice,
    wanted: Vec<Vec<u32>>,
}

/// Every hour by itself under the limit, in nanowatts, and how far from the best that can be.
pub(super) fn limited(
    classes: &[Class<'_>],
    hours: &Hours,
    cap: i128,
    steering: Option<&Steering>,
) -> (Vec<Schedule>, f64) {
    let signals: Vec<Signal> = match steering {
        Some(steering) => steering.signals.clone(),
        None => hours.iter().map(|price| Signal { price, weight: 1.0 }).collect(),
    };
    let key = |price: HourPrice| (price.hashprice.to_bits(), price.usd_per_kwh.to_bits());
    let prices: BTreeMap<_, HourPrice> = signals.iter().map(|signal| (key(signal.price), signal.price)).collect();
    let (mut nodes_left, mut hours_left) = (MAX_NODES, prices.len());
    let mut limited: BTreeMap<(u64, u64), Limited> = BTreeMap::new();
    // From dear to cheap, so that each proves something of the next.
    let mut before: Option<(HourPrice, Choice)> = None;
    for (key, price) in prices.into_iter().rev() {
        let known = before.as_ref().map(|(own, choice)| {
            let most = choice.most_at(*own, price, cap);
            Known { running: &choice.running, most }
        });
        // What easy hours leave, hard ones may use.
        let choice = choose(classes, price, cap, (nodes_left / hours_left).max(MIN_NODES), known);
        (nodes_left, hours_left) = (nodes_left.saturating_sub(choice.nodes), hours_left - 1);
        let wanted = choose(classes, price, i128::MAX, 0, None).running;
        before = Some((price, choice.clone()));
        limited.insert(key, Limited { choice, wanted });
    }
    let mut schedules: Vec<Schedule> = classes.iter().map(|class| Schedule::empty(class, signals.len())).collect();
    let mut gap = 0.0;
    for (hour, (signal, plain)) in signals.iter().zip(hours.iter()).enumerate() {
        let Limited { choice, wanted } = &limited[&key(signal.price)]; // every signal's price has one
        gap += signal.weight * choice.gap;
        for (((class, schedule), wanted), got) in classes.iter().zip(&mut schedules).zip(wanted).zip(&choice.running) {
            schedule.reason.push(if got == wanted {
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
