//! Minimum times and start costs under a limit: machines in blocks, one after the other.
//!
//! Each block takes the schedule that is best for it in the power that the blocks before it have left, the classes that
//! earn most per watt first. The plan keeps every limit; how far it can be from the best is bounded from outside, by
//! the plan without the limit and by the plan without minimum times and start costs.

use hashinsight_numerics::max;
use hashinsight_units::Order;

use super::class::{Class, InitialState, Mode};
use super::hours::{HourPrice, Hours};
use super::minimum_times::{Bounds, Scheduler};
use super::schedule::{DispatchReason, Schedule};
use super::steering::Signal;
use crate::machine::nanowatts;

/// Blocks into which a class is cut.
const BLOCKS: u32 = 16;

/// Plans under limits in nanowatts; `None` where machines that may not stop yet exceed them.
pub(super) fn blocks(classes: &[Class<'_>], hours: &Hours, signals: &[Signal], caps: &[i128]) -> Option<Vec<Schedule>> {
    let mut left = caps.to_vec();
    for class in classes {
        let (held, mode) = (held_on(class), least(class));
        for left in left.iter_mut().take(held) {
            *left -= nanowatts(class.modes[mode].meter_w) * i128::from(class.request.count);
        }
    }
    if left.iter().any(|left| *left < 0) {
        return None;
    }
    let merit = |class: &Class<'_>| {
        let earned = signals.iter().map(|signal| signal.weight * max(class.best_mode(signal.price).1, 0.0));
        earned.fold(0.0, |sum, usd| sum + usd) / class.modes[0].meter_w
    };
    let mut order: Vec<(usize, f64)> = classes.iter().map(merit).enumerate().collect();
    order.order_by(|a, b| b.1.total_cmp(&a.1));
    let mut schedules: Vec<Schedule> = classes.iter().map(|class| Schedule::empty(class, signals.len())).collect();
    let mut placing = Placing::default();
    for (index, _) in order {
        let (class, schedule) = (&classes[index], &mut schedules[index]);
        let size = class.request.count.div_ceil(BLOCKS);
        let mut open = class.request.count;
        while open > 0 {
            let block = size.min(open);
            let first = open == class.request.count;
            open -= block;
            placing.place(class, signals, (block, first), &mut left, schedule);
        }
    }
    for (class, schedule) in classes.iter().zip(&mut schedules) {
        let reason = |(interval, hour)| {
            let running = schedule.running_at(interval);
            match (running, class.best_mode(hour).1 > 0.0) {
                (0, false) => DispatchReason::Unprofitable,
                (running, true) if running == class.request.count => DispatchReason::Profitable,
                (_, true) => DispatchReason::Limited,
                (_, false) => DispatchReason::HeldOn,
            }
        };
        schedule.reason = hours.iter().enumerate().map(reason).collect();
    }
    Some(schedules)
}

/// Intervals in which a class may not stop yet.
fn held_on(class: &Class<'_>) -> usize {
    match (class.initial, Bounds::of(class).held()) {
        (InitialState::OnHours(_), (held, _)) => held,
        (InitialState::OffHours(_), _) => 0,
    }
}

/// The mode that draws least.
fn least(class: &Class<'_>) -> usize {
    let power = |mode: usize| nanowatts(class.modes[mode].meter_w);
    (1..class.modes.len()).fold(0, |least, mode| if power(mode) < power(least) { mode } else { least })
}

/// What a block of a class may do interval by interval, and what it does.
#[derive(Default)]
struct Placing {
    /// The mode that earns most of those that fit, and what it earns.
    choices: Vec<Option<(usize, f64)>>,
    margins: Vec<f64>,
    runs: Vec<bool>,
    scheduler: Scheduler,
}

impl Placing {
    /// Places a block of machines into what is left; `first` of its class.
    fn place(
        &mut self,
        class: &Class<'_>,
        signals: &[Signal],
        block: (u32, bool),
        left: &mut [i128],
        to: &mut Schedule,
    ) {
        let (block, first) = block;
        let power = |mode: &Mode| nanowatts(mode.meter_w) * i128::from(block);
        let powers: Vec<i128> = class.modes.iter().map(power).collect();
        let (held, least) = (held_on(class), least(class));
        for left in left.iter_mut().take(held) {
            *left += powers[least]; // what was kept for this block
        }
        let best = |(signal, left): (&Signal, &i128)| {
            let fits = (0..class.modes.len()).filter(|mode| powers[*mode] <= *left);
            let HourPrice { hashprice, usd_per_kwh } = signal.price;
            let margin = |mode: usize| (mode, signal.weight * class.modes[mode].margin(hashprice, usd_per_kwh));
            fits.map(margin).reduce(|best, next| if next.1 > best.1 { next } else { best })
        };
        // A block that may do what the one before it might does the same.
        let mut as_before = !first;
        self.choices.resize(signals.len(), None);
        for (choice, at) in self.choices.iter_mut().zip(signals.iter().zip(left.iter())) {
            let next = best(at);
            as_before &= *choice == next;
            *choice = next;
        }
        if !as_before {
            // An interval without room costs more than all others can earn.
            let earned = self.choices.iter().flatten();
            let all = earned.fold(class.start_cost + 1.0, |sum, (_, margin)| sum + margin.abs());
            self.margins.clear();
            self.margins.extend(self.choices.iter().map(|choice| choice.map_or(-2.0 * all, |(_, margin)| margin)));
            self.runs.clear();
            self.runs.resize(signals.len(), false);
            self.scheduler.run(&self.margins, &Bounds::of(class), &mut self.runs);
        }
        for (interval, runs) in self.runs.iter().enumerate() {
            if let (true, Some((mode, _))) = (runs, self.choices[interval]) {
                to.running[mode][interval] += block;
                left[interval] -= powers[mode];
            }
        }
    }
}
