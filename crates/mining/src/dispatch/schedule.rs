//! Schedules: which machines run and why, class by class where no limit binds them together.

use hashinsight_units::Record;

use super::class::{Class, InitialState};
use super::hours::Hours;
use super::minimum_times::{Bounds, Scheduler};
use super::steering::Steering;

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
pub(super) fn reason(on: bool, margin: f64, plain: f64) -> DispatchReason {
    match on {
        true if plain >= 0.0 => DispatchReason::Profitable,
        true => DispatchReason::HeldOn,
        false if margin > 0.0 => DispatchReason::HeldOff,
        false if plain > 0.0 => DispatchReason::DemandCharge,
        false => DispatchReason::Unprofitable,
    }
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
