//! Which machines run: class by class without a limit, hour by hour with one.

use hashinsight_units::Power;

use super::class::{Class, InitialState};
use super::merit::{PowerLimit, cap_milliwatts, choose, merit_steps, running};
use super::plan::DispatchReason;
use super::schedule::{Bounds, Scheduler};

/// Nodes of the search of each limited hour.
const MAX_NODES: u32 = 2_000;

/// Hour by hour, what is given.
pub(super) struct Hours {
    pub(super) hashprice: Vec<f64>,
    pub(super) price: Vec<f64>,
}

impl Hours {
    /// Hashprice and price of each hour.
    pub(super) fn iter(&self) -> impl Iterator<Item = (f64, f64)> {
        self.hashprice.iter().copied().zip(self.price.iter().copied())
    }
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
}

/// Room that the schedules of all classes share.
#[derive(Default)]
pub(super) struct Room {
    modes: Vec<usize>,
    margins: Vec<f64>,
    runs: Vec<bool>,
    scheduler: Scheduler,
}

/// The best schedule of one class by itself.
pub(super) fn scheduled(class: &Class<'_>, hours: &Hours, room: &mut Room) -> Schedule {
    let Room { modes, margins, runs, scheduler } = room;
    modes.clear();
    margins.clear();
    for (hashprice, price) in hours.iter() {
        let (mode, margin) = class.best_mode(hashprice, price);
        modes.push(mode);
        margins.push(margin);
    }
    runs.clear();
    runs.resize(margins.len(), false);
    let bounds = Bounds {
        min_up: class.min_up as usize,
        min_down: class.min_down as usize,
        start_cost: class.start_cost,
        initial: class.initial,
    };
    scheduler.run(margins, &bounds, runs);

    let mut schedule = Schedule::empty(class, runs.len());
    let count = class.request.count;
    if let [only] = schedule.running.as_mut_slice() {
        only.iter_mut().zip(&*runs).for_each(|(running, on)| *running = if *on { count } else { 0 });
    } else {
        for (hour, (mode, on)) in modes.iter().zip(&*runs).enumerate() {
            schedule.running[*mode][hour] = if *on { count } else { 0 };
        }
    }
    schedule.reason.extend(runs.iter().zip(margins).map(|(on, margin)| match on {
        true if *margin >= 0.0 => DispatchReason::Profitable,
        true => DispatchReason::HeldOn,
        false if *margin > 0.0 => DispatchReason::HeldOff,
        false => DispatchReason::Unprofitable,
    }));
    let was_on = matches!(class.initial, InitialState::OnHours(_));
    let starts = runs.windows(2).filter(|pair| !pair[0] && pair[1]).count() as u64 + u64::from(runs[0] && !was_on);
    schedule.starts = starts * u64::from(count);
    schedule
}

/// Every hour by itself, in merit order under the limit, and how far from the best that can be.
pub(super) fn limited(classes: &[Class<'_>], hours: &Hours, limit: Power) -> (Vec<Schedule>, f64) {
    let mut schedules: Vec<Schedule> = classes.iter().map(|class| Schedule::empty(class, hours.price.len())).collect();
    let cap = cap_milliwatts(classes, PowerLimit::CapW(limit));
    let mut gap = 0.0;
    for (hour, (hashprice, price)) in hours.iter().enumerate() {
        let steps = merit_steps(classes, hashprice, price);
        let chosen = choose(&steps, cap, MAX_NODES);
        gap += chosen.gap;
        let every: Vec<u32> = steps.iter().map(|step| step.count).collect();
        let wanted = running(classes, &steps, &every);
        let got = running(classes, &steps, &chosen.taken);
        for ((schedule, wanted), got) in schedules.iter_mut().zip(wanted).zip(got) {
            schedule.reason.push(if got != wanted {
                DispatchReason::Limited
            } else if got.iter().any(|count| *count > 0) {
                DispatchReason::Profitable
            } else {
                DispatchReason::Unprofitable
            });
            for (column, count) in schedule.running.iter_mut().zip(got) {
                column[hour] = count;
            }
        }
    }
    (schedules, gap)
}
