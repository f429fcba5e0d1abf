//! Minimum times and start costs under a limit: machines in blocks, one after the other.
//!
//! Each block takes the schedule that is best for it in the power that the blocks before it have left, the classes that
//! earn most per watt first. The plan keeps every limit; how far it can be from the best is bounded from outside, by
//! the plan without the limit and by the plan without minimum times and start costs.

use hashinsight_numerics::max;

use super::class::{Class, InitialState};
use super::hours::Hours;
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
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut schedules: Vec<Schedule> = classes.iter().map(|class| Schedule::empty(class, signals.len())).collect();
    let mut scheduler = Scheduler::default();
    for (index, _) in order {
        let (class, schedule) = (&classes[index], &mut schedules[index]);
        let size = class.request.count.div_ceil(BLOCKS);
        let mut open = class.request.count;
        while open > 0 {
            let block = size.min(open);
            open -= block;
            place(class, signals, block, &mut left, &mut scheduler, schedule);
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

/// Places a block of machines into what is left.
fn place(
    class: &Class<'_>,
    signals: &[Signal],
    block: u32,
    left: &mut [i128],
    scheduler: &mut Scheduler,
    schedule: &mut Schedule,
) {
    let power = |mode: usize| nanowatts(class.modes[mode].meter_w) * i128::from(block);
    let (held, least) = (held_on(class), least(class));
    for left in left.iter_mut().take(held) {
        *left += power(least); // what was kept for this block
    }
    let best = |(signal, left): (&Signal, &i128)| {
        let fits = (0..class.modes.len()).filter(|mode| power(*mode) <= *left);
        let margin =
            |mode: usize| signal.weight * class.modes[mode].margin(signal.price.hashprice, signal.price.usd_per_kwh);
        fits.map(|mode| (mode, margin(mode))).reduce(|best, next| if next.1 > best.1 { next } else { best })
    };
    let choices: Vec<Option<(usize, f64)>> = signals.iter().zip(left.iter()).map(best).collect();
    // An interval without room costs more than all others can earn.
    let all = choices.iter().flatten().fold(class.start_cost + 1.0, |sum, (_, margin)| sum + margin.abs());
    let margins: Vec<f64> = choices.iter().map(|choice| choice.map_or(-2.0 * all, |(_, margin)| margin)).collect();
    let mut runs = vec![false; margins.len()];
    scheduler.run(&margins, &Bounds::of(class), &mut runs);
    for (interval, runs) in runs.iter().enumerate() {
        if let (true, Some((mode, _))) = (runs, choices[interval]) {
            schedule.running[mode][interval] += block;
            left[interval] -= power(mode);
        }
    }
}
